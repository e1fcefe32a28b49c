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

from wiser_policies._rules import is_codes, is_number, problems, read
from wiser_policies._runtime import (
    MET,
    MISSING,
    NOT_APPLICABLE,
    NOT_MET,
    Citation,
    Clock,
    Criterion,
    Fact,
    Policy,
    Reason,
    Result,
    State,
    Verdict,
    at_least,
    is_day,
    mover,
    only_if,
    test,
)


def check(request: object) -> Result:
    """The verdicts on a request, or what makes it invalid.

    `request` is what a JSON reader returns. Never raises. Problems name places, never values.
    """
    if not is_valid(request):
        request, problems = read(POLICY.facts, request)
        if problems:
            return Result(POLICY, (), {}, problems)
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
        verdict_trial_response(
            pain_shown_by,
            pain_before,
            pain_during,
            pain_reduction,
            function_restored,
        ),
        verdict_percutaneous_leads(not_percutaneous, obstacles),
        verdict_each_kind(failed, contraindicated),
        verdict_drugs_for_pain(
            drugs_halved,
            pain_shown_by,
            pain_before,
            pain_during,
            pain_reduction,
        ),
        verdict_trial_leads(trial_percutaneous, trial_explained),
        verdict_device_code(codes),
        verdict_percutaneous_code(codes),
    )
    return Result(POLICY, verdicts, request)


def ends(request: dict[str, Any]) -> tuple[str, ...]:
    """The day each clock ends, or why it has none, for a valid request."""
    expedited = request.get("expedited")
    received_date = request.get("received_date")
    decision_date = request.get("decision_date")
    records_asked = request.get("records_asked")
    return (
        end_of_standard_decision(expedited, received_date),
        end_of_expedited_decision(expedited, received_date),
        end_of_last_service_date(decision_date),
        end_of_records_due(records_asked),
    )


def end_of_standard_decision(expedited: bool | None, received_date: str | None) -> str:
    """A standard decision is due: 3 days after received date.

    “3 calendar days”
    """
    if expedited is True:
        return NOT_APPLICABLE
    if expedited is False and received_date is not None:
        return plus_3_days(received_date)
    return MISSING


def end_of_expedited_decision(expedited: bool | None, received_date: str | None) -> str:
    """An expedited decision is due: 2 days after received date.

    “2 calendar days”
    """
    if expedited is False:
        return NOT_APPLICABLE
    if expedited is True and received_date is not None:
        return plus_2_days(received_date)
    return MISSING


def end_of_last_service_date(decision_date: str | None) -> str:
    """The last date of service for which a favorable decision holds: 119 days after decision date.

    “120 calendar days starting from the decision date”
    """
    if decision_date is not None:
        return plus_119_days(decision_date)
    return MISSING


def end_of_records_due(records_asked: str | None) -> str:
    """Records of a claim without prior authorization are due: 45 days after records asked.

    “45 calendar days from the date of the request”
    """
    if records_asked is not None:
        return plus_45_days(records_asked)
    return MISSING


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


def verdict_no_emergency(
    emergency_modifier: bool | None,
    emergency_revenue: bool | None,
) -> Verdict:
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
    if received_date is not None and service_date is not None and received_date >= service_date:
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
    if (
        (codes is not None and "63655" not in codes)
        or (implant_stage is not None and implant_stage != "permanent")
    ):
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
    if (
        codes is not None
        and "63655" in codes
        and implant_stage is not None
        and implant_stage != "permanent"
    ):
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


def verdict_earlier_treatments(
    failed: dict[str, bool] | None,
    contraindicated: dict[str, bool] | None,
) -> Verdict:
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
    if (
        truth_pain_halved(pain_shown_by, pain_before, pain_during, pain_reduction) is True
        and function_restored is True
    ):
        return MET
    if (
        truth_pain_halved(pain_shown_by, pain_before, pain_during, pain_reduction) is False
        or function_restored is False
    ):
        return NOT_MET
    return MISSING


def verdict_percutaneous_leads(
    not_percutaneous: bool | None,
    obstacles: dict[str, bool] | None,
) -> Verdict:
    """The patient is not a candidate for percutaneous leads, with a reason.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, box 5
    “e.g., previous instrumentation”
    Readings: C4
    """
    if not_percutaneous is True and obstacles is not None and True in obstacles.values():
        return MET
    if (
        not_percutaneous is False
        or (obstacles is not None and len(obstacles) == 4 and True not in obstacles.values())
    ):
        return NOT_MET
    return MISSING


def verdict_each_kind(
    failed: dict[str, bool] | None,
    contraindicated: dict[str, bool] | None,
) -> Verdict:
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
            (
                failed.get("drugs") is False
                and contraindicated is not None
                and contraindicated.get("drugs") is False
            )
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
    if (
        drugs_halved is True
        and truth_pain_halved(pain_shown_by, pain_before, pain_during, pain_reduction) is False
    ):
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
                    or (
                        pain_during is not None
                        and 100 * (pain_before - pain_during) < 50 * pain_before - 0.05
                    )
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
            and (
                received_date is None
                or ("2020-01-01" <= received_date <= "2036-12-31" and is_day(received_date))
            )
            and (
                service_date is None
                or ("2020-01-01" <= service_date <= "2036-12-31" and is_day(service_date))
            )
            and (state is None or state in STATE_ANSWERS)
            and (
                examination is None
                or (
                    type(examination) is str
                    and len(examination) <= 500
                    and examination.strip(' \t\n\r') != ""
                )
            )
            and (implant_stage is None or implant_stage in IMPLANT_STAGE_ANSWERS)
            and (payer is None or payer in PAYER_ANSWERS)
            and (place_of_service is None or place_of_service in PLACE_OF_SERVICE_ANSWERS)
            and (bill_type is None or bill_type in BILL_TYPE_ANSWERS)
            and (
                emergency_modifier is None
                or emergency_modifier is True
                or emergency_modifier is False
            )
            and (
                emergency_revenue is None
                or emergency_revenue is True
                or emergency_revenue is False
            )
            and (provider_exempt is None or provider_exempt is True or provider_exempt is False)
            and (expedited is None or expedited is True or expedited is False)
            and (
                decision_date is None
                or ("2026-01-05" <= decision_date <= "2036-12-31" and is_day(decision_date))
            )
            and (
                records_asked is None
                or ("2026-01-15" <= records_asked <= "2036-12-31" and is_day(records_asked))
            )
            and (
                condition is None
                or (
                    type(condition) is str
                    and len(condition) <= 500
                    and condition.strip(' \t\n\r') != ""
                )
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
                or (
                    type(trial_report) is str
                    and len(trial_report) <= 500
                    and trial_report.strip(' \t\n\r') != ""
                )
            )
            and (
                trial_percutaneous is None
                or trial_percutaneous is True
                or trial_percutaneous is False
            )
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
            and (
                function_restored is None
                or function_restored is True
                or function_restored is False
            )
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


