"""Many requests as tables, beside the same requests one by one, and beside joins written by hand.

Rates are thousands of requests in a second of processor time, with one thread. The requests are those of the boundary
cases, over and over.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import jsonschema_rs
from wiser_compiler.core.walk import criterion_facts
from wiser_policies import validator
from wiser_policies.esi import v6_0_0 as esi

from . import hand
from .subjects import ROOT, SCHEMAS, policy

ESI = ("esi", "6.0.0")
BY_HAND = "hand-written Python, one by one"
LISTS = ("follow_ups", "prior_sessions")


def installed() -> bool:
    """Whether tables can be judged here."""
    return all(find_spec(name) for name in ("narwhals", "numpy", "polars"))


def cases(id: str, version: str) -> list[dict[str, Any]]:
    """The valid requests of the boundary cases."""
    table = json.loads((ROOT / f"generated/cases/{id}/{version}.json").read_text("utf-8"))
    made = ({**table["bases"][row["base"]]["request"], **row["change"]} for row in table["rows"])
    requests = ({name: value for name, value in one.items() if value is not None} for one in made)
    return [*filter(validator(id, version).is_valid, requests)]


def repeated(requests: list[dict[str, Any]], rows: int) -> Any:
    """Tables of so many rows, in which the requests come again and again."""
    import polars as pl
    from wiser_policies import columns

    frames, count = columns.frames(*ESI, requests), len(requests)
    times = max(1, rows // count)

    def again(table: Any) -> Any:
        return pl.concat([table.with_columns(pl.col("_row") + at * count) for at in range(times)], rechunk=True)

    return columns.Frames(again(frames.requests), {name: again(table) for name, table in frames.lists.items()})


def without_lists() -> list[str]:
    """The criteria that read no list."""
    return [one.id for one in policy().criteria if not {fact.name for fact in criterion_facts(one)} & set(LISTS)]


def tables(rows: int, rounds: int) -> dict[str, list[float]]:
    """Seconds for each request, by subject and round. Without the extra `batch` there are no subjects."""
    if not installed():
        return {}
    os.environ["POLARS_MAX_THREADS"] = "1"  # read when Polars is first imported
    requests = cases(*ESI)
    frames = repeated(requests, rows)
    ready = jsonschema_rs.validator_for(json.loads((SCHEMAS / "ready.schema.json").read_text("utf-8")))
    one_by_one: Mapping[str, Callable[[Any], Any]] = {
        BY_HAND: hand.verdicts,
        "judge, one by one": esi.judge,
        "jsonschema-rs, ready, one by one": ready.is_valid,
    }
    found = {name: _each(call, requests, rounds) for name, call in one_by_one.items()}
    with TemporaryDirectory() as folder:
        for name, call in _judges(frames, Path(folder)).items():
            call()
            found[name] = [seconds / frames.requests.height for seconds in (_timed(call) for _ in range(rounds))]
    return found


def _judges(frames: Any, folder: Path) -> dict[str, Callable[[], Any]]:
    import polars as pl
    from wiser_policies import columns

    def judged(of: Any, criteria: list[str]) -> Callable[[], Any]:
        return lambda: columns.judge(*ESI, of, criteria)

    flat = without_lists()
    paths = {name: folder / f"{name}.parquet" for name in ("requests", *LISTS)}
    for name, table in {"requests": frames.requests, **frames.lists}.items():
        table.write_parquet(paths[name])
    lazy = columns.Frames(pl.scan_parquet(paths["requests"]), {name: pl.scan_parquet(paths[name]) for name in LISTS})
    calls = {
        f"columns: the {len(flat)} criteria that read no list": judged(frames, flat),
        "columns: the first 11 of them": judged(frames, flat[:11]),
        "columns: all of them from Parquet": judged(lazy, flat),
        "columns: the rolling window": judged(frames, ["session-limit"]),
        "Polars by hand: sessions in the window, joined": lambda: _window_in_polars(frames),
        "columns: all criteria": judged(frames, []),
        "columns: all criteria from Parquet": judged(lazy, []),
    }
    if find_spec("duckdb"):
        import duckdb

        connection = duckdb.connect()
        connection.execute("SET threads = 1")
        for name, path in paths.items():
            connection.read_parquet(str(path)).create(name)
        calls["DuckDB SQL by hand: sessions in the window"] = lambda: connection.execute(WINDOW_IN_SQL).fetchall()
        there = columns.Frames(connection.table("requests"), {name: connection.table(name) for name in LISTS})
        calls["columns in DuckDB: all criteria"] = lambda: _counted(columns.judge(*ESI, there))
    return calls


def _counted(answers: Any) -> Any:
    """How many answers each column has, for which all of them are computed."""
    return answers.aggregate(", ".join(f'count("{name}")' for name in answers.columns)).fetchall()


def _window_in_polars(frames: Any) -> Any:
    """How many sessions surely lie in the year before the planned one, in its region."""
    import polars as pl

    day = pl.col("service_date")
    return (
        frames.lists["prior_sessions"].lazy()
        .join(frames.requests.lazy().select("_row", "service_date", "planned_region"), on="_row")
        .filter(
            pl.col("session_region") == pl.col("planned_region"),
            pl.col("session_date") > day.dt.offset_by("-12mo"),
            pl.col("session_date") <= day,
        )
        .group_by("_row").agg(pl.len())
        .collect()
    )  # fmt: skip


WINDOW_IN_SQL = """
    SELECT sum(counted) FROM (
        SELECT s._row, count(*) AS counted FROM prior_sessions s JOIN requests r USING (_row)
        WHERE s.session_region = r.planned_region AND s.session_date <= r.service_date
          AND s.session_date > r.service_date - INTERVAL 12 MONTH
        GROUP BY s._row
    )
"""


def _each(call: Callable[[Any], Any], requests: list[dict[str, Any]], rounds: int) -> list[float]:
    def all_of_them() -> None:
        for request in requests:
            call(request)

    all_of_them()
    return [_timed(all_of_them) / len(requests) for _ in range(rounds)]


def _timed(call: Callable[[], Any]) -> float:
    start = process_time()
    call()
    return process_time() - start


def times_faster(found: Mapping[str, list[float]], name: str) -> float:
    """How many times as many requests as the hand-written Python."""
    return median(found[BY_HAND]) / median(found[name])
