"""policies/ to generated/: write what changed, or check that nothing would.

Files are replaced one by one and whole, so that a build that is cut short
leaves complete files and the next one finishes it. Only files of the manifest
are ever overwritten, and only those that are as they were built are deleted.
A module is run on the examples of its policy before anything is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from wiser_compiler import __version__
from wiser_compiler.commands.cache import lies_in
from wiser_compiler.commands.possible import tells
from wiser_compiler.commands.trial import Faulty, fault_of, index_is_whole
from wiser_compiler.core.model import Policy
from wiser_compiler.diagnostics import Report
from wiser_compiler.files import MOST_OF_A_RECORD, read_bytes, read_record
from wiser_compiler.json_text import printed
from wiser_compiler.linting.library import Document, read_documents
from wiser_compiler.proof.mutation.scores import Record
from wiser_compiler.targets import TARGETS, WHOLE
from wiser_compiler.targets.catalog import Built, catalog
from wiser_compiler.writing import Linked, refuse_links, replace

MANIFEST = "MANIFEST.json"
GENERATOR = f"wiser-policies {__version__}"


class NotOurs(Exception):
    """A file that this tool did not write stands where an output would be written."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """A generated file that a build would add (`new`), rewrite (`changed`) or delete (`stale`)."""

    path: str
    kind: str


@dataclass(frozen=True, slots=True)
class Kept:
    """The outputs of a document without findings: the catalog's entries of its targets, digests of its files, and the
    number of its examples, which are not read again.
    """

    targets: Mapping[str, Any]
    files: Mapping[str, str]
    examples: int


@dataclass(frozen=True, slots=True)
class Made:
    """The outputs of a build: the text of every file that had to be made again, and the digest of every file.

    `kept` is what the next build may take over, by the fingerprint of each document.
    """

    files: Mapping[str, str]
    digests: Mapping[str, str]
    kept: Mapping[str, Kept]


@dataclass(frozen=True, slots=True)
class Work:
    """One document after its build: its findings, what is kept of it, and the files that were made again.

    `fault` says what is wrong with these files although the document has no findings: a mistake of this tool.
    """

    document: Document | None
    report: Report
    kept: Kept | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    fault: str = ""


MANY = 16  # fewer documents than this are built in one process


def work_on(paths: Sequence[Path], out: Path, kept: Mapping[str, Kept]) -> Iterator[Work]:
    """Read, check and compile documents, in the order of the paths.

    Many documents are shared among processes. Outputs that are `kept` and still lie in `out` are not made again.
    """
    lying = {fingerprint: one for fingerprint, one in kept.items() if lies_in(out, one.files)}
    if len(paths) < MANY or lying:
        yield from (_one(path, lying) for path in paths)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor() as pool:
        share = max(1, min(16, len(paths) // 16))
        yield from pool.map(partial(_one, kept={}), paths, chunksize=share)


def _one(path: Path, kept: Mapping[str, Kept]) -> Work:
    """One document. Without findings it is compiled, and the generated code is tried on its examples.

    One whose outputs are `kept` is only read, without its examples.
    """
    report = Report()
    document = next(read_documents([path], report, kept, tells=tells), None)
    if document is None or document.policy is None:
        return Work(document, report)
    if (known := kept.get(document.fingerprint)) is not None:
        return Work(document, report, known)
    made, texts = _compiled(document.policy)
    return Work(document, report, made, texts, fault_of(document.policy, texts))


def make(works: Sequence[Work], records: Mapping[str, Record]) -> Made:
    """Every generated file, the manifest included, from documents without findings and their recorded scores.

    Raises Faulty if the generated code of a policy does not say what the policy says.
    """
    for work in works:
        if work.fault:
            raise Faulty(work.fault)
    built, kept = [], {}
    texts: dict[str, str] = {}
    digests: dict[str, str] = {}
    for work in sorted(works, key=_place):
        if work.kept is not None and work.document is not None and work.document.policy is not None:
            built.append(_built(work.document, work.document.policy, work.kept, records))
            kept[work.document.fingerprint] = work.kept
            texts |= work.texts
            for path, digest in work.kept.files.items():  # a program's criteria are made by each of its policies
                if digests.setdefault(path, digest) != digest:
                    raise Faulty(f"{work.document.policy.key} makes {path} otherwise than another document does")
    policies = [one.policy for one in built]
    shared = {path: text for whole in WHOLE for path, text in whole(policies).files.items()}
    texts |= shared
    index_is_whole(policies, texts)
    texts.update(catalog(built, {path: _digest(text.encode("utf-8")) for path, text in shared.items()}).files)
    digests |= {path: _digest(text.encode("utf-8")) for path, text in texts.items()}
    texts[MANIFEST] = printed({"generator": GENERATOR, "files": dict(sorted(digests.items()))})
    return Made(texts, {**digests, MANIFEST: _digest(texts[MANIFEST].encode("utf-8"))}, kept)


def _score(policy: Policy, fingerprint: str, records: Mapping[str, Record]) -> dict[str, Any] | None:
    """The recorded mutation score of this very document, or None."""
    record = records.get(policy.key)
    return record.score.as_json() if record is not None and record.fingerprint == fingerprint else None


def _place(work: Work) -> tuple[str, date]:
    policy = work.document.policy if work.document else None
    return (policy.id, policy.effective) if policy else ("", date.min)


def _built(document: Document, policy: Policy, kept: Kept, records: Mapping[str, Record]) -> Built:
    score = _score(policy, document.fingerprint, records)
    return Built(policy, document.sha256, kept.targets, kept.files, kept.examples, score)


def _compiled(policy: Policy) -> tuple[Kept, dict[str, str]]:
    """The files of one policy."""
    made = {name: target(policy) for name, target in TARGETS.items()}
    texts = {path: text for output in made.values() for path, text in output.files.items()}
    targets = {
        name: {
            "files": sorted(output.files),
            "cannot_say": [{"criterion": gap.criterion, "text": gap.text} for gap in output.gaps],
            "rows": output.rows,
        }
        for name, output in made.items()
    }
    digests = {path: _digest(text.encode("utf-8")) for path, text in texts.items()}
    return Kept(targets, digests, len(policy.examples)), texts


def read_kept(found: object) -> dict[str, Kept]:
    """The results that an earlier build kept, by the fingerprint of each document.

    Entries of another shape are ignored.
    """
    known = {}
    for fingerprint, value in found.items() if isinstance(found, dict) else ():
        match value:
            case {"targets": dict(targets), "files": dict(files), "examples": int(examples)} if (
                files
                and targets.keys() == TARGETS.keys()
                and all(map(_is_target, targets.values()))
                and sorted(path for target in targets.values() for path in target["files"]) == sorted(files)
            ):
                known[fingerprint] = Kept(targets, files, examples)
    return known


def _is_target(found: object) -> bool:
    """Whether a value has the shape of the catalog's entry of one target."""
    match found:
        case {"files": [*paths], "cannot_say": [*gaps], "rows": int(), **rest} if not rest:
            said = all(isinstance(gap, dict) and list(gap) == ["criterion", "text"] for gap in gaps)
            return said and all(isinstance(text, str) for text in [*paths, *(t for gap in gaps for t in gap.values())])
    return False


