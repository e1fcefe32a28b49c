"""What the generated validators share: results, explanations, dates.

Standard library only. Copied from the compiler; do not edit it here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Final, Literal, NamedTuple, NoReturn, Protocol, TypeAlias

Verdict: TypeAlias = Literal["met", "not met", "missing", "not applicable"]
Outcome: TypeAlias = Literal[
    "ready", "incomplete", "not met", "out of scope", "invalid", "in scope", "cannot tell yet"
]  # fmt: skip
FactKind: TypeAlias = Literal["yes_no", "note", "number", "date", "choice", "set", "findings", "codes", "list"]
Effect: TypeAlias = Literal["scope", "required", "advisory"]
ProblemCode: TypeAlias = Literal[
    # a value, or a key
    "not-an-object", "unknown-fact", "null", "wrong-type", "out-of-range", "too-many-places", "not-a-date",
    "unknown-option", "not-a-code", "empty-text", "too-long", "repeated",
    # the choice of policy and version
    "codes-missing", "unknown-service", "service-not-encoded", "several-services", "no-version-on-that-day",
    "no-program",
    # the document
    "unreadable", "too-large", "not-json", "duplicate-key", "inexact-number",
]  # fmt: skip

MET: Final = "met"
NOT_MET: Final = "not met"
MISSING: Final = "missing"
NOT_APPLICABLE: Final = "not applicable"
READY: Final = "ready"
INCOMPLETE: Final = "incomplete"
OUT_OF_SCOPE: Final = "out of scope"
INVALID: Final = "invalid"
IN_SCOPE: Final = "in scope"
CANNOT_TELL: Final = "cannot tell yet"
KNOWN: Final = "known"

VERDICTS: frozenset[Verdict] = frozenset((MET, NOT_MET, MISSING, NOT_APPLICABLE))
OPEN: frozenset[Verdict] = frozenset((MISSING, NOT_MET))

NOTICE = "This is about documentation. It is not a coverage decision, and not medical or legal advice."

# ---------------------------------------------------------------- what a policy tells of itself


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
        return {
            "source": self.source,
            "title": self.title,
            "version": self.version,
            "section": self.section,
            "place": self.place,
        }


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


class Interpreter(Protocol):
    """What a compiled policy says of valid requests."""

    def verdicts(self, request: Mapping[str, Any]) -> tuple[Verdict, ...]:
        """The verdict of each criterion, as the module of the version gives it faster."""

    def reasons(self, request: Mapping[str, Any], numbers: Iterable[int]) -> Iterator[Reason]:
        """Why the criteria at these places have their verdicts."""

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


class Problem(NamedTuple):
    """Why a request is invalid: a JSON pointer, the rule broken there, and its kind. Never the value.

    `code` is stable, for programs; `rule` is for people, and may be worded anew.
    """

    path: str
    rule: str
    code: ProblemCode


# ---------------------------------------------------------------- explanations


class Reason(NamedTuple):
    """Why a criterion is met, not met or missing: a test in words, or tests and how they are joined."""

    words: str
    truth: bool | None
    joint: str = ""
    quote: str = ""
    facts: tuple[str, ...] = ()
    parts: tuple[Reason, ...] = ()

    def leaves(self) -> list[Reason]:
        """The tests that decide, or that could still decide: those that make the truth of the whole."""
        found: list[Reason] = []
        pending = [self]
        while pending:
            reason = pending.pop()
            if not reason.parts:
                found.append(reason)
                continue
            turned = reason.joint == "none of" and reason.truth is not None
            wanted = not reason.truth if turned else reason.truth
            pending += [part for part in reversed(reason.parts) if part.truth is wanted]
        return found

    def as_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "words": self.words,
            "truth": truth_word(self.truth),
            "joint": self.joint,
            "quote": self.quote,
            "facts": list(self.facts),
            "parts": [part.as_dict() for part in self.parts],
        }


def truth_word(truth: bool | None) -> Verdict:
    """`met`, `not met` or `missing`."""
    return MISSING if truth is None else MET if truth else NOT_MET


def at_least(count: int, words: str, quote: str, *parts: Reason) -> Reason:
    """At least so many of the parts."""
    truths = [part.truth for part in parts]
    truth = True if truths.count(True) >= count else False if truths.count(False) > len(parts) - count else None
    joint = "all of" if count == len(parts) else "any of" if count == 1 else f"at least {count} of"
    return Reason(words, truth, joint, quote, (), parts)


def none_of(words: str, quote: str, part: Reason) -> Reason:
    """Not the part."""
    return Reason(words, None if part.truth is None else not part.truth, "none of", quote, (), (part,))


def only_if(applies: Reason, part: Reason) -> Reason:
    """A requirement that holds only where `applies` is met. Where it is not, that alone is the reason."""
    if applies.truth is False:
        return Reason("", False, "only if", "", (), (applies,))
    truth = part.truth if applies.truth or part.truth else None
    return Reason("", truth, "only if", "", (), (applies, part))


class Explanation(NamedTuple):
    """A criterion with its verdict, and why."""

    criterion: Criterion
    verdict: Verdict
    reason: Reason
    decided_by: tuple[str, ...]
    missing: tuple[Fact, ...]

    def as_dict(self) -> dict[str, Any]:
        """As JSON values."""
        found = self.criterion
        return {
            "id": found.id,
            "title": found.title,
            "effect": found.effect,
            "verdict": self.verdict,
            "cite": [citation.as_dict() for citation in found.cite],
            "readings": [{"id": id_, "text": text} for id_, text in found.readings],
            "missing": [{"fact": f.name, "ask": f.ask, "chart": f.chart} for f in self.missing],
            "decided_by": list(self.decided_by),
            "reason": self.reason.as_dict(),
        }


# A criterion that is missing or not met, as `Result.gaps` returns it.
Gap: TypeAlias = Explanation


class Deadline(NamedTuple):
    """A clock and the day it ends, as YYYY-MM-DD.

    `verdict` is `known`; or `missing`, with the facts it waits for; or `not applicable`. Then there is no day.
    """

    clock: Clock
    verdict: Literal["known", "missing", "not applicable"]
    day: str | None
    missing: tuple[Fact, ...]

    def as_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "id": self.clock.id,
            "title": self.clock.title,
            "words": self.clock.words,
            "day": self.day,
            "verdict": self.verdict,
            "cite": [citation.as_dict() for citation in self.clock.cite],
            "readings": [{"id": id_, "text": text} for id_, text in self.clock.readings],
            "missing": [{"fact": f.name, "ask": f.ask, "chart": f.chart} for f in self.missing],
        }


# ---------------------------------------------------------------- results


class Result:
    """The verdicts of one request. Explanations are made when they are asked for.

    It keeps the request for them, so leave the request as it is until you have asked why. A result never gives the
    request away: its text, `dict(result)`, `==` and `hash` know policy, version, outcome, verdicts and problems alone.
    It cannot be pickled, and its copy is itself; store `as_dict()`.
    """

    __slots__ = ("_asked", "_policy", "_problems", "_verdicts")

    __iter__ = None  # `policy, outcome = result` is a mistake, and not a way to what a result keeps

    def __init__(
        self,
        policy: Policy,
        verdicts: tuple[Verdict, ...],
        request: Mapping[str, Any],
        problems: tuple[Problem, ...] = (),
    ) -> None:
        self._policy = policy
        self._verdicts = verdicts
        # No slot holds the request itself, since tools that compare objects read slots.
        self._asked: Callable[[], Mapping[str, Any]] = lambda: request
        self._problems = problems

    @property
    def policy(self) -> Policy:
        """The policy and version that was applied."""
        return self._policy

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Why the request is invalid; empty for a valid one."""
        return self._problems

    @property
    def outcome(self) -> Outcome:
        """`ready`, `incomplete`, `not met`, `out of scope` or `invalid`. None is a coverage decision.

        Of a program it is `in scope`, `cannot tell yet`, `out of scope` or `invalid`.
        """
        if self._problems:
            return INVALID
        scope, required = [], []
        for criterion, verdict in zip(self.policy.criteria, self._verdicts, strict=True):
            if criterion.effect == "scope":
                scope.append(verdict)
            elif criterion.effect == "required":
                required.append(verdict)
        if NOT_MET in scope:
            return OUT_OF_SCOPE
        if self.policy.program:
            return CANNOT_TELL if MISSING in scope else IN_SCOPE
        if MISSING in scope:
            return INCOMPLETE
        if NOT_MET in required:
            return NOT_MET
        return INCOMPLETE if MISSING in required else READY

    @property
    def verdicts(self) -> dict[str, Verdict]:
        """The verdict of each criterion by its id; empty for an invalid request."""
        return dict(zip((c.id for c in self.policy.criteria), self._verdicts, strict=False))

    def explain(self) -> tuple[Explanation, ...]:
        """Every criterion with the facts that decided it, and those that are missing."""
        return () if self._problems else self._explained(VERDICTS, advisory=True)

    def gaps(self) -> tuple[Gap, ...]:
        """The criteria of scope and requirement that are missing or not met."""
        if OPEN.isdisjoint(self._verdicts):
            return ()
        return self._explained(OPEN, advisory=False)

    def _explained(self, wanted: frozenset[Verdict], advisory: bool) -> tuple[Explanation, ...]:
        policy, request = self._policy, self._asked()
        told = [
            (number, criterion, verdict)
            for number, (criterion, verdict) in enumerate(zip(policy.criteria, self._verdicts, strict=True))
            if verdict in wanted and (advisory or criterion.effect != "advisory")
        ]
        reasons = policy.interpreter.reasons(request, [number for number, _, _ in told])
        return tuple(
            _explanation(criterion, verdict, reason, policy.facts, request)
            for (_, criterion, verdict), reason in zip(told, reasons, strict=True)
        )

    def deadlines(self) -> tuple[Deadline, ...]:
        """The clocks that the dates of the request start, with the days they end."""
        if self._problems:
            return ()
        policy, request = self.policy, self._asked()
        facts = {fact.name: fact for fact in policy.facts}
        found = []
        for clock, end in zip(policy.clocks, policy.interpreter.days(request), strict=True):
            if end == MISSING:
                waits = tuple(facts[name] for name in clock.facts if name not in request)
                found.append(Deadline(clock, MISSING, None, waits))
            elif end == NOT_APPLICABLE:
                found.append(Deadline(clock, NOT_APPLICABLE, None, ()))
            else:
                found.append(Deadline(clock, KNOWN, end, ()))
        return tuple(found)

    @property
    def state(self) -> State | None:
        """Who answers the request, in the state where the service is given; None outside the program."""
        named = None if self._problems else self._asked().get("state")
        return next((state for state in self.policy.states if state.id == named), None)

    @property
    def services(self) -> tuple[Service, ...]:
        """The services of a program whose codes are on the request."""
        codes = [] if self._problems else self._asked().get("codes", [])
        return tuple(service for service in self.policy.services if any(code in service.codes for code in codes))

    def as_dict(self) -> dict[str, Any]:
        """As JSON values, in the shape of `result.schema.json`."""
        state = self.state
        return {
            "policy": self.policy.id,
            "version": self.policy.version,
            "meaning": self.policy.meaning,
            "outcome": self.outcome,
            "notice": NOTICE,
            "criteria": [explanation.as_dict() for explanation in self.explain()],
            "problems": [problem._asdict() for problem in self._problems],
            "deadlines": [deadline.as_dict() for deadline in self.deadlines()],
            "state": state._asdict() if state else None,
            "services": [service.id for service in self.services],
        }

    # ------------------------------------------------ what others may see of it: never the request

    def keys(self) -> tuple[str, ...]:
        """The keys of `dict(result)`, which is what a web framework sends for a result."""
        return ("policy", "version", "outcome", "verdicts", "problems")

    def __getitem__(self, key: str) -> object:
        """An entry of `dict(result)`. Raises KeyError for any other key."""
        match key:
            case "policy":
                return self.policy.id
            case "version":
                return self.policy.version
            case "outcome":
                return self.outcome
            case "verdicts":
                return self.verdicts
            case "problems":
                return [problem._asdict() for problem in self._problems]
            case _:
                raise KeyError(key)

    def _said(self) -> tuple[object, ...]:
        return self.policy.id, self.policy.version, self.policy.meaning, self._verdicts, self._problems

    def __eq__(self, other: object) -> bool:
        """Both say the same of a request, which need not be the same one."""
        return self._said() == other._said() if isinstance(other, Result) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._said())

    def __repr__(self) -> str:
        """Nothing of the request: it may identify a patient."""
        if self._problems:
            why = [f" {problem.path or '/'}: {problem.code}" for problem in self._problems]
        else:
            verdicts = zip(self.policy.criteria, self._verdicts, strict=True)
            why = [f" {c.id}: {found}" for c, found in verdicts if found in OPEN and c.effect != "advisory"]
        return f"<Result of {self.policy.id} {self.policy.version}: {self.outcome}{','.join(why)}>"

    def __copy__(self) -> Result:
        return self

    def __deepcopy__(self, memo: object) -> Result:
        return self

    def __reduce__(self) -> NoReturn:
        """Refused: a stored result would store the request."""
        raise TypeError("a result keeps its request and is not pickled; store as_dict()")

    def __getstate__(self) -> NoReturn:
        """Refused likewise."""
        self.__reduce__()


