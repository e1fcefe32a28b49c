"""Sacral nerve stimulation for urinary incontinence, permanent implantation: policy sacral_stimulation, version 6.0.0.

For requests received on or after 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, section 6.2.7, 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, section 1.5, 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, 2026-04-24.

Generated from policies/sacral_stimulation/6.0.0.yaml; do not edit.
It speaks of documentation and makes no coverage decision. None means that the
chart does not say.
"""

from __future__ import annotations

from typing import Any, Final

from wiser_policies._compiled import load
from wiser_policies._dates import is_day
from wiser_policies._result import Result
from wiser_policies._rules import is_codes, is_findings, is_number, read
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
        verdict_code_64561(chart),
        verdict_permanent_implant(chart),
        verdict_diagnosis(chart),
        verdict_not_secondary(chart),
        verdict_earlier_treatments(chart),
        verdict_diary_ability(chart),
        verdict_test_done(chart),
        verdict_test_response(chart),
        verdict_each_kind(chart),
        verdict_first_lead(chart),
        verdict_device_code(chart),
    )
    return Result(POLICY, verdicts, request)


class Chart(ProgramChart):
    """What the chart states, None where it does not say; and what its lists show."""

    __slots__ = (
        "diagnoses", "implant_stage", "diagnosis", "bladder_disorder", "secondary_to", "bladder_care_failed",
        "bladder_care_contraindicated", "keeps_diary", "test_done", "test_report", "diary_used", "change_shown_by",
        "figure_before_test", "figure_with_test", "improvement", "lead_replaced",
    )

    def __init__(self, request: dict[str, Any]) -> None:
        self.codes: list[str] | None = request.get("codes")
        self.received_date: str | None = request.get("received_date")
        self.service_date: str | None = request.get("service_date")
        self.state: str | None = request.get("state")
        self.diagnoses: list[str] | None = request.get("diagnoses")
        self.implant_stage: str | None = request.get("implant_stage")
        self.payer: str | None = request.get("payer")
        self.place_of_service: str | None = request.get("place_of_service")
        self.bill_type: str | None = request.get("bill_type")
        self.emergency_modifier: bool | None = request.get("emergency_modifier")
        self.emergency_revenue: bool | None = request.get("emergency_revenue")
        self.provider_exempt: bool | None = request.get("provider_exempt")
        self.diagnosis: str | None = request.get("diagnosis")
        self.bladder_disorder: str | None = request.get("bladder_disorder")
        self.secondary_to: dict[str, bool] | None = request.get("secondary_to")
        self.bladder_care_failed: dict[str, bool] | None = request.get("bladder_care_failed")
        self.bladder_care_contraindicated: dict[str, bool] | None = request.get("bladder_care_contraindicated")
        self.keeps_diary: bool | None = request.get("keeps_diary")
        self.test_done: bool | None = request.get("test_done")
        self.test_report: str | None = request.get("test_report")
        self.diary_used: bool | None = request.get("diary_used")
        self.change_shown_by: str | None = request.get("change_shown_by")
        self.figure_before_test: float | None = request.get("figure_before_test")
        self.figure_with_test: float | None = request.get("figure_with_test")
        self.improvement: float | None = request.get("improvement")
        self.lead_replaced: bool | None = request.get("lead_replaced")


def verdict_in_force(chart: Chart) -> Verdict:
    """This edition of the rules is the one for the day the request is received.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.7, date of publication
    Readings: A15
    """
    if chart.received_date is None:
        return "missing"
    return "met" if chart.received_date >= "2026-04-24" else "not met"


def verdict_listed_code(chart: Chart) -> Verdict:
    """A procedure code on the request is of this service.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.7, list of codes
    Readings: A19b
    """
    if (
        chart.codes is not None
        and ("64581" in chart.codes or ("64561" in chart.codes and "64590" in chart.codes))
        and chart.diagnoses is not None
        and not LISTED_CODE_DIAGNOSES.isdisjoint(chart.diagnoses)
    ):
        return "met"
    if (
        (
            chart.codes is not None
            and "64581" not in chart.codes
            and ("64561" not in chart.codes or "64590" not in chart.codes)
        )
        or (chart.diagnoses is not None and LISTED_CODE_DIAGNOSES.isdisjoint(chart.diagnoses))
    ):
        return "not met"
    return "missing"


