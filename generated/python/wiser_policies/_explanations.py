"""Criteria and clocks with their answers for one request."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple, TypeAlias

from wiser_policies._policy import Clock, Criterion, Fact, Told
from wiser_policies._reasons import Reason
from wiser_policies._verdicts import MISSING, Verdict


class Explanation(NamedTuple):
    """A criterion with its verdict, and why."""

    criterion: Criterion
    verdict: Verdict
    reason: Reason
    decided_by: tuple[str, ...]
    missing: tuple[Fact, ...]

    def as_dict(self) -> dict[str, Any]:
        """As JSON values."""
        criterion, verdict, reason, decided_by, missing = self
        return {
            **criterion.as_dict(),
            "verdict": verdict,
            "missing": _missing(missing),
            "decided_by": [*decided_by],
            "reason": reason.as_dict(),
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
            "readings": _readings(self.clock.readings),
            "missing": _missing(self.missing),
        }


def _readings(readings: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"id": id_, "text": text} for id_, text in readings]


def _missing(facts: Iterable[Fact]) -> list[dict[str, str]]:
    return [{"fact": fact.name, "ask": fact.ask, "chart": fact.chart} for fact in facts]


def explanation(
    criterion: Criterion, verdict: Verdict, told: Told, facts: tuple[Fact, ...], request: Mapping[str, Any]
) -> Explanation:
    """The explanation of a verdict, with the facts that decided it and those that are missing."""
    if verdict == MISSING:
        return Explanation(criterion, verdict, told.reason, (), _absent(told, facts, request))
    stated = tuple([name for name in told.facts if name in request])
    # As `Explanation(...)`, in half its time.
    return tuple.__new__(Explanation, (criterion, verdict, told.reason, stated, ()))


def as_json(verdict: Verdict, told: Told, facts: tuple[Fact, ...], request: Mapping[str, Any]) -> dict[str, Any]:
    """The same as JSON values."""
    said = told.as_dict()
    said["verdict"] = verdict
    if verdict == MISSING:
        said["missing"] = _missing(_absent(told, facts, request))
    else:
        said["decided_by"] = [name for name in told.facts if name in request]
    return said


def _absent(told: Told, facts: tuple[Fact, ...], request: Mapping[str, Any]) -> tuple[Fact, ...]:
    # Where all are stated, it is a part of them that is not: an item of findings, a field of a record.
    absent = [name for name in told.facts if name not in request] or told.facts
    return tuple([fact for fact in facts if fact.name in absent])
