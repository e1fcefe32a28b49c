"""Induced lesions of the trigeminal nerve: policy nerve_lesions, version 6.0.0.

For requests received on or after 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, section 6.2.2, 2026-04-24.

Generated from policies/nerve_lesions/6.0.0.yaml; do not edit.
It speaks of documentation and makes no coverage decision. None means that the
chart does not say.
"""

from __future__ import annotations

from typing import Any, Final

from wiser_policies._compiled import load
from wiser_policies._dates import is_day
from wiser_policies._result import Result
from wiser_policies._rules import is_codes, read
from wiser_policies._verdicts import Verdict
from wiser_policies.wiser.program_v6_0_0 import (
    ProgramChart,
    verdict_before_service,
    verdict_bill_type,
    verdict_delayed_service,
    verdict_left_the_model,
    verdict_no_emergency,
    verdict_not_exempt,
    verdict_other_program,
    verdict_payer,
    verdict_performance_period,
    verdict_place,
    verdict_requests_open,
    verdict_state,
)


def check(request: object) -> Result:
    """The verdicts on a request, or what makes it invalid.

    `request` is what a JSON reader returns. Never raises. Problems name places, never values.
    """
    if not is_valid(request):
        request, broken = read(POLICY.facts, request)
        if broken:
            return Result(POLICY, (), {}, broken)
    return judge(request)  # type: ignore[arg-type]


def judge(request: dict[str, Any]) -> Result:
    """The verdicts on a request that is known to be valid."""
    chart = Chart(request)
    verdicts = (
        verdict_requests_open(chart),
        verdict_performance_period(chart),
        verdict_payer(chart),
        verdict_state(chart),
        verdict_place(chart),
        verdict_bill_type(chart),
        verdict_no_emergency(chart),
        verdict_not_exempt(chart),
        verdict_before_service(chart),
        verdict_other_program(chart),
        verdict_left_the_model(chart),
        verdict_delayed_service(chart),
        verdict_in_force(chart),
        verdict_listed_code(chart),
        verdict_evaluation(chart),
        verdict_imaging(chart),
        verdict_medications(chart),
        verdict_rationale(chart),
    )
    return Result(POLICY, verdicts, request)


class Chart(ProgramChart):
    """What the chart states, None where it does not say; and what its lists show."""

    __slots__ = (
        "imaging", "trigeminal_neuralgia", "typical_features", "daily_impact", "imaging_unneeded",
        "trigeminal_drugs_failed", "trigeminal_drugs_not_tolerated", "lesion_rationale",
    )

    def __init__(self, request: dict[str, Any]) -> None:
        self.codes: list[str] | None = request.get("codes")
        self.received_date: str | None = request.get("received_date")
        self.service_date: str | None = request.get("service_date")
        self.state: str | None = request.get("state")
        self.imaging: str | None = request.get("imaging")
        self.payer: str | None = request.get("payer")
        self.place_of_service: str | None = request.get("place_of_service")
        self.bill_type: str | None = request.get("bill_type")
        self.emergency_modifier: bool | None = request.get("emergency_modifier")
        self.emergency_revenue: bool | None = request.get("emergency_revenue")
        self.provider_exempt: bool | None = request.get("provider_exempt")
        self.trigeminal_neuralgia: str | None = request.get("trigeminal_neuralgia")
        self.typical_features: str | None = request.get("typical_features")
        self.daily_impact: str | None = request.get("daily_impact")
        self.imaging_unneeded: bool | None = request.get("imaging_unneeded")
        self.trigeminal_drugs_failed: bool | None = request.get("trigeminal_drugs_failed")
        self.trigeminal_drugs_not_tolerated: bool | None = request.get("trigeminal_drugs_not_tolerated")
        self.lesion_rationale: str | None = request.get("lesion_rationale")


