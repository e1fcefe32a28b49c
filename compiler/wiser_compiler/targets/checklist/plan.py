"""The plan: single facts that a sheet asks once, before the lists and rows that refer to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from wiser_compiler.core.model import (
    Count,
    Expr,
    Extreme,
    Fact,
    FactValue,
    Literal,
    Multiple,
    Policy,
    Records,
    Shifted,
    Sum,
    Term,
    Total,
)
from wiser_compiler.core.walk import criterion_parts, facts_of, own_terms, parts


def referred_to(policy: Policy) -> frozenset[str]:
    """The names of the facts that are compared with a list: in its filter, beside its count, beside its date.

    The lists themselves are left out.
    """
    found = (
        fact
        for criterion in policy.criteria
        for part in criterion_parts(criterion)
        for fact in _beside_lists(part)
        if not isinstance(fact.type, Records)
    )
    return frozenset(fact.name for fact in found)


def _beside_lists(expr: Expr) -> Iterator[Fact]:
    if any(map(_is_of_a_list, own_terms(expr))):
        yield from facts_of(expr)
    for part in parts(expr):
        yield from _beside_lists(part)


def _is_of_a_list(term: Term) -> bool:
    match term:
        case Extreme() | Total():
            return True
        case Count(of=of):
            return isinstance(of.type, Records)
        case FactValue() | Literal() | Shifted() | Sum() | Multiple():
            return False
        case _:
            assert_never(term)
