"""Cervical fusion: policy cervical_fusion, version 6.0.0.

For requests received on or after 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, section 6.2.11, 2026-04-24.

Generated from policies/cervical_fusion/6.0.0.yaml; do not edit.
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
        verdict_imaging_after_12_months(
            pseudarthrosis,
            hardware_failure,
            non_union_study,
            fusion_date,
        ),
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
        or truth_spinal_tumor(
            tumor,
            tumor_did_harm,
            tumor_needs_stabilization,
            treatment_harms,
            unstable,
        ) is True
        or truth_spinal_infection(
            infections,
            infection_shown,
            body_destroyed,
            debridement_harms,
            unstable,
        ) is True
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
        and truth_spinal_tumor(
            tumor,
            tumor_did_harm,
            tumor_needs_stabilization,
            treatment_harms,
            unstable,
        ) is False
        and truth_spinal_infection(
            infections,
            infection_shown,
            body_destroyed,
            debridement_harms,
            unstable,
        ) is False
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
    LCDs of the three contractors, L39741, L39758 and L39793, known from pages of others about them,
    categories of indications
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
            and (
                deformities.get("c1_c2_subluxation") is True
                or deformities.get("invagination") is True
            )
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

    LCD L39788 of another contractor, from the same joint work as these three, and known from a summary
    of it, instability
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
    if (
        (translation is not None and translation > 3.5)
        or (angulation is not None and angulation > 11)
    ):
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
    if (
        fusion_date is not None
        and service_date is not None
        and fusion_date < minus_12_months(service_date)
    ):
        return MET
    if (
        pseudarthrosis is True
        and hardware_failure is False
        and fusion_date is not None
        and service_date is not None
        and fusion_date >= minus_12_months(service_date)
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
    if (
        non_union_study is not None
        and fusion_date is not None
        and non_union_study >= plus_12_months(fusion_date)
    ):
        return MET
    if (
        pseudarthrosis is True
        and hardware_failure is False
        and non_union_study is not None
        and fusion_date is not None
        and non_union_study < plus_12_months(fusion_date)
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
    if (
        injury is True
        and (fracture_likely_unstable is True or fracture_with_deficit is True or unstable is True)
    ):
        return True
    if (
        injury is False
        or (
            fracture_likely_unstable is False
            and fracture_with_deficit is False
            and unstable is False
        )
    ):
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
                and service_date is not None
                and fusion_date <= minus_12_months(service_date)
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
                or (
                    fusion_date is not None
                    and service_date is not None
                    and fusion_date > minus_12_months(service_date)
                )
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
            or truth_failed_fusion(
                pseudarthrosis,
                non_union_shown,
                fusion_date,
                service_date,
                hardware_failure,
            ) is True
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
        or (
            limits is not None
            and len(limits) == 5
            and True not in limits.values()
            and progression is False
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
            and (
                fracture_with_deficit is None
                or fracture_with_deficit is True
                or fracture_with_deficit is False
            )
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
            and (
                debridement_harms is None
                or debridement_harms is True
                or debridement_harms is False
            )
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
            and (
                fusion_date is None
                or ("1950-01-01" <= fusion_date <= "2036-12-31" and is_day(fusion_date))
            )
            and (non_union_shown is None or non_union_shown is True or non_union_shown is False)
            and (
                non_union_study is None
                or ("1950-01-01" <= non_union_study <= "2036-12-31" and is_day(non_union_study))
            )
            and (hardware_failure is None or hardware_failure is True or hardware_failure is False)
            and (
                nerve_or_canal_alone is None
                or nerve_or_canal_alone is True
                or nerve_or_canal_alone is False
            )
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


def reasons(request: dict[str, Any]) -> tuple[Reason, ...]:
    """Why each criterion has its verdict, for a valid request."""
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
        reason_indication(
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
        reason_more_than_compression(nerve_or_canal_alone),
        reason_below_c2(reaches_above_c2, deformities),
        reason_measured_instability(unstable, deformities, translation, angulation),
        reason_past_the_edge_day(pseudarthrosis, hardware_failure, fusion_date, service_date),
        reason_imaging_after_12_months(
            pseudarthrosis,
            hardware_failure,
            non_union_study,
            fusion_date,
        ),
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
            "Which procedure codes are on the request? includes 22554",
            "",
            ("codes",),
            codes is not None and "22554" in codes,
            codes is not None and "22554" not in codes,
        )
    )


def reason_indication(
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
) -> Reason:
    """Why indication is met, not met or missing."""
    return (
        at_least(
            1,
            "",
            "",
            at_least(
                2,
                "Box 1: an injury, with a fracture or dislocation as in a or b, or with instability (c)",
                "at the affected level; OR",
                test(
                    "Is there a traumatic injury of the spine, such as a fracture, a dislocation, both together, or torn ligaments? Yes",
                    "",
                    ("injury",),
                    injury is True,
                    injury is False,
                ),
                at_least(
                    1,
                    "",
                    "",
                    test(
                        "Is there a fracture or dislocation without neurological deficit that is likely to make the spine unstable? Yes",
                        "",
                        ("fracture_likely_unstable",),
                        fracture_likely_unstable is True,
                        fracture_likely_unstable is False,
                    ),
                    test(
                        "Is there a fracture or dislocation with a neurological deficit at its level? Yes",
                        "",
                        ("fracture_with_deficit",),
                        fracture_with_deficit is True,
                        fracture_with_deficit is False,
                    ),
                    test(
                        "Is spinal instability present? Yes",
                        "",
                        ("unstable",),
                        unstable is True,
                        unstable is False,
                    ),
                ),
            ),
            at_least(
                2,
                "Box 2: a tumor, with harm that it did (a), harm from its treatment (b), or instability (c)",
                "neurologic deficits; OR",
                test(
                    "Does a tumor, malignant or benign, involve the spine or the spinal canal? Yes",
                    "",
                    ("tumor",),
                    tumor is True,
                    tumor is False,
                ),
                at_least(
                    1,
                    "",
                    "",
                    at_least(
                        2,
                        "",
                        "instability or neurologic deficit where treatment",
                        test(
                            "Has the tumor caused instability or a neurologic deficit? Yes",
                            "",
                            ("tumor_did_harm",),
                            tumor_did_harm is True,
                            tumor_did_harm is False,
                        ),
                        test(
                            "Will treating the tumor likely require that the spine is stabilized? Yes",
                            "",
                            ("tumor_needs_stabilization",),
                            tumor_needs_stabilization is True,
                            tumor_needs_stabilization is False,
                        ),
                    ),
                    test(
                        "Will the treatment expected for the tumor likely cause instability or a neurologic deficit? Yes",
                        "",
                        ("treatment_harms",),
                        treatment_harms is True,
                        treatment_harms is False,
                    ),
                    test(
                        "Is spinal instability present? Yes",
                        "",
                        ("unstable",),
                        unstable is True,
                        unstable is False,
                    ),
                ),
            ),
            at_least(
                3,
                "Box 3: an infection that a study shows (a), with destruction or harmful debridement (b), or instability (c)",
                "demonstrating infection AND",
                at_least(
                    1,
                    "Which of these infections are present? Answer for each one that was looked for.",
                    "discitis, osteomyelitis, or epidural abscess",
                    test(
                        "discitis",
                        "",
                        ("infections",),
                        infections is not None and infections.get("discitis") is True,
                        infections is not None and infections.get("discitis") is False,
                    ),
                    test(
                        "osteomyelitis",
                        "",
                        ("infections",),
                        infections is not None and infections.get("osteomyelitis") is True,
                        infections is not None and infections.get("osteomyelitis") is False,
                    ),
                    test(
                        "epidural abscess",
                        "",
                        ("infections",),
                        infections is not None and infections.get("epidural_abscess") is True,
                        infections is not None and infections.get("epidural_abscess") is False,
                    ),
                ),
                test(
                    "Does imaging or another study, such as a biopsy or a bone aspirate, show the infection? Yes",
                    "",
                    ("infection_shown",),
                    infection_shown is True,
                    infection_shown is False,
                ),
                at_least(
                    1,
                    "",
                    "vertebral instability; OR",
                    test(
                        "Does imaging show destruction of a vertebral body? Yes",
                        "",
                        ("body_destroyed",),
                        body_destroyed is True,
                        body_destroyed is False,
                    ),
                    test(
                        "Is it documented that debridement of the spine will make a vertebra unstable? Yes",
                        "",
                        ("debridement_harms",),
                        debridement_harms is True,
                        debridement_harms is False,
                    ),
                    test(
                        "Is spinal instability present? Yes",
                        "",
                        ("unstable",),
                        unstable is True,
                        unstable is False,
                    ),
                ),
            ),
            at_least(
                2,
                "Box 4: a deformity or a failed fusion (a to e), with limited function (f) or progression (g)",
                "(anterolisthesis/posterolisthesis) AND",
                at_least(
                    1,
                    "",
                    "post-laminectomy deformity; OR",
                    at_least(
                        1,
                        "Which of these deformities, if they include the cervical spine, are present? Answer for each one that was looked for.",
                        "",
                        test(
                            "cervical kyphosis with cord compression",
                            "",
                            ("deformities",),
                            deformities is not None and deformities.get("kyphosis") is True,
                            deformities is not None and deformities.get("kyphosis") is False,
                        ),
                        test(
                            "subluxation at C1-C2",
                            "",
                            ("deformities",),
                            (
                                deformities is not None
                                and deformities.get("c1_c2_subluxation") is True
                            ),
                            (
                                deformities is not None
                                and deformities.get("c1_c2_subluxation") is False
                            ),
                        ),
                        test(
                            "the odontoid pushes into the foramen magnum (basilar invagination)",
                            "",
                            ("deformities",),
                            deformities is not None and deformities.get("invagination") is True,
                            deformities is not None and deformities.get("invagination") is False,
                        ),
                        test(
                            "kyphosis from instability between C2 and T1",
                            "",
                            ("deformities",),
                            (
                                deformities is not None
                                and deformities.get("subaxial_kyphosis") is True
                            ),
                            (
                                deformities is not None
                                and deformities.get("subaxial_kyphosis") is False
                            ),
                        ),
                        test(
                            "head drop syndrome",
                            "",
                            ("deformities",),
                            deformities is not None and deformities.get("head_drop") is True,
                            deformities is not None and deformities.get("head_drop") is False,
                        ),
                        test(
                            "deformity after laminectomy",
                            "",
                            ("deformities",),
                            deformities is not None and deformities.get("post_laminectomy") is True,
                            (
                                deformities is not None
                                and deformities.get("post_laminectomy") is False
                            ),
                        ),
                        test(
                            "instability after laminectomy",
                            "",
                            ("deformities",),
                            (
                                deformities is not None
                                and deformities.get("after_laminectomy") is True
                            ),
                            (
                                deformities is not None
                                and deformities.get("after_laminectomy") is False
                            ),
                        ),
                        test(
                            "rheumatoid arthritis with instability",
                            "",
                            ("deformities",),
                            deformities is not None and deformities.get("rheumatoid") is True,
                            deformities is not None and deformities.get("rheumatoid") is False,
                        ),
                        test(
                            "degenerative cervical spondylolisthesis with instability",
                            "",
                            ("deformities",),
                            (
                                deformities is not None
                                and deformities.get("spondylolisthesis") is True
                            ),
                            (
                                deformities is not None
                                and deformities.get("spondylolisthesis") is False
                            ),
                        ),
                    ),
                    at_least(
                        2,
                        "Box 4 b: an earlier fusion did not heal and causes symptoms, after 12 months or with failed hardware",
                        "or with radiographic evidence of hardware failure",
                        test(
                            "Has an earlier fusion failed to heal (pseudarthrosis), with symptoms? Yes",
                            "",
                            ("pseudarthrosis",),
                            pseudarthrosis is True,
                            pseudarthrosis is False,
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
                                    "Does imaging show the non-union: no bridging bone, or abnormal motion at the fused segment? Yes",
                                    "",
                                    ("non_union_shown",),
                                    non_union_shown is True,
                                    non_union_shown is False,
                                ),
                                test(
                                    "When was the earlier fusion that did not heal? on or before the day 12 months before service date",
                                    "after 12 months",
                                    ("fusion_date", "service_date"),
                                    (
                                        fusion_date is not None
                                        and service_date is not None
                                        and fusion_date <= minus_12_months(service_date)
                                    ),
                                    (
                                        fusion_date is not None
                                        and service_date is not None
                                        and fusion_date > minus_12_months(service_date)
                                    ),
                                ),
                            ),
                            test(
                                "Does imaging show that the hardware broke or moved? Yes",
                                "",
                                ("hardware_failure",),
                                hardware_failure is True,
                                hardware_failure is False,
                            ),
                        ),
                    ),
                ),
                at_least(
                    1,
                    "",
                    "forward gaze OR",
                    at_least(
                        1,
                        "Which of these substantially limit the patient's function? Answer for each one that was looked for.",
                        "such as severe neck pain or",
                        test(
                            "severe neck pain",
                            "",
                            ("limits",),
                            limits is not None and limits.get("neck_pain") is True,
                            limits is not None and limits.get("neck_pain") is False,
                        ),
                        test(
                            "difficulty walking",
                            "",
                            ("limits",),
                            limits is not None and limits.get("walking") is True,
                            limits is not None and limits.get("walking") is False,
                        ),
                        test(
                            "less able to perform activities of daily living",
                            "",
                            ("limits",),
                            limits is not None and limits.get("daily_life") is True,
                            limits is not None and limits.get("daily_life") is False,
                        ),
                        test(
                            "less able to keep looking straight ahead",
                            "",
                            ("limits",),
                            limits is not None and limits.get("forward_gaze") is True,
                            limits is not None and limits.get("forward_gaze") is False,
                        ),
                        test(
                            "another substantial limitation of function",
                            "",
                            ("limits",),
                            limits is not None and limits.get("other_limit") is True,
                            limits is not None and limits.get("other_limit") is False,
                        ),
                    ),
                    test(
                        "Is the deformity progressing? Yes",
                        "",
                        ("progression",),
                        progression is True,
                        progression is False,
                    ),
                ),
            ),
        )
    )


def reason_more_than_compression(nerve_or_canal_alone: bool | None) -> Reason:
    """Why more-than-compression is met, not met or missing."""
    return (
        test(
            "Is the only reason for fusion a compressed nerve root (radiculopathy) or a narrow canal (stenosis)? No",
            "",
            ("nerve_or_canal_alone",),
            nerve_or_canal_alone is False,
            nerve_or_canal_alone is True,
        )
    )


def reason_below_c2(reaches_above_c2: bool | None, deformities: dict[str, bool] | None) -> Reason:
    """Why below-c2 is met, not met or missing."""
    return (
        at_least(
            2,
            "",
            "",
            test(
                "Will the fusion reach above C2? No",
                "",
                ("reaches_above_c2",),
                reaches_above_c2 is False,
                reaches_above_c2 is True,
            ),
            test(
                "Which of these deformities, if they include the cervical spine, are present? Answer for each one that was looked for. none of: subluxation at C1-C2; the odontoid pushes into the foramen magnum (basilar invagination)",
                "",
                ("deformities",),
                (
                    deformities is not None
                    and deformities.get("c1_c2_subluxation") is False
                    and deformities.get("invagination") is False
                ),
                (
                    deformities is not None
                    and (
                        deformities.get("c1_c2_subluxation") is True
                        or deformities.get("invagination") is True
                    )
                ),
            ),
        )
    )


def reason_measured_instability(
    unstable: bool | None,
    deformities: dict[str, bool] | None,
    translation: float | None,
    angulation: float | None,
) -> Reason:
    """Why measured-instability is met, not met or missing."""
    return (
        only_if(
            at_least(
                1,
                "",
                "",
                test(
                    "Is spinal instability present? Yes",
                    "",
                    ("unstable",),
                    unstable is True,
                    unstable is False,
                ),
                at_least(
                    1,
                    "Which of these deformities, if they include the cervical spine, are present? Answer for each one that was looked for.",
                    "",
                    test(
                        "kyphosis from instability between C2 and T1",
                        "",
                        ("deformities",),
                        deformities is not None and deformities.get("subaxial_kyphosis") is True,
                        deformities is not None and deformities.get("subaxial_kyphosis") is False,
                    ),
                    test(
                        "instability after laminectomy",
                        "",
                        ("deformities",),
                        deformities is not None and deformities.get("after_laminectomy") is True,
                        deformities is not None and deformities.get("after_laminectomy") is False,
                    ),
                    test(
                        "rheumatoid arthritis with instability",
                        "",
                        ("deformities",),
                        deformities is not None and deformities.get("rheumatoid") is True,
                        deformities is not None and deformities.get("rheumatoid") is False,
                    ),
                    test(
                        "degenerative cervical spondylolisthesis with instability",
                        "",
                        ("deformities",),
                        deformities is not None and deformities.get("spondylolisthesis") is True,
                        deformities is not None and deformities.get("spondylolisthesis") is False,
                    ),
                ),
            ),
            at_least(
                1,
                "",
                "",
                test(
                    "How far does the unstable segment slip (translation)? more than 3.5 mm",
                    "",
                    ("translation",),
                    translation is not None and translation > 3.5,
                    translation is not None and translation <= 3.5,
                ),
                test(
                    "How far does the unstable segment tilt (angulation)? more than 11 degrees",
                    "",
                    ("angulation",),
                    angulation is not None and angulation > 11,
                    angulation is not None and angulation <= 11,
                ),
            ),
        )
    )


def reason_past_the_edge_day(
    pseudarthrosis: bool | None,
    hardware_failure: bool | None,
    fusion_date: str | None,
    service_date: str | None,
) -> Reason:
    """Why past-the-edge-day is met, not met or missing."""
    return (
        only_if(
            at_least(
                2,
                "",
                "",
                test(
                    "Has an earlier fusion failed to heal (pseudarthrosis), with symptoms? Yes",
                    "",
                    ("pseudarthrosis",),
                    pseudarthrosis is True,
                    pseudarthrosis is False,
                ),
                test(
                    "Does imaging show that the hardware broke or moved? No",
                    "",
                    ("hardware_failure",),
                    hardware_failure is False,
                    hardware_failure is True,
                ),
            ),
            test(
                "When was the earlier fusion that did not heal? earlier than the day 12 months before service date",
                "after 12 months",
                ("fusion_date", "service_date"),
                (
                    fusion_date is not None
                    and service_date is not None
                    and fusion_date < minus_12_months(service_date)
                ),
                (
                    fusion_date is not None
                    and service_date is not None
                    and fusion_date >= minus_12_months(service_date)
                ),
            ),
        )
    )


def reason_imaging_after_12_months(
    pseudarthrosis: bool | None,
    hardware_failure: bool | None,
    non_union_study: str | None,
    fusion_date: str | None,
) -> Reason:
    """Why imaging-after-12-months is met, not met or missing."""
    return (
        only_if(
            at_least(
                2,
                "",
                "",
                test(
                    "Has an earlier fusion failed to heal (pseudarthrosis), with symptoms? Yes",
                    "",
                    ("pseudarthrosis",),
                    pseudarthrosis is True,
                    pseudarthrosis is False,
                ),
                test(
                    "Does imaging show that the hardware broke or moved? No",
                    "",
                    ("hardware_failure",),
                    hardware_failure is False,
                    hardware_failure is True,
                ),
            ),
            test(
                "When was the imaging that shows the non-union? on or after the day 12 months after fusion date",
                "after 12 months",
                ("non_union_study", "fusion_date"),
                (
                    non_union_study is not None
                    and fusion_date is not None
                    and non_union_study >= plus_12_months(fusion_date)
                ),
                (
                    non_union_study is not None
                    and fusion_date is not None
                    and non_union_study < plus_12_months(fusion_date)
                ),
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
DEFORMITIES_ANSWERS = frozenset((
    "kyphosis", "c1_c2_subluxation", "invagination", "subaxial_kyphosis", "head_drop",
    "post_laminectomy", "after_laminectomy", "rheumatoid", "spondylolisthesis",
))
LIMITS_ANSWERS = frozenset(("neck_pain", "walking", "daily_life", "forward_gaze", "other_limit"))
SOME_CODES_1 = frozenset(("22551", "22552", "63650"))
SOME_CODES_2 = frozenset(("61867", "61868"))
minus_12_months = mover(-12, 0)
plus_119_days = mover(0, 119)
plus_12_months = mover(12, 0)
plus_2_days = mover(0, 2)
plus_3_days = mover(0, 3)
plus_45_days = mover(0, 45)

POLICY = Policy(
    id="cervical_fusion",
    version="6.0.0",
    title="Cervical fusion",
    effective="2026-04-24",
    until=None,
    codes=("22554",),
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
            "unstable",
            "yes_no",
            "true or false",
            "Is spinal instability present?",
            "Stability",
        ),
        Fact(
            "translation",
            "number",
            "a number with at most 1 place from 0 to 50 (mm)",
            "How far does the unstable segment slip (translation)?",
            "Stability",
            low=0,
            high=50,
            places=1,
        ),
        Fact(
            "angulation",
            "number",
            "a number with at most 1 place from 0 to 90 (degrees)",
            "How far does the unstable segment tilt (angulation)?",
            "Stability",
            low=0,
            high=90,
            places=1,
        ),
        Fact(
            "injury",
            "yes_no",
            "true or false",
            "Is there a traumatic injury of the spine, such as a fracture, a dislocation, both together, or torn ligaments?",
            "Injury",
        ),
        Fact(
            "fracture_likely_unstable",
            "yes_no",
            "true or false",
            "Is there a fracture or dislocation without neurological deficit that is likely to make the spine unstable?",
            "Injury",
        ),
        Fact(
            "fracture_with_deficit",
            "yes_no",
            "true or false",
            "Is there a fracture or dislocation with a neurological deficit at its level?",
            "Injury",
        ),
        Fact(
            "tumor",
            "yes_no",
            "true or false",
            "Does a tumor, malignant or benign, involve the spine or the spinal canal?",
            "Tumor",
        ),
        Fact(
            "tumor_did_harm",
            "yes_no",
            "true or false",
            "Has the tumor caused instability or a neurologic deficit?",
            "Tumor",
        ),
        Fact(
            "tumor_needs_stabilization",
            "yes_no",
            "true or false",
            "Will treating the tumor likely require that the spine is stabilized?",
            "Tumor",
        ),
        Fact(
            "treatment_harms",
            "yes_no",
            "true or false",
            "Will the treatment expected for the tumor likely cause instability or a neurologic deficit?",
            "Tumor",
        ),
        Fact(
            "infection_shown",
            "yes_no",
            "true or false",
            "Does imaging or another study, such as a biopsy or a bone aspirate, show the infection?",
            "Infection of the spine",
        ),
        Fact(
            "body_destroyed",
            "yes_no",
            "true or false",
            "Does imaging show destruction of a vertebral body?",
            "Infection of the spine",
        ),
        Fact(
            "debridement_harms",
            "yes_no",
            "true or false",
            "Is it documented that debridement of the spine will make a vertebra unstable?",
            "Infection of the spine",
        ),
        Fact(
            "deformities",
            "findings",
            "an object that gives true or false for any of kyphosis, c1_c2_subluxation, invagination, subaxial_kyphosis, head_drop, post_laminectomy, after_laminectomy, rheumatoid, spondylolisthesis",
            "Which of these deformities, if they include the cervical spine, are present? Answer for each one that was looked for.",
            "Deformity",
            options=("kyphosis", "c1_c2_subluxation", "invagination", "subaxial_kyphosis", "head_drop", "post_laminectomy", "after_laminectomy", "rheumatoid", "spondylolisthesis"),
        ),
        Fact(
            "limits",
            "findings",
            "an object that gives true or false for any of neck_pain, walking, daily_life, forward_gaze, other_limit",
            "Which of these substantially limit the patient's function? Answer for each one that was looked for.",
            "Deformity",
            options=("neck_pain", "walking", "daily_life", "forward_gaze", "other_limit"),
        ),
        Fact(
            "progression",
            "yes_no",
            "true or false",
            "Is the deformity progressing?",
            "Deformity",
        ),
        Fact(
            "pseudarthrosis",
            "yes_no",
            "true or false",
            "Has an earlier fusion failed to heal (pseudarthrosis), with symptoms?",
            "Earlier fusion",
        ),
        Fact(
            "fusion_date",
            "date",
            "a date written YYYY-MM-DD, from 1950-01-01 to 2036-12-31",
            "When was the earlier fusion that did not heal?",
            "Earlier fusion",
            low="1950-01-01",
            high="2036-12-31",
        ),
        Fact(
            "non_union_shown",
            "yes_no",
            "true or false",
            "Does imaging show the non-union: no bridging bone, or abnormal motion at the fused segment?",
            "Earlier fusion",
        ),
        Fact(
            "non_union_study",
            "date",
            "a date written YYYY-MM-DD, from 1950-01-01 to 2036-12-31",
            "When was the imaging that shows the non-union?",
            "Earlier fusion",
            low="1950-01-01",
            high="2036-12-31",
        ),
        Fact(
            "hardware_failure",
            "yes_no",
            "true or false",
            "Does imaging show that the hardware broke or moved?",
            "Earlier fusion",
        ),
        Fact(
            "nerve_or_canal_alone",
            "yes_no",
            "true or false",
            "Is the only reason for fusion a compressed nerve root (radiculopathy) or a narrow canal (stenosis)?",
            "Procedure plan",
        ),
        Fact(
            "reaches_above_c2",
            "yes_no",
            "true or false",
            "Will the fusion reach above C2?",
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
                    "6.2.11",
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
                    "6.2.11",
                    "list of codes",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "indication",
            "An injury, a tumor, an infection or a deformity calls for fusion",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.11",
                    "boxes 1 to 4",
                ),
            ),
            (
                ("E1", "One box is enough, since each begins with “For”. A patient may have two."),
                ("E3", "The box is for infection, so a study must show one. Beside that, one of the three others is enough. Instability without proof of the infection is not."),
                ("E4", "Every deformity, and a failed fusion too, needs limited function or progression beside it. Progression without a listed deformity is not enough."),
                ("E4b", "Kyphosis with cord compression, subluxation at C1-C2 and basilar invagination are three items of one list, so each counts. The last two are flagged in any case."),
                ("E6", "Twelve calendar months are counted back from the planned date. A fusion on the day they reach counts, and is flagged. The words may also mean the day of the imaging, so earlier imaging is flagged. Hardware failure does not wait."),
            ),
        ),
        Criterion(
            "more-than-compression",
            "The reason for fusion is more than radiculopathy or stenosis",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.11",
                    "boxes 1 to 4",
                ),
                Citation(
                    "cervical_lcds",
                    "LCDs of the three contractors, L39741, L39758 and L39793, known from pages of others about them",
                    "",
                    "",
                    "categories of indications",
                ),
            ),
            (
                ("E2", "The LCDs list both, and the guide does not for this code. They usually go with code 22551, which another program of CMS reviews. The coding needs a look."),
            ),
        ),
        Criterion(
            "below-c2",
            "The deformity and the fusion lie below C2, as the code does",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.11",
                    "list of codes",
                ),
            ),
            (
                ("E5", "The guide lists subluxation at C1-C2 and basilar invagination, and only a code for fusion below C2. The two do not fit, so the coding needs a look."),
            ),
        ),
        Criterion(
            "measured-instability",
            "The instability is measured, and is more than 3.5 mm or more than 11 degrees",
            "advisory",
            (
                Citation(
                    "sister_lcd",
                    "LCD L39788 of another contractor, from the same joint work as these three, and known from a summary of it",
                    "",
                    "",
                    "instability",
                ),
            ),
            (
                ("E7", "The guide gives no number. Those of the LCD are only shown. Exactly 3.5 mm and exactly 11 degrees are not more."),
            ),
        ),
        Criterion(
            "past-the-edge-day",
            "The 12 months since the earlier fusion ended before the planned date",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.11",
                    "box 4 b",
                ),
            ),
            (
                ("E6", "Twelve calendar months are counted back from the planned date. A fusion on the day they reach counts, and is flagged. The words may also mean the day of the imaging, so earlier imaging is flagged. Hardware failure does not wait."),
            ),
        ),
        Criterion(
            "imaging-after-12-months",
            "The imaging that shows the non-union was done at 12 months or later",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "6.0",
                    "6.2.11",
                    "box 4 b",
                ),
            ),
            (
                ("E6", "Twelve calendar months are counted back from the planned date. A fusion on the day they reach counts, and is flagged. The words may also mean the day of the imaging, so earlier imaging is flagged. Hardware failure does not wait."),
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
            "L39758",
        ),
        State(
            "NJ",
            "New Jersey",
            "Novitas",
            "JL",
            "Genzeon Corporation",
            "portal.hip.one",
            "L39793",
        ),
        State("OH", "Ohio", "CGS", "J15", "Innovaccer Inc.", "wiser.innovaccer.us", "L39741"),
        State(
            "OK",
            "Oklahoma",
            "Novitas",
            "JH",
            "Humata Health, Inc.",
            "psi.humatahealth.com",
            "L39793",
        ),
        State(
            "TX",
            "Texas",
            "Novitas",
            "JH",
            "Cohere Health, Inc.",
            "next.coherehealth.com",
            "L39793",
        ),
        State(
            "WA",
            "Washington",
            "Noridian",
            "JF",
            "Virtix Health LLC",
            "wiser.portal.virtixhealth.com",
            "L39758",
        ),
    ),
    meaning="8d223f895c1a8fee832cbabfd4d771c739d021f18ab7170708c18b0d0216b36e",
)
