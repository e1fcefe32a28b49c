"""Questions to the solver: which of many goals can a valid request reach, and by which request?

One request often reaches many goals, so they are asked together until none is left that can be reached. Every
request that the solver finds is replayed through `evaluate`: an answer that the meaning does not give is a bug.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

import z3

from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import MET, MISSING, NOT_APPLICABLE, NOT_MET, verdict
from wiser_compiler.core.model import Criterion, Fact, Policy, Records
from wiser_compiler.core.walk import criterion_facts
from wiser_compiler.proof.answers import Answer, Request
from wiser_compiler.proof.solver.encode import Meaning, Verdicts
from wiser_compiler.proof.solver.logic import Bit, both, either
from wiser_compiler.proof.solver.symbolic_request import FEWEST_ROWS, Chart, scale_of, true

SECONDS = 20  # for one question; one that takes longer is unknown, and says so
Key = TypeVar("Key", bound=Hashable)


class Disagreement(Exception):
    """The solver's encoding and the meaning give different verdicts: a bug of this tool."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """The solver gave up on a goal."""

    reason: str


class SymbolicPolicy:
    """A policy as the solver sees it: a chart with so many records in each list, and the verdicts on it."""

    def __init__(self, policy: Policy, rows: int) -> None:
        self.policy = policy
        self.chart = Chart(policy.facts, scale_of([policy], rows))
        self.meaning = Meaning(self.chart)
        self._verdicts: dict[int, tuple[Criterion, Verdicts]] = {}

    def verdicts(self, criterion: Criterion) -> Verdicts:
        """When a criterion has which verdict."""
        if id(criterion) not in self._verdicts:
            self._verdicts[id(criterion)] = criterion, self.meaning.verdicts(criterion)
        return self._verdicts[id(criterion)][1]

    def satisfied(self, criteria: Iterable[Criterion]) -> Bit:
        """Every one of the criteria is met, or not applicable."""
        return both(*(self.verdicts(criterion).satisfied for criterion in criteria))


Goal: TypeAlias = Callable[[SymbolicPolicy], Bit]
Found: TypeAlias = "Request | Unknown | None"
FEW = 2  # records of each list are enough to reach most goals, and are looked at far sooner


