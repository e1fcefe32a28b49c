"""`wiser new` begins with all that is known, and leaves to the author what only an author can say."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from wiser_compiler.cli import wiser
from wiser_compiler.commands.stubs import Draft, add_stub
from wiser_compiler.core.quoted_numbers import phrases_in
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.library import read_documents
from wiser_compiler.linting.sources.boxes import Box, boxes
from wiser_compiler.linting.sources.text import Section
from wiser_compiler.printers import as_text

ROOT = Path(__file__).parents[2]
GUIDE = """# A guide, version 6.0

## 6.2.8 A service (NCD 1.2)

Requirements are as follows:
  ☐ Documentation of an episode for at least 2 years or more than
    four episodes
  ☐ Treatments tried, such as:
    a) Oral medications within 45 days
    b) Injections on “two” visits
For older patients:
  ☐ A fall by 50% or more

## 6.2.9 Another service

1. First
2. Second with a score of 12.5 points or less
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(wiser, [str(argument) for argument in arguments])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "policies", tmp_path / "policies")
    shutil.rmtree(tmp_path / "policies/sources")  # these indexes are of another guide than the one above
    (tmp_path / "guide.txt").write_text(GUIDE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def codes(path: Path) -> set[str]:
    """The codes of what lint finds in a document."""
    report = Report()
    list(read_documents([path], report))
    return {finding.code for finding in report.found}


def filled(path: Path) -> Path:
    """The document without its TODOs."""
    path.write_text(path.read_text("utf-8").replace("TODO", "Open:"), "utf-8")
    return path


def begun(id: str, project: Path) -> Path:
    """A first version of a policy, as `wiser new` writes it where there is none."""
    shutil.rmtree(project / "policies" / id, ignore_errors=True)
    assert run("new", id).exit_code == 0
    return project / "policies" / id / "1.0.0.yaml"


# ---------------------------------------------------------------- a further version


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("id", ["esi", "cervical_fusion"], ids=["with changes", "without changes"])
def test_a_further_version_is_a_copy_with_its_changes_begun(id: str, ends: str, project: Path) -> None:
    old, new = (project / "policies" / id / f"{version}.0.0.yaml" for version in (6, 7))
    old.write_bytes(old.read_bytes().replace(b"\n", ends.encode()))
    result = run("new", id, "--version", "7.0.0")
    assert result.exit_code == 0, result.output
    assert "set `effective` in it, and `until` in 6.0.0" in result.output
    before, after = old.read_bytes().decode(), new.read_bytes().decode()
    begun = f'changes:{ends}  from: "6.0.0"{ends}'
    assert begun in after
    if "changes:" in before:
        start = before.index("changes:")
        block = before[start : before.index(f"{ends}{ends}", start) + len(ends)]
        assert after == before.replace(block, begun).replace('version: "6.0.0"', 'version: "7.0.0"', 1)
    else:
        assert after.replace(begun + ends, "") == before.replace('version: "6.0.0"', 'version: "7.0.0"', 1)
    assert codes(new) <= {"wrong-outcome", "wrong-verdict"}


def test_a_further_version_needs_its_number(project: Path) -> None:
    result = run("new", "esi")
    assert result.exit_code == 2
    assert "esi has 6.0.0; say which version is the next one, as in --version 7.0.0" in result.output
    assert run("new", "esi", "--version", "6.0.0").exit_code == 2


# ---------------------------------------------------------------- a service of the program


@pytest.mark.parametrize(
    "id", ["knee_arthroscopy", "nerve_lesions", "phrenic_stimulation", "incontinence_devices", "impotence"]
)
def test_a_service_of_the_program_is_filled_in(id: str, project: Path) -> None:
    path = begun(id, project)
    assert codes(path) == {"unfinished"}
    report = Report()
    (document,) = read_documents([filled(path)], report)
    assert document.policy is not None, as_text(report)
    program = next(p for p in (project / "policies/wiser").glob("*.yaml"))
    (wiser_document,) = read_documents([program], Report())
    assert wiser_document.policy is not None
    service = next(service for service in wiser_document.policy.services if service.id == id)
    assert document.policy.title == service.title
    assert {code.code for code in document.policy.codes} == set(service.codes)
    assert document.policy.sources[0].section == service.section
    base, text = document.policy.examples[0], path.read_text("utf-8")
    others = re.findall(r"[a-z_]+", text.partition("Read as well, and not stated here: ")[2].partition(".")[0])
    assert sorted([*base.request, *others]) == sorted(fact.name for fact in document.policy.facts)
    assert not base.inherited


@pytest.mark.parametrize(
    ("id", "listed", "stated"),
    [
        ("sacral_stimulation", ["64561", "64581"], "64581"),  # 64561 counts beside another code only
        ("skin_substitutes", [str(code) for code in range(15271, 15279)], "15271"),  # others counted on earlier days
    ],
)
def test_the_codes_are_those_that_count_and_the_base_example_is_in_scope(
    id: str, listed: list[str], stated: str, project: Path
) -> None:
    path = begun(id, project)
    (document,) = read_documents([filled(path)], Report())
    assert document.policy is not None
    assert [code.code for code in document.policy.codes] == listed
    assert document.policy.examples[0].request["codes"] == [stated]
    assert document.policy.effective.isoformat() == "2026-04-24"  # when the guide was published
    assert codes(path) == set()


@pytest.mark.parametrize(("id", "kind"), [("wiser", "program"), ("common", "vocabulary")])
def test_the_folder_of_a_program_is_no_place_for_a_policy(id: str, kind: str, project: Path) -> None:
    for arguments in ((), ("--version", "9.0.0"), ("--from-text", "guide.txt", "--section", "6.2.8")):
        result = run("new", id, *arguments)
        assert result.exit_code == 2
        assert f"policies/{id} is the folder of a {kind}; choose another ID" in result.output
    assert [path.name for path in (project / "policies" / id).iterdir()] == [
        path.name for path in (ROOT / "policies" / id).iterdir()
    ]


@pytest.mark.parametrize("arguments", [(), ("--from-text", "guide.txt", "--section", "6.2.8")])
def test_without_the_shared_vocabulary_a_policy_stands_alone(arguments: tuple[str, ...], project: Path) -> None:
    shutil.rmtree(project / "policies")
    assert run("new", "another", *arguments).exit_code == 0
    path = project / "policies/another/1.0.0.yaml"
    assert codes(path) == {"unfinished"}
    boxes_are_open = {"uncovered-bound", "unused-number"} if arguments else set()
    assert codes(filled(path)) == boxes_are_open


# ---------------------------------------------------------------- the boxes of a source


def test_each_box_of_a_section_is_a_criterion_with_its_numbers_and_the_words_of_the_source(project: Path) -> None:
    shutil.rmtree(project / "policies/impotence", ignore_errors=True)
    assert run("new", "impotence", "--from-text", "guide.txt").exit_code == 0
    path = project / "policies/impotence/1.0.0.yaml"
    text = path.read_text("utf-8")
    for line in (
        "  # Above this box: Requirements are as follows:",
        "    # Documentation of an episode for at least 2 years or more than",
        "    # a) Oral medications within 45 days",
        "  # Above this box: For older patients:",
        "      - any:",
        '          - box_1_years: {at_least: 2 years, quote: "at least 2 years"}',
        '          - box_1_number: {more_than: 4, quote: "more than four episodes"}',
        '      - {box_2: documented, quote: "within 45 days"}',
        '      - box_3_percent: {at_least: 50 percent, quote: "50% or more"}',
        "      box_1_number: 5",
    ):
        assert f"{line}\n" in text, line
    assert text.count("TODO say what the chart must show") == 3
    assert codes(path) == {"unfinished"}
    assert codes(filled(path)) == {"unused-number", "uncovered-bound"}


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        ("at least 2 years or at least four visits", True),
        ("at least 2 years, or in all at least four visits", True),
        ("at least 2 years and at least four visits", False),
        ("at least 2 years with care or without, and at least four visits", False),
        ("at least 2 years. Or at least four visits", False),
        ("at least 2 years, at least four visits", False),
        ("at least 2 points of pain or function on the same scale for at least four visits", False),
    ],
)
def test_numbers_with_or_between_them_are_alternatives(words: str, joined: bool) -> None:
    draft = Draft()
    add_stub(1, Box("", (words,), 1), draft)
    assert ("      - any:" in draft.criteria) is joined


