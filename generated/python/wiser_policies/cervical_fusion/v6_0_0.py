"""Cervical fusion: policy cervical_fusion, version 6.0.0.

For requests received on or after 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, section 6.2.11, 2026-04-24.

Generated from policies/cervical_fusion/6.0.0.yaml; do not edit.
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
        verdict_indication(chart),
        verdict_more_than_compression(chart),
        verdict_below_c2(chart),
        verdict_measured_instability(chart),
        verdict_past_the_edge_day(chart),
        verdict_imaging_after_12_months(chart),
    )
    return Result(POLICY, verdicts, request)


class Chart(ProgramChart):
    """What the chart states, None where it does not say; and what its lists show."""

    __slots__ = (
        "unstable", "infections", "translation", "angulation", "injury", "fracture_likely_unstable",
        "fracture_with_deficit", "tumor", "tumor_did_harm", "tumor_needs_stabilization", "treatment_harms",
        "infection_shown", "body_destroyed", "debridement_harms", "deformities", "limits", "progression",
        "pseudarthrosis", "fusion_date", "non_union_shown", "non_union_study", "hardware_failure",
        "nerve_or_canal_alone", "reaches_above_c2",
    )

    def __init__(self, request: dict[str, Any]) -> None:
        self.codes: list[str] | None = request.get("codes")
        self.received_date: str | None = request.get("received_date")
        self.service_date: str | None = request.get("service_date")
        self.state: str | None = request.get("state")
        self.unstable: bool | None = request.get("unstable")
        self.infections: dict[str, bool] | None = request.get("infections")
        self.payer: str | None = request.get("payer")
        self.place_of_service: str | None = request.get("place_of_service")
        self.bill_type: str | None = request.get("bill_type")
        self.emergency_modifier: bool | None = request.get("emergency_modifier")
        self.emergency_revenue: bool | None = request.get("emergency_revenue")
        self.provider_exempt: bool | None = request.get("provider_exempt")
        self.translation: float | None = request.get("translation")
        self.angulation: float | None = request.get("angulation")
        self.injury: bool | None = request.get("injury")
        self.fracture_likely_unstable: bool | None = request.get("fracture_likely_unstable")
        self.fracture_with_deficit: bool | None = request.get("fracture_with_deficit")
        self.tumor: bool | None = request.get("tumor")
        self.tumor_did_harm: bool | None = request.get("tumor_did_harm")
        self.tumor_needs_stabilization: bool | None = request.get("tumor_needs_stabilization")
        self.treatment_harms: bool | None = request.get("treatment_harms")
        self.infection_shown: bool | None = request.get("infection_shown")
        self.body_destroyed: bool | None = request.get("body_destroyed")
        self.debridement_harms: bool | None = request.get("debridement_harms")
        self.deformities: dict[str, bool] | None = request.get("deformities")
        self.limits: dict[str, bool] | None = request.get("limits")
        self.progression: bool | None = request.get("progression")
        self.pseudarthrosis: bool | None = request.get("pseudarthrosis")
        self.fusion_date: str | None = request.get("fusion_date")
        self.non_union_shown: bool | None = request.get("non_union_shown")
        self.non_union_study: str | None = request.get("non_union_study")
        self.hardware_failure: bool | None = request.get("hardware_failure")
        self.nerve_or_canal_alone: bool | None = request.get("nerve_or_canal_alone")
        self.reaches_above_c2: bool | None = request.get("reaches_above_c2")


def verdict_in_force(chart: Chart) -> Verdict:
    """This edition of the rules is the one for the day the request is received.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.11, date of publication
    Readings: A15
    """
    if chart.received_date is None:
        return "missing"
    return "met" if chart.received_date >= "2026-04-24" else "not met"


def verdict_listed_code(chart: Chart) -> Verdict:
    """A procedure code on the request is of this service.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.11, list of codes
    Readings: A19b
    """
    if chart.codes is None:
        return "missing"
    return "met" if "22554" in chart.codes else "not met"


def verdict_indication(chart: Chart) -> Verdict:
    """An injury, a tumor, an infection or a deformity calls for fusion.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.11, all of boxes 1 to 4
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
        truth_trauma(chart) is True
        or truth_spinal_tumor(chart) is True
        or truth_spinal_infection(chart) is True
        or truth_deformity(chart) is True
    ):
        return "met"
    if (
        truth_trauma(chart) is False
        and truth_spinal_tumor(chart) is False
        and truth_spinal_infection(chart) is False
        and truth_deformity(chart) is False
    ):
        return "not met"
    return "missing"


def verdict_more_than_compression(chart: Chart) -> Verdict:
    """The reason for fusion is more than radiculopathy or stenosis.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.11, boxes 1 to 4
    LCDs of the three contractors, L39741, L39758 and L39793, known from pages of others about them, categories of
    indications
    Readings: E2
    """
    if chart.nerve_or_canal_alone is False:
        return "met"
    if chart.nerve_or_canal_alone is True:
        return "not met"
    return "missing"


