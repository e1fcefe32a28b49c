"""Made-up requests of one version, each drawn until it has the outcome that is wanted.

A request begins as an example of the policy whose days are moved to the day of receipt. Some of its facts are drawn
anew, around what the example states and at the bounds of the policy. The validator judges every step, so no rule of the
policy is written down here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from random import Random
from typing import Any, NamedTuple, TypeVar, assert_never

from wiser_policies._check import choose, validator
from wiser_policies._dates import shift
from wiser_policies._edges import Fact, Request, edge_days, edges_of, exact, plain, read_examples, read_facts, turning
from wiser_policies._places import marks
from wiser_policies._verdicts import INCOMPLETE, OPEN, OUT_OF_SCOPE, READY, Outcome
from wiser_policies._wrong_values import wrong_values

T = TypeVar("T")

BASE = 0.5  # of the charts that are ready begin as the first example, which is the most ordinary one
REDRAWN = 0.5  # of the facts that a request states
FLIPPED = 0.2  # of the answers yes and no that are drawn anew
ON_BOUND = 0.15  # of the numbers and dates that are drawn anew
GAPS = (1, 1, 1, 1, 1, 2, 2, 2, 3, 4)  # things that an incomplete request misses
ALSO_MISSES = 0.3  # of the requests that are not met
NEAR = 366  # days within which a day moves to an edge
DAYS = 4  # of receipt, for each chart
TRIES = 60  # facts that are tried for a request that is not met or out of scope

FIXED = ("codes", "received_date")  # they choose the policy and its version, so no draw changes them


class Chart(NamedTuple):
    """A request with its outcome, and the days by which it may be moved and still has it.

    `cut` says that the text of the request breaks off.
    """

    request: Mapping[str, Any]
    outcome: Outcome
    moves: tuple[int, ...]
    cut: bool = False


class NoChart(LookupError):
    """No request of this policy was found that has the outcome."""


class Draws:
    """Draws that are the same on every machine and version of Python, which promises this of `random()` alone."""

    def __init__(self, seed: str) -> None:
        self.random: Callable[[], float] = Random(seed).random  # noqa: S311 - made-up requests, not secrets

    def below(self, count: int) -> int:
        """A number from 0 to one less than `count`."""
        return int(self.random() * count)

    def pick(self, items: Sequence[T]) -> T:
        """One of the items."""
        return items[int(self.random() * len(items))]

    def chance(self, share: float) -> bool:
        """True in this share of the draws."""
        return self.random() < share

    def shuffled(self, items: Iterable[T]) -> list[T]:
        """The items in another order."""
        return [item for _, item in sorted(((self.random(), item) for item in items), key=lambda one: one[0])]

    def away(self, mean: float) -> float:
        """A distance: mostly small, at most three times its mean, which is the square of an even draw by three."""
        drawn = self.random()
        return 3 * mean * drawn * drawn


class Charts:
    """The charts of one version. `days` are the days of receipt that may be drawn, as numbers."""

    def __init__(self, policy: str, version: str, days: Sequence[int]) -> None:
        self.id, self.version, self.days = policy, version, days
        self.module = validator(policy, version)
        edges = edges_of(policy, version)
        self.facts = read_facts(edges["facts"])
        self.by_name = {fact.name: fact for fact in self.facts}
        self.examples: dict[str, list[Request]] = {}
        for example in read_examples(edges["examples"]):
            self.examples.setdefault(self.module.check(example).outcome, []).append(example)
        self.planned = [mark.fact for mark in self.module.POLICY.asking if mark.plan == "another day"]
        self.of_scope, self.of_care = self._read_by("scope"), self._read_by("required")

    def _read_by(self, effect: str) -> frozenset[str]:
        """The facts that the criteria with this effect read."""
        policy = self.module.POLICY
        tests = (
            test
            for number, criterion in enumerate(policy.criteria)
            if criterion.effect == effect
            for test in policy.interpreter.tests(number)
            if test is not None
        )
        return frozenset(str(mark[0]) for test in tests for mark in marks(test)) - {*FIXED}

    def chart(self, draws: Draws, outcome: Outcome) -> Chart:
        """A chart with this outcome. Raises NoChart where none is found."""
        if outcome == READY:
            request = self.ready(draws)
        elif outcome == INCOMPLETE:
            request = self.incomplete(draws)
        else:
            request = self.against(draws, outcome, self.of_scope if outcome == OUT_OF_SCOPE else self.of_care)
        return Chart(request, outcome, self.moves(draws, request, outcome))

    def outcome(self, request: Request) -> Outcome | None:
        """The outcome of a request; None if another policy or version answers it."""
        if choose(request) != (self.id, self.version):
            return None
        return self.module.check(request).outcome

    # ------------------------------------------------ days

    def moves(self, draws: Draws, request: Request, outcome: Outcome) -> tuple[int, ...]:
        """The days by which the whole request may move."""
        received = _day(request["received_date"])
        drawn = [draws.pick(self.days) - received for _ in range(DAYS - 1)]
        kept = [by for by in drawn if self.outcome(self.moved(request, by)) == outcome]
        return 0, *kept

    def moved(self, request: Mapping[str, Any], by: int) -> Request:
        """The request with all of its days so many days later."""
        return _moved(self.facts, request, by)

    # ------------------------------------------------ outcomes

    def example(self, draws: Draws, outcome: Outcome) -> Request:
        """An example with this outcome, received on one of the days."""
        known = self.examples.get(outcome, [])
        for _ in range(TRIES if known else 0):
            example = known[0] if draws.chance(BASE) else draws.pick(known)
            received = example.get("received_date")
            if received is None:
                continue
            request = self.moved(example, draws.pick(self.days) - _day(received))
            if self.outcome(request) == outcome:
                return request
        raise NoChart(f"no request of {self.id}@{self.version} was found whose outcome is: {outcome}")

    def ready(self, draws: Draws) -> Request:
        """A request that is ready."""
        request = self.example(draws, READY)
        changed = [name for name in request if name not in FIXED and draws.chance(REDRAWN)]
        return self.redrawn(draws, request, changed)

    def redrawn(self, draws: Draws, request: Request, names: Sequence[str]) -> Request:
        """The request with these facts drawn anew, as many of them as leave it ready."""
        if not names:
            return request
        found = dict(request)
        for name in names:
            found[name] = self.value(draws, self.by_name[name], found)
        if found == request or self.outcome(found) == READY:
            return found
        if len(names) == 1:
            return request
        half = len(names) // 2
        return self.redrawn(draws, self.redrawn(draws, request, names[:half]), names[half:])

    def incomplete(self, draws: Draws) -> Request:
        """A ready request without some things that matter."""
        return self.without(draws, self.ready(draws), draws.pick(GAPS), INCOMPLETE) or self.example(draws, INCOMPLETE)

    def without(self, draws: Draws, request: Request, many: int, outcome: Outcome) -> Request | None:
        """The request without so many things, each of which leaves a criterion open; None if there are no such."""
        open_ones, found = self.open_criteria(request), None
        for name in draws.shuffled(name for name in request if name not in FIXED):
            less = self.less(draws, request, name)
            if self.outcome(less) == outcome and self.open_criteria(less) > open_ones:
                request, found, many = less, less, many - 1
                open_ones = self.open_criteria(request)
                if not many:
                    break
        return found

    def open_criteria(self, request: Request) -> int:
        """How many criteria ask for something."""
        return sum(verdict in OPEN for verdict in self.module.check(request).verdicts.values())

    def less(self, draws: Draws, request: Request, name: str) -> Request:
        """The request without a fact, or without an item of findings, or without a field of a record."""
        fact, value = self.by_name[name], request[name]
        # other kinds: have no parts that could be missing
        if fact.kind == "findings" and value and draws.chance(0.5):
            item = draws.pick([*value])
            return {**request, name: {key: found for key, found in value.items() if key != item}}
        if fact.kind == "list" and any(value) and draws.chance(0.5):
            at = draws.pick([number for number, row in enumerate(value) if row])
            field = draws.pick([*value[at]])
            rows = [*value]
            rows[at] = {key: stated for key, stated in value[at].items() if key != field}
            return {**request, name: rows}
        return {key: stated for key, stated in request.items() if key != name}

    def against(self, draws: Draws, outcome: Outcome, read: frozenset[str]) -> Request:
        """A ready request in which one of these facts says something that gives it another outcome."""
        request = self.ready(draws)
        stated = [name for name in request if name in read]
        for number in range(TRIES):
            if number % max(1, len(stated)) == 0:
                stated = draws.shuffled(stated)
            if not stated:
                break
            name = stated[number % len(stated)]
            other = {**request, name: self.other(draws, self.by_name[name], request)}
            if self.outcome(other) == outcome:
                misses = self.without(draws, other, 1, outcome) if draws.chance(ALSO_MISSES) else None
                return misses or other
        return self.example(draws, outcome)

    # ------------------------------------------------ values

    def value(self, draws: Draws, fact: Fact, around: Mapping[str, Any]) -> Any:
        """A value of a fact, near to the one that is stated."""
        now = around[fact.name]
        match fact.kind:
            case "yes_no":
                return now is not draws.chance(FLIPPED)
            case "note" | "codes":
                return now
            case "number":
                return _number(draws, fact, around)
            case "date":
                return self.date(draws, fact, around)
            case "choice":
                return draws.pick(fact.options)
            case "set":
                return _run(draws, fact, max(1, len(now) + draws.pick((-1, 0, 0, 1)))) if now else now
            case "findings":
                return _turned(now, draws.pick([*now])) if now and draws.chance(0.5) else now
            case "list":
                return self.rows(draws, fact, around)
            case _:
                assert_never(fact.kind)

    def other(self, draws: Draws, fact: Fact, around: Mapping[str, Any]) -> Any:
        """A value of a fact that says something else."""
        now = around[fact.name]
        match fact.kind:
            case "yes_no":
                return not now
            case "note" | "codes":
                return now
            case "number":
                return _number(draws, fact, around, across=True)
            case "date":
                return self.date(draws, fact, around, across=True)
            case "choice":
                return draws.pick([option for option in fact.options if option != now] or fact.options)
            case "set":
                return _run(draws, fact, 1 + draws.below(min(4, len(fact.options))))
            case "findings":
                return _turned(now, draws.pick(fact.options))
            case "list":
                return self.other_rows(draws, fact, around)
            case _:
                assert_never(fact.kind)

    def date(self, draws: Draws, fact: Fact, around: Mapping[str, Any], *, across: bool = False) -> str:
        """A day: on an edge, or as far from the planned day as the stated one, by half to twice.

        With `across`, on the other side of an edge. A day stays before the one of receipt, or after it.
        """
        now, received = around[fact.name], around["received_date"]
        edges = [day for day in edge_days(fact, around) if fact.low <= day <= fact.high and _far(day, now) <= NEAR]
        if edges and across:
            edge = draws.pick(edges)
            step = 1 if draws.chance(ON_BOUND) else 1 + int(draws.away(20))
            side = -1 if now > edge or (now == edge and draws.chance(0.5)) else 1
            return _inside(fact, shift(edge, 0, side * step))
        if edges and draws.chance(ON_BOUND):
            drawn = draws.pick(edges)
        else:
            anchor = next((around[name] for name in self.planned if name in around and name != fact.name), received)
            drawn = shift(anchor, 0, round((_day(now) - _day(anchor)) * (0.5 + 1.5 * draws.random())))
        to_come = now > received or fact.name in self.planned
        return _inside(fact, max(drawn, received) if to_come else min(drawn, received))

    def rows(self, draws: Draws, fact: Fact, around: Mapping[str, Any]) -> list[Request]:
        """The records with their fields drawn anew, and sometimes one more or one fewer."""
        rows = [self.row(draws, fact, row, around) for row in around[fact.name]]
        change = draws.pick((-1, 0, 0, 1))
        if change < 0 and len(rows) > 1:
            del rows[draws.below(len(rows))]
        elif change > 0 and 0 < len(rows) < fact.high:
            rows.append(self.row(draws, fact, draws.pick(rows), around))
        return rows

    def row(self, draws: Draws, fact: Fact, row: Request, around: Mapping[str, Any]) -> Request:
        """A record with some of its fields drawn anew."""
        found = dict(row)
        for field in fact.fields:
            if field.name in found and draws.chance(REDRAWN):
                found[field.name] = self.value(draws, field, {**around, **found})
        return found

    def other_rows(self, draws: Draws, fact: Fact, around: Mapping[str, Any]) -> list[Request]:
        """The records without any, with some more, or with a field that says something else."""
        rows = [dict(row) for row in around[fact.name]]
        match draws.below(3) if rows else 1:
            case 0:
                return []
            case 1 if rows:
                more = 1 + draws.below(4)
                rows += [self.row(draws, fact, draws.pick(rows), around) for _ in range(more)]
                return rows[: fact.high]
            case _:
                fields = [(at, name) for at, row in enumerate(rows) for name in row]
                if fields:
                    at, name = draws.pick(fields)
                    field = next(field for field in fact.fields if field.name == name)
                    rows[at][name] = self.other(draws, field, {**around, **rows[at]})
                return rows


# ---------------------------------------------------------------- defects


def defects(facts: Sequence[Fact], request: Mapping[str, Any], draws: Draws) -> Iterator[Request]:
    """The request with one defect each: a value that breaks the rule of its fact, or a key that is no fact."""
    for fact in draws.shuffled(facts):
        if draws.chance(0.1):
            yield {**request, f"{fact.name}_": True}
        if fact.kind != "list":
            yield {**request, fact.name: draws.pick([None, *wrong_values(fact)])}
        elif rows := request.get(fact.name):
            field = draws.pick(fact.fields)
            at = draws.below(len(rows))
            broken = {**rows[at], field.name: draws.pick([None, *wrong_values(field)])}
            yield {**request, fact.name: [*rows[:at], broken, *rows[at + 1 :]]}


# ---------------------------------------------------------------- single values


def _number(draws: Draws, fact: Fact, around: Mapping[str, Any], *, across: bool = False) -> int | float:
    """A number: on a bound, or on the same side of one; with `across`, on the other side.

    Its distance from the bound is on average that of the stated one, or a quarter of the bound where that lies on it.
    Without a bound it is the stated one, by three to five quarters.
    """
    now, step = exact(around[fact.name]), Decimal(1).scaleb(-fact.places)
    turns = [turning(line, fact.name, around, lambda: draws.below(5)) for line in fact.lines]
    bounds = [bound for bound in turns if bound is not None and exact(fact.low) <= bound <= exact(fact.high)]
    if not bounds:
        return _rounded(fact, now * Decimal(repr(0.75 + draws.random() / 2)), step)
    bound = draws.pick(bounds)
    side = (1 if now > bound else -1 if now < bound else draws.pick((-1, 1))) * (-1 if across else 1)
    if draws.chance(ON_BOUND):
        on = (bound / step).to_integral_value(ROUND_CEILING if side > 0 else ROUND_FLOOR) * step
        return _rounded(fact, on + side * step if across and draws.chance(0.5) else on, step)
    mean = abs(now - bound) or max(step, abs(bound) / 4)
    return _rounded(fact, bound + side * (step + Decimal(repr(draws.away(float(mean))))), step)


def _rounded(fact: Fact, number: Decimal, step: Decimal) -> int | float:
    """The nearest number that the fact may state."""
    on = (number / step).to_integral_value() * step
    return plain(min(max(on, exact(fact.low)), exact(fact.high)))


def _run(draws: Draws, fact: Fact, size: int) -> list[str]:
    """So many options that stand beside each other."""
    size = min(size, len(fact.options))
    start = draws.below(len(fact.options) - size + 1)
    return [*fact.options[start : start + size]]


def _turned(found: Mapping[str, bool], item: str) -> dict[str, bool]:
    """The findings with the other answer for one item."""
    return {**found, item: not found.get(item, False)}


def _day(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _far(one: str, other: str) -> int:
    return abs(_day(one) - _day(other))


def _inside(fact: Fact, day: str) -> str:
    """The nearest day that the fact may state."""
    low, high = str(fact.low), str(fact.high)
    return min(max(day, low), high)


def _moved(facts: Sequence[Fact], record: Mapping[str, Any], by: int) -> Request:
    found = dict(record)
    for fact in facts:
        value = record.get(fact.name)
        if value is not None and fact.kind == "date":
            found[fact.name] = shift(value, 0, by)
        elif value and fact.kind == "list":
            found[fact.name] = [_moved(fact.fields, row, by) for row in value]
    return found
