"""Skin substitutes for chronic wounds of the leg and foot, version 6.0.0, over columns.

Generated from policies/skin_substitutes/6.0.0.yaml; do not edit.
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
            "_at_service_date_minus_84_days": x.moved(col("service_date"), 0, -84),
            "_at_service_date_minus_12_months": x.moved(col("service_date"), -12, 0),
            "_at_care_from_plus_28_days": x.moved(col("care_from"), 0, 28),
            "_at_care_from_plus_30_days": x.moved(col("care_from"), 0, 30),
            "_at_control_from_plus_28_days": x.moved(col("control_from"), 0, 28),
        },
        Look(
            "applications",
            used=("_at_service_date_minus_84_days", "service_date"),
            filters={
                "_where_1": x.every(
                    x.decided(
                        col("application_date") > of("_at_service_date_minus_84_days").fill_null(date(2036, 10, 8)),
                        col("application_date") <= of("_at_service_date_minus_84_days").fill_null(date(2019, 10, 9)),
                    ),
                    x.decided(
                        col("application_date").fill_null(date(2036, 12, 31))
                            <= of("service_date").fill_null(date(2020, 1, 1)),
                        col("application_date") > of("service_date"),
                    ),
                ),
            },
            gathered={
                "_all_applications_1_1": ("count", col("_where_1").fill_null(False)),
                "_all_applications_1_2": ("count", col("_where_1").fill_null(True)),
            },
        ),
        {
            "_of_applications_for_applications_low": col("_all_applications_1_1"),
            "_of_applications_for_applications_high": x.where_stated(
                col("applications"),
                col("_all_applications_1_2"),
                60,
            ),
        },
        Look(
            "courses",
            used=("_at_service_date_minus_12_months",),
            filters={
                "_where_1": x.every(
                    x.decided(
                        col("course_end") >= of("_at_service_date_minus_12_months").fill_null(date(2035, 12, 31)),
                        col("course_end") < of("_at_service_date_minus_12_months").fill_null(date(2019, 1, 1)),
                    ),
                    x.every(
                        x.some(col("course_change") == "grew", col("course_change") == "unchanged"),
                        col("weeks_no_sign") >= 4,
                    ),
                ),
            },
            gathered={
                "_all_courses_2_1": ("count", col("_where_1").fill_null(False)),
                "_all_courses_2_2": ("count", col("_where_1").fill_null(True)),
            },
        ),
        {
            "_of_courses_for_no_failed_course_low": col("_all_courses_2_1"),
            "_of_courses_for_no_failed_course_high": x.where_stated(col("courses"), col("_all_courses_2_2"), 20),
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
                x.some(
                    col("codes__15271"),
                    col("codes__15272"),
                    col("codes__15273"),
                    col("codes__15274"),
                    col("codes__15275"),
                    col("codes__15276"),
                    col("codes__15277"),
                    col("codes__15278"),
                ),
                x.every(
                    ~x.some(col("state") == "AZ", col("state") == "WA"),
                    x.some(
                        col("diagnoses__E08_621"),
                        col("diagnoses__E09_621"),
                        col("diagnoses__E10_621"),
                        col("diagnoses__E11_621"),
                        col("diagnoses__E13_621"),
                        col("diagnoses__I83_011"),
                        col("diagnoses__I83_012"),
                        col("diagnoses__I83_013"),
                        col("diagnoses__I83_014"),
                        col("diagnoses__I83_015"),
                        col("diagnoses__I83_018"),
                        col("diagnoses__I83_021"),
                        col("diagnoses__I83_022"),
                        col("diagnoses__I83_023"),
                        col("diagnoses__I83_024"),
                        col("diagnoses__I83_025"),
                        col("diagnoses__I83_028"),
                        col("diagnoses__I83_211"),
                        col("diagnoses__I83_212"),
                        col("diagnoses__I83_213"),
                        col("diagnoses__I83_214"),
                        col("diagnoses__I83_215"),
                        col("diagnoses__I83_218"),
                        col("diagnoses__I83_221"),
                        col("diagnoses__I83_222"),
                        col("diagnoses__I83_223"),
                        col("diagnoses__I83_224"),
                        col("diagnoses__I83_225"),
                        col("diagnoses__I83_228"),
                        col("diagnoses__I87_011"),
                        col("diagnoses__I87_012"),
                        col("diagnoses__I87_013"),
                        col("diagnoses__I87_031"),
                        col("diagnoses__I87_032"),
                        col("diagnoses__I87_033"),
                        col("diagnoses__I87_311"),
                        col("diagnoses__I87_312"),
                        col("diagnoses__I87_313"),
                        col("diagnoses__I87_331"),
                        col("diagnoses__I87_332"),
                        col("diagnoses__I87_333"),
                    ),
                ),
            ),
        ),
        "primary-of-15272": (
            col("codes__15272"),
            col("codes__15271"),
        ),
        "primary-of-15274": (
            col("codes__15274"),
            col("codes__15273"),
        ),
        "primary-of-15276": (
            col("codes__15276"),
            col("codes__15275"),
        ),
        "primary-of-15278": (
            col("codes__15278"),
            col("codes__15277"),
        ),
        "wound-kind": (
            None,
            x.some(col("wound_kind") == "foot_ulcer", col("wound_kind") == "venous_ulcer"),
        ),
        "description": (
            None,
            x.every(
                x.every(
                    col("described_at_baseline__size"),
                    col("described_at_baseline__location"),
                    col("described_at_baseline__stage"),
                    col("described_at_baseline__duration"),
                    col("described_at_baseline__infection_sought"),
                ),
                col("progress"),
            ),
        ),
        "depth": (
            None,
            x.every(
                col("granular_base"),
                x.some(
                    x.every(
                        ~col("structures__tendon"),
                        ~col("structures__muscle"),
                        ~col("structures__joint_capsule"),
                        ~col("structures__bone"),
                        ~col("structures__sinus_tracts"),
                    ),
                    col("label_allows"),
                ),
            ),
        ),
        "size": (
            None,
            col("treated_area") >= 1,
        ),
        "clean": (
            None,
            col("wound_clean"),
        ),
        "circulation": (
            None,
            x.every(
                col("examination"),
                x.some(col("brachial_index") >= 0.6, col("toe_pressure") > 30, col("circulation_otherwise")),
            ),
        ),
        "diabetes": (
            col("wound_kind") == "foot_ulcer",
            x.every(x.some(col("diabetes") == "type_1", col("diabetes") == "type_2"), col("diabetes_managed")),
        ),
        "failed-response": (
            None,
            x.every(
                x.some(
                    col("no_response"),
                    x.decided(
                        col("treated_area") > col("baseline_area"),
                        col("treated_area").fill_null(2000) <= col("baseline_area").fill_null(0.01),
                    ),
                    x.decided(
                        col("treated_depth") > col("baseline_depth"),
                        col("treated_depth").fill_null(200) <= col("baseline_depth").fill_null(0),
                    ),
                    x.every(
                        x.decided(
                            col("treated_area") == col("baseline_area"),
                            x.some(
                                col("treated_area") < col("baseline_area").fill_null(0.01),
                                col("treated_area") > col("baseline_area").fill_null(2000),
                            ),
                        ),
                        col("treated_depth") == col("baseline_depth"),
                        ~col("improvement_likely"),
                    ),
                ),
                col("failed_interventions"),
                col("medication_history"),
                col("problems_reviewed"),
            ),
        ),
        "neuropathic-care": (
            x.every(col("wound_kind") == "foot_ulcer", col("neuropathic")),
            x.every(
                x.decided(
                    col("care_until") > col("_at_care_from_plus_28_days"),
                    col("care_until").fill_null(date(2036, 12, 31))
                        <= col("_at_care_from_plus_28_days").fill_null(date(2000, 1, 29)),
                ),
                col("complied"),
                x.every(~col("hidden_infection__bone_infection"), ~col("hidden_infection__infection_nidus")),
            ),
        ),
        "venous-care": (
            col("wound_kind") == "venous_ulcer",
            x.every(
                col("wound_months") >= 3,
                x.decided(
                    col("care_until") >= col("_at_care_from_plus_30_days"),
                    col("care_until").fill_null(date(2036, 12, 31))
                        < col("_at_care_from_plus_30_days").fill_null(date(2000, 1, 31)),
                ),
                col("complied"),
            ),
        ),
        "injury-care": (
            x.every(col("thickness") == "full", col("from_injury")),
            x.decided(
                col("control_until") >= col("_at_control_from_plus_28_days"),
                col("control_until").fill_null(date(2036, 12, 31))
                    < col("_at_control_from_plus_28_days").fill_null(date(2000, 1, 29)),
            ),
        ),
        "resolved-conditions": (
            None,
            x.every(
                x.some(col("edema") == "controlled", col("edema") == "never_there"),
                x.some(col("colonization") == "controlled", col("colonization") == "never_there"),
                x.some(col("underlying") == "controlled", col("underlying") == "never_there"),
                x.some(col("debridement") == "controlled", col("debridement") == "never_there"),
                col("environment"),
            ),
        ),
        "off-loading": (
            col("wound_kind") == "foot_ulcer",
            col("off_loading"),
        ),
        "compression": (
            col("wound_kind") == "venous_ulcer",
            x.every(
                col("diligent_use"),
                x.some(
                    col("compression__multilayer"),
                    x.every(col("compression__stockings"), col("stocking_pressure") > 20),
                    col("compression__pneumatic"),
                ),
            ),
        ),
        "smoking": (
            None,
            x.every(
                col("smoking_history"),
                x.some(x.every(col("counseled"), col("cessation_treatment")), ~col("smokes")),
            ),
        ),
        "product": (
            None,
            x.every(col("product"), ~col("products_together")),
        ),
        "applications": (
            None,
            x.decided(
                (x.whole(col("_of_applications_for_applications_high")) + x.whole(col("planned_applications"))) <= 10,
                (x.whole(col("_of_applications_for_applications_low"))
                    + x.whole(col("planned_applications").fill_null(1)))
                    > 10,
            ),
        ),
        "graft-candidate": (
            None,
            ~x.every(col("thickness") == "partial", col("appendages_kept")),
        ),
        "no-failed-course": (
            None,
            ~x.decided(
                col("_of_courses_for_no_failed_course_low") >= 1,
                col("_of_courses_for_no_failed_course_high") < 1,
            ),
        ),
        "not-healed": (
            x.some(col("applications") >= 1, col("courses") >= 1),
            ~x.every(
                x.decided(
                    ((col("baseline_area") + (col("area_now") * -1)) * 100) > ((col("baseline_area") * 75) + 0.005),
                    ((col("baseline_area").fill_null(2000) + (col("area_now") * -1)) * 100)
                        <= ((col("baseline_area").fill_null(0.01) * 75) + 0.005),
                ),
                col("area_now") < 0.5,
            ),
        ),
        "controlled": (
            None,
            x.every(
                ~col("uncontrolled__diabetes_uncontrolled"),
                ~col("uncontrolled__infection_active"),
                ~col("uncontrolled__charcot"),
                ~col("uncontrolled__vasculitis"),
                ~col("uncontrolled__smoking_unaddressed"),
                ~col("uncontrolled__other_uncontrolled"),
            ),
        ),
        "hypersensitivity": (
            None,
            ~col("hypersensitive"),
        ),
        "diagnosis-fits": (
            None,
            x.some(
                x.every(
                    col("wound_kind") == "foot_ulcer",
                    x.some(
                        col("diagnoses__E08_621"),
                        col("diagnoses__E09_621"),
                        col("diagnoses__E10_621"),
                        col("diagnoses__E11_621"),
                        col("diagnoses__E13_621"),
                    ),
                ),
                x.every(
                    col("wound_kind") == "venous_ulcer",
                    x.some(col("diagnoses__I83__begins"), col("diagnoses__I87__begins")),
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
    ("primary-of-15272", "advisory"),
    ("primary-of-15274", "advisory"),
    ("primary-of-15276", "advisory"),
    ("primary-of-15278", "advisory"),
    ("wound-kind", "required"),
    ("description", "required"),
    ("depth", "required"),
    ("size", "required"),
    ("clean", "required"),
    ("circulation", "required"),
    ("diabetes", "required"),
    ("failed-response", "required"),
    ("neuropathic-care", "required"),
    ("venous-care", "required"),
    ("injury-care", "required"),
    ("resolved-conditions", "required"),
    ("off-loading", "required"),
    ("compression", "required"),
    ("smoking", "required"),
    ("product", "required"),
    ("applications", "required"),
    ("graft-candidate", "required"),
    ("no-failed-course", "required"),
    ("not-healed", "required"),
    ("controlled", "required"),
    ("hypersensitivity", "required"),
    ("diagnosis-fits", "advisory"),
)
COLUMNS: tuple[Column, ...] = (
    Column("codes__63650", "boolean", "codes", "item", "63650"),
    Column("codes__22551", "boolean", "codes", "item", "22551"),
    Column("codes__22552", "boolean", "codes", "item", "22552"),
    Column("codes__22585", "boolean", "codes", "item", "22585"),
    Column("codes__61867", "boolean", "codes", "item", "61867"),
    Column("codes__61868", "boolean", "codes", "item", "61868"),
    Column("codes__15271", "boolean", "codes", "item", "15271"),
    Column("codes__15272", "boolean", "codes", "item", "15272"),
    Column("codes__15273", "boolean", "codes", "item", "15273"),
    Column("codes__15274", "boolean", "codes", "item", "15274"),
    Column("codes__15275", "boolean", "codes", "item", "15275"),
    Column("codes__15276", "boolean", "codes", "item", "15276"),
    Column("codes__15277", "boolean", "codes", "item", "15277"),
    Column("codes__15278", "boolean", "codes", "item", "15278"),
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
    Column("diagnoses__E08_621", "boolean", "diagnoses", "item", "E08.621"),
    Column("diagnoses__E09_621", "boolean", "diagnoses", "item", "E09.621"),
    Column("diagnoses__E10_621", "boolean", "diagnoses", "item", "E10.621"),
    Column("diagnoses__E11_621", "boolean", "diagnoses", "item", "E11.621"),
    Column("diagnoses__E13_621", "boolean", "diagnoses", "item", "E13.621"),
    Column("diagnoses__I83_011", "boolean", "diagnoses", "item", "I83.011"),
    Column("diagnoses__I83_012", "boolean", "diagnoses", "item", "I83.012"),
    Column("diagnoses__I83_013", "boolean", "diagnoses", "item", "I83.013"),
    Column("diagnoses__I83_014", "boolean", "diagnoses", "item", "I83.014"),
    Column("diagnoses__I83_015", "boolean", "diagnoses", "item", "I83.015"),
    Column("diagnoses__I83_018", "boolean", "diagnoses", "item", "I83.018"),
    Column("diagnoses__I83_021", "boolean", "diagnoses", "item", "I83.021"),
    Column("diagnoses__I83_022", "boolean", "diagnoses", "item", "I83.022"),
    Column("diagnoses__I83_023", "boolean", "diagnoses", "item", "I83.023"),
    Column("diagnoses__I83_024", "boolean", "diagnoses", "item", "I83.024"),
    Column("diagnoses__I83_025", "boolean", "diagnoses", "item", "I83.025"),
    Column("diagnoses__I83_028", "boolean", "diagnoses", "item", "I83.028"),
    Column("diagnoses__I83_211", "boolean", "diagnoses", "item", "I83.211"),
    Column("diagnoses__I83_212", "boolean", "diagnoses", "item", "I83.212"),
    Column("diagnoses__I83_213", "boolean", "diagnoses", "item", "I83.213"),
    Column("diagnoses__I83_214", "boolean", "diagnoses", "item", "I83.214"),
    Column("diagnoses__I83_215", "boolean", "diagnoses", "item", "I83.215"),
    Column("diagnoses__I83_218", "boolean", "diagnoses", "item", "I83.218"),
    Column("diagnoses__I83_221", "boolean", "diagnoses", "item", "I83.221"),
    Column("diagnoses__I83_222", "boolean", "diagnoses", "item", "I83.222"),
    Column("diagnoses__I83_223", "boolean", "diagnoses", "item", "I83.223"),
    Column("diagnoses__I83_224", "boolean", "diagnoses", "item", "I83.224"),
    Column("diagnoses__I83_225", "boolean", "diagnoses", "item", "I83.225"),
    Column("diagnoses__I83_228", "boolean", "diagnoses", "item", "I83.228"),
    Column("diagnoses__I87_011", "boolean", "diagnoses", "item", "I87.011"),
    Column("diagnoses__I87_012", "boolean", "diagnoses", "item", "I87.012"),
    Column("diagnoses__I87_013", "boolean", "diagnoses", "item", "I87.013"),
    Column("diagnoses__I87_031", "boolean", "diagnoses", "item", "I87.031"),
    Column("diagnoses__I87_032", "boolean", "diagnoses", "item", "I87.032"),
    Column("diagnoses__I87_033", "boolean", "diagnoses", "item", "I87.033"),
    Column("diagnoses__I87_311", "boolean", "diagnoses", "item", "I87.311"),
    Column("diagnoses__I87_312", "boolean", "diagnoses", "item", "I87.312"),
    Column("diagnoses__I87_313", "boolean", "diagnoses", "item", "I87.313"),
    Column("diagnoses__I87_331", "boolean", "diagnoses", "item", "I87.331"),
    Column("diagnoses__I87_332", "boolean", "diagnoses", "item", "I87.332"),
    Column("diagnoses__I87_333", "boolean", "diagnoses", "item", "I87.333"),
    Column("diagnoses__I83__begins", "boolean", "diagnoses", "beginning", "I83."),
    Column("diagnoses__I87__begins", "boolean", "diagnoses", "beginning", "I87."),
    Column("examination", "boolean", "examination", "stated"),
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
    Column("wound_kind", "choice", "wound_kind", "value", "", ("foot_ulcer", "venous_ulcer", "other_wound")),
    Column("neuropathic", "boolean", "neuropathic", "value"),
    Column("described_at_baseline__size", "boolean", "described_at_baseline", "item", "size"),
    Column("described_at_baseline__location", "boolean", "described_at_baseline", "item", "location"),
    Column("described_at_baseline__stage", "boolean", "described_at_baseline", "item", "stage"),
    Column("described_at_baseline__duration", "boolean", "described_at_baseline", "item", "duration"),
    Column("described_at_baseline__infection_sought", "boolean", "described_at_baseline", "item", "infection_sought"),
    Column("progress", "boolean", "progress", "stated"),
    Column("wound_months", "integer", "wound_months", "value"),
    Column("thickness", "choice", "thickness", "value", "", ("partial", "full")),
    Column("from_injury", "boolean", "from_injury", "value"),
    Column("appendages_kept", "boolean", "appendages_kept", "value"),
    Column("structures__tendon", "boolean", "structures", "item", "tendon"),
    Column("structures__muscle", "boolean", "structures", "item", "muscle"),
    Column("structures__joint_capsule", "boolean", "structures", "item", "joint_capsule"),
    Column("structures__bone", "boolean", "structures", "item", "bone"),
    Column("structures__sinus_tracts", "boolean", "structures", "item", "sinus_tracts"),
    Column("granular_base", "boolean", "granular_base", "value"),
    Column("wound_clean", "boolean", "wound_clean", "value"),
    Column("baseline_area", "number", "baseline_area", "value"),
    Column("baseline_depth", "number", "baseline_depth", "value"),
    Column("treated_area", "number", "treated_area", "value"),
    Column("treated_depth", "number", "treated_depth", "value"),
    Column("area_now", "number", "area_now", "value"),
    Column("brachial_index", "number", "brachial_index", "value"),
    Column("toe_pressure", "integer", "toe_pressure", "value"),
    Column("circulation_otherwise", "boolean", "circulation_otherwise", "value"),
    Column("diabetes", "choice", "diabetes", "value", "", ("type_1", "type_2", "other_type", "no_diabetes")),
    Column("diabetes_managed", "boolean", "diabetes_managed", "value"),
    Column("no_response", "boolean", "no_response", "value"),
    Column("improvement_likely", "boolean", "improvement_likely", "value"),
    Column("failed_interventions", "boolean", "failed_interventions", "stated"),
    Column("medication_history", "boolean", "medication_history", "stated"),
    Column("problems_reviewed", "boolean", "problems_reviewed", "stated"),
    Column("care_from", "date", "care_from", "value"),
    Column("care_until", "date", "care_until", "value"),
    Column("complied", "boolean", "complied", "value"),
    Column("hidden_infection__bone_infection", "boolean", "hidden_infection", "item", "bone_infection"),
    Column("hidden_infection__infection_nidus", "boolean", "hidden_infection", "item", "infection_nidus"),
    Column("control_from", "date", "control_from", "value"),
    Column("control_until", "date", "control_until", "value"),
    Column("edema", "choice", "edema", "value", "", ("controlled", "not_controlled", "never_there")),
    Column("colonization", "choice", "colonization", "value", "", ("controlled", "not_controlled", "never_there")),
    Column("underlying", "choice", "underlying", "value", "", ("controlled", "not_controlled", "never_there")),
    Column("debridement", "choice", "debridement", "value", "", ("controlled", "not_controlled", "never_there")),
    Column("environment", "boolean", "environment", "value"),
    Column("off_loading", "boolean", "off_loading", "value"),
    Column("compression__multilayer", "boolean", "compression", "item", "multilayer"),
    Column("compression__stockings", "boolean", "compression", "item", "stockings"),
    Column("compression__pneumatic", "boolean", "compression", "item", "pneumatic"),
    Column("stocking_pressure", "integer", "stocking_pressure", "value"),
    Column("diligent_use", "boolean", "diligent_use", "value"),
    Column("smoking_history", "boolean", "smoking_history", "stated"),
    Column("smokes", "boolean", "smokes", "value"),
    Column("counseled", "boolean", "counseled", "value"),
    Column("cessation_treatment", "boolean", "cessation_treatment", "value"),
    Column("product", "boolean", "product", "stated"),
    Column("label_allows", "boolean", "label_allows", "value"),
    Column("products_together", "boolean", "products_together", "value"),
    Column("planned_applications", "integer", "planned_applications", "value"),
    Column("applications", "integer", "applications", "size"),
    Column("courses", "integer", "courses", "size"),
    Column("uncontrolled__diabetes_uncontrolled", "boolean", "uncontrolled", "item", "diabetes_uncontrolled"),
    Column("uncontrolled__infection_active", "boolean", "uncontrolled", "item", "infection_active"),
    Column("uncontrolled__charcot", "boolean", "uncontrolled", "item", "charcot"),
    Column("uncontrolled__vasculitis", "boolean", "uncontrolled", "item", "vasculitis"),
    Column("uncontrolled__smoking_unaddressed", "boolean", "uncontrolled", "item", "smoking_unaddressed"),
    Column("uncontrolled__other_uncontrolled", "boolean", "uncontrolled", "item", "other_uncontrolled"),
    Column("hypersensitive", "boolean", "hypersensitive", "value"),
)
LISTS: dict[str, tuple[Column, ...]] = {
    "applications": (
        Column("application_date", "date", "application_date", "value"),
    ),
    "courses": (
        Column("course_end", "date", "course_end", "value"),
        Column("course_change", "choice", "course_change", "value", "", ("grew", "unchanged", "shrank")),
        Column("weeks_no_sign", "integer", "weeks_no_sign", "value"),
    ),
}
