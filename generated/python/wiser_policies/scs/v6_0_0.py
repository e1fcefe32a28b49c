"""Spinal cord stimulator, permanent implantation through a laminectomy: policy scs, version 6.0.0.

For requests received on or after 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, section 6.2.5, 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, section 1.5, 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, 2026-04-24.

Generated from policies/scs/6.0.0.yaml; do not edit.
It speaks of documentation and makes no coverage decision. None means that the
chart does not say.
"""

from __future__ import annotations

from typing import Any

from wiser_policies._compiled import load
from wiser_policies._dates import is_day
from wiser_policies._result import Result
from wiser_policies._rules import is_codes, is_number, read
from wiser_policies._verdicts import MET, MISSING, NOT_APPLICABLE, NOT_MET, Verdict


def check(request: object) -> Result:
    """The verdicts on a request, or what makes it invalid.

    `request` is what a JSON reader returns. Never raises. Problems name places, never values.
    """
    if not is_valid(request):
        request, broken = read(POLICY.facts, request)
        if broken:
            return Result(POLICY, (), {}, broken)
    return judge(request)  # type: ignore[arg-type]


def judge(request: dict[str, Any]) -> Result:
    """The verdicts on a request that is known to be valid."""
    get = request.get
    codes = get("codes")
    received_date = get("received_date")
    service_date = get("service_date")
    state = get("state")
    examination = get("examination")
    implant_stage = get("implant_stage")
    payer = get("payer")
    place_of_service = get("place_of_service")
    bill_type = get("bill_type")
    emergency_modifier = get("emergency_modifier")
    emergency_revenue = get("emergency_revenue")
    provider_exempt = get("provider_exempt")
    expedited = get("expedited")
    decision_date = get("decision_date")
    records_asked = get("records_asked")
    condition = get("condition")
    chronic_pain = get("chronic_pain")
    late_resort = get("late_resort")
    failed = get("failed")
    contraindicated = get("contraindicated")
    evaluated_by = get("evaluated_by")
    trial_done = get("trial_done")
    trial_report = get("trial_report")
    trial_percutaneous = get("trial_percutaneous")
    pain_shown_by = get("pain_shown_by")
    pain_before = get("pain_before")
    pain_during = get("pain_during")
    pain_reduction = get("pain_reduction")
    function_restored = get("function_restored")
    drugs_halved = get("drugs_halved")
    not_percutaneous = get("not_percutaneous")
    obstacles = get("obstacles")
    trial_explained = get("trial_explained")
    verdicts = (
        verdict_requests_open(received_date),
        verdict_performance_period(service_date),
        verdict_payer(payer),
        verdict_state(state),
        verdict_place(place_of_service),
        verdict_bill_type(place_of_service, bill_type),
        verdict_no_emergency(emergency_modifier, emergency_revenue),
        verdict_not_exempt(provider_exempt),
        verdict_before_service(received_date, service_date),
        verdict_other_program(codes),
        verdict_left_the_model(codes),
        verdict_delayed_service(codes),
        verdict_in_force(received_date),
        verdict_listed_code(codes, implant_stage),
        verdict_code_63655(codes, implant_stage),
        verdict_condition(condition, examination),
        verdict_late_resort(chronic_pain, late_resort),
        verdict_earlier_treatments(failed, contraindicated),
        verdict_team(evaluated_by),
        verdict_trial_done(trial_done, trial_report),
        verdict_trial_response(pain_shown_by, pain_before, pain_during, pain_reduction, function_restored),
        verdict_percutaneous_leads(not_percutaneous, obstacles),
        verdict_each_kind(failed, contraindicated),
        verdict_drugs_for_pain(drugs_halved, pain_shown_by, pain_before, pain_during, pain_reduction),
        verdict_trial_leads(trial_percutaneous, trial_explained),
        verdict_device_code(codes),
        verdict_percutaneous_code(codes),
    )
    return Result(POLICY, verdicts, request)


