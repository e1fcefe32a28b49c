"""Insertion of a penile prosthesis, version 6.0.0, as expressions over columns.

Generated from policies/impotence/6.0.0.yaml; do not edit.
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
            x.some(col("codes__54400"), col("codes__54401"), col("codes__54405")),
        ),
        "evaluation": (
            None,
            x.every(col("dysfunction_evaluation"), col("dysfunction")),
        ),
        "earlier-treatments": (
            None,
            x.some(
                x.some(
                    col("dysfunction_care_failed__oral_drugs"),
                    col("dysfunction_care_failed__injection"),
                    col("dysfunction_care_failed__vacuum_device"),
                    col("dysfunction_care_failed__psychotherapy"),
                    col("dysfunction_care_failed__testosterone"),
                    col("dysfunction_care_failed__other_dysfunction_care"),
                ),
                x.every(
                    col("dysfunction_care_unsuitable__oral_drugs"),
                    col("dysfunction_care_unsuitable__injection"),
                    col("dysfunction_care_unsuitable__vacuum_device"),
                    col("dysfunction_care_unsuitable__psychotherapy"),
                    col("dysfunction_care_unsuitable__testosterone"),
                ),
            ),
        ),
        "no-infection": (
            None,
            x.every(
                ~col("infections__systemic_infection"),
                x.every(~col("prosthesis_infections__urogenital"), ~col("prosthesis_infections__skin")),
            ),
        ),
        "testosterone-level": (
            col("hypogonadism_signs"),
            col("testosterone_level"),
        ),
        "each-kind": (
            None,
            x.every(
                x.some(col("dysfunction_care_failed__oral_drugs"), col("dysfunction_care_unsuitable__oral_drugs")),
                x.some(col("dysfunction_care_failed__injection"), col("dysfunction_care_unsuitable__injection")),
                x.some(
                    col("dysfunction_care_failed__vacuum_device"),
                    col("dysfunction_care_unsuitable__vacuum_device"),
                ),
                x.some(
                    col("dysfunction_care_failed__psychotherapy"),
                    col("dysfunction_care_unsuitable__psychotherapy"),
                ),
                x.some(col("dysfunction_care_failed__testosterone"), col("dysfunction_care_unsuitable__testosterone")),
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
    ("evaluation", "required"),
    ("earlier-treatments", "required"),
    ("no-infection", "required"),
    ("testosterone-level", "advisory"),
    ("each-kind", "advisory"),
)
COLUMNS: tuple[Column, ...] = (
    Column("codes__63650", "boolean", "codes", "item", "63650"),
    Column("codes__22551", "boolean", "codes", "item", "22551"),
    Column("codes__22552", "boolean", "codes", "item", "22552"),
    Column("codes__22585", "boolean", "codes", "item", "22585"),
    Column("codes__61867", "boolean", "codes", "item", "61867"),
    Column("codes__61868", "boolean", "codes", "item", "61868"),
    Column("codes__54400", "boolean", "codes", "item", "54400"),
    Column("codes__54401", "boolean", "codes", "item", "54401"),
    Column("codes__54405", "boolean", "codes", "item", "54405"),
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
    Column("infections__systemic_infection", "boolean", "infections", "item", "systemic_infection"),
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
    Column("dysfunction", "boolean", "dysfunction", "stated"),
    Column("dysfunction_evaluation", "boolean", "dysfunction_evaluation", "stated"),
    Column("hypogonadism_signs", "boolean", "hypogonadism_signs", "value"),
    Column("testosterone_level", "boolean", "testosterone_level", "stated"),
    Column("dysfunction_care_failed__oral_drugs", "boolean", "dysfunction_care_failed", "item", "oral_drugs"),
    Column("dysfunction_care_failed__injection", "boolean", "dysfunction_care_failed", "item", "injection"),
    Column("dysfunction_care_failed__vacuum_device", "boolean", "dysfunction_care_failed", "item", "vacuum_device"),
    Column("dysfunction_care_failed__psychotherapy", "boolean", "dysfunction_care_failed", "item", "psychotherapy"),
    Column("dysfunction_care_failed__testosterone", "boolean", "dysfunction_care_failed", "item", "testosterone"),
    Column(
        "dysfunction_care_failed__other_dysfunction_care",
        "boolean",
        "dysfunction_care_failed",
        "item",
        "other_dysfunction_care",
    ),
    Column("dysfunction_care_unsuitable__oral_drugs", "boolean", "dysfunction_care_unsuitable", "item", "oral_drugs"),
    Column("dysfunction_care_unsuitable__injection", "boolean", "dysfunction_care_unsuitable", "item", "injection"),
    Column(
        "dysfunction_care_unsuitable__vacuum_device",
        "boolean",
        "dysfunction_care_unsuitable",
        "item",
        "vacuum_device",
    ),
    Column(
        "dysfunction_care_unsuitable__psychotherapy",
        "boolean",
        "dysfunction_care_unsuitable",
        "item",
        "psychotherapy",
    ),
    Column(
        "dysfunction_care_unsuitable__testosterone",
        "boolean",
        "dysfunction_care_unsuitable",
        "item",
        "testosterone",
    ),
    Column("prosthesis_infections__urogenital", "boolean", "prosthesis_infections", "item", "urogenital"),
    Column("prosthesis_infections__skin", "boolean", "prosthesis_infections", "item", "skin"),
)
LISTS: dict[str, tuple[Column, ...]] = {}
