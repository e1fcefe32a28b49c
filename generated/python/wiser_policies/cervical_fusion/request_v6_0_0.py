"""The type of a request for cervical_fusion 6.0.0.

Cervical fusion.

A type checker names a misspelt fact and an answer that is none. `check` looks at everything again, also at
ranges and dates, which no type knows.

Generated from policies/cervical_fusion/6.0.0.yaml; do not edit.
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


class DeformitiesFindings(TypedDict, total=False):
    """`deformities`: found (true) or ruled out (false). What nobody looked for is left out."""

    kyphosis: bool
    """cervical kyphosis with cord compression"""

    c1_c2_subluxation: bool
    """subluxation at C1-C2"""

    invagination: bool
    """the odontoid pushes into the foramen magnum (basilar invagination)"""

    subaxial_kyphosis: bool
    """kyphosis from instability between C2 and T1"""

    head_drop: bool
    """head drop syndrome"""

    post_laminectomy: bool
    """deformity after laminectomy"""

    after_laminectomy: bool
    """instability after laminectomy"""

    rheumatoid: bool
    """rheumatoid arthritis with instability"""

    spondylolisthesis: bool
    """degenerative cervical spondylolisthesis with instability"""


class LimitsFindings(TypedDict, total=False):
    """`limits`: found (true) or ruled out (false). What nobody looked for is left out."""

    neck_pain: bool
    """severe neck pain"""

    walking: bool
    """difficulty walking"""

    daily_life: bool
    """less able to perform activities of daily living"""

    forward_gaze: bool
    """less able to keep looking straight ahead"""

    other_limit: bool
    """another substantial limitation of function"""


class Request(TypedDict, total=False):
    """A request for cervical_fusion 6.0.0. What the chart does not state is left out, and never None."""

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

    translation: float
    """How far does the unstable segment slip (translation)?

    A number with at most 1 place from 0 to 50 (mm). Chart: Stability.
    """

    angulation: float
    """How far does the unstable segment tilt (angulation)?

    A number with at most 1 place from 0 to 90 (degrees). Chart: Stability.
    """

    injury: bool
    """Is there a traumatic injury of the spine, such as a fracture, a dislocation, both together, or torn ligaments?

    True or false. Chart: Injury.
    """

    fracture_likely_unstable: bool
    """Is there a fracture or dislocation without neurological deficit that is likely to make the spine unstable?

    True or false. Chart: Injury.
    """

    fracture_with_deficit: bool
    """Is there a fracture or dislocation with a neurological deficit at its level? True or false. Chart: Injury."""

    tumor: bool
    """Does a tumor, malignant or benign, involve the spine or the spinal canal? True or false. Chart: Tumor."""

    tumor_did_harm: bool
    """Has the tumor caused instability or a neurologic deficit? True or false. Chart: Tumor."""

    tumor_needs_stabilization: bool
    """Will treating the tumor likely require that the spine is stabilized? True or false. Chart: Tumor."""

    treatment_harms: bool
    """Will the treatment expected for the tumor likely cause instability or a neurologic deficit?

    True or false. Chart: Tumor.
    """

    infection_shown: bool
    """Does imaging or another study, such as a biopsy or a bone aspirate, show the infection?

    True or false. Chart: Infection of the spine.
    """

    body_destroyed: bool
    """Does imaging show destruction of a vertebral body? True or false. Chart: Infection of the spine."""

    debridement_harms: bool
    """Is it documented that debridement of the spine will make a vertebra unstable?

    True or false. Chart: Infection of the spine.
    """

    deformities: DeformitiesFindings
    """Which of these deformities, if they include the cervical spine, are present? Answer for each one that was looked
    for.

    Chart: Deformity.

    - `kyphosis`: cervical kyphosis with cord compression
    - `c1_c2_subluxation`: subluxation at C1-C2
    - `invagination`: the odontoid pushes into the foramen magnum (basilar invagination)
    - `subaxial_kyphosis`: kyphosis from instability between C2 and T1
    - `head_drop`: head drop syndrome
    - `post_laminectomy`: deformity after laminectomy
    - `after_laminectomy`: instability after laminectomy
    - `rheumatoid`: rheumatoid arthritis with instability
    - `spondylolisthesis`: degenerative cervical spondylolisthesis with instability
    """

    limits: LimitsFindings
    """Which of these substantially limit the patient's function? Answer for each one that was looked for.

    Chart: Deformity.

    - `neck_pain`: severe neck pain
    - `walking`: difficulty walking
    - `daily_life`: less able to perform activities of daily living
    - `forward_gaze`: less able to keep looking straight ahead
    - `other_limit`: another substantial limitation of function
    """

    progression: bool
    """Is the deformity progressing? True or false. Chart: Deformity."""

    pseudarthrosis: bool
    """Has an earlier fusion failed to heal (pseudarthrosis), with symptoms? True or false. Chart: Earlier fusion."""

    fusion_date: str
    """When was the earlier fusion that did not heal?

    A date written YYYY-MM-DD, from 1950-01-01 to 2036-12-31. Chart: Earlier fusion.
    """

    non_union_shown: bool
    """Does imaging show the non-union: no bridging bone, or abnormal motion at the fused segment?

    True or false. Chart: Earlier fusion.
    """

    non_union_study: str
    """When was the imaging that shows the non-union?

    A date written YYYY-MM-DD, from 1950-01-01 to 2036-12-31. Chart: Earlier fusion.
    """

    hardware_failure: bool
    """Does imaging show that the hardware broke or moved? True or false. Chart: Earlier fusion."""

    nerve_or_canal_alone: bool
    """Is the only reason for fusion a compressed nerve root (radiculopathy) or a narrow canal (stenosis)?

    True or false. Chart: Procedure plan.
    """

    reaches_above_c2: bool
    """Will the fusion reach above C2? True or false. Chart: Procedure plan."""
