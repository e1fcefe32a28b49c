"""The rows of lines of JSON by tables: all certain lines of a block are judged at once, and the others one by one.

A line that is not certain, not valid, or answered by no version goes to the strict reader and the validator, as every
line does without this module. So the rows are the same, and only sooner. Needs the extra `batch`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from wiser_policies._audit_pieces import PLAIN, Cell, Lines, Reader
from wiser_policies._audit_rows import Answered, Counts, How, Request, of_json, reference_of, rows_of
from wiser_policies._audit_version import Block, Version, groups
from wiser_policies._batch import BLANK
from wiser_policies._check import choose, in_force_of, named


def answer_lines(name: str, first: int, data: bytes, how: How) -> Answered:
    """The rows of whole lines of a file. `first` is the number of the first one."""
    whole = True
    try:
        texts = data.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        texts, whole = data.decode("utf-8", "replace").split("\n"), False
    kept = [at for at, text in enumerate(texts) if text[:1] == "{" or text.strip(BLANK.decode())]
    if not kept:
        return Answered(b"", Counter())
    texts = [texts[at] for at in kept]
    fast = _fast(how)
    lines = fast.read(texts)
    if not whole:
        lines.certain[[row for row, text in enumerate(texts) if "\ufffd" in text]] = False
    raw = None if whole else data.split(b"\n")
    block = Block(name, lines, texts, np.array(kept) + first, fast.references(lines))
    return fast.answer(block, lambda row: of_json(raw[kept[row]] if raw else texts[row].encode(), how))


@lru_cache(1)
def _fast(how: How) -> _Fast:
    return _Fast(how)


class _Fast:
    """Answers blocks. State: the reader with its pieces, and what is remembered of versions."""

    def __init__(self, how: How) -> None:
        self.how = how
        self.reader = Reader(how.reference, how.ignored)
        self.versions: dict[tuple[str, str], Version] = {}
        self.generation: object = None

    def read(self, texts: Sequence[str]) -> Lines:
        """The values of lines of JSON."""
        lines = self.reader.read(texts)
        if self.generation is not self.reader.cells:  # the numbers of values have another meaning
            self.generation = self.reader.cells
            self.versions.clear()
        return lines

    def answer(self, block: Block, request_of: Callable[[int], tuple[Request, object]]) -> Answered:
        """The rows of a block. `request_of` gives the request of a row that is not certain, with its reference."""
        rows: list[str] = [""] * len(block.texts)
        counts: Counts = Counter()
        for version, found in self._by_version(block.lines).items():
            self._version(version).answer(block, found, rows, counts)
        slow = np.flatnonzero(~block.lines.certain).tolist()
        texts, more = rows_of(block.file, ((int(block.numbers[row]), request_of(row)) for row in slow), self.how)
        for row, text in zip(slow, texts, strict=True):
            rows[row] = text
        counts.update(more)
        return Answered("".join(rows).encode("utf-8"), counts)

    def _version(self, name: tuple[str, str]) -> Version:
        if name not in self.versions:
            self.versions[name] = Version(*name, self.reader, self.how)
        return self.versions[name]

    def references(self, lines: Lines) -> list[str | None] | None:
        """The reference of each line; None where none was asked for."""
        place = self.reader.cells.places.get(Cell(self.how.reference)) if self.how.reference else None
        if place is None:
            return None
        values = self.reader.cells.values[place]
        stated = [values[number] for number in lines.requests.values[:, place].tolist()]
        found = [lines.references.get(row) if value is PLAIN else value for row, value in enumerate(stated)]
        return [reference_of(value) for value in found]

    def _by_version(self, lines: Lines) -> dict[tuple[str, str], Any]:
        """The certain lines by the version that answers them. Lines that no version answers are no longer certain."""
        cells = self.reader.cells
        codes = [place for cell, place in cells.places.items() if cell.fact == "codes" and cell.item]
        received = [place for cell, place in cells.places.items() if cell == Cell("received_date")]
        rows = np.flatnonzero(lines.certain)
        telling = lines.requests.values[rows][:, codes + received]
        first, group = groups(telling, [len(cells.values[place]) for place in codes + received])
        chosen = [self._choose(telling[at].tolist(), codes, received) for at in first.tolist()]
        found: dict[tuple[str, str], Any] = {}
        for version in dict.fromkeys(chosen):
            own = rows[np.isin(group, [number for number, name in enumerate(chosen) if name == version])]
            if version is None:
                lines.certain[own] = False
            else:
                found[version] = own
        return found

    def _choose(self, numbers: Sequence[int], codes: Sequence[int], received: Sequence[int]) -> tuple[str, str] | None:
        """The version that answers a request with these values."""
        id, version = named(self.how.policy) if self.how.policy else ("", "")
        if version:
            return id, version
        items = {place: cell.item for cell, place in self.reader.cells.places.items()}
        listed = [items[place] for place, number in zip(codes, numbers, strict=False) if number]
        days = zip(received, numbers[len(codes) :], strict=True)
        day = [self.reader.cells.values[place][number] for place, number in days]
        request = {"codes": listed, "received_date": day[0]} if day and day[0] is not None else {"codes": listed}
        return in_force_of(id, request) if id else choose(request)
