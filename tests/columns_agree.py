"""The verdicts of columns, compared with those of the validator, request by request."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any, TypeAlias

from wiser_compiler.core.model import Policy
from wiser_compiler.targets.columns import columns, columns_path
from wiser_policies import _engines, _polars
from wiser_policies._frames import Frames

Rows: TypeAlias = list[dict[str, Any]]
Judge: TypeAlias = Callable[[ModuleType, Frames], Rows]
JudgeIn: TypeAlias = Callable[[str], Judge]  # the fixture `judge_in`: the judge in an engine


def module_of(policy: Policy) -> ModuleType:
    """The module of columns of a policy, run from memory."""
    source = columns(policy).files[columns_path(policy)]
    module = ModuleType(f"columns_{policy.id}")
    module.SOURCE = source  # type: ignore[attr-defined]  # for a failing test to print
    exec(compile(source, module.__name__, "exec", dont_inherit=True), vars(module))
    return module


def by_polars(module: ModuleType, frames: Frames) -> Rows:
    """The answers of Polars, in the order of the requests."""
    return _polars.plan(module)(frames).to_dicts()  # type: ignore[arg-type, no-any-return]


def by_duckdb(module: ModuleType, frames: Frames) -> Rows:
    """The answers of DuckDB, which reads the tables as files."""
    import duckdb

    with TemporaryDirectory() as folder, duckdb.connect() as connection:
        read = connection.read_parquet
        tables = {name: read(_file(folder, name, table)) for name, table in frames.lists.items()}
        found = _engines.plan(module)(Frames(read(_file(folder, "", frames.requests)), tables))  # type: ignore[arg-type]
        rows = found.order("_row").fetchall()
        return [dict(zip(found.columns, row, strict=True)) for row in rows]


def _file(folder: str, name: str, table: Any) -> str:
    path = f"{folder}/table_{name}.parquet"
    table.write_parquet(path)
    return path


ENGINES: dict[str, Judge] = {"polars": by_polars}
if find_spec("duckdb"):
    ENGINES["duckdb"] = by_duckdb


def differing(module: ModuleType, results: Sequence[Any], requests: Sequence[Any], judge: Judge = by_polars) -> Rows:
    """The answers that are not those of the validator; `results` are its results for the requests."""
    rows = judge(module, _polars.frames_of(module, requests))  # type: ignore[arg-type]
    assert [row["_row"] for row in rows] == list(range(len(results)))
    wrong = []
    for result, request, row in zip(results, requests, rows, strict=True):
        expected = {"outcome": result.outcome, **result.verdicts}
        if other := {name: (value, row[name]) for name, value in expected.items() if row[name] != value}:
            wrong.append({"request": request, "validator, columns": other})
    return wrong
