"""A symbolic request: what a request may state for each fact, as variables of the solver.

A model of the solver is written back as a request. Lists are bounded and dates lie in a window; `limits` says what that
leaves out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, TypeAlias, assert_never

import z3

from wiser_compiler.core.code_patterns import codes_beginning
from wiser_compiler.core.kinds import json_number
from wiser_compiler.core.model import (
    MOST_CODES,
    Choice,
    Codes,
    Count,
    Date,
    Expr,
    Fact,
    Findings,
    Includes,
    Literal,
    Note,
    Number,
    OptionSet,
    Policy,
    Records,
    Shifted,
    YesNo,
)
from wiser_compiler.core.walk import criterion_parts, own_terms, subexpressions
from wiser_compiler.proof.solver.logic import Bit, Days, Whole, both, either, no, same

WINDOW = (date(2025, 1, 1), date(2032, 12, 31))  # the days of a symbolic request, besides a year about each written day
EARLIEST = date(1900, 1, 1)  # no fact holds a day before it
MOST_PAGES = 99  # a note is the page it stands on
FEWEST_ROWS = 6  # records of a list in a symbolic request, unless a bound needs more


@dataclass(slots=True)
class SymbolicFact:
    """The variables of one fact: whether it is stated, and its value.

    `value` is a formula for a question, a number for a number or an option; `items` are those of a set, of codes or of
    findings, `beginnings` how some code of the list begins, and `looked` which findings were looked for; `rows` are the
    records of a list.
    """

    fact: Fact
    stated: Bit
    value: Any = None
    items: dict[str, Bit] = field(default_factory=dict)
    beginnings: dict[str, Bit] = field(default_factory=dict)
    looked: dict[str, Bit] = field(default_factory=dict)
    rows: tuple[tuple[Bit, Record], ...] = ()
    prefix: str = ""

    def item(self, name: str) -> Bit:
        """Whether a set or a list of codes holds an item. Any code may be asked for, so its variable is made then."""
        beginning = Includes(self.fact, name).beginning
        if beginning is not None:
            return self.beginnings.setdefault(beginning, z3.Bool(f"{self.prefix}begins {beginning}"))
        if name not in self.items:
            if not isinstance(self.fact.type, Codes):
                return False
            self.items[name] = z3.Bool(f"{self.prefix}has {name}")
        return self.items[name]

    def other_code(self, beginning: str) -> str | None:
        """A code that begins so, is none of the items, and begins in no other way that is longer; None without one."""
        assert isinstance(self.fact.type, Codes)
        longer = tuple(other for other in self.beginnings if other.startswith(beginning) and other != beginning)
        codes = codes_beginning(self.fact.type.system, beginning)
        return next((code for code in codes if code not in self.items and not code.startswith(longer)), None)

    def valid_beginnings(self) -> Iterator[Bit]:
        """What holds of the ways in which codes begin: an included code that begins so, and one that begins longer."""
        for beginning, bit in self.beginnings.items():
            within = [one for code, one in self.items.items() if code.startswith(beginning)]
            within += [
                one for other, one in self.beginnings.items() if other != beginning and other.startswith(beginning)
            ]
            yield from (z3.Implies(one, bit) for one in within)
            if self.other_code(beginning) is None:
                yield z3.Implies(bit, either(*within))


Record: TypeAlias = Mapping[str, SymbolicFact]


@dataclass(frozen=True, slots=True)
class Scale:
    """The scale on which values are whole numbers: numbers by their finest decimal place, options by a number each.

    `days` are the first and the last day of a symbolic request.
    """

    places: int
    options: Mapping[str, int]
    rows: Mapping[str, int]  # records of each list in a symbolic request
    days: tuple[date, date] = WINDOW

    def number(self, value: Decimal) -> int:
        """A number of the policy, in units of the finest decimal place. Raises Inexact for one that is finer."""
        number = value.scaleb(self.places)
        if number != number.to_integral_value():
            raise Inexact(value)
        return int(number)


class Inexact(Exception):
    """A number that is not whole on the scale of a policy."""


def scale_of(policies: Sequence[Policy], fewest: int = FEWEST_ROWS) -> Scale:
    """A scale on which every number of the policies is whole, with as many records as their counts need.

    A count that is compared with a number up to ten needs two records more than that number, except in the quick first
    try.
    """
    # other kinds: need no scale
    facts = [fact for policy in policies for fact in _all(policy.facts)]
    found = list(_literals(part for p in policies for c in p.criteria for part in criterion_parts(c)))
    ends = [end for fact in facts if isinstance(fact.type, Number) for end in (fact.type.low, fact.type.high)]
    numbers = [*ends, *(value for _, value in found if isinstance(value, Decimal))]
    places = max([0, *(fact.type.places for fact in facts if isinstance(fact.type, Number))])
    places = max([places, *(-int(number.as_tuple().exponent) for number in numbers)])
    names = {option.id for fact in facts if isinstance(fact.type, Choice) for option in fact.type.options}
    names |= {value for _, value in found if isinstance(value, str)}
    rows = {}
    for fact in facts:
        if isinstance(fact.type, Records):
            asked = [int(abs(value)) for name, value in found if name == fact.name and isinstance(value, Decimal)]
            rows[fact.name] = min(
                fact.type.most, max([fewest, *(number + 2 for number in asked if fewest >= FEWEST_ROWS)])
            )
    moves = {move for p in policies for c in p.criteria for part in criterion_parts(c) for move in _moves(part)}
    days = days_about([value for _, value in found if isinstance(value, date)], moves)
    return Scale(places, {name: number for number, name in enumerate(sorted(names))}, rows, days)


def days_about(written: Sequence[date], moves: Iterable[int] = ()) -> tuple[date, date]:
    """WINDOW, and a year on either side of each day that a policy names, so that both its sides are looked at.

    A policy that moves dates by more than half of WINDOW in all, in days, has a longer one by these moves.
    """
    year = timedelta(days=366)
    dates = [day for day in written if 1900 < day.year < 2101]  # no fact holds any other
    far = timedelta(days=sum(moves))
    reach = far if 2 * far > WINDOW[1] - WINDOW[0] else timedelta()
    first, last = min([WINDOW[0], *(day - year for day in dates)]), max([WINDOW[1], *(day + year for day in dates)])
    return max(first - reach, EARLIEST), last


def _moves(expr: Expr) -> Iterator[int]:
    """By how many days an expression moves dates, those in filters included."""
    for inner in subexpressions(expr):
        for term in own_terms(inner):
            if isinstance(term, Shifted):
                yield abs(term.months) * 31 + abs(term.days)


def _all(facts: Iterable[Fact]) -> Iterator[Fact]:
    for fact in facts:
        yield fact
        if isinstance(fact.type, Records):
            yield from fact.type.fields


MOST_ROWS_LOOKED_AT = 12


def _literals(exprs: Iterable[Expr]) -> Iterator[tuple[str, object]]:
    """The fixed values of expressions, each with the list whose count it is compared with, if any."""
    for expr in exprs:
        for inner in subexpressions(expr):
            found = list(own_terms(inner))
            counted = [term.of.name for term in found if isinstance(term, Count)]
            for literal in found:
                if isinstance(literal, Literal):
                    small = isinstance(literal.value, Decimal) and abs(literal.value) < MOST_ROWS_LOOKED_AT - 1
                    yield (counted[0] if counted and small else ""), literal.value


def window(first: date, last: date, days: tuple[date, date]) -> tuple[date, date]:
    """The days of a fact's range that lie in `days`, or the whole range if none does."""
    start, end = max(first, days[0]), min(last, days[1])
    return (start, end) if start <= end else (first, last)


