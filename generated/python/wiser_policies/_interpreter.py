"""What the expressions and terms of a compiled policy say of a request.

`schemas/compiled-policy.schema.json` describes the data, `docs/semantics.md` says what it means. Each expression
becomes a function once. Truth is True (surely met), False (surely not met) or None (the chart does not say). A term is
an interval: its lowest and its highest value, and whether it has any. What is not stated lies in its declared range;
what has no order, such as a choice, then has no ends (None).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from operator import eq, le, lt
from typing import Any, TypeAlias

from wiser_policies._runtime import Fact, mover

Data: TypeAlias = Mapping[str, Any]
Truth: TypeAlias = bool | None
Interval: TypeAlias = tuple[Any, Any, Truth]
Test: TypeAlias = Callable[["Asked", Data], Truth]  # of the request, and of the record in hand inside a filter
Reach: TypeAlias = Callable[["Asked", Data], Interval]

Facts: TypeAlias = Mapping[str, Fact]  # of the request and of the records of its lists, by name

NO_RECORD: Data = {}


class Asked(dict[str, Any]):
    """A valid request while it is asked about, with what was counted in its lists already."""

    __slots__ = ("counted",)

    def __init__(self, request: Data) -> None:
        super().__init__(request)
        self.counted: dict[str, Interval] = {}


def truth_of(expr: Data, facts: Facts) -> Test:
    """The truth of an expression, as a function of a valid request."""
    if "says" in expr:
        return truth_of(expr["part"], facts)
    if "not" in expr:
        part = truth_of(expr["not"], facts)
        return lambda request, row: None if (found := part(request, row)) is None else not found
    if "at_least" in expr:
        return _at_least(expr["at_least"], [truth_of(part, facts) for part in expr["of"]])
    if "compare" in expr:
        return _compared(expr["compare"], expr["left"], expr["right"], facts)
    if "includes" in expr:
        return _includes(expr["includes"], _stated(expr["in"]))
    stated = _stated(expr["documented"])
    return lambda request, row: None if stated(request, row) is None else True


def _at_least(count: int, parts: Sequence[Test]) -> Test:
    def truth(request: Asked, row: Data) -> Truth:
        wanted, spare = count, len(parts) - count  # how many must be met, and how many need not
        for part in parts:
            if wanted <= 0 or spare < 0:
                break
            found = part(request, row)
            if found:
                wanted -= 1
            elif found is False:
                spare -= 1
        return True if wanted <= 0 else False if spare < 0 else None

    return truth


def _includes(item: str, stated: Callable[[Asked, Data], Any]) -> Test:
    def truth(request: Asked, row: Data) -> Truth:
        value = stated(request, row)
        if value is None:
            return None
        return value.get(item) if isinstance(value, dict) else item in value

    return truth


def _stated(named: Data) -> Callable[[Asked, Data], Any]:
    """What a request states for a fact, or the record in hand for a field; None where it does not."""
    if "fact" in named:
        name = named["fact"]
        return lambda request, _row: request.get(name)
    field = named["field"]
    return lambda _request, row: row.get(field)


def _compared(op: str, left: Data, right: Data, facts: Facts) -> Test:
    """Most comparisons are of a fact or a field with a value: no interval is made where it is stated."""
    if op in TURNED:
        op, left, right = TURNED[op], right, left
    reaches = reach_of(left, facts), reach_of(right, facts)
    compared = _same(*reaches) if op == "==" else _ordered(STRICT[op], *reaches)
    for fact, value, fixed_first in ((left, right, False), (right, left, True)):
        if "value" in value and ("fact" in fact or "field" in fact):
            unstated = compared(Asked({}), NO_RECORD)
            return _with_value(op, _stated(fact), _comparable(value["value"]), fixed_first, unstated)
    return compared


TURNED = {">": "<", ">=": "<="}
STRICT = {"<": True, "<=": False}
HOLDS: Mapping[str, Callable[[Any, Any], bool]] = {"==": eq, "<": lt, "<=": le}


def _with_value(op: str, stated: Callable[[Asked, Data], Any], fixed: Any, fixed_first: bool, unstated: Truth) -> Test:
    holds = HOLDS[op]

    def truth(request: Asked, row: Data) -> Truth:
        value = stated(request, row)
        if value is None:
            return unstated
        value = _comparable(value)
        return holds(fixed, value) if fixed_first else holds(value, fixed)

    return truth


def _ordered(strict: bool, left: Reach, right: Reach) -> Test:
    """The left term is below the right one, or with it."""

    def truth(request: Asked, row: Data) -> Truth:
        low, high, exists = left(request, row)
        other_low, other_high, other_exists = right(request, row)
        if exists is False or other_exists is False:
            return False
        if other_high <= low if strict else other_high < low:
            return False
        if not (high < other_low if strict else high <= other_low):
            return None
        return True if exists and other_exists else None

    return truth


def _same(left: Reach, right: Reach) -> Test:
    def truth(request: Asked, row: Data) -> Truth:
        low, high, exists = left(request, row)
        other_low, other_high, other_exists = right(request, row)
        if exists is False or other_exists is False:
            return False
        if low is not None and low == high and other_low is not None and other_low == other_high:
            if low != other_low:
                return False
            return True if exists and other_exists else None
        if _apart(high, other_low) or _apart(other_high, low):
            return False
        return None

    return truth


def _apart(high: Any, low: Any) -> bool:
    """One interval ends before the other begins. Sets and yes or no are points, and never compared so."""
    # other kinds: texts and numbers, which have an order
    return high is not None and low is not None and not isinstance(high, bool | frozenset) and high < low


# ---------------------------------------------------------------- terms


def reach_of(term: Data, facts: Facts) -> Reach:
    """The interval of a term, as a function of a valid request."""
    if "fact" in term or "field" in term:
        return _point(_stated(term), _anywhere(facts[term.get("fact") or term["field"]]))
    if "value" in term:
        value = _comparable(term["value"])
        return lambda _request, _row: (value, value, True)
    if "shift" in term:
        return _shifted(reach_of(term["shift"], facts), mover(term["months"], term["days"]))
    if "sum" in term:
        return _sum([reach_of(part, facts) for part in term["sum"]])
    if "times" in term:
        return _multiple(term["times"], reach_of(term["part"], facts))
    where = truth_of(term["where"], facts) if "where" in term else None
    if "count" in term:
        of = term["count"]
        counting = _count(_stated(of), where, _limit(facts[of.get("fact") or of["field"]]))
        return counting if "field" in of else _once(json.dumps(term), counting)
    latest = "latest" in term
    name, by = term["latest" if latest else "earliest"], term["by"]
    return _once(json.dumps(term), _extreme(name, by, where, latest, _anywhere(facts[by])))


def _anywhere(fact: Fact) -> Interval:
    """Where the value of a fact lies that is not stated."""
    if fact.kind in ("number", "date"):
        return (_comparable(fact.low), _comparable(fact.high), True)
    return (None, None, True)


def _limit(fact: Fact) -> int:
    """How many records or items may be stated."""
    most: int = len(fact.options) if fact.kind == "set" else fact.high
    return most


def _once(key: str, counting: Reach) -> Reach:
    """What is counted in a list of the request is the same wherever it is asked for."""

    def reach(request: Asked, row: Data) -> Interval:
        found = request.counted.get(key)
        if found is None:
            found = request.counted[key] = counting(request, row)
        return found

    return reach


def _comparable(value: Any) -> Any:
    """Numbers as the decimals that were written, sets without an order."""
    if type(value) is float:
        return Decimal(repr(value))
    return frozenset(value) if type(value) is list else value


def _point(stated: Callable[[Asked, Data], Any], anywhere: Interval) -> Reach:
    def reach(request: Asked, row: Data) -> Interval:
        value = stated(request, row)
        if value is None:
            return anywhere
        value = _comparable(value)
        return (value, value, True)

    return reach


def _shifted(start: Reach, moved: Callable[[str], str]) -> Reach:
    def reach(request: Asked, row: Data) -> Interval:
        low, high, exists = start(request, row)
        return (moved(low), moved(high), exists)

    return reach


def _sum(parts: Sequence[Reach]) -> Reach:
    def reach(request: Asked, row: Data) -> Interval:
        ends = [part(request, row) for part in parts]
        return (sum(low for low, _, _ in ends), sum(high for _, high, _ in ends), True)

    return reach


def _multiple(factor: int, part: Reach) -> Reach:
    def reach(request: Asked, row: Data) -> Interval:
        low, high, exists = part(request, row)
        ends = (low * factor, high * factor)
        return (*(ends if factor >= 0 else reversed(ends)), exists)

    return reach


def _count(stated: Callable[[Asked, Data], Any], where: Test | None, most: int) -> Reach:
    def reach(request: Asked, row: Data) -> Interval:
        rows = stated(request, row)
        if rows is None:
            return (0, most, True)
        if where is None:
            return (len(rows), len(rows), True)
        truths = [where(request, record) for record in rows]
        return (truths.count(True), len(truths) - truths.count(False), True)

    return reach


def _extreme(name: str, by: str, where: Test | None, latest: bool, anywhere: Interval) -> Reach:
    """Between the extreme of the surely matching records and that of the possibly matching ones."""
    first, last, _ = anywhere

    def reach(request: Asked, _row: Data) -> Interval:
        rows = request.get(name)
        if rows is None:
            return (first, last, None)
        truths = [True if where is None else where(request, record) for record in rows]
        sure = [record.get(by) for record, met in zip(rows, truths, strict=True) if met]
        possible = [record.get(by) for record, met in zip(rows, truths, strict=True) if met is not False]
        if not possible:
            return (first, last, False)
        exists = True if sure else None
        if latest:
            low = max(day or first for day in sure) if sure else min(day or first for day in possible)
            return (low, max(day or last for day in possible), exists)
        high = min(day or last for day in sure) if sure else max(day or last for day in possible)
        return (min(day or first for day in possible), high, exists)

    return reach
