"""Skin substitutes for chronic wounds of the leg and foot: policy skin_substitutes, version 6.0.0.

For requests received on or after 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, section 6.2.13, 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, 2026-04-24.

Generated from policies/skin_substitutes/6.0.0.yaml; do not edit.
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
    look_at_applications(chart)
    look_at_courses(chart)
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
        verdict_primary_of_15272(chart),
        verdict_primary_of_15274(chart),
        verdict_primary_of_15276(chart),
        verdict_primary_of_15278(chart),
        verdict_wound_kind(chart),
        verdict_description(chart),
        verdict_depth(chart),
        verdict_size(chart),
        verdict_clean(chart),
        verdict_circulation(chart),
        verdict_diabetes(chart),
        verdict_failed_response(chart),
        verdict_neuropathic_care(chart),
        verdict_venous_care(chart),
        verdict_injury_care(chart),
        verdict_resolved_conditions(chart),
        verdict_off_loading(chart),
        verdict_compression(chart),
        verdict_smoking(chart),
        verdict_product(chart),
        verdict_applications(chart),
        verdict_graft_candidate(chart),
        verdict_no_failed_course(chart),
        verdict_not_healed(chart),
        verdict_controlled(chart),
        verdict_hypersensitivity(chart),
        verdict_diagnosis_fits(chart),
    )
    return Result(POLICY, verdicts, request)


class Chart(ProgramChart):
    """What the chart states, None where it does not say; and what its lists show."""

    __slots__ = (
        "diagnoses", "examination", "wound_kind", "neuropathic", "described_at_baseline", "progress", "wound_months",
        "thickness", "from_injury", "appendages_kept", "structures", "granular_base", "wound_clean", "baseline_area",
        "baseline_depth", "treated_area", "treated_depth", "area_now", "brachial_index", "toe_pressure",
        "circulation_otherwise", "diabetes", "diabetes_managed", "no_response", "improvement_likely",
        "failed_interventions", "medication_history", "problems_reviewed", "care_from", "care_until", "complied",
        "hidden_infection", "control_from", "control_until", "edema", "colonization", "underlying", "debridement",
        "environment", "off_loading", "compression", "stocking_pressure", "diligent_use", "smoking_history", "smokes",
        "counseled", "cessation_treatment", "product", "label_allows", "products_together", "planned_applications",
        "applications", "courses", "uncontrolled", "hypersensitive", "fewest_applications_for_applications",
        "most_applications_for_applications", "any_courses_for_no_failed_course",
    )

    fewest_applications_for_applications: int
    most_applications_for_applications: int
    any_courses_for_no_failed_course: bool | None

    def __init__(self, request: dict[str, Any]) -> None:
        self.codes: list[str] | None = request.get("codes")
        self.received_date: str | None = request.get("received_date")
        self.service_date: str | None = request.get("service_date")
        self.state: str | None = request.get("state")
        self.diagnoses: list[str] | None = request.get("diagnoses")
        self.examination: str | None = request.get("examination")
        self.payer: str | None = request.get("payer")
        self.place_of_service: str | None = request.get("place_of_service")
        self.bill_type: str | None = request.get("bill_type")
        self.emergency_modifier: bool | None = request.get("emergency_modifier")
        self.emergency_revenue: bool | None = request.get("emergency_revenue")
        self.provider_exempt: bool | None = request.get("provider_exempt")
        self.wound_kind: str | None = request.get("wound_kind")
        self.neuropathic: bool | None = request.get("neuropathic")
        self.described_at_baseline: dict[str, bool] | None = request.get("described_at_baseline")
        self.progress: str | None = request.get("progress")
        self.wound_months: float | None = request.get("wound_months")
        self.thickness: str | None = request.get("thickness")
        self.from_injury: bool | None = request.get("from_injury")
        self.appendages_kept: bool | None = request.get("appendages_kept")
        self.structures: dict[str, bool] | None = request.get("structures")
        self.granular_base: bool | None = request.get("granular_base")
        self.wound_clean: bool | None = request.get("wound_clean")
        self.baseline_area: float | None = request.get("baseline_area")
        self.baseline_depth: float | None = request.get("baseline_depth")
        self.treated_area: float | None = request.get("treated_area")
        self.treated_depth: float | None = request.get("treated_depth")
        self.area_now: float | None = request.get("area_now")
        self.brachial_index: float | None = request.get("brachial_index")
        self.toe_pressure: float | None = request.get("toe_pressure")
        self.circulation_otherwise: bool | None = request.get("circulation_otherwise")
        self.diabetes: str | None = request.get("diabetes")
        self.diabetes_managed: bool | None = request.get("diabetes_managed")
        self.no_response: bool | None = request.get("no_response")
        self.improvement_likely: bool | None = request.get("improvement_likely")
        self.failed_interventions: str | None = request.get("failed_interventions")
        self.medication_history: str | None = request.get("medication_history")
        self.problems_reviewed: str | None = request.get("problems_reviewed")
        self.care_from: str | None = request.get("care_from")
        self.care_until: str | None = request.get("care_until")
        self.complied: bool | None = request.get("complied")
        self.hidden_infection: dict[str, bool] | None = request.get("hidden_infection")
        self.control_from: str | None = request.get("control_from")
        self.control_until: str | None = request.get("control_until")
        self.edema: str | None = request.get("edema")
        self.colonization: str | None = request.get("colonization")
        self.underlying: str | None = request.get("underlying")
        self.debridement: str | None = request.get("debridement")
        self.environment: bool | None = request.get("environment")
        self.off_loading: bool | None = request.get("off_loading")
        self.compression: dict[str, bool] | None = request.get("compression")
        self.stocking_pressure: float | None = request.get("stocking_pressure")
        self.diligent_use: bool | None = request.get("diligent_use")
        self.smoking_history: str | None = request.get("smoking_history")
        self.smokes: bool | None = request.get("smokes")
        self.counseled: bool | None = request.get("counseled")
        self.cessation_treatment: bool | None = request.get("cessation_treatment")
        self.product: str | None = request.get("product")
        self.label_allows: bool | None = request.get("label_allows")
        self.products_together: bool | None = request.get("products_together")
        self.planned_applications: float | None = request.get("planned_applications")
        self.applications: list[dict[str, Any]] | None = request.get("applications")
        self.courses: list[dict[str, Any]] | None = request.get("courses")
        self.uncontrolled: dict[str, bool] | None = request.get("uncontrolled")
        self.hypersensitive: bool | None = request.get("hypersensitive")


def verdict_in_force(chart: Chart) -> Verdict:
    """This edition of the rules is the one for the day the request is received.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, date of publication
    Readings: A15
    """
    if chart.received_date is None:
        return "missing"
    return "met" if chart.received_date >= "2026-04-24" else "not met"


def verdict_listed_code(chart: Chart) -> Verdict:
    """A procedure code on the request is of this service.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, list of codes
    Readings: A19b
    """
    if (
        chart.codes is not None
        and not LISTED_CODE_CODES.isdisjoint(chart.codes)
        and chart.state is not None
        and chart.state not in {"AZ", "WA"}
        and chart.diagnoses is not None
        and not LISTED_CODE_DIAGNOSES.isdisjoint(chart.diagnoses)
    ):
        return "met"
    if (
        (chart.codes is not None and LISTED_CODE_CODES.isdisjoint(chart.codes))
        or chart.state in {"AZ", "WA"}
        or (chart.diagnoses is not None and LISTED_CODE_DIAGNOSES.isdisjoint(chart.diagnoses))
    ):
        return "not met"
    return "missing"


def verdict_primary_of_15272(chart: Chart) -> Verdict:
    """Add-on code 15272 comes with its primary code.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, list of codes
    """
    if chart.codes is not None and "15272" not in chart.codes:
        return "not applicable"
    if chart.codes is not None and "15271" in chart.codes:
        return "met"
    if chart.codes is not None and "15272" in chart.codes and "15271" not in chart.codes:
        return "not met"
    return "missing"


def verdict_primary_of_15274(chart: Chart) -> Verdict:
    """Add-on code 15274 comes with its primary code.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, list of codes
    """
    if chart.codes is not None and "15274" not in chart.codes:
        return "not applicable"
    if chart.codes is not None and "15273" in chart.codes:
        return "met"
    if chart.codes is not None and "15274" in chart.codes and "15273" not in chart.codes:
        return "not met"
    return "missing"


def verdict_primary_of_15276(chart: Chart) -> Verdict:
    """Add-on code 15276 comes with its primary code.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, list of codes
    """
    if chart.codes is not None and "15276" not in chart.codes:
        return "not applicable"
    if chart.codes is not None and "15275" in chart.codes:
        return "met"
    if chart.codes is not None and "15276" in chart.codes and "15275" not in chart.codes:
        return "not met"
    return "missing"


def verdict_primary_of_15278(chart: Chart) -> Verdict:
    """Add-on code 15278 comes with its primary code.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, list of codes
    """
    if chart.codes is not None and "15278" not in chart.codes:
        return "not applicable"
    if chart.codes is not None and "15277" in chart.codes:
        return "met"
    if chart.codes is not None and "15278" in chart.codes and "15277" not in chart.codes:
        return "not met"
    return "missing"


def verdict_wound_kind(chart: Chart) -> Verdict:
    """The wound is a diabetic foot ulcer or a venous leg ulcer.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, opening
    “treatment of diabetic foot ulcer(s)”
    """
    if chart.wound_kind is None:
        return "missing"
    return "met" if chart.wound_kind in {"foot_ulcer", "venous_ulcer"} else "not met"


def verdict_description(chart: Chart) -> Verdict:
    """The wound is described at baseline, and so is its progression.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, box 1
    “as well as progression”
    """
    if (
        chart.described_at_baseline is not None
        and chart.described_at_baseline.get("size") is True
        and chart.described_at_baseline.get("location") is True
        and chart.described_at_baseline.get("stage") is True
        and chart.described_at_baseline.get("duration") is True
        and chart.described_at_baseline.get("infection_sought") is True
        and chart.progress is not None
    ):
        return "met"
    if (
        chart.described_at_baseline is not None
        and (
            chart.described_at_baseline.get("size") is False
            or chart.described_at_baseline.get("location") is False
            or chart.described_at_baseline.get("stage") is False
            or chart.described_at_baseline.get("duration") is False
            or chart.described_at_baseline.get("infection_sought") is False
        )
    ):
        return "not met"
    return "missing"


def verdict_depth(chart: Chart) -> Verdict:
    """The base is clean and granular, and deeper structures are spared or the label allows for them.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, boxes 2 and 2a
    “unless the CTP package label”
    Readings: S2
    """
    if (
        chart.granular_base is True
        and (
            (chart.structures is not None and len(chart.structures) == 5 and True not in chart.structures.values())
            or chart.label_allows is True
        )
    ):
        return "met"
    if (
        chart.granular_base is False
        or (chart.structures is not None and True in chart.structures.values() and chart.label_allows is False)
    ):
        return "not met"
    return "missing"


def verdict_size(chart: Chart) -> Verdict:
    """The skin deficit measures at least one square centimeter.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, box 2b
    “at least 1.0 square cm”
    Readings: S3
    """
    if chart.treated_area is None:
        return "missing"
    return "met" if chart.treated_area >= 1 else "not met"


def verdict_clean(chart: Chart) -> Verdict:
    """The wound is clean, and free of necrotic debris and exudate.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, box 2c
    “free of necrotic debris”
    """
    if chart.wound_clean is True:
        return "met"
    if chart.wound_clean is False:
        return "not met"
    return "missing"


def verdict_circulation(chart: Chart) -> Verdict:
    """The examination shows circulation or oxygenation that supports healing.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, box 2d
    “e.g.”
    “no less than 0.60”
    “>30 mmHg”
    Readings: S4
    """
    if (
        chart.examination is not None
        and (
            (chart.brachial_index is not None and chart.brachial_index >= 0.6)
            or (chart.toe_pressure is not None and chart.toe_pressure > 30)
            or chart.circulation_otherwise is True
        )
    ):
        return "met"
    if (
        chart.brachial_index is not None
        and chart.brachial_index < 0.6
        and chart.toe_pressure is not None
        and chart.toe_pressure <= 30
        and chart.circulation_otherwise is False
    ):
        return "not met"
    return "missing"


def verdict_diabetes(chart: Chart) -> Verdict:
    """Type 1 or type 2 diabetes is diagnosed and under medical management.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, box 2e
    “For DFUs”
    “along with medical management”
    Readings: S5
    """
    if chart.wound_kind is not None and chart.wound_kind != "foot_ulcer":
        return "not applicable"
    if chart.diabetes in {"type_1", "type_2"} and chart.diabetes_managed is True:
        return "met"
    if (
        chart.wound_kind == "foot_ulcer"
        and (
            (chart.diabetes is not None and chart.diabetes not in {"type_1", "type_2"})
            or chart.diabetes_managed is False
        )
    ):
        return "not met"
    return "missing"


def verdict_failed_response(chart: Chart) -> Verdict:
    """The chart shows a failed response and its circumstances.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, box 3, a to c
    “having increased in size or depth, or having not changed”
    Readings: S6, S7
    """
    if (
        truth_failed_response(chart) is True
        and chart.failed_interventions is not None
        and chart.medication_history is not None
        and chart.problems_reviewed is not None
    ):
        return "met"
    if truth_failed_response(chart) is False:
        return "not met"
    return "missing"


def verdict_neuropathic_care(chart: Chart) -> Verdict:
    """A neuropathic foot ulcer failed to respond to more than four weeks of care.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, box 3d
    “For a neuropathic DFU”
    “and without evidence”
    “greater than 4 weeks”
    Readings: S8
    """
    if (chart.wound_kind is not None and chart.wound_kind != "foot_ulcer") or chart.neuropathic is False:
        return "not applicable"
    if (
        chart.care_until is not None
        and chart.care_from is not None
        and chart.care_until > plus_28_days(chart.care_from)
        and chart.complied is True
        and chart.hidden_infection is not None
        and len(chart.hidden_infection) == 2
        and True not in chart.hidden_infection.values()
    ):
        return "met"
    if (
        chart.wound_kind == "foot_ulcer"
        and chart.neuropathic is True
        and (
            (chart.care_until or "2036-12-31") <= plus_28_days(chart.care_from or "2000-01-01")
            or chart.complied is False
            or (chart.hidden_infection is not None and True in chart.hidden_infection.values())
        )
    ):
        return "not met"
    return "missing"


def verdict_venous_care(chart: Chart) -> Verdict:
    """A venous ulcer is three months old and failed to respond to 30 days of care.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, box 3e
    “For a venous stasis ulcer”
    “with documented compliance”
    “at least 3 months”
    “at least 30 days”
    Readings: S9, S8
    """
    if chart.wound_kind is not None and chart.wound_kind != "venous_ulcer":
        return "not applicable"
    if (
        chart.wound_months is not None
        and chart.wound_months >= 3
        and chart.care_until is not None
        and chart.care_from is not None
        and chart.care_until >= plus_30_days(chart.care_from)
        and chart.complied is True
    ):
        return "met"
    if (
        chart.wound_kind == "venous_ulcer"
        and (
            (chart.wound_months is not None and chart.wound_months < 3)
            or (chart.care_until or "2036-12-31") < plus_30_days(chart.care_from or "2000-01-01")
            or chart.complied is False
        )
    ):
        return "not met"
    return "missing"


def verdict_injury_care(chart: Chart) -> Verdict:
    """A full-thickness ulcer from an injury failed to respond to four weeks of control.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, box 3f
    “abscess, injury, or trauma”
    “4 weeks or longer”
    Readings: S8
    """
    if (chart.thickness is not None and chart.thickness != "full") or chart.from_injury is False:
        return "not applicable"
    if (
        chart.control_until is not None
        and chart.control_from is not None
        and chart.control_until >= plus_28_days(chart.control_from)
    ):
        return "met"
    if (
        chart.thickness == "full"
        and chart.from_injury is True
        and (chart.control_until or "2036-12-31") < plus_28_days(chart.control_from or "2000-01-01")
    ):
        return "not met"
    return "missing"


def verdict_resolved_conditions(chart: Chart) -> Verdict:
    """Infection and other conditions of the wound are under control, or were never there.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, box 4, a to d and g
    “as applicable”
    Readings: S11
    """
    if (
        chart.edema in {"controlled", "never_there"}
        and chart.colonization in {"controlled", "never_there"}
        and chart.underlying in {"controlled", "never_there"}
        and chart.debridement in {"controlled", "never_there"}
        and chart.environment is True
    ):
        return "met"
    if (
        (chart.edema is not None and chart.edema not in {"controlled", "never_there"})
        or (chart.colonization is not None and chart.colonization not in {"controlled", "never_there"})
        or (chart.underlying is not None and chart.underlying not in {"controlled", "never_there"})
        or (chart.debridement is not None and chart.debridement not in {"controlled", "never_there"})
        or chart.environment is False
    ):
        return "not met"
    return "missing"


def verdict_off_loading(chart: Chart) -> Verdict:
    """The foot is off-loaded.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, box 4e
    “For DFUs”
    """
    if chart.wound_kind is not None and chart.wound_kind != "foot_ulcer":
        return "not applicable"
    if chart.off_loading is True:
        return "met"
    if chart.wound_kind == "foot_ulcer" and chart.off_loading is False:
        return "not met"
    return "missing"


def verdict_compression(chart: Chart) -> Verdict:
    """The leg is compressed, diligently.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, box 4f
    “For venous stasis ulcers”
    “or pneumatic compression”
    “greater than 20 mmHg”
    Readings: S12
    """
    if chart.wound_kind is not None and chart.wound_kind != "venous_ulcer":
        return "not applicable"
    if (
        chart.diligent_use is True
        and chart.compression is not None
        and (
            chart.compression.get("multilayer") is True
            or (
                chart.compression.get("stockings") is True
                and chart.stocking_pressure is not None
                and chart.stocking_pressure > 20
            )
            or chart.compression.get("pneumatic") is True
        )
    ):
        return "met"
    if (
        chart.wound_kind == "venous_ulcer"
        and (
            chart.diligent_use is False
            or (
                chart.compression is not None
                and chart.compression.get("multilayer") is False
                and (
                    chart.compression.get("stockings") is False
                    or (chart.stocking_pressure is not None and chart.stocking_pressure <= 20)
                )
                and chart.compression.get("pneumatic") is False
            )
        )
    ):
        return "not met"
    return "missing"


def verdict_smoking(chart: Chart) -> Verdict:
    """The smoking history is there, and a smoker was counseled and treated.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, box 5
    “(if applicable)”
    Readings: S13
    """
    if (
        chart.smoking_history is not None
        and ((chart.counseled is True and chart.cessation_treatment is True) or chart.smokes is False)
    ):
        return "met"
    if (chart.counseled is False or chart.cessation_treatment is False) and chart.smokes is True:
        return "not met"
    return "missing"


def verdict_product(chart: Chart) -> Verdict:
    """The product is chosen, and no second one is used at the same time.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, box 6 and box 7, sentence 2
    “more than one product”
    """
    if chart.product is not None and chart.products_together is False:
        return "met"
    if chart.products_together is True:
        return "not met"
    return "missing"


def verdict_applications(chart: Chart) -> Verdict:
    """No more than ten applications to this wound in twelve weeks.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, box 7 and its sentence 3
    “not to exceed the 10-application limit”
    “12-week period”
    Readings: S14
    """
    if (
        chart.planned_applications is not None
        and chart.most_applications_for_applications + chart.planned_applications <= 10
    ):
        return "met"
    if chart.fewest_applications_for_applications + (chart.planned_applications or 1) > 10:
        return "not met"
    return "missing"


def verdict_graft_candidate(chart: Chart) -> Verdict:
    """The wound is no partial-thickness loss that keeps its epithelial appendages.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, box 8a
    “with the retention”
    """
    if (chart.thickness is not None and chart.thickness != "partial") or chart.appendages_kept is False:
        return "met"
    if chart.thickness == "partial" and chart.appendages_kept is True:
        return "not met"
    return "missing"


def verdict_no_failed_course(chart: Chart) -> Verdict:
    """No full course of applications failed within a year.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, box 8b
    “none of the following”
    “within 1 year”
    “AND”
    “for a period of 4 weeks”
    Readings: S15
    """
    if chart.any_courses_for_no_failed_course is False:
        return "met"
    if chart.any_courses_for_no_failed_course is True:
        return "not met"
    return "missing"


def verdict_not_healed(chart: Chart) -> Verdict:
    """An ulcer that was treated before is not yet healed.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, box 8c
    “Retreatment”
    “and smaller”
    “greater than 75% size reduction”
    “smaller than 0.5 square cm”
    Readings: S16
    """
    if (
        chart.applications is not None
        and len(chart.applications) < 1
        and chart.courses is not None
        and len(chart.courses) < 1
    ):
        return "not applicable"
    if truth_healed(chart) is False:
        return "met"
    if (
        (
            (chart.applications is not None and len(chart.applications) >= 1)
            or (chart.courses is not None and len(chart.courses) >= 1)
        )
        and truth_healed(chart) is True
    ):
        return "not met"
    return "missing"


def verdict_controlled(chart: Chart) -> Verdict:
    """Underlying conditions and aggravating factors are under adequate control.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, boxes 8 and 8d
    “none of the following”
    """
    if chart.uncontrolled is not None and len(chart.uncontrolled) == 6 and True not in chart.uncontrolled.values():
        return "met"
    if chart.uncontrolled is not None and True in chart.uncontrolled.values():
        return "not met"
    return "missing"


def verdict_hypersensitivity(chart: Chart) -> Verdict:
    """No hypersensitivity to a component of the product is known.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.13, box 8e
    “none of the following”
    """
    if chart.hypersensitive is False:
        return "met"
    if chart.hypersensitive is True:
        return "not met"
    return "missing"


def verdict_diagnosis_fits(chart: Chart) -> Verdict:
    """A diagnosis on the request is of the kind of wound.

    WISeR Provider and Supplier Operational Guide 6.0, B, Table B3
    Readings: S18
    """
    if (
        (
            chart.wound_kind == "foot_ulcer"
            and chart.diagnoses is not None
            and not DIAGNOSIS_FITS_DIAGNOSES.isdisjoint(chart.diagnoses)
        )
        or (
            chart.wound_kind == "venous_ulcer"
            and chart.diagnoses is not None
            and any(code.startswith(("I83.", "I87.")) for code in chart.diagnoses)
        )
    ):
        return "met"
    if (
        (
            (chart.wound_kind is not None and chart.wound_kind != "foot_ulcer")
            or (chart.diagnoses is not None and DIAGNOSIS_FITS_DIAGNOSES.isdisjoint(chart.diagnoses))
        )
        and (
            (chart.wound_kind is not None and chart.wound_kind != "venous_ulcer")
            or (chart.diagnoses is not None and not any(code.startswith(("I83.", "I87.")) for code in chart.diagnoses))
        )
    ):
        return "not met"
    return "missing"


def truth_failed_response(chart: Chart) -> bool | None:
    """The wound did not respond to care, grew, or kept its size with no sign that improvement is likely.

    “having increased in size or depth, or having not changed”
    """
    if (
        chart.no_response is True
        or (
            chart.treated_area is not None
            and chart.baseline_area is not None
            and chart.treated_area > chart.baseline_area
        )
        or (
            chart.treated_depth is not None
            and chart.baseline_depth is not None
            and chart.treated_depth > chart.baseline_depth
        )
        or (
            chart.treated_area is not None
            and chart.baseline_area is not None
            and chart.treated_area == chart.baseline_area
            and chart.treated_depth is not None
            and chart.baseline_depth is not None
            and chart.treated_depth == chart.baseline_depth
            and chart.improvement_likely is False
        )
    ):
        return True
    if (
        chart.no_response is False
        and (2000.0 if chart.treated_area is None else chart.treated_area) <= (chart.baseline_area or 0.01)
        and (200.0 if chart.treated_depth is None else chart.treated_depth) <= (chart.baseline_depth or 0.0)
        and (
            (
                chart.treated_area is not None
                and (
                    chart.treated_area < (chart.baseline_area or 0.01)
                    or chart.treated_area > (chart.baseline_area or 2000.0)
                )
            )
            or (
                chart.treated_depth is not None
                and chart.baseline_depth is not None
                and chart.treated_depth != chart.baseline_depth
            )
            or chart.improvement_likely is True
        )
    ):
        return False
    return None


def truth_healed(chart: Chart) -> bool | None:
    """The ulcer is healed.

    “and smaller”
    “greater than 75% size reduction”
    “smaller than 0.5 square cm”
    """
    if (
        chart.baseline_area is not None
        and chart.area_now is not None
        and 100 * (chart.baseline_area - chart.area_now) > 75 * chart.baseline_area + 0.005
        and chart.area_now < 0.5
    ):
        return True
    if (
        chart.area_now is not None
        and (
            100 * ((chart.baseline_area or 2000.0) - chart.area_now) <= 75 * (chart.baseline_area or 0.01) + 0.005
            or chart.area_now >= 0.5
        )
    ):
        return False
    return None


def look_at_applications(chart: Chart) -> None:
    """What applications say, in one pass: of what may match, the least and the most."""
    if chart.applications is None:
        chart.fewest_applications_for_applications = 0
        chart.most_applications_for_applications = 60
        return
    service_date = chart.service_date
    service_date_minus_84_days = None if chart.service_date is None else minus_84_days(chart.service_date)
    fewest_applications_for_applications = most_applications_for_applications = 0
    for row in chart.applications:
        application_date: str | None = row.get("application_date")
        if (
            application_date is not None
            and application_date > (service_date_minus_84_days or "2036-10-08")
            and (application_date or "2036-12-31") <= (service_date or "2020-01-01")
        ):
            fewest_applications_for_applications += 1
            most_applications_for_applications += 1
        elif not (
            application_date is not None
            and (
                application_date <= (service_date_minus_84_days or "2019-10-09")
                or (service_date is not None and application_date > service_date)
            )
        ):
            most_applications_for_applications += 1
    chart.fewest_applications_for_applications = fewest_applications_for_applications
    chart.most_applications_for_applications = most_applications_for_applications


def look_at_courses(chart: Chart) -> None:
    """What courses say, in one pass: of what may match, the least and the most."""
    if chart.courses is None:
        chart.any_courses_for_no_failed_course = None
        return
    service_date_minus_12_months = None if chart.service_date is None else minus_12_months(chart.service_date)
    any_courses_for_no_failed_course: bool | None = False
    for row in chart.courses:
        course_end: str | None = row.get("course_end")
        course_change: str | None = row.get("course_change")
        weeks_no_sign: float | None = row.get("weeks_no_sign")
        if (
            course_end is not None
            and course_end >= (service_date_minus_12_months or "2035-12-31")
            and course_change in {"grew", "unchanged"}
            and weeks_no_sign is not None
            and weeks_no_sign >= 4
        ):
            any_courses_for_no_failed_course = True
        elif not (
            (course_end is not None and course_end < (service_date_minus_12_months or "2019-01-01"))
            or (course_change is not None and course_change not in {"grew", "unchanged"})
            or (weeks_no_sign is not None and weeks_no_sign < 4)
        ):
            any_courses_for_no_failed_course = any_courses_for_no_failed_course or None
    chart.any_courses_for_no_failed_course = any_courses_for_no_failed_course


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
        examination = request.get("examination")
        payer = request.get("payer")
        place_of_service = request.get("place_of_service")
        bill_type = request.get("bill_type")
        emergency_modifier = request.get("emergency_modifier")
        emergency_revenue = request.get("emergency_revenue")
        provider_exempt = request.get("provider_exempt")
        expedited = request.get("expedited")
        decision_date = request.get("decision_date")
        records_asked = request.get("records_asked")
        wound_kind = request.get("wound_kind")
        neuropathic = request.get("neuropathic")
        described_at_baseline = request.get("described_at_baseline")
        progress = request.get("progress")
        wound_months = request.get("wound_months")
        thickness = request.get("thickness")
        from_injury = request.get("from_injury")
        appendages_kept = request.get("appendages_kept")
        structures = request.get("structures")
        granular_base = request.get("granular_base")
        wound_clean = request.get("wound_clean")
        baseline_area = request.get("baseline_area")
        baseline_depth = request.get("baseline_depth")
        treated_area = request.get("treated_area")
        treated_depth = request.get("treated_depth")
        area_now = request.get("area_now")
        brachial_index = request.get("brachial_index")
        toe_pressure = request.get("toe_pressure")
        circulation_otherwise = request.get("circulation_otherwise")
        diabetes = request.get("diabetes")
        diabetes_managed = request.get("diabetes_managed")
        no_response = request.get("no_response")
        improvement_likely = request.get("improvement_likely")
        failed_interventions = request.get("failed_interventions")
        medication_history = request.get("medication_history")
        problems_reviewed = request.get("problems_reviewed")
        care_from = request.get("care_from")
        care_until = request.get("care_until")
        complied = request.get("complied")
        hidden_infection = request.get("hidden_infection")
        control_from = request.get("control_from")
        control_until = request.get("control_until")
        edema = request.get("edema")
        colonization = request.get("colonization")
        underlying = request.get("underlying")
        debridement = request.get("debridement")
        environment = request.get("environment")
        off_loading = request.get("off_loading")
        compression = request.get("compression")
        stocking_pressure = request.get("stocking_pressure")
        diligent_use = request.get("diligent_use")
        smoking_history = request.get("smoking_history")
        smokes = request.get("smokes")
        counseled = request.get("counseled")
        cessation_treatment = request.get("cessation_treatment")
        product = request.get("product")
        label_allows = request.get("label_allows")
        products_together = request.get("products_together")
        planned_applications = request.get("planned_applications")
        applications = request.get("applications")
        courses = request.get("courses")
        uncontrolled = request.get("uncontrolled")
        hypersensitive = request.get("hypersensitive")
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
            and (
                examination is None
                or (type(examination) is str and len(examination) <= 500 and examination.strip(" \t\n\r") != "")
            )
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
            and (wound_kind is None or (isinstance(wound_kind, str) and wound_kind in WOUND_KIND_ANSWERS))
            and (neuropathic is None or neuropathic is True or neuropathic is False)
            and (described_at_baseline is None or is_findings(described_at_baseline, DESCRIBED_AT_BASELINE_ANSWERS))
            and (
                progress is None
                or (type(progress) is str and len(progress) <= 500 and progress.strip(" \t\n\r") != "")
            )
            and (wound_months is None or (type(wound_months) is int and 0 <= wound_months <= 1200))
            and (thickness is None or (isinstance(thickness, str) and thickness in THICKNESS_ANSWERS))
            and (from_injury is None or from_injury is True or from_injury is False)
            and (appendages_kept is None or appendages_kept is True or appendages_kept is False)
            and (structures is None or is_findings(structures, STRUCTURES_ANSWERS))
            and (granular_base is None or granular_base is True or granular_base is False)
            and (wound_clean is None or wound_clean is True or wound_clean is False)
            and (
                baseline_area is None
                or (type(baseline_area) is int and 0.01 <= baseline_area <= 2000)
                or is_number(baseline_area, 0.01, 2000, 2)
            )
            and (
                baseline_depth is None
                or (type(baseline_depth) is int and 0 <= baseline_depth <= 200)
                or is_number(baseline_depth, 0, 200, 1)
            )
            and (
                treated_area is None
                or (type(treated_area) is int and 0 <= treated_area <= 2000)
                or is_number(treated_area, 0, 2000, 2)
            )
            and (
                treated_depth is None
                or (type(treated_depth) is int and 0 <= treated_depth <= 200)
                or is_number(treated_depth, 0, 200, 1)
            )
            and (
                area_now is None
                or (type(area_now) is int and 0 <= area_now <= 2000)
                or is_number(area_now, 0, 2000, 2)
            )
            and (
                brachial_index is None
                or (type(brachial_index) is int and 0 <= brachial_index <= 3)
                or is_number(brachial_index, 0, 3, 2)
            )
            and (toe_pressure is None or (type(toe_pressure) is int and 0 <= toe_pressure <= 300))
            and (circulation_otherwise is None or circulation_otherwise is True or circulation_otherwise is False)
            and (diabetes is None or (isinstance(diabetes, str) and diabetes in DIABETES_ANSWERS))
            and (diabetes_managed is None or diabetes_managed is True or diabetes_managed is False)
            and (no_response is None or no_response is True or no_response is False)
            and (improvement_likely is None or improvement_likely is True or improvement_likely is False)
            and (
                failed_interventions is None
                or (
                    type(failed_interventions) is str
                    and len(failed_interventions) <= 500
                    and failed_interventions.strip(" \t\n\r") != ""
                )
            )
            and (
                medication_history is None
                or (
                    type(medication_history) is str
                    and len(medication_history) <= 500
                    and medication_history.strip(" \t\n\r") != ""
                )
            )
            and (
                problems_reviewed is None
                or (
                    type(problems_reviewed) is str
                    and len(problems_reviewed) <= 500
                    and problems_reviewed.strip(" \t\n\r") != ""
                )
            )
            and (
                care_from is None
                or (isinstance(care_from, str) and "2000-01-01" <= care_from <= "2036-12-31" and is_day(care_from))
            )
            and (
                care_until is None
                or (isinstance(care_until, str) and "2000-01-01" <= care_until <= "2036-12-31" and is_day(care_until))
            )
            and (complied is None or complied is True or complied is False)
            and (hidden_infection is None or is_findings(hidden_infection, HIDDEN_INFECTION_ANSWERS))
            and (
                control_from is None
                or (
                    isinstance(control_from, str)
                    and "2000-01-01" <= control_from <= "2036-12-31"
                    and is_day(control_from)
                )
            )
            and (
                control_until is None
                or (
                    isinstance(control_until, str)
                    and "2000-01-01" <= control_until <= "2036-12-31"
                    and is_day(control_until)
                )
            )
            and (edema is None or (isinstance(edema, str) and edema in EDEMA_ANSWERS))
            and (colonization is None or (isinstance(colonization, str) and colonization in COLONIZATION_ANSWERS))
            and (underlying is None or (isinstance(underlying, str) and underlying in UNDERLYING_ANSWERS))
            and (debridement is None or (isinstance(debridement, str) and debridement in DEBRIDEMENT_ANSWERS))
            and (environment is None or environment is True or environment is False)
            and (off_loading is None or off_loading is True or off_loading is False)
            and (compression is None or is_findings(compression, COMPRESSION_ANSWERS))
            and (stocking_pressure is None or (type(stocking_pressure) is int and 0 <= stocking_pressure <= 100))
            and (diligent_use is None or diligent_use is True or diligent_use is False)
            and (
                smoking_history is None
                or (
                    type(smoking_history) is str
                    and len(smoking_history) <= 500
                    and smoking_history.strip(" \t\n\r") != ""
                )
            )
            and (smokes is None or smokes is True or smokes is False)
            and (counseled is None or counseled is True or counseled is False)
            and (cessation_treatment is None or cessation_treatment is True or cessation_treatment is False)
            and (product is None or (type(product) is str and len(product) <= 500 and product.strip(" \t\n\r") != ""))
            and (label_allows is None or label_allows is True or label_allows is False)
            and (products_together is None or products_together is True or products_together is False)
            and (
                planned_applications is None
                or (type(planned_applications) is int and 1 <= planned_applications <= 60)
            )
            and (applications is None or is_valid_applications(applications))
            and (courses is None or is_valid_courses(courses))
            and (uncontrolled is None or is_findings(uncontrolled, UNCONTROLLED_ANSWERS))
            and (hypersensitive is None or hypersensitive is True or hypersensitive is False)
            # no key that is not a fact, and no null
            and len(request) == (
                (codes is not None)
                + (received_date is not None)
                + (service_date is not None)
                + (state is not None)
                + (diagnoses is not None)
                + (examination is not None)
                + (payer is not None)
                + (place_of_service is not None)
                + (bill_type is not None)
                + (emergency_modifier is not None)
                + (emergency_revenue is not None)
                + (provider_exempt is not None)
                + (expedited is not None)
                + (decision_date is not None)
                + (records_asked is not None)
                + (wound_kind is not None)
                + (neuropathic is not None)
                + (described_at_baseline is not None)
                + (progress is not None)
                + (wound_months is not None)
                + (thickness is not None)
                + (from_injury is not None)
                + (appendages_kept is not None)
                + (structures is not None)
                + (granular_base is not None)
                + (wound_clean is not None)
                + (baseline_area is not None)
                + (baseline_depth is not None)
                + (treated_area is not None)
                + (treated_depth is not None)
                + (area_now is not None)
                + (brachial_index is not None)
                + (toe_pressure is not None)
                + (circulation_otherwise is not None)
                + (diabetes is not None)
                + (diabetes_managed is not None)
                + (no_response is not None)
                + (improvement_likely is not None)
                + (failed_interventions is not None)
                + (medication_history is not None)
                + (problems_reviewed is not None)
                + (care_from is not None)
                + (care_until is not None)
                + (complied is not None)
                + (hidden_infection is not None)
                + (control_from is not None)
                + (control_until is not None)
                + (edema is not None)
                + (colonization is not None)
                + (underlying is not None)
                + (debridement is not None)
                + (environment is not None)
                + (off_loading is not None)
                + (compression is not None)
                + (stocking_pressure is not None)
                + (diligent_use is not None)
                + (smoking_history is not None)
                + (smokes is not None)
                + (counseled is not None)
                + (cessation_treatment is not None)
                + (product is not None)
                + (label_allows is not None)
                + (products_together is not None)
                + (planned_applications is not None)
                + (applications is not None)
                + (courses is not None)
                + (uncontrolled is not None)
                + (hypersensitive is not None)
            )
        )
    except Exception:  # of another type, or an object that cannot be compared
        return False


def is_valid_applications(rows: object) -> bool:
    """The same for the records of applications."""
    if type(rows) is not list or len(rows) > 60:
        return False
    try:
        for row in rows:
            if type(row) is not dict:
                return False
            application_date = row.get("application_date")
            if not (
                (
                    application_date is None
                    or (
                        isinstance(application_date, str)
                        and "2015-01-01" <= application_date <= "2036-12-31"
                        and is_day(application_date)
                    )
                )
                # no key that is not a fact, and no null
                and len(row) == (application_date is not None)
            ):
                return False
        return len(rows) < 2 or len({row.get("application_date") for row in rows}) == len(rows)
    except Exception:  # of another type, or an object that cannot be compared
        return False


def is_valid_courses(rows: object) -> bool:
    """The same for the records of courses."""
    if type(rows) is not list or len(rows) > 20:
        return False
    try:
        for row in rows:
            if type(row) is not dict:
                return False
            course_end = row.get("course_end")
            course_change = row.get("course_change")
            weeks_no_sign = row.get("weeks_no_sign")
            if not (
                (
                    course_end is None
                    or (
                        isinstance(course_end, str)
                        and "2015-01-01" <= course_end <= "2036-12-31"
                        and is_day(course_end)
                    )
                )
                and (
                    course_change is None
                    or (isinstance(course_change, str) and course_change in COURSE_CHANGE_ANSWERS)
                )
                and (weeks_no_sign is None or (type(weeks_no_sign) is int and 0 <= weeks_no_sign <= 520))
                # no key that is not a fact, and no null
                and len(row) == (course_end is not None) + (course_change is not None) + (weeks_no_sign is not None)
            ):
                return False
        return True
    except Exception:  # of another type, or an object that cannot be compared
        return False


STATE_ANSWERS: Final = frozenset((
    "AZ", "NJ", "OH", "OK", "TX", "WA", "AL", "AK", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL",
    "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NM", "NY", "NC",
    "ND", "OR", "PA", "RI", "SC", "SD", "TN", "UT", "VT", "VA", "WV", "WI", "WY", "AS", "GU", "MP", "PR", "VI",
    "other",
))
PAYER_ANSWERS: Final = frozenset((
    "original", "advantage", "railroad", "veterans", "indian_health", "education_only", "rebill", "other_payer",
))
PLACE_OF_SERVICE_ANSWERS: Final = frozenset(("11", "12", "19", "22", "24", "21", "23", "other_place"))
BILL_TYPE_ANSWERS: Final = frozenset(("13X", "85X", "other_bill"))
WOUND_KIND_ANSWERS: Final = frozenset(("foot_ulcer", "venous_ulcer", "other_wound"))
DESCRIBED_AT_BASELINE_ANSWERS: Final = frozenset(("size", "location", "stage", "duration", "infection_sought"))
THICKNESS_ANSWERS: Final = frozenset(("partial", "full"))
STRUCTURES_ANSWERS: Final = frozenset(("tendon", "muscle", "joint_capsule", "bone", "sinus_tracts"))
DIABETES_ANSWERS: Final = frozenset(("type_1", "type_2", "other_type", "no_diabetes"))
HIDDEN_INFECTION_ANSWERS: Final = frozenset(("bone_infection", "infection_nidus"))
EDEMA_ANSWERS: Final = frozenset(("controlled", "not_controlled", "never_there"))
COLONIZATION_ANSWERS: Final = frozenset(("controlled", "not_controlled", "never_there"))
UNDERLYING_ANSWERS: Final = frozenset(("controlled", "not_controlled", "never_there"))
DEBRIDEMENT_ANSWERS: Final = frozenset(("controlled", "not_controlled", "never_there"))
COMPRESSION_ANSWERS: Final = frozenset(("multilayer", "stockings", "pneumatic"))
COURSE_CHANGE_ANSWERS: Final = frozenset(("grew", "unchanged", "shrank"))
UNCONTROLLED_ANSWERS: Final = frozenset((
    "diabetes_uncontrolled", "infection_active", "charcot", "vasculitis", "smoking_unaddressed", "other_uncontrolled",
))
LISTED_CODE_CODES: Final = frozenset(("15271", "15272", "15273", "15274", "15275", "15276", "15277", "15278"))
LISTED_CODE_DIAGNOSES: Final = frozenset((
    "E08.621", "E09.621", "E10.621", "E11.621", "E13.621", "I83.011", "I83.012", "I83.013", "I83.014", "I83.015",
    "I83.018", "I83.021", "I83.022", "I83.023", "I83.024", "I83.025", "I83.028", "I83.211", "I83.212", "I83.213",
    "I83.214", "I83.215", "I83.218", "I83.221", "I83.222", "I83.223", "I83.224", "I83.225", "I83.228", "I87.011",
    "I87.012", "I87.013", "I87.031", "I87.032", "I87.033", "I87.311", "I87.312", "I87.313", "I87.331", "I87.332",
    "I87.333",
))
DIAGNOSIS_FITS_DIAGNOSES: Final = frozenset(("E08.621", "E09.621", "E10.621", "E11.621", "E13.621"))
minus_12_months: Final[Mover] = mover(-12, 0)
minus_84_days: Final[Mover] = mover(0, -84)
plus_28_days: Final[Mover] = mover(0, 28)
plus_30_days: Final[Mover] = mover(0, 30)

POLICY: Final = load(__spec__)
