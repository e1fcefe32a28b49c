"""Sides of a bound where no chart can lie, with the reason: no count is below 0, no number leaves its range."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from wiser_compiler.core.bounds import Edge
from wiser_compiler.core.model import (
    MOST_CODES,
    AtLeast,
    Codes,
    Count,
    Fact,
    FactValue,
    Findings,
    Literal,
    Multiple,
    Number,
    OptionSet,
    Records,
    Sum,
    Term,
)


class Reach(NamedTuple):
    """The lowest and the highest value that a term can have."""

    low: Decimal
    high: Decimal


def unreachable(edge: Edge) -> Mapping[int, str]:
    """The sides (-1, 0, 1) on which no chart lies, each with the reason."""
    if isinstance(edge, AtLeast):
        return {1: f"there are no more than {len(edge.parts)}"} if edge.count == len(edge.parts) else {}
    left, right = _reach(edge.left), _reach(edge.right)
    if left is None or right is None:
        return {}
    least = f"nothing lies below {left.low}, the least that can be stated"
    most = f"nothing lies above {left.high}, the most that can be stated"
    lowest, highest = left.low - right.high, left.high - right.low
    found = {-1: least} if lowest >= 0 else {}
    if lowest > 0 or highest < 0:
        found[0] = least if lowest > 0 else most
    return found | ({1: most} if highest <= 0 else {})


def _reach(term: Term) -> Reach | None:
    """None of a date: a bound does not stand at the end of the calendar."""
    match term:
        case FactValue(fact=Fact(type=Number(low=low, high=high))):
            return Reach(low, high)
        case Literal(value=Decimal() as value):
            return Reach(value, value)
        case Count(of=of):
            return Reach(Decimal(0), Decimal(_most(of)))
        case Multiple(factor=factor, part=part) if inner := _reach(part):
            ends = sorted((inner.low * factor, inner.high * factor))
            return Reach(*ends)
        case Sum(parts=parts):
            reaches = [reach for part in parts if (reach := _reach(part)) is not None]
            if len(reaches) < len(parts):
                return None
            return Reach(sum((r.low for r in reaches), Decimal(0)), sum((r.high for r in reaches), Decimal(0)))
        case _:
            return None


def _most(fact: Fact) -> int:
    """How many records or items a fact can hold."""
    match fact.type:
        case Records(most=most):
            return most
        case OptionSet(options=options) | Findings(options=options):
            return len(options)
        case Codes():
            return MOST_CODES
        case _:
            raise AssertionError(f"{fact.name} has nothing to count")
