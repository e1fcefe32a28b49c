"""The rows of lines of JSON by tables: all certain lines of a block are judged at once, and the others one by one.

A line that is not certain, not valid, or of no version goes to the strict reader and the validator, as without this
module. So the rows are the same, and only sooner. Needs the extra `batch`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, assert_never, cast

import numpy as np
import polars as pl
from wiser_policies import columns
from wiser_policies._audit_pieces import PLAIN, Cell, Cells, Lines, Reader, Table
from wiser_policies._audit_rows import (
    WRITERS,
    Answered,
    Counts,
    How,
    Request,
    beginnings,
    gap_in_row,
    of_json,
    reference_of,
    row_by,
    rows_of,
    sendable,
)
from wiser_policies._batch import BLANK
from wiser_policies._check import choose, in_force_of, named, validator
from wiser_policies._columns import ROW, Column
from wiser_policies._explanations import explanation
from wiser_policies._frames import Frames
from wiser_policies._polars import VERDICT_NAMES, dtype
from wiser_policies._policy import Fact
from wiser_policies._rules import MOST_CODES, problems
from wiser_policies._verdicts import OPEN, Outcome, Verdict

MOST_REMEMBERED = 40_000  # gaps, and lists of records; then all are forgotten
VERDICTS = cast(tuple[Verdict, ...], VERDICT_NAMES)
OPEN_NUMBERS = [number for number, name in enumerate(VERDICT_NAMES) if name in OPEN]


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
    block = _Block(name, lines, texts, np.array(kept) + first, fast.references(lines))
    return fast.answer(block, lambda row: of_json(raw[kept[row]] if raw else texts[row].encode(), how))


@lru_cache(1)
def _fast(how: How) -> _Fast:
    return _Fast(how)


class _Fast:
    """Answers blocks. State: the reader with its pieces, and what is remembered of versions."""

    def __init__(self, how: How) -> None:
        self.how = how
        self.reader = Reader(how.reference, how.ignored)
        self.versions: dict[tuple[str, str], _Version] = {}
        self.generation: object = None

    def read(self, texts: Sequence[str]) -> Lines:
        """The values of lines of JSON."""
        lines = self.reader.read(texts)
        if self.generation is not self.reader.cells:  # the numbers of values have another meaning
            self.generation = self.reader.cells
            self.versions.clear()
        return lines

    def answer(self, block: _Block, request_of: Callable[[int], tuple[Request, object]]) -> Answered:
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

    def _version(self, name: tuple[str, str]) -> _Version:
        if name not in self.versions:
            self.versions[name] = _Version(*name, self.reader, self.how)
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
        """The certain lines of each version that answers one. Those of no version are certain no longer."""
        cells = self.reader.cells
        codes = [place for cell, place in cells.places.items() if cell.fact == "codes" and cell.item]
        received = [place for cell, place in cells.places.items() if cell == Cell("received_date")]
        rows = np.flatnonzero(lines.certain)
        telling = lines.requests.values[rows][:, codes + received]
        first, group = _groups(telling, [len(cells.values[place]) for place in codes + received])
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


def _groups(values: Any, sizes: Sequence[int]) -> tuple[Any, Any]:
    """Where each different row of numbers first stands, and the number of each row among them.

    `sizes` has for each column a number that is larger than all of its own.
    """
    whole: Any = np.zeros(len(values), np.int64)
    room = 1
    for column, size in zip(values.T, sizes, strict=True):
        if room > 2**62 // max(size, 1):  # so far they become fewer numbers
            known, whole = np.unique(whole, return_inverse=True)
            room = len(known)
        whole = whole * size + column
        room *= max(size, 1)
    _, first, group = np.unique(whole, return_index=True, return_inverse=True)
    return first, group


class _Block(NamedTuple):
    """Rows of a file: as lines with their texts, their numbers, and their references."""

    file: str
    lines: Lines
    texts: Sequence[str]
    numbers: Any
    references: Sequence[str | None] | None


class _End(NamedTuple):
    """A row behind its reference, as text; with its outcome, and the facts that are missing in it."""

    text: str
    outcome: Outcome
    missing: set[str]


class _Version:
    """Answers lines by one version. State: which values are valid, the gaps, and the ends of rows so far."""

    def __init__(self, id: str, version: str, reader: Reader, how: How) -> None:
        self.id, self.version, self.how, self.reader = id, version, how, reader
        self.policy = validator(id, version).POLICY
        self.key = f"{id}@{version}"
        self.facts = {fact.name: fact for fact in self.policy.facts}
        self.schema = columns.schema(id, version)
        self.asked = [criterion.effect != "advisory" for criterion in self.policy.criteria]
        self.reads = [self._facts_of(number) for number in range(len(self.policy.criteria))]
        self.valid: dict[tuple[str, int], Any] = {}
        self.gaps: dict[tuple[int, int, bytes], int] = {}
        self.records: dict[tuple[str, int, bytes], int] = {}
        self.known: list[Mapping[str, Any]] = []
        self.ends: dict[bytes, _End] = {}
        self.typed: dict[str, tuple[int, pl.Series]] = {}

    def _facts_of(self, number: int) -> tuple[str, ...]:
        """The facts that a criterion may read."""
        words = json.dumps(self.policy.interpreter.data["criteria"][number])
        return tuple(name for name in self.facts if f'"{name}"' in words)

    def answer(self, block: _Block, rows: Any, texts: list[str], counts: Counts) -> None:
        """Write the texts of those of these lines that are valid. The others are certain no longer."""
        fitting = self._valid(block.lines, rows)
        block.lines.certain[rows[~fitting]] = False
        rows = rows[fitting]
        if not len(rows):
            return
        judged = columns.judge(self.id, self.version, self._frames(block.lines, rows))
        verdicts = np.stack([judged[id].to_physical().to_numpy() for id in self.schema.criteria], axis=1)
        for number, column in enumerate(verdicts.T):
            for verdict, times in enumerate(np.bincount(column, minlength=len(VERDICT_NAMES)).tolist()):
                if times:
                    counts["verdict", self.key, str(number), VERDICT_NAMES[verdict]] += times
        outcomes = judged["outcome"].to_physical().to_numpy()
        names = cast(Any, judged["outcome"].dtype).categories.to_list()
        gaps = np.concatenate([self._gaps(block, rows, verdicts), outcomes.reshape(-1, 1)], axis=1)
        first, group = _groups(gaps, [len(self.known) + 1] * (gaps.shape[1] - 1) + [len(names)])
        begin = beginnings(self.how.form, sendable(block.file))
        ends = []
        for at, times in zip(first.tolist(), np.bincount(group).tolist(), strict=True):
            end = self._end(gaps[at], names)
            ends.append(end.text)
            counts["outcome", self.key, end.outcome] += times
            for fact in end.missing:
                counts["gap", self.key, fact] += times
        references = block.references or [None] * len(texts)
        for row, number, line in zip(rows.tolist(), group.tolist(), block.numbers[rows].tolist(), strict=True):
            texts[row] = begin(line, references[row]) + ends[number]
        if self.how.reference:
            counts["no reference",] += sum(references[row] is None for row in rows.tolist())
        if max(len(self.gaps), len(self.records), len(self.ends)) > MOST_REMEMBERED:
            for remembered in (self.gaps, self.records, self.known, self.ends):
                remembered.clear()

    def _end(self, gaps: Any, names: Sequence[Outcome]) -> _End:
        """How a row ends with these gaps by their numbers, and its outcome behind them."""
        key = gaps.tobytes()
        if key not in self.ends:
            *numbers, outcome = gaps.tolist()
            open_ = [self.known[number - 1] for number in numbers if number]
            row = {"file": "", "line": 0, "ref": None, **row_by(self.policy, names[outcome], open_, [])}
            text = WRITERS[self.how.form](row)[len(beginnings(self.how.form, "")(0, None)) :]
            self.ends[key] = _End(text, names[outcome], {fact for gap in open_ for fact in gap["missing"]})
        return self.ends[key]

    # ------------------------------------------------ which are valid

    def _valid(self, lines: Lines, rows: Any) -> Any:
        """Which of these lines are valid."""
        valid: Any = np.ones(len(lines.certain), bool)
        own = {self.how.reference, *self.how.ignored}
        for cell, place in self.reader.cells.places.items():
            if cell.fact not in own:
                self._check("", cell, place, self.reader.cells, lines.requests, valid)
        codes = [place for cell, place in self.reader.cells.places.items() if cell.fact == "codes" and cell.item]
        if codes:
            valid &= np.count_nonzero(lines.requests.values[:, codes], axis=1) <= MOST_CODES
        for name, table in lines.lists.items():
            cells = self.reader.lists[name]
            for cell, place in cells.places.items():
                self._check(name, cell, place, cells, table, valid)
            fact = self.facts.get(name)
            if fact is not None and len(table.of):
                valid &= np.bincount(table.of, minlength=len(valid)) <= fact.high
                valid[table.of[_repeated(fact, cells, table)]] = False
        return valid[rows]

    def _check(self, name: str, cell: Cell, place: int, cells: Cells, table: Table, valid: Any) -> None:
        """Find the lines in which a value breaks the rule of its fact."""
        known = self.valid.get((name, place), np.ones(1, bool))
        values = cells.values[place]
        if len(known) < len(values):
            new = [self._is_valid(name, cell, value) for value in values[len(known) :]]
            known = self.valid[name, place] = np.concatenate([known, np.array(new, bool)])
        if not known.all() and place < table.values.shape[1]:
            valid[table.of[~known[table.values[:, place]]]] = False

    def _is_valid(self, name: str, cell: Cell, value: Any) -> bool:
        fact = self.facts.get(name or cell.fact)
        if fact is None:
            return False
        about = fact if not name else next((field for field in fact.fields if field.name == cell.fact), None)
        if about is None:
            return False
        stated = _as_stated(about, cell, value)
        return not problems((fact,), {fact.name: [{cell.fact: stated}] if name else stated})

    # ------------------------------------------------ judging

    def _frames(self, lines: Lines, rows: Any) -> Frames:
        """The tables of lines."""
        sizes = {name: np.bincount(table.of, minlength=len(lines.certain))[rows] for name, table in lines.lists.items()}
        new: Any = np.full(len(lines.certain), -1, np.int32)
        new[rows] = np.arange(len(rows), dtype=np.int32)
        values = lines.requests.values.T[:, rows].T
        requests = self._frame("", self.schema.requests, self.reader.cells, values, sizes, self.facts)
        lists = {}
        for name, wanted in self.schema.lists.items():
            table, cells = lines.lists.get(name), self.reader.lists.get(name)
            if table is None or cells is None:
                lists[name] = _numbered(
                    np.zeros(0, np.int32), {column.name: pl.Series([], dtype=dtype(column)) for column in wanted}
                )
                continue
            own = np.flatnonzero(new[table.of] >= 0)
            fields = {field.name: field for field in self.facts[name].fields}
            found = self._frame(name, wanted, cells, table.values.T[:, own].T, {}, fields)
            lists[name] = _numbered(new[table.of[own]], found)
        return Frames(_numbered(np.arange(len(rows), dtype=np.int32), requests), lists)

    def _frame(
        self,
        kept: str,
        wanted: Sequence[Column],
        cells: Cells,
        values: Any,
        sizes: Mapping[str, Any],
        facts: Mapping[str, Fact],
    ) -> dict[str, pl.Series]:
        def numbers(cell: Cell) -> Any:
            place = cells.places.get(cell)
            known = place is not None and place < values.shape[1]
            return values[:, place] if known else np.zeros(len(values), np.int32)

        def truth(stated: Any, found: Any) -> pl.Series:
            return _TRUTHS.gather(np.where(stated, 1 + found, 0))

        found = {}
        for column in wanted:
            fact = facts[column.fact]
            stated = numbers(Cell(column.fact)) > 0
            # other kinds: of those that have a size or items, all but lists and findings have their items as cells
            match column.holds:
                case "value":
                    place = cells.places.get(Cell(column.fact))
                    known = [None] if place is None else cells.values[place]
                    found[column.name] = self._typed(kept, column, known).gather(numbers(Cell(column.fact)))
                case "stated":
                    found[column.name] = truth(stated, np.ones(len(values), np.int32))
                case "size" if fact.kind == "list":
                    size = sizes.get(column.fact, np.zeros(len(values), np.int64))
                    found[column.name] = _counted(stated, size)
                case "set":
                    found[column.name] = _as_number(column, stated, numbers)
                case "size":
                    items = [place for cell, place in cells.places.items() if cell.fact == column.fact and cell.item]
                    items = [place for place in items if place < values.shape[1]]
                    found[column.name] = _counted(stated, np.count_nonzero(values[:, items], axis=1))
                case "item" if fact.kind == "findings":
                    place = cells.places.get(Cell(column.fact, column.item))
                    known = [None] if place is None else cells.values[place]
                    found[column.name] = self._typed(kept, column, known).gather(
                        numbers(Cell(column.fact, column.item))
                    )
                case "item":
                    found[column.name] = truth(stated, numbers(Cell(column.fact, column.item)) > 0)
                case "beginning":
                    some: Any = np.zeros(len(values), bool)
                    for cell in cells.places:
                        if cell.fact == column.fact and cell.item.startswith(column.item):
                            some |= numbers(cell) > 0
                    found[column.name] = truth(stated, some)
                case _:
                    assert_never(column.holds)
        return found

    def _typed(self, table: str, column: Column, values: Sequence[Any]) -> pl.Series:
        """The values of a column of a table, made anew where there are new ones."""
        size, series = self.typed.get(f"{table}.{column.name}", (0, None))
        if series is None or size < len(values):
            series = _series(column, values)
            self.typed[f"{table}.{column.name}"] = len(values), series
        return series

    # ------------------------------------------------ gaps

    def _gaps(self, block: _Block, rows: Any, verdicts: Any) -> Any:
        """The open criteria of each line: the number of the gap of each criterion, from 1; 0 where it is not open."""
        found = np.zeros(verdicts.shape, np.int64)
        requests: dict[int, Any] = {}
        contents: dict[str, Any] = {name: np.full(len(rows), -1, np.int32) for name in block.lines.lists}
        for number, asked in enumerate(self.asked):
            open_ = np.flatnonzero(np.isin(verdicts[:, number], OPEN_NUMBERS)) if asked else ()
            if not len(open_):
                continue
            for name in self.reads[number]:
                if name in contents and len(new := open_[contents[name][open_] < 0]):
                    contents[name][new] = self._records(block.lines, name, rows[new])
            telling, sizes = self._telling(number, block.lines, rows[open_], open_, contents)
            first, group = _groups(np.column_stack([verdicts[open_, number], telling]), [len(VERDICT_NAMES), *sizes])
            numbers = []
            for at in first.tolist():
                verdict = int(verdicts[open_[at], number])
                key = number, verdict, telling[at].tobytes()
                gap = self.gaps.get(key)
                if gap is None:
                    row = int(rows[open_[at]])
                    if row not in requests:
                        requests[row] = of_json(block.texts[row].encode(), self.how)[0]
                    gap = self.gaps[key] = self._gap(number, VERDICTS[verdict], requests[row])
                numbers.append(gap + 1)
            found[open_, number] = np.array(numbers)[group]
        return found

    def _telling(
        self, number: int, lines: Lines, rows: Any, open_: Any, contents: Mapping[str, Any]
    ) -> tuple[Any, list[int]]:
        """The values that a gap of a criterion follows from: of requests, and a number for the records of each list."""
        names, cells = self.reads[number], self.reader.cells
        width = lines.requests.values.shape[1]
        places = [place for cell, place in cells.places.items() if cell.fact in names and place < width]
        lists = [name for name in names if name in contents]
        parts = [lines.requests.values[rows][:, places], *(contents[name][open_].reshape(-1, 1) for name in lists)]
        sizes = [*(len(cells.values[place]) for place in places), *([len(self.records) + 1] * len(lists))]
        return np.ascontiguousarray(np.concatenate(parts, axis=1, dtype=np.int32)), sizes

    def _records(self, lines: Lines, name: str, rows: Any) -> Any:
        """A number for the records of each line: the same for the same records."""
        table = lines.lists[name]
        starts: Any = np.searchsorted(table.of, rows)
        ends: Any = np.searchsorted(table.of, rows, "right")
        width = table.values.shape[1]
        numbers = [
            self.records.setdefault((name, width, table.values[start:end].tobytes()), len(self.records))
            for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
        ]
        return np.array(numbers, np.int32)

    def _gap(self, number: int, verdict: Verdict, request: Mapping[str, Any]) -> int:
        """The number of a gap."""
        (why,) = self.policy.interpreter.reasons(request, [(number, verdict)])
        gap = gap_in_row(explanation(why, frozenset(request)))
        key = -1, number, json.dumps(gap).encode()
        if key not in self.gaps:
            self.gaps[key] = len(self.known)
            self.known.append(gap)
        return self.gaps[key]


_TRUTHS = pl.Series([None, False, True], dtype=pl.Boolean)


def _as_stated(fact: Fact, cell: Cell, value: Any) -> Any:
    """The least value of a fact that has a cell."""
    match fact.kind:
        case "findings":
            return {cell.item: value} if cell.item else {}
        case "set" | "codes":
            return [cell.item] if cell.item else []
        case "list":
            return []
        case "yes_no" | "note" | "number" | "date" | "choice":
            return value
        case _:
            assert_never(fact.kind)


def _repeated(fact: Fact, cells: Cells, table: Table) -> Any:
    """The records that repeat another one of their request: all fields that make them different are the same."""
    places = [cells.places.get(Cell(name)) for name in fact.unique]
    if not places or None in places or len(table.of) < 2:
        return np.zeros(0, np.int64)
    marks = table.values[:, places]
    whole = np.flatnonzero((marks > 0).all(axis=1))
    frame = pl.DataFrame(
        np.column_stack([table.of[whole], marks[whole]]), schema=[str(n) for n in range(1 + len(places))]
    )
    return whole[frame.is_duplicated().to_numpy()]


def _as_number(column: Column, stated: Any, numbers: Callable[[Cell], Any]) -> pl.Series:
    """A whole set as a number: 2 to the place of each item, added."""
    total: Any = np.zeros(len(stated), np.int64)
    for place, option in enumerate(column.options):
        total += (numbers(Cell(column.fact, option)) > 0).astype(np.int64) << place
    return pl.Series(total).cast(dtype(column)).set(pl.Series(~stated), None)


def _counted(stated: Any, size: Any) -> pl.Series:
    """How many there are, where that is stated."""
    return pl.Series(size.astype(np.int32)).set(pl.Series(~stated), None)


def _numbered(rows: Any, found: Mapping[str, pl.Series]) -> pl.DataFrame:
    return pl.DataFrame({ROW: pl.Series(rows, dtype=pl.Int32), **found})


def _series(column: Column, values: Sequence[Any]) -> pl.Series:
    """The values of a column that are valid; the others are not looked at."""
    if column.type == "date":
        days = pl.Series([v if type(v) is str and v.isascii() else None for v in values], dtype=pl.String)
        return days.str.to_date("%Y-%m-%d", strict=False)
    if column.type == "choice":
        return pl.Series([value if value in column.options else None for value in values], dtype=dtype(column))
    if column.type == "boolean":
        return pl.Series([value if type(value) is bool else None for value in values], dtype=pl.Boolean)
    numbers = [value if type(value) in (int, float) and abs(value) < 2**53 else None for value in values]
    if column.type in ("integer", "long"):
        most = 2**31 if column.type == "integer" else 2**53
        return pl.Series([None if n is None or abs(n) >= most else int(n) for n in numbers], dtype=dtype(column))
    return pl.Series([None if number is None else float(number) for number in numbers], dtype=pl.Float64)
