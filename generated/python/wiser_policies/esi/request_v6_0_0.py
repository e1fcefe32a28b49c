"""The type of a request for esi 6.0.0.

Epidural steroid injections for pain management.

A type checker names a misspelt fact and an answer that is none. `check` looks at everything again, also at
ranges and dates, which no type knows.

Generated from policies/esi/6.0.0.yaml; do not edit.
"""

from typing import Literal, TypedDict


class SymptomsFindings(TypedDict, total=False):
    """`symptoms`: found (true) or ruled out (false). What nobody looked for is left out."""

    radiculopathy: bool
    radicular_pain: bool
    claudication: bool
    """neurogenic claudication"""


class CausesFindings(TypedDict, total=False):
    """`causes`: found (true) or ruled out (false). What nobody looked for is left out."""

    herniation: bool
    """disc herniation"""

    osteophytes: bool
    """osteophytes or osteophyte complexes"""

    degeneration: bool
    """severe degenerative disc disease that narrows the foramina or the central canal"""


class FollowUpsRecord(TypedDict, total=False):
    """A record of the list `follow_ups`. What the chart does not say of it is left out."""

    follow_up_date: str
    """Follow up date. A date written YYYY-MM-DD, from 1990-01-01 to 2036-12-31."""

    follow_up_scale: Literal[
        "pain_nrs", "pain_vas", "odi", "rmdq", "ndi", "sf36_function", "promis_function", "other_falling",
        "other_rising",
    ]
    """Follow up scale.

    - `pain_nrs`: pain, numeric rating
    - `pain_vas`: pain, visual analog
    - `odi`: Oswestry disability index (ODI)
    - `rmdq`: Roland-Morris disability questionnaire (RMDQ)
    - `ndi`: neck disability index (NDI)
    - `sf36_function`: SF-36 physical functioning
    - `promis_function`: PROMIS physical function
    - `other_falling`: another scale on which lower is better
    - `other_rising`: another scale on which higher is better
    """

    score: float
    """Score, on the same range as the baseline. A number with at most 1 place from 0 to 100 (points)."""


class PriorSessionsRecord(TypedDict, total=False):
    """A record of the list `prior_sessions`. What the chart does not say of it is left out."""

    session_date: str
    """Session date. A date written YYYY-MM-DD, from 1990-01-01 to 2036-12-31."""

    session_region: Literal["cervical_thoracic", "lumbar_sacral"]
    """Session region.

    - `cervical_thoracic`: cervical or thoracic
    - `lumbar_sacral`: lumbar or sacral
    """

    approach: Literal["transforaminal", "interlaminar", "caudal"]
    """Approach."""

    levels: list[Literal[
        "C1-C2", "C2-C3", "C3-C4", "C4-C5", "C5-C6", "C6-C7", "C7-T1", "T1-T2", "T2-T3", "T3-T4", "T4-T5", "T5-T6",
        "T6-T7", "T7-T8", "T8-T9", "T9-T10", "T10-T11", "T11-T12", "T12-L1", "L1-L2", "L2-L3", "L3-L4", "L4-L5",
        "L5-S1", "S1", "S2", "S3", "S4", "sacral_hiatus",
    ]]
    """Levels."""

    medication: Literal["dexamethasone", "triamcinolone", "betamethasone", "methylprednisolone", "other_steroid"]
    """Medication.

    - `other_steroid`: another steroid
    """


class ConcurrentCareFindings(TypedDict, total=False):
    """`concurrent_care`: found (true) or ruled out (false). What nobody looked for is left out."""

    drugs: bool
    """medication"""

    physical_therapy: bool
    manipulation: bool
    """spinal manipulation therapy"""

    behavioral_therapy: bool
    """cognitive behavioral therapy"""

    home_exercise: bool
    """home exercise program"""

    other_care: bool
    """another conservative treatment"""


class ProgramsFindings(TypedDict, total=False):
    """`programs`: found (true) or ruled out (false). What nobody looked for is left out."""

    rehabilitation: bool
    """active rehabilitation program"""

    restoration: bool
    """functional restoration program"""


class ContraindicationsFindings(TypedDict, total=False):
    """`contraindications`: found (true) or ruled out (false). What nobody looked for is left out."""

    infection: bool
    """an active infection in the spine, such as discitis, osteomyelitis or an epidural abscess, or a systemic one"""

    cord_lesion: bool
    """a lesion that presses on the spinal cord"""

    cauda_lesion: bool
    """a lesion that presses on the conus medullaris or cauda equina"""