def reasons(request: dict[str, Any]) -> tuple[Reason, ...]:
    """Why each criterion has its verdict, for a valid request."""
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
    return (
        reason_requests_open(received_date),
        reason_performance_period(service_date),
        reason_payer(payer),
        reason_state(state),
        reason_place(place_of_service),
        reason_bill_type(place_of_service, bill_type),
        reason_no_emergency(emergency_modifier, emergency_revenue),
        reason_not_exempt(provider_exempt),
        reason_before_service(received_date, service_date),
        reason_other_program(codes),
        reason_left_the_model(codes),
        reason_delayed_service(codes),
        reason_in_force(received_date),
        reason_listed_code(codes, implant_stage),
        reason_code_63655(codes, implant_stage),
        reason_condition(condition, examination),
        reason_late_resort(chronic_pain, late_resort),
        reason_earlier_treatments(failed, contraindicated),
        reason_team(evaluated_by),
        reason_trial_done(trial_done, trial_report),
        reason_trial_response(
            pain_shown_by,
            pain_before,
            pain_during,
            pain_reduction,
            function_restored,
        ),
        reason_percutaneous_leads(not_percutaneous, obstacles),
        reason_each_kind(failed, contraindicated),
        reason_drugs_for_pain(
            drugs_halved,
            pain_shown_by,
            pain_before,
            pain_during,
            pain_reduction,
        ),
        reason_trial_leads(trial_percutaneous, trial_explained),
        reason_device_code(codes),
        reason_percutaneous_code(codes),
    )


def reason_requests_open(received_date: str | None) -> Reason:
    """Why requests-open is met, not met or missing."""
    return (
        test(
            "On which date was the request received? on or after 2026-01-05",
            "",
            ("received_date",),
            received_date is not None and received_date >= "2026-01-05",
            received_date is not None and received_date < "2026-01-05",
        )
    )


def reason_performance_period(service_date: str | None) -> Reason:
    """Why performance-period is met, not met or missing."""
    return (
        test(
            "On which date is the service planned? on or after 2026-01-15, and on or before 2031-12-31",
            "on or after January 15, 2026",
            ("service_date",),
            (
                service_date is not None
                and service_date >= "2026-01-15"
                and service_date <= "2031-12-31"
            ),
            (
                service_date is not None
                and (service_date < "2026-01-15" or service_date > "2031-12-31")
            ),
        )
    )


def reason_payer(payer: str | None) -> Reason:
    """Why payer is met, not met or missing."""
    return (
        test(
            "Who pays for the service? Original Medicare",
            "",
            ("payer",),
            payer == "original",
            payer is not None and payer != "original",
        )
    )


def reason_state(state: str | None) -> Reason:
    """Why state is met, not met or missing."""
    return (
        test(
            "In which state will the service be given? one of: Arizona; New Jersey; Ohio; Oklahoma; Texas; Washington",
            "",
            ("state",),
            state in {"AZ", "NJ", "OH", "OK", "TX", "WA"},
            state is not None and state not in {"AZ", "NJ", "OH", "OK", "TX", "WA"},
        )
    )


def reason_place(place_of_service: str | None) -> Reason:
    """Why place is met, not met or missing."""
    return (
        test(
            "Where will the service be given? one of: office (11); home (12); hospital outpatient department off campus (19); hospital outpatient department on campus (22); ambulatory surgical center (24)",
            "",
            ("place_of_service",),
            place_of_service in {"11", "12", "19", "22", "24"},
            place_of_service is not None and place_of_service not in {"11", "12", "19", "22", "24"},
        )
    )


def reason_bill_type(place_of_service: str | None, bill_type: str | None) -> Reason:
    """Why bill-type is met, not met or missing."""
    return (
        only_if(
            test(
                "Where will the service be given? one of: hospital outpatient department off campus (19); hospital outpatient department on campus (22)",
                "",
                ("place_of_service",),
                place_of_service in {"19", "22"},
                place_of_service is not None and place_of_service not in {"19", "22"},
            ),
            test(
                "Which type of bill will the hospital send? hospital outpatient (13X)",
                "",
                ("bill_type",),
                bill_type == "13X",
                bill_type is not None and bill_type != "13X",
            ),
        )
    )


def reason_no_emergency(emergency_modifier: bool | None, emergency_revenue: bool | None) -> Reason:
    """Why no-emergency is met, not met or missing."""
    return (
        at_least(
            2,
            "",
            "",
            test(
                "Will the claim carry modifier ET? No",
                "",
                ("emergency_modifier",),
                emergency_modifier is False,
                emergency_modifier is True,
            ),
            test(
                "Will the claim carry a revenue code that begins with 045? No",
                "",
                ("emergency_revenue",),
                emergency_revenue is False,
                emergency_revenue is True,
            ),
        )
    )


def reason_not_exempt(provider_exempt: bool | None) -> Reason:
    """Why not-exempt is met, not met or missing."""
    return (
        test(
            "Is the provider exempt from the model on the day the request is received? No",
            "",
            ("provider_exempt",),
            provider_exempt is False,
            provider_exempt is True,
        )
    )


def reason_before_service(received_date: str | None, service_date: str | None) -> Reason:
    """Why before-service is met, not met or missing."""
    return (
        test(
            "On which date was the request received? before service date",
            "before",
            ("received_date", "service_date"),
            received_date is not None and service_date is not None and received_date < service_date,
            (
                received_date is not None
                and service_date is not None
                and received_date >= service_date
            ),
        )
    )


def reason_other_program(codes: list[str] | None) -> Reason:
    """Why other-program is met, not met or missing."""
    return (
        test(
            "Which procedure codes are on the request? none of: 63650; 22551; 22552",
            "",
            ("codes",),
            codes is not None and SOME_CODES_1.isdisjoint(codes),
            codes is not None and not SOME_CODES_1.isdisjoint(codes),
        )
    )


