"""Percutaneous vertebral augmentation for a compression fracture: policy pva, version 6.0.0.

For requests received on or after 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, section 6.2.9, 2026-04-24.

Generated from policies/pva/6.0.0.yaml; do not edit.
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
    pregnant = get("pregnant")
    imaging = get("imaging")
    infections = get("infections")
    payer = get("payer")
    place_of_service = get("place_of_service")
    bill_type = get("bill_type")
    emergency_modifier = get("emergency_modifier")
    emergency_revenue = get("emergency_revenue")
    provider_exempt = get("provider_exempt")
    expedited = get("expedited")
    decision_date = get("decision_date")
    records_asked = get("records_asked")
    cause = get("cause")
    debilitating = get("debilitating")
    onset = get("onset")
    phase = get("phase")
    severe_pain = get("severe_pain")
    cortex_spared = get("cortex_spared")
    imaging_signs = get("imaging_signs")
    height_loss_grew = get("height_loss_grew")
    height_reduction = get("height_reduction")
    kyphosis = get("kyphosis")
    hospitalized = get("hospitalized")
    pain = get("pain")
    pain_course = get("pain_course")
    rdq = get("rdq")
    pain_from_fracture = get("pain_from_fracture")
    optimal_care = get("optimal_care")
    therapy_failed = get("therapy_failed")
    bone_referral = get("bone_referral")
    instruction = get("instruction")
    relative_contraindications = get("relative_contraindications")
    fractures_rationale = get("fractures_rationale")
    allergy_rationale = get("allergy_rationale")
    coagulopathy_rationale = get("coagulopathy_rationale")
    instability_rationale = get("instability_rationale")
    myelopathy_rationale = get("myelopathy_rationale")
    deficit_rationale = get("deficit_rationale")
    impingement_rationale = get("impingement_rationale")
    retropulsion_rationale = get("retropulsion_rationale")
    fractured = get("fractured")
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
        verdict_listed_code(codes),
        verdict_primary_of_22512(codes),
        verdict_primary_of_22515(codes),
        verdict_cause(cause),
        verdict_debilitating(cause, debilitating),
        verdict_fracture_age(cause, onset, service_date),
        verdict_levels(cause, fractured),
        verdict_imaging(cause, imaging, imaging_signs),
        verdict_pain_level(
            cause,
            hospitalized,
            pain,
            optimal_care,
            pain_course,
            height_loss_grew,
            height_reduction,
            kyphosis,
            rdq,
        ),
        verdict_osteoporosis_care(cause, bone_referral, instruction),
        verdict_malignant(cause, severe_pain, cortex_spared),
        verdict_pain_source(pain_from_fracture),
        verdict_no_infection(infections),
        verdict_no_pregnancy(pregnant),
        verdict_many_fractures(fractured, fractures_rationale),
        verdict_cement_allergy(relative_contraindications, allergy_rationale),
        verdict_coagulopathy(relative_contraindications, coagulopathy_rationale),
        verdict_instability(relative_contraindications, instability_rationale),
        verdict_myelopathy(relative_contraindications, myelopathy_rationale),
        verdict_neurologic_deficit(relative_contraindications, deficit_rationale),
        verdict_neural_impingement(relative_contraindications, impingement_rationale),
        verdict_retropulsion(relative_contraindications, retropulsion_rationale),
        verdict_age_at_receipt(cause, onset, received_date, service_date),
        verdict_phase_and_age(cause, phase, onset, service_date),
        verdict_hospital_pain(cause, hospitalized, pain),
        verdict_medical_therapy(cause, therapy_failed),
        verdict_levels_of_22510(codes, fractured),
        verdict_levels_of_22511(codes, fractured),
        verdict_levels_of_22513(codes, fractured),
        verdict_levels_of_22514(codes, fractured),
        verdict_add_on_and_levels(fractured, codes),
        verdict_one_technique(codes),
        verdict_myeloma_levels(state, fractured, cause),
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

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, date of publication
    Readings: A15
    """
    if received_date is not None and received_date >= "2026-04-24":
        return MET
    if received_date is not None and received_date < "2026-04-24":
        return NOT_MET
    return MISSING


def verdict_listed_code(codes: list[str] | None) -> Verdict:
    """A procedure code of this policy is on the request.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, list of codes
    """
    if codes is not None and not SOME_CODES_3.isdisjoint(codes):
        return MET
    if codes is not None and SOME_CODES_3.isdisjoint(codes):
        return NOT_MET
    return MISSING


def verdict_primary_of_22512(codes: list[str] | None) -> Verdict:
    """Add-on code 22512 stands beside its primary code.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, list of codes
    Readings: A14
    """
    if codes is not None and "22512" not in codes:
        return NOT_APPLICABLE
    if codes is not None and not SOME_CODES_4.isdisjoint(codes):
        return MET
    if codes is not None and "22512" in codes and SOME_CODES_4.isdisjoint(codes):
        return NOT_MET
    return MISSING


def verdict_primary_of_22515(codes: list[str] | None) -> Verdict:
    """Add-on code 22515 stands beside its primary code.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, list of codes
    Readings: A14
    """
    if codes is not None and "22515" not in codes:
        return NOT_APPLICABLE
    if codes is not None and not SOME_CODES_5.isdisjoint(codes):
        return MET
    if codes is not None and "22515" in codes and SOME_CODES_5.isdisjoint(codes):
        return NOT_MET
    return MISSING


def verdict_cause(cause: str | None) -> Verdict:
    """The fracture is osteoporotic, or due to osteolytic metastasis or myeloma.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, boxes 1 and 2
    “metastasis, or myeloma”
    Readings: D5, D5b, D5d
    """
    if cause in {"metastasis", "myeloma", "osteoporosis"}:
        return MET
    if cause is not None and cause not in {"metastasis", "myeloma", "osteoporosis"}:
        return NOT_MET
    return MISSING


def verdict_debilitating(cause: str | None, debilitating: bool | None) -> Verdict:
    """The osteoporotic fracture is painful and debilitating.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 1
    """
    if cause is not None and cause != "osteoporosis":
        return NOT_APPLICABLE
    if debilitating is True:
        return MET
    if cause == "osteoporosis" and debilitating is False:
        return NOT_MET
    return MISSING


def verdict_fracture_age(cause: str | None, onset: str | None, service_date: str | None) -> Verdict:
    """The osteoporotic fracture is no older than 12 weeks on the planned date.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 1a
    “to 12 weeks”
    Readings: D2, D2b
    """
    if cause is not None and cause != "osteoporosis":
        return NOT_APPLICABLE
    if (
        onset is not None
        and service_date is not None
        and onset >= minus_84_days(service_date)
        and onset <= service_date
    ):
        return MET
    if (
        cause == "osteoporosis"
        and onset is not None
        and service_date is not None
        and (onset < minus_84_days(service_date) or onset > service_date)
    ):
        return NOT_MET
    return MISSING


def verdict_levels(cause: str | None, fractured: list[str] | None) -> Verdict:
    """The osteoporotic fractures to be treated lie at T1 to L5.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 1a
    “T1–L5”
    Readings: D8
    """
    if cause is not None and cause != "osteoporosis":
        return NOT_APPLICABLE
    if fractured is not None and len(fractured) >= 1 and SOME_FRACTURED_1.isdisjoint(fractured):
        return MET
    if (
        cause == "osteoporosis"
        and fractured is not None
        and (len(fractured) < 1 or not SOME_FRACTURED_1.isdisjoint(fractured))
    ):
        return NOT_MET
    return MISSING


def verdict_imaging(
    cause: str | None,
    imaging: str | None,
    imaging_signs: dict[str, bool] | None,
) -> Verdict:
    """Advanced imaging shows edema or uptake in the osteoporotic fracture.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 1a
    “bone marrow edema on MRI or”
    """
    if cause is not None and cause != "osteoporosis":
        return NOT_APPLICABLE
    if imaging is not None and imaging_signs is not None and True in imaging_signs.values():
        return MET
    if (
        cause == "osteoporosis"
        and imaging_signs is not None
        and len(imaging_signs) == 2
        and True not in imaging_signs.values()
    ):
        return NOT_MET
    return MISSING


def verdict_pain_level(
    cause: str | None,
    hospitalized: bool | None,
    pain: float | None,
    optimal_care: bool | None,
    pain_course: str | None,
    height_loss_grew: bool | None,
    height_reduction: float | None,
    kyphosis: bool | None,
    rdq: int | None,
) -> Verdict:
    """The pain of the osteoporotic fracture is strong enough, in hospital or out of it.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 1b
    “OR non-hospitalized”
    “greater than or equal to 8”
    “one of the following”
    “greater than or equal to 5”
    “at least 2 of the following”
    “More than 25%”
    “greater than 17”
    Readings: D3, D3b, D3c, D4, D4b, D3d
    """
    if cause is not None and cause != "osteoporosis":
        return NOT_APPLICABLE
    if (
        (hospitalized is True and pain is not None and pain >= 8)
        or (
            hospitalized is False
            and pain is not None
            and pain >= 5
            and optimal_care is True
            and (
                pain_course == "worse"
                or (
                    pain_course in {"better", "stable"}
                    and (
                        (height_loss_grew is True)
                        + (height_reduction is not None and height_reduction > 25)
                        + (kyphosis is True)
                        + (rdq is not None and rdq > 17)
                    ) >= 2
                )
            )
        )
    ):
        return MET
    if (
        cause == "osteoporosis"
        and (hospitalized is False or (pain is not None and pain < 8))
        and (
            hospitalized is True
            or (pain is not None and pain < 5)
            or optimal_care is False
            or (
                pain_course is not None
                and pain_course != "worse"
                and (
                    pain_course not in {"better", "stable"}
                    or (
                        (height_loss_grew is False)
                        + (height_reduction is not None and height_reduction <= 25)
                        + (kyphosis is False)
                        + (rdq is not None and rdq <= 17)
                    ) >= 3
                )
            )
        )
    ):
        return NOT_MET
    return MISSING


def verdict_osteoporosis_care(
    cause: str | None,
    bone_referral: str | None,
    instruction: str | None,
) -> Verdict:
    """The patient was referred and instructed for osteoporosis.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, boxes 1c and 1d
    Readings: D9
    """
    if cause is not None and cause != "osteoporosis":
        return NOT_APPLICABLE
    if bone_referral is not None and instruction is not None:
        return MET
    return MISSING


