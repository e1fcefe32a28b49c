"""The interpreter of compiled policies: the values of expressions and terms for a request.

`schemas/compiled-policy.schema.json` describes the data, `docs/semantics.md` says what it means. Each expression
becomes a function once. Truth is True (surely met), False (surely not met) or None (the chart does not say). A term is
an interval: its lowest and its highest value, and whether it has any. A fact that is not stated lies in its declared
range; one without an order, such as a choice, then has no ends (None).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from operator import eq, ge, gt, le, lt
from sys import intern
from typing import Any, TypeAlias

from wiser_policies._dates import mover
from wiser_policies._policy import Fact

Data: TypeAlias = Mapping[str, Any]
Truth: TypeAlias = bool | None
Interval: TypeAlias = tuple[Any, Any, Truth]
Test: TypeAlias = Callable[["Asked", Data], Truth]  # of the request, and of the record in hand inside a filter
Reach: TypeAlias = Callable[["Asked", Data], Interval]
Stated: TypeAlias = Callable[["Asked", Data], Any]
Facts: TypeAlias = Mapping[str, Fact]  # of the request and of the records of its lists, by name

NO_RECORD: Data = {}


class Asked(dict[str, Any]):
    """A valid request with the results for its lists and records so far."""

    __slots__ = ("counted", "truths")

    def __init__(self, request: Data) -> None:
        super().__init__(request)
        self.counted: dict[str, Interval] = {}
        self.truths: dict[tuple[str, int], Truth] = {}  # of conditions, by the identity of the record


def truth_of(expr: Data, facts: Facts) -> Test:
    """The truth of an expression, as a function of a valid request."""
    if "says" in expr:
        part = truth_of(expr["part"], facts)
        return _once_a_record(intern(json.dumps(expr)), part) if "name" in expr["says"] else part
    if "not" in expr:
        part = truth_of(expr["not"], facts)
        return lambda request, row: None if (found := part(request, row)) is None else not found
    if "at_least" in expr:
        looked_up = _looked_up(expr["of"], facts) if expr["at_least"] == 1 else None
        return looked_up or _joined(expr["at_least"], [truth_of(part, facts) for part in expr["of"]])
    if "compare" in expr:
        return _compared(expr["compare"], expr["left"], expr["right"], facts)
    if "includes" in expr:
        return _includes(expr["includes"], _stated(expr["in"]))
    if "begins" in expr:
        return _begins(expr["begins"], _stated(expr["in"]))
    stated = _stated(expr["documented"])
    return lambda request, row: None if stated(request, row) is None else True


def _once_a_record(key: str, part: Test) -> Test:
    """A named condition is evaluated once for each record, since it has the same truth in every place."""

    def truth(request: Asked, row: Data) -> Truth:
        truths, place = request.truths, (key, id(row))
        if place in truths:
            return truths[place]
        found = truths[place] = part(request, row)
        return found

    return truth


def _joined(count: int, parts: Sequence[Test]) -> Test:
    if count == len(parts) > 0:
        return _until(False, parts)  # all of them
    return _until(True, parts) if count == 1 else _at_least(count, parts)


def _until(decides: bool, parts: Sequence[Test]) -> Test:
    """All or any of the parts: the first part that decides is enough."""
    if len(parts) == 2:
        return _until_one_of_two(decides, *parts)

    def truth(request: Asked, row: Data) -> Truth:
        found: Truth = not decides
        for part in parts:
            said = part(request, row)
            if said is decides:
                return decides
            if said is None:
                found = None
        return found

    return truth


def _until_one_of_two(decides: bool, part: Test, other: Test) -> Test:
    """The same without a loop, which would take longer than most parts."""
    undecided = not decides

    def truth(request: Asked, row: Data) -> Truth:
        said = part(request, row)
        if said is decides:
            return decides
        found = other(request, row)
        return None if found is undecided and said is None else found

    return truth


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


def _includes(item: str, stated: Stated) -> Test:
    def truth(request: Asked, row: Data) -> Truth:
        value = stated(request, row)
        if value is None:
            return None
        return value.get(item) if isinstance(value, dict) else item in value

    return truth


def _begins(beginning: str, stated: Stated) -> Test:
    def truth(request: Asked, row: Data) -> Truth:
        codes = stated(request, row)
        return None if codes is None else any(code.startswith(beginning) for code in codes)

    return truth


def _stated(named: Data) -> Stated:
    """The value that a request states for a fact, or the record in hand for a field; None where it is not stated."""
    if "fact" in named:
        name = named["fact"]
        return lambda request, _row: request.get(name)
    field = named["field"]
    return lambda _request, row: row.get(field)


def _looked_up(parts: Sequence[Data], facts: Facts) -> Test | None:
    """A test for one of several answers of a choice or items of a set or codes; None for other parts."""
    pairs = [(part["in"], part["includes"]) if "includes" in part else _choice(part) for part in parts]
    named = pairs[0][0] if pairs else None
    if not named or any(of != named for of, _ in pairs):
        return None
    kind, stated, items = facts[_name(named)].kind, _stated(named), frozenset(item for _, item in pairs)
    if kind == "choice":
        return lambda request, row: None if (value := stated(request, row)) is None else value in items
    if kind in ("codes", "set"):
        return lambda request, row: None if (value := stated(request, row)) is None else not items.isdisjoint(value)
    # other kinds: their parts are evaluated one by one
    return None


def _choice(part: Data) -> tuple[Data | None, Any]:
    """A fact or a field that is compared with one text, and the text."""
    if part.get("compare") != "==" or type(part["right"].get("value")) is not str:
        return None, None
    return (part["left"] if "fact" in part["left"] or "field" in part["left"] else None), part["right"]["value"]


def _name(named: Data) -> str:
    name: str = named["fact"] if "fact" in named else named["field"]
    return name


def _compared(op: str, left: Data, right: Data, facts: Facts) -> Test:
    """A comparison. Most are of a fact or a field with a value, and need no interval where it is stated."""
    if "value" in left:
        op, left, right = MIRRORED[op], right, left
    reaches = reach_of(left, facts), reach_of(right, facts)
    if op == "==":
        compared = _same(*reaches)
    else:
        compared = _ordered(STRICT[op], *(reaches if op in ("<", "<=") else reversed(reaches)))
    if "fact" in left or "field" in left:
        if "value" in right:
            return _with_value(HOLDS[op], left, right["value"], compared(Asked({}), NO_RECORD))
        kind = facts[_name(left)].kind
        if kind in ("choice", "yes_no"):
            return _alike(_stated(left), _stated(right))
        if kind in ("number", "date") and ("fact" in right or "field" in right):
            return _in_order(HOLDS[op], _stated(left), _stated(right), compared)
        if kind == "date" and op != "==":
            return _day_in_order(HOLDS[op], _stated(left), reaches[1], compared)
    # other kinds: are compared as intervals
    if "value" in right and op != "==":
        return _in_order_with_value(HOLDS[op], reaches[0], comparable(right["value"]))
    return compared


MIRRORED = {"==": "==", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
STRICT = {"<": True, "<=": False, ">": True, ">=": False}
HOLDS: Mapping[str, Callable[[Any, Any], bool]] = {"==": eq, "<": lt, "<=": le, ">": gt, ">=": ge}


def _with_value(holds: Callable[[Any, Any], bool], named: Data, fixed: Any, unstated: Truth) -> Test:
    """A comparison with a value. Floats have the order of the decimals that they are nearest to."""
    stated, name = _stated(named), _name(named)
    if type(fixed) is list:
        whole = frozenset(fixed)
        return lambda request, row: unstated if (value := stated(request, row)) is None else frozenset(value) == whole
    if "fact" in named:  # as below, in half the time: most tests are of this kind
        return lambda request, _row: unstated if (value := request.get(name)) is None else holds(value, fixed)
    return lambda request, row: unstated if (value := stated(request, row)) is None else holds(value, fixed)


def _in_order(holds: Callable[[Any, Any], bool], left: Stated, right: Stated, unstated: Test) -> Test:
    """Two numbers or dates, likewise."""

    def truth(request: Asked, row: Data) -> Truth:
        value, other = left(request, row), right(request, row)
        return unstated(request, row) if value is None or other is None else holds(value, other)

    return truth


def _day_in_order(holds: Callable[[Any, Any], bool], left: Stated, right: Reach, unstated: Test) -> Test:
    """A date and a term, likewise: it is in order with the whole interval, with none of it, or with a part of it."""

    def truth(request: Asked, row: Data) -> Truth:
        day = left(request, row)
        if day is None:
            return unstated(request, row)
        low, high, exists = right(request, row)
        if exists is False:
            return False
        found = holds(day, low)
        if found is not holds(day, high):
            return None
        return found if exists or not found else None

    return truth


def _in_order_with_value(holds: Callable[[Any, Any], bool], left: Reach, fixed: Any) -> Test:
    """A term and a value, likewise."""

    def truth(request: Asked, row: Data) -> Truth:
        low, high, exists = left(request, row)
        if exists is False:
            return False
        found = holds(low, fixed)
        if found is not holds(high, fixed):
            return None
        return found if exists or not found else None

    return truth


def _alike(left: Stated, right: Stated) -> Test:
    """The test that two choices, or two yes-or-no facts, have the same answer."""

    def truth(request: Asked, row: Data) -> Truth:
        value, other = left(request, row), right(request, row)
        return None if value is None or other is None else value == other

    return truth


def _ordered(strict: bool, left: Reach, right: Reach) -> Test:
    """The test that the left term is below the right one, or equal where that is allowed."""

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
    """Whether one interval ends before the other begins. Sets and yes-or-no facts are points, and never compared so."""
    # other kinds: texts and numbers, which have an order
    return high is not None and low is not None and not isinstance(high, bool | frozenset) and high < low


# ---------------------------------------------------------------- terms


def reach_of(term: Data, facts: Facts) -> Reach:
    """The interval of a term, as a function of a valid request."""
    if "fact" in term or "field" in term:
        return _point(_stated(term), _anywhere(facts[_name(term)]))
    if "value" in term:
        value = comparable(term["value"])
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
        counting = _count(_stated(of), where, _limit(facts[_name(of)]))
        return counting if "field" in of else _once(intern(json.dumps(term)), counting)
    kind = next(kind for kind in ("total", *UPPER) if kind in term)
    matching = _matching(term[kind], term["by"], where, facts)
    if kind == "total":
        found = _total(matching, _limit(facts[term[kind]]), _anywhere(facts[term["by"]]))
    else:
        found = _extreme(matching, UPPER[kind], _anywhere(facts[term["by"]]))
    return _once(intern(json.dumps(term)), found)


UPPER = {"latest": True, "earliest": False, "highest": True, "lowest": False}


def _anywhere(fact: Fact) -> Interval:
    """The interval of a fact that is not stated."""
    if fact.kind in ("number", "date"):
        return (comparable(fact.low), comparable(fact.high), True)
    return (None, None, True)


def _limit(fact: Fact) -> int:
    """How many records or items may be stated."""
    most: int = len(fact.options) if fact.kind == "set" else fact.high
    return most


def _once(key: str, counting: Reach) -> Reach:
    """A count in a list of the request is computed once, since it is the same in every place."""

    def reach(request: Asked, row: Data) -> Interval:
        found = request.counted.get(key)
        if found is None:
            found = request.counted[key] = counting(request, row)
        return found

    return reach


def comparable(value: Any) -> Any:
    """A value in comparable form: numbers as the decimals that were written, sets without an order."""
    if type(value) is float:
        return Decimal(repr(value))
    return frozenset(value) if type(value) is list else value


def _point(stated: Stated, anywhere: Interval) -> Reach:
    def reach(request: Asked, row: Data) -> Interval:
        value = stated(request, row)
        if value is None:
            return anywhere
        if type(value) is not str:
            value = comparable(value)
        return (value, value, True)

    return reach


def _shifted(start: Reach, moved: Callable[[str], str]) -> Reach:
    def reach(request: Asked, row: Data) -> Interval:
        low, high, exists = start(request, row)
        return (moved(low), moved(high), exists)

    return reach


def _sum(parts: Sequence[Reach]) -> Reach:
    def reach(request: Asked, row: Data) -> Interval:
        return _added([part(request, row) for part in parts])

    return reach


def _added(parts: Sequence[Interval]) -> Interval:
    exists = [part[2] for part in parts]
    every = False if False in exists else None if None in exists else True
    return (sum(low for low, _, _ in parts), sum(high for _, high, _ in parts), every)


def _multiple(factor: int, part: Reach) -> Reach:
    def reach(request: Asked, row: Data) -> Interval:
        low, high, exists = part(request, row)
        return (low * factor, high * factor, exists) if factor >= 0 else (high * factor, low * factor, exists)

    return reach


def _count(stated: Stated, where: Test | None, most: int) -> Reach:
    def reach(request: Asked, row: Data) -> Interval:
        rows = stated(request, row)
        if rows is None:
            return (0, most, True)
        if where is None:
            return (len(rows), len(rows), True)
        truths = [where(request, record) for record in rows]
        return (truths.count(True), len(truths) - truths.count(False), True)

    return reach


Matching: TypeAlias = Callable[["Asked"], list[tuple[Interval, Truth]] | None]


def _matching(name: str, by: str, where: Test | None, facts: Facts) -> Matching:
    """What one field is in the records that match or may match, with which of the two; None for no list."""
    value = _point(lambda _request, row: row.get(by), _anywhere(facts[by]))

    def matching(request: Asked) -> list[tuple[Interval, Truth]] | None:
        rows = request.get(name)
        if rows is None:
            return None
        truths = [True if where is None else where(request, record) for record in rows]
        return [(value(request, row), met) for row, met in zip(rows, truths, strict=True) if met is not False]

    return matching


def _extreme(matching: Matching, upper: bool, anywhere: Interval) -> Reach:
    """Between the extreme of the surely matching records and that of the possibly matching ones."""
    first, last, _ = anywhere

    def reach(request: Asked, _row: Data) -> Interval:
        possible = matching(request)
        if not possible:
            return (first, last, None if possible is None else False)
        lows, highs = [low for (low, _, _), _ in possible], [high for (_, high, _), _ in possible]
        sure = [value for value, met in possible if met]
        exists = True if sure else None
        if upper:
            return (max(low for low, _, _ in sure) if sure else min(lows), max(highs), exists)
        return (min(lows), min(high for _, high, _ in sure) if sure else max(highs), exists)

    return reach


def _total(matching: Matching, most: int, anywhere: Interval) -> Reach:
    """What surely matches is added; what may match adds no more than it can."""
    low, high, _ = _if_at_all(anywhere)

    def reach(request: Asked, _row: Data) -> Interval:
        found = matching(request)
        if found is None:
            return (most * low, most * high, True)
        return _added([value if met else _if_at_all(value) for value, met in found])

    return reach


def _if_at_all(number: Interval) -> Interval:
    return (min(0, number[0]), max(0, number[1]), True)
