"""How much of a long test `make test` runs: a part of it, and all of it with FUZZ=1, as in `make fuzz`."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TypeVar

FUZZ = bool(os.environ.get("FUZZ"))

T = TypeVar("T")


def one_in(step: int, items: Iterable[T]) -> list[T]:
    """The first item and every `step`-th one after it; with FUZZ=1 all of them."""
    return [*items][:: 1 if FUZZ else step]
