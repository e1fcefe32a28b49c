"""Findings as people and machines read them."""

from __future__ import annotations

import doctest
import json
import re
import unicodedata
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from wiser_compiler import diagnostics
from wiser_compiler.diagnostics import NOWHERE, Diagnostic, Report, Span
from wiser_compiler.explanations import codes
from wiser_compiler.printers import MOST_COLUMNS, PRINTERS, as_github, as_json, as_sarif, as_text

FILE = "policies/esi/6.0.0.yaml"
TEXT = """\
policy: esi
title: Injections
criteria:
  pain-duration:
    require: {pain_duration: {at_least: 4 months}}
  pain-duration: twice
"""
WRONG_UNIT = Diagnostic(
    "wrong-unit",
    "`4 months` is not in weeks, and units are never converted",
    Span(FILE, 5, 41, 49),
    "write 4 weeks, if that is what the source says",
)
TWICE = Diagnostic(
    "duplicate-key",
    "`pain-duration` stands twice in one place",
    Span(FILE, 6, 3, 16),
    "keep one of the two",
    label="and again here",
    related=((Span(FILE, 4, 3, 16), "it stands here first"),),
)


def report(*found: Diagnostic, text: str = TEXT) -> Report:
    return Report(list(found), {FILE: text})


def one(text: str, column: int, end: int, message: str = "odd", **more: Any) -> Report:
    """A report of one finding in a text of one line."""
    return report(Diagnostic("tab", message, Span(FILE, 1, column, end), **more), text=text)


# ---------------------------------------------------------------- the report


def test_the_same_error_is_said_once_and_in_the_order_of_the_lines() -> None:
    found = Report()
    for line in (7, 3, 7):
        found.error("tab", "a tab stands here", Span("b.yaml", line, 1, 2))
    found.error("tab", "a tab stands here", Span("a.yaml", 9, 1, 2))
    assert [(d.span.file, d.span.line) for d in found.sorted()] == [
        ("a.yaml", 9),
        ("b.yaml", 3),
        ("b.yaml", 7),
    ]


COMPILER = Path(diagnostics.__file__).parent
SHOWING = [path for path in sorted(COMPILER.rglob("*.py")) if ">>> " in path.read_text("utf-8")]


@pytest.mark.parametrize("path", SHOWING, ids=lambda path: path.stem)
def test_what_the_docstrings_show_is_true(path: Path) -> None:
    name = ".".join(path.relative_to(COMPILER.parent).with_suffix("").parts)
    failed, tried = doctest.testmod(import_module(name))
    assert failed == 0
    assert tried > 0


# ---------------------------------------------------------------- text


def test_text_shows_the_line_the_place_and_the_way_out() -> None:
    assert (
        as_text(report(WRONG_UNIT))
        == """\
error[wrong-unit]: `4 months` is not in weeks, and units are never converted
 --> policies/esi/6.0.0.yaml:5:41
  |
5 |     require: {pain_duration: {at_least: 4 months}}
  |                                         ^^^^^^^^
  = help: write 4 weeks, if that is what the source says

1 error in 1 file; `wiser explain wrong-unit` tells more
"""
    )


def test_text_shows_a_related_place_below_with_its_label() -> None:
    assert (
        as_text(report(WRONG_UNIT, TWICE)).partition("\n\n")[2]
        == """\
error[duplicate-key]: `pain-duration` stands twice in one place
 --> policies/esi/6.0.0.yaml:6:3
  |
6 |   pain-duration: twice
  |   ^^^^^^^^^^^^^ and again here
 ::: policies/esi/6.0.0.yaml:4:3
  |
4 |   pain-duration:
  |   ------------- it stands here first
  = help: keep one of the two

2 errors in 1 file; `wiser explain CODE` tells more
"""
    )


def test_text_makes_room_for_the_longest_line_number() -> None:
    far = Diagnostic("tab", "odd", Span(FILE, 100, 1, 2), related=((Span(FILE, 9, 1, 2), "first"),))
    lines = as_text(report(far, text="x\n" * 100)).splitlines()
    assert lines[1:8] == [
        "   --> policies/esi/6.0.0.yaml:100:1",
        "    |",
        "100 | x",
        "    | ^",
        "   ::: policies/esi/6.0.0.yaml:9:1",
        "    |",
        "  9 | x",
    ]


def test_text_counts_errors_warnings_and_files() -> None:
    warning = Diagnostic("tab", "odd", Span("other.yaml", 1, 1, 2), severity="warning")
    assert as_text(report(WRONG_UNIT, warning)).splitlines()[-1] == (
        "1 error and 1 warning in 2 files; `wiser explain CODE` tells more"
    )


def test_text_says_nothing_where_nothing_was_found() -> None:
    assert as_text(Report()) == ""


def test_text_of_a_finding_without_a_place_or_without_a_text() -> None:
    nowhere = Diagnostic("no-file", "odd", NOWHERE)
    unread = Diagnostic("no-file", "odd", Span("gone.yaml", 1, 1, 2))
    assert as_text(Report([nowhere])).splitlines()[:2] == ["error[no-file]: odd", ""]
    assert as_text(Report([unread])).splitlines()[:3] == ["error[no-file]: odd", " --> gone.yaml:1:1", ""]


