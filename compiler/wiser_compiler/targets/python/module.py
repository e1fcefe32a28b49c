"""Policy to a typed Python module that needs the standard library alone.

One function per criterion with the facts it relies on as parameters; `judge`
reads the request once and calls them; `check` looks at the types first. Policy
text reaches the module only through `quoted` or an escaped docstring.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from json import dumps
from textwrap import wrap

from wiser_compiler.core.as_data import as_data
from wiser_compiler.core.model import (
    Compare,
    Criterion,
    Expr,
    Policy,
    Records,
    Shifted,
    Source,
    Worded,
)
from wiser_compiler.core.request_edges import edges
from wiser_compiler.core.walk import criterion_parts, readings_of, subexpressions, terms
from wiser_compiler.json_text import in_rows
from wiser_compiler.targets.output import Output
from wiser_compiler.targets.python.code import (
    STEP,
    WIDTH,
    YES,
    Atom,
    Code,
    both,
    call,
    define,
    docstring,
    quoted,
    returning,
)
from wiser_compiler.targets.python.naming import Naming, needed_names, shared_names
from wiser_compiler.targets.python.records import look_function
from wiser_compiler.targets.python.types import is_valid, listed, option_sets, python_type, reads
from wiser_compiler.targets.python.units import Unit, Units


def module_name(version: str) -> str:
    """The module of a version: `6.0.0` is `v6_0_0`."""
    return "v" + version.replace(".", "_")


def python(policy: Policy) -> Output:
    """The validator of one policy version, and beside it what explains its verdicts, and requests to test with."""
    path = f"python/wiser_policies/{policy.id}/{module_name(policy.version)}"
    return Output(
        {
            f"{path}.py": "\n".join(_module(policy)) + "\n",
            f"{path}.policy.json": dumps(as_data(policy), separators=(",", ":")) + "\n",
            f"{path}.json": in_rows(edges(policy)),
        }
    )


def _module(policy: Policy) -> list[str]:
    needed = needed_names("\n".join(_body(policy, Naming(marked=True))))
    return [
        *docstring(_title(policy), ""),
        "",
        "from __future__ import annotations",
        "",
        "from typing import Any",
        "",
        *(
            line
            for module in ("_compiled", "_dates", "_result", "_rules", "_verdicts")
            for line in _import(module, needed)
        ),
        "",
        "",
        *_body(policy, Naming(needed)),
    ]


def _body(policy: Policy, naming: Naming) -> list[str]:
    """All but the head."""
    units = Units(policy, naming)
    typed = _annotations(policy, units)
    return [
        *_check(),
        *_judge(policy, units),
        *(line for criterion in policy.criteria for line in _verdict(criterion, units, typed)),
        *(line for name, unit in units.truths.items() for line in _truth(units.conditions[name], unit, units, typed)),
        *(line for group in units.groups for line in look_function(group, units, typed)),
        *is_valid(policy, naming),
        *option_sets(policy),
        *_item_sets(units),
        *_movers(policy, naming),
        "",
        "POLICY = load(__spec__)",
    ]


def _import(module: str, needed: Collection[str]) -> list[str]:
    """The names of a module of the package that a validator needs."""
    names = [name for name in shared_names(module) if name in needed]
    line = f"from wiser_policies.{module} import {', '.join(names)}"
    if len(line) <= WIDTH:
        return [line] if names else []
    return [f"from wiser_policies.{module} import (", *(f"{STEP}{name}," for name in names), ")"]


def _item_sets(units: Units) -> list[str]:
    """The items that sets and codes are compared with."""
    return [
        line
        for items, name in units.items.items()
        for line in listed(f"{name} = frozenset((", [quoted(item) for item in items], "))", "")
    ]


def _movers(policy: Policy, naming: Naming) -> list[str]:
    """A function for each distance by which a date is moved."""
    found = {
        naming.mover(term): term for part in _comparisons(policy) for term in terms(part) if isinstance(term, Shifted)
    }
    return [f"{name} = mover({found[name].months}, {found[name].days})" for name in sorted(found)]


def _comparisons(policy: Policy) -> Iterator[Compare]:
    """Every comparison of a policy, those in filters included."""
    for whole in (whole for criterion in policy.criteria for whole in criterion_parts(criterion)):
        yield from (part for part in subexpressions(whole) if isinstance(part, Compare))


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
    """Which document, which part of it, and of which day, as far as the policy says."""
    yield " ".join(word for word in (source.title, source.version) if word)
    yield from [f"section {source.section}"] if source.section else []
    yield from [source.published] if source.published else []


def _annotations(policy: Policy, units: Units) -> dict[str, str]:
    """The type of every variable that a function may take."""
    facts = [*policy.facts, *(f for fact in policy.facts if isinstance(fact.type, Records) for f in fact.type.fields)]
    typed = {units.local(fact.name): f"{python_type(fact)} | None" for fact in facts}
    for group in units.groups:
        for term in group.terms:
            held = units.variables(term)
            typed |= dict.fromkeys((held.low, held.high), "str" if held.exists else "int")
            if held.exists:
                typed[held.exists] = "bool | None"
    return typed


# ---------------------------------------------------------------- check and judge


def _check() -> list[str]:
    return [
        "def check(request: object) -> Result:",
        '    """The verdicts on a request, or what makes it invalid.',
        "",
        "    `request` is what a JSON reader returns. Never raises. Problems name places, never values.",
        '    """',
        "    if not is_valid(request):",
        "        request, broken = read(POLICY.facts, request)",
        "        if broken:",
        "            return Result(POLICY, (), {}, broken)",
        "    return judge(request)  # type: ignore[arg-type]",
        "",
        "",
    ]


