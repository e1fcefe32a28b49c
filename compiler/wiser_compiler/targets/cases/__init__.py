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

from wiser_compiler.core.evaluate import MISSING, NOT_MET
from wiser_compiler.core.model import Policy
from wiser_compiler.core.words import bound_words, formula
from wiser_compiler.json_text import in_rows
from wiser_compiler.targets.cases.rows import Base, NoRow, Row, rows_of
from wiser_compiler.targets.output import Gap, Output

FORM = "wiser-cases/1"
ABOUT = (
    "Requests just below, at and just above every bound of the policy, and without what the bound is about, each with "
    "the verdict and the outcome that the policy gives. A request is that of its base with the facts of `change` in "
    "place of its own; null leaves a fact out. `point` is its name in tests of boundaries: ON the edge, OFF it with "
    "the other answer, IN where the test is met, OUT where it is not. A bound that compares two facts has two more, of "
    "a second series. They show where the bounds turn as they are encoded. That a bound is what the source says is "
    "shown by the examples written by hand in the policy, and not by these rows."
)
COLUMNS = (
    "policy", "version", "id", "criterion", "bound", "quote", "test", "side", "point", "series", "fact", "from",
    "value", "verdict", "outcome", "also_changed", "base", "change", "reason",
)  # fmt: skip
_compact = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
FORMULA = ("=", "+", "-", "@")  # a spreadsheet takes a cell that begins with one of these for a formula


def cases(policy: Policy) -> Output:
    """The table of a policy as JSON and as CSV; none where nothing in the policy has a bound."""
    found = list(rows_of(policy))
    if not found:
        return Output({})
    rows = [_cells(row) for row in found if isinstance(row, Row)]
    others = [_cells(row) for row in found if isinstance(row, NoRow)]
    table = {
        "form": FORM,
        "about": ABOUT,
        "policy": policy.id,
        "version": policy.version,
        "bases": {row.base.name: _base(policy, row.base) for row in found if isinstance(row, Row)},
        "rows": rows,
        "no_rows": others,
    }
    path = f"cases/{policy.id}/{policy.version}"
    gaps = (
        Gap(row.criterion, f"cases has no row {_where(row)} of `{formula(row.edge)}`: {row.reason}")
        for row in found
        if isinstance(row, NoRow) and row.possible
    )
    files = {f"{path}.json": in_rows(table), f"{path}.csv": _csv(policy, [*rows, *others])}
    return Output(files, tuple(dict.fromkeys(gaps)), rows=len(rows))


def _cells(row: Row | NoRow) -> dict[str, Any]:
    """A row by its columns. A row without a request has the reason."""
    says = row.place.says
    known: dict[str, Any] = {
        "id": row.id,
        "criterion": row.criterion,
        "bound": says.answer or " and ".join(map(bound_words, says.bounds)),
        "quote": says.quote,
        "test": formula(row.edge),
        "side": row.side,
        "point": row.point,
        "series": row.series,
    }
    if isinstance(row, NoRow):
        return known | {"reason": row.reason}
    return known | {
        "fact": row.fact,
        "from": row.was,
        "value": row.value,
        "verdict": row.verdict,
        "outcome": row.outcome,
        "also_changed": row.also_changed,
        "base": row.base.name,
        "change": row.change,
    }


def _base(policy: Policy, base: Base) -> dict[str, Any]:
    """A base, and the criteria that keep it from being ready."""
    left = [one.id for one in policy.criteria if one.effect != "advisory"]
    return {
        "outcome": base.outcome,
        "open": {id: base.verdicts[id] for id in left if base.verdicts[id] in (MISSING, NOT_MET)},
        "request": base.request,
    }


def _where(row: NoRow) -> str:
    return f"{row.side} the edge, from a second base," if row.series == "second" else row.side


def _csv(policy: Policy, rows: Sequence[Mapping[str, Any]]) -> str:
    """The rows and the sides without one. A file in this form has no head, so each row says the policy too."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        cells = {"policy": policy.id, "version": policy.version, **row}
        writer.writerow([_cell(cells.get(column)) for column in COLUMNS])
    return text.getvalue()


def _cell(value: Any) -> str:
    """One line of text that no spreadsheet takes for a formula; nothing for no value and for an empty object."""
    if isinstance(value, str):
        text = " ".join(value.split())
    else:
        text = "" if value is None or value == {} else _compact(value)
    return f"'{text}" if text.startswith(FORMULA) else text
