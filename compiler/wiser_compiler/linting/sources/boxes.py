"""What a section of a source lists: its check-boxes, or else its numbered items, each with what stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wiser_compiler.linting.sources.text import Section

_BOX = re.compile(r"(\s*)[☐☑❑❒□■•●▪\uf0b7]\s*(?=\S)")
_NUMBERED = re.compile(r"(\s*)(?:\d{1,2}[.)]|\(?[a-z]\)|[-–*])\s+(?=\S)")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Box:
    """One item: the paragraph above it, if there is one, its lines, and the first line's number in the file."""

    above: str
    lines: tuple[str, ...]
    line: int

    @property
    def words(self) -> str:
        """All of it in one line."""
        return " ".join(self.lines)


def boxes(section: Section) -> tuple[Box, ...]:
    """The items of a section, those with a check-box if there are any. What is indented below one belongs to it."""
    rows = section.text.split("\n")[1:]
    for mark in (_BOX, _NUMBERED):
        indents = [len(match[1]) for match in map(mark.match, rows) if match]
        if indents:
            return tuple(_items(section, rows, mark, min(indents)))
    return ()


def _items(section: Section, rows: list[str], mark: re.Pattern[str], indent: int) -> Iterator[Box]:
    above: list[str] = []
    current: list[str] = []
    begins, blank = 0, True
    for number, row in enumerate(rows, section.line + 1):
        words = " ".join(_UNSEEN.sub("", row).split())
        match = mark.match(row)
        if match and len(match[1]) == indent:
            if current:
                yield Box(" ".join(above), tuple(current), begins)
                above = []
            current, begins = [" ".join(_UNSEEN.sub("", row[match.end() :]).split())], number
        elif words and (not current or blank or len(row) - len(row.lstrip()) < indent):
            if current:
                yield Box(" ".join(above), tuple(current), begins)
                above, current = [], []
            above.append(words)
        elif words:
            current.append(words)
        blank = not words
    if current:
        yield Box(" ".join(above), tuple(current), begins)