def verdict_requests_open(received_date: str | None) -> Verdict:
    """The request came on or after the first day of submission.

    WISeR Provider and Supplier Operational Guide 6.0, section 1.4
    Readings: A1
    """
    if received_date is not None and received_date >= "2026-01-05":
        return MET
    if received_date is not None and received_date < "2026-01-05":
        return NOT_MET
    return MISSING


def verdict_performance_period(service_date: str | None) -> Verdict:
    """The service falls in the performance period of the model.

    WISeR Provider and Supplier Operational Guide 6.0, section 1.4 and quick reference
    WISeR Model frequently asked questions, of which only the opening was at hand, date of service
    “on or after January 15, 2026”
    Readings: A1, A2
    """
    if service_date is not None and service_date >= "2026-01-15" and service_date <= "2031-12-31":
        return MET
    if service_date is not None and (service_date < "2026-01-15" or service_date > "2031-12-31"):
        return NOT_MET
    return MISSING


def verdict_payer(payer: str | None) -> Verdict:
    """Original Medicare pays.

    WISeR Provider and Supplier Operational Guide 6.0, sections 1.2 and 8.2
    """
    if payer == "original":
        return MET
    if payer is not None and payer != "original":
        return NOT_MET
    return MISSING


def verdict_state(state: str | None) -> Verdict:
    """The service is given in one of the six states of the model.

    WISeR Provider and Supplier Operational Guide 6.0, section 1.4
    Readings: A3
    """
    if state in {"AZ", "NJ", "OH", "OK", "TX", "WA"}:
        return MET
    if state is not None and state not in {"AZ", "NJ", "OH", "OK", "TX", "WA"}:
        return NOT_MET
    return MISSING


def verdict_place(place_of_service: str | None) -> Verdict:
    """The place is an office, a home, a hospital outpatient department or a surgical center.

    WISeR Provider and Supplier Operational Guide 6.0, section 1.5
    Readings: A6, A4, A5
    """
    if place_of_service in {"11", "12", "19", "22", "24"}:
        return MET
    if place_of_service is not None and place_of_service not in {"11", "12", "19", "22", "24"}:
        return NOT_MET
    return MISSING


def verdict_bill_type(place_of_service: str | None, bill_type: str | None) -> Verdict:
    """The hospital sends an outpatient bill.

    WISeR Provider and Supplier Operational Guide 6.0, section 1.5
    Readings: A6
    """
    if place_of_service is not None and place_of_service not in {"19", "22"}:
        return NOT_APPLICABLE
    if bill_type == "13X":
        return MET
    if place_of_service in {"19", "22"} and bill_type is not None and bill_type != "13X":
        return NOT_MET
    return MISSING


def verdict_no_emergency(emergency_modifier: bool | None, emergency_revenue: bool | None) -> Verdict:
    """The claim is not one of an emergency department.

    WISeR Provider and Supplier Operational Guide 6.0, section 8.2
    Readings: A7
    """
    if emergency_modifier is False and emergency_revenue is False:
        return MET
    if emergency_modifier is True or emergency_revenue is True:
        return NOT_MET
    return MISSING


def verdict_not_exempt(provider_exempt: bool | None) -> Verdict:
    """The provider is not exempt from the model.

    WISeR Provider and Supplier Operational Guide 6.0, section 5
    """
    if provider_exempt is False:
        return MET
    if provider_exempt is True:
        return NOT_MET
    return MISSING


def verdict_before_service(received_date: str | None, service_date: str | None) -> Verdict:
    """The request came before the service.

    WISeR Provider and Supplier Operational Guide 6.0, section 3, item 2
    “before”
    """
    if received_date is not None and service_date is not None and received_date < service_date:
        return MET
    if (received_date or "2020-01-01") >= (service_date or "2036-12-31"):
        return NOT_MET
    return MISSING


