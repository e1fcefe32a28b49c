"""What is asked about one criterion: of the whole, and of each of its tests, with the goal that would refute it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from wiser_compiler.core.case import read_case
from wiser_compiler.core.model import AtLeast, Compare, Criterion, Fact, Includes, Literal, Policy, Says, Stated
from wiser_compiler.diagnostics import Span
from wiser_compiler.proof.answers import Answer, Request
from wiser_compiler.proof.logic import Bit, both, either, no
from wiser_compiler.proof.places import Known, Place, Telling, helps, hinders, places, stated
from wiser_compiler.proof.solving import Found, Goal


@dataclass(frozen=True, slots=True)
class Question:
    """One anomaly that was looked for, and how that ended.

    `code` is that of the finding if it is there. `asked` says it in words. With `wanted` it is no anomaly, but what
    has to hold. `with_` are the criteria that bring it about, and `example` the one that refutes it. `goal` is what
    refutes it, of one criterion.
    """

    code: str
    asked: str
    answer: Answer
    span: Span
    criterion: Criterion | None = None
    says: Says | None = None
    with_: tuple[Criterion, ...] = ()
    fact: Fact | None = None
    wanted: bool = False
    related: tuple[tuple[Span, str], ...] = ()
    example: str = ""
    goal: Goal | None = field(default=None, repr=False)

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

    def put(code: str, asked: str) -> Callable[[Answer, str], Question]:
        return lambda answer, example: Question(code, asked, answer, criterion.span, criterion, example=example)

    id, test = criterion.id, criterion.test
    if criterion.applies_when is not None:
        yield Ask(put("never-applies", f"`{id}` never applies"), lambda told: applies(criterion, told))
    yield Ask(
        put("never-met", f"`{id}` can never be met where it applies"),
        lambda told: both(applies(criterion, told), told.pair(test).met),
    )
    unless = criterion.unless
    if unless is None:
        yield Ask(put("never-fails", f"`{id}` can never fail"), lambda told: fails(criterion, told))
        return
    yield Ask(
        put("swallowed-rule", f"the exception of `{id}` holds wherever its rule fails"),
        lambda told: fails(criterion, told),
    )
    yield Ask(
        put("dead-exception", f"the exception of `{id}` never decides"),
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
    "dead-test": "can never make {} what it must be",
    "idle-test": "decides nothing: it is so wherever what stands beside it is",
}
SIDES = tuple(WORDS)


def _about_test(
    criterion: Criterion, about: tuple[Place, ...], code: str, decides: Callable[[Telling, Place], Bit], applying: bool
) -> Ask:
    says = about[0].says

    def put(answer: Answer, example: str) -> Question:
        asked = f"{_named(says)} {WORDS[code].format(f'`{criterion.id}`')}"
        return Question(code, asked, answer, says.span if says else criterion.span, criterion, says, example=example)

    def goal(told: Telling) -> Bit:
        here = True if applying else applies(criterion, told)
        return False if here is False else both(here, either(*(decides(told, place) for place in about)))

    return Ask(put, goal, about, code)


def _named(says: Says | None) -> str:
    """A test in a few words."""
    if says is None:
        return "a test"
    question = says.question.rstrip("?: ")
    return f"“{question}: {says.answer}”" if question and says.answer else f"“{question or says.answer or says.quote}”"


# ---------------------------------------------------------------- families of questions


def _item(one: Ask) -> tuple[str, str] | None:
    """The fact and the answer that a single test names."""
    match one.places:
        case (Place(expr=Includes(fact=fact, item=item), swapped=None),):
            return fact.name, item
        case (Place(expr=Compare(op="==", left=Stated(fact=fact), right=Literal(value=str() as item)), swapped=None),):
            return fact.name, item
        case _:
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
