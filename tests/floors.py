"""Floors for random tests: how often a test must have looked closely at each kind of what it draws."""

from __future__ import annotations

import inspect
from collections import Counter
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any


def looked(least: Mapping[str, int]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The test is handed `seen` to count with, and fails where it counted fewer of something than `least` says."""

    def around(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def counted(**given: Any) -> None:
            seen: Counter[str] = Counter()
            test(seen=seen, **given)
            assert {what: seen[what] for what, count in least.items() if seen[what] < count} == {}, dict(seen)

        others = [each for each in inspect.signature(test).parameters.values() if each.name != "seen"]
        counted.__signature__ = inspect.Signature(others)  # type: ignore[attr-defined]  # pytest asks for these alone
        return counted

    return around
