"""Policies compared with the text of their sources: quotations that are there, those that are not, sentences nobody
quotes.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from click.testing import Result
from command_line import ROOT, run
from drafts import composed, placed
from floors import looked
from hypothesis import given, settings
from hypothesis import strategies as st
from wiser_compiler.core.model import Citation, Source
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.sources.citations import section_names
from wiser_compiler.linting.sources.compare import asks
from wiser_compiler.linting.sources.quotations import quotations
from wiser_compiler.linting.sources.text import MOST_BYTES, Section, SourceText, nearest, read_source_text
from wiser_compiler.reading.document import read_document
from wiser_compiler.reading.syntax import Table

TEXT = """\
A guide, version 6.0
Contents: what a chart must show

## 6.2 Injections (L12345)

Documentation of the imaging  and the
“failed” care – the patient’s own – is  Required.
  ☐ Care must be given by 2 people
  ☐ Nothing is asked here

12

a) Pain of at least 14 weeks; OR
b) No more than four sessions.

6.3. Further notes

The request must be signed.
"""
POLICY = """\
conditions:
  cared: {title: Care failed, means: care_failed, quote: "imaging and the \\"failed\\" care"}
criteria:
  beside:
    title: The care failed
    cite: {guide_6: box 3, article: a page}
    require: cared
  notes:
    title: The imaging is there
    cite: {guide_6: section 6.3}
    require: {imaging: documented, quote: "must be signed"}
require: {care_failed: yes, quote: "PATIENT'S OWN"}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place with one small policy and the text of its source."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "policies").mkdir()
    (tmp_path / "guide.txt").write_text(TEXT, "utf-8")
    write(tmp_path)
    return tmp_path


def write(folder: Path, *change: tuple[str, str]) -> None:
    text = composed(POLICY)
    for old, new in change:
        assert old in text
        text = text.replace(old, new)
    path = placed(text.encode(), folder / "policies")
    for beside in ("plan", "undated"):
        shutil.rmtree(path.parent.parent / beside)


def sources(*arguments: str) -> Result:
    return run("sources", *(arguments or ("guide.txt",)))


# ---------------------------------------------------------------- quotations


def test_quotations_stand_in_the_text_whatever_its_spaces_quotes_dashes_and_capitals(folder: Path) -> None:
    result = sources()
    assert result.exit_code == 0, result.output
    assert "3 quotations found in the sections cited, 0 not; 3 sentences to look through" in result.output


@pytest.mark.parametrize(
    ("old", "new", "finding", "help"),
    [
        pytest.param(
            "PATIENT'S OWN", "the patients own", "quote-not-in-source", "it says “the patient’s own”", id="near"
        ),
        pytest.param("PATIENT'S OWN", "colourless", "quote-not-in-source", "quote the few words", id="nothing like it"),
        pytest.param("PATIENT'S OWN", "sign", "quote-not-in-source", "quote the few", id="a part of a word elsewhere"),
        pytest.param(
            "PATIENT'S OWN", "be signed", "quote-not-in-source", "stands in section 6.3", id="another section"
        ),
        pytest.param("PATIENT'S OWN", " ", "quote-not-in-source", "quote the few words", id="nothing quoted"),
        pytest.param("section 6.3", "section 7.1", "section-not-in-text", "give the text", id="no such section"),
        pytest.param("imaging and", "imaging or", "quote-not-in-source", "it says “imaging and the", id="a condition"),
    ],
)
def test_a_quotation_that_does_not_stand_there_is_reported_at_its_place(
    old: str, new: str, finding: str, help: str, folder: Path
) -> None:
    write(folder, (old, new))
    result = sources("guide.txt", "--format", "json")
    assert result.exit_code == 1, result.output
    (found,) = json.loads(result.output)["findings"]
    assert found["code"] == finding
    assert help in found["help"]
    line = Path(found["file"]).read_text("utf-8").split("\n")[found["line"] - 1]
    assert line[found["column"] - 1 : found["end_column"] - 1].startswith('"')
    assert "quote: " + line[found["column"] - 1 : found["end_column"] - 1] in line


def test_a_quotation_may_stand_in_any_section_that_is_cited(folder: Path) -> None:
    write(folder, ("guide_6: section 6.3", 'guide_6: "sections 6.2, 9.9 and 6.3"'))
    assert sources().exit_code == 0
    (folder / "guide.txt").write_text(TEXT.partition("6.3.")[0], "utf-8")
    (folder / "rest.txt").write_text("A guide 6.0\n6.3. Notes\nIt must be signed.\n", "utf-8")
    assert sources().exit_code == 1
    assert sources("guide.txt", "rest.txt").exit_code == 0


