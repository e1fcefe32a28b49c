"""The row of an audit: the answer to one request by its ids, and what is counted of it.

A row holds nothing of a request but the reference that its caller named.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias

from wiser_policies._audit_csv import Broken
from wiser_policies._check import NO_POLICY, check, named, newest, validator
from wiser_policies._explanations import Gap
from wiser_policies._index import FACTS
from wiser_policies._json import NotJson, read_json
from wiser_policies._policy import Policy
from wiser_policies._result import Result
from wiser_policies._rules import Problem
from wiser_policies._verdicts import INVALID, MET, OPEN, Outcome, Verdict

Counts: TypeAlias = Counter[tuple[str, ...]]
"""How often each thing was so: keys such as `("outcome", "esi@6.0.0", "ready")`. All of them are our own words."""

Form: TypeAlias = Literal["ndjson", "csv", "parquet"]
Request: TypeAlias = object
"""What a JSON reader returns, or why the row cannot be read: a tuple of `Broken`."""

IN_FORCE = "in-force"  # the criterion of each policy that says on which days of receipt it answers
UNREAD = Result(NO_POLICY, (), {}, (Problem("", "the row cannot be read", "unreadable"),))
NOT_ASKED = "not asked"  # the verdict of a criterion by a version that does not have it
MOST_OF_A_REFERENCE = 200  # signs
COLUMNS = (
    "file", "line", "ref", "policy", "version", "meaning", "as_of", "outcome", "not_met", "missing", "ask", "problems",
)  # fmt: skip
COMPARED = ("against", "before", "after", "changed")
_NUMBERED = re.compile(r"/[0-9]+(?=/|$)")
_QUOTED = re.compile('[",\r\n]')
_FORMULA = re.compile("[=+@\t\r\n-]")  # what a spreadsheet runs as a formula begins so


class How(NamedTuple):
    """How requests are audited.

    `policy` is as for `check`. `against` names a version, or is empty. `reference` is the key or column that names a
    row, and `ignored` has those that are left out.
    """

    policy: str
    against: str
    reference: str
    ignored: tuple[str, ...]
    form: Form


class Answered(NamedTuple):
    """Rows as text, and what is counted of them."""

    text: bytes
    counts: Counts


def columns(how: How) -> tuple[str, ...]:
    """The columns of a table of rows."""
    return COLUMNS + (COMPARED if how.against else ())


# ---------------------------------------------------------------- requests


def of_json(data: bytes, how: How) -> tuple[Request, object]:
    """The request of a JSON document, or its problem; and its reference. As `check_json` reads it."""
    try:
        request = read_json(data)
    except NotJson as error:
        return (Broken("", error.code),), None
    return _without(request, how)


def _without(request: object, how: How) -> tuple[Request, object]:
    """A request without the keys that are none of its facts, and its reference."""
    reference = None
    if type(request) is dict:
        reference = request.pop(how.reference, None) if how.reference else None
        for key in how.ignored:
            request.pop(key, None)
    return request, reference


def answered(file: str, requests: Iterable[tuple[int, tuple[Request, object]]], how: How) -> Answered:
    """The rows of requests with their lines."""
    rows, counts = rows_of(file, requests, how)
    return Answered("".join(rows).encode("utf-8"), counts)


def rows_of(file: str, requests: Iterable[tuple[int, tuple[Request, object]]], how: How) -> tuple[list[str], Counts]:
    """Each row of requests with their lines, and what is counted of them."""
    rows: list[str] = []
    counts: Counts = Counter()
    verdicts: Counter[tuple[str, tuple[Verdict, ...]]] = Counter()
    write = WRITERS[how.form]
    for line, (request, reference) in requests:
        named_by = reference_of(reference)
        broken: tuple[Broken, ...] | None = request if type(request) is tuple else None
        result = UNREAD if broken else check(request, how.policy)
        row = {"file": sendable(file), "line": line, "ref": named_by, **_row(result, broken or result.problems)}
        if how.against:
            row |= _compared(result, request, how.against, counts)
        rows.append(write(row))
        _count(row, result, counts)
        if how.reference and named_by is None:
            counts["no reference",] += 1
        if not result.problems:
            verdicts[_key(result), tuple(result.verdicts.values())] += 1
    for (key, found), times in verdicts.items():
        for number, verdict in enumerate(found):
            counts["verdict", key, str(number), verdict] += times
    return rows, counts


def sendable(name: str) -> str:
    """The name of a file as text: a byte that is not UTF-8 is escaped, as in the answers of `wiser check`."""
    return name.encode("utf-8", "backslashreplace").decode()


def _key(result: Result) -> str:
    return f"{result.policy.id}@{result.policy.version}" if result.policy.id else ""


def reference_of(value: object) -> str | None:
    """The reference of a row: a text or a whole number that fits on a line. Any other is left out, and counted."""
    if type(value) is int:
        return str(value) if abs(value) < 10**MOST_OF_A_REFERENCE else None
    if type(value) is not str or not value:
        return None
    return value if len(value) <= MOST_OF_A_REFERENCE and value.isprintable() else None


# ---------------------------------------------------------------- rows


def _row(result: Result, problems: Sequence[Problem | Broken]) -> dict[str, Any]:
    found = [{"path": problem.path, "code": problem.code} for problem in problems]
    return row_by(result.policy, result.outcome, list(map(gap_in_row, result.gaps())), found)


def gap_in_row(gap: Gap) -> dict[str, Any]:
    """An open criterion as a row has it."""
    return {"id": gap.criterion.id, "verdict": gap.verdict, "missing": [fact.name for fact in gap.missing]}


def row_by(
    policy: Policy, outcome: Outcome, gaps: Sequence[Mapping[str, Any]], problems: Sequence[Mapping[str, str]]
) -> dict[str, Any]:
    """The part of a row that follows its reference."""
    return {
        "policy": policy.id,
        "version": policy.version,
        "meaning": policy.meaning,
        "as_of": policy.effective,
        "outcome": outcome,
        "open": gaps,
        "problems": problems,
    }


def _count(row: Mapping[str, Any], result: Result, counts: Counts) -> None:
    key = _key(result)
    counts["outcome", key, row["outcome"]] += 1
    for fact in {fact for gap in row["open"] for fact in gap["missing"]}:
        counts["gap", key, fact] += 1
    for path, code in {(_NUMBERED.sub("/*", problem["path"]), problem["code"]) for problem in row["problems"]}:
        counts["problem", path, code] += 1


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as the columns of a table: numbers, texts, and lists of texts."""
    gaps: Sequence[Mapping[str, Any]] = row["open"]
    cells = {
        **row,
        "not_met": [gap["id"] for gap in gaps if gap["verdict"] != "missing"],
        "missing": [gap["id"] for gap in gaps if gap["verdict"] == "missing"],
        "ask": list(dict.fromkeys(fact for gap in gaps for fact in gap["missing"])),
        "problems": [f"{problem['path'] or '/'} {problem['code']}" for problem in row["problems"]],
    }
    if "changed" in row:
        cells["changed"] = [f"{one['id']}: {one['before']} -> {one['after']}" for one in row["changed"]]
    return {name: cells[name] for name in COLUMNS + (COMPARED if "changed" in row else ())}


