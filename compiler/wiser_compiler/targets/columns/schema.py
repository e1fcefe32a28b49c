"""The columns that the expressions of a version read: of the table of requests, and of a table for each list.

A column is added when an expression reads it, so no table has to hold more than the criteria need.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal as OneOf
from typing import TypeAlias, assert_never

from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.model import (
    Choice,
    Codes,
    Date,
    Fact,
    Findings,
    Note,
    Number,
    OptionSet,
    Records,
    YesNo,
)

Holds: TypeAlias = OneOf["value", "stated", "size", "item", "beginning"]
Sort: TypeAlias = OneOf["boolean", "integer", "number", "date", "choice"]

SMALL = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name and type, its options if it is a choice, and what of a fact it holds.

    `item` is the item of a set, of findings or of codes, or how codes begin.
    """

    name: str
    sort: Sort
    fact: str
    holds: Holds
    item: str = ""
    options: tuple[str, ...] = ()


class Table:
    """The columns of one table. State: those that were asked for so far.

    Names differ in more than their letters' case, since SQL knows no case.
    """

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.columns: dict[tuple[str, Holds, str], Column] = {}
        self.order = [fact.name for fact in facts]
        self.taken = set(self.order)

    def whole(self, fact: Fact) -> str:
        """The column of a fact itself: its value, its size, or whether it is stated."""
        match fact.type:
            case YesNo():
                return self._add(fact, "value", "boolean")
            case Number():
                return self._add(fact, "value", "number" if is_float(fact) else "integer")
            case Date():
                return self._add(fact, "value", "date")
            case Choice(options=options):
                return self._add(fact, "value", "choice", options=tuple(option.id for option in options))
            case Note() | Findings():
                return self._add(fact, "stated", "boolean")
            case Codes() | Records():
                return self._add(fact, "size", "integer")
            case OptionSet(options=options):
                return self.item(fact, options[0].id)
            case _:
                assert_never(fact.type)

    def item(self, fact: Fact, item: str) -> str:
        """The column of an item of a set, of findings or of codes; `M54.*` are all codes that begin so."""
        if item.endswith("*"):
            return self._add(fact, "beginning", "boolean", item[:-1])
        return self._add(fact, "item", "boolean", item)

    def items(self, fact: Fact) -> list[tuple[str, str]]:
        """Every option of a set, with its column."""
        return [(option.id, self.item(fact, option.id)) for option in kind_of(fact.type).options]

    def _add(self, fact: Fact, holds: Holds, sort: Sort, item: str = "", options: tuple[str, ...] = ()) -> str:
        key = (fact.name, holds, item)
        if key not in self.columns:
            name = fact.name
            if holds in ("item", "beginning"):
                name = f"{fact.name}__{''.join(c if c.isalnum() else '_' for c in item)}"
                name += "_begins" if holds == "beginning" else ""
                while name.lower() in self.taken:
                    name += "_"
                self.taken.add(name.lower())
            self.columns[key] = Column(name, sort, fact.name, holds, item, options)
        return self.columns[key].name

    def sorted(self) -> list[Column]:
        """The columns in the order of their facts."""
        return sorted(self.columns.values(), key=lambda column: self.order.index(column.fact))


def is_float(fact: Fact) -> bool:
    """Whether a column of floats holds a fact: a number with decimal places, or beyond 32 bits."""
    match fact.type:
        case Number(low=low, high=high, places=places):
            return places > 0 or max(abs(low), abs(high)) > SMALL
        case _:
            return False
