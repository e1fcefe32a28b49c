"""Formulas of the solver, kept small: parts that are decided already are left out.

Other packages reach the solver through this folder.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, TypeAlias

import z3

from wiser_compiler.core.dates import shift

Bit: TypeAlias = Any  # True, False or a formula
Whole: TypeAlias = Any  # an int or a term of whole numbers


def both(*bits: Bit) -> Bit:
    """All of the formulas are true."""
    if any(bit is False for bit in bits):
        return False
    undecided = [bit for bit in bits if bit is not True]
    return _joined(z3.Z3_mk_and, undecided) if len(undecided) > 1 else undecided[0] if undecided else True


def either(*bits: Bit) -> Bit:
    """At least one of the formulas is true."""
    if any(bit is True for bit in bits):
        return True
    undecided = [bit for bit in bits if bit is not False]
    return _joined(z3.Z3_mk_or, undecided) if len(undecided) > 1 else undecided[0] if undecided else False


def no(bit: Bit) -> Bit:
    """The formula is false."""
    return not bit if isinstance(bit, bool) else _bit(z3.Z3_mk_not(_REF, bit.ast))


def same(one: Bit, other: Bit) -> Bit:
    """Two formulas are both true or both false."""
    if isinstance(one, bool):
        one, other = other, one
    if isinstance(other, bool):
        return one if other is True else no(one)
    return equal(one, other)


def at_least(count: int, bits: Sequence[Bit]) -> Bit:
    """At least `count` of the formulas are true."""
    count -= sum(bit is True for bit in bits)
    undecided = [bit for bit in bits if not isinstance(bit, bool)]
    if count <= 0:
        return True
    if count > len(undecided):
        return False
    if count == len(undecided):
        return both(*undecided)
    return either(*undecided) if count == 1 else _joined(z3.Z3_mk_atleast, undecided, count)


def exactly(count: int, bits: Sequence[Bit]) -> Bit:
    """Exactly `count` of the formulas are true."""
    count -= sum(bit is True for bit in bits)
    undecided = [bit for bit in bits if not isinstance(bit, bool)]
    if not 0 <= count <= len(undecided):
        return False
    if count == 0:
        return both(*(no(bit) for bit in undecided))
    if (count, len(undecided)) == (1, 2):
        return no(same(*undecided))
    return both(*undecided) if count == len(undecided) else z3.PbEq([(bit, 1) for bit in undecided], count)


def choose(bit: Bit, one: Whole, other: Whole) -> Whole:
    """One number where a formula is true, and another where it is false."""
    if isinstance(bit, bool):
        return one if bit else other
    if one is other:
        return one
    return z3.ArithRef(z3.Z3_mk_ite(_REF, bit.ast, _number(one).ast, _number(other).ast), _CONTEXT)


def below(one: Whole, other: Whole, strict: bool) -> Bit:
    """One number is less than another, or at most that."""
    if isinstance(one, int) and isinstance(other, int):
        return one < other if strict else one <= other
    if isinstance(one, Tally) and isinstance(other, int):
        return no(below(other, one, not strict))
    if isinstance(other, Tally) and isinstance(one, int):
        return at_least(one // other.unit + 1 if strict else -(-one // other.unit), other.bits)
    make = z3.Z3_mk_lt if strict else z3.Z3_mk_le
    return _bit(make(_REF, _number(one).ast, _number(other).ast))


def equal(one: Whole, other: Whole) -> Bit:
    """Two numbers, or two formulas, are the same."""
    if one is other or (isinstance(one, int) and isinstance(other, int)):
        return bool(one == other) if isinstance(one, int) else True
    return _bit(z3.Z3_mk_eq(_REF, _number(one).ast, _number(other).ast))


def total(numbers: Sequence[Whole]) -> Whole:
    """The sum of the numbers."""
    fixed = sum(number for number in numbers if isinstance(number, int))
    undecided = [number for number in numbers if not isinstance(number, int)]
    if not undecided:
        return fixed
    return z3.Sum([*undecided, *([fixed] if fixed else [])]) if fixed or len(undecided) > 1 else undecided[0]


# The constructors of z3 check the sort of every operand, which takes most of the time of an encoding.
# Here the sorts are known.
_CONTEXT = z3.main_ctx()
_REF = _CONTEXT.ref()


def _bit(ast: Any) -> Bit:
    bit = z3.BoolRef.__new__(z3.BoolRef)  # what its constructor does, without looking for the context each time
    bit.ast, bit.ctx = ast, _CONTEXT
    z3.Z3_inc_ref(_REF, ast)
    return bit


def _joined(make: Callable[..., Any], bits: Sequence[Any], *count: int) -> Bit:
    operands = (z3.Ast * len(bits))(*(bit.ast for bit in bits))
    return _bit(make(_REF, len(bits), operands, *count))


@lru_cache(4096)
def _fixed(number: int) -> Any:
    return z3.IntVal(number)


def _number(number: Whole) -> Any:
    return _fixed(number) if isinstance(number, int) else number.term if isinstance(number, Tally) else number


@dataclass(frozen=True)
class Tally:
    """The number of formulas that hold, times a unit. Compared with a fixed number it needs no sum."""

    bits: Sequence[Bit]
    unit: int

    @cached_property
    def term(self) -> Whole:
        """The sum, which z3 needs to be kept."""
        return _number(total([choose(bit, self.unit, 0) for bit in self.bits]))

    def __mul__(self, factor: int) -> Whole:
        return Tally(self.bits, self.unit * factor) if factor > 0 else self.term * factor


# ---------------------------------------------------------------- calendar months


@dataclass(frozen=True, slots=True)
class Days:
    """A day as its number in the calendar, with the first and last day that it can be."""

    number: Whole
    first: int
    last: int


def moved(day: Days, months: int, days: int) -> Days:
    """A day moved by calendar months, clamped to the end of the month, then by days.

    It is exact for every day in the range. A day outside of it stands for one that does not exist, such as the latest
    of no records.
    """
    first, last = (shift(date.fromordinal(edge), months, days).toordinal() for edge in (day.first, day.last))
    if isinstance(day.number, int):
        within = min(max(day.number, day.first), day.last)
        return Days(shift(date.fromordinal(within), months, days).toordinal(), first, last)
    pieces = _pieces(months, day.first, day.last) if months else ((day.first, 0),)
    return Days(total([day.number, _piece(day.number, pieces), days]), first, last)


@lru_cache(64)
def _pieces(months: int, first: int, last: int) -> tuple[tuple[int, int], ...]:
    """The pieces of a range with one distance from a day to the moved day: the first day of each, and its distance."""
    found: list[tuple[int, int]] = []
    for number in range(first, last + 1):
        day = date.fromordinal(number)
        if found and 1 < day.day < 29:
            continue  # no month is shorter
        distance = shift(day, months).toordinal() - number
        if not found or found[-1][1] != distance:
            found.append((number, distance))
    return tuple(found)


def _piece(number: Whole, pieces: Sequence[tuple[int, int]]) -> Whole:
    """The distance at a day, as a balanced tree of comparisons."""
    if len(pieces) == 1:
        return pieces[0][1]
    half = len(pieces) // 2
    return choose(below(number, pieces[half][0], True), _piece(number, pieces[:half]), _piece(number, pieces[half:]))
