"""A difference as text for a terminal, as Markdown for a changelog, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from textwrap import wrap
from typing import Any, NamedTuple

from wiser_compiler.core.model import Criterion
from wiser_compiler.diagnostics import Report
from wiser_compiler.program import visible
from wiser_compiler.proof.versions.declared import changes_of, note_of
from wiser_compiler.proof.versions.model import WAYS, Change, Difference, Entry, Kind, Outcome, Shown, Way
from wiser_compiler.targets.markdown import escape

WIDTH = 100
KINDS: Mapping[Kind, str] = {
    "tightened": "Stricter: some requests no longer satisfy it",
    "loosened": "Looser: more requests satisfy it",
    "changed": "Stricter for some requests, looser for others",
    "unknown": "Not decided",
    "added": "Added",
    "removed": "Removed",
    "reworded": "Reworded, with the same meaning",
    "unchanged": "Moved, and the same otherwise",
}


class Item(NamedTuple):
    """One entry with its lines."""

    name: str
    words: str
    below: tuple[str, ...] = ()


class Section(NamedTuple):
    """Entries under one title."""

    title: str
    items: tuple[Item, ...]


# ---------------------------------------------------------------- what is said


def summary(found: Difference) -> str:
    """How many criteria changed in each way."""
    counts = {kind: len(found.of_kind(kind)) for kind in KINDS}
    return ", ".join(f"{number} {kind}" for kind, number in counts.items() if number) or "no criteria"


def _head(found: Difference, joint: str) -> str:
    old, new = found.names
    return f"{found.old.id} {old} {joint} {f'{found.new.id} ' if found.old.id != found.new.id else ''}{new}"


def frame(found: Difference) -> str:
    """The assumptions and limits of the comparison."""
    days = [f"from {policy.effective}" + (f" until {policy.until}" if policy.until else "")
            for policy in (found.old, found.new)]  # fmt: skip
    named = ", ".join(f"{name} is {each}" for name, each in zip(found.names, days, strict=True))
    return f"Compared as if both were in force on the day a request is received; {named}."


def sections(found: Difference) -> Iterator[Section]:
    """All differences, the most important first."""
    outcomes = found.outcomes.values()
    if any(outcome.shown or outcome.unknown for outcome in outcomes):
        for way in WAYS:
            yield Section(_turned(found, way), (_outcome(found.outcomes[way]),))
    else:
        limits = tuple(dict.fromkeys(limit for outcome in outcomes for limit in outcome.limits))
        which = "in scope" if found.new.program else "ready"
        yield Section("Outcomes", (Item("", f"{which} by both or by neither, {_proven(limits)}"),))
    for kind, title in KINDS.items():
        changes = [change for change in found.of_kind(kind) if kind != "unchanged" or change.moved]
        if changes:
            yield Section(title, tuple(map(_change, changes)))
    for table, entries in groupby(found.entries, key=lambda entry: entry.table):
        yield Section(table.capitalize(), tuple(map(_entry, entries)))
    if same := [change for change in found.of_kind("unchanged") if not change.moved]:
        ids = ", ".join(change.criterion.id for change in same)
        yield Section("Unchanged", (Item("", f"{ids}: the same verdict, {_proven(_limits(same))}"),))


def _turned(found: Difference, way: Way) -> str:
    more, fewer = found.names if way == "tighter" else reversed(found.names)
    return f"{'In scope' if found.new.program else 'Ready'} by {more}, and not by {fewer}"


def _outcome(outcome: Outcome) -> Item:
    if outcome.unknown:
        return Item("", f"not decided: {outcome.unknown}")
    if outcome.shown is None:
        return Item("", f"no request; proven {_proven(outcome.limits)}")
    shown = outcome.shown
    turns = [f"{turn.criterion}: {turn.before or 'not asked'} -> {turn.after or 'not asked'}" for turn in shown.turns]
    return Item("", shown.words, (f"{shown.before} -> {shown.after}", *turns, *shown.problems))


def _proven(limits: Sequence[str]) -> str:
    return f"for requests with {' and '.join(limits)}" if limits else "for every request"


def _limits(changes: Sequence[Change]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(limit for change in changes for limit in change.limits))


def _change(change: Change) -> Item:
    below = [*_moved(change), *(_shown(shown) for shown in change.shown.values())]
    if len(change.shown) == 1 and not change.unknown:
        below.append(f"proven not {'looser' if 'tighter' in change.shown else 'stricter'} {_proven(change.limits)}")
    below += [f"whether it is {way} is not decided: {reason}" for way, reason in change.unknown.items()]
    if change.kind == "reworded" and change.limits:
        below.append(f"the same meaning {_proven(change.limits)}")
    if change.neither:
        below.append(f"neither asks for anything, but: {_shown(change.neither)}")
    below += [f"{each.what}: {_list(each.before)} -> {_list(each.after)}" for each in change.reworded]
    return Item(change.criterion.id, _title(change.criterion), tuple(below))


def _title(criterion: Criterion) -> str:
    return criterion.title if criterion.effect == "required" else f"{criterion.title} ({criterion.effect})"


def _moved(change: Change) -> Iterator[str]:
    if change.old and change.new and change.old.effect != change.new.effect:
        yield f"moved from {change.old.effect} to {change.new.effect}"
    if change.old and change.new and change.old.id != change.new.id:
        yield f"was called {change.old.id}"


def _shown(shown: Shown) -> str:
    return f"{shown.before} -> {shown.after}: {'; '.join((shown.words, *shown.problems))}"


def _list(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words) or "nothing"


def _entry(entry: Entry) -> Item:
    if not entry.what:
        return Item(entry.name, f"added: {entry.after}" if entry.after else f"removed: {entry.before}")
    return Item(entry.name, f"{entry.what}: {entry.before or 'nothing'} -> {entry.after or 'nothing'}")


# ---------------------------------------------------------------- how it is written


def as_text(found: Difference, *, color: bool = False) -> str:
    """For a terminal."""
    blocks = [_bold(f"{_head(found, '->')}: {summary(found)}", color), *_wrapped(frame(found), "")]
    for section in sections(found):
        blocks += ["", _bold(section.title, color)]
        for item in section.items:
            blocks += _wrapped(f"{item.name}  {item.words}".strip(), "  ")
            for line in item.below:
                blocks += _wrapped(line, "      ")
    return "\n".join(blocks) + "\n"


def _bold(words: str, color: bool) -> str:
    return f"\033[1m{visible(words)}\033[0m" if color else visible(words)


def _wrapped(words: str, indent: str) -> list[str]:
    return wrap(visible(words), WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ", break_on_hyphens=False)


def needs_note(found: Difference, report: Report) -> bool:
    """Whether `changes:` of the newer version is missing or wrong."""
    if found.old.version == found.new.version or found.new.program:
        return False
    note = found.new.changes
    return note is None or note.since != found.old.version or bool(report.errors)


def note(found: Difference) -> str:
    """The `changes:` to write into the newer version."""
    return f"What {found.new.key} should say of itself:\n\n{note_of(found)}"


def as_markdown(found: Difference) -> str:
    """For a changelog."""
    lines = [f"### {escape(_head(found, 'to'))}", "", escape(frame(found))]
    for section in sections(found):
        lines += ["", f"**{escape(section.title)}**", ""]
        for item in section.items:
            lines.append(f"- {f'`{item.name}` ' if item.name else ''}{escape(item.words)}")
            lines += [f"  - {escape(line)}" for line in item.below]
    return "\n".join(lines) + "\n"


def as_data(found: Difference) -> dict[str, Any]:
    """For programs: all of it as JSON values. Keys are only ever added."""
    return {
        "old": found.old.key,
        "new": found.new.key,
        "called": list(found.names),
        "same_meaning": found.same_meaning,
        "outcomes": {way: _outcome_data(found.outcomes[way]) for way in WAYS},
        "criteria": [_change_data(change) for change in found.changes],
        "entries": [
            {
                "table": e.table,
                "name": e.name,
                "what": e.what,
                "before": e.before,
                "after": e.after,
                "meaning": e.meaning,
            }
            for e in found.entries
        ],
        "changes": None if found.new.program else changes_of(found),
    }


def _outcome_data(outcome: Outcome) -> dict[str, Any]:
    shown = _shown_data(outcome.shown) if outcome.shown else None
    return {"request": shown, "limits": list(outcome.limits), "unknown": outcome.unknown}


def _shown_data(shown: Shown) -> dict[str, Any]:
    return {
        "states": shown.request,
        "words": shown.words,
        "before": shown.before,
        "after": shown.after,
        "turns": [asdict(turn) for turn in shown.turns],
        "problems": list(shown.problems),
    }


def _change_data(change: Change) -> dict[str, Any]:
    old, new = change.old, change.new
    return {
        "id": change.criterion.id,
        "kind": change.kind,
        "moved": change.moved,
        "was": {"id": old.id, "effect": old.effect, "title": old.title} if old else None,
        "is": {"id": new.id, "effect": new.effect, "title": new.title} if new else None,
        "requests": {way: _shown_data(shown) for way, shown in change.shown.items()},
        "limits": list(change.limits),
        "unknown": dict(change.unknown),
        "reworded": [asdict(each) for each in change.reworded],
        "neither": _shown_data(change.neither) if change.neither else None,
    }
