"""Every kind of question about one policy: the code of its finding, its goal, its words, and its help.

A goal is a formula for the requests that refute the anomaly. Each goal is a small function. Its docstring says when the
goal is unsatisfiable, which is when the policy has the anomaly.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from wiser_compiler.core.evaluate import MET, MISSING, NOT_MET
from wiser_compiler.core.model import Compare, Criterion, Expr, Fact, Worded, any_of
from wiser_compiler.diagnostics import Span
from wiser_compiler.proof.answers import Answer
from wiser_compiler.proof.formula import (
    Formula,
    No,
    Surely,
    applies,
    applies_and_met,
    every,
    fails,
    has_verdict,
    satisfied,
    some,
)
from wiser_compiler.proof.questions.completions import OneAnswer, asked_in_vain
from wiser_compiler.proof.questions.positions import Position, helps, hinders
from wiser_compiler.proof.solver.logic import Bit
from wiser_compiler.proof.solver.second_request import changes_a_verdict
from wiser_compiler.proof.solver.solver import Goal, SymbolicPolicy

# ---------------------------------------------------------------- goals about one criterion


def can_apply(criterion: Criterion) -> Formula:
    """Unsatisfiable exactly if the criterion applies to no request."""
    return applies(criterion)


def can_be_met(criterion: Criterion) -> Formula:
    """Unsatisfiable exactly if the criterion applies to no request that meets it."""
    return applies_and_met(criterion)


def can_fail(criterion: Criterion) -> Formula:
    """Unsatisfiable exactly if the criterion is met by every request to which it applies and that states all it
    compares.

    With an exception: unsatisfiable exactly if the exception holds wherever the rule fails.
    """
    return fails(criterion)


def exception_helps(criterion: Criterion) -> Formula:
    """Unsatisfiable exactly if every request that satisfies the exception also meets the rule."""
    assert criterion.unless is not None
    return every(applies(criterion), Surely(criterion.unless), No(Surely(criterion.require)))


# ---------------------------------------------------------------- goals about the tests of a criterion


def test_helps(where: Formula, positions: Sequence[Position]) -> Formula:
    """Unsatisfiable exactly if the expression around the test is never met because of the test."""
    return every(where, some(*map(helps, positions)))


def test_hinders(where: Formula, positions: Sequence[Position]) -> Formula:
    """Unsatisfiable exactly if the test is met wherever the tests beside it are met."""
    return every(where, some(*map(hinders, positions)))


def not_taken(without: Formula, other: Formula, known: Formula) -> Formula:
    """Unsatisfiable exactly if an alternative holds wherever the condition of another one does not."""
    return every(without, other, known)


# ---------------------------------------------------------------- goals about what is not stated


def missing_in_vain(criterion: Criterion, answers: Sequence[OneAnswer]) -> Formula:
    """Unsatisfiable exactly if two values of an answer give two verdicts wherever the verdict is missing without it."""
    return some(*(asked_in_vain(criterion, answer) for answer in answers))


# ---------------------------------------------------------------- goals about several criteria


def all_satisfied(criteria: Sequence[Criterion]) -> Formula:
    """Unsatisfiable exactly if no request is ready."""
    return every(*map(satisfied, criteria))


def met_beside(criterion: Criterion, others: Sequence[Criterion]) -> Formula:
    """Unsatisfiable exactly if the criterion applies to no request that meets it and satisfies the others."""
    return every(applies_and_met(criterion), *map(satisfied, others))


def both_met(one: Criterion, other: Criterion) -> Formula:
    """Unsatisfiable exactly if no request to which both criteria apply meets both."""
    return every(applies(one), applies(other), Surely(one.test), Surely(other.test))


def fails_alone(criterion: Criterion, others: Sequence[Criterion]) -> Formula:
    """Unsatisfiable exactly if no request that satisfies the others fails the criterion."""
    return every(fails(criterion), *map(satisfied, others))


# ---------------------------------------------------------------- goals about facts and routes


def fact_decides(readers: Sequence[Criterion], fact: Fact) -> Goal:
    """Unsatisfiable exactly if two requests that differ in what they state of the fact have the same verdicts."""

    def goal(symbolic: SymbolicPolicy) -> Bit:
        return changes_a_verdict(symbolic, readers, fact)

    return goal


def in_neither(edges: Sequence[Compare], routes: Sequence[Expr]) -> Formula:
    """Unsatisfiable exactly if every value between the edges of two routes is on one of them."""
    return every(*(Surely(edge, False) for edge in edges), No(Surely(any_of(*routes))))


def in_both(routes: Sequence[Expr]) -> Formula:
    """Unsatisfiable exactly if no value is on both routes."""
    return every(*map(Surely, routes))


# ---------------------------------------------------------------- goals about the generated schemas


def valid_and_refused(request: Formula) -> Formula:
    """Unsatisfiable exactly if the schema `request` accepts every valid request."""
    return No(request)


def ready_and_not_satisfied(ready: Formula, criterion: Criterion) -> Formula:
    """Unsatisfiable exactly if every request that `ready` accepts satisfies the criterion."""
    return every(ready, No(satisfied(criterion)))


def accepted_and_invalid(accepted: Formula, valid: Formula) -> Formula:
    """Unsatisfiable exactly if every value that `ready` accepts is valid."""
    return every(accepted, No(valid))


def impossible_and_not_failed(possible: Formula, criterion: Criterion) -> Formula:
    """Unsatisfiable exactly if every request that `possible` refuses does not meet the criterion."""
    return every(No(possible), No(has_verdict(criterion, NOT_MET)))


# ---------------------------------------------------------------- where an anomaly can be seen


def one_met_one_not(criterion: Criterion, others: Sequence[Criterion]) -> Formula:
    """The criterion is met, and so one of the others is not met."""
    clear = (No(has_verdict(other, MISSING)) for other in others)
    return every(has_verdict(criterion, MET), *clear, some(*(has_verdict(other, NOT_MET) for other in others)))


def not_met(criterion: Criterion, _others: Sequence[Criterion]) -> Formula:
    """The criterion is not met, and so one of the others is not met either."""
    return has_verdict(criterion, NOT_MET)


def only_the_exception(criterion: Criterion, _others: Sequence[Criterion]) -> Formula:
    """The rule fails, and the exception holds."""
    assert criterion.unless is not None
    return every(applies(criterion), Surely(criterion.require, False), Surely(criterion.unless))


# ---------------------------------------------------------------- the table


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of question. `words` describe the anomaly, and `help` says how to repair it.

    The policy has the anomaly exactly if no request reaches the goal; with `if_reached`, exactly if one does. `shows`
    is a formula for requests that show an anomaly that no request refutes.
    """

    code: str
    goal: Callable[..., Goal]
    words: str
    help: str
    if_reached: bool = False
    shows: Callable[[Criterion, Sequence[Criterion]], Formula] | None = None


