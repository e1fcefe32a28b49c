"""policies/ to generated/: write what changed, or check that nothing would.

Files are replaced one by one and whole, the manifest last, so that a build
that is cut short leaves complete files and the next one finishes it. Only files
of the manifest are ever overwritten or deleted.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from wiser_compiler import __version__
from wiser_compiler.core.model import Policy
from wiser_compiler.targets import TARGETS
from wiser_compiler.targets.output import Output
from wiser_compiler.targets.python import python_index

MANIFEST = "MANIFEST.json"


class NotOurs(Exception):
    """A file stands in the way that this tool did not write."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file that differs from what the policies make of it: `new`, `changed` or `stale`."""

    path: str
    kind: str


def outputs(policies: Sequence[Policy], sources: Mapping[str, bytes]) -> dict[str, str]:
    """Every generated file by its path, the manifest included. `sources` are the documents by policy key."""
    files: dict[str, str] = {}
    entries = []
    for policy in sorted(policies, key=lambda policy: (policy.id, policy.effective)):
        made = {name: target(policy) for name, target in TARGETS.items()}
        for output in made.values():
            files.update(output.files)
        entries.append(_entry(policy, made, sources[policy.key]))
    files.update(python_index(policies).files)
    manifest = {
        "generator": f"wiser-policies {__version__}",
        "policies": entries,
        "files": {path: _digest(text.encode("utf-8")) for path, text in sorted(files.items())},
    }
    files[MANIFEST] = json.dumps(manifest, indent=2) + "\n"
    return files


def _entry(policy: Policy, made: Mapping[str, Output], source: bytes) -> dict[str, Any]:
    """What the manifest says of one policy: where it came from, its files, what a target cannot say."""
    return {
        "policy": policy.id,
        "version": policy.version,
        "effective": policy.effective.isoformat(),
        "until": policy.until.isoformat() if policy.until else None,
        "source": f"policies/{policy.id}/{policy.version}.yaml",
        "source_sha256": _digest(source),
        "targets": {
            name: {
                "files": sorted(output.files),
                "cannot_say": [{"criterion": gap.criterion, "text": gap.text} for gap in output.gaps],
            }
            for name, output in made.items()
        },
    }


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def compare(files: Mapping[str, str], out: Path) -> list[Change]:
    """What a build would change below `out`."""
    changes = []
    for path, text in sorted(files.items()):
        try:
            now = (out / path).read_bytes()
        except OSError:
            changes.append(Change(path, "new"))
            continue
        if now != text.encode("utf-8"):
            changes.append(Change(path, "changed"))
    changes += [Change(path, "stale") for path in sorted(_managed(out) - set(files)) if (out / path).is_file()]
    return changes


def write(files: Mapping[str, str], out: Path, changes: Sequence[Change]) -> None:
    """Carry out changes. Raises NotOurs before anything is written, if a file is not of the manifest."""
    managed = _managed(out)
    root = out.resolve()
    for change in changes:
        path = out / change.path
        inside = root == path.parent.resolve() or root in path.parent.resolve().parents
        foreign = change.kind == "changed" and managed and change.path not in managed and change.path != MANIFEST
        if not inside or path.is_symlink() or foreign:
            raise NotOurs(f"{path.as_posix()} was not written by this tool; move it away and build again")
    for change in sorted(changes, key=lambda change: change.path == MANIFEST):
        path = out / change.path
        if change.kind == "stale":
            path.unlink(missing_ok=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.part")
        part.write_bytes(files[change.path].encode("utf-8"))
        part.replace(path)


def _managed(out: Path) -> set[str]:
    """The files that the last build wrote."""
    try:
        known = json.loads((out / MANIFEST).read_text("utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    return {str(path) for path in known if ".." not in Path(path).parts and not Path(path).is_absolute()}
