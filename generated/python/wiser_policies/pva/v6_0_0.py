"""Percutaneous vertebral augmentation for a compression fracture: policy pva, version 6.0.0.

For requests received on or after 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, section 6.2.9, 2026-04-24.

Generated from policies/pva/6.0.0.yaml; do not edit.
It speaks of documentation and makes no coverage decision. None means that the
chart does not say.
"""

from __future__ import annotations

from typing import Any, Final

from wiser_policies._compiled import load
from wiser_policies._dates import Mover, is_day, mover
from wiser_policies._result import Result
from wiser_policies._rules import is_codes, is_findings, is_number, read
from wiser_policies._verdicts import Verdict
from wiser_policies.wiser.program_v6_0_0 import (
    ProgramChart,
    verdict_before_service,
    verdict_bill_type,
    verdict_delayed_service,
    verdict_left_the_model,
    verdict_no_emergency,
    verdict_not_exempt,
    verdict_other_program,
    verdict_payer,
    verdict_performance_period,
    verdict_place,
    verdict_requests_open,
    verdict_state,
)


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
    chart = Chart(request)
    verdicts = (
        verdict_requests_open(chart),
        verdict_performance_period(chart),
        verdict_payer(chart),
        verdict_state(chart),
        verdict_place(chart),
        verdict_bill_type(chart),
        verdict_no_emergency(chart),
        verdict_not_exempt(chart),
        verdict_before_service(chart),
        verdict_other_program(chart),
        verdict_left_the_model(chart),
        verdict_delayed_service(chart),
        verdict_in_force(chart),
        verdict_listed_code(chart),
        verdict_primary_of_22512(chart),
        verdict_primary_of_22515(chart),
        verdict_cause(chart),
        verdict_debilitating(chart),
        verdict_fracture_age(chart),
        verdict_levels(chart),
        verdict_imaging(chart),
        verdict_each_level(chart),
        verdict_pain_level(chart),
        verdict_osteoporosis_care(chart),
        verdict_malignant(chart),
        verdict_pain_source(chart),
        verdict_no_infection(chart),
        verdict_no_pregnancy(chart),
        verdict_many_fractures(chart),
        verdict_cement_allergy(chart),
        verdict_coagulopathy(chart),
        verdict_instability(chart),
        verdict_myelopathy(chart),
        verdict_neurologic_deficit(chart),
        verdict_neural_impingement(chart),
        verdict_retropulsion(chart),
        verdict_age_at_receipt(chart),
        verdict_phase_and_age(chart),
        verdict_hospital_pain(chart),
        verdict_medical_therapy(chart),
        verdict_malignant_imaging(chart),
        verdict_levels_of_22510(chart),
        verdict_levels_of_22511(chart),
        verdict_levels_of_22513(chart),
        verdict_levels_of_22514(chart),
        verdict_add_on_and_levels(chart),
        verdict_one_technique(chart),
        verdict_myeloma_levels(chart),
        verdict_diagnosis_codes(chart),
    )
    return Result(POLICY, verdicts, request)


class Chart(ProgramChart):
    """What the chart states, None where it does not say; and what its lists show."""

    __slots__ = (
        "diagnoses", "pregnant", "imaging", "unstable", "infections", "cause", "debilitating", "onset", "phase",
        "severe_pain", "cortex_spared", "imaging_signs", "each_level_shown", "height_loss_grew", "height_reduction",
        "kyphosis", "hospitalized", "pain", "pain_course", "rdq", "pain_from_fracture", "optimal_care",
        "therapy_failed", "bone_referral", "instruction", "cement_allergy", "coagulopathy", "myelopathy", "deficit",
        "impingement", "retropulsion", "fractures_rationale", "allergy_rationale", "coagulopathy_rationale",
        "instability_rationale", "myelopathy_rationale", "deficit_rationale", "impingement_rationale",
        "retropulsion_rationale", "fractured",
    )

    def __init__(self, request: dict[str, Any]) -> None:
        self.codes: list[str] | None = request.get("codes")
        self.received_date: str | None = request.get("received_date")
        self.service_date: str | None = request.get("service_date")
        self.state: str | None = request.get("state")
        self.diagnoses: list[str] | None = request.get("diagnoses")
        self.pregnant: bool | None = request.get("pregnant")
        self.imaging: str | None = request.get("imaging")
        self.unstable: bool | None = request.get("unstable")
        self.infections: dict[str, bool] | None = request.get("infections")
        self.payer: str | None = request.get("payer")
        self.place_of_service: str | None = request.get("place_of_service")
        self.bill_type: str | None = request.get("bill_type")
        self.emergency_modifier: bool | None = request.get("emergency_modifier")
        self.emergency_revenue: bool | None = request.get("emergency_revenue")
        self.provider_exempt: bool | None = request.get("provider_exempt")
        self.cause: str | None = request.get("cause")
        self.debilitating: bool | None = request.get("debilitating")
        self.onset: str | None = request.get("onset")
        self.phase: str | None = request.get("phase")
        self.severe_pain: bool | None = request.get("severe_pain")
        self.cortex_spared: bool | None = request.get("cortex_spared")
        self.imaging_signs: dict[str, bool] | None = request.get("imaging_signs")
        self.each_level_shown: bool | None = request.get("each_level_shown")
        self.height_loss_grew: bool | None = request.get("height_loss_grew")
        self.height_reduction: float | None = request.get("height_reduction")
        self.kyphosis: bool | None = request.get("kyphosis")
        self.hospitalized: bool | None = request.get("hospitalized")
        self.pain: float | None = request.get("pain")
        self.pain_course: str | None = request.get("pain_course")
        self.rdq: float | None = request.get("rdq")
        self.pain_from_fracture: bool | None = request.get("pain_from_fracture")
        self.optimal_care: bool | None = request.get("optimal_care")
        self.therapy_failed: bool | None = request.get("therapy_failed")
        self.bone_referral: str | None = request.get("bone_referral")
        self.instruction: str | None = request.get("instruction")
        self.cement_allergy: bool | None = request.get("cement_allergy")
        self.coagulopathy: bool | None = request.get("coagulopathy")
        self.myelopathy: bool | None = request.get("myelopathy")
        self.deficit: bool | None = request.get("deficit")
        self.impingement: bool | None = request.get("impingement")
        self.retropulsion: bool | None = request.get("retropulsion")
        self.fractures_rationale: str | None = request.get("fractures_rationale")
        self.allergy_rationale: str | None = request.get("allergy_rationale")
        self.coagulopathy_rationale: str | None = request.get("coagulopathy_rationale")
        self.instability_rationale: str | None = request.get("instability_rationale")
        self.myelopathy_rationale: str | None = request.get("myelopathy_rationale")
        self.deficit_rationale: str | None = request.get("deficit_rationale")
        self.impingement_rationale: str | None = request.get("impingement_rationale")
        self.retropulsion_rationale: str | None = request.get("retropulsion_rationale")
        self.fractured: list[str] | None = request.get("fractured")


