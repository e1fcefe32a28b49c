"""Policy to JSON Schema: the shape of a request, the two halves of the meaning, and the shape of a result."""

from wiser_compiler.targets.json_schema.schemas import any_result, json_schema
from wiser_compiler.targets.json_schema.summary import ask_schema, summary_schema

__all__ = ["any_result", "ask_schema", "json_schema", "summary_schema"]
