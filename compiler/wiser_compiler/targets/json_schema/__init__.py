"""Policy to JSON Schema: the shape of a request, its two halves of meaning, and the shape of a result."""

from wiser_compiler.targets.json_schema.schemas import json_schema

__all__ = ["json_schema"]
