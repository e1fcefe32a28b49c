"""The answers of a form are a request and back, and what is no answer is a problem and never an exception."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from floors import looked
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lengths import FUZZ
from strategies_of_policies import policies
from wiser_compiler.core.as_data import as_data
from wiser_compiler.proof.strategies import requests as requests_of
from wiser_policies import check, form_from_request, known_versions, request_from_form
from wiser_policies._compiled import policy_of
from wiser_policies._forms import answers_of, request_of
from wiser_policies.testing import invalid_requests, requests

ROOT = Path(__file__).parents[2]
ESI = "esi@6.0.0"
READY = json.loads((ROOT / "docs/requests/esi-ready.json").read_text("utf-8"))
REPEATABLE = settings(
    max_examples=5_000 if FUZZ else 40,
    derandomize=not FUZZ,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def without_empty_findings(stated: dict[str, Any]) -> dict[str, Any]:
    """Findings without an item state nothing, and a form has no answer for them."""
    kept = {name: value for name, value in stated.items() if value != {}}
    return {
        name: [without_empty_findings(row) if isinstance(row, dict) else row for row in value]
        if isinstance(value, list)
        else value
        for name, value in kept.items()
    }


@looked({"lists": 200, "empty lists": 20, "findings": 100})
@settings(REPEATABLE, max_examples=10_000 if FUZZ else 400)
@given(st.data())
def test_a_request_is_the_same_after_a_form(seen: Counter[str], data: st.DataObject) -> None:
    policy = data.draw(st.sampled_from(known_versions()))
    request = data.draw(requests(policy))
    answers = form_from_request(request, policy)
    assert json.loads(json.dumps(answers)) == answers
    again = request_from_form(answers, policy)
    assert again == without_empty_findings(request)
    assert check(again, policy=policy).verdicts == check(request, policy=policy).verdicts
    seen["lists"] += any(isinstance(value, list) and value != [] for value in request.values())
    seen["empty lists"] += [] in request.values()
    seen["findings"] += any(isinstance(value, dict) and bool(value) for value in request.values())


@settings(REPEATABLE, max_examples=10_000 if FUZZ else 150)
@given(st.data())
def test_a_request_of_any_policy_is_the_same_after_a_form(data: st.DataObject) -> None:
    policy = data.draw(policies())
    facts = policy_of(as_data(policy)).facts
    request = data.draw(requests_of(policy))
    assert request_of(facts, answers_of(facts, request)) == without_empty_findings(request)


@REPEATABLE
@given(invalid_requests(ESI))
def test_an_invalid_request_stays_invalid_in_a_form(request: Any) -> None:
    if isinstance(request, dict):
        again = request_from_form(form_from_request(request, ESI), ESI)
        assert check(again, policy=ESI).outcome == "invalid" or again == without_empty_findings(again) != request


NO_ANSWERS: list[Any] = [None, "", {}, [], "x", 7, True, {"listed": [{}]}, {"none": True}, {"": None}]
junk = st.recursive(
    st.sampled_from([*NO_ANSWERS, "yes", "not stated", float("nan"), (1,), {1: 2}, object()]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["listed", "none", *READY]), inner),
    max_leaves=12,
)


@REPEATABLE
@given(junk | st.dictionaries(st.sampled_from(["history", "request", "contraindications"]), junk, max_size=3))
def test_no_answers_raise(answers: Any) -> None:
    check(request_from_form(answers, ESI), policy=ESI)


def test_an_untouched_form_states_nothing() -> None:
    untouched = {
        "request": {"codes": {"listed": []}, "state": "not stated", "emergency_modifier": "not stated"},
        "history": {"history": "", "pain_duration": None, "symptoms": {"radiculopathy": "not stated"}},
        "response_to_treatment": {"follow_ups": {"listed": [], "none": False}},
        "contraindications": {},
    }
    assert request_from_form(untouched, ESI) == {}


def test_answers_are_facts() -> None:
    answers = {
        "request": {"codes": {"listed": ["64483"]}, "emergency_modifier": "no"},
        "history": {"symptoms": {"radiculopathy": "yes", "claudication": "no", "radicular_pain": "not stated"}},
        "response_to_treatment": {
            "prior_sessions": {"none": True},
            "follow_ups": {"listed": [{"score": 20, "follow_up_scale": "not stated"}], "none": False},
        },
        "procedure_plan": {"planned_levels": {"none": True, "listed": []}, "bilateral": "yes"},
    }
    assert request_from_form(answers, ESI) == {
        "codes": ["64483"],
        "emergency_modifier": False,
        "symptoms": {"radiculopathy": True, "claudication": False},
        "prior_sessions": [],
        "follow_ups": [{"score": 20}],
        "planned_levels": [],
        "bilateral": True,
    }


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        ([], ("", "unknown-fact")),
        ({"history": []}, ("", "unknown-fact")),
        ({"pain_duration": 4}, ("", "unknown-fact")),
        ({"history": {"pain_durations": 4}}, ("", "unknown-fact")),
        ({"history": {"pain_duration": 4}, "elsewhere": {"pain_duration": 5}}, ("", "unknown-fact")),
        ({"history": {"limits_life": "maybe"}}, ("/limits_life", "wrong-type")),
        ({"history": {"symptoms": {"radiculopathy": "maybe"}}}, ("/symptoms/radiculopathy", "wrong-type")),
        ({"history": {"symptoms": {"fever": "yes"}}}, ("/symptoms", "unknown-option")),
        ({"history": {"symptoms": "yes"}}, ("/symptoms", "wrong-type")),
        ({"request": {"state": "Texas"}}, ("/state", "unknown-option")),
        ({"request": {"codes": ["64483"], "state": "TX"}}, None),
        ({"request": {"codes": {"listed": ["64483-LT"]}}}, ("/codes", "not-a-code")),
        ({"request": {"codes": {"listed": ["64483"], "none": True}}}, ("/codes", "wrong-type")),
        ({"request": {"codes": {"none": "yes"}}}, ("/codes", "wrong-type")),
        ({"request": {"codes": {"lists": []}}}, ("/codes", "wrong-type")),
        ({"response_to_treatment": {"follow_ups": {"listed": ["x"]}}}, ("/follow_ups/0", "not-an-object")),
        ({"response_to_treatment": {"follow_ups": {"listed": [{"y": 1}]}}}, ("/follow_ups/0", "unknown-fact")),
        ({"elsewhere": {"pain_duration": 4}}, None),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_a_problem(answers: Any, problem: tuple[str, str] | None) -> None:
    found = check(request_from_form(answers, ESI), policy=ESI).problems
    assert [(one.path, one.code) for one in found] == ([] if problem is None else [problem])


def test_a_fact_of_another_policy_is_named_as_such() -> None:
    [found] = check(request_from_form({"fracture": {"onset": "2026-01-01"}}, ESI), policy=ESI).problems
    assert found.rule.startswith("leave onset out: pva 6.0.0")


@pytest.mark.parametrize("policy", ["", "esi@9.0.0", "nobody@1.0.0", "nobody"])
def test_an_unknown_version_is_refused(policy: str) -> None:
    with pytest.raises(LookupError):
        request_from_form({}, policy)
    with pytest.raises(LookupError):
        form_from_request({}, policy)


@pytest.mark.parametrize("request_", [None, 5, "codes", []])
def test_a_request_that_is_no_object_is_no_form(request_: Any) -> None:
    with pytest.raises(TypeError, match="a request is an object whose keys are facts"):
        form_from_request(request_, ESI)
