"""Wasteful and Inappropriate Service Reduction (WISeR) Model: program wiser, version 6.0.0.

For requests received on or after 2026-01-05.
Source: WISeR Provider and Supplier Operational Guide 6.0, 2026-04-24.
Source: WISeR Model frequently asked questions, of which only the opening was at hand.
Source: Notice CMS-5056-N2, 91 FR 17282, 2026-04-06.

Generated from policies/wiser/6.0.0.yaml; do not edit.
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
        verdict_in_force(chart),
        verdict_listed_code(chart),
        verdict_primary_of_33277(chart),
        verdict_code_63655(chart),
        verdict_code_64561(chart),
        verdict_primary_of_22512(chart),
        verdict_primary_of_22515(chart),
        verdict_code_62323(chart),
        verdict_primary_of_64480(chart),
        verdict_primary_of_64484(chart),
        verdict_code_c8007(chart),
        verdict_code_c8011(chart),
        verdict_primary_of_15272(chart),
        verdict_primary_of_15274(chart),
        verdict_primary_of_15276(chart),
        verdict_primary_of_15278(chart),
        verdict_code_c5271(chart),
        verdict_code_c5272(chart),
        verdict_code_c5273(chart),
        verdict_code_c5274(chart),
        verdict_code_c5275(chart),
        verdict_code_c5276(chart),
        verdict_code_c5277(chart),
        verdict_code_c5278(chart),
        verdict_one_service(chart),
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
    )
    return Result(POLICY, verdicts, request)


class Chart(ProgramChart):
    """What the chart states, None where it does not say; and what its lists show."""

    __slots__ = ("diagnoses", "steroid_injection", "implant_stage", "listed_then")

    def __init__(self, request: dict[str, Any]) -> None:
        self.codes: list[str] | None = request.get("codes")
        self.received_date: str | None = request.get("received_date")
        self.service_date: str | None = request.get("service_date")
        self.state: str | None = request.get("state")
        self.diagnoses: list[str] | None = request.get("diagnoses")
        self.steroid_injection: bool | None = request.get("steroid_injection")
        self.implant_stage: str | None = request.get("implant_stage")
        self.payer: str | None = request.get("payer")
        self.place_of_service: str | None = request.get("place_of_service")
        self.bill_type: str | None = request.get("bill_type")
        self.emergency_modifier: bool | None = request.get("emergency_modifier")
        self.emergency_revenue: bool | None = request.get("emergency_revenue")
        self.provider_exempt: bool | None = request.get("provider_exempt")
        self.listed_then: bool | None = request.get("listed_then")


def verdict_in_force(chart: Chart) -> Verdict:
    """This edition of the rules is the one for the day the request is received.

    WISeR Provider and Supplier Operational Guide 6.0, dates of this version
    Readings: A15
    """
    if chart.received_date is None:
        return "missing"
    return "met" if chart.received_date >= "2026-01-05" else "not met"


def verdict_listed_code(chart: Chart) -> Verdict:
    """A procedure code on the request is of a service of this program.

    WISeR Provider and Supplier Operational Guide 6.0, list of codes
    “permanent implantation only”
    “only when used for”
    Readings: A18
    """
    if (
        chart.codes is not None
        and (
            not LISTED_CODE_CODES.isdisjoint(chart.codes)
            or ("63655" in chart.codes and chart.implant_stage == "permanent")
            or ("62323" in chart.codes and chart.steroid_injection is True)
            or ("C8007" in chart.codes and chart.service_date is not None and chart.service_date >= "2026-04-06")
            or ("C8011" in chart.codes and chart.service_date is not None and chart.service_date >= "2026-04-06")
            or (
                "64568" in chart.codes
                and chart.received_date is not None
                and (
                    (
                        chart.received_date >= "2026-04-24"
                        and chart.diagnoses is not None
                        and not LISTED_CODE_DIAGNOSES.isdisjoint(chart.diagnoses)
                    )
                    or (chart.received_date < "2026-04-24" and chart.listed_then is True)
                )
            )
            or (
                ("64581" in chart.codes or ("64561" in chart.codes and "64590" in chart.codes))
                and chart.diagnoses is not None
                and not LISTED_CODE_DIAGNOSES_2.isdisjoint(chart.diagnoses)
            )
            or (
                (
                    not LISTED_CODE_CODES_2.isdisjoint(chart.codes)
                    or (
                        "C5271" in chart.codes
                        and chart.received_date is not None
                        and chart.received_date < "2026-02-12"
                    )
                    or (
                        "C5272" in chart.codes
                        and chart.received_date is not None
                        and chart.received_date < "2026-02-12"
                    )
                    or (
                        "C5273" in chart.codes
                        and chart.received_date is not None
                        and chart.received_date < "2026-02-12"
                    )
                    or (
                        "C5274" in chart.codes
                        and chart.received_date is not None
                        and chart.received_date < "2026-02-12"
                    )
                    or (
                        "C5275" in chart.codes
                        and chart.received_date is not None
                        and chart.received_date < "2026-02-12"
                    )
                    or (
                        "C5276" in chart.codes
                        and chart.received_date is not None
                        and chart.received_date < "2026-02-12"
                    )
                    or (
                        "C5277" in chart.codes
                        and chart.received_date is not None
                        and chart.received_date < "2026-02-12"
                    )
                    or (
                        "C5278" in chart.codes
                        and chart.received_date is not None
                        and chart.received_date < "2026-02-12"
                    )
                )
                and chart.state is not None
                and chart.state not in {"AZ", "WA"}
                and chart.received_date is not None
                and (
                    (
                        chart.received_date >= "2026-04-24"
                        and chart.diagnoses is not None
                        and not LISTED_CODE_DIAGNOSES_3.isdisjoint(chart.diagnoses)
                    )
                    or (chart.received_date < "2026-04-24" and chart.listed_then is True)
                )
            )
        )
    ):
        return "met"
    if (
        chart.codes is not None
        and LISTED_CODE_CODES.isdisjoint(chart.codes)
        and ("63655" not in chart.codes or (chart.implant_stage is not None and chart.implant_stage != "permanent"))
        and ("62323" not in chart.codes or chart.steroid_injection is False)
        and ("C8007" not in chart.codes or (chart.service_date is not None and chart.service_date < "2026-04-06"))
        and ("C8011" not in chart.codes or (chart.service_date is not None and chart.service_date < "2026-04-06"))
        and (
            "64568" not in chart.codes
            or (
                (
                    (chart.received_date is not None and chart.received_date < "2026-04-24")
                    or (chart.diagnoses is not None and LISTED_CODE_DIAGNOSES.isdisjoint(chart.diagnoses))
                )
                and (
                    (chart.received_date is not None and chart.received_date >= "2026-04-24")
                    or chart.listed_then is False
                )
            )
        )
        and (
            ("64581" not in chart.codes and ("64561" not in chart.codes or "64590" not in chart.codes))
            or (chart.diagnoses is not None and LISTED_CODE_DIAGNOSES_2.isdisjoint(chart.diagnoses))
        )
        and (
            (
                LISTED_CODE_CODES_2.isdisjoint(chart.codes)
                and (
                    "C5271" not in chart.codes
                    or (chart.received_date is not None and chart.received_date >= "2026-02-12")
                )
                and (
                    "C5272" not in chart.codes
                    or (chart.received_date is not None and chart.received_date >= "2026-02-12")
                )
                and (
                    "C5273" not in chart.codes
                    or (chart.received_date is not None and chart.received_date >= "2026-02-12")
                )
                and (
                    "C5274" not in chart.codes
                    or (chart.received_date is not None and chart.received_date >= "2026-02-12")
                )
                and (
                    "C5275" not in chart.codes
                    or (chart.received_date is not None and chart.received_date >= "2026-02-12")
                )
                and (
                    "C5276" not in chart.codes
                    or (chart.received_date is not None and chart.received_date >= "2026-02-12")
                )
                and (
                    "C5277" not in chart.codes
                    or (chart.received_date is not None and chart.received_date >= "2026-02-12")
                )
                and (
                    "C5278" not in chart.codes
                    or (chart.received_date is not None and chart.received_date >= "2026-02-12")
                )
            )
            or chart.state in {"AZ", "WA"}
            or (
                (
                    (chart.received_date is not None and chart.received_date < "2026-04-24")
                    or (chart.diagnoses is not None and LISTED_CODE_DIAGNOSES_3.isdisjoint(chart.diagnoses))
                )
                and (
                    (chart.received_date is not None and chart.received_date >= "2026-04-24")
                    or chart.listed_then is False
                )
            )
        )
    ):
        return "not met"
    return "missing"


def verdict_primary_of_33277(chart: Chart) -> Verdict:
    """Add-on code 33277 comes with its primary code.

    WISeR Provider and Supplier Operational Guide 6.0, list of codes
    Readings: A14
    """
    if chart.codes is not None and "33277" not in chart.codes:
        return "not applicable"
    if chart.codes is not None and "33276" in chart.codes:
        return "met"
    if chart.codes is not None and "33277" in chart.codes and "33276" not in chart.codes:
        return "not met"
    return "missing"


def verdict_code_63655(chart: Chart) -> Verdict:
    """Code 63655 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, section 1.5
    “permanent implantation only”
    """
    if chart.codes is not None and "63655" not in chart.codes:
        return "not applicable"
    if chart.implant_stage == "permanent":
        return "met"
    if (
        chart.codes is not None
        and "63655" in chart.codes
        and chart.implant_stage is not None
        and chart.implant_stage != "permanent"
    ):
        return "not met"
    return "missing"


def verdict_code_64561(chart: Chart) -> Verdict:
    """Code 64561 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, list of codes
    """
    if chart.codes is not None and "64561" not in chart.codes:
        return "not applicable"
    if chart.codes is not None and "64590" in chart.codes:
        return "met"
    if chart.codes is not None and "64561" in chart.codes and "64590" not in chart.codes:
        return "not met"
    return "missing"


def verdict_primary_of_22512(chart: Chart) -> Verdict:
    """Add-on code 22512 comes with its primary code.

    WISeR Provider and Supplier Operational Guide 6.0, list of codes
    Readings: A14
    """
    if chart.codes is not None and "22512" not in chart.codes:
        return "not applicable"
    if chart.codes is not None and not PRIMARY_OF_22512_CODES.isdisjoint(chart.codes):
        return "met"
    if chart.codes is not None and "22512" in chart.codes and PRIMARY_OF_22512_CODES.isdisjoint(chart.codes):
        return "not met"
    return "missing"


def verdict_primary_of_22515(chart: Chart) -> Verdict:
    """Add-on code 22515 comes with its primary code.

    WISeR Provider and Supplier Operational Guide 6.0, list of codes
    Readings: A14
    """
    if chart.codes is not None and "22515" not in chart.codes:
        return "not applicable"
    if chart.codes is not None and not PRIMARY_OF_22515_CODES.isdisjoint(chart.codes):
        return "met"
    if chart.codes is not None and "22515" in chart.codes and PRIMARY_OF_22515_CODES.isdisjoint(chart.codes):
        return "not met"
    return "missing"


def verdict_code_62323(chart: Chart) -> Verdict:
    """Code 62323 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, section 6.2.10
    “only when used for”
    Readings: A18
    """
    if chart.codes is not None and "62323" not in chart.codes:
        return "not applicable"
    if chart.steroid_injection is True:
        return "met"
    if chart.codes is not None and "62323" in chart.codes and chart.steroid_injection is False:
        return "not met"
    return "missing"


def verdict_primary_of_64480(chart: Chart) -> Verdict:
    """Add-on code 64480 comes with its primary code.

    WISeR Provider and Supplier Operational Guide 6.0, list of codes
    Readings: A14
    """
    if chart.codes is not None and "64480" not in chart.codes:
        return "not applicable"
    if chart.codes is not None and "64479" in chart.codes:
        return "met"
    if chart.codes is not None and "64480" in chart.codes and "64479" not in chart.codes:
        return "not met"
    return "missing"


def verdict_primary_of_64484(chart: Chart) -> Verdict:
    """Add-on code 64484 comes with its primary code.

    WISeR Provider and Supplier Operational Guide 6.0, list of codes
    Readings: A14
    """
    if chart.codes is not None and "64484" not in chart.codes:
        return "not applicable"
    if chart.codes is not None and "64483" in chart.codes:
        return "met"
    if chart.codes is not None and "64484" in chart.codes and "64483" not in chart.codes:
        return "not met"
    return "missing"


def verdict_code_c8007(chart: Chart) -> Verdict:
    """Code C8007 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, Table A12
    """
    if chart.codes is not None and "C8007" not in chart.codes:
        return "not applicable"
    if chart.service_date is not None and chart.service_date >= "2026-04-06":
        return "met"
    if (
        chart.codes is not None
        and "C8007" in chart.codes
        and chart.service_date is not None
        and chart.service_date < "2026-04-06"
    ):
        return "not met"
    return "missing"


def verdict_code_c8011(chart: Chart) -> Verdict:
    """Code C8011 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, Table A12
    """
    if chart.codes is not None and "C8011" not in chart.codes:
        return "not applicable"
    if chart.service_date is not None and chart.service_date >= "2026-04-06":
        return "met"
    if (
        chart.codes is not None
        and "C8011" in chart.codes
        and chart.service_date is not None
        and chart.service_date < "2026-04-06"
    ):
        return "not met"
    return "missing"


def verdict_primary_of_15272(chart: Chart) -> Verdict:
    """Add-on code 15272 comes with its primary code.

    WISeR Provider and Supplier Operational Guide 6.0, list of codes
    Readings: A14
    """
    if chart.codes is not None and "15272" not in chart.codes:
        return "not applicable"
    if chart.codes is not None and "15271" in chart.codes:
        return "met"
    if chart.codes is not None and "15272" in chart.codes and "15271" not in chart.codes:
        return "not met"
    return "missing"


def verdict_primary_of_15274(chart: Chart) -> Verdict:
    """Add-on code 15274 comes with its primary code.

    WISeR Provider and Supplier Operational Guide 6.0, list of codes
    Readings: A14
    """
    if chart.codes is not None and "15274" not in chart.codes:
        return "not applicable"
    if chart.codes is not None and "15273" in chart.codes:
        return "met"
    if chart.codes is not None and "15274" in chart.codes and "15273" not in chart.codes:
        return "not met"
    return "missing"


def verdict_primary_of_15276(chart: Chart) -> Verdict:
    """Add-on code 15276 comes with its primary code.

    WISeR Provider and Supplier Operational Guide 6.0, list of codes
    Readings: A14
    """
    if chart.codes is not None and "15276" not in chart.codes:
        return "not applicable"
    if chart.codes is not None and "15275" in chart.codes:
        return "met"
    if chart.codes is not None and "15276" in chart.codes and "15275" not in chart.codes:
        return "not met"
    return "missing"


def verdict_primary_of_15278(chart: Chart) -> Verdict:
    """Add-on code 15278 comes with its primary code.

    WISeR Provider and Supplier Operational Guide 6.0, list of codes
    Readings: A14
    """
    if chart.codes is not None and "15278" not in chart.codes:
        return "not applicable"
    if chart.codes is not None and "15277" in chart.codes:
        return "met"
    if chart.codes is not None and "15278" in chart.codes and "15277" not in chart.codes:
        return "not met"
    return "missing"


def verdict_code_c5271(chart: Chart) -> Verdict:
    """Code C5271 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, version history, version 4.0
    """
    if chart.codes is not None and "C5271" not in chart.codes:
        return "not applicable"
    if chart.received_date is not None and chart.received_date < "2026-02-12":
        return "met"
    if (
        chart.codes is not None
        and "C5271" in chart.codes
        and chart.received_date is not None
        and chart.received_date >= "2026-02-12"
    ):
        return "not met"
    return "missing"


def verdict_code_c5272(chart: Chart) -> Verdict:
    """Code C5272 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, version history, version 4.0
    """
    if chart.codes is not None and "C5272" not in chart.codes:
        return "not applicable"
    if chart.received_date is not None and chart.received_date < "2026-02-12":
        return "met"
    if (
        chart.codes is not None
        and "C5272" in chart.codes
        and chart.received_date is not None
        and chart.received_date >= "2026-02-12"
    ):
        return "not met"
    return "missing"


def verdict_code_c5273(chart: Chart) -> Verdict:
    """Code C5273 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, version history, version 4.0
    """
    if chart.codes is not None and "C5273" not in chart.codes:
        return "not applicable"
    if chart.received_date is not None and chart.received_date < "2026-02-12":
        return "met"
    if (
        chart.codes is not None
        and "C5273" in chart.codes
        and chart.received_date is not None
        and chart.received_date >= "2026-02-12"
    ):
        return "not met"
    return "missing"


def verdict_code_c5274(chart: Chart) -> Verdict:
    """Code C5274 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, version history, version 4.0
    """
    if chart.codes is not None and "C5274" not in chart.codes:
        return "not applicable"
    if chart.received_date is not None and chart.received_date < "2026-02-12":
        return "met"
    if (
        chart.codes is not None
        and "C5274" in chart.codes
        and chart.received_date is not None
        and chart.received_date >= "2026-02-12"
    ):
        return "not met"
    return "missing"


def verdict_code_c5275(chart: Chart) -> Verdict:
    """Code C5275 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, version history, version 4.0
    """
    if chart.codes is not None and "C5275" not in chart.codes:
        return "not applicable"
    if chart.received_date is not None and chart.received_date < "2026-02-12":
        return "met"
    if (
        chart.codes is not None
        and "C5275" in chart.codes
        and chart.received_date is not None
        and chart.received_date >= "2026-02-12"
    ):
        return "not met"
    return "missing"


def verdict_code_c5276(chart: Chart) -> Verdict:
    """Code C5276 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, version history, version 4.0
    """
    if chart.codes is not None and "C5276" not in chart.codes:
        return "not applicable"
    if chart.received_date is not None and chart.received_date < "2026-02-12":
        return "met"
    if (
        chart.codes is not None
        and "C5276" in chart.codes
        and chart.received_date is not None
        and chart.received_date >= "2026-02-12"
    ):
        return "not met"
    return "missing"


def verdict_code_c5277(chart: Chart) -> Verdict:
    """Code C5277 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, version history, version 4.0
    """
    if chart.codes is not None and "C5277" not in chart.codes:
        return "not applicable"
    if chart.received_date is not None and chart.received_date < "2026-02-12":
        return "met"
    if (
        chart.codes is not None
        and "C5277" in chart.codes
        and chart.received_date is not None
        and chart.received_date >= "2026-02-12"
    ):
        return "not met"
    return "missing"


def verdict_code_c5278(chart: Chart) -> Verdict:
    """Code C5278 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, version history, version 4.0
    """
    if chart.codes is not None and "C5278" not in chart.codes:
        return "not applicable"
    if chart.received_date is not None and chart.received_date < "2026-02-12":
        return "met"
    if (
        chart.codes is not None
        and "C5278" in chart.codes
        and chart.received_date is not None
        and chart.received_date >= "2026-02-12"
    ):
        return "not met"
    return "missing"


def verdict_one_service(chart: Chart) -> Verdict:
    """The codes on the request are of one service.

    WISeR Provider and Supplier Operational Guide 6.0, one service for each request
    """
    if (
        (chart.codes is not None and "29877" not in chart.codes)
        + (chart.codes is not None and ONE_SERVICE_CODES.isdisjoint(chart.codes))
        + (chart.codes is not None and "64568" not in chart.codes)
        + (chart.codes is not None and ONE_SERVICE_CODES_2.isdisjoint(chart.codes))
        + (chart.codes is not None and "63655" not in chart.codes)
        + (chart.codes is not None and ONE_SERVICE_CODES_3.isdisjoint(chart.codes))
        + (chart.codes is not None and ONE_SERVICE_CODES_4.isdisjoint(chart.codes))
        + (chart.codes is not None and ONE_SERVICE_CODES_5.isdisjoint(chart.codes))
        + (chart.codes is not None and ONE_SERVICE_CODES_6.isdisjoint(chart.codes))
        + (chart.codes is not None and ONE_SERVICE_CODES_7.isdisjoint(chart.codes))
        + (chart.codes is not None and "22554" not in chart.codes)
        + (chart.codes is not None and ONE_SERVICE_CODES_8.isdisjoint(chart.codes))
        + (chart.codes is not None and ONE_SERVICE_CODES_9.isdisjoint(chart.codes))
    ) >= 12:
        return "met"
    if (
        (chart.codes is not None and "29877" in chart.codes)
        + (chart.codes is not None and not ONE_SERVICE_CODES.isdisjoint(chart.codes))
        + (chart.codes is not None and "64568" in chart.codes)
        + (chart.codes is not None and not ONE_SERVICE_CODES_2.isdisjoint(chart.codes))
        + (chart.codes is not None and "63655" in chart.codes)
        + (chart.codes is not None and not ONE_SERVICE_CODES_3.isdisjoint(chart.codes))
        + (chart.codes is not None and not ONE_SERVICE_CODES_4.isdisjoint(chart.codes))
        + (chart.codes is not None and not ONE_SERVICE_CODES_5.isdisjoint(chart.codes))
        + (chart.codes is not None and not ONE_SERVICE_CODES_6.isdisjoint(chart.codes))
        + (chart.codes is not None and not ONE_SERVICE_CODES_7.isdisjoint(chart.codes))
        + (chart.codes is not None and "22554" in chart.codes)
        + (chart.codes is not None and not ONE_SERVICE_CODES_8.isdisjoint(chart.codes))
        + (chart.codes is not None and not ONE_SERVICE_CODES_9.isdisjoint(chart.codes))
    ) >= 2:
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
        diagnoses = request.get("diagnoses")
        steroid_injection = request.get("steroid_injection")
        implant_stage = request.get("implant_stage")
        payer = request.get("payer")
        place_of_service = request.get("place_of_service")
        bill_type = request.get("bill_type")
        emergency_modifier = request.get("emergency_modifier")
        emergency_revenue = request.get("emergency_revenue")
        provider_exempt = request.get("provider_exempt")
        listed_then = request.get("listed_then")
        expedited = request.get("expedited")
        decision_date = request.get("decision_date")
        records_asked = request.get("records_asked")
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
            and (diagnoses is None or is_codes(diagnoses, "[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?"))
            and (steroid_injection is None or steroid_injection is True or steroid_injection is False)
            and (implant_stage is None or (isinstance(implant_stage, str) and implant_stage in IMPLANT_STAGE_ANSWERS))
            and (payer is None or (isinstance(payer, str) and payer in PAYER_ANSWERS))
            and (
                place_of_service is None
                or (isinstance(place_of_service, str) and place_of_service in PLACE_OF_SERVICE_ANSWERS)
            )
            and (bill_type is None or (isinstance(bill_type, str) and bill_type in BILL_TYPE_ANSWERS))
            and (emergency_modifier is None or emergency_modifier is True or emergency_modifier is False)
            and (emergency_revenue is None or emergency_revenue is True or emergency_revenue is False)
            and (provider_exempt is None or provider_exempt is True or provider_exempt is False)
            and (listed_then is None or listed_then is True or listed_then is False)
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
            # no key that is not a fact, and no null
            and len(request) == (
                (codes is not None)
                + (received_date is not None)
                + (service_date is not None)
                + (state is not None)
                + (diagnoses is not None)
                + (steroid_injection is not None)
                + (implant_stage is not None)
                + (payer is not None)
                + (place_of_service is not None)
                + (bill_type is not None)
                + (emergency_modifier is not None)
                + (emergency_revenue is not None)
                + (provider_exempt is not None)
                + (listed_then is not None)
                + (expedited is not None)
                + (decision_date is not None)
                + (records_asked is not None)
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
IMPLANT_STAGE_ANSWERS: Final = frozenset(("permanent", "trial"))
PAYER_ANSWERS: Final = frozenset((
    "original", "advantage", "railroad", "veterans", "indian_health", "education_only", "rebill", "other_payer",
))
PLACE_OF_SERVICE_ANSWERS: Final = frozenset(("11", "12", "19", "22", "24", "21", "23", "other_place"))
BILL_TYPE_ANSWERS: Final = frozenset(("13X", "85X", "other_bill"))
LISTED_CODE_CODES: Final = frozenset((
    "22510", "22511", "22512", "22513", "22514", "22515", "22554", "29877", "33276", "33277", "53440", "53445",
    "53451", "53452", "54400", "54401", "54405", "57288", "62321", "64479", "64480", "64483", "64484", "64582",
    "64605", "64610",
))
LISTED_CODE_DIAGNOSES: Final = frozenset((
    "F31.32", "F31.4", "F31.81", "F32.1", "F32.2", "F33.1", "F33.2", "G40.011", "G40.019", "G40.111", "G40.119",
    "G40.211", "G40.219", "Z00.6",
))
LISTED_CODE_DIAGNOSES_2: Final = frozenset((
    "N39.41", "N39.42", "N39.46", "R33.8", "R33.9", "R35.0", "R39.11", "R39.14", "R39.15",
))
LISTED_CODE_CODES_2: Final = frozenset(("15271", "15272", "15273", "15274", "15275", "15276", "15277", "15278"))
LISTED_CODE_DIAGNOSES_3: Final = frozenset((
    "E08.621", "E09.621", "E10.621", "E11.621", "E13.621", "I83.011", "I83.012", "I83.013", "I83.014", "I83.015",
    "I83.018", "I83.021", "I83.022", "I83.023", "I83.024", "I83.025", "I83.028", "I83.211", "I83.212", "I83.213",
    "I83.214", "I83.215", "I83.218", "I83.221", "I83.222", "I83.223", "I83.224", "I83.225", "I83.228", "I87.011",
    "I87.012", "I87.013", "I87.031", "I87.032", "I87.033", "I87.311", "I87.312", "I87.313", "I87.331", "I87.332",
    "I87.333",
))
PRIMARY_OF_22512_CODES: Final = frozenset(("22510", "22511"))
PRIMARY_OF_22515_CODES: Final = frozenset(("22513", "22514"))
ONE_SERVICE_CODES: Final = frozenset(("64605", "64610"))
ONE_SERVICE_CODES_2: Final = frozenset(("33276", "33277"))
ONE_SERVICE_CODES_3: Final = frozenset(("53440", "53445", "53451", "53452", "57288"))
ONE_SERVICE_CODES_4: Final = frozenset(("64561", "64581"))
ONE_SERVICE_CODES_5: Final = frozenset(("54400", "54401", "54405"))
ONE_SERVICE_CODES_6: Final = frozenset(("22510", "22511", "22512", "22513", "22514", "22515"))
ONE_SERVICE_CODES_7: Final = frozenset(("62321", "62323", "64479", "64480", "64483", "64484"))
ONE_SERVICE_CODES_8: Final = frozenset(("64582", "C8007", "C8011"))
ONE_SERVICE_CODES_9: Final = frozenset((
    "15271", "15272", "15273", "15274", "15275", "15276", "15277", "15278", "C5271", "C5272", "C5273", "C5274",
    "C5275", "C5276", "C5277", "C5278",
))

POLICY: Final = load(__spec__)
