"""The `wiser` command as tests run it, and a small project to run it in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from wiser_compiler.cli import wiser

ROOT = Path(__file__).parents[1]


def run(*arguments: object, stdin: bytes = b"") -> Result:
    """The result of a command. No command ends with a traceback."""
    result = CliRunner().invoke(wiser, [str(argument) for argument in arguments], input=stdin)
    assert not result.exception or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    return result


def edited_project(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a small policy that was built once, and then edited."""
    shutil.copytree(ROOT / "policies/common", folder / "policies/common")
    monkeypatch.chdir(folder)
    assert run("new", "demo").exit_code == 0
    path = folder / "policies/demo/1.0.0.yaml"
    path.write_text(path.read_text("utf-8").replace("TODO", "really"), "utf-8")
    assert run("build").exit_code == 0
    path.write_text(path.read_text("utf-8").replace("really name", "really call"), "utf-8")
    return folder


def built_files() -> dict[str, bytes]:
    """The files under generated/ in the working folder."""
    return {str(path): path.read_bytes() for path in Path("generated").rglob("*") if path.is_file()}
