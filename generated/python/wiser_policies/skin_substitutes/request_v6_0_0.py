"""The type of a request for skin_substitutes 6.0.0.

Skin substitutes for chronic wounds of the leg and foot.

A type checker names a misspelt fact and an answer that is none. `check` looks at everything again, also at
ranges and dates, which no type knows.

Generated from policies/skin_substitutes/6.0.0.yaml; do not edit.
"""

from typing import Literal, TypedDict


class DescribedAtBaselineFindings(TypedDict, total=False):
    """`described_at_baseline`: found (true) or ruled out (false). What nobody looked for is left out."""

    size: bool
    location: bool
    stage: bool
    duration: bool
    infection_sought: bool
    """whether there was an infection"""


class StructuresFindings(TypedDict, total=False):
    """`structures`: found (true) or ruled out (false). What nobody looked for is left out."""

    tendon: bool
    muscle: bool
    joint_capsule: bool
    bone: bool
    """exposed bone"""

    sinus_tracts: bool


class HiddenInfectionFindings(TypedDict, total=False):
    """`hidden_infection`: found (true) or ruled out (false). What nobody looked for is left out."""

    bone_infection: bool
    """underlying osteomyelitis"""

    infection_nidus: bool
    """nidus of infection"""


class CompressionFindings(TypedDict, total=False):
    """`compression`: found (true) or ruled out (false). What nobody looked for is left out."""

    multilayer: bool
    """multilayer dressings"""

    stockings: bool
    """compression stockings"""

    pneumatic: bool
    """pneumatic compression"""


class ApplicationsRecord(TypedDict, total=False):
    """A record of the list `applications`. What the chart does not say of it is left out."""

    application_date: str
    """Application date. A date written YYYY-MM-DD, from 2015-01-01 to 2036-12-31."""


class CoursesRecord(TypedDict, total=False):
    """A record of the list `courses`. What the chart does not say of it is left out."""

    course_end: str
    """Course end. A date written YYYY-MM-DD, from 2015-01-01 to 2036-12-31."""

    course_change: Literal["grew", "unchanged", "shrank"]
    """How did size and depth change from the baseline?

    - `grew`: size or depth grew
    - `unchanged`: neither changed
    - `shrank`: size or depth shrank and neither grew
    """

    weeks_no_sign: int
    """For how many full weeks from its start was there no sign that improvement is likely?

    A whole number from 0 to 520 (weeks).
    """


class UncontrolledFindings(TypedDict, total=False):
    """`uncontrolled`: found (true) or ruled out (false). What nobody looked for is left out."""

    diabetes_uncontrolled: bool
    """uncontrolled diabetes"""

    infection_active: bool
    """active infection"""

    charcot: bool
    """active Charcot arthropathy of the leg or foot with the ulcer"""

    vasculitis: bool
    smoking_unaddressed: bool
    """smoking that no physician has tried to address"""

    other_uncontrolled: bool
    """another condition or factor without adequate control"""


