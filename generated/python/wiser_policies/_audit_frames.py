"""Certain lines of JSON as the tables that `columns.judge` takes: of requests, and of the records of each list.

Needs the extra `batch`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, assert_never

import numpy as np
import polars as pl
from wiser_policies._audit_pieces import Cell, Cells, Lines, Reader
from wiser_policies._columns import ROW, Column
from wiser_policies._frames import Frames
from wiser_policies._polars import dtype
from wiser_policies._policy import Fact
from wiser_policies.columns import Schema

TRUTHS = pl.Series([None, False, True], dtype=pl.Boolean)


class Framing:
    """Makes the tables of one version. State: the values of each column that were met so far, as a series."""

    def __init__(self, schema: Schema, facts: Mapping[str, Fact], reader: Reader) -> None:
        self.schema, self.facts, self.reader = schema, facts, reader
        self.typed: dict[str, tuple[int, pl.Series]] = {}

    def frames(self, lines: Lines, rows: Any) -> Frames:
        """The tables of the lines in these rows."""
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
            return TRUTHS.gather(np.where(stated, 1 + found, 0))

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
