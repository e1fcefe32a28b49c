"""Schemas joined by *and* and *or*, kept short; and halves, which also say what they leave out.

Only keywords that every draft and every validator reads alike are used. This module knows nothing of policies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import Any, TypeAlias

Schema: TypeAlias = Mapping[str, Any]

ANYTHING: Schema = {}
NOTHING: Schema = {"not": {}}


def stating(name: str, value: Schema) -> Schema:
    """An object with this property, whose value the schema accepts."""
    if value == NOTHING:
        return NOTHING
    return {"type": "object", "properties": {name: value}, "required": [name]}


def among(values: Sequence[str | bool]) -> Schema:
    """One of these values, all of one type.

    >>> among(["ct", "mri"])
    {'type': 'string', 'enum': ['ct', 'mri']}
    """
    if not values:
        return NOTHING
    kind = "boolean" if isinstance(values[0], bool) else "string"
    return {"type": kind, "const": values[0]} if len(values) == 1 else {"type": kind, "enum": list(values)}


def every(*schemas: Schema) -> Schema:
    """The schema of what all of the schemas accept."""
    flat = [part for schema in schemas for part in _flat(schema, "allOf") if part != ANYTHING]
    if NOTHING in flat:
        return NOTHING
    joined = _pairwise(flat, _meet)
    if NOTHING in joined:
        return NOTHING
    return _group("allOf", joined) if joined else ANYTHING


def some(*schemas: Schema) -> Schema:
    """The schema of what at least one of the schemas accepts."""
    flat = [part for schema in schemas for part in alternatives(schema) if part != NOTHING]
    if ANYTHING in flat:
        return ANYTHING
    return _group("anyOf", _pairwise(flat, _union)) if flat else NOTHING


def alternatives(schema: Schema) -> Iterator[Schema]:
    """The schemas that `some` joined."""
    return _flat(schema, "anyOf")


def _flat(schema: Schema, keyword: str) -> Iterator[Schema]:
    if keyword in schema and schema.keys() <= {"type", keyword}:
        yield from schema[keyword]
    else:
        yield schema


def _group(keyword: str, schemas: Sequence[Schema]) -> Schema:
    """The schemas under the keyword, with their type beside it; a single schema stays as it is."""
    if len(schemas) == 1:
        return schemas[0]
    kinds = {str(schema.get("type", "")) for schema in schemas}
    kind = {"type": kinds.pop()} if len(kinds) == 1 and "" not in kinds else {}
    return {**kind, keyword: list(schemas)}


def _pairwise(schemas: Sequence[Schema], join: Callable[[Schema, Schema], Schema | None]) -> list[Schema]:
    """The schemas, each joined to the first earlier one with which it makes a single schema."""
    kept: list[Schema] = []
    for schema in schemas:
        for place, earlier in enumerate(kept):
            single = earlier if schema == earlier else join(earlier, schema)
            if single is not None:
                kept[place] = single
                break
        else:
            kept.append(schema)
    return kept


def _meet(left: Schema, right: Schema) -> Schema | None:
    """One schema for *left and right*, where they set different keywords or the same ones can be joined."""
    if NOTHING in (left, right):
        return NOTHING
    ours, theirs = _values(left), _values(right)
    if ours is not None and theirs is not None:
        return among([value for value in ours if value in theirs])
    met = {**left, **right}
    for keyword in [word for word in left if word in right]:
        a, b = left[keyword], right[keyword]
        match keyword:
            case "properties":
                met[keyword] = {name: every(a.get(name, ANYTHING), b.get(name, ANYTHING)) for name in {**a, **b}}
                if NOTHING in met[keyword].values():  # the names are required as well
                    return NOTHING
            case "required":
                met[keyword] = list(dict.fromkeys([*a, *b]))
            case "items":
                met[keyword] = every(a, b)
            case "not":
                met[keyword] = some(a, b)
            case _ if a != b:
                return None
    return met


def _union(left: Schema, right: Schema) -> Schema | None:
    """One schema for *left or right*, where they differ in the values of one property alone."""
    ours, theirs = _values(left), _values(right)
    if ours is not None and theirs is not None:
        return among(list(dict.fromkeys([*ours, *theirs])))
    match left, right:
        case {"type": "object", "properties": a, "required": [name]}, {
            "properties": b,
            "required": [same],
        } if name == same and len(left) == len(right) == 3:
            value = _union(a[name], b[name])
            return None if value is None else stating(name, value)
        case {"type": "array", "contains": a}, {"type": "array", "contains": b} if len(left) == len(right) == 2:
            return {"type": "array", "contains": some(a, b)}
        case {"type": "array", "maxItems": 0}, {"type": "array", "items": _} if len(left) == len(right) == 2:
            return right  # it accepts the empty list as well
        case _:
            return None


def _values(schema: Schema) -> Sequence[str | bool] | None:
    """The values of a schema that `among` made."""
    if schema.keys() == {"type", "const"}:
        return [schema["const"]]
    values: Sequence[str | bool] | None = schema["enum"] if schema.keys() == {"type", "enum"} else None
    return values


# ---------------------------------------------------------------- halves


@dataclass(frozen=True, slots=True)
class Half:
    """A schema that accepts only requests with one truth, and what it leaves out of these (nothing: exact)."""

    schema: Schema
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Halves:
    """Surely met, and surely not met."""

    met: Half
    unmet: Half


ALWAYS = Half(ANYTHING)
NEVER = Half(NOTHING)
MOST_SUBSETS = 70  # ways to choose k of n that are spelled out


def all_of(*parts: Half) -> Half:
    """What all parts accept. Beside a part that accepts nothing, nothing is left out."""
    if NEVER in parts:
        return NEVER
    return Half(every(*(part.schema for part in parts)), all_left_out(parts))


def any_of(*parts: Half) -> Half:
    """What any part accepts. Beside a part that accepts everything, nothing is left out."""
    schema = some(*(part.schema for part in parts))
    return ALWAYS if schema == ANYTHING else Half(schema, all_left_out(parts))


def at_least(count: int, parts: Sequence[Half]) -> Half:
    """What at least `count` of the parts accept. Subsets are spelled out while they are few."""
    needed = count - parts.count(ALWAYS)
    unclear = [part for part in parts if part not in (ALWAYS, NEVER)]
    if needed <= 0:
        return ALWAYS
    if needed > len(unclear):
        return NEVER
    sayable = [part for part in unclear if part.schema != NOTHING]
    left_out = all_left_out(unclear)
    if needed not in (1, len(sayable)) and comb(len(sayable), needed) > MOST_SUBSETS:
        return Half(NOTHING, (*left_out, f"it does not spell out {needed} of {len(sayable)}"))
    return Half(some(*(all_of(*chosen).schema for chosen in combinations(sayable, needed))), left_out)


def all_left_out(parts: Iterable[Half]) -> tuple[str, ...]:
    """What the parts leave out, each thing once."""
    return tuple(dict.fromkeys(text for part in parts for text in part.left_out))
