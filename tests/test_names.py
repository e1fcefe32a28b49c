"""No legal name breaks the output: every name that the generated package uses, wherever an author may write it.

The names are looked up in the modules themselves. A document with them is refused, with a name to take instead, or its
validator gives the verdicts of the meaning, and finds a valid request valid at the first look.
"""

from __future__ import annotations

import ast
import builtins
import json
import keyword
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from types import ModuleType

import pytest
from generated_modules import schemas, validator
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import verdict
from wiser_compiler.core.model import Policy
from wiser_compiler.diagnostics import Report
from wiser_compiler.reading import fields
from wiser_compiler.reading.checks import check_policy
from wiser_compiler.reading.ids import MOST_LETTERS, NO_FOLDERS, free_id, names_of_package, not_free
from wiser_compiler.reading.reader import read_policy
from wiser_compiler.reading.template import valid_name
from wiser_compiler.targets import TARGETS
from wiser_compiler.targets.python import python_index
from wiser_compiler.targets.python.naming import needed_names

PACKAGE = Path("compiler/wiser_compiler/targets/python/package")
AT_LENGTH = bool(os.environ.get("FUZZ"))

# What an author names, each with a name for every day. All of DECLARED are different in one document.
DECLARED = {
    "yes": "yes_fact", "note": "a_note", "score": "score", "base": "base_score", "start": "start_day", "set": "a_set",
    "choice": "a_choice", "findings": "seen", "list": "visits", "day": "visit_day", "field": "visit_kind",
    "sum": "visit_score", "list2": "scans", "day2": "scan_day", "value": "last_visit", "value2": "first_scan",
    "condition": "calm", "record": "recent", "record2": "early_scan", "condition2": "settled", "clock_fact": "asked_day",
}  # fmt: skip
IDS = {
    "policy": "draft_1", "program": "plan_1", "words": "words_1", "criterion": "first", "criterion2": "second",
    "clock": "answer", "service": "a_service", "source": "guide", "state": "OH", "option": "one", "option2": "two",
    "choices": "kinds", "group": "some_kinds", "question": "Q1",
}  # fmt: skip
KEBAB = ("criterion", "criterion2", "clock")
ROLES = DECLARED | IDS

WORDS = """\
vocabulary: "{words}"
version: "1.0.0"
title: Words
sources:
  "{source}": {{title: A guide, version: "6.0", published: "2026-04-24"}}
choices:
  "{choices}": {{"{option}": 1st answer, "{option2}": 2nd answer, other_answer: 3rd answer}}
facts:
  Request:
    received_date: {{type: date, from: "2026-01-01", to: "2036-12-31", ask: "When was it received?"}}
"""

PROGRAM = """\
program: "{program}"
version: "1.0.0"
title: A plan
uses: "{words} 1.0.0"
effective: {{from: "2026-01-05", until: open}}
sources:
  here: {{same_as: "{source}", section: "1.4"}}
states:
  "{state}": {{mac: East, jurisdiction: J1, participant: A company}}
services:
  "{service}": {{title: A service, section: "6.2", codes: ["62321"]}}
facts:
  Request:
    state: {{type: choice, of: {{"{state}": Ohio, other: another state}}, ask: "In which state is it?"}}
    "{clock_fact}": {{type: date, from: "2026-01-01", to: "2036-12-31", ask: "When was it asked for?"}}
scope:
  in-state: {{title: It is in a state of the plan, cite: {{here: 1}}, require: {{state: {{is: "{state}"}}}}}}
clocks:
  "{clock}": {{title: An answer is due, cite: {{here: 2}}, due: {{on_or_before: "3 days after {clock_fact}", quote: 3 days}}}}
examples:
  base:
    name: A request
    facts: {{received_date: "2026-05-04", codes: ["62321"], state: "{state}", "{clock_fact}": "2026-05-04"}}
    expect: {{outcome: in scope, "{clock}": "2026-05-07"}}
"""

