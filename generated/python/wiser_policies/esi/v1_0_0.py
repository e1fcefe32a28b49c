"""Epidural steroid injections for pain management: policy esi, version 1.0.0.

For requests received on or after 2026-01-05 and before 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 1.0, section 6.2.11, 2025-10-10.

Generated from policies/esi/1.0.0.yaml; do not edit.
It speaks of documentation and makes no coverage decision. None means that the
chart does not say.
"""

from __future__ import annotations

from typing import Any, Final

from wiser_policies._compiled import load
from wiser_policies._dates import Mover, is_day, mover
from wiser_policies._result import Result
from wiser_policies._rules import is_codes, is_findings, is_number, read, same_items
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
    look_at_prior_sessions(chart)
    look_at_follow_ups(chart)
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
        verdict_code_62323(chart),
        verdict_primary_of_64480(chart),
        verdict_primary_of_64484(chart),
        verdict_indication(chart),
        verdict_severity(chart),
        verdict_same_scale(chart),
        verdict_baseline_first(chart),
        verdict_pain_duration(chart),
        verdict_anticipated_number(chart),
        verdict_session_limit(chart),
        verdict_repeat_response(chart),
        verdict_sedation(chart),
        verdict_image_guidance(chart),
        verdict_plan(chart),
        verdict_region_of_code(chart),
        verdict_levels_of_region(chart),
        verdict_one_region(chart),
        verdict_transforaminal_levels(chart),
        verdict_other_approach_levels(chart),
        verdict_bilateral(chart),
        verdict_conservative_care(chart),
        verdict_program(chart),
        verdict_any_date(chart),
        verdict_one_session(chart),
        verdict_diagnostic_blocks(chart),
        verdict_each_follow_up(chart),
        verdict_baseline_above_zero(chart),
        verdict_past_92_days(chart),
        verdict_failure_shown(chart),
        verdict_fourteenth_day(chart),
        verdict_beyond_a_year(chart),
        verdict_listed_guidance(chart),
        verdict_approach_of_code(chart),
        verdict_levels_of_code(chart),
        verdict_t12_l1(chart),
        verdict_one_approach(chart),
        verdict_both_sides_levels(chart),
    )
    return Result(POLICY, verdicts, request)


class Chart(ProgramChart):
    """What the chart states, None where it does not say; and what its lists show."""

    __slots__ = (
        "pregnant", "examination", "imaging", "steroid_injection", "history", "pain_duration", "symptoms",
        "post_laminectomy_syndrome", "acute_zoster_pain", "limits_life", "long_term_disability", "causes",
        "cannot_tolerate_care", "care_failed", "care_duration", "zoster_refractory", "response_scale", "baseline_date",
        "baseline_score", "second_scale_used", "second_scale", "second_baseline", "follow_ups", "prior_sessions",
        "first_fell_short", "block_listed", "retry_rationale", "long_term_reason", "primary_care_told",
        "anticipated_sessions", "planned_sessions", "planned_region", "other_region_too", "planned_approach",
        "planned_levels", "planned_medication", "bilateral", "bilateral_reason", "each_level_reason", "guidance",
        "contrast_allergy", "sedation", "sedation_need", "concurrent_care", "programs", "latest_session_low",
        "latest_session_high", "latest_session_exists", "fewest_prior_sessions_in_this_region",
        "most_prior_sessions_in_this_region", "any_prior_sessions_for_first_retried", "first_session_low",
        "first_session_high", "first_session_exists", "fewest_prior_sessions_for_session_limit",
        "most_prior_sessions_for_session_limit", "fewest_prior_sessions_for_any_date",
        "most_prior_sessions_for_any_date", "any_prior_sessions_for_beyond_a_year",
        "any_follow_ups_for_lasting_relief", "any_follow_ups_for_lasting_relief_2",
        "any_follow_ups_for_second_lasting_relief", "any_follow_ups_for_second_lasting_relief_2",
        "any_follow_ups_for_past_92_days", "any_follow_ups_for_failure_shown", "any_follow_ups_for_same_scale",
        "any_follow_ups_for_each_follow_up",
    )

    latest_session_low: str
    latest_session_high: str
    latest_session_exists: bool | None
    fewest_prior_sessions_in_this_region: int
    most_prior_sessions_in_this_region: int
    any_prior_sessions_for_first_retried: bool | None
    first_session_low: str
    first_session_high: str
    first_session_exists: bool | None
    fewest_prior_sessions_for_session_limit: int
    most_prior_sessions_for_session_limit: int
    fewest_prior_sessions_for_any_date: int
    most_prior_sessions_for_any_date: int
    any_prior_sessions_for_beyond_a_year: bool | None
    any_follow_ups_for_lasting_relief: bool | None
    any_follow_ups_for_lasting_relief_2: bool | None
    any_follow_ups_for_second_lasting_relief: bool | None
    any_follow_ups_for_second_lasting_relief_2: bool | None
    any_follow_ups_for_past_92_days: bool | None
    any_follow_ups_for_failure_shown: bool | None
    any_follow_ups_for_same_scale: bool | None
    any_follow_ups_for_each_follow_up: bool | None

    def __init__(self, request: dict[str, Any]) -> None:
        self.codes: list[str] | None = request.get("codes")
        self.received_date: str | None = request.get("received_date")
        self.service_date: str | None = request.get("service_date")
        self.state: str | None = request.get("state")
        self.pregnant: bool | None = request.get("pregnant")
        self.examination: str | None = request.get("examination")
        self.imaging: str | None = request.get("imaging")
        self.steroid_injection: bool | None = request.get("steroid_injection")
        self.payer: str | None = request.get("payer")
        self.place_of_service: str | None = request.get("place_of_service")
        self.bill_type: str | None = request.get("bill_type")
        self.emergency_modifier: bool | None = request.get("emergency_modifier")
        self.emergency_revenue: bool | None = request.get("emergency_revenue")
        self.provider_exempt: bool | None = request.get("provider_exempt")
        self.history: str | None = request.get("history")
        self.pain_duration: float | None = request.get("pain_duration")
        self.symptoms: dict[str, bool] | None = request.get("symptoms")
        self.post_laminectomy_syndrome: bool | None = request.get("post_laminectomy_syndrome")
        self.acute_zoster_pain: bool | None = request.get("acute_zoster_pain")
        self.limits_life: bool | None = request.get("limits_life")
        self.long_term_disability: bool | None = request.get("long_term_disability")
        self.causes: dict[str, bool] | None = request.get("causes")
        self.cannot_tolerate_care: bool | None = request.get("cannot_tolerate_care")
        self.care_failed: bool | None = request.get("care_failed")
        self.care_duration: float | None = request.get("care_duration")
        self.zoster_refractory: bool | None = request.get("zoster_refractory")
        self.response_scale: str | None = request.get("response_scale")
        self.baseline_date: str | None = request.get("baseline_date")
        self.baseline_score: float | None = request.get("baseline_score")
        self.second_scale_used: bool | None = request.get("second_scale_used")
        self.second_scale: str | None = request.get("second_scale")
        self.second_baseline: float | None = request.get("second_baseline")
        self.follow_ups: list[dict[str, Any]] | None = request.get("follow_ups")
        self.prior_sessions: list[dict[str, Any]] | None = request.get("prior_sessions")
        self.first_fell_short: bool | None = request.get("first_fell_short")
        self.block_listed: bool | None = request.get("block_listed")
        self.retry_rationale: str | None = request.get("retry_rationale")
        self.long_term_reason: str | None = request.get("long_term_reason")
        self.primary_care_told: bool | None = request.get("primary_care_told")
        self.anticipated_sessions: str | None = request.get("anticipated_sessions")
        self.planned_sessions: float | None = request.get("planned_sessions")
        self.planned_region: str | None = request.get("planned_region")
        self.other_region_too: bool | None = request.get("other_region_too")
        self.planned_approach: str | None = request.get("planned_approach")
        self.planned_levels: list[str] | None = request.get("planned_levels")
        self.planned_medication: str | None = request.get("planned_medication")
        self.bilateral: bool | None = request.get("bilateral")
        self.bilateral_reason: str | None = request.get("bilateral_reason")
        self.each_level_reason: str | None = request.get("each_level_reason")
        self.guidance: str | None = request.get("guidance")
        self.contrast_allergy: bool | None = request.get("contrast_allergy")
        self.sedation: str | None = request.get("sedation")
        self.sedation_need: str | None = request.get("sedation_need")
        self.concurrent_care: dict[str, bool] | None = request.get("concurrent_care")
        self.programs: dict[str, bool] | None = request.get("programs")


def verdict_in_force(chart: Chart) -> Verdict:
    """This edition of the rules is the one for the day the request is received.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, dates of this version
    Readings: A15
    """
    if chart.received_date is None:
        return "missing"
    return "met" if chart.received_date >= "2026-01-05" and chart.received_date < "2026-04-24" else "not met"


def verdict_listed_code(chart: Chart) -> Verdict:
    """A procedure code on the request is of this service.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, list of codes
    Readings: A18
    """
    if (
        chart.codes is not None
        and (
            not LISTED_CODE_CODES.isdisjoint(chart.codes)
            or ("62323" in chart.codes and chart.steroid_injection is True)
        )
    ):
        return "met"
    if (
        chart.codes is not None
        and LISTED_CODE_CODES.isdisjoint(chart.codes)
        and ("62323" not in chart.codes or chart.steroid_injection is False)
    ):
        return "not met"
    return "missing"


