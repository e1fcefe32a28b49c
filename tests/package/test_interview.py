"""The interview asks what still matters, in the order of `next_question`, and keeps every answer."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest
from wiser_policies import Understood, check, next_question, understood, validator
from wiser_policies._interview import (
    FIRST,
    Asked,
    Begun,
    Progress,
    answered,
    earlier,
    left_open,
    next_asked,
    stated_at,
    taken_up,
)
from wiser_policies._rules import problems

ROOT = Path(__file__).parents[2]
READY = {
    path.stem.removesuffix("-ready"): json.loads(path.read_text("utf-8"))
    for path in sorted((ROOT / "docs/requests").glob("*-ready.json"))
}


def paths_until_the_end(chart: dict[str, Any], policy: str = "", most: int = 200) -> tuple[list[str], Progress]:
    """The questions of an interview of which each answer stands in a chart; what is not there is left open."""
    progress, asked_for = Progress({}), []
    for _ in range(most):
        asked = next_asked(progress, policy)
        if asked is None:
            return asked_for, progress
        asked_for.append(asked.path if asked.step != "another" else f"{asked.path}/-")
        after = answer_from(chart, progress, asked, policy)
        assert isinstance(after, Progress), (asked, after)
        progress = after
    raise AssertionError("there is always another question")


def answer_from(chart: dict[str, Any], progress: Progress, asked: Asked, policy: str) -> Progress | str:
    if asked.step == "beyond":
        return answered(progress, asked, True, policy)
    whole = chart.get(asked.about.name)
    if whole is None:
        return left_open(progress, asked)
    if asked.step == "list":
        return answered(progress, asked, bool(whole), policy)
    if asked.step == "another":
        assert progress.begun is not None
        return answered(progress, asked, len(progress.begun.records) < len(whole), policy)
    found: Any = whole
    for part in asked.place[1:]:
        found = found.get(part) if isinstance(found, dict) else found[int(part)]
    return left_open(progress, asked) if found is None else answered(progress, asked, found, policy)


# ---------------------------------------------------------------- the questions and their order


@pytest.mark.parametrize("service", READY)
def test_the_answers_of_a_ready_chart_make_a_ready_request_and_no_question_comes_twice(service: str) -> None:
    asked_for, progress = paths_until_the_end(READY[service])
    result = check(progress.request)
    assert (result.outcome, result.problems) == ("ready", ())
    assert [path.strip("/") for path in asked_for[:5]] == [*FIRST]
    single = [path for path in asked_for if not path.endswith("/-")]
    assert len(set(single)) == len(single)
    assert progress.request == {name: value for name, value in progress.request.items() if name in READY[service]}
    assert progress.begun is None


@pytest.mark.parametrize("service", ["esi", "pva", "skin_substitutes"])
def test_with_everything_answered_the_next_question_is_that_of_next_question(service: str) -> None:
    random, chart, seen = Random(service), READY[service], Counter[str]()
    for _ in range(8):
        request = {name: value for name, value in chart.items() if name in FIRST or random.random() < 0.7}
        asked, question = next_asked(Progress(request)), next_question(check(request))
        assert (asked is None) == (question is None)
        if asked and question:
            assert asked.path.startswith(question.path)
            assert asked.step != "item" or asked.place[-1] == question.items[0]
            assert set(asked.criteria) & set(question.criteria)
            seen[asked.step] += 1
    assert seen.total() > 4


def test_what_is_left_open_holds_up_no_other_question() -> None:
    """But what hangs on it is not asked: no reason for sedation is, while nobody knows whether there is any."""
    few = {name: READY["esi"][name] for name in (*FIRST, "place_of_service")}
    asked_for, _ = paths_until_the_end(few)
    assert {"/examination", "/history", "/imaging", "/pain_duration", "/sedation", "/prior_sessions"} <= set(asked_for)
    assert "/sedation_need" not in asked_for
    assert "/bilateral_reason" not in asked_for
    assert len(asked_for) < len(validator("esi@6.0.0").POLICY.facts)


def test_what_puts_a_request_out_of_scope_ends_the_interview() -> None:
    asked_for, progress = paths_until_the_end(READY["esi"] | {"state": "CA"})
    assert asked_for == ["/codes", "/state"]
    assert check(progress.request).outcome == "out of scope"


def test_where_the_chart_says_otherwise_it_is_asked_whether_to_go_on() -> None:
    request = {name: value for name, value in READY["esi"].items() if name != "history"} | {"other_region_too": True}
    asked = next_asked(Progress(request))
    assert asked is not None
    assert asked.step == "beyond"
    further = answered(Progress(request), asked, True)
    assert isinstance(further, Progress)
    assert getattr(next_asked(further), "path", "") == "/history"
    assert next_asked(further._replace(beyond=False)) is None


# ---------------------------------------------------------------- lists


def session(progress: Progress) -> Asked:
    asked = next_asked(progress)
    assert asked is not None
    return asked


def test_a_list_is_stated_when_it_is_complete_and_not_before() -> None:
    """A list that is stated has no further records, so three sessions of four would be taken for all."""
    whole = {name: value for name, value in READY["esi"].items() if name != "prior_sessions"}
    progress = Progress(whole)
    asked = session(progress)
    assert (asked.step, asked.path) == ("list", "/prior_sessions")
    steps = []
    for value in (True, "2026-01-05", "lumbar_sacral", True, "2025-09-02", "lumbar_sacral"):
        after = answered(progress, session(progress), value)
        assert isinstance(after, Progress)
        progress = after
        steps.append(session(progress).step)
        assert "prior_sessions" not in progress.request
    assert steps == ["field", "field", "another", "field", "field", "another"]
    done = answered(progress, session(progress), False)
    assert isinstance(done, Progress)
    assert len(done.request["prior_sessions"]) == 2
    assert check(done.request).problems == ()


def test_a_record_that_repeats_another_is_not_taken() -> None:
    row = {"session_date": "2026-01-05", "session_region": "lumbar_sacral"}
    whole = {name: value for name, value in READY["esi"].items() if name != "prior_sessions"}
    progress = Progress(whole, begun=Begun("prior_sessions", (row, {"session_date": "2026-01-05"})))
    asked = session(progress)
    assert (asked.step, asked.path) == ("field", "/prior_sessions/1/session_region")
    assert "repeats an earlier record" in str(answered(progress, asked, "lumbar_sacral"))
    assert isinstance(answered(progress, asked, "cervical_thoracic"), Progress)


def test_whether_a_list_goes_on_is_never_left_open() -> None:
    whole = {name: value for name, value in READY["esi"].items() if name != "follow_ups"}
    row = {"follow_up_date": "2026-01-05", "follow_up_scale": "odi", "score": 20}
    progress = Progress(whole, begun=Begun("follow_ups", (row,)))
    asked = session(progress)
    assert asked.step == "another"
    assert isinstance(left_open(progress, asked), str)


def test_a_full_list_is_complete_without_a_question() -> None:
    policy = validator("esi@6.0.0").POLICY
    follow_ups = next(fact for fact in policy.facts if fact.name == "follow_ups")
    row = {"follow_up_scale": "odi", "score": 20}
    rows = tuple({"follow_up_date": f"2026-{1 + n // 28:02}-{1 + n % 28:02}", **row} for n in range(follow_ups.high))
    whole = {name: value for name, value in READY["esi"].items() if name != "follow_ups"}
    progress = Progress(whole, begun=Begun("follow_ups", rows))
    done = answered(progress, session(progress), True)
    assert isinstance(done, Progress)
    assert done.begun is None
    assert len(done.request["follow_ups"]) == follow_ups.high


# ---------------------------------------------------------------- back, and what a request cannot hold


@pytest.mark.parametrize("service", READY)
def test_every_answer_of_a_request_can_be_asked_again_and_taken_back(service: str) -> None:
    progress = Progress(READY[service])
    places = earlier(progress)
    assert {asked.about.name for asked in places} == set(READY[service])
    for asked in places:
        value = stated_at(progress, asked)
        assert value is not None
        assert taken_up(progress, asked) == progress
        if asked.path == "/codes":
            continue
        without = left_open(progress, asked)
        assert isinstance(without, Progress)
        assert stated_at(without, asked) is None
        again = answered(without, asked, value)
        assert isinstance(again, Progress)
        assert again.begun if asked.step == "list" and value else again.request == READY[service]


def test_a_record_that_was_begun_by_mistake_is_taken_back() -> None:
    progress = Progress(READY["esi"], begun=Begun("follow_ups", ({"score": 3}, {})))
    asked = Asked("another", ("follow_ups",), next(iter(earlier(progress))).fact, next(iter(earlier(progress))).about)
    begun = taken_up(progress, asked).begun
    assert begun is not None
    assert begun.records == ({"score": 3},)


def test_codes_of_two_services_are_not_taken() -> None:
    progress = Progress({})
    asked = session(progress)
    assert "codes of 2 services" in str(answered(progress, asked, ["64483", "22514"]))
    assert "without them nothing else" in str(left_open(progress, asked))


def test_every_answer_that_is_understood_can_be_given() -> None:
    """No question asks for what its answers cannot say."""
    for service, chart in READY.items():
        _, progress = paths_until_the_end(chart)
        for asked in earlier(progress):
            if asked.step != "list" and asked.fact.kind in ("yes_no", "date", "number"):
                value = stated_at(progress, asked)
                text = {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
                found = understood(asked.fact, text)
                assert isinstance(found, Understood), (service, asked.path)
                assert problems((asked.fact,), {asked.fact.name: found.value}) == ()
                assert found.value == value
