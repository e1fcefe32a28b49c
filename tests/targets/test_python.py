"""The Python target: hostile text stays text, simplified code means the same, the runtime has the rules of the
meaning.
"""

from __future__ import annotations

import ast
import itertools
import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from generated_modules import validator
from hypothesis import given, settings
from hypothesis import strategies as st
from shipped import SHIPPED
from wiser_compiler.core import dates
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import verdict
from wiser_compiler.core.model import (
    Choice,
    Compare,
    Criterion,
    Documented,
    Fact,
    FactValue,
    Findings,
    Literal,
    Not,
    Option,
    OptionSet,
    Policy,
    Reading,
    Records,
    all_of,
    any_of,
)
from wiser_compiler.targets.python import python
from wiser_compiler.targets.python.code import NO, YES, Atom, Code, Joined, both, docstring, either, layout, quoted
from wiser_policies import check
from wiser_policies._dates import is_day, shift
from wiser_policies._json import NotJson, read_json
from wiser_policies.vagus_stimulation import v6_0_0 as vagus_stimulation

HOSTILE = [
    "a \"quote\" and 'another'",
    "line\nbreak",
    '"""',
    '""""',
    "'''",
    "{{7*7}}",
    "{% x %}",
    "a | b",
    "<script>alert(1)</script>",
    "NUL \0 inside",
    "back\\slash",
    "ends with \\",
    'ends with "',
    "\u202etrojan",
    "# x",
    "]]></x>",
    "${x}",
    "%s",
    "é — ☐",
]


def hostile(policy: Policy, text: str) -> Policy:
    """The policy with this text wherever a person reads text."""

    def option_of(kind: Any) -> Any:
        if isinstance(kind, Choice | OptionSet | Findings):
            return replace(kind, options=tuple(replace(option, label=text) for option in kind.options))
        return replace(kind, fields=tuple(fact_of(f) for f in kind.fields)) if isinstance(kind, Records) else kind

    def fact_of(fact: Fact) -> Fact:
        return replace(fact, ask=text, chart=text, type=option_of(fact.type))

    def criterion_of(criterion: Criterion) -> Criterion:
        cite = tuple(replace(c, place=text, source=replace(c.source, title=text)) for c in criterion.cite)
        return replace(criterion, title=text, cite=cite, readings=(Reading(text, text),))

    return replace(
        policy,
        title=text,
        sources=tuple(replace(source, title=text, section=text) for source in policy.sources),
        facts=tuple(fact_of(fact) for fact in policy.facts),
        criteria=tuple(criterion_of(criterion) for criterion in policy.criteria),
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_reaches_the_module_as_text(text: str) -> None:
    policy = next(iter(SHIPPED.values()))
    plain, module = validator(policy), validator(hostile(policy, text))
    about = module.POLICY
    assert about.title == text
    assert {criterion.title for criterion in about.criteria} == {text}
    assert {fact.ask for fact in about.facts} == {text}
    assert (text, text) in about.criteria[0].readings
    kinds = [{type(node).__name__ for node in ast.walk(ast.parse(m.SOURCE))} for m in (plain, module)]
    assert kinds[0] == kinds[1]
    request = dict(policy.examples[0].request)
    assert module.check(request).verdicts == plain.check(request).verdicts


@given(st.lists(st.text(), min_size=1, max_size=4))
@settings(max_examples=300, deadline=None)
def test_a_docstring_holds_its_text_and_nothing_else(content: list[str]) -> None:
    code = "\n".join(["def f():", *docstring(content, "    ")])
    tree = ast.parse(code)
    function = tree.body[0]
    assert isinstance(function, ast.FunctionDef)
    assert len(tree.body) == len(function.body) == 1
    said = ast.get_docstring(function, clean=False) or ""
    assert [line.strip() for line in said.split("\n") if line.strip()] == [
        part.strip() for text in content for part in text.replace("\r", "\r").split("\n") if part.strip()
    ]


@given(st.one_of(st.text(), st.tuples(st.text(), st.text())))
def test_a_quoted_value_reads_back_as_itself(value: object) -> None:
    assert ast.literal_eval(quoted(value)) == value


# ---------------------------------------------------------------- boolean code


def codes() -> st.SearchStrategy[Code]:
    """Small trees over guarded tests: `a is not None and a > 1` and the like."""
    names = st.sampled_from("abc")
    leaf = st.one_of(
        names.map(lambda n: both(Atom(f"{n} is not None"), Atom(f"{n} > 1"))),
        names.map(lambda n: both(Atom(f"{n} is not None"), Atom(f"{n} <= 1"))),
        names.map(lambda n: Atom(f"{n} is True")),
        st.sampled_from([YES, NO]),
    )
    return st.recursive(
        leaf, lambda inner: st.tuples(st.booleans(), st.lists(inner, min_size=1, max_size=3)).map(_join), max_leaves=8
    )


def _join(drawn: tuple[bool, list[Code]]) -> Code:
    return both(*drawn[1]) if drawn[0] else either(*drawn[1])


@given(st.booleans(), st.lists(codes(), min_size=1, max_size=4))
@settings(max_examples=400, deadline=None)
def test_simplified_code_means_the_same_and_never_compares_none(together: bool, parts: list[Code]) -> None:
    joined = both(*parts) if together else either(*parts)
    for values in itertools.product((None, 0, 2, True), repeat=3):
        names = dict(zip("abc", values, strict=True))
        each = [eval(part.text, {}, names) for part in parts]
        assert bool(eval(joined.text, {}, names)) is (all(each) if together else any(each))


def test_what_is_said_before_is_not_said_again() -> None:
    guard, small, large = Atom("a is not None"), Atom("a < 1"), Atom("a > 9")
    assert both(guard, either(both(guard, small), both(guard, large))).text == "a is not None and (a < 1 or a > 9)"
    assert either(both(guard, small), both(guard, large)).text == "a is not None and (a < 1 or a > 9)"
    later = both(either(both(guard, small), Atom("b")), guard)
    assert isinstance(later, Joined)
    assert later.text == "((a is not None and a < 1) or b) and a is not None"


# ---------------------------------------------------------------- the runtime


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(-1200, 1200), st.integers(-400, 400))
@settings(max_examples=500)
def test_text_dates_move_as_dates_do(day: date, months: int, days: int) -> None:
    assert shift(day.isoformat(), months, days) == dates.shift(day, months, days).isoformat()


