"""A folder of policies: one folder for each id, one file for each version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from wiser_compiler.core.model import Policy
from wiser_compiler.diagnostics import Report, Span
from wiser_compiler.reading.checks import check_policy
from wiser_compiler.reading.reader import is_vocabulary, read_document, read_policy, read_vocabulary


def documents(folder: Path, report: Report) -> list[Path]:
    """The documents of a folder, in a fixed order. What looks like one and is not read is reported."""
    if not folder.is_dir():
        report.error(
            "no-file", "there is no such folder", Span(folder.as_posix(), 1, 1, 2), "name the folder of the policies"
        )
        return []
    for path in sorted(folder.rglob("*.yml")):
        report.error(
            "wrong-place", "this file is not read", Span(path.as_posix(), 1, 1, 2), "let its name end in .yaml"
        )
    found = sorted(folder.rglob("*.yaml"), key=lambda path: path.as_posix())
    if not found:
        report.error(
            "no-file", "there is no policy in this folder", Span(folder.as_posix(), 1, 1, 2), "run `wiser new ID`"
        )
    return found


def read_all(paths: Iterable[Path], report: Report) -> Iterator[Policy]:
    """Read and check documents; a policy comes back only from one without errors."""
    for path in paths:
        before = len(report.found)
        document = read_document(path, report)
        if document is None:
            continue
        if is_vocabulary(document):
            read_vocabulary(path, report, document)
            continue
        policy = read_policy(path, report, document)
        if policy is not None:
            check_policy(policy, report)
            if len(report.found) == before:
                yield policy
