"""What the schemas of results and of their short form are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wiser_compiler.targets.json_schema.logic import Schema

# Bounds for readers that need one, far above those of any policy.
MOST_TEXT = 100_000
MOST_PARTS = 10_000

TEXT: Schema = {"type": "string", "maxLength": MOST_TEXT}
OBJECTS: Schema = {"type": "array", "items": {"type": "object"}}  # linters of OpenAPI want `items` in every array
DAY: Schema = {"type": "string", "maxLength": 10, "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def object_of(properties: Mapping[str, Schema], optional: Sequence[str] = ()) -> Schema:
    """An object with these properties and no others. All but the optional ones have to be there."""
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def object_with(properties: Mapping[str, Schema]) -> Schema:
    """An object with these properties, and any others."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def or_null(schema: Schema) -> Schema:
    """The same, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def list_of(description: str, items: Schema, most: int = MOST_PARTS) -> Schema:
    """A list of at most so many items."""
    return {"description": f"{description}.", "type": "array", "items": items, "maxItems": most}


def said(description: str, schema: Schema) -> Schema:
    """The same with a description, which gets its full stop here."""
    return {"description": f"{description}.", **schema}


def ref(name: str) -> Schema:
    """A reference to a definition of the same schema."""
    return {"$ref": f"#/$defs/{name}"}  # alone: draft-07 ignores the keywords beside it


def text(description: str) -> Schema:
    """A text."""
    return said(description, TEXT)
