"""A request becomes a response of its questionnaire and comes back the same; any other response is refused."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from fhir_responses import BROKEN, PATIENT, Response, full, places, ready
from hypothesis import given, settings
from hypothesis import strategies as st
from lengths import FUZZ
from questionnaire_checks import items, misfits
from wiser_policies import check, known_versions
from wiser_policies.fhir import ItemProblemCode, request_of, response_of
from wiser_policies.testing import invalid_requests, requests

ROOT = Path(__file__).parents[2]
every_policy = pytest.mark.parametrize("key", known_versions())


@cache
def questionnaire(key: str) -> Mapping[str, Any]:
    text = (ROOT / f"generated/fhir/{key.replace('@', '/')}.questionnaire.json").read_text()
    found: Mapping[str, Any] = json.loads(text)
    return found


def stating(request: Mapping[str, Any]) -> dict[str, Any]:
    """The request without findings that have no answer: they state nothing, and no response has them."""
    found = {name: value for name, value in request.items() if value != {}}
    for name, value in found.items():
        if isinstance(value, list):
            found[name] = [stating(each) if isinstance(each, dict) else each for each in value]
    return found


# ---------------------------------------------------------------- without a loss


@every_policy
def test_a_request_comes_back_as_it_was(key: str) -> None:
    @settings(max_examples=100 if FUZZ else 20)
    @given(requests(key))
    def draw(request: dict[str, Any]) -> None:
        response, problems = response_of(request, key)
        assert response is not None
        assert problems == ()
        assert misfits(questionnaire(key), response) == []
        sent = json.loads(json.dumps(response))
        back, refused = request_of(sent)
        assert refused == ()
        assert back == stating(request)
        assert response_of(back, key) == (response, ())
        assert check(back, policy=key).verdicts == check(request, policy=key).verdicts

    draw()


def test_a_ready_request_is_ready_when_it_comes_back() -> None:
    back, _ = request_of(response_of(ready(), "esi@6.0.0")[0], "esi@6.0.0")
    assert check(back).outcome == "ready"


def test_what_is_not_stated_has_no_answer() -> None:
    response, _ = response_of({}, "esi@6.0.0")
    assert response == {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": "https://wiser-policies.example/fhir/Questionnaire/esi|6.0.0",
        "status": "in-progress",
        "item": [],
    }
    assert request_of(response) == ({}, ())


def test_an_empty_list_is_an_answer() -> None:
    stated = {"codes": [], "prior_sessions": [], "planned_levels": []}
    response, _ = response_of(stated, "esi@6.0.0")
    assert response is not None
    answers = [item["answer"][0]["valueCoding"]["code"] for item in items(response) if "answer" in item]
    assert answers == ["none"] * 3
    assert request_of(response) == (stated, ())


def test_a_record_of_which_nothing_is_known_is_kept() -> None:
    stated = {"prior_sessions": [{}, {"session_date": "2026-01-05"}]}
    assert request_of(response_of(stated, "esi@6.0.0")[0]) == (stated, ())


def test_codes_have_the_system_that_they_are_of() -> None:
    stated = {"codes": ["15271", "Q4101", "99999"], "diagnoses": ["E11.621", "M54.16"]}
    response, _ = response_of(stated, "skin_substitutes@6.0.0")
    assert response is not None
    found = {item["linkId"]: item["answer"] for item in items(response) if "answer" in item}
    cpt, icd = "http://www.ama-assn.org/go/cpt", "http://hl7.org/fhir/sid/icd-10-cm"
    assert found["codes"][0] == {"valueCoding": {"system": cpt, "code": "15271"}}
    assert found["codes"][1:] == [{"valueString": "Q4101"}, {"valueString": "99999"}]
    assert found["diagnoses"] == [{"valueCoding": {"system": icd, "code": "E11.621"}}, {"valueString": "M54.16"}]
    assert request_of(response) == (stated, ())


@pytest.mark.parametrize(
    ("code", "system"), [("Q4101", "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets"),
                         ("99999", "http://www.ama-assn.org/go/cpt")]
)  # fmt: skip
def test_a_code_that_is_not_offered_may_have_its_system(code: str, system: str) -> None:
    response = of_codes([{"valueCoding": {"system": system, "code": code}}])
    assert request_of(response) == ({"codes": [code]}, ())


def of_codes(answers: list[Any]) -> Response:
    response, _ = response_of({"codes": ["64483"]}, "esi@6.0.0")
    assert response is not None
    response["item"][0]["item"][0]["answer"] = answers
    return response


# ---------------------------------------------------------------- strict


@pytest.mark.parametrize(("link", "code", "fault"), BROKEN)
def test_a_response_that_breaks_a_rule_states_no_request(
    link: str, code: ItemProblemCode, fault: Callable[[Response], None]
) -> None:
    response = full()
    assert request_of(response, "esi@6.0.0")[1] == ()
    fault(response)
    request, problems = request_of(response, "esi@6.0.0")
    assert request is None
    assert (link, code) in [(problem.link_id, problem.code) for problem in problems]
    assert PATIENT not in repr(problems)
    known = {"", *(each["linkId"] for each in items(questionnaire("esi@6.0.0")))}
    assert {problem.link_id for problem in problems} <= known


def test_every_kind_of_problem_is_met_here() -> None:
    assert {code for _, code, _ in BROKEN} == {*get_args(ItemProblemCode)}


def test_a_response_names_its_version() -> None:
    old, _ = response_of({"codes": ["64483"]}, "esi@1.0.0")
    assert request_of(old) == ({"codes": ["64483"]}, ())
    assert [problem.code for problem in request_of(old, "esi@6.0.0")[1]] == ["other-questionnaire"]


def test_values_are_left_to_check() -> None:
    back, problems = request_of(of_codes([{"valueString": "too long"}, {"valueString": "64483"}]))
    assert problems == ()
    assert [problem.code for problem in check(back, policy="esi@6.0.0").problems] == ["not-a-code"]


def test_an_unknown_policy_is_a_mistake_of_the_caller() -> None:
    for name in ("esi", "esi@9.9.9", "nothing@1.0.0"):
        with pytest.raises(LookupError, match="there is no policy"):
            response_of({}, name)
        with pytest.raises(LookupError, match="there is no policy"):
            request_of({}, name)


@settings(max_examples=150)
@given(invalid_requests("esi@6.0.0"))
def test_an_invalid_request_has_no_response(request: object) -> None:
    response, problems = response_of(request, "esi@6.0.0")
    assert response is None
    assert problems == check(request, policy="esi@6.0.0").problems != ()


KEYS = ("linkId", "item", "answer", "x")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner),
    max_leaves=8,
)


@settings(max_examples=100)
@given(st.data())
def test_no_response_makes_it_raise(data: st.DataObject) -> None:
    response = full()
    of, key = data.draw(st.sampled_from([*places(response)]))
    of[key] = data.draw(JSON)
    request, problems = request_of(response)
    assert (request is None) == bool(problems)
    assert request_of(data.draw(JSON))[0] is None
