"""The places of a request where something is not stated, which of them a test reads, and values to try there.

A place is a fact, an item of findings, or a field of a record: `("pain",)`, `("symptoms", "fever")`,
`("sessions", 0, "approach")`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_FLOOR, Decimal
from typing import Any, Final, TypeAlias, assert_never

from wiser_policies._dates import is_day, shift
from wiser_policies._interpreter import UPPER
from wiser_policies._policy import Fact

Data: TypeAlias = Mapping[str, Any]
Place: TypeAlias = tuple[str | int, ...]
Mark: TypeAlias = tuple[str | None, ...]  # a place, with None for the number of a record

WHOLE: Final = ""  # behind a list that is counted: the list as such, and no field of it
ENDINGS: Final = ("", "0", "00", "000", "0000")


def open_places(facts: Sequence[Fact], stated: Data) -> Iterator[tuple[Place, Fact]]:
    """The places where a request or a record states nothing, each with its fact, in the order of the facts."""
    for fact in facts:
        value = stated.get(fact.name)
        if fact.kind == "findings":
            yield from (((fact.name, item), fact) for item in sorted(fact.options) if not value or item not in value)
        elif value is None:
            yield (fact.name,), fact
        # other kinds: are stated as a whole
        elif fact.kind == "list":
            for number, row in enumerate(value):
                yield from (((fact.name, number, *inner), field) for inner, field in open_places(fact.fields, row))


def put(stated: Data, place: Place, value: Any) -> dict[str, Any]:
    """The request that also states this."""
    name, *rest = place
    if not rest:
        return {**stated, str(name): value}
    number, *inner = rest
    if isinstance(number, int):
        rows = [*stated[str(name)]]
        rows[number] = put(rows[number], tuple(inner), value)
        return {**stated, str(name): rows}
    return {**stated, str(name): {**stated.get(str(name), {}), number: value}}


# ---------------------------------------------------------------- which places a test reads


def marks(expr: Data) -> frozenset[Mark]:
    """What an expression reads."""
    return frozenset(_marks(expr, ()))


def reads(marked: Iterable[Mark], place: Place) -> bool:
    """Whether what an expression reads stands in this place, of some record if it is a field."""
    own = tuple([None if isinstance(part, int) else part for part in place])
    return any(_meet(own, mark) for mark in marked)


def _meet(one: Mark, other: Mark) -> bool:
    """Whether one mark is the other or holds it: a test of a whole fact reads every item of the fact."""
    return all(part == its for part, its in zip(one, other, strict=False))


def _marks(tree: Data, record: Mark) -> Iterator[Mark]:
    """What an expression or term reads; `record` is the list whose record is in hand, or empty."""
    if "fact" in tree:
        yield (tree["fact"],)
    if "field" in tree:
        yield (*record, tree["field"])
    for named in (tree.get("in"), tree.get("documented"), tree.get("count")):
        if named:
            counted = (WHOLE,) if "count" in tree else (tree["includes"],) if "includes" in tree else ()
            yield from ((*mark, *counted) for mark in _marks(named, record))
    of = next((tree[kind] for kind in ("total", *UPPER) if kind in tree), tree.get("count", {}).get("fact"))
    if "by" in tree:
        yield from ((of, WHOLE), (of, None, tree["by"]))
    if "where" in tree:
        yield from _marks(tree["where"], (of, None))
    for part in _inside(tree):
        yield from _marks(part, record)


def _inside(tree: Data) -> Iterable[Data]:
    """The expressions and terms directly inside one, without those that are asked of each record."""
    yield from (tree[key] for key in ("part", "not", "left", "right", "shift") if key in tree)
    yield from (*tree.get("of", ()), *tree.get("sum", ()))


# ---------------------------------------------------------------- values to try


def values(fact: Fact, place: Place, expr: Data) -> list[Any]:
    """Values for a place that show the answers of the tests that read it: beside their bounds, and what they name."""
    nodes = [node for test in _tests(expr) if reads(_marks(test, ()), place) for node in _nodes(test)]
    said = [node["value"] for node in nodes if "value" in node]
    texts = [value for value in said if type(value) is str]
    items = [node["includes"] for node in nodes if "includes" in node]
    match fact.kind:
        case "yes_no" | "findings":
            return [True, False]
        case "note":
            return ["-"]
        case "choice":
            options = sorted(fact.options)
            named = [option for option in options if option in texts]
            return [*named, *[option for option in options if option not in texts][:1]] if named else options
        case "set":
            options = sorted(fact.options)
            whole = [value for value in said if type(value) is list]
            return [[], *([option] for option in options if option in items), *whole, options]
        case "codes":
            fitting = [begun(node["begins"], fact.options[0]) for node in nodes if "begins" in node]
            return [[], *([code] for code in (*items, *fitting) if code)]
        case "list":
            return [[], [{}]]
        case "number":
            return _numbers(fact, [value for value in said if type(value) in (int, float)])
        case "date":
            moves = [(node["months"], node["days"]) for node in nodes if "shift" in node]
            return _days(fact, [text for text in texts if is_day(text)], moves)
        case _:
            assert_never(fact.kind)


def _tests(expr: Data) -> Iterator[Data]:
    """The tests that an expression joins."""
    if "says" in expr or "not" in expr or "at_least" in expr:
        for part in _inside(expr):
            yield from _tests(part)
    else:
        yield expr


def _nodes(tree: Any) -> Iterator[Data]:
    if isinstance(tree, Mapping):
        yield tree
    for inner in tree.values() if isinstance(tree, Mapping) else tree if isinstance(tree, list) else ():
        yield from _nodes(inner)


def begun(beginning: str, pattern: str) -> str:
    """A code that begins so; empty if none is found."""
    whole = (beginning + ending for ending in ENDINGS)
    return next((code for code in whole if re.fullmatch(pattern, code)), "")


def _numbers(fact: Fact, bounds: Iterable[float]) -> list[int | float]:
    """The ends of the range, and each bound with a step on both sides."""
    step = Decimal(1).scaleb(-fact.places)
    low, high = Decimal(repr(fact.low)), Decimal(repr(fact.high))
    points = [low, high]
    for bound in bounds:
        below = (Decimal(repr(bound)) / step).to_integral_value(ROUND_FLOOR) * step
        points += [below, below + step, below - step]
    inside = dict.fromkeys(point for point in points if low <= point <= high)
    return [int(point) if point == point.to_integral_value() else float(point) for point in inside]


def _days(fact: Fact, bounds: Iterable[str], moves: Sequence[tuple[int, int]]) -> list[str]:
    """The same for days; tests may move them."""
    moved = [day for bound in bounds for day in (bound, *(shift(bound, -months, -days) for months, days in moves))]
    points = [fact.low, fact.high, *(shift(day, 0, beside) for day in moved for beside in (0, 1, -1))]
    return [day for day in dict.fromkeys(points) if fact.low <= day <= fact.high]
