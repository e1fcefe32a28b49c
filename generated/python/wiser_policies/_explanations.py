"""Criteria and clocks with their answers for one request."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, NamedTuple, TypeAlias

from wiser_policies._policy import Clock, Criterion, CriterionReason, Fact
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


def explanation(why: CriterionReason, stated: frozenset[str]) -> Explanation:
    """The explanation of a verdict, with those of its facts that are stated and decided it, or that are missing."""
    if why.verdict == MISSING:
        return Explanation(why.criterion, MISSING, why.reason, (), _absent(why, stated))
    decided_by = why.named if why.names <= stated else tuple([name for name in why.named if name in stated])
    # As `Explanation(...)`, in half its time.
    return tuple.__new__(Explanation, (why.criterion, why.verdict, why.reason, decided_by, ()))


def as_json(why: CriterionReason, stated: frozenset[str]) -> dict[str, Any]:
    """The same as JSON values."""
    said = why.as_dict()
    if why.verdict == MISSING:
        said["missing"] = _missing(_absent(why, stated))
    elif not why.names <= stated:
        said["decided_by"] = [name for name in why.named if name in stated]
    return said


def _absent(why: CriterionReason, stated: frozenset[str]) -> tuple[Fact, ...]:
    # Where all are stated, it is a part of them that is not: an item of findings, a field of a record.
    return tuple([fact for fact in why.facts if fact.name not in stated]) or why.facts
