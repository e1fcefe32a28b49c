"""What a finding proposes to write, as an action of the editor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wiser_compiler.diagnostics import Diagnostic, Fix


class Action(NamedTuple):
    """What takes a finding away, under a title: a replacement, or without one the example that it asks for."""

    title: str
    fix: Fix | None
    finding: Diagnostic


def actions(findings: Iterable[Diagnostic], first: int, last: int) -> Iterator[Action]:
    """What may be written for what stands on some lines, counted from 1."""
    for finding in findings:
        for one in (finding, *finding.consequences):
            if one.span.file != finding.span.file or not first <= one.span.line <= last:
                continue
            if one.fix is not None:
                yield Action(f"Write {one.fix.text}" if one.fix.text.strip() else "Delete it", one.fix, one)
            elif one.code in ("uncovered-bound", "no-examples"):
                yield Action("Add the missing example, to be confirmed from the source", None, one)
