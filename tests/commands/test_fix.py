"""`wiser lint --fix` and `--add-examples`: what they write, and that every other byte stays."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from drafts import BAD, BESIDE, composed, marked, placed
from hypothesis import given, settings
from hypothesis import strategies as st
from wiser_compiler.cli import wiser
from wiser_compiler.commands.fix import MARK, fixed, mend_files, mended
from wiser_compiler.commands.possible import tells
from wiser_compiler.diagnostics import Diagnostic, Fix, Report, Span
from wiser_compiler.linting.library import read_library
from wiser_compiler.printers import as_text

ROOT = Path(__file__).parents[2]
ESI = "policies/esi/6.0.0.yaml"
CLEAN = composed(
    "require:\n"
    '  - {care_failed: yes, quote: "jusqu’à l’échec"}  # first: café\n'
    '  - {pain_duration: {at_least: 4 weeks, quote: "at least 4 weeks"}}\n'
    "  - {care_failed: yes}  # 腰痛\n"
    "  - {sedation: {is: moderate}}\n"
)
# What an author may have written in place of what stands there.
SLIPS = [
    ('"at least 4 weeks"', "“at least 4 weeks”"),
    ('"at least 4 weeks"', "at least 4 weeks"),
    ("at_least: 4 weeks", "at_least: 4weeks"),
    ("at_least: 4 weeks", "at_least: 4 week"),
    ("{care_failed: yes}", "{care_faild: yes}"),
    ("{care_failed: yes}", "{care_failed: True}"),
    ("pain_duration: {at_least: 4", "pain_duraton: {at_least: 4"),
    ("sedation: {is", "sedaton: {is"),
]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("common", "wiser", "esi", "pva", "sources"):
        shutil.copytree(ROOT / "policies" / name, tmp_path / "policies" / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lint(*arguments: str, stdin: bytes = b"") -> Result:
    result = CliRunner().invoke(wiser, ["lint", *arguments], input=stdin)
    assert not result.exception or isinstance(result.exception, SystemExit), result.exception
    return result


# ---------------------------------------------------------------- every other byte


def dressed(text: str, comments: list[tuple[int, str]], crlf: bool, bom: bool, last: bool) -> bytes:
    """A document with comments on lines of their own, other ends of lines, a mark at its beginning, no last end."""
    lines = text.split("\n")[:-1]
    for number, comment in comments:
        lines.insert(number % (len(lines) + 1), comment)
    end = "\r\n" if crlf else "\n"
    return (("\ufeff" if bom else "") + end.join(lines) + (end if last else "")).encode()


COMMENTS = st.lists(
    st.tuples(st.integers(0, 200), st.sampled_from(["", "# a comment", "  # Schmerz ≥ 4", "# 腰痛: 𝔽", "   ", "#{[“"])),
    max_size=6,
)


@settings(max_examples=40, deadline=None)
@given(slips=st.sets(st.sampled_from(SLIPS), min_size=1), comments=COMMENTS, crlf=st.booleans(), bom=st.booleans(),
       last=st.booleans())  # fmt: skip
def test_a_fix_writes_the_slip_and_leaves_every_other_byte(
    slips: set[tuple[str, str]], comments: list[tuple[int, str]], crlf: bool, bom: bool, last: bool
) -> None:
    text = CLEAN
    for right, wrong in sorted(slips):
        text = text.replace(right, wrong, 1)
    with tempfile.TemporaryDirectory() as folder:
        path = placed(dressed(text, comments, crlf, bom, last), Path(folder))
        after, changes = mended(path, path.read_bytes(), None)
    assert after == dressed(CLEAN, comments, crlf, bom, last)
    assert changes


def test_a_slip_in_the_first_line_behind_a_mark_is_mended(tmp_path: Path) -> None:
    text = "\ufefftitle: “A draft”\n" + CLEAN.replace("title: A draft\n", "")
    after, _ = mended(placed(text.encode(), tmp_path), text.encode(), None)
    assert after.startswith('\ufefftitle: "A draft"\n'.encode())


@pytest.mark.parametrize(
    "path", [path for path in sorted(BAD.glob("*.yaml")) if path.stem not in ("base", *BESIDE)], ids=lambda p: p.stem
)
def test_of_a_bad_document_only_the_lines_of_sure_fixes_change(path: Path, tmp_path: Path) -> None:
    text, _ = marked(composed(path.read_text("utf-8")))
    there = placed(text.encode(), tmp_path)
    after, changes = mended(there, text.encode(), None)
    before, now = text.split("\n"), after.decode().split("\n")
    assert len(before) == len(now)
    assert {n for n, pair in enumerate(zip(before, now, strict=True), 1) if pair[0] != pair[1]} == {
        change.line for change in changes
    }
    assert mended(there, after, None) == (after, [])


def test_a_tab_is_left_to_the_author(tmp_path: Path) -> None:
    data = CLEAN.replace("{care_failed: yes}", "{care_faild: yes}\t").encode()
    assert mended(placed(data, tmp_path), data, None) == (data, [])


# ---------------------------------------------------------------- the rounds


def found(*fixes: tuple[int, int, str]) -> Report:
    """A report with sure fixes in the first line."""
    places = [Fix(Span("x", 1, column, end), text, sure=True) for column, end, text in fixes]
    return Report([Diagnostic("slip", f"{fix}", fix.span, fix=fix) for fix in places])


def test_fixes_that_take_turns_end() -> None:
    after, changes = fixed(b"a", "x", lambda data: found((1, 2, "b" if data == b"a" else "a")))
    assert (after, len(changes)) == (b"b", 1)


def test_a_fix_that_always_finds_more_ends() -> None:
    after, changes = fixed(b"a", "x", lambda _data: found((1, 1, "b")))
    assert len(after) == len(changes) + 1 <= 101


def test_two_fixes_that_do_not_agree_are_no_sure_ones() -> None:
    assert fixed(b"abc", "x", lambda _data: found((1, 3, "b"), (2, 4, "a"))) == (b"abc", [])
    assert fixed(b"abc", "x", lambda _data: found((1, 3, "b"), (1, 3, "a"))) == (b"abc", [])


def test_what_may_be_meant_otherwise_is_not_written(tmp_path: Path) -> None:
    data = composed('require: {codes: {is: "62321"}}\n').encode()
    path = placed(data, tmp_path)
    report = Report()
    read_library([path], report)
    assert any(finding.fix for finding in report.found), as_text(report)
    assert mended(path, data, None) == (data, [])


# ---------------------------------------------------------------- the command


def test_the_command_says_what_it_changed(project: Path) -> None:
    text = Path(ESI).read_bytes()
    slip = text.replace(b"{limits_life: yes", b"{limits_lif: yes", 1)
    Path(ESI).write_bytes(slip)
    os.chmod(ESI, 0o640)  # noqa: PTH101
    result = lint("--fix")
    line = slip[: slip.index(b"limits_lif:")].count(b"\n") + 1
    assert result.stdout.splitlines()[0] == f"{ESI}:{line}: `limits_lif` is now `limits_life` (unknown-fact)"
    assert result.exit_code == 0 and "clean" in result.stdout
    assert Path(ESI).read_bytes() == text
    assert Path(ESI).stat().st_mode & 0o777 == 0o640
    assert "is now" not in lint("--fix", ESI).output


def test_for_programs_the_changes_are_on_standard_error(project: Path) -> None:
    Path(ESI).write_bytes(Path(ESI).read_bytes().replace(b"{limits_life: yes", b"{limits_lif: yes", 1))
    result = lint("--fix", "--format", "json", ESI)
    assert json.loads(result.stdout) == []
    assert "is now" in result.stderr


def test_standard_input_is_printed_mended(project: Path) -> None:
    text = Path(ESI).read_bytes().replace(b"\n", b"\r\n")
    result = lint("--fix", "-", stdin=text.replace(b"{limits_life: yes", b"{limits_lif: yes", 1))
    assert result.stdout_bytes == text
    assert (result.exit_code, "is now `limits_life`" in result.stderr) == (0, True)


def test_a_published_document_is_left_as_it_is(project: Path) -> None:
    assert not CliRunner().invoke(wiser, ["publish", "esi@6.0.0", "common@1.0.0", "wiser@6.0.0"]).exception
    slip = Path(ESI).read_bytes().replace(b"{limits_life: yes", b"{limits_lif: yes", 1)
    Path(ESI).write_bytes(slip)
    result = lint("--fix", ESI)
    assert result.stderr == f"{ESI} is published, and is left as it is\n"
    assert result.exit_code == 1
    assert Path(ESI).read_bytes() == slip


def test_nothing_is_written_through_a_link(project: Path) -> None:
    slip = Path(ESI).read_bytes().replace(b"{limits_life: yes", b"{limits_lif: yes", 1)
    Path("elsewhere.yaml").write_bytes(slip)
    Path(ESI).unlink()
    Path(ESI).symlink_to(project / "elsewhere.yaml")
    result = lint("--fix", ESI)
    assert result.exit_code == 2
    assert Path("elsewhere.yaml").read_bytes() == slip


def test_nothing_is_mended_while_it_is_watched() -> None:
    assert lint("--fix", "--watch").exit_code == 2


def test_a_later_version_gets_its_changes_begun(project: Path) -> None:
    text = Path(ESI).read_text("utf-8")
    without = re.sub(r"(?m)^changes:\n(  .*\n)+\n", "", text)
    assert without != text
    Path(ESI).write_text(without, "utf-8")
    result = lint("--fix", ESI)
    head, sources, rest = without.partition("sources:\n")
    line = head.count("\n") + 1
    assert f"{ESI}:{line}: `changes:` is begun; `wiser diff` prints what is different from 1.0.0\n" in result.output
    assert Path(ESI).read_text("utf-8") == f'{head}changes:\n  from: "1.0.0"\n\n{sources}{rest}'
    first = Path("policies/esi/1.0.0.yaml").read_bytes()
    lint("--fix", "policies/esi/1.0.0.yaml")
    assert Path("policies/esi/1.0.0.yaml").read_bytes() == first


# ---------------------------------------------------------------- examples

LACKING = """require: {pain_duration: {at_least: 5 weeks, quote: "at least 5 weeks"}}
examples:
  base:
    name: Long pain
    facts: {pain_duration: 10 weeks}
    expect: {at-hand: met}
