"""What an answer says to staff beside its verdicts: later editions, add-on codes that are left off, whom to ask."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from drafts import composed, placed
from generated_modules import validator
from shipped import SHIPPED
from wiser_compiler.core.model import TRUE, ForStaff, Policy
from wiser_compiler.core.normal_form import meaning
from wiser_compiler.core.walk import facts_of
from wiser_compiler.diagnostics import Report
from wiser_compiler.proof.versions.compare_tables import entries
from wiser_compiler.reading.reader import read_policy
from wiser_policies import Result
from wiser_policies._text import render

ROOT = Path(__file__).parents[2]
PROGRAM = SHIPPED["wiser@6.0.0"]
every_policy = pytest.mark.parametrize("key", SHIPPED)


def read(text: str, folder: Path) -> Policy:
    report = Report()
    policy = read_policy(placed(text.encode(), folder), report)
    assert policy is not None, report.found
    return policy


@cache
def shipped(key: str) -> ModuleType:
    return validator(SHIPPED[key])


def one_line(result: Result) -> str:
    return " ".join(render(result, "request", everything=True).split())


def base(policy: Policy, **changes: Any) -> dict[str, Any]:
    return {**policy.examples[0].request, **changes}


# ---------------------------------------------------------------- later editions


@pytest.mark.parametrize(
    ("received", "told"), [("2026-07-23", []), ("2026-07-24", ["July 2026"]), ("2027-01-04", ["July 2026"])]
)
@pytest.mark.parametrize("key", ["esi@6.0.0", "wiser@6.0.0"])
def test_a_request_is_told_of_an_edition_from_its_day_on(key: str, received: str, told: list[str]) -> None:
    policy = SHIPPED[key]
    days = {"received_date": received, "service_date": "2027-02-01"}
    result = shipped(policy.key).check(base(policy, **days))
    without = validator(replace(policy, for_staff=ForStaff())).check(base(policy, **days))
    assert [edition["name"] for edition in result.as_dict()["later_editions"]] == told
    assert [edition.name for edition in result.later_editions] == told
    assert ("A later edition of the guide is known and not encoded here: July 2026, since" in one_line(result)) is bool(
        told
    )
    assert (result.outcome, result.verdicts) == (without.outcome, without.verdicts)


def test_neither_an_invalid_request_nor_one_without_a_day_is_told() -> None:
    module = shipped(PROGRAM.key)
    for request in ({"state": "TX"}, {"received_date": "2026-08-01", "state": 1}):
        assert module.check(request).as_dict()["later_editions"] == []


OWN = """
part_of: plan 1.0.0
effective: {from: "2026-04-24", until: "2026-08-01"}
known_editions:
  July: {from: "2026-07-24", known: Our own words., cite: {guide_6: page 1}}
"""
THEIRS = """# of the program
known_editions:
  July: {from: "2026-07-24", known: Their words., cite: {guide_6: page 1}}
  June: {from: "2026-06-01", known: Known before., cite: {guide_6: page 1}}
  August: {from: "2026-08-01", known: Too late., cite: {guide_6: page 1}}
sending:
  once: {title: One request, says: It is for one service., cite: {guide_6: page 2}}