def verdict_code_62323(chart: Chart) -> Verdict:
    """Code 62323 is used for this service.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, list of codes
    Readings: A18
    """
    if chart.codes is not None and "62323" not in chart.codes:
        return "not applicable"
    if chart.steroid_injection is True:
        return "met"
    if chart.codes is not None and "62323" in chart.codes and chart.steroid_injection is False:
        return "not met"
    return "missing"


def verdict_primary_of_64480(chart: Chart) -> Verdict:
    """Add-on code 64480 comes with its primary code.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, list of codes
    Readings: A14
    """
    if chart.codes is not None and "64480" not in chart.codes:
        return "not applicable"
    if chart.codes is not None and "64479" in chart.codes:
        return "met"
    if chart.codes is not None and "64480" in chart.codes and "64479" not in chart.codes:
        return "not met"
    return "missing"


def verdict_primary_of_64484(chart: Chart) -> Verdict:
    """Add-on code 64484 comes with its primary code.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, list of codes
    Readings: A14
    """
    if chart.codes is not None and "64484" not in chart.codes:
        return "not applicable"
    if chart.codes is not None and "64483" in chart.codes:
        return "met"
    if chart.codes is not None and "64484" in chart.codes and "64483" not in chart.codes:
        return "not met"
    return "missing"


def verdict_indication(chart: Chart) -> Verdict:
    """History, examination and imaging show a listed indication.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 1
    “and radiological testing”
    “one of the following”
    “due to”
    Readings: B1, B1b, B2
    """
    if (
        chart.history is not None
        and chart.examination is not None
        and chart.imaging is not None
        and (
            (
                chart.symptoms is not None
                and True in chart.symptoms.values()
                and chart.causes is not None
                and True in chart.causes.values()
            )
            or chart.post_laminectomy_syndrome is True
            or chart.acute_zoster_pain is True
        )
    ):
        return "met"
    if (
        (
            (chart.symptoms is not None and len(chart.symptoms) == 3 and True not in chart.symptoms.values())
            or (chart.causes is not None and len(chart.causes) == 3 and True not in chart.causes.values())
        )
        and chart.post_laminectomy_syndrome is False
        and chart.acute_zoster_pain is False
    ):
        return "not met"
    return "missing"


def verdict_severity(chart: Chart) -> Verdict:
    """The pain greatly affects life or function, and a baseline score exists.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 2
    “quality of life or function”
    Readings: B3
    """
    if chart.limits_life is True and chart.response_scale is not None and chart.baseline_score is not None:
        return "met"
    if chart.limits_life is False:
        return "not met"
    return "missing"


def verdict_same_scale(chart: Chart) -> Verdict:
    """A follow-up repeats a baseline scale.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 2
    “for assessment of response”
    Readings: B4b, B4
    """
    if chart.follow_ups is not None and len(chart.follow_ups) < 1:
        return "not applicable"
    if chart.any_follow_ups_for_same_scale is True:
        return "met"
    if chart.follow_ups is not None and len(chart.follow_ups) >= 1 and chart.any_follow_ups_for_same_scale is False:
        return "not met"
    return "missing"


def verdict_baseline_first(chart: Chart) -> Verdict:
    """The baseline was taken before the first injection in this region.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 2
    “prior to interventions”
    Readings: B8
    """
    if chart.most_prior_sessions_in_this_region < 1:
        return "not applicable"
    if chart.first_session_exists is True and (chart.baseline_date or "2036-12-31") <= chart.first_session_low:
        return "met"
    if (
        chart.fewest_prior_sessions_in_this_region >= 1
        and (
            chart.first_session_exists is False
            or (chart.baseline_date is not None and chart.baseline_date > chart.first_session_high)
        )
    ):
        return "not met"
    return "missing"


def verdict_pain_duration(chart: Chart) -> Verdict:
    """Pain has lasted long enough, or waiting is not required.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 3
    “OR acute herpes zoster”
    “and the inability”
    “at least four weeks”
    “failure to respond to four weeks”
    “four-week wait is not required”
    Readings: B5, B5c, B5b
    """
    if (
        (
            chart.pain_duration is not None
            and chart.pain_duration >= 4
            and (
                chart.cannot_tolerate_care is True
                or (chart.care_failed is True and chart.care_duration is not None and chart.care_duration >= 4)
            )
        )
        or (chart.acute_zoster_pain is True and chart.zoster_refractory is True)
    ):
        return "met"
    if (
        (
            (chart.pain_duration is not None and chart.pain_duration < 4)
            or (
                chart.cannot_tolerate_care is False
                and (chart.care_failed is False or (chart.care_duration is not None and chart.care_duration < 4))
            )
        )
        and (chart.acute_zoster_pain is False or chart.zoster_refractory is False)
    ):
        return "not met"
    return "missing"


def verdict_anticipated_number(chart: Chart) -> Verdict:
    """The chart says how many sessions are anticipated in this region in 12 months.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 4
    “anticipated number”
    Readings: B6d
    """
    if chart.anticipated_sessions is not None:
        return "met"
    return "missing"


def verdict_session_limit(chart: Chart) -> Verdict:
    """No more than four sessions in this region in a rolling 12 months.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 4
    “per spinal region”
    “four or less”
    “rolling 12-month period”
    Readings: B6, B6b, B6c, B7d, B7, B7b, B7c
    """
    if chart.planned_sessions is not None and chart.most_prior_sessions_for_session_limit + chart.planned_sessions <= 4:
        return "met"
    if chart.fewest_prior_sessions_for_session_limit + (chart.planned_sessions or 1) > 4:
        return "not met"
    return "missing"


def verdict_repeat_response(chart: Chart) -> Verdict:
    """A repeat follows lasting relief, or the first injection is retried differently.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 4 and its note
    “For repeat sessions”
    “for at least 3 months”
    “in pain and/or function”
    “on the same scale”
    “at least 50%”
    “sustained”
    “and a clear rationale”
    “first ESI”
    “underperforms”
    “after 14 days”
    “approach/level/medication”
    Readings: B8c, B8d, B8f, B8e, B8, B8b, B9c, B9b, B9
    """
    if chart.most_prior_sessions_in_this_region < 1:
        return "not applicable"
    if (
        truth_lasting_relief(chart) is True
        or truth_second_lasting_relief(chart) is True
        or truth_first_retried(chart) is True
    ):
        return "met"
    if (
        chart.fewest_prior_sessions_in_this_region >= 1
        and truth_lasting_relief(chart) is False
        and truth_second_lasting_relief(chart) is False
        and truth_first_retried(chart) is False
    ):
        return "not met"
    return "missing"


def verdict_sedation(chart: Chart) -> Verdict:
    """Deeper sedation is explained by this patient's need.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 5
    “If applicable”
    Readings: B12
    """
    if chart.sedation is not None and chart.sedation not in {"deep", "general", "moderate", "monitored"}:
        return "not applicable"
    if chart.sedation_need is not None:
        return "met"
    return "missing"


def verdict_image_guidance(chart: Chart) -> Verdict:
    """Fluoroscopy or CT with contrast guides the needle.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 6
    “fluoroscopy or CT with contrast”
    “contrast allergy or pregnancy”
    Readings: B11b, B11c
    """
    if (
        chart.guidance in {"ct", "fluoroscopy"}
        or (chart.guidance == "ultrasound" and (chart.contrast_allergy is True or chart.pregnant is True))
    ):
        return "met"
    if (
        chart.guidance is not None
        and chart.guidance not in {"ct", "fluoroscopy"}
        and (chart.guidance != "ultrasound" or (chart.contrast_allergy is False and chart.pregnant is False))
    ):
        return "not met"
    return "missing"


def verdict_plan(chart: Chart) -> Verdict:
    """Approach, levels and region are planned.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 7
    “targeted level(s)”
    Readings: B10e
    """
    if (
        chart.planned_approach is not None
        and chart.planned_region is not None
        and chart.planned_levels is not None
        and len(chart.planned_levels) >= 1
    ):
        return "met"
    if chart.planned_levels is not None and len(chart.planned_levels) < 1:
        return "not met"
    return "missing"


def verdict_region_of_code(chart: Chart) -> Verdict:
    """The codes and the planned region agree.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 7 and list of codes
    Readings: B10g
    """
    if (
        (
            chart.codes is not None
            and REGION_OF_CODE_CODES.isdisjoint(chart.codes)
            and (chart.planned_region == "cervical_thoracic" or REGION_OF_CODE_CODES_2.isdisjoint(chart.codes))
        )
        or (
            chart.planned_region == "lumbar_sacral"
            and chart.codes is not None
            and REGION_OF_CODE_CODES_2.isdisjoint(chart.codes)
        )
    ):
        return "met"
    if (
        (
            (chart.codes is not None and not REGION_OF_CODE_CODES.isdisjoint(chart.codes))
            or (
                chart.planned_region is not None
                and chart.planned_region != "cervical_thoracic"
                and chart.codes is not None
                and not REGION_OF_CODE_CODES_2.isdisjoint(chart.codes)
            )
        )
        and (
            (chart.planned_region is not None and chart.planned_region != "lumbar_sacral")
            or (chart.codes is not None and not REGION_OF_CODE_CODES_2.isdisjoint(chart.codes))
        )
    ):
        return "not met"
    return "missing"


