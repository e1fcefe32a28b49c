"""Incontinence control devices for stress urinary incontinence, version 6.0.0, as expressions over columns.

Generated from policies/incontinence_devices/6.0.0.yaml; do not edit.
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
            x.some(
                col("codes__53440"),
                col("codes__53445"),
                col("codes__53451"),
                col("codes__53452"),
                col("codes__57288"),
            ),
        ),
        "diagnosis": (
            None,
            x.every(col("stress_incontinence_diagnosis"), col("pelvic_history"), col("pelvic_examination")),
        ),
        "urinalysis": (
            None,
            x.every(x.known(col("urinalysis")), x.some(col("urinalysis") == "normal", col("urinalysis_followed"))),
        ),
        "demonstration": (
            None,
            x.every(col("leakage_shown"), col("comfortably_full")),
        ),
        "voiding-diary": (
            col("diary_applies"),
            col("diary_hours") >= 24,
        ),
        "cystoscopy": (
            col("tract_concern"),
            col("cystoscopy"),
        ),
        "urodynamics": (
            col("mixed_symptoms"),
            col("urodynamic_test"),
        ),
        "other-causes": (
            None,
            x.every(
                ~col("other_causes__urinary_infection"),
                ~col("other_causes__overflow"),
                ~col("other_causes__prolapse"),
                ~col("other_causes__another_cause"),
            ),
        ),
        "earlier-treatments": (
            None,
            x.some(
                x.some(
                    col("incontinence_care_failed__lifestyle"),
                    col("incontinence_care_failed__pelvic_training"),
                    col("incontinence_care_failed__vaginal_estrogen"),
                    col("incontinence_care_failed__support_devices"),
                    col("incontinence_care_failed__sui_surgery"),
                    col("incontinence_care_failed__other_incontinence_care"),
                ),
                x.every(
                    col("incontinence_care_unsuitable__lifestyle"),
                    col("incontinence_care_unsuitable__pelvic_training"),
                    col("incontinence_care_unsuitable__vaginal_estrogen"),
                    col("incontinence_care_unsuitable__support_devices"),
                    col("incontinence_care_unsuitable__sui_surgery"),
                ),
            ),
        ),
        "concomitant": (
            col("concomitant"),
            col("concomitant_described"),
        ),
        "no-urethral-repair": (
            col("concomitant"),
            x.some(
                x.every(
                    ~col("concomitant_repairs__diverticulectomy"),
                    ~col("concomitant_repairs__fistula_repair"),
                    ~col("concomitant_repairs__mesh_excision"),
                ),
                col("autologous_sling"),
            ),
        ),
        "each-kind": (
            None,
            x.every(
                x.some(col("incontinence_care_failed__lifestyle"), col("incontinence_care_unsuitable__lifestyle")),
                x.some(
                    col("incontinence_care_failed__pelvic_training"),
                    col("incontinence_care_unsuitable__pelvic_training"),
                ),
                x.some(
                    col("incontinence_care_failed__vaginal_estrogen"),
                    col("incontinence_care_unsuitable__vaginal_estrogen"),
                ),
                x.some(
                    col("incontinence_care_failed__support_devices"),
                    col("incontinence_care_unsuitable__support_devices"),
                ),
                x.some(col("incontinence_care_failed__sui_surgery"), col("incontinence_care_unsuitable__sui_surgery")),
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
    ("diagnosis", "required"),
    ("urinalysis", "required"),
    ("demonstration", "required"),
    ("voiding-diary", "required"),
    ("cystoscopy", "required"),
    ("urodynamics", "required"),
    ("other-causes", "required"),
    ("earlier-treatments", "required"),
    ("concomitant", "required"),
    ("no-urethral-repair", "required"),
    ("each-kind", "advisory"),
)
COLUMNS: tuple[Column, ...] = (
    Column("codes__63650", "boolean", "codes", "item", "63650"),
    Column("codes__22551", "boolean", "codes", "item", "22551"),
    Column("codes__22552", "boolean", "codes", "item", "22552"),
    Column("codes__22585", "boolean", "codes", "item", "22585"),
    Column("codes__61867", "boolean", "codes", "item", "61867"),
    Column("codes__61868", "boolean", "codes", "item", "61868"),
    Column("codes__53440", "boolean", "codes", "item", "53440"),
    Column("codes__53445", "boolean", "codes", "item", "53445"),
    Column("codes__53451", "boolean", "codes", "item", "53451"),
    Column("codes__53452", "boolean", "codes", "item", "53452"),
    Column("codes__57288", "boolean", "codes", "item", "57288"),
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
    Column("stress_incontinence_diagnosis", "boolean", "stress_incontinence_diagnosis", "stated"),
    Column("pelvic_history", "boolean", "pelvic_history", "stated"),
    Column("pelvic_examination", "boolean", "pelvic_examination", "stated"),
    Column("urinalysis", "choice", "urinalysis", "value", "", ("normal", "abnormal")),
    Column("urinalysis_followed", "boolean", "urinalysis_followed", "stated"),
    Column("leakage_shown", "boolean", "leakage_shown", "stated"),
    Column("comfortably_full", "boolean", "comfortably_full", "value"),
    Column("diary_applies", "boolean", "diary_applies", "value"),
    Column("diary_hours", "number", "diary_hours", "value"),
    Column("tract_concern", "boolean", "tract_concern", "value"),
    Column("cystoscopy", "boolean", "cystoscopy", "stated"),
    Column("mixed_symptoms", "boolean", "mixed_symptoms", "value"),
    Column("urodynamic_test", "boolean", "urodynamic_test", "stated"),
    Column("other_causes__urinary_infection", "boolean", "other_causes", "item", "urinary_infection"),
    Column("other_causes__overflow", "boolean", "other_causes", "item", "overflow"),
    Column("other_causes__prolapse", "boolean", "other_causes", "item", "prolapse"),
    Column("other_causes__another_cause", "boolean", "other_causes", "item", "another_cause"),
    Column("incontinence_care_failed__lifestyle", "boolean", "incontinence_care_failed", "item", "lifestyle"),
    Column(
        "incontinence_care_failed__pelvic_training",
        "boolean",
        "incontinence_care_failed",
        "item",
        "pelvic_training",
    ),
    Column(
        "incontinence_care_failed__vaginal_estrogen",
        "boolean",
        "incontinence_care_failed",
        "item",
        "vaginal_estrogen",
    ),
    Column(
        "incontinence_care_failed__support_devices",
        "boolean",
        "incontinence_care_failed",
        "item",
        "support_devices",
    ),
    Column("incontinence_care_failed__sui_surgery", "boolean", "incontinence_care_failed", "item", "sui_surgery"),
    Column(
        "incontinence_care_failed__other_incontinence_care",
        "boolean",
        "incontinence_care_failed",
        "item",
        "other_incontinence_care",
    ),
    Column("incontinence_care_unsuitable__lifestyle", "boolean", "incontinence_care_unsuitable", "item", "lifestyle"),
    Column(
        "incontinence_care_unsuitable__pelvic_training",
        "boolean",
        "incontinence_care_unsuitable",
        "item",
        "pelvic_training",
    ),
    Column(
        "incontinence_care_unsuitable__vaginal_estrogen",
        "boolean",
        "incontinence_care_unsuitable",
        "item",
        "vaginal_estrogen",
    ),
    Column(
        "incontinence_care_unsuitable__support_devices",
        "boolean",
        "incontinence_care_unsuitable",
        "item",
        "support_devices",
    ),
    Column(
        "incontinence_care_unsuitable__sui_surgery",
        "boolean",
        "incontinence_care_unsuitable",
        "item",
        "sui_surgery",
    ),
    Column("concomitant", "boolean", "concomitant", "value"),
    Column("concomitant_described", "boolean", "concomitant_described", "stated"),
    Column("concomitant_repairs__diverticulectomy", "boolean", "concomitant_repairs", "item", "diverticulectomy"),
    Column("concomitant_repairs__fistula_repair", "boolean", "concomitant_repairs", "item", "fistula_repair"),
    Column("concomitant_repairs__mesh_excision", "boolean", "concomitant_repairs", "item", "mesh_excision"),
    Column("autologous_sling", "boolean", "autologous_sling", "value"),
)
LISTS: dict[str, tuple[Column, ...]] = {}
