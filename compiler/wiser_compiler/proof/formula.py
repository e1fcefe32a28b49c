"""Formulas about one case: expressions of a policy with their truth by `core/evaluate.py`, joined.

An expression is met, not met, or open because a fact is missing; a formula is true or false. Questions are formulas:
`holds` decides a formula for a case, and the solver looks for a case in which it is true.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias, assert_never

from wiser_compiler.core.evaluate import MET, NO_ROW, NOT_APPLICABLE, NOT_MET, Case, Truth, TruthOf, truth
from wiser_compiler.core.model import (
    AtLeast,
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
    Shifted,
    Sum,
    Total,
    Worded,
)
from wiser_compiler.core.walk import facts_of, parts, terms


@dataclass(frozen=True, slots=True)
class Surely:
    """An expression is surely met, or surely not met."""

    expr: Expr
    met: bool = True


@dataclass(frozen=True, slots=True)
class All:
    """Every one of the formulas is true."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one of the formulas is true."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Exactly:
    """Exactly `count` of the formulas are true."""

    count: int
    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class No:
    """The formula is false."""

    part: Formula


@dataclass(frozen=True, slots=True)
class EveryRecord:
    """The formula is true of every record of a list that is stated."""

    of: Fact
    part: Formula


@dataclass(frozen=True, slots=True)
class Stepped:
    """A number is a whole multiple of a step, if it is stated."""

    fact: Fact
    step: Decimal


@dataclass(frozen=True, slots=True)
class OnDays:
    """A date is stated and lies on one of these days: a bit for each ordinal."""

    fact: Fact
    days: int


@dataclass(frozen=True, slots=True)
class AllDiffer:
    """No two records of a list are the same in these fields, or in all that they state (no fields).

    A record that does not state one of the fields is the same as no other.
    """

    of: Fact
    names: tuple[str, ...] = ()


Formula: TypeAlias = bool | Surely | All | Some | Exactly | No | EveryRecord | Stepped | OnDays | AllDiffer


def holds(formula: Formula, case: Case, row: Case = NO_ROW, truth_of: TruthOf = truth) -> bool:
    """Whether a formula is true of a case; `row` is the record in hand, and `truth_of` the truth of an expression."""
    match formula:
        case bool():
            return formula
        case Surely(expr=expr, met=met):
            return truth_of(expr, case, row) is met
        case All(parts=parts):
            return all(holds(part, case, row, truth_of) for part in parts)
        case Some(parts=parts):
            return any(holds(part, case, row, truth_of) for part in parts)
        case Exactly(count=count, parts=parts):
            true, false = count, len(parts) - count  # how many of each may still be found
            for part in parts:
                if holds(part, case, row, truth_of):
                    true -= 1
                else:
                    false -= 1
                if true < 0 or false < 0:
                    return False
            return true == false == 0
        case No(part=part):
            return not holds(part, case, row, truth_of)
        case EveryRecord(of=of, part=part):
            return all(holds(part, case, item, truth_of) for item in case.get(of.name, ()))
        case Stepped(fact=fact, step=step):
            value = (row if fact.row_of else case).get(fact.name)
            return value is None or value % step == 0
        case OnDays(fact=fact, days=days):
            day = (row if fact.row_of else case).get(fact.name)
            return day is not None and bool(days >> day.toordinal() & 1)
        case AllDiffer(of=of, names=names):
            rows = [item for item in case.get(of.name, ()) if all(name in item for name in names)]
            told = [{name: item[name] for name in names or item} for item in rows]
            return all(one != other for number, one in enumerate(told) for other in told[:number])
        case _:
            assert_never(formula)


def remembered() -> TruthOf:
    """`evaluate.truth` for one case. Each expression is evaluated once, in a filter once for each record."""
    known: dict[tuple[int, int], tuple[Expr, Case, Truth]] = {}

    def truth_of(expr: Expr, case: Case, row: Case) -> Truth:
        key = id(expr), id(row)
        if key not in known:  # the expression and the record are kept, so that no others get their ids
            known[key] = expr, row, truth(expr, case, row, truth_of)
        return known[key][2]

    return truth_of