def verdict_in_force(chart: Chart) -> Verdict:
    """This edition of the rules is the one for the day the request is received.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.2, date of publication
    Readings: A15
    """
    if chart.received_date is None:
        return "missing"
    return "met" if chart.received_date >= "2026-04-24" else "not met"


def verdict_listed_code(chart: Chart) -> Verdict:
    """A procedure code on the request is of this service.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.2, list of codes
    Readings: A19b
    """
    if chart.codes is None:
        return "missing"
    return "met" if not LISTED_CODE_CODES.isdisjoint(chart.codes) else "not met"


def verdict_evaluation(chart: Chart) -> Verdict:
    """Trigeminal neuralgia is diagnosed, and the history shows its features and what it does to daily life.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.2, box 1
    “diagnosis and evaluation”
    """
    if chart.trigeminal_neuralgia is not None and chart.typical_features is not None and chart.daily_impact is not None:
        return "met"
    return "missing"


def verdict_imaging(chart: Chart) -> Verdict:
    """Imaging is on the chart, or the chart says that it does not apply.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.2, box 1
    “as applicable”
    Readings: T1
    """
    if chart.imaging is not None or chart.imaging_unneeded is True:
        return "met"
    return "missing"


def verdict_medications(chart: Chart) -> Verdict:
    """Conventional medications failed, or were not tolerated.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.2, box 2
    “failure of or intolerance to”
    Readings: T2
    """
    if chart.trigeminal_drugs_failed is True or chart.trigeminal_drugs_not_tolerated is True:
        return "met"
    if chart.trigeminal_drugs_failed is False and chart.trigeminal_drugs_not_tolerated is False:
        return "not met"
    return "missing"


def verdict_rationale(chart: Chart) -> Verdict:
    """The chart says why a lesion was chosen over other surgical options.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.2, box 3
    “over other surgical options”
    Readings: T3
    """
    if chart.lesion_rationale is not None:
        return "met"
    return "missing"


