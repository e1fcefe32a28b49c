"""Walks over expressions: their parts and terms, and the facts that they read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from operator import is_
from typing import assert_never, cast

from wiser_compiler.core.kinds import operator
from wiser_compiler.core.model import (
    AtLeast,
    Clock,
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
    Policy,
    Reading,
    Shifted,
    Sum,
    Term,
    Total,
    Worded,
    all_of,
)


def parts(expr: Expr) -> tuple[Expr, ...]:
    """The expressions directly inside an expression, those inside its terms left out."""
    match expr:
        case Worded(part=part) | Not(part=part):
            return (part,)
        case AtLeast(parts=inner):
            return inner
        case Compare() | Includes() | Documented():
            return ()
        case _:
            assert_never(expr)


def subterms(term: Term) -> tuple[Term, ...]:
    """The terms directly inside a term."""
    match term:
        case FactValue() | Literal() | Count() | Extreme() | Total():
            return ()
        case Shifted(date=inner) | Multiple(part=inner):
            return (inner,)
        case Sum(parts=inner_parts):
            return inner_parts
        case _:
            assert_never(term)


def own_terms(expr: Expr) -> Sequence[Term]:
    """The terms of an expression itself, outermost first; those of its parts and of a `where` left out."""
    match expr:
        case Compare(left=left, right=right):
            found: list[Term] = [left, right]
            for term in found:  # the inner ones are visited in their turn
                if inner := subterms(term):
                    found.extend(inner)
            return found
        case Includes() | AtLeast() | Not() | Documented() | Worded():
            return ()
        case _:
            assert_never(expr)


def terms(expr: Expr) -> Iterator[Term]:
    """Every term of an expression, outermost first; those inside a `where` left out."""
    return (term for part in _preorder(expr, parts) for term in own_terms(part))


def where_of(term: Term) -> Expr | None:
    """The filter of a term that looks at records, if it has one."""
    match term:
        case Count(where=where) | Extreme(where=where) | Total(where=where):
            return where
        case FactValue() | Literal() | Shifted() | Sum() | Multiple():
            return None
        case _:
            assert_never(term)


def filters(expr: Expr) -> Iterator[tuple[Fact, Expr]]:
    """The filters directly inside a comparison, each with the list whose records it chooses."""
    for term in own_terms(expr):
        match term:
            case FactValue() | Literal() | Shifted() | Sum() | Multiple():
                pass
            case Count(of=of, where=where) | Extreme(of=of, where=where) | Total(of=of, where=where):
                if where is not None:
                    yield of, where
            case _:
                assert_never(term)


def subexpressions(expr: Expr) -> Iterator[Expr]:
    """The expression and every one inside it in reading order, those in filters included."""
    return _preorder(expr, _inside)


def _inside(expr: Expr) -> Sequence[Expr]:
    """The expressions directly inside an expression, those in its filters included."""
    return [where for _, where in filters(expr)] if isinstance(expr, Compare) else parts(expr)


def _preorder(expr: Expr, inside: Callable[[Expr], Sequence[Expr]]) -> Iterator[Expr]:
    """An expression and what is inside it, each before what is inside of it."""
    pending = [expr]
    while pending:
        found = pending.pop()
        yield found
        if inner := inside(found):
            pending += reversed(inner)


def facts_of(expr: Expr) -> tuple[Fact, ...]:
    """The facts of the request that an expression reads, in order of first use.

    A fact inside the filter of a list counts where it is a fact of the request.
    """
    found: dict[str, Fact] = {}
    for fact in all_facts(expr):
        if not fact.row_of:
            found.setdefault(fact.name, fact)
    return tuple(found.values())


def all_facts(expr: Expr) -> list[Fact]:
    """Every fact that an expression reads, again each time, fields of records included."""
    found: list[Fact] = []
    _gather(expr, found)
    return found


def _gather(expr: Expr, found: list[Fact]) -> None:
    match expr:
        case Worded(part=part) | Not(part=part):
            _gather(part, found)
        case AtLeast(parts=inner):
            for part in inner:
                _gather(part, found)
        case Compare():
            for term in own_terms(expr):
                _gather_of_term(term, found)
        case Includes(fact=fact) | Documented(fact=fact):
            found.append(fact)
        case _:
            assert_never(expr)


def _gather_of_term(term: Term, found: list[Fact]) -> None:
    """The facts that a term reads itself, those of the terms inside it left out."""
    match term:
        case FactValue(fact=fact):
            found.append(fact)
        case Count(of=fact, where=where):
            found.append(fact)
            if where is not None:
                _gather(where, found)
        case Extreme(of=fact, field=field, where=where) | Total(of=fact, field=field, where=where):
            found += (fact, field)
            if where is not None:
                _gather(where, found)
        case Literal() | Shifted() | Sum() | Multiple():
            pass
        case _:
            assert_never(term)


def criterion_facts(criterion: Criterion) -> tuple[Fact, ...]:
    """The facts of the request that a criterion reads, in order of first use."""
    return facts_of(all_of(*(criterion_parts(criterion))))


def criterion_parts(criterion: Criterion) -> tuple[Expr, ...]:
    """The condition of applicability, if there is one; the requirement; and the exception, if there is one."""
    named = (criterion.applies_when, criterion.require, criterion.unless)
    return tuple(part for part in named if part is not None)


def facts_read(thing: Criterion | Clock) -> tuple[Fact, ...]:
    """The facts of the request that a criterion or a clock reads, in order of first use."""
    if isinstance(thing, Criterion):
        return criterion_facts(thing)
    day = Compare("==", thing.due, thing.due)
    return facts_of(day if thing.applies_when is None else all_of(thing.applies_when, day))


def readings_of(thing: Criterion | Clock) -> tuple[Reading, ...]:
    """The readings of a criterion or a clock and of everything inside it, each once."""
    exprs = criterion_parts(thing) if isinstance(thing, Criterion) else [e for e in [thing.applies_when] if e]
    inner = (says for expr in exprs for says in subexpressions(expr) if isinstance(says, Worded))
    return tuple(dict.fromkeys((*thing.readings, *(reading for says in inner for reading in says.readings))))


_NO = re.compile(r"\b(?:no|not|none|without|never|unable|free of|free from|fail\w*)\b", re.IGNORECASE)


def denied_parts(policy: Policy) -> frozenset[int]:
    """The worded parts, by object identity, whose truth may count against their criterion.

    They stand under a negation, in an exception or a condition of applicability, in a filter whose records are limited
    from above, beside an answer *no*, or under a question that is itself a negation.
    """
    found: set[int] = set()
    for criterion in policy.own:
        _mark(criterion.require, False, found)
        _mark(criterion.applies_when, True, found)
        _mark(criterion.unless, True, found)
    for clock in policy.own_clocks:
        _mark(clock.applies_when, True, found)
    return frozenset(found)


def _mark(expr: Expr | None, denied: bool, found: set[int]) -> None:
    if expr is None:
        return
    denied = denied or _denies(expr)
    if denied:
        found.add(id(expr))
    for inner in _inside(expr):
        _mark(inner, denied, found)


def _denies(expr: Expr) -> bool:
    """Whether what is inside an expression may count against it."""
    match expr:
        case Not():
            return True
        case Compare(op=op):
            return not operator(op).above  # few records, or none, may match its filter
        case AtLeast(parts=inner):
            return any(map(_says_no, inner))
        case Worded(question=question):
            return _NO.search(question) is not None
        case Includes() | Documented():
            return False
        case _:
            assert_never(expr)


def _says_no(expr: Expr) -> bool:
    """An answer *no*, or a negation."""
    match expr:
        case Worded(part=part):
            return _says_no(part)
        case Not() | Compare(op="==", right=Literal(value=False)):
            return True
        case _:  # other kinds: deny nothing themselves
            return False


def replaced(expr: Expr, old: Expr | Term, new: Expr | Term) -> Expr:
    """The expression with one of its parts or terms, found by object identity, exchanged for another of its kind. Parts
    that do not contain it stay the same objects.
    """
    if expr is old:
        return cast(Expr, new)
    match expr:
        case Worded(part=part):
            inner = replaced(part, old, new)
            return expr if inner is part else replace(expr, part=inner)
        case Not(part=part):
            inner = replaced(part, old, new)
            return expr if inner is part else Not(inner)
        case AtLeast(count=count, parts=inner_parts):
            changed = [replaced(part, old, new) for part in inner_parts]
            return expr if all(map(is_, changed, inner_parts)) else AtLeast(count, tuple(changed))
        case Compare(op=op, left=left, right=right):
            ends = replaced_in(left, old, new), replaced_in(right, old, new)
            return expr if ends[0] is left and ends[1] is right else Compare(op, *ends)
        case Includes() | Documented():
            return expr
        case _:
            assert_never(expr)


def replaced_in(term: Term, old: Expr | Term, new: Expr | Term) -> Term:
    """The same for a term."""
    if term is old:
        return cast(Term, new)
    match term:
        case FactValue() | Literal():
            return term
        case Count(where=where) | Extreme(where=where) | Total(where=where):
            other = None if where is None else replaced(where, old, new)
            return term if other is where else replace(term, where=other)
        case Shifted(date=inner):
            moved = replaced_in(inner, old, new)
            return term if moved is inner else replace(term, date=moved)
        case Multiple(part=inner):
            times = replaced_in(inner, old, new)
            return term if times is inner else replace(term, part=times)
        case Sum(parts=inner_parts):
            changed = tuple(replaced_in(part, old, new) for part in inner_parts)
            return term if all(map(is_, changed, inner_parts)) else Sum(changed)
        case _:
            assert_never(term)
