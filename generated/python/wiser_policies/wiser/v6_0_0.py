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

from typing import Any

from wiser_policies._compiled import load
from wiser_policies._dates import is_day
from wiser_policies._result import Result
from wiser_policies._rules import is_codes, read
from wiser_policies._verdicts import MET, MISSING, NOT_APPLICABLE, NOT_MET, Verdict


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
    get = request.get
    codes = get("codes")
    received_date = get("received_date")
    service_date = get("service_date")
    state = get("state")
    diagnoses = get("diagnoses")
    steroid_injection = get("steroid_injection")
    implant_stage = get("implant_stage")
    payer = get("payer")
    place_of_service = get("place_of_service")
    bill_type = get("bill_type")
    emergency_modifier = get("emergency_modifier")
    emergency_revenue = get("emergency_revenue")
    provider_exempt = get("provider_exempt")
    listed_then = get("listed_then")
    expedited = get("expedited")
    decision_date = get("decision_date")
    records_asked = get("records_asked")
    verdicts = (
        verdict_in_force(received_date),
        verdict_listed_code(
            codes,
            implant_stage,
            steroid_injection,
            service_date,
            received_date,
            diagnoses,
            listed_then,
            state,
        ),
        verdict_primary_of_33277(codes),
        verdict_code_63655(codes, implant_stage),
        verdict_code_64561(codes),
        verdict_primary_of_22512(codes),
        verdict_primary_of_22515(codes),
        verdict_code_62323(codes, steroid_injection),
        verdict_primary_of_64480(codes),
        verdict_primary_of_64484(codes),
        verdict_code_c8007(codes, service_date),
        verdict_code_c8011(codes, service_date),
        verdict_primary_of_15272(codes),
        verdict_code_c5271(codes, received_date),
        verdict_code_c5272(codes, received_date),
        verdict_code_c5273(codes, received_date),
        verdict_code_c5274(codes, received_date),
        verdict_code_c5275(codes, received_date),
        verdict_code_c5276(codes, received_date),
        verdict_code_c5277(codes, received_date),
        verdict_code_c5278(codes, received_date),
        verdict_one_service(codes),
        verdict_requests_open(received_date),
        verdict_performance_period(service_date),
        verdict_payer(payer),
        verdict_state(state),
        verdict_place(place_of_service),
        verdict_bill_type(place_of_service, bill_type),
        verdict_no_emergency(emergency_modifier, emergency_revenue),
        verdict_not_exempt(provider_exempt),
        verdict_before_service(received_date, service_date),
        verdict_other_program(codes),
        verdict_left_the_model(codes),
        verdict_delayed_service(codes),
    )
    return Result(POLICY, verdicts, request)


def verdict_in_force(received_date: str | None) -> Verdict:
    """The request is received while this version is in force.

    WISeR Provider and Supplier Operational Guide 6.0, dates of this version
    Readings: A15
    """
    if received_date is not None and received_date >= "2026-01-05":
        return MET
    if received_date is not None and received_date < "2026-01-05":
        return NOT_MET
    return MISSING


