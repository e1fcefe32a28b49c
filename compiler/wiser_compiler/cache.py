"""What earlier builds found, kept beside the generated files so that the same work is not done twice.

Two questions: is everything as the last build left it (`unchanged`, which only looks at the files'
dates and sizes), and which documents are known to be clean, with what was made of them (`Kept`). The same
two of proofs: nothing was touched since (`answered`), and a policy of this meaning is proven (`proven`).
Losing the folder loses nothing but time. What git keeps is never decided by it: a fresh clone has none.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from wiser_compiler.files import entries_below, read_record

NAME = ".wiser_cache"
# A file that was written this shortly before it was looked at could be written again with the same date.
TICK = 0.02


@dataclass(frozen=True, slots=True)
class Kept:
    """What was made of a document that had no findings: the manifest's entry, and its files with their digests."""

    entry: Mapping[str, Any]
    files: Mapping[str, str]


def folder_of(out: Path) -> Path:
    """Where the cache of an output folder lies."""
    return out.absolute().parent / NAME


def tool() -> str:
    """Another text whenever this tool is another: its own files, those of its libraries, Python."""
    found = [find_spec(name) for name in ("yaml", "jinja2", "z3")]
    libraries = [spec.origin for spec in found if spec is not None and spec.origin]
    own = _files(os.path.dirname(__file__))  # noqa: PTH120 - pathlib is slow to walk
    return _digest([sys.version, *_stamps([*own, *libraries])])


def inputs(policies: Path) -> str:
    """Another text whenever anything in the folder of the policies is touched; empty where it cannot be told."""
    try:
        return _digest(_stamps(_files(str(policies))))
    except OSError:
        return ""


def unchanged(policies: Path, out: Path) -> str:
    """What to say if nothing that the last build read or wrote has been touched since; else an empty text."""
    found = _read(folder_of(out) / "stamp.json")
    try:
        same = (
            found["policies"] == str(policies.absolute())
            and found["tool"] == tool()
            and found["inputs"] == inputs(policies) != ""
            and found["outputs"] == _outputs(out, found["paths"])
        )
        return str(found["message"]) if same else ""
    except (KeyError, TypeError, OSError):
        return ""


def remember(
    policies: Path, out: Path, seen: str, paths: Iterable[str], message: str, kept: Mapping[str, Kept]
) -> None:
    """Keep what a build found; `seen` are its `inputs` from before it read them. A cache that fails is left alone."""
    time.sleep(TICK)
    folder, known = folder_of(out), list(paths)
    try:
        stamp = {
            "policies": str(policies.absolute()),
            "tool": tool(),
            "inputs": seen,
            "outputs": _outputs(out, known),
            "paths": known,
            "message": message,
        }
        folder.mkdir(exist_ok=True)
        (folder / ".gitignore").write_text("*\n")
        made = {key: asdict(value) for key, value in kept.items()}
        _write(folder / "kept.json", {"tool": stamp["tool"], "made": made})
        _write(folder / "stamp.json", stamp)
    except OSError:
        return


def kept_of(out: Path) -> dict[str, Kept]:
    """What this very tool made of clean documents, by their fingerprint."""
    found = _read(folder_of(out) / "kept.json")
    try:
        if found["tool"] != tool():
            return {}
        return {key: Kept(**value) for key, value in found["made"].items()}
    except (KeyError, TypeError, AttributeError, OSError):
        return {}


def answered(policies: Path, asked: str, seen: str) -> str:
    """What was said to the same question, if no file of the policies nor of the tool was touched since."""
    found = _read(_beside(policies) / "answers.json")
    try:
        same = found["tool"] == tool() and found["inputs"] == seen != "" and found["asked"] == asked
        return str(found["message"]) if same else ""
    except (KeyError, TypeError, OSError):
        return ""


def answer(policies: Path, asked: str, seen: str, message: str) -> None:
    """Keep what was said; `seen` are the `inputs` of before."""
    time.sleep(TICK)
    _keep(policies, "answers.json", {"tool": tool(), "inputs": seen, "asked": asked, "message": message})


def proven(policies: Path) -> dict[str, Any]:
    """What this very tool proved of policies without anomalies, by their meaning."""
    found = _read(_beside(policies) / "proven.json")
    try:
        return dict(found["proven"]) if found["tool"] == tool() else {}
    except (KeyError, TypeError, ValueError, OSError):
        return {}


def keep_proven(policies: Path, found: Mapping[str, Any]) -> None:
    """Add what was proved."""
    _keep(policies, "proven.json", {"tool": tool(), "proven": {**proven(policies), **found}})


def _beside(policies: Path) -> Path:
    return policies.absolute().parent / NAME


def _keep(policies: Path, name: str, value: object) -> None:
    """A cache that fails is left alone."""
    folder = _beside(policies)
    try:
        folder.mkdir(exist_ok=True)
        (folder / ".gitignore").write_text("*\n")
        _write(folder / name, value)
    except OSError:
        return


def _outputs(out: Path, paths: Iterable[str]) -> str:
    return _digest(_stamps(os.path.join(out, path) for path in paths))  # noqa: PTH118 - ten thousand of them


def _files(folder: str) -> Iterator[str]:
    """Every file below a folder but compiled Python, in a fixed order. Raises OSError."""
    compiled = f"{os.sep}__pycache__{os.sep}"
    for entry in entries_below(folder, _fail):
        if not entry.is_dir(follow_symlinks=False) and compiled not in entry.path:
            yield entry.path


def _fail(error: OSError) -> None:
    raise error


def _stamps(paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        found = os.stat(path)  # noqa: PTH116 - Path is slower, and there may be ten thousand files
        yield f"{path} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_size} {found.st_ino}"


def _digest(lines: Iterable[str]) -> str:
    return sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def _read(path: Path) -> Any:
    try:
        return json.loads(read_record(path))
    except (OSError, ValueError, RecursionError):
        return {}


def _write(path: Path, value: object) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    part.write_text(json.dumps(value), "utf-8")
    part.replace(path)
