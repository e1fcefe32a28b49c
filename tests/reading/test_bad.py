"""One small bad policy per diagnostic, with the expected findings on the offending lines.

A file under tests/bad is a change of tests/bad/base.yaml, whose first lines say how, or of the program
tests/bad/plan.yaml. The expected findings are written after their line as ` #! code: message`, and nothing else may be
found.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from time import process_time

import pytest
import wiser_compiler
from drafts import BAD, BAD_FILES, BASE, BESIDE, checked, composed, marked, placed, read
from finding_pages import PROVEN, codes_under
from hypothesis import given, settings
from hypothesis import strategies as st
from wiser_compiler.core.model import Worded
from wiser_compiler.diagnostics import Report
from wiser_compiler.explanations import codes
from wiser_compiler.linting.library import documents
from wiser_compiler.printers import PRINTERS, as_text
from wiser_compiler.reading.reader import read_policy

# ---------------------------------------------------------------- the bad files


@pytest.mark.parametrize("path", BAD_FILES, ids=lambda path: path.stem)
def test_a_bad_file_has_exactly_the_findings_on_its_lines(path: Path, tmp_path: Path) -> None:
    text, expected = marked(composed(path.read_text(encoding="utf-8")))
    report = checked(text, tmp_path)
    assert {(f.span.line, f.code, f.message) for f in report.found} == expected, as_text(report)
    assert code_of(path) in {code for _, code, _ in expected} <= set(codes())
    lines = text.split("\n")
    here = {f.span.file for f in report.found}  # what is declared in another document has its lines there
    for span in (span for f in report.found for span in (f.span, *(at for at, _ in f.related if at.file in here))):
        assert 1 <= span.column < span.end <= len(lines[span.line - 1]) + 2, span


def code_of(path: Path) -> str:
    """`unknown-fact-2.yaml` is a second file for `unknown-fact`."""
    return re.sub("-[0-9]+$", "", path.stem)


@pytest.mark.parametrize("text", [BASE, composed("part_of: plan 1.0.0"), BESIDE["plan"]])
def test_the_base_has_no_mistake(text: str, tmp_path: Path) -> None:
    report = checked(text, tmp_path)
    assert not report.found, as_text(report)


def test_a_policy_is_no_part_of_a_program_that_has_findings(tmp_path: Path) -> None:
    checked(composed((BAD / "name-taken-2.yaml").read_text(encoding="utf-8")), tmp_path)
    draft = tmp_path / "draft" / "1.0.0.yaml"
    draft.parent.mkdir(exist_ok=True)
    draft.write_text(composed("part_of: plan 1.0.0"), encoding="utf-8")
    (finding,) = read(draft).found
    assert (finding.code, finding.span.file) == ("unknown-program", draft.as_posix())
    assert "run `wiser lint" in finding.help


def test_the_name_of_a_program_is_taken_in_its_policies(tmp_path: Path) -> None:
    report = checked(composed('part_of: plan 1.0.0\nfacts:\n  More:\n    urgent: "Is it urgent?"'), tmp_path)
    (finding,) = (finding for finding in report.found if finding.code == "name-taken")
    assert finding.span.file.endswith("draft/1.0.0.yaml")
    assert [span.file.endswith("plan/1.0.0.yaml") for span, _ in finding.related] == [True]
    assert as_text(report).count('urgent: "Is') == 2


# ---------------------------------------------------------------- the codes


def reported_codes() -> set[str]:
    """Every code that the compiler can report, from its own text."""
    found = set()
    for path in sorted(Path(wiser_compiler.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (place := REPORTING.get(called(node))) is not None:
                given = [*node.args[place:], *(word.value for word in node.keywords if word.arg == "code")]
                found.update(*(codes_in(argument) for argument in given[: 1 if place == 0 else None]))
    return found


# Functions that report, and where a code may stand among their arguments. A code that reaches a report
# by another way is found by the bad files, where every code must be explained.
REPORTING = {
    "error": 0, "warning": 0, "fail": 0, "wrong": 0, "Diagnostic": 0, "one_of": 1, "_option": 1, "_disagree": 0,
    # anomalies that the solver looks for
    "Row": 0,
}  # fmt: skip


def called(node: ast.Call) -> str:
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def codes_in(argument: ast.expr) -> set[str]:
    """The codes an argument may be; the known ones where only its beginning is written."""
    match argument:
        case ast.Constant(value=str(text)) if re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", text):
            return {text}
        case ast.JoinedStr(values=[ast.Constant(value=str(text)), *_]) if re.fullmatch("[a-z]+-", text):
            return {code for code in codes() if code.startswith(text)}
        case _:
            return set()


def test_every_code_the_compiler_can_report_is_explained_and_no_other() -> None:
    assert reported_codes() == set(codes())


def test_every_explained_code_has_a_bad_file_or_is_provoked_here_and_no_other() -> None:
    assert {code_of(path) for path in BAD_FILES} | PROVOKED_HERE == set(codes())
    assert not {code_of(path) for path in BAD_FILES} & PROVOKED_HERE


# Codes that no line of a text can provoke.
PROVOKED_HERE = {
    "no-file", "not-utf-8", "too-large", "empty-file",
    # between documents: tests/linting/test_versions.py
    "overlapping-versions", "gap-between-versions", "code-taken", "fact-differs", "published-edited", "published-gone",
    "review-due", "second-program", "states-differ",
    # beside the text of a source: tests/linting/test_sources.py
    "quote-not-in-source", "section-not-in-text",
    # beside its index, or the program: tests/proof/test_planted.py
    "unquoted-criterion", "citation-differs",
    # beside its index: tests/linting/test_coverage.py
    "uncited-passage", "cited-passage",
    # by the solver: tests/proof/test_planted.py
    *codes_under(PROVEN),
    # beside the version before: tests/proof/test_difference.py
    "undeclared-change", "absent-change",
}  # fmt: skip


# ---------------------------------------------------------------- help that can be followed

# Facts with answers that YAML readers would take for something else, and with ranges far from any usual number.
ODD_FACTS = """facts:
  More:
    odd_choice: {type: choice, of: {"no": none given, "1": one}, ask: "Which one?"}
    odd_set: {type: set, of: ["on", "2026-01-01"], ask: "Which of these?"}
    small: {type: number, from: 0, to: 1, places: 2, ask: "Which share?"}
    large: {type: number, unit: vertebral bodies, from: 1000, to: 2000, ask: "How many?"}
    long_ago: {type: date, from: "1990-01-01", to: "1999-12-31", ask: "When was it?"}
