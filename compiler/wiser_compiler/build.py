"""policies/ to generated/: write what changed, or check that nothing would.

Files are replaced one by one and whole, so that a build that is cut short
leaves complete files and the next one finishes it. Only files of the manifest
are ever overwritten, and only those that are as they were built are deleted.
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
from wiser_compiler.targets import TARGETS, WHOLE
from wiser_compiler.targets.output import Output

MANIFEST = "MANIFEST.json"
GENERATOR = f"wiser-policies {__version__}"


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
    for whole in WHOLE:
        files.update(whole(policies).files)
    manifest = {
        "generator": GENERATOR,
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
    """What a build would change below `out`: what is new, what differs, and what no policy makes any more."""
    changes = []
    for path, text in sorted(files.items()):
        try:
            now = (out / path).read_bytes()
        except FileNotFoundError:
            changes.append(Change(path, "new"))
            continue
        if now != text.encode("utf-8"):
            changes.append(Change(path, "changed"))
    gone = sorted(set(_managed(out)) - set(files))
    return [*changes, *(Change(path, "stale") for path in gone if (out / path).is_file())]


def write(files: Mapping[str, str], out: Path, changes: Sequence[Change]) -> None:
    """Carry out changes. Raises NotOurs before anything is written, if a file in the way is not of the manifest."""
    managed = _managed(out)
    _check_ours(out, changes, managed)
    if not changes:
        return
    # First what was ours and what will be, so that a build that is cut short knows its own files again.
    both = {**managed, **{path: _digest(text.encode("utf-8")) for path, text in files.items() if path != MANIFEST}}
    _replace(out / MANIFEST, json.dumps({"generator": GENERATOR, "files": both}, indent=2) + "\n")
    for change in changes:
        path = out / change.path
        if change.path == MANIFEST:
            continue
        if change.kind == "stale":
            path.unlink(missing_ok=True)
            _remove_empty(path.parent, out)
        else:
            _replace(path, files[change.path])
    _replace(out / MANIFEST, files[MANIFEST])


def _check_ours(out: Path, changes: Sequence[Change], managed: Mapping[str, str]) -> None:
    """Every file that would be overwritten or deleted was written by this tool."""
    root = out.resolve()
    if (out / MANIFEST).exists() and not managed:
        raise NotOurs(f"{(out / MANIFEST).as_posix()} is none of this tool, or damaged; restore it, or move it away")
    for change in changes:
        path = out / change.path
        inside = root == path.parent.resolve() or root in path.parent.resolve().parents
        foreign = change.kind == "changed" and change.path not in managed and change.path != MANIFEST
        edited = change.kind == "stale" and _digest(path.read_bytes()) != managed[change.path]
        if not inside or path.is_symlink() or foreign or edited:
            raise NotOurs(f"{path.as_posix()} is not as this tool wrote it; move it away and build again")


def _replace(path: Path, text: str) -> None:
    """Write a file as a whole: another reader sees the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(text.encode("utf-8"))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _remove_empty(folder: Path, out: Path) -> None:
    """Leave no empty folder of a policy that is gone."""
    while folder != out and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _managed(out: Path) -> dict[str, str]:
    """The files of the last build with their hashes; none where there is no manifest of this tool."""
    try:
        manifest = json.loads((out / MANIFEST).read_text("utf-8"))
        if not manifest["generator"].startswith("wiser-policies "):
            return {}
        known = manifest["files"].items()
        return {p: digest for p, digest in known if ".." not in Path(p).parts and not Path(p).is_absolute()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
