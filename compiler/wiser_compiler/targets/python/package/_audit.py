"""The audit of many requests: files are read block by block, answered, and written row by row, in constant memory.

A run that is cut short, even by SIGKILL, is continued by the next run of the same command, and the result is the same
to the byte. Rows are in the order of the files, also where several processes answer them.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from wiser_policies._audit_columns import columns_of
from wiser_policies._audit_input import Block, Unfit, answer, blocks, checked
from wiser_policies._audit_rows import Answered, Form, How, as_record, columns, compared_version
from wiser_policies._audit_state import InTheWay, State, Unfinished
from wiser_policies._audit_summary import summary
from wiser_policies._audit_text import progress, text
from wiser_policies._check import named
from wiser_policies._files import entries_below
from wiser_policies._index import FACTS
from wiser_policies._program import FAILED, say
from wiser_policies._writing import replace

KEPT_EVERY = 0.5  # seconds between two states that are kept
TOLD_EVERY = 1.0  # seconds between two words of progress
FORMS: dict[str, Form] = {".ndjson": "ndjson", ".jsonl": "ndjson", ".csv": "csv", ".parquet": "parquet"}
PAGES = (".json", ".html")


class Usage(Exception):
    """The options contradict each other or the files. The message is for the user."""


class Asked(NamedTuple):
    """What is audited, and where the answers go. `form` is that of the summary on standard output.

    With `columns`, the name of a policy, nothing is audited: its columns are printed.
    """

    files: Sequence[str]
    out: str
    policy: str = ""
    against: str = ""
    reference: str = ""
    ignored: Sequence[str] = ()
    summaries: Sequence[str] = ()
    form: str = "text"
    jobs: int = 1
    columns: str = ""


def audit(asked: Asked, write: Callable[[str], object]) -> int:
    """Audit files. The exit status: 0 done, 1 done and a file held no request, 2 it cannot be begun or continued, 3 a
    file cannot be written or read on.

    Raises Usage, and LookupError for a policy or a version that does not exist.
    """
    if asked.columns:
        if asked.files or asked.out:
            raise Usage("--columns is asked for alone")
        write(columns_of(asked.columns).removesuffix("\n"))
        return 0
    how = _how(asked)
    try:
        sizes = [checked(name, how) for name in asked.files]
        if how.form == "parquet":
            _need_polars(asked.out)
        unfinished = Unfinished(Path(asked.out))
        state = unfinished.begin(_digest(asked, how))
        if not unfinished.is_written(state):
            state = _run(asked, how, sizes, unfinished, state)
    except (Unfit, InTheWay) as why:
        say(str(why))
        return 2
    except OSError as error:
        say(f"{error.filename or asked.out}: {error.strerror}")
        return 2 if error.filename in asked.files else FAILED
    said = summary(asked.files, how, state.counts)
    for name in asked.summaries:
        replace(Path(name), _page(said, name), private=True)
    if not unfinished.is_written(state):
        _finish(unfinished, how)
    unfinished.end(map(Path, asked.summaries))
    write(json.dumps(said) if asked.form == "json" else text(said))
    return 1 if any(not one["rows"] for one in said["files"]) else 0


def _how(asked: Asked) -> How:
    """How requests are audited. Raises Usage and LookupError."""
    if not asked.files or not asked.out:
        raise Usage("name the files to audit, and the result with --out")
    form = FORMS.get(Path(asked.out).suffix.lower())
    if form is None:
        raise Usage(f"--out names a file that ends in {', '.join(FORMS)}")
    if bad := [name for name in asked.summaries if Path(name).suffix.lower() not in PAGES]:
        raise Usage(f"--summary names a file that ends in {' or '.join(PAGES)}; {bad[0]} does not")
    places = [Path(name).resolve() for name in (*asked.files, asked.out, *asked.summaries)]
    if len(set(places)) < len(places):
        raise Usage("a file is named twice")
    if facts := [name for name in (asked.reference, *asked.ignored) if name in FACTS]:
        raise Usage(f"{facts[0]} is a fact of a request: it is no reference, and it is not left out")
    if asked.reference and asked.reference in asked.ignored:
        raise Usage("--ref and --ignore name the same")
    if asked.jobs < 1:
        raise Usage("--jobs is 1 or more")
    if asked.policy:
        named(asked.policy)
    against = compared_version(asked.against) if asked.against else ""
    return How(asked.policy, against, asked.reference, tuple(asked.ignored), form)


def _need_polars(out: str) -> None:
    """Say at once that a table cannot be written. Raises Unfit."""
    from importlib.util import find_spec

    if find_spec("polars") is None:
        raise Unfit(f"{out}: to write Parquet needs Polars; pip install 'wiser-policies[batch]'")


def _digest(asked: Asked, how: How) -> str:
    """A digest of what identifies an audit: the content of its files, its options, and the policies."""
    files = [(os.path.abspath(name), os.stat(name)) for name in asked.files]  # noqa: PTH100, PTH116
    said = [[name, found.st_size, found.st_mtime_ns] for name, found in files]
    return sha256(json.dumps([said, [*asked.files], how, _program()]).encode()).hexdigest()


def _program() -> str:
    """The digest of this package: its policies, and what answers by them."""
    folder = os.path.dirname(__file__)  # noqa: PTH120
    total = sha256()
    for entry in entries_below(folder, lambda _: None):
        if entry.name.endswith((".py", ".policy.json")) and entry.is_file():
            total.update(os.path.relpath(entry.path, folder).encode() + b"\0")
            total.update(sha256(Path(entry.path).read_bytes()).digest())
    return total.hexdigest()


# ---------------------------------------------------------------- the run


def _run(asked: Asked, how: How, sizes: Sequence[int], unfinished: Unfinished, state: State) -> State:
    """Answer the rows that are not written yet, and write them."""
    gc.enable()  # short commands do without, and turn it off
    told = _Told(sizes, state)
    counts = Counter(state.counts)
    with unfinished.open(state) as file:
        if state.written == 0 and how.form == "csv":
            file.write(as_record(columns(how)).encode())
        rows, kept = state.rows, monotonic()
        try:
            for block, found in _answers(blocks(asked.files, how, state.next), how, asked.jobs):
                file.write(found.text)
                number = sum(n for key, n in found.counts.items() if key[0] == "outcome")
                rows += number
                counts.update(found.counts)
                counts["rows", str(block.after.file)] += number
                if block.cut:
                    counts["cut", str(block.after.file)] = 1
                state = State(state.of, block.after, rows, file.tell(), counts)
                if monotonic() - kept >= KEPT_EVERY:
                    unfinished.keep(state, file)
                    kept = monotonic()
                told.tell(rows, block)
        finally:
            told.end()
        state = state._replace(written=file.tell())
        unfinished.keep(state, file)
    return state


def _answers(found: Iterator[Block], how: How, jobs: int) -> Iterator[tuple[Block, Answered]]:
    """Each block with its answer, in order. Only a few blocks are held at once."""
    # Most steps of Polars take less time here than to wake its threads; `jobs` is for more processors.
    os.environ.setdefault("POLARS_MAX_THREADS", "1")
    if jobs == 1:
        for block in found:
            yield block, answer(block, how)
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    waiting: deque[tuple[Block, Future[Answered]]] = deque()
    with ProcessPoolExecutor(jobs, get_context("spawn"), _end_with_parent) as pool:
        try:
            for block in found:
                waiting.append((block._replace(data=b""), pool.submit(answer, block, how)))
                while len(waiting) > 2 * jobs:
                    done, future = waiting.popleft()
                    yield done, future.result()
            while waiting:
                done, future = waiting.popleft()
                yield done, future.result()
        finally:
            pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """End this process with the one that began it, also where that one was killed."""
    from multiprocessing import parent_process
    from threading import Thread

    def wait() -> None:
        parent = parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=wait, daemon=True).start()


class _Told:
    """The words of progress, on a terminal. State: when they were last written, and their length."""

    def __init__(self, sizes: Sequence[int], state: State) -> None:
        self.shown = sys.stderr is not None and sys.stderr.isatty()
        self.sizes, self.before = sizes, state
        self.begun = self.at = monotonic()
        self.first: int | None = None
        self.length = 0

    def tell(self, rows: int, block: Block) -> None:
        """Say how far the audit is, once a second."""
        done = sum(self.sizes[: block.after.file]) + block.read
        if self.first is None:
            self.first = done
        now = monotonic()
        if self.shown and now - self.at >= TOLD_EVERY:
            new = rows - self.before.rows
            words = progress(new, done, sum(self.sizes), done - self.first, now - self.begun)
            if self.before.rows:
                words += f" ({rows:,} with those of before)"
            self.at, self.length = now, len(words)
            sys.stderr.write(f"\r{words}\033[K")

    def end(self) -> None:
        """Take the words away."""
        if self.length:
            with suppress(OSError):
                sys.stderr.write("\r\033[K")


# ---------------------------------------------------------------- the end


def _finish(unfinished: Unfinished, how: How) -> None:
    """Give the result its name."""
    if how.form == "parquet":
        from wiser_policies._audit_parquet import write_table

        write_table(unfinished.rows, unfinished.out, how)
        unfinished.rows.unlink()
    else:
        unfinished.rows.replace(unfinished.out)


def _page(said: dict[str, object], name: str) -> bytes:
    """A summary for a file, by the end of its name."""
    if Path(name).suffix.lower() == ".json":
        return (json.dumps(said, indent=2) + "\n").encode()
    from wiser_policies._audit_page import page

    return page(said).encode()
