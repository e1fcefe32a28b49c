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
        "sacral_stimulation",
        "Sacral nerve stimulation for urinary incontinence, permanent implantation",
        ("64561", "64581"),
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
    Entry(
        "vagus_stimulation",
        "Vagus nerve stimulation, first implantation",
        ("64568",),
        (
            Version("6.0.0", "2026-04-24", None),
        ),
    ),
)

# Documents that say which requests a program concerns.
PROGRAMS: tuple[Entry, ...] = (
    Entry(
        "wiser",
        "Wasteful and Inappropriate Service Reduction (WISeR) Model",
        (
            "29877", "64605", "64610", "64568", "33276", "33277", "63655", "53440", "53445", "53451", "53452", "57288",
            "64561", "64581", "54400", "54401", "54405", "22510", "22511", "22512", "22513", "22514", "22515", "62321",
            "62323", "64479", "64480", "64483", "64484", "22554", "64582", "C8007", "C8011", "15271", "15272", "15273",
            "15274", "15275", "15276", "15277", "15278", "C5271", "C5272", "C5273", "C5274", "C5275", "C5276", "C5277",
            "C5278",
        ),
        (
            Version("6.0.0", "2026-01-05", None),
        ),
    ),
)

# Every fact, and the versions that ask for it.
FACTS: dict[str, tuple[str, ...]] = {
    "acute_zoster_pain": ("esi@1.0.0", "esi@6.0.0"),
    "allergy_rationale": ("pva@6.0.0",),
    "angulation": ("cervical_fusion@6.0.0",),
    "baseline_date": ("esi@1.0.0", "esi@6.0.0"),
    "baseline_score": ("esi@1.0.0", "esi@6.0.0"),
    "bilateral": ("esi@1.0.0", "esi@6.0.0"),
    "bilateral_reason": ("esi@1.0.0", "esi@6.0.0"),
    "bill_type": (
        "cervical_fusion@6.0.0", "esi@1.0.0", "esi@6.0.0", "pva@6.0.0", "sacral_stimulation@6.0.0", "scs@1.0.0",
        "scs@6.0.0", "vagus_stimulation@6.0.0", "wiser@6.0.0",
    ),
    "bladder_care_contraindicated": ("sacral_stimulation@6.0.0",),
    "bladder_care_failed": ("sacral_stimulation@6.0.0",),
    "bladder_disorder": ("sacral_stimulation@6.0.0",),
    "block_listed": ("esi@1.0.0", "esi@6.0.0"),
    "body_destroyed": ("cervical_fusion@6.0.0",),
    "bone_referral": ("pva@6.0.0",),
    "cannot_tolerate_care": ("esi@1.0.0", "esi@6.0.0"),
    "care_duration": ("esi@1.0.0", "esi@6.0.0"),
    "care_failed": ("esi@1.0.0", "esi@6.0.0"),
    "cause": ("pva@6.0.0",),
    "causes": ("esi@1.0.0", "esi@6.0.0"),
    "change_shown_by": ("sacral_stimulation@6.0.0",),
    "chronic_pain": ("scs@1.0.0", "scs@6.0.0"),
    "coagulopathy_rationale": ("pva@6.0.0",),
    "codes": (
        "cervical_fusion@6.0.0", "esi@1.0.0", "esi@6.0.0", "pva@6.0.0", "sacral_stimulation@6.0.0", "scs@1.0.0",
        "scs@6.0.0", "vagus_stimulation@6.0.0", "wiser@6.0.0",
    ),
    "concurrent_care": ("esi@1.0.0", "esi@6.0.0"),
    "condition": ("scs@1.0.0", "scs@6.0.0"),
    "contraindicated": ("scs@1.0.0", "scs@6.0.0"),
    "contraindications": ("esi@6.0.0",),
    "contrast_allergy": ("esi@1.0.0", "esi@6.0.0"),
    "cortex_spared": ("pva@6.0.0",),
    "debilitating": ("pva@6.0.0",),
    "debridement_harms": ("cervical_fusion@6.0.0",),
    "decision_date": (
        "cervical_fusion@6.0.0", "esi@1.0.0", "esi@6.0.0", "pva@6.0.0", "sacral_stimulation@6.0.0", "scs@1.0.0",
        "scs@6.0.0", "vagus_stimulation@6.0.0", "wiser@6.0.0",
    ),
    "decision_shared": ("vagus_stimulation@6.0.0",),
    "deficit_rationale": ("pva@6.0.0",),
    "deformities": ("cervical_fusion@6.0.0",),
    "diagnoses": ("sacral_stimulation@6.0.0", "vagus_stimulation@6.0.0", "wiser@6.0.0"),
    "diagnosis": ("sacral_stimulation@6.0.0",),
    "diary_used": ("sacral_stimulation@6.0.0",),
    "drugs_failed": ("vagus_stimulation@6.0.0",),
    "drugs_halved": ("scs@1.0.0", "scs@6.0.0"),
    "drugs_not_tolerated": ("vagus_stimulation@6.0.0",),
    "each_level_reason": ("esi@1.0.0", "esi@6.0.0"),
    "emergency_modifier": (
        "cervical_fusion@6.0.0", "esi@1.0.0", "esi@6.0.0", "pva@6.0.0", "sacral_stimulation@6.0.0", "scs@1.0.0",
        "scs@6.0.0", "vagus_stimulation@6.0.0", "wiser@6.0.0",
    ),
    "emergency_revenue": (
        "cervical_fusion@6.0.0", "esi@1.0.0", "esi@6.0.0", "pva@6.0.0", "sacral_stimulation@6.0.0", "scs@1.0.0",
        "scs@6.0.0", "vagus_stimulation@6.0.0", "wiser@6.0.0",
    ),
    "enrolled": ("vagus_stimulation@6.0.0",),
    "enrollment": ("vagus_stimulation@6.0.0",),
    "episode_years": ("vagus_stimulation@6.0.0",),
    "episodes": ("vagus_stimulation@6.0.0",),
    "evaluated_by": ("scs@1.0.0", "scs@6.0.0"),
    "examination": ("esi@1.0.0", "esi@6.0.0", "scs@1.0.0", "scs@6.0.0"),
    "exclusions": ("vagus_stimulation@6.0.0",),
    "expedited": (
        "cervical_fusion@6.0.0", "esi@1.0.0", "esi@6.0.0", "pva@6.0.0", "sacral_stimulation@6.0.0", "scs@1.0.0",
        "scs@6.0.0", "vagus_stimulation@6.0.0", "wiser@6.0.0",
    ),
    "failed": ("scs@1.0.0", "scs@6.0.0"),
    "figure_before_test": ("sacral_stimulation@6.0.0",),
    "figure_with_test": ("sacral_stimulation@6.0.0",),
    "first_fell_short": ("esi@1.0.0", "esi@6.0.0"),
    "first_implantation": ("vagus_stimulation@6.0.0",),
    "follow_ups": ("esi@1.0.0", "esi@6.0.0"),
    "fracture_likely_unstable": ("cervical_fusion@6.0.0",),
    "fracture_with_deficit": ("cervical_fusion@6.0.0",),
    "fractured": ("pva@6.0.0",),
    "fractures_rationale": ("pva@6.0.0",),
    "function_restored": ("scs@1.0.0", "scs@6.0.0"),
    "fusion_date": ("cervical_fusion@6.0.0",),
    "guidance": ("esi@1.0.0", "esi@6.0.0"),
    "hardware_failure": ("cervical_fusion@6.0.0",),
    "height_loss_grew": ("pva@6.0.0",),
    "height_reduction": ("pva@6.0.0",),
    "history": ("esi@1.0.0", "esi@6.0.0"),
    "hospitalized": ("pva@6.0.0",),
    "imaging": ("esi@1.0.0", "esi@6.0.0", "pva@6.0.0"),
    "imaging_signs": ("pva@6.0.0",),
    "impingement_rationale": ("pva@6.0.0",),
    "implant_stage": ("sacral_stimulation@6.0.0", "scs@1.0.0", "scs@6.0.0", "wiser@6.0.0"),
    "improvement": ("sacral_stimulation@6.0.0",),
    "indication": ("vagus_stimulation@6.0.0",),
    "infection_shown": ("cervical_fusion@6.0.0",),
    "infections": ("cervical_fusion@6.0.0", "esi@6.0.0", "pva@6.0.0"),
    "injury": ("cervical_fusion@6.0.0",),
    "instability_rationale": ("pva@6.0.0",),
    "instruction": ("pva@6.0.0",),
    "keeps_diary": ("sacral_stimulation@6.0.0",),
    "kyphosis": ("pva@6.0.0",),
    "late_resort": ("scs@1.0.0", "scs@6.0.0"),
    "lead_replaced": ("sacral_stimulation@6.0.0",),
    "limits": ("cervical_fusion@6.0.0",),
    "limits_life": ("esi@1.0.0", "esi@6.0.0"),
    "listed_then": ("wiser@6.0.0",),
    "long_term_disability": ("esi@1.0.0", "esi@6.0.0"),
    "long_term_reason": ("esi@1.0.0", "esi@6.0.0"),
    "myelopathy_rationale": ("pva@6.0.0",),
    "nerve_or_canal_alone": ("cervical_fusion@6.0.0",),
    "non_union_shown": ("cervical_fusion@6.0.0",),
    "non_union_study": ("cervical_fusion@6.0.0",),
    "not_percutaneous": ("scs@1.0.0", "scs@6.0.0"),
    "obstacles": ("scs@1.0.0", "scs@6.0.0"),
    "onset": ("pva@6.0.0",),
    "optimal_care": ("pva@6.0.0",),
    "other_region_too": ("esi@1.0.0", "esi@6.0.0"),
    "pain": ("pva@6.0.0",),
    "pain_before": ("scs@1.0.0", "scs@6.0.0"),
    "pain_course": ("pva@6.0.0",),
    "pain_duration": ("esi@1.0.0", "esi@6.0.0"),
    "pain_during": ("scs@1.0.0", "scs@6.0.0"),
    "pain_from_fracture": ("pva@6.0.0",),
    "pain_reduction": ("scs@1.0.0", "scs@6.0.0"),
    "pain_shown_by": ("scs@1.0.0", "scs@6.0.0"),
    "partial_onset": ("vagus_stimulation@6.0.0",),
    "payer": (
        "cervical_fusion@6.0.0", "esi@1.0.0", "esi@6.0.0", "pva@6.0.0", "sacral_stimulation@6.0.0", "scs@1.0.0",
        "scs@6.0.0", "vagus_stimulation@6.0.0", "wiser@6.0.0",
    ),
    "phase": ("pva@6.0.0",),
    "place_of_service": (
        "cervical_fusion@6.0.0", "esi@1.0.0", "esi@6.0.0", "pva@6.0.0", "sacral_stimulation@6.0.0", "scs@1.0.0",
        "scs@6.0.0", "vagus_stimulation@6.0.0", "wiser@6.0.0",
    ),
    "planned_approach": ("esi@1.0.0", "esi@6.0.0"),
    "planned_levels": ("esi@1.0.0", "esi@6.0.0"),
    "planned_medication": ("esi@1.0.0", "esi@6.0.0"),
    "planned_region": ("esi@1.0.0", "esi@6.0.0"),
    "planned_sessions": ("esi@1.0.0", "esi@6.0.0"),
    "post_laminectomy_syndrome": ("esi@1.0.0", "esi@6.0.0"),
    "pregnant": ("esi@1.0.0", "esi@6.0.0", "pva@6.0.0"),
    "primary_care_told": ("esi@1.0.0", "esi@6.0.0"),
    "prior_sessions": ("esi@1.0.0", "esi@6.0.0"),
    "programs": ("esi@1.0.0", "esi@6.0.0"),
    "progression": ("cervical_fusion@6.0.0",),
    "provider_exempt": (
        "cervical_fusion@6.0.0", "esi@1.0.0", "esi@6.0.0", "pva@6.0.0", "sacral_stimulation@6.0.0", "scs@1.0.0",
        "scs@6.0.0", "vagus_stimulation@6.0.0", "wiser@6.0.0",
    ),
    "pseudarthrosis": ("cervical_fusion@6.0.0",),
    "rdq": ("pva@6.0.0",),
    "reaches_above_c2": ("cervical_fusion@6.0.0",),
    "received_date": (
        "cervical_fusion@6.0.0", "esi@1.0.0", "esi@6.0.0", "pva@6.0.0", "sacral_stimulation@6.0.0", "scs@1.0.0",
        "scs@6.0.0", "vagus_stimulation@6.0.0", "wiser@6.0.0",
    ),
    "records_asked": (
        "cervical_fusion@6.0.0", "esi@1.0.0", "esi@6.0.0", "pva@6.0.0", "sacral_stimulation@6.0.0", "scs@1.0.0",
        "scs@6.0.0", "vagus_stimulation@6.0.0", "wiser@6.0.0",
    ),
    "refractory": ("vagus_stimulation@6.0.0",),
    "regimen_weeks": ("vagus_stimulation@6.0.0",),
    "relative_contraindications": ("pva@6.0.0",),
    "response_scale": ("esi@1.0.0", "esi@6.0.0"),
    "retropulsion_rationale": ("pva@6.0.0",),
    "retry_rationale": ("esi@1.0.0", "esi@6.0.0"),
    "secondary_to": ("sacral_stimulation@6.0.0",),
    "sedation": ("esi@1.0.0", "esi@6.0.0"),
    "sedation_need": ("esi@1.0.0", "esi@6.0.0"),
    "service_date": (
        "cervical_fusion@6.0.0", "esi@1.0.0", "esi@6.0.0", "pva@6.0.0", "sacral_stimulation@6.0.0", "scs@1.0.0",
        "scs@6.0.0", "vagus_stimulation@6.0.0", "wiser@6.0.0",
    ),
    "severe_pain": ("pva@6.0.0",),
    "state": (
        "cervical_fusion@6.0.0", "esi@1.0.0", "esi@6.0.0", "pva@6.0.0", "sacral_stimulation@6.0.0", "scs@1.0.0",
        "scs@6.0.0", "vagus_stimulation@6.0.0", "wiser@6.0.0",
    ),
    "steroid_injection": ("esi@1.0.0", "esi@6.0.0", "wiser@6.0.0"),
    "surgery": ("vagus_stimulation@6.0.0",),
    "surgery_rationale": ("vagus_stimulation@6.0.0",),
    "symptoms": ("esi@1.0.0", "esi@6.0.0"),
    "test_done": ("sacral_stimulation@6.0.0",),
    "test_report": ("sacral_stimulation@6.0.0",),
    "therapy_failed": ("pva@6.0.0",),
    "translation": ("cervical_fusion@6.0.0",),
    "treatment_harms": ("cervical_fusion@6.0.0",),
    "treatments": ("vagus_stimulation@6.0.0",),
    "trial_done": ("scs@1.0.0", "scs@6.0.0"),
    "trial_explained": ("scs@1.0.0", "scs@6.0.0"),
    "trial_percutaneous": ("scs@1.0.0", "scs@6.0.0"),
    "trial_report": ("scs@1.0.0", "scs@6.0.0"),
    "tumor": ("cervical_fusion@6.0.0",),
    "tumor_did_harm": ("cervical_fusion@6.0.0",),
    "tumor_needs_stabilization": ("cervical_fusion@6.0.0",),
    "unstable": ("cervical_fusion@6.0.0",),
    "visits": ("vagus_stimulation@6.0.0",),
    "zoster_refractory": ("esi@1.0.0", "esi@6.0.0"),
}
