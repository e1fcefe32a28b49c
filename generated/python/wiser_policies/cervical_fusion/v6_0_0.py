"""Cervical fusion: policy cervical_fusion, version 6.0.0.

For requests received on or after 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, section 6.2.11, 2026-04-24.

Generated from policies/cervical_fusion/6.0.0.yaml; do not edit.
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
    unstable = get("unstable")
    translation = get("translation")
    angulation = get("angulation")
    injury = get("injury")
    fracture_likely_unstable = get("fracture_likely_unstable")
    fracture_with_deficit = get("fracture_with_deficit")
    tumor = get("tumor")
    tumor_did_harm = get("tumor_did_harm")
    tumor_needs_stabilization = get("tumor_needs_stabilization")
    treatment_harms = get("treatment_harms")
    infection_shown = get("infection_shown")
    body_destroyed = get("body_destroyed")
    debridement_harms = get("debridement_harms")
    deformities = get("deformities")
    limits = get("limits")
    progression = get("progression")
    pseudarthrosis = get("pseudarthrosis")
    fusion_date = get("fusion_date")
    non_union_shown = get("non_union_shown")
    non_union_study = get("non_union_study")
    hardware_failure = get("hardware_failure")
    nerve_or_canal_alone = get("nerve_or_canal_alone")
    reaches_above_c2 = get("reaches_above_c2")
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
        verdict_indication(
            injury,
            fracture_likely_unstable,
            fracture_with_deficit,
            unstable,
            tumor,
            tumor_did_harm,
            tumor_needs_stabilization,
            treatment_harms,
            infections,
            infection_shown,
            body_destroyed,
            debridement_harms,
            deformities,
            pseudarthrosis,
            non_union_shown,
            fusion_date,
            service_date,
            hardware_failure,
            limits,
            progression,
        ),
        verdict_more_than_compression(nerve_or_canal_alone),
        verdict_below_c2(reaches_above_c2, deformities),
        verdict_measured_instability(unstable, deformities, translation, angulation),
        verdict_past_the_edge_day(pseudarthrosis, hardware_failure, fusion_date, service_date),
        verdict_imaging_after_12_months(pseudarthrosis, hardware_failure, non_union_study, fusion_date),
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

    WISeR Provider and Supplier Operational Guide 6.0 6.2.11, date of publication
    Readings: A15
    """
    if received_date is not None and received_date >= "2026-04-24":
        return MET
    if received_date is not None and received_date < "2026-04-24":
        return NOT_MET
    return MISSING


def verdict_listed_code(codes: list[str] | None) -> Verdict:
    """A procedure code of this policy is on the request.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.11, list of codes
    """
    if codes is not None and "22554" in codes:
        return MET
    if codes is not None and "22554" not in codes:
        return NOT_MET
    return MISSING


def verdict_indication(
    injury: bool | None,
    fracture_likely_unstable: bool | None,
    fracture_with_deficit: bool | None,
    unstable: bool | None,
    tumor: bool | None,
    tumor_did_harm: bool | None,
    tumor_needs_stabilization: bool | None,
    treatment_harms: bool | None,
    infections: dict[str, bool] | None,
    infection_shown: bool | None,
    body_destroyed: bool | None,
    debridement_harms: bool | None,
    deformities: dict[str, bool] | None,
    pseudarthrosis: bool | None,
    non_union_shown: bool | None,
    fusion_date: str | None,
    service_date: str | None,
    hardware_failure: bool | None,
    limits: dict[str, bool] | None,
    progression: bool | None,
) -> Verdict:
    """An injury, a tumor, an infection or a deformity calls for fusion.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.11, boxes 1 to 4
    “at the affected level; OR”
    “neurologic deficits; OR”
    “instability or neurologic deficit where treatment”
    “demonstrating infection AND”
    “discitis, osteomyelitis, or epidural abscess”
    “vertebral instability; OR”
    “(anterolisthesis/posterolisthesis) AND”
    “post-laminectomy deformity; OR”
    “or with radiographic evidence of hardware failure”
    “after 12 months”
    “forward gaze OR”
    “such as severe neck pain or”
    Readings: E1, E3, E4, E4b, E6
    """
    if (
        truth_trauma(injury, fracture_likely_unstable, fracture_with_deficit, unstable) is True
        or truth_spinal_tumor(tumor, tumor_did_harm, tumor_needs_stabilization, treatment_harms, unstable) is True
        or truth_spinal_infection(infections, infection_shown, body_destroyed, debridement_harms, unstable) is True
        or truth_deformity(
            deformities,
            pseudarthrosis,
            non_union_shown,
            fusion_date,
            service_date,
            hardware_failure,
            limits,
            progression,
        ) is True
    ):
        return MET
    if (
        truth_trauma(injury, fracture_likely_unstable, fracture_with_deficit, unstable) is False
        and truth_spinal_tumor(tumor, tumor_did_harm, tumor_needs_stabilization, treatment_harms, unstable) is False
        and truth_spinal_infection(infections, infection_shown, body_destroyed, debridement_harms, unstable) is False
        and truth_deformity(
            deformities,
            pseudarthrosis,
            non_union_shown,
            fusion_date,
            service_date,
            hardware_failure,
            limits,
            progression,
        ) is False
    ):
        return NOT_MET
    return MISSING


