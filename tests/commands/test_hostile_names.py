"""Hostile names: no character of a name controls a terminal or begins a line.

They are passed to every parameter of every command, by click's own list, and given to documents, folders, outputs and
requests.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from shutil import copy, copytree
from urllib.parse import unquote_to_bytes

import click
import pytest
from drafts import BASE, placed
from wiser_compiler.__main__ import answer
from wiser_compiler.cli import wiser
from wiser_compiler.program import run, visible

ROOT = Path(__file__).parents[2]
READY = ROOT / "docs/requests/esi-ready.json"
# A line of its own that GitHub would obey, colors and a title for a terminal, text from right to left, a byte that is
# not UTF-8.
NAME = "x\n::error title=harm::y\r\x1b[31m\x1b]0;z\x07\x9b1m\u202e\u2028\udcff%0A::error title=harm::"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("policies").mkdir()
    placed(BASE.encode(), Path("policies"))
    copy(READY, "ready.json")
    Path("guide.txt").write_text("## 1 A\nNothing of it.\n", "utf-8")
    return tmp_path


def said(*arguments: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """The status and all that a command writes, as the program does it."""
    streams = io.BytesIO(), io.BytesIO()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "excepthook", sys.excepthook)
        patched.setattr(sys, "stdin", io.StringIO())
        patched.setattr(sys, "stdout", io.TextIOWrapper(streams[0]))
        patched.setattr(sys, "stderr", io.TextIOWrapper(streams[1]))
        status = run("wiser", lambda: answer(arguments))
        return status, "".join(stream.getvalue().decode() for stream in streams)


def assert_harmless(printed: str) -> None:
    # The checklist has wide spaces of its own.
    odd = {sign for sign in printed if (kind := unicodedata.category(sign))[0] in "CZ" and kind != "Zs"} - {"\n"}
    assert not odd, printed
    assert not re.search("(?m)^ *::error title=harm", printed), printed
    assert "Traceback" not in printed
    assert "mistake of its own" not in printed


def places() -> Iterator[tuple[str, str]]:
    """Every argument and every option with a value, of every command."""
    for name, command in sorted(wiser.commands.items()):
        for parameter in command.params:
            if isinstance(parameter, click.Argument) or not getattr(parameter, "is_flag", False):
                yield name, parameter.opts[0]


NEEDED = {
    "new": ["knee"], "sources": ["guide.txt"], "publish": ["draft@1.0.0"], "scope": ["ready.json"],
    "check": ["ready.json"], "checklist": ["draft"], "diff": ["draft@1.0.0", "draft@1.0.0"],
}  # fmt: skip


def test_every_command_has_its_places() -> None:
    assert {name for name, _ in places()} | {"readings", "coverage", "lsp"} == set(wiser.commands)


@pytest.mark.parametrize(("name", "place"), list(places()), ids=" ".join)
def test_a_hostile_word_in_any_place_of_a_command_is_shown_as_what_it_is(
    name: str, place: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = place == "names" and name == "diff"
    given = [place, NAME, *NEEDED.get(name, [])] if place.startswith("-") else [NAME] * (2 if many else 1)
    printed = said(name, *given, monkeypatch=monkeypatch)[1]
    assert printed
    assert_harmless(printed)


@pytest.mark.parametrize("name", ["", *sorted(wiser.commands)])
@pytest.mark.parametrize("word", [NAME, f"--{NAME}"], ids=["word", "option"])
def test_a_hostile_command_or_option_is_shown_as_what_it_is(
    name: str, word: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    status, printed = said(*([name] if name else []), word, monkeypatch=monkeypatch)
    assert status in (0, 1, 2)  # `wiser lint WORD` names a folder that is not there
    assert_harmless(printed)


FORMATS = {
    name: next((p.type.choices for p in command.params if p.name == "form" and isinstance(p.type, click.Choice)), [""])
    for name, command in wiser.commands.items()
}
IN_A_FOLDER = [
    "lint",
    "prove",
    "mutate",
    "sources",
    "build",
    "diff",
    "publish",
    "checklist",
    "readings",
    "coverage",
    "bundle",
    "new",
]


@pytest.mark.parametrize(
    ("name", "form"), [(name, form) for name in IN_A_FOLDER for form in FORMATS[name]], ids=lambda word: word or "-"
)
def test_policies_in_a_folder_with_a_hostile_name_are_shown_without_harm(
    name: str, form: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once with a finding in them, and once without."""
    folder = here / NAME
    (here / "policies").rename(folder)
    given = [*(["--format", form] if form else []), "--policies", NAME, *NEEDED.get(name, [])]
    given += ["--out", f"{NAME}out"] if name == "build" else ["--page"] if name == "mutate" else []
    given += ["--source", "guide"] if name == "sources" else []
    clean = said(name, *given, monkeypatch=monkeypatch)[1]
    copytree(folder / "words", folder / NAME)
    (folder / NAME / "1.0.0.yaml").rename(folder / NAME / f"{NAME}.yaml")
    if name == "build":
        assert (here / f"{NAME}out/MANIFEST.json").is_file()
    for printed in (clean, said(name, *given, monkeypatch=monkeypatch)[1]):
        assert printed
        if form != "json" or name != "diff":
            assert_harmless(printed)


