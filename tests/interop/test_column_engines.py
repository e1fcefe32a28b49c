"""The generated columns in DuckDB and in Spark: the same module, and the same answers, without Python in Spark's plan.

Both come with requirements-engines.lock, which `make interop` and `make fuzz` set up. Without INTEROP=1 it is one
document in DuckDB, where that is installed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from case_tables import request_of
from columns_agree import ENGINES, JudgeIn, differing
from spark import python_in, stored
from wiser_policies import columns, known_versions, validator
from wiser_policies.columns import Frames

ROOT = Path(__file__).parents[2]
INTEROP = bool(os.environ.get("INTEROP"))
SCS = "scs@6.0.0"
KEYS = known_versions() if INTEROP else [SCS]
needs_interop = pytest.mark.skipif(not INTEROP, reason="minutes: make interop")
duckdb_too = pytest.mark.skipif(
    "duckdb" not in ENGINES and not INTEROP, reason="DuckDB is not installed: requirements-engines.lock"
)


def module_of(key: str) -> Any:
    """The columns of a version."""
    id, _, version = key.partition("@")
    return columns._module(id, version)


def cases_of(key: str) -> list[tuple[Any, Any]]:
    """The valid requests of the boundary cases, with the results of the validator."""
    id, _, version = key.partition("@")
    table = json.loads((ROOT / "generated/cases" / id / f"{version}.json").read_text("utf-8"))
    check = validator(id, version).check
    found = [(check(request), request) for row in table["rows"] for request in [request_of(table, row)]]
    return [(result, request) for result, request in found if result.problems == ()]


@pytest.mark.parametrize(
    "engine", [pytest.param("duckdb", marks=duckdb_too), pytest.param("spark", marks=needs_interop)]
)
@pytest.mark.parametrize("key", KEYS)
def test_another_engine_answers_as_the_validator(key: str, engine: str, judge_in: JudgeIn) -> None:
    found = cases_of(key)
    assert found
    results, requests = [result for result, _ in found], [request for _, request in found]
    assert differing(module_of(key), results, requests, judge_in(engine)) == []


@pytest.fixture
def frames_of(spark_session: Any, tmp_path: Path) -> Callable[[str], Frames]:
    """The tables of two requests of a version, as frames of Spark."""

    def made(key: str) -> Frames:
        id, _, version = key.partition("@")
        requests = [request for _, request in cases_of(key)[:2]]
        return stored(spark_session, str(tmp_path), columns.frames(id, version, requests))

    return made


@needs_interop
@pytest.mark.parametrize("key", KEYS)
def test_spark_runs_no_python_beside_its_plan(key: str, frames_of: Callable[[str], Frames]) -> None:
    id, _, version = key.partition("@")
    answers = columns.judge(id, version, frames_of(key))
    assert answers.columns == ["_row", "outcome", *columns.schema(id, version).criteria]
    assert python_in(answers) == set()


@needs_interop
def test_python_beside_a_plan_of_spark_is_seen(spark_session: Any, frames_of: Callable[[str], Frames]) -> None:
    from pyspark.sql.functions import udf

    tables = frames_of(SCS)
    same = udf(lambda text: text, "string", useArrow=False)
    before = Frames(tables.requests.withColumn("state", same("state")), tables.lists)
    assert python_in(columns.judge("scs", "6.0.0", before)) == {"BatchEvalPython"}
    answers = columns.judge("scs", "6.0.0", tables)
    assert python_in(answers.filter(same("outcome") == "ready")) == {"BatchEvalPython"}
    made = spark_session.createDataFrame([], tables.requests.schema)
    assert python_in(columns.judge("scs", "6.0.0", Frames(made, tables.lists))) == {"ExistingRDD"}


@needs_interop
def test_spark_moves_no_record_of_tables_in_buckets(spark_session: Any, frames_of: Callable[[str], Frames]) -> None:
    def moves(tables: Frames) -> bool:
        answers = columns.judge("vagus_stimulation", "6.0.0", tables)
        return "Exchange" in answers._jdf.queryExecution().executedPlan().toString()

    def in_buckets(name: str, table: Any) -> Any:
        table.write.bucketBy(4, "_row").mode("overwrite").saveAsTable(name)
        return spark_session.table(name)

    small = "spark.sql.autoBroadcastJoinThreshold"  # tables so small would be sent to every worker
    before = spark_session.conf.get(small)
    spark_session.conf.set(small, "-1")
    try:
        tables = frames_of("vagus_stimulation@6.0.0")
        assert moves(tables)
        lists = {name: in_buckets(name, table) for name, table in tables.lists.items()}
        assert not moves(Frames(in_buckets("requests", tables.requests), lists))
    finally:
        spark_session.conf.set(small, before)


@needs_interop
def test_the_timing_of_spark_runs_and_counts_as_the_validator() -> None:
    command = [sys.executable, "-m", "tests.bench.spark", "--policy", SCS, "--rows", "1000", "--threads", "2"]
    told = json.loads(subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout)
    assert 900 < told["rows"] <= 1000
    assert told["processor"] > 0