POLICY = """\
policy: "{policy}"
version: "1.0.0"
title: A draft
uses: "{words} 1.0.0"
part_of: "{program} 1.0.0"
effective: {{from: "2026-04-24", until: open}}
review_by: "2026-10-24"
sources:
  "{source}_6": {{same_as: "{source}", section: "6.2"}}
groups:
  "{group}": {{of: "{choices}", are: ["{option}", "{option2}"]}}
questions:
  "{question}": {{ask: "What is meant?", confidence: high}}
codes:
  "62321": {{label: a label}}
facts:
  Chart:
    "{yes}": "Is it so?"
    "{note}": {{type: note, ask: "Where is it?"}}
    "{score}": {{type: number, unit: points, from: 0, to: 100, ask: "Which score?"}}
    "{base}": {{type: number, unit: points, from: 0, to: 100, places: 1, ask: "Which score before?"}}
    "{start}": {{type: date, from: "2020-01-01", to: "2036-12-31", ask: "When did it start?"}}
    "{set}": {{type: set, of: "{choices}", unit: answers, ask: "Which of these?"}}
    "{choice}": {{type: choice, of: "{choices}", ask: "Which one?"}}
    "{findings}": {{type: findings, of: "{choices}", ask: "Which were found?"}}
    "{list}":
      type: list
      unit: visits
      up_to: 9
      unique: ["{day}", "{field}"]
      ask: "List the visits."
      each:
        "{day}": {{type: date, from: "2020-01-01", to: "2036-12-31"}}
        "{field}": {{type: choice, of: "{choices}"}}
        "{sum}": {{type: number, unit: points, from: 0, to: 9}}
    "{list2}":
      type: list
      unit: scans
      up_to: 9
      ask: "List the scans."
      each:
        "{day2}": {{type: date, from: "2020-01-01", to: "2036-12-31"}}
values:
  "{value}": {{latest: "{day}", of: "{list}", where: "{record}"}}
  "{value2}": {{earliest: "{day2}", of: "{list2}", where: "{record2}"}}
conditions:
  "{condition}": {{title: Calm, means: {{any: ["{yes}", {{"{choice}": {{one_of: "{group}"}}}}]}}}}
  "{condition2}": {{title: Settled, means: {{any: ["{condition}", {{"{findings}": none}}]}}}}
  "{record}":
    title: Recent
    about: "{list}"
    means: [{{"{day}": {{on_or_after: "12 months before {start}", quote: 12 months}}}}, {{"{field}": {{is: "{option}"}}}}]
  "{record2}":
    title: An early scan
    about: "{list2}"
    means: {{any: [{{"{day2}": {{after: "{value}"}}}}, {{"{day2}": {{before: "{start}"}}}}]}}
criteria:
  "{criterion}":
    title: One
    cite: {{"{source}_6": box 1}}
    applies_when: "{condition2}"
    require:
      all:
        - {{"{note}": documented, "{score}": {{less_than: "{base}"}}, "{set}": {{includes_any: ["{option}", "{option2}"]}}}}
        - {{count: "{list}", where: "{record}", at_most: 2 visits, quote: two visits, reading: {{"{question}": It means two.}}}}
        - {{count: "{list}", where: {{all: ["{record}", {{"{sum}": {{at_least: 3 points, quote: 3 points}}}}]}}, at_least: 1 visit, quote: one visit}}
        - {{"{start}": {{before: "{value}"}}}}
  "{criterion2}":
    title: Two
    cite: {{"{source}_6": box 2}}
    require:
      any:
        - "{condition}"
        - {{"{start}": {{before: "1 month after {value2}", quote: 1 month}}}}
        - {{count: "{list2}", where: "{record2}", at_least: 2 scans, quote: two scans}}
        - {{count: "{list}", where: {{"{day}": {{after: "{value2}"}}}}, at_least: 1 visit, quote: one visit}}
examples:
  base:
    name: All is stated
    facts:
      codes: ["62321"]
      "{yes}": no
      "{note}": page 3
      "{score}": 9 points
      "{base}": 10.5 points
      "{start}": "2025-06-01"
      "{set}": ["{option}"]
      "{choice}": "{option}"
      "{findings}": {{"{option}": yes, "{option2}": no}}
      "{list}": [{{"{day}": "2025-07-01", "{field}": "{option}", "{sum}": 4 points}}]
      "{list2}": [{{"{day2}": "2025-06-03"}}, {{"{day2}": "2025-08-03"}}]
    expect: ready
  cases:
    - {{name: No score, without: ["{score}"], expect: incomplete}}
    - {{name: Too high, change: {{"{score}": 11 points}}, expect: not met}}
    - {{name: No list, without: ["{list}", "{list2}"], expect: incomplete}}
"""


