"""Judging frames of Polars in memory: records lie grouped by request, so what they say is gathered by segments.

The expressions are made once for a version, and run eagerly, step by step: a plan of all of them takes longer to make
than to run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from wiser_policies import _engines
from wiser_policies._columns import (
    OUTCOME,
    ROW,
    Column,
    Look,
    Maker,
    Module,
    applying,
    beside,
    fulfilled,
    judged,
    tables,
)
from wiser_policies._frames import Frames
from wiser_policies._verdicts import MET, MISSING, NOT_APPLICABLE, NOT_MET

VERDICT_NAMES = (MET, NOT_MET, MISSING, NOT_APPLICABLE)
FIRST_YEAR, LAST_YEAR = 1980, 2060  # of the days whose moved days are kept; others are moved one by one


def frames_of(found: Module, requests: Sequence[Mapping[str, Any]]) -> Frames:
    """The tables of valid requests."""
    whole, lists = tables(found, requests)
    return Frames(
        _frame(whole, found.COLUMNS), {name: _frame(values, found.LISTS[name]) for name, values in lists.items()}
    )


def _frame(values: Mapping[str, Sequence[Any]], columns: Iterable[Column]) -> Any:
    import polars as pl

    types = {ROW: pl.Int32, **{column.name: dtype(column) for column in columns}}
    return pl.DataFrame({name: pl.Series(name, column, types[name]) for name, column in values.items()})


def dtype(column: Column) -> Any:
    """The type of a column in Polars."""
    import polars as pl

    if column.type == "choice":
        return pl.Enum(column.options)
    return {"boolean": pl.Boolean, "integer": pl.Int32, "number": pl.Float64, "date": pl.Date}[column.type]


@lru_cache(64)
def plan(found: Module) -> Callable[[Frames], Any]:
    """The judge of one version."""
    import polars as pl

    maker = _Maker(pl)
    steps, criteria = [_ready(step) for step in found.steps(maker)], judged(found, maker)
    verdicts = pl.Enum(VERDICT_NAMES)
    met, not_met, missing, not_applicable = (pl.lit(name, verdicts) for name in VERDICT_NAMES)
    names = _engines.OUTCOMES_OF_PROGRAM if found.PROGRAM else _engines.OUTCOMES_OF_POLICY
    outcomes = pl.Enum(tuple(dict.fromkeys(names)))
    out, open_, unmet, ready = (pl.lit(name, outcomes) for name in names)
    kept = [
        *(applies.alias(applying(id)) for id, applies, _ in criteria.criteria if applies is not None),
        *(ok.alias(fulfilled(id)) for id, _, ok in criteria.criteria),
    ]
    joined = [criteria.scope.alias("_scope"), criteria.required.alias("_required")]

    def verdict(id: str, asked: bool) -> Any:
        ok = pl.col(fulfilled(id))
        told = pl.when(ok).then(met).when(~ok).then(not_met).otherwise(missing)
        return (pl.when(~pl.col(applying(id))).then(not_applicable).otherwise(told) if asked else told).alias(id)

    scope, required = pl.col("_scope"), pl.col("_required")
    of_required = pl.when(required).then(ready).when(~required).then(unmet).otherwise(open_)
    outcome = pl.when(~scope).then(out).when(scope).then(of_required).otherwise(open_).alias(OUTCOME)
    answers = [pl.col(ROW), outcome, *(verdict(id, applies is not None) for id, applies, _ in criteria.criteria)]

    def judge(frames: Frames) -> Any:
        lists = {rows: collected(frames.lists[rows], columns) for rows, columns in found.LISTS.items()}
        table = collected(frames.requests, found.COLUMNS)
        if found.LISTS and not _numbered(table[ROW].to_numpy()):
            return _engines.plan(found)(Frames(table, lists)).cast(
                {OUTCOME: outcomes, **{id: verdicts for id, _, _ in criteria.criteria}}
            )
        for step in steps:
            if isinstance(step, Look):
                table = _gathered(table, lists[step.rows], step)
            else:
                table = table.with_columns(step)
        return table.select(pl.col(ROW), *kept).with_columns(joined).select(answers)

    return judge


def is_frame(table: Any) -> bool:
    """Whether a table is a frame of Polars, lazy or not, which is told without importing it."""
    return type(table).__module__.partition(".")[0] == "polars"


def names(table: Any) -> list[str]:
    """The columns of a table."""
    return list(table.collect_schema().names())


def collected(frame: Any, columns: Sequence[Column]) -> Any:
    """A frame in memory, with the wanted columns alone, each of its type. Raises ValueError where one is not."""
    import polars as pl

    wanted = [pl.col(ROW), *(pl.col(column.name) for column in columns)]
    table = frame.lazy().select(wanted).collect() if isinstance(frame, pl.LazyFrame) else frame.select(wanted)
    for column in columns:
        kind = dtype(column)
        if table.schema[column.name] != kind:
            try:
                table = table.with_columns(pl.col(column.name).cast(kind))
            except pl.exceptions.PolarsError:  # its message has values
                raise ValueError(f"the column {column.name} has values that are no {column.type} of its fact") from None
    return table


def _numbered(rows: Any) -> bool:
    """Whether requests are numbered from 0, without a gap."""
    import numpy as np

    return bool(np.array_equal(rows, np.arange(len(rows))))


def _ready(step: Any) -> Any:
    """A step with its expressions as lists, each under its name."""
    if not isinstance(step, Look):
        return [value.alias(name) for name, value in step.items()]
    return step


def _gathered(table: Any, records: Any, step: Look) -> Any:
    """The table of requests with what a list says of each."""
    import numpy as np
    import polars as pl

    rows = records[ROW].to_numpy()
    if len(rows) and (np.diff(rows) < 0).any():
        records = records.sort(ROW, maintain_order=True)
        rows = records[ROW].to_numpy()
    sizes = table[step.rows].fill_null(0).to_numpy()
    ends = np.cumsum(sizes, dtype=np.int64)
    starts = ends - sizes
    total = int(ends[-1]) if len(ends) else 0
    if total != len(rows) or not np.array_equal(np.repeat(np.arange(len(sizes), dtype=rows.dtype), sizes), rows):
        raise ValueError(f"the column {step.rows} does not say how many records its table has of each request")
    if step.used:
        lent = table.select(pl.col(name).gather(records[ROW]).alias(beside(name)) for name in step.used)
        records = records.hstack(lent)
    for stage in (step.shared, step.filters):
        if stage:
            records = records.with_columns(**stage)
    values = records.select(value.alias(name) for name, (_, value) in step.gathered.items())
    return table.with_columns(
        _summed(values[name], starts, ends) if how == "sum" else _furthest(values[name], starts, sizes, how == "max")
        for name, (how, _) in step.gathered.items()
    )


def _summed(values: Any, starts: Any, ends: Any) -> Any:
    """The sum of each segment."""
    import numpy as np
    import polars as pl

    whole: Any = np.zeros(len(values) + 1, np.int64)
    np.cumsum(values.to_numpy(), out=whole[1:])
    return pl.Series(values.name, whole[ends] - whole[starts])


def _furthest(values: Any, starts: Any, sizes: Any, greatest: bool) -> Any:
    """The greatest or the least value of each segment; null where it has none."""
    import numpy as np
    import polars as pl

    kind = values.dtype
    plain = values.to_physical()
    floats = plain.dtype.is_float()
    limits = (-np.inf, np.inf) if floats else (np.iinfo(np.int64).min, np.iinfo(np.int64).max)
    none = limits[0] if greatest else limits[1]
    array = plain.cast(pl.Float64 if floats else pl.Int64).fill_null(none).to_numpy()
    result = np.full(len(sizes), none, array.dtype)
    filled = sizes > 0
    if filled.any():
        result[filled] = (np.maximum if greatest else np.minimum).reduceat(array, starts[filled])
    found = pl.Series(values.name, result)
    return found.set(found == none, None).cast(plain.dtype).cast(kind)


class _Maker(Maker):
    """Moves dates by a table of days, and without calendar arithmetic where only days count."""

    def moved(self, day: Any, months: int, days: int) -> Any:
        if not months:
            return (day.cast(self.space.Int32) + days).cast(self.space.Date)
        return day.map_batches(
            lambda series: _moved(series, months, days), return_dtype=self.space.Date, is_elementwise=True
        )


def _moved(series: Any, months: int, days: int) -> Any:
    import polars as pl

    first, known = _days(months, days)
    at = series.to_physical() - first
    least, most = at.min(), at.max()
    if least is not None and (least < 0 or most >= len(known)):
        return series.dt.offset_by(f"{months}mo").dt.offset_by(f"{days}d").cast(pl.Date)
    return known.gather(at.cast(pl.UInt32))


@lru_cache(256)
def _days(months: int, days: int) -> tuple[int, Any]:
    """The first day of the table, counted from 1970, and the moved days."""
    from datetime import date

    import polars as pl

    plain = pl.date_range(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31), eager=True)
    moved = plain.dt.offset_by(f"{months}mo").dt.offset_by(f"{days}d").cast(pl.Date)
    return (date(FIRST_YEAR, 1, 1) - date(1970, 1, 1)).days, moved