def verdict_levels_of_region(chart: Chart) -> Verdict:
    """The planned levels lie in the planned region.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 7
    “targeted level(s) and region(s)”
    Readings: B10g
    """
    if (
        (
            chart.planned_levels is not None
            and LEVELS_OF_REGION_PLANNED_LEVELS.isdisjoint(chart.planned_levels)
            and (
                chart.planned_region == "cervical_thoracic"
                or LEVELS_OF_REGION_PLANNED_LEVELS_2.isdisjoint(chart.planned_levels)
            )
        )
        or (
            chart.planned_region == "lumbar_sacral"
            and chart.planned_levels is not None
            and LEVELS_OF_REGION_PLANNED_LEVELS_2.isdisjoint(chart.planned_levels)
        )
    ):
        return "met"
    if (
        (
            (chart.planned_levels is not None and not LEVELS_OF_REGION_PLANNED_LEVELS.isdisjoint(chart.planned_levels))
            or (
                chart.planned_region is not None
                and chart.planned_region != "cervical_thoracic"
                and chart.planned_levels is not None
                and not LEVELS_OF_REGION_PLANNED_LEVELS_2.isdisjoint(chart.planned_levels)
            )
        )
        and (
            (chart.planned_region is not None and chart.planned_region != "lumbar_sacral")
            or (
                chart.planned_levels is not None
                and not LEVELS_OF_REGION_PLANNED_LEVELS_2.isdisjoint(chart.planned_levels)
            )
        )
    ):
        return "not met"
    return "missing"


def verdict_one_region(chart: Chart) -> Verdict:
    """One region is treated in the session.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 7 note
    “in one spinal region”
    Readings: B10c
    """
    if chart.other_region_too is False:
        return "met"
    if chart.other_region_too is True:
        return "not met"
    return "missing"


def verdict_transforaminal_levels(chart: Chart) -> Verdict:
    """A transforaminal injection targets no more than two levels.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 7 note
    “up to 2 levels”
    Readings: B10
    """
    if chart.planned_approach is not None and chart.planned_approach != "transforaminal":
        return "not applicable"
    if chart.planned_levels is not None and len(chart.planned_levels) <= 2:
        return "met"
    if (
        chart.planned_approach == "transforaminal"
        and chart.planned_levels is not None
        and len(chart.planned_levels) > 2
    ):
        return "not met"
    return "missing"


def verdict_other_approach_levels(chart: Chart) -> Verdict:
    """An interlaminar or caudal injection targets one level.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 7 note
    “up to 1 level”
    """
    if chart.planned_approach is not None and chart.planned_approach not in {"caudal", "interlaminar"}:
        return "not applicable"
    if chart.planned_levels is not None and len(chart.planned_levels) <= 1:
        return "met"
    if (
        chart.planned_approach in {"caudal", "interlaminar"}
        and chart.planned_levels is not None
        and len(chart.planned_levels) > 1
    ):
        return "not met"
    return "missing"


def verdict_bilateral(chart: Chart) -> Verdict:
    """An injection on both sides is transforaminal, and has a clinical reason.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 7 note
    “bilateral TFESI only when clinically indicated”
    Readings: B10b
    """
    if chart.bilateral is False:
        return "not applicable"
    if chart.planned_approach == "transforaminal" and chart.bilateral_reason is not None:
        return "met"
    if chart.bilateral is True and chart.planned_approach is not None and chart.planned_approach != "transforaminal":
        return "not met"
    return "missing"


def verdict_conservative_care(chart: Chart) -> Verdict:
    """A combination of conservative treatments goes with the injection.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 8
    “a combination of”
    Readings: B13
    """
    if (
        (chart.concurrent_care is not None and chart.concurrent_care.get("drugs") is True)
        + (chart.concurrent_care is not None and chart.concurrent_care.get("physical_therapy") is True)
        + (chart.concurrent_care is not None and chart.concurrent_care.get("manipulation") is True)
        + (chart.concurrent_care is not None and chart.concurrent_care.get("behavioral_therapy") is True)
        + (chart.concurrent_care is not None and chart.concurrent_care.get("home_exercise") is True)
        + (chart.concurrent_care is not None and chart.concurrent_care.get("other_care") is True)
    ) >= 2:
        return "met"
    if (
        (chart.concurrent_care is not None and chart.concurrent_care.get("drugs") is False)
        + (chart.concurrent_care is not None and chart.concurrent_care.get("physical_therapy") is False)
        + (chart.concurrent_care is not None and chart.concurrent_care.get("manipulation") is False)
        + (chart.concurrent_care is not None and chart.concurrent_care.get("behavioral_therapy") is False)
        + (chart.concurrent_care is not None and chart.concurrent_care.get("home_exercise") is False)
        + (chart.concurrent_care is not None and chart.concurrent_care.get("other_care") is False)
    ) >= 5:
        return "not met"
    return "missing"


def verdict_program(chart: Chart) -> Verdict:
    """The patient is in a rehabilitation, exercise or restoration program.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 9
    “home exercise program, or”
    Readings: B13b
    """
    if (
        (chart.programs is not None and True in chart.programs.values())
        or (chart.concurrent_care is not None and chart.concurrent_care.get("home_exercise") is True)
    ):
        return "met"
    if (
        chart.programs is not None
        and len(chart.programs) == 2
        and True not in chart.programs.values()
        and chart.concurrent_care is not None
        and chart.concurrent_care.get("home_exercise") is False
    ):
        return "not met"
    return "missing"


def verdict_any_date(chart: Chart) -> Verdict:
    """The session limit also holds if the service comes as early as the request.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 4
    “four or less”
    “rolling 12-month period”
    Readings: B7c
    """
    if chart.planned_sessions is not None and chart.most_prior_sessions_for_any_date + chart.planned_sessions <= 4:
        return "met"
    if chart.fewest_prior_sessions_for_any_date + (chart.planned_sessions or 1) > 4:
        return "not met"
    return "missing"


def verdict_one_session(chart: Chart) -> Verdict:
    """One session is requested at a time.

    Noridian LCD L39240, known from a checklist made from it, no planned series
    Readings: B15
    """
    if chart.planned_sessions is None:
        return "missing"
    return "met" if chart.planned_sessions <= 1 else "not met"


def verdict_diagnostic_blocks(chart: Chart) -> Verdict:
    """Each listed session in this region is more than a diagnostic nerve root block.

    Billing and coding article A58745, known from a summary of it, diagnostic blocks
    Readings: B6c
    """
    if chart.most_prior_sessions_in_this_region < 1:
        return "not applicable"
    if chart.block_listed is False:
        return "met"
    if chart.fewest_prior_sessions_in_this_region >= 1 and chart.block_listed is True:
        return "not met"
    return "missing"


def verdict_each_follow_up(chart: Chart) -> Verdict:
    """Every follow-up repeats a baseline scale.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 2
    “same scale was repeated at each follow-up”
    Readings: B4b
    """
    if chart.any_follow_ups_for_each_follow_up is False:
        return "met"
    if chart.any_follow_ups_for_each_follow_up is True:
        return "not met"
    return "missing"


def verdict_baseline_above_zero(chart: Chart) -> Verdict:
    """The baseline is above 0, so that a change can be worked out.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 4
    Readings: B8
    """
    if chart.most_prior_sessions_in_this_region < 1:
        return "not applicable"
    if (
        chart.baseline_score is not None
        and chart.baseline_score > 0
        and (chart.second_scale_used is False or (chart.second_baseline is not None and chart.second_baseline > 0))
    ):
        return "met"
    if (
        chart.fewest_prior_sessions_in_this_region >= 1
        and (
            (chart.baseline_score is not None and chart.baseline_score <= 0)
            or (chart.second_scale_used is True and chart.second_baseline is not None and chart.second_baseline <= 0)
        )
    ):
        return "not met"
    return "missing"


def verdict_past_92_days(chart: Chart) -> Verdict:
    """The repeat holds however three months are counted.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 4
    “in pain and/or function”
    “on the same scale”
    “at least 50%”
    “and a clear rationale”
    “first ESI”
    “underperforms”
    “after 14 days”
    “approach/level/medication”
    Readings: B8c, B8, B8b, B9c, B9b, B9
    """
    if chart.most_prior_sessions_in_this_region < 1:
        return "not applicable"
    if chart.any_follow_ups_for_past_92_days is True or truth_first_retried(chart) is True:
        return "met"
    if (
        chart.fewest_prior_sessions_in_this_region >= 1
        and chart.any_follow_ups_for_past_92_days is False
        and truth_first_retried(chart) is False
    ):
        return "not met"
    return "missing"


def verdict_failure_shown(chart: Chart) -> Verdict:
    """A score since the first injection shows that it fell short.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 4 note
    “first ESI”
    “underperforms”
    Readings: B9d, B9b
    """
    if (
        chart.most_prior_sessions_in_this_region < 1
        or chart.fewest_prior_sessions_in_this_region > 1
        or chart.first_fell_short is False
    ):
        return "not applicable"
    if chart.any_follow_ups_for_failure_shown is True:
        return "met"
    if (
        chart.fewest_prior_sessions_in_this_region == chart.most_prior_sessions_in_this_region
        and chart.fewest_prior_sessions_in_this_region == 1
        and chart.first_fell_short is True
        and chart.any_follow_ups_for_failure_shown is False
    ):
        return "not met"
    return "missing"


