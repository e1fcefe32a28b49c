"""Spinal cord stimulator, permanent implantation through a laminectomy, version 1.0.0, as expressions over columns.

Generated from policies/scs/1.0.0.yaml; do not edit.
Null means that the chart does not say. It speaks of documentation and makes no coverage decision.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from wiser_policies._columns import Column, Maker, Step

PROGRAM = False


def steps(x: Maker) -> tuple[Step, ...]:
    """What is computed before the criteria: dates moved, shared conditions, and what lists say."""
    col = x.col
    return (
        {
            "_is_pain_halved": x.some(
                x.every(
                    x.every(
                        col("pain_before") > 0,
                        ((x.exact(col("pain_before"), 10) + (x.exact(col("pain_during"), 10) * -1)) * 100) >= (x.exact(col("pain_before"), 10) * 50),
                    ),
                    x.some(col("pain_shown_by") == "scores", col("pain_reduction") >= 50),
                ),
                x.every(col("pain_shown_by") == "percentage", col("pain_reduction") >= 50),
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
            x.every(col("received_date") >= date(2026, 1, 5), col("received_date") < date(2026, 4, 24)),
        ),
        "listed-code": (
            None,
            x.every(col("codes__63655"), col("implant_stage") == "permanent"),
        ),
        "code-63655": (
            col("codes__63655"),
            col("implant_stage") == "permanent",
        ),
        "condition": (
            None,
            x.every(col("condition"), col("examination")),
        ),
        "late-resort": (
            None,
            x.every(col("chronic_pain"), col("late_resort")),
        ),
        "earlier-treatments": (
            None,
            x.some(
                x.some(
                    col("failed__drugs"),
                    col("failed__physical_therapy"),
                    col("failed__injections"),
                    col("failed__spine_surgery"),
                    col("failed__behavioral_therapy"),
                    col("failed__other_treatment"),
                ),
                x.every(
                    col("contraindicated__drugs"),
                    col("contraindicated__physical_therapy"),
                    col("contraindicated__injections"),
                    col("contraindicated__spine_surgery"),
                    col("contraindicated__behavioral_therapy"),
                ),
            ),
        ),
        "team": (
            None,
            x.every(
                col("evaluated_by__psychological"),
                col("evaluated_by__surgical"),
                col("evaluated_by__medical"),
                col("evaluated_by__therapy"),
            ),
        ),
        "trial-done": (
            None,
            x.every(col("trial_done"), col("trial_report")),
        ),
        "trial-response": (
            None,
            x.every(col("_is_pain_halved"), col("function_restored")),
        ),
        "percutaneous-leads": (
            None,
            x.every(
                col("not_percutaneous"),
                x.some(
                    col("obstacles__instrumentation"),
                    col("obstacles__anatomy"),
                    col("obstacles__high_bmi"),
                    col("obstacles__other_obstacle"),
                ),
            ),
        ),
        "each-kind": (
            None,
            x.every(
                x.some(col("failed__drugs"), col("contraindicated__drugs")),
                x.some(col("failed__spine_surgery"), col("contraindicated__spine_surgery")),
                x.some(col("failed__physical_therapy"), col("contraindicated__physical_therapy")),
                x.some(col("failed__behavioral_therapy"), col("contraindicated__behavioral_therapy")),
            ),
        ),
        "drugs-for-pain": (
            col("drugs_halved"),
            col("_is_pain_halved"),
        ),
        "trial-leads": (
            col("trial_percutaneous"),
            col("trial_explained"),
        ),
        "device-code": (
            None,
            col("codes__63685"),
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
    ("code-63655", "advisory"),
    ("condition", "required"),
    ("late-resort", "required"),
    ("earlier-treatments", "required"),
    ("team", "required"),
    ("trial-done", "required"),
    ("trial-response", "required"),
    ("percutaneous-leads", "required"),
    ("each-kind", "advisory"),
    ("drugs-for-pain", "advisory"),
    ("trial-leads", "advisory"),
    ("device-code", "advisory"),
)
COLUMNS: tuple[Column, ...] = (
    Column("codes__63650", "boolean", "codes", "item", "63650"),
    Column("codes__22551", "boolean", "codes", "item", "22551"),
    Column("codes__22552", "boolean", "codes", "item", "22552"),
    Column("codes__22585", "boolean", "codes", "item", "22585"),
    Column("codes__61867", "boolean", "codes", "item", "61867"),
    Column("codes__61868", "boolean", "codes", "item", "61868"),
    Column("codes__63655", "boolean", "codes", "item", "63655"),
    Column("codes__63685", "boolean", "codes", "item", "63685"),
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
    Column("examination", "boolean", "examination", "stated"),
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
    Column("condition", "boolean", "condition", "stated"),
    Column("chronic_pain", "boolean", "chronic_pain", "value"),
    Column("late_resort", "boolean", "late_resort", "value"),
    Column("failed__drugs", "boolean", "failed", "item", "drugs"),
    Column("failed__physical_therapy", "boolean", "failed", "item", "physical_therapy"),
    Column("failed__injections", "boolean", "failed", "item", "injections"),
    Column("failed__spine_surgery", "boolean", "failed", "item", "spine_surgery"),
    Column("failed__behavioral_therapy", "boolean", "failed", "item", "behavioral_therapy"),
    Column("failed__other_treatment", "boolean", "failed", "item", "other_treatment"),
    Column("contraindicated__drugs", "boolean", "contraindicated", "item", "drugs"),
    Column("contraindicated__physical_therapy", "boolean", "contraindicated", "item", "physical_therapy"),
    Column("contraindicated__injections", "boolean", "contraindicated", "item", "injections"),
    Column("contraindicated__spine_surgery", "boolean", "contraindicated", "item", "spine_surgery"),
    Column("contraindicated__behavioral_therapy", "boolean", "contraindicated", "item", "behavioral_therapy"),
    Column("evaluated_by__psychological", "boolean", "evaluated_by", "item", "psychological"),
    Column("evaluated_by__surgical", "boolean", "evaluated_by", "item", "surgical"),
    Column("evaluated_by__medical", "boolean", "evaluated_by", "item", "medical"),
    Column("evaluated_by__therapy", "boolean", "evaluated_by", "item", "therapy"),
    Column("trial_done", "boolean", "trial_done", "value"),
    Column("trial_report", "boolean", "trial_report", "stated"),
    Column("trial_percutaneous", "boolean", "trial_percutaneous", "value"),
    Column("pain_shown_by", "choice", "pain_shown_by", "value", "", ("scores", "percentage")),
    Column("pain_before", "number", "pain_before", "value"),
    Column("pain_during", "number", "pain_during", "value"),
    Column("pain_reduction", "number", "pain_reduction", "value"),
    Column("function_restored", "boolean", "function_restored", "value"),
    Column("drugs_halved", "boolean", "drugs_halved", "value"),
    Column("not_percutaneous", "boolean", "not_percutaneous", "value"),
    Column("obstacles__instrumentation", "boolean", "obstacles", "item", "instrumentation"),
    Column("obstacles__anatomy", "boolean", "obstacles", "item", "anatomy"),
    Column("obstacles__high_bmi", "boolean", "obstacles", "item", "high_bmi"),
    Column("obstacles__other_obstacle", "boolean", "obstacles", "item", "other_obstacle"),
    Column("trial_explained", "boolean", "trial_explained", "value"),
)
LISTS: dict[str, tuple[Column, ...]] = {}
