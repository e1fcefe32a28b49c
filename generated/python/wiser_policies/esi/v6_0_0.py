"""Epidural steroid injections for pain management: policy esi, version 6.0.0.

For requests received on or after 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, section 6.2.10, 2026-04-24.

Generated from policies/esi/6.0.0.yaml; do not edit.
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
    examination = get("examination")
    imaging = get("imaging")
    infections = get("infections")
    steroid_injection = get("steroid_injection")
    payer = get("payer")
    place_of_service = get("place_of_service")
    bill_type = get("bill_type")
    emergency_modifier = get("emergency_modifier")
    emergency_revenue = get("emergency_revenue")
    provider_exempt = get("provider_exempt")
    expedited = get("expedited")
    decision_date = get("decision_date")
    records_asked = get("records_asked")
    history = get("history")
    pain_duration = get("pain_duration")
    symptoms = get("symptoms")
    post_laminectomy_syndrome = get("post_laminectomy_syndrome")
    acute_zoster_pain = get("acute_zoster_pain")
    limits_life = get("limits_life")
    long_term_disability = get("long_term_disability")
    causes = get("causes")
    cannot_tolerate_care = get("cannot_tolerate_care")
    care_failed = get("care_failed")
    care_duration = get("care_duration")
    zoster_refractory = get("zoster_refractory")
    response_scale = get("response_scale")
    baseline_date = get("baseline_date")
    baseline_score = get("baseline_score")
    follow_ups = get("follow_ups")
    prior_sessions = get("prior_sessions")
    first_fell_short = get("first_fell_short")
    block_listed = get("block_listed")
    retry_rationale = get("retry_rationale")
    long_term_reason = get("long_term_reason")
    primary_care_told = get("primary_care_told")
    planned_sessions = get("planned_sessions")
    planned_region = get("planned_region")
    other_region_too = get("other_region_too")
    planned_approach = get("planned_approach")
    planned_levels = get("planned_levels")
    planned_medication = get("planned_medication")
    bilateral = get("bilateral")
    bilateral_reason = get("bilateral_reason")
    each_level_reason = get("each_level_reason")
    guidance = get("guidance")
    contrast_allergy = get("contrast_allergy")
    sedation = get("sedation")
    sedation_need = get("sedation_need")
    concurrent_care = get("concurrent_care")
    programs = get("programs")
    contraindications = get("contraindications")
    (
        latest_session_low,
        latest_session_high,
        latest_session_exists,
        fewest_prior_sessions_in_this_region,
        most_prior_sessions_in_this_region,
        fewest_prior_sessions_for_first_retried,
        most_prior_sessions_for_first_retried,
        first_session_low,
        first_session_high,
        first_session_exists,
        fewest_prior_sessions_for_session_limit,
        most_prior_sessions_for_session_limit,
        fewest_prior_sessions_for_any_date,
        most_prior_sessions_for_any_date,
        fewest_prior_sessions_for_beyond_a_year,
        most_prior_sessions_for_beyond_a_year,
    ) = look_at_prior_sessions(
        prior_sessions,
        planned_region,
        planned_approach,
        planned_levels,
        planned_medication,
        service_date,
        received_date,
    )
    (
        fewest_follow_ups_for_lasting_relief,
        most_follow_ups_for_lasting_relief,
        fewest_follow_ups_for_lasting_relief_2,
        most_follow_ups_for_lasting_relief_2,
        fewest_follow_ups_for_past_92_days,
        most_follow_ups_for_past_92_days,
        fewest_follow_ups_for_same_scale,
        most_follow_ups_for_same_scale,
    ) = look_at_follow_ups(
        follow_ups,
        latest_session_low,
        latest_session_high,
        latest_session_exists,
        service_date,
        response_scale,
        baseline_score,
    )
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
        verdict_listed_code(codes, steroid_injection),
        verdict_code_62323(codes, steroid_injection),
        verdict_primary_of_64480(codes),
        verdict_primary_of_64484(codes),
        verdict_indication(
            history,
            examination,
            imaging,
            symptoms,
            causes,
            post_laminectomy_syndrome,
            acute_zoster_pain,
        ),
        verdict_severity(limits_life, response_scale, baseline_score),
        verdict_same_scale(fewest_follow_ups_for_same_scale, most_follow_ups_for_same_scale),
        verdict_baseline_first(
            fewest_prior_sessions_in_this_region,
            most_prior_sessions_in_this_region,
            baseline_date,
            first_session_low,
            first_session_high,
            first_session_exists,
        ),
        verdict_pain_duration(
            pain_duration,
            cannot_tolerate_care,
            care_failed,
            care_duration,
            acute_zoster_pain,
            zoster_refractory,
        ),
        verdict_session_limit(
            fewest_prior_sessions_for_session_limit,
            most_prior_sessions_for_session_limit,
            planned_sessions,
        ),
        verdict_repeat_response(
            fewest_prior_sessions_in_this_region,
            most_prior_sessions_in_this_region,
            fewest_follow_ups_for_lasting_relief,
            most_follow_ups_for_lasting_relief,
            fewest_follow_ups_for_lasting_relief_2,
            most_follow_ups_for_lasting_relief_2,
            first_fell_short,
            service_date,
            latest_session_low,
            latest_session_high,
            latest_session_exists,
            fewest_prior_sessions_for_first_retried,
            most_prior_sessions_for_first_retried,
            retry_rationale,
        ),
        verdict_sedation(sedation, sedation_need),
        verdict_image_guidance(guidance, contrast_allergy, pregnant),
        verdict_plan(planned_approach, planned_region, planned_levels),
        verdict_one_region(other_region_too),
        verdict_transforaminal_levels(planned_approach, planned_levels),
        verdict_other_approach_levels(planned_approach, planned_levels),
        verdict_bilateral(planned_approach, bilateral, bilateral_reason),
        verdict_conservative_care(concurrent_care),
        verdict_program(programs, concurrent_care),
        verdict_contraindications(infections, contraindications),
        verdict_any_date(fewest_prior_sessions_for_any_date, most_prior_sessions_for_any_date, planned_sessions),
        verdict_one_session(planned_sessions),
        verdict_diagnostic_blocks(
            fewest_prior_sessions_in_this_region,
            most_prior_sessions_in_this_region,
            block_listed,
        ),
        verdict_baseline_above_zero(
            fewest_prior_sessions_in_this_region,
            most_prior_sessions_in_this_region,
            baseline_score,
        ),
        verdict_past_92_days(
            fewest_prior_sessions_in_this_region,
            most_prior_sessions_in_this_region,
            fewest_follow_ups_for_past_92_days,
            most_follow_ups_for_past_92_days,
            first_fell_short,
            service_date,
            latest_session_low,
            latest_session_high,
            latest_session_exists,
            fewest_prior_sessions_for_first_retried,
            most_prior_sessions_for_first_retried,
            retry_rationale,
        ),
        verdict_fourteenth_day(
            fewest_prior_sessions_in_this_region,
            most_prior_sessions_in_this_region,
            service_date,
            latest_session_low,
            latest_session_high,
            latest_session_exists,
        ),
        verdict_beyond_a_year(
            fewest_prior_sessions_for_beyond_a_year,
            most_prior_sessions_for_beyond_a_year,
            long_term_disability,
            long_term_reason,
            primary_care_told,
        ),
        verdict_listed_guidance(guidance),
        verdict_region_of_code(planned_region, codes),
        verdict_approach_of_code(planned_approach, codes),
        verdict_levels_of_code(planned_approach, planned_levels, codes),
        verdict_levels_of_region(planned_region, planned_levels),
        verdict_t12_l1(planned_approach, planned_levels, planned_region, codes),
        verdict_one_approach(codes),
        verdict_both_sides_approach(bilateral, planned_approach),
        verdict_both_sides_levels(bilateral, planned_levels, each_level_reason),
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

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, date of publication
    Readings: A15
    """
    if received_date is not None and received_date >= "2026-04-24":
        return MET
    if received_date is not None and received_date < "2026-04-24":
        return NOT_MET
    return MISSING


