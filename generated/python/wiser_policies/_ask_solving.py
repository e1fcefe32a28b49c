"""Values for a route: what each place states if just enough is done, and which other values are enough too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from wiser_policies._ask_goals import Alike, Before, Relation, Weighed, fact_of, is_so, places_of, solved
from wiser_policies._ask_moves import Move
from wiser_policies._ask_regions import Items, Options, Range, Region, edges, meet, steps, whole
from wiser_policies._ask_routes import Route
from wiser_policies._places import Data, Place, put
from wiser_policies._policy import Fact

MOST_EDGES = 5  # values that are tried for a place that is compared with others


class Solution(NamedTuple):
    """What a route asks for: for each place the values that are enough, and one of them at the edge.

    `regions` hold only the places that are to state something new.
    """

    route: Route
    regions: Mapping[Place, Region]
    values: Mapping[Place, Any]

    def applied(self, request: Data) -> dict[str, Any]:
        """The request with the values at the edge."""
        return stating(request, self.values)


def stating(request: Data, values: Mapping[Place, Any]) -> dict[str, Any]:
    """The request that also states these values. A record with a negative number is added to its list."""
    found = dict(request)
    for place in sorted(values, key=lambda place: (len(place) > 1 and isinstance(place[1], int), _order(place))):
        name = str(place[0])
        if len(place) == 2 and isinstance(place[1], int):
            found[name] = [*found[name], {}]
            continue
        at = place
        if len(place) > 2 and isinstance(place[1], int) and place[1] < 0:
            at = (name, len(request[name]) - place[1] - 1, *place[2:])
        found = put(found, at, values[place])
    return found


def _order(place: Place) -> tuple[str, int, int, str]:
    """The order in which records are added, each before its fields."""
    number = place[1] if len(place) > 1 and isinstance(place[1], int) else 0
    return str(place[0]), len(place), -number, str(place[2:])


def comes(place: Place) -> bool:
    """Whether a place is a record that is to come, or a field of one."""
    return len(place) > 1 and isinstance(place[1], int) and place[1] < 0


class Solving:
    """The search for values. `moves` are the places that may change; `plan` relates those days to one another."""

    def __init__(
        self, facts: Mapping[str, Fact], moves: Mapping[Place, Move], plan: Sequence[Relation], usual_day: int | None
    ) -> None:
        self.facts, self.moves, self.plan, self.usual_day = facts, moves, plan, usual_day

    def of(self, route: Route) -> Iterator[Solution]:
        """The solutions that change as little as possible of what is stated."""
        relations = [*route.relations]
        regions = {place: route.regions.get(place, self.whole(place)) for place in route.places}
        for relation in self.plan:
            planned = places_of(relation)
            if all(place in regions or place in self.moves for place in planned):
                relations.append(relation)
                regions |= {place: self.whole(place) for place in planned if place not in regions}
        moving = [
            place for place in regions if place in self.moves and meet(regions[place], self.moves[place].region) is None
        ]
        bound = {place for relation in relations for place in places_of(relation)}
        may_stay = [place for place in self.moves if place in regions and place not in moving]
        for number in range(len(may_stay) + 1):
            found = False
            for also in combinations([place for place in may_stay if place in bound], number):
                for values in self.moved(route, {*moving, *also}, regions, relations):
                    found = True
                    yield values
            if found:
                return

    def moved(
        self, route: Route, moving: set[Place], regions: Mapping[Place, Region], relations: Sequence[Relation]
    ) -> Iterator[Solution]:
        """The solutions in which just these places change."""
        tried: dict[Place, Region] = {}
        for place, region in regions.items():
            move = self.moves.get(place)
            limits = region if move is None else meet(region, move.allowed if place in moving else move.region)
            if limits is None:
                return
            tried[place] = limits
        changing = {place for place in tried if place not in self.moves or place in moving}
        relations = [one for one in relations if one not in self.plan or not changing.isdisjoint(places_of(one))]
        narrowed = self.narrowed(tried, relations)
        if narrowed is None:
            return
        asked = [place for place in narrowed if place in changing]
        bound = {place for relation in relations for place in places_of(relation)}
        free = [place for place in asked if place not in bound]
        order = sorted(
            (place for place in narrowed if place in bound), key=lambda place: (place in self.moves, place in asked)
        )
        for some in self.assigned(order, narrowed, relations):
            values = {place: self.edges(place, narrowed[place]) for place in free}
            if all(values.values()):
                whole = {place: values[place][0] if place in values else some[place] for place in asked}
                yield Solution(route, {place: narrowed[place] for place in asked}, whole)

    def assigned(
        self, places: Sequence[Place], regions: Mapping[Place, Region], relations: Sequence[Relation]
    ) -> Iterator[dict[Place, Any]]:
        """Values for places that are compared with one another."""
        if not places:
            yield {}
            return
        place, *rest = places
        for value in self.edges(place, regions[place])[:MOST_EDGES]:
            fixed = self.narrowed({**regions, place: self.point(place, value)}, relations)
            if fixed is not None:
                for others in self.assigned(rest, fixed, relations):
                    found = {place: value, **others}
                    inside = [
                        r for r in relations if place in places_of(r) and all(one in found for one in places_of(r))
                    ]
                    if all(is_so(r, self.facts, found) for r in inside):
                        yield found
                        break

    def narrowed(self, regions: Mapping[Place, Region], relations: Iterable[Relation]) -> dict[Place, Region] | None:
        """The regions without the values that fit no value of the other places; None if a region is left empty."""
        found = dict(regions)
        for _ in range(8):
            before = dict(found)
            for relation in relations:
                for place in places_of(relation):
                    region = self.beside(relation, place, found)
                    if region is None:
                        return None
                    found[place] = region
            if found == before:
                break
        return found

    def beside(self, relation: Relation, place: Place, regions: Mapping[Place, Region]) -> Region | None:
        """The values of a place that fit the regions of the places that it is compared with."""
        own = regions[place]
        match relation:
            case Alike(wanted, places):
                other = regions[places[1] if place == places[0] else places[0]]
                if not isinstance(own, Options) or not isinstance(other, Options):
                    return own
                if wanted:
                    return meet(own, other)
                kept = tuple(one for one in own.answers if other.answers != (one,))
                return Options(kept) if kept else None
            case Weighed() | Before():
                ranges = {one: span for one, span in regions.items() if isinstance(span, Range)}
                span = solved(relation, place, self.facts, ranges)
                return meet(own, span) if span else None

    def whole(self, place: Place) -> Region:
        """Every value that a place may state."""
        return whole(fact_of(self.facts, place))

    def edges(self, place: Place, region: Region) -> list[Any]:
        """Values of a region, those at its edges first."""
        if len(place) == 2 and isinstance(place[1], int):
            return [True]
        fact = fact_of(self.facts, place)
        return edges(region, fact, self.usual_day if fact.kind == "date" else None)

    def point(self, place: Place, value: Any) -> Region:
        """The region of one value."""
        fact = fact_of(self.facts, place)
        match self.whole(place):
            case Options():
                return Options((value,))
            case Range():
                return Range(steps(fact, value), steps(fact, value))
            case Items():
                return Items(frozenset(value), frozenset(), len(value), len(value))
