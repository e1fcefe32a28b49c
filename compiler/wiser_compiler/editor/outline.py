"""The sections of a document and what they declare; and which lines can be folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wiser_compiler.diagnostics import Span
from wiser_compiler.editor.index import Index
from wiser_compiler.reading.syntax import Entry, Items, Node, Table, Text

DEEP = ("facts", "examples")  # whose second level is a heading


@dataclass(frozen=True, slots=True)
class Symbol:
    """One entry of the outline: its name, what it is about, the lines from `span` to `last`, and what is below it."""

    name: str
    kind: str
    detail: str
    span: Span
    last: int
    below: tuple[Symbol, ...] = ()


def outline(index: Index) -> tuple[Symbol, ...]:
    """The sections, in written order."""
    entries = index.tree.entries
    ends = [*(entry.key.span.line - 1 for entry in entries[1:]), len(index.lines)]
    return tuple(
        _symbol(index, entry, end, "section", 2 if entry.key.text in DEEP else 1)
        for entry, end in zip(entries, ends, strict=False)
    )


def _symbol(index: Index, entry: Entry, end: int, kind: str, depth: int) -> Symbol:
    span = entry.key.span
    last = max(span.line, min(end, _last_line(index, span.line)))
    below: tuple[Symbol, ...] = ()
    if depth and isinstance(entry.value, Table):
        inner = entry.value.entries
        ends = [*(other.key.span.line - 1 for other in inner[1:]), last]
        name = "heading" if depth > 1 else "name"
        below = tuple(
            _symbol(index, one, end, name, depth - 1) for one, end in zip(inner, ends, strict=False) if one.key.text
        )
    elif isinstance(entry.value, Items):
        below = tuple(_example(index, item, last) for item in entry.value.items if isinstance(item, Table) and depth)
    return Symbol(entry.key.text or "?", kind, _detail(entry.value), span, last, below)


def _example(index: Index, item: Table, last: int) -> Symbol:
    name = item.get("name")
    text = name.text if isinstance(name, Text) and name.text else "?"
    return Symbol(text, "example", "", item.span, min(last, _last_line(index, item.span.line)))


def _detail(value: Node) -> str:
    """The title or the question of a thing, or its own text."""
    if isinstance(value, Text):
        return value.text[:100]
    told = (value.get(key) for key in ("title", "ask", "name", "label")) if isinstance(value, Table) else ()
    return next((node.text[:100] for node in told if isinstance(node, Text)), "")


def _last_line(index: Index, line: int) -> int:
    """The last line that is indented further than a line, counted from 1."""
    indent = _indent(index.lines[line - 1])
    last = line
    for number in range(line, len(index.lines)):
        if index.lines[number].strip():
            if _indent(index.lines[number]) <= indent:
                break
            last = number + 1
    return last


def folds(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last line, counted from 1, of everything that stands indented below a line."""
    open_lines: list[tuple[int, int]] = []  # indentation and number
    last = 0
    for number, line in enumerate([*lines, "end"], 1):
        if not line.strip():
            continue
        depth = _indent(line)
        while open_lines and open_lines[-1][0] >= depth:
            _, first = open_lines.pop()
            if last > first:
                yield first, last
        open_lines.append((depth, number))
        last = number


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
