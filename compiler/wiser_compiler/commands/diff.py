"""`wiser diff`: it compares two documents, or today's documents with those of a revision, and writes the
differences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from wiser_compiler.core.model import Policy
from wiser_compiler.core.numbered import in_numbers
from wiser_compiler.diagnostics import Report
from wiser_compiler.files import read_bytes
from wiser_compiler.json_text import printed
from wiser_compiler.linting.published import key_of
from wiser_compiler.printers import as_data, as_text
from wiser_compiler.program import visible
from wiser_compiler.reading.document import kind_of, read_tree
from wiser_compiler.reading.reader import read_policy
from wiser_compiler.reading.revision import NoRevision, write_revision
from wiser_compiler.reading.syntax import MOST_BYTES

if TYPE_CHECKING:  # the solver is loaded only when something is compared
    from wiser_compiler.proof.versions.model import Difference

VOCABULARY = re.compile(rb"^vocabulary:", re.MULTILINE)
NAME = re.compile(r"[a-z][a-z0-9_]*(@[0-9]+\.[0-9]+\.[0-9]+)?")


class Misused(Exception):
    """The documents that were asked for cannot be compared. The message says why."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Pairs of versions, and the names of documents that have no counterpart, or are the same byte for byte."""

    pairs: tuple[tuple[Policy, Policy], ...]
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    called: tuple[str, str] = ("", "")


def two(names: Sequence[str], folder: Path, report: Report) -> Compared:
    """The pair of the two named documents, the older one first."""
    if len(names) != 2:
        raise Misused("name two versions, such as esi@1.0.0 esi@6.0.0, or say --against git:REV")
    old, new = (_read(_path(name, folder), folder, report) for name in names)
    if old is None or new is None:
        return Compared(())
    if old.program != new.program:
        raise Misused("one of the two is a program; a policy is compared with a policy")
    return Compared(((old, new),))


def with_revision(names: Sequence[str], against: str, folder: Path, report: Report) -> Compared:
    """Today's documents, each beside the same document of a revision; without names, all of them."""
    scheme, _, revision = against.partition(":")
    if scheme != "git" or not revision:
        raise Misused(f"{against} is no revision; write it as git:HEAD~1 or git:main")
    with TemporaryDirectory() as place:
        before = Path(place) / "policies"
        before.mkdir()
        try:
            write_revision(folder, revision, before)
        except NoRevision as problem:
            raise Misused(str(problem)) from None
        return _against(names, f"git:{revision}", folder, before, report)


def _against(names: Sequence[str], revision: str, folder: Path, before: Path, report: Report) -> Compared:
    today, then = _documents(folder), _documents(before)
    chosen = [_path(name, folder) for name in names] or [folder / path for path in today]
    for name, path in zip(names, chosen, strict=False):
        if path not in {folder / known for known in today}:
            raise Misused(f"{name} is no document of {folder.as_posix()}")
        if path.relative_to(folder) not in then:
            raise Misused(f"{name} did not exist at {revision}")
    differ = [path for path in today if today[path] != then.get(path)]
    pairs, added, same = [], [], []
    for path in (whole.relative_to(folder) for whole in chosen):
        if path not in then:
            added.append(_key(path))
        elif not names and path not in differ and not any(_names(today[path], other) for other in differ):
            same.append(_key(path))
        elif names or not VOCABULARY.search(today[path]):
            old = _read(before / path, before, report, Path(f"{revision}:{(folder / path).as_posix()}"))
            new = _read(folder / path, folder, report)
            pairs += [(old, new)] if old and new else []
    gone = () if names else tuple(_key(path) for path in then if path not in today)
    return Compared(tuple(pairs), tuple(added), gone, tuple(same), (f"of {revision}", "of today"))


def _documents(folder: Path) -> dict[Path, bytes]:
    """The documents of a folder by their path in it, with their bytes."""
    try:
        return {path.relative_to(folder): read_bytes(path, MOST_BYTES) for path in sorted(folder.glob("*/*.yaml"))}
    except OSError as error:
        raise Misused(f"{error.filename} cannot be read: {error.strerror}") from None


