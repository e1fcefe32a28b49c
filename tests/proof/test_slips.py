"""Slips in the shipped policies: each is named at its line by words or the solver alone.

The cases of the examples are left out, as an author who slips has the same slip in them. tests/slips holds the slips,
by what names them; tests/linting/test_declared_slips.py has those in declarations and citations.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from wiser_compiler.commands.prove import prove
from wiser_compiler.core.model import Policy
from wiser_compiler.diagnostics import Diagnostic, Report
from wiser_compiler.linting.checks import check_policy
from wiser_compiler.reading.reader import read_policy

ROOT = Path(__file__).parents[2]
BY_WORDS, BY_SOLVER = ("words.yaml", "solver.yaml")


class Slip(NamedTuple):
    """A slip in a policy, and the finding that must come in."""

    kind: str
    policy: str
    within: str
    write: str
    instead_of: str
    finds: str
    at: str

    def text(self) -> str:
        """The policy with the slip."""
        text = shipped(self.policy)
        for found in re.finditer(rf"(?m)^( +){re.escape(self.within)}:.*\n(?:\1 .*\n|\n)*", text):
            if self.instead_of in found[0]:
                slipped = found[0].replace(self.instead_of, self.write, 1)
                return text[: found.start()] + slipped + text[found.end() :]
        raise AssertionError(f"{self.policy}: {self.within} has no {self.instead_of!r}")


def shipped(policy: str) -> str:
    """The text of a policy, named as in `esi 6.0.0`."""
    name, version = policy.split()
    return (ROOT / "policies" / name / f"{version}.yaml").read_text("utf-8")


def slips(file: str) -> list[Slip]:
    """The slips of a file."""
    entries = yaml.safe_load((ROOT / "tests/slips" / file).read_text("utf-8"))
    return [Slip(e["kind"], e["policy"], str(e["in"]), e["write"], e["for"], e["finds"], e["at"]) for e in entries]


def without_cases(text: str) -> str:
    """The policy with its base alone, which says that a ready request exists."""
    return re.sub(r"(?m)^  cases:\n(?:    .*\n|\n)+", "", text)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped policies."""
    return Path(shutil.copytree(ROOT / "policies", tmp_path_factory.mktemp("slips") / "policies"))


def read(policy: str, text: str, folder: Path, report: Report) -> Policy | None:
    """The text read as the document of this version, which is there for this reading alone."""
    name, version = policy.split()
    path = folder / name / f"{version}.yaml"
    path.write_text(text, "utf-8")
    try:
        return read_policy(path, report)
    finally:
        path.write_text(shipped(policy), "utf-8")


def linted(policy: str, text: str, folder: Path) -> list[Diagnostic]:
    """What lint says of one document."""
    report = Report()
    draft = read(policy, text, folder, report)
    if draft is not None:
        check_policy(draft, report)
    return list(report.found)


@cache
def before(policy: str, folder: Path) -> Counter[tuple[str, str]]:
    """What lint says of a policy without cases and without a slip."""
    return Counter((one.code, one.message) for one in linted(policy, without_cases(shipped(policy)), folder))


def named(found: Iterable[Diagnostic], text: str) -> list[tuple[str, str]]:
    """Each finding with the line it points at."""
    lines = text.splitlines()
    return [(one.code, lines[one.span.line - 1].strip()) for one in found]


def case_of(slip: Slip) -> str:
    return f"{slip.kind} {slip.policy} {slip.within}"


@pytest.mark.parametrize("slip", slips(BY_WORDS), ids=case_of)
def test_words_name_a_slip_without_any_case(slip: Slip, folder: Path) -> None:
    known, text = before(slip.policy, folder), without_cases(slip.text())
    new = [one for one in linted(slip.policy, text, folder) if (one.code, one.message) not in known]
    assert any(code == slip.finds and line.startswith(slip.at) for code, line in named(new, text)), new


@pytest.mark.parametrize("slip", slips(BY_SOLVER), ids=case_of)
def test_the_solver_names_a_slip_without_any_case(slip: Slip, folder: Path) -> None:
    text, report = without_cases(slip.text()), Report()
    policy = read(slip.policy, text, folder, report)
    assert policy is not None, report.found
    list(prove([(policy, "")], {}, report))
    assert any(code == slip.finds and line.startswith(slip.at) for code, line in named(report.found, text)), (
        report.found
    )


def test_the_kinds_are_those_that_a_shipped_policy_can_have() -> None:
    kinds = Counter(slip.kind for file in (BY_WORDS, BY_SOLVER) for slip in slips(file))
    assert set(kinds) == {"P1", "P2", "P3", "P4", "P6", "P7", "P9", "P10", "P11"}
