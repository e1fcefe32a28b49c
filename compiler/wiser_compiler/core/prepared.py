"""Expressions and criteria as functions of a case, for asking the same of hundreds of cases.

`evaluate` is the meaning. Here its walk through an expression is done once, and only what depends on a case is
left. How values are compared, moved and added is taken from `evaluate`. tests/core/test_prepared.py compares the two.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import eq, ge, gt, le, lt
from typing import Any, TypeAlias, TypeVar, assert_never

from wiser_compiler.core.dates import shift
from wiser_compiler.core.evaluate import (
    NO_ROW,
    NOT_APPLICABLE,
    Case,
    Interval,
    Truth,
    added,
    compare,
    moved,
    multiplied,
    of_any_records,
    of_records,
    reach,
    verdict_from,
)
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
    Op,
    Shifted,
    Sum,
    Term,
    Total,
    Worded,
)

T = TypeVar("T")
Test: TypeAlias = Callable[[Case, Case], Truth]  # of the case, and of the record in hand inside a filter
Reach: TypeAlias = Callable[[Case, Case], Interval]


class Prepared:
    """The functions of expressions, made when they are first asked for. What expressions share is prepared once."""

    def __init__(self) -> None:
        self._tests: dict[int, tuple[Expr, Test]] = {}  # with the expression, so that no other gets its id

    def verdict(self, criterion: Criterion) -> Callable[[Case], str]:
        """`evaluate.verdict` of a criterion."""
        applies = None if criterion.applies_when is None else self.test(criterion.applies_when)
        test = self.test(criterion.test)

        def verdict(case: Case) -> str:
            where = True if applies is None else applies(case, NO_ROW)
            return NOT_APPLICABLE if where is False else verdict_from(where, test(case, NO_ROW))

        return verdict

    def test(self, expr: Expr) -> Test:
        """`evaluate.truth` of an expression."""
        if id(expr) not in self._tests:
            self._tests[id(expr)] = expr, self._test(expr)
        return self._tests[id(expr)][1]

    def _test(self, expr: Expr) -> Test:
        match expr:
            case Worded(part=part):
                return self.test(part)
            case Compare(op=op, left=left, right=right):
                return _compare(op, (_point(left), _point(right)), (self.interval(left), self.interval(right)))
            case Not(part=part):
                inner = self.test(part)
                return lambda case, row: None if (found := inner(case, row)) is None else not found
            case AtLeast(count=count, parts=parts):
                return _at_least(count, [self.test(part) for part in parts])
            case Documented(fact=fact):
                noted = _stated(fact)
                return lambda case, row: None if noted(case, row) is None else True
            case Includes(fact=fact, item=item):
                return _includes(_stated(fact), item, expr.among)
            case _:
                assert_never(expr)

    def interval(self, term: Term) -> Reach:
        """`evaluate.interval` of a term."""
        match term:
            case FactValue(fact=fact):
                stated, anywhere = _stated(fact), reach(fact)
                return lambda case, row: anywhere if (value := stated(case, row)) is None else Interval(value, value)
            case Literal(value=value):
                return _always(Interval(value, value))
            case Shifted(date=inner, months=months, days=days):
                day = self.interval(inner)
                return lambda case, row: moved(day(case, row), months, days)
            case Sum(parts=parts):
                numbers = [self.interval(part) for part in parts]
                return lambda case, row: added([number(case, row) for number in numbers])
            case Multiple(factor=factor, part=part):
                number = self.interval(part)
                return lambda case, row: multiplied(number(case, row), factor)
            case Count(of=of, where=where) | Extreme(of=of, where=where) | Total(of=of, where=where):
                return _of_list(term, _stated(of), None if where is None else self.test(where))
            case _:
                assert_never(term)


Point: TypeAlias = Callable[[Case, Case], Any]
OPERATORS: Mapping[Op, Callable[[Any, Any], bool]] = {"<": lt, "<=": le, "==": eq, ">=": ge, ">": gt}
Stated: TypeAlias = Callable[[Case, Case], Any]


def _stated(fact: Fact) -> Stated:
    name = fact.name
    return (lambda _case, row: row.get(name)) if fact.row_of else (lambda case, _row: case.get(name))


def _always(value: T) -> Callable[[Case, Case], T]:
    return lambda _case, _row: value


def _compare(op: Op, points: tuple[Point, Point], intervals: tuple[Reach, Reach]) -> Test:
    (one, other), (left, right), holds = points, intervals, OPERATORS[op]

    def compares(case: Case, row: Case) -> Truth:
        if (first := one(case, row)) is not None and (second := other(case, row)) is not None:
            return holds(first, second)
        return compare(op, left(case, row), right(case, row))

    return compares


def _point(term: Term) -> Point:
    """The value of a term where it is quick to see; else None, and its interval has to be looked at."""
    match term:
        case FactValue(fact=fact):
            return _stated(fact)
        case Literal(value=value):
            return _always(value)
        case Shifted(date=inner, months=months, days=days):
            day = _point(inner)
            return lambda case, row: None if (found := day(case, row)) is None else shift(found, months, days)
        case Multiple(factor=factor, part=part):
            number = _point(part)
            return lambda case, row: None if (found := number(case, row)) is None else found * factor
        case Sum(parts=parts):
            return _sum([_point(part) for part in parts])
        case Count() | Extreme() | Total():
            return _always(None)
        case _:
            assert_never(term)


def _sum(numbers: Sequence[Point]) -> Point:
    def added_up(case: Case, row: Case) -> Any:
        found = [number(case, row) for number in numbers]
        return None if None in found else sum(found)

    return added_up


def _at_least(count: int, tests: Sequence[Test]) -> Test:
    def at_least(case: Case, row: Case) -> Truth:
        wanted, spare = count, len(tests) - count
        for test in tests:
            if wanted <= 0 or spare < 0:
                break
            found = test(case, row)
            wanted -= found is True
            spare -= found is False
        return True if wanted <= 0 else (False if spare < 0 else None)

    return at_least


def _includes(stated: Stated, item: str, among: Callable[[frozenset[str]], bool]) -> Test:
    def includes(case: Case, row: Case) -> Truth:
        value = stated(case, row)
        return None if value is None else among(value) if isinstance(value, frozenset) else value.get(item)

    return includes


def _of_list(term: Count | Extreme | Total, stated: Stated, chosen: Test | None) -> Reach:
    unlisted = of_any_records(term)
    latest: tuple[Case, Interval] | None = None  # the same for every record of another list that is compared with it

    def of_list(case: Case, row: Case) -> Interval:
        nonlocal latest
        if latest is None or latest[0] is not case:
            rows = stated(case, row)
            if rows is None:
                latest = case, unlisted
            else:
                truths = [True if chosen is None else chosen(case, item) for item in rows]
                latest = case, of_records(term, rows, truths)
        return latest[1]

    return of_list
