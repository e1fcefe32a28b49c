"""Where a test of a criterion decides: for each place, when it makes the whole met, and when it keeps it from that.

A place is a test as it stands in a criterion. It decides wherever everything around it leaves the answer to it. A test
that is asked of every record of a list, or that stands in several places at once, is taken out instead, and the whole
compared with what it was.
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
Around: TypeAlias = tuple[tuple[AtLeast, int, bool], ...]  # a group, which part of it, and on which side


@dataclass(frozen=True, slots=True)
class Place:
    """A test in a criterion, with the groups around it: which of their parts it stands in, and on which side.

    `swapped` is for a test in a filter, or in several places: what holds it, without it and with it taken for given.
    """

    expr: Expr
    says: Worded | None
    whole: Expr
    around: Around
    positive: bool
    swapped: tuple[Expr, Expr] | None = None


def places(whole: Expr) -> Iterator[Place]:
    """Every test of an expression, those in filters included; one that stands in several places once."""
    often = Counter(id(inner) for inner in subexpressions(whole))
    seen: set[int] = set()
    for place in _places(whole, True, None, ()):
        if id(place.expr) in seen:
            continue
        seen.add(id(place.expr))
        if often[id(place.expr)] == 1:
            yield place
        else:
            without, given = (replaced(whole, place.expr, fixed) for fixed in (FALSE, TRUE))
            yield Place(place.expr, place.says, whole, (), True, (without, given))


def _places(expr: Expr, positive: bool, says: Worded | None, around: Around) -> Iterator[Place]:
    match expr:
        case Worded(part=part):
            yield from _places(part, positive, expr if is_shown(expr) else says, around)
        case Not(part=part):
            yield from _places(part, not positive, says, around)
        case AtLeast(count=count, parts=inner):
            if around and 0 < count < len(inner):
                yield Place(expr, says, expr, around, positive)
            for number, part in enumerate(inner):
                yield from _places(part, positive, says, (*around, (expr, number, positive)))
        case Compare() | Includes() | Documented():
            yield Place(expr, says, expr, around, positive)
            if isinstance(expr, Compare):
                yield from _in_filters(expr, positive, around)
        case _:
            assert_never(expr)


def _in_filters(compare: Compare, positive: bool, around: Around) -> Iterator[Place]:
    for _, where in filters(compare):
        for inner, says in _tests(where, None):
            without, given = (replaced(compare, inner, fixed) for fixed in (FALSE, TRUE))
            yield Place(inner, says, compare, around, positive, (without, given))


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


# ---------------------------------------------------------------- what a place decides


def helps(place: Place) -> Formula:
    """The whole is met because of this place."""
    told = Surely(place.whole, place.positive)
    decides = told if place.swapped is None else unlike(told, Surely(place.swapped[0], place.positive))
    return every(*_left_open(place.around), decides)


def hinders(place: Place) -> Formula:
    """The way it stands in is not met because of this place, and not because something is not stated.

    The way is what is joined by *and* around it, up to the next *any*: "worse, or stable and two more signs" says
    nothing new with *stable*, and still reads as it should.
    """
    told = Surely(place.whole, place.positive)
    decides = No(told) if place.swapped is None else unlike(told, Surely(place.swapped[1], place.positive))
    return every(*_left_open(way(place.around)), decides, stated(place.expr if place.swapped is None else place.whole))


def way(around: Around) -> Around:
    """The innermost groups of which every part is needed."""
    inner: Around = ()
    for group, number, positive in reversed(around):
        if needed(group, positive) < len(group.parts):
            break
        inner = ((group, number, positive), *inner)
    return inner


def needed(group: AtLeast, positive: bool) -> int:
    """How many parts of a group must be so for it to be met, or not met."""
    return group.count if positive else len(group.parts) - group.count + 1


def beside(group: AtLeast, number: int) -> list[Expr]:
    """The parts of a group without one of them."""
    return [part for at, part in enumerate(group.parts) if at != number]


def _left_open(around: Around) -> Iterator[Formula]:
    """Every group around a place leaves the answer to it."""
    for group, number, positive in around:
        yield Exactly(needed(group, positive) - 1, tuple(Surely(part, positive) for part in beside(group, number)))


# ---------------------------------------------------------------- words


def is_shown(says: Worded) -> bool:
    """These words say something, beside what the parts inside say."""
    return bool(says.question or says.answer or says.quote)


def first_words(expr: Expr | None) -> Worded | None:
    """The first words inside an expression that say something."""
    inside = subexpressions(expr) if expr is not None else ()
    return next((inner for inner in inside if isinstance(inner, Worded) and is_shown(inner)), None)


def span_of(expr: Expr | None) -> Span | None:
    """Where an expression stands, if its words are in one place."""
    inside = subexpressions(expr) if expr is not None else ()
    spans = {inner.span for inner in inside if isinstance(inner, Worded) and inner.span.line}
    return min(spans, default=None) if len({span.line for span in spans}) == 1 else None


def name_of(place: Place) -> str:
    """A test in a few words."""
    says = place.says or first_words(place.expr)
    if says is None:
        return "a test"
    question = says.question.rstrip("?: ")
    named = f"“{question}: {says.answer}”" if question and says.answer else f"“{question or says.answer or says.quote}”"
    return named if says is place.says else f"the group of {named}"
