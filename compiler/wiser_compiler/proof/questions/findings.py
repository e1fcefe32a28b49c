"""Findings from answers: both places, both quotations, and a request that shows the anomaly, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from wiser_compiler.core.case import read_case
from wiser_compiler.core.criterion_ids import IN_FORCE
from wiser_compiler.core.evaluate import verdict
from wiser_compiler.core.model import Criterion, Fact, Number, Policy, Worded
from wiser_compiler.core.walk import criterion_facts, criterion_parts, subexpressions
from wiser_compiler.core.words import part_words, request_words
from wiser_compiler.diagnostics import Report, listed
from wiser_compiler.proof.answers import Request
from wiser_compiler.proof.formula import Formula, holds
from wiser_compiler.proof.minimize import nearest
from wiser_compiler.proof.questions.near_miss import near
from wiser_compiler.proof.questions.positions import quoted_test
from wiser_compiler.proof.questions.table import SWALLOWED_BY, Answered, Question
from wiser_compiler.proof.solver.solver import Solver


def report_findings(policy: Policy, solver: Solver, answers: Sequence[Answered], report: Report) -> None:
    """Report every anomaly, and every question without an answer."""
    for one in answers:
        question = one.question
        if one.answer.kind == "unknown":
            report.error(
                "unproven",
                f"it is not known whether {question.asked}: {one.answer.reason}",
                question.span,
                "a smaller test, or a narrower range of the facts it reads, may be within reach",
            )
        elif one.found:
            report.error(
                question.code,
                question.asked,
                question.span,
                _help(question),
                label=_label(question),
                related=tuple((says.span, part_words(says)) for says in question.related)
                or tuple((other.span, _quoted(other)) for other in question.others),
                notes=tuple(_notes(policy, solver, one)),
                about=question.names,
            )


MADE = "the compiler makes it: change {keys} of the document, or the range of a fact that it reads"


def _help(question: Question) -> str:
    """How to repair an anomaly. A criterion that the compiler made cannot be edited itself."""
    criterion = question.criterion
    if criterion is None or criterion.origin != "compiler" or question.row.if_reached:
        return question.row.help
    return MADE.format(keys="`effective`" if criterion.id == IN_FORCE else "`codes`")


def _label(question: Question) -> str:
    if question.says is not None:
        return part_words(question.says)
    return _quoted(question.criterion) if question.criterion is not None else ""


def _quoted(criterion: Criterion) -> str:
    """The words of the source behind a criterion, and where they stand."""
    quotes = dict.fromkeys(
        says.quote
        for part in criterion_parts(criterion)
        for says in subexpressions(part)
        if isinstance(says, Worded) and says.quote
    )
    words = [f"“{quote}”" for quote in list(quotes)[:3]] or [criterion.title]
    places = ", ".join(f"{cite.source.section or cite.source.title} {cite.place}".strip() for cite in criterion.cite)
    return f"{', '.join(words)} ({places})"


def _notes(policy: Policy, solver: Solver, one: Answered) -> Iterator[str]:
    question = one.question
    request = _shown(policy, solver, one)
    if request is not None:
        near_both = question.shows is not None and question.row is not SWALLOWED_BY
        said = "comes as near to both as possible" if near_both else "shows it"
        yield f"a request that {said}: {request_words(policy, request)}"
        case, _ = read_case(policy.facts, request)
        about = [*([question.criterion] if question.criterion else []), *question.others]
        if verdicts := [f"`{criterion.id}` is {verdict(criterion, case)}" for criterion in dict.fromkeys(about)]:
            yield f"there {' and '.join(verdicts)}"
        if near_both and question.related and question.says is not None:
            met = listed([quoted_test(says) for says in question.related], "and", mark="")
            verb = "is" if len(question.related) == 1 else "are"
            yield f"there {met} {verb} met, and {quoted_test(question.says)} is not"
    if question.also:
        yield f"the same words make it so in {listed([criterion.id for criterion in question.also], 'and')}"
    if ranges := [f"`{fact.name}` ({low} to {high})" for fact, low, high in _ranges_behind(solver, one)]:
        yield f"it is so only because of the declared range of {' and of '.join(ranges)}"
    if one.answer.kind == "bounded":
        yield f"looked at: every request with {' and '.join(one.answer.limits)}"


def _shown(policy: Policy, solver: Solver, one: Answered) -> Request | None:
    """A request near an example that shows the anomaly, or None where the anomaly is that no such request exists."""
    question, request = one.question, one.answer.witness
    goal, shows = question.goal, question.shows
    if shows is None and question.row.shows is not None and question.criterion is not None:
        shows = question.row.shows(question.criterion, question.others)
    if request is None and shows is not None and question.criterion is not None:
        goal = shows
        request = near(solver, goal, [question.criterion, *question.others])
    if request is None or callable(goal):
        return request
    wanted: Formula = goal
    return nearest(policy, request, lambda case: holds(wanted, case))


def _ranges_behind(solver: Solver, one: Answered) -> Iterator[tuple[Fact, Decimal, Decimal]]:
    """The numbers whose declared range is the cause of an anomaly: without the range there would be none."""
    question, criterion = one.question, one.question.criterion
    if criterion is None or question.about != (criterion,) or not one.answer.holds:
        return
    for fact in criterion_facts(criterion):
        if isinstance(fact.type, Number) and solver.needs_range(question.goal, [criterion], fact):
            yield fact, fact.type.low, fact.type.high
