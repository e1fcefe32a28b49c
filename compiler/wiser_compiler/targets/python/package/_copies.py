"""Copies of JSON values that are often the same, such as the data about a criterion."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

Copy: TypeAlias = Callable[[], Any]


def copies(value: Any) -> Copy:
    """A function that returns a copy of a list or an object of JSON: a new one each time, and new all the way down.

    So whoever changes one copy changes no other.
    """
    places = value.items() if type(value) is dict else enumerate(value)
    inner = [(place, part) for place, part in places if type(part) in (dict, list)]
    copy: Copy = value.copy
    if not inner:
        return copy
    if type(value) is list and len(inner) == len(value):
        return _list_of([copies(part) for _, part in inner])
    empty = [place for place, part in inner if part == []]  # a new list takes half as long as a copy of one
    parts = [(place, copies(part)) for place, part in inner if part != []]
    # A loop takes as long as a copy: so none for the commonest forms.
    match parts, empty:
        case [(place, part)], [other]:
            return _with_one_and_empty(copy, place, part, other)
        case [(place, part)], []:
            return _with_one(copy, place, part)

    def copied() -> Any:
        whole = copy()
        for place in empty:
            whole[place] = []
        for place, part in parts:
            whole[place] = part()
        return whole

    return copied


def _list_of(parts: Sequence[Copy]) -> Copy:
    match parts:
        case [one]:
            return lambda: [one()]
        case [one, two]:
            return lambda: [one(), two()]
        case [one, two, three]:
            return lambda: [one(), two(), three()]
        case _:
            return lambda: [part() for part in parts]


def _with_one(copy: Copy, place: Any, part: Copy) -> Copy:
    def copied() -> Any:
        whole = copy()
        whole[place] = part()
        return whole

    return copied


def _with_one_and_empty(copy: Copy, place: Any, part: Copy, empty: Any) -> Copy:
    def copied() -> Any:
        whole = copy()
        whole[place], whole[empty] = part(), []
        return whole

    return copied
