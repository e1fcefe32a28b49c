"""The summary of an audit: how many rows had each outcome, verdict, gap and problem.

It is made of counts alone. Those below 11 are marked, since a small group can point to single patients.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from wiser_policies._audit_rows import Counts, How, sendable
from wiser_policies._check import validator
from wiser_policies._result import NOTICE
from wiser_policies._verdicts import (
    CANNOT_TELL,
    IN_SCOPE,
    INCOMPLETE,
    INVALID,
    MET,
    MISSING,
    NOT_APPLICABLE,
    NOT_MET,
    OUT_OF_SCOPE,
    READY,
    Outcome,
    Verdict,
)

SMALL = 11  # counts below it are not published: the rule of Medicare's own data
CAUTION = f"Counts below {SMALL} (marked *) can point to single patients: keep them private."
ORDER: tuple[Outcome, ...] = (READY, IN_SCOPE, INCOMPLETE, CANNOT_TELL, NOT_MET, OUT_OF_SCOPE, INVALID)
VERDICTS: tuple[Verdict, ...] = (MET, NOT_MET, MISSING, NOT_APPLICABLE)


def summary(names: Sequence[str], how: How, counts: Counts) -> dict[str, Any]:
    """The summary as JSON values."""
    names = [sendable(name) for name in names]
    outcomes = _of(counts, "outcome")
    total: Counter[str] = Counter()
    for (_, outcome), number in outcomes.items():
        total[outcome] += number
    keys = sorted({key for key, _ in outcomes if key})
    said = {
        "rows": sum(total.values()),
        "outcomes": _ordered(total, ORDER),
        "files": [{"file": name, "rows": counts["rows", str(at)]} for at, name in enumerate(names)],
        "policies": [_policy(key, counts) for key in keys],
        "without_policy": sum(number for (key, _), number in outcomes.items() if not key),
        "problems": [
            {"path": path, "code": code, "rows": number} for (path, code), number in _most(_of(counts, "problem"))
        ],
        "without_reference": counts["no reference",] if how.reference else None,
        "against": _against(how, counts) if how.against else None,
        "notes": [*_notes(names, counts)],
        "small": SMALL,
    }
    return {**said, "has_small_counts": any(0 < number < SMALL for number in _numbers(said)), "notice": NOTICE}


def _of(counts: Counts, kind: str) -> Counter[tuple[str, ...]]:
    """The counts of a kind, by the rest of their keys."""
    return Counter({key[1:]: number for key, number in counts.items() if key[0] == kind})


def _most(counts: Counter[tuple[str, ...]]) -> list[tuple[tuple[str, ...], int]]:
    """The largest first, and equal ones by their names."""
    return sorted(counts.items(), key=lambda found: (-found[1], found[0]))


def _ordered(counts: Counter[str], order: Iterable[str]) -> dict[str, int]:
    return {name: counts[name] for name in order if counts[name]}


def _policy(key: str, counts: Counts) -> dict[str, Any]:
    policy = validator(key).POLICY
    outcomes = Counter({outcome: number for (of, outcome), number in _of(counts, "outcome").items() if of == key})
    verdicts = _of(counts, "verdict")
    facts = policy.interpreter.facts
    gaps: Counter[tuple[str, ...]] = Counter(
        {(fact,): number for (of, fact), number in _of(counts, "gap").items() if of == key}
    )
    return {
        "policy": policy.id,
        "version": policy.version,
        "meaning": policy.meaning,
        "title": policy.title,
        "as_of": policy.effective,
        "rows": sum(outcomes.values()),
        "outcomes": _ordered(outcomes, ORDER),
        "criteria": [
            {
                "id": criterion.id,
                "title": criterion.title,
                "effect": criterion.effect,
                "verdicts": {verdict: verdicts[key, str(number), verdict] for verdict in VERDICTS},
            }
            for number, criterion in enumerate(policy.criteria)
        ],
        "gaps": [
            {"fact": fact, "ask": facts[fact].ask, "chart": facts[fact].chart, "rows": number}
            for (fact,), number in _most(gaps)
        ],
    }


def _against(how: How, counts: Counts) -> dict[str, Any]:
    other = validator(how.against).POLICY
    pairs, criteria = _of(counts, "against"), _of(counts, "changed")
    return {
        "policy": other.id,
        "version": other.version,
        "meaning": other.meaning,
        "compared": sum(pairs.values()),
        "changed": sum(number for (before, after), number in pairs.items() if before != after),
        "outcomes": [{"before": one, "after": two, "rows": number} for (one, two), number in _most(pairs)],
        "by": [
            {"before": one, "after": two, "criterion": id, "was": was, "now": now, "rows": number}
            for (one, two, id, was, now), number in _most(criteria)
        ],
    }


def _notes(names: Sequence[str], counts: Counts) -> Iterable[str]:
    for at, name in enumerate(names):
        if not counts["rows", str(at)]:
            yield f"{name}: it holds no request"
        if counts["cut", str(at)]:
            yield f"{name}: its last line does not end; if the file was cut off, its last row is not what it was"


def _numbers(value: object) -> Iterable[int]:
    """All counts of rows in a summary."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key in ("outcomes", "verdicts") and isinstance(part, dict):
                yield from part.values()
            elif key in ("rows", "compared", "changed", "without_policy", "without_reference") and type(part) is int:
                yield part
            else:
                yield from _numbers(part)
    elif isinstance(value, list):
        for part in value:
            yield from _numbers(part)