"""
KINDS = (
    "care_failed", "pain_duration", "symptoms", "imaging", "imaging_date", "sedation", "levels", "diagnoses", "codes",
    "prior_sessions", "odd_choice", "odd_set", "small", "large", "long_ago",
)  # fmt: skip
SENSE = {"unused-name", "unsupported-bound", "uncovered-bound", "wrong-outcome"}  # what only an author can mend
WRONG = ("{}", "{{{}: nonsense}}", '{{{}: {{quote: "x"}}}}')


@pytest.mark.parametrize("name", KINDS)
def test_a_test_that_a_help_line_offers_is_one(name: str, tmp_path: Path) -> None:
    offered = set()
    for wrong in WRONG:
        report = checked(composed(f"{ODD_FACTS}require: {wrong.format(name)}"), tmp_path)
        helps = [finding.help for finding in report.found if finding.code == "test-needed"]
        offered |= {help.split("`")[1] for help in helps}
    assert offered or name == "care_failed"
    for test in offered:
        report = checked(composed(f"{ODD_FACTS}require: {{{test}}}"), tmp_path)
        left = {finding.code for finding in report.found} - SENSE
        assert not left, (test, as_text(report))


@pytest.mark.parametrize(
    ("test", "kind"),
    [
        ('codes: {is: "62321"}', "a list of codes"), ("symptoms: {same_as: sedation}", "a list of findings"),
        ("imaging_date: {at_least: 4}", "a date"), ("levels: {is: C1-C2}", "a set"),
    ],
)  # fmt: skip
def test_a_word_that_does_not_go_with_a_fact_says_what_the_fact_is(test: str, kind: str, tmp_path: Path) -> None:
    report = checked(composed(f"require: {{{test}}}"), tmp_path)
    (found,) = (finding for finding in report.found if finding.code == "unknown-word")
    assert found.message.endswith(f"is not a word for {kind}")


# ---------------------------------------------------------------- words of authors

LABELS = ("knife; sharp", "saw and none of: the others", "at least one of: includes ; ")
WORDED = """facts:
  More:
    tools: {{type: set, of: {0}, ask: "Which tools?"}}
    tool: {{type: choice, of: {0}, ask: "Which tool?"}}
    found: {{type: findings, of: {0}, ask: "Which were found?"}}
