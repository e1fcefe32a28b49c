"""The index of a source: it holds all words of its sections and almost no others, and is not their text."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from command_line import ROOT, run
from floors import looked
from hypothesis import given, settings
from hypothesis import strategies as st
from wiser_compiler.core.model import Source
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.library import read_documents
from wiser_compiler.linting.sources.index import SourceIndex, index_of, read_index
from wiser_compiler.linting.sources.indexed import check_indexed, read_indexes
from wiser_compiler.linting.sources.text import Section, SourceText, read_source_text
from wiser_compiler.reading.document import read_document
from wiser_compiler.whole_files import Damaged

TEXT = """\
A guide, version 6.0

## 6.1 Beginnings

Nothing is asked here.

## 6.2 Injections (L12345)

Pain of at least 14 weeks, 4,000 days or 1.5 years – the patient’s own.
  ☐ Care must be given
  ☐ The “failed” care is described

## 6.3 Further notes

The request must be signed.
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def indexed(*sections: Section) -> SourceIndex:
    Path("guide.index").write_text(index_of("A guide", "6.0", [SourceText("guide.txt", "", sections)]), "utf-8")
    return read_index(Path("guide.index"))


def of_text(text: str = TEXT) -> SourceIndex:
    Path("guide.txt").write_text(text, "utf-8")
    return indexed(*read_source_text(Path("guide.txt")).sections)


# ---------------------------------------------------------------- what it holds


@pytest.mark.parametrize(
    ("phrase", "stands"),
    [
        ("Pain  of AT LEAST 14 weeks", True),
        ("the patient's own", True),
        ('"failed" care', True),
        ("1.5 years", True),
        ("own", True),
        ("L12345", True),
        ("4 weeks", False),
        ("5 years", False),
        ("000 days", False),
        ("week", False),
        ("at least 15 weeks", False),
        ("weeks at least 14", False),
        ("care must be described", False),
        ("must be signed", False),
        ("", False),
        (" ", False),
    ],
)
def test_a_section_holds_whole_words_in_their_order(phrase: str, stands: bool) -> None:
    (section,) = of_text().named("6.2")
    assert section.holds(phrase) is stands


@looked({"found": 100})
@given(text=st.text(alphabet="ab .-–,\n’'☐1Ⅳﬁ\u00ad%(", max_size=60), data=st.data())
@settings(max_examples=200)
def test_every_phrase_that_stands_in_a_text_stands_in_its_index(
    seen: Counter[str], text: str, data: st.DataObject
) -> None:
    section = Section("guide.txt", "1.1", "Title", 1, text)
    (known,) = indexed(section).sections
    words = text.split()
    if not words:
        return
    start = data.draw(st.integers(0, len(words) - 1))
    phrase = " ".join(words[start : data.draw(st.integers(start + 1, len(words)))])
    if section.places(phrase):
        seen["found"] += 1
        assert known.holds(phrase)


def test_an_index_has_only_first_words_of_the_text_and_is_the_same_each_time() -> None:
    of_text()
    first = Path("guide.index").read_bytes()
    (Path("policies/common")).mkdir(parents=True)
    shutil.copy(ROOT / "policies/common/1.0.0.yaml", "policies/common")
    assert run("sources", "guide.txt", "--source", "guide_6", "--index", "other.index").exit_code == 0
    assert Path("other.index").read_bytes() == first.replace(
        b'"A guide"', b'"WISeR Provider and Supplier Operational Guide"'
    )
    written = json.loads(first)
    assert [(each["number"], each["words"], each["boxes"]) for each in written["sections"]] == [
        ("6.1", 9, 0),
        ("6.2", 39, 2),
        ("6.3", 11, 0),
    ]
    (only,) = written["sections"][1]["lists"]
    assert [passage[:2] for passage in only["passages"]] == [
        ["opening", "Pain of at least 14 weeks"],
        ["box 1", "Care must be given"],
        ["box 2", "The \u201cfailed\u201d care is described"],
    ]
    for word in ("Injections", "asked", "signed", "1.5", "patient"):
        assert word.encode() not in first


def test_a_section_is_lacking_only_where_those_beside_it_are_there_from_the_first_one_on() -> None:
    index = of_text()
    assert [name for name in ("6.2", "6.4", "6.4.1", "5.1", "7", "on notes") if index.lacks(name)] == ["6.4"]
    assert not of_text(TEXT.replace("6.1", "5.1")).lacks("6.4")
    assert [section.number for section in index.named("on further notes")] == ["6.3"]


# ---------------------------------------------------------------- where it is used


def library() -> Path:
    shutil.copytree(ROOT / "policies", "policies")
    return Path("policies")


def lint() -> list[tuple[str, str]]:
    report = Report()
    list(read_documents([Path("policies/sacral_stimulation/6.0.0.yaml")], report))
    return [(finding.code, finding.message) for finding in report.found]


