"""`wiser mutate` as somebody sees it who waits for it: what is tried once, what is shown, what is kept."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import ROOT, run
from drafts import composed, placed
from wiser_compiler.cli.analysis import _readable
from wiser_compiler.diagnostics import Report
from wiser_compiler.proof.mutation.mutants import Mutant, mutants
from wiser_compiler.proof.mutation.mutate import Settled
from wiser_compiler.proof.mutation.scores import as_text
from wiser_compiler.reading.reader import read_policy

CONDITION = '{any: [{pain_duration: {at_least: 4 weeks, quote: "4 weeks or more"}}, care_failed]}'


def slips_of(codes: int, folder: Path) -> tuple[Mutant, ...]:
    """The slips at the bound in the condition of so many codes."""
    listed = ", ".join(f'"6232{n}": {{label: a code, only_when: {CONDITION}}}' for n in range(1, codes + 1))
    report = Report()
    policy = read_policy(placed(composed(f"codes: {{{listed}}}").encode(), folder), report)
    assert policy is not None
    return tuple(mutant for mutant in mutants(policy) if mutant.says.bounds)


def test_a_condition_of_many_codes_is_mutated_once_in_all_of_them(tmp_path: Path) -> None:
    one, many = slips_of(1, tmp_path), slips_of(8, tmp_path)
    assert 0 < len(many) == len(one)
    bound = next(mutant for mutant in many if mutant.operator == "bound")
    assert [change.before.id for change in bound.changes] == ["listed-code", *(f"code-6232{n}" for n in range(1, 9))]


def test_a_slip_that_one_example_would_notice_with_others_is_shown_with_them() -> None:
    def survivor(words: str, line: int, change: str) -> Settled:
        example = f"    - name: {words}\n      change: {{{change}}}\n      expect: {{care: met}}"
        return Settled(("care",), "bound", words, "a.yaml", line, 1, "survivor", "", example)

    ends = [survivor("one", 1, "a: 1"), survivor("two", 2, "a: 2"), survivor("three", 3, "a: 1")]
    text = as_text({"a@1.0.0": ends}, {})
    assert text.count("- name:") == 2
    assert [line for line in text.splitlines() if "yaml" in line] == [
        "a.yaml:1:1: one (care)", "a.yaml:3:1: three (care)", "a.yaml:2:1: two (care)",
    ]  # fmt: skip


def test_how_much_is_done_is_said_from_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new", "demo", "--policies", "policies").exit_code == 0
    path = Path("policies/demo/1.0.0.yaml")
    path.write_text(path.read_text("utf-8").replace("TODO", "really"), "utf-8")
    (tmp_path / "policies/common").mkdir()
    (tmp_path / "policies/common/1.0.0.yaml").write_bytes((ROOT / "policies/common/1.0.0.yaml").read_bytes())
    lines = run("mutate", "demo").stderr.splitlines()
    assert lines[0] == "demo@1.0.0: looking for slips ..."
    counts = [
        tuple(map(int, found.groups())) for line in lines if (found := re.fullmatch(r"(\d+) of (\d+) mutants", line))
    ]
    assert len(counts) >= 5
    assert counts[-1][0] == counts[-1][1]


def test_what_was_found_until_an_interruption_is_printed(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "wiser_compiler",
        "mutate",
        "pva",
        "--policies",
        ROOT / "policies",
        "--format",
        "json",
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path)
    assert process.stderr is not None
    for line in process.stderr:
        if re.fullmatch(r"\d+ of \d+ mutants", line.strip()):
            process.send_signal(signal.SIGINT)
            break
    output, errors = process.communicate(timeout=120)
    assert "interrupted after" in errors
    assert "Traceback" not in errors
    assert '"pva@6.0.0"' in output
    assert process.returncode in (130, -signal.SIGINT)


def test_an_example_that_stands_twice_stops_no_mutation_of_a_policy_that_is_named(tmp_path: Path) -> None:
    twice = "    - {name: No image, without: [imaging], expect: {at-hand: missing}}\n" * 2
    text = composed("").replace("criteria:\n", f"  cases:\n{twice.replace('No image', 'None', 1)}criteria:\n", 1)
    placed(text.encode(), tmp_path)
    assert [document.key for document in _readable(["draft"], tmp_path, recording=False)] == ["draft@1.0.0"]
    with pytest.raises(SystemExit):
        _readable(["draft"], tmp_path, recording=True)
