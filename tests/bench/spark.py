"""Spark with one thread and with two: `python -m tests.bench.spark`, or with `--rows 1000000` for a first look.

The requests are those of the boundary cases, over and over: Spark numbers them anew for each time. What is judged is
counted by outcome, and for each criterion how often it is met, so that Spark leaves no verdict out. The counts have to
be those of the validator, as many times. Java is new for each number of threads, and has judged a hundredth before.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from wiser_policies import columns, validator
from wiser_policies.columns import Frames

from ..spark import spark, stored
from .tables import cases

AT_ONCE = 250_000  # requests of one task


def main() -> None:
    """Judge with each number of threads, and print the seconds."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.spark", description="Spark with one thread and two.")
    parser.add_argument("--rows", type=int, default=50_000_000, help="requests (50000000)")
    parser.add_argument("--policy", default="esi@6.0.0", help="the version that judges them (esi@6.0.0)")
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2], help="numbers of threads (1 2)")
    options = parser.parse_args()
    if len(options.threads) == 1:
        print(json.dumps(judged(options.policy, options.rows, options.threads[0])))
        return
    command = [sys.executable, "-m", __spec__.name, "--policy", options.policy, "--rows", str(options.rows)]
    found = []
    for threads in options.threads:
        told = subprocess.run([*command, "--threads", str(threads)], stdout=subprocess.PIPE, check=True).stdout
        found.append(json.loads(told.splitlines()[-1]))
        print(written(found[0], found[-1]), flush=True)


def written(first: dict[str, float], one: dict[str, float]) -> str:
    """A line of figures, beside the first number of threads."""
    return (
        f"local[{one['threads']}]: {one['rows']:,} requests, {one['seconds']:.0f} s on the wall, x "
        f"{first['seconds'] / one['seconds']:.2f}; {one['processor']:.0f} s of processor time of the tasks, x "
        f"{one['processor'] / first['processor']:.2f}; load {one['load']:.1f}"
    )


def judged(key: str, rows: int, threads: int) -> dict[str, float]:
    """The seconds that Spark takes with so many threads, on the wall and of the processor time of its tasks."""
    id, _, version = key.partition("@")
    module = validator(id, version)
    requests = cases(id, version)
    with TemporaryDirectory() as folder, spark(Path(folder), threads, memory="4g") as session:
        tables = stored(session, folder, columns.frames(id, version, requests))
        for times in (max(1, rows // 100 // len(requests)), rows // len(requests)):
            before, start = processor(session), perf_counter()
            found = counted(session, (id, version), tables, len(requests), times)
            seconds, used = perf_counter() - start, processor(session) - before
            if found != (meant := expected(module, requests, times)):
                raise RuntimeError(f"Spark counts {found}, and the validator {meant}")
    return {
        "threads": threads,
        "rows": times * len(requests),
        "seconds": seconds,
        "processor": used,
        "load": os.getloadavg()[0],
    }


def counted(session: Any, version: tuple[str, str], tables: Frames, count: int, times: int) -> dict[str, int]:
    """How many requests have each outcome, and how many meet each criterion."""
    from pyspark.sql import functions as F  # noqa: N812  # as Spark's own pages call it

    parts = max(8, count * times // AT_ONCE)
    session.conf.set("spark.sql.shuffle.partitions", str(parts))
    session.conf.set("spark.sql.codegen.hugeMethodLimit", "8000")  # Java compiles no longer method

    def again(table: Any) -> Any:
        turns = session.range(0, times, 1, parts).withColumnRenamed("id", "_turn")
        made = turns.crossJoin(F.broadcast(table))
        return made.withColumn("_row", F.col("_turn") * count + F.col("_row")).drop("_turn")

    repeated = Frames(again(tables.requests), {name: again(table) for name, table in tables.lists.items()})
    answers = columns.judge(*version, repeated)
    counts = [F.count_if(F.col(f"`{id}`") == "met").alias(id) for id in columns.schema(*version).criteria]
    found: Counter[str] = Counter()
    for row in answers.groupBy("outcome").agg(F.count("*").alias("_requests"), *counts).collect():
        told = row.asDict()
        found.update({told.pop("outcome"): told.pop("_requests")} | told)
    return {name: number for name, number in found.items() if number}


def expected(module: Any, requests: list[dict[str, Any]], times: int) -> dict[str, int]:
    """The same counts by the validator."""
    found: Counter[str] = Counter()
    for request in requests:
        result = module.judge(request)
        found.update([result.outcome, *(id for id, verdict in result.verdicts.items() if verdict == "met")])
    return {name: number * times for name, number in found.items()}


def processor(session: Any) -> float:
    """Seconds of processor time that the tasks of a session have used so far."""
    java, status = session.sparkContext._jvm, session.sparkContext._jsc.sc().statusStore()
    no_quantiles = session.sparkContext._gateway.new_array(java.double, 0)
    stages = status.stageList(None, False, False, no_quantiles, java.java.util.ArrayList())
    return sum(stages.apply(at).executorCpuTime() for at in range(stages.size())) / 1e9


if __name__ == "__main__":
    main()
