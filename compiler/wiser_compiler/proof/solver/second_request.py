"""A second request, which states something else of one fact and the same of all others."""

from __future__ import annotations

from collections.abc import Sequence

import z3

from wiser_compiler.core.model import Criterion, Fact
from wiser_compiler.proof.solver.logic import Bit, both, either, no, same
from wiser_compiler.proof.solver.solver import SymbolicPolicy
from wiser_compiler.proof.solver.symbolic_request import SymbolicFact


def changes_a_verdict(symbolic: SymbolicPolicy, criteria: Sequence[Criterion], fact: Fact) -> Bit:
    """Some verdict is another one for the second request. Both state all of the fact: to leave it out is no answer."""
    second = SecondRequest(symbolic, fact)
    verdicts = [symbolic.verdicts(criterion) for criterion in criteria]
    bits = [bit for each in verdicts for bit in (each.met, each.not_met, each.not_applicable)]
    full = _full(symbolic.request.facts[fact.name])
    return both(either(*(no(same(bit, second.of(bit))) for bit in bits)), full, second.of(full), *second.valid())


def _full(found: SymbolicFact) -> Bit:
    """The request states everything of a fact."""
    rows = (either(no(there), both(*map(_full, record.values()))) for there, record in found.rows)
    return both(found.stated, *found.looked.values(), *rows)


class SecondRequest:
    """Variables of its own for one fact, and for what the solver named of it. State: those that were needed so far."""

    def __init__(self, symbolic: SymbolicPolicy, fact: Fact) -> None:
        self.symbolic = symbolic
        self.fact = fact
        self._own: dict[str, tuple[z3.ExprRef, z3.ExprRef]] = {}
        self._seen: set[int] = set()

    def of(self, bit: Bit) -> Bit:
        """What a formula about the first request is about the second."""
        if isinstance(bit, bool):
            return bit
        self._look(bit)
        return z3.substitute(bit, *self._own.values())

    def valid(self) -> list[Bit]:
        """What holds of the second request in any case."""
        always = (*self.symbolic.request.domain([self.fact.name]), *self.symbolic.meaning.defined)
        return [self.of(bit) for bit in always]

    def _look(self, bit: z3.ExprRef) -> None:
        """Find the variables of a formula that differ."""
        pending = [bit]
        while pending:
            found = pending.pop()
            if found.get_id() in self._seen:
                continue
            self._seen.add(found.get_id())
            pending += found.children()
            if z3.is_const(found) and found.decl().kind() == z3.Z3_OP_UNINTERPRETED:
                name = found.decl().name()
                if name.startswith((f"{self.fact.name} ", "day!")):
                    self._own[name] = found, z3.Const(f"other {name}", found.sort())
