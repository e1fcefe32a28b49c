"""Goals for the solver: which of them does a valid request reach, and by which request?

One request often reaches many goals, so all goals are asked together until no further one can be reached. Every request
that the solver finds is replayed through `evaluate`: another verdict there is a bug of this tool.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar, assert_never

import z3

from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import MET, MISSING, NOT_APPLICABLE, NOT_MET, Case, verdict
from wiser_compiler.core.model import Criterion, Fact, Policy, Records
from wiser_compiler.core.walk import criterion_facts
from wiser_compiler.proof.answers import Answer, Request
from wiser_compiler.proof.formula import (
    All,
    AllDiffer,
    EveryRecord,
    Exactly,
    Formula,
    No,
    OnDays,
    Some,
    Stepped,
    Surely,
    holds,
    remembered,
)
from wiser_compiler.proof.solver.encode import NO_ROW, Meaning, SymbolicVerdicts
from wiser_compiler.proof.solver.logic import Bit, both, either, exactly, no
from wiser_compiler.proof.solver.symbolic_request import (
    FEWEST_ROWS,
    Record,
    SymbolicFact,
    SymbolicRequest,
    scale_of,
    true,
)

SECONDS = 20  # for one question; a longer one ends as unknown
Key = TypeVar("Key", bound=Hashable)


class Disagreement(Exception):
    """The solver's encoding and the meaning give different verdicts: a bug of this tool."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """The solver gave up on a goal."""

    reason: str


class SymbolicPolicy:
    """A policy for the solver: a symbolic request with `rows` records in each list, and the verdicts on it."""

    def __init__(self, policy: Policy, rows: int) -> None:
        self.policy = policy
        self.request = SymbolicRequest(policy.facts, scale_of([policy], rows))
        self.meaning = Meaning(self.request)
        self._verdicts: dict[int, tuple[Criterion, SymbolicVerdicts]] = {}
        self._numbers: dict[int, int] = {}  # of sets of days
        self._sets: list[tuple[z3.ArithRef, int, z3.BoolRef]] = []  # a date, a set of days, and whether it is on one
        self._apart: list[Bit] = []  # of two sets without a common day, a date is in one at most

    def verdicts(self, criterion: Criterion) -> SymbolicVerdicts:
        """When a criterion has each verdict."""
        if id(criterion) not in self._verdicts:
            self._verdicts[id(criterion)] = criterion, self.meaning.verdicts(criterion)
        return self._verdicts[id(criterion)][1]

    def satisfied(self, criteria: Iterable[Criterion]) -> Bit:
        """Every one of the criteria is met, or not applicable."""
        return both(*(self.verdicts(criterion).satisfied for criterion in criteria))

    def goal(self, goal: Goal) -> Bit:
        """The condition under which a request reaches a goal."""
        bit = goal(self) if callable(goal) else self.formula(goal)
        return both(bit, *self._apart)

    def formula(self, formula: Formula, row: Record = NO_ROW) -> Bit:
        """`formula.holds`; `row` is the record in hand."""
        match formula:
            case bool():
                return formula
            case Surely(expr=expr, met=met):
                pair = self.meaning.pair(expr, row)
                return pair.met if met else pair.unmet
            case All(parts=parts):
                found = []
                for part in parts:
                    found.append(self.formula(part, row))
                    if found[-1] is False:  # the parts after it need not be encoded
                        return False
                return both(*found)
            case Some(parts=parts):
                return either(*(self.formula(part, row) for part in parts))
            case Exactly(count=count, parts=parts):
                return exactly(count, [self.formula(part, row) for part in parts])
            case No(part=part):
                return no(self.formula(part, row))
            case EveryRecord(of=of, part=part):
                rows = self.request.facts[of.name].rows
                return both(*(either(no(there), self.formula(part, record)) for there, record in rows))
            case Stepped(fact=fact, step=step):
                number, size = self._variables(fact, row), self.request.scale.number(step)
                return size == 1 or either(no(number.stated), number.value % size == 0)
            case OnDays(fact=fact, days=days):
                date = self._variables(fact, row)
                return both(date.stated, self._on_days(date.value.number, days))
            case AllDiffer(of=of, names=names):
                rows = self.request.facts[of.name].rows
                pairs = ((one, other) for number, one in enumerate(rows) for other in rows[:number])
                return both(*(no(self.request.repeats(names, one, other)) for one, other in pairs))
            case _:
                assert_never(formula)

    def _variables(self, fact: Fact, row: Record) -> SymbolicFact:
        return (row if fact.row_of else self.request.facts)[fact.name]

    def _on_days(self, day: z3.ArithRef, days: int) -> Bit:
        """Whether a date is on one of the days. Of the days z3 knows nothing but which sets of them are apart.

        That is enough for proofs about dates that differ, and sets such as *all odd days* have thousands of gaps.
        """
        number = self._numbers.setdefault(days, len(self._numbers))
        found = z3.Function(f"on a day of set {number}", z3.IntSort(), z3.BoolSort())(day)
        for other, theirs, there in self._sets:
            if other.eq(day) and not theirs & days:
                self._apart.append(no(both(found, there)))
        self._sets.append((day, days, found))
        return found


# What a question asks of a request: a formula, or a function to z3 where formulas cannot say it.
Goal: TypeAlias = Formula | Callable[[SymbolicPolicy], Bit]
Found: TypeAlias = "Request | Unknown | None"
FEW = 2  # records of each list, which are enough for most goals and far quicker


