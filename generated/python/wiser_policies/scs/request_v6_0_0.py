"""The type of a request for scs 6.0.0.

Spinal cord stimulator, permanent implantation through a laminectomy.

A type checker names a misspelt fact and an answer that is none. `check` looks at everything again, also at
ranges and dates, which no type knows.

Generated from policies/scs/6.0.0.yaml; do not edit.
"""

from typing import Literal, TypedDict


class FailedFindings(TypedDict, total=False):
    """`failed`: found (true) or ruled out (false). What nobody looked for is left out."""

    drugs: bool
    """medication"""

    physical_therapy: bool
    injections: bool
    spine_surgery: bool
    behavioral_therapy: bool
    """cognitive behavioral therapy"""

    other_treatment: bool
    """another treatment"""


class ContraindicatedFindings(TypedDict, total=False):
    """`contraindicated`: found (true) or ruled out (false). What nobody looked for is left out."""

    drugs: bool
    """medication"""

    physical_therapy: bool
    injections: bool
    spine_surgery: bool
    behavioral_therapy: bool
    """cognitive behavioral therapy"""


class EvaluatedByFindings(TypedDict, total=False):
    """`evaluated_by`: found (true) or ruled out (false). What nobody looked for is left out."""

    psychological: bool
    surgical: bool
    medical: bool
    therapy: bool
    """physical therapy"""


class ObstaclesFindings(TypedDict, total=False):
    """`obstacles`: found (true) or ruled out (false). What nobody looked for is left out."""

    instrumentation: bool
    """previous instrumentation"""

    anatomy: bool
    """challenging anatomy"""

    high_bmi: bool
    """high body mass index"""

    other_obstacle: bool
    """another technical challenge or reason"""


class Request(TypedDict, total=False):
    """A request for scs 6.0.0. What the chart does not state is left out, and never None."""

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

    examination: str
    """Where is the physical examination?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Examination and imaging.
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

    condition: str
    """Where is the condition that calls for the stimulator?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: History.
    """

    chronic_pain: bool
    """Does the patient have chronic intractable pain? True or false. Chart: History."""

    late_resort: bool
    """Is stimulation used only as a late or last resort? True or false. Chart: History."""

    failed: FailedFindings
    """Which of these treatments were tried and failed? Answer for each one that was looked for. Chart: Earlier care.

    - `drugs`: medication
    - `behavioral_therapy`: cognitive behavioral therapy
    - `other_treatment`: another treatment
    """

    contraindicated: ContraindicatedFindings
    """Which of these treatments are contraindicated? Answer for each one that was looked for. Chart: Earlier care.

    - `drugs`: medication
    - `behavioral_therapy`: cognitive behavioral therapy
    """

    evaluated_by: EvaluatedByFindings
    """Which of these evaluations of the patient are on the chart? Chart: Evaluation.

    - `therapy`: physical therapy
    """

    trial_done: bool
    """Was a trial done with a temporarily implanted electrode? True or false. Chart: Trial."""

    trial_report: str
    """Where is the report of the trial?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Trial.
    """

    trial_percutaneous: bool
    """Were the leads of the trial percutaneous? True or false. Chart: Trial."""

    pain_shown_by: Literal["scores", "percentage"]
    """Does the chart show the change in pain as two scores, or as a percentage only? Chart: Trial.

    - `scores`: two scores
    - `percentage`: a percentage only
    """

    pain_before: float
    """What was the pain score before the trial? A number with at most 1 place from 0 to 100 (points). Chart: Trial."""

    pain_during: float
    """What was the pain score with the trial electrode, on the same scale?

    A number with at most 1 place from 0 to 100 (points). Chart: Trial.
    """

    pain_reduction: float
    """By how many percent did the pain fall with the trial electrode? If it did not fall, 0.

    A number with at most 1 place from 0 to 100 (percent). Chart: Trial.
    """

    function_restored: bool
    """Is there evidence that the trial electrode restored function? True or false. Chart: Trial."""

    drugs_halved: bool
    """Were pain drugs cut by half or more with the trial electrode? True or false. Chart: Trial."""

    not_percutaneous: bool
    """Does the chart say that the patient is not a candidate for percutaneous leads?

    True or false. Chart: Procedure plan.
    """

    obstacles: ObstaclesFindings
    """Which of these are the reason that percutaneous leads do not suit? Answer for each one that was looked for.

    Chart: Procedure plan.

    - `instrumentation`: previous instrumentation
    - `anatomy`: challenging anatomy
    - `high_bmi`: high body mass index
    - `other_obstacle`: another technical challenge or reason
    """

    trial_explained: bool
    """Does the chart say why permanent percutaneous leads do not suit, although those of the trial did?

    True or false. Chart: Procedure plan.
    """
