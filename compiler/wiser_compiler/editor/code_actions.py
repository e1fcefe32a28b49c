"""What a finding proposes to write instead, as an action of the editor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wiser_compiler.diagnostics import Diagnostic, Fix


class Action(NamedTuple):
    """The replacement that removes a finding, under a title."""

    title: str
    fix: Fix
    finding: Diagnostic


def actions(findings: Iterable[Diagnostic], first: int, last: int) -> Iterator[Action]:
    """What may be written in place of what stands on some lines, counted from 1."""
    for finding in findings:
        for one in (finding, *finding.consequences):
            if one.fix is not None and one.span.file == finding.span.file and first <= one.span.line <= last:
                yield Action(f"Write {one.fix.text}" if one.fix.text.strip() else "Delete it", one.fix, one)
