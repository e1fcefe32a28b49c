"""The difference between two versions of a policy, criterion by criterion, each with a request that shows it.

The versions are compared as if both were in force on the day a request is received. Criteria are matched by id, and the
remaining ones by meaning. Criteria with one hash of meaning need no question.
"""

from __future__ import annotations

from collections.abc import Sequence

from wiser_compiler.core.model import Criterion, Policy
from wiser_compiler.core.normal_form import meaning_of
from wiser_compiler.core.walk import criterion_facts
from wiser_compiler.proof.versions.compare_criterion import AT_ALL, EITHER, HOPE, PLAINLY, BothVersions, CriterionPair
from wiser_compiler.proof.versions.compare_tables import entries
from wiser_compiler.proof.versions.model import WAYS, Change, Compared, Difference, Kind, Way
from wiser_compiler.proof.versions.outcomes import outcomes
from wiser_compiler.proof.versions.rewording import rewordings


def difference(old: Policy, new: Policy) -> Difference:
    """Every difference between two versions. That there is no other one is proven, within the limits it names."""
    versions = BothVersions(old, new)
    found = _changes(versions)
    return Difference(old, new, found, outcomes(versions, found), entries(old, new))


def compared(old: Policy, new: Policy) -> Compared:
    """The criteria alone: what the version declares under `changes:`."""
    return Compared(old, new, _changes(BothVersions(old, new)))


def _changes(versions: BothVersions) -> tuple[Change, ...]:
    """The change of every criterion, in the order of the new version; then the removed ones."""
    old, new = versions.old.policy, versions.new.policy
    before = {criterion.id: criterion for criterion in old.criteria}
    ids = {criterion.id for criterion in new.criteria}
    gone = [criterion for criterion in old.criteria if criterion.id not in ids]
    found = []
    for criterion in new.criteria:
        if criterion.id in before:
            found.append(_change(versions, before[criterion.id], criterion))
        else:
            renamed = _renamed(versions, gone, criterion)
            found.append(renamed or Change("added", None, criterion))
            gone = [other for other in gone if renamed is None or other is not renamed.old]
    return (*found, *(Change("removed", criterion, None) for criterion in gone))


def _renamed(versions: BothVersions, gone: Sequence[Criterion], new: Criterion) -> Change | None:
    """The change if the new criterion is a removed one renamed: it reads the same facts and has the same meaning."""
    read = {fact.name for fact in criterion_facts(new)}
    for old in gone:
        if {fact.name for fact in criterion_facts(old)} == read:
            change = _change(versions, old, new)
            if change.kind in ("reworded", "unchanged") and change.neither is None:
                return change
    return None


def _change(versions: BothVersions, old: Criterion, new: Criterion) -> Change:
    """How one criterion differs from another."""
    words = rewordings(old, new)
    same: Kind = "reworded" if words else "unchanged"
    if meaning_of(old) == meaning_of(new):
        return Change(same, old, new, reworded=words)
    pair = CriterionPair(versions, old, new)
    limits = versions.limits(pair.names)
    for losses in ((PLAINLY, AT_ALL), (HOPE, EITHER)):
        pair.ask(losses)
        ways = [way for way in WAYS if pair.best(way) is not None]
        unknown = {way: reason for way, reason in pair.unknown.items() if way not in ways}
        if ways or unknown:
            return Change(_kind(ways), old, new, {way: pair.shown(way) for way in ways}, limits, unknown, words)
    neither = pair.neither()
    return Change("reworded" if neither else same, old, new, limits=limits, reworded=words, neither=neither)


def _kind(ways: Sequence[Way]) -> Kind:
    match ways:
        case []:
            return "unknown"
        case ["tighter"]:
            return "tightened"
        case ["looser"]:
            return "loosened"
        case _:
            return "changed"
