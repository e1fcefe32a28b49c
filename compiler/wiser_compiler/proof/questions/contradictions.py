"""Tests that can never help, and the contradiction behind them, which is reported once and at the tests that clash.

Two bounds that exclude each other make every test of their alternative useless. The finding stands at the later of the
two. Everything inside the alternative follows from it, and so does every other use of the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from wiser_compiler.core.model import AtLeast, Compare, Criterion, Expr, Not, Worded, all_of
from wiser_compiler.core.walk import criterion_parts, filters, replaced, subexpressions
from wiser_compiler.proof.formula import Formula, Surely, applies, every, stated, unlike
from wiser_compiler.proof.questions.causes import Part, around, distinct, fewest, needed_by, once
from wiser_compiler.proof.questions.near_miss import near_miss
from wiser_compiler.proof.questions.positions import FALSE, Position, first_words, positions, route_of
from wiser_compiler.proof.questions.table import DEAD_TEST, LOST_ANSWER, Answered, Question
from wiser_compiler.proof.solver.solver import Solver

CLASH = ": the tests shown here exclude each other"


def without_consequences(
    solver: Solver, found: Sequence[Answered], explained: Callable[[Answered], Answered]
) -> list[Answered]:
    """The findings about the tests of one criterion, without those that follow from another, with their causes."""
    dead = sorted((one for one in found if one.question.row is DEAD_TEST), key=_outermost)
    folded: set[int] = set()  # expressions inside an alternative that can never be met
    kept = []
    for one in dead:
        position = one.question.positions[0]
        if id(position.expr) not in folded:
            clash = _clash(solver, one, dead)
            kept.append(clash)
            for whole in (*(group for group, _, _ in route_of(position.around)), position.expr, *clash.inside):
                folded.update(map(id, subexpressions(whole)))
    others = [
        explained(one)
        for one in found
        if one.question.row is not DEAD_TEST
        and not all(id(position.expr) in folded for position in one.question.positions)
    ]
    order = {id(one.question.says or one): number for number, one in enumerate(found)}
    all_ = sorted(
        (*(clash.found for clash in kept), *_in_one_place(others)),
        key=lambda one: (one.question.span.line, order.get(id(one.question.says or one), 0)),
    )
    return list({(one.question.code, id(one.question.says or one)): one for one in once(all_)}.values())


def _in_one_place(found: Sequence[Answered]) -> list[Answered]:
    """The findings without those about a test in a filter, where the whole comparison has the same finding."""
    firsts = [(one, one.question.positions[0]) for one in found]
    whole = {(one.question.code, id(position.expr)) for one, position in firsts if position.swapped is None}
    return [
        one
        for one, position in firsts
        if position.swapped is None or (one.question.code, id(position.whole)) not in whole
    ]


def _outermost(one: Answered) -> tuple[bool, int]:
    """Tests of the criterion itself come before those of a filter, and outer groups before inner ones."""
    position = one.question.positions[0]
    return position.swapped is not None, len(position.around) - len(route_of(position.around))


# ---------------------------------------------------------------- the tests that clash


@dataclass(frozen=True, slots=True)
class Clash:
    """A finding with its causes, and the groups whose tests follow from it."""

    found: Answered
    inside: tuple[Expr, ...] = ()


def _clash(solver: Solver, one: Answered, dead: Sequence[Answered]) -> Clash:
    """The finding about a test that can never help, at the later of the tests that clash."""
    position, criterion = one.question.positions[0], one.question.criterion
    assert criterion is not None
    if position.swapped is not None:
        return _in_filter(solver, one, dead) or Clash(one)
    own = Part(Surely(position.whole, position.positive), criterion, position.says or first_words(position.expr))
    core = fewest(solver, True, [own, *_beside(criterion, one.question, position)], criterion)
    if core == [own]:
        inside = {id(inner) for inner in subexpressions(position.expr)} - {id(position.expr)}
        swapped = [other for other in dead if id(other.question.positions[0].expr) in inside]
        return next(filter(None, (_in_filter(solver, other, dead) for other in swapped)), Clash(one))
    return Clash(_at_last(solver, one, core, dead))


def _beside(criterion: Criterion, question: Question, position: Position) -> Iterator[Part]:
    """The conditions under which a position decides, each as a possible cause."""
    if not question.in_condition:
        yield from needed_by(criterion, criterion.applies_when, True)
    for group in position.around:
        yield from around(criterion, *group)


def _at_last(solver: Solver, one: Answered, core: Sequence[Part], dead: Sequence[Answered]) -> Answered:
    """The finding at the last of the tests that clash and can never help, with a request that nearly meets them."""
    by_words = {id(other.question.says): other for other in dead if other.question.says is not None}
    says = distinct(part.says for part in core)
    read = (
        id(part) for about in one.question.about for whole in criterion_parts(about) for part in subexpressions(whole)
    )
    order = {part: number for number, part in enumerate(read)}  # tells tests without places apart
    useless = (each for each in says if id(each) in by_words)
    last = max(useless, key=lambda each: (each.span, order.get(id(each), 0)), default=None)
    at = one if last is None else by_words[id(last)]
    question = replace(at.question, related=tuple(each for each in says if each is not at.question.says))
    mine = [part for part in core if part.says is at.question.says]
    if all(isinstance(part.formula, Surely) for part in core) and len(core) > 1 and len(mine) == 1:
        shows = _missed(solver, question, core, mine[0])
        question = replace(question, asked=question.asked + CLASH, shows=shows)
    return replace(at, question=question)


def _missed(solver: Solver, question: Question, core: Sequence[Part], last: Part) -> Formula | None:
    """The requests that meet all of the tests that clash but one, which they miss by as little as possible."""
    rest = [part.formula for part in core if part is not last]

    def goal(expr: Expr) -> Formula:
        return every(*rest, Surely(expr), stated(expr))

    return near_miss(solver, goal, [*(_test(part) for part in core if part is not last), _test(last)], question.about)


# ---------------------------------------------------------------- inside a filter


def _in_filter(solver: Solver, one: Answered, dead: Sequence[Answered]) -> Clash | None:
    """The finding about a test in a filter, at the later of the tests of one group that exclude each other."""
    position, criterion = one.question.positions[0], one.question.criterion
    assert criterion is not None
    groups = _conjunctions(position.whole, position.expr, criterion)
    return next(filter(None, (_in_group(solver, one, dead, *group) for group in groups)), None)


def _in_group(
    solver: Solver, one: Answered, dead: Sequence[Answered], group: Expr, parts: Sequence[Part]
) -> Clash | None:
    position, criterion = one.question.positions[0], one.question.criterion
    assert criterion is not None
    whole, positive = position.whole, position.positive
    without = Surely(replaced(whole, group, FALSE), positive)
    where = True if one.question.in_condition else applies(criterion)

    def helps(tests: Expr) -> Formula:  # the whole is otherwise than with a group that no record passes
        return every(where, unlike(Surely(replaced(whole, group, tests), positive), without))

    def excluded(rest: Sequence[Part]) -> bool:
        return solver.reach({"": helps(all_of(*map(_test, rest)))}, [criterion])[""] is None

    core = fewest(solver, True, parts, criterion, excluded=excluded)
    if len(core) < 2 or any(part.says is None for part in core):
        return None
    *others, last = sorted(core, key=lambda part: part.says.span if part.says else criterion.span)
    at = next((other for other in dead if other.question.says is last.says), None)
    at = at or replace(one, question=_moved(one.question, last.says))
    kept, known = all_of(*map(_test, others)), stated(whole)
    tests = [*map(_test, others), _test(last)]
    shows = near_miss(solver, lambda test: every(helps(all_of(kept, test)), known), tests, at.question.about)
    related = tuple(distinct(part.says for part in others if part.says is not at.question.says))
    question = replace(at.question, asked=at.question.asked + CLASH, related=related, shows=shows)
    return Clash(replace(at, question=question), (group, whole))


def _moved(question: Question, says: Worded | None) -> Question:
    """The question at another test."""
    return question if says is None else replace(question, says=says, span=says.span)


def _test(part: Part) -> Expr:
    """The test of a part, as an expression."""
    assert isinstance(part.formula, Surely)
    return part.formula.expr if part.formula.met else Not(part.formula.expr)


def _conjunctions(whole: Expr, inner: Expr, criterion: Criterion) -> Iterator[tuple[Expr, list[Part]]]:
    """The groups inside filters that need all of their tests, one of which is `inner`; outer ones first."""
    for compare in subexpressions(whole):
        if isinstance(compare, Compare):
            for _, where in filters(compare):
                for group in subexpressions(where):
                    if isinstance(group, AtLeast) and group.count == len(group.parts) > 1:
                        parts = list(needed_by(criterion, group, True))
                        if any(isinstance(part.formula, Surely) and part.formula.expr is inner for part in parts):
                            yield group, parts


# ---------------------------------------------------------------- a criterion that can never be met


def never_met(solver: Solver, answered: Answered) -> Answered:
    """The finding about a criterion that can never be met, at the last of the tests that exclude each other."""
    question, criterion = answered.question, answered.question.criterion
    assert criterion is not None
    if criterion.unless is not None:
        return answered
    parts = [part for expr in (criterion.applies_when, criterion.require) for part in needed_by(criterion, expr, True)]
    core = fewest(solver, True, parts, criterion)
    says = distinct(part.says for part in core)
    if not says:
        return answered
    if len(core) == 1 and (clash := _clash_inside(solver, answered, core[0])) is not None:
        return clash
    *others, last = says
    mine = [part for part in core if part.says is last]
    shows = _missed(solver, question, core, mine[0]) if others and len(mine) == 1 else None
    words = CLASH if others else ": no request passes this test"
    asked = question.asked + words
    return replace(
        answered,
        question=replace(question, asked=asked, says=last, span=last.span, related=tuple(others), shows=shows),
    )


def never_ready(solver: Solver, answered: Answered) -> Answered:
    """The finding that no request is ready, with the tests of its criteria that exclude each other."""
    question, last = answered.question, answered.question.criterion
    criteria = () if last is None else (*question.others, last)
    if not question.others or any(one.applies_when is not None or one.unless is not None for one in criteria):
        return answered
    parts = [part for one in criteria for part in needed_by(one, one.require, True)]
    core = fewest(solver, True, parts, *criteria)
    says = distinct(part.says for part in core)
    if len(core) < 2 or len(says) < len(core):
        return answered
    about = replace(question, about=criteria)
    shows = _missed(solver, about, core, core[-1])
    *others, at = says
    question = replace(question, says=at, span=at.span, related=tuple(others), shows=shows)
    return replace(answered, question=question)


def _clash_inside(solver: Solver, answered: Answered, only: Part) -> Answered | None:
    """The finding inside the filter of the only test that is never met, if tests exclude each other there."""
    whole = _test(only)
    for position in positions(whole):
        if position.swapped is not None:
            says = position.says or first_words(position.expr)
            question = replace(answered.question, positions=(replace(position, whole=whole, positive=True),), says=says)
            clash = _in_filter(solver, replace(answered, question=question), ())
            if clash is not None:
                return clash.found
    return None


# ---------------------------------------------------------------- the same words in several criteria


def places_once(answers: Sequence[Answered]) -> list[Answered]:
    """The answers, with findings about the same words in several criteria as one."""
    firsts: dict[object, int] = {}
    kept: list[Answered] = []
    for one in answers:
        question = one.question
        key = (question.code, question.span, tuple(says.span for says in question.related))
        if one.found and question.says is not None and question.row in (DEAD_TEST, LOST_ANSWER) and key in firsts:
            first = kept[firsts[key]]
            also = (*first.question.also, *question.about)
            kept[firsts[key]] = replace(first, question=replace(first.question, also=also))
            continue
        firsts.setdefault(key, len(kept))
        kept.append(one)
    return kept