def reason_left_the_model(codes: list[str] | None) -> Reason:
    """Why left-the-model is met, not met or missing."""
    return (
        test(
            "Which procedure codes are on the request? none of: 22585",
            "",
            ("codes",),
            codes is not None and "22585" not in codes,
            codes is not None and "22585" in codes,
        )
    )


def reason_delayed_service(codes: list[str] | None) -> Reason:
    """Why delayed-service is met, not met or missing."""
    return (
        test(
            "Which procedure codes are on the request? none of: 61867; 61868",
            "",
            ("codes",),
            codes is not None and SOME_CODES_2.isdisjoint(codes),
            codes is not None and not SOME_CODES_2.isdisjoint(codes),
        )
    )


def reason_in_force(received_date: str | None) -> Reason:
    """Why in-force is met, not met or missing."""
    return (
        test(
            "On which date was the request received? on or after 2026-04-24",
            "",
            ("received_date",),
            received_date is not None and received_date >= "2026-04-24",
            received_date is not None and received_date < "2026-04-24",
        )
    )


def reason_listed_code(codes: list[str] | None, implant_stage: str | None) -> Reason:
    """Why listed-code is met, not met or missing."""
    return (
        at_least(
            2,
            "",
            "for the permanent implantation procedure",
            test(
                "Which procedure codes are on the request? includes 63655",
                "",
                ("codes",),
                codes is not None and "63655" in codes,
                codes is not None and "63655" not in codes,
            ),
            test(
                "Is this the permanent implant or a trial? permanent implant",
                "",
                ("implant_stage",),
                implant_stage == "permanent",
                implant_stage is not None and implant_stage != "permanent",
            ),
        )
    )


def reason_code_63655(codes: list[str] | None, implant_stage: str | None) -> Reason:
    """Why code-63655 is met, not met or missing."""
    return (
        only_if(
            test(
                "Which procedure codes are on the request? includes 63655",
                "",
                ("codes",),
                codes is not None and "63655" in codes,
                codes is not None and "63655" not in codes,
            ),
            test(
                "Is this the permanent implant or a trial? permanent implant",
                "for the permanent implantation procedure",
                ("implant_stage",),
                implant_stage == "permanent",
                implant_stage is not None and implant_stage != "permanent",
            ),
        )
    )


def reason_condition(condition: str | None, examination: str | None) -> Reason:
    """Why condition is met, not met or missing."""
    return (
        at_least(
            2,
            "",
            "and applicable physical exam",
            test(
                "Where is the condition that calls for the stimulator?",
                "",
                ("condition",),
                condition is not None,
                False,
            ),
            test(
                "Where is the physical examination?",
                "",
                ("examination",),
                examination is not None,
                False,
            ),
        )
    )


def reason_late_resort(chronic_pain: bool | None, late_resort: bool | None) -> Reason:
    """Why late-resort is met, not met or missing."""
    return (
        at_least(
            2,
            "",
            "only as a late resort (if not a last resort)",
            test(
                "Does the patient have chronic intractable pain? Yes",
                "",
                ("chronic_pain",),
                chronic_pain is True,
                chronic_pain is False,
            ),
            test(
                "Is stimulation used only as a late or last resort? Yes",
                "",
                ("late_resort",),
                late_resort is True,
                late_resort is False,
            ),
        )
    )


def reason_earlier_treatments(
    failed: dict[str, bool] | None,
    contraindicated: dict[str, bool] | None,
) -> Reason:
    """Why earlier-treatments is met, not met or missing."""
    return (
        at_least(
            1,
            "",
            "(or documentation that they were contraindicated)",
            at_least(
                1,
                "Which of these treatments were tried and failed? Answer for each one that was looked for.",
                "at least one treatment tried and failed",
                test(
                    "medication",
                    "",
                    ("failed",),
                    failed is not None and failed.get("drugs") is True,
                    failed is not None and failed.get("drugs") is False,
                ),
                test(
                    "physical therapy",
                    "",
                    ("failed",),
                    failed is not None and failed.get("physical_therapy") is True,
                    failed is not None and failed.get("physical_therapy") is False,
                ),
                test(
                    "injections",
                    "",
                    ("failed",),
                    failed is not None and failed.get("injections") is True,
                    failed is not None and failed.get("injections") is False,
                ),
                test(
                    "spine surgery",
                    "",
                    ("failed",),
                    failed is not None and failed.get("spine_surgery") is True,
                    failed is not None and failed.get("spine_surgery") is False,
                ),
                test(
                    "cognitive behavioral therapy",
                    "",
                    ("failed",),
                    failed is not None and failed.get("behavioral_therapy") is True,
                    failed is not None and failed.get("behavioral_therapy") is False,
                ),
                test(
                    "another treatment",
                    "",
                    ("failed",),
                    failed is not None and failed.get("other_treatment") is True,
                    failed is not None and failed.get("other_treatment") is False,
                ),
            ),
            at_least(
                5,
                "Which of these treatments are contraindicated? Answer for each one that was looked for.",
                "",
                test(
                    "medication",
                    "",
                    ("contraindicated",),
                    contraindicated is not None and contraindicated.get("drugs") is True,
                    contraindicated is not None and contraindicated.get("drugs") is False,
                ),
                test(
                    "physical therapy",
                    "",
                    ("contraindicated",),
                    contraindicated is not None and contraindicated.get("physical_therapy") is True,
                    (
                        contraindicated is not None
                        and contraindicated.get("physical_therapy") is False
                    ),
                ),
                test(
                    "injections",
                    "",
                    ("contraindicated",),
                    contraindicated is not None and contraindicated.get("injections") is True,
                    contraindicated is not None and contraindicated.get("injections") is False,
                ),
                test(
                    "spine surgery",
                    "",
                    ("contraindicated",),
                    contraindicated is not None and contraindicated.get("spine_surgery") is True,
                    contraindicated is not None and contraindicated.get("spine_surgery") is False,
                ),
                test(
                    "cognitive behavioral therapy",
                    "",
                    ("contraindicated",),
                    (
                        contraindicated is not None
                        and contraindicated.get("behavioral_therapy") is True
                    ),
                    (
                        contraindicated is not None
                        and contraindicated.get("behavioral_therapy") is False
                    ),
                ),
            ),
        )
    )


