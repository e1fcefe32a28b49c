"""Findings for people and for machines: one function per format, from a `Report` to text.

Authors' text is never printed raw: a character that cannot be seen, or that
moves what is seen, is written as an escape in every format.
"""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from wiser_compiler import explanations
from wiser_compiler.diagnostics import MOST_ALIKE, Diagnostic, Fix, Reason, Report, Span, counted, flat, line_of
from wiser_compiler.json_text import printed
from wiser_compiler.program import visible

MOST_COLUMNS = 100  # of a source line; a longer one is cut around the place
BEFORE_PLACE = 40  # columns in front of the place that a cut line keeps
CUT = "..."


# ---------------------------------------------------------------- text


def as_text(report: Report, *, color: bool = False, everything: bool = False) -> str:
    """For a terminal: each finding with its line, the place underlined, and its help.

    Of findings that follow from another one there is the number alone, or `everything` behind it. Our own signs are
    ASCII. Nothing found prints nothing.
    """
    paint = _painted if color else _plain
    found = list(flat(report.sorted())) if everything else report.sorted()
    numbered: Counter[tuple[str, str]] = Counter()
    blocks = []
    for finding in found:
        numbered[finding.code, finding.span.file] += 1
        if numbered[finding.code, finding.span.file] <= MOST_ALIKE:
            blocks.append("\n".join(_block(finding, report.texts, paint, everything)))
    blocks += [
        f"and {number - MOST_ALIKE:,} more of {code} in {visible(file)}"
        for (code, file), number in numbered.items()
        if number > MOST_ALIKE
    ]
    return "".join(f"{block}\n\n" for block in blocks) + (f"{_summary(report)}\n" if found else "")


def accepted_as_text(report: Report, number: int, *, everything: bool = False) -> str:
    """How many findings are accepted, or nothing for none; before it, if `everything` is wanted, each with its reason.

    The number is that of the report and of what earlier runs found.
    """
    found = sorted(report.accepted, key=lambda d: (d.span.file, d.span.line, d.span.column)) if everything else []
    blocks = "".join("\n".join(_block(finding, report.texts, _plain, everything)) + "\n\n" for finding in found)
    verb = "is" if number == 1 else "are"
    more = "" if everything else "; `--all` shows them"
    return f"{blocks}{counted(number, 'finding')} {verb} accepted, with reasons{more}\n" if number else ""


Paint = Callable[[str, str], str]
_STYLES: Mapping[str, str] = {
    "error": "1;31",
    "warning": "1;33",
    "head": "1",
    "frame": "1;34",
    "help": "1;36",
}


def _plain(_style: str, words: str) -> str:
    return words


def _painted(style: str, words: str) -> str:
    return f"\033[{_STYLES[style]}m{words}\033[0m" if words else ""


def _block(finding: Diagnostic, texts: Mapping[str, str], paint: Paint, everything: bool) -> Iterator[str]:
    places = [finding.span, *(span for span, _ in finding.related)]
    margin = " " * max(len(str(span.line)) for span in places)
    yield paint(finding.severity, f"{finding.severity}[{finding.code}]") + paint(
        "head", f": {visible(finding.message)}"
    )
    if finding.span.line:
        yield from _snippet(finding.span, finding.label, texts, margin, "-->", "^", finding.severity, paint)
    for span, label in finding.related:
        yield from _snippet(span, label, texts, margin, ":::", "-", "frame", paint)
    for note in finding.notes:
        yield paint("frame", f"{margin} = ") + paint("head", "note") + f": {visible(note)}"
    if finding.reason:
        yield paint("frame", f"{margin} = ") + paint("head", "accepted") + f": {visible(_reason(finding.reason))}"
    elif finding.help:
        yield paint("frame", f"{margin} = ") + paint("help", "help") + f": {visible(finding.help)}"
    if finding.proposal:
        yield paint("frame", f"{margin} = ") + paint("help", "add") + f": {_proposed(finding)}"
        yield from map(visible, finding.proposal.split("\n"))
    if finding.consequences:
        where = "below" if everything else "shown by `wiser lint --all`"
        yield paint("frame", f"{margin} = ") + f"and {_following(finding)}, {where}"


def _proposed(finding: Diagnostic) -> str:
    place = "at the end of the document" if finding.proposal.startswith("examples:") else "under `cases:`"
    return f"this {place}, with the verdict of today, which is to be confirmed from the source"


def _reason(reason: Reason) -> str:
    """Why a finding is accepted, and where the source says so."""
    return f"{reason.because} ({reason.cite})"