def verdict_listed_code(
    codes: list[str] | None,
    implant_stage: str | None,
    steroid_injection: bool | None,
    service_date: str | None,
    received_date: str | None,
    diagnoses: list[str] | None,
    listed_then: bool | None,
    state: str | None,
) -> Verdict:
    """A procedure code of a service of this program is on the request.

    WISeR Provider and Supplier Operational Guide 6.0, list of codes
    “permanent implantation only”
    “only when used for”
    Readings: A18
    """
    if (
        codes is not None
        and (
            not SOME_CODES_1.isdisjoint(codes)
            or ("63655" in codes and implant_stage == "permanent")
            or ("62323" in codes and steroid_injection is True)
            or ("C8007" in codes and service_date is not None and service_date >= "2026-04-06")
            or ("C8011" in codes and service_date is not None and service_date >= "2026-04-06")
            or (
                "64568" in codes
                and received_date is not None
                and (
                    (
                        received_date >= "2026-04-24"
                        and diagnoses is not None
                        and not SOME_DIAGNOSES_1.isdisjoint(diagnoses)
                    )
                    or (received_date < "2026-04-24" and listed_then is True)
                )
            )
            or (
                ("64581" in codes or ("64561" in codes and "64590" in codes))
                and diagnoses is not None
                and not SOME_DIAGNOSES_2.isdisjoint(diagnoses)
            )
            or (
                (
                    not SOME_CODES_2.isdisjoint(codes)
                    or ("C5271" in codes and received_date is not None and received_date < "2026-02-12")
                    or ("C5272" in codes and received_date is not None and received_date < "2026-02-12")
                    or ("C5273" in codes and received_date is not None and received_date < "2026-02-12")
                    or ("C5274" in codes and received_date is not None and received_date < "2026-02-12")
                    or ("C5275" in codes and received_date is not None and received_date < "2026-02-12")
                    or ("C5276" in codes and received_date is not None and received_date < "2026-02-12")
                    or ("C5277" in codes and received_date is not None and received_date < "2026-02-12")
                    or ("C5278" in codes and received_date is not None and received_date < "2026-02-12")
                )
                and state is not None
                and state not in {"AZ", "WA"}
                and received_date is not None
                and (
                    (
                        received_date >= "2026-04-24"
                        and diagnoses is not None
                        and not SOME_DIAGNOSES_3.isdisjoint(diagnoses)
                    )
                    or (received_date < "2026-04-24" and listed_then is True)
                )
            )
        )
    ):
        return MET
    if (
        codes is not None
        and SOME_CODES_1.isdisjoint(codes)
        and ("63655" not in codes or (implant_stage is not None and implant_stage != "permanent"))
        and ("62323" not in codes or steroid_injection is False)
        and ("C8007" not in codes or (service_date is not None and service_date < "2026-04-06"))
        and ("C8011" not in codes or (service_date is not None and service_date < "2026-04-06"))
        and (
            "64568" not in codes
            or (
                (
                    (received_date is not None and received_date < "2026-04-24")
                    or (diagnoses is not None and SOME_DIAGNOSES_1.isdisjoint(diagnoses))
                )
                and ((received_date is not None and received_date >= "2026-04-24") or listed_then is False)
            )
        )
        and (
            ("64581" not in codes and ("64561" not in codes or "64590" not in codes))
            or (diagnoses is not None and SOME_DIAGNOSES_2.isdisjoint(diagnoses))
        )
        and (
            (
                SOME_CODES_2.isdisjoint(codes)
                and ("C5271" not in codes or (received_date is not None and received_date >= "2026-02-12"))
                and ("C5272" not in codes or (received_date is not None and received_date >= "2026-02-12"))
                and ("C5273" not in codes or (received_date is not None and received_date >= "2026-02-12"))
                and ("C5274" not in codes or (received_date is not None and received_date >= "2026-02-12"))
                and ("C5275" not in codes or (received_date is not None and received_date >= "2026-02-12"))
                and ("C5276" not in codes or (received_date is not None and received_date >= "2026-02-12"))
                and ("C5277" not in codes or (received_date is not None and received_date >= "2026-02-12"))
                and ("C5278" not in codes or (received_date is not None and received_date >= "2026-02-12"))
            )
            or state in {"AZ", "WA"}
            or (
                (
                    (received_date is not None and received_date < "2026-04-24")
                    or (diagnoses is not None and SOME_DIAGNOSES_3.isdisjoint(diagnoses))
                )
                and ((received_date is not None and received_date >= "2026-04-24") or listed_then is False)
            )
        )
    ):
        return NOT_MET
    return MISSING


def verdict_primary_of_33277(codes: list[str] | None) -> Verdict:
    """Add-on code 33277 stands beside its primary code.

    WISeR Provider and Supplier Operational Guide 6.0, list of codes
    Readings: A14
    """
    if codes is not None and "33277" not in codes:
        return NOT_APPLICABLE
    if codes is not None and "33276" in codes:
        return MET
    if codes is not None and "33277" in codes and "33276" not in codes:
        return NOT_MET
    return MISSING


def verdict_code_63655(codes: list[str] | None, implant_stage: str | None) -> Verdict:
    """Code 63655 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, section 1.5
    “permanent implantation only”
    """
    if codes is not None and "63655" not in codes:
        return NOT_APPLICABLE
    if implant_stage == "permanent":
        return MET
    if codes is not None and "63655" in codes and implant_stage is not None and implant_stage != "permanent":
        return NOT_MET
    return MISSING