class Request(TypedDict, total=False):
    """A request for skin_substitutes 6.0.0. What the chart does not state is left out, and never None."""

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

    diagnoses: list[str]
    """Which diagnosis codes are on the request?

    A list of at most 100 different ICD-10 codes, such as "M54.16". Chart: Request.
    """

    examination: str
    """Where is the physical examination?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Examination and imaging.
    """

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

    wound_kind: Literal["foot_ulcer", "venous_ulcer", "other_wound"]
    """What kind of wound is it? Chart: Wound.

    - `foot_ulcer`: diabetic foot ulcer
    - `venous_ulcer`: venous leg ulcer
    - `other_wound`: another wound
    """

    neuropathic: bool
    """Is the foot ulcer neuropathic? True or false. Chart: Wound."""

    described_at_baseline: DescribedAtBaselineFindings
    """Which of these does the chart describe, as they were before standard care began? Chart: Wound.

    - `infection_sought`: whether there was an infection
    """

    progress: str
    """Where is the progression throughout the treatments tried?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Wound.
    """

    wound_months: int
    """For how many full months has the wound been present? A whole number from 0 to 1200 (months). Chart: Wound."""

    thickness: Literal["partial", "full"]
    """How much of the skin is lost? Chart: Wound.

    - `partial`: partial thickness
    - `full`: full thickness
    """

    from_injury: bool
    """Is the ulcer the result of an abscess, an injury or trauma? True or false. Chart: Wound."""

    appendages_kept: bool
    """Are epithelial appendages retained? True or false. Chart: Wound."""

    structures: StructuresFindings
    """Which of these does the wound involve or expose? Answer for each one that was looked for. Chart: Wound.

    - `bone`: exposed bone
    """

    granular_base: bool
    """Is the base clean and granular? True or false. Chart: Wound."""

    wound_clean: bool
    """Is the wound clean, and free of necrotic debris and exudate? True or false. Chart: Wound."""

    baseline_area: float
    """What was the area before standard care began?

    A number with at most 2 places from 0.01 to 2000 (square cm). Chart: Size of the wound.
    """

    baseline_depth: float
    """What was the depth before standard care began?

    A number with at most 1 place from 0 to 200 (mm). Chart: Size of the wound.
    """

    treated_area: float
    """What was the area after standard care, before the first application of this treatment?

    A number with at most 2 places from 0 to 2000 (square cm). Chart: Size of the wound.
    """

    treated_depth: float
    """What was the depth after standard care, before the first application of this treatment?

    A number with at most 1 place from 0 to 200 (mm). Chart: Size of the wound.
    """

    area_now: float
    """What is the area now? A number with at most 2 places from 0 to 2000 (square cm). Chart: Size of the wound."""

    brachial_index: float
    """What is the ankle-brachial index? A number with at most 2 places from 0 to 3. Chart: Circulation."""

    toe_pressure: int
    """What is the toe pressure? A whole number from 0 to 300 (mmHg). Chart: Circulation."""

    circulation_otherwise: bool
    """Does the examination show adequate circulation or oxygenation in another way?

    True or false. Chart: Circulation.
    """

    diabetes: Literal["type_1", "type_2", "other_type", "no_diabetes"]
    """Which type of diabetes is diagnosed? Chart: Diabetes.

    - `other_type`: another type
    - `no_diabetes`: none
    """

    diabetes_managed: bool
    """Is the diabetes under medical management? True or false. Chart: Diabetes."""

    no_response: bool
    """Does the chart say that the wound failed to respond to documented appropriate wound care?

    True or false. Chart: Earlier care.
    """

    improvement_likely: bool
    """Is there any sign that improvement is likely, such as granulation or progress toward closing?

    True or false. Chart: Earlier care.
    """

    failed_interventions: str
    """Where are the interventions that failed?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Earlier care.
    """

    medication_history: str
    """Where is the updated medication history?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Earlier care.
    """

    problems_reviewed: str
    """Where is the review of medical problems since the last evaluation of the wound?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Earlier care.
    """

    care_from: str
    """On which day did appropriate wound care begin?

    A date written YYYY-MM-DD, from 2000-01-01 to 2036-12-31. Chart: Earlier care.
    """

    care_until: str
    """On which day was it last charted that the wound did not respond to that care?

    A date written YYYY-MM-DD, from 2000-01-01 to 2036-12-31. Chart: Earlier care.
    """

    complied: bool
    """Did the patient comply with that care? True or false. Chart: Earlier care."""

    hidden_infection: HiddenInfectionFindings
    """Is there evidence of one of these? Answer for each one that was looked for. Chart: Earlier care.

    - `bone_infection`: underlying osteomyelitis
    - `infection_nidus`: nidus of infection
    """

    control_from: str
    """On which day did control of the infection, foreign body, tumor or other disease process begin?

    A date written YYYY-MM-DD, from 2000-01-01 to 2036-12-31. Chart: Earlier care.
    """

    control_until: str
    """On which day was it last charted that the ulcer did not respond to that control?

    A date written YYYY-MM-DD, from 2000-01-01 to 2036-12-31. Chart: Earlier care.
    """

    edema: Literal["controlled", "not_controlled", "never_there"]
    """Are edema, venous hypertension and lymphedema under control? Chart: Conditions of the wound.

    - `controlled`: yes, after treatment
    - `not_controlled`: no
    """

    colonization: Literal["controlled", "not_controlled", "never_there"]
    """Is any nidus of infection or colonization under control? Chart: Conditions of the wound.

    - `controlled`: yes, after treatment
    - `not_controlled`: no
    """

    underlying: Literal["controlled", "not_controlled", "never_there"]
    """Are cellulitis, osteomyelitis, foreign body and malignant process eliminated? Chart: Conditions of the wound.

    - `controlled`: yes, after treatment
    - `not_controlled`: no
    """

    debridement: Literal["controlled", "not_controlled", "never_there"]
    """Are necrotic tissue and foreign bodies debrided? Chart: Conditions of the wound.

    - `controlled`: yes, after treatment
    - `not_controlled`: no
    """

    environment: bool
    """Does the care protect the wound from trauma, contaminants and whatever aggravates it?

    True or false. Chart: Conditions of the wound.
    """

    off_loading: bool
    """Is the foot kept free of weight, or off-loaded? True or false. Chart: Conditions of the wound."""

    compression: CompressionFindings
    """Which kinds of compression does the patient use? Answer for each one that was looked for.

    Chart: Conditions of the wound.

    - `multilayer`: multilayer dressings
    - `stockings`: compression stockings
    - `pneumatic`: pneumatic compression
    """

    stocking_pressure: int
    """Which pressure do the stockings give? A whole number from 0 to 100 (mmHg). Chart: Conditions of the wound."""

    diligent_use: bool
    """Is diligent use of the compression documented? True or false. Chart: Conditions of the wound."""

    smoking_history: str
    """Where is the smoking history?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Smoking.
    """

    smokes: bool
    """Does the patient smoke tobacco? True or false. Chart: Smoking."""

    counseled: bool
    """Did the patient receive counseling on the effects of smoking on outcomes? True or false. Chart: Smoking."""

    cessation_treatment: bool
    """Did the patient receive treatment for smoking cessation? True or false. Chart: Smoking."""

    product: str
    """Where is the choice of product?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Procedure plan.
    """

    label_allows: bool
    """Does the package label say that the product is for use with all of these structures?

    True or false. Chart: Procedure plan.
    """

    products_together: bool
    """Will more than one product be used at the same time on this wound? True or false. Chart: Procedure plan."""

    planned_applications: int
    """How many applications to this wound are expected over 12 weeks?

    A whole number from 1 to 60 (applications). Chart: Procedure plan.
    """

    applications: list[ApplicationsRecord]
    """List every application to this wound so far, of any product. One day makes one application.

    A list of at most 60 records. Chart: Procedure plan.
    """

    courses: list[CoursesRecord]
    """List every full course of applications to this wound that has ended.

    A list of at most 20 records. Chart: Procedure plan.
    """

    uncontrolled: UncontrolledFindings
    """Which of these are present? Answer for each one that was looked for. Chart: Exclusions.

    - `diabetes_uncontrolled`: uncontrolled diabetes
    - `infection_active`: active infection
    - `charcot`: active Charcot arthropathy of the leg or foot with the ulcer
    - `smoking_unaddressed`: smoking that no physician has tried to address
    - `other_uncontrolled`: another condition or factor without adequate control
    """

    hypersensitive: bool
    """Is the patient known to be hypersensitive to a component of the product? True or false. Chart: Exclusions."""
