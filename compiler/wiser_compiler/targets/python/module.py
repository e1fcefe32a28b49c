"""Policy to a typed Python module that needs the standard library alone.

`judge` reads the request into a chart once, lets the passes over lists add their results, and gives the chart to the
function of each criterion; `check` checks the types first. Policy text reaches the module only through `quoted` or an
escaped docstring.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from types import ModuleType

from wiser_compiler.core.as_data import as_text, without_sheet
from wiser_compiler.core.model import Policy, Source
from wiser_compiler.core.request_edges import edges
from wiser_compiler.core.walk import criterion_facts
from wiser_compiler.json_text import in_rows
from wiser_compiler.targets.output import Output
from wiser_compiler.targets.python.chart import CHART_OF_PROGRAM, chart_class
from wiser_compiler.targets.python.code import docstring
from wiser_compiler.targets.python.functions import constants, functions
from wiser_compiler.targets.python.imports import head
from wiser_compiler.targets.python.index import FOLDER
from wiser_compiler.targets.python.memory import validator
from wiser_compiler.targets.python.naming import Naming, module_name
from wiser_compiler.targets.python.request_types import request_types
from wiser_compiler.targets.python.shared import Shared, shared_by
from wiser_compiler.targets.python.types import is_valid, option_sets
from wiser_compiler.targets.python.units import Units


def python(policy: Policy) -> Output:
    """The validator of one policy version, with the data that explain its verdicts, the edges of requests for tests,
    and the type of a request.

    The criteria of its program are a module of their own. The data are the compiled policy, byte for byte, so a wheel
    holds it once.
    """
    folder, module = f"{FOLDER}/{policy.id}", module_name(policy.version)
    beside = {
        f"{folder}/{module}.policy.json": as_text(policy),
        f"{folder}/{module}.json": in_rows(edges(policy)),
        f"{folder}/request_{module}.py": request_types(policy),
    }
    return Output(_code(policy) | beside)


def in_memory(policy: Policy) -> ModuleType:
    """The validator of a policy, run from memory. Beside it are only the data, without the sheet."""
    beside = f"{FOLDER}/{policy.id}/{module_name(policy.version)}.policy.json"
    return validator(policy.key, _code(policy) | {beside: json.dumps(without_sheet(policy))})


def _code(policy: Policy) -> dict[str, str]:
    """The module of a policy, and the one of its program's criteria."""
    shared = shared_by(policy)
    files = {f"{FOLDER}/{policy.id}/{module_name(policy.version)}.py": "\n".join(_module(policy, shared)) + "\n"}
    return files | ({f"{FOLDER}/{shared.module.replace('.', '/')}.py": shared.text()} if shared else {})


def _module(policy: Policy, shared: Shared | None) -> list[str]:
    theirs = shared.functions() if shared else {}
    own = [criterion for criterion in policy.criteria if criterion.id not in theirs]
    units = Units(policy.facts, own, Naming(theirs.values()))
    inherited = [fact.name for fact in shared.facts()] if shared else []
    names = theirs | {id: unit.name for id, unit in units.verdicts.items()}
    read = {fact.name for criterion in policy.criteria for fact in criterion_facts(criterion)}
    body = [
        *_check(units.naming),
        *_judge([names[criterion.id] for criterion in policy.criteria], units),
        *chart_class([fact for fact in policy.facts if fact.name in read], units, inherited),
        *functions(own, units),
        *is_valid(policy, units.naming),
        *option_sets(policy),
        *constants(own, units),
        "",
        f"POLICY: Final = {units.naming.use('load')}(__spec__)",
    ]
    more = {shared.module: [CHART_OF_PROGRAM, *sorted(theirs.values())]} if shared else {}
    return [*docstring(_title(policy), ""), *head(units.naming.used, ("Any", "Final"), more), *body]


def _title(policy: Policy) -> list[str]:
    until = f" and before {policy.until}" if policy.until else ""
    primary = [source for source in policy.sources if not source.secondary]
    return [
        f"{policy.title}: {'program' if policy.program else 'policy'} {policy.id}, version {policy.version}.",
        "",
        f"For requests received on or after {policy.effective}{until}.",
        *(f"Source: {', '.join(_place(source))}." for source in primary),
        "",
        f"Generated from policies/{policy.id}/{policy.version}.yaml; do not edit.",
        "It speaks of documentation and makes no coverage decision. None means that the",
        "chart does not say.",
    ]


def _place(source: Source) -> Iterator[str]:
    """The citation of a source: its title, version, section and day, as far as the policy says."""
    yield " ".join(word for word in (source.title, source.version) if word)
    yield from [f"section {source.section}"] if source.section else []
    yield from [source.published] if source.published else []


# ---------------------------------------------------------------- check and judge


def _check(naming: Naming) -> list[str]:
    return [
        f"def check(request: object) -> {naming.use('Result')}:",
        '    """The verdicts on a request, or what makes it invalid.',
        "",
        "    `request` is what a JSON reader returns. Never raises. Problems name places, never values.",
        '    """',
        "    if not is_valid(request):",
        f"        request, broken = {naming.use('read')}(POLICY.facts, request)",
        "        if broken:",
        "            return Result(POLICY, (), {}, broken)",
        "    return judge(request)  # type: ignore[arg-type]",
        "",
        "",
    ]


def _judge(verdicts: Sequence[str], units: Units) -> list[str]:
    return [
        "def judge(request: dict[str, Any]) -> Result:",
        '    """The verdicts on a request that is known to be valid."""',
        "    chart = Chart(request)",
        *(f"    {record_pass.name}(chart)" for record_pass in units.record_passes),
        "    verdicts = (",
        *(f"        {name}(chart)," for name in verdicts),
        "    )",
        "    return Result(POLICY, verdicts, request)",
        "",
        "",
    ]
