"""Slips of an author, each one step away from the policy: 5 weeks for 4, `any` for `all`, an exception left out.

A slip is always a text that the language allows. A test that a word adds by itself, such as the test under `fell_from`
that a baseline is above 0, has no slips. Every kind of expression and term has its slips here, or says that it has
none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import assert_never

from wiser_compiler.core.model import (
    AtLeast,
    Compare,
    Count,
    Documented,
    Expr,
    Extreme,
    FactValue,
    Includes,
    Literal,
    Multiple,
    Not,
    Shifted,
    Sum,
    Total,
    Which,
    Worded,
)
from wiser_compiler.core.words import brief_words
from wiser_compiler.proof.mutation.slips.comparisons import comparison, offset, plus
from wiser_compiler.proof.mutation.slips.groups import (
    every_in,
    group,
    is_change,
    is_some,
    listed,
    of_every,
    of_some,
    within,
)
from wiser_compiler.proof.mutation.slips.slip import OPERATORS, Around, Node, Operator, Slip

__all__ = ["OPERATORS", "Around", "Node", "Operator", "Slip", "inside", "slips"]

OTHER_END: Mapping[Which, Which] = {
    "latest": "earliest", "earliest": "latest", "highest": "lowest", "lowest": "highest"
}  # fmt: skip


def slips(node: Node, around: Around) -> Iterator[Slip]:
    """Every slip of one node, without those of the nodes inside it."""
    bounds = around.says.bounds
    # other kinds: not made by `every`
    if isinstance(node, Compare | AtLeast) and (every := every_in(node, bounds)):
        yield from of_every(every, bounds)
        return
    match node:
        case Compare():
            yield from of_some(node, bounds) if is_some(node, bounds) else comparison(node, around)
        case AtLeast():
            yield from group(node, around)
        case Not(part=part):
            yield Slip("negation", brief_words(node), brief_words(part), part, bounds)
        case Includes(fact=fact, item=item):
            for other in around.beside(fact, (item,), item):
                new = Includes(fact, other)
                yield Slip("choice", brief_words(node), brief_words(new), new, bounds)
        case Shifted():
            yield from offset(node, around)
        case Sum():
            yield from plus(node, around)
        case Count(where=where) | Total(where=where):
            if where is not None:
                yield _unfiltered(where, replace(node, where=None), around)
        case Extreme(which=which, where=where):
            end = OTHER_END[which]
            yield Slip("first or last", which, end, replace(node, which=end), bounds)
            if where is not None:
                yield _unfiltered(where, replace(node, where=None), around)
        case Worded() | Documented() | FactValue() | Literal() | Multiple():
            return  # the parts inside, or the node around, have the slips; a percentage belongs to its comparison
        case _:
            assert_never(node)


def _unfiltered(where: Expr, new: Count | Extreme | Total, around: Around) -> Slip:
    of = new.of.words
    return Slip("filter", f"{of} where {brief_words(where)}", f"all {of}", new, around.says.bounds, where)


def inside(node: Node, around: Around) -> tuple[Node, ...]:
    """The nodes directly inside a node that an author wrote."""
    # other kinds: not made by `every`
    if isinstance(node, Compare | AtLeast) and (every := every_in(node, around.says.bounds)):
        return tuple(part for part in (every.where, every.has) if part is not None)
    match node:
        case Worded(part=part) | Not(part=part):
            return (part,)
        case AtLeast(parts=parts):
            if is_change(node):
                return parts[1:]
            return () if listed(node) or within(node) else parts  # the slips of a list are those of its items
        case Compare(left=left, right=right):
            return (left, right)
        case Shifted(date=inner) | Multiple(part=inner):
            return (inner,)
        case Sum(parts=terms):
            return terms
        case Count(where=where) | Extreme(where=where) | Total(where=where):
            return () if where is None else (where,)
        case Includes() | Documented() | FactValue() | Literal():
            return ()
        case _:
            assert_never(node)
