"""The generated columns in DuckDB and in Spark: the same module, and the same answers.

Both come with requirements-engines.lock, which `make interop` and `make fuzz` set up. Without INTEROP=1 it is one
document in DuckDB, where that is installed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from case_tables import request_of
from columns_agree import ENGINES, Judge, Rows, differing
from spark import spark
from wiser_policies import _engines, columns, known_versions, validator
from wiser_policies._frames import Frames

ROOT = Path(__file__).parents[2]
INTEROP = bool(os.environ.get("INTEROP"))
KEYS = known_versions() if INTEROP else ["scs@6.0.0"]


def answered(key: str, judge: Judge) -> None:
    """Every request of the boundary cases is answered as by the validator."""
    id, _, version = key.partition("@")
    table = json.loads((ROOT / "generated/cases" / id / f"{version}.json").read_text("utf-8"))
    module = validator(id, version)
    found = [(module.check(request), request) for row in table["rows"] for request in [request_of(table, row)]]
    found = [(result, request) for result, request in found if result.problems == ()]
    assert found
    results = [result for result, _ in found]
    assert differing(columns._module(id, version), results, [request for _, request in found], judge) == []  # type: ignore[arg-type]


@pytest.mark.skipif(
    "duckdb" not in ENGINES and not INTEROP, reason="DuckDB is not installed: requirements-engines.lock"
)
@pytest.mark.parametrize("key", KEYS)
def test_duckdb_answers_as_the_validator(key: str) -> None:
    answered(key, ENGINES["duckdb"])


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with spark(tmp_path_factory.mktemp("spark")) as found:
        yield found


@pytest.mark.skipif(not INTEROP, reason="minutes: make interop")
@pytest.mark.filterwarnings("ignore")  # of Spark itself
@pytest.mark.parametrize("key", KEYS)
def test_spark_answers_as_the_validator(key: str, session: Any, tmp_path: Path) -> None:
    def by_spark(module: ModuleType, frames: Frames) -> Rows:
        def read(name: str, table: Any) -> Any:
            table.write_parquet(tmp_path / f"{name}.parquet")
            return session.read.parquet(str(tmp_path / f"{name}.parquet"))

        tables = Frames(read("requests", frames.requests), {n: read(f"list_{n}", t) for n, t in frames.lists.items()})
        rows = [row.asDict() for row in _engines.plan(module)(tables).collect()]  # type: ignore[arg-type]
        return sorted(rows, key=lambda row: row["_row"])

    answered(key, by_spark)
