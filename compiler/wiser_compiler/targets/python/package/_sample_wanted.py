"""What a sample is to hold: versions, days of receipt, and the share of each outcome."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from math import isfinite
from typing import Final, NamedTuple

from wiser_policies._check import named, newest
from wiser_policies._dates import is_day
from wiser_policies._index import POLICIES, Version
from wiser_policies._sample_charts import ALSO_MISSES, BASE, DAYS, FLIPPED, GAPS, ON_BOUND, REDRAWN
from wiser_policies._verdicts import INCOMPLETE, INVALID, NOT_MET, OUT_OF_SCOPE, READY, Outcome

SHARES: Final[Mapping[Outcome, float]] = {READY: 0.55, INCOMPLETE: 0.3, NOT_MET: 0.1, OUT_OF_SCOPE: 0.05, INVALID: 0.0}
WINDOW: Final = 90  # days in which the requests are received
CHARTS: Final = 100  # of a service
LABELS: Final = ("reference", "policy", "outcome")


class BadSample(ValueError):
    """What is asked for contradicts itself. The message says how."""


class Wanted(NamedTuple):
    """What a sample is to hold. `shares` are above 0 and add to 1; `labels` are the columns beside the facts."""

    versions: tuple[tuple[str, str], ...]
    seed: int
    today: str
    shares: tuple[tuple[Outcome, float], ...]
    charts: int
    labels: tuple[str, ...]


def wanted(
    policies: Sequence[str],
    seed: int,
    today: str,
    shares: Mapping[Outcome, float | None],
    charts: int = CHARTS,
    labels: Sequence[str] = (),
) -> Wanted:
    """The same, from what a caller says. Raises BadSample, and LookupError for a policy that does not exist."""
    if today and not is_day(today):
        raise BadSample("the last day is no day written YYYY-MM-DD")
    if charts < 1:
        raise BadSample("a sample has at least one chart for each service")
    if unknown := [label for label in labels if label not in LABELS]:
        raise BadSample(f"there is no label {unknown[0]}; known are {', '.join(LABELS)}")
    versions = versions_of(policies, today)
    for id, version in versions:
        days_of(id, version, today)
    return Wanted(versions, seed, today, shares_of(shares), charts, tuple(dict.fromkeys(labels)))


def shares_of(said: Mapping[Outcome, float | None]) -> tuple[tuple[Outcome, float], ...]:
    """The share of each outcome: as it is said, and what is left as the others have it from the start.

    Raises BadSample for shares that are no parts of one whole.
    """
    known = {outcome: share for outcome, share in said.items() if share is not None}
    if any(not isfinite(share) or not 0 <= share <= 1 for share in known.values()):
        raise BadSample("a share is a number from 0 to 1")
    left, open_ones = 1 - sum(known.values()), {one: share for one, share in SHARES.items() if one not in known}
    by_default = sum(open_ones.values())
    if left < -1e-9 or (left > 1e-9 and not by_default):
        raise BadSample(f"the shares add to {sum(known.values()):g}, and not to 1")
    found = {
        outcome: known[outcome] if outcome in known else max(left, 0.0) * open_ones[outcome] / (by_default or 1)
        for outcome in SHARES
    }
    return tuple((outcome, share) for outcome, share in found.items() if share > 0)


def versions_of(policies: Sequence[str], today: str) -> tuple[tuple[str, str], ...]:
    """The versions of policies, each named as `esi` or `esi@6.0.0`; of all policies if none is named.

    An id alone means the version in force on `today`, or the newest one. Raises LookupError for a policy that does not
    exist or is not in force, and for a program.
    """
    entries = {entry.id: entry for entry in POLICIES}
    found = []
    for name in dict.fromkeys(policies or entries):
        id, version = named(name)
        if id not in entries:
            raise LookupError(f"{id} is a program, and requests are made for a service: name a policy")
        if not version:
            on_today = [one for one in entries[id].versions if is_in_force(one, today)] if today else []
            version = on_today[0].version if on_today else newest(id)
        found.append((id, version))
    return tuple(dict.fromkeys(found))


def is_in_force(version: Version, day: str) -> bool:
    """Whether a version is in force on a day."""
    return version.effective <= day and (version.until is None or day < version.until)


def days_of(id: str, version: str, today: str) -> list[int]:
    """The working days of receipt: of the 90 days up to `today`, or from the first one in force, those in force.

    Raises LookupError if there are none.
    """
    entry = next(entry for entry in POLICIES if entry.id == id)
    known = next(one for one in entry.versions if one.version == version)
    if today:
        last = date.fromisoformat(today).toordinal()
    else:
        last = date.fromisoformat(known.effective).toordinal() + WINDOW - 1
    days = [date.fromordinal(number) for number in range(max(1, last - WINDOW + 1), last + 1)]
    found = [day.toordinal() for day in days if day.weekday() < 5 and is_in_force(known, day.isoformat())]
    if not found:
        raise LookupError(f"{id}@{version} is not in force on a working day of the {WINDOW} days up to {today}")
    return found


def described(wanted: Wanted) -> str:
    """What a sample holds, in words: the shares, the days, and how values are drawn."""
    gaps = {many: GAPS.count(many) / len(GAPS) for many in dict.fromkeys(GAPS)}
    rows = [
        *((f"rows that are {outcome}", f"{share:.1%}") for outcome, share in wanted.shares),
        *(
            (f"  incomplete, with {many} thing{'s' * (many > 1)} left out", f"{share:.0%}")
            for many, share in gaps.items()
        ),
        ("  not met or out of scope, with a thing left out too", f"{ALSO_MISSES:.0%}"),
        ("charts that begin as the first example of a policy", f"{BASE:.0%}"),
        ("facts of an example that are drawn anew", f"{REDRAWN:.0%}"),
        ("  answers yes and no of these that are turned", f"{FLIPPED:.0%}"),
        ("  numbers and days of these that lie on a bound", f"{ON_BOUND:.0%}"),
        ("charts of each service", f"{wanted.charts}"),
        ("days of receipt of each chart, at most", f"{DAYS}"),
    ]
    width = max(len(words) for words, _ in rows)
    services = []
    for id, version in wanted.versions:
        days = days_of(id, version, wanted.today)
        first, last = (date.fromordinal(day).isoformat() for day in (days[0], days[-1]))
        services.append(f"  {id}@{version}, received {first} to {last}")
    table = (f"{words:<{width}}  {number:>6}" for words, number in rows)
    return "\n".join([*table, "", "services, each as often as the others", *services])
