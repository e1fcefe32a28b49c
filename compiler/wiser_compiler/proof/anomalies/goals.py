"""What is asked about one criterion: of the whole, and of each of its tests, with the goal that would refute it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from wiser_compiler.core.case import read_case
from wiser_compiler.core.model import (
    AtLeast,
    Compare,
    Criterion,
    Expr,
    Fact,
    FactValue,
    Includes,
    Literal,
    Policy,
    Worded,
)
from wiser_compiler.core.walk import subexpressions
from wiser_compiler.diagnostics import Span
from wiser_compiler.proof.anomalies.test_positions import Known, Place, Telling, helps, hinders, places, stated
from wiser_compiler.proof.answers import Answer, Request
from wiser_compiler.proof.solver.logic import Bit, both, either, no
from wiser_compiler.proof.solver.solver import Found, Goal


@dataclass(frozen=True, slots=True)
class Question:
    """One anomaly that was looked for, and how that ended.

    `code` is that of the finding if it is there. `asked` says it in words. With `wanted` it is no anomaly, but what
    has to hold. `with_` are the criteria that bring it about, and `example` the one that refutes it. `refutes` is
    what a request must be like that refutes it, and `shows` one in which it can be seen.
    """

    code: str
    asked: str
    answer: Answer
    span: Span
    criterion: Criterion | None = None
    says: Worded | None = None
    with_: tuple[Criterion, ...] = ()
    fact: Fact | None = None
    wanted: bool = False
    related: tuple[tuple[Span, str], ...] = ()
    example: str = ""
    refutes: Callable[[Telling], Bit] | None = field(default=None, repr=False)
    shows: Callable[[Telling], Bit] | None = field(default=None, repr=False)

    @property
    def found(self) -> bool:
        """It is there: an anomaly that holds, or what has to hold and does not."""
        return self.answer.kind != "unknown" and self.answer.holds is not self.wanted


@dataclass(slots=True)
class Ask:
    """A question not yet answered: its goal is what refutes it."""

    question: Callable[[Answer, str], Question]
    goal: Callable[[Telling], Bit]
    places: tuple[Place, ...] = ()
    side: str = ""
    applying: bool = False  # it is about `applies_when`


# ---------------------------------------------------------------- goals


def in_world(one: Ask) -> Goal:
    """The goal as the solver sees it."""
    return lambda world: one.goal(world.meaning)


def applies(criterion: Criterion, telling: Telling) -> Bit:
    """It surely applies."""
    return True if criterion.applies_when is None else telling.pair(criterion.applies_when).met


def fails(criterion: Criterion, telling: Telling) -> Bit:
    """It applies and is not met, and not because something it compares is not stated."""
    test = criterion.test
    return both(applies(criterion, telling), no(telling.pair(test).met), stated(telling, test))


# ---------------------------------------------------------------- of the whole, and of its tests


def about_criterion(criterion: Criterion) -> Iterator[Ask]:
    """Can it apply, be met and fail; does its exception decide?"""

    def put(code: str, asked: str, at: Expr | None = None) -> Callable[[Answer, str], Question]:
        span = place_of(at) or criterion.span
        return lambda answer, example: Question(code, asked, answer, span, criterion, example=example)

    id, test, unless = criterion.id, criterion.test, criterion.unless
    if criterion.applies_when is not None:
        at = criterion.applies_when
        yield Ask(put("never-applies", f"`{id}` applies to no request", at), lambda told: applies(criterion, told))
    yield Ask(
        put("never-met", f"`{id}` can never be met"),
        lambda told: both(applies(criterion, told), told.pair(test).met),
    )
    if unless is None:
        words = f"`{id}` can never fail, whatever the chart states"
        yield Ask(put("never-fails", words, test), lambda told: fails(criterion, told))
        return
    yield Ask(
        put("swallowed-rule", f"the exception of `{id}` holds wherever its rule fails", unless),
        lambda told: fails(criterion, told),
    )
    yield Ask(
        put("dead-exception", f"the exception of `{id}` changes nothing: no request needs it", unless),
        lambda told: both(applies(criterion, told), told.pair(unless).met, no(told.pair(criterion.require).met)),
    )


def about_tests(criterion: Criterion) -> Iterator[Ask]:
    """Does each of its tests make it met somewhere, and keep it from that somewhere?

    A test in words may be several in the core. Each has to help, and one of them has to hinder.
    """
    for whole, applying in ((criterion.test, False), (criterion.applies_when, True)):
        by_words: dict[int, list[Place]] = {}
        for place in places(whole) if whole is not None else ():
            group = isinstance(place.expr, AtLeast)
            by_words.setdefault(id(place) if group or place.says is None else id(place.says), []).append(place)
            if not group:  # a group helps where a part of it does
                yield _about_test(criterion, (place,), "dead-test", helps, applying)
        for together in by_words.values():
            yield _about_test(criterion, tuple(together), "idle-test", hinders, applying)


WORDS = {
    "dead-test": ("can never help `{}` to be met", "can never make `{}` apply"),
    "idle-test": (
        "adds nothing to `{}`: it is so wherever the rest is",
        "adds nothing to when `{}` applies: it is so wherever the rest is",
    ),
}


def _about_test(
    criterion: Criterion, about: tuple[Place, ...], code: str, decides: Callable[[Telling, Place], Bit], applying: bool
) -> Ask:
    says = about[0].says or first_words(about[0].expr)

    def put(answer: Answer, example: str) -> Question:
        asked = f"{_named(about[0])} {WORDS[code][applying].format(criterion.id)}"
        return Question(code, asked, answer, says.span if says else criterion.span, criterion, says, example=example)

    def goal(told: Telling) -> Bit:
        here = True if applying else applies(criterion, told)
        return False if here is False else both(here, either(*(decides(told, place) for place in about)))

    return Ask(put, goal, about, code, applying)


def place_of(expr: Expr | None) -> Span | None:
    """Where an expression stands, if its words are in one place."""
    inside = subexpressions(expr) if expr is not None else ()
    spans = {inner.span for inner in inside if isinstance(inner, Worded) and inner.span.line}
    return min(spans, default=None) if len({span.line for span in spans}) == 1 else None


def first_words(expr: Expr | None) -> Worded | None:
    """The first words inside an expression that stand somewhere in the document."""
    inside = subexpressions(expr) if expr is not None else ()
    return next((inner for inner in inside if isinstance(inner, Worded) and is_shown(inner)), None)


def is_shown(says: Worded) -> bool:
    """These words stand somewhere in the document."""
    return says.span.line > 0 and bool(says.question or says.answer or says.quote)


def _named(place: Place) -> str:
    """A test in a few words."""
    says = place.says or first_words(place.expr)
    if says is None:
        return "a test"
    return _said(says) if says is place.says else f"the group of {_said(says)}"


def _said(says: Worded) -> str:
    question = says.question.rstrip("?: ")
    return f"“{question}: {says.answer}”" if question and says.answer else f"“{question or says.answer or says.quote}”"


# ---------------------------------------------------------------- families of questions


def _item(one: Ask) -> tuple[str, str] | None:
    """The fact and the answer that a single test names."""
    match one.places:
        case (Place(expr=Includes(fact=fact, item=item), swapped=None),):
            return fact.name, item
        case (
            Place(expr=Compare(op="==", left=FactValue(fact=fact), right=Literal(value=str() as item)), swapped=None),
        ):
            return fact.name, item
        case _:  # other kinds: name no single answer, and are asked one by one
            return None


def family(one: Ask) -> object:
    """Questions that differ only in the answer they name: the same group, the same fact, the same side."""
    found = _item(one)
    if found is None or not one.places[0].around:
        return None
    group, _, positive = one.places[0].around[-1]
    return id(group), found[0], one.side, positive


def exchanged(policy: Policy, request: Found, one: Ask, other: Ask) -> Request | None:
    """The request with one answer in place of another, if it reaches the other goal."""
    ours, theirs = _item(one), _item(other)
    if not isinstance(request, dict) or ours is None or theirs is None:
        return None
    name, swap = ours[0], {ours[1]: theirs[1], theirs[1]: ours[1]}
    value = request.get(name)
    if isinstance(value, str):
        value = swap.get(value, value)
    elif isinstance(value, list):
        value = sorted(swap.get(item, item) for item in value)
    elif isinstance(value, dict):
        value = {swap.get(item, item): found for item, found in value.items()}
    variant = {**request, name: value} if value is not None else request
    case, problems = read_case(policy.facts, variant)
    return variant if not problems and other.goal(Known(case)) is True else None