def verdict_malignant(
    cause: str | None,
    severe_pain: bool | None,
    cortex_spared: bool | None,
) -> Verdict:
    """Malignant destruction of the vertebral body causes severe back pain, and spares most cortical bone.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 2
    “not involving the major part”
    Readings: D5c
    """
    if cause is not None and cause not in {"metastasis", "myeloma"}:
        return NOT_APPLICABLE
    if severe_pain is True and cortex_spared is True:
        return MET
    if cause in {"metastasis", "myeloma"} and (severe_pain is False or cortex_spared is False):
        return NOT_MET
    return MISSING


def verdict_pain_source(pain_from_fracture: bool | None) -> Verdict:
    """The back pain is mainly from the fracture.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 3a
    “not primarily due”
    Readings: D6
    """
    if pain_from_fracture is True:
        return MET
    if pain_from_fracture is False:
        return NOT_MET
    return MISSING


def verdict_no_infection(infections: dict[str, bool] | None) -> Verdict:
    """Each of four infections was looked for, and none is present.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 3b
    “Osteomyelitis, discitis, or”
    """
    if (
        infections is not None
        and infections.get("osteomyelitis") is False
        and infections.get("discitis") is False
        and infections.get("systemic_infection") is False
        and infections.get("surgical_infection") is False
    ):
        return MET
    if (
        infections is not None
        and (
            infections.get("osteomyelitis") is True
            or infections.get("discitis") is True
            or infections.get("systemic_infection") is True
            or infections.get("surgical_infection") is True
        )
    ):
        return NOT_MET
    return MISSING


def verdict_no_pregnancy(pregnant: bool | None) -> Verdict:
    """The patient is not pregnant.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 3c
    “none of the following”
    """
    if pregnant is False:
        return MET
    if pregnant is True:
        return NOT_MET
    return MISSING


def verdict_many_fractures(fractured: list[str] | None, fractures_rationale: str | None) -> Verdict:
    """More than three fractures in one procedure have a rationale.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 4a
    “Greater than three”
    Readings: D7
    """
    if fractured is not None and len(fractured) <= 3:
        return NOT_APPLICABLE
    if fractures_rationale is not None:
        return MET
    return MISSING


def verdict_cement_allergy(
    relative_contraindications: dict[str, bool] | None,
    allergy_rationale: str | None,
) -> Verdict:
    """No allergy to bone cement or opacification agents, or a rationale for proceeding.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 4b
    “and rationale for proceeding”
    """
    if (
        (
            relative_contraindications is not None
            and relative_contraindications.get("cement_allergy") is False
        )
        or allergy_rationale is not None
    ):
        return MET
    return MISSING


def verdict_coagulopathy(
    relative_contraindications: dict[str, bool] | None,
    coagulopathy_rationale: str | None,
) -> Verdict:
    """No uncorrected coagulopathy, or a rationale for proceeding.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 4c
    “and rationale for proceeding”
    """
    if (
        (
            relative_contraindications is not None
            and relative_contraindications.get("coagulopathy") is False
        )
        or coagulopathy_rationale is not None
    ):
        return MET
    return MISSING


def verdict_instability(
    relative_contraindications: dict[str, bool] | None,
    instability_rationale: str | None,
) -> Verdict:
    """No spinal instability, or a rationale for proceeding.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 4d
    “and rationale for proceeding”
    """
    if (
        (
            relative_contraindications is not None
            and relative_contraindications.get("instability") is False
        )
        or instability_rationale is not None
    ):
        return MET
    return MISSING


def verdict_myelopathy(
    relative_contraindications: dict[str, bool] | None,
    myelopathy_rationale: str | None,
) -> Verdict:
    """No myelopathy from the fracture, or a rationale for proceeding.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 4e
    “and rationale for proceeding”
    """
    if (
        (
            relative_contraindications is not None
            and relative_contraindications.get("myelopathy") is False
        )
        or myelopathy_rationale is not None
    ):
        return MET
    return MISSING


def verdict_neurologic_deficit(
    relative_contraindications: dict[str, bool] | None,
    deficit_rationale: str | None,
) -> Verdict:
    """No neurologic deficit, or a rationale for proceeding.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 4f
    “and rationale for proceeding”
    """
    if (
        (
            relative_contraindications is not None
            and relative_contraindications.get("deficit") is False
        )
        or deficit_rationale is not None
    ):
        return MET
    return MISSING


def verdict_neural_impingement(
    relative_contraindications: dict[str, bool] | None,
    impingement_rationale: str | None,
) -> Verdict:
    """No neural impingement, or a rationale for proceeding.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 4g
    “and rationale for proceeding”
    """
    if (
        (
            relative_contraindications is not None
            and relative_contraindications.get("impingement") is False
        )
        or impingement_rationale is not None
    ):
        return MET
    return MISSING


def verdict_retropulsion(
    relative_contraindications: dict[str, bool] | None,
    retropulsion_rationale: str | None,
) -> Verdict:
    """No retropulsion or canal compromise, or a rationale for proceeding.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 4h
    “and rationale for proceeding”
    """
    if (
        (
            relative_contraindications is not None
            and relative_contraindications.get("retropulsion") is False
        )
        or retropulsion_rationale is not None
    ):
        return MET
    return MISSING


def verdict_age_at_receipt(
    cause: str | None,
    onset: str | None,
    received_date: str | None,
    service_date: str | None,
) -> Verdict:
    """The wait until the planned date does not carry the fracture past 12 weeks.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 1a
    “to 12 weeks”
    Readings: D2b
    """
    if (
        (cause is not None and cause != "osteoporosis")
        or (
            onset is not None
            and received_date is not None
            and onset < minus_84_days(received_date)
        )
    ):
        return NOT_APPLICABLE
    if onset is not None and service_date is not None and onset >= minus_84_days(service_date):
        return MET
    if (
        cause == "osteoporosis"
        and onset is not None
        and received_date is not None
        and onset >= minus_84_days(received_date)
        and service_date is not None
        and onset < minus_84_days(service_date)
    ):
        return NOT_MET
    return MISSING


def verdict_phase_and_age(
    cause: str | None,
    phase: str | None,
    onset: str | None,
    service_date: str | None,
) -> Verdict:
    """The fracture is as old as its name in the chart says.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 1a
    “less than 6 weeks”
    “6 to 12 weeks”
    Readings: D2
    """
    if (
        (cause is not None and cause != "osteoporosis")
        or (phase is not None and phase not in {"acute", "chronic", "subacute"})
    ):
        return NOT_APPLICABLE
    if (
        (
            phase == "acute"
            and onset is not None
            and service_date is not None
            and onset > minus_42_days(service_date)
        )
        or (
            phase == "subacute"
            and onset is not None
            and service_date is not None
            and onset <= minus_42_days(service_date)
            and onset >= minus_84_days(service_date)
        )
    ):
        return MET
    if (
        cause == "osteoporosis"
        and phase in {"acute", "chronic", "subacute"}
        and (
            (phase is not None and phase != "acute")
            or (
                onset is not None
                and service_date is not None
                and onset <= minus_42_days(service_date)
            )
        )
        and (
            (phase is not None and phase != "subacute")
            or (
                onset is not None
                and service_date is not None
                and (onset > minus_42_days(service_date) or onset < minus_84_days(service_date))
            )
        )
    ):
        return NOT_MET
    return MISSING


def verdict_hospital_pain(
    cause: str | None,
    hospitalized: bool | None,
    pain: float | None,
) -> Verdict:
    """The pain of a hospitalized patient is not from 5 to below 8.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 1b
    “greater than or equal to 8”
    Readings: D3b
    """
    if (cause is not None and cause != "osteoporosis") or hospitalized is False:
        return NOT_APPLICABLE
    if pain is not None and (pain < 5 or pain >= 8):
        return MET
    if (
        cause == "osteoporosis"
        and hospitalized is True
        and pain is not None
        and pain >= 5
        and pain < 8
    ):
        return NOT_MET
    return MISSING


def verdict_medical_therapy(cause: str | None, therapy_failed: bool | None) -> Verdict:
    """The severe pain of a malignant fracture did not respond to medical therapy.

    LCD L38201, known from a summary of it, malignant fractures
    """
    if cause is not None and cause not in {"metastasis", "myeloma"}:
        return NOT_APPLICABLE
    if therapy_failed is True:
        return MET
    if cause in {"metastasis", "myeloma"} and therapy_failed is False:
        return NOT_MET
    return MISSING


def verdict_levels_of_22510(codes: list[str] | None, fractured: list[str] | None) -> Verdict:
    """Code 22510 has a cervical or thoracic level.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, list of codes
    """
    if codes is not None and "22510" not in codes:
        return NOT_APPLICABLE
    if fractured is not None and not SOME_FRACTURED_2.isdisjoint(fractured):
        return MET
    if (
        codes is not None
        and "22510" in codes
        and fractured is not None
        and SOME_FRACTURED_2.isdisjoint(fractured)
    ):
        return NOT_MET
    return MISSING


def verdict_levels_of_22511(codes: list[str] | None, fractured: list[str] | None) -> Verdict:
    """Code 22511 has a lumbar or sacral level.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, list of codes
    """
    if codes is not None and "22511" not in codes:
        return NOT_APPLICABLE
    if fractured is not None and not SOME_FRACTURED_3.isdisjoint(fractured):
        return MET
    if (
        codes is not None
        and "22511" in codes
        and fractured is not None
        and SOME_FRACTURED_3.isdisjoint(fractured)
    ):
        return NOT_MET
    return MISSING


def verdict_levels_of_22513(codes: list[str] | None, fractured: list[str] | None) -> Verdict:
    """Code 22513 has a thoracic level.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, list of codes
    """
    if codes is not None and "22513" not in codes:
        return NOT_APPLICABLE
    if fractured is not None and not SOME_FRACTURED_4.isdisjoint(fractured):
        return MET
    if (
        codes is not None
        and "22513" in codes
        and fractured is not None
        and SOME_FRACTURED_4.isdisjoint(fractured)
    ):
        return NOT_MET
    return MISSING


def verdict_levels_of_22514(codes: list[str] | None, fractured: list[str] | None) -> Verdict:
    """Code 22514 has a lumbar level.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, list of codes
    """
    if codes is not None and "22514" not in codes:
        return NOT_APPLICABLE
    if fractured is not None and not SOME_FRACTURED_5.isdisjoint(fractured):
        return MET
    if (
        codes is not None
        and "22514" in codes
        and fractured is not None
        and SOME_FRACTURED_5.isdisjoint(fractured)
    ):
        return NOT_MET
    return MISSING