def test_a_quotation_is_compared_with_the_index_whatever_is_known_of_its_document() -> None:
    path = library() / "sacral_stimulation/6.0.0.yaml"
    assert not lint()
    path.write_text(path.read_text("utf-8").replace("record voiding diary", "write a voiding diary"), "utf-8")
    assert [code for code, _ in lint()] == ["quote-not-in-source"]
    for index in Path("policies/sources").iterdir():
        index.unlink()
    report = Report()
    (known,) = read_documents([path], report)
    assert not report.found
    shutil.copytree(ROOT / "policies/sources", "policies/sources", dirs_exist_ok=True)
    list(read_documents([path], report, [known.fingerprint]))
    assert [finding.code for finding in report.found] == ["quote-not-in-source"]


def test_a_document_that_does_not_stand_in_the_section_of_a_service_is_reported_in_the_program() -> None:
    path = library() / "wiser/6.0.0.yaml"
    path.write_text(path.read_text("utf-8").replace("Noridian: L34228", "Noridian: L34282"), "utf-8")
    result = run("lint", "policies/wiser", "--format", "json")
    (found,) = json.loads(result.output)
    assert found["message"] == "L34282 does not stand in section 6.2.9 of the source"
    assert "L34282" in path.read_text("utf-8").splitlines()[found["line"] - 1]


def test_all_that_follows_from_a_wrong_section_is_beneath_it() -> None:
    path = library() / "esi/6.0.0.yaml"
    path.write_text(path.read_text("utf-8").replace('section: "6.2.10"', 'section: "6.2.11"'), "utf-8")
    (found,) = json.loads(run("lint", "policies/esi", "--format", "json").output)
    assert found["code"] == "citation-differs"
    assert {one["code"] for one in found["consequences"]} == {
        "quote-not-in-source",
        "section-not-in-text",
        "uncited-passage",
    }


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("box 8, page 32", ""),
        ("box 8, p. 25", "section 6.2.10 of `guide` stands on pages 31 to 33, and not on page 25"),
        ("box 18", "section 6.2.10 of `guide` has 10 boxes, and no box 18"),
        ("boxes 8 and 11", "section 6.2.10 of `guide` has 10 boxes, and no box 11"),
        ("section 6.2.14, box 8", "`guide` has no section 6.2.14"),
        ("section 9.9", ""),
    ],
)
def test_a_box_and_a_page_are_those_of_the_section(place: str, says: str) -> None:
    path = library() / "esi/6.0.0.yaml"
    path.write_text(path.read_text("utf-8").replace("{guide: box 8}", f'{{guide: "{place}"}}'), "utf-8")
    tree = read_document(path, Report())
    assert tree is not None
    guide = Source("guide", "WISeR Provider and Supplier Operational Guide", "6.0", "6.2.10")
    report = Report()
    check_indexed(tree, [guide], read_indexes(Path("policies"), report), report)
    told = [finding.message for finding in report.found if finding.code == "section-not-in-text"]
    assert told == ([says] if says else [])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[]", "it is no index of a source"),
        ('{"form": 1, "title": "A", "version": "1", "sections": []}', "it is no index of a source"),
        ("{", "it is not JSON"),
        ('{"form": 2, "title": "A", "version": "1", "sections": [{}]}', "a section of it is incomplete"),
        (
            '{"form": 2, "title": "A", "version": "1", "sections": [{"number": "1", "page": 0, "heading": [],'
            ' "boxes": 0, "lists": [], "runs": {"1": ["?"], "2": [], "4": []}}]}',
            "its hashes cannot be read",
        ),
        (
            '{"form": 2, "title": "A", "version": "1", "sections": [{"number": "1", "page": 0, "heading": [],'
            ' "boxes": 0, "lists": [{"words": []}], "runs": {"1": [], "2": [], "4": []}}]}',
            "a list of it is incomplete",
        ),
    ],
)
def test_a_damaged_index_is_reported(text: str, says: str) -> None:
    Path("sources").mkdir()
    path = Path("sources/guide.index")
    path.write_text(text, "utf-8")
    with pytest.raises(Damaged, match=says):
        read_index(path)
    report = Report()
    assert not read_indexes(Path(), report)
    assert [finding.code for finding in report.found] == ["no-file"]


def test_an_index_is_written_under_its_own_name_only() -> None:
    Path("guide.txt").write_text(TEXT, "utf-8")
    (Path("policies/common")).mkdir(parents=True)
    shutil.copy(ROOT / "policies/common/1.0.0.yaml", "policies/common")
    result = run("sources", "guide.txt", "--source", "guide_6", "--index", "guide.txt")
    assert result.exit_code == 2
    assert "ends in .index" in " ".join(result.output.split())
    assert Path("guide.txt").read_text("utf-8") == TEXT
