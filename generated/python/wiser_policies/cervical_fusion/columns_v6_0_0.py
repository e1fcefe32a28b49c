"""Cervical fusion, version 6.0.0, as expressions over columns.

Generated from policies/cervical_fusion/6.0.0.yaml; do not edit.
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
            "_at_fusion_date_plus_12_months": x.moved(col("fusion_date"), 12, 0),
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
            col("codes__22554"),
        ),
        "indication": (
            None,
            x.some(
                x.every(
                    col("injury"),
                    x.some(col("fracture_likely_unstable"), col("fracture_with_deficit"), col("unstable")),
                ),
                x.every(
                    col("tumor"),
                    x.some(
                        x.every(col("tumor_did_harm"), col("tumor_needs_stabilization")),
                        col("treatment_harms"),
                        col("unstable"),
                    ),
                ),
                x.every(
                    x.some(
                        col("infections__discitis"),
                        col("infections__osteomyelitis"),
                        col("infections__epidural_abscess"),
                    ),
                    col("infection_shown"),
                    x.some(col("body_destroyed"), col("debridement_harms"), col("unstable")),
                ),
                x.every(
                    x.some(
                        x.some(
                            col("deformities__kyphosis"),
                            col("deformities__c1_c2_subluxation"),
                            col("deformities__invagination"),
                            col("deformities__subaxial_kyphosis"),
                            col("deformities__head_drop"),
                            col("deformities__post_laminectomy"),
                            col("deformities__after_laminectomy"),
                            col("deformities__rheumatoid"),
                            col("deformities__spondylolisthesis"),
                        ),
                        x.every(
                            col("pseudarthrosis"),
                            x.some(
                                x.every(
                                    col("non_union_shown"),
                                    x.decided(
                                        col("service_date").fill_null(date(2020, 1, 1)) >= col("_at_fusion_date_plus_12_months"),
                                        col("service_date").fill_null(date(2036, 12, 31)) < col("_at_fusion_date_plus_12_months"),
                                    ),
                                ),
                                col("hardware_failure"),
                            ),
                        ),
                    ),
                    x.some(
                        x.some(
                            col("limits__neck_pain"),
                            col("limits__walking"),
                            col("limits__daily_life"),
                            col("limits__forward_gaze"),
                            col("limits__other_limit"),
                        ),
                        col("progression"),
                    ),
                ),
            ),
        ),
        "more-than-compression": (
            None,
            ~col("nerve_or_canal_alone"),
        ),
        "below-c2": (
            None,
            x.every(
                ~col("reaches_above_c2"),
                ~x.some(col("deformities__c1_c2_subluxation"), col("deformities__invagination")),
            ),
        ),
        "measured-instability": (
            x.some(
                col("unstable"),
                x.some(
                    col("deformities__subaxial_kyphosis"),
                    col("deformities__after_laminectomy"),
                    col("deformities__rheumatoid"),
                    col("deformities__spondylolisthesis"),
                ),
            ),
            x.some(col("translation") > 3.5, col("angulation") > 11),
        ),
        "past-the-edge-day": (
            x.every(col("pseudarthrosis"), ~col("hardware_failure")),
            x.decided(
                col("service_date").fill_null(date(2020, 1, 1)) > col("_at_fusion_date_plus_12_months"),
                col("service_date").fill_null(date(2036, 12, 31)) <= col("_at_fusion_date_plus_12_months"),
            ),
        ),
        "imaging-after-12-months": (
            x.every(col("pseudarthrosis"), ~col("hardware_failure")),
            x.decided(
                col("non_union_study") >= col("_at_fusion_date_plus_12_months"),
                col("non_union_study").fill_null(date(2036, 12, 31)) < col("_at_fusion_date_plus_12_months").fill_null(date(1951, 1, 1)),
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
    ("indication", "required"),
    ("more-than-compression", "advisory"),
    ("below-c2", "advisory"),
    ("measured-instability", "advisory"),
    ("past-the-edge-day", "advisory"),
    ("imaging-after-12-months", "advisory"),
)
COLUMNS: tuple[Column, ...] = (
    Column("codes__63650", "boolean", "codes", "item", "63650"),
    Column("codes__22551", "boolean", "codes", "item", "22551"),
    Column("codes__22552", "boolean", "codes", "item", "22552"),
    Column("codes__22585", "boolean", "codes", "item", "22585"),
    Column("codes__61867", "boolean", "codes", "item", "61867"),
    Column("codes__61868", "boolean", "codes", "item", "61868"),
    Column("codes__22554", "boolean", "codes", "item", "22554"),
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
    Column("unstable", "boolean", "unstable", "value"),
    Column("infections__discitis", "boolean", "infections", "item", "discitis"),
    Column("infections__osteomyelitis", "boolean", "infections", "item", "osteomyelitis"),
    Column("infections__epidural_abscess", "boolean", "infections", "item", "epidural_abscess"),
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
    Column("translation", "number", "translation", "value"),
    Column("angulation", "number", "angulation", "value"),
    Column("injury", "boolean", "injury", "value"),
    Column("fracture_likely_unstable", "boolean", "fracture_likely_unstable", "value"),
    Column("fracture_with_deficit", "boolean", "fracture_with_deficit", "value"),
    Column("tumor", "boolean", "tumor", "value"),
    Column("tumor_did_harm", "boolean", "tumor_did_harm", "value"),
    Column("tumor_needs_stabilization", "boolean", "tumor_needs_stabilization", "value"),
    Column("treatment_harms", "boolean", "treatment_harms", "value"),
    Column("infection_shown", "boolean", "infection_shown", "value"),
    Column("body_destroyed", "boolean", "body_destroyed", "value"),
    Column("debridement_harms", "boolean", "debridement_harms", "value"),
    Column("deformities__kyphosis", "boolean", "deformities", "item", "kyphosis"),
    Column("deformities__c1_c2_subluxation", "boolean", "deformities", "item", "c1_c2_subluxation"),
    Column("deformities__invagination", "boolean", "deformities", "item", "invagination"),
    Column("deformities__subaxial_kyphosis", "boolean", "deformities", "item", "subaxial_kyphosis"),
    Column("deformities__head_drop", "boolean", "deformities", "item", "head_drop"),
    Column("deformities__post_laminectomy", "boolean", "deformities", "item", "post_laminectomy"),
    Column("deformities__after_laminectomy", "boolean", "deformities", "item", "after_laminectomy"),
    Column("deformities__rheumatoid", "boolean", "deformities", "item", "rheumatoid"),
    Column("deformities__spondylolisthesis", "boolean", "deformities", "item", "spondylolisthesis"),
    Column("limits__neck_pain", "boolean", "limits", "item", "neck_pain"),
    Column("limits__walking", "boolean", "limits", "item", "walking"),
    Column("limits__daily_life", "boolean", "limits", "item", "daily_life"),
    Column("limits__forward_gaze", "boolean", "limits", "item", "forward_gaze"),
    Column("limits__other_limit", "boolean", "limits", "item", "other_limit"),
    Column("progression", "boolean", "progression", "value"),
    Column("pseudarthrosis", "boolean", "pseudarthrosis", "value"),
    Column("fusion_date", "date", "fusion_date", "value"),
    Column("non_union_shown", "boolean", "non_union_shown", "value"),
    Column("non_union_study", "date", "non_union_study", "value"),
    Column("hardware_failure", "boolean", "hardware_failure", "value"),
    Column("nerve_or_canal_alone", "boolean", "nerve_or_canal_alone", "value"),
    Column("reaches_above_c2", "boolean", "reaches_above_c2", "value"),
)
LISTS: dict[str, tuple[Column, ...]] = {}
