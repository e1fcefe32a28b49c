"""policies/ to generated/: write what changed, or check that nothing would.

Files are replaced one by one and whole, so that a build that is cut short
leaves complete files and the next one finishes it. Only files of the manifest
are ever overwritten, and only those that are as they were built are deleted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from wiser_compiler import __version__
from wiser_compiler.cache import Kept
from wiser_compiler.core.identity import meaning
from wiser_compiler.core.model import Policy
from wiser_compiler.diagnostics import Report
from wiser_compiler.files import MOST_OF_A_RECORD, read_bytes, read_record
from wiser_compiler.proof.mutation.scores import Record
from wiser_compiler.reading.library import Document, read_documents
from wiser_compiler.targets import TARGETS, WHOLE

MANIFEST = "MANIFEST.json"
GENERATOR = f"wiser-policies {__version__}"


class NotOurs(Exception):
    """A file stands in the way that this tool did not write."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file that differs from what the policies make of it: `new`, `changed` or `stale`."""

    path: str
    kind: str


@dataclass(frozen=True, slots=True)
class Made:
    """What a build makes: the text of every file that had to be made anew, and the digest of every file.

    `kept` is what the next build may take over, by the fingerprint of each document.
    """

    files: Mapping[str, str]
    digests: Mapping[str, str]
    kept: Mapping[str, Kept]


@dataclass(frozen=True, slots=True)
class Work:
    """What came of one document: itself, its findings, what is kept of it, and the files that were made anew."""

    document: Document | None
    report: Report
    kept: Kept | None
    texts: Mapping[str, str]


MANY = 16  # documents from which on it pays to start processes


