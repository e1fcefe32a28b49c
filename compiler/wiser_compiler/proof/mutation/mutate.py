"""Mutation: is every slip noticed that an author could make in a policy?

Each mutant is compiled, and ends as one of ENDS. It is killed by an example with another result, by quoted words that
no longer agree, or by a proof that it makes no sense; or the solver proves that its meaning is the same. Any other
mutant survives: some request has another result, and no example says which result is right.
"""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from multiprocessing import parent_process
from multiprocessing.connection import wait
from signal import SIG_IGN, SIGINT, signal
from threading import Thread
from typing import Any, TypeAlias, get_args
from typing import Literal as OneOf

from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import INVALID, Case, due, outcome, outcome_of, verdict
from wiser_compiler.core.example_names import edges_beside, example_name
from wiser_compiler.core.model import Clock, Compare, Criterion, Example, Fact, Policy
from wiser_compiler.core.quoted_bounds import disagreement
from wiser_compiler.core.walk import facts_read
from wiser_compiler.proof.answers import Answer
from wiser_compiler.proof.mutation.declarations import Redeclared, contradicted, showing
from wiser_compiler.proof.mutation.missing import missing_example
from wiser_compiler.proof.mutation.mutants import CriterionOrClock, Mutant, mutants
from wiser_compiler.proof.mutation.slips import Operator
from wiser_compiler.targets.python import in_memory

End: TypeAlias = OneOf["example", "words", "proof", "equivalent", "equivalent within limits", "survivor", "unknown"]
ENDS: tuple[End, ...] = get_args(End)
KILLED: tuple[End, ...] = ("example", "words", "proof")
SURVIVED: tuple[End, ...] = ("survivor", "unknown")
SHARE = 2  # mutants that a process takes at once: few, so that somebody who waits soon sees that something is done

# Whether two versions of the same criteria differ on some request of the policy.
Differ: TypeAlias = Callable[[Policy, Sequence[Criterion], Sequence[Criterion]], Answer]
# Why a policy is refused for these of its criteria, whatever its examples and quotations say; or an empty text.
Refuses: TypeAlias = Callable[[Policy, Sequence[Criterion]], str]


class Disagreement(Exception):
    """The validator and the meaning of a policy say different things: a mistake of this tool."""


@dataclass(frozen=True, slots=True)
class Settled:
    """How a mutant ended. `by` is the example, the words or the reason; `example` is the missing one.

    `contradicted` says that the quoted words disagree, even if an example noticed the slip first.
    """

    ids: tuple[str, ...]
    operator: Operator
    words: str
    file: str
    line: int
    column: int
    end: End
    by: str = ""
    example: str = ""
    contradicted: bool = False


@dataclass(slots=True)
class ReadExample:
    """An example, its case, and the verdicts of the criteria that decide its outcome."""

    example: Example
    case: Case
    deciding: Mapping[str, str]
    expected: Mapping[str, str] = field(default_factory=dict)


class Suite:
    """The examples of a policy, read once and tried on one mutant after another."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.examples: list[ReadExample] = []
        self.invalid: list[tuple[Example, frozenset[str]]] = []  # those that are meant to be so, and the facts that are
        decisive = [criterion for criterion in policy.criteria if criterion.effect != "advisory"]
        for example in policy.examples:
            case, problems = read_case(policy.facts, example.request)
            if not problems:
                deciding = {c.id: verdict(c, case) for c in decisive} if example.outcome else {}
                self.examples.append(ReadExample(example, case, deciding, dict((*example.verdicts, *example.dates))))
            elif example.outcome == INVALID:
                self.invalid.append((example, frozenset(problem.path.split("/")[1] for problem in problems)))

    def killer(self, mutant: Mutant) -> Example | None:
        """The first example that the mutant fails. Examples that name the mutant's criteria are tried first."""
        if mutant.declared is not None:
            return self.notices(mutant.declared)
        changed = [change.after for change in mutant.changes]
        ids = {thing.id for thing in changed}
        decides = any(isinstance(thing, Criterion) and thing.effect != "advisory" for thing in changed)
        naming = [one for one in self.examples if not ids.isdisjoint(one.expected)]
        others = [c for c in self.examples if decides and c.example.outcome and ids.isdisjoint(c.expected)]
        if not naming and not others:
            return None
        validator = Validator(self.policy, changed)
        for one in (*naming, *others):
            found = validator.answers(one)
            if any(one.expected.get(id, answer) != answer for id, answer in found.items()):
                return one.example
            if decides and one.example.outcome and self.outcome(one, found) != one.example.outcome:
                return one.example
        return None

    def notices(self, slip: Redeclared) -> Example | None:
        """The first example that is valid and would not be so with a slip in a declaration, or the other way round."""
        name = slip.before.name
        is_valid = _validity(self.policy, slip.after)
        for example, facts in self.invalid:
            if facts == {name} and is_valid(example.request[name]):
                return example
        values = {json.dumps(one.example.request.get(name)): one.example for one in reversed(self.examples)}
        stated = sorted(values.values(), key=lambda example: example.span.line)  # each value once
        return next((one for one in stated if name in one.request and not is_valid(one.request[name])), None)

    def outcome(self, one: ReadExample, found: Mapping[str, str]) -> str:
        """The outcome of an example with some of its verdicts replaced."""
        verdicts = {**one.deciding, **found}
        return outcome_of(self.policy, lambda criterion: verdicts[criterion.id])


