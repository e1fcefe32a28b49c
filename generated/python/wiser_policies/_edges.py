"""The edges of a policy: its facts with the values that conditions compare them with, and its examples.

They lie beside the validator of each version. Requests are drawn from them: by Hypothesis for tests
(`wiser_policies.testing`), and as samples (`wiser_policies.samples`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple, TypeAlias

from wiser_policies._dates import is_day, shift
from wiser_policies._policy import FactKind

Request: TypeAlias = dict[str, Any]
Values: TypeAlias = Mapping[str, Any]  # the values drawn so far, by name of the fact
Line: TypeAlias = tuple[Mapping[str, float], float]


@lru_cache
def edges_of(policy: str, version: str) -> dict[str, Any]:
    """The edges of a version, as JSON values."""
    name = f"v{version.replace('.', '_')}.json"
    found: dict[str, Any] = json.loads((files("wiser_policies") / policy / name).read_text("utf-8"))
    return found


class Fact(NamedTuple):
    """A fact with its rule, and the values that conditions compare it with.

    `lines` are [weights, constant]: a comparison has its edge where the weighted sum of these facts and the constant is
    0; a count has no name. `days` are [date or name of one, moves of months and days]. `same_as` are facts that it is
    compared with, `named` the answers that conditions name, `sizes` the lengths at edges.
    """

    name: str
    kind: FactKind
    low: Any = None
    high: Any = None
    places: int = 0
    options: Sequence[str] = ()
    fields: tuple[Fact, ...] = ()
    unique: Sequence[str] = ()
    lines: Sequence[Line] = ()
    days: Sequence[tuple[str, Sequence[tuple[int, int]]]] = ()
    same_as: Sequence[str] = ()
    named: Sequence[Any] = ()
    sizes: Sequence[int] = ()


def read_facts(said: Sequence[Any]) -> tuple[Fact, ...]:
    """The facts in edges."""
    facts: list[dict[str, Any]] = [{**fact, "fields": read_facts(fact.get("fields", ()))} for fact in said]
    return tuple(Fact(**fact) for fact in facts)


def read_examples(said: Sequence[Mapping[str, Any]]) -> list[Request]:
    """The examples in edges: the first as it is, the others as changes of it."""
    whole = [dict(base) for base in said[:1]]
    for beside in said[1:]:
        left_out = beside.get("without", ())
        whole.append({name: value for name, value in whole[0].items() if name not in left_out} | beside["set"])
    return whole


def exact(number: float) -> Decimal:
    """The decimal as it is written: 0.1 is a tenth."""
    return Decimal(repr(number))


def plain(number: Decimal) -> int | float:
    """The number as JSON writes it."""
    return int(number) if number == number.to_integral_value() else float(number)


def turning(line: Line, name: str, values: Values, count: Callable[[], int]) -> Decimal | None:
    """The value of one fact at the edge of a comparison, with the other facts as drawn; None if one is not drawn.

    `count` draws the number of records where the comparison counts some.
    """
    weights, constant = line
    rest = exact(constant)
    for other, weight in weights.items():
        if other == name:
            continue
        if not other:
            rest += exact(weight) * count()
        elif other in values:
            rest += exact(weight) * exact(values[other])
        else:
            return None
    return -rest / exact(weights[name])


def edge_days(fact: Fact, values: Values) -> Iterator[str]:
    """The days that a date is compared with, given the other values drawn."""
    for base, moves in fact.days:
        day = base if is_day(base) else values.get(base)
        if day is not None:
            for months, days in moves:
                day = shift(day, months, days)
            yield day
