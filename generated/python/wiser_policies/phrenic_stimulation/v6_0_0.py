"""Phrenic nerve stimulator, first implantation: policy phrenic_stimulation, version 6.0.0.

For requests received on or after 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, section 6.2.4, 2026-04-24.

Generated from policies/phrenic_stimulation/6.0.0.yaml; do not edit.
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
        verdict_primary_of_33277(chart),
        verdict_first_implantation(chart),
        verdict_indication(chart),
        verdict_dependence(chart),
        verdict_insufficiency(chart),
        verdict_nerve_and_diaphragm(chart),
        verdict_no_lung_disease(chart),
        verdict_apnea_cause(chart),
        verdict_apnea_severity(chart),
        verdict_earlier_treatments(chart),
        verdict_heart_failure(chart),
        verdict_device_interaction(chart),
        verdict_class_below_four(chart),
        verdict_contraindications(chart),
    )
    return Result(POLICY, verdicts, request)


class Chart(ProgramChart):
    """What the chart states, None where it does not say; and what its lists show."""

    __slots__ = (
        "examination", "first_implantation", "phrenic_indication", "ventilator_dependent", "permanent_stoma",
        "insufficiency_cause", "insufficiency_evaluation", "insufficiency_care", "phrenic_nerve_intact",
        "diaphragm_works", "severe_lung_disease", "lung_history", "earlier_chest_imaging", "current_chest_imaging",
        "lung_function", "lung_function_feasible", "apnea_cause", "apnea_severity", "polysomnography",
        "apnea_care_unsuitable", "asleep_hypoxemia", "heart_failure", "nyha_class", "ejection_fraction",
        "heart_therapy", "heart_therapy_unsuitable", "heart_device", "interaction_plan", "phrenic_contraindications",
    )

    def __init__(self, request: dict[str, Any]) -> None:
        self.codes: list[str] | None = request.get("codes")
        self.received_date: str | None = request.get("received_date")
        self.service_date: str | None = request.get("service_date")
        self.state: str | None = request.get("state")
        self.examination: str | None = request.get("examination")
        self.first_implantation: bool | None = request.get("first_implantation")
        self.payer: str | None = request.get("payer")
        self.place_of_service: str | None = request.get("place_of_service")
        self.bill_type: str | None = request.get("bill_type")
        self.emergency_modifier: bool | None = request.get("emergency_modifier")
        self.emergency_revenue: bool | None = request.get("emergency_revenue")
        self.provider_exempt: bool | None = request.get("provider_exempt")
        self.phrenic_indication: str | None = request.get("phrenic_indication")
        self.ventilator_dependent: bool | None = request.get("ventilator_dependent")
        self.permanent_stoma: bool | None = request.get("permanent_stoma")
        self.insufficiency_cause: str | None = request.get("insufficiency_cause")
        self.insufficiency_evaluation: str | None = request.get("insufficiency_evaluation")
        self.insufficiency_care: str | None = request.get("insufficiency_care")
        self.phrenic_nerve_intact: bool | None = request.get("phrenic_nerve_intact")
        self.diaphragm_works: bool | None = request.get("diaphragm_works")
        self.severe_lung_disease: bool | None = request.get("severe_lung_disease")
        self.lung_history: str | None = request.get("lung_history")
        self.earlier_chest_imaging: str | None = request.get("earlier_chest_imaging")
        self.current_chest_imaging: str | None = request.get("current_chest_imaging")
        self.lung_function: str | None = request.get("lung_function")
        self.lung_function_feasible: bool | None = request.get("lung_function_feasible")
        self.apnea_cause: str | None = request.get("apnea_cause")
        self.apnea_severity: str | None = request.get("apnea_severity")
        self.polysomnography: str | None = request.get("polysomnography")
        self.apnea_care_unsuitable: dict[str, bool] | None = request.get("apnea_care_unsuitable")
        self.asleep_hypoxemia: bool | None = request.get("asleep_hypoxemia")
        self.heart_failure: bool | None = request.get("heart_failure")
        self.nyha_class: str | None = request.get("nyha_class")
        self.ejection_fraction: float | None = request.get("ejection_fraction")
        self.heart_therapy: str | None = request.get("heart_therapy")
        self.heart_therapy_unsuitable: bool | None = request.get("heart_therapy_unsuitable")
        self.heart_device: bool | None = request.get("heart_device")
        self.interaction_plan: str | None = request.get("interaction_plan")
        self.phrenic_contraindications: dict[str, bool] | None = request.get("phrenic_contraindications")


def verdict_in_force(chart: Chart) -> Verdict:
    """This edition of the rules is the one for the day the request is received.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.4, date of publication
    Readings: A15
    """
    if chart.received_date is None:
        return "missing"
    return "met" if chart.received_date >= "2026-04-24" else "not met"


def verdict_listed_code(chart: Chart) -> Verdict:
    """A procedure code on the request is of this service.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.4, list of codes
    Readings: A19b
    """
    if chart.codes is None:
        return "missing"
    return "met" if not LISTED_CODE_CODES.isdisjoint(chart.codes) else "not met"


def verdict_primary_of_33277(chart: Chart) -> Verdict:
    """Add-on code 33277 comes with its primary code.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.4, list of codes
    Readings: A14
    """
    if chart.codes is not None and "33277" not in chart.codes:
        return "not applicable"
    if chart.codes is not None and "33276" in chart.codes:
        return "met"
    if chart.codes is not None and "33277" in chart.codes and "33276" not in chart.codes:
        return "not met"
    return "missing"


def verdict_first_implantation(chart: Chart) -> Verdict:
    """The stimulator is implanted for the first time.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.4, openings of both lists
    “for initial implantation”
    Readings: N9
    """
    if chart.first_implantation is True:
        return "met"
    if chart.first_implantation is False:
        return "not met"
    return "missing"


def verdict_indication(chart: Chart) -> Verdict:
    """The stimulator is for hypoventilation or for central sleep apnea.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.4, openings of both lists
    Readings: N8, N10
    """
    if chart.phrenic_indication is None:
        return "missing"
    return "met" if chart.phrenic_indication in {
        "congenital",
        "other_insufficiency",
        "paralysis",
        "sleep_apnea",
    } else "not met"


def verdict_dependence(chart: Chart) -> Verdict:
    """A patient with another insufficiency depends on a ventilator, and has a permanent stoma.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.4, hypoventilation, opening
    “as well as maintenance of”
    Readings: N2
    """
    if chart.phrenic_indication is not None and chart.phrenic_indication != "other_insufficiency":
        return "not applicable"
    if chart.ventilator_dependent is True and chart.permanent_stoma is True:
        return "met"
    if (
        chart.phrenic_indication == "other_insufficiency"
        and (chart.ventilator_dependent is False or chart.permanent_stoma is False)
    ):
        return "not met"
    return "missing"


def verdict_insufficiency(chart: Chart) -> Verdict:
    """Cause, evaluation and management of the insufficiency are on the chart.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.4, hypoventilation, box 1
    “as well as evaluation”
    Readings: N1
    """
    if (
        chart.phrenic_indication is not None
        and chart.phrenic_indication not in {"congenital", "other_insufficiency", "paralysis"}
    ):
        return "not applicable"
    if (
        chart.insufficiency_cause is not None
        and chart.insufficiency_evaluation is not None
        and chart.insufficiency_care is not None
    ):
        return "met"
    return "missing"


def verdict_nerve_and_diaphragm(chart: Chart) -> Verdict:
    """The phrenic nerve and the diaphragm work.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.4, hypoventilation, box 2
    “intact phrenic nerve and diaphragmatic function”
    Readings: N1
    """
    if (
        chart.phrenic_indication is not None
        and chart.phrenic_indication not in {"congenital", "other_insufficiency", "paralysis"}
    ):
        return "not applicable"
    if chart.phrenic_nerve_intact is True and chart.diaphragm_works is True:
        return "met"
    if (
        chart.phrenic_indication in {"congenital", "other_insufficiency", "paralysis"}
        and (chart.phrenic_nerve_intact is False or chart.diaphragm_works is False)
    ):
        return "not met"
    return "missing"


def verdict_no_lung_disease(chart: Chart) -> Verdict:
    """History, examination, chest imaging and lung function show no severe primary disease of the lungs.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.4, hypoventilation, box 3
    “absence of severe underlying primary pulmonary disease”
    “(when feasible)”
    Readings: N3, N1
    """
    if (
        chart.phrenic_indication is not None
        and chart.phrenic_indication not in {"congenital", "other_insufficiency", "paralysis"}
    ):
        return "not applicable"
    if (
        chart.severe_lung_disease is False
        and chart.lung_history is not None
        and chart.examination is not None
        and chart.earlier_chest_imaging is not None
        and chart.current_chest_imaging is not None
        and (chart.lung_function is not None or chart.lung_function_feasible is False)
    ):
        return "met"
    if (
        chart.phrenic_indication in {"congenital", "other_insufficiency", "paralysis"}
        and chart.severe_lung_disease is True
    ):
        return "not met"
    return "missing"


def verdict_apnea_cause(chart: Chart) -> Verdict:
    """The apnea is idiopathic or comes from heart failure, and no medication induced it.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.4, central sleep apnea, boxes 1 and 6f
    “or heart-failure”
    Readings: N7, N1
    """
    if chart.phrenic_indication is not None and chart.phrenic_indication != "sleep_apnea":
        return "not applicable"
    if chart.apnea_cause in {"heart_failure", "idiopathic"}:
        return "met"
    if (
        chart.phrenic_indication == "sleep_apnea"
        and chart.apnea_cause is not None
        and chart.apnea_cause not in {"heart_failure", "idiopathic"}
    ):
        return "not met"
    return "missing"


def verdict_apnea_severity(chart: Chart) -> Verdict:
    """Polysomnography shows moderate to severe apnea.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.4, central sleep apnea, box 2
    “moderate to severe”
    Readings: N1
    """
    if chart.phrenic_indication is not None and chart.phrenic_indication != "sleep_apnea":
        return "not applicable"
    if chart.apnea_severity in {"moderate", "severe"} and chart.polysomnography is not None:
        return "met"
    if (
        chart.phrenic_indication == "sleep_apnea"
        and chart.apnea_severity is not None
        and chart.apnea_severity not in {"moderate", "severe"}
    ):
        return "not met"
    return "missing"


def verdict_earlier_treatments(chart: Chart) -> Verdict:
    """At least one listed treatment failed, was not tolerated or is contraindicated.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.4, central sleep apnea, box 3, a to d
    “at least one of the following”
    Readings: N4, N1
    """
    if chart.phrenic_indication is not None and chart.phrenic_indication != "sleep_apnea":
        return "not applicable"
    if (
        chart.apnea_care_unsuitable is not None
        and (
            chart.apnea_care_unsuitable.get("cpap") is True
            or chart.apnea_care_unsuitable.get("bipap") is True
            or chart.apnea_care_unsuitable.get("asv") is True
            or (chart.apnea_care_unsuitable.get("oxygen") is True and chart.asleep_hypoxemia is True)
        )
    ):
        return "met"
    if (
        chart.phrenic_indication == "sleep_apnea"
        and chart.apnea_care_unsuitable is not None
        and chart.apnea_care_unsuitable.get("cpap") is False
        and chart.apnea_care_unsuitable.get("bipap") is False
        and chart.apnea_care_unsuitable.get("asv") is False
        and (chart.apnea_care_unsuitable.get("oxygen") is False or chart.asleep_hypoxemia is False)
    ):
        return "not met"
    return "missing"


def verdict_heart_failure(chart: Chart) -> Verdict:
    """Class, ejection fraction and therapy of heart failure are on the chart.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.4, central sleep apnea, box 4
    “as applicable”
    Readings: N5, N1
    """
    if (
        (chart.phrenic_indication is not None and chart.phrenic_indication != "sleep_apnea")
        or (chart.heart_failure is False and chart.apnea_cause is not None and chart.apnea_cause != "heart_failure")
    ):
        return "not applicable"
    if (
        chart.nyha_class is not None
        and chart.ejection_fraction is not None
        and (chart.heart_therapy is not None or chart.heart_therapy_unsuitable is True)
    ):
        return "met"
    return "missing"


def verdict_device_interaction(chart: Chart) -> Verdict:
    """Testing how the devices interact is planned.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.4, central sleep apnea, box 5
    “if patient has an implantable”
    Readings: N1
    """
    if (
        (chart.phrenic_indication is not None and chart.phrenic_indication != "sleep_apnea")
        or chart.heart_device is False
    ):
        return "not applicable"
    if chart.interaction_plan is not None:
        return "met"
    return "missing"


def verdict_class_below_four(chart: Chart) -> Verdict:
    """Heart failure is not of class IV.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.4, central sleep apnea, box 6b
    “none of the following”
    Readings: N11, N1
    """
    if (
        (chart.phrenic_indication is not None and chart.phrenic_indication != "sleep_apnea")
        or (chart.heart_failure is False and chart.apnea_cause is not None and chart.apnea_cause != "heart_failure")
    ):
        return "not applicable"
    if chart.nyha_class is not None and chart.nyha_class != "class_4":
        return "met"
    if (
        chart.phrenic_indication == "sleep_apnea"
        and (chart.heart_failure is True or chart.apnea_cause == "heart_failure")
        and chart.nyha_class == "class_4"
    ):
        return "not met"
    return "missing"


def verdict_contraindications(chart: Chart) -> Verdict:
    """Each contraindication was looked for, and none is present.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.4, central sleep apnea, box 6, a to f
    “none of the following”
    Readings: N6, N1
    """
    if chart.phrenic_indication is not None and chart.phrenic_indication != "sleep_apnea":
        return "not applicable"
    if (
        chart.phrenic_contraindications is not None
        and len(chart.phrenic_contraindications) == 6
        and True not in chart.phrenic_contraindications.values()
    ):
        return "met"
    if (
        chart.phrenic_indication == "sleep_apnea"
        and chart.phrenic_contraindications is not None
        and True in chart.phrenic_contraindications.values()
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
        examination = request.get("examination")
        first_implantation = request.get("first_implantation")
        payer = request.get("payer")
        place_of_service = request.get("place_of_service")
        bill_type = request.get("bill_type")
        emergency_modifier = request.get("emergency_modifier")
        emergency_revenue = request.get("emergency_revenue")
        provider_exempt = request.get("provider_exempt")
        expedited = request.get("expedited")
        decision_date = request.get("decision_date")
        records_asked = request.get("records_asked")
        phrenic_indication = request.get("phrenic_indication")
        ventilator_dependent = request.get("ventilator_dependent")
        permanent_stoma = request.get("permanent_stoma")
        insufficiency_cause = request.get("insufficiency_cause")
        insufficiency_evaluation = request.get("insufficiency_evaluation")
        insufficiency_care = request.get("insufficiency_care")
        phrenic_nerve_intact = request.get("phrenic_nerve_intact")
        diaphragm_works = request.get("diaphragm_works")
        severe_lung_disease = request.get("severe_lung_disease")
        lung_history = request.get("lung_history")
        earlier_chest_imaging = request.get("earlier_chest_imaging")
        current_chest_imaging = request.get("current_chest_imaging")
        lung_function = request.get("lung_function")
        lung_function_feasible = request.get("lung_function_feasible")
        apnea_cause = request.get("apnea_cause")
        apnea_severity = request.get("apnea_severity")
        polysomnography = request.get("polysomnography")
        apnea_care_unsuitable = request.get("apnea_care_unsuitable")
        asleep_hypoxemia = request.get("asleep_hypoxemia")
        heart_failure = request.get("heart_failure")
        nyha_class = request.get("nyha_class")
        ejection_fraction = request.get("ejection_fraction")
        heart_therapy = request.get("heart_therapy")
        heart_therapy_unsuitable = request.get("heart_therapy_unsuitable")
        heart_device = request.get("heart_device")
        interaction_plan = request.get("interaction_plan")
        phrenic_contraindications = request.get("phrenic_contraindications")
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
            and (first_implantation is None or first_implantation is True or first_implantation is False)
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
                phrenic_indication is None
                or (isinstance(phrenic_indication, str) and phrenic_indication in PHRENIC_INDICATION_ANSWERS)
            )
            and (ventilator_dependent is None or ventilator_dependent is True or ventilator_dependent is False)
            and (permanent_stoma is None or permanent_stoma is True or permanent_stoma is False)
            and (
                insufficiency_cause is None
                or (
                    type(insufficiency_cause) is str
                    and len(insufficiency_cause) <= 500
                    and insufficiency_cause.strip(" \t\n\r") != ""
                )
            )
            and (
                insufficiency_evaluation is None
                or (
                    type(insufficiency_evaluation) is str
                    and len(insufficiency_evaluation) <= 500
                    and insufficiency_evaluation.strip(" \t\n\r") != ""
                )
            )
            and (
                insufficiency_care is None
                or (
                    type(insufficiency_care) is str
                    and len(insufficiency_care) <= 500
                    and insufficiency_care.strip(" \t\n\r") != ""
                )
            )
            and (phrenic_nerve_intact is None or phrenic_nerve_intact is True or phrenic_nerve_intact is False)
            and (diaphragm_works is None or diaphragm_works is True or diaphragm_works is False)
            and (severe_lung_disease is None or severe_lung_disease is True or severe_lung_disease is False)
            and (
                lung_history is None
                or (type(lung_history) is str and len(lung_history) <= 500 and lung_history.strip(" \t\n\r") != "")
            )
            and (
                earlier_chest_imaging is None
                or (
                    type(earlier_chest_imaging) is str
                    and len(earlier_chest_imaging) <= 500
                    and earlier_chest_imaging.strip(" \t\n\r") != ""
                )
            )
            and (
                current_chest_imaging is None
                or (
                    type(current_chest_imaging) is str
                    and len(current_chest_imaging) <= 500
                    and current_chest_imaging.strip(" \t\n\r") != ""
                )
            )
            and (
                lung_function is None
                or (type(lung_function) is str and len(lung_function) <= 500 and lung_function.strip(" \t\n\r") != "")
            )
            and (lung_function_feasible is None or lung_function_feasible is True or lung_function_feasible is False)
            and (apnea_cause is None or (isinstance(apnea_cause, str) and apnea_cause in APNEA_CAUSE_ANSWERS))
            and (
                apnea_severity is None
                or (isinstance(apnea_severity, str) and apnea_severity in APNEA_SEVERITY_ANSWERS)
            )
            and (
                polysomnography is None
                or (
                    type(polysomnography) is str
                    and len(polysomnography) <= 500
                    and polysomnography.strip(" \t\n\r") != ""
                )
            )
            and (apnea_care_unsuitable is None or is_findings(apnea_care_unsuitable, APNEA_CARE_UNSUITABLE_ANSWERS))
            and (asleep_hypoxemia is None or asleep_hypoxemia is True or asleep_hypoxemia is False)
            and (heart_failure is None or heart_failure is True or heart_failure is False)
            and (nyha_class is None or (isinstance(nyha_class, str) and nyha_class in NYHA_CLASS_ANSWERS))
            and (ejection_fraction is None or (type(ejection_fraction) is int and 0 <= ejection_fraction <= 100))
            and (
                heart_therapy is None
                or (type(heart_therapy) is str and len(heart_therapy) <= 500 and heart_therapy.strip(" \t\n\r") != "")
            )
            and (
                heart_therapy_unsuitable is None
                or heart_therapy_unsuitable is True
                or heart_therapy_unsuitable is False
            )
            and (heart_device is None or heart_device is True or heart_device is False)
            and (
                interaction_plan is None
                or (
                    type(interaction_plan) is str
                    and len(interaction_plan) <= 500
                    and interaction_plan.strip(" \t\n\r") != ""
                )
            )
            and (
                phrenic_contraindications is None
                or is_findings(phrenic_contraindications, PHRENIC_CONTRAINDICATIONS_ANSWERS)
            )
            # no key that is not a fact, and no null
            and len(request) == (
                (codes is not None)
                + (received_date is not None)
                + (service_date is not None)
                + (state is not None)
                + (examination is not None)
                + (first_implantation is not None)
                + (payer is not None)
                + (place_of_service is not None)
                + (bill_type is not None)
                + (emergency_modifier is not None)
                + (emergency_revenue is not None)
                + (provider_exempt is not None)
                + (expedited is not None)
                + (decision_date is not None)
                + (records_asked is not None)
                + (phrenic_indication is not None)
                + (ventilator_dependent is not None)
                + (permanent_stoma is not None)
                + (insufficiency_cause is not None)
                + (insufficiency_evaluation is not None)
                + (insufficiency_care is not None)
                + (phrenic_nerve_intact is not None)
                + (diaphragm_works is not None)
                + (severe_lung_disease is not None)
                + (lung_history is not None)
                + (earlier_chest_imaging is not None)
                + (current_chest_imaging is not None)
                + (lung_function is not None)
                + (lung_function_feasible is not None)
                + (apnea_cause is not None)
                + (apnea_severity is not None)
                + (polysomnography is not None)
                + (apnea_care_unsuitable is not None)
                + (asleep_hypoxemia is not None)
                + (heart_failure is not None)
                + (nyha_class is not None)
                + (ejection_fraction is not None)
                + (heart_therapy is not None)
                + (heart_therapy_unsuitable is not None)
                + (heart_device is not None)
                + (interaction_plan is not None)
                + (phrenic_contraindications is not None)
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
PHRENIC_INDICATION_ANSWERS: Final = frozenset((
    "paralysis", "congenital", "other_insufficiency", "sleep_apnea", "other_phrenic_indication",
))
APNEA_CAUSE_ANSWERS: Final = frozenset(("idiopathic", "heart_failure", "medication", "other_apnea_cause"))
APNEA_SEVERITY_ANSWERS: Final = frozenset(("mild", "moderate", "severe"))
APNEA_CARE_UNSUITABLE_ANSWERS: Final = frozenset(("cpap", "bipap", "asv", "oxygen"))
NYHA_CLASS_ANSWERS: Final = frozenset(("class_1", "class_2", "class_3", "class_4"))
PHRENIC_CONTRAINDICATIONS_ANSWERS: Final = frozenset((
    "active_infection", "end_stage_failure", "recent_stroke", "kidney_disease", "anatomic_barrier", "drug_induced",
))
LISTED_CODE_CODES: Final = frozenset(("33276", "33277"))

POLICY: Final = load(__spec__)
