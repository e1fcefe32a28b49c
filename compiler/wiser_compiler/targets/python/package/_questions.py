"""The next question of an interview: a place of the request that can still matter, in the order of the chart.

A question needs a witness: a valid request that states more than the one in hand, in which a criterion is missing
without the answer and decided with one. Where the order of the chart gives none, what is open is stated bit by bit
until a criterion is decided, and what was stated last is asked. So there is a question while a criterion is missing,
and none that cannot matter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from wiser_policies._partial import MET, NOT_MET
from wiser_policies._places import Data, Mark, Place, marks, open_places, put, reads, values
from wiser_policies._policy import Fact, Policy
from wiser_policies._result import Result
from wiser_policies._rules import problems
from wiser_policies._verdicts import MISSING, OUT_OF_SCOPE
from wiser_policies._verdicts import NOT_MET as IS_NOT_MET


class Question(NamedTuple):
    """A question that can still matter.

    `path` is the JSON pointer of its answer in the request, such as `/pain_duration` or `/prior_sessions/0/approach`.
    `fact` has its words, its kind, and the rule of its answers; `chart` is where to look. `items` are the findings that
    can still matter, and `criteria` the ids of the criteria that wait for the answer.
    """

    path: str
    fact: Fact
    chart: str
    items: tuple[str, ...]
    criteria: tuple[str, ...]

    def answered(self, request: Mapping[str, Any], answer: Any) -> dict[str, Any]:
        """The request that states the answer too: of findings, true or false for any of its items."""
        place = tuple(int(part) if part.isdigit() else part for part in self.path[1:].split("/"))
        if self.fact.kind != "findings":
            return put(request, place, answer)
        stated = dict(request)
        for item, found in answer.items():
            stated = put(stated, (*place, item), found)
        return stated

    def as_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "path": self.path,
            "chart": self.chart,
            "items": [*self.items],
            "criteria": [*self.criteria],
            **_as_dict(self.fact),
        }


def _as_dict(fact: Fact) -> dict[str, Any]:
    return {
        "fact": fact.name,
        "kind": fact.kind,
        "ask": fact.ask,
        "rule": fact.rule,
        "from": fact.low,
        "to": fact.high,
        "options": dict(zip(fact.options, fact.labels, strict=False)),
        "fields": [_as_dict(field) for field in fact.fields],
    }


def next_question(result: Result, skip: Collection[str] = (), beyond_not_met: bool = False) -> Question | None:
    """The next question that can still matter; None where no answer changes the outcome any more.

    Scope comes first, then the facts in the order of the chart. `skip` are paths of questions to pass over, such as
    those that nobody can answer today. An outcome of out of scope or not met ends the interview; with `beyond_not_met`
    it goes on to the other criteria that are missing. Raises ValueError for an invalid request.
    """
    if result.problems:
        raise ValueError("the request is invalid: mend its problems first")
    policy, request = result.policy, result._asked()
    interview = Interview(policy, request, skip)
    for numbers in waiting(result, beyond_not_met):
        if found := interview.first(numbers):
            return _question(policy, found)
    return None


def _question(policy: Policy, found: Sequence[Mattering]) -> Question:
    """The question about one place, or about several items of the same findings."""
    place, fact, _ = found[0]
    heading = next(fact.chart for fact in policy.facts if fact.name == place[0])
    waiting = sorted({number for one in found for number in one.witnesses})
    criteria = tuple(policy.criteria[number].id for number in waiting)
    if fact.kind != "findings":
        return Question(pointer(place), fact, heading, (), criteria)
    items = {one.place[-1] for one in found}
    return Question(pointer(place[:-1]), fact, heading, tuple(one for one in fact.options if one in items), criteria)


def waiting(result: Result, beyond_not_met: bool) -> Iterator[list[int]]:
    """The missing criteria of scope, then those that are required, as far as they can change the outcome."""
    if result.outcome == OUT_OF_SCOPE:
        return
    effects = [criterion.effect for criterion in result.policy.criteria]
    verdicts = [*result.verdicts.values()]
    for effect in ("scope", "required"):
        of_effect = [number for number, its in enumerate(effects) if its == effect]
        if effect == "scope" or beyond_not_met or all(verdicts[number] != IS_NOT_MET for number in of_effect):
            yield [number for number in of_effect if verdicts[number] == MISSING]


class Stage(NamedTuple):
    """A request, and the open part of a criterion for it, with the number of the criterion."""

    number: int
    request: Data
    expr: Data

    @property
    def decided(self) -> bool:
        """Whether the criterion is met, does not apply, or is not met."""
        return self.expr in (MET, NOT_MET)


class Witness(NamedTuple):
    """A question matters: the criterion is missing before the answer, and decided after it."""

    before: Stage
    after: Stage


class Mattering(NamedTuple):
    """A place that can still matter, with a witness for each criterion that waits for it, by its number."""

    place: Place
    fact: Fact
    witnesses: Mapping[int, Witness]


class Interview:
    """The search for questions about one request. `skipped` places are never stated in it."""

    def __init__(self, policy: Policy, request: Data, skip: Collection[str]) -> None:
        self.policy, self.request = policy, request
        self.facts, self.known = in_order(policy), policy.interpreter.facts
        self.skipped = {place for place, fact in open_places(self.facts, request) if _skips(place, fact, skip)}

    def first(self, numbers: Iterable[int]) -> list[Mattering]:
        """The first place that matters to one of these criteria; of findings, with the other items that matter."""
        starts = {number: self.stage(number, self.request) for number in numbers}
        for reading in (triggers, marks):
            read = {number: reading(start.expr) for number, start in starts.items()}
            for place, fact in self.open(self.request):
                waiting = {number: starts[number] for number, marked in read.items() if reads(marked, place)}
                if any(self.witness(start, place, fact) for start in waiting.values()):
                    own = [at for at, of in self.open(self.request) if of is fact and at[:-1] == place[:-1]]
                    found = (Mattering(at, fact, self.witnesses(starts, at, fact)) for at in own)
                    return [one for one in found if one.witnesses]
        for number, start in starts.items():
            if turning := self.turning(start):
                place, fact, witness = turning
                return [Mattering(place, fact, {number: witness})]
        return []

    def witnesses(self, starts: Mapping[int, Stage], place: Place, fact: Fact) -> dict[int, Witness]:
        """Why a place matters, by the numbers of the criteria."""
        waiting = ((number, start) for number, start in starts.items() if reads(marks(start.expr), place))
        tried = ((number, self.witness(start, place, fact)) for number, start in waiting)
        return {number: found for number, found in tried if found}

    def witness(self, start: Stage, place: Place, fact: Fact) -> Witness | None:
        """Why a place matters to one criterion: at once, or when the rest is stated so that the answer decides it."""
        return self.deciding(start, place, fact) or self.deciding(self.hanging(start, place), place, fact)

    def deciding(self, before: Stage, place: Place, fact: Fact) -> Witness | None:
        """An answer that decides the criterion."""
        return next((Witness(before, after) for after in self.further(before, place, fact) if after.decided), None)

    def hanging(self, now: Stage, place: Place) -> Stage:
        """A stage that states all else that the open part reads, while it still reads this place."""
        passed = {place}
        while other := self.next_of(now, passed):
            passed.add(other[0])
            now = next((stage for stage in self.further(now, *other) if reads(marks(stage.expr), place)), now)
        return now

    def turning(self, now: Stage) -> tuple[Place, Fact, Witness] | None:
        """The place that decides a criterion when all is stated, one after the other."""
        passed: set[Place] = set()
        while other := self.next_of(now, passed):
            passed.add(other[0])
            after = next(self.further(now, *other), now)
            if after.decided:
                return *other, Witness(now, after)
            now = after
        return None

    def further(self, now: Stage, place: Place, fact: Fact) -> Iterator[Stage]:
        """The stages in which the request also states something in this place, as far as it is valid."""
        name = str(place[0])
        for value in values(fact, place, now.expr):
            request = put(now.request, place, value)
            if not problems((self.known[name],), {name: request[name]}):
                yield self.stage(now.number, request)

    def stage(self, number: int, request: Data) -> Stage:
        """A criterion for a request."""
        return Stage(number, request, self.policy.interpreter.still_open(request, number))

    def next_of(self, now: Stage, passed: Collection[Place]) -> tuple[Place, Fact] | None:
        """The next place that the open part reads."""
        marked = marks(now.expr)
        return next(((at, of) for at, of in self.open(now.request) if at not in passed and reads(marked, at)), None)

    def open(self, request: Data) -> Iterator[tuple[Place, Fact]]:
        """The places that are open, in the order of the chart."""
        return (found for found in open_places(self.facts, request) if found[0] not in self.skipped)


def in_order(policy: Policy) -> list[Fact]:
    """The facts by heading of the chart, in the order of the document."""
    headings = list(dict.fromkeys(fact.chart for fact in policy.facts))
    return sorted(policy.facts, key=lambda fact: headings.index(fact.chart))


def triggers(expr: Data) -> frozenset[Mark]:
    """What is asked first: whether a criterion applies, before what it requires; in general *not so, or else*."""
    denied = [part for part in expr["of"] if "not" in part] if expr.get("at_least") == 1 else []
    return frozenset().union(*map(marks, denied)) if denied else marks(expr)


def pointer(place: Place) -> str:
    """A place as a JSON pointer."""
    return "".join(f"/{part}" for part in place)


def _skips(place: Place, fact: Fact, skip: Collection[str]) -> bool:
    return pointer(place) in skip or (fact.kind == "findings" and pointer(place[:-1]) in skip)