def _as_json(row: Mapping[str, Any]) -> str:
    return json.dumps(row) + "\n"


def _as_flat_json(row: Mapping[str, Any]) -> str:
    return _as_json(_flat(row))


def _as_csv(row: Mapping[str, Any]) -> str:
    cells = _flat(row).values()
    return as_record([";".join(cell) if isinstance(cell, list) else "" if cell is None else cell for cell in cells])


WRITERS: Mapping[Form, Callable[[Mapping[str, Any]], str]] = {
    "ndjson": _as_json, "csv": _as_csv, "parquet": _as_flat_json,
}  # fmt: skip


def beginnings(form: Form, file: str) -> Callable[[int, str | None], str]:
    """A function that makes the beginning of a row of a file from its line and its reference."""
    name = _cell(file) if form == "csv" else json.dumps(file)
    if form == "csv":
        return lambda line, reference: f"{name},{line},{_cell(reference or '')}"
    return lambda line, reference: f'{{"file": {name}, "line": {line}, "ref": {json.dumps(reference)}'


def as_record(cells: Iterable[object]) -> str:
    """A record of a CSV file. A text that a spreadsheet would run as a formula gets an apostrophe before it."""
    return ",".join(_cell(str(cell)) for cell in cells) + "\n"


def _cell(text: str) -> str:
    text = f"'{text}" if _FORMULA.match(text) else text
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


# ---------------------------------------------------------------- two versions


def compared_version(name: str) -> str:
    """The version that `--against` names, in full. Raises LookupError."""
    id, version = named(name)
    key = f"{id}@{version or newest(id)}"
    if validator(key).POLICY.program:
        raise LookupError(f"{name} is a program; name a version of a policy, such as esi@1.0.0")
    return key


def _compared(result: Result, request: Request, against: str, counts: Counts) -> dict[str, Any]:
    """What another version of the same policy says of a request, as if both were in force on its day of receipt."""
    other = validator(against)
    if result.policy.id != other.POLICY.id:
        return {"against": "", "before": "", "after": "", "changed": []}
    asked = {fact.name for fact in other.POLICY.facts}
    stated = request if type(request) is dict else {}
    then = other.check({key: value for key, value in stated.items() if key in asked or key not in FACTS})
    before, after = _as_in_force(result), _as_in_force(then)
    changed = [
        {"id": id, "before": was, "after": now}
        for id, was, now in _differences(result, then)
        if was != now and not {was, now}.isdisjoint(OPEN)
    ]
    counts["against", before, after] += 1
    for one in changed if before != after else ():
        counts["changed", before, after, one["id"], one["before"], one["after"]] += 1
    return {"against": against, "before": before, "after": after, "changed": changed}


def _as_in_force(result: Result) -> Outcome:
    """The outcome of a request if its version is in force on the day of receipt."""
    if result.problems:
        return INVALID
    verdicts = tuple(MET if id == IN_FORCE else verdict for id, verdict in result.verdicts.items())
    return Result(result.policy, verdicts, {}).outcome


def _differences(one: Result, other: Result) -> Iterable[tuple[str, str, str]]:
    """The criteria of scope and requirement, each with its verdict by both versions."""
    if one.problems or other.problems:
        return
    effects = {c.id: c.effect for result in (other, one) for c in result.policy.criteria if c.id != IN_FORCE}
    was, now = one.verdicts, other.verdicts
    for id, effect in effects.items():
        if effect != "advisory":
            yield id, was.get(id, NOT_ASKED), now.get(id, NOT_ASKED)
