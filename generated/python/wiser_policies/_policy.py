"""The data about a policy: its facts, criteria, clocks, states and services."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, Literal, NamedTuple, Protocol, TypeAlias

from wiser_policies._copies import copies
from wiser_policies._reasons import Reason
from wiser_policies._verdicts import MISSING, Effect, Verdict

FactKind: TypeAlias = Literal["yes_no", "note", "number", "date", "choice", "set", "findings", "codes", "list"]


class Fact(NamedTuple):
    """A fact of a request: its rule in words, and the data of the rule for `problems`.

    `unit` is that of a number, of the items of a set or of the records of a list; of codes it is their system.
    """

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
    unit: str = ""


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

    def as_dict(self) -> dict[str, Any]:
        """As JSON values, with room for the answer for one request."""
        return {
            "id": self.id,
            "title": self.title,
            "effect": self.effect,
            "verdict": "",
            "cite": [citation.as_dict() for citation in self.cite],
            "readings": [{"id": id_, "text": text} for id_, text in self.readings],
            "missing": [],
            "decided_by": [],
            "reason": {},
        }


class CriterionReason:
    """Why a criterion has its verdict, and the facts that its deciding tests read, in the order of the tests by name.

    It is remembered from one request to the next: it says how tests came out, and no value of a request.
    """

    def __init__(
        self, criterion: Criterion, verdict: Verdict, reason: Reason, named: tuple[str, ...], facts: tuple[Fact, ...]
    ) -> None:
        self.criterion, self.verdict, self.reason, self.named, self.facts = criterion, verdict, reason, named, facts
        self.names = frozenset(named)

    @cached_property
    def as_dict(self) -> Callable[[], dict[str, Any]]:
        """A function that gives it as JSON values, with room for what is missing, or for a request that states all."""
        decided_by = [] if self.verdict == MISSING else [*self.named]
        own = {"verdict": self.verdict, "decided_by": decided_by, "reason": self.reason.as_dict()}
        return copies(self.criterion.as_dict() | own)


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
    telephone: str
    fax: str
    coverage: str
    cite: tuple[Citation, ...]

    def as_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {**self._asdict(), "cite": [citation.as_dict() for citation in self.cite]}


class Service(NamedTuple):
    """A service of the program, with its procedure codes and, by MAC, the documents that govern it."""

    id: str
    title: str
    section: str
    codes: tuple[str, ...]
    coverage: tuple[tuple[str, str], ...]


class Edition(NamedTuple):
    """A later edition that is known and not encoded. A request received since the day `since` is told of it."""

    name: str
    since: str
    known: str
    cite: tuple[Citation, ...]

    def as_dict(self) -> dict[str, Any]:
        """As JSON values."""
        cite = [citation.as_dict() for citation in self.cite]
        return {"name": self.name, "from": self.since, "known": self.known, "cite": cite}


Run: TypeAlias = Mapping[str, Any]
"""A stretch of a sentence of the sheet: `{"text": …}`, `{"bold": …}`, `{"tick": …, "values": […], "text": …}`, perhaps
with a `test`, or `{"blank": …}`, perhaps with a `term` or a `share`. schemas/compiled-policy.schema.json has them all.
"""


class Instruction(NamedTuple):
    """A thing to know for sending a request, or for reading its decision.

    `sheet` is how the sheet says it: None for its title and words, empty where the sheet leaves it out.
    """

    id: str
    title: str
    says: str
    cite: tuple[Citation, ...]
    sheet: tuple[Run, ...] | None = None


class SheetLine(NamedTuple):
    """A line of the printed sheet: its words, the criteria that they speak for, the facts that they name, and who has
    what is asked for.
    """

    criteria: tuple[str, ...]
    facts: tuple[str, ...]
    ask: tuple[str, ...]
    says: tuple[Run, ...]


class SheetPart(NamedTuple):
    """A part of the printed sheet. It is left out where what `skip` says is so."""

    id: str
    title: str
    layout: Literal["table", "lines", "yes_no"]
    skip: tuple[Run, ...]
    lines: tuple[SheetLine, ...]


class Sheet(NamedTuple):
    """The printed sheet: every criterion of scope and every required one in a sentence for staff."""

    title: str
    parts: tuple[SheetPart, ...]


class AddOn(NamedTuple):
    """An add-on code with the primary codes beside one of which it stands."""

    code: str
    label: str
    primaries: tuple[str, ...]


class AddOns(NamedTuple):
    """The add-on codes, and what becomes of one that is left off. `told_by` is the criterion that tells whether it is
    needed, or empty.
    """

    codes: tuple[AddOn, ...]
    if_left_off: str
    cite: tuple[Citation, ...]
    told_by: str

    def as_dict(self, code: AddOn) -> dict[str, Any]:
        """One of the codes as JSON values."""
        said = {"code": code.code, "label": code.label, "primaries": [*code.primaries]}
        return {**said, "if_left_off": self.if_left_off, "cite": [citation.as_dict() for citation in self.cite]}


class Asking(NamedTuple):
    """How the ask list treats a fact. `plan` is `fewer`, `another day`, `sent later` or empty; `supplier` has the fact,
    and `unlikely_if` is an expression of a compiled policy that speaks against the answer yes, or None.
    """

    fact: str
    plan: str
    grows: bool
    claims_failure: bool
    supplier: str
    unlikely_if: Mapping[str, Any] | None


class Interpreter(Protocol):
    """The interpreter of a compiled policy for valid requests."""

    @property
    def data(self) -> Mapping[str, Any]:
        """The compiled policy as JSON values."""

    @property
    def facts(self) -> Mapping[str, Fact]:
        """The facts of a request, and the fields of its lists, by name."""

    def verdicts(self, request: Mapping[str, Any]) -> tuple[Verdict, ...]:
        """The verdict of each criterion. The module of the version gives the same, faster."""

    def reasons(self, request: Mapping[str, Any], verdicts: Iterable[tuple[int, Verdict]]) -> list[CriterionReason]:
        """Why the criteria at these places have these verdicts, which are theirs for this request."""

    def still_open(self, request: Mapping[str, Any], number: int) -> Mapping[str, Any]:
        """The open part of the criterion with this index, as an expression of a compiled policy."""

    def tests(self, number: int) -> tuple[Mapping[str, Any] | None, Mapping[str, Any]]:
        """When the criterion with this index applies, or None for always, and what it then requires."""

    def truth(self, expr: Mapping[str, Any], request: Mapping[str, Any]) -> bool | None:
        """Whether an expression is surely met, surely not met, or neither."""

    def worked_out(self, request: Mapping[str, Any], term: Mapping[str, Any]) -> str | int | float | None:
        """The day or the number that a term gives; None where that is not certain."""

    def days(self, request: Mapping[str, Any]) -> tuple[str, ...]:
        """The day on which each clock ends, or `missing` or `not applicable`."""


class Policy(NamedTuple):
    """One version of one policy, in force from `effective` until the day before `until`.

    With `program` it says which requests the program concerns, and has its `services`. `meaning` is a hash of how it
    answers requests: versions with one hash answer alike, whatever their words. `supplied_by` is by heading of the
    chart.
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
    known_editions: tuple[Edition, ...] = ()
    sending: tuple[Instruction, ...] = ()
    decisions: tuple[Instruction, ...] = ()
    supplied_by: tuple[tuple[str, str], ...] = ()
    add_ons: AddOns = AddOns((), "", (), "")
    asking: tuple[Asking, ...] = ()
    sheet: Sheet = Sheet("", ())