def verdict_code_64561(codes: list[str] | None) -> Verdict:
    """Code 64561 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, list of codes
    """
    if codes is not None and "64561" not in codes:
        return NOT_APPLICABLE
    if codes is not None and "64590" in codes:
        return MET
    if codes is not None and "64561" in codes and "64590" not in codes:
        return NOT_MET
    return MISSING


def verdict_primary_of_22512(codes: list[str] | None) -> Verdict:
    """Add-on code 22512 stands beside its primary code.

    WISeR Provider and Supplier Operational Guide 6.0, list of codes
    Readings: A14
    """
    if codes is not None and "22512" not in codes:
        return NOT_APPLICABLE
    if codes is not None and not SOME_CODES_3.isdisjoint(codes):
        return MET
    if codes is not None and "22512" in codes and SOME_CODES_3.isdisjoint(codes):
        return NOT_MET
    return MISSING


def verdict_primary_of_22515(codes: list[str] | None) -> Verdict:
    """Add-on code 22515 stands beside its primary code.

    WISeR Provider and Supplier Operational Guide 6.0, list of codes
    Readings: A14
    """
    if codes is not None and "22515" not in codes:
        return NOT_APPLICABLE
    if codes is not None and not SOME_CODES_4.isdisjoint(codes):
        return MET
    if codes is not None and "22515" in codes and SOME_CODES_4.isdisjoint(codes):
        return NOT_MET
    return MISSING


def verdict_code_62323(codes: list[str] | None, steroid_injection: bool | None) -> Verdict:
    """Code 62323 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, section 6.2.10
    “only when used for”
    Readings: A18
    """
    if codes is not None and "62323" not in codes:
        return NOT_APPLICABLE
    if steroid_injection is True:
        return MET
    if codes is not None and "62323" in codes and steroid_injection is False:
        return NOT_MET
    return MISSING


def verdict_primary_of_64480(codes: list[str] | None) -> Verdict:
    """Add-on code 64480 stands beside its primary code.

    WISeR Provider and Supplier Operational Guide 6.0, list of codes
    Readings: A14
    """
    if codes is not None and "64480" not in codes:
        return NOT_APPLICABLE
    if codes is not None and "64479" in codes:
        return MET
    if codes is not None and "64480" in codes and "64479" not in codes:
        return NOT_MET
    return MISSING


def verdict_primary_of_64484(codes: list[str] | None) -> Verdict:
    """Add-on code 64484 stands beside its primary code.

    WISeR Provider and Supplier Operational Guide 6.0, list of codes
    Readings: A14
    """
    if codes is not None and "64484" not in codes:
        return NOT_APPLICABLE
    if codes is not None and "64483" in codes:
        return MET
    if codes is not None and "64484" in codes and "64483" not in codes:
        return NOT_MET
    return MISSING


def verdict_code_c8007(codes: list[str] | None, service_date: str | None) -> Verdict:
    """Code C8007 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, Table A12
    """
    if codes is not None and "C8007" not in codes:
        return NOT_APPLICABLE
    if service_date is not None and service_date >= "2026-04-06":
        return MET
    if codes is not None and "C8007" in codes and service_date is not None and service_date < "2026-04-06":
        return NOT_MET
    return MISSING


def verdict_code_c8011(codes: list[str] | None, service_date: str | None) -> Verdict:
    """Code C8011 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, Table A12
    """
    if codes is not None and "C8011" not in codes:
        return NOT_APPLICABLE
    if service_date is not None and service_date >= "2026-04-06":
        return MET
    if codes is not None and "C8011" in codes and service_date is not None and service_date < "2026-04-06":
        return NOT_MET
    return MISSING


def verdict_primary_of_15272(codes: list[str] | None) -> Verdict:
    """Add-on code 15272 stands beside its primary code.

    WISeR Provider and Supplier Operational Guide 6.0, list of codes
    Readings: A14
    """
    if codes is not None and "15272" not in codes:
        return NOT_APPLICABLE
    if codes is not None and "15271" in codes:
        return MET
    if codes is not None and "15272" in codes and "15271" not in codes:
        return NOT_MET
    return MISSING


