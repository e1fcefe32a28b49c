"""Routes to goals: what each place is to state. No route asks for all that another one asks for, and for more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from wiser_policies._ask_goals import Alike, At, Before, Goal, Joint, Relation, Weighed, places_of
from wiser_policies._ask_regions import Options, Range, Region, joined, meet, within, without
from wiser_policies._places import Place

MOST_ROUTES = 48  # of one goal; the ones with the fewest things are kept


class Route(NamedTuple):
    """What each place is to state, and how places compare with one another."""

    regions: Mapping[Place, Region]
    relations: tuple[Relation, ...] = ()

    @property
    def places(self) -> list[Place]:
        """Every place that it is about."""
        compared = (place for relation in self.relations for place in places_of(relation))
        return list(dict.fromkeys((*self.regions, *compared)))


EMPTY = Route({})


class Routes:
    """The routes to goals. `free` tells whether a place states a value of a region already: then nothing is asked."""

    def __init__(self, free: Any) -> None:
        self.free, self.given_up = free, False  # whether some routes were left out

    def cost(self, route: Route) -> int:
        """How many places are to state something else than they do."""
        asked = sum(not self.free(place, region) for place, region in route.regions.items())
        return asked + sum(place not in route.regions for place in route.places)

    def to(self, goal: Goal) -> list[Route]:
        """The routes to a goal."""
        match goal:
            case At(place, region):
                return [Route({place: region})]
            case Weighed() | Before() | Alike():
                return [Route({}, (goal,))]
            case Joint(0, ()):
                return [EMPTY]
            case Joint(count, parts):
                return self.some(count, [self.to(part) for part in parts])

    def some(self, count: int, each: Sequence[list[Route]]) -> list[Route]:
        """The routes to at least `count` of several goals, each given by its own routes."""
        reached: list[list[Route]] = [[EMPTY], *([] for _ in range(count))]
        for left, routes in zip(range(len(each) - 1, -1, -1), each, strict=True):
            for number in range(count, 0, -1):
                if number + left < count:  # too few goals are left
                    break
                reached[number] = self.least([*reached[number], *self.both(reached[number - 1], routes)])
        return reached[count]

    def both(self, some: Iterable[Route], others: Sequence[Route]) -> list[Route]:
        """The routes that join one of the first with one of the others."""
        return [found for one in some for other in others if (found := together(one, other)) is not None]

    def least(self, routes: Iterable[Route]) -> list[Route]:
        """The routes without those that ask for all that another asks for, and for more; fewer things come first."""
        kept: list[Route] = []
        for route in sorted(routes, key=self.cost):
            if not any(covers(one, route) for one in kept):
                kept = [one for one in kept if not covers(route, one)] + [route]
        self.given_up = self.given_up or len(kept) > MOST_ROUTES
        return kept[:MOST_ROUTES]


def together(one: Route, other: Route) -> Route | None:
    """Two routes as one; None if they contradict each other."""
    if not other.regions and not other.relations:
        return one
    regions = dict(one.regions)
    for place, region in other.regions.items():
        common = meet(regions[place], region) if place in regions else region
        if common is None:
            return None
        regions[place] = common
    return Route(regions, tuple(dict.fromkeys((*one.relations, *other.relations))))


def covers(one: Route, other: Route) -> bool:
    """Whether doing what the other route says is doing what this one says."""
    if len(one.regions) > len(other.regions) or not set(one.relations) <= set(other.relations):
        return False
    for place, region in one.regions.items():  # millions of times, so without a generator
        asked = other.regions.get(place)
        if asked is None or not (asked is region or within(asked, region)):
            return False
    return True


def united(routes: Sequence[tuple[Route, Route]]) -> list[tuple[Route, Route]]:
    """Routes that differ in one place alone become one, where the values of both are one region."""
    found: list[tuple[Route, Route]] = []
    for asked, whole in routes:
        for at, (other, first) in enumerate(found):
            if (place := _only_difference(asked, other)) is not None:
                both = joined(other.regions[place], asked.regions[place])
                if both is not None:
                    found[at] = (Route({**other.regions, place: both}, other.relations), first)
                    break
        else:
            found.append((asked, whole))
    return found if len(found) == len(routes) else united(found)


def _only_difference(one: Route, other: Route) -> Place | None:
    """The only place of which two routes want different values; None if they differ otherwise."""
    if set(one.relations) != set(other.relations) or one.regions.keys() != other.regions.keys():
        return None
    places = [place for place, region in one.regions.items() if region != other.regions[place]]
    return places[0] if len(places) == 1 else None


def apart(route: Route, others: Iterable[Route], kind: type[Options] | type[Range]) -> list[Route]:
    """The route without the answers, or the values, for which another route with fewer things is enough."""
    parts = [route]
    for other in others:
        if other.regions.keys() < route.regions.keys() and set(other.relations) <= set(route.relations):
            parts = [part for one in parts for part in _apart(one, other, kind)]
    return parts


def _apart(route: Route, other: Route, kind: type[Options] | type[Range]) -> list[Route]:
    own = [place for place, region in other.regions.items() if not within(route.regions[place], region)]
    if len(own) > 1 or (own and not isinstance(route.regions[own[0]], kind)):
        return [route]
    if not own:
        return []
    left = without(route.regions[own[0]], other.regions[own[0]])
    return [Route({**route.regions, own[0]: region}, route.relations) for region in left]
