"""Findings that a document accepts: set aside with their reasons, counted everywhere, and no other ones with them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import run
from drafts import composed, placed
from planted_policies import changed
from wiser_compiler.commands.mutate import refused
from wiser_compiler.core.accepted import ACCEPTABLE, PROOF
from wiser_compiler.core.as_data import as_data
from wiser_compiler.core.normal_form import meaning
from wiser_compiler.diagnostics import Report
from wiser_compiler.proof.questions.table import QUESTIONS
from wiser_compiler.reading.reader import read_policy

TWICE = """\
require:
  - {pain_duration: {at_least: 4 weeks, quote: "at least 4 weeks"}}
  - {pain_duration: {at_least: 6 weeks, quote: "at least 6 weeks"}}
examples:
  base:
    name: A complete chart
    facts:
      received_date: "2026-05-04"
      codes: ["62321"]
      referred: yes
      pain_duration: 6 weeks
    expect: {referral: met, at-hand: met}
  cases:
    - name: A week too few
      change: {pain_duration: 5 weeks}
      expect: {at-hand: not met}
"""
THRICE = TWICE.replace("require:\n", 'require:\n  - {pain_duration: {at_least: 2 weeks, quote: "at least 2 weeks"}}\n')
SAID = '{finding: idle-test, of: at-hand, because: "The guide asks for both.", cite: {guide_6: box 1}}'
ACCEPTED = f"accepted: [{SAID}]\n"
COUNTED = "1 finding is accepted, with reasons; `--all` shows them\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of policies in the working folder."""
    monkeypatch.chdir(tmp_path)
    Path("policies").mkdir()
    return Path("policies")


def written(folder: Path, text: str) -> Path:
    """A change of the planted base, as the one policy of a folder."""
    path = placed(changed(text).encode(), folder)
    for other in folder.iterdir():
        if other.name not in ("draft", "words"):
            (other / "1.0.0.yaml").unlink()
            other.rmdir()
    return path


# ---------------------------------------------------------------- what can be accepted


def test_every_acceptable_anomaly_is_one_that_a_proof_looks_for_and_none_is_a_contradiction() -> None:
    asked = {row.code for row in QUESTIONS}
    assert set(PROOF) <= asked
    assert asked - set(PROOF) == {"never-met", "never-ready", "conflicting-criteria", "schema-disagrees"}
    assert len(set(ACCEPTABLE)) == len(ACCEPTABLE)


def test_what_is_accepted_has_no_part_in_the_meaning(tmp_path: Path) -> None:
    policies = [read_policy(written(tmp_path, text), Report()) for text in (TWICE, ACCEPTED + TWICE)]
    first, second = (policy for policy in policies if policy is not None)
    assert (len(first.accepted), len(second.accepted)) == (0, 1)
    assert meaning(first) == meaning(second)
    assert as_data(first) == as_data(second)


# ---------------------------------------------------------------- proofs


def test_an_accepted_anomaly_is_counted_and_shown_with_its_reason_on_request(folder: Path) -> None:
    written(folder, TWICE)
    assert run("prove").exit_code == 1
    written(folder, ACCEPTED + TWICE)
    for options in ([], ["--no-cache"], []):  # asked, asked anew, and answered from the cache
        result = run("prove", *options)
        assert (result.exit_code, result.output.startswith(COUNTED)) == (0, True), result.output
    assert ", 1 accepted\n" in result.output
    shown = run("prove", "--all").output
    assert "accepted[idle-test]: “For how many full weeks has the pain lasted: 4 weeks or more” adds nothing" in shown
    assert "= accepted: The guide asks for both. (6.2 box 1)" in shown
    assert "1 finding is accepted, with reasons\n" in shown


def test_an_answer_from_the_cache_of_one_policy_counts_what_it_accepts(folder: Path) -> None:
    path = written(folder, ACCEPTED + TWICE)
    run("prove")
    words = folder / "words/1.0.0.yaml"
    other = path.parent.parent / "other/1.0.0.yaml"
    other.parent.mkdir()
    text = path.read_text("utf-8").replace("policy: draft", "policy: other").replace("62321", "62322")
    other.write_text(text.replace(ACCEPTED, ""), "utf-8")
    assert words.exists()
    result = run("prove")
    assert result.exit_code == 1
    assert COUNTED in result.output


