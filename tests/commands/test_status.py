"""The exit status is an answer only if the answer was written: failing streams, interruptions, mistakes.

Every command of click's own list is run as a program, in a small project, against every stream that can fail.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree

import pytest
from drafts import BASE, placed
from lengths import one_in
from wiser_compiler.cli import wiser
from wiser_compiler.program import FAILED, READER_GONE

ROOT = Path(__file__).parents[2]
READY = ROOT / "docs/requests/esi-ready.json"
MISSING = ROOT / "docs/requests/esi-three-missing.json"

# What makes each command print something.
COMMANDS: Mapping[str, list[str]] = {
    "new": ["knee"],
    "lint": [],
    "explain": ["tab"],
    "sources": ["guide.txt", "--source", "guide"],
    "prove": ["draft"],
    "mutate": ["draft", "--page"],
    "build": [],
    "diff": ["policies/draft/1.0.0.yaml", "other.yaml"],
    "publish": ["draft@1.0.0", "words@1.0.0", "undated@1.0.0", "plan@1.0.0"],
    "scope": [str(READY)],
    "check": [str(READY)],
    "sample": ["esi", "--count", "3"],
    "audit": [str(READY), "--out", "result.csv"],
    "fill": [str(READY)],
    "checklist": ["draft"],
    "graph": ["draft"],
    "readings": [],
    "coverage": [],
    "bundle": [],
    "verify": [str(ROOT / "generated")],
}
SERVERS = {"lsp"}  # speaks a protocol over its streams: tests/editor/test_server.py
PACKAGE = [sys.executable, "-m", "wiser_policies"]


def command(name: str) -> list[str]:
    return [sys.executable, "-m", "wiser_compiler", name, *COMMANDS[name]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "policies").mkdir()
    path = placed(BASE.encode(), tmp_path / "policies")
    (tmp_path / "other.yaml").write_bytes(path.read_bytes())
    (tmp_path / "guide.txt").write_text("## 1 A\nNothing of it.\n", "utf-8")
    return tmp_path


def forget(project: Path) -> None:
    """Undo what commands write."""
    for written in ("generated", ".wiser_cache", "policies/knee"):
        rmtree(project / written, ignore_errors=True)
    for written in ("policies/published.json", "result.csv"):
        (project / written).unlink(missing_ok=True)


# ---------------------------------------------------------------- streams


@contextmanager
def gone_reader() -> Iterator[int]:
    """A pipe whose reader has gone."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        yield writing
    finally:
        os.close(writing)


def status(arguments: list[str], redirected: str = "", cwd: Path = ROOT, stdout: int | None = None) -> tuple[int, str]:
    """The status of a program whose streams a shell redirects, and all that it said."""
    shell = ["bash", "-c", f'exec "$@" {redirected}', "-", *arguments]
    done = subprocess.run(
        shell, cwd=cwd, stdin=subprocess.DEVNULL, stdout=stdout or subprocess.PIPE, stderr=subprocess.PIPE, timeout=60,
        check=False,
    )  # fmt: skip
    said = ((done.stdout or b"") + done.stderr).decode()
    assert "Traceback" not in said
    assert "Exception ignored" not in said
    return done.returncode, said


def test_every_command_is_tried_here() -> None:
    assert set(COMMANDS) | SERVERS == set(wiser.commands)


@pytest.mark.parametrize("name", one_in(5, COMMANDS))
def test_a_command_answers_exactly_where_its_output_is_written(name: str, project: Path) -> None:
    before = sorted(path.as_posix() for path in project.rglob("*"))
    closed, said = status(command(name), ">&-", project)
    assert closed == FAILED
    assert said == "wiser: the output cannot be written: it is closed; send it to a file, or to /dev/null\n"
    assert sorted(path.as_posix() for path in project.rglob("*")) == before
    normal, printed = status(command(name), "2>&-", project)
    assert normal in (0, 1)
    assert printed
    forget(project)
    assert status(command(name), "2>/dev/full <&-", project) == (normal, printed)
    forget(project)
    assert status(command(name), ">/dev/full 2>/dev/full", project)[0] == FAILED
    forget(project)
    with gone_reader() as nobody:
        assert status(command(name), "", project, stdout=nobody) == (READER_GONE, "")


