"""Files that this tool keeps: written under a lock against other runs where the system has locks, and read strictly."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

from wiser_compiler.files import read_record
from wiser_compiler.writing import PART, refuse_links

if sys.platform != "win32":
    import fcntl


class Damaged(Exception):
    """A file that this tool keeps does not hold what it wrote; the message says where."""


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder while writing into it. The folder is created if it does not exist.

    Part files that killed runs left in it are removed. Raises OSError, as `replace` does.
    """
    refuse_links(folder, folder)
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":  # this system has no locks of folders, so runs do not wait for one another
        yield
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        # A file system of a network may know no locks: there runs do not wait, and nothing of another's is removed.
        with suppress(OSError):
            fcntl.flock(opened, fcntl.LOCK_EX)
            _remove_parts(folder)
        yield
    finally:
        os.close(opened)


def _remove_parts(folder: Path) -> None:
    """Remove the part files in a folder. Their writers are gone, since every other run waits for the lock."""
    for top, _, names in os.walk(folder):
        for name in names:
            if PART.fullmatch(name):
                Path(top, name).unlink(missing_ok=True)


# ---------------------------------------------------------------- JSON that this tool keeps


def read_json(path: Path) -> object:
    """The content of a JSON file, or None where there is no file. Raises Damaged.

    Reading is strict: this tool writes no repeated key, no NaN and no number with a fraction.
    """
    try:
        text = read_record(path)
    except FileNotFoundError:
        if path.is_symlink():
            raise Damaged("it is a link that leads nowhere") from None
        return None
    except OSError as error:
        raise Damaged(f"it cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise Damaged("it is not UTF-8 text") from None
    try:
        found = json.loads(text, object_pairs_hook=_object, parse_float=_no_number, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise Damaged(f"line {error.lineno}, column {error.colno}: it is not JSON") from None
    except RecursionError:
        raise Damaged("it is nested too deeply") from None
    except ValueError:
        raise Damaged("a number in it has too many digits") from None
    if found is None:
        raise Damaged("it says `null`, which is nothing")
    return found


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for number, (key, _) in enumerate(pairs) if key in dict(pairs[:number]))
        raise Damaged(f"the key `{twice}` stands twice in one object")
    return found


def _no_number(text: str) -> NoReturn:
    raise Damaged(f"`{text}` is not a whole number")
