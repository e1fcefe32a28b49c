"""What an expression means, for the solver: `core/evaluate.py` once more, over a chart that is not yet known.

Truth is a pair of formulas, *surely met* and *surely not met*. tests/test_smt.py holds the pair to
`evaluate` on random policies and requests, and every model of the solver is replayed through it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias, assert_never

import z3

from wiser_compiler.core.model import (
    AtLeast,
    Choice,
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
    Number,
    Op,
    OptionSet,
    Records,
    Shifted,
    Sum,
    Term,
    Worded,
    YesNo,
)
from wiser_compiler.core.normal_form import canonical
from wiser_compiler.core.walk import subterms
from wiser_compiler.proof.solver.logic import (
    Bit,
    Days,
    Whole,
    at_least,
    below,
    both,
    choose,
    either,
    equal,
    how_many,
    moved,
    no,
    same,
    total,
)
from wiser_compiler.proof.solver.symbolic_request import Chart, Record, SymbolicFact


class Pair(NamedTuple):
    """Surely met, and surely not met."""

    met: Bit
    unmet: Bit


@dataclass(frozen=True, slots=True)
class Range:
    """Where a number or a day may lie: each end if it is known. `exists` and `absent`: surely, and surely not."""

    low: Whole
    high: Whole
    low_known: Bit
    high_known: Bit
    exists: Bit = True
    absent: Bit = False


@dataclass(frozen=True, slots=True)
class Point:
    """A value without an order: stated or not, and the same as another one or not."""

    stated: Bit
    value: Any


Value: TypeAlias = Range | Point
NO_ROW: Record = {}


@dataclass(frozen=True, slots=True)
class Verdicts:
    """When a criterion has which verdict; where none of them, it is missing."""

    met: Bit
    not_met: Bit
    not_applicable: Bit
    applies: Bit  # surely

    @property
    def satisfied(self) -> Bit:
        """Met, or not applicable."""
        return either(self.met, self.not_applicable)


class Meaning:
    """Expressions over one chart. Each is encoded once for each record it is asked of."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.defined: list[Bit] = []  # what names the solver was given for long terms
        self._known: dict[tuple[int, int], tuple[Expr, Pair]] = {}
        self._values: dict[tuple[str, int], Value] = {}

    def verdicts(self, criterion: Criterion) -> Verdicts:
        """`evaluate.verdict`: not applicable where it surely does not apply; else as its test says."""
        applies = Pair(True, False) if criterion.applies_when is None else self.pair(criterion.applies_when)
        test = self.pair(criterion.test)
        may = no(applies.unmet)
        return Verdicts(both(may, test.met), both(applies.met, test.unmet), applies.unmet, applies.met)

    def pair(self, expr: Expr, row: Record = NO_ROW) -> Pair:
        """`evaluate.truth`."""
        key = id(expr), id(row)
        if key not in self._known:
            self._known[key] = expr, self._pair(expr, row)  # the expression is kept, so that no other has its id
        return self._known[key][1]

    def _pair(self, expr: Expr, row: Record) -> Pair:
        match expr:
            case Worded(part=part):
                return self.pair(part, row)
            case Not(part=part):
                inner = self.pair(part, row)
                return Pair(inner.unmet, inner.met)
            case AtLeast(count=count, parts=parts):
                pairs = [self.pair(part, row) for part in parts]
                spare = len(parts) - count
                met = at_least(count, [pair.met for pair in pairs])
                return Pair(met, at_least(spare + 1, [pair.unmet for pair in pairs]))
            case Documented(fact=fact):
                return Pair(self.held(fact, row).stated, False)
            case Includes(fact=fact, item=item):
                return self._includes(self.held(fact, row), item)
            case Compare(op=op, left=left, right=right):
                return self._compare(op, self.value(left, row), self.value(right, row))
            case _:
                assert_never(expr)

    def held(self, fact: Fact, row: Record) -> SymbolicFact:
        """What the chart, or the record in hand, holds for a fact."""
        return row[fact.name] if fact.row_of else self.chart.facts[fact.name]

    @staticmethod
    def _includes(held: SymbolicFact, item: str) -> Pair:
        if isinstance(held.fact.type, Findings):
            looked = both(held.stated, held.looked.get(item, False))
            found = held.items.get(item, False)
            return Pair(both(looked, found), both(looked, no(found)))
        return Pair(both(held.stated, held.item(item)), both(held.stated, no(held.item(item))))

    # ------------------------------------------------------------ comparisons

    def _compare(self, op: Op, left: Value, right: Value) -> Pair:
        if isinstance(left, Point) or isinstance(right, Point):
            assert isinstance(left, Point) and isinstance(right, Point)
            stated, alike = both(left.stated, right.stated), self._alike(left.value, right.value)
            return Pair(both(stated, alike), both(stated, no(alike)))
        match op:
            case ">":
                return self._compare("<", right, left)
            case ">=":
                return self._compare("<=", right, left)
            case "<" | "<=":
                strict = op == "<"
                holds = _below((left.high, left.high_known), (right.low, right.low_known), strict)
                fails = _below((right.high, right.high_known), (left.low, left.low_known), not strict)
            case "==":
                holds = both(_is_point(left), _is_point(right), equal(left.low, right.low))
                fails = either(
                    both(_is_point(left), _is_point(right), no(equal(left.low, right.low))),
                    _below((left.high, left.high_known), (right.low, right.low_known), True),
                    _below((right.high, right.high_known), (left.low, left.low_known), True),
                )
            case _:
                assert_never(op)
        absent = either(left.absent, right.absent)
        sure = both(left.exists, right.exists, no(absent), no(fails))
        return Pair(both(holds, sure), either(absent, fails))

    def _alike(self, left: Any, right: Any) -> Bit:
        if isinstance(left, dict) and isinstance(right, dict):
            return both(*(same(left.get(name, False), right.get(name, False)) for name in {**left, **right}))
        return same(left, right) if _is_bit(left) and _is_bit(right) else equal(left, right)

    # ------------------------------------------------------------ terms

    def value(self, term: Term, row: Record = NO_ROW) -> Value:
        """`evaluate.interval`. A term that stands in many places is encoded once for each record that it reads."""
        key = canonical(term), id(row) if _reads_record(term) else 0
        if key not in self._values:
            self._values[key] = self._value(term, row)
        return self._values[key]

    def _value(self, term: Term, row: Record) -> Value:
        match term:
            case FactValue(fact=fact):
                return self._stated(self.held(fact, row))
            case Literal(value=value):
                return self._literal(value)
            case Shifted(date=inner, months=months, days=days):
                start = self._range(inner, row)
                low = moved(self._days(inner, start.low), months, days).number
                high = low if start.high is start.low else moved(self._days(inner, start.high), months, days).number
                return Range(low, high, start.low_known, start.high_known, start.exists, start.absent)
            case Sum(parts=parts):
                ends = [self._range(part, row) for part in parts]
                low, high = total([end.low for end in ends]), total([end.high for end in ends])
                return Range(low, high, both(*(e.low_known for e in ends)), both(*(e.high_known for e in ends)))
            case Multiple(factor=factor, part=part):
                base = self._range(part, row)
                low, high = base.low * factor, base.high * factor
                if factor >= 0:
                    return Range(low, high, base.low_known, base.high_known, base.exists, base.absent)
                return Range(high, low, base.high_known, base.low_known, base.exists, base.absent)
            case Count(of=of, where=where):
                return self._count(self.held(of, row), where)
            case Extreme():
                return self._extreme(term, row)
            case _:
                assert_never(term)

    def _range(self, term: Term, row: Record) -> Range:
        found = self.value(term, row)
        assert isinstance(found, Range)
        return found

    def _stated(self, held: SymbolicFact) -> Value:
        match held.fact.type:
            case Number():
                return Range(held.value, held.value, held.stated, held.stated)
            case Date():
                number = held.value.number
                return Range(number, number, held.stated, held.stated)
            case YesNo() | Choice():
                return Point(held.stated, held.value)
            case OptionSet():
                return Point(held.stated, held.items)
            case _:
                raise TypeError(f"{held.fact.name} is not compared")

    def _literal(self, value: object) -> Value:
        match value:
            case bool():
                return Point(True, value)
            case Decimal():
                number = self.chart.scale.number(value)
                return Range(number, number, True, True)
            case date():
                return Range(value.toordinal(), value.toordinal(), True, True)
            case str():
                return Point(True, self.chart.scale.options.get(value, -1))
            case frozenset():
                return Point(True, dict.fromkeys(sorted(value), True))
            case _:
                raise TypeError(f"{value!r} is no value")

    def _days(self, term: Term, number: Whole) -> Days:
        """A day with the first and last it can be, under a name of its own where it is a long term."""
        first, last = self._window(term)
        if isinstance(number, int) or z3.is_const(number):
            return Days(number, first, last)
        name = z3.FreshInt("day")
        self.defined.append(name == number)
        return Days(name, first, last)

    def _window(self, term: Term) -> tuple[int, int]:
        """The first and last day that a term can be, known or not."""
        match term:
            case Literal(value=date() as value):
                return value.toordinal(), value.toordinal()
            case FactValue(fact=fact):
                return self._days_of(fact)
            case Extreme(field=field):
                first, last = self._days_of(field)
                return first, last
            case Shifted(date=inner, months=months, days=days):
                first, last = self._window(inner)
                ends = moved(Days(first, first, last), months, days)
                return ends.first, ends.last
            case _:
                raise TypeError(f"{term} is not a date")

    def _days_of(self, fact: Fact) -> tuple[int, int]:
        held = self.chart.facts[fact.row_of].rows[0][1][fact.name] if fact.row_of else self.chart.facts[fact.name]
        return held.value.first, held.value.last

    def _count(self, held: SymbolicFact, where: Expr | None) -> Range:
        unit = 10**self.chart.scale.places
        if not isinstance(held.fact.type, Records):
            many = how_many(list(held.items.values())) * unit
            return Range(many, many, held.stated, held.stated)
        pairs = [(there, Pair(True, False) if where is None else self.pair(where, row)) for there, row in held.rows]
        low = how_many([both(there, pair.met) for there, pair in pairs])
        high = how_many([both(there, no(pair.unmet)) for there, pair in pairs])
        return Range(low * unit, high * unit, held.stated, held.stated)

    def _extreme(self, term: Extreme, row: Record) -> Range:
        """Between the extreme of the surely matching records and that of the possibly matching ones."""
        held = self.held(term.of, row)
        looked = []
        for there, record in held.rows:
            pair = Pair(True, False) if term.where is None else self.pair(term.where, record)
            looked.append((both(there, pair.met), both(there, no(pair.unmet)), record[term.field.name]))
        dated = [
            (both(sure, day.stated), both(possible, day.stated), day.value.number) for sure, possible, day in looked
        ]
        undated = either(*(both(possible, no(day.stated)) for _, possible, day in looked))
        latest = term.which == "latest"
        first, last = self._days_of(term.field)
        start = first if latest else last
        inner, inner_known = _furthest([(sure, day) for sure, _, day in dated], latest, start)
        outer, outer_known = _furthest([(possible, day) for _, possible, day in dated], latest, start)
        exists = both(held.stated, either(*(sure for sure, _, _ in looked)))
        absent = both(held.stated, *(no(possible) for _, possible, _ in looked))
        inner_known, outer_known = both(held.stated, inner_known), both(held.stated, no(undated), outer_known)
        if latest:
            return Range(inner, outer, inner_known, outer_known, exists, absent)
        return Range(outer, inner, outer_known, inner_known, exists, absent)


def _furthest(days: list[tuple[Bit, Whole]], latest: bool, start: int) -> tuple[Whole, Bit]:
    """The latest or earliest of those days that count (`start` is the first or last it can be), and if there is any."""
    found: Whole = start
    for counts, day in days:
        further = below(found, day, True) if latest else below(day, found, True)
        found = choose(both(counts, further), day, found)
    return found, either(*(counts for counts, _ in days))


def _reads_record(term: Term) -> bool:
    """A term stands for something else in every record."""
    return (isinstance(term, FactValue) and bool(term.fact.row_of)) or any(map(_reads_record, subterms(term)))


def _is_bit(value: object) -> bool:
    return isinstance(value, bool | z3.BoolRef)


def _is_point(found: Range) -> Bit:
    return both(found.low_known, found.high_known, True if found.low is found.high else equal(found.low, found.high))


def _below(low: tuple[Whole, Bit], high: tuple[Whole, Bit], strict: bool) -> Bit:
    """Both ends are known and in this order."""
    (one, one_known), (other, other_known) = low, high
    return both(one_known, other_known, below(one, other, strict))
