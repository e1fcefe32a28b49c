"""Many requests at once, as tables: the verdicts of one policy version over columns.

    from wiser_policies import columns
    frames = columns.frames("esi", "6.0.0", requests)
    verdicts = columns.judge("esi", "6.0.0", frames)

The requests are valid ones: a table is not checked, so check each request with `check` first. Frames of Polars are
judged in memory. Relations of DuckDB, frames of Spark, and whatever else Narwhals knows, are judged by their engine.
Needs `pip install 'wiser-policies[batch]'`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from wiser_policies import _engines, _polars
from wiser_policies._check import named
from wiser_policies._columns import OUTCOME, ROW, Column, Module, module
from wiser_policies._frames import Frames

__all__ = ["OUTCOME", "ROW", "Column", "Frames", "Schema", "frames", "judge", "schema"]


class Schema(NamedTuple):
    """The columns of the table of requests and of each list's table, `_row` left out, and the ids of the criteria."""

    requests: tuple[Column, ...]
    lists: Mapping[str, tuple[Column, ...]]
    criteria: tuple[str, ...]


def schema(policy_id: str, version: str) -> Schema:
    """The columns that a version reads. Raises LookupError for a version that does not exist."""
    found = _module(policy_id, version)
    return Schema(found.COLUMNS, found.LISTS, tuple(id for id, _ in found.CRITERIA))


def frames(policy_id: str, version: str, requests: Sequence[Mapping[str, Any]]) -> Frames:
    """The tables of requests that `check` finds valid, as frames of Polars. They hold what the version reads alone.

    Raises LookupError for a version that does not exist, and ImportError where Polars is not installed.
    """
    return _polars.frames_of(_module(policy_id, version), requests)


def judge(policy_id: str, version: str, frames: Frames) -> Any:
    """A frame with a row for each request: its `_row`, its `outcome`, and a column for each criterion by its id.

    Frames of Polars, lazy ones too, give a frame of Polars with columns of type Enum. Other frames give one of their
    own engine with columns of text, which is computed when it is read; its rows are in no order.
    Raises LookupError for a version that does not exist, ValueError for frames that lack a column or hold values of
    another type, and ImportError where an engine is not installed.
    """
    found = _module(policy_id, version)
    engine = _polars if _polars.is_frame(frames.requests) else _engines
    names = {"": engine.names(frames.requests), **{rows: engine.names(table) for rows, table in frames.lists.items()}}
    if lacking := _engines.missing_columns(found, names):
        raise ValueError(f"columns are missing: {', '.join(lacking)}")
    return engine.plan(found)(frames)


def _module(policy_id: str, version: str) -> Module:
    id, chosen = named(f"{policy_id}@{version}")
    return module(id, chosen)
