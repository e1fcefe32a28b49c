"""Hypoglossal nerve stimulation for obstructive sleep apnea, version 6.0.0, as expressions over columns.

Generated from policies/hypoglossal_stimulation/6.0.0.yaml; do not edit.
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
            "_at_service_date_minus_6_months": x.moved(col("service_date"), -6, 0),
            "_at_consultation_date_minus_24_months": x.moved(col("consultation_date"), -24, 0),
            "_at_consultation_date_plus_24_months": x.moved(col("consultation_date"), 24, 0),
        },
        Look(
            "heart_events",
            used=("_at_service_date_minus_6_months",),
            filters={
                "_where_1": x.decided(
                    col("heart_event_date") >= of("_at_service_date_minus_6_months").fill_null(date(2036, 6, 30)),
                    col("heart_event_date") < of("_at_service_date_minus_6_months").fill_null(date(2019, 7, 1)),
                ),
            },
            gathered={
                "_all_heart_events_1": ("sum", x.number(col("_where_1").fill_null(False))),
                "_all_heart_events_2": ("sum", x.number(col("_where_1").fill_null(True))),
            },
        ),
        {
            "_of_heart_events_for_no_heart_event_low": col("_all_heart_events_1"),
            "_of_heart_events_for_no_heart_event_high": x.where_stated(
                col("heart_events"),
                col("_all_heart_events_2"),
                60,
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
                col("codes__64582"),
                x.every(col("codes__C8007"), col("service_date") >= date(2026, 4, 6)),
                x.every(col("codes__C8011"), col("service_date") >= date(2026, 4, 6)),
            ),
        ),
        "code-c8007": (
            col("codes__C8007"),
            col("service_date") >= date(2026, 4, 6),
        ),
        "code-c8011": (
            col("codes__C8011"),
            col("service_date") >= date(2026, 4, 6),
        ),
        "age": (
            None,
            col("age") >= 22,
        ),
        "body-mass-index": (
            None,
            col("bmi") < 35,
        ),
        "sleep-study-date": (
            None,
            x.every(
                x.decided(
                    col("sleep_study_date").fill_null(date(2010, 1, 1)) >= col("_at_consultation_date_minus_24_months").fill_null(date(2034, 12, 31)),
                    col("sleep_study_date") < col("_at_consultation_date_minus_24_months"),
                ),
                x.decided(
                    col("sleep_study_date").fill_null(date(2036, 12, 31)) <= col("_at_consultation_date_plus_24_months").fill_null(date(2012, 1, 1)),
                    col("sleep_study_date") > col("_at_consultation_date_plus_24_months"),
                ),
            ),
        ),
        "sleep-study-result": (
            None,
            x.every(
                x.decided(
                    (x.exact(col("central_and_mixed"), 10) * 100) < (x.exact(col("ahi"), 10) * 25),
                    (x.exact(col("central_and_mixed").fill_null(0), 10) * 100) >= (x.exact(col("ahi").fill_null(250), 10) * 25),
                ),
                x.every(col("ahi") >= 15, col("ahi") <= 65),
            ),
        ),
        "airway-pressure": (
            None,
            x.some(
                col("ahi_on_cpap") > 15,
                x.every(col("intolerance_decided"), x.some(col("short_nights") >= 5, col("cpap_returned"))),
            ),
        ),
        "endoscopy": (
            None,
            x.every(col("sleep_endoscopy"), ~col("concentric_collapse")),
        ),
        "anatomy": (
            None,
            col("other_anatomy"),
        ),
        "counseling": (
            None,
            col("mri_counseling"),
        ),
        "contraindications": (
            None,
            x.every(
                ~col("contraindications_found__other_device"),
                ~col("contraindications_found__neuromuscular"),
                ~col("contraindications_found__nerve_palsy"),
                ~col("contraindications_found__lung_disease"),
                ~col("contraindications_found__pulmonary_hypertension"),
                ~col("contraindications_found__valve_disease"),
                ~col("contraindications_found__heart_failure"),
                ~col("contraindications_found__hypertension"),
                ~col("contraindications_found__mental_illness"),
                ~col("contraindications_found__other_sleep_disorder"),
                ~col("contraindications_found__pregnancy"),
                ~col("contraindications_found__cannot_operate"),
                ~col("contraindications_found__airway_control"),
            ),
        ),
        "no-heart-event": (
            None,
            ~x.decided(
                col("_of_heart_events_for_no_heart_event_low") >= 1,
                col("_of_heart_events_for_no_heart_event_high") < 1,
            ),
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
    ("code-c8007", "advisory"),
    ("code-c8011", "advisory"),
    ("age", "required"),
    ("body-mass-index", "required"),
    ("sleep-study-date", "required"),
    ("sleep-study-result", "required"),
    ("airway-pressure", "required"),
    ("endoscopy", "required"),
    ("anatomy", "required"),
    ("counseling", "required"),
    ("contraindications", "required"),
    ("no-heart-event", "required"),
)
COLUMNS: tuple[Column, ...] = (
    Column("codes__63650", "boolean", "codes", "item", "63650"),
    Column("codes__22551", "boolean", "codes", "item", "22551"),
    Column("codes__22552", "boolean", "codes", "item", "22552"),
    Column("codes__22585", "boolean", "codes", "item", "22585"),
    Column("codes__61867", "boolean", "codes", "item", "61867"),
    Column("codes__61868", "boolean", "codes", "item", "61868"),
    Column("codes__64582", "boolean", "codes", "item", "64582"),
    Column("codes__C8007", "boolean", "codes", "item", "C8007"),
    Column("codes__C8011", "boolean", "codes", "item", "C8011"),
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
    Column("age", "integer", "age", "value"),
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
    Column("bmi", "number", "bmi", "value"),
    Column("consultation_date", "date", "consultation_date", "value"),
    Column("sleep_study_date", "date", "sleep_study_date", "value"),
    Column("ahi", "number", "ahi", "value"),
    Column("central_and_mixed", "number", "central_and_mixed", "value"),
    Column("ahi_on_cpap", "number", "ahi_on_cpap", "value"),
    Column("short_nights", "integer", "short_nights", "value"),
    Column("cpap_returned", "boolean", "cpap_returned", "value"),
    Column("intolerance_decided", "boolean", "intolerance_decided", "value"),
    Column("sleep_endoscopy", "boolean", "sleep_endoscopy", "stated"),
    Column("concentric_collapse", "boolean", "concentric_collapse", "value"),
    Column("other_anatomy", "boolean", "other_anatomy", "stated"),
    Column("mri_counseling", "boolean", "mri_counseling", "stated"),
    Column("heart_events", "integer", "heart_events", "size"),
    Column("contraindications_found__other_device", "boolean", "contraindications_found", "item", "other_device"),
    Column("contraindications_found__neuromuscular", "boolean", "contraindications_found", "item", "neuromuscular"),
    Column("contraindications_found__nerve_palsy", "boolean", "contraindications_found", "item", "nerve_palsy"),
    Column("contraindications_found__lung_disease", "boolean", "contraindications_found", "item", "lung_disease"),
    Column(
        "contraindications_found__pulmonary_hypertension",
        "boolean",
        "contraindications_found",
        "item",
        "pulmonary_hypertension",
    ),
    Column("contraindications_found__valve_disease", "boolean", "contraindications_found", "item", "valve_disease"),
    Column("contraindications_found__heart_failure", "boolean", "contraindications_found", "item", "heart_failure"),
    Column("contraindications_found__hypertension", "boolean", "contraindications_found", "item", "hypertension"),
    Column("contraindications_found__mental_illness", "boolean", "contraindications_found", "item", "mental_illness"),
    Column(
        "contraindications_found__other_sleep_disorder",
        "boolean",
        "contraindications_found",
        "item",
        "other_sleep_disorder",
    ),
    Column("contraindications_found__pregnancy", "boolean", "contraindications_found", "item", "pregnancy"),
    Column("contraindications_found__cannot_operate", "boolean", "contraindications_found", "item", "cannot_operate"),
    Column("contraindications_found__airway_control", "boolean", "contraindications_found", "item", "airway_control"),
)
LISTS: dict[str, tuple[Column, ...]] = {
    "heart_events": (
        Column("heart_event_date", "date", "heart_event_date", "value"),
    ),
}
