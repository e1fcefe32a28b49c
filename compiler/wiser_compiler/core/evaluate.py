"""The meaning of a policy.

Three-valued logic over intervals, on one page. Truth is True (surely met),
False (surely not met) or None (the chart does not say). Every target agrees
with this module; tests/agreement/test_agreement.py tests it on random policies.

A term is an interval: one point if it is known, else the whole range that a request may state. A count lies between the
number of its surely matching and of its possibly matching records. A term may also have no value at all (the latest or
highest of no records); a comparison with it is not met.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias, assert_never

from wiser_compiler.core.dates import shift
from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.model import (
    AtLeast,
    Choice,
    Clock,
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
    Op,
    OptionSet,
    Policy,
    Records,
    Shifted,
    Sum,
    Term,
    Total,
    Worded,
    YesNo,
)

# The values that a chart states, by name of the fact. A fact that is not stated is absent.
Case: TypeAlias = Mapping[str, Any]
Truth: TypeAlias = bool | None
TruthOf: TypeAlias = Callable[[Expr, Case, Case], Truth]

MET, NOT_MET, MISSING, NOT_APPLICABLE = "met", "not met", "missing", "not applicable"
VERDICTS = (MET, NOT_MET, MISSING, NOT_APPLICABLE)
READY, INCOMPLETE, OUT_OF_SCOPE, INVALID = "ready", "incomplete", "out of scope", "invalid"
OUTCOMES = (READY, INCOMPLETE, NOT_MET, OUT_OF_SCOPE, INVALID)
IN_SCOPE, CANNOT_TELL = "in scope", "cannot tell yet"
SCOPE_OUTCOMES = (IN_SCOPE, CANNOT_TELL, OUT_OF_SCOPE, INVALID)

NO_ROW: Case = {}


def outcome(policy: Policy, case: Case) -> str:
    """Whether the documentation of a valid request is complete. Advisory criteria never change it.

    A program says whether it concerns the request at all: one of SCOPE_OUTCOMES.
    """
    return outcome_of(policy, lambda criterion: verdict(criterion, case))


def outcome_of(policy: Policy, said: Callable[[Criterion], str]) -> str:
    """The outcome that follows from the verdict of each criterion."""
    scope = [said(c) for c in policy.criteria if c.effect == "scope"]
    required = [said(c) for c in policy.criteria if c.effect == "required"]
    if NOT_MET in scope:
        return OUT_OF_SCOPE
    if policy.program:
        return CANNOT_TELL if MISSING in scope else IN_SCOPE
    if MISSING in scope:
        return INCOMPLETE
    if NOT_MET in required:
        return NOT_MET
    return INCOMPLETE if MISSING in required else READY


def due(clock: Clock, case: Case) -> date | str:
    """The day a clock ends, or why there is none: `not applicable`, or `missing`."""
    applies = True if clock.applies_when is None else truth(clock.applies_when, case)
    if applies is False:
        return NOT_APPLICABLE
    end = interval(clock.due, case)
    return end.low if applies and end.exists and end.point is not None else MISSING


def verdict(criterion: Criterion, case: Case) -> str:
    """The verdict of a criterion.

    It is met where its test is met, even if it is unclear whether the criterion applies.
    """
    applies = True if criterion.applies_when is None else truth(criterion.applies_when, case)
    return NOT_APPLICABLE if applies is False else verdict_from(applies, truth(criterion.test, case))


def verdict_from(applies: Truth, test: Truth) -> str:
    """The verdict of a criterion that applies, surely or possibly, from the truth of its test."""
    if test is True:
        return MET
    return NOT_MET if test is False and applies is True else MISSING


def truth(expr: Expr, case: Case, row: Case = NO_ROW, truth_of: TruthOf | None = None) -> Truth:
    """Strong Kleene truth of an expression; `row` is the record in hand inside a filter.

    `truth_of` is the truth of the parts: this function, or one that remembers what it was asked.
    """
    truth_of = truth_of or truth
    match expr:
        case Worded(part=part):
            return truth_of(part, case, row)
        case Compare(op=op, left=left, right=right):
            return compare(op, interval(left, case, row, truth_of), interval(right, case, row, truth_of))
        case Not(part=part):
            inner = truth_of(part, case, row)
            return None if inner is None else not inner
        case AtLeast(count=count, parts=parts):
            wanted, spare = count, len(parts) - count  # how many must be met, and how many need not
            for part in parts:
                if wanted <= 0 or spare < 0:
                    break
                found = truth_of(part, case, row)
                wanted -= found is True
                spare -= found is False
            return True if wanted <= 0 else (False if spare < 0 else None)
        case Documented(fact=fact):
            return True if stated(fact, case, row) is not None else None
        case Includes(fact=fact, item=item):
            value = stated(fact, case, row)
            if value is None:
                return None
            return expr.among(value) if isinstance(value, frozenset) else value.get(item)
        case _:
            assert_never(expr)


def stated(fact: Fact, case: Case, row: Case) -> Any:
    """The value that the chart states for a fact, or None."""
    return (row if fact.row_of else case).get(fact.name)


class Interval(NamedTuple):
    """The range in which a term may lie, ends included. `exists` says whether it has a value.

    A value without an order, such as a choice, has no ends where it is not stated.
    """

    low: Any = None
    high: Any = None
    exists: Truth = True

    @property
    def point(self) -> Any:
        """The only value it can have, or None."""
        return self.low if self.low == self.high else None


def compare(op: Op, left: Interval, right: Interval) -> Truth:
    """True if the comparison holds for every pair of values, False if for none."""
    if left.exists is False or right.exists is False:
        return False
    match op:
        case ">":
            return compare("<", right, left)
        case ">=":
            return compare("<=", right, left)
        case "<" | "<=":
            strict = op == "<"
            holds = _below(left.high, right.low, strict)
            fails = _below(right.high, left.low, not strict)
        case "==":
            one, other = left.point, right.point
            both = one is not None and other is not None
            holds = both and one == other
            fails = not holds if both else (_below(left.high, right.low, True) or _below(right.high, left.low, True))
        case _:
            assert_never(op)
    if fails:
        return False
    return True if holds and left.exists and right.exists else None


def _below(low: Any, high: Any, strict: bool) -> bool:
    """Both ends are known, and in this order."""
    return low is not None and high is not None and bool(low < high if strict else low <= high)


def interval(term: Term, case: Case, row: Case = NO_ROW, truth_of: TruthOf | None = None) -> Interval:
    """The interval of a term, given what the chart states; `truth_of` as in `truth`."""
    truth_of = truth_of or truth
    match term:
        case FactValue(fact=fact):
            return value_or_reach(fact, stated(fact, case, row))
        case Literal(value=value):
            return Interval(value, value)
        case Shifted(date=inner, months=months, days=days):
            return moved(interval(inner, case, row, truth_of), months, days)
        case Sum(parts=parts):
            return added([interval(part, case, row, truth_of) for part in parts])
        case Multiple(factor=factor, part=part):
            return multiplied(interval(part, case, row, truth_of), factor)
        case Count(of=of, where=where) | Extreme(of=of, where=where) | Total(of=of, where=where):
            rows = stated(of, case, row)
            if rows is None:
                return of_any_records(term)
            return of_records(term, rows, [True if where is None else truth_of(where, case, item) for item in rows])
        case _:
            assert_never(term)


def value_or_reach(fact: Fact, value: Any) -> Interval:
    """The interval of a fact that is stated with this value, or not stated."""
    return reach(fact) if value is None else Interval(value, value)


def moved(day: Interval, months: int, days: int) -> Interval:
    """The interval of a date moved by calendar months, then by days."""
    return Interval(shift(day.low, months, days), shift(day.high, months, days), day.exists)


def multiplied(number: Interval, factor: int) -> Interval:
    """The interval of a whole multiple of a number."""
    ends = number.low * factor, number.high * factor
    return Interval(min(ends), max(ends), number.exists)


def added(parts: Sequence[Interval]) -> Interval:
    """The interval of a sum. The sum has a value if each of its parts has one."""
    exists = [part.exists for part in parts]
    low, high = sum((part.low for part in parts), Decimal(0)), sum((part.high for part in parts), Decimal(0))
    return Interval(low, high, False if False in exists else None if None in exists else True)


def _if_at_all(number: Interval) -> Interval:
    """What a number adds to a sum if it may also be left out."""
    return Interval(min(Decimal(0), number.low), max(Decimal(0), number.high))


def reach(fact: Fact) -> Interval:
    """The interval of a fact that is not stated."""
    match fact.type:
        case Number(low=low, high=high) | Date(first=low, last=high):
            return Interval(low, high)
        case YesNo() | Note() | Choice() | OptionSet() | Findings() | Codes() | Records():  # without an order
            return Interval()
        case _:
            assert_never(fact.type)


def limit(fact: Fact) -> int:
    """How many records or items may be stated for a list, a set or codes."""
    return kind_of(fact.type).most


def of_any_records(term: Count | Extreme | Total) -> Interval:
    """The interval of a term over a list that is not stated."""
    match term:
        case Count(of=of):
            return Interval(Decimal(0), Decimal(limit(of)))
        case Extreme(field=field):
            return reach(field)._replace(exists=None)
        case Total(of=of, field=field):
            low, high = _if_at_all(reach(field))[:2]
            return Interval(limit(of) * low, limit(of) * high)
        case _:  # other kinds: look at no list
            assert_never(term)


def of_records(term: Count | Extreme | Total, rows: Sequence[Case], truths: Sequence[Truth]) -> Interval:
    """The interval of a term over these records, of which some surely match its filter, and some possibly."""
    match term:
        case Count():
            return Interval(Decimal(truths.count(True)), Decimal(len(truths) - truths.count(False)))
        case Extreme(field=field) | Total(field=field):
            possible = [
                (value_or_reach(field, item.get(field.name)), met)
                for item, met in zip(rows, truths, strict=True)
                if met is not False
            ]
            if isinstance(term, Total):
                return added([number if met else _if_at_all(number) for number, met in possible])
            return _extreme(term, possible)
        case _:  # other kinds: look at no list
            assert_never(term)


def _extreme(term: Extreme, possible: Sequence[tuple[Interval, Truth]]) -> Interval:
    """Between the extreme of the surely matching records and that of the possibly matching ones.

    For *latest* and *highest* the surely matching records set the lower end: another record can only make the value
    later or higher. Where no record surely matches, the least of the possibly matching ones is the lower end.
    """
    if not possible:
        return reach(term.field)._replace(exists=False)
    lows, highs = [value.low for value, _ in possible], [value.high for value, _ in possible]
    sure = [value for value, met in possible if met]
    exists = True if sure else None
    if term.upper:
        return Interval(max(value.low for value in sure) if sure else min(lows), max(highs), exists)
    return Interval(min(lows), min(value.high for value in sure) if sure else max(highs), exists)
