"""Slips in a comparison: the next number, the other edge, another unit, another date to count from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from wiser_compiler.core.kinds import operator, sort_of
from wiser_compiler.core.model import (
    Bound,
    Choice,
    Compare,
    Count,
    Fact,
    FactValue,
    Literal,
    Multiple,
    Number,
    Op,
    Shifted,
    Sum,
    Term,
    YesNo,
)
from wiser_compiler.core.words import comparison_words, term_words
from wiser_compiler.proof.mutation.slips.slip import Around, Operator, Slip
from wiser_compiler.proof.mutation.slips.two_facts import calendars, tilts

LOOSE: tuple[Op, ...] = (">=", "<=")
DAY = timedelta(days=1)
MOST_MONTHS, MOST_DAYS = 1200, 36525  # the longest offset that the language can say
STEPS_OF_TIME = {"days": (0, 1), "weeks": (0, 7), "months": (1, 0), "years": (12, 0)}  # months, days


def comparison(test: Compare, around: Around) -> Iterator[Slip]:
    """Slips of a test of one fact or one count."""
    bounds = around.says.bounds
    match test:
        case Compare(left=FactValue(fact=Fact(type=YesNo())), right=Literal(value=bool(value))):
            other = replace(test, right=Literal(not value))
            yield Slip("negation", comparison_words(test), comparison_words(other), other, bounds)
        case Compare(left=FactValue(fact=Fact(type=Choice()) as fact), right=Literal(value=str(value))):
            for option in around.beside(fact, (value,), value):
                other = replace(test, right=Literal(option))
                yield Slip("choice", comparison_words(test), comparison_words(other), other, bounds)
        case _ if _is_ordered(test.left):
            yield from _edge(test, around)
            yield from tilts(test, around)
            yield from calendars(test, around)
        case _:  # other kinds: the same option, the same set: have no next value
            return


def _is_ordered(term: Term) -> bool:
    return sort_of(term) != "answer"


def _edge(test: Compare, around: Around) -> Iterator[Slip]:
    """The same number or date with another operator, or the same operator with the next number."""
    bound = _written(test, around.says.bounds)

    def slip(operator: Operator, other: Compare, said: Bound | None) -> Slip:
        bounds = around.bounds(bound, said)
        return Slip(operator, comparison_words(test, bound), comparison_words(other, said), other, bounds)

    others: list[tuple[Operator, Op]]
    how = operator(test.op)
    if how.other_edge is None:
        others = [("exactness", op) for op in LOOSE]
    else:
        others = [("strictness", how.other_edge), ("direction", how.mirror)]
    for slip_of, op in others:
        yield slip(slip_of, replace(test, op=op), bound and replace(bound, op=_said(op, test.right)))
    yield from _other_way(test, around)
    for right, number in _next(test):
        yield slip("bound", replace(test, right=right), bound and replace(bound, value=number))


def _other_way(test: Compare, around: Around) -> Iterator[Slip]:
    """The slip `rose_from` for `fell_from`, and the reverse."""
    match test:
        case Compare(
            left=Multiple(factor=100, part=Sum(parts=(above, Multiple(factor=-1, part=below)))),
            right=Multiple(part=start),
        ):
            words = ("fell from", "rose from") if above == start else ("rose from", "fell from")
            score = term_words(below if above == start else above)
            before, after = (f"{score} {word} {term_words(start)}" for word in words)
            turned = replace(test, left=Multiple(100, Sum((below, Multiple(-1, above)))))
            yield Slip("direction", before, after, turned, around.says.bounds)
        case _:  # other kinds: no change from a baseline
            return


def _said(op: Op, right: Term) -> Op:
    """The operator in terms of elapsed time: on or before 3 months before x means at least 3 months."""
    return operator(op).mirror if isinstance(right, Shifted) and right.months + right.days < 0 else op


def _written(test: Compare, bounds: tuple[Bound, ...]) -> Bound | None:
    """The bound of a comparison, among those of its worded part."""
    match test.right:
        case Literal(value=Decimal() as number):
            pass
        case Multiple(factor=factor):
            number = Decimal(factor)
        case Shifted():
            return _written_offset(test.right, bounds)
        case _:  # other kinds: no number is written in them
            return None
    return next((bound for bound in bounds if (bound.op, bound.value) == (test.op, number)), None)


def _written_offset(term: Shifted, bounds: tuple[Bound, ...]) -> Bound | None:
    for bound in bounds:
        months, days = (step * int(bound.value) for step in STEPS_OF_TIME.get(bound.unit, (0, 0)))
        if (months, days) == (abs(term.months), abs(term.days)):
            return bound
    return None


def _next(test: Compare) -> Iterator[tuple[Term, Decimal]]:
    """The right side one step lower and one step higher, with the number as an author would write it."""
    match test:
        case Compare(left=left, right=Literal(value=Decimal() as number)):
            step, low, high = _step(left)
            for near in (number - step, number + step):
                if (low is None or low <= near) and (high is None or near <= high):
                    yield Literal(near), near
        case Compare(left=Multiple(factor=100), right=Multiple(factor=factor, part=part)):
            for percent in (factor - 1, factor + 1):
                if percent > 0:
                    yield Multiple(percent, part), Decimal(percent)
        case Compare(right=Literal(value=date() as day)):
            for near_day in (day - DAY, day + DAY):
                yield Literal(near_day), Decimal(0)
        case _:  # other kinds: have no next one
            return


def _step(term: Term) -> tuple[Decimal, Decimal | None, Decimal | None]:
    """The smallest difference of a number, and the range in which the language takes a bound."""
    match term:
        case FactValue(fact=Fact(type=Number(places=places, low=low, high=high))):
            return Decimal(1).scaleb(-places), low, high
        case Count():
            return Decimal(1), Decimal(0), None
        case _:  # other kinds: whole numbers without a range
            return Decimal(1), None, None


def offset(term: Shifted, around: Around) -> Iterator[Slip]:
    """Slips of an offset: another number of its unit, another unit, a day more or less, another date to count from."""
    bound, bounds = _written_offset(term, around.says.bounds), around.says.bounds
    before = term_words(term, bound=bound)
    sign = -1 if term.months + term.days < 0 else 1
    number, unit = (int(bound.value), bound.unit) if bound else (abs(term.months or term.days), _unit(term))

    def moved(operator: Operator, number: int, unit: str) -> Iterator[Slip]:
        months, days = (step * number * sign for step in STEPS_OF_TIME[unit])
        if number and abs(months) <= MOST_MONTHS and abs(days) <= MOST_DAYS:
            said = bound and replace(bound, value=Decimal(number), unit=unit)
            new = Shifted(term.date, months, days)
            after = term_words(new, bound=Bound("==", Decimal(number), unit))
            yield Slip(operator, before, after, new, around.bounds(bound, said))

    if not (term.months and term.days):
        for near in (number - 1, number + 1):
            yield from moved("bound", near, unit)
        for other in STEPS_OF_TIME:
            if other != unit:
                yield from moved("unit", number, other)
        if term.months:
            years, months = divmod(abs(term.months), 12)
            yield from moved("unit", years * 365 + months * 30, "days")
        turned = replace(term, months=-term.months, days=-term.days)
        said = bound and replace(bound, op=operator(bound.op).mirror)
        yield Slip("direction", before, term_words(turned, bound=bound), turned, around.bounds(bound, said))
        if unit != "days":
            for days, words in ((-1, "a day earlier"), (1, "a day later")):
                yield Slip("window", before, f"{before}, {words}", replace(term, days=term.days + days), bounds)
    if isinstance(term.date, FactValue) and not term.date.fact.row_of:
        for fact in around.dates:
            if fact.name != term.date.fact.name:
                counted = replace(term, date=FactValue(fact))
                yield Slip("other date", before, term_words(counted, bound=bound), counted, bounds)


def _unit(term: Shifted) -> str:
    return "months" if term.months else "days"


def plus(term: Sum, around: Around) -> Iterator[Slip]:
    """Slips of `plus` and of `sum`: a number left out, one more or one less."""
    # other kinds: a change from a baseline, whose parts belong together
    parts = () if any(isinstance(part, Multiple) for part in term.parts) else term.parts
    for number, part in enumerate(parts):
        before, behind = parts[:number], parts[number + 1 :]
        if isinstance(part, FactValue | Literal):
            rest = (*before, *behind)
            new = rest[0] if len(rest) == 1 else Sum(rest)
            yield Slip("part", term_words(term), term_words(new), new, around.says.bounds, None)
        if isinstance(part, Literal) and isinstance(part.value, Decimal):
            for near in (part.value - 1, part.value + 1):
                other = Sum((*before, Literal(near), *behind))
                yield Slip("bound", term_words(term), term_words(other), other, around.says.bounds)
