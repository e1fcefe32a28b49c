"""A command as a program: its streams, what may be shown on them, and how it ends.

The exit status is an answer only where the answer could be given. A copy of this module is `wiser_policies._program`,
so it imports the standard library alone, and little of that: `wiser check` has to start at once.
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
READER_GONE = 128 + 13  # what a shell says of a program that SIGPIPE ended


def run(name: str, command: Callable[[], object]) -> int:
    """Run a command to its end; the exit status of the program.

    That is what the command returns or exits with, if all that it printed was written; else FAILED or READER_GONE.
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
        # What is still in the buffer would be written when Python ends, and fail again.
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
    """The answer could not be written. No OSError, which others catch and take for something else."""

    def __init__(self, reason: OSError) -> None:
        super().__init__(str(reason))
        self.reason = reason


def say(words: str) -> None:
    """Tell a person; where nobody can be told, the status has to do."""
    try:
        print(visible(words), file=sys.stderr, flush=True)
    except (OSError, ValueError, AttributeError):  # it is full, detached or none
        return


def visible(words: str) -> str:
    r"""The text with everything unseen written as an escape: controls, odd spaces, text direction, undecoded bytes.

    Names of files and texts of authors are shown so: nothing in them writes to a terminal, or begins a line of its own.

    >>> visible("a\tb\u202ec")
    'a\\tb\\u202ec'
    """
    if words.isprintable():  # all but controls and separators, of which it leaves in the plain space
        return words
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode() for character in words
    )


# ---------------------------------------------------------------- streams


class _Answer(io.TextIOWrapper):
    """Standard output: a failure says that it is one of the output."""

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
    """Standard error: what cannot be said there changes no answer."""

    def write(self, words: str, /) -> int:
        """As many characters as were to be written."""
        try:
            super().write(words)
            super().flush()
        except Unwritten:
            pass  # there is nowhere left to say it; the status still tells
        return len(words)

    def flush(self) -> None:
        """Each text was written at once."""


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
    """The number a command ends with; None is success, as for `sys.exit`."""
    return code if isinstance(code, int) else 0 if code is None else FAILED


def _in_a_finalizer(failure: UnraisableHookArgs) -> None:
    """An interruption in a finalizer, which Python would swallow, is made anew; a mistake there changes no answer.

    A library that was interrupted while it made an object may fail to free it.
    """
    if issubclass(failure.exc_type, KeyboardInterrupt):
        import _thread
        from contextlib import suppress

        with suppress(RuntimeError):  # Python ends already, and takes no thread more
            _thread.start_new_thread(_thread.interrupt_main, ())  # from here it would be swallowed once more
    elif os.environ.get("WISER_TRACE"):
        sys.__unraisablehook__(failure)


def _interrupted_in_silence(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