@pytest.mark.parametrize("name", ["", *sorted(wiser.commands)])
def test_help_that_cannot_be_written_is_no_success(name: str) -> None:
    arguments = [sys.executable, "-m", "wiser_compiler", *([name] if name else []), "--help"]
    assert status(arguments, ">/dev/full")[0] == FAILED


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [([str(READY)], 0), ([str(MISSING)], 1), (["gone.json"], 2), ([], 2), (["--help"], 0), (["--scope", "-"], 2)],
    ids=["ready", "missing", "no file", "usage", "help", "standard input"],
)
def test_the_package_answers_only_where_its_output_is_written(arguments: list[str], expected: int) -> None:
    program = [*PACKAGE, *arguments]
    assert status(program)[0] == expected
    assert status(program, ">&-")[0] == FAILED
    for redirected in ("2>&-", "2>/dev/full", "<&-", "<&- 2>&-"):
        assert status(program, redirected)[0] == expected, redirected
    if expected == 2:
        return  # nothing is printed but the message
    for redirected in (">/dev/full", ">/dev/full 2>/dev/full", "1</dev/null"):
        assert status(program, redirected)[0] == FAILED, redirected
    with gone_reader() as nobody:
        assert status(program, stdout=nobody)[0] == READER_GONE


def test_a_file_is_never_opened_under_the_number_of_a_closed_stream(project: Path) -> None:
    before = MISSING.read_bytes()
    assert status([*PACKAGE, str(MISSING), "gone.json"], "<&- 2>&-")[0] == 2
    assert MISSING.read_bytes() == before


def test_what_a_terminal_cannot_show_is_written_as_numbers() -> None:
    name = b"gone-\xc3\xa9-\xff.json"
    for program in (PACKAGE, [sys.executable, "-m", "wiser_compiler", "check"]):
        environment = {**os.environ, "PYTHONIOENCODING": "ascii:strict", "LC_ALL": "C"}
        done = subprocess.run([*program, name], capture_output=True, env=environment, timeout=60, check=False)
        assert done.returncode == 2
        assert done.stderr.endswith(b"cannot be read: No such file or directory\n")


# ---------------------------------------------------------------- mistakes and interruptions


def in_process(code: str) -> tuple[int, str]:
    script = f"import sys\nfrom wiser_compiler.program import run\n{code}"
    return status([sys.executable, "-c", script])


def test_a_mistake_of_the_program_is_no_answer_and_shows_nothing_of_it() -> None:
    mistake = "def command():\n    raise ValueError('the name of a patient')\nsys.exit(run('wiser', command))"
    assert in_process(mistake) == (
        FAILED, "wiser stopped on a mistake of its own (ValueError); WISER_TRACE=1 shows where\n"
    )  # fmt: skip


@pytest.mark.parametrize("module", ["wiser_compiler", "wiser_policies"])
def test_a_mistake_while_checking_is_no_answer(module: str) -> None:
    code = (
        "import runpy, sys, wiser_policies\n"
        "def wrong(*_):\n    raise RecursionError('the name of a patient')\n"
        "wiser_policies.check_json = wrong\n"
        f"sys.argv = ['', *{['check', str(READY)] if module == 'wiser_compiler' else [str(READY)]!r}]\n"
        f"runpy.run_module('{module}', run_name='__main__')"
    )
    code_of_it, said = status([sys.executable, "-c", code])
    assert code_of_it == FAILED
    assert "mistake of its own (RecursionError)" in said
    assert "patient" not in said


def test_a_mistake_that_cannot_even_be_told_is_no_answer() -> None:
    mistake = "import os\nos.close(2)\ndef command():\n    raise MemoryError\nsys.exit(run('wiser', command))"
    assert in_process(mistake)[0] == FAILED


@pytest.mark.parametrize(("code", "expected"), [(None, 0), (0, 0), (1, 1), (2, 2), ("a text", FAILED), (True, 1)])
def test_a_command_ends_with_its_own_status(code: object, expected: int) -> None:
    assert in_process(f"sys.exit(run('wiser', lambda: {code!r}))")[0] == expected
    assert in_process(f"sys.exit(run('wiser', lambda: sys.exit({code!r})))")[0] == expected


INTERRUPTED = {
    "check": [sys.executable, "-m", "wiser_compiler", "check", "-"],
    "scope": [sys.executable, "-m", "wiser_compiler", "scope", "-"],
    "package": [*PACKAGE, "-"],
}