def verdict_listed_code(codes: list[str] | None, steroid_injection: bool | None) -> Verdict:
    """A procedure code of this policy is on the request.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, list of codes
    “only when used for”
    Readings: A18
    """
    if codes is not None and (not SOME_CODES_3.isdisjoint(codes) or ("62323" in codes and steroid_injection is True)):
        return MET
    if codes is not None and SOME_CODES_3.isdisjoint(codes) and ("62323" not in codes or steroid_injection is False):
        return NOT_MET
    return MISSING


def verdict_code_62323(codes: list[str] | None, steroid_injection: bool | None) -> Verdict:
    """Code 62323 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, list of codes
    “only when used for”
    Readings: A18
    """
    if codes is not None and "62323" not in codes:
        return NOT_APPLICABLE
    if steroid_injection is True:
        return MET
    if codes is not None and "62323" in codes and steroid_injection is False:
        return NOT_MET
    return MISSING


def verdict_primary_of_64480(codes: list[str] | None) -> Verdict:
    """Add-on code 64480 stands beside its primary code.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, list of codes
    Readings: A14
    """
    if codes is not None and "64480" not in codes:
        return NOT_APPLICABLE
    if codes is not None and "64479" in codes:
        return MET
    if codes is not None and "64480" in codes and "64479" not in codes:
        return NOT_MET
    return MISSING


def verdict_primary_of_64484(codes: list[str] | None) -> Verdict:
    """Add-on code 64484 stands beside its primary code.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, list of codes
    Readings: A14
    """
    if codes is not None and "64484" not in codes:
        return NOT_APPLICABLE
    if codes is not None and "64483" in codes:
        return MET
    if codes is not None and "64484" in codes and "64483" not in codes:
        return NOT_MET
    return MISSING


def verdict_indication(
    history: str | None,
    examination: str | None,
    imaging: str | None,
    symptoms: dict[str, bool] | None,
    causes: dict[str, bool] | None,
    post_laminectomy_syndrome: bool | None,
    acute_zoster_pain: bool | None,
) -> Verdict:
    """History, examination and imaging show a listed indication.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, box 1
    “and radiological testing”
    “one of the following”
    “due to”
    Readings: B1, B1b, B2
    """
    if (
        history is not None
        and examination is not None
        and imaging is not None
        and (
            (symptoms is not None and True in symptoms.values() and causes is not None and True in causes.values())
            or post_laminectomy_syndrome is True
            or acute_zoster_pain is True
        )
    ):
        return MET
    if (
        (
            (symptoms is not None and len(symptoms) == 3 and True not in symptoms.values())
            or (causes is not None and len(causes) == 3 and True not in causes.values())
        )
        and post_laminectomy_syndrome is False
        and acute_zoster_pain is False
    ):
        return NOT_MET
    return MISSING


def verdict_severity(limits_life: bool | None, response_scale: str | None, baseline_score: float | None) -> Verdict:
    """The pain greatly affects life or function, and a baseline score exists.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, box 2
    “quality of life or function”
    Readings: B3
    """
    if limits_life is True and response_scale is not None and baseline_score is not None:
        return MET
    if limits_life is False:
        return NOT_MET
    return MISSING


def verdict_same_scale(fewest_follow_ups_for_same_scale: int, most_follow_ups_for_same_scale: int) -> Verdict:
    """Every follow-up repeats the baseline scale.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, box 2
    “same scale was repeated at each follow-up”
    Readings: B4
    """
    if most_follow_ups_for_same_scale <= 0:
        return MET
    if fewest_follow_ups_for_same_scale > 0:
        return NOT_MET
    return MISSING


def verdict_baseline_first(
    fewest_prior_sessions_in_this_region: int,
    most_prior_sessions_in_this_region: int,
    baseline_date: str | None,
    first_session_low: str,
    first_session_high: str,
    first_session_exists: bool | None,
) -> Verdict:
    """The baseline was taken before the first injection in this region.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, box 2
    “prior to interventions”
    Readings: B8
    """
    if most_prior_sessions_in_this_region < 1:
        return NOT_APPLICABLE
    if first_session_exists is True and (baseline_date or "2036-12-31") <= first_session_low:
        return MET
    if (
        fewest_prior_sessions_in_this_region >= 1
        and (first_session_exists is False or (baseline_date is not None and baseline_date > first_session_high))
    ):
        return NOT_MET
    return MISSING


def verdict_pain_duration(
    pain_duration: int | None,
    cannot_tolerate_care: bool | None,
    care_failed: bool | None,
    care_duration: int | None,
    acute_zoster_pain: bool | None,
    zoster_refractory: bool | None,
) -> Verdict:
    """Pain has lasted long enough, or waiting is not required.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, box 3
    “OR acute herpes zoster”
    “and the inability”
    “at least 4 weeks”
    “failure to respond to 4 weeks”
    “4-week wait is not required”
    Readings: B5, B5c, B5b
    """
    if (
        (
            pain_duration is not None
            and pain_duration >= 4
            and (
                cannot_tolerate_care is True
                or (care_failed is True and care_duration is not None and care_duration >= 4)
            )
        )
        or (acute_zoster_pain is True and zoster_refractory is True)
    ):
        return MET
    if (
        (
            (pain_duration is not None and pain_duration < 4)
            or (
                cannot_tolerate_care is False
                and (care_failed is False or (care_duration is not None and care_duration < 4))
            )
        )
        and (acute_zoster_pain is False or zoster_refractory is False)
    ):
        return NOT_MET
    return MISSING


def verdict_session_limit(
    fewest_prior_sessions_for_session_limit: int,
    most_prior_sessions_for_session_limit: int,
    planned_sessions: int | None,
) -> Verdict:
    """No more than four sessions in this region in a rolling 12 months.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, box 4
    “per spinal region”
    “four or less”
    “rolling 12-month period”
    Readings: B6, B6b, B6c, B7d, B7, B7b, B7c
    """
    if planned_sessions is not None and most_prior_sessions_for_session_limit + planned_sessions <= 4:
        return MET
    if fewest_prior_sessions_for_session_limit + (1 if planned_sessions is None else planned_sessions) > 4:
        return NOT_MET
    return MISSING


def verdict_repeat_response(
    fewest_prior_sessions_in_this_region: int,
    most_prior_sessions_in_this_region: int,
    fewest_follow_ups_for_lasting_relief: int,
    most_follow_ups_for_lasting_relief: int,
    fewest_follow_ups_for_lasting_relief_2: int,
    most_follow_ups_for_lasting_relief_2: int,
    first_fell_short: bool | None,
    service_date: str | None,
    latest_session_low: str,
    latest_session_high: str,
    latest_session_exists: bool | None,
    fewest_prior_sessions_for_first_retried: int,
    most_prior_sessions_for_first_retried: int,
    retry_rationale: str | None,
) -> Verdict:
    """A repeat follows lasting relief, or the first injection is retried differently.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, box 4 and its note
    “For repeat sessions”
    “for at least 3 months”
    “in pain or function”
    “on the same scale”
    “at least 50%”
    “sustained”
    “and a clear rationale”
    “first ESI”
    “underperforms”
    “after 14 days”
    “approach/level/medication”
    Readings: B8c, B8d, B8e, B8, B8b, B9c, B9b, B9
    """
    if most_prior_sessions_in_this_region < 1:
        return NOT_APPLICABLE
    if (
        truth_lasting_relief(
            fewest_follow_ups_for_lasting_relief,
            most_follow_ups_for_lasting_relief,
            fewest_follow_ups_for_lasting_relief_2,
            most_follow_ups_for_lasting_relief_2,
        ) is True
        or truth_first_retried(
            fewest_prior_sessions_in_this_region,
            most_prior_sessions_in_this_region,
            first_fell_short,
            service_date,
            latest_session_low,
            latest_session_high,
            latest_session_exists,
            fewest_prior_sessions_for_first_retried,
            most_prior_sessions_for_first_retried,
            retry_rationale,
        ) is True
    ):
        return MET
    if (
        fewest_prior_sessions_in_this_region >= 1
        and truth_lasting_relief(
            fewest_follow_ups_for_lasting_relief,
            most_follow_ups_for_lasting_relief,
            fewest_follow_ups_for_lasting_relief_2,
            most_follow_ups_for_lasting_relief_2,
        ) is False
        and truth_first_retried(
            fewest_prior_sessions_in_this_region,
            most_prior_sessions_in_this_region,
            first_fell_short,
            service_date,
            latest_session_low,
            latest_session_high,
            latest_session_exists,
            fewest_prior_sessions_for_first_retried,
            most_prior_sessions_for_first_retried,
            retry_rationale,
        ) is False
    ):
        return NOT_MET
    return MISSING


