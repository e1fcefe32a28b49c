"""An application that names the types of its results. Both type checkers accept it, strictly."""

from wiser_policies import (
    Deadline,
    Explanation,
    Fact,
    Gap,
    Outcome,
    Problem,
    ProblemCode,
    Result,
    Verdict,
    check,
    check_json,
    scope,
)

TO_RESEND: tuple[ProblemCode, ...] = ("wrong-type", "unknown-fact")


def facts_to_ask_for(result: Result) -> list[Fact]:
    gaps: tuple[Gap, ...] = result.gaps()
    return [fact for gap in gaps for fact in gap.missing]


def color(verdict: Verdict) -> str:
    match verdict:
        case "met" | "not applicable":
            return "green"
        case "missing":
            return "yellow"
        case "not met":
            return "red"


def answer(request: dict[str, object]) -> str:
    result = check(request)
    outcome: Outcome = result.outcome
    problems: tuple[Problem, ...] = result.problems
    if outcome == "invalid" and problems[0].code in TO_RESEND:
        return problems[0].rule
    explained: tuple[Explanation, ...] = result.explain()
    days: tuple[Deadline, ...] = result.deadlines()
    due = [deadline.day for deadline in days if deadline.verdict == "known"]
    return ", ".join([*(color(found.verdict) for found in explained), *(day or "" for day in due)])


def concerned(text: str, data: bytes) -> bool:
    return scope({}).outcome == "in scope" or check_json(text) == check_json(data)
