"""Every box and sentence of a section is encoded, or the policy says why not; and the page that says so is true."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command_line import ROOT, run
from wiser_compiler.diagnostics import Report, flat
from wiser_compiler.linting.library import read_documents
from wiser_compiler.linting.sources.passages import MOST_WORDS_SHOWN, lists_in, place_of
from wiser_compiler.linting.sources.text import Section, read_source_text

TEXT = """\
A guide, version 6.0

## 6.2.1 Injections (p. 3)

The first sentence names a code.7 A trial should be done.
For seizures:
  ☐ Care was given, with:
    a) A report
    b) One of these. It must be signed:
      o Worse pain OR
      o Better pain, with two of:
        1. A scan
        2. A film
    • Of note, a
       second attempt is possible
  ☐ A plan. Of note, it is not long
    • Exercise
For depression:
  ☐ A scale
"""
NAMES = [
    [
        "opening, sentence 1", "opening, sentence 2", "opening, sentence 3", "box 1", "box 1a", "box 1b",
        "box 1b, sentence 2", "box 1b, item 1", "box 1b, item 2", "box 1b, item 2.1", "box 1b, item 2.2", "box 1 note",
        "box 2", "box 2, sentence 2", "box 2, item 1",
    ],
    ["opening", "box 1"],
]  # fmt: skip


def section(text: str, folder: Path) -> Section:
    (folder / "guide.txt").write_text(text, "utf-8")
    return read_source_text(folder / "guide.txt").sections[0]


def test_every_sentence_and_item_of_a_section_has_a_name(tmp_path: Path) -> None:
    lists = list(lists_in(section(TEXT, tmp_path)))
    assert [[at for at, _ in passages] for _, passages in lists] == NAMES
    words = dict(lists[0][1])
    assert words["box 1 note"] == "Of note, a second attempt is possible"
    assert words["opening, sentence 3"] == "For seizures:"
    whole = " ".join(words for opening, passages in lists for _, words in passages)
    assert whole.count("scale") == whole.count("Exercise") == 1


def test_a_section_whose_boxes_run_on_in_one_line_has_no_passages(tmp_path: Path) -> None:
    assert not list(lists_in(section("## 6.2 Old\n\nAsked for:\n☐ One ☐ Two\n", tmp_path)))


@pytest.mark.parametrize(
    ("place", "selector", "named"),
    [
        ("boxes 1 to 3", "", "box 1|box 2|box 3"),
        ("boxes 3a, 3b and 8a", "", "box 3a|box 3b|box 8a"),
        ("boxes 3a to 3c", "", "box 3a|box 3b|box 3c"),
        ("box 8, b, d to f and k", "", "box 8|box 8b|box 8d|box 8e|box 8f|box 8k"),
        ("box 4 b", "", "box 4b"),
        ("boxes 4 and 4b", "", "box 4|box 4b"),
        ("box 4, sentence 2, and its note", "", "box 4, sentence 2|box 4 note"),
        ("box 7 and its sentences 2 and 3", "", "box 7|box 7, sentence 2|box 7, sentence 3"),
        ("box 1b, items 1 to 2", "", "box 1b, item 1|box 1b, item 2"),
        ("opening, sentence 4, and box 1", "", "opening, sentence 4|box 1"),
        ("all of boxes 1 and 2", "", "box 1…|box 2…"),
        ("central sleep apnea, boxes 1 and 6f", "central sleep apnea", "box 1|box 6f"),
        ("openings of both lists", "both lists", "opening"),
        ("box 8, page 32", "", "box 8"),
        ("box 8, pp. 31 and box 9", "", "box 8|box 9"),
        ("C, Table C5, list of associated codes", "", ""),
        ("page 3", "", ""),
    ],
)
def test_a_place_names_passages(place: str, selector: str, named: str) -> None:
    assert place_of(place) == (selector, tuple(named.split("|")) if named else ())


# ---------------------------------------------------------------- the lint


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("common", "sources", "wiser", "knee_arthroscopy", "vagus_stimulation"):
        shutil.copytree(ROOT / "policies" / name, tmp_path / "policies" / name)
    return tmp_path / "policies"


def lint(path: Path, *changes: tuple[str, str]) -> list[tuple[str, str]]:
    """The findings of a policy that is changed so."""
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    report = Report()
    list(read_documents([path], report, linted=True))
    return [(finding.code, finding.message) for finding in flat(report.found)]


KNEE, VAGUS = "knee_arthroscopy/6.0.0.yaml", "vagus_stimulation/6.0.0.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "says"),
    [
        pytest.param(KNEE, '"box 2, a and b"', '"box 2, a"', "uncited-passage", "box 2b “Magnetic", id="an item"),
        pytest.param(KNEE, '"box 2, a and b"', '"boxes 2a and 2b"', "uncited-passage", "box 2 “Doc", id="the box"),
        pytest.param(KNEE, "guide: box 1}", "guide: box 2}", "uncited-passage", "6.2.1: box 1 “Doc", id="a box"),
        pytest.param(KNEE, "{guide: opening}", "{guide: box 2c}", "uncited-passage", "6.2.1: opening", id="a sentence"),
        pytest.param(KNEE, '"box 2, a and b"', "all of box 2", "", "", id="a reason beside the whole box"),
        pytest.param(KNEE, '"box 2, a and b"', '"box 2, a to c"', "cited-passage", "box 2c is not", id="both"),
        pytest.param(KNEE, "box 2c}", "box 2d}", "section-not-in-text", "has no box 2d", id="no such item"),
        pytest.param(
            VAGUS, '"depression, box 1"', '"seizures, box 1"', "uncited-passage", "6.2.3: depression, box 1 “Enr",
            id="the box of another list",
        ),
        pytest.param(
            VAGUS, '"depression, box 5"', '"seizures, box 5"', "section-not-in-text", "has no box 5", id="no such box",
        ),
        pytest.param(
            VAGUS, '"depression, box 1"', '"enrollment, box 1"', "uncited-passage", "depression, box 1",
            id="no such list",
        ),
        pytest.param(VAGUS, '"depression, box 1"', '"list 2, box 1"', "", "", id="a list by its number"),
    ],
)  # fmt: skip
def test_a_passage_is_cited_or_has_its_reason(
    name: str, old: str, new: str, code: str, says: str, folder: Path
) -> None:
    found = lint(folder / name, (old, new))
    assert {each for each, _ in found} == ({code, *({"uncited-passage"} if "section" in code else ())} - {""})
    assert any(says in message for _, message in found) or not says


def test_without_an_index_nothing_is_asked(folder: Path) -> None:
    shutil.rmtree(folder / "sources")
    assert not lint(folder / KNEE, ('"box 2, a and b"', "box 2"))


# ---------------------------------------------------------------- the page


def test_the_page_of_coverage_is_up_to_date_and_nothing_is_open() -> None:
    result = run("coverage", "--policies", str(ROOT / "policies"))
    assert result.exit_code == 0, result.output
    assert (ROOT / "docs/coverage.md").read_text("utf-8") == result.output, "run `make build`"
    assert "and 0 are open" in result.output
    assert "**open**" not in result.output
    assert result.output.count("\n## 6.2.") == 13


def test_the_page_shows_what_is_open(folder: Path) -> None:
    path = folder / KNEE
    path.write_text(path.read_text("utf-8").replace("{guide: box 1}", "{guide: box 2}"), "utf-8")
    result = run("coverage", "--policies", str(folder))
    assert result.exit_code == 1
    assert "| box 1 | “Documentation that the patient has less” | **open** |" in result.output
    assert "and 1 are open." in result.output


def test_the_page_has_few_words_of_the_text() -> None:
    rows = [row.split(" | ") for row in (ROOT / "docs/coverage.md").read_text("utf-8").splitlines() if "“" in row]
    assert len(rows) == 250
    assert all(len(row[1].split()) <= MOST_WORDS_SHOWN for row in rows)
