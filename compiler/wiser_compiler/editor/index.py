"""A document as an editor looks at it: its tree, its names, every spot of it, and where names are declared and used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from wiser_compiler.core.model import Source
from wiser_compiler.diagnostics import Report
from wiser_compiler.editor.half_written import tree_of
from wiser_compiler.editor.spots import Mention, Spot, spots
from wiser_compiler.reading.document import Kind, kind_of, read_data
from wiser_compiler.reading.named_documents import named_document, versions_named
from wiser_compiler.reading.names import Names
from wiser_compiler.reading.reader import read_names
from wiser_compiler.reading.syntax import Table, Text


@dataclass(frozen=True, slots=True)
class Index:
    """What is known of one text of a document, however much of it is written."""

    path: Path
    text: str
    lines: tuple[str, ...]
    tree: Table
    kind: Kind
    names: Names
    sources: Mapping[str, Source]
    spots: tuple[Spot, ...]

    def at(self, line: int, column: int) -> Spot | None:
        """The spot at a place; lines and columns are counted from 1. The place behind a word is of the word."""
        here = [s for s in self.spots if s.node.span.line == line and s.node.span.column <= column <= s.node.span.end]
        return min(here, key=lambda s: (column == s.node.span.end, s.node.span.end - s.node.span.column), default=None)

    def mention_at(self, line: int, column: int) -> Mention | None:
        """The name at a place."""
        spot = self.at(line, column)
        found = (m for m in (spot.mentions if spot else ()) if m.span.column <= column <= m.span.end)
        return next(found, None)

    def declaration(self, mention: Mention) -> Mention | None:
        """Where a name is declared: here, or in a document that this one names."""
        return next(self._declared(mention), None)

    def _declared(self, mention: Mention) -> Iterator[Mention]:
        shared = mention.space == "shared source"
        for spot in self.spots:
            if spot.declares and not shared:
                yield from (other for other in spot.mentions if other[:2] == mention[:2])
        for document in self.named():
            yield from document._declared(mention._replace(space="source") if shared else mention)

    def uses(self, mention: Mention) -> tuple[Mention, ...]:
        """Every place of this document where a name stands, the declaration included."""
        found = (other for spot in self.spots for other in spot.mentions if other[:2] == mention[:2])
        return tuple(other for other in found if self._written(other))

    def _written(self, mention: Mention) -> bool:
        """The name stands in its place letter by letter; one in a text of several lines may not."""
        span = mention.span
        return self.lines[span.line - 1][span.column - 1 : span.end - 1].strip("\"'") == mention.name

    def title_of(self, id: str) -> str:
        """The title of a criterion or clock of this document."""
        for section in ("scope", "criteria", "advisory", "clocks"):
            found = self.tree.get(section)
            thing = found.get(id) if isinstance(found, Table) else None
            title = thing.get("title") if isinstance(thing, Table) else None
            if isinstance(title, Text):
                return title.text
        return ""

    def named(self) -> Iterator[Index]:
        """The documents that this one names, from the disk."""
        for key in ("uses", "part_of"):
            for node in versions_named(self.tree.get(key)):
                path = named_document(node, key, "", "", self.path, Report())
                data = read_data(path, Report()) if path and path != self.path else None
                if path and data is not None:
                    yield index_of(path, data.decode("utf-8", "replace"))


@lru_cache(16)  # the documents that are open, and those that they name
def index_of(path: Path, text: str) -> Index:
    """The index of a text that lies, or is to lie, at a path."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    tree = tree_of(text, path.as_posix())
    names, sources = read_names(path, tree)
    kind = kind_of(tree)
    lines = tuple(text.split("\n"))
    return Index(path, text, lines, tree, kind, names, sources, tuple(spots(tree, names, kind, lines)))
