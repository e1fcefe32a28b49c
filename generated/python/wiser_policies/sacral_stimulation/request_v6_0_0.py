"""The type of a request for sacral_stimulation 6.0.0.

Sacral nerve stimulation for urinary incontinence, permanent implantation.

A type checker names a misspelt fact and an answer that is none. `check` looks at everything again, also at
ranges and dates, which no type knows.

Generated from policies/sacral_stimulation/6.0.0.yaml; do not edit.
"""

from typing import Literal, TypedDict


class SecondaryToFindings(TypedDict, total=False):
    """`secondary_to`: found (true) or ruled out (false). What nobody looked for is left out."""

    neurologic_disease: bool
    """a specific neurologic disease"""

    stress_incontinence: bool
    obstruction: bool
    """urinary obstruction"""


class BladderCareFailedFindings(TypedDict, total=False):
    """`bladder_care_failed`: found (true) or ruled out (false). What nobody looked for is left out."""

    behavioral: bool
    """behavioral therapy"""

    medication: bool
    corrective_surgery: bool
    other_bladder_care: bool
    """another treatment"""


class BladderCareContraindicatedFindings(TypedDict, total=False):
    """`bladder_care_contraindicated`: found (true) or ruled out (false). What nobody looked for is left out."""

    behavioral: bool
    """behavioral therapy"""

    medication: bool
    corrective_surgery: bool


class Request(TypedDict, total=False):
    """A request for sacral_stimulation 6.0.0. What the chart does not state is left out, and never None."""

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

    implant_stage: Literal["permanent", "trial"]
    """Is this the permanent implant or a trial? Chart: Procedure plan.

    - `permanent`: permanent implant
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

    diagnosis: str
    """Where is the diagnosis that calls for the stimulator?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: History.
    """

    bladder_disorder: Literal["urge_incontinence", "urgency_frequency", "retention", "other_disorder"]
    """Which disorder is to be treated? Chart: History.

    - `urge_incontinence`: urinary urge incontinence
    - `urgency_frequency`: urgency-frequency syndrome
    - `retention`: urinary retention
    - `other_disorder`: another disorder
    """

    secondary_to: SecondaryToFindings
    """Is the voiding dysfunction a secondary manifestation of one of these? Answer for each that was looked for.

    Chart: History.

    - `neurologic_disease`: a specific neurologic disease
    - `obstruction`: urinary obstruction
    """

    bladder_care_failed: BladderCareFailedFindings
    """Which of these treatments were tried and failed? Answer for each one that was looked for. Chart: Earlier care.

    - `behavioral`: behavioral therapy
    - `other_bladder_care`: another treatment
    """

    bladder_care_contraindicated: BladderCareContraindicatedFindings
    """Which of these treatments are contraindicated? Answer for each one that was looked for. Chart: Earlier care.

    - `behavioral`: behavioral therapy
    """

    keeps_diary: bool
    """Can the patient record a voiding diary well enough to judge the result of the implant?

    True or false. Chart: Test stimulation.
    """

    test_done: bool
    """Was a test stimulation done? True or false. Chart: Test stimulation."""

    test_report: str
    """Where is the report of the test stimulation?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Test stimulation.
    """

    diary_used: bool
    """Was the change with the test stimulation measured through voiding diaries?

    True or false. Chart: Test stimulation.
    """

    change_shown_by: Literal["falling_figure", "rising_figure", "percentage"]
    """Does the diary show the change as two figures, before and with the test, or as a percentage only?

    Chart: Test stimulation.

    - `falling_figure`: two figures of which the lower is better
    - `rising_figure`: two figures of which the higher is better
    - `percentage`: a percentage only
    """

    figure_before_test: float
    """What was the figure of the diary before the test?

    A number with at most 1 place from 0 to 10000. Chart: Test stimulation.
    """

    figure_with_test: float
    """What was the same figure with the test stimulation?

    A number with at most 1 place from 0 to 10000. Chart: Test stimulation.
    """

    improvement: float
    """By how many percent did the diary improve with the test stimulation? If it did not improve, 0.

    A number with at most 1 place from 0 to 1000 (percent). Chart: Test stimulation.
    """

    lead_replaced: bool
    """Does the procedure replace a lead? True or false. Chart: Procedure plan."""
