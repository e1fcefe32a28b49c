"""A second request, which differs from the first in one fact."""

from __future__ import annotations

from collections.abc import Sequence

import z3

from wiser_compiler.core.model import Criterion, Fact
from wiser_compiler.proof.solver.logic import Bit, both, either, no, same
from wiser_compiler.proof.solver.solver import SymbolicPolicy
from wiser_compiler.proof.solver.symbolic_request import SymbolicFact


def changes_a_verdict(symbolic: SymbolicPolicy, criteria: Sequence[Criterion], fact: Fact) -> Bit:
    """Some verdict differs between the two requests.

    Both state the fact in full: a request without it does not count.
    """
    second = SecondRequest(symbolic, fact)
    verdicts = [symbolic.verdicts(criterion) for criterion in criteria]
    bits = [bit for each in verdicts for bit in (each.met, each.not_met, each.not_applicable)]
    full = _full(symbolic.request.facts[fact.name])
    return both(either(*(no(same(bit, second.of(bit))) for bit in bits)), full, second.of(full), *second.valid())


def _full(found: SymbolicFact) -> Bit:
    """The request states a fact in full."""
    rows = (either(no(there), both(*map(_full, record.values()))) for there, record in found.rows)
    return both(found.stated, *found.looked.values(), *rows)


class SecondRequest:
    """The second request: new variables for one fact, and for long terms with it. State: the variables made so far."""

    def __init__(self, symbolic: SymbolicPolicy, fact: Fact) -> None:
        self.symbolic = symbolic
        self.fact = fact
        self._own: dict[str, tuple[z3.ExprRef, z3.ExprRef]] = {}
        self._seen: set[int] = set()

    def of(self, bit: Bit) -> Bit:
        """The formula about the second request, from one about the first."""
        if isinstance(bit, bool):
            return bit
        self._look(bit)
        return z3.substitute(bit, *self._own.values())

    def valid(self) -> list[Bit]:
        """The second request is valid."""
        always = (*self.symbolic.request.domain([self.fact.name]), *self.symbolic.meaning.defined())
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