def verdict_sedation(sedation: str | None, sedation_need: str | None) -> Verdict:
    """Deeper sedation is explained by this patient's need.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, box 5
    “If applicable”
    Readings: B12
    """
    if sedation is not None and sedation not in {"deep", "general", "moderate", "monitored"}:
        return NOT_APPLICABLE
    if sedation_need is not None:
        return MET
    return MISSING


def verdict_image_guidance(guidance: str | None, contrast_allergy: bool | None, pregnant: bool | None) -> Verdict:
    """Fluoroscopy or CT with contrast guides the needle.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, box 6
    “fluoroscopy or CT with contrast”
    “contrast allergy or pregnancy”
    Readings: B11b, B11c
    """
    if (
        guidance in {"ct", "fluoroscopy"}
        or (guidance == "ultrasound" and (contrast_allergy is True or pregnant is True))
    ):
        return MET
    if (
        guidance is not None
        and guidance not in {"ct", "fluoroscopy"}
        and (guidance != "ultrasound" or (contrast_allergy is False and pregnant is False))
    ):
        return NOT_MET
    return MISSING


def verdict_plan(planned_approach: str | None, planned_region: str | None, planned_levels: list[str] | None) -> Verdict:
    """Approach, levels and region are planned.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, box 7
    “targeted level(s)”
    Readings: B10e
    """
    if (
        planned_approach is not None
        and planned_region is not None
        and planned_levels is not None
        and len(planned_levels) >= 1
    ):
        return MET
    if planned_levels is not None and len(planned_levels) < 1:
        return NOT_MET
    return MISSING


def verdict_one_region(other_region_too: bool | None) -> Verdict:
    """One region is treated in the session.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, box 7 note
    “in one spinal region”
    Readings: B10c
    """
    if other_region_too is False:
        return MET
    if other_region_too is True:
        return NOT_MET
    return MISSING


def verdict_transforaminal_levels(planned_approach: str | None, planned_levels: list[str] | None) -> Verdict:
    """A transforaminal injection targets no more than two levels.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, box 7 note
    “up to two levels”
    Readings: B10
    """
    if planned_approach is not None and planned_approach != "transforaminal":
        return NOT_APPLICABLE
    if planned_levels is not None and len(planned_levels) <= 2:
        return MET
    if planned_approach == "transforaminal" and planned_levels is not None and len(planned_levels) > 2:
        return NOT_MET
    return MISSING


def verdict_other_approach_levels(planned_approach: str | None, planned_levels: list[str] | None) -> Verdict:
    """An interlaminar or caudal injection targets one level.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, box 7 note
    “up to one level”
    """
    if planned_approach is not None and planned_approach not in {"caudal", "interlaminar"}:
        return NOT_APPLICABLE
    if planned_levels is not None and len(planned_levels) <= 1:
        return MET
    if planned_approach in {"caudal", "interlaminar"} and planned_levels is not None and len(planned_levels) > 1:
        return NOT_MET
    return MISSING


def verdict_bilateral(planned_approach: str | None, bilateral: bool | None, bilateral_reason: str | None) -> Verdict:
    """A transforaminal injection on both sides has a clinical reason.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, box 7 note
    “only when clinically indicated”
    """
    if (planned_approach is not None and planned_approach != "transforaminal") or bilateral is False:
        return NOT_APPLICABLE
    if bilateral_reason is not None:
        return MET
    return MISSING


def verdict_conservative_care(concurrent_care: dict[str, bool] | None) -> Verdict:
    """Conservative treatment goes with the injection.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, box 8
    “such as but not limited to”
    Readings: B13
    """
    if concurrent_care is not None and True in concurrent_care.values():
        return MET
    if concurrent_care is not None and len(concurrent_care) == 6 and True not in concurrent_care.values():
        return NOT_MET
    return MISSING


def verdict_program(programs: dict[str, bool] | None, concurrent_care: dict[str, bool] | None) -> Verdict:
    """The patient is in a rehabilitation, exercise or restoration program.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, box 9
    “home exercise program, or”
    Readings: B13b
    """
    if (
        (programs is not None and True in programs.values())
        or (concurrent_care is not None and concurrent_care.get("home_exercise") is True)
    ):
        return MET
    if (
        programs is not None
        and len(programs) == 2
        and True not in programs.values()
        and concurrent_care is not None
        and concurrent_care.get("home_exercise") is False
    ):
        return NOT_MET
    return MISSING


def verdict_contraindications(infections: dict[str, bool] | None, contraindications: dict[str, bool] | None) -> Verdict:
    """Each contraindication was looked for, and none is present.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, box 10
    “none of the following”
    “spinal infection or systemic infection”
    Readings: B14
    """
    if (
        infections is not None
        and infections.get("discitis") is False
        and infections.get("osteomyelitis") is False
        and infections.get("epidural_abscess") is False
        and infections.get("other_spinal_infection") is False
        and infections.get("systemic_infection") is False
        and contraindications is not None
        and len(contraindications) == 2
        and True not in contraindications.values()
    ):
        return MET
    if (
        (
            infections is not None
            and (
                infections.get("discitis") is True
                or infections.get("osteomyelitis") is True
                or infections.get("epidural_abscess") is True
                or infections.get("other_spinal_infection") is True
                or infections.get("systemic_infection") is True
            )
        )
        or (contraindications is not None and True in contraindications.values())
    ):
        return NOT_MET
    return MISSING


def verdict_any_date(
    fewest_prior_sessions_for_any_date: int,
    most_prior_sessions_for_any_date: int,
    planned_sessions: int | None,
) -> Verdict:
    """The session limit also holds if the service comes as early as the request.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, box 4
    “four or less”
    “rolling 12-month period”
    Readings: B7c
    """
    if planned_sessions is not None and most_prior_sessions_for_any_date + planned_sessions <= 4:
        return MET
    if fewest_prior_sessions_for_any_date + (1 if planned_sessions is None else planned_sessions) > 4:
        return NOT_MET
    return MISSING


def verdict_one_session(planned_sessions: int | None) -> Verdict:
    """One session is requested at a time.

    Noridian LCD L39240, known from a checklist made from it, no planned series
    Readings: B15
    """
    if planned_sessions is not None and planned_sessions <= 1:
        return MET
    if planned_sessions is not None and planned_sessions > 1:
        return NOT_MET
    return MISSING


def verdict_diagnostic_blocks(
    fewest_prior_sessions_in_this_region: int,
    most_prior_sessions_in_this_region: int,
    block_listed: bool | None,
) -> Verdict:
    """No listed session in this region is only a diagnostic nerve root block.

    Billing and coding article A58745, known from a summary of it, diagnostic blocks
    Readings: B6c
    """
    if most_prior_sessions_in_this_region < 1:
        return NOT_APPLICABLE
    if block_listed is False:
        return MET
    if fewest_prior_sessions_in_this_region >= 1 and block_listed is True:
        return NOT_MET
    return MISSING


def verdict_baseline_above_zero(
    fewest_prior_sessions_in_this_region: int,
    most_prior_sessions_in_this_region: int,
    baseline_score: float | None,
) -> Verdict:
    """The baseline is above 0, so that a change can be worked out.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, box 4
    Readings: B8
    """
    if most_prior_sessions_in_this_region < 1:
        return NOT_APPLICABLE
    if baseline_score is not None and baseline_score > 0:
        return MET
    if fewest_prior_sessions_in_this_region >= 1 and baseline_score is not None and baseline_score <= 0:
        return NOT_MET
    return MISSING


