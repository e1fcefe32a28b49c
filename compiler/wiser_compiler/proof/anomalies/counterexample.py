"""What shows an anomaly to a person: a request where it can be seen, and the declared ranges that it hangs on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from wiser_compiler.core.evaluate import MET, NOT_APPLICABLE, Case, truth, verdict
from wiser_compiler.core.model import Criterion, Fact, Number, Policy
from wiser_compiler.core.walk import criterion_facts
from wiser_compiler.proof.anomalies.goals import Question
from wiser_compiler.proof.anomalies.test_positions import Known, stated
from wiser_compiler.proof.answers import Request
from wiser_compiler.proof.minimize import nearest
from wiser_compiler.proof.solver.logic import Bit, both, no
from wiser_compiler.proof.solver.solver import Goal, Solving, SymbolicPolicy


def shown(policy: Policy, question: Question) -> Request | None:
    """A request near an example in which the anomaly can be seen, or None where it is that there is no request."""
    witness, shows = question.answer.witness, question.shows
    if witness is not None and shows is not None:
        return nearest(policy, witness, lambda case: shows(Known(case)) is True)
    if witness is not None:
        return witness
    match question.code:
        case "conflicting-criteria" | "never-ready" if question.criterion is not None and question.with_:
            return _clash(policy, question.criterion, question.with_)
        case "implied-criterion" if question.criterion is not None:
            return _none_met(policy, question.criterion, question.with_)
        case "swallowed-rule" if question.criterion is not None:
            return _both_ways(policy, question.criterion)
        case _:
            return None


def _clash(policy: Policy, first: Criterion, others: tuple[Criterion, ...]) -> Request | None:
    """The first is met, and at least one of the others is not satisfied."""

    def goal(world: SymbolicPolicy) -> Bit:
        verdicts = world.verdicts(first)
        applied = [world.verdicts(other).applies for other in others]
        return both(verdicts.applies, verdicts.met, *applied)

    def holds(case: Case) -> bool:
        told = [verdict(other, case) for other in others]
        return verdict(first, case) == MET and "missing" not in told and bool({*told} - {MET, NOT_APPLICABLE})

    return _nearest(policy, goal, holds, (first, *others))


def _none_met(policy: Policy, criterion: Criterion, others: tuple[Criterion, ...]) -> Request | None:
    """The criterion is not met, and so one of the others is not met either."""

    def goal(world: SymbolicPolicy) -> Bit:
        return world.verdicts(criterion).not_met

    return _nearest(policy, goal, lambda case: verdict(criterion, case) == "not met", (criterion, *others))


def _both_ways(policy: Policy, criterion: Criterion) -> Request | None:
    """The rule fails, and the exception holds."""
    unless = criterion.unless
    assert unless is not None

    def goal(world: SymbolicPolicy) -> Bit:
        told = world.meaning
        rule = no(told.pair(criterion.require).met)
        return both(world.verdicts(criterion).applies, rule, stated(told, criterion.require), told.pair(unless).met)

    def holds(case: Case) -> bool:
        return truth(criterion.require, case) is False and truth(unless, case) is True

    return _nearest(policy, goal, holds, (criterion,))


def _nearest(policy: Policy, goal: Goal, holds: Callable[[Case], bool], about: tuple[Criterion, ...]) -> Request | None:
    found = Solving(policy).reach({"": goal}, about)[""]
    return nearest(policy, found, holds) if isinstance(found, dict) else None


def ranges_behind(policy: Policy, question: Question) -> Iterator[tuple[Fact, Decimal, Decimal]]:
    """The numbers whose declared range brings an anomaly about: with any other number it would not be there."""
    if question.refutes is None or question.criterion is None or not question.answer.holds:
        return
    solving, refutes = Solving(policy), question.refutes

    def goal(world: SymbolicPolicy) -> Bit:
        return refutes(world.meaning)

    for fact in criterion_facts(question.criterion):
        if isinstance(fact.type, Number) and solving.needs_range(goal, [question.criterion], fact):
            yield fact, fact.type.low, fact.type.high
