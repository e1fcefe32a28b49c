"""Structures beside quotations: slips are named at their line, and faithful ones are clean.

The tables are the files of tests/quoted_logic: facts, and then parts of a criterion. One that begins with `# CODE` is a
slip, and CODE what names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from drafts import placed
from wiser_compiler.core.bounds import with_part
from wiser_compiler.core.model import AtLeast, Criterion, Expr, Not, Policy, Worded
from wiser_compiler.core.walk import criterion_parts, subexpressions
from wiser_compiler.diagnostics import Diagnostic, Report
from wiser_compiler.linting.checks import WORDED
from wiser_compiler.printers import as_text
from wiser_compiler.reading.reader import read_policy

ROOT = Path(__file__).parents[2]
TABLES = sorted((ROOT / "tests" / "quoted_logic").glob("*.yaml"))
HEAD = """policy: draft
version: "1.0.0"
title: A draft
uses: words 1.0.0
effective: {from: "2026-04-24", until: open}
review_by: "2026-10-24"
sources: {guide_6: {same_as: guide, section: "6.2"}}
codes: {"62321": {label: first label}}
"""
NEW = ("quote-joins-otherwise", "clause-not-used")


class Row(NamedTuple):
    """A part of a criterion, as the number of its table says, and the code that names it, or none."""

    table: Path
    number: int
    part: str
    code: str

    def criterion(self) -> str:
        """The row as a criterion. Questions that readings answer have an id for each row."""
        part = re.sub(r"\bB2\b", f"B{self.number}", self.part)
        lines = "".join(f"    {line}\n" for line in part.splitlines())
        return f"  row-{self.number}:\n    title: The criterion at hand\n    cite: {{guide_6: box 1}}\n{lines}"


def parts_of(table: Path) -> tuple[str, list[Row]]:
    """The facts of a table, and its rows."""
    facts, *parts = table.read_text(encoding="utf-8").split("---\n")
    slips = [re.match(r"# ([a-z-]+)\n", part) for part in parts]
    bare = [part[slip.end() :] if slip else part for part, slip in zip(parts, slips, strict=True)]
    codes = [slip[1] if slip else "" for slip in slips]
    return facts, [Row(table, number, *row) for number, row in enumerate(zip(bare, codes, strict=True), 1)]


ROWS = [row for table in TABLES for row in parts_of(table)[1]]
SLIPS = [row for row in ROWS if row.code]
FAITHFUL = [row for row in ROWS if not row.code]


def of(row: Row) -> str:
    """The id of a row: its place in its table, with its last quotation."""
    return " ".join([row.table.stem, str(row.number), *re.findall('quote: "(.*?)"', row.part)[-1:]])


@cache
def checked(table: Path) -> tuple[list[str], list[Diagnostic]]:
    """All rows of a table as one document, and what the words in it are found to say otherwise."""
    facts, rows = parts_of(table)
    text = f"{HEAD}{facts}criteria:\n{''.join(row.criterion() for row in rows)}"
    report = Report()
    with TemporaryDirectory() as folder:
        policy = read_policy(placed(text.encode(), Path(folder)), report)
    assert {finding.code for finding in report.found} <= {"unused-name", "no-examples"}, as_text(report)
    assert policy is not None
    return text.splitlines(), worded(policy).found


def found_in(row: Row) -> list[tuple[str, Diagnostic]]:
    """What is found in a row, each with its line."""
    lines, found = checked(row.table)
    first = lines.index(f"  row-{row.number}:") + 1
    last = first + row.criterion().count("\n")
    return [(lines[each.span.line - 1], each) for each in found if first <= each.span.line < last]


def worded(policy: Policy) -> Report:
    """What the lints on words find."""
    report = Report()
    for check in WORDED:
        check(policy, report)
    return report


@pytest.mark.parametrize("row", FAITHFUL, ids=of)
def test_a_faithful_structure_is_clean(row: Row) -> None:
    assert not [finding.message for _, finding in found_in(row)]


@pytest.mark.parametrize("row", SLIPS, ids=of)
def test_a_slip_is_named_at_its_line(row: Row) -> None:
    found = found_in(row)
    assert {finding.code for _, finding in found} == {row.code}, [finding.message for _, finding in found]
    for line, finding in found:
        assert line.strip() in row.part.replace("B2", f"B{row.number}"), finding
        assert 1 <= finding.span.column < finding.span.end <= len(line) + 1, finding
        assert finding.help, finding


def test_there_are_many() -> None:
    assert len(SLIPS) >= 150
    assert len(FAITHFUL) >= 200
    for code in NEW:
        assert sum(row.code == code for row in SLIPS) >= 10, code


def test_a_count_of_none_is_shown_as_none(tmp_path: Path) -> None:
    criterion = """criteria:
  none:
    title: No session helped
    cite: {guide_6: box 1}
    require: {count: sessions, where: helped, at_most: 0 sessions, quote: "none of the following"}