def verdict_past_92_days(
    fewest_prior_sessions_in_this_region: int,
    most_prior_sessions_in_this_region: int,
    fewest_follow_ups_for_past_92_days: int,
    most_follow_ups_for_past_92_days: int,
    first_fell_short: bool | None,
    service_date: str | None,
    latest_session_low: str,
    latest_session_high: str,
    latest_session_exists: bool | None,
    fewest_prior_sessions_for_first_retried: int,
    most_prior_sessions_for_first_retried: int,
    retry_rationale: str | None,
) -> Verdict:
    """The repeat does not hang on how three months are counted.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, box 4
    “in pain or function”
    “on the same scale”
    “at least 50%”
    “and a clear rationale”
    “first ESI”
    “underperforms”
    “after 14 days”
    “approach/level/medication”
    Readings: B8c, B8, B8b, B9c, B9b, B9
    """
    if most_prior_sessions_in_this_region < 1:
        return NOT_APPLICABLE
    if (
        fewest_follow_ups_for_past_92_days >= 1
        or truth_first_retried(
            fewest_prior_sessions_in_this_region,
            most_prior_sessions_in_this_region,
            first_fell_short,
            service_date,
            latest_session_low,
            latest_session_high,
            latest_session_exists,
            fewest_prior_sessions_for_first_retried,
            most_prior_sessions_for_first_retried,
            retry_rationale,
        ) is True
    ):
        return MET
    if (
        fewest_prior_sessions_in_this_region >= 1
        and most_follow_ups_for_past_92_days < 1
        and truth_first_retried(
            fewest_prior_sessions_in_this_region,
            most_prior_sessions_in_this_region,
            first_fell_short,
            service_date,
            latest_session_low,
            latest_session_high,
            latest_session_exists,
            fewest_prior_sessions_for_first_retried,
            most_prior_sessions_for_first_retried,
            retry_rationale,
        ) is False
    ):
        return NOT_MET
    return MISSING


def verdict_fourteenth_day(
    fewest_prior_sessions_in_this_region: int,
    most_prior_sessions_in_this_region: int,
    service_date: str | None,
    latest_session_low: str,
    latest_session_high: str,
    latest_session_exists: bool | None,
) -> Verdict:
    """A retry comes later than the fourteenth day.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, box 4 note
    “first ESI”
    “after 14 days”
    Readings: B9b
    """
    if most_prior_sessions_in_this_region < 1 or fewest_prior_sessions_in_this_region > 1:
        return NOT_APPLICABLE
    if latest_session_exists is True and (service_date or "2020-01-01") > plus_14_days(latest_session_high):
        return MET
    if (
        fewest_prior_sessions_in_this_region == most_prior_sessions_in_this_region
        and fewest_prior_sessions_in_this_region == 1
        and (latest_session_exists is False or (service_date or "2036-12-31") <= plus_14_days(latest_session_low))
    ):
        return NOT_MET
    return MISSING


def verdict_beyond_a_year(
    fewest_prior_sessions_for_beyond_a_year: int,
    most_prior_sessions_for_beyond_a_year: int,
    long_term_disability: bool | None,
    long_term_reason: str | None,
    primary_care_told: bool | None,
) -> Verdict:
    """Going on beyond 12 months has a reason, and primary care knows.

    Noridian LCD L39240, known from a checklist made from it, beyond 12 months
    Readings: B16
    """
    if most_prior_sessions_for_beyond_a_year < 1:
        return NOT_APPLICABLE
    if long_term_disability is True and long_term_reason is not None and primary_care_told is True:
        return MET
    if fewest_prior_sessions_for_beyond_a_year >= 1 and (long_term_disability is False or primary_care_told is False):
        return NOT_MET
    return MISSING


def verdict_listed_guidance(guidance: str | None) -> Verdict:
    """The guidance is one that the listed codes describe.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, list of codes
    Readings: B11
    """
    if guidance is not None and guidance != "ultrasound":
        return MET
    if guidance == "ultrasound":
        return NOT_MET
    return MISSING


def verdict_region_of_code(planned_region: str | None, codes: list[str] | None) -> Verdict:
    """The codes and the planned region agree.

    Noridian billing and coding article A58993, of which only the opening was at hand, definition of region
    """
    if (
        (planned_region == "cervical_thoracic" and codes is not None and SOME_CODES_4.isdisjoint(codes))
        or (planned_region == "lumbar_sacral" and codes is not None and SOME_CODES_5.isdisjoint(codes))
    ):
        return MET
    if (
        (
            (planned_region is not None and planned_region != "cervical_thoracic")
            or (codes is not None and not SOME_CODES_4.isdisjoint(codes))
        )
        and (
            (planned_region is not None and planned_region != "lumbar_sacral")
            or (codes is not None and not SOME_CODES_5.isdisjoint(codes))
        )
    ):
        return NOT_MET
    return MISSING


def verdict_approach_of_code(planned_approach: str | None, codes: list[str] | None) -> Verdict:
    """The codes and the planned approach agree.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, list of codes
    """
    if (
        (planned_approach == "transforaminal" and codes is not None and SOME_CODES_6.isdisjoint(codes))
        or (planned_approach in {"caudal", "interlaminar"} and codes is not None and SOME_CODES_7.isdisjoint(codes))
    ):
        return MET
    if (
        (
            (planned_approach is not None and planned_approach != "transforaminal")
            or (codes is not None and not SOME_CODES_6.isdisjoint(codes))
        )
        and (
            (planned_approach is not None and planned_approach not in {"caudal", "interlaminar"})
            or (codes is not None and not SOME_CODES_7.isdisjoint(codes))
        )
    ):
        return NOT_MET
    return MISSING


def verdict_levels_of_code(
    planned_approach: str | None,
    planned_levels: list[str] | None,
    codes: list[str] | None,
) -> Verdict:
    """The number of levels and the add-on codes agree.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, list of codes
    Readings: A14b
    """
    if planned_approach is not None and planned_approach != "transforaminal":
        return NOT_APPLICABLE
    if (
        planned_levels is not None
        and (
            (len(planned_levels) <= 1 and codes is not None and SOME_CODES_8.isdisjoint(codes))
            or (len(planned_levels) >= 2 and codes is not None and not SOME_CODES_8.isdisjoint(codes))
        )
    ):
        return MET
    if (
        planned_approach == "transforaminal"
        and (
            (planned_levels is not None and len(planned_levels) > 1)
            or (codes is not None and not SOME_CODES_8.isdisjoint(codes))
        )
        and (
            (planned_levels is not None and len(planned_levels) < 2)
            or (codes is not None and SOME_CODES_8.isdisjoint(codes))
        )
    ):
        return NOT_MET
    return MISSING


def verdict_levels_of_region(planned_region: str | None, planned_levels: list[str] | None) -> Verdict:
    """The planned levels lie in the planned region.

    Noridian billing and coding article A58993, of which only the opening was at hand, definition of region
    """
    if (
        (
            planned_region == "cervical_thoracic"
            and planned_levels is not None
            and SOME_PLANNED_LEVELS_1.isdisjoint(planned_levels)
        )
        or (
            planned_region == "lumbar_sacral"
            and planned_levels is not None
            and SOME_PLANNED_LEVELS_2.isdisjoint(planned_levels)
        )
    ):
        return MET
    if (
        (
            (planned_region is not None and planned_region != "cervical_thoracic")
            or (planned_levels is not None and not SOME_PLANNED_LEVELS_1.isdisjoint(planned_levels))
        )
        and (
            (planned_region is not None and planned_region != "lumbar_sacral")
            or (planned_levels is not None and not SOME_PLANNED_LEVELS_2.isdisjoint(planned_levels))
        )
    ):
        return NOT_MET
    return MISSING


