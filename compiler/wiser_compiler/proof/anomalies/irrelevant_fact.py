"""Facts that change nothing: of any two requests that differ in one of them alone, the verdicts are the same.

That the chart is silent about it is no answer, so both requests state all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import MISSING, verdict
from wiser_compiler.core.model import Criterion, Documented, Fact, Policy
from wiser_compiler.core.walk import criterion_facts, criterion_parts, subexpressions
from wiser_compiler.proof.anomalies.goals import Question
from wiser_compiler.proof.answers import Answer, Request
from wiser_compiler.proof.solver.logic import Bit, both, either, no, same
from wiser_compiler.proof.solver.second_request import Twin
from wiser_compiler.proof.solver.solver import Solving, SymbolicPolicy
from wiser_compiler.proof.solver.symbolic_request import SymbolicFact


def idle_question(solving: Solving, fact: Fact, charts: Sequence[tuple[str, Request]]) -> Question | None:
    """Whether a fact changes any verdict. None where it is only to be documented, which is not about its value."""
    policy = solving.policy
    readers = [criterion for criterion in policy.own if fact in criterion_facts(criterion)]
    if not readers or any(_documents(criterion, fact) for criterion in readers):
        return None
    asked = f"`{fact.name}` changes no verdict, whatever the chart states"
    shown = next(_told_apart(policy, readers, fact, charts), None)
    if shown is not None:
        return Question("idle-fact", asked, Answer("refuted", shown[1]), fact.span, fact=fact, example=shown[0])
    answer = solving.never(lambda world: _changes(world, readers, fact), readers)
    return Question("idle-fact", asked, answer, fact.span, fact=fact)


def _documents(criterion: Criterion, fact: Fact) -> bool:
    parts = (inner for part in criterion_parts(criterion) for inner in subexpressions(part))
    return any(isinstance(inner, Documented) and inner.fact == fact for inner in parts)


def _told_apart(
    policy: Policy, readers: Sequence[Criterion], fact: Fact, charts: Sequence[tuple[str, Request]]
) -> Iterator[tuple[str, Request]]:
    """Examples that turn out otherwise with what another one states for the fact."""
    values: list[object] = []
    for _, request in charts:
        if fact.name in request and request[fact.name] not in values:
            values.append(request[fact.name])
    for name, request in charts:
        if fact.name in request:
            told = _verdicts(policy, readers, request)
            for value in values:
                other = _verdicts(policy, readers, {**request, fact.name: value})
                # A verdict that is decided hangs on what is stated, and not on what is left out.
                if any(one != two and MISSING not in (one, two) for one, two in zip(told, other, strict=False)):
                    yield name, request


def _full(held: SymbolicFact) -> Bit:
    """The chart states everything of a fact."""
    rows = (either(no(there), both(*map(_full, record.values()))) for there, record in held.rows)
    return both(held.stated, *held.looked.values(), *rows)


def _verdicts(policy: Policy, criteria: Sequence[Criterion], request: Request) -> list[str]:
    case, problems = read_case(policy.facts, request)
    return [] if problems else [verdict(criterion, case) for criterion in criteria]


def _changes(world: SymbolicPolicy, readers: Sequence[Criterion], fact: Fact) -> Bit:
    """Some verdict is another one on a chart that differs in the fact alone."""
    twin = Twin(world, fact)
    changed: list[Bit] = []
    for criterion in readers:
        told = world.verdicts(criterion)
        ours = (told.met, told.not_met, told.not_applicable)
        theirs = tuple(map(twin.of, ours))
        changed += [no(same(one, other)) for one, other in zip(ours, theirs, strict=True)]
    stated = _full(world.chart.facts[fact.name])
    return both(either(*changed), stated, twin.of(stated), *twin.valid())
