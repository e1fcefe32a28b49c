"""Edits of policies that the build that answers requests does not have."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from hashlib import sha256
from pathlib import Path

from wiser_compiler.files import read_bytes, read_record

MOST_BYTES = 1_000_000  # of a document; a larger one is none
MOST_NAMED = 3
_BUILT = re.compile(rb"(?m)^(?:policy|program):")  # a vocabulary is built into those that use it


def behind(policies: Path, known: Collection[str], manifest: Path) -> str:
    """The note about a build from other documents than the present ones, or an empty text.

    `known` are the versions that it has, as in `esi@6.0.0`. Which text each was made of says the `manifest`; where
    there is none, as beside an installed package, only what is not known at all is told.
    """
    digests = _digests(manifest)
    missing, older = [], []
    for path in sorted(policies.glob("*/*.yaml")):
        key = f"{path.parent.name}@{path.stem}"
        try:
            data = read_bytes(path, MOST_BYTES)
        except OSError:
            continue
        if not _BUILT.search(data):
            continue
        if key not in known:
            missing.append(key)
        elif digests.get(key, digest := sha256(data).hexdigest()) != digest:
            older.append(key)
    said = [f"does not know {_named(missing)}"] if missing else []
    said += [f"is older than {_named(older)}"] if older else []
    return f"the build that answers {' and '.join(said)}; run `wiser build` first" if said else ""


def _named(keys: list[str]) -> str:
    more = f" and {len(keys) - MOST_NAMED} more" if len(keys) > MOST_NAMED else ""
    return ", ".join(keys[:MOST_NAMED]) + more


def _digests(manifest: Path) -> Mapping[str, str]:
    """The digest of the document that each version was made of."""
    try:
        found = json.loads(read_record(manifest))["policies"]
        return {f"{entry['policy']}@{entry['version']}": entry["source_sha256"] for entry in found}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
