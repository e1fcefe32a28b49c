"""The reader of tables of boundary cases, as docs/cases.md shows it: a base and a change make a request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def request_of(table: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, Any]:
    """The request of a row: null in its change leaves a fact out."""
    facts = {**table["bases"][row["base"]]["request"], **row["change"]}
    return {name: value for name, value in facts.items() if value is not None}