def test_more_findings_than_are_accepted_are_all_reported_and_named(folder: Path) -> None:
    written(folder, ACCEPTED + THRICE)
    result = run("prove")
    assert result.exit_code == 1
    assert result.output.count("error[idle-test]") == 2
    assert result.output.count("accepts 1 of these 2, and nobody can tell which") == 2
    assert "unused-acceptance" not in result.output
    written(folder, ACCEPTED.replace("of: at-hand", "of: at-hand, times: 2") + THRICE)
    result = run("prove")
    assert (result.exit_code, "2 findings are accepted" in result.output) == (0, True), result.output


def test_an_acceptance_of_another_criterion_or_code_accepts_nothing(folder: Path) -> None:
    for other in (ACCEPTED.replace("of: at-hand", "of: referral"), ACCEPTED.replace("idle-test", "dead-test")):
        written(folder, other + TWICE)
        result = run("prove")
        assert (result.exit_code, "error[idle-test]" in result.output, "accepted," in result.output) == (1, True, False)


def test_machines_get_accepted_anomalies_apart_from_the_others(folder: Path) -> None:
    written(folder, ACCEPTED + TWICE)
    run("prove")
    result = run("prove", "--format", "json")
    assert result.exit_code == 0
    answer = json.loads(result.output)
    (finding,) = answer["findings"]
    assert (finding["code"], finding["severity"], finding["about"]) == ("idle-test", "accepted", ["at-hand"])
    assert finding["accepted"]["because"] == "The guide asks for both."
    assert (answer["policies"][0]["ends"]["accepted"], answer["policies"][0]["ends"]["anomalies"]) == (1, 0)
    assert [one["code"] for one in answer["policies"][0]["questions"] if one["accepted"]] == ["idle-test"]
    (one,) = json.loads(run("prove", "--format", "sarif").output)["runs"][0]["results"]
    (suppression,) = one["suppressions"]
    assert (one["level"], suppression["kind"]) == ("note", "inSource")
    assert suppression["justification"] == "The guide asks for both. (6.2 box 1)"
    assert suppression["location"]["physicalLocation"]["region"]["startLine"] == finding["accepted"]["line"]
    assert "::" not in run("prove", "--format", "github").output


def test_the_catalog_counts_what_a_policy_accepts(folder: Path) -> None:
    written(folder, ACCEPTED.replace("of: at-hand", "of: at-hand, times: 2") + THRICE)
    assert run("build").exit_code == 0
    (version,) = json.loads(Path("generated/catalog.json").read_text("utf-8"))["policies"].values()
    assert version["counts"]["accepted"] == 2
    assert "| idle-test | at-hand | The guide asks for both. | 6.2 box 1 | ☐ |" in run("readings").output


# ---------------------------------------------------------------- lints

NUMBER = """\
accepted:
  - {finding: unused-number, of: at-hand, because: "The table is no bound.", cite: {guide_6: box 1}}
require: {all: [imaging, care_failed], quote: "at least 24 months"}
examples:
  base:
    name: A chart
    facts: {imaging: p. 4, care_failed: yes}
    expect: {at-hand: met}
"""


def test_a_lint_counts_what_is_accepted_and_shows_it_on_request(folder: Path) -> None:
    placed(composed(NUMBER).encode(), folder)
    result = run("lint", folder / "draft", "--today", "2026-07-01")
    assert (result.exit_code, result.output.startswith(COUNTED)) == (0, True), result.output
    assert "accepted[unused-number]: the quote says at least 24 months" in run("lint", folder / "draft", "--all").output
    (finding,) = json.loads(run("lint", folder / "draft", "--today", "2026-07-01", "--format", "json").output)
    assert (finding["severity"], finding["about"]) == ("accepted", ["at-hand"])


def test_beside_another_finding_no_acceptance_is_called_unused(folder: Path) -> None:
    uncovered = NUMBER.replace("unused-number", "uncovered-bound")
    placed(composed(uncovered).encode(), folder)
    found = json.loads(run("lint", folder / "draft", "--today", "2026-07-01", "--format", "json").output)
    assert [finding["code"] for finding in found] == ["unused-number"]


# ---------------------------------------------------------------- slips


def test_what_is_accepted_at_a_criterion_refuses_no_slip_there(tmp_path: Path) -> None:
    for text, refusal in ((TWICE, "idle-test"), (ACCEPTED + TWICE, ""), (ACCEPTED + THRICE, "idle-test")):
        policy = read_policy(written(tmp_path, text), Report())
        assert policy is not None
        criterion = next(one for one in policy.criteria if one.id == "at-hand")
        assert refused(policy, [criterion]).partition(":")[0] == refusal