supplied_by: {Imaging: the imaging center, Nowhere: nobody, Plan: our doctor}
add_ons: {if_left_off: It is turned down., cite: {guide_6: page 3}}
"""


def test_a_policy_says_what_its_program_says_and_its_own_first(tmp_path: Path) -> None:
    read(composed(THEIRS), tmp_path)
    (tmp_path / "draft").mkdir()
    draft = tmp_path / "draft" / "1.0.0.yaml"
    draft.write_text(composed(OWN + "supplied_by: {Plan: the hospital}\n"), encoding="utf-8")
    policy = read_policy(draft, Report())
    assert policy is not None
    said = policy.for_staff
    assert [(edition.name, edition.known) for edition in said.known_editions] == [
        ("July", "Our own words."), ("June", "Known before."),
    ]  # fmt: skip
    assert [one.title for one in said.sending] == ["One request"]
    assert dict(said.supplied_by) == {"Imaging": "the imaging center", "Plan": "the hospital"}
    assert said.add_ons is not None
    assert said.add_ons.if_left_off == "It is turned down."


def test_a_policy_says_of_its_own_facts_how_they_are_asked_for(tmp_path: Path) -> None:
    theirs = "asking: {received_date: {plan: sent later}, service_date: {plan: another day}}\n"
    read(composed(f"# of the program\n{theirs}"), tmp_path)
    (tmp_path / "draft").mkdir()
    draft = tmp_path / "draft" / "1.0.0.yaml"
    unlikely = "unlikely_if: {pain_after: {at_most: 3 points}}"
    own = f"asking: {{service_date: {{from: us}}, care_failed: {{claims_failure: yes, {unlikely}}}}}"
    draft.write_text(composed(f"part_of: plan 1.0.0\n{own}\n"), encoding="utf-8")
    policy = read_policy(draft, report := Report())
    assert policy is not None, report.found
    asking = {one.fact: one for one in policy.for_staff.asking}
    assert (asking["received_date"].plan, asking["service_date"].plan, asking["service_date"].supplier) == (
        "sent later", "", "us",
    )  # fmt: skip
    assert asking["care_failed"].claims_failure
    assert [fact.name for fact in facts_of(asking["care_failed"].unlikely_if or TRUE)] == ["pain_after"]


@every_policy
def test_what_is_said_to_staff_has_no_part_in_the_meaning(key: str) -> None:
    policy = SHIPPED[key]
    assert policy.for_staff.known_editions or policy.until
    assert meaning(policy) == meaning(replace(policy, for_staff=ForStaff()))


# ---------------------------------------------------------------- add-on codes

PAIRS = [
    (key, code.code, primary)
    for key, policy in SHIPPED.items()
    for code in policy.codes
    for primary in code.add_on_to
    if key.endswith("@6.0.0")
]


@pytest.mark.parametrize(("key", "code", "primary"), PAIRS)
def test_the_add_on_code_of_every_pair_is_missed_beside_its_primary_code(key: str, code: str, primary: str) -> None:
    check = shipped(key).check
    left = check({"codes": [primary]}).as_dict()["left_off"]
    assert [one["code"] for one in left] == [code]
    assert primary in left[0]["primaries"]
    assert "claim line" in left[0]["if_left_off"]
    assert left[0]["cite"]
    assert check({"codes": [primary, code]}).as_dict()["left_off"] == []
    assert check({"codes": [code]}).as_dict()["left_off"] == []
    assert check({"codes": [primary, 7]}).as_dict()["left_off"] == []


def test_every_pair_of_the_program_is_one_of_its_policies() -> None:
    of_program = {pair[1:] for pair in PAIRS if pair[0] == PROGRAM.key}
    assert of_program == {pair[1:] for pair in PAIRS if pair[0] != PROGRAM.key}
    assert of_program >= {("64484", "64483"), ("22512", "22510"), ("22515", "22514"), ("33277", "33276")}


@pytest.mark.parametrize(
    ("change", "missed"),
    [
        pytest.param({"planned_levels": ["L4-L5"]}, [], id="one level needs none"),
        pytest.param({"planned_levels": ["L4-L5", "L5-S1"]}, ["64484"], id="two levels need one"),
        pytest.param({"planned_levels": ["L4-L5", "L5-S1"], "codes": ["64483", "64484"]}, [], id="two levels have one"),
        pytest.param({"planned_approach": "interlaminar"}, [], id="another approach"),
    ],
)
def test_where_a_criterion_tells_nothing_else_is_said(change: dict[str, Any], missed: list[str]) -> None:
    policy = SHIPPED["esi@6.0.0"]
    result = shipped(policy.key).check(
        base(policy, **{"codes": ["64483"], "planned_approach": "transforaminal"} | change)
    )
    assert [code.code for code in result.left_off] == missed
    said = "Add-on code 64484 (transforaminal, lumbar or sacral, each further level) is not on the request."
    assert (said in one_line(result)) is bool(missed)
    assert ("then “denied”" in one_line(result)) is bool(missed)
    assert result.outcome == shipped(policy.key).check(base(policy)).outcome or "planned_approach" in change


# ---------------------------------------------------------------- whom to ask, and where to send


def test_each_place_in_the_chart_of_a_shipped_policy_has_a_supplier_and_each_supplier_a_place() -> None:
    headings = {fact.chart for policy in SHIPPED.values() for fact in policy.facts}
    assert headings == set(dict(PROGRAM.for_staff.supplied_by))


@every_policy
def test_all_that_staff_are_told_is_cited_and_every_state_can_be_called(key: str) -> None:
    said = SHIPPED[key].for_staff
    assert said.sending
    assert said.decisions
    assert all(one.cite for one in (*said.known_editions, *said.sending, *said.decisions))
    assert all(state.telephone and state.cite for state in SHIPPED[key].states)


def test_an_answer_names_the_telephone_and_fax_of_the_state_and_who_has_what_is_missing() -> None:
    result = shipped("esi@6.0.0").check({"codes": ["64483"], "state": "TX"})
    assert (
        "It goes to Cohere Health, Inc. (Texas): next.coherehealth.com, phone 855-430-6299, fax 404-835-8325"
        in one_line(result)
    )
    assert "Examination and imaging (from our doctor for the examination; the imaging" in one_line(result)
    ohio = shipped("esi@6.0.0").check({"codes": ["64483"], "state": "OH"})
    assert "It goes to Innovaccer Inc. (Ohio): wiser.innovaccer.us, phone 202-796-1619 " in one_line(ohio)
    assert ohio.as_dict()["state"]["fax"] == ""


def test_what_is_different_between_versions_names_editions_and_numbers_as_words_alone() -> None:
    new = SHIPPED["esi@6.0.0"]
    states = tuple(replace(state, telephone="", fax="") for state in new.states)
    old = replace(new, for_staff=ForStaff(), states=states)
    found = {(entry.name, entry.what): entry for entry in entries(old, new)}
    assert found["esi", "known editions"].after == "July 2026"
    assert not found["esi", "known editions"].meaning
    assert found["TX", "fax"].after == "404-835-8325"
    assert not found["TX", "fax"].meaning
    assert ("OH", "fax") not in found