def verdict_more_than_compression(nerve_or_canal_alone: bool | None) -> Verdict:
    """The reason for fusion is more than radiculopathy or stenosis.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.11, boxes 1 to 4
    LCDs of the three contractors, L39741, L39758 and L39793, known from pages of others about them, categories of
    indications
    Readings: E2
    """
    if nerve_or_canal_alone is False:
        return MET
    if nerve_or_canal_alone is True:
        return NOT_MET
    return MISSING


def verdict_below_c2(reaches_above_c2: bool | None, deformities: dict[str, bool] | None) -> Verdict:
    """The deformity and the fusion lie below C2, as the code does.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.11, list of codes
    Readings: E5
    """
    if (
        reaches_above_c2 is False
        and deformities is not None
        and deformities.get("c1_c2_subluxation") is False
        and deformities.get("invagination") is False
    ):
        return MET
    if (
        reaches_above_c2 is True
        or (
            deformities is not None
            and (deformities.get("c1_c2_subluxation") is True or deformities.get("invagination") is True)
        )
    ):
        return NOT_MET
    return MISSING


def verdict_measured_instability(
    unstable: bool | None,
    deformities: dict[str, bool] | None,
    translation: float | None,
    angulation: float | None,
) -> Verdict:
    """The instability is measured, and is more than 3.5 mm or more than 11 degrees.

    LCD L39788 of another contractor, from the same joint work as these three, and known from a summary of it,
    instability
    Readings: E7
    """
    if (
        unstable is False
        and deformities is not None
        and deformities.get("subaxial_kyphosis") is False
        and deformities.get("after_laminectomy") is False
        and deformities.get("rheumatoid") is False
        and deformities.get("spondylolisthesis") is False
    ):
        return NOT_APPLICABLE
    if (translation is not None and translation > 3.5) or (angulation is not None and angulation > 11):
        return MET
    if (
        (
            unstable is True
            or (
                deformities is not None
                and (
                    deformities.get("subaxial_kyphosis") is True
                    or deformities.get("after_laminectomy") is True
                    or deformities.get("rheumatoid") is True
                    or deformities.get("spondylolisthesis") is True
                )
            )
        )
        and translation is not None
        and translation <= 3.5
        and angulation is not None
        and angulation <= 11
    ):
        return NOT_MET
    return MISSING


def verdict_past_the_edge_day(
    pseudarthrosis: bool | None,
    hardware_failure: bool | None,
    fusion_date: str | None,
    service_date: str | None,
) -> Verdict:
    """The 12 months since the earlier fusion ended before the planned date.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.11, box 4 b
    “after 12 months”
    Readings: E6
    """
    if pseudarthrosis is False or hardware_failure is True:
        return NOT_APPLICABLE
    if fusion_date is not None and fusion_date < minus_12_months(service_date or "2020-01-01"):
        return MET
    if (
        pseudarthrosis is True
        and hardware_failure is False
        and fusion_date is not None
        and fusion_date >= minus_12_months(service_date or "2036-12-31")
    ):
        return NOT_MET
    return MISSING


def verdict_imaging_after_12_months(
    pseudarthrosis: bool | None,
    hardware_failure: bool | None,
    non_union_study: str | None,
    fusion_date: str | None,
) -> Verdict:
    """The imaging that shows the non-union was done at 12 months or later.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.11, box 4 b
    “after 12 months”
    Readings: E6
    """
    if pseudarthrosis is False or hardware_failure is True:
        return NOT_APPLICABLE
    if non_union_study is not None and fusion_date is not None and non_union_study >= plus_12_months(fusion_date):
        return MET
    if (
        pseudarthrosis is True
        and hardware_failure is False
        and (non_union_study or "2036-12-31") < plus_12_months(fusion_date or "1950-01-01")
    ):
        return NOT_MET
    return MISSING


def truth_trauma(
    injury: bool | None,
    fracture_likely_unstable: bool | None,
    fracture_with_deficit: bool | None,
    unstable: bool | None,
) -> bool | None:
    """Box 1: an injury, with a fracture or dislocation as in a or b, or with instability (c).

    “at the affected level; OR”
    """
    if injury is True and (fracture_likely_unstable is True or fracture_with_deficit is True or unstable is True):
        return True
    if injury is False or (fracture_likely_unstable is False and fracture_with_deficit is False and unstable is False):
        return False
    return None


