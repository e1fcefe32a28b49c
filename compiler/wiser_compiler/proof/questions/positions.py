"""The position of a test in a criterion, and the requests on which the test decides there.

A test decides where every group around it depends on that test alone. For a test in the filter of a list, or one in
several places, the criterion is compared with the same criterion with a fixed answer instead of the test.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from wiser_compiler.core.model import TRUE, AtLeast, Compare, Documented, Expr, Includes, Not, Worded
from wiser_compiler.core.walk import filters, parts, replaced, subexpressions
from wiser_compiler.diagnostics import Span
from wiser_compiler.proof.formula import Exactly, Formula, No, Surely, every, stated, unlike

FALSE = Not(TRUE)
Around: TypeAlias = tuple[tuple[AtLeast, int, bool], ...]  # a group, the number of its part, and not negated


@dataclass(frozen=True, slots=True)
class Position:
    """A test in a criterion, with the groups around it.

    `swapped` is for a test in a filter or in several places: the expression that contains it, with the test replaced by
    *false* and by *true*.
    """

    expr: Expr
    says: Worded | None
    whole: Expr
    around: Around
    positive: bool
    swapped: tuple[Expr, Expr] | None = None


def positions(whole: Expr) -> Iterator[Position]:
    """The positions of every test of an expression, filters included. A test in several places has one position."""
    often = Counter(id(inner) for inner in subexpressions(whole))
    seen: set[int] = set()
    for position in _positions(whole, True, None, ()):
        if id(position.expr) in seen:
            continue
        seen.add(id(position.expr))
        if often[id(position.expr)] == 1:
            yield position
        else:
            without, given = (replaced(whole, position.expr, fixed) for fixed in (FALSE, TRUE))
            yield Position(position.expr, position.says, whole, (), True, (without, given))


def _positions(expr: Expr, positive: bool, says: Worded | None, around: Around) -> Iterator[Position]:
    match expr:
        case Worded(part=part):
            yield from _positions(part, positive, expr if is_shown(expr) else says, around)
        case Not(part=part):
            yield from _positions(part, not positive, says, around)
        case AtLeast(count=count, parts=inner):
            if around and 0 < count < len(inner):
                yield Position(expr, says, expr, around, positive)
            for number, part in enumerate(inner):
                yield from _positions(part, positive, says, (*around, (expr, number, positive)))
        case Compare() | Includes() | Documented():
            yield Position(expr, says, expr, around, positive)
            if isinstance(expr, Compare):
                yield from _in_filters(expr, positive, around)
        case _:
            assert_never(expr)


def _in_filters(compare: Compare, positive: bool, around: Around) -> Iterator[Position]:
    for _, where in filters(compare):
        for inner, says in _tests(where, None):
            without, given = (replaced(compare, inner, fixed) for fixed in (FALSE, TRUE))
            yield Position(inner, says, compare, around, positive, (without, given))


def _tests(expr: Expr, says: Worded | None) -> Iterator[tuple[Expr, Worded | None]]:
    """The tests inside a filter, each with its words."""
    if isinstance(expr, Worded) and is_shown(expr):
        says = expr
    match expr:
        case Compare() | Includes() | Documented():
            yield expr, says
        case AtLeast() | Not() | Worded():
            pass
        case _:
            assert_never(expr)
    for part in (*parts(expr), *(where for _, where in filters(expr))):
        yield from _tests(part, says)


# ---------------------------------------------------------------- what a position decides


def helps(position: Position) -> Formula:
    """The expression is met because of the test at this position."""
    sure = Surely(position.whole, position.positive)
    decides = sure if position.swapped is None else unlike(sure, Surely(position.swapped[0], position.positive))
    return every(*_left_open(position.around), decides)


def hinders(position: Position) -> Formula:
    """The route of the test is not met because of this position, and every compared fact is stated.

    The route is everything joined by *and* around the test, up to the next *any*. In "worse, or stable and two more
    signs" the test *stable* adds nothing to the whole, and is still right in its route.
    """
    sure = Surely(position.whole, position.positive)
    decides = No(sure) if position.swapped is None else unlike(sure, Surely(position.swapped[1], position.positive))
    return every(
        *_left_open(route_of(position.around)),
        decides,
        stated(position.expr if position.swapped is None else position.whole),
    )


def route_of(around: Around) -> Around:
    """The route of a test: the innermost groups that need every part."""
    inner: Around = ()
    for group, number, positive in reversed(around):
        if needed(group, positive) < len(group.parts):
            break
        inner = ((group, number, positive), *inner)
    return inner


def needed(group: AtLeast, positive: bool) -> int:
    """How many parts of a group must be met (or not met) for the group to be met (or not met)."""
    return group.count if positive else len(group.parts) - group.count + 1


def beside(group: AtLeast, number: int) -> list[Expr]:
    """The parts of a group without one of them."""
    return [part for at, part in enumerate(group.parts) if at != number]


def _left_open(around: Around) -> Iterator[Formula]:
    """Every group around a position depends on it alone."""
    for group, number, positive in around:
        yield Exactly(needed(group, positive) - 1, tuple(Surely(part, positive) for part in beside(group, number)))


# ---------------------------------------------------------------- words


def is_shown(says: Worded) -> bool:
    """Whether these words say something that the parts inside do not say."""
    return bool(says.question or says.answer or says.quote)


def first_words(expr: Expr | None) -> Worded | None:
    """The first worded part inside an expression that says something of its own."""
    inside = subexpressions(expr) if expr is not None else ()
    return next((inner for inner in inside if isinstance(inner, Worded) and is_shown(inner)), None)


def span_of(expr: Expr | None) -> Span | None:
    """The span of an expression, if its words stand in one place."""
    inside = subexpressions(expr) if expr is not None else ()
    spans = {inner.span for inner in inside if isinstance(inner, Worded) and inner.span.line}
    return min(spans, default=None) if len({span.line for span in spans}) == 1 else None


def name_of(position: Position) -> str:
    """A test in a few words."""
    says = position.says or first_words(position.expr)
    if says is None:
        return "a test"
    named = _named(says)
    return named if says is position.says else f"the group of {named}"


def quoted_test(says: Worded) -> str:
    """A test in the words of its source, or else in its own."""
    return f"“{says.quote}”" if says.quote else _named(says)


def _named(says: Worded) -> str:
    question = says.question.rstrip("?: ")
    return f"“{question}: {says.answer}”" if question and says.answer else f"“{question or says.answer or says.quote}”"
