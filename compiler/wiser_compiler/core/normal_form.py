"""The hash of a meaning: rewording keeps it, and any change of behaviour alters it.

Words for people are dropped, and expressions that can be written in several ways have one normal form. Every rewriting
is exact in the logic of `core/evaluate.py`, so policies with one hash behave alike. The converse does not hold: two
policies that behave alike may have two hashes, where no rewriting here joins them.
"""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from typing import TypeAlias, assert_never

from wiser_compiler.core.model import (
    TRUE,
    AtLeast,
    Choice,
    Clock,
    Codes,
    Compare,
    Count,
    Criterion,
    Date,
    Documented,
    Expr,
    Extreme,
    Fact,
    FactType,
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
    Policy,
    Records,
    Shifted,
    Sum,
    Term,
    Total,
    Worded,
    YesNo,
    all_of,
)
from wiser_compiler.core.walk import facts_of, subterms

Data: TypeAlias = "str | int | bool | list[Data]"

REVISION = 2  # of the logic itself: raised when an unchanged policy would answer otherwise
SHORT = 12  # digits of a hash that are enough to compare by eye
FALSE = Not(TRUE)


def meaning(policy: Policy) -> str:
    """The hash of how a policy answers requests, as hexadecimal digits."""
    return _meaning(_Itself(policy))


def meaning_of(criterion: Criterion) -> str:
    """The hash of one criterion with the facts it reads: all that its verdict depends on, and no more."""
    conditions = [_condition(criterion.applies_when), normal(criterion.test)]
    return _digest([_criterion(criterion), _facts(facts_of(all_of(*conditions)))])


class _Itself:
    """A policy that is equal only to itself: to compare two policies by content would take longer than the hash."""

    __slots__ = ("policy",)

    def __init__(self, policy: Policy) -> None:
        self.policy = policy

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.policy is other.policy

    def __hash__(self) -> int:
        return id(self.policy)


@lru_cache(1)  # one target after the other asks for the same policy
def _meaning(itself: _Itself) -> str:
    policy = itself.policy
    return _digest(
        [
            policy.program,
            [str(policy.effective), str(policy.until)],
            [*sorted(code.code for code in policy.codes)],
            _facts(policy.facts),
            _sorted([_criterion(criterion) for criterion in policy.criteria]),
            _sorted([_clock(clock) for clock in policy.clocks]),
            _sorted([[service.id, *sorted(service.codes)] for service in policy.services]),
            _sorted([[state.id, state.mac, state.jurisdiction, state.participant] for state in policy.states]),
        ]
    )


def _digest(data: Data) -> str:
    return sha256(_text([REVISION, data]).encode()).hexdigest()


def _text(data: Data) -> str:
    return json.dumps(data, ensure_ascii=True)


def _sorted(data: list[Data]) -> Data:
    return sorted(data, key=_text)


# ---------------------------------------------------------------- facts, criteria, clocks


def _facts(facts: tuple[Fact, ...]) -> Data:
    """The facts that a request may state. The order of facts and of options matters on paper alone."""
    return _sorted([[fact.name, *_type(fact.type)] for fact in facts])


def _type(kind: FactType) -> list[Data]:
    match kind:
        case YesNo():
            return ["yes or no"]
        case Note():
            return ["note"]
        case Number(low=low, high=high, places=places, unit=unit):
            return ["number", _exact(low), _exact(high), places, unit]
        case Date(first=first, last=last):
            return ["date", str(first), str(last)]
        case Choice(options=options):
            return ["choice", *sorted(option.id for option in options)]
        case OptionSet(options=options, unit=unit):
            return ["set", unit, *sorted(option.id for option in options)]
        case Findings(options=options):
            return ["findings", *sorted(option.id for option in options)]
        case Codes(system=system):
            return ["codes", system]
        case Records(fields=fields, most=most, unique=unique, unit=unit):
            return ["list", _facts(fields), most, [*sorted(unique)], unit]
        case _:
            assert_never(kind)


def _criterion(criterion: Criterion) -> Data:
    """The id of a criterion, and all that its verdict depends on. An exception is one more way to meet the test."""
    conditions = (_condition(criterion.applies_when), normal(criterion.test))
    return [criterion.id, criterion.effect, *(as_key(condition) for condition in conditions)]


def _clock(clock: Clock) -> Data:
    return [clock.id, as_key(_condition(clock.applies_when)), as_key(_term(clock.due))]


def _condition(applies_when: Expr | None) -> Expr:
    """A condition in its normal form; no condition is always met."""
    return TRUE if applies_when is None else normal(applies_when)


# ---------------------------------------------------------------- the normal form


def normal(expr: Expr) -> Expr:
    """The same condition in its normal form: with the same truth on every case."""
    match expr:
        case Worded(part=part):
            return normal(part)
        case Not(part=part):
            return _opposite(normal(part))
        case AtLeast(count=count, parts=parts):
            return _joined(count, [normal(part) for part in parts])
        case Compare(op=op, left=left, right=right):
            return _comparison(op, _term(left), _term(right))
        case Includes() | Documented():
            return expr
        case _:
            assert_never(expr)