def truth_spinal_tumor(
    tumor: bool | None,
    tumor_did_harm: bool | None,
    tumor_needs_stabilization: bool | None,
    treatment_harms: bool | None,
    unstable: bool | None,
) -> bool | None:
    """Box 2: a tumor, with harm that it did (a), harm from its treatment (b), or instability (c).

    “neurologic deficits; OR”
    “instability or neurologic deficit where treatment”
    """
    if (
        tumor is True
        and (
            (tumor_did_harm is True and tumor_needs_stabilization is True)
            or treatment_harms is True
            or unstable is True
        )
    ):
        return True
    if (
        tumor is False
        or (
            (tumor_did_harm is False or tumor_needs_stabilization is False)
            and treatment_harms is False
            and unstable is False
        )
    ):
        return False
    return None


def truth_spinal_infection(
    infections: dict[str, bool] | None,
    infection_shown: bool | None,
    body_destroyed: bool | None,
    debridement_harms: bool | None,
    unstable: bool | None,
) -> bool | None:
    """Box 3: an infection that a study shows (a), with destruction or harmful debridement (b), or instability (c).

    “demonstrating infection AND”
    “discitis, osteomyelitis, or epidural abscess”
    “vertebral instability; OR”
    """
    if (
        infections is not None
        and (
            infections.get("discitis") is True
            or infections.get("osteomyelitis") is True
            or infections.get("epidural_abscess") is True
        )
        and infection_shown is True
        and (body_destroyed is True or debridement_harms is True or unstable is True)
    ):
        return True
    if (
        (
            infections is not None
            and infections.get("discitis") is False
            and infections.get("osteomyelitis") is False
            and infections.get("epidural_abscess") is False
        )
        or infection_shown is False
        or (body_destroyed is False and debridement_harms is False and unstable is False)
    ):
        return False
    return None


def truth_failed_fusion(
    pseudarthrosis: bool | None,
    non_union_shown: bool | None,
    fusion_date: str | None,
    service_date: str | None,
    hardware_failure: bool | None,
) -> bool | None:
    """Box 4 b: an earlier fusion did not heal and causes symptoms, after 12 months or with failed hardware.

    “or with radiographic evidence of hardware failure”
    “after 12 months”
    """
    if (
        pseudarthrosis is True
        and (
            (
                non_union_shown is True
                and fusion_date is not None
                and fusion_date <= minus_12_months(service_date or "2020-01-01")
            )
            or hardware_failure is True
        )
    ):
        return True
    if (
        pseudarthrosis is False
        or (
            (
                non_union_shown is False
                or (fusion_date is not None and fusion_date > minus_12_months(service_date or "2036-12-31"))
            )
            and hardware_failure is False
        )
    ):
        return False
    return None


