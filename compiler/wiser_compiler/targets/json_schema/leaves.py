"""Both halves of a single test in JSON Schema: of one fact, or of two facts with few values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import assert_never

from wiser_compiler.core.evaluate import Interval, Truth, compare, reach
from wiser_compiler.core.kinds import json_number, kind_of, operator
from wiser_compiler.core.model import (
    Choice,
    Codes,
    Date,
    Fact,
    FactType,
    Findings,
    Includes,
    Note,
    Number,
    Op,
    OptionSet,
    Records,
    Value,
    YesNo,
)
from wiser_compiler.targets.json_schema.dates import date_pattern
from wiser_compiler.targets.json_schema.logic import (
    ALWAYS,
    NEVER,
    NOTHING,
    Half,
    Halves,
    Schema,
    all_of,
    among,
    any_of,
    some,
    stating,
)

MOST_OPTIONS = 12  # values of facts that are spelled out one by one
BOUNDS: Mapping[Op, tuple[str, ...]] = {
    "==": ("minimum", "maximum"),
    "<": ("exclusiveMaximum",),
    "<=": ("maximum",),
    ">": ("exclusiveMinimum",),
    ">=": ("minimum",),
}


def stated(fact: Fact, value: Schema) -> Half:
    """The fact is stated, with a value that this schema accepts."""
    return Half(stating(fact.name, value))


def documented(fact: Fact) -> Halves:
    """The fact is stated, whatever its value; never surely not."""
    return Halves(stated(fact, {"type": kind_of(fact.type).json}), NEVER)


def includes(fact: Fact, item: str) -> Halves:
    """The item was found, or is in the list; it was ruled out, or is not in the list. `M54.*` is a pattern."""
    if isinstance(fact.type, Findings):
        return Halves(stated(fact, stating(item, among([True]))), stated(fact, stating(item, among([False]))))
    begins = Includes(fact, item).beginning
    meant = among([item]) if begins is None else {"type": "string", "pattern": f"^{begins.replace('.', '[.]')}"}
    other = {"type": "string", "not": meant}
    return Halves(
        stated(fact, {"type": "array", "contains": meant}),
        stated(fact, {"type": "array", "items": other}),
    )


def against(fact: Fact, op: Op, value: Value) -> Halves | None:
    """A comparison of a fact with a fixed value, or None where JSON Schema cannot say it."""
    if values := few_values(fact):
        met, unmet = ([v for v in values if truth(op, v, value) is way] for way in (True, False))
        return Halves(stated(fact, among(met)), stated(fact, among(unmet)))
    determined = compare(op, reach(fact), Interval(value, value))
    if determined is not None:  # stated or not
        return Halves(ALWAYS, NEVER) if determined else Halves(NEVER, ALWAYS)
    met_schema = _bounded(fact.type, op, value)
    opposites = [_bounded(fact.type, opposite, value) for opposite in operator(op).negated]
    if met_schema is None:
        return None
    unmet_schema = some(*(stating(fact.name, schema) for schema in opposites if schema is not None))
    return Halves(stated(fact, met_schema), Half(unmet_schema))


def few_values(fact: Fact) -> tuple[str | bool, ...]:
    """All values of a fact with few values, or none for another fact."""
    match fact.type:
        case YesNo():
            return (True, False)
        case Choice(options=options):
            return tuple(option.id for option in options)
        case Note() | Number() | Date() | OptionSet() | Findings() | Codes() | Records():
            return ()
        case _:
            assert_never(fact.type)


def truth(op: Op, left: Value, right: Value) -> Truth:
    """The comparison of two known values."""
    if op == "==":
        return left == right
    return compare(op, Interval(left, left), Interval(right, right))


def _bounded(kind: FactType, op: Op, value: Value) -> Schema | None:
    """The schema of the numbers or dates for which the comparison with the value holds."""
    match kind, value:
        case Number(), Decimal():
            return {"type": kind_of(kind).json, **{word: json_number(value) for word in BOUNDS[op]}}
        case Date(first=first, last=last), date():
            low, high, day, how = first.toordinal(), last.toordinal(), value.toordinal(), operator(op)
            if not how.below:
                low = max(low, day + (not how.equal))
            if not how.above:
                high = min(high, day - (not how.equal))
            if low > high:
                return NOTHING
            return {"type": "string", "pattern": date_pattern(date.fromordinal(low), date.fromordinal(high))}
        case _:  # other kinds: not said, and the schema tells that
            return None


def two_facts(fact: Fact, op: Op, other: Fact) -> Halves | None:
    """A comparison of two facts with few values, spelled out, or None where JSON Schema cannot say it."""
    ours, theirs = few_values(fact), few_values(other)
    if not theirs or not 0 < len(ours) <= MOST_OPTIONS:
        return None

    def spelled(way: bool) -> Half:
        pairs = [(v, [w for w in theirs if truth(op, v, w) is way]) for v in ours]
        return any_of(*(all_of(stated(fact, among([v])), stated(other, among(fit))) for v, fit in pairs))

    return Halves(spelled(True), spelled(False))