def verdict_code_64561(chart: Chart) -> Verdict:
    """Code 64561 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.7, list of codes
    Readings: A19b
    """
    if chart.codes is not None and "64561" not in chart.codes:
        return "not applicable"
    if chart.codes is not None and "64590" in chart.codes:
        return "met"
    if chart.codes is not None and "64561" in chart.codes and "64590" not in chart.codes:
        return "not met"
    return "missing"


def verdict_permanent_implant(chart: Chart) -> Verdict:
    """The open lead, code 64581, is for the permanent implant.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.7, opening, sentence 1
    WISeR Provider and Supplier Operational Guide 6.0 1.5, permanent implantation only
    “for the permanent implantation procedure”
    Readings: F7b
    """
    if chart.codes is not None and "64581" not in chart.codes:
        return "not applicable"
    if chart.implant_stage == "permanent":
        return "met"
    if (
        chart.codes is not None
        and "64581" in chart.codes
        and chart.implant_stage is not None
        and chart.implant_stage != "permanent"
    ):
        return "not met"
    return "missing"


def verdict_diagnosis(chart: Chart) -> Verdict:
    """The diagnosis is on the chart, and is one of the three that the section names.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.7, opening, sentence 4, and box 1
    “urgency-frequency syndrome, or urinary retention”
    Readings: F7d
    """
    if (
        chart.diagnosis is not None
        and chart.bladder_disorder in {"retention", "urge_incontinence", "urgency_frequency"}
    ):
        return "met"
    if (
        chart.bladder_disorder is not None
        and chart.bladder_disorder not in {"retention", "urge_incontinence", "urgency_frequency"}
    ):
        return "not met"
    return "missing"


def verdict_not_secondary(chart: Chart) -> Verdict:
    """The voiding dysfunction is no secondary manifestation of another disease.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.7, box 1a
    “should not be a secondary manifestation”
    Readings: F7e
    """
    if chart.secondary_to is not None and len(chart.secondary_to) == 3 and True not in chart.secondary_to.values():
        return "met"
    if chart.secondary_to is not None and True in chart.secondary_to.values():
        return "not met"
    return "missing"


def verdict_earlier_treatments(chart: Chart) -> Verdict:
    """At least one treatment was tried and failed, or every listed one is contraindicated.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.7, box 2, a to c
    “(or contraindications), such as but not limited to”
    “treatments tried and failed”
    Readings: F7g, F7f
    """
    if (
        (chart.bladder_care_failed is not None and True in chart.bladder_care_failed.values())
        or (
            chart.bladder_care_contraindicated is not None
            and chart.bladder_care_contraindicated.get("behavioral") is True
            and chart.bladder_care_contraindicated.get("medication") is True
            and chart.bladder_care_contraindicated.get("corrective_surgery") is True
        )
    ):
        return "met"
    if (
        chart.bladder_care_failed is not None
        and len(chart.bladder_care_failed) == 4
        and True not in chart.bladder_care_failed.values()
        and chart.bladder_care_contraindicated is not None
        and (
            chart.bladder_care_contraindicated.get("behavioral") is False
            or chart.bladder_care_contraindicated.get("medication") is False
            or chart.bladder_care_contraindicated.get("corrective_surgery") is False
        )
    ):
        return "not met"
    return "missing"


def verdict_diary_ability(chart: Chart) -> Verdict:
    """The patient can keep a voiding diary from which the result can be judged.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.7, box 3
    “adequate ability to record voiding diary data”
    """
    if chart.keeps_diary is True:
        return "met"
    if chart.keeps_diary is False:
        return "not met"
    return "missing"


def verdict_test_done(chart: Chart) -> Verdict:
    """A test stimulation was done, and its report is there.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.7, opening, sentence 2, and box 4
    “should be done, and documentation should be submitted”
    Readings: F7h
    """
    if chart.test_done is True and chart.test_report is not None:
        return "met"
    if chart.test_done is False:
        return "not met"
    return "missing"


