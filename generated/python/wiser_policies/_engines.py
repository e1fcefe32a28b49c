"""Judging tables of any engine that Narwhals knows: records are joined with their requests and grouped by them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from wiser_policies._columns import OUTCOME, ROW, Look, Maker, Module, applying, beside, fulfilled, judged
from wiser_policies._frames import Frames
from wiser_policies._verdicts import MET, MISSING, NOT_APPLICABLE, NOT_MET


@lru_cache(64)
def plan(found: Module) -> Callable[[Frames], Any]:
    """The judge of one version. Its expressions are made once."""
    import narwhals as nw

    maker = Maker(nw)
    steps, criteria = found.steps(maker), judged(found, maker)

    def judge(frames: Frames) -> Any:
        table = nw.from_native(frames.requests)
        table = table.select(ROW, *(column.name for column in found.COLUMNS))
        for step in steps:
            if isinstance(step, Look):
                table = _gathered(nw, table, nw.from_native(frames.lists[step.rows]), step)
            else:
                table = table.with_columns(**step)
        applies = {applying(id): applies for id, applies, _ in criteria.criteria if applies is not None}
        kept = {fulfilled(id): met for id, _, met in criteria.criteria}
        table = table.select(ROW, **applies, **kept).with_columns(_scope=criteria.scope, _required=criteria.required)
        verdicts = {id: _verdict(nw, id, applying(id) in applies) for id, _, _ in criteria.criteria}
        return table.select(ROW, **{OUTCOME: _outcome(nw, found.PROGRAM)}, **verdicts).to_native()

    return judge


def names(table: Any) -> list[str]:
    """The columns of a table."""
    import narwhals as nw

    return list(nw.from_native(table).collect_schema().names())


def _gathered(nw: Any, table: Any, records: Any, step: Look) -> Any:
    """The table of requests with what a list says of each."""
    lent = table.select(ROW, **{beside(name): nw.col(name) for name in step.used})
    records = records.join(lent, on=ROW, how="left")
    for stage in (step.shared, step.filters):
        if stage:
            records = records.with_columns(**stage)
    records = records.select(ROW, **{name: value for name, (_, value) in step.gathered.items()})
    grouped = records.group_by(ROW).agg(*(getattr(nw.col(name), how)() for name, (how, _) in step.gathered.items()))
    joined = table.join(grouped, on=ROW, how="left")
    sums = [nw.col(name).fill_null(0) for name, (how, _) in step.gathered.items() if how == "sum"]
    return joined.with_columns(*sums) if sums else joined


def _verdict(nw: Any, id: str, asked: bool) -> Any:
    ok, when, lit = nw.col(fulfilled(id)), nw.when, nw.lit
    told = when(ok).then(lit(MET)).otherwise(when(~ok).then(lit(NOT_MET)).otherwise(lit(MISSING)))
    return when(~nw.col(applying(id))).then(lit(NOT_APPLICABLE)).otherwise(told) if asked else told


def _outcome(nw: Any, program: bool) -> Any:
    names = OUTCOMES_OF_PROGRAM if program else OUTCOMES_OF_POLICY
    scope, required, when, lit = nw.col("_scope"), nw.col("_required"), nw.when, nw.lit
    inner = when(required).then(lit(names[3])).otherwise(when(~required).then(lit(names[2])).otherwise(lit(names[1])))
    return when(~scope).then(lit(names[0])).otherwise(when(scope).then(inner).otherwise(lit(names[1])))


# By what decides: out of scope, something missing, not met, and the rest. A program has no required criteria.
OUTCOMES_OF_POLICY = ("out of scope", "incomplete", "not met", "ready")
OUTCOMES_OF_PROGRAM = ("out of scope", "cannot tell yet", "in scope", "in scope")


def missing_columns(found: Module, names: Mapping[str, list[str]]) -> list[str]:
    """The columns that a version needs and the tables do not have; `names` are those of each table."""
    wanted = {"": [ROW, *(column.name for column in found.COLUMNS)]}
    wanted |= {rows: [ROW, *(column.name for column in fields)] for rows, fields in found.LISTS.items()}
    return [
        f"{rows or 'requests'}.{name}"
        for rows, columns in wanted.items()
        for name in columns
        if name not in names.get(rows, ())
    ]
