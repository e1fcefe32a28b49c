"""A lint on numbers in quotations: something in the policy must use each of them.

A quotation of a group, a condition or a criterion supports how its parts are joined. If its words also name a number,
something inside the criterion must use it: a bound, a count, or the question that is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wiser_compiler.core.bounds import FixedDay, fixed_days
from wiser_compiler.core.model import AtLeast, Bound, Clock, Criterion, Expr, Not, Policy, Worded
from wiser_compiler.core.quoted_bounds import agrees, agrees_in_number, by_number, is_named, states
from wiser_compiler.core.quoted_dates import dates_in, days_in
from wiser_compiler.core.quoted_numbers import COUNTED, QuotedNumber, numbers_in
from wiser_compiler.core.walk import criterion_parts, readings_of, subexpressions
from wiser_compiler.diagnostics import Report, Span


def unused_number(policy: Policy, report: Report) -> None:
    """A bound, a count, a question or a reading must use each number in quoted words."""
    stray: dict[tuple[Span, str], set[str]] = {}
    about: dict[tuple[Span, str], list[str]] = {}
    things: tuple[Criterion | Clock, ...] = (*policy.own, *policy.own_clocks)
    for thing in things:
        used = _used(thing)
        for says in _quoted(thing):
            # Several criteria may use a condition, and only one of them may have the bound that its words name.
            place, unused = (says.span, says.quote), set(_unused(says, used))
            stray[place] = stray.get(place, unused) & unused
            about.setdefault(place, []).append(thing.id)
    for (span, quote), unused in stray.items():
        for number in sorted(unused):
            report.error(
                "unused-number",
                f"the quote says {number}, and nothing here uses it (“{quote}”)",
                span,
                "add the bound, quote other words, or name the number in the `reading:` that says why none is needed",
                about=tuple(about[span, quote]),
            )


@dataclass(frozen=True, slots=True)
class _Used:
    """The numbers that a criterion or a clock uses."""

    bounds: Mapping[Decimal, Sequence[Bound]]
    named: Mapping[object, set[str]]
    read: Sequence[QuotedNumber]
    days: frozenset[FixedDay]
    named_days: frozenset[date]


def _exprs(thing: Criterion | Clock) -> tuple[Expr, ...]:
    if isinstance(thing, Criterion):
        return criterion_parts(thing)
    return () if thing.applies_when is None else (thing.applies_when,)


def _quoted(thing: Criterion | Clock) -> Iterator[Worded]:
    for expr in _exprs(thing):
        yield from (says for says in subexpressions(expr) if isinstance(says, Worded) and says.quote)


def _used(thing: Criterion | Clock) -> _Used:
    inner = [part for expr in _exprs(thing) for part in subexpressions(expr)]
    says = [part for part in inner if isinstance(part, Worded)]
    # The title of a condition tests nothing, so its numbers do not count.
    asked = [part for part in says if not part.name]
    texts = [*(part.question for part in asked), *(reading.text for reading in readings_of(thing))]
    bounds: dict[Decimal, list[Bound]] = {}
    for bound in (bound for part in says for bound in part.bounds):
        bounds.setdefault(bound.value, []).append(bound)
    return _Used(
        bounds,
        by_number(number for text in (*texts, *(part.answer for part in asked)) for number in numbers_in(text)),
        [number for reading in readings_of(thing) for number in numbers_in(reading.text)],
        frozenset(day for part in inner for day in fixed_days(part)),
        frozenset(day for text in texts for day in dates_in(text)),
    )


def _unused(says: Worded, used: _Used) -> Iterator[str]:
    """The numbers and dates of a quotation that nothing uses, in words.

    Another lint compares those of a quotation beside a bound or a fixed day.
    """
    groups = _groups(says.part)
    if not any(fixed_days(says.part)):
        same = agrees_in_number if _turned(says.part) else agrees
        for day in days_in(says.quote):
            if not any(same(day, other) for other in used.days) and day.value not in used.named_days:
                yield str(day)
    for said in numbers_in(says.quote):
        if said.of_all is not None and groups and said.of_all not in {len(group.parts) for group in groups}:
            yield str(said)
    if says.bounds:
        return
    counts = _counts(says.part)
    for said in numbers_in(says.quote):
        if said.of_some:
            fits = _least_count(said) in counts
        elif said.op is None and not said.unit:
            fits = True  # "code 62323", "grade 4": a number that bounds nothing
        elif said.value == 1 and said.op in (">=", None) and said.unit in COUNTED:
            fits = True  # one thing that must exist
        else:
            near = [bound for step in (0, 1, -1) for bound in used.bounds.get(said.value + step, ())]
            fits = any(agrees_in_number(said, bound) or agrees(said, bound) for bound in near)
            fits = fits or (said.unit in COUNTED and said.value in counts) or is_named(said, used.named)
            fits = fits and not _compared_otherwise(says.part, said, used)
        if not fits and not (said.of_some and is_named(said, used.named)):
            yield str(said)


def _compared_otherwise(part: Expr, said: QuotedNumber, used: _Used) -> bool:
    """All bounds with this number inside a part have another comparison, and no reading states one of them."""
    if _turned(part):
        return False
    bounds = [bound for one in subexpressions(part) if isinstance(one, Worded) for bound in one.bounds]
    inside = [bound for bound in bounds if agrees_in_number(said, bound)]
    stated = (states(read, bound, (said,)) for bound in inside for read in used.read)
    return bool(inside) and not any(agrees(said, bound) for bound in bounds) and not any(stated)


def _least_count(said: QuotedNumber) -> Decimal:
    """The count that a group needs for the words: two for "more than one"."""
    return said.value + 1 if said.op == ">" else said.value


def _turned(expr: Expr) -> bool:
    return any(isinstance(part, Not) for part in subexpressions(expr))


def _groups(expr: Expr) -> list[AtLeast]:
    return [part for part in subexpressions(expr) if isinstance(part, AtLeast)]


def _counts(expr: Expr) -> set[int]:
    """The counts of the groups of an expression. Of nested groups that ask for all parts, only the outermost counts."""
    groups = _groups(expr)
    return {group.count for group in groups[:1]} | set(_asked(groups))


def _asked(groups: Iterable[AtLeast]) -> Iterator[int]:
    return (group.count for group in groups if group.count < len(group.parts) or group.count == 1)
