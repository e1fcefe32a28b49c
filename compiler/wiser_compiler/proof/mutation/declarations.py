"""Slips in what a policy declares of its facts: a range, an answer, or what tells two records apart.

A request that shows such a slip is invalid in the policy and valid with the slip, or the other way round. So each slip
has a value that shows it, and an example that states the value notices it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, assert_never

from wiser_compiler.core.case import base_example
from wiser_compiler.core.kinds import as_json, json_number
from wiser_compiler.core.model import (
    Choice,
    Clock,
    Codes,
    Compare,
    Date,
    Fact,
    FactType,
    FactValue,
    Findings,
    Includes,
    Literal,
    Note,
    Number,
    OptionSet,
    Policy,
    Records,
    YesNo,
)
from wiser_compiler.core.walk import criterion_parts, own_terms, subexpressions
from wiser_compiler.core.words import amount
from wiser_compiler.proof.mutation.slips import Operator

DAY = timedelta(days=1)
ASKED = re.compile(r"(?i)\b(?:from|between) ([0-9]+(?:\.[0-9]+)?) (?:to|and) ([0-9]+(?:\.[0-9]+)?)\b")


@dataclass(frozen=True, slots=True)
class Redeclared:
    """A fact of the request before and after a slip in it or in a field of its records, with the words of both.

    `at` is the fact or the field, `kind` its type after the slip. `shows` is a value of the fact that is valid before
    and invalid after, or the other way round.
    """

    operator: Operator
    was: str
    becomes: str
    before: Fact
    after: Fact
    at: Fact
    kind: FactType
    shows: Any


def redeclared(policy: Policy) -> Iterator[Redeclared]:
    """Every slip in the facts that a document declares."""
    named = _named(policy)
    for fact in policy.own_facts:
        for operator, was, becomes, kind, value in _of_type(fact.type, named.get(fact.name, frozenset())):
            yield Redeclared(
                operator, f"{fact.words} {was}", becomes, fact, replace(fact, type=kind), fact, kind, value
            )
        if not isinstance(fact.type, Records):
            continue
        for at, field in enumerate(fact.type.fields):
            for operator, was, becomes, kind, value in _of_type(field.type, named.get(field.name, frozenset())):
                fields = list(fact.type.fields)
                fields[at] = replace(field, type=kind)
                other = replace(fact, type=replace(fact.type, fields=tuple(fields)))
                records = [_record(policy, fact) | {field.name: value}]
                yield Redeclared(operator, f"{field.words} {was}", becomes, fact, other, field, kind, records)
        yield from _of_records(policy, fact, fact.type)


_Slip = tuple[Operator, str, str, FactType, Any]


def _of_type(kind: FactType, named: frozenset[str]) -> Iterator[_Slip]:
    match kind:
        case Number(low=low, high=high, places=places):
            step = Decimal(1).scaleb(-places)
            for least in (low - step, low + step):
                if least <= high and (least >= 0 or low < 0):  # no author thinks of a score below 0
                    shows = json_number(min(low, least))
                    yield "range", *_ends("from", low, least, kind.unit), replace(kind, low=least), shows
            for most in (high - step, high + step):
                if most >= low:
                    yield (
                        "range",
                        *_ends("to", high, most, kind.unit),
                        replace(kind, high=most),
                        json_number(max(high, most)),
                    )
        case Date(first=first, last=last):
            # The first or last day of a year only keeps out days that nobody means.
            for day in (first - DAY, first + DAY) if (first.month, first.day) != (1, 1) else ():
                yield "range", f"from {first}", f"from {day}", replace(kind, first=day), as_json(min(first, day))
            for day in (last - DAY, last + DAY) if (last.month, last.day) != (12, 31) else ():
                yield "range", f"to {last}", f"to {day}", replace(kind, last=day), as_json(max(last, day))
        case Choice(options=options) | OptionSet(options=options) | Findings(options=options):
            for option in options if len(options) > 1 else ():
                if option.id not in named:  # a test that names it could not be read
                    fewer = replace(kind, options=tuple(one for one in options if one is not option))
                    yield "option", f"with {option.label}", "without it", fewer, _stating(kind, option.id)
        case YesNo() | Note() | Codes() | Records():
            return
        case _:
            assert_never(kind)


def _ends(word: str, one: Decimal, other: Decimal, unit: str) -> tuple[str, str]:
    return f"{word} {amount(one, unit)}", f"{word} {amount(other, unit)}"


def _stating(kind: FactType, option: str) -> Any:
    # other kinds: findings, as the caller says
    return option if isinstance(kind, Choice) else [option] if isinstance(kind, OptionSet) else {option: True}


def _named(policy: Policy) -> Mapping[str, frozenset[str]]:
    """The answers that tests name, by the fact."""
    found: dict[str, set[str]] = {}
    clocks = [clock.applies_when for clock in policy.clocks if isinstance(clock, Clock) and clock.applies_when]
    for whole in (*(part for criterion in policy.criteria for part in criterion_parts(criterion)), *clocks):
        for part in subexpressions(whole):
            match part:
                case Includes(fact=fact, item=item):
                    found.setdefault(fact.name, set()).add(item)
                case Compare():
                    facts = [term.fact.name for term in own_terms(part) if isinstance(term, FactValue)]
                    items = {term.value for term in own_terms(part) if isinstance(term, Literal)}
                    for name in facts:
                        found.setdefault(name, set()).update(item for item in items if isinstance(item, str))
                case _:  # other kinds: name no answer
                    pass
    return {name: frozenset(items) for name, items in found.items()}


# ---------------------------------------------------------------- what tells records apart


def _of_records(policy: Policy, fact: Fact, kind: Records) -> Iterator[Redeclared]:
    """Records that nothing tells apart, or one field fewer of several."""
    if not kind.unique:
        return
    words = f"records of {fact.words} told apart by {' and '.join(kind.unique)}"
    row = {field.name: _some(field.type) for field in kind.fields if field.name in kind.unique} | _record(policy, fact)
    none = replace(kind, unique=())
    yield Redeclared("unique", words, "not told apart", fact, replace(fact, type=none), fact, none, [row, row])
    for name in kind.unique if len(kind.unique) > 1 else ():
        fewer = replace(kind, unique=tuple(other for other in kind.unique if other != name))
        becomes = f"told apart by {' and '.join(fewer.unique)}"
        (field,) = (field for field in kind.fields if field.name == name)
        rows = [row, row | {name: _other(field.type, row[name])}]
        yield Redeclared("unique", words, becomes, fact, replace(fact, type=fewer), fact, fewer, rows)


def _record(policy: Policy, fact: Fact) -> dict[str, Any]:
    """The first record of the list in an example, or a record that states nothing."""
    requests = (base_example(policy).request, *(example.request for example in policy.examples))
    lists = (request.get(fact.name) for request in requests)
    return next((dict(rows[0]) for rows in lists if isinstance(rows, list) and rows), {})


def _some(kind: FactType) -> Any:
    """A value of a field that may tell records apart."""
    match kind:
        case YesNo():
            return True
        case Number(low=low):
            return json_number(low)
        case Date(first=first):
            return first.isoformat()
        case Choice(options=options):
            return options[0].id
        case Note() | OptionSet() | Findings() | Codes() | Records():
            return "p. 1"
        case _:
            assert_never(kind)


def _other(kind: FactType, value: Any) -> Any:
    """Another value of such a field."""
    match kind:
        case YesNo():
            return not value
        case Number(low=low, high=high):
            return json_number(high if value == json_number(low) else low)
        case Date(first=first, last=last):
            day = date.fromisoformat(value)
            return (day + DAY if day < last else first).isoformat()
        case Choice(options=options):
            return next(option.id for option in options if option.id != value)
        case Note() | OptionSet() | Findings() | Codes() | Records():
            return f"{value}, again"
        case _:
            assert_never(kind)


# ---------------------------------------------------------------- what notices it


def contradicted(slip: Redeclared) -> str:
    """How the question of a fact disagrees with the range after a slip, or an empty text: *a score from 0 to 10*."""
    kind, asked = slip.kind, ASKED.search(slip.at.ask)
    if not isinstance(kind, Number) or asked is None:
        return ""
    if (Decimal(asked[1]), Decimal(asked[2])) == (kind.low, kind.high):
        return ""
    return f"the question says {asked[0]}, and the range is {slip.becomes}"


def showing(policy: Policy, slip: Redeclared) -> Mapping[str, Any]:
    """The base example of a policy with the value that shows a slip."""
    return {**base_example(policy).request, slip.before.name: slip.shows}