def verdict_other_program(codes: list[str] | None) -> Verdict:
    """No code on the request belongs to CMS's program for hospital outpatient departments.

    WISeR Provider and Supplier Operational Guide 6.0, sections 1.5, 6.2.5 and 6.2.11
    """
    if codes is not None and SOME_CODES_1.isdisjoint(codes):
        return MET
    if codes is not None and not SOME_CODES_1.isdisjoint(codes):
        return NOT_MET
    return MISSING


def verdict_left_the_model(codes: list[str] | None) -> Verdict:
    """No code on the request has left the model.

    WISeR Provider and Supplier Operational Guide 6.0, version history, version 3.0 of December 23, 2025
    """
    if codes is not None and "22585" not in codes:
        return MET
    if codes is not None and "22585" in codes:
        return NOT_MET
    return MISSING


def verdict_delayed_service(codes: list[str] | None) -> Verdict:
    """No code on the request is of a delayed service.

    WISeR Provider and Supplier Operational Guide 6.0, section 6.2
    Notice CMS-5056-N2, 91 FR 17282, two services
    """
    if codes is not None and SOME_CODES_2.isdisjoint(codes):
        return MET
    if codes is not None and not SOME_CODES_2.isdisjoint(codes):
        return NOT_MET
    return MISSING


def verdict_in_force(received_date: str | None) -> Verdict:
    """The request is received while this version is in force.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, date of publication
    Readings: A15
    """
    if received_date is not None and received_date >= "2026-04-24":
        return MET
    if received_date is not None and received_date < "2026-04-24":
        return NOT_MET
    return MISSING


def verdict_listed_code(codes: list[str] | None, implant_stage: str | None) -> Verdict:
    """A procedure code of this policy is on the request.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, list of codes
    “for the permanent implantation procedure”
    Readings: C5
    """
    if codes is not None and "63655" in codes and implant_stage == "permanent":
        return MET
    if (codes is not None and "63655" not in codes) or (implant_stage is not None and implant_stage != "permanent"):
        return NOT_MET
    return MISSING


def verdict_code_63655(codes: list[str] | None, implant_stage: str | None) -> Verdict:
    """Code 63655 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, opening
    WISeR Provider and Supplier Operational Guide 6.0 1.5, permanent implantation only
    “for the permanent implantation procedure”
    Readings: C5
    """
    if codes is not None and "63655" not in codes:
        return NOT_APPLICABLE
    if implant_stage == "permanent":
        return MET
    if codes is not None and "63655" in codes and implant_stage is not None and implant_stage != "permanent":
        return NOT_MET
    return MISSING


def verdict_condition(condition: str | None, examination: str | None) -> Verdict:
    """The condition that calls for the stimulator and the examination are on the chart.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, box 1
    “and applicable physical exam”
    """
    if condition is not None and examination is not None:
        return MET
    return MISSING


def verdict_late_resort(chronic_pain: bool | None, late_resort: bool | None) -> Verdict:
    """The pain is chronic and intractable, and stimulation is only a late resort.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, box 2
    “only as a late resort (if not a last resort)”
    """
    if chronic_pain is True and late_resort is True:
        return MET
    if chronic_pain is False or late_resort is False:
        return NOT_MET
    return MISSING


def verdict_earlier_treatments(failed: dict[str, bool] | None, contraindicated: dict[str, bool] | None) -> Verdict:
    """At least one treatment was tried and failed, or every listed one is contraindicated.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, box 2
    “(or documentation that they were contraindicated)”
    “at least one treatment tried and failed”
    Readings: C1b, C1
    """
    if (
        (failed is not None and True in failed.values())
        or (
            contraindicated is not None
            and contraindicated.get("drugs") is True
            and contraindicated.get("physical_therapy") is True
            and contraindicated.get("injections") is True
            and contraindicated.get("spine_surgery") is True
            and contraindicated.get("behavioral_therapy") is True
        )
    ):
        return MET
    if (
        failed is not None
        and len(failed) == 6
        and True not in failed.values()
        and contraindicated is not None
        and (
            contraindicated.get("drugs") is False
            or contraindicated.get("physical_therapy") is False
            or contraindicated.get("injections") is False
            or contraindicated.get("spine_surgery") is False
            or contraindicated.get("behavioral_therapy") is False
        )
    ):
        return NOT_MET
    return MISSING


