"""Answers as findings: both places, both quotations, and a request that shows it, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import verdict
from wiser_compiler.core.model import Criterion, Policy, Worded
from wiser_compiler.core.walk import criterion_parts, subexpressions
from wiser_compiler.core.words import request_words
from wiser_compiler.diagnostics import Report
from wiser_compiler.proof.anomalies.counterexample import ranges_behind, shown
from wiser_compiler.proof.anomalies.goals import Question
from wiser_compiler.proof.anomalies.minimal_causes import words_of

HELP: Mapping[str, str] = {
    "never-ready": "find out in the source which of them asks for too much",
    "never-met": "find out in the source which of the tests is wrong",
    "never-fails": "ask for something that a chart may also not show, or take the criterion out",
    "never-applies": "let `applies_when` hold for some request, or take the criterion out",
    "conflicting-criteria": "find out in the sources which is wrong, or say with `applies_when` when each applies",
    "implied-criterion": "take it out, or find out in the source what it asks for beside the others",
    "dead-test": "take it out, or find out in the source where it should help",
    "idle-test": "take it out, or find out in the source what more it should ask for",
    "dead-exception": "take `unless` out, or let it hold where the rule fails",
    "swallowed-rule": "say in `unless` what is special about the exception",
    "idle-fact": "take the fact out, or test it so that its answer matters",
    "gap-between-routes": "let one of the two include this value, as the source does",
    "overlapping-routes": "let only one of the two include this value, as the source does",
    "schema-disagrees": "this is a mistake of the tool and not of the policy; please report it",
    "unproven": "a smaller test, or a narrower range of the facts it reads, may be within reach",
}


def report_findings(policy: Policy, questions: Sequence[Question], report: Report) -> None:
    """Report every anomaly that is there, and every question that was not answered."""
    for question in questions:
        if question.answer.kind == "unknown":
            reason = question.answer.reason
            report.error(
                "unproven", f"it is not known whether {question.asked}: {reason}", question.span, HELP["unproven"]
            )
        elif question.found:
            report.error(
                question.code,
                question.asked,
                question.span,
                HELP[question.code],
                label=_label(question),
                related=tuple((says.span, words_of(says)) for says in question.related)
                or tuple((other.span, _quoted(other)) for other in question.with_),
                notes=tuple(_notes(policy, question)),
            )


def _label(question: Question) -> str:
    if question.says is not None:
        return words_of(question.says)
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


def _notes(policy: Policy, question: Question) -> Iterator[str]:
    request = shown(policy, question)
    if request is not None:
        yield f"a request that shows it: {request_words(policy, request)}"
        case, _ = read_case(policy.facts, request)
        about = [*([question.criterion] if question.criterion else []), *question.with_]
        if told := [f"`{criterion.id}` is {verdict(criterion, case)}" for criterion in dict.fromkeys(about)]:
            yield f"there {' and '.join(told)}"
    if ranges := [f"`{fact.name}` ({low} to {high})" for fact, low, high in ranges_behind(policy, question)]:
        yield f"it is so only because of the declared range of {' and of '.join(ranges)}"
    if question.answer.kind == "bounded":
        yield f"looked at: every request with {' and '.join(question.answer.limits)}"
