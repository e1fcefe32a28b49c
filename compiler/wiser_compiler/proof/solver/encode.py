"""The meaning of expressions for the solver: the rules of `core/evaluate.py` over a symbolic request.

Truth is a pair of formulas, *surely met* and *surely not met*. tests/proof/test_smt.py compares the pair with
`evaluate` on random policies and requests, and every model of the solver is replayed through `evaluate`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias, assert_never

import z3

from wiser_compiler.core.dates import shift
from wiser_compiler.core.evaluate import interval, limit, reach
from wiser_compiler.core.model import (
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
    Op,
    OptionSet,
    Records,
    Shifted,
    Sum,
    Term,
    Total,
    Worded,
    YesNo,
)
from wiser_compiler.core.model import Value as PolicyValue
from wiser_compiler.core.normal_form import as_key
from wiser_compiler.core.walk import all_facts, subterms
from wiser_compiler.proof.solver.logic import (
    Bit,
    Days,
    Tally,
    Whole,
    at_least,
    below,
    both,
    choose,
    either,
    equal,
    moved,
    no,
    same,
    total,
)
from wiser_compiler.proof.solver.symbolic_request import Record, SymbolicFact, SymbolicRequest


class SymbolicTruth(NamedTuple):
    """When an expression is surely met, and when it is surely not met."""

    met: Bit
    unmet: Bit


@dataclass(frozen=True, slots=True)
class End:
    """An end of a range: the number that stated facts give where it is `known`, else the end of the declared range."""

    number: Whole
    known: Bit
    otherwise: int

    @property
    def value(self) -> Whole:
        """The number of this end."""
        return choose(self.known, self.number, self.otherwise)

    def times(self, factor: int) -> End:
        """The end of a multiple."""
        return End(self.number * factor, self.known, self.otherwise * factor)


@dataclass(frozen=True, slots=True)
class Range:
    """The range of a number or a day. It surely has a value where `exists`, and surely none where `absent`."""

    low: End
    high: End
    exists: Bit = True
    absent: Bit = False


@dataclass(frozen=True, slots=True)
class Point:
    """A value without an order. It can be stated, and it can equal another value."""

    stated: Bit
    value: Any


Value: TypeAlias = Range | Point
NO_ROW: Record = {}


@dataclass(frozen=True, slots=True)
class SymbolicVerdicts:
    """When a criterion has each verdict. It is missing where none of them holds."""

    met: Bit
    not_met: Bit
    not_applicable: Bit
    applies: Bit  # surely

    @property
    def satisfied(self) -> Bit:
        """Met, or not applicable."""
        return either(self.met, self.not_applicable)


class Meaning:
    """Encodes expressions over one request, each once for each record in hand."""

    def __init__(self, request: SymbolicRequest) -> None:
        self.request = request
        # Equations for the names that the solver was given for long terms, each with the facts that it reads.
        self._defined: list[tuple[frozenset[str], Bit]] = []
        self._known: dict[tuple[int, int], tuple[Expr, SymbolicTruth]] = {}
        self._values: dict[tuple[str, int], Value] = {}

    def defined(self, names: Collection[str] | None = None) -> list[Bit]:
        """What the names of long terms stand for: of terms over these facts, or of all."""
        return [bit for read, bit in self._defined if names is None or read.issubset(names)]

    def verdicts(self, criterion: Criterion) -> SymbolicVerdicts:
        """`evaluate.verdict`: not applicable where it surely does not apply; else as its test says."""
        applies = SymbolicTruth(True, False) if criterion.applies_when is None else self.pair(criterion.applies_when)
        test = self.pair(criterion.test)
        may = no(applies.unmet)
        return SymbolicVerdicts(both(may, test.met), both(applies.met, test.unmet), applies.unmet, applies.met)

    def pair(self, expr: Expr, row: Record = NO_ROW) -> SymbolicTruth:
        """`evaluate.truth`."""
        key = id(expr), id(row)
        if key not in self._known:
            self._known[key] = expr, self._pair(expr, row)  # the expression is kept, so that no other gets its id
        return self._known[key][1]

    def _pair(self, expr: Expr, row: Record) -> SymbolicTruth:
        match expr:
            case Worded(part=part):
                return self.pair(part, row)
            case Not(part=part):
                inner = self.pair(part, row)
                return SymbolicTruth(inner.unmet, inner.met)
            case AtLeast(count=count, parts=parts):
                pairs = [self.pair(part, row) for part in parts]
                spare = len(parts) - count
                met = at_least(count, [pair.met for pair in pairs])
                return SymbolicTruth(met, at_least(spare + 1, [pair.unmet for pair in pairs]))
            case Documented(fact=fact):
                return SymbolicTruth(self.variables(fact, row).stated, False)
            case Includes(fact=fact, item=item):
                return self._includes(self.variables(fact, row), item)
            case Compare(op=op, left=left, right=right):
                return self._compare(op, self.value(left, row), self.value(right, row))
            case _:
                assert_never(expr)

    def variables(self, fact: Fact, row: Record) -> SymbolicFact:
        """The variables of a fact, in the request or in the record in hand."""
        return row[fact.name] if fact.row_of else self.request.facts[fact.name]

    @staticmethod
    def _includes(variables: SymbolicFact, item: str) -> SymbolicTruth:
        if isinstance(variables.fact.type, Findings):
            looked = both(variables.stated, variables.looked.get(item, False))
            found = variables.items.get(item, False)
            return SymbolicTruth(both(looked, found), both(looked, no(found)))
        return SymbolicTruth(
            both(variables.stated, variables.item(item)), both(variables.stated, no(variables.item(item)))
        )

    # ------------------------------------------------------------ comparisons

    def _compare(self, op: Op, left: Value, right: Value) -> SymbolicTruth:
        if isinstance(left, Point) or isinstance(right, Point):
            assert isinstance(left, Point) and isinstance(right, Point)
            stated, alike = both(left.stated, right.stated), self._alike(left.value, right.value)
            return SymbolicTruth(both(stated, alike), both(stated, no(alike)))
        match op:
            case ">":
                return self._compare("<", right, left)
            case ">=":
                return self._compare("<=", right, left)
            case "<" | "<=":
                strict = op == "<"
                holds = _below(left.high, right.low, strict)
                fails = _below(right.high, left.low, not strict)
            case "==":
                holds = both(_is_point(left), _is_point(right), equal(left.low.value, right.low.value))
                fails = either(_below(left.high, right.low, True), _below(right.high, left.low, True))
            case _:
                assert_never(op)
        absent = either(left.absent, right.absent)
        sure = both(left.exists, right.exists, no(absent), no(fails))
        return SymbolicTruth(both(holds, sure), either(absent, fails))

    def _alike(self, left: Any, right: Any) -> Bit:
        if isinstance(left, dict) and isinstance(right, dict):
            return both(*(same(left.get(name, False), right.get(name, False)) for name in {**left, **right}))
        return same(left, right) if _is_bit(left) and _is_bit(right) else equal(left, right)

    # ------------------------------------------------------------ terms

    def value(self, term: Term, row: Record = NO_ROW) -> Value:
        """`evaluate.interval`. A term that stands in many places is encoded once for each record that it reads."""
        key = as_key(term), id(row) if _reads_record(term) else 0
        if key not in self._values:
            self._values[key] = self._value(term, row)
        return self._values[key]

    def _value(self, term: Term, row: Record) -> Value:
        match term:
            case FactValue(fact=fact):
                return self._stated(fact, self.variables(fact, row))
            case Literal(value=value):
                return self._literal(value)
            case Shifted(date=inner, months=months, days=days):
                start = self._range(inner, row)
                low = moved(self._days(inner, start.low.number), months, days).number
                alike = start.high.number is start.low.number
                high = low if alike else moved(self._days(inner, start.high.number), months, days).number
                first, last = (
                    shift(date.fromordinal(e.otherwise), months, days).toordinal() for e in (start.low, start.high)
                )
                return Range(
                    End(low, start.low.known, first), End(high, start.high.known, last), start.exists, start.absent
                )
            case Sum(parts=parts):
                ends = [self._range(part, row) for part in parts]
                exists, absent = both(*(end.exists for end in ends)), either(*(end.absent for end in ends))
                return Range(_sum([end.low for end in ends]), _sum([end.high for end in ends]), exists, absent)
            case Multiple(factor=factor, part=part):
                base = self._range(part, row)
                low, high = base.low.times(factor), base.high.times(factor)
                low, high = (low, high) if factor >= 0 else (high, low)
                return Range(low, high, base.exists, base.absent)
            case Count(of=of, where=where):
                return self._count(of, self.variables(of, row), where)
            case Extreme():
                return self._extreme(term, row)
            case Total():
                return self._total(term, row)
            case _:
                assert_never(term)

    def _range(self, term: Term, row: Record) -> Range:
        found = self.value(term, row)
        assert isinstance(found, Range)
        return found

    def _stated(self, fact: Fact, variables: SymbolicFact) -> Value:
        match fact.type:
            case Number(low=low, high=high):
                ends = (self.request.scale.number(end) for end in (low, high))
                return Range(*(End(variables.value, variables.stated, end) for end in ends))
            case Date(first=first, last=last):
                return Range(*(End(variables.value.number, variables.stated, day.toordinal()) for day in (first, last)))
            case YesNo() | Choice():
                return Point(variables.stated, variables.value)
            case OptionSet():
                return Point(variables.stated, variables.items)
            case Note() | Findings() | Codes() | Records():
                raise TypeError(f"{fact.name} is not compared")
            case _:
                assert_never(fact.type)

    def _literal(self, value: PolicyValue) -> Value:
        match value:
            case bool():
                return Point(True, value)
            case Decimal():
                return _fixed(self.request.scale.number(value))
            case date():
                return _fixed(value.toordinal())
            case str():
                return Point(True, self.request.scale.options.get(value, -1))
            case frozenset():
                return Point(True, dict.fromkeys(sorted(value), True))
            case _:
                assert_never(value)

    def _days(self, term: Term, number: Whole) -> Days:
        """A day with the first and last day that it can be. A long term gets a name of its own."""
        first, last = self._window(term)
        if isinstance(number, int):  # 0 where no record can match, so that there is no day
            return Days(min(max(number, first), last), first, last)
        if z3.is_const(number):
            return Days(number, first, last)
        name = z3.FreshInt("day")
        read = frozenset(fact.row_of or fact.name for fact in all_facts(Compare("==", term, term)))
        self._defined.append((read, name == number))
        return Days(name, first, last)

    def _window(self, term: Term) -> tuple[int, int]:
        """The first and last day that a term can be, whether it is stated or not."""
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
            case Literal() | Sum() | Multiple() | Count() | Total():
                raise TypeError(f"{term} is not a date")
            case _:
                assert_never(term)

    def _days_of(self, fact: Fact) -> tuple[int, int]:
        variables = (
            self.request.facts[fact.row_of].rows[0][1][fact.name] if fact.row_of else self.request.facts[fact.name]
        )
        return variables.value.first, variables.value.last

    def _count(self, of: Fact, variables: SymbolicFact, where: Expr | None) -> Range:
        unit = 10**self.request.scale.places
        if isinstance(of.type, Records):
            pairs = [
                (there, SymbolicTruth(True, False) if where is None else self.pair(where, row))
                for there, row in variables.rows
            ]
            low = Tally([both(there, pair.met) for there, pair in pairs], unit)
            high = Tally([both(there, no(pair.unmet)) for there, pair in pairs], unit)
        else:
            low = high = Tally(list(variables.items.values()), unit)
        return Range(End(low, variables.stated, 0), End(high, variables.stated, limit(of) * unit))

    def _extreme(self, term: Extreme, row: Record) -> Range:
        """Between the extreme of the surely matching records and that of the possibly matching ones."""
        variables = self.variables(term.of, row)
        sure, possible, valued = [], [], []
        for there, record in variables.rows:
            pair = SymbolicTruth(True, False) if term.where is None else self.pair(term.where, record)
            sure.append(both(there, pair.met))
            possible.append(both(there, no(pair.unmet)))
            valued.append(self._range_of(record[term.field.name]))
        any_sure, any_possible = either(*sure), either(*possible)
        without = either(*(both(one, no(value.low.known)) for one, value in zip(possible, valued, strict=True)))

        def furthest(counting: list[Bit], upper: bool) -> tuple[Whole, Bit]:
            pairs = zip(counting, valued, strict=True)
            values = [(both(one, value.low.known), value.low.number) for one, value in pairs]
            return _furthest(values, upper)

        upper = term.upper
        outer, _ = furthest(possible, upper)
        sure_one, sure_known = furthest(sure, upper)
        possible_one, _ = furthest(possible, not upper)
        all_valued = both(any_possible, no(without))
        inner_known = both(variables.stated, either(sure_known, both(no(any_sure), all_valued)))
        first, last = (self._whole(end) for end in reach(term.field)[:2])
        inside = End(choose(sure_known, sure_one, possible_one), inner_known, first if upper else last)
        outside = End(outer, both(variables.stated, all_valued), last if upper else first)
        ends = (inside, outside) if upper else (outside, inside)
        return Range(*ends, both(variables.stated, any_sure), both(variables.stated, no(any_possible)))

    def _total(self, term: Total, row: Record) -> Range:
        """What the surely matching records add, and what the possibly matching ones may add to it."""
        variables = self.variables(term.of, row)
        lows: list[Whole] = []
        highs: list[Whole] = []
        for there, record in variables.rows:
            pair = SymbolicTruth(True, False) if term.where is None else self.pair(term.where, record)
            sure, possible = both(there, pair.met), both(there, no(pair.unmet))
            number = self._range_of(record[term.field.name])
            low, high = number.low.value, number.high.value
            lows.append(choose(sure, low, choose(both(possible, below(low, 0, True)), low, 0)))
            highs.append(choose(sure, high, choose(both(possible, below(0, high, True)), high, 0)))
        least, most = (self._whole(end) for end in interval(term, {})[:2])
        return Range(End(total(lows), variables.stated, least), End(total(highs), variables.stated, most))

    def _range_of(self, variables: SymbolicFact) -> Range:
        found = self._stated(variables.fact, variables)
        assert isinstance(found, Range)
        return found

    def _whole(self, value: Decimal | date) -> int:
        """A number or a day, as the solver has it."""
        return value.toordinal() if isinstance(value, date) else self.request.scale.number(value)


def _furthest(values: list[tuple[Bit, Whole]], upper: bool) -> tuple[Whole, Bit]:
    """The last or first of those values that count, and if there is any."""
    found: Whole = 0
    some: Bit = False
    for counts, value in values:
        further = below(found, value, True) if upper else below(value, found, True)
        found = choose(both(counts, either(no(some), further)), value, found)
        some = either(some, counts)
    return found, some


def _reads_record(term: Term) -> bool:
    """Whether the value of a term depends on the record in hand."""
    match term:
        case FactValue(fact=fact) | Count(of=fact):
            return bool(fact.row_of)
        case Literal() | Extreme() | Shifted() | Sum() | Multiple() | Total():
            return any(map(_reads_record, subterms(term)))
        case _:
            assert_never(term)


def _is_bit(value: object) -> bool:
    return isinstance(value, bool | z3.BoolRef)


def _fixed(number: int) -> Range:
    end = End(number, True, number)
    return Range(end, end)


def _sum(ends: list[End]) -> End:
    """The end of a sum."""
    return End(total([end.value for end in ends]), True, 0)


def _is_point(found: Range) -> Bit:
    low, high = found.low, found.high
    if low.number is high.number and low.known is high.known:
        return either(low.known, low.otherwise == high.otherwise)
    return equal(low.value, high.value)


def _below(low: End, high: End, strict: bool) -> Bit:
    """When two ends are in this order. An end that is not known is a fixed number."""
    return either(
        both(low.known, high.known, below(low.number, high.number, strict)),
        both(low.known, no(high.known), below(low.number, high.otherwise, strict)),
        both(no(low.known), high.known, below(low.otherwise, high.number, strict)),
        both(no(low.known), no(high.known), below(low.otherwise, high.otherwise, strict)),
    )
