"""The benchmark measures against a program that gives the same verdicts, and it runs. No figure is tested."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from bench import __main__ as bench
from bench import hand, synthetic
from bench.builds import PROOFS
from bench.in_node import AJV, CHECK
from bench.measure import Subject, Timing, in_turns
from bench.subjects import HAND, columns, peers, subjects
from bench.table import Figure, Row, Section, written
from command_line import run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from lengths import FUZZ
from shipped import SHIPPED
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import NOT_APPLICABLE, READY, outcome, verdict
from wiser_compiler.core.model import Example
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.library import documents, read_library
from wiser_compiler.proof.strategies import requests

POLICY, PROGRAM = SHIPPED["esi@6.0.0"], SHIPPED["wiser@6.0.0"]
# The hand-written program takes valid requests only.
STATED = [example for example in POLICY.examples if example.outcome != "invalid"]
IDS = [criterion.id for criterion in POLICY.criteria]
MANY = 20_000 if FUZZ else 150


def meant(request: Any) -> dict[str, str]:
    case, problems = read_case(POLICY.facts, request)
    assert not problems
    return {criterion.id: verdict(criterion, case) for criterion in POLICY.criteria}


def by_hand(request: Any) -> dict[str, str]:
    return dict(zip(IDS, hand.verdicts(request), strict=True))


def with_chart(example: Example) -> dict[str, Any]:
    """What an example of the program says of a request, with the chart of the base example."""
    here, there = ({fact.name for fact in policy.facts} for policy in (POLICY, PROGRAM))
    chart = {name: value for name, value in POLICY.examples[0].request.items() if name not in there}
    return chart | {name: value for name, value in example.request.items() if name in here}


@pytest.mark.parametrize("example", [pytest.param(e, id=e.name) for e in STATED])
def test_hand_written_verdicts_agree_on_the_examples(example: Any) -> None:
    assert by_hand(example.request) == meant(example.request)


@settings(max_examples=MANY, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(request=requests(POLICY))
def test_hand_written_verdicts_agree_on_requests_at_the_edges(request: dict[str, Any]) -> None:
    assert by_hand(request) == meant(request)


def test_an_undated_score_may_lie_at_either_end_of_the_window_by_hand_too() -> None:
    """Each end is looked at by itself, even where the request came before three months had passed."""
    region = STATED[0].request["planned_region"]
    session = {"session_date": "2026-05-04", "session_region": region}
    undated = {"follow_up_scale": STATED[0].request["response_scale"], "score": 0}
    request = {**STATED[0].request, "received_date": "2026-05-05", "first_fell_short": False}
    request |= {"prior_sessions": [session], "follow_ups": [undated]}
    assert meant(request)["repeat-response"] == meant(request)["past-92-days"] == "missing"
    assert by_hand(request) == meant(request)


@pytest.mark.parametrize("fact", [fact.name for fact in POLICY.facts])
@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_hand_written_verdicts_agree_without_this_fact(fact: str, data: DataObject) -> None:
    example = data.draw(st.sampled_from(STATED))
    request = {name: value for name, value in example.request.items() if name != fact}
    assert by_hand(request) == meant(request)


@pytest.mark.parametrize("example", [pytest.param(e, id=e.name) for e in PROGRAM.examples if e.outcome != "invalid"])
def test_hand_written_verdicts_agree_on_the_examples_of_the_program(example: Any) -> None:
    assert by_hand(with_chart(example)) == meant(with_chart(example))


def test_examples_take_the_hand_written_program_to_every_verdict() -> None:
    requests = [*(e.request for e in STATED), *(with_chart(e) for e in PROGRAM.examples)]
    seen = {name: {by_hand(request)[name] for request in requests} for name in IDS}
    assert {name: verdicts for name, verdicts in seen.items() if len(verdicts) < 2} == {}


def test_goals_are_measured_on_a_ready_request_with_two_sessions_in_the_planned_region() -> None:
    (request,) = columns(POLICY)["ready"]
    assert outcome(POLICY, read_case(POLICY.facts, request)[0]) == READY
    assert meant(request)["repeat-response"] != NOT_APPLICABLE
    assert [row["session_region"] for row in request["prior_sessions"]] == [request["planned_region"]] * 2


def test_every_validator_answers_every_request() -> None:
    mixed = columns(POLICY)["mixed"]
    for subject in subjects(mixed):
        assert len([subject.call(value) for value in subject.inputs]) == len(mixed), subject.name


def test_peers_agree_with_each_other_on_the_schema() -> None:
    answers = [[call(request) for request in columns(POLICY)["mixed"]] for call in peers().values()]
    assert answers[0] == answers[1] == answers[2]


def test_subjects_take_turns_and_each_is_called_as_often() -> None:
    calls: list[str] = []
    pair = [Subject(name, lambda value, name=name: calls.append(name + value), ["1", "2"]) for name in "ab"]
    timings = in_turns(pair, rounds=2, loops=1)
    assert calls == ["a1", "a2", "b1", "b2", "b1", "b2", "a1", "a2"]
    assert {name: len(timing.seconds) for name, timing in timings.items()} == {"a": 2, "b": 2}


def test_ratios_are_formed_inside_a_round() -> None:
    assert Timing((2.0, 40.0, 3.0)).ratios(Timing((1.0, 10.0, 2.0))) == (1.5, 2.0, 4.0)


@pytest.mark.parametrize("arguments", PROOFS.values(), ids=" ".join)
def test_the_command_lines_of_proofs_are_ones(arguments: tuple[str, ...]) -> None:
    assert run(*arguments, "--help").exit_code == 0  # an option that it does not know is refused before


@pytest.mark.parametrize(
    "value, verdict",
    [
        pytest.param(1.25, "ok", id="a goal that is just reached is reached"),
        pytest.param(1.26, "over", id="a goal that is missed is over"),
    ],
)
def test_goal(value: float, verdict: str) -> None:
    assert Figure(value, value, value, goal=1.25).verdict == verdict


def test_columns_of_the_table_are_aligned() -> None:
    rows = (Row("short", ("1.0", "ok")), Row("a longer name", ("12.0", "over")))
    assert written([Section("Title", ("ms", "goal"), rows)]) == (
        "Title            ms  goal\nshort           1.0    ok\na longer name  12.0  over\n"
    )


def test_the_benchmark_runs_and_stores_its_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With FUZZ=1 also the shipped policies are built and proved, as `make bench` does."""
    most, left_out = ("100", "1000 ") if FUZZ else ("10", ("1000 ", "the shipped ", "every "))
    if not FUZZ:  # each command compiles the package anew
        few_commands = {name: line for name, line in bench.command_lines().items() if name in bench.MILLISECONDS}
        monkeypatch.setattr(bench, "command_lines", lambda: few_commands)
    bench.main(
        ["--rounds", "1", "--loops", "1", "--most", most, "--rows", "1000", "--json", str(tmp_path / "figures.json")]
    )
    printed = capsys.readouterr().out
    stored = json.loads((tmp_path / "figures.json").read_text("utf-8"))["figures"]
    figures = [figure for rows in stored.values() for row in rows.values() for figure in row.values()]
    few = [goal for name, goal in bench.SECONDS.items() if not name.startswith(left_out)]
    goals = [
        *bench.RATIOS.values(),
        *bench.IN_NODE.values(),
        *bench.MILLISECONDS.values(),
        *bench.AUDITED.values(),
        *few,
    ]
    goals += bench.NATIVE.values() if stored["native"] else ()  # where dist/ has the native wheel of this build
    assert Counter(figure["goal"] for figure in figures if figure["goal"]) == Counter(goals)
    assert stored["requests"][HAND]["ready, x hand"]["value"] == 1.0
    assert stored["node"][AJV]["accepted, x ajv"]["value"] == 1.0
    assert stored["node"][CHECK]["accepted, x ajv"]["value"] > 0
    for rows in stored.values():
        for name in rows:
            assert f"\n{name} " in printed


def test_synthetic_policies_are_clean(tmp_path: Path) -> None:
    synthetic.write(tmp_path / "policies", 2)
    report = Report()
    found = read_library(documents(tmp_path / "policies", report), report)
    assert report.found == []
    assert [document.policy.id for document in found if document.policy] == ["synthetic_0", "synthetic_1"]
