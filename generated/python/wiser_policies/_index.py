"""The policies of this package, their codes and their versions. Generated; do not edit."""

from __future__ import annotations

from typing import NamedTuple


class Version(NamedTuple):
    """A version, in force from `effective` until the day before `until`."""

    version: str
    effective: str
    until: str | None


class Entry(NamedTuple):
    """A policy: its procedure codes in any version, and its versions, the earliest first."""

    id: str
    title: str
    codes: tuple[str, ...]
    versions: tuple[Version, ...]


POLICIES: tuple[Entry, ...] = (
    Entry(
        "cervical_fusion",
        "Cervical fusion",
        ("22554",),
        (
            Version("6.0.0", "2026-04-24", None),
        ),
    ),
    Entry(
        "esi",
        "Epidural steroid injections for pain management",
        ("62321", "62323", "64479", "64480", "64483", "64484"),
        (
            Version("1.0.0", "2026-01-05", "2026-04-24"),
            Version("6.0.0", "2026-04-24", None),
        ),
    ),
    Entry(
        "pva",
        "Percutaneous vertebral augmentation for a compression fracture",
        ("22510", "22511", "22512", "22513", "22514", "22515"),
        (
            Version("6.0.0", "2026-04-24", None),
        ),
    ),
    Entry(
        "scs",
        "Spinal cord stimulator, permanent implantation through a laminectomy",
        ("63655",),
        (
            Version("1.0.0", "2026-01-05", "2026-04-24"),
            Version("6.0.0", "2026-04-24", None),
        ),
    ),
)

# Documents that say which requests a program concerns.
PROGRAMS: tuple[Entry, ...] = (
    Entry(
        "wiser",
        "Wasteful and Inappropriate Service Reduction (WISeR) Model",
        ("29877", "64605", "64610", "64568", "33276", "33277", "63655", "53440", "53445", "53451", "53452", "57288", "64561", "64581", "54400", "54401", "54405", "22510", "22511", "22512", "22513", "22514", "22515", "62321", "62323", "64479", "64480", "64483", "64484", "22554", "64582", "C8007", "C8011", "15271", "15272", "15273", "15274", "15275", "15276", "15277", "15278", "C5271", "C5272", "C5273", "C5274", "C5275", "C5276", "C5277", "C5278"),
        (
            Version("6.0.0", "2026-01-05", None),
        ),
    ),
)

# Every fact of any of them.
FACTS = frozenset((
    "acute_zoster_pain", "allergy_rationale", "angulation", "baseline_date", "baseline_score",
    "bilateral", "bilateral_reason", "bill_type", "block_listed", "body_destroyed",
    "bone_referral", "cannot_tolerate_care", "care_duration", "care_failed", "cause", "causes",
    "chronic_pain", "coagulopathy_rationale", "codes", "concurrent_care", "condition",
    "contraindicated", "contraindications", "contrast_allergy", "cortex_spared", "debilitating",
    "debridement_harms", "decision_date", "deficit_rationale", "deformities", "diagnoses",
    "drugs_halved", "each_level_reason", "emergency_modifier", "emergency_revenue", "evaluated_by",
    "examination", "expedited", "failed", "first_fell_short", "follow_ups",
    "fracture_likely_unstable", "fracture_with_deficit", "fractured", "fractures_rationale",
    "function_restored", "fusion_date", "guidance", "hardware_failure", "height_loss_grew",
    "height_reduction", "history", "hospitalized", "imaging", "imaging_signs",
    "impingement_rationale", "implant_stage", "infection_shown", "infections", "injury",
    "instability_rationale", "instruction", "kyphosis", "late_resort", "limits", "limits_life",
    "listed_then", "long_term_disability", "long_term_reason", "myelopathy_rationale",
    "nerve_or_canal_alone", "non_union_shown", "non_union_study", "not_percutaneous", "obstacles",
    "onset", "optimal_care", "other_region_too", "pain", "pain_before", "pain_course",
    "pain_duration", "pain_during", "pain_from_fracture", "pain_reduction", "pain_shown_by",
    "payer", "phase", "place_of_service", "planned_approach", "planned_levels",
    "planned_medication", "planned_region", "planned_sessions", "post_laminectomy_syndrome",
    "pregnant", "primary_care_told", "prior_sessions", "programs", "progression",
    "provider_exempt", "pseudarthrosis", "rdq", "reaches_above_c2", "received_date",
    "records_asked", "relative_contraindications", "response_scale", "retropulsion_rationale",
    "retry_rationale", "sedation", "sedation_need", "service_date", "severe_pain", "state",
    "steroid_injection", "symptoms", "therapy_failed", "translation", "treatment_harms",
    "trial_done", "trial_explained", "trial_percutaneous", "trial_report", "tumor",
    "tumor_did_harm", "tumor_needs_stabilization", "unstable", "zoster_refractory",
))
