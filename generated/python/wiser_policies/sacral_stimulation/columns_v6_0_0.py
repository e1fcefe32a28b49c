"""Sacral nerve stimulation for urinary incontinence, permanent implantation, version 6.0.0, as expressions over columns.

Generated from policies/sacral_stimulation/6.0.0.yaml; do not edit.
Null means that the chart does not say. It speaks of documentation and makes no coverage decision.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from wiser_policies._columns import Column, Maker, Step

PROGRAM = False


def steps(x: Maker) -> tuple[Step, ...]:
    """What is computed before the criteria: dates moved, shared conditions, and what lists say."""
    return ()


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
            x.every(
                x.some(col("codes__64581"), x.every(col("codes__64561"), col("codes__64590"))),
                x.some(
                    col("diagnoses__N39_41"),
                    col("diagnoses__N39_42"),
                    col("diagnoses__N39_46"),
                    col("diagnoses__R33_8"),
                    col("diagnoses__R33_9"),
                    col("diagnoses__R35_0"),
                    col("diagnoses__R39_11"),
                    col("diagnoses__R39_14"),
                    col("diagnoses__R39_15"),
                ),
            ),
        ),
        "code-64561": (
            col("codes__64561"),
            col("codes__64590"),
        ),
        "permanent-implant": (
            col("codes__64581"),
            col("implant_stage") == "permanent",
        ),
        "diagnosis": (
            None,
            x.every(
                col("diagnosis"),
                x.some(
                    col("bladder_disorder") == "urge_incontinence",
                    col("bladder_disorder") == "urgency_frequency",
                    col("bladder_disorder") == "retention",
                ),
            ),
        ),
        "not-secondary": (
            None,
            x.every(
                ~col("secondary_to__neurologic_disease"),
                ~col("secondary_to__stress_incontinence"),
                ~col("secondary_to__obstruction"),
            ),
        ),
        "earlier-treatments": (
            None,
            x.some(
                x.some(
                    col("bladder_care_failed__behavioral"),
                    col("bladder_care_failed__medication"),
                    col("bladder_care_failed__corrective_surgery"),
                    col("bladder_care_failed__other_bladder_care"),
                ),
                x.every(
                    col("bladder_care_contraindicated__behavioral"),
                    col("bladder_care_contraindicated__medication"),
                    col("bladder_care_contraindicated__corrective_surgery"),
                ),
            ),
        ),
        "diary-ability": (
            None,
            col("keeps_diary"),
        ),
        "test-done": (
            None,
            x.every(col("test_done"), col("test_report")),
        ),
        "test-response": (
            None,
            x.every(
                col("diary_used"),
                x.some(
                    x.every(
                        col("change_shown_by") == "falling_figure",
                        x.every(
                            col("figure_before_test") > 0,
                            ((x.exact(col("figure_before_test"), 10) + (x.exact(col("figure_with_test"), 10) * -1)) * 100) >= (x.exact(col("figure_before_test"), 10) * 50),
                        ),
                    ),
                    x.every(
                        col("change_shown_by") == "rising_figure",
                        x.every(
                            col("figure_before_test") > 0,
                            x.decided(
                                ((x.exact(col("figure_with_test").fill_null(0), 10) + (x.exact(col("figure_before_test"), 10) * -1)) * 100) >= (x.exact(col("figure_before_test"), 10) * 50),
                                ((x.exact(col("figure_with_test").fill_null(10000), 10) + (x.exact(col("figure_before_test"), 10) * -1)) * 100) < (x.exact(col("figure_before_test"), 10) * 50),
                            ),
                        ),
                    ),
                    x.every(col("change_shown_by") == "percentage", col("improvement") >= 50),
                ),
            ),
        ),
        "each-kind": (
            None,
            x.every(
                x.some(col("bladder_care_failed__behavioral"), col("bladder_care_contraindicated__behavioral")),
                x.some(col("bladder_care_failed__medication"), col("bladder_care_contraindicated__medication")),
                x.some(
                    col("bladder_care_failed__corrective_surgery"),
                    col("bladder_care_contraindicated__corrective_surgery"),
                ),
            ),
        ),
        "first-lead": (
            None,
            ~col("lead_replaced"),
        ),
        "device-code": (
            col("codes__64581"),
            col("codes__64590"),
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
    ("code-64561", "advisory"),
    ("permanent-implant", "scope"),
    ("diagnosis", "required"),
    ("not-secondary", "required"),
    ("earlier-treatments", "required"),
    ("diary-ability", "required"),
    ("test-done", "required"),
    ("test-response", "required"),
    ("each-kind", "advisory"),
    ("first-lead", "advisory"),
    ("device-code", "advisory"),
)
COLUMNS: tuple[Column, ...] = (
    Column("codes__63650", "boolean", "codes", "item", "63650"),
    Column("codes__22551", "boolean", "codes", "item", "22551"),
    Column("codes__22552", "boolean", "codes", "item", "22552"),
    Column("codes__22585", "boolean", "codes", "item", "22585"),
    Column("codes__61867", "boolean", "codes", "item", "61867"),
    Column("codes__61868", "boolean", "codes", "item", "61868"),
    Column("codes__64581", "boolean", "codes", "item", "64581"),
    Column("codes__64561", "boolean", "codes", "item", "64561"),
    Column("codes__64590", "boolean", "codes", "item", "64590"),
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
    Column("diagnoses__N39_41", "boolean", "diagnoses", "item", "N39.41"),
    Column("diagnoses__N39_42", "boolean", "diagnoses", "item", "N39.42"),
    Column("diagnoses__N39_46", "boolean", "diagnoses", "item", "N39.46"),
    Column("diagnoses__R33_8", "boolean", "diagnoses", "item", "R33.8"),
    Column("diagnoses__R33_9", "boolean", "diagnoses", "item", "R33.9"),
    Column("diagnoses__R35_0", "boolean", "diagnoses", "item", "R35.0"),
    Column("diagnoses__R39_11", "boolean", "diagnoses", "item", "R39.11"),
    Column("diagnoses__R39_14", "boolean", "diagnoses", "item", "R39.14"),
    Column("diagnoses__R39_15", "boolean", "diagnoses", "item", "R39.15"),
    Column("implant_stage", "choice", "implant_stage", "value", "", ("permanent", "trial")),
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
    Column("diagnosis", "boolean", "diagnosis", "stated"),
    Column(
        "bladder_disorder",
        "choice",
        "bladder_disorder",
        "value",
        "",
        ("urge_incontinence", "urgency_frequency", "retention", "other_disorder"),
    ),
    Column("secondary_to__neurologic_disease", "boolean", "secondary_to", "item", "neurologic_disease"),
    Column("secondary_to__stress_incontinence", "boolean", "secondary_to", "item", "stress_incontinence"),
    Column("secondary_to__obstruction", "boolean", "secondary_to", "item", "obstruction"),
    Column("bladder_care_failed__behavioral", "boolean", "bladder_care_failed", "item", "behavioral"),
    Column("bladder_care_failed__medication", "boolean", "bladder_care_failed", "item", "medication"),
    Column("bladder_care_failed__corrective_surgery", "boolean", "bladder_care_failed", "item", "corrective_surgery"),
    Column("bladder_care_failed__other_bladder_care", "boolean", "bladder_care_failed", "item", "other_bladder_care"),
    Column("bladder_care_contraindicated__behavioral", "boolean", "bladder_care_contraindicated", "item", "behavioral"),
    Column("bladder_care_contraindicated__medication", "boolean", "bladder_care_contraindicated", "item", "medication"),
    Column(
        "bladder_care_contraindicated__corrective_surgery",
        "boolean",
        "bladder_care_contraindicated",
        "item",
        "corrective_surgery",
    ),
    Column("keeps_diary", "boolean", "keeps_diary", "value"),
    Column("test_done", "boolean", "test_done", "value"),
    Column("test_report", "boolean", "test_report", "stated"),
    Column("diary_used", "boolean", "diary_used", "value"),
    Column(
        "change_shown_by",
        "choice",
        "change_shown_by",
        "value",
        "",
        ("falling_figure", "rising_figure", "percentage"),
    ),
    Column("figure_before_test", "number", "figure_before_test", "value"),
    Column("figure_with_test", "number", "figure_with_test", "value"),
    Column("improvement", "number", "improvement", "value"),
    Column("lead_replaced", "boolean", "lead_replaced", "value"),
)
LISTS: dict[str, tuple[Column, ...]] = {}