def legal(role: str, name: str) -> str:
    """A name in the form that its place asks for."""
    if role in KEBAB:
        return "-".join(filter(None, name.split("_")))
    return name


def placed(names: Mapping[str, str], folder: Path) -> Path:
    """Where a policy with these names was written, beside its vocabulary and its program."""
    named = {role: legal(role, name) for role, name in (ROLES | dict(names)).items()}
    for kind, text in (("words", WORDS), ("program", PROGRAM), ("policy", POLICY)):
        (folder / named[kind]).mkdir(parents=True, exist_ok=True)
        (folder / named[kind] / "1.0.0.yaml").write_text(text.format(**named), encoding="utf-8")
    return folder / named["policy"] / "1.0.0.yaml"


def read(names: Mapping[str, str], folder: Path) -> tuple[Policy | None, Report]:
    """The policy with these names, and what lint says of it."""
    report = Report()
    policy = read_policy(placed(names, folder), report)
    if policy is not None:
        check_policy(policy, report)
    return policy, report


def works(names: Mapping[str, str], folder: Path) -> bool:
    """The names are refused, each with a name to take; or every output is right."""
    policy, report = read(names, folder)
    errors = [finding for finding in report.found if finding.code not in ("uncovered-edge", "unknown-program")]
    if policy is None:
        assert report.found
        for finding in report.found:
            assert finding.help, (names, finding)
            assert finding.code in ("bad-name", "name-taken", "unknown-program", "unknown-vocabulary"), (names, finding)
        return False
    assert not errors, (names, errors)
    right(policy, validator(policy))
    return True


def right(policy: Policy, module: ModuleType) -> None:
    """The validator, the schema of a request and the meaning agree on the examples."""
    shape = schemas(policy).request
    for example in policy.examples:
        request = json.loads(json.dumps(example.request))
        case, problems = read_case(policy.facts, request)
        assert not problems
        assert module.is_valid(request), module.SOURCE
        assert shape.is_valid(request)
        result = module.check(request)
        assert result.outcome == example.outcome, module.SOURCE
        assert result.verdicts == {criterion.id: verdict(criterion, case) for criterion in policy.criteria}
        assert [found.verdict for found in result.explain()] == list(result.verdicts.values())
        assert [deadline.day for deadline in result.deadlines()] == ["2026-05-07"]
        json.dumps(result.as_dict())


# ---------------------------------------------------------------- the names, from the modules themselves


def names_in(source: str) -> set[str]:
    """Every name in code: variables, functions, parameters, what is imported, attributes, keywords of calls."""
    found: set[str | None] = set()
    for node in ast.walk(ast.parse(source)):
        found |= {getattr(node, field, None) for field in ("id", "name", "arg", "attr", "asname", "module")}
    return {name for name in found if name and re.fullmatch(fields.NAME, name)}


@cache
def package_names() -> frozenset[str]:
    """What the package uses, with builtins and words of Python."""
    sources = [path.read_text(encoding="utf-8") for path in PACKAGE.glob("*.py")]
    files = {path.stem for path in PACKAGE.iterdir()}
    everywhere = {*dir(builtins), *keyword.kwlist, *keyword.softkwlist, *files, *NO_FOLDERS}
    return frozenset(n for n in everywhere.union(*map(names_in, sources)) if re.fullmatch(fields.NAME, n))