"""
CASES = [
    pytest.param(LACKING, id="no cases yet"),
    pytest.param(LACKING + "  cases:\n    - name: One day\n      change: {pain_duration: 1 week}\n"
                 "      expect:\n        at-hand: not met  # so the guide says\n\n# the end\n", id="at their end"),
    pytest.param(LACKING + "  cases:\n  - name: One day\n    change: {pain_duration: 1 week}\n"
                 "    expect: {at-hand: not met}\n", id="as far left as the key"),
    pytest.param(LACKING.replace("  base:", "  cases:\n      - name: >\n          One\n\n          week\n"
                 "        change: {pain_duration: 1 week}\n        expect: {at-hand: not met}\n\n  base:"), id="first"),
]  # fmt: skip


@pytest.mark.parametrize("crlf", [False, True], ids=["lf", "crlf"])
@pytest.mark.parametrize("last", [False, True], ids=["no last end", "a last end"])
@pytest.mark.parametrize("change", CASES)
def test_missing_examples_are_written_and_marked(change: str, last: bool, crlf: bool, tmp_path: Path) -> None:
    data = composed(change).encode()
    data = data if last else data.rstrip(b"\n")
    data = data.replace(b"\n", b"\r\n") if crlf else data
    path = placed(data, tmp_path)
    after, changes = mended(path, data, tells)
    path.write_bytes(after)
    report = Report()
    read_library([path], report, tells)
    codes = [finding.code for finding in report.found]
    assert (codes.count("unconfirmed-example"), codes.count("uncovered-bound")) == (2, 0), as_text(report)
    assert len(changes) == 2
    lines, written = data.split(b"\n"), after.split(b"\n")
    assert after.count(b"\r\n") == (after.count(b"\n") if crlf else 0)
    assert after.endswith(b"\n") is data.endswith(b"\n")
    kept = iter(line.rstrip(b"\r") for line in written)
    assert all(line.rstrip(b"\r") in kept for line in lines)  # in the same order
    for change_made in changes:
        assert b"name: " in written[change_made.line - 1]
    marks = sum(MARK.encode() in line for line in written)
    assert marks == 2
    confirmed = b"\n".join(line for line in written if MARK.encode() not in line)
    path.write_bytes(confirmed)
    report = Report()
    read_library([path], report, tells)
    assert not {"unconfirmed-example", "uncovered-bound"} & {finding.code for finding in report.found}


BRACKETS = [
    pytest.param("  cases: [{name: A, change: {pain_duration: 1 week}, expect: {at-hand: not met}}]\n", id="cases"),
    pytest.param("  cases: []\n", id="no cases"),
]


@pytest.mark.parametrize("cases", BRACKETS)
def test_cases_in_brackets_are_left_to_the_author_who_is_told_so(cases: str, tmp_path: Path) -> None:
    data = composed(LACKING + cases).encode()
    path = placed(data, tmp_path)
    after, (why,) = mended(path, data, tells)
    line = data[: data.index(b"  cases: ")].count(b"\n") + 1
    assert (after, why.line) == (data, line)
    assert "no example is written into brackets" in why.words
    assert list(mend_files([path], tells, print)) == [why]


@pytest.mark.parametrize("end", ["", "\n"], ids=["no last end", "a last end"])
def test_a_policy_without_examples_gets_a_base_and_what_its_bounds_lack(end: str, tmp_path: Path) -> None:
    data = (composed("# without examples\n" + LACKING.partition("\n")[0]).rstrip("\n") + end).encode()
    path = placed(data, tmp_path)
    after, changes = mended(path, data, tells)
    assert after.startswith(data.rstrip(b"\n"))
    assert after.endswith(b"\n") is bool(end)
    assert [change.words.partition(" example")[0] for change in changes] == ["added a base", "added the"]
    path.write_bytes(after)
    report = Report()
    read_library([path], report, tells)
    assert {finding.code for finding in report.found} == {"unconfirmed-example"}, as_text(report)
    assert len(report.found) == 2
    path.write_bytes(b"\n".join(line for line in after.split(b"\n") if MARK.encode() not in line))
    report = Report()
    read_library([path], report, tells)
    assert not report.found, as_text(report)


def test_a_build_refuses_an_unconfirmed_example(project: Path) -> None:
    path = Path("policies/pva/6.0.0.yaml")
    path.write_text(path.read_text("utf-8").partition("  cases:\n")[0], "utf-8")
    shutil.rmtree("policies/esi")
    result = lint("--add-examples", path.as_posix())
    assert result.exit_code == 1 and "unconfirmed-example" in result.stdout
    assert "uncovered-bound" not in result.stdout
    built = CliRunner().invoke(wiser, ["build"])
    assert built.exit_code == 1 and "unconfirmed-example" in built.stdout
    assert not Path("generated").exists()