def test_numbered_items_serve_where_there_are_no_boxes(project: Path) -> None:
    result = run("new", "another", "--from-text", "guide.txt", "--section", "6.2.9")
    assert result.exit_code == 0, result.output
    text = (project / "policies/another/1.0.0.yaml").read_text("utf-8")
    assert '      - box_1\n    quote: "TODO the few words that ask for it"\n' in text
    assert text.count("TODO the few words") == 1  # the words of a number are quoted already
    assert '- box_2_points: {at_most: 12.5 points, quote: "12.5 points or less"}' in text
    assert "{type: number, unit: points, from: 0, to: 130, places: 1, ask:" in text
    assert codes(project / "policies/another/1.0.0.yaml") == {"unfinished"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["another", "--from-text", "guide.txt"], "no program has a service another; say which section to read"),
        (["another", "--from-text", "guide.txt", "--section", "6.2.7"], "has no section 6.2.7; it has"),
        (["another", "--from-text", "none.txt", "--section", "6.2.7"], "none.txt cannot be read"),
        (["another", "--section", "6.2.7"], "--section is a part of the text that --from-text names"),
    ],
)
def test_what_cannot_begin_a_policy_is_said(arguments: list[str], says: str, project: Path) -> None:
    result = run("new", *arguments)
    assert (result.exit_code, says in result.output) == (2, True), result.output
    assert not (project / "policies/another").exists()