def verdict_fourteenth_day(chart: Chart) -> Verdict:
    """A retry comes later than the fourteenth day.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 4 note
    “first ESI”
    “after 14 days”
    Readings: B9b
    """
    if chart.most_prior_sessions_in_this_region < 1 or chart.fewest_prior_sessions_in_this_region > 1:
        return "not applicable"
    if (
        chart.latest_session_exists is True
        and (chart.service_date or "2020-01-01") > plus_14_days(chart.latest_session_high)
    ):
        return "met"
    if (
        chart.fewest_prior_sessions_in_this_region == chart.most_prior_sessions_in_this_region
        and chart.fewest_prior_sessions_in_this_region == 1
        and (
            chart.latest_session_exists is False
            or (chart.service_date or "2036-12-31") <= plus_14_days(chart.latest_session_low)
        )
    ):
        return "not met"
    return "missing"


def verdict_beyond_a_year(chart: Chart) -> Verdict:
    """Going on beyond 12 months has a reason, and primary care knows.

    Noridian LCD L39240, known from a checklist made from it, beyond 12 months
    Readings: B16
    """
    if chart.any_prior_sessions_for_beyond_a_year is False:
        return "not applicable"
    if chart.long_term_disability is True and chart.long_term_reason is not None and chart.primary_care_told is True:
        return "met"
    if (
        chart.any_prior_sessions_for_beyond_a_year is True
        and (chart.long_term_disability is False or chart.primary_care_told is False)
    ):
        return "not met"
    return "missing"


def verdict_listed_guidance(chart: Chart) -> Verdict:
    """The guidance is one that the listed codes describe.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, list of codes
    Readings: B11
    """
    if chart.guidance is not None and chart.guidance != "ultrasound":
        return "met"
    if chart.guidance == "ultrasound":
        return "not met"
    return "missing"


def verdict_approach_of_code(chart: Chart) -> Verdict:
    """The codes and the planned approach agree.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, list of codes
    """
    if (
        (
            chart.codes is not None
            and APPROACH_OF_CODE_CODES.isdisjoint(chart.codes)
            and (chart.planned_approach == "transforaminal" or APPROACH_OF_CODE_CODES_2.isdisjoint(chart.codes))
        )
        or (
            chart.planned_approach in {"caudal", "interlaminar"}
            and chart.codes is not None
            and APPROACH_OF_CODE_CODES_2.isdisjoint(chart.codes)
        )
    ):
        return "met"
    if (
        (
            (chart.codes is not None and not APPROACH_OF_CODE_CODES.isdisjoint(chart.codes))
            or (
                chart.planned_approach is not None
                and chart.planned_approach != "transforaminal"
                and chart.codes is not None
                and not APPROACH_OF_CODE_CODES_2.isdisjoint(chart.codes)
            )
        )
        and (
            (chart.planned_approach is not None and chart.planned_approach not in {"caudal", "interlaminar"})
            or (chart.codes is not None and not APPROACH_OF_CODE_CODES_2.isdisjoint(chart.codes))
        )
    ):
        return "not met"
    return "missing"


def verdict_levels_of_code(chart: Chart) -> Verdict:
    """The number of levels and the add-on codes agree.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, list of codes
    CGS, WISeR Tips and Reminders, news-203463, add-on codes
    Readings: A14b
    """
    if chart.planned_approach is not None and chart.planned_approach != "transforaminal":
        return "not applicable"
    if (
        chart.planned_levels is not None
        and (
            (
                len(chart.planned_levels) <= 1
                and chart.codes is not None
                and LEVELS_OF_CODE_CODES.isdisjoint(chart.codes)
            )
            or (
                len(chart.planned_levels) >= 2
                and chart.codes is not None
                and not LEVELS_OF_CODE_CODES.isdisjoint(chart.codes)
            )
        )
    ):
        return "met"
    if (
        chart.planned_approach == "transforaminal"
        and (
            (chart.planned_levels is not None and len(chart.planned_levels) > 1)
            or (chart.codes is not None and not LEVELS_OF_CODE_CODES.isdisjoint(chart.codes))
        )
        and (
            (chart.planned_levels is not None and len(chart.planned_levels) < 2)
            or (chart.codes is not None and LEVELS_OF_CODE_CODES.isdisjoint(chart.codes))
        )
    ):
        return "not met"
    return "missing"


def verdict_t12_l1(chart: Chart) -> Verdict:
    """A transforaminal injection at T12-L1 is cervical or thoracic, code 64479.

    Noridian billing and coding article A58993, of which only the opening was at hand, T12-L1
    Readings: B10f
    """
    if (
        (chart.planned_approach is not None and chart.planned_approach != "transforaminal")
        or (chart.planned_levels is not None and "T12-L1" not in chart.planned_levels)
    ):
        return "not applicable"
    if chart.planned_region == "cervical_thoracic" and chart.codes is not None and "64479" in chart.codes:
        return "met"
    if (
        chart.planned_approach == "transforaminal"
        and chart.planned_levels is not None
        and "T12-L1" in chart.planned_levels
        and (
            (chart.planned_region is not None and chart.planned_region != "cervical_thoracic")
            or (chart.codes is not None and "64479" not in chart.codes)
        )
    ):
        return "not met"
    return "missing"


def verdict_one_approach(chart: Chart) -> Verdict:
    """One approach is used in the region on one day.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 7 note
    Readings: B10d
    """
    if chart.codes is None:
        return "missing"
    return "met" if (
        ("62321" not in chart.codes or "64479" not in chart.codes)
        and ("62323" not in chart.codes or "64483" not in chart.codes)
    ) else "not met"


def verdict_both_sides_levels(chart: Chart) -> Verdict:
    """Each of several levels treated on both sides has its own reason.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 7 note
    Readings: B10
    """
    if chart.bilateral is False or (chart.planned_levels is not None and len(chart.planned_levels) < 2):
        return "not applicable"
    if chart.each_level_reason is not None:
        return "met"
    return "missing"


def truth_improved_by_half(chart: Chart, follow_up_scale: str | None, score: float | None) -> bool | None:
    """The score is at least half better than the baseline, on the same scale.

    “in pain and/or function”
    “on the same scale”
    “at least 50%”
    """
    if (
        follow_up_scale is not None
        and follow_up_scale == chart.response_scale
        and (
            (
                follow_up_scale in {"ndi", "odi", "other_falling", "pain_nrs", "pain_vas", "rmdq"}
                and chart.baseline_score is not None
                and chart.baseline_score > 0
                and score is not None
                and 100 * (chart.baseline_score - score) >= 50 * chart.baseline_score - 0.05
            )
            or (
                follow_up_scale in {"other_rising", "promis_function", "sf36_function"}
                and chart.baseline_score is not None
                and chart.baseline_score > 0
                and 100 * ((score or 0.0) - chart.baseline_score) >= 50 * chart.baseline_score - 0.05
            )
        )
    ):
        return True
    if (
        (follow_up_scale is not None and chart.response_scale is not None and follow_up_scale != chart.response_scale)
        or (
            (
                (
                    follow_up_scale is not None
                    and follow_up_scale not in {"ndi", "odi", "other_falling", "pain_nrs", "pain_vas", "rmdq"}
                )
                or (
                    chart.baseline_score is not None
                    and (
                        chart.baseline_score <= 0
                        or (
                            score is not None
                            and 100 * (chart.baseline_score - score) < 50 * chart.baseline_score - 0.05
                        )
                    )
                )
            )
            and (
                (
                    follow_up_scale is not None
                    and follow_up_scale not in {"other_rising", "promis_function", "sf36_function"}
                )
                or (
                    chart.baseline_score is not None
                    and (
                        chart.baseline_score <= 0
                        or (
                            100 * ((100.0 if score is None else score) - chart.baseline_score)
                            < 50 * chart.baseline_score - 0.05
                        )
                    )
                )
            )
        )
    ):
        return False
    return None


def truth_lasting_relief(chart: Chart) -> bool | None:
    """Relief by half lasted three months after the latest session in the region.

    “for at least 3 months”
    “in pain and/or function”
    “on the same scale”
    “at least 50%”
    “sustained”
    """
    if chart.any_follow_ups_for_lasting_relief is True and chart.any_follow_ups_for_lasting_relief_2 is False:
        return True
    if chart.any_follow_ups_for_lasting_relief is False or chart.any_follow_ups_for_lasting_relief_2 is True:
        return False
    return None


