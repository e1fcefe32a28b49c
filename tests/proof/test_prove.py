"""`wiser prove`: its output, its cache, and that no question is skipped in silence."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import z3
from click.testing import CliRunner, Result
from lengths import FUZZ
from shipped import SHIPPED
from wiser_compiler.cli import wiser
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import verdict
from wiser_compiler.proof.solver import solver

POLICIES = Path("policies").absolute()
SMALL = "cervical_fusion@6.0.0"
# Lists and dates, a program, two policies of many findings and codes; with FUZZ=1 all that there are.
ASKED = sorted(SHIPPED) if FUZZ else [SMALL, "esi@6.0.0", "pva@6.0.0", "wiser@6.0.0"]


def run(*args: str) -> Result:
    return CliRunner().invoke(wiser, ["prove", *args])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped policies that may be changed."""
    shutil.copytree(POLICIES, tmp_path / "policies")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "policies"


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    """All questions about some shipped policies, as JSON; `make test` proves all of them beside."""
    result = CliRunner().invoke(wiser, ["prove", *ASKED, "--format", "json", "--policies", str(POLICIES)])
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_the_shipped_policies_have_no_anomaly(report: dict[str, Any]) -> None:
    assert report["findings"] == []
    assert [policy["policy"] for policy in report["policies"]] == ASKED
    for policy in report["policies"]:
        assert policy["ends"]["unknown"] == policy["ends"]["anomalies"] == 0
        assert sum(policy["ends"].values()) == len(policy["questions"]) > 50


def test_every_question_ends_in_one_of_four_ways_with_what_belongs_to_it(report: dict[str, Any]) -> None:
    for policy in report["policies"]:
        for question in policy["questions"]:
            assert question["answer"] in ("proven", "bounded", "refuted", "unknown")
            assert bool(question["limits"]) == (question["answer"] == "bounded")
            assert question["line"] > 0
            if question["code"] in ("schema-disagrees", "lost-answer"):
                assert question["answer"] in ("proven", "bounded")
            else:
                assert question["answer"] == "refuted", question["asked"]


def test_every_witness_is_a_valid_request_of_which_the_question_is_untrue(report: dict[str, Any]) -> None:
    wanted = {"never-met": "met", "never-applies": None, "never-fails": None}
    seen = 0
    for policy in report["policies"]:
        known = SHIPPED[policy["policy"]]
        by_id = {criterion.id: criterion for criterion in known.criteria}
        for question in policy["questions"]:
            if question["witness"] is None or not question["criterion"]:
                continue
            case, problems = read_case(known.facts, question["witness"])
            assert not problems
            found = verdict(by_id[question["criterion"]], case)
            if question["code"] == "never-met":
                assert found == wanted["never-met"]
            elif question["code"] in ("never-fails", "implied-criterion"):
                assert found in ("not met", "missing")
            elif question["code"] == "never-applies":
                assert found != "not applicable"
            seen += 1
    assert seen > 600


def test_each_criterion_is_asked_whether_it_can_be_met(report: dict[str, Any]) -> None:
    for policy in report["policies"]:
        asked = [question["criterion"] for question in policy["questions"] if question["code"] == "never-met"]
        assert asked == [criterion.id for criterion in SHIPPED[policy["policy"]].own]


def test_text_says_how_the_questions_ended_and_the_second_run_says_the_same(
    folder: Path, report: dict[str, Any]
) -> None:
    first, second = run(SMALL), run(SMALL)
    assert first.exit_code == second.exit_code == 0
    assert first.stdout == second.stdout
    (asked,) = (len(policy["questions"]) for policy in report["policies"] if policy["policy"] == SMALL)
    assert f" {asked} questions" in first.stdout and "proven within limits" in first.stdout
    assert "dates from 2025-01-01 to 2032-12-31" in first.stdout


def test_a_second_run_asks_the_solver_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(SMALL).exit_code == 0
    monkeypatch.setattr(solver, "_reach", None)  # whoever asks now, fails
    assert run(SMALL).exit_code == 0
    path = folder / "esi/6.0.0.yaml"
    path.write_text(path.read_text("utf-8").replace("title: ", "title: Also, ", 1), "utf-8")
    assert run(SMALL).exit_code == 0  # another document, which it does not name
    assert run(SMALL, "--no-cache").exit_code == 1


@pytest.mark.parametrize("name", ["cervical_fusion/6.0.0", "common/1.0.0", "wiser/6.0.0"])
def test_another_word_of_a_document_or_of_one_it_names_is_asked_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    assert run(SMALL).exit_code == 0
    path = folder / f"{name}.yaml"
    path.write_text(path.read_text("utf-8").replace("title: ", "title: Also, ", 1), "utf-8")
    monkeypatch.setattr(solver, "_reach", None)
    assert run(SMALL).exit_code == 1


def test_another_meaning_is_asked_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(SMALL).exit_code == 0
    path = folder / "cervical_fusion/6.0.0.yaml"
    text = path.read_text("utf-8")
    assert "more_than: 11 degrees" in text
    path.write_text(text.replace("more_than: 11 degrees", "more_than: 12 degrees"), "utf-8")
    monkeypatch.setattr(solver, "_reach", None)
    assert run(SMALL).exit_code == 1


class GivesUp(z3.Solver):
    """A solver that runs out of time on everything."""

    def check(self, *_: Any) -> Any:
        return z3.unknown

    def reason_unknown(self) -> str:
        return "timeout"


def test_what_the_solver_gives_up_on_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver.z3, "SimpleSolver", GivesUp)
    result = run(SMALL)
    assert result.exit_code == 1
    assert "error[unproven]" in result.stdout and "timeout" in result.stdout
    report = json.loads(run(SMALL, "--format", "json").stdout)
    (policy,) = report["policies"]
    unknown = [question for question in policy["questions"] if question["answer"] == "unknown"]
    assert (
        len(unknown)
        == policy["ends"]["unknown"]
        == len(policy["questions"])
        - policy["ends"]["refuted by examples"]
        - policy["ends"]["proven within limits"]  # a schema that every valid request satisfies needs no solver
        - sum(question["answer"] == "refuted" and not question["example"] for question in policy["questions"])
    )
    assert run(SMALL).exit_code == 1  # and it is not kept as if it were clean


def test_a_policy_that_nobody_wrote_is_named(folder: Path) -> None:
    result = run("esl")
    assert result.exit_code == 2
    assert "there is no policy esl; did you mean esi? Known are" in result.stderr


def test_findings_of_lint_come_with_those_of_the_proof(folder: Path) -> None:
    path = folder / "cervical_fusion/6.0.0.yaml"
    text = path.read_text("utf-8")
    name = "  contradiction:\n    title: Against the scope\n    cite: {guide: box 1}\n"
    path.write_text(text.replace("criteria:\n", f"criteria:\n{name}    require: {{imaging: documented}}\n", 1), "utf-8")
    result = run(SMALL)
    assert result.exit_code == 1
    assert "Traceback" not in result.output


def test_examples_that_are_missing_stop_no_proof(folder: Path) -> None:
    path = folder / "cervical_fusion/6.0.0.yaml"
    path.write_text(path.read_text("utf-8").partition("\nexamples:\n")[0] + "\n", "utf-8")
    result = run(SMALL)
    assert result.exit_code == 0
    assert "error[no-examples]" in result.stdout and f"\n{SMALL}: " in result.stdout
    path.write_text(path.read_text("utf-8").replace("more_than: 11 degrees", "more_than: 11 weeks"), "utf-8")
    assert run(SMALL).exit_code == 1