# ---------------------------------------------------------------- variables


class SymbolicRequest:
    """The variables of every fact, and the conditions under which they make a valid request."""

    def __init__(self, facts: Sequence[Fact], scale: Scale, name: str = "") -> None:
        self.scale = scale
        self.valid: list[Bit] = []  # conditions of the fact that is made now
        self.ranges: dict[str, Bit] = {}  # ranges of numbers by name: a finding may depend on them
        self._limits: dict[str, list[str]] = {}  # by fact
        variables: dict[str, SymbolicFact] = {}
        self._valid_of: dict[str, Sequence[Bit]] = {}  # by fact: a question has the conditions of its facts alone
        for fact in facts:
            variables[fact.name] = self._variables(fact, f"{name}{fact.name} ")
            self._valid_of[fact.name], self.valid = self.valid, []
        self.facts: Record = variables

    def _variables(self, fact: Fact, prefix: str) -> SymbolicFact:
        variables = SymbolicFact(fact, z3.Bool(f"{prefix}stated"), prefix=prefix)
        match fact.type:
            case YesNo():
                variables.value = z3.Bool(f"{prefix}yes")
            case Note():
                variables.value = z3.Int(f"{prefix}page")
                self.valid += [variables.value >= 1, variables.value <= MOST_PAGES]
            case Number(low=low, high=high, places=places):
                self._number(variables, prefix, (self.scale.number(low), self.scale.number(high)), places)
            case Date(first=first, last=last):
                self._day(variables, prefix, first, last)
            case Choice(options=options):
                variables.value = z3.Int(f"{prefix}option")
                self.valid.append(either(*(variables.value == self.scale.options[option.id] for option in options)))
            case OptionSet(options=options):
                variables.items = {option.id: z3.Bool(f"{prefix}has {option.id}") for option in options}
            case Findings(options=options):
                variables.items = {option.id: z3.Bool(f"{prefix}found {option.id}") for option in options}
                variables.looked = {option.id: z3.Bool(f"{prefix}looked for {option.id}") for option in options}
            case Codes():
                pass
            case Records():
                self._rows(variables, fact.type, prefix)
            case _:
                assert_never(fact.type)
        return variables

    def _number(self, variables: SymbolicFact, prefix: str, ends: tuple[int, int], places: int) -> None:
        low, high = ends
        step = 10 ** (self.scale.places - places)
        variable = z3.Int(f"{prefix}number")
        variables.value = variable * step if step > 1 else variable
        self.ranges.setdefault(variables.fact.name, True)
        inside = both(self.ranges[variables.fact.name], variables.value >= low, variables.value <= high)
        self.ranges[variables.fact.name] = inside

    def _day(self, variables: SymbolicFact, prefix: str, first: date, last: date) -> None:
        start, end = window(first, last, self.scale.days)
        if (start, end) != (first, last):
            self._limit(variables.fact, f"dates from {self.scale.days[0]} to {self.scale.days[1]}")
        number = z3.Int(f"{prefix}day")
        variables.value = Days(number, start.toordinal(), end.toordinal())
        self.valid += [number >= start.toordinal(), number <= end.toordinal()]

    def _rows(self, variables: SymbolicFact, kind: Records, prefix: str) -> None:
        many = self.scale.rows[variables.fact.name]
        if many < kind.most:
            self._limit(variables.fact, f"at most {many} {variables.fact.words}")
        rows: list[tuple[Bit, Record]] = []
        for number in range(many):
            there = z3.Bool(f"{prefix}{number} there")
            record = {fact.name: self._variables(fact, f"{prefix}{number} {fact.name} ") for fact in kind.fields}
            if rows:
                self.valid.append(z3.Implies(there, rows[-1][0]))
                self.valid += [no(self.repeats(kind.unique, one, (there, record))) for one in rows if kind.unique]
            rows.append((there, record))
        variables.rows = tuple(rows)

    @staticmethod
    def repeats(names: Sequence[str], one: tuple[Bit, Record], other: tuple[Bit, Record]) -> Bit:
        """Two records state the same in these fields, or state the same at all (no fields)."""
        alike = []
        for name in names or one[1]:
            left, right = one[1][name], other[1][name]
            both_stated = both(left.stated, right.stated, alike_values(left, right))
            alike.append(both_stated if names else either(both_stated, no(either(left.stated, right.stated))))
        return both(one[0], other[0], *alike)

    def _limit(self, fact: Fact, text: str) -> None:
        self._limits.setdefault(fact.row_of or fact.name, []).append(text)

    def limits(self, names: Iterable[str]) -> tuple[str, ...]:
        """The limits of a question about these facts."""
        return tuple(dict.fromkeys(text for name in names for text in self._limits.get(name, ())))

    def domain(self, names: Iterable[str], free: Collection[str] = ()) -> list[Bit]:
        """The conditions of valid requests on these facts. Numbers in `free` may lie outside their range."""
        found: list[Bit] = []
        for name in names:
            variables = self.facts[name]
            found += self._valid_of[name]  # other kinds: have all their conditions there
            fields = variables.fact.type.fields if isinstance(variables.fact.type, Records) else ()
            found += [
                self.ranges[fact.name]
                for fact in (variables.fact, *fields)
                if fact.name in self.ranges and fact.name not in free
            ]
            found += variables.valid_beginnings()
            if isinstance(variables.fact.type, Codes) and len(variables.items) > MOST_CODES:
                found.append(z3.PbLe([(bit, 1) for bit in variables.items.values()], MOST_CODES))
        return found

    # ------------------------------------------------------------ back to a request

    def described_by(self, model: z3.ModelRef, names: Iterable[str]) -> dict[str, Any]:
        """The request of a model, as JSON values, with these facts alone."""
        return self._record({name: self.facts[name] for name in names}, model)

    def _record(self, record: Record, model: z3.ModelRef) -> dict[str, Any]:
        return {
            name: self._value(variables, model) for name, variables in record.items() if true(model, variables.stated)
        }

    def _value(self, variables: SymbolicFact, model: z3.ModelRef) -> Any:
        match variables.fact.type:
            case YesNo():
                return true(model, variables.value)
            case Note():
                return f"p. {whole(model, variables.value)}"
            case Number():
                return json_number(Decimal(whole(model, variables.value)).scaleb(-self.scale.places))
            case Date():
                return date.fromordinal(whole(model, variables.value.number)).isoformat()
            case Choice():
                number = whole(model, variables.value)
                return next(name for name, code in self.scale.options.items() if code == number)
            case OptionSet():
                return sorted(name for name, bit in variables.items.items() if true(model, bit))
            case Codes():
                codes = {name for name, bit in variables.items.items() if true(model, bit)}
                for beginning in sorted(variables.beginnings, key=len, reverse=True):
                    begins = Includes(variables.fact, f"{beginning}*")
                    if true(model, variables.beginnings[beginning]) and not begins.among(codes):
                        codes.add(variables.other_code(beginning) or beginning)
                return sorted(codes)
            case Findings():
                looked = [name for name, bit in variables.looked.items() if true(model, bit)]
                return {name: true(model, variables.items[name]) for name in looked}
            case Records():
                return [self._record(record, model) for there, record in variables.rows if true(model, there)]
            case _:
                assert_never(variables.fact.type)