def verdict_t12_l1(
    planned_approach: str | None,
    planned_levels: list[str] | None,
    planned_region: str | None,
    codes: list[str] | None,
) -> Verdict:
    """A transforaminal injection at T12-L1 is cervical or thoracic, code 64479.

    Noridian billing and coding article A58993, of which only the opening was at hand, T12-L1
    Readings: B10f
    """
    if (
        (planned_approach is not None and planned_approach != "transforaminal")
        or (planned_levels is not None and "T12-L1" not in planned_levels)
    ):
        return NOT_APPLICABLE
    if planned_region == "cervical_thoracic" and codes is not None and "64479" in codes:
        return MET
    if (
        planned_approach == "transforaminal"
        and planned_levels is not None
        and "T12-L1" in planned_levels
        and (
            (planned_region is not None and planned_region != "cervical_thoracic")
            or (codes is not None and "64479" not in codes)
        )
    ):
        return NOT_MET
    return MISSING


def verdict_one_approach(codes: list[str] | None) -> Verdict:
    """One approach is used in the region on one day.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, box 7 note
    Readings: B10d
    """
    if (
        codes is not None
        and ("62321" not in codes or "64479" not in codes)
        and ("62323" not in codes or "64483" not in codes)
    ):
        return MET
    if codes is not None and (("62321" in codes and "64479" in codes) or ("62323" in codes and "64483" in codes)):
        return NOT_MET
    return MISSING


def verdict_both_sides_approach(bilateral: bool | None, planned_approach: str | None) -> Verdict:
    """Only a transforaminal injection treats both sides.

    Novitas billing and coding article A56681, known from a summary of it, both sides
    Readings: B10b
    """
    if bilateral is False:
        return NOT_APPLICABLE
    if planned_approach == "transforaminal":
        return MET
    if bilateral is True and planned_approach is not None and planned_approach != "transforaminal":
        return NOT_MET
    return MISSING


def verdict_both_sides_levels(
    bilateral: bool | None,
    planned_levels: list[str] | None,
    each_level_reason: str | None,
) -> Verdict:
    """Each of several levels treated on both sides has its own reason.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.10, box 7 note
    Readings: B10
    """
    if bilateral is False or (planned_levels is not None and len(planned_levels) < 2):
        return NOT_APPLICABLE
    if each_level_reason is not None:
        return MET
    return MISSING


def truth_improved_by_half(
    follow_up_scale: str | None,
    response_scale: str | None,
    baseline_score: float | None,
    score: float | None,
) -> bool | None:
    """The score is at least half better than the baseline, on the same scale.

    “in pain or function”
    “on the same scale”
    “at least 50%”
    """
    if (
        follow_up_scale is not None
        and follow_up_scale == response_scale
        and (
            (
                follow_up_scale in {"ndi", "odi", "other_falling", "pain_nrs", "pain_vas", "rmdq"}
                and baseline_score is not None
                and baseline_score > 0
                and score is not None
                and 100 * (baseline_score - score) >= 50 * baseline_score - 0.05
            )
            or (
                follow_up_scale in {"other_rising", "promis_function", "sf36_function"}
                and baseline_score is not None
                and baseline_score > 0
                and 100 * ((0 if score is None else score) - baseline_score) >= 50 * baseline_score - 0.05
            )
        )
    ):
        return True
    if (
        (follow_up_scale is not None and response_scale is not None and follow_up_scale != response_scale)
        or (
            (
                (
                    follow_up_scale is not None
                    and follow_up_scale not in {"ndi", "odi", "other_falling", "pain_nrs", "pain_vas", "rmdq"}
                )
                or (
                    baseline_score is not None
                    and (
                        baseline_score <= 0
                        or (score is not None and 100 * (baseline_score - score) < 50 * baseline_score - 0.05)
                    )
                )
            )
            and (
                (
                    follow_up_scale is not None
                    and follow_up_scale not in {"other_rising", "promis_function", "sf36_function"}
                )
                or (
                    baseline_score is not None
                    and (
                        baseline_score <= 0
                        or 100 * ((100 if score is None else score) - baseline_score) < 50 * baseline_score - 0.05
                    )
                )
            )
        )
    ):
        return False
    return None


def truth_lasting_relief(
    fewest_follow_ups_for_lasting_relief: int,
    most_follow_ups_for_lasting_relief: int,
    fewest_follow_ups_for_lasting_relief_2: int,
    most_follow_ups_for_lasting_relief_2: int,
) -> bool | None:
    """Relief by half lasted three months after the latest session in the region.

    “for at least 3 months”
    “in pain or function”
    “on the same scale”
    “at least 50%”
    “sustained”
    """
    if fewest_follow_ups_for_lasting_relief >= 1 and most_follow_ups_for_lasting_relief_2 <= 0:
        return True
    if most_follow_ups_for_lasting_relief < 1 or fewest_follow_ups_for_lasting_relief_2 > 0:
        return False
    return None


def truth_done_differently(
    approach: str | None,
    planned_approach: str | None,
    levels: list[str] | None,
    planned_levels: list[str] | None,
    medication: str | None,
    planned_medication: str | None,
) -> bool | None:
    """The plan differs in approach, level or medication.

    “approach/level/medication”
    """
    if (
        (approach is not None and planned_approach is not None and approach != planned_approach)
        or (levels is not None and planned_levels is not None and frozenset(levels) != frozenset(planned_levels))
        or (medication is not None and planned_medication is not None and medication != planned_medication)
    ):
        return True
    if (
        approach is not None
        and approach == planned_approach
        and levels is not None
        and planned_levels is not None
        and frozenset(levels) == frozenset(planned_levels)
        and medication is not None
        and medication == planned_medication
    ):
        return False
    return None


def truth_first_retried(
    fewest_prior_sessions_in_this_region: int,
    most_prior_sessions_in_this_region: int,
    first_fell_short: bool | None,
    service_date: str | None,
    latest_session_low: str,
    latest_session_high: str,
    latest_session_exists: bool | None,
    fewest_prior_sessions_for_first_retried: int,
    most_prior_sessions_for_first_retried: int,
    retry_rationale: str | None,
) -> bool | None:
    """The first injection fell short, and the second is different.

    “and a clear rationale”
    “first ESI”
    “underperforms”
    “after 14 days”
    “approach/level/medication”
    """
    if (
        fewest_prior_sessions_in_this_region == most_prior_sessions_in_this_region
        and fewest_prior_sessions_in_this_region == 1
        and first_fell_short is True
        and latest_session_exists is True
        and (service_date or "2020-01-01") >= plus_14_days(latest_session_high)
        and fewest_prior_sessions_for_first_retried >= 1
        and retry_rationale is not None
    ):
        return True
    if (
        most_prior_sessions_in_this_region < 1
        or fewest_prior_sessions_in_this_region > 1
        or first_fell_short is False
        or latest_session_exists is False
        or (service_date or "2036-12-31") < plus_14_days(latest_session_low)
        or most_prior_sessions_for_first_retried < 1
    ):
        return False
    return None


