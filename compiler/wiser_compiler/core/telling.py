"""What a request states, and what in a criterion its verdict hangs on, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, assert_never

from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import NOT_APPLICABLE, Case, Truth, truth, verdict
from wiser_compiler.core.model import (
    AtLeast,
    Compare,
    Criterion,
    Documented,
    Expr,
    Fact,
    Findings,
    Includes,
    Not,
    Number,
    Policy,
    Records,
    Worded,
)
from wiser_compiler.core.quoted_numbers import amount
from wiser_compiler.core.walk import parts


def base(policy: Policy) -> dict[str, Any]:
    """The first example that is a valid request."""
    valid = (dict(e.request) for e in policy.examples if not read_case(policy.facts, e.request)[1])
    return next(valid, {})


def in_words(policy: Policy, request: Mapping[str, Any]) -> str:
    """What a request states, for people: as the first example, and where it differs."""
    anchor = base(policy)
    facts = {fact.name: fact for fact in policy.facts}
    changed = [_said(facts[name], value) for name, value in request.items() if anchor.get(name) != value]
    left_out = [facts[name].words for name in anchor if name not in request and name in facts]
    if not anchor or len(changed) + len(left_out) > len(anchor):
        return "; ".join(_said(facts[name], value) for name, value in request.items()) or "nothing is stated"
    parts = [*changed, *([f"without {', '.join(left_out)}"] if left_out else [])]
    return f"as the example “{policy.examples[0].name}”" + (f", but {'; '.join(parts)}" if parts else "")


def _said(fact: Fact, value: Any) -> str:
    return f"{fact.words}: {_value(fact, value)}"


def _value(fact: Fact, value: Any) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case []:
            return "none"
        case dict() if isinstance(fact.type, Findings):
            return ", ".join(f"{key} {'yes' if found else 'no'}" for key, found in value.items()) or "none looked for"
        case list() if isinstance(fact.type, Records):
            inner = {field.name: field for field in fact.type.fields}
            return " + ".join(f"({', '.join(_said(inner[k], v) for k, v in row.items())})" for row in value)
        case list():
            return ", ".join(map(str, value))
        case int() | float() if isinstance(fact.type, Number):
            return amount(value, fact.type.unit)
        case _:  # other kinds: one JSON value, which is said as it is
            return str(value)


# ---------------------------------------------------------------- what a verdict hangs on


def deciding_tests(criterion: Criterion, case: Case) -> tuple[Worded, ...]:
    """The tests, in the order of the document, that make the verdict what it is."""
    applies = criterion.applies_when
    if applies is not None and verdict(criterion, case) == NOT_APPLICABLE:
        return tuple(dict.fromkeys(_decisive(applies, case, False)))
    return tuple(dict.fromkeys(_decisive(criterion.test, case, truth(criterion.test, case))))


def _decisive(expr: Expr, case: Case, wanted: Truth) -> Iterator[Worded]:
    """The tests in words with this truth, from the parts that make the whole so."""
    match expr:
        case Worded(part=part):
            inner = list(_decisive(part, case, wanted))
            if inner or (expr.span.line and (expr.answer or expr.quote)):
                yield from inner or (expr,)
        case Not(part=part):
            yield from _decisive(part, case, None if wanted is None else not wanted)
        case AtLeast():
            for part in parts(expr):
                if truth(part, case) is wanted:
                    yield from _decisive(part, case, wanted)
        case Compare() | Includes() | Documented():
            return
        case _:
            assert_never(expr)