def alike_values(one: SymbolicFact, other: SymbolicFact) -> Bit:
    """Two facts of one type hold the same value, given that both are stated."""
    left, right = one.value, other.value
    match one.fact.type:
        case Date():
            return left.number == right.number
        case OptionSet():
            return both(*(same(bit, other.items[name]) for name, bit in one.items.items()))
        case Findings():
            found = {name: same(bit, other.items[name]) for name, bit in one.items.items()}
            looked = one.looked.items()
            return both(*(both(same(bit, other.looked[name]), either(no(bit), found[name])) for name, bit in looked))
        case Codes():
            raise Inexact("two lists of codes compared")
        case _:  # other kinds: are a number or a bit
            return left == right


def true(model: z3.ModelRef, bit: Bit) -> bool:
    """The truth of a formula in a model."""
    if isinstance(bit, bool):
        return bit
    found = (z3.Ast * 1)()  # z3 is called directly: its Python library wraps every answer in a formula
    z3.Z3_model_eval(bit.ctx.ref(), model.model, bit.ast, True, found)
    return bool(z3.Z3_get_bool_value(bit.ctx.ref(), found[0]) == z3.Z3_L_TRUE)


def whole(model: z3.ModelRef, number: Whole) -> int:
    """The value of a whole number in a model."""
    return number if isinstance(number, int) else model.eval(number, model_completion=True).as_long()
