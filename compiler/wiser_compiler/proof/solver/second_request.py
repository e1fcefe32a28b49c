"""A chart once more, otherwise in one fact."""

from __future__ import annotations

import z3

from wiser_compiler.core.model import Fact
from wiser_compiler.proof.solver.logic import Bit
from wiser_compiler.proof.solver.solver import SymbolicPolicy


class Twin:
    """The chart once more, with variables of its own for one fact and for what the solver named of it."""

    def __init__(self, world: SymbolicPolicy, fact: Fact) -> None:
        self.world = world
        self.fact = fact
        self._own: dict[str, tuple[z3.ExprRef, z3.ExprRef]] = {}
        self._seen: set[int] = set()

    def of(self, bit: Bit) -> Bit:
        """A formula about the other chart."""
        if isinstance(bit, bool):
            return bit
        self._look(bit)
        return z3.substitute(bit, *self._own.values())

    def valid(self) -> list[Bit]:
        """What holds of the other chart in any case."""
        return [self.of(bit) for bit in (*self.world.chart.domain([self.fact.name]), *self.world.meaning.defined)]

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
