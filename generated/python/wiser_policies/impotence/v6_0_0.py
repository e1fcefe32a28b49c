"""Insertion of a penile prosthesis: policy impotence, version 6.0.0.

For requests received on or after 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, section 6.2.8, 2026-04-24.

Generated from policies/impotence/6.0.0.yaml; do not edit.
It speaks of documentation and makes no coverage decision. None means that the
chart does not say.
"""

from __future__ import annotations

from typing import Any, Final

from wiser_policies._compiled import load
from wiser_policies._dates import is_day
from wiser_policies._result import Result
from wiser_policies._rules import is_codes, is_findings, read
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
        verdict_earlier_treatments(chart),
        verdict_no_infection(chart),
        verdict_testosterone_level(chart),
        verdict_each_kind(chart),
    )
    return Result(POLICY, verdicts, request)


class Chart(ProgramChart):
    """What the chart states, None where it does not say; and what its lists show."""

    __slots__ = (
        "infections", "dysfunction", "dysfunction_evaluation", "hypogonadism_signs", "testosterone_level",
        "dysfunction_care_failed", "dysfunction_care_unsuitable", "prosthesis_infections",
    )

    def __init__(self, request: dict[str, Any]) -> None:
        self.codes: list[str] | None = request.get("codes")
        self.received_date: str | None = request.get("received_date")
        self.service_date: str | None = request.get("service_date")
        self.state: str | None = request.get("state")
        self.infections: dict[str, bool] | None = request.get("infections")
        self.payer: str | None = request.get("payer")
        self.place_of_service: str | None = request.get("place_of_service")
        self.bill_type: str | None = request.get("bill_type")
        self.emergency_modifier: bool | None = request.get("emergency_modifier")
        self.emergency_revenue: bool | None = request.get("emergency_revenue")
        self.provider_exempt: bool | None = request.get("provider_exempt")
        self.dysfunction: str | None = request.get("dysfunction")
        self.dysfunction_evaluation: str | None = request.get("dysfunction_evaluation")
        self.hypogonadism_signs: bool | None = request.get("hypogonadism_signs")
        self.testosterone_level: str | None = request.get("testosterone_level")
        self.dysfunction_care_failed: dict[str, bool] | None = request.get("dysfunction_care_failed")
        self.dysfunction_care_unsuitable: dict[str, bool] | None = request.get("dysfunction_care_unsuitable")
        self.prosthesis_infections: dict[str, bool] | None = request.get("prosthesis_infections")


def verdict_in_force(chart: Chart) -> Verdict:
    """This edition of the rules is the one for the day the request is received.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.8, date of publication
    Readings: A15
    """
    if chart.received_date is None:
        return "missing"
    return "met" if chart.received_date >= "2026-04-24" else "not met"


def verdict_listed_code(chart: Chart) -> Verdict:
    """A procedure code on the request is of this service.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.8, list of codes
    Readings: A19b
    """
    if chart.codes is None:
        return "missing"
    return "met" if not LISTED_CODE_CODES.isdisjoint(chart.codes) else "not met"


def verdict_evaluation(chart: Chart) -> Verdict:
    """Erectile dysfunction is evaluated and diagnosed.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.8, box 1
    “evaluation and diagnosis”
    """
    if chart.dysfunction_evaluation is not None and chart.dysfunction is not None:
        return "met"
    return "missing"


def verdict_earlier_treatments(chart: Chart) -> Verdict:
    """At least one treatment was tried and failed, or every listed one is contraindicated or does not apply.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.8, box 2, a to e
    “(or contraindicated), such as but not limited to”
    “tried and failed”
    Readings: P3, P4, P6, P2
    """
    if (
        (chart.dysfunction_care_failed is not None and True in chart.dysfunction_care_failed.values())
        or (
            chart.dysfunction_care_unsuitable is not None
            and chart.dysfunction_care_unsuitable.get("oral_drugs") is True
            and chart.dysfunction_care_unsuitable.get("injection") is True
            and chart.dysfunction_care_unsuitable.get("vacuum_device") is True
            and chart.dysfunction_care_unsuitable.get("psychotherapy") is True
            and chart.dysfunction_care_unsuitable.get("testosterone") is True
        )
    ):
        return "met"
    if (
        chart.dysfunction_care_failed is not None
        and len(chart.dysfunction_care_failed) == 6
        and True not in chart.dysfunction_care_failed.values()
        and chart.dysfunction_care_unsuitable is not None
        and (
            chart.dysfunction_care_unsuitable.get("oral_drugs") is False
            or chart.dysfunction_care_unsuitable.get("injection") is False
            or chart.dysfunction_care_unsuitable.get("vacuum_device") is False
            or chart.dysfunction_care_unsuitable.get("psychotherapy") is False
            or chart.dysfunction_care_unsuitable.get("testosterone") is False
        )
    ):
        return "not met"
    return "missing"


