"""What the generated validators share: results, the rules of a request, dates, explanations.

Standard library only. Copied from the compiler; do not edit it here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

MET, NOT_MET, MISSING, NOT_APPLICABLE = "met", "not met", "missing", "not applicable"
READY, INCOMPLETE, OUT_OF_SCOPE, INVALID = "ready", "incomplete", "out of scope", "invalid"
IN_SCOPE, CANNOT_TELL = "in scope", "cannot tell yet"
KNOWN = "known"

OPEN = frozenset((MISSING, NOT_MET))

NOTICE = "This is about documentation. It is not a coverage decision, and not medical or legal advice."

# ---------------------------------------------------------------- what a policy tells of itself


class Fact(NamedTuple):
    """A fact of a request: its rule in words, and what `problems` checks."""

    name: str
    kind: str
    rule: str
    ask: str
    chart: str
    low: Any = None
    high: Any = None
    places: int = 0
    options: tuple[str, ...] = ()
    fields: tuple[Fact, ...] = ()
    unique: tuple[str, ...] = ()


class Citation(NamedTuple):
    """A place in a source."""

    source: str
    title: str
    version: str
    section: str
    place: str


class Criterion(NamedTuple):
    """One thing the chart must show. `effect` is scope, required or advisory."""

    id: str
    title: str
    effect: str
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
    reasons: Callable[[dict[str, Any]], tuple[Reason, ...]]
    clocks: tuple[Clock, ...] = ()
    ends: Callable[[dict[str, Any]], tuple[str, ...]] = lambda _request: ()
    states: tuple[State, ...] = ()
    services: tuple[Service, ...] = ()
    program: bool = False
    meaning: str = ""


class Problem(NamedTuple):
    """Why a request is invalid: a JSON pointer, and the rule broken there. Never the value."""

    path: str
    rule: str


# ---------------------------------------------------------------- explanations


class Reason(NamedTuple):
    """Why a criterion is met, not met or missing: a test in words, or tests and how they are joined."""

    words: str
    truth: bool | None
    joint: str = ""
    quote: str = ""
    facts: tuple[str, ...] = ()
    parts: tuple[Reason, ...] = ()

    def leaves(self) -> Iterator[Reason]:
        """The tests that decide, or that could still decide: those that make the truth of the whole."""
        if not self.parts:
            yield self
        turned = self.joint == "none of" and self.truth is not None
        for part in self.parts:
            if part.truth is (not self.truth if turned else self.truth):
                yield from part.leaves()

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


def truth_word(truth: bool | None) -> str:
    """`met`, `not met` or `missing`."""
    return MISSING if truth is None else MET if truth else NOT_MET


def test(words: str, quote: str, facts: tuple[str, ...], met: bool, not_met: bool) -> Reason:
    """A single test, from its two halves."""
    return Reason(words, True if met else False if not_met else None, "", quote, facts)


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
    verdict: str
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
            "cite": [citation._asdict() for citation in found.cite],
            "readings": [{"id": id_, "text": text} for id_, text in found.readings],
            "missing": [{"fact": f.name, "ask": f.ask, "chart": f.chart} for f in self.missing],
            "decided_by": list(self.decided_by),
            "reason": self.reason.as_dict(),
        }


class Deadline(NamedTuple):
    """A clock and the day it ends, as YYYY-MM-DD.

    `verdict` is `known`; or `missing`, with the facts it waits for; or `not applicable`. Then there is no day.
    """

    clock: Clock
    verdict: str
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
            "cite": [citation._asdict() for citation in self.clock.cite],
            "readings": [{"id": id_, "text": text} for id_, text in self.clock.readings],
            "missing": [{"fact": f.name, "ask": f.ask, "chart": f.chart} for f in self.missing],
        }


# ---------------------------------------------------------------- results


class Result(tuple[Policy, tuple[str, ...], Mapping[str, Any], tuple[Problem, ...]]):
    """The verdicts of one request. Explanations are made when they are asked for.

    It holds the request, so treat it as you treat the request, and leave the request as it is until you
    have asked why. Its text shows only the outcome.
    """

    __slots__ = ()

    @property
    def policy(self) -> Policy:
        """The policy and version that was applied."""
        return self[0]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Why the request is invalid; empty for a valid one."""
        return self[3]

    @property
    def outcome(self) -> str:
        """`ready`, `incomplete`, `not met`, `out of scope` or `invalid`. None is a coverage decision.

        Of a program it is `in scope`, `cannot tell yet`, `out of scope` or `invalid`.
        """
        if self[3]:
            return INVALID
        scope, required = [], []
        for criterion, verdict in zip(self[0].criteria, self[1], strict=True):
            if criterion.effect == "scope":
                scope.append(verdict)
            elif criterion.effect == "required":
                required.append(verdict)
        if NOT_MET in scope:
            return OUT_OF_SCOPE
        if self[0].program:
            return CANNOT_TELL if MISSING in scope else IN_SCOPE
        if MISSING in scope:
            return INCOMPLETE
        if NOT_MET in required:
            return NOT_MET
        return INCOMPLETE if MISSING in required else READY

    @property
    def verdicts(self) -> dict[str, str]:
        """The verdict of each criterion by its id; empty for an invalid request."""
        return dict(zip((c.id for c in self[0].criteria), self[1], strict=False))

    def explain(self) -> tuple[Explanation, ...]:
        """Every criterion with the facts that decided it, and those that are missing."""
        if self[3]:
            return ()
        reasons = self[0].reasons(dict(self[2]))
        return tuple(
            _explained(criterion, verdict, reason, self[0].facts, self[2])
            for criterion, verdict, reason in zip(self[0].criteria, self[1], reasons, strict=True)
        )

    def gaps(self) -> tuple[Explanation, ...]:
        """The criteria of scope and requirement that are missing or not met."""
        if OPEN.isdisjoint(self[1]):
            return ()
        reasons = self[0].reasons(dict(self[2]))
        return tuple(
            _explained(criterion, verdict, reason, self[0].facts, self[2])
            for criterion, verdict, reason in zip(self[0].criteria, self[1], reasons, strict=True)
            if verdict in OPEN and criterion.effect != "advisory"
        )

    def deadlines(self) -> tuple[Deadline, ...]:
        """The clocks that the dates of the request start, with the days they end."""
        if self[3]:
            return ()
        policy, request = self[0], self[2]
        facts = {fact.name: fact for fact in policy.facts}
        found = []
        for clock, end in zip(policy.clocks, policy.ends(dict(request)), strict=True):
            known = end not in (MISSING, NOT_APPLICABLE)
            waits = tuple(facts[name] for name in clock.facts if name not in request) if end == MISSING else ()
            found.append(Deadline(clock, KNOWN if known else end, end if known else None, waits))
        return tuple(found)

    @property
    def state(self) -> State | None:
        """Who answers the request, in the state where the service is given; None outside the program."""
        named = None if self[3] else self[2].get("state")
        return next((state for state in self[0].states if state.id == named), None)

    @property
    def services(self) -> tuple[Service, ...]:
        """The services of a program whose codes are on the request."""
        codes = [] if self[3] else self[2].get("codes", [])
        return tuple(service for service in self[0].services if any(code in service.codes for code in codes))

    def as_dict(self) -> dict[str, Any]:
        """As JSON values, in the shape of `result.schema.json`."""
        state = self.state
        return {
            "policy": self[0].id,
            "version": self[0].version,
            "meaning": self[0].meaning,
            "outcome": self.outcome,
            "notice": NOTICE,
            "criteria": [explanation.as_dict() for explanation in self.explain()],
            "problems": [problem._asdict() for problem in self[3]],
            "deadlines": [deadline.as_dict() for deadline in self.deadlines()],
            "state": state._asdict() if state else None,
            "services": [service.id for service in self.services],
        }

    def __repr__(self) -> str:
        """Nothing of the request: it may identify a patient."""
        return f"<Result of {self[0].id} {self[0].version}: {self.outcome}>"

    __str__ = __repr__

    def __reduce__(self) -> str:
        """Refused: a stored result would store the request."""
        raise TypeError("a result holds a request and is not pickled; store as_dict()")


