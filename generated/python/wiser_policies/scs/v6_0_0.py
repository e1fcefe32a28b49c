"""Spinal cord stimulator, permanent implantation through a laminectomy: policy scs, version 6.0.0.

For requests received on or after 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, section 6.2.5, 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, section 1.5, 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, 2026-04-24.

Generated from policies/scs/6.0.0.yaml; do not edit.
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
        verdict_code_63655(chart),
        verdict_condition(chart),
        verdict_late_resort(chart),
        verdict_earlier_treatments(chart),
        verdict_team(chart),
        verdict_trial_done(chart),
        verdict_trial_response(chart),
        verdict_percutaneous_leads(chart),
        verdict_each_kind(chart),
        verdict_drugs_for_pain(chart),
        verdict_trial_leads(chart),
        verdict_device_code(chart),
        verdict_percutaneous_code(chart),
    )
    return Result(POLICY, verdicts, request)


class Chart(ProgramChart):
    """What the chart states, None where it does not say; and what its lists show."""

    __slots__ = (
        "examination", "implant_stage", "condition", "chronic_pain", "late_resort", "failed", "contraindicated",
        "evaluated_by", "trial_done", "trial_report", "trial_percutaneous", "pain_shown_by", "pain_before",
        "pain_during", "pain_reduction", "function_restored", "drugs_halved", "not_percutaneous", "obstacles",
        "trial_explained",
    )

    def __init__(self, request: dict[str, Any]) -> None:
        self.codes: list[str] | None = request.get("codes")
        self.received_date: str | None = request.get("received_date")
        self.service_date: str | None = request.get("service_date")
        self.state: str | None = request.get("state")
        self.examination: str | None = request.get("examination")
        self.implant_stage: str | None = request.get("implant_stage")
        self.payer: str | None = request.get("payer")
        self.place_of_service: str | None = request.get("place_of_service")
        self.bill_type: str | None = request.get("bill_type")
        self.emergency_modifier: bool | None = request.get("emergency_modifier")
        self.emergency_revenue: bool | None = request.get("emergency_revenue")
        self.provider_exempt: bool | None = request.get("provider_exempt")
        self.condition: str | None = request.get("condition")
        self.chronic_pain: bool | None = request.get("chronic_pain")
        self.late_resort: bool | None = request.get("late_resort")
        self.failed: dict[str, bool] | None = request.get("failed")
        self.contraindicated: dict[str, bool] | None = request.get("contraindicated")
        self.evaluated_by: dict[str, bool] | None = request.get("evaluated_by")
        self.trial_done: bool | None = request.get("trial_done")
        self.trial_report: str | None = request.get("trial_report")
        self.trial_percutaneous: bool | None = request.get("trial_percutaneous")
        self.pain_shown_by: str | None = request.get("pain_shown_by")
        self.pain_before: float | None = request.get("pain_before")
        self.pain_during: float | None = request.get("pain_during")
        self.pain_reduction: float | None = request.get("pain_reduction")
        self.function_restored: bool | None = request.get("function_restored")
        self.drugs_halved: bool | None = request.get("drugs_halved")
        self.not_percutaneous: bool | None = request.get("not_percutaneous")
        self.obstacles: dict[str, bool] | None = request.get("obstacles")
        self.trial_explained: bool | None = request.get("trial_explained")


def verdict_in_force(chart: Chart) -> Verdict:
    """This edition of the rules is the one for the day the request is received.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, date of publication
    Readings: A15
    """
    if chart.received_date is None:
        return "missing"
    return "met" if chart.received_date >= "2026-04-24" else "not met"


def verdict_listed_code(chart: Chart) -> Verdict:
    """A procedure code on the request is of this service.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, list of codes
    “for the permanent implantation procedure”
    Readings: C5, A19b
    """
    if chart.codes is not None and "63655" in chart.codes and chart.implant_stage == "permanent":
        return "met"
    if (
        (chart.codes is not None and "63655" not in chart.codes)
        or (chart.implant_stage is not None and chart.implant_stage != "permanent")
    ):
        return "not met"
    return "missing"


def verdict_code_63655(chart: Chart) -> Verdict:
    """Code 63655 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, opening, sentence 2
    WISeR Provider and Supplier Operational Guide 6.0 1.5, permanent implantation only
    “for the permanent implantation procedure”
    Readings: C5, A19b
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