def test_the_lines_of_a_box_end_where_another_paragraph_begins() -> None:
    text = "## 1.1 A\n☐ One\ngoes on\n\nA paragraph\n☐ Two\n   - below\n"
    found = boxes(Section("guide.txt", "1.1", "A", 1, text))
    assert [(box.above, box.lines, box.line) for box in found] == [
        ("", ("One", "goes on"), 2), ("A paragraph", ("Two", "- below"), 6),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("no number here, L4-L5", []), ("since January 15, 2026", []),
        ("at least four visits", ["at least four visits"]),
        ("4 injections or fewer", ["4 injections or fewer"]), ("a 45-day span", ["45-day"]),
        ("a course of 6 to 12 weeks", ["6 to 12 weeks"]),
        ("greater than or equal to 8 of 10", ["greater than or equal to 8 of"]),
    ],
)  # fmt: skip
def test_the_words_of_a_number_are_as_few_as_carry_it(text: str, phrases: list[str]) -> None:
    assert [words for words, _ in phrases_in(text)] == phrases


def test_a_version_between_others_is_a_copy_of_the_one_before_it(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "policies", tmp_path / "policies")

    def begun(version: str) -> Result:
        return CliRunner().invoke(wiser, ["new", "esi", "--version", version, "--policies", f"{tmp_path}/policies"])

    assert "`until` in 1.0.0" in begun("5.0.0").output
    assert 'changes:\n  from: "1.0.0"\n' in (tmp_path / "policies/esi/5.0.0.yaml").read_text("utf-8")
    refused = begun("0.9.0")
    assert refused.exit_code == 2
    assert "no version before 0.9.0 that could be copied; its oldest is 1.0.0" in refused.output


def test_an_id_that_is_too_long_for_a_folder_is_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(wiser, ["new", "a" * 300, "--policies", f"{tmp_path}/policies"])
    assert result.exit_code == 2
    assert "longer than 64 letters" in " ".join(result.output.split())
