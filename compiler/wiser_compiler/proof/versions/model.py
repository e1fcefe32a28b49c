"""The result of comparing two versions: changes of criteria, of outcomes, and of tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal as OneOf
from typing import TypeAlias

from wiser_compiler.core.model import Criterion, Policy
from wiser_compiler.proof.answers import Request

Kind: TypeAlias = OneOf["added", "removed", "tightened", "loosened", "changed", "unknown", "reworded", "unchanged"]
Way: TypeAlias = OneOf["tighter", "looser"]
Table: TypeAlias = OneOf["head", "facts", "codes", "clocks", "states", "services"]
WAYS: tuple[Way, Way] = ("tighter", "looser")


@dataclass(frozen=True, slots=True)
class Turn:
    """The verdicts of one criterion in the two versions on the same request; empty where a version does not have it."""

    criterion: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A request that shows a difference: what it states, also in words, and the verdicts that change.

    `before` and `after` are verdicts, or outcomes of the whole.
    """

    request: Request
    words: str
    before: str
    after: str
    turns: tuple[Turn, ...] = ()
    problems: tuple[str, ...] = ()  # why one of the versions refuses it


@dataclass(frozen=True, slots=True)
class Reworded:
    """A rewording: the words that only one of the two versions has."""

    what: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One criterion in both versions, or in one of them.

    `shown` has a request for each direction of the change. A direction without one is proven not to occur, within
    `limits` if there are any; `unknown` says why a direction could not be decided. `neither` is a request on which one
    version is met and the other not applicable, where nothing else differs.
    """

    kind: Kind
    old: Criterion | None
    new: Criterion | None
    shown: Mapping[Way, Shown] = field(default_factory=dict)
    limits: tuple[str, ...] = ()
    unknown: Mapping[Way, str] = field(default_factory=dict)
    reworded: tuple[Reworded, ...] = ()
    neither: Shown | None = None

    @property
    def criterion(self) -> Criterion:
        """The criterion of the new version; of the old one if it was removed."""
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def moved(self) -> bool:
        """Whether the criterion has another section or another id than before."""
        return bool(self.old and self.new and (self.old.effect, self.old.id) != (self.new.effect, self.new.id))

    @property
    def same_meaning(self) -> bool:
        """Whether the criterion has the same meaning, in the same section."""
        same_section = self.old is not None and self.new is not None and self.old.effect == self.new.effect
        return self.kind in ("reworded", "unchanged") and same_section


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether any request is ready (or in scope) under one version and not under the other."""

    shown: Shown | None
    limits: tuple[str, ...] = ()
    unknown: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a table that differs, such as a code or the date of a clock; an empty value: not there."""

    table: Table
    name: str
    what: str
    before: str
    after: str
    meaning: bool = True  # and not words alone


@dataclass(frozen=True, slots=True)
class Compared:
    """The criteria of two versions of a policy, compared as if both were in force on the day a request is received."""

    old: Policy
    new: Policy
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Difference(Compared):
    """Two versions of a policy, compared with their outcomes and their tables."""

    outcomes: Mapping[Way, Outcome]
    entries: tuple[Entry, ...]
    called: tuple[str, str] = ("", "")  # names for the two where both have the same version

    @property
    def names(self) -> tuple[str, str]:
        """The names of the two: their versions, or where they come from."""
        return self.called if all(self.called) else (self.old.version, self.new.version)

    @property
    def same_meaning(self) -> bool:
        """Nothing but words differs."""
        return all(change.same_meaning for change in self.changes) and not any(e.meaning for e in self.entries)

    def of_kind(self, kind: Kind) -> tuple[Change, ...]:
        """The changes of one kind."""
        return tuple(change for change in self.changes if change.kind == kind)