def verdict_condition(chart: Chart) -> Verdict:
    """The condition that calls for the stimulator and the examination are on the chart.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, box 1
    “and applicable physical exam”
    """
    if chart.condition is not None and chart.examination is not None:
        return "met"
    return "missing"


def verdict_late_resort(chart: Chart) -> Verdict:
    """The pain is chronic and intractable, and stimulation is only a late resort.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, box 2
    “only as a late resort (if not a last resort)”
    """
    if chart.chronic_pain is True and chart.late_resort is True:
        return "met"
    if chart.chronic_pain is False or chart.late_resort is False:
        return "not met"
    return "missing"


def verdict_earlier_treatments(chart: Chart) -> Verdict:
    """At least one treatment was tried and failed, or every listed one is contraindicated.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, box 2, a to e
    “(or documentation that they were contraindicated)”
    “at least one treatment tried and failed”
    Readings: C1b, C1
    """
    if (
        (chart.failed is not None and True in chart.failed.values())
        or (
            chart.contraindicated is not None
            and chart.contraindicated.get("drugs") is True
            and chart.contraindicated.get("physical_therapy") is True
            and chart.contraindicated.get("injections") is True
            and chart.contraindicated.get("spine_surgery") is True
            and chart.contraindicated.get("behavioral_therapy") is True
        )
    ):
        return "met"
    if (
        chart.failed is not None
        and len(chart.failed) == 6
        and True not in chart.failed.values()
        and chart.contraindicated is not None
        and (
            chart.contraindicated.get("drugs") is False
            or chart.contraindicated.get("physical_therapy") is False
            or chart.contraindicated.get("injections") is False
            or chart.contraindicated.get("spine_surgery") is False
            or chart.contraindicated.get("behavioral_therapy") is False
        )
    ):
        return "not met"
    return "missing"


def verdict_team(chart: Chart) -> Verdict:
    """All four parts of the team evaluated the patient.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, box 3
    “surgical, medical, and physical therapy”
    Readings: C2
    """
    if (
        chart.evaluated_by is not None
        and chart.evaluated_by.get("psychological") is True
        and chart.evaluated_by.get("surgical") is True
        and chart.evaluated_by.get("medical") is True
        and chart.evaluated_by.get("therapy") is True
    ):
        return "met"
    if (
        chart.evaluated_by is not None
        and (
            chart.evaluated_by.get("psychological") is False
            or chart.evaluated_by.get("surgical") is False
            or chart.evaluated_by.get("medical") is False
            or chart.evaluated_by.get("therapy") is False
        )
    ):
        return "not met"
    return "missing"


def verdict_trial_done(chart: Chart) -> Verdict:
    """A trial was done, and its report is there.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, opening, sentence 3, and box 4
    “should be done, and documentation should be submitted”
    Readings: C7
    """
    if chart.trial_done is True and chart.trial_report is not None:
        return "met"
    if chart.trial_done is False:
        return "not met"
    return "missing"


def verdict_trial_response(chart: Chart) -> Verdict:
    """The trial cut the pain by at least half and restored function.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, box 4
    “and evidence of functional restoration”
    “50% reduction”
    Readings: C3c, C3
    """
    if truth_pain_halved(chart) is True and chart.function_restored is True:
        return "met"
    if truth_pain_halved(chart) is False or chart.function_restored is False:
        return "not met"
    return "missing"


def verdict_percutaneous_leads(chart: Chart) -> Verdict:
    """The patient is not a candidate for percutaneous leads, with a reason.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, box 5
    “e.g., previous instrumentation”
    Readings: C4
    """
    if chart.not_percutaneous is True and chart.obstacles is not None and True in chart.obstacles.values():
        return "met"
    if (
        chart.not_percutaneous is False
        or (chart.obstacles is not None and len(chart.obstacles) == 4 and True not in chart.obstacles.values())
    ):
        return "not met"
    return "missing"


