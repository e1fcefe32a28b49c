"""Percutaneous vertebral augmentation for a compression fracture, version 6.0.0, as expressions over columns.

Generated from policies/pva/6.0.0.yaml; do not edit.
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
            "_at_service_date_minus_84_days": x.moved(col("service_date"), 0, -84),
            "_at_received_date_minus_84_days": x.moved(col("received_date"), 0, -84),
            "_at_service_date_minus_42_days": x.moved(col("service_date"), 0, -42),
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
                col("codes__22510"),
                col("codes__22511"),
                col("codes__22512"),
                col("codes__22513"),
                col("codes__22514"),
                col("codes__22515"),
            ),
        ),
        "primary-of-22512": (
            col("codes__22512"),
            x.some(col("codes__22510"), col("codes__22511")),
        ),
        "primary-of-22515": (
            col("codes__22515"),
            x.some(col("codes__22513"), col("codes__22514")),
        ),
        "cause": (
            None,
            x.some(col("cause") == "osteoporosis", col("cause") == "metastasis", col("cause") == "myeloma"),
        ),
        "debilitating": (
            col("cause") == "osteoporosis",
            col("debilitating"),
        ),
        "fracture-age": (
            col("cause") == "osteoporosis",
            x.every(
                x.decided(
                    col("onset") >= col("_at_service_date_minus_84_days").fill_null(date(2036, 10, 8)),
                    col("onset") < col("_at_service_date_minus_84_days").fill_null(date(2019, 10, 9)),
                ),
                x.decided(
                    col("onset").fill_null(date(2036, 12, 31)) <= col("service_date").fill_null(date(2020, 1, 1)),
                    col("onset") > col("service_date"),
                ),
            ),
        ),
        "levels": (
            col("cause") == "osteoporosis",
            x.every(
                x.size(col("fractured__C1"), col("fractured__C2"), col("fractured__C3"), col("fractured__C4"), col("fractured__C5"), col("fractured__C6"), col("fractured__C7"), col("fractured__T1"), col("fractured__T2"), col("fractured__T3"), col("fractured__T4"), col("fractured__T5"), col("fractured__T6"), col("fractured__T7"), col("fractured__T8"), col("fractured__T9"), col("fractured__T10"), col("fractured__T11"), col("fractured__T12"), col("fractured__L1"), col("fractured__L2"), col("fractured__L3"), col("fractured__L4"), col("fractured__L5"), col("fractured__sacrum")) >= 1,
                ~x.some(
                    col("fractured__C1"),
                    col("fractured__C2"),
                    col("fractured__C3"),
                    col("fractured__C4"),
                    col("fractured__C5"),
                    col("fractured__C6"),
                    col("fractured__C7"),
                    col("fractured__sacrum"),
                ),
            ),
        ),
        "imaging": (
            col("cause") == "osteoporosis",
            x.every(col("imaging"), x.some(col("imaging_signs__edema"), col("imaging_signs__uptake"))),
        ),
        "each-level": (
            x.every(
                x.size(col("fractured__C1"), col("fractured__C2"), col("fractured__C3"), col("fractured__C4"), col("fractured__C5"), col("fractured__C6"), col("fractured__C7"), col("fractured__T1"), col("fractured__T2"), col("fractured__T3"), col("fractured__T4"), col("fractured__T5"), col("fractured__T6"), col("fractured__T7"), col("fractured__T8"), col("fractured__T9"), col("fractured__T10"), col("fractured__T11"), col("fractured__T12"), col("fractured__L1"), col("fractured__L2"), col("fractured__L3"), col("fractured__L4"), col("fractured__L5"), col("fractured__sacrum")) > 1,
                col("cause") == "osteoporosis",
            ),
            col("each_level_shown"),
        ),
        "pain-level": (
            col("cause") == "osteoporosis",
            x.some(
                x.every(col("hospitalized"), col("pain") >= 8),
                x.every(
                    col("optimal_care"),
                    x.every(
                        x.some(x.every(~col("hospitalized"), col("pain") >= 5), col("pain") >= 8),
                        x.some(
                            col("pain_course") == "worse",
                            x.at_least(
                                2,
                                col("height_loss_grew"),
                                col("height_reduction") > 25,
                                col("kyphosis"),
                                col("rdq") > 17,
                            ),
                        ),
                    ),
                ),
            ),
        ),
        "osteoporosis-care": (
            col("cause") == "osteoporosis",
            x.every(col("bone_referral"), col("instruction")),
        ),
        "malignant": (
            x.some(col("cause") == "metastasis", col("cause") == "myeloma"),
            x.every(col("severe_pain"), col("cortex_spared")),
        ),
        "pain-source": (
            None,
            col("pain_from_fracture"),
        ),
        "no-infection": (
            None,
            ~x.some(
                col("infections__osteomyelitis"),
                col("infections__discitis"),
                col("infections__systemic_infection"),
                col("infections__surgical_infection"),
            ),
        ),
        "no-pregnancy": (
            None,
            ~col("pregnant"),
        ),
        "many-fractures": (
            x.size(col("fractured__C1"), col("fractured__C2"), col("fractured__C3"), col("fractured__C4"), col("fractured__C5"), col("fractured__C6"), col("fractured__C7"), col("fractured__T1"), col("fractured__T2"), col("fractured__T3"), col("fractured__T4"), col("fractured__T5"), col("fractured__T6"), col("fractured__T7"), col("fractured__T8"), col("fractured__T9"), col("fractured__T10"), col("fractured__T11"), col("fractured__T12"), col("fractured__L1"), col("fractured__L2"), col("fractured__L3"), col("fractured__L4"), col("fractured__L5"), col("fractured__sacrum")) > 3,
            col("fractures_rationale"),
        ),
        "cement-allergy": (
            None,
            x.every(x.known(col("cement_allergy")), x.some(~col("cement_allergy"), col("allergy_rationale"))),
        ),
        "coagulopathy": (
            None,
            x.every(x.known(col("coagulopathy")), x.some(~col("coagulopathy"), col("coagulopathy_rationale"))),
        ),
        "instability": (
            None,
            x.every(x.known(col("unstable")), x.some(~col("unstable"), col("instability_rationale"))),
        ),
        "myelopathy": (
            None,
            x.every(x.known(col("myelopathy")), x.some(~col("myelopathy"), col("myelopathy_rationale"))),
        ),
        "neurologic-deficit": (
            None,
            x.every(x.known(col("deficit")), x.some(~col("deficit"), col("deficit_rationale"))),
        ),
        "neural-impingement": (
            None,
            x.every(x.known(col("impingement")), x.some(~col("impingement"), col("impingement_rationale"))),
        ),
        "retropulsion": (
            None,
            x.every(x.known(col("retropulsion")), x.some(~col("retropulsion"), col("retropulsion_rationale"))),
        ),
        "age-at-receipt": (
            x.every(
                col("cause") == "osteoporosis",
                x.decided(
                    col("onset") >= col("_at_received_date_minus_84_days").fill_null(date(2036, 10, 8)),
                    col("onset") < col("_at_received_date_minus_84_days").fill_null(date(2019, 10, 9)),
                ),
            ),
            x.decided(
                col("onset") >= col("_at_service_date_minus_84_days").fill_null(date(2036, 10, 8)),
                col("onset") < col("_at_service_date_minus_84_days").fill_null(date(2019, 10, 9)),
            ),
        ),
        "phase-and-age": (
            x.every(
                col("cause") == "osteoporosis",
                x.some(col("phase") == "acute", col("phase") == "subacute", col("phase") == "chronic"),
            ),
            x.some(
                x.every(
                    col("phase") == "acute",
                    x.decided(
                        col("onset") > col("_at_service_date_minus_42_days").fill_null(date(2036, 11, 19)),
                        col("onset") <= col("_at_service_date_minus_42_days").fill_null(date(2019, 11, 20)),
                    ),
                ),
                x.every(
                    col("phase") == "subacute",
                    x.every(
                        x.decided(
                            col("onset") <= col("_at_service_date_minus_42_days").fill_null(date(2019, 11, 20)),
                            col("onset") > col("_at_service_date_minus_42_days").fill_null(date(2036, 11, 19)),
                        ),
                        x.decided(
                            col("onset") >= col("_at_service_date_minus_84_days").fill_null(date(2036, 10, 8)),
                            col("onset") < col("_at_service_date_minus_84_days").fill_null(date(2019, 10, 9)),
                        ),
                    ),
                ),
            ),
        ),
        "hospital-pain": (
            x.every(col("cause") == "osteoporosis", col("hospitalized")),
            x.some(col("pain") < 5, col("pain") >= 8),
        ),
        "medical-therapy": (
            x.some(col("cause") == "metastasis", col("cause") == "myeloma"),
            col("therapy_failed"),
        ),
        "malignant-imaging": (
            x.some(col("cause") == "metastasis", col("cause") == "myeloma"),
            col("imaging"),
        ),
        "levels-of-22510": (
            col("codes__22510"),
            x.some(
                col("fractured__C1"),
                col("fractured__C2"),
                col("fractured__C3"),
                col("fractured__C4"),
                col("fractured__C5"),
                col("fractured__C6"),
                col("fractured__C7"),
                col("fractured__T1"),
                col("fractured__T2"),
                col("fractured__T3"),
                col("fractured__T4"),
                col("fractured__T5"),
                col("fractured__T6"),
                col("fractured__T7"),
                col("fractured__T8"),
                col("fractured__T9"),
                col("fractured__T10"),
                col("fractured__T11"),
                col("fractured__T12"),
            ),
        ),
        "levels-of-22511": (
            col("codes__22511"),
            x.some(
                col("fractured__L1"),
                col("fractured__L2"),
                col("fractured__L3"),
                col("fractured__L4"),
                col("fractured__L5"),
                col("fractured__sacrum"),
            ),
        ),
        "levels-of-22513": (
            col("codes__22513"),
            x.some(
                col("fractured__T1"),
                col("fractured__T2"),
                col("fractured__T3"),
                col("fractured__T4"),
                col("fractured__T5"),
                col("fractured__T6"),
                col("fractured__T7"),
                col("fractured__T8"),
                col("fractured__T9"),
                col("fractured__T10"),
                col("fractured__T11"),
                col("fractured__T12"),
            ),
        ),
        "levels-of-22514": (
            col("codes__22514"),
            x.some(
                col("fractured__L1"),
                col("fractured__L2"),
                col("fractured__L3"),
                col("fractured__L4"),
                col("fractured__L5"),
            ),
        ),
        "add-on-and-levels": (
            None,
            x.some(
                x.every(
                    x.size(col("fractured__C1"), col("fractured__C2"), col("fractured__C3"), col("fractured__C4"), col("fractured__C5"), col("fractured__C6"), col("fractured__C7"), col("fractured__T1"), col("fractured__T2"), col("fractured__T3"), col("fractured__T4"), col("fractured__T5"), col("fractured__T6"), col("fractured__T7"), col("fractured__T8"), col("fractured__T9"), col("fractured__T10"), col("fractured__T11"), col("fractured__T12"), col("fractured__L1"), col("fractured__L2"), col("fractured__L3"), col("fractured__L4"), col("fractured__L5"), col("fractured__sacrum")) <= 1,
                    ~x.some(col("codes__22512"), col("codes__22515")),
                ),
                x.every(
                    x.size(col("fractured__C1"), col("fractured__C2"), col("fractured__C3"), col("fractured__C4"), col("fractured__C5"), col("fractured__C6"), col("fractured__C7"), col("fractured__T1"), col("fractured__T2"), col("fractured__T3"), col("fractured__T4"), col("fractured__T5"), col("fractured__T6"), col("fractured__T7"), col("fractured__T8"), col("fractured__T9"), col("fractured__T10"), col("fractured__T11"), col("fractured__T12"), col("fractured__L1"), col("fractured__L2"), col("fractured__L3"), col("fractured__L4"), col("fractured__L5"), col("fractured__sacrum")) > 1,
                    x.some(col("codes__22512"), col("codes__22515")),
                ),
            ),
        ),
        "one-technique": (
            None,
            x.some(
                ~x.some(col("codes__22510"), col("codes__22511"), col("codes__22512")),
                ~x.some(col("codes__22513"), col("codes__22514"), col("codes__22515")),
            ),
        ),
        "myeloma-levels": (
            x.every(
                x.some(col("state") == "AZ", col("state") == "WA"),
                x.size(col("fractured__C1"), col("fractured__C2"), col("fractured__C3"), col("fractured__C4"), col("fractured__C5"), col("fractured__C6"), col("fractured__C7"), col("fractured__T1"), col("fractured__T2"), col("fractured__T3"), col("fractured__T4"), col("fractured__T5"), col("fractured__T6"), col("fractured__T7"), col("fractured__T8"), col("fractured__T9"), col("fractured__T10"), col("fractured__T11"), col("fractured__T12"), col("fractured__L1"), col("fractured__L2"), col("fractured__L3"), col("fractured__L4"), col("fractured__L5"), col("fractured__sacrum")) > 3,
            ),
            col("cause") == "myeloma",
        ),
        "diagnosis-codes": (
            x.every(
                x.some(col("state") == "AZ", col("state") == "WA"),
                x.some(col("cause") == "osteoporosis", col("cause") == "metastasis", col("cause") == "myeloma"),
            ),
            x.some(
                x.every(
                    col("cause") == "osteoporosis",
                    x.some(
                        col("diagnoses__M80_08XA"),
                        col("diagnoses__M80_08XS"),
                        col("diagnoses__M80_88XA"),
                        col("diagnoses__M80_88XS"),
                    ),
                ),
                x.every(
                    x.some(col("cause") == "metastasis", col("cause") == "myeloma"),
                    x.every(
                        x.some(col("diagnoses__M84_58XA"), col("diagnoses__M84_58XS")),
                        x.some(
                            col("diagnoses__C41_2"),
                            col("diagnoses__C79_51"),
                            col("diagnoses__C79_52"),
                            col("diagnoses__C90_00"),
                            col("diagnoses__C90_01"),
                            col("diagnoses__C90_02"),
                        ),
                    ),
                ),
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
    ("primary-of-22512", "advisory"),
    ("primary-of-22515", "advisory"),
    ("cause", "required"),
    ("debilitating", "required"),
    ("fracture-age", "required"),
    ("levels", "required"),
    ("imaging", "required"),
    ("each-level", "required"),
    ("pain-level", "required"),
    ("osteoporosis-care", "required"),
    ("malignant", "required"),
    ("pain-source", "required"),
    ("no-infection", "required"),
    ("no-pregnancy", "required"),
    ("many-fractures", "required"),
    ("cement-allergy", "required"),
    ("coagulopathy", "required"),
    ("instability", "required"),
    ("myelopathy", "required"),
    ("neurologic-deficit", "required"),
    ("neural-impingement", "required"),
    ("retropulsion", "required"),
    ("age-at-receipt", "advisory"),
    ("phase-and-age", "advisory"),
    ("hospital-pain", "advisory"),
    ("medical-therapy", "advisory"),
    ("malignant-imaging", "advisory"),
    ("levels-of-22510", "advisory"),
    ("levels-of-22511", "advisory"),
    ("levels-of-22513", "advisory"),
    ("levels-of-22514", "advisory"),
    ("add-on-and-levels", "advisory"),
    ("one-technique", "advisory"),
    ("myeloma-levels", "advisory"),
    ("diagnosis-codes", "advisory"),
)
COLUMNS: tuple[Column, ...] = (
    Column("codes__63650", "boolean", "codes", "item", "63650"),
    Column("codes__22551", "boolean", "codes", "item", "22551"),
    Column("codes__22552", "boolean", "codes", "item", "22552"),
    Column("codes__22585", "boolean", "codes", "item", "22585"),
    Column("codes__61867", "boolean", "codes", "item", "61867"),
    Column("codes__61868", "boolean", "codes", "item", "61868"),
    Column("codes__22510", "boolean", "codes", "item", "22510"),
    Column("codes__22511", "boolean", "codes", "item", "22511"),
    Column("codes__22512", "boolean", "codes", "item", "22512"),
    Column("codes__22513", "boolean", "codes", "item", "22513"),
    Column("codes__22514", "boolean", "codes", "item", "22514"),
    Column("codes__22515", "boolean", "codes", "item", "22515"),
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
    Column("diagnoses__M80_08XA", "boolean", "diagnoses", "item", "M80.08XA"),
    Column("diagnoses__M80_08XS", "boolean", "diagnoses", "item", "M80.08XS"),
    Column("diagnoses__M80_88XA", "boolean", "diagnoses", "item", "M80.88XA"),
    Column("diagnoses__M80_88XS", "boolean", "diagnoses", "item", "M80.88XS"),
    Column("diagnoses__M84_58XA", "boolean", "diagnoses", "item", "M84.58XA"),
    Column("diagnoses__M84_58XS", "boolean", "diagnoses", "item", "M84.58XS"),
    Column("diagnoses__C41_2", "boolean", "diagnoses", "item", "C41.2"),
    Column("diagnoses__C79_51", "boolean", "diagnoses", "item", "C79.51"),
    Column("diagnoses__C79_52", "boolean", "diagnoses", "item", "C79.52"),
    Column("diagnoses__C90_00", "boolean", "diagnoses", "item", "C90.00"),
    Column("diagnoses__C90_01", "boolean", "diagnoses", "item", "C90.01"),
    Column("diagnoses__C90_02", "boolean", "diagnoses", "item", "C90.02"),
    Column("pregnant", "boolean", "pregnant", "value"),
    Column("imaging", "boolean", "imaging", "stated"),
    Column("unstable", "boolean", "unstable", "value"),
    Column("infections__osteomyelitis", "boolean", "infections", "item", "osteomyelitis"),
    Column("infections__discitis", "boolean", "infections", "item", "discitis"),
    Column("infections__systemic_infection", "boolean", "infections", "item", "systemic_infection"),
    Column("infections__surgical_infection", "boolean", "infections", "item", "surgical_infection"),
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
    Column("cause", "choice", "cause", "value", "", ("osteoporosis", "metastasis", "myeloma", "other_cause")),
    Column("debilitating", "boolean", "debilitating", "value"),
    Column("onset", "date", "onset", "value"),
    Column("phase", "choice", "phase", "value", "", ("acute", "subacute", "chronic", "no_word")),
    Column("severe_pain", "boolean", "severe_pain", "value"),
    Column("cortex_spared", "boolean", "cortex_spared", "value"),
    Column("imaging_signs__edema", "boolean", "imaging_signs", "item", "edema"),
    Column("imaging_signs__uptake", "boolean", "imaging_signs", "item", "uptake"),
    Column("each_level_shown", "boolean", "each_level_shown", "value"),
    Column("height_loss_grew", "boolean", "height_loss_grew", "value"),
    Column("height_reduction", "number", "height_reduction", "value"),
    Column("kyphosis", "boolean", "kyphosis", "value"),
    Column("hospitalized", "boolean", "hospitalized", "value"),
    Column("pain", "number", "pain", "value"),
    Column("pain_course", "choice", "pain_course", "value", "", ("worse", "stable", "better")),
    Column("rdq", "integer", "rdq", "value"),
    Column("pain_from_fracture", "boolean", "pain_from_fracture", "value"),
    Column("optimal_care", "boolean", "optimal_care", "value"),
    Column("therapy_failed", "boolean", "therapy_failed", "value"),
    Column("bone_referral", "boolean", "bone_referral", "stated"),
    Column("instruction", "boolean", "instruction", "stated"),
    Column("cement_allergy", "boolean", "cement_allergy", "value"),
    Column("coagulopathy", "boolean", "coagulopathy", "value"),
    Column("myelopathy", "boolean", "myelopathy", "value"),
    Column("deficit", "boolean", "deficit", "value"),
    Column("impingement", "boolean", "impingement", "value"),
    Column("retropulsion", "boolean", "retropulsion", "value"),
    Column("fractures_rationale", "boolean", "fractures_rationale", "stated"),
    Column("allergy_rationale", "boolean", "allergy_rationale", "stated"),
    Column("coagulopathy_rationale", "boolean", "coagulopathy_rationale", "stated"),
    Column("instability_rationale", "boolean", "instability_rationale", "stated"),
    Column("myelopathy_rationale", "boolean", "myelopathy_rationale", "stated"),
    Column("deficit_rationale", "boolean", "deficit_rationale", "stated"),
    Column("impingement_rationale", "boolean", "impingement_rationale", "stated"),
    Column("retropulsion_rationale", "boolean", "retropulsion_rationale", "stated"),
    Column("fractured__C1", "boolean", "fractured", "item", "C1"),
    Column("fractured__C2", "boolean", "fractured", "item", "C2"),
    Column("fractured__C3", "boolean", "fractured", "item", "C3"),
    Column("fractured__C4", "boolean", "fractured", "item", "C4"),
    Column("fractured__C5", "boolean", "fractured", "item", "C5"),
    Column("fractured__C6", "boolean", "fractured", "item", "C6"),
    Column("fractured__C7", "boolean", "fractured", "item", "C7"),
    Column("fractured__T1", "boolean", "fractured", "item", "T1"),
    Column("fractured__T2", "boolean", "fractured", "item", "T2"),
    Column("fractured__T3", "boolean", "fractured", "item", "T3"),
    Column("fractured__T4", "boolean", "fractured", "item", "T4"),
    Column("fractured__T5", "boolean", "fractured", "item", "T5"),
    Column("fractured__T6", "boolean", "fractured", "item", "T6"),
    Column("fractured__T7", "boolean", "fractured", "item", "T7"),
    Column("fractured__T8", "boolean", "fractured", "item", "T8"),
    Column("fractured__T9", "boolean", "fractured", "item", "T9"),
    Column("fractured__T10", "boolean", "fractured", "item", "T10"),
    Column("fractured__T11", "boolean", "fractured", "item", "T11"),
    Column("fractured__T12", "boolean", "fractured", "item", "T12"),
    Column("fractured__L1", "boolean", "fractured", "item", "L1"),
    Column("fractured__L2", "boolean", "fractured", "item", "L2"),
    Column("fractured__L3", "boolean", "fractured", "item", "L3"),
    Column("fractured__L4", "boolean", "fractured", "item", "L4"),
    Column("fractured__L5", "boolean", "fractured", "item", "L5"),
    Column("fractured__sacrum", "boolean", "fractured", "item", "sacrum"),
)
LISTS: dict[str, tuple[Column, ...]] = {}
