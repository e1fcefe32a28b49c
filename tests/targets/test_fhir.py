"""The questionnaires: R4 by its invariants and by lints that each catch a seeded fault, and no question that matters is
hidden.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from lengths import FUZZ, one_in
from questionnaire_checks import CHECKS, LINTS, broken, faults, items, misfits, shown
from shipped import SHIPPED
from strategies_of_policies import policies
from wiser_compiler.core.as_data import as_data
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import due, verdict
from wiser_compiler.core.model import Fact, Number, Policy, Records
from wiser_compiler.fhir_names import ANSWERS, CPT, HCPCS, ICD_10, canonical
from wiser_compiler.proof.strategies import requests
from wiser_compiler.targets.fhir import fhir
from wiser_compiler.targets.fhir.extensions import UNITS
from wiser_policies import check
from wiser_policies import testing as drawing
from wiser_policies.fhir import _form_of, _Writer

Questionnaire = dict[str, Any]
every_policy = pytest.mark.parametrize("key", one_in(2, SHIPPED))


def questionnaire(policy: Policy) -> Questionnaire:
    (text,) = fhir(policy).files.values()
    found: Questionnaire = json.loads(text)
    return found


# ---------------------------------------------------------------- what it is


@pytest.mark.parametrize("key", one_in(3, SHIPPED))
def test_a_questionnaire_breaks_no_check(key: str) -> None:
    assert faults(questionnaire(SHIPPED[key])) == {}


@every_policy
def test_it_is_known_by_the_version_of_its_policy(key: str) -> None:
    policy = SHIPPED[key]
    assert [*fhir(policy).files] == [f"fhir/{policy.id}/{policy.version}.questionnaire.json"]
    found = questionnaire(policy)
    assert f"{found['url']}|{found['version']}" == canonical(policy.id, policy.version)
    assert found["effectivePeriod"]["start"] == policy.effective.isoformat()
    assert found["effectivePeriod"].get("end", "9999") < (policy.until.isoformat() if policy.until else "9999-01")


def test_no_two_versions_have_one_name_or_id() -> None:
    found = [questionnaire(policy) for policy in SHIPPED.values()]
    for key in ("id", "name"):
        assert len({each[key] for each in found}) == len(found)
    assert all(len(each["id"]) <= 64 and "_" not in each["id"] for each in found)


@every_policy
def test_each_fact_is_asked_for_once(key: str) -> None:
    policy = SHIPPED[key]
    links = [item["linkId"] for item in items(questionnaire(policy)) if item["type"] != "display"]
    for fact in policy.facts:
        assert links.count(fact.name) == 1
        inner = fact.type.fields if isinstance(fact.type, Records) else ()
        assert all(links.count(f"{fact.name}.{field.name}") == 1 for field in inner)


def test_what_is_about_the_request_stands_before_what_is_in_the_chart() -> None:
    top = [item["linkId"] for item in questionnaire(SHIPPED["esi@6.0.0"])["item"]]
    assert top[:6] == [
        "about", "about-request", "section-Request", "section-Dates", "about-chart", "section-Patient",
    ]  # fmt: skip


def test_every_unit_of_a_policy_is_in_ucum() -> None:
    facts = [fact for policy in SHIPPED.values() for of in policy.facts for fact in (of, *fields(of))]
    assert {fact.type.unit for fact in facts if isinstance(fact.type, Number) and fact.type.unit} <= UNITS.keys()


def fields(fact: Fact) -> tuple[Fact, ...]:
    return fact.type.fields if isinstance(fact.type, Records) else ()


# ---------------------------------------------------------------- every check catches a fault


def item(found: Questionnaire, link: str) -> dict[str, Any]:
    return next(dict_ for dict_ in items(found) if dict_["linkId"] == link)  # type: ignore[return-value]


def put(link: str, **more: Any) -> Callable[[Questionnaire], None]:
    return lambda found: item(found, link).update(deepcopy(more)) if link else found.update(deepcopy(more))


def drop(link: str, key: str) -> Callable[[Questionnaire], None]:
    return lambda found: (item(found, link) if link else found).pop(key)


def condition(link: str, **more: Any) -> Callable[[Questionnaire], None]:
    return lambda found: item(found, link)["enableWhen"][0].update(more)


def option(link: str, **more: Any) -> Callable[[Questionnaire], None]:
    return lambda found: item(found, link)["answerOption"][0]["valueCoding"].update(more)


def extension(link: str, number: int, **more: Any) -> Callable[[Questionnaire], None]:
    return lambda found: item(found, link)["extension"][number].update(more)


def ring(found: Questionnaire) -> None:
    """Three questions that wait for each other."""
    for link, source in (
        ("pregnant", "bilateral"),
        ("bilateral", "contrast_allergy"),
        ("contrast_allergy", "pregnant"),
    ):
        item(found, link)["enableWhen"] = [{"question": source, "operator": "exists", "answerBoolean": True}]


def both(found: Questionnaire) -> None:
    """Shown under two answers to one question at once."""
    one = {"question": "guidance", "operator": "="}
    answers = [option["valueCoding"] for option in item(found, "guidance")["answerOption"][:2]]
    found_there = item(found, "sedation_need")
    found_there["enableWhen"] = [{**one, "answerCoding": answer} for answer in answers]
    found_there["enableBehavior"] = "all"


def check_boxes_of_one(found: Questionnaire) -> None:
    coding = item(found, "pregnant")["extension"][0]["valueCodeableConcept"]["coding"][0]
    coding["code"] = "check-box"


DTR = "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/dtr-std-questionnaire"
TEXT = {"linkId": "x", "text": "x", "type": "display"}
CODED = {"system": ANSWERS, "code": "yes", "display": "Yes"}
WHEN = {"question": "pregnant", "operator": "exists", "answerBoolean": True}

SEEDED: Mapping[str, Callable[[Questionnaire], None]] = {
    "que-0": put("", name="wiser-esi"),
    "que-1": put("section-Patient", item=[]),
    "que-1, a text with items": put("about", item=[TEXT]),
    "que-2": put("pregnant", linkId="expedited"),
    "que-3": put("about", code=[CODED]),
    "que-4": put("pregnant", answerValueSet="http://hl7.org/fhir/ValueSet/yesnodontknow"),
    "que-5": put("section-Patient", answerOption=[{"valueCoding": CODED}]),
    "que-6": put("about", repeats=True),
    "que-7": put("pregnant", enableWhen=[{"question": "expedited", "operator": "exists", "answerCoding": CODED}]),
    "que-8": put("about", initial=[{"valueString": "x"}]),
    "que-9": put("about", readOnly=True),
    "que-10": put("planned_sessions", type="date", maxLength=10),
    "que-11": put("pregnant", initial=[{"valueCoding": CODED}]),
    "que-12": drop("sedation_need", "enableBehavior"),
    "que-13": put("history", initial=[{"valueString": "x"}, {"valueString": "y"}]),
    "dtrq-2": drop("pregnant", "answerOption"),
    "dtrq-3": put("pain_duration", type="quantity"),
    "dom-2": put("", contained=[{"resourceType": "ValueSet"}]),
    "identity": drop("", "publisher"),
    "identity, no version": drop("", "version"),
    "status": put("", status="active"),
    "status, no longer an experiment": drop("", "experimental"),
    "subject": put("", subjectType=["Patient", "Group"]),
    "no-profile": put("", meta={"profile": [DTR]}),
    "copyright": drop("", "copyright"),
    "text": drop("pregnant", "text"),
    "type": put("pregnant", type="yesno"),
    "type, a check box": put("pregnant", type="boolean"),
    "never-required": put("pregnant", required=True),
    "inline-options": put("state", answerValueSet="http://hl7.org/fhir/us/core/ValueSet/us-core-usps-state"),
    "help-is-text": lambda found: item(found, "pregnant")["item"][0].update(type="string"),
    "operators": condition("sedation_need", operator="!="),
    "operators, a date": condition("sedation_need", question="service_date", operator=">", answerDate="2026-01-01"),
    "dangling": condition("sedation_need", question="sedaton"),
    "forward": put("pregnant", enableWhen=[{**WHEN, "question": "contrast_allergy"}]),
    "forward, itself": put("pregnant", enableWhen=[WHEN]),
    "cycle": ring,
    "hidden-source": put("contrast_allergy", enableWhen=[{**WHEN, "question": "care_failed"}]),
    "answer-type": put("sedation_need", enableWhen=[{"question": "sedation", "operator": "=", "answerString": "deep"}]),
    "not-offered": lambda found: item(found, "sedation_need")["enableWhen"][0]["answerCoding"].update(code="depe"),
    "unreachable": both,
    "repeated-option": option("guidance", code="ct"),
    "bare-option": lambda found: item(found, "guidance")["answerOption"][0]["valueCoding"].pop("system"),
    "bare-option, no words": option("guidance", display=""),
    "systems": option("codes", system="http://www.aapc.com/codes/cpt"),
    "systems, of another policy": option(
        "guidance", system="https://wiser-policies.example/fhir/CodeSystem/pva.guidance"
    ),
    "codes-of-system": option("codes", system=HCPCS),
    "codes-of-system, a diagnosis": option("codes", system=ICD_10),
    "extensions": extension("planned_sessions", 0, url="http://hl7.org/fhir/StructureDefinition/minimum"),
    "extensions, of a modifier": put("", modifierExtension=[{"url": "x", "valueBoolean": False}]),
    "limits": extension("planned_sessions", 0, valueInteger=10_000),
    "limits, of another type": lambda found: item(found, "planned_sessions").update(type="decimal"),
    "controls": check_boxes_of_one,
    "controls, none": drop("pregnant", "extension"),
    "none-is-an-answer": lambda found: item(found, "planned_levels")["answerOption"].pop(),
    "notice": lambda found: found["item"].pop(0),
}  # fmt: skip


@pytest.mark.parametrize("name", SEEDED)
def test_a_check_catches_its_seeded_fault(name: str) -> None:
    faulty = questionnaire(SHIPPED["esi@6.0.0"])
    SEEDED[name](faulty)
    assert broken(name.partition(",")[0], faulty)


def test_every_check_has_a_seeded_fault() -> None:
    assert {name.partition(",")[0] for name in SEEDED} == {*CHECKS}


def test_the_seeded_questionnaire_offers_cpt_codes() -> None:
    offered = item(questionnaire(SHIPPED["esi@6.0.0"]), "codes")["answerOption"]
    assert [option["valueCoding"]["system"] for option in offered] == [CPT] * 6 + [ANSWERS]


# ---------------------------------------------------------------- no question that matters is hidden

STRUCTURE = ("dangling", "forward", "cycle", "hidden-source", "answer-type", "not-offered", "unreachable")


def hidden(found: Questionnaire, policy: Policy, request: Mapping[str, Any]) -> set[str]:
    """The facts that the form does not ask for beside the other answers of this request."""
    response = {"item": [*_Writer(_form_of(as_data(policy))).items(request)]}
    assert misfits(found, response) == []
    return {fact.name for fact in policy.facts} - shown(found, response)


def answers(policy: Policy, request: Mapping[str, Any]) -> list[object]:
    """Every verdict, and every day on which a clock ends."""
    case, problems = read_case(policy.facts, request)
    assert not problems
    return [*(verdict(one, case) for one in policy.criteria), *(due(clock, case) for clock in policy.clocks)]


def assert_nothing_hangs_on_what_is_hidden(
    found: Questionnaire, policy: Policy, request: Mapping[str, Any], other: Mapping[str, Any]
) -> set[str]:
    """The verdicts are the same without the answers to hidden questions, and with those of any other request."""
    names = hidden(found, policy, request)
    without = {name: value for name, value in request.items() if name not in names}
    exchanged = without | {name: value for name, value in other.items() if name in names}
    assert answers(policy, request) == answers(policy, without) == answers(policy, exchanged)
    return names


@settings(max_examples=400 if FUZZ else 60)
@given(policies(), st.data())
def test_no_verdict_of_any_policy_hangs_on_a_hidden_question(policy: Policy, data: DataObject) -> None:
    found = questionnaire(policy)
    assert [lint for lint in STRUCTURE if [*LINTS[lint](found)]] == []
    drawn = requests(policy)
    assert_nothing_hangs_on_what_is_hidden(found, policy, data.draw(drawn), data.draw(drawn))


@every_policy
def test_no_verdict_of_a_shipped_policy_hangs_on_a_hidden_question(key: str) -> None:
    policy = SHIPPED[key]
    found, drawn = questionnaire(policy), drawing.requests(key)
    seen: set[str] = set()

    @settings(max_examples=60 if FUZZ else 20, derandomize=True, database=None)
    @given(drawn, drawn)
    def draw(request: dict[str, Any], other: dict[str, Any]) -> None:
        names = assert_nothing_hangs_on_what_is_hidden(found, policy, request, other)
        asked = {fact.name for gap in check(request, policy=key).gaps() for fact in gap.missing}
        assert names.isdisjoint(asked)
        seen.update(names)

    draw()
    assert seen
    assert "bill_type" in hidden(found, policy, {"place_of_service": "11"})  # asked of hospitals alone


def test_a_failed_criterion_hides_nothing() -> None:
    """Staff look at all of it, and the answer may be a mistake: edema fails this one, and the rest is still asked."""
    policy = SHIPPED["skin_substitutes@6.0.0"]
    assert "colonization" not in hidden(questionnaire(policy), policy, {"edema": "not_controlled"})


def test_a_question_without_an_answer_hides_nothing() -> None:
    for policy in SHIPPED.values():
        assert hidden(questionnaire(policy), policy, {}) == set()


def test_the_first_injection_asks_nothing_about_repeats() -> None:
    found = questionnaire(SHIPPED["esi@6.0.0"])
    assert hidden(found, SHIPPED["esi@6.0.0"], {"prior_sessions": []}) == {
        "block_listed", "first_fell_short", "long_term_reason", "primary_care_told",
        "retry_rationale",
    }  # fmt: skip
