"""The type of a request for hypoglossal_stimulation 6.0.0.

Hypoglossal nerve stimulation for obstructive sleep apnea.

A type checker names a misspelt fact and an answer that is none. `check` looks at everything again, also at
ranges and dates, which no type knows.

Generated from policies/hypoglossal_stimulation/6.0.0.yaml; do not edit.
"""

from typing import Literal, TypedDict


class HeartEventsRecord(TypedDict, total=False):
    """A record of the list `heart_events`. What the chart does not say of it is left out."""

    heart_event_date: str
    """Heart event date. A date written YYYY-MM-DD, from 1920-01-01 to 2036-12-31."""


class ContraindicationsFoundFindings(TypedDict, total=False):
    """`contraindications_found`: found (true) or ruled out (false). What nobody looked for is left out."""

    other_device: bool
    """another implanted device that could interact, such as a pacemaker"""

    neuromuscular: bool
    """neuromuscular disease"""

    nerve_palsy: bool
    """palsy of the hypoglossal nerve"""

    lung_disease: bool
    """severe restrictive or obstructive lung disease"""

    pulmonary_hypertension: bool
    """moderate to severe pulmonary arterial hypertension"""

    valve_disease: bool
    """severe valvular heart disease"""

    heart_failure: bool
    """heart failure of NYHA class III or IV"""

    hypertension: bool
    """persistent uncontrolled hypertension despite medication"""

    mental_illness: bool
    """an active, serious mental illness that hinders daily living, the use of the device and the report of problems"""

    other_sleep_disorder: bool
    """another sleep disorder, not of breathing, that would confound the assessment"""

    pregnancy: bool
    """pregnancy, now or planned"""

    cannot_operate: bool
    """inability to operate the remote, with no one to help"""

    airway_control: bool
    """a condition or procedure that compromised the neurological control of the upper airway"""


class Request(TypedDict, total=False):
    """A request for hypoglossal_stimulation 6.0.0. What the chart does not state is left out, and never None."""

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

    age: int
    """How many full years old is the patient on the planned date?

    A whole number from 0 to 125 (years). Chart: Patient.
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

    bmi: float
    """What is the body mass index? A number with at most 1 place from 5 to 150 (kg/m2). Chart: Patient."""

    consultation_date: str
    """When was the first consultation about the implant?

    A date written YYYY-MM-DD, from 2010-01-01 to 2036-12-31. Chart: Sleep study.
    """

    sleep_study_date: str
    """When was the polysomnography? A date written YYYY-MM-DD, from 2010-01-01 to 2036-12-31. Chart: Sleep study."""

    ahi: float
    """What is the apnea-hypopnea index (AHI)?

    A number with at most 1 place from 0 to 250 (events per hour). Chart: Sleep study.
    """

    central_and_mixed: float
    """How many of these events per hour are central and mixed apneas?

    A number with at most 1 place from 0 to 250 (events per hour). Chart: Sleep study.
    """

    ahi_on_cpap: float
    """What is the AHI with the CPAP in use?

    A number with at most 1 place from 0 to 250 (events per hour). Chart: Airway pressure.
    """

    short_nights: int
    """On how many nights a week was the CPAP used for less than 4 hours, or not at all?

    A whole number from 0 to 7 (nights per week). Chart: Airway pressure.
    """

    cpap_returned: bool
    """Was the CPAP returned? True or false. Chart: Airway pressure."""

    intolerance_decided: bool
    """Was it a shared decision that the patient did not tolerate the CPAP, although a sleep expert was consulted?

    True or false. Chart: Airway pressure.
    """

    sleep_endoscopy: str
    """Where is the drug-induced sleep endoscopy?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Airway.
    """

    concentric_collapse: bool
    """Did the sleep endoscopy show complete concentric collapse at the level of the soft palate?

    True or false. Chart: Airway.
    """

    other_anatomy: str
    """Where does the chart describe anatomical findings that would compromise the device, or say that there are none?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Airway.
    """

    mri_counseling: str
    """Where is the counseling about later MRI?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Counseling.
    """

    heart_events: list[HeartEventsRecord]
    """List every myocardial infarction and every severe cardiac arrhythmia.

    A list of at most 60 records. Chart: Contraindications.
    """

    contraindications_found: ContraindicationsFoundFindings
    """Which of these are present? Answer for each one that was looked for. Chart: Contraindications.

    - `other_device`: another implanted device that could interact, such as a pacemaker
    - `neuromuscular`: neuromuscular disease
    - `nerve_palsy`: palsy of the hypoglossal nerve
    - `lung_disease`: severe restrictive or obstructive lung disease
    - `pulmonary_hypertension`: moderate to severe pulmonary arterial hypertension
    - `valve_disease`: severe valvular heart disease
    - `heart_failure`: heart failure of NYHA class III or IV
    - `hypertension`: persistent uncontrolled hypertension despite medication
    - `mental_illness`: an active, serious mental illness that hinders daily living, the use of the device and the
      report of problems
    - `other_sleep_disorder`: another sleep disorder, not of breathing, that would confound the assessment
    - `pregnancy`: pregnancy, now or planned
    - `cannot_operate`: inability to operate the remote, with no one to help
    - `airway_control`: a condition or procedure that compromised the neurological control of the upper airway
    """