def verdict_code_c5271(codes: list[str] | None, received_date: str | None) -> Verdict:
    """Code C5271 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, version history, version 4.0
    """
    if codes is not None and "C5271" not in codes:
        return NOT_APPLICABLE
    if received_date is not None and received_date < "2026-02-12":
        return MET
    if codes is not None and "C5271" in codes and received_date is not None and received_date >= "2026-02-12":
        return NOT_MET
    return MISSING


def verdict_code_c5272(codes: list[str] | None, received_date: str | None) -> Verdict:
    """Code C5272 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, version history, version 4.0
    """
    if codes is not None and "C5272" not in codes:
        return NOT_APPLICABLE
    if received_date is not None and received_date < "2026-02-12":
        return MET
    if codes is not None and "C5272" in codes and received_date is not None and received_date >= "2026-02-12":
        return NOT_MET
    return MISSING


def verdict_code_c5273(codes: list[str] | None, received_date: str | None) -> Verdict:
    """Code C5273 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, version history, version 4.0
    """
    if codes is not None and "C5273" not in codes:
        return NOT_APPLICABLE
    if received_date is not None and received_date < "2026-02-12":
        return MET
    if codes is not None and "C5273" in codes and received_date is not None and received_date >= "2026-02-12":
        return NOT_MET
    return MISSING


def verdict_code_c5274(codes: list[str] | None, received_date: str | None) -> Verdict:
    """Code C5274 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, version history, version 4.0
    """
    if codes is not None and "C5274" not in codes:
        return NOT_APPLICABLE
    if received_date is not None and received_date < "2026-02-12":
        return MET
    if codes is not None and "C5274" in codes and received_date is not None and received_date >= "2026-02-12":
        return NOT_MET
    return MISSING


def verdict_code_c5275(codes: list[str] | None, received_date: str | None) -> Verdict:
    """Code C5275 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, version history, version 4.0
    """
    if codes is not None and "C5275" not in codes:
        return NOT_APPLICABLE
    if received_date is not None and received_date < "2026-02-12":
        return MET
    if codes is not None and "C5275" in codes and received_date is not None and received_date >= "2026-02-12":
        return NOT_MET
    return MISSING


def verdict_code_c5276(codes: list[str] | None, received_date: str | None) -> Verdict:
    """Code C5276 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, version history, version 4.0
    """
    if codes is not None and "C5276" not in codes:
        return NOT_APPLICABLE
    if received_date is not None and received_date < "2026-02-12":
        return MET
    if codes is not None and "C5276" in codes and received_date is not None and received_date >= "2026-02-12":
        return NOT_MET
    return MISSING


def verdict_code_c5277(codes: list[str] | None, received_date: str | None) -> Verdict:
    """Code C5277 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, version history, version 4.0
    """
    if codes is not None and "C5277" not in codes:
        return NOT_APPLICABLE
    if received_date is not None and received_date < "2026-02-12":
        return MET
    if codes is not None and "C5277" in codes and received_date is not None and received_date >= "2026-02-12":
        return NOT_MET
    return MISSING


def verdict_code_c5278(codes: list[str] | None, received_date: str | None) -> Verdict:
    """Code C5278 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0, version history, version 4.0
    """
    if codes is not None and "C5278" not in codes:
        return NOT_APPLICABLE
    if received_date is not None and received_date < "2026-02-12":
        return MET
    if codes is not None and "C5278" in codes and received_date is not None and received_date >= "2026-02-12":
        return NOT_MET
    return MISSING


