"""The table of a policy: four rows for each bound and two more for one that compares two facts, or the reason why a row
is missing.

The points of a bound have the names of ISTQB: ON the edge; OFF, the nearest one with the other answer; IN where the
test is met, and OUT where it is not. The two more rows are from a second base, so that an edge that is tilted is told
from one that is shifted (White and Cohen, 1980).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, TypeAlias
from typing import Literal as OneOf

from wiser_compiler.core.bounds import BoundPlace, Edge, compares_two_facts, holders, places
from wiser_compiler.core.case import write_case
from wiser_compiler.core.evaluate import outcome_of
from wiser_compiler.core.model import Policy
from wiser_compiler.targets.cases.changes import pointer
from wiser_compiler.targets.cases.charts import Chart, Charts
from wiser_compiler.targets.cases.reach import unreachable
from wiser_compiler.targets.cases.search import ABOVE, AT, BELOW, FoundSides, Search, holds

SIDES: Mapping[int, str] = {BELOW: "below", AT: "at", ABOVE: "above"}
LEFT_OUT = "missing"
NO_EXAMPLE = "no example lies at this bound and hangs on it"
Point: TypeAlias = OneOf["ON", "OFF", "IN", "OUT", ""]
Base: TypeAlias = OneOf["first", "second"]


@dataclass(frozen=True, slots=True)
class Row:
    """A request at a side of a bound, with the expected result, and the example that it was made from.

    `fact` points to the value that was moved last, or on the side `missing` to the one that was left out. A row of the
    second base differs from the example in another fact of the bound too.
    """

    place: BoundPlace
    edge: Edge
    criterion: str
    side: str
    point: Point
    base: Base
    fact: str
    example: str
    verdict: str
    outcome: str
    request: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class NoRow:
    """A side of a bound without a row, and why. `possible` says that a chart may exist there, but none was found."""

    place: BoundPlace
    edge: Edge
    criterion: str
    side: str
    point: Point
    base: Base
    reason: str
    possible: bool


def rows_of(policy: Policy) -> Iterator[Row | NoRow]:
    """The rows of every bound of the document in reading order: below, at, above, missing; those of the second base."""
    charts = Charts(policy)
    standing_in = holders(policy)
    for place in places(policy):
        for edge in place.edges:
            never = unreachable(edge)
            searches = [Search(place, edge, criterion, charts) for criterion in standing_in[id(edge)]]
            best = _best(searches, len(SIDES) - len(never))
            yield from _rows(place, edge, charts, best, never)
            if compares_two_facts(edge):
                yield from _second(place, edge, charts, best, searches, never)


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


def _rows(
    place: BoundPlace, edge: Edge, charts: Charts, best: FoundSides | None, never: Mapping[int, str]
) -> Iterator[Row | NoRow]:
    points = {name: point(edge, side) for side, name in SIDES.items()}
    if best is None:
        for side in (*SIDES.values(), LEFT_OUT):
            yield NoRow(place, edge, place.id, side, points.get(side, ""), "first", NO_EXAMPLE, possible=True)
        return
    found = {name: best.sides.get(side) for side, name in SIDES.items()} | {LEFT_OUT: best.left_out}
    reasons = {SIDES[side]: reason for side, reason in never.items()}
    for side, chart in found.items():
        if chart is not None:
            yield _row(place, edge, charts, best, side, points.get(side, ""), "first", chart)
        else:
            reason = reasons.get(side, "no one change leads there from an example")
            possible = side not in reasons
            yield NoRow(place, edge, best.criterion, side, points.get(side, ""), "first", reason, possible)


def _second(
    place: BoundPlace, edge: Edge, charts: Charts, best: FoundSides | None, searches: Sequence[Search],
    never: Mapping[int, str],
) -> Iterator[Row | NoRow]:  # fmt: skip
    """The points ON and OFF of the second base."""
    search = next((one for one in searches if best is not None and one.criterion.id == best.criterion), searches[0])
    found = search.second_base(best) if best is not None else {}
    for side in (AT, search.off):
        name, chart = point(edge, side), found.get(side)
        if chart is not None and best is not None:
            yield _row(place, edge, charts, best, SIDES[side], name, "second", chart)
        else:
            reason = never.get(side, NO_EXAMPLE if best is None else "no other value of the facts leads there")
            id = place.id if best is None else best.criterion
            yield NoRow(place, edge, id, SIDES[side], name, "second", reason, possible=side not in never)


def _row(
    place: BoundPlace, edge: Edge, charts: Charts, best: FoundSides, side: str, name: Point, base: Base, chart: Chart
) -> Row:
    expected, whole = chart.verdicts[best.criterion], outcome_of(charts.policy, chart.said)
    fact, request = pointer(chart.path), write_case(chart.case)
    return Row(place, edge, best.criterion, side, name, base, fact, best.example, expected, whole, request)
