"""The edges of a policy as data: what a request may state, and the values at which each comparison changes its answer.

The edges are plain JSON values, so that they can be published beside a validator. `targets/python/package/_edges.py`
reads them and documents each entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any, TypeAlias, assert_never

from wiser_compiler.core.code_patterns import codes_beginning
from wiser_compiler.core.evaluate import IN_SCOPE, INVALID, READY
from wiser_compiler.core.kinds import as_json, json_number, kind_of, sort_of
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
    FactType,
    FactValue,
    Findings,
    Includes,
    Literal,
    Multiple,
    Not,
    Note,
    Number,
    OptionSet,
    Policy,
    Records,
    Shifted,
    Sum,
    Term,
    Total,
    Worded,
    YesNo,
)
from wiser_compiler.core.walk import criterion_facts, criterion_parts, subexpressions, terms

Json: TypeAlias = dict[str, Any]

# Well-formed codes that no policy names.
OTHER_CODES: Mapping[str, tuple[str, ...]] = {"HCPCS": ("99999", "A0000"), "ICD-10": ("A00", "Z99.89")}


@dataclass(frozen=True, slots=True)
class _Edges:
    """The edges of each fact by its name: what conditions compare it with, each once, in order of first use."""

    lines: dict[str, list[Any]] = field(default_factory=dict)
    days: dict[str, list[Any]] = field(default_factory=dict)
    same_as: dict[str, list[Any]] = field(default_factory=dict)
    named: dict[str, list[Any]] = field(default_factory=dict)
    sizes: dict[str, list[Any]] = field(default_factory=dict)

    def of(self, name: str) -> Json:
        """The edges of one fact."""
        kinds = (("lines", self.lines), ("days", self.days), ("same_as", self.same_as))
        more = (("named", self.named), ("sizes", self.sizes))
        return {kind: found[name] for kind, found in (*kinds, *more) if name in found}


def edges(policy: Policy) -> Json:
    """The facts of a policy with their edges, the facts of each criterion, and the examples."""
    found = _Edges()
    for expr in _conditions(policy):
        for part in subexpressions(expr):
            _collect(part, found)
    for code in policy.codes:
        _add(found.named, "codes", code.code)
    focuses = ([fact.name for fact in criterion_facts(criterion)] for criterion in policy.criteria)
    return {
        "facts": [_fact(fact, found) for fact in policy.facts],
        "focuses": [focus for focus in focuses if focus],
        "examples": _examples(policy),
    }


def _conditions(policy: Policy) -> Iterator[Expr]:
    for criterion in policy.criteria:
        yield from criterion_parts(criterion)
    for clock in policy.clocks:
        if clock.applies_when is not None:
            yield clock.applies_when


def _add(to: dict[str, list[Any]], name: str, value: Any) -> None:
    known = to.setdefault(name, [])
    if value not in known:
        known.append(value)


# ---------------------------------------------------------------- facts and examples


def _fact(fact: Fact, found: _Edges) -> Json:
    return {"name": fact.name, "kind": kind_of(fact.type).tag, **_type(fact.type, found), **found.of(fact.name)}


def _type(kind: FactType, found: _Edges) -> Json:
    """The rule of a fact, under the names of `Fact` in the generated package."""
    match kind:
        case YesNo() | Note():
            return {}
        case Number(low=low, high=high, places=places):
            return {"low": json_number(low), "high": json_number(high), "places": places}
        case Date(first=first, last=last):
            return {"low": first.isoformat(), "high": last.isoformat()}
        case Choice(options=options) | OptionSet(options=options) | Findings(options=options):
            return {"options": [option.id for option in options]}
        case Codes(system=system):
            return {"options": [*OTHER_CODES[system]]}
        case Records(fields=fields, most=most, unique=unique):
            rows = {"high": most, "fields": [_fact(item, found) for item in fields]}
            return {**rows, **({"unique": [*unique]} if unique else {})}
        case _:
            assert_never(kind)


def _examples(policy: Policy) -> list[Json]:
    """The valid examples: a complete one as it is, and the facts that each other example changes or leaves out."""
    # A lint has checked the examples already; to read each of them again would take longer than all else.
    valid = [example for example in policy.examples if example.outcome != INVALID]
    complete_first = sorted(valid, key=lambda example: example.outcome not in (READY, IN_SCOPE))
    requests = [dict(example.request) for example in complete_first]
    return [*requests[:1], *(_beside(requests[0], request) for request in requests[1:] if request != requests[0])]


def _beside(base: Json, request: Json) -> Json:
    changed = {name: value for name, value in request.items() if name not in base or base[name] != value}
    left_out = [name for name in base if name not in request]
    return {"set": changed, **({"without": left_out} if left_out else {})}


# ---------------------------------------------------------------- what facts are compared with


def _collect(expr: Expr, found: _Edges) -> None:
    """The edges of one expression, its parts left out."""
    match expr:
        case Includes(fact=fact):
            for code in _meant(expr):
                _add(found.named, fact.name, code)
        case Compare(left=left, right=right):
            _collect_comparison(left, right, found)
        case Worded() | Not() | AtLeast() | Documented():
            pass
        case _:
            assert_never(expr)


def _meant(expr: Includes) -> Iterator[str]:
    """The item; or of the codes that begin so the shortest, and what is one letter short of beginning so."""
    kind, beginning = expr.fact.type, expr.beginning
    if beginning is None or not isinstance(kind, Codes):
        yield expr.item
        return
    for start in (beginning, beginning[:-1]):
        yield from islice(codes_beginning(kind.system, start), 1)


def _collect_comparison(left: Term, right: Term, found: _Edges) -> None:
    match sort_of(left):
        case "number":
            _collect_line(left, right, found)
        case "date":
            _collect_days(left, right, found)
        case "answer":
            _collect_answer(left, right, found)
            _collect_answer(right, left, found)
        case _ as sort:
            assert_never(sort)


def _collect_answer(one: Term, other: Term, found: _Edges) -> None:
    match one, other:
        case FactValue(fact=fact), FactValue(fact=partner):
            _add(found.same_as, fact.name, partner.name)
        case FactValue(fact=fact), Literal(value=value):
            _add(found.named, fact.name, as_json(value))
        case _:  # other kinds: without an order only a fact is compared, and the caller asks for it on each side
            pass


def _collect_line(left: Term, right: Term, found: _Edges) -> None:
    """Collect the edge of a comparison of numbers: it lies where the weighted sum of its facts and a constant is 0."""
    weights: dict[str, Decimal] = {}
    constant = _weigh(left, Decimal(1), weights) + _weigh(right, Decimal(-1), weights)
    turning = {name: json_number(weight) for name, weight in weights.items() if weight}
    for name in turning:
        if name:
            _add(found.lines, name, [turning, json_number(constant)])
    for term in terms(Compare("==", left, right)):
        if isinstance(term, Count):
            _add(found.sizes, term.of.name, abs(int(constant)))


def _weigh(term: Term, factor: Decimal, weights: dict[str, Decimal]) -> Decimal:
    """Add the facts of a term to the weights, counts under no name. Returns the fixed part of the term."""
    match term:
        case Literal(value=value):
            return factor * Decimal(value) if isinstance(value, Decimal) else Decimal(0)
        case Multiple(factor=times, part=part):
            return _weigh(part, factor * times, weights)
        case Sum(parts=parts):
            return sum((_weigh(part, factor, weights) for part in parts), Decimal(0))
        # What a list says of a number turns, with one record, where its field does.
        case FactValue(fact=fact) | Extreme(field=fact) | Total(field=fact):
            weights[fact.name] = weights.get(fact.name, Decimal(0)) + factor
        case Count() | Shifted():
            weights[""] = weights.get("", Decimal(0)) + factor
        case _:
            assert_never(term)
    return Decimal(0)


def _collect_days(left: Term, right: Term, found: _Edges) -> None:
    """Collect the edge of a comparison of dates: it lies where one date is the other after all the moves."""
    here, there = _moves(left), _moves(right)
    for (near, moves), (far, far_moves) in ((here, there), (there, here)):
        if isinstance(near, str):
            back = [[-months, -days] for months, days in reversed(moves)]
            _add(found.days, near, [str(far), [*far_moves, *back]])


def _moves(term: Term) -> tuple[str | date, list[list[int]]]:
    """The name of a fact or a fixed date, and by how many months and days it is moved, one move after the other."""
    match term:
        case Shifted(date=inner, months=months, days=days):
            start, moves = _moves(inner)
            return start, [*moves, [months, days]]
        case FactValue(fact=fact) | Extreme(field=fact):
            return fact.name, []
        case Literal(value=date() as value):
            return value, []
        case Literal() | Sum() | Multiple() | Count() | Total():
            raise TypeError(f"{term} is not a date")
        case _:
            assert_never(term)
