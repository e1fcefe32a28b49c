"""Published documents are never edited, only superseded: `published.json` holds the digest of each.

The digest covers a document without its examples, its `review_by`, its `until`, what it accepts and what it says to
staff: examples may be added, a review may be repeated, a version ends when the next one begins, a later compiler may
find more, and a later edition becomes known. Nor does it cover a source that only these sections cite.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from wiser_compiler.diagnostics import Report, Span
from wiser_compiler.json_text import printed
from wiser_compiler.reading import fields
from wiser_compiler.reading.document import kind_of
from wiser_compiler.reading.syntax import Items, Node, Table, Text
from wiser_compiler.whole_files import Damaged, alone_in, read_json
from wiser_compiler.writing import replace

NAME = "published.json"
FREE = (
    "examples", "review_by", "accepted", "not_encoded", "known_editions", "sending", "decisions", "supplied_by",
    "add_ons", "asking", "sheet",
)  # fmt: skip
WITH_A_LINE = frozenset({"require", "only_when"})  # keys beside which `sheet` has words for staff


def said_by(document: Table) -> str:
    """The SHA-256 of the content of a document, without comments, layout and quotes."""
    kept, free = _split(document)
    without = {"effective": ("until",), "sources": tuple({*_cited(free)} - {*_cited(kept)})}
    said = [[entry.key.text, _plain(entry.value, without.get(entry.key.text, ()))] for entry in kept.entries]
    return sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def _split(document: Table) -> tuple[Table, Table]:
    """The sections that the digest covers, and the others."""
    kept, free = (
        tuple(entry for entry in document.entries if (entry.key.text in FREE) is among) for among in (False, True)
    )
    return Table(kept, document.span), Table(free, document.span)


def _cited(node: Node) -> Iterator[str]:
    """The ids of the sources under every `cite:` below a node."""
    match node:
        case Text():
            return
        case Items(items=items):
            for item in items:
                yield from _cited(item)
        case Table(entries=entries):
            for entry in entries:
                if entry.key.text == "cite" and isinstance(entry.value, Table):
                    yield from (source.key.text for source in entry.value.entries)
                yield from _cited(entry.value)


def _plain(node: Node, without: tuple[str, ...] = ()) -> object:
    match node:
        case Text(text=text):
            return text
        case Items(items=items):
            return [_plain(item) for item in items]
        case Table(entries=entries):
            if WITH_A_LINE.intersection(entry.key.text for entry in entries):
                without = (*without, "sheet")
            return {"": [[entry.key.text, _plain(entry.value)] for entry in entries if entry.key.text not in without]}


def read_published(folder: Path, report: Report) -> Mapping[str, str]:
    """The digests of the published documents of a folder, by `id@version`."""
    path = folder / NAME
    try:
        return _digests(path)
    except Damaged as error:
        report.error(
            "no-file",
            f"this file is damaged, and nothing can be compared with it: {error}",
            Span(path.as_posix(), 1, 1, 2),
            "restore it from version control",
        )
        return {}


def _digests(path: Path) -> dict[str, str]:
    """The digests in the file. Raises Damaged, with the key at which something is wrong."""
    found = read_json(path)
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise Damaged("it must be an object")
    for key, digest in found.items():
        if not re.fullmatch(f"{fields.NAME}@{fields.SEMVER}", key):
            raise Damaged(f"`{key}` is no document, such as `esi@6.0.0`")
        if not isinstance(digest, str) or not re.fullmatch("[0-9a-f]{64}", digest):
            raise Damaged(f"at `{key}` must stand 64 hexadecimal digits")
    return found


def publish(folder: Path, digests: Mapping[str, str]) -> None:
    """Add the digests of documents. Digests that are there already stay.

    Another run may publish at the same time, so the file is read again under the lock. Raises Damaged, and OSError with
    the name of the file.
    """
    with alone_in(folder):
        whole = {**digests, **_digests(folder / NAME)}
        replace(folder / NAME, printed(dict(sorted(whole.items()))).encode("utf-8"))


def key_of(document: Table) -> str:
    """The id and version of a document, as in `esi@6.0.0`."""
    id, version = document.get(kind_of(document)), document.get("version")
    return f"{id.text if isinstance(id, Text) else ''}@{version.text if isinstance(version, Text) else ''}"


def published_edited(key: str, said: str, path: Path, published: Mapping[str, str], report: Report) -> None:
    """Every published document is unchanged."""
    if published.get(key, said) != said:
        report.error(
            "published-edited",
            f"{key} is published, and no longer says what it said then",
            Span(path.as_posix(), 1, 1, 2),
            "take the change back, and write it into a new version; `examples`, `accepted`, `not_encoded`, `review_by`"
            " and `until` may change",
        )


def published_gone(keys: Iterable[str], published: Mapping[str, str], folder: Path, report: Report) -> None:
    """Every published document still exists."""
    for key in sorted(set(published) - set(keys)):
        id, _, version = key.partition("@")
        report.error(
            "published-gone",
            f"{key} is published, and its document is gone",
            Span((folder / NAME).as_posix(), 1, 1, 2),
            f"restore {(folder / id / version).as_posix()}.yaml; requests of its time are still answered by it",
        )
