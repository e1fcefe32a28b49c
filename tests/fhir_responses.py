"""A response of an ESI request, the ways to break it with the problem of each, and every place of a JSON value."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from questionnaire_checks import items
from wiser_policies.fhir import ItemProblemCode, response_of

ROOT = Path(__file__).parents[1]
Response = dict[str, Any]


def ready(name: str = "esi") -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / f"docs/requests/{name}-ready.json").read_text())
    return found


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place of a JSON value: the object or list that has it, and its key."""
    for key, inner in [*value.items()] if isinstance(value, dict) else [*enumerate(value)]:
        yield value, key
        if isinstance(inner, dict | list):
            yield from places(inner)


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
