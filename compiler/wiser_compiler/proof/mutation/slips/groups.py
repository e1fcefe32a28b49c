"""Slips in a group: `any` for `all`, a part left out, an item for its neighbour; and `some` for `every`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from wiser_compiler.core.bounds import grade_of, moved_each_way
from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.model import (
    AtLeast,
    Bound,
    Choice,
    Compare,
    Count,
    Documented,
    Expr,
    Fact,
    FactValue,
    Includes,
    Literal,
    Multiple,
    Not,
    all_of,
)
from wiser_compiler.core.walk import subexpressions
from wiser_compiler.core.words import brief_words
from wiser_compiler.proof.mutation.slips.slip import Around, Slip


def group(whole: AtLeast, around: Around) -> Iterator[Slip]:
    """Slips of *at least k of n*."""
    count, parts = whole.count, whole.parts
    if not count or is_change(whole):
        return
    if sides := within(whole):
        one, other = sides
        turned = tuple(_inside(item, other, one) for item in items_of(other))
        before, after = f"{one.words} within {other.words}", f"{other.words} within {one.words}"
        yield Slip("direction", before, after, AtLeast(len(turned), turned), around.says.bounds)
        return
    if grade_of(whole):
        for _, new in moved_each_way(whole):
            if isinstance(new, AtLeast):  # no author writes a bound that is never met
                yield Slip("bound", brief_words(whole), brief_words(new), new, around.says.bounds)
        return
    yield from _other_count(whole, around)
    for number, part in enumerate(parts if len(parts) > 1 else ()):
        rest = (*parts[:number], *parts[number + 1 :])
        new = all_of(*rest) if count == len(parts) or len(rest) == 1 else AtLeast(count, rest)
        yield Slip("part", f"with {brief_words(part)}", "without it", new, around.says.bounds, part)
    if len(parts) > 1 and not any(isinstance(inner, Documented) for inner in subexpressions(whole)):
        yield from _with_a_negation(whole, around)
    yield from _other_items(whole, around)


def _with_a_negation(whole: AtLeast, around: Around) -> Iterator[Slip]:
    """*None of* for a group; and for *all of*, a branch more that is met wherever one of its parts is not."""
    count, parts = whole.count, whole.parts
    before, none = brief_words(whole), Not(AtLeast(1, parts))
    yield Slip("none", before, brief_words(none), none, around.says.bounds)
    for part in parts if count == len(parts) and listed(whole) is None else ():
        negated = Not(part)
        yield Slip(
            "branch", before, f"that, or {brief_words(negated)}", AtLeast(1, (whole, negated)), around.says.bounds, part
        )


def _other_count(whole: AtLeast, around: Around) -> Iterator[Slip]:
    count, parts = whole.count, whole.parts
    bound = next((b for b in around.says.bounds if (b.op, b.value, b.unit) == (">=", Decimal(count), "")), None)
    if bound is not None or 1 < count < len(parts):
        for other in (count - 1, count + 1):
            if 0 < other <= len(parts):
                bounds = around.bounds(bound, bound and replace(bound, value=Decimal(other)))
                yield Slip("count", f"at least {count}", f"at least {other}", AtLeast(other, parts), bounds)
    elif len(parts) > 1 and not _one_answer(whole):
        every = count == len(parts)
        new = AtLeast(1 if every else len(parts), parts)
        yield Slip("all or any", brief_words(whole), brief_words(new), new, around.says.bounds)
        if len(parts) > 2:
            new = AtLeast(len(parts) - 1 if every else 2, parts)
            yield Slip("count", brief_words(whole), brief_words(new), new, around.says.bounds)


def _one_answer(whole: AtLeast) -> bool:
    """Whether a group is `one_of` for a choice, so that no two of its answers hold together."""
    return listed(whole) is not None and isinstance(whole.parts[0], Compare)


def _other_items(whole: AtLeast, around: Around) -> Iterator[Slip]:
    """An item of a list of answers exchanged for the nearest answer that is not in it."""
    found = listed(whole)
    if found is None:
        return
    fact, items = found
    for number, part in enumerate(whole.parts):
        near = around.beside(fact, items, items[number])
        for other in near if items[number].endswith("*") else near[:1]:
            new = (
                Includes(fact, other) if isinstance(part, Includes) else Compare("==", FactValue(fact), Literal(other))
            )
            swapped = AtLeast(whole.count, (*whole.parts[:number], new, *whole.parts[number + 1 :]))
            yield Slip("choice", brief_words(part), brief_words(new), swapped, around.says.bounds)


def listed(whole: AtLeast) -> tuple[Fact, tuple[str, ...]] | None:
    """The fact and the items of a list of answers, such as `one_of` and `includes_any` make."""
    found: list[tuple[Fact, str]] = []
    for part in whole.parts:
        match part:
            case Includes(fact=fact, item=item):
                found.append((fact, item))
            case Compare(op="==", left=FactValue(fact=Fact(type=Choice()) as fact), right=Literal(value=str(item))):
                found.append((fact, item))
            case _:  # other kinds: no list of answers
                return None
    if not found or any(fact != found[0][0] for fact, _ in found):
        return None
    return found[0][0], tuple(item for _, item in found)


def within(whole: AtLeast) -> tuple[Fact, Fact] | None:
    """The two sets of `within`, if it made a group: each answer is not in the first, or in the second."""
    match whole.parts:
        case (AtLeast(count=1, parts=(Not(part=Includes(fact=one)), Includes(fact=other))), *_):
            made = tuple(_inside(item, one, other) for item in items_of(one))
            return (one, other) if (whole.count, whole.parts) == (len(made), made) else None
        case _:  # other kinds: not made by `within`
            return None


def items_of(fact: Fact) -> tuple[str, ...]:
    """The ids of the answers of a fact."""
    return tuple(option.id for option in kind_of(fact.type).options)


def _inside(item: str, one: Fact, other: Fact) -> AtLeast:
    return AtLeast(1, (Not(Includes(one, item)), Includes(other, item)))


def is_change(whole: AtLeast) -> bool:
    """Whether a group was made by `fell_from` or `rose_from`: a baseline above 0 and the comparison of the change."""
    match whole.parts:
        case (
            Compare(op=">", left=FactValue() as start, right=Literal(value=zero)),
            Compare(left=Multiple(factor=100), right=Multiple(part=FactValue() as other)),
        ):
            return whole.count == 2 and zero == 0 and start == other
        case _:  # other kinds: no change from a baseline
            return False


# ---------------------------------------------------------------- lists


@dataclass(frozen=True, slots=True)
class Every:
    """`every: LIST` with `where`, `has` and `if_none`, as it stood before it was lowered."""

    of: Fact
    where: Expr | None
    has: Expr
    met_if_none: bool = True

    @property
    def expr(self) -> Expr:
        """The lowered expression: no record fails it, and with `if_none: not met` there is at least one."""
        exception = Not(self.has) if self.where is None else AtLeast(2, (self.where, Not(self.has)))
        none = Compare("<=", Count(self.of, exception), Literal(Decimal(0)))
        return none if self.met_if_none else AtLeast(2, (_some(self.of, self.where), none))


def _some(of: Fact, where: Expr | None) -> Compare:
    return Compare(">=", Count(of, where), Literal(Decimal(1)))


def of_every(every: Every, bounds: tuple[Bound, ...]) -> Iterator[Slip]:
    """The slips of `every`: `some` instead, the other `if_none`, no filter."""
    both = every.has if every.where is None else AtLeast(2, (every.where, every.has))
    of = every.of.words
    yield Slip("every or some", f"every one of the {of}", f"some of the {of}", _some(every.of, both), bounds)
    here, there = ("met", "not met") if every.met_if_none else ("not met", "met")
    other = replace(every, met_if_none=not every.met_if_none)
    yield Slip("every or some", f"{here} if there are no {of}", f"{there} if there are none", other.expr, bounds)
    if every.where is not None:
        whole = replace(every, where=None).expr
        yield Slip("filter", f"{of} where {brief_words(every.where)}", f"all {of}", whole, bounds, every.where)


def of_some(some: Compare, bounds: tuple[Bound, ...]) -> Iterator[Slip]:
    """The slip `every` for `some`, with both not met where no record matches."""
    if isinstance(some.left, Count) and some.left.where is not None:
        of = some.left.of
        every = Every(of, None, some.left.where, met_if_none=False)
        yield Slip("every or some", f"some of the {of.words}", f"every one of the {of.words}", every.expr, bounds)


def is_some(expr: Expr, bounds: tuple[Bound, ...]) -> bool:
    """Whether `some` made an expression. A count with a written number is no `some`."""
    match expr:
        case Compare(op=">=", left=Count(), right=Literal(value=one)):
            return not bounds and one == 1
        case _:  # other kinds: not made by `some`
            return False


def every_in(expr: Expr, bounds: tuple[Bound, ...]) -> Every | None:
    """The `every` that made an expression, or None. A count with a written number is no `every`."""
    if bounds:
        return None
    match expr:
        case Compare(op="<=", left=Count(of=of, where=where), right=Literal(value=zero)) if zero == 0:
            return _every_without(of, where)
        case AtLeast(count=2, parts=(Compare(left=Count(where=where)) as some, rest)) if is_some(some, bounds):
            every = every_in(rest, bounds)
            return replace(every, met_if_none=False) if every is not None and every.where == where else None
        case _:  # other kinds: not made by `every`
            return None


def _every_without(of: Fact, exception: Expr | None) -> Every | None:
    match exception:
        case Not(part=has):
            return Every(of, None, has)
        case AtLeast(count=2, parts=(where, Not(part=has))):
            return Every(of, where, has)
        case _:  # other kinds: not made by `every`
            return None