def verdict_team(evaluated_by: dict[str, bool] | None) -> Verdict:
    """All four parts of the team evaluated the patient.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, box 3
    “surgical, medical, and physical therapy”
    Readings: C2
    """
    if (
        evaluated_by is not None
        and evaluated_by.get("psychological") is True
        and evaluated_by.get("surgical") is True
        and evaluated_by.get("medical") is True
        and evaluated_by.get("therapy") is True
    ):
        return MET
    if (
        evaluated_by is not None
        and (
            evaluated_by.get("psychological") is False
            or evaluated_by.get("surgical") is False
            or evaluated_by.get("medical") is False
            or evaluated_by.get("therapy") is False
        )
    ):
        return NOT_MET
    return MISSING


def verdict_trial_done(trial_done: bool | None, trial_report: str | None) -> Verdict:
    """A trial was done, and its report is there.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, opening and box 4
    “should be done, and documentation should be submitted”
    Readings: C7
    """
    if trial_done is True and trial_report is not None:
        return MET
    if trial_done is False:
        return NOT_MET
    return MISSING


def verdict_trial_response(
    pain_shown_by: str | None,
    pain_before: float | None,
    pain_during: float | None,
    pain_reduction: float | None,
    function_restored: bool | None,
) -> Verdict:
    """The trial cut the pain by at least half and restored function.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, box 4
    “and evidence of functional restoration”
    “50% reduction”
    Readings: C3c, C3
    """
    if truth_pain_halved(pain_shown_by, pain_before, pain_during, pain_reduction) is True and function_restored is True:
        return MET
    if (
        truth_pain_halved(pain_shown_by, pain_before, pain_during, pain_reduction) is False
        or function_restored is False
    ):
        return NOT_MET
    return MISSING


def verdict_percutaneous_leads(not_percutaneous: bool | None, obstacles: dict[str, bool] | None) -> Verdict:
    """The patient is not a candidate for percutaneous leads, with a reason.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, box 5
    “e.g., previous instrumentation”
    Readings: C4
    """
    if not_percutaneous is True and obstacles is not None and True in obstacles.values():
        return MET
    if not_percutaneous is False or (obstacles is not None and len(obstacles) == 4 and True not in obstacles.values()):
        return NOT_MET
    return MISSING


def verdict_each_kind(failed: dict[str, bool] | None, contraindicated: dict[str, bool] | None) -> Verdict:
    """Medication, surgery, physical and behavioral therapy each failed or are contraindicated.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, box 2
    Readings: C1
    """
    if (
        (
            (failed is not None and failed.get("drugs") is True)
            or (contraindicated is not None and contraindicated.get("drugs") is True)
        )
        and (
            (failed is not None and failed.get("spine_surgery") is True)
            or (contraindicated is not None and contraindicated.get("spine_surgery") is True)
        )
        and (
            (failed is not None and failed.get("physical_therapy") is True)
            or (contraindicated is not None and contraindicated.get("physical_therapy") is True)
        )
        and (
            (failed is not None and failed.get("behavioral_therapy") is True)
            or (contraindicated is not None and contraindicated.get("behavioral_therapy") is True)
        )
    ):
        return MET
    if (
        failed is not None
        and (
            (failed.get("drugs") is False and contraindicated is not None and contraindicated.get("drugs") is False)
            or (
                failed.get("spine_surgery") is False
                and contraindicated is not None
                and contraindicated.get("spine_surgery") is False
            )
            or (
                failed.get("physical_therapy") is False
                and contraindicated is not None
                and contraindicated.get("physical_therapy") is False
            )
            or (
                failed.get("behavioral_therapy") is False
                and contraindicated is not None
                and contraindicated.get("behavioral_therapy") is False
            )
        )
    ):
        return NOT_MET
    return MISSING


