"""Vagus nerve stimulation, first implantation, version 6.0.0, as expressions over columns.

Generated from policies/vagus_stimulation/6.0.0.yaml; do not edit.
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
            "_at_service_date_minus_45_days": x.moved(col("service_date"), 0, -45),
        },
        Look(
            "treatments",
            used=(),
            filters={
                "_where_1": x.every(col("failed"), col("adequate")),
            },
            gathered={
                "_all_treatments_1": ("sum", x.number(col("_where_1").fill_null(False))),
                "_all_treatments_2": ("sum", x.number(col("_where_1").fill_null(True))),
            },
        ),
        {
            "_of_treatments_for_failed_treatments_low": col("_all_treatments_1"),
            "_of_treatments_for_failed_treatments_high": x.where_stated(
                col("treatments"),
                col("_all_treatments_2"),
                60,
            ),
        },
        Look(
            "visits",
            used=("_at_service_date_minus_45_days", "service_date"),
            filters={
                "_where_1": x.every(
                    col("major_episode"),
                    x.every(
                        x.decided(
                            col("visit_date") >= of("_at_service_date_minus_45_days").fill_null(date(2036, 11, 16)),
                            col("visit_date") < of("_at_service_date_minus_45_days").fill_null(date(2019, 11, 17)),
                        ),
                        x.decided(
                            col("visit_date") < of("service_date").fill_null(date(2020, 1, 1)),
                            col("visit_date") >= of("service_date").fill_null(date(2036, 12, 31)),
                        ),
                    ),
                ),
            },
            gathered={
                "_all_visits_1": ("sum", x.number(col("_where_1").fill_null(False))),
                "_all_visits_2": ("sum", x.number(col("_where_1").fill_null(True))),
            },
        ),
        {
            "_of_visits_for_two_visits_low": col("_all_visits_1"),
            "_of_visits_for_two_visits_high": x.where_stated(col("visits"), col("_all_visits_2"), 60),
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
            x.every(
                col("codes__64568"),
                x.some(
                    col("diagnoses__G40_011"),
                    col("diagnoses__G40_019"),
                    col("diagnoses__G40_111"),
                    col("diagnoses__G40_119"),
                    col("diagnoses__G40_211"),
                    col("diagnoses__G40_219"),
                    col("diagnoses__F31_32"),
                    col("diagnoses__F31_4"),
                    col("diagnoses__F31_81"),
                    col("diagnoses__F32_1"),
                    col("diagnoses__F32_2"),
                    col("diagnoses__F33_1"),
                    col("diagnoses__F33_2"),
                    col("diagnoses__Z00_6"),
                ),
            ),
        ),
        "first-implantation": (
            None,
            col("first_implantation"),
        ),
        "indication": (
            None,
            x.some(col("indication") == "seizures", col("indication") == "depression"),
        ),
        "refractory-seizures": (
            col("indication") == "seizures",
            x.every(col("partial_onset"), col("refractory"), x.some(col("drugs_failed"), col("drugs_not_tolerated"))),
        ),
        "epilepsy-surgery": (
            col("indication") == "seizures",
            x.every(
                col("surgery_rationale"),
                x.some(
                    col("surgery__not_candidate"),
                    col("surgery__surgery_failed"),
                    x.every(col("surgery__refused"), col("decision_shared")),
                ),
            ),
        ),
        "trial-enrollment": (
            col("indication") == "depression",
            x.every(col("enrolled"), col("enrollment")),
        ),
        "episode": (
            col("indication") == "depression",
            x.some(col("episode_years") >= 2, col("episodes") >= 4),
        ),
        "failed-treatments": (
            col("indication") == "depression",
            x.decided(
                col("_of_treatments_for_failed_treatments_low") >= 4,
                col("_of_treatments_for_failed_treatments_high") < 4,
            ),
        ),
        "two-visits": (
            col("indication") == "depression",
            x.decided(col("_of_visits_for_two_visits_low") >= 2, col("_of_visits_for_two_visits_high") < 2),
        ),
        "stable-regimen": (
            col("indication") == "depression",
            col("regimen_weeks") >= 4,
        ),
        "exclusions": (
            col("indication") == "depression",
            x.every(
                ~col("exclusions__psychotic_features"),
                ~col("exclusions__schizophrenia"),
                ~col("exclusions__other_psychosis"),
                ~col("exclusions__rapid_cycling"),
                ~col("exclusions__cognitive_disorder"),
                ~col("exclusions__suicidal_intent"),
                ~col("exclusions__other_investigation"),
            ),
        ),
        "diagnosis-fits": (
            None,
            x.some(
                x.every(
                    col("indication") == "seizures",
                    x.some(
                        col("diagnoses__G40_011"),
                        col("diagnoses__G40_019"),
                        col("diagnoses__G40_111"),
                        col("diagnoses__G40_119"),
                        col("diagnoses__G40_211"),
                        col("diagnoses__G40_219"),
                    ),
                ),
                x.every(
                    col("indication") == "depression",
                    x.some(
                        col("diagnoses__F31_32"),
                        col("diagnoses__F31_4"),
                        col("diagnoses__F31_81"),
                        col("diagnoses__F32_1"),
                        col("diagnoses__F32_2"),
                        col("diagnoses__F33_1"),
                        col("diagnoses__F33_2"),
                    ),
                ),
            ),
        ),
        "surgery-by-ncd": (
            col("indication") == "seizures",
            x.some(col("surgery__not_candidate"), col("surgery__surgery_failed")),
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
    ("first-implantation", "scope"),
    ("indication", "scope"),
    ("refractory-seizures", "required"),
    ("epilepsy-surgery", "required"),
    ("trial-enrollment", "required"),
    ("episode", "required"),
    ("failed-treatments", "required"),
    ("two-visits", "required"),
    ("stable-regimen", "required"),
    ("exclusions", "required"),
    ("diagnosis-fits", "advisory"),
    ("surgery-by-ncd", "advisory"),
)
COLUMNS: tuple[Column, ...] = (
    Column("codes__63650", "boolean", "codes", "item", "63650"),
    Column("codes__22551", "boolean", "codes", "item", "22551"),
    Column("codes__22552", "boolean", "codes", "item", "22552"),
    Column("codes__22585", "boolean", "codes", "item", "22585"),
    Column("codes__61867", "boolean", "codes", "item", "61867"),
    Column("codes__61868", "boolean", "codes", "item", "61868"),
    Column("codes__64568", "boolean", "codes", "item", "64568"),
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
    Column("diagnoses__G40_011", "boolean", "diagnoses", "item", "G40.011"),
    Column("diagnoses__G40_019", "boolean", "diagnoses", "item", "G40.019"),
    Column("diagnoses__G40_111", "boolean", "diagnoses", "item", "G40.111"),
    Column("diagnoses__G40_119", "boolean", "diagnoses", "item", "G40.119"),
    Column("diagnoses__G40_211", "boolean", "diagnoses", "item", "G40.211"),
    Column("diagnoses__G40_219", "boolean", "diagnoses", "item", "G40.219"),
    Column("diagnoses__F31_32", "boolean", "diagnoses", "item", "F31.32"),
    Column("diagnoses__F31_4", "boolean", "diagnoses", "item", "F31.4"),
    Column("diagnoses__F31_81", "boolean", "diagnoses", "item", "F31.81"),
    Column("diagnoses__F32_1", "boolean", "diagnoses", "item", "F32.1"),
    Column("diagnoses__F32_2", "boolean", "diagnoses", "item", "F32.2"),
    Column("diagnoses__F33_1", "boolean", "diagnoses", "item", "F33.1"),
    Column("diagnoses__F33_2", "boolean", "diagnoses", "item", "F33.2"),
    Column("diagnoses__Z00_6", "boolean", "diagnoses", "item", "Z00.6"),
    Column("first_implantation", "boolean", "first_implantation", "value"),
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
    Column("indication", "choice", "indication", "value", "", ("seizures", "depression", "other_indication")),
    Column("partial_onset", "boolean", "partial_onset", "value"),
    Column("refractory", "boolean", "refractory", "value"),
    Column("drugs_failed", "boolean", "drugs_failed", "value"),
    Column("drugs_not_tolerated", "boolean", "drugs_not_tolerated", "value"),
    Column("surgery__not_candidate", "boolean", "surgery", "item", "not_candidate"),
    Column("surgery__surgery_failed", "boolean", "surgery", "item", "surgery_failed"),
    Column("surgery__refused", "boolean", "surgery", "item", "refused"),
    Column("decision_shared", "boolean", "decision_shared", "value"),
    Column("surgery_rationale", "boolean", "surgery_rationale", "stated"),
    Column("enrolled", "boolean", "enrolled", "value"),
    Column("enrollment", "boolean", "enrollment", "stated"),
    Column("episode_years", "integer", "episode_years", "value"),
    Column("episodes", "integer", "episodes", "value"),
    Column("treatments", "integer", "treatments", "size"),
    Column("visits", "integer", "visits", "size"),
    Column("regimen_weeks", "integer", "regimen_weeks", "value"),
    Column("exclusions__psychotic_features", "boolean", "exclusions", "item", "psychotic_features"),
    Column("exclusions__schizophrenia", "boolean", "exclusions", "item", "schizophrenia"),
    Column("exclusions__other_psychosis", "boolean", "exclusions", "item", "other_psychosis"),
    Column("exclusions__rapid_cycling", "boolean", "exclusions", "item", "rapid_cycling"),
    Column("exclusions__cognitive_disorder", "boolean", "exclusions", "item", "cognitive_disorder"),
    Column("exclusions__suicidal_intent", "boolean", "exclusions", "item", "suicidal_intent"),
    Column("exclusions__other_investigation", "boolean", "exclusions", "item", "other_investigation"),
)
LISTS: dict[str, tuple[Column, ...]] = {
    "treatments": (
        Column("failed", "boolean", "failed", "value"),
        Column("adequate", "boolean", "adequate", "value"),
    ),
    "visits": (
        Column("visit_date", "date", "visit_date", "value"),
        Column("major_episode", "boolean", "major_episode", "value"),
    ),
}
