"""Tables of requests: a frame of the requests, and a frame of the records of each list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Frames:
    """The table of requests, and for each list the table of its records, all of one engine.

    `requests` has a row for each request, numbered from 0 in `_row`. A table in `lists` has a row for each record, with
    the `_row` of its request. Frames of Polars, or whatever Narwhals takes: relations of DuckDB, frames of Spark.
    """

    requests: Any
    lists: Mapping[str, Any] = field(default_factory=dict)
