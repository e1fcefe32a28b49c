"""What was built or proven of other documents than lie there is said, on standard error, and changes no status."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from drafts import BASE, BESIDE
from wiser_compiler.cli import wiser
from wiser_compiler.commands import cache
from wiser_compiler.commands.stale import behind

ROOT = Path(__file__).parents[2]
READY = ROOT / "docs/requests/esi-ready.json"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(wiser, arguments)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in (("draft", BASE), ("words", BESIDE["words"])):
        path = tmp_path / "policies" / name / "1.0.0.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def built_of(text: str) -> dict[str, str]:
    return {"draft@1.0.0": sha256(text.encode()).hexdigest()}


def test_a_build_that_knows_what_lies_there_is_not_behind(project: Path) -> None:
    assert not behind(project / "policies", built_of(BASE))
    assert not behind(project / "policies", {"draft@1.0.0": ""})


def test_a_build_of_an_earlier_text_is_older(project: Path) -> None:
    said = behind(project / "policies", built_of(BASE + "\n"))
    assert said == "the build that answers is older than draft@1.0.0; run `wiser build` first"


def test_a_document_that_was_not_built_is_named_and_a_vocabulary_is_none(project: Path) -> None:
    for number in range(1, 5):
        shutil.copy(project / "policies/draft/1.0.0.yaml", project / f"policies/draft/1.{number}.0.yaml")
    said = behind(project / "policies", built_of(BASE))
    named = "draft@1.1.0, draft@1.2.0, draft@1.3.0 and 1 more"
    assert said == f"the build that answers does not know {named}; run `wiser build` first"


@pytest.mark.parametrize("command", ["check", "scope"])
def test_check_and_scope_say_what_the_build_does_not_know(command: str, project: Path) -> None:
    result = run(command, str(READY))
    assert "note: the build that answers does not know draft@1.0.0; run `wiser build` first" in result.stderr
    assert "set PYTHONPATH to generated/python, so that this build answers" in result.stderr
    assert "note: the build" not in result.stdout
    assert result.exit_code == 0


def test_a_policy_that_is_asked_for_and_not_built_is_no_riddle(project: Path) -> None:
    result = run("check", "--policy", "draft@1.0.0", str(READY))
    assert result.exit_code == 2
    assert "does not know draft@1.0.0; run `wiser build` first" in result.stderr


def test_a_folder_without_policies_says_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "policies/draft")
    assert not run("check", str(READY)).stderr


def test_a_build_says_what_is_not_proven_as_it_is_written_until_it_is(project: Path) -> None:
    note = "note: 1 of 1 policy is not proven here as written; run `wiser prove`"
    assert note in run("build").stderr
    for options in ([], ["--check"], ["--no-cache"]):
        again = run("build", *options)
        assert (again.exit_code, note in again.stderr) == (0, True), options
    kept = cache.folder_of(project / "policies")
    cache.store(kept, "proven.json", dict.fromkeys(cache.load(kept, "stamp.json")["documents"]))
    proven = run("build", "--check")
    policy = project / "policies/draft/1.0.0.yaml"
    policy.write_text(policy.read_text("utf-8").replace("A draft", "Another draft"), "utf-8")
    assert (proven.exit_code, proven.stderr) == (0, "")
    assert note in run("build").stderr