def verdict_test_response(chart: Chart) -> Verdict:
    """The voiding diary improved by at least half with the test stimulation.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.7, box 4
    “(as measured through voiding diaries)”
    “50% or greater”
    Readings: F7i
    """
    if (
        chart.diary_used is True
        and (
            (
                chart.change_shown_by == "falling_figure"
                and chart.figure_before_test is not None
                and chart.figure_before_test > 0
                and chart.figure_with_test is not None
                and 100 * (chart.figure_before_test - chart.figure_with_test) >= 50 * chart.figure_before_test - 0.05
            )
            or (
                chart.change_shown_by == "rising_figure"
                and chart.figure_before_test is not None
                and chart.figure_before_test > 0
                and (
                    100 * ((chart.figure_with_test or 0.0) - chart.figure_before_test)
                    >= 50 * chart.figure_before_test - 0.05
                )
            )
            or (chart.change_shown_by == "percentage" and chart.improvement is not None and chart.improvement >= 50)
        )
    ):
        return "met"
    if (
        chart.diary_used is False
        or (
            (
                (chart.change_shown_by is not None and chart.change_shown_by != "falling_figure")
                or (
                    chart.figure_before_test is not None
                    and (
                        chart.figure_before_test <= 0
                        or (
                            chart.figure_with_test is not None
                            and (
                                100 * (chart.figure_before_test - chart.figure_with_test)
                                < 50 * chart.figure_before_test - 0.05
                            )
                        )
                    )
                )
            )
            and (
                (chart.change_shown_by is not None and chart.change_shown_by != "rising_figure")
                or (
                    chart.figure_before_test is not None
                    and (
                        chart.figure_before_test <= 0
                        or (
                            100 * ((10000.0 if chart.figure_with_test is None else chart.figure_with_test)
                            - chart.figure_before_test)
                            < 50 * chart.figure_before_test - 0.05
                        )
                    )
                )
            )
            and (
                (chart.change_shown_by is not None and chart.change_shown_by != "percentage")
                or (chart.improvement is not None and chart.improvement < 50)
            )
        )
    ):
        return "not met"
    return "missing"


def verdict_each_kind(chart: Chart) -> Verdict:
    """Behavioral therapy, medication and corrective surgery each failed or are contraindicated.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.7, box 2
    Readings: F7f
    """
    if (
        (
            (chart.bladder_care_failed is not None and chart.bladder_care_failed.get("behavioral") is True)
            or (
                chart.bladder_care_contraindicated is not None
                and chart.bladder_care_contraindicated.get("behavioral") is True
            )
        )
        and (
            (chart.bladder_care_failed is not None and chart.bladder_care_failed.get("medication") is True)
            or (
                chart.bladder_care_contraindicated is not None
                and chart.bladder_care_contraindicated.get("medication") is True
            )
        )
        and (
            (chart.bladder_care_failed is not None and chart.bladder_care_failed.get("corrective_surgery") is True)
            or (
                chart.bladder_care_contraindicated is not None
                and chart.bladder_care_contraindicated.get("corrective_surgery") is True
            )
        )
    ):
        return "met"
    if (
        chart.bladder_care_failed is not None
        and (
            (
                chart.bladder_care_failed.get("behavioral") is False
                and chart.bladder_care_contraindicated is not None
                and chart.bladder_care_contraindicated.get("behavioral") is False
            )
            or (
                chart.bladder_care_failed.get("medication") is False
                and chart.bladder_care_contraindicated is not None
                and chart.bladder_care_contraindicated.get("medication") is False
            )
            or (
                chart.bladder_care_failed.get("corrective_surgery") is False
                and chart.bladder_care_contraindicated is not None
                and chart.bladder_care_contraindicated.get("corrective_surgery") is False
            )
        )
    ):
        return "not met"
    return "missing"


def verdict_first_lead(chart: Chart) -> Verdict:
    """The lead is a first one.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.7, opening, sentence 3
    Readings: F7c
    """
    if chart.lead_replaced is False:
        return "met"
    if chart.lead_replaced is True:
        return "not met"
    return "missing"