class Validator:
    """The compiled validator of some criteria and clocks of a policy."""

    def __init__(self, policy: Policy, things: Sequence[CriterionOrClock]) -> None:
        read = {fact.name for thing in things for fact in facts_read(thing)}
        self.policy = replace(
            policy,
            criteria=tuple(thing for thing in things if isinstance(thing, Criterion)),
            clocks=tuple(thing for thing in things if isinstance(thing, Clock)),
            facts=tuple(fact for fact in policy.facts if fact.name in read),
            codes=(), states=(), services=(), examples=(), questions=(),
        )  # fmt: skip
        self.module = in_memory(self.policy)

    def answers(self, one: ReadExample) -> dict[str, str]:
        """The verdicts and days of one example. Raises Disagreement where `evaluate` says otherwise."""
        result = self.module.judge(dict(one.example.request))
        found = dict(result.verdicts)
        found |= {deadline.clock.id: deadline.day or deadline.verdict for deadline in result.deadlines()}
        meant = {criterion.id: verdict(criterion, one.case) for criterion in self.policy.criteria}
        meant |= {clock.id: str(due(clock, one.case)) for clock in self.policy.clocks}
        if found != meant:
            raise Disagreement(f"{self.policy.key}: the validator says {found}, and the policy means {meant}")
        return found


def _validity(policy: Policy, fact: Fact) -> Callable[[object], bool]:
    """Whether a request may state a value, by its compiled validator; raises Disagreement as one."""
    alone = replace(
        policy, facts=(fact,), criteria=(), clocks=(), codes=(), states=(), services=(), examples=(), questions=()
    )
    module = in_memory(alone)

    def is_valid(value: object) -> bool:
        request = {fact.name: value}
        says = module.check(request).outcome != INVALID
        means = not read_case((fact,), request)[1]
        if says != means:
            raise Disagreement(f"{policy.key}: of {fact.name} the validator says {says}, and the policy means {means}")
        return means

    return is_valid


def contradiction(mutant: Mutant) -> str:
    """How the quoted words disagree with the numbers of the mutant, or a question with the range; or an empty text."""
    if mutant.declared is not None:
        return contradicted(mutant.declared)
    says = mutant.says
    if mutant.bounds == says.bounds or not says.quote:
        return ""
    return disagreement(says.quote, mutant.bounds, [reading.text for reading in says.readings])


def settle(suite: Suite, mutant: Mutant, differ: Differ, refuses: Refuses) -> Settled:
    """The end of one mutant."""
    words = contradiction(mutant)
    end, by, example = _end(suite, mutant, words, differ, refuses)
    place = mutant.span.file, mutant.span.line, mutant.span.column
    return Settled(mutant.ids, mutant.operator, mutant.words, *place, end, by, example, words != "")


def _end(suite: Suite, mutant: Mutant, words: str, differ: Differ, refuses: Refuses) -> tuple[End, str, str]:
    if killer := suite.killer(mutant):
        return "example", f"{killer.name} (line {killer.span.line})", ""
    if words:
        return "words", words, ""
    if mutant.declared is not None:
        return "survivor", "", _showing(suite.policy, mutant.declared)
    answer = differ(suite.policy, *_criteria(mutant))
    if answer.holds:
        return "equivalent" if answer.kind == "proven" else "equivalent within limits", "; ".join(answer.limits), ""
    changed = [change.after for change in mutant.changes if isinstance(change.after, Criterion)]
    if refusal := refuses(mutant.applied_to(suite.policy), changed):
        return "proof", refusal, ""
    if answer.witness is None:
        return "unknown", answer.reason, ""
    return "survivor", "", _missing(suite.policy, mutant, answer.witness)


