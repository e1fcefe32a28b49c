"""Regions: sets of values of a fact. A range holds days, or numbers in whole steps, as whole numbers.

A date is its day number. A number is counted in steps of its last decimal place, so 4.5 with one place is 45.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple, TypeAlias, assert_never

from wiser_policies._places import begun
from wiser_policies._policy import Fact

STATED = "-"  # the only value of a note


class Options(NamedTuple):
    """One of these answers, in the order of the fact: of a choice, of yes or no, or the statement of a note."""

    answers: tuple[Any, ...]


class Range(NamedTuple):
    """The numbers or days from `low` to `high`, both included."""

    low: int
    high: int


class Items(NamedTuple):
    """A set or codes: some that are in it, some that are not, how many, and whole sets that it is not.

    A code that ends in `*` is the beginning of one.
    """

    inside: frozenset[str]
    outside: frozenset[str]
    low: int
    high: int
    other_than: frozenset[frozenset[str]] = frozenset()


Region: TypeAlias = Options | Range | Items


def whole(fact: Fact) -> Region:
    """Every value that the fact may state; of findings, what one of its items may."""
    match fact.kind:
        case "yes_no" | "findings":
            return Options((True, False))
        case "note" | "list":
            return Options((STATED,))
        case "choice":
            return Options(options(fact))
        case "number" | "date":
            return Range(steps(fact, fact.low), steps(fact, fact.high))
        case "set":
            return Items(frozenset(), frozenset(), 0, len(fact.options))
        case "codes":
            return Items(frozenset(), frozenset(), 0, fact.high)
        case _:
            assert_never(fact.kind)


def options(fact: Fact) -> tuple[str, ...]:
    """The answers or items of a fact: whole numbers first, by size, as every reader of JSON can have them."""
    numbers = [one for one in fact.options if one.isdecimal() and str(int(one)) == one]
    return (*sorted(numbers, key=int), *(one for one in fact.options if one not in numbers))


def steps(fact: Fact, value: Any) -> int:
    """A stated number or date as a whole number."""
    if fact.kind == "date":
        return day_number(value)
    return int(Decimal(repr(value)).scaleb(fact.places))


def stated(fact: Fact, steps: int) -> Any:
    """The number or date, as a request states it."""
    if fact.kind == "date":
        return date.fromordinal(steps).isoformat()
    number = Decimal(steps).scaleb(-fact.places)
    return int(number) if number == number.to_integral_value() else float(number)


def day_number(day: str) -> int:
    """The number of a day."""
    return date.fromisoformat(day).toordinal()


def exact(fact: Fact, steps: int) -> Fraction:
    """The number that so many steps are."""
    return Fraction(steps, 10**fact.places)


def meet(one: Region, other: Region) -> Region | None:
    """The values that both regions hold; None if there are none."""
    match one, other:
        case Options(), Options():
            common = tuple(answer for answer in one.answers if answer in other.answers)
            return Options(common) if common else None
        case Range(), Range():
            low, high = max(one.low, other.low), min(one.high, other.high)
            return Range(low, high) if low <= high else None
        case Items(), Items():
            return possible(
                Items(
                    one.inside | other.inside,
                    one.outside | other.outside,
                    max(one.low, other.low),
                    min(one.high, other.high),
                    one.other_than | other.other_than,
                )
            )
    raise AssertionError("regions of one place are of one kind")


def possible(items: Items) -> Items | None:
    """The region, or None if no set is so."""
    if items.low > items.high or any(covers(out, item) for out in items.outside for item in items.inside):
        return None
    named = {item for item in items.inside if not item.endswith("*")}
    return items if len(named) <= items.high else None


def covers(name: str, item: str) -> bool:
    """Whether a code, or every code with a beginning, is the other code or has the other beginning."""
    return item == name or (name.endswith("*") and item.startswith(name[:-1]))


def within(inner: Region, outer: Region) -> bool:
    """Whether every value of the first region lies in the second."""
    match inner, outer:
        case Options(), Options():
            return set(inner.answers) <= set(outer.answers)
        case Range(), Range():
            return outer.low <= inner.low and inner.high <= outer.high
        case Items(), Items():
            return (
                outer.inside <= inner.inside
                and outer.outside <= inner.outside
                and outer.low <= max(inner.low, len(inner.inside))
                and inner.high <= outer.high
                and outer.other_than <= inner.other_than
            )
    return False


def joined(one: Region, other: Region) -> Region | None:
    """The region that holds just the values of both; None if no region does."""
    match one, other:
        case Options(), Options():
            return Options(tuple(dict.fromkeys((*one.answers, *other.answers))))
        case Range(), Range() if one.low <= other.high + 1 and other.low <= one.high + 1:
            return Range(min(one.low, other.low), max(one.high, other.high))
    return None


def without(one: Region, other: Region) -> list[Region]:
    """The values of one region that are not in another one, in regions; all of them if no regions hold just these."""
    match one, other:
        case Options(), Options():
            left = tuple(answer for answer in one.answers if answer not in other.answers)
            return [Options(left)] if left else []
        case Range(), Range():
            below, above = Range(one.low, min(one.high, other.low - 1)), Range(max(one.low, other.high + 1), one.high)
            return [span for span in (below, above) if span.low <= span.high]
    return [one]


def holds(region: Region, fact: Fact, value: Any) -> bool:
    """Whether a region holds a stated value."""
    # other kinds: are told apart by their answers
    match region:
        case Options():
            return fact.kind in ("note", "list") or value in region.answers
        case Range():
            return region.low <= steps(fact, value) <= region.high
        case Items():
            named = [any(covers(name, item) for item in value) for name in sorted(region.inside)]
            barred = any(covers(name, item) for name in region.outside for item in value)
            fits = region.low <= len(value) <= region.high and frozenset(value) not in region.other_than
            return all(named) and not barred and fits


def edges(region: Region, fact: Fact, middle: int | None = None) -> list[Any]:
    """Values of a region as a request states them, those at its edges first."""
    # other kinds: have answers of their own
    match region:
        case Options():
            return [STATED] if fact.kind in ("note", "list") else [*region.answers]
        case Range():
            return [stated(fact, point) for point in _points(region, whole(fact), middle)]
        case Items():
            return _sets(region, fact)


def _points(region: Range, all_of_it: Region, middle: int | None) -> Iterable[int]:
    """The edge that is no end of the whole range, then the other one, then a point between."""
    inner = [
        end
        for end, outer in ((region.low, all_of_it.low), (region.high, all_of_it.high))  # type: ignore[union-attr]
        if end != outer
    ]
    near = [middle] if middle is not None and region.low <= middle <= region.high else []
    points = [*inner, *near, (region.low + region.high) // 2, region.low, region.high]
    return dict.fromkeys(points)


def _sets(region: Items, fact: Fact) -> list[Any]:
    """Sets with what must be inside, filled up to the size that is wanted; the next larger ones if it is barred."""
    if fact.kind == "codes":
        named = [begun(item[:-1], fact.options[0]) if item.endswith("*") else item for item in sorted(region.inside)]
        return [named] if all(named) and holds(region, fact, named) else []
    free = [one for one in options(fact) if one not in region.inside and one not in region.outside]
    inside = [one for one in options(fact) if one in region.inside]
    found = []
    for size in range(max(region.low, len(inside)), min(region.high, len(inside) + len(free)) + 1):
        room = size - len(inside)
        tried = [[*inside, *free[at : at + room]] for at in range(max(1, len(free) - room + 1))]
        found += [one for one in tried if len(one) == size and holds(region, fact, one)][:2]
        if len(found) > 3:
            break
    return found
