"""Reading files within a budget: the kind of a file is checked before it is read, and never more is read than was asked
for.

A copy of this module is `wiser_policies._files`, so it imports the standard library alone.
"""

from __future__ import annotations

import errno
import os
import stat

TYPE_CHECKING = False  # as in `program`
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import BufferedReader

_REFUSED = (
    (stat.S_ISDIR, "it is a folder"),
    (stat.S_ISBLK, "it is a device"),
    (stat.S_ISSOCK, "it is a socket"),
)
_STREAMS = ((stat.S_ISFIFO, "it is a pipe"), (stat.S_ISCHR, "it is a device"))


def read_bytes(path: str | os.PathLike[str], most: int, *, streams: bool = False) -> bytes:
    """The content of a file: at most `most` bytes, and one byte more where the file is larger.

    Raises OSError, as `open_file` does. `streams` is handed on to it.
    """
    with open_file(path, streams=streams) as file:
        # A read reserves the memory that it asks for. Files that the system makes up say that they are empty.
        asked = min(most, os.fstat(file.fileno()).st_size or most) + 1
        data = file.read(asked)
        # The file may have grown since its size was read.
        return data + file.read(most + 1 - asked) if len(data) == asked <= most else data


def open_file(path: str | os.PathLike[str], *, streams: bool = False) -> BufferedReader:
    """A file, opened for reading. Raises OSError, also for anything but a regular file.

    `streams` also allows pipes, such as those of `<(command)`, and terminals. Only these may block: a pipe until
    somebody opens it for writing, where the system tells.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    try:
        # The kind of the opened file: the name may have been given to another file a moment ago.
        kind = os.fstat(descriptor).st_mode
        for is_kind, reason in _REFUSED if streams else (*_REFUSED, *_STREAMS):
            if is_kind(kind):
                raise OSError(errno.EINVAL, f"{reason}, and not a file", os.fspath(path))
        if not stat.S_ISREG(kind):
            os.set_blocking(descriptor, True)
            if stat.S_ISFIFO(kind):
                _wait_for_writer(descriptor)
        return open(descriptor, "rb")  # noqa: PTH123 - the caller closes it
    except BaseException:
        os.close(descriptor)
        raise


def _wait_for_writer(pipe: int) -> None:
    """Wait until a pipe has something to read, or its last writer is gone.

    Without a writer it would be read as empty.
    """
    import select

    if hasattr(select, "poll"):
        waiting = select.poll()
        waiting.register(pipe, select.POLLIN)
        waiting.poll()


MOST_OF_A_RECORD = 20_000_000  # bytes of a file in which this tool keeps records: enough for thousands of policies


def read_record(path: str | os.PathLike[str]) -> str:
    """The text of a file in which this tool keeps records. Raises OSError, or ValueError where it is not UTF-8."""
    data = read_bytes(path, MOST_OF_A_RECORD)
    if len(data) > MOST_OF_A_RECORD:
        raise OSError(errno.EFBIG, f"it has more than {MOST_OF_A_RECORD:,} bytes", os.fspath(path))
    return data.decode("utf-8")


def entries_below(
    folder: str | os.PathLike[str], unreadable: Callable[[OSError], object]
) -> Iterator[os.DirEntry[str]]:
    """Every entry below a folder, in a fixed order. Links are entries and are never followed: a link may lead upwards.

    `unreadable` is called with a folder that cannot be read. The walk uses no recursion, so folders may be nested
    deeply.
    """
    waiting = [os.fspath(folder)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            unreadable(error)
            continue
        yield from found
        waiting += [entry.path for entry in found if entry.is_dir(follow_symlinks=False)]