def test_only_real_dates_written_in_one_way_are_days() -> None:
    wrong = [
        "20260615",
        "2026-W01-1",
        "2026-6-15",
        "2026-06-31",
        "2026-02-29",
        "0000-01-01",
        "2026-06-15\n",
        " 2026-06-15",
        "",
        "２０２６-06-15",
        "2026-06-1５",
        "2026/06/15",
        "2026-06-15T00:00",
    ]
    assert [text for text in wrong if is_day(text)] == []
    first = date(2023, 12, 30)
    assert all(is_day((first + timedelta(n)).isoformat()) for n in range(800))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_strict_reading_gives_what_json_gives(value: object) -> None:
    assert read_json(json.dumps(value).encode()) == value


@given(st.binary(max_size=200))
@settings(max_examples=500)
def test_bytes_are_read_or_refused_and_never_shown(data: bytes) -> None:
    try:
        read_json(data)
    except NotJson as error:
        assert error.__cause__ is None
        assert error.__suppress_context__ or error.__context__ is None


# ---------------------------------------------------------------- the module aloud


def test_each_criterion_is_a_function_whose_docstring_is_its_title_and_place() -> None:
    for policy in SHIPPED.values():
        sources = [text for path, text in python(policy).files.items() if path.endswith(".py")]
        functions = {f.name: f for text in sources for f in ast.parse(text).body if isinstance(f, ast.FunctionDef)}
        for criterion in policy.criteria:
            doc = ast.get_docstring(functions[f"verdict_{criterion.id.replace('-', '_')}"]) or ""
            assert doc.startswith(f"{criterion.title}.")
            assert all(citation.place in " ".join(doc.split()) for citation in criterion.cite)


def test_what_only_a_criterion_that_does_not_apply_would_read_is_not_looked_up() -> None:
    for indication, found in (("depression", 1), ("seizures", 0)):
        chart = vagus_stimulation.Chart({"indication": indication, "visits": [{"major_episode": True}]})
        vagus_stimulation.look_at_visits(chart)
        assert chart.most_visits_for_two_visits == found


def test_brackets_that_group_never_become_a_tuple() -> None:
    long = " + ".join(f"a_rather_long_name_{number}" for number in range(6))
    for code in (Atom(f"limit <= 100 * ({long})"), Atom(f"look_at({long.replace(' +', ',')}) is True")):
        tree = ast.parse("\n".join(layout(code, "    ", "if ", ":")).strip() + "\n    pass")
        assert not any(isinstance(node, ast.Tuple) for node in ast.walk(tree))


def test_a_list_that_can_change_nothing_is_not_asked_for() -> None:
    explained = check({"planned_sessions": 5}, "esi@6.0.0").explain()
    limit = next(found for found in explained if found.criterion.id == "session-limit")
    assert (limit.verdict, limit.decided_by, limit.missing) == ("not met", ("planned_sessions",), ())
    assert limit.reason.words.startswith("Prior sessions: no more than 4 sessions, with the planned sessions included")


def test_a_test_that_one_of_two_facts_meets_waits_for_neither() -> None:
    """Code that says *missing* first must not do so where the other fact decides."""
    options = (Option("x", "X"), Option("y", "Y"), Option("z", "Z"))
    one, other = (Fact(name, Choice(options), "Which?") for name in ("one", "other"))
    x, y = ([Compare("==", FactValue(fact), Literal(id)) for fact in (one, other)] for id in "xy")
    few = [any_of(a, b) for a, b in zip(x, y, strict=True)]
    pairs = [(x[0], x[1]), (x[0], few[1]), (few[0], few[1]), (Not(x[0]), x[1]), (x[0], Documented(other))]
    tests = [test for pair in pairs for join in (any_of, all_of) for test in (join(*pair), Not(join(*pair)))]
    criteria = tuple(
        replace(SHIPPED["esi@6.0.0"].criteria[0], id=f"c-{n}", require=t, applies_when=None)
        for n, t in enumerate(tests)
    )
    policy = replace(
        SHIPPED["knee_arthroscopy@6.0.0"], facts=(one, other), codes=(), criteria=criteria, clocks=(), part_of=""
    )
    module, asked = validator(policy), (None, "x", "y", "z")
    for values in itertools.product(asked, asked):
        request = {fact.name: value for fact, value in zip((one, other), values, strict=True) if value}
        case, _ = read_case(policy.facts, request)
        assert module.check(request).verdicts == {c.id: verdict(c, case) for c in criteria}, request