def verdict_drugs_for_pain(
    drugs_halved: bool | None,
    pain_shown_by: str | None,
    pain_before: float | None,
    pain_during: float | None,
    pain_reduction: float | None,
) -> Verdict:
    """Where pain drugs were cut by half, the pain itself fell by half too.

    Palmetto GBA, Spinal Cord Stimulator Checklist, known from a note that quotes one line of it, trial
    Cohere Health page on spinal cord stimulators, known from a note on it, trial
    “50% reduction”
    Readings: C3b, C3
    """
    if drugs_halved is False:
        return NOT_APPLICABLE
    if truth_pain_halved(pain_shown_by, pain_before, pain_during, pain_reduction) is True:
        return MET
    if drugs_halved is True and truth_pain_halved(pain_shown_by, pain_before, pain_during, pain_reduction) is False:
        return NOT_MET
    return MISSING


def verdict_trial_leads(trial_percutaneous: bool | None, trial_explained: bool | None) -> Verdict:
    """After a trial with percutaneous leads, the chart says why permanent ones do not suit.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, box 5
    Readings: C4b
    """
    if trial_percutaneous is False:
        return NOT_APPLICABLE
    if trial_explained is True:
        return MET
    if trial_percutaneous is True and trial_explained is False:
        return NOT_MET
    return MISSING


def verdict_device_code(codes: list[str] | None) -> Verdict:
    """The code of the device, 63685, stands beside 63655.

    WISeR Provider and Supplier Operational Guide 6.0, C, Table C5, list of associated codes
    Readings: C5
    """
    if codes is not None and "63685" in codes:
        return MET
    if codes is not None and "63685" not in codes:
        return NOT_MET
    return MISSING


def verdict_percutaneous_code(codes: list[str] | None) -> Verdict:
    """Code 63650 for percutaneous leads is not on the request.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, opening
    “will not overlap with or include”
    """
    if codes is not None and "63650" not in codes:
        return MET
    if codes is not None and "63650" in codes:
        return NOT_MET
    return MISSING


def truth_pain_halved(
    pain_shown_by: str | None,
    pain_before: float | None,
    pain_during: float | None,
    pain_reduction: float | None,
) -> bool | None:
    """Pain fell by at least half with the trial electrode.

    “50% reduction”
    """
    if (
        (
            pain_shown_by == "scores"
            and pain_before is not None
            and pain_before > 0
            and pain_during is not None
            and 100 * (pain_before - pain_during) >= 50 * pain_before - 0.05
        )
        or (pain_shown_by == "percentage" and pain_reduction is not None and pain_reduction >= 50)
    ):
        return True
    if (
        (
            (pain_shown_by is not None and pain_shown_by != "scores")
            or (
                pain_before is not None
                and (
                    pain_before <= 0
                    or (pain_during is not None and 100 * (pain_before - pain_during) < 50 * pain_before - 0.05)
                )
            )
        )
        and (
            (pain_shown_by is not None and pain_shown_by != "percentage")
            or (pain_reduction is not None and pain_reduction < 50)
        )
    ):
        return False
    return None