def _explanation(
    criterion: Criterion, verdict: Verdict, reason: Reason, facts: tuple[Fact, ...], request: Mapping[str, Any]
) -> Explanation:
    """Which facts decided, and which are missing: those of the tests on the way to the verdict."""
    named = tuple(dict.fromkeys([name for leaf in reason.leaves() for name in leaf.facts]))
    if verdict == MISSING:
        absent = tuple(name for name in named if name not in request) or named
        return Explanation(criterion, verdict, reason, (), tuple(f for f in facts if f.name in absent))
    return Explanation(criterion, verdict, reason, tuple(name for name in named if name in request), ())


# ---------------------------------------------------------------- dates
#
# Dates stay ISO text: checked once, they compare as text.


MOST_DAYS = 4096  # that are remembered of each kind


def mover(months: int, days: int = 0) -> Callable[[str], str]:
    """A function that moves a date by so much. Dates repeat, so it remembers them."""
    return _Moved(months, days).__getitem__


class _Moved(dict[str, str]):
    """Dates with what they are moved by so much, worked out when they are first asked for."""

    def __init__(self, months: int, days: int) -> None:
        self.distance = months, days

    def __missing__(self, day: str) -> str:
        if len(self) >= MOST_DAYS:
            self.clear()
        moved = self[day] = shift(day, *self.distance)
        return moved


def shift(day: str, months: int, days: int = 0) -> str:
    """The date that many calendar months (clamped to the month's end), then days, after `day`."""
    moved = date.fromisoformat(day)
    if months:
        year, month = divmod(moved.year * 12 + moved.month - 1 + months, 12)
        last = 28 + _leap(year) if month == 1 else 30 + (month + 1 + (month > 6)) % 2
        moved = date(year, month + 1, min(moved.day, last))
    return (moved + timedelta(days)).isoformat()


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def is_day(text: str) -> bool:
    """An existing date written YYYY-MM-DD."""
    return len(text) == 10 and text[4] == text[7] == "-" and _exists(text)


@lru_cache(MOST_DAYS)
def _exists(text: str) -> bool:
    """A date exists. Only ten characters with two dashes come here, so nothing longer is remembered."""
    try:
        return text.replace("-", "").isdecimal() and text.isascii() and date.fromisoformat(text) is not None
    except ValueError:
        return False


def same_items(one: list[str], other: list[str]) -> bool:
    """Two sets, which are lists without repetition, have the same items in any order."""
    return one == other or (len(one) == len(other) and set(one) == set(other))
