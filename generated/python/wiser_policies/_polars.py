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
BYTE = 255
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
    types = {"boolean": pl.Boolean, "integer": pl.Int32, "long": pl.Int64, "number": pl.Float64, "date": pl.Date}
    return types[column.type]


@lru_cache(64)
def plan(found: Module, only: frozenset[str] = frozenset()) -> Callable[[Frames], Any]:
    """The judge of one version; with `only`, of some criteria of it, without an outcome."""
    import polars as pl

    maker = _Maker(pl)
    criteria = judged(found, maker)
    kept = [one for one in criteria.criteria if not only or one[0] in only]
    verdicts = pl.Enum(VERDICT_NAMES)
    met, not_met, missing, not_applicable = (pl.lit(name, verdicts) for name in VERDICT_NAMES)
    names = _engines.OUTCOMES_OF_PROGRAM if found.PROGRAM else _engines.OUTCOMES_OF_POLICY
    outcomes = pl.Enum(tuple(dict.fromkeys(names)))
    out, open_, unmet, ready = (pl.lit(name, outcomes) for name in names)
    truths = [
        *(applies.alias(applying(id)) for id, applies, _ in kept if applies is not None),
        *(ok.alias(fulfilled(id)) for id, _, ok in kept),
    ]
    joined = [] if only else [criteria.scope.alias("_scope"), criteria.required.alias("_required")]

    def verdict(id: str, asked: bool) -> Any:
        ok = pl.col(fulfilled(id))
        told = pl.when(ok).then(met).when(~ok).then(not_met).otherwise(missing)
        return (pl.when(~pl.col(applying(id))).then(not_applicable).otherwise(told) if asked else told).alias(id)

    scope, required = pl.col("_scope"), pl.col("_required")
    of_required = pl.when(required).then(ready).when(~required).then(unmet).otherwise(open_)
    outcome = pl.when(~scope).then(out).when(scope).then(of_required).otherwise(open_).alias(OUTCOME)
    answers = [
        pl.col(ROW),
        *([] if only else [outcome]),
        *(verdict(id, applies is not None) for id, applies, _ in kept),
    ]
    types = {**({} if only else {OUTCOME: outcomes}), **{id: verdicts for id, _, _ in kept}}
    steps, needed = _needed(found.steps(maker), truths)
    columns = [column for column in found.COLUMNS if column.name in needed]
    fields = {step.rows: found.LISTS[step.rows] for step in steps if isinstance(step, Look)}

    def judge(frames: Frames) -> Any:
        lists = {rows: collected(frames.lists[rows], each) for rows, each in fields.items()}
        table = collected(frames.requests, columns)
        if lists and not _numbered(table[ROW].to_numpy()):
            whole = Frames(frames.requests.lazy().collect(), {n: t.lazy().collect() for n, t in frames.lists.items()})
            return _engines.plan(found, only)(whole).cast(types)
        for step in steps:
            if isinstance(step, Look):
                table = _gathered(table, lists[step.rows], step)
            else:
                table = table.with_columns(step)
        return table.select(pl.col(ROW), *truths).with_columns(joined).select(answers)

    return judge


def _needed(steps: Sequence[Any], truths: Sequence[Any]) -> tuple[list[Any], set[str]]:
    """The steps without what no wanted truth reads, each as a list of expressions; and the columns that are read."""
    needed = {name for truth in truths for name in truth.meta.root_names()}
    kept: list[Any] = []
    for step in reversed(steps):
        if isinstance(step, Look):
            gathered = {name: found for name, found in step.gathered.items() if name in needed}
            if gathered:
                look, read = _looked(step, gathered)
                needed |= {*read, *look.used, step.rows}
                kept.append(look)
        elif wanted := {name: value for name, value in step.items() if name in needed}:
            needed |= {name for value in wanted.values() for name in value.meta.root_names()}
            kept.append([value.alias(name) for name, value in wanted.items()])
    return kept[::-1], needed


def _looked(step: Look, gathered: Mapping[str, tuple[str, Any]]) -> tuple[Look, set[str]]:
    """A step over a list that gathers only these columns, and the columns of records that it reads."""
    read = {name for _, value in gathered.values() for name in value.meta.root_names()}
    filters = {name: value for name, value in step.filters.items() if name in read}
    read |= {name for value in filters.values() for name in value.meta.root_names()}
    shared = {name: value for name, value in step.shared.items() if name in read}
    read |= {name for value in shared.values() for name in value.meta.root_names()}
    used = tuple(name for name in step.used if beside(name) in read)
    return Look(step.rows, used, shared, filters, gathered), read


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


