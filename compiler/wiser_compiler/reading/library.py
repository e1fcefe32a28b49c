"""A folder of policies: one folder for each id, one file for each version."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from wiser_compiler.core.model import Policy
from wiser_compiler.diagnostics import Report, Span
from wiser_compiler.reading.checks import check_policy
from wiser_compiler.reading.document import kind_of, read_document
from wiser_compiler.reading.reader import read_policy, read_vocabulary


def documents(folder: Path, report: Report) -> list[Path]:
    """The documents of a folder, in a fixed order. What looks like one and is not read is reported."""
    if not folder.is_dir():
        problem = "there is no such folder" if not folder.exists() else "this is neither a folder nor a .yaml file"
        report.error("no-file", problem, Span(folder.as_posix(), 1, 1, 2), "name the folder of the policies")
        return []
    found = []
    for path in _walk(folder, report):
        if path.suffix == ".yml":
            span = Span(path.as_posix(), 1, 1, 2)
            report.error("wrong-place", "this file is not read", span, "let its name end in .yaml")
        elif path.suffix == ".yaml" and len(path.relative_to(folder).parts) > 2:
            span = Span(path.as_posix(), 1, 1, 2)
            report.error("wrong-place", "this file is not read", span, "move it to policies/<id>/<version>.yaml")
        elif path.suffix == ".yaml":
            found.append(path)
    if not found and not report.found:
        span = Span(folder.as_posix(), 1, 1, 2)
        report.error("no-file", "there is no policy in this folder", span, "run `wiser new ID`")
    return found


def _walk(folder: Path, report: Report) -> list[Path]:
    """Every file below a folder. A folder that cannot be read is reported: a build would take its policies for gone."""

    def unreadable(error: OSError) -> None:
        place = Path(error.filename or folder).as_posix()
        report.error("no-file", f"this folder cannot be read: {error.strerror}", Span(place, 1, 1, 2))

    walked = os.walk(folder, onerror=unreadable, followlinks=True)
    return sorted((Path(top) / name for top, _, names in walked for name in names), key=Path.as_posix)


def read_library(paths: Iterable[Path], report: Report) -> list[Policy]:
    """Read and check documents, and that their versions follow one another."""
    policies = list(read_all(paths, report))
    _check_versions(policies, report)
    return policies


def read_all(paths: Iterable[Path], report: Report) -> Iterator[Policy]:
    """Read and check documents; a policy comes back only from one without errors."""
    for path in paths:
        before = len(report.found)
        document = read_document(path, report)
        if document is None:
            continue
        if kind_of(document) == "vocabulary":
            read_vocabulary(path, report, document)
            continue
        policy = read_policy(path, report, document)
        if policy is not None:
            check_policy(policy, report)
            if len(report.found) == before:
                yield policy


def _check_versions(policies: Iterable[Policy], report: Report) -> None:
    """Of two versions of a policy one ends before the other begins: a request has one version."""
    ordered = sorted(policies, key=lambda policy: (policy.id, policy.effective))
    for one, other in pairwise(ordered):
        if one.id == other.id and (one.until is None or one.until > other.effective):
            report.error(
                "overlapping-versions",
                f"{one.version} is still in force when {other.version} begins, so one of them is never used",
                other.span,
                f'write until: "{other.effective}" in {one.version}, or a later `from` here',
                related=((one.span, f"{one.version} begins here"),),
            )
