"""The table of a policy: four rows for each bound, or the reason why a row is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from wiser_compiler.core.bounds import BoundPlace, Edge, holders, places
from wiser_compiler.core.case import write_case
from wiser_compiler.core.evaluate import outcome_of
from wiser_compiler.core.model import Criterion, Policy
from wiser_compiler.targets.cases.changes import pointer
from wiser_compiler.targets.cases.charts import Charts
from wiser_compiler.targets.cases.reach import unreachable
from wiser_compiler.targets.cases.search import ABOVE, AT, BELOW, FoundSides, Search

SIDES: Mapping[int, str] = {BELOW: "below", AT: "at", ABOVE: "above"}
LEFT_OUT = "missing"


@dataclass(frozen=True, slots=True)
class Row:
    """A request at a side of a bound, with the expected result, and the example that it was made from.

    `fact` points to the value that was moved last, or on the side `missing` to the one that was left out.
    """

    place: BoundPlace
    edge: Edge
    criterion: str
    side: str
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
    reason: str
    possible: bool


def rows_of(policy: Policy) -> Iterator[Row | NoRow]:
    """Four rows for every bound of the document, in reading order: below, at, above, missing."""
    charts = Charts(policy)
    standing_in = holders(policy)
    for place in places(policy):
        for edge in place.edges:
            never = unreachable(edge)
            best = _best(place, edge, charts, standing_in[id(edge)], len(SIDES) - len(never))
            yield from _rows(place, edge, charts, best, never)


def _best(
    place: BoundPlace, edge: Edge, charts: Charts, criteria: Sequence[Criterion], sides: int
) -> FoundSides | None:
    """The first table that lacks nothing, or else the best one. The criteria with the bound are tried in turn."""
    best: FoundSides | None = None
    searches = [Search(place, edge, criterion, charts).tables() for criterion in criteria]
    for table in (table for turn in zip_longest(*searches, fillvalue=()) for tables in turn for table in tables):
        if best is None or table.grade > best.grade:
            best = table
        if best.lacks_nothing(sides):
            break
    return best


def _rows(
    place: BoundPlace, edge: Edge, charts: Charts, best: FoundSides | None, never: Mapping[int, str]
) -> Iterator[Row | NoRow]:
    if best is None:
        reason = "no example lies at this bound and hangs on it"
        yield from (NoRow(place, edge, place.id, side, reason, possible=True) for side in (*SIDES.values(), LEFT_OUT))
        return
    found = {name: best.sides.get(side) for side, name in SIDES.items()} | {LEFT_OUT: best.left_out}
    reasons = {SIDES[side]: reason for side, reason in never.items()}
    for side, chart in found.items():
        if chart is not None:
            expected, whole = chart.verdicts[best.criterion], outcome_of(charts.policy, chart.said)
            fact, request = pointer(chart.path), write_case(chart.case)
            yield Row(place, edge, best.criterion, side, fact, best.example, expected, whole, request)
        else:
            reason = reasons.get(side, "no one change leads there from an example")
            yield NoRow(place, edge, best.criterion, side, reason, possible=side not in reasons)