def _explained(
    criterion: Criterion, verdict: str, reason: Reason, facts: tuple[Fact, ...], request: Mapping[str, Any]
) -> Explanation:
    """Which facts decided, and which are missing: those of the tests on the way to the verdict."""
    named = tuple(dict.fromkeys(name for leaf in reason.leaves() for name in leaf.facts))
    if verdict == MISSING:
        absent = tuple(name for name in named if name not in request) or named
        return Explanation(criterion, verdict, reason, (), tuple(f for f in facts if f.name in absent))
    return Explanation(criterion, verdict, reason, tuple(name for name in named if name in request), ())


# ---------------------------------------------------------------- dates
#
# Dates stay ISO text: checked once, they compare as text.


def mover(months: int, days: int = 0) -> Callable[[str], str]:
    """A function that moves a date by so much. Dates repeat, so it remembers them."""
    return lru_cache(4096)(lambda day: shift(day, months, days))


def shift(day: str, months: int, days: int = 0) -> str:
    """The date that many calendar months (clamped to the month's end), then days, after `day`.

    Text that is no date stands for an open end and stays as it is.
    """
    if len(day) != 10:
        return day
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


@lru_cache(4096)
def _exists(text: str) -> bool:
    """A date exists. Only ten characters with two dashes come here, so nothing longer is remembered."""
    try:
        return text.replace("-", "").isdecimal() and text.isascii() and date.fromisoformat(text) is not None
    except ValueError:
        return False


