"""What a help names is applied, removes its finding, and leaves the author's own words.

A finding whose help names a replacement has it as a `Fix` too, so that a program can write it. Each one that any bad
document gets is written here, one at a time, into a copy of the document.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from drafts import BAD, BESIDE, composed, marked, placed, read
from finding_pages import shown
from wiser_compiler.diagnostics import Diagnostic, Fix, Report, nearest
from wiser_compiler.explanations import codes
from wiser_compiler.printers import as_data, as_sarif, as_text
from wiser_compiler.reading.not_encoded import OTHER_KEYS

PLANTED = BAD.parent / "planted"

# Slips of authors: a change of the base, the code of its finding, and what stands in the place of what.
SLIPS = [
    ("require: {sedation: moderate}", "test-needed", "moderate", "{is: moderate}"),
    ("require: {sedation: modrate}", "test-needed", "modrate", "{is: moderate}"),
    ("require: {sedation: sedated}", "test-needed", "sedated", "{one_of: sedated}"),
    ("require: {levels: L4-L5}", "test-needed", "L4-L5", "{includes: L4-L5}"),
    ('require: {codes: "62321"}', "test-needed", '"62321"', '{includes: "62321"}'),
    ("require: {diagnoses: M54.16}", "test-needed", "M54.16", "{includes: M54.16}"),
    ("require: {imaging: yes}", "test-needed", "yes", "documented"),
    ('require: {codes: {is: "62321"}}', "unknown-word", "is", "includes"),
    ("require: {levels: {one_of: [L4-L5]}}", "unknown-word", "one_of", "includes_any"),
    ("require: {symptoms: {at_most: 0}}", "unknown-word", "at_most: 0", "is: none"),
    ("require: {symptoms: {incldes: numbness}}", "unknown-word", "incldes", "includes"),
    ("require: {any: care_failed}", "wrong-word", "care_failed", "[care_failed]"),
    ("require: {symptoms.numbnes: yes}", "unknown-option", "numbnes", "numbness"),
    ("require: {imaging_date: {after: 3 months before servic_date}}", "unknown-name", "servic_date", "service_date"),
    ("require: {pain_duration: {at_least: 25 percent of care_duratoin}}", "unknown-fact", "care_duratoin",
     "care_duration"),
    ("require: {care_failed: True}", "not-yes-or-no", "True", "yes"),
    ('require: {pain_duration: {at_least: 4 week, quote: "at least 4 weeks"}}', "wrong-unit", "4 week", "4 weeks"),
    ('require: {pain_duration: {at_least: 4, quote: "at least 4 weeks"}}', "wrong-unit", "4", "4 weeks"),
    ("require: {pain_duration: {at_least: 4 weeks, quote: at least 4 weeks}}", "unquoted-text", "at least 4 weeks",
     '"at least 4 weeks"'),
    ("require: {pain_duration: {at_least: 4 weeks, quote: “at least 4 weeks”}}", "unquoted-text",
     "“at least 4 weeks”", '"at least 4 weeks"'),
    ('require: {pain_duration: {at_least: 4 weeks, quote: "“at least 4 weeks”"}}', "unquoted-text",
     "“at least 4 weeks”", "at least 4 weeks"),
    ('require: {pain_duration: {at_least: 4 weeks, quote: at least "4" weeks}}', "unquoted-text",
     'at least "4" weeks', """'at least "4" weeks'"""),
    ("require: {pain_duration: {at_least: 4weeks, quote: \"at least 4 weeks\"}}", "bad-number", "4weeks", "4 weeks"),
    ("require: pain_duration >= 4 weeks", "wrong-word", "pain_duration >= 4 weeks",
     "{pain_duration: {at_least: 4 weeks}}"),
    ("require: [care_failed = yes]", "wrong-word", "care_failed = yes", "{care_failed: yes}"),
    ("require: {levels: {within: L4-L5}}", "wrong-kind", "within: L4-L5", "only: L4-L5"),
    ("title: “A draft”", "unquoted-text", "“A draft”", '"A draft"'),
    ("title: approach #5", "cut-text", "approach #5", '"approach #5"'),
    ('title: approach "no" #5', "cut-text", 'approach "no" #5', """'approach "no" #5'"""),
    ("title: %50", "not-yaml", "%50", '"%50"'),
    ("uses: words 2.0.0\npart_of: plan 1.0.0", "unknown-vocabulary", "", ""),
    ("titel: A draft\n# without title", "unknown-key", "titel", "title"),
]  # fmt: skip

# What no replacement is offered for: it would turn the meaning around, or be another word than the author's.
UNSURE = [
    ("require: {imaging: no}", "test-needed"),
    ("require: {sedation: stupor}", "test-needed"),
    ("require: {symptoms: {at_most: 1}}", "unknown-word"),
    ("require: {levels: {includes: L3-L4}}", "unknown-option"),
    ("require: {levels: {is: L4-L5}}", "unknown-word"),
    ("require: codes", "test-needed"),
    ("titel: A draft", "unknown-key"),
]  # fmt: skip


def documents() -> Iterator[object]:
    """Every small bad document there is: a name, and its text."""
    for folder in (BAD, PLANTED):
        for path in sorted(folder.glob("*.yaml")):
            if path.stem not in ("base", *BESIDE):
                base = (folder / "base.yaml").read_text("utf-8")
                text, _ = marked(composed(path.read_text("utf-8"), base))
                text = re.sub(" +#= .*", "", text)
                yield pytest.param(text, id=f"{folder.name}/{path.stem}")
    for code in sorted(codes()):
        if bad := shown(code):
            yield pytest.param(composed(bad[0]), id=f"page of {code}")
    for change, code, *_ in SLIPS + UNSURE:
        yield pytest.param(composed(change), id=f"{code}: {change}")


@pytest.mark.parametrize("text", list(documents()))
def test_what_a_help_names_removes_its_finding(text: str, tmp_path: Path) -> None:
    before = read(placed(text.encode(), tmp_path))
    for finding in before.found:
        assert finding.fix or not names_a_replacement(finding.help), as_text(Report([finding], before.texts))
        if finding.fix:
            assert finding.fix.span.file == finding.span.file
            after = read(placed(applied(text, finding.fix).encode(), tmp_path))
            assert not said_again(finding, finding.fix, before, after), (finding.fix, as_text(after))
            assert not lost(text, finding, finding.fix), finding.fix


def names_a_replacement(help: str) -> bool:
    """The help gives the very text, and no form to be filled in, as `key: value` and [...] are."""
    named = re.match(r"did you mean |write [`\"'0-9]", help)
    return bool(named) and not FORM.search(help)


FORM = re.compile(
    r"key: value|…|\.\.\.|ID|\[a, b\]|`\{id: label\}`|`some:`|YYYY|such as|write 2026|write `(any|all): |write `name"
    r'|write `\["62323"\]`|`includes`, and|, or (`|compare)|, which has these codes|for a share'
    r"|write `at_least`|write `at_most`"
)


def said_again(finding: Diagnostic, fix: Fix, before: Report, after: Report) -> list[Diagnostic]:
    """Findings that say the same again, or new ones that speak against what was written."""
    line = finding.span.line
    known = {(other.span.line, other.code, other.message) for other in before.found}
    return [
        other
        for other in after.found
        if (other.span.line, other.code, other.message) == (line, finding.code, finding.message)
        or ((other.span.line, other.code, other.message) not in known and meets(other, fix))
    ]


# A mistake of form or of names where a replacement was written. What a policy lacks besides is another matter.
SPEAKS_AGAINST = frozenset(codes()) - {
    "unused-name", "unsupported-bound", "uncovered-bound", "wrong-outcome", "wrong-verdict", "quote-disagrees",
    "unused-number", "half-a-test", "unknown-reading", "bound-out-of-range",
}  # fmt: skip


def meets(other: Diagnostic, fix: Fix) -> bool:
    """Another finding speaks of what was written."""
    span, end = other.span, fix.span.column + len(fix.text)
    return (
        other.code in SPEAKS_AGAINST and span.line == fix.span.line and span.column < end and fix.span.column < span.end
    )


def applied(text: str, fix: Fix) -> str:
    """The document with the replacement in it, and every other character as it was."""
    lines = text.split("\n")
    line = lines[fix.span.line - 1]
    lines[fix.span.line - 1] = line[: fix.span.column - 1] + fix.text + line[fix.span.end - 1 :]
    return "\n".join(lines)


def words(text: str) -> set[str]:
    """Words and numbers."""
    return set(re.findall(r"[\w-]+", text))


def lost(text: str, finding: Diagnostic, fix: Fix) -> set[str]:
    """Words of the author that a replacement takes away, neither misspelt nor of this or another language."""
    gone = words(text) - words(applied(text, fix)) - set(OTHER_KEYS)
    kept = {word for word in gone if nearest(word, words(fix.text), 0.6) or word in fix.text.replace(" ", "")}
    return gone - kept if finding.code not in OF_THE_LANGUAGE else set()


OF_THE_LANGUAGE = ("unknown-word", "not-yes-or-no", "unknown-verdict", "test-needed", "unknown-program", "wrong-kind")


@pytest.mark.parametrize(("change", "code", "old", "new"), [slip for slip in SLIPS if slip[2]])
def test_a_slip_is_mended_with_the_words_of_its_author(
    change: str, code: str, old: str, new: str, tmp_path: Path
) -> None:
    text = composed(change)
    report = read(placed(text.encode(), tmp_path))
    fixes = {f.fix for f in report.found if f.code == code and f.fix}
    assert {applied(text, fix) for fix in fixes} == {text.replace(old, new, 1) if text.count(old) == 1 else
            composed(change.replace(old, new, 1))}, as_text(report)  # fmt: skip


@pytest.mark.parametrize(("change", "code"), UNSURE)
def test_no_replacement_is_offered_that_would_say_something_else(change: str, code: str, tmp_path: Path) -> None:
    report = read(placed(composed(change).encode(), tmp_path))
    found = [finding for finding in report.found if finding.code == code]
    assert found, as_text(report)
    assert all(finding.fix is None and finding.help for finding in found), as_text(report)


@pytest.mark.parametrize(
    ("said", "meant"),
    [("unmet", "not met"), ("failed", "not met"), ("no", "not met"), ("n/a", "not applicable"), ("pass", "met")],
)
def test_a_verdict_by_another_name_is_told_its_own(said: str, meant: str, tmp_path: Path) -> None:
    expected = f'{{at-hand: "{said}"}}'
    report = read(
        placed(composed(f"examples:\n  base: {{name: x, facts: {{}}, expect: {expected}}}").encode(), tmp_path)
    )
    (found,) = (f for f in report.found if f.code == "unknown-verdict")
    assert found.fix and found.fix.text == meant, as_text(report)


@pytest.mark.parametrize(
    ("word", "known"),
    [("unmet", "met"), ("at_most", "at_least"), ("unstable", "stable"), ("64484", "64483"), ("L3-L4", "L4-L5"),
     ("not_ready", "ready"), ("more_than", "less_than"), ("asymptomatic", "symptomatic"), ("hypo_1", "hypo_2")],
)  # fmt: skip
def test_a_word_that_says_the_opposite_or_another_number_is_never_near(word: str, known: str) -> None:
    assert nearest(word, [known]) == nearest(known, [word]) == ""


def test_a_replacement_is_printed_for_programs(tmp_path: Path) -> None:
    report = read(placed(composed("require: {imaging: yes}").encode(), tmp_path))
    (finding,) = report.found
    assert finding.fix
    place = {"line": finding.fix.span.line, "column": finding.fix.span.column, "end_column": finding.fix.span.end}
    (data,) = as_data(report)
    assert data["fix"] == {"file": finding.span.file, **place, "text": "documented", "sure": False}
    (result,) = json.loads(as_sarif(report))["runs"][0]["results"]
    ((change,),) = (fix["artifactChanges"] for fix in result["fixes"])
    (replacement,) = change["replacements"]
    assert replacement["insertedContent"] == {"text": "documented"}
    assert replacement["deletedRegion"]["startColumn"] == place["column"]