def _now(path: Path) -> bytes:
    """The present content of a generated file.

    A file that is too large is read only as far as needed to see that it differs.
    """
    return read_bytes(path, MOST_OF_A_RECORD)


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def compare(made: Made, out: Path) -> list[FileChange]:
    """The changes that a build would make below `out`: files to add, to rewrite and to delete.

    Raises NotOurs where a link stands at one of the files, or on the way to it.
    """
    for path in made.digests:
        _refuse_links(out / path, out)
    changes = []
    for path, text in sorted(made.files.items()):
        try:
            now = _now(out / path)
        except FileNotFoundError:
            changes.append(FileChange(path, "new"))
            continue
        if now != text.encode("utf-8"):
            changes.append(FileChange(path, "changed"))
    gone = sorted(set(_managed(out)) - set(made.digests))
    return [*changes, *(FileChange(path, "stale") for path in gone if (out / path).is_file())]


def still_lies(made: Made, out: Path) -> bool:
    """Whether the files that were kept still lie unchanged in `out`."""
    return lies_in(out, {path: digest for path, digest in made.digests.items() if path not in made.files})


def write(made: Made, out: Path, changes: Sequence[FileChange]) -> None:
    """Carry out changes. Raises NotOurs before anything is written, if a file in the way is not of the manifest.

    Raises OSError with the name of the file that could not be written; those before it are whole.
    """
    managed = _managed(out)
    _check_ours(out, changes, managed)
    # The manifest first lists old and new files, so that a build that was cut short knows its own files again.
    both = {**managed, **{path: digest for path, digest in made.digests.items() if path != MANIFEST}}
    _replace(out, MANIFEST, printed({"generator": GENERATOR, "files": both}))
    for change in changes:
        path = out / change.path
        if change.path == MANIFEST:
            continue
        if change.kind == "stale":
            path.unlink(missing_ok=True)
            _remove_empty(path.parent, out)
        else:
            _replace(out, change.path, made.files[change.path])
    _replace(out, MANIFEST, made.files[MANIFEST])


def _replace(out: Path, path: str, text: str) -> None:
    replace(out / path, text.encode("utf-8"), below=out)


def _check_ours(out: Path, changes: Sequence[FileChange], managed: Mapping[str, str]) -> None:
    """Every file that would be overwritten or deleted was written by this tool, and no link leads elsewhere."""
    if (out / MANIFEST).exists() and not managed:
        raise NotOurs(f"{(out / MANIFEST).as_posix()} is none of this tool, or damaged; restore it, or move it away")
    for change in changes:
        path = out / change.path
        _refuse_links(path, out)
        foreign = change.kind == "changed" and change.path not in managed and change.path != MANIFEST
        edited = change.kind == "stale" and _digest(_now(path)) != managed[change.path]
        if foreign or edited:
            raise NotOurs(f"{path.as_posix()} is not as this tool wrote it; move it away and build again")


def _refuse_links(path: Path, out: Path) -> None:
    try:
        refuse_links(path, out)
    except Linked as link:
        raise NotOurs(f"{link.filename}: {link.strerror}; move it away and build again") from None


def _remove_empty(folder: Path, out: Path) -> None:
    """Delete the empty folders of policies that are gone."""
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
