"""What a policy tells of itself: its facts, criteria, clocks, states and services."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple, Protocol, TypeAlias

from wiser_policies._reasons import Reason
from wiser_policies._verdicts import Effect, Verdict

FactKind: TypeAlias = Literal["yes_no", "note", "number", "date", "choice", "set", "findings", "codes", "list"]


class Fact(NamedTuple):
    """A fact of a request: its rule in words, and what `problems` checks."""

    name: str
    kind: FactKind
    rule: str
    ask: str
    chart: str
    low: Any = None
    high: Any = None
    places: int = 0
    options: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    fields: tuple[Fact, ...] = ()
    unique: tuple[str, ...] = ()


class Citation(NamedTuple):
    """A place in a source."""

    source: str
    title: str
    version: str
    section: str
    place: str

    def as_dict(self) -> dict[str, str]:
        """As JSON values."""
        source, title, version, section, place = self
        return {"source": source, "title": title, "version": version, "section": section, "place": place}


class Criterion(NamedTuple):
    """One thing the chart must show. `effect` says what *not met* means for the request."""

    id: str
    title: str
    effect: Effect
    cite: tuple[Citation, ...]
    readings: tuple[tuple[str, str], ...]


class Clock(NamedTuple):
    """A date that follows from the dates of a request: `words` say how, and `facts` from which of them."""

    id: str
    title: str
    words: str
    cite: tuple[Citation, ...]
    readings: tuple[tuple[str, str], ...]
    facts: tuple[str, ...]


class State(NamedTuple):
    """A state of the program: who processes claims there, who answers requests, which document governs."""

    id: str
    label: str
    mac: str
    jurisdiction: str
    participant: str
    portal: str
    coverage: str


class Service(NamedTuple):
    """A service of the program, with its procedure codes and, by MAC, the documents that govern it."""

    id: str
    title: str
    section: str
    codes: tuple[str, ...]
    coverage: tuple[tuple[str, str], ...]


Told: TypeAlias = tuple[Reason, tuple[str, ...]]  # a reason, and the facts that its deciding tests read


class Interpreter(Protocol):
    """What a compiled policy says of valid requests."""

    def verdicts(self, request: Mapping[str, Any]) -> tuple[Verdict, ...]:
        """The verdict of each criterion, as the module of the version gives it faster."""

    def reasons(self, request: Mapping[str, Any], numbers: Iterable[int]) -> Iterator[Told]:
        """Why the criteria at these places have their verdicts, and which facts the tests read that decide."""

    def still_open(self, request: Mapping[str, Any], number: int) -> Mapping[str, Any]:
        """What is still open of the criterion at this place, as an expression of a compiled policy."""

    def days(self, request: Mapping[str, Any]) -> tuple[str, ...]:
        """The day each clock ends, or why it has none: `missing` or `not applicable`."""


class Policy(NamedTuple):
    """One version of one policy, in force from `effective` until the day before `until`.

    With `program` it says which requests the program concerns, and of which `services`. `meaning` is a
    hash of how it answers requests: versions with the same one answer alike, whatever their words.
    """

    id: str
    version: str
    title: str
    effective: str
    until: str | None
    codes: tuple[str, ...]
    facts: tuple[Fact, ...]
    criteria: tuple[Criterion, ...]
    interpreter: Interpreter
    clocks: tuple[Clock, ...] = ()
    states: tuple[State, ...] = ()
    services: tuple[Service, ...] = ()
    program: bool = False
    meaning: str = ""