def verdict_below_c2(chart: Chart) -> Verdict:
    """The deformity and the fusion lie below C2, as the code does.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.11, list of codes
    Readings: E5
    """
    if (
        chart.reaches_above_c2 is False
        and chart.deformities is not None
        and chart.deformities.get("c1_c2_subluxation") is False
        and chart.deformities.get("invagination") is False
    ):
        return "met"
    if (
        chart.reaches_above_c2 is True
        or (
            chart.deformities is not None
            and (chart.deformities.get("c1_c2_subluxation") is True or chart.deformities.get("invagination") is True)
        )
    ):
        return "not met"
    return "missing"


def verdict_measured_instability(chart: Chart) -> Verdict:
    """The instability is measured, and is more than 3.5 mm or more than 11 degrees.

    LCD L39788 of another contractor, from the same joint work as these three, and known from a summary of it,
    instability
    Readings: E7
    """
    if (
        chart.unstable is False
        and chart.deformities is not None
        and chart.deformities.get("subaxial_kyphosis") is False
        and chart.deformities.get("after_laminectomy") is False
        and chart.deformities.get("rheumatoid") is False
        and chart.deformities.get("spondylolisthesis") is False
    ):
        return "not applicable"
    if (
        (chart.translation is not None and chart.translation > 3.5)
        or (chart.angulation is not None and chart.angulation > 11)
    ):
        return "met"
    if (
        (
            chart.unstable is True
            or (
                chart.deformities is not None
                and (
                    chart.deformities.get("subaxial_kyphosis") is True
                    or chart.deformities.get("after_laminectomy") is True
                    or chart.deformities.get("rheumatoid") is True
                    or chart.deformities.get("spondylolisthesis") is True
                )
            )
        )
        and chart.translation is not None
        and chart.translation <= 3.5
        and chart.angulation is not None
        and chart.angulation <= 11
    ):
        return "not met"
    return "missing"


def verdict_past_the_edge_day(chart: Chart) -> Verdict:
    """The 12 months since the earlier fusion ended before the planned date.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.11, box 4b
    “after 12 months”
    """
    if chart.pseudarthrosis is False or chart.hardware_failure is True:
        return "not applicable"
    if chart.fusion_date is not None and (chart.service_date or "2020-01-01") > plus_12_months(chart.fusion_date):
        return "met"
    if (
        chart.pseudarthrosis is True
        and chart.hardware_failure is False
        and chart.fusion_date is not None
        and (chart.service_date or "2036-12-31") <= plus_12_months(chart.fusion_date)
    ):
        return "not met"
    return "missing"


def verdict_imaging_after_12_months(chart: Chart) -> Verdict:
    """The imaging that shows the non-union was done at 12 months or later.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.11, box 4b
    “after 12 months”
    Readings: E6
    """
    if chart.pseudarthrosis is False or chart.hardware_failure is True:
        return "not applicable"
    if (
        chart.non_union_study is not None
        and chart.fusion_date is not None
        and chart.non_union_study >= plus_12_months(chart.fusion_date)
    ):
        return "met"
    if (
        chart.pseudarthrosis is True
        and chart.hardware_failure is False
        and (chart.non_union_study or "2036-12-31") < plus_12_months(chart.fusion_date or "1950-01-01")
    ):
        return "not met"
    return "missing"


def truth_trauma(chart: Chart) -> bool | None:
    """Box 1: an injury, with a fracture or dislocation as in a or b, or with instability (c).

    “at the affected level; OR”
    """
    if (
        chart.injury is True
        and (chart.fracture_likely_unstable is True or chart.fracture_with_deficit is True or chart.unstable is True)
    ):
        return True
    if (
        chart.injury is False
        or (
            chart.fracture_likely_unstable is False
            and chart.fracture_with_deficit is False
            and chart.unstable is False
        )
    ):
        return False
    return None


def truth_spinal_tumor(chart: Chart) -> bool | None:
    """Box 2: a tumor, with harm that it did (a), harm from its treatment (b), or instability (c).

    “neurologic deficits; OR”
    “instability or neurologic deficit where treatment”
    """
    if (
        chart.tumor is True
        and (
            (chart.tumor_did_harm is True and chart.tumor_needs_stabilization is True)
            or chart.treatment_harms is True
            or chart.unstable is True
        )
    ):
        return True
    if (
        chart.tumor is False
        or (
            (chart.tumor_did_harm is False or chart.tumor_needs_stabilization is False)
            and chart.treatment_harms is False
            and chart.unstable is False
        )
    ):
        return False
    return None


