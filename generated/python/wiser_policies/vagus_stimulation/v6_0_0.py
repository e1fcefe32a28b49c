"""Vagus nerve stimulation, first implantation: policy vagus_stimulation, version 6.0.0.

For requests received on or after 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, section 6.2.3, 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, 2026-04-24.
Source: WISeR Provider and Supplier Operational Guide 6.0, 2026-04-24.

Generated from policies/vagus_stimulation/6.0.0.yaml; do not edit.
It speaks of documentation and makes no coverage decision. None means that the
chart does not say.
"""

from __future__ import annotations

from typing import Any, Final

from wiser_policies._compiled import load
from wiser_policies._dates import Mover, is_day, mover
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
    look_at_treatments(chart)
    look_at_visits(chart)
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
        verdict_first_implantation(chart),
        verdict_indication(chart),
        verdict_refractory_seizures(chart),
        verdict_epilepsy_surgery(chart),
        verdict_trial_enrollment(chart),
        verdict_episode(chart),
        verdict_failed_treatments(chart),
        verdict_two_visits(chart),
        verdict_stable_regimen(chart),
        verdict_exclusions(chart),
        verdict_diagnosis_fits(chart),
        verdict_surgery_by_ncd(chart),
    )
    return Result(POLICY, verdicts, request)


class Chart(ProgramChart):
    """What the chart states, None where it does not say; and what its lists show."""

    __slots__ = (
        "diagnoses", "first_implantation", "indication", "partial_onset", "refractory", "drugs_failed",
        "drugs_not_tolerated", "surgery", "decision_shared", "surgery_rationale", "enrolled", "enrollment",
        "episode_years", "episodes", "treatments", "visits", "regimen_weeks", "exclusions",
        "fewest_treatments_for_failed_treatments", "most_treatments_for_failed_treatments",
        "fewest_visits_for_two_visits", "most_visits_for_two_visits",
    )

    fewest_treatments_for_failed_treatments: int
    most_treatments_for_failed_treatments: int
    fewest_visits_for_two_visits: int
    most_visits_for_two_visits: int

    def __init__(self, request: dict[str, Any]) -> None:
        self.codes: list[str] | None = request.get("codes")
        self.received_date: str | None = request.get("received_date")
        self.service_date: str | None = request.get("service_date")
        self.state: str | None = request.get("state")
        self.diagnoses: list[str] | None = request.get("diagnoses")
        self.first_implantation: bool | None = request.get("first_implantation")
        self.payer: str | None = request.get("payer")
        self.place_of_service: str | None = request.get("place_of_service")
        self.bill_type: str | None = request.get("bill_type")
        self.emergency_modifier: bool | None = request.get("emergency_modifier")
        self.emergency_revenue: bool | None = request.get("emergency_revenue")
        self.provider_exempt: bool | None = request.get("provider_exempt")
        self.indication: str | None = request.get("indication")
        self.partial_onset: bool | None = request.get("partial_onset")
        self.refractory: bool | None = request.get("refractory")
        self.drugs_failed: bool | None = request.get("drugs_failed")
        self.drugs_not_tolerated: bool | None = request.get("drugs_not_tolerated")
        self.surgery: dict[str, bool] | None = request.get("surgery")
        self.decision_shared: bool | None = request.get("decision_shared")
        self.surgery_rationale: str | None = request.get("surgery_rationale")
        self.enrolled: bool | None = request.get("enrolled")
        self.enrollment: str | None = request.get("enrollment")
        self.episode_years: float | None = request.get("episode_years")
        self.episodes: float | None = request.get("episodes")
        self.treatments: list[dict[str, Any]] | None = request.get("treatments")
        self.visits: list[dict[str, Any]] | None = request.get("visits")
        self.regimen_weeks: float | None = request.get("regimen_weeks")
        self.exclusions: dict[str, bool] | None = request.get("exclusions")


def verdict_in_force(chart: Chart) -> Verdict:
    """This edition of the rules is the one for the day the request is received.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.3, date of publication
    Readings: A15
    """
    if chart.received_date is None:
        return "missing"
    return "met" if chart.received_date >= "2026-04-24" else "not met"


