"""Epidural steroid injections for pain management: policy esi, version 1.0.0.

For requests received on or after 2026-01-05 and before 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 1.0, section 6.2.11, 2025-10-10.

Generated from policies/esi/1.0.0.yaml; do not edit.
It speaks of documentation and makes no coverage decision. None means that the
chart does not say.
"""

from __future__ import annotations

from typing import Any

from wiser_policies._rules import is_codes, is_number, problems, read
from wiser_policies._runtime import (
    EARLIEST,
    FEWEST,
    LATEST,
    MET,
    MISSING,
    MOST,
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
    none_of,
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
    examination = get("examination")
    imaging = get("imaging")
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
        verdict_any_date(
            fewest_prior_sessions_for_any_date,
            most_prior_sessions_for_any_date,
            planned_sessions,
        ),
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

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, dates of this version
    Readings: A15
    """
    if received_date is not None and received_date >= "2026-01-05" and received_date < "2026-04-24":
        return MET
    if (
        received_date is not None
        and (received_date < "2026-01-05" or received_date >= "2026-04-24")
    ):
        return NOT_MET
    return MISSING


def verdict_listed_code(codes: list[str] | None, steroid_injection: bool | None) -> Verdict:
    """A procedure code of this policy is on the request.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, list of codes
    Readings: A18
    """
    if (
        codes is not None
        and (not SOME_CODES_3.isdisjoint(codes) or ("62323" in codes and steroid_injection is True))
    ):
        return MET
    if (
        codes is not None
        and SOME_CODES_3.isdisjoint(codes)
        and ("62323" not in codes or steroid_injection is False)
    ):
        return NOT_MET
    return MISSING


def verdict_code_62323(codes: list[str] | None, steroid_injection: bool | None) -> Verdict:
    """Code 62323 is used for this service.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, list of codes
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

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, list of codes
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

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, list of codes
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

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 1
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
            (
                symptoms is not None
                and True in symptoms.values()
                and causes is not None
                and True in causes.values()
            )
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


def verdict_severity(
    limits_life: bool | None,
    response_scale: str | None,
    baseline_score: float | None,
) -> Verdict:
    """The pain greatly affects life or function, and a baseline score exists.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 2
    “quality of life or function”
    Readings: B3
    """
    if limits_life is True and response_scale is not None and baseline_score is not None:
        return MET
    if limits_life is False:
        return NOT_MET
    return MISSING


def verdict_same_scale(
    fewest_follow_ups_for_same_scale: float,
    most_follow_ups_for_same_scale: float,
) -> Verdict:
    """Every follow-up repeats the baseline scale.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 2
    “same scale was repeated at each follow-up”
    Readings: B4
    """
    if most_follow_ups_for_same_scale <= 0:
        return MET
    if fewest_follow_ups_for_same_scale > 0:
        return NOT_MET
    return MISSING


def verdict_baseline_first(
    fewest_prior_sessions_in_this_region: float,
    most_prior_sessions_in_this_region: float,
    baseline_date: str | None,
    first_session_low: str,
    first_session_high: str,
    first_session_exists: bool | None,
) -> Verdict:
    """The baseline was taken before the first injection in this region.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 2
    “prior to interventions”
    Readings: B8
    """
    if most_prior_sessions_in_this_region < 1:
        return NOT_APPLICABLE
    if (
        baseline_date is not None
        and first_session_exists is True
        and baseline_date <= first_session_low
    ):
        return MET
    if (
        fewest_prior_sessions_in_this_region >= 1
        and (
            first_session_exists is False
            or (baseline_date is not None and baseline_date > first_session_high)
        )
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
    fewest_prior_sessions_for_session_limit: float,
    most_prior_sessions_for_session_limit: float,
    planned_sessions: int | None,
) -> Verdict:
    """No more than four sessions in this region in a rolling 12 months.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 4
    “per spinal region”
    “four or less”
    “rolling 12-month period”
    Readings: B6, B6b, B6c, B7d, B7, B7b, B7c
    """
    if (
        planned_sessions is not None
        and most_prior_sessions_for_session_limit + planned_sessions <= 4
    ):
        return MET
    if (
        planned_sessions is not None
        and fewest_prior_sessions_for_session_limit + planned_sessions > 4
    ):
        return NOT_MET
    return MISSING


def verdict_repeat_response(
    fewest_prior_sessions_in_this_region: float,
    most_prior_sessions_in_this_region: float,
    fewest_follow_ups_for_lasting_relief: float,
    most_follow_ups_for_lasting_relief: float,
    fewest_follow_ups_for_lasting_relief_2: float,
    most_follow_ups_for_lasting_relief_2: float,
    first_fell_short: bool | None,
    service_date: str | None,
    latest_session_low: str,
    latest_session_high: str,
    latest_session_exists: bool | None,
    fewest_prior_sessions_for_first_retried: float,
    most_prior_sessions_for_first_retried: float,
    retry_rationale: str | None,
) -> Verdict:
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

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 5
    “If applicable”
    Readings: B12
    """
    if sedation is not None and sedation not in {"deep", "general", "moderate", "monitored"}:
        return NOT_APPLICABLE
    if sedation_need is not None:
        return MET
    return MISSING


def verdict_image_guidance(
    guidance: str | None,
    contrast_allergy: bool | None,
    pregnant: bool | None,
) -> Verdict:
    """Fluoroscopy or CT with contrast guides the needle.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 6
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


def verdict_plan(
    planned_approach: str | None,
    planned_region: str | None,
    planned_levels: list[str] | None,
) -> Verdict:
    """Approach, levels and region are planned.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 7
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

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 7 note
    “in one spinal region”
    Readings: B10c
    """
    if other_region_too is False:
        return MET
    if other_region_too is True:
        return NOT_MET
    return MISSING


def verdict_transforaminal_levels(
    planned_approach: str | None,
    planned_levels: list[str] | None,
) -> Verdict:
    """A transforaminal injection targets no more than two levels.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 7 note
    “up to 2 levels”
    Readings: B10
    """
    if planned_approach is not None and planned_approach != "transforaminal":
        return NOT_APPLICABLE
    if planned_levels is not None and len(planned_levels) <= 2:
        return MET
    if (
        planned_approach == "transforaminal"
        and planned_levels is not None
        and len(planned_levels) > 2
    ):
        return NOT_MET
    return MISSING


def verdict_other_approach_levels(
    planned_approach: str | None,
    planned_levels: list[str] | None,
) -> Verdict:
    """An interlaminar or caudal injection targets one level.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 7 note
    “up to 1 level”
    """
    if planned_approach is not None and planned_approach not in {"caudal", "interlaminar"}:
        return NOT_APPLICABLE
    if planned_levels is not None and len(planned_levels) <= 1:
        return MET
    if (
        planned_approach in {"caudal", "interlaminar"}
        and planned_levels is not None
        and len(planned_levels) > 1
    ):
        return NOT_MET
    return MISSING


def verdict_bilateral(
    planned_approach: str | None,
    bilateral: bool | None,
    bilateral_reason: str | None,
) -> Verdict:
    """A transforaminal injection on both sides has a clinical reason.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 7 note
    “only when clinically indicated”
    """
    if (
        (planned_approach is not None and planned_approach != "transforaminal")
        or bilateral is False
    ):
        return NOT_APPLICABLE
    if bilateral_reason is not None:
        return MET
    return MISSING


def verdict_conservative_care(concurrent_care: dict[str, bool] | None) -> Verdict:
    """A combination of conservative treatments goes with the injection.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 8
    “a combination of”
    Readings: B13
    """
    if (
        (concurrent_care is not None and concurrent_care.get("drugs") is True)
        + (concurrent_care is not None and concurrent_care.get("physical_therapy") is True)
        + (concurrent_care is not None and concurrent_care.get("manipulation") is True)
        + (concurrent_care is not None and concurrent_care.get("behavioral_therapy") is True)
        + (concurrent_care is not None and concurrent_care.get("home_exercise") is True)
        + (concurrent_care is not None and concurrent_care.get("other_care") is True)
    ) >= 2:
        return MET
    if (
        (concurrent_care is not None and concurrent_care.get("drugs") is False)
        + (concurrent_care is not None and concurrent_care.get("physical_therapy") is False)
        + (concurrent_care is not None and concurrent_care.get("manipulation") is False)
        + (concurrent_care is not None and concurrent_care.get("behavioral_therapy") is False)
        + (concurrent_care is not None and concurrent_care.get("home_exercise") is False)
        + (concurrent_care is not None and concurrent_care.get("other_care") is False)
    ) >= 5:
        return NOT_MET
    return MISSING


def verdict_program(
    programs: dict[str, bool] | None,
    concurrent_care: dict[str, bool] | None,
) -> Verdict:
    """The patient is in a rehabilitation, exercise or restoration program.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 9
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


def verdict_any_date(
    fewest_prior_sessions_for_any_date: float,
    most_prior_sessions_for_any_date: float,
    planned_sessions: int | None,
) -> Verdict:
    """The session limit also holds if the service comes as early as the request.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 4
    “four or less”
    “rolling 12-month period”
    Readings: B7c
    """
    if planned_sessions is not None and most_prior_sessions_for_any_date + planned_sessions <= 4:
        return MET
    if planned_sessions is not None and fewest_prior_sessions_for_any_date + planned_sessions > 4:
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
    fewest_prior_sessions_in_this_region: float,
    most_prior_sessions_in_this_region: float,
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
    fewest_prior_sessions_in_this_region: float,
    most_prior_sessions_in_this_region: float,
    baseline_score: float | None,
) -> Verdict:
    """The baseline is above 0, so that a change can be worked out.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 4
    Readings: B8
    """
    if most_prior_sessions_in_this_region < 1:
        return NOT_APPLICABLE
    if baseline_score is not None and baseline_score > 0:
        return MET
    if (
        fewest_prior_sessions_in_this_region >= 1
        and baseline_score is not None
        and baseline_score <= 0
    ):
        return NOT_MET
    return MISSING


def verdict_past_92_days(
    fewest_prior_sessions_in_this_region: float,
    most_prior_sessions_in_this_region: float,
    fewest_follow_ups_for_past_92_days: float,
    most_follow_ups_for_past_92_days: float,
    first_fell_short: bool | None,
    service_date: str | None,
    latest_session_low: str,
    latest_session_high: str,
    latest_session_exists: bool | None,
    fewest_prior_sessions_for_first_retried: float,
    most_prior_sessions_for_first_retried: float,
    retry_rationale: str | None,
) -> Verdict:
    """The repeat does not hang on how three months are counted.

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
    fewest_prior_sessions_in_this_region: float,
    most_prior_sessions_in_this_region: float,
    service_date: str | None,
    latest_session_low: str,
    latest_session_high: str,
    latest_session_exists: bool | None,
) -> Verdict:
    """A retry comes later than the fourteenth day.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 4 note
    “first ESI”
    “after 14 days”
    Readings: B9b
    """
    if most_prior_sessions_in_this_region < 1 or fewest_prior_sessions_in_this_region > 1:
        return NOT_APPLICABLE
    if (
        service_date is not None
        and latest_session_exists is True
        and service_date > plus_14_days(latest_session_high)
    ):
        return MET
    if (
        fewest_prior_sessions_in_this_region == most_prior_sessions_in_this_region
        and fewest_prior_sessions_in_this_region == 1
        and (
            latest_session_exists is False
            or (service_date is not None and service_date <= plus_14_days(latest_session_low))
        )
    ):
        return NOT_MET
    return MISSING


