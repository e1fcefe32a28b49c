"""A checklist as data: questions, wanted answers, and room for handwriting.

All text is plain and unescaped, in the order of the policy. The data know nothing of Markdown or HTML; a target escapes
every string and decides nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal as OneOf
from typing import NamedTuple, TypeAlias


@dataclass(frozen=True, slots=True)
class Blank:
    """Room for handwriting, as wide as that many characters, with words before and after it."""

    before: str
    width: int
    after: str = ""


Joint: TypeAlias = OneOf["", "all", "any", "some", "none"]
"""How the lines below a head are joined: all of them, any, so many of them, or none."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a question with the wanted answer, or the head of the lines `below` it.

    `lead` precedes a line that is not a requirement, such as a condition. `tick` is one box for the whole line,
    `either` are alternative boxes before its words, and `boxes` are answers with a box each. `joint` says how the lines
    below are joined, which `wanted` has in words; it is empty where they are not. `name` is the title of a condition
    that is explained here. A ticked box says that it is so, as the words beside it say.
    """

    words: str
    wanted: str = ""
    lead: str = ""
    tick: bool = False
    either: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()
    blanks: tuple[Blank, ...] = ()
    below: tuple[Line, ...] = ()
    joint: Joint = ""
    name: str = ""


class Read(NamedTuple):
    """How an unclear place is read: the id of its question, what it asks (empty where it is not listed), its answer.

    Rows refer to it by its `label`, of letters and digits.
    """

    label: str
    id: str
    ask: str
    text: str


class Part(NamedTuple):
    """An alternative or a part of a long row that stands below it, as `8a`."""

    number: str
    line: Line


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion.

    `marks` are the boxes for a requirement as a whole, `look_in` the parts of the chart, and `quotes` words of the
    sources at `places`. `readings` are the labels of readings. `parts` are those lines of a long row that stand below
    it.
    """

    id: str
    number: str
    title: str
    marks: tuple[str, ...]
    blanks: tuple[Blank, ...]
    lines: tuple[Line, ...]
    places: tuple[str, ...]
    quotes: tuple[str, ...]
    readings: tuple[str, ...]
    look_in: tuple[str, ...]
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under one heading, with a word to the reader."""

    title: str
    note: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A list to fill in: its letter, its columns, and hints for their values."""

    letter: str
    title: str
    ask: str
    columns: tuple[str, ...]
    hints: tuple[str, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A source in full, after its name in the rows; no name where the words begin with it."""

    name: str
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Told:
    """A thing to know: its title, what there is to know, and the places in the sources."""

    title: str
    says: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """The whole sheet, from top to bottom.

    `services`, `states` and `suppliers` are tables with a head, or empty; `asked` are the dates from which those of
    the section `dates` are counted. `editions` are later editions, and `add_ons` says what becomes of a code left off.
    `readings` has each reading once, in the order of the rows.
    """

    title: str
    about: tuple[str, ...]
    editions: tuple[Told, ...]
    header: tuple[tuple[Blank, ...], ...]
    codes: tuple[str, ...]
    add_ons: tuple[Told, ...]
    services: tuple[tuple[str, ...], ...]
    conditions: tuple[str, ...]
    states: tuple[tuple[str, ...], ...]
    before: Section
    request: tuple[Line, ...]
    plan: tuple[Line, ...]
    grids: tuple[Grid, ...]
    values: tuple[Line, ...]
    criteria: Section
    advisory: Section
    asked: tuple[Line, ...]
    dates: Section
    sending: tuple[Told, ...]
    decisions: tuple[Told, ...]
    suppliers: tuple[tuple[str, ...], ...]
    missing: int
    sources: tuple[Entry, ...]
    readings: tuple[Read, ...]
    notices: tuple[str, ...]
