"""The table of a policy: four rows for each bound and two more for one that compares two facts, or the reason why a row
is missing.

The points of a bound have the names of ISTQB: ON the edge; OFF, the nearest one with the other answer; IN where the
test is met, and OUT where it is not. The two more rows are from a second base, so that an edge that is tilted is told
from one that is shifted (White and Cohen, 1980).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, TypeAlias
from typing import Literal as OneOf

from wiser_compiler.core.bounds import BoundPlace, Edge, compares_two_facts, holders, places
from wiser_compiler.core.case import write_case
from wiser_compiler.core.evaluate import Case, outcome_of
from wiser_compiler.core.model import Policy
from wiser_compiler.core.words import formula
from wiser_compiler.targets.cases.changes import at, pointer
from wiser_compiler.targets.cases.charts import Chart, Charts
from wiser_compiler.targets.cases.reach import unreachable
from wiser_compiler.targets.cases.search import ABOVE, AT, BELOW, FoundSides, Search, holds

SIDES: Mapping[int, str] = {BELOW: "below", AT: "at", ABOVE: "above"}
LEFT_OUT = "missing"
NO_EXAMPLE = "no example lies at this bound and depends on it"
Point: TypeAlias = OneOf["ON", "OFF", "IN", "OUT", ""]
Series: TypeAlias = OneOf["first", "second"]


@dataclass(frozen=True, slots=True)
class Base:
    """An example that rows are changes of: its request, and what the policy says of it."""

    name: str
    request: Mapping[str, Any]
    verdicts: Mapping[str, str]
    outcome: str


@dataclass(frozen=True, slots=True)
class Row:
    """A request at a side of a bound, as a change of an example, with the expected result.

    `change` gives whole facts as JSON values, None for one that is left out. `fact` points to the value that was moved
    last, or on the side `missing` to the one that was left out; `was` and `value` are the JSON values there in the
    example and in the row. A row of the second series differs from the example in another fact of the bound too.
    `also_changed` are the other criteria whose verdict is not that of the example.
    """

    id: str
    place: BoundPlace
    edge: Edge
    criterion: str
    side: str
    point: Point
    series: Series
    base: Base
    change: Mapping[str, Any]
    fact: str
    was: Any
    value: Any
    verdict: str
    outcome: str
    also_changed: Mapping[str, str]

    @property
    def request(self) -> Mapping[str, Any]:
        """The whole request."""
        return changed(self.base.request, self.change)


@dataclass(frozen=True, slots=True)
class NoRow:
    """A side of a bound without a row, and why. `possible` says that a chart may exist there, but none was found."""

    id: str
    place: BoundPlace
    edge: Edge
    criterion: str
    side: str
    point: Point
    series: Series
    reason: str
    possible: bool


@dataclass(frozen=True, slots=True)
class _Bound:
    """An edge whose rows are made. `stem` begins their ids."""

    stem: str
    place: BoundPlace
    edge: Edge
    charts: Charts
    never: Mapping[int, str]
    bases: dict[int, tuple[Case, Base]]  # by the object identity of the case, which is kept

    def id(self, side: str, series: Series) -> str:
        return f"{self.stem}/{side}" + ("/second" if series == "second" else "")


def changed(request: Mapping[str, Any], change: Mapping[str, Any]) -> Mapping[str, Any]:
    """A request with other facts; None leaves one out."""
    return {fact: value for fact, value in {**request, **change}.items() if value is not None}


def rows_of(policy: Policy) -> Iterator[Row | NoRow]:
    """The rows of every bound of the document in reading order: below, at, above, missing; those of the second base."""
    charts = Charts(policy)
    standing_in = holders(policy)
    stems: Counter[str] = Counter()
    bases: dict[int, tuple[Case, Base]] = {}
    for place in places(policy):
        for edge in place.edges:
            bound = _Bound(_stem(policy, place, edge, stems), place, edge, charts, unreachable(edge), bases)
            searches = [Search(place, edge, criterion, charts) for criterion in standing_in[id(edge)]]
            best = _best(searches, len(SIDES) - len(bound.never))
            yield from _rows(bound, best)
            if compares_two_facts(edge):
                yield from _second(bound, best, searches)


def _stem(policy: Policy, place: BoundPlace, edge: Edge, known: Counter[str]) -> str:
    """The beginning of the ids at a bound: policy, criterion and test. A test that stands there again has a number.

    Nothing else of the document is in it, so that an edit elsewhere leaves the ids as they are.
    """
    test = re.sub(r" ([-+*<>=]+) ", r"\1", formula(edge)).replace(" ", "_")
    stem = f"{policy.id}/{place.id}/{test}"
    known[stem] += 1
    return stem if known[stem] == 1 else f"{stem}~{known[stem]}"


def _best(searches: Sequence[Search], sides: int) -> FoundSides | None:
    """The first table that lacks nothing, or else the best one. The criteria with the bound are tried in turn."""
    best: FoundSides | None = None
    turns = zip_longest(*(search.tables() for search in searches), fillvalue=())
    for table in (table for turn in turns for tables in turn for table in tables):
        if best is None or table.grade > best.grade:
            best = table
        if best.lacks_nothing(sides):
            break
    return best


def point(edge: Edge, side: int) -> Point:
    """The name that ISTQB gives to a side of an edge: ON, OFF, IN or OUT."""
    if side == AT:
        return "ON"
    if holds(edge, side) is not holds(edge, AT):
        return "OFF"
    return "IN" if holds(edge, side) else "OUT"


def _rows(bound: _Bound, best: FoundSides | None) -> Iterator[Row | NoRow]:
    points = {name: point(bound.edge, side) for side, name in SIDES.items()}
    if best is None:
        for side in (*SIDES.values(), LEFT_OUT):
            yield _no_row(bound, bound.place.id, side, points.get(side, ""), "first", NO_EXAMPLE, possible=True)
        return
    found = {name: best.sides.get(side) for side, name in SIDES.items()} | {LEFT_OUT: best.left_out}
    reasons = {SIDES[side]: reason for side, reason in bound.never.items()}
    for side, chart in found.items():
        if chart is not None:
            yield _row(bound, best, side, points.get(side, ""), "first", chart)
        else:
            reason = reasons.get(side, "no one change leads there from an example")
            possible = side not in reasons
            yield _no_row(bound, best.criterion, side, points.get(side, ""), "first", reason, possible)


def _second(bound: _Bound, best: FoundSides | None, searches: Sequence[Search]) -> Iterator[Row | NoRow]:
    """The points ON and OFF of the second base."""
    search = next((one for one in searches if best is not None and one.criterion.id == best.criterion), searches[0])
    found = search.second_base(best) if best is not None else {}
    for side in (AT, search.off):
        name, chart = point(bound.edge, side), found.get(side)
        if chart is not None and best is not None:
            yield _row(bound, best, SIDES[side], name, "second", chart)
        else:
            otherwise = NO_EXAMPLE if best is None else "no other value of the facts leads there"
            id = bound.place.id if best is None else best.criterion
            reason = bound.never.get(side, otherwise)
            yield _no_row(bound, id, SIDES[side], name, "second", reason, possible=side not in bound.never)


def _no_row(
    bound: _Bound, criterion: str, side: str, name: Point, series: Series, reason: str, possible: bool
) -> NoRow:
    id = bound.id(side, series)
    return NoRow(id, bound.place, bound.edge, criterion, side, name, series, reason, possible)


def _row(bound: _Bound, best: FoundSides, side: str, name: Point, series: Series, chart: Chart) -> Row:
    base, before, case = _base(bound, best), best.base.case, chart.case
    names = [name for name in {**before, **case} if case.get(name) != before.get(name)]
    stated = write_case({name: case[name] for name in names if name in case})
    change = {name: stated.get(name) for name in names}
    others = {id: said for id, said in chart.verdicts.items() if said != base.verdicts[id] and id != best.criterion}
    return Row(
        bound.id(side, series), bound.place, bound.edge, best.criterion, side, name, series, base, change,
        pointer(chart.path), at(base.request, chart.path), at(changed(base.request, change), chart.path),
        chart.verdicts[best.criterion], outcome_of(bound.charts.policy, chart.said), others,
    )  # fmt: skip


def _base(bound: _Bound, best: FoundSides) -> Base:
    """The example that a table was made from."""
    case, said, policy = best.base.case, best.base.verdicts, bound.charts.policy
    if id(case) not in bound.bases:
        outcome = outcome_of(policy, lambda one: said[one.id])
        bound.bases[id(case)] = case, Base(best.example, write_case(case), said, outcome)
    return bound.bases[id(case)][1]