def truth_spinal_infection(chart: Chart) -> bool | None:
    """Box 3: an infection that a study shows (a), with destruction or harmful debridement (b), or instability (c).

    “demonstrating infection AND”
    “discitis, osteomyelitis, or epidural abscess”
    “vertebral instability; OR”
    """
    if (
        chart.infections is not None
        and (
            chart.infections.get("discitis") is True
            or chart.infections.get("osteomyelitis") is True
            or chart.infections.get("epidural_abscess") is True
        )
        and chart.infection_shown is True
        and (chart.body_destroyed is True or chart.debridement_harms is True or chart.unstable is True)
    ):
        return True
    if (
        (
            chart.infections is not None
            and chart.infections.get("discitis") is False
            and chart.infections.get("osteomyelitis") is False
            and chart.infections.get("epidural_abscess") is False
        )
        or chart.infection_shown is False
        or (chart.body_destroyed is False and chart.debridement_harms is False and chart.unstable is False)
    ):
        return False
    return None


def truth_failed_fusion(chart: Chart) -> bool | None:
    """Box 4 b: an earlier fusion did not heal and causes symptoms, after 12 months or with failed hardware.

    “or with radiographic evidence of hardware failure”
    “after 12 months”
    """
    if (
        chart.pseudarthrosis is True
        and (
            (
                chart.non_union_shown is True
                and chart.fusion_date is not None
                and (chart.service_date or "2020-01-01") >= plus_12_months(chart.fusion_date)
            )
            or chart.hardware_failure is True
        )
    ):
        return True
    if (
        chart.pseudarthrosis is False
        or (
            (
                chart.non_union_shown is False
                or (
                    chart.fusion_date is not None
                    and (chart.service_date or "2036-12-31") < plus_12_months(chart.fusion_date)
                )
            )
            and chart.hardware_failure is False
        )
    ):
        return False
    return None


def truth_deformity(chart: Chart) -> bool | None:
    """Box 4: a deformity or a failed fusion (a to e), with limited function (f) or progression (g).

    “(anterolisthesis/posterolisthesis) AND”
    “post-laminectomy deformity; OR”
    “or with radiographic evidence of hardware failure”
    “after 12 months”
    “forward gaze OR”
    “such as severe neck pain or”
    """
    if (
        ((chart.deformities is not None and True in chart.deformities.values()) or truth_failed_fusion(chart) is True)
        and ((chart.limits is not None and True in chart.limits.values()) or chart.progression is True)
    ):
        return True
    if (
        (
            chart.deformities is not None
            and len(chart.deformities) == 9
            and True not in chart.deformities.values()
            and truth_failed_fusion(chart) is False
        )
        or (
            chart.limits is not None
            and len(chart.limits) == 5
            and True not in chart.limits.values()
            and chart.progression is False
        )
    ):
        return False
    return None


def is_valid(request: object) -> bool:
    """The fast look at the types: what it refuses, `problems` looks at again."""
    if type(request) is not dict:
        return False
    try:
        codes = request.get("codes")
        received_date = request.get("received_date")
        service_date = request.get("service_date")
        state = request.get("state")
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
        translation = request.get("translation")
        angulation = request.get("angulation")
        injury = request.get("injury")
        fracture_likely_unstable = request.get("fracture_likely_unstable")
        fracture_with_deficit = request.get("fracture_with_deficit")
        tumor = request.get("tumor")
        tumor_did_harm = request.get("tumor_did_harm")
        tumor_needs_stabilization = request.get("tumor_needs_stabilization")
        treatment_harms = request.get("treatment_harms")
        infection_shown = request.get("infection_shown")
        body_destroyed = request.get("body_destroyed")
        debridement_harms = request.get("debridement_harms")
        deformities = request.get("deformities")
        limits = request.get("limits")
        progression = request.get("progression")
        pseudarthrosis = request.get("pseudarthrosis")
        fusion_date = request.get("fusion_date")
        non_union_shown = request.get("non_union_shown")
        non_union_study = request.get("non_union_study")
        hardware_failure = request.get("hardware_failure")
        nerve_or_canal_alone = request.get("nerve_or_canal_alone")
        reaches_above_c2 = request.get("reaches_above_c2")
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
            and (deformities is None or is_findings(deformities, DEFORMITIES_ANSWERS))
            and (limits is None or is_findings(limits, LIMITS_ANSWERS))
            and (progression is None or progression is True or progression is False)
            and (pseudarthrosis is None or pseudarthrosis is True or pseudarthrosis is False)
            and (
                fusion_date is None
                or (
                    isinstance(fusion_date, str)
                    and "1950-01-01" <= fusion_date <= "2036-12-31"
                    and is_day(fusion_date)
                )
            )
            and (non_union_shown is None or non_union_shown is True or non_union_shown is False)
            and (
                non_union_study is None
                or (
                    isinstance(non_union_study, str)
                    and "1950-01-01" <= non_union_study <= "2036-12-31"
                    and is_day(non_union_study)
                )
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
DEFORMITIES_ANSWERS: Final = frozenset((
    "kyphosis", "c1_c2_subluxation", "invagination", "subaxial_kyphosis", "head_drop", "post_laminectomy",
    "after_laminectomy", "rheumatoid", "spondylolisthesis",
))
LIMITS_ANSWERS: Final = frozenset(("neck_pain", "walking", "daily_life", "forward_gaze", "other_limit"))
plus_12_months: Final[Mover] = mover(12, 0)

POLICY: Final = load(__spec__)