def truth_second_improved_by_half(chart: Chart, follow_up_scale: str | None, score: float | None) -> bool | None:
    """The score is at least half better than the baseline, on the second scale.

    “in pain and/or function”
    “on the same scale”
    “at least 50%”
    """
    if (
        chart.second_scale_used is True
        and follow_up_scale is not None
        and follow_up_scale == chart.second_scale
        and (
            (
                follow_up_scale in {"ndi", "odi", "other_falling", "pain_nrs", "pain_vas", "rmdq"}
                and chart.second_baseline is not None
                and chart.second_baseline > 0
                and score is not None
                and 100 * (chart.second_baseline - score) >= 50 * chart.second_baseline - 0.05
            )
            or (
                follow_up_scale in {"other_rising", "promis_function", "sf36_function"}
                and chart.second_baseline is not None
                and chart.second_baseline > 0
                and 100 * ((score or 0.0) - chart.second_baseline) >= 50 * chart.second_baseline - 0.05
            )
        )
    ):
        return True
    if (
        chart.second_scale_used is False
        or (follow_up_scale is not None and chart.second_scale is not None and follow_up_scale != chart.second_scale)
        or (
            (
                (
                    follow_up_scale is not None
                    and follow_up_scale not in {"ndi", "odi", "other_falling", "pain_nrs", "pain_vas", "rmdq"}
                )
                or (
                    chart.second_baseline is not None
                    and (
                        chart.second_baseline <= 0
                        or (
                            score is not None
                            and 100 * (chart.second_baseline - score) < 50 * chart.second_baseline - 0.05
                        )
                    )
                )
            )
            and (
                (
                    follow_up_scale is not None
                    and follow_up_scale not in {"other_rising", "promis_function", "sf36_function"}
                )
                or (
                    chart.second_baseline is not None
                    and (
                        chart.second_baseline <= 0
                        or (
                            100 * ((100.0 if score is None else score) - chart.second_baseline)
                            < 50 * chart.second_baseline - 0.05
                        )
                    )
                )
            )
        )
    ):
        return False
    return None


def truth_second_lasting_relief(chart: Chart) -> bool | None:
    """Relief by half on the second scale lasted three months after the latest session.

    “for at least 3 months”
    “in pain and/or function”
    “on the same scale”
    “at least 50%”
    “sustained”
    """
    if (
        chart.any_follow_ups_for_second_lasting_relief is True
        and chart.any_follow_ups_for_second_lasting_relief_2 is False
    ):
        return True
    if (
        chart.any_follow_ups_for_second_lasting_relief is False
        or chart.any_follow_ups_for_second_lasting_relief_2 is True
    ):
        return False
    return None


def truth_done_differently(
    chart: Chart,
    approach: str | None,
    levels: list[str] | None,
    medication: str | None,
) -> bool | None:
    """The plan differs in approach, level or medication.

    “approach/level/medication”
    """
    if (
        (approach is not None and chart.planned_approach is not None and approach != chart.planned_approach)
        or (levels is not None and chart.planned_levels is not None and not same_items(levels, chart.planned_levels))
        or (medication is not None and chart.planned_medication is not None and medication != chart.planned_medication)
    ):
        return True
    if (
        approach is not None
        and approach == chart.planned_approach
        and levels is not None
        and chart.planned_levels is not None
        and same_items(levels, chart.planned_levels)
        and medication is not None
        and medication == chart.planned_medication
    ):
        return False
    return None


def truth_first_retried(chart: Chart) -> bool | None:
    """The first injection fell short, and the second is different.

    “and a clear rationale”
    “first ESI”
    “underperforms”
    “after 14 days”
    “approach/level/medication”
    """
    if (
        chart.fewest_prior_sessions_in_this_region == chart.most_prior_sessions_in_this_region
        and chart.fewest_prior_sessions_in_this_region == 1
        and chart.first_fell_short is True
        and chart.latest_session_exists is True
        and (chart.service_date or "2020-01-01") >= plus_14_days(chart.latest_session_high)
        and chart.any_prior_sessions_for_first_retried is True
        and chart.retry_rationale is not None
    ):
        return True
    if (
        chart.most_prior_sessions_in_this_region < 1
        or chart.fewest_prior_sessions_in_this_region > 1
        or chart.first_fell_short is False
        or chart.latest_session_exists is False
        or (chart.service_date or "2036-12-31") < plus_14_days(chart.latest_session_low)
        or chart.any_prior_sessions_for_first_retried is False
    ):
        return False
    return None


def look_at_prior_sessions(chart: Chart) -> None:
    """What prior sessions say, in one pass: of what may match, the least and the most."""
    if chart.prior_sessions is None:
        chart.latest_session_low = "1990-01-01"
        chart.latest_session_high = "2036-12-31"
        chart.latest_session_exists = None
        chart.fewest_prior_sessions_in_this_region = 0
        chart.most_prior_sessions_in_this_region = 60
        chart.any_prior_sessions_for_first_retried = None
        chart.first_session_low = "1990-01-01"
        chart.first_session_high = "2036-12-31"
        chart.first_session_exists = None
        chart.fewest_prior_sessions_for_session_limit = 0
        chart.most_prior_sessions_for_session_limit = 60
        chart.fewest_prior_sessions_for_any_date = 0
        chart.most_prior_sessions_for_any_date = 60
        chart.any_prior_sessions_for_beyond_a_year = None
        return
    planned_region = chart.planned_region
    service_date = chart.service_date
    service_date_minus_12_months = None if chart.service_date is None else minus_12_months(chart.service_date)
    received_date_minus_12_months = None if chart.received_date is None else minus_12_months(chart.received_date)
    latest_session_low, latest_session_high = "2036-12-31", "1990-01-01"
    latest_session_exists: bool | None = False
    fewest_prior_sessions_in_this_region = most_prior_sessions_in_this_region = 0
    any_prior_sessions_for_first_retried: bool | None = False
    first_session_low, first_session_high = "2036-12-31", "1990-01-01"
    first_session_exists: bool | None = False
    fewest_prior_sessions_for_session_limit = most_prior_sessions_for_session_limit = 0
    fewest_prior_sessions_for_any_date = most_prior_sessions_for_any_date = 0
    any_prior_sessions_for_beyond_a_year: bool | None = False
    for row in chart.prior_sessions:
        session_date: str | None = row.get("session_date")
        session_region: str | None = row.get("session_region")
        approach: str | None = row.get("approach")
        levels: list[str] | None = row.get("levels")
        medication: str | None = row.get("medication")
        in_this_region = (
            True if session_region is not None and session_region == planned_region
            else False if session_region is not None and planned_region is not None and session_region != planned_region
            else None
        )
        if in_this_region is False:
            continue
        done_differently = truth_done_differently(chart, approach, levels, medication)
        if in_this_region is True:
            if latest_session_exists is not True or (session_date or "1990-01-01") > latest_session_low:
                latest_session_low = session_date or "1990-01-01"
            latest_session_exists = True
            if (session_date or "2036-12-31") > latest_session_high:
                latest_session_high = session_date or "2036-12-31"
            fewest_prior_sessions_in_this_region += 1
            most_prior_sessions_in_this_region += 1
            if first_session_exists is not True or (session_date or "2036-12-31") < first_session_high:
                first_session_high = session_date or "2036-12-31"
            first_session_exists = True
            if (session_date or "1990-01-01") < first_session_low:
                first_session_low = session_date or "1990-01-01"
        else:
            if latest_session_exists is not True and (session_date or "1990-01-01") < latest_session_low:
                latest_session_low = session_date or "1990-01-01"
            latest_session_exists = latest_session_exists or None
            if (session_date or "2036-12-31") > latest_session_high:
                latest_session_high = session_date or "2036-12-31"
            most_prior_sessions_in_this_region += 1
            if first_session_exists is not True and (session_date or "2036-12-31") > first_session_high:
                first_session_high = session_date or "2036-12-31"
            first_session_exists = first_session_exists or None
            if (session_date or "1990-01-01") < first_session_low:
                first_session_low = session_date or "1990-01-01"
        if in_this_region is True and done_differently is True:
            any_prior_sessions_for_first_retried = True
        elif done_differently is not False:
            any_prior_sessions_for_first_retried = any_prior_sessions_for_first_retried or None
        if (
            in_this_region is True
            and session_date is not None
            and session_date > (service_date_minus_12_months or "2035-12-31")
            and (session_date or "2036-12-31") <= (service_date or "2020-01-01")
        ):
            fewest_prior_sessions_for_session_limit += 1
            most_prior_sessions_for_session_limit += 1
        elif not (
            session_date is not None
            and (
                session_date <= (service_date_minus_12_months or "2019-01-01")
                or (service_date is not None and session_date > service_date)
            )
        ):
            most_prior_sessions_for_session_limit += 1
        if (
            in_this_region is True
            and session_date is not None
            and session_date > (received_date_minus_12_months or "2035-12-31")
            and (session_date or "2036-12-31") <= (service_date or "2020-01-01")
        ):
            fewest_prior_sessions_for_any_date += 1
            most_prior_sessions_for_any_date += 1
        elif not (
            session_date is not None
            and (
                session_date <= (received_date_minus_12_months or "2019-01-01")
                or (service_date is not None and session_date > service_date)
            )
        ):
            most_prior_sessions_for_any_date += 1
        if (
            in_this_region is True
            and session_date is not None
            and session_date < (service_date_minus_12_months or "2019-01-01")
        ):
            any_prior_sessions_for_beyond_a_year = True
        elif not (session_date is not None and session_date >= (service_date_minus_12_months or "2035-12-31")):
            any_prior_sessions_for_beyond_a_year = any_prior_sessions_for_beyond_a_year or None
    chart.latest_session_low = latest_session_low
    chart.latest_session_high = latest_session_high
    chart.latest_session_exists = latest_session_exists
    chart.fewest_prior_sessions_in_this_region = fewest_prior_sessions_in_this_region
    chart.most_prior_sessions_in_this_region = most_prior_sessions_in_this_region
    chart.any_prior_sessions_for_first_retried = any_prior_sessions_for_first_retried
    chart.first_session_low = first_session_low
    chart.first_session_high = first_session_high
    chart.first_session_exists = first_session_exists
    chart.fewest_prior_sessions_for_session_limit = fewest_prior_sessions_for_session_limit
    chart.most_prior_sessions_for_session_limit = most_prior_sessions_for_session_limit
    chart.fewest_prior_sessions_for_any_date = fewest_prior_sessions_for_any_date
    chart.most_prior_sessions_for_any_date = most_prior_sessions_for_any_date
    chart.any_prior_sessions_for_beyond_a_year = any_prior_sessions_for_beyond_a_year


