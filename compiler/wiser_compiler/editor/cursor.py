"""What may stand at the cursor: the text with a mark there, read as if it were complete.

The rest of the document may be broken. First the section around the cursor is read; where that cannot be done, only the
lines that the indentation says are above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from wiser_compiler.diagnostics import Report
from wiser_compiler.editor.half_written import read_node, sections
from wiser_compiler.editor.index import Index
from wiser_compiler.editor.spots import Spot, spots
from wiser_compiler.reading.syntax import MOST_BYTES, Table

MARK = "cursor-stands-here"  # no name of a fact, since it has hyphens

_WORD_BEFORE = re.compile(r"[\w.-]*$")
_WORD_AFTER = re.compile(r"[\w.-]*")


class Cursor(NamedTuple):
    """The spot at the cursor.

    `before` is what its text holds before the word that is being written, which begins at `column`. `quoted` is true
    inside quotes, and `key` where a colon has to follow the word.
    """

    spot: Spot
    before: str
    column: int
    quoted: bool
    key: bool


def cursor_at(index: Index, line: int, column: int) -> Cursor | None:
    """What stands at a place, counted from 1; None where nothing can be told, as in a comment."""
    if not 0 < line <= len(index.lines) or len(index.text) > MOST_BYTES:
        return None
    written = index.lines[line - 1]
    before, after = written[: column - 1], written[column - 1 :]
    start = _WORD_BEFORE.search(before)
    assert start is not None  # it may be empty
    head = before[: start.start()]
    tail = after[len(_WORD_AFTER.match(after)[0]) :]  # type: ignore[index]  # it may be empty
    if re.search("(^| )#", head) and not _open_quote(head):
        return None
    quote = _open_quote(head)
    for whole in (_section(index, line), _above(index, line)):
        for marked in _marked(head, tail, quote):
            number, lines = whole
            lines = [*lines[:number], marked, *lines[number + 1 :]]
            if spot := _spot(index, "\n".join(lines)):
                before_mark = spot.node.text.partition(MARK)[0]
                key = not tail.lstrip().startswith(":") and (spot.key or spot.role in ("key", "word"))
                return Cursor(spot, before_mark, len(head) + 1, bool(quote), key)
    return None


def _marked(head: str, tail: str, quote: str) -> Iterator[str]:
    """The line as it might go on behind the cursor."""
    closing = _closing(head)
    for rest in dict.fromkeys((tail, quote + closing)):
        yield f"{head}{MARK}{rest}"
        if not quote:
            yield f"{head}{MARK}: {rest.lstrip(' :')}"
            yield f"{head}{MARK}: {MARK}{closing}"


def _spot(index: Index, text: str) -> Spot | None:
    node = read_node(text, "", Report())
    if not isinstance(node, Table):
        return None
    return next((spot for spot in spots(node, index.names, index.kind) if MARK in spot.node.text), None)


def _section(index: Index, line: int) -> tuple[int, list[str]]:
    """The lines of the section around a line, and the number of the line among them."""
    if not index.lines[line - 1][:1].strip():
        for first, section in sections(index.text):
            lines = section.split("\n")
            if first < line <= first + len(lines):
                return line - 1 - first, lines
    return 0, [""]


def _above(index: Index, line: int) -> tuple[int, list[str]]:
    """The keys that a line stands under by its indentation, without what else stands on their lines."""
    found: list[str] = []
    indent = len(index.lines[line - 1]) - len(index.lines[line - 1].lstrip(" "))
    for other in reversed(index.lines[: line - 1]):
        depth = len(other) - len(other.lstrip(" "))
        key = re.match(r" *(?:- +)*[^\s#:{\[]+:(?= |$)", other)
        if key and depth < indent:
            found.append(key[0])
            indent = depth
        if not indent:
            break
    return len(found), [*reversed(found), ""]


def _open_quote(head: str) -> str:
    """The quotation mark that is open at the end of a text, or nothing."""
    quote = ""
    for sign in head:
        if sign == quote:
            quote = ""
        elif not quote and sign in "\"'":
            quote = sign
    return quote


def _closing(head: str) -> str:
    """The brackets that close what is open at the end of a text."""
    found = ""
    quote = ""
    for sign in head:
        if quote or sign in "\"'":
            quote = "" if sign == quote else quote or sign
        elif sign in "{[":
            found = ("}" if sign == "{" else "]") + found
        elif sign in "}]" and found.startswith(sign):
            found = found[1:]
    return found
