"""The quotations of a document, each with its place and with the citations it may stand on.

Quotations are read from the tree and not from the policy, since a finding points at the quotation itself. A condition
has the citations of the criteria that use it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wiser_compiler.core.model import Citation, Source
from wiser_compiler.diagnostics import Span
from wiser_compiler.reading.syntax import Items, Node, Table, Text

CITING = ("codes", "services", "scope", "criteria", "advisory", "clocks")
NAMED = ("conditions", "values")
PROSE = ("title", "label", "reading", "cite", "ask")  # the words under these keys name no condition


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words of a `quote:`, and every citation of a criterion they belong to."""

    words: str
    span: Span
    cite: tuple[Citation, ...]


def quotations(document: Table, sources: Sequence[Source]) -> tuple[Quotation, ...]:
    """Every quotation of a document, in the order of its lines.

    Without a citation, the first source counts as cited.
    """
    finder = _Finder(document, sources)
    first = tuple(Citation(source, "") for source in sources[:1])
    for section in CITING:
        if (node := document.get(section)) is not None:
            finder.visit(node, first)
    for name in finder.named:
        if name not in finder.used:  # perhaps a policy that is part of this program uses it
            finder.visit_named(name, first)
    found = (Quotation(quote.text, quote.span, tuple(cite)) for quote, cite in finder.found.items())
    return tuple(sorted(found, key=lambda quotation: quotation.span))


def citations(document: Table, sources: Sequence[Source]) -> Iterator[tuple[Citation, Span]]:
    """Every place of a source that a document names, with its place in the document: in `cite:`, and in `section:`."""
    known = {source.id: source for source in sources}
    declared = document.get("sources")
    for entry in declared.entries if isinstance(declared, Table) else ():
        section = entry.value.get("section") if isinstance(entry.value, Table) else None
        if section is not None and entry.key.text in known:
            yield Citation(known[entry.key.text], ""), section.span
    waiting: list[Node] = [
        node for section in (*CITING, "accepted", "not_encoded") if (node := document.get(section)) is not None
    ]
    while waiting:
        node = waiting.pop()
        below = node.items if isinstance(node, Items) else ()
        for entry in node.entries if isinstance(node, Table) else ():
            below = (*below, entry.value)
            places = entry.value.entries if entry.key.text == "cite" and isinstance(entry.value, Table) else ()
            for place in places:
                if place.key.text in known and isinstance(place.value, Text):
                    yield Citation(known[place.key.text], place.value.text), place.value.span
        waiting += below


class _Finder:
    """One walk over a document. State: the quotations found, and the named conditions that were visited."""

    def __init__(self, document: Table, sources: Sequence[Source]) -> None:
        self.sources = {source.id: source for source in sources}
        tables = (document.get(section) for section in NAMED)
        self.named = {e.key.text: e.value for table in tables if isinstance(table, Table) for e in table.entries}
        self.found: dict[Text, dict[Citation, None]] = {}
        self.used: set[str] = set()
        self.visited: set[tuple[str, tuple[Citation, ...]]] = set()

    def visit(self, node: Node, cite: tuple[Citation, ...]) -> None:
        """Find the quotations inside a node. A `cite` in it holds for everything below."""
        match node:
            case Text(text=text):
                self.visit_named(text.rpartition(" ")[2], cite)  # also of `3 months after latest_session`
            case Items(items=items):
                for item in items:
                    self.visit(item, cite)
            case Table(entries=entries):
                cite = self.cited(node.get("cite")) or cite
                for entry in entries:
                    if entry.key.text == "quote" and isinstance(entry.value, Text):
                        self.found.setdefault(entry.value, {}).update(dict.fromkeys(cite))
                    elif entry.key.text not in PROSE:
                        self.visit_named(entry.key.text, cite)
                        self.visit(entry.value, cite)

    def visit_named(self, name: str, cite: tuple[Citation, ...]) -> None:
        """A condition or a value has the citations of the places that use it."""
        if name in self.named and (name, cite) not in self.visited:
            self.visited.add((name, cite))
            self.used.add(name)
            self.visit(self.named[name], cite)

    def cited(self, node: Node | None) -> tuple[Citation, ...]:
        """`cite: {guide: box 3}`."""
        entries = node.entries if isinstance(node, Table) else ()
        return tuple(
            Citation(self.sources[entry.key.text], entry.value.text)
            for entry in entries
            if isinstance(entry.value, Text) and entry.key.text in self.sources
        )