def test_a_condition_stands_on_what_the_criteria_that_use_it_cite(folder: Path) -> None:
    tree = read_document(folder / "policies/draft/1.0.0.yaml", Report())
    assert tree is not None
    guide, article = Source("guide_6", "A guide", section="6.2"), Source("article", "An article", secondary=True)
    found = {quotation.words: quotation.cite for quotation in quotations(tree, [guide, article])}
    assert found['imaging and the "failed" care'] == (Citation(guide, "box 3"), Citation(article, "a page"))
    assert found["must be signed"] == (Citation(guide, "section 6.3"),)


@pytest.mark.parametrize(
    ("place", "section", "names"),
    [
        ("box 3", "6.2.10", ("6.2.10",)),
        ("section 4.3", "6.2.10", ("4.3",)),
        ("sections 1.5, 6.2.5 and 6.2.11", "", ("1.5", "6.2.5", "6.2.11")),
        ("section 3, item 2", "", ("3",)),
        ("section 4.2.1 and quick reference", "", ("4.2.1",)),
        ("version history, version 3.0 of December 23, 2025", "", ()),
    ],
)
def test_sections_are_those_of_the_place_or_of_the_source(place: str, section: str, names: tuple[str, ...]) -> None:
    assert section_names(Citation(Source("guide", "A guide", section=section), place)) == names


# ---------------------------------------------------------------- what was not checked, and what nobody quotes


def test_what_was_not_checked_is_said(folder: Path) -> None:
    write(
        folder,
        ("cite: {guide_6: section 6.3}", "cite: {other: page 1}"),
        ("  article: ", "  other: {title: B}\n  article: "),
    )
    result = sources()
    assert result.exit_code == 0
    assert "not checked: 1 quotation of draft@1.0.0, for want of the text of B\n" in result.output
    assert "not checked: secondary sources of draft@1.0.0, for want of their texts: article\n" in result.output


def test_a_policy_that_is_not_asked_for_is_said_and_its_quotations_count_as_quoted(folder: Path) -> None:
    text = composed(POLICY).replace("policy: draft", "policy: twin").replace('"62321"', '"62322"')
    (folder / "policies/twin").mkdir()
    (folder / "policies/twin/1.0.0.yaml").write_text(text.replace("PATIENT'S OWN", "care MUST be"), "utf-8")
    alone = sources("guide.txt", "--policy", "draft@1.0.0")
    assert alone.exit_code == 0
    assert "not checked: twin@1.0.0, not asked for\n" in alone.output
    assert "Care must be given by 2 people" not in alone.output


def test_sentences_that_nobody_quotes_have_their_line_and_section(folder: Path) -> None:
    result = sources("guide.txt", "--format", "json")
    found = json.loads(result.output)
    assert found["findings"] == []
    assert {(each["section"], each["line"], each["sentence"]) for each in found["uncited"]} == {
        ("6.2", 8, "Care must be given by 2 people"),
        ("6.2", 13, "Pain of at least 14 weeks; OR"),
        ("6.2", 14, "No more than four sessions."),
    }
    text = sources().output
    assert "A guide 6.0, section 6.2 (guide.txt): no policy quotes anything of\n  8: Care must" in text


@pytest.mark.parametrize(
    ("words", "does"),
    [
        ("It must be there", True),
        ("At least one of them", True),
        ("More than 4 weeks", True),
        ("Only if needed", True),
        ("Levels C1–C2 and L4-L5", False),
        ("Reports of imaging", False),
    ],
)
def test_a_number_or_a_word_that_asks_makes_a_sentence_one_to_look_at(words: str, does: bool) -> None:
    assert asks(words) is does


# ---------------------------------------------------------------- the text


def test_sections_begin_at_headings_of_either_form() -> None:
    assert [(s.number, s.title, s.line) for s in split(TEXT).sections] == [
        ("6.2", "Injections (L12345)", 4),
        ("6.3", "Further notes", 16),
    ]
    text = split("# Spinal cord stimulators\na\n## 6.2.10 Ten\nb\n6.2.1. One\nc\n1.5 square cm\n2.5 Mg of it.\n")
    assert [(section.number, section.title) for section in text.sections] == [
        ("", "Spinal cord stimulators"),
        ("6.2.10", "Ten"),
        ("6.2.1", "One"),
    ]
    assert [section.number for section in text.named("6.2.1")] == ["6.2.1"]
    assert [section.number for section in text.named("6.2")] == ["6.2.10", "6.2.1"]
    assert [section.title for section in text.named("on the spinal cord stimulator")] == ["Spinal cord stimulators"]
    assert text.named("6.2.2") == text.named("on") == []