# Ends of the range of a count of a list that is not stated, and of a date that is not known.
FEWEST, MOST = float("-inf"), float("inf")
EARLIEST, LATEST = "", "~"

# ---------------------------------------------------------------- the rules of a request

BLANK = " \t\n\r"
MOST_NOTE = 500
MOST_CODES = 100


def problems(facts: Sequence[Fact], request: object) -> tuple[Problem, ...]:
    """Every rule that a request breaks, with its place. Slow and thorough: the fast check comes first."""
    return tuple(_record(facts, request, ""))


def _record(facts: Sequence[Fact], record: object, path: str) -> Iterator[Problem]:
    if type(record) is not dict:
        yield Problem(path, "must be an object whose keys are facts")
        return
    names = [fact.name for fact in facts]
    strangers = [key for key in record if key not in names]
    if strangers:
        from difflib import get_close_matches  # needed for what is wrong alone

        # A key may be text from a chart, so only our own names are ever repeated.
        near = {
            match
            for key in strangers[:20]
            for match in get_close_matches(key[:100] if type(key) is str else "", names, 1, 0.75)
        }
        guess = f"; did you mean {' or '.join(sorted(near))}?" if near else ""
        count = "1 key is not a fact" if len(strangers) == 1 else f"{len(strangers)} keys are not facts"
        yield Problem(path, count + guess)
    for fact in facts:
        if fact.name in record:
            yield from _value(fact, record[fact.name], f"{path}/{fact.name}")


def _value(fact: Fact, value: object, path: str) -> Iterator[Problem]:
    if fact.kind == "list" and type(value) is list and len(value) <= fact.high:
        seen: set[tuple[object, ...]] = set()
        for number, row in enumerate(value):
            wrong = tuple(_record(fact.fields, row, f"{path}/{number}"))
            yield from wrong
            key = () if wrong else tuple(row.get(name) for name in fact.unique)
            if key and None not in key:
                if key in seen:
                    same = " and ".join(fact.unique)
                    yield Problem(f"{path}/{number}", f"repeats an earlier record: {same} are the same")
                seen.add(key)
    elif fact.kind == "findings" and type(value) is dict and all(key in fact.options for key in value):
        for key, found in value.items():
            if type(found) is not bool:
                yield Problem(f"{path}/{key}", "must be true or false")
    elif fact.kind in ("list", "findings") or not _fits(fact, value):
        yield Problem(path, "must be " + fact.rule)


def _fits(fact: Fact, value: object) -> bool:
    """A single value keeps the rule of its fact."""
    match fact.kind:
        case "yes_no":
            return type(value) is bool
        case "note":
            return type(value) is str and len(value) <= MOST_NOTE and value.strip(BLANK) != ""
        case "number":
            return is_number(value, fact.low, fact.high, fact.places)
        case "date":
            return type(value) is str and is_day(value) and fact.low <= value <= fact.high
        case "choice":
            return type(value) is str and value in fact.options
        case "set":
            return is_set(value, fact.options)
        case _:
            return is_codes(value, fact.options[0])


def is_number(value: object, low: float, high: float, places: int) -> bool:
    """A number in its range with so many decimal places. `4.0` is the whole number 4; NaN is none."""
    if type(value) is not int and type(value) is not float:
        return False
    return low <= value <= high and round(value * 10**places) / 10**places == value


def is_set(value: object, options: Sequence[str]) -> bool:
    """A list without repetition, of the options."""
    if type(value) is not list or not all(type(item) is str and item in options for item in value):
        return False
    return len(set(value)) == len(value)


def is_codes(value: object, pattern: str) -> bool:
    """A list without repetition, of well-formed codes."""
    if type(value) is not list or len(value) > MOST_CODES:
        return False
    well_formed = _pattern(pattern).fullmatch
    for code in value:
        if type(code) is not str or not well_formed(code):
            return False
    return len(set(value)) == len(value)


@lru_cache(8)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)
