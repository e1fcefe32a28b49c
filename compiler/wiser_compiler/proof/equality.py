"""Do two ways to write criteria mean the same?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from wiser_compiler.core.evaluate import MET, NOT_MET, Case, verdict
from wiser_compiler.core.model import Criterion, Policy
from wiser_compiler.proof.answers import Answer
from wiser_compiler.proof.minimize import nearest
from wiser_compiler.proof.solver.logic import Bit, both, either, no, same
from wiser_compiler.proof.solver.solver import Solving, SymbolicPolicy


def differ(policy: Policy, old: Sequence[Criterion], new: Sequence[Criterion]) -> Answer:
    """Whether any request has another verdict by the new criteria than by the old ones, which stand in this order.

    Proven or bounded: none has. Refuted: the witness has, and is near to an example of the policy.
    """
    pairs = [(one, other) for one, other in zip(old, new, strict=True) if one is not other]
    solving = _solving(policy)

    def plainly(world: SymbolicPolicy) -> Bit:
        """Met by one and not met by the other: easier to read than a verdict that is missing."""
        return either(*(_opposite(world, one, other) for one, other in pairs))

    def anyhow(world: SymbolicPolicy) -> Bit:
        return either(*(_otherwise(world, one, other) for one, other in pairs))

    about = [criterion for pair in pairs for criterion in pair]
    for goal, opposite in ((plainly, True), (anyhow, False)):
        found = solving.answer(solving.reach({"": goal}, about)[""], about)
        if found.witness is not None:
            return Answer("refuted", nearest(policy, found.witness, partial(_differs, pairs, opposite)))
    return found


def _differs(pairs: Sequence[tuple[Criterion, Criterion]], opposite: bool, case: Case) -> bool:
    verdicts = [{verdict(one, case), verdict(other, case)} for one, other in pairs]
    return any(len(told) > 1 and (not opposite or told == {MET, NOT_MET}) for told in verdicts)


_LAST: list[tuple[Policy, Solving]] = []


def _solving(policy: Policy) -> Solving:
    """The solver's view of a policy, made once: many changes of one policy are asked about in a row."""
    if not _LAST or _LAST[0][0] is not policy:
        _LAST[:] = [(policy, Solving(policy))]
    return _LAST[0][1]


def _opposite(world: SymbolicPolicy, one: Criterion, other: Criterion) -> Bit:
    left, right = world.verdicts(one), world.verdicts(other)
    return either(both(left.met, right.not_met), both(left.not_met, right.met))


def _otherwise(world: SymbolicPolicy, one: Criterion, other: Criterion) -> Bit:
    left, right = world.verdicts(one), world.verdicts(other)
    return either(
        no(same(left.met, right.met)),
        no(same(left.not_met, right.not_met)),
        no(same(left.not_applicable, right.not_applicable)),
    )