def verdict_add_on_and_levels(fractured: list[str] | None, codes: list[str] | None) -> Verdict:
    """More than one level goes with an add-on code, and a single level goes without.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, list of codes
    Readings: A14
    """
    if (
        fractured is not None
        and (
            (len(fractured) <= 1 and codes is not None and SOME_CODES_6.isdisjoint(codes))
            or (len(fractured) > 1 and codes is not None and not SOME_CODES_6.isdisjoint(codes))
        )
    ):
        return MET
    if (
        (
            (fractured is not None and len(fractured) > 1)
            or (codes is not None and not SOME_CODES_6.isdisjoint(codes))
        )
        and (
            (fractured is not None and len(fractured) <= 1)
            or (codes is not None and SOME_CODES_6.isdisjoint(codes))
        )
    ):
        return NOT_MET
    return MISSING


def verdict_one_technique(codes: list[str] | None) -> Verdict:
    """The codes are for vertebroplasty or for kyphoplasty, and not for both.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, list of codes
    """
    if codes is not None and (SOME_CODES_7.isdisjoint(codes) or SOME_CODES_8.isdisjoint(codes)):
        return MET
    if (
        codes is not None
        and not SOME_CODES_7.isdisjoint(codes)
        and not SOME_CODES_8.isdisjoint(codes)
    ):
        return NOT_MET
    return MISSING


def verdict_myeloma_levels(
    state: str | None,
    fractured: list[str] | None,
    cause: str | None,
) -> Verdict:
    """More than three fractures in Arizona or Washington are due to myeloma, so the number is waived.

    Noridian billing and coding article A56572, of which only a few sentences were at hand, number of
    levels
    Readings: D7
    """
    if (
        (state is not None and state not in {"AZ", "WA"})
        or (fractured is not None and len(fractured) <= 3)
    ):
        return NOT_APPLICABLE
    if cause == "myeloma":
        return MET
    if (
        state in {"AZ", "WA"}
        and fractured is not None
        and len(fractured) > 3
        and cause is not None
        and cause != "myeloma"
    ):
        return NOT_MET
    return MISSING


