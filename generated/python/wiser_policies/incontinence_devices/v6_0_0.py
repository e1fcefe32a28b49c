"""Incontinence control devices for stress urinary incontinence: policy incontinence_devices, version 6.0.0.

For requests received on or after 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, section 6.2.6, 2026-04-24.

Generated from policies/incontinence_devices/6.0.0.yaml; do not edit.
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
        verdict_diagnosis(chart),
        verdict_urinalysis(chart),
        verdict_demonstration(chart),
        verdict_voiding_diary(chart),
        verdict_cystoscopy(chart),
        verdict_urodynamics(chart),
        verdict_other_causes(chart),
        verdict_earlier_treatments(chart),
        verdict_concomitant(chart),
        verdict_no_urethral_repair(chart),
        verdict_each_kind(chart),
    )
    return Result(POLICY, verdicts, request)


class Chart(ProgramChart):
    """What the chart states, None where it does not say; and what its lists show."""

    __slots__ = (
        "stress_incontinence_diagnosis", "pelvic_history", "pelvic_examination", "urinalysis", "urinalysis_followed",
        "leakage_shown", "comfortably_full", "diary_applies", "diary_hours", "tract_concern", "cystoscopy",
        "mixed_symptoms", "urodynamic_test", "other_causes", "incontinence_care_failed",
        "incontinence_care_unsuitable", "concomitant", "concomitant_described", "concomitant_repairs",
        "autologous_sling",
    )

    def __init__(self, request: dict[str, Any]) -> None:
        self.codes: list[str] | None = request.get("codes")
        self.received_date: str | None = request.get("received_date")
        self.service_date: str | None = request.get("service_date")
        self.state: str | None = request.get("state")
        self.payer: str | None = request.get("payer")
        self.place_of_service: str | None = request.get("place_of_service")
        self.bill_type: str | None = request.get("bill_type")
        self.emergency_modifier: bool | None = request.get("emergency_modifier")
        self.emergency_revenue: bool | None = request.get("emergency_revenue")
        self.provider_exempt: bool | None = request.get("provider_exempt")
        self.stress_incontinence_diagnosis: str | None = request.get("stress_incontinence_diagnosis")
        self.pelvic_history: str | None = request.get("pelvic_history")
        self.pelvic_examination: str | None = request.get("pelvic_examination")
        self.urinalysis: str | None = request.get("urinalysis")
        self.urinalysis_followed: str | None = request.get("urinalysis_followed")
        self.leakage_shown: str | None = request.get("leakage_shown")
        self.comfortably_full: bool | None = request.get("comfortably_full")
        self.diary_applies: bool | None = request.get("diary_applies")
        self.diary_hours: float | None = request.get("diary_hours")
        self.tract_concern: bool | None = request.get("tract_concern")
        self.cystoscopy: str | None = request.get("cystoscopy")
        self.mixed_symptoms: bool | None = request.get("mixed_symptoms")
        self.urodynamic_test: str | None = request.get("urodynamic_test")
        self.other_causes: dict[str, bool] | None = request.get("other_causes")
        self.incontinence_care_failed: dict[str, bool] | None = request.get("incontinence_care_failed")
        self.incontinence_care_unsuitable: dict[str, bool] | None = request.get("incontinence_care_unsuitable")
        self.concomitant: bool | None = request.get("concomitant")
        self.concomitant_described: str | None = request.get("concomitant_described")
        self.concomitant_repairs: dict[str, bool] | None = request.get("concomitant_repairs")
        self.autologous_sling: bool | None = request.get("autologous_sling")


def verdict_in_force(chart: Chart) -> Verdict:
    """This edition of the rules is the one for the day the request is received.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.6, date of publication
    Readings: A15
    """
    if chart.received_date is None:
        return "missing"
    return "met" if chart.received_date >= "2026-04-24" else "not met"


def verdict_listed_code(chart: Chart) -> Verdict:
    """A procedure code on the request is of this service.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.6, list of codes
    Readings: A19b
    """
    if chart.codes is None:
        return "missing"
    return "met" if not LISTED_CODE_CODES.isdisjoint(chart.codes) else "not met"


def verdict_diagnosis(chart: Chart) -> Verdict:
    """Stress incontinence is diagnosed, with history and examination.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.6, box 1, a and b
    “evaluation and diagnosis”
    Readings: I1, I2
    """
    if (
        chart.stress_incontinence_diagnosis is not None
        and chart.pelvic_history is not None
        and chart.pelvic_examination is not None
    ):
        return "met"
    return "missing"


def verdict_urinalysis(chart: Chart) -> Verdict:
    """The urinalysis is normal, or was evaluated further.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.6, box 1c
    “should undergo additional evaluation”
    Readings: I3
    """
    if chart.urinalysis is not None and (chart.urinalysis == "normal" or chart.urinalysis_followed is not None):
        return "met"
    return "missing"


def verdict_demonstration(chart: Chart) -> Verdict:
    """A test or another objective demonstration shows the incontinence, with a comfortably full bladder.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.6, box 1d
    “with a comfortably full bladder”
    Readings: I10
    """
    if chart.leakage_shown is not None and chart.comfortably_full is True:
        return "met"
    if chart.comfortably_full is False:
        return "not met"
    return "missing"


def verdict_voiding_diary(chart: Chart) -> Verdict:
    """The voiding diary covers at least 24 hours.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.6, box 1e and its item 1
    “at least 24 hours”
    Readings: I4
    """
    if chart.diary_applies is False:
        return "not applicable"
    if chart.diary_hours is not None and chart.diary_hours >= 24:
        return "met"
    if chart.diary_applies is True and chart.diary_hours is not None and chart.diary_hours < 24:
        return "not met"
    return "missing"


def verdict_cystoscopy(chart: Chart) -> Verdict:
    """A concern for the urinary tract has a cystoscopy.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.6, box 1e, item 2
    “where there is a concern”
    """
    if chart.tract_concern is False:
        return "not applicable"
    if chart.cystoscopy is not None:
        return "met"
    return "missing"


def verdict_urodynamics(chart: Chart) -> Verdict:
    """Complicated or mixed symptoms have urodynamic testing.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.6, box 1e, item 3
    “for complicated or mixed symptoms”
    """
    if chart.mixed_symptoms is False:
        return "not applicable"
    if chart.urodynamic_test is not None:
        return "met"
    return "missing"


def verdict_other_causes(chart: Chart) -> Verdict:
    """Other causes of the incontinence were looked for and excluded.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.6, box 1f
    “exclusion of other etiologies”
    Readings: I5
    """
    if chart.other_causes is not None and len(chart.other_causes) == 4 and True not in chart.other_causes.values():
        return "met"
    if chart.other_causes is not None and True in chart.other_causes.values():
        return "not met"
    return "missing"


def verdict_earlier_treatments(chart: Chart) -> Verdict:
    """At least one treatment was tried and failed, or every listed one is contraindicated or does not apply.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.6, box 2, a to e
    “(or contraindicated), such as but not limited to”
    “tried and failed”
    Readings: I7, I6
    """
    if (
        (chart.incontinence_care_failed is not None and True in chart.incontinence_care_failed.values())
        or (
            chart.incontinence_care_unsuitable is not None
            and chart.incontinence_care_unsuitable.get("lifestyle") is True
            and chart.incontinence_care_unsuitable.get("pelvic_training") is True
            and chart.incontinence_care_unsuitable.get("vaginal_estrogen") is True
            and chart.incontinence_care_unsuitable.get("support_devices") is True
            and chart.incontinence_care_unsuitable.get("sui_surgery") is True
        )
    ):
        return "met"
    if (
        chart.incontinence_care_failed is not None
        and len(chart.incontinence_care_failed) == 6
        and True not in chart.incontinence_care_failed.values()
        and chart.incontinence_care_unsuitable is not None
        and (
            chart.incontinence_care_unsuitable.get("lifestyle") is False
            or chart.incontinence_care_unsuitable.get("pelvic_training") is False
            or chart.incontinence_care_unsuitable.get("vaginal_estrogen") is False
            or chart.incontinence_care_unsuitable.get("support_devices") is False
            or chart.incontinence_care_unsuitable.get("sui_surgery") is False
        )
    ):
        return "not met"
    return "missing"


def verdict_concomitant(chart: Chart) -> Verdict:
    """Procedures planned along with the device are described.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.6, box 3
    “any planned concomitant procedures”
    """
    if chart.concomitant is False:
        return "not applicable"
    if chart.concomitant_described is not None:
        return "met"
    return "missing"


def verdict_no_urethral_repair(chart: Chart) -> Verdict:
    """No repair of the urethra goes with the device, except with an autologous sling.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.6, box 3
    “any planned concomitant procedures”
    “should not undergo”
    “with the exception of”
    Readings: I8
    """
    if chart.concomitant is False:
        return "not applicable"
    if (
        (
            chart.concomitant_repairs is not None
            and len(chart.concomitant_repairs) == 3
            and True not in chart.concomitant_repairs.values()
        )
        or chart.autologous_sling is True
    ):
        return "met"
    if (
        chart.concomitant is True
        and chart.concomitant_repairs is not None
        and True in chart.concomitant_repairs.values()
        and chart.autologous_sling is False
    ):
        return "not met"
    return "missing"


def verdict_each_kind(chart: Chart) -> Verdict:
    """Each listed treatment failed, is contraindicated, or does not apply.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.6, box 2
    Readings: I6
    """
    if (
        (
            (chart.incontinence_care_failed is not None and chart.incontinence_care_failed.get("lifestyle") is True)
            or (
                chart.incontinence_care_unsuitable is not None
                and chart.incontinence_care_unsuitable.get("lifestyle") is True
            )
        )
        and (
            (
                chart.incontinence_care_failed is not None
                and chart.incontinence_care_failed.get("pelvic_training") is True
            )
            or (
                chart.incontinence_care_unsuitable is not None
                and chart.incontinence_care_unsuitable.get("pelvic_training") is True
            )
        )
        and (
            (
                chart.incontinence_care_failed is not None
                and chart.incontinence_care_failed.get("vaginal_estrogen") is True
            )
            or (
                chart.incontinence_care_unsuitable is not None
                and chart.incontinence_care_unsuitable.get("vaginal_estrogen") is True
            )
        )
        and (
            (
                chart.incontinence_care_failed is not None
                and chart.incontinence_care_failed.get("support_devices") is True
            )
            or (
                chart.incontinence_care_unsuitable is not None
                and chart.incontinence_care_unsuitable.get("support_devices") is True
            )
        )
        and (
            (chart.incontinence_care_failed is not None and chart.incontinence_care_failed.get("sui_surgery") is True)
            or (
                chart.incontinence_care_unsuitable is not None
                and chart.incontinence_care_unsuitable.get("sui_surgery") is True
            )
        )
    ):
        return "met"
    if (
        chart.incontinence_care_failed is not None
        and (
            (
                chart.incontinence_care_failed.get("lifestyle") is False
                and chart.incontinence_care_unsuitable is not None
                and chart.incontinence_care_unsuitable.get("lifestyle") is False
            )
            or (
                chart.incontinence_care_failed.get("pelvic_training") is False
                and chart.incontinence_care_unsuitable is not None
                and chart.incontinence_care_unsuitable.get("pelvic_training") is False
            )
            or (
                chart.incontinence_care_failed.get("vaginal_estrogen") is False
                and chart.incontinence_care_unsuitable is not None
                and chart.incontinence_care_unsuitable.get("vaginal_estrogen") is False
            )
            or (
                chart.incontinence_care_failed.get("support_devices") is False
                and chart.incontinence_care_unsuitable is not None
                and chart.incontinence_care_unsuitable.get("support_devices") is False
            )
            or (
                chart.incontinence_care_failed.get("sui_surgery") is False
                and chart.incontinence_care_unsuitable is not None
                and chart.incontinence_care_unsuitable.get("sui_surgery") is False
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
        payer = request.get("payer")
        place_of_service = request.get("place_of_service")
        bill_type = request.get("bill_type")
        emergency_modifier = request.get("emergency_modifier")
        emergency_revenue = request.get("emergency_revenue")
        provider_exempt = request.get("provider_exempt")
        expedited = request.get("expedited")
        decision_date = request.get("decision_date")
        records_asked = request.get("records_asked")
        stress_incontinence_diagnosis = request.get("stress_incontinence_diagnosis")
        pelvic_history = request.get("pelvic_history")
        pelvic_examination = request.get("pelvic_examination")
        urinalysis = request.get("urinalysis")
        urinalysis_followed = request.get("urinalysis_followed")
        leakage_shown = request.get("leakage_shown")
        comfortably_full = request.get("comfortably_full")
        diary_applies = request.get("diary_applies")
        diary_hours = request.get("diary_hours")
        tract_concern = request.get("tract_concern")
        cystoscopy = request.get("cystoscopy")
        mixed_symptoms = request.get("mixed_symptoms")
        urodynamic_test = request.get("urodynamic_test")
        other_causes = request.get("other_causes")
        incontinence_care_failed = request.get("incontinence_care_failed")
        incontinence_care_unsuitable = request.get("incontinence_care_unsuitable")
        concomitant = request.get("concomitant")
        concomitant_described = request.get("concomitant_described")
        concomitant_repairs = request.get("concomitant_repairs")
        autologous_sling = request.get("autologous_sling")
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
                stress_incontinence_diagnosis is None
                or (
                    type(stress_incontinence_diagnosis) is str
                    and len(stress_incontinence_diagnosis) <= 500
                    and stress_incontinence_diagnosis.strip(" \t\n\r") != ""
                )
            )
            and (
                pelvic_history is None
                or (
                    type(pelvic_history) is str
                    and len(pelvic_history) <= 500
                    and pelvic_history.strip(" \t\n\r") != ""
                )
            )
            and (
                pelvic_examination is None
                or (
                    type(pelvic_examination) is str
                    and len(pelvic_examination) <= 500
                    and pelvic_examination.strip(" \t\n\r") != ""
                )
            )
            and (urinalysis is None or (isinstance(urinalysis, str) and urinalysis in URINALYSIS_ANSWERS))
            and (
                urinalysis_followed is None
                or (
                    type(urinalysis_followed) is str
                    and len(urinalysis_followed) <= 500
                    and urinalysis_followed.strip(" \t\n\r") != ""
                )
            )
            and (
                leakage_shown is None
                or (type(leakage_shown) is str and len(leakage_shown) <= 500 and leakage_shown.strip(" \t\n\r") != "")
            )
            and (comfortably_full is None or comfortably_full is True or comfortably_full is False)
            and (diary_applies is None or diary_applies is True or diary_applies is False)
            and (
                diary_hours is None
                or (type(diary_hours) is int and 0 <= diary_hours <= 1000)
                or is_number(diary_hours, 0, 1000, 1)
            )
            and (tract_concern is None or tract_concern is True or tract_concern is False)
            and (
                cystoscopy is None
                or (type(cystoscopy) is str and len(cystoscopy) <= 500 and cystoscopy.strip(" \t\n\r") != "")
            )
            and (mixed_symptoms is None or mixed_symptoms is True or mixed_symptoms is False)
            and (
                urodynamic_test is None
                or (
                    type(urodynamic_test) is str
                    and len(urodynamic_test) <= 500
                    and urodynamic_test.strip(" \t\n\r") != ""
                )
            )
            and (other_causes is None or is_findings(other_causes, OTHER_CAUSES_ANSWERS))
            and (
                incontinence_care_failed is None
                or is_findings(incontinence_care_failed, INCONTINENCE_CARE_FAILED_ANSWERS)
            )
            and (
                incontinence_care_unsuitable is None
                or is_findings(incontinence_care_unsuitable, INCONTINENCE_CARE_UNSUITABLE_ANSWERS)
            )
            and (concomitant is None or concomitant is True or concomitant is False)
            and (
                concomitant_described is None
                or (
                    type(concomitant_described) is str
                    and len(concomitant_described) <= 500
                    and concomitant_described.strip(" \t\n\r") != ""
                )
            )
            and (concomitant_repairs is None or is_findings(concomitant_repairs, CONCOMITANT_REPAIRS_ANSWERS))
            and (autologous_sling is None or autologous_sling is True or autologous_sling is False)
            # no key that is not a fact, and no null
            and len(request) == (
                (codes is not None)
                + (received_date is not None)
                + (service_date is not None)
                + (state is not None)
                + (payer is not None)
                + (place_of_service is not None)
                + (bill_type is not None)
                + (emergency_modifier is not None)
                + (emergency_revenue is not None)
                + (provider_exempt is not None)
                + (expedited is not None)
                + (decision_date is not None)
                + (records_asked is not None)
                + (stress_incontinence_diagnosis is not None)
                + (pelvic_history is not None)
                + (pelvic_examination is not None)
                + (urinalysis is not None)
                + (urinalysis_followed is not None)
                + (leakage_shown is not None)
                + (comfortably_full is not None)
                + (diary_applies is not None)
                + (diary_hours is not None)
                + (tract_concern is not None)
                + (cystoscopy is not None)
                + (mixed_symptoms is not None)
                + (urodynamic_test is not None)
                + (other_causes is not None)
                + (incontinence_care_failed is not None)
                + (incontinence_care_unsuitable is not None)
                + (concomitant is not None)
                + (concomitant_described is not None)
                + (concomitant_repairs is not None)
                + (autologous_sling is not None)
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
URINALYSIS_ANSWERS: Final = frozenset(("normal", "abnormal"))
OTHER_CAUSES_ANSWERS: Final = frozenset(("urinary_infection", "overflow", "prolapse", "another_cause"))
INCONTINENCE_CARE_FAILED_ANSWERS: Final = frozenset((
    "lifestyle", "pelvic_training", "vaginal_estrogen", "support_devices", "sui_surgery", "other_incontinence_care",
))
INCONTINENCE_CARE_UNSUITABLE_ANSWERS: Final = frozenset((
    "lifestyle", "pelvic_training", "vaginal_estrogen", "support_devices", "sui_surgery",
))
CONCOMITANT_REPAIRS_ANSWERS: Final = frozenset(("diverticulectomy", "fistula_repair", "mesh_excision"))
LISTED_CODE_CODES: Final = frozenset(("53440", "53445", "53451", "53452", "57288"))

POLICY: Final = load(__spec__)
