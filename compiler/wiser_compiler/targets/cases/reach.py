"""Sides of a bound without any chart, with the reason: no count is below 0, no number leaves its range."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from wiser_compiler.core.bounds import Edge, grade_of
from wiser_compiler.core.evaluate import interval
from wiser_compiler.core.model import AtLeast


def unreachable(edge: Edge) -> Mapping[int, str]:
    """The sides (-1, 0, 1) on which no chart lies, each with the reason."""
    if grade := grade_of(edge):
        _, first, last = grade
        return {1: "it is the last answer of its order"} if first == last else {}
    if isinstance(edge, AtLeast):
        return {1: f"there are no more than {len(edge.parts)}"} if edge.count == len(edge.parts) else {}
    left, right = interval(edge.left, {}), interval(edge.right, {})
    if not isinstance(left.low, Decimal):
        return {}  # no bound is the last day of the calendar
    least = f"nothing lies below {left.low}, the least that can be stated"
    most = f"nothing lies above {left.high}, the most that can be stated"
    lowest, highest = left.low - right.high, left.high - right.low
    found = {-1: least} if lowest >= 0 else {}
    if lowest > 0 or highest < 0:
        found[0] = least if lowest > 0 else most
    return found | ({1: most} if highest <= 0 else {})