@pytest.mark.parametrize("form", FORMATS["lint"])
def test_a_finding_in_a_file_with_a_hostile_name_is_written_in_every_format(
    form: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path("policies/words") / f"{NAME}.yaml"
    path.write_text("policy: [\n", "utf-8")
    status, printed = said("lint", "--format", form, os.fspath(path), monkeypatch=monkeypatch)
    assert status == 1
    assert_harmless(printed)
    if form == "text":
        assert visible(os.fspath(path)) in printed
    if form == "json":
        (finding,) = json.loads(printed)
        assert finding["file"].encode() == os.fspath(path).encode("utf-8", "backslashreplace")
    if form == "sarif":
        (result,) = json.loads(printed)["runs"][0]["results"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch("[A-Za-z0-9%/._~-]+", uri)
        assert unquote_to_bytes(uri) == os.fsencode(path)
    if form == "github":
        (line,) = printed.splitlines()
        assert line.startswith("::error file=policies/words/x\\n%3A%3Aerror title=harm%3A%3Ay")


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("command", ["check", "scope"])
def test_requests_with_hostile_names_are_shown_without_harm(
    command: str, form: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("ready.json").rename(NAME)
    Path(f"{NAME}bad").write_text("{")
    shutil.rmtree("policies")  # of which `check` would say that they were not built
    for names in ([NAME], [f"{NAME}bad"], [f"{NAME}gone"], [NAME, f"{NAME}gone"]):
        own = said(command, "--format", form, *names, monkeypatch=monkeypatch)
        assert_harmless(own[1])
        flag = ["--scope"] if command == "scope" else []
        program = [sys.executable, "-m", "wiser_policies", "--format", form, *flag, *names]
        done = subprocess.run(program, capture_output=True, timeout=60, check=False)
        assert (done.returncode, (done.stdout + done.stderr).decode()) == own
        if form == "json":
            assert [each["file"].encode() for each in json.loads(done.stdout)] == [
                name.encode("utf-8", "backslashreplace") for name in names
            ]


@pytest.mark.parametrize("option", ["--policy", f"--{NAME}", "--format"])
def test_the_package_shows_hostile_words_without_harm(option: str, here: Path) -> None:
    program = [sys.executable, "-m", "wiser_policies", option, NAME, "ready.json"]
    done = subprocess.run(program, capture_output=True, timeout=60, check=False)
    assert done.returncode == 2
    assert_harmless(done.stderr.decode())


def test_stale_files_of_a_hostile_manifest_are_listed_without_harm(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said("build", monkeypatch=monkeypatch)[0] == 0
    manifest = json.loads(Path("generated/MANIFEST.json").read_text("utf-8"))
    name = NAME.replace("\udcff", "")
    Path("generated", name).write_text("")
    manifest["files"][name] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    Path("generated/MANIFEST.json").write_text(json.dumps(manifest), "utf-8")
    for arguments in (["build", "--check", "--no-cache"], ["build", "--no-cache"]):
        printed = said(*arguments, monkeypatch=monkeypatch)[1]
        assert "harm" in printed
        assert_harmless(printed)
