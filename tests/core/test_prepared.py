"""Expressions as functions of a case say what `evaluate` says, whatever they were asked before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shipped import SHIPPED
from strategies_of_policies import policies
from wiser_compiler.core.bounds import holders, moved_each_way, places, with_part
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import NO_ROW, Case, interval, truth, verdict
from wiser_compiler.core.model import Expr, Policy, Term
from wiser_compiler.core.prepared import Prepared
from wiser_compiler.core.walk import criterion_parts, own_terms, subexpressions
from wiser_compiler.proof.strategies import requests


def cases(policy: Policy, drawn: Any) -> list[Case]:
    return [case for case, problems in (read_case(policy.facts, request) for request in drawn) if not problems]


def nodes(policy: Policy) -> Iterator[Expr]:
    for criterion in policy.criteria:
        for part in criterion_parts(criterion):
            yield from subexpressions(part)


def records(expr: Expr | Term, case: Case) -> Iterator[Case]:
    """No record, and every record of the case: fields of other lists are then not stated."""
    yield NO_ROW
    yield from (row for value in case.values() if isinstance(value, tuple) for row in value)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_expression_and_term_of_a_random_policy_has_the_value_of_the_meaning(data: st.DataObject) -> None:
    policy = data.draw(policies())
    prepared = Prepared()
    for case in cases(policy, data.draw(st.lists(requests(policy), min_size=1, max_size=4))):
        for expr in nodes(policy):
            for row in records(expr, case):
                assert prepared.test(expr)(case, row) is truth(expr, case, row)
                for term in own_terms(expr):
                    assert prepared.interval(term)(case, row) == interval(term, case, row)
        for criterion in policy.criteria:
            assert prepared.verdict(criterion)(case) == verdict(criterion, case)


@pytest.mark.parametrize("key", ["esi@6.0.0", "pva@6.0.0", "skin_substitutes@6.0.0"])
def test_every_bound_that_moves_changes_the_same_examples(key: str) -> None:
    """The parts that a moved bound leaves as they are keep their functions; what contains it gets new ones."""
    policy, prepared, differs = SHIPPED[key], Prepared(), 0
    standing_in = holders(policy)
    known = cases(policy, [dict(example.request) for example in policy.examples[::4]])
    said = {one.id: prepared.verdict(one) for one in policy.criteria}
    assert all(said[one.id](case) == verdict(one, case) for case in known for one in policy.criteria)
    for edge in (edge for place in places(policy) for edge in place.edges):
        for _, other in moved_each_way(edge):
            for criterion in standing_in[id(edge)]:
                after = with_part(criterion, edge, other)
                asked = prepared.verdict(after)
                for case in known:
                    assert asked(case) == verdict(after, case)
                    differs += asked(case) != said[criterion.id](case)
    assert differs > 10
