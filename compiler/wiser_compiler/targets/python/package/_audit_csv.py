"""Requests in a CSV file: a column for each fact, a record for each request.

Records are cut as RFC 4180 has them. A cell is text until the rule of its fact says what it may be; then it is read as
the same value would be in JSON. Nothing is rounded, trimmed or guessed: any other cell stays text, and the rule
refuses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import Any, BinaryIO, Literal, NamedTuple, TypeAlias, assert_never

from wiser_policies._check import choose, named, validator, version_on
from wiser_policies._index import FACTS, POLICIES, PROGRAMS
from wiser_policies._json import MOST_BYTES, NotJson, read_json
from wiser_policies._policy import Fact, FactKind
from wiser_policies._rules import guess
from wiser_policies._verdicts import ProblemCode

MARK = b"\xef\xbb\xbf"  # the byte-order mark that spreadsheets put before UTF-8
SEPARATOR = re.compile(" *; *")  # between the items of a set, or codes
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
# Spreadsheets and data frames write the two values of JSON with capitals.
YES_NO: Mapping[str, bool] = {
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
RowCode: TypeAlias = ProblemCode | Literal["not-csv"]


class Broken(NamedTuple):
    """Why a row cannot be read: a JSON pointer, and the kind of problem. `not-csv` is that of the row itself."""

    path: str
    code: RowCode


NOT_CSV = Broken("", "not-csv")
TOO_LARGE = Broken("", "too-large")


class BadHeader(ValueError):
    """The first line does not name the columns. The message says which column, and repeats none: it may be a row."""


class Column(NamedTuple):
    """A column of a fact; with `item`, of an item of findings."""

    at: int
    fact: str
    item: str


class Layout(NamedTuple):
    """The columns of a file: `reference` is the place of the one that names a row, or -1."""

    width: int
    columns: tuple[Column, ...]
    reference: int


# ---------------------------------------------------------------- records


def records_of(file: BinaryIO, first: int = 1) -> Iterator[tuple[int, bytes, int]]:
    """Each record with the number of the line that it begins on, and of the one behind it, and its line end.

    A record that is larger than allowed is cut one byte behind the limit. One with a quotation mark in the wrong place
    ends with its line. Lines without any sign are passed over.
    """
    record, begun, line, state = bytearray(), first, first, _BEGIN
    while piece := file.readline(MOST_BYTES + 1):
        fresh = state is _BEGIN and not record
        if fresh and _RECORD.fullmatch(piece):
            line += 1
            if piece not in (b"\n", b"\r\n"):
                yield line - 1, piece, line
            continue
        if fresh:
            begun = line
        record += piece[: MOST_BYTES + 1 - len(record)]
        line += piece.endswith(b"\n")
        state = _behind(state, piece)
        if state is _END:
            yield begun, bytes(record), line
            record, state = bytearray(), _BEGIN
    if record:
        yield begun, bytes(record), line


# Where the reader is in a record: before a cell, in a plain or quoted one, behind a quotation mark or a carriage return
# in one, in a record that is no CSV, or behind it.
_BEGIN, _PLAIN, _QUOTED, _MARK, _RETURN, _WRONG, _END = range(7)
_SIGN = re.compile(rb'[",\n]')
_ONE = rb'(?:"[^"]*+(?:""[^"]*+)*+"|[^",\n]*+)'
_RECORD = re.compile(rb"(?:%b,)*+%b\r?\n" % (_ONE, _ONE))  # one that ends with its line, as most do


def _behind(state: int, piece: bytes) -> int:
    """The state of the reader after a piece of a record. The piece has no line end but at its own end."""
    at, size = 0, len(piece)
    while at < size:
        if state in (_QUOTED, _WRONG):
            found = piece.find(b'"' if state == _QUOTED else b"\n", at)
            if found < 0:
                return state
            state, at = (_MARK if state == _QUOTED else _END), found + 1
        elif state == _PLAIN:
            sign = _SIGN.search(piece, at)
            if sign is None:
                return state
            state, at = {b",": _BEGIN, b"\n": _END, b'"': _WRONG}[sign[0]], sign.end()
        else:
            state, at = _next(state, piece[at]), at + 1
    return state


def _next(state: int, sign: int) -> int:
    """The state of the reader after one sign, if the next sign decides it."""
    if sign == ord("\n"):
        return _END
    if state == _RETURN:
        return _WRONG
    if sign == ord(","):
        return _BEGIN
    if state == _BEGIN:
        return _QUOTED if sign == ord('"') else _PLAIN
    return {ord('"'): _QUOTED, ord("\r"): _RETURN}.get(sign, _WRONG)


_CELL = re.compile(r'(?:"([^"]*+(?:""[^"]*+)*+)"|([^",\r\n]*+))(,|\Z)')


def cells_of(record: bytes) -> list[str] | Broken:
    """The cells of a record."""
    if len(record) > MOST_BYTES:
        return TOO_LARGE
    try:
        text = record.decode("utf-8")
    except UnicodeDecodeError:
        return NOT_CSV
    text = text.removesuffix("\n").removesuffix("\r") if text.endswith("\n") else text
    if '"' not in text:
        return NOT_CSV if "\r" in text else text.split(",")
    cells, at = [], 0
    while found := _CELL.match(text, at):
        quoted = found[1]
        cells.append(found[2] if quoted is None else quoted.replace('""', '"'))
        if not found[3]:
            return cells
        at = found.end()
    return NOT_CSV


# ---------------------------------------------------------------- the header


def layout_of(record: bytes, reference: str, ignored: Sequence[str]) -> Layout:
    """The columns that the first record names. Raises BadHeader."""
    cells = cells_of(record.removeprefix(MARK))
    if isinstance(cells, Broken):
        raise BadHeader("its first line does not name the columns, as CSV in UTF-8")
    return layout(cells, reference, ignored)


def layout(names: Sequence[str], reference: str, ignored: Sequence[str]) -> Layout:
    """The columns of these names. Raises BadHeader."""
    columns, at = [], -1
    for number, name in enumerate(names, 1):
        if name in names[: number - 1]:
            raise BadHeader(f"column {number} has the name of column {names.index(name) + 1}")
        fact, dot, item = name.partition(".")
        if name == reference and reference:
            at = number - 1
        elif name in ignored:
            continue
        elif fact not in FACTS or (dot and not item):
            near = guess([fact], list(FACTS))
            raise BadHeader(
                f"column {number} of {len(names)} is named like no fact{near or '.'} If it is none, name it by --ref or"
                " --ignore"
            )
        else:
            columns.append(Column(number - 1, fact, item))
    whole = {column.fact for column in columns if not column.item}
    if twice := sorted({column.fact for column in columns if column.item} & whole):
        raise BadHeader(f"{twice[0]} has a column of its own and columns for its items")
    if reference and at < 0:
        raise BadHeader("no column has the name that --ref gives")
    return Layout(len(names), tuple(columns), at)


# ---------------------------------------------------------------- cells


def request_of(record: bytes, layout: Layout, policy: str) -> tuple[dict[str, Any] | tuple[Broken, ...], str | None]:
    """The request of a record, or why it cannot be read; and its reference."""
    cells = cells_of(record)
    if isinstance(cells, Broken):
        return (cells,), None
    if len(cells) != layout.width:
        return (NOT_CSV,), None
    stated = {(column.fact, column.item): cells[column.at] for column in layout.columns if cells[column.at]}
    reference = cells[layout.reference] if layout.reference >= 0 else None
    return _request(stated, policy), reference


def _request(stated: Mapping[tuple[str, str], str], policy: str) -> dict[str, Any] | tuple[Broken, ...]:
    facts = _facts(*_version(stated, policy))
    request: dict[str, Any] = {}
    unread: list[Broken] = []
    for (name, item), cell in stated.items():
        try:
            if item:
                request.setdefault(name, {})[item] = YES_NO.get(cell, cell)
            else:
                request[name] = _value((facts.get(name) or _elsewhere(name)).kind, cell)
        except NotJson as error:
            unread.append(Broken(f"/{name}", error.code))
    return tuple(unread) or request


def _version(stated: Mapping[tuple[str, str], str], policy: str) -> tuple[str, str]:
    """The version that answers the request, or the one of the program where none does."""
    id, version = named(policy) if policy else ("", "")
    if version:
        return id, version
    codes, received = stated.get(("codes", ""), ""), stated.get(("received_date", ""))
    with suppress(NotJson):  # told when the cell itself is read
        if not id and (chosen := choose({"codes": _items(codes), "received_date": received})):
            return chosen
    entry = next((entry for entry in (*POLICIES, *PROGRAMS) if entry.id == id), (*PROGRAMS, *POLICIES)[0])
    return entry.id, version_on(entry, received).version


@lru_cache(64)
def _facts(id: str, version: str) -> dict[str, Fact]:
    return {fact.name: fact for fact in validator(id, version).POLICY.facts}


def _elsewhere(name: str) -> Fact:
    """A fact that the version does not ask for, as the first version that asks for it declares it."""
    return _facts(*named(FACTS[name][0]))[name]


def _value(kind: FactKind, cell: str) -> Any:
    """The value of a cell that is not empty. Raises NotJson where it is JSON and cannot be read."""
    match kind:
        case "yes_no":
            return YES_NO.get(cell, cell)
        case "number":
            return _number(cell)
        case "codes" | "set":
            return _items(cell)
        case "findings":
            return read_json(cell) if cell.startswith("{") else cell
        case "list":
            return read_json(cell) if cell.startswith("[") else cell
        case "note" | "date" | "choice":
            return cell
        case _:
            assert_never(kind)


@lru_cache(4096)
def _number(cell: str) -> Any:
    return read_json(cell) if NUMBER.fullmatch(cell) else cell


def _items(cell: str) -> Any:
    """The items of a cell: a list in JSON, or texts with `;` between them."""
    return read_json(cell) if cell.startswith("[") else SEPARATOR.split(cell) if cell else None
