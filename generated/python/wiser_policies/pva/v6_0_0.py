"""Percutaneous vertebral augmentation for a compression fracture: policy pva, version 6.0.0.

For requests received on or after 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, section 6.2.9, 2026-04-24.

Generated from policies/pva/6.0.0.yaml; do not edit.
It speaks of documentation and makes no coverage decision. None means that the
chart does not say.
"""

from __future__ import annotations

from typing import Any

from wiser_policies._compiled import load
from wiser_policies._dates import is_day, mover
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
        and onset >= minus_84_days(service_date or "2036-12-31")
        and (onset or "2036-12-31") <= (service_date or "2020-01-01")
    ):
        return MET
    if (
        cause == "osteoporosis"
        and onset is not None
        and (onset < minus_84_days(service_date or "2020-01-01") or (service_date is not None and onset > service_date))
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


def verdict_imaging(cause: str | None, imaging: str | None, imaging_signs: dict[str, bool] | None) -> Verdict:
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


def verdict_osteoporosis_care(cause: str | None, bone_referral: str | None, instruction: str | None) -> Verdict:
    """The patient was referred and instructed for osteoporosis.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, boxes 1c and 1d
    Readings: D9
    """
    if cause is not None and cause != "osteoporosis":
        return NOT_APPLICABLE
    if bone_referral is not None and instruction is not None:
        return MET
    return MISSING


def verdict_malignant(cause: str | None, severe_pain: bool | None, cortex_spared: bool | None) -> Verdict:
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
        (relative_contraindications is not None and relative_contraindications.get("cement_allergy") is False)
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
        (relative_contraindications is not None and relative_contraindications.get("coagulopathy") is False)
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
        (relative_contraindications is not None and relative_contraindications.get("instability") is False)
        or instability_rationale is not None
    ):
        return MET
    return MISSING


def verdict_myelopathy(relative_contraindications: dict[str, bool] | None, myelopathy_rationale: str | None) -> Verdict:
    """No myelopathy from the fracture, or a rationale for proceeding.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 4e
    “and rationale for proceeding”
    """
    if (
        (relative_contraindications is not None and relative_contraindications.get("myelopathy") is False)
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
        (relative_contraindications is not None and relative_contraindications.get("deficit") is False)
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
        (relative_contraindications is not None and relative_contraindications.get("impingement") is False)
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
        (relative_contraindications is not None and relative_contraindications.get("retropulsion") is False)
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
        or (onset is not None and onset < minus_84_days(received_date or "2020-01-01"))
    ):
        return NOT_APPLICABLE
    if onset is not None and onset >= minus_84_days(service_date or "2036-12-31"):
        return MET
    if (
        cause == "osteoporosis"
        and onset is not None
        and onset >= minus_84_days(received_date or "2036-12-31")
        and onset < minus_84_days(service_date or "2020-01-01")
    ):
        return NOT_MET
    return MISSING


def verdict_phase_and_age(cause: str | None, phase: str | None, onset: str | None, service_date: str | None) -> Verdict:
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
        (phase == "acute" and onset is not None and onset > minus_42_days(service_date or "2036-12-31"))
        or (
            phase == "subacute"
            and onset is not None
            and onset <= minus_42_days(service_date or "2020-01-01")
            and onset >= minus_84_days(service_date or "2036-12-31")
        )
    ):
        return MET
    if (
        cause == "osteoporosis"
        and phase in {"acute", "chronic", "subacute"}
        and (
            (phase is not None and phase != "acute")
            or (onset is not None and onset <= minus_42_days(service_date or "2020-01-01"))
        )
        and (
            (phase is not None and phase != "subacute")
            or (
                onset is not None
                and (
                    onset > minus_42_days(service_date or "2036-12-31")
                    or onset < minus_84_days(service_date or "2020-01-01")
                )
            )
        )
    ):
        return NOT_MET
    return MISSING


def verdict_hospital_pain(cause: str | None, hospitalized: bool | None, pain: float | None) -> Verdict:
    """The pain of a hospitalized patient is not from 5 to below 8.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 1b
    “greater than or equal to 8”
    Readings: D3b
    """
    if (cause is not None and cause != "osteoporosis") or hospitalized is False:
        return NOT_APPLICABLE
    if pain is not None and (pain < 5 or pain >= 8):
        return MET
    if cause == "osteoporosis" and hospitalized is True and pain is not None and pain >= 5 and pain < 8:
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
    if codes is not None and "22510" in codes and fractured is not None and SOME_FRACTURED_2.isdisjoint(fractured):
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
    if codes is not None and "22511" in codes and fractured is not None and SOME_FRACTURED_3.isdisjoint(fractured):
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
    if codes is not None and "22513" in codes and fractured is not None and SOME_FRACTURED_4.isdisjoint(fractured):
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
    if codes is not None and "22514" in codes and fractured is not None and SOME_FRACTURED_5.isdisjoint(fractured):
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
        ((fractured is not None and len(fractured) > 1) or (codes is not None and not SOME_CODES_6.isdisjoint(codes)))
        and ((fractured is not None and len(fractured) <= 1) or (codes is not None and SOME_CODES_6.isdisjoint(codes)))
    ):
        return NOT_MET
    return MISSING


def verdict_one_technique(codes: list[str] | None) -> Verdict:
    """The codes are for vertebroplasty or for kyphoplasty, and not for both.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, list of codes
    """
    if codes is not None and (SOME_CODES_7.isdisjoint(codes) or SOME_CODES_8.isdisjoint(codes)):
        return MET
    if codes is not None and not SOME_CODES_7.isdisjoint(codes) and not SOME_CODES_8.isdisjoint(codes):
        return NOT_MET
    return MISSING