def verdict_device_code(chart: Chart) -> Verdict:
    """The code of the generator, 64590, comes with 64581.

    WISeR Provider and Supplier Operational Guide 6.0, C, Table C7, list of associated codes
    Readings: F7b
    """
    if chart.codes is not None and "64581" not in chart.codes:
        return "not applicable"
    if chart.codes is not None and "64590" in chart.codes:
        return "met"
    if chart.codes is not None and "64581" in chart.codes and "64590" not in chart.codes:
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
        implant_stage = request.get("implant_stage")
        payer = request.get("payer")
        place_of_service = request.get("place_of_service")
        bill_type = request.get("bill_type")
        emergency_modifier = request.get("emergency_modifier")
        emergency_revenue = request.get("emergency_revenue")
        provider_exempt = request.get("provider_exempt")
        expedited = request.get("expedited")
        decision_date = request.get("decision_date")
        records_asked = request.get("records_asked")
        diagnosis = request.get("diagnosis")
        bladder_disorder = request.get("bladder_disorder")
        secondary_to = request.get("secondary_to")
        bladder_care_failed = request.get("bladder_care_failed")
        bladder_care_contraindicated = request.get("bladder_care_contraindicated")
        keeps_diary = request.get("keeps_diary")
        test_done = request.get("test_done")
        test_report = request.get("test_report")
        diary_used = request.get("diary_used")
        change_shown_by = request.get("change_shown_by")
        figure_before_test = request.get("figure_before_test")
        figure_with_test = request.get("figure_with_test")
        improvement = request.get("improvement")
        lead_replaced = request.get("lead_replaced")
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
                diagnosis is None
                or (type(diagnosis) is str and len(diagnosis) <= 500 and diagnosis.strip(" \t\n\r") != "")
            )
            and (
                bladder_disorder is None
                or (isinstance(bladder_disorder, str) and bladder_disorder in BLADDER_DISORDER_ANSWERS)
            )
            and (secondary_to is None or is_findings(secondary_to, SECONDARY_TO_ANSWERS))
            and (bladder_care_failed is None or is_findings(bladder_care_failed, BLADDER_CARE_FAILED_ANSWERS))
            and (
                bladder_care_contraindicated is None
                or is_findings(bladder_care_contraindicated, BLADDER_CARE_CONTRAINDICATED_ANSWERS)
            )
            and (keeps_diary is None or keeps_diary is True or keeps_diary is False)
            and (test_done is None or test_done is True or test_done is False)
            and (
                test_report is None
                or (type(test_report) is str and len(test_report) <= 500 and test_report.strip(" \t\n\r") != "")
            )
            and (diary_used is None or diary_used is True or diary_used is False)
            and (
                change_shown_by is None
                or (isinstance(change_shown_by, str) and change_shown_by in CHANGE_SHOWN_BY_ANSWERS)
            )
            and (
                figure_before_test is None
                or (type(figure_before_test) is int and 0 <= figure_before_test <= 10000)
                or is_number(figure_before_test, 0, 10000, 1)
            )
            and (
                figure_with_test is None
                or (type(figure_with_test) is int and 0 <= figure_with_test <= 10000)
                or is_number(figure_with_test, 0, 10000, 1)
            )
            and (
                improvement is None
                or (type(improvement) is int and 0 <= improvement <= 1000)
                or is_number(improvement, 0, 1000, 1)
            )
            and (lead_replaced is None or lead_replaced is True or lead_replaced is False)
            # no key that is not a fact, and no null
            and len(request) == (
                (codes is not None)
                + (received_date is not None)
                + (service_date is not None)
                + (state is not None)
                + (diagnoses is not None)
                + (implant_stage is not None)
                + (payer is not None)
                + (place_of_service is not None)
                + (bill_type is not None)
                + (emergency_modifier is not None)
                + (emergency_revenue is not None)
                + (provider_exempt is not None)
                + (expedited is not None)
                + (decision_date is not None)
                + (records_asked is not None)
                + (diagnosis is not None)
                + (bladder_disorder is not None)
                + (secondary_to is not None)
                + (bladder_care_failed is not None)
                + (bladder_care_contraindicated is not None)
                + (keeps_diary is not None)
                + (test_done is not None)
                + (test_report is not None)
                + (diary_used is not None)
                + (change_shown_by is not None)
                + (figure_before_test is not None)
                + (figure_with_test is not None)
                + (improvement is not None)
                + (lead_replaced is not None)
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
BLADDER_DISORDER_ANSWERS: Final = frozenset(("urge_incontinence", "urgency_frequency", "retention", "other_disorder"))
SECONDARY_TO_ANSWERS: Final = frozenset(("neurologic_disease", "stress_incontinence", "obstruction"))
BLADDER_CARE_FAILED_ANSWERS: Final = frozenset(("behavioral", "medication", "corrective_surgery", "other_bladder_care"))
BLADDER_CARE_CONTRAINDICATED_ANSWERS: Final = frozenset(("behavioral", "medication", "corrective_surgery"))
CHANGE_SHOWN_BY_ANSWERS: Final = frozenset(("falling_figure", "rising_figure", "percentage"))
LISTED_CODE_DIAGNOSES: Final = frozenset((
    "N39.41", "N39.42", "N39.46", "R33.8", "R33.9", "R35.0", "R39.11", "R39.14", "R39.15",
))

POLICY: Final = load(__spec__)
