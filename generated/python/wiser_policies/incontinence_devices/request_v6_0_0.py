"""The type of a request for incontinence_devices 6.0.0.

Incontinence control devices for stress urinary incontinence.

A type checker names a misspelt fact and an answer that is none. `check` looks at everything again, also at
ranges and dates, which no type knows.

Generated from policies/incontinence_devices/6.0.0.yaml; do not edit.
"""

from typing import Literal, TypedDict


class OtherCausesFindings(TypedDict, total=False):
    """`other_causes`: found (true) or ruled out (false). What nobody looked for is left out."""

    urinary_infection: bool
    """urinary tract infection"""

    overflow: bool
    """high residual volume after voiding, with a concern for overflow incontinence"""

    prolapse: bool
    """high-grade prolapse, where its reduction does not show stress incontinence"""

    another_cause: bool
    """another cause, instead of stress, of the incontinence"""


class IncontinenceCareFailedFindings(TypedDict, total=False):
    """`incontinence_care_failed`: found (true) or ruled out (false). What nobody looked for is left out."""

    lifestyle: bool
    """lifestyle changes"""

    pelvic_training: bool
    """pelvic floor muscle training"""

    vaginal_estrogen: bool
    """low-dose vaginal estrogen"""

    support_devices: bool
    sui_surgery: bool
    """earlier surgery for stress incontinence"""

    other_incontinence_care: bool
    """another treatment"""


class IncontinenceCareUnsuitableFindings(TypedDict, total=False):
    """`incontinence_care_unsuitable`: found (true) or ruled out (false). What nobody looked for is left out."""

    lifestyle: bool
    """lifestyle changes"""

    pelvic_training: bool
    """pelvic floor muscle training"""

    vaginal_estrogen: bool
    """low-dose vaginal estrogen"""

    support_devices: bool
    sui_surgery: bool
    """earlier surgery for stress incontinence"""


class ConcomitantRepairsFindings(TypedDict, total=False):
    """`concomitant_repairs`: found (true) or ruled out (false). What nobody looked for is left out."""

    diverticulectomy: bool
    """urethral diverticulectomy"""

    fistula_repair: bool
    """repair of a urethrovaginal fistula"""

    mesh_excision: bool
    """excision of urethral mesh"""


class Request(TypedDict, total=False):
    """A request for incontinence_devices 6.0.0. What the chart does not state is left out, and never None."""

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

    stress_incontinence_diagnosis: str
    """Where is the diagnosis of stress urinary incontinence?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: History.
    """

    pelvic_history: str
    """Where is the history of prostate or pelvic surgery, radiation or urethral trauma, or the word that it does not
    apply?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: History.
    """

    pelvic_examination: str
    """Where is the physical examination, pelvic or rectal, or the word that it does not apply?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Examination and imaging.
    """

    urinalysis: Literal["normal", "abnormal"]
    """What does the urinalysis show? Chart: Examination and imaging."""

    urinalysis_followed: str
    """Where is the further evaluation of the abnormal urinalysis?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Examination and imaging.
    """

    leakage_shown: str
    """Where does a cough or bladder stress test, or another objective demonstration, show the incontinence?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Examination and imaging.
    """

    comfortably_full: bool
    """Was the bladder comfortably full for the test or the demonstration?

    True or false. Chart: Examination and imaging.
    """

    diary_applies: bool
    """Does the chart call for a voiding diary? True or false. Chart: Further testing."""

    diary_hours: float
    """How many hours does the voiding diary cover?

    A number with at most 1 place from 0 to 1000 (hours). Chart: Further testing.
    """

    tract_concern: bool
    """Is there a concern for an abnormality of the urinary tract? True or false. Chart: Further testing."""

    cystoscopy: str
    """Where is the cystoscopy?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Further testing.
    """

    mixed_symptoms: bool
    """Are the symptoms complicated or mixed? True or false. Chart: Further testing."""

    urodynamic_test: str
    """Where is the urodynamic testing?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Further testing.
    """

    other_causes: OtherCausesFindings
    """Which of these are known or suspected? Answer for each one that was looked for. Chart: Other causes.

    - `urinary_infection`: urinary tract infection
    - `overflow`: high residual volume after voiding, with a concern for overflow incontinence
    - `prolapse`: high-grade prolapse, where its reduction does not show stress incontinence
    - `another_cause`: another cause, instead of stress, of the incontinence
    """

    incontinence_care_failed: IncontinenceCareFailedFindings
    """Which of these measures and treatments were tried and failed? Answer for each one that was looked for.

    Chart: Earlier care.

    - `lifestyle`: lifestyle changes
    - `pelvic_training`: pelvic floor muscle training
    - `vaginal_estrogen`: low-dose vaginal estrogen
    - `sui_surgery`: earlier surgery for stress incontinence
    - `other_incontinence_care`: another treatment
    """

    incontinence_care_unsuitable: IncontinenceCareUnsuitableFindings
    """Which of these are contraindicated, or are meant for other patients? Answer for each one that was looked for.

    Chart: Earlier care.

    - `lifestyle`: lifestyle changes
    - `pelvic_training`: pelvic floor muscle training
    - `vaginal_estrogen`: low-dose vaginal estrogen
    - `sui_surgery`: earlier surgery for stress incontinence
    """

    concomitant: bool
    """Is another procedure planned along with the device? True or false. Chart: Procedure plan."""

    concomitant_described: str
    """Where are the procedures described that are planned along with the device?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Procedure plan.
    """

    concomitant_repairs: ConcomitantRepairsFindings
    """Which of these are planned along with the device? Chart: Procedure plan.

    - `diverticulectomy`: urethral diverticulectomy
    - `fistula_repair`: repair of a urethrovaginal fistula
    - `mesh_excision`: excision of urethral mesh
    """

    autologous_sling: bool
    """Is the device an autologous sling? True or false. Chart: Procedure plan."""
