"""Hypoglossal nerve stimulation for obstructive sleep apnea: policy hypoglossal_stimulation, version 6.0.0.

For requests received on or after 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, section 6.2.12, 2026-04-24.

Generated from policies/hypoglossal_stimulation/6.0.0.yaml; do not edit.
It speaks of documentation and makes no coverage decision. None means that the
chart does not say.
"""

from __future__ import annotations

from typing import Any, Final

from wiser_policies._compiled import load
from wiser_policies._dates import Mover, is_day, mover
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
    look_at_heart_events(chart)
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
        verdict_code_c8007(chart),
        verdict_code_c8011(chart),
        verdict_age(chart),
        verdict_body_mass_index(chart),
        verdict_sleep_study_date(chart),
        verdict_sleep_study_result(chart),
        verdict_airway_pressure(chart),
        verdict_endoscopy(chart),
        verdict_anatomy(chart),
        verdict_counseling(chart),
        verdict_contraindications(chart),
        verdict_no_heart_event(chart),
    )
    return Result(POLICY, verdicts, request)


class Chart(ProgramChart):
    """What the chart states, None where it does not say; and what its lists show."""

    __slots__ = (
        "age", "bmi", "consultation_date", "sleep_study_date", "ahi", "central_and_mixed", "ahi_on_cpap",
        "short_nights", "cpap_returned", "intolerance_decided", "sleep_endoscopy", "concentric_collapse",
        "other_anatomy", "mri_counseling", "heart_events", "contraindications_found",
        "any_heart_events_for_no_heart_event",
    )

    any_heart_events_for_no_heart_event: bool | None

    def __init__(self, request: dict[str, Any]) -> None:
        self.codes: list[str] | None = request.get("codes")
        self.received_date: str | None = request.get("received_date")
        self.service_date: str | None = request.get("service_date")
        self.state: str | None = request.get("state")
        self.age: float | None = request.get("age")
        self.payer: str | None = request.get("payer")
        self.place_of_service: str | None = request.get("place_of_service")
        self.bill_type: str | None = request.get("bill_type")
        self.emergency_modifier: bool | None = request.get("emergency_modifier")
        self.emergency_revenue: bool | None = request.get("emergency_revenue")
        self.provider_exempt: bool | None = request.get("provider_exempt")
        self.bmi: float | None = request.get("bmi")
        self.consultation_date: str | None = request.get("consultation_date")
        self.sleep_study_date: str | None = request.get("sleep_study_date")
        self.ahi: float | None = request.get("ahi")
        self.central_and_mixed: float | None = request.get("central_and_mixed")
        self.ahi_on_cpap: float | None = request.get("ahi_on_cpap")
        self.short_nights: float | None = request.get("short_nights")
        self.cpap_returned: bool | None = request.get("cpap_returned")
        self.intolerance_decided: bool | None = request.get("intolerance_decided")
        self.sleep_endoscopy: str | None = request.get("sleep_endoscopy")
        self.concentric_collapse: bool | None = request.get("concentric_collapse")
        self.other_anatomy: str | None = request.get("other_anatomy")
        self.mri_counseling: str | None = request.get("mri_counseling")
        self.heart_events: list[dict[str, Any]] | None = request.get("heart_events")
        self.contraindications_found: dict[str, bool] | None = request.get("contraindications_found")


def verdict_in_force(chart: Chart) -> Verdict:
    """This edition of the rules is the one for the day the request is received.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.12, date of publication
    Readings: A15
    """
    if chart.received_date is None:
        return "missing"
    return "met" if chart.received_date >= "2026-04-24" else "not met"


def verdict_listed_code(chart: Chart) -> Verdict:
    """A procedure code on the request is of this service.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.12, list of codes
    Readings: A19b
    """
    if (
        chart.codes is not None
        and (
            "64582" in chart.codes
            or ("C8007" in chart.codes and chart.service_date is not None and chart.service_date >= "2026-04-06")
            or ("C8011" in chart.codes and chart.service_date is not None and chart.service_date >= "2026-04-06")
        )
    ):
        return "met"
    if (
        chart.codes is not None
        and "64582" not in chart.codes
        and ("C8007" not in chart.codes or (chart.service_date is not None and chart.service_date < "2026-04-06"))
        and ("C8011" not in chart.codes or (chart.service_date is not None and chart.service_date < "2026-04-06"))
    ):
        return "not met"
    return "missing"


