"""Answers that are asked for in vain: is a verdict missing on some request without an answer that does not matter?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wiser_compiler.core.model import Criterion, Policy, Worded
from wiser_compiler.proof.questions.completions import (
    LIMIT,
    OneAnswer,
    answers_in_several_places,
    asked_in_vain,
    words_about,
)
from wiser_compiler.proof.questions.contradictions import places_once
from wiser_compiler.proof.questions.table import LOST_ANSWER, Answered, Question
from wiser_compiler.proof.solver.solver import Solver


def lost_answers(policy: Policy, solver: Solver, answered: Sequence[Answered]) -> list[Answered]:
    """The questions about every criterion of the document itself that has no finding yet and no idle fact."""
    found = [one.question for one in answered if one.found]
    flawed = {name for question in found for name in question.names}
    flawed |= {criterion.id for question in found if question.fact is not None for criterion in question.about}
    own = (criterion for criterion in policy.own if criterion.origin == "document" and criterion.id not in flawed)
    return places_once([one for criterion in own for one in _of(solver, criterion)])


def _of(solver: Solver, criterion: Criterion) -> Iterator[Answered]:
    answers, others = answers_in_several_places(criterion)
    if not answers and not others:
        return
    question = _question(criterion, answers)
    found = solver.reach({"": question.goal}, [criterion], likely=False)[""] if answers else None
    if isinstance(found, dict):  # the first answer that is lost, whichever the request shows
        each = solver.reach({answer: asked_in_vain(criterion, answer) for answer in answers}, [criterion], likely=False)
        lost, found = next((answer, one) for answer, one in each.items() if isinstance(one, dict))
        question = _question(criterion, [lost], f"`{lost.name}`", words_about(criterion, lost))
    reply = solver.answer(found, (criterion,))
    if others and reply.holds:
        reply = replace(reply, kind="bounded", limits=(*reply.limits, LIMIT))
    yield Answered(question, reply)


def _question(
    criterion: Criterion, answers: Sequence[OneAnswer], name: str = "an answer", says: Sequence[Worded] = ()
) -> Question:
    asked, goal = LOST_ANSWER.words.format(id=criterion.id, name=name), LOST_ANSWER.goal(criterion, answers)
    first, related = next(iter(says), None), tuple(says[1:])
    span = criterion.span if first is None else first.span
    return Question(LOST_ANSWER, goal, asked, (criterion,), span, criterion, says=first, related=related)
