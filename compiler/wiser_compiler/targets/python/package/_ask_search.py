"""The ways to close criteria of a request: routes to their goals, each tried on the request.

A route is kept if doing just what it says closes its criteria, and opens no other one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from wiser_policies._ask_goals import Before, Goal, all_of, any_of, fact_of, is_so, places_of
from wiser_policies._ask_moves import moves_of, order_of_days, records_to_come, usual_day
from wiser_policies._ask_regions import Options, Range, Region, meet, whole
from wiser_policies._ask_routes import Route, Routes, apart, covers, united
from wiser_policies._ask_solving import Solution, Solving, comes, stating
from wiser_policies._ask_tests import Goals
from wiser_policies._places import Place
from wiser_policies._result import Result
from wiser_policies._rules import problems
from wiser_policies._verdicts import OPEN, Verdict

MOST_ROUNDS = 3  # of going round the criteria that a route would break


class Group(NamedTuple):
    """Criteria that are closed together, by their numbers, with the ways to close them."""

    numbers: tuple[int, ...]
    solutions: tuple[Solution, ...]
    opens_more: tuple[tuple[Place, ...], ...] = ()


class Search:
    """The search for ways on one request. `today` is a day, or empty."""

    def __init__(self, result: Result, today: str) -> None:
        self.policy, self.request = result.policy, result._asked()
        self.interpreter = result.policy.interpreter
        self.facts = self.interpreter.facts
        self.verdicts = [*result.verdicts.values()]
        self.asked = [n for n, one in enumerate(self.policy.criteria) if one.effect != "advisory"]
        self.open = [n for n in self.asked if self.verdicts[n] in OPEN]
        self.today = today
        self.moves = moves_of(self.policy, self.request, self.verdicts, today)
        self.plan = [*order_of_days(self.policy)]
        self.routes = Routes(self.is_free)
        self.solving = Solving(self.facts, self.moves, self.plan, usual_day(self.policy, self.request, today))
        self.goals = Goals(self.request, self.facts, self.moves, records_to_come(self.policy, self.moves))
        self.known: dict[int, Goal] = {}

    def is_free(self, place: Place, region: Region) -> bool:
        """Whether a place states a value of this region already."""
        return place in self.moves and meet(self.moves[place].region, region) is not None

    # ------------------------------------------------ goals

    def goal(self, number: int) -> Goal:
        """The goal that closes a criterion: it does not apply, or it applies and is met.

        Where it is unclear whether a criterion applies, what it requires is asked only together with that.
        """
        if number not in self.known:
            applies, test = self.interpreter.tests(number)
            goal = self.goals.of(test)
            if applies is not None:
                goal = any_of((self.goals.of(applies, False), all_of((self.goals.of(applies), goal))))
            self.known[number] = goal
        return self.known[number]

    # ------------------------------------------------ routes

    def closing(self, numbers: Sequence[int]) -> Group:
        """The ways to close some criteria together."""
        routes = self.routes.to(all_of(map(self.goal, numbers)))
        listing = dict.fromkeys(tuple(lists) for route in routes if (lists := self.lists(route)))
        found: list[Solution] = []
        for route in routes:
            if not self.lists(route) and self.is_in_order(route):
                found += self.verified(numbers, route)
        return Group(tuple(numbers), tuple(self.reduced(numbers, found)), tuple(sorted(listing, key=len))[:1])

    def lists(self, route: Route) -> list[Place]:
        """The lists that a route asks for as a whole."""
        return [place for place in route.regions if len(place) == 1 and self.facts[str(place[0])].kind == "list"]

    def is_in_order(self, route: Route) -> bool:
        """Whether records are added in order: a second one only after a first one."""
        come = {place for place, region in route.regions.items() if place in self.moves and region == Options((True,))}
        return all(place[1] == -1 or (place[0], int(place[1]) + 1) in come for place in come if len(place) == 2)

    def verified(self, numbers: Sequence[int], route: Route, rounds: int = MOST_ROUNDS) -> list[Solution]:
        """The solution of a route; if it breaks other criteria, the solutions that also close these."""
        for solution in self.solving.of(route):
            request = solution.applied(self.request)
            if problems(self.policy.facts, request):
                continue
            verdicts = self.interpreter.verdicts(request)
            if any(verdicts[number] in OPEN for number in numbers):
                continue
            broken = self.broken(verdicts)
            if not broken:
                return [solution]
            if not rounds:
                return []
            beside = self.routes.to(all_of(map(self.goal, broken)))
            further = self.routes.least(self.routes.both([route], [one for one in beside if not self.lists(one)]))
            return [
                one
                for other in further
                if other != route and self.is_in_order(other)
                for one in self.verified(numbers, other, rounds - 1)
            ]
        return []

    def reduced(self, numbers: Sequence[int], solutions: Sequence[Solution]) -> list[Solution]:
        """The solutions without those that ask for all that another one asks for, and for more.

        A solution also loses the answers with which a smaller one would do: where *no* is enough by itself, a rationale
        is asked for beside *yes* alone.
        """
        asked = [(self.asked_of(one), one.route) for one in solutions]
        kept = self.least(asked)
        joined = self.least(united(kept))
        every = [one for one, _ in joined]
        found: list[Solution] = []
        for one, route in joined:
            for part in apart(one, every, Options):
                own = [*self.minimal(numbers, part, route)]
                found += own or [
                    each for less in apart(part, every, Range) for each in self.minimal(numbers, less, route)
                ]
        return self.not_contained(found)

    def not_contained(self, solutions: Sequence[Solution]) -> list[Solution]:
        """The solutions that no other one contains. Of equal ones the first stays."""
        allowed = [Route(one.regions, self.asked_of(one).relations) for one in solutions]
        return [
            solution
            for number, (solution, own) in enumerate(zip(solutions, allowed, strict=True))
            if not any(
                covers(other, own) and (at < number or not covers(own, other))
                for at, other in enumerate(allowed)
                if at != number
            )
        ]

    def asked_of(self, solution: Solution) -> Route:
        """What a solution asks for, as a route: the places that state it already are left out."""
        whole, relations = self.solving.whole, solution.route.relations
        regions = {place: solution.route.regions.get(place, whole(place)) for place in solution.regions}
        return Route(regions, tuple(one for one in relations if any(place in regions for place in places_of(one))))

    def least(self, asked: Sequence[tuple[Route, Route]]) -> list[tuple[Route, Route]]:
        """The routes that ask for least, each with the whole route that it is a part of."""
        routes = {id(one): route for one, route in asked}
        return [(one, routes[id(one)]) for one in self.routes.least(one for one, _ in asked)]

    def minimal(self, numbers: Sequence[int], asked: Route, whole: Route) -> Iterator[Solution]:
        """The first solution, if there is one, that breaks no other criterion and of which no part would be enough.

        The places of `asked` are to state what it says, all others what the whole route says.
        """
        for solution in self.solving.of(Route({**whole.regions, **asked.regions}, whole.relations)):
            if (
                (verdicts := self.if_enough(numbers, solution.values)) is not None
                and not self.broken(verdicts)
                and all(self.if_enough(numbers, part) is None for part in parts_of(solution.values))
            ):
                yield solution
                return

    def broken(self, verdicts: Sequence[Verdict]) -> list[int]:
        """The criteria that are open by these verdicts and were not open before."""
        return [n for n in self.asked if verdicts[n] in OPEN and self.verdicts[n] not in OPEN]

    def if_enough(self, numbers: Sequence[int], values: Mapping[Place, Any]) -> Sequence[Verdict] | None:
        """The verdicts on the request that also states these values; None if they do not close these criteria, or put a
        planned day out of order.
        """
        request = stating(self.request, values)
        days: dict[Place, Any] = {(name,): value for name, value in request.items()}
        changed = (one for one in self.plan if any(place in values for place in places_of(one)))
        if any(all(p in days for p in places_of(one)) and not is_so(one, self.facts, days) for one in changed):
            return None
        if problems(self.policy.facts, request):
            return None
        verdicts = self.interpreter.verdicts(request)
        if any(verdicts[number] in OPEN for number in numbers):
            return None
        applies = (self.interpreter.tests(number)[0] for number in numbers)
        surely = all(one is None or self.interpreter.truth(one, request) is not None for one in applies)
        return verdicts if surely else None

    # ------------------------------------------------ days that are not known

    def of_unknown_days(self, solution: Solution) -> list[Before]:
        """The comparisons of two days that are both asked for, since neither is known."""
        asked = [place for place in solution.regions if place not in self.moves]
        found = (one for one in solution.route.relations if isinstance(one, Before))
        return [one for one in found if all(place in asked for place in places_of(one))]

    def said_regions(self, solution: Solution) -> dict[Place, Region]:
        """The regions of a solution, to be put into words.

        Of two unknown days the words say how they compare, so neither region is narrowed by the range of the other day:
        nobody means the day that this would leave.
        """
        unknown = self.of_unknown_days(solution)
        days = {place for relation in unknown for place in places_of(relation)}
        if not days:
            return {place: self.open_ended(place, region) for place, region in solution.regions.items()}
        tried = {place: solution.route.regions.get(place, self.solving.whole(place)) for place in days}
        known = {place: move.region for place, move in self.moves.items()} | {
            place: region for place, region in solution.regions.items() if place not in days
        }
        relations = [one for one in (*solution.route.relations, *self.plan) if one not in unknown]
        about = [one for one in relations if all(place in tried or place in known for place in places_of(one))]
        narrowed = self.solving.narrowed({**known, **tried}, about) or tried
        said = {place: narrowed[place] if place in days else region for place, region in solution.regions.items()}
        return {place: self.open_ended(place, region) for place, region in said.items()}

    def open_ended(self, place: Place, region: Region) -> Region:
        """The region without a last day that only the scope sets: nobody plans for the last day of the model."""
        fact = fact_of(self.facts, place)
        if not isinstance(region, Range) or fact.kind != "date" or region.low == region.high:
            return region
        ends = [move.allowed.high for move in self.moves.values() if isinstance(move.allowed, Range)]
        last = whole(fact)
        assert isinstance(last, Range)
        return Range(region.low, last.high) if region.high in ends else region

    def rank(self, place: Place) -> int:
        """The position of the fact of a place among all facts."""
        return next(at for at, fact in enumerate(self.policy.facts) if fact.name == place[0])


def things_of(values: Mapping[Place, Any]) -> dict[Place, dict[Place, Any]]:
    """Values by the thing that they belong to: a record that is to come has all of its fields."""
    found: dict[Place, dict[Place, Any]] = {}
    for place, value in values.items():
        found.setdefault(place[:2] if comes(place) else place, {})[place] = value
    return found


def parts_of(values: Mapping[Place, Any]) -> Iterator[dict[Place, Any]]:
    """The values with one thing left out, for each thing; of the records that are to come, only for the last."""
    things = things_of(values)
    for thing in things if len(things) > 1 else ():
        if not comes(thing) or (thing[0], int(thing[1]) - 1) not in things:
            yield {place: value for one, own in things.items() if one != thing for place, value in own.items()}