class Request(TypedDict, total=False):
    """A request for esi 6.0.0. What the chart does not state is left out, and never None."""

    codes: list[str]
    """Which procedure codes are on the request?

    A list of at most 100 different HCPCS codes, such as "62323", without a modifier. Chart: Request.
    """

    received_date: str
    """On which date was the request received?

    A date written YYYY-MM-DD, from 2020-01-01 to 2036-12-31. Chart: Request.
    """

    service_date: str
    """On which date is the service planned?

    A date written YYYY-MM-DD, from 2020-01-01 to 2036-12-31. Chart: Request.
    """

    state: Literal[
        "AZ", "NJ", "OH", "OK", "TX", "WA", "AL", "AK", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID",
        "IL", "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NM",
        "NY", "NC", "ND", "OR", "PA", "RI", "SC", "SD", "TN", "UT", "VT", "VA", "WV", "WI", "WY", "AS", "GU", "MP",
        "PR", "VI", "other",
    ]
    """In which state will the service be given? Chart: Request.

    - `AZ`: Arizona
    - `NJ`: New Jersey
    - `OH`: Ohio
    - `OK`: Oklahoma
    - `TX`: Texas
    - `WA`: Washington
    - `AL`: Alabama
    - `AK`: Alaska
    - `AR`: Arkansas
    - `CA`: California
    - `CO`: Colorado
    - `CT`: Connecticut
    - `DE`: Delaware
    - `DC`: District of Columbia
    - `FL`: Florida
    - `GA`: Georgia
    - `HI`: Hawaii
    - `ID`: Idaho
    - `IL`: Illinois
    - `IN`: Indiana
    - `IA`: Iowa
    - `KS`: Kansas
    - `KY`: Kentucky
    - `LA`: Louisiana
    - `ME`: Maine
    - `MD`: Maryland
    - `MA`: Massachusetts
    - `MI`: Michigan
    - `MN`: Minnesota
    - `MS`: Mississippi
    - `MO`: Missouri
    - `MT`: Montana
    - `NE`: Nebraska
    - `NV`: Nevada
    - `NH`: New Hampshire
    - `NM`: New Mexico
    - `NY`: New York
    - `NC`: North Carolina
    - `ND`: North Dakota
    - `OR`: Oregon
    - `PA`: Pennsylvania
    - `RI`: Rhode Island
    - `SC`: South Carolina
    - `SD`: South Dakota
    - `TN`: Tennessee
    - `UT`: Utah
    - `VT`: Vermont
    - `VA`: Virginia
    - `WV`: West Virginia
    - `WI`: Wisconsin
    - `WY`: Wyoming
    - `AS`: American Samoa
    - `GU`: Guam
    - `MP`: Northern Mariana Islands
    - `PR`: Puerto Rico
    - `VI`: US Virgin Islands
    - `other`: any other place
    """

    pregnant: bool
    """Is the patient pregnant? True or false. Chart: Patient."""

    examination: str
    """Where is the physical examination?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Examination and imaging.
    """

    imaging: str
    """Where is the imaging report?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Examination and imaging.
    """

    steroid_injection: bool
    """Will an epidural steroid be injected? True or false. Chart: Procedure plan."""

    payer: Literal[
        "original", "advantage", "railroad", "veterans", "indian_health", "education_only", "rebill", "other_payer",
    ]
    """Who pays for the service? Chart: Request.

    - `original`: Original Medicare
    - `advantage`: Medicare Advantage
    - `railroad`: Railroad Medicare
    - `veterans`: Veterans Affairs
    - `indian_health`: Indian Health Services
    - `education_only`: a claim for indirect medical education alone
    - `rebill`: rebilling from Part A to Part B
    - `other_payer`: any other
    """

    place_of_service: Literal["11", "12", "19", "22", "24", "21", "23", "other_place"]
    """Where will the service be given? Chart: Request.

    - `11`: office (11)
    - `12`: home (12)
    - `19`: hospital outpatient department off campus (19)
    - `22`: hospital outpatient department on campus (22)
    - `24`: ambulatory surgical center (24)
    - `21`: inpatient hospital (21)
    - `23`: emergency room (23)
    - `other_place`: any other
    """

    bill_type: Literal["13X", "85X", "other_bill"]
    """Which type of bill will the hospital send? Chart: Request.

    - `13X`: hospital outpatient (13X)
    - `85X`: critical access hospital (85X)
    - `other_bill`: another type
    """

    emergency_modifier: bool
    """Will the claim carry modifier ET? True or false. Chart: Request."""

    emergency_revenue: bool
    """Will the claim carry a revenue code that begins with 045? True or false. Chart: Request."""

    provider_exempt: bool
    """Is the provider exempt from the model on the day the request is received? True or false. Chart: Request."""

    expedited: bool
    """Was the request accepted as expedited? True or false. Chart: Dates."""

    decision_date: str
    """On which date was the request decided? A date written YYYY-MM-DD, from 2026-01-05 to 2036-12-31. Chart: Dates."""

    records_asked: str
    """On which date were records of a claim asked for?

    A date written YYYY-MM-DD, from 2026-01-15 to 2036-12-31. Chart: Dates.
    """

    history: str
    """Where is the history of this pain?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: History.
    """

    pain_duration: int
    """For how many full weeks has this pain lasted? A whole number from 0 to 5200 (weeks). Chart: History."""

    symptoms: SymptomsFindings
    """Which of these does the chart show? Chart: History.

    - `claudication`: neurogenic claudication
    """

    post_laminectomy_syndrome: bool
    """Has spine pain stayed or come back after an earlier spine surgery? True or false. Chart: History."""

    acute_zoster_pain: bool
    """Is this pain due to acute herpes zoster (shingles)? True or false. Chart: History."""

    limits_life: bool
    """Is the pain severe enough to greatly affect quality of life or function? True or false. Chart: History."""

    long_term_disability: bool
    """Does the pain seriously limit function or work? True or false. Chart: History."""

    causes: CausesFindings
    """Which of these does the imaging show as the cause? Chart: Examination and imaging.

    - `herniation`: disc herniation
    - `osteophytes`: osteophytes or osteophyte complexes
    - `degeneration`: severe degenerative disc disease that narrows the foramina or the central canal
    """

    cannot_tolerate_care: bool
    """Is the patient unable to tolerate noninvasive conservative care? True or false. Chart: Earlier care."""

    care_failed: bool
    """Did noninvasive conservative care fail? True or false. Chart: Earlier care."""

    care_duration: int
    """For how many full weeks was that care given? A whole number from 0 to 5200 (weeks). Chart: Earlier care."""

    zoster_refractory: bool
    """Did conservative care fail to control the zoster pain? True or false. Chart: Earlier care."""

    response_scale: Literal[
        "pain_nrs", "pain_vas", "odi", "rmdq", "ndi", "sf36_function", "promis_function", "other_falling",
        "other_rising",
    ]
    """Which scale measures the response? If there are two, name either one here. Chart: Response to treatment.

    - `pain_nrs`: pain, numeric rating
    - `pain_vas`: pain, visual analog
    - `odi`: Oswestry disability index (ODI)
    - `rmdq`: Roland-Morris disability questionnaire (RMDQ)
    - `ndi`: neck disability index (NDI)
    - `sf36_function`: SF-36 physical functioning
    - `promis_function`: PROMIS physical function
    - `other_falling`: another scale on which lower is better
    - `other_rising`: another scale on which higher is better
    """

    baseline_date: str
    """When was the baseline score taken?

    A date written YYYY-MM-DD, from 1990-01-01 to 2036-12-31. Chart: Response to treatment.
    """

    baseline_score: float
    """What was the score before any injection in this region? Keep to the same range at every visit.

    A number with at most 1 place from 0 to 100 (points). Chart: Response to treatment.
    """

    second_scale_used: bool
    """Was a second scale scored before any injection as well, such as one of function beside one of pain?

    True or false. Chart: Response to treatment.
    """

    second_scale: Literal[
        "pain_nrs", "pain_vas", "odi", "rmdq", "ndi", "sf36_function", "promis_function", "other_falling",
        "other_rising",
    ]
    """Which is the second scale? Chart: Response to treatment.

    - `pain_nrs`: pain, numeric rating
    - `pain_vas`: pain, visual analog
    - `odi`: Oswestry disability index (ODI)
    - `rmdq`: Roland-Morris disability questionnaire (RMDQ)
    - `ndi`: neck disability index (NDI)
    - `sf36_function`: SF-36 physical functioning
    - `promis_function`: PROMIS physical function
    - `other_falling`: another scale on which lower is better
    - `other_rising`: another scale on which higher is better
    """

    second_baseline: float
    """What was the score on the second scale before any injection in this region?

    A number with at most 1 place from 0 to 100 (points). Chart: Response to treatment.
    """

    follow_ups: list[FollowUpsRecord]
    """List every follow-up of this pain after the baseline, with its score on the baseline scale. Where there are two,
    list a score for each; another scale only if neither was used.

    A list of at most 40 records. Chart: Response to treatment.
    """

    prior_sessions: list[PriorSessionsRecord]
    """List every earlier epidural steroid session, at any practice. One day and one region make one session.

    A list of at most 60 records. Chart: Response to treatment.
    """

    first_fell_short: bool
    """Does the chart say that the first injection gave less than relief by half for three months?

    True or false. Chart: Response to treatment.
    """

    block_listed: bool
    """Is any listed session in this region only a diagnostic nerve root block?

    True or false. Chart: Response to treatment.
    """

    retry_rationale: str
    """Where is the rationale for an early second attempt?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Response to treatment.
    """

    long_term_reason: str
    """Where is the reason to go on beyond 12 months?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Response to treatment.
    """

    primary_care_told: bool
    """Was the primary care provider told of the injections beyond 12 months?

    True or false. Chart: Response to treatment.
    """

    anticipated_sessions: str
    """Where does the chart say how many sessions are anticipated in this region in 12 months, four or fewer?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Procedure plan.
    """

    planned_sessions: int
    """How many sessions are requested? A whole number from 1 to 12 (sessions). Chart: Procedure plan."""

    planned_region: Literal["cervical_thoracic", "lumbar_sacral"]
    """Which spinal region will be treated? Chart: Procedure plan.

    - `cervical_thoracic`: cervical or thoracic
    - `lumbar_sacral`: lumbar or sacral
    """

    other_region_too: bool
    """Will the other region be treated on the same day? True or false. Chart: Procedure plan."""

    planned_approach: Literal["transforaminal", "interlaminar", "caudal"]
    """Which approach is planned? Chart: Procedure plan."""

    planned_levels: list[Literal[
        "C1-C2", "C2-C3", "C3-C4", "C4-C5", "C5-C6", "C6-C7", "C7-T1", "T1-T2", "T2-T3", "T3-T4", "T4-T5", "T5-T6",
        "T6-T7", "T7-T8", "T8-T9", "T9-T10", "T10-T11", "T11-T12", "T12-L1", "L1-L2", "L2-L3", "L3-L4", "L4-L5",
        "L5-S1", "S1", "S2", "S3", "S4", "sacral_hiatus",
    ]]
    """Which levels are targeted? Chart: Procedure plan."""

    planned_medication: Literal[
        "dexamethasone", "triamcinolone", "betamethasone", "methylprednisolone", "other_steroid",
    ]
    """Which steroid is planned? Chart: Procedure plan.

    - `other_steroid`: another steroid
    """

    bilateral: bool
    """Will both sides be injected? True or false. Chart: Procedure plan."""

    bilateral_reason: str
    """Where is the clinical reason to treat both sides?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Procedure plan.
    """

    each_level_reason: str
    """Where is the reason to treat both sides at each level?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Procedure plan.
    """

    guidance: Literal["fluoroscopy", "ct", "no_contrast", "ultrasound", "other_guidance"]
    """Which image guidance is planned? Chart: Procedure plan.

    - `fluoroscopy`: fluoroscopy with contrast
    - `ct`: CT with contrast
    - `no_contrast`: fluoroscopy or CT without contrast
    - `ultrasound`: ultrasound without contrast
    - `other_guidance`: other or none
    """

    contrast_allergy: bool
    """Is an allergy to contrast documented? True or false. Chart: Procedure plan."""

    sedation: Literal["light", "moderate", "deep", "general", "monitored"]
    """Which sedation is planned? None is an answer too. Chart: Procedure plan.

    - `light`: none, local anesthetic or minimal sedation
    - `moderate`: moderate sedation
    - `deep`: deep sedation
    - `general`: general anesthesia
    - `monitored`: monitored anesthesia care
    """

    sedation_need: str
    """Where is this patient's need for deeper sedation explained?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Procedure plan.
    """

    concurrent_care: ConcurrentCareFindings
    """Which conservative treatments go with the injection? Chart: Procedure plan.

    - `drugs`: medication
    - `manipulation`: spinal manipulation therapy
    - `behavioral_therapy`: cognitive behavioral therapy
    - `home_exercise`: home exercise program
    - `other_care`: another conservative treatment
    """

    programs: ProgramsFindings
    """Does the patient take part in one of these? Chart: Procedure plan.

    - `rehabilitation`: active rehabilitation program
    - `restoration`: functional restoration program
    """

    contraindications: ContraindicationsFindings
    """Which of these are present? Answer for each one that was looked for. Chart: Contraindications.

    - `infection`: an active infection in the spine, such as discitis, osteomyelitis or an epidural abscess, or a
      systemic one
    - `cord_lesion`: a lesion that presses on the spinal cord
    - `cauda_lesion`: a lesion that presses on the conus medullaris or cauda equina
    """