require: {{{1}}}
"""
TESTED = (
    "tools: {includes: [a, b, c]}", "tools: {includes: [a]}", "tools: {includes_any: [a, b, c]}",
    "tools: {includes_any: [b]}", "tools: {none_of: [a, b, c]}", "tools: {only: [b, c]}", "tool: {is: c}",
    "tool: {one_of: [a, b]}", "tool: {none_of: [b, c]}", "found: {includes: [a, b]}", "found: {at_least: 2}",
    "found: none", "found: any", "found: all",
)  # fmt: skip


@pytest.mark.parametrize("test", TESTED)
def test_a_label_is_said_as_it_is_written(test: str, tmp_path: Path) -> None:
    options = "{" + ", ".join(f'{id}: "{label}"' for id, label in zip("abc", LABELS, strict=True)) + "}"
    report = Report()
    policy = read_policy(placed(composed(WORDED.format(options, test)).encode(), tmp_path), report)
    assert policy is not None, as_text(report)
    (asked,) = (c for c in policy.criteria if c.id == "at-hand")
    assert isinstance(asked.require, Worded)
    named = re.findall(r"\b[abc]\b(?=[],}])", test.partition("{")[2]) or list("abc")
    assert all(LABELS["abc".index(id)] in asked.require.answer for id in named), asked.require.answer


# ---------------------------------------------------------------- what YAML does behind an author's back

# «marks the place. Each is an error there, with this help.
TRAPS = [
    ('codes:\n  "62322": «NO', "unquoted-text", 'write "NO"'),
    ("codes:\n  «00300: label", "unquoted-text", 'write "00300"'),
    ("require: {diagnoses: {includes_any: [M54.16, «+33277]}}", "bad-name", "ICD-10 codes look like M48.061"),
    ("version: «1.10", "bad-name", "write three numbers"),
    ("choices:\n  states: [OH, OK, «NO, TX]", "unquoted-text", 'write "NO"'),
    ("choices:\n  states: [OH, OK, «ON, TX]", "unquoted-text", 'write "ON"'),
    ("choices:\n  states: {OH: Ohio, «y: yes}", "unquoted-text", 'write "y"'),
    ("title: «12:30:45", "unquoted-text", 'write "12:30:45"'),
    ("title: «1_000", "unquoted-text", 'write "1_000"'),
    ("title: «0644", "unquoted-text", 'write "0644"'),
    ("title: «0x1F", "unquoted-text", 'write "0x1F"'),
    ("title: «.inf", "unquoted-text", 'write ".inf"'),
    ("title: «~", "unquoted-text", 'write "~"'),
    ("title: «null", "unquoted-text", 'write "null"'),
    ("title: «2026-01-15", "unquoted-text", 'write "2026-01-15"'),
    ("title: «=", "unquoted-text", 'write "="'),
    ("review_by: «2026-02-30", "bad-date", "February 2026 has 28 days"),
    ("require: {care_duration: {at_least: «1e3}}", "bad-number", "write the number out, such as 1000"),
    (
        "require:\n  care_duration:\n    at_least: «1,000 weeks",
        "bad-number",
        "write the digits without separators",
    ),
    ("require: {care_failed: yes, «care_failed: no}", "duplicate-key", "keep one of the two"),
    ("require: {care_failed: «>}", "not-yaml", "comparisons are words, such as at_least or more_than"),
    (
        "require: {care_duration: «>= 6 weeks}",
        "not-yaml",
        "comparisons are words, such as at_least or more_than",
    ),
    ("title: >«= 6 weeks", "not-yaml", "comparisons are words, such as at_least or more_than"),
    ("require: {care_duration: {at_least: «= 6 weeks}}", "bad-number", ""),
    ("require: {care_duration: {is: «!= 6 weeks}}", "tag", "write different_from or none_of"),
    ("«title: #5 approach", "empty-value", 'text that begins with # must be in quotes: "#5 approach"'),
    ("title: approach« #5", "cut-text", ""),
    ("title: Dx«: M54: x", "not-yaml", "text with a colon in it must be in quotes: 'Dx: M54: x'"),
    ("title: «%50", "not-yaml", 'text that begins with % must be in quotes: "%50"'),
    ("title: «`a`", "not-yaml", 'text that begins with ` must be in quotes: "`a`"'),
    ("title: «@b", "not-yaml", 'text that begins with @ must be in quotes: "@b"'),
    ("# whole document\n«%YAML 1.1\n---\npolicy: draft", "directive", "delete it"),
    ("require: «*alias", "alias", "write it out"),
    ("require: «&anchor imaging", "alias", "write it out"),
    ("require: {«<<: {care_failed: yes}}", "alias", "write the keys out"),
    ("title: «!text A draft", "tag", "delete it"),
    ("title: «!!python/object:os.system A draft", "tag", "delete it"),
    ("require: {? «[complex] : yes}", "odd-key", "write `key: value`"),
    ('review_by: "2026-10-24"\n«---\ntitle: Another', "second-document", "delete the `---`"),
    ("title: A«\u202e draft", "unseen-character", "delete it"),
    ("title: A«\u00a0draft", "unseen-character", "delete it"),
    ("title: A«\u200bdraft", "unseen-character", "delete it"),
    ("title: A«\x00draft", "unseen-character", "delete it"),
    ("title: A«\x85draft", "unseen-character", "delete it"),
    ("title: A«\u2028draft", "unseen-character", "delete it"),
    ('title: «"A\\0draft"', "unseen-character", "delete it"),
    ("title:«\tA draft", "tab", "use spaces"),
    ("title: 腰痛𝒳é«: a", "not-yaml", ""),
]


@pytest.mark.parametrize(("change", "code", "help"), TRAPS, ids=[change for change, _, _ in TRAPS])
def test_a_trap_of_yaml_is_an_error_at_its_place(change: str, code: str, help: str, tmp_path: Path) -> None:
    before, _, after = composed(change).partition("«")
    report = checked(before + after, tmp_path)
    place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    found = {(f.code, f.span.line, f.span.column): f for f in report.found}
    assert (code, *place) in found, as_text(report)
    assert found[code, *place].help.startswith(help)
    assert found[code, *place].help


# ---------------------------------------------------------------- files that are hardly files

HEAD = 'policy: draft\nversion: "1.0.0"\n'


def bomb() -> str:
    """Each line holds ten of the line above: a billion words if they were written out."""
    lines = ["a0: &a0 [word, word]"]
    lines += [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]" for level in range(1, 10)]
    return "\n".join(lines)


HARDLY_FILES = [
    pytest.param(b"", "empty-file", (1, 1), id="an empty file"),
    pytest.param(b"# only a comment\n", "empty-file", (1, 1), id="a comment and nothing else"),
    pytest.param(b"---\n...\n", "empty-file", (1, 1), id="a document that is empty"),
    pytest.param(b"\xef\xbb\xbf", "empty-file", (1, 1), id="a byte order mark and nothing else"),
    pytest.param(b"- policy: draft\n- policy: other\n", "wrong-shape", (1, 1), id="a list"),
    pytest.param(b"a word\n", "wrong-shape", (1, 1), id="a word"),
    pytest.param(HEAD.encode() + b"title: caf\xe9\n", "not-utf-8", (3, 11), id="text in Latin-1"),
    pytest.param(HEAD.encode("utf-16"), "not-utf-8", (1, 1), id="text in UTF-16"),
    pytest.param(b"title: a\xed\xa0\x80b\n", "not-utf-8", (1, 9), id="half a surrogate pair"),
    pytest.param(b"title: a\x00b\n", "unseen-character", (1, 9), id="a zero byte"),
    pytest.param(b"title: a\rb: c\n", "unseen-character", (1, 9), id="a line that ends as on an old Mac"),
    pytest.param(b"title: \x1b[31mred\n", "unseen-character", (1, 8), id="an escape sequence of a terminal"),
    pytest.param(b"title:\tdraft\n", "tab", (1, 7), id="a tab"),
    pytest.param(b"a: " + b"[" * 3000 + b"]" * 3000, "too-large", (1, 44), id="3,000 brackets deep"),
    pytest.param(b"a: " + b"{a: " * 3000 + b"b" + b"}" * 3000, "too-large", (1, 161), id="3,000 braces deep"),
    pytest.param(b"a: [" + b"b, " * 60_000 + b"b]", "too-large", (1, 149_996), id="60,000 items"),
    pytest.param(b"a: b\n" * 4_000_000, "too-large", (1, 1), id="20 megabytes"),
    pytest.param(b"#" * 999_999 + b"\n", "empty-file", (1, 1), id="a megabyte of comment"),
    pytest.param(b'a: "' + b"b" * 900_000 + b'"\nc: @\n', "not-yaml", (2, 4), id="a megabyte in quotes"),
    pytest.param(bomb().encode(), "alias", (1, 5), id="a billion laughs"),
]


@pytest.mark.parametrize(("data", "code", "place"), HARDLY_FILES)
def test_a_file_that_is_hardly_one_is_reported_at_its_place_and_soon(
    data: bytes, code: str, place: tuple[int, int], tmp_path: Path
) -> None:
    path = tmp_path / "1.0.0.yaml"
    path.write_bytes(data)
    began = process_time()
    report = read(path)
    printed = [printer(report) for printer in PRINTERS.values()]
    assert process_time() - began < 2
    assert (code, *place) in {(f.code, f.span.line, f.span.column) for f in report.found}, as_text(report)
    assert all(printed)


def test_a_missing_file_and_a_folder_are_findings(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.yaml", tmp_path):
        (finding,) = read(path).found
        assert (finding.code, finding.span.file) == ("no-file", path.as_posix())


@pytest.mark.parametrize(
    ("names", "code", "place"),
    [
        pytest.param((), "no-file", "", id="a folder without a policy"),
        pytest.param(("draft/1.0.0.yaml", "draft/1.1.0.yml"), "wrong-place", "/draft/1.1.0.yml", id="another ending"),
    ],
)
def test_what_is_not_read_in_a_folder_is_reported(
    names: tuple[str, ...], code: str, place: str, tmp_path: Path
) -> None:
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    report = Report()
    found = documents(tmp_path, report)
    assert [path.relative_to(tmp_path).as_posix() for path in found] == [n for n in names if n.endswith(".yaml")]
    assert [(f.code, f.span.file) for f in report.found] == [(code, f"{tmp_path.as_posix()}{place}")]


def test_a_missing_folder_is_reported(tmp_path: Path) -> None:
    report = Report()
    assert documents(tmp_path / "missing", report) == []
    assert [finding.code for finding in report.found] == ["no-file"]


def test_windows_line_ends_and_a_byte_order_mark_are_no_mistake(tmp_path: Path) -> None:
    report = checked("\ufeff" + BASE.replace("\n", "\r\n"), tmp_path)
    assert not report.found, as_text(report)


def test_ten_mistakes_at_once_are_ten_findings(tmp_path: Path) -> None:
    ten = """\
