"""What may be written at the cursor, in whole documents and in broken ones. `‸` is the cursor."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from editor_client import CURSOR, position
from lengths import FUZZ
from wiser_compiler.editor.completion import Completion, complete
from wiser_compiler.editor.index import index_of

ROOT = Path(__file__).parents[2]
ESI = Path("policies/esi/6.0.0.yaml")
TEXT = (ROOT / ESI).read_text("utf-8")
SEVERITY = "    require: {limits_life: yes, response_scale: documented, baseline_score: documented}\n"
CASES = "\n  cases:\n"


@pytest.fixture(autouse=True)
def _in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def offered(text: str, path: Path = ESI) -> Completion:
    """What is offered at the cursor of a text."""
    here = position(text.replace(CURSOR, ""), text)
    line = text[: text.index(CURSOR)].rpartition("\n")[2]
    return complete(index_of(path, text.replace(CURSOR, "")), here["line"] + 1, len(line) + 1)


def written(text: str) -> list[str]:
    """What the offers write."""
    return [offer.text for offer in offered(text).offers]


def test_a_place_of_a_sentence_is_offered_facts_and_their_answers() -> None:
    sentence = 'sheet: "The pain {limits_life: greatly affects daily life or function}"'
    text = in_place_of(sentence.removeprefix("sheet: "), '"The pain {limits_‸: greatly affects daily life"')
    assert {"limits_life", "symptoms.radiculopathy", "score"} <= {*written(text)}
    assert written(text.replace("{limits_‸: greatly", "limits_‸ greatly")) == []


def in_place_of(old: str, new: str) -> str:
    assert TEXT.count(old) == 1, old
    return TEXT.replace(old, new)


def require(condition: str) -> str:
    """The policy with another condition of the criterion `severity`."""
    return in_place_of(SEVERITY, f"    require: {condition}\n")


def fact(name: str, declared: str) -> str:
    """The policy with a fact that is declared otherwise."""
    (line,) = re.findall(rf"(?m)^    {name}: .*$", TEXT)
    return TEXT.replace(line, f"    {name}: {declared}")


BROKEN = require("{baseline_score: {‸")


def example(facts: str) -> str:
    """The policy with another first case."""
    return in_place_of(CASES, f"{CASES}    - name: Another\n      {facts}\n")


def not_encoded(passage: str) -> str:
    """The policy with a passage that no criterion encodes."""
    return in_place_of("criteria:\n", f"not_encoded:\n  - {passage}\n\ncriteria:\n")


def accepted(finding: str) -> str:
    """The policy with an accepted finding."""
    return in_place_of("criteria:\n", f"accepted:\n  - {finding}\n\ncriteria:\n")


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        pytest.param(require("{‸}"), "pain_duration: ", "severity: ", id="facts of this document in a condition"),
        pytest.param(require("{‸"), "pregnant: ", "session_date: ", id="facts of the vocabulary, an open bracket"),
        pytest.param(require("{lim‸}"), "limits_life: ", "cite: ", id="a word that is half written"),
        pytest.param(require("{limits_life: yes, ‸}"), "symptoms.radicular_pain: ", "limits_life: ",
                     id="items of findings, and not what stands there already"),
        pytest.param(require("{‸}"), "lasting_relief: ", "in_this_region: ", id="conditions that need no record"),
        pytest.param(require("[‸]"), "lasting_relief", "documented", id="bare names in a list"),
        pytest.param(require("\n      ‸"), "limits_life", "require: ", id="a bare name on a line of its own"),
        pytest.param(require("\n      - ‸"), "baseline_score: {at_least: 4 points}", "title: ",
                     id="a whole test where a bare name is not enough"),
        pytest.param(require("\n      limits_life: yes\n      ba‸"), "baseline_score: ", "limits_life: ",
                     id="a key below others that has no colon yet"),
        pytest.param(require("\n      some: prior_sessions\n      where: {‸}"), "session_date: ", "score: ",
                     id="fields of the record in hand, and of no other"),
        pytest.param(require("{some: prior_sessions, ‸}"), "where: ", "every: ", id="what stands beside a list"),
        pytest.param(require("{some: ‸}"), "follow_ups", "pain_duration", id="lists to look through"),
        pytest.param(require("{latest: ‸, of: prior_sessions}"), "session_date", "score", id="dates of its records"),
        pytest.param(require("{baseline_score: {‸}}"), "at_least: ", "on_or_after: ", id="words for a number"),
        pytest.param(require("{service_date: {‸"), "on_or_after: ", "at_least: ", id="words for a date"),
        pytest.param(require("\n      service_date:\n        ‸"), "on_or_after: ", "at_least: ",
                     id="words on a line of their own"),
        pytest.param(require("\n      baseline_score:\n        fell_from: baseline_score\n        ‸"),
                     "by_at_least: ", "fell_from: ", id="a word that completes another"),
        pytest.param(require("{limits_life: ‸}"), "yes", "none", id="answers to a question"),
        pytest.param(require("{contraindications: ‸}"), "none", "yes", id="answers for findings"),
        pytest.param(require("{baseline_score: {at_least: 4 ‸}}"), "points", "weeks", id="the unit of a number"),
        pytest.param(require("{baseline_score: {at_least: 1 ‸"), "point", "points", id="one of a thing"),
        pytest.param(require("{care_duration: {less_than: ‸}}"), "pain_duration", "baseline_score",
                     id="facts of the same unit"),
        pytest.param(require("{response_scale: {one_of: [‸]}}"), "odi", "ct", id="answers of this choice"),
        pytest.param(require("{response_scale: {one_of: ‸}}"), "lower_is_better", "with_contrast", id="its groups"),
        pytest.param(require("{planned_levels: {same_as: ‸}}"), "", "L4-L5", id="no answers where a fact is named"),
        pytest.param(require('{codes: {includes_any: ["‸"]}}'), "64483", "62323: ", id="codes of the document"),
        pytest.param(require("{codes: {includes_any: [‸]}}"), '"64483"', "64483", id="codes with their quotes"),
        pytest.param(require("{service_date: {after: ‸}}"), "latest_session", "session_date", id="dates and values"),
        pytest.param(require("{service_date: {after: 14 ‸}}"), "days", "before", id="spans of time"),
        pytest.param(require("{service_date: {after: 14 days ‸}}"), "after", "days", id="before or after"),
        pytest.param(require("{service_date: {after: 14 days after ‸}}"), "first_session", "days", id="a date at last"),
        pytest.param(require("history\n    reading: {‸}"), "B7: ", "guide: ", id="questions under a reading"),
        pytest.param(require("history\n    reading: ‸"), "B7", "guide", id="readings that are given elsewhere"),
        pytest.param(require("history\n    un‸"), "unless: ", "require: ", id="keys of a criterion"),
        pytest.param(in_place_of("    cite: {guide: box 2}\n" + SEVERITY, "    cite: {‸}\n"), "noridian_lcd: ", "B7: ",
                     id="sources"),
        pytest.param(in_place_of('review_by: "2027-01-31"\n', "‸\n"), "scope: ", "sources: ", id="sections"),
        pytest.param(in_place_of("guide: {same_as: guide_6", "guide: {same_as: ‸"), "guide_6", "guide",
                     id="sources of the vocabulary"),
        pytest.param(fact("planned_region", "{type: ‸"), "findings",
                     "odi", id="types of facts"),
        pytest.param(fact("planned_region", "{type: choice, ‸"),
                     "of: ", "unit: ", id="keys of this type of fact"),
        pytest.param(fact("planned_region", "{type: choice, of: ‸"),
                     "spinal_region", "planned_region", id="choices"),
        pytest.param(fact("planned_sessions", "{type: number, unit: ‸"),
                     "weeks", "sessions: ", id="units of other facts"),
        pytest.param(in_place_of("lower_levels: {of: interspace, are: [", "lower_levels: {of: interspace, are: [‸, "),
                     "L4-L5", "odi", id="answers of a group"),
        pytest.param(in_place_of("first_session:  {earliest: session_date", "first_session:  {earliest: ‸"),
                     "session_date", "score", id="dates of a list"),
        pytest.param(accepted("{‸}"), "because: ", "require: ", id="keys of an accepted finding"),
        pytest.param(not_encoded("{‸}"), "because: ", "finding: ", id="keys of a passage that is not encoded"),
        pytest.param(not_encoded("{kind: ‸}"), "payment", "high", id="the kinds of its reasons"),
        pytest.param(not_encoded("{cite: {‸}}"), "guide: ", "because: ", id="the sources of its places"),
        pytest.param(accepted("{finding: ‸}"), "dead-test", "wrong-verdict", id="findings that can be accepted"),
        pytest.param(accepted("{finding: dead-test, of: ‸}"), "severity", "limits_life", id="the criterion of one"),
        pytest.param(accepted("{finding: idle-fact, of: ‸}"), "limits_life", "severity", id="the fact of one"),
        pytest.param(in_place_of("criteria:\n", "known_editions:\n  July: {‸}\n\ncriteria:\n"), "known: ", "title: ",
                     id="keys of a later edition"),
        pytest.param(in_place_of("criteria:\n", "known_editions: {July: {cite: {‸}}}\ncriteria:\n"), "guide: ", "B7: ",
                     id="its sources"),
        pytest.param(in_place_of("told_by: levels-of-code", "told_by: ‸"), "severity", "limits_life",
                     id="the criterion that tells whether an add-on code is needed"),
        pytest.param(example("‸"), "change: ", "name: ", id="keys of an example"),
        pytest.param(example("change: {‸}"), "pain_duration: ", "session_date: ", id="facts of an example"),
        pytest.param(example("change: {planned_region: ‸}"), "lumbar_sacral", "ct", id="values of an example"),
        pytest.param(example("change: {pain_duration: 3 ‸}"), "weeks", "points", id="units of an example"),
        pytest.param(example("change: {contraindications: {‸}}"), "others: ", "radiculopathy: ",
                     id="items of findings in an example"),
        pytest.param(example("change: {prior_sessions: [{‸}]}"), "session_date: ", "pain_duration: ", id="fields"),
        pytest.param(example("without: [‸]"), "pain_duration", "session_date", id="facts to leave out"),
        pytest.param(example("expect: {‸}"), "severity: ", "pain_duration: ", id="criteria that are expected"),
        pytest.param(example("expect: {severity: ‸}"), "not met", "ready", id="verdicts"),
        pytest.param(example("expect: ‸"), "ready", "not met: ", id="outcomes"),
    ],
)  # fmt: skip
def test_offered(text: str, wanted: str, unwanted: str) -> None:
    found = written(text)
    assert not wanted or wanted in found
    assert unwanted not in found
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(BROKEN.replace("\nchoices:\n", "\nchoices: [[{\n"), id="another section is broken"),
        pytest.param(BROKEN.replace("  indication:\n", '  indication: "\n'), id="a quote is open above"),
        pytest.param(BROKEN.replace("  indication:\n", "  indication: {{[\n"), id="brackets are open above"),
        pytest.param(BROKEN.replace("  same-scale:\n", "  same-scale\n"), id="a colon is missing below"),
        pytest.param(BROKEN.replace("policy: esi\n", "\tpolicy: esi\n"), id="there is a tab"),
        pytest.param(BROKEN.replace("\n", "\r\n"), id="lines end as on Windows"),
        pytest.param("\ufeff" + BROKEN, id="there is a byte order mark"),
    ],
)  # fmt: skip
def test_a_broken_document_is_completed(text: str) -> None:
    assert "at_least: " in written(text)
    assert "on_or_after: " not in written(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("‸", id="nothing yet"),
        pytest.param("policy: x\n‸", id="the first line"),
        pytest.param('version: "1.0.0"\n‸\n', id="between sections"),
    ],
)
def test_a_document_that_is_hardly_begun_offers_its_sections(text: str) -> None:
    assert "criteria: " in written(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(in_place_of("# T12-L1 is", "# ‸T12-L1 is"), id="a comment"),
        pytest.param(in_place_of("title: Epidural steroid injections", "title: ‸Epidural"), id="an author's own words"),
    ],
)
def test_nothing_is_offered(text: str) -> None:
    assert written(text) == []


def test_what_is_written_takes_the_place_of_the_word_that_was_begun() -> None:
    text = require("{limits_life: yes, base‸ }")
    found = offered(text)
    line = text.replace(CURSOR, "").split("\n")[found.line - 1]
    assert line[found.column - 1 :].startswith("base ")


def test_an_offer_says_what_it_is() -> None:
    offers = {offer.label: offer for offer in offered(require("{‸}")).offers}
    assert offers["pain_duration"].detail == "a number of weeks"
    assert "How many full weeks" in offers["pain_duration"].about.replace("For how", "How")
    words = {offer.label: offer for offer in offered(require("{baseline_score: {‸}}")).offers}
    assert "this or more" in words["at_least"].about


STEP = 5 if FUZZ else 197  # lines; odd, so that each of the four columns has its turn


@pytest.mark.parametrize("path", sorted(ROOT.glob("policies/*/*.yaml")), ids=lambda path: path.parent.name + path.stem)
def test_no_place_of_a_document_makes_a_mistake(path: Path) -> None:
    text = path.read_text("utf-8")
    index = index_of(path.relative_to(ROOT), text)
    for line in range(1, len(index.lines), STEP):
        length = len(index.lines[line - 1])
        complete(index, line, (1, length // 2 + 1, length + 1, 10_000)[line % 4])


# ---------------------------------------------------------------- documents that a document names


@pytest.mark.parametrize(
    ("line", "offers"),
    [
        pytest.param("uses: ‸", ["common 1.0.0"], id="vocabularies"),
        pytest.param("uses: [comm‸]", ["common 1.0.0"], id="in a list"),
        pytest.param("uses: common ‸", ["1.0.0"], id="versions of one"),
        pytest.param("uses: nothing ‸", [], id="versions of none"),
    ],
)
def test_the_documents_that_may_be_named_are_offered(line: str, offers: list[str]) -> None:
    assert written(in_place_of("uses: common 1.0.0", line)) == offers


def test_the_programs_that_may_be_named_are_offered() -> None:
    assert written(in_place_of("part_of: wiser 6.0.0", "part_of: ‸")) == ["wiser 6.0.0"]
