"""The sheet as data: parts with lines and tables, of words, boxes to tick and blanks to fill in.

Whatever is printed, HTML, PDF, blank or filled in, is made from this.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, TypeAlias

Size: TypeAlias = Literal["mark", "number", "date", "words", "line", "pages", "status", "otherwise"]


class Words(NamedTuple):
    """Text."""

    text: str
    bold: bool = False


class Of(NamedTuple):
    """What a line speaks for: criteria, and which of their facts."""

    criteria: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


class Tick(NamedTuple):
    """A box. It is ticked where the fact at `place` is or holds one of the values, and without values wherever it is
    stated; where `test`, an expression of the policy, is met; or where its line comes out as `verdict` says.
    """

    place: str = ""
    values: tuple[Any, ...] = ()
    test: Mapping[str, Any] | None = None
    of: Of = Of()
    verdict: str = ""
    on: bool = False


class Blank(NamedTuple):
    """Room to write. It takes the facts at `places`, `percent` of what a term of the policy gives, the day of a clock,
    or how its line comes out.

    The last three sizes have no rule below them: an empty cell, and what is written on a filled sheet alone.
    """

    size: Size = "words"
    places: tuple[str, ...] = ()
    term: Mapping[str, Any] | None = None
    percent: int = 100
    clock: str = ""
    of: Of = Of()
    filled: str = ""


Inline: TypeAlias = Words | Tick | Blank
Inlines: TypeAlias = tuple[Inline, ...]


class Line(NamedTuple):
    """A paragraph. `skips` says that a ticked box of it means: skip the next part."""

    says: Inlines
    small: bool = False
    skips: bool = False


Kind: TypeAlias = Literal["chart", "asked", "states"]

# The width of each column, in ems of the sheet. A column of 0 shares what is left.
WIDTHS: dict[Kind, tuple[float, ...]] = {
    "chart": (2, 0, 3.5, 5.6),
    "asked": (0, 10, 4.6, 4.6),
    "states": (0, 7.5, 7.5),
}


class Table(NamedTuple):
    """A table."""

    kind: Kind
    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    small: bool = False


class Pairs(NamedTuple):
    """Statements, each with the boxes for its yes and its no before it."""

    rows: tuple[tuple[Inlines, Inlines], ...]


Block: TypeAlias = Line | Table | Pairs


class Part(NamedTuple):
    """A part with its heading. A `kept` part is short, and stands on one page."""

    id: str
    title: str
    note: Inlines
    blocks: tuple[Block, ...]
    kept: bool = False


class Sheet(NamedTuple):
    """A sheet. The identifiers are repeated on each page, and so is what version it is."""

    title: str
    identifiers: Inlines
    about: tuple[Line, ...]
    parts: tuple[Part, ...]
    version: str
    large: bool = False
