"""The rows of certain lines of JSON by one version: those of valid requests, from verdicts over tables.

What has the same verdicts and the same gaps has the same row, behind its line and its reference. So a gap is explained
once, by the interpreter, and its words are remembered. Needs the extra `batch`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, assert_never, cast

import numpy as np
import polars as pl
from wiser_policies import columns
from wiser_policies._audit_frames import Framing
from wiser_policies._audit_pieces import Cell, Cells, Lines, Reader, Table
from wiser_policies._audit_rows import WRITERS, Counts, How, beginnings, gap_in_row, of_json, row_by, sendable
from wiser_policies._check import validator
from wiser_policies._explanations import explanation
from wiser_policies._polars import VERDICT_NAMES
from wiser_policies._policy import Fact
from wiser_policies._rules import MOST_CODES, problems
from wiser_policies._verdicts import OPEN, Outcome, Verdict

MOST_REMEMBERED = 40_000  # gaps, and lists of records; then all are forgotten
VERDICTS = cast(tuple[Verdict, ...], VERDICT_NAMES)
OPEN_NUMBERS = [number for number, name in enumerate(VERDICT_NAMES) if name in OPEN]


class Block(NamedTuple):
    """Rows of a file: as lines with their texts, their numbers, and their references."""

    file: str
    lines: Lines
    texts: Sequence[str]
    numbers: Any
    references: Sequence[str | None] | None


class _End(NamedTuple):
    """The text of a row after its reference, with its outcome and the facts that are missing in it."""

    text: str
    outcome: Outcome
    missing: set[str]


class Version:
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
        self.framing = Framing(self.schema, self.facts, reader)

    def _facts_of(self, number: int) -> tuple[str, ...]:
        """The facts that a criterion may read."""
        words = json.dumps(self.policy.interpreter.data["criteria"][number])
        return tuple(name for name in self.facts if f'"{name}"' in words)

    def answer(self, block: Block, rows: Any, texts: list[str], counts: Counts) -> None:
        """Write the texts of the lines that are valid, among these rows. The others are no longer certain."""
        fitting = self._valid(block.lines, rows)
        block.lines.certain[rows[~fitting]] = False
        rows = rows[fitting]
        if not len(rows):
            return
        judged = columns.judge(self.id, self.version, self.framing.frames(block.lines, rows))
        verdicts = np.stack([judged[id].to_physical().to_numpy() for id in self.schema.criteria], axis=1)
        for number, column in enumerate(verdicts.T):
            for verdict, times in enumerate(np.bincount(column, minlength=len(VERDICT_NAMES)).tolist()):
                if times:
                    counts["verdict", self.key, str(number), VERDICT_NAMES[verdict]] += times
        outcomes = judged["outcome"].to_physical().to_numpy()
        names = cast(Any, judged["outcome"].dtype).categories.to_list()
        gaps = np.concatenate([self._gaps(block, rows, verdicts), outcomes.reshape(-1, 1)], axis=1)
        first, group = groups(gaps, [len(self.known) + 1] * (gaps.shape[1] - 1) + [len(names)])
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
        """The end of a row with these gaps, given by their numbers and followed by the number of its outcome."""
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

    # ------------------------------------------------ gaps

    def _gaps(self, block: Block, rows: Any, verdicts: Any) -> Any:
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
            first, group = groups(np.column_stack([verdicts[open_, number], telling]), [len(VERDICT_NAMES), *sizes])
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
        """The values that decide a gap of a criterion: those of requests, and a number for the records of each list."""
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


def groups(values: Any, sizes: Sequence[int]) -> tuple[Any, Any]:
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


def _as_stated(fact: Fact, cell: Cell, value: Any) -> Any:
    """The smallest value of a fact that holds what the cell says."""
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
