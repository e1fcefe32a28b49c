"""What is said of charts, worked out once: charts of examples and of a search differ in a fact or two."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from wiser_compiler.core.evaluate import Case
from wiser_compiler.core.model import Fact

T = TypeVar("T")


class Known(Generic[T]):
    """A function of a chart, and of the record in hand if there is one, worked out once for the values of these facts.

    Values are distinguished by object identity, which is quick. They are kept, so that no other value gets their id.
    """

    def __init__(self, facts: Iterable[Fact], work: Callable[..., T]) -> None:
        self._names = [fact.name for fact in facts]
        self._work = work
        self._found: dict[tuple[int, ...], tuple[T, list[Any]]] = {}

    def __call__(self, case: Case, *row: Case) -> T:
        """What the function says."""
        values = [*row, *map(case.get, self._names)]
        key = tuple(map(id, values))
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._work(case, *row), values
        return found[0]
