"""Copies of JSON values that are often the same, such as the data about a criterion."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def copies(value: Any) -> Callable[[], Any]:
    """A function that returns a copy of a list or an object of JSON: a new one each time, and new all the way down.

    So whoever changes one copy changes no other.
    """
    places = value.items() if type(value) is dict else enumerate(value)
    inner = [(place, copies(part)) for place, part in places if type(part) in (dict, list)]
    if not inner:
        copy: Callable[[], Any] = value.copy
        return copy

    def copied() -> Any:
        whole = value.copy()
        for place, part in inner:
            whole[place] = part()
        return whole

    return copied
