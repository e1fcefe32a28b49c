"""What of a request may change: planned days and numbers, what grows with time, and records that may still come."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from wiser_policies._ask_goals import At, Before, Day, each_of
from wiser_policies._ask_regions import Options, Range, Region, day_number, meet, steps, whole
from wiser_policies._ask_tests import Goals
from wiser_policies._places import Data, Place
from wiser_policies._policy import Policy
from wiser_policies._verdicts import MET, Verdict

MOST_RECORDS = 4  # that may still come to one list


class Move(NamedTuple):
    """A place that states something which may change: what it states now, and what it may come to state."""

    now: Any
    region: Region
    allowed: Region


def moves_of(policy: Policy, request: Data, verdicts: Sequence[Verdict], today: str) -> dict[Place, Move]:
    """The places that state something which may change, as far as the request stays in scope."""
    return dict(_within_scope(policy, request, verdicts, dict(_movable(policy, request, today))))


def _movable(policy: Policy, request: Data, today: str) -> Iterator[tuple[Place, Move]]:
    """The places that state something which may change, and the records that may still come."""
    for mark in policy.asking:
        value = request.get(mark.fact)
        if value is None or not (mark.plan or mark.grows):
            continue
        fact = policy.interpreter.facts[mark.fact]
        if fact.kind == "list":
            if mark.grows:
                for number in range(1, MOST_RECORDS + 1):
                    yield (mark.fact, -number), Move(False, Options((False,)), Options((True,)))
            continue
        now, every = steps(fact, value), whole(fact)
        assert isinstance(every, Range)
        first = max(every.low, day_number(today)) if today and fact.kind == "date" else every.low
        if mark.plan == "fewer":
            allowed = Range(every.low, now)
        elif mark.plan == "another day":
            allowed = Range(first, every.high)
        else:  # sent later, or grown
            allowed = Range(max(first, now), every.high)
        if allowed.low <= allowed.high:
            yield (mark.fact,), Move(now, Range(now, now), allowed)


def _within_scope(
    policy: Policy, request: Data, verdicts: Sequence[Verdict], moves: Mapping[Place, Move]
) -> Iterator[tuple[Place, Move]]:
    """The same places, each as far as it may change before the request is out of scope."""
    goals = Goals(request, policy.interpreter.facts, moves, {})
    scope = [n for n, one in enumerate(policy.criteria) if one.effect == "scope" and verdicts[n] == MET]
    tests = [goals.of(test) for applies, test in map(policy.interpreter.tests, scope) if applies is None]
    limits = [limit for goal in tests for limit in each_of(goal)]
    for place, move in moves.items():
        kept = move.allowed
        for limit in limits:
            if isinstance(limit, At) and limit.place == place:
                kept = meet(kept, limit.region) or kept
        yield place, move._replace(allowed=kept)


def order_of_days(policy: Policy) -> Iterator[Before]:
    """A planned day is never before the day of receipt, whichever of the two changes."""
    planned = [mark.fact for mark in policy.asking if mark.plan == "another day"]
    sent = [mark.fact for mark in policy.asking if mark.plan == "sent later"]
    for first in sent:
        for last in planned:
            yield Before("<=", Day((first,), 0), Day((last,), 0), ("", ""))


def records_to_come(policy: Policy, moves: Collection[Place]) -> dict[str, int]:
    """How many records may come to each list: as many as a count asks for."""
    wanted = dict.fromkeys((str(place[0]) for place in moves if len(place) > 1), 1)
    for number, criterion in enumerate(policy.criteria):
        if criterion.effect == "advisory":
            continue
        for part in policy.interpreter.tests(number):
            for name, count in _counts(part):
                if name in wanted:
                    wanted[name] = max(wanted[name], min(count, MOST_RECORDS))
    return wanted


def _counts(tree: Any) -> Iterator[tuple[str, int]]:
    """The lists whose records are counted, each with the number that the count is compared with."""
    if isinstance(tree, Mapping):
        if (
            "compare" in tree
            and "count" in tree["left"]
            and "fact" in tree["left"]["count"]
            and "value" in tree["right"]
        ):
            yield tree["left"]["count"]["fact"], int(tree["right"]["value"])
        for inner in tree.values():
            yield from _counts(inner)
    elif isinstance(tree, list):
        for inner in tree:
            yield from _counts(inner)


def usual_day(policy: Policy, request: Data, today: str) -> int | None:
    """The day to name where any day will do: a planned day, the day of receipt or today, if one of them is known."""
    planned = (request.get(mark.fact) for mark in policy.asking if mark.plan in ("another day", "sent later"))
    return next((day_number(day) for day in (*planned, today) if day), None)