def verdict_in_force(chart: Chart) -> Verdict:
    """This edition of the rules is the one for the day the request is received.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, date of publication
    Readings: A15
    """
    if chart.received_date is None:
        return "missing"
    return "met" if chart.received_date >= "2026-04-24" else "not met"


def verdict_listed_code(chart: Chart) -> Verdict:
    """A procedure code on the request is of this service.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, list of codes
    Readings: A19b
    """
    if chart.codes is None:
        return "missing"
    return "met" if not LISTED_CODE_CODES.isdisjoint(chart.codes) else "not met"


def verdict_primary_of_22512(chart: Chart) -> Verdict:
    """Add-on code 22512 comes with its primary code.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, list of codes
    Readings: A14
    """
    if chart.codes is not None and "22512" not in chart.codes:
        return "not applicable"
    if chart.codes is not None and not PRIMARY_OF_22512_CODES.isdisjoint(chart.codes):
        return "met"
    if chart.codes is not None and "22512" in chart.codes and PRIMARY_OF_22512_CODES.isdisjoint(chart.codes):
        return "not met"
    return "missing"


def verdict_primary_of_22515(chart: Chart) -> Verdict:
    """Add-on code 22515 comes with its primary code.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, list of codes
    Readings: A14
    """
    if chart.codes is not None and "22515" not in chart.codes:
        return "not applicable"
    if chart.codes is not None and not PRIMARY_OF_22515_CODES.isdisjoint(chart.codes):
        return "met"
    if chart.codes is not None and "22515" in chart.codes and PRIMARY_OF_22515_CODES.isdisjoint(chart.codes):
        return "not met"
    return "missing"


def verdict_cause(chart: Chart) -> Verdict:
    """The fracture is osteoporotic, or due to osteolytic metastasis or myeloma.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, boxes 1 and 2
    “metastasis, or myeloma”
    Readings: D5, D5b, D5d
    """
    if chart.cause is None:
        return "missing"
    return "met" if chart.cause in {"metastasis", "myeloma", "osteoporosis"} else "not met"


def verdict_debilitating(chart: Chart) -> Verdict:
    """The osteoporotic fracture is painful and debilitating.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 1
    “painful, debilitating, osteoporotic”
    """
    if chart.cause is not None and chart.cause != "osteoporosis":
        return "not applicable"
    if chart.debilitating is True:
        return "met"
    if chart.cause == "osteoporosis" and chart.debilitating is False:
        return "not met"
    return "missing"


def verdict_fracture_age(chart: Chart) -> Verdict:
    """The osteoporotic fracture is no older than 12 weeks on the planned date.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 1a
    “to 12 weeks”
    Readings: D2, D2b
    """
    if chart.cause is not None and chart.cause != "osteoporosis":
        return "not applicable"
    if (
        chart.onset is not None
        and chart.onset >= minus_84_days(chart.service_date or "2036-12-31")
        and (chart.onset or "2036-12-31") <= (chart.service_date or "2020-01-01")
    ):
        return "met"
    if (
        chart.cause == "osteoporosis"
        and chart.onset is not None
        and (
            chart.onset < minus_84_days(chart.service_date or "2020-01-01")
            or (chart.service_date is not None and chart.onset > chart.service_date)
        )
    ):
        return "not met"
    return "missing"