def _judge(policy: Policy, units: Units) -> list[str]:
    verdicts = [line for unit in units.verdicts.values() for line in call(unit.name, unit.params, STEP * 2, ",")]
    return [
        "def judge(request: dict[str, Any]) -> Result:",
        '    """The verdicts on a request that is known to be valid."""',
        "    get = request.get",
        *reads(policy.facts, units.naming),
        *units.look_lines(),
        "    verdicts = (",
        *verdicts,
        "    )",
        "    return Result(POLICY, verdicts, request)",
        "",
        "",
    ]


# ---------------------------------------------------------------- one function each


def _verdict(criterion: Criterion, units: Units, typed: dict[str, str]) -> list[str]:
    unit = units.verdicts[criterion.id]
    logic = units.logic()
    lines = define(
        unit.name, [(param, typed[param]) for param in unit.params], Atom("Verdict"), _criterion_doc(criterion)
    )
    applies: Code = YES
    if criterion.applies_when is not None:
        lines += returning(logic.surely(criterion.applies_when, False), "NOT_APPLICABLE")
        applies = logic.surely(criterion.applies_when, True)
    met, not_met = logic.surely(criterion.test, True), both(applies, logic.surely(criterion.test, False))
    lines += [*returning(met, "MET"), *([] if met == YES else returning(not_met, "NOT_MET"))]
    return [*lines, *([] if YES in (met, not_met) else ["    return MISSING"]), "", ""]


def _truth(says: Worded, unit: Unit, units: Units, typed: dict[str, str]) -> list[str]:
    logic = units.logic()
    quotes = _quotes([says])
    doc = [f"{says.question}.", *([""] if quotes else []), *quotes]
    met, not_met = (logic.surely(says.part, wanted) for wanted in (True, False))
    return [
        *define(unit.name, [(param, typed[param]) for param in unit.params], Atom("bool | None"), doc),
        *returning(met, "True"),
        *returning(not_met, "False"),
        "    return None",
        "",
        "",
    ]


# ---------------------------------------------------------------- what the module tells of itself


def _criterion_doc(criterion: Criterion) -> list[str]:
    """Title, where it stands, the words of the source, the ids of the readings."""
    places = [
        " ".join(word for word in (c.source.title, c.source.version, c.source.section) if word) + f", {c.place}"
        for c in criterion.cite
    ]
    ids = dict.fromkeys(reading.id for reading in readings_of(criterion))
    quotes = _quotes(criterion_parts(criterion))
    said = [line for place in places for line in wrap(place, WIDTH - len(STEP))]
    return [f"{criterion.title}.", "", *said, *quotes, *([f"Readings: {', '.join(ids)}"] if ids else [])]


def _quotes(exprs: Iterable[Expr]) -> list[str]:
    return [f"“{quote}”" for quote in dict.fromkeys(says.quote for says in _says(exprs) if says.quote)]


def _says(exprs: Iterable[Expr]) -> Iterable[Worded]:
    """The worded parts of expressions, those in filters included."""
    return (part for expr in exprs for part in subexpressions(expr) if isinstance(part, Worded))
