"""How far an audit is, kept beside its result, so that a later run goes on where one was cut short.

Rows are written first, then the state that counts them. Anything after the counted rows is from a run that was cut
short: it is cut off, and written again.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from wiser_policies._audit_input import Place
from wiser_policies._audit_rows import Counts
from wiser_policies._writing import PART, refuse_links, replace


class State(NamedTuple):
    """How far an audit is. `of` identifies the audit by its files, its options, and the policies."""

    of: str
    next: Place
    rows: int
    written: int  # bytes
    counts: Counts


class InTheWay(Exception):
    """Something stands where the audit writes. The message says what to do."""


class Unfinished:
    """The files of an audit that is not finished: its rows so far, and the state."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.rows = out.with_name(f"{out.name}.unfinished")
        self.state = out.with_name(f"{out.name}.unfinished.json")

    def begin(self, of: str) -> State:
        """The state of the audit, a new one where there is none. Raises InTheWay, and OSError."""
        for path in (self.out, self.rows, self.state):
            refuse_links(path, path.parent)
        known = self._known()
        if known is None:
            for path in (self.out, self.rows):
                if path.exists():
                    raise InTheWay(f"{path.as_posix()} is there already; delete it, or name another file with --out")
            known = State(of, Place(0, 0, 1), 0, 0, Counter())
            self.keep(known)
        elif known.of != of:
            raise InTheWay(
                f"{self.rows.as_posix()} is of another audit: of other files, options or policies. Finish that one, or"
                f" delete it with {self.state.name}"
            )
        return known

    def _known(self) -> State | None:
        try:
            data = json.loads(self.state.read_bytes())
            counts: Counts = Counter({tuple(key): number for *key, number in data["counts"]})
            return State(data["of"], Place(*data["next"]), data["rows"], data["written"], counts)
        except FileNotFoundError:
            return None
        except (ValueError, LookupError, TypeError):
            raise InTheWay(f"{self.state.as_posix()} is damaged; delete it with {self.rows.name}") from None

    def open(self, state: State) -> BinaryIO:
        """The file of the rows, cut behind those that are counted. Raises InTheWay, and OSError."""
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
        file = os.fdopen(os.open(self.rows, flags, 0o600), "r+b")
        try:
            _lock(file, self.rows)
            if file.seek(0, 2) < state.written:
                raise InTheWay(f"{self.rows.as_posix()} is shorter than it was; delete it with {self.state.name}")
            file.truncate(state.written)
            file.seek(state.written)
        except BaseException:
            file.close()
            raise
        return file

    def keep(self, state: State, rows: BinaryIO | None = None) -> None:
        """Keep a state, after the rows that it counts."""
        if rows is not None:
            rows.flush()
            os.fsync(rows.fileno())
        data = {
            "of": state.of,
            "next": state.next,
            "rows": state.rows,
            "written": state.written,
            "counts": [[*key, number] for key, number in sorted(state.counts.items())],
        }
        replace(self.state, json.dumps(data).encode(), private=True)

    def is_written(self, state: State) -> bool:
        """Whether the result is there, and only the state was left behind."""
        return self.out.exists() and not self.rows.exists() and state.written > 0

    def end(self, pages: Iterable[Path]) -> None:
        """Delete the state, since the result is whole, and the files that killed runs had begun to write."""
        with suppress(FileNotFoundError):
            self.rows.unlink()
        for path in (self.state, self.out, *pages):
            for part in path.parent.iterdir():
                if part.name.startswith(f".{path.name}.") and PART.fullmatch(part.name):
                    part.unlink(missing_ok=True)
        self.state.unlink()


def _lock(file: BinaryIO, path: Path) -> None:
    """Take the file for this process alone, where the system can do that."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise InTheWay(f"another audit writes {path.as_posix()} at the moment") from None