def verdict_listed_code(chart: Chart) -> Verdict:
    """A procedure code on the request is of this service.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.3, list of codes
    Readings: A19b
    """
    if (
        chart.codes is not None
        and "64568" in chart.codes
        and chart.diagnoses is not None
        and not LISTED_CODE_DIAGNOSES.isdisjoint(chart.diagnoses)
    ):
        return "met"
    if (
        (chart.codes is not None and "64568" not in chart.codes)
        or (chart.diagnoses is not None and LISTED_CODE_DIAGNOSES.isdisjoint(chart.diagnoses))
    ):
        return "not met"
    return "missing"


def verdict_first_implantation(chart: Chart) -> Verdict:
    """The stimulator is implanted for the first time.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.3, openings of both lists
    WISeR Provider and Supplier Operational Guide 6.0, 10 and 11
    """
    if chart.first_implantation is True:
        return "met"
    if chart.first_implantation is False:
        return "not met"
    return "missing"


def verdict_indication(chart: Chart) -> Verdict:
    """The stimulator is for seizures or for depression.

    WISeR Provider and Supplier Operational Guide 6.0, 9
    """
    if chart.indication is None:
        return "missing"
    return "met" if chart.indication in {"depression", "seizures"} else "not met"


def verdict_refractory_seizures(chart: Chart) -> Verdict:
    """Partial onset seizures are medically refractory, and drugs failed or were not tolerated.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.3, seizures, box 1
    “failure of or intolerance to”
    Readings: V1, V2
    """
    if chart.indication is not None and chart.indication != "seizures":
        return "not applicable"
    if (
        chart.partial_onset is True
        and chart.refractory is True
        and (chart.drugs_failed is True or chart.drugs_not_tolerated is True)
    ):
        return "met"
    if (
        chart.indication == "seizures"
        and (
            chart.partial_onset is False
            or chart.refractory is False
            or (chart.drugs_failed is False and chart.drugs_not_tolerated is False)
        )
    ):
        return "not met"
    return "missing"


def verdict_epilepsy_surgery(chart: Chart) -> Verdict:
    """Epilepsy surgery does not suit, failed, or is refused after a shared decision, with a rationale.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.3, seizures, box 2
    “with rationale”
    “or refuses epilepsy surgery”
    “after shared decision-making”
    Readings: V3, V1
    """
    if chart.indication is not None and chart.indication != "seizures":
        return "not applicable"
    if (
        chart.surgery_rationale is not None
        and chart.surgery is not None
        and (
            chart.surgery.get("not_candidate") is True
            or chart.surgery.get("surgery_failed") is True
            or (chart.surgery.get("refused") is True and chart.decision_shared is True)
        )
    ):
        return "met"
    if (
        chart.indication == "seizures"
        and chart.surgery is not None
        and chart.surgery.get("not_candidate") is False
        and chart.surgery.get("surgery_failed") is False
        and (chart.surgery.get("refused") is False or chart.decision_shared is False)
    ):
        return "not met"
    return "missing"


def verdict_trial_enrollment(chart: Chart) -> Verdict:
    """The patient is enrolled in an active trial that CMS approved.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.3, depression, box 1
    Readings: V1
    """
    if chart.indication is not None and chart.indication != "depression":
        return "not applicable"
    if chart.enrolled is True and chart.enrollment is not None:
        return "met"
    if chart.indication == "depression" and chart.enrolled is False:
        return "not met"
    return "missing"


def verdict_episode(chart: Chart) -> Verdict:
    """The current episode has lasted long, or is at least the fourth.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.3, depression, box 2
    “or at least four”
    “at least 2 years”
    “at least four episodes”
    Readings: V5, V6, V1
    """
    if chart.indication is not None and chart.indication != "depression":
        return "not applicable"
    if (
        (chart.episode_years is not None and chart.episode_years >= 2)
        or (chart.episodes is not None and chart.episodes >= 4)
    ):
        return "met"
    if (
        chart.indication == "depression"
        and chart.episode_years is not None
        and chart.episode_years < 2
        and chart.episodes is not None
        and chart.episodes < 4
    ):
        return "not met"
    return "missing"


