"""The ask list: what would make a request ready, as the least that has to be got, said or planned otherwise.

For each open criterion it gives the ways to close it, each of the fewest things. Doing just what one way of each gap
says makes the request ready, and no part of a way is enough. Nothing is asked that the chart contradicts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from wiser_policies import _ask_words as words
from wiser_policies._ask_goals import Before, places_of
from wiser_policies._ask_groups import groups_of
from wiser_policies._ask_regions import Items, Options, Range, Region, edges, exact, whole
from wiser_policies._ask_search import Group, Search
from wiser_policies._ask_solving import Solution, stating
from wiser_policies._ask_standing import standing
from wiser_policies._dates import is_day, shift
from wiser_policies._partial import Partial
from wiser_policies._places import Place
from wiser_policies._policy import Fact
from wiser_policies._result import Result
from wiser_policies._verdicts import NOT_MET, OUT_OF_SCOPE

MOST_WAYS = 12  # of one gap
PERIODS = {"days": (0, 1), "weeks": (0, 7), "months": (1, 0), "years": (12, 0)}


class Thing(NamedTuple):
    """A thing to get, to say or to plan otherwise.

    `place` is the JSON pointer of what the request is to state, with `-` for a record that is to be added to a list.
    `chart` is where it stands in the chart, and `supplier` who has it; either may be empty.
    """

    place: str
    asks: str
    chart: str
    supplier: str

    def as_dict(self) -> dict[str, str]:
        """As JSON values."""
        return {"place": self.place, "asks": self.asks, "chart": self.chart, "from": self.supplier}


class Way(NamedTuple):
    """Things that close a gap together. After one that `opens_more` further things may be asked for."""

    things: tuple[Thing, ...]
    unlikely: bool
    opens_more: bool

    def as_dict(self) -> dict[str, Any]:
        """As JSON values."""
        things = [thing.as_dict() for thing in self.things]
        return {"things": things, "unlikely": self.unlikely, "opens_more": self.opens_more}


class OpenGap(NamedTuple):
    """Criteria that are closed together, by their ids, with the ways to do it, the likeliest first.

    With `if_settled` the gap matters only if the contradictions of the chart are settled. `stands` names, in words, the
    criteria that are not met as the request stands, and not only missing.
    """

    criteria: tuple[str, ...]
    if_settled: bool
    stands: tuple[str, ...]
    ways: tuple[Way, ...]

    def as_dict(self) -> dict[str, Any]:
        """As JSON values."""
        ways = [way.as_dict() for way in self.ways]
        return {
            "criteria": [*self.criteria],
            "if_settled": self.if_settled,
            "stands": [*self.stands],
            "ways": ways,
        }


class Contradiction(NamedTuple):
    """Criteria that nothing can close, since the chart contradicts them."""

    criteria: tuple[str, ...]
    says: str

    def as_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {"criteria": [*self.criteria], "says": self.says}


class Office(NamedTuple):
    """What one supplier is asked for, in words that can be read out on the telephone."""

    supplier: str
    text: str

    def as_dict(self) -> dict[str, str]:
        """As JSON values."""
        return {"from": self.supplier, "text": self.text}


class AskList(NamedTuple):
    """What is contradicted, what is asked for, and from whom."""

    contradicted: tuple[Contradiction, ...]
    gaps: tuple[OpenGap, ...]
    offices: tuple[Office, ...]

    def as_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {name: [one.as_dict() for one in getattr(self, name)] for name in self._fields}


def ask_list(result: Result, today: str | None = None) -> AskList:
    """What would make the request of a result ready. `today` is a day, as YYYY-MM-DD, if it is known.

    The list holds dates and numbers that follow from those of the request: protect it as you protect the request. It
    is empty for a request that is ready or invalid. Raises ValueError for a `today` that is no day.
    """
    if today is not None and not is_day(today):
        raise ValueError("today is no day written YYYY-MM-DD")
    if result.problems:
        return AskList((), (), ())
    return _Listing(Search(result, today or "")).whole(result)


class _Listing:
    """The ask list, made from what a search found."""

    def __init__(self, search: Search) -> None:
        self.search, self.policy, self.facts = search, search.policy, search.facts
        self.marks = {mark.fact: mark for mark in self.policy.asking}
        self.supplied = dict(self.policy.supplied_by)
        self.against = {
            mark.fact
            for mark in self.policy.asking
            if mark.unlikely_if is not None and search.interpreter.truth(mark.unlikely_if, search.request)
        }

    def whole(self, result: Result) -> AskList:
        """The ask list."""
        groups, lost = groups_of(self.search)
        if result.outcome == OUT_OF_SCOPE and any(self.policy.criteria[n].effect == "scope" for n in lost):
            groups = []
            lost = [n for n in lost if self.policy.criteria[n].effect == "scope"]
        found = [(group, self.ways(group)) for group in groups]
        found.sort(key=lambda one: (len(one[1][0].things), one[0].numbers))
        gaps = tuple(
            OpenGap(self.ids(group.numbers), bool(lost), tuple(self.standing(group.numbers)), ways)
            for group, ways in found
        )
        return AskList(tuple(self.contradictions(lost)), gaps, tuple(self.offices(gaps)))

    def ids(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """The ids of criteria."""
        return tuple(self.policy.criteria[number].id for number in numbers)

    def contradictions(self, lost: Sequence[int]) -> Iterator[Contradiction]:
        """The criteria that nothing can close, each with a sentence."""
        for number in sorted(lost):
            says = f"{self.policy.criteria[number].title}: the chart says otherwise, so this cannot be shown"
            yield Contradiction(self.ids([number]), says)

    def standing(self, numbers: Iterable[int]) -> Iterator[str]:
        """Which of these criteria are not met as the request stands, in words."""
        partial = Partial(self.search.request, self.facts)
        for number in numbers:
            if self.search.verdicts[number] == NOT_MET:
                _, test = self.search.interpreter.tests(number)
                yield standing(self.policy.criteria[number].title, test, partial)

    # ------------------------------------------------ ways

    def ways(self, group: Group) -> tuple[Way, ...]:
        """The ways of a group, the likeliest first."""
        found: list[tuple[tuple[Any, ...], Way]] = []
        for at, (solution, either) in enumerate(self.merged(group.solutions)):
            things = tuple(self.things(solution, either))
            claims = self.claims(solution)
            unlikely = not claims.isdisjoint(self.against)
            moved = sum(mark.plan == "another day" for name, mark in self.marks.items() if (name,) in solution.regions)
            records = sum(thing.place.endswith("/-") for thing in things)
            found.append(((unlikely, len(things), len(claims), records, moved, at), Way(things, unlikely, False)))
        for places in group.opens_more:
            things = tuple(self.asked_whole(place) for place in places)
            found.append(((False, len(things), 0, 0, 0, len(found)), Way(things, False, True)))
        found.sort(key=lambda one: one[0])
        return tuple(way for _, way in found)[:MOST_WAYS]

    def claims(self, solution: Solution) -> set[str]:
        """The facts of a way that claim a failure."""
        yes = Options((True,))
        names = {str(place[0]) for place, region in solution.regions.items() if region == yes}
        return {name for name in names if name in self.marks and self.marks[name].claims_failure}

    def merged(self, solutions: Sequence[Solution]) -> list[tuple[Solution, Mapping[str, tuple[str, ...]]]]:
        """The solutions, of which those that differ in one item of findings, a set or codes become one.

        Beside each solution stand, by fact, the items of which any one will do.
        """
        found: list[tuple[Solution, dict[str, tuple[str, ...]]]] = [(one, {}) for one in solutions]
        for fact in self.policy.facts:
            # other kinds: have no items of which any one will do
            if fact.kind not in ("findings", "set", "codes"):
                continue
            buckets: dict[Any, tuple[Solution, dict[str, tuple[str, ...]]]] = {}
            for at, (solution, either) in enumerate(found):
                item = _only_item(fact, solution)
                if item is None:
                    buckets[at] = solution, either
                    continue
                others = {p: r for p, r in solution.regions.items() if p[0] != fact.name and p[0] not in either}
                key = frozenset(others.items()), tuple(sorted(either.items()))
                first, items = buckets.get(key, (solution, either))
                buckets[key] = first, {**items, fact.name: (*items.get(fact.name, ()), item)}
            found = [*buckets.values()]
        return [*found]

    # ------------------------------------------------ things

    def things(self, solution: Solution, either: Mapping[str, tuple[str, ...]]) -> Iterator[Thing]:
        """The things of a way, in the order of the facts."""
        parts: dict[Any, dict[Place, Region]] = {}
        for place, region in self.search.said_regions(solution).items():
            own = place if self.facts[str(place[0])].kind != "findings" else place[:1]
            key = place[:2] if len(place) > 1 and isinstance(place[1], int) and place[1] < 0 else own
            parts.setdefault(key, {})[place] = region
        for key in sorted(parts, key=self.order):
            yield self.thing(key, parts[key], solution, either)

    def order(self, key: Place) -> tuple[int, int, str]:
        """The order of the facts, then of the records, those that are to come last."""
        number = key[1] if len(key) > 1 and isinstance(key[1], int) else 0
        return self.search.rank(key), number if number >= 0 else 1000 - number, "/".join(map(str, key[2:]))

    def thing(
        self, key: Place, regions: Mapping[Place, Region], solution: Solution, either: Mapping[str, tuple[str, ...]]
    ) -> Thing:
        """One thing: what is asked for in these places, in words."""
        # other kinds: are one place with one answer
        fact = self.facts[str(key[0])]

        def compared(place: Place, named: Fact) -> list[str] | None:
            """How a place compares with others, in words. They stand only where the test asks."""
            if named.kind == "date":
                return [*self.beside_other_days(place, solution)] or None
            found = [one for one in solution.route.relations if place in places_of(one) and not isinstance(one, Before)]
            return [one.says[1] for one in found if one.says[0] == named.ask] if found else None

        if fact.kind == "findings":
            found = [str(place[1]) for place, region in regions.items() if region == Options((True,))]
            ruled_out = [str(place[1]) for place, region in regions.items() if region == Options((False,))]
            items = [str(place[1]) for place in regions]
            answered = [item for item in items if item not in found and item not in ruled_out]
            any_of = either.get(fact.name, ())
            asks = words.of_findings(fact, any_of or found, ruled_out, answered, len(any_of) > 1)
            place = key if len(any_of) > 1 or len(items) > 1 else (*key, *items)
            return self.made(place, asks, fact)
        if fact.kind == "list":
            row = self.search.request[fact.name]
            if isinstance(key[1], int) and key[1] < 0:
                fields = {
                    str(place[2]): (region, compared(place, self.facts[str(place[2])]))
                    for place, region in regions.items()
                    if len(place) > 2
                }
                return self.made(key, words.of_record(fact, fields, self.search.today), fact)
            field, number = self.facts[str(key[2])], int(key[1])
            if len(key) > 3:
                asks = words.of_field(fact, field, regions[key], number, row[number])
                return self.made(key, f"{asks} ({key[3]})", fact)
            of_days = compared(key, field) if field.kind == "date" else None
            return self.made(key, words.of_field(fact, field, regions[key], number, row[number], of_days), fact)
        if len(either.get(fact.name, ())) > 1:
            codes = either[fact.name]
            return self.made(key, words.of_items(fact, codes, self.unadvised(key, fact, codes, solution)), fact)
        region, move = regions[key], self.search.moves.get(key)
        if move is None:
            return self.made(key, words.of_fact(fact, region, compared(key, fact)), fact)
        assert isinstance(region, Range)
        mark = self.marks[fact.name]
        if mark.plan:
            return self.made(key, words.of_plan(fact, mark, region, move.now), fact)
        return self.made(key, words.of_growth(fact, region, self.day_of(fact, region.low, move.now)), fact)

    def unadvised(self, key: Place, fact: Fact, items: Sequence[str], solution: Solution) -> list[str]:
        """The items that the fewest advisory criteria object to: nobody is led to a code that advice rejects."""
        criteria = self.policy.criteria
        fired: dict[str, int] = {}
        for item in items if len(items) > words.MOST_NAMED else ():
            region = whole(fact)
            assert isinstance(region, Items)
            for value in edges(region._replace(inside=frozenset((item,))), fact)[:1]:
                request = stating(self.search.request, {**solution.values, key: value})
                verdicts = enumerate(self.search.interpreter.verdicts(request))
                fired[item] = sum(v == NOT_MET and criteria[n].effect == "advisory" for n, v in verdicts)
        least = min(fired.values(), default=0)
        return [item for item in items if fired.get(item) == least]

    def beside_other_days(self, place: Place, solution: Solution) -> Iterator[str]:
        """How a day compares with other days that are not known either, in words."""
        for relation in self.search.of_unknown_days(solution):
            left, right = relation.left, relation.right
            asks = [self.facts[str(day.place[-1])].ask for day in (left, right) if day.place]
            asking = 0 if asks[0] == relation.says[0] else 1  # the later day, where the test asks about neither
            if (left, right)[asking].place == place:
                yield words.of_days(relation, asking == 0, asks[1 - asking])

    def day_of(self, fact: Fact, wanted: int, now: int) -> str:
        """The day on which a number that grows with time is sure to be large enough; empty where today is not known."""
        sent = [self.search.request.get(mark.fact) for mark in self.policy.asking if mark.plan == "sent later"]
        start = next((day for day in (self.search.today, *sent) if day), "")
        missing = exact(fact, wanted - now)
        if not start or missing.denominator != 1 or fact.unit not in PERIODS:
            return ""
        months, days = PERIODS[fact.unit]
        return shift(start, months * missing.numerator, days * missing.numerator)

    def asked_whole(self, place: Place) -> Thing:
        """A fact that is asked for as a whole, since more may be asked once it is answered."""
        fact = self.facts[str(place[0])]
        if len(place) > 2:
            field = self.facts[str(place[2])]
            row = self.search.request[fact.name][int(place[1])]
            return self.made(place, words.of_field(fact, field, whole(field), int(place[1]), row), fact)
        return self.made(place[:1], fact.ask, fact)

    def made(self, place: Place, asks: str, fact: Fact) -> Thing:
        """A thing with its place in the chart, and who has it."""
        mark = self.marks.get(fact.name)
        supplier = mark.supplier if mark and mark.supplier else self.supplied.get(fact.chart, "")
        return Thing(words.pointer(place), asks, fact.chart, words.office(supplier))

    def offices(self, gaps: Iterable[OpenGap]) -> Iterator[Office]:
        """What each supplier is asked for, by the likeliest way of each gap."""
        asked: dict[str, dict[str, None]] = {}
        for gap in gaps:
            for thing in gap.ways[0].things:
                asked.setdefault(thing.supplier, {})[thing.asks] = None
        for supplier, things in asked.items():
            if supplier:
                yield Office(supplier, "Please send: " + "; ".join(f"({n}) {one}" for n, one in enumerate(things, 1)))


def _only_item(fact: Fact, solution: Solution) -> str | None:
    """The only item of findings, a set or codes that a solution asks for; None if it asks for anything else."""
    own = [(place, region) for place, region in solution.regions.items() if place[0] == fact.name]
    if len(own) != 1:
        return None
    place, region = own[0]
    if fact.kind == "findings":
        return str(place[1]) if region == Options((True,)) else None
    if isinstance(region, Items) and len(region.inside) == 1 and region._replace(inside=frozenset()) == whole(fact):
        return next(iter(region.inside))
    return None