def verdict_levels(chart: Chart) -> Verdict:
    """The osteoporotic fractures to be treated lie at T1 to L5.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 1a
    “T1–L5”
    Readings: D8
    """
    if chart.cause is not None and chart.cause != "osteoporosis":
        return "not applicable"
    if chart.fractured is not None and len(chart.fractured) >= 1 and LEVELS_FRACTURED.isdisjoint(chart.fractured):
        return "met"
    if (
        chart.cause == "osteoporosis"
        and chart.fractured is not None
        and (len(chart.fractured) < 1 or not LEVELS_FRACTURED.isdisjoint(chart.fractured))
    ):
        return "not met"
    return "missing"


def verdict_imaging(chart: Chart) -> Verdict:
    """Advanced imaging shows edema or uptake in the osteoporotic fracture.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 1a
    “bone marrow edema on MRI or”
    """
    if chart.cause is not None and chart.cause != "osteoporosis":
        return "not applicable"
    if chart.imaging is not None and chart.imaging_signs is not None and True in chart.imaging_signs.values():
        return "met"
    if (
        chart.cause == "osteoporosis"
        and chart.imaging_signs is not None
        and len(chart.imaging_signs) == 2
        and True not in chart.imaging_signs.values()
    ):
        return "not met"
    return "missing"


def verdict_each_level(chart: Chart) -> Verdict:
    """Advanced imaging shows edema or uptake at each of several levels to be treated.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 1a
    “documented by advanced imaging”
    Readings: D2c
    """
    if (
        (chart.fractured is not None and len(chart.fractured) <= 1)
        or (chart.cause is not None and chart.cause != "osteoporosis")
    ):
        return "not applicable"
    if chart.each_level_shown is True:
        return "met"
    if (
        chart.fractured is not None
        and len(chart.fractured) > 1
        and chart.cause == "osteoporosis"
        and chart.each_level_shown is False
    ):
        return "not met"
    return "missing"


def verdict_pain_level(chart: Chart) -> Verdict:
    """The pain of the osteoporotic fracture is strong enough, in hospital or out of it.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 1b
    “OR non-hospitalized”
    “greater than or equal to 8”
    “greater than or equal to 5”
    “one of the following”
    “at least 2 of the following”
    “More than 25%”
    “greater than 17”
    Readings: D3, D3b, D3c, D3d, D4, D4b
    """
    if chart.cause is not None and chart.cause != "osteoporosis":
        return "not applicable"
    if (
        (chart.hospitalized is True and chart.pain is not None and chart.pain >= 8)
        or (
            chart.optimal_care is True
            and (
                (chart.hospitalized is False and chart.pain is not None and chart.pain >= 5)
                or (chart.pain is not None and chart.pain >= 8)
            )
            and (
                chart.pain_course == "worse"
                or (
                    (chart.height_loss_grew is True)
                    + (chart.height_reduction is not None and chart.height_reduction > 25)
                    + (chart.kyphosis is True)
                    + (chart.rdq is not None and chart.rdq > 17)
                ) >= 2
            )
        )
    ):
        return "met"
    if (
        chart.cause == "osteoporosis"
        and (chart.hospitalized is False or (chart.pain is not None and chart.pain < 8))
        and (
            chart.optimal_care is False
            or (
                (chart.hospitalized is True or (chart.pain is not None and chart.pain < 5))
                and chart.pain is not None
                and chart.pain < 8
            )
            or (
                chart.pain_course is not None
                and chart.pain_course != "worse"
                and (
                    (chart.height_loss_grew is False)
                    + (chart.height_reduction is not None and chart.height_reduction <= 25)
                    + (chart.kyphosis is False)
                    + (chart.rdq is not None and chart.rdq <= 17)
                ) >= 3
            )
        )
    ):
        return "not met"
    return "missing"


def verdict_osteoporosis_care(chart: Chart) -> Verdict:
    """The patient was referred and instructed for osteoporosis.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, boxes 1c and 1d
    Readings: D9
    """
    if chart.cause is not None and chart.cause != "osteoporosis":
        return "not applicable"
    if chart.bone_referral is not None and chart.instruction is not None:
        return "met"
    return "missing"


def verdict_malignant(chart: Chart) -> Verdict:
    """Malignant destruction of the vertebral body causes severe back pain, and spares most cortical bone.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 2
    “not involving the major part”
    Readings: D5c
    """
    if chart.cause is not None and chart.cause not in {"metastasis", "myeloma"}:
        return "not applicable"
    if chart.severe_pain is True and chart.cortex_spared is True:
        return "met"
    if chart.cause in {"metastasis", "myeloma"} and (chart.severe_pain is False or chart.cortex_spared is False):
        return "not met"
    return "missing"


def verdict_pain_source(chart: Chart) -> Verdict:
    """The back pain is mainly from the fracture.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 3a
    “not primarily due”
    Readings: D6
    """
    if chart.pain_from_fracture is True:
        return "met"
    if chart.pain_from_fracture is False:
        return "not met"
    return "missing"


def verdict_no_infection(chart: Chart) -> Verdict:
    """Each of four infections was looked for, and none is present.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 3b
    “none of the following”
    “Osteomyelitis, discitis, or”
    """
    if (
        chart.infections is not None
        and chart.infections.get("osteomyelitis") is False
        and chart.infections.get("discitis") is False
        and chart.infections.get("systemic_infection") is False
        and chart.infections.get("surgical_infection") is False
    ):
        return "met"
    if (
        chart.infections is not None
        and (
            chart.infections.get("osteomyelitis") is True
            or chart.infections.get("discitis") is True
            or chart.infections.get("systemic_infection") is True
            or chart.infections.get("surgical_infection") is True
        )
    ):
        return "not met"
    return "missing"


