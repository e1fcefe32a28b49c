"""What a finding proposes to write instead, as an action of the editor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wiser_compiler.diagnostics import Diagnostic, Span


class Action(NamedTuple):
    """A replacement of one stretch of text, and the finding that it removes. `sure` where nothing else can be meant."""

    title: str
    span: Span
    text: str
    finding: Diagnostic
    sure: bool


def actions(findings: Iterable[Diagnostic], first: int, last: int) -> Iterator[Action]:
    """What may be written in place of what stands on some lines, counted from 1."""
    for finding in findings:
        if first <= finding.span.line <= last and (fix := _fix(finding)):
            span, text, sure = fix
            yield Action(f"Write {text}" if text.strip() else "Delete it", span, text, finding, sure)


def _fix(finding: Diagnostic) -> tuple[Span, str, bool] | None:
    fix = getattr(finding, "fix", None)
    if fix is not None:
        return fix.span, fix.text, fix.sure
    # Until every help says its replacement: a misspelt word, and text that needs quotes.
    if match := re.fullmatch(r"did you mean `([^`]+)`\?", finding.help):
        return finding.span, match[1], False
    if finding.code == "unquoted-text" and (match := re.fullmatch(r'write ("[^"\\]+")', finding.help)):
        return finding.span, match[1], True
    return None