def look_at_follow_ups(chart: Chart) -> None:
    """What follow ups say, in one pass: of what may match, the least and the most."""
    if chart.follow_ups is None:
        chart.any_follow_ups_for_lasting_relief = None
        chart.any_follow_ups_for_lasting_relief_2 = None
        chart.any_follow_ups_for_second_lasting_relief = None
        chart.any_follow_ups_for_second_lasting_relief_2 = None
        chart.any_follow_ups_for_past_92_days = None
        chart.any_follow_ups_for_failure_shown = None
        chart.any_follow_ups_for_same_scale = None
        chart.any_follow_ups_for_each_follow_up = None
        return
    latest_session_low = chart.latest_session_low
    latest_session_high = chart.latest_session_high
    latest_session_exists = chart.latest_session_exists
    received_date = chart.received_date
    response_scale = chart.response_scale
    second_scale = chart.second_scale
    baseline_score = chart.baseline_score
    second_scale_used = chart.second_scale_used
    latest_session_low_plus_3_months = plus_3_months(chart.latest_session_low)
    latest_session_high_plus_3_months = plus_3_months(chart.latest_session_high)
    latest_session_low_plus_92_days = plus_92_days(chart.latest_session_low)
    latest_session_high_plus_92_days = plus_92_days(chart.latest_session_high)
    any_follow_ups_for_lasting_relief: bool | None = False
    any_follow_ups_for_lasting_relief_2: bool | None = False
    any_follow_ups_for_second_lasting_relief: bool | None = False
    any_follow_ups_for_second_lasting_relief_2: bool | None = False
    any_follow_ups_for_past_92_days: bool | None = False
    any_follow_ups_for_failure_shown: bool | None = False
    any_follow_ups_for_same_scale: bool | None = False
    any_follow_ups_for_each_follow_up: bool | None = False
    past_92_days_may_apply = chart.most_prior_sessions_in_this_region >= 1
    failure_shown_may_apply = not (
        chart.most_prior_sessions_in_this_region < 1
        or chart.fewest_prior_sessions_in_this_region > 1
        or chart.first_fell_short is False
    )
    for row in chart.follow_ups:
        follow_up_date: str | None = row.get("follow_up_date")
        follow_up_scale: str | None = row.get("follow_up_scale")
        score: float | None = row.get("score")
        improved_by_half = truth_improved_by_half(chart, follow_up_scale, score)
        second_improved_by_half = truth_second_improved_by_half(chart, follow_up_scale, score)
        if (
            latest_session_exists is True
            and improved_by_half is True
            and follow_up_date is not None
            and follow_up_date >= latest_session_high_plus_3_months
            and (follow_up_date or "2036-12-31") <= (received_date or "2020-01-01")
        ):
            any_follow_ups_for_lasting_relief = True
        elif not (
            latest_session_exists is False
            or improved_by_half is False
            or (follow_up_date or "2036-12-31") < latest_session_low_plus_3_months
            or (follow_up_date is not None and received_date is not None and follow_up_date > received_date)
        ):
            any_follow_ups_for_lasting_relief = any_follow_ups_for_lasting_relief or None
        if (
            improved_by_half is False
            and (
                latest_session_exists is False
                or (follow_up_date is not None and follow_up_date > latest_session_high)
            )
            and (latest_session_exists is False or (follow_up_date or "2036-12-31") <= latest_session_low_plus_3_months)
            and follow_up_scale is not None
            and follow_up_scale == response_scale
        ):
            any_follow_ups_for_lasting_relief_2 = True
        elif not (
            improved_by_half is True
            or (latest_session_exists is True and (follow_up_date or "2036-12-31") <= latest_session_low)
            or (
                follow_up_date is not None
                and latest_session_exists is True
                and follow_up_date > latest_session_high_plus_3_months
            )
            or (follow_up_scale is not None and response_scale is not None and follow_up_scale != response_scale)
        ):
            any_follow_ups_for_lasting_relief_2 = any_follow_ups_for_lasting_relief_2 or None
        if (
            latest_session_exists is True
            and second_improved_by_half is True
            and follow_up_date is not None
            and follow_up_date >= latest_session_high_plus_3_months
            and (follow_up_date or "2036-12-31") <= (received_date or "2020-01-01")
        ):
            any_follow_ups_for_second_lasting_relief = True
        elif not (
            latest_session_exists is False
            or second_improved_by_half is False
            or (follow_up_date or "2036-12-31") < latest_session_low_plus_3_months
            or (follow_up_date is not None and received_date is not None and follow_up_date > received_date)
        ):
            any_follow_ups_for_second_lasting_relief = any_follow_ups_for_second_lasting_relief or None
        if (
            second_improved_by_half is False
            and (
                latest_session_exists is False
                or (follow_up_date is not None and follow_up_date > latest_session_high)
            )
            and (latest_session_exists is False or (follow_up_date or "2036-12-31") <= latest_session_low_plus_3_months)
            and follow_up_scale is not None
            and follow_up_scale == second_scale
        ):
            any_follow_ups_for_second_lasting_relief_2 = True
        elif not (
            second_improved_by_half is True
            or (latest_session_exists is True and (follow_up_date or "2036-12-31") <= latest_session_low)
            or (
                follow_up_date is not None
                and latest_session_exists is True
                and follow_up_date > latest_session_high_plus_3_months
            )
            or (follow_up_scale is not None and second_scale is not None and follow_up_scale != second_scale)
        ):
            any_follow_ups_for_second_lasting_relief_2 = any_follow_ups_for_second_lasting_relief_2 or None
        if past_92_days_may_apply:
            if (
                latest_session_exists is True
                and (improved_by_half is True or second_improved_by_half is True)
                and follow_up_date is not None
                and follow_up_date > latest_session_high_plus_92_days
                and (follow_up_date or "2036-12-31") <= (received_date or "2020-01-01")
            ):
                any_follow_ups_for_past_92_days = True
            elif not (
                latest_session_exists is False
                or (improved_by_half is False and second_improved_by_half is False)
                or (follow_up_date or "2036-12-31") <= latest_session_low_plus_92_days
                or (follow_up_date is not None and received_date is not None and follow_up_date > received_date)
            ):
                any_follow_ups_for_past_92_days = any_follow_ups_for_past_92_days or None
        if failure_shown_may_apply:
            if (
                latest_session_exists is True
                and follow_up_date is not None
                and follow_up_date > latest_session_high
                and follow_up_scale is not None
                and follow_up_scale == response_scale
                and (
                    (
                        follow_up_scale in {"ndi", "odi", "other_falling", "pain_nrs", "pain_vas", "rmdq"}
                        and score is not None
                        and 100 * score > 50 * (100.0 if baseline_score is None else baseline_score) + 0.05
                    )
                    or (
                        follow_up_scale in {"other_rising", "promis_function", "sf36_function"}
                        and baseline_score is not None
                        and 100 * (100.0 if score is None else score) < 150 * baseline_score - 0.05
                    )
                )
            ):
                any_follow_ups_for_failure_shown = True
            elif not (
                latest_session_exists is False
                or (follow_up_date or "2036-12-31") <= latest_session_low
                or (follow_up_scale is not None and response_scale is not None and follow_up_scale != response_scale)
                or (
                    (
                        (
                            follow_up_scale is not None
                            and follow_up_scale not in {"ndi", "odi", "other_falling", "pain_nrs", "pain_vas", "rmdq"}
                        )
                        or (score is not None and 100 * score <= 50 * (baseline_score or 0.0) + 0.05)
                    )
                    and (
                        (
                            follow_up_scale is not None
                            and follow_up_scale not in {"other_rising", "promis_function", "sf36_function"}
                        )
                        or (baseline_score is not None and 100 * (score or 0.0) >= 150 * baseline_score - 0.05)
                    )
                )
            ):
                any_follow_ups_for_failure_shown = any_follow_ups_for_failure_shown or None
        if (
            (follow_up_scale is not None and follow_up_scale == response_scale)
            or (second_scale_used is True and follow_up_scale is not None and follow_up_scale == second_scale)
        ):
            any_follow_ups_for_same_scale = True
        elif not (
            follow_up_scale is not None
            and response_scale is not None
            and follow_up_scale != response_scale
            and (second_scale_used is False or (second_scale is not None and follow_up_scale != second_scale))
        ):
            any_follow_ups_for_same_scale = any_follow_ups_for_same_scale or None
        if (
            follow_up_scale is not None
            and response_scale is not None
            and follow_up_scale != response_scale
            and (second_scale_used is False or (second_scale is not None and follow_up_scale != second_scale))
        ):
            any_follow_ups_for_each_follow_up = True
        elif not (
            (follow_up_scale is not None and follow_up_scale == response_scale)
            or (second_scale_used is True and follow_up_scale is not None and follow_up_scale == second_scale)
        ):
            any_follow_ups_for_each_follow_up = any_follow_ups_for_each_follow_up or None
    chart.any_follow_ups_for_lasting_relief = any_follow_ups_for_lasting_relief
    chart.any_follow_ups_for_lasting_relief_2 = any_follow_ups_for_lasting_relief_2
    chart.any_follow_ups_for_second_lasting_relief = any_follow_ups_for_second_lasting_relief
    chart.any_follow_ups_for_second_lasting_relief_2 = any_follow_ups_for_second_lasting_relief_2
    chart.any_follow_ups_for_past_92_days = any_follow_ups_for_past_92_days
    chart.any_follow_ups_for_failure_shown = any_follow_ups_for_failure_shown
    chart.any_follow_ups_for_same_scale = any_follow_ups_for_same_scale
    chart.any_follow_ups_for_each_follow_up = any_follow_ups_for_each_follow_up


