"""Which functions a validator has, how things are called in them, and what each must be handed.

A criterion is a function, and so is a named condition that is more than one
comparison. What the records of a list say (how many match, which is the latest)
is looked up once for all of them, in one pass over the list.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import TypeAlias, TypeGuard, assert_never

from wiser_compiler.core.canonical import canonical
from wiser_compiler.core.model import (
    AtLeast,
    Compare,
    Count,
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
)
from wiser_compiler.core.walk import criterion_parts, filters, parts, subterms
from wiser_compiler.targets.python.code import call, unpack
from wiser_compiler.targets.python.logic import Logic, Variables

Looked: TypeAlias = Count | Extreme

# Names the module uses itself; a fact of that name gets a `_` behind it.
RESERVED = frozenset(
    "request get row found sure unclear low high exists fewest most check is_valid judge reasons POLICY Any re "
    "at_least is_codes is_day is_number is_set none_of only_if problems mover test "
    "type len int str dict list set float bool tuple frozenset round all sum min max object "
    "TypeError ValueError AttributeError".split()
)
PREFIXES = ("verdict_", "truth_", "look_at_", "reason_", "fewest_", "most_", "unclear_", "is_valid_")
SUFFIXES = ("_low", "_high", "_exists")
MOVED = r"(^|_)(plus|minus)_\d+_(month|day)s?$|^unmoved$"


@dataclass(slots=True)
class Unit:
    """A function: its expressions and the parameters it takes."""

    name: str
    exprs: tuple[Expr, ...]
    params: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Group:
    """Look-ups in one list that need nothing of one another, and so share one pass over its records."""

    name: str
    rows: Fact
    terms: tuple[Looked, ...]


class Units:
    """The functions of one module. State: the names given so far."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.facts = {fact.name: fact for fact in _all_facts(policy.facts)}
        self.names: dict[str, str] = {}
        self.items: dict[tuple[str, ...], str] = {}
        self.locals: dict[str, str] = {}
        self.keys: dict[int, tuple[Looked | Shifted, str]] = {}
        self.conditions: dict[str, Says] = {}
        for criterion in policy.criteria:
            for part in criterion_parts(criterion):
                self.find_conditions(part)
        self.truths = {name: Unit(f"truth_{name}", (says.part,)) for name, says in self.conditions.items()}
        self.verdicts = {c.id: Unit(f"verdict_{snake(c.id)}", criterion_parts(c)) for c in policy.criteria}
        self.groups = self.find_groups()
        for unit in (*self.truths.values(), *self.verdicts.values()):
            unit.params = self.params(unit.exprs)

    # ------------------------------------------------------------ names

    def local(self, name: str) -> str:
        """The variable of a fact: its name, unless Python or the module needs that word."""
        if name not in self.locals:
            self.locals[name] = self.new_local(name)
        return self.locals[name]

    def new_local(self, name: str) -> str:
        """The same, for a name that was not asked for before."""
        if keyword.iskeyword(name) or keyword.issoftkeyword(name) or name in RESERVED:
            return f"{name}_"
        taken = name.startswith(PREFIXES) or name.endswith(("_", *SUFFIXES)) or re.search(MOVED, name)
        return f"{name}_" if taken else name

    def find_conditions(self, expr: Expr) -> None:
        """Named conditions that deserve a function, innermost first."""
        for part in parts(expr):
            self.find_conditions(part)
        for _, where in filters(expr):
            self.find_conditions(where)
        if isinstance(expr, Says) and expr.name and not isinstance(unsaid(expr), Compare | Includes | Documented):
            self.conditions.setdefault(expr.name, expr)

    def function(self, expr: Expr) -> Unit | None:
        """The function of a named condition, if this is one."""
        return self.truths.get(expr.name) if isinstance(expr, Says) and expr.name else None

    def called(self, says: Says) -> str | None:
        """The call of a named condition."""
        unit = self.function(says)
        return None if unit is None else f"{unit.name}({', '.join(unit.params)})"

    def find_groups(self) -> list[Group]:
        """Name every look-up, and put those together that can share a pass: what others need comes first."""
        passes: dict[tuple[int, str], list[Looked]] = {}
        for unit in (*self.truths.values(), *self.verdicts.values()):
            for expr in unit.exprs:
                for term in self.looked_in(expr):
                    key = self.key(term)
                    if key not in self.names:
                        self.names[key] = self.new_name(term, unit.name.partition("_")[2])
                        passes.setdefault((self.depth(term), term.of.name), []).append(term)
        groups: list[Group] = []
        for (_, of), found in self.late(passes):
            again = sum(group.rows.name == of for group in groups)
            name = f"look_at_{of}{f'_{again + 1}' if again else ''}"
            groups.append(Group(name, found[0].of, tuple(found)))
        return groups

    def late(self, passes: dict[tuple[int, str], list[Looked]]) -> list[tuple[tuple[int, str], list[Looked]]]:
        """The passes in order; a look-up that no other waits for goes with the last pass of its list."""
        needed = {
            self.key(inner)
            for found in passes.values()
            for term in found
            if term.where is not None
            for inner in self.looked_in(term.where)
        }
        for (depth, of), found in list(passes.items()):
            last = max(other for other, name in passes if name == of)
            waited_for = [term for term in found if self.key(term) in needed or depth == last]
            if len(waited_for) < len(found):
                passes[last, of] += [term for term in found if term not in waited_for]
                passes[depth, of] = waited_for
        return sorted(((key, found) for key, found in passes.items() if found), key=lambda item: item[0][0])

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

    def key(self, term: Looked | Shifted) -> str:
        """What a term means, found once: the term is kept, so that its identity stays its own."""
        known = self.keys.get(id(term))
        if known is None:
            known = self.keys[id(term)] = (term, canonical(term))
        return known[1]

    def variables(self, term: Looked) -> Variables:
        """The variables that hold a look-up."""
        name = self.names[self.key(term)]
        if isinstance(term, Extreme):
            return Variables(f"{name}_low", f"{name}_high", f"{name}_exists")
        return Variables(f"fewest_{name}", f"most_{name}")

    def logic(
        self,
        anchors: Mapping[str, Variables] | None = None,
        called: Callable[[Says], str | None] | None = None,
    ) -> Logic:
        """How expressions are written inside a function; `called` may name conditions in another way."""

        def held(term: Term) -> Variables | None:
            if is_looked(term):
                return self.variables(term)
            return anchors.get(self.key(term)) if anchors and isinstance(term, Shifted) else None

        return Logic(self.local, held, called or self.called, self.some)

    def some(self, fact: Fact, items: tuple[str, ...]) -> str:
        """The constant for several items of a fact, so that no set is built at each call."""
        known = sum(name.startswith(f"SOME_{fact.name.upper()}_") for name in self.items.values())
        return self.items.setdefault(items, f"SOME_{fact.name.upper()}_{known + 1}")

    # ------------------------------------------------------------ what is looked up, and what that needs

    def looked_in(self, expr: Expr) -> Iterator[Looked]:
        """Every look-up of an expression, those that the filter of another needs first."""
        for part in parts(expr):
            yield from self.looked_in(part)
        for term in _own_terms(expr):
            for inner in _within(term):
                if is_looked(inner):
                    if inner.where is not None:
                        yield from self.looked_in(inner.where)
                    yield inner

    def depth(self, term: Looked) -> int:
        """How many look-ups stand inside a look-up."""
        if term.where is None:
            return 0
        return max((1 + self.depth(inner) for inner in self.looked_in(term.where)), default=0)

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
            yield from self.variables(term).all()
        elif isinstance(term, Count):
            yield self.local(term.of.name)
        elif isinstance(term, Stated):
            if not (row and term.fact.row_of):
                yield self.local(term.fact.name)
        else:
            for inner in subterms(term):
                yield from self.term_needs(inner, row)

    def group_params(self, group: Group) -> list[str]:
        """The parameters of the function that makes a pass."""
        needed = {self.local(group.rows.name): None}
        for term in group.terms:
            if term.where is not None:
                needed.update(dict.fromkeys(self.needs(term.where, True)))
        return list(needed)

    def look_lines(self) -> list[str]:
        """The passes over the lists, and the variables they fill."""
        lines = []
        for group in self.groups:
            names = [name for term in group.terms for name in self.variables(term).all()]
            lines += unpack(names, call(group.name, self.group_params(group), "    "), "    ")
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


def snake(id: str) -> str:
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