def _gathered(table: Any, records: Any, step: Look) -> Any:
    """The table of requests with what a list says of each."""
    import numpy as np
    import polars as pl

    rows = records[ROW].to_numpy()
    if (rows[1:] < rows[:-1]).any():
        records = records.sort(ROW, maintain_order=True)
        rows = records[ROW].to_numpy()
    sizes = table[step.rows].fill_null(0).to_numpy()
    ends: Any = np.cumsum(sizes, dtype=np.int64)
    starts = ends - sizes
    filled = np.flatnonzero(sizes)
    total = int(ends[-1]) if len(ends) else 0
    # In order, and of the right request at both ends of each segment: so all of a segment is of that request.
    if total != len(rows) or (rows[starts[filled]] != filled).any() or (rows[ends[filled] - 1] != filled).any():
        raise ValueError(f"the column {step.rows} does not say how many records its table has of each request")
    if step.used:
        index = records[ROW].reinterpret(signed=False)
        lent = table.select(pl.col(name).gather(index).alias(beside(name)) for name in step.used)
        records = records.hstack(lent)
    for stage in (step.shared, step.filters):
        if stage:
            records = records.with_columns(**stage)
    values = records.select(value.alias(name) for name, (_, value) in step.gathered.items())
    counts = [name for name, (how, _) in step.gathered.items() if how == "count"]
    gathered = []
    for at in range(0, len(counts), 8):
        gathered += _counted([values[name] for name in counts[at : at + 8]], starts, ends, int(sizes.max(initial=0)))
    for name, (how, _) in step.gathered.items():
        if how == "sum":
            gathered.append(_summed(values[name], starts, ends))
        elif how != "count":
            gathered.append(_furthest(values[name], starts, sizes, how == "max"))
    return table.hstack(gathered)


def _counted(truths: Sequence[Any], starts: Any, ends: Any, most: int) -> list[Any]:
    """How many of each segment are true, for up to eight columns at once: each counts in a byte of one number.

    The number has no more bytes than they need. A segment of more than 255 records would run over its byte.
    """
    import numpy as np
    import polars as pl

    if most > BYTE:
        return [_summed(each.cast(pl.Int64), starts, ends) for each in truths]
    size = next(size for size in (1, 2, 4, 8) if size >= len(truths))
    bits: Any = np.zeros((len(truths[0]), size), np.uint8)
    for place, each in enumerate(truths):
        bits[:, place] = each.cast(pl.UInt8).to_numpy()
    running: Any = np.zeros(len(bits) + 1, f"u{size}")
    np.cumsum(
        bits.view(running.dtype)[:, 0], dtype=running.dtype, out=running[1:]
    )  # runs over, and the differences do not
    counts = (running[ends] - running[starts]).view(np.uint8).reshape(-1, size)
    return [pl.Series(each.name, counts[:, place].astype(np.int32)) for place, each in enumerate(truths)]


def _summed(values: Any, starts: Any, ends: Any) -> Any:
    """The sum of each segment."""
    import numpy as np
    import polars as pl

    running: Any = np.zeros(len(values) + 1, np.int64)
    np.cumsum(values.to_numpy(), out=running[1:])
    return pl.Series(values.name, running[ends] - running[starts])


def _furthest(values: Any, starts: Any, sizes: Any, greatest: bool) -> Any:
    """The greatest or the least value of each segment; null where it has none."""
    import numpy as np
    import polars as pl

    plain = values.to_physical()
    if plain.dtype.is_float():
        none = -np.inf if greatest else np.inf
    else:
        limits = np.iinfo(np.int32 if plain.dtype == pl.Int32 else np.int64)
        none = limits.min if greatest else limits.max
    filled = plain.fill_null(none).to_numpy()
    array = np.empty(len(filled) + 1, filled.dtype)  # one more, for an empty segment at the end to begin at
    array[:-1], array[-1] = filled, none
    if not len(starts):
        return values.clear()
    found = (np.maximum if greatest else np.minimum).reduceat(array, starts)
    found[sizes == 0] = none  # where a segment is empty, it is the value behind it
    whole = pl.Series(values.name, found, plain.dtype)
    return pl.select(pl.when(whole != none).then(whole).cast(values.dtype).alias(values.name)).to_series()


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
