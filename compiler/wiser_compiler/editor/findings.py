"""The findings of a text that may not be saved: those of `wiser lint FILE`, the quick ones first.

Other documents are read from the disk. The solver is not asked whether a missing example can exist: that takes too long
while somebody types, and is asked when somebody wants the example.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from pathlib import Path

from wiser_compiler.diagnostics import Diagnostic, Report
from wiser_compiler.linting.checks import check_steps
from wiser_compiler.linting.library import Document, around, check_beside_sources, check_between, document_of
from wiser_compiler.reading.document import read_tree


def findings(path: Path, text: str, known: MutableMapping[Path, Document]) -> Iterator[list[Diagnostic]]:
    """The findings of a document, in three steps: those of reading it, those of its words, and all of them.

    Findings that the document may accept come in the last step, when it is known how many there are. `known` are the
    documents around it, which are kept from one search to the next.
    """
    report = Report()
    data = text.encode("utf-8", "replace")
    document = document_of(path, data, report, linted=False)
    yield _here(path, report)
    if document is None:
        return
    if document.draft is not None:
        accepted = {one.finding for one in document.draft.accepted}
        for _ in check_steps(document.draft, report):
            yield [finding for finding in _here(path, report) if finding.code not in accepted]
        tree = read_tree(path, data, Report())
        if tree is not None:
            check_beside_sources(path, tree, document.draft, report)
    check_between([document], report, around([document], report, known))
    yield _here(path, report)


def _here(path: Path, report: Report) -> list[Diagnostic]:
    """The findings that point into the document, also those that follow from one in another."""
    found = report.sorted()
    heads = (one for one in found if one.span.file == path.as_posix())
    follow = (one for head in found if head.span.file != path.as_posix() for one in head.consequences)
    return [*heads, *(one for one in follow if one.span.file == path.as_posix())]
