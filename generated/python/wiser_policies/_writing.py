"""Writing a file: whole, and never through a link.

A file is written under a unique name beside its place and then moved to its place in one step, so a run that is cut
short leaves whole files. A copy of this module is `wiser_policies._writing`, so it imports the standard library alone.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from stat import S_IMODE
from typing import BinaryIO

PART = re.compile(r"\..+\.wiser-[0-9a-f]{16}\.part")


class Linked(OSError):
    """A link stands where something is to be written."""


def replace(path: Path, data: bytes, below: Path | None = None, *, private: bool = False) -> None:
    """Write a file as a whole, as `replacing` does."""
    with replacing(path, below, private=private) as file:
        file.write(data)


@contextmanager
def replacing(path: Path, below: Path | None = None, *, private: bool = False) -> Iterator[BinaryIO]:
    """A file to write, which takes its place when all is written; an exception leaves what stood there.

    A reader sees either the old file or the new one, which keeps its permissions. A new file that is `private` can be
    read by its owner alone. `below` is the folder that the user named, if the file lies deeper in it. Raises OSError
    with the name of the file, and Linked where that folder, one between it and the file, or the file is a link.
    """
    refuse_links(path, below or path.parent)
    part = path.with_name(f".{path.name}.wiser-{token_hex(8)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with open(part, "xb", opener=_private if private else None) as file:
                yield file
            with suppress(FileNotFoundError):
                part.chmod(S_IMODE(path.stat().st_mode))
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise OSError(error.errno, error.strerror, path.as_posix()) from error


def create(path: Path, data: bytes, below: Path) -> None:
    """Write a file that does not exist yet. Raises as `replace` does; a file that was only begun is removed."""
    refuse_links(path, below)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            try:
                file.write(data)
                file.flush()
            except BaseException:  # also after an interruption
                path.unlink()
                raise
    except OSError as error:
        raise OSError(error.errno, error.strerror, path.as_posix()) from error


def refuse_links(path: Path, below: Path) -> None:
    """Raise Linked where a file, the folder `below` which it lies, or one between them is a link."""
    steps = [below]
    for name in path.relative_to(below).parts:
        steps.append(steps[-1] / name)
    for step in steps:
        if step.is_symlink():
            raise Linked(errno.ELOOP, "this is a link, and nothing is written through one", step.as_posix())


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
