"""The criteria of the program wiser, version 6.0.0, which its policies share.

Generated from policies/wiser/6.0.0.yaml; do not edit.
"""

from __future__ import annotations

from typing import Final

from wiser_policies._verdicts import Verdict


class ProgramChart:
    """What the chart states of the facts that the program asks for. None: it does not say."""

    __slots__ = (
        "received_date", "service_date", "payer", "state", "place_of_service", "bill_type", "emergency_modifier",
        "emergency_revenue", "provider_exempt", "codes",
    )

    received_date: str | None
    service_date: str | None
    payer: str | None
    state: str | None
    place_of_service: str | None
    bill_type: str | None
    emergency_modifier: bool | None
    emergency_revenue: bool | None
    provider_exempt: bool | None
    codes: list[str] | None


def verdict_requests_open(chart: ProgramChart) -> Verdict:
    """The request came on or after the first day of submission.

    WISeR Provider and Supplier Operational Guide 6.0, section 1.4
    Readings: A1
    """
    if chart.received_date is None:
        return "missing"
    return "met" if chart.received_date >= "2026-01-05" else "not met"


def verdict_performance_period(chart: ProgramChart) -> Verdict:
    """The service falls in the years of the model.

    WISeR Provider and Supplier Operational Guide 6.0, section 1.4 and quick reference
    WISeR Model frequently asked questions, of which only the opening was at hand, date of service
    “on or after January 15, 2026”
    Readings: A1, A2
    """
    if chart.service_date is None:
        return "missing"
    return "met" if chart.service_date >= "2026-01-15" and chart.service_date <= "2031-12-31" else "not met"


def verdict_payer(chart: ProgramChart) -> Verdict:
    """Original Medicare pays.

    WISeR Provider and Supplier Operational Guide 6.0, sections 1.2 and 8.2
    Readings: A20
    """
    if chart.payer is None:
        return "missing"
    return "met" if chart.payer == "original" else "not met"


def verdict_state(chart: ProgramChart) -> Verdict:
    """The service is given in one of the six states of the model.

    WISeR Provider and Supplier Operational Guide 6.0, section 1.4
    Readings: A3
    """
    if chart.state is None:
        return "missing"
    return "met" if chart.state in {"AZ", "NJ", "OH", "OK", "TX", "WA"} else "not met"


def verdict_place(chart: ProgramChart) -> Verdict:
    """The place is an office, a home, a hospital outpatient department or a surgical center.

    WISeR Provider and Supplier Operational Guide 6.0, section 1.5
    Readings: A6, A4, A5
    """
    if chart.place_of_service is None:
        return "missing"
    return "met" if chart.place_of_service in {"11", "12", "19", "22", "24"} else "not met"


def verdict_bill_type(chart: ProgramChart) -> Verdict:
    """The hospital sends an outpatient bill.

    WISeR Provider and Supplier Operational Guide 6.0, section 1.5
    Readings: A6
    """
    if chart.place_of_service is not None and chart.place_of_service not in {"19", "22"}:
        return "not applicable"
    if chart.bill_type == "13X":
        return "met"
    if chart.place_of_service in {"19", "22"} and chart.bill_type is not None and chart.bill_type != "13X":
        return "not met"
    return "missing"


def verdict_no_emergency(chart: ProgramChart) -> Verdict:
    """The claim is not one of an emergency department.

    WISeR Provider and Supplier Operational Guide 6.0, section 8.2
    Readings: A7
    """
    if chart.emergency_modifier is False and chart.emergency_revenue is False:
        return "met"
    if chart.emergency_modifier is True or chart.emergency_revenue is True:
        return "not met"
    return "missing"


def verdict_not_exempt(chart: ProgramChart) -> Verdict:
    """The provider is not exempt from the model.

    WISeR Provider and Supplier Operational Guide 6.0, section 5
    Readings: A21
    """
    if chart.provider_exempt is False:
        return "met"
    if chart.provider_exempt is True:
        return "not met"
    return "missing"


def verdict_before_service(chart: ProgramChart) -> Verdict:
    """The request came before the service.

    WISeR Provider and Supplier Operational Guide 6.0, section 3, item 2
    “before”
    Readings: A17b
    """
    if chart.received_date is not None and chart.service_date is not None and chart.received_date < chart.service_date:
        return "met"
    if (chart.received_date or "2020-01-01") >= (chart.service_date or "2036-12-31"):
        return "not met"
    return "missing"


def verdict_other_program(chart: ProgramChart) -> Verdict:
    """The request is free of codes of CMS's program for hospital outpatient departments.

    WISeR Provider and Supplier Operational Guide 6.0, sections 1.5, 6.2.5 and 6.2.11
    Readings: A22
    """
    if chart.codes is None:
        return "missing"
    return "met" if OTHER_PROGRAM_CODES.isdisjoint(chart.codes) else "not met"


def verdict_left_the_model(chart: ProgramChart) -> Verdict:
    """The request is free of codes that left the model.

    WISeR Provider and Supplier Operational Guide 6.0, version history, version 3.0 of December 23, 2025
    """
    if chart.codes is None:
        return "missing"
    return "met" if "22585" not in chart.codes else "not met"


def verdict_delayed_service(chart: ProgramChart) -> Verdict:
    """The request is free of codes of a delayed service.

    WISeR Provider and Supplier Operational Guide 6.0, section 6.2
    Notice CMS-5056-N2, 91 FR 17282, two services
    Readings: A23
    """
    if chart.codes is None:
        return "missing"
    return "met" if DELAYED_SERVICE_CODES.isdisjoint(chart.codes) else "not met"


OTHER_PROGRAM_CODES: Final = frozenset(("22551", "22552", "63650"))
DELAYED_SERVICE_CODES: Final = frozenset(("61867", "61868"))