def truth_deformity(
    deformities: dict[str, bool] | None,
    pseudarthrosis: bool | None,
    non_union_shown: bool | None,
    fusion_date: str | None,
    service_date: str | None,
    hardware_failure: bool | None,
    limits: dict[str, bool] | None,
    progression: bool | None,
) -> bool | None:
    """Box 4: a deformity or a failed fusion (a to e), with limited function (f) or progression (g).

    “(anterolisthesis/posterolisthesis) AND”
    “post-laminectomy deformity; OR”
    “or with radiographic evidence of hardware failure”
    “after 12 months”
    “forward gaze OR”
    “such as severe neck pain or”
    """
    if (
        (
            (deformities is not None and True in deformities.values())
            or truth_failed_fusion(pseudarthrosis, non_union_shown, fusion_date, service_date, hardware_failure) is True
        )
        and ((limits is not None and True in limits.values()) or progression is True)
    ):
        return True
    if (
        (
            deformities is not None
            and len(deformities) == 9
            and True not in deformities.values()
            and truth_failed_fusion(
                pseudarthrosis,
                non_union_shown,
                fusion_date,
                service_date,
                hardware_failure,
            ) is False
        )
        or (limits is not None and len(limits) == 5 and True not in limits.values() and progression is False)
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
    unstable = get("unstable")
    translation = get("translation")
    angulation = get("angulation")
    injury = get("injury")
    fracture_likely_unstable = get("fracture_likely_unstable")
    fracture_with_deficit = get("fracture_with_deficit")
    tumor = get("tumor")
    tumor_did_harm = get("tumor_did_harm")
    tumor_needs_stabilization = get("tumor_needs_stabilization")
    treatment_harms = get("treatment_harms")
    infection_shown = get("infection_shown")
    body_destroyed = get("body_destroyed")
    debridement_harms = get("debridement_harms")
    deformities = get("deformities")
    limits = get("limits")
    progression = get("progression")
    pseudarthrosis = get("pseudarthrosis")
    fusion_date = get("fusion_date")
    non_union_shown = get("non_union_shown")
    non_union_study = get("non_union_study")
    hardware_failure = get("hardware_failure")
    nerve_or_canal_alone = get("nerve_or_canal_alone")
    reaches_above_c2 = get("reaches_above_c2")
    try:
        return (
            (codes is None or is_codes(codes, "[0-9A-Z][0-9]{3}[0-9A-Z]"))
            and (received_date is None or ("2020-01-01" <= received_date <= "2036-12-31" and is_day(received_date)))
            and (service_date is None or ("2020-01-01" <= service_date <= "2036-12-31" and is_day(service_date)))
            and (state is None or state in STATE_ANSWERS)
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
            and (unstable is None or unstable is True or unstable is False)
            and (
                translation is None
                or (type(translation) is int and 0 <= translation <= 50)
                or is_number(translation, 0, 50, 1)
            )
            and (
                angulation is None
                or (type(angulation) is int and 0 <= angulation <= 90)
                or is_number(angulation, 0, 90, 1)
            )
            and (injury is None or injury is True or injury is False)
            and (
                fracture_likely_unstable is None
                or fracture_likely_unstable is True
                or fracture_likely_unstable is False
            )
            and (fracture_with_deficit is None or fracture_with_deficit is True or fracture_with_deficit is False)
            and (tumor is None or tumor is True or tumor is False)
            and (tumor_did_harm is None or tumor_did_harm is True or tumor_did_harm is False)
            and (
                tumor_needs_stabilization is None
                or tumor_needs_stabilization is True
                or tumor_needs_stabilization is False
            )
            and (treatment_harms is None or treatment_harms is True or treatment_harms is False)
            and (infection_shown is None or infection_shown is True or infection_shown is False)
            and (body_destroyed is None or body_destroyed is True or body_destroyed is False)
            and (debridement_harms is None or debridement_harms is True or debridement_harms is False)
            and (
                deformities is None
                or (
                    type(deformities) is dict
                    and DEFORMITIES_ANSWERS.issuperset(deformities)
                    and YES_OR_NO.issuperset(map(type, deformities.values()))
                )
            )
            and (
                limits is None
                or (
                    type(limits) is dict
                    and LIMITS_ANSWERS.issuperset(limits)
                    and YES_OR_NO.issuperset(map(type, limits.values()))
                )
            )
            and (progression is None or progression is True or progression is False)
            and (pseudarthrosis is None or pseudarthrosis is True or pseudarthrosis is False)
            and (fusion_date is None or ("1950-01-01" <= fusion_date <= "2036-12-31" and is_day(fusion_date)))
            and (non_union_shown is None or non_union_shown is True or non_union_shown is False)
            and (
                non_union_study is None
                or ("1950-01-01" <= non_union_study <= "2036-12-31" and is_day(non_union_study))
            )
            and (hardware_failure is None or hardware_failure is True or hardware_failure is False)
            and (nerve_or_canal_alone is None or nerve_or_canal_alone is True or nerve_or_canal_alone is False)
            and (reaches_above_c2 is None or reaches_above_c2 is True or reaches_above_c2 is False)
            # no key that is not a fact, and no null
            and len(request) == (
                (codes is not None)
                + (received_date is not None)
                + (service_date is not None)
                + (state is not None)
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
                + (unstable is not None)
                + (translation is not None)
                + (angulation is not None)
                + (injury is not None)
                + (fracture_likely_unstable is not None)
                + (fracture_with_deficit is not None)
                + (tumor is not None)
                + (tumor_did_harm is not None)
                + (tumor_needs_stabilization is not None)
                + (treatment_harms is not None)
                + (infection_shown is not None)
                + (body_destroyed is not None)
                + (debridement_harms is not None)
                + (deformities is not None)
                + (limits is not None)
                + (progression is not None)
                + (pseudarthrosis is not None)
                + (fusion_date is not None)
                + (non_union_shown is not None)
                + (non_union_study is not None)
                + (hardware_failure is not None)
                + (nerve_or_canal_alone is not None)
                + (reaches_above_c2 is not None)
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
DEFORMITIES_ANSWERS = frozenset((
    "kyphosis", "c1_c2_subluxation", "invagination", "subaxial_kyphosis", "head_drop", "post_laminectomy",
    "after_laminectomy", "rheumatoid", "spondylolisthesis",
))
LIMITS_ANSWERS = frozenset(("neck_pain", "walking", "daily_life", "forward_gaze", "other_limit"))
SOME_CODES_1 = frozenset(("22551", "22552", "63650"))
SOME_CODES_2 = frozenset(("61867", "61868"))
minus_12_months = mover(-12, 0)
plus_12_months = mover(12, 0)

POLICY = load(__spec__)