CLASH = "find out in the sources which is wrong, or say with `applies_when` when each applies"
MISTAKE = "this is a mistake of the tool and not of the policy; please report it"
# fmt: off
NEVER_APPLIES = Row("never-applies", can_apply, "`{id}` applies to no request",
    "let `applies_when` hold for some request, or take the criterion out")
NEVER_MET = Row("never-met", can_be_met, "`{id}` can never be met",
    "find out in the source which of the tests is wrong")
NEVER_FAILS = Row("never-fails", can_fail, "`{id}` can never fail, whatever the chart states",
    "ask for something that a chart may also not show, or take the criterion out")
SWALLOWED_RULE = Row("swallowed-rule", can_fail, "the exception of `{id}` holds wherever its rule fails",
    "say in `unless` what is special about the exception", shows=only_the_exception)
SWALLOWED_BY = Row("swallowed-rule", not_taken,
    "wherever the condition of one alternative of `{id}` fails, this one holds, so that the others ask for nothing",
    "say with `applies_when` whom the rule concerns, or say what more this alternative asks for")
DEAD_EXCEPTION = Row("dead-exception", exception_helps, "the exception of `{id}` changes nothing: no request needs it",
    "take `unless` out, or let it hold where the rule fails")
DEAD_TEST = Row("dead-test", test_helps, "{test} can never {do}",
    "take it out, or find out in the source where it should help")
IDLE_TEST = Row("idle-test", test_hinders, "{test} adds nothing to {whole}: it is so wherever the rest is",
    "take it out, or find out in the source what more it should ask for")
LOST_ANSWER = Row("lost-answer", missing_in_vain, "`{id}` is missing without {name}, which does not matter there",
    "add the alternative in which it does not matter, take out a test that only tells the alternatives apart, or ask "
    "that the answer is `documented`",
    if_reached=True)
