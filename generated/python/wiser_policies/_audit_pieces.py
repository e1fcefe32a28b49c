"""Requests in lines of JSON as numbers, read piece by piece: equal pieces are read once.

A line as programs write it is cut wherever a comma stands before a quotation mark. Many lines consist of few different
pieces, so most of the work is done by numbers: a piece is the number of its text, and what a piece says depends on its
text and on where it stands alone. That is found out once, by the strict reader, for each piece in each place.

Whatever is not certain, such as a key that stands twice, is left to the strict reader as a whole line. Needs the extra
`batch`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, assert_never

import numpy as np
import polars as pl
from wiser_policies._check import named, validator
from wiser_policies._index import FACTS
from wiser_policies._json import MOST_BYTES, NotJson, read_json
from wiser_policies._policy import Fact

MOST_PIECES = 40_000  # that are remembered; then all are forgotten
MOST_COLUMNS = 2_000  # likewise
DEEPEST = 4  # a piece that begins so deep is not certain
KEYS = 13  # bits for the number of a key
PLAIN = object()  # the value of a reference that is in the line's own text
_PLAIN = r'^ ?(?:"(?P<text>[^"\\\x00-\x1f]*)"|(?P<number>[1-9][0-9]{0,14}))$'
_PART = re.compile(r'"(?:[^"\\\x00-\x1f]|\\.)*+"|[\[\]{},:]|[^\s"\[\]{},:]+| +')
_ENDS = {"{": "}", "[": "]"}


class Cell(NamedTuple):
    """What a table has a column for: a fact, or an item of findings, of a set or of codes. `""` is for no item.

    In a record `fact` is the field.
    """

    fact: str
    item: str = ""


Said = list[tuple[Cell, Any]]


class Meaning(NamedTuple):
    """What a piece says in its place: of the request, of the record that is open, and of one that it begins."""

    request: Said
    open: Said
    begun: Said | None


class Cells:
    """The columns of a table and their values: a value is its number in its column, from 1; 0 is for none."""

    def __init__(self) -> None:
        self.places: dict[Cell, int] = {}
        self.values: list[list[Any]] = []
        self._numbers: list[dict[tuple[bool, Any], int]] = []

    def number(self, cell: Cell, value: Any) -> tuple[int, int]:
        """The column of a cell, and the number of a value in it."""
        place = self.places.setdefault(cell, len(self.values))
        if place == len(self.values):
            self.values.append([None])
            self._numbers.append({})
        key = type(value) is bool, value  # True is no number here
        number = self._numbers[place].setdefault(key, len(self.values[place]))
        if number == len(self.values[place]):
            self.values[place].append(value)
        return place, number


class Growing:
    """Rows of numbers that are appended one by one and read by columns."""

    def __init__(self, width: int) -> None:
        self._columns: Any = np.zeros((width, 0), np.int32)
        self.rows: list[tuple[int, ...]] = []

    def columns(self) -> Any:
        """An array for each column."""
        known = self._columns.shape[1]
        if known < len(self.rows):
            new = np.array(self.rows[known:], np.int32).T
            self._columns = np.ascontiguousarray(np.concatenate([self._columns, new], axis=1))
        return self._columns


class Table(NamedTuple):
    """Values of requests, or of the records of a list: a row of numbers for each. `of` is the request of a record."""

    values: Any
    of: Any


class Lines(NamedTuple):
    """The lines of a block. `certain` are those whose values are in the tables; `references` has the plain ones."""

    certain: Any
    requests: Table
    lists: Mapping[str, Table]
    references: Mapping[int, str]


@lru_cache(1024)
def fact_of(name: str) -> Fact | None:
    """A fact as the first version that has it declares it. A name is of one kind in all versions."""
    if name not in FACTS:
        return None
    id, version = named(FACTS[name][0])
    return next(fact for fact in validator(id, version).POLICY.facts if fact.name == name)


class Reader:
    """Reads blocks. State: the pieces that were met, with what they say, and the values of all columns."""

    def __init__(self, reference: str, ignored: Sequence[str]) -> None:
        self.reference, self.ignored = reference, frozenset(ignored)
        # Each line has another one. Where it is as plain as can be, all lines have the same piece in its place.
        plain = reference.isprintable() and not {'"', "\\"} & {*reference}
        self.begins, self.plain = (f'{reference}":', f'{reference}": \x00') if reference and plain else ("", "")
        self.forget()

    def forget(self) -> None:
        """Begin anew."""
        self.cells, self.lists = Cells(), dict[str, Cells]()
        self.keys, self.names = {"": 0}, [""]
        self.pieces: dict[str, int] = {}
        self.texts: list[str] = []
        self.shapes = Growing(4)  # how much deeper a line is behind a piece, its first and last key, if it is sound
        self.uses: dict[tuple[int, int], int] = {}
        self.usual = Growing(2)  # the place in which a piece stood first, and its use there
        self.said = Growing(15)
        self.said.rows.append((0, *[-1, 0] * 6, -1, 0))  # the use that is not certain

    def read(self, lines: Sequence[str]) -> Lines:
        """The values of lines: at least one, each without its end."""
        if len(self.pieces) > MOST_PIECES or len(self.cells.values) > MOST_COLUMNS or len(self.keys) > MOST_COLUMNS:
            self.forget()
        texts = pl.Series(lines, dtype=pl.String)
        framed = texts.str.starts_with('{"') & texts.str.ends_with("}") & (texts.str.len_bytes() <= MOST_BYTES)
        some = "".join(lines[:9])
        separator = ', "' if some.count(', "') > some.count(',"') else ',"'
        parts = texts.str.strip_prefix('{"').str.strip_suffix("}").str.split(separator)
        sizes = parts.list.len().to_numpy().astype(np.int64)
        line: Any = np.repeat(np.arange(len(lines), dtype=np.int32), sizes)
        found, references = self._without_plain(parts.explode(), line)
        piece = self._pieces(found)
        use, ended = self._uses(piece, np.cumsum(sizes) - sizes, sizes)
        said = self.said.columns()
        certain = framed.to_numpy() & ended
        certain[line[np.flatnonzero(use == 0)]] = False
        if not certain.all():
            kept = certain[line]
            line, use = line[kept], use[kept]
        values, twice = _scattered(len(lines), self.cells, [(line, use, said[1:5])])
        certain[twice] = False
        lists = {}
        for name, cells in self.lists.items():
            lists[name], twice = _records(cells, self.keys[name], line, use, said)
            certain[lists[name].of[twice]] = False
        return Lines(certain, Table(values, np.arange(len(lines))), lists, references)

    def _without_plain(self, texts: Any, line: Any) -> tuple[Any, Mapping[int, str]]:
        """The texts of pieces, with one for all plain references; and these, by their line."""
        if not self.begins:
            return texts, {}
        at = texts.str.starts_with(self.begins).arg_true()
        named = texts.gather(at).str.strip_prefix(self.begins).str.extract_groups(_PLAIN).struct.unnest()
        found = named["text"].fill_null(named["number"])
        known = found.is_not_null()
        at, found = at.filter(known), found.filter(known)
        lines = line[at.to_numpy()].tolist()
        return texts.scatter(at, self.plain), dict(zip(lines, found.to_list(), strict=True))

    def _pieces(self, texts: Any) -> Any:
        """The number of each piece."""
        known = texts.cast(pl.Categorical(pl.Categories.random()))
        different = known.unique()
        numbers = np.zeros(different.to_physical().max() + 1, np.int32)
        numbers[different.to_physical().to_numpy()] = [self._piece(text) for text in different.cast(pl.String)]
        return numbers[known.to_physical().to_numpy()]

    def _piece(self, text: str) -> int:
        number = self.pieces.get(text)
        if number is None:
            number = self.pieces[text] = len(self.texts)
            self.texts.append(text)
            self.shapes.rows.append(self._shape(text))
        return number

    def _shape(self, text: str) -> tuple[int, int, int, bool]:
        """How much deeper it is behind a piece, its first key if it begins with one, its last one, if it is sound."""
        parts = _PART.findall('"' + text)
        sound = "".join(parts) == '"' + text
        deeper = sum(part in "[{" for part in parts) - sum(part in "]}" for part in parts)
        texts = [number for number, part in enumerate(parts) if part.startswith('"')]
        keys = [number for number in texts if parts[number + 1 : number + 2] == [":"]]
        first = self._key(parts[0]) if keys[:1] == [0] else 0
        return deeper, first, self._key(parts[keys[-1]]) if keys else 0, sound

    def _key(self, text: str) -> int:
        """The number of a key in its quotation marks. One with an escape in it is none that is known here."""
        key = text[1:-1]
        number = self.keys.setdefault(key, len(self.keys))
        if number == len(self.names):
            self.names.append(key)
        return number

    def _uses(self, piece: Any, starts: Any, sizes: Any) -> tuple[Any, Any]:
        """What each piece says in its place, by the number of its use; and whether each line ends where it began."""
        deepens, firsts, lasts, _ = self.shapes.columns()
        deeper = deepens[piece]
        behind: Any = np.cumsum(deeper, dtype=np.int32)
        before = behind - deeper
        ended = behind[starts + sizes - 1] == before[starts]
        if not ended.all():
            before -= np.repeat(before[starts], sizes)
        first = firsts[piece]
        at: Any = np.arange(len(piece), dtype=np.int32)
        owner = first[np.maximum.accumulate(np.where(before == 0, at, 0))]
        place = (owner * (DEEPEST + 1) + np.clip(before, 0, DEEPEST)) << KEYS
        items = np.flatnonzero(first == 0)  # their key stands in an earlier piece
        if len(items):
            keyed = np.maximum.accumulate(np.where(first > 0, at, 0))[items]
            place[items] |= lasts[piece[keyed]]
        return self._numbered(piece, place), ended

    def _numbered(self, piece: Any, place: Any) -> Any:
        """The number of each use: of a piece in a place."""
        known = len(self.usual.rows)
        new = np.flatnonzero(piece >= known) if known < len(self.texts) else ()
        if len(new):
            first: Any = np.zeros(len(self.texts) - known, np.int64)
            first[piece[new][::-1] - known] = new[::-1]
            self.usual.rows += [
                (there, self._use(known + number, there)) for number, there in enumerate(place[first].tolist())
            ]
        places, uses = self.usual.columns()
        use = uses[piece]
        others = np.flatnonzero(places[piece] != place)
        if len(others):
            pairs, inverse = np.unique(np.stack([piece[others], place[others]]), axis=1, return_inverse=True)
            found = np.array([self._use(one, there) for one, there in pairs.T.tolist()], np.int32)
            use[others] = found[inverse.reshape(-1)]
        return use

    def _use(self, piece: int, place: int) -> int:
        """The number of a use; 0 where it is not certain what it says."""
        if (piece, place) not in self.uses:
            owner, depth = divmod(place >> KEYS, DEEPEST + 1)
            container = self.names[place & (1 << KEYS) - 1]
            meaning = self._meaning(self.texts[piece], self.names[owner], depth, container)
            self.uses[piece, place] = 0 if meaning is None else len(self.said.rows)
            if meaning is not None:
                self.said.rows.append(self._as_numbers(meaning, self.names[owner], owner))
        return self.uses[piece, place]

    def _as_numbers(self, meaning: Meaning, name: str, owner: int) -> tuple[int, ...]:
        """A use as numbers: 1; two cells of the request, of the open record and of a begun one; the list; whether one
        begins.
        """
        of_list = bool(meaning.open) or meaning.begun is not None
        cells = self.lists.setdefault(name, Cells()) if of_list else self.cells
        numbers = [1]
        for said, where in ((meaning.request, self.cells), (meaning.open, cells), (meaning.begun or [], cells)):
            found = [where.number(cell, value) for cell, value in said]
            numbers += [part for pair in [*found, (-1, 0), (-1, 0)][:2] for part in pair]
        return (*numbers, owner if of_list else -1, int(meaning.begun is not None))

    def _meaning(self, text: str, owner: str, depth: int, container: str) -> Meaning | None:
        """What a piece says in its place, if that is certain."""
        _, first, _, sound = self.shapes.rows[self.pieces[text]]
        keyed = first > 0
        if not sound or max(first, len(self.keys)) >= 1 << KEYS:
            return None
        if owner in (self.reference, *self.ignored) and owner:
            return self._own(text, owner, depth)
        fact = fact_of(owner)
        if fact is None or depth >= DEEPEST:
            return None
        prefix = {
            (0, True): "{",
            (1, True): f'{{"{owner}": {{',
            (1, False): f'{{"{owner}": [',
            (2, True): f'{{"{owner}": [{{',
            (3, False): f'{{"{owner}": [{{"{container}": [',
        }.get((depth, keyed))
        value = None if prefix is None else _completed(f'{prefix}"{text}')
        if type(value) is not dict or list(value) != [owner]:
            return None
        return _of_list(fact, value[owner], depth) if fact.kind == "list" else _of_fact(fact, value[owner], depth)

    def _own(self, text: str, owner: str, depth: int) -> Meaning | None:
        """The reference of a line, or a key that is left out: a single value alone."""
        if depth == 0 and text == self.plain:
            return Meaning([(Cell(owner), PLAIN)], [], None)
        value = _completed('{"' + text) if depth == 0 else None
        if type(value) is not dict or list(value) != [owner] or isinstance(value[owner], dict | list | float):
            return None
        if owner in self.ignored:
            return Meaning([(Cell(owner), True)], [], None)
        return (
            None
            if value[owner] is None or type(value[owner]) is bool
            else Meaning([(Cell(owner), value[owner])], [], None)
        )


def _completed(text: str) -> object:
    """The value of a text whose brackets are closed at its end; None where it is no JSON."""
    stack: list[str] = []
    for part in _PART.findall(text):
        if part in _ENDS:
            stack.append(_ENDS[part])
        elif part in ("]", "}") and (not stack or stack.pop() != part):
            return None
    try:
        return read_json(text + "".join(reversed(stack))) if stack else None
    except NotJson:
        return None


def _of_fact(fact: Fact, value: Any, depth: int) -> Meaning | None:
    """What a part of the value of a fact says: the fact itself where it begins, and its items."""
    said = _said(fact, value, depth == 0)
    return None if said is None or len(said) > 2 or (depth > 1) else Meaning(said, [], None)


def _said(fact: Fact, value: Any, begins: bool) -> Said | None:
    """The cells of a fact, or of a field of a record."""
    whole: Said = [(Cell(fact.name), True)] if begins else []
    match fact.kind:
        case "findings":
            if type(value) is not dict or not all(type(found) is bool for found in value.values()):
                return None
            return whole + [(Cell(fact.name, item), found) for item, found in value.items()]
        case "set" | "codes":
            if type(value) is not list or not all(type(item) is str for item in value):
                return None
            return whole + [(Cell(fact.name, item), True) for item in value]
        case "yes_no" | "note" | "number" | "date" | "choice":
            return [(Cell(fact.name), value)] if begins and type(value) in (str, int, float, bool) else None
        case "list":
            return None
        case _:
            assert_never(fact.kind)


def _of_list(fact: Fact, value: Any, depth: int) -> Meaning | None:
    """What a part of a list says: of the record that is open, and of one that begins. More begin in no such part."""
    if type(value) is not list or depth == 1 or not all(type(record) is dict and record for record in value):
        return None
    fields = {field.name: field for field in fact.fields}
    parts: list[Said] = []
    for number, record in enumerate(value):
        part: Said = []
        for name, found in record.items():
            continued = depth == 3 and number == 0 and name == next(iter(record))
            said = _said(fields[name], found, not continued) if name in fields else None
            if said is None:
                return None
            part += said
        parts.append(part)
    open_record = parts.pop(0) if depth > 1 else []
    if len(parts) > 1 or max(len(open_record), *map(len, parts), 0) > 2:
        return None
    request: Said = [(Cell(fact.name), True)] if depth == 0 else []
    return Meaning(request, open_record, parts[0] if parts else None)


def _scattered(height: int, cells: Cells, parts: Sequence[tuple[Any, Any, Any]]) -> tuple[Any, Any]:
    """A table of the two cells of each use, in its row; and the rows in which a cell stands twice."""
    by_column: Any = np.zeros((max(1, len(cells.values)), height), np.int32)  # columns are read one by one
    flat, values, filled = by_column.reshape(-1), by_column.T, []
    for row, use, said in parts:
        for cell, value in (said[:2], said[2:]):
            has = cell >= 0
            if has.all():
                where, uses = row, use
            elif has.any():
                some = np.flatnonzero(has[use])
                where, uses = row[some], use[some]
            else:
                continue
            flat[cell[uses].astype(np.int64) * height + where] = value[uses]
            filled.append(where)
    if sum(map(len, filled)) == np.count_nonzero(by_column):
        return values, np.zeros(0, np.int64)
    total = sum(np.bincount(where, minlength=height) for where in filled)
    return values, np.flatnonzero(np.count_nonzero(values, axis=1) != total)


def _records(cells: Cells, number: int, line: Any, use: Any, said: Any) -> tuple[Table, Any]:
    """The records of a list, and those in which a field stands twice."""
    own = np.flatnonzero((said[13] == number)[use])
    line, use = line[own], use[own]
    begins = said[14][use]
    begun: Any = np.cumsum(begins)
    of = line[begins == 1]
    parts = [(begun - begins - 1, use, said[5:9]), (begun - 1, use, said[9:13])]
    values, twice = _scattered(len(of), cells, parts)
    return Table(values, of), twice
