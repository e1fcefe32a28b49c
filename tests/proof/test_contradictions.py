"""A contradiction: one finding at the tests that clash, with a request that comes as near to them as possible."""

from __future__ import annotations

from pathlib import Path

import pytest
from drafts import placed
from planted_policies import PLANTED, expected_in, findings_of, texts_of

NEAREST = {
    "clash-in-a-route": "pain duration: 6 weeks",
    "clash-of-three": "pain before: 6 points",
    "clash-in-a-filter": "prior sessions: (session date: 2025-11-21)",
    "clash-in-the-only-filter": "prior sessions: (session date: 2025-11-21)",
    "clash-in-two-criteria": "imaging date: 2026-05-06",
    "never-met-number": "pain duration: 6 weeks",
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
