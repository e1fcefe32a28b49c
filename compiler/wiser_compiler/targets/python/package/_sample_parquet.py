"""A sample as Parquet. Needs Polars: `pip install 'wiser-policies[batch]'`."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO, assert_never

import polars as pl
from polars.io.plugins import register_io_source
from wiser_policies._edges import Fact
from wiser_policies._sample_rows import Rows, columns_of

TOGETHER = 2_000  # rows that are read at once
ROW_GROUP = 20_000  # rows that are in memory until they are written


def write_table(rows: Rows, count: int, file: BinaryIO) -> None:
    """Write the rows of a sample, which have the form `parquet`. A day is a date, and records are structs."""
    types: dict[str, Any] = dict.fromkeys(rows.wanted.labels, pl.String)
    types |= {fact.name: _type(fact) for fact in columns_of(rows.wanted.versions)}
    lines = rows.lines(count)

    def parts(*_: object) -> Iterator[pl.DataFrame]:
        while part := "".join(islice(lines, TOGETHER)):
            yield pl.read_ndjson(io.BytesIO(part.encode()), schema=types)

    if not count:
        pl.DataFrame(schema=types).write_parquet(file)
        return
    register_io_source(parts, schema=types).sink_parquet(file, maintain_order=True, row_group_size=ROW_GROUP)


def _type(fact: Fact) -> Any:
    """The type of the column of a fact."""
    match fact.kind:
        case "yes_no":
            return pl.Boolean
        case "number":
            return pl.Float64 if fact.places else pl.Int64
        case "date":
            return pl.Date
        case "note" | "choice":
            return pl.String
        case "set" | "codes":
            return pl.List(pl.String)
        case "findings":
            return pl.Struct(dict.fromkeys(fact.options, pl.Boolean))
        case "list":
            return pl.List(pl.Struct({field.name: _type(field) for field in fact.fields}))
        case _:
            assert_never(fact.kind)
