"""ESI 6.0.0 by hand, as a programmer would write it for speed without this project.

The benchmark compares with it. It is straight-line code, with one pass over the sessions, one over the follow-ups, and
dates as ISO text. It takes a request that is known to be valid and gives the verdict of every criterion in the order of
the policy, absent facts and absent fields of records included. tests/project/test_bench.py compares it with the
meaning.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, TypeAlias

MET, NOT_MET, MISSING, NOT_APPLICABLE = "met", "not met", "missing", "not applicable"

OF_THE_MODEL = frozenset({"AZ", "NJ", "OH", "OK", "TX", "WA"})
PLACES = frozenset({"11", "12", "19", "22", "24"})
HOSPITAL_PLACES = frozenset({"19", "22"})
OTHER_PROGRAM_CODES = frozenset({"63650", "22551", "22552"})
DELAYED_CODES = frozenset({"61867", "61868"})
ALWAYS_LISTED = frozenset({"62321", "64479", "64480", "64483", "64484"})
CERVICAL_CODES = frozenset({"62321", "64479", "64480"})
LUMBAR_CODES = frozenset({"62323", "64483", "64484"})
DEEPER = frozenset({"moderate", "deep", "general", "monitored"})
TRANSFORAMINAL_CODES = frozenset({"64479", "64480", "64483", "64484"})
INTERLAMINAR_CODES = frozenset({"62321", "62323"})
FURTHER_LEVEL_CODES = frozenset({"64480", "64484"})
UPPER_LEVELS = frozenset(
    "C1-C2 C2-C3 C3-C4 C4-C5 C5-C6 C6-C7 C7-T1 T1-T2 T2-T3 T3-T4 T4-T5 T5-T6 T6-T7 T7-T8 T8-T9 T9-T10 T10-T11 "
    "T11-T12".split()
)
LOWER_LEVELS = frozenset("L1-L2 L2-L3 L3-L4 L4-L5 L5-S1 S1 S2 S3 S4 sacral_hiatus".split())
FALLING = frozenset({"pain_nrs", "pain_vas", "odi", "rmdq", "ndi", "other_falling"})
EARLIEST, LATEST = "1990-01-01", "2036-12-31"  # that a session may have; the other dates begin later
FIRST, LAST = "2020-01-01", "2036-12-31"  # days of receipt and of the service
YEAR_BEFORE_FIRST, YEAR_BEFORE_LAST = "2019-01-01", "2035-12-31"
MANY = 1_000  # more sessions than a request can list

Plan: TypeAlias = tuple[str | None, str | None, list[str] | None]  # approach, medication, levels


def verdicts(request: Mapping[str, Any]) -> tuple[str, ...]:
    """The verdict of each criterion, in the order of the policy."""
    get = request.get
    codes = get("codes")
    received_date = get("received_date")
    service_date = get("service_date")
    region = get("planned_region")
    approach = get("planned_approach")
    levels = get("planned_levels")
    bilateral = get("bilateral")
    guidance = get("guidance")
    zoster = get("acute_zoster_pain")
    scale = get("response_scale")
    baseline = get("baseline_score")
    care = get("concurrent_care")
    sessions = get("prior_sessions")
    follow_ups = get("follow_ups")

    # Whether the model concerns the request

    service_first, service_last = (FIRST, LAST) if service_date is None else (service_date, service_date)
    if received_date is None:
        requests_open = before_service = MISSING
        if service_last <= FIRST:
            before_service = NOT_MET
    else:
        requests_open = MET if received_date >= "2026-01-05" else NOT_MET
        before_service = MET if received_date < service_first else NOT_MET if received_date >= service_last else MISSING

    if service_date is None:
        performance_period = MISSING
    else:
        performance_period = MET if "2026-01-15" <= service_date <= "2031-12-31" else NOT_MET

    paid_by = get("payer")
    payer = MISSING if paid_by is None else MET if paid_by == "original" else NOT_MET
    given_in = get("state")
    state = MISSING if given_in is None else MET if given_in in OF_THE_MODEL else NOT_MET

    given_at, billed_as = get("place_of_service"), get("bill_type")
    place = MISSING if given_at is None else MET if given_at in PLACES else NOT_MET
    if given_at is not None and given_at not in HOSPITAL_PLACES:
        bill_type = NOT_APPLICABLE
    elif billed_as == "13X":
        bill_type = MET
    else:
        bill_type = MISSING if billed_as is None or given_at is None else NOT_MET

    modifier, revenue = get("emergency_modifier"), get("emergency_revenue")
    if modifier or revenue:
        no_emergency = NOT_MET
    else:
        no_emergency = MET if modifier is False and revenue is False else MISSING

    exempt = get("provider_exempt")
    not_exempt = MISSING if exempt is None else NOT_MET if exempt else MET

    if codes is None:
        other_program = left_the_model = delayed_service = MISSING
    else:
        other_program = MET if OTHER_PROGRAM_CODES.isdisjoint(codes) else NOT_MET
        left_the_model = NOT_MET if "22585" in codes else MET
        delayed_service = MET if DELAYED_CODES.isdisjoint(codes) else NOT_MET

    # Whether this version does, and its codes

    in_force = MISSING if received_date is None else MET if received_date >= "2026-04-24" else NOT_MET

    steroid = get("steroid_injection")
    if codes is None:
        listed_code = primary_of_64480 = primary_of_64484 = one_approach = MISSING
        code_62323 = MET if steroid else MISSING
    else:
        if "62323" in codes:
            code_62323 = listed_code = MISSING if steroid is None else MET if steroid else NOT_MET
        else:
            code_62323, listed_code = NOT_APPLICABLE, NOT_MET
        if not ALWAYS_LISTED.isdisjoint(codes):
            listed_code = MET
        primary_of_64480 = (MET if "64479" in codes else NOT_MET) if "64480" in codes else NOT_APPLICABLE
        primary_of_64484 = (MET if "64483" in codes else NOT_MET) if "64484" in codes else NOT_APPLICABLE
        if ("62321" in codes and "64479" in codes) or ("62323" in codes and "64483" in codes):
            one_approach = NOT_MET
        else:
            one_approach = MET

    # Boxes 1 to 3

    post_laminectomy = get("post_laminectomy_syndrome")
    symptom = _any_found(get("symptoms"), 3)
    cause = _any_found(get("causes"), 3)
    if post_laminectomy or zoster or (symptom and cause):
        documented = "history" in request and "examination" in request and "imaging" in request
        indication = MET if documented else MISSING
    elif post_laminectomy is False and zoster is False and (symptom is False or cause is False):
        indication = NOT_MET
    else:
        indication = MISSING

    limits_life = get("limits_life")
    if limits_life is False:
        severity = NOT_MET
    else:
        severity = MET if limits_life and scale is not None and baseline is not None else MISSING

    refractory = get("zoster_refractory")
    if zoster and refractory:
        pain_duration = MET
    else:
        weeks = get("pain_duration")
        tried = _care_was_tried(get("cannot_tolerate_care"), get("care_failed"), get("care_duration"))
        if weeks is not None and weeks >= 4 and tried:
            pain_duration = MET
        elif (tried is False or (weeks is not None and weeks < 4)) and (zoster is False or refractory is False):
            pain_duration = NOT_MET
        else:
            pain_duration = MISSING

    # The sessions in the planned region: surely so many, possibly so many, and between which dates

    sure = most = in_year = in_year_at_most = in_any_year = in_any_year_at_most = older = older_at_most = 0
    latest_low = latest_high = EARLIEST
    first_low = first_high = LATEST
    if sessions is None:
        most = in_year_at_most = in_any_year_at_most = older_at_most = MANY
        first_low, latest_high = EARLIEST, LATEST
    elif sessions:
        year_before = None if service_date is None else _moved(service_date, months=-12)
        year_before_receipt = YEAR_BEFORE_FIRST if received_date is None else _moved(received_date, months=-12)
        for session in sessions:
            session_region = session.get("session_region")
            here = session_region is not None and region is not None
            if here and session_region != region:
                continue
            most += 1
            sure += here
            day = session.get("session_date")
            if day is None:
                first_low, latest_high = EARLIEST, LATEST
                in_year_at_most += 1
                in_any_year_at_most += 1
                older_at_most += 1
                continue
            if day > latest_high:
                latest_high = day
            if day < first_low:
                first_low = day
            if here:
                if day > latest_low:
                    latest_low = day
                if day < first_high:
                    first_high = day
            if year_before is None:
                in_year_at_most += day > YEAR_BEFORE_FIRST
                older_at_most += day < YEAR_BEFORE_LAST
                older += here and day < YEAR_BEFORE_FIRST
                if day > year_before_receipt:
                    in_any_year_at_most += 1
                    in_any_year += here and received_date is not None and day <= FIRST
            elif day <= service_date:
                if day > year_before:
                    in_year_at_most += 1
                    in_year += here
                elif day < year_before:
                    older_at_most += 1
                    older += here
                if day > year_before_receipt:
                    in_any_year_at_most += 1
                    in_any_year += here and (received_date is not None or day > YEAR_BEFORE_LAST)

    anticipated_number = MET if "anticipated_sessions" in request else MISSING

    # Box 4, the limit, and what is shown about the number of sessions

    planned = get("planned_sessions")
    if planned is None:  # one at least
        session_limit = NOT_MET if in_year + 1 > 4 else MISSING
        any_date = NOT_MET if in_any_year + 1 > 4 else MISSING
        one_session = MISSING
    else:
        if in_year_at_most + planned <= 4:
            session_limit = MET
        else:
            session_limit = NOT_MET if in_year + planned > 4 else MISSING
        if in_any_year_at_most + planned <= 4:
            any_date = MET
        else:
            any_date = NOT_MET if in_any_year + planned > 4 else MISSING
        one_session = MET if planned <= 1 else NOT_MET

    if older_at_most == 0:
        beyond_a_year = NOT_APPLICABLE
    else:
        disability, reported = get("long_term_disability"), get("primary_care_told")
        if disability and reported and "long_term_reason" in request:
            beyond_a_year = MET
        else:
            beyond_a_year = NOT_MET if older and (disability is False or reported is False) else MISSING

    # Boxes 2 and 4, the follow-ups

    second_used, second_scale, second_baseline = (
        get("second_scale_used"),
        get("second_scale"),
        get("second_baseline"),
    )
    if follow_ups is None:
        same_scale = each_follow_up = MISSING
    elif not follow_ups:
        same_scale, each_follow_up = NOT_APPLICABLE, MET
    else:
        kept = [_on_a_scale(f.get("follow_up_scale"), scale, second_used, second_scale) for f in follow_ups]
        same_scale = MET if True in kept else MISSING if None in kept else NOT_MET
        each_follow_up = NOT_MET if False in kept else MISSING if None in kept else MET

    received_first, received_last = (FIRST, LAST) if received_date is None else (received_date, received_date)
    days = (sure, most, latest_low, latest_high, received_first, received_last)
    lasting, late_relief = _relief(follow_ups, scale, baseline, True, days)
    # The second scale matters only where the first does not settle both questions.
    if not (lasting and late_relief):
        lasting_too, late_too = _relief(follow_ups, second_scale, second_baseline, second_used, days)
        lasting, late_relief = _either(lasting, lasting_too), _either(late_relief, late_too)

    # What is asked of a repeat only

    if most == 0:
        baseline_first = repeat = diagnostic_blocks = above_zero = past_92_days = NOT_APPLICABLE
    else:
        baseline_date = get("baseline_date")
        if baseline_date is None or not sure:
            baseline_first = MET if sure and first_low == LATEST else MISSING
        elif baseline_date <= first_low:
            baseline_first = MET
        else:
            baseline_first = NOT_MET if baseline_date > first_high else MISSING

        retried: bool | None = False
        # Whether it is a retry matters only where the relief does not settle both questions.
        if not (lasting and late_relief) and sure <= 1:
            retried = _first_retried(request, sessions, sure, most, latest_low, latest_high)
        if lasting or retried:
            repeat = MET
        else:
            repeat = NOT_MET if sure and lasting is False and retried is False else MISSING
        if late_relief or retried:
            past_92_days = MET
        else:
            past_92_days = NOT_MET if sure and late_relief is False and retried is False else MISSING

        blocks = get("block_listed")
        diagnostic_blocks = MET if blocks is False else NOT_MET if sure and blocks else MISSING

        second_above_zero = None if second_baseline is None else second_baseline > 0
        if baseline is not None and baseline > 0 and (second_used is False or second_above_zero):
            above_zero = MET
        elif sure and (baseline == 0 or (second_used and second_above_zero is False)):
            above_zero = NOT_MET
        else:
            above_zero = MISSING

    if most == 0 or sure > 1:
        fourteenth_day = NOT_APPLICABLE
    elif sure and service_first > _moved(latest_high, days=14):
        fourteenth_day = MET
    else:
        surely_second = sure == most == 1
        too_early = service_last <= _moved(latest_low, days=14)
        fourteenth_day = NOT_MET if surely_second and too_early else MISSING

    claimed = get("first_fell_short")
    if most == 0 or sure > 1 or claimed is False:
        failure_shown = NOT_APPLICABLE
    else:
        shown = _any_true(
            [
                _and(
                    _after(f.get("follow_up_date"), latest_low, latest_high),
                    _short_of_half(f.get("follow_up_scale"), scale, baseline, f.get("score")),
                )
                for f in follow_ups
            ]
            if follow_ups is not None
            else [None]
        )
        surely = sure == most == 1 and claimed
        failure_shown = MET if shown and sure else NOT_MET if shown is False and surely else MISSING

    # Boxes 5 to 7

    kind = get("sedation")
    if kind is not None and kind not in DEEPER:
        sedation = NOT_APPLICABLE
    else:
        sedation = MET if "sedation_need" in request else MISSING

    if guidance is None:
        image_guidance = listed_guidance = MISSING
    elif guidance == "ultrasound":
        listed_guidance = NOT_MET
        allergy, pregnant = get("contrast_allergy"), get("pregnant")
        if allergy or pregnant:
            image_guidance = MET
        else:
            image_guidance = NOT_MET if allergy is False and pregnant is False else MISSING
    else:
        listed_guidance = MET
        image_guidance = MET if guidance == "fluoroscopy" or guidance == "ct" else NOT_MET

    if levels is None:
        plan = MISSING
    elif not levels:
        plan = NOT_MET
    else:
        plan = MET if approach is not None and region is not None else MISSING

    other_region = get("other_region_too")
    one_region = MISSING if other_region is None else NOT_MET if other_region else MET

    transforaminal = approach == "transforaminal"
    if approach is not None and not transforaminal:
        transforaminal_levels = NOT_APPLICABLE
    elif levels is not None and len(levels) <= 2:
        transforaminal_levels = MET
    else:
        transforaminal_levels = NOT_MET if transforaminal and levels is not None else MISSING

    if transforaminal:
        other_approach_levels = NOT_APPLICABLE
    elif levels is not None and len(levels) <= 1:
        other_approach_levels = MET
    else:
        other_approach_levels = NOT_MET if approach is not None and levels is not None else MISSING

    if bilateral is False:
        both_sides = both_sides_levels = NOT_APPLICABLE
    else:
        if approach is not None and not transforaminal:
            both_sides = NOT_MET if bilateral else MISSING
        else:
            both_sides = MET if transforaminal and "bilateral_reason" in request else MISSING
        if levels is not None and len(levels) < 2:
            both_sides_levels = NOT_APPLICABLE
        else:
            both_sides_levels = MET if "each_level_reason" in request else MISSING

    # Boxes 8 to 10

    treated = _any_found(care, 6)
    conservative_care = MISSING if treated is None else MET if treated else NOT_MET

    at_home = None if care is None else care.get("home_exercise")
    in_program = True if at_home else _any_found(get("programs"), 2)
    program = MET if in_program else NOT_MET if in_program is False and at_home is False else MISSING

    dangers = list((get("contraindications") or {}).values())
    contraindications = NOT_MET if True in dangers else MET if len(dangers) == 3 else MISSING

    # The codes and the plan

    if codes is None and region is None:
        region_of_code = MISSING
    else:
        upper = codes is not None and not CERVICAL_CODES.isdisjoint(codes)
        lower = codes is not None and not LUMBAR_CODES.isdisjoint(codes)
        wrong = lower if region == "cervical_thoracic" else upper if region is not None else upper and lower
        fits_any = codes is not None and not upper and not lower
        region_of_code = (
            NOT_MET if wrong else MET if fits_any or (codes is not None and region is not None) else MISSING
        )

    if codes is None:
        approach_of_code = MISSING
    elif approach is not None:
        unfit = INTERLAMINAR_CODES if transforaminal else TRANSFORAMINAL_CODES
        approach_of_code = MET if unfit.isdisjoint(codes) else NOT_MET
    else:
        kinds = (not INTERLAMINAR_CODES.isdisjoint(codes)) + (not TRANSFORAMINAL_CODES.isdisjoint(codes))
        approach_of_code = (MET, MISSING, NOT_MET)[kinds]

    if approach is not None and not transforaminal:
        levels_of_code = NOT_APPLICABLE
    elif codes is None or levels is None:
        levels_of_code = MISSING
    elif (len(levels) > 1) is not FURTHER_LEVEL_CODES.isdisjoint(codes):
        levels_of_code = MET
    else:
        levels_of_code = NOT_MET if transforaminal else MISSING

    if levels is None:
        levels_of_region = MISSING
    elif region is not None:
        beyond = LOWER_LEVELS if region == "cervical_thoracic" else UPPER_LEVELS
        levels_of_region = MET if beyond.isdisjoint(levels) else NOT_MET
    else:
        kinds = (not LOWER_LEVELS.isdisjoint(levels)) + (not UPPER_LEVELS.isdisjoint(levels))
        levels_of_region = (MET, MISSING, NOT_MET)[kinds]

    if (approach is not None and not transforaminal) or (levels is not None and "T12-L1" not in levels):
        t12_l1 = NOT_APPLICABLE
    elif region == "cervical_thoracic" and codes is not None and "64479" in codes:
        t12_l1 = MET
    else:
        wrong = region == "lumbar_sacral" or (codes is not None and "64479" not in codes)
        t12_l1 = NOT_MET if wrong and transforaminal and levels is not None else MISSING

    return (
        requests_open,
        performance_period,
        payer,
        state,
        place,
        bill_type,
        no_emergency,
        not_exempt,
        before_service,
        other_program,
        left_the_model,
        delayed_service,
        in_force,
        listed_code,
        code_62323,
        primary_of_64480,
        primary_of_64484,
        indication,
        severity,
        same_scale,
        baseline_first,
        pain_duration,
        anticipated_number,
        session_limit,
        repeat,
        sedation,
        image_guidance,
        plan,
        region_of_code,
        levels_of_region,
        one_region,
        transforaminal_levels,
        other_approach_levels,
        both_sides,
        conservative_care,
        program,
        contraindications,
        any_date,
        one_session,
        diagnostic_blocks,
        each_follow_up,
        above_zero,
        past_92_days,
        failure_shown,
        fourteenth_day,
        beyond_a_year,
        listed_guidance,
        approach_of_code,
        levels_of_code,
        t12_l1,
        one_approach,
        both_sides_levels,
    )


def _on_a_scale(used: str | None, first: str | None, second_used: bool | None, second: str | None) -> bool | None:
    """The score is on one of the baseline scales."""
    if used is not None and (used == first or (second_used and used == second)):
        return True
    if second_used is False or (used is not None and second is not None and used != second):
        return False if used is not None and first is not None else None
    return None


def _either(one: bool | None, other: bool | None) -> bool | None:
    return True if one or other else False if one is False and other is False else None


def _relief(
    follow_ups: Sequence[Mapping[str, Any]] | None,
    scale: str | None,
    baseline: float | None,
    counts: bool | None,
    days: tuple[int, int, str, str, str, str],
) -> tuple[bool | None, bool | None]:
    """Relief by half on this scale lasted three months, and some of it is later than day 92."""
    sure, most, latest_low, latest_high, received_first, received_last = days
    if not most or counts is False or (follow_ups is not None and not follow_ups):
        return False, False
    if follow_ups is None:
        return None, None
    relief = relief_possible = relapse = relief_broken = late_relief = late_relief_possible = False
    three_months, three_months_high = _moved(latest_low, months=3), _moved(latest_high, months=3)
    past_92, past_92_high = _moved(latest_low, days=92), _moved(latest_high, days=92)
    for follow_up in follow_ups:
        used = follow_up.get("follow_up_scale")
        if used is not None and scale is not None and used != scale:
            continue
        better = _half_better(used, scale, baseline, follow_up.get("score"))
        day = follow_up.get("follow_up_date")
        if day is None:
            if better is not False:  # the policy looks at each end of the window by itself
                relief_possible |= three_months <= LATEST
                late_relief_possible |= past_92 < LATEST
            if not better:
                relief_broken = True
            continue
        if better is not False:
            if three_months <= day <= received_last:
                relief_possible = True
                if better and sure and day >= three_months_high and day <= received_first:
                    relief = True
            if past_92 < day <= received_last:
                late_relief_possible = True
                if better and sure and day > past_92_high and day <= received_first:
                    late_relief = True
        if not better:
            if not sure or latest_low < day <= three_months_high:
                relief_broken = True
            if better is False and used is not None and scale is not None and latest_high < day <= three_months:
                relapse = True
    lasting = False if relapse or not relief_possible else True if relief and not relief_broken and counts else None
    return lasting, False if not late_relief_possible else True if late_relief and counts else None


def _after(day: str | None, low: str, high: str) -> bool | None:
    """Later than a day that is not before `low` and not after `high`."""
    if day is None:
        return None if low < LATEST else False
    return True if day > high else False if day <= low else None


def _short_of_half(used: str | None, scale: str | None, baseline: float | None, score: float | None) -> bool | None:
    """On the baseline scale, and not half better. A score that is not stated lies from 0 to 100."""
    if used is not None and scale is not None and used != scale:
        return False
    was, was_high = (0, 1000) if baseline is None else (round(baseline * 10),) * 2
    now, now_high = (0, 1000) if score is None else (round(score * 10),) * 2
    if used is None:
        return None if 2 * now_high > was or 2 * now < 3 * was_high else False
    if not (2 * now_high > was if used in FALLING else 2 * now < 3 * was_high):
        return False
    surely = 2 * now > was_high if used in FALLING else 2 * now_high < 3 * was
    return True if surely and scale is not None else None


def _and(one: bool | None, other: bool | None) -> bool | None:
    return False if one is False or other is False else True if one and other else None


def _any_true(values: Sequence[bool | None]) -> bool | None:
    return True if True in values else None if None in values else False


def _any_found(findings: Mapping[str, bool] | None, every: int) -> bool | None:
    """One was found; None if none was and not all were looked for."""
    if findings is None:
        return None
    if True in findings.values():
        return True
    return False if len(findings) == every else None


def _care_was_tried(intolerant: bool | None, failed: bool | None, weeks: int | None) -> bool | None:
    """Care could not be tolerated, or four weeks of it failed."""
    if intolerant or (failed and weeks is not None and weeks >= 4):
        return True
    if intolerant is False and (failed is False or (weeks is not None and weeks < 4)):
        return False
    return None


def _half_better(
    scale: str | None, baseline_scale: str | None, baseline: float | None, score: float | None
) -> bool | None:
    """At least half better than the baseline, on the same scale."""
    if scale is not None and baseline_scale is not None and scale != baseline_scale:
        return False
    if baseline is None:
        return None
    if baseline <= 0:
        return False
    if score is None:
        return None
    was, now = round(baseline * 10), round(score * 10)  # scores have one decimal place
    if scale is None:
        return None if 2 * now <= was or 2 * now >= 3 * was else False
    if 2 * now > was if scale in FALLING else 2 * now < 3 * was:
        return False
    return None if baseline_scale is None else True


def _first_retried(
    request: Mapping[str, Any],
    sessions: Sequence[Mapping[str, Any]] | None,
    sure: int,
    most: int,
    latest_low: str,
    latest_high: str,
) -> bool | None:
    """Exactly one session in the region came before, 14 days or longer ago, and the plan differs from it."""
    get = request.get
    service_date, region, fell_short = get("service_date"), get("planned_region"), get("first_fell_short")
    if fell_short is False or (service_date or LAST) < _moved(latest_low, days=14):
        return False
    different: bool | None = None if sessions is None else False
    plan = get("planned_approach"), get("planned_medication"), get("planned_levels")
    for session in sessions or ():
        session_region = session.get("session_region")
        here = session_region is not None and region is not None
        if here and session_region != region:
            continue
        differs = _differs(plan, session)
        if differs and here:
            different = True
            break
        if differs is not False:
            different = None
    if different is False:
        return False
    late_enough = (service_date or FIRST) >= _moved(latest_high, days=14)
    if different and late_enough and fell_short and sure == most == 1 and "retry_rationale" in request:
        return True
    return None


def _differs(plan: Plan, session: Mapping[str, Any]) -> bool | None:
    """The plan differs from the session in approach, medication or levels."""
    approach, medication, levels = plan
    get = session.get
    earlier_approach, earlier_medication, earlier_levels = get("approach"), get("medication"), get("levels")
    known = True
    if approach is None or earlier_approach is None:
        known = False
    elif approach != earlier_approach:
        return True
    if medication is None or earlier_medication is None:
        known = False
    elif medication != earlier_medication:
        return True
    if levels is None or earlier_levels is None:
        known = False
    elif levels != earlier_levels and set(levels) != set(earlier_levels):
        return True
    return False if known else None


@lru_cache(4096)
def _moved(day: str, months: int = 0, days: int = 0) -> str:
    """The day so many calendar months (cut to the end of a short month) or days later."""
    start = date.fromisoformat(day)
    if months:
        year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
        start = date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
    return (start + timedelta(days)).isoformat()
