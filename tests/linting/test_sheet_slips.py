"""Slips in sentences of the printed sheet are found where they stand: a dropped test, *and* for *or*, a number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from shipped import ROOT, SHIPPED
from wiser_compiler.core.model import Criterion, Piece, Policy, Sentence, SheetLine
from wiser_compiler.core.sheet import groups
from wiser_compiler.core.sheet_joints import joints
from wiser_compiler.diagnostics import Diagnostic, Report, Span
from wiser_compiler.linting.sheet import sheet_differs, sheet_wording
from wiser_compiler.reading.reader import read_policy
from wiser_compiler.reading.sheet import Places

ESI = (ROOT / "policies/esi/6.0.0.yaml").read_text("utf-8")


def findings(policy: Policy, report: Report | None = None) -> list[Diagnostic]:
    report = report or Report()
    sheet_differs(policy, report)
    sheet_wording(policy, report)
    return report.found


def said_by_hand(policy: Policy) -> Iterator[tuple[Policy, Criterion]]:
    """The criteria with sentences of an author, each with a policy of the criteria on its lines alone."""
    for group in groups(policy):
        if group[0].origin == "document" and any(line.says for line in group[0].sheet.lines):
            yield replace(policy, criteria=group), group[0]


def with_lines(policy: Policy, criterion: Criterion, change: Callable[[Sentence], Sentence]) -> Policy:
    """The policy with each sentence of a criterion changed."""
    lines = tuple(replace(line, says=change(line.says)) for line in criterion.sheet.lines)
    changed = replace(criterion, sheet=replace(criterion.sheet, lines=tuple(line for line in lines if line.says)))
    return replace(policy, criteria=tuple(changed if one is criterion else one for one in policy.criteria))


def without(says: Sentence, fact: str) -> Sentence:
    """The sentence without the places of a fact; one that has no more has some words left."""
    return tuple(piece for piece in says if piece.fact != fact) or (Piece("text", "It is there", span=says[0].span),)


@pytest.mark.parametrize("key", SHIPPED)
def test_a_fact_that_is_dropped_is_found(key: str) -> None:
    policy = SHIPPED[key]
    skipped = {piece.fact for part in policy.sheet.parts for piece in part.skip}
    lists = {fact.name for fact in policy.facts if fact.type.__class__.__name__ == "Records"}
    for alone, criterion in said_by_hand(policy):
        named = {piece.fact for line in criterion.sheet.lines for piece in line.says if piece.kind in ("place", "tick")}
        for fact in named - skipped - lists - {""}:  # a list is named by its fields too
            other = with_lines(alone, criterion, lambda says, fact=fact: without(says, fact))
            assert any(f"`{fact}`" in finding.message for finding in findings(other)), (criterion.id, fact)


def swapped(says: Sentence) -> Iterator[tuple[str, Sentence]]:
    """The sentence with one of its words that join turned around, each in its turn."""
    for one in joints(says):
        turned = {"and": "or", "or": "and"}.get(one.word.lower())
        between = range(says.index(one.left) + 1, says.index(one.right))
        at = next((at for at in between if re.search(rf"\b{one.word}\b", says[at].words)), None)
        if turned and at is not None:
            words = re.sub(rf"\b{one.word}\b", turned, says[at].words)
            yield (
                f"{one.left.words} {turned} {one.right.words}",
                (*says[:at], replace(says[at], words=words), *says[at + 1 :]),
            )


def test_a_word_that_is_turned_around_is_found() -> None:
    found, all_of_them = 0, []
    for policy in SHIPPED.values():
        for alone, criterion in said_by_hand(policy):
            for line in criterion.sheet.lines:
                for what, says in swapped(line.says):
                    other = with_lines(
                        alone, criterion, lambda own, line=line, says=says: says if own == line.says else own
                    )
                    found += bool(findings(other))
                    all_of_them.append(what)
    # The others stand beside a place that means several tests, which are joined either way.
    assert len(all_of_them) > 20
    assert found >= 0.8 * len(all_of_them)


def test_a_number_that_is_typed_is_found() -> None:
    for alone, criterion in said_by_hand(SHIPPED["esi@6.0.0"]):
        for typed in ("28 days", "six weeks", "half"):
            other = with_lines(
                alone, criterion, lambda says, typed=typed: (*says, Piece("text", f" {typed}", span=says[0].span))
            )
            assert any("typed number" in finding.message for finding in findings(other)), criterion.id


@pytest.mark.parametrize(
    ("old", "new", "message", "at"),
    [
        pytest.param("or [care_failed: did not respond\n      to] ", "or no ", "does not speak of `care_failed`",
                     "Pain for", id="a test that is dropped"),
        pytest.param("exam} **and** {imaging", "exam} **or** {imaging", "says “or” between `examination` and `imaging`",
                     "{imaging: imaging report}", id="another connective"),
        pytest.param("in this region in a year", "in this region in 12 months", "`12` is a typed number", "12",
                     id="a number that the question has too"),
        pytest.param("", "", "", "", id="nothing"),
        pytest.param("Looked for and **not** present", "Looked for", "denies `contraindications.cord_lesion`",
                     "[contraindications.cord_lesion: pressure on the cord]", id="a denial"),
        pytest.param("or\n        [symptoms.claudication", "or six or\n        [symptoms.claudication",
                     "`six` is a typed number", "six", id="a number on a further line"),
    ],
)  # fmt: skip
def test_the_finding_stands_at_the_slip(old: str, new: str, message: str, at: str, tmp_path: Path) -> None:
    for name in ("common/1.0.0", "wiser/6.0.0"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / f"{name}.yaml").write_bytes((ROOT / f"policies/{name}.yaml").read_bytes())
    path = tmp_path / "esi/6.0.0.yaml"
    path.parent.mkdir()
    assert old in ESI or not message
    text = ESI.replace(old, new)
    path.write_text(text, "utf-8")
    report = Report()
    policy = read_policy(path, report)
    assert policy is not None
    found = findings(policy, report)
    lines = text.split("\n")
    stand = {
        lines[one.span.line - 1][one.span.column - 1 : one.span.end - 1] for one in found if message in one.message
    }
    assert stand == ({at} if message else set())


def test_lines_of_a_criterion_that_are_no_sentences_are_left_alone() -> None:
    policy = SHIPPED["esi@6.0.0"]
    bare = tuple(replace(one, sheet=replace(one.sheet, lines=(SheetLine(),))) for one in policy.criteria)
    assert findings(replace(policy, criteria=bare)) == []


def test_words_that_go_on_in_the_next_line_are_found_before_the_same_words_on_one_line() -> None:
    places = Places(Span("a.yaml", 1, 5, 6), ["says: an injection of", "      dye, or", "      an injection of dye"])
    first, second = places.of("an injection of dye"), places.of("injection of dye")
    assert (first.line, first.column, first.end) == (1, 7, 22)
    assert (second.line, second.column, second.end) == (3, 10, 26)
    assert places.of("dye") == places.start
