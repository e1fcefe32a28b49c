"""Epidural steroid injections for pain management, version 6.0.0, as expressions over columns.

Generated from policies/esi/6.0.0.yaml; do not edit.
Null means that the chart does not say. It speaks of documentation and makes no coverage decision.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from wiser_policies._columns import Column, Look, Maker, Step

PROGRAM = False


def steps(x: Maker) -> tuple[Step, ...]:
    """What is computed before the criteria: dates moved, shared conditions, and what lists say."""
    col = x.col
    of = x.of
    return (
        {
            "_at_service_date_minus_12_months": x.moved(col("service_date"), -12, 0),
            "_at_received_date_minus_12_months": x.moved(col("received_date"), -12, 0),
        },
        Look(
            "prior_sessions",
            used=(
                "planned_region", "planned_approach", "planned_levels__C1_C2", "planned_levels__C2_C3",
                "planned_levels__C3_C4", "planned_levels__C4_C5", "planned_levels__C5_C6", "planned_levels__C6_C7",
                "planned_levels__C7_T1", "planned_levels__T1_T2", "planned_levels__T2_T3", "planned_levels__T3_T4",
                "planned_levels__T4_T5", "planned_levels__T5_T6", "planned_levels__T6_T7", "planned_levels__T7_T8",
                "planned_levels__T8_T9", "planned_levels__T9_T10", "planned_levels__T10_T11",
                "planned_levels__T11_T12", "planned_levels__T12_L1", "planned_levels__L1_L2", "planned_levels__L2_L3",
                "planned_levels__L3_L4", "planned_levels__L4_L5", "planned_levels__L5_S1", "planned_levels__S1",
                "planned_levels__S2", "planned_levels__S3", "planned_levels__S4", "planned_levels__sacral_hiatus",
                "planned_medication", "_at_service_date_minus_12_months", "service_date",
                "_at_received_date_minus_12_months",
            ),
            shared={
                "_is_in_this_region": col("session_region") == of("planned_region"),
            },
            filters={
                "_where_1": col("_is_in_this_region"),
                "_where_2": x.every(
                    col("_is_in_this_region"),
                    x.some(
                        ~(col("approach") == of("planned_approach")),
                        ~x.where_known(
                            x.every(x.known(col("levels__C1_C2")), x.known(of("planned_levels__C1_C2"))),
                            x.every(
                                col("levels__C1_C2") == of("planned_levels__C1_C2"),
                                col("levels__C2_C3") == of("planned_levels__C2_C3"),
                                col("levels__C3_C4") == of("planned_levels__C3_C4"),
                                col("levels__C4_C5") == of("planned_levels__C4_C5"),
                                col("levels__C5_C6") == of("planned_levels__C5_C6"),
                                col("levels__C6_C7") == of("planned_levels__C6_C7"),
                                col("levels__C7_T1") == of("planned_levels__C7_T1"),
                                col("levels__T1_T2") == of("planned_levels__T1_T2"),
                                col("levels__T2_T3") == of("planned_levels__T2_T3"),
                                col("levels__T3_T4") == of("planned_levels__T3_T4"),
                                col("levels__T4_T5") == of("planned_levels__T4_T5"),
                                col("levels__T5_T6") == of("planned_levels__T5_T6"),
                                col("levels__T6_T7") == of("planned_levels__T6_T7"),
                                col("levels__T7_T8") == of("planned_levels__T7_T8"),
                                col("levels__T8_T9") == of("planned_levels__T8_T9"),
                                col("levels__T9_T10") == of("planned_levels__T9_T10"),
                                col("levels__T10_T11") == of("planned_levels__T10_T11"),
                                col("levels__T11_T12") == of("planned_levels__T11_T12"),
                                col("levels__T12_L1") == of("planned_levels__T12_L1"),
                                col("levels__L1_L2") == of("planned_levels__L1_L2"),
                                col("levels__L2_L3") == of("planned_levels__L2_L3"),
                                col("levels__L3_L4") == of("planned_levels__L3_L4"),
                                col("levels__L4_L5") == of("planned_levels__L4_L5"),
                                col("levels__L5_S1") == of("planned_levels__L5_S1"),
                                col("levels__S1") == of("planned_levels__S1"),
                                col("levels__S2") == of("planned_levels__S2"),
                                col("levels__S3") == of("planned_levels__S3"),
                                col("levels__S4") == of("planned_levels__S4"),
                                col("levels__sacral_hiatus") == of("planned_levels__sacral_hiatus"),
                            ),
                        ),
                        ~(col("medication") == of("planned_medication")),
                    ),
                ),
                "_where_3": x.every(
                    col("_is_in_this_region"),
                    x.every(
                        x.decided(
                            col("session_date") > of("_at_service_date_minus_12_months").fill_null(date(2035, 12, 31)),
                            col("session_date") <= of("_at_service_date_minus_12_months").fill_null(date(2019, 1, 1)),
                        ),
                        x.decided(
                            col("session_date").fill_null(date(2036, 12, 31)) <= of("service_date").fill_null(date(2020, 1, 1)),
                            col("session_date") > of("service_date"),
                        ),
                    ),
                ),
                "_where_4": x.every(
                    col("_is_in_this_region"),
                    x.every(
                        x.decided(
                            col("session_date") > of("_at_received_date_minus_12_months").fill_null(date(2035, 12, 31)),
                            col("session_date") <= of("_at_received_date_minus_12_months").fill_null(date(2019, 1, 1)),
                        ),
                        x.decided(
                            col("session_date").fill_null(date(2036, 12, 31)) <= of("service_date").fill_null(date(2020, 1, 1)),
                            col("session_date") > of("service_date"),
                        ),
                    ),
                ),
                "_where_5": x.every(
                    col("_is_in_this_region"),
                    x.decided(
                        col("session_date") < of("_at_service_date_minus_12_months").fill_null(date(2019, 1, 1)),
                        col("session_date") >= of("_at_service_date_minus_12_months").fill_null(date(2035, 12, 31)),
                    ),
                ),
            },
            gathered={
                "_all_prior_sessions_1": ("max", x.only(
                    col("_where_1").fill_null(True),
                    col("session_date").fill_null(date(2036, 12, 31)),
                )),
                "_all_prior_sessions_2": ("max", x.only(
                    col("_where_1").fill_null(False),
                    col("session_date").fill_null(date(1990, 1, 1)),
                )),
                "_all_prior_sessions_3": ("min", x.only(
                    col("_where_1").fill_null(True),
                    col("session_date").fill_null(date(1990, 1, 1)),
                )),
                "_all_prior_sessions_4": ("sum", x.number(col("_where_1").fill_null(False))),
                "_all_prior_sessions_5": ("sum", x.number(col("_where_1").fill_null(True))),
                "_all_prior_sessions_6": ("sum", x.number(col("_where_2").fill_null(False))),
                "_all_prior_sessions_7": ("sum", x.number(col("_where_2").fill_null(True))),
                "_all_prior_sessions_8": ("min", x.only(
                    col("_where_1").fill_null(False),
                    col("session_date").fill_null(date(2036, 12, 31)),
                )),
                "_all_prior_sessions_9": ("sum", x.number(col("_where_3").fill_null(False))),
                "_all_prior_sessions_10": ("sum", x.number(col("_where_3").fill_null(True))),
                "_all_prior_sessions_11": ("sum", x.number(col("_where_4").fill_null(False))),
                "_all_prior_sessions_12": ("sum", x.number(col("_where_4").fill_null(True))),
                "_all_prior_sessions_13": ("sum", x.number(col("_where_5").fill_null(False))),
                "_all_prior_sessions_14": ("sum", x.number(col("_where_5").fill_null(True))),
            },
        ),
        {
            "_of_latest_session_low": x.first(
                col("_all_prior_sessions_2"),
                col("_all_prior_sessions_3"),
                date(1990, 1, 1),
            ),
            "_of_latest_session_high": x.first(col("_all_prior_sessions_1"), date(2036, 12, 31)),
            "_of_latest_session_exists": x.decided(
                col("_all_prior_sessions_4") > 0,
                x.every(x.given(col("prior_sessions")), col("_all_prior_sessions_5") == 0),
            ),
            "_of_prior_sessions_in_this_region_low": col("_all_prior_sessions_4"),
            "_of_prior_sessions_in_this_region_high": x.where_stated(
                col("prior_sessions"),
                col("_all_prior_sessions_5"),
                60,
            ),
            "_of_prior_sessions_for_first_retried_low": col("_all_prior_sessions_6"),
            "_of_prior_sessions_for_first_retried_high": x.where_stated(
                col("prior_sessions"),
                col("_all_prior_sessions_7"),
                60,
            ),
            "_of_first_session_low": x.first(col("_all_prior_sessions_3"), date(1990, 1, 1)),
            "_of_first_session_high": x.first(
                col("_all_prior_sessions_8"),
                col("_all_prior_sessions_1"),
                date(2036, 12, 31),
            ),
            "_of_first_session_exists": x.decided(
                col("_all_prior_sessions_4") > 0,
                x.every(x.given(col("prior_sessions")), col("_all_prior_sessions_5") == 0),
            ),
            "_of_prior_sessions_for_session_limit_low": col("_all_prior_sessions_9"),
            "_of_prior_sessions_for_session_limit_high": x.where_stated(
                col("prior_sessions"),
                col("_all_prior_sessions_10"),
                60,
            ),
            "_of_prior_sessions_for_any_date_low": col("_all_prior_sessions_11"),
            "_of_prior_sessions_for_any_date_high": x.where_stated(
                col("prior_sessions"),
                col("_all_prior_sessions_12"),
                60,
            ),
            "_of_prior_sessions_for_beyond_a_year_low": col("_all_prior_sessions_13"),
            "_of_prior_sessions_for_beyond_a_year_high": x.where_stated(
                col("prior_sessions"),
                col("_all_prior_sessions_14"),
                60,
            ),
        },
        Look(
            "follow_ups",
            used=(
                "_of_latest_session_exists", "_of_latest_session_low", "_of_latest_session_high", "received_date",
                "response_scale", "baseline_score", "second_scale_used", "second_scale", "second_baseline",
            ),
            shared={
                "_is_improved_by_half": x.every(
                    col("follow_up_scale") == of("response_scale"),
                    x.some(
                        x.every(
                            x.some(
                                col("follow_up_scale") == "pain_nrs",
                                col("follow_up_scale") == "pain_vas",
                                col("follow_up_scale") == "odi",
                                col("follow_up_scale") == "rmdq",
                                col("follow_up_scale") == "ndi",
                                col("follow_up_scale") == "other_falling",
                            ),
                            x.every(
                                of("baseline_score") > 0,
                                ((x.exact(of("baseline_score"), 10) + (x.exact(col("score"), 10) * -1)) * 100) >= (x.exact(of("baseline_score"), 10) * 50),
                            ),
                        ),
                        x.every(
                            x.some(
                                col("follow_up_scale") == "sf36_function",
                                col("follow_up_scale") == "promis_function",
                                col("follow_up_scale") == "other_rising",
                            ),
                            x.every(
                                of("baseline_score") > 0,
                                x.decided(
                                    ((x.exact(col("score").fill_null(0), 10) + (x.exact(of("baseline_score"), 10) * -1)) * 100) >= (x.exact(of("baseline_score"), 10) * 50),
                                    ((x.exact(col("score").fill_null(100), 10) + (x.exact(of("baseline_score"), 10) * -1)) * 100) < (x.exact(of("baseline_score"), 10) * 50),
                                ),
                            ),
                        ),
                    ),
                ),
                "_is_second_improved_by_half": x.every(
                    of("second_scale_used"),
                    col("follow_up_scale") == of("second_scale"),
                    x.some(
                        x.every(
                            x.some(
                                col("follow_up_scale") == "pain_nrs",
                                col("follow_up_scale") == "pain_vas",
                                col("follow_up_scale") == "odi",
                                col("follow_up_scale") == "rmdq",
                                col("follow_up_scale") == "ndi",
                                col("follow_up_scale") == "other_falling",
                            ),
                            x.every(
                                of("second_baseline") > 0,
                                ((x.exact(of("second_baseline"), 10) + (x.exact(col("score"), 10) * -1)) * 100) >= (x.exact(of("second_baseline"), 10) * 50),
                            ),
                        ),
                        x.every(
                            x.some(
                                col("follow_up_scale") == "sf36_function",
                                col("follow_up_scale") == "promis_function",
                                col("follow_up_scale") == "other_rising",
                            ),
                            x.every(
                                of("second_baseline") > 0,
                                x.decided(
                                    ((x.exact(col("score").fill_null(0), 10) + (x.exact(of("second_baseline"), 10) * -1)) * 100) >= (x.exact(of("second_baseline"), 10) * 50),
                                    ((x.exact(col("score").fill_null(100), 10) + (x.exact(of("second_baseline"), 10) * -1)) * 100) < (x.exact(of("second_baseline"), 10) * 50),
                                ),
                            ),
                        ),
                    ),
                ),
            },
            filters={
                "_where_1": x.every(
                    x.every(
                        x.decided(
                            x.every(
                                of("_of_latest_session_exists"),
                                col("follow_up_date") >= x.moved(of("_of_latest_session_high"), 3, 0),
                            ),
                            x.some(
                                ~of("_of_latest_session_exists"),
                                col("follow_up_date").fill_null(date(2036, 12, 31)) < x.moved(of("_of_latest_session_low"), 3, 0),
                            ),
                        ),
                        x.decided(
                            col("follow_up_date").fill_null(date(2036, 12, 31)) <= of("received_date").fill_null(date(2020, 1, 1)),
                            col("follow_up_date") > of("received_date"),
                        ),
                    ),
                    col("_is_improved_by_half"),
                ),
                "_where_2": ~x.some(
                    x.decided(
                        x.every(
                            of("_of_latest_session_exists"),
                            col("follow_up_date").fill_null(date(2036, 12, 31)) <= of("_of_latest_session_low"),
                        ),
                        x.some(~of("_of_latest_session_exists"), col("follow_up_date") > of("_of_latest_session_high")),
                    ),
                    x.decided(
                        x.every(
                            of("_of_latest_session_exists"),
                            col("follow_up_date") > x.moved(of("_of_latest_session_high"), 3, 0),
                        ),
                        x.some(
                            ~of("_of_latest_session_exists"),
                            col("follow_up_date").fill_null(date(2036, 12, 31)) <= x.moved(of("_of_latest_session_low"), 3, 0),
                        ),
                    ),
                    ~(col("follow_up_scale") == of("response_scale")),
                    col("_is_improved_by_half"),
                ),
                "_where_3": x.every(
                    x.every(
                        x.decided(
                            x.every(
                                of("_of_latest_session_exists"),
                                col("follow_up_date") >= x.moved(of("_of_latest_session_high"), 3, 0),
                            ),
                            x.some(
                                ~of("_of_latest_session_exists"),
                                col("follow_up_date").fill_null(date(2036, 12, 31)) < x.moved(of("_of_latest_session_low"), 3, 0),
                            ),
                        ),
                        x.decided(
                            col("follow_up_date").fill_null(date(2036, 12, 31)) <= of("received_date").fill_null(date(2020, 1, 1)),
                            col("follow_up_date") > of("received_date"),
                        ),
                    ),
                    col("_is_second_improved_by_half"),
                ),
                "_where_4": ~x.some(
                    x.decided(
                        x.every(
                            of("_of_latest_session_exists"),
                            col("follow_up_date").fill_null(date(2036, 12, 31)) <= of("_of_latest_session_low"),
                        ),
                        x.some(~of("_of_latest_session_exists"), col("follow_up_date") > of("_of_latest_session_high")),
                    ),
                    x.decided(
                        x.every(
                            of("_of_latest_session_exists"),
                            col("follow_up_date") > x.moved(of("_of_latest_session_high"), 3, 0),
                        ),
                        x.some(
                            ~of("_of_latest_session_exists"),
                            col("follow_up_date").fill_null(date(2036, 12, 31)) <= x.moved(of("_of_latest_session_low"), 3, 0),
                        ),
                    ),
                    ~(col("follow_up_scale") == of("second_scale")),
                    col("_is_second_improved_by_half"),
                ),
                "_where_5": x.every(
                    x.every(
                        x.decided(
                            x.every(
                                of("_of_latest_session_exists"),
                                col("follow_up_date") > x.moved(of("_of_latest_session_high"), 0, 92),
                            ),
                            x.some(
                                ~of("_of_latest_session_exists"),
                                col("follow_up_date").fill_null(date(2036, 12, 31)) <= x.moved(of("_of_latest_session_low"), 0, 92),
                            ),
                        ),
                        x.decided(
                            col("follow_up_date").fill_null(date(2036, 12, 31)) <= of("received_date").fill_null(date(2020, 1, 1)),
                            col("follow_up_date") > of("received_date"),
                        ),
                    ),
                    x.some(col("_is_improved_by_half"), col("_is_second_improved_by_half")),
                ),
                "_where_6": x.every(
                    x.decided(
                        x.every(of("_of_latest_session_exists"), col("follow_up_date") > of("_of_latest_session_high")),
                        x.some(
                            ~of("_of_latest_session_exists"),
                            col("follow_up_date").fill_null(date(2036, 12, 31)) <= of("_of_latest_session_low"),
                        ),
                    ),
                    col("follow_up_scale") == of("response_scale"),
                    x.some(
                        x.every(
                            x.some(
                                col("follow_up_scale") == "pain_nrs",
                                col("follow_up_scale") == "pain_vas",
                                col("follow_up_scale") == "odi",
                                col("follow_up_scale") == "rmdq",
                                col("follow_up_scale") == "ndi",
                                col("follow_up_scale") == "other_falling",
                            ),
                            x.decided(
                                (x.exact(col("score"), 10) * 100) > (x.exact(of("baseline_score").fill_null(100), 10) * 50),
                                (x.exact(col("score"), 10) * 100) <= (x.exact(of("baseline_score").fill_null(0), 10) * 50),
                            ),
                        ),
                        x.every(
                            x.some(
                                col("follow_up_scale") == "sf36_function",
                                col("follow_up_scale") == "promis_function",
                                col("follow_up_scale") == "other_rising",
                            ),
                            x.decided(
                                (x.exact(col("score").fill_null(100), 10) * 100) < (x.exact(of("baseline_score"), 10) * 150),
                                (x.exact(col("score").fill_null(0), 10) * 100) >= (x.exact(of("baseline_score"), 10) * 150),
                            ),
                        ),
                    ),
                ),
                "_where_7": x.some(
                    col("follow_up_scale") == of("response_scale"),
                    x.every(of("second_scale_used"), col("follow_up_scale") == of("second_scale")),
                ),
                "_where_8": ~x.some(
                    col("follow_up_scale") == of("response_scale"),
                    x.every(of("second_scale_used"), col("follow_up_scale") == of("second_scale")),
                ),
            },
            gathered={
                "_all_follow_ups_1": ("sum", x.number(col("_where_1").fill_null(False))),
                "_all_follow_ups_2": ("sum", x.number(col("_where_1").fill_null(True))),
                "_all_follow_ups_3": ("sum", x.number(col("_where_2").fill_null(False))),
                "_all_follow_ups_4": ("sum", x.number(col("_where_2").fill_null(True))),
                "_all_follow_ups_5": ("sum", x.number(col("_where_3").fill_null(False))),
                "_all_follow_ups_6": ("sum", x.number(col("_where_3").fill_null(True))),
                "_all_follow_ups_7": ("sum", x.number(col("_where_4").fill_null(False))),
                "_all_follow_ups_8": ("sum", x.number(col("_where_4").fill_null(True))),
                "_all_follow_ups_9": ("sum", x.number(col("_where_5").fill_null(False))),
                "_all_follow_ups_10": ("sum", x.number(col("_where_5").fill_null(True))),
                "_all_follow_ups_11": ("sum", x.number(col("_where_6").fill_null(False))),
                "_all_follow_ups_12": ("sum", x.number(col("_where_6").fill_null(True))),
                "_all_follow_ups_13": ("sum", x.number(col("_where_7").fill_null(False))),
                "_all_follow_ups_14": ("sum", x.number(col("_where_7").fill_null(True))),
                "_all_follow_ups_15": ("sum", x.number(col("_where_8").fill_null(False))),
                "_all_follow_ups_16": ("sum", x.number(col("_where_8").fill_null(True))),
            },
        ),
        {
            "_of_follow_ups_for_lasting_relief_low": col("_all_follow_ups_1"),
            "_of_follow_ups_for_lasting_relief_high": x.where_stated(col("follow_ups"), col("_all_follow_ups_2"), 40),
            "_of_follow_ups_for_lasting_relief_2_low": col("_all_follow_ups_3"),
            "_of_follow_ups_for_lasting_relief_2_high": x.where_stated(col("follow_ups"), col("_all_follow_ups_4"), 40),
            "_of_follow_ups_for_second_lasting_relief_low": col("_all_follow_ups_5"),
            "_of_follow_ups_for_second_lasting_relief_high": x.where_stated(
                col("follow_ups"),
                col("_all_follow_ups_6"),
                40,
            ),
            "_of_follow_ups_for_second_lasting_relief_2_low": col("_all_follow_ups_7"),
            "_of_follow_ups_for_second_lasting_relief_2_high": x.where_stated(
                col("follow_ups"),
                col("_all_follow_ups_8"),
                40,
            ),
            "_of_follow_ups_for_past_92_days_low": col("_all_follow_ups_9"),
            "_of_follow_ups_for_past_92_days_high": x.where_stated(col("follow_ups"), col("_all_follow_ups_10"), 40),
            "_of_follow_ups_for_failure_shown_low": col("_all_follow_ups_11"),
            "_of_follow_ups_for_failure_shown_high": x.where_stated(col("follow_ups"), col("_all_follow_ups_12"), 40),
            "_of_follow_ups_for_same_scale_low": col("_all_follow_ups_13"),
            "_of_follow_ups_for_same_scale_high": x.where_stated(col("follow_ups"), col("_all_follow_ups_14"), 40),
            "_of_follow_ups_for_each_follow_up_low": col("_all_follow_ups_15"),
            "_of_follow_ups_for_each_follow_up_high": x.where_stated(col("follow_ups"), col("_all_follow_ups_16"), 40),
        },
        {
            "_is_first_retried": x.every(
                x.decided(
                    x.every(
                        col("_of_prior_sessions_in_this_region_low") == col("_of_prior_sessions_in_this_region_high"),
                        col("_of_prior_sessions_in_this_region_low") == 1,
                    ),
                    x.some(
                        col("_of_prior_sessions_in_this_region_high") < 1,
                        col("_of_prior_sessions_in_this_region_low") > 1,
                    ),
                ),
                col("first_fell_short"),
                x.decided(
                    x.every(
                        col("_of_latest_session_exists"),
                        col("service_date").fill_null(date(2020, 1, 1)) >= x.moved(col("_of_latest_session_high"), 0, 14),
                    ),
                    x.some(
                        ~col("_of_latest_session_exists"),
                        col("service_date").fill_null(date(2036, 12, 31)) < x.moved(col("_of_latest_session_low"), 0, 14),
                    ),
                ),
                x.decided(
                    col("_of_prior_sessions_for_first_retried_low") >= 1,
                    col("_of_prior_sessions_for_first_retried_high") < 1,
                ),
                col("retry_rationale"),
            ),
        },
    )


def criteria(x: Maker) -> dict[str, tuple[Any, Any]]:
    """By its id: whether each criterion applies (None: always), and its test."""
    col = x.col
    return {
        "requests-open": (
            None,
            col("received_date") >= date(2026, 1, 5),
        ),
        "performance-period": (
            None,
            x.every(col("service_date") >= date(2026, 1, 15), col("service_date") <= date(2031, 12, 31)),
        ),
        "payer": (
            None,
            col("payer") == "original",
        ),
        "state": (
            None,
            x.some(
                col("state") == "AZ",
                col("state") == "NJ",
                col("state") == "OH",
                col("state") == "OK",
                col("state") == "TX",
                col("state") == "WA",
            ),
        ),
        "place": (
            None,
            x.some(
                col("place_of_service") == "11",
                col("place_of_service") == "12",
                col("place_of_service") == "19",
                col("place_of_service") == "22",
                col("place_of_service") == "24",
            ),
        ),
        "bill-type": (
            x.some(col("place_of_service") == "19", col("place_of_service") == "22"),
            col("bill_type") == "13X",
        ),
        "no-emergency": (
            None,
            x.every(~col("emergency_modifier"), ~col("emergency_revenue")),
        ),
        "not-exempt": (
            None,
            ~col("provider_exempt"),
        ),
        "before-service": (
            None,
            x.decided(
                col("received_date") < col("service_date"),
                col("received_date").fill_null(date(2020, 1, 1)) >= col("service_date").fill_null(date(2036, 12, 31)),
            ),
        ),
        "other-program": (
            None,
            ~x.some(col("codes__63650"), col("codes__22551"), col("codes__22552")),
        ),
        "left-the-model": (
            None,
            ~col("codes__22585"),
        ),
        "delayed-service": (
            None,
            ~x.some(col("codes__61867"), col("codes__61868")),
        ),
        "in-force": (
            None,
            col("received_date") >= date(2026, 4, 24),
        ),
        "listed-code": (
            None,
            x.some(
                x.some(
                    col("codes__62321"),
                    col("codes__64479"),
                    col("codes__64480"),
                    col("codes__64483"),
                    col("codes__64484"),
                ),
                x.every(col("codes__62323"), col("steroid_injection")),
            ),
        ),
        "code-62323": (
            col("codes__62323"),
            col("steroid_injection"),
        ),
        "primary-of-64480": (
            col("codes__64480"),
            col("codes__64479"),
        ),
        "primary-of-64484": (
            col("codes__64484"),
            col("codes__64483"),
        ),
        "indication": (
            None,
            x.every(
                col("history"),
                col("examination"),
                col("imaging"),
                x.some(
                    x.every(
                        x.some(
                            col("symptoms__radiculopathy"),
                            col("symptoms__radicular_pain"),
                            col("symptoms__claudication"),
                        ),
                        x.some(col("causes__herniation"), col("causes__osteophytes"), col("causes__degeneration")),
                    ),
                    col("post_laminectomy_syndrome"),
                    col("acute_zoster_pain"),
                ),
            ),
        ),
        "severity": (
            None,
            x.every(col("limits_life"), x.known(col("response_scale")), x.known(col("baseline_score"))),
        ),
        "same-scale": (
            col("follow_ups") >= 1,
            x.decided(col("_of_follow_ups_for_same_scale_low") >= 1, col("_of_follow_ups_for_same_scale_high") < 1),
        ),
        "baseline-first": (
            x.decided(
                col("_of_prior_sessions_in_this_region_low") >= 1,
                col("_of_prior_sessions_in_this_region_high") < 1,
            ),
            x.decided(
                x.every(
                    col("_of_first_session_exists"),
                    col("baseline_date").fill_null(date(2036, 12, 31)) <= col("_of_first_session_low"),
                ),
                x.some(~col("_of_first_session_exists"), col("baseline_date") > col("_of_first_session_high")),
            ),
        ),
        "pain-duration": (
            None,
            x.some(
                x.every(
                    col("pain_duration") >= 4,
                    x.some(col("cannot_tolerate_care"), x.every(col("care_failed"), col("care_duration") >= 4)),
                ),
                x.every(col("acute_zoster_pain"), col("zoster_refractory")),
            ),
        ),
        "anticipated-number": (
            None,
            col("anticipated_sessions"),
        ),
        "session-limit": (
            None,
            x.decided(
                (x.whole(col("_of_prior_sessions_for_session_limit_high")) + x.whole(col("planned_sessions"))) <= 4,
                (x.whole(col("_of_prior_sessions_for_session_limit_low")) + x.whole(col("planned_sessions").fill_null(1))) > 4,
            ),
        ),
        "repeat-response": (
            x.decided(
                col("_of_prior_sessions_in_this_region_low") >= 1,
                col("_of_prior_sessions_in_this_region_high") < 1,
            ),
            x.some(
                x.every(
                    x.decided(
                        col("_of_follow_ups_for_lasting_relief_low") >= 1,
                        col("_of_follow_ups_for_lasting_relief_high") < 1,
                    ),
                    x.decided(
                        col("_of_follow_ups_for_lasting_relief_2_high") <= 0,
                        col("_of_follow_ups_for_lasting_relief_2_low") > 0,
                    ),
                ),
                x.every(
                    x.decided(
                        col("_of_follow_ups_for_second_lasting_relief_low") >= 1,
                        col("_of_follow_ups_for_second_lasting_relief_high") < 1,
                    ),
                    x.decided(
                        col("_of_follow_ups_for_second_lasting_relief_2_high") <= 0,
                        col("_of_follow_ups_for_second_lasting_relief_2_low") > 0,
                    ),
                ),
                col("_is_first_retried"),
            ),
        ),
        "sedation": (
            x.some(
                col("sedation") == "moderate",
                col("sedation") == "deep",
                col("sedation") == "general",
                col("sedation") == "monitored",
            ),
            col("sedation_need"),
        ),
        "image-guidance": (
            None,
            x.some(
                x.some(col("guidance") == "fluoroscopy", col("guidance") == "ct"),
                x.every(col("guidance") == "ultrasound", x.some(col("contrast_allergy"), col("pregnant"))),
            ),
        ),
        "plan": (
            None,
            x.every(
                x.known(col("planned_approach")),
                x.known(col("planned_region")),
                x.size(col("planned_levels__C1_C2"), col("planned_levels__C2_C3"), col("planned_levels__C3_C4"), col("planned_levels__C4_C5"), col("planned_levels__C5_C6"), col("planned_levels__C6_C7"), col("planned_levels__C7_T1"), col("planned_levels__T1_T2"), col("planned_levels__T2_T3"), col("planned_levels__T3_T4"), col("planned_levels__T4_T5"), col("planned_levels__T5_T6"), col("planned_levels__T6_T7"), col("planned_levels__T7_T8"), col("planned_levels__T8_T9"), col("planned_levels__T9_T10"), col("planned_levels__T10_T11"), col("planned_levels__T11_T12"), col("planned_levels__T12_L1"), col("planned_levels__L1_L2"), col("planned_levels__L2_L3"), col("planned_levels__L3_L4"), col("planned_levels__L4_L5"), col("planned_levels__L5_S1"), col("planned_levels__S1"), col("planned_levels__S2"), col("planned_levels__S3"), col("planned_levels__S4"), col("planned_levels__sacral_hiatus")) >= 1,
            ),
        ),
        "region-of-code": (
            None,
            x.some(
                x.every(
                    ~x.some(col("codes__62323"), col("codes__64483"), col("codes__64484")),
                    x.some(
                        col("planned_region") == "cervical_thoracic",
                        ~x.some(col("codes__62321"), col("codes__64479"), col("codes__64480")),
                    ),
                ),
                x.every(
                    col("planned_region") == "lumbar_sacral",
                    ~x.some(col("codes__62321"), col("codes__64479"), col("codes__64480")),
                ),
            ),
        ),
        "levels-of-region": (
            None,
            x.some(
                x.every(
                    ~x.some(
                        col("planned_levels__L1_L2"),
                        col("planned_levels__L2_L3"),
                        col("planned_levels__L3_L4"),
                        col("planned_levels__L4_L5"),
                        col("planned_levels__L5_S1"),
                        col("planned_levels__S1"),
                        col("planned_levels__S2"),
                        col("planned_levels__S3"),
                        col("planned_levels__S4"),
                        col("planned_levels__sacral_hiatus"),
                    ),
                    x.some(
                        col("planned_region") == "cervical_thoracic",
                        ~x.some(
                            col("planned_levels__C1_C2"),
                            col("planned_levels__C2_C3"),
                            col("planned_levels__C3_C4"),
                            col("planned_levels__C4_C5"),
                            col("planned_levels__C5_C6"),
                            col("planned_levels__C6_C7"),
                            col("planned_levels__C7_T1"),
                            col("planned_levels__T1_T2"),
                            col("planned_levels__T2_T3"),
                            col("planned_levels__T3_T4"),
                            col("planned_levels__T4_T5"),
                            col("planned_levels__T5_T6"),
                            col("planned_levels__T6_T7"),
                            col("planned_levels__T7_T8"),
                            col("planned_levels__T8_T9"),
                            col("planned_levels__T9_T10"),
                            col("planned_levels__T10_T11"),
                            col("planned_levels__T11_T12"),
                        ),
                    ),
                ),
                x.every(
                    col("planned_region") == "lumbar_sacral",
                    ~x.some(
                        col("planned_levels__C1_C2"),
                        col("planned_levels__C2_C3"),
                        col("planned_levels__C3_C4"),
                        col("planned_levels__C4_C5"),
                        col("planned_levels__C5_C6"),
                        col("planned_levels__C6_C7"),
                        col("planned_levels__C7_T1"),
                        col("planned_levels__T1_T2"),
                        col("planned_levels__T2_T3"),
                        col("planned_levels__T3_T4"),
                        col("planned_levels__T4_T5"),
                        col("planned_levels__T5_T6"),
                        col("planned_levels__T6_T7"),
                        col("planned_levels__T7_T8"),
                        col("planned_levels__T8_T9"),
                        col("planned_levels__T9_T10"),
                        col("planned_levels__T10_T11"),
                        col("planned_levels__T11_T12"),
                    ),
                ),
            ),
        ),
        "one-region": (
            None,
            ~col("other_region_too"),
        ),
        "transforaminal-levels": (
            col("planned_approach") == "transforaminal",
            x.size(col("planned_levels__C1_C2"), col("planned_levels__C2_C3"), col("planned_levels__C3_C4"), col("planned_levels__C4_C5"), col("planned_levels__C5_C6"), col("planned_levels__C6_C7"), col("planned_levels__C7_T1"), col("planned_levels__T1_T2"), col("planned_levels__T2_T3"), col("planned_levels__T3_T4"), col("planned_levels__T4_T5"), col("planned_levels__T5_T6"), col("planned_levels__T6_T7"), col("planned_levels__T7_T8"), col("planned_levels__T8_T9"), col("planned_levels__T9_T10"), col("planned_levels__T10_T11"), col("planned_levels__T11_T12"), col("planned_levels__T12_L1"), col("planned_levels__L1_L2"), col("planned_levels__L2_L3"), col("planned_levels__L3_L4"), col("planned_levels__L4_L5"), col("planned_levels__L5_S1"), col("planned_levels__S1"), col("planned_levels__S2"), col("planned_levels__S3"), col("planned_levels__S4"), col("planned_levels__sacral_hiatus")) <= 2,
        ),
        "other-approach-levels": (
            x.some(col("planned_approach") == "interlaminar", col("planned_approach") == "caudal"),
            x.size(col("planned_levels__C1_C2"), col("planned_levels__C2_C3"), col("planned_levels__C3_C4"), col("planned_levels__C4_C5"), col("planned_levels__C5_C6"), col("planned_levels__C6_C7"), col("planned_levels__C7_T1"), col("planned_levels__T1_T2"), col("planned_levels__T2_T3"), col("planned_levels__T3_T4"), col("planned_levels__T4_T5"), col("planned_levels__T5_T6"), col("planned_levels__T6_T7"), col("planned_levels__T7_T8"), col("planned_levels__T8_T9"), col("planned_levels__T9_T10"), col("planned_levels__T10_T11"), col("planned_levels__T11_T12"), col("planned_levels__T12_L1"), col("planned_levels__L1_L2"), col("planned_levels__L2_L3"), col("planned_levels__L3_L4"), col("planned_levels__L4_L5"), col("planned_levels__L5_S1"), col("planned_levels__S1"), col("planned_levels__S2"), col("planned_levels__S3"), col("planned_levels__S4"), col("planned_levels__sacral_hiatus")) <= 1,
        ),
        "bilateral": (
            col("bilateral"),
            x.every(col("planned_approach") == "transforaminal", col("bilateral_reason")),
        ),
        "conservative-care": (
            None,
            x.some(
                col("concurrent_care__drugs"),
                col("concurrent_care__physical_therapy"),
                col("concurrent_care__manipulation"),
                col("concurrent_care__behavioral_therapy"),
                col("concurrent_care__home_exercise"),
                col("concurrent_care__other_care"),
            ),
        ),
        "program": (
            None,
            x.some(
                x.some(col("programs__rehabilitation"), col("programs__restoration")),
                col("concurrent_care__home_exercise"),
            ),
        ),
        "contraindications": (
            None,
            x.every(
                ~col("contraindications__infection"),
                ~col("contraindications__cord_lesion"),
                ~col("contraindications__cauda_lesion"),
            ),
        ),
        "any-date": (
            None,
            x.decided(
                (x.whole(col("_of_prior_sessions_for_any_date_high")) + x.whole(col("planned_sessions"))) <= 4,
                (x.whole(col("_of_prior_sessions_for_any_date_low")) + x.whole(col("planned_sessions").fill_null(1))) > 4,
            ),
        ),
        "one-session": (
            None,
            col("planned_sessions") <= 1,
        ),
        "diagnostic-blocks": (
            x.decided(
                col("_of_prior_sessions_in_this_region_low") >= 1,
                col("_of_prior_sessions_in_this_region_high") < 1,
            ),
            ~col("block_listed"),
        ),
        "each-follow-up": (
            None,
            x.decided(
                col("_of_follow_ups_for_each_follow_up_high") <= 0,
                col("_of_follow_ups_for_each_follow_up_low") > 0,
            ),
        ),
        "baseline-above-zero": (
            x.decided(
                col("_of_prior_sessions_in_this_region_low") >= 1,
                col("_of_prior_sessions_in_this_region_high") < 1,
            ),
            x.every(col("baseline_score") > 0, x.some(~col("second_scale_used"), col("second_baseline") > 0)),
        ),
        "past-92-days": (
            x.decided(
                col("_of_prior_sessions_in_this_region_low") >= 1,
                col("_of_prior_sessions_in_this_region_high") < 1,
            ),
            x.some(
                x.decided(
                    col("_of_follow_ups_for_past_92_days_low") >= 1,
                    col("_of_follow_ups_for_past_92_days_high") < 1,
                ),
                col("_is_first_retried"),
            ),
        ),
        "failure-shown": (
            x.every(
                x.decided(
                    x.every(
                        col("_of_prior_sessions_in_this_region_low") == col("_of_prior_sessions_in_this_region_high"),
                        col("_of_prior_sessions_in_this_region_low") == 1,
                    ),
                    x.some(
                        col("_of_prior_sessions_in_this_region_high") < 1,
                        col("_of_prior_sessions_in_this_region_low") > 1,
                    ),
                ),
                col("first_fell_short"),
            ),
            x.decided(
                col("_of_follow_ups_for_failure_shown_low") >= 1,
                col("_of_follow_ups_for_failure_shown_high") < 1,
            ),
        ),
        "fourteenth-day": (
            x.decided(
                x.every(
                    col("_of_prior_sessions_in_this_region_low") == col("_of_prior_sessions_in_this_region_high"),
                    col("_of_prior_sessions_in_this_region_low") == 1,
                ),
                x.some(
                    col("_of_prior_sessions_in_this_region_high") < 1,
                    col("_of_prior_sessions_in_this_region_low") > 1,
                ),
            ),
            x.decided(
                x.every(
                    col("_of_latest_session_exists"),
                    col("service_date").fill_null(date(2020, 1, 1)) > x.moved(col("_of_latest_session_high"), 0, 14),
                ),
                x.some(
                    ~col("_of_latest_session_exists"),
                    col("service_date").fill_null(date(2036, 12, 31)) <= x.moved(col("_of_latest_session_low"), 0, 14),
                ),
            ),
        ),
        "beyond-a-year": (
            x.decided(
                col("_of_prior_sessions_for_beyond_a_year_low") >= 1,
                col("_of_prior_sessions_for_beyond_a_year_high") < 1,
            ),
            x.every(col("long_term_disability"), col("long_term_reason"), col("primary_care_told")),
        ),
        "listed-guidance": (
            None,
            ~(col("guidance") == "ultrasound"),
        ),
        "approach-of-code": (
            None,
            x.some(
                x.every(
                    ~x.some(col("codes__62321"), col("codes__62323")),
                    x.some(
                        col("planned_approach") == "transforaminal",
                        ~x.some(col("codes__64479"), col("codes__64480"), col("codes__64483"), col("codes__64484")),
                    ),
                ),
                x.every(
                    x.some(col("planned_approach") == "interlaminar", col("planned_approach") == "caudal"),
                    ~x.some(col("codes__64479"), col("codes__64480"), col("codes__64483"), col("codes__64484")),
                ),
            ),
        ),
        "levels-of-code": (
            col("planned_approach") == "transforaminal",
            x.some(
                x.every(
                    x.size(col("planned_levels__C1_C2"), col("planned_levels__C2_C3"), col("planned_levels__C3_C4"), col("planned_levels__C4_C5"), col("planned_levels__C5_C6"), col("planned_levels__C6_C7"), col("planned_levels__C7_T1"), col("planned_levels__T1_T2"), col("planned_levels__T2_T3"), col("planned_levels__T3_T4"), col("planned_levels__T4_T5"), col("planned_levels__T5_T6"), col("planned_levels__T6_T7"), col("planned_levels__T7_T8"), col("planned_levels__T8_T9"), col("planned_levels__T9_T10"), col("planned_levels__T10_T11"), col("planned_levels__T11_T12"), col("planned_levels__T12_L1"), col("planned_levels__L1_L2"), col("planned_levels__L2_L3"), col("planned_levels__L3_L4"), col("planned_levels__L4_L5"), col("planned_levels__L5_S1"), col("planned_levels__S1"), col("planned_levels__S2"), col("planned_levels__S3"), col("planned_levels__S4"), col("planned_levels__sacral_hiatus")) <= 1,
                    ~x.some(col("codes__64480"), col("codes__64484")),
                ),
                x.every(
                    x.size(col("planned_levels__C1_C2"), col("planned_levels__C2_C3"), col("planned_levels__C3_C4"), col("planned_levels__C4_C5"), col("planned_levels__C5_C6"), col("planned_levels__C6_C7"), col("planned_levels__C7_T1"), col("planned_levels__T1_T2"), col("planned_levels__T2_T3"), col("planned_levels__T3_T4"), col("planned_levels__T4_T5"), col("planned_levels__T5_T6"), col("planned_levels__T6_T7"), col("planned_levels__T7_T8"), col("planned_levels__T8_T9"), col("planned_levels__T9_T10"), col("planned_levels__T10_T11"), col("planned_levels__T11_T12"), col("planned_levels__T12_L1"), col("planned_levels__L1_L2"), col("planned_levels__L2_L3"), col("planned_levels__L3_L4"), col("planned_levels__L4_L5"), col("planned_levels__L5_S1"), col("planned_levels__S1"), col("planned_levels__S2"), col("planned_levels__S3"), col("planned_levels__S4"), col("planned_levels__sacral_hiatus")) >= 2,
                    x.some(col("codes__64480"), col("codes__64484")),
                ),
            ),
        ),
        "t12-l1": (
            x.every(col("planned_approach") == "transforaminal", col("planned_levels__T12_L1")),
            x.every(col("planned_region") == "cervical_thoracic", col("codes__64479")),
        ),
        "one-approach": (
            None,
            x.every(
                ~x.every(col("codes__62321"), col("codes__64479")),
                ~x.every(col("codes__62323"), col("codes__64483")),
            ),
        ),
        "both-sides-levels": (
            x.every(
                col("bilateral"),
                x.size(col("planned_levels__C1_C2"), col("planned_levels__C2_C3"), col("planned_levels__C3_C4"), col("planned_levels__C4_C5"), col("planned_levels__C5_C6"), col("planned_levels__C6_C7"), col("planned_levels__C7_T1"), col("planned_levels__T1_T2"), col("planned_levels__T2_T3"), col("planned_levels__T3_T4"), col("planned_levels__T4_T5"), col("planned_levels__T5_T6"), col("planned_levels__T6_T7"), col("planned_levels__T7_T8"), col("planned_levels__T8_T9"), col("planned_levels__T9_T10"), col("planned_levels__T10_T11"), col("planned_levels__T11_T12"), col("planned_levels__T12_L1"), col("planned_levels__L1_L2"), col("planned_levels__L2_L3"), col("planned_levels__L3_L4"), col("planned_levels__L4_L5"), col("planned_levels__L5_S1"), col("planned_levels__S1"), col("planned_levels__S2"), col("planned_levels__S3"), col("planned_levels__S4"), col("planned_levels__sacral_hiatus")) >= 2,
            ),
            col("each_level_reason"),
        ),
    }


CRITERIA: tuple[tuple[str, str], ...] = (
    ("requests-open", "scope"),
    ("performance-period", "scope"),
    ("payer", "scope"),
    ("state", "scope"),
    ("place", "scope"),
    ("bill-type", "scope"),
    ("no-emergency", "scope"),
    ("not-exempt", "scope"),
    ("before-service", "advisory"),
    ("other-program", "advisory"),
    ("left-the-model", "advisory"),
    ("delayed-service", "advisory"),
    ("in-force", "scope"),
    ("listed-code", "scope"),
    ("code-62323", "advisory"),
    ("primary-of-64480", "advisory"),
    ("primary-of-64484", "advisory"),
    ("indication", "required"),
    ("severity", "required"),
    ("same-scale", "required"),
    ("baseline-first", "required"),
    ("pain-duration", "required"),
    ("anticipated-number", "required"),
    ("session-limit", "required"),
    ("repeat-response", "required"),
    ("sedation", "required"),
    ("image-guidance", "required"),
    ("plan", "required"),
    ("region-of-code", "required"),
    ("levels-of-region", "required"),
    ("one-region", "required"),
    ("transforaminal-levels", "required"),
    ("other-approach-levels", "required"),
    ("bilateral", "required"),
    ("conservative-care", "required"),
    ("program", "required"),
    ("contraindications", "required"),
    ("any-date", "advisory"),
    ("one-session", "advisory"),
    ("diagnostic-blocks", "advisory"),
    ("each-follow-up", "advisory"),
    ("baseline-above-zero", "advisory"),
    ("past-92-days", "advisory"),
    ("failure-shown", "advisory"),
    ("fourteenth-day", "advisory"),
    ("beyond-a-year", "advisory"),
    ("listed-guidance", "advisory"),
    ("approach-of-code", "advisory"),
    ("levels-of-code", "advisory"),
    ("t12-l1", "advisory"),
    ("one-approach", "advisory"),
    ("both-sides-levels", "advisory"),
)
COLUMNS: tuple[Column, ...] = (
    Column("codes__63650", "boolean", "codes", "item", "63650"),
    Column("codes__22551", "boolean", "codes", "item", "22551"),
    Column("codes__22552", "boolean", "codes", "item", "22552"),
    Column("codes__22585", "boolean", "codes", "item", "22585"),
    Column("codes__61867", "boolean", "codes", "item", "61867"),
    Column("codes__61868", "boolean", "codes", "item", "61868"),
    Column("codes__62321", "boolean", "codes", "item", "62321"),
    Column("codes__64479", "boolean", "codes", "item", "64479"),
    Column("codes__64480", "boolean", "codes", "item", "64480"),
    Column("codes__64483", "boolean", "codes", "item", "64483"),
    Column("codes__64484", "boolean", "codes", "item", "64484"),
    Column("codes__62323", "boolean", "codes", "item", "62323"),
    Column("received_date", "date", "received_date", "value"),
    Column("service_date", "date", "service_date", "value"),
    Column(
        "state",
        "choice",
        "state",
        "value",
        "",
        (
            "AZ",
            "NJ",
            "OH",
            "OK",
            "TX",
            "WA",
            "AL",
            "AK",
            "AR",
            "CA",
            "CO",
            "CT",
            "DE",
            "DC",
            "FL",
            "GA",
            "HI",
            "ID",
            "IL",
            "IN",
            "IA",
            "KS",
            "KY",
            "LA",
            "ME",
            "MD",
            "MA",
            "MI",
            "MN",
            "MS",
            "MO",
            "MT",
            "NE",
            "NV",
            "NH",
            "NM",
            "NY",
            "NC",
            "ND",
            "OR",
            "PA",
            "RI",
            "SC",
            "SD",
            "TN",
            "UT",
            "VT",
            "VA",
            "WV",
            "WI",
            "WY",
            "AS",
            "GU",
            "MP",
            "PR",
            "VI",
            "other",
        ),
    ),
    Column("pregnant", "boolean", "pregnant", "value"),
    Column("examination", "boolean", "examination", "stated"),
    Column("imaging", "boolean", "imaging", "stated"),
    Column("steroid_injection", "boolean", "steroid_injection", "value"),
    Column(
        "payer",
        "choice",
        "payer",
        "value",
        "",
        ("original", "advantage", "railroad", "veterans", "indian_health", "education_only", "rebill", "other_payer"),
    ),
    Column(
        "place_of_service",
        "choice",
        "place_of_service",
        "value",
        "",
        ("11", "12", "19", "22", "24", "21", "23", "other_place"),
    ),
    Column("bill_type", "choice", "bill_type", "value", "", ("13X", "85X", "other_bill")),
    Column("emergency_modifier", "boolean", "emergency_modifier", "value"),
    Column("emergency_revenue", "boolean", "emergency_revenue", "value"),
    Column("provider_exempt", "boolean", "provider_exempt", "value"),
    Column("history", "boolean", "history", "stated"),
    Column("pain_duration", "integer", "pain_duration", "value"),
    Column("symptoms__radiculopathy", "boolean", "symptoms", "item", "radiculopathy"),
    Column("symptoms__radicular_pain", "boolean", "symptoms", "item", "radicular_pain"),
    Column("symptoms__claudication", "boolean", "symptoms", "item", "claudication"),
    Column("post_laminectomy_syndrome", "boolean", "post_laminectomy_syndrome", "value"),
    Column("acute_zoster_pain", "boolean", "acute_zoster_pain", "value"),
    Column("limits_life", "boolean", "limits_life", "value"),
    Column("long_term_disability", "boolean", "long_term_disability", "value"),
    Column("causes__herniation", "boolean", "causes", "item", "herniation"),
    Column("causes__osteophytes", "boolean", "causes", "item", "osteophytes"),
    Column("causes__degeneration", "boolean", "causes", "item", "degeneration"),
    Column("cannot_tolerate_care", "boolean", "cannot_tolerate_care", "value"),
    Column("care_failed", "boolean", "care_failed", "value"),
    Column("care_duration", "integer", "care_duration", "value"),
    Column("zoster_refractory", "boolean", "zoster_refractory", "value"),
    Column(
        "response_scale",
        "choice",
        "response_scale",
        "value",
        "",
        (
            "pain_nrs",
            "pain_vas",
            "odi",
            "rmdq",
            "ndi",
            "sf36_function",
            "promis_function",
            "other_falling",
            "other_rising",
        ),
    ),
    Column("baseline_date", "date", "baseline_date", "value"),
    Column("baseline_score", "number", "baseline_score", "value"),
    Column("second_scale_used", "boolean", "second_scale_used", "value"),
    Column(
        "second_scale",
        "choice",
        "second_scale",
        "value",
        "",
        (
            "pain_nrs",
            "pain_vas",
            "odi",
            "rmdq",
            "ndi",
            "sf36_function",
            "promis_function",
            "other_falling",
            "other_rising",
        ),
    ),
    Column("second_baseline", "number", "second_baseline", "value"),
    Column("follow_ups", "integer", "follow_ups", "size"),
    Column("prior_sessions", "integer", "prior_sessions", "size"),
    Column("first_fell_short", "boolean", "first_fell_short", "value"),
    Column("block_listed", "boolean", "block_listed", "value"),
    Column("retry_rationale", "boolean", "retry_rationale", "stated"),
    Column("long_term_reason", "boolean", "long_term_reason", "stated"),
    Column("primary_care_told", "boolean", "primary_care_told", "value"),
    Column("anticipated_sessions", "boolean", "anticipated_sessions", "stated"),
    Column("planned_sessions", "integer", "planned_sessions", "value"),
    Column("planned_region", "choice", "planned_region", "value", "", ("cervical_thoracic", "lumbar_sacral")),
    Column("other_region_too", "boolean", "other_region_too", "value"),
    Column("planned_approach", "choice", "planned_approach", "value", "", ("transforaminal", "interlaminar", "caudal")),
    Column("planned_levels__C1_C2", "boolean", "planned_levels", "item", "C1-C2"),
    Column("planned_levels__C2_C3", "boolean", "planned_levels", "item", "C2-C3"),
    Column("planned_levels__C3_C4", "boolean", "planned_levels", "item", "C3-C4"),
    Column("planned_levels__C4_C5", "boolean", "planned_levels", "item", "C4-C5"),
    Column("planned_levels__C5_C6", "boolean", "planned_levels", "item", "C5-C6"),
    Column("planned_levels__C6_C7", "boolean", "planned_levels", "item", "C6-C7"),
    Column("planned_levels__C7_T1", "boolean", "planned_levels", "item", "C7-T1"),
    Column("planned_levels__T1_T2", "boolean", "planned_levels", "item", "T1-T2"),
    Column("planned_levels__T2_T3", "boolean", "planned_levels", "item", "T2-T3"),
    Column("planned_levels__T3_T4", "boolean", "planned_levels", "item", "T3-T4"),
    Column("planned_levels__T4_T5", "boolean", "planned_levels", "item", "T4-T5"),
    Column("planned_levels__T5_T6", "boolean", "planned_levels", "item", "T5-T6"),
    Column("planned_levels__T6_T7", "boolean", "planned_levels", "item", "T6-T7"),
    Column("planned_levels__T7_T8", "boolean", "planned_levels", "item", "T7-T8"),
    Column("planned_levels__T8_T9", "boolean", "planned_levels", "item", "T8-T9"),
    Column("planned_levels__T9_T10", "boolean", "planned_levels", "item", "T9-T10"),
    Column("planned_levels__T10_T11", "boolean", "planned_levels", "item", "T10-T11"),
    Column("planned_levels__T11_T12", "boolean", "planned_levels", "item", "T11-T12"),
    Column("planned_levels__T12_L1", "boolean", "planned_levels", "item", "T12-L1"),
    Column("planned_levels__L1_L2", "boolean", "planned_levels", "item", "L1-L2"),
    Column("planned_levels__L2_L3", "boolean", "planned_levels", "item", "L2-L3"),
    Column("planned_levels__L3_L4", "boolean", "planned_levels", "item", "L3-L4"),
    Column("planned_levels__L4_L5", "boolean", "planned_levels", "item", "L4-L5"),
    Column("planned_levels__L5_S1", "boolean", "planned_levels", "item", "L5-S1"),
    Column("planned_levels__S1", "boolean", "planned_levels", "item", "S1"),
    Column("planned_levels__S2", "boolean", "planned_levels", "item", "S2"),
    Column("planned_levels__S3", "boolean", "planned_levels", "item", "S3"),
    Column("planned_levels__S4", "boolean", "planned_levels", "item", "S4"),
    Column("planned_levels__sacral_hiatus", "boolean", "planned_levels", "item", "sacral_hiatus"),
    Column(
        "planned_medication",
        "choice",
        "planned_medication",
        "value",
        "",
        ("dexamethasone", "triamcinolone", "betamethasone", "methylprednisolone", "other_steroid"),
    ),
    Column("bilateral", "boolean", "bilateral", "value"),
    Column("bilateral_reason", "boolean", "bilateral_reason", "stated"),
    Column("each_level_reason", "boolean", "each_level_reason", "stated"),
    Column(
        "guidance",
        "choice",
        "guidance",
        "value",
        "",
        ("fluoroscopy", "ct", "no_contrast", "ultrasound", "other_guidance"),
    ),
    Column("contrast_allergy", "boolean", "contrast_allergy", "value"),
    Column("sedation", "choice", "sedation", "value", "", ("light", "moderate", "deep", "general", "monitored")),
    Column("sedation_need", "boolean", "sedation_need", "stated"),
    Column("concurrent_care__drugs", "boolean", "concurrent_care", "item", "drugs"),
    Column("concurrent_care__physical_therapy", "boolean", "concurrent_care", "item", "physical_therapy"),
    Column("concurrent_care__manipulation", "boolean", "concurrent_care", "item", "manipulation"),
    Column("concurrent_care__behavioral_therapy", "boolean", "concurrent_care", "item", "behavioral_therapy"),
    Column("concurrent_care__home_exercise", "boolean", "concurrent_care", "item", "home_exercise"),
    Column("concurrent_care__other_care", "boolean", "concurrent_care", "item", "other_care"),
    Column("programs__rehabilitation", "boolean", "programs", "item", "rehabilitation"),
    Column("programs__restoration", "boolean", "programs", "item", "restoration"),
    Column("contraindications__infection", "boolean", "contraindications", "item", "infection"),
    Column("contraindications__cord_lesion", "boolean", "contraindications", "item", "cord_lesion"),
    Column("contraindications__cauda_lesion", "boolean", "contraindications", "item", "cauda_lesion"),
)
LISTS: dict[str, tuple[Column, ...]] = {
    "follow_ups": (
        Column("follow_up_date", "date", "follow_up_date", "value"),
        Column(
            "follow_up_scale",
            "choice",
            "follow_up_scale",
            "value",
            "",
            (
                "pain_nrs",
                "pain_vas",
                "odi",
                "rmdq",
                "ndi",
                "sf36_function",
                "promis_function",
                "other_falling",
                "other_rising",
            ),
        ),
        Column("score", "number", "score", "value"),
    ),
    "prior_sessions": (
        Column("session_date", "date", "session_date", "value"),
        Column("session_region", "choice", "session_region", "value", "", ("cervical_thoracic", "lumbar_sacral")),
        Column("approach", "choice", "approach", "value", "", ("transforaminal", "interlaminar", "caudal")),
        Column("levels__C1_C2", "boolean", "levels", "item", "C1-C2"),
        Column("levels__C2_C3", "boolean", "levels", "item", "C2-C3"),
        Column("levels__C3_C4", "boolean", "levels", "item", "C3-C4"),
        Column("levels__C4_C5", "boolean", "levels", "item", "C4-C5"),
        Column("levels__C5_C6", "boolean", "levels", "item", "C5-C6"),
        Column("levels__C6_C7", "boolean", "levels", "item", "C6-C7"),
        Column("levels__C7_T1", "boolean", "levels", "item", "C7-T1"),
        Column("levels__T1_T2", "boolean", "levels", "item", "T1-T2"),
        Column("levels__T2_T3", "boolean", "levels", "item", "T2-T3"),
        Column("levels__T3_T4", "boolean", "levels", "item", "T3-T4"),
        Column("levels__T4_T5", "boolean", "levels", "item", "T4-T5"),
        Column("levels__T5_T6", "boolean", "levels", "item", "T5-T6"),
        Column("levels__T6_T7", "boolean", "levels", "item", "T6-T7"),
        Column("levels__T7_T8", "boolean", "levels", "item", "T7-T8"),
        Column("levels__T8_T9", "boolean", "levels", "item", "T8-T9"),
        Column("levels__T9_T10", "boolean", "levels", "item", "T9-T10"),
        Column("levels__T10_T11", "boolean", "levels", "item", "T10-T11"),
        Column("levels__T11_T12", "boolean", "levels", "item", "T11-T12"),
        Column("levels__T12_L1", "boolean", "levels", "item", "T12-L1"),
        Column("levels__L1_L2", "boolean", "levels", "item", "L1-L2"),
        Column("levels__L2_L3", "boolean", "levels", "item", "L2-L3"),
        Column("levels__L3_L4", "boolean", "levels", "item", "L3-L4"),
        Column("levels__L4_L5", "boolean", "levels", "item", "L4-L5"),
        Column("levels__L5_S1", "boolean", "levels", "item", "L5-S1"),
        Column("levels__S1", "boolean", "levels", "item", "S1"),
        Column("levels__S2", "boolean", "levels", "item", "S2"),
        Column("levels__S3", "boolean", "levels", "item", "S3"),
        Column("levels__S4", "boolean", "levels", "item", "S4"),
        Column("levels__sacral_hiatus", "boolean", "levels", "item", "sacral_hiatus"),
        Column(
            "medication",
            "choice",
            "medication",
            "value",
            "",
            ("dexamethasone", "triamcinolone", "betamethasone", "methylprednisolone", "other_steroid"),
        ),
    ),
}
