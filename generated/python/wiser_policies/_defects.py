"""Invalid requests: valid ones with one defect. Needs hypothesis; use it through `wiser_policies.testing`.

Copied from the compiler; do not edit it here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeAlias, assert_never

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from wiser_policies._dates import shift
from wiser_policies._drawing import Fact, Request, chance, exact, pick, plain, read_facts, valid, value
from wiser_policies._rules import MOST_CODES, MOST_NOTE

Making: TypeAlias = Callable[[DrawFn], Any]

NO_REQUEST: Sequence[Any] = (None, [], "", "{}", 0, 1.5, True, [{}], ())
GARBAGE: Sequence[Any] = (None, {"": [[{"": None}]]}, [[[]]], {"a": {"b": {}}})
NO_DATES: Sequence[Any] = (
    "20260615", "2026-02-30", "2026-6-1", "2026-06-15T00:00:00", "15.06.2026", "2026-06-15\n", 20260615,
    "２０２６-０６-１５",  # digits that are not ASCII
    "", True,
)  # fmt: skip


def invalid(edges: Mapping[str, Any]) -> SearchStrategy[object]:
    """A valid request with one defect, or something that is no request at all."""
    facts, requests = read_facts(edges["facts"]), valid(edges)

    @st.composite
    def broken(draw: DrawFn) -> object:
        if chance(draw, 1):
            return pick(draw, NO_REQUEST)
        request = draw(requests)
        return request | _defect(draw, facts, pick(draw, facts))

    return broken() if facts else st.sampled_from(NO_REQUEST)


def _defect(draw: DrawFn, facts: Sequence[Fact], fact: Fact) -> Request:
    """A key and a value, one of which is invalid."""
    if chance(draw, 1):
        names = {other.name for other in facts}
        strangers = (fact.name + "_", fact.name.upper(), "", "patient_name", " " + fact.name)
        return {pick(draw, [name for name in strangers if name not in names]): True}
    return {fact.name: pick(draw, [*_wrong_values(fact), *map(_always, GARBAGE)])(draw)}


def _always(wrong: Any) -> Making:
    return lambda _: wrong


def _wrong_values(fact: Fact) -> Iterator[Making]:
    """Strategies for values that break the rule of a fact."""
    if fact.kind == "list":
        yield from _wrong_rows(fact)
    else:
        yield from map(_always, _wrong_single(fact))


def _wrong_single(fact: Fact) -> Sequence[Any]:
    first = fact.options[0] if fact.options else ""
    match fact.kind:
        case "yes_no":
            return 1, 0, "yes", "true", "", 1.0, [], [True]
        case "note":
            return "", " ", "\t\n", "x" * (MOST_NOTE + 1), 7, True, ["p. 3"]
        case "number":
            return _wrong_numbers(fact)
        case "date":
            return *NO_DATES, shift(fact.low, 0, -1), shift(fact.high, 0, 1)
        case "choice":
            return "no such answer", "", " " + first, [first], True, 1
        case "set":
            return [first, first], ["no such item"], [first, None], first, {first: True}, True
        case "findings":
            return [first], first, True, {first: 1}, {first: None}, {first: "yes"}, {"no such": True}
        case "codes":
            many = [f"{number:05}" for number in range(MOST_CODES + 1)]
            wrong = ["99999", "99999"], ["9999"], ["99999 "], ["a00"], [99999], [None]
            return *wrong, many, "99999", {"99999": True}
        case "list":
            raise AssertionError("records are made wrong one by one")
        case _:
            assert_never(fact.kind)


def _wrong_numbers(fact: Fact) -> Sequence[Any]:
    low, high, step = exact(fact.low), exact(fact.high), Decimal(1).scaleb(-fact.places)
    finer = [float(low + step / 2)] if low < high else []
    unheard = float("nan"), float("inf"), float("-inf"), 10**400
    return True, False, str(low), "", [1], *unheard, plain(low - step), plain(high + step), *finer


def _wrong_rows(fact: Fact) -> Iterator[Making]:
    fixed: Sequence[Any] = ({}, "", True, [None], [[]], ["x"], [{"no such field": 1}], [{}] * (fact.high + 1))
    yield from map(_always, fixed)

    def bad_field(draw: DrawFn) -> list[Request]:
        return [_defect(draw, fact.fields, pick(draw, fact.fields))]

    def repeated(draw: DrawFn) -> list[Request]:
        row = {field.name: value(draw, field, {}) for field in fact.fields}
        return [row, dict(row)]

    yield bad_field
    if fact.unique and fact.high > 1:
        yield repeated
