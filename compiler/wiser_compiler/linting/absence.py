"""A lint on absence: *not met* must not help a request only because something does not exist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from typing import assert_never

from wiser_compiler.core.bounds import is_edge
from wiser_compiler.core.evaluate import Interval, compare, reach
from wiser_compiler.core.kinds import operator
from wiser_compiler.core.model import (
    AtLeast,
    Compare,
    Count,
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
    Shifted,
    Sum,
    Term,
    Total,
    Worded,
)
from wiser_compiler.core.normal_form import as_key
from wiser_compiler.core.walk import subterms, terms
from wiser_compiler.core.words import date_name
from wiser_compiler.diagnostics import Report, Span


def absence_never_helps(policy: Policy, report: Report) -> None:
    """Where *not met* helps the request, no test may be not met only because something does not exist.

    `documented` is never not met, so it makes no sense there. A date that does not exist makes every comparison with it
    not met.
    """
    for criterion in policy.own:
        sure: frozenset[str] = frozenset()
        if criterion.applies_when is not None:
            _walk(criterion.applies_when, False, frozenset(), criterion.span, report)
            sure = _needs(criterion.applies_when)
        _walk(criterion.test, True, sure, criterion.span, report)
    for clock in policy.own_clocks:
        if clock.applies_when is not None:
            _walk(clock.applies_when, False, frozenset(), clock.span, report)


def _walk(expr: Expr, positive: bool, sure: frozenset[str], span: Span, report: Report) -> None:
    """Walk down an expression. `positive` says that *met* helps the request, `sure` which dates surely exist here."""
    match expr:
        case Worded(part=part):
            _walk(part, positive, sure, expr.span if expr.span.line else span, report)
        case Not(part=part):
            _walk(part, not positive, sure, span, report)
        case AtLeast(parts=inner) if _only_falls(inner):
            return  # nothing falls from 0 to a number that is never below it, so that not met is the answer
        case AtLeast(count=count, parts=inner):
            needed = {id(part): _needs(part) for part in inner} if count == len(inner) else {}
            of_how_many = Counter(chain.from_iterable(needed.values()))
            every = sure.union(of_how_many)
            for part in inner:
                of_it_alone = {name for name in needed.get(id(part), ()) if of_how_many[name] == 1}
                known = every - (of_it_alone - sure) if of_it_alone else every  # what the other parts need
                _walk(part, positive, known, span, report)
        case Documented(fact=fact) if not positive:
            report.error(
                "negative-documented",
                f"`{fact.name}` can be missing and never not met, so nothing can follow from its absence",
                span,
                "ask a question that is answered yes or no",
            )
        case Compare(left=FactValue(fact=Fact(name=name, type=Number(low=low)))) if (
            not positive and low <= 0 and not is_edge(expr)
        ):
            report.error(
                "valueless-test",
                f"`{name}` may be 0, from which there is no change, and here a test on nothing would help the request",
                span,
                f"let `{name}` begin above 0",
            )
        case Compare(op=op, left=left, right=right):
            for term in (left, right):
                _lean_term(term, positive, sure, span, report, op)
        case Documented() | Includes():
            return
        case _:
            assert_never(expr)


def _only_falls(parts: tuple[Expr, ...]) -> bool:
    """A fall by a share, from a number to one that is never below 0: `first > 0` and the change."""
    match parts:
        case (
            Compare(left=FactValue(fact=first), right=Literal(value=0)),
            Compare(left=Multiple(part=Sum(parts=(FactValue(fact=begun), Multiple(part=FactValue(fact=last)))))),
        ):
            return first == begun and isinstance(last.type, Number) and last.type.low >= 0
        case _:  # other kinds: are no change by a share
            return False


def _lean_term(term: Term, positive: bool, sure: frozenset[str], span: Span, report: Report, op: Op) -> None:
    match term:
        case Extreme(where=where):
            if where is not None:
                _walk(where, False, sure, span, report)
            if not positive and _records(term) not in sure:
                what = f"`{term.name}`" if term.name else f"the {date_name(term)}"
                report.error(
                    "valueless-test",
                    f"{what} may not exist, and here a test on nothing would help the request",
                    span,
                    "require beside it that there is one, or say when the criterion applies",
                )
        case Count(of=of, where=where):
            if where is not None:
                more_helps = operator(op).above if positive else operator(op).below
                _walk(where, more_helps, sure.union(_with_one(of, where)), span, report)
        case Total(of=of, field=field, where=where):
            if where is not None:
                more_helps = operator(op).above if positive else operator(op).below
                for adds in _adds(field):  # one more record may help a number that may be of either sign either way
                    _walk(where, more_helps is adds, sure.union(_with_one(of, where)), span, report)
        case FactValue() | Literal() | Shifted() | Sum() | Multiple():
            for inner in subterms(term):
                _lean_term(inner, positive, sure, span, report, op)
        case _:
            assert_never(term)


def _with_one(of: Fact, where: Expr) -> Iterator[str]:
    """The dates that exist where one record matches a filter: those of all records, and those of its parts."""
    yield _key(of, None)
    pending = [where]
    while pending:
        part = pending.pop()
        yield _key(of, part)
        match part:
            case Worded(part=inner):
                pending.append(inner)
            case AtLeast(count=count, parts=parts) if count == len(parts):
                pending.extend(parts)
            case _:  # other kinds: need nothing more
                pass


def _adds(field: Fact) -> Iterator[bool]:
    """Whether one more number can make a sum greater, and whether it can make it less."""
    low, high = reach(field)[:2]
    yield from [True] * (high > 0) + [False] * (low < 0)


def _needs(expr: Expr) -> frozenset[str]:
    """The dates that surely exist where an expression is met."""
    match expr:
        case Worded(part=part):
            return _needs(part)
        case AtLeast(count=count, parts=inner) if inner and count == len(inner):
            return frozenset().union(*(_needs(part) for part in inner))
        case AtLeast(count=count, parts=inner) if inner and count:
            return frozenset.intersection(*(_needs(part) for part in inner))
        case Compare(op=op, left=left, right=right):
            found = frozenset(_records(term) for term in terms(expr) if isinstance(term, Extreme))
            return found | _needs_of_count(op, left, right)
        case AtLeast() | Not() | Includes() | Documented():
            return frozenset()
        case _:
            assert_never(expr)


def _needs_of_count(op: Op, left: Term, right: Term) -> frozenset[str]:
    """The dates that exist where a count is at least one: those of its records, and those that its filter needs.

    A sum that is not 0 needs a record too.
    """
    # other kinds: are not 0 for want of a record
    if not isinstance(left, Count | Total) or not isinstance(right, Literal) or not isinstance(right.value, Decimal):
        return frozenset()
    none_do = compare(op, Interval(Decimal(0), Decimal(0)), Interval(right.value, right.value))
    if none_do or operator(op).below:
        return frozenset()
    return frozenset({_records(left)}) | (_needs(left.where) if left.where is not None else frozenset())


def _records(term: Count | Extreme | Total) -> str:
    """A key for the records that a term looks at: where there is one record, there is a latest and a highest value."""
    return _key(term.of, term.where)


def _key(of: Fact, where: Expr | None) -> str:
    return f"{of.name} where {'' if where is None else as_key(where)}"