def reason_team(evaluated_by: dict[str, bool] | None) -> Reason:
    """Why team is met, not met or missing."""
    return (
        at_least(
            4,
            "Which of these evaluations of the patient are on the chart?",
            "surgical, medical, and physical therapy",
            test(
                "psychological",
                "",
                ("evaluated_by",),
                evaluated_by is not None and evaluated_by.get("psychological") is True,
                evaluated_by is not None and evaluated_by.get("psychological") is False,
            ),
            test(
                "surgical",
                "",
                ("evaluated_by",),
                evaluated_by is not None and evaluated_by.get("surgical") is True,
                evaluated_by is not None and evaluated_by.get("surgical") is False,
            ),
            test(
                "medical",
                "",
                ("evaluated_by",),
                evaluated_by is not None and evaluated_by.get("medical") is True,
                evaluated_by is not None and evaluated_by.get("medical") is False,
            ),
            test(
                "physical therapy",
                "",
                ("evaluated_by",),
                evaluated_by is not None and evaluated_by.get("therapy") is True,
                evaluated_by is not None and evaluated_by.get("therapy") is False,
            ),
        )
    )


def reason_trial_done(trial_done: bool | None, trial_report: str | None) -> Reason:
    """Why trial-done is met, not met or missing."""
    return (
        at_least(
            2,
            "",
            "should be done, and documentation should be submitted",
            test(
                "Was a trial done with a temporarily implanted electrode? Yes",
                "",
                ("trial_done",),
                trial_done is True,
                trial_done is False,
            ),
            test(
                "Where is the report of the trial?",
                "",
                ("trial_report",),
                trial_report is not None,
                False,
            ),
        )
    )


def reason_trial_response(
    pain_shown_by: str | None,
    pain_before: float | None,
    pain_during: float | None,
    pain_reduction: float | None,
    function_restored: bool | None,
) -> Reason:
    """Why trial-response is met, not met or missing."""
    return (
        at_least(
            2,
            "",
            "and evidence of functional restoration",
            at_least(
                1,
                "Pain fell by at least half with the trial electrode",
                "",
                at_least(
                    2,
                    "",
                    "",
                    test(
                        "Does the chart show the change in pain as two scores, or as a percentage only? two scores",
                        "",
                        ("pain_shown_by",),
                        pain_shown_by == "scores",
                        pain_shown_by is not None and pain_shown_by != "scores",
                    ),
                    test(
                        "What was the pain score with the trial electrode, on the same scale? has fallen from the pain before by at least 50 percent",
                        "50% reduction",
                        ("pain_before", "pain_during"),
                        (
                            pain_before is not None
                            and pain_before > 0
                            and pain_during is not None
                            and 100 * (pain_before - pain_during) >= 50 * pain_before - 0.05
                        ),
                        (
                            pain_before is not None
                            and (
                                pain_before <= 0
                                or (
                                    pain_during is not None
                                    and 100 * (pain_before - pain_during) < 50 * pain_before - 0.05
                                )
                            )
                        ),
                    ),
                ),
                at_least(
                    2,
                    "",
                    "",
                    test(
                        "Does the chart show the change in pain as two scores, or as a percentage only? a percentage only",
                        "",
                        ("pain_shown_by",),
                        pain_shown_by == "percentage",
                        pain_shown_by is not None and pain_shown_by != "percentage",
                    ),
                    test(
                        "By how many percent did the pain fall with the trial electrode? If it did not fall, 0. 50 percent or more",
                        "50% reduction",
                        ("pain_reduction",),
                        pain_reduction is not None and pain_reduction >= 50,
                        pain_reduction is not None and pain_reduction < 50,
                    ),
                ),
            ),
            test(
                "Is there evidence that the trial electrode restored function? Yes",
                "",
                ("function_restored",),
                function_restored is True,
                function_restored is False,
            ),
        )
    )


def reason_percutaneous_leads(
    not_percutaneous: bool | None,
    obstacles: dict[str, bool] | None,
) -> Reason:
    """Why percutaneous-leads is met, not met or missing."""
    return (
        at_least(
            2,
            "",
            "e.g., previous instrumentation",
            test(
                "Does the chart say that the patient is not a candidate for percutaneous leads? Yes",
                "",
                ("not_percutaneous",),
                not_percutaneous is True,
                not_percutaneous is False,
            ),
            at_least(
                1,
                "Which of these are the reason that percutaneous leads do not suit? Answer for each one that was looked for.",
                "",
                test(
                    "previous instrumentation",
                    "",
                    ("obstacles",),
                    obstacles is not None and obstacles.get("instrumentation") is True,
                    obstacles is not None and obstacles.get("instrumentation") is False,
                ),
                test(
                    "challenging anatomy",
                    "",
                    ("obstacles",),
                    obstacles is not None and obstacles.get("anatomy") is True,
                    obstacles is not None and obstacles.get("anatomy") is False,
                ),
                test(
                    "high body mass index",
                    "",
                    ("obstacles",),
                    obstacles is not None and obstacles.get("high_bmi") is True,
                    obstacles is not None and obstacles.get("high_bmi") is False,
                ),
                test(
                    "another technical challenge or reason",
                    "",
                    ("obstacles",),
                    obstacles is not None and obstacles.get("other_obstacle") is True,
                    obstacles is not None and obstacles.get("other_obstacle") is False,
                ),
            ),
        )
    )


