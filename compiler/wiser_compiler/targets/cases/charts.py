"""The examples of a policy as charts, with the verdicts on each."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from typing import Any

from wiser_compiler.core.case import read_case, write_case
from wiser_compiler.core.evaluate import IN_SCOPE, READY, Case
from wiser_compiler.core.known import Known
from wiser_compiler.core.model import Criterion, Example, Fact, Policy
from wiser_compiler.core.prepared import Prepared
from wiser_compiler.core.walk import all_facts, criterion_facts, criterion_parts
from wiser_compiler.targets.cases.changes import Path, put


class Charts:
    """The examples of a policy that are valid requests, with the verdicts on them; read on demand."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.facts = {fact.name: fact for fact in policy.facts}
        self.prepared = Prepared()
        self._said = {c.id: Known(criterion_facts(c), self.prepared.verdict(c)) for c in policy.criteria}
        self._valid = {f.name: Known([f], partial(_is_valid, f)) for f in policy.facts}
        self._verdicts: dict[int, tuple[Case, Mapping[str, str]]] = {}
        self._cases: dict[int, Case | None] = {}
        self._values: dict[tuple[str, int], Any] = {}  # None for one that is not valid
        self._shared: dict[tuple[str, Hashable], Any] = {}
        self._suited: dict[str, Sequence[Example]] = {}  # by the criterion that they suit

    def known(self, examples: Iterable[Example]) -> Iterator[tuple[Example, Case]]:
        """The examples that are valid requests, with their cases."""
        for example in examples:
            if id(example) not in self._cases:
                self._cases[id(example)] = self._read(example.request)
            if (found := self._cases[id(example)]) is not None:
                yield example, found

    def _read(self, request: Mapping[str, Any]) -> Case | None:
        """The case of a valid request. Each value is read once, since examples share most of their values."""
        if not request.keys() <= self.facts.keys():
            return None
        case: dict[str, Any] = {}
        for name in (name for name in self.facts if name in request):
            key = name, id(request[name])  # the policy keeps the value
            if key not in self._values:
                stated, problems = read_case((self.facts[name],), {name: request[name]})
                self._values[key] = None if problems else self.shared(stated, name)[name]
            if (value := self._values[key]) is None:
                return None
            case[name] = value
        return case

    def shared(self, case: Case, name: str) -> Case:
        """The case with the first object of each equal value, since answers are looked up by object identity."""
        value = case.get(name)
        return case if value is None else {**case, name: self._shared.setdefault((name, _frozen(value)), value)}

    def put(self, case: Case, path: Path, new: Any) -> Case:
        """A copy with another value there; None leaves it out."""
        return self.shared(put(case, path, new), str(path[0]))

    def for_(self, criterion: Criterion) -> Iterator[tuple[Example, Case]]:
        """The examples in the order in which they suit a criterion: ready ones first, then those that name it."""

        if criterion.id not in self._suited:
            self._suited[criterion.id] = [*chain(*self._by_suit(criterion))]
        return self.known(self._suited[criterion.id])

    def _by_suit(self, criterion: Criterion) -> Sequence[Sequence[Example]]:
        found: tuple[list[Example], ...] = ([], [], [], [])
        for example, (is_ready, named) in zip(self.policy.examples, self._named, strict=True):
            found[(not is_ready) * 2 + (criterion.id not in named)].append(example)
        return found

    @cached_property
    def _named(self) -> Sequence[tuple[bool, Collection[str]]]:
        """Of each example, whether it is ready, and the criteria whose verdicts it states."""
        return [(example.outcome in (READY, IN_SCOPE), dict(example.verdicts)) for example in self.policy.examples]

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
        """The criteria that read the value there."""
        in_record = len(path) > 1 and isinstance(path[1], int)
        return self.readers.get(str(path[2] if in_record else path[0]), ())

    def verdict(self, criterion: Criterion, case: Case) -> str:
        """What a criterion says of a chart."""
        return self._said[criterion.id](case)

    def verdicts(self, case: Case) -> Mapping[str, str]:
        """The verdicts of the chart of an example, by the id of the criterion."""
        if id(case) not in self._verdicts:  # the case is kept, so that no other gets its id
            self._verdicts[id(case)] = case, {id: said(case) for id, said in self._said.items()}
        return self._verdicts[id(case)][1]

    def is_valid(self, case: Case, path: Path) -> bool:
        """Whether a request may hold the changed value of the fact at a place."""
        name = str(path[0])
        return name not in case or self._valid[name](case)

    def verdicts_after(self, verdicts: Mapping[str, str], case: Case, paths: Iterable[Path]) -> Mapping[str, str]:
        """The verdicts of a chart that differs at these places from one with the given verdicts."""
        return {**verdicts, **{one.id: self.verdict(one, case) for path in paths for one in self.reading(path)}}

    def stated(self, fact: Fact) -> Iterator[Any]:
        """The values that the examples state for a fact, each once."""
        seen: list[Any] = []
        for _, case in self.known(self.policy.examples):
            if (value := case.get(fact.name)) is not None and value not in seen:
                seen.append(value)
                yield value


def _is_valid(fact: Fact, case: Case) -> bool:
    return not read_case((fact,), write_case({fact.name: case[fact.name]}))[1]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of the search: its case, the last change, and the number of other verdicts that changed."""

    case: Case
    path: Path
    verdicts: Mapping[str, str]
    disturbed: int

    def said(self, criterion: Criterion) -> str:
        """The verdict of a criterion."""
        return self.verdicts[criterion.id]


def _frozen(value: Any) -> Hashable:
    """A hashable form of a value of a case, the same for equal values."""
    match value:
        case dict():
            return frozenset((key, _frozen(inner)) for key, inner in value.items())
        case tuple():
            return tuple(map(_frozen, value))
        case _:
            found: Hashable = value
            return found