def is_valid(request: object) -> bool:
    """The fast look at the types: what it refuses, `problems` looks at again."""
    if type(request) is not dict:
        return False
    try:
        codes = request.get("codes")
        received_date = request.get("received_date")
        service_date = request.get("service_date")
        state = request.get("state")
        pregnant = request.get("pregnant")
        examination = request.get("examination")
        imaging = request.get("imaging")
        steroid_injection = request.get("steroid_injection")
        payer = request.get("payer")
        place_of_service = request.get("place_of_service")
        bill_type = request.get("bill_type")
        emergency_modifier = request.get("emergency_modifier")
        emergency_revenue = request.get("emergency_revenue")
        provider_exempt = request.get("provider_exempt")
        expedited = request.get("expedited")
        decision_date = request.get("decision_date")
        records_asked = request.get("records_asked")
        history = request.get("history")
        pain_duration = request.get("pain_duration")
        symptoms = request.get("symptoms")
        post_laminectomy_syndrome = request.get("post_laminectomy_syndrome")
        acute_zoster_pain = request.get("acute_zoster_pain")
        limits_life = request.get("limits_life")
        long_term_disability = request.get("long_term_disability")
        causes = request.get("causes")
        cannot_tolerate_care = request.get("cannot_tolerate_care")
        care_failed = request.get("care_failed")
        care_duration = request.get("care_duration")
        zoster_refractory = request.get("zoster_refractory")
        response_scale = request.get("response_scale")
        baseline_date = request.get("baseline_date")
        baseline_score = request.get("baseline_score")
        second_scale_used = request.get("second_scale_used")
        second_scale = request.get("second_scale")
        second_baseline = request.get("second_baseline")
        follow_ups = request.get("follow_ups")
        prior_sessions = request.get("prior_sessions")
        first_fell_short = request.get("first_fell_short")
        block_listed = request.get("block_listed")
        retry_rationale = request.get("retry_rationale")
        long_term_reason = request.get("long_term_reason")
        primary_care_told = request.get("primary_care_told")
        anticipated_sessions = request.get("anticipated_sessions")
        planned_sessions = request.get("planned_sessions")
        planned_region = request.get("planned_region")
        other_region_too = request.get("other_region_too")
        planned_approach = request.get("planned_approach")
        planned_levels = request.get("planned_levels")
        planned_medication = request.get("planned_medication")
        bilateral = request.get("bilateral")
        bilateral_reason = request.get("bilateral_reason")
        each_level_reason = request.get("each_level_reason")
        guidance = request.get("guidance")
        contrast_allergy = request.get("contrast_allergy")
        sedation = request.get("sedation")
        sedation_need = request.get("sedation_need")
        concurrent_care = request.get("concurrent_care")
        programs = request.get("programs")
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
            and (pregnant is None or pregnant is True or pregnant is False)
            and (
                examination is None
                or (type(examination) is str and len(examination) <= 500 and examination.strip(" \t\n\r") != "")
            )
            and (imaging is None or (type(imaging) is str and len(imaging) <= 500 and imaging.strip(" \t\n\r") != ""))
            and (steroid_injection is None or steroid_injection is True or steroid_injection is False)
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
            and (history is None or (type(history) is str and len(history) <= 500 and history.strip(" \t\n\r") != ""))
            and (pain_duration is None or (type(pain_duration) is int and 0 <= pain_duration <= 5200))
            and (symptoms is None or is_findings(symptoms, SYMPTOMS_ANSWERS))
            and (
                post_laminectomy_syndrome is None
                or post_laminectomy_syndrome is True
                or post_laminectomy_syndrome is False
            )
            and (acute_zoster_pain is None or acute_zoster_pain is True or acute_zoster_pain is False)
            and (limits_life is None or limits_life is True or limits_life is False)
            and (long_term_disability is None or long_term_disability is True or long_term_disability is False)
            and (causes is None or is_findings(causes, CAUSES_ANSWERS))
            and (cannot_tolerate_care is None or cannot_tolerate_care is True or cannot_tolerate_care is False)
            and (care_failed is None or care_failed is True or care_failed is False)
            and (care_duration is None or (type(care_duration) is int and 0 <= care_duration <= 5200))
            and (zoster_refractory is None or zoster_refractory is True or zoster_refractory is False)
            and (
                response_scale is None
                or (isinstance(response_scale, str) and response_scale in RESPONSE_SCALE_ANSWERS)
            )
            and (
                baseline_date is None
                or (
                    isinstance(baseline_date, str)
                    and "1990-01-01" <= baseline_date <= "2036-12-31"
                    and is_day(baseline_date)
                )
            )
            and (
                baseline_score is None
                or (type(baseline_score) is int and 0 <= baseline_score <= 100)
                or is_number(baseline_score, 0, 100, 1)
            )
            and (second_scale_used is None or second_scale_used is True or second_scale_used is False)
            and (second_scale is None or (isinstance(second_scale, str) and second_scale in SECOND_SCALE_ANSWERS))
            and (
                second_baseline is None
                or (type(second_baseline) is int and 0 <= second_baseline <= 100)
                or is_number(second_baseline, 0, 100, 1)
            )
            and (follow_ups is None or is_valid_follow_ups(follow_ups))
            and (prior_sessions is None or is_valid_prior_sessions(prior_sessions))
            and (first_fell_short is None or first_fell_short is True or first_fell_short is False)
            and (block_listed is None or block_listed is True or block_listed is False)
            and (
                retry_rationale is None
                or (
                    type(retry_rationale) is str
                    and len(retry_rationale) <= 500
                    and retry_rationale.strip(" \t\n\r") != ""
                )
            )
            and (
                long_term_reason is None
                or (
                    type(long_term_reason) is str
                    and len(long_term_reason) <= 500
                    and long_term_reason.strip(" \t\n\r") != ""
                )
            )
            and (primary_care_told is None or primary_care_told is True or primary_care_told is False)
            and (
                anticipated_sessions is None
                or (
                    type(anticipated_sessions) is str
                    and len(anticipated_sessions) <= 500
                    and anticipated_sessions.strip(" \t\n\r") != ""
                )
            )
            and (planned_sessions is None or (type(planned_sessions) is int and 1 <= planned_sessions <= 12))
            and (
                planned_region is None
                or (isinstance(planned_region, str) and planned_region in PLANNED_REGION_ANSWERS)
            )
            and (other_region_too is None or other_region_too is True or other_region_too is False)
            and (
                planned_approach is None
                or (isinstance(planned_approach, str) and planned_approach in PLANNED_APPROACH_ANSWERS)
            )
            and (
                planned_levels is None
                or (
                    type(planned_levels) is list
                    and PLANNED_LEVELS_ANSWERS.issuperset(planned_levels)
                    and len(set(planned_levels)) == len(planned_levels)
                )
            )
            and (
                planned_medication is None
                or (isinstance(planned_medication, str) and planned_medication in PLANNED_MEDICATION_ANSWERS)
            )
            and (bilateral is None or bilateral is True or bilateral is False)
            and (
                bilateral_reason is None
                or (
                    type(bilateral_reason) is str
                    and len(bilateral_reason) <= 500
                    and bilateral_reason.strip(" \t\n\r") != ""
                )
            )
            and (
                each_level_reason is None
                or (
                    type(each_level_reason) is str
                    and len(each_level_reason) <= 500
                    and each_level_reason.strip(" \t\n\r") != ""
                )
            )
            and (guidance is None or (isinstance(guidance, str) and guidance in GUIDANCE_ANSWERS))
            and (contrast_allergy is None or contrast_allergy is True or contrast_allergy is False)
            and (sedation is None or (isinstance(sedation, str) and sedation in SEDATION_ANSWERS))
            and (
                sedation_need is None
                or (type(sedation_need) is str and len(sedation_need) <= 500 and sedation_need.strip(" \t\n\r") != "")
            )
            and (concurrent_care is None or is_findings(concurrent_care, CONCURRENT_CARE_ANSWERS))
            and (programs is None or is_findings(programs, PROGRAMS_ANSWERS))
            # no key that is not a fact, and no null
            and len(request) == (
                (codes is not None)
                + (received_date is not None)
                + (service_date is not None)
                + (state is not None)
                + (pregnant is not None)
                + (examination is not None)
                + (imaging is not None)
                + (steroid_injection is not None)
                + (payer is not None)
                + (place_of_service is not None)
                + (bill_type is not None)
                + (emergency_modifier is not None)
                + (emergency_revenue is not None)
                + (provider_exempt is not None)
                + (expedited is not None)
                + (decision_date is not None)
                + (records_asked is not None)
                + (history is not None)
                + (pain_duration is not None)
                + (symptoms is not None)
                + (post_laminectomy_syndrome is not None)
                + (acute_zoster_pain is not None)
                + (limits_life is not None)
                + (long_term_disability is not None)
                + (causes is not None)
                + (cannot_tolerate_care is not None)
                + (care_failed is not None)
                + (care_duration is not None)
                + (zoster_refractory is not None)
                + (response_scale is not None)
                + (baseline_date is not None)
                + (baseline_score is not None)
                + (second_scale_used is not None)
                + (second_scale is not None)
                + (second_baseline is not None)
                + (follow_ups is not None)
                + (prior_sessions is not None)
                + (first_fell_short is not None)
                + (block_listed is not None)
                + (retry_rationale is not None)
                + (long_term_reason is not None)
                + (primary_care_told is not None)
                + (anticipated_sessions is not None)
                + (planned_sessions is not None)
                + (planned_region is not None)
                + (other_region_too is not None)
                + (planned_approach is not None)
                + (planned_levels is not None)
                + (planned_medication is not None)
                + (bilateral is not None)
                + (bilateral_reason is not None)
                + (each_level_reason is not None)
                + (guidance is not None)
                + (contrast_allergy is not None)
                + (sedation is not None)
                + (sedation_need is not None)
                + (concurrent_care is not None)
                + (programs is not None)
            )
        )
    except Exception:  # of another type, or an object that cannot be compared
        return False


