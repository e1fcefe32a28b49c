"""Policy to tables of requests at its bounds: ON, OFF, IN, OUT and missing, each with the expected result.

The tables are for the tests of applications. Their results come from the encoded policy, so they agree with any mistake
in it; only the examples that people wrote by hand show that a bound is the one of the source.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from json import JSONEncoder
from typing import Any

from wiser_compiler.core.model import Policy
from wiser_compiler.core.words import bound_words, formula
from wiser_compiler.json_text import in_rows
from wiser_compiler.targets.cases.rows import NoRow, Row, rows_of
from wiser_compiler.targets.output import Gap, Output

ABOUT = (
    "Requests just below, at and just above every bound of the policy, and without what the bound is about, each with "
    "the verdict and the outcome that the policy gives. `point` is the name of such a request in tests of boundaries: "
    "ON the edge, OFF it with the other answer, IN where the test is met, OUT where it is not. A bound that compares "
    "two facts has two more, from a second base. They show where the bounds turn as they are encoded. That a "
    "bound is what the source says is shown by the examples written by hand in the policy, and not by these rows."
)
COLUMNS = (
    "policy", "version", "criterion", "line", "bound", "quote", "test", "side", "point", "base", "fact", "verdict",
    "outcome", "example", "reason", "request",
)  # fmt: skip
_compact = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
FORMULA = ("=", "+", "-", "@")  # a spreadsheet takes a cell that begins with one of these for a formula


def cases(policy: Policy) -> Output:
    """The table of a policy as JSON and as CSV; none where nothing in the policy has a bound."""
    found = list(rows_of(policy))
    if not found:
        return Output({})
    rows = [_cells(policy, row) for row in found]
    path = f"cases/{policy.id}/{policy.version}"
    gaps = (
        Gap(row.criterion, f"cases has no row {_where(row)} of `{formula(row.edge)}`: {row.reason}")
        for row in found
        if isinstance(row, NoRow) and row.possible
    )
    files = {f"{path}.json": _json(policy, rows), f"{path}.csv": _csv(rows)}
    return Output(files, tuple(dict.fromkeys(gaps)), rows=sum(isinstance(row, Row) for row in found))


def _cells(policy: Policy, row: Row | NoRow) -> dict[str, Any]:
    """A row by its columns. A row without a request has the reason."""
    says = row.place.says
    known: dict[str, Any] = {
        "policy": policy.id,
        "version": policy.version,
        "criterion": row.criterion,
        "line": says.span.line,
        "bound": says.answer or " and ".join(map(bound_words, says.bounds)),
        "quote": says.quote,
        "test": formula(row.edge),
        "side": row.side,
        "point": row.point,
        "base": row.base,
    }
    if isinstance(row, NoRow):
        return known | {"reason": row.reason}
    expected = {"fact": row.fact, "verdict": row.verdict, "outcome": row.outcome, "example": row.example}
    return known | expected | {"request": row.request}


def _where(row: NoRow) -> str:
    return f"{row.side} the edge, from a second base," if row.base == "second" else row.side


def _json(policy: Policy, rows: Sequence[Mapping[str, Any]]) -> str:
    """The table as JSON: the rows, and then the sides of bounds without a row."""
    head = {"about": ABOUT, "policy": policy.id, "version": policy.version}
    tests = [row for row in rows if "request" in row]
    others = [row for row in rows if "request" not in row]
    return in_rows({**head, "rows": tests, "no_rows": others})


def _csv(rows: Sequence[Mapping[str, Any]]) -> str:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(row.get(column, "")) for column in COLUMNS] for row in rows)
    return text.getvalue()


def _cell(value: Any) -> str:
    """One line of text that no spreadsheet takes for a formula."""
    mapping = isinstance(value, Mapping)
    text = _compact(value) if mapping else " ".join(str(value).split())
    return f"'{text}" if text.startswith(FORMULA) else text
