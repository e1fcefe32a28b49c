"""The bounds of a policy: their places, their smallest steps, and tests with a bound moved by such steps.

A bound is a number or a day that the author wrote. Its edge is the comparison or count whose answer changes there. A
worded part has one edge or several, such as both ends of a window.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeAlias, assert_never

from wiser_compiler.core.kinds import sort_of
from wiser_compiler.core.model import (
    TRUE,
    AtLeast,
    Choice,
    Compare,
    Count,
    Criterion,
    Documented,
    Expr,
    Extreme,
    Fact,
    FactValue,
    Includes,
    Literal,
    Multiple,
    Not,
    Number,
    Op,
    Policy,
    Reading,
    Shifted,
    Sum,
    Term,
    Total,
    Worded,
)
from wiser_compiler.core.walk import criterion_parts, filters, own_terms, parts, replaced, subexpressions, subterms

Edge: TypeAlias = Compare | AtLeast
NEVER = Not(TRUE)

# ---------------------------------------------------------------- where they stand


@dataclass(frozen=True, slots=True)
class FixedDay:
    """A day that the author wrote beside a comparison: on or after 2026-01-15."""

    op: Op
    value: date
    unit: str = ""


@dataclass(frozen=True, slots=True)
class BoundPlace:
    """A worded part with a bound, in a criterion or clock.

    `id` is the id of the first criterion or clock that has the part, `row_of` the list whose filter has it, if any.
    `readings` are those of the part and of everything around it.
    """

    id: str
    says: Worded
    readings: tuple[Reading, ...]
    row_of: str

    @property
    def supported(self) -> bool:
        """Quoted words or a reading carry its numbers."""
        return bool(self.readings or self.says.quote)

    @property
    def days(self) -> tuple[FixedDay, ...]:
        """The fixed days that are compared with here."""
        return tuple(fixed_days(self.says.part))

    @property
    def edges(self) -> tuple[Edge, ...]:
        """The comparisons and counts whose answers change at the numbers or days written here, in reading order."""
        if not self.says.bounds:
            return tuple(edge for edge in _own(self.says.part) if _has_a_day(edge) or grade_of(edge))
        # Every change by percent has a test that the baseline is above 0; the author wrote no such 0.
        zero = any(bound.value == 0 for bound in self.says.bounds)
        return tuple(edge for edge in _own(self.says.part) if zero or isinstance(edge, AtLeast) or is_edge(edge))


def places(policy: Policy) -> Iterator[BoundPlace]:
    """Every worded part with a bound in the criteria of this document, those in filters included, once.

    One with numbers has `says.bounds`; the others have a written day.
    """
    seen: set[int] = set()  # by identity, as a named condition stands in several criteria
    for criterion in policy.own:
        for part in criterion_parts(criterion):
            for place in places_in(criterion.id, part, criterion.readings):
                if id(place.says) not in seen:
                    seen.add(id(place.says))
                    yield place


def places_in(id: str, expr: Expr, readings: tuple[Reading, ...] = (), row_of: str = "") -> Iterator[BoundPlace]:
    """Every worded part of an expression that has a bound. `readings` are those around it."""
    if isinstance(expr, Worded):
        readings += expr.readings  # the quote of a group supports its joint alone
        place = BoundPlace(id, expr, readings, row_of)
        if place.edges or expr.bounds:
            yield place
    for part in parts(expr):
        yield from places_in(id, part, readings, row_of)
    for rows, chosen in filters(expr):
        yield from places_in(id, chosen, readings, rows.name)


def holders(policy: Policy) -> Mapping[int, tuple[Criterion, ...]]:
    """The criteria of this document that contain an expression, found by object identity.

    A named condition may have several.
    """
    found: dict[int, dict[str, Criterion]] = {}
    for criterion in policy.own:
        for part in criterion_parts(criterion):
            for inner in subexpressions(part):
                found.setdefault(id(inner), {})[criterion.id] = criterion
    return {key: tuple(criteria.values()) for key, criteria in found.items()}


def _own(expr: Expr) -> Iterator[Edge]:
    """The comparisons and counts that belong to one worded part, not to parts with words of their own."""
    match expr:
        case Compare(left=left):
            if sort_of(left) != "answer":
                yield expr
        case AtLeast() if grade_of(expr):
            yield expr
        case AtLeast(count=count, parts=inner) if count > 0 and (count < len(inner) or not _comparisons(inner)):
            yield expr
        case AtLeast(parts=inner):
            for part in inner:
                yield from _own(part)
        case Not(part=part):
            yield from _own(part)
        case Worded() | Includes() | Documented():
            return
        case _:
            assert_never(expr)


def fixed_days(expr: Expr) -> Iterator[FixedDay]:
    """The comparisons with a fixed day that belong to one worded part."""
    for edge in _own(expr):
        if isinstance(edge, Compare) and isinstance(edge.right, Literal) and isinstance(edge.right.value, date):
            yield FixedDay(edge.op, edge.right.value)


def grade_of(edge: Edge) -> tuple[Fact, int, int] | None:
    """The ordered choice of which an edge wants the answers from one place to another, up to its first or last one.

    None for an edge of another kind, and where no answer, or every one, is wanted.
    """
    if not isinstance(edge, AtLeast) or edge.count != 1:
        return None
    ids, facts = [], []
    for part in edge.parts:
        match part:
            case Compare(op="==", left=FactValue(fact=fact), right=Literal(value=str(id))):
                ids.append(id)
                facts.append(fact)
            case _:  # other kinds: no answer of a choice
                return None
    kind = facts[0].type
    if not isinstance(kind, Choice) or not kind.ordered or any(fact != facts[0] for fact in facts):
        return None
    places = sorted(number for number, option in enumerate(kind.options) if option.id in ids)
    first, last, most = places[0], places[-1], len(kind.options) - 1
    in_a_row = last - first + 1 == len(places) < len(kind.options)
    return (facts[0], first, last) if in_a_row and (first == 0 or last == most) else None


def grade_moved(edge: Edge, steps: int) -> Expr | None:
    """The test of an ordered choice with its edge so many answers further in; None for an edge of another kind.

    Beyond the last answer it is never met, and before the first one always.
    """
    if (grade := grade_of(edge)) is None:
        return None
    fact, first, last = grade
    assert isinstance(fact.type, Choice)
    options = fact.type.options
    chosen = options[: max(last + 1 - steps, 0)] if first == 0 else options[max(first + steps, 0) :]
    return AtLeast(1, tuple(Compare("==", FactValue(fact), Literal(o.id)) for o in chosen)) if chosen else NEVER


def _has_a_day(edge: Edge) -> bool:
    return isinstance(edge, Compare) and isinstance(edge.right, Literal) and isinstance(edge.right.value, date)


def _comparisons(inner: Iterable[Expr]) -> bool:
    # other kinds: a group of them has its edge at its count
    return any(isinstance(part, Compare | Not) for part in inner)


def is_edge(part: Compare) -> bool:
    """Whether a comparison has a written number or an offset. The test that a baseline is above 0 is no edge."""
    return not (isinstance(part.right, Literal) and part.right.value == 0 and part.op == ">")


def compares_two_facts(edge: Edge) -> bool:
    """Whether a second fact says where an edge lies, as in *half of the baseline* or *3 months before a date*."""
    # other kinds: a term around these, or a fixed value
    found = own_terms(edge) if isinstance(edge, Compare) else ()
    return len({term for term in found if isinstance(term, FactValue | Count | Extreme | Total)}) > 1


# ---------------------------------------------------------------- moved


def step(edge: Edge) -> Decimal:
    """The smallest step of a comparison: 1 for a count, one day for a date, the last decimal place of a number."""
    return max(_step(edge.left), _step(edge.right)) if isinstance(edge, Compare) else Decimal(1)


def _step(term: Term) -> Decimal:
    match term:
        case FactValue(fact=fact) | Extreme(field=fact) | Total(field=fact) if isinstance(fact.type, Number):
            return Decimal(1).scaleb(-fact.type.places)
        case Multiple(factor=factor, part=part):
            return abs(factor) * _step(part)
        case Literal():
            return Decimal(0)
        case FactValue() | Count() | Extreme() | Total():
            return Decimal(1)
        case Shifted() | Sum():
            # A number of tenths and a whole number differ by tenths.
            return min(filter(None, map(_step, subterms(term))), default=Decimal(0))
        case _:
            assert_never(term)


def moved(edge: Edge, steps: int) -> Edge | None:
    """The test with its edge raised by this many smallest steps; None where a count has no such edge."""
    match edge:
        case AtLeast(count=count, parts=inner):
            return AtLeast(count + steps, inner) if 0 <= count + steps <= len(inner) else None
        case Compare(op=op, left=left, right=right):
            # The left side is lowered instead, so that an edge may leave the range of its fact.
            return Compare(op, _plus(left, -steps * step(edge)), right)
        case _:  # other kinds: have no number, until they are part of `Edge`
            assert_never(edge)


def moved_each_way(edge: Edge) -> Iterator[tuple[str, Expr]]:
    """The test with its edge moved by the smallest step each way, under the words for that step."""
    if grade := grade_of(edge):
        ways = (
            {"one step higher": -1, "one step lower": 1}
            if grade[1] == 0
            else {"one step higher": 1, "one step lower": -1}
        )
        for side, steps in ways.items():
            other = grade_moved(edge, steps)
            assert other is not None
            yield side, other
        return
    match edge:
        case Compare(op="==", left=left, right=right):
            yield "no longer exact", AtLeast(1, (Compare("<", left, right), Compare(">", left, right)))
        case _:  # other kinds: `moved` moves them, or is named by the type checker
            counted = isinstance(edge, AtLeast)
            ways = {"one less": -1, "one more": 1} if counted else {"one step higher": 1, "one step lower": -1}
            for side, steps in ways.items():
                other = moved(edge, steps)
                if other is not None:
                    yield side, other


def with_part(criterion: Criterion, part: Expr, other: Expr) -> Criterion:
    """The criterion with one of its parts, found by object identity, exchanged for another."""
    require = replaced(criterion.require, part, other)
    applies, unless = (
        None if expr is None else replaced(expr, part, other) for expr in (criterion.applies_when, criterion.unless)
    )
    return replace(criterion, require=require, applies_when=applies, unless=unless)


def _plus(term: Term, amount: Decimal) -> Term:
    match sort_of(term):
        case "date":
            return Shifted(term, days=int(amount))
        case "number" | "answer":
            return Sum((term, Literal(amount)))
        case _ as sort:
            assert_never(sort)
