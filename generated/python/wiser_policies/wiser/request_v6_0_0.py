"""The type of a request for wiser 6.0.0.

Wasteful and Inappropriate Service Reduction (WISeR) Model.

A type checker names a misspelt fact and an answer that is none. `check` looks at everything again, also at
ranges and dates, which no type knows.

Generated from policies/wiser/6.0.0.yaml; do not edit.
"""

from typing import Literal, TypedDict


class Request(TypedDict, total=False):
    """A request for wiser 6.0.0. What the chart does not state is left out, and never None."""

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

    steroid_injection: bool
    """Will an epidural steroid be injected? True or false. Chart: Procedure plan."""

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

    listed_then: bool
    """Were code and diagnosis on the list of the guide for the day of receipt? True or false. Chart: Request."""

    expedited: bool
    """Was the request accepted as expedited? True or false. Chart: Dates."""

    decision_date: str
    """On which date was the request decided? A date written YYYY-MM-DD, from 2026-01-05 to 2036-12-31. Chart: Dates."""

    records_asked: str
    """On which date were records of a claim asked for?

    A date written YYYY-MM-DD, from 2026-01-15 to 2036-12-31. Chart: Dates.
    """