class Solver:
    """The solver for one policy. It tries few records in each list first, and then all that the limits allow."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self._symbolic: dict[int, SymbolicPolicy] = {}

    def symbolic(self, rows: int = FEWEST_ROWS) -> SymbolicPolicy:
        """The policy with this many records in each list, or more where a count needs them."""
        if rows not in self._symbolic:
            self._symbolic[rows] = SymbolicPolicy(self.policy, rows)
        return self._symbolic[rows]

    def reach(self, goals: Mapping[Key, Goal], about: Sequence[Criterion], *, likely: bool = True) -> dict[Key, Found]:
        """For each goal a request that reaches it, None if there is none, or Unknown.

        The goals are about the criteria in `about` (none: all of them), and the requests state no facts that these do
        not read. Unless a request is `likely`, the first try with few records is left out.
        """
        found: dict[Key, Found] = dict.fromkeys(goals)
        names = self.names(about)
        lists = any(isinstance(fact.type, Records) and fact.name in names for fact in self.policy.facts)
        for rows in (FEW, FEWEST_ROWS) if lists and likely else (FEWEST_ROWS,):
            unanswered = {key: goal for key, goal in goals.items() if not isinstance(found[key], dict)}
            if unanswered:
                found |= _reach(self.symbolic(rows), unanswered, about, names)
        return found

    def names(self, about: Sequence[Criterion]) -> Mapping[str, None]:
        """The facts that criteria read, or all."""
        if not about:
            return {fact.name: None for fact in self.policy.facts}
        return dict.fromkeys(fact.name for criterion in about for fact in criterion_facts(criterion))

    def needs_range(self, goal: Goal, about: Sequence[Criterion], fact: Fact) -> bool:
        """Whether a goal that no request reaches is reached where a number may lie outside its declared range."""
        symbolic = self.symbolic()
        bit = symbolic.goal(goal)
        solver = _solver(symbolic, self.names(about), [fact.name])
        return bool(bit is True or (bit is not False and solver.check(bit) == z3.sat))

    def answer(self, found: Found, about: Sequence[Criterion]) -> Answer:
        """The answer to the claim that no request reaches a goal about these criteria."""
        match found:
            case None:
                limits = self.symbolic().request.limits(self.names(about))
                return Answer("bounded" if limits else "proven", limits=limits)
            case Unknown(reason=reason):
                return Answer("unknown", reason=reason)
            case _:
                return Answer("refuted", found)

    def never(self, goal: Goal, about: Sequence[Criterion]) -> Answer:
        """Whether no request reaches a goal about these criteria."""
        return self.answer(self.reach({"": goal}, about)[""], about)


def _reach(
    symbolic: SymbolicPolicy, goals: Mapping[Key, Goal], about: Sequence[Criterion], names: Mapping[str, None]
) -> dict[Key, Found]:
    found: dict[Key, Found] = dict.fromkeys(goals)
    unanswered = {key: bit for key, goal in goals.items() if (bit := symbolic.goal(goal)) is not False}
    if not unanswered:
        return found
    solver = _solver(symbolic, names)
    # Each goal has a name, so that the solver knows every goal from the first check to the last, and pursues one.
    named = {key: z3.FreshBool("goal") for key in unanswered}
    solver.add(*(either(no(named[key]), bit) for key, bit in unanswered.items()))
    while unanswered:
        solver.add(either(*(named[key] for key in unanswered)))  # fewer each time, so what was asked before still holds
        answer = solver.check()
        if answer == z3.unsat:
            break
        if answer == z3.unknown and len(unanswered) == 1:
            found |= dict.fromkeys(unanswered, Unknown(solver.reason_unknown()))
            break
        if answer == z3.unknown:  # one goal is too hard; the others can still be answered
            for key in unanswered:
                found |= _reach(symbolic, {key: goals[key]}, about, names)
            break
        model = solver.model()
        request, case = _replayed(symbolic, model, about, names)
        truth_of = remembered()
        reached = [
            key
            for key, bit in unanswered.items()
            if (true(model, bit) if callable(goal := goals[key]) else holds(goal, case, truth_of=truth_of))
        ]
        if not reached:
            raise Disagreement(f"{symbolic.policy.key} reaches none of the goals on the request that was found")
        for key in reached:
            found[key] = request
            del unanswered[key]
    return found


def _solver(symbolic: SymbolicPolicy, names: Collection[str], free: Collection[str] = ()) -> z3.Solver:
    solver = z3.SimpleSolver()
    # Without `ctrl_c` the solver would handle Ctrl-C itself and answer `unknown`, as if it had given up.
    solver.set(timeout=SECONDS * 1000, ctrl_c=False)
    solver.add(*symbolic.request.domain(names, free), *symbolic.meaning.defined(names))
    return solver


def _replayed(
    symbolic: SymbolicPolicy, model: z3.ModelRef, about: Sequence[Criterion], names: Mapping[str, None]
) -> tuple[Request, Case]:
    """The request of a model, and its case.

    Raises Disagreement where `evaluate` gives another verdict than the model.
    """
    request = symbolic.request.described_by(model, names)
    case, problems = read_case(symbolic.policy.facts, request)
    for criterion in about:
        if problems or verdict_in(model, symbolic.verdicts(criterion)) != verdict(criterion, case):
            raise Disagreement(f"{symbolic.policy.key} {criterion.id}")
    return request, case


def verdict_in(model: z3.ModelRef, verdicts: SymbolicVerdicts) -> str:
    """The verdict of a criterion in a model."""
    if true(model, verdicts.met):
        return MET
    if true(model, verdicts.not_met):
        return NOT_MET
    return NOT_APPLICABLE if true(model, verdicts.not_applicable) else MISSING


def deciding(policy: Policy) -> tuple[Criterion, ...]:
    """The criteria that decide the outcome."""
    return tuple(criterion for criterion in policy.criteria if criterion.effect != "advisory")