def verdict_failed_treatments(chart: Chart) -> Verdict:
    """Four treatments of adequate dose and duration failed.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.3, depression, box 3
    “minimum criterion of four”
    Readings: V7, V1
    """
    if chart.indication is not None and chart.indication != "depression":
        return "not applicable"
    if chart.fewest_treatments_for_failed_treatments >= 4:
        return "met"
    if chart.indication == "depression" and chart.most_treatments_for_failed_treatments < 4:
        return "not met"
    return "missing"


def verdict_two_visits(chart: Chart) -> Verdict:
    """A scale showed a major depressive episode on two visits shortly before the implantation.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.3, depression, box 4
    “on two visits”
    “within a 45-day span prior to”
    Readings: V8, V9, V1
    """
    if chart.indication is not None and chart.indication != "depression":
        return "not applicable"
    if chart.fewest_visits_for_two_visits >= 2:
        return "met"
    if chart.indication == "depression" and chart.most_visits_for_two_visits < 2:
        return "not met"
    return "missing"


def verdict_stable_regimen(chart: Chart) -> Verdict:
    """The medication regimen has been stable long enough before the implantation.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.3, depression, box 5
    “at least 4 weeks”
    Readings: V10, V1
    """
    if chart.indication is not None and chart.indication != "depression":
        return "not applicable"
    if chart.regimen_weeks is not None and chart.regimen_weeks >= 4:
        return "met"
    if chart.indication == "depression" and chart.regimen_weeks is not None and chart.regimen_weeks < 4:
        return "not met"
    return "missing"


def verdict_exclusions(chart: Chart) -> Verdict:
    """Each exclusion was looked for, and none is present.

    WISeR Provider and Supplier Operational Guide 6.0 6.2.3, depression, box 6, a to g
    “none of the following”
    Readings: V1
    """
    if chart.indication is not None and chart.indication != "depression":
        return "not applicable"
    if chart.exclusions is not None and len(chart.exclusions) == 7 and True not in chart.exclusions.values():
        return "met"
    if chart.indication == "depression" and chart.exclusions is not None and True in chart.exclusions.values():
        return "not met"
    return "missing"


def verdict_diagnosis_fits(chart: Chart) -> Verdict:
    """A diagnosis on the request is of the condition that the stimulator is for.

    WISeR Provider and Supplier Operational Guide 6.0, B, Table B1
    """
    if (
        (
            chart.indication == "seizures"
            and chart.diagnoses is not None
            and not DIAGNOSIS_FITS_DIAGNOSES.isdisjoint(chart.diagnoses)
        )
        or (
            chart.indication == "depression"
            and chart.diagnoses is not None
            and not DIAGNOSIS_FITS_DIAGNOSES_2.isdisjoint(chart.diagnoses)
        )
    ):
        return "met"
    if (
        (
            (chart.indication is not None and chart.indication != "seizures")
            or (chart.diagnoses is not None and DIAGNOSIS_FITS_DIAGNOSES.isdisjoint(chart.diagnoses))
        )
        and (
            (chart.indication is not None and chart.indication != "depression")
            or (chart.diagnoses is not None and DIAGNOSIS_FITS_DIAGNOSES_2.isdisjoint(chart.diagnoses))
        )
    ):
        return "not met"
    return "missing"


def verdict_surgery_by_ncd(chart: Chart) -> Verdict:
    """Epilepsy surgery is unsuitable or has failed, which is more than a refusal.

    NCD 160.18, known from a note that quotes one line of it, for seizures
    “or for whom surgery has failed”
    Readings: V4
    """
    if chart.indication is not None and chart.indication != "seizures":
        return "not applicable"
    if (
        chart.surgery is not None
        and (chart.surgery.get("not_candidate") is True or chart.surgery.get("surgery_failed") is True)
    ):
        return "met"
    if (
        chart.indication == "seizures"
        and chart.surgery is not None
        and chart.surgery.get("not_candidate") is False
        and chart.surgery.get("surgery_failed") is False
    ):
        return "not met"
    return "missing"


