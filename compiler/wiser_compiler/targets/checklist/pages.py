"""Sections that fit on a printed page: a long one goes on under a heading of its own, and a long row has parts.

Lines of print are counted from letters, roughly as browsers print GitHub's pages, of which a page has about 45.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from math import ceil
from string import ascii_lowercase
from typing import TypeVar

from wiser_compiler.targets.checklist.model import Line, Part, Row

PAGE = 38  # lines of print from a heading to the next one, as counted here
ACROSS = 90  # letters in a line of print
OF_A_PART = 5  # lines below a line that stands by itself

Thing = TypeVar("Thing")


def divided(row: Row) -> Row:
    """The row; if it is longer than a page, the conditions that it joins are parts of it."""
    if row_height(row) <= PAGE:
        return row
    parts: list[Part] = []
    lines = tuple(replace(line, below=tuple(_apart(below, row, parts) for below in line.below)) for line in row.lines)
    return replace(row, lines=lines, parts=tuple(parts))


def _apart(line: Line, row: Row, parts: list[Part]) -> Line:
    """The line; or the name of its condition, which is added to the parts."""
    full = len(parts) == len(ascii_lowercase)
    if not line.name or line.either or sum(map(_height, line.below)) < OF_A_PART or full:
        return line
    part = Part(f"{row.number}{ascii_lowercase[len(parts)]}", replace(line, lead="", tick=False))
    parts.append(part)
    return Line(f"{line.name} (part {part.number}, below)", lead=line.lead, tick=True)


def portions(things: Sequence[Thing], height: Callable[[Thing], int]) -> Iterator[Sequence[Thing]]:
    """The things in portions of at most a page, but for one that is longer by itself."""
    start = used = 0
    for number, thing in enumerate(things):
        used += height(thing)
        if used > PAGE and number > start:
            yield things[start:number]
            start, used = number, height(thing)
    yield things[start:]


def row_height(row: Row) -> int:
    """The lines of print of a row: its title, its source, and what is asked."""
    source = f"{row.title} {' '.join(row.places)} {' '.join(row.quotes)} {' '.join(row.look_in)}"
    return 3 * bool(row.marks) + _printed(source) + sum(map(_height, row.lines))


def _height(line: Line) -> int:
    answers = " ".join([*line.either, *line.boxes, *(blank.before + "_" * blank.width for blank in line.blanks)])
    return _printed(f"{line.lead} {line.words} {line.wanted} {answers}") + sum(map(_height, line.below))


def _printed(text: str) -> int:
    return ceil(len(text) / ACROSS)
