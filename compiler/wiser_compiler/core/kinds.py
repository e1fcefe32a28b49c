"""One row for each kind of fact and for each operator, and what follows from the rows for values and terms.

A row has the tag of a kind, its plain words, its JSON type, its options, and whether its values have an order. Code
that does more with a kind has a `match` of its own. Every such `match` ends in `assert_never`, so the type checker
names each place that a new kind needs; `tests/core/test_kinds.py` tests it.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal as OneOf
from typing import NamedTuple, TypeAlias, assert_never

from wiser_compiler.core.model import (
    MOST_CODES,
    Choice,
    Codes,
    Count,
    Date,
    Extreme,
    Fact,
    FactType,
    FactValue,
    Findings,
    Literal,
    Multiple,
    Note,
    Number,
    Op,
    Option,
    OptionSet,
    Records,
    Shifted,
    Sum,
    Term,
    Total,
    Value,
    YesNo,
)

# ---------------------------------------------------------------- facts

Tag: TypeAlias = OneOf["yes_no", "note", "number", "date", "choice", "set", "findings", "codes", "list"]
Sort: TypeAlias = OneOf["number", "date", "answer"]  # how values are compared; answers are equal or not, without order


class Kind(NamedTuple):
    """The properties of a kind of fact that most code needs.

    `tag` is its name in documents and in every output, `words` its name for authors, `json` its JSON type. `options`
    are its answers or items, `fields` the facts of each record, and `most` is how many values it can hold.
    """

    tag: Tag
    words: str
    json: OneOf["boolean", "string", "integer", "number", "array", "object"]
    sort: Sort = "answer"
    options: tuple[Option, ...] = ()
    fields: tuple[Fact, ...] = ()
    most: int = 1
    unit: str = ""

    @property
    def single(self) -> bool:
        """Whether a fact has one value, so that it can tell two records apart."""
        return self.json not in ("array", "object")


def kind_of(fact_type: FactType) -> Kind:
    """The row of a fact type."""
    match fact_type:
        case YesNo():
            return Kind("yes_no", "a yes-or-no question", "boolean")
        case Note():
            return Kind("note", "a note", "string")
        case Number(places=places, unit=unit):
            words = f"a number of {unit}" if unit else "a number"
            return Kind("number", words, "number" if places else "integer", "number", unit=unit)
        case Date():
            return Kind("date", "a date", "string", "date")
        case Choice(options=options):
            return Kind("choice", "a choice", "string", options=options)
        case OptionSet(options=options, unit=unit):
            return Kind("set", "a set", "array", options=options, most=len(options), unit=unit)
        case Findings(options=options):
            return Kind("findings", "a list of findings", "object", options=options, most=len(options))
        case Codes():
            return Kind("codes", "a list of codes", "array", most=MOST_CODES)
        case Records(fields=fields, most=most, unit=unit):
            return Kind("list", "a list", "array", fields=fields, most=most, unit=unit)
        case _:
            assert_never(fact_type)


# ---------------------------------------------------------------- values and terms


def sort_of_value(value: Value) -> Sort:
    """How a value is compared. Raises AssertionError for anything else than a value of a policy."""
    match value:
        case Decimal():
            return "number"
        case date():
            return "date"
        case bool() | str() | frozenset():
            return "answer"
        case _:
            assert_never(value)


def sort_of(term: Term) -> Sort:
    """How the values of a term are compared."""
    match term:
        case FactValue(fact=fact) | Extreme(field=fact):
            return kind_of(fact.type).sort
        case Literal(value=value):
            return sort_of_value(value)
        case Shifted():
            return "date"
        case Sum() | Multiple() | Count() | Total():
            return "number"
        case _:
            assert_never(term)


def as_json(value: Value) -> bool | str | int | float | list[str]:
    """The value as a request states it, the items of a set in order. Raises AssertionError for any other."""
    match value:
        case bool() | str():
            return value
        case Decimal():
            return json_number(value)
        case date():
            return value.isoformat()
        case frozenset():
            return sorted(value)
        case _:
            assert_never(value)


def json_number(value: Decimal) -> int | float:
    """The shortest JSON number for a decimal: whole where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


# ---------------------------------------------------------------- operators


class Operator(NamedTuple):
    """An operator: whether it holds for a left side below, at and above the right side.

    `mirror` is the operator for exchanged sides. One of `negated` holds exactly where the operator does not.
    `other_edge` differs from it only where both sides are equal.
    """

    below: bool
    equal: bool
    above: bool
    mirror: Op
    negated: tuple[Op, ...]
    other_edge: Op | None
    words: str
    date_words: str


def operator(op: Op) -> Operator:
    """The row of an operator."""
    match op:
        case "==":
            return Operator(False, True, False, "==", ("<", ">"), None, "exactly", "on")
        case "<":
            return Operator(True, False, False, ">", (">=",), "<=", "less than", "before")
        case "<=":
            return Operator(True, True, False, ">=", (">",), "<", "at most", "on or before")
        case ">":
            return Operator(False, False, True, "<", ("<=",), ">=", "more than", "after")
        case ">=":
            return Operator(False, True, True, "<=", ("<",), ">", "at least", "on or after")
        case _:
            assert_never(op)
