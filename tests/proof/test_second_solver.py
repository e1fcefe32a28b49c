"""cvc5 gives the answers of Z3: to questions about shipped policies, and with FUZZ=1 to many about random ones.

A question that the two answer differently is written to a file.
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest
from floors import looked
from hypothesis import HealthCheck, given, settings
from lengths import FUZZ
from second_solver import Asked, questions, second_answer
from shipped import SHIPPED
from strategies_of_policies import policies
from wiser_compiler.core.model import Policy

SMALL = "cervical_fusion@6.0.0"
SECONDS = 20 if FUZZ else 5  # for one question; a longer one counts as undecided
UNDECIDED = 0.05  # the most of all questions that may be


def disagreement(asked: Asked, folder: Path, seen: Counter[str]) -> Path | None:
    """The file with a question that cvc5 answers differently. Counts the questions by their answers."""
    said = second_answer(asked.text, SECONDS)
    known = {True: "sat", False: "unsat", None: "unknown"}[asked.satisfiable]
    undecided = "unknown" in known or said not in ("sat", "unsat")
    seen["undecided" if undecided else said] += 1
    if undecided or said == known:
        return None
    path = folder / f"{sha256(asked.text.encode()).hexdigest()[:12]}.smt2"
    path.write_text(f"; Z3 says {known}, cvc5 {said}\n{asked.text}", "utf-8")
    return path


def disagreements(policy: Policy, folder: Path, seen: Counter[str]) -> list[Path]:
    """The files with the questions about a policy that cvc5 answers differently."""
    solver = questions(policy)
    found = (disagreement(solver.asked(*each), folder, seen) for each in solver.kept)
    return [path for path in found if path is not None]


@pytest.mark.parametrize("key", sorted(SHIPPED) if FUZZ else [SMALL])
@looked({"sat": 1, "unsat": 15})
def test_the_questions_about_a_shipped_policy(key: str, tmp_path: Path, seen: Counter[str]) -> None:
    assert disagreements(SHIPPED[key], tmp_path, seen) == []
    assert seen["undecided"] <= UNDECIDED * seen.total()


@pytest.mark.skipif(not FUZZ, reason="a part of `make fuzz`")
@looked({"sat": 1_000, "unsat": 500})
def test_the_questions_about_random_policies(tmp_path_factory: pytest.TempPathFactory, seen: Counter[str]) -> None:
    folder = tmp_path_factory.mktemp("questions")

    @settings(max_examples=150, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(policies())
    def agrees(policy: Policy) -> None:
        assert disagreements(policy, folder, seen) == []

    agrees()
    assert seen["undecided"] <= UNDECIDED * seen.total()


def test_another_answer_is_noticed_and_kept(tmp_path: Path) -> None:
    asked = Asked("(set-logic ALL)(declare-const day Int)(assert (< day 3))(check-sat)", satisfiable=True)
    assert disagreement(asked, tmp_path, Counter()) is None
    path = disagreement(asked._replace(satisfiable=False), tmp_path, Counter())
    assert path is not None and path.read_text("utf-8").startswith("; Z3 says unsat, cvc5 sat\n(set-logic ALL)")
