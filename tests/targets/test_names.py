"""No legal name breaks the output: every name that the generated package uses, wherever an author may write it.

The names are read from the modules themselves. A document with such a name is refused, with another name to take, or
its validator gives the verdicts of the meaning, and its fast check accepts valid requests.
"""

from __future__ import annotations

import ast
import builtins
import json
import keyword
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from types import ModuleType

import pytest
import wiser_policies
from generated_modules import schemas, validator
from hypothesis import given, settings
from hypothesis import strategies as st
from lengths import FUZZ
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import verdict
from wiser_compiler.core.model import Policy
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.checks import check_policy
from wiser_compiler.reading import fields
from wiser_compiler.reading.ids import MOST_LETTERS, NO_FOLDERS, free_id, names_of_package, not_free
from wiser_compiler.reading.names import JOINING_WORDS
from wiser_compiler.reading.reader import read_policy
from wiser_compiler.reading.template import valid_name
from wiser_compiler.targets import TARGETS
from wiser_compiler.targets.python import python_index
from wiser_compiler.targets.python.naming import BUILTINS, KEPT

PACKAGE = Path("compiler/wiser_compiler/targets/python/package")

# What an author names, each with a name for every day. All of DECLARED are different in one document.
DECLARED = {
    "yes": "yes_fact", "note": "a_note", "score": "score", "base": "base_score", "start": "start_day", "set": "a_set",
    "choice": "a_choice", "findings": "seen", "list": "visits", "day": "visit_day", "field": "visit_kind",
    "sum": "visit_score", "list2": "scans", "day2": "scan_day", "value": "last_visit", "value2": "first_scan",
    "condition": "calm", "record": "recent", "record2": "early_scan", "condition2": "settled",
    "clock_fact": "asked_day",
}  # fmt: skip
IDS = {
    "policy": "draft_1", "program": "plan_1", "words": "words_1", "criterion": "first", "criterion2": "second",
    "clock": "answer", "service": "a_service", "source": "guide", "state": "OH", "option": "one", "option2": "two",
    "choices": "kinds", "group": "some_kinds", "question": "Q1",
}  # fmt: skip
OTHERS = {"codes", "received_date", "state"}  # facts of the document beside these
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
  in_plan: {{same_as: "{source}", section: "1.4"}}
states:
  "{state}": {{mac: East, jurisdiction: J1, participant: A company}}
services:
  "{policy}": {{title: The service, section: "6.2", coverage: {{East: L1}}, codes: ["62321"]}}
  "{service}": {{title: A service, section: "6.3", codes: ["62322"]}}
facts:
  Request:
    state: {{type: choice, of: {{"{state}": Ohio, elsewhere: another state}}, ask: "In which state is it?"}}
    "{clock_fact}": {{type: date, from: "2026-01-01", to: "2036-12-31", ask: "When was it asked for?"}}
scope:
  in-state: {{title: It is in a state of the plan, cite: {{in_plan: box 1}}, require: {{state: {{is: "{state}"}}}}}}
clocks:
  "{clock}":
    title: An answer is due
    cite: {{in_plan: box 2}}
    due: {{on_or_before: "3 days after {clock_fact}", quote: "3 days"}}
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
    means:
      - {{"{day}": {{on_or_after: "12 months before {start}", quote: "12 months"}}}}
      - {{"{field}": {{is: "{option}"}}}}
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
        - {{"{note}": documented, "{score}": {{less_than: "{base}"}}}}
        - {{"{set}": {{includes_any: ["{option}", "{option2}"]}}}}
        - {{count: "{list}", where: "{record}", at_most: 2 visits, reading: {{"{question}": It means two.}}}}
        - count: "{list}"
          where: ["{record}", {{"{sum}": {{at_least: 3 points, quote: "3 points"}}}}]
          at_least: 1 visit
          quote: "one visit"
        - {{"{start}": {{before: "{value}"}}}}
  "{criterion2}":
    title: Two
    cite: {{"{source}_6": box 2}}
    require:
      any:
        - "{condition}"
        - {{"{start}": {{before: "1 month after {value2}", quote: "1 month"}}}}
        - {{count: "{list2}", where: "{record2}", at_least: 2 scans, quote: "two scans"}}
        - {{count: "{list}", where: {{"{day}": {{after: "{value2}"}}}}, at_least: 1 visit, quote: "one visit"}}
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
    if policy is None:
        for finding in report.found:
            assert finding.code in REFUSED, (names, finding)
            assert "`" in finding.help or "another name" in finding.help, (names, finding)
        assert report.found
        return False
    new = {finding.code for finding in report.found} - UNTIDY
    assert not new, (names, report.found)
    right(policy, validator(policy))
    return True