@cache
def plain() -> tuple[Policy, ModuleType]:
    """The policy with the names of every day, and its validator."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        policy, report = read({}, Path(folder))
    assert policy is not None, report.found
    return policy, validator(policy)


@cache
def module_names() -> tuple[str, ...]:
    """What the validator needs itself, such as `map`, and what it calls after facts, such as `fewest_visits`."""
    return tuple(sorted(names_in(plain()[1].SOURCE) - set(DECLARED.values())))


@cache
def affixes() -> tuple[tuple[str, str], ...]:
    """What stands before and behind an author's name where a name holds one, such as `look_at_` and `_low`."""
    pairs = set()
    for name in module_names():
        for part in (*DECLARED.values(), *(IDS[role] for role in KEBAB)):
            before, found, behind = name.partition(part)
            if found and (not before or before.endswith("_")) and (not behind or behind.startswith("_")):
                pairs.add((before, behind))
    assert {("look_at_", ""), ("end_of_", ""), ("verdict_", ""), ("", "_low"), ("fewest_", "_recent")} <= pairs
    return tuple(sorted(pairs | {("", "_")}))


# ---------------------------------------------------------------- names in documents


def test_the_policy_with_everyday_names_has_all_that_a_module_can_have() -> None:
    policy, module = plain()
    right(policy, module)
    needed = needed_names(module.SOURCE)
    for start in ("is_valid_", "verdict_", "truth_", "reason_", "end_of_", "look_at_", "fewest_", "unclear_", "plus_"):
        assert any(name.startswith(start) for name in needed), start
    assert {"map", "type", "len", "get", "row", "request", "mover", "problems"} <= needed


def documents(names: Sequence[str], roles: Sequence[str]) -> Iterator[dict[str, str]]:
    """Documents in which every name stands once in each of the places, as many at once as there are places."""
    for turn in range(len(names)):
        chosen = islice(cycle(names[turn:] + names[:turn]), len(roles))
        yield dict(zip(roles, chosen, strict=True))


def test_every_name_that_a_module_uses_may_be_a_fact_a_field_a_list_a_value_or_a_condition(tmp_path: Path) -> None:
    names = [name for name in module_names() if name not in dir(str)] if not AT_LENGTH else sorted(package_names())
    accepted = sum(works(document, tmp_path) for document in documents(names, list(DECLARED)))
    assert accepted


@pytest.mark.parametrize("role", DECLARED)
def test_a_name_that_the_module_makes_of_others_may_be_their_neighbour(role: str, tmp_path: Path) -> None:
    made = [name for name in module_names() if any(name != p and p in name for p in DECLARED.values())]
    every = made if AT_LENGTH else made[hash_of(role) % 7 :: 7]
    assert len(every) > 8
    assert all(works({role: name}, tmp_path) for name in every)


def hash_of(text: str) -> int:
    return sum(map(ord, text))


@st.composite
def names_of_documents(draw: st.DrawFn) -> dict[str, str]:
    """Names of the modules, and names made of one another with the affixes that the modules use."""
    pool = [*module_names(), *sorted(package_names())]
    given: dict[str, str] = {}
    for role in draw(st.permutations(list(ROLES))):
        if role in ("state", "policy", "program", "words") or not draw(st.sampled_from((True, True, False))):
            continue
        name = draw(st.sampled_from(pool))
        for _ in range(draw(st.sampled_from((0, 1, 1, 2)))):
            before, behind = draw(st.sampled_from(affixes()))
            name = f"{before}{draw(st.sampled_from([*given.values(), name]))}{behind}"
        if role in IDS or name not in given.values():
            given[role] = name
    return given


drawn: list[bool] = []


@given(names_of_documents())
@settings(
    max_examples=3000 if AT_LENGTH else 60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_names_may_be_made_of_one_another(tmp_path: Path, names: dict[str, str]) -> None:
    drawn.append(works(names, tmp_path))


def test_of_the_documents_with_names_made_of_one_another_most_were_accepted() -> None:
    assert sum(drawn) > len(drawn) / 2 > 0
