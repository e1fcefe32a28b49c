"""The files of an audit, cut into blocks of whole rows that are answered one by one, in any process.

A block knows the place after it, where a later run can go on. No file is held in memory as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from io import BufferedReader, BytesIO
from itertools import islice
from typing import NamedTuple, TypeAlias

from wiser_policies._audit_csv import Layout, layout_of, records_of, request_of
from wiser_policies._audit_rows import Answered, How, Request, answered, of_json
from wiser_policies._batch import CHUNK, SUFFIXES, lines_of, requests_in
from wiser_policies._files import open_file
from wiser_policies._json import MOST_BYTES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

BLOCK = 1 << 19  # bytes of a file that are answered at once
FEW = 1 << 16  # bytes that are sooner answered one by one
FAST_BLOCK = 1 << 25  # where they are answered by tables
ROWS = 2_000  # rows of a table that are answered at once
MOST_OF_A_HEADER = 100_000  # bytes
KINDS = (".ndjson", ".jsonl", ".json", ".csv", ".parquet")

Row: TypeAlias = tuple[Request, object]


class Unfit(Exception):
    """A file that cannot be audited. The message begins with its name."""


class Place(NamedTuple):
    """Where the next row begins: the number of the file, the byte in it, or how many of its rows were read, and the
    number of the line.
    """

    file: int
    offset: int
    line: int


class Block(NamedTuple):
    """Rows of a file: lines as one text from the line `first` on, or records, documents or values with their lines.

    `after` is the place behind it and `read` how many bytes of the file lie before that. `cut` says that the file does
    not end with the end of a line.
    """

    name: str
    kind: str
    first: int
    data: bytes | Sequence[tuple[int, Any]]
    layout: Layout | None
    after: Place
    read: int
    cut: bool = False


def answer(block: Block, how: How) -> Answered:
    """The rows of a block."""
    if isinstance(block.data, bytes) and len(block.data) >= FEW and (fast := _fast(how)):
        return fast(block.name, block.first, block.data, how)
    return answered(block.name, _rows(block, how), how)


def _rows(block: Block, how: How) -> Iterator[tuple[int, Row]]:
    if isinstance(block.data, bytes):
        for line, data in lines_of(BytesIO(block.data), first=block.first):
            yield line, of_json(data, how)
        return
    for line, value in block.data:
        if block.layout is not None:
            yield line, request_of(value, block.layout, how.policy)
        elif block.kind == ".parquet":
            yield line, value
        else:
            yield line, of_json(value, how)


@lru_cache(1)
def _fast(how: How) -> Callable[[str, int, bytes, How], Answered] | None:
    """The function that answers many lines at once; None without the extra `batch`, or to compare two versions."""
    if how.against:
        return None
    try:
        from wiser_policies._audit_fast import answer_lines
    except ImportError:
        return None
    return answer_lines


def kind_of(name: str) -> str:
    """The kind of a file by its name. Raises Unfit."""
    found = next((kind for kind in KINDS if name.lower().endswith(kind)), "")
    if not found:
        raise Unfit(f"{name}: the name of a file to audit ends in {', '.join(KINDS[:-1])} or {KINDS[-1]}")
    return found


def checked(name: str, how: How) -> int:
    """The bytes of a file that can be audited. Raises Unfit, and OSError where it cannot be read."""
    with open_file(name) as file:
        size = file.seek(0, 2)
        if size == 0:
            raise Unfit(f"{name}: it is empty")
        file.seek(0)
        if kind_of(name) == ".csv":
            _header(file, name, how)
    if kind_of(name) == ".parquet":
        try:
            from wiser_policies._audit_parquet import BadTable, layout_of_table
        except ModuleNotFoundError:
            raise Unfit(f"{name}: to read Parquet needs Polars; pip install 'wiser-policies[batch]'") from None
        try:
            layout_of_table(name, how)
        except BadTable as why:
            raise Unfit(f"{name}: {why}") from None
    return size


def blocks(names: Sequence[str], how: How, start: Place) -> Iterator[Block]:
    """The blocks of all files from a place on."""
    for number in range(start.file, len(names)):
        at = start if number == start.file else Place(number, 0, 1)
        yield from _blocks(names[number], how, at)


def _blocks(name: str, how: How, start: Place) -> Iterator[Block]:
    kind = kind_of(name)
    if kind == ".parquet":
        from wiser_policies._audit_parquet import values_in

        yield from _grouped(name, kind, values_in(name, how, start.offset), start)
        return
    with open_file(name) as file:
        if kind in SUFFIXES:
            yield from _of_lines(file, name, kind, start, FAST_BLOCK if _fast(how) else BLOCK)
        elif kind == ".csv":
            yield from _of_records(file, name, how, start)
        else:
            _, documents = requests_in(file, name)
            items = islice(documents, start.offset, None)
            found = ((_line(place.removeprefix(name)), data, file.tell()) for place, data in items)
            yield from _grouped(name, kind, found, start)


def _of_lines(file: BufferedReader, name: str, kind: str, start: Place, size: int) -> Iterator[Block]:
    offset, line = start.offset, start.line
    file.seek(offset)
    while data := _whole_lines(file, size):
        offset = file.tell()
        number = data.count(b"\n")
        yield Block(name, kind, line, data, None, Place(start.file, offset, line + number), offset)
        line += number


def _whole_lines(file: BufferedReader, size: int) -> bytes:
    """The next lines of a file. One that is longer than allowed is cut behind the limit."""
    data = file.read(size)
    if not data or data.endswith(b"\n"):
        return data
    rest = file.readline(MOST_BYTES + 1)
    data += rest
    while len(rest) > 0 and not rest.endswith(b"\n"):  # the line is longer than allowed, or the last one
        rest = file.readline(CHUNK)
    return data if data.endswith(b"\n") or not rest else data + b"\n"


def _of_records(file: BufferedReader, name: str, how: How, start: Place) -> Iterator[Block]:
    layout, header, second = _header(file, name, how)
    offset, line = (start.offset, start.line) if start.offset else (header, second)
    file.seek(offset)
    found: list[tuple[int, bytes]] = []
    size, cut = 0, False
    for number, record, line in records_of(file, line):  # noqa: B020 - the line behind the last record
        found.append((number, record))
        size += len(record)
        cut = not record.endswith(b"\n") and len(record) <= MOST_BYTES
        if size >= BLOCK:
            offset = file.tell()
            yield Block(name, ".csv", number, found, layout, Place(start.file, offset, line), offset, cut)
            found, size = [], 0
    if found:
        offset = file.tell()
        yield Block(name, ".csv", line, found, layout, Place(start.file, offset, line), offset, cut)


def _header(file: BufferedReader, name: str, how: How) -> tuple[Layout, int, int]:
    """The columns of a file, where its first record ends, and the line behind it. Raises Unfit."""
    from wiser_policies._audit_csv import BadHeader

    for _, record, line in records_of(file):
        if len(record) > MOST_OF_A_HEADER:
            break
        try:
            return layout_of(record, how.reference, how.ignored), file.tell(), line
        except BadHeader as why:
            raise Unfit(f"{name}: {why}") from None
    raise Unfit(f"{name}: its first line does not name the columns")


def _line(place: str) -> int:
    """The line of a request, or its number in an array, from 1: `:17`, `#/16`, or nothing for a single document."""
    return int(place[1:]) if place.startswith(":") else int(place[2:]) + 1 if place else 1


def _grouped(name: str, kind: str, values: Iterator[tuple[int, Any, int]], start: Place) -> Iterator[Block]:
    """Blocks of values, each with its line and the bytes that were read up to it."""
    offset = start.offset
    while found := list(islice(values, ROWS)):
        offset += len(found)
        line, _, read = found[-1]
        data = [(number, value) for number, value, _ in found]
        yield Block(name, kind, data[0][0], data, None, Place(start.file, offset, line + 1), read)
