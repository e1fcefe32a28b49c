"""Alternatives that make the rest of their group pointless.

An *any* always holds where its alternatives leave no request out. And one that says only that something is absent takes
every request to which the condition of another alternative does not apply: in "the rule, or refractory zoster, or no
zoster" the rule is left for zoster alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from wiser_compiler.core.model import AtLeast, Compare, Criterion, Documented, Expr, Includes, Literal, Not, Worded
from wiser_compiler.core.walk import facts_of, parts
from wiser_compiler.proof.formula import Formula, No, Surely, applies, every, stated
from wiser_compiler.proof.questions.answer import Evidence, answer
from wiser_compiler.proof.questions.causes import Part, distinct, fewest, needed_by
from wiser_compiler.proof.questions.positions import first_words, needed
from wiser_compiler.proof.questions.table import SWALLOWED_BY, Answered, Question
from wiser_compiler.proof.solver.solver import Solver


@dataclass(frozen=True, slots=True)
class Alternative:
    """One alternative of a group, in which nothing is negated if `positive` is set."""

    expr: Expr
    positive: bool

    @property
    def says(self) -> Worded | None:
        """Its first words."""
        return first_words(self.expr)


def alternatives(expr: Expr, positive: bool = True) -> Iterator[Alternative]:
    """The alternatives of an expression, with those of nested groups; what is no *any* is its only alternative."""
    match expr:
        case Worded(part=part):
            inner = list(alternatives(part, positive))
            told = len(inner) > 1 and all(one.says is not None for one in inner)
            yield from inner if told else [Alternative(expr, positive)]
        case Not(part=part):
            yield from alternatives(part, not positive)
        case AtLeast(parts=inner_parts) if len(inner_parts) > 1 and needed(expr, positive) == 1:
            for part in inner_parts:
                yield from alternatives(part, positive)
        case AtLeast() | Compare() | Includes() | Documented():
            yield Alternative(expr, positive)
        case _:
            assert_never(expr)


def _groups(expr: Expr, positive: bool = True) -> Iterator[list[Alternative]]:
    """The alternatives of every outermost *any*, and of those inside each alternative."""
    found = list(alternatives(expr, positive))
    if len(found) > 1:
        yield found
        inner = found
    else:
        inner = [Alternative(part, positive is not isinstance(expr, Not)) for part in parts(expr)]
    for one in inner:
        yield from _groups(one.expr, one.positive)


# ---------------------------------------------------------------- one of several always holds


def always_met(solver: Solver, answered: Answered, expr: Expr, given: Formula, positive: bool = True) -> Answered:
    """The finding about a group that always holds, at the later of the alternatives that leave no request out."""
    question, criterion = answered.question, answered.question.criterion
    assert criterion is not None
    found = list(alternatives(expr, positive))
    if len(found) < 2:
        return answered
    each = [Part(No(Surely(one.expr, one.positive)), criterion, one.says) for one in found]
    core = fewest(solver, every(given, stated(expr)), each, criterion)
    says = sorted(distinct(part.says for part in core), key=lambda says: says.span)
    if not says:
        return answered
    *others, last = says
    words = ": one of the alternatives shown here always holds" if others else ": this alternative always holds"
    asked = question.asked + words
    return replace(answered, question=replace(question, asked=asked, says=last, span=last.span, related=tuple(others)))


# ---------------------------------------------------------------- one that says only that something is absent


def swallowed_rules(evidence: Evidence, criterion: Criterion) -> Iterator[Answered]:
    """Does an absence meet the criterion wherever the condition of another alternative fails, and so leave no rule?"""
    for expr, where in ((criterion.test, applies(criterion)), (criterion.applies_when, True)):
        for group in _groups(expr) if expr is not None else ():
            if len(group) > 2:
                yield from _of_group(evidence, criterion, group, where)


def _of_group(
    evidence: Evidence, criterion: Criterion, group: Sequence[Alternative], where: Formula
) -> Iterator[Answered]:
    for one in filter(_is_absence, group):
        read = set(facts_of(one.expr))
        for other in group:
            tests = list(needed_by(criterion, other.expr, other.positive)) if other is not one else []
            for test in tests if len(tests) > 1 else ():
                assert isinstance(test.formula, Surely)
                if read.isdisjoint(facts_of(test.formula.expr)):
                    continue  # the one can be false where the other is
                without = every(where, No(test.formula), stated(test.formula.expr))
                rules = [rule for rule in group if rule not in (one, other)]
                shows = every(without, _met(one), *(every(No(_met(rule)), stated(rule.expr)) for rule in rules))
                question = replace(_question(criterion, one, test, without), shows=shows)
                if any(_reached(evidence.solver, criterion, every(without, _met(rule))) for rule in rules):
                    yield answer(evidence, question, evidence.naming(criterion))


def _reached(solver: Solver, criterion: Criterion, goal: Formula) -> bool:
    return isinstance(solver.reach({"": goal}, [criterion])[""], dict)


def _met(one: Alternative) -> Formula:
    return Surely(one.expr, one.positive)


def _question(criterion: Criterion, one: Alternative, test: Part, without: Formula) -> Question:
    goal = SWALLOWED_BY.goal(without, No(_met(one)), stated(one.expr))
    span = one.says.span if one.says is not None else criterion.span
    related = () if test.says is None else (test.says,)
    asked = SWALLOWED_BY.words.format(id=criterion.id)
    return Question(SWALLOWED_BY, goal, asked, (criterion,), span, criterion, says=one.says, related=related)


def _is_absence(one: Alternative) -> bool:
    """Whether an alternative only says that something is not there: a question answered no, or findings ruled out."""

    def absent(expr: Expr, positive: bool) -> bool:
        match expr:
            case Worded(part=part):
                return absent(part, positive)
            case Not(part=part):
                return absent(part, not positive)
            case AtLeast(parts=inner):
                return bool(inner) and all(absent(part, positive) for part in inner)
            case Compare(op="==", right=Literal(value=bool() as value)):
                return value is not positive
            case Includes():
                return not positive
            case Compare() | Documented():
                return False
            case _:
                assert_never(expr)

    return absent(one.expr, one.positive)
