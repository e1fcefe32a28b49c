"""One file as a tree, and the head of every kind of document: its id, version and title."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal as OneOf
from typing import TypeAlias

from wiser_compiler.diagnostics import Report, Span
from wiser_compiler.files import read_bytes
from wiser_compiler.reading import fields, vocabulary
from wiser_compiler.reading.ids import free_id, not_free
from wiser_compiler.reading.syntax import MOST_BYTES, Table, read_syntax

Kind: TypeAlias = OneOf["policy", "program", "vocabulary"]

SHARED = ("uses", "review_by", "choices", "groups", "values", "conditions", "questions", "advisory", "examples",
          "accepted", "known_editions", "supplied_by", "add_ons", "asking", "sheet")  # fmt: skip
HEAD = ("version", "title", "effective", "sources", "facts")
KEYS: Mapping[Kind, tuple[tuple[str, ...], tuple[str, ...]]] = {  # may stand there, must stand there
    "policy": ((*SHARED, "part_of", "changes", "codes", "scope", "not_encoded"), ("policy", *HEAD, "criteria")),
    "program": ((*SHARED, "states", "clocks", "sending", "decisions"), ("program", *HEAD, "services", "scope")),
    "vocabulary": (("sources", "facts", "choices", "groups", "questions"), ("vocabulary", "version", "title")),
}

# Findings of the syntax that leave the tree whole, so that the rest of the file can be read as well.
WHOLE = ("cut-text", "duplicate-key")


def read_document(path: Path, report: Report) -> Table | None:
    """The tree of one file, or None; a file that cannot be opened is a finding like any other."""
    data = read_data(path, report)
    return None if data is None else read_tree(path, data, report)


def read_data(path: Path, report: Report) -> bytes | None:
    """The bytes of a file. A file that is too large is reported, and read only up to the limit."""
    try:
        return read_bytes(path, MOST_BYTES)
    except OSError as error:
        report.error("no-file", f"this file cannot be read: {error.strerror}", Span(path.as_posix(), 1, 1, 2))
        return None


def read_tree(path: Path, data: bytes, report: Report) -> Table | None:
    """The tree of a file whose bytes are known."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        # The file may be a request, so the report keeps no text of it to show.
        help = "a document begins with a key, such as `policy: esi`"
        report.error("wrong-shape", "this is JSON, and no document", Span(path.as_posix(), 1, 1, 2), help)
        return None
    before = len(report.found)
    node = read_syntax(data, path.as_posix(), report)
    if any(finding.code not in WHOLE for finding in report.found[before:]):
        return None  # an incomplete tree would give further findings, less clear ones
    return fields.table(node, report, "a document")


_EXAMPLES = re.compile(rb"(?m)^examples:.*(?:\n(?:[ #\r-].*)?)*")


def without_examples(data: bytes) -> bytes:
    """The bytes of a document with empty lines instead of its examples, which are the longer part of it.

    A line of a quoted text may begin as they do. Where more than one line does so, all is left.
    """
    without, found = _EXAMPLES.subn(lambda found: b"\n" * found[0].count(b"\n"), data)
    return without if found == 1 else data


def folder_of(path: Path) -> Path:
    """The folder of the policies that a document lies in."""
    return (path if len(path.parts) > 2 else path.absolute()).parent.parent


_ID = re.compile(rb"(?m)^(?:policy|program|vocabulary): *[\"']?([a-z][a-z0-9_]{0,99})\b")
_VERSION = re.compile(rb"(?m)^version: *[\"']?([0-9.]{1,30})\b")


def place_of(data: bytes, folder: Path) -> Path:
    """Where a document that is not in a file would lie: where its id and its version say, as far as it has them."""
    id, version = (pattern.search(data[:MOST_BYTES]) for pattern in (_ID, _VERSION))
    return folder / (id[1].decode() if id else "draft") / f"{version[1].decode() if version else '1.0.0'}.yaml"


def kind_of(document: Table) -> Kind:
    """The kind of a document: a vocabulary, a program, or else a policy."""
    if document.get("vocabulary") is not None:
        return "vocabulary"
    return "program" if document.get("program") is not None else "policy"


def read_identity(document: Table, kind: Kind, path: Path, report: Report) -> tuple[str, str, str]:
    """The id, version and title. Id and version must be the folder and the name of the file."""
    id_node, version_node = document.get(kind), document.get("version")
    id = fields.matching(id_node, fields.NAME, report, f"a {kind}", vocabulary.NAME_HELP)
    version = fields.matching(version_node, fields.SEMVER, report, "a version", 'write three numbers, such as "6.0.0"')
    title = fields.prose(document.get("title"), report, "a title")
    if id_node and id and (why := not_free(id)):
        help = f"call it `{free_id(id, kind)}`, or by another name"
        report.error("bad-name", f"a {kind} cannot be `{id}`: {why}", id_node.span, help)
    folder = path.absolute().parent.name
    for node, found, place in ((id_node, id, folder), (version_node, version, path.stem)):
        if found and node and found != place:
            report.error(
                "wrong-place",
                f"`{found}` stands in `{folder}/{path.name}`",
                node.span,
                f"move the file to {id or folder}/{version or path.stem}.yaml, or change this line",
            )
    return id or "", version or "", title or ""
