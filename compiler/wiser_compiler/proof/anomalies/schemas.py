"""The generated schemas, for the solver: `ready` accepts only what is met, and `possible` refuses only what is not.

What is read is the text of the files, as an application reads it. A keyword that is not known here ends the proof:
nothing is taken for said.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeAlias, assert_never

from wiser_compiler.core.model import (
    Choice,
    Codes,
    Criterion,
    Date,
    Findings,
    Note,
    Number,
    OptionSet,
    Policy,
    Records,
    YesNo,
)
from wiser_compiler.proof.anomalies.goals import Question
from wiser_compiler.proof.answers import Answer
from wiser_compiler.proof.solver.encode import Verdicts
from wiser_compiler.proof.solver.logic import Bit, below, both, either, equal, how_many, no, variable
from wiser_compiler.proof.solver.solver import Goal, Solving, SymbolicPolicy, deciding
from wiser_compiler.proof.solver.symbolic_request import Record, Scale, SymbolicFact
from wiser_compiler.targets.json_schema import json_schema

Schema: TypeAlias = Mapping[str, Any]
NOTED = ("$schema", "$id", "$comment", "title", "description", "examples")  # keywords that refuse nothing
# Of a valid request these always hold: its notes, codes and lists are what `request` wants of them.
SHAPE = ("minLength", "maxLength", "uniqueItems")
OTHER_CODES = {"HCPCS": "99999", "ICD-10": "Z99.89"}


class Unread(Exception):
    """A keyword or a value that is not known here."""


def schema_questions(policy: Policy, solving: Solving) -> Iterator[Question]:
    """For every criterion: what `ready` accepts is met, and what `possible` refuses is not."""
    files = json_schema(policy).files
    folder = f"json_schema/{policy.id}/{policy.version}"
    yield from claims(policy, {name: json.loads(files[f"{folder}/{name}.schema.json"]) for name in NAMES}, solving)


NAMES = ("request", "ready", "possible")
SAID = {"ready": "what `ready` accepts is met", "possible": "what `possible` refuses is not met"}


def claims(policy: Policy, schemas: Mapping[str, Schema], solving: Solving) -> Iterator[Question]:
    """What has to hold of the three schemas of a policy, whoever wrote them."""
    span = policy.head.get("criteria", policy.head.get("scope", policy.span))

    def shapeless(world: SymbolicPolicy) -> Bit:
        return no(of_record(schemas["request"], world.chart.facts, world.chart.scale))

    asked = "every valid request has the shape that the schema `request` asks for"
    yield Question("schema-disagrees", asked, _claim(solving, shapeless, ()), span, wanted=True)
    for criterion in deciding(policy):
        for name, wrong in (("ready", _accepted_wrongly), ("possible", _refused_wrongly)):
            entry = next(part for part in schemas[name].get("allOf", ()) if part["title"] == criterion.id)
            answer = _claim(solving, _goal(wrong, entry, criterion), (criterion,))
            asked = f"by `{criterion.id}`, {SAID[name]}"
            yield Question("schema-disagrees", asked, answer, criterion.span, criterion, wanted=True)


def _claim(solving: Solving, violation: Goal, about: tuple[Criterion, ...]) -> Answer:
    try:
        return solving.never(violation, about)
    except Unread as unread:
        return Answer("unknown", reason=f"`{unread}` is not read here")


def _goal(wrong: Callable[[Bit, Verdicts], Bit], entry: Schema, criterion: Criterion) -> Goal:
    def goal(world: SymbolicPolicy) -> Bit:
        verdicts = world.verdicts(criterion)  # first: the chart knows only codes that were asked for
        return wrong(of_record(entry, world.chart.facts, world.chart.scale), verdicts)

    return goal


def _accepted_wrongly(accepted: Bit, verdicts: Verdicts) -> Bit:
    return both(accepted, no(verdicts.satisfied))


def _refused_wrongly(accepted: Bit, verdicts: Verdicts) -> Bit:
    return both(no(accepted), no(verdicts.not_met))


# ---------------------------------------------------------------- schemas over a chart


def of_record(schema: Schema, record: Record, scale: Scale) -> Bit:
    """When a schema accepts a request, or a record of a list."""

    def keyword(word: str, value: Any) -> Bit:
        match word:
            case "type":
                return value == "object"
            case "properties":
                return both(
                    *(
                        either(no(record[name].stated), of_value(part, record[name], scale))
                        for name, part in value.items()
                        if name in record
                    )
                )
            case "required":
                return both(*(record[name].stated if name in record else False for name in value))
            case "additionalProperties" if value is False:
                return both(*(no(held.stated) for name, held in record.items() if name not in schema["properties"]))
            case _:
                raise Unread(word)

    return _joined(schema, lambda part: of_record(part, record, scale), keyword)


def of_value(schema: Schema, held: SymbolicFact, scale: Scale) -> Bit:
    """When a schema accepts the value of a fact that is stated."""

    def keyword(word: str, value: Any) -> Bit:
        return True if word in SHAPE else _keyword(word, value, held, scale, schema)

    return _joined(schema, lambda part: of_value(part, held, scale), keyword)


def _joined(schema: Schema, inner: Callable[[Schema], Bit], keyword: Callable[[str, Any], Bit]) -> Bit:
    found = []
    for word, value in schema.items():
        match word:
            case "allOf":
                found.append(both(*map(inner, value)))
            case "anyOf":
                found.append(either(*map(inner, value)))
            case "not":
                found.append(no(inner(value)))
            case _ if word not in NOTED:
                found.append(keyword(word, value))
    return both(*found)


def _keyword(word: str, value: Any, held: SymbolicFact, scale: Scale, schema: Schema) -> Bit:
    match held.fact.type:
        case YesNo():
            return _of_question(word, value, held)
        case Note():
            return _of_text(word, value, lambda _: True)
        case Number():
            return _of_number(word, value, held, scale)
        case Date():
            return _of_text(word, value, lambda pattern: _on_a_day(pattern, held))
        case Choice():
            return _of_choice(word, value, held, scale)
        case Findings():
            return _of_findings(word, value, held, schema)
        case OptionSet() | Codes():
            return _of_items(word, value, held)
        case Records():
            return _of_rows(word, value, held, scale)
        case _:
            assert_never(held.fact.type)


def _of_question(word: str, value: Any, held: SymbolicFact) -> Bit:
    match word:
        case "type":
            return value == "boolean"
        case "const":
            return held.value if value is True else no(held.value) if value is False else False
        case "enum":
            return either(*(_of_question("const", one, held) for one in value))
        case _:
            raise Unread(word)


def _of_text(word: str, value: Any, pattern: Callable[[str], Bit]) -> Bit:
    match word:
        case "type":
            return value == "string"
        case "pattern":
            return pattern(value)
        case _:
            raise Unread(word)


def _on_a_day(pattern: str, held: SymbolicFact) -> Bit:
    """The days that a pattern accepts, as stretches of the calendar."""
    stretches = _stretches(pattern, held.value.first, held.value.last)
    number = held.value.number
    return either(*(both(below(first, number, False), below(number, last, False)) for first, last in stretches))


@lru_cache(8)
def _written(first: int, last: int) -> tuple[tuple[int, str], ...]:
    return tuple((number, date.fromordinal(number).isoformat()) for number in range(first, last + 1))


@lru_cache(256)
def _stretches(pattern: str, first: int, last: int) -> tuple[tuple[int, int], ...]:
    accepted = re.compile(pattern)
    found: list[tuple[int, int]] = []
    for number, text in _written(first, last):
        if accepted.search(text):
            if found and found[-1][1] == number - 1:
                found[-1] = found[-1][0], number
            else:
                found.append((number, number))
    return tuple(found)


def _of_number(word: str, value: Any, held: SymbolicFact, scale: Scale) -> Bit:
    match word:
        case "type":
            return value == "number" or (value == "integer" and held.fact.type.places == 0)  # type: ignore[union-attr]
        case "minimum":
            return below(_scaled(value, scale), held.value, False)
        case "maximum":
            return below(held.value, _scaled(value, scale), False)
        case "exclusiveMinimum":
            return below(_scaled(value, scale), held.value, True)
        case "exclusiveMaximum":
            return below(held.value, _scaled(value, scale), True)
        case "const":
            return equal(held.value, _scaled(value, scale))
        case _:
            raise Unread(word)


def _scaled(value: Any, scale: Scale) -> int:
    number = Decimal(repr(value)).scaleb(scale.places)
    if number != number.to_integral_value():
        raise Unread(f"{value}")
    return int(number)


def _of_choice(word: str, value: Any, held: SymbolicFact, scale: Scale) -> Bit:
    match word:
        case "type":
            return value == "string"
        case "const":
            return equal(held.value, scale.options.get(value, -1))
        case "enum":
            return either(*(_of_choice("const", one, held, scale) for one in value))
        case _:
            raise Unread(word)


def _of_findings(word: str, value: Any, held: SymbolicFact, schema: Schema) -> Bit:
    match word:
        case "type":
            return value == "object"
        case "properties":
            return both(*(either(no(held.looked[item]), _of_finding(part, held, item)) for item, part in value.items()))
        case "required":
            return both(*(held.looked.get(item, False) for item in value))
        case "additionalProperties" if value is False:
            return both(*(no(looked) for item, looked in held.looked.items() if item not in schema["properties"]))
        case _:
            raise Unread(word)


def _of_finding(schema: Schema, held: SymbolicFact, item: str) -> Bit:
    found = SymbolicFact(held.fact, True, held.items[item])
    return _joined(schema, lambda part: _of_finding(part, held, item), lambda w, v: _of_question(w, v, found))


def _of_items(word: str, value: Any, held: SymbolicFact) -> Bit:
    items = dict(held.items)
    if isinstance(held.fact.type, Codes):  # a request may hold codes that the policy does not know
        items[OTHER_CODES[held.fact.type.system]] = variable(f"{held.prefix}another code")
    match word:
        case "type":
            return value == "array"
        case "items":
            return both(*(no(has) for item, has in items.items() if not _takes(value, item)))
        case "contains":
            return either(*(has for item, has in items.items() if _takes(value, item)))
        case "minItems":
            return below(value, how_many(list(items.values())), False)
        case "maxItems" if isinstance(held.fact.type, Codes):
            return True  # so many codes no valid request has
        case "maxItems":
            return below(how_many(list(items.values())), value, False)
        case _:
            raise Unread(word)


def _takes(schema: Schema, text: str) -> bool:
    """A schema accepts a text."""

    def keyword(word: str, value: Any) -> Bit:
        match word:
            case "type":
                return value == "string"
            case "const":
                return value == text
            case "enum":
                return text in value
            case "pattern":
                return re.search(value, text) is not None
            case "maxLength":
                return len(text) <= value
            case _:
                raise Unread(word)

    return bool(_joined(schema, lambda part: _takes(part, text), keyword))


def _of_rows(word: str, value: Any, held: SymbolicFact, scale: Scale) -> Bit:
    there = [there for there, _ in held.rows]
    match word:
        case "type":
            return value == "array"
        case "items":
            return both(*(either(no(there), of_record(value, record, scale)) for there, record in held.rows))
        case "contains":
            return either(*(both(there, of_record(value, record, scale)) for there, record in held.rows))
        case "minItems":
            return True if value == 0 else there[value - 1] if value <= len(there) else False
        case "maxItems":
            return no(there[value]) if value < len(there) else True
        case _:
            raise Unread(word)