def _following(finding: Diagnostic) -> str:
    """How many findings follow from one."""
    number = len(list(flat(finding.consequences)))
    return f"{number:,} finding{'s' * (number != 1)} that follow{'s' * (number == 1)} from it"


def _snippet(
    span: Span,
    label: str,
    texts: Mapping[str, str],
    margin: str,
    arrow: str,
    sign: str,
    style: str,
    paint: Paint,
) -> Iterator[str]:
    """The place of a finding and its line with the place underlined; without the line where there is no text."""
    yield paint("frame", f"{margin}{arrow} ") + f"{visible(span.file)}:{span.line}:{span.column}"
    line = line_of(texts, span)
    if not line:
        return
    shown, before, width = _cut(line, span)
    under = " " * before + paint(style, f"{sign * width} {visible(label)}".rstrip())
    yield paint("frame", f"{margin} |")
    yield paint("frame", f"{span.line:>{len(margin)}} |") + f" {shown}"
    yield paint("frame", f"{margin} |") + f" {under}"


def _cut(line: str, span: Span) -> tuple[str, int, int]:
    """The line as it is shown, the columns before the place, and the columns of the place."""
    start, end = min(span.column - 1, len(line)), min(span.end - 1, len(line))
    first, last = 0, len(line)
    if len(line) > MOST_COLUMNS or columns(line) > MOST_COLUMNS:
        first = start - _fitting(reversed(line[:start]), BEFORE_PLACE)
        last = first + _fitting(iter(line[first:]), MOST_COLUMNS)
    head, tail = CUT if first else "", CUT if last < len(line) else ""
    place = line[start : max(start, min(end, last))]
    before = len(head) + columns(line[first:start])
    return head + visible(line[first:last]) + tail, before, max(1, columns(place))


def _fitting(characters: Iterator[str], room: int) -> int:
    """How many of the characters fit into a number of columns."""
    count = 0
    for character in characters:
        room -= _columns(character)
        if room < 0:
            break
        count += 1
    return count


def columns(line: str) -> int:
    """How many columns of a terminal a text takes, as `visible` writes it.

    >>> columns("abc"), columns("腰痛"), columns("e\\u0301"), columns("\\u202e")
    (3, 4, 1, 6)
    """
    return sum(_columns(character) for character in line)


def _columns(character: str) -> int:
    if character.isascii() and character.isprintable():
        return 1
    if (escaped := visible(character)) != character:
        return len(escaped)
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _summary(report: Report) -> str:
    found = list(flat(report.found))
    counts = [
        counted(number, severity)
        for severity in ("error", "warning")
        if (number := sum(finding.severity == severity for finding in found))
    ]
    files = counted(len({finding.span.file for finding in found}), "file")
    codes = {finding.code for finding in found}
    code = next(iter(codes)) if len(codes) == 1 else "CODE"
    whole = " and ".join(counts)
    if (followed := len(found) - len(report.found)) > 0:
        whole += f" ({counted(followed, 'consequence')} included)"
    return f"{whole} in {files}; `wiser explain {code}` tells more"


# ---------------------------------------------------------------- json


def as_json(report: Report) -> str:
    """For scripts: a list of findings, sorted by place, first those with consequences. Keys are only ever added.

    Each has `code`, `severity`, `message`, `help`, `label`, `notes`, `file`, `line`, `column`, `end_column`,
    `related` (places with a `label`), `fix` (a place with the `text` to write there, and whether it is `sure`; or
    null), `proposal` (the missing example as YAML, or an empty text), `consequences` (findings that follow from it) and
    `explain` (a command). Columns are 1-based code points, `end_column` is the first one after; a finding about no
    place has line 0. `about` has the names of what it is about, if a document may accept it. Accepted findings come
    last: their `severity` is `accepted`, and `accepted` has the reason, the places in the sources, and the place of the
    acceptance; for others it is null.
    """
    return printed(as_data(report))


def as_data(report: Report) -> list[dict[str, Any]]:
    """The values that `as_json` prints."""
    return [_json_finding(finding) for finding in [*report.sorted(), *report.accepted]]


def _json_finding(finding: Diagnostic) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        "label": finding.label,
        "notes": list(finding.notes),
        **_json_place(finding.span),
        "related": [{**_json_place(span), "label": label} for span, label in finding.related],
        "fix": finding.fix and {**_json_place(finding.fix.span), "text": finding.fix.text, "sure": finding.fix.sure},
        "proposal": finding.proposal,
        "consequences": [_json_finding(one) for one in finding.consequences],
        "explain": f"wiser explain {finding.code}",
        "about": list(finding.about),
        "accepted": finding.reason
        and {"because": finding.reason.because, "cite": finding.reason.cite, **_json_place(finding.reason.span)},
    }


