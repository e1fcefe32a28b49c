"""Which functions a validator has, and what each must be handed.

A criterion is a function, and so is a named condition that is more than one
comparison. What the records of a list say (how many match, which is the latest)
is looked up once for all of them, in one pass over the list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import TypeAlias, TypeGuard, assert_never

from wiser_compiler.core.model import (
    AtLeast,
    Compare,
    Count,
    Documented,
    Expr,
    Extreme,
    Fact,
    FactValue,
    Includes,
    Literal,
    Multiple,
    Not,
    Policy,
    Records,
    Shifted,
    Sum,
    Term,
    Worded,
)
from wiser_compiler.core.normal_form import canonical
from wiser_compiler.core.walk import criterion_parts, filters, parts, subterms
from wiser_compiler.targets.python.code import Atom, call, called, unpack
from wiser_compiler.targets.python.logic import Logic, Variables
from wiser_compiler.targets.python.naming import Naming

Looked: TypeAlias = Count | Extreme


@dataclass(slots=True)
class Unit:
    """A function: whom it is for, its expressions and the parameters it takes."""

    id: str
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
    """The functions of one module, with the names that `naming` gives them."""

    def __init__(self, policy: Policy, naming: Naming) -> None:
        self.policy = policy
        self.naming = naming
        self.local = naming.local
        self.facts = {fact.name: fact for fact in _all_facts(policy.facts)}
        for name in self.facts:  # facts come first: what has a part of its name from one can better do with a `_`
            self.local(name)
        self.names: dict[str, str] = {}
        self.items: dict[tuple[str, ...], str] = {}
        self.keys: dict[int, tuple[Looked | Shifted, str]] = {}
        self.conditions: dict[str, Worded] = {}
        for criterion in policy.criteria:
            for part in criterion_parts(criterion):
                self.find_conditions(part)
        self.truths = {name: self.unit("truth", name, (says.part,)) for name, says in self.conditions.items()}
        self.verdicts = {c.id: self.unit("verdict", c.id, criterion_parts(c)) for c in policy.criteria}
        self.groups = self.find_groups()
        for unit in (*self.truths.values(), *self.verdicts.values()):
            unit.params = self.params(unit.exprs)

    def unit(self, kind: str, id: str, exprs: tuple[Expr, ...]) -> Unit:
        """A function whose parameters are not known yet."""
        return Unit(id, self.naming.function(kind, id), exprs)

    def find_conditions(self, expr: Expr) -> None:
        """Named conditions that deserve a function, innermost first."""
        for part in parts(expr):
            self.find_conditions(part)
        for _, where in filters(expr):
            self.find_conditions(where)
        # other kinds: deserve a function
        if isinstance(expr, Worded) and expr.name and not isinstance(unsaid(expr), Compare | Includes | Documented):
            self.conditions.setdefault(expr.name, expr)

    def function(self, expr: Expr) -> Unit | None:
        """The function of a named condition, if this is one."""
        return self.truths.get(expr.name) if isinstance(expr, Worded) and expr.name else None

    def called(self, says: Worded) -> Atom | None:
        """The call of a named condition."""
        unit = self.function(says)
        return None if unit is None else called(unit.name, unit.params)

    def find_groups(self) -> list[Group]:
        """Name every look-up, and put those together that can share a pass: what others need comes first."""
        passes: dict[tuple[int, str], list[Looked]] = {}
        for unit in (*self.truths.values(), *self.verdicts.values()):
            for expr in unit.exprs:
                for term in self.looked_in(expr):
                    key = self.key(term)
                    if key not in self.names:
                        self.names[key] = self.new_name(term, unit.id)
                        passes.setdefault((self.depth(term), term.of.name), []).append(term)
        groups: list[Group] = []
        for (_, of), found in self.late(passes):
            again = sum(group.rows.name == of for group in groups)
            wish = f"look_at_{of}{f'_{again + 1}' if again else ''}"
            groups.append(Group(self.naming.of("look_at", (of, again), wish), found[0].of, tuple(found)))
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
        """A look-up is called as its value; or as the list with the condition of its filter, or with who asks."""
        if isinstance(term, Extreme) and term.name:
            base = term.name
        elif isinstance(term.where, Worded) and term.where.name:
            base = f"{term.of.name}_{term.where.name}"
        else:
            base = f"{term.of.name}_for_{unit.replace('-', '_')}"
        taken = self.names.values()
        return next(name for n in count(1) if (name := base if n == 1 else f"{base}_{n}") not in taken)

    def key(self, term: Looked | Shifted) -> str:
        """What a term means, found once: the term is kept, so that its identity stays its own."""
        known = self.keys.get(id(term))
        if known is None:
            known = self.keys[id(term)] = (term, canonical(term))
        return known[1]

    def variables(self, term: Looked) -> Variables:
        """The variables that hold a look-up."""
        name = self.names[self.key(term)]
        of = self.naming.of
        if isinstance(term, Extreme):
            ends = of("low", name, f"{name}_low"), of("high", name, f"{name}_high")
            return Variables(*ends, of("exists", name, f"{name}_exists"))
        return Variables(of("fewest", name, f"fewest_{name}"), of("most", name, f"most_{name}"))

    def unclear(self, term: Count) -> str:
        """The variable that counts what may match."""
        name = self.names[self.key(term)]
        return self.naming.of("unclear", name, f"unclear_{name}")

    def logic(
        self,
        anchors: Mapping[str, Variables] | None = None,
        called: Callable[[Worded], Atom | None] | None = None,
    ) -> Logic:
        """How expressions are written inside a function; `called` may name conditions in another way."""

        def held(term: Term) -> Variables | None:
            if is_looked(term):
                return self.variables(term)
            return anchors.get(self.key(term)) if anchors and isinstance(term, Shifted) else None

        return Logic(self.naming, held, called or self.called, self.some)

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
            case Worded() | Not() | AtLeast():
                for part in parts(expr):
                    yield from self.needs(part, row)
            case _:
                assert_never(expr)

    def term_needs(self, term: Term, row: bool) -> Iterator[str]:
        """The variables a term reads."""
        if is_looked(term):
            yield from self.variables(term).all()
            return
        match term:
            case Count(of=of):
                yield self.local(of.name)
            case FactValue(fact=fact):
                if not (row and fact.row_of):
                    yield self.local(fact.name)
            case Literal() | Shifted() | Sum() | Multiple() | Extreme():
                for inner in subterms(term):
                    yield from self.term_needs(inner, row)
            case _:
                assert_never(term)

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
    match term:
        case Extreme():
            return True
        case Count(where=where):
            return where is not None
        case FactValue() | Literal() | Shifted() | Sum() | Multiple():
            return False
        case _:
            assert_never(term)


def unsaid(expr: Expr) -> Expr:
    """The expression under its words."""
    return unsaid(expr.part) if isinstance(expr, Worded) else expr


def all_parts(expr: Expr) -> Iterator[Expr]:
    """The expression and every one inside it, those in filters left out."""
    yield expr
    for part in parts(expr):
        yield from all_parts(part)


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
        if isinstance(fact.type, Records):
            yield from fact.type.fields