def reason_each_kind(
    failed: dict[str, bool] | None,
    contraindicated: dict[str, bool] | None,
) -> Reason:
    """Why each-kind is met, not met or missing."""
    return (
        at_least(
            4,
            "",
            "",
            at_least(
                1,
                "",
                "",
                test(
                    "Which of these treatments were tried and failed? Answer for each one that was looked for. medication",
                    "",
                    ("failed",),
                    failed is not None and failed.get("drugs") is True,
                    failed is not None and failed.get("drugs") is False,
                ),
                test(
                    "Which of these treatments are contraindicated? Answer for each one that was looked for. medication",
                    "",
                    ("contraindicated",),
                    contraindicated is not None and contraindicated.get("drugs") is True,
                    contraindicated is not None and contraindicated.get("drugs") is False,
                ),
            ),
            at_least(
                1,
                "",
                "",
                test(
                    "Which of these treatments were tried and failed? Answer for each one that was looked for. spine surgery",
                    "",
                    ("failed",),
                    failed is not None and failed.get("spine_surgery") is True,
                    failed is not None and failed.get("spine_surgery") is False,
                ),
                test(
                    "Which of these treatments are contraindicated? Answer for each one that was looked for. spine surgery",
                    "",
                    ("contraindicated",),
                    contraindicated is not None and contraindicated.get("spine_surgery") is True,
                    contraindicated is not None and contraindicated.get("spine_surgery") is False,
                ),
            ),
            at_least(
                1,
                "",
                "",
                test(
                    "Which of these treatments were tried and failed? Answer for each one that was looked for. physical therapy",
                    "",
                    ("failed",),
                    failed is not None and failed.get("physical_therapy") is True,
                    failed is not None and failed.get("physical_therapy") is False,
                ),
                test(
                    "Which of these treatments are contraindicated? Answer for each one that was looked for. physical therapy",
                    "",
                    ("contraindicated",),
                    contraindicated is not None and contraindicated.get("physical_therapy") is True,
                    (
                        contraindicated is not None
                        and contraindicated.get("physical_therapy") is False
                    ),
                ),
            ),
            at_least(
                1,
                "",
                "",
                test(
                    "Which of these treatments were tried and failed? Answer for each one that was looked for. cognitive behavioral therapy",
                    "",
                    ("failed",),
                    failed is not None and failed.get("behavioral_therapy") is True,
                    failed is not None and failed.get("behavioral_therapy") is False,
                ),
                test(
                    "Which of these treatments are contraindicated? Answer for each one that was looked for. cognitive behavioral therapy",
                    "",
                    ("contraindicated",),
                    (
                        contraindicated is not None
                        and contraindicated.get("behavioral_therapy") is True
                    ),
                    (
                        contraindicated is not None
                        and contraindicated.get("behavioral_therapy") is False
                    ),
                ),
            ),
        )
    )


def reason_drugs_for_pain(
    drugs_halved: bool | None,
    pain_shown_by: str | None,
    pain_before: float | None,
    pain_during: float | None,
    pain_reduction: float | None,
) -> Reason:
    """Why drugs-for-pain is met, not met or missing."""
    return (
        only_if(
            test(
                "Were pain drugs cut by half or more with the trial electrode? Yes",
                "",
                ("drugs_halved",),
                drugs_halved is True,
                drugs_halved is False,
            ),
            at_least(
                1,
                "Pain fell by at least half with the trial electrode",
                "",
                at_least(
                    2,
                    "",
                    "",
                    test(
                        "Does the chart show the change in pain as two scores, or as a percentage only? two scores",
                        "",
                        ("pain_shown_by",),
                        pain_shown_by == "scores",
                        pain_shown_by is not None and pain_shown_by != "scores",
                    ),
                    test(
                        "What was the pain score with the trial electrode, on the same scale? has fallen from the pain before by at least 50 percent",
                        "50% reduction",
                        ("pain_before", "pain_during"),
                        (
                            pain_before is not None
                            and pain_before > 0
                            and pain_during is not None
                            and 100 * (pain_before - pain_during) >= 50 * pain_before - 0.05
                        ),
                        (
                            pain_before is not None
                            and (
                                pain_before <= 0
                                or (
                                    pain_during is not None
                                    and 100 * (pain_before - pain_during) < 50 * pain_before - 0.05
                                )
                            )
                        ),
                    ),
                ),
                at_least(
                    2,
                    "",
                    "",
                    test(
                        "Does the chart show the change in pain as two scores, or as a percentage only? a percentage only",
                        "",
                        ("pain_shown_by",),
                        pain_shown_by == "percentage",
                        pain_shown_by is not None and pain_shown_by != "percentage",
                    ),
                    test(
                        "By how many percent did the pain fall with the trial electrode? If it did not fall, 0. 50 percent or more",
                        "50% reduction",
                        ("pain_reduction",),
                        pain_reduction is not None and pain_reduction >= 50,
                        pain_reduction is not None and pain_reduction < 50,
                    ),
                ),
            ),
        )
    )


def reason_trial_leads(trial_percutaneous: bool | None, trial_explained: bool | None) -> Reason:
    """Why trial-leads is met, not met or missing."""
    return (
        only_if(
            test(
                "Were the leads of the trial percutaneous? Yes",
                "",
                ("trial_percutaneous",),
                trial_percutaneous is True,
                trial_percutaneous is False,
            ),
            test(
                "Does the chart say why permanent percutaneous leads do not suit, although those of the trial did? Yes",
                "",
                ("trial_explained",),
                trial_explained is True,
                trial_explained is False,
            ),
        )
    )


def reason_device_code(codes: list[str] | None) -> Reason:
    """Why device-code is met, not met or missing."""
    return (
        test(
            "Which procedure codes are on the request? includes 63685",
            "",
            ("codes",),
            codes is not None and "63685" in codes,
            codes is not None and "63685" not in codes,
        )
    )


def reason_percutaneous_code(codes: list[str] | None) -> Reason:
    """Why percutaneous-code is met, not met or missing."""
    return (
        test(
            "Which procedure codes are on the request? none of: 63650",
            "will not overlap with or include",
            ("codes",),
            codes is not None and "63650" not in codes,
            codes is not None and "63650" in codes,
        )
    )


YES_OR_NO = frozenset((bool,))
STATE_ANSWERS = frozenset((
    "AZ", "NJ", "OH", "OK", "TX", "WA", "AL", "AK", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA",
    "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT",
    "NE", "NV", "NH", "NM", "NY", "NC", "ND", "OR", "PA", "RI", "SC", "SD", "TN", "UT", "VT", "VA",
    "WV", "WI", "WY", "AS", "GU", "MP", "PR", "VI", "other",
))
IMPLANT_STAGE_ANSWERS = frozenset(("permanent", "trial"))
PAYER_ANSWERS = frozenset((
    "original", "advantage", "railroad", "veterans", "indian_health", "education_only", "rebill",
    "other_payer",
))
PLACE_OF_SERVICE_ANSWERS = frozenset(("11", "12", "19", "22", "24", "21", "23", "other_place"))
BILL_TYPE_ANSWERS = frozenset(("13X", "85X", "other_bill"))
FAILED_ANSWERS = frozenset((
    "drugs", "physical_therapy", "injections", "spine_surgery", "behavioral_therapy",
    "other_treatment",
))
CONTRAINDICATED_ANSWERS = frozenset((
    "drugs", "physical_therapy", "injections", "spine_surgery", "behavioral_therapy",
))
EVALUATED_BY_ANSWERS = frozenset(("psychological", "surgical", "medical", "therapy"))
PAIN_SHOWN_BY_ANSWERS = frozenset(("scores", "percentage"))
OBSTACLES_ANSWERS = frozenset(("instrumentation", "anatomy", "high_bmi", "other_obstacle"))
SOME_CODES_1 = frozenset(("22551", "22552", "63650"))
SOME_CODES_2 = frozenset(("61867", "61868"))
plus_119_days = mover(0, 119)
plus_2_days = mover(0, 2)
plus_3_days = mover(0, 3)
plus_45_days = mover(0, 45)

