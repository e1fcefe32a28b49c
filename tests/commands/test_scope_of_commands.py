"""A command reads what it needs: findings do not hang on its scope, and those of others are in nobody's way."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from command_line import ROOT, run
from wiser_compiler.cli import wiser


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Shared words, and an old policy beside which others are written."""
    shutil.copytree(ROOT / "policies/common", tmp_path / "policies/common")
    monkeypatch.chdir(tmp_path)
    write("old", "1.0.0", "2026-01-05", code="11111")
    return tmp_path


def write(id: str, version: str, start: str, code: str, **changes: str) -> Path:
    path = Path(f"policies/{id}/{version}.yaml")
    assert run("new", id, "--version", version).exit_code == 0
    text = path.read_text("utf-8").replace("TODO", "really").replace("00000", code)
    text = text.replace('{from: "2026-04-24", until: open}', f'{{from: "{start}", until: open}}')
    text = text.replace('received_date: "2026-05-04"', f'received_date: "{start}"')
    for before, after in changes.items():
        text = text.replace(before, after)
    path.write_text(text, "utf-8")
    return path


def found(*paths: str) -> list[tuple[str, str, int]]:
    output = CliRunner().invoke(wiser, ["lint", "--format", "json", *paths]).stdout
    return sorted((one["code"], one["file"], one["line"]) for one in json.loads(output))


@pytest.mark.parametrize("id", ["another", "zoo"])
def test_the_findings_are_the_same_whatever_is_linted_and_the_newer_document_is_pointed_at(
    project: Path, id: str
) -> None:
    new = write(id, "1.0.0", "2026-04-24", code="11111", full="whole")  # its question differs, and its code is taken
    whole = found()
    assert {code for code, _, _ in whole} == {"code-taken", "fact-differs"}
    assert {file for _, file, _ in whole} == {new.as_posix()}
    assert found(new.as_posix()) == found(new.parent.as_posix()) == found("policies/old") == found("policies") == whole


def test_a_wrong_example_of_one_document_hides_no_missing_example_of_another(project: Path) -> None:
    write("before", "1.0.0", "2026-04-24", code="22222", **{"{duration: not met}": "{duration: met}"})
    new = write(
        "wanting", "1.0.0", "2026-04-24", code="33333", **{"change: {duration: 3 weeks}": "change: {duration: 2 weeks}"}
    )
    alone = [one for one in found(new.as_posix()) if one[1] == new.as_posix()]
    assert {code for code, _, _ in alone} == {"uncovered-bound"}
    assert [one for one in found() if one[1] == new.as_posix()] == alone


def test_a_document_that_lies_elsewhere_has_no_neighbours(project: Path) -> None:
    write("another", "1.0.0", "2026-04-24", code="11111")
    (project / "a/b").mkdir(parents=True)
    shutil.copy("policies/another/1.0.0.yaml", "a/b/1.0.0.yaml")
    assert {code for code, _, _ in found("a/b/1.0.0.yaml")} <= {"wrong-place", "unknown-vocabulary"}


def test_what_was_published_is_looked_for_in_a_folder_that_is_named(project: Path) -> None:
    assert run("publish", "old@1.0.0", "common@1.0.0").exit_code == 0
    Path("policies/old/1.0.0.yaml").unlink()
    write("another", "1.0.0", "2026-04-24", code="22222")
    assert found("policies") == found() != []


def test_a_broken_file_is_in_nobodys_way(project: Path) -> None:
    Path("policies/broken").mkdir()
    Path("policies/broken/1.0.0.yaml").write_text("policy: [", "utf-8")
    for command in ("checklist", "prove", "mutate"):
        result = run(command, "old")
        assert "broken" not in result.output, result.output
        assert result.exit_code == 0 or command == "mutate", result.output


def test_the_checklist_of_a_draft_is_printed_and_its_findings_elsewhere(project: Path) -> None:
    clean = CliRunner().invoke(wiser, ["checklist", "old"])
    assert (clean.exit_code, clean.stderr) == (0, "")
    path = Path("policies/old/1.0.0.yaml")
    path.write_text(path.read_text("utf-8").replace("at_least: 4 weeks,", "at_least: 5 weeks,"), "utf-8")
    draft = CliRunner().invoke(wiser, ["checklist", "old"])
    assert draft.exit_code == 1
    assert "quote-disagrees" in draft.stderr
    assert "5 weeks or more" in draft.stdout
    assert "quote-disagrees" not in draft.stdout
    path.write_text(path.read_text("utf-8").replace("at_least: 5 weeks,", "at_leest: 5 weeks,"), "utf-8")
    unread = CliRunner().invoke(wiser, ["checklist", "old"])
    assert (unread.exit_code, unread.stdout) == (1, "")
    assert "unknown-word" in unread.stderr


def test_an_older_version_is_not_printed_for_a_newer_one_that_cannot_be_read(project: Path) -> None:
    write("old", "2.0.0", "2026-04-24", code="11111", at_least="at_leest")
    result = CliRunner().invoke(wiser, ["checklist", "old"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert CliRunner().invoke(wiser, ["checklist", "old@1.0.0"]).stdout


def test_slips_are_tried_while_examples_are_missing(project: Path) -> None:
    path = Path("policies/old/1.0.0.yaml")
    text = path.read_text("utf-8")
    path.write_text(text[: text.index("  cases:\n")], "utf-8")
    result = CliRunner().invoke(wiser, ["mutate", "old"])
    assert result.exit_code == 1
    assert "uncovered-bound" in result.stderr
    assert "mutants" in result.stdout
    assert CliRunner().invoke(wiser, ["mutate", "old", "--record"]).stdout.count("mutants") == 0
    path.write_text(text.replace("at_least: 4 weeks,", "at_least: 5 weeks,"), "utf-8")
    assert CliRunner().invoke(wiser, ["mutate", "old"]).stdout.count("mutants") == 0
