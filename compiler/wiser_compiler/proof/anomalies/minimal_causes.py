"""Which tests bring an anomaly about, and which anomalies only follow from another one.

Of the tests around a place, as few are named as are enough: those two bounds exclude each other, this one holds
wherever that one does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from wiser_compiler.core.model import AtLeast, Compare, Criterion, Documented, Expr, Includes, Not, Worded
from wiser_compiler.proof.anomalies.goals import Ask, Question, first_words, is_shown
from wiser_compiler.proof.anomalies.test_positions import Place, Telling, needed, side, stated, way
from wiser_compiler.proof.solver.logic import Bit, both, exactly, no
from wiser_compiler.proof.solver.solver import Solving, SymbolicPolicy


@dataclass(frozen=True, slots=True)
class Part:
    """A test beside another one, and when it leaves the answer to that one."""

    says: Worded | None
    open: Callable[[Telling], Bit]


def cause_of(solving: Solving, criterion: Criterion, one: Ask, question: Question) -> Question:
    """The finding, with the tests that bring it about as further places."""
    match question.code:
        case "never-met" if criterion.unless is None:
            parts = [*_needed(criterion.applies_when, True, None), *_needed(criterion.require, True, None)]
            found = _fewest(solving, criterion, lambda _: True, parts)
            if not found:
                return question
            *before, last = found
            words = ": the tests shown here exclude each other" if before else ": no request passes this test"
            return replace(
                question, asked=question.asked + words, says=last, span=last.span, related=_related(before, last)
            )
        case "dead-test" | "idle-test" if one.places[0].swapped is None:
            beside: list[Worded] = []
            for place in one.places:
                parts = [*([] if one.applying else _needed(criterion.applies_when, True, None)), *_around(one, place)]
                beside += _fewest(solving, criterion, _decided(one, place), parts)
            return replace(question, related=_related(beside, question.says))
        case _:
            return question


def _decided(one: Ask, place: Place) -> Callable[[Telling], Bit]:
    """What a test would do if nothing stood around it."""
    if one.side == "dead-test":
        return lambda told: side(told, place.whole, place.positive)
    return lambda told: both(no(side(told, place.whole, place.positive)), stated(told, place.expr))


def _around(one: Ask, place: Place) -> Iterator[Part]:
    for group, number, positive in place.around if one.side == "dead-test" else way(place.around):
        others = [part for at, part in enumerate(group.parts) if at != number]
        if needed(group, positive) == len(group.parts):
            for part in others:
                yield from _needed(part, positive, None)
        elif needed(group, positive) == 1:
            for part in others:
                yield Part(first_words(part), lambda told, part=part, p=positive: no(side(told, part, p)))  # type: ignore[misc]
        else:
            count = needed(group, positive) - 1
            yield Part(
                first_words(group),
                lambda told, count=count, others=others, p=positive: exactly(  # type: ignore[misc]
                    count, [side(told, part, p) for part in others]
                ),
            )


def _needed(expr: Expr | None, positive: bool, says: Worded | None) -> Iterator[Part]:
    """The tests that must all be met for an expression to be."""
    match expr:
        case None:
            return
        case Worded(part=part):
            yield from _needed(part, positive, expr if is_shown(expr) else says)
        case Not(part=part):
            yield from _needed(part, not positive, says)
        case AtLeast(parts=inner) if inner and needed(expr, positive) == len(inner):
            for part in inner:
                yield from _needed(part, positive, says)
        case AtLeast() | Compare() | Includes() | Documented():
            yield Part(says or first_words(expr), lambda told: side(told, expr, positive))
        case _:
            assert_never(expr)


def _fewest(
    solving: Solving, criterion: Criterion, given: Callable[[Telling], Bit], parts: Sequence[Part]
) -> list[Worded]:
    """As few of the parts as leave no request for what is given, by their words, in reading order."""
    core = list(parts)

    def reached(rest: Sequence[Part]) -> bool:
        def goal(world: SymbolicPolicy) -> Bit:
            return both(given(world.meaning), *(part.open(world.meaning) for part in rest))

        return solving.reach({"": goal}, [criterion])[""] is not None

    if reached(core):
        return []
    for part in parts:
        rest = [other for other in core if other is not part]
        if not reached(rest):
            core = rest
    return _distinct(part.says for part in core)


def words_of(says: Worded) -> str:
    """What a test says: in the words of the source, or in ours."""
    return f"“{says.quote}”" if says.quote else says.answer or says.question


def _related(beside: Iterable[Worded], own: Worded | None) -> tuple[Worded, ...]:
    return tuple(_distinct(says for says in beside if says is not own))


def _distinct(found: Iterable[Worded | None]) -> list[Worded]:
    """Each once, by identity: equal words may stand in two places."""
    return list({id(says): says for says in found if says is not None}.values())


# ---------------------------------------------------------------- what follows from another finding

Found = tuple[Ask, Question]


def without_consequences(found: Sequence[Found]) -> list[Found]:
    """The findings about the tests of one criterion, without those that only follow from another one of them."""
    dead = sorted((one for one in found if one[1].code == "dead-test"), key=_outermost)
    ways: set[int] = set()  # groups of which every part is needed, and one can never help
    kept: list[Found] = []
    for one, question in dead:
        if not any(_inside(place, ways) for place in one.places):
            kept.append((one, question))
            ways.update(id(group) for place in one.places for group, _, _ in way(place.around))
    for one, question in found:
        if question.code != "dead-test" and not all(_inside(place, ways) for place in one.places):
            kept.append((one, question))
    whole = {(question.code, id(one.places[0].expr)) for one, question in kept if one.places[0].swapped is None}
    kept = [
        (one, question)
        for one, question in kept
        if one.places[0].swapped is None or (question.code, id(one.places[0].whole)) not in whole
    ]
    order = {id(question): number for number, (_, question) in enumerate(found)}
    return list(_once(sorted(kept, key=lambda pair: order[id(pair[1])])))


def _outermost(pair: Found) -> tuple[int, int]:
    """Ways that lie further out come first, and in a way the test that least stands around to exclude."""
    one, question = pair
    return min(len(place.around) - len(way(place.around)) for place in one.places), len(question.related)


def _inside(place: Place, groups: set[int]) -> bool:
    return any(id(group) in groups for group, _, _ in place.around)


def _once(found: Sequence[Found]) -> Iterator[Found]:
    """Of two tests that make each other idle, such as one that is written twice, the one that was written last."""
    for number, (one, question) in enumerate(found):
        later = (other for _, other in found[number + 1 :])
        if not any(other.code == question.code and _each_other(question, other) for other in later):
            yield one, question


def _each_other(one: Question, other: Question) -> bool:
    """Each of two findings is brought about by the test of the other one alone."""
    return [id(says) for says in one.related] == [id(other.says)] and [id(says) for says in other.related] == [
        id(one.says)
    ]