def verdict_code_c8007(chart: Chart) -> Verdict:
    """Code C8007 is used for this service.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.12, list of codes
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

    WISeR Provider and Supplier Operational Guide 6.0 6.2.12, list of codes
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


def verdict_age(chart: Chart) -> Verdict:
    """The patient is 22 or older.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.12, box 1
    “22 or older”
    """
    if chart.age is None:
        return "missing"
    return "met" if chart.age >= 22 else "not met"


def verdict_body_mass_index(chart: Chart) -> Verdict:
    """The body mass index is below 35.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.12, boxes 2 and 8c
    “less than 35 kg/m2”
    """
    if chart.bmi is None:
        return "missing"
    return "met" if chart.bmi < 35 else "not met"


def verdict_sleep_study_date(chart: Chart) -> Verdict:
    """The polysomnography lies within 24 months of the first consultation.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.12, box 3
    “within 24 months of first consultation”
    Readings: H1
    """
    if (
        (chart.sleep_study_date or "2010-01-01") >= minus_24_months(chart.consultation_date or "2036-12-31")
        and (chart.sleep_study_date or "2036-12-31") <= plus_24_months(chart.consultation_date or "2010-01-01")
    ):
        return "met"
    if (
        chart.sleep_study_date is not None
        and chart.consultation_date is not None
        and (
            chart.sleep_study_date < minus_24_months(chart.consultation_date)
            or chart.sleep_study_date > plus_24_months(chart.consultation_date)
        )
    ):
        return "not met"
    return "missing"


def verdict_sleep_study_result(chart: Chart) -> Verdict:
    """The index is from 15 to 65, and less than a quarter of it is central and mixed apneas.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.12, boxes 3a, 3b and 8a
    “less than 25%”
    “15 to 65”
    Readings: F2, F3
    """
    if (
        chart.central_and_mixed is not None
        and chart.ahi is not None
        and 100 * chart.central_and_mixed < 25 * chart.ahi - 0.05
        and chart.ahi >= 15
        and chart.ahi <= 65
    ):
        return "met"
    if (
        100 * (chart.central_and_mixed or 0.0) >= 25 * (250.0 if chart.ahi is None else chart.ahi) - 0.05
        or (chart.ahi is not None and (chart.ahi < 15 or chart.ahi > 65))
    ):
        return "not met"
    return "missing"


def verdict_airway_pressure(chart: Chart) -> Verdict:
    """CPAP failed, or was not tolerated as a shared decision with a sleep expert found.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.12, box 4
    “one of the following”
    “greater than 15”
    “less than 4 hours per night, 5 nights per week”
    Readings: H2, H3
    """
    if (
        (chart.ahi_on_cpap is not None and chart.ahi_on_cpap > 15)
        or (
            chart.intolerance_decided is True
            and ((chart.short_nights is not None and chart.short_nights >= 5) or chart.cpap_returned is True)
        )
    ):
        return "met"
    if (
        chart.ahi_on_cpap is not None
        and chart.ahi_on_cpap <= 15
        and (
            chart.intolerance_decided is False
            or (chart.short_nights is not None and chart.short_nights < 5 and chart.cpap_returned is False)
        )
    ):
        return "not met"
    return "missing"


def verdict_endoscopy(chart: Chart) -> Verdict:
    """The sleep endoscopy shows no complete concentric collapse at the soft palate.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.12, box 5
    “showing absence of”
    """
    if chart.sleep_endoscopy is not None and chart.concentric_collapse is False:
        return "met"
    if chart.concentric_collapse is True:
        return "not met"
    return "missing"


def verdict_anatomy(chart: Chart) -> Verdict:
    """The chart describes other anatomical findings that would compromise the device, or says that there are none.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.12, box 6
    “any other anatomical findings”
    Readings: H4
    """
    if chart.other_anatomy is not None:
        return "met"
    return "missing"


def verdict_counseling(chart: Chart) -> Verdict:
    """The patient was counseled about later MRI.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.12, box 7
    “counseling regarding future MRI”
    Readings: H7
    """
    if chart.mri_counseling is not None:
        return "met"
    return "missing"


def verdict_contraindications(chart: Chart) -> Verdict:
    """Each contraindication was looked for, and none is present.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.12, box 8, b, d to i and k to p
    “none of the following”
    """
    if (
        chart.contraindications_found is not None
        and len(chart.contraindications_found) == 13
        and True not in chart.contraindications_found.values()
    ):
        return "met"
    if chart.contraindications_found is not None and True in chart.contraindications_found.values():
        return "not met"
    return "missing"


def verdict_no_heart_event(chart: Chart) -> Verdict:
    """No infarction and no severe arrhythmia in the six months before the planned date.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.12, box 8j
    “none of the following”
    “within the past 6 months”
    Readings: H5, H6
    """
    if chart.any_heart_events_for_no_heart_event is False:
        return "met"
    if chart.any_heart_events_for_no_heart_event is True:
        return "not met"
    return "missing"


def look_at_heart_events(chart: Chart) -> None:
    """What heart events say, in one pass: of what may match, the least and the most."""
    if chart.heart_events is None:
        chart.any_heart_events_for_no_heart_event = None
        return
    service_date_minus_6_months = None if chart.service_date is None else minus_6_months(chart.service_date)
    any_heart_events_for_no_heart_event: bool | None = False
    for row in chart.heart_events:
        heart_event_date: str | None = row.get("heart_event_date")
        if heart_event_date is not None and heart_event_date >= (service_date_minus_6_months or "2036-06-30"):
            any_heart_events_for_no_heart_event = True
        elif not (heart_event_date is not None and heart_event_date < (service_date_minus_6_months or "2019-07-01")):
            any_heart_events_for_no_heart_event = any_heart_events_for_no_heart_event or None
    chart.any_heart_events_for_no_heart_event = any_heart_events_for_no_heart_event


def is_valid(request: object) -> bool:
    """The fast look at the types: what it refuses, `problems` looks at again."""
    if type(request) is not dict:
        return False
    try:
        codes = request.get("codes")
        received_date = request.get("received_date")
        service_date = request.get("service_date")
        state = request.get("state")
        age = request.get("age")
        payer = request.get("payer")
        place_of_service = request.get("place_of_service")
        bill_type = request.get("bill_type")
        emergency_modifier = request.get("emergency_modifier")
        emergency_revenue = request.get("emergency_revenue")
        provider_exempt = request.get("provider_exempt")
        expedited = request.get("expedited")
        decision_date = request.get("decision_date")
        records_asked = request.get("records_asked")
        bmi = request.get("bmi")
        consultation_date = request.get("consultation_date")
        sleep_study_date = request.get("sleep_study_date")
        ahi = request.get("ahi")
        central_and_mixed = request.get("central_and_mixed")
        ahi_on_cpap = request.get("ahi_on_cpap")
        short_nights = request.get("short_nights")
        cpap_returned = request.get("cpap_returned")
        intolerance_decided = request.get("intolerance_decided")
        sleep_endoscopy = request.get("sleep_endoscopy")
        concentric_collapse = request.get("concentric_collapse")
        other_anatomy = request.get("other_anatomy")
        mri_counseling = request.get("mri_counseling")
        heart_events = request.get("heart_events")
        contraindications_found = request.get("contraindications_found")
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
            and (age is None or (type(age) is int and 0 <= age <= 125))
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
            and (bmi is None or (type(bmi) is int and 5 <= bmi <= 150) or is_number(bmi, 5, 150, 1))
            and (
                consultation_date is None
                or (
                    isinstance(consultation_date, str)
                    and "2010-01-01" <= consultation_date <= "2036-12-31"
                    and is_day(consultation_date)
                )
            )
            and (
                sleep_study_date is None
                or (
                    isinstance(sleep_study_date, str)
                    and "2010-01-01" <= sleep_study_date <= "2036-12-31"
                    and is_day(sleep_study_date)
                )
            )
            and (ahi is None or (type(ahi) is int and 0 <= ahi <= 250) or is_number(ahi, 0, 250, 1))
            and (
                central_and_mixed is None
                or (type(central_and_mixed) is int and 0 <= central_and_mixed <= 250)
                or is_number(central_and_mixed, 0, 250, 1)
            )
            and (
                ahi_on_cpap is None
                or (type(ahi_on_cpap) is int and 0 <= ahi_on_cpap <= 250)
                or is_number(ahi_on_cpap, 0, 250, 1)
            )
            and (short_nights is None or (type(short_nights) is int and 0 <= short_nights <= 7))
            and (cpap_returned is None or cpap_returned is True or cpap_returned is False)
            and (intolerance_decided is None or intolerance_decided is True or intolerance_decided is False)
            and (
                sleep_endoscopy is None
                or (
                    type(sleep_endoscopy) is str
                    and len(sleep_endoscopy) <= 500
                    and sleep_endoscopy.strip(" \t\n\r") != ""
                )
            )
            and (concentric_collapse is None or concentric_collapse is True or concentric_collapse is False)
            and (
                other_anatomy is None
                or (type(other_anatomy) is str and len(other_anatomy) <= 500 and other_anatomy.strip(" \t\n\r") != "")
            )
            and (
                mri_counseling is None
                or (
                    type(mri_counseling) is str
                    and len(mri_counseling) <= 500
                    and mri_counseling.strip(" \t\n\r") != ""
                )
            )
            and (heart_events is None or is_valid_heart_events(heart_events))
            and (
                contraindications_found is None
                or is_findings(contraindications_found, CONTRAINDICATIONS_FOUND_ANSWERS)
            )
            # no key that is not a fact, and no null
            and len(request) == (
                (codes is not None)
                + (received_date is not None)
                + (service_date is not None)
                + (state is not None)
                + (age is not None)
                + (payer is not None)
                + (place_of_service is not None)
                + (bill_type is not None)
                + (emergency_modifier is not None)
                + (emergency_revenue is not None)
                + (provider_exempt is not None)
                + (expedited is not None)
                + (decision_date is not None)
                + (records_asked is not None)
                + (bmi is not None)
                + (consultation_date is not None)
                + (sleep_study_date is not None)
                + (ahi is not None)
                + (central_and_mixed is not None)
                + (ahi_on_cpap is not None)
                + (short_nights is not None)
                + (cpap_returned is not None)
                + (intolerance_decided is not None)
                + (sleep_endoscopy is not None)
                + (concentric_collapse is not None)
                + (other_anatomy is not None)
                + (mri_counseling is not None)
                + (heart_events is not None)
                + (contraindications_found is not None)
            )
        )
    except Exception:  # of another type, or an object that cannot be compared
        return False


def is_valid_heart_events(rows: object) -> bool:
    """The same for the records of heart_events."""
    if type(rows) is not list or len(rows) > 60:
        return False
    try:
        for row in rows:
            if type(row) is not dict:
                return False
            heart_event_date = row.get("heart_event_date")
            if not (
                (
                    heart_event_date is None
                    or (
                        isinstance(heart_event_date, str)
                        and "1920-01-01" <= heart_event_date <= "2036-12-31"
                        and is_day(heart_event_date)
                    )
                )
                # no key that is not a fact, and no null
                and len(row) == (heart_event_date is not None)
            ):
                return False
        return True
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
CONTRAINDICATIONS_FOUND_ANSWERS: Final = frozenset((
    "other_device", "neuromuscular", "nerve_palsy", "lung_disease", "pulmonary_hypertension", "valve_disease",
    "heart_failure", "hypertension", "mental_illness", "other_sleep_disorder", "pregnancy", "cannot_operate",
    "airway_control",
))
minus_24_months: Final[Mover] = mover(-24, 0)
minus_6_months: Final[Mover] = mover(-6, 0)
plus_24_months: Final[Mover] = mover(24, 0)

POLICY: Final = load(__spec__)
