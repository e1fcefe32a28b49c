"""Requests of the whole program, as people send them: its scope, the policy that answers, and the deadlines."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy
from lengths import FUZZ
from shipped import SHIPPED, requests_for
from smaller_package import lacking
from wiser_compiler.cli import wiser
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import OUTCOMES, SCOPE_OUTCOMES, due
from wiser_compiler.core.model import Date
from wiser_policies import POLICIES, check, known_versions, scope, validator
from wiser_policies._dates import in_words
from wiser_policies._reason_text import reason_lines
from wiser_policies._reasons import Reason
from wiser_policies._text import asks_of, render
from wiser_policies._whole_text import criterion_lines

ROOT = Path(__file__).parents[2]
SERVICES = sorted({policy.id for policy in SHIPPED.values() if not policy.program})
READY: dict[str, dict[str, Any]] = {
    service: json.loads((ROOT / f"docs/requests/{service}-ready.json").read_text("utf-8")) for service in SERVICES
}
# What the program asks before any policy is read.
IN_SCOPE: dict[str, Any] = {
    "received_date": "2026-05-04",
    "service_date": "2026-05-20",
    "codes": ["64483"],
    "state": "TX",
    "payer": "original",
    "place_of_service": "11",
    "emergency_modifier": False,
    "emergency_revenue": False,
    "provider_exempt": False,
}

# Services with one document for all states.
every_service = pytest.mark.parametrize("service", SERVICES)


def answer_of(command: str, request: object) -> tuple[int, str]:
    """The exit status of `wiser check` or `wiser scope`, and everything that a person can read."""
    result = CliRunner().invoke(wiser, [command, "--all", "-"], input=json.dumps(request).encode())
    assert isinstance(result.exception, SystemExit | None)
    return result.exit_code, result.output


def answer(command: str, request: object) -> tuple[int, dict[str, Any]]:
    """The exit status, and the answer as programs read it."""
    result = CliRunner().invoke(wiser, [command, "--format", "json", "-"], input=json.dumps(request).encode())
    assert isinstance(result.exception, SystemExit | None)
    (found,) = json.loads(result.output)
    return result.exit_code, found


def verdicts(found: dict[str, Any]) -> dict[str, str]:
    return {criterion["id"]: criterion["verdict"] for criterion in found["criteria"]}


def not_met(found: dict[str, Any]) -> set[str]:
    return {name for name, verdict in verdicts(found).items() if verdict == "not met"}


def missing(found: dict[str, Any]) -> set[str]:
    """The facts without which nobody can tell."""
    return {fact["fact"] for c in found["criteria"] if c["effect"] != "advisory" for fact in c["missing"]}


def without(request: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in request.items() if name not in names}


def one_line(text: str) -> str:
    """Printed text without its line breaks."""
    return " ".join(text.split())


# ---------------------------------------------------------------- every service, every outcome


@every_service
def test_the_ready_request_of_a_service_is_ready_and_in_scope(service: str) -> None:
    status, text = answer_of("check", READY[service])
    assert (status, "READY" in text) == (0, True)
    assert f"checklist {service} 6.0.0" in one_line(text)
    status, text = answer_of("scope", READY[service])
    assert (status, "IN SCOPE" in text) == (0, True)


@every_service
def test_the_ready_request_of_a_service_is_the_base_example_of_its_newest_policy(service: str) -> None:
    assert READY[service] == SHIPPED[f"{service}@6.0.0"].examples[0].request


@pytest.mark.parametrize(
    ("service", "fact", "criterion"),
    [
        ("esi", "guidance", "image-guidance"),
        ("scs", "trial_report", "trial-done"),
        ("pva", "pain_from_fracture", "pain-source"),
        ("cervical_fusion", "non_union_shown", "indication"),
    ],
)
def test_a_request_that_leaves_out_one_answer_is_incomplete_and_says_which(
    service: str, fact: str, criterion: str
) -> None:
    status, found = answer("check", without(READY[service], fact))
    assert (status, found["outcome"]) == (1, "incomplete")
    assert verdicts(found)[criterion] == "missing"
    assert fact in missing(found)
    status, text = answer_of("check", without(READY[service], fact))
    (ask,) = (known.ask for known in SHIPPED[f"{service}@6.0.0"].facts if known.name == fact)
    assert (status, "INCOMPLETE" in text) == (1, True)
    assert ask in one_line(text.partition("Not stated so far")[2])


@pytest.mark.parametrize(
    ("service", "change", "criterion"),
    [
        ("esi", {"other_region_too": True}, "one-region"),
        ("scs", {"function_restored": False}, "trial-response"),
        ("pva", {"pregnant": True}, "no-pregnancy"),
        ("cervical_fusion", {"pseudarthrosis": False}, "indication"),
    ],
)
def test_a_chart_that_says_otherwise_is_not_met(service: str, change: dict[str, Any], criterion: str) -> None:
    status, found = answer("check", READY[service] | change)
    assert (status, found["outcome"], not_met(found) >= {criterion}) == (1, "not met", True)
    status, text = answer_of("check", READY[service] | change)
    assert (status, "NOT MET" in text, "says otherwise" in text) == (1, True, True)


@pytest.mark.parametrize(
    ("service", "change", "criterion"),
    [
        ("esi", {"payer": "advantage"}, "payer"),
        ("scs", {"implant_stage": "trial"}, "listed-code"),
        ("pva", {"state": "other"}, "state"),
        ("cervical_fusion", {"place_of_service": "21"}, "place"),
    ],
)
def test_a_complete_chart_is_out_of_scope_where_the_program_does_not_concern_it(
    service: str, change: dict[str, Any], criterion: str
) -> None:
    for command in ("check", "scope"):
        status, found = answer(command, READY[service] | change)
        assert (status, found["outcome"], criterion in not_met(found)) == (1, "out of scope", True)
        status, text = answer_of(command, READY[service] | change)
        assert (status, "OUT OF SCOPE" in text) == (1, True)


@pytest.mark.parametrize(
    ("service", "change", "path"),
    [
        ("esi", {"pain_duration": "six weeks"}, "/pain_duration"),
        ("scs", {"trial_report": ""}, "/trial_report"),
        ("pva", {"onset": None}, "/onset"),
        ("cervical_fusion", {"no such fact": True}, ""),
    ],
)
def test_a_request_that_breaks_a_rule_is_invalid(service: str, change: dict[str, Any], path: str) -> None:
    status, found = answer("check", READY[service] | change)
    assert (status, found["outcome"], [problem["path"] for problem in found["problems"]]) == (2, "invalid", [path])
    status, text = answer_of("check", READY[service] | change)
    assert (status, "INVALID" in text, (path or "the request: ") in text) == (2, True, True)


@every_service
def test_a_request_that_only_names_its_code_is_incomplete_and_asks_for_the_rest(service: str) -> None:
    request = {"codes": READY[service]["codes"], "received_date": "2026-05-04"}
    status, found = answer("check", request)
    assert (status, found["outcome"]) == (1, "incomplete")
    assert missing(found) >= {"service_date", "state", "payer", "place_of_service", "provider_exempt"}


# ---------------------------------------------------------------- does it concern WISeR at all?


def test_a_request_in_scope_says_so_with_a_source_for_every_reason() -> None:
    status, text = answer_of("scope", IN_SCOPE)
    assert status == 0
    assert "IN SCOPE: WISeR applies to this request" in text
    assert "[!] " not in text.partition("[x] met")[0]
    _, found = answer("scope", IN_SCOPE)
    assert (found["outcome"], found["services"]) == ("in scope", ["esi"])
    assert "Epidural steroid injections: section 6.2.10 of the guide, L36920" in text
    for criterion in found["criteria"]:
        named = "; ".join(f"{cite['source'].replace('_', ' ')} {cite['place']}" for cite in criterion["cite"])
        assert named
        assert criterion["effect"] == "advisory" or f"] {criterion['title']} ({named})" in one_line(text)
    for deadline in found["deadlines"]:
        (cite,) = deadline["cite"]
        assert f"({deadline['words']}; {cite['source']} {cite['place']})" in one_line(text)


# What also hangs on a fact: which bill is sent on the place, and for some codes their use or a diagnosis.
BESIDE = {"place_of_service": {"bill_type"}, "codes": {"diagnoses", "implant_stage", "steroid_injection"}}


@pytest.mark.parametrize("fact", IN_SCOPE)
def test_without_one_fact_nobody_can_tell_yet_and_that_fact_is_asked_for(fact: str) -> None:
    status, found = answer("scope", without(IN_SCOPE, fact))
    assert (status, found["outcome"]) == (1, "cannot tell yet")
    assert missing(found) == {fact} | BESIDE.get(fact, set())
    assert not_met(found) == set()
    status, text = answer_of("scope", without(IN_SCOPE, fact))
    asked = one_line(text.partition("Not stated so far")[2])
    (ask,) = (known.ask for known in SHIPPED["wiser@6.0.0"].facts if known.name == fact)
    assert (status, "CANNOT TELL YET" in text, ask in asked) == (1, True, True)


@pytest.mark.parametrize(
    ("change", "criterion", "places"),
    [
        pytest.param({"received_date": "2026-01-04"}, "requests-open", ["section 1.4"], id="before the first day"),
        pytest.param({"service_date": "2032-01-01"}, "performance-period", ["section 1.4"], id="after the last day"),
        pytest.param({"payer": "railroad"}, "payer", ["sections 1.2 and 8.2"], id="another payer"),
        pytest.param({"state": "other"}, "state", ["section 1.4"], id="another state"),
        pytest.param({"place_of_service": "23"}, "place", ["section 1.5"], id="the emergency room"),
        pytest.param(
            {"place_of_service": "22", "bill_type": "85X"}, "bill-type", ["section 1.5"], id="critical access"
        ),
        pytest.param({"emergency_modifier": True}, "no-emergency", ["section 8.2"], id="modifier ET"),
        pytest.param({"emergency_revenue": True}, "no-emergency", ["section 8.2"], id="an emergency revenue code"),
        pytest.param({"provider_exempt": True}, "not-exempt", ["section 5"], id="an exempt provider"),
        pytest.param({"codes": ["99213"]}, "listed-code", ["list of codes"], id="a code on no list"),
    ],
)
def test_out_of_scope_names_the_reason_and_its_source(
    change: dict[str, Any], criterion: str, places: list[str]
) -> None:
    status, found = answer("scope", IN_SCOPE | change)
    assert (status, found["outcome"]) == (1, "out of scope")
    assert criterion in not_met(found)
    (reason,) = (c for c in found["criteria"] if c["id"] == criterion)
    status, text = answer_of("scope", IN_SCOPE | change)
    assert (status, "OUT OF SCOPE: WISeR does not apply to this request" in text) == (1, True)
    assert f"[!] {reason['title']} (guide" in one_line(text)
    for place in places:
        assert place in one_line(text.partition("[!]")[2])


def test_a_request_on_the_day_of_the_service_is_flagged_and_stays_in_scope() -> None:
    for command in ("scope", "check"):
        status, found = answer(command, READY["esi"] | {"received_date": READY["esi"]["service_date"]})
        assert (status, not_met(found)) == (0, {"before-service"})


def every_part(reason: Reason) -> list[Reason]:
    """All tests of a reason, also those that decide nothing."""
    return [test for part in reason.parts for test in every_part(part)] or [reason]


@pytest.mark.parametrize("key", [key for key in known_versions() if not key.startswith("wiser@")])
def test_that_no_listed_code_is_on_the_request_is_said_only_where_it_is_so(key: str) -> None:
    policy = validator(*key.split("@")).POLICY
    said = {"none": 0, "unfit": 0}
    for codes in combinations((*policy.codes, "99213", "99214"), 2):
        for found in check({**READY[policy.id], "codes": list(codes)}, policy=key).explain():
            lines = one_line("\n".join(criterion_lines(found, {fact.name: fact for fact in policy.facts})))
            named = {code for part in every_part(found.reason) for code in codes if code in part.words}
            said["none"] += (none := "none of the listed codes is on the request" in lines)
            said["unfit"] += (
                unfit := "do not go together are on the request" in lines or "does not fit the rest" in lines
            )
            assert not (none and named), (codes, found.criterion.id, lines)
            assert not unfit or named, (codes, found.criterion.id, lines)
    assert all(said.values()) or key != "esi@6.0.0"


def test_a_code_that_counts_beside_another_only_asks_for_the_other() -> None:
    for command in ("scope", "check"):
        lines = one_line(answer_of(command, READY["sacral_stimulation"] | {"codes": ["64561"]})[1])
        assert "none of the listed codes" not in lines
        assert (
            "on the request? includes 64590 (the request says otherwise)" in lines.partition("[!]")[2].partition("[")[0]
        )


def test_what_stands_under_none_of_is_named_where_it_holds() -> None:
    healed = Reason("The ulcer is healed", True, "all of", parts=(Reason("the area", True), Reason("the share", True)))
    either = Reason("", True, "any of", parts=(Reason("the depth", True), Reason("the width", False)))
    whole = Reason("", False, "none of", parts=(healed, either, Reason("the cold", False)))
    assert [line.strip() for line in reason_lines(whole, "", {})] == [
        "- none of these:",
        "- The ulcer is healed: all of these:",
        "- the area  (the chart says so)",
        "- the share  (the chart says so)",
        "- at least one of these:",
        "- the depth  (the chart says so)",
    ]
    again = Reason("", False, "none of", parts=(whole._replace(truth=True, parts=(Reason("the heat", False),)),))
    assert [line.strip() for line in reason_lines(again, "", {})][2:] == ["- the heat  (the chart says otherwise)"]


def test_no_wiser_service_is_told_from_what_cannot_be_told_yet() -> None:
    _, other = answer_of("scope", {"codes": ["99213"]})
    assert "OUT OF SCOPE" in other
    assert "none of the listed codes is on the request" in one_line(other)
    _, undecided = answer_of("scope", {"state": "TX"})
    assert "CANNOT TELL YET" in undecided
    assert "Which procedure codes are on the request?" in one_line(undecided.partition("Not stated so far")[2])
    _, listed = answer_of("scope", {"codes": ["29877"]})
    assert "CANNOT TELL YET" in listed
    assert "Service: Arthroscopic lavage" in listed


@pytest.mark.parametrize(
    "request_", [None, "", 5, IN_SCOPE | {"payer": "nobody"}, IN_SCOPE | {"codes": "64483"}], ids=str
)
def test_what_is_no_request_is_invalid_for_scope_too(request_: object) -> None:
    status, found = answer("scope", request_)
    assert (status, found["outcome"], len(found["problems"])) == (2, "invalid", 1)


def test_scope_passes_over_what_only_a_policy_asks() -> None:
    assert answer("scope", IN_SCOPE | {"pain_duration": -5})[1]["outcome"] == "in scope"


# The document of a service that has one for all states.
NATIONAL = {
    "scs": "NCD 160.7",
    "sacral_stimulation": "NCD 230.18",
    "vagus_stimulation": "NCD 160.18",
    "knee_arthroscopy": "NCD 150.9",
    "nerve_lesions": "NCD 160.1",
    "phrenic_stimulation": "NCD 160.19",
    "incontinence_devices": "NCD 230.10",
    "impotence": "NCD 230.4",
    "hypoglossal_stimulation": "L38307, L38310 or L38385",
}
# The documents of the other services, which each contractor has for its own states.
LOCAL = {
    "CGS": {"esi": "L39015", "pva": "L38201", "cervical_fusion": "L39741", "skin_substitutes": "L36690"},
    "Noridian": {"esi": "L39240", "pva": "L34228", "cervical_fusion": "L39758"},
    "Novitas": {"esi": "L36920", "pva": "L35130", "cervical_fusion": "L39793", "skin_substitutes": "L35041"},
}


@pytest.mark.parametrize(
    ("state", "mac", "jurisdiction", "participant"),
    [
        ("AZ", "Noridian", "JF", "Zyter Inc."),
        ("NJ", "Novitas", "JL", "Genzeon Corporation"),
        ("OH", "CGS", "J15", "Innovaccer Inc."),
        ("OK", "Novitas", "JH", "Humata Health, Inc."),
        ("TX", "Novitas", "JH", "Cohere Health, Inc."),
        ("WA", "Noridian", "JF", "Virtix Health LLC"),
    ],
)
def test_each_state_has_who_answers_and_which_document_governs(
    state: str, mac: str, jurisdiction: str, participant: str
) -> None:
    for service in SERVICES:
        request = READY[service] | {"state": state}
        if service not in NATIONAL and service not in LOCAL[mac]:  # it is not reviewed there
            assert answer("check", request)[1]["outcome"] == "out of scope"
            continue
        found = answer("check", request)[1]["state"]
        governs = NATIONAL.get(service) or LOCAL[mac][service]
        assert (found["mac"], found["jurisdiction"], found["participant"]) == (mac, jurisdiction, participant)
        assert found["coverage"] == governs
        text = one_line(answer_of("check", request)[1])
        assert f"the MAC is {mac}, jurisdiction {jurisdiction}; {governs} governs" in text
        assert re.search(rf"section [0-9.]+ of the guide, {governs}(?![0-9])", one_line(answer_of("scope", request)[1]))


# ---------------------------------------------------------------- codes


def test_codes_of_two_services_do_not_belong_on_one_request() -> None:
    two = IN_SCOPE | {"codes": ["64483", "22514"]}
    status, found = answer("scope", two)
    assert (status, found["services"], not_met(found)) == (0, ["pva", "esi"], {"one-service"})
    status, text = answer_of("check", two)
    assert status == 2
    assert "codes of 2 services (esi and pva); send one request for each" in one_line(text)


def test_a_code_of_a_service_that_no_policy_encodes_is_not_passed_over() -> None:
    two = READY["esi"] | {"codes": ["64483", "29877"]}
    assert not_met(scope(two).as_dict()) == {"one-service"}
    with lacking("knee_arthroscopy"):
        (problem,) = check(two).problems
    assert "codes of 2 services (esi and knee_arthroscopy); send one request for each" in problem.rule


@pytest.mark.parametrize("code", ["64480", "64484", "22512", "22515", "33277"])
def test_an_add_on_without_its_primary_code_is_shown_and_decides_nothing(code: str) -> None:
    status, found = answer("scope", IN_SCOPE | {"codes": [code]})
    assert (status, found["outcome"]) == (0, "in scope")
    assert not_met(found) == {f"primary-of-{code}"}
    assert f"[!] Add-on code {code} comes with its primary code" in answer_of("scope", IN_SCOPE | {"codes": [code]})[1]


def test_an_add_on_is_shown_in_the_answer_of_its_policy_too() -> None:
    alone = READY["esi"] | {"codes": ["64484"], "planned_levels": ["L3-L4", "L4-L5"]}
    status, found = answer("check", alone)
    assert (status, found["outcome"], not_met(found)) == (0, "ready", {"primary-of-64484"})
    assert not_met(answer("check", alone | {"codes": ["64483", "64484"]})[1]) == set()


def test_62323_without_a_steroid_is_out_of_scope_alone_and_stays_in_beside_another_code() -> None:
    alone = IN_SCOPE | {"codes": ["62323"], "steroid_injection": False}
    assert answer("scope", alone)[1]["outcome"] == "out of scope"
    both = alone | {"codes": ["62323", "64483"]}
    status, found = answer("scope", both)
    assert (status, found["outcome"], not_met(found)) == (0, "in scope", {"code-62323"})
    status, found = answer("check", READY["esi"] | {"codes": ["62323", "64483"], "steroid_injection": False})
    assert (status, found["outcome"], verdicts(found)["listed-code"]) == (0, "ready", "met")
    assert verdicts(found)["code-62323"] == "not met"
    assert answer("scope", without(alone, "steroid_injection"))[1]["outcome"] == "cannot tell yet"


@pytest.mark.parametrize(
    ("code", "criterion", "says"),
    [
        ("63650", "other-program", "program for hospital outpatient departments (guide sections 1.5"),
        ("22551", "other-program", "program for hospital outpatient departments (guide sections 1.5"),
        (
            "22585",
            "left-the-model",
            "codes that left the model (guide version history, version 3.0 of December 23, 2025)",
        ),
        ("61867", "delayed-service", "of a delayed service (guide section 6.2; delay notice two services)"),
    ],
)
def test_a_code_outside_the_model_has_its_own_reason(code: str, criterion: str, says: str) -> None:
    for command in ("scope", "check"):
        status, found = answer(command, IN_SCOPE | {"codes": [code]})
        assert (status, found["outcome"]) == (1, "out of scope")
        assert not_met(found) == {"listed-code", criterion}
        assert says in one_line(answer_of(command, IN_SCOPE | {"codes": [code]})[1])


def test_a_code_of_the_model_without_a_policy_here_is_in_scope_and_said_not_to_be_encoded() -> None:
    knee = IN_SCOPE | {"codes": ["29877"]}
    found = scope(knee).as_dict()
    assert (found["outcome"], found["services"]) == ("in scope", ["knee_arthroscopy"])
    with lacking("knee_arthroscopy"):
        text = one_line(render(check(knee), "-", everything=True))
        elsewhere = check(knee | {"state": "other"}).as_dict()
    assert "INVALID" in text
    assert "Arthroscopic lavage and debridement of the osteoarthritic knee" in text
    assert "no policy here encodes it" in text
    assert (elsewhere["outcome"], not_met(elsewhere)) == ("out of scope", {"state"})


def test_every_code_of_a_service_reaches_its_policy() -> None:
    program = SHIPPED["wiser@6.0.0"]
    left = {f"C527{number}" for number in range(1, 9)}  # before the first day of the policy
    encoded = {service.id: set(service.codes) - left for service in program.services if service.id in SERVICES}
    assert {entry.id: set(entry.codes) for entry in POLICIES} == encoded
    for service, codes in encoded.items():
        for code in codes:
            assert check({"codes": [code], "received_date": "2026-05-04"}).policy.id == service


# ---------------------------------------------------------------- the version


@pytest.mark.parametrize("service", ["esi", "scs"])
@pytest.mark.parametrize(
    ("received", "version", "in_force"),
    [
        ("2026-01-05", "1.0.0", "met"),
        ("2026-04-23", "1.0.0", "met"),
        ("2026-04-24", "6.0.0", "met"),
        ("2031-12-30", "6.0.0", "met"),
    ],
)
def test_the_day_of_receipt_chooses_the_version(service: str, received: str, version: str, in_force: str) -> None:
    found = answer("check", READY[service] | {"received_date": received})[1]
    assert (found["policy"], found["version"]) == (service, version)
    if found["outcome"] != "invalid":  # a fact of one version may be none of the other
        assert verdicts(found)["in-force"] == in_force
    base = dict(SHIPPED[f"{service}@{version}"].examples[0].request) | {"received_date": received}
    assert verdicts(answer("check", base)[1])["in-force"] == in_force


@pytest.mark.parametrize("service", list(READY))
def test_before_the_first_day_of_submission_the_program_says_so(service: str) -> None:
    status, found = answer("check", READY[service] | {"received_date": "2026-01-04"})
    assert (status, found["policy"], found["outcome"]) == (1, "wiser", "out of scope")
    assert not_met(found) >= {"in-force", "requests-open"}


@pytest.mark.parametrize("service", ["pva", "cervical_fusion"])
def test_a_service_with_one_version_says_when_it_was_not_yet_in_force(service: str) -> None:
    early = READY[service] | {"received_date": "2026-04-23"}
    status, found = answer("check", early)
    assert (status, found["outcome"]) == (2, "invalid")  # and not out of scope: the program does concern it
    assert found["problems"] == [
        {
            "path": "/received_date",
            "rule": f"the criteria of {service.replace('_', ' ')} are known here from 2026-04-24 on,"
            " and not for that day",
            "code": "no-version-on-that-day",
        }
    ]
    assert answer("scope", early)[1]["outcome"] == "in scope"
    assert answer("check", early | {"received_date": "2026-04-24"})[1]["outcome"] == "ready"


# ---------------------------------------------------------------- clocks


def days(found: dict[str, Any]) -> dict[str, str | None]:
    return {deadline["id"]: deadline["day"] or deadline["verdict"] for deadline in found["deadlines"]}


@pytest.mark.parametrize(
    ("clock", "change", "day"),
    [
        pytest.param("last-service-date", {"decision_date": "2026-01-05"}, "2026-05-04", id="the guide's own example"),
        pytest.param("last-service-date", {"decision_date": "2026-12-01"}, "2027-03-30", id="over a short February"),
        pytest.param("last-service-date", {"decision_date": "2027-12-01"}, "2028-03-29", id="over a leap day"),
        pytest.param("last-service-date", {"decision_date": "2027-11-02"}, "2028-02-29", id="to a leap day"),
        pytest.param("last-service-date", {"decision_date": "2028-02-29"}, "2028-06-27", id="from a leap day"),
        pytest.param("standard-decision", {"received_date": "2026-05-08"}, "2026-05-11", id="over a weekend"),
        pytest.param("standard-decision", {"received_date": "2028-02-27"}, "2028-03-01", id="3 days, leap year"),
        pytest.param("standard-decision", {"received_date": "2027-02-27"}, "2027-03-02", id="3 days, no leap year"),
        pytest.param(
            "expedited-decision", {"received_date": "2028-02-27", "expedited": True}, "2028-02-29", id="2 days"
        ),
        pytest.param(
            "expedited-decision", {"received_date": "2026-12-31", "expedited": True}, "2027-01-02", id="a new year"
        ),
        pytest.param("records-due", {"records_asked": "2026-05-01"}, "2026-06-15", id="45 days"),
        pytest.param("records-due", {"records_asked": "2028-01-16"}, "2028-03-01", id="45 days over a leap day"),
    ],
)
def test_a_clock_ends_on_the_day_that_the_calendar_says(clock: str, change: dict[str, Any], day: str) -> None:
    for service in SERVICES:
        for command in ("check", "scope"):
            request = READY[service] | change
            assert days(answer(command, request)[1])[clock] == day
            title = next(c.title for c in SHIPPED["wiser@6.0.0"].clocks if c.id == clock)
            assert f"{title}: {in_words(day)} (" in one_line(answer_of(command, request)[1])


def test_a_request_is_either_standard_or_expedited() -> None:
    assert days(answer("check", READY["esi"])[1])["expedited-decision"] == "not applicable"
    found = answer("check", READY["esi"] | {"expedited": True})[1]
    assert days(found)["standard-decision"] == "not applicable"
    assert "A standard decision" not in answer_of("check", READY["esi"] | {"expedited": True})[1]


@pytest.mark.parametrize(
    ("left_out", "clock", "waits_for"),
    [
        (["expedited"], "standard-decision", ["expedited"]),
        (["expedited"], "expedited-decision", ["expedited"]),
        (["received_date"], "standard-decision", ["received_date"]),
        (["received_date", "expedited"], "expedited-decision", ["expedited", "received_date"]),
        ([], "last-service-date", ["decision_date"]),
        ([], "records-due", ["records_asked"]),
    ],
)
def test_a_clock_without_its_date_says_what_it_waits_for(left_out: list[str], clock: str, waits_for: list[str]) -> None:
    request = without(READY["pva"], *left_out)
    found = answer("scope", request)[1]
    (deadline,) = (deadline for deadline in found["deadlines"] if deadline["id"] == clock)
    assert (deadline["day"], deadline["verdict"]) == (None, "missing")
    assert sorted(fact["fact"] for fact in deadline["missing"]) == waits_for
    waits = ", ".join(name.replace("_", " ") for name in waits_for)
    assert f"{deadline['title']}: not known yet without {waits} (" in one_line(answer_of("scope", request)[1])


def test_an_invalid_request_starts_no_clock() -> None:
    found = answer("check", READY["esi"] | {"pregnant": "no"})[1]
    assert (found["outcome"], found["deadlines"], found["state"]) == ("invalid", [], None)


@pytest.mark.parametrize("key", SHIPPED)
@settings(max_examples=400 if FUZZ else 25, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_the_clocks_of_a_validator_agree_with_their_meaning(key: str, data: DataObject) -> None:
    policy = SHIPPED[key]
    request = data.draw(requests_for(key))
    named = {fact.name: fact for fact in policy.facts}
    for name in data.draw(st.sets(st.sampled_from(["decision_date", "records_asked", "received_date"]))):
        kind = named[name].type
        assert isinstance(kind, Date)
        request[name] = data.draw(st.dates(kind.first, kind.last)).isoformat()
    case, problems = read_case(policy.facts, request)
    assert not problems
    result = validator(policy.id, policy.version).check(request)
    assert [deadline.day or deadline.verdict for deadline in result.deadlines()] == [
        str(due(clock, case)) for clock in policy.clocks
    ]
    for deadline, clock in zip(result.deadlines(), policy.clocks, strict=True):
        assert deadline.clock.id == clock.id
        assert all(fact.name not in request for fact in deadline.missing)
        assert bool(deadline.missing) is (deadline.verdict == "missing")


@given(st.dates(date(2026, 1, 5), date(2036, 8, 1)))
@settings(max_examples=200)
def test_the_days_of_a_decision_count_on_the_calendar(day: date) -> None:
    known = days(scope({"decision_date": day.isoformat()}).as_dict())
    last = date.fromisoformat(known["last-service-date"] or "")
    assert (last - day).days + 1 == 120  # the day of the decision is the first


# ---------------------------------------------------------------- nothing breaks it (test_canary looks for leaks)


def documents_of_any_kind() -> SearchStrategy[Any]:
    """JSON values, often with the names, codes and dates of requests."""
    names = st.sampled_from(sorted({fact.name for policy in SHIPPED.values() for fact in policy.facts}))
    words = st.sampled_from(["64483", "62323", "29877", "22514", "99999", "2026-05-04", "2026-02-30", "TX", "11", ""])
    leaf = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | words
    return st.recursive(
        leaf,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names | st.text(max_size=5), inner, max_size=6),
    )


def requests_of_any_kind() -> SearchStrategy[Any]:
    """A document, or a good request with documents in place of some of its answers."""
    good = st.sampled_from([IN_SCOPE, *READY.values()])
    any_ = documents_of_any_kind()
    spoiled = st.tuples(good, st.dictionaries(st.sampled_from(sorted(IN_SCOPE)), any_, max_size=3))
    return any_ | spoiled.map(lambda pair: pair[0] | pair[1])


@given(requests_of_any_kind())
@settings(max_examples=400 if FUZZ else 75, suppress_health_check=[HealthCheck.too_slow])
def test_every_document_has_an_answer(request_: Any) -> None:
    for result, outcomes in ((check(request_), {*OUTCOMES, *SCOPE_OUTCOMES}), (scope(request_), {*SCOPE_OUTCOMES})):
        assert result.outcome in outcomes
        assert result.outcome in render(result, "-", asks_of(result), everything=True).lower()
        json.dumps(result.as_dict(), allow_nan=False)


def test_a_mistyped_fact_is_not_passed_over_by_scope() -> None:
    found = answer("scope", {"codes": ["64483"], "payor": "original", "history": "p. 1"})[1]
    assert found["outcome"] == "invalid"
    assert found["problems"] == [
        {"path": "", "rule": "1 key is not a fact; did you mean payer?", "code": "unknown-fact"}
    ]
    assert answer("scope", {"codes": ["64483"], "history": "p. 1"})[1]["outcome"] == "cannot tell yet"