def verdict_each_kind(chart: Chart) -> Verdict:
    """Medication, surgery, physical and behavioral therapy each failed or are contraindicated.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, box 2
    Readings: C1
    """
    if (
        (
            (chart.failed is not None and chart.failed.get("drugs") is True)
            or (chart.contraindicated is not None and chart.contraindicated.get("drugs") is True)
        )
        and (
            (chart.failed is not None and chart.failed.get("spine_surgery") is True)
            or (chart.contraindicated is not None and chart.contraindicated.get("spine_surgery") is True)
        )
        and (
            (chart.failed is not None and chart.failed.get("physical_therapy") is True)
            or (chart.contraindicated is not None and chart.contraindicated.get("physical_therapy") is True)
        )
        and (
            (chart.failed is not None and chart.failed.get("behavioral_therapy") is True)
            or (chart.contraindicated is not None and chart.contraindicated.get("behavioral_therapy") is True)
        )
    ):
        return "met"
    if (
        chart.failed is not None
        and (
            (
                chart.failed.get("drugs") is False
                and chart.contraindicated is not None
                and chart.contraindicated.get("drugs") is False
            )
            or (
                chart.failed.get("spine_surgery") is False
                and chart.contraindicated is not None
                and chart.contraindicated.get("spine_surgery") is False
            )
            or (
                chart.failed.get("physical_therapy") is False
                and chart.contraindicated is not None
                and chart.contraindicated.get("physical_therapy") is False
            )
            or (
                chart.failed.get("behavioral_therapy") is False
                and chart.contraindicated is not None
                and chart.contraindicated.get("behavioral_therapy") is False
            )
        )
    ):
        return "not met"
    return "missing"


def verdict_drugs_for_pain(chart: Chart) -> Verdict:
    """Where pain drugs were cut by half, the pain itself fell by half too.

    Palmetto GBA, Spinal Cord Stimulator Checklist, known from a note that quotes one line of it, trial
    Cohere Health page on spinal cord stimulators, known from a note on it, trial
    “50% reduction”
    Readings: C3b, C3
    """
    if chart.drugs_halved is False:
        return "not applicable"
    if truth_pain_halved(chart) is True:
        return "met"
    if chart.drugs_halved is True and truth_pain_halved(chart) is False:
        return "not met"
    return "missing"


def verdict_trial_leads(chart: Chart) -> Verdict:
    """After a trial with percutaneous leads, the chart says why permanent ones do not suit.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, box 5
    Readings: C4b
    """
    if chart.trial_percutaneous is False:
        return "not applicable"
    if chart.trial_explained is True:
        return "met"
    if chart.trial_percutaneous is True and chart.trial_explained is False:
        return "not met"
    return "missing"


def verdict_device_code(chart: Chart) -> Verdict:
    """The code of the device, 63685, comes with 63655.

    WISeR Provider and Supplier Operational Guide 6.0, C, Table C5, list of associated codes
    Readings: C5
    """
    if chart.codes is None:
        return "missing"
    return "met" if "63685" in chart.codes else "not met"


def verdict_percutaneous_code(chart: Chart) -> Verdict:
    """The request is free of code 63650 for percutaneous leads.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.5, opening, sentence 1
    “will not overlap with or include”
    """
    if chart.codes is None:
        return "missing"
    return "met" if "63650" not in chart.codes else "not met"


def truth_pain_halved(chart: Chart) -> bool | None:
    """Pain fell by at least half with the trial electrode.

    “50% reduction”
    """
    if (
        (
            chart.pain_before is not None
            and chart.pain_before > 0
            and chart.pain_during is not None
            and 100 * (chart.pain_before - chart.pain_during) >= 50 * chart.pain_before - 0.05
            and (chart.pain_shown_by == "scores" or (chart.pain_reduction is not None and chart.pain_reduction >= 50))
        )
        or (chart.pain_shown_by == "percentage" and chart.pain_reduction is not None and chart.pain_reduction >= 50)
    ):
        return True
    if (
        (
            (
                chart.pain_before is not None
                and (
                    chart.pain_before <= 0
                    or (
                        chart.pain_during is not None
                        and 100 * (chart.pain_before - chart.pain_during) < 50 * chart.pain_before - 0.05
                    )
                )
            )
            or (
                chart.pain_shown_by is not None
                and chart.pain_shown_by != "scores"
                and chart.pain_reduction is not None
                and chart.pain_reduction < 50
            )
        )
        and (
            (chart.pain_shown_by is not None and chart.pain_shown_by != "percentage")
            or (chart.pain_reduction is not None and chart.pain_reduction < 50)
        )
    ):
        return False
    return None