POLICY = Policy(
    id="scs",
    version="6.0.0",
    title="Spinal cord stimulator, permanent implantation through a laminectomy",
    effective="2026-04-24",
    until=None,
    codes=("63655",),
    facts=(
        Fact(
            "codes",
            "codes",
            'a list of at most 100 different HCPCS codes, such as "62323", without a modifier',
            "Which procedure codes are on the request?",
            "Request",
            options=("[0-9A-Z][0-9]{3}[0-9A-Z]",),
        ),
        Fact(
            "received_date",
            "date",
            "a date written YYYY-MM-DD, from 2020-01-01 to 2036-12-31",
            "On which date was the request received?",
            "Request",
            low="2020-01-01",
            high="2036-12-31",
        ),
        Fact(
            "service_date",
            "date",
            "a date written YYYY-MM-DD, from 2020-01-01 to 2036-12-31",
            "On which date is the service planned?",
            "Request",
            low="2020-01-01",
            high="2036-12-31",
        ),
        Fact(
            "state",
            "choice",
            "one of AZ, NJ, OH, OK, TX, WA, AL, AK, AR, CA, CO, CT, DE, DC, FL, GA, HI, ID, IL, IN, IA, KS, KY, LA, ME, MD, MA, MI, MN, MS, MO, MT, NE, NV, NH, NM, NY, NC, ND, OR, PA, RI, SC, SD, TN, UT, VT, VA, WV, WI, WY, AS, GU, MP, PR, VI, other",
            "In which state will the service be given?",
            "Request",
            options=("AZ", "NJ", "OH", "OK", "TX", "WA", "AL", "AK", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NM", "NY", "NC", "ND", "OR", "PA", "RI", "SC", "SD", "TN", "UT", "VT", "VA", "WV", "WI", "WY", "AS", "GU", "MP", "PR", "VI", "other"),
        ),
        Fact(
            "examination",
            "note",
            "text of 1 to 500 characters that says where it stands in the chart",
            "Where is the physical examination?",
            "Examination and imaging",
        ),
        Fact(
            "implant_stage",
            "choice",
            "one of permanent, trial",
            "Is this the permanent implant or a trial?",
            "Procedure plan",
            options=("permanent", "trial"),
        ),
        Fact(
            "payer",
            "choice",
            "one of original, advantage, railroad, veterans, indian_health, education_only, rebill, other_payer",
            "Who pays for the service?",
            "Request",
            options=("original", "advantage", "railroad", "veterans", "indian_health", "education_only", "rebill", "other_payer"),
        ),
        Fact(
            "place_of_service",
            "choice",
            "one of 11, 12, 19, 22, 24, 21, 23, other_place",
            "Where will the service be given?",
            "Request",
            options=("11", "12", "19", "22", "24", "21", "23", "other_place"),
        ),
        Fact(
            "bill_type",
            "choice",
            "one of 13X, 85X, other_bill",
            "Which type of bill will the hospital send?",
            "Request",
            options=("13X", "85X", "other_bill"),
        ),
        Fact(
            "emergency_modifier",
            "yes_no",
            "true or false",
            "Will the claim carry modifier ET?",
            "Request",
        ),
        Fact(
            "emergency_revenue",
            "yes_no",
            "true or false",
            "Will the claim carry a revenue code that begins with 045?",
            "Request",
        ),
        Fact(
            "provider_exempt",
            "yes_no",
            "true or false",
            "Is the provider exempt from the model on the day the request is received?",
            "Request",
        ),
        Fact(
            "expedited",
            "yes_no",
            "true or false",
            "Was the request accepted as expedited?",
            "Dates",
        ),
        Fact(
            "decision_date",
            "date",
            "a date written YYYY-MM-DD, from 2026-01-05 to 2036-12-31",
            "On which date was the request decided?",
            "Dates",
            low="2026-01-05",
            high="2036-12-31",
        ),
        Fact(
            "records_asked",
            "date",
            "a date written YYYY-MM-DD, from 2026-01-15 to 2036-12-31",
            "On which date were records of a claim asked for?",
            "Dates",
            low="2026-01-15",
            high="2036-12-31",
        ),
        Fact(
            "condition",
            "note",
            "text of 1 to 500 characters that says where it stands in the chart",
            "Where is the condition that calls for the stimulator?",
            "History",
        ),
        Fact(
            "chronic_pain",
            "yes_no",
            "true or false",
            "Does the patient have chronic intractable pain?",
            "History",
        ),
        Fact(
            "late_resort",
            "yes_no",
            "true or false",
            "Is stimulation used only as a late or last resort?",
            "History",
        ),
        Fact(
            "failed",
            "findings",
            "an object that gives true or false for any of drugs, physical_therapy, injections, spine_surgery, behavioral_therapy, other_treatment",
            "Which of these treatments were tried and failed? Answer for each one that was looked for.",
            "Earlier care",
            options=("drugs", "physical_therapy", "injections", "spine_surgery", "behavioral_therapy", "other_treatment"),
        ),
        Fact(
            "contraindicated",
            "findings",
            "an object that gives true or false for any of drugs, physical_therapy, injections, spine_surgery, behavioral_therapy",
            "Which of these treatments are contraindicated? Answer for each one that was looked for.",
            "Earlier care",
            options=("drugs", "physical_therapy", "injections", "spine_surgery", "behavioral_therapy"),
        ),
        Fact(
            "evaluated_by",
            "findings",
            "an object that gives true or false for any of psychological, surgical, medical, therapy",
            "Which of these evaluations of the patient are on the chart?",
            "Evaluation",
            options=("psychological", "surgical", "medical", "therapy"),
        ),
        Fact(
            "trial_done",
            "yes_no",
            "true or false",
            "Was a trial done with a temporarily implanted electrode?",
            "Trial",
        ),
        Fact(
            "trial_report",
            "note",
            "text of 1 to 500 characters that says where it stands in the chart",
            "Where is the report of the trial?",
            "Trial",
        ),
        Fact(
            "trial_percutaneous",
            "yes_no",
            "true or false",
            "Were the leads of the trial percutaneous?",
            "Trial",
        ),
        Fact(
            "pain_shown_by",
            "choice",
            "one of scores, percentage",
            "Does the chart show the change in pain as two scores, or as a percentage only?",
            "Trial",
            options=("scores", "percentage"),
        ),
        Fact(
            "pain_before",
            "number",
            "a number with at most 1 place from 0 to 100 (points)",
            "What was the pain score before the trial?",
            "Trial",
            low=0,
            high=100,
            places=1,
        ),
        Fact(
            "pain_during",
            "number",
            "a number with at most 1 place from 0 to 100 (points)",
            "What was the pain score with the trial electrode, on the same scale?",
            "Trial",
            low=0,
            high=100,
            places=1,
        ),
        Fact(
            "pain_reduction",
            "number",
            "a number with at most 1 place from 0 to 100 (percent)",
            "By how many percent did the pain fall with the trial electrode? If it did not fall, 0.",
            "Trial",
            low=0,
            high=100,
            places=1,
        ),
        Fact(
            "function_restored",
            "yes_no",
            "true or false",
            "Is there evidence that the trial electrode restored function?",
            "Trial",
        ),
        Fact(
            "drugs_halved",
            "yes_no",
            "true or false",
            "Were pain drugs cut by half or more with the trial electrode?",
            "Trial",
        ),
        Fact(
            "not_percutaneous",
            "yes_no",
            "true or false",
            "Does the chart say that the patient is not a candidate for percutaneous leads?",
            "Procedure plan",
        ),
        Fact(
            "obstacles",
            "findings",
            "an object that gives true or false for any of instrumentation, anatomy, high_bmi, other_obstacle",
            "Which of these are the reason that percutaneous leads do not suit? Answer for each one that was looked for.",
            "Procedure plan",
            options=("instrumentation", "anatomy", "high_bmi", "other_obstacle"),
        ),
        Fact(
            "trial_explained",
            "yes_no",
            "true or false",
            "Does the chart say why permanent percutaneous leads do not suit, although those of the trial did?",
            "Procedure plan",
        ),
    ),
    criteria=(
        Criterion(
            "requests-open",
            "The request came on or after the first day of submission",
            "scope",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "",
                    "section 1.4",
                ),
            ),
            (
                ("A1", "Services count from 15 January 2026 on, that day included. Requests could be sent from 5 January 2026 on."),
            ),
        ),
        Criterion(
            "performance-period",
            "The service falls in the performance period of the model",
            "scope",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "",
                    "section 1.4 and quick reference",
                ),
                Citation(
                    "faq",
                    "WISeR Model frequently asked questions, of which only the opening was at hand",
                    "",
                    "",
                    "date of service",
                ),
            ),
            (
                ("A1", "Services count from 15 January 2026 on, that day included. Requests could be sent from 5 January 2026 on."),
                ("A2", "The last day is 31 December 2031, that day included."),
            ),
        ),
        Criterion(
            "payer",
            "Original Medicare pays",
            "scope",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "",
                    "sections 1.2 and 8.2",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "state",
            "The service is given in one of the six states of the model",
            "scope",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "",
                    "section 1.4",
                ),
            ),
            (
                ("A3", "The state where the service is given counts, and not the patient's home or the billing office."),
            ),
        ),
        Criterion(
            "place",
            "The place is an office, a home, a hospital outpatient department or a surgical center",
            "scope",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "",
                    "section 1.5",
                ),
            ),
            (
                ("A6", "Only the listed places and bill type 13X belong to the model. Type 85X and places 21 and 23 do not."),
                ("A4", "The office belongs to the model, and has since the first version of the guide."),
                ("A5", "In hospital outpatient departments and surgical centers the claim of the facility is selected. That of the professional follows it."),
            ),
        ),
        Criterion(
            "bill-type",
            "The hospital sends an outpatient bill",
            "scope",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "",
                    "section 1.5",
                ),
            ),
            (
                ("A6", "Only the listed places and bill type 13X belong to the model. Type 85X and places 21 and 23 do not."),
            ),
        ),
        Criterion(
            "no-emergency",
            "The claim is not one of an emergency department",
            "scope",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "",
                    "section 8.2",
                ),
            ),
            (
                ("A7", "Only the modifier or the revenue code takes a claim out. A request that is merely urgent is expedited."),
            ),
        ),
        Criterion(
            "not-exempt",
            "The provider is not exempt from the model",
            "scope",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "",
                    "section 5",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "before-service",
            "The request came before the service",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "",
                    "section 3, item 2",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "other-program",
            "No code on the request belongs to CMS's program for hospital outpatient departments",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "",
                    "sections 1.5, 6.2.5 and 6.2.11",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "left-the-model",
            "No code on the request has left the model",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "",
                    "version history, version 3.0 of December 23, 2025",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "delayed-service",
            "No code on the request is of a delayed service",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "",
                    "section 6.2",
                ),
                Citation("delay_notice", "Notice CMS-5056-N2, 91 FR 17282", "", "", "two services"),
            ),
            (
            ),
        ),
        Criterion(
            "in-force",
            "The request is received while this version is in force",
            "scope",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.5",
                    "date of publication",
                ),
            ),
            (
                ("A15", "The version in force on the day the request is received applies, whatever the planned date. The guide gives no first day of its own, so its date of publication is taken. A July 2026 edition exists, and its text is not encoded here."),
            ),
        ),
        Criterion(
            "listed-code",
            "A procedure code of this policy is on the request",
            "scope",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.5",
                    "list of codes",
                ),
            ),
            (
                ("C5", "A trial with this code is out of scope, which is no fault of the chart. The code alone does not tell the two apart, so the request says which it is. Device code 63685 beside it suggests the permanent implant; without it, this is flagged."),
            ),
        ),
        Criterion(
            "code-63655",
            "Code 63655 is used for this service",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.5",
                    "opening",
                ),
                Citation(
                    "model",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "1.5",
                    "permanent implantation only",
                ),
            ),
            (
                ("C5", "A trial with this code is out of scope, which is no fault of the chart. The code alone does not tell the two apart, so the request says which it is. Device code 63685 beside it suggests the permanent implant; without it, this is flagged."),
            ),
        ),
        Criterion(
            "condition",
            "The condition that calls for the stimulator and the examination are on the chart",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.5",
                    "box 1",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "late-resort",
            "The pain is chronic and intractable, and stimulation is only a late resort",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.5",
                    "box 2",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "earlier-treatments",
            "At least one treatment was tried and failed, or every listed one is contraindicated",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.5",
                    "box 2",
                ),
            ),
            (
                ("C1b", "A contraindication stands in for the trial of that one treatment. If no treatment was tried and failed, each of the five listed needs its own."),
                ("C1", "One failed treatment is enough, and the list is open. Medication, surgery, physical or behavioral therapy left out altogether is flagged."),
            ),
        ),
        Criterion(
            "team",
            "All four parts of the team evaluated the patient",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.5",
                    "box 3",
                ),
            ),
            (
                ("C2", "The four are joined by and, so all four evaluations are needed."),
            ),
        ),
        Criterion(
            "trial-done",
            "A trial was done, and its report is there",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.5",
                    "opening and box 4",
                ),
            ),
            (
                ("C7", "The text says should. Box 4 asks for the result of the trial, so the trial is taken as required."),
            ),
        ),
        Criterion(
            "trial-response",
            "The trial cut the pain by at least half and restored function",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.5",
                    "box 4",
                ),
            ),
            (
                ("C3c", "Both are needed, less pain and restored function."),
                ("C3", "The text speaks of a reduction in pain relief, which would ask for less relief. That is a slip, and a reduction in pain is meant. Exactly half passes, and nothing is rounded."),
            ),
        ),
        Criterion(
            "percutaneous-leads",
            "The patient is not a candidate for percutaneous leads, with a reason",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.5",
                    "box 5",
                ),
            ),
            (
                ("C4", "This goes with code 63655 alone. Percutaneous leads have code 63650, which is no part of this model. The listed reasons are examples, and one reason is needed."),
            ),
        ),
        Criterion(
            "each-kind",
            "Medication, surgery, physical and behavioral therapy each failed or are contraindicated",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.5",
                    "box 2",
                ),
            ),
            (
                ("C1", "One failed treatment is enough, and the list is open. Medication, surgery, physical or behavioral therapy left out altogether is flagged."),
            ),
        ),
        Criterion(
            "drugs-for-pain",
            "Where pain drugs were cut by half, the pain itself fell by half too",
            "advisory",
            (
                Citation(
                    "palmetto_checklist",
                    "Palmetto GBA, Spinal Cord Stimulator Checklist, known from a note that quotes one line of it",
                    "",
                    "",
                    "trial",
                ),
                Citation(
                    "cohere_page",
                    "Cohere Health page on spinal cord stimulators, known from a note on it",
                    "",
                    "",
                    "trial",
                ),
            ),
            (
                ("C3b", "The checklist of another contractor takes half the pain drugs in place of half the pain. The guide does not. A clinician must look."),
                ("C3", "The text speaks of a reduction in pain relief, which would ask for less relief. That is a slip, and a reduction in pain is meant. Exactly half passes, and nothing is rounded."),
            ),
        ),
        Criterion(
            "trial-leads",
            "After a trial with percutaneous leads, the chart says why permanent ones do not suit",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.5",
                    "box 5",
                ),
            ),
            (
                ("C4b", "A trial is often percutaneous. That alone does not show that permanent percutaneous leads would suit, but the reason has to say why they do not."),
            ),
        ),
        Criterion(
            "device-code",
            "The code of the device, 63685, stands beside 63655",
            "advisory",
            (
                Citation(
                    "appendix",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "",
                    "C, Table C5, list of associated codes",
                ),
            ),
            (
                ("C5", "A trial with this code is out of scope, which is no fault of the chart. The code alone does not tell the two apart, so the request says which it is. Device code 63685 beside it suggests the permanent implant; without it, this is flagged."),
            ),
        ),
        Criterion(
            "percutaneous-code",
            "Code 63650 for percutaneous leads is not on the request",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.5",
                    "opening",
                ),
            ),
            (
            ),
        ),
    ),
    reasons=reasons,
    clocks=(
        Clock(
            "standard-decision",
            "A standard decision is due",
            "3 days after received date",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "",
                    "section 4.2.1 and quick reference",
                ),
            ),
            (
                ("A9", "The day of receipt is day 0, and weekends count. A request that goes through the MAC may take a day longer to be received."),
            ),
            ("expedited", "received_date"),
        ),
        Clock(
            "expedited-decision",
            "An expedited decision is due",
            "2 days after received date",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "",
                    "quick reference",
                ),
            ),
            (
                ("A10", "These are calendar days. One section says only days, and the quick reference says which."),
            ),
            ("expedited", "received_date"),
        ),
        Clock(
            "last-service-date",
            "The last date of service for which a favorable decision holds",
            "119 days after decision date",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "",
                    "section 4.3",
                ),
            ),
            (
                ("A8", "The decision date is day 1, as in the worked example of the guide, so the last day is 119 days later. A leap day counts as a day."),
            ),
            ("decision_date",),
        ),
        Clock(
            "records-due",
            "Records of a claim without prior authorization are due",
            "45 days after records asked",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "",
                    "section 7.2 and quick reference",
                ),
            ),
            (
                ("A11", "Calendar days count from the date on the letter. The forty-fifth day is still in time."),
            ),
            ("records_asked",),
        ),
    ),
    ends=ends,
    states=(
        State(
            "AZ",
            "Arizona",
            "Noridian",
            "JF",
            "Zyter Inc.",
            "zytercms.gov.hosted.health",
            "NCD 160.7",
        ),
        State(
            "NJ",
            "New Jersey",
            "Novitas",
            "JL",
            "Genzeon Corporation",
            "portal.hip.one",
            "NCD 160.7",
        ),
        State("OH", "Ohio", "CGS", "J15", "Innovaccer Inc.", "wiser.innovaccer.us", "NCD 160.7"),
        State(
            "OK",
            "Oklahoma",
            "Novitas",
            "JH",
            "Humata Health, Inc.",
            "psi.humatahealth.com",
            "NCD 160.7",
        ),
        State(
            "TX",
            "Texas",
            "Novitas",
            "JH",
            "Cohere Health, Inc.",
            "next.coherehealth.com",
            "NCD 160.7",
        ),
        State(
            "WA",
            "Washington",
            "Noridian",
            "JF",
            "Virtix Health LLC",
            "wiser.portal.virtixhealth.com",
            "NCD 160.7",
        ),
    ),
    meaning="7e5e8e845a9b701c1bf1f73bdd302c3110c013dcfcc4d7fd7ea69dd44c5bf5b9",
)
