"""`wiser checklist` and `python -m wiser_policies --sheet`: which sheet is printed, where, and why none is."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import ROOT, edited_project, run
from printing import pages, squeezed
from wiser_compiler.__main__ import answer
from wiser_policies.__main__ import main

READY = ROOT / "docs/requests/esi-ready.json"
KNEE = "knee_arthroscopy"  # a short policy, which is linted sooner
BLANK = (ROOT / "generated/sheet/knee_arthroscopy/6.0.0.html").read_text("utf-8")
ADVICE = (ROOT / "generated/sheet/knee_arthroscopy/6.0.0-advice.html").read_text("utf-8")
LARGE = (ROOT / "generated/sheet/knee_arthroscopy/6.0.0-large.html").read_text("utf-8")


@pytest.fixture(autouse=True)
def at_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_the_ending_of_the_file_says_the_form(tmp_path: Path) -> None:
    for name, begins in (("a.html", b"<!doctype html>"), ("b.PDF", b"%PDF-"), ("c.md", b"# Arthroscopic")):
        done = run("checklist", KNEE, "--out", tmp_path / name)
        assert (done.exit_code, done.stdout) == (0, "")
        assert done.stderr == f"wrote {(tmp_path / name).as_posix()}\n"
        assert (tmp_path / name).read_bytes().startswith(begins)
    assert (tmp_path / "a.html").read_text("utf-8") == BLANK
    assert "".join(pages((tmp_path / "b.PDF").read_bytes())).startswith("PatientBorn")


def test_without_a_file_a_policy_is_markdown_and_a_request_html() -> None:
    assert run("checklist", KNEE).stdout.startswith("# Arthroscopic")
    done = run("checklist", READY, "--today", "2026-04-27")
    assert done.exit_code == 0
    assert done.stdout.startswith("<!doctype html>")
    assert "p. 6" in done.stdout
    again = run("checklist", "-", "--today", "2026-04-27", stdin=READY.read_bytes())
    assert again.stdout == done.stdout


def test_large_type_is_asked_for(tmp_path: Path) -> None:
    assert run("checklist", KNEE, "--large", "--out", tmp_path / "a.html").exit_code == 0
    assert (tmp_path / "a.html").read_text("utf-8") == LARGE
    assert 'class="sheet large"' in run("checklist", READY, "--large").stdout
    assert run("checklist", READY, "--large", "--out", tmp_path / "a.pdf").exit_code == 0
    assert len(pages((tmp_path / "a.pdf").read_bytes())) > 3


def test_advice_has_a_sheet_of_its_own(tmp_path: Path) -> None:
    assert run("checklist", KNEE, "--advice", "--out", tmp_path / "a.html").exit_code == 0
    assert (tmp_path / "a.html").read_text("utf-8") == ADVICE
    assert run("checklist", KNEE, "--advice", "--large", "--out", tmp_path / "a.pdf").exit_code == 0
    assert "Theguideasksnoneofthis." in "".join(pages((tmp_path / "a.pdf").read_bytes()))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("esi", "--large"), "Markdown has no large type"),
        (("esi", "--advice"), "Markdown has the advice in it"),
        ((READY, "--advice"), "the sheet of a request has the advice that applies to it"),
        (("esi", "--out", "a.docx"), "ends in .html or .pdf"),
        (("esi", "--out", "a"), "ends in .html or .pdf"),
        ((READY, "--out", "a.md"), "ends in .html or .pdf"),
        (("esi", "--policy", "esi@6.0.0"), "are about a request"),
        (("esi", "--today", "2026-01-01"), "are about a request"),
        ((READY, "--today", "soon"), "soon is not a date"),
        ((READY, "--policy", "esy"), "esy"),
        (("esy",), "there is no policy esy"),
        (("wiser", "--out", "a.html"), "is a program and has no sheet"),
        (("nowhere.json",), "nowhere.json: cannot be read"),
    ],
    ids=str,
)
def test_what_cannot_be_printed_is_said(arguments: tuple[object, ...], says: str) -> None:
    done = run("checklist", *arguments)
    assert done.exit_code == 2
    assert says in done.stderr
    assert done.stdout == ""
    assert not list(ROOT.glob("a.*"))


def test_an_invalid_request_is_answered_as_check_answers_it(tmp_path: Path) -> None:
    path = tmp_path / "request.json"
    path.write_text(json.dumps({"codes": ["64483"], "pain_duration": "a secret"}), "utf-8")
    done = run("checklist", path)
    assert done.exit_code == 2
    assert "/pain_duration" in done.stderr
    assert "secret" not in done.output


def test_a_draft_is_printed_with_its_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edited_project(tmp_path, monkeypatch)
    path = tmp_path / "policies/demo/1.0.0.yaml"
    path.write_text(path.read_text("utf-8").replace("really call", "Call *me* <b>"), "utf-8")
    done = run("checklist", "demo", "--out", tmp_path / "demo.html")
    assert done.exit_code in (0, 1)
    assert "Call *me* &lt;b&gt;" in (tmp_path / "demo.html").read_text("utf-8")


def test_without_typst_the_extra_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for module in ("typst", "font_roboto"):
        with monkeypatch.context() as patch:
            if module == "typst":
                patch.setitem(sys.modules, "typst", None)
            else:
                patch.setattr("wiser_compiler.sheet.pdf.FONT", "font_roboto_is_not_here")
                patch.setitem(answer.__globals__["EXTRAS"], "font_roboto_is_not_here", "pdf")
            assert answer(["checklist", KNEE, "--out", "a.pdf"]) == 2
        said = capsys.readouterr().err
        assert "which comes with the extra `pdf`" in said
        assert "pip install '.[pdf]'" in said
    assert not (ROOT / "a.pdf").exists()


def test_html_needs_neither_typst_nor_a_font() -> None:
    """In a process of its own: the libraries are not even looked for."""
    program = (
        "import sys; sys.modules.update(typst=None, font_roboto=None)\n"
        "from wiser_policies.__main__ import main; sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", program, "--sheet", KNEE]
    assert subprocess.run(command, capture_output=True, check=True).stdout.decode() == BLANK


def test_the_package_prints_sheets_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--sheet", KNEE, "--large"]) == 0
    assert capsys.readouterr().out == LARGE
    assert main(["--sheet", str(READY)]) == 0
    assert squeezed("Every row of this sheet is answered.") in squeezed(capsys.readouterr().out)
    assert main(["--sheet", "nowhere.json"]) == 2
    assert "cannot be read" in capsys.readouterr().err
    for wrong in (["--sheet"], ["--sheet", "esi", "scs"], ["--sheet", "esy"], ["--sheet", "wiser"]):
        with pytest.raises(SystemExit) as left:
            main(wrong)
        assert left.value.code == 2
