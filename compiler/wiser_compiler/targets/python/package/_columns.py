"""Expressions over columns, and the tables that they judge: what the generated modules of columns are written with.

A module writes its expressions with the part of the interface of Narwhals that Polars has as well. So the same module
gives expressions of Polars, or those of Narwhals for any other engine. Null is *missing*.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, reduce
from importlib import import_module
from operator import and_, or_
from typing import Any, Literal, NamedTuple, Protocol, TypeAlias, cast

ROW = "_row"  # the number of a request in its table, from 0; in the table of a list, that of the request of a record
OUTCOME = "outcome"

Sort: TypeAlias = Literal["boolean", "integer", "long", "number", "date", "choice"]
Holds: TypeAlias = Literal["value", "stated", "size", "item", "beginning", "set"]


class Column(NamedTuple):
    """A column of a table: its name and type, and what it holds of a fact.

    `type` is `boolean`, `integer` (32 bits), `long` (64 bits), `number` (a float), `date`, or `choice`, which has
    `options`. `holds` is the `value` of the fact; `stated`, true where it is stated; `size`, how many items, codes or
    records it has; `item`, whether it includes the `item`; `beginning`, whether one of its codes begins with `item`; or
    `set`, a whole set as a number: 2 to the place of each item among the `options`, added. Null is *not stated*.
    """

    name: str
    type: Sort
    fact: str
    holds: Holds
    item: str = ""
    options: tuple[str, ...] = ()


class Maker:
    """Makes expressions with `space`, which is the module `polars` or `narwhals`.

    `moved_by` moves a column of dates by months and days, and `integer` is the type of 64 bits.
    """

    def __init__(self, space: Any) -> None:
        self.space = space
        self.col: Any = space.col
        self.true: Any = space.lit(True)
        self.false: Any = space.lit(False)
        self.null: Any = space.lit(None).cast(space.Boolean)

    def of(self, name: str) -> Any:
        """A column of requests beside the records of a list."""
        return self.col(beside(name))

    def every(self, *parts: Any) -> Any:
        """All parts."""
        return reduce(and_, parts)

    def some(self, *parts: Any) -> Any:
        """Any part."""
        return reduce(or_, parts)

    def decided(self, met: Any, not_met: Any) -> Any:
        """True where it is surely met, false where it is surely not, else null."""
        when, lit = self.space.when, self.space.lit
        return when(met).then(lit(True)).otherwise(when(not_met).then(lit(False)))

    def at_least(self, count: int, *parts: Any) -> Any:
        """So many of the parts."""
        met = reduce(lambda a, b: a + b, [self.number(part.fill_null(False)) for part in parts])
        open_or_met = reduce(lambda a, b: a + b, [self.number(part.fill_null(True)) for part in parts])
        return self.decided(met >= count, open_or_met < count)

    def known(self, column: Any) -> Any:
        """True where a column is stated, else null."""
        return self.decided(~column.is_null(), self.space.lit(False))

    def given(self, column: Any) -> Any:
        """Whether a column is stated."""
        return ~column.is_null()

    def where_known(self, known: Any, truth: Any) -> Any:
        """The truth, where it is known at all."""
        return self.space.when(known).then(truth)

    def where_stated(self, stated: Any, value: Any, otherwise: int) -> Any:
        """A number where the list is stated, else another one."""
        return self.space.when(~stated.is_null()).then(value).otherwise(self.space.lit(otherwise))

    def number(self, truth: Any) -> Any:
        """1 for true, 0 for false."""
        return truth.cast(self.space.Int32)

    def whole(self, number: Any, scale: int = 1) -> Any:
        """A whole number of 64 bits, times a scale."""
        wide = number.cast(self.space.Int64)
        return wide if scale == 1 else wide * scale

    def real(self, number: Any) -> Any:
        """A whole number as a float."""
        return number.cast(self.space.Float64)

    def exact(self, number: Any, scale: int) -> Any:
        """A float without its decimal point: no more places than the scale keeps are stated."""
        return (number * scale).round().cast(self.space.Int64)

    def text(self, choice: Any) -> Any:
        """A choice as text, so that it can be compared with one of other options."""
        return choice.cast(self.space.String)

    def only(self, where: Any, value: Any) -> Any:
        """A value where the condition holds."""
        return self.space.when(where).then(value)

    def either(self, where: Any, sure: Any, unclear: Any) -> Any:
        """What a record adds to a sum: so much if it surely matches, so much if it may."""
        when, lit = self.space.when, self.space.lit
        return when(where.fill_null(False)).then(sure).otherwise(when(where.is_null()).then(unclear).otherwise(lit(0)))

    def first(self, *values: Any) -> Any:
        """The first that is not null."""
        first, *others = values
        for other in others:
            first = first.fill_null(other) if not hasattr(other, "is_null") else self._or(first, other)
        return first

    def _or(self, first: Any, other: Any) -> Any:
        return self.space.when(~first.is_null()).then(first).otherwise(other)

    def moved(self, day: Any, months: int, days: int) -> Any:
        """A date moved by months, cut to the end of a shorter month, and then by days."""
        if months:
            day = day.dt.offset_by(f"{months}mo")
        if days:
            day = day.dt.offset_by(f"{days}d")
        return day.cast(self.space.Date)


@dataclass(frozen=True, slots=True)
class Look:
    """A step over the records of a list.

    `used` are columns of requests that the records need; `shared` and `filters` columns of records, computed one after
    the other; `gathered` what is gathered for each request: a `count` of what is true, the `sum`, `min` or `max` of a
    column.
    """

    rows: str
    used: tuple[str, ...] = ()
    shared: Mapping[str, Any] = field(default_factory=dict)
    filters: Mapping[str, Any] = field(default_factory=dict)
    gathered: Mapping[str, tuple[str, Any]] = field(default_factory=dict)


Step: TypeAlias = "Mapping[str, Any] | Look"


class Module(Protocol):
    """The generated module of a version."""

    PROGRAM: bool
    CRITERIA: tuple[tuple[str, str], ...]
    COLUMNS: tuple[Column, ...]
    LISTS: Mapping[str, tuple[Column, ...]]

    def __hash__(self) -> int: ...

    def steps(self, x: Maker) -> tuple[Step, ...]:
        """What is computed before the criteria."""

    def criteria(self, x: Maker) -> Mapping[str, tuple[Any, Any]]:
        """Whether each criterion applies, and its test."""


@lru_cache(64)
def module(id: str, version: str) -> Module:
    """The module of a version that exists."""
    return cast(Module, import_module(f"wiser_policies.{id}.columns_v{version.replace('.', '_')}"))


def beside(name: str) -> str:
    """The name that a column of requests has beside the records of a list."""
    return f"_request_{name}"


class Judged(NamedTuple):
    """The expressions that remain once all steps are done.

    For each criterion: its id, whether it applies, if that is asked, and whether it is met or does not apply. Then
    whether all criteria of scope are, and all required ones.
    """

    criteria: tuple[tuple[str, Any, Any], ...]
    scope: Any
    required: Any


def judged(found: Module, maker: Maker) -> Judged:
    """The expressions of a version."""
    each = [
        (id, applies, test if applies is None else test | ~applies)
        for id, (applies, test) in found.criteria(maker).items()
    ]
    effects = dict(found.CRITERIA)
    scope, required = (
        maker.every(maker.true, *(maker.col(fulfilled(id)) for id, _, _ in each if effects[id] == effect))
        for effect in ("scope", "required")
    )
    return Judged(tuple(each), scope, required)


def fulfilled(id: str) -> str:
    """The column that says whether a criterion is met or does not apply."""
    return f"_ok_{id}"


def applying(id: str) -> str:
    """The column that says whether a criterion applies."""
    return f"_applies_{id}"


def value_of(column: Column, stated: Mapping[str, Any]) -> object:
    """What a column holds of a valid request, or of a record."""
    value = stated.get(column.fact)
    if value is None:
        return None
    match column.holds:
        case "value":
            if column.type == "date":
                return date.fromisoformat(value)
            return int(value) if column.type == "integer" else float(value) if column.type == "number" else value
        case "stated":
            return True
        case "size":
            return len(value)
        case "item":
            return value.get(column.item) if isinstance(value, dict) else column.item in value
        case "beginning":
            return any(code.startswith(column.item) for code in value)
        case "set":
            return sum(2 ** column.options.index(item) for item in value)


def tables(found: Module, requests: Sequence[Mapping[str, Any]]) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """The values of each column: of the requests, and of each list."""
    whole = {column.name: [value_of(column, request) for request in requests] for column in found.COLUMNS}
    lists = {}
    for name, fields in found.LISTS.items():
        numbered = [(row, record) for row, request in enumerate(requests) for record in request.get(name) or ()]
        values = {column.name: [value_of(column, record) for _, record in numbered] for column in fields}
        lists[name] = {ROW: [row for row, _ in numbered], **values}
    return {ROW: list(range(len(requests))), **whole}, lists