def _opposite(expr: Expr) -> Expr:
    """Not an expression that is in normal form."""
    match expr:
        case Not(part=part):
            return part
        case AtLeast(count=count, parts=parts) if parts:
            return _joined(len(parts) - count + 1, [_opposite(part) for part in parts])
        # Without a value neither an order nor its opposite is met.
        case Compare(op="<" | "<=" as op, left=left, right=right) if _has_value(left) and _has_value(right):
            return Compare("<=" if op == "<" else "<", right, left)
        case _:  # other kinds: keep their *not*
            return Not(expr)


def _joined(count: int, parts: list[Expr]) -> Expr:
    """At least `count` of parts that are in normal form."""
    count -= parts.count(TRUE)
    parts = [part for part in parts if part not in (TRUE, FALSE)]
    if count <= 0:
        return TRUE
    if count > len(parts):
        return FALSE
    if len(parts) == 1:
        return parts[0]
    if 1 < count < len(parts):
        return AtLeast(count, tuple(sorted(parts, key=as_key)))
    every = count == len(parts)
    # A part that is written twice counts once in an `all` and in an `any`, and twice in an `at_least`.
    by_text = {as_key(inner): inner for part in parts for inner in _inside(part, every)}
    distinct = tuple(by_text[text] for text in sorted(by_text))
    return distinct[0] if len(distinct) == 1 else AtLeast(len(distinct) if every else 1, distinct)


def _inside(part: Expr, every: bool) -> tuple[Expr, ...]:
    """The parts of an `all` inside an `all`, or of an `any` inside an `any`."""
    match part:
        case AtLeast(count=count, parts=parts) if count == (len(parts) if every else 1):
            return parts
        case _:
            return (part,)


def _comparison(op: Op, left: Term, right: Term) -> Expr:
    match op:
        case ">":
            return Compare("<", right, left)
        case ">=":
            return Compare("<=", right, left)
        case "==":
            first, second = sorted((left, right), key=as_key)
            return Compare(op, first, second)
        case "<" | "<=":
            return Compare(op, left, right)
        case _:
            assert_never(op)


def _has_value(term: Term) -> bool:
    """Whether a term always has a value: it holds no latest or earliest date, and no highest or lowest number."""
    return not isinstance(term, Extreme) and all(_has_value(inner) for inner in subterms(term))


def _term(term: Term) -> Term:
    match term:
        case FactValue():
            return term
        case Literal(value=value):
            return Literal(Decimal(_exact(value))) if isinstance(value, Decimal) else term
        case Shifted(date=inner, months=months, days=days):
            return Shifted(_term(inner), months, days) if months or days else _term(inner)
        case Sum(parts=parts):
            found = [_term(part) for part in parts]
            flat = [inner for part in found for inner in (part.parts if isinstance(part, Sum) else (part,))]
            return Sum(tuple(sorted(flat, key=as_key)))
        case Multiple(factor=factor, part=part):
            return Multiple(factor, _term(part))
        case Count(where=where) | Extreme(where=where) | Total(where=where):
            return replace(term, where=_filter(where))
        case _:
            assert_never(term)


def _filter(where: Expr | None) -> Expr | None:
    """A filter in its normal form; None for one that every record passes."""
    found = None if where is None else normal(where)
    return None if found == TRUE else found


def _exact(value: Decimal) -> str:
    """One text for each number: 4.0 is 4."""
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


# ---------------------------------------------------------------- a meaning as a key


def as_key(thing: Expr | Term) -> str:
    """The meaning of an expression or term as one line of text.

    Expressions with the same text mean the same; words, quotations and spans are left out. The text serves as a key
    where comparing trees would be slow.
    """
    match thing:
        case Worded(part=part):
            return as_key(part)
        case Not(part=part):
            return f"not({as_key(part)})"
        case AtLeast(count=count, parts=parts):
            return f"at_least({count},{','.join(as_key(part) for part in parts)})"
        case Compare(op=op, left=left, right=right):
            return f"({as_key(left)}{op}{as_key(right)})"
        case Includes(fact=fact, item=item):
            return f"includes({fact.name},{item!r})"
        case Documented(fact=fact):
            return f"documented({fact.name})"
        case FactValue(fact=fact):
            return fact.name
        case Literal(value=value):
            return repr(sorted(value)) if isinstance(value, frozenset) else repr(value)
        case Shifted(date=inner, months=months, days=days):
            return f"shift({as_key(inner)},{months},{days})"
        case Sum(parts=terms):
            return f"sum({','.join(as_key(term) for term in terms)})"
        case Multiple(factor=factor, part=term):
            return f"{factor}*{as_key(term)}"
        case Count(of=of, where=where):
            return f"count({of.name},{'' if where is None else as_key(where)})"
        case Extreme(which=which, of=of, field=field, where=where):
            return f"{which}({of.name},{field.name},{'' if where is None else as_key(where)})"
        case Total(of=of, field=field, where=where):
            return f"total({of.name},{field.name},{'' if where is None else as_key(where)})"
        case _:
            assert_never(thing)