def work_on(paths: Sequence[Path], out: Path, kept: Mapping[str, Kept]) -> Iterator[Work]:
    """Read, check and compile documents, in the order of the paths.

    Many are shared among processes. What is `kept` of a document and still lies in `out` is not made again.
    """
    if len(paths) < MANY or kept:
        yield from (_one(path, out, kept) for path in paths)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor() as pool:
        share = max(1, min(16, len(paths) // 16))
        yield from pool.map(partial(_one, out=out, kept={}), paths, chunksize=share)


def _one(path: Path, out: Path, kept: Mapping[str, Kept]) -> Work:
    """One document; it is compiled if it has no findings."""
    report = Report()
    document = next(read_documents([path], report, kept), None)
    if document is None or document.policy is None:
        return Work(document, report, None, {})
    known = kept.get(document.fingerprint)
    if known is not None and _lies_in(out, known.files):
        return Work(document, report, known, {})
    return Work(document, report, *_compiled(document))


def make(works: Sequence[Work], records: Mapping[str, Record]) -> Made:
    """Every generated file, the manifest included, from documents without findings and what was proven of them."""
    policies, kept = [], {}
    texts: dict[str, str] = {}
    for work in works:
        if work.kept is not None and work.document is not None and work.document.policy is not None:
            policies.append(work.document.policy)
            kept[work.document.fingerprint] = work.kept
            texts |= work.texts
    for whole in WHOLE:
        texts.update(whole(policies).files)
    digests = {path: digest for one in kept.values() for path, digest in one.files.items()}
    digests |= {path: _digest(text.encode("utf-8")) for path, text in texts.items()}
    entries = [
        {**one.entry, "mutation": _score(policy, fingerprint, records)}
        for policy, (fingerprint, one) in sorted(zip(policies, kept.items(), strict=True), key=_place)
    ]
    manifest = {"generator": GENERATOR, "policies": entries, "files": dict(sorted(digests.items()))}
    texts[MANIFEST] = json.dumps(manifest, indent=2) + "\n"
    return Made(texts, {**digests, MANIFEST: _digest(texts[MANIFEST].encode("utf-8"))}, kept)


def _score(policy: Policy, fingerprint: str, records: Mapping[str, Record]) -> dict[str, Any] | None:
    """The recorded mutation score of this very document, or None."""
    record = records.get(policy.key)
    return record.score.as_json() if record is not None and record.fingerprint == fingerprint else None


def _place(entry: tuple[Policy, tuple[str, Kept]]) -> tuple[str, date]:
    return entry[0].id, entry[0].effective


def _lies_in(out: Path, files: Mapping[str, str]) -> bool:
    """All the files are there as they were made."""
    try:
        return all(_digest(_now(out / path)) == digest for path, digest in files.items())
    except OSError:
        return False


def _compiled(document: Document) -> tuple[Kept, dict[str, str]]:
    """The files of one document, and what the manifest says of it: where it came from, what a target cannot say."""
    policy = document.policy
    assert policy is not None
    made = {name: target(policy) for name, target in TARGETS.items()}
    texts = {path: text for output in made.values() for path, text in output.files.items()}
    entry = {
        "policy": policy.id,
        "version": policy.version,
        "effective": policy.effective.isoformat(),
        "until": policy.until.isoformat() if policy.until else None,
        "source": f"policies/{policy.id}/{policy.version}.yaml",
        "source_sha256": document.sha256,
        "meaning": meaning(policy),
        "targets": {
            name: {
                "files": sorted(output.files),
                "cannot_say": [{"criterion": gap.criterion, "text": gap.text} for gap in output.gaps],
            }
            for name, output in made.items()
        },
    }
    return Kept(entry, {path: _digest(text.encode("utf-8")) for path, text in texts.items()}), texts


def _now(path: Path) -> bytes:
    """What a generated file holds at present; one that is larger than any is read as far as shows that it differs."""
    return read_bytes(path, MOST_OF_A_RECORD)


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def compare(made: Made, out: Path) -> list[Change]:
    """What a build would change below `out`: what is new, what differs, and what no policy makes any more."""
    changes = []
    for path, text in sorted(made.files.items()):
        try:
            now = _now(out / path)
        except FileNotFoundError:
            changes.append(Change(path, "new"))
            continue
        if now != text.encode("utf-8"):
            changes.append(Change(path, "changed"))
    gone = sorted(set(_managed(out)) - set(made.digests))
    return [*changes, *(Change(path, "stale") for path in gone if (out / path).is_file())]


def write(made: Made, out: Path, changes: Sequence[Change]) -> None:
    """Carry out changes. Raises NotOurs before anything is written, if a file in the way is not of the manifest."""
    managed = _managed(out)
    _check_ours(out, changes, managed)
    # First what was ours and what will be, so that a build that is cut short knows its own files again.
    both = {**managed, **{path: digest for path, digest in made.digests.items() if path != MANIFEST}}
    _replace(out / MANIFEST, json.dumps({"generator": GENERATOR, "files": both}, indent=2) + "\n")
    for change in changes:
        path = out / change.path
        if change.path == MANIFEST:
            continue
        if change.kind == "stale":
            path.unlink(missing_ok=True)
            _remove_empty(path.parent, out)
        else:
            _replace(path, made.files[change.path])
    _replace(out / MANIFEST, made.files[MANIFEST])


def _check_ours(out: Path, changes: Sequence[Change], managed: Mapping[str, str]) -> None:
    """Every file that would be overwritten or deleted was written by this tool."""
    root = out.resolve()
    if (out / MANIFEST).exists() and not managed:
        raise NotOurs(f"{(out / MANIFEST).as_posix()} is none of this tool, or damaged; restore it, or move it away")
    for change in changes:
        path = out / change.path
        inside = root == path.parent.resolve() or root in path.parent.resolve().parents
        foreign = change.kind == "changed" and change.path not in managed and change.path != MANIFEST
        edited = change.kind == "stale" and _digest(_now(path)) != managed[change.path]
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
        manifest = json.loads(read_record(out / MANIFEST))
        if not manifest["generator"].startswith("wiser-policies "):
            return {}
        known = manifest["files"].items()
        return {p: digest for p, digest in known if ".." not in Path(p).parts and not Path(p).is_absolute()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
