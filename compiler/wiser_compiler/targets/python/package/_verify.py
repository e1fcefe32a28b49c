"""Whether the files of a build are as they were built: every changed, missing or added file, and the policy it is of.

A build lists the SHA-256 of its files in `MANIFEST.json`, and a native wheel those of its machine code in
`NATIVE.json`. The sources are not needed, and nothing is executed or written. A list cannot vouch for itself: whoever
changes a file may change the list too, so compare the digest of the list, or the signature of the archive, with what
was released.
"""

from __future__ import annotations

import errno
import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from typing import Any, Literal, NamedTuple

from wiser_policies._archives import MOST_BYTES, Unusable, unpack
from wiser_policies._catalog import BESIDE_MODULE, INSTALLED, NAME, OWN
from wiser_policies._files import MOST_OF_A_RECORD, entries_below, read_bytes
from wiser_policies._program import say, visible

MANIFEST = "MANIFEST.json"
NATIVE = "NATIVE.json"  # the machine code beside the modules of a native wheel, which is of one build
SHARED = "shared"
ARCHIVE = "the archive around its files"
NOT_INSTALLED = ("javascript/", "page/")  # parts of a build that an installed package is without
_DIGEST = re.compile("[0-9a-f]{64}")
_OF_A_VERSION = re.compile(r"(?:^|/)([a-z][a-z0-9_]*)/(?:\w*v)?(\d+)[._](\d+)[._](\d+)(?=[-./]|$)")


class Difference(NamedTuple):
    """A file that is not as it was built. `policy` is a name such as `esi@6.0.0`, or `shared`."""

    path: str
    kind: Literal["changed", "missing", "added"]
    policy: str


class Verified(NamedTuple):
    """A comparison with the list of a build: who built it, the SHA-256 of the list, how many files it has.

    `native` is the SHA-256 of the list of the machine code of a native wheel; empty where there is none.
    """

    generator: str
    manifest: str
    files: int
    differences: tuple[Difference, ...]
    native: str = ""


class _Held(NamedTuple):
    """The files that are there, each with a function that reads it."""

    files: Mapping[str, Callable[[], bytes]]
    packed_by_us: bool = True
    installed: bool = False


def verify(path: str | None = None) -> Verified:
    """Compare a folder or an archive of a build, or without a path this package, with its list.

    Raises Unusable where there is no such list, or where it or the archive is damaged or unsafe.
    """
    return _compared(_held(path))


def _compared(held: _Held) -> Verified:
    text, built = _listed(held, MANIFEST, "wiser-policies ", {})
    generator, digests = built["generator"], built["files"]
    expected = {
        name: digest for name, digest in digests.items() if not (held.installed and name.startswith(NOT_INSTALLED))
    }
    found = [] if held.packed_by_us else [Difference(ARCHIVE, "changed", SHARED)]
    native = b""
    if held.installed and NATIVE in held.files:
        manifest = sha256(text).hexdigest()
        native, code = _listed(held, NATIVE, "mypyc ", {"manifest": manifest})
        expected |= code["files"]
    for name, digest in expected.items():
        if name not in held.files:
            found.append(Difference(name, "missing", policy_of(name)))
        elif _digest(held.files[name]) != digest:
            found.append(Difference(name, "changed", policy_of(name)))
    added = sorted(held.files.keys() - expected.keys() - {MANIFEST, *([NATIVE] if native else [])})
    found += [Difference(name, "added", policy_of(name)) for name in added]
    if not found and _version(held) not in ("", generator):
        found.append(Difference(MANIFEST, "changed", SHARED))
    of_native = sha256(native).hexdigest() if native else ""
    return Verified(generator, sha256(text).hexdigest(), len(expected), tuple(found), of_native)


def policy_of(path: str) -> str:
    """The policy and version that a file belongs to, by its path; `shared` for a file of no single one."""
    match = _OF_A_VERSION.search(path)
    return f"{match[1]}@{match[2]}.{match[3]}.{match[4]}" if match else SHARED


def _digest(read: Callable[[], bytes]) -> str:
    """The SHA-256 of a file; empty where it cannot be read as a file."""
    try:
        return sha256(read()).hexdigest()
    except OSError:
        return ""


def _version(held: _Held) -> str:
    """Who built it, as the catalog says, which the list has the digest of; empty where there is no catalog."""
    if NAME not in held.files:
        return ""
    try:
        return f"wiser-policies {json.loads(held.files[NAME]())['version']}"
    except (ValueError, LookupError, TypeError, RecursionError):  # whoever wrote it wrote the list too
        return "unknown"


# ---------------------------------------------------------------- the list