def is_valid_follow_ups(rows: object) -> bool:
    """The same for the records of follow_ups."""
    if type(rows) is not list or len(rows) > 40:
        return False
    try:
        for row in rows:
            if type(row) is not dict:
                return False
            follow_up_date = row.get("follow_up_date")
            follow_up_scale = row.get("follow_up_scale")
            score = row.get("score")
            if not (
                (
                    follow_up_date is None
                    or (
                        isinstance(follow_up_date, str)
                        and "1990-01-01" <= follow_up_date <= "2036-12-31"
                        and is_day(follow_up_date)
                    )
                )
                and (
                    follow_up_scale is None
                    or (isinstance(follow_up_scale, str) and follow_up_scale in FOLLOW_UP_SCALE_ANSWERS)
                )
                and (score is None or (type(score) is int and 0 <= score <= 100) or is_number(score, 0, 100, 1))
                # no key that is not a fact, and no null
                and len(row) == (follow_up_date is not None) + (follow_up_scale is not None) + (score is not None)
            ):
                return False
        return True
    except Exception:  # of another type, or an object that cannot be compared
        return False


def is_valid_prior_sessions(rows: object) -> bool:
    """The same for the records of prior_sessions."""
    if type(rows) is not list or len(rows) > 60:
        return False
    try:
        for row in rows:
            if type(row) is not dict:
                return False
            session_date = row.get("session_date")
            session_region = row.get("session_region")
            approach = row.get("approach")
            levels = row.get("levels")
            medication = row.get("medication")
            if not (
                (
                    session_date is None
                    or (
                        isinstance(session_date, str)
                        and "1990-01-01" <= session_date <= "2036-12-31"
                        and is_day(session_date)
                    )
                )
                and (
                    session_region is None
                    or (isinstance(session_region, str) and session_region in SESSION_REGION_ANSWERS)
                )
                and (approach is None or (isinstance(approach, str) and approach in APPROACH_ANSWERS))
                and (
                    levels is None
                    or (type(levels) is list and LEVELS_ANSWERS.issuperset(levels) and len(set(levels)) == len(levels))
                )
                and (medication is None or (isinstance(medication, str) and medication in MEDICATION_ANSWERS))
                # no key that is not a fact, and no null
                and len(row) == (
                    (session_date is not None)
                    + (session_region is not None)
                    + (approach is not None)
                    + (levels is not None)
                    + (medication is not None)
                )
            ):
                return False
        return len(rows) < 2 or len({(row.get("session_date"), row.get("session_region")) for row in rows}) == len(rows)
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
SYMPTOMS_ANSWERS: Final = frozenset(("radiculopathy", "radicular_pain", "claudication"))
CAUSES_ANSWERS: Final = frozenset(("herniation", "osteophytes", "degeneration"))
RESPONSE_SCALE_ANSWERS: Final = frozenset((
    "pain_nrs", "pain_vas", "odi", "rmdq", "ndi", "sf36_function", "promis_function", "other_falling", "other_rising",
))
SECOND_SCALE_ANSWERS: Final = frozenset((
    "pain_nrs", "pain_vas", "odi", "rmdq", "ndi", "sf36_function", "promis_function", "other_falling", "other_rising",
))
FOLLOW_UP_SCALE_ANSWERS: Final = frozenset((
    "pain_nrs", "pain_vas", "odi", "rmdq", "ndi", "sf36_function", "promis_function", "other_falling", "other_rising",
))
SESSION_REGION_ANSWERS: Final = frozenset(("cervical_thoracic", "lumbar_sacral"))
APPROACH_ANSWERS: Final = frozenset(("transforaminal", "interlaminar", "caudal"))
LEVELS_ANSWERS: Final = frozenset((
    "C1-C2", "C2-C3", "C3-C4", "C4-C5", "C5-C6", "C6-C7", "C7-T1", "T1-T2", "T2-T3", "T3-T4", "T4-T5", "T5-T6",
    "T6-T7", "T7-T8", "T8-T9", "T9-T10", "T10-T11", "T11-T12", "T12-L1", "L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1",
    "S1", "S2", "S3", "S4", "sacral_hiatus",
))
MEDICATION_ANSWERS: Final = frozenset((
    "dexamethasone", "triamcinolone", "betamethasone", "methylprednisolone", "other_steroid",
))
PLANNED_REGION_ANSWERS: Final = frozenset(("cervical_thoracic", "lumbar_sacral"))
PLANNED_APPROACH_ANSWERS: Final = frozenset(("transforaminal", "interlaminar", "caudal"))
PLANNED_LEVELS_ANSWERS: Final = frozenset((
    "C1-C2", "C2-C3", "C3-C4", "C4-C5", "C5-C6", "C6-C7", "C7-T1", "T1-T2", "T2-T3", "T3-T4", "T4-T5", "T5-T6",
    "T6-T7", "T7-T8", "T8-T9", "T9-T10", "T10-T11", "T11-T12", "T12-L1", "L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1",
    "S1", "S2", "S3", "S4", "sacral_hiatus",
))
PLANNED_MEDICATION_ANSWERS: Final = frozenset((
    "dexamethasone", "triamcinolone", "betamethasone", "methylprednisolone", "other_steroid",
))
GUIDANCE_ANSWERS: Final = frozenset(("fluoroscopy", "ct", "no_contrast", "ultrasound", "other_guidance"))
SEDATION_ANSWERS: Final = frozenset(("light", "moderate", "deep", "general", "monitored"))
CONCURRENT_CARE_ANSWERS: Final = frozenset((
    "drugs", "physical_therapy", "manipulation", "behavioral_therapy", "home_exercise", "other_care",
))
PROGRAMS_ANSWERS: Final = frozenset(("rehabilitation", "restoration"))
LISTED_CODE_CODES: Final = frozenset(("62321", "64479", "64480", "64483", "64484"))
REGION_OF_CODE_CODES: Final = frozenset(("62323", "64483", "64484"))
REGION_OF_CODE_CODES_2: Final = frozenset(("62321", "64479", "64480"))
LEVELS_OF_REGION_PLANNED_LEVELS: Final = frozenset((
    "L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1", "S1", "S2", "S3", "S4", "sacral_hiatus",
))
LEVELS_OF_REGION_PLANNED_LEVELS_2: Final = frozenset((
    "C1-C2", "C2-C3", "C3-C4", "C4-C5", "C5-C6", "C6-C7", "C7-T1", "T1-T2", "T10-T11", "T11-T12", "T2-T3", "T3-T4",
    "T4-T5", "T5-T6", "T6-T7", "T7-T8", "T8-T9", "T9-T10",
))
APPROACH_OF_CODE_CODES: Final = frozenset(("62321", "62323"))
APPROACH_OF_CODE_CODES_2: Final = frozenset(("64479", "64480", "64483", "64484"))
LEVELS_OF_CODE_CODES: Final = frozenset(("64480", "64484"))
minus_12_months: Final[Mover] = mover(-12, 0)
plus_14_days: Final[Mover] = mover(0, 14)
plus_3_months: Final[Mover] = mover(3, 0)
plus_92_days: Final[Mover] = mover(0, 92)

POLICY: Final = load(__spec__)
