"""Expressions to Python: code for when an expression is surely met, and for when it is surely not met.

Both halves are ordinary two-valued code over the chart. A fact that is not stated is None. Where that leaves the answer
open, a guard tests for None first; elsewhere an end of the range takes its place. A count or a sum over a list is a
pair of its least and most; a date or number of a list has a first and a last value, and a flag whether it exists. Where
only that is asked, whether any record matches, the flag is all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any, TypeAlias, TypeGuard, assert_never

from wiser_compiler.core.evaluate import interval, limit, reach, truth
from wiser_compiler.core.kinds import json_number, operator, sort_of
from wiser_compiler.core.model import (
    AtLeast,
    Choice,
    Compare,
    Count,
    Documented,
    Expr,
    Extreme,
    Fact,
    FactValue,
    Findings,
    Includes,
    Literal,
    Multiple,
    Not,
    Number,
    Op,
    OptionSet,
    Shifted,
    Sum,
    Term,
    Total,
    Value,
    Worded,
    YesNo,
)
from wiser_compiler.core.normal_form import as_key
from wiser_compiler.core.walk import subterms, terms
from wiser_compiler.targets.python.code import (
    NO,
    OPPOSITE,
    YES,
    Atom,
    Code,
    Truth,
    both,
    compared,
    either,
    listing,
    quoted,
    summed,
)
from wiser_compiler.targets.python.naming import Naming, attribute


@dataclass(frozen=True, slots=True)
class Variables:
    """The variables of a term that is computed beforehand: its two ends, and whether it exists; or that flag alone.

    `optional` says that they are None where the fact behind the term is not stated.
    """

    low: str
    high: str
    exists: str = ""
    optional: bool = False

    def all(self) -> list[str]:
        """Every name."""
        return [name for name in (self.low, self.high, self.exists) if name]

    def read(self, read: Read) -> Variables:
        """The same as code that reads them from the chart."""
        low, high, exists = (name and read(name, name) for name in (self.low, self.high, self.exists))
        return Variables(low, high, exists, self.optional)


Read: TypeAlias = Callable[[str, str], str]  # an attribute of the chart, and a variable that may hold it, to code


def on_chart(attribute: str, variable: str = "") -> str:  # noqa: ARG001 - as Read
    """An attribute of the chart as code."""
    return f"chart.{attribute}"


@dataclass(frozen=True, slots=True)
class Logic:
    """Writes expressions as code.

    `naming` has the names of everything. `held` gives the variables of a term that is computed beforehand, `called` the
    call of a condition with a function of its own, `some` the constant for several items, and `read` the code for an
    attribute of the chart.
    """

    naming: Naming
    held: Callable[[Term], Variables | None]
    called: Callable[[Worded], Atom | None]
    some: Callable[[Fact, tuple[str, ...]], str]
    read: Read

    def surely(self, expr: Expr, met: bool) -> Code:
        """Code that is true where the expression is surely met (or, with `met` false, surely not)."""
        match expr:
            case Worded(part=part):
                called = self.called(expr)
                return self.surely(part, met) if called is None else Truth(called, met)
            case Not(part=part):
                return self.surely(part, not met)
            case Documented(fact=fact):
                return self.stated(fact) if met else NO
            case Includes():
                return self.includes(expr, met)
            case AtLeast():
                return self.at_least(expr, met)
            case Compare():
                return self.compare(expr, met)
            case _:
                assert_never(expr)

    def name(self, fact: Fact) -> str:
        """The code for a fact: an attribute of the chart, or the variable of a field of the record in hand."""
        variable = self.naming.local(fact.name)
        return variable if fact.row_of else self.read(attribute(fact.name), variable)

    def stated(self, fact: Fact) -> Code:
        """Code that the chart states the fact."""
        return _given(self.name(fact))

    def includes(self, expr: Includes, met: bool) -> Code:
        """One item of a set, of codes or of findings."""
        fact, item, name = expr.fact, expr.item, self.name(expr.fact)
        if expr.beginning is not None:
            return both(self.stated(fact), _begin(name, [expr.beginning], met))
        if isinstance(fact.type, Findings):
            return both(self.stated(fact), Truth(Atom(f"{name}.get({quoted(item)})"), met))
        return both(self.stated(fact), compared(quoted(item), "in" if met else "not in", name))

    def at_least(self, expr: AtLeast, met: bool) -> Code:
        """Code that enough parts are surely met; or that too many are surely not met."""
        short = self.membership(expr, met) or self.overlap(expr, met) or self.whole_findings(expr, met)
        if short is not None:
            return short
        need = expr.count if met else len(expr.parts) - expr.count + 1
        parts = tuple(self.surely(part, met) for part in expr.parts)
        if need > len(parts):
            return NO
        if need == len(parts):
            return both(*parts)
        if need <= 1:
            return either(*parts) if need else YES
        return summed(parts).then(f" >= {need}")

    def membership(self, expr: AtLeast, met: bool) -> Code | None:
        """`sedation in {"deep", "general"}`: one choice, several answers."""
        options = []
        first: Fact | None = None
        for part in expr.parts:
            match part:
                case Compare(op="==", left=FactValue(fact=fact), right=Literal(value=str(value))) if first in (
                    None,
                    fact,
                ):
                    first = fact
                    options.append(value)
                case _:  # other kinds: written out one by one
                    return None
        if first is None or expr.count != 1 or len(options) < 2:
            return None
        if met:
            return _among(self.name(first), "in", options)
        return both(self.stated(first), _among(self.name(first), "not in", options))

    def overlap(self, expr: AtLeast, met: bool) -> Code | None:
        """`OTHER_PROGRAM_CODES.isdisjoint(chart.codes)`: a set or codes, and several items, or how codes begin."""
        items = [part for part in expr.parts if isinstance(part, Includes)]
        if expr.count != 1 or len(items) < 2 or len(items) < len(expr.parts):
            return None
        fact = items[0].fact
        if isinstance(fact.type, Findings) or any(item.fact != fact for item in items):
            return None
        whole = tuple(sorted(item.item for item in items if item.beginning is None))
        parts: list[Code] = []
        if len(whole) == 1:
            parts.append(compared(quoted(whole[0]), "in" if met else "not in", self.name(fact)))
        elif whole:
            disjoint = f"{self.some(fact, whole)}.isdisjoint({self.name(fact)})"
            apart = Atom(disjoint, opposite=f"not {disjoint}")
            parts.append(apart.negated() if met else apart)
        if beginnings := [item.beginning for item in items if item.beginning is not None]:
            parts.append(_begin(self.name(fact), beginnings, met))
        return both(self.stated(fact), either(*parts) if met else both(*parts))

    def whole_findings(self, expr: AtLeast, met: bool) -> Code | None:
        """Any or none of all the items of findings, as one test of their values."""
        none = all(isinstance(part, Not) for part in expr.parts) and expr.count == len(expr.parts)
        parts = [part.part if isinstance(part, Not) else part for part in expr.parts] if none else expr.parts
        if not parts or not isinstance(parts[0], Includes) or (expr.count != 1 and not none):
            return None
        fact = parts[0].fact
        if not isinstance(fact.type, Findings):
            return None
        every = tuple(Includes(fact, option.id) for option in fact.type.options)
        if tuple(parts) != every or len(every) < 2:
            return None
        name = self.name(fact)
        if met != none:  # some item is found
            return both(self.stated(fact), Atom(f"True in {name}.values()"))
        all_stated = Atom(f"len({name}) == {len(every)}")
        return both(self.stated(fact), all_stated, Atom(f"True not in {name}.values()"))

    # ------------------------------------------------------------ comparisons

    def compare(self, expr: Compare, met: bool) -> Code:
        """A comparison; with a date that does not exist it is not met."""
        simple = self.any_record(expr, met) or self.simple(expr, met)
        if simple is not None:
            return simple
        exists = [name for term in (expr.left, expr.right) for name in self.existing(term)]
        waits = waits_for(expr, met)
        guards = (name for term in (expr.left, expr.right) for name in self.guards(term, waits))
        known = both(*map(_given, guards))
        scale = self.scale(expr)
        if scale and floats_tell(expr):
            step = half_a_step(expr.op, scale)
            low, high = self.ends(expr.right, waits)
            left, right = self.ends(expr.left, waits), (f"{low} {step}", f"{high} {step}")
        else:
            left, right = (self.ends(term, waits, scale) for term in (expr.left, expr.right))
        if met:
            return both(known, *(Truth(Atom(name), True) for name in exists), _holds(expr.op, left, right))
        return either(*(Truth(Atom(name), False) for name in exists), both(known, _fails(expr.op, left, right)))

    def any_record(self, expr: Compare, met: bool) -> Code | None:
        """Whether any record matches, where the number of them matters nowhere."""
        some = some_or_none(expr)
        if some is None or not isinstance(expr.left, Count) or self.variables(expr.left).low:
            return None
        return Truth(Atom(self.variables(expr.left).exists), some is met)

    def simple(self, expr: Compare, met: bool) -> Code | None:
        """Comparisons of facts without an order, in a form that reads better."""
        match expr:
            case Compare(op="==", left=FactValue(fact=Fact(type=YesNo()) as fact), right=Literal(value=bool(value))):
                return Truth(Atom(self.name(fact)), value is met)
            case Compare(op="==", left=FactValue(fact=Fact(type=Choice()) as fact), right=Literal(value=value)):
                test = compared(self.name(fact), "==" if met else "!=", literal(value))
                return test if met else both(self.stated(fact), test)
            case Compare(op="==", left=FactValue(fact=fact), right=Literal(value=frozenset() as value)):
                sets = f"frozenset({self.name(fact)}) {'==' if met else '!='} {literal(value)}"
                return both(self.stated(fact), Atom(sets))
            case Compare(op="==", left=FactValue(fact=a), right=FactValue(fact=b)) if isinstance(
                a.type, YesNo | Choice | OptionSet
            ):
                names = [self.name(a), self.name(b)]
                if isinstance(a.type, OptionSet):
                    same = Atom(f"{self.naming.use('same_items')}({', '.join(names)})")
                    return both(self.stated(a), self.stated(b), same if met else same.negated())
                guards = (self.stated(a),) if met else (self.stated(a), self.stated(b))
                return both(*guards, Atom(f" {'==' if met else '!='} ".join(names)))
            case _:  # other kinds: compared by their ends
                return None

    def existing(self, term: Term) -> list[str]:
        """The flags whether the dates inside a term exist."""
        if isinstance(term, Extreme):
            return [self.variables(term).exists]
        return [name for inner in subterms(term) for name in self.existing(inner)]

    def guards(self, term: Term, waits: Waits) -> list[str]:
        """The variables that must not be None before a term can be computed."""
        match term:
            case FactValue(fact=fact) | Count(of=fact):
                return [self.name(fact)] if fact.name in waits else []
            case Literal() | Shifted() | Sum() | Multiple() | Extreme() | Total():
                held = self.held(term)
                guards = [name for inner in subterms(term) for name in self.guards(inner, waits)]
                return guards if held is None else [held.low] if guards else []
            case _:
                assert_never(term)

    def variables(self, term: Term) -> Variables:
        """The variables of what is looked up in a list, which is always computed beforehand."""
        held = self.held(term)
        assert held is not None, term
        return held

    def scale(self, expr: Compare) -> int:
        """How many decimal places the numbers of a computed comparison have."""
        return max(places_of(expr.left), places_of(expr.right)) if computed(expr.left) or computed(expr.right) else 0

    def ends(self, term: Term, waits: Waits = frozenset(), scale: int = 0) -> tuple[str, str]:
        """The low and the high end of a term, as code; facts that it `waits` for are stated."""
        held = self.held(term)
        if held is not None:
            if held.optional and not self.guards(term, waits):
                return _or_end(held.low, term)
            return _scaled(held.low, term, scale), _scaled(held.high, term, scale)
        match term:
            case Count(of=of, where=None):
                name, times = self.name(of), f" * {10**scale}" if scale else ""
                size = f"len({name}){times}"
                if of.name in waits:
                    return size, size
                return f"len({name} or ()){times}", f"({limit(of)} if {name} is None else len({name})){times}"
            case FactValue(fact=fact):
                name = self.name(fact)
                low, high = (name, name) if fact.name in waits else _or_end(name, term)
                return (f"round({low} * {10**scale})", f"round({high} * {10**scale})") if scale else (low, high)
            case Literal(value=value):
                number = literal(value * 10**scale if isinstance(value, Decimal) else value)
                return number, number
            case Shifted(date=inner):
                low, high = (end if end.startswith("(") else f"({end})" for end in self.ends(inner, waits))
                return f"{self.naming.mover(term)}{low}", f"{self.naming.mover(term)}{high}"
            case Sum(parts=parts):
                ends = [self.ends(part, waits, scale) for part in parts]
                return _plus([low for low, _ in ends]), _plus([high for _, high in ends])
            case Multiple(factor=factor, part=part):
                brackets = isinstance(part, Sum)
                low, high = (_times(factor, f"({end})" if brackets else end) for end in self.ends(part, waits, scale))
                return (low, high) if factor >= 0 else (high, low)
            case Count() | Extreme() | Total():
                raise AssertionError(f"{term} is looked up, not computed in place")
            case _:
                assert_never(term)


def _scaled(name: str, term: Term, scale: int) -> str:
    """What is looked up in a list, as a number of so many decimal places without its point."""
    match term:
        case Count():
            return f"{name} * {10**scale}" if scale else name
        case Total():  # has lost the point already
            more = scale - places_of(term)
            return f"{name} * {10**more}" if more else name
        case Extreme() if sort_of(term) == "number" and scale:
            return f"round({name} * {10**scale})"
        case _:  # other kinds: dates
            return name


def _begin(name: str, beginnings: list[str], met: bool) -> Code:
    """Some code of a list begins in one of these ways; or none does."""
    said = quoted(beginnings[0]) if len(beginnings) == 1 else quoted(tuple(sorted(beginnings)))
    some = f"any(code.startswith({said}) for code in {name})"
    found = Atom(some, opposite=f"not {some}")
    return found if met else found.negated()


def _given(name: str) -> Atom:
    return Atom(f"{name} is not None", opposite=f"{name} is None")


Ends: TypeAlias = tuple[str, str]
Waits: TypeAlias = frozenset[str]  # names of facts


def waits_for(expr: Compare, met: bool) -> Waits:
    """The facts that a comparison needs before it can be surely met (or surely not met).

    Every other fact may lie at either end of its range. Values between the ends need no look, since terms only add and
    move.
    """
    free = Compare(expr.op, _without_lists(expr.left), _without_lists(expr.right))
    # other kinds: `_without_lists` has replaced them
    ends = {_fact(term).name: _both_ends(term) for term in terms(free) if isinstance(term, FactValue | Count)}
    asked = {_fact(term).name for term in terms(expr) if isinstance(term, FactValue) or is_size(term)}

    def answered(case: Mapping[str, Any]) -> bool:
        if met and expr.op == "==":
            return all(interval(term, case, case).point is not None for term in (free.left, free.right))
        return truth(free, case, case) is met

    def without(name: str) -> Iterator[dict[str, Any]]:
        others = [other for other in ends if other != name]
        return (dict(zip(others, chosen, strict=True)) for chosen in product(*(ends[other] for other in others)))

    return frozenset(name for name in asked if not any(answered(case) for case in without(name)))


def _without_lists(term: Term) -> Term:
    """The term with a fact in place of each look-up in a list."""
    match term:
        case Count(of=of, where=where) if where is not None:
            return FactValue(Fact(as_key(term), Number(Decimal(0), Decimal(limit(of))), ""))
        case Extreme(field=field):
            return FactValue(Fact(as_key(term), field.type, ""))
        case Total():
            low, high, _ = interval(term, {})
            return FactValue(Fact(as_key(term), Number(low, high), ""))
        case Shifted(date=inner):
            return replace(term, date=_without_lists(inner))
        case Sum(parts=parts):
            return Sum(tuple(map(_without_lists, parts)))
        case Multiple(part=part):
            return replace(term, part=_without_lists(part))
        case FactValue() | Literal() | Count():
            return term
        case _:
            assert_never(term)


def _both_ends(term: FactValue | Count) -> tuple[Any, Any]:
    """The least and the greatest value that can be stated."""
    if isinstance(term, Count):
        return (), (None,) * limit(term.of)
    return reach(term.fact)[:2]


def _fact(term: FactValue | Count) -> Fact:
    return term.fact if isinstance(term, FactValue) else term.of


def some_or_none(expr: Compare) -> bool | None:
    """Whether a comparison asks that some record matches a filter (True) or that none does; None for other ones."""
    match expr:
        case Compare(op=op, left=Count(where=where), right=Literal(value=Decimal() as value)) if where is not None:
            return True if (op, value) in SOME else False if (op, value) in NONE else None
        case _:  # other kinds: ask for a number, or for something else
            return None


SOME: frozenset[tuple[Op, Decimal]] = frozenset(((">=", Decimal(1)), (">", Decimal(0))))
NONE: frozenset[tuple[Op, Decimal]] = frozenset((("<", Decimal(1)), ("<=", Decimal(0)), ("==", Decimal(0))))


def is_size(term: Term) -> TypeGuard[Count]:
    """Whether a count is the number of all records or items, which needs no loop."""
    return isinstance(term, Count) and term.where is None


def _or_end(name: str, term: Term) -> Ends:
    """The variable of a term, or an end of its range where it is None; with `or` where no other value is falsy."""
    low, high, _ = interval(term, {})
    decimal = places_of(term) > 0

    def end(value: Any) -> str:
        written = repr(float(value)) if decimal else literal(value)  # as the type of the fact says
        if isinstance(value, date) or value == 0 or not low <= 0 <= high:
            return f"({name} or {written})"
        return f"({written} if {name} is None else {name})"

    return end(low), end(high)


def _holds(op: Op, left: Ends, right: Ends) -> Code:
    """Code that the comparison holds for all values between the ends."""
    if op == "==":
        same = [compared(low, "==", high) for low, high in (left, right) if low != high]
        return both(*same, compared(left[0], "==", right[0]))
    upper = operator(op).below
    return compared(left[upper], op, right[not upper])


def _fails(op: Op, left: Ends, right: Ends) -> Code:
    """Code that the comparison fails for all values between the ends."""
    if op != "==":
        return _holds(operator(op).negated[0], left, right)
    if left[0] == left[1] and right[0] == right[1]:
        return compared(left[0], "!=", right[0])
    return either(compared(left[1], "<", right[0]), compared(left[0], ">", right[1]))


def _plus(parts: list[str]) -> str:
    first, *others = parts
    return first + "".join(f" - {part[1:]}" if part.startswith("-") else f" + {part}" for part in others)


def _times(factor: int, part: str) -> str:
    return f"-{part}" if factor == -1 else part if factor == 1 else f"{factor} * {part}"


# Sums up to here err by far less than half of the smallest step (0.0001) when they are floats.
EXACT = Decimal(10**9)


def floats_tell(expr: Compare) -> bool:
    """Whether sums of floats are near enough to tell one step from the next."""
    return expr.op != "==" and max(_largest(expr.left), _largest(expr.right)) <= EXACT


def half_a_step(op: Op, places: int) -> str:
    """Moves an edge between two steps: sums of decimals lie whole steps apart, and floats err by far less than half."""
    sign = "-" if operator(op).equal == operator(op).above else "+"  # down for >= and <, up for > and <=
    return f"{sign} {Decimal(5).scaleb(-places - 1)}"


def _largest(term: Term) -> Decimal:
    """The largest magnitude of a term, or more than EXACT for a term that is not bounded here."""
    match term:
        case FactValue(fact=Fact(type=Number(low=low, high=high))):
            return max(abs(low), abs(high))
        case Literal(value=Decimal() as value):
            return abs(value)
        case Count():
            return Decimal(1000)
        case Multiple(factor=factor, part=part):
            return abs(factor) * _largest(part)
        case Sum(parts=parts):
            return sum((_largest(part) for part in parts), Decimal(0))
        case _:  # other kinds: taken as without bound, so that no float is trusted
            return EXACT + 1


def computed(term: Term) -> bool:
    """Whether the numbers of a term are added or multiplied."""
    match term:
        case Sum() | Multiple() | Total():
            return True
        case FactValue() | Literal() | Shifted() | Count() | Extreme():
            return False
        case _:
            assert_never(term)


def places_of(term: Term) -> int:
    """How many decimal places the values of a term have."""
    match term:
        case (
            FactValue(fact=Fact(type=Number(places=places)))
            | Extreme(field=Fact(type=Number(places=places)))
            | Total(field=Fact(type=Number(places=places)))
        ):
            return places
        case Literal(value=Decimal() as value):
            exponent = value.normalize().as_tuple().exponent
            return max(0, -exponent) if isinstance(exponent, int) else 0
        case FactValue() | Literal() | Shifted() | Sum() | Multiple() | Count() | Extreme() | Total():
            return max((places_of(inner) for inner in subterms(term)), default=0)
        case _:
            assert_never(term)


def literal(value: Value) -> str:
    """A value of the policy as code. Dates are text; numbers are exact or the nearest float, as in a request."""
    match value:
        case Decimal():
            return repr(json_number(value))
        case date():
            return quoted(value.isoformat())
        case frozenset():
            return f"frozenset({quoted(tuple(sorted(value)))})"
        case bool() | str():
            return quoted(value)
        case _:
            assert_never(value)


def _among(name: str, op: str, options: list[str]) -> Atom:
    items = [quoted(option) for option in sorted(options)]
    opposite = listing(f"{name} {OPPOSITE[op]} {{", items, "}")
    return replace(listing(f"{name} {op} {{", items, "}"), opposite=opposite.text)
