"""The changes that a version declares under `changes:`, compared with the real ones."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import wrap
from typing import get_args

from wiser_compiler.core.model import Changes, Manner, Policy
from wiser_compiler.diagnostics import Report
from wiser_compiler.proof.versions.difference import difference
from wiser_compiler.proof.versions.model import Change, Compared, Difference, Way

WAY: Mapping[Manner, Way] = {"stricter": "tighter", "looser": "looser"}
WORDS: Mapping[Manner, str] = {
    "added": "is new since",
    "removed": "is gone since",
    "moved": "has moved since",
    "stricter": "is stricter than in",
    "looser": "is looser than in",
    "reworded": "has other words, and the same meaning, as in",
}


def changes_agree(old: Policy, new: Policy, report: Report) -> Difference:
    """Compare a version with the one before it, and report where its `changes:` disagree."""
    found = difference(old, new)
    note_agrees(found, report)
    return found


def note_agrees(found: Compared, report: Report) -> None:
    """Report each change that the new version does not declare, and each declared change that is not there."""
    note = found.new.changes
    if note is None or note.since != found.old.version:
        return
    declared = {(each.manner, each.criterion) for each in note.declared}
    for change in found.changes:
        for manner in manners(change):
            if (manner, change.criterion.id) not in declared:
                _undeclared(found, note, change, manner, report)
    real = {(manner, change.criterion.id) for change in found.changes for manner in manners(change)}
    _absent(found, note, real, report)


def manners(change: Change) -> tuple[Manner, ...]:
    """The keys of `changes:` under which a change belongs."""
    found: list[Manner] = ["moved"] if change.moved else []
    match change.kind:
        case "added" | "removed" | "reworded":
            found.append(change.kind)
        case _:
            found += [manner for manner, way in WAY.items() if way in change.shown]
    return tuple(found)


def changes_of(found: Compared) -> dict[str, str | list[str]]:
    """The `changes:` that a version should have: the version before it, and by manner the criteria that changed."""
    changed = {
        manner: [change.criterion.id for change in found.changes if manner in manners(change)]
        for manner in get_args(Manner)
    }
    return {"from": found.old.version, **{manner: ids for manner, ids in changed.items() if ids}}


def note_of(found: Compared) -> str:
    """The same as YAML, ready to paste."""
    lines = ["changes:"]
    for key, value in changes_of(found).items():
        if isinstance(value, str):
            lines.append(f'  {key}: "{value}"')
        else:
            head = f"  {key}: ["
            lines += wrap(f"{', '.join(value)}]", 118, initial_indent=head, subsequent_indent=" " * len(head),
                          break_on_hyphens=False)  # fmt: skip
    return "\n".join(lines) + "\n"


def _undeclared(found: Compared, note: Changes, change: Change, manner: Manner, report: Report) -> None:
    id, before = change.criterion.id, found.old.version
    places = ((change.old, f"in {before}"), (change.new, f"in {found.new.version}"))
    report.error(
        "undeclared-change",
        f"`{id}` {WORDS[manner]} {before}, and this does not say so",
        note.span,
        f"add `{id}` under `{manner}:`, or take the change back",
        related=tuple((criterion.span, label) for criterion, label in places if criterion is not None),
        notes=(*_shown(change, manner), *_words(change)),
    )


def _shown(change: Change, manner: Manner) -> tuple[str, ...]:
    shown = change.shown.get(WAY[manner]) if manner in WAY else None
    return (f"{shown.before} before and {shown.after} now: {shown.words}",) if shown else ()


def _words(change: Change) -> tuple[str, ...]:
    """The words that only one of the two versions has."""
    return tuple(
        f"{each.what} before: {', '.join(each.before) or 'none'}; now: {', '.join(each.after) or 'none'}"
        for each in change.reworded
        if each.what in ("title", "answer", "quote") or change.kind == "reworded"
    )


def _absent(found: Compared, note: Changes, real: set[tuple[Manner, str]], report: Report) -> None:
    changes = {change.criterion.id: change for change in found.changes}
    for each in note.declared:
        change = changes.get(each.criterion)
        undecided = change is not None and each.manner in WAY and WAY[each.manner] in change.unknown
        if (each.manner, each.criterion) in real or undecided:
            continue
        places = [c for c in (change.old, change.new) if c is not None] if change else []
        report.error(
            "absent-change",
            f"`{each.criterion}` stands under `{each.manner}`, and that is not how it differs from {found.old.version}",
            each.span,
            f"delete it here: {_instead(change, found.old.version)}",
            related=tuple((criterion.span, "what it asks") for criterion in places[-1:]),
        )


def _instead(change: Change | None, before: str) -> str:
    if change is None:
        return "neither version has it"
    found = [f"it {WORDS[manner]} {before}" for manner in manners(change)]
    if not found:
        within = f", for requests with {' and '.join(change.limits)}" if change.limits else ""
        return f"it is proven to say the same{within}" if change.kind == "unchanged" else "how it changed is not known"
    return " and ".join(found)
