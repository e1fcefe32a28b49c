"""The functions of a validator, and their parameters.

A criterion has a function, and so has a named condition of more than one comparison. Look-ups in a list (how many
records match, which is the latest) are made once for all functions, in one pass over the list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import TypeAlias, TypeGuard, assert_never

from wiser_compiler.core.model import (
    AtLeast,
    Compare,
    Count,
    Criterion,
    Documented,
    Expr,
    Extreme,
    Fact,
    FactValue,
    Includes,
    Literal,
    Multiple,
    Not,
    Shifted,
    Sum,
    Term,
    Total,
    Worded,
)
from wiser_compiler.core.normal_form import as_key
from wiser_compiler.core.walk import criterion_parts, filters, own_terms, parts, subexpressions, terms
from wiser_compiler.targets.python.code import Atom, called
from wiser_compiler.targets.python.logic import Logic, Read, Variables, on_chart, some_or_none
from wiser_compiler.targets.python.naming import Naming, attribute
from wiser_compiler.targets.python.types import constant, python_type

Looked: TypeAlias = Count | Extreme | Total


@dataclass(frozen=True, slots=True)
class Unit:
    """A function: the id of its criterion or condition, its expressions, and its parameters with their types."""

    id: str
    name: str
    exprs: tuple[Expr, ...]
    params: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RecordPass:
    """One pass over the records of a list, with the look-ups that share it: none needs the result of another."""

    name: str
    rows: Fact
    terms: tuple[Looked, ...]


class Units:
    """The functions of one module, with the names that `naming` gives them. `chart` is the class of what they read."""

    def __init__(
        self, facts: Sequence[Fact], criteria: Sequence[Criterion], naming: Naming, chart: str = "Chart"
    ) -> None:
        self.naming = naming
        self.chart = ("chart", chart)
        self.local = naming.local
        self.facts = {fact.name: fact for fact in facts}
        for name in self.facts:  # facts come first: names that are made from theirs take the `_`
            self.local(name)
        naming.taken.update(map(attribute, self.facts))
        self.names: dict[str, str] = {}
        self.items: dict[tuple[str, ...], str] = {}
        self.keys: dict[int, tuple[Looked | Shifted, str]] = {}
        self.conditions: dict[str, Worded] = {}
        for criterion in criteria:
            for part in criterion_parts(criterion):
                self.find_conditions(part)
        self.truths = {
            name: Unit(name, naming.function("truth", name), (says.part,), self.params(says))
            for name, says in self.conditions.items()
        }
        self.verdicts = {
            c.id: Unit(c.id, naming.function("verdict", c.id), criterion_parts(c), (self.chart,)) for c in criteria
        }
        self.criteria = criteria
        self.looked: dict[int, tuple[Looked, ...]] = {}  # by the identity of the expression of a function
        self.record_passes = self.find_passes()

    def params(self, expr: Expr) -> tuple[tuple[str, str], ...]:
        """The parameters of a condition: the chart, and the fields of the record in hand."""
        read = list(_read(expr))
        fields = {self.local(fact.name): f"{python_type(fact)} | None" for fact in read if fact and fact.row_of}
        whole = any(fact is None or not fact.row_of for fact in read)
        return (*((self.chart,) if whole else ()), *fields.items())

    def find_conditions(self, expr: Expr) -> None:
        """Named conditions that deserve a function, innermost first."""
        for part in parts(expr):
            self.find_conditions(part)
        for _, where in filters(expr):
            self.find_conditions(where)
        # other kinds: deserve a function
        if (
            isinstance(expr, Worded)
            and expr.name
            and not isinstance(strip_words(expr), Compare | Includes | Documented)
        ):
            self.conditions.setdefault(expr.name, expr)

    def function(self, expr: Expr) -> Unit | None:
        """The function of a named condition, if this is one."""
        return self.truths.get(expr.name) if isinstance(expr, Worded) and expr.name else None

    def called(self, says: Worded) -> Atom | None:
        """The call of a named condition."""
        unit = self.function(says)
        return None if unit is None else called(unit.name, [name for name, _ in unit.params])

    def find_passes(self) -> list[RecordPass]:
        """Name every look-up, and group look-ups that can share a pass. Look-ups that others need come first."""
        passes: dict[tuple[int, str], list[Looked]] = {}
        for unit in (*self.truths.values(), *self.verdicts.values()):
            for expr in unit.exprs:
                self.looked[id(expr)] = tuple(self.looked_in(expr))
                for term in self.looked[id(expr)]:
                    key = self.key(term)
                    if key not in self.names:
                        self.names[key] = self.new_name(term, unit.id)
                        passes.setdefault((self.depth(term), term.of.name), []).append(term)
        record_passes: list[RecordPass] = []
        for (_, of), found in self.late(passes):
            again = sum(record_pass.rows.name == of for record_pass in record_passes)
            wish = f"look_at_{of}{f'_{again + 1}' if again else ''}"
            record_passes.append(RecordPass(self.naming.of("look_at", (of, again), wish), found[0].of, tuple(found)))
        return record_passes

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The counts of which the number matters, and not only whether any record matches."""
        looking = (expr for unit in self.verdicts.values() for expr in unit.exprs if self.looked[id(expr)])
        comparisons = (part for expr in looking for part in subexpressions(expr) if isinstance(part, Compare))
        return frozenset(
            self.key(term)
            for part in comparisons
            if some_or_none(part) is None
            for term in own_terms(part)
            if isinstance(term, Count)
        )

    @cached_property
    def readers(self) -> Mapping[str, Criterion]:
        """The look-ups that only the test of one criterion reads: where that does not apply, nobody needs them."""
        tests: dict[str, Criterion] = {}
        others = {self.key(term) for unit in self.truths.values() for term in self.looked[id(unit.exprs[0])]}
        for criterion in self.criteria:
            for part in criterion_parts(criterion):
                looked = self.looked[id(part)]
                direct = {id(term) for term in terms(part)} if looked and part is not criterion.applies_when else ()
                for term in looked:
                    if id(term) not in direct or tests.setdefault(self.key(term), criterion) is not criterion:
                        others.add(self.key(term))
        return {key: criterion for key, criterion in tests.items() if key not in others}

    def late(self, passes: dict[tuple[int, str], list[Looked]]) -> list[tuple[tuple[int, str], list[Looked]]]:
        """The passes in order. A look-up that no other one needs goes into the last pass of its list."""
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
        """The name of a look-up: that of its value, or the list with the condition of its filter or with its first
        user.
        """
        if isinstance(term, Extreme) and term.name:
            base = term.name
        elif isinstance(term.where, Worded) and term.where.name:
            base = f"{term.of.name}_{term.where.name}"
        else:
            base = f"{term.of.name}_for_{unit.replace('-', '_')}"
        taken = self.names.values()
        return next(name for n in count(1) if (name := base if n == 1 else f"{base}_{n}") not in taken)

    def key(self, term: Looked | Shifted) -> str:
        """The normal form of a term as text, computed once. The term is kept, so that no other gets its id."""
        known = self.keys.get(id(term))
        if known is None:
            known = self.keys[id(term)] = (term, as_key(term))
        return known[1]

    def variables(self, term: Looked) -> Variables:
        """The variables of a look-up in its pass. The chart has attributes of the same names."""
        name = self.names[self.key(term)]
        of = self.naming.of
        match term:
            case Extreme():
                ends = of("low", name, f"{name}_low"), of("high", name, f"{name}_high")
                return Variables(*ends, of("exists", name, f"{name}_exists"))
            case Count() if self.key(term) not in self.numbers:
                return Variables("", "", of("exists", name, f"any_{name}"))
            case Count():
                return Variables(of("fewest", name, f"fewest_{name}"), of("most", name, f"most_{name}"))
            case Total():
                return Variables(of("least", name, f"least_{name}"), of("most", name, f"most_{name}"))
            case _:  # other kinds: need no look at records
                assert_never(term)

    def logic(
        self,
        asks: str,
        anchors: Mapping[str, Variables] | None = None,
        called: Callable[[Worded], Atom | None] | None = None,
        read: Read = on_chart,
    ) -> Logic:
        """The writer of the expressions of a criterion, a condition or a list, whose name is `asks`.

        `anchors` are dates of the request that were moved beforehand. `read` is the code for an attribute of the chart.
        """

        def held(term: Term) -> Variables | None:
            if is_looked(term):
                return self.variables(term).read(read)
            return anchors.get(self.key(term)) if anchors and isinstance(term, Shifted) else None

        return Logic(self.naming, held, called or self.called, lambda fact, items: self.some(asks, fact, items), read)

    def some(self, asks: str, fact: Fact, items: tuple[str, ...]) -> str:
        """The constant for several items of a fact, named after its first user, so that no call builds a set."""
        if items not in self.items:
            base = f"{asks.replace('-', '_')}_{fact.name}".upper()
            taken = {*self.items.values(), *map(constant, self.facts.values())}
            names = (base if n == 1 else f"{base}_{n}" for n in count(1))
            self.items[items] = next(name for name in names if name not in taken)
        return self.items[items]

    # ------------------------------------------------------------ what is looked up, and what that needs

    def looked_in(self, expr: Expr) -> Iterator[Looked]:
        """Every look-up of an expression. A look-up in the filter of another one comes first."""
        for part in parts(expr):
            yield from self.looked_in(part)
        for term in terms(expr) if isinstance(expr, Compare) else ():
            if is_looked(term):
                if term.where is not None:
                    yield from self.looked_in(term.where)
                yield term

    def depth(self, term: Looked) -> int:
        """How many levels of look-ups a look-up has inside it."""
        if term.where is None:
            return 0
        return max((1 + self.depth(inner) for inner in self.looked_in(term.where)), default=0)


