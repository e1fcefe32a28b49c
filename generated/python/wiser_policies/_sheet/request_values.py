"""Values of a request as people write them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

Data: TypeAlias = Mapping[str, Any]

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
EACH = "-"  # in a place: every record of a list


def day(iso: str) -> str:
    """`2026-06-10` as June 10, 2026. The parts never stand on two lines."""
    year, month, number = iso.split("-")
    return f"{MONTHS[int(month) - 1]}\N{NO-BREAK SPACE}{int(number)},\N{NO-BREAK SPACE}{year}"


def steps(place: str) -> list[str]:
    """The steps of a JSON pointer."""
    return [step.replace("~1", "/").replace("~0", "~") for step in place.split("/")[1:]]


def found(request: Any, place: str) -> Iterator[Any]:
    """What a request states at a place; of every record where the place says so."""
    yield from _found(request, steps(place))


def _found(value: Any, rest: Sequence[str]) -> Iterator[Any]:
    if not rest:
        yield value
    elif isinstance(value, Mapping):
        if rest[0] in value:
            yield from _found(value[rest[0]], rest[1:])
    elif isinstance(value, list):
        chosen = value if rest[0] == EACH else value[int(rest[0]) :][:1] if rest[0].isdecimal() else []
        for one in chosen:
            yield from _found(one, rest[1:])


def facts_at(place: str) -> set[str]:
    """The names of facts and fields in a place."""
    return set(steps(place)) - {EACH}


def fact_at(facts: Sequence[Data], place: str) -> Data | None:
    """The fact, or the field of a list, at a place of a request. None where no fact is so called."""
    name, *rest = steps(place) or ("",)
    fact = next((fact for fact in facts if fact["name"] == name), None)
    if fact is not None and fact["type"] == "list" and len(rest) > 1:
        return next((field for field in fact["fields"] if field["name"] == rest[1]), None)
    return fact


MOST = 40  # letters of a note: a sheet needs to know where it stands, and no more


MOST_RECORDS = 12  # that are written out


def listed(stated: Sequence[str]) -> str:
    """Stated values, one behind the other. Of very many the first are written out."""
    more = len(stated) - MOST_RECORDS
    return ", ".join([*stated[:MOST_RECORDS], f"and {more} more"] if more > 0 else stated)


def worded(value: Any, fact: Data | None) -> str:
    """A stated value in words."""
    kind = fact["type"] if fact else ""
    options = fact.get("options", {}) if fact else {}
    if value is True or value is False:
        return "yes" if value else "no"
    if kind == "date":
        return day(value)
    if isinstance(value, list):
        return ", ".join(options.get(one, str(one)) for one in value if not isinstance(one, Mapping))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, Mapping):
        return ""
    text = str(options.get(value, value))
    return text if len(text) <= MOST or options else f"{text[: MOST - 1]}…"
