"""Which open criteria are closed together, and which apart from one another.

Two criteria belong together if one thing closes both, or if what closes one stands in the way of the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import Any

from wiser_policies._ask_goals import places_of
from wiser_policies._ask_search import Group, Search
from wiser_policies._ask_solving import comes
from wiser_policies._places import Place, marks, open_places, reads
from wiser_policies._questions import in_order
from wiser_policies._verdicts import MISSING

MOST_JOINT = 64  # ways of several criteria that are looked through together


def groups_of(search: Search) -> tuple[list[Group], list[int]]:
    """The open criteria in groups, each closed by itself, and the criteria that the chart contradicts."""
    alone = {number: search.closing([number]) for number in search.open}
    lost = [number for number, group in alone.items() if not _ways(group)]
    if search.goals.given_up or search.routes.given_up:
        for number in [number for number in lost if search.verdicts[number] == MISSING]:
            lost.remove(number)
            alone[number] = _next_of(search, number)
    waiting = [group for number, group in alone.items() if number not in lost]
    done: list[Group] = []
    while len(parts := _joined(waiting)) < len(waiting):
        waiting = []
        for part in parts:
            if len(part) == 1:
                waiting += part
                continue
            first = _first_of_all(search, part) if prod(map(_ways, part)) > MOST_JOINT else None
            if first is not None:
                done.append(first[0])
                waiting += first[1]
                continue
            numbers = sorted(number for group in part for number in group.numbers)
            group = search.closing(numbers)
            if _ways(group):
                waiting.append(group)
            else:
                lost += numbers
    return [*done, *waiting], lost


def _next_of(search: Search, number: int) -> Group:
    """A group that asks for the first open place of a criterion, since the search for its ways was given up."""
    marked = marks(search.interpreter.still_open(search.request, number))
    found = (place for place, _ in open_places(in_order(search.policy), search.request) if reads(marked, place))
    return Group((number,), (), ((next(found),),))


def _joined(groups: Sequence[Group]) -> list[list[Group]]:
    """The groups by what is closed together."""
    parts: list[list[Group]] = []
    for group in groups:
        near = [part for part in parts if any(_belong(group, other) for other in part)]
        parts = [part for part in parts if part not in near]
        parts.append([*(one for part in near for one in part), group])
    return parts


def _belong(one: Group, other: Group) -> bool:
    """Whether two groups are closed together: one place cannot state what both want, or one thing closes both."""
    if {place for lists in one.opens_more for place in lists} & {
        place for lists in other.opens_more for place in lists
    }:
        return True
    theirs, own = _wanted(one), _wanted(other)
    shared = theirs.keys() & own.keys()
    if any(comes(place) or len(theirs[place] | own[place]) > 1 for place in shared):
        return True
    ways, others = ([one.route.regions for one in group.solutions] for group in (one, other))
    if not shared or not ways or not others:
        return False
    return (
        any(way == another for way in ways for another in others)
        or all(any(way.items() <= another.items() for way in ways) for another in others)
        or all(any(another.items() <= way.items() for another in others) for way in ways)
    )


def _wanted(group: Group) -> dict[Place, set[Any]]:
    """What a group wants each place to state; where a place is compared with another, what no other group wants."""
    found: dict[Place, set[Any]] = {}
    for solution in group.solutions:
        for place in dict.fromkeys((*solution.route.places, *solution.regions)):
            fixed = solution.route.regions.get(place)
            bound = any(place in places_of(relation) for relation in solution.route.relations)
            found.setdefault(place, set()).add(group.numbers if bound or fixed is None else fixed)
    return found


def _touched(search: Search, group: Group) -> list[Place]:
    """The places that a group asks for, and those that must stay as they are."""
    asked = (place for one in group.solutions for place in one.regions)
    kept = (place for one in group.solutions for place in one.route.places if place in search.moves)
    listed = (place for lists in group.opens_more for place in lists)
    return list(dict.fromkeys((*asked, *kept, *listed)))


def _first_of_all(search: Search, groups: Sequence[Group]) -> tuple[Group, list[Group]] | None:
    """A group that asks for the place that most groups need, and the groups without it; None if there is no place."""
    counts: dict[Place, int] = {}
    for group in groups:
        for place in _touched(search, group):
            if place not in search.moves:
                counts[place] = counts.get(place, 0) + 1
    if not counts:
        return None
    first = max(counts, key=lambda place: (counts[place], -search.rank(place)))  # the first one of equals
    needing = [group for group in groups if first in _touched(search, group)]
    numbers = tuple(number for group in needing for number in group.numbers)
    return Group(numbers, (), ((first,),)), [group for group in groups if group not in needing]


def _ways(group: Group) -> int:
    """How many ways there are to close a group."""
    return len(group.solutions) + bool(group.opens_more)
