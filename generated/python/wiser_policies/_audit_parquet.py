"""Requests in a Parquet file, and rows as one. Needs Polars: `pip install 'wiser-policies[batch]'`.

A value is what its column says it is: text stays text, also where it spells a number. What has no place in a request,
such as a time of day, is no value of any fact, so the rule of its fact refuses it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
from wiser_policies._audit_csv import BadHeader, Broken, Layout, layout
from wiser_policies._audit_rows import COLUMNS, COMPARED, How

ROWS = 2_000  # that are read at once
LISTS = ("not_met", "missing", "ask", "problems", "changed")
NO_VALUE = ...  # of no fact
UNREAD = Broken("", "unreadable")


class BadTable(ValueError):
    """The file is no Parquet, or its columns are no facts. The message says which."""


def layout_of_table(name: str, how: How) -> Layout:
    """The columns of a file. Raises BadTable."""
    try:
        names = pl.scan_parquet(name, glob=False).collect_schema().names()
    except pl.exceptions.PolarsError:
        raise BadTable("it is no Parquet file, or damaged") from None
    try:
        return layout(names, how.reference, how.ignored)
    except BadHeader as why:
        raise BadTable(str(why)) from None


def values_in(name: str, how: How, skipped: int) -> Iterator[tuple[int, tuple[object, object], int]]:
    """Each request with its reference, behind those that were read before; its number, and about the bytes read so
    far.
    """
    columns = layout_of_table(name, how)
    size = os.stat(name).st_size  # noqa: PTH116
    table = pl.scan_parquet(name, glob=False)
    total = table.select(pl.len()).collect().item()
    number = skipped
    for part in table.slice(skipped).collect_batches(chunk_size=ROWS, maintain_order=True):
        for row in _rows(part):
            number += 1
            yield number, _request(row, columns), size * number // total


def _rows(part: pl.DataFrame) -> Iterator[Sequence[Any] | None]:
    """The rows of a part; None for one with a value that Python does not have, such as a day after the year 9999."""
    with suppress(ValueError, OverflowError):
        yield from part.rows()
        return
    for number in range(part.height):
        try:
            yield part.row(number)
        except (ValueError, OverflowError):
            yield None


def _request(row: Sequence[Any] | None, columns: Layout) -> tuple[object, object]:
    if row is None:
        return (UNREAD,), None
    request: dict[str, Any] = {}
    for column in columns.columns:
        value = row[column.at]
        if value is not None and column.item:
            request.setdefault(column.fact, {})[column.item] = _plain(value)
        elif value is not None:
            request[column.fact] = _plain(value)
    return request, row[columns.reference] if columns.reference >= 0 else None


def _plain(value: object) -> object:
    """A value as a JSON reader returns it. A field of a record that has no value is not stated."""
    # other kinds: these are types of columns, and what is none of them has no place in a request
    if value is None or type(value) in (bool, int, float, str):
        return value
    if type(value) is date:
        return value.isoformat()
    if isinstance(value, Decimal):
        whole = int(value) if value.is_finite() and value == value.to_integral_value() else float(value)
        return whole if Decimal(repr(whole)) == value else NO_VALUE
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items() if item is not None}
    return NO_VALUE


def write_table(rows: Path, out: Path, how: How) -> None:
    """Write rows, which are in `rows` as JSON lines, as a table that only its owner can read."""
    names = COLUMNS + (COMPARED if how.against else ())
    types: dict[str, Any] = dict.fromkeys(names, pl.String) | {"line": pl.Int64}
    types |= {name: pl.List(pl.String) for name in names if name in LISTS}
    part = out.with_name(f"{out.name}.unfinished.table")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
    os.close(os.open(part, flags, 0o600))
    if rows.stat().st_size:
        pl.scan_ndjson(rows, schema=types).sink_parquet(part)
    else:
        pl.DataFrame(schema=types).write_parquet(part)
    part.replace(out)