def look_at_prior_sessions(
    prior_sessions: list[dict[str, Any]] | None,
    planned_region: str | None,
    planned_approach: str | None,
    planned_levels: list[str] | None,
    planned_medication: str | None,
    service_date: str | None,
    received_date: str | None,
) -> tuple[str, str, bool | None, int, int, int, int, str, str, bool | None, int, int, int, int, int, int]:
    """What prior sessions say, in one pass; of what may match, the least and the most."""
    if prior_sessions is None:
        return "1990-01-01", "2036-12-31", None, 0, 60, 0, 60, "1990-01-01", "2036-12-31", None, 0, 60, 0, 60, 0, 60
    service_date_minus_12_months = None if service_date is None else minus_12_months(service_date)
    received_date_minus_12_months = None if received_date is None else minus_12_months(received_date)
    latest_session_low, latest_session_high = "2036-12-31", "1990-01-01"
    latest_session_exists: bool | None = False
    fewest_prior_sessions_in_this_region = unclear_prior_sessions_in_this_region = 0
    fewest_prior_sessions_for_first_retried = unclear_prior_sessions_for_first_retried = 0
    first_session_low, first_session_high = "2036-12-31", "1990-01-01"
    first_session_exists: bool | None = False
    fewest_prior_sessions_for_session_limit = unclear_prior_sessions_for_session_limit = 0
    fewest_prior_sessions_for_any_date = unclear_prior_sessions_for_any_date = 0
    fewest_prior_sessions_for_beyond_a_year = unclear_prior_sessions_for_beyond_a_year = 0
    for row in prior_sessions:
        session_date = row.get("session_date")
        session_region = row.get("session_region")
        approach = row.get("approach")
        levels = row.get("levels")
        medication = row.get("medication")
        in_this_region = (
            True if session_region is not None and session_region == planned_region
            else False if session_region is not None and planned_region is not None and session_region != planned_region
            else None
        )
        done_differently = truth_done_differently(
            approach,
            planned_approach,
            levels,
            planned_levels,
            medication,
            planned_medication,
        )
        if in_this_region is True:
            if latest_session_exists is not True or (session_date or "1990-01-01") > latest_session_low:
                latest_session_low = session_date or "1990-01-01"
            latest_session_exists = True
            if (session_date or "2036-12-31") > latest_session_high:
                latest_session_high = session_date or "2036-12-31"
            fewest_prior_sessions_in_this_region += 1
            if first_session_exists is not True or (session_date or "2036-12-31") < first_session_high:
                first_session_high = session_date or "2036-12-31"
            first_session_exists = True
            if (session_date or "1990-01-01") < first_session_low:
                first_session_low = session_date or "1990-01-01"
        elif in_this_region is None:
            if latest_session_exists is not True and (session_date or "1990-01-01") < latest_session_low:
                latest_session_low = session_date or "1990-01-01"
            latest_session_exists = latest_session_exists or None
            if (session_date or "2036-12-31") > latest_session_high:
                latest_session_high = session_date or "2036-12-31"
            unclear_prior_sessions_in_this_region += 1
            if first_session_exists is not True and (session_date or "2036-12-31") > first_session_high:
                first_session_high = session_date or "2036-12-31"
            first_session_exists = first_session_exists or None
            if (session_date or "1990-01-01") < first_session_low:
                first_session_low = session_date or "1990-01-01"
        if in_this_region is True and done_differently is True:
            fewest_prior_sessions_for_first_retried += 1
        elif not (in_this_region is False or done_differently is False):
            unclear_prior_sessions_for_first_retried += 1
        if (
            in_this_region is True
            and session_date is not None
            and session_date > (service_date_minus_12_months or "2035-12-31")
            and (session_date or "2036-12-31") <= (service_date or "2020-01-01")
        ):
            fewest_prior_sessions_for_session_limit += 1
        elif not (
            in_this_region is False
            or (
                session_date is not None
                and (
                    session_date <= (service_date_minus_12_months or "2019-01-01")
                    or (service_date is not None and session_date > service_date)
                )
            )
        ):
            unclear_prior_sessions_for_session_limit += 1
        if (
            in_this_region is True
            and session_date is not None
            and session_date > (received_date_minus_12_months or "2035-12-31")
            and (session_date or "2036-12-31") <= (service_date or "2020-01-01")
        ):
            fewest_prior_sessions_for_any_date += 1
        elif not (
            in_this_region is False
            or (
                session_date is not None
                and (
                    session_date <= (received_date_minus_12_months or "2019-01-01")
                    or (service_date is not None and session_date > service_date)
                )
            )
        ):
            unclear_prior_sessions_for_any_date += 1
        if (
            in_this_region is True
            and session_date is not None
            and session_date < (service_date_minus_12_months or "2019-01-01")
        ):
            fewest_prior_sessions_for_beyond_a_year += 1
        elif not (
            in_this_region is False
            or (session_date is not None and session_date >= (service_date_minus_12_months or "2035-12-31"))
        ):
            unclear_prior_sessions_for_beyond_a_year += 1
    return (
        latest_session_low,
        latest_session_high,
        latest_session_exists,
        fewest_prior_sessions_in_this_region,
        fewest_prior_sessions_in_this_region + unclear_prior_sessions_in_this_region,
        fewest_prior_sessions_for_first_retried,
        fewest_prior_sessions_for_first_retried + unclear_prior_sessions_for_first_retried,
        first_session_low,
        first_session_high,
        first_session_exists,
        fewest_prior_sessions_for_session_limit,
        fewest_prior_sessions_for_session_limit + unclear_prior_sessions_for_session_limit,
        fewest_prior_sessions_for_any_date,
        fewest_prior_sessions_for_any_date + unclear_prior_sessions_for_any_date,
        fewest_prior_sessions_for_beyond_a_year,
        fewest_prior_sessions_for_beyond_a_year + unclear_prior_sessions_for_beyond_a_year,
    )


