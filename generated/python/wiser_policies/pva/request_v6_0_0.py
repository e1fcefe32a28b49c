"""The type of a request for pva 6.0.0.

Percutaneous vertebral augmentation for a compression fracture.

A type checker names a misspelt fact and an answer that is none. `check` looks at everything again, also at
ranges and dates, which no type knows.

Generated from policies/pva/6.0.0.yaml; do not edit.
"""

from typing import Literal, TypedDict


class InfectionsFindings(TypedDict, total=False):
    """`infections`: found (true) or ruled out (false). What nobody looked for is left out."""

    discitis: bool
    osteomyelitis: bool
    epidural_abscess: bool
    other_spinal_infection: bool
    """another active infection in the spine"""

    systemic_infection: bool
    """active systemic infection"""

    surgical_infection: bool
    """active infection where the procedure enters"""


class ImagingSignsFindings(TypedDict, total=False):
    """`imaging_signs`: found (true) or ruled out (false). What nobody looked for is left out."""

    edema: bool
    """bone marrow edema on MRI"""

    uptake: bool
    """uptake on bone scan, SPECT or CT"""


class Request(TypedDict, total=False):
    """A request for pva 6.0.0. What the chart does not state is left out, and never None."""

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

    pregnant: bool
    """Is the patient pregnant? True or false. Chart: Patient."""

    imaging: str
    """Where is the imaging report?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Examination and imaging.
    """

    unstable: bool
    """Is spinal instability present? True or false. Chart: Stability."""

    infections: InfectionsFindings
    """Which of these infections are present? Answer for each one that was looked for. Chart: Infections.

    - `other_spinal_infection`: another active infection in the spine
    - `systemic_infection`: active systemic infection
    - `surgical_infection`: active infection where the procedure enters
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

    cause: Literal["osteoporosis", "metastasis", "myeloma", "other_cause"]
    """Which cause of the fracture does the request rest on? Chart: Fracture.

    - `metastasis`: osteolytic metastasis
    - `other_cause`: another cause
    """

    debilitating: bool
    """Is the fracture painful and debilitating? True or false. Chart: Fracture."""

    onset: str
    """When did the symptoms of the oldest fracture to be treated begin?

    A date written YYYY-MM-DD, from 1990-01-01 to 2036-12-31. Chart: Fracture.
    """

    phase: Literal["acute", "subacute", "chronic", "no_word"]
    """What does the chart call the fracture? Chart: Fracture.

    - `no_word`: no such word
    """

    severe_pain: bool
    """Does the destruction of the vertebral body cause severe back pain? True or false. Chart: Fracture."""

    cortex_spared: bool
    """Is the major part of the cortical bone spared? True or false. Chart: Fracture."""

    imaging_signs: ImagingSignsFindings
    """Which of these does advanced imaging show in a fracture to be treated? Chart: Examination and imaging.

    - `edema`: bone marrow edema on MRI
    - `uptake`: uptake on bone scan, SPECT or CT
    """

    each_level_shown: bool
    """Does advanced imaging show edema or uptake at each of the levels to be treated?

    True or false. Chart: Examination and imaging.
    """

    height_loss_grew: bool
    """Has the vertebral body lost more height since an earlier image? True or false. Chart: Examination and imaging."""

    height_reduction: float
    """By how much is the height of the vertebral body reduced?

    A number with at most 1 place from 0 to 100 (percent). Chart: Examination and imaging.
    """

    kyphosis: bool
    """Is there a kyphotic deformity? True or false. Chart: Examination and imaging."""

    hospitalized: bool
    """Is the patient hospitalized? True or false. Chart: Pain and function."""

    pain: float
    """What is the pain score now, NRS or VAS, from 0 to 10? Divide millimeters by 10.

    A number with at most 1 place from 0 to 10 (points). Chart: Pain and function.
    """

    pain_course: Literal["worse", "stable", "better"]
    """How has the pain changed? Chart: Pain and function."""

    rdq: int
    """What is the Roland-Morris (RDQ) score, from 0 to 24?

    A whole number from 0 to 24 (points). Chart: Pain and function.
    """

    pain_from_fracture: bool
    """Is the current back pain mainly due to the fracture to be treated? True or false. Chart: Pain and function."""

    optimal_care: bool
    """Is the pain this strong despite optimal non-surgical care, such as medication or physical therapy, with or
    without rest or bracing?

    True or false. Chart: Earlier care.
    """

    therapy_failed: bool
    """Has medical therapy failed to relieve the pain? True or false. Chart: Earlier care."""

    bone_referral: str
    """Where is the referral for bone density and osteoporosis education?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Osteoporosis care.
    """

    instruction: str
    """Where is the instruction to take part in an osteoporosis prevention or treatment program?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Osteoporosis care.
    """

    cement_allergy: bool
    """Is there an allergy to bone cement or opacification agents? True or false. Chart: Contraindications."""

    coagulopathy: bool
    """Is there an uncorrected coagulopathy? True or false. Chart: Contraindications."""

    myelopathy: bool
    """Is there myelopathy from the fracture? True or false. Chart: Contraindications."""

    deficit: bool
    """Is there a neurologic deficit? True or false. Chart: Contraindications."""

    impingement: bool
    """Is there neural impingement? True or false. Chart: Contraindications."""

    retropulsion: bool
    """Is there retropulsion of the fracture or compromise of the canal? True or false. Chart: Contraindications."""

    fractures_rationale: str
    """Where is the rationale for treating more than three?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Contraindications.
    """

    allergy_rationale: str
    """Where is the rationale for proceeding despite this allergy?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Contraindications.
    """

    coagulopathy_rationale: str
    """Where is the rationale for proceeding despite the coagulopathy?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Contraindications.
    """

    instability_rationale: str
    """Where is the rationale for proceeding despite the instability?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Contraindications.
    """

    myelopathy_rationale: str
    """Where is the rationale for proceeding despite the myelopathy?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Contraindications.
    """

    deficit_rationale: str
    """Where is the rationale for proceeding despite the deficit?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Contraindications.
    """

    impingement_rationale: str
    """Where is the rationale for proceeding despite the impingement?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Contraindications.
    """

    retropulsion_rationale: str
    """Where is the rationale for proceeding despite this finding?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Contraindications.
    """

    fractured: list[Literal[
        "C1", "C2", "C3", "C4", "C5", "C6", "C7", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10", "T11",
        "T12", "L1", "L2", "L3", "L4", "L5", "sacrum",
    ]]
    """Which fractured vertebrae will this procedure treat? Chart: Procedure plan."""
