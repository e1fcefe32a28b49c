"""Policies that were edited after the build that answers requests."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping

from wiser_compiler.files import read_bytes

try:  # as `random` of the standard library does: loading OpenSSL takes longer than the digests
    from _sha256 import sha256  # type: ignore[import-not-found]
except ImportError:
    from hashlib import sha256

MOST_BYTES = 1_000_000  # of a document; a larger one is none
MOST_NAMED = 3
_BUILT = re.compile(rb"(?m)^(?:policy|program):")  # a vocabulary is built into those that use it


def behind(policies: str | os.PathLike[str], digests: Mapping[str, str], elsewhere: bool = False) -> str:
    """The note that a build was made of other documents than those in the folder now, or an empty text.

    `digests` has the SHA-256 of the document that each version of the build was made of, as of `esi@6.0.0`, or an empty
    text where that is not known. `elsewhere` says that the package that answers is not the one that a build writes.
    """
    missing, older = [], []
    for key, data in _documents(policies):
        if not _BUILT.search(data):
            continue
        if key not in digests:
            missing.append(key)
        elif digests[key] not in ("", sha256(data).hexdigest()):
            older.append(key)
    said = [f"does not know {_named(missing)}"] if missing else []
    said += [f"is older than {_named(older)}"] if older else []
    remedy = "run `wiser build` first"
    if elsewhere:
        remedy += ", and set PYTHONPATH to generated/python, so that this build answers"
    return f"the build that answers {' and '.join(said)}; {remedy}" if said else ""


def _documents(policies: str | os.PathLike[str]) -> Iterator[tuple[str, bytes]]:
    """The name and the content of each document that can be read. Importing pathlib takes longer than all of this."""
    for folder in sorted(_entries(policies), key=lambda entry: entry.name):
        for entry in sorted(_entries(folder), key=lambda entry: entry.name):
            if entry.name.endswith(".yaml"):
                try:
                    yield f"{folder.name}@{entry.name.removesuffix('.yaml')}", read_bytes(entry, MOST_BYTES)
                except OSError:
                    continue


def _entries(folder: str | os.PathLike[str]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _named(keys: list[str]) -> str:
    more = f" and {len(keys) - MOST_NAMED} more" if len(keys) > MOST_NAMED else ""
    return ", ".join(keys[:MOST_NAMED]) + more