def _names(document: bytes, other: Path) -> bool:
    """Whether a document names another one, as in `uses: common 1.0.0`."""
    return f"{other.parent.name} {other.stem}".encode() in document


def _key(path: Path) -> str:
    return visible(f"{path.parent.name}@{path.stem}")


def _path(name: str, folder: Path) -> Path:
    """The file of a document: a path, or its id with its version, by default the newest."""
    if name.endswith(".yaml"):
        return Path(name)
    if not NAME.fullmatch(name):  # the argument may be a request, whose content must not be shown
        raise Misused(f"{name} is neither a policy, such as esi@6.0.0, nor the name of a .yaml file")
    id, _, version = name.partition("@")
    paths = sorted(folder.glob("*/*.yaml"), key=lambda path: (path.parent.name, in_numbers(path.stem)))
    fitting = [path for path in paths if path.parent.name == id and version in ("", path.stem)]
    if not fitting:
        known = [_key(path) for path in paths if not VOCABULARY.search(read_bytes(path, MOST_BYTES))]
        among = f"; known are {', '.join(known)}" if known else f" in {folder.as_posix()}"
        raise Misused(f"there is no policy {name}{among}")
    return fitting[-1]


def _read(path: Path, folder: Path, report: Report, label: Path | None = None) -> Policy | None:
    """A policy or program from any path. The documents that it names are looked up in its own folder, or in `folder`.

    Findings show it under `label`. Examples are not run: only the meaning of a document is compared. Raises Misused
    where the document cannot be read.
    """
    try:
        data = read_bytes(path, MOST_BYTES)
    except OSError as error:
        raise Misused(f"{path.as_posix()} cannot be read: {error.strerror}") from None
    tree = read_tree(label or path, data, report)
    if tree is None:
        return None
    if kind_of(tree) == "vocabulary":
        raise Misused(f"{path.as_posix()} is a vocabulary, and has no criteria; compare policies that use it")
    id, _, version = key_of(tree).partition("@")
    in_place = path.absolute().parent.name == id and path.stem == version
    return read_policy(path if in_place else folder / id / f"{version}.yaml", report, tree)


# ---------------------------------------------------------------- what is said


def differences(compared: Compared, report: Report) -> list[Difference]:
    """The difference of every pair. A newer version whose `changes:` says something else is reported."""
    from wiser_compiler.proof.versions.declared import changes_agree

    return [replace(changes_agree(*pair, report), called=_called(*pair, compared.called)) for pair in compared.pairs]


def _called(old: Policy, new: Policy, called: tuple[str, str]) -> tuple[str, str]:
    """Names for two documents of the same version."""
    if old.version != new.version:
        return "", ""
    return (
        (f"{old.version} {called[0]}", f"{new.version} {called[1]}")
        if all(called)
        else (visible(old.span.file), visible(new.span.file))
    )


def differs(compared: Compared, found: Sequence[Difference], report: Report) -> bool:
    """Whether a meaning differs, a question is undecided, or `changes:` does not agree."""
    alone = compared.added or compared.gone
    return bool(alone or report.errors or not all(each.same_meaning for each in found))


def written(compared: Compared, found: Sequence[Difference], report: Report, form: str, *, color: bool) -> str:
    """The differences as text, as Markdown or as JSON."""
    from wiser_compiler.proof.versions import report as pages

    if form == "json":
        whole = {
            "differences": [pages.as_data(each) for each in found],
            "added": compared.added,
            "gone": compared.gone,
            "same": compared.same,
            "findings": as_data(report),
        }
        return printed(whole)
    if form == "markdown":
        blocks = [pages.as_markdown(each) for each in found]
    else:
        blocks = [pages.as_text(each, color=color) for each in found]
        blocks += [pages.note(each) for each in found if pages.needs_note(each, report)]
        blocks += [as_text(report, color=color)] if report.found else []
    alone = {"new": compared.added, "gone": compared.gone, "the same, byte for byte": compared.same}
    blocks += [f"{', '.join(keys)}: {words}\n" for words, keys in alone.items() if keys]
    return "\n".join(blocks)