def look_at_treatments(chart: Chart) -> None:
    """What treatments say, in one pass: of what may match, the least and the most."""
    if chart.treatments is None:
        chart.fewest_treatments_for_failed_treatments = 0
        chart.most_treatments_for_failed_treatments = 60
        return
    fewest_treatments_for_failed_treatments = most_treatments_for_failed_treatments = 0
    failed_treatments_may_apply = chart.indication is None or chart.indication == "depression"
    for row in chart.treatments:
        failed: bool | None = row.get("failed")
        adequate: bool | None = row.get("adequate")
        if failed_treatments_may_apply:
            if failed is True and adequate is True:
                fewest_treatments_for_failed_treatments += 1
                most_treatments_for_failed_treatments += 1
            elif not (failed is False or adequate is False):
                most_treatments_for_failed_treatments += 1
    chart.fewest_treatments_for_failed_treatments = fewest_treatments_for_failed_treatments
    chart.most_treatments_for_failed_treatments = most_treatments_for_failed_treatments


def look_at_visits(chart: Chart) -> None:
    """What visits say, in one pass: of what may match, the least and the most."""
    if chart.visits is None:
        chart.fewest_visits_for_two_visits = 0
        chart.most_visits_for_two_visits = 60
        return
    service_date = chart.service_date
    service_date_minus_45_days = None if chart.service_date is None else minus_45_days(chart.service_date)
    fewest_visits_for_two_visits = most_visits_for_two_visits = 0
    two_visits_may_apply = chart.indication is None or chart.indication == "depression"
    for row in chart.visits:
        visit_date: str | None = row.get("visit_date")
        major_episode: bool | None = row.get("major_episode")
        if two_visits_may_apply:
            if (
                major_episode is True
                and visit_date is not None
                and visit_date >= (service_date_minus_45_days or "2036-11-16")
                and visit_date < (service_date or "2020-01-01")
            ):
                fewest_visits_for_two_visits += 1
                most_visits_for_two_visits += 1
            elif not (
                major_episode is False
                or (
                    visit_date is not None
                    and (
                        visit_date < (service_date_minus_45_days or "2019-11-17")
                        or visit_date >= (service_date or "2036-12-31")
                    )
                )
            ):
                most_visits_for_two_visits += 1
    chart.fewest_visits_for_two_visits = fewest_visits_for_two_visits
    chart.most_visits_for_two_visits = most_visits_for_two_visits


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
        indication = request.get("indication")
        partial_onset = request.get("partial_onset")
        refractory = request.get("refractory")
        drugs_failed = request.get("drugs_failed")
        drugs_not_tolerated = request.get("drugs_not_tolerated")
        surgery = request.get("surgery")
        decision_shared = request.get("decision_shared")
        surgery_rationale = request.get("surgery_rationale")
        enrolled = request.get("enrolled")
        enrollment = request.get("enrollment")
        episode_years = request.get("episode_years")
        episodes = request.get("episodes")
        treatments = request.get("treatments")
        visits = request.get("visits")
        regimen_weeks = request.get("regimen_weeks")
        exclusions = request.get("exclusions")
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
            and (indication is None or (isinstance(indication, str) and indication in INDICATION_ANSWERS))
            and (partial_onset is None or partial_onset is True or partial_onset is False)
            and (refractory is None or refractory is True or refractory is False)
            and (drugs_failed is None or drugs_failed is True or drugs_failed is False)
            and (drugs_not_tolerated is None or drugs_not_tolerated is True or drugs_not_tolerated is False)
            and (surgery is None or is_findings(surgery, SURGERY_ANSWERS))
            and (decision_shared is None or decision_shared is True or decision_shared is False)
            and (
                surgery_rationale is None
                or (
                    type(surgery_rationale) is str
                    and len(surgery_rationale) <= 500
                    and surgery_rationale.strip(" \t\n\r") != ""
                )
            )
            and (enrolled is None or enrolled is True or enrolled is False)
            and (
                enrollment is None
                or (type(enrollment) is str and len(enrollment) <= 500 and enrollment.strip(" \t\n\r") != "")
            )
            and (episode_years is None or (type(episode_years) is int and 0 <= episode_years <= 100))
            and (episodes is None or (type(episodes) is int and 0 <= episodes <= 200))
            and (treatments is None or is_valid_treatments(treatments))
            and (visits is None or is_valid_visits(visits))
            and (regimen_weeks is None or (type(regimen_weeks) is int and 0 <= regimen_weeks <= 5200))
            and (exclusions is None or is_findings(exclusions, EXCLUSIONS_ANSWERS))
            # no key that is not a fact, and no null
            and len(request) == (
                (codes is not None)
                + (received_date is not None)
                + (service_date is not None)
                + (state is not None)
                + (diagnoses is not None)
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
                + (indication is not None)
                + (partial_onset is not None)
                + (refractory is not None)
                + (drugs_failed is not None)
                + (drugs_not_tolerated is not None)
                + (surgery is not None)
                + (decision_shared is not None)
                + (surgery_rationale is not None)
                + (enrolled is not None)
                + (enrollment is not None)
                + (episode_years is not None)
                + (episodes is not None)
                + (treatments is not None)
                + (visits is not None)
                + (regimen_weeks is not None)
                + (exclusions is not None)
            )
        )
    except Exception:  # of another type, or an object that cannot be compared
        return False