def is_valid(request: object) -> bool:
    """The fast look at the types: what it refuses, `problems` looks at again."""
    if type(request) is not dict:
        return False
    try:
        codes = request.get("codes")
        received_date = request.get("received_date")
        service_date = request.get("service_date")
        state = request.get("state")
        examination = request.get("examination")
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
        condition = request.get("condition")
        chronic_pain = request.get("chronic_pain")
        late_resort = request.get("late_resort")
        failed = request.get("failed")
        contraindicated = request.get("contraindicated")
        evaluated_by = request.get("evaluated_by")
        trial_done = request.get("trial_done")
        trial_report = request.get("trial_report")
        trial_percutaneous = request.get("trial_percutaneous")
        pain_shown_by = request.get("pain_shown_by")
        pain_before = request.get("pain_before")
        pain_during = request.get("pain_during")
        pain_reduction = request.get("pain_reduction")
        function_restored = request.get("function_restored")
        drugs_halved = request.get("drugs_halved")
        not_percutaneous = request.get("not_percutaneous")
        obstacles = request.get("obstacles")
        trial_explained = request.get("trial_explained")
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
            and (
                examination is None
                or (type(examination) is str and len(examination) <= 500 and examination.strip(" \t\n\r") != "")
            )
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
                condition is None
                or (type(condition) is str and len(condition) <= 500 and condition.strip(" \t\n\r") != "")
            )
            and (chronic_pain is None or chronic_pain is True or chronic_pain is False)
            and (late_resort is None or late_resort is True or late_resort is False)
            and (failed is None or is_findings(failed, FAILED_ANSWERS))
            and (contraindicated is None or is_findings(contraindicated, CONTRAINDICATED_ANSWERS))
            and (evaluated_by is None or is_findings(evaluated_by, EVALUATED_BY_ANSWERS))
            and (trial_done is None or trial_done is True or trial_done is False)
            and (
                trial_report is None
                or (type(trial_report) is str and len(trial_report) <= 500 and trial_report.strip(" \t\n\r") != "")
            )
            and (trial_percutaneous is None or trial_percutaneous is True or trial_percutaneous is False)
            and (pain_shown_by is None or (isinstance(pain_shown_by, str) and pain_shown_by in PAIN_SHOWN_BY_ANSWERS))
            and (
                pain_before is None
                or (type(pain_before) is int and 0 <= pain_before <= 100)
                or is_number(pain_before, 0, 100, 1)
            )
            and (
                pain_during is None
                or (type(pain_during) is int and 0 <= pain_during <= 100)
                or is_number(pain_during, 0, 100, 1)
            )
            and (
                pain_reduction is None
                or (type(pain_reduction) is int and 0 <= pain_reduction <= 100)
                or is_number(pain_reduction, 0, 100, 1)
            )
            and (function_restored is None or function_restored is True or function_restored is False)
            and (drugs_halved is None or drugs_halved is True or drugs_halved is False)
            and (not_percutaneous is None or not_percutaneous is True or not_percutaneous is False)
            and (obstacles is None or is_findings(obstacles, OBSTACLES_ANSWERS))
            and (trial_explained is None or trial_explained is True or trial_explained is False)
            # no key that is not a fact, and no null
            and len(request) == (
                (codes is not None)
                + (received_date is not None)
                + (service_date is not None)
                + (state is not None)
                + (examination is not None)
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
                + (condition is not None)
                + (chronic_pain is not None)
                + (late_resort is not None)
                + (failed is not None)
                + (contraindicated is not None)
                + (evaluated_by is not None)
                + (trial_done is not None)
                + (trial_report is not None)
                + (trial_percutaneous is not None)
                + (pain_shown_by is not None)
                + (pain_before is not None)
                + (pain_during is not None)
                + (pain_reduction is not None)
                + (function_restored is not None)
                + (drugs_halved is not None)
                + (not_percutaneous is not None)
                + (obstacles is not None)
                + (trial_explained is not None)
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
FAILED_ANSWERS: Final = frozenset((
    "drugs", "physical_therapy", "injections", "spine_surgery", "behavioral_therapy", "other_treatment",
))
CONTRAINDICATED_ANSWERS: Final = frozenset((
    "drugs", "physical_therapy", "injections", "spine_surgery", "behavioral_therapy",
))
EVALUATED_BY_ANSWERS: Final = frozenset(("psychological", "surgical", "medical", "therapy"))
PAIN_SHOWN_BY_ANSWERS: Final = frozenset(("scores", "percentage"))
OBSTACLES_ANSWERS: Final = frozenset(("instrumentation", "anatomy", "high_bmi", "other_obstacle"))

POLICY: Final = load(__spec__)
