"""Expressions to code over columns: each becomes a column of booleans in which null is *missing*.

Column engines join booleans as Kleene does, so parts are joined by themselves. Only a comparison needs both halves, for
a fact that is not stated may lie at either end of its range: `decided(met, not met)`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias, assert_never
from typing import Literal as OneOf

from wiser_compiler.core.dates import shift
from wiser_compiler.core.evaluate import interval, limit, reach, truth
from wiser_compiler.core.kinds import kind_of, operator
from wiser_compiler.core.model import (
    AtLeast,
    Choice,
    Codes,
    Compare,
    Count,
    Date,
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
    Note,
    Number,
    Op,
    OptionSet,
    Records,
    Shifted,
    Sum,
    Term,
    Total,
    Value,
    Worded,
    YesNo,
)
from wiser_compiler.core.walk import subterms
from wiser_compiler.targets.columns.code import FALSE, NULL, TRUE, Code, Infix, Leaf, call, denied, infix
from wiser_compiler.targets.columns.schema import Table, is_float
from wiser_compiler.targets.python.code import quoted
from wiser_compiler.targets.python.logic import (
    Waits,
    computed,
    floats_tell,
    half_a_step,
    literal,
    places_of,
    waits_for,
)

Ends: TypeAlias = tuple[Code, Code]


@dataclass(frozen=True, slots=True)
class Logic:
    """Writes expressions as code over the columns of one table.

    `table` has the columns of the fact at hand, and `column` the code that reads one of them: inside a list, facts of
    the request are other columns than fields of the record. `held` gives the columns of a look-up, `moved` the two ends
    of a date that was moved beforehand, and `said` the column of a named condition, if it has one.
    """

    table: Callable[[Fact], Table]
    column: Callable[[Fact, str], Code]
    held: Callable[[Term], tuple[Code, Code, Code | None]]
    moved: Callable[[Shifted], Ends | None]
    said: Callable[[Worded], Code | None]

    def truth(self, expr: Expr) -> Code:
        """Code for the truth of an expression."""
        match expr:
            case Worded(part=part):
                said = self.said(expr)
                return self.truth(part) if said is None else said
            case Not(part=part):
                return denied(self.truth(part))
            case Documented(fact=fact):
                return self.documented(fact)
            case Includes(fact=fact, item=item):
                return self.item(fact, item)
            case AtLeast(count=count, parts=parts):
                return at_least(count, [self.truth(part) for part in parts])
            case Compare():
                return self.compare(expr)
            case _:
                assert_never(expr)

    def whole(self, fact: Fact) -> Code:
        """The column of a fact itself."""
        return self.column(fact, self.table(fact).whole(fact))

    def item(self, fact: Fact, item: str) -> Code:
        """The column of one item."""
        return self.column(fact, self.table(fact).item(fact, item))

    def items(self, fact: Fact) -> dict[str, Code]:
        """The columns of all options of a set."""
        return {item: self.column(fact, name) for item, name in self.table(fact).items(fact)}

    def set(self, fact: Fact) -> Code | None:
        """The column of a whole set as one number, if it has room."""
        name = self.table(fact).set(fact)
        return None if name is None else self.column(fact, name)

    def documented(self, fact: Fact) -> Code:
        """Met where a fact is stated, and never not met."""
        match fact.type:
            case Note() | Findings():
                return self.whole(fact)
            case YesNo() | Number() | Date() | Choice() | OptionSet() | Codes() | Records():
                return call("known", self.whole(fact))
            case _:
                assert_never(fact.type)

    # ------------------------------------------------------------ comparisons

    def compare(self, expr: Compare) -> Code:
        """A comparison; with a date that does not exist it is not met."""
        if _is_fixed(expr.left) and _is_fixed(expr.right):
            return {True: TRUE, False: FALSE, None: NULL}[truth(expr, {})]
        simple = self.simple(expr)
        if simple is not None:
            return simple
        scale = max(places_of(expr.left), places_of(expr.right))
        summed = computed(expr.left) or computed(expr.right)
        floats = summed and scale > 0 and floats_tell(expr)
        numbers = Numbers("floats" if floats else "whole" if summed else "as they are", scale)
        exists = [flag for term in (expr.left, expr.right) for flag in self.existing(term)]
        halves = []
        for wanted in (True, False):
            left, right = (self.ends(term, waits_for(expr, wanted), numbers) for term in (expr.left, expr.right))
            if floats:
                step = half_a_step(expr.op, scale)
                low, high = (infix(end, *step.split()) for end in right)
                right = low, high
            halves.append((left, right))
        met, fails = halves
        if not exists and met == fails and all(low == high for low, high in met):
            return infix(met[0][0], expr.op, met[1][0])
        holds = every([*exists, _holds(expr.op, *met)])
        broken = some([*map(denied, exists), _fails(expr.op, *fails)])
        return call("decided", holds, broken)

    def simple(self, expr: Compare) -> Code | None:
        """Comparisons of facts without an order."""
        match expr:
            case Compare(op="==", left=FactValue(fact=Fact(type=YesNo()) as fact), right=Literal(value=bool(value))):
                return self.whole(fact) if value else denied(self.whole(fact))
            case Compare(op="==", left=FactValue(fact=Fact(type=Choice()) as fact), right=Literal(value=str(value))):
                return infix(self.whole(fact), "==", quoted(value))
            case Compare(op="==", left=FactValue(fact=fact), right=Literal(value=frozenset() as value)):
                known = self.set(fact)
                if known is not None:
                    places = [option.id for option in kind_of(fact.type).options]
                    return infix(known, "==", str(sum(2 ** places.index(item) for item in value)))
                items = self.items(fact)
                return every([column if item in value else denied(column) for item, column in items.items()])
            case Compare(op="==", left=FactValue(fact=a), right=FactValue(fact=b)) if isinstance(
                a.type, YesNo | Choice | OptionSet
            ):
                return self.same(a, b)
            case _:  # other kinds: compared by their ends
                return None

    def same(self, a: Fact, b: Fact) -> Code:
        """Two facts without an order: missing while one is not stated."""
        # All but a set have one column, whose values are the same for both facts.
        options = [[option.id for option in kind_of(fact.type).options] for fact in (a, b)]
        if isinstance(a.type, OptionSet):
            sets = (self.set(a), self.set(b)) if options[0] == options[1] else (None, None)
            if sets[0] is not None and sets[1] is not None:
                return infix(sets[0], "==", sets[1])
            one, other = self.items(a), self.items(b)
            same = [
                infix(one[item], "==", other[item]) if item in one and item in other else
                denied((one | other)[item])
                for item in dict.fromkeys((*one, *other))
            ]  # fmt: skip
            stated = every([call("known", self.whole(a)), call("known", self.whole(b))])
            return call("where_known", stated, every(same))
        left, right = self.whole(a), self.whole(b)
        if options[0] != options[1]:
            left, right = call("text", left), call("text", right)
        return infix(left, "==", right)

    def existing(self, term: Term) -> list[Code]:
        """The flags whether the dates inside a term exist."""
        if isinstance(term, Extreme):
            exists = self.held(term)[2]
            assert exists is not None, term
            return [exists]
        return [flag for inner in subterms(term) for flag in self.existing(inner)]

    def ends(self, term: Term, waits: Waits, numbers: Numbers) -> Ends:
        """The low and the high end of a term; facts that it `waits` for are null where they are not stated."""
        if _is_fixed(term):
            value = interval(term, {}).low
            said = Leaf(written(numbers.literal(value) if isinstance(value, Decimal) else value))
            return said, said
        match term:
            case Count(of=of, where=None):
                return numbers.of(_filled(self.whole(of), 0, limit(of), of.name in waits))
            case FactValue(fact=fact):
                low, high, _ = reach(fact)
                ends = _filled(self.whole(fact), low, high, fact.name in waits)
                return numbers.of(ends, is_float(fact)) if isinstance(fact.type, Number) else ends
            case Literal():
                raise AssertionError(f"{term} reads no fact")
            case Shifted(date=inner, months=months, days=days):
                moved = self.moved(term)
                if moved is None:
                    lower, upper = self.ends(inner, waits, numbers)
                    return _moved(lower, months, days), _moved(upper, months, days)
                if not isinstance(inner, FactValue):  # it is never null
                    return moved
                low, high, _ = reach(inner.fact)
                first, last = shift(low, months, days), shift(high, months, days)
                return _filled(moved[0], first, last, inner.fact.name in waits)
            case Sum(parts=parts):
                added = [self.ends(part, waits, numbers) for part in parts]
                return Infix("+", tuple(low for low, _ in added)), Infix("+", tuple(high for _, high in added))
            case Multiple(factor=factor, part=part):
                lower, upper = (infix(end, "*", str(factor)) for end in self.ends(part, waits, numbers))
                return (lower, upper) if factor >= 0 else (upper, lower)
            case Count():
                return numbers.of(self.held(term)[:2])
            case Total():
                return numbers.of(self.held(term)[:2], lost=places_of(term))
            case Extreme(field=field):
                held = self.held(term)[:2]
                return numbers.of(held, is_float(field)) if isinstance(field.type, Number) else held
            case _:
                assert_never(term)


class Numbers(NamedTuple):
    """How the numbers of a comparison are written: `as they are`; as `floats`, where those are near enough; or as
    `whole` ones of so many decimal places without their point.
    """

    how: OneOf["as they are", "floats", "whole"]
    scale: int

    def literal(self, value: Decimal) -> Decimal:
        """A number of the policy."""
        return value * 10**self.scale if self.how == "whole" else value

    def of(self, ends: Ends, is_float: bool = False, lost: int = 0) -> Ends:
        """Columns of floats or of whole numbers; these may have lost so many decimal places already."""
        match self.how:
            case "as they are":
                return ends
            case "floats":
                low, high = (end if is_float else call("real", end) for end in ends)
                return low, high
            case "whole":
                low, high = (scaled(end, self.scale - lost, is_float) for end in ends)
                return low, high
            case _:
                assert_never(self.how)


def scaled(end: Code, scale: int, decimal: bool) -> Code:
    """A number without its decimal point, as a whole number; `decimal` says that it is a float."""
    if decimal:
        return call("exact", end, str(10**scale))
    return call("whole", end, *([str(10**scale)] if scale else []))


def _is_fixed(term: Term) -> bool:
    """Whether a term reads no fact."""
    match term:
        case FactValue() | Count() | Extreme() | Total():
            return False
        case Literal() | Shifted() | Sum() | Multiple():
            return all(map(_is_fixed, subterms(term)))
        case _:
            assert_never(term)


def _filled(column: Code, low: Any, high: Any, waited: bool) -> Ends:
    """The column, or the ends of its range where it is null."""
    if waited:
        return column, column
    return Leaf(f"{column.text}.fill_null({written(low)})"), Leaf(f"{column.text}.fill_null({written(high)})")


def _moved(end: Code, months: int, days: int) -> Code:
    return call("moved", end, str(months), str(days))


def written(value: Value | int | Any) -> str:
    """A value as code."""
    match value:
        case date():
            return f"date({value.year}, {value.month}, {value.day})"
        case int() | bool():
            return repr(value)
        case _:  # other kinds: as in Python
            return literal(value)


def every(parts: list[Code]) -> Code:
    """All parts."""
    kept = [part for part in parts if part != TRUE]
    return TRUE if not kept else FALSE if FALSE in kept else kept[0] if len(kept) == 1 else call("every", *kept)


def some(parts: list[Code]) -> Code:
    """Any part."""
    kept = [part for part in parts if part != FALSE]
    return FALSE if not kept else TRUE if TRUE in kept else kept[0] if len(kept) == 1 else call("some", *kept)


def at_least(count: int, parts: list[Code]) -> Code:
    """So many of the parts."""
    if count == 0:
        return TRUE
    if count == len(parts):
        return every(parts)
    if count == 1:
        return some(parts)
    return call("at_least", str(count), *parts)


def _holds(op: Op, left: Ends, right: Ends) -> Code:
    """The comparison holds for all values between the ends."""
    if op == "==":
        same = [infix(low, "==", high) for low, high in (left, right) if low != high]
        return every([*same, infix(left[0], "==", right[0])])
    upper = operator(op).below
    return infix(left[upper], op, right[not upper])


def _fails(op: Op, left: Ends, right: Ends) -> Code:
    """The comparison fails for all values between the ends."""
    if op != "==":
        return _holds(operator(op).negated[0], left, right)
    if left[0] == left[1] and right[0] == right[1]:
        return infix(left[0], "!=", right[0])
    return some([infix(left[1], "<", right[0]), infix(left[0], ">", right[1])])