"""
    facts, _ = parts_of(next(table for table in TABLES if table.stem == "guide"))
    report = Report()
    policy = read_policy(placed(f"{HEAD}{facts}{criterion}".encode(), tmp_path), report)
    assert policy is not None
    (finding,) = worded(policy).found
    assert finding.code == "quote-disagrees"
    assert finding.help.startswith("write `none: [{some: …}]`")
    better = criterion.replace(
        "count: sessions, where: helped, at_most: 0 sessions", "none: [{some: sessions, where: helped}]"
    )
    policy = read_policy(placed(f"{HEAD}{facts}{better}".encode(), tmp_path), report)
    assert policy is not None
    assert not worded(policy).found


# ---------------------------------------------------------------- slips in the shipped policies


@cache
def policy_of(key: str) -> Policy:
    """A shipped policy."""
    report = Report()
    policy = read_policy(ROOT / "policies" / f"{key}.yaml", report)
    assert policy is not None
    assert not report.found, as_text(report)
    return policy


def slipped(policy: Policy, criterion: Criterion, old: Expr, new: Expr) -> Report:
    """What is found where one part of a criterion is another; where it is a condition, wherever that is used."""
    holding = [each for each in policy.criteria if any(part is old for part in inside(each))]
    assert criterion in holding
    # Lints on words look at no example: the slip is named though nothing else would notice it.
    changed = tuple(with_part(each, old, new) for each in holding)
    return worded(replace(policy, criteria=changed, examples=()))


def inside(criterion: Criterion) -> Iterator[Expr]:
    """All parts of a criterion."""
    return chain.from_iterable(map(subexpressions, criterion_parts(criterion)))


def quoted(criterion: Criterion, words: str) -> Worded:
    """The part of a criterion that a quotation stands at."""
    return next(part for part in inside(criterion) if isinstance(part, Worded) and part.quote == words)


def groups(expr: Expr) -> Iterator[AtLeast]:
    """The groups inside a part, the outermost first."""
    return (part for part in subexpressions(expr) if isinstance(part, AtLeast) and len(part.parts) > 1)


# Quotation by quotation: the group under it that is joined by another word, counted from the outermost.
JOINED = [
    ("esi/6.0.0", "indication", "and radiological testing", 0),
    ("esi/6.0.0", "indication", "one of the following", 0),
    ("esi/6.0.0", "pain-duration", "OR acute herpes zoster", 0),
    ("esi/6.0.0", "pain-duration", "and the inability", 0),
    ("esi/6.0.0", "repeat-response", "in pain or function", 1),
    ("esi/6.0.0", "repeat-response", "and a clear rationale", 0),
    ("esi/6.0.0", "repeat-response", "approach/level/medication", 0),
    ("esi/6.0.0", "image-guidance", "contrast allergy or pregnancy", 1),
    ("esi/6.0.0", "program", "home exercise program, or", 0),
    ("esi/6.0.0", "contraindications", "none of the following", 0),
    ("esi/1.0.0", "indication", "and radiological testing", 0),
    ("esi/1.0.0", "repeat-response", "in pain and/or function", 1),
    ("cervical_fusion/6.0.0", "indication", "at the affected level; OR", 1),
    ("cervical_fusion/6.0.0", "indication", "neurologic deficits; OR", 1),
    ("cervical_fusion/6.0.0", "indication", "demonstrating infection AND", 0),
    ("cervical_fusion/6.0.0", "indication", "discitis, osteomyelitis, or epidural abscess", 0),
    ("cervical_fusion/6.0.0", "indication", "vertebral instability; OR", 0),
    ("cervical_fusion/6.0.0", "indication", "or with radiographic evidence of hardware failure", 1),
    ("cervical_fusion/6.0.0", "indication", "(anterolisthesis/posterolisthesis) AND", 0),
    ("cervical_fusion/6.0.0", "indication", "forward gaze OR", 0),
    ("pva/6.0.0", "imaging", "bone marrow edema on MRI or", 0),
    ("pva/6.0.0", "pain-level", "one of the following", 0),
    ("sacral_stimulation/6.0.0", "earlier-treatments", "(or contraindications), such as but not limited to", 0),
    ("sacral_stimulation/6.0.0", "test-done", "should be done, and documentation should be submitted", 0),
    ("scs/6.0.0", "condition", "and applicable physical exam", 0),
    ("scs/6.0.0", "earlier-treatments", "(or documentation that they were contraindicated)", 0),
    ("scs/6.0.0", "team", "surgical, medical, and physical therapy", 0),
    ("scs/1.0.0", "team", "surgical, medical and physical therapy", 0),
    ("scs/6.0.0", "trial-done", "should be done, and documentation should be submitted", 0),
    ("scs/6.0.0", "trial-response", "and evidence of functional restoration", 0),
    ("skin_substitutes/6.0.0", "description", "as well as progression", 0),
    ("skin_substitutes/6.0.0", "depth", "unless the CTP package label", 1),
    ("skin_substitutes/6.0.0", "diabetes", "along with medical management", 0),
    ("skin_substitutes/6.0.0", "failed-response", "having increased in size or depth, or having not changed", 0),
    ("skin_substitutes/6.0.0", "neuropathic-care", "and without evidence", 0),
    ("skin_substitutes/6.0.0", "venous-care", "with documented compliance", 0),
    ("skin_substitutes/6.0.0", "compression", "or pneumatic compression", 1),
    ("skin_substitutes/6.0.0", "smoking", "(if applicable)", 0),
    ("skin_substitutes/6.0.0", "graft-candidate", "with the retention", 0),
    ("skin_substitutes/6.0.0", "no-failed-course", "AND", 0),
    ("skin_substitutes/6.0.0", "not-healed", "and smaller", 0),
    ("skin_substitutes/6.0.0", "controlled", "none of the following", 0),
    ("vagus_stimulation/6.0.0", "refractory-seizures", "failure of or intolerance to", 0),
    ("vagus_stimulation/6.0.0", "epilepsy-surgery", "or refuses epilepsy surgery", 0),
    ("vagus_stimulation/6.0.0", "epilepsy-surgery", "with rationale", 0),
    ("vagus_stimulation/6.0.0", "episode", "or at least four", 0),
    ("vagus_stimulation/6.0.0", "exclusions", "none of the following", 0),
    ("vagus_stimulation/6.0.0", "surgery-by-ncd", "or for whom surgery has failed", 0),
]


@pytest.mark.parametrize(("key", "id", "words", "at"), JOINED, ids=str)
def test_another_connective_than_quoted_is_named_in_a_shipped_policy(key: str, id: str, words: str, at: int) -> None:
    policy = policy_of(key)
    criterion = next(each for each in policy.criteria if each.id == id)
    says = quoted(criterion, words)
    group = list(groups(says))[at]
    other = replace(group, count=len(group.parts) if group.count == 1 else 1)
    report = slipped(policy, criterion, group, other)
    assert (says.span.line, True) in {(f.span.line, f.code in (*NEW, "unused-number")) for f in report.found}, [
        f.message for f in report.found
    ]


# Clauses of quotations whose test is dropped, by a word of its question.
DROPPED = [
    ("esi/6.0.0", "repeat-response", "and a clear rationale", "rationale"),
    ("scs/6.0.0", "condition", "and applicable physical exam", "examination"),
    ("scs/6.0.0", "trial-done", "should be done, and documentation should be submitted", "report"),
    ("scs/6.0.0", "trial-response", "and evidence of functional restoration", "restored"),
    ("sacral_stimulation/6.0.0", "test-done", "should be done, and documentation should be submitted", "report"),
    ("skin_substitutes/6.0.0", "description", "as well as progression", "progression"),
    ("skin_substitutes/6.0.0", "diabetes", "along with medical management", "management"),
    ("skin_substitutes/6.0.0", "neuropathic-care", "and without evidence", "evidence"),
    ("skin_substitutes/6.0.0", "venous-care", "with documented compliance", "comply"),
]


@pytest.mark.parametrize(("key", "id", "words", "asked"), DROPPED, ids=str)
def test_a_clause_without_its_test_is_named_in_a_shipped_policy(key: str, id: str, words: str, asked: str) -> None:
    policy = policy_of(key)
    criterion = next(each for each in policy.criteria if each.id == id)
    says = quoted(criterion, words)
    group, kept = next((group, kept) for group in groups(says) if (kept := without(group, asked)) is not None)
    report = slipped(policy, criterion, group, kept)
    assert (says.span.line, "clause-not-used") in {(f.span.line, f.code) for f in report.found}, as_text(report)


def without(group: AtLeast, asked: str) -> Expr | None:
    """The group without its parts whose question has a word; None if it has no such part."""
    kept = tuple(
        part for part in group.parts if not isinstance(part, Worded) or asked not in f"{part.question} {part.answer}"
    )
    if len(kept) == len(group.parts) or not kept:
        return None
    every = group.count == len(group.parts)
    return kept[0] if len(kept) == 1 else AtLeast(len(kept) if every else group.count, kept)


def test_an_inverted_guard_is_named_in_a_shipped_policy() -> None:
    policy = policy_of("esi/6.0.0")
    criterion = next(each for each in policy.criteria if each.id == "sedation")
    guard = quoted(criterion, "If applicable")
    report = slipped(policy, criterion, guard.part, Not(guard.part))
    assert {(finding.span.line, finding.code) for finding in report.found} == {(guard.span.line, NEW[0])}
