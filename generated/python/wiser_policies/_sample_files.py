"""A sample as a file: requests on lines of JSON, as CSV, or as Parquet."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from wiser_policies._sample_rows import Form, Rows
from wiser_policies._sample_wanted import BadSample, Wanted
from wiser_policies._writing import replacing

FORMS: dict[str, Form] = {".ndjson": "ndjson", ".jsonl": "ndjson", ".csv": "csv", ".parquet": "parquet"}
TOGETHER = 500  # rows that are written at once


def form_of(out: str) -> Form:
    """The form that the name of a file says. Raises BadSample."""
    form = FORMS.get(Path(out).suffix.lower())
    if form is None:
        raise BadSample(f"the name of the file says its form: it ends in {', '.join(FORMS)}")
    return form


def texts(rows: Rows, count: int) -> Iterator[str]:
    """The text of a sample in parts."""
    if rows.form == "csv":
        yield ",".join([*rows.wanted.labels, *rows.columns]) + "\n"
    lines = rows.lines(count)
    while part := "".join(islice(lines, TOGETHER)):
        yield part


def write_file(wanted: Wanted, count: int, out: str) -> None:
    """Write a sample as a file that only its owner can read.

    Raises BadSample for a name that says no form, OSError, and ModuleNotFoundError for Parquet without Polars.
    """
    form = form_of(out)
    path = Path(out)
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is not a file, and nothing is written in its place", os.fspath(path))
    if form == "parquet":
        from wiser_policies._sample_parquet import write_table

        rows = Rows(wanted, form)
        with replacing(path, private=True) as file:
            write_table(rows, count, file)
        return
    rows = Rows(wanted, form)
    with replacing(path, private=True) as file:
        for text in texts(rows, count):
            file.write(text.encode())


def print_sample(wanted: Wanted, count: int, write: Callable[[str], object]) -> None:
    """Write a sample to standard output, as lines of JSON."""
    for text in texts(Rows(wanted, "ndjson"), count):
        write(text.removesuffix("\n"))
