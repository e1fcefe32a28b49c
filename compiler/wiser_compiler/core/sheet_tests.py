"""The tests of criteria as a sentence of the sheet names them: by their facts, with their bounds in words for staff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple, TypeAlias, assert_never

from wiser_compiler.core.bounds import FixedDay, fixed_days
from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.model import (
    AtLeast,
    Bound,
    Compare,
    Count,
    Criterion,
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
    OptionSet,
    Records,
    Shifted,
    Sum,
    Term,
    Total,
    Value,
    Worded,
)
from wiser_compiler.core.walk import criterion_parts, filters, own_terms, parts, subexpressions
from wiser_compiler.core.words import amount, label_of

Limit: TypeAlias = Bound | FixedDay


@dataclass(frozen=True, slots=True)
class Tested:
    """One test: the facts by which a sentence may name it, its bounds, and the answers that it wants, denied or not.

    That at least so many of a group are met is a test without facts.
    `wanted` is the value of a yes-or-no fact, or the ids of options. `expr` is the test without its words.
    """

    facts: tuple[Fact, ...]
    limits: tuple[Limit, ...]
    wanted: tuple[bool | str, ...]
    denied: bool
    every: bool
    expr: Expr

    @property
    def key(self) -> object:
        """What is the same for two tests of which a sentence speaks once."""
        return [fact.name for fact in self.facts], self.limits, self.wanted, self.denied

    @property
    def bare(self) -> bool:
        """Its bound only says that there is one at all."""
        return bool(self.limits) and all(
            isinstance(one, Bound) and one.op == ">=" and one.value == 1 for one in self.limits
        )


def tests_of(criteria: Iterable[Criterion]) -> tuple[Tested, ...]:
    """The tests of criteria, in reading order, those in filters of lists included; equal ones once."""
    found: list[Tested] = []
    keys: list[object] = []
    for criterion in criteria:
        for part in criterion_parts(criterion):
            for test in _tests(part, False, False):
                if test.key not in keys:
                    keys.append(test.key)
                    found.append(test)
    return tuple(found)


def _tests(expr: Expr, denied: bool, filtering: bool) -> Iterator[Tested]:
    """The tests below. In the filter of a list it is not said what is denied: *every* is *none without*."""
    match expr:
        case Worded(part=part, question=question, answer=answer, bounds=bounds):
            if answer or isinstance(part, Documented):
                yield _tested(part, question, bounds, denied)
                for inner in subexpressions(part):
                    for _, where in filters(inner):
                        yield from _tests(where, False, True)
            else:
                if bounds:  # at least so many of a group
                    yield Tested((), bounds, (), denied, False, part)
                yield from _tests(part, denied, filtering)
        case Not(part=part):
            yield from _tests(part, denied == filtering, filtering)
        case AtLeast(parts=inner_parts):
            for part in inner_parts:
                yield from _tests(part, denied, filtering)
        case Compare() | Includes() | Documented():
            yield _tested(expr, "", (), denied)
        case _:
            assert_never(expr)


def _tested(expr: Expr, question: str, bounds: tuple[Bound, ...], denied: bool) -> Tested:
    own = list(dict.fromkeys(_own_facts(expr)))
    asked = [fact for fact in own if fact.ask == question]
    added = [part.fact for part in _added(expr)]
    facts = tuple(dict.fromkeys([*asked[:1], *added])) if asked else tuple(own)
    # other kinds: neither deny nor join what is denied
    while isinstance(expr, Not):
        expr, denied = expr.part, not denied
    if isinstance(expr, AtLeast) and expr.parts and all(isinstance(part, Not) for part in expr.parts):
        denied = not denied
    return Tested(facts, bounds or tuple(fixed_days(expr)), _wanted(expr), denied, _every(expr), expr)


def _own_facts(expr: Expr) -> Iterator[Fact]:
    """The facts that a test is about: those on the left of its comparisons, without the filters of its lists."""
    for part in _below(expr):
        match part:
            case Includes(fact=fact) | Documented(fact=fact):
                yield fact
            case Compare(left=left):
                yield from _facts_of(left)
            case AtLeast() | Not() | Worded():
                pass
            case _:
                assert_never(part)


def _below(expr: Expr) -> Iterator[Expr]:
    yield expr
    for part in parts(expr):
        yield from _below(part)


def _facts_of(term: Term) -> Iterator[Fact]:
    for inner in own_terms(Compare("==", term, Literal(False))):
        match inner:
            case FactValue(fact=fact) | Count(of=fact) | Extreme(field=fact) | Total(field=fact):
                yield fact
            case _:  # other kinds: hold no fact themselves
                pass


def _added(expr: Expr) -> Iterator[FactValue]:
    """The numbers that are added to a count."""
    match expr:
        case Compare(left=Sum(parts=(Count(), *rest))):
            yield from (part for part in rest if isinstance(part, FactValue))
        case _:  # other kinds: count nothing
            pass


def _wanted(expr: Expr) -> tuple[bool | str, ...]:
    found: list[bool | str] = []
    for part in _below(expr):
        match part:
            case Includes(item=item):
                found.append(item)
            case Compare(op="==", left=FactValue(), right=Literal(value=bool() | str() as value)):
                found.append(value)
            case _:  # other kinds: name no answer
                pass
    return tuple(dict.fromkeys(found))


def _every(expr: Expr) -> bool:
    """All of the answers are wanted, and not one of them."""
    return isinstance(expr, AtLeast) and expr.count == len(expr.parts) > 1


# ---------------------------------------------------------------- in words


def limit_words(test: Tested) -> str:
    """The bounds of a test, or the answers that it wants: `4 weeks or more`, `before June 10, 2026`, `CT or MRI`."""
    limits = test.limits
    if len(limits) == 2 and (both := _between(*limits, test)):
        return both
    if limits:
        return " and ".join(_limit(one, test) for one in limits)
    return answers_in_words(test)


def number_words(test: Tested) -> str:
    """The numbers or days of a test without what they are compared by: `4 weeks`; empty for one that has none."""
    return " and ".join(dict.fromkeys(_number(one, test) for one in test.limits))


def answers_in_words(test: Tested) -> str:
    """The answers that a test wants."""
    labels = [label_of(fact, item) for fact in test.facts[:1] for item in test.wanted if isinstance(item, str)]
    words = joined(labels, "and" if test.every and not test.denied else "or")
    return f"not {words}" if words and test.denied else words


def joined(words: Sequence[str], joint: str) -> str:
    """Several words as one phrase."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joint} {words[-1]}" if words else ""


