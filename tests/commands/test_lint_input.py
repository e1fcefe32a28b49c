"""What `wiser lint` looks at: standard input, and documents that change."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from wiser_compiler.cli import wiser

ROOT = Path(__file__).parents[2]
ESI = "policies/esi/6.0.0.yaml"
TEXT = (ROOT / ESI).read_bytes()
SLIP = TEXT.replace(b"{limits_life: yes", b"{limits_lif: yes")


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "policies", tmp_path / "policies")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lint(*arguments: str, stdin: bytes = b"") -> Result:
    result = CliRunner().invoke(wiser, ["lint", *arguments], input=stdin)
    assert not result.exception or isinstance(result.exception, SystemExit)
    return result


def test_standard_input_is_checked_as_the_file_that_it_would_be() -> None:
    assert lint("-", stdin=TEXT).output == lint(ESI).output
    slip = lint("-", stdin=SLIP)
    assert slip.exit_code == 1
    Path(ESI).write_bytes(SLIP)
    assert slip.output == lint(ESI).output


def test_standard_input_may_lie_elsewhere() -> None:
    result = lint("-", "--as", "policies/other/6.0.0.yaml", "--format", "json", stdin=TEXT)
    places = {(finding["code"], finding["file"]) for finding in json.loads(result.output)}
    assert ("wrong-place", "policies/other/6.0.0.yaml") in places


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "empty-file", id="nothing"),
        pytest.param(b"\xff\xfe", "not-utf-8", id="no text"),
        pytest.param(b"x" * 1_000_001, "too-large", id="too much"),
        pytest.param(b"policy: [", "not-yaml", id="half a line"),
        pytest.param(b"policy: " + b"../" * 50, "bad-name", id="a name that leads away"),
    ],
)
def test_whatever_stands_there_is_a_finding(data: bytes, code: str) -> None:
    result = lint("-", "--format", "json", stdin=data)
    assert result.exit_code == 1
    assert code in {finding["code"] for finding in json.loads(result.output)}


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["-", ESI], id="beside a file"),
        pytest.param(["-", "--watch"], id="watched"),
        pytest.param([ESI, "--as", "x"], id="a place without it"),
    ],
)
def test_standard_input_that_makes_no_sense_is_wrong_usage(arguments: list[str]) -> None:
    assert lint(*arguments, stdin=TEXT).exit_code == 2


def test_a_change_is_checked_again(project: Path) -> None:
    command = [sys.executable, "-m", "wiser_compiler", "lint", "--watch", "policies/scs"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as watching:
        patience = threading.Timer(60, watching.kill)  # without an answer the test fails, and does not wait
        patience.start()
        assert "2 documents are clean" in "".join(told(watching))
        path = project / "policies/scs/6.0.0.yaml"
        (project / "policies/scs/notes.txt").write_text("no policy")
        path.write_bytes(path.read_bytes().replace(b"\ntitle: ", b"\ntitel: "))
        assert "did you mean `title`?" in "".join(told(watching))
        path.write_bytes(path.read_bytes().replace(b"\ntitel: ", b"\ntitle: "))
        assert "2 documents are clean" in "".join(told(watching))
        watching.terminate()
        patience.cancel()


def told(watching: subprocess.Popen[bytes]) -> Iterator[str]:
    """What is said until changes are waited for."""
    assert watching.stdout
    while (line := watching.stdout.readline().decode()) and "waiting for changes" not in line:
        yield line


def test_a_folder_that_is_not_there_cannot_be_watched() -> None:
    result = lint("--watch", "policies/nowhere")
    assert result.exit_code == 2
    assert "there is no policies/nowhere to watch" in result.output