def verdict_no_pregnancy(chart: Chart) -> Verdict:
    """The patient is not pregnant.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, boxes 3 and 3c
    “none of the following”
    """
    if chart.pregnant is False:
        return "met"
    if chart.pregnant is True:
        return "not met"
    return "missing"


def verdict_many_fractures(chart: Chart) -> Verdict:
    """More than three fractures in one procedure have a rationale.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, boxes 4 and 4a
    “Greater than three”
    Readings: D7
    """
    if chart.fractured is not None and len(chart.fractured) <= 3:
        return "not applicable"
    if chart.fractures_rationale is not None:
        return "met"
    return "missing"


def verdict_cement_allergy(chart: Chart) -> Verdict:
    """No allergy to bone cement or opacification agents, or a rationale for proceeding.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, boxes 4 and 4b
    “and rationale for proceeding with PVA if one or more of the following exist”
    Readings: D7b
    """
    if chart.cement_allergy is not None and (chart.cement_allergy is False or chart.allergy_rationale is not None):
        return "met"
    return "missing"


def verdict_coagulopathy(chart: Chart) -> Verdict:
    """No uncorrected coagulopathy, or a rationale for proceeding.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, boxes 4 and 4c
    “and rationale for proceeding with PVA if one or more of the following exist”
    Readings: D7b
    """
    if chart.coagulopathy is not None and (chart.coagulopathy is False or chart.coagulopathy_rationale is not None):
        return "met"
    return "missing"


def verdict_instability(chart: Chart) -> Verdict:
    """No spinal instability, or a rationale for proceeding.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, boxes 4 and 4d
    “and rationale for proceeding with PVA if one or more of the following exist”
    Readings: D7b
    """
    if chart.unstable is not None and (chart.unstable is False or chart.instability_rationale is not None):
        return "met"
    return "missing"


def verdict_myelopathy(chart: Chart) -> Verdict:
    """No myelopathy from the fracture, or a rationale for proceeding.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, boxes 4 and 4e
    “and rationale for proceeding with PVA if one or more of the following exist”
    Readings: D7b
    """
    if chart.myelopathy is not None and (chart.myelopathy is False or chart.myelopathy_rationale is not None):
        return "met"
    return "missing"


def verdict_neurologic_deficit(chart: Chart) -> Verdict:
    """No neurologic deficit, or a rationale for proceeding.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, boxes 4 and 4f
    “and rationale for proceeding with PVA if one or more of the following exist”
    Readings: D7b
    """
    if chart.deficit is not None and (chart.deficit is False or chart.deficit_rationale is not None):
        return "met"
    return "missing"


def verdict_neural_impingement(chart: Chart) -> Verdict:
    """No neural impingement, or a rationale for proceeding.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, boxes 4 and 4g
    “and rationale for proceeding with PVA if one or more of the following exist”
    Readings: D7b
    """
    if chart.impingement is not None and (chart.impingement is False or chart.impingement_rationale is not None):
        return "met"
    return "missing"


def verdict_retropulsion(chart: Chart) -> Verdict:
    """No retropulsion or canal compromise, or a rationale for proceeding.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, boxes 4 and 4h
    “and rationale for proceeding with PVA if one or more of the following exist”
    Readings: D7b
    """
    if chart.retropulsion is not None and (chart.retropulsion is False or chart.retropulsion_rationale is not None):
        return "met"
    return "missing"


def verdict_age_at_receipt(chart: Chart) -> Verdict:
    """A fracture that is within 12 weeks at receipt still is on the planned date.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 1a
    “to 12 weeks”
    Readings: D2b
    """
    if (
        (chart.cause is not None and chart.cause != "osteoporosis")
        or (chart.onset is not None and chart.onset < minus_84_days(chart.received_date or "2020-01-01"))
    ):
        return "not applicable"
    if chart.onset is not None and chart.onset >= minus_84_days(chart.service_date or "2036-12-31"):
        return "met"
    if (
        chart.cause == "osteoporosis"
        and chart.onset is not None
        and chart.onset >= minus_84_days(chart.received_date or "2036-12-31")
        and chart.onset < minus_84_days(chart.service_date or "2020-01-01")
    ):
        return "not met"
    return "missing"


def verdict_phase_and_age(chart: Chart) -> Verdict:
    """The fracture is as old as its name in the chart says.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 1a
    “less than 6 weeks”
    “6 to 12 weeks”
    Readings: D2
    """
    if (
        (chart.cause is not None and chart.cause != "osteoporosis")
        or (chart.phase is not None and chart.phase not in {"acute", "chronic", "subacute"})
    ):
        return "not applicable"
    if (
        (
            chart.phase == "acute"
            and chart.onset is not None
            and chart.onset > minus_42_days(chart.service_date or "2036-12-31")
        )
        or (
            chart.phase == "subacute"
            and chart.onset is not None
            and chart.onset <= minus_42_days(chart.service_date or "2020-01-01")
            and chart.onset >= minus_84_days(chart.service_date or "2036-12-31")
        )
    ):
        return "met"
    if (
        chart.cause == "osteoporosis"
        and chart.phase in {"acute", "chronic", "subacute"}
        and (
            (chart.phase is not None and chart.phase != "acute")
            or (chart.onset is not None and chart.onset <= minus_42_days(chart.service_date or "2020-01-01"))
        )
        and (
            (chart.phase is not None and chart.phase != "subacute")
            or (
                chart.onset is not None
                and (
                    chart.onset > minus_42_days(chart.service_date or "2036-12-31")
                    or chart.onset < minus_84_days(chart.service_date or "2020-01-01")
                )
            )
        )
    ):
        return "not met"
    return "missing"


