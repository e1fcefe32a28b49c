"""Invalid requests: valid ones with one defect. Needs hypothesis; use it through `wiser_policies.testing`.

Copied from the compiler; do not edit it here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from wiser_policies._drawing import chance, pick, valid, value
from wiser_policies._edges import Fact, Request, read_facts
from wiser_policies._wrong_values import wrong_values

Making: TypeAlias = Callable[[DrawFn], Any]

NO_REQUEST: Sequence[Any] = (None, [], "", "{}", 0, 1.5, True, [{}], ())
GARBAGE: Sequence[Any] = (None, {"": [[{"": None}]]}, [[[]]], {"a": {"b": {}}})


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
        yield from map(_always, wrong_values(fact))


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
