"""The type of a request for phrenic_stimulation 6.0.0.

Phrenic nerve stimulator, first implantation.

A type checker names a misspelt fact and an answer that is none. `check` looks at everything again, also at
ranges and dates, which no type knows.

Generated from policies/phrenic_stimulation/6.0.0.yaml; do not edit.
"""

from typing import Literal, TypedDict


class ApneaCareUnsuitableFindings(TypedDict, total=False):
    """`apnea_care_unsuitable`: found (true) or ruled out (false). What nobody looked for is left out."""

    cpap: bool
    """continuous positive airway pressure (CPAP)"""

    bipap: bool
    """bilevel positive airway pressure (BiPAP)"""

    asv: bool
    """adaptive servo-ventilation (ASV)"""

    oxygen: bool
    """nocturnal oxygen"""


class PhrenicContraindicationsFindings(TypedDict, total=False):
    """`phrenic_contraindications`: found (true) or ruled out (false). What nobody looked for is left out."""

    active_infection: bool
    end_stage_failure: bool
    """heart failure of ACC/AHA stage D"""

    recent_stroke: bool
    """recent stroke or transient ischemic attack"""

    kidney_disease: bool
    """renal dialysis now, or severe renal disease"""

    anatomic_barrier: bool
    """palsy of the phrenic nerve, or another anatomic barrier"""

    drug_induced: bool
    """central sleep apnea that opioids or other medication induced"""


class Request(TypedDict, total=False):
    """A request for phrenic_stimulation 6.0.0. What the chart does not state is left out, and never None."""

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

    phrenic_indication: Literal[
        "paralysis", "congenital", "other_insufficiency", "sleep_apnea", "other_phrenic_indication",
    ]
    """What is the stimulator for? Chart: Procedure plan.

    - `paralysis`: hypoventilation by paralysis from a lesion of the brainstem or of the cervical cord at or above C3
    - `congenital`: congenital central hypoventilation
    - `other_insufficiency`: another disorder with ventilatory insufficiency
    - `sleep_apnea`: central sleep apnea
    - `other_phrenic_indication`: another condition
    """

    ventilator_dependent: bool
    """Does the patient depend on a mechanical ventilator, now and then or always?

    True or false. Chart: Hypoventilation.
    """

    permanent_stoma: bool
    """Is a permanent tracheotomy stoma maintained? True or false. Chart: Hypoventilation."""

    insufficiency_cause: str
    """Where is the cause of the ventilatory insufficiency?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Hypoventilation.
    """

    insufficiency_evaluation: str
    """Where is the insufficiency evaluated, for instance by testing the diaphragm?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Hypoventilation.
    """

    insufficiency_care: str
    """Where is the management of the insufficiency to date, with the use of mechanical ventilation?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Hypoventilation.
    """

    phrenic_nerve_intact: bool
    """Is the phrenic nerve shown to be intact, for instance by a conduction study?

    True or false. Chart: Hypoventilation.
    """

    diaphragm_works: bool
    """Is the function of the diaphragm shown to be intact? True or false. Chart: Hypoventilation."""

    severe_lung_disease: bool
    """Is there a severe primary disease of the lungs? True or false. Chart: Hypoventilation."""

    lung_history: str
    """Where does the history speak of diseases of the lungs?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Hypoventilation.
    """

    earlier_chest_imaging: str
    """Where is the earlier chest imaging, or the word that there is none?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Hypoventilation.
    """

    current_chest_imaging: str
    """Where is the current chest imaging?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Hypoventilation.
    """

    lung_function: str
    """Where is the lung function testing?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Hypoventilation.
    """

    lung_function_feasible: bool
    """Is lung function testing feasible? True or false. Chart: Hypoventilation."""

    apnea_cause: Literal["idiopathic", "heart_failure", "medication", "other_apnea_cause"]
    """What causes the central sleep apnea? Chart: Central sleep apnea.

    - `idiopathic`: idiopathic, or primary
    - `medication`: opioids or another medication
    - `other_apnea_cause`: another cause
    """

    apnea_severity: Literal["mild", "moderate", "severe"]
    """How severe is the central sleep apnea, by polysomnography? Chart: Central sleep apnea."""

    polysomnography: str
    """Where is the polysomnography?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Central sleep apnea.
    """

    apnea_care_unsuitable: ApneaCareUnsuitableFindings
    """Which of these failed, were not tolerated or are contraindicated? Answer for each one that was looked for.

    Chart: Central sleep apnea.

    - `cpap`: continuous positive airway pressure (CPAP)
    - `bipap`: bilevel positive airway pressure (BiPAP)
    - `asv`: adaptive servo-ventilation (ASV)
    - `oxygen`: nocturnal oxygen
    """

    asleep_hypoxemia: bool
    """Does the patient have hypoxemia while sleeping? True or false. Chart: Central sleep apnea."""

    heart_failure: bool
    """Does the patient have heart failure? True or false. Chart: Heart."""

    nyha_class: Literal["class_1", "class_2", "class_3", "class_4"]
    """Which New York Heart Association class does the chart give? Chart: Heart.

    - `class_1`: class I
    - `class_2`: class II
    - `class_3`: class III
    - `class_4`: class IV
    """

    ejection_fraction: int
    """What is the left ventricular ejection fraction? A whole number from 0 to 100 (percent). Chart: Heart."""

    heart_therapy: str
    """Where is the stable, optimized, guideline-directed medical therapy of the heart failure?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Heart.
    """

    heart_therapy_unsuitable: bool
    """Does the chart say that guideline-directed medical therapy does not apply to this patient?

    True or false. Chart: Heart.
    """

    heart_device: bool
    """Does the patient have a cardioverter-defibrillator, resynchronization device or pacemaker?

    True or false. Chart: Heart.
    """

    interaction_plan: str
    """Where is the plan for testing how the devices interact?

    Text of 1 to 500 characters that says where it stands in the chart. Chart: Heart.
    """

    phrenic_contraindications: PhrenicContraindicationsFindings
    """Which of these are present? Answer for each one that was looked for. Chart: Contraindications.

    - `end_stage_failure`: heart failure of ACC/AHA stage D
    - `recent_stroke`: recent stroke or transient ischemic attack
    - `kidney_disease`: renal dialysis now, or severe renal disease
    - `anatomic_barrier`: palsy of the phrenic nerve, or another anatomic barrier
    - `drug_induced`: central sleep apnea that opioids or other medication induced
    """
