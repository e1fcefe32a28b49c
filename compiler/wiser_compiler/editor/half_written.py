"""The tree of a document that somebody is typing: all of it that can be read, each part with its place.

Each section is read by itself, so that a mistake in one takes nothing from the others, and what did not change is not
read again. Inside a section the lines at fault are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from wiser_compiler.diagnostics import Report, Span
from wiser_compiler.reading.syntax import MOST_BYTES, Entry, Node, Table, read_syntax

MOST_LINES_LEFT_OUT = 12  # of one section

_SECTION = re.compile(r"[^\s#-]")
_KEY = re.compile(r"\w+:")


def tree_of(text: str, file: str) -> Table:
    """Every section that can be read, in written order. Empty where there is none, or where the text is too large."""
    entries: dict[str, Entry] = {}
    if len(text) <= MOST_BYTES:
        for first, section in sections(text):
            for entry in _read(section, first, file):
                entries.setdefault(entry.key.text, entry)
    return Table(tuple(entries.values()), Span(file, 1, 1, 2))


def sections(text: str) -> Iterator[tuple[int, str]]:
    """The sections of a document with the number of their first lines, counted from 0. A section begins unindented."""
    lines = text.split("\n")
    begins = [number for number, line in enumerate(lines) if _SECTION.match(line)]
    for first, end in zip(begins, [*begins[1:], len(lines)], strict=False):
        yield first, "\n".join(lines[first:end])


@lru_cache(200)  # the sections of the documents that are open
def _read(section: str, first: int, file: str) -> tuple[Entry, ...]:
    lines = section.split("\n")
    for _ in range(MOST_LINES_LEFT_OUT):
        report = Report()
        node = read_node("\n" * first + "\n".join(lines), file, report)
        if isinstance(node, Table):
            return node.entries
        at = min((finding.span.line - 1 - first for finding in report.found), default=-1)
        left = _KEY.match(lines[at]) if at == 0 else None
        if not 0 <= at < len(lines) or lines[at] == (left[0] if left else ""):
            break
        lines[at] = left[0] if left else ""  # of its first line a section keeps its name
    return ()


def read_node(text: str, file: str, report: Report) -> Node | None:
    """The tree of a text, whatever is wrong with what it says."""
    return read_syntax(text.encode("utf-8", "replace"), file, report)