def verdict_beyond_a_year(
    fewest_prior_sessions_for_beyond_a_year: float,
    most_prior_sessions_for_beyond_a_year: float,
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
    if (
        fewest_prior_sessions_for_beyond_a_year >= 1
        and (long_term_disability is False or primary_care_told is False)
    ):
        return NOT_MET
    return MISSING


def verdict_listed_guidance(guidance: str | None) -> Verdict:
    """The guidance is one that the listed codes describe.

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, list of codes
    Readings: B11
    """
    if guidance is not None and guidance != "ultrasound":
        return MET
    if guidance == "ultrasound":
        return NOT_MET
    return MISSING


def verdict_region_of_code(planned_region: str | None, codes: list[str] | None) -> Verdict:
    """The codes and the planned region agree.

    Noridian billing and coding article A58993, of which only the opening was at hand, definition of
    region
    """
    if (
        (
            planned_region == "cervical_thoracic"
            and codes is not None
            and SOME_CODES_4.isdisjoint(codes)
        )
        or (
            planned_region == "lumbar_sacral"
            and codes is not None
            and SOME_CODES_5.isdisjoint(codes)
        )
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

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, list of codes
    """
    if (
        (
            planned_approach == "transforaminal"
            and codes is not None
            and SOME_CODES_6.isdisjoint(codes)
        )
        or (
            planned_approach in {"caudal", "interlaminar"}
            and codes is not None
            and SOME_CODES_7.isdisjoint(codes)
        )
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

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, list of codes
    Readings: A14b
    """
    if planned_approach is not None and planned_approach != "transforaminal":
        return NOT_APPLICABLE
    if (
        planned_levels is not None
        and (
            (len(planned_levels) <= 1 and codes is not None and SOME_CODES_8.isdisjoint(codes))
            or (
                len(planned_levels) >= 2
                and codes is not None
                and not SOME_CODES_8.isdisjoint(codes)
            )
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


def verdict_levels_of_region(
    planned_region: str | None,
    planned_levels: list[str] | None,
) -> Verdict:
    """The planned levels lie in the planned region.

    Noridian billing and coding article A58993, of which only the opening was at hand, definition of
    region
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

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 7 note
    Readings: B10d
    """
    if (
        codes is not None
        and ("62321" not in codes or "64479" not in codes)
        and ("62323" not in codes or "64483" not in codes)
    ):
        return MET
    if (
        codes is not None
        and (("62321" in codes and "64479" in codes) or ("62323" in codes and "64483" in codes))
    ):
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

    WISeR Provider and Supplier Operational Guide 1.0 6.2.11, box 7 note
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

    “in pain and/or function”
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
                and score is not None
                and 100 * (score - baseline_score) >= 50 * baseline_score - 0.05
            )
        )
    ):
        return True
    if (
        (
            follow_up_scale is not None
            and response_scale is not None
            and follow_up_scale != response_scale
        )
        or (
            (
                (
                    follow_up_scale is not None
                    and follow_up_scale not in {
                        "ndi",
                        "odi",
                        "other_falling",
                        "pain_nrs",
                        "pain_vas",
                        "rmdq",
                    }
                )
                or (
                    baseline_score is not None
                    and (
                        baseline_score <= 0
                        or (
                            score is not None
                            and 100 * (baseline_score - score) < 50 * baseline_score - 0.05
                        )
                    )
                )
            )
            and (
                (
                    follow_up_scale is not None
                    and follow_up_scale not in {"other_rising", "promis_function", "sf36_function"}
                )
                or (baseline_score is not None and baseline_score <= 0)
                or (
                    score is not None
                    and baseline_score is not None
                    and 100 * (score - baseline_score) < 50 * baseline_score - 0.05
                )
            )
        )
    ):
        return False
    return None


def truth_lasting_relief(
    fewest_follow_ups_for_lasting_relief: float,
    most_follow_ups_for_lasting_relief: float,
    fewest_follow_ups_for_lasting_relief_2: float,
    most_follow_ups_for_lasting_relief_2: float,
) -> bool | None:
    """Relief by half lasted three months after the latest session in the region.

    “for at least 3 months”
    “in pain and/or function”
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
        or (
            levels is not None
            and planned_levels is not None
            and frozenset(levels) != frozenset(planned_levels)
        )
        or (
            medication is not None
            and planned_medication is not None
            and medication != planned_medication
        )
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
    fewest_prior_sessions_in_this_region: float,
    most_prior_sessions_in_this_region: float,
    first_fell_short: bool | None,
    service_date: str | None,
    latest_session_low: str,
    latest_session_high: str,
    latest_session_exists: bool | None,
    fewest_prior_sessions_for_first_retried: float,
    most_prior_sessions_for_first_retried: float,
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
        and service_date is not None
        and latest_session_exists is True
        and service_date >= plus_14_days(latest_session_high)
        and fewest_prior_sessions_for_first_retried >= 1
        and retry_rationale is not None
    ):
        return True
    if (
        most_prior_sessions_in_this_region < 1
        or fewest_prior_sessions_in_this_region > 1
        or first_fell_short is False
        or latest_session_exists is False
        or (service_date is not None and service_date < plus_14_days(latest_session_low))
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
) -> tuple[
    str,
    str,
    bool | None,
    float,
    float,
    float,
    float,
    str,
    str,
    bool | None,
    float,
    float,
    float,
    float,
    float,
    float,
]:
    """What prior sessions say, in one pass; of what may match, the least and the most."""
    if prior_sessions is None:
        return (
            EARLIEST,
            LATEST,
            None,
            FEWEST,
            MOST,
            FEWEST,
            MOST,
            EARLIEST,
            LATEST,
            None,
            FEWEST,
            MOST,
            FEWEST,
            MOST,
            FEWEST,
            MOST,
        )
    service_date_minus_12_months = None if service_date is None else minus_12_months(service_date)
    received_date_minus_12_months = None if received_date is None else minus_12_months(received_date)
    latest_session_low = latest_session_high = EARLIEST
    latest_session_exists: bool | None = False
    fewest_prior_sessions_in_this_region = unclear_prior_sessions_in_this_region = 0
    fewest_prior_sessions_for_first_retried = unclear_prior_sessions_for_first_retried = 0
    first_session_low = first_session_high = LATEST
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
            else False if (
                session_region is not None
                and planned_region is not None
                and session_region != planned_region
            )
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
            latest_session_exists = True
            if session_date is not None and session_date > latest_session_low:
                latest_session_low = session_date
            if (session_date or LATEST) > latest_session_high:
                latest_session_high = session_date or LATEST
            fewest_prior_sessions_in_this_region += 1
            first_session_exists = True
            if session_date is not None and session_date < first_session_high:
                first_session_high = session_date
            if (session_date or EARLIEST) < first_session_low:
                first_session_low = session_date or EARLIEST
        elif in_this_region is None:
            latest_session_exists = latest_session_exists or None
            if (session_date or LATEST) > latest_session_high:
                latest_session_high = session_date or LATEST
            unclear_prior_sessions_in_this_region += 1
            first_session_exists = first_session_exists or None
            if (session_date or EARLIEST) < first_session_low:
                first_session_low = session_date or EARLIEST
        if in_this_region is True and done_differently is True:
            fewest_prior_sessions_for_first_retried += 1
        elif not (in_this_region is False or done_differently is False):
            unclear_prior_sessions_for_first_retried += 1
        if (
            in_this_region is True
            and session_date is not None
            and service_date_minus_12_months is not None
            and session_date > service_date_minus_12_months
            and service_date is not None
            and session_date <= service_date
        ):
            fewest_prior_sessions_for_session_limit += 1
        elif not (
            in_this_region is False
            or (
                session_date is not None
                and (
                    (
                        service_date_minus_12_months is not None
                        and session_date <= service_date_minus_12_months
                    )
                    or (service_date is not None and session_date > service_date)
                )
            )
        ):
            unclear_prior_sessions_for_session_limit += 1
        if (
            in_this_region is True
            and session_date is not None
            and received_date_minus_12_months is not None
            and session_date > received_date_minus_12_months
            and service_date is not None
            and session_date <= service_date
        ):
            fewest_prior_sessions_for_any_date += 1
        elif not (
            in_this_region is False
            or (
                session_date is not None
                and (
                    (
                        received_date_minus_12_months is not None
                        and session_date <= received_date_minus_12_months
                    )
                    or (service_date is not None and session_date > service_date)
                )
            )
        ):
            unclear_prior_sessions_for_any_date += 1
        if (
            in_this_region is True
            and session_date is not None
            and service_date_minus_12_months is not None
            and session_date < service_date_minus_12_months
        ):
            fewest_prior_sessions_for_beyond_a_year += 1
        elif not (
            in_this_region is False
            or (
                session_date is not None
                and service_date_minus_12_months is not None
                and session_date >= service_date_minus_12_months
            )
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
) -> tuple[float, float, float, float, float, float, float, float]:
    """What follow ups say, in one pass; of what may match, the least and the most."""
    if follow_ups is None:
        return FEWEST, MOST, FEWEST, MOST, FEWEST, MOST, FEWEST, MOST
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
        improved_by_half = truth_improved_by_half(
            follow_up_scale,
            response_scale,
            baseline_score,
            score,
        )
        if (
            follow_up_date is not None
            and latest_session_exists is True
            and follow_up_date >= latest_session_high_plus_3_months
            and service_date is not None
            and follow_up_date <= service_date
            and improved_by_half is True
        ):
            fewest_follow_ups_for_lasting_relief += 1
        elif not (
            latest_session_exists is False
            or (follow_up_date is not None and follow_up_date < latest_session_low_plus_3_months)
            or (
                follow_up_date is not None
                and service_date is not None
                and follow_up_date > service_date
            )
            or improved_by_half is False
        ):
            unclear_follow_ups_for_lasting_relief += 1
        if (
            (
                latest_session_exists is False
                or (follow_up_date is not None and follow_up_date > latest_session_high)
            )
            and (
                latest_session_exists is False
                or (
                    follow_up_date is not None
                    and follow_up_date <= latest_session_low_plus_3_months
                )
            )
            and improved_by_half is False
        ):
            fewest_follow_ups_for_lasting_relief_2 += 1
        elif not (
            (
                follow_up_date is not None
                and latest_session_exists is True
                and follow_up_date <= latest_session_low
            )
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
            and service_date is not None
            and follow_up_date <= service_date
            and improved_by_half is True
        ):
            fewest_follow_ups_for_past_92_days += 1
        elif not (
            latest_session_exists is False
            or (follow_up_date is not None and follow_up_date <= latest_session_low_plus_92_days)
            or (
                follow_up_date is not None
                and service_date is not None
                and follow_up_date > service_date
            )
            or improved_by_half is False
        ):
            unclear_follow_ups_for_past_92_days += 1
        if (
            follow_up_scale is not None
            and response_scale is not None
            and follow_up_scale != response_scale
        ):
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
                examination is None
                or (
                    type(examination) is str
                    and len(examination) <= 500
                    and examination.strip(' \t\n\r') != ""
                )
            )
            and (
                imaging is None
                or (type(imaging) is str and len(imaging) <= 500 and imaging.strip(' \t\n\r') != "")
            )
            and (
                steroid_injection is None
                or steroid_injection is True
                or steroid_injection is False
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
            and (
                history is None
                or (type(history) is str and len(history) <= 500 and history.strip(' \t\n\r') != "")
            )
            and (
                pain_duration is None
                or (type(pain_duration) is int and 0 <= pain_duration <= 5200)
            )
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
            and (
                acute_zoster_pain is None
                or acute_zoster_pain is True
                or acute_zoster_pain is False
            )
            and (limits_life is None or limits_life is True or limits_life is False)
            and (
                long_term_disability is None
                or long_term_disability is True
                or long_term_disability is False
            )
            and (
                causes is None
                or (
                    type(causes) is dict
                    and CAUSES_ANSWERS.issuperset(causes)
                    and YES_OR_NO.issuperset(map(type, causes.values()))
                )
            )
            and (
                cannot_tolerate_care is None
                or cannot_tolerate_care is True
                or cannot_tolerate_care is False
            )
            and (care_failed is None or care_failed is True or care_failed is False)
            and (
                care_duration is None
                or (type(care_duration) is int and 0 <= care_duration <= 5200)
            )
            and (
                zoster_refractory is None
                or zoster_refractory is True
                or zoster_refractory is False
            )
            and (response_scale is None or response_scale in RESPONSE_SCALE_ANSWERS)
            and (
                baseline_date is None
                or ("1990-01-01" <= baseline_date <= "2036-12-31" and is_day(baseline_date))
            )
            and (
                baseline_score is None
                or (type(baseline_score) is int and 0 <= baseline_score <= 100)
                or is_number(baseline_score, 0, 100, 1)
            )
            and (
                follow_ups is None
                or (
                    type(follow_ups) is list
                    and len(follow_ups) <= 40
                    and all(map(is_valid_follow_ups, follow_ups))
                )
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
            and (
                primary_care_told is None
                or primary_care_told is True
                or primary_care_told is False
            )
            and (
                planned_sessions is None
                or (type(planned_sessions) is int and 1 <= planned_sessions <= 12)
            )
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
                or (
                    type(sedation_need) is str
                    and len(sedation_need) <= 500
                    and sedation_need.strip(' \t\n\r') != ""
                )
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
            (
                follow_up_date is None
                or ("1990-01-01" <= follow_up_date <= "2036-12-31" and is_day(follow_up_date))
            )
            and (follow_up_scale is None or follow_up_scale in FOLLOW_UP_SCALE_ANSWERS)
            and (
                score is None
                or (type(score) is int and 0 <= score <= 100)
                or is_number(score, 0, 100, 1)
            )
            # no key that is not a fact, and no null
            and len(row) == (
                (follow_up_date is not None)
                + (follow_up_scale is not None)
                + (score is not None)
            )
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
            (
                session_date is None
                or ("1990-01-01" <= session_date <= "2036-12-31" and is_day(session_date))
            )
            and (session_region is None or session_region in SESSION_REGION_ANSWERS)
            and (approach is None or approach in APPROACH_ANSWERS)
            and (
                levels is None
                or (
                    type(levels) is list
                    and LEVELS_ANSWERS.issuperset(levels)
                    and len(set(levels)) == len(levels)
                )
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


def reasons(request: dict[str, Any]) -> tuple[Reason, ...]:
    """Why each criterion has its verdict, for a valid request."""
    get = request.get
    codes = get("codes")
    received_date = get("received_date")
    service_date = get("service_date")
    state = get("state")
    pregnant = get("pregnant")
    examination = get("examination")
    imaging = get("imaging")
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
        reason_listed_code(codes, steroid_injection),
        reason_code_62323(codes, steroid_injection),
        reason_primary_of_64480(codes),
        reason_primary_of_64484(codes),
        reason_indication(
            history,
            examination,
            imaging,
            symptoms,
            causes,
            post_laminectomy_syndrome,
            acute_zoster_pain,
        ),
        reason_severity(limits_life, response_scale, baseline_score),
        reason_same_scale(fewest_follow_ups_for_same_scale, most_follow_ups_for_same_scale),
        reason_baseline_first(
            fewest_prior_sessions_in_this_region,
            most_prior_sessions_in_this_region,
            baseline_date,
            first_session_low,
            first_session_high,
            first_session_exists,
        ),
        reason_pain_duration(
            pain_duration,
            cannot_tolerate_care,
            care_failed,
            care_duration,
            acute_zoster_pain,
            zoster_refractory,
        ),
        reason_session_limit(
            fewest_prior_sessions_for_session_limit,
            most_prior_sessions_for_session_limit,
            planned_sessions,
        ),
        reason_repeat_response(
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
        reason_sedation(sedation, sedation_need),
        reason_image_guidance(guidance, contrast_allergy, pregnant),
        reason_plan(planned_approach, planned_region, planned_levels),
        reason_one_region(other_region_too),
        reason_transforaminal_levels(planned_approach, planned_levels),
        reason_other_approach_levels(planned_approach, planned_levels),
        reason_bilateral(planned_approach, bilateral, bilateral_reason),
        reason_conservative_care(concurrent_care),
        reason_program(programs, concurrent_care),
        reason_any_date(
            fewest_prior_sessions_for_any_date,
            most_prior_sessions_for_any_date,
            planned_sessions,
        ),
        reason_one_session(planned_sessions),
        reason_diagnostic_blocks(
            fewest_prior_sessions_in_this_region,
            most_prior_sessions_in_this_region,
            block_listed,
        ),
        reason_baseline_above_zero(
            fewest_prior_sessions_in_this_region,
            most_prior_sessions_in_this_region,
            baseline_score,
        ),
        reason_past_92_days(
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
        reason_fourteenth_day(
            fewest_prior_sessions_in_this_region,
            most_prior_sessions_in_this_region,
            service_date,
            latest_session_low,
            latest_session_high,
            latest_session_exists,
        ),
        reason_beyond_a_year(
            fewest_prior_sessions_for_beyond_a_year,
            most_prior_sessions_for_beyond_a_year,
            long_term_disability,
            long_term_reason,
            primary_care_told,
        ),
        reason_listed_guidance(guidance),
        reason_region_of_code(planned_region, codes),
        reason_approach_of_code(planned_approach, codes),
        reason_levels_of_code(planned_approach, planned_levels, codes),
        reason_levels_of_region(planned_region, planned_levels),
        reason_t12_l1(planned_approach, planned_levels, planned_region, codes),
        reason_one_approach(codes),
        reason_both_sides_approach(bilateral, planned_approach),
        reason_both_sides_levels(bilateral, planned_levels, each_level_reason),
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
            "On which date was the request received? on or after 2026-01-05, and before 2026-04-24",
            "",
            ("received_date",),
            (
                received_date is not None
                and received_date >= "2026-01-05"
                and received_date < "2026-04-24"
            ),
            (
                received_date is not None
                and (received_date < "2026-01-05" or received_date >= "2026-04-24")
            ),
        )
    )


def reason_listed_code(codes: list[str] | None, steroid_injection: bool | None) -> Reason:
    """Why listed-code is met, not met or missing."""
    return (
        at_least(
            1,
            "",
            "",
            test(
                "Which procedure codes are on the request? at least one of: 62321, 64479, 64480, 64483, 64484",
                "",
                ("codes",),
                codes is not None and not SOME_CODES_3.isdisjoint(codes),
                codes is not None and SOME_CODES_3.isdisjoint(codes),
            ),
            at_least(
                2,
                "",
                "",
                test(
                    "Which procedure codes are on the request? includes 62323",
                    "",
                    ("codes",),
                    codes is not None and "62323" in codes,
                    codes is not None and "62323" not in codes,
                ),
                test(
                    "Will an epidural steroid be injected? Yes",
                    "",
                    ("steroid_injection",),
                    steroid_injection is True,
                    steroid_injection is False,
                ),
            ),
        )
    )


def reason_code_62323(codes: list[str] | None, steroid_injection: bool | None) -> Reason:
    """Why code-62323 is met, not met or missing."""
    return (
        only_if(
            test(
                "Which procedure codes are on the request? includes 62323",
                "",
                ("codes",),
                codes is not None and "62323" in codes,
                codes is not None and "62323" not in codes,
            ),
            test(
                "Will an epidural steroid be injected? Yes",
                "",
                ("steroid_injection",),
                steroid_injection is True,
                steroid_injection is False,
            ),
        )
    )


def reason_primary_of_64480(codes: list[str] | None) -> Reason:
    """Why primary-of-64480 is met, not met or missing."""
    return (
        only_if(
            test(
                "Which procedure codes are on the request? includes 64480",
                "",
                ("codes",),
                codes is not None and "64480" in codes,
                codes is not None and "64480" not in codes,
            ),
            test(
                "Which procedure codes are on the request? at least one of: 64479",
                "",
                ("codes",),
                codes is not None and "64479" in codes,
                codes is not None and "64479" not in codes,
            ),
        )
    )


def reason_primary_of_64484(codes: list[str] | None) -> Reason:
    """Why primary-of-64484 is met, not met or missing."""
    return (
        only_if(
            test(
                "Which procedure codes are on the request? includes 64484",
                "",
                ("codes",),
                codes is not None and "64484" in codes,
                codes is not None and "64484" not in codes,
            ),
            test(
                "Which procedure codes are on the request? at least one of: 64483",
                "",
                ("codes",),
                codes is not None and "64483" in codes,
                codes is not None and "64483" not in codes,
            ),
        )
    )


def reason_indication(
    history: str | None,
    examination: str | None,
    imaging: str | None,
    symptoms: dict[str, bool] | None,
    causes: dict[str, bool] | None,
    post_laminectomy_syndrome: bool | None,
    acute_zoster_pain: bool | None,
) -> Reason:
    """Why indication is met, not met or missing."""
    return (
        at_least(
            4,
            "",
            "and radiological testing",
            test(
                "Where is the history of this pain?",
                "",
                ("history",),
                history is not None,
                False,
            ),
            test(
                "Where is the physical examination?",
                "",
                ("examination",),
                examination is not None,
                False,
            ),
            test(
                "Where is the imaging report?",
                "",
                ("imaging",),
                imaging is not None,
                False,
            ),
            at_least(
                1,
                "",
                "one of the following",
                at_least(
                    2,
                    "",
                    "due to",
                    at_least(
                        1,
                        "Which of these does the chart show?",
                        "",
                        test(
                            "radiculopathy",
                            "",
                            ("symptoms",),
                            symptoms is not None and symptoms.get("radiculopathy") is True,
                            symptoms is not None and symptoms.get("radiculopathy") is False,
                        ),
                        test(
                            "radicular pain",
                            "",
                            ("symptoms",),
                            symptoms is not None and symptoms.get("radicular_pain") is True,
                            symptoms is not None and symptoms.get("radicular_pain") is False,
                        ),
                        test(
                            "neurogenic claudication",
                            "",
                            ("symptoms",),
                            symptoms is not None and symptoms.get("claudication") is True,
                            symptoms is not None and symptoms.get("claudication") is False,
                        ),
                    ),
                    at_least(
                        1,
                        "Which of these does the imaging show as the cause?",
                        "",
                        test(
                            "disc herniation",
                            "",
                            ("causes",),
                            causes is not None and causes.get("herniation") is True,
                            causes is not None and causes.get("herniation") is False,
                        ),
                        test(
                            "osteophytes or osteophyte complexes",
                            "",
                            ("causes",),
                            causes is not None and causes.get("osteophytes") is True,
                            causes is not None and causes.get("osteophytes") is False,
                        ),
                        test(
                            "severe degenerative disc disease that narrows the foramina or the central canal",
                            "",
                            ("causes",),
                            causes is not None and causes.get("degeneration") is True,
                            causes is not None and causes.get("degeneration") is False,
                        ),
                    ),
                ),
                test(
                    "Has spine pain stayed or come back after an earlier spine surgery? Yes",
                    "",
                    ("post_laminectomy_syndrome",),
                    post_laminectomy_syndrome is True,
                    post_laminectomy_syndrome is False,
                ),
                test(
                    "Is this pain due to acute herpes zoster (shingles)? Yes",
                    "",
                    ("acute_zoster_pain",),
                    acute_zoster_pain is True,
                    acute_zoster_pain is False,
                ),
            ),
        )
    )


def reason_severity(
    limits_life: bool | None,
    response_scale: str | None,
    baseline_score: float | None,
) -> Reason:
    """Why severity is met, not met or missing."""
    return (
        at_least(
            3,
            "",
            "quality of life or function",
            test(
                "Is the pain severe enough to greatly affect quality of life or function? Yes",
                "",
                ("limits_life",),
                limits_life is True,
                limits_life is False,
            ),
            test(
                "Which scale measures the response? stated in the chart",
                "",
                ("response_scale",),
                response_scale is not None,
                False,
            ),
            test(
                "What was the score before any injection in this region? Keep to the same range at every visit. stated in the chart",
                "",
                ("baseline_score",),
                baseline_score is not None,
                False,
            ),
        )
    )


def reason_same_scale(
    fewest_follow_ups_for_same_scale: float,
    most_follow_ups_for_same_scale: float,
) -> Reason:
    """Why same-scale is met, not met or missing."""
    return (
        test(
            "Follow ups: every one has: Follow up scale: the same as the response scale",
            "same scale was repeated at each follow-up",
            ("follow_ups", "response_scale"),
            most_follow_ups_for_same_scale <= 0,
            fewest_follow_ups_for_same_scale > 0,
        )
    )


def reason_baseline_first(
    fewest_prior_sessions_in_this_region: float,
    most_prior_sessions_in_this_region: float,
    baseline_date: str | None,
    first_session_low: str,
    first_session_high: str,
    first_session_exists: bool | None,
) -> Reason:
    """Why baseline-first is met, not met or missing."""
    return (
        only_if(
            test(
                "Prior sessions: at least one, counting only those where The session was in the region now planned",
                "",
                ("prior_sessions", "planned_region"),
                fewest_prior_sessions_in_this_region >= 1,
                most_prior_sessions_in_this_region < 1,
            ),
            test(
                "When was the baseline score taken? on or before first session",
                "prior to interventions",
                ("baseline_date", "prior_sessions", "planned_region"),
                (
                    baseline_date is not None
                    and first_session_exists is True
                    and baseline_date <= first_session_low
                ),
                (
                    first_session_exists is False
                    or (baseline_date is not None and baseline_date > first_session_high)
                ),
            ),
        )
    )


def reason_pain_duration(
    pain_duration: int | None,
    cannot_tolerate_care: bool | None,
    care_failed: bool | None,
    care_duration: int | None,
    acute_zoster_pain: bool | None,
    zoster_refractory: bool | None,
) -> Reason:
    """Why pain-duration is met, not met or missing."""
    return (
        at_least(
            1,
            "",
            "OR acute herpes zoster",
            at_least(
                2,
                "",
                "and the inability",
                test(
                    "For how many full weeks has this pain lasted? 4 weeks or more",
                    "at least four weeks",
                    ("pain_duration",),
                    pain_duration is not None and pain_duration >= 4,
                    pain_duration is not None and pain_duration < 4,
                ),
                at_least(
                    1,
                    "",
                    "",
                    test(
                        "Is the patient unable to tolerate noninvasive conservative care? Yes",
                        "",
                        ("cannot_tolerate_care",),
                        cannot_tolerate_care is True,
                        cannot_tolerate_care is False,
                    ),
                    at_least(
                        2,
                        "",
                        "",
                        test(
                            "Did noninvasive conservative care fail? Yes",
                            "",
                            ("care_failed",),
                            care_failed is True,
                            care_failed is False,
                        ),
                        test(
                            "For how many full weeks was that care given? 4 weeks or more",
                            "failure to respond to four weeks",
                            ("care_duration",),
                            care_duration is not None and care_duration >= 4,
                            care_duration is not None and care_duration < 4,
                        ),
                    ),
                ),
            ),
            at_least(
                2,
                "",
                "four-week wait is not required",
                test(
                    "Is this pain due to acute herpes zoster (shingles)? Yes",
                    "",
                    ("acute_zoster_pain",),
                    acute_zoster_pain is True,
                    acute_zoster_pain is False,
                ),
                test(
                    "Did conservative care fail to control the zoster pain? Yes",
                    "",
                    ("zoster_refractory",),
                    zoster_refractory is True,
                    zoster_refractory is False,
                ),
            ),
        )
    )


def reason_session_limit(
    fewest_prior_sessions_for_session_limit: float,
    most_prior_sessions_for_session_limit: float,
    planned_sessions: int | None,
) -> Reason:
    """Why session-limit is met, not met or missing."""
    return (
        test(
            "Prior sessions: no more than 4 sessions, with the planned sessions included, counting only those where The session was in the region now planned; and Session date: later than the day 12 months before service date, and on or before service date",
            "four or less",
            ("prior_sessions", "planned_region", "service_date", "planned_sessions"),
            (
                planned_sessions is not None
                and most_prior_sessions_for_session_limit + planned_sessions <= 4
            ),
            (
                planned_sessions is not None
                and fewest_prior_sessions_for_session_limit + planned_sessions > 4
            ),
        )
    )


def reason_repeat_response(
    fewest_prior_sessions_in_this_region: float,
    most_prior_sessions_in_this_region: float,
    fewest_follow_ups_for_lasting_relief: float,
    most_follow_ups_for_lasting_relief: float,
    fewest_follow_ups_for_lasting_relief_2: float,
    most_follow_ups_for_lasting_relief_2: float,
    first_fell_short: bool | None,
    service_date: str | None,
    latest_session_low: str,
    latest_session_high: str,
    latest_session_exists: bool | None,
    fewest_prior_sessions_for_first_retried: float,
    most_prior_sessions_for_first_retried: float,
    retry_rationale: str | None,
) -> Reason:
    """Why repeat-response is met, not met or missing."""
    return (
        only_if(
            test(
                "Prior sessions: at least one, counting only those where The session was in the region now planned",
                "For repeat sessions",
                ("prior_sessions", "planned_region"),
                fewest_prior_sessions_in_this_region >= 1,
                most_prior_sessions_in_this_region < 1,
            ),
            at_least(
                1,
                "",
                "",
                at_least(
                    2,
                    "Relief by half lasted three months after the latest session in the region",
                    "",
                    test(
                        "Follow ups: at least one, counting only those where Follow up date: on or after the day 3 months after latest session, and on or before service date; and The score is at least half better than the baseline, on the same scale",
                        "",
                        ("follow_ups", "prior_sessions", "planned_region", "service_date", "response_scale", "baseline_score"),
                        fewest_follow_ups_for_lasting_relief >= 1,
                        most_follow_ups_for_lasting_relief < 1,
                    ),
                    test(
                        "Follow ups: every one has: any of (Follow up date: on or before latest session; or Follow up date: later than the day 3 months after latest session; or The score is at least half better than the baseline, on the same scale)",
                        "sustained",
                        ("follow_ups", "prior_sessions", "planned_region", "response_scale", "baseline_score"),
                        most_follow_ups_for_lasting_relief_2 <= 0,
                        fewest_follow_ups_for_lasting_relief_2 > 0,
                    ),
                ),
                at_least(
                    5,
                    "The first injection fell short, and the second is different",
                    "and a clear rationale",
                    test(
                        "Exactly one session in the region came before: Prior sessions: exactly 1 session, counting only those where The session was in the region now planned",
                        "first ESI",
                        ("prior_sessions", "planned_region"),
                        (
                            fewest_prior_sessions_in_this_region == most_prior_sessions_in_this_region
                            and fewest_prior_sessions_in_this_region == 1
                        ),
                        (
                            most_prior_sessions_in_this_region < 1
                            or fewest_prior_sessions_in_this_region > 1
                        ),
                    ),
                    test(
                        "Does the chart say that the first injection gave less than relief by half for three months? Yes",
                        "underperforms",
                        ("first_fell_short",),
                        first_fell_short is True,
                        first_fell_short is False,
                    ),
                    test(
                        "On which date is the service planned? on or after the day 14 days after latest session",
                        "after 14 days",
                        ("service_date", "prior_sessions", "planned_region"),
                        (
                            service_date is not None
                            and latest_session_exists is True
                            and service_date >= plus_14_days(latest_session_high)
                        ),
                        (
                            latest_session_exists is False
                            or (
                                service_date is not None
                                and service_date < plus_14_days(latest_session_low)
                            )
                        ),
                    ),
                    test(
                        "Prior sessions: at least one, counting only those where The session was in the region now planned; and The plan differs in approach, level or medication",
                        "",
                        ("prior_sessions", "planned_region", "planned_approach", "planned_levels", "planned_medication"),
                        fewest_prior_sessions_for_first_retried >= 1,
                        most_prior_sessions_for_first_retried < 1,
                    ),
                    test(
                        "Where is the rationale for an early second attempt?",
                        "",
                        ("retry_rationale",),
                        retry_rationale is not None,
                        False,
                    ),
                ),
            ),
        )
    )


def reason_sedation(sedation: str | None, sedation_need: str | None) -> Reason:
    """Why sedation is met, not met or missing."""
    return (
        only_if(
            test(
                "Which sedation is planned? None is an answer too. one of: moderate sedation; deep sedation; general anesthesia; monitored anesthesia care",
                "If applicable",
                ("sedation",),
                sedation in {"deep", "general", "moderate", "monitored"},
                (
                    sedation is not None
                    and sedation not in {"deep", "general", "moderate", "monitored"}
                ),
            ),
            test(
                "Where is this patient's need for deeper sedation explained?",
                "",
                ("sedation_need",),
                sedation_need is not None,
                False,
            ),
        )
    )


def reason_image_guidance(
    guidance: str | None,
    contrast_allergy: bool | None,
    pregnant: bool | None,
) -> Reason:
    """Why image-guidance is met, not met or missing."""
    return (
        at_least(
            1,
            "",
            "",
            test(
                "Which image guidance is planned? one of: fluoroscopy with contrast; CT with contrast",
                "fluoroscopy or CT with contrast",
                ("guidance",),
                guidance in {"ct", "fluoroscopy"},
                guidance is not None and guidance not in {"ct", "fluoroscopy"},
            ),
            at_least(
                2,
                "",
                "contrast allergy or pregnancy",
                test(
                    "Which image guidance is planned? ultrasound without contrast",
                    "",
                    ("guidance",),
                    guidance == "ultrasound",
                    guidance is not None and guidance != "ultrasound",
                ),
                at_least(
                    1,
                    "",
                    "",
                    test(
                        "Is an allergy to contrast documented? Yes",
                        "",
                        ("contrast_allergy",),
                        contrast_allergy is True,
                        contrast_allergy is False,
                    ),
                    test(
                        "Is the patient pregnant? Yes",
                        "",
                        ("pregnant",),
                        pregnant is True,
                        pregnant is False,
                    ),
                ),
            ),
        )
    )


def reason_plan(
    planned_approach: str | None,
    planned_region: str | None,
    planned_levels: list[str] | None,
) -> Reason:
    """Why plan is met, not met or missing."""
    return (
        at_least(
            3,
            "",
            "",
            test(
                "Which approach is planned? stated in the chart",
                "",
                ("planned_approach",),
                planned_approach is not None,
                False,
            ),
            test(
                "Which spinal region will be treated? stated in the chart",
                "",
                ("planned_region",),
                planned_region is not None,
                False,
            ),
            test(
                "Which levels are targeted? 1 level or more",
                "targeted level(s)",
                ("planned_levels",),
                planned_levels is not None and len(planned_levels) >= 1,
                planned_levels is not None and len(planned_levels) < 1,
            ),
        )
    )


def reason_one_region(other_region_too: bool | None) -> Reason:
    """Why one-region is met, not met or missing."""
    return (
        test(
            "Will the other region be treated on the same day? No",
            "in one spinal region",
            ("other_region_too",),
            other_region_too is False,
            other_region_too is True,
        )
    )


def reason_transforaminal_levels(
    planned_approach: str | None,
    planned_levels: list[str] | None,
) -> Reason:
    """Why transforaminal-levels is met, not met or missing."""
    return (
        only_if(
            test(
                "Which approach is planned? transforaminal",
                "",
                ("planned_approach",),
                planned_approach == "transforaminal",
                planned_approach is not None and planned_approach != "transforaminal",
            ),
            test(
                "Which levels are targeted? no more than 2 levels",
                "up to 2 levels",
                ("planned_levels",),
                planned_levels is not None and len(planned_levels) <= 2,
                planned_levels is not None and len(planned_levels) > 2,
            ),
        )
    )


def reason_other_approach_levels(
    planned_approach: str | None,
    planned_levels: list[str] | None,
) -> Reason:
    """Why other-approach-levels is met, not met or missing."""
    return (
        only_if(
            test(
                "Which approach is planned? one of: interlaminar; caudal",
                "",
                ("planned_approach",),
                planned_approach in {"caudal", "interlaminar"},
                planned_approach is not None and planned_approach not in {"caudal", "interlaminar"},
            ),
            test(
                "Which levels are targeted? no more than 1 level",
                "up to 1 level",
                ("planned_levels",),
                planned_levels is not None and len(planned_levels) <= 1,
                planned_levels is not None and len(planned_levels) > 1,
            ),
        )
    )


def reason_bilateral(
    planned_approach: str | None,
    bilateral: bool | None,
    bilateral_reason: str | None,
) -> Reason:
    """Why bilateral is met, not met or missing."""
    return (
        only_if(
            at_least(
                2,
                "",
                "",
                test(
                    "Which approach is planned? transforaminal",
                    "",
                    ("planned_approach",),
                    planned_approach == "transforaminal",
                    planned_approach is not None and planned_approach != "transforaminal",
                ),
                test(
                    "Will both sides be injected? Yes",
                    "",
                    ("bilateral",),
                    bilateral is True,
                    bilateral is False,
                ),
            ),
            test(
                "Where is the clinical reason to treat both sides?",
                "only when clinically indicated",
                ("bilateral_reason",),
                bilateral_reason is not None,
                False,
            ),
        )
    )


def reason_conservative_care(concurrent_care: dict[str, bool] | None) -> Reason:
    """Why conservative-care is met, not met or missing."""
    return (
        at_least(
            2,
            "Which conservative treatments go with the injection?",
            "a combination of",
            test(
                "medication",
                "",
                ("concurrent_care",),
                concurrent_care is not None and concurrent_care.get("drugs") is True,
                concurrent_care is not None and concurrent_care.get("drugs") is False,
            ),
            test(
                "physical therapy",
                "",
                ("concurrent_care",),
                concurrent_care is not None and concurrent_care.get("physical_therapy") is True,
                concurrent_care is not None and concurrent_care.get("physical_therapy") is False,
            ),
            test(
                "spinal manipulation therapy",
                "",
                ("concurrent_care",),
                concurrent_care is not None and concurrent_care.get("manipulation") is True,
                concurrent_care is not None and concurrent_care.get("manipulation") is False,
            ),
            test(
                "cognitive behavioral therapy",
                "",
                ("concurrent_care",),
                concurrent_care is not None and concurrent_care.get("behavioral_therapy") is True,
                concurrent_care is not None and concurrent_care.get("behavioral_therapy") is False,
            ),
            test(
                "home exercise program",
                "",
                ("concurrent_care",),
                concurrent_care is not None and concurrent_care.get("home_exercise") is True,
                concurrent_care is not None and concurrent_care.get("home_exercise") is False,
            ),
            test(
                "another conservative treatment",
                "",
                ("concurrent_care",),
                concurrent_care is not None and concurrent_care.get("other_care") is True,
                concurrent_care is not None and concurrent_care.get("other_care") is False,
            ),
        )
    )


def reason_program(
    programs: dict[str, bool] | None,
    concurrent_care: dict[str, bool] | None,
) -> Reason:
    """Why program is met, not met or missing."""
    return (
        at_least(
            1,
            "",
            "home exercise program, or",
            at_least(
                1,
                "Does the patient take part in one of these?",
                "",
                test(
                    "active rehabilitation program",
                    "",
                    ("programs",),
                    programs is not None and programs.get("rehabilitation") is True,
                    programs is not None and programs.get("rehabilitation") is False,
                ),
                test(
                    "functional restoration program",
                    "",
                    ("programs",),
                    programs is not None and programs.get("restoration") is True,
                    programs is not None and programs.get("restoration") is False,
                ),
            ),
            test(
                "Which conservative treatments go with the injection? home exercise program",
                "",
                ("concurrent_care",),
                concurrent_care is not None and concurrent_care.get("home_exercise") is True,
                concurrent_care is not None and concurrent_care.get("home_exercise") is False,
            ),
        )
    )


def reason_any_date(
    fewest_prior_sessions_for_any_date: float,
    most_prior_sessions_for_any_date: float,
    planned_sessions: int | None,
) -> Reason:
    """Why any-date is met, not met or missing."""
    return (
        test(
            "Prior sessions: no more than 4 sessions, with the planned sessions included, counting only those where The session was in the region now planned; and Session date: later than the day 12 months before received date, and on or before service date",
            "four or less",
            ("prior_sessions", "planned_region", "received_date", "service_date", "planned_sessions"),
            (
                planned_sessions is not None
                and most_prior_sessions_for_any_date + planned_sessions <= 4
            ),
            (
                planned_sessions is not None
                and fewest_prior_sessions_for_any_date + planned_sessions > 4
            ),
        )
    )


def reason_one_session(planned_sessions: int | None) -> Reason:
    """Why one-session is met, not met or missing."""
    return (
        test(
            "How many sessions are requested? no more than 1 session",
            "",
            ("planned_sessions",),
            planned_sessions is not None and planned_sessions <= 1,
            planned_sessions is not None and planned_sessions > 1,
        )
    )


def reason_diagnostic_blocks(
    fewest_prior_sessions_in_this_region: float,
    most_prior_sessions_in_this_region: float,
    block_listed: bool | None,
) -> Reason:
    """Why diagnostic-blocks is met, not met or missing."""
    return (
        only_if(
            test(
                "Prior sessions: at least one, counting only those where The session was in the region now planned",
                "",
                ("prior_sessions", "planned_region"),
                fewest_prior_sessions_in_this_region >= 1,
                most_prior_sessions_in_this_region < 1,
            ),
            test(
                "Is any listed session in this region only a diagnostic nerve root block? No",
                "",
                ("block_listed",),
                block_listed is False,
                block_listed is True,
            ),
        )
    )


def reason_baseline_above_zero(
    fewest_prior_sessions_in_this_region: float,
    most_prior_sessions_in_this_region: float,
    baseline_score: float | None,
) -> Reason:
    """Why baseline-above-zero is met, not met or missing."""
    return (
        only_if(
            test(
                "Prior sessions: at least one, counting only those where The session was in the region now planned",
                "",
                ("prior_sessions", "planned_region"),
                fewest_prior_sessions_in_this_region >= 1,
                most_prior_sessions_in_this_region < 1,
            ),
            test(
                "What was the score before any injection in this region? Keep to the same range at every visit. more than 0 points",
                "",
                ("baseline_score",),
                baseline_score is not None and baseline_score > 0,
                baseline_score is not None and baseline_score <= 0,
            ),
        )
    )


def reason_past_92_days(
    fewest_prior_sessions_in_this_region: float,
    most_prior_sessions_in_this_region: float,
    fewest_follow_ups_for_past_92_days: float,
    most_follow_ups_for_past_92_days: float,
    first_fell_short: bool | None,
    service_date: str | None,
    latest_session_low: str,
    latest_session_high: str,
    latest_session_exists: bool | None,
    fewest_prior_sessions_for_first_retried: float,
    most_prior_sessions_for_first_retried: float,
    retry_rationale: str | None,
) -> Reason:
    """Why past-92-days is met, not met or missing."""
    return (
        only_if(
            test(
                "Prior sessions: at least one, counting only those where The session was in the region now planned",
                "",
                ("prior_sessions", "planned_region"),
                fewest_prior_sessions_in_this_region >= 1,
                most_prior_sessions_in_this_region < 1,
            ),
            at_least(
                1,
                "",
                "",
                test(
                    "Follow ups: at least one, counting only those where Follow up date: later than the day 92 days after latest session, and on or before service date; and The score is at least half better than the baseline, on the same scale",
                    "",
                    ("follow_ups", "prior_sessions", "planned_region", "service_date", "response_scale", "baseline_score"),
                    fewest_follow_ups_for_past_92_days >= 1,
                    most_follow_ups_for_past_92_days < 1,
                ),
                at_least(
                    5,
                    "The first injection fell short, and the second is different",
                    "and a clear rationale",
                    test(
                        "Exactly one session in the region came before: Prior sessions: exactly 1 session, counting only those where The session was in the region now planned",
                        "first ESI",
                        ("prior_sessions", "planned_region"),
                        (
                            fewest_prior_sessions_in_this_region == most_prior_sessions_in_this_region
                            and fewest_prior_sessions_in_this_region == 1
                        ),
                        (
                            most_prior_sessions_in_this_region < 1
                            or fewest_prior_sessions_in_this_region > 1
                        ),
                    ),
                    test(
                        "Does the chart say that the first injection gave less than relief by half for three months? Yes",
                        "underperforms",
                        ("first_fell_short",),
                        first_fell_short is True,
                        first_fell_short is False,
                    ),
                    test(
                        "On which date is the service planned? on or after the day 14 days after latest session",
                        "after 14 days",
                        ("service_date", "prior_sessions", "planned_region"),
                        (
                            service_date is not None
                            and latest_session_exists is True
                            and service_date >= plus_14_days(latest_session_high)
                        ),
                        (
                            latest_session_exists is False
                            or (
                                service_date is not None
                                and service_date < plus_14_days(latest_session_low)
                            )
                        ),
                    ),
                    test(
                        "Prior sessions: at least one, counting only those where The session was in the region now planned; and The plan differs in approach, level or medication",
                        "",
                        ("prior_sessions", "planned_region", "planned_approach", "planned_levels", "planned_medication"),
                        fewest_prior_sessions_for_first_retried >= 1,
                        most_prior_sessions_for_first_retried < 1,
                    ),
                    test(
                        "Where is the rationale for an early second attempt?",
                        "",
                        ("retry_rationale",),
                        retry_rationale is not None,
                        False,
                    ),
                ),
            ),
        )
    )


def reason_fourteenth_day(
    fewest_prior_sessions_in_this_region: float,
    most_prior_sessions_in_this_region: float,
    service_date: str | None,
    latest_session_low: str,
    latest_session_high: str,
    latest_session_exists: bool | None,
) -> Reason:
    """Why fourteenth-day is met, not met or missing."""
    return (
        only_if(
            test(
                "Exactly one session in the region came before: Prior sessions: exactly 1 session, counting only those where The session was in the region now planned",
                "first ESI",
                ("prior_sessions", "planned_region"),
                (
                    fewest_prior_sessions_in_this_region == most_prior_sessions_in_this_region
                    and fewest_prior_sessions_in_this_region == 1
                ),
                most_prior_sessions_in_this_region < 1 or fewest_prior_sessions_in_this_region > 1,
            ),
            test(
                "On which date is the service planned? later than the day 14 days after latest session",
                "after 14 days",
                ("service_date", "prior_sessions", "planned_region"),
                (
                    service_date is not None
                    and latest_session_exists is True
                    and service_date > plus_14_days(latest_session_high)
                ),
                (
                    latest_session_exists is False
                    or (service_date is not None and service_date <= plus_14_days(latest_session_low))
                ),
            ),
        )
    )


def reason_beyond_a_year(
    fewest_prior_sessions_for_beyond_a_year: float,
    most_prior_sessions_for_beyond_a_year: float,
    long_term_disability: bool | None,
    long_term_reason: str | None,
    primary_care_told: bool | None,
) -> Reason:
    """Why beyond-a-year is met, not met or missing."""
    return (
        only_if(
            test(
                "Prior sessions: at least one, counting only those where The session was in the region now planned; and Session date: earlier than the day 12 months before service date",
                "",
                ("prior_sessions", "planned_region", "service_date"),
                fewest_prior_sessions_for_beyond_a_year >= 1,
                most_prior_sessions_for_beyond_a_year < 1,
            ),
            at_least(
                3,
                "",
                "",
                test(
                    "Does the pain seriously limit function or work? Yes",
                    "",
                    ("long_term_disability",),
                    long_term_disability is True,
                    long_term_disability is False,
                ),
                test(
                    "Where is the reason to go on beyond 12 months?",
                    "",
                    ("long_term_reason",),
                    long_term_reason is not None,
                    False,
                ),
                test(
                    "Was the primary care provider told of the injections beyond 12 months? Yes",
                    "",
                    ("primary_care_told",),
                    primary_care_told is True,
                    primary_care_told is False,
                ),
            ),
        )
    )


def reason_listed_guidance(guidance: str | None) -> Reason:
    """Why listed-guidance is met, not met or missing."""
    return (
        test(
            "Which image guidance is planned? none of: ultrasound without contrast",
            "",
            ("guidance",),
            guidance is not None and guidance != "ultrasound",
            guidance == "ultrasound",
        )
    )


def reason_region_of_code(planned_region: str | None, codes: list[str] | None) -> Reason:
    """Why region-of-code is met, not met or missing."""
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
                    "Which spinal region will be treated? cervical or thoracic",
                    "",
                    ("planned_region",),
                    planned_region == "cervical_thoracic",
                    planned_region is not None and planned_region != "cervical_thoracic",
                ),
                test(
                    "Which procedure codes are on the request? none of: 62323; 64483; 64484",
                    "",
                    ("codes",),
                    codes is not None and SOME_CODES_4.isdisjoint(codes),
                    codes is not None and not SOME_CODES_4.isdisjoint(codes),
                ),
            ),
            at_least(
                2,
                "",
                "",
                test(
                    "Which spinal region will be treated? lumbar or sacral",
                    "",
                    ("planned_region",),
                    planned_region == "lumbar_sacral",
                    planned_region is not None and planned_region != "lumbar_sacral",
                ),
                test(
                    "Which procedure codes are on the request? none of: 62321; 64479; 64480",
                    "",
                    ("codes",),
                    codes is not None and SOME_CODES_5.isdisjoint(codes),
                    codes is not None and not SOME_CODES_5.isdisjoint(codes),
                ),
            ),
        )
    )


def reason_approach_of_code(planned_approach: str | None, codes: list[str] | None) -> Reason:
    """Why approach-of-code is met, not met or missing."""
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
                    "Which approach is planned? transforaminal",
                    "",
                    ("planned_approach",),
                    planned_approach == "transforaminal",
                    planned_approach is not None and planned_approach != "transforaminal",
                ),
                test(
                    "Which procedure codes are on the request? none of: 62321; 62323",
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
                    "Which approach is planned? one of: interlaminar; caudal",
                    "",
                    ("planned_approach",),
                    planned_approach in {"caudal", "interlaminar"},
                    (
                        planned_approach is not None
                        and planned_approach not in {"caudal", "interlaminar"}
                    ),
                ),
                test(
                    "Which procedure codes are on the request? none of: 64479; 64480; 64483; 64484",
                    "",
                    ("codes",),
                    codes is not None and SOME_CODES_7.isdisjoint(codes),
                    codes is not None and not SOME_CODES_7.isdisjoint(codes),
                ),
            ),
        )
    )


def reason_levels_of_code(
    planned_approach: str | None,
    planned_levels: list[str] | None,
    codes: list[str] | None,
) -> Reason:
    """Why levels-of-code is met, not met or missing."""
    return (
        only_if(
            test(
                "Which approach is planned? transforaminal",
                "",
                ("planned_approach",),
                planned_approach == "transforaminal",
                planned_approach is not None and planned_approach != "transforaminal",
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
                        "Which levels are targeted? no more than 1 level",
                        "",
                        ("planned_levels",),
                        planned_levels is not None and len(planned_levels) <= 1,
                        planned_levels is not None and len(planned_levels) > 1,
                    ),
                    test(
                        "Which procedure codes are on the request? none of: 64480; 64484",
                        "",
                        ("codes",),
                        codes is not None and SOME_CODES_8.isdisjoint(codes),
                        codes is not None and not SOME_CODES_8.isdisjoint(codes),
                    ),
                ),
                at_least(
                    2,
                    "",
                    "",
                    test(
                        "Which levels are targeted? 2 levels or more",
                        "",
                        ("planned_levels",),
                        planned_levels is not None and len(planned_levels) >= 2,
                        planned_levels is not None and len(planned_levels) < 2,
                    ),
                    test(
                        "Which procedure codes are on the request? at least one of: 64480; 64484",
                        "",
                        ("codes",),
                        codes is not None and not SOME_CODES_8.isdisjoint(codes),
                        codes is not None and SOME_CODES_8.isdisjoint(codes),
                    ),
                ),
            ),
        )
    )


def reason_levels_of_region(planned_region: str | None, planned_levels: list[str] | None) -> Reason:
    """Why levels-of-region is met, not met or missing."""
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
                    "Which spinal region will be treated? cervical or thoracic",
                    "",
                    ("planned_region",),
                    planned_region == "cervical_thoracic",
                    planned_region is not None and planned_region != "cervical_thoracic",
                ),
                test(
                    "Which levels are targeted? none of: L1-L2; L2-L3; L3-L4; L4-L5; L5-S1; S1; S2; S3; S4; sacral hiatus",
                    "",
                    ("planned_levels",),
                    planned_levels is not None and SOME_PLANNED_LEVELS_1.isdisjoint(planned_levels),
                    (
                        planned_levels is not None
                        and not SOME_PLANNED_LEVELS_1.isdisjoint(planned_levels)
                    ),
                ),
            ),
            at_least(
                2,
                "",
                "",
                test(
                    "Which spinal region will be treated? lumbar or sacral",
                    "",
                    ("planned_region",),
                    planned_region == "lumbar_sacral",
                    planned_region is not None and planned_region != "lumbar_sacral",
                ),
                test(
                    "Which levels are targeted? none of: C1-C2; C2-C3; C3-C4; C4-C5; C5-C6; C6-C7; C7-T1; T1-T2; T2-T3; T3-T4; T4-T5; T5-T6; T6-T7; T7-T8; T8-T9; T9-T10; T10-T11; T11-T12",
                    "",
                    ("planned_levels",),
                    planned_levels is not None and SOME_PLANNED_LEVELS_2.isdisjoint(planned_levels),
                    (
                        planned_levels is not None
                        and not SOME_PLANNED_LEVELS_2.isdisjoint(planned_levels)
                    ),
                ),
            ),
        )
    )


def reason_t12_l1(
    planned_approach: str | None,
    planned_levels: list[str] | None,
    planned_region: str | None,
    codes: list[str] | None,
) -> Reason:
    """Why t12-l1 is met, not met or missing."""
    return (
        only_if(
            at_least(
                2,
                "",
                "",
                test(
                    "Which approach is planned? transforaminal",
                    "",
                    ("planned_approach",),
                    planned_approach == "transforaminal",
                    planned_approach is not None and planned_approach != "transforaminal",
                ),
                test(
                    "Which levels are targeted? includes T12-L1",
                    "",
                    ("planned_levels",),
                    planned_levels is not None and "T12-L1" in planned_levels,
                    planned_levels is not None and "T12-L1" not in planned_levels,
                ),
            ),
            at_least(
                2,
                "",
                "",
                test(
                    "Which spinal region will be treated? cervical or thoracic",
                    "",
                    ("planned_region",),
                    planned_region == "cervical_thoracic",
                    planned_region is not None and planned_region != "cervical_thoracic",
                ),
                test(
                    "Which procedure codes are on the request? includes 64479",
                    "",
                    ("codes",),
                    codes is not None and "64479" in codes,
                    codes is not None and "64479" not in codes,
                ),
            ),
        )
    )


def reason_one_approach(codes: list[str] | None) -> Reason:
    """Why one-approach is met, not met or missing."""
    return (
        at_least(
            2,
            "",
            "",
            none_of(
                "",
                "",
                test(
                    "Which procedure codes are on the request? includes 62321 and 64479",
                    "",
                    ("codes",),
                    codes is not None and "62321" in codes and "64479" in codes,
                    codes is not None and ("62321" not in codes or "64479" not in codes),
                ),
            ),
            none_of(
                "",
                "",
                test(
                    "Which procedure codes are on the request? includes 62323 and 64483",
                    "",
                    ("codes",),
                    codes is not None and "62323" in codes and "64483" in codes,
                    codes is not None and ("62323" not in codes or "64483" not in codes),
                ),
            ),
        )
    )


def reason_both_sides_approach(bilateral: bool | None, planned_approach: str | None) -> Reason:
    """Why both-sides-approach is met, not met or missing."""
    return (
        only_if(
            test(
                "Will both sides be injected? Yes",
                "",
                ("bilateral",),
                bilateral is True,
                bilateral is False,
            ),
            test(
                "Which approach is planned? transforaminal",
                "",
                ("planned_approach",),
                planned_approach == "transforaminal",
                planned_approach is not None and planned_approach != "transforaminal",
            ),
        )
    )


def reason_both_sides_levels(
    bilateral: bool | None,
    planned_levels: list[str] | None,
    each_level_reason: str | None,
) -> Reason:
    """Why both-sides-levels is met, not met or missing."""
    return (
        only_if(
            at_least(
                2,
                "",
                "",
                test(
                    "Will both sides be injected? Yes",
                    "",
                    ("bilateral",),
                    bilateral is True,
                    bilateral is False,
                ),
                test(
                    "Which levels are targeted? 2 levels or more",
                    "",
                    ("planned_levels",),
                    planned_levels is not None and len(planned_levels) >= 2,
                    planned_levels is not None and len(planned_levels) < 2,
                ),
            ),
            test(
                "Where is the reason to treat both sides at each level?",
                "",
                ("each_level_reason",),
                each_level_reason is not None,
                False,
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
PAYER_ANSWERS = frozenset((
    "original", "advantage", "railroad", "veterans", "indian_health", "education_only", "rebill",
    "other_payer",
))
PLACE_OF_SERVICE_ANSWERS = frozenset(("11", "12", "19", "22", "24", "21", "23", "other_place"))
BILL_TYPE_ANSWERS = frozenset(("13X", "85X", "other_bill"))
SYMPTOMS_ANSWERS = frozenset(("radiculopathy", "radicular_pain", "claudication"))
CAUSES_ANSWERS = frozenset(("herniation", "osteophytes", "degeneration"))
RESPONSE_SCALE_ANSWERS = frozenset((
    "pain_nrs", "pain_vas", "odi", "rmdq", "ndi", "sf36_function", "promis_function",
    "other_falling", "other_rising",
))
FOLLOW_UP_SCALE_ANSWERS = frozenset((
    "pain_nrs", "pain_vas", "odi", "rmdq", "ndi", "sf36_function", "promis_function",
    "other_falling", "other_rising",
))
SESSION_REGION_ANSWERS = frozenset(("cervical_thoracic", "lumbar_sacral"))
APPROACH_ANSWERS = frozenset(("transforaminal", "interlaminar", "caudal"))
LEVELS_ANSWERS = frozenset((
    "C1-C2", "C2-C3", "C3-C4", "C4-C5", "C5-C6", "C6-C7", "C7-T1", "T1-T2", "T2-T3", "T3-T4",
    "T4-T5", "T5-T6", "T6-T7", "T7-T8", "T8-T9", "T9-T10", "T10-T11", "T11-T12", "T12-L1", "L1-L2",
    "L2-L3", "L3-L4", "L4-L5", "L5-S1", "S1", "S2", "S3", "S4", "sacral_hiatus",
))
MEDICATION_ANSWERS = frozenset((
    "dexamethasone", "triamcinolone", "betamethasone", "methylprednisolone", "other_steroid",
))
PLANNED_REGION_ANSWERS = frozenset(("cervical_thoracic", "lumbar_sacral"))
PLANNED_APPROACH_ANSWERS = frozenset(("transforaminal", "interlaminar", "caudal"))
PLANNED_LEVELS_ANSWERS = frozenset((
    "C1-C2", "C2-C3", "C3-C4", "C4-C5", "C5-C6", "C6-C7", "C7-T1", "T1-T2", "T2-T3", "T3-T4",
    "T4-T5", "T5-T6", "T6-T7", "T7-T8", "T8-T9", "T9-T10", "T10-T11", "T11-T12", "T12-L1", "L1-L2",
    "L2-L3", "L3-L4", "L4-L5", "L5-S1", "S1", "S2", "S3", "S4", "sacral_hiatus",
))
PLANNED_MEDICATION_ANSWERS = frozenset((
    "dexamethasone", "triamcinolone", "betamethasone", "methylprednisolone", "other_steroid",
))
GUIDANCE_ANSWERS = frozenset(("fluoroscopy", "ct", "no_contrast", "ultrasound", "other_guidance"))
SEDATION_ANSWERS = frozenset(("light", "moderate", "deep", "general", "monitored"))
CONCURRENT_CARE_ANSWERS = frozenset((
    "drugs", "physical_therapy", "manipulation", "behavioral_therapy", "home_exercise",
    "other_care",
))
PROGRAMS_ANSWERS = frozenset(("rehabilitation", "restoration"))
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
    "C1-C2", "C2-C3", "C3-C4", "C4-C5", "C5-C6", "C6-C7", "C7-T1", "T1-T2", "T10-T11", "T11-T12",
    "T2-T3", "T3-T4", "T4-T5", "T5-T6", "T6-T7", "T7-T8", "T8-T9", "T9-T10",
))
minus_12_months = mover(-12, 0)
plus_119_days = mover(0, 119)
plus_14_days = mover(0, 14)
plus_2_days = mover(0, 2)
plus_3_days = mover(0, 3)
plus_3_months = mover(3, 0)
plus_45_days = mover(0, 45)
plus_92_days = mover(0, 92)

POLICY = Policy(
    id="esi",
    version="1.0.0",
    title="Epidural steroid injections for pain management",
    effective="2026-01-05",
    until="2026-04-24",
    codes=("62321", "62323", "64479", "64480", "64483", "64484"),
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
            "examination",
            "note",
            "text of 1 to 500 characters that says where it stands in the chart",
            "Where is the physical examination?",
            "Examination and imaging",
        ),
        Fact(
            "imaging",
            "note",
            "text of 1 to 500 characters that says where it stands in the chart",
            "Where is the imaging report?",
            "Examination and imaging",
        ),
        Fact(
            "steroid_injection",
            "yes_no",
            "true or false",
            "Will an epidural steroid be injected?",
            "Procedure plan",
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
            "history",
            "note",
            "text of 1 to 500 characters that says where it stands in the chart",
            "Where is the history of this pain?",
            "History",
        ),
        Fact(
            "pain_duration",
            "number",
            "a whole number from 0 to 5200 (weeks)",
            "For how many full weeks has this pain lasted?",
            "History",
            low=0,
            high=5200,
        ),
        Fact(
            "symptoms",
            "findings",
            "an object that gives true or false for any of radiculopathy, radicular_pain, claudication",
            "Which of these does the chart show?",
            "History",
            options=("radiculopathy", "radicular_pain", "claudication"),
        ),
        Fact(
            "post_laminectomy_syndrome",
            "yes_no",
            "true or false",
            "Has spine pain stayed or come back after an earlier spine surgery?",
            "History",
        ),
        Fact(
            "acute_zoster_pain",
            "yes_no",
            "true or false",
            "Is this pain due to acute herpes zoster (shingles)?",
            "History",
        ),
        Fact(
            "limits_life",
            "yes_no",
            "true or false",
            "Is the pain severe enough to greatly affect quality of life or function?",
            "History",
        ),
        Fact(
            "long_term_disability",
            "yes_no",
            "true or false",
            "Does the pain seriously limit function or work?",
            "History",
        ),
        Fact(
            "causes",
            "findings",
            "an object that gives true or false for any of herniation, osteophytes, degeneration",
            "Which of these does the imaging show as the cause?",
            "Examination and imaging",
            options=("herniation", "osteophytes", "degeneration"),
        ),
        Fact(
            "cannot_tolerate_care",
            "yes_no",
            "true or false",
            "Is the patient unable to tolerate noninvasive conservative care?",
            "Earlier care",
        ),
        Fact(
            "care_failed",
            "yes_no",
            "true or false",
            "Did noninvasive conservative care fail?",
            "Earlier care",
        ),
        Fact(
            "care_duration",
            "number",
            "a whole number from 0 to 5200 (weeks)",
            "For how many full weeks was that care given?",
            "Earlier care",
            low=0,
            high=5200,
        ),
        Fact(
            "zoster_refractory",
            "yes_no",
            "true or false",
            "Did conservative care fail to control the zoster pain?",
            "Earlier care",
        ),
        Fact(
            "response_scale",
            "choice",
            "one of pain_nrs, pain_vas, odi, rmdq, ndi, sf36_function, promis_function, other_falling, other_rising",
            "Which scale measures the response?",
            "Response to treatment",
            options=("pain_nrs", "pain_vas", "odi", "rmdq", "ndi", "sf36_function", "promis_function", "other_falling", "other_rising"),
        ),
        Fact(
            "baseline_date",
            "date",
            "a date written YYYY-MM-DD, from 1990-01-01 to 2036-12-31",
            "When was the baseline score taken?",
            "Response to treatment",
            low="1990-01-01",
            high="2036-12-31",
        ),
        Fact(
            "baseline_score",
            "number",
            "a number with at most 1 place from 0 to 100 (points)",
            "What was the score before any injection in this region? Keep to the same range at every visit.",
            "Response to treatment",
            low=0,
            high=100,
            places=1,
        ),
        Fact(
            "follow_ups",
            "list",
            "a list of at most 40 records",
            "List every follow-up of this pain after the baseline, with its score on the baseline scale, or on another scale only if that one was not used.",
            "Response to treatment",
            high=40,
            fields=(
                Fact(
                    "follow_up_date",
                    "date",
                    "a date written YYYY-MM-DD, from 1990-01-01 to 2036-12-31",
                    "Follow up date",
                    "",
                    low="1990-01-01",
                    high="2036-12-31",
                ),
                Fact(
                    "follow_up_scale",
                    "choice",
                    "one of pain_nrs, pain_vas, odi, rmdq, ndi, sf36_function, promis_function, other_falling, other_rising",
                    "Follow up scale",
                    "",
                    options=("pain_nrs", "pain_vas", "odi", "rmdq", "ndi", "sf36_function", "promis_function", "other_falling", "other_rising"),
                ),
                Fact(
                    "score",
                    "number",
                    "a number with at most 1 place from 0 to 100 (points)",
                    "Score, on the same range as the baseline",
                    "",
                    low=0,
                    high=100,
                    places=1,
                ),
            ),
        ),
        Fact(
            "prior_sessions",
            "list",
            "a list of at most 60 records",
            "List every earlier epidural steroid session, at any practice. One day and one region make one session.",
            "Response to treatment",
            high=60,
            unique=("session_date", "session_region"),
            fields=(
                Fact(
                    "session_date",
                    "date",
                    "a date written YYYY-MM-DD, from 1990-01-01 to 2036-12-31",
                    "Session date",
                    "",
                    low="1990-01-01",
                    high="2036-12-31",
                ),
                Fact(
                    "session_region",
                    "choice",
                    "one of cervical_thoracic, lumbar_sacral",
                    "Session region",
                    "",
                    options=("cervical_thoracic", "lumbar_sacral"),
                ),
                Fact(
                    "approach",
                    "choice",
                    "one of transforaminal, interlaminar, caudal",
                    "Approach",
                    "",
                    options=("transforaminal", "interlaminar", "caudal"),
                ),
                Fact(
                    "levels",
                    "set",
                    "a list without repetition, of C1-C2, C2-C3, C3-C4, C4-C5, C5-C6, C6-C7, C7-T1, T1-T2, T2-T3, T3-T4, T4-T5, T5-T6, T6-T7, T7-T8, T8-T9, T9-T10, T10-T11, T11-T12, T12-L1, L1-L2, L2-L3, L3-L4, L4-L5, L5-S1, S1, S2, S3, S4, sacral_hiatus",
                    "Levels",
                    "",
                    options=("C1-C2", "C2-C3", "C3-C4", "C4-C5", "C5-C6", "C6-C7", "C7-T1", "T1-T2", "T2-T3", "T3-T4", "T4-T5", "T5-T6", "T6-T7", "T7-T8", "T8-T9", "T9-T10", "T10-T11", "T11-T12", "T12-L1", "L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1", "S1", "S2", "S3", "S4", "sacral_hiatus"),
                ),
                Fact(
                    "medication",
                    "choice",
                    "one of dexamethasone, triamcinolone, betamethasone, methylprednisolone, other_steroid",
                    "Medication",
                    "",
                    options=("dexamethasone", "triamcinolone", "betamethasone", "methylprednisolone", "other_steroid"),
                ),
            ),
        ),
        Fact(
            "first_fell_short",
            "yes_no",
            "true or false",
            "Does the chart say that the first injection gave less than relief by half for three months?",
            "Response to treatment",
        ),
        Fact(
            "block_listed",
            "yes_no",
            "true or false",
            "Is any listed session in this region only a diagnostic nerve root block?",
            "Response to treatment",
        ),
        Fact(
            "retry_rationale",
            "note",
            "text of 1 to 500 characters that says where it stands in the chart",
            "Where is the rationale for an early second attempt?",
            "Response to treatment",
        ),
        Fact(
            "long_term_reason",
            "note",
            "text of 1 to 500 characters that says where it stands in the chart",
            "Where is the reason to go on beyond 12 months?",
            "Response to treatment",
        ),
        Fact(
            "primary_care_told",
            "yes_no",
            "true or false",
            "Was the primary care provider told of the injections beyond 12 months?",
            "Response to treatment",
        ),
        Fact(
            "planned_sessions",
            "number",
            "a whole number from 1 to 12 (sessions)",
            "How many sessions are requested?",
            "Procedure plan",
            low=1,
            high=12,
        ),
        Fact(
            "planned_region",
            "choice",
            "one of cervical_thoracic, lumbar_sacral",
            "Which spinal region will be treated?",
            "Procedure plan",
            options=("cervical_thoracic", "lumbar_sacral"),
        ),
        Fact(
            "other_region_too",
            "yes_no",
            "true or false",
            "Will the other region be treated on the same day?",
            "Procedure plan",
        ),
        Fact(
            "planned_approach",
            "choice",
            "one of transforaminal, interlaminar, caudal",
            "Which approach is planned?",
            "Procedure plan",
            options=("transforaminal", "interlaminar", "caudal"),
        ),
        Fact(
            "planned_levels",
            "set",
            "a list without repetition, of C1-C2, C2-C3, C3-C4, C4-C5, C5-C6, C6-C7, C7-T1, T1-T2, T2-T3, T3-T4, T4-T5, T5-T6, T6-T7, T7-T8, T8-T9, T9-T10, T10-T11, T11-T12, T12-L1, L1-L2, L2-L3, L3-L4, L4-L5, L5-S1, S1, S2, S3, S4, sacral_hiatus",
            "Which levels are targeted?",
            "Procedure plan",
            options=("C1-C2", "C2-C3", "C3-C4", "C4-C5", "C5-C6", "C6-C7", "C7-T1", "T1-T2", "T2-T3", "T3-T4", "T4-T5", "T5-T6", "T6-T7", "T7-T8", "T8-T9", "T9-T10", "T10-T11", "T11-T12", "T12-L1", "L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1", "S1", "S2", "S3", "S4", "sacral_hiatus"),
        ),
        Fact(
            "planned_medication",
            "choice",
            "one of dexamethasone, triamcinolone, betamethasone, methylprednisolone, other_steroid",
            "Which steroid is planned?",
            "Procedure plan",
            options=("dexamethasone", "triamcinolone", "betamethasone", "methylprednisolone", "other_steroid"),
        ),
        Fact(
            "bilateral",
            "yes_no",
            "true or false",
            "Will both sides be injected?",
            "Procedure plan",
        ),
        Fact(
            "bilateral_reason",
            "note",
            "text of 1 to 500 characters that says where it stands in the chart",
            "Where is the clinical reason to treat both sides?",
            "Procedure plan",
        ),
        Fact(
            "each_level_reason",
            "note",
            "text of 1 to 500 characters that says where it stands in the chart",
            "Where is the reason to treat both sides at each level?",
            "Procedure plan",
        ),
        Fact(
            "guidance",
            "choice",
            "one of fluoroscopy, ct, no_contrast, ultrasound, other_guidance",
            "Which image guidance is planned?",
            "Procedure plan",
            options=("fluoroscopy", "ct", "no_contrast", "ultrasound", "other_guidance"),
        ),
        Fact(
            "contrast_allergy",
            "yes_no",
            "true or false",
            "Is an allergy to contrast documented?",
            "Procedure plan",
        ),
        Fact(
            "sedation",
            "choice",
            "one of light, moderate, deep, general, monitored",
            "Which sedation is planned? None is an answer too.",
            "Procedure plan",
            options=("light", "moderate", "deep", "general", "monitored"),
        ),
        Fact(
            "sedation_need",
            "note",
            "text of 1 to 500 characters that says where it stands in the chart",
            "Where is this patient's need for deeper sedation explained?",
            "Procedure plan",
        ),
        Fact(
            "concurrent_care",
            "findings",
            "an object that gives true or false for any of drugs, physical_therapy, manipulation, behavioral_therapy, home_exercise, other_care",
            "Which conservative treatments go with the injection?",
            "Procedure plan",
            options=("drugs", "physical_therapy", "manipulation", "behavioral_therapy", "home_exercise", "other_care"),
        ),
        Fact(
            "programs",
            "findings",
            "an object that gives true or false for any of rehabilitation, restoration",
            "Does the patient take part in one of these?",
            "Procedure plan",
            options=("rehabilitation", "restoration"),
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
                    "1.0",
                    "6.2.11",
                    "dates of this version",
                ),
            ),
            (
                ("A15", "The version in force on the day the request is received applies, whatever the planned date. The guide was published earlier. Requests could first be sent on 5 January 2026, so that day is taken. Versions 2.0 to 5.0 had replaced version 1.0 and were not at hand, so this one stands in for them. Version 3.0 changed some of the required documentation."),
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
                    "1.0",
                    "6.2.11",
                    "list of codes",
                ),
            ),
            (
                ("A18", "Any other use of this code, such as a pump trial, is out of scope, which is no fault of the chart. Version 1.0 does not say so, but its service is the steroid injection."),
            ),
        ),
        Criterion(
            "code-62323",
            "Code 62323 is used for this service",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "list of codes",
                ),
            ),
            (
                ("A18", "Any other use of this code, such as a pump trial, is out of scope, which is no fault of the chart. Version 1.0 does not say so, but its service is the steroid injection."),
            ),
        ),
        Criterion(
            "primary-of-64480",
            "Add-on code 64480 stands beside its primary code",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "list of codes",
                ),
            ),
            (
                ("A14", "An add-on code stands beside its primary code. One that stands alone is shown, and decides nothing."),
            ),
        ),
        Criterion(
            "primary-of-64484",
            "Add-on code 64484 stands beside its primary code",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "list of codes",
                ),
            ),
            (
                ("A14", "An add-on code stands beside its primary code. One that stands alone is shown, and decides nothing."),
            ),
        ),
        Criterion(
            "indication",
            "History, examination and imaging show a listed indication",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "box 1",
                ),
            ),
            (
                ("B1", "A worn disc or an osteophyte alone is no indication. One of three symptoms must be due to one of three causes."),
                ("B1b", "Only degenerative disc disease must narrow the foramina or the canal. A herniation need not."),
                ("B2", "The text asks for imaging with all three indications. Imaging cannot show zoster, so a gap there is shown as missing, and a clinician must look."),
            ),
        ),
        Criterion(
            "severity",
            "The pain greatly affects life or function, and a baseline score exists",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "box 2",
                ),
            ),
            (
                ("B3", "This holds for the pain to be treated, whichever of the three indications it has."),
            ),
        ),
        Criterion(
            "same-scale",
            "Every follow-up repeats the baseline scale",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "box 2",
                ),
            ),
            (
                ("B4", "With no follow-up yet this is met. The baseline is asked for all the same. Two scales that are not listed are the same only if they bear the same name. A clinician must look."),
            ),
        ),
        Criterion(
            "baseline-first",
            "The baseline was taken before the first injection in this region",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "box 2",
                ),
            ),
            (
                ("B8", "The baseline comes before the first session in this region, at the latest on its day. Half is half of that baseline. Nothing is rounded. From a baseline of 0 there is no percentage, and a clinician must look."),
            ),
        ),
        Criterion(
            "pain-duration",
            "Pain has lasted long enough, or waiting is not required",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "box 3",
                ),
            ),
            (
                ("B5", "Four weeks of pain bind the first two routes and not zoster. Four weeks of failed care mean four weeks or more."),
                ("B5c", "The text does not say how long zoster is acute, and we set no limit. Pain after zoster has healed is not named, and a clinician must look."),
                ("B5b", "Four full weeks are 28 days. Day 28 counts."),
            ),
        ),
        Criterion(
            "session-limit",
            "No more than four sessions in this region in a rolling 12 months",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "box 4",
                ),
            ),
            (
                ("B6", "There are two regions, cervical or thoracic and lumbar or sacral. The limit holds for each."),
                ("B6b", "All epidural injections of one day in one region are one session. The requested sessions count, and so does an early second attempt."),
                ("B6c", "A diagnostic nerve root block has the same codes, so it counts. It is flagged."),
                ("B7d", "Sessions count whoever gave or paid for them, in any state and any year."),
                ("B7", "A session exactly 12 months before the planned date is outside. Only earlier sessions are listed. A session listed on the planned day itself counts beside the planned one."),
                ("B7b", "Months are calendar months, cut to the end of a short month. They are never counted as a fixed number of days."),
                ("B7c", "The months are counted back from the planned date. Whether an earlier date would change the answer is flagged."),
            ),
        ),
        Criterion(
            "repeat-response",
            "A repeat follows lasting relief, or the first injection is retried differently",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "box 4 and its note",
                ),
            ),
            (
                ("B8c", "Three calendar months count from the session. Every score in them is half better, and one at their end or later shows that it lasted. Pain that came back after that is no bar. Relief shown up to day 92 only is flagged. With no score three months on, relief is not shown; the list counts as complete, so this is not met."),
                ("B8d", "Relief is measured after the most recent session in the region. The LCD speaks of the first injection. Any earlier session in the region makes this a repeat, however old; the text sets no limit."),
                ("B8e", "A repeat less than three months after the last session can therefore only be an early second attempt."),
                ("B8", "The baseline comes before the first session in this region, at the latest on its day. Half is half of that baseline. Nothing is rounded. From a baseline of 0 there is no percentage, and a clinician must look."),
                ("B8b", "One scale, of pain or of function, is enough. The request names the one that improved."),
                ("B9c", "Anything less than relief by half for three months falls short. The chart has to say that it did."),
                ("B9b", "Only the second session in a region can be a retry, so it happens once and counts toward the four. Another side alone is no difference. The text sets no latest day."),
                ("B9", "Fourteen days elapsed is enough. The fourteenth day itself is flagged."),
            ),
        ),
        Criterion(
            "sedation",
            "Deeper sedation is explained by this patient's need",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "box 5",
                ),
            ),
            (
                ("B12", "With none of the four planned this does not apply, and nothing is missing."),
            ),
        ),
        Criterion(
            "image-guidance",
            "Fluoroscopy or CT with contrast guides the needle",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "box 6",
                ),
            ),
            (
                ("B11b", "Contrast goes with both, fluoroscopy and CT."),
                ("B11c", "The text has no place for fluoroscopy or CT without contrast, even with an allergy. A clinician must look. Until then this is not met."),
            ),
        ),
        Criterion(
            "plan",
            "Approach, levels and region are planned",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "box 7",
                ),
            ),
            (
                ("B10e", "At least one level is named. Levels need not lie side by side."),
            ),
        ),
        Criterion(
            "one-region",
            "One region is treated in the session",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "box 7 note",
                ),
            ),
            (
                ("B10c", "Two regions on one day do not fit the text."),
            ),
        ),
        Criterion(
            "transforaminal-levels",
            "A transforaminal injection targets no more than two levels",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "box 7 note",
                ),
            ),
            (
                ("B10", "Both sides of one level are one level. Two levels on both sides are flagged."),
            ),
        ),
        Criterion(
            "other-approach-levels",
            "An interlaminar or caudal injection targets one level",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "box 7 note",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "bilateral",
            "A transforaminal injection on both sides has a clinical reason",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "box 7 note",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "conservative-care",
            "A combination of conservative treatments goes with the injection",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "box 8",
                ),
            ),
            (
                ("B13", "A combination is two treatments or more. Version 6.0 dropped the word."),
            ),
        ),
        Criterion(
            "program",
            "The patient is in a rehabilitation, exercise or restoration program",
            "required",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "box 9",
                ),
            ),
            (
                ("B13b", "One home exercise program answers this box and the one before."),
            ),
        ),
        Criterion(
            "any-date",
            "The session limit also holds if the service comes as early as the request",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "box 4",
                ),
            ),
            (
                ("B7c", "The months are counted back from the planned date. Whether an earlier date would change the answer is flagged."),
            ),
        ),
        Criterion(
            "one-session",
            "One session is requested at a time",
            "advisory",
            (
                Citation(
                    "noridian_lcd",
                    "Noridian LCD L39240, known from a checklist made from it",
                    "",
                    "",
                    "no planned series",
                ),
            ),
            (
                ("B15", "More may be asked for, but nobody can yet know the response to the next one. A clinician must look."),
            ),
        ),
        Criterion(
            "diagnostic-blocks",
            "No listed session in this region is only a diagnostic nerve root block",
            "advisory",
            (
                Citation(
                    "block_article",
                    "Billing and coding article A58745, known from a summary of it",
                    "",
                    "",
                    "diagnostic blocks",
                ),
            ),
            (
                ("B6c", "A diagnostic nerve root block has the same codes, so it counts. It is flagged."),
            ),
        ),
        Criterion(
            "baseline-above-zero",
            "The baseline is above 0, so that a change can be worked out",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "box 4",
                ),
            ),
            (
                ("B8", "The baseline comes before the first session in this region, at the latest on its day. Half is half of that baseline. Nothing is rounded. From a baseline of 0 there is no percentage, and a clinician must look."),
            ),
        ),
        Criterion(
            "past-92-days",
            "The repeat does not hang on how three months are counted",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "box 4",
                ),
            ),
            (
                ("B8c", "Three calendar months count from the session. Every score in them is half better, and one at their end or later shows that it lasted. Pain that came back after that is no bar. Relief shown up to day 92 only is flagged. With no score three months on, relief is not shown; the list counts as complete, so this is not met."),
                ("B8", "The baseline comes before the first session in this region, at the latest on its day. Half is half of that baseline. Nothing is rounded. From a baseline of 0 there is no percentage, and a clinician must look."),
                ("B8b", "One scale, of pain or of function, is enough. The request names the one that improved."),
                ("B9c", "Anything less than relief by half for three months falls short. The chart has to say that it did."),
                ("B9b", "Only the second session in a region can be a retry, so it happens once and counts toward the four. Another side alone is no difference. The text sets no latest day."),
                ("B9", "Fourteen days elapsed is enough. The fourteenth day itself is flagged."),
            ),
        ),
        Criterion(
            "fourteenth-day",
            "A retry comes later than the fourteenth day",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "box 4 note",
                ),
            ),
            (
                ("B9b", "Only the second session in a region can be a retry, so it happens once and counts toward the four. Another side alone is no difference. The text sets no latest day."),
            ),
        ),
        Criterion(
            "beyond-a-year",
            "Going on beyond 12 months has a reason, and primary care knows",
            "advisory",
            (
                Citation(
                    "noridian_lcd",
                    "Noridian LCD L39240, known from a checklist made from it",
                    "",
                    "",
                    "beyond 12 months",
                ),
            ),
            (
                ("B16", "The guide is silent. The LCD asks for serious disability, a reason such as the risk of surgery, and a note to primary care, beside the relief that every repeat must show."),
            ),
        ),
        Criterion(
            "listed-guidance",
            "The guidance is one that the listed codes describe",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "list of codes",
                ),
            ),
            (
                ("B11", "The listed codes are for fluoroscopy or CT. With ultrasound the coding needs a look. Ultrasound may be considered, so a clinician must look."),
            ),
        ),
        Criterion(
            "region-of-code",
            "The codes and the planned region agree",
            "advisory",
            (
                Citation(
                    "noridian_article",
                    "Noridian billing and coding article A58993, of which only the opening was at hand",
                    "",
                    "",
                    "definition of region",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "approach-of-code",
            "The codes and the planned approach agree",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "list of codes",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "levels-of-code",
            "The number of levels and the add-on codes agree",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "list of codes",
                ),
            ),
            (
                ("A14b", "The first code is for one level, and the add-on code for each further one. Two levels need both."),
            ),
        ),
        Criterion(
            "levels-of-region",
            "The planned levels lie in the planned region",
            "advisory",
            (
                Citation(
                    "noridian_article",
                    "Noridian billing and coding article A58993, of which only the opening was at hand",
                    "",
                    "",
                    "definition of region",
                ),
            ),
            (
            ),
        ),
        Criterion(
            "t12-l1",
            "A transforaminal injection at T12-L1 is cervical or thoracic, code 64479",
            "advisory",
            (
                Citation(
                    "noridian_article",
                    "Noridian billing and coding article A58993, of which only the opening was at hand",
                    "",
                    "",
                    "T12-L1",
                ),
            ),
            (
                ("B10f", "The article counts this level as cervical or thoracic."),
            ),
        ),
        Criterion(
            "one-approach",
            "One approach is used in the region on one day",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "box 7 note",
                ),
            ),
            (
                ("B10d", "The guide is silent on two approaches on one day. A clinician must look."),
            ),
        ),
        Criterion(
            "both-sides-approach",
            "Only a transforaminal injection treats both sides",
            "advisory",
            (
                Citation(
                    "novitas_article",
                    "Novitas billing and coding article A56681, known from a summary of it",
                    "",
                    "",
                    "both sides",
                ),
            ),
            (
                ("B10b", "The guide names both sides only for transforaminal injections. The article excludes the other two. This is shown, and decides nothing."),
            ),
        ),
        Criterion(
            "both-sides-levels",
            "Each of several levels treated on both sides has its own reason",
            "advisory",
            (
                Citation(
                    "guide",
                    "WISeR Provider and Supplier Operational Guide",
                    "1.0",
                    "6.2.11",
                    "box 7 note",
                ),
            ),
            (
                ("B10", "Both sides of one level are one level. Two levels on both sides are flagged."),
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
            "L39240",
        ),
        State(
            "NJ",
            "New Jersey",
            "Novitas",
            "JL",
            "Genzeon Corporation",
            "portal.hip.one",
            "L36920",
        ),
        State("OH", "Ohio", "CGS", "J15", "Innovaccer Inc.", "wiser.innovaccer.us", "L39015"),
        State(
            "OK",
            "Oklahoma",
            "Novitas",
            "JH",
            "Humata Health, Inc.",
            "psi.humatahealth.com",
            "L36920",
        ),
        State(
            "TX",
            "Texas",
            "Novitas",
            "JH",
            "Cohere Health, Inc.",
            "next.coherehealth.com",
            "L36920",
        ),
        State(
            "WA",
            "Washington",
            "Noridian",
            "JF",
            "Virtix Health LLC",
            "wiser.portal.virtixhealth.com",
            "L39240",
        ),
    ),
    meaning="f4ffaac303484d752dedf606027f96ed1201fd052a33faf5713c493c7d0d4dae",
)