def split(text: str) -> SourceText:
    path = Path("guide.txt")
    path.write_text(text, "utf-8")
    return read_source_text(path)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_page_number_does_not_break_a_sentence() -> None:
    (section,) = split("## 1.1 Title\nAt least\n\f\n19\ntwo weeks of care.\n").sections
    assert len(section.places("at least two weeks")) == 1


@pytest.mark.parametrize("phrase", ["4 weeks", "14 week", "5 weeks", "4", "own patient"])
def test_a_part_of_a_number_or_of_a_word_does_not_stand_there(phrase: str) -> None:
    section = Section("guide.txt", "1.1", "Title", 1, "1.1 Title\nPatient of 14 weeks, 1.5 weeks, 4,000 days, own.")
    assert section.places(phrase) == []
    assert len(section.places("14 Weeks")) == 1


@looked({"found": 100})
@given(text=st.text(alphabet="ab .-–\n’'☐1Ⅳﬁ\u00ad", max_size=60), data=st.data())
@settings(max_examples=200)
def test_every_stretch_between_blanks_is_found_where_it_stands(
    seen: Counter[str], text: str, data: st.DataObject
) -> None:
    section = Section("guide.txt", "1.1", "Title", 1, text)
    words = text.split()
    if not words:
        return
    start = data.draw(st.integers(0, len(words) - 1))
    phrase = "  ".join(words[start : data.draw(st.integers(start + 1, len(words)))])
    if phrase.replace("\u00ad", "").strip():
        seen["found"] += 1
        assert any(
            " ".join(text[begin:end].split()) in " ".join(phrase.split()) for begin, end in section.places(phrase)
        )
    covered = "".join(text[begin:end] for begin, end in section.sentences())
    assert "".join(covered.split()) == "".join(text.partition("\n")[2].split())


def test_the_nearest_words_are_like_the_phrase_or_none() -> None:
    section = Section("guide.txt", "1.1", "Title", 1, "1.1 Title\nPain of at least four weeks, and care")
    assert nearest("at least 4 weeks", [section]) == "at least four weeks,"
    assert nearest("zebra", [section]) == ""
    assert nearest("x" * 100_000, [section]) == ""


# ---------------------------------------------------------------- which source it is


@pytest.mark.parametrize(
    ("opening", "option", "status", "says"),
    [
        pytest.param("A   GUIDE\nVersion 6.0 of 2026", "", 0, "3 quotations found", id="by title and version"),
        pytest.param("", "guide", 0, "3 quotations found", id="by option"),
        pytest.param("A guide, version 6.0", "guide", 0, "3 quotations found", id="by both"),
        pytest.param("", "", 2, "does not say at its top what it is; say it with --source, one of", id="by neither"),
        pytest.param("A guide, version 6.0.1", "", 2, "does not say", id="another version"),
        pytest.param("A guide, version 16.0", "", 2, "does not say", id="a version that ends alike"),
        pytest.param("", "guidance", 2, "no source is called guidance, or several are", id="an unknown option"),
    ],
)
def test_which_source_a_text_is_of_is_said_and_never_guessed(
    opening: str, option: str, status: int, says: str, folder: Path
) -> None:
    (folder / "guide.txt").write_text(f"{opening}\n## 6.2 {TEXT.partition('## 6.2')[2]}", "utf-8")
    result = sources("guide.txt", *(("--source", option) if option else ()))
    assert result.exit_code == status, result.output
    assert says in " ".join(result.output.split())


def test_only_the_sources_of_the_policies_in_question_are_offered(folder: Path) -> None:
    (folder / "guide.txt").write_text("## 6.2.10 Injections\n", "utf-8")
    result = sources("guide.txt", "--policies", str(ROOT / "policies"), "--policy", "cervical_fusion@6.0.0")
    known = " ".join(result.output.split()).partition("one of ")[2]
    tree = read_document(ROOT / "policies/cervical_fusion/6.0.0.yaml", Report())
    assert tree is not None
    own = tree.get("sources")
    assert isinstance(own, Table)
    assert known.split(", ") == sorted(entry.key.text for entry in own.entries)