def is_valid(request: object) -> bool:
    """The fast look at the types: what it refuses, `problems` looks at again."""
    if type(request) is not dict:
        return False
    try:
        codes = request.get("codes")
        received_date = request.get("received_date")
        service_date = request.get("service_date")
        state = request.get("state")
        imaging = request.get("imaging")
        payer = request.get("payer")
        place_of_service = request.get("place_of_service")
        bill_type = request.get("bill_type")
        emergency_modifier = request.get("emergency_modifier")
        emergency_revenue = request.get("emergency_revenue")
        provider_exempt = request.get("provider_exempt")
        expedited = request.get("expedited")
        decision_date = request.get("decision_date")
        records_asked = request.get("records_asked")
        trigeminal_neuralgia = request.get("trigeminal_neuralgia")
        typical_features = request.get("typical_features")
        daily_impact = request.get("daily_impact")
        imaging_unneeded = request.get("imaging_unneeded")
        trigeminal_drugs_failed = request.get("trigeminal_drugs_failed")
        trigeminal_drugs_not_tolerated = request.get("trigeminal_drugs_not_tolerated")
        lesion_rationale = request.get("lesion_rationale")
        return (
            (codes is None or is_codes(codes, "[0-9A-Z][0-9]{3}[0-9A-Z]"))
            and (
                received_date is None
                or (
                    isinstance(received_date, str)
                    and "2020-01-01" <= received_date <= "2036-12-31"
                    and is_day(received_date)
                )
            )
            and (
                service_date is None
                or (
                    isinstance(service_date, str)
                    and "2020-01-01" <= service_date <= "2036-12-31"
                    and is_day(service_date)
                )
            )
            and (state is None or (isinstance(state, str) and state in STATE_ANSWERS))
            and (imaging is None or (type(imaging) is str and len(imaging) <= 500 and imaging.strip(" \t\n\r") != ""))
            and (payer is None or (isinstance(payer, str) and payer in PAYER_ANSWERS))
            and (
                place_of_service is None
                or (isinstance(place_of_service, str) and place_of_service in PLACE_OF_SERVICE_ANSWERS)
            )
            and (bill_type is None or (isinstance(bill_type, str) and bill_type in BILL_TYPE_ANSWERS))
            and (emergency_modifier is None or emergency_modifier is True or emergency_modifier is False)
            and (emergency_revenue is None or emergency_revenue is True or emergency_revenue is False)
            and (provider_exempt is None or provider_exempt is True or provider_exempt is False)
            and (expedited is None or expedited is True or expedited is False)
            and (
                decision_date is None
                or (
                    isinstance(decision_date, str)
                    and "2026-01-05" <= decision_date <= "2036-12-31"
                    and is_day(decision_date)
                )
            )
            and (
                records_asked is None
                or (
                    isinstance(records_asked, str)
                    and "2026-01-15" <= records_asked <= "2036-12-31"
                    and is_day(records_asked)
                )
            )
            and (
                trigeminal_neuralgia is None
                or (
                    type(trigeminal_neuralgia) is str
                    and len(trigeminal_neuralgia) <= 500
                    and trigeminal_neuralgia.strip(" \t\n\r") != ""
                )
            )
            and (
                typical_features is None
                or (
                    type(typical_features) is str
                    and len(typical_features) <= 500
                    and typical_features.strip(" \t\n\r") != ""
                )
            )
            and (
                daily_impact is None
                or (type(daily_impact) is str and len(daily_impact) <= 500 and daily_impact.strip(" \t\n\r") != "")
            )
            and (imaging_unneeded is None or imaging_unneeded is True or imaging_unneeded is False)
            and (trigeminal_drugs_failed is None or trigeminal_drugs_failed is True or trigeminal_drugs_failed is False)
            and (
                trigeminal_drugs_not_tolerated is None
                or trigeminal_drugs_not_tolerated is True
                or trigeminal_drugs_not_tolerated is False
            )
            and (
                lesion_rationale is None
                or (
                    type(lesion_rationale) is str
                    and len(lesion_rationale) <= 500
                    and lesion_rationale.strip(" \t\n\r") != ""
                )
            )
            # no key that is not a fact, and no null
            and len(request) == (
                (codes is not None)
                + (received_date is not None)
                + (service_date is not None)
                + (state is not None)
                + (imaging is not None)
                + (payer is not None)
                + (place_of_service is not None)
                + (bill_type is not None)
                + (emergency_modifier is not None)
                + (emergency_revenue is not None)
                + (provider_exempt is not None)
                + (expedited is not None)
                + (decision_date is not None)
                + (records_asked is not None)
                + (trigeminal_neuralgia is not None)
                + (typical_features is not None)
                + (daily_impact is not None)
                + (imaging_unneeded is not None)
                + (trigeminal_drugs_failed is not None)
                + (trigeminal_drugs_not_tolerated is not None)
                + (lesion_rationale is not None)
            )
        )
    except Exception:  # of another type, or an object that cannot be compared
        return False


STATE_ANSWERS: Final = frozenset((
    "AZ", "NJ", "OH", "OK", "TX", "WA", "AL", "AK", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL",
    "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NM", "NY", "NC",
    "ND", "OR", "PA", "RI", "SC", "SD", "TN", "UT", "VT", "VA", "WV", "WI", "WY", "AS", "GU", "MP", "PR", "VI",
    "other",
))
PAYER_ANSWERS: Final = frozenset((
    "original", "advantage", "railroad", "veterans", "indian_health", "education_only", "rebill", "other_payer",
))
PLACE_OF_SERVICE_ANSWERS: Final = frozenset(("11", "12", "19", "22", "24", "21", "23", "other_place"))
BILL_TYPE_ANSWERS: Final = frozenset(("13X", "85X", "other_bill"))
LISTED_CODE_CODES: Final = frozenset(("64605", "64610"))

POLICY: Final = load(__spec__)