def verdict_hospital_pain(chart: Chart) -> Verdict:
    """The pain of a hospitalized patient is below 5, or is 8 or more.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 1b
    “greater than or equal to 8”
    Readings: D3b
    """
    if (chart.cause is not None and chart.cause != "osteoporosis") or chart.hospitalized is False:
        return "not applicable"
    if chart.pain is not None and (chart.pain < 5 or chart.pain >= 8):
        return "met"
    if (
        chart.cause == "osteoporosis"
        and chart.hospitalized is True
        and chart.pain is not None
        and chart.pain >= 5
        and chart.pain < 8
    ):
        return "not met"
    return "missing"


def verdict_medical_therapy(chart: Chart) -> Verdict:
    """Medical therapy failed to relieve the severe pain of a malignant fracture.

    LCD L38201, known from a summary of it, malignant fractures
    """
    if chart.cause is not None and chart.cause not in {"metastasis", "myeloma"}:
        return "not applicable"
    if chart.therapy_failed is True:
        return "met"
    if chart.cause in {"metastasis", "myeloma"} and chart.therapy_failed is False:
        return "not met"
    return "missing"


def verdict_malignant_imaging(chart: Chart) -> Verdict:
    """The report of the imaging of a malignant fracture is there.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, box 2
    Readings: D5e
    """
    if chart.cause is not None and chart.cause not in {"metastasis", "myeloma"}:
        return "not applicable"
    if chart.imaging is not None:
        return "met"
    return "missing"


def verdict_levels_of_22510(chart: Chart) -> Verdict:
    """Code 22510 has a cervical or thoracic level.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, list of codes
    """
    if chart.codes is not None and "22510" not in chart.codes:
        return "not applicable"
    if chart.fractured is not None and not LEVELS_OF_22510_FRACTURED.isdisjoint(chart.fractured):
        return "met"
    if (
        chart.codes is not None
        and "22510" in chart.codes
        and chart.fractured is not None
        and LEVELS_OF_22510_FRACTURED.isdisjoint(chart.fractured)
    ):
        return "not met"
    return "missing"


def verdict_levels_of_22511(chart: Chart) -> Verdict:
    """Code 22511 has a lumbar or sacral level.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, list of codes
    """
    if chart.codes is not None and "22511" not in chart.codes:
        return "not applicable"
    if chart.fractured is not None and not LEVELS_OF_22511_FRACTURED.isdisjoint(chart.fractured):
        return "met"
    if (
        chart.codes is not None
        and "22511" in chart.codes
        and chart.fractured is not None
        and LEVELS_OF_22511_FRACTURED.isdisjoint(chart.fractured)
    ):
        return "not met"
    return "missing"


def verdict_levels_of_22513(chart: Chart) -> Verdict:
    """Code 22513 has a thoracic level.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, list of codes
    """
    if chart.codes is not None and "22513" not in chart.codes:
        return "not applicable"
    if chart.fractured is not None and not LEVELS_OF_22513_FRACTURED.isdisjoint(chart.fractured):
        return "met"
    if (
        chart.codes is not None
        and "22513" in chart.codes
        and chart.fractured is not None
        and LEVELS_OF_22513_FRACTURED.isdisjoint(chart.fractured)
    ):
        return "not met"
    return "missing"


def verdict_levels_of_22514(chart: Chart) -> Verdict:
    """Code 22514 has a lumbar level.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, list of codes
    """
    if chart.codes is not None and "22514" not in chart.codes:
        return "not applicable"
    if chart.fractured is not None and not LEVELS_OF_22514_FRACTURED.isdisjoint(chart.fractured):
        return "met"
    if (
        chart.codes is not None
        and "22514" in chart.codes
        and chart.fractured is not None
        and LEVELS_OF_22514_FRACTURED.isdisjoint(chart.fractured)
    ):
        return "not met"
    return "missing"


def verdict_add_on_and_levels(chart: Chart) -> Verdict:
    """More than one level goes with an add-on code, and a single level goes without.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, list of codes
    CGS, WISeR Tips and Reminders, news-203463, add-on codes
    Readings: A14b
    """
    if (
        chart.fractured is not None
        and (
            (len(chart.fractured) <= 1 and chart.codes is not None and ADD_ON_AND_LEVELS_CODES.isdisjoint(chart.codes))
            or (
                len(chart.fractured) > 1
                and chart.codes is not None
                and not ADD_ON_AND_LEVELS_CODES.isdisjoint(chart.codes)
            )
        )
    ):
        return "met"
    if (
        (
            (chart.fractured is not None and len(chart.fractured) > 1)
            or (chart.codes is not None and not ADD_ON_AND_LEVELS_CODES.isdisjoint(chart.codes))
        )
        and (
            (chart.fractured is not None and len(chart.fractured) <= 1)
            or (chart.codes is not None and ADD_ON_AND_LEVELS_CODES.isdisjoint(chart.codes))
        )
    ):
        return "not met"
    return "missing"


