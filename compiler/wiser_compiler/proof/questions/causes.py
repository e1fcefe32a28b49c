"""The causes of an anomaly: the tests or criteria behind it. Also the anomalies that only follow from another one.

The causes are as few as suffice: two bounds that exclude each other, or one that holds wherever another does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from wiser_compiler.core.model import AtLeast, Compare, Criterion, Documented, Expr, Includes, Not, Worded
from wiser_compiler.diagnostics import listed
from wiser_compiler.proof.formula import Exactly, Formula, No, Surely, applies_and_met, every, fails, satisfied, stated
from wiser_compiler.proof.questions.positions import Position, beside, first_words, is_shown, needed, route_of
from wiser_compiler.proof.questions.table import (
    CONFLICT,
    IDLE_TEST,
    IMPLIED,
    NEVER_READY,
    Answered,
    Question,
)
from wiser_compiler.proof.solver.solver import Solver


def explained(solver: Solver, answered: Answered) -> Answered:
    """An answered question with the causes of its anomaly. A question without an anomaly stays as it is."""
    if not answered.found:
        return answered
    question = answered.question
    row, criterion = question.row, question.criterion
    if row is NEVER_READY:
        question = _never_ready(question, _criteria(solver, True, question.about))
    elif row is CONFLICT and criterion is not None:
        question = replace(question, others=_criteria(solver, applies_and_met(criterion), question.others, criterion))
    elif row is IMPLIED and criterion is not None:
        question = replace(question, others=_criteria(solver, fails(criterion), question.others, criterion))
    elif row is IDLE_TEST and criterion is not None and question.positions[0].swapped is None:
        causes = [says for position in question.positions for says in _beside(solver, criterion, question, position)]
        question = replace(question, related=_related(causes, question.says))
    return replace(answered, question=question)


def _never_ready(question: Question, causes: Sequence[Criterion]) -> Question:
    """The finding at the last criterion of the document among the causes, which is the likelier slip."""
    if not causes:
        return question
    *others, last = causes
    together = f": {listed([c.id for c in causes], 'and')} cannot be met together" if others else ""
    return replace(question, asked=question.asked + together, span=last.span, criterion=last, others=tuple(others))


def _related(causes: Iterable[Worded], own: Worded | None) -> tuple[Worded, ...]:
    return tuple(distinct(says for says in causes if says is not own))


def distinct(found: Iterable[Worded | None]) -> list[Worded]:
    """Each once, by object identity: equal words may stand in two positions."""
    return list({id(says): says for says in found if says is not None}.values())


# ---------------------------------------------------------------- as few as are enough


@dataclass(frozen=True, slots=True)
class Part:
    """A possible cause of an anomaly, as a formula: a criterion, or a test with its words."""

    formula: Formula
    criterion: Criterion
    says: Worded | None = None


def fewest(
    solver: Solver,
    given: Formula,
    parts: Sequence[Part],
    *about: Criterion,
    excluded: Callable[[Sequence[Part]], bool] | None = None,
) -> list[Part]:
    """The fewest parts that contradict the given formula, in their order; none if all parts agree with it.

    With `excluded`, the fewest parts that it holds for.
    """

    def contradict(rest: Sequence[Part]) -> bool:
        if excluded is not None:
            return excluded(rest)
        read = {part.criterion.id: part.criterion for part in rest}
        goal = every(given, *(part.formula for part in rest))
        return solver.reach({"": goal}, [*read.values(), *about])[""] is None

    core = list(parts)
    if not contradict(core):
        return []
    for part in parts:
        rest = [other for other in core if other is not part]
        if contradict(rest):
            core = rest
    return core


def _criteria(
    solver: Solver, given: Formula, criteria: Sequence[Criterion], *about: Criterion
) -> tuple[Criterion, ...]:
    parts = [Part(satisfied(criterion), criterion) for criterion in criteria]
    return tuple(part.criterion for part in fewest(solver, given, parts, *about))


def _tests(solver: Solver, criterion: Criterion, given: Formula, parts: Iterable[Part]) -> list[Worded]:
    return distinct(part.says for part in fewest(solver, given, list(parts), criterion))


def _beside(solver: Solver, criterion: Criterion, question: Question, position: Position) -> list[Worded]:
    """The tests around a position that make its test irrelevant."""
    sure = Surely(position.whole, position.positive)
    alone = every(No(sure), stated(position.expr))  # as if no test stood around it
    applying = [] if question.in_condition else needed_by(criterion, criterion.applies_when, True)
    parts = [*applying, *(part for group in route_of(position.around) for part in around(criterion, *group))]
    return _tests(solver, criterion, alone, parts)


def around(criterion: Criterion, group: AtLeast, number: int, positive: bool) -> Iterator[Part]:
    """The conditions under which one part decides its group, each as a possible cause."""
    others, wanted = beside(group, number), needed(group, positive)
    if wanted == len(group.parts):
        for part in others:
            yield from needed_by(criterion, part, positive)
    elif wanted == 1:
        for part in others:
            yield Part(No(Surely(part, positive)), criterion, first_words(part))
    else:
        undecided = Exactly(wanted - 1, tuple(Surely(part, positive) for part in others))
        yield Part(undecided, criterion, first_words(group))


def needed_by(criterion: Criterion, expr: Expr | None, positive: bool, says: Worded | None = None) -> Iterator[Part]:
    """The tests that must all be met for an expression to be met."""
    match expr:
        case None:
            return
        case Worded(part=part):
            yield from needed_by(criterion, part, positive, expr if is_shown(expr) else says)
        case Not(part=part):
            yield from needed_by(criterion, part, not positive, says)
        case AtLeast(parts=inner) if inner and needed(expr, positive) == len(inner):
            for part in inner:
                yield from needed_by(criterion, part, positive, says)
        case AtLeast() | Compare() | Includes() | Documented():
            yield Part(Surely(expr, positive), criterion, says or first_words(expr))
        case _:
            assert_never(expr)


# ---------------------------------------------------------------- findings that say the same


def once(found: Sequence[Answered]) -> Iterator[Answered]:
    """The findings with one of two tests that make each other idle, such as a repeated test: the later one."""
    for number, one in enumerate(found):
        if not any(_each_other(one.question, other.question) for other in found[number + 1 :]):
            yield one


def _each_other(one: Question, other: Question) -> bool:
    """Whether each of two findings of one kind has the other's test as its only cause."""
    mine, theirs = [id(says) for says in one.related], [id(says) for says in other.related]
    return one.row is other.row and mine == [id(other.says)] and theirs == [id(one.says)]


def doubles_once(answers: Sequence[Answered]) -> Iterator[Answered]:
    """The findings with one of two criteria that imply each other: the later one, as the double of the other."""
    order = {one.question.criterion.id: number for number, one in enumerate(answers) if one.question.criterion}
    causes = {one.question.criterion.id: one.question.others for one in answers if one.found and one.question.criterion}
    for one in answers:
        criterion, others = one.question.criterion, one.question.others
        if not one.found or criterion is None or len(others) != 1 or causes.get(others[0].id) != (criterion,):
            yield one
        elif order[others[0].id] < order[criterion.id]:
            asked = f"`{criterion.id}` and `{others[0].id}` are met by the same requests"
            yield replace(one, question=replace(one.question, asked=asked))
