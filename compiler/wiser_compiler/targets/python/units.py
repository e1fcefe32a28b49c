"""Which functions a validator has, how things are called in them, and what each must be handed.

A criterion is a function; so is a named condition that is more than one
comparison, and so is a count of records or a date taken from a list. What
several functions look up is looked up once and handed to them.
"""

from __future__ import annotations

import keyword
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import TypeAlias, TypeGuard, assert_never

from wiser_compiler.core.canonical import canonical
from wiser_compiler.core.model import (
    AtLeast,
    Compare,
    Count,
    Criterion,
    Documented,
    Expr,
    Extreme,
    Fact,
    Includes,
    Not,
    Policy,
    Rows,
    Says,
    Shifted,
    Stated,
    Term,
    criterion_parts,
    parts,
    subterms,
    terms,
)
from wiser_compiler.targets.python.code import call, unpack
from wiser_compiler.targets.python.logic import Logic, Variables

Looked: TypeAlias = Count | Extreme

# Names the module uses itself; a fact of that name gets a `_` behind it.
RESERVED = frozenset(
    "request get row found sure unclear low high exists fewest most check is_valid judge reasons POLICY Any re "
    "at_least is_codes is_day is_number is_set none_of only_if problems shift test "
    "type len int str dict list set float bool tuple frozenset round all sum min max object "
    "TypeError ValueError AttributeError".split()
)
PREFIXES = ("verdict_", "truth_", "count_", "find_", "reason_", "fewest_", "most_", "is_valid_")


@dataclass(slots=True)
class Unit:
    """A function: its expressions, the parameters it takes, and what it looks up itself."""

    name: str
    exprs: tuple[Expr, ...]
    params: list[str] = field(default_factory=list)


