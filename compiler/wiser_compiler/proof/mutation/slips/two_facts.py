"""Slips in a bound that compares two facts: one of them as a fixed value, and months counted in another way.

In the words of White and Cohen (1980) a border with a fixed value in place of a fact is *tilted*: it agrees with the
policy as long as that fact has that value, however often the border is looked at on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_never

from wiser_compiler.core.kinds import as_json
from wiser_compiler.core.model import (
    AtLeast,
    Compare,
    Count,
    Expr,
    Extreme,
    FactValue,
    Literal,
    Multiple,
    Number,
    Shifted,
    Sum,
    Term,
    Total,
    Value,
)
from wiser_compiler.core.walk import replaced_in, subterms
from wiser_compiler.core.words import amount, comparison_words, term_words
from wiser_compiler.proof.mutation.slips.slip import Around, Slip

MOST_ROLLED = 3  # days from the end of February to the 31st


def tilts(test: Compare, around: Around) -> Iterator[Slip]:
    """Slips of a comparison of two facts: a fact is taken for the value that it has in most examples."""
    for term in _references(test):
        value = around.usual(term)
        if value is not None:
            left, right = _fixed(test.left, term, value), _fixed(test.right, term, value)
            if not (_read(left) or _read(right)):
                continue  # a fact that is compared with itself
            other = Compare(test.op, left, right)
            yield Slip("tilt", term_words(term), _words(term, value), other, around.says.bounds)


def _references(test: Compare) -> tuple[Term, ...]:
    """The terms with which the first one is compared: those on the right side, or the others on the left one."""
    if test.op == "==" and isinstance(test.right, Extreme):
        return ()  # made by `latest ... has`
    left, right = _read(test.left), _read(test.right)
    return tuple(dict.fromkeys(right if left and right else left[1:]))


def _read(term: Term) -> list[Term]:
    """The terms with facts, a date as far as it is moved."""
    match term:
        case Shifted() | FactValue() | Count() | Extreme() | Total():
            return [term]
        case Literal() | Multiple() | Sum():
            return [found for inner in subterms(term) for found in _read(inner)]
        case _:
            assert_never(term)


def _fixed(term: Term, old: Term, value: Value) -> Term:
    """A term with one inside it, wherever it stands, exchanged for a value."""
    if term == old:
        return Literal(value)
    for inner in subterms(term):
        term = replaced_in(term, inner, _fixed(inner, old, value))
    return term


def _words(term: Term, value: Value) -> str:
    match term:
        case FactValue(fact=fact) | Extreme(field=fact) | Total(field=fact) if isinstance(value, Decimal):
            return amount(value, fact.type.unit if isinstance(fact.type, Number) else "")
        case _:  # other kinds: a day, or a number without a unit
            return str(as_json(value))


def calendars(test: Compare, around: Around) -> Iterator[Slip]:
    """Slips of a date moved by months: a day that a month lacks counts into the next one, or the months are counted
    from the other date.
    """
    match test:
        case Compare(op=op, left=left, right=Shifted(date=start, months=months, days=days) as moved) if months:
            words, bounds = comparison_words(test), around.says.bounds
            rolled = AtLeast(1, tuple(_rolled(test, moved, more) for more in range(MOST_ROLLED + 1)))
            into = "a day that the month lacks counts into the next month"
            yield Slip("calendar", words, f"{words}, and {into}", rolled, bounds)
            back = Shifted(left, -months, -days) if not days else Shifted(Shifted(left, days=-days), months=-months)
            turned, way = Compare(op, back, start), "on" if months < 0 else "back"
            after = f"{words}, counted {way} from {term_words(left)}"
            yield Slip("calendar", words, after, turned, bounds)
        case _:  # no months
            return


def _rolled(test: Compare, moved: Shifted, more: int) -> Expr:
    """The comparison where the month is so many days too short for the day that is moved."""
    there_and_back = Shifted(Shifted(moved.date, moved.months), -moved.months, more)
    lacks = Compare("==", there_and_back, moved.date)
    return AtLeast(2, (lacks, Compare(test.op, test.left, Shifted(moved.date, moved.months, moved.days + more))))