def verdict_one_service(codes: list[str] | None) -> Verdict:
    """The codes on the request are of one service.

    WISeR Provider and Supplier Operational Guide 6.0, one service for each request
    """
    if (
        (codes is not None and "29877" not in codes)
        + (codes is not None and SOME_CODES_5.isdisjoint(codes))
        + (codes is not None and "64568" not in codes)
        + (codes is not None and SOME_CODES_6.isdisjoint(codes))
        + (codes is not None and "63655" not in codes)
        + (codes is not None and SOME_CODES_7.isdisjoint(codes))
        + (codes is not None and SOME_CODES_8.isdisjoint(codes))
        + (codes is not None and SOME_CODES_9.isdisjoint(codes))
        + (codes is not None and SOME_CODES_10.isdisjoint(codes))
        + (codes is not None and SOME_CODES_11.isdisjoint(codes))
        + (codes is not None and "22554" not in codes)
        + (codes is not None and SOME_CODES_12.isdisjoint(codes))
        + (codes is not None and SOME_CODES_13.isdisjoint(codes))
    ) >= 12:
        return MET
    if (
        (codes is not None and "29877" in codes)
        + (codes is not None and not SOME_CODES_5.isdisjoint(codes))
        + (codes is not None and "64568" in codes)
        + (codes is not None and not SOME_CODES_6.isdisjoint(codes))
        + (codes is not None and "63655" in codes)
        + (codes is not None and not SOME_CODES_7.isdisjoint(codes))
        + (codes is not None and not SOME_CODES_8.isdisjoint(codes))
        + (codes is not None and not SOME_CODES_9.isdisjoint(codes))
        + (codes is not None and not SOME_CODES_10.isdisjoint(codes))
        + (codes is not None and not SOME_CODES_11.isdisjoint(codes))
        + (codes is not None and "22554" in codes)
        + (codes is not None and not SOME_CODES_12.isdisjoint(codes))
        + (codes is not None and not SOME_CODES_13.isdisjoint(codes))
    ) >= 2:
        return NOT_MET
    return MISSING


def verdict_requests_open(received_date: str | None) -> Verdict:
    """The request came on or after the first day of submission.

    WISeR Provider and Supplier Operational Guide 6.0, section 1.4
    Readings: A1
    """
    if received_date is not None and received_date >= "2026-01-05":
        return MET
    if received_date is not None and received_date < "2026-01-05":
        return NOT_MET
    return MISSING


def verdict_performance_period(service_date: str | None) -> Verdict:
    """The service falls in the performance period of the model.

    WISeR Provider and Supplier Operational Guide 6.0, section 1.4 and quick reference
    WISeR Model frequently asked questions, of which only the opening was at hand, date of service
    “on or after January 15, 2026”
    Readings: A1, A2
    """
    if service_date is not None and service_date >= "2026-01-15" and service_date <= "2031-12-31":
        return MET
    if service_date is not None and (service_date < "2026-01-15" or service_date > "2031-12-31"):
        return NOT_MET
    return MISSING


def verdict_payer(payer: str | None) -> Verdict:
    """Original Medicare pays.

    WISeR Provider and Supplier Operational Guide 6.0, sections 1.2 and 8.2
    """
    if payer == "original":
        return MET
    if payer is not None and payer != "original":
        return NOT_MET
    return MISSING


def verdict_state(state: str | None) -> Verdict:
    """The service is given in one of the six states of the model.

    WISeR Provider and Supplier Operational Guide 6.0, section 1.4
    Readings: A3
    """
    if state in {"AZ", "NJ", "OH", "OK", "TX", "WA"}:
        return MET
    if state is not None and state not in {"AZ", "NJ", "OH", "OK", "TX", "WA"}:
        return NOT_MET
    return MISSING


def verdict_place(place_of_service: str | None) -> Verdict:
    """The place is an office, a home, a hospital outpatient department or a surgical center.

    WISeR Provider and Supplier Operational Guide 6.0, section 1.5
    Readings: A6, A4, A5
    """
    if place_of_service in {"11", "12", "19", "22", "24"}:
        return MET
    if place_of_service is not None and place_of_service not in {"11", "12", "19", "22", "24"}:
        return NOT_MET
    return MISSING


def verdict_bill_type(place_of_service: str | None, bill_type: str | None) -> Verdict:
    """The hospital sends an outpatient bill.

    WISeR Provider and Supplier Operational Guide 6.0, section 1.5
    Readings: A6
    """
    if place_of_service is not None and place_of_service not in {"19", "22"}:
        return NOT_APPLICABLE
    if bill_type == "13X":
        return MET
    if place_of_service in {"19", "22"} and bill_type is not None and bill_type != "13X":
        return NOT_MET
    return MISSING


