"""A library: a folder of policies, with one folder for each id and one file for each version."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, MutableMapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from wiser_compiler.core.model import Policy
from wiser_compiler.diagnostics import Report, Span
from wiser_compiler.files import entries_below, read_bytes
from wiser_compiler.linting.between_versions import check_library
from wiser_compiler.linting.bounds import Tells
from wiser_compiler.linting.causes import fold
from wiser_compiler.linting.checks import check_policy, nobody
from wiser_compiler.linting.published import key_of, published_edited, read_published, said_by
from wiser_compiler.linting.sources.compare import Quoting
from wiser_compiler.linting.sources.indexed import check_indexed, check_policy_indexed, read_indexes
from wiser_compiler.reading.document import folder_of, kind_of, read_data, read_document, read_tree, without_examples
from wiser_compiler.reading.named_documents import versions_named
from wiser_compiler.reading.reader import read_names, read_partly, read_policy, read_vocabulary
from wiser_compiler.reading.syntax import MOST_BYTES, Table


def documents(folder: Path, report: Report) -> list[Path]:
    """The documents of a folder, in a fixed order. A file that looks like a document and is not read is reported."""
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
    """Every file below a folder.

    A folder that cannot be read is reported: a build would take its policies for deleted. A folder that is a link, or
    is named like a document, is reported as well.
    """

    def unreadable(error: OSError) -> None:
        place = Path(error.filename or folder).as_posix()
        report.error("no-file", f"this folder cannot be read: {error.strerror}", Span(place, 1, 1, 2))

    def refused(entry: os.DirEntry[str], problem: str, help: str) -> None:
        report.error("wrong-place", problem, Span(Path(entry.path).as_posix(), 1, 1, 2), help)

    found = []
    for entry in entries_below(folder, unreadable):
        if entry.is_symlink() and Path(entry.path).is_dir():
            refused(entry, "this is a link to a folder, and is not followed", "put the folder itself here")
        elif not entry.is_dir(follow_symlinks=False):
            found.append(Path(entry.path))
        elif entry.name.endswith((".yaml", ".yml")):
            refused(entry, "this is a folder, and is not read", "let only names of files end in .yaml")
    return sorted(found, key=Path.as_posix)


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read: its id and version, and its policy if it is a policy without findings.

    `draft` is the policy with its findings, if these leave its meaning intact, and `partly` is what can be read of it
    otherwise.

    `names` are the documents that it names. `said` is the digest of its content for publication; `fingerprint` changes
    with any byte of it, or of a document that it names.
    """

    path: Path
    sha256: str
    key: str
    names: tuple[str, ...]
    said: str
    fingerprint: str
    policy: Policy | None
    draft: Policy | None
    partly: Policy | None = None


def read_library(
    paths: Iterable[Path], report: Report, tells: Tells = nobody, known: MutableMapping[Path, Document] | None = None
) -> list[Document]:
    """Read and check documents, and what holds between them and the others of their folders of policies.

    `known` as in `around`.
    """
    found = list(read_documents(paths, report, tells=tells))
    check_between(found, report, around(found, report, known))
    return found


def around(
    documents: Sequence[Document], report: Report, known: MutableMapping[Path, Document] | None = None
) -> list[Document]:
    """The other documents of the same folders, as far as they can be read; what is wrong with them is not asked.

    They are read without their examples, which concern no other document. One that does not lie where its id and
    version say belongs to no folder of policies. Those that are `known` and did not change are not read again.
    """
    known = {} if known is None else known
    read = {document.path.resolve() for document in documents}
    folders = {folder_of(document.path) for document in documents if _in_its_place(document)}
    others = [path for folder in sorted(folders) for path in sorted(folder.glob("*/*.yaml"))]
    unread, unsaid = [path for path in others if path.resolve() not in read], Report()
    found = []
    for path in unread:
        data = read_data(path, unsaid)
        document = known.get(path)
        if data is not None and (document is None or document.fingerprint != _fingerprint(path, data, document.names)):
            document = document_of(path, data, unsaid, linted=False, examples=False)
        if data is not None and document is not None and _in_its_place(document):
            known[path] = document
            found.append(document)
    report.texts |= unsaid.texts  # a finding may name a place in them
    return found


def _in_its_place(document: Document) -> bool:
    path = document.path.absolute()
    return document.key == f"{path.parent.name}@{path.stem}"