review_by: 04/24/2026
effective: {from: "2026-04-24", until: never}
sources:
  third: {section: "3"}
facts:
  More:
    Fever: "Is there fever?"
    scan_age: {type: integer, ask: "How old is the scan?"}
require:
  - {care_durations: {at_least: 6 weeks}}
  - {care_duration: {at_least: 4 months}}
  - {sedation: {is: light}}
  - {imaging_date: {within: 12 months}}
cite: {guide_7: box 1}
"""
    report = checked(composed(ten), tmp_path)
    assert [finding.code for finding in report.sorted()] == [
        "bad-date", "bad-date", "missing-key", "bad-name", "unknown-type", "unknown-fact", "wrong-unit",
        "unknown-option", "unknown-word", "unknown-source",
    ], as_text(report)  # fmt: skip


# ---------------------------------------------------------------- whatever is written, it is only reported

TEXTS = [BASE, *(composed(path.read_text(encoding="utf-8")) for path in BAD_FILES)]
SHARDS = (
    "{", "}", "[", "]", "{}", "[]", "'", '"', "#", "&a ", "*a", "!t ", "|\n", ">\n", "<<: ", ": ", "- ", "? ",
    "yes", "documented", "none", "2026-05-01", "4 weeks", "9" * 5000, "count: ", "of: ", "where: ",
    "\n", " ", "\u202e", "\x85", "prior_sessions", "session_date",
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A document with some stretches cut out, doubled, moved or overwritten."""
    text = draw(st.sampled_from(TEXTS))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 80)))
        into = draw(st.integers(0, len(text)))
        shard = draw(st.sampled_from(SHARDS) | st.text(max_size=5))
        text = draw(st.sampled_from([
            text[:start],
            text[:start] + text[end:],
            text[:start] + shard + text[end:],
            text[:into] + text[start:end] + text[into:],
        ]))  # fmt: skip
    return text


@settings(max_examples=300, deadline=None)
@given(text=damaged())
def test_a_damaged_document_is_only_reported(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    encoded = text.encode("utf-8", "surrogatepass")
    assert_only_reported(encoded, tmp_path_factory.getbasetemp())


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_only_reported(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert_only_reported(data, tmp_path_factory.getbasetemp())


def assert_only_reported(data: bytes, folder: Path) -> None:
    """A policy, or findings at places that exist, which every printer can print."""
    path = placed(data, folder)
    report = read(path)
    lines = report.texts.get(path.as_posix(), "").split("\n")
    for finding in report.found:
        assert finding.code in codes()
        assert finding.message
        assert 1 <= finding.span.line <= len(lines) or finding.code == "not-utf-8"
        assert 1 <= finding.span.column < finding.span.end
    for printer in PRINTERS.values():
        assert printer(report) or not report.found