def verdict_no_emergency(emergency_modifier: bool | None, emergency_revenue: bool | None) -> Verdict:
    """The claim is not one of an emergency department.

    WISeR Provider and Supplier Operational Guide 6.0, section 8.2
    Readings: A7
    """
    if emergency_modifier is False and emergency_revenue is False:
        return MET
    if emergency_modifier is True or emergency_revenue is True:
        return NOT_MET
    return MISSING


def verdict_not_exempt(provider_exempt: bool | None) -> Verdict:
    """The provider is not exempt from the model.

    WISeR Provider and Supplier Operational Guide 6.0, section 5
    """
    if provider_exempt is False:
        return MET
    if provider_exempt is True:
        return NOT_MET
    return MISSING


def verdict_before_service(received_date: str | None, service_date: str | None) -> Verdict:
    """The request came before the service.

    WISeR Provider and Supplier Operational Guide 6.0, section 3, item 2
    “before”
    """
    if received_date is not None and service_date is not None and received_date < service_date:
        return MET
    if (received_date or "2020-01-01") >= (service_date or "2036-12-31"):
        return NOT_MET
    return MISSING


def verdict_other_program(codes: list[str] | None) -> Verdict:
    """No code on the request belongs to CMS's program for hospital outpatient departments.

    WISeR Provider and Supplier Operational Guide 6.0, sections 1.5, 6.2.5 and 6.2.11
    """
    if codes is not None and SOME_CODES_14.isdisjoint(codes):
        return MET
    if codes is not None and not SOME_CODES_14.isdisjoint(codes):
        return NOT_MET
    return MISSING


def verdict_left_the_model(codes: list[str] | None) -> Verdict:
    """No code on the request has left the model.

    WISeR Provider and Supplier Operational Guide 6.0, version history, version 3.0 of December 23, 2025
    """
    if codes is not None and "22585" not in codes:
        return MET
    if codes is not None and "22585" in codes:
        return NOT_MET
    return MISSING


def verdict_delayed_service(codes: list[str] | None) -> Verdict:
    """No code on the request is of a delayed service.

    WISeR Provider and Supplier Operational Guide 6.0, section 6.2
    Notice CMS-5056-N2, 91 FR 17282, two services
    """
    if codes is not None and SOME_CODES_15.isdisjoint(codes):
        return MET
    if codes is not None and not SOME_CODES_15.isdisjoint(codes):
        return NOT_MET
    return MISSING