def is_valid_treatments(rows: object) -> bool:
    """The same for the records of treatments."""
    if type(rows) is not list or len(rows) > 60:
        return False
    try:
        for row in rows:
            if type(row) is not dict:
                return False
            failed = row.get("failed")
            adequate = row.get("adequate")
            if not (
                (failed is None or failed is True or failed is False)
                and (adequate is None or adequate is True or adequate is False)
                # no key that is not a fact, and no null
                and len(row) == (failed is not None) + (adequate is not None)
            ):
                return False
        return True
    except Exception:  # of another type, or an object that cannot be compared
        return False


def is_valid_visits(rows: object) -> bool:
    """The same for the records of visits."""
    if type(rows) is not list or len(rows) > 60:
        return False
    try:
        for row in rows:
            if type(row) is not dict:
                return False
            visit_date = row.get("visit_date")
            major_episode = row.get("major_episode")
            if not (
                (
                    visit_date is None
                    or (
                        isinstance(visit_date, str)
                        and "1990-01-01" <= visit_date <= "2036-12-31"
                        and is_day(visit_date)
                    )
                )
                and (major_episode is None or major_episode is True or major_episode is False)
                # no key that is not a fact, and no null
                and len(row) == (visit_date is not None) + (major_episode is not None)
            ):
                return False
        return len(rows) < 2 or len({row.get("visit_date") for row in rows}) == len(rows)
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
INDICATION_ANSWERS: Final = frozenset(("seizures", "depression", "other_indication"))
SURGERY_ANSWERS: Final = frozenset(("not_candidate", "surgery_failed", "refused"))
EXCLUSIONS_ANSWERS: Final = frozenset((
    "psychotic_features", "schizophrenia", "other_psychosis", "rapid_cycling", "cognitive_disorder", "suicidal_intent",
    "other_investigation",
))
LISTED_CODE_DIAGNOSES: Final = frozenset((
    "F31.32", "F31.4", "F31.81", "F32.1", "F32.2", "F33.1", "F33.2", "G40.011", "G40.019", "G40.111", "G40.119",
    "G40.211", "G40.219", "Z00.6",
))
DIAGNOSIS_FITS_DIAGNOSES: Final = frozenset(("G40.011", "G40.019", "G40.111", "G40.119", "G40.211", "G40.219"))
DIAGNOSIS_FITS_DIAGNOSES_2: Final = frozenset(("F31.32", "F31.4", "F31.81", "F32.1", "F32.2", "F33.1", "F33.2"))
minus_45_days: Final[Mover] = mover(0, -45)

POLICY: Final = load(__spec__)