class Units:
    """The functions of one module. State: the names given so far."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.facts = {fact.name: fact for fact in _all_facts(policy.facts)}
        self.types: dict[str, str] = {}
        self.looked: dict[str, Looked] = {}
        self.names: dict[str, str] = {}
        self.conditions: dict[str, Says] = {}
        for criterion in policy.criteria:
            for part in criterion_parts(criterion):
                self.find_conditions(part)
        self.truths = {name: Unit(f"truth_{name}", (says.part,)) for name, says in self.conditions.items()}
        self.verdicts = {c.id: Unit(f"verdict_{snake(c.id)}", criterion_parts(c)) for c in policy.criteria}
        self.shared = self.find_shared()
        for unit in (*self.truths.values(), *self.verdicts.values()):
            unit.params = self.params(unit.exprs)

    # ------------------------------------------------------------ names

    def local(self, name: str) -> str:
        """The variable of a fact: its name, unless Python or the module needs that word."""
        if keyword.iskeyword(name) or keyword.issoftkeyword(name) or name in RESERVED:
            return f"{name}_"
        return f"{name}_" if name.startswith(PREFIXES) or name.endswith("_") else name

    def find_conditions(self, expr: Expr) -> None:
        """Named conditions that deserve a function, innermost first."""
        for part in parts(expr):
            self.find_conditions(part)
        for term in terms(expr) if isinstance(expr, Compare) else ():
            if isinstance(term, Count | Extreme) and term.where is not None:
                self.find_conditions(term.where)
        if isinstance(expr, Says) and expr.name and not isinstance(unsaid(expr), Compare | Includes | Documented):
            self.conditions.setdefault(expr.name, expr)

    def function(self, expr: Expr) -> Unit | None:
        """The function of a named condition, if this is one."""
        return self.truths.get(expr.name) if isinstance(expr, Says) and expr.name else None

    def called(self, says: Says) -> str | None:
        """The call of a named condition."""
        unit = self.function(says)
        return None if unit is None else f"{unit.name}({', '.join(unit.params)})"

    def find_shared(self) -> list[str]:
        """Name every look-up. What more than one function needs is shared, and so is every value."""
        users: dict[str, set[str]] = {}
        for unit in (*self.truths.values(), *self.verdicts.values()):
            for expr in unit.exprs:
                for term in self.looked_in(expr, filters=True):
                    key = canonical(term)
                    users.setdefault(key, set()).add(unit.name)
                    if key not in self.names:
                        self.looked[key] = term
                        self.names[key] = self.new_name(term, unit.name.partition("_")[2])
        shared = [key for key, found in users.items() if len(found) > 1 or isinstance(self.looked[key], Extreme)]
        return sorted(shared, key=lambda key: self.depth(self.looked[key]))

    def new_name(self, term: Looked, unit: str) -> str:
        """The name of a value; or the list with the condition of its filter, or with who asks."""
        if isinstance(term, Extreme) and term.name:
            base = term.name
        elif isinstance(term.where, Says) and term.where.name:
            base = f"{term.of.name}_{term.where.name}"
        else:
            base = f"{term.of.name}_for_{unit}"
        taken = {*self.names.values(), *(self.local(name) for name in self.facts)}
        numbered = (self.local(base if number == 1 else f"{base}_{number}") for number in count(1))
        return next(name for name in numbered if name not in taken)

    def name(self, term: Looked) -> str:
        """The name of a look-up."""
        return self.names[canonical(term)]

    def variables(self, term: Looked) -> Variables:
        """The variables that hold a look-up."""
        name = self.name(term)
        if isinstance(term, Extreme):
            return Variables(f"{name}_low", f"{name}_high", f"{name}_exists")
        return Variables(f"fewest_{name}", f"most_{name}")

    def logic(self, anchors: dict[str, Variables] | None = None, calls: bool = True) -> Logic:
        """How expressions are written inside a function."""

        def held(term: Term) -> Variables | None:
            if is_looked(term):
                return self.variables(term)
            return anchors.get(canonical(term)) if anchors and isinstance(term, Shifted) else None

        return Logic(self.local, held, self.called if calls else lambda _says: None)

    # ------------------------------------------------------------ what is looked up, and what that needs

    def looked_in(self, expr: Expr, deep: bool = False, filters: bool = False) -> Iterator[Looked]:
        """Look-ups of an expression; with `filters` also those that its filters need, and these first.

        What stands in a condition with its own function is left to it, but for `deep`.
        """
        if not deep and self.function(expr) is not None:
            return
        for part in parts(expr):
            yield from self.looked_in(part, deep, filters)
        for term in _own_terms(expr):
            for inner in _within(term):
                if is_looked(inner):
                    if filters and inner.where is not None:
                        yield from self.looked_in(inner.where, True, True)
                    yield inner

    def depth(self, term: Looked) -> int:
        """How many look-ups stand inside a look-up."""
        if term.where is None:
            return 0
        return max((1 + self.depth(inner) for inner in self.looked_in(term.where, deep=True)), default=0)

    def params(self, exprs: Sequence[Expr]) -> list[str]:
        """The variables a function reads, in order of first use."""
        needed: dict[str, None] = {}
        for expr in exprs:
            needed.update(dict.fromkeys(self.needs(expr)))
        return list(needed)

    def needs(self, expr: Expr, row: bool = False) -> Iterator[str]:
        """The variables an expression reads. Inside a filter (`row`) fields are in hand already."""
        unit = self.function(expr)
        if unit is not None:
            fields = {self.local(f.name) for f in self.facts.values() if f.row_of}
            yield from (name for name in self.params(unit.exprs) if not (row and name in fields))
            return
        match expr:
            case Includes(fact=fact) | Documented(fact=fact):
                if not (row and fact.row_of):
                    yield self.local(fact.name)
            case Compare(left=left, right=right):
                for term in (left, right):
                    yield from self.term_needs(term, row)
            case Says() | Not() | AtLeast():
                for part in parts(expr):
                    yield from self.needs(part, row)
            case _:
                assert_never(expr)

    def term_needs(self, term: Term, row: bool) -> Iterator[str]:
        """The variables a term reads."""
        if is_looked(term):
            shared = canonical(term) in self.shared
            yield from [self.name(term)] if shared else self.look_params(term)
        elif isinstance(term, Count):
            yield self.local(term.of.name)
        elif isinstance(term, Stated):
            if not (row and term.fact.row_of):
                yield self.local(term.fact.name)
        else:
            for inner in subterms(term):
                yield from self.term_needs(inner, row)

    def look_params(self, term: Looked) -> list[str]:
        """The parameters of the function that counts records or finds a date."""
        needed = {self.local(term.of.name): None}
        if term.where is not None:
            needed.update(dict.fromkeys(self.needs(term.where, True)))
        return list(needed)

    # ------------------------------------------------------------ lines

    def look_name(self, term: Looked) -> str:
        """The function that looks a term up."""
        return f"{'find' if isinstance(term, Extreme) else 'count'}_{self.name(term)}"

    def shared_lines(self) -> list[str]:
        """What several functions need, looked up once."""
        lines = []
        for key in self.shared:
            term = self.looked[key]
            lines += call(f"{self.names[key]} = {self.look_name(term)}", self.look_params(term), "    ")
        return lines

    def look_lines(self, exprs: Sequence[Expr], deep: bool = False, known: Sequence[Expr] = ()) -> list[str]:
        """Bring the look-ups of expressions into a function, but for those of `known`."""
        lines = []
        there = {canonical(term) for expr in known for term in self.looked_in(expr, deep)}
        for key in dict.fromkeys(canonical(term) for expr in exprs for term in self.looked_in(expr, deep)):
            if key in there:
                continue
            term = self.looked[key]
            held = self.variables(term)
            value = (
                [self.names[key]] if key in self.shared else call(self.look_name(term), self.look_params(term), "    ")
            )
            lines += unpack([name for name in (held.low, held.high, held.exists) if name], value, "    ")
        return lines


def is_looked(term: Term) -> TypeGuard[Looked]:
    """A term that needs a loop over records."""
    return isinstance(term, Extreme) or (isinstance(term, Count) and term.where is not None)


def unsaid(expr: Expr) -> Expr:
    """The expression under its words."""
    return unsaid(expr.part) if isinstance(expr, Says) else expr


def all_parts(expr: Expr) -> Iterator[Expr]:
    """The expression and every one inside it, those in filters left out."""
    yield expr
    for part in parts(expr):
        yield from all_parts(part)


def snake(id: str) -> str:  # noqa: A002
    """The id of a criterion as a part of a name."""
    return id.replace("-", "_")


def _own_terms(expr: Expr) -> Iterator[Term]:
    return iter((expr.left, expr.right)) if isinstance(expr, Compare) else iter(())


def _within(term: Term) -> Iterator[Term]:
    """The term and the terms inside it, filters left out."""
    yield term
    for inner in subterms(term):
        yield from _within(inner)


def _all_facts(facts: Sequence[Fact]) -> Iterator[Fact]:
    for fact in facts:
        yield fact
        if isinstance(fact.type, Rows):
            yield from fact.type.fields


__all__ = ["Criterion", "Looked", "Unit", "Units", "all_parts", "is_looked", "snake", "unsaid"]
