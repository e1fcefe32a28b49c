"""The search for what closes the gaps of a request: routes to each criterion that is not met yet, each one verified.

A route is kept if doing just what it says closes its criteria, and opens or breaks no other one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import prod
from typing import Any, NamedTuple

from wiser_policies._ask_goals import At, Before, Day, Goal, Goals, Relation, all_of, any_of, each_of, is_so, places_of
from wiser_policies._ask_regions import Options, Range, Region, day_number, meet, steps, whole
from wiser_policies._ask_routes import Route, Routes, apart, united
from wiser_policies._ask_solving import Move, Solution, Solving, comes, stating
from wiser_policies._places import Data, Place, marks, open_places, reads
from wiser_policies._policy import Fact
from wiser_policies._questions import in_order
from wiser_policies._result import Result
from wiser_policies._rules import problems
from wiser_policies._verdicts import MET, MISSING, OPEN, Verdict

MOST_RECORDS = 4  # that may still come to one list
MOST_ROUNDS = 3  # of going round the criteria that a route would break
MOST_JOINT = 64  # routes of several criteria that are looked through together


class Group(NamedTuple):
    """Criteria that are closed together, by their numbers, with the ways to close them."""

    numbers: tuple[int, ...]
    solutions: tuple[Solution, ...]
    opens_more: tuple[tuple[Place, ...], ...] = ()


class Search:
    """The search on one request. `today` is a day, or empty."""

    def __init__(self, result: Result, today: str) -> None:
        self.policy, self.request = result.policy, result._asked()
        self.interpreter = result.policy.interpreter
        self.facts = self.interpreter.facts
        self.verdicts = [*result.verdicts.values()]
        self.asked = [n for n, one in enumerate(self.policy.criteria) if one.effect != "advisory"]
        self.open = [n for n in self.asked if self.verdicts[n] in OPEN]
        self.today = today
        self.moves = dict(self.movable())
        self.moves = dict(self.within_scope())
        self.plan = [*self.order_of_days()]
        self.routes = Routes(self.is_free)
        self.solving = Solving(self.facts, self.moves, self.plan, self.middle)
        self.goals = Goals(self.request, self.facts, self.moves, self.records())
        self.known: dict[int, Goal] = {}

    # ------------------------------------------------ what may change

    def movable(self) -> Iterator[tuple[Place, Move]]:
        """The places that state something which may change, and the records that may still come."""
        for mark in self.policy.asking:
            value = self.request.get(mark.fact)
            if value is None or not (mark.plan or mark.grows):
                continue
            fact = self.facts[mark.fact]
            if fact.kind == "list":
                if mark.grows:
                    for number in range(1, MOST_RECORDS + 1):
                        yield (mark.fact, -number), Move(False, Options((False,)), Options((True,)))
                continue
            now, every = steps(fact, value), whole(fact)
            assert isinstance(every, Range)
            first = max(every.low, day_number(self.today)) if self.today and fact.kind == "date" else every.low
            if mark.plan == "fewer":
                allowed = Range(every.low, now)
            elif mark.plan == "another day":
                allowed = Range(first, every.high)
            else:  # sent later, or grown
                allowed = Range(max(first, now), every.high)
            if allowed.low <= allowed.high:
                yield (mark.fact,), Move(now, Range(now, now), allowed)

    def within_scope(self) -> Iterator[tuple[Place, Move]]:
        """The same places, as far as they may change before the request is out of scope."""
        goals = Goals(self.request, self.facts, self.moves, {})
        scope = [n for n in self.asked if self.policy.criteria[n].effect == "scope" and self.verdicts[n] == MET]
        tests = [goals.of(test) for applies, test in map(self.interpreter.tests, scope) if applies is None]
        limits = [limit for goal in tests for limit in each_of(goal)]
        for place, move in self.moves.items():
            kept = move.allowed
            for limit in limits:
                if isinstance(limit, At) and limit.place == place:
                    kept = meet(kept, limit.region) or kept
            yield place, move._replace(allowed=kept)

    def order_of_days(self) -> Iterator[Relation]:
        """A planned day is never before the day of receipt, whichever of the two changes."""
        planned = [mark.fact for mark in self.policy.asking if mark.plan == "another day"]
        sent = [mark.fact for mark in self.policy.asking if mark.plan == "sent later"]
        for first in sent:
            for last in planned:
                yield Before("<=", Day((first,), 0), Day((last,), 0), ("", ""))

    def records(self) -> dict[str, int]:
        """How many records may come to each list: as many as a count asks for."""
        lists = {str(place[0]) for place in self.moves if len(place) > 1}
        wanted = dict.fromkeys(lists, 1)
        for number in self.asked:
            for part in self.interpreter.tests(number):
                for name, count in _counts(part):
                    if name in wanted:
                        wanted[name] = max(wanted[name], min(count, MOST_RECORDS))
        return wanted

    def is_free(self, place: Place, region: Region) -> bool:
        """Whether a place states so already."""
        return place in self.moves and meet(self.moves[place].region, region) is not None

    def middle(self, fact: Fact) -> int | None:
        """A day that nobody wonders at, where any day will do."""
        if fact.kind != "date":
            return None
        days = [
            self.request.get(mark.fact) for mark in self.policy.asking if mark.plan in ("another day", "sent later")
        ]
        return next((day_number(day) for day in (*days, self.today) if day), None)

    # ------------------------------------------------ goals

    def goal(self, number: int) -> Goal:
        """The goal that a criterion is answered: it does not apply, or it applies and is met.

        Where it is unclear whether it applies, what it requires is asked only together with that.
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
        """Whether records come in order: a second one only after a first one."""
        come = {place for place, region in route.regions.items() if place in self.moves and region == Options((True,))}
        return all(place[1] == -1 or (place[0], int(place[1]) + 1) in come for place in come if len(place) == 2)

    def verified(self, numbers: Sequence[int], route: Route, rounds: int = MOST_ROUNDS) -> list[Solution]:
        """The solution of a route, or of what the route needs besides so that it breaks no other criterion."""
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
        """The solutions without those that ask as much as another and more.

        Nor do they allow an answer with which less would do: of *no, or a rationale*, the rationale goes with *yes*.
        """
        asked = [(self.asked_of(one), one.route) for one in solutions]
        kept = self.least(asked)
        joined = self.least(united(kept))
        every = [one for one, _ in joined]
        found: list[Solution] = []
        for one, route in joined:
            for part in apart(one, every, Options):
                own = [*self.again(numbers, part, route)]
                found += own or [
                    each for less in apart(part, every, Range) for each in self.again(numbers, less, route)
                ]
        return found

    def asked_of(self, solution: Solution) -> Route:
        """What a solution asks for, without what is so already and is to stay so."""
        whole, relations = self.solving.whole, solution.route.relations
        regions = {place: solution.route.regions.get(place, whole(place)) for place in solution.regions}
        return Route(regions, tuple(one for one in relations if any(place in regions for place in places_of(one))))

    def least(self, asked: Sequence[tuple[Route, Route]]) -> list[tuple[Route, Route]]:
        """Those that ask for least, each with its whole route."""
        routes = {id(one): route for one, route in asked}
        return [(one, routes[id(one)]) for one in self.routes.least(one for one, _ in asked)]

    def again(self, numbers: Sequence[int], asked: Route, whole: Route) -> Iterator[Solution]:
        """A solution of a route of which no part is enough, and that breaks no other criterion."""
        for solution in self.solving.of(Route({**whole.regions, **asked.regions}, whole.relations)):
            if (
                self.is_enough(numbers, solution.values)
                and not self.broken(self.interpreter.verdicts(solution.applied(self.request)))
                and not any(self.is_enough(numbers, part) for part in parts_of(solution.values))
            ):
                yield solution
                return

    def broken(self, verdicts: Sequence[Verdict]) -> list[int]:
        """The criteria that are open by these verdicts, and were not."""
        return [n for n in self.asked if verdicts[n] in OPEN and self.verdicts[n] not in OPEN]

    def is_enough(self, numbers: Sequence[int], values: Mapping[Place, Any]) -> bool:
        """Whether stating these values closes criteria, and keeps planned days in order."""
        request = stating(self.request, values)
        days: dict[Place, Any] = {(name,): value for name, value in request.items()}
        changed = (one for one in self.plan if any(place in values for place in places_of(one)))
        if any(all(p in days for p in places_of(one)) and not is_so(one, self.facts, days) for one in changed):
            return False
        return not problems(self.policy.facts, request) and self.is_closed(numbers, request)

    def is_closed(self, numbers: Sequence[int], request: Data) -> bool:
        """Whether it is known of each criterion whether it applies, and those that do are met."""
        verdicts = self.interpreter.verdicts(request)
        if any(verdicts[number] in OPEN for number in numbers):
            return False
        applies = (self.interpreter.tests(number)[0] for number in numbers)
        return all(one is None or self.interpreter.truth(one, request) is not None for one in applies)

    # ------------------------------------------------ days that are not known

    def of_unknown_days(self, solution: Solution) -> list[Before]:
        """How days compare of which neither is known: both are asked for."""
        asked = [place for place in solution.regions if place not in self.moves]
        found = (one for one in solution.route.relations if isinstance(one, Before))
        return [one for one in found if all(place in asked for place in places_of(one))]

    def said_regions(self, solution: Solution) -> dict[Place, Region]:
        """The regions of a solution for words. Between two unknown days it is said how they compare: what the range of
        the one leaves of the other is no day that anyone means.
        """
        unknown = self.of_unknown_days(solution)
        days = {place for relation in unknown for place in places_of(relation)}
        if not days:
            return dict(solution.regions)
        tried = {place: solution.route.regions.get(place, self.solving.whole(place)) for place in days}
        known = {place: move.region for place, move in self.moves.items()} | {
            place: region for place, region in solution.regions.items() if place not in days
        }
        relations = [one for one in (*solution.route.relations, *self.plan) if one not in unknown]
        about = [one for one in relations if all(place in tried or place in known for place in places_of(one))]
        narrowed = self.solving.narrowed({**known, **tried}, about) or tried
        return {place: narrowed[place] if place in days else region for place, region in solution.regions.items()}

    # ------------------------------------------------ groups

    def groups(self) -> tuple[list[Group], list[int]]:
        """The open criteria in groups that are closed apart from one another, and those that the chart contradicts."""
        alone = {number: self.closing([number]) for number in self.open}
        lost = [number for number, group in alone.items() if not _ways(group)]
        if self.goals.given_up or self.routes.given_up:
            for number in [number for number in lost if self.verdicts[number] == MISSING]:
                lost.remove(number)
                alone[number] = self.next_of(number)
        waiting = [group for number, group in alone.items() if number not in lost]
        done: list[Group] = []
        while len(parts := self.joined(waiting)) < len(waiting):
            waiting = []
            for part in parts:
                if len(part) == 1:
                    waiting += part
                    continue
                first = self.first_of_all(part) if prod(map(_ways, part)) > MOST_JOINT else None
                if first is not None:
                    done.append(first[0])
                    waiting += first[1]
                    continue
                numbers = sorted(number for group in part for number in group.numbers)
                group = self.closing(numbers)
                if _ways(group):
                    waiting.append(group)
                else:
                    lost += numbers
        return [*done, *waiting], lost

    def next_of(self, number: int) -> Group:
        """The first place that is open, where the search was given up."""
        marked = marks(self.interpreter.still_open(self.request, number))
        found = (place for place, _ in open_places(in_order(self.policy), self.request) if reads(marked, place))
        return Group((number,), (), ((next(found),),))

    def joined(self, groups: Sequence[Group]) -> list[list[Group]]:
        """The groups that are closed together."""
        parts: list[list[Group]] = []
        for group in groups:
            near = [part for part in parts if any(self.belong(group, other) for other in part)]
            parts = [part for part in parts if part not in near]
            parts.append([*(one for part in near for one in part), group])
        return parts

    def belong(self, one: Group, other: Group) -> bool:
        """Whether two groups are closed together: they want something otherwise, or one thing closes both."""
        if {place for lists in one.opens_more for place in lists} & {
            place for lists in other.opens_more for place in lists
        }:
            return True
        theirs, own = self.wanted(one), self.wanted(other)
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

    def wanted(self, group: Group) -> dict[Place, set[Any]]:
        """What a group wants of each place; of a place that is compared with another one, something of its own."""
        found: dict[Place, set[Any]] = {}
        for solution in group.solutions:
            for place in dict.fromkeys((*solution.route.places, *solution.regions)):
                fixed = solution.route.regions.get(place)
                bound = any(place in places_of(relation) for relation in solution.route.relations)
                found.setdefault(place, set()).add(group.numbers if bound or fixed is None else fixed)
        return found

    def touched(self, group: Group) -> list[Place]:
        """The places that are asked for, with those that must stay as they are."""
        asked = (place for one in group.solutions for place in one.regions)
        kept = (place for one in group.solutions for place in one.route.places if place in self.moves)
        listed = (place for lists in group.opens_more for place in lists)
        return list(dict.fromkeys((*asked, *kept, *listed)))

    def first_of_all(self, groups: Sequence[Group]) -> tuple[Group, list[Group]] | None:
        """The place that most of them share is asked alone; those that do not hang on it go on. None for no place."""
        counts: dict[Place, int] = {}
        for group in groups:
            for place in self.touched(group):
                if place not in self.moves:
                    counts[place] = counts.get(place, 0) + 1
        if not counts:
            return None
        first = max(counts, key=lambda place: (counts[place], -self.rank(place)))  # the first one of equals
        hang = [group for group in groups if first in self.touched(group)]
        numbers = tuple(number for group in hang for number in group.numbers)
        return Group(numbers, (), ((first,),)), [group for group in groups if group not in hang]

    def rank(self, place: Place) -> int:
        """The order of the facts."""
        return next(at for at, fact in enumerate(self.policy.facts) if fact.name == place[0])


def _ways(group: Group) -> int:
    """How many ways there are to close a group."""
    return len(group.solutions) + bool(group.opens_more)


def things_of(values: Mapping[Place, Any]) -> dict[Place, dict[Place, Any]]:
    """Values by the thing that they belong to: a record that is to come has all of its fields."""
    found: dict[Place, dict[Place, Any]] = {}
    for place, value in values.items():
        found.setdefault(place[:2] if comes(place) else place, {})[place] = value
    return found


def parts_of(values: Mapping[Place, Any]) -> Iterator[dict[Place, Any]]:
    """The values without one of the things; of the records that are to come to a list, without the last one."""
    things = things_of(values)
    for thing in things if len(things) > 1 else ():
        if not comes(thing) or (thing[0], int(thing[1]) - 1) not in things:
            yield {place: value for one, own in things.items() if one != thing for place, value in own.items()}


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