def verdict_no_infection(chart: Chart) -> Verdict:
    """Each of three infections was looked for, and none is present.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.8, box 3
    “Absence of systemic infection”
    Readings: P5
    """
    if (
        chart.infections is not None
        and chart.infections.get("systemic_infection") is False
        and chart.prosthesis_infections is not None
        and len(chart.prosthesis_infections) == 2
        and True not in chart.prosthesis_infections.values()
    ):
        return "met"
    if (
        (chart.infections is not None and chart.infections.get("systemic_infection") is True)
        or (chart.prosthesis_infections is not None and True in chart.prosthesis_infections.values())
    ):
        return "not met"
    return "missing"


def verdict_testosterone_level(chart: Chart) -> Verdict:
    """A testosterone level is on the chart where signs point to hypogonadism.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.8, box 1
    Readings: P1
    """
    if chart.hypogonadism_signs is False:
        return "not applicable"
    if chart.testosterone_level is not None:
        return "met"
    return "missing"


def verdict_each_kind(chart: Chart) -> Verdict:
    """Each listed treatment failed, is contraindicated, or does not apply.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.8, box 2
    Readings: P2
    """
    if (
        (
            (chart.dysfunction_care_failed is not None and chart.dysfunction_care_failed.get("oral_drugs") is True)
            or (
                chart.dysfunction_care_unsuitable is not None
                and chart.dysfunction_care_unsuitable.get("oral_drugs") is True
            )
        )
        and (
            (chart.dysfunction_care_failed is not None and chart.dysfunction_care_failed.get("injection") is True)
            or (
                chart.dysfunction_care_unsuitable is not None
                and chart.dysfunction_care_unsuitable.get("injection") is True
            )
        )
        and (
            (chart.dysfunction_care_failed is not None and chart.dysfunction_care_failed.get("vacuum_device") is True)
            or (
                chart.dysfunction_care_unsuitable is not None
                and chart.dysfunction_care_unsuitable.get("vacuum_device") is True
            )
        )
        and (
            (chart.dysfunction_care_failed is not None and chart.dysfunction_care_failed.get("psychotherapy") is True)
            or (
                chart.dysfunction_care_unsuitable is not None
                and chart.dysfunction_care_unsuitable.get("psychotherapy") is True
            )
        )
        and (
            (chart.dysfunction_care_failed is not None and chart.dysfunction_care_failed.get("testosterone") is True)
            or (
                chart.dysfunction_care_unsuitable is not None
                and chart.dysfunction_care_unsuitable.get("testosterone") is True
            )
        )
    ):
        return "met"
    if (
        chart.dysfunction_care_failed is not None
        and (
            (
                chart.dysfunction_care_failed.get("oral_drugs") is False
                and chart.dysfunction_care_unsuitable is not None
                and chart.dysfunction_care_unsuitable.get("oral_drugs") is False
            )
            or (
                chart.dysfunction_care_failed.get("injection") is False
                and chart.dysfunction_care_unsuitable is not None
                and chart.dysfunction_care_unsuitable.get("injection") is False
            )
            or (
                chart.dysfunction_care_failed.get("vacuum_device") is False
                and chart.dysfunction_care_unsuitable is not None
                and chart.dysfunction_care_unsuitable.get("vacuum_device") is False
            )
            or (
                chart.dysfunction_care_failed.get("psychotherapy") is False
                and chart.dysfunction_care_unsuitable is not None
                and chart.dysfunction_care_unsuitable.get("psychotherapy") is False
            )
            or (
                chart.dysfunction_care_failed.get("testosterone") is False
                and chart.dysfunction_care_unsuitable is not None
                and chart.dysfunction_care_unsuitable.get("testosterone") is False
            )
        )
    ):
        return "not met"
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
        infections = request.get("infections")
        payer = request.get("payer")
        place_of_service = request.get("place_of_service")
        bill_type = request.get("bill_type")
        emergency_modifier = request.get("emergency_modifier")
        emergency_revenue = request.get("emergency_revenue")
        provider_exempt = request.get("provider_exempt")
        expedited = request.get("expedited")
        decision_date = request.get("decision_date")
        records_asked = request.get("records_asked")
        dysfunction = request.get("dysfunction")
        dysfunction_evaluation = request.get("dysfunction_evaluation")
        hypogonadism_signs = request.get("hypogonadism_signs")
        testosterone_level = request.get("testosterone_level")
        dysfunction_care_failed = request.get("dysfunction_care_failed")
        dysfunction_care_unsuitable = request.get("dysfunction_care_unsuitable")
        prosthesis_infections = request.get("prosthesis_infections")
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
            and (infections is None or is_findings(infections, INFECTIONS_ANSWERS))
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
                dysfunction is None
                or (type(dysfunction) is str and len(dysfunction) <= 500 and dysfunction.strip(" \t\n\r") != "")
            )
            and (
                dysfunction_evaluation is None
                or (
                    type(dysfunction_evaluation) is str
                    and len(dysfunction_evaluation) <= 500
                    and dysfunction_evaluation.strip(" \t\n\r") != ""
                )
            )
            and (hypogonadism_signs is None or hypogonadism_signs is True or hypogonadism_signs is False)
            and (
                testosterone_level is None
                or (
                    type(testosterone_level) is str
                    and len(testosterone_level) <= 500
                    and testosterone_level.strip(" \t\n\r") != ""
                )
            )
            and (
                dysfunction_care_failed is None
                or is_findings(dysfunction_care_failed, DYSFUNCTION_CARE_FAILED_ANSWERS)
            )
            and (
                dysfunction_care_unsuitable is None
                or is_findings(dysfunction_care_unsuitable, DYSFUNCTION_CARE_UNSUITABLE_ANSWERS)
            )
            and (prosthesis_infections is None or is_findings(prosthesis_infections, PROSTHESIS_INFECTIONS_ANSWERS))
            # no key that is not a fact, and no null
            and len(request) == (
                (codes is not None)
                + (received_date is not None)
                + (service_date is not None)
                + (state is not None)
                + (infections is not None)
                + (payer is not None)
                + (place_of_service is not None)
                + (bill_type is not None)
                + (emergency_modifier is not None)
                + (emergency_revenue is not None)
                + (provider_exempt is not None)
                + (expedited is not None)
                + (decision_date is not None)
                + (records_asked is not None)
                + (dysfunction is not None)
                + (dysfunction_evaluation is not None)
                + (hypogonadism_signs is not None)
                + (testosterone_level is not None)
                + (dysfunction_care_failed is not None)
                + (dysfunction_care_unsuitable is not None)
                + (prosthesis_infections is not None)
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
INFECTIONS_ANSWERS: Final = frozenset((
    "discitis", "osteomyelitis", "epidural_abscess", "other_spinal_infection", "systemic_infection",
    "surgical_infection",
))
PAYER_ANSWERS: Final = frozenset((
    "original", "advantage", "railroad", "veterans", "indian_health", "education_only", "rebill", "other_payer",
))
PLACE_OF_SERVICE_ANSWERS: Final = frozenset(("11", "12", "19", "22", "24", "21", "23", "other_place"))
BILL_TYPE_ANSWERS: Final = frozenset(("13X", "85X", "other_bill"))
DYSFUNCTION_CARE_FAILED_ANSWERS: Final = frozenset((
    "oral_drugs", "injection", "vacuum_device", "psychotherapy", "testosterone", "other_dysfunction_care",
))
DYSFUNCTION_CARE_UNSUITABLE_ANSWERS: Final = frozenset((
    "oral_drugs", "injection", "vacuum_device", "psychotherapy", "testosterone",
))
PROSTHESIS_INFECTIONS_ANSWERS: Final = frozenset(("urogenital", "skin"))
LISTED_CODE_CODES: Final = frozenset(("54400", "54401", "54405"))

POLICY: Final = load(__spec__)
