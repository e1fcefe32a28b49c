"""One meaning: every target agrees with `evaluate`, on random policies and random requests.

Everyday runs are repeatable; `make fuzz` runs 100,000 fresh pairs, and a million crossed requests.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any, TypeAlias

import pytest
from case_tables import request_of
from crossing import crossed
from floors import looked
from generated_modules import Schemas, schemas, validator
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lengths import FUZZ, one_in
from shipped import SHIPPED, invalid_requests_for, requests_for
from strategies_of_policies import policies, policies_of_ranges, thinned
from targets_agree import agrees
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import outcome_of, verdict
from wiser_compiler.core.model import Policy
from wiser_compiler.proof.strategies import invalid_requests, requests
from wiser_compiler.targets.cases import cases

REQUESTS_EACH = 5
POLICIES = 20_000 if FUZZ else 420


def agreement(examples: int) -> settings:
    """Repeatable on every run, fresh when fuzzing; a policy is compiled inside, which takes its time."""
    return settings(
        max_examples=examples,
        derandomize=not FUZZ,
        deadline=None,
        database=None,
        # A failing policy is large and slow to make smaller; the first one found is printed as it is.
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


Targets: TypeAlias = tuple[ModuleType, Schemas, Schemas]


def targets(policy: Policy) -> Targets:
    """The validator, and the schemas in both drafts."""
    return validator(policy), schemas(policy), schemas(policy, "draft-07/")


@looked({
    "compared": 100_000 if FUZZ else 2_000, "neither": 60, "ready, and accepted by the schema": 400,
    "ready, and not accepted": 80, "not met, and refused by the schema": 100, "not met, and not refused": 100,
})  # fmt: skip
@agreement(POLICIES)
@given(st.data())
def test_every_target_agrees_on_random_policies(seen: Counter[str], data: st.DataObject) -> None:
    policy = data.draw(policies())
    (module, draft, twin), drawn = targets(policy), requests(policy)
    for _ in range(REQUESTS_EACH):
        agrees(policy, module, draft, data.draw(drawn), twin, seen)


@looked({
    "determined without a number": 200, "determined without a date": 150, "determined without a list": 150,
    "determined without a list of dates": 50, "determined without a date of a record": 50,
    "determined without a list of numbers": 5, "determined without a number of a record": 20,
    "determined without a list of a sum": 20, "determined without a number of a sum": 20,
    "ready, and accepted by the schema": 80, "not met, and refused by the schema": 5,
})  # fmt: skip
@agreement(POLICIES // 3)
@given(st.data())
def test_every_target_agrees_on_what_lies_in_a_range(seen: Counter[str], data: st.DataObject) -> None:
    policy = data.draw(policies_of_ranges())
    (module, draft, twin), drawn = targets(policy), requests(policy)
    for number in range(2 * REQUESTS_EACH):
        whole = data.draw(drawn)
        if number % 2:  # a whole one is ready more often
            agrees(policy, module, draft, whole, twin, seen)
        agrees(policy, module, draft, data.draw(thinned(whole)), twin, seen)


@looked({"invalid": 25_000 if FUZZ else 500})
@agreement(POLICIES // 4)
@given(st.data())
def test_every_target_agrees_on_what_is_invalid(seen: Counter[str], data: st.DataObject) -> None:
    policy = data.draw(policies())
    (module, draft, twin), drawn = targets(policy), invalid_requests(policy)
    for _ in range(REQUESTS_EACH):
        agrees(policy, module, draft, data.draw(drawn), twin, seen)


@cache
def shipped_targets(key: str) -> Targets:
    return targets(SHIPPED[key])


@pytest.mark.parametrize("key", SHIPPED)
@looked({"invalid": 3, "ready": 1, "not met, and refused by the schema": 1, "neither": 1})
@agreement(1_500 if FUZZ else 100)
@given(st.data())
def test_every_target_agrees_on_the_shipped_policies(seen: Counter[str], key: str, data: st.DataObject) -> None:
    policy = SHIPPED[key]
    module, draft, twin = shipped_targets(key)
    drawn = requests_for(key) if data.draw(st.integers(0, 3)) else invalid_requests_for(key)
    agrees(policy, module, draft, data.draw(drawn), twin, seen)


CROSSED = 150_000 if FUZZ else 200  # of each document: over a million in all


@pytest.mark.parametrize("key", SHIPPED)
def test_requests_crossed_with_one_another_are_answered_alike(key: str) -> None:
    """Facts of requests that stand at the edges, in ever new company: cheap, so there can be a million."""
    policy = SHIPPED[key]
    module = shipped_targets(key)[0]
    parents = edge_requests(policy, 1_000 if FUZZ else 20)
    chance = Random(None if FUZZ else key)
    invalid = 0
    for _ in range(CROSSED):
        request = crossed(policy, parents, chance)
        case, problems = read_case(policy.facts, request)
        result = module.check(request)
        if problems:
            invalid += 1
            assert result.outcome == "invalid"
            continue
        found = {criterion.id: verdict(criterion, case) for criterion in policy.criteria}
        assert result.verdicts == found, request
        assert result.outcome == outcome_of(policy, lambda criterion, found=found: found[criterion.id]), request
    assert invalid < CROSSED / 4


def edge_requests(policy: Policy, drawn: int) -> list[dict[str, Any]]:
    """The examples, the requests around every bound, and others drawn at the edges."""
    found: list[dict[str, Any]] = [dict(example.request) for example in policy.examples]
    table = json.loads(next(text for path, text in cases(policy).files.items() if path.endswith(".json")))
    found += [request_of(table, row) for row in table["rows"]]

    @agreement(drawn)
    @given(requests(policy))
    def draw(request: dict[str, Any]) -> None:
        found.append(request)

    draw()
    return [request for request in found if not read_case(policy.facts, request)[1]]


@pytest.mark.parametrize("key", SHIPPED)
def test_every_example_of_a_shipped_policy_is_answered_alike_by_every_target(key: str) -> None:
    policy = SHIPPED[key]
    module, draft, twin = shipped_targets(key)
    for example in one_in(2, policy.examples):
        agrees(policy, module, draft, dict(example.request), twin, Counter())


def test_every_shipped_policy_is_held_to_its_meaning_and_the_program_too() -> None:
    written = {f"{path.parent.name}@{path.stem}" for path in Path("policies").glob("*/*.yaml")}
    assert set(SHIPPED) == written - {"common@1.0.0"}
    assert [key for key, policy in SHIPPED.items() if policy.program] == ["wiser@6.0.0"]
    assert {key.partition("@")[0] for key in SHIPPED} == {
        "cervical_fusion", "esi", "hypoglossal_stimulation", "impotence", "incontinence_devices", "knee_arthroscopy",
        "nerve_lesions", "phrenic_stimulation", "pva", "sacral_stimulation", "scs", "skin_substitutes",
        "vagus_stimulation", "wiser",
    }  # fmt: skip