@pytest.mark.parametrize(
    ("line", "column", "end", "shown", "carets"),
    [
        pytest.param(
            "title: 腰痛 x",
            11,
            12,
            "title: 腰痛 x",
            " " * 12 + "^",
            id="two columns each for wide characters",
        ),
        pytest.param("title: 腰痛 x", 8, 10, "title: 腰痛 x", " " * 7 + "^^^^", id="wide carets for wide characters"),
        pytest.param("a: Ａ x", 6, 7, "a: Ａ x", " " * 6 + "^", id="two columns for a full-width letter"),
        pytest.param("a: e\u20dd x", 7, 8, "a: e\u20dd x", " " * 5 + "^", id="no column for a circle around"),
        pytest.param("a: e\u0301e\u0301 x", 9, 10, "a: e\u0301e\u0301 x", " " * 6 + "^", id="no column for an accent"),
        pytest.param("a: 𝒳𝒳 x", 7, 8, "a: 𝒳𝒳 x", " " * 6 + "^", id="one column beyond the first 65,536 characters"),
        pytest.param("a:\tb", 3, 4, "a:\\tb", "  ^^", id="a tab as it is written"),
        pytest.param("a: \u202eb", 4, 5, "a: \\u202eb", "   ^^^^^^", id="an override of the direction as an escape"),
        pytest.param("a: \u200bb", 5, 6, "a: \\u200bb", " " * 9 + "^", id="a space of no width as an escape"),
        pytest.param("a: b", 5, 6, "a: b", "    ^", id="behind the end of the line"),
        pytest.param("a: b", 9, 12, "a: b", "    ^", id="far behind the end of the line"),
    ],
)
def test_carets_stand_below_the_place(line: str, column: int, end: int, shown: str, carets: str) -> None:
    lines = as_text(one(line, column, end)).splitlines()
    assert lines[3:5] == [f"1 | {shown}", f"  | {carets}"]


@pytest.mark.parametrize("place", [1, 30, 70, 5_000, 9_999], ids=lambda place: f"the place in column {place:,}")
def test_a_long_line_is_cut_around_the_place(place: int) -> None:
    line = "".join(chr(ord("a") + number % 26) for number in range(10_000))
    _, _, _, shown, carets, *_ = as_text(one(line, place, place + 3)).splitlines()
    assert len(shown) <= len("1 | ") + MOST_COLUMNS + 2 * len("...")
    assert shown[carets.index("^") : carets.rindex("^") + 1] == line[place - 1 : place + 2]
    assert shown.endswith("...") == (place < 9_900)
    assert shown.startswith("1 | ...") == (place > 41)


def test_a_place_longer_than_the_screen_is_underlined_to_the_cut() -> None:
    _, _, _, shown, carets, *_ = as_text(one("a: " + "b" * 5_000, 4, 5_004)).splitlines()
    assert carets.count("^") == MOST_COLUMNS - 3
    assert len(carets) == len(shown) - len("...")


def test_text_is_plain_unless_color_is_asked_for() -> None:
    plain, painted = as_text(report(WRONG_UNIT, TWICE)), as_text(report(WRONG_UNIT, TWICE), color=True)
    assert plain.isascii()
    assert "\033" not in plain
    assert "\033[1;31merror[wrong-unit]\033[0m" in painted
    assert re.sub("\033\\[[0-9;]*m", "", painted) == plain


# ---------------------------------------------------------------- json


def test_json_is_a_list_of_findings() -> None:
    assert json.loads(as_json(report(TWICE))) == [
        {
            "code": "duplicate-key",
            "severity": "error",
            "message": "`pain-duration` stands twice in one place",
            "help": "keep one of the two",
            "label": "and again here",
            "notes": [],
            "file": FILE,
            "line": 6,
            "column": 3,
            "end_column": 16,
            "related": [
                {"file": FILE, "line": 4, "column": 3, "end_column": 16, "label": "it stands here first"},
            ],
            "fix": None,
            "proposal": "",
            "consequences": [],
            "explain": "wiser explain duplicate-key",
            "about": [],
            "accepted": None,
        }
    ]
    assert as_json(Report()) == "[]\n"


# ---------------------------------------------------------------- github


def test_github_gets_one_command_for_each_finding() -> None:
    assert as_github(report(WRONG_UNIT)) == (
        "::error file=policies/esi/6.0.0.yaml,line=5,col=41,endColumn=49,title=wrong-unit"
        "::`4 months` is not in weeks, and units are never converted"
        "%0Ahelp: write 4 weeks, if that is what the source says\n"
    )


def test_github_signs_in_texts_are_escaped() -> None:
    odd = Diagnostic("tab", "100%: a, b::c", Span("a,b:c%.yaml", 1, 1, 2))
    assert as_github(Report([odd])) == (
        "::error file=a%2Cb%3Ac%25.yaml,line=1,col=1,endColumn=2,title=tab::100%25: a, b::c\n"
    )


def test_github_gets_no_line_where_there_is_none() -> None:
    assert as_github(Report([Diagnostic("no-file", "odd", NOWHERE)])) == "::error title=no-file::odd\n"