def is_valid(request: object) -> bool:
    """The fast look at the types: what it refuses, `problems` looks at again."""
    if type(request) is not dict:
        return False
    get = request.get
    codes = get("codes")
    received_date = get("received_date")
    service_date = get("service_date")
    state = get("state")
    examination = get("examination")
    implant_stage = get("implant_stage")
    payer = get("payer")
    place_of_service = get("place_of_service")
    bill_type = get("bill_type")
    emergency_modifier = get("emergency_modifier")
    emergency_revenue = get("emergency_revenue")
    provider_exempt = get("provider_exempt")
    expedited = get("expedited")
    decision_date = get("decision_date")
    records_asked = get("records_asked")
    condition = get("condition")
    chronic_pain = get("chronic_pain")
    late_resort = get("late_resort")
    failed = get("failed")
    contraindicated = get("contraindicated")
    evaluated_by = get("evaluated_by")
    trial_done = get("trial_done")
    trial_report = get("trial_report")
    trial_percutaneous = get("trial_percutaneous")
    pain_shown_by = get("pain_shown_by")
    pain_before = get("pain_before")
    pain_during = get("pain_during")
    pain_reduction = get("pain_reduction")
    function_restored = get("function_restored")
    drugs_halved = get("drugs_halved")
    not_percutaneous = get("not_percutaneous")
    obstacles = get("obstacles")
    trial_explained = get("trial_explained")
    try:
        return (
            (codes is None or is_codes(codes, "[0-9A-Z][0-9]{3}[0-9A-Z]"))
            and (received_date is None or ("2020-01-01" <= received_date <= "2036-12-31" and is_day(received_date)))
            and (service_date is None or ("2020-01-01" <= service_date <= "2036-12-31" and is_day(service_date)))
            and (state is None or state in STATE_ANSWERS)
            and (
                examination is None
                or (type(examination) is str and len(examination) <= 500 and examination.strip(' \t\n\r') != "")
            )
            and (implant_stage is None or implant_stage in IMPLANT_STAGE_ANSWERS)
            and (payer is None or payer in PAYER_ANSWERS)
            and (place_of_service is None or place_of_service in PLACE_OF_SERVICE_ANSWERS)
            and (bill_type is None or bill_type in BILL_TYPE_ANSWERS)
            and (emergency_modifier is None or emergency_modifier is True or emergency_modifier is False)
            and (emergency_revenue is None or emergency_revenue is True or emergency_revenue is False)
            and (provider_exempt is None or provider_exempt is True or provider_exempt is False)
            and (expedited is None or expedited is True or expedited is False)
            and (decision_date is None or ("2026-01-05" <= decision_date <= "2036-12-31" and is_day(decision_date)))
            and (records_asked is None or ("2026-01-15" <= records_asked <= "2036-12-31" and is_day(records_asked)))
            and (
                condition is None
                or (type(condition) is str and len(condition) <= 500 and condition.strip(' \t\n\r') != "")
            )
            and (chronic_pain is None or chronic_pain is True or chronic_pain is False)
            and (late_resort is None or late_resort is True or late_resort is False)
            and (
                failed is None
                or (
                    type(failed) is dict
                    and FAILED_ANSWERS.issuperset(failed)
                    and YES_OR_NO.issuperset(map(type, failed.values()))
                )
            )
            and (
                contraindicated is None
                or (
                    type(contraindicated) is dict
                    and CONTRAINDICATED_ANSWERS.issuperset(contraindicated)
                    and YES_OR_NO.issuperset(map(type, contraindicated.values()))
                )
            )
            and (
                evaluated_by is None
                or (
                    type(evaluated_by) is dict
                    and EVALUATED_BY_ANSWERS.issuperset(evaluated_by)
                    and YES_OR_NO.issuperset(map(type, evaluated_by.values()))
                )
            )
            and (trial_done is None or trial_done is True or trial_done is False)
            and (
                trial_report is None
                or (type(trial_report) is str and len(trial_report) <= 500 and trial_report.strip(' \t\n\r') != "")
            )
            and (trial_percutaneous is None or trial_percutaneous is True or trial_percutaneous is False)
            and (pain_shown_by is None or pain_shown_by in PAIN_SHOWN_BY_ANSWERS)
            and (
                pain_before is None
                or (type(pain_before) is int and 0 <= pain_before <= 100)
                or is_number(pain_before, 0, 100, 1)
            )
            and (
                pain_during is None
                or (type(pain_during) is int and 0 <= pain_during <= 100)
                or is_number(pain_during, 0, 100, 1)
            )
            and (
                pain_reduction is None
                or (type(pain_reduction) is int and 0 <= pain_reduction <= 100)
                or is_number(pain_reduction, 0, 100, 1)
            )
            and (function_restored is None or function_restored is True or function_restored is False)
            and (drugs_halved is None or drugs_halved is True or drugs_halved is False)
            and (not_percutaneous is None or not_percutaneous is True or not_percutaneous is False)
            and (
                obstacles is None
                or (
                    type(obstacles) is dict
                    and OBSTACLES_ANSWERS.issuperset(obstacles)
                    and YES_OR_NO.issuperset(map(type, obstacles.values()))
                )
            )
            and (trial_explained is None or trial_explained is True or trial_explained is False)
            # no key that is not a fact, and no null
            and len(request) == (
                (codes is not None)
                + (received_date is not None)
                + (service_date is not None)
                + (state is not None)
                + (examination is not None)
                + (implant_stage is not None)
                + (payer is not None)
                + (place_of_service is not None)
                + (bill_type is not None)
                + (emergency_modifier is not None)
                + (emergency_revenue is not None)
                + (provider_exempt is not None)
                + (expedited is not None)
                + (decision_date is not None)
                + (records_asked is not None)
                + (condition is not None)
                + (chronic_pain is not None)
                + (late_resort is not None)
                + (failed is not None)
                + (contraindicated is not None)
                + (evaluated_by is not None)
                + (trial_done is not None)
                + (trial_report is not None)
                + (trial_percutaneous is not None)
                + (pain_shown_by is not None)
                + (pain_before is not None)
                + (pain_during is not None)
                + (pain_reduction is not None)
                + (function_restored is not None)
                + (drugs_halved is not None)
                + (not_percutaneous is not None)
                + (obstacles is not None)
                + (trial_explained is not None)
            )
        )
    except (TypeError, ValueError, AttributeError):  # unhashable, or of another type
        return False


