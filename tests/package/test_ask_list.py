"""The ask list: doing what one way of each gap says makes a request ready, and no part of a way is enough."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from floors import looked
from generated_modules import validator as generated
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lengths import FUZZ
from shipped import SHIPPED, requests_for
from strategies_of_policies import marked, policies, policies_of_few_answers, policies_of_ranges, thinned
from wiser_compiler.core.as_data import expression
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import outcome
from wiser_compiler.core.model import Compare, Criterion, Policy
from wiser_compiler.core.prepared import Prepared
from wiser_compiler.core.walk import criterion_parts, subexpressions
from wiser_compiler.proof.strategies import requests
from wiser_policies import Result, ask_list, check
from wiser_policies._ask_goals import Before, Day, is_so, places_of
from wiser_policies._ask_groups import groups_of
from wiser_policies._ask_regions import Range, day_number, stated, steps, within
from wiser_policies._ask_regions import holds as region_holds
from wiser_policies._ask_search import Group, Search, things_of
from wiser_policies._ask_solving import Solution, comes, stating
from wiser_policies._ask_words import of_days
from wiser_policies._compiled import CompiledPolicy
from wiser_policies._places import Place, open_places

ROOT = Path(__file__).parents[2]
IS_ASK_LIST = jsonschema_rs.validator_for(json.loads((ROOT / "generated/json_schema/ask.schema.json").read_text()))
CLOSED = ("met", "not applicable")
REPEATABLE = settings(
    max_examples=5_000 if FUZZ else 40,
    derandomize=not FUZZ,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def parts(values: Mapping[Place, Any]) -> Iterator[dict[Place, Any]]:
    """The values of every proper part; records that are to come have their numbers anew."""
    things = things_of(values)
    for size in range(len(things)):
        for chosen in combinations(things, size):
            yield renumbered({place: value for thing in chosen for place, value in things[thing].items()})


def renumbered(values: Mapping[Place, Any]) -> dict[Place, Any]:
    come = sorted({place[:2] for place in values if comes(place)}, key=lambda place: (str(place[0]), -int(place[1])))
    first = {list_: next(at for at, place in enumerate(come) if place[0] == list_) for list_, _ in come}
    new = {place: (place[0], first[place[0]] - at - 1) for at, place in enumerate(come)}
    return {(*new.get(place[:2], place[:2]), *place[2:]): value for place, value in values.items()}


class Chart:
    """A request of a policy, with the meaning of the policy at hand."""

    def __init__(self, policy: Policy, request: dict[str, Any], result: Result) -> None:
        self.policy, self.request, self.result = policy, request, result
        self.search = Search(result, "")
        self.asked = [n for n, one in enumerate(policy.criteria) if one.effect != "advisory"]
        self.meaning = [*map(Prepared().verdict, policy.criteria)]
        self.before = self.verdicts(request)

    def verdicts(self, request: Mapping[str, Any]) -> dict[int, str]:
        """By the meaning of the policy; empty for an invalid request."""
        case, wrong = read_case(self.policy.facts, request)
        return {} if wrong else {n: self.meaning[n](case) for n in self.asked}

    def answered(self, request: Mapping[str, Any], numbers: tuple[int, ...]) -> bool:
        """Whether criteria are closed, and it is known of each whether it applies."""
        verdicts = self.verdicts(request)
        if not verdicts or any(verdicts[n] not in CLOSED for n in numbers):
            return False
        applies = [self.search.interpreter.tests(n)[0] for n in numbers]
        return all(one is None or self.search.interpreter.truth(one, request) is not None for one in applies)


def solutions_hold(chart: Chart, group: Group, seen: Counter[str]) -> None:
    """Every way closes its criteria, opens no other one, changes nothing that is stated, and has no part to spare."""
    for solution in group.solutions:
        after = chart.verdicts(solution.applied(chart.request))
        assert after, "a valid request"
        assert all(after[n] in CLOSED for n in group.numbers)
        assert not [n for n in chart.asked if chart.before[n] in CLOSED and after[n] not in CLOSED]
        for place in solution.values:
            assert place in chart.search.moves or chart.search.goals.value(place) is None
        number = len(things_of(solution.values))
        for part in parts(solution.values) if number <= 6 else ():
            assert out_of_order(chart, part) or not chart.answered(stating(chart.request, part), group.numbers), part
        seen["ways"] += 1
        assert not any(contains(other, solution) for other in group.solutions if other is not solution)
        seen["of several things"] += number > 1
        seen["with a record to come"] += any(map(comes, solution.values))
        seen["with a field"] += any(len(place) > 2 and not comes(place) for place in solution.values)
        seen["with a change"] += any(place in chart.search.moves and len(place) == 1 for place in solution.values)
        edges_are_exact(chart, group, solution, seen)


def contains(one: Solution, other: Solution) -> bool:
    """Whether a way allows all that another one does, and compares no places with one another."""
    return not one.route.relations and all(
        place in other.regions and within(other.regions[place], region) for place, region in one.regions.items()
    )


def edges_are_exact(chart: Chart, group: Group, solution: Solution, seen: Counter[str]) -> None:
    """The edge of a range works, and one step beyond it does not, unless another way allows it."""
    if chart.search.goals.given_up or chart.search.routes.given_up:
        return  # another way may allow what lies beyond
    compared = {place for relation in solution.route.relations for place in places_of(relation)}
    for place, region in solution.regions.items():
        if not isinstance(region, Range) or place in compared:
            continue
        fact = chart.search.goals.fact(place)
        whole = chart.search.solving.whole(place)
        for end, beyond in ((region.low, region.low - 1), (region.high, region.high + 1)):
            at_the_end = stating(chart.request, {**solution.values, place: stated(fact, end)})
            if chart.verdicts(at_the_end):
                assert chart.answered(at_the_end, group.numbers)
            if whole.low <= beyond <= whole.high:
                values = {**solution.values, place: stated(fact, beyond)}
                further = stating(chart.request, values)
                if (
                    chart.answered(further, group.numbers)
                    and not broken(chart, further)
                    and not out_of_order(chart, values)
                ):
                    others = (other for other in group.solutions if other is not solution)
                    assert any(allows(other, place, beyond) for other in others), (place, beyond)
                seen["edges"] += 1


def allows(way: Solution, place: Place, step: int) -> bool:
    """Whether a way allows a value of a place, or would with more of the plan changed, of which it changes little."""
    regions = (way.regions.get(place), way.route.regions.get(place))
    return place not in way.regions or any(isinstance(one, Range) and one.low <= step <= one.high for one in regions)


def broken(chart: Chart, request: Mapping[str, Any]) -> bool:
    after = chart.verdicts(request)
    return any(chart.before[n] in CLOSED and after[n] not in CLOSED for n in chart.asked)


def out_of_order(chart: Chart, values: Mapping[Place, Any]) -> bool:
    """Whether a change breaks a limit of its own: it goes beyond what may change, or before the day of receipt."""
    moved = [place for place in values if place in chart.search.moves and len(place) == 1]
    for place in moved:
        at = steps(chart.search.goals.fact(place), values[place])
        allowed = chart.search.moves[place].allowed
        if not allowed.low <= at <= allowed.high:
            return True
    days = {(name,): value for name, value in stating(chart.request, values).items()}
    plan = (one for one in chart.search.plan if any(place in values for place in places_of(one)))
    return any(all(p in days for p in places_of(one)) and not is_so(one, chart.search.facts, days) for one in plan)


def holds(policy: Policy, request: dict[str, Any], result: Result, data: st.DataObject, seen: Counter[str]) -> None:
    """All that is promised of the ask list of one request."""
    if result.problems or result.outcome in ("ready", "in scope"):
        return
    chart = Chart(policy, request, result)
    groups, lost = groups_of(chart.search)
    assert sorted([n for group in groups for n in group.numbers] + lost) == chart.search.open
    for group in groups:
        solutions_hold(chart, group, seen)
    seen["gaps"] += len(groups)
    seen["contradicted"] += len(lost)
    seen["opens more"] += any(group.opens_more for group in groups)
    if not lost and not any(group.opens_more for group in groups):
        values: dict[Place, Any] = {}
        for group in groups:
            values |= data.draw(st.sampled_from(group.solutions)).values
        after = stating(request, values)
        case, wrong = read_case(policy.facts, after)
        assert not wrong
        assert outcome(policy, case) in ("ready", "in scope")
        seen["ready at once"] += 1
    shown = ask_list(result).as_dict()
    IS_ASK_LIST.validate(json.loads(json.dumps(shown)))
    assert {id for gap in shown["gaps"] for id in gap["criteria"]} | {
        id for one in shown["contradicted"] for id in one["criteria"]
    } <= {criterion.id for criterion in policy.criteria}


@looked(
    {
        "ways": 1_000,
        "of several things": 300,
        "edges": 200,
        "ready at once": 50,
        "with a change": 30,
        "with a field": 10,
    }
)
@settings(REPEATABLE, max_examples=20_000 if FUZZ else 500)
@given(st.data())
def test_doing_what_the_list_says_makes_a_chart_of_a_shipped_policy_ready(
    seen: Counter[str], data: st.DataObject
) -> None:
    key = data.draw(st.sampled_from(sorted(SHIPPED)))
    request = data.draw(requests_for(key))
    if data.draw(st.booleans()):
        request = data.draw(thinned(request))
    holds(SHIPPED[key], request, check(request, policy=key), data, seen)


@looked({"ways": 40, "of several things": 5, "ready at once": 15, "with a field": 3})
@REPEATABLE
@given(st.data())
def test_doing_what_the_list_says_makes_a_chart_of_any_policy_ready(seen: Counter[str], data: st.DataObject) -> None:
    policy = data.draw(st.one_of(policies(), policies_of_ranges(), policies_of_few_answers()).flatmap(marked))
    module = generated(policy)
    for _ in range(3):
        request = data.draw(requests(policy).flatmap(thinned))
        holds(policy, request, module.check(request), data, seen)


# ---------------------------------------------------------------- all requests of small policies


def closing_by_trying(chart: Chart, number: int) -> set[frozenset[tuple[Place, Any]]]:
    """The smallest sets of further answers that close a criterion, by going through all."""
    places = [place for place, _ in open_places(chart.result.policy.facts, chart.request)]
    answers = [[..., *_answers(chart.search.goals.fact(place))] for place in places]
    closing: list[frozenset[tuple[Place, Any]]] = []
    for chosen in product(*answers):
        values = {place: value for place, value in zip(places, chosen, strict=True) if value is not ...}
        if chart.answered(stating(chart.request, values), (number,)):
            closing.append(frozenset(values.items()))
    return {one for one in closing if not any(other < one for other in closing)}


def repeats_a_fact(criterion: Criterion) -> bool:
    """Whether a comparison of it reads a fact twice."""
    tests = (part for expr in criterion_parts(criterion) for part in subexpressions(expr) if isinstance(part, Compare))
    read = (re.findall(r'"fact": "(\w+)"', json.dumps(expression(test))) for test in tests)
    return any(len(names) > len(set(names)) for names in read)


def _answers(fact: Any) -> list[Any]:
    match fact.kind:
        case "yes_no" | "findings":
            return [True, False]
        case "choice":
            return [*fact.options]
        case _:
            return [*range(fact.low, fact.high + 1)]


def closing_by_the_list(chart: Chart, number: int) -> set[frozenset[tuple[Place, Any]]]:
    """The same from the ways of the list."""
    closing: list[frozenset[tuple[Place, Any]]] = []
    for solution in chart.search.closing([number]).solutions:
        for chosen in product(
            *(_allowed(region, chart.search.goals.fact(place)) for place, region in solution.regions.items())
        ):
            values = dict(zip(solution.regions, chosen, strict=True))
            if all(is_so(one, chart.search.facts, values) for one in solution.route.relations):
                closing.append(frozenset(values.items()))
    return {one for one in closing if not any(other < one for other in closing)}


def _allowed(region: Any, fact: Any) -> list[Any]:
    return [value for value in _answers(fact) if region_holds(region, fact, value)]


@looked({"criteria": 30, "several ways": 5, "none": 5})
@settings(REPEATABLE, max_examples=5_000 if FUZZ else 60)
@given(st.data())
def test_the_ways_are_the_ones_that_are_found_by_trying_all(seen: Counter[str], data: st.DataObject) -> None:
    drawn = data.draw(policies_of_few_answers())
    for criterion in drawn.criteria:
        policy = replace(drawn, criteria=(replace(criterion, effect="required"),))
        module = generated(policy)
        for request in [{}, *(data.draw(requests(policy).flatmap(thinned)) for _ in range(2))]:
            stated = {name: value for name, value in request.items() if value != {}}
            ways_are_all(Chart(policy, stated, module.check(stated)), repeats_a_fact(criterion), seen)


def ways_are_all(chart: Chart, repeats: bool, seen: Counter[str]) -> None:
    """The ways to close the only criterion of a policy are those that trying all answers finds."""
    if chart.search.open == []:
        return
    by_trying, by_the_list = closing_by_trying(chart, 0), closing_by_the_list(chart, 0)
    if repeats or any(kind in str(chart.search.goal(0)) for kind in ("Weighed", "Alike")):
        # Two facts are compared that are both not stated. One of them at the end of its range may be enough: not asked.
        # A fact that is compared with itself is asked for too, where the range of another one would be enough.
        assert all(chart.answered(stating(chart.request, dict(one)), (0,)) for one in by_the_list)
        return
    assert by_the_list == by_trying
    assert bool(by_trying) is (groups_of(chart.search)[1] == [])
    seen["criteria"] += 1
    seen["several ways"] += len(by_trying) > 1
    seen["none"] += not by_trying


# ---------------------------------------------------------------- charts by hand, from what staff found

READY = json.loads((ROOT / "docs/requests/esi-ready.json").read_text("utf-8"))
LUMBAR = {"session_region": "lumbar_sacral"}
DONE = {"approach": "transforaminal", "levels": ["L4-L5"], "medication": "dexamethasone"}


@pytest.mark.parametrize(
    ("left_out", "asks"),
    [
        ("sedation", "Which sedation is planned? none, local anesthetic or minimal sedation"),
        ("baseline_score", "What was the score before any injection in this region? "),
        ("response_scale", "Which scale measures the response? "),
    ],
)
def test_a_question_stands_beside_its_answer_without_the_hint_behind_it(left_out: str, asks: str) -> None:
    listed = ask_list(check({name: value for name, value in READY.items() if name != left_out}), "2026-05-04")
    said = [thing.asks for gap in listed.gaps for way in gap.ways for thing in way.things]
    assert any(one.startswith(asks) for one in said), said
    hints = ("None is an answer too.", "Keep to the same range at every visit.", "name either one here.")
    assert not any(hint in one and not one.endswith(hint) for one in said for hint in hints)


def chart(*without: str, **stated: Any) -> dict[str, Any]:
    """The ready request for an epidural steroid injection without some facts, and with others."""
    return {name: value for name, value in READY.items() if name not in without} | stated


def asked(request: dict[str, Any], today: str | None = None) -> list[list[list[str]]]:
    """The words of each thing of each way of each gap."""
    return [[[thing.asks for thing in way.things] for way in gap.ways] for gap in ask_list(check(request), today).gaps]


def first_injection(**stated: Any) -> dict[str, Any]:
    """S1: relief by half after the first injection, and no score three months on."""
    repeat = {
        "baseline_date": "2026-03-01", "response_scale": "odi", "baseline_score": 52, "second_scale_used": False,
        "prior_sessions": [{"session_date": "2026-03-10", **LUMBAR, **DONE}],
        "follow_ups": [
            {"follow_up_date": "2026-04-10", "follow_up_scale": "odi", "score": 20},
            {"follow_up_date": "2026-06-08", "follow_up_scale": "odi", "score": 24},
        ],
        "received_date": "2026-06-20", "service_date": "2026-06-20", "planned_sessions": 1,
        "planned_approach": "interlaminar", "planned_levels": ["L4-L5"], "codes": ["62323"],
    }  # fmt: skip
    return chart("first_fell_short", "retry_rationale", **repeat | stated)


def test_a_score_that_is_still_to_come_is_asked_with_its_number_and_its_day() -> None:
    found = ask_list(check(first_injection()))
    assert [gap.criteria for gap in found.gaps] == [("repeat-response",)]
    likely, *others = found.gaps[0].ways
    assert [thing.asks for thing in likely.things] == [
        "an Oswestry disability index (ODI) of 26 points or less from June 10, 2026 to June 20, 2026"
    ]
    assert [thing.place for thing in likely.things] == ["/follow_ups/-"]
    assert likely.things[0].supplier == "our doctor"
    assert not likely.unlikely
    # The way of a first injection that fell short comes last, since the scores speak against it.
    assert [[thing.place for thing in way.things] for way in others] == [["/first_fell_short", "/retry_rationale"]]
    assert others[0].unlikely


@pytest.mark.parametrize(("score", "day", "ready"), [
    (26, "2026-06-10", True), (26.1, "2026-06-10", False), (26, "2026-06-09", False), (26, "2026-06-20", True),
])  # fmt: skip
def test_the_score_and_the_day_are_exact(score: float, day: str, ready: bool) -> None:
    request = first_injection()
    request["follow_ups"].append({"follow_up_date": day, "follow_up_scale": "odi", "score": score})
    assert (check(request).outcome == "ready") is ready


def test_nobody_is_asked_for_a_failure_that_needs_another_approach() -> None:
    same = first_injection(planned_approach="transforaminal", planned_medication="dexamethasone", codes=["64483"])
    assert [[thing.place for thing in way.things] for way in ask_list(check(same)).gaps[0].ways] == [["/follow_ups/-"]]


def test_a_visit_still_to_come_is_asked_for_as_such_and_before_the_planned_day() -> None:
    before = "an Oswestry disability index (ODI) of 26 points or less from June 10, 2026 to June 20, 2026"
    assert asked(first_injection(), "2026-06-09")[0][0] == [f"{before}, at a visit still to come"]
    assert asked(first_injection(), "2026-06-10")[0][0] == [before]


def test_no_way_plans_a_service_after_the_years_of_the_model() -> None:
    """The latest session in the region is of a day after the plan, and a score three months after it is asked for."""
    request = chart(
        "first_fell_short", "retry_rationale", received_date="2026-06-01", service_date="2026-06-03",
        baseline_date="2025-08-20", response_scale="odi", baseline_score=60,
        follow_ups=[{"follow_up_date": "2026-05-28", "follow_up_scale": "odi", "score": 30},
                    {"follow_up_scale": "odi", "score": 60}],
        prior_sessions=[{"medication": "betamethasone"},
                        {"session_date": "2026-06-04", "medication": "betamethasone", **LUMBAR}],
    )  # fmt: skip
    first = SHIPPED["esi@1.0.0"]
    known = {fact.name: request[fact.name] for fact in first.facts if fact.name in request}
    drawn = Chart(first, known, check(known, policy="esi@1.0.0"))
    assert not drawn.result.problems
    years = drawn.search.moves["service_date",].allowed
    assert years == Range(day_number("2026-01-15"), day_number("2031-12-31"))
    seen: Counter[str] = Counter()
    for group in groups_of(drawn.search)[0]:
        solutions_hold(drawn, group, seen)
    assert seen["with a change"]


@pytest.mark.parametrize("field", ["approach", "levels", "medication"])
def test_the_field_that_a_record_lacks_is_asked_for(field: str) -> None:
    """S2: the plan is the same in the two other fields, so this one decides."""
    session = {name: value for name, value in DONE.items() if name != field}
    request = first_injection(
        prior_sessions=[{"session_date": "2026-03-10", **LUMBAR, **session}], follow_ups=[], first_fell_short=True,
        retry_rationale="p. 4", planned_approach="transforaminal", planned_medication="dexamethasone", codes=["64483"],
    )  # fmt: skip
    (gap,) = ask_list(check(request)).gaps
    assert [thing.place for thing in gap.ways[0].things] == [f"/prior_sessions/0/{field}"]
    assert gap.ways[0].things[0].asks.startswith(f"{field.capitalize()} of the session of March 10, 2026: ")
    assert "planned" not in json.dumps(ask_list(check(request)).as_dict()["gaps"])


def sessions(*days: str) -> list[dict[str, Any]]:
    return [{"session_date": day, **LUMBAR} for day in days]


def limit(planned: int, service: str, *days: str) -> dict[str, Any]:
    """Sessions of a patient whose relief lasts."""
    scores = [{"follow_up_date": service, "follow_up_scale": READY["response_scale"], "score": 0}]
    return chart(planned_sessions=planned, service_date=service, received_date=service, baseline_date=days[0],
                 prior_sessions=sessions(*days), follow_ups=scores)  # fmt: skip


def test_two_unknown_days_are_said_by_how_they_compare_and_not_by_the_ends_of_their_ranges() -> None:
    request = json.loads((ROOT / "docs/requests/skin_substitutes-ready.json").read_text("utf-8"))
    request.pop("from_injury")
    (one,) = ask_list(check(request), "2026-11-29").gaps
    asks = [thing.asks for thing in one.ways[1].things]
    assert asks[1:] == [
        "On which day did control of the infection, foreign body, tumor or other disease process begin?",
        "On which day was it last charted that the ulcer did not respond to that control? at least 4 weeks after the"
        " answer to “On which day did control of the infection, foreign body, tumor or other disease process begin?”",
    ]


@pytest.mark.parametrize(
    ("op", "left", "right", "of_left", "says"),
    [
        ("<", (), (), True, "before"),
        ("<=", (), (), False, "on or after"),
        ("<", ((0, 28),), (), False, "more than 4 weeks after"),
        ("<=", ((3, 0),), (), True, "at least 3 months before"),
        ("<=", (), ((-12, 0),), False, "at least 1 year after"),
        ("<", (), ((0, 10),), True, "before the day 10 days after"),
        ("<=", (), ((0, 1),), False, "on or after the day 1 day before"),
    ],
)
def test_how_two_days_compare_in_words(op: str, left: Any, right: Any, of_left: bool, says: str) -> None:
    relation = Before(op, Day(("one",), 0, left), Day(("other",), 0, right), ("", ""))
    assert of_days(relation, of_left, "When?") == f"{says} the answer to “When?”"


@pytest.mark.parametrize(("kind", "begins"), [("venous_ulcer", "I83."), ("foot_ulcer", "E08.")])
def test_the_codes_that_are_named_are_those_against_which_no_advice_speaks(kind: str, begins: str) -> None:
    request = json.loads((ROOT / "docs/requests/skin_substitutes-ready.json").read_text("utf-8"))
    request.pop("diagnoses")
    gaps = ask_list(check({**request, "wound_kind": kind}), "2026-11-29").gaps
    (asks,) = [t.asks for gap in gaps for way in gap.ways for t in way.things if t.place == "/diagnoses"]
    named = re.findall(r"[A-Z][0-9]{2}[.0-9]*", asks)
    assert len(named) == 3
    assert all(code.startswith(begins) or kind == "foot_ulcer" for code in named)
    for code in named:
        verdicts = check({**request, "wound_kind": kind, "diagnoses": [code]}).verdicts
        assert verdicts["diagnosis-fits"] != "not met"


def test_five_sessions_are_one_fewer_or_another_day() -> None:
    """S6: 3 + 2 = 5."""
    request = limit(2, "2026-11-20", "2025-11-25", "2026-02-10", "2026-05-20")
    assert asked(request) == [[["ask for 1 session"], ["plan it for November 25, 2026 or later"]]]
    for change, result in (({"planned_sessions": 1}, "ready"), ({"service_date": "2026-11-25"}, "ready"),
                           ({"service_date": "2026-11-24"}, "not met")):  # fmt: skip
        assert check(request | change).outcome == result


def test_date_and_number_move_together() -> None:
    """Decided 3: four sessions and two."""
    request = limit(2, "2026-09-20", "2025-10-05", "2025-12-14", "2026-02-10", "2026-05-20")
    assert asked(request) == [
        [["plan it for December 14, 2026 or later"], ["plan it for October 5, 2026 or later", "ask for 1 session"]]
    ]
    for change, result in (
        ({"service_date": "2026-12-14"}, "ready"), ({"service_date": "2026-12-13"}, "not met"),
        ({"service_date": "2026-10-05", "planned_sessions": 1}, "ready"),
        ({"service_date": "2026-10-04", "planned_sessions": 1}, "not met"),
    ):  # fmt: skip
        assert check(request | change).outcome == result


def test_a_score_that_comes_after_the_planned_day_moves_that_day_too() -> None:
    """Decided 3: with a service day before the three months end."""
    request = first_injection(received_date="2026-06-01", service_date="2026-06-05")
    request["follow_ups"] = request["follow_ups"][:1]
    assert asked(request)[0][0] == [
        "send the request on June 10, 2026 or later",
        "plan it for June 10, 2026 or later",
        "an Oswestry disability index (ODI) of 26 points or less on or after June 10, 2026",
    ]


def test_a_contradiction_comes_first_and_the_rest_waits_for_it() -> None:
    request = chart("pain_duration", guidance="ultrasound", contrast_allergy=False, pregnant=False)
    found = ask_list(check(request))
    assert [one.criteria for one in found.contradicted] == [("image-guidance",)]
    assert [(gap.criteria, gap.if_settled) for gap in found.gaps] == [(("pain-duration",), True)]


def test_weeks_that_grow_are_a_day() -> None:
    request = chart(pain_duration=3, received_date="2026-05-27", service_date="2026-06-20")
    words = "For how many full weeks has this pain lasted? 4 weeks or more, not before June 3, 2026"
    assert [words] in asked(request)[0]
    assert [words] in asked(request, "2026-05-27")[0]


def test_one_thing_that_closes_two_criteria_is_asked_once() -> None:
    found = ask_list(check(chart("concurrent_care", "programs"))).gaps
    assert [gap.criteria for gap in found] == [("conservative-care", "program")]
    assert [thing.place for thing in found[0].ways[0].things] == ["/concurrent_care/home_exercise"]


def test_a_list_that_nobody_has_is_asked_for_alone() -> None:
    (gap,) = ask_list(check(chart("prior_sessions"))).gaps
    (way,) = gap.ways
    assert (way.opens_more, [thing.place for thing in way.things]) == (True, ["/prior_sessions"])


def test_a_rationale_is_asked_for_beside_its_trigger_alone() -> None:
    (gap,) = ask_list(check(chart("sedation"))).gaps
    assert [[thing.place for thing in way.things] for way in gap.ways] == [
        ["/sedation"],
        ["/sedation", "/sedation_need"],
    ]


def test_a_way_is_tried_on_each_request_once(monkeypatch: pytest.MonkeyPatch) -> None:
    search = Search(check(chart("pain_duration")), "")
    group = search.closing(search.open[:1])
    tried: list[str] = []
    verdicts = CompiledPolicy.verdicts

    def counted(policy: CompiledPolicy, request: Mapping[str, Any]) -> Any:
        tried.append(json.dumps(request))
        return verdicts(policy, request)

    monkeypatch.setattr(CompiledPolicy, "verdicts", counted)
    for solution in group.solutions:
        assert list(search.minimal(group.numbers, search.asked_of(solution), solution.route))
    assert tried
    assert len(tried) == len(set(tried))


def test_a_request_that_is_ready_or_invalid_asks_for_nothing() -> None:
    assert ask_list(check(READY)) == ((), (), ())
    assert ask_list(check({"codes": 7})) == ((), (), ())


def test_today_is_a_day() -> None:
    with pytest.raises(ValueError, match="no day"):
        ask_list(check(READY), "today")
