"""What the examples of a policy state, and what a criterion needs to be stated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import assert_never

from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import NO_ROW, Case, interval
from wiser_compiler.core.model import (
    AtLeast,
    Compare,
    Documented,
    Expr,
    Fact,
    Includes,
    Not,
    Policy,
    Term,
    Value,
    Worded,
)
from wiser_compiler.core.walk import all_facts


class Stated:
    """The values of terms in the examples of a policy."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._cases: list[Case] | None = None
        self._usual: dict[Term, Value | None] = {}

    def usual(self, term: Term) -> Value | None:
        """The value that a term has in most examples, the first of equals; None where no example gives it one."""
        if term not in self._usual:
            counted = Counter(self._values(term))
            self._usual[term] = max(counted, key=counted.__getitem__) if counted else None
        return self._usual[term]

    def _values(self, term: Term) -> Iterator[Value]:
        if self._cases is None:
            read = (read_case(self._policy.facts, example.request) for example in self._policy.examples)
            self._cases = [case for case, problems in read if not problems]
        rows_of = next((fact.row_of for fact in all_facts(Compare("==", term, term)) if fact.row_of), "")
        for case in self._cases:
            for row in case.get(rows_of, ()) if rows_of else (NO_ROW,):
                found = interval(term, case, row)
                if found.exists is True and found.point is not None:
                    yield found.point


def needs(expr: Expr, fact: Fact, met: bool = True) -> bool:
    """Whether an expression can be met, or with `met=False` not met, only where the fact is stated."""
    match expr:
        case Worded(part=part):
            return needs(part, fact, met)
        case Not(part=part):
            return needs(part, fact, not met)
        case AtLeast(count=count, parts=parts):
            enough = count if met else len(parts) - count + 1
            return len(parts) - sum(needs(part, fact, met) for part in parts) < enough
        case Compare() | Includes():
            return any(found.name == fact.name for found in all_facts(expr))
        case Documented(fact=found):
            return not met or found.name == fact.name
        case _:
            assert_never(expr)