def verdict_myeloma_levels(state: str | None, fractured: list[str] | None, cause: str | None) -> Verdict:
    """More than three fractures in Arizona or Washington are due to myeloma, so the number is waived.

    Noridian billing and coding article A56572, of which only a few sentences were at hand, number of levels
    Readings: D7
    """
    if (state is not None and state not in {"AZ", "WA"}) or (fractured is not None and len(fractured) <= 3):
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
            and (received_date is None or ("2020-01-01" <= received_date <= "2036-12-31" and is_day(received_date)))
            and (service_date is None or ("2020-01-01" <= service_date <= "2036-12-31" and is_day(service_date)))
            and (state is None or state in STATE_ANSWERS)
            and (pregnant is None or pregnant is True or pregnant is False)
            and (imaging is None or (type(imaging) is str and len(imaging) <= 500 and imaging.strip(' \t\n\r') != ""))
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
            and (emergency_modifier is None or emergency_modifier is True or emergency_modifier is False)
            and (emergency_revenue is None or emergency_revenue is True or emergency_revenue is False)
            and (provider_exempt is None or provider_exempt is True or provider_exempt is False)
            and (expedited is None or expedited is True or expedited is False)
            and (decision_date is None or ("2026-01-05" <= decision_date <= "2036-12-31" and is_day(decision_date)))
            and (records_asked is None or ("2026-01-15" <= records_asked <= "2036-12-31" and is_day(records_asked)))
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
            and (pain is None or (type(pain) is int and 0 <= pain <= 10) or is_number(pain, 0, 10, 1))
            and (pain_course is None or pain_course in PAIN_COURSE_ANSWERS)
            and (rdq is None or (type(rdq) is int and 0 <= rdq <= 24))
            and (pain_from_fracture is None or pain_from_fracture is True or pain_from_fracture is False)
            and (optimal_care is None or optimal_care is True or optimal_care is False)
            and (therapy_failed is None or therapy_failed is True or therapy_failed is False)
            and (
                bone_referral is None
                or (type(bone_referral) is str and len(bone_referral) <= 500 and bone_referral.strip(' \t\n\r') != "")
            )
            and (
                instruction is None
                or (type(instruction) is str and len(instruction) <= 500 and instruction.strip(' \t\n\r') != "")
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


YES_OR_NO = frozenset((bool,))
STATE_ANSWERS = frozenset((
    "AZ", "NJ", "OH", "OK", "TX", "WA", "AL", "AK", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL",
    "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NM", "NY", "NC",
    "ND", "OR", "PA", "RI", "SC", "SD", "TN", "UT", "VT", "VA", "WV", "WI", "WY", "AS", "GU", "MP", "PR", "VI",
    "other",
))
INFECTIONS_ANSWERS = frozenset((
    "discitis", "osteomyelitis", "epidural_abscess", "other_spinal_infection", "systemic_infection",
    "surgical_infection",
))
PAYER_ANSWERS = frozenset((
    "original", "advantage", "railroad", "veterans", "indian_health", "education_only", "rebill", "other_payer",
))
PLACE_OF_SERVICE_ANSWERS = frozenset(("11", "12", "19", "22", "24", "21", "23", "other_place"))
BILL_TYPE_ANSWERS = frozenset(("13X", "85X", "other_bill"))
CAUSE_ANSWERS = frozenset(("osteoporosis", "metastasis", "myeloma", "other_cause"))
PHASE_ANSWERS = frozenset(("acute", "subacute", "chronic", "no_word"))
IMAGING_SIGNS_ANSWERS = frozenset(("edema", "uptake"))
PAIN_COURSE_ANSWERS = frozenset(("worse", "stable", "better"))
RELATIVE_CONTRAINDICATIONS_ANSWERS = frozenset((
    "cement_allergy", "coagulopathy", "instability", "myelopathy", "deficit", "impingement", "retropulsion",
))
FRACTURED_ANSWERS = frozenset((
    "C1", "C2", "C3", "C4", "C5", "C6", "C7", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10", "T11",
    "T12", "L1", "L2", "L3", "L4", "L5", "sacrum",
))
SOME_CODES_1 = frozenset(("22551", "22552", "63650"))
SOME_CODES_2 = frozenset(("61867", "61868"))
SOME_CODES_3 = frozenset(("22510", "22511", "22512", "22513", "22514", "22515"))
SOME_CODES_4 = frozenset(("22510", "22511"))
SOME_CODES_5 = frozenset(("22513", "22514"))
SOME_FRACTURED_1 = frozenset(("C1", "C2", "C3", "C4", "C5", "C6", "C7", "sacrum"))
SOME_FRACTURED_2 = frozenset((
    "C1", "C2", "C3", "C4", "C5", "C6", "C7", "T1", "T10", "T11", "T12", "T2", "T3", "T4", "T5", "T6", "T7", "T8",
    "T9",
))
SOME_FRACTURED_3 = frozenset(("L1", "L2", "L3", "L4", "L5", "sacrum"))
SOME_FRACTURED_4 = frozenset(("T1", "T10", "T11", "T12", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9"))
SOME_FRACTURED_5 = frozenset(("L1", "L2", "L3", "L4", "L5"))
SOME_CODES_6 = frozenset(("22512", "22515"))
SOME_CODES_7 = frozenset(("22510", "22511", "22512"))
SOME_CODES_8 = frozenset(("22513", "22514", "22515"))
minus_42_days = mover(0, -42)
minus_84_days = mover(0, -84)

POLICY = load(__spec__)