@pytest.mark.parametrize("name", INTERRUPTED)
def test_an_interrupted_command_ends_as_its_signal_says_and_without_a_word(name: str) -> None:
    process = subprocess.Popen(
        INTERRUPTED[name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    )
    time.sleep(0.7)  # it waits for standard input by now
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err.strip()) == (-signal.SIGINT, b"", b"")


def test_a_solver_that_is_interrupted_is_no_answer() -> None:
    """The solver took Ctrl-C for itself, and answered `unknown`: a finding, and status 1."""
    code = (
        "import os, signal, threading, z3\n"
        "from types import SimpleNamespace as Thing\n"
        "from wiser_compiler.proof.solver import solver as ours\n"
        "def command():\n"
        "    ours.SECONDS = 3\n"
        "    nothing = Thing(request=Thing(domain=lambda *_: []), meaning=Thing(defined=lambda *_: []))\n"
        "    solver = ours._solver(nothing, ())\n"
        "    a, b, c = z3.Ints('a b c')\n"
        "    solver.add(a > 2, b > 2, c > 2, a * a * a + b * b * b == c * c * c)\n"
        "    threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()\n"
        "    return 1 if solver.check() == z3.unknown else 0\n"
        "sys.exit(run('wiser', command))"
    )
    assert in_process(code)[0] == -signal.SIGINT


@pytest.mark.parametrize(
    ("failure", "ends"), [("KeyboardInterrupt", (-signal.SIGINT, "")), ("AttributeError('context')", (0, ""))]
)
def test_a_finalizer_swallows_no_interruption_and_shows_nothing(failure: str, ends: tuple[int, str]) -> None:
    code = (
        "import time\n"
        "class Freed:\n"
        "    def __del__(self):\n"
        f"        raise {failure}\n"
        "def command():\n"
        "    Freed()\n"
        "    time.sleep(1)\n"
        "sys.exit(run('wiser', command))"
    )
    assert in_process(code) == ends


# ---------------------------------------------------------------- what is not there

NOT_THERE = {
    "sources": ["sources", "guide.txt", "--source", "guide", "--policies", "{}"],
    "sources of a text": ["sources", "{}"],
    "prove": ["prove", "--policies", "{}"],
    "mutate": ["mutate", "--policies", "{}"],
    "diff": ["diff", "{}.yaml", "other.yaml"],
    "diff with a version": ["diff", "draft@1.0.0", "draft@1.0.0", "--policies", "{}"],
    "diff with a revision": ["diff", "--against", "git:HEAD", "--policies", "{}"],
    "publish": ["publish", "draft@1.0.0", "--policies", "{}"],
    "checklist": ["checklist", "draft", "--policies", "{}"],
    "readings": ["readings", "--policies", "{}"],
    "coverage": ["coverage", "--policies", "{}"],
    "check": ["check", "{}"],
    "scope": ["scope", "{}"],
}


@pytest.mark.parametrize("name", NOT_THERE)
def test_a_file_or_folder_that_is_not_there_is_wrong_usage_and_named(name: str, project: Path) -> None:
    arguments = [word.format("nowhere") for word in NOT_THERE[name]]
    code, said = status([sys.executable, "-m", "wiser_compiler", *arguments], cwd=project)
    assert code == 2
    assert "nowhere" in said


@pytest.mark.parametrize("name", ["sources", "prove", "mutate", "publish", "checklist", "readings", "coverage"])
def test_a_file_is_no_folder_of_policies(name: str, project: Path) -> None:
    arguments = [word.format("other.yaml") for word in NOT_THERE[name]]
    code, said = status([sys.executable, "-m", "wiser_compiler", *arguments], cwd=project)
    assert (code, "other.yaml is no folder" in said) == (2, True)


# ---------------------------------------------------------------- documented


def test_the_readme_and_the_commands_page_tell_the_same_statuses() -> None:
    tables = [
        set(re.findall(r"(?m)^\| (\d+) \|", (ROOT / page).read_text("utf-8")))
        for page in ("README.md", "docs/commands.md")
    ]
    assert tables[0] == tables[1] == {"0", "1", "2", str(FAILED), "130", str(READER_GONE)}