def verdict_one_technique(chart: Chart) -> Verdict:
    """The codes are for one technique, vertebroplasty or kyphoplasty.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.9, list of codes
    """
    if chart.codes is None:
        return "missing"
    return "met" if (
        ONE_TECHNIQUE_CODES.isdisjoint(chart.codes)
        or ONE_TECHNIQUE_CODES_2.isdisjoint(chart.codes)
    ) else "not met"


def verdict_myeloma_levels(chart: Chart) -> Verdict:
    """More than three fractures in Arizona or Washington are due to myeloma, so the number is waived.

    Noridian billing and coding article A56572, of which only a few sentences were at hand, number of levels
    Readings: D7
    """
    if (
        (chart.state is not None and chart.state not in {"AZ", "WA"})
        or (chart.fractured is not None and len(chart.fractured) <= 3)
    ):
        return "not applicable"
    if chart.cause == "myeloma":
        return "met"
    if (
        chart.state in {"AZ", "WA"}
        and chart.fractured is not None
        and len(chart.fractured) > 3
        and chart.cause is not None
        and chart.cause != "myeloma"
    ):
        return "not met"
    return "missing"


def verdict_diagnosis_codes(chart: Chart) -> Verdict:
    """In Arizona and Washington, the diagnosis codes are those of an article for this cause.

    Noridian billing and coding article A56572, of which only a few sentences were at hand, diagnosis codes
    Readings: D10
    """
    if (
        (chart.state is not None and chart.state not in {"AZ", "WA"})
        or (chart.cause is not None and chart.cause not in {"metastasis", "myeloma", "osteoporosis"})
    ):
        return "not applicable"
    if (
        (
            chart.cause == "osteoporosis"
            and chart.diagnoses is not None
            and not DIAGNOSIS_CODES_DIAGNOSES.isdisjoint(chart.diagnoses)
        )
        or (
            chart.cause in {"metastasis", "myeloma"}
            and chart.diagnoses is not None
            and not DIAGNOSIS_CODES_DIAGNOSES_2.isdisjoint(chart.diagnoses)
            and not DIAGNOSIS_CODES_DIAGNOSES_3.isdisjoint(chart.diagnoses)
        )
    ):
        return "met"
    if (
        chart.state in {"AZ", "WA"}
        and chart.cause in {"metastasis", "myeloma", "osteoporosis"}
        and (
            (chart.cause is not None and chart.cause != "osteoporosis")
            or (chart.diagnoses is not None and DIAGNOSIS_CODES_DIAGNOSES.isdisjoint(chart.diagnoses))
        )
        and (
            (chart.cause is not None and chart.cause not in {"metastasis", "myeloma"})
            or (
                chart.diagnoses is not None
                and (
                    DIAGNOSIS_CODES_DIAGNOSES_2.isdisjoint(chart.diagnoses)
                    or DIAGNOSIS_CODES_DIAGNOSES_3.isdisjoint(chart.diagnoses)
                )
            )
        )
    ):
        return "not met"
    return "missing"


