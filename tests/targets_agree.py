"""The answers of every target to one request, compared with `core/evaluate.py`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import (
    IN_SCOPE,
    MISSING,
    NOT_APPLICABLE,
    NOT_MET,
    READY,
    Case,
    due,
    outcome,
    truth,
    verdict,
)
from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.model import Compare, Count, Date, Extreme, FactValue, Number, Policy, Records, Total
from wiser_compiler.core.walk import criterion_parts, subexpressions, terms


def agrees(policy: Policy, module: Any, draft: Any, request: Any, twin: Any, seen: Counter[str]) -> None:
    """The validator says what the policy means; the schemas refuse and accept no more than they may."""
    case, problems = read_case(policy.facts, request)
    result = module.check(request)
    assert [(p.path, p.code) for p in result.problems] == [(p.path, p.code) for p in problems]
    schema_takes_it = draft.request.is_valid(request)
    assert twin.request.is_valid(request) == schema_takes_it
    seen["compared"] += 1
    if problems:
        seen["invalid"] += 1
        assert result.outcome == "invalid"
        assert not schema_takes_it or only_what_schemas_cannot_say(policy, problems)
        return
    assert schema_takes_it
    expected = {criterion.id: verdict(criterion, case) for criterion in policy.criteria}
    assert result.verdicts == expected
    assert module.POLICY.interpreter.verdicts(request) == tuple(expected.values())
    assert result.outcome == outcome(policy, case)
    deciding = [expected[c.id] for c in policy.criteria if c.effect != "advisory"]
    accepted, possible = draft.ready.is_valid(request), draft.possible.is_valid(request)
    assert (twin.ready.is_valid(request), twin.possible.is_valid(request)) == (accepted, possible)
    if accepted:
        assert result.outcome == (IN_SCOPE if policy.program else READY)
    if not possible:
        assert NOT_MET in deciding
    assert [deadline.day or deadline.verdict for deadline in result.deadlines()] == [
        str(due(clock, case)) for clock in policy.clocks
    ]
    seen.update(determined(policy, case))
    ready, unmet = result.outcome in (IN_SCOPE, READY), NOT_MET in deciding
    seen["neither" if not ready and not unmet else "not met" if unmet else "ready"] += 1
    seen["ready, and accepted by the schema" if accepted else "ready, and not accepted"] += ready
    seen["not met, and not refused" if possible else "not met, and refused by the schema"] += unmet
    explained(result, expected)


def determined(policy: Policy, case: Case) -> Iterator[str]:
    """What was not stated in the comparisons that are answered all the same, since it lies in its range."""
    for criterion in policy.criteria:
        for part in criterion_parts(criterion):
            for expr in subexpressions(part):
                if isinstance(expr, Compare) and not in_a_filter(expr) and truth(expr, case) is not None:
                    yield from {f"determined without a {what}" for what in unstated(expr, case)}


def in_a_filter(expr: Compare) -> bool:
    return any(term.fact.row_of for term in terms(expr) if isinstance(term, FactValue))


def unstated(expr: Compare, case: Case) -> Iterator[str]:
    """What the terms of a comparison would need."""
    for term in terms(expr):
        match term:
            case FactValue(fact=fact) if fact.name not in case:
                yield "date" if isinstance(fact.type, Date) else "number"
            case Count(of=of) if of.name not in case:
                yield "list"
            case Extreme(of=of, field=field) if of.name not in case:
                yield f"list of {kind_of(field.type).tag}s"
            case Extreme(of=of, field=field) if any(field.name not in row for row in case[of.name]):
                yield f"{kind_of(field.type).tag} of a record"
            case Total(of=of) if of.name not in case:
                yield "list of a sum"
            case Total(of=of, field=field) if any(field.name not in row for row in case[of.name]):
                yield "number of a sum"
            case _:
                pass


def explained(result: Any, expected: dict[str, str]) -> None:
    """Every reason has the truth of its verdict, and what is missing is named."""
    truths = {"met": True, NOT_MET: False, MISSING: None, NOT_APPLICABLE: False}
    for explanation in result.explain():
        assert explanation.verdict == expected[explanation.criterion.id]
        assert explanation.reason.truth is truths[explanation.verdict]
        if explanation.verdict == MISSING:
            assert explanation.missing
    json.dumps(result.as_dict(), allow_nan=False)


def only_what_schemas_cannot_say(policy: Policy, problems: Any) -> bool:
    """Decimal places, and records that repeat one another: declared in every request schema."""
    kinds = {fact.name: fact.type for fact in policy.facts}
    for problem in problems:
        _, name, *rest = problem.path.split("/")
        kind = kinds[name]
        if isinstance(kind, Records) and len(rest) == 2:
            kind = next(field.type for field in kind.fields if field.name == rest[1])
        places = isinstance(kind, Number) and kind.places > 0
        if not places and not problem.rule.startswith("repeats an earlier record"):
            return False
    return True
