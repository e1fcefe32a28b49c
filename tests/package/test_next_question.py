"""An interview asks only what can still matter, in the order of the chart, and ends with an outcome."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby, product
from pathlib import Path
from typing import Any

import pytest
from floors import looked
from generated_modules import validator as generated
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lengths import FUZZ
from shipped import SHIPPED
from strategies_of_policies import policies, policies_of_few_answers, policies_of_ranges, thinned
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import outcome, verdict
from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.model import Compare, Criterion, Date, Extreme, Fact, Findings, Literal, Policy, Records
from wiser_compiler.proof.strategies import requests
from wiser_policies import Question, Result, check, next_question
from wiser_policies._places import put, values
from wiser_policies._questions import Interview, pointer, waiting
from wiser_policies._rules import problems

ROOT = Path(__file__).parents[2]
READY = json.loads((ROOT / "docs/requests/esi-ready.json").read_text("utf-8"))
ESI = "esi@6.0.0"
DECIDED = ("met", "not met", "not applicable")
ENDS = ("ready", "not met", "out of scope", "in scope")
REPEATABLE = settings(
    max_examples=10_000 if FUZZ else 120,
    derandomize=not FUZZ,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@st.composite
def partial_requests(draw: st.DrawFn, policy: Policy) -> dict[str, Any]:
    """A valid request with some of its facts, and fields of records, left out."""
    return draw(st.one_of(st.just({}), requests(policy).flatmap(thinned)))


def witnesses_hold(policy: Policy, result: Result, request: dict[str, Any], seen: Counter[str]) -> None:
    """A question comes with two valid requests that say more than the one in hand, and differ in its answer alone; and
    a criterion of scope or requirement is missing in the one and decided in the other, by the meaning of the policy.
    """
    interview = Interview(result.policy, request, ())
    for numbers in waiting(result, beyond_not_met=False):
        for place, _, found in interview.first(numbers):
            assert found
            for number, (before, after) in found.items():
                less, more = before.request, dict(after.request)
                assert pointer(place) not in stated(less)
                assert stated(request).items() <= stated(less).items()
                assert {path: v for path, v in stated(more).items() if path not in stated(less)}.keys() == {
                    path for path in stated(more) if path == pointer(place) or path.startswith(f"{pointer(place)}/")
                }
                (then, wrong), (now, also_wrong) = (read_case(policy.facts, case) for case in (less, more))
                assert not wrong
                assert not also_wrong
                criterion = policy.criteria[number]
                assert criterion.effect != "advisory"
                assert verdict(criterion, then) == "missing"
                assert verdict(criterion, now) in DECIDED
                seen["at once" if less == request else "with more"] += 1


def stated(value: Any, path: str = "") -> dict[str, Any]:
    """Every value of a request by its path, with the length of a list of records."""
    if isinstance(value, dict):
        return {at: one for key, inner in value.items() for at, one in stated(inner, f"{path}/{key}").items()}
    if isinstance(value, list) and any(isinstance(row, dict) for row in value):
        rows = {at: one for n, row in enumerate(value) for at, one in stated(row, f"{path}/{n}").items()}
        return {f"{path}/#": len(value), **rows}
    return {path: value}


@looked({"at once": 45, "with more": 3})
@settings(REPEATABLE, max_examples=10_000 if FUZZ else 60)
@given(st.data())
def test_a_question_of_any_policy_can_matter(seen: Counter[str], data: st.DataObject) -> None:
    policy = data.draw(st.one_of(policies(), policies_of_ranges()))
    module = generated(policy)
    for _ in range(2):
        request = data.draw(partial_requests(policy))
        witnesses_hold(policy, module.check(request), request, seen)


@looked({"at once": 35, "with more": 1})
@settings(REPEATABLE, max_examples=2_000 if FUZZ else 40)
@given(st.data())
def test_a_question_of_a_shipped_policy_can_matter(seen: Counter[str], data: st.DataObject) -> None:
    policy = SHIPPED[data.draw(st.sampled_from(sorted(SHIPPED)))]
    request = data.draw(partial_requests(policy))
    witnesses_hold(policy, check(request, policy=policy.key), request, seen)


@looked({"turning": 15})
@settings(REPEATABLE, max_examples=5_000 if FUZZ else 30)
@given(st.data())
def test_what_is_stated_bit_by_bit_decides_every_missing_criterion(seen: Counter[str], data: st.DataObject) -> None:
    """No draw has been seen in which this is needed, since the order of the chart gave a question in all."""
    policy = data.draw(st.one_of(policies(), policies_of_ranges(), policies_of_few_answers()))
    result = generated(policy).check(request := data.draw(partial_requests(policy)))
    interview = Interview(result.policy, request, ())
    for number, criterion in enumerate(policy.criteria):
        if result.verdicts[criterion.id] != "missing":
            continue
        turning = interview.turning(interview.stage(number, request))
        assert turning is not None
        place, _, (before, after) = turning
        assert stated(request).items() <= stated(dict(before.request)).items()
        assert after.request == put(before.request, place, value_at(after.request, place))
        (then, wrong), (now, also_wrong) = (read_case(policy.facts, one.request) for one in (before, after))
        assert not wrong
        assert not also_wrong
        assert verdict(criterion, then) == "missing"
        assert verdict(criterion, now) in DECIDED
        seen["turning"] += 1


def value_at(request: Any, place: tuple[str | int, ...]) -> Any:
    for part in place:
        request = request[part]
    return request


# ---------------------------------------------------------------- all requests of small policies


def answers(fact: Fact) -> list[Any]:
    """Every answer to a fact of few answers, and ... where it is not stated."""
    match fact.type:
        case Findings(options=options):
            found = [{o.id: t for o, t in zip(options, ts, strict=True) if t is not ...}
                     for ts in product((..., True, False), repeat=len(options))]  # fmt: skip
            return [one or ... for one in found]
        case _:
            options = [option.id for option in kind_of(fact.type).options]
            return [..., *(options or ([0, 1, 2] if kind_of(fact.type).tag == "number" else [True, False]))]


def mattering(policy: Policy, request: dict[str, Any], effect: str) -> set[str]:
    """By going through all: the paths whose answer decides a criterion in some request that says no less."""
    found = set()
    criteria = [criterion for criterion in policy.criteria if criterion.effect == effect]
    every = [
        dict(zip((f.name for f in policy.facts), one, strict=True)) for one in product(*map(answers, policy.facts))
    ]
    cases = [{name: value for name, value in one.items() if value is not ...} for one in every]
    verdicts = {
        json.dumps(case, sort_keys=True): [verdict(c, read_case(policy.facts, case)[0]) for c in criteria]
        for case in cases
    }
    for case in cases:
        if not stated(request).items() <= stated(case).items():
            continue
        for path in stated(case).keys() - stated(request).keys():
            before, after = (verdicts[json.dumps(one, sort_keys=True)] for one in (without(case, path), case))
            if any(was == "missing" and now in DECIDED for was, now in zip(before, after, strict=True)):
                found.add(path)
    return found


def without(case: Mapping[str, Any], path: str) -> dict[str, Any]:
    name, _, item = path[1:].partition("/")
    rest = {key: value for key, value in case.items() if key != name}
    left = {key: value for key, value in case[name].items() if key != item} if item else {}
    return {**{k: v for k, v in case.items() if k != name}, **({name: left} if left else {})} if left else rest


@looked({"asked": 25, "first of the chart": 18})
@settings(REPEATABLE, max_examples=3_000 if FUZZ else 75)
@given(st.data())
def test_what_is_asked_matters_in_some_request_of_all(seen: Counter[str], data: st.DataObject) -> None:
    policy = data.draw(policies_of_few_answers())
    request = data.draw(partial_requests(policy))
    request = {name: value for name, value in request.items() if value != {}}
    result = generated(policy).check(request)
    question = next_question(result)
    if question is None:
        assert result.outcome in ENDS
        return
    missing = [effect for effect in ("scope", "required") if any(
        c.effect == effect and result.verdicts[c.id] == "missing" for c in policy.criteria)]  # fmt: skip
    expected = mattering(policy, request, missing[0])
    asked = {f"{question.path}/{item}" for item in question.items} or {question.path}
    assert asked <= expected
    seen["asked"] += 1
    in_order = [pointer(place) for place, _ in Interview(result.policy, request, ()).open(request)]
    seen["first of the chart"] += next(path for path in in_order if path in expected) in asked


# ---------------------------------------------------------------- interviews


def answer(result: Result, question: Question, request: dict[str, Any], data: st.DataObject) -> dict[str, Any]:
    """The request with some valid answer to the question."""
    facts = result.policy.facts
    number = next(n for n, criterion in enumerate(result.policy.criteria) if criterion.id == question.criteria[0])
    expr = result.policy.interpreter.still_open(request, number)
    if question.items:
        return question.answered(request, {item: data.draw(st.booleans()) for item in question.items})
    place = tuple(int(part) if part.isdigit() else part for part in question.path[1:].split("/"))
    every = (question.answered(request, value) for value in values(question.fact, place, expr))
    return data.draw(st.sampled_from([one for one in every if not problems(facts, one)]))


def interviewed(policy: Policy, whole: dict[str, Any], seen: Counter[str], data: st.DataObject) -> None:
    """However the questions are answered, there is an outcome in the end, and no question is asked twice. Most answers
    are those of a whole request, if there is one.
    """
    module = generated(policy)
    request = data.draw(partial_requests(policy))
    asked = set()
    while question := next_question(module.check(request)):
        result = module.check(request)
        assert result.outcome in ("incomplete", "cannot tell yet")
        assert all(result.verdicts[id] == "missing" for id in question.criteria)
        one = (question.path, question.items)
        assert one not in asked
        asked.add(one)
        said = told(whole, question)
        usual = said is not None and data.draw(st.integers(0, 19)) > 0
        request = question.answered(request, said) if usual else answer(result, question, request, data)
    case, wrong = read_case(policy.facts, request)
    assert not wrong
    assert outcome(policy, case) in ENDS
    seen[outcome(policy, case)] += 1
    seen["asked"] += len(asked)


@looked({"asked": 80, "ready": 30, "not met": 10, "out of scope": 8, "in scope": 1})
@REPEATABLE
@given(st.data())
def test_an_interview_about_any_policy_ends(seen: Counter[str], data: st.DataObject) -> None:
    interviewed(data.draw(st.one_of(policies(), policies_of_few_answers())), {}, seen, data)


@looked({"asked": 200, "ready": 3, "not met": 1, "out of scope": 3})
@settings(REPEATABLE, max_examples=500 if FUZZ else 25)
@given(st.data())
def test_an_interview_about_a_shipped_policy_ends(seen: Counter[str], data: st.DataObject) -> None:
    policy = SHIPPED[data.draw(st.sampled_from(sorted(SHIPPED)))]
    interviewed(policy, base(policy.key), seen, data)


def base(key: str) -> dict[str, Any]:
    """The first example of a policy."""
    return dict(SHIPPED[key].examples[0].request)


def told(request: Mapping[str, Any], question: Question) -> Any:
    """What a request says to a question; None for nothing."""
    found: Any = request
    for part in question.path[1:].split("/"):
        found = found[int(part)] if isinstance(found, list) else found.get(part)
        if found is None:
            return None
    return {item: found[item] for item in question.items if item in found} or None if question.items else found


def interview(key: str, whole: dict[str, Any], **how: Any) -> Iterator[tuple[Question, dict[str, Any]]]:
    """The questions about a policy, answered by a request; what it does not state is passed over."""
    request: dict[str, Any] = {}
    skip: list[str] = []
    while question := next_question(check(request, policy=key), skip, **how):
        assert question.path not in skip
        said = told(whole, question)
        if said is None:
            skip.append(question.path)
        else:
            request = question.answered(request, said)
        yield question, request


@pytest.mark.parametrize("key", [key for key, policy in SHIPPED.items() if not policy.program])
def test_the_first_example_is_ready_after_fewer_questions_than_facts(key: str) -> None:
    whole = base(key)
    *_, (_, request) = asked = list(interview(key, whole))
    assert check(request, policy=key).outcome == check(whole, policy=key).outcome == "ready"
    assert len(asked) < len(SHIPPED[key].facts)
    assert stated(request).items() <= stated(whole).items()


def test_scope_comes_first_and_then_the_chart_in_its_order() -> None:
    asked = [question for question, _ in interview(ESI, READY)]
    effects = {criterion.id: criterion.effect for criterion in SHIPPED[ESI].criteria}
    of = [effects[question.criteria[0]] for question in asked]
    assert of == sorted(of, reverse=True)  # "scope" stands behind "required" in the alphabet
    assert set(of) == {"scope", "required"}
    assert asked[0].path == "/codes"
    headings = [question.chart for question in asked[of.count("scope") :]]
    assert [heading for heading, _ in groupby(headings)] == list(dict.fromkeys(headings))  # each part is opened once
    assert next(question for question in asked if effects[question.criteria[0]] == "required").path == "/pregnant"


def test_a_reason_is_asked_for_where_it_is_needed_alone() -> None:
    usual = [question.path for question, _ in interview(ESI, READY)]
    deeper = [question.path for question, _ in interview(ESI, READY | {"sedation": "moderate"})]
    assert "/sedation_need" not in usual
    assert deeper.index("/sedation") < deeper.index("/sedation_need")


def test_an_interview_stops_at_not_met_unless_it_is_to_go_on() -> None:
    bad = READY | {"planned_sessions": 5}
    stopped, whole = list(interview(ESI, bad)), list(interview(ESI, bad, beyond_not_met=True))
    assert stopped[-1][0].path == "/planned_sessions"
    assert len(stopped) < len(whole)
    result = check(whole[-1][1], policy=ESI)
    assert result.outcome == "not met"
    assert "missing" not in [
        v for id, v in result.verdicts.items() if {c.id: c for c in result.policy.criteria}[id].effect == "required"
    ]


@pytest.mark.parametrize("beyond", [False, True])
def test_nothing_is_asked_out_of_scope(beyond: bool) -> None:
    asked = list(interview(ESI, READY | {"payer": "advantage"}, beyond_not_met=beyond))
    assert asked[-1][0].path == "/payer"
    assert check(asked[-1][1], policy=ESI).outcome == "out of scope"


def test_items_of_findings_that_cannot_matter_are_not_asked() -> None:
    most = {name: value for name, value in READY.items() if name != "contraindications"}
    question = next_question(check(most | {"contraindications": {"infection": False}}, policy=ESI))
    assert question is not None
    assert (question.path, question.items) == ("/contraindications", ("cord_lesion", "cauda_lesion"))
    assert question.criteria == ("contraindications",)
    assert question.answered({"contraindications": {"infection": False}}, {"cord_lesion": True}) == {
        "contraindications": {"infection": False, "cord_lesion": True}
    }


def test_a_field_of_a_record_is_asked_at_its_place() -> None:
    first, *others = READY["prior_sessions"]
    bare = {name: value for name, value in first.items() if name != "session_date"}
    question = next_question(check(READY | {"prior_sessions": [bare, *others]}, policy=ESI))
    assert question is not None
    assert (question.path, question.chart) == ("/prior_sessions/0/session_date", "Response to treatment")
    assert question.answered({"prior_sessions": [{}, {}]}, "2026-01-01")["prior_sessions"][1] == {}
    assert question.answered({"prior_sessions": [{}]}, "2026-01-01") == {
        "prior_sessions": [{"session_date": "2026-01-01"}]
    }


def test_what_is_skipped_is_not_asked() -> None:
    request: dict[str, Any] = {}
    first = next_question(check(request, policy=ESI))
    second = next_question(check(request, policy=ESI), ["/codes"])
    assert first is not None
    assert second is not None
    assert (first.path, second.path) == ("/codes", "/received_date")
    most = {name: value for name, value in READY.items() if name != "contraindications"}
    open_ = check(most, policy=ESI)
    assert next_question(open_, ["/contraindications"]) is None
    part = next_question(open_, ["/contraindications/infection"])
    assert part is not None
    assert part.items == ("cord_lesion", "cauda_lesion")


def test_no_two_records_are_made_the_same() -> None:
    """A request with one record of each of two days: the second record can only have the other day."""
    first, last = date(2026, 1, 1), date(2026, 1, 2)
    day = Fact("day", Date(first, last), "Day", row_of="visits")
    visits = Fact("visits", Records((day,), 2, ("day",)), "Visits")
    seen = Extreme("latest", visits, day)
    criterion = Criterion("c", "C", "required", (), Compare("==", seen, Literal(last)))
    policy = Policy("p", "1.0.0", "P", first, None, None, (), (), (visits,), (criterion,))
    request = {"visits": [{"day": "2026-01-01"}, {}]}
    result = generated(policy).check(request)
    interview_ = Interview(result.policy, request, ())
    further = interview_.further(interview_.stage(0, request), ("visits", 1, "day"), result.policy.facts[0].fields[0])
    assert [one.request["visits"][1] for one in further] == [{"day": "2026-01-02"}]


def test_a_question_is_json_and_shows_nothing_of_the_request() -> None:
    mark = "CANARY7f3a"
    request = {
        name: mark if isinstance(value, str) and value.startswith("p. ") else value for name, value in READY.items()
    }
    question = next_question(check({k: v for k, v in request.items() if k != "guidance"}, policy=ESI))
    assert question is not None
    said = json.loads(json.dumps(question.as_dict()))
    assert said["ask"] == "Which image guidance is planned?"
    assert said["options"]["fluoroscopy"] == "fluoroscopy with contrast"
    assert mark in str(request)
    assert mark not in f"{said} {question!r}"


def test_an_invalid_request_has_problems_and_no_question() -> None:
    with pytest.raises(ValueError, match="problems"):
        next_question(check({"codes": 7}, policy=ESI))


def test_the_program_asks_whether_it_concerns_the_request() -> None:
    asked = [question.path for question, _ in interview("wiser@6.0.0", READY)]
    assert asked[0] == "/codes"
    assert "/payer" in asked
