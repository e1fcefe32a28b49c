"""The bytes of a file within a budget: the kind before the content, never more than was asked for, never waiting.

A copy of this module is `wiser_policies._files`, so it imports the standard library alone.
"""

from __future__ import annotations

import os
import stat

_REFUSED = (
    (stat.S_ISDIR, "it is a folder"),
    (stat.S_ISBLK, "it is a device"),
    (stat.S_ISSOCK, "it is a socket"),
)
_STREAMS = ((stat.S_ISFIFO, "it is a pipe"), (stat.S_ISCHR, "it is a device"))


def read_bytes(path: str | os.PathLike[str], most: int, *, streams: bool = False) -> bytes:
    """What a file holds: at most `most` bytes, and one more where there are more.

    Raises OSError, also for what is no regular file. `streams` allows pipes such as those of `<(command)`, and
    terminals. A pipe that nobody has opened for writing is empty; opening it would wait for ever.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags), "rb") as file:  # noqa: PTH123 - of a descriptor, which pathlib cannot open
        # The kind of what was opened, and not of what the name meant a moment ago.
        kind = os.fstat(file.fileno()).st_mode
        for is_kind, reason in _REFUSED if streams else (*_REFUSED, *_STREAMS):
            if is_kind(kind):
                raise OSError(0, f"{reason}, and not a file", os.fspath(path))
        if not stat.S_ISREG(kind):
            os.set_blocking(file.fileno(), True)
        return file.read(most + 1)