def check_between(documents: Sequence[Document], report: Report, around: Sequence[Document] = ()) -> None:
    """Check documents against one another (versions, codes, facts) and against what was published.

    Of what holds between the documents `around` them nothing is reported that does not concern one of them.
    """
    read = {document.path for document in documents}
    every = (*documents, *around)
    folders = {path.parent for path in read}
    whole = {
        folder for folder in folders if all(other in {one.path for one in every} for other in folder.glob("*.yaml"))
    }
    known = ((document.draft or document.partly, document.path.parent in whole) for document in every)
    policies = [(policy, all_read) for policy, all_read in known if policy is not None]
    published = {folder: read_published(folder, report) for folder in sorted({folder_of(path) for path in read})}
    between = Report(texts=report.texts)
    check_library(
        [policy for policy, _ in policies], {policy.id for policy, all_read in policies if all_read}, between,
        {key for digests in published.values() for key in digests},
    )  # fmt: skip
    names = {path.as_posix() for path in read}
    for finding in between.found:
        if not names.isdisjoint({finding.span.file, *(span.file for span, _ in finding.related)}):
            report.take(finding)
    for document in documents:
        published_edited(document.key, document.said, document.path, published[folder_of(document.path)], report)
    fold(report)


def _digest(path: Path) -> str:
    """The digest of a file that a document names, or an empty text where it cannot be read."""
    try:
        return sha256(read_bytes(path, MOST_BYTES)).hexdigest()
    except OSError:
        return ""


def read_documents(
    paths: Iterable[Path],
    report: Report,
    clean: Collection[str] = (),
    linted: bool = True,
    tells: Tells = nobody,
) -> Iterator[Document]:
    """Read documents one by one, and check those whose fingerprints are not known to be clean.

    Those that are known to be clean have no examples here. `tells` is asked for an example before it is demanded.
    """
    for path in paths:
        data = read_data(path, report)
        document = None if data is None else document_of(path, data, report, clean, linted, tells)
        if document is not None:
            yield document


def document_of(
    path: Path,
    data: bytes,
    report: Report,
    clean: Collection[str] = (),
    linted: bool = True,
    tells: Tells = nobody,
    examples: bool = True,
) -> Document | None:
    """A document that says `data` and lies at `path`, or is to lie there; None where it has no tree.

    It is checked as `read_documents` says. Without `examples` it is read as if it had none.
    """
    tree = _tree(path, data, report, clean, examples)
    if tree is None:
        return None
    before = len(report.found)
    keys = _keys_named(tree)
    own, fingerprint = sha256(data).hexdigest(), _fingerprint(path, data, keys)
    draft = _policy(path, tree, report, not linted or fingerprint in clean, tells)
    if linted and draft is not None:  # also of a document that is known to be clean: an index may be another one
        check_beside_sources(path, tree, draft, report)
    policy = draft if len(report.found) == before else None
    partly = read_partly(path, tree) if draft is None else None
    return Document(path, own, key_of(tree), keys, said_by(tree), fingerprint, policy, draft, partly)


def _tree(path: Path, data: bytes, report: Report, clean: Collection[str], examples: bool) -> Table | None:
    """The tree of a document; without its examples, if it is known to be clean."""
    if clean:
        aside = Report()
        tree = read_tree(path, without_examples(data), aside)
        gone = tree is not None and tree.get("examples") is None
        if tree is not None and gone and _fingerprint(path, data, _keys_named(tree)) in clean:
            report.add(aside)
            return tree
    return read_tree(path, data if examples else without_examples(data), report)


def _keys_named(tree: Table) -> tuple[str, ...]:
    """The documents that a document names, as in `common@1.0.0`."""
    named = (each for node in map(tree.get, ("uses", "part_of")) for each in versions_named(node))
    return tuple(each.text.replace(" ", "@") for each in named)


def _fingerprint(path: Path, data: bytes, keys: Sequence[str]) -> str:
    """What changes with any byte of a document, or of those that it names."""
    named = (folder_of(path) / id / f"{version}.yaml" for id, _, version in (key.partition("@") for key in keys))
    return sha256(" ".join([sha256(data).hexdigest(), *map(_digest, named)]).encode()).hexdigest()


def read_quoting(paths: Iterable[Path], report: Report) -> Iterator[Quoting]:
    """Read documents one by one for commands that compare the text as it is written, also those with findings."""
    for path in paths:
        if (tree := read_document(path, report)) is not None:
            _policy(path, tree, report, clean=True)
            yield Quoting(key_of(tree), tree, tuple(read_names(path, tree)[1].values()))


def _policy(path: Path, tree: Table, report: Report, clean: bool, tells: Tells = nobody) -> Policy | None:
    if kind_of(tree) == "vocabulary":
        read_vocabulary(path, report, tree)
        return None
    policy = read_policy(path, report, tree)
    if policy is not None and not clean:
        check_policy(policy, report, tells)
    return policy


def check_beside_sources(path: Path, tree: Table, policy: Policy, report: Report) -> None:
    """Compare a policy with the indexes of its sources, where they lie beside the policies."""
    if indexes := read_indexes(folder_of(path), report):
        check_indexed(tree, policy.sources, indexes, report)
        check_policy_indexed(policy, tree, indexes, report)
