"""A contradiction: one finding at the tests that clash, with a request that comes as near to them as possible."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from drafts import placed
from planted_policies import FILES, PLANTED, expected_in, findings_of, texts_of
from wiser_compiler.commands.prove import prove
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.library import read_documents

NEAREST = {
    "clash-in-a-route": "pain duration: 6 weeks",
    "clash-of-three": "pain before: ",
    "clash-in-a-filter": "prior sessions: (session date: 2025-11-21)",
    "clash-in-the-only-filter": "prior sessions: (session date: 2025-11-21)",
    "clash-in-two-criteria": "imaging date: 2026-05-06",
    "never-met-number": "pain duration: 6 weeks",
    "never-ready-numbers": "pain duration: 6 weeks",
}


@pytest.mark.parametrize(("name", "nearest"), NEAREST.items(), ids=NEAREST)
def test_a_contradiction_is_shown_by_a_request_that_nearly_meets_it(name: str, nearest: str, tmp_path: Path) -> None:
    texts, expected = expected_in(list(texts_of(PLANTED / f"{name}.yaml")))
    placed("".join(texts).encode(), tmp_path)
    (finding,) = [
        one for one in findings_of(tmp_path, {"draft"}).found if one.code in {code for _, _, code, _ in expected}
    ]
    shown, _, told, *_ = finding.notes
    assert shown.startswith("a request that comes as near to both as possible: ") and nearest in shown
    assert told.startswith("there “") and told.endswith(" is not")
    assert ("the same words make it so in `at-hand`" in finding.notes) == (name == "clash-in-two-criteria")


OF_CRITERIA = [path.stem for path in FILES if re.match("clash|lost|swallowed|vacuous-(alternative|group)", path.stem)]


@pytest.mark.parametrize("name", OF_CRITERIA)
def test_what_the_solver_finds_stands_at_the_same_lines_without_examples(name: str, tmp_path: Path) -> None:
    (text,), expected = expected_in(list(texts_of(PLANTED / f"{name}.yaml")))
    (document,) = read_documents([placed(text.encode(), tmp_path)], Report())
    assert document.draft is not None
    report = Report()
    list(prove([(replace(document.draft, examples=()), "")], {}, report))
    assert {(one.span.line, one.code) for one in report.found} == {(line, code) for _, line, code, _ in expected}
