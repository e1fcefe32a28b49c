"""Lists in which no two records are the same in some fields, as far as a schema can see it.

`uniqueItems` compares whole records, and no portable keyword compares some of their fields. So two records are told
apart by one digit or answer in which they differ, and more of them only where they can differ in those fields alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar, assert_never

from wiser_compiler.core.model import (
    Choice,
    Codes,
    Date,
    Fact,
    Findings,
    Note,
    Number,
    OptionSet,
    Records,
    YesNo,
)
from wiser_compiler.targets.json_schema.leaves import few_values
from wiser_compiler.targets.json_schema.logic import NOTHING, Schema, among, every, some, stating

_Value = TypeVar("_Value", str, str | bool)
ONE_AT_MOST: Schema = {"type": "array", "maxItems": 1}
TWO_AT_MOST: Schema = {"type": "array", "maxItems": 2}
WHOLE_RECORDS: Schema = {"type": "array", "uniqueItems": True}


def surely_unique(kind: Records) -> Schema:
    """Lists in which surely no two records are the same in all fields that tell records apart."""
    keys, others = _fields(kind)
    apart_alone = every(WHOLE_RECORDS, *(_alike(fact) for fact in others))
    return some(apart_alone, ONE_AT_MOST, every(TWO_AT_MOST, some(*_apart(keys)))) if others else apart_alone


def refused_though_unique(fact: Fact, kind: Records) -> str:
    """The valid lists that `surely_unique` refuses, in plain words."""
    keys, others = _fields(kind)
    same = " and ".join(key.name for key in keys)
    if not others:
        return f"two records of {fact.name} that state the same and not every {same}"
    many = "three" if any(map(_halves, keys)) else "two"
    return f"{many} or more records of {fact.name} that differ in anything but {same}"


def _fields(kind: Records) -> tuple[list[Fact], list[Fact]]:
    keys = [fact for fact in kind.fields if fact.name in kind.unique]
    return keys, [fact for fact in kind.fields if fact.name not in kind.unique]


def _alike(fact: Fact) -> Schema:
    """Every record states the same of this field."""
    absent = {"type": "object", "properties": {fact.name: NOTHING}}
    each = [absent, *(stating(fact.name, among([value])) for value in few_values(fact))]
    return some(*({"type": "array", "items": record} for record in each))


def _apart(keys: Sequence[Fact]) -> Iterator[Schema]:
    """Lists with two records that differ in a field: one has a digit or an answer that the other has not."""
    for fact in keys:
        for half, other in _halves(fact):
            found = [{"type": "array", "contains": stating(fact.name, values)} for values in (half, other)]
            yield {"type": "array", "allOf": found}


def _halves(fact: Fact) -> list[tuple[Schema, Schema]]:
    """The values of a field in two halves, in several ways: any two values are apart in at least one of them."""
    match fact.type:
        case Date() as kind:
            return [pair for place in range(len("YYYY-MM-DD")) for pair in _halves_of_digits(kind, place)]
        case YesNo() | Choice():
            return [(among(one), among(other)) for one, other in _in_halves(few_values(fact))]
        case Note() | Number() | OptionSet() | Findings() | Codes() | Records():
            return []
        case _:
            assert_never(fact.type)


def _halves_of_digits(kind: Date, place: int) -> list[tuple[Schema, Schema]]:
    """The dates in two halves by the digit at this place of YYYY-MM-DD."""
    years = sorted({f"{year:04}"[place] for year in range(kind.first.year, kind.last.year + 1)}) if place < 4 else []
    digits = years or {5: "01", 6: "0123456789", 8: "0123", 9: "0123456789"}.get(place, "")
    before = f"[0-9-]{{{place}}}" if place else ""

    def with_one_of(chosen: Sequence[str]) -> Schema:
        return {"type": "string", "pattern": f"^{before}[{''.join(chosen)}]"}

    return [(with_one_of(one), with_one_of(other)) for one, other in _in_halves(digits)]


def _in_halves(values: Sequence[_Value]) -> Iterator[tuple[list[_Value], list[_Value]]]:
    """Some values in two halves, by each binary digit of their places."""
    for bit in range((len(values) - 1).bit_length() if values else 0):
        one = [value for place, value in enumerate(values) if place >> bit & 1]
        yield one, [value for value in values if value not in one]