def _json_place(span: Span) -> dict[str, Any]:
    # Half a surrogate pair stands for a byte that is not UTF-8, and many readers of JSON refuse it.
    file = span.file.encode("utf-8", "backslashreplace").decode()
    return {"file": file, "line": span.line, "column": span.column, "end_column": span.end}


# ---------------------------------------------------------------- github


def as_github(report: Report) -> str:
    """For GitHub Actions: one workflow command per finding, shown beside the line of the change.

    GitHub shows ten at most, so of findings that follow from another one there is the number alone.
    """
    return "".join(f"{_command(finding)}\n" for finding in report.sorted())


def _command(finding: Diagnostic) -> str:
    span = finding.span
    place = {"file": span.file, "line": span.line, "col": span.column, "endColumn": span.end} if span.line else {}
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in {**place, "title": finding.code}.items())
    more = [*(f"note: {note}" for note in finding.notes), *([f"help: {finding.help}"] if finding.help else [])]
    more += [_proposed(finding), *finding.proposal.split("\n")] if finding.proposal else []
    more += [f"and {_following(finding)}"] if finding.consequences else []
    return f"::{finding.severity} {properties}::" + "%0A".join(map(_data, [finding.message, *more]))


def _data(words: str) -> str:
    return visible(words).replace("%", "%25")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


# ---------------------------------------------------------------- sarif


def as_sarif(report: Report) -> str:
    """For code scanning: SARIF 2.1.0, with the explanation of each code that was found.

    Accepted findings are suppressed ones, with their reasons.
    """
    found: list[tuple[Diagnostic, Diagnostic | None]] = [(finding, None) for finding in report.sorted()]
    found += [(one, finding) for finding, _ in list(found) for one in flat(finding.consequences)]
    found += [(finding, None) for finding in report.accepted]
    codes = sorted({finding.code for finding, _ in found})
    run = {
        "tool": {"driver": {"name": "wiser", "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes.index(finding.code), cause) for finding, cause in found],
    }
    return printed({"version": "2.1.0", "$schema": SARIF_SCHEMA, "runs": [run]})


SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def _rule(code: str) -> dict[str, Any]:
    if code not in explanations.codes():
        return {"id": code}
    why = explanations.why(code)
    return {
        "id": code,
        "shortDescription": {"text": explanations.summary(code)},
        "fullDescription": {"text": why},
        "help": {"text": why, "markdown": explanations.explain(code)},
    }


def _result(finding: Diagnostic, rule: int, cause: Diagnostic | None) -> dict[str, Any]:
    notes = "".join(f" (note: {visible(note)})" for note in finding.notes)
    words = visible(finding.message) + notes + (f" (help: {visible(finding.help)})" if finding.help else "")
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": "note" if finding.severity == "accepted" else finding.severity,
        "message": {"text": _message(words)},
        "locations": [_location(finding.span)] if finding.span.line else [],
    }
    related = [*finding.related, *([(cause.span, f"follows from {cause.code} here")] if cause else [])]
    if related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": _message(visible(label))}, **_location(span)}
            for number, (span, label) in enumerate(related)
        ]
    if finding.reason:
        result["suppressions"] = [
            {
                "kind": "inSource",
                "justification": visible(_reason(finding.reason)),
                "location": _location(finding.reason.span),
            }
        ]
    if finding.proposal:
        result["properties"] = {"proposal": finding.proposal}
    if finding.fix:
        result["fixes"] = [_sarif_fix(finding.fix, finding.help)]
    return result


def _sarif_fix(fix: Fix, help: str) -> dict[str, Any]:
    place = _location(fix.span)["physicalLocation"]
    replacement = {"deletedRegion": place["region"], "insertedContent": {"text": fix.text}}
    change = {"artifactLocation": place["artifactLocation"], "replacements": [replacement]}
    return {"description": {"text": _message(visible(help))}, "artifactChanges": [change]}


def _message(words: str) -> str:
    """SARIF takes braces for places to fill in, and `[a](b)` for a link (3.11.5 and 3.11.6)."""
    return words.replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _location(span: Span) -> dict[str, Any]:
    region = {"startLine": span.line, "startColumn": span.column, "endColumn": span.end}
    uri = ("file://" if span.file.startswith("/") else "") + quote(os.fsencode(span.file))  # any bytes may be a name
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


PRINTERS: Mapping[str, Callable[[Report], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