def is_valid(request: object) -> bool:
    """The fast look at the types: what it refuses, `problems` looks at again."""
    if type(request) is not dict:
        return False
    get = request.get
    codes = get("codes")
    received_date = get("received_date")
    service_date = get("service_date")
    state = get("state")
    diagnoses = get("diagnoses")
    steroid_injection = get("steroid_injection")
    implant_stage = get("implant_stage")
    payer = get("payer")
    place_of_service = get("place_of_service")
    bill_type = get("bill_type")
    emergency_modifier = get("emergency_modifier")
    emergency_revenue = get("emergency_revenue")
    provider_exempt = get("provider_exempt")
    listed_then = get("listed_then")
    expedited = get("expedited")
    decision_date = get("decision_date")
    records_asked = get("records_asked")
    try:
        return (
            (codes is None or is_codes(codes, "[0-9A-Z][0-9]{3}[0-9A-Z]"))
            and (received_date is None or ("2020-01-01" <= received_date <= "2036-12-31" and is_day(received_date)))
            and (service_date is None or ("2020-01-01" <= service_date <= "2036-12-31" and is_day(service_date)))
            and (state is None or state in STATE_ANSWERS)
            and (diagnoses is None or is_codes(diagnoses, '[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?'))
            and (steroid_injection is None or steroid_injection is True or steroid_injection is False)
            and (implant_stage is None or implant_stage in IMPLANT_STAGE_ANSWERS)
            and (payer is None or payer in PAYER_ANSWERS)
            and (place_of_service is None or place_of_service in PLACE_OF_SERVICE_ANSWERS)
            and (bill_type is None or bill_type in BILL_TYPE_ANSWERS)
            and (emergency_modifier is None or emergency_modifier is True or emergency_modifier is False)
            and (emergency_revenue is None or emergency_revenue is True or emergency_revenue is False)
            and (provider_exempt is None or provider_exempt is True or provider_exempt is False)
            and (listed_then is None or listed_then is True or listed_then is False)
            and (expedited is None or expedited is True or expedited is False)
            and (decision_date is None or ("2026-01-05" <= decision_date <= "2036-12-31" and is_day(decision_date)))
            and (records_asked is None or ("2026-01-15" <= records_asked <= "2036-12-31" and is_day(records_asked)))
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
    except (TypeError, ValueError, AttributeError):  # unhashable, or of another type
        return False


STATE_ANSWERS = frozenset((
    "AZ", "NJ", "OH", "OK", "TX", "WA", "AL", "AK", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL",
    "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NM", "NY", "NC",
    "ND", "OR", "PA", "RI", "SC", "SD", "TN", "UT", "VT", "VA", "WV", "WI", "WY", "AS", "GU", "MP", "PR", "VI",
    "other",
))
IMPLANT_STAGE_ANSWERS = frozenset(("permanent", "trial"))
PAYER_ANSWERS = frozenset((
    "original", "advantage", "railroad", "veterans", "indian_health", "education_only", "rebill", "other_payer",
))
PLACE_OF_SERVICE_ANSWERS = frozenset(("11", "12", "19", "22", "24", "21", "23", "other_place"))
BILL_TYPE_ANSWERS = frozenset(("13X", "85X", "other_bill"))
SOME_CODES_1 = frozenset((
    "22510", "22511", "22512", "22513", "22514", "22515", "22554", "29877", "33276", "33277", "53440", "53445",
    "53451", "53452", "54400", "54401", "54405", "57288", "62321", "64479", "64480", "64483", "64484", "64582",
    "64605", "64610",
))
SOME_DIAGNOSES_1 = frozenset((
    "F31.32", "F31.4", "F31.81", "F32.1", "F32.2", "F33.1", "F33.2", "G40.011", "G40.019", "G40.111", "G40.119",
    "G40.211", "G40.219", "Z00.6",
))
SOME_DIAGNOSES_2 = frozenset(("N39.41", "N39.42", "N39.46", "R33.8", "R33.9", "R35.0", "R39.11", "R39.14", "R39.15"))
SOME_CODES_2 = frozenset(("15271", "15272", "15273", "15274", "15275", "15276", "15277", "15278"))
SOME_DIAGNOSES_3 = frozenset((
    "E08.621", "E09.621", "E10.621", "E11.621", "E13.621", "I83.011", "I83.012", "I83.013", "I83.014", "I83.015",
    "I83.018", "I83.021", "I83.022", "I83.023", "I83.024", "I83.025", "I83.028", "I83.211", "I83.212", "I83.213",
    "I83.214", "I83.215", "I83.218", "I83.221", "I83.222", "I83.223", "I83.224", "I83.225", "I83.228", "I87.011",
    "I87.012", "I87.013", "I87.031", "I87.032", "I87.033", "I87.311", "I87.312", "I87.313", "I87.331", "I87.332",
    "I87.333",
))
SOME_CODES_3 = frozenset(("22510", "22511"))
SOME_CODES_4 = frozenset(("22513", "22514"))
SOME_CODES_5 = frozenset(("64605", "64610"))
SOME_CODES_6 = frozenset(("33276", "33277"))
SOME_CODES_7 = frozenset(("53440", "53445", "53451", "53452", "57288"))
SOME_CODES_8 = frozenset(("64561", "64581"))
SOME_CODES_9 = frozenset(("54400", "54401", "54405"))
SOME_CODES_10 = frozenset(("22510", "22511", "22512", "22513", "22514", "22515"))
SOME_CODES_11 = frozenset(("62321", "62323", "64479", "64480", "64483", "64484"))
SOME_CODES_12 = frozenset(("64582", "C8007", "C8011"))
SOME_CODES_13 = frozenset((
    "15271", "15272", "15273", "15274", "15275", "15276", "15277", "15278", "C5271", "C5272", "C5273", "C5274",
    "C5275", "C5276", "C5277", "C5278",
))
SOME_CODES_14 = frozenset(("22551", "22552", "63650"))
SOME_CODES_15 = frozenset(("61867", "61868"))

POLICY = load(__spec__)
