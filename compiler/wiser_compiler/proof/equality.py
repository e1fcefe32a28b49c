"""Do two ways to write criteria mean the same, and can all criteria of a policy be satisfied?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, assert_never

from wiser_compiler.core.case import bases, difference, read_case
from wiser_compiler.core.evaluate import MET, NOT_APPLICABLE, NOT_MET
from wiser_compiler.core.model import (
    Choice,
    Codes,
    Compare,
    Criterion,
    Date,
    Example,
    Fact,
    FactValue,
    Findings,
    Literal,
    Note,
    Number,
    OptionSet,
    Policy,
    Records,
    YesNo,
)
from wiser_compiler.proof.answers import Answer, Request
from wiser_compiler.proof.formula import Formula, Surely, every, has_verdict, holds, satisfied, some, unlike
from wiser_compiler.proof.minimize import nearest
from wiser_compiler.proof.solver.solver import Solver


def differ(policy: Policy, old: Sequence[Criterion], new: Sequence[Criterion]) -> Answer:
    """Whether any request has another verdict under the new criteria than under the old ones. Both have the same order.

    Proven or bounded: no request has. Refuted: the witness has, and it is near to a base example of the policy.
    """
    pairs = [(one, other) for one, other in zip(old, new, strict=True) if one is not other]
    about = [criterion for pair in pairs for criterion in pair]
    # Met by one and not met by the other is easier to read than a verdict that is missing.
    for goal in (some(*(_opposite(*pair) for pair in pairs)), some(*(_otherwise(*pair) for pair in pairs))):
        found = _solver(policy).never(goal, about)
        if found.witness is not None:
            near = [(base, _nearest(policy, goal, about, found.witness, base)) for base in bases(policy)]
            return Answer("refuted", min(near, key=lambda one: _to_write(*one))[1])
    return found


def _nearest(policy: Policy, goal: Formula, about: Sequence[Criterion], witness: Request, base: Example) -> Request:
    """A request near to a base example: whatever can be as it is there is pinned to it, one fact after another.

    Single steps do not lead from two dates to two others that are as far apart; the solver does.
    """
    request = nearest(policy, witness, partial(holds, goal), base)
    case, _ = read_case(policy.facts, dict(base.request))
    for fact in policy.facts:
        if fact.name in case and request.get(fact.name) != base.request[fact.name]:
            for pin in _pins(fact, case[fact.name]):
                pinned = every(goal, pin)
                found = _solver(policy).never(pinned, about)
                if found.witness is not None:
                    other = nearest(policy, found.witness, partial(holds, pinned), base)
                    if _to_write(base, other) <= _to_write(base, request):
                        goal, request = pinned, other
    return request


def _to_write(base: Example, request: Request) -> int:
    """How much has to be written to say what is different from a base example, in letters."""
    return sum(len(name) + len(repr(request.get(name))) for name in difference(base.request, request))


def _pins(fact: Fact, value: Any) -> Iterator[Formula]:
    """The formula that a fact has this value, for facts with one value."""
    match fact.type:
        case YesNo() | Number() | Date() | Choice():
            yield Surely(Compare("==", FactValue(fact), Literal(value)))
        case Note() | OptionSet() | Findings() | Codes() | Records():
            return  # steps lead back to them, item by item
        case _:
            assert_never(fact.type)


def same(policy: Policy, one: Criterion, other: Criterion) -> Answer:
    """Whether two forms of a criterion have the same verdict on every request; no near example is looked for."""
    return _solver(policy).never(_otherwise(one, other), (one, other))


def satisfying(policy: Policy) -> Request | None:
    """A request that satisfies every criterion, and states no more than that takes; None where none was found."""
    deciding = [criterion for criterion in policy.criteria if criterion.effect != "advisory"]
    goal = every(*map(satisfied, deciding))
    found = _solver(policy).never(goal, deciding)
    return None if found.witness is None else nearest(policy, found.witness, partial(holds, goal))


def _opposite(one: Criterion, other: Criterion) -> Formula:
    return some(
        every(has_verdict(one, MET), has_verdict(other, NOT_MET)),
        every(has_verdict(one, NOT_MET), has_verdict(other, MET)),
    )


def _otherwise(one: Criterion, other: Criterion) -> Formula:
    return some(
        *(unlike(has_verdict(one, verdict), has_verdict(other, verdict)) for verdict in (MET, NOT_MET, NOT_APPLICABLE))
    )


_LAST: list[tuple[Policy, Solver]] = []


def _solver(policy: Policy) -> Solver:
    """The solver for a policy, made once: many changes of one policy are compared in a row."""
    if not _LAST or _LAST[0][0] is not policy:
        _LAST[:] = [(policy, Solver(policy))]
    return _LAST[0][1]
