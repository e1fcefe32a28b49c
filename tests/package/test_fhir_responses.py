"""A request becomes a response of its questionnaire and comes back the same; any other response is refused."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from questionnaire_checks import items, misfits
from wiser_policies import check, known_versions
from wiser_policies.fhir import ItemProblemCode, request_of, response_of
from wiser_policies.testing import invalid_requests, requests

ROOT = Path(__file__).parents[2]
every_policy = pytest.mark.parametrize("key", known_versions())
Response = dict[str, Any]


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
    @settings(max_examples=50, database=None)
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


def ready(name: str = "esi") -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / f"docs/requests/{name}-ready.json").read_text())
    return found


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

PATIENT = "Jane Doe 1931-05-04"
OTHER = {"valueCoding": {"system": "http://snomed.info/sct", "code": PATIENT}}


def item(response: Response, link: str) -> dict[str, Any]:
    return next(found for found in items(response) if found["linkId"] == link)  # type: ignore[return-value]


def answering(link: str, *answers: Any) -> Callable[[Response], None]:
    return lambda response: item(response, link).update(answer=[*answers])


def adding(link: str, **more: Any) -> Callable[[Response], None]:
    return lambda response: (item(response, link) if link else response).update(more)


def inside(link: str, *more: Any) -> Callable[[Response], None]:
    return lambda response: (item(response, link) if link else response)["item"].extend(deepcopy(more))


def doubled(link: str) -> Callable[[Response], None]:
    return lambda response: item(response, link)["answer"].extend(deepcopy(item(response, link)["answer"]))


def said(code: str) -> dict[str, Any]:
    return {"valueCoding": {"system": "https://wiser-policies.example/fhir/CodeSystem/answers", "code": code}}


URL = "https://wiser-policies.example/fhir/Questionnaire/esi"
MODIFIER = [{"url": PATIENT, "valueBoolean": True}]

BROKEN: list[tuple[str, ItemProblemCode, Callable[[Response], None]]] = [
    ("", "not-a-response", adding("", resourceType="Questionnaire")),
    ("", "other-questionnaire", adding("", questionnaire=f"{URL}|1.0.0")),
    ("", "other-questionnaire", adding("", questionnaire=URL)),
    ("", "other-questionnaire", adding("", questionnaire="https://wiser-policies.example/fhir/Questionnaire/pva|6.0.0")),
    ("", "other-questionnaire", lambda response: response.pop("questionnaire")),
    ("", "not-in-force", adding("", status="entered-in-error")),
    ("", "not-in-force", adding("", status=["completed"])),
    ("", "modifier", adding("", modifierExtension=MODIFIER)),
    ("state", "modifier", adding("state", modifierExtension=MODIFIER)),
    ("state", "modifier", answering("state", {**OTHER, "modifierExtension": MODIFIER})),
    ("section-History", "modifier", adding("section-History", modifierExtension=MODIFIER)),
    ("", "wrong-form", adding("", item={"linkId": PATIENT})),
    ("section-History", "wrong-form", inside("section-History", PATIENT)),
    ("section-History", "wrong-form", adding("section-History", answer=[said("yes")])),
    ("symptoms", "wrong-form", adding("symptoms", answer=[said("yes")])),
    ("pregnant", "wrong-form", adding("pregnant", item=[{"linkId": PATIENT}])),
    ("pregnant", "wrong-form", adding("pregnant", answer=said("yes"))),
    ("pregnant", "wrong-form", answering("pregnant", {**said("no"), "item": [{"linkId": PATIENT}]})),
    ("", "unknown-item", inside("", {"linkId": PATIENT, "answer": [{"valueString": PATIENT}]})),
    ("", "unknown-item", inside("", {"linkId": "pregnant", "answer": [said("no")]})),
    ("", "unknown-item", inside("", {"linkId": ["x"]})),
    ("section-History", "unknown-item", inside("section-History", {"linkId": "pregnant", "answer": [said("no")]})),
    ("symptoms", "unknown-item", inside("symptoms", {"linkId": "symptoms.fever", "answer": [said("found")]})),
    ("prior_sessions-record", "unknown-item", inside("prior_sessions-record", {"linkId": "prior_sessions.score"})),
    ("pregnant", "repeated-item", inside("section-Patient", {"linkId": "pregnant", "answer": [said("yes")]})),
    ("section-Patient", "repeated-item", inside("", {"linkId": "section-Patient"})),
    ("pregnant", "several-answers", doubled("pregnant")),
    ("pain_duration", "several-answers", doubled("pain_duration")),
    ("service_date", "several-answers", doubled("service_date")),
    ("pregnant", "wrong-value", answering("pregnant", {"valueBoolean": False})),
    ("pregnant", "wrong-value", answering("pregnant", {})),
    ("pregnant", "wrong-value", answering("pregnant", {**said("yes"), "valueString": PATIENT})),
    ("pregnant", "wrong-value", answering("pregnant", {"valueCoding": {"code": "yes"}})),
    ("pain_duration", "wrong-value", answering("pain_duration", {"valueDecimal": 4})),
    ("pain_duration", "wrong-value", answering("pain_duration", {"valueInteger": "4"})),
    ("pain_duration", "wrong-value", answering("pain_duration", {"valueInteger": True})),
    ("pain_duration", "wrong-value", answering("pain_duration", {"valueInteger": 4.5})),
    ("pain_duration", "wrong-value", answering("pain_duration", {"valueQuantity": {"value": 4, "code": "wk"}})),
    ("history", "wrong-value", answering("history", {"valueString": 3})),
    ("service_date", "wrong-value", answering("service_date", {"valueDateTime": "2026-05-04T00:00:00Z"})),
    ("codes", "wrong-value", answering("codes", {"valueCode": "64483"})),
    ("state", "foreign-system", answering("state", OTHER)),
    ("state", "foreign-system", answering("state", said("TX"))),
    ("pregnant", "foreign-system", answering("pregnant", OTHER)),
    ("codes", "foreign-system", answering("codes", {"valueCoding": {"system": "https://hcpcs.codes/", "code": "1"}})),
    ("planned_levels", "foreign-system", answering("planned_levels", OTHER)),
    ("prior_sessions.approach", "foreign-system", answering("prior_sessions.approach", OTHER)),
    ("symptoms.radiculopathy", "foreign-system", answering("symptoms.radiculopathy", OTHER)),
    ("pregnant", "unknown-answer", answering("pregnant", said("found"))),
    ("pregnant", "unknown-answer", answering("pregnant", said("maybe"))),
    ("symptoms.radiculopathy", "unknown-answer", answering("symptoms.radiculopathy", said("yes"))),
    ("planned_levels", "unknown-answer", answering("planned_levels", said("yes"))),
    ("prior_sessions", "contradiction", answering("prior_sessions-listed", said("none"))),
    ("prior_sessions", "contradiction", lambda response: item(response, "prior_sessions")["item"].pop(0)),
    ("prior_sessions", "contradiction", lambda response: item(response, "prior_sessions")["item"].pop(1)),
    ("codes", "contradiction", answering("codes", said("none"), {"valueString": "64483"})),
]  # fmt: skip


def full() -> Response:
    sessions = [{"session_date": "2025-06-02", "session_region": "lumbar_sacral", "approach": "caudal"}]
    response, problems = response_of({**ready(), "pregnant": False, "prior_sessions": sessions}, "esi@6.0.0")
    assert response is not None, problems
    return response


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
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("linkId", "item", "answer", "x")), inner)
    ),
    max_leaves=8,
)


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place of a JSON value: the object or list that has it, and its key."""
    for key, inner in [*value.items()] if isinstance(value, dict) else [*enumerate(value)]:
        yield value, key
        if isinstance(inner, dict | list):
            yield from places(inner)


@settings(max_examples=100)
@given(st.data())
def test_no_response_makes_it_raise(data: st.DataObject) -> None:
    response = full()
    of, key = data.draw(st.sampled_from([*places(response)]))
    of[key] = data.draw(JSON)
    request, problems = request_of(response)
    assert (request is None) == bool(problems)
    assert request_of(data.draw(JSON))[0] is None
