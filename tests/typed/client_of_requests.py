"""An application that fills in a request, and reads answers as JSON. Both type checkers accept it, strictly."""

from typing import assert_type

from wiser_policies import Outcome, check, scope, validator
from wiser_policies.esi.request_v6_0_0 import ContraindicationsFindings, PriorSessionsRecord, Request
from wiser_policies.shapes import CriterionDict, ResultDict, SummaryDict
from wiser_policies.wiser.request_v6_0_0 import Request as ScopeRequest


def filled_in(weeks: int, sessions: list[PriorSessionsRecord]) -> Request:
    request: Request = {"codes": ["64483"], "received_date": "2026-04-27", "guidance": "fluoroscopy"}
    request["pain_duration"] = weeks
    ruled_out: ContraindicationsFindings = {"infection": False, "cord_lesion": False}
    request["contraindications"] = ruled_out
    request["prior_sessions"] = [*sessions, {"session_date": "2026-01-12", "session_region": "lumbar_sacral"}]
    if request.get("baseline_score") is None:
        request["baseline_score"] = 60
    return request


def answered(request: Request) -> Outcome:
    result = check(request, policy="esi@6.0.0")
    assert validator("esi@6.0.0").check(request) == result
    whole: ResultDict = result.as_dict()
    short: SummaryDict = result.as_summary()
    assert_type(short["outcome"], Outcome)
    if short["open"] and short["open"][0]["verdict"] == "not met":
        return whole["outcome"]
    return short["outcome"]


def days(short: SummaryDict) -> list[str]:
    return [f"{clock}: {day or 'not known yet'}" for clock, day in short["deadlines"].items()]


def asks(criterion: CriterionDict) -> list[str]:
    return [fact["ask"] for fact in criterion["missing"]] + [place["section"] for place in criterion["cite"]]


asked: ScopeRequest = {"state": "CA", "payer": "original"}
services: list[str] = scope(asked).as_summary()["services"]
