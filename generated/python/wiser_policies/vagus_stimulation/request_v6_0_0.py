"""The type of a request for vagus_stimulation 6.0.0.

Vagus nerve stimulation, first implantation.

A type checker names a misspelt fact and an answer that is none. `check` looks at everything again, also at
ranges and dates, which no type knows.

Generated from policies/vagus_stimulation/6.0.0.yaml; do not edit.
"""

from typing import Literal, TypedDict


class SurgeryFindings(TypedDict, total=False):
    """`surgery`: found (true) or ruled out (false). What nobody looked for is left out."""

    not_candidate: bool
    """the patient is not a candidate for it"""

    surgery_failed: bool
    """it failed"""

    refused: bool
    """the patient refuses it"""


class TreatmentsRecord(TypedDict, total=False):
    """A record of the list `treatments`. What the chart does not say of it is left out."""

    failed: bool
    """Did it fail? True or false."""

    adequate: bool
    """Were dose and duration adequate, as measured by a tool made for this? True or false."""


class VisitsRecord(TypedDict, total=False):
    """A record of the list `visits`. What the chart does not say of it is left out."""

    visit_date: str
    """Visit date. A date written YYYY-MM-DD, from 1990-01-01 to 2036-12-31."""

    major_episode: bool
    """Did a depression scale that guidelines recommend show a major depressive episode? True or false."""


class ExclusionsFindings(TypedDict, total=False):
    """`exclusions`: found (true) or ruled out (false). What nobody looked for is left out."""

    psychotic_features: bool
    """psychotic features in a major depressive episode, now or ever"""

    schizophrenia: bool
    """schizophrenia or schizoaffective disorder, now or ever"""

    other_psychosis: bool
    """another psychotic disorder, now or ever"""

    rapid_cycling: bool
    """rapid cycling bipolar disorder, now or ever"""

    cognitive_disorder: bool
    """delirium, dementia, amnesia or another cognitive disorder, now"""

    suicidal_intent: bool
    """suicidal intent, now"""

    other_investigation: bool
    """treatment with another investigational device or drug"""


class Request(TypedDict, total=False):
    """A request for vagus_stimulation 6.0.0. What the chart does not state is left out, and never None."""

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

    first_implantation: bool
    """Is this the first implantation, and no revision or replacement? True or false. Chart: Procedure plan."""

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

    indication: Literal["seizures", "depression", "other_indication"]
    """What is the stimulator for? Chart: Procedure plan.

    - `seizures`: medically refractory partial onset seizures
    - `depression`: treatment-resistant depression
    - `other_indication`: another condition
    """

    partial_onset: bool
    """Does the patient have partial onset seizures? True or false. Chart: Seizures."""

    refractory: bool
    """Does the chart call the seizures medically refractory? True or false. Chart: Seizures."""

    drugs_failed: bool
    """Did a trial of one or more antiepileptic drugs fail? True or false. Chart: Seizures."""

    drugs_not_tolerated: bool
    """Was a trial of one or more antiepileptic drugs not tolerated? True or false. Chart: Seizures."""

    surgery: SurgeryFindings
    """Which of these does the chart say about epilepsy surgery? Chart: Seizures.

    - `not_candidate`: the patient is not a candidate for it
    - `surgery_failed`: it failed
    - `refused`: the patient refuses it
    """

    decision_shared: bool
    """Did the refusal of surgery follow shared decision-making? True or false. Chart: Seizures."""

    surgery_rationale: str
    """Where is the rationale about epilepsy surgery?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Seizures.
    """

    enrolled: bool
    """Is the patient enrolled in an active trial that CMS approved for this treatment? True or false. Chart: Trial."""

    enrollment: str
    """Where is the enrollment in the trial?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Trial.
    """

    episode_years: int
    """For how many full years has the current episode lasted?

    A whole number from 0 to 100 (years). Chart: Depression.
    """

    episodes: int
    """How many major depressive episodes have there been, the current one among them?

    A whole number from 0 to 200 (episodes). Chart: Depression.
    """

    treatments: list[TreatmentsRecord]
    """List every earlier treatment of the depression. A list of at most 60 records. Chart: Depression."""

    visits: list[VisitsRecord]
    """List every visit at which depression was measured on a scale. One day makes one visit.

    A list of at most 60 records. Chart: Depression.
    """

    regimen_weeks: int
    """For how many full weeks before the planned implantation is the medication regimen stable?

    A whole number from 0 to 5200 (weeks). Chart: Depression.
    """

    exclusions: ExclusionsFindings
    """Which of these are present? Answer for each one that was looked for. Chart: Exclusions.

    - `psychotic_features`: psychotic features in a major depressive episode, now or ever
    - `schizophrenia`: schizophrenia or schizoaffective disorder, now or ever
    - `other_psychosis`: another psychotic disorder, now or ever
    - `rapid_cycling`: rapid cycling bipolar disorder, now or ever
    - `cognitive_disorder`: delirium, dementia, amnesia or another cognitive disorder, now
    - `suicidal_intent`: suicidal intent, now
    - `other_investigation`: treatment with another investigational device or drug
    """
