"""The findings of a text that may not be saved: those of `wiser lint FILE`, the quick ones first.

Other documents are read from the disk.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from wiser_compiler.diagnostics import Diagnostic, Report
from wiser_compiler.linting.checks import check_policy
from wiser_compiler.linting.library import check_between, document_of


def findings(path: Path, text: str) -> Iterator[list[Diagnostic]]:
    """What is wrong with a document: first what is found when it is read, and then all of it, with the examples."""
    report = Report()
    document = document_of(path, text.encode("utf-8", "replace"), report, lints=False)
    yield _here(path, report)
    if document is None:
        return
    if document.draft is not None:
        check_policy(document.draft, report)
    check_between([replace(document, policy=None) if report.found else document], report)
    yield _here(path, report)


def _here(path: Path, report: Report) -> list[Diagnostic]:
    """The findings that point into the document."""
    return [finding for finding in report.sorted() if finding.span.file == path.as_posix()]
