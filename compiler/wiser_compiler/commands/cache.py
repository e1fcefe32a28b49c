"""The cache: results of earlier runs, kept beside the policies or the outputs, so that no work is done twice.

Every file of the cache begins with a digest of its content, its own name and the version of this tool. A file whose
digest does not fit is ignored: it is damaged, renamed, or was written by another version. Documents and outputs are
compared by content, never by date. So an old, broken or missing cache changes no answer, only the time it takes.
Nothing that git keeps depends on the cache: a fresh clone has none.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from errno import EFBIG
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import wiser_compiler
from wiser_compiler.files import MOST_OF_A_RECORD, entries_below, read_bytes
from wiser_compiler.whole_files import alone_in
from wiser_compiler.writing import refuse_links, replace

NAME = ".wiser_cache"
READ = (".yaml", ".json")  # endings of the files whose content decides what a run says
MOST_BYTES = 1_000_000  # bytes of a document; a folder with a larger file is always read anew


def folder_of(neighbour: Path) -> Path:
    """The folder of the cache that belongs to a folder of policies or of outputs. It lies beside that folder."""
    return neighbour.absolute().parent / NAME


def load(folder: Path, name: str) -> Any:
    """The value that this version of the tool kept under a name, or None where there is none or it is not intact."""
    path = folder / name
    try:
        if folder.is_symlink():
            return None
        seal, _, body = read_bytes(path, MOST_OF_A_RECORD).partition(b"\n")
        return json.loads(body) if seal == _seal(name, body) else None
    except (OSError, ValueError, RecursionError):
        return None


def store(folder: Path, name: str, value: object) -> None:
    """Keep a JSON value under a name. A value that cannot be written is dropped: the cache only saves time."""
    body = json.dumps(value).encode("utf-8")
    try:
        with alone_in(folder):
            if not (folder / ".gitignore").exists():
                replace(folder / ".gitignore", b"*\n")
            replace(folder / name, _seal(name, body) + b"\n" + body)
    except OSError:
        return


def _seal(name: str, body: bytes) -> bytes:
    return sha256(b"\n".join((name.encode(), tool().encode(), body))).hexdigest().encode()


@lru_cache(1)  # the running code is what the files held when it began
def tool() -> str:
    """A text that changes with this tool: its files, the Python that runs it, the first file of yaml, jinja2 or z3."""
    found = [find_spec(name) for name in ("yaml", "jinja2", "z3")]
    libraries = [spec.origin for spec in found if spec is not None and spec.origin]
    files = _contents(os.path.dirname(wiser_compiler.__file__), (".css", ".html", ".jinja", ".js", ".md", ".py", ".ts"))  # noqa: PTH120 - pathlib is slow to walk
    own = [found for found in files if "__pycache__" not in Path(found[0]).parts]
    return _digest([sys.version, own, [_stamp(path) for path in libraries]])


def inputs(policies: Path) -> str:
    """A text that changes with every file in the folder of the policies; empty where a file cannot be read.

    Files that no command reads count by name alone.
    """
    try:
        return _digest(_contents(str(policies), READ))
    except OSError:
        return ""


# ---------------------------------------------------------------- builds


def unchanged(policies: Path, out: Path) -> str:
    """What the last build printed, if policies and outputs are as it read and left them; else an empty text."""
    match load(folder_of(out), "stamp.json"):
        case {"inputs": str(seen), "outputs": dict(outputs), "message": str(message)}:
            return message if seen == inputs(policies) != "" and lies_in(out, outputs) else ""
    return ""


def remember(out: Path, seen: str, outputs: Mapping[str, str], message: str, documents: Sequence[str]) -> None:
    """Keep what a build prints: `seen` are the `inputs` that it read, `outputs` the digests of its files.

    `documents` are the fingerprints of what was built.
    """
    stamp = {"inputs": seen, "outputs": dict(outputs), "message": message, "documents": list(documents)}
    store(folder_of(out), "stamp.json", stamp)


def lies_in(out: Path, files: Mapping[str, str]) -> bool:
    """Whether all the files exist with these digests, and no link stands at one of them or on the way to it."""
    try:
        for folder in {Path(path).parent for path in files}:
            refuse_links(out / folder, out)
        # Path is slower, and there may be ten thousand files.
        paths = {os.path.join(out, path): digest for path, digest in files.items()}  # noqa: PTH118
        return all(not os.path.islink(path) and _content(path) == digest for path, digest in paths.items())  # noqa: PTH114
    except (OSError, ValueError):
        return False


# ---------------------------------------------------------------- proofs


def unproven(policies: Path, out: Path) -> tuple[int, int]:
    """Of how many documents of the last build nothing is proven as they are written, and of how many in all."""
    match load(folder_of(out), "stamp.json"), load(folder_of(policies), "proven.json"):
        case {"documents": [*built]}, known:
            proven = known if isinstance(known, dict) else {}
            return sum(fingerprint not in proven for fingerprint in built), len(built)
    return 0, 0


def answered(policies: Path, asked: list[str], seen: str) -> str:
    """The answer that was kept for the same question about the same policies, or an empty text."""
    match load(folder_of(policies), "answers.json"):
        case {"inputs": known, "asked": question, "message": str(message)}:
            return message if known == seen != "" and question == asked else ""
    return ""


def answer(policies: Path, asked: list[str], seen: str, message: str) -> None:
    """Keep an answer; `seen` are the `inputs` from before the question was asked."""
    store(folder_of(policies), "answers.json", {"inputs": seen, "asked": asked, "message": message})


# ---------------------------------------------------------------- digests


def _contents(folder: str, read: tuple[str, ...]) -> list[list[str]]:
    """Every path below a folder, with the digest of each file that has one of these endings."""
    return [
        [
            os.path.relpath(entry.path, folder),
            _content(entry.path, MOST_BYTES) if not entry.is_dir() and entry.path.endswith(read) else "",
        ]
        for entry in entries_below(folder, _fail)
    ]


def _fail(error: OSError) -> None:
    raise error


def _content(path: str, most: int = MOST_OF_A_RECORD) -> str:
    """The digest of the content of a file. Raises OSError where it cannot be read or is larger than `most`."""
    data = read_bytes(path, most)
    if len(data) > most:
        raise OSError(EFBIG, f"it has more than {most:,} bytes", path)
    return sha256(data).hexdigest()


def _stamp(path: str) -> list[str]:
    """The path, dates and size of a file of an installed library. Nobody edits such a file."""
    found = os.stat(path)  # noqa: PTH116 - Path is slower
    return [path, str([found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino])]


def _digest(value: object) -> str:
    return sha256(json.dumps(value).encode()).hexdigest()