def look_at_follow_ups(
    follow_ups: list[dict[str, Any]] | None,
    latest_session_low: str,
    latest_session_high: str,
    latest_session_exists: bool | None,
    service_date: str | None,
    response_scale: str | None,
    baseline_score: float | None,
) -> tuple[int, int, int, int, int, int, int, int]:
    """What follow ups say, in one pass; of what may match, the least and the most."""
    if follow_ups is None:
        return 0, 40, 0, 40, 0, 40, 0, 40
    latest_session_low_plus_3_months = plus_3_months(latest_session_low)
    latest_session_high_plus_3_months = plus_3_months(latest_session_high)
    latest_session_low_plus_92_days = plus_92_days(latest_session_low)
    latest_session_high_plus_92_days = plus_92_days(latest_session_high)
    fewest_follow_ups_for_lasting_relief = unclear_follow_ups_for_lasting_relief = 0
    fewest_follow_ups_for_lasting_relief_2 = unclear_follow_ups_for_lasting_relief_2 = 0
    fewest_follow_ups_for_past_92_days = unclear_follow_ups_for_past_92_days = 0
    fewest_follow_ups_for_same_scale = unclear_follow_ups_for_same_scale = 0
    for row in follow_ups:
        follow_up_date = row.get("follow_up_date")
        follow_up_scale = row.get("follow_up_scale")
        score = row.get("score")
        improved_by_half = truth_improved_by_half(follow_up_scale, response_scale, baseline_score, score)
        if (
            follow_up_date is not None
            and latest_session_exists is True
            and follow_up_date >= latest_session_high_plus_3_months
            and (follow_up_date or "2036-12-31") <= (service_date or "2020-01-01")
            and improved_by_half is True
        ):
            fewest_follow_ups_for_lasting_relief += 1
        elif not (
            latest_session_exists is False
            or (follow_up_date or "2036-12-31") < latest_session_low_plus_3_months
            or (follow_up_date is not None and service_date is not None and follow_up_date > service_date)
            or improved_by_half is False
        ):
            unclear_follow_ups_for_lasting_relief += 1
        if (
            (latest_session_exists is False or (follow_up_date is not None and follow_up_date > latest_session_high))
            and (latest_session_exists is False or (follow_up_date or "2036-12-31") <= latest_session_low_plus_3_months)
            and improved_by_half is False
        ):
            fewest_follow_ups_for_lasting_relief_2 += 1
        elif not (
            (latest_session_exists is True and (follow_up_date or "2036-12-31") <= latest_session_low)
            or (
                follow_up_date is not None
                and latest_session_exists is True
                and follow_up_date > latest_session_high_plus_3_months
            )
            or improved_by_half is True
        ):
            unclear_follow_ups_for_lasting_relief_2 += 1
        if (
            follow_up_date is not None
            and latest_session_exists is True
            and follow_up_date > latest_session_high_plus_92_days
            and (follow_up_date or "2036-12-31") <= (service_date or "2020-01-01")
            and improved_by_half is True
        ):
            fewest_follow_ups_for_past_92_days += 1
        elif not (
            latest_session_exists is False
            or (follow_up_date or "2036-12-31") <= latest_session_low_plus_92_days
            or (follow_up_date is not None and service_date is not None and follow_up_date > service_date)
            or improved_by_half is False
        ):
            unclear_follow_ups_for_past_92_days += 1
        if follow_up_scale is not None and response_scale is not None and follow_up_scale != response_scale:
            fewest_follow_ups_for_same_scale += 1
        elif not (follow_up_scale is not None and follow_up_scale == response_scale):
            unclear_follow_ups_for_same_scale += 1
    return (
        fewest_follow_ups_for_lasting_relief,
        fewest_follow_ups_for_lasting_relief + unclear_follow_ups_for_lasting_relief,
        fewest_follow_ups_for_lasting_relief_2,
        fewest_follow_ups_for_lasting_relief_2 + unclear_follow_ups_for_lasting_relief_2,
        fewest_follow_ups_for_past_92_days,
        fewest_follow_ups_for_past_92_days + unclear_follow_ups_for_past_92_days,
        fewest_follow_ups_for_same_scale,
        fewest_follow_ups_for_same_scale + unclear_follow_ups_for_same_scale,
    )


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
    examination = get("examination")
    imaging = get("imaging")
    infections = get("infections")
    steroid_injection = get("steroid_injection")
    payer = get("payer")
    place_of_service = get("place_of_service")
    bill_type = get("bill_type")
    emergency_modifier = get("emergency_modifier")
    emergency_revenue = get("emergency_revenue")
    provider_exempt = get("provider_exempt")
    expedited = get("expedited")
    decision_date = get("decision_date")
    records_asked = get("records_asked")
    history = get("history")
    pain_duration = get("pain_duration")
    symptoms = get("symptoms")
    post_laminectomy_syndrome = get("post_laminectomy_syndrome")
    acute_zoster_pain = get("acute_zoster_pain")
    limits_life = get("limits_life")
    long_term_disability = get("long_term_disability")
    causes = get("causes")
    cannot_tolerate_care = get("cannot_tolerate_care")
    care_failed = get("care_failed")
    care_duration = get("care_duration")
    zoster_refractory = get("zoster_refractory")
    response_scale = get("response_scale")
    baseline_date = get("baseline_date")
    baseline_score = get("baseline_score")
    follow_ups = get("follow_ups")
    prior_sessions = get("prior_sessions")
    first_fell_short = get("first_fell_short")
    block_listed = get("block_listed")
    retry_rationale = get("retry_rationale")
    long_term_reason = get("long_term_reason")
    primary_care_told = get("primary_care_told")
    planned_sessions = get("planned_sessions")
    planned_region = get("planned_region")
    other_region_too = get("other_region_too")
    planned_approach = get("planned_approach")
    planned_levels = get("planned_levels")
    planned_medication = get("planned_medication")
    bilateral = get("bilateral")
    bilateral_reason = get("bilateral_reason")
    each_level_reason = get("each_level_reason")
    guidance = get("guidance")
    contrast_allergy = get("contrast_allergy")
    sedation = get("sedation")
    sedation_need = get("sedation_need")
    concurrent_care = get("concurrent_care")
    programs = get("programs")
    contraindications = get("contraindications")
    try:
        return (
            (codes is None or is_codes(codes, "[0-9A-Z][0-9]{3}[0-9A-Z]"))
            and (received_date is None or ("2020-01-01" <= received_date <= "2036-12-31" and is_day(received_date)))
            and (service_date is None or ("2020-01-01" <= service_date <= "2036-12-31" and is_day(service_date)))
            and (state is None or state in STATE_ANSWERS)
            and (pregnant is None or pregnant is True or pregnant is False)
            and (
                examination is None
                or (type(examination) is str and len(examination) <= 500 and examination.strip(' \t\n\r') != "")
            )
            and (imaging is None or (type(imaging) is str and len(imaging) <= 500 and imaging.strip(' \t\n\r') != ""))
            and (
                infections is None
                or (
                    type(infections) is dict
                    and INFECTIONS_ANSWERS.issuperset(infections)
                    and YES_OR_NO.issuperset(map(type, infections.values()))
                )
            )
            and (steroid_injection is None or steroid_injection is True or steroid_injection is False)
            and (payer is None or payer in PAYER_ANSWERS)
            and (place_of_service is None or place_of_service in PLACE_OF_SERVICE_ANSWERS)
            and (bill_type is None or bill_type in BILL_TYPE_ANSWERS)
            and (emergency_modifier is None or emergency_modifier is True or emergency_modifier is False)
            and (emergency_revenue is None or emergency_revenue is True or emergency_revenue is False)
            and (provider_exempt is None or provider_exempt is True or provider_exempt is False)
            and (expedited is None or expedited is True or expedited is False)
            and (decision_date is None or ("2026-01-05" <= decision_date <= "2036-12-31" and is_day(decision_date)))
            and (records_asked is None or ("2026-01-15" <= records_asked <= "2036-12-31" and is_day(records_asked)))
            and (history is None or (type(history) is str and len(history) <= 500 and history.strip(' \t\n\r') != ""))
            and (pain_duration is None or (type(pain_duration) is int and 0 <= pain_duration <= 5200))
            and (
                symptoms is None
                or (
                    type(symptoms) is dict
                    and SYMPTOMS_ANSWERS.issuperset(symptoms)
                    and YES_OR_NO.issuperset(map(type, symptoms.values()))
                )
            )
            and (
                post_laminectomy_syndrome is None
                or post_laminectomy_syndrome is True
                or post_laminectomy_syndrome is False
            )
            and (acute_zoster_pain is None or acute_zoster_pain is True or acute_zoster_pain is False)
            and (limits_life is None or limits_life is True or limits_life is False)
            and (long_term_disability is None or long_term_disability is True or long_term_disability is False)
            and (
                causes is None
                or (
                    type(causes) is dict
                    and CAUSES_ANSWERS.issuperset(causes)
                    and YES_OR_NO.issuperset(map(type, causes.values()))
                )
            )
            and (cannot_tolerate_care is None or cannot_tolerate_care is True or cannot_tolerate_care is False)
            and (care_failed is None or care_failed is True or care_failed is False)
            and (care_duration is None or (type(care_duration) is int and 0 <= care_duration <= 5200))
            and (zoster_refractory is None or zoster_refractory is True or zoster_refractory is False)
            and (response_scale is None or response_scale in RESPONSE_SCALE_ANSWERS)
            and (baseline_date is None or ("1990-01-01" <= baseline_date <= "2036-12-31" and is_day(baseline_date)))
            and (
                baseline_score is None
                or (type(baseline_score) is int and 0 <= baseline_score <= 100)
                or is_number(baseline_score, 0, 100, 1)
            )
            and (
                follow_ups is None
                or (type(follow_ups) is list and len(follow_ups) <= 40 and all(map(is_valid_follow_ups, follow_ups)))
            )
            and (
                prior_sessions is None
                or (
                    type(prior_sessions) is list
                    and len(prior_sessions) <= 60
                    and all(map(is_valid_prior_sessions, prior_sessions))
                    and (
                        len(prior_sessions) < 2
                        or len({(row.get("session_date"), row.get("session_region"),) for row in prior_sessions}) == len(prior_sessions)
                    )
                )
            )
            and (first_fell_short is None or first_fell_short is True or first_fell_short is False)
            and (block_listed is None or block_listed is True or block_listed is False)
            and (
                retry_rationale is None
                or (
                    type(retry_rationale) is str
                    and len(retry_rationale) <= 500
                    and retry_rationale.strip(' \t\n\r') != ""
                )
            )
            and (
                long_term_reason is None
                or (
                    type(long_term_reason) is str
                    and len(long_term_reason) <= 500
                    and long_term_reason.strip(' \t\n\r') != ""
                )
            )
            and (primary_care_told is None or primary_care_told is True or primary_care_told is False)
            and (planned_sessions is None or (type(planned_sessions) is int and 1 <= planned_sessions <= 12))
            and (planned_region is None or planned_region in PLANNED_REGION_ANSWERS)
            and (other_region_too is None or other_region_too is True or other_region_too is False)
            and (planned_approach is None or planned_approach in PLANNED_APPROACH_ANSWERS)
            and (
                planned_levels is None
                or (
                    type(planned_levels) is list
                    and PLANNED_LEVELS_ANSWERS.issuperset(planned_levels)
                    and len(set(planned_levels)) == len(planned_levels)
                )
            )
            and (planned_medication is None or planned_medication in PLANNED_MEDICATION_ANSWERS)
            and (bilateral is None or bilateral is True or bilateral is False)
            and (
                bilateral_reason is None
                or (
                    type(bilateral_reason) is str
                    and len(bilateral_reason) <= 500
                    and bilateral_reason.strip(' \t\n\r') != ""
                )
            )
            and (
                each_level_reason is None
                or (
                    type(each_level_reason) is str
                    and len(each_level_reason) <= 500
                    and each_level_reason.strip(' \t\n\r') != ""
                )
            )
            and (guidance is None or guidance in GUIDANCE_ANSWERS)
            and (contrast_allergy is None or contrast_allergy is True or contrast_allergy is False)
            and (sedation is None or sedation in SEDATION_ANSWERS)
            and (
                sedation_need is None
                or (type(sedation_need) is str and len(sedation_need) <= 500 and sedation_need.strip(' \t\n\r') != "")
            )
            and (
                concurrent_care is None
                or (
                    type(concurrent_care) is dict
                    and CONCURRENT_CARE_ANSWERS.issuperset(concurrent_care)
                    and YES_OR_NO.issuperset(map(type, concurrent_care.values()))
                )
            )
            and (
                programs is None
                or (
                    type(programs) is dict
                    and PROGRAMS_ANSWERS.issuperset(programs)
                    and YES_OR_NO.issuperset(map(type, programs.values()))
                )
            )
            and (
                contraindications is None
                or (
                    type(contraindications) is dict
                    and CONTRAINDICATIONS_ANSWERS.issuperset(contraindications)
                    and YES_OR_NO.issuperset(map(type, contraindications.values()))
                )
            )
            # no key that is not a fact, and no null
            and len(request) == (
                (codes is not None)
                + (received_date is not None)
                + (service_date is not None)
                + (state is not None)
                + (pregnant is not None)
                + (examination is not None)
                + (imaging is not None)
                + (infections is not None)
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
                + (follow_ups is not None)
                + (prior_sessions is not None)
                + (first_fell_short is not None)
                + (block_listed is not None)
                + (retry_rationale is not None)
                + (long_term_reason is not None)
                + (primary_care_told is not None)
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
                + (contraindications is not None)
            )
        )
    except (TypeError, ValueError, AttributeError):  # unhashable, or of another type
        return False


