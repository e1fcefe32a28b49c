"""`wiser diff` as people use it, and as they misuse it; and against a revision of a git repository."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from command_line import ROOT, run
from demo_policy import SMALL, STRICTER, TITLE, changed


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two versions of the small policy."""
    shutil.copytree(ROOT / "policies/common", tmp_path / "policies/common")
    monkeypatch.chdir(tmp_path)
    save("1.0.0", SMALL)
    save("2.0.0", changed(STRICTER))
    return tmp_path


def save(version: str, text: str) -> Path:
    path = Path(f"policies/demo/{version}.yaml")
    path.parent.mkdir(exist_ok=True)
    path.write_text(text.replace('version: "1.0.0"\ntitle', f'version: "{version}"\ntitle'), "utf-8")
    return path


def test_two_versions_in_a_terminal(project: Path) -> None:
    result = run("diff", "demo@1.0.0", "demo@2.0.0")
    assert result.exit_code == 1
    for line in (
        "demo 1.0.0 -> 2.0.0: 1 tightened, 8 unchanged",
        "Ready by 1.0.0, and not by 2.0.0",
        "      duration: met -> not met",
        "  no request; proven for every request",
        "      met -> not met: as the example “A complete chart”, but weeks: 4 weeks",
        '  from: "1.0.0"\n  stricter: [duration]',
    ):
        assert line in result.output


def test_the_same_meaning_ends_with_0(project: Path) -> None:
    save("2.0.0", changed(TITLE))
    assert run("diff", "demo@1.0.0", "demo@2.0.0").exit_code == 0


def test_markdown_for_a_changelog(project: Path) -> None:
    output = run("diff", "demo@1.0.0", "demo@2.0.0", "--format", "markdown").output
    assert output.startswith("### demo 1.0.0 to 2.0.0\n")
    assert "\n- `duration` Long enough\n  - met -\\> not met: as the example" in output
    assert "changes:" not in output


def test_json_for_programs_has_the_changes_as_data(project: Path) -> None:
    whole = json.loads(run("diff", "demo@1.0.0", "demo", "--format", "json").output)
    (found,) = whole["differences"]
    assert found["changes"] == {"from": "1.0.0", "stricter": ["duration"]}
    text = run("diff", "demo@1.0.0", "demo").output
    assert yaml.safe_load(text[text.index("changes:") :])["changes"] == found["changes"]


def test_json_for_programs_has_the_requests(project: Path) -> None:
    whole = json.loads(run("diff", "demo@1.0.0", "demo@2.0.0", "--format", "json").output)
    (found,) = whole["differences"]
    duration = next(each for each in found["criteria"] if each["id"] == "duration")
    assert duration["kind"] == "tightened" and not found["same_meaning"]
    assert duration["requests"]["tighter"]["states"]["weeks"] == 4
    assert found["outcomes"]["looser"] == {"request": None, "limits": [], "unknown": ""}
    assert whole["findings"] == []


def test_a_note_that_does_not_agree_is_a_finding(project: Path) -> None:
    save("2.0.0", changed(STRICTER).replace("sources:", 'changes: {from: "1.0.0"}\nsources:', 1))
    result = run("diff", "demo@1.0.0", "demo@2.0.0")
    assert result.exit_code == 1
    assert "error[undeclared-change]" in result.output
    assert "  --> policies/demo/2.0.0.yaml:6:1" in result.output


def test_two_files_anywhere(project: Path) -> None:
    old = save("1.0.0", SMALL).rename(project / "old.yaml")
    new = save("2.0.0", SMALL.replace(*STRICTER)).rename(project / "new.yaml")
    result = run("diff", old.name, new.name)
    assert result.exit_code == 1, result.output
    assert "1 tightened" in result.output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(["demo@1.0.0"], "name two versions", id="one"),
        pytest.param(["demo@1.0.0", "demo@2.0.1"], "known are demo@1.0.0, demo@2.0.0", id="no such version"),
        pytest.param(["demo@1.0.0", "common@1.0.0"], "is a vocabulary", id="a vocabulary"),
        pytest.param(["--against", "HEAD"], "write it as git:HEAD~1", id="no scheme"),
        pytest.param(["--against", "git:HEAD"], "is in no git repository", id="no repository"),
    ],
)
def test_misuse_ends_with_2_and_a_way_out(project: Path, arguments: list[str], says: str) -> None:
    result = run("diff", *arguments)
    assert result.exit_code == 2
    assert says in " ".join(result.output.split())