def _listed(held: _Held, name: str, generator: str, more: Mapping[str, str]) -> tuple[bytes, dict[str, Any]]:
    """A list of files, which is exactly as it was written, by a generator and with more of this kind: any other byte is
    damage.
    """
    if name not in held.files:
        raise Unusable(f"there is no {name} in it, the list of its files that `wiser build` writes")
    try:
        text = held.files[name]()
        found = json.loads(text)
    except OSError as error:
        raise Unusable(f"{name} cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError):
        raise Unusable(f"{name} is damaged: it is no JSON") from None
    match found:
        case {"generator": str(written), "files": dict(files), **rest} if (
            written.startswith(generator) and rest == more and all(map(_is_digest, files.values()))
        ):
            # No second spelling, such as a key that stands twice or another space.
            if f"{json.dumps(found, indent=2)}\n".encode() == text:
                return text, found
    raise Unusable(f"{name} is damaged, or not of this tool: it is not as `wiser build` writes it")


def _is_digest(value: object) -> bool:
    return isinstance(value, str) and bool(_DIGEST.fullmatch(value))


# ---------------------------------------------------------------- the files


def _held(path: str | None) -> _Held:
    if path is None:
        return _installed()
    if os.path.isdir(path):  # noqa: PTH112 - importing pathlib takes longer than this
        return _in_folder(path)
    try:
        data = read_bytes(path, MOST_BYTES)
    except (OSError, ValueError) as error:
        raise Unusable(f"it cannot be read: {getattr(error, 'strerror', None) or 'no such file'}") from None
    files, packed_by_us = unpack(data)
    return _Held({name: _reader_of_packed(content) for name, content in files.items()}, packed_by_us)


def _reader_of_packed(content: bytes | None) -> Callable[[], bytes]:
    def read() -> bytes:
        if content is None:
            raise OSError(errno.EIO, "it is damaged")
        return content

    return read


def _in_folder(folder: str) -> _Held:
    """The files below a folder. A link is never followed: it is there, and no file. Compiled Python is left out."""
    if not os.path.lexists(os.path.join(folder, MANIFEST)):  # noqa: PTH118
        return _Held({})  # it may be any folder, and is not walked through
    files = {}
    for entry in entries_below(folder, _unreadable):
        name = os.path.relpath(entry.path, folder).replace(os.sep, "/")
        if (entry.is_symlink() or not entry.is_dir()) and not _is_compiled_python(name):
            files[name] = _reader_of(entry)
    return _Held(files)


def _reader_of(entry: os.DirEntry[str]) -> Callable[[], bytes]:
    def read() -> bytes:
        if entry.is_symlink():
            raise OSError(errno.ELOOP, "it is a link")
        return read_bytes(entry.path, MOST_OF_A_RECORD)

    return read


def _unreadable(error: OSError) -> None:
    raise Unusable(f"{error.filename} cannot be read: {error.strerror}")


def _is_compiled_python(name: str) -> bool:
    """Whether the file is Python's own: a compiled module, or one that another process is still writing."""
    _, inside, file = name.rpartition("/__pycache__/")
    return bool(inside) and (file.endswith(".pyc") or file.rpartition(".")[0].endswith(".pyc"))


def _installed() -> _Held:
    """The files of this package, by their names in the build; of a checkout, those of the build around it."""
    spec: Any = __spec__
    package = os.path.dirname(spec.origin)  # noqa: PTH120
    from importlib.resources import files as resources

    root = resources("wiser_policies")
    if not (root / INSTALLED / MANIFEST).is_file():
        return _in_folder(os.path.dirname(os.path.dirname(package)))  # noqa: PTH120
    held: dict[str, Callable[[], bytes]] = {}
    for name, read in _below(root, ""):
        if not _is_compiled_python(f"/{name}"):
            inside = name.startswith(f"{INSTALLED}/")
            held[name.removeprefix(f"{INSTALLED}/") if inside else OWN + name] = read
            if beside := re.fullmatch(BESIDE_MODULE, name):
                held[f"compiled/{beside[1]}/{beside[2].replace('_', '.')}.json"] = read
    return _Held(held, installed=True)


def _below(folder: Any, before: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _below(entry, f"{before}{entry.name}/")
        else:
            yield f"{before}{entry.name}", entry.read_bytes


# ---------------------------------------------------------------- the answer


def answer(path: str | None, form: str, write: Callable[[str], object]) -> int:
    """Compare, and write the answer. Exit status: 0 as built, 1 files differ, 2 there is nothing to compare with."""
    name = "this package" if path is None else path
    try:
        verified = verify(path)
    except Unusable as error:
        say(f"{name or EMPTY}: {error}")
        return 2
    if form == "json":
        write(json.dumps(_as_data(name, verified), indent=2))
    else:
        at = f"{path.rstrip('/')}/" if path is not None and os.path.isdir(path) else ""  # noqa: PTH112
        write("\n".join(visible(line) for line in _as_lines(at, verified)))
    return 1 if verified.differences else 0


EMPTY = "''"  # how a name without a letter is shown


def _as_data(name: str, verified: Verified) -> dict[str, Any]:
    return {
        "verified": _printable(name),
        "generator": verified.generator,
        "manifest_sha256": verified.manifest,
        "native_sha256": verified.native or None,
        "files": verified.files,
        "differences": [{**one._asdict(), "path": _printable(one.path)} for one in verified.differences],
    }


def _printable(name: str) -> str:
    """A name in which a byte that is not UTF-8 is escaped as in text."""
    return name.encode("utf-8", "backslashreplace").decode()


def _as_lines(at: str, verified: Verified) -> Iterator[str]:
    for one in verified.differences:
        yield f"{one.kind}: {one.path if one.path == ARCHIVE else at + one.path} ({one.policy})"
    differ = len(verified.differences)
    listed = f"{verified.files} files that {verified.generator} built"
    yield (
        f"{differ} {'difference' if differ == 1 else 'differences'} from the {listed}"
        if differ
        else (f"as built: {listed}")
    )
    yield f"SHA-256 of {MANIFEST}: {verified.manifest}"
    if verified.native:
        yield f"SHA-256 of {NATIVE}: {verified.native}"