REFUSED = ("bad-name", "name-taken", "unknown-program", "unknown-vocabulary")
UNTIDY = {"uncovered-bound", "valueless-test", "question-disagrees"}  # what the document lacks, whatever its names


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
    found = everywhere.union(*map(names_in, sources)) - OTHERS - JOINING_WORDS
    return frozenset(name for name in found if re.fullmatch(fields.NAME, name))


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
    """What the validator needs itself, such as `len`, and what it calls after facts, such as `fewest_visits`."""
    return tuple(sorted(names_in(plain()[1].SOURCE) - {*DECLARED.values(), *OTHERS, *JOINING_WORDS}))


@cache
def affixes() -> tuple[tuple[str, str], ...]:
    """What stands before and behind an author's name where a name holds one, such as `look_at_` and `_low`."""
    pairs = set()
    for name in module_names():
        for part in (*DECLARED.values(), *(IDS[role] for role in KEBAB)):
            before, found, behind = name.partition(part)
            if found and (not before or before.endswith("_")) and (not behind or behind.startswith("_")):
                pairs.add((before, behind))
    assert {("look_at_", ""), ("verdict_", ""), ("", "_low"), ("fewest_", "_recent")} <= pairs
    return tuple(sorted(pairs | {("", "_")}))


# ---------------------------------------------------------------- names in documents


def test_the_policy_with_everyday_names_has_all_that_a_module_can_have() -> None:
    policy, module = plain()
    right(policy, module)
    used = names_in(module.SOURCE)
    for start in ("is_valid_", "verdict_", "truth_", "look_at_", "fewest_", "most_", "minus_"):
        assert any(name.startswith(start) for name in used), start
    assert {"type", "len", "get", "row", "rows", "request", "mover", "read", "is_findings"} <= used


def test_every_name_that_a_module_needs_itself_is_kept_from_authors() -> None:
    """What it reads and does not bind is a builtin; what it binds is made of an author's names, or kept."""
    tree = ast.parse(plain()[1].SOURCE)
    read = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    bound = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    bound |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    bound |= {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.alias)}
    assert read - bound - {"__spec__"} <= set(BUILTINS)
    authors = {*DECLARED.values(), *OTHERS, *(IDS[role].replace("-", "_") for role in KEBAB), "in_state", "listed_code"}
    own = {name for name in bound if re.fullmatch(fields.NAME, name) and not any(part in name for part in authors)}
    assert own - KEPT - {"annotations", "minus_12_months", "plus_1_month", "verdict_in_force"} == set()


def documents(names: Sequence[str], roles: Sequence[str], step: int) -> Iterator[dict[str, str]]:
    """Documents in which every name stands in each of the places; in a few of them, unless there is time."""
    for turn in range(0, len(names), 1 if FUZZ else step):
        yield dict(zip(roles, islice(cycle(names), turn, None), strict=False))


def test_every_name_that_a_module_uses_may_be_a_fact_a_field_a_list_a_value_or_a_condition(tmp_path: Path) -> None:
    names = sorted(package_names() | set(module_names())) if FUZZ else module_names()
    assert len(names) > 60
    assert all(works(document, tmp_path) for document in documents(names, list(DECLARED), 9))


@pytest.mark.parametrize("half", (0, 1))
def test_a_name_that_the_module_makes_of_others_may_stand_beside_them(half: int, tmp_path: Path) -> None:
    """`look_at_visits` beside the list `visits`: one half of the places has names made of those of the other half."""
    roles, others = list(DECLARED)[half::2], [DECLARED[role] for role in list(DECLARED)[1 - half :: 2]]
    made = [name for name in module_names() if any(other in name for other in (*others, "answer", "first", "second"))]
    assert len(made) >= len(roles)  # each place has a name of its own
    assert all(works(document, tmp_path) for document in documents(made, roles, 2))


@pytest.mark.parametrize("word", sorted(JOINING_WORDS))
def test_a_word_of_the_language_is_refused_with_another_to_take(word: str, tmp_path: Path) -> None:
    policy, report = read({"yes": word}, tmp_path)
    assert policy is None
    (finding,) = (finding for finding in report.found if finding.code == "bad-name")
    assert f"`{word}_stated`" in finding.help
    assert works({"yes": f"{word}_stated"}, tmp_path)


# Places whose names must differ in one document.
APART = (tuple(DECLARED), KEBAB, ("option", "option2", "group"), ("policy", "program", "words"))


@st.composite
def names_of_documents(draw: st.DrawFn) -> dict[str, str]:
    """Names of the modules, and names made of one another with the affixes that the modules use."""
    pool = [*module_names(), *sorted(package_names())]
    given = dict(ROLES)
    for role in draw(st.permutations(list(ROLES))):
        name = draw(st.sampled_from(pool))
        for _ in range(draw(st.sampled_from((0, 1, 1, 2)))):
            before, behind = draw(st.sampled_from(affixes()))
            name = f"{before}{draw(st.sampled_from([*given.values(), name])).lower()}{behind}"
        beside = next((roles for roles in APART if role in roles), ())
        if all(legal(role, name) != legal(other, given[other]) for other in beside):
            given[role] = name
    return given