def is_valid_follow_ups(row: object) -> bool:
    """The same for one record of follow_ups."""
    if type(row) is not dict:
        return False
    get = row.get
    follow_up_date = get("follow_up_date")
    follow_up_scale = get("follow_up_scale")
    score = get("score")
    try:
        return (
            (follow_up_date is None or ("1990-01-01" <= follow_up_date <= "2036-12-31" and is_day(follow_up_date)))
            and (follow_up_scale is None or follow_up_scale in FOLLOW_UP_SCALE_ANSWERS)
            and (score is None or (type(score) is int and 0 <= score <= 100) or is_number(score, 0, 100, 1))
            # no key that is not a fact, and no null
            and len(row) == (follow_up_date is not None) + (follow_up_scale is not None) + (score is not None)
        )
    except (TypeError, ValueError, AttributeError):  # unhashable, or of another type
        return False


def is_valid_prior_sessions(row: object) -> bool:
    """The same for one record of prior_sessions."""
    if type(row) is not dict:
        return False
    get = row.get
    session_date = get("session_date")
    session_region = get("session_region")
    approach = get("approach")
    levels = get("levels")
    medication = get("medication")
    try:
        return (
            (session_date is None or ("1990-01-01" <= session_date <= "2036-12-31" and is_day(session_date)))
            and (session_region is None or session_region in SESSION_REGION_ANSWERS)
            and (approach is None or approach in APPROACH_ANSWERS)
            and (
                levels is None
                or (type(levels) is list and LEVELS_ANSWERS.issuperset(levels) and len(set(levels)) == len(levels))
            )
            and (medication is None or medication in MEDICATION_ANSWERS)
            # no key that is not a fact, and no null
            and len(row) == (
                (session_date is not None)
                + (session_region is not None)
                + (approach is not None)
                + (levels is not None)
                + (medication is not None)
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
SYMPTOMS_ANSWERS = frozenset(("radiculopathy", "radicular_pain", "claudication"))
CAUSES_ANSWERS = frozenset(("herniation", "osteophytes", "degeneration"))
RESPONSE_SCALE_ANSWERS = frozenset((
    "pain_nrs", "pain_vas", "odi", "rmdq", "ndi", "sf36_function", "promis_function", "other_falling", "other_rising",
))
FOLLOW_UP_SCALE_ANSWERS = frozenset((
    "pain_nrs", "pain_vas", "odi", "rmdq", "ndi", "sf36_function", "promis_function", "other_falling", "other_rising",
))
SESSION_REGION_ANSWERS = frozenset(("cervical_thoracic", "lumbar_sacral"))
APPROACH_ANSWERS = frozenset(("transforaminal", "interlaminar", "caudal"))
LEVELS_ANSWERS = frozenset((
    "C1-C2", "C2-C3", "C3-C4", "C4-C5", "C5-C6", "C6-C7", "C7-T1", "T1-T2", "T2-T3", "T3-T4", "T4-T5", "T5-T6",
    "T6-T7", "T7-T8", "T8-T9", "T9-T10", "T10-T11", "T11-T12", "T12-L1", "L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1",
    "S1", "S2", "S3", "S4", "sacral_hiatus",
))
MEDICATION_ANSWERS = frozenset((
    "dexamethasone", "triamcinolone", "betamethasone", "methylprednisolone", "other_steroid",
))
PLANNED_REGION_ANSWERS = frozenset(("cervical_thoracic", "lumbar_sacral"))
PLANNED_APPROACH_ANSWERS = frozenset(("transforaminal", "interlaminar", "caudal"))
PLANNED_LEVELS_ANSWERS = frozenset((
    "C1-C2", "C2-C3", "C3-C4", "C4-C5", "C5-C6", "C6-C7", "C7-T1", "T1-T2", "T2-T3", "T3-T4", "T4-T5", "T5-T6",
    "T6-T7", "T7-T8", "T8-T9", "T9-T10", "T10-T11", "T11-T12", "T12-L1", "L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1",
    "S1", "S2", "S3", "S4", "sacral_hiatus",
))
PLANNED_MEDICATION_ANSWERS = frozenset((
    "dexamethasone", "triamcinolone", "betamethasone", "methylprednisolone", "other_steroid",
))
GUIDANCE_ANSWERS = frozenset(("fluoroscopy", "ct", "no_contrast", "ultrasound", "other_guidance"))
SEDATION_ANSWERS = frozenset(("light", "moderate", "deep", "general", "monitored"))
CONCURRENT_CARE_ANSWERS = frozenset((
    "drugs", "physical_therapy", "manipulation", "behavioral_therapy", "home_exercise", "other_care",
))
PROGRAMS_ANSWERS = frozenset(("rehabilitation", "restoration"))
CONTRAINDICATIONS_ANSWERS = frozenset(("cord_lesion", "cauda_lesion"))
SOME_CODES_1 = frozenset(("22551", "22552", "63650"))
SOME_CODES_2 = frozenset(("61867", "61868"))
SOME_CODES_3 = frozenset(("62321", "64479", "64480", "64483", "64484"))
SOME_CODES_4 = frozenset(("62323", "64483", "64484"))
SOME_CODES_5 = frozenset(("62321", "64479", "64480"))
SOME_CODES_6 = frozenset(("62321", "62323"))
SOME_CODES_7 = frozenset(("64479", "64480", "64483", "64484"))
SOME_CODES_8 = frozenset(("64480", "64484"))
SOME_PLANNED_LEVELS_1 = frozenset((
    "L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1", "S1", "S2", "S3", "S4", "sacral_hiatus",
))
SOME_PLANNED_LEVELS_2 = frozenset((
    "C1-C2", "C2-C3", "C3-C4", "C4-C5", "C5-C6", "C6-C7", "C7-T1", "T1-T2", "T10-T11", "T11-T12", "T2-T3", "T3-T4",
    "T4-T5", "T5-T6", "T6-T7", "T7-T8", "T8-T9", "T9-T10",
))
minus_12_months = mover(-12, 0)
plus_14_days = mover(0, 14)
plus_3_months = mover(3, 0)
plus_92_days = mover(0, 92)

POLICY = load(__spec__)
