"""A slip: one node as it is, and as it could have been written instead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal as OneOf
from typing import NamedTuple, TypeAlias, get_args

from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.model import Bound, Codes, Expr, Fact, Term, Value, Worded
from wiser_compiler.proof.mutation.slips.codes import codes_beside

Operator: TypeAlias = OneOf[
    "bound", "strictness", "exactness", "direction", "unit", "window", "calendar", "other date", "tilt",
    "first or last", "count", "all or any", "none", "every or some", "part", "branch", "filter", "choice", "negation",
    "exception", "applicability", "guard", "documented", "range", "option", "unique",
]  # fmt: skip
OPERATORS: tuple[Operator, ...] = get_args(Operator)
Node: TypeAlias = Expr | Term


@dataclass(frozen=True, slots=True)
class Slip:
    """A node exchanged for `new`, both in words. `bounds` are the written numbers after the slip."""

    operator: Operator
    before: str
    after: str
    new: Node
    bounds: tuple[Bound, ...]
    at: Expr | None = None  # the part with the slip, where it is not the whole node


class Around(NamedTuple):
    """The surroundings of a node: its worded part, and the dates and codes that could replace its own.

    `usual` says which value of a term most examples state.
    """

    says: Worded
    dates: tuple[Fact, ...]
    codes: tuple[str, ...]
    usual: Callable[[Term], Value | None]

    def bounds(self, old: Bound | None, new: Bound | None) -> tuple[Bound, ...]:
        """The written numbers with one of them changed."""
        return tuple(new if new is not None and bound is old else bound for bound in self.says.bounds)

    def beside(self, fact: Fact, taken: Sequence[str], item: str) -> tuple[str, ...]:
        """The two nearest options that are not used already; for codes, other codes of the policy or of the system."""
        if isinstance(fact.type, Codes) and fact.name != "codes":
            return codes_beside(fact.type.system, item, taken)
        known = list(self.codes) if fact.name == "codes" else [option.id for option in kind_of(fact.type).options]
        place = known.index(item) if item in known else 0
        free = [(abs(number - place), number, other) for number, other in enumerate(known) if other not in taken]
        return tuple(other for _, _, other in sorted(free)[:2])