def test_names_may_be_made_of_one_another(tmp_path: Path) -> None:
    accepted: list[bool] = []

    @given(names_of_documents())
    @settings(max_examples=2000 if FUZZ else 10, deadline=None)
    def each(names: dict[str, str]) -> None:
        accepted.append(works(names, tmp_path))

    each()
    assert sum(accepted) > len(accepted) / 2


# ---------------------------------------------------------------- ids of documents

TINY = """\
policy: tiny
version: "1.0.0"
title: A tiny policy
effective: {from: "2026-04-24", until: open}
review_by: "2026-10-24"
sources:
  guide: {title: A guide, version: "6.0", section: "6.2", published: "2026-04-24"}
codes:
  "62321": {label: a label}
facts:
  Request:
    received_date: {type: date, from: "2026-01-01", to: "2036-12-31", ask: "When was it received?"}
  Chart:
    is_so: "Is it so?"
criteria:
  first: {title: One, cite: {guide: box 1}, require: is_so}
examples:
  base:
    name: All is stated
    facts: {received_date: "2026-05-04", codes: ["62321"], is_so: yes}
    expect: ready
"""

ANSWERS = """\
import json, sys
from wiser_policies import POLICIES, check, check_json, scope, known_versions
request = json.load(sys.stdin)
for key in known_versions():
    result = check(request, policy=key)
    answer = "in scope" if result.policy.program else "ready"
    assert (result.outcome, result.policy.id) == (answer, key.partition("@")[0]), (key, result, result.problems)
    assert check_json(json.dumps(request).encode(), key).outcome == answer, key
    json.dumps(result.as_dict())
assert [problem.path for problem in check(request).problems] == ["/codes"], "many services have this code"
assert scope(request).outcome == "in scope"
from wiser_policies.__main__ import main
from wiser_policies.testing import requests
for key in known_versions()[:20]:
    requests(key)
    assert main(["--policy", key, sys.argv[1]]) == 0
print(len(POLICIES))
"""


def ids() -> list[str]:
    """Every name of the package and of a module, and the longest id that there can be."""
    names = {*package_names(), *module_names(), *JOINING_WORDS, *OTHERS, *NO_FOLDERS, "a" * MOST_LETTERS}
    return sorted(name for name in names if re.fullmatch(fields.NAME, name))


def test_an_id_is_refused_or_its_policy_answers_through_the_public_names(tmp_path: Path) -> None:
    (tmp_path / "tiny").mkdir()
    (tmp_path / "tiny" / "1.0.0.yaml").write_text(TINY, encoding="utf-8")
    report = Report()
    policy = read_policy(tmp_path / "tiny" / "1.0.0.yaml", report)
    assert policy is not None, report.found
    free = [id for id in ids() if not not_free(id)]
    assert len(free) > 300
    policies = [replace(policy, id=id) for id in free]
    program = replace(policy, id="some_program", program=True, criteria=policy.criteria[:1])
    for path, text in package_of([*policies, program]):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    request = json.dumps(policy.examples[0].request)
    (tmp_path / "request.json").write_text(request, encoding="utf-8")
    asked = [sys.executable, "-W", "error", "-c", ANSWERS, str(tmp_path / "request.json")]
    run = subprocess.run(asked, input=request, text=True, capture_output=True, cwd=tmp_path / "python", check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.split()[-1] == str(len(free))


def package_of(policies: Sequence[Policy]) -> Iterator[tuple[str, str]]:
    """The package with the validators of these policies."""
    yield from python_index(policies).files.items()
    for policy in policies:
        yield from TARGETS["python"](policy).files.items()


@pytest.mark.parametrize("kind", ("policy", "program", "vocabulary"))
def test_what_is_refused_has_an_id_to_take_instead(kind: str) -> None:
    refused = [id for id in [*ids(), "a" * (MOST_LETTERS + 1)] if not_free(id)]
    assert {"check", "scope", "testing", "class", "con", "a" * (MOST_LETTERS + 1)} <= set(refused)
    assert set(wiser_policies.__all__) <= names_of_package()
    assert {id for id in names_of_package() if re.fullmatch(fields.NAME, id)} <= set(refused)
    instead = [free_id(id, kind) for id in refused]
    assert [id for id in instead if not_free(id) or not re.fullmatch(fields.NAME, id)] == []
    assert len(set(instead)) == len(instead)


def test_a_new_policy_cannot_have_an_id_that_is_not_free() -> None:
    said = valid_name("scope", "1.0.0")
    assert "'scope_policy'" in said
    assert valid_name("scope_policy", "1.0.0") == ""


def test_no_two_files_of_a_policy_are_one_where_capitals_do_not_count() -> None:
    policy, _ = plain()
    paths = [path for target in TARGETS.values() for path in target(policy).files]
    paths += [path for path, _ in package_of([policy])]
    parts = {part.partition(".")[0] for path in paths for part in path.split("/")}
    assert len({path.casefold() for path in paths}) == len(set(paths))
    assert not parts & NO_FOLDERS
