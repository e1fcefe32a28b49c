"""Days of a request that are probably slips: a service before its request, and records of days that are still to come.

They change no answer, and no day is repeated. `runtime/odd_days.js` says the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wiser_policies._lines import singular
from wiser_policies._policy import Fact, Policy


def odd_days(policy: Policy, request: Mapping[str, Any]) -> list[str]:
    """What to look at first, in sentences. `request` is valid."""
    planned, received = (
        [request[mark.fact] for mark in policy.asking if mark.plan == plan and mark.fact in request]
        for plan in ("another day", "sent later")
    )
    if not received:
        return []
    first = min(received)
    said = [
        "A request is sent before the service: the planned date is before the day it is received"
        for day in planned
        if day < first
    ]
    last = max([first, *planned])
    named = "the planned date" if last in planned else "the day the request is received"
    for fact in policy.facts:
        if fact.kind == "list":
            said += _to_come(fact, request.get(fact.name, ()), last, named)
    return said


def _to_come(fact: Fact, records: Any, last: str, named: str) -> Iterator[str]:
    """The records of a list with a day behind the last day of the request. A list holds what was done and seen."""
    days = [field.name for field in fact.fields if field.kind == "date"]
    for number, record in enumerate(records, 1):
        day = max((record[name] for name in days if name in record), default="")
        if day > last:
            record_named = (singular(fact.unit) or "record").capitalize()
            yield f"{record_named} {number} of the list lies after {named}: is the year right?"