def remembered_of(cases: Sequence[Case]) -> Iterator[TruthOf]:
    """The same for each of several cases that are much like the first. What they share with it is evaluated once."""
    of_first, names_of = remembered(), _names_read()
    for case in cases:
        first = cases[0]
        differ = {name for name in {**first, **case} if first.get(name) != case.get(name)}
        yield _like(first, of_first, names_of, differ) if differ else of_first


def _like(
    first: Case, of_first: TruthOf, names_of: Callable[[Expr], frozenset[str]], differ: Collection[str]
) -> TruthOf:
    """`remembered` for a case that differs from the first in these facts."""
    known: dict[tuple[int, int], tuple[Expr, Case, Truth]] = {}

    def truth_of(expr: Expr, case: Case, row: Case) -> Truth:
        key = id(expr), id(row)
        if key not in known:
            same = row is NO_ROW and names_of(expr).isdisjoint(differ)
            found = of_first(expr, first, row) if same else truth(expr, case, row, truth_of)
            known[key] = expr, row, found
        return known[key][2]

    return truth_of


def _names_read() -> Callable[[Expr], frozenset[str]]:
    """The names of the facts that an expression reads, each found once."""
    known: dict[int, tuple[Expr, frozenset[str]]] = {}

    def names_of(expr: Expr) -> frozenset[str]:
        if id(expr) not in known:
            inner = parts(expr)
            found = frozenset().union(*map(names_of, inner)) if inner else {fact.name for fact in facts_of(expr)}
            known[id(expr)] = expr, frozenset(found)
        return known[id(expr)][1]

    return names_of


def every(*parts: Formula) -> Formula:
    """All of the formulas."""
    return All(parts)


def some(*parts: Formula) -> Formula:
    """At least one of the formulas."""
    return Some(parts)


def unlike(one: Formula, other: Formula) -> Formula:
    """Exactly one of two formulas is true."""
    return Exactly(1, (one, other))


# ---------------------------------------------------------------- of criteria


def applies(criterion: Criterion) -> Formula:
    """The criterion surely applies."""
    return True if criterion.applies_when is None else Surely(criterion.applies_when)


def has_verdict(criterion: Criterion, verdict: str) -> Formula:
    """The criterion has this verdict, as `evaluate.verdict` gives it."""
    no = False if criterion.applies_when is None else Surely(criterion.applies_when, False)
    if verdict == MET:
        return every(No(no), Surely(criterion.test))
    if verdict == NOT_MET:
        return every(applies(criterion), Surely(criterion.test, False))
    if verdict == NOT_APPLICABLE:
        return no
    return No(some(*(has_verdict(criterion, other) for other in (MET, NOT_MET, NOT_APPLICABLE))))


def satisfied(criterion: Criterion) -> Formula:
    """The criterion is met, or not applicable."""
    return some(has_verdict(criterion, NOT_APPLICABLE), has_verdict(criterion, MET))


def applies_and_met(criterion: Criterion) -> Formula:
    """The criterion surely applies, and is met."""
    return every(applies(criterion), Surely(criterion.test))


def fails(criterion: Criterion) -> Formula:
    """The criterion applies and is not met, and everything that it compares is stated."""
    return every(applies(criterion), No(Surely(criterion.test)), stated(criterion.test))


# ---------------------------------------------------------------- what is stated


def stated(expr: Expr) -> Formula:
    """Everything that an expression compares is stated. Facts under `documented` may be missing."""
    match expr:
        case Worded(part=part) | Not(part=part):
            return stated(part)
        case AtLeast(parts=inner):
            return every(*map(stated, inner))
        case Documented():
            return True
        case Includes():
            return some(Surely(expr), Surely(expr, False))
        case Compare():
            return every(*_terms_stated(expr))
        case _:
            assert_never(expr)


def _terms_stated(compare: Compare) -> Iterator[Formula]:
    for term in terms(compare):
        match term:
            case FactValue(fact=fact):
                yield Surely(Documented(fact))
            case Count(of=of, where=where) | Extreme(of=of, where=where) | Total(of=of, where=where):
                yield Surely(Documented(of))
                valued = True if isinstance(term, Count) else Surely(Documented(term.field))
                yield EveryRecord(of, every(valued, True if where is None else stated(where)))
            case Literal() | Shifted() | Sum() | Multiple():
                pass
            case _:
                assert_never(term)
