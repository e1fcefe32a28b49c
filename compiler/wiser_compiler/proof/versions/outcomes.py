"""Requests that are ready by one version and not by the other, replayed through the validators of both."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from wiser_compiler.core.case import write_case
from wiser_compiler.core.evaluate import IN_SCOPE, MET, NOT_APPLICABLE, READY, Case
from wiser_compiler.core.model import Criterion
from wiser_compiler.core.words import request_words
from wiser_compiler.proof.answers import Request
from wiser_compiler.proof.solver.logic import Bit, both, either, no
from wiser_compiler.proof.solver.solver import Disagreement, SymbolicPolicy, Unknown, deciding
from wiser_compiler.proof.versions.compare_criterion import Ground
from wiser_compiler.proof.versions.model import WAYS, Change, Outcome, Shown, Turn, Way
from wiser_compiler.proof.versions.shared_facts import Judgement, Side, alike
from wiser_compiler.targets.python import python
from wiser_compiler.targets.python import validator as in_memory

SATISFIED = (MET, NOT_APPLICABLE)


def outcomes(ground: Ground, changes: Sequence[Change]) -> Mapping[Way, Outcome]:
    """For each way one small request that was ready and is not, or the other way round, or that there is none."""
    compiled = tuple(_validator(side) for side in (ground.both.old, ground.both.new))
    found = {way: _outcome(ground, way, changes) for way in WAYS}
    for shown in [each.shown for each in found.values()] + [s for change in changes for s in change.shown.values()]:
        if shown is not None:
            for side, check in zip((ground.both.old, ground.both.new), compiled, strict=True):
                _replayed(side, check, shown.request)
    return found


def ready(judgement: Judgement) -> bool:
    """The documentation is complete, or the program concerns the request."""
    return judgement.outcome in (READY, IN_SCOPE)


def _outcome(ground: Ground, way: Way, changes: Sequence[Change]) -> Outcome:
    more, fewer = ground.sides(way)
    causes = [criterion for change in changes if (criterion := _cause(way, change)) is not None]
    limits = tuple(dict.fromkeys(limit for change in changes for limit in change.limits))
    takes_all = _takes_all(more, fewer)
    if not causes and takes_all:
        return Outcome(None, limits)

    def turns(request: Request) -> bool:
        return ready(more.judgement(request)) and not ready(fewer.judgement(request))

    found = next(filter(turns, ground.tried(way)), None)
    about = [*(more.criteria[c.id] for c in deciding(more.policy)), *(fewer.criteria[c.id] for c in causes)]
    about = about if takes_all else []  # any fact may be what is not taken
    names = ground.solver.names(about)
    if found is None:
        goal = partial(_goal, more, fewer, causes)
        told = ground.solver.reach({way: goal}, about)[way]
        if isinstance(told, Unknown):
            return Outcome(None, unknown=told.reason)
        if told is None:
            return Outcome(None, ground.limits(names))
        if not turns(told):
            raise Disagreement(f"{more.policy.key} and {fewer.policy.key} agree on the request that was found")
        found = told

    def holds(case: Case) -> bool:
        return turns(write_case(case))

    return Outcome(_shown(ground, way, ground.nearest(way, found, holds, names)))


def _cause(way: Way, change: Change) -> Criterion | None:
    """The criterion of the version that takes fewer requests, if it may turn one away that the other takes."""
    this, other = (change.new, change.old) if way == "tighter" else (change.old, change.new)
    if this is None or this.effect == "advisory":
        return None
    decides_anew = other is None or other.effect == "advisory"
    return this if decides_anew or way in change.shown or way in change.unknown else None


def _takes_all(more: Side, fewer: Side) -> bool:
    """A request that is valid for one version is valid for the other, as far as that one reads it."""
    kinds = {fact.name: fact.type for fact in more.facts}
    return all(alike(kinds[fact.name], fact.type) for fact in fewer.facts if fact.name in kinds)


def _goal(more: Side, fewer: Side, causes: Sequence[Criterion], symbolic: SymbolicPolicy) -> Bit:
    """Ready by one version, and turned away by the other: by what it takes, or by one of the causes."""
    names = symbolic.request.facts
    satisfied = symbolic.satisfied(more.criteria[criterion.id] for criterion in deciding(more.policy))
    lost = (no(symbolic.verdicts(fewer.criteria[criterion.id]).satisfied) for criterion in causes)
    return both(more.takes(symbolic.request, names), satisfied, either(no(fewer.takes(symbolic.request, names)), *lost))


def _shown(ground: Ground, way: Way, request: Request) -> Shown:
    before, after = (side.judgement(request) for side in (ground.both.old, ground.both.new))
    more, fewer = (before, after) if way == "tighter" else (after, before)
    decide = [c.id for c in deciding(ground.sides(way)[1].policy)]
    lost = [id for id in decide if not fewer.problems and fewer.verdicts[id] not in SATISFIED]
    turns = tuple(Turn(id, before.verdicts.get(id, ""), after.verdicts.get(id, "")) for id in lost)
    words = request_words(ground.near(way), request)
    return Shown(request, words, before.outcome, after.outcome, turns, (*more.problems, *fewer.problems))


# ---------------------------------------------------------------- the generated validators

Check = Callable[[object], Any]


def _validator(side: Side) -> Check:
    """The generated validator of a version, as if it were in force on every day."""
    found: Check = in_memory(f"difference_{side.policy.id}", python(side.policy).files).check
    return found


def _replayed(side: Side, check: Check, request: Request) -> None:
    """The validator says of a request what the meaning says."""
    said, meant = check(side.own(request)), side.judgement(request)
    if said.outcome != meant.outcome or dict(said.verdicts) != dict(meant.verdicts):
        raise Disagreement(f"the validator of {side.policy.key} and the meaning")
