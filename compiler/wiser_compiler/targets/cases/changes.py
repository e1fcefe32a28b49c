"""The smallest changes of a request: one step of a number, one day, one record or item more or fewer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any, TypeAlias, assert_never

from wiser_compiler.core.evaluate import Case
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

Path: TypeAlias = tuple[str | int, ...]
MOST_DAYS_ASIDE = 3  # days by which an added record may differ from the one it repeats


@dataclass(frozen=True, slots=True)
class Spot:
    """A value of a request that can be changed: a fact, or a field of a record."""

    fact: Fact
    path: Path


def pointer(path: Path) -> str:
    """The place in a request as a JSON pointer. Names of facts and items hold nothing to escape."""
    return "".join(f"/{key}" for key in path)


def at(case: Case, path: Path) -> Any:
    """The value of a case there, or None."""
    value: Any = case
    for key in path:
        value = value[key] if isinstance(key, int) else value.get(key)
        if value is None:
            return None
    return value


def put(value: Any, path: Path, new: Any) -> Any:
    """A copy of a case with another value there; None leaves the value out."""
    key, rest = path[0], path[1:]
    if isinstance(key, int):
        return tuple(put(row, rest, new) if number == key else row for number, row in enumerate(value))
    inner = put(value[key], rest, new) if rest else new
    if inner is None:
        return {name: kept for name, kept in value.items() if name != key}
    return {**value, key: inner}


def leaves(spot: Spot, case: Case) -> Iterator[Path]:
    """The parts that can be left out there: the value, or each finding."""
    if isinstance(spot.fact.type, Findings):
        yield from ((*spot.path, item) for item in at(case, spot.path) or ())
    else:
        yield spot.path


def beside(spot: Spot, value: Any) -> Iterator[tuple[Path, Any]]:
    """The values one smallest change away, each with its place; some may be out of range."""
    match spot.fact.type:
        case Findings(options=options):
            for option in options:
                yield (*spot.path, option.id), not value.get(option.id, False)
        case _:
            yield from ((spot.path, new) for new in _values_beside(spot.fact, value))


def _values_beside(fact: Fact, value: Any) -> Iterator[Any]:
    match fact.type:
        case YesNo():
            yield not value
        case Number(places=places):
            step = Decimal(1).scaleb(-places)
            yield from (value - step, value + step)
        case Date(first=first, last=last):
            day = timedelta(days=1)
            yield from ([value - day] if value > first else []) + ([value + day] if value < last else [])
        case Choice(options=options, ordered=ordered):
            ids = [option.id for option in options]
            near = sorted(ids, key=lambda id: abs(ids.index(id) - ids.index(value))) if ordered else ids
            yield from (id for id in near if id != value)
        case OptionSet(options=options):
            ids = [option.id for option in options]
            yield from (value - {id} for id in ids if id in value)
            yield from (value | {id} for id in ids if id not in value)
        case Records():
            for number in range(len(value)):
                yield (*value[:number], *value[number + 1 :])
            for row in value:
                yield from ((*value, other) for other in _one_more(fact.type, row))
        case Codes():
            yield from (value - {code} for code in sorted(value))
        case Note():
            return
        case Findings():
            raise AssertionError("findings are changed item by item")
        case _:
            assert_never(fact.type)


def _one_more(kind: Records, row: Case) -> Iterator[Case]:
    """A record like another, as far as two records may be alike."""
    if not kind.unique:
        yield row
    for field in kind.fields:
        if field.name not in kind.unique or field.name not in row:
            continue
        pending = [row[field.name]]
        for _ in range(MOST_DAYS_ASIDE if isinstance(field.type, Date) else 1):
            pending = [new for old in pending for new in _values_beside(field, old)]
            yield from ({**row, field.name: new} for new in pending if new != row[field.name])
