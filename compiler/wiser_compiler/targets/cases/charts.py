"""The examples of a policy as charts, and what the policy says of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import IN_SCOPE, READY, Case, verdict
from wiser_compiler.core.model import Criterion, Example, Fact, Policy
from wiser_compiler.core.walk import all_facts, criterion_parts
from wiser_compiler.targets.cases.changes import Path

Verdicts: TypeAlias = Mapping[str, str]


class Charts:
    """The examples of a policy that are valid requests, and what the policy says of them; read when asked for."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.facts = {fact.name: fact for fact in policy.facts}
        self._cases: dict[int, Case | None] = {}
        self._verdicts: dict[int, dict[str, str]] = {}  # of examples only, by what they state
        self._suited: dict[str, Sequence[Example]] = {}  # by the criterion that they suit

    def known(self, examples: Iterable[Example]) -> Iterator[tuple[Example, Case]]:
        """Those that are valid requests, with the case they state."""
        for example in examples:
            if id(example) not in self._cases:
                case, problems = read_case(self.policy.facts, example.request)
                self._cases[id(example)] = None if problems else case
            if (found := self._cases[id(example)]) is not None:
                yield example, found

    def for_(self, criterion: Criterion) -> Iterator[tuple[Example, Case]]:
        """The examples as they suit a criterion: ready ones first, then those that name it."""

        def order(example: Example) -> tuple[bool, bool]:
            return example.outcome not in (READY, IN_SCOPE), all(id != criterion.id for id, _ in example.verdicts)

        if criterion.id not in self._suited:
            self._suited[criterion.id] = sorted(self.policy.examples, key=order)
        return self.known(self._suited[criterion.id])

    @cached_property
    def readers(self) -> Mapping[str, Sequence[Criterion]]:
        """The criteria that read a fact of the request or a field of its records, by its name."""
        found: dict[str, list[Criterion]] = {}
        for criterion in self.policy.criteria:
            names = {fact.name for part in criterion_parts(criterion) for fact in all_facts(part)}
            for name in names:
                found.setdefault(name, []).append(criterion)
        return found

    def reading(self, path: Path) -> Sequence[Criterion]:
        """The criteria that read what stands there."""
        in_record = len(path) > 1 and isinstance(path[1], int)
        return self.readers.get(str(path[2] if in_record else path[0]), ())

    def verdict(self, criterion: Criterion, case: Case) -> str:
        """One verdict of an example, worked out once."""
        known = self._verdicts.setdefault(id(case), {})
        if criterion.id not in known:
            known[criterion.id] = verdict(criterion, case)
        return known[criterion.id]

    def verdicts(self, case: Case) -> Verdicts:
        """The verdicts of an example. Most are those of the first one, from which it differs in a few facts."""
        _, first = next(self.known(self.policy.examples))
        differing = {name for name in {**first, **case} if first.get(name) != case.get(name)}
        affected = {criterion.id for name in differing for criterion in self.readers.get(name, ())}
        return {
            criterion.id: self.verdict(criterion, case if criterion.id in affected else first)
            for criterion in self.policy.criteria
        }

    def stated(self, fact: Fact) -> Iterator[Any]:
        """The values that the examples state for a fact, each once."""
        seen: list[Any] = []
        for _, case in self.known(self.policy.examples):
            if (value := case.get(fact.name)) is not None and value not in seen:
                seen.append(value)
                yield value


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart on the way: what it states, what was changed last, and how many other verdicts that changed."""

    case: Case
    path: Path
    verdicts: Verdicts
    disturbed: int

    def said(self, criterion: Criterion) -> str:
        """The verdict of a criterion."""
        return self.verdicts[criterion.id]
