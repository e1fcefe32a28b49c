"""The answers to the requests of files, as text for people and as JSON for programs."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from io import BufferedReader
from time import monotonic
from typing import TypeAlias

from wiser_policies._batch import requests_in
from wiser_policies._check import NO_POLICY
from wiser_policies._files import open_file
from wiser_policies._program import say, visible
from wiser_policies._result import NOTICE, Result
from wiser_policies._rules import Problem
from wiser_policies._text import asks_of, line, render, tally
from wiser_policies._verdicts import IN_SCOPE, INVALID, READY, Outcome

Write: TypeAlias = Callable[[str], object]

EMPTY = "''"  # how a name without a letter is shown
UNREADABLE = Result(NO_POLICY, (), {}, (Problem("", "the file cannot be read", "unreadable"),))


def answer_files(
    names: Sequence[str],
    answer: Callable[[bytes], Result],
    form: str,
    write: Write,
    *,
    lines: bool = False,
    full: bool = False,
    everything: bool = False,
    today: str | None = None,
) -> int:
    """Answer the requests of each file and write the results. The worst outcome decides the exit status.

    The results of files with one request are written whole and together. As soon as a file holds many requests, each
    result is written when it is known, on a line of its own unless `full`. `lines` says that every file has a request
    on each line. With `everything` text has every criterion with its reason. `today`, as YYYY-MM-DD, is the day from
    which something can still be planned.
    """
    worst = 0
    answers = _Answers(form, write, full, everything, today)
    progress = _Progress()
    for name in names:
        for place, data, many in _read(name, lines):
            result = UNREADABLE if data is None else answer(data)
            worst = max(worst, status(result))
            answers.add(place, result, many)
            progress.tell(many)
    progress.end()
    answers.end()
    return worst


def status(result: Result) -> int:
    """0 ready or in scope, 1 neither, 2 invalid."""
    return {READY: 0, IN_SCOPE: 0, INVALID: 2}.get(result.outcome, 1)


def _read(name: str, lines: bool) -> Iterator[tuple[str, bytes | None, bool]]:
    """Each request of a file with its place, and whether the file holds many. None is for what cannot be read."""
    many, empty = False, True
    try:
        with _opened(name) as file:
            many, documents = requests_in(file, name, lines)
            for place, data in documents:
                empty = False
                yield place, data, many
            why = "it holds no request" if empty else ""
    except (OSError, AttributeError, ValueError) as error:
        why = f"cannot be read: {getattr(error, 'strerror', None) or 'no such input'}"
    if why:
        say(f"{name or EMPTY}: {why}")
        yield name, None, many


def _opened(name: str) -> AbstractContextManager[BufferedReader]:
    return nullcontext(sys.stdin.buffer) if name == "-" else open_file(name, streams=True)  # type: ignore[arg-type]  # standard input is a BufferedReader


class _Answers:
    """The writer of results. State: the results that wait for the end, and how many had each outcome."""

    def __init__(self, form: str, write: Write, full: bool, everything: bool, today: str | None) -> None:
        self.form, self.write, self.full, self.everything, self.today = form, write, full, everything, today
        self.waiting: list[tuple[str, Result]] | None = []  # None as soon as a file holds many requests
        self.outcomes: Counter[Outcome] = Counter()

    def add(self, place: str, result: Result, of_many: bool) -> None:
        """Take a result, and write it if a file so far holds many requests."""
        self.outcomes[result.outcome] += 1
        if self.waiting is not None:
            self.waiting.append((place, result))
            if of_many:
                known, self.waiting = self.waiting, None
                for each in known:
                    self._write(*each)
        else:
            self._write(place, result)

    def _write(self, place: str, result: Result) -> None:
        if self.form == "json":
            answer = (
                _whole(place, result, self.today) if self.full else {"file": _sendable(place), **result.as_summary()}
            )
            self.write(json.dumps(answer))
        elif result is not UNREADABLE:
            self.write(f"{self._text(result, place)}\n" if self.full else line(result, visible(place)))

    def _text(self, result: Result, place: str) -> str:
        return render(result, visible(place), asks_of(result, self.today), self.everything)

    def end(self) -> None:
        """Write what waits, or how many requests had each outcome."""
        if self.waiting is None:
            if self.form == "text":
                self.write(f"{tally(self.outcomes)}\n{NOTICE}")
        elif self.form == "json":
            found = [_whole(place, result, self.today) for place, result in self.waiting]
            self.write(json.dumps(found, indent=2))
        elif shown := [self._text(result, place) for place, result in self.waiting if result is not UNREADABLE]:
            self.write("\n\n".join(shown))


def _whole(place: str, result: Result, today: str | None) -> dict[str, object]:
    """A result with what would make its request ready."""
    from wiser_policies._ask import ask_list  # only here: to read it takes longer than to answer a request

    return {"file": _sendable(place), **result.as_dict(), "ask": ask_list(result, today).as_dict()}


def _sendable(place: str) -> str:
    """A byte of a name that is not UTF-8 is escaped as in text: many readers of JSON refuse half a surrogate pair."""
    return place.encode("utf-8", "backslashreplace").decode()


class _Progress:
    """How many requests are answered, on a terminal that shows no answers. State: the number, and when it was told."""

    def __init__(self) -> None:
        self.shown = sys.stderr.isatty() and not sys.stdout.isatty()
        self.number, self.told, self.words = 0, monotonic(), ""

    def tell(self, many: bool) -> None:
        """Count an answer. The number is written once a second."""
        self.number += 1
        if self.shown and many and monotonic() - self.told > 1:
            self.told, self.words = monotonic(), f"{self.number:,} requests answered"
            sys.stderr.write(f"\r{self.words}")

    def end(self) -> None:
        """Take the words away."""
        if self.words:
            sys.stderr.write(f"\r{' ' * len(self.words)}\r")