YES_OR_NO = frozenset((bool,))
STATE_ANSWERS = frozenset((
    "AZ", "NJ", "OH", "OK", "TX", "WA", "AL", "AK", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL",
    "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NM", "NY", "NC",
    "ND", "OR", "PA", "RI", "SC", "SD", "TN", "UT", "VT", "VA", "WV", "WI", "WY", "AS", "GU", "MP", "PR", "VI",
    "other",
))
IMPLANT_STAGE_ANSWERS = frozenset(("permanent", "trial"))
PAYER_ANSWERS = frozenset((
    "original", "advantage", "railroad", "veterans", "indian_health", "education_only", "rebill", "other_payer",
))
PLACE_OF_SERVICE_ANSWERS = frozenset(("11", "12", "19", "22", "24", "21", "23", "other_place"))
BILL_TYPE_ANSWERS = frozenset(("13X", "85X", "other_bill"))
FAILED_ANSWERS = frozenset((
    "drugs", "physical_therapy", "injections", "spine_surgery", "behavioral_therapy", "other_treatment",
))
CONTRAINDICATED_ANSWERS = frozenset(("drugs", "physical_therapy", "injections", "spine_surgery", "behavioral_therapy"))
EVALUATED_BY_ANSWERS = frozenset(("psychological", "surgical", "medical", "therapy"))
PAIN_SHOWN_BY_ANSWERS = frozenset(("scores", "percentage"))
OBSTACLES_ANSWERS = frozenset(("instrumentation", "anatomy", "high_bmi", "other_obstacle"))
SOME_CODES_1 = frozenset(("22551", "22552", "63650"))
SOME_CODES_2 = frozenset(("61867", "61868"))

POLICY = load(__spec__)
