"""Copies of JSON values that are often the same, such as the data about a criterion."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

Copy: TypeAlias = Callable[[], Any]


def copies(value: Any) -> Copy:
    """A function that returns a copy of a list or an object of JSON: a new one each time, and new all the way down.

    So whoever changes one copy changes no other.
    """
    places = value.items() if type(value) is dict else enumerate(value)
    inner = [(place, copies(part)) for place, part in places if type(part) in (dict, list)]
    copy: Copy = value.copy
    # A loop takes as long as a copy: so none for the commonest forms, of one and of two parts.
    match inner:
        case []:
            return copy
        case [(_, part)] if len(value) == 1 and type(value) is list:
            return lambda: [part()]
        case [(place, part)]:
            return _with_one(copy, place, part)
        case [(place, part), (other_place, other)]:
            return _with_two(copy, place, part, other_place, other)

    def copied() -> Any:
        whole = copy()
        for place, part in inner:
            whole[place] = part()
        return whole

    return copied


def _with_one(copy: Copy, place: Any, part: Copy) -> Copy:
    def copied() -> Any:
        whole = copy()
        whole[place] = part()
        return whole

    return copied


def _with_two(copy: Copy, place: Any, part: Copy, other_place: Any, other: Copy) -> Copy:
    def copied() -> Any:
        whole = copy()
        whole[place] = part()
        whole[other_place] = other()
        return whole

    return copied
