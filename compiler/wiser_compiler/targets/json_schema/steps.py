"""Numbers with decimal places, step by step.

Validators read `multipleOf: 0.1` in several ways (19.99 is no multiple of 0.01 for some), so the steps are listed.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from math import ceil, floor

from wiser_compiler.core.kinds import json_number
from wiser_compiler.core.model import Number
from wiser_compiler.targets.json_schema.logic import Schema

MOST_STEPS = 1_001  # values that are listed: 0 to 100 in tenths


@cache
def steps(kind: Number) -> Schema:
    """Numbers that surely have no more decimal places than the fact counts.

    A long range is listed from its low end; beyond the list only whole numbers are accepted. Whole numbers come first
    and are in no list, since validators look through a list one by one, and most numbers are whole.
    """
    first, last = ceil(kind.low.scaleb(kind.places)), floor(kind.high.scaleb(kind.places))
    listed = range(first, min(last + 1, first + MOST_STEPS))
    values = [json_number(Decimal(step).scaleb(-kind.places)) for step in listed if step % 10**kind.places]
    whole: Schema = {"type": "integer", "minimum": ceil(kind.low), "maximum": floor(kind.high)}
    return {"type": "number", "anyOf": [whole, {"type": "number", "enum": values}]} if values else whole


def cut_off(kind: Number) -> int | float | None:
    """The last value of the list, where the range is longer than the list."""
    last = floor(kind.high.scaleb(kind.places))
    return json_number(_end(kind)) if _end(kind).scaleb(kind.places) < last else None


def _end(kind: Number) -> Decimal:
    return Decimal(ceil(kind.low.scaleb(kind.places)) + MOST_STEPS - 1).scaleb(-kind.places)