def _between(low: Limit, high: Limit, test: Tested) -> str:
    if low.op != ">=" or high.op != "<=":
        return ""
    if isinstance(low, Bound) and isinstance(high, Bound) and low.unit == high.unit:
        return f"{amount(low.value, '')} to {_number(high, test)}"
    return f"{_number(low, test)} to {_number(high, test)}"


def _limit(one: Limit, test: Tested) -> str:
    number, day = _number(one, test), isinstance(one, FixedDay)
    whole = isinstance(one, Bound) and one.whole
    less = "fewer" if whole else "less"
    match one.op:
        case ">=":
            return f"{number} or {'later' if day else 'more'}"
        case ">":
            return f"{'after' if day else 'more than'} {number}"
        case "<=":
            single = whole and one.value == 1
            return f"{number} or earlier" if day else f"{number} at most" if single else f"{number} or {less}"
        case "<":
            return f"{'before' if day else f'{less} than'} {number}"
        case "==":
            return f"{'on' if day else 'exactly'} {number}"
        case _:
            assert_never(one.op)


def _number(one: Limit, test: Tested) -> str:
    if isinstance(one, FixedDay):
        return day_words(one.value)
    if one.unit == "percent" or one.unit.startswith("percent "):
        share = any(isinstance(term, Multiple) for part in _below(test.expr) for term in own_terms(part))
        return "half" if one.value == 50 and share else f"{amount(one.value, '')}%"
    return amount(one.value, one.unit)


def day_words(day: date) -> str:
    """A day for people: `June 10, 2026`."""
    return f"{day:%B} {day.day}, {day.year}"


# ---------------------------------------------------------------- as data


def ticked_by(fact: Fact, item: str, test: Tested | None) -> tuple[str, tuple[Value, ...]]:
    """The place in a request (a JSON pointer) and the answers that tick a box; no place for one that is ticked by hand.

    A place without answers ticks where the request states it.
    """
    if fact.row_of:
        return "", ()
    denied = test is not None and test.denied
    match fact.type:
        case Findings():
            return (f"/{fact.name}/{item}", (not denied,)) if item else ("", ())
        case OptionSet():
            return (f"/{fact.name}", (item,)) if item else ("", ())
        case Note():
            return f"/{fact.name}", ()
        case _:  # other kinds: by one answer, if they have any
            options = [option.id for option in kind_of(fact.type).options]
            if item:
                return f"/{fact.name}", (item,)
            if test is None or isinstance(test.expr, Documented):
                return (f"/{fact.name}", ()) if test else ("", ())
            wanted: tuple[Value, ...] = test.wanted
            if denied and options:
                wanted = tuple(option for option in options if option not in wanted)
            elif denied:
                wanted = tuple(not value for value in test.wanted)
            return (f"/{fact.name}", wanted) if wanted and not test.limits else ("", ())


class WorkedOut(NamedTuple):
    """What is worked out for a blank: so many percent of a term, usually all of it."""

    term: Term
    percent: int = 100


def worked_out(test: Tested) -> WorkedOut | None:
    """What is worked out for a test: a day that is counted from another one, a sum, or a share; None for others."""
    return next((found for part in _below(test.expr) if (found := _worked_out(part)) is not None), None)


def _worked_out(expr: Expr) -> WorkedOut | None:
    match expr:
        case Compare(left=Multiple(factor=100), right=Multiple(factor=percent, part=FactValue() as base)):
            return WorkedOut(base, percent)
        case Compare(left=Shifted() | Sum() as term, right=Literal()) | Compare(right=Shifted() | Sum() as term):
            return WorkedOut(term)
        case _:  # other kinds: have nothing that is worked out
            return None


def each_worked_out(tests: Iterable[Tested]) -> list[Tested]:
    """The tests of which something is worked out, one for each such thing: a window has two ends."""
    found: dict[WorkedOut, Tested] = {}
    for test in tests:
        for part in _below(test.expr):
            if (one := _worked_out(part)) is not None:
                found.setdefault(one, replace(test, expr=part))
    return list(found.values())


def counted(test: Tested) -> Term | None:
    """The number of records that a test counts, without what is added to it."""
    terms = own_terms(test.expr) if isinstance(test.expr, Compare) else ()
    return next((term for term in terms if isinstance(term, Count)), None)


def pointer(fact: Fact) -> str:
    """The place of a fact in a request; of a field, the one of a record that is added."""
    return f"/{fact.row_of}/-/{fact.name}" if fact.row_of else f"/{fact.name}"


def is_list(fact: Fact) -> bool:
    """The fact is a list of records."""
    return isinstance(fact.type, Records)
