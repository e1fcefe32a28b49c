"""Do two ways to write criteria mean the same?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from wiser_compiler.core.evaluate import MET, NOT_APPLICABLE, NOT_MET
from wiser_compiler.core.model import Criterion, Policy
from wiser_compiler.proof.answers import Answer
from wiser_compiler.proof.formula import Formula, every, has_verdict, holds, some, unlike
from wiser_compiler.proof.minimize import nearest
from wiser_compiler.proof.solver.solver import Solver


def differ(policy: Policy, old: Sequence[Criterion], new: Sequence[Criterion]) -> Answer:
    """Whether any request has another verdict under the new criteria than under the old ones. Both have the same order.

    Proven or bounded: no request has. Refuted: the witness has, and it is near to an example of the policy.
    """
    pairs = [(one, other) for one, other in zip(old, new, strict=True) if one is not other]
    about = [criterion for pair in pairs for criterion in pair]
    # Met by one and not met by the other is easier to read than a verdict that is missing.
    for goal in (some(*(_opposite(*pair) for pair in pairs)), some(*(_otherwise(*pair) for pair in pairs))):
        found = _solver(policy).never(goal, about)
        if found.witness is not None:
            return Answer("refuted", nearest(policy, found.witness, partial(holds, goal)))
    return found


def same(policy: Policy, one: Criterion, other: Criterion) -> Answer:
    """Whether two forms of a criterion have the same verdict on every request; no near example is looked for."""
    return _solver(policy).never(_otherwise(one, other), (one, other))


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