# ---------------------------------------------------------------- sarif


def closed(optional: str = "", **properties: Any) -> dict[str, Any]:
    """The schema of an object with these keys and no others; all are required but the optional ones."""
    required = [key for key in properties if key not in optional.split()]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def several(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items, "uniqueItems": True}


WHOLE = {"type": "integer", "minimum": 0}
POSITIVE = {"type": "integer", "minimum": 1}
WORDED = closed("markdown", text={"type": "string", "minLength": 1}, markdown={"type": "string", "minLength": 1})
PLACE = closed(
    artifactLocation=closed(uri={"type": "string", "pattern": "^(file:///)?[A-Za-z0-9._~%/-]+$"}),
    region=closed(startLine=POSITIVE, startColumn=POSITIVE, endColumn=POSITIVE),
)
RULE = closed(id={"enum": list(codes())}, shortDescription=WORDED, fullDescription=WORDED, help=WORDED)
RESULT = closed(
    "relatedLocations",
    ruleId={"type": "string"},
    ruleIndex=WHOLE,
    level={"enum": ["none", "note", "warning", "error"]},
    message=WORDED,
    locations=several(closed(physicalLocation=PLACE)),
    relatedLocations=several(closed(id=WHOLE, physicalLocation=PLACE, message=WORDED)),
)
# The SARIF 2.1.0 schema, without all that is not used here.
SARIF = closed(
    **{"$schema": {"const": "https://json.schemastore.org/sarif-2.1.0.json"}},
    version={"const": "2.1.0"},
    runs=several(
        closed(
            tool=closed(driver=closed(name={"const": "wiser"}, rules=several(RULE))),
            columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            results=several(RESULT),
        )
    ),
)


def sarif_run(found: Report) -> Any:
    log = json.loads(as_sarif(found))
    jsonschema.validate(log, SARIF)
    return log["runs"][0]


def test_sarif_has_each_finding_with_its_place_and_its_rule() -> None:
    run = sarif_run(report(WRONG_UNIT, TWICE))
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["duplicate-key", "wrong-unit"]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [r["ruleId"] for r in run["results"]]
    first, second = run["results"]
    assert first["message"]["text"] == f"{WRONG_UNIT.message} (help: {WRONG_UNIT.help})"
    assert first["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 5,
        "startColumn": 41,
        "endColumn": 49,
    }
    assert second["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 4


def test_sarif_of_nothing_is_a_run_without_results() -> None:
    run = sarif_run(Report())
    assert run["results"] == []


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        pytest.param("policies/esi/6.0.0.yaml", "policies/esi/6.0.0.yaml", id="a plain path is relative"),
        pytest.param("my policies/ä#1.yaml", "my%20policies/%C3%A4%231.yaml", id="odd signs are escaped"),
        pytest.param("a:b.yaml", "a%3Ab.yaml", id="a colon makes no scheme"),
        pytest.param("/work/a b.yaml", "file:///work/a%20b.yaml", id="an absolute path is a file URI"),
    ],
)
def test_sarif_paths_are_uris(file: str, uri: str) -> None:
    (result,) = sarif_run(Report([Diagnostic("tab", "odd", Span(file, 1, 1, 2))]))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}
    assert unquote(uri).endswith(file)


def test_sarif_braces_and_links_in_texts_are_plain_text() -> None:
    odd = Diagnostic("tab", "write {a: 0} or [b](c)", Span(FILE, 1, 1, 2))
    (result,) = sarif_run(report(odd))["results"]
    assert result["message"]["text"] == "write {{a: 0}} or [b] (c)"


# ---------------------------------------------------------------- every printer

WORDS = st.text(max_size=30)
SPANS = st.builds(
    Span, st.sampled_from([FILE, "other.yaml", ""]), st.integers(1, 4), st.integers(1, 40), st.integers(2, 60)
)
FINDINGS = st.builds(
    Diagnostic,
    st.sampled_from(codes()),
    st.text(min_size=1, max_size=30),
    SPANS | st.just(NOWHERE),
    WORDS,
    WORDS,
    st.sampled_from(["error", "warning"]),
    st.lists(st.tuples(SPANS, st.text(min_size=1)), max_size=2).map(tuple),
)


@given(found=st.lists(FINDINGS, max_size=4), text=st.text(max_size=200))
def test_no_text_of_an_author_breaks_out_of_any_format(found: list[Diagnostic], text: str) -> None:
    whole = report(*found, text=text)
    printed = {name: printer(whole) for name, printer in PRINTERS.items()}
    for output in printed.values():
        unseen = {c for c in output if c not in " \n" and unicodedata.category(c)[0] in "CZ"}
        assert not unseen
    assert len(json.loads(printed["json"])) == len(found)
    assert printed["github"].count("\n") == len(found)
    assert all(line.startswith(("::error ", "::warning ")) for line in printed["github"].splitlines())
    heads = [line for line in printed["text"].split("\n") if line.startswith(("error[", "warning["))]
    assert len(heads) == len(found)
    assert len(json.loads(printed["sarif"])["runs"][0]["results"]) == len(found)