def is_valid(request: object) -> bool:
    """The fast look at the types: what it refuses, `problems` looks at again."""
    if type(request) is not dict:
        return False
    try:
        codes = request.get("codes")
        received_date = request.get("received_date")
        service_date = request.get("service_date")
        state = request.get("state")
        diagnoses = request.get("diagnoses")
        pregnant = request.get("pregnant")
        imaging = request.get("imaging")
        unstable = request.get("unstable")
        infections = request.get("infections")
        payer = request.get("payer")
        place_of_service = request.get("place_of_service")
        bill_type = request.get("bill_type")
        emergency_modifier = request.get("emergency_modifier")
        emergency_revenue = request.get("emergency_revenue")
        provider_exempt = request.get("provider_exempt")
        expedited = request.get("expedited")
        decision_date = request.get("decision_date")
        records_asked = request.get("records_asked")
        cause = request.get("cause")
        debilitating = request.get("debilitating")
        onset = request.get("onset")
        phase = request.get("phase")
        severe_pain = request.get("severe_pain")
        cortex_spared = request.get("cortex_spared")
        imaging_signs = request.get("imaging_signs")
        each_level_shown = request.get("each_level_shown")
        height_loss_grew = request.get("height_loss_grew")
        height_reduction = request.get("height_reduction")
        kyphosis = request.get("kyphosis")
        hospitalized = request.get("hospitalized")
        pain = request.get("pain")
        pain_course = request.get("pain_course")
        rdq = request.get("rdq")
        pain_from_fracture = request.get("pain_from_fracture")
        optimal_care = request.get("optimal_care")
        therapy_failed = request.get("therapy_failed")
        bone_referral = request.get("bone_referral")
        instruction = request.get("instruction")
        cement_allergy = request.get("cement_allergy")
        coagulopathy = request.get("coagulopathy")
        myelopathy = request.get("myelopathy")
        deficit = request.get("deficit")
        impingement = request.get("impingement")
        retropulsion = request.get("retropulsion")
        fractures_rationale = request.get("fractures_rationale")
        allergy_rationale = request.get("allergy_rationale")
        coagulopathy_rationale = request.get("coagulopathy_rationale")
        instability_rationale = request.get("instability_rationale")
        myelopathy_rationale = request.get("myelopathy_rationale")
        deficit_rationale = request.get("deficit_rationale")
        impingement_rationale = request.get("impingement_rationale")
        retropulsion_rationale = request.get("retropulsion_rationale")
        fractured = request.get("fractured")
        return (
            (codes is None or is_codes(codes, "[0-9A-Z][0-9]{3}[0-9A-Z]"))
            and (
                received_date is None
                or (
                    isinstance(received_date, str)
                    and "2020-01-01" <= received_date <= "2036-12-31"
                    and is_day(received_date)
                )
            )
            and (
                service_date is None
                or (
                    isinstance(service_date, str)
                    and "2020-01-01" <= service_date <= "2036-12-31"
                    and is_day(service_date)
                )
            )
            and (state is None or (isinstance(state, str) and state in STATE_ANSWERS))
            and (diagnoses is None or is_codes(diagnoses, "[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?"))
            and (pregnant is None or pregnant is True or pregnant is False)
            and (imaging is None or (type(imaging) is str and len(imaging) <= 500 and imaging.strip(" \t\n\r") != ""))
            and (unstable is None or unstable is True or unstable is False)
            and (infections is None or is_findings(infections, INFECTIONS_ANSWERS))
            and (payer is None or (isinstance(payer, str) and payer in PAYER_ANSWERS))
            and (
                place_of_service is None
                or (isinstance(place_of_service, str) and place_of_service in PLACE_OF_SERVICE_ANSWERS)
            )
            and (bill_type is None or (isinstance(bill_type, str) and bill_type in BILL_TYPE_ANSWERS))
            and (emergency_modifier is None or emergency_modifier is True or emergency_modifier is False)
            and (emergency_revenue is None or emergency_revenue is True or emergency_revenue is False)
            and (provider_exempt is None or provider_exempt is True or provider_exempt is False)
            and (expedited is None or expedited is True or expedited is False)
            and (
                decision_date is None
                or (
                    isinstance(decision_date, str)
                    and "2026-01-05" <= decision_date <= "2036-12-31"
                    and is_day(decision_date)
                )
            )
            and (
                records_asked is None
                or (
                    isinstance(records_asked, str)
                    and "2026-01-15" <= records_asked <= "2036-12-31"
                    and is_day(records_asked)
                )
            )
            and (cause is None or (isinstance(cause, str) and cause in CAUSE_ANSWERS))
            and (debilitating is None or debilitating is True or debilitating is False)
            and (onset is None or (isinstance(onset, str) and "1990-01-01" <= onset <= "2036-12-31" and is_day(onset)))
            and (phase is None or (isinstance(phase, str) and phase in PHASE_ANSWERS))
            and (severe_pain is None or severe_pain is True or severe_pain is False)
            and (cortex_spared is None or cortex_spared is True or cortex_spared is False)
            and (imaging_signs is None or is_findings(imaging_signs, IMAGING_SIGNS_ANSWERS))
            and (each_level_shown is None or each_level_shown is True or each_level_shown is False)
            and (height_loss_grew is None or height_loss_grew is True or height_loss_grew is False)
            and (
                height_reduction is None
                or (type(height_reduction) is int and 0 <= height_reduction <= 100)
                or is_number(height_reduction, 0, 100, 1)
            )
            and (kyphosis is None or kyphosis is True or kyphosis is False)
            and (hospitalized is None or hospitalized is True or hospitalized is False)
            and (pain is None or (type(pain) is int and 0 <= pain <= 10) or is_number(pain, 0, 10, 1))
            and (pain_course is None or (isinstance(pain_course, str) and pain_course in PAIN_COURSE_ANSWERS))
            and (rdq is None or (type(rdq) is int and 0 <= rdq <= 24))
            and (pain_from_fracture is None or pain_from_fracture is True or pain_from_fracture is False)
            and (optimal_care is None or optimal_care is True or optimal_care is False)
            and (therapy_failed is None or therapy_failed is True or therapy_failed is False)
            and (
                bone_referral is None
                or (type(bone_referral) is str and len(bone_referral) <= 500 and bone_referral.strip(" \t\n\r") != "")
            )
            and (
                instruction is None
                or (type(instruction) is str and len(instruction) <= 500 and instruction.strip(" \t\n\r") != "")
            )
            and (cement_allergy is None or cement_allergy is True or cement_allergy is False)
            and (coagulopathy is None or coagulopathy is True or coagulopathy is False)
            and (myelopathy is None or myelopathy is True or myelopathy is False)
            and (deficit is None or deficit is True or deficit is False)
            and (impingement is None or impingement is True or impingement is False)
            and (retropulsion is None or retropulsion is True or retropulsion is False)
            and (
                fractures_rationale is None
                or (
                    type(fractures_rationale) is str
                    and len(fractures_rationale) <= 500
                    and fractures_rationale.strip(" \t\n\r") != ""
                )
            )
            and (
                allergy_rationale is None
                or (
                    type(allergy_rationale) is str
                    and len(allergy_rationale) <= 500
                    and allergy_rationale.strip(" \t\n\r") != ""
                )
            )
            and (
                coagulopathy_rationale is None
                or (
                    type(coagulopathy_rationale) is str
                    and len(coagulopathy_rationale) <= 500
                    and coagulopathy_rationale.strip(" \t\n\r") != ""
                )
            )
            and (
                instability_rationale is None
                or (
                    type(instability_rationale) is str
                    and len(instability_rationale) <= 500
                    and instability_rationale.strip(" \t\n\r") != ""
                )
            )
            and (
                myelopathy_rationale is None
                or (
                    type(myelopathy_rationale) is str
                    and len(myelopathy_rationale) <= 500
                    and myelopathy_rationale.strip(" \t\n\r") != ""
                )
            )
            and (
                deficit_rationale is None
                or (
                    type(deficit_rationale) is str
                    and len(deficit_rationale) <= 500
                    and deficit_rationale.strip(" \t\n\r") != ""
                )
            )
            and (
                impingement_rationale is None
                or (
                    type(impingement_rationale) is str
                    and len(impingement_rationale) <= 500
                    and impingement_rationale.strip(" \t\n\r") != ""
                )
            )
            and (
                retropulsion_rationale is None
                or (
                    type(retropulsion_rationale) is str
                    and len(retropulsion_rationale) <= 500
                    and retropulsion_rationale.strip(" \t\n\r") != ""
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
                + (diagnoses is not None)
                + (pregnant is not None)
                + (imaging is not None)
                + (unstable is not None)
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
                + (each_level_shown is not None)
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
                + (cement_allergy is not None)
                + (coagulopathy is not None)
                + (myelopathy is not None)
                + (deficit is not None)
                + (impingement is not None)
                + (retropulsion is not None)
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
    except Exception:  # of another type, or an object that cannot be compared
        return False


STATE_ANSWERS: Final = frozenset((
    "AZ", "NJ", "OH", "OK", "TX", "WA", "AL", "AK", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL",
    "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NM", "NY", "NC",
    "ND", "OR", "PA", "RI", "SC", "SD", "TN", "UT", "VT", "VA", "WV", "WI", "WY", "AS", "GU", "MP", "PR", "VI",
    "other",
))
INFECTIONS_ANSWERS: Final = frozenset((
    "discitis", "osteomyelitis", "epidural_abscess", "other_spinal_infection", "systemic_infection",
    "surgical_infection",
))
PAYER_ANSWERS: Final = frozenset((
    "original", "advantage", "railroad", "veterans", "indian_health", "education_only", "rebill", "other_payer",
))
PLACE_OF_SERVICE_ANSWERS: Final = frozenset(("11", "12", "19", "22", "24", "21", "23", "other_place"))
BILL_TYPE_ANSWERS: Final = frozenset(("13X", "85X", "other_bill"))
CAUSE_ANSWERS: Final = frozenset(("osteoporosis", "metastasis", "myeloma", "other_cause"))
PHASE_ANSWERS: Final = frozenset(("acute", "subacute", "chronic", "no_word"))
IMAGING_SIGNS_ANSWERS: Final = frozenset(("edema", "uptake"))
PAIN_COURSE_ANSWERS: Final = frozenset(("worse", "stable", "better"))
FRACTURED_ANSWERS: Final = frozenset((
    "C1", "C2", "C3", "C4", "C5", "C6", "C7", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10", "T11",
    "T12", "L1", "L2", "L3", "L4", "L5", "sacrum",
))
LISTED_CODE_CODES: Final = frozenset(("22510", "22511", "22512", "22513", "22514", "22515"))
PRIMARY_OF_22512_CODES: Final = frozenset(("22510", "22511"))
PRIMARY_OF_22515_CODES: Final = frozenset(("22513", "22514"))
LEVELS_FRACTURED: Final = frozenset(("C1", "C2", "C3", "C4", "C5", "C6", "C7", "sacrum"))
LEVELS_OF_22510_FRACTURED: Final = frozenset((
    "C1", "C2", "C3", "C4", "C5", "C6", "C7", "T1", "T10", "T11", "T12", "T2", "T3", "T4", "T5", "T6", "T7", "T8",
    "T9",
))
LEVELS_OF_22511_FRACTURED: Final = frozenset(("L1", "L2", "L3", "L4", "L5", "sacrum"))
LEVELS_OF_22513_FRACTURED: Final = frozenset((
    "T1", "T10", "T11", "T12", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9",
))
LEVELS_OF_22514_FRACTURED: Final = frozenset(("L1", "L2", "L3", "L4", "L5"))
ADD_ON_AND_LEVELS_CODES: Final = frozenset(("22512", "22515"))
ONE_TECHNIQUE_CODES: Final = frozenset(("22510", "22511", "22512"))
ONE_TECHNIQUE_CODES_2: Final = frozenset(("22513", "22514", "22515"))
DIAGNOSIS_CODES_DIAGNOSES: Final = frozenset(("M80.08XA", "M80.08XS", "M80.88XA", "M80.88XS"))
DIAGNOSIS_CODES_DIAGNOSES_2: Final = frozenset(("M84.58XA", "M84.58XS"))
DIAGNOSIS_CODES_DIAGNOSES_3: Final = frozenset(("C41.2", "C79.51", "C79.52", "C90.00", "C90.01", "C90.02"))
minus_42_days: Final[Mover] = mover(0, -42)
minus_84_days: Final[Mover] = mover(0, -84)

POLICY: Final = load(__spec__)
