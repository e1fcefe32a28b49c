"""Goals: what places of a request are to state, how they are to compare, and so many of several goals.

A comparison is a relation. It is solved for one place while the others lie in given ranges, and tried on stated values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple, TypeAlias

from wiser_policies._ask_regions import (
    Options,
    Range,
    Region,
    day_number,
    exact,
    steps,
    whole,
)
from wiser_policies._dates import shift
from wiser_policies._places import Place
from wiser_policies._policy import Fact

Says: TypeAlias = tuple[str, str]  # the question and the answer of the test that a relation comes from


class At(NamedTuple):
    """A place states a value of this region."""

    place: Place
    region: Region


class Weighed(NamedTuple):
    """The weighted sum of numbers, with a constant, is below 0 or equal to it, as `op` says."""

    op: str
    weights: tuple[tuple[Place, Fraction], ...]
    constant: Fraction
    says: Says


class Day(NamedTuple):
    """A day of a place, or a fixed one, moved by months and days in turn."""

    place: Place | None
    day: int
    moves: tuple[tuple[int, int], ...] = ()

    def on(self, day: int) -> int:
        """The day on which it falls if the place states this one."""
        for months, days in self.moves:
            day = day_number(shift(date.fromordinal(day).isoformat(), months, days))
        return day


class Before(NamedTuple):
    """A day is before another one, or on it, as `op` says."""

    op: str
    left: Day
    right: Day
    says: Says


class Alike(NamedTuple):
    """Two places have the same answer, or different ones."""

    wanted: bool
    places: tuple[Place, Place]
    says: Says


class Joint(NamedTuple):
    """At least so many of the goals."""

    least: int
    parts: tuple[Goal, ...]


Relation: TypeAlias = Weighed | Before | Alike
Goal: TypeAlias = At | Weighed | Before | Alike | Joint

SURE: Goal = Joint(0, ())
NEVER: Goal = Joint(1, ())


def joint(count: int, parts: Iterable[Goal]) -> Goal:
    """At least so many of the goals. Those that are reached already, or never can be, are left out."""
    open_ones = []
    for part in parts:
        if part == SURE:
            count -= 1
        elif part != NEVER:
            open_ones.append(part)
    if count <= 0:
        return SURE
    if count > len(open_ones):
        return NEVER
    if count == 1:
        open_ones = _answers_joined(open_ones)
    return open_ones[0] if len(open_ones) == 1 else Joint(count, tuple(open_ones))


def _answers_joined(parts: Iterable[Goal]) -> list[Goal]:
    """Alternatives in which several answers of one place are one goal."""
    answers: dict[Place, list[Any]] = {}
    found: list[Goal] = []
    for part in parts:
        if isinstance(part, At) and isinstance(part.region, Options):
            if part.place not in answers:
                found.append(part)
            answers.setdefault(part.place, []).extend(part.region.answers)
        else:
            found.append(part)
    return [
        At(part.place, Options(tuple(dict.fromkeys(answers[part.place]))))
        if isinstance(part, At) and part.place in answers
        else part
        for part in found
    ]


def each_of(goal: Goal) -> Iterator[Goal]:
    """The goals that must all be reached for a goal to be reached."""
    match goal:
        case Joint(least, parts) if least == len(parts):
            for part in parts:
                yield from each_of(part)
        case _:
            yield goal


def all_of(parts: Iterable[Goal]) -> Goal:
    """All of the goals."""
    parts = list(parts)
    return joint(len(parts), parts)


def any_of(parts: Iterable[Goal]) -> Goal:
    """One of the goals."""
    return joint(1, parts)


def places_of(relation: Relation) -> tuple[Place, ...]:
    """The places that are compared."""
    match relation:
        case Weighed():
            return tuple([place for place, _ in relation.weights])
        case Before():
            return tuple([day.place for day in (relation.left, relation.right) if day.place is not None])
        case Alike():
            return relation.places


def fact_of(facts: Mapping[str, Fact], place: Place) -> Fact:
    """The fact of a place; of findings for each of their items."""
    return facts[str(place[2])] if len(place) > 2 and isinstance(place[1], int) else facts[str(place[0])]


# ---------------------------------------------------------------- solving


def solved(
    relation: Weighed | Before, place: Place, facts: Mapping[str, Fact], others: Mapping[Place, Range]
) -> Range | None:
    """The values of one place for which the relation can hold while the other places lie in their ranges."""
    fact = fact_of(facts, place)
    region = whole(fact)
    assert isinstance(region, Range)
    if isinstance(relation, Before):
        return _solved_days(relation, place, region, others)
    weight = dict(relation.weights)[place]
    rest = [(one, by, others[one]) for one, by in relation.weights if one != place]
    least = relation.constant + sum(
        by * exact(fact_of(facts, one), span.low if by > 0 else span.high) for one, by, span in rest
    )
    found = bounded("<=" if relation.op == "==" else relation.op, weight, least, 10**fact.places, region)
    if relation.op == "==" and found:
        most = relation.constant + sum(
            by * exact(fact_of(facts, one), span.high if by > 0 else span.low) for one, by, span in rest
        )
        return bounded("<=", -weight, -most, 10**fact.places, found)
    return found


def bounded(op: str, weight: Fraction, constant: Fraction, scale: int, region: Range) -> Range | None:
    """The whole steps of a range with `weight * value + constant` below 0, or equal to it."""
    # other kinds: `<` and `<=`, the two that a sum compares with
    bound = -constant / weight * scale
    low, high = region
    if op == "==":
        if bound.denominator != 1:
            return None
        low, high = max(low, bound.numerator), min(high, bound.numerator)
    elif weight > 0:
        floor = bound.numerator // bound.denominator
        high = min(high, floor - 1 if op == "<" and floor == bound else floor)
    else:
        ceiling = -(-bound.numerator // bound.denominator)
        low = max(low, ceiling + 1 if op == "<" and ceiling == bound else ceiling)
    return Range(low, high) if low <= high else None


def _solved_days(relation: Before, place: Place, region: Range, others: Mapping[Place, Range]) -> Range | None:
    """The same for days. Moving keeps their order, so the edge is found by halving."""
    # other kinds: `<` and `<=`, the two that days compare by
    op, left, right = relation.op, relation.left, relation.right
    low, high = region
    if left.place == place or op == "==":
        own, other = (left, right) if left.place == place else (right, left)
        last = other.on(others[other.place].high) if other.place else other.day
        high = _last(low, high, lambda day: own.on(day) < last + (op != "<"))
    if right.place == place or op == "==":
        own, other = (right, left) if right.place == place else (left, right)
        first = other.on(others[other.place].low) if other.place else other.day
        low = _last(low, high, lambda day: own.on(day) < first + (op == "<")) + 1
    return Range(low, high) if low <= high else None


def _last(low: int, high: int, holds: Callable[[int], bool]) -> int:
    """The last day for which it holds, where it holds up to some day; the day before the first if for none."""
    low -= 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low


def is_so(relation: Relation, facts: Mapping[str, Fact], values: Mapping[Place, Any]) -> bool:
    """Whether a relation holds for stated values."""
    # other kinds: `<` and `<=`, the two that a relation has beside `==`
    if isinstance(relation, Alike):
        one, other = (values[place] for place in relation.places)
        same = set(one) == set(other) if isinstance(one, list) else one == other
        return same is relation.wanted
    found = {place: steps(fact_of(facts, place), values[place]) for place in places_of(relation)}
    if isinstance(relation, Before):
        left, right = (day.on(found[day.place]) if day.place else day.day for day in (relation.left, relation.right))
        return left == right if relation.op == "==" else left < right + (relation.op == "<=")
    total = relation.constant + sum(by * exact(fact_of(facts, one), found[one]) for one, by in relation.weights)
    return total == 0 if relation.op == "==" else total < 0 if relation.op == "<" else total <= 0