class Solving:
    """Asks the solver about one policy: first with few records in its lists, then with all that are looked at."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self._worlds: dict[int, SymbolicPolicy] = {}

    def world(self, rows: int = FEWEST_ROWS) -> SymbolicPolicy:
        """The chart with so many records in each list, or with more where a count asks for them."""
        if rows not in self._worlds:
            self._worlds[rows] = SymbolicPolicy(self.policy, rows)
        return self._worlds[rows]

    def reach(self, goals: Mapping[Key, Goal], about: Sequence[Criterion], *, likely: bool = True) -> dict[Key, Found]:
        """For each goal a request that reaches it, None if there is none, or why that is unknown.

        The goals are about these criteria: of other facts the requests say nothing. About none, they are about all.
        Where it is not likely that there is one, a quick look is no help.
        """
        found: dict[Key, Found] = dict.fromkeys(goals)
        names = self.names(about)
        lists = any(isinstance(fact.type, Records) and fact.name in names for fact in self.policy.facts)
        for rows in (FEW, FEWEST_ROWS) if lists and likely else (FEWEST_ROWS,):
            open_ = {key: goal for key, goal in goals.items() if not isinstance(found[key], dict)}
            if open_:
                found |= _reach(self.world(rows), open_, about, names)
        return found

    def most(self, goals: Mapping[Key, Goal], about: Sequence[Criterion]) -> tuple[Key, ...]:
        """Goals that one request reaches: the first two, and of the others as many as can be added one by one."""
        world, names = self.world(FEW), self.names(about)
        bits = {key: goal(world) for key, goal in goals.items()}
        solver = _solver(world, names)
        reached: list[Key] = []
        kept: list[Bit] = []
        model = None
        for key, bit in bits.items():
            if model is None or not true(model, bit):
                wanted = both(*kept, bit)
                if wanted is False or solver.check(*([] if wanted is True else [wanted])) != z3.sat:
                    if len(reached) < 2:
                        return ()
                    continue
                model = solver.model()
                _replayed(world, model, about, names)
            reached.append(key)
            kept.append(bit)
        return tuple(reached)

    def names(self, about: Sequence[Criterion]) -> Mapping[str, None]:
        """The facts that criteria read, or all."""
        if not about:
            return {fact.name: None for fact in self.policy.facts}
        return dict.fromkeys(fact.name for criterion in about for fact in criterion_facts(criterion))

    def needs_range(self, goal: Goal, about: Sequence[Criterion], fact: Fact) -> bool:
        """Whether a goal that no request reaches is reached where a number may lie outside its declared range."""
        world = self.world()
        bit = goal(world)
        solver = _solver(world, self.names(about), [fact.name])
        return bool(bit is True or (bit is not False and solver.check(bit) == z3.sat))

    def answer(self, found: Found, about: Sequence[Criterion]) -> Answer:
        """That no request reaches a goal about these criteria, as far as it is known."""
        match found:
            case None:
                limits = self.world().chart.limits(self.names(about))
                return Answer("bounded" if limits else "proven", limits=limits)
            case Unknown(reason=reason):
                return Answer("unknown", reason=reason)
            case _:
                return Answer("refuted", found)

    def never(self, goal: Goal, about: Sequence[Criterion]) -> Answer:
        """That no request reaches a goal about these criteria."""
        return self.answer(self.reach({"": goal}, about, likely=False)[""], about)


def _reach(
    world: SymbolicPolicy, goals: Mapping[Key, Goal], about: Sequence[Criterion], names: Mapping[str, None]
) -> dict[Key, Found]:
    found: dict[Key, Found] = dict.fromkeys(goals)
    open_ = {key: bit for key, goal in goals.items() if (bit := goal(world)) is not False}
    if not open_:
        return found
    solver = _solver(world, names)
    while open_:
        any_ = either(*open_.values())
        told = solver.check() if any_ is True else solver.check(any_)
        if told == z3.unsat:
            break
        if told == z3.unknown and len(open_) == 1:
            found |= dict.fromkeys(open_, Unknown(solver.reason_unknown()))
            break
        if told == z3.unknown:  # one of them is too hard; the others can still be answered
            for key in open_:
                found |= _reach(world, {key: goals[key]}, about, names)
            break
        model = solver.model()
        request = _replayed(world, model, about, names)
        for key in [key for key, bit in open_.items() if true(model, bit)]:
            found[key] = request
            del open_[key]
    return found


def _solver(world: SymbolicPolicy, names: Iterable[str], free: Collection[str] = ()) -> z3.Solver:
    solver = z3.Solver()
    solver.set("timeout", SECONDS * 1000)
    solver.set("ctrl_c", False)  # else the solver takes Ctrl-C for itself and answers `unknown`, as if it had given up
    solver.add(*world.chart.domain(names, free), *world.meaning.defined)
    return solver


def _replayed(
    world: SymbolicPolicy, model: z3.ModelRef, about: Sequence[Criterion], names: Mapping[str, None]
) -> Request:
    """The request of a model, which the meaning answers as the model does."""
    request = world.chart.request(model, names)
    case, problems = read_case(world.policy.facts, request)
    for criterion in about:
        if problems or verdict_in(model, world.verdicts(criterion)) != verdict(criterion, case):
            raise Disagreement(f"{world.policy.key} {criterion.id}")
    return request


def verdict_in(model: z3.ModelRef, verdicts: Verdicts) -> str:
    """The verdict of a criterion in a model."""
    if true(model, verdicts.met):
        return MET
    if true(model, verdicts.not_met):
        return NOT_MET
    return NOT_APPLICABLE if true(model, verdicts.not_applicable) else MISSING


def deciding(policy: Policy) -> tuple[Criterion, ...]:
    """The criteria that the outcome hangs on."""
    return tuple(criterion for criterion in policy.criteria if criterion.effect != "advisory")
