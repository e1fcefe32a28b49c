"""Which keys may stand where: the schema for editors, which tests hold to the reader, and its table of facts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from wiser_compiler.core.model import CODE_SYSTEMS
from wiser_compiler.reading.vocabulary import TYPES

_TYPES: Mapping[str, tuple[str, ...]] = dict(TYPES.items())
_IN_WHEEL = Path(__file__).parents[1] / "policy.schema.json"
SCHEMA = _IN_WHEEL if _IN_WHEEL.is_file() else Path(__file__).parents[3] / "schemas" / "policy.schema.json"


@cache
def _definitions() -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))["definitions"]
    return found


def keys_of(place: str) -> Mapping[str, tuple[str, ...]]:
    """The keys of a place with the words that may be their values, if these are few.

    A place is the name of a definition of the schema, such as `criterion`, and steps below it, such as
    `sources/additionalProperties`; or a type of fact, such as `fact number`.
    """
    if place.startswith("fact "):
        values = {"system": tuple(CODE_SYSTEMS)}
        return {key: values.get(key, ()) for key in ("type", "ask", *_TYPES.get(place.removeprefix("fact "), ()))}
    found: Any = _definitions()
    for step in place.split("/"):
        found = found[step]
    return {key: _choices(value) for key, value in found["properties"].items()}


def _choices(schema: Mapping[str, Any]) -> tuple[str, ...]:
    while "$ref" in schema:
        schema = _definitions()[schema["$ref"].rpartition("/")[2]]
    return tuple(schema.get("enum", ()))