def _criteria(mutant: Mutant) -> tuple[list[Criterion], list[Criterion]]:
    """The criteria before and after the slip, a clock turned into a criterion."""
    before, after = [], []
    for change in mutant.changes:
        old, new = change.before, change.after
        if isinstance(old, Clock) and isinstance(new, Clock):
            before.append(_same_day(old, old))
            after.append(_same_day(old, new))
        elif isinstance(old, Criterion) and isinstance(new, Criterion):
            before.append(old)
            after.append(new)
    return before, after


def _same_day(old: Clock, new: Clock) -> Criterion:
    """A criterion that is met where a clock ends on the same day as before."""
    same = Compare("==", old.due, new.due)
    return Criterion(new.id, new.title, "advisory", (), same, new.applies_when, span=new.span)


def _missing(policy: Policy, mutant: Mutant, witness: Mapping[str, Any]) -> str:
    """The missing example, with the verdicts that the policy gives today."""
    case, _ = read_case(policy.facts, dict(witness))
    expect = {}
    for change in mutant.changes:
        now, then = (_answer(thing, case) for thing in (change.before, change.after))
        if now != then:
            expect[change.before.id] = f'"{now}"' if now[:1].isdigit() else now
    name = example_name(policy, witness, edges_beside(policy, witness, expect), {e.name for e in policy.examples})
    return missing_example(policy, name, witness, expect)


def _showing(policy: Policy, slip: Redeclared) -> str:
    """The missing example of a slip in a declaration."""
    request = showing(policy, slip)
    case, problems = read_case(policy.facts, dict(request))
    found = INVALID if problems else outcome(policy, case)
    name = f"{slip.was[0].upper()}{slip.was[1:]}, {'and no' if problems else 'and so'} further"
    return missing_example(policy, name, request, {"outcome": found})


def _answer(thing: CriterionOrClock, case: Case) -> str:
    return verdict(thing, case) if isinstance(thing, Criterion) else str(due(thing, case))


# ---------------------------------------------------------------- many at once


@dataclass(slots=True)
class _Work:
    """The data that a process needs for all its tasks. Each process has its own."""

    policies: Sequence[Policy] = ()
    settle: Callable[[Suite, Mutant], Settled] | None = None
    suites: dict[int, tuple[Suite, tuple[Mutant, ...]]] = field(default_factory=dict)


_work = _Work()


def _begin(policies: Sequence[Policy], differ: Differ, refuses: Refuses) -> None:
    gc.enable()  # the command runs without collection, and the functions of a compiled validator refer to one another
    _work.policies, _work.suites = policies, {}
    _work.settle = partial(settle, differ=differ, refuses=refuses)


def _begin_worker(policies: Sequence[Policy], differ: Differ, refuses: Refuses) -> None:
    """Begin in a process of its own, which ends when its parent process was killed."""
    signal(SIGINT, SIG_IGN)  # a terminal sends Ctrl-C to every process; the parent process answers it
    parent = parent_process()
    assert parent is not None
    Thread(target=lambda: (wait([parent.sentinel]), os._exit(1)), daemon=True).start()
    _begin(policies, differ, refuses)


def _share(task: tuple[int, int]) -> list[Settled]:
    """The results of one share of mutants, given by the number of its policy and of its first mutant."""
    number, first = task
    if number not in _work.suites:
        policy = _work.policies[number]
        _work.suites = {number: (Suite(policy), mutants(policy))}
    suite, found = _work.suites[number]
    assert _work.settle is not None
    return [_work.settle(suite, mutant) for mutant in found[first : first + SHARE]]


def number_of_mutants(policies: Sequence[Policy]) -> int:
    """How many mutants there are to settle."""
    return sum(len(mutants(policy)) for policy in policies)


def settled(
    policies: Sequence[Policy], differ: Differ, refuses: Refuses, processes: int = 2
) -> Iterator[tuple[Policy, list[Settled]]]:
    """The ends of all mutants in a fixed order, a few at a time."""
    tasks = [(number, first) for number, p in enumerate(policies) for first in range(0, len(mutants(p)), SHARE)]
    if processes == 1:
        _begin(policies, differ, refuses)
        yield from ((policies[task[0]], _share(task)) for task in tasks)
        return
    pool = ProcessPoolExecutor(processes, initializer=_begin_worker, initargs=(policies, differ, refuses))
    try:
        for task, ends in zip(tasks, pool.map(_share, tasks), strict=True):
            yield policies[task[0]], ends
    finally:  # whoever asked may have gone, by Ctrl-C: what is begun is ended, and nothing else is begun
        pool.shutdown(cancel_futures=True)