def is_valid(request: object) -> bool:
    """The fast look at the types: what it refuses, `problems` looks at again."""
    if type(request) is not dict:
        return False
    get = request.get
    codes = get("codes")
    received_date = get("received_date")
    service_date = get("service_date")
    state = get("state")
    pregnant = get("pregnant")
    imaging = get("imaging")
    infections = get("infections")
    payer = get("payer")
    place_of_service = get("place_of_service")
    bill_type = get("bill_type")
    emergency_modifier = get("emergency_modifier")
    emergency_revenue = get("emergency_revenue")
    provider_exempt = get("provider_exempt")
    expedited = get("expedited")
    decision_date = get("decision_date")
    records_asked = get("records_asked")
    cause = get("cause")
    debilitating = get("debilitating")
    onset = get("onset")
    phase = get("phase")
    severe_pain = get("severe_pain")
    cortex_spared = get("cortex_spared")
    imaging_signs = get("imaging_signs")
    height_loss_grew = get("height_loss_grew")
    height_reduction = get("height_reduction")
    kyphosis = get("kyphosis")
    hospitalized = get("hospitalized")
    pain = get("pain")
    pain_course = get("pain_course")
    rdq = get("rdq")
    pain_from_fracture = get("pain_from_fracture")
    optimal_care = get("optimal_care")
    therapy_failed = get("therapy_failed")
    bone_referral = get("bone_referral")
    instruction = get("instruction")
    relative_contraindications = get("relative_contraindications")
    fractures_rationale = get("fractures_rationale")
    allergy_rationale = get("allergy_rationale")
    coagulopathy_rationale = get("coagulopathy_rationale")
    instability_rationale = get("instability_rationale")
    myelopathy_rationale = get("myelopathy_rationale")
    deficit_rationale = get("deficit_rationale")
    impingement_rationale = get("impingement_rationale")
    retropulsion_rationale = get("retropulsion_rationale")
    fractured = get("fractured")
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
            and (pregnant is None or pregnant is True or pregnant is False)
            and (
                imaging is None
                or (type(imaging) is str and len(imaging) <= 500 and imaging.strip(' \t\n\r') != "")
            )
            and (
                infections is None
                or (
                    type(infections) is dict
                    and INFECTIONS_ANSWERS.issuperset(infections)
                    and YES_OR_NO.issuperset(map(type, infections.values()))
                )
            )
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
            and (cause is None or cause in CAUSE_ANSWERS)
            and (debilitating is None or debilitating is True or debilitating is False)
            and (onset is None or ("1990-01-01" <= onset <= "2036-12-31" and is_day(onset)))
            and (phase is None or phase in PHASE_ANSWERS)
            and (severe_pain is None or severe_pain is True or severe_pain is False)
            and (cortex_spared is None or cortex_spared is True or cortex_spared is False)
            and (
                imaging_signs is None
                or (
                    type(imaging_signs) is dict
                    and IMAGING_SIGNS_ANSWERS.issuperset(imaging_signs)
                    and YES_OR_NO.issuperset(map(type, imaging_signs.values()))
                )
            )
            and (height_loss_grew is None or height_loss_grew is True or height_loss_grew is False)
            and (
                height_reduction is None
                or (type(height_reduction) is int and 0 <= height_reduction <= 100)
                or is_number(height_reduction, 0, 100, 1)
            )
            and (kyphosis is None or kyphosis is True or kyphosis is False)
            and (hospitalized is None or hospitalized is True or hospitalized is False)
            and (
                pain is None
                or (type(pain) is int and 0 <= pain <= 10)
                or is_number(pain, 0, 10, 1)
            )
            and (pain_course is None or pain_course in PAIN_COURSE_ANSWERS)
            and (rdq is None or (type(rdq) is int and 0 <= rdq <= 24))
            and (
                pain_from_fracture is None
                or pain_from_fracture is True
                or pain_from_fracture is False
            )
            and (optimal_care is None or optimal_care is True or optimal_care is False)
            and (therapy_failed is None or therapy_failed is True or therapy_failed is False)
            and (
                bone_referral is None
                or (
                    type(bone_referral) is str
                    and len(bone_referral) <= 500
                    and bone_referral.strip(' \t\n\r') != ""
                )
            )
            and (
                instruction is None
                or (
                    type(instruction) is str
                    and len(instruction) <= 500
                    and instruction.strip(' \t\n\r') != ""
                )
            )
            and (
                relative_contraindications is None
                or (
                    type(relative_contraindications) is dict
                    and RELATIVE_CONTRAINDICATIONS_ANSWERS.issuperset(relative_contraindications)
                    and YES_OR_NO.issuperset(map(type, relative_contraindications.values()))
                )
            )
            and (
                fractures_rationale is None
                or (
                    type(fractures_rationale) is str
                    and len(fractures_rationale) <= 500
                    and fractures_rationale.strip(' \t\n\r') != ""
                )
            )
            and (
                allergy_rationale is None
                or (
                    type(allergy_rationale) is str
                    and len(allergy_rationale) <= 500
                    and allergy_rationale.strip(' \t\n\r') != ""
                )
            )
            and (
                coagulopathy_rationale is None
                or (
                    type(coagulopathy_rationale) is str
                    and len(coagulopathy_rationale) <= 500
                    and coagulopathy_rationale.strip(' \t\n\r') != ""
                )
            )
            and (
                instability_rationale is None
                or (
                    type(instability_rationale) is str
                    and len(instability_rationale) <= 500
                    and instability_rationale.strip(' \t\n\r') != ""
                )
            )
            and (
                myelopathy_rationale is None
                or (
                    type(myelopathy_rationale) is str
                    and len(myelopathy_rationale) <= 500
                    and myelopathy_rationale.strip(' \t\n\r') != ""
                )
            )
            and (
                deficit_rationale is None
                or (
                    type(deficit_rationale) is str
                    and len(deficit_rationale) <= 500
                    and deficit_rationale.strip(' \t\n\r') != ""
                )
            )
            and (
                impingement_rationale is None
                or (
                    type(impingement_rationale) is str
                    and len(impingement_rationale) <= 500
                    and impingement_rationale.strip(' \t\n\r') != ""
                )
            )
            and (
                retropulsion_rationale is None
                or (
                    type(retropulsion_rationale) is str
                    and len(retropulsion_rationale) <= 500
                    and retropulsion_rationale.strip(' \t\n\r') != ""
                )
            )
            and (
                fractured is None
                or (
                    type(fractured) is list
                    and FRACTURED_ANSWERS.issuperset(fractured)
                    and len(set(fractured)) == len(fractured)
                )
            )
            # no key that is not a fact, and no null
            and len(request) == (
                (codes is not None)
                + (received_date is not None)
                + (service_date is not None)
                + (state is not None)
                + (pregnant is not None)
                + (imaging is not None)
                + (infections is not None)
                + (payer is not None)
                + (place_of_service is not None)
                + (bill_type is not None)
                + (emergency_modifier is not None)
                + (emergency_revenue is not None)
                + (provider_exempt is not None)
                + (expedited is not None)
                + (decision_date is not None)
                + (records_asked is not None)
                + (cause is not None)
                + (debilitating is not None)
                + (onset is not None)
                + (phase is not None)
                + (severe_pain is not None)
                + (cortex_spared is not None)
                + (imaging_signs is not None)
                + (height_loss_grew is not None)
                + (height_reduction is not None)
                + (kyphosis is not None)
                + (hospitalized is not None)
                + (pain is not None)
                + (pain_course is not None)
                + (rdq is not None)
                + (pain_from_fracture is not None)
                + (optimal_care is not None)
                + (therapy_failed is not None)
                + (bone_referral is not None)
                + (instruction is not None)
                + (relative_contraindications is not None)
                + (fractures_rationale is not None)
                + (allergy_rationale is not None)
                + (coagulopathy_rationale is not None)
                + (instability_rationale is not None)
                + (myelopathy_rationale is not None)
                + (deficit_rationale is not None)
                + (impingement_rationale is not None)
                + (retropulsion_rationale is not None)
                + (fractured is not None)
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
    pregnant = get("pregnant")
    imaging = get("imaging")
    infections = get("infections")
    payer = get("payer")
    place_of_service = get("place_of_service")
    bill_type = get("bill_type")
    emergency_modifier = get("emergency_modifier")
    emergency_revenue = get("emergency_revenue")
    provider_exempt = get("provider_exempt")
    expedited = get("expedited")
    decision_date = get("decision_date")
    records_asked = get("records_asked")
    cause = get("cause")
    debilitating = get("debilitating")
    onset = get("onset")
    phase = get("phase")
    severe_pain = get("severe_pain")
    cortex_spared = get("cortex_spared")
    imaging_signs = get("imaging_signs")
    height_loss_grew = get("height_loss_grew")
    height_reduction = get("height_reduction")
    kyphosis = get("kyphosis")
    hospitalized = get("hospitalized")
    pain = get("pain")
    pain_course = get("pain_course")
    rdq = get("rdq")
    pain_from_fracture = get("pain_from_fracture")
    optimal_care = get("optimal_care")
    therapy_failed = get("therapy_failed")
    bone_referral = get("bone_referral")
    instruction = get("instruction")
    relative_contraindications = get("relative_contraindications")
    fractures_rationale = get("fractures_rationale")
    allergy_rationale = get("allergy_rationale")
    coagulopathy_rationale = get("coagulopathy_rationale")
    instability_rationale = get("instability_rationale")
    myelopathy_rationale = get("myelopathy_rationale")
    deficit_rationale = get("deficit_rationale")
    impingement_rationale = get("impingement_rationale")
    retropulsion_rationale = get("retropulsion_rationale")
    fractured = get("fractured")
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
        reason_listed_code(codes),
        reason_primary_of_22512(codes),
        reason_primary_of_22515(codes),
        reason_cause(cause),
        reason_debilitating(cause, debilitating),
        reason_fracture_age(cause, onset, service_date),
        reason_levels(cause, fractured),
        reason_imaging(cause, imaging, imaging_signs),
        reason_pain_level(
            cause,
            hospitalized,
            pain,
            optimal_care,
            pain_course,
            height_loss_grew,
            height_reduction,
            kyphosis,
            rdq,
        ),
        reason_osteoporosis_care(cause, bone_referral, instruction),
        reason_malignant(cause, severe_pain, cortex_spared),
        reason_pain_source(pain_from_fracture),
        reason_no_infection(infections),
        reason_no_pregnancy(pregnant),
        reason_many_fractures(fractured, fractures_rationale),
        reason_cement_allergy(relative_contraindications, allergy_rationale),
        reason_coagulopathy(relative_contraindications, coagulopathy_rationale),
        reason_instability(relative_contraindications, instability_rationale),
        reason_myelopathy(relative_contraindications, myelopathy_rationale),
        reason_neurologic_deficit(relative_contraindications, deficit_rationale),
        reason_neural_impingement(relative_contraindications, impingement_rationale),
        reason_retropulsion(relative_contraindications, retropulsion_rationale),
        reason_age_at_receipt(cause, onset, received_date, service_date),
        reason_phase_and_age(cause, phase, onset, service_date),
        reason_hospital_pain(cause, hospitalized, pain),
        reason_medical_therapy(cause, therapy_failed),
        reason_levels_of_22510(codes, fractured),
        reason_levels_of_22511(codes, fractured),
        reason_levels_of_22513(codes, fractured),
        reason_levels_of_22514(codes, fractured),
        reason_add_on_and_levels(fractured, codes),
        reason_one_technique(codes),
        reason_myeloma_levels(state, fractured, cause),
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


def reason_listed_code(codes: list[str] | None) -> Reason:
    """Why listed-code is met, not met or missing."""
    return (
        test(
            "Which procedure codes are on the request? at least one of: 22510, 22511, 22512, 22513, 22514, 22515",
            "",
            ("codes",),
            codes is not None and not SOME_CODES_3.isdisjoint(codes),
            codes is not None and SOME_CODES_3.isdisjoint(codes),
        )
    )


def reason_primary_of_22512(codes: list[str] | None) -> Reason:
    """Why primary-of-22512 is met, not met or missing."""
    return (
        only_if(
            test(
                "Which procedure codes are on the request? includes 22512",
                "",
                ("codes",),
                codes is not None and "22512" in codes,
                codes is not None and "22512" not in codes,
            ),
            test(
                "Which procedure codes are on the request? at least one of: 22510, 22511",
                "",
                ("codes",),
                codes is not None and not SOME_CODES_4.isdisjoint(codes),
                codes is not None and SOME_CODES_4.isdisjoint(codes),
            ),
        )
    )


def reason_primary_of_22515(codes: list[str] | None) -> Reason:
    """Why primary-of-22515 is met, not met or missing."""
    return (
        only_if(
            test(
                "Which procedure codes are on the request? includes 22515",
                "",
                ("codes",),
                codes is not None and "22515" in codes,
                codes is not None and "22515" not in codes,
            ),
            test(
                "Which procedure codes are on the request? at least one of: 22513, 22514",
                "",
                ("codes",),
                codes is not None and not SOME_CODES_5.isdisjoint(codes),
                codes is not None and SOME_CODES_5.isdisjoint(codes),
            ),
        )
    )


def reason_cause(cause: str | None) -> Reason:
    """Why cause is met, not met or missing."""
    return (
        test(
            "Which cause of the fracture does the request rest on? one of: osteoporosis; osteolytic metastasis; myeloma",
            "metastasis, or myeloma",
            ("cause",),
            cause in {"metastasis", "myeloma", "osteoporosis"},
            cause is not None and cause not in {"metastasis", "myeloma", "osteoporosis"},
        )
    )


def reason_debilitating(cause: str | None, debilitating: bool | None) -> Reason:
    """Why debilitating is met, not met or missing."""
    return (
        only_if(
            test(
                "Which cause of the fracture does the request rest on? osteoporosis",
                "",
                ("cause",),
                cause == "osteoporosis",
                cause is not None and cause != "osteoporosis",
            ),
            test(
                "Is the fracture painful and debilitating? Yes",
                "",
                ("debilitating",),
                debilitating is True,
                debilitating is False,
            ),
        )
    )


def reason_fracture_age(cause: str | None, onset: str | None, service_date: str | None) -> Reason:
    """Why fracture-age is met, not met or missing."""
    return (
        only_if(
            test(
                "Which cause of the fracture does the request rest on? osteoporosis",
                "",
                ("cause",),
                cause == "osteoporosis",
                cause is not None and cause != "osteoporosis",
            ),
            test(
                "When did the symptoms of the oldest fracture to be treated begin? on or after the day 12 weeks before service date, and on or before service date",
                "to 12 weeks",
                ("onset", "service_date"),
                (
                    onset is not None
                    and service_date is not None
                    and onset >= minus_84_days(service_date)
                    and onset <= service_date
                ),
                (
                    onset is not None
                    and service_date is not None
                    and (onset < minus_84_days(service_date) or onset > service_date)
                ),
            ),
        )
    )


def reason_levels(cause: str | None, fractured: list[str] | None) -> Reason:
    """Why levels is met, not met or missing."""
    return (
        only_if(
            test(
                "Which cause of the fracture does the request rest on? osteoporosis",
                "",
                ("cause",),
                cause == "osteoporosis",
                cause is not None and cause != "osteoporosis",
            ),
            at_least(
                2,
                "",
                "",
                test(
                    "Which fractured vertebrae will this procedure treat? 1 fracture or more",
                    "",
                    ("fractured",),
                    fractured is not None and len(fractured) >= 1,
                    fractured is not None and len(fractured) < 1,
                ),
                test(
                    "Which fractured vertebrae will this procedure treat? nothing but: T1; T2; T3; T4; T5; T6; T7; T8; T9; T10; T11; T12; L1; L2; L3; L4; L5",
                    "T1–L5",
                    ("fractured",),
                    fractured is not None and SOME_FRACTURED_1.isdisjoint(fractured),
                    fractured is not None and not SOME_FRACTURED_1.isdisjoint(fractured),
                ),
            ),
        )
    )


def reason_imaging(
    cause: str | None,
    imaging: str | None,
    imaging_signs: dict[str, bool] | None,
) -> Reason:
    """Why imaging is met, not met or missing."""
    return (
        only_if(
            test(
                "Which cause of the fracture does the request rest on? osteoporosis",
                "",
                ("cause",),
                cause == "osteoporosis",
                cause is not None and cause != "osteoporosis",
            ),
            at_least(
                2,
                "",
                "",
                test(
                    "Where is the imaging report?",
                    "",
                    ("imaging",),
                    imaging is not None,
                    False,
                ),
                at_least(
                    1,
                    "Which of these does advanced imaging show at every level to be treated?",
                    "bone marrow edema on MRI or",
                    test(
                        "bone marrow edema on MRI",
                        "",
                        ("imaging_signs",),
                        imaging_signs is not None and imaging_signs.get("edema") is True,
                        imaging_signs is not None and imaging_signs.get("edema") is False,
                    ),
                    test(
                        "uptake on bone scan, SPECT or CT",
                        "",
                        ("imaging_signs",),
                        imaging_signs is not None and imaging_signs.get("uptake") is True,
                        imaging_signs is not None and imaging_signs.get("uptake") is False,
                    ),
                ),
            ),
        )
    )


def reason_pain_level(
    cause: str | None,
    hospitalized: bool | None,
    pain: float | None,
    optimal_care: bool | None,
    pain_course: str | None,
    height_loss_grew: bool | None,
    height_reduction: float | None,
    kyphosis: bool | None,
    rdq: int | None,
) -> Reason:
    """Why pain-level is met, not met or missing."""
    return (
        only_if(
            test(
                "Which cause of the fracture does the request rest on? osteoporosis",
                "",
                ("cause",),
                cause == "osteoporosis",
                cause is not None and cause != "osteoporosis",
            ),
            at_least(
                1,
                "",
                "OR non-hospitalized",
                at_least(
                    2,
                    "",
                    "",
                    test(
                        "Is the patient hospitalized? Yes",
                        "",
                        ("hospitalized",),
                        hospitalized is True,
                        hospitalized is False,
                    ),
                    test(
                        "What is the pain score now, NRS or VAS, from 0 to 10? Divide millimeters by 10. 8 points or more",
                        "greater than or equal to 8",
                        ("pain",),
                        pain is not None and pain >= 8,
                        pain is not None and pain < 8,
                    ),
                ),
                at_least(
                    4,
                    "",
                    "one of the following",
                    test(
                        "Is the patient hospitalized? No",
                        "",
                        ("hospitalized",),
                        hospitalized is False,
                        hospitalized is True,
                    ),
                    test(
                        "What is the pain score now, NRS or VAS, from 0 to 10? Divide millimeters by 10. 5 points or more",
                        "greater than or equal to 5",
                        ("pain",),
                        pain is not None and pain >= 5,
                        pain is not None and pain < 5,
                    ),
                    test(
                        "Is the pain this strong despite optimal non-surgical care, such as medication or physical therapy, with or without rest or bracing? Yes",
                        "",
                        ("optimal_care",),
                        optimal_care is True,
                        optimal_care is False,
                    ),
                    at_least(
                        1,
                        "",
                        "",
                        test(
                            "How has the pain changed? worse",
                            "",
                            ("pain_course",),
                            pain_course == "worse",
                            pain_course is not None and pain_course != "worse",
                        ),
                        at_least(
                            2,
                            "",
                            "",
                            test(
                                "How has the pain changed? one of: stable; better",
                                "",
                                ("pain_course",),
                                pain_course in {"better", "stable"},
                                pain_course is not None and pain_course not in {"better", "stable"},
                            ),
                            at_least(
                                2,
                                "",
                                "at least 2 of the following",
                                test(
                                    "Has the vertebral body lost more height since an earlier image? Yes",
                                    "",
                                    ("height_loss_grew",),
                                    height_loss_grew is True,
                                    height_loss_grew is False,
                                ),
                                test(
                                    "By how much is the height of the vertebral body reduced? more than 25 percent",
                                    "More than 25%",
                                    ("height_reduction",),
                                    height_reduction is not None and height_reduction > 25,
                                    height_reduction is not None and height_reduction <= 25,
                                ),
                                test(
                                    "Is there a kyphotic deformity? Yes",
                                    "",
                                    ("kyphosis",),
                                    kyphosis is True,
                                    kyphosis is False,
                                ),
                                test(
                                    "What is the Roland-Morris (RDQ) score, from 0 to 24? more than 17 points",
                                    "greater than 17",
                                    ("rdq",),
                                    rdq is not None and rdq > 17,
                                    rdq is not None and rdq <= 17,
                                ),
                            ),
                        ),
                    ),
                ),
            ),
        )
    )


def reason_osteoporosis_care(
    cause: str | None,
    bone_referral: str | None,
    instruction: str | None,
) -> Reason:
    """Why osteoporosis-care is met, not met or missing."""
    return (
        only_if(
            test(
                "Which cause of the fracture does the request rest on? osteoporosis",
                "",
                ("cause",),
                cause == "osteoporosis",
                cause is not None and cause != "osteoporosis",
            ),
            at_least(
                2,
                "",
                "",
                test(
                    "Where is the referral for bone density and osteoporosis education?",
                    "",
                    ("bone_referral",),
                    bone_referral is not None,
                    False,
                ),
                test(
                    "Where is the instruction to take part in an osteoporosis prevention or treatment program?",
                    "",
                    ("instruction",),
                    instruction is not None,
                    False,
                ),
            ),
        )
    )


def reason_malignant(
    cause: str | None,
    severe_pain: bool | None,
    cortex_spared: bool | None,
) -> Reason:
    """Why malignant is met, not met or missing."""
    return (
        only_if(
            test(
                "Which cause of the fracture does the request rest on? one of: osteolytic metastasis; myeloma",
                "",
                ("cause",),
                cause in {"metastasis", "myeloma"},
                cause is not None and cause not in {"metastasis", "myeloma"},
            ),
            at_least(
                2,
                "",
                "not involving the major part",
                test(
                    "Does the destruction of the vertebral body cause severe back pain? Yes",
                    "",
                    ("severe_pain",),
                    severe_pain is True,
                    severe_pain is False,
                ),
                test(
                    "Is the major part of the cortical bone spared? Yes",
                    "",
                    ("cortex_spared",),
                    cortex_spared is True,
                    cortex_spared is False,
                ),
            ),
        )
    )


def reason_pain_source(pain_from_fracture: bool | None) -> Reason:
    """Why pain-source is met, not met or missing."""
    return (
        test(
            "Is the current back pain mainly due to the fracture to be treated? Yes",
            "not primarily due",
            ("pain_from_fracture",),
            pain_from_fracture is True,
            pain_from_fracture is False,
        )
    )


def reason_no_infection(infections: dict[str, bool] | None) -> Reason:
    """Why no-infection is met, not met or missing."""
    return (
        test(
            "Which of these infections are present? Answer for each one that was looked for. none of: osteomyelitis; discitis; active systemic infection; active infection where the procedure enters",
            "Osteomyelitis, discitis, or",
            ("infections",),
            (
                infections is not None
                and infections.get("osteomyelitis") is False
                and infections.get("discitis") is False
                and infections.get("systemic_infection") is False
                and infections.get("surgical_infection") is False
            ),
            (
                infections is not None
                and (
                    infections.get("osteomyelitis") is True
                    or infections.get("discitis") is True
                    or infections.get("systemic_infection") is True
                    or infections.get("surgical_infection") is True
                )
            ),
        )
    )


def reason_no_pregnancy(pregnant: bool | None) -> Reason:
    """Why no-pregnancy is met, not met or missing."""
    return (
        test(
            "Is the patient pregnant? No",
            "none of the following",
            ("pregnant",),
            pregnant is False,
            pregnant is True,
        )
    )


def reason_many_fractures(fractured: list[str] | None, fractures_rationale: str | None) -> Reason:
    """Why many-fractures is met, not met or missing."""
    return (
        only_if(
            test(
                "Which fractured vertebrae will this procedure treat? more than 3 fractures",
                "Greater than three",
                ("fractured",),
                fractured is not None and len(fractured) > 3,
                fractured is not None and len(fractured) <= 3,
            ),
            test(
                "Where is the rationale for treating more than three?",
                "",
                ("fractures_rationale",),
                fractures_rationale is not None,
                False,
            ),
        )
    )


def reason_cement_allergy(
    relative_contraindications: dict[str, bool] | None,
    allergy_rationale: str | None,
) -> Reason:
    """Why cement-allergy is met, not met or missing."""
    return (
        at_least(
            1,
            "",
            "",
            test(
                "Which relative contraindications are present? Answer for each one that was looked for. none of: allergy to bone cement or opacification agents",
                "and rationale for proceeding",
                ("relative_contraindications",),
                (
                    relative_contraindications is not None
                    and relative_contraindications.get("cement_allergy") is False
                ),
                (
                    relative_contraindications is not None
                    and relative_contraindications.get("cement_allergy") is True
                ),
            ),
            test(
                "Where is the rationale for proceeding despite this allergy?",
                "",
                ("allergy_rationale",),
                allergy_rationale is not None,
                False,
            ),
        )
    )


def reason_coagulopathy(
    relative_contraindications: dict[str, bool] | None,
    coagulopathy_rationale: str | None,
) -> Reason:
    """Why coagulopathy is met, not met or missing."""
    return (
        at_least(
            1,
            "",
            "",
            test(
                "Which relative contraindications are present? Answer for each one that was looked for. none of: uncorrected coagulopathy",
                "and rationale for proceeding",
                ("relative_contraindications",),
                (
                    relative_contraindications is not None
                    and relative_contraindications.get("coagulopathy") is False
                ),
                (
                    relative_contraindications is not None
                    and relative_contraindications.get("coagulopathy") is True
                ),
            ),
            test(
                "Where is the rationale for proceeding despite the coagulopathy?",
                "",
                ("coagulopathy_rationale",),
                coagulopathy_rationale is not None,
                False,
            ),
        )
    )


def reason_instability(
    relative_contraindications: dict[str, bool] | None,
    instability_rationale: str | None,
) -> Reason:
    """Why instability is met, not met or missing."""
    return (
        at_least(
            1,
            "",
            "",
            test(
                "Which relative contraindications are present? Answer for each one that was looked for. none of: spinal instability",
                "and rationale for proceeding",
                ("relative_contraindications",),
                (
                    relative_contraindications is not None
                    and relative_contraindications.get("instability") is False
                ),
                (
                    relative_contraindications is not None
                    and relative_contraindications.get("instability") is True
                ),
            ),
            test(
                "Where is the rationale for proceeding despite the instability?",
                "",
                ("instability_rationale",),
                instability_rationale is not None,
                False,
            ),
        )
    )


def reason_myelopathy(
    relative_contraindications: dict[str, bool] | None,
    myelopathy_rationale: str | None,
) -> Reason:
    """Why myelopathy is met, not met or missing."""
    return (
        at_least(
            1,
            "",
            "",
            test(
                "Which relative contraindications are present? Answer for each one that was looked for. none of: myelopathy from the fracture",
                "and rationale for proceeding",
                ("relative_contraindications",),
                (
                    relative_contraindications is not None
                    and relative_contraindications.get("myelopathy") is False
                ),
                (
                    relative_contraindications is not None
                    and relative_contraindications.get("myelopathy") is True
                ),
            ),
            test(
                "Where is the rationale for proceeding despite the myelopathy?",
                "",
                ("myelopathy_rationale",),
                myelopathy_rationale is not None,
                False,
            ),
        )
    )


def reason_neurologic_deficit(
    relative_contraindications: dict[str, bool] | None,
    deficit_rationale: str | None,
) -> Reason:
    """Why neurologic-deficit is met, not met or missing."""
    return (
        at_least(
            1,
            "",
            "",
            test(
                "Which relative contraindications are present? Answer for each one that was looked for. none of: neurologic deficit",
                "and rationale for proceeding",
                ("relative_contraindications",),
                (
                    relative_contraindications is not None
                    and relative_contraindications.get("deficit") is False
                ),
                (
                    relative_contraindications is not None
                    and relative_contraindications.get("deficit") is True
                ),
            ),
            test(
                "Where is the rationale for proceeding despite the deficit?",
                "",
                ("deficit_rationale",),
                deficit_rationale is not None,
                False,
            ),
        )
    )


def reason_neural_impingement(
    relative_contraindications: dict[str, bool] | None,
    impingement_rationale: str | None,
) -> Reason:
    """Why neural-impingement is met, not met or missing."""
    return (
        at_least(
            1,
            "",
            "",
            test(
                "Which relative contraindications are present? Answer for each one that was looked for. none of: neural impingement",
                "and rationale for proceeding",
                ("relative_contraindications",),
                (
                    relative_contraindications is not None
                    and relative_contraindications.get("impingement") is False
                ),
                (
                    relative_contraindications is not None
                    and relative_contraindications.get("impingement") is True
                ),
            ),
            test(
                "Where is the rationale for proceeding despite the impingement?",
                "",
                ("impingement_rationale",),
                impingement_rationale is not None,
                False,
            ),
        )
    )


def reason_retropulsion(
    relative_contraindications: dict[str, bool] | None,
    retropulsion_rationale: str | None,
) -> Reason:
    """Why retropulsion is met, not met or missing."""
    return (
        at_least(
            1,
            "",
            "",
            test(
                "Which relative contraindications are present? Answer for each one that was looked for. none of: fracture retropulsion or canal compromise",
                "and rationale for proceeding",
                ("relative_contraindications",),
                (
                    relative_contraindications is not None
                    and relative_contraindications.get("retropulsion") is False
                ),
                (
                    relative_contraindications is not None
                    and relative_contraindications.get("retropulsion") is True
                ),
            ),
            test(
                "Where is the rationale for proceeding despite this finding?",
                "",
                ("retropulsion_rationale",),
                retropulsion_rationale is not None,
                False,
            ),
        )
    )


def reason_age_at_receipt(
    cause: str | None,
    onset: str | None,
    received_date: str | None,
    service_date: str | None,
) -> Reason:
    """Why age-at-receipt is met, not met or missing."""
    return (
        only_if(
            at_least(
                2,
                "",
                "",
                test(
                    "Which cause of the fracture does the request rest on? osteoporosis",
                    "",
                    ("cause",),
                    cause == "osteoporosis",
                    cause is not None and cause != "osteoporosis",
                ),
                test(
                    "When did the symptoms of the oldest fracture to be treated begin? on or after the day 12 weeks before received date",
                    "to 12 weeks",
                    ("onset", "received_date"),
                    (
                        onset is not None
                        and received_date is not None
                        and onset >= minus_84_days(received_date)
                    ),
                    (
                        onset is not None
                        and received_date is not None
                        and onset < minus_84_days(received_date)
                    ),
                ),
            ),
            test(
                "When did the symptoms of the oldest fracture to be treated begin? on or after the day 12 weeks before service date",
                "to 12 weeks",
                ("onset", "service_date"),
                onset is not None and service_date is not None and onset >= minus_84_days(service_date),
                onset is not None and service_date is not None and onset < minus_84_days(service_date),
            ),
        )
    )


def reason_phase_and_age(
    cause: str | None,
    phase: str | None,
    onset: str | None,
    service_date: str | None,
) -> Reason:
    """Why phase-and-age is met, not met or missing."""
    return (
        only_if(
            at_least(
                2,
                "",
                "",
                test(
                    "Which cause of the fracture does the request rest on? osteoporosis",
                    "",
                    ("cause",),
                    cause == "osteoporosis",
                    cause is not None and cause != "osteoporosis",
                ),
                test(
                    "What does the chart call the fracture? one of: acute; subacute; chronic",
                    "",
                    ("phase",),
                    phase in {"acute", "chronic", "subacute"},
                    phase is not None and phase not in {"acute", "chronic", "subacute"},
                ),
            ),
            at_least(
                1,
                "",
                "",
                at_least(
                    2,
                    "",
                    "",
                    test(
                        "What does the chart call the fracture? acute",
                        "",
                        ("phase",),
                        phase == "acute",
                        phase is not None and phase != "acute",
                    ),
                    test(
                        "When did the symptoms of the oldest fracture to be treated begin? later than the day 6 weeks before service date",
                        "less than 6 weeks",
                        ("onset", "service_date"),
                        (
                            onset is not None
                            and service_date is not None
                            and onset > minus_42_days(service_date)
                        ),
                        (
                            onset is not None
                            and service_date is not None
                            and onset <= minus_42_days(service_date)
                        ),
                    ),
                ),
                at_least(
                    2,
                    "",
                    "",
                    test(
                        "What does the chart call the fracture? subacute",
                        "",
                        ("phase",),
                        phase == "subacute",
                        phase is not None and phase != "subacute",
                    ),
                    test(
                        "When did the symptoms of the oldest fracture to be treated begin? on or before the day 6 weeks before service date, and on or after the day 12 weeks before service date",
                        "6 to 12 weeks",
                        ("onset", "service_date"),
                        (
                            onset is not None
                            and service_date is not None
                            and onset <= minus_42_days(service_date)
                            and onset >= minus_84_days(service_date)
                        ),
                        (
                            onset is not None
                            and service_date is not None
                            and (
                                onset > minus_42_days(service_date)
                                or onset < minus_84_days(service_date)
                            )
                        ),
                    ),
                ),
            ),
        )
    )


def reason_hospital_pain(
    cause: str | None,
    hospitalized: bool | None,
    pain: float | None,
) -> Reason:
    """Why hospital-pain is met, not met or missing."""
    return (
        only_if(
            at_least(
                2,
                "",
                "",
                test(
                    "Which cause of the fracture does the request rest on? osteoporosis",
                    "",
                    ("cause",),
                    cause == "osteoporosis",
                    cause is not None and cause != "osteoporosis",
                ),
                test(
                    "Is the patient hospitalized? Yes",
                    "",
                    ("hospitalized",),
                    hospitalized is True,
                    hospitalized is False,
                ),
            ),
            at_least(
                1,
                "",
                "",
                test(
                    "What is the pain score now, NRS or VAS, from 0 to 10? Divide millimeters by 10. less than 5 points",
                    "",
                    ("pain",),
                    pain is not None and pain < 5,
                    pain is not None and pain >= 5,
                ),
                test(
                    "What is the pain score now, NRS or VAS, from 0 to 10? Divide millimeters by 10. 8 points or more",
                    "greater than or equal to 8",
                    ("pain",),
                    pain is not None and pain >= 8,
                    pain is not None and pain < 8,
                ),
            ),
        )
    )


def reason_medical_therapy(cause: str | None, therapy_failed: bool | None) -> Reason:
    """Why medical-therapy is met, not met or missing."""
    return (
        only_if(
            test(
                "Which cause of the fracture does the request rest on? one of: osteolytic metastasis; myeloma",
                "",
                ("cause",),
                cause in {"metastasis", "myeloma"},
                cause is not None and cause not in {"metastasis", "myeloma"},
            ),
            test(
                "Has medical therapy failed to relieve the pain? Yes",
                "",
                ("therapy_failed",),
                therapy_failed is True,
                therapy_failed is False,
            ),
        )
    )


def reason_levels_of_22510(codes: list[str] | None, fractured: list[str] | None) -> Reason:
    """Why levels-of-22510 is met, not met or missing."""
    return (
        only_if(
            test(
                "Which procedure codes are on the request? includes 22510",
                "",
                ("codes",),
                codes is not None and "22510" in codes,
                codes is not None and "22510" not in codes,
            ),
            test(
                "Which fractured vertebrae will this procedure treat? at least one of: C1; C2; C3; C4; C5; C6; C7; T1; T2; T3; T4; T5; T6; T7; T8; T9; T10; T11; T12",
                "",
                ("fractured",),
                fractured is not None and not SOME_FRACTURED_2.isdisjoint(fractured),
                fractured is not None and SOME_FRACTURED_2.isdisjoint(fractured),
            ),
        )
    )


def reason_levels_of_22511(codes: list[str] | None, fractured: list[str] | None) -> Reason:
    """Why levels-of-22511 is met, not met or missing."""
    return (
        only_if(
            test(
                "Which procedure codes are on the request? includes 22511",
                "",
                ("codes",),
                codes is not None and "22511" in codes,
                codes is not None and "22511" not in codes,
            ),
            test(
                "Which fractured vertebrae will this procedure treat? at least one of: L1; L2; L3; L4; L5; sacrum",
                "",
                ("fractured",),
                fractured is not None and not SOME_FRACTURED_3.isdisjoint(fractured),
                fractured is not None and SOME_FRACTURED_3.isdisjoint(fractured),
            ),
        )
    )


def reason_levels_of_22513(codes: list[str] | None, fractured: list[str] | None) -> Reason:
    """Why levels-of-22513 is met, not met or missing."""
    return (
        only_if(
            test(
                "Which procedure codes are on the request? includes 22513",
                "",
                ("codes",),
                codes is not None and "22513" in codes,
                codes is not None and "22513" not in codes,
            ),
            test(
                "Which fractured vertebrae will this procedure treat? at least one of: T1; T2; T3; T4; T5; T6; T7; T8; T9; T10; T11; T12",
                "",
                ("fractured",),
                fractured is not None and not SOME_FRACTURED_4.isdisjoint(fractured),
                fractured is not None and SOME_FRACTURED_4.isdisjoint(fractured),
            ),
        )
    )


def reason_levels_of_22514(codes: list[str] | None, fractured: list[str] | None) -> Reason:
    """Why levels-of-22514 is met, not met or missing."""
    return (
        only_if(
            test(
                "Which procedure codes are on the request? includes 22514",
                "",
                ("codes",),
                codes is not None and "22514" in codes,
                codes is not None and "22514" not in codes,
            ),
            test(
                "Which fractured vertebrae will this procedure treat? at least one of: L1; L2; L3; L4; L5",
                "",
                ("fractured",),
                fractured is not None and not SOME_FRACTURED_5.isdisjoint(fractured),
                fractured is not None and SOME_FRACTURED_5.isdisjoint(fractured),
            ),
        )
    )


def reason_add_on_and_levels(fractured: list[str] | None, codes: list[str] | None) -> Reason:
    """Why add-on-and-levels is met, not met or missing."""
    return (
        at_least(
            1,
            "",
            "",
            at_least(
                2,
                "",
                "",
                test(
                    "Which fractured vertebrae will this procedure treat? no more than 1 fracture",
                    "",
                    ("fractured",),
                    fractured is not None and len(fractured) <= 1,
                    fractured is not None and len(fractured) > 1,
                ),
                test(
                    "Which procedure codes are on the request? none of: 22512; 22515",
                    "",
                    ("codes",),
                    codes is not None and SOME_CODES_6.isdisjoint(codes),
                    codes is not None and not SOME_CODES_6.isdisjoint(codes),
                ),
            ),
            at_least(
                2,
                "",
                "",
                test(
                    "Which fractured vertebrae will this procedure treat? more than 1 fracture",
                    "",
                    ("fractured",),
                    fractured is not None and len(fractured) > 1,
                    fractured is not None and len(fractured) <= 1,
                ),
                test(
                    "Which procedure codes are on the request? at least one of: 22512; 22515",
                    "",
                    ("codes",),
                    codes is not None and not SOME_CODES_6.isdisjoint(codes),
                    codes is not None and SOME_CODES_6.isdisjoint(codes),
                ),
            ),
        )
    )


def reason_one_technique(codes: list[str] | None) -> Reason:
    """Why one-technique is met, not met or missing."""
    return (
        at_least(
            1,
            "",
            "",
            test(
                "Which procedure codes are on the request? none of: 22510; 22511; 22512",
                "",
                ("codes",),
                codes is not None and SOME_CODES_7.isdisjoint(codes),
                codes is not None and not SOME_CODES_7.isdisjoint(codes),
            ),
            test(
                "Which procedure codes are on the request? none of: 22513; 22514; 22515",
                "",
                ("codes",),
                codes is not None and SOME_CODES_8.isdisjoint(codes),
                codes is not None and not SOME_CODES_8.isdisjoint(codes),
            ),
        )
    )


def reason_myeloma_levels(
    state: str | None,
    fractured: list[str] | None,
    cause: str | None,
) -> Reason:
    """Why myeloma-levels is met, not met or missing."""
    return (
        only_if(
            at_least(
                2,
                "",
                "",
                test(
                    "In which state will the service be given? one of: Arizona; Washington",
                    "",
                    ("state",),
                    state in {"AZ", "WA"},
                    state is not None and state not in {"AZ", "WA"},
                ),
                test(
                    "Which fractured vertebrae will this procedure treat? more than 3 fractures",
                    "",
                    ("fractured",),
                    fractured is not None and len(fractured) > 3,
                    fractured is not None and len(fractured) <= 3,
                ),
            ),
            test(
                "Which cause of the fracture does the request rest on? myeloma",
                "",
                ("cause",),
                cause == "myeloma",
                cause is not None and cause != "myeloma",
            ),
        )
    )


YES_OR_NO = frozenset((bool,))
STATE_ANSWERS = frozenset((
    "AZ", "NJ", "OH", "OK", "TX", "WA", "AL", "AK", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA",
    "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT",
    "NE", "NV", "NH", "NM", "NY", "NC", "ND", "OR", "PA", "RI", "SC", "SD", "TN", "UT", "VT", "VA",
    "WV", "WI", "WY", "AS", "GU", "MP", "PR", "VI", "other",
))
INFECTIONS_ANSWERS = frozenset((
    "discitis", "osteomyelitis", "epidural_abscess", "other_spinal_infection",
    "systemic_infection", "surgical_infection",
))
PAYER_ANSWERS = frozenset((
    "original", "advantage", "railroad", "veterans", "indian_health", "education_only", "rebill",
    "other_payer",
))
PLACE_OF_SERVICE_ANSWERS = frozenset(("11", "12", "19", "22", "24", "21", "23", "other_place"))
BILL_TYPE_ANSWERS = frozenset(("13X", "85X", "other_bill"))
CAUSE_ANSWERS = frozenset(("osteoporosis", "metastasis", "myeloma", "other_cause"))
PHASE_ANSWERS = frozenset(("acute", "subacute", "chronic", "no_word"))
IMAGING_SIGNS_ANSWERS = frozenset(("edema", "uptake"))
PAIN_COURSE_ANSWERS = frozenset(("worse", "stable", "better"))
RELATIVE_CONTRAINDICATIONS_ANSWERS = frozenset((
    "cement_allergy", "coagulopathy", "instability", "myelopathy", "deficit", "impingement",
    "retropulsion",
))
FRACTURED_ANSWERS = frozenset((
    "C1", "C2", "C3", "C4", "C5", "C6", "C7", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9",
    "T10", "T11", "T12", "L1", "L2", "L3", "L4", "L5", "sacrum",
))
SOME_CODES_1 = frozenset(("22551", "22552", "63650"))
SOME_CODES_2 = frozenset(("61867", "61868"))
SOME_CODES_3 = frozenset(("22510", "22511", "22512", "22513", "22514", "22515"))
SOME_CODES_4 = frozenset(("22510", "22511"))
SOME_CODES_5 = frozenset(("22513", "22514"))
SOME_FRACTURED_1 = frozenset(("C1", "C2", "C3", "C4", "C5", "C6", "C7", "sacrum"))
SOME_FRACTURED_2 = frozenset((
    "C1", "C2", "C3", "C4", "C5", "C6", "C7", "T1", "T10", "T11", "T12", "T2", "T3", "T4", "T5",
    "T6", "T7", "T8", "T9",
))
SOME_FRACTURED_3 = frozenset(("L1", "L2", "L3", "L4", "L5", "sacrum"))
SOME_FRACTURED_4 = frozenset((
    "T1", "T10", "T11", "T12", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9",
))
SOME_FRACTURED_5 = frozenset(("L1", "L2", "L3", "L4", "L5"))
SOME_CODES_6 = frozenset(("22512", "22515"))
SOME_CODES_7 = frozenset(("22510", "22511", "22512"))
SOME_CODES_8 = frozenset(("22513", "22514", "22515"))
minus_42_days = mover(0, -42)
minus_84_days = mover(0, -84)
plus_119_days = mover(0, 119)
plus_2_days = mover(0, 2)
plus_3_days = mover(0, 3)
plus_45_days = mover(0, 45)

POLICY = Policy(
    id="pva",
    version="6.0.0",
    title="Percutaneous vertebral augmentation for a compression fracture",
    effective="2026-04-24",
    until=None,
    codes=("22510", "22511", "22512", "22513", "22514", "22515"),
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
            "pregnant",
            "yes_no",
            "true or false",
            "Is the patient pregnant?",
            "Patient",
        ),
        Fact(
            "imaging",
            "note",
            "text of 1 to 500 characters that says where it stands in the chart",
            "Where is the imaging report?",
            "Examination and imaging",
        ),
        Fact(
            "infections",
            "findings",
            "an object that gives true or false for any of discitis, osteomyelitis, epidural_abscess, other_spinal_infection, systemic_infection, surgical_infection",
            "Which of these infections are present? Answer for each one that was looked for.",
            "Infections",
            options=("discitis", "osteomyelitis", "epidural_abscess", "other_spinal_infection", "systemic_infection", "surgical_infection"),
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
            "cause",
            "choice",
            "one of osteoporosis, metastasis, myeloma, other_cause",
            "Which cause of the fracture does the request rest on?",
            "Fracture",
            options=("osteoporosis", "metastasis", "myeloma", "other_cause"),
        ),
        Fact(
            "debilitating",
            "yes_no",
            "true or false",
            "Is the fracture painful and debilitating?",
            "Fracture",
        ),
        Fact(
            "onset",
            "date",
            "a date written YYYY-MM-DD, from 1990-01-01 to 2036-12-31",
            "When did the symptoms of the oldest fracture to be treated begin?",
            "Fracture",
            low="1990-01-01",
            high="2036-12-31",
        ),
        Fact(
            "phase",
            "choice",
            "one of acute, subacute, chronic, no_word",
            "What does the chart call the fracture?",
            "Fracture",
            options=("acute", "subacute", "chronic", "no_word"),
        ),
        Fact(
            "severe_pain",
            "yes_no",
            "true or false",
            "Does the destruction of the vertebral body cause severe back pain?",
            "Fracture",
        ),
        Fact(
            "cortex_spared",
            "yes_no",
            "true or false",
            "Is the major part of the cortical bone spared?",
            "Fracture",
        ),
        Fact(
            "imaging_signs",
            "findings",
            "an object that gives true or false for any of edema, uptake",
            "Which of these does advanced imaging show at every level to be treated?",
            "Examination and imaging",
            options=("edema", "uptake"),
        ),
        Fact(
            "height_loss_grew",
            "yes_no",
            "true or false",
            "Has the vertebral body lost more height since an earlier image?",
            "Examination and imaging",
        ),
        Fact(
            "height_reduction",
            "number",
            "a number with at most 1 place from 0 to 100 (percent)",
            "By how much is the height of the vertebral body reduced?",
            "Examination and imaging",
            low=0,
            high=100,
            places=1,
        ),
        Fact(
            "kyphosis",
            "yes_no",
            "true or false",
            "Is there a kyphotic deformity?",
            "Examination and imaging",
        ),
        Fact(
            "hospitalized",
            "yes_no",
            "true or false",
            "Is the patient hospitalized?",
            "Pain and function",
        ),
        Fact(
            "pain",
            "number",
            "a number with at most 1 place from 0 to 10 (points)",
            "What is the pain score now, NRS or VAS, from 0 to 10? Divide millimeters by 10.",
            "Pain and function",
            low=0,
            high=10,
            places=1,
        ),
        Fact(
            "pain_course",
            "choice",
            "one of worse, stable, better",
            "How has the pain changed?",
            "Pain and function",
            options=("worse", "stable", "better"),
        ),
        Fact(
            "rdq",
            "number",
            "a whole number from 0 to 24 (points)",
            "What is the Roland-Morris (RDQ) score, from 0 to 24?",
            "Pain and function",
            low=0,
            high=24,
        ),
        Fact(
            "pain_from_fracture",
            "yes_no",
            "true or false",
            "Is the current back pain mainly due to the fracture to be treated?",
            "Pain and function",
        ),
        Fact(
            "optimal_care",
            "yes_no",
            "true or false",
            "Is the pain this strong despite optimal non-surgical care, such as medication or physical therapy, with or without rest or bracing?",
            "Earlier care",
        ),
        Fact(
            "therapy_failed",
            "yes_no",
            "true or false",
            "Has medical therapy failed to relieve the pain?",
            "Earlier care",
        ),
        Fact(
            "bone_referral",
            "note",
            "text of 1 to 500 characters that says where it stands in the chart",
            "Where is the referral for bone density and osteoporosis education?",
            "Osteoporosis care",
        ),
        Fact(
            "instruction",
            "note",
            "text of 1 to 500 characters that says where it stands in the chart",
            "Where is the instruction to take part in an osteoporosis prevention or treatment program?",
            "Osteoporosis care",
        ),
        Fact(
            "relative_contraindications",
            "findings",
            "an object that gives true or false for any of cement_allergy, coagulopathy, instability, myelopathy, deficit, impingement, retropulsion",
            "Which relative contraindications are present? Answer for each one that was looked for.",
            "Contraindications",
            options=("cement_allergy", "coagulopathy", "instability", "myelopathy", "deficit", "impingement", "retropulsion"),
        ),
        Fact(
            "fractures_rationale",
            "note",
            "text of 1 to 500 characters that says where it stands in the chart",
            "Where is the rationale for treating more than three?",
            "Contraindications",
        ),
        Fact(
            "allergy_rationale",
            "note",
            "text of 1 to 500 characters that says where it stands in the chart",
            "Where is the rationale for proceeding despite this allergy?",
            "Contraindications",
        ),
        Fact(
            "coagulopathy_rationale",
            "note",
            "text of 1 to 500 characters that says where it stands in the chart",
            "Where is the rationale for proceeding despite the coagulopathy?",
            "Contraindications",
        ),
        Fact(
            "instability_rationale",
            "note",
            "text of 1 to 500 characters that says where it stands in the chart",
            "Where is the rationale for proceeding despite the instability?",
            "Contraindications",
        ),
        Fact(
            "myelopathy_rationale",
            "note",
            "text of 1 to 500 characters that says where it stands in the chart",
            "Where is the rationale for proceeding despite the myelopathy?",
            "Contraindications",
        ),
        Fact(
            "deficit_rationale",
            "note",
            "text of 1 to 500 characters that says where it stands in the chart",
            "Where is the rationale for proceeding despite the deficit?",
            "Contraindications",
        ),
        Fact(
            "impingement_rationale",
            "note",
            "text of 1 to 500 characters that says where it stands in the chart",
            "Where is the rationale for proceeding despite the impingement?",
            "Contraindications",
        ),
        Fact(
            "retropulsion_rationale",
            "note",
            "text of 1 to 500 characters that says where it stands in the chart",
            "Where is the rationale for proceeding despite this finding?",
            "Contraindications",
        ),
        Fact(
            "fractured",
            "set",
            "a list without repetition, of C1, C2, C3, C4, C5, C6, C7, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, L1, L2, L3, L4, L5, sacrum",
            "Which fractured vertebrae will this procedure treat?",
            "Procedure plan",
            options=("C1", "C2", "C3", "C4", "C5", "C6", "C7", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10", "T11", "T12", "L1", "L2", "L3", "L4", "L5", "sacrum"),
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
                    "6.2.9",
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
                    "6.2.9",
                    "list of codes",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "primary-of-22512",
            "Add-on code 22512 stands beside its primary code",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "list of codes",
                ),
            ),
            (
                ("A14", "An add-on code is for a further level, and stands beside its primary code. One that stands alone is shown, and decides nothing."),
            ),
        ),
        Criterion(
            "primary-of-22515",
            "Add-on code 22515 stands beside its primary code",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "list of codes",
                ),
            ),
            (
                ("A14", "An add-on code is for a further level, and stands beside its primary code. One that stands alone is shown, and decides nothing."),
            ),
        ),
        Criterion(
            "cause",
            "The fracture is osteoporotic, or due to osteolytic metastasis or myeloma",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "boxes 1 and 2",
                ),
            ),
            (
                ("D5", "Each of the two boxes begins with For, so they are alternatives. One is enough, and the request names it."),
                ("D5b", "The comma before metastasis is stray. An osteolytic metastasis in the vertebra is meant, or myeloma."),
                ("D5d", "A fracture of another cause, such as an injury, fits neither box. A clinician must look. Until then this is not met."),
            ),
        ),
        Criterion(
            "debilitating",
            "The osteoporotic fracture is painful and debilitating",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "box 1",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "fracture-age",
            "The osteoporotic fracture is no older than 12 weeks on the planned date",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "box 1a",
                ),
            ),
            (
                ("D2", "Acute is less than six weeks, and subacute begins there. So only the twelve weeks decide. They are 84 days, and day 84 counts."),
                ("D2b", "The age is counted from the first symptom to the planned date. If only the wait after the request was received carries it past twelve weeks, this is flagged."),
            ),
        ),
        Criterion(
            "levels",
            "The osteoporotic fractures to be treated lie at T1 to L5",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "box 1a",
                ),
            ),
            (
                ("D8", "A cervical or sacral level does not fit this box, whatever the code. At least one level is named."),
            ),
        ),
        Criterion(
            "imaging",
            "Advanced imaging shows edema or uptake in the osteoporotic fracture",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "box 1a",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "pain-level",
            "The pain of the osteoporotic fracture is strong enough, in hospital or out of it",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "box 1b",
                ),
            ),
            (
                ("D3", "Optimal care and the course of the pain are asked only of a patient who is not hospitalized."),
                ("D3b", "A hospitalized patient with pain from 5 to below 8 fits neither route. This is not met, and flagged. A clinician must look. Such patients are rare here, as inpatient services are outside the model."),
                ("D3c", "Scores run from 0 to 10. A score in millimeters is divided by 10."),
                ("D4", "Exactly 25 percent and a score of exactly 17 do not count."),
                ("D4b", "Growing height loss and a reduction above 25 percent are two findings, even on one image."),
                ("D3d", "The text names no shortest time for this care. None is asked."),
            ),
        ),
        Criterion(
            "osteoporosis-care",
            "The patient was referred and instructed for osteoporosis",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "boxes 1c and 1d",
                ),
            ),
            (
                ("D9", "Both are needed, the referral and the instruction."),
            ),
        ),
        Criterion(
            "malignant",
            "Malignant destruction of the vertebral body causes severe back pain, and spares most cortical bone",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "box 2",
                ),
            ),
            (
                ("D5c", "No pain score, no age of the fracture and no T1 to L5 are named for this route. None is asked. Severe is what the chart calls severe."),
            ),
        ),
        Criterion(
            "pain-source",
            "The back pain is mainly from the fracture",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "box 3a",
                ),
            ),
            (
                ("D6", "The text rules out pain that is not primarily due to the fracture. So the pain must be mainly from it."),
            ),
        ),
        Criterion(
            "no-infection",
            "Each of four infections was looked for, and none is present",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "box 3b",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "no-pregnancy",
            "The patient is not pregnant",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "box 3c",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "many-fractures",
            "More than three fractures in one procedure have a rationale",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "box 4a",
                ),
            ),
            (
                ("D7", "Four or more need a rationale, and do not rule the service out. For myeloma, a Noridian article waives the number in Arizona and Washington. That is shown, and decides nothing."),
            ),
        ),
        Criterion(
            "cement-allergy",
            "No allergy to bone cement or opacification agents, or a rationale for proceeding",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "box 4b",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "coagulopathy",
            "No uncorrected coagulopathy, or a rationale for proceeding",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "box 4c",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "instability",
            "No spinal instability, or a rationale for proceeding",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "box 4d",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "myelopathy",
            "No myelopathy from the fracture, or a rationale for proceeding",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "box 4e",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "neurologic-deficit",
            "No neurologic deficit, or a rationale for proceeding",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "box 4f",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "neural-impingement",
            "No neural impingement, or a rationale for proceeding",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "box 4g",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "retropulsion",
            "No retropulsion or canal compromise, or a rationale for proceeding",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "box 4h",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "age-at-receipt",
            "The wait until the planned date does not carry the fracture past 12 weeks",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "box 1a",
                ),
            ),
            (
                ("D2b", "The age is counted from the first symptom to the planned date. If only the wait after the request was received carries it past twelve weeks, this is flagged."),
            ),
        ),
        Criterion(
            "phase-and-age",
            "The fracture is as old as its name in the chart says",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "box 1a",
                ),
            ),
            (
                ("D2", "Acute is less than six weeks, and subacute begins there. So only the twelve weeks decide. They are 84 days, and day 84 counts."),
            ),
        ),
        Criterion(
            "hospital-pain",
            "The pain of a hospitalized patient is not from 5 to below 8",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "box 1b",
                ),
            ),
            (
                ("D3b", "A hospitalized patient with pain from 5 to below 8 fits neither route. This is not met, and flagged. A clinician must look. Such patients are rare here, as inpatient services are outside the model."),
            ),
        ),
        Criterion(
            "medical-therapy",
            "The severe pain of a malignant fracture did not respond to medical therapy",
            "advisory",
            (
                Citation(
                    "tumor_lcd",
                    "LCD L38201, known from a summary of it",
                    "",
                    "",
                    "malignant fractures",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "levels-of-22510",
            "Code 22510 has a cervical or thoracic level",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "list of codes",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "levels-of-22511",
            "Code 22511 has a lumbar or sacral level",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "list of codes",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "levels-of-22513",
            "Code 22513 has a thoracic level",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "list of codes",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "levels-of-22514",
            "Code 22514 has a lumbar level",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "list of codes",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "add-on-and-levels",
            "More than one level goes with an add-on code, and a single level goes without",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "list of codes",
                ),
            ),
            (
                ("A14", "An add-on code is for a further level, and stands beside its primary code. One that stands alone is shown, and decides nothing."),
            ),
        ),
        Criterion(
            "one-technique",
            "The codes are for vertebroplasty or for kyphoplasty, and not for both",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.9",
                    "list of codes",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "myeloma-levels",
            "More than three fractures in Arizona or Washington are due to myeloma, so the number is waived",
            "advisory",
            (
                Citation(
                    "noridian_article",
                    "Noridian billing and coding article A56572, of which only a few sentences were at hand",
                    "",
                    "",
                    "number of levels",
                ),
            ),
            (
                ("D7", "Four or more need a rationale, and do not rule the service out. For myeloma, a Noridian article waives the number in Arizona and Washington. That is shown, and decides nothing."),
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
            "L34228",
        ),
        State(
            "NJ",
            "New Jersey",
            "Novitas",
            "JL",
            "Genzeon Corporation",
            "portal.hip.one",
            "L35130",
        ),
        State("OH", "Ohio", "CGS", "J15", "Innovaccer Inc.", "wiser.innovaccer.us", "L38201"),
        State(
            "OK",
            "Oklahoma",
            "Novitas",
            "JH",
            "Humata Health, Inc.",
            "psi.humatahealth.com",
            "L35130",
        ),
        State(
            "TX",
            "Texas",
            "Novitas",
            "JH",
            "Cohere Health, Inc.",
            "next.coherehealth.com",
            "L35130",
        ),
        State(
            "WA",
            "Washington",
            "Noridian",
            "JF",
            "Virtix Health LLC",
            "wiser.portal.virtixhealth.com",
            "L34228",
        ),
    ),
    meaning="1996d6640083a6f28d68f1736e53816efb642f95f11230ed4a39122232e9e3fa",
)
