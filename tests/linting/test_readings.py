"""The readings: every unclear place of the sources is answered once, with its confidence, and listed for review."""

from __future__ import annotations

from pathlib import Path

from command_line import run
from shipped import SHIPPED
from wiser_compiler.core.model import Policy

ROOT = Path(__file__).parents[2]

# The open questions of the guide by the confidence of their answers, as the fact base of the project has them (its
# section 6, parts A to E). Where two are given (A11, B8) the lower one counts; C6 was not graded.
KNOWN = {
    "high": """
        A1 A2 A3 A4 A5 A7 A8 A14 A15 A16 A17 A18 A19 B4 B5b B6 B8b B8e B10b B10c B10f B11b B12 B14 C3 C3c C4 C7
        D1 D2 D3 D3d D4 D5 D5b D6 D7 D8 D9 E1 E5 E8
    """,
    "medium": """
        A6 A9 A10 A11 A12 A13 B1 B1b B2 B3 B5 B6b B7 B7b B7c B7d B8 B8c B8d B9 B9b B9c B10 B11 B13 B13b B15 B16
        C1 C2 C4b D2b D3b D3c D4b D5c D5d E2 E3 E4 E6 E7
    """,
    "low": """
        B5c B6c B10d B10e B11c C1b C3b C5
    """,
    "": """
        C6
    """,
}


def newest() -> list[Policy]:
    """The newest version of each policy."""
    found = sorted(SHIPPED.values(), key=lambda policy: policy.effective)
    return list({policy.id: policy for policy in found}.values())


def test_every_open_question_is_answered_with_its_confidence() -> None:
    answered = {question.id: question.confidence for policy in newest() for question in policy.questions}
    expected = {id: grade for grade, ids in KNOWN.items() for id in ids.split()}
    assert len(expected) == 93
    assert {id: answered.get(id) for id in expected} == expected


def test_a_question_means_the_same_in_every_document() -> None:
    asked: dict[str, str] = {}
    for policy in SHIPPED.values():
        for question in policy.questions:
            assert asked.setdefault(question.id, question.ask) == question.ask


def test_the_page_of_readings_is_up_to_date() -> None:
    result = run("readings", "--policies", ROOT / "policies")
    assert result.exit_code == 0
    assert (ROOT / "docs/readings.md").read_text("utf-8") == result.output, "run `make build`"


def test_the_page_begins_with_what_is_least_sure() -> None:
    rows = [line.split(" | ") for line in (ROOT / "docs/readings.md").read_text("utf-8").splitlines() if "☐" in line]
    assert len(rows) > 90
    part = [row[3].strip("*") for row in rows if row[0].strip("| ").startswith("B")]
    ranks = [["low", "medium", "not graded", "high"].index(grade) for grade in part]
    assert ranks == sorted(ranks)