def is_looked(term: Term) -> TypeGuard[Looked]:
    """Whether a term needs a loop over records."""
    match term:
        case Extreme() | Total():
            return True
        case Count(where=where):
            return where is not None
        case FactValue() | Literal() | Shifted() | Sum() | Multiple():
            return False
        case _:
            assert_never(term)


def strip_words(expr: Expr) -> Expr:
    """The expression under its words."""
    return strip_words(expr.part) if isinstance(expr, Worded) else expr


def all_parts(expr: Expr) -> Iterator[Expr]:
    """The expression and every one inside it, those in filters left out."""
    yield expr
    for part in parts(expr):
        yield from all_parts(part)


def fields_of(expr: Expr) -> list[Fact]:
    """The fields of the record in hand that an expression reads, in order of first use."""
    return list({fact.name: fact for fact in _read(expr) if fact is not None and fact.row_of}.values())


def _read(expr: Expr) -> Iterator[Fact | None]:
    """Every fact that an expression reads, those in filters left out; None for a look-up."""
    match expr:
        case Includes(fact=fact) | Documented(fact=fact):
            yield fact
        case Compare():
            for term in terms(expr):
                yield from _read_by(term)
        case Worded() | Not() | AtLeast():
            for part in parts(expr):
                yield from _read(part)
        case _:
            assert_never(expr)


def _read_by(term: Term) -> Iterator[Fact | None]:
    """The same for a term, without those inside it."""
    match term:
        case FactValue(fact=fact) | Count(of=fact, where=None):
            yield fact
        case Count() | Extreme() | Total():
            yield None
        case Literal() | Shifted() | Sum() | Multiple():
            return
        case _:
            assert_never(term)
