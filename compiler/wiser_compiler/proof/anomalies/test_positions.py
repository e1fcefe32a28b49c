"""Where a test of a criterion decides: for each place, when it makes the whole met, and when it keeps it from that.

A place is a test as it stands in a criterion. Outside filters the whole turns with it wherever everything around
leaves the answer to it. A test that is asked of every record of a list, or that stands in several places at once,
is taken out instead, and the whole compared with what it was.

The same is asked of charts that are known (the examples) and of one that is not (the solver's).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias, assert_never

from wiser_compiler.core.evaluate import NO_ROW, Case, truth
from wiser_compiler.core.model import (
    TRUE,
    AtLeast,
    Compare,
    Count,
    Documented,
    Expr,
    Extreme,
    Fact,
    FactValue,
    Findings,
    Includes,
    Literal,
    Multiple,
    Not,
    Records,
    Shifted,
    Sum,
    Worded,
)
from wiser_compiler.core.walk import filters, parts, replaced, subexpressions, terms
from wiser_compiler.proof.solver.encode import Pair
from wiser_compiler.proof.solver.logic import Bit, both, either, exactly, no, same
from wiser_compiler.proof.solver.symbolic_request import Record, SymbolicFact

FALSE = Not(TRUE)
Around: TypeAlias = tuple[tuple[AtLeast, int, bool], ...]  # a group, which part of it, and on which side


class Telling(Protocol):
    """What tells the truth of an expression, and what a chart holds: `smt.Meaning`, or `Known`."""

    def pair(self, expr: Expr) -> Pair:
        """Surely met, and surely not met."""
        ...

    def held(self, fact: Fact, row: Record) -> SymbolicFact:
        """What the chart, or the record in hand, holds for a fact."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """A test in a criterion, with the groups around it: which of their parts it stands in, and on which side.

    `swapped` is for a test in a filter, or in several places: what holds it, without it and with it taken for given.
    """

    expr: Expr
    says: Worded | None
    whole: Expr
    around: Around
    positive: bool
    swapped: tuple[Expr, Expr] | None = None


def places(whole: Expr) -> Iterator[Place]:
    """Every test of an expression, those in filters included; one that stands in several places once."""
    often = Counter(id(inner) for inner in subexpressions(whole))
    seen: set[int] = set()
    for place in _places(whole, True, None, ()):
        if id(place.expr) in seen:
            continue
        seen.add(id(place.expr))
        if often[id(place.expr)] == 1:
            yield place
        else:
            without, given = (replaced(whole, place.expr, fixed) for fixed in (FALSE, TRUE))
            yield Place(place.expr, place.says, whole, (), True, (without, given))


def _places(expr: Expr, positive: bool, says: Worded | None, around: Around) -> Iterator[Place]:
    match expr:
        case Worded(part=part):
            yield from _places(part, positive, expr if _has_words(expr) else says, around)
        case Not(part=part):
            yield from _places(part, not positive, says, around)
        case AtLeast(count=count, parts=inner):
            if around and 0 < count < len(inner):
                yield Place(expr, says, expr, around, positive)
            for number, part in enumerate(inner):
                yield from _places(part, positive, says, (*around, (expr, number, positive)))
        case Compare() | Includes() | Documented():
            yield Place(expr, says, expr, around, positive)
            if isinstance(expr, Compare):
                yield from _in_filters(expr, positive, around)
        case _:
            assert_never(expr)


def _in_filters(compare: Compare, positive: bool, around: Around) -> Iterator[Place]:
    for _, where in filters(compare):
        for inner, says in _worded(where, None):
            without, given = (replaced(compare, inner, fixed) for fixed in (FALSE, TRUE))
            yield Place(inner, says, compare, around, positive, (without, given))


def _worded(expr: Expr, says: Worded | None) -> Iterator[tuple[Expr, Worded | None]]:
    """The tests inside a filter, each with its words."""
    if isinstance(expr, Worded) and _has_words(expr):
        says = expr
    match expr:
        case Compare() | Includes() | Documented():
            yield expr, says
        case AtLeast() | Not() | Worded():
            pass
        case _:
            assert_never(expr)
    for part in (*parts(expr), *(where for _, where in filters(expr))):
        yield from _worded(part, says)


def _has_words(says: Worded) -> bool:
    return bool(says.question or says.answer or says.quote) and says.span.line > 0


# ---------------------------------------------------------------- what a place decides


def helps(telling: Telling, place: Place) -> Bit:
    """The whole is met because of this place."""
    turns = _turns(telling, place.around)
    if turns is False:
        return False
    told = side(telling, place.whole, place.positive)
    if place.swapped is None:
        return both(turns, told)
    return both(turns, no(same(told, side(telling, place.swapped[0], place.positive))))


def hinders(telling: Telling, place: Place) -> Bit:
    """The way it stands in is not met because of this place, and not because something is not stated.

    The way is what is joined by *and* around it, up to the next *any*: "worse, or stable and two more signs" says
    nothing new with *stable*, and still reads as it should.
    """
    turns = _turns(telling, way(place.around))
    if turns is False:
        return False
    told = side(telling, place.whole, place.positive)
    if place.swapped is None:
        against = no(told)
    else:
        against = no(same(told, side(telling, place.swapped[1], place.positive)))
    if against is False:
        return False
    return both(turns, against, stated(telling, place.expr if place.swapped is None else place.whole))


def way(around: Around) -> Around:
    """The innermost groups of which every part is needed."""
    inner: Around = ()
    for group, number, positive in reversed(around):
        if needed(group, positive) < len(group.parts):
            break
        inner = ((group, number, positive), *inner)
    return inner


def needed(group: AtLeast, positive: bool) -> int:
    """How many parts of a group must be so for it to be met, or not met."""
    return group.count if positive else len(group.parts) - group.count + 1


def _turns(telling: Telling, around: Around) -> Bit:
    """The answer to the whole hangs on this place: everything around leaves it open."""
    open_ = []
    for group, number, positive in around:
        others = [part for at, part in enumerate(group.parts) if at != number]
        open_.append(exactly(needed(group, positive) - 1, [side(telling, part, positive) for part in others]))
        if open_[-1] is False:
            return False
    return both(*open_)


def side(telling: Telling, expr: Expr, positive: bool) -> Bit:
    """Surely met, or surely not met."""
    pair = telling.pair(expr)
    return pair.met if positive else pair.unmet


# ---------------------------------------------------------------- what is stated

NOTHING: Record = {}


def stated(telling: Telling, expr: Expr, row: Record = NOTHING) -> Bit:
    """Everything that an expression compares is stated. What it only wants documented may be missing."""
    match expr:
        case Worded(part=part) | Not(part=part):
            return stated(telling, part, row)
        case AtLeast(parts=inner):
            return both(*(stated(telling, part, row) for part in inner))
        case Documented():
            return True
        case Includes(fact=fact, item=item):
            held = telling.held(fact, row)
            return both(held.stated, held.looked.get(item, False) if isinstance(fact.type, Findings) else True)
        case Compare():
            return both(*_stated_terms(telling, expr, row))
        case _:
            assert_never(expr)


def _stated_terms(telling: Telling, compare: Compare, row: Record) -> Iterator[Bit]:
    for term in terms(compare):
        match term:
            case FactValue(fact=fact):
                yield telling.held(fact, row).stated
            case Count(of=of, where=where) | Extreme(of=of, where=where):
                held = telling.held(of, row)
                yield held.stated
                for there, record in held.rows:
                    dated = record[term.field.name].stated if isinstance(term, Extreme) else True
                    full = True if where is None else stated(telling, where, record)
                    yield either(no(there), both(dated, full))
            case Literal() | Shifted() | Sum() | Multiple():
                pass
            case _:
                assert_never(term)


# ---------------------------------------------------------------- a chart that is known


@dataclass(slots=True)
class Known:
    """One case, as it tells the truth of expressions and what it holds."""

    case: Case
    _told: dict[int, tuple[Expr, Pair]] = field(default_factory=dict)

    def pair(self, expr: Expr) -> Pair:
        """`evaluate.truth`, each expression asked once."""
        if id(expr) not in self._told:
            found = truth(expr, self.case)
            self._told[id(expr)] = expr, Pair(found is True, found is False)
        return self._told[id(expr)][1]

    def held(self, fact: Fact, row: Record) -> SymbolicFact:
        """What the case, or the record in hand, states."""
        return row[fact.name] if fact.row_of else _known(fact, self.case)


def _known(fact: Fact, case: Case) -> SymbolicFact:
    value = case.get(fact.name, NO_ROW if isinstance(fact.type, Findings) else None)
    held = SymbolicFact(fact, fact.name in case)
    # other kinds: are asked only whether they are stated
    if isinstance(fact.type, Findings):
        held.looked = dict.fromkeys(value, True)
    if isinstance(fact.type, Records) and value is not None:
        held.rows = tuple((True, {inner.name: _known(inner, row) for inner in fact.type.fields}) for row in value)
    return held
