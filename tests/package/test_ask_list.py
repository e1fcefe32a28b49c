"""The ask list: doing what one way of each gap says makes a request ready, and no part of a way is enough."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from floors import looked
from generated_modules import validator as generated
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from shipped import SHIPPED, requests_for
from strategies_of_policies import policies, policies_of_few_answers, policies_of_ranges, thinned
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import outcome, verdict
from wiser_compiler.core.model import Policy
from wiser_compiler.proof.strategies import requests
from wiser_policies import Result, ask_list, check
from wiser_policies._ask_goals import places_of
from wiser_policies._ask_regions import Range, stated, steps
from wiser_policies._ask_search import Group, Search
from wiser_policies._ask_solving import Solution, stating
from wiser_policies._places import Place

ROOT = Path(__file__).parents[2]
FUZZ = bool(os.environ.get("FUZZ"))
IS_ASK_LIST = jsonschema_rs.validator_for(json.loads((ROOT / "generated/json_schema/ask.schema.json").read_text()))
CLOSED = ("met", "not applicable")
REPEATABLE = settings(
    max_examples=5_000 if FUZZ else 60,
    derandomize=not FUZZ,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

Things = dict[Place, dict[Place, Any]]


def things(solution: Solution) -> Things:
    """The values of a solution by the thing that they belong to: a record that is to come has all of its fields."""
    found: Things = {}
    for place, value in solution.values.items():
        comes = len(place) > 1 and isinstance(place[1], int) and place[1] < 0
        found.setdefault(place[:2] if comes else place, {})[place] = value
    return found


def parts(of: Things) -> Iterator[dict[Place, Any]]:
    """The values of every proper part; records that are to come have their numbers anew."""
    for size in range(len(of)):
        for chosen in combinations(of, size):
            yield renumbered({place: value for thing in chosen for place, value in of[thing].items()})


def renumbered(values: Mapping[Place, Any]) -> dict[Place, Any]:
    numbers: dict[str, dict[int, int]] = {}
    for place in sorted(
        values, key=lambda place: (str(place[0]), -place[1] if isinstance(place[1:2] and place[1], int) else 0)
    ):
        if len(place) > 1 and isinstance(place[1], int) and place[1] < 0:
            known = numbers.setdefault(str(place[0]), {})
            known.setdefault(place[1], -len(known) - 1)
    return {
        (place[0], numbers[str(place[0])][place[1]], *place[2:])
        if len(place) > 1 and isinstance(place[1], int) and place[1] < 0
        else place: value
        for place, value in values.items()
    }


class Chart:
    """A request of a policy, with the meaning of the policy at hand."""

    def __init__(self, policy: Policy, request: dict[str, Any], result: Result) -> None:
        self.policy, self.request, self.result = policy, request, result
        self.search = Search(result, "")
        self.asked = [n for n, one in enumerate(policy.criteria) if one.effect != "advisory"]
        self.before = self.verdicts(request)

    def verdicts(self, request: Mapping[str, Any]) -> dict[int, str]:
        """By the meaning of the policy; empty for an invalid request."""
        case, wrong = read_case(self.policy.facts, request)
        return {} if wrong else {n: verdict(self.policy.criteria[n], case) for n in self.asked}

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
        if len(things(solution)) <= 6:
            for part in parts(things(solution)):
                assert not chart.answered(stating(chart.request, part), group.numbers), part
        seen["ways"] += 1
        seen["of several things"] += len(things(solution)) > 1
        seen["with a record to come"] += any(
            isinstance(place[1:2] and place[1], int) and place[1] < 0 for place in solution.values
        )
        seen["with a field"] += any(len(place) > 2 and place[1] >= 0 for place in solution.values)
        seen["with a change"] += any(place in chart.search.moves and len(place) == 1 for place in solution.values)
        edges_are_exact(chart, group, solution, seen)


def edges_are_exact(chart: Chart, group: Group, solution: Solution, seen: Counter[str]) -> None:
    """The edge of a range works, and one step beyond it does not, unless another way allows it."""
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
                    and not in_order(chart, values)
                ):
                    assert any(
                        place not in other.regions or other.regions[place].low <= beyond <= other.regions[place].high
                        for other in group.solutions
                        if other is not solution
                    ), (place, beyond)
                seen["edges"] += 1


def broken(chart: Chart, request: Mapping[str, Any]) -> bool:
    after = chart.verdicts(request)
    return any(chart.before[n] in CLOSED and after[n] not in CLOSED for n in chart.asked)


def in_order(chart: Chart, values: Mapping[Place, Any]) -> bool:
    """Whether a change breaks a limit of its own: it goes beyond what may change, or before the day of receipt."""
    moved = [place for place in values if place in chart.search.moves and len(place) == 1]
    for place in moved:
        at = steps(chart.search.goals.fact(place), values[place])
        allowed = chart.search.moves[place].allowed
        if not allowed.low <= at <= allowed.high:
            return True
    request = stating(chart.request, values)
    sent, planned = request.get("received_date"), request.get("service_date")
    return bool(sent and planned and sent > planned)


def holds(policy: Policy, request: dict[str, Any], result: Result, data: st.DataObject, seen: Counter[str]) -> None:
    """All that is promised of the ask list of one request."""
    if result.problems or result.outcome in ("ready", "in scope"):
        return
    chart = Chart(policy, request, result)
    groups, lost = chart.search.groups()
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


@looked({"ways": 10000000})
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


@looked({"ways": 10000000})
@REPEATABLE
@given(st.data())
def test_doing_what_the_list_says_makes_a_chart_of_any_policy_ready(seen: Counter[str], data: st.DataObject) -> None:
    policy = data.draw(st.one_of(policies(), policies_of_ranges(), policies_of_few_answers()))
    module = generated(policy)
    for _ in range(3):
        request = data.draw(requests(policy).flatmap(thinned))
        holds(policy, request, module.check(request), data, seen)