IDLE_FACT = Row("idle-fact", fact_decides, "`{name}` changes no verdict, whatever the chart states",
    "take the fact out, or test it so that its answer matters")
NEVER_READY = Row("never-ready", all_satisfied, "no request is {ready}",
    "find out in the source which of them asks for too much", shows=one_met_one_not)
CONFLICT = Row("conflicting-criteria", met_beside, "`{id}` cannot be met where the others are",
    CLASH, shows=one_met_one_not)
CONFLICT_OF_TWO = Row("conflicting-criteria", both_met, "`{id}` and `{other}` cannot both be met where both apply",
    CLASH, shows=one_met_one_not)
IMPLIED = Row("implied-criterion", fails_alone, "`{id}` is met wherever the others are",
    "take it out, or find out in the source what it asks for beside the others", shows=not_met)
GAP = Row("gap-between-routes", in_neither, "{value} falls between {routes}",
    "let one of the two include this value, as the source does", if_reached=True)
OVERLAP = Row("overlapping-routes", in_both, "{value} belongs to {routes}",
    "let only one of the two include this value, as the source does", if_reached=True)
SCHEMA_REQUEST = Row("schema-disagrees", valid_and_refused,
    "every valid request has the shape that the schema `request` asks for", MISTAKE, if_reached=True)
SCHEMA_READY = Row("schema-disagrees", ready_and_not_satisfied,
    "by `{id}`, what `ready` accepts is met", MISTAKE, if_reached=True)
SCHEMA_VALID = Row("schema-disagrees", accepted_and_invalid,
    "what `ready` accepts of {name} is valid", MISTAKE, if_reached=True)
SCHEMA_POSSIBLE = Row("schema-disagrees", impossible_and_not_failed,
    "by `{id}`, what `possible` refuses is not met", MISTAKE, if_reached=True)

QUESTIONS: tuple[Row, ...] = (
    NEVER_APPLIES, NEVER_MET, NEVER_FAILS, SWALLOWED_RULE, SWALLOWED_BY, DEAD_EXCEPTION, DEAD_TEST, IDLE_TEST,
    LOST_ANSWER, IDLE_FACT, NEVER_READY, CONFLICT, CONFLICT_OF_TWO, IMPLIED, GAP, OVERLAP, SCHEMA_REQUEST,
    SCHEMA_READY, SCHEMA_VALID, SCHEMA_POSSIBLE,
)
# fmt: on


# ---------------------------------------------------------------- a question, and its answer


@dataclass(frozen=True, slots=True)
class Question:
    """One anomaly to look for, at one position of a policy.

    `asked` is the anomaly in words. `about` are the criteria that the goal reads (none: all of them), `others` those
    that cause it beside `criterion`. `positions` are those of the test in question, which is in `applies_when` if
    `in_condition` is set. `related` are tests that cause the anomaly, `shows` is a formula for requests that come near
    to what the policy rules out, and `also` are further criteria with the same finding.
    """

    row: Row
    goal: Goal = field(repr=False)
    asked: str
    about: tuple[Criterion, ...] = field(repr=False)
    span: Span
    criterion: Criterion | None = None
    others: tuple[Criterion, ...] = ()
    says: Worded | None = None
    positions: tuple[Position, ...] = ()
    in_condition: bool = False
    fact: Fact | None = None
    related: tuple[Worded, ...] = ()
    shows: Formula | None = field(default=None, repr=False)
    also: tuple[Criterion, ...] = field(default=(), repr=False)

    @property
    def code(self) -> str:
        """The code of the finding, if the policy has the anomaly."""
        return self.row.code

    @property
    def names(self) -> tuple[str, ...]:
        """What the finding is about: a fact, a criterion, or the criteria of two routes."""
        if self.fact is not None:
            return (self.fact.name,)
        criteria = self.about if self.row in (GAP, OVERLAP) else (self.criterion, *self.also)
        return tuple(criterion.id for criterion in criteria if criterion is not None)


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its answer, and the example that gave it, if one did."""

    question: Question
    answer: Answer
    example: str = ""

    @property
    def found(self) -> bool:
        """Whether the policy has the anomaly."""
        return self.answer.kind != "unknown" and self.answer.holds is not self.question.row.if_reached
