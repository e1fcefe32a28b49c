"""Answers about charts, each computed once: the search looks at thousands of charts that differ in a fact or two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, TypeVar

from wiser_compiler.core.evaluate import NO_ROW, Case, Truth, truth, verdict
from wiser_compiler.core.model import Criterion, Expr
from wiser_compiler.core.walk import criterion_parts, facts_of, parts

T = TypeVar("T")


class Known(Generic[T]):
    """A function of a chart and of the record in hand, computed once for the values of the facts that it reads.

    Values are distinguished by object identity, which is quick. They are kept, so that no other value gets their id.
    """

    def __init__(self, names: Iterable[str], work: Callable[[Case, Case], T]) -> None:
        self.names = tuple(names)
        self.work = work
        self._found: dict[tuple[int, ...], tuple[T, list[Any]]] = {}

    def __call__(self, case: Case, row: Case = NO_ROW) -> T:
        """The answer of the function."""
        values = [row, *map(case.get, self.names)]
        key = tuple(map(id, values))
        if key not in self._found:
            self._found[key] = self.work(case, row), values
        return self._found[key][0]


class Verdicts:
    """Verdicts of charts. A criterion has the same one wherever its tests have the same truths."""

    def __init__(self) -> None:
        self._criteria: dict[int, tuple[Criterion, Known[str]]] = {}  # by identity, and kept
        self._tests: dict[int, Known[Truth]] = {}  # likewise; the criteria keep them

    def of(self, criterion: Criterion, case: Case) -> str:
        """The verdict of a criterion."""
        if id(criterion) not in self._criteria:
            self._criteria[id(criterion)] = criterion, self._known(criterion)
        return self._criteria[id(criterion)][1](case)

    def _known(self, criterion: Criterion) -> Known[str]:
        tests = [self._test(test) for part in criterion_parts(criterion) for test in _tests(part)]
        found: dict[tuple[Truth, ...], str] = {}

        def said(case: Case, row: Case) -> str:
            truths = tuple([test(case, row) for test in tests])
            if truths not in found:
                found[truths] = verdict(criterion, case)
            return found[truths]

        return Known(dict.fromkeys(name for test in tests for name in test.names), said)

    def _test(self, test: Expr) -> Known[Truth]:
        if id(test) not in self._tests:
            self._tests[id(test)] = Known(names_of(test), lambda case, row: truth(test, case, row))
        return self._tests[id(test)]


def names_of(expr: Expr) -> tuple[str, ...]:
    """The facts of the request that an expression reads, by name."""
    return tuple(fact.name for fact in facts_of(expr))


def _tests(expr: Expr) -> Iterator[Expr]:
    """The tests that an expression joins: its innermost parts."""
    inner = parts(expr)
    if not inner:
        yield expr
    for part in inner:
        yield from _tests(part)
