"""Requests that are ready under one version and not under the other, replayed through the validators of both."""

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
from wiser_compiler.proof.versions.compare_criterion import BothVersions
from wiser_compiler.proof.versions.model import WAYS, Change, Outcome, Shown, Turn, Way
from wiser_compiler.proof.versions.shared_facts import Judgement, Side, alike
from wiser_compiler.targets.python import in_memory

SATISFIED = (MET, NOT_APPLICABLE)


def outcomes(versions: BothVersions, changes: Sequence[Change]) -> Mapping[Way, Outcome]:
    """For each direction one small request that is ready under one version and not under the other, or none."""
    compiled = tuple(_validator(side) for side in (versions.old, versions.new))
    found = {way: _outcome(versions, way, changes) for way in WAYS}
    for shown in [each.shown for each in found.values()] + [s for change in changes for s in change.shown.values()]:
        if shown is not None:
            for side, check in zip((versions.old, versions.new), compiled, strict=True):
                _replayed(side, check, shown.request)
    return found


def ready(judgement: Judgement) -> bool:
    """Whether the documentation is complete, or the program concerns the request."""
    return judgement.outcome in (READY, IN_SCOPE)


def _outcome(versions: BothVersions, way: Way, changes: Sequence[Change]) -> Outcome:
    more, fewer = versions.sides(way)
    causes = [criterion for change in changes if (criterion := _cause(way, change)) is not None]
    limits = tuple(dict.fromkeys(limit for change in changes for limit in change.limits))
    takes_all = _takes_all(more, fewer)
    if not causes and takes_all:
        return Outcome(None, limits)

    def turns(request: Request) -> bool:
        return ready(more.judgement(request)) and not ready(fewer.judgement(request))

    found = next(filter(turns, versions.tried(way)), None)
    about = [*(more.criteria[c.id] for c in deciding(more.policy)), *(fewer.criteria[c.id] for c in causes)]
    about = about if takes_all else []  # any fact may be the one that is refused
    names = versions.solver.names(about)
    if found is None:
        goal = partial(_goal, more, fewer, causes)
        solved = versions.solver.reach({way: goal}, about)[way]
        if isinstance(solved, Unknown):
            return Outcome(None, unknown=solved.reason)
        if solved is None:
            return Outcome(None, versions.limits(names))
        if not turns(solved):
            raise Disagreement(f"{more.policy.key} and {fewer.policy.key} agree on the request that was found")
        found = solved

    def holds(case: Case) -> bool:
        return turns(write_case(case))

    return Outcome(_shown(versions, way, versions.nearest(way, found, holds, names)))


def _cause(way: Way, change: Change) -> Criterion | None:
    """The criterion of the version that accepts fewer requests, if it may refuse one that the other accepts."""
    this, other = (change.new, change.old) if way == "tighter" else (change.old, change.new)
    if this is None or this.effect == "advisory":
        return None
    decides_anew = other is None or other.effect == "advisory"
    return this if decides_anew or way in change.shown or way in change.unknown else None


def _takes_all(more: Side, fewer: Side) -> bool:
    """Whether a request that is valid for one version is valid for the other, in the facts that the other reads."""
    kinds = {fact.name: fact.type for fact in more.facts}
    return all(alike(kinds[fact.name], fact.type) for fact in fewer.facts if fact.name in kinds)


def _goal(more: Side, fewer: Side, causes: Sequence[Criterion], symbolic: SymbolicPolicy) -> Bit:
    """A request is ready under one version, and refused by the other: as invalid, or by one of the causes."""
    names = symbolic.request.facts
    satisfied = symbolic.satisfied(more.criteria[criterion.id] for criterion in deciding(more.policy))
    lost = (no(symbolic.verdicts(fewer.criteria[criterion.id]).satisfied) for criterion in causes)
    return both(more.takes(symbolic.request, names), satisfied, either(no(fewer.takes(symbolic.request, names)), *lost))


def _shown(versions: BothVersions, way: Way, request: Request) -> Shown:
    before, after = (side.judgement(request) for side in (versions.old, versions.new))
    more, fewer = (before, after) if way == "tighter" else (after, before)
    decide = [c.id for c in deciding(versions.sides(way)[1].policy)]
    lost = [id for id in decide if not fewer.problems and fewer.verdicts[id] not in SATISFIED]
    turns = tuple(Turn(id, before.verdicts.get(id, ""), after.verdicts.get(id, "")) for id in lost)
    words = request_words(versions.near(way), request)
    return Shown(request, words, before.outcome, after.outcome, turns, (*more.problems, *fewer.problems))


# ---------------------------------------------------------------- the generated validators

Check = Callable[[object], Any]


def _validator(side: Side) -> Check:
    """The generated validator of a version, as if it were in force on every day."""
    found: Check = in_memory(side.policy).check
    return found


def _replayed(side: Side, check: Check, request: Request) -> None:
    """The validator agrees with `evaluate` on a request. Raises Disagreement otherwise."""
    said, meant = check(side.own(request)), side.judgement(request)
    if said.outcome != meant.outcome or dict(said.verdicts) != dict(meant.verdicts):
        raise Disagreement(f"the validator of {side.policy.key} and the meaning")
