"""Which answer leaves another question without a purpose.

A question is hidden under an answer only if no verdict and no date can depend on it then, whatever else the request
states. Truth only grows with what is stated (`core/evaluate.py`): a part that one answer decides stays decided. So a
question has no purpose if every test that reads it stands in a part that the answer decides.

A criterion that an answer fails hides nothing: the answer may be a mistake, and staff look at all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias, assert_never

from wiser_compiler.core.evaluate import Case, Truth, truth
from wiser_compiler.core.model import (
    AtLeast,
    Choice,
    Clock,
    Codes,
    Compare,
    Criterion,
    Date,
    Documented,
    Expr,
    Fact,
    Findings,
    Includes,
    Not,
    Note,
    Number,
    OptionSet,
    Policy,
    Records,
    Worded,
    YesNo,
)
from wiser_compiler.core.walk import facts_of

MOST_ANSWERS = 12  # a question that is asked under more answers than these is always asked

Names: TypeAlias = frozenset[str]
NOTHING: Names = frozenset()

Answer: TypeAlias = bool | str | tuple[()] | None
"""An answer as a case holds it; None is a list with records, which decides nothing as long as they are not known."""


class Shown(NamedTuple):
    """A question is asked under one of these answers to another one, and while that one has no answer."""

    source: Fact
    answers: tuple[Answer, ...]


def shown_when(policy: Policy, ordered: Sequence[Fact]) -> Mapping[str, Shown]:
    """The facts that are not always asked for, in a form that asks in this order.

    Each depends on one earlier question that is itself always asked: on the one that hides it under most answers.
    """
    things = [*map(_prepared, policy.criteria), *map(_prepared, policy.clocks)]
    readers: dict[str, set[int]] = {}
    for number, thing in enumerate(things):
        for name in thing.names:
            readers.setdefault(name, set()).add(number)
    ways: dict[str, list[Shown]] = {}
    for place, source in enumerate(ordered):
        read = readers.get(source.name, set())
        # A question that another thing reads too has its purpose there, whatever the answer.
        later = [fact for fact in ordered[place + 1 :] if fact.name in readers and readers[fact.name] <= read]
        answers = _answers(source) if later else ()
        asked = [(answer, _still_read([things[number] for number in read], source, answer)) for answer in answers]
        for fact in later:
            shown = tuple(answer for answer, names in asked if fact.name in names)
            if len(shown) < len(answers) and len(shown) <= MOST_ANSWERS:
                ways.setdefault(fact.name, []).append(Shown(source, shown))
    chosen: dict[str, Shown] = {}
    for fact in ordered:
        always_asked = [way for way in ways.get(fact.name, ()) if way.source.name not in chosen]
        if always_asked:
            chosen[fact.name] = min(always_asked, key=_share)
    return chosen


def _share(way: Shown) -> float:
    return len(way.answers) / len(_answers(way.source))


def _answers(source: Fact) -> tuple[Answer, ...]:
    """The answers under which a form can show a question; none for facts whose answers it cannot name."""
    match source.type:
        case YesNo():
            return True, False
        case Choice(options=options):
            return tuple(option.id for option in options)
        case Records():
            return (), None
        case Note() | Number() | Date() | OptionSet() | Findings() | Codes():
            return ()
        case _:
            assert_never(source.type)


# ---------------------------------------------------------------- what is still read


class _Part(NamedTuple):
    """An expression without words, with the facts that it reads. `bare` is its truth where nothing is stated, and
    `open` the facts that it still reads then.
    """

    expr: Expr
    inner: tuple[_Part, ...]
    names: Names
    bare: Truth
    open: Names


class _Thing(NamedTuple):
    """A criterion, or a clock, whose day is a test that nothing decides."""

    applies: _Part | None
    test: _Part
    names: Names


def _prepared(thing: Criterion | Clock) -> _Thing:
    applies = None if thing.applies_when is None else _part(thing.applies_when)
    test = _part(thing.test if isinstance(thing, Criterion) else Compare("==", thing.due, thing.due))
    return _Thing(applies, test, test.names | (applies.names if applies else NOTHING))


def _part(expr: Expr) -> _Part:
    match expr:
        case Worded(part=part):
            return _part(part)
        case Not(part=part):
            inner: tuple[_Part, ...] = (_part(part),)
        case AtLeast(parts=parts):
            inner = tuple(map(_part, parts))
        case Compare() | Includes() | Documented():
            names = frozenset(fact.name for fact in facts_of(expr))
            bare = truth(expr, {})
            return _Part(expr, (), names, bare, NOTHING if bare is not None else names)
        case _:
            assert_never(expr)
    bare, still_open = _joined(expr, [(part.bare, part.open) for part in inner])
    return _Part(expr, inner, NOTHING.union(*(part.names for part in inner)), bare, still_open)


def _still_read(things: Iterable[_Thing], source: Fact, answer: Answer) -> Names:
    """The facts that these things read where the request gives this answer, and perhaps states more."""
    return NOTHING.union(*(_read_by(thing, source.name, {source.name: answer}) for thing in things))


def _read_by(thing: _Thing, source: str, case: Case) -> Names:
    applies, of_condition = (True, NOTHING) if thing.applies is None else _opened(thing.applies, source, case)
    if applies is False:
        return NOTHING
    met, of_test = _opened(thing.test, source, case)
    return thing.names if met is False else of_condition | of_test


def _opened(part: _Part, source: str, case: Case) -> tuple[Truth, Names]:
    """The truth of a part where the case has an answer to the source alone, and the facts that it still reads."""
    if source not in part.names:
        return part.bare, part.open
    if part.inner:
        return _joined(part.expr, [_opened(inner, source, case) for inner in part.inner])
    found = truth(part.expr, case)
    return found, NOTHING if found is not None else part.names


def _joined(expr: Expr, found: Sequence[tuple[Truth, Names]]) -> tuple[Truth, Names]:
    """A negation or a group of parts with these truths. Nothing is read in a decided part."""
    truths = [one for one, _ in found]
    joined: Truth
    if isinstance(expr, AtLeast):
        met, fails = truths.count(True) >= expr.count, truths.count(False) > len(truths) - expr.count
        joined = True if met else False if fails else None
    else:  # only a negation has parts too
        joined = None if truths[0] is None else not truths[0]
    return joined, NOTHING if joined is not None else NOTHING.union(*(names for _, names in found))