def test_a_document_with_findings_is_not_compared(project: Path) -> None:
    save("2.0.0", SMALL.replace("require: {weeks: {at_least: 4 weeks}}", "require: {weks: {at_least: 4 weeks}}"))
    result = run("diff", "demo@1.0.0", "demo@2.0.0")
    assert result.exit_code == 1
    assert "error[unknown-fact]" in result.output
    assert "tightened" not in result.output


# ---------------------------------------------------------------- against a revision


def git(*arguments: str) -> None:
    name = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *name, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(project: Path) -> Path:
    """The two versions, committed; `first` is the commit."""
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    git("tag", "first")
    return project


def test_today_is_compared_with_a_revision(repository: Path) -> None:
    save("2.0.0", changed(("at_least: 4 weeks", "at_least: 3 weeks")))
    result = run("diff", "demo@2.0.0", "--against", "git:first")
    assert result.exit_code == 1
    assert "demo 2.0.0 of git:first -> 2.0.0 of today: 1 loosened, 8 unchanged" in result.output
    assert "Ready by 2.0.0 of today, and not by 2.0.0 of git:first" in result.output


def test_without_names_all_documents_are_compared(repository: Path) -> None:
    assert run("diff", "--against", "git:HEAD").exit_code == 0
    save("1.0.0", changed(TITLE)).rename(repository / "policies/demo/0.9.0.yaml")
    text = (repository / "policies/demo/0.9.0.yaml").read_text("utf-8")
    (repository / "policies/demo/0.9.0.yaml").write_text(text.replace('"1.0.0"\ntitle', '"0.9.0"\ntitle'), "utf-8")
    result = run("diff", "--against", "git:HEAD")
    assert result.exit_code == 1
    for line in ("demo@0.9.0: new\n", "demo@1.0.0: gone\n", "common@1.0.0, demo@2.0.0: the same, byte for byte\n"):
        assert line in result.output


def test_a_vocabulary_that_changed_changes_what_uses_it(repository: Path) -> None:
    path = repository / "policies/common/1.0.0.yaml"
    text = path.read_text("utf-8")
    assert "service_date:" in text
    path.write_text(text + "\n# another comment\n", "utf-8")
    result = run("diff", "--against", "git:HEAD")
    assert result.exit_code == 0
    assert "demo 2.0.0 of git:HEAD -> 2.0.0 of today: 9 unchanged" in result.output


def test_days_in_force_that_move_are_a_difference(repository: Path) -> None:
    save("2.0.0", changed(STRICTER, ('from: "2026-04-24"', 'from: "2026-04-25"')))
    result = run("diff", "demo@2.0.0", "--against", "git:HEAD")
    assert result.exit_code == 1
    assert "in force: from 2026-04-24 -> from 2026-04-25" in result.output


def test_findings_of_the_old_document_name_its_revision(repository: Path) -> None:
    save("2.0.0", SMALL.replace("tried: ", "tired: ", 1))
    git("commit", "-qam", "broken")
    save("2.0.0", changed(STRICTER))
    result = run("diff", "demo@2.0.0", "--against", "git:HEAD")
    assert result.exit_code == 1
    assert "git:HEAD:policies/demo/2.0.0.yaml:" in result.output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(["--against", "git:nope"], "has no revision nope", id="no revision"),
        pytest.param(["--against", "git:--help"], "has no revision --help", id="no option"),
        pytest.param(
            ["demo@3.0.0", "--against", "git:first"], "demo@3.0.0 did not exist at git:first", id="no document"
        ),
        pytest.param(["--against", "git:first", "--policies", "other"], "there was no folder other", id="no folder"),
    ],
)
def test_what_a_revision_does_not_have_is_said(repository: Path, arguments: list[str], says: str) -> None:
    save("3.0.0", SMALL)
    (repository / "other").mkdir()
    result = run("diff", *arguments)
    assert result.exit_code == 2
    assert says in " ".join(result.output.split())