def test_a_text_of_one_version_does_not_serve_for_another(folder: Path) -> None:
    write(
        folder,
        ("  article: ", "  old: {same_as: guide, version: '5.0'}\n  article: "),
        ("guide_6: section 6.3", "old: box 1"),
    )
    assert "1 quotation of draft@1.0.0, for want of the text of A guide 5.0" in sources().output
    (folder / "guide.txt").write_text(TEXT.replace("version 6.0", "version 5.0"), "utf-8")
    result = sources("guide.txt", "--source", "guide")
    assert result.exit_code == 2
    assert "calls itself A guide 5.0, and --source says A guide 6.0" in result.output


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(None, "cannot be read", id="a missing file"),
        pytest.param(b"", "is empty", id="an empty file"),
        pytest.param(b" \n\n", "is empty", id="blank lines"),
        pytest.param(b"%PDF-1.7\n\xe2\xe3\xcf\xd3", "is no text in UTF-8; save a PDF as text", id="a PDF"),
        pytest.param(b"## 1.1 A\n\0", "is no text in UTF-8", id="a zero byte"),
        pytest.param(b"a" * (MOST_BYTES + 1), "bytes, which is no text of a guide", id="a huge file"),
        pytest.param(b"Only words.\n", "has no heading of a section", id="no heading"),
    ],
)
def test_a_file_that_is_no_text_is_wrong_usage_and_no_traceback(data: bytes | None, says: str, folder: Path) -> None:
    if data is not None:
        (folder / "odd.txt").write_bytes(data)
    result = sources("odd.txt")
    assert result.exit_code == 2
    assert says in " ".join(result.output.split())
    assert "Traceback" not in result.output


def test_a_text_cannot_write_to_the_terminal(folder: Path) -> None:
    (folder / "guide.txt").write_text(TEXT.replace("2 people", "2 \x1b[31mpeople"), "utf-8")
    assert "2 \\x1b[31mpeople" in sources().output


def test_a_folder_that_is_not_there_is_a_mistake_in_the_command(folder: Path) -> None:
    result = sources("guide.txt", "--policies", "nowhere")
    assert result.exit_code == 2
    assert "nowhere" in result.output


def test_a_policy_with_a_finding_is_compared_all_the_same_and_no_text_is_blamed(folder: Path) -> None:
    write(folder, ("care_failed: yes, quote", "care_failing: yes, quote"), ("imaging and", "imaging or"))
    for options in ((), ("--policy", "draft@1.0.0"), ("--source", "guide_6")):
        result = sources("guide.txt", "--format", "json", *options)
        assert result.exit_code == 1, result.output
        found = json.loads(result.output)
        assert [each["code"] for each in found["findings"]] == ["unknown-fact", "quote-not-in-source"]
        assert found["found"] == 2
        assert "own" not in " ".join(each["sentence"] for each in found["uncited"])


def test_what_cites_a_vocabulary_that_is_not_there_was_not_checked(folder: Path) -> None:
    write(folder, ("uses: words 1.0.0", "uses: words 2.0.0"))
    result = sources("guide.txt", "--source", "guide")
    assert result.exit_code == 1
    assert "not checked: 3 quotations of draft@1.0.0, for want of a source that can be read\n" in result.output


def test_a_policy_that_cannot_be_read_is_a_finding_beside_the_others(folder: Path) -> None:
    (folder / "policies/broken").mkdir()
    (folder / "policies/broken/1.0.0.yaml").write_text("policy: broken\n", "utf-8")
    result = sources("guide.txt", "--format", "json")
    assert result.exit_code == 1
    assert {each["code"] for each in json.loads(result.output)["findings"]} == {"missing-key", "missing-fact"}


def test_a_folder_and_an_unknown_policy_are_wrong_usage(folder: Path) -> None:
    assert sources(str(folder)).exit_code == 2
    result = sources("guide.txt", "--policy", "draft@9.0.0")
    assert result.exit_code == 2
    assert "there is no policy draft@9.0.0; known are draft@1.0.0" in result.output


def test_the_shipped_policies_are_compared_with_what_there_is_and_the_rest_is_said(folder: Path) -> None:
    (folder / "guide.txt").write_text("## 6.2.10 Injections\nPain for at least 4 weeks.\n", "utf-8")
    result = sources("guide.txt", "--source", "guide_6", "--policies", str(ROOT / "policies"), "--policy", "esi@6.0.0")
    assert result.exit_code == 1
    assert "section-not-in-text" not in result.output
    assert "1 quotation found in the sections cited" in result.output
