"""The solver's encoding agrees with `evaluate`, on random policies and requests, and on the shipped ones."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import z3
from floors import looked
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lengths import one_in
from shipped import SHIPPED
from strategies_of_policies import policies, policies_of_ranges, thinned
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import MET, MISSING, NOT_APPLICABLE, NOT_MET, verdict
from wiser_compiler.core.model import (
    Choice,
    Codes,
    Compare,
    Count,
    Criterion,
    Date,
    Documented,
    Fact,
    Findings,
    Literal,
    Note,
    Number,
    Option,
    OptionSet,
    Policy,
    Records,
    YesNo,
    all_of,
)
from wiser_compiler.proof.formula import has_verdict
from wiser_compiler.proof.solver.encode import Meaning, SymbolicVerdicts
from wiser_compiler.proof.solver.logic import Days, moved
from wiser_compiler.proof.solver.solver import Solver
from wiser_compiler.proof.solver.symbolic_request import WINDOW, SymbolicFact, SymbolicRequest, scale_of, true
from wiser_compiler.proof.strategies import requests


class Outside(Exception):
    """A request that the chart does not hold: an early date, or a long list."""


def states(variables: SymbolicFact, value: Any, symbolic: SymbolicRequest) -> list[Any]:
    """What makes a fact of the chart state this value of a case, or nothing."""
    if value is None:
        return [z3.Not(variables.stated)]
    match variables.fact.type:
        case YesNo():
            fixed = [variables.value == value]
        case Note():
            fixed = []
        case Number():
            fixed = [variables.value == symbolic.scale.number(value)]
        case Date():
            if not variables.value.first <= value.toordinal() <= variables.value.last:
                raise Outside
            fixed = [variables.value.number == value.toordinal()]
        case Choice():
            fixed = [variables.value == symbolic.scale.options[value]]
        case OptionSet() | Codes():
            fixed = [bit == (name in value) for name, bit in variables.items.items()]
            begins = {
                beginning: any(code.startswith(beginning) for code in value) for beginning in variables.beginnings
            }
            fixed += [bit == begins[beginning] for beginning, bit in variables.beginnings.items()]
        case Findings():
            fixed = [bit == (name in value) for name, bit in variables.looked.items()]
            fixed += [variables.items[name] == found for name, found in value.items()]
        case Records():
            if len(value) > len(variables.rows):
                raise Outside
            fixed = []
            for number, (there, record) in enumerate(variables.rows):
                fixed.append(there == (number < len(value)))
                if number < len(value):
                    fixed += [
                        f for name, inner in record.items() for f in states(inner, value[number].get(name), symbolic)
                    ]
    return [variables.stated, *fixed]


def verdict_in(model: z3.ModelRef, verdicts: SymbolicVerdicts) -> str:
    holding = [
        name
        for name, bit in ((MET, verdicts.met), (NOT_MET, verdicts.not_met), (NOT_APPLICABLE, verdicts.not_applicable))
        if true(model, bit)
    ]
    assert len(holding) <= 1
    return holding[0] if holding else MISSING


def agrees(policy: Policy, request: Any) -> None:
    case, problems = read_case(policy.facts, request)
    assert not problems
    symbolic = SymbolicRequest(policy.facts, scale_of([policy]))
    meaning = Meaning(symbolic)
    verdicts = {criterion.id: meaning.verdicts(criterion) for criterion in policy.criteria}
    solver = z3.Solver()
    solver.add(*symbolic.domain(symbolic.facts), *meaning.defined())
    for name, variables in symbolic.facts.items():
        solver.add(*states(variables, case.get(name), symbolic))
    assert solver.check() == z3.sat
    solved = {id: verdict_in(solver.model(), found) for id, found in verdicts.items()}
    assert solved == {criterion.id: verdict(criterion, case) for criterion in policy.criteria}
    again, problems = read_case(policy.facts, symbolic.described_by(solver.model(), symbolic.facts))
    assert not problems
    assert {c.id: verdict(c, again) for c in policy.criteria} == solved


@looked({"compared": 250})  # of 360; what lies outside of the encoding says so
@settings(
    max_examples=120,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(st.data())
def test_the_encoding_agrees_on_random_policies(seen: Counter[str], data: st.DataObject) -> None:
    policy = data.draw(policies())
    drawn = requests(policy)
    for _ in range(3):
        with suppress(Outside):
            agrees(policy, data.draw(drawn))
            seen["compared"] += 1


@looked({"compared": 100})
@settings(
    max_examples=40,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(st.data())
def test_the_encoding_agrees_on_what_lies_in_a_range(seen: Counter[str], data: st.DataObject) -> None:
    policy = data.draw(policies_of_ranges())
    drawn = requests(policy)
    for _ in range(6):
        with suppress(Outside):
            agrees(policy, data.draw(thinned(data.draw(drawn))))
            seen["compared"] += 1


@pytest.mark.parametrize("key", one_in(2, SHIPPED))
def test_the_encoding_agrees_on_examples(key: str) -> None:
    policy = SHIPPED[key]
    seen = 0
    for example in policy.examples[:: max(1, len(policy.examples) // 12)]:
        if not read_case(policy.facts, example.request)[1]:
            with suppress(Outside):
                agrees(policy, dict(example.request))
                seen += 1
    assert seen > 3


@pytest.mark.parametrize("months", [1, -1, 3, -12, 6, 24, -100])
def test_months_are_exact_on_every_day_of_the_window(months: int) -> None:
    from wiser_compiler.core.dates import shift

    first, last = (day.toordinal() for day in WINDOW)
    number = z3.Int("day")
    shifted = moved(Days(number, first, last), months, 3)
    for day in range(first, last + 1, 7):
        value = z3.simplify(z3.substitute(shifted.number, (number, z3.IntVal(day)))).as_long()
        assert date.fromordinal(value) == shift(date.fromordinal(day), months, 3)


@pytest.mark.parametrize("months", [-3, 3])
def test_the_latest_day_of_no_records_can_be_moved_there_and_back(months: int) -> None:
    first, last = date(2020, 1, 1).toordinal(), date(2030, 12, 31).toordinal()
    back = moved(moved(Days(0, first, last), months, 0), -months, 0)
    assert isinstance(back.number, int) and first <= back.number <= last


def test_records_may_be_told_apart_by_a_note() -> None:
    text = Fact("page", Note(), "", row_of="visits")
    visits = Fact("visits", Records((text,), 3, ("page",)), "Which visits?")
    three = Compare(">=", Count(visits, Documented(text)), Literal(Decimal(3)))
    criterion = Criterion("noted", "", "required", (), three)
    policy = Policy("p", "1.0.0", "", date(2026, 1, 1), None, None, (), (), (visits,), (criterion,))
    found = Solver(policy).reach({"met": has_verdict(criterion, MET)}, [criterion])["met"]
    assert isinstance(found, dict)
    assert len({visit["page"] for visit in found["visits"]}) == 3


def test_items_of_a_set_in_a_record_are_counted_in_that_record() -> None:
    sides = Fact("sides", OptionSet((Option("left", ""), Option("right", ""))), "", row_of="visits")
    visits = Fact("visits", Records((sides,), 2, ()), "Which visits?")
    counts = [Count(visits, Compare("==", Count(sides), Literal(Decimal(number)))) for number in (1, 2)]
    each_once = all_of(*(Compare("==", count, Literal(Decimal(1))) for count in counts))
    criterion = Criterion("counted", "", "required", (), each_once)
    policy = Policy("p", "1.0.0", "", date(2026, 1, 1), None, None, (), (), (visits,), (criterion,))
    found = Solver(policy).reach({"met": has_verdict(criterion, MET)}, [criterion])["met"]
    assert isinstance(found, dict)
    assert sorted(len(visit["sides"]) for visit in found["visits"]) == [1, 2]
