"""Answers that a criterion asks for in vain: its verdict is missing without one, and the same with every one.

A criterion is met or not met only if its parts show it. So an answer can be asked for in vain where a fact is tested in
several places: *in hospital and a score of 8, or at home and a score of 5* is missing for a score of 8 alone. Every
such loss is one of a single answer: as answers are added one by one, a last request has a missing verdict.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from operator import is_
from typing import assert_never

from wiser_compiler.core.evaluate import MET, MISSING, NOT_APPLICABLE, NOT_MET
from wiser_compiler.core.model import (
    TRUE,
    AtLeast,
    Choice,
    Codes,
    Compare,
    Count,
    Criterion,
    Date,
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
    Note,
    Number,
    OptionSet,
    Records,
    Shifted,
    Sum,
    Term,
    Total,
    Worded,
    YesNo,
)
from wiser_compiler.core.walk import (
    all_facts,
    criterion_facts,
    criterion_parts,
    filters,
    own_terms,
    parts,
    subexpressions,
    subterms,
)
from wiser_compiler.proof.formula import Formula, No, Surely, every, has_verdict, some
from wiser_compiler.proof.questions.positions import FALSE, is_shown

FAR = Decimal(10**7)  # a number above everything that is compared
LONG_AGO_AND_LATER = date(1500, 1, 1), date(3000, 1, 1)  # days before and after everything that is compared
LIMIT = "single answers outside lists, sets, codes and sums"


@dataclass(frozen=True, slots=True)
class OneAnswer:
    """An answer that a request may lack: to a fact, or to one of its findings."""

    fact: Fact
    item: str = ""

    @property
    def name(self) -> str:
        """The fact, and the finding if it is one: `symptoms.numbness`."""
        return f"{self.fact.name}.{self.item}" if self.item else self.fact.name

    def is_read_by(self, expr: Expr) -> bool:
        """Whether a test asks for it."""
        match expr:
            case Includes(fact=fact, item=item):
                return fact == self.fact and item == self.item
            case Compare():
                return any(isinstance(term, FactValue) and term.fact == self.fact for term in own_terms(expr))
            case AtLeast() | Not() | Documented() | Worded():
                return False
            case _:
                assert_never(expr)


def answers_in_several_places(criterion: Criterion) -> tuple[list[OneAnswer], bool]:
    """The single answers that a criterion tests in several places, and whether there are others that are left aside.

    Left aside are whole lists, sets and codes, what filters read, numbers in a sum, and facts that must be documented.
    """
    exprs = [expr for part in criterion_parts(criterion) for expr in subexpressions(part)]
    aside = {fact.name for expr in exprs for fact in _aside(expr)}
    often = Counter(fact.name for part in criterion_parts(criterion) for fact in all_facts(part))
    items = Counter((expr.fact.name, expr.item) for expr in exprs if isinstance(expr, Includes))
    found, others = [], False
    for fact in criterion_facts(criterion):
        match fact.type:
            case Findings(options=options) if fact.name not in aside:
                found += [OneAnswer(fact, option.id) for option in options if items[fact.name, option.id] > 1]
            case YesNo() | Choice() | Number() | Date() if often[fact.name] > 1 and fact.name not in aside:
                found.append(OneAnswer(fact))
            case YesNo() | Choice() | Number() | Date() | Findings() | OptionSet() | Codes() | Records():
                others |= often[fact.name] > 1
            case Note():
                pass  # a note is asked for by `documented` alone
            case _:
                assert_never(fact.type)
    return found, others


def _aside(expr: Expr) -> Iterator[Fact]:
    match expr:
        case Documented(fact=fact):
            yield fact
        case Compare():
            yield from (fact for _, where in filters(expr) for fact in all_facts(where))
            for term in own_terms(expr):
                match term:
                    case Sum() | Multiple():
                        yield from (inner.fact for inner in subterms(term) if isinstance(inner, FactValue))
                    case FactValue() | Literal() | Shifted() | Count() | Extreme() | Total():
                        pass
                    case _:
                        assert_never(term)
        case AtLeast() | Not() | Includes() | Worded():
            return
        case _:
            assert_never(expr)


def asked_in_vain(criterion: Criterion, answer: OneAnswer) -> Formula:
    """The verdict is missing without the answer, and the same with every value of it."""
    completed = [_completed(criterion, change) for change in _changes(criterion, answer)]
    agree = (every(*(has_verdict(one, verdict) for one in completed)) for verdict in (MET, NOT_MET, NOT_APPLICABLE))
    return every(_left_out(answer), has_verdict(criterion, MISSING), some(*agree))


def _left_out(answer: OneAnswer) -> Formula:
    if answer.item:
        item = Includes(answer.fact, answer.item)
        return every(Surely(Documented(answer.fact)), No(Surely(item)), No(Surely(item, False)))
    return No(Surely(Documented(answer.fact)))


def words_about(criterion: Criterion, answer: OneAnswer) -> list[Worded]:
    """The words around each test that asks for the answer, in the order of the document."""
    shown = (
        expr
        for part in criterion_parts(criterion)
        for expr in subexpressions(part)
        if isinstance(expr, Worded) and is_shown(expr) and any(map(answer.is_read_by, _own(expr.part)))
    )
    return sorted({id(says): says for says in shown}.values(), key=lambda says: says.span)


def _own(expr: Expr) -> Iterator[Expr]:
    """The tests that an expression consists of, without those that have words of their own."""
    yield expr
    for part in parts(expr):
        if not isinstance(part, Worded):
            yield from _own(part)


# ---------------------------------------------------------------- with an answer

Change = Callable[[Expr], Expr]  # a test that asks for the answer, once it is given


def _completed(criterion: Criterion, change: Change) -> Criterion:
    def part(expr: Expr | None) -> Expr | None:
        return None if expr is None else _with(expr, change)

    required = _with(criterion.require, change)
    return replace(
        criterion, require=required, applies_when=part(criterion.applies_when), unless=part(criterion.unless)
    )


def _with(expr: Expr, change: Change) -> Expr:
    """The expression with an answer. Parts that do not ask for it stay the same objects."""
    match expr:
        case Worded(part=part):
            inner = _with(part, change)
            return expr if inner is part else replace(expr, part=inner)
        case Not(part=part):
            inner = _with(part, change)
            return expr if inner is part else Not(inner)
        case AtLeast(count=count, parts=inner_parts):
            changed = tuple(_with(part, change) for part in inner_parts)
            return expr if all(map(is_, changed, inner_parts)) else AtLeast(count, changed)
        case Compare() | Includes() | Documented():
            return change(expr)
        case _:
            assert_never(expr)


def _changes(criterion: Criterion, answer: OneAnswer) -> Iterator[Change]:
    """A change for each value of an answer that can make a difference."""
    if answer.item:
        for fixed in (TRUE, FALSE):
            yield lambda test, fixed=fixed: fixed if answer.is_read_by(test) else test  # type: ignore[misc]
        return
    for value in dict.fromkeys(_values(criterion, answer)):
        yield lambda test, value=value: _compared(test, answer, value)  # type: ignore[misc]


def _compared(test: Expr, answer: OneAnswer, value: Term) -> Expr:
    if not isinstance(test, Compare) or not answer.is_read_by(test):
        return test
    return replace(test, left=_in(test.left, answer, value), right=_in(test.right, answer, value))


def _in(term: Term, answer: OneAnswer, value: Term) -> Term:
    match term:
        case FactValue(fact=fact):
            return value if fact == answer.fact else term
        case Shifted(date=inner):
            return replace(term, date=_in(inner, answer, value))
        case Literal() | Sum() | Multiple() | Count() | Extreme() | Total():
            return term
        case _:
            assert_never(term)


def _values(criterion: Criterion, answer: OneAnswer) -> Iterator[Term]:
    """The values of a fact that can make a difference.

    A number or a day may lie outside its declared range: that a range leaves one verdict is no loss that anyone meets.
    """
    tests = [expr for part in criterion_parts(criterion) for expr in subexpressions(part) if answer.is_read_by(expr)]
    edges = [edge for test in tests if isinstance(test, Compare) for edge in _edges(test, answer)]
    match answer.fact.type:
        case YesNo():
            yield from map(Literal, (True, False))
        case Choice(options=options):
            named = [edge for edge in edges if isinstance(edge, Literal)]
            rest = [option.id for option in options if Literal(option.id) not in named]
            yield from named
            yield from map(Literal, rest if len(named) < len(edges) else rest[:1])  # those not named are alike
        case Number(places=places):
            yield from (Literal(-FAR), Literal(FAR))
            for edge in edges:
                yield from (Sum((edge, Literal(step * Decimal(1).scaleb(-places)))) for step in (-1, 0, 1))
        case Date():
            yield from map(Literal, LONG_AGO_AND_LATER)
            for edge in edges:
                yield from (Shifted(edge, days=days) for days in range(-3, 4))  # a month is cut by up to three days
        case Note() | OptionSet() | Findings() | Codes() | Records():
            raise TypeError(f"{answer.fact.name} is no single answer")
        case _:
            assert_never(answer.fact.type)


def _edges(test: Compare, answer: OneAnswer) -> Iterator[Term]:
    """What a fact is compared with."""
    for own, other in ((test.left, test.right), (test.right, test.left)):
        edge = _edge(own, other, answer)
        if edge is not None:
            yield edge


def _edge(own: Term, other: Term, answer: OneAnswer) -> Term | None:
    """What a fact is compared with, where one side is the fact, which may be moved."""
    if isinstance(own, Shifted):
        return _edge(own.date, Shifted(other, -own.months, -own.days), answer)
    return other if own == FactValue(answer.fact) else None
