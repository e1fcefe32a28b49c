"""A command as a program: its streams, the characters it may show, and its exit status.

The exit status is an answer only if the answer could be written. A copy of this module is `wiser_policies._program`, so
it imports the standard library alone, and little of that: `wiser check` must start at once.
"""

from __future__ import annotations

import errno
import io
import os
import sys

TYPE_CHECKING = False  # as `typing` has it, which takes longer to import than all of this
if TYPE_CHECKING:
    from collections.abc import Callable
    from sys import UnraisableHookArgs
    from types import TracebackType
    from typing import TextIO

FAILED = 3  # neither yes nor no: the answer could not be written, or the program made a mistake
READER_GONE = 128 + 13  # the status that a shell gives to a program that SIGPIPE ended


def run(name: str, command: Callable[[], object]) -> int:
    """Run a command to its end; the exit status of the program.

    The status is that of the command if all of its output was written; else FAILED or READER_GONE.
    An interruption (Ctrl-C) goes on to Python, which ends the program by its signal: a shell says 130, and a script
    that runs the command stops as well. No traceback is shown, since it could show what is in a request.
    """
    sys.excepthook = _interrupted_in_silence
    sys.unraisablehook = _in_a_finalizer
    _open_standard_streams()
    try:
        if sys.stdout is None:
            raise Unwritten(OSError(errno.EBADF, "it is closed; send it to a file, or to /dev/null"))
        sys.stdout = _Answer(sys.stdout)
        sys.stderr = _Said(sys.stderr)
        try:
            status = _status(command())
        except SystemExit as end:
            status = _status(end.code)
        sys.stdout.flush()
        return status
    except Unwritten as unwritten:
        # Python would write the rest of the buffer as it ends, and fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        if unwritten.reason.errno == errno.EPIPE:
            return READER_GONE
        say(f"{name}: the output cannot be written: {unwritten.reason.strerror}")
    except OSError as error:
        say(f"{name}: {error.filename or 'the system'}: {error.strerror}")
    except Exception as error:
        if os.environ.get("WISER_TRACE"):
            import traceback

            traceback.print_exc()
        say(f"{name} stopped on a mistake of its own ({type(error).__name__}); WISER_TRACE=1 shows where")
    return FAILED


class Unwritten(Exception):
    """The answer could not be written. This is no OSError, since other code would catch an OSError and misread it."""

    def __init__(self, reason: OSError) -> None:
        super().__init__(str(reason))
        self.reason = reason


def say(words: str) -> None:
    """Write a message to standard error. A message that cannot be written is dropped: the exit status remains."""
    try:
        print(visible(words), file=sys.stderr, flush=True)
    except (OSError, ValueError, AttributeError):  # standard error is full, detached or missing
        return


def visible(words: str) -> str:
    r"""The text with everything unseen written as an escape: controls, odd spaces, text direction, undecoded bytes.

    Names of files and texts of authors are shown this way, so that they cannot control a terminal or begin a new line.

    >>> visible("a\tb\u202ec")
    'a\\tb\\u202ec'
    """
    if words.isprintable():  # all but controls and separators other than the plain space
        return words
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode() for character in words
    )


# ---------------------------------------------------------------- streams


class _Answer(io.TextIOWrapper):
    """Standard output. A failure to write it raises Unwritten."""

    def __init__(self, stream: TextIO) -> None:
        # A checklist in a file is UTF-8 everywhere; a terminal that cannot show a sign shows its number.
        terminal = stream.isatty()
        encoding = stream.encoding if terminal else "utf-8"
        super().__init__(stream.detach(), encoding, "backslashreplace", line_buffering=terminal)  # type: ignore[attr-defined]  # standard streams are TextIOWrappers

    def write(self, words: str, /) -> int:
        """Raises Unwritten."""
        try:
            return super().write(words)
        except OSError as error:
            raise Unwritten(error) from None

    def flush(self) -> None:
        """Raises Unwritten."""
        try:
            super().flush()
        except OSError as error:
            raise Unwritten(error) from None


class _Said(_Answer):
    """Standard error. A failure to write it changes no answer."""

    def write(self, words: str, /) -> int:
        """Write what can be written. Returns the number of characters of the text in any case."""
        try:
            super().write(words)
            super().flush()
        except Unwritten:
            pass  # no stream is left for the message; the exit status remains
        return len(words)

    def flush(self) -> None:
        """Nothing to do: each text was written at once."""


def _open_standard_streams() -> None:
    """Take the numbers of streams that are closed, so that no other file is opened under them and written to."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - open to the end of the program


def _status(code: object) -> int:
    """The exit status of a command as a number; None is success, as for `sys.exit`."""
    return code if isinstance(code, int) else 0 if code is None else FAILED


def _in_a_finalizer(failure: UnraisableHookArgs) -> None:
    """An interruption in a finalizer, which Python would swallow, is raised again. An error there changes no answer.

    A library that was interrupted while it made an object may fail to free it.
    """
    if issubclass(failure.exc_type, KeyboardInterrupt):
        import _thread
        from contextlib import suppress

        with suppress(RuntimeError):  # Python ends already, and starts no more threads
            _thread.start_new_thread(_thread.interrupt_main, ())  # raised here, it would be swallowed again
    elif os.environ.get("WISER_TRACE"):
        sys.__unraisablehook__(failure)


def _interrupted_in_silence(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
