"""Phrenic nerve stimulator, first implantation, version 6.0.0, as expressions over columns.

Generated from policies/phrenic_stimulation/6.0.0.yaml; do not edit.
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
            x.some(col("codes__33276"), col("codes__33277")),
        ),
        "primary-of-33277": (
            col("codes__33277"),
            col("codes__33276"),
        ),
        "first-implantation": (
            None,
            col("first_implantation"),
        ),
        "indication": (
            None,
            x.some(
                col("phrenic_indication") == "paralysis",
                col("phrenic_indication") == "congenital",
                col("phrenic_indication") == "other_insufficiency",
                col("phrenic_indication") == "sleep_apnea",
            ),
        ),
        "dependence": (
            col("phrenic_indication") == "other_insufficiency",
            x.every(col("ventilator_dependent"), col("permanent_stoma")),
        ),
        "insufficiency": (
            x.some(
                col("phrenic_indication") == "paralysis",
                col("phrenic_indication") == "congenital",
                col("phrenic_indication") == "other_insufficiency",
            ),
            x.every(col("insufficiency_cause"), col("insufficiency_evaluation"), col("insufficiency_care")),
        ),
        "nerve-and-diaphragm": (
            x.some(
                col("phrenic_indication") == "paralysis",
                col("phrenic_indication") == "congenital",
                col("phrenic_indication") == "other_insufficiency",
            ),
            x.every(col("phrenic_nerve_intact"), col("diaphragm_works")),
        ),
        "no-lung-disease": (
            x.some(
                col("phrenic_indication") == "paralysis",
                col("phrenic_indication") == "congenital",
                col("phrenic_indication") == "other_insufficiency",
            ),
            x.every(
                ~col("severe_lung_disease"),
                col("lung_history"),
                col("examination"),
                col("earlier_chest_imaging"),
                col("current_chest_imaging"),
                x.some(col("lung_function"), ~col("lung_function_feasible")),
            ),
        ),
        "apnea-cause": (
            col("phrenic_indication") == "sleep_apnea",
            x.some(col("apnea_cause") == "idiopathic", col("apnea_cause") == "heart_failure"),
        ),
        "apnea-severity": (
            col("phrenic_indication") == "sleep_apnea",
            x.every(
                x.some(col("apnea_severity") == "moderate", col("apnea_severity") == "severe"),
                col("polysomnography"),
            ),
        ),
        "earlier-treatments": (
            col("phrenic_indication") == "sleep_apnea",
            x.some(
                col("apnea_care_unsuitable__cpap"),
                col("apnea_care_unsuitable__bipap"),
                col("apnea_care_unsuitable__asv"),
                x.every(col("apnea_care_unsuitable__oxygen"), col("asleep_hypoxemia")),
            ),
        ),
        "heart-failure": (
            x.every(
                col("phrenic_indication") == "sleep_apnea",
                x.some(col("heart_failure"), col("apnea_cause") == "heart_failure"),
            ),
            x.every(
                x.known(col("nyha_class")),
                x.known(col("ejection_fraction")),
                x.some(col("heart_therapy"), col("heart_therapy_unsuitable")),
            ),
        ),
        "device-interaction": (
            x.every(col("phrenic_indication") == "sleep_apnea", col("heart_device")),
            col("interaction_plan"),
        ),
        "class-below-four": (
            x.every(
                col("phrenic_indication") == "sleep_apnea",
                x.some(col("heart_failure"), col("apnea_cause") == "heart_failure"),
            ),
            ~(col("nyha_class") == "class_4"),
        ),
        "contraindications": (
            col("phrenic_indication") == "sleep_apnea",
            x.every(
                ~col("phrenic_contraindications__active_infection"),
                ~col("phrenic_contraindications__end_stage_failure"),
                ~col("phrenic_contraindications__recent_stroke"),
                ~col("phrenic_contraindications__kidney_disease"),
                ~col("phrenic_contraindications__anatomic_barrier"),
                ~col("phrenic_contraindications__drug_induced"),
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
    ("primary-of-33277", "advisory"),
    ("first-implantation", "scope"),
    ("indication", "required"),
    ("dependence", "required"),
    ("insufficiency", "required"),
    ("nerve-and-diaphragm", "required"),
    ("no-lung-disease", "required"),
    ("apnea-cause", "required"),
    ("apnea-severity", "required"),
    ("earlier-treatments", "required"),
    ("heart-failure", "required"),
    ("device-interaction", "required"),
    ("class-below-four", "required"),
    ("contraindications", "required"),
)
COLUMNS: tuple[Column, ...] = (
    Column("codes__63650", "boolean", "codes", "item", "63650"),
    Column("codes__22551", "boolean", "codes", "item", "22551"),
    Column("codes__22552", "boolean", "codes", "item", "22552"),
    Column("codes__22585", "boolean", "codes", "item", "22585"),
    Column("codes__61867", "boolean", "codes", "item", "61867"),
    Column("codes__61868", "boolean", "codes", "item", "61868"),
    Column("codes__33276", "boolean", "codes", "item", "33276"),
    Column("codes__33277", "boolean", "codes", "item", "33277"),
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
    Column(
        "phrenic_indication",
        "choice",
        "phrenic_indication",
        "value",
        "",
        ("paralysis", "congenital", "other_insufficiency", "sleep_apnea", "other_phrenic_indication"),
    ),
    Column("ventilator_dependent", "boolean", "ventilator_dependent", "value"),
    Column("permanent_stoma", "boolean", "permanent_stoma", "value"),
    Column("insufficiency_cause", "boolean", "insufficiency_cause", "stated"),
    Column("insufficiency_evaluation", "boolean", "insufficiency_evaluation", "stated"),
    Column("insufficiency_care", "boolean", "insufficiency_care", "stated"),
    Column("phrenic_nerve_intact", "boolean", "phrenic_nerve_intact", "value"),
    Column("diaphragm_works", "boolean", "diaphragm_works", "value"),
    Column("severe_lung_disease", "boolean", "severe_lung_disease", "value"),
    Column("lung_history", "boolean", "lung_history", "stated"),
    Column("earlier_chest_imaging", "boolean", "earlier_chest_imaging", "stated"),
    Column("current_chest_imaging", "boolean", "current_chest_imaging", "stated"),
    Column("lung_function", "boolean", "lung_function", "stated"),
    Column("lung_function_feasible", "boolean", "lung_function_feasible", "value"),
    Column(
        "apnea_cause",
        "choice",
        "apnea_cause",
        "value",
        "",
        ("idiopathic", "heart_failure", "medication", "other_apnea_cause"),
    ),
    Column("apnea_severity", "choice", "apnea_severity", "value", "", ("mild", "moderate", "severe")),
    Column("polysomnography", "boolean", "polysomnography", "stated"),
    Column("apnea_care_unsuitable__cpap", "boolean", "apnea_care_unsuitable", "item", "cpap"),
    Column("apnea_care_unsuitable__bipap", "boolean", "apnea_care_unsuitable", "item", "bipap"),
    Column("apnea_care_unsuitable__asv", "boolean", "apnea_care_unsuitable", "item", "asv"),
    Column("apnea_care_unsuitable__oxygen", "boolean", "apnea_care_unsuitable", "item", "oxygen"),
    Column("asleep_hypoxemia", "boolean", "asleep_hypoxemia", "value"),
    Column("heart_failure", "boolean", "heart_failure", "value"),
    Column("nyha_class", "choice", "nyha_class", "value", "", ("class_1", "class_2", "class_3", "class_4")),
    Column("ejection_fraction", "integer", "ejection_fraction", "value"),
    Column("heart_therapy", "boolean", "heart_therapy", "stated"),
    Column("heart_therapy_unsuitable", "boolean", "heart_therapy_unsuitable", "value"),
    Column("heart_device", "boolean", "heart_device", "value"),
    Column("interaction_plan", "boolean", "interaction_plan", "stated"),
    Column(
        "phrenic_contraindications__active_infection",
        "boolean",
        "phrenic_contraindications",
        "item",
        "active_infection",
    ),
    Column(
        "phrenic_contraindications__end_stage_failure",
        "boolean",
        "phrenic_contraindications",
        "item",
        "end_stage_failure",
    ),
    Column("phrenic_contraindications__recent_stroke", "boolean", "phrenic_contraindications", "item", "recent_stroke"),
    Column(
        "phrenic_contraindications__kidney_disease",
        "boolean",
        "phrenic_contraindications",
        "item",
        "kidney_disease",
    ),
    Column(
        "phrenic_contraindications__anatomic_barrier",
        "boolean",
        "phrenic_contraindications",
        "item",
        "anatomic_barrier",
    ),
    Column("phrenic_contraindications__drug_induced", "boolean", "phrenic_contraindications", "item", "drug_induced"),
)
LISTS: dict[str, tuple[Column, ...]] = {}
