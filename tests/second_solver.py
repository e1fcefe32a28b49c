"""A second solver, cvc5, for the questions that Z3 answered. It reads them as SMT-LIB."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import cvc5
import z3
from wiser_compiler.core.model import Criterion, Policy
from wiser_compiler.proof.questions.alternatives import route_questions
from wiser_compiler.proof.questions.ask import ask
from wiser_compiler.proof.questions.schemas import schema_questions
from wiser_compiler.proof.solver.solver import Found, Goal, Solver

Key = TypeVar("Key", bound=Hashable)


class Asked(NamedTuple):
    """A question as SMT-LIB, and whether Z3 found a request; None where it gave up."""

    text: str
    satisfiable: bool | None


class Recording(Solver):
    """A solver that keeps what it was asked. State: the goals, each with its criteria and its answer."""

    def __init__(self, policy: Policy) -> None:
        super().__init__(policy)
        self.kept: list[tuple[Goal, Sequence[Criterion], Found]] = []

    def reach(self, goals: Mapping[Key, Goal], about: Sequence[Criterion], *, likely: bool = True) -> dict[Key, Found]:
        found = super().reach(goals, about, likely=likely)
        self.kept += [(goals[key], about, answer) for key, answer in found.items()]
        return found

    def asked(self, goal: Goal, about: Sequence[Criterion], found: Found) -> Asked:
        """One of the questions, over all the records that the limits allow."""
        symbolic, solver = self.symbolic(), z3.Solver()
        bit = symbolic.goal(goal)
        conditions = (*symbolic.request.domain(self.names(about)), *symbolic.meaning.defined(), bit)
        rewritten: dict[int, Any] = {}
        solver.add(*(each if isinstance(each, bool) else _counted_out(each, rewritten) for each in conditions))
        known = isinstance(found, dict) or found is None
        return Asked(f"(set-logic ALL)\n{solver.to_smt2()}", isinstance(found, dict) if known else None)


def questions(policy: Policy) -> Recording:
    """All questions about a policy, answered by Z3."""
    solver = Recording(policy)
    ask(policy, solver)
    tuple(route_questions(policy, solver))
    tuple(schema_questions(policy, solver))
    return solver


def second_answer(text: str, seconds: int) -> str:
    """What cvc5 says: sat, unsat or unknown."""
    manager = cvc5.TermManager()
    solver = cvc5.Solver(manager)
    solver.setOption("tlimit-per", str(1000 * seconds))
    symbols = cvc5.SymbolManager(manager)
    parser = cvc5.InputParser(solver, symbols)
    parser.setStringInput(cvc5.InputLanguage.SMT_LIB_2_6, text, "question")
    said = ""
    while not (command := parser.nextCommand()).isNull():
        said += command.invoke(solver, symbols)
    return said.strip()


_BOUNDS = {
    z3.Z3_OP_PB_AT_LEAST: lambda found, bound: found >= bound,
    z3.Z3_OP_PB_GE: lambda found, bound: found >= bound,
    z3.Z3_OP_PB_AT_MOST: lambda found, bound: found <= bound,
    z3.Z3_OP_PB_LE: lambda found, bound: found <= bound,
    z3.Z3_OP_PB_EQ: lambda found, bound: found == bound,
}


def _counted_out(term: Any, rewritten: dict[int, Any]) -> Any:
    """A term without the counts of formulas that only Z3 knows: they are sums of ones."""
    if term.get_id() not in rewritten:
        kind, inner = term.decl().kind(), [_counted_out(each, rewritten) for each in term.children()]
        if kind in _BOUNDS:
            bound, *weights = term.decl().params()
            assert all(weight == 1 for weight in weights)
            rewritten[term.get_id()] = _BOUNDS[kind](z3.Sum([z3.If(each, 1, 0) for each in inner]), bound)
        else:
            rewritten[term.get_id()] = term.decl()(*inner) if inner else term
    return rewritten[term.get_id()]
