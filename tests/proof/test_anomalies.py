"""No random request contradicts a proof about a random policy, and every shown request confirms its answer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from finding_pages import PROVEN, codes_under
from floors import looked
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lengths import FUZZ
from strategies_of_policies import policies
from wiser_compiler.commands.prove import Proved
from wiser_compiler.commands.prove import prove as prove_documents
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import (
    IN_SCOPE,
    MET,
    NOT_APPLICABLE,
    READY,
    Case,
    outcome,
    truth,
    verdict,
)
from wiser_compiler.core.model import Expr, Fact, Findings, Policy, Records, Worded
from wiser_compiler.core.walk import replaced, subexpressions
from wiser_compiler.diagnostics import Report, Span
from wiser_compiler.proof.formula import fails, holds
from wiser_compiler.proof.questions.table import CONFLICT_OF_TWO, QUESTIONS, Answered
from wiser_compiler.proof.solver.solver import deciding
from wiser_compiler.proof.solver.symbolic_request import FEWEST_ROWS, WINDOW
from wiser_compiler.proof.strategies import requests

POLICIES, REQUESTS = 500 if FUZZ else 25, 200
FILE = "draft/1.0.0.yaml"


def prove(policies: Sequence[Policy], known: dict[str, Any], report: Report) -> Iterator[Proved]:
    """Every question about policies that stand in no document."""
    return prove_documents([(policy, "") for policy in policies], known, report)


OFTEN = ("never-met", "never-fails", "never-applies", "idle-test", "dead-exception", "swallowed-rule")


def placed(policy: Policy) -> Policy:
    """The policy as if it had been read from a document: everything has a place of its own."""
    lines = iter(range(2, 100_000))

    def span() -> Span:
        return Span(FILE, next(lines), 1, 2)

    def worded(expr: Expr | None) -> Expr | None:
        for inner in list(subexpressions(expr)) if expr is not None else ():
            if isinstance(inner, Worded) and not inner.span.line:
                assert expr is not None
                expr = replaced(expr, inner, replace(inner, span=span()))
        return expr

    criteria = []
    for criterion in policy.criteria:
        require = worded(criterion.require)
        assert require is not None
        applies, unless = worded(criterion.applies_when), worded(criterion.unless)
        criteria.append(replace(criterion, require=require, applies_when=applies, unless=unless, span=span()))
    facts = tuple(replace(fact, span=span()) for fact in policy.facts)
    return replace(policy, criteria=tuple(criteria), facts=facts, span=Span(FILE, 1, 1, 2))


def contradicted(policy: Policy, one: Answered, case: Case) -> bool:
    """The request shows that the anomaly is not there, by what verdicts and truth say of it."""
    question = one.question
    criterion, verdicts = question.criterion, {c.id: verdict(c, case) for c in policy.criteria}
    if question.code == "never-ready":
        return outcome(policy, case) in (READY, IN_SCOPE)
    if criterion is None:
        return False
    applies = surely(criterion.applies_when, case)
    match question.code:
        case "never-met":
            return applies and verdicts[criterion.id] == MET
        case "never-applies":
            return applies
        case "never-fails" | "swallowed-rule":
            return holds(fails(criterion), case)
        case "dead-exception":
            return applies and surely(criterion.unless, case) and not surely(criterion.require, case)
        case "implied-criterion":
            others = (c.id for c in deciding(policy) if c is not criterion)
            return holds(fails(criterion), case) and {verdicts[id] for id in others} <= {MET, NOT_APPLICABLE}
        case "conflicting-criteria" if question.others:
            return all(surely(c.applies_when, case) and verdicts[c.id] == MET for c in (criterion, *question.others))
        case "dead-test" | "idle-test":
            assert not callable(question.goal)
            return holds(question.goal, case)
        case _:
            return False


def surely(expr: Expr | None, case: Case) -> bool:
    return expr is None or truth(expr, case) is True


def within(one: Answered, request: dict[str, Any]) -> bool:
    """The solver looked at requests like this one: dates in its window, and short lists."""
    days = map(date.fromisoformat, re.findall(r"\d{4}-\d\d-\d\d", str(list(request.values()))))
    lists = [value for value in request.values() if isinstance(value, list)]
    short = all(len(value) <= FEWEST_ROWS for value in lists)
    return not one.answer.limits or (short and all(WINDOW[0] <= day <= WINDOW[1] for day in days))


def full(fact: Fact, value: Any) -> bool:
    """A value that states everything of a fact: each finding was looked for, each field of a record is there."""
    match fact.type:
        case _ if value is None:
            return False
        case Findings(options=options):
            return len(value) == len(options)
        case Records(fields=fields):
            return all(full(field, row.get(field.name)) for row in value for field in fields)
        case _:
            return True


def changed_by(policy: Policy, name: str, requests: Sequence[dict[str, Any]]) -> Iterator[tuple[Any, Any]]:
    """Requests that another value of one fact gives another verdict."""
    fact = next(fact for fact in policy.facts if fact.name == name)
    stating = [request for request in requests if full(fact, request.get(name))]
    for request, other in pairwise(stating):
        variant = {**request, name: other[name]}
        cases = [read_case(policy.facts, one) for one in (request, variant)]
        if not any(problems for _, problems in cases):
            first, second = ([verdict(c, case) for c in policy.own] for case, _ in cases)
            if first != second:
                yield request, variant


@looked(dict.fromkeys(OFTEN, REQUESTS))  # how often a request could have contradicted a finding
@settings(
    max_examples=POLICIES,
    derandomize=not FUZZ,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(st.data())
def test_no_request_contradicts_what_is_found_in_a_random_policy(seen: Counter[str], data: st.DataObject) -> None:
    policy = placed(data.draw(policies()))
    report = Report()
    (proved,) = prove([policy], {}, report)
    assert proved.questions is not None
    assert {finding.code for finding in report.found} <= codes_under(PROVEN) - {"schema-disagrees"}
    found = [one for one in proved.questions if one.found]
    assert len(report.found) <= len(found) + proved.ends["unknown"]
    for one in proved.questions:
        replays(policy, one)
    drawn = data.draw(st.lists(requests(policy), min_size=REQUESTS, max_size=REQUESTS))
    for request in drawn:
        case, problems = read_case(policy.facts, request)
        for one in found if not problems else ():
            if within(one, request):
                seen[one.question.code] += 1
                assert not contradicted(policy, one, case), (one, request)
    for one in found:
        if one.question.fact is not None:
            mine = [request for request in drawn if within(one, request)]
            assert next(changed_by(policy, one.question.fact.name, mine), None) is None


def replays(policy: Policy, one: Answered) -> None:
    """The request of a question is valid, and shows what it is said to show."""
    witness = one.answer.witness
    if witness is None or one.question.row is CONFLICT_OF_TWO:  # there one criterion alone may be what cannot be met
        return
    case, problems = read_case(policy.facts, witness)
    assert not problems
    assert callable(one.question.goal) or holds(one.question.goal, case), one
    if one.question.code in ("never-ready", "implied-criterion"):
        assert contradicted(policy, one, case), one


def test_every_code_of_the_table_is_explained() -> None:
    assert {row.code for row in QUESTIONS} | {"unproven"} == codes_under(PROVEN)
