"""The shape of a request: the rules of core/case.py, and those of them that a schema cannot check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

from wiser_compiler.core.case import BLANK, rule
from wiser_compiler.core.kinds import json_number, kind_of
from wiser_compiler.core.model import (
    CODE_SYSTEMS,
    MOST_CODES,
    MOST_NOTE,
    Choice,
    Codes,
    Date,
    Fact,
    FactType,
    Findings,
    Note,
    Number,
    Option,
    OptionSet,
    Records,
    YesNo,
)
from wiser_compiler.diagnostics import counted
from wiser_compiler.targets.json_schema.dates import date_pattern
from wiser_compiler.targets.json_schema.logic import Schema, among

CODE_LENGTHS: Mapping[str, int] = {"HCPCS": 5, "ICD-10": 8}  # of the longest code


def record(facts: Sequence[Fact]) -> Schema:
    """An object that may state each of these facts and nothing else."""
    return {
        "type": "object",
        "properties": {fact.name: _property(fact) for fact in facts},
        "additionalProperties": False,
    }


def unchecked(facts: Sequence[Fact]) -> tuple[str, ...]:
    """The rules of a request that the shape does not check, in plain words."""
    texts = []
    for fact in facts:
        match fact.type:
            case Number(places=places) if places:
                texts.append(f"that {fact.name} has at most {counted(places, 'decimal place')}")
            case Records(fields=fields, unique=unique):
                texts.extend(unchecked(fields))
                if unique:
                    texts.append(f"that no two records of {fact.name} have the same {' and '.join(unique)}")
            case YesNo() | Note() | Number() | Date() | Choice() | OptionSet() | Findings() | Codes():
                pass
            case _:
                assert_never(fact.type)
    return tuple(texts)


def _property(fact: Fact) -> Schema:
    return {"title": fact.words, "description": _description(fact), **_value(fact.type)}


def _description(fact: Fact) -> str:
    """The description of a fact: its question, its answers and what they mean, and its place in the chart."""
    written = rule(fact.type)
    texts = [fact.ask, f"{written[:1].upper()}{written[1:]}."]
    match fact.type:
        case OptionSet(unit=unit) | Records(unit=unit) if unit:
            texts.append(f"Counted in {unit}.")
        case _:  # other kinds: are described by their rule
            pass
    if isinstance(fact.type, Choice | OptionSet):
        texts.append(_meanings(fact.type.options))
    if fact.chart:
        texts.append(f"In the chart under: {fact.chart}.")
    return " ".join(text for text in texts if text)


def _meanings(options: Sequence[Option]) -> str:
    labelled = [f"{option.id} means {option.label}" for option in options if option.label != option.id]
    return "; ".join(labelled) + "." if labelled else ""


def _value(kind: FactType) -> Schema:
    """The schema of the values of a fact. Null is never one: a fact that is not stated is left out."""
    type_ = {"type": kind_of(kind).json}
    match kind:
        case YesNo():
            return type_
        case Note():
            blank = BLANK.encode("unicode_escape").decode("ascii")
            return {**type_, "minLength": 1, "maxLength": MOST_NOTE, "pattern": f"[^{blank}]"}
        case Number(low=low, high=high):
            return {**type_, "minimum": json_number(low), "maximum": json_number(high)}
        case Date(first=first, last=last):
            return {**type_, "maxLength": 10, "pattern": date_pattern(first, last)}
        case Choice(options=options):
            return among([option.id for option in options])
        case OptionSet(options=options):
            ids = among([option.id for option in options])
            return {**type_, "items": ids, "maxItems": len(options), "uniqueItems": True}
        case Findings(options=options):
            return {
                **type_,
                "properties": {option.id: _finding(option) for option in options},
                "additionalProperties": False,
            }
        case Codes(system=system):
            return {**type_, "items": _code(system), "maxItems": MOST_CODES, "uniqueItems": True}
        case Records(fields=fields, most=most):
            return {**type_, "items": record(fields), "maxItems": most}
        case _:
            assert_never(kind)


def _finding(option: Option) -> Schema:
    return {
        "title": option.label,
        "description": "True: found. False: looked for and not found. Left out: not stated.",
        "type": "boolean",
    }


def _code(system: str) -> Schema:
    return {
        "type": "string",
        "maxLength": CODE_LENGTHS[system],
        "pattern": f"^({CODE_SYSTEMS[system]})$",
        "not": {
            "type": "string",
            "pattern": "\\n",
        },  # in several languages `$` also matches before a last newline
    }
