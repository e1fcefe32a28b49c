"""Boundary coverage: on how many points of its bounds a policy has an example that people wrote.

A point is ON the edge of a bound, OFF it with the other answer, IN where the test is met, or OUT where it is not. An
example lies ON or OFF only if the verdict of a criterion depends on the bound there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wiser_compiler.core.bounds import holders, places
from wiser_compiler.core.model import Policy
from wiser_compiler.targets.cases.charts import Charts
from wiser_compiler.targets.cases.reach import unreachable
from wiser_compiler.targets.cases.rows import SIDES, Point, point
from wiser_compiler.targets.cases.search import Search, side_of

POINTS: tuple[Point, ...] = ("ON", "OFF", "IN", "OUT")
Coverage = Mapping[Point, tuple[int, int]]
"""How many points have an example, and how many there are, by the name of the point."""


def boundary_coverage(policy: Policy) -> Coverage:
    """The coverage of the bounds of a document. Points on which no request can lie are not counted."""
    charts, standing_in = Charts(policy), holders(policy)
    found = dict.fromkeys(POINTS, (0, 0))
    for place in places(policy):
        for edge in place.edges:
            reached = {
                side for criterion in standing_in[id(edge)] for side in _sides(Search(place, edge, criterion, charts))
            }
            for side in SIDES.keys() - unreachable(edge).keys():
                name = point(edge, side)
                covered, whole = found[name]
                found[name] = covered + (side in reached), whole + 1
    return {name: counts for name, counts in found.items() if counts[1]}


def _sides(search: Search) -> Iterator[int]:
    """The sides of an edge on which an example lies, some of them more than once."""
    for _, case in search.charts.known(search.charts.policy.examples):
        rows = range(len(case.get(search.place.row_of, ()))) if search.place.row_of else (0,)
        for number in rows:
            gap = search.gap(case, number)
            if gap is None:
                far = search.distance(case, number)
                if far is not None and point(search.edge, side_of(far)) in ("IN", "OUT"):
                    yield side_of(far)
            elif search.bound_decides(case, gap, search.charts.verdict(search.criterion, case)):
                yield side_of(gap)
