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
from wiser_compiler.targets.json_schema.steps import cut_off, steps
from wiser_compiler.targets.json_schema.unique import refused_though_unique, surely_unique

CODE_LENGTHS: Mapping[str, int] = {"HCPCS": 5, "ICD-10": 8}  # of the longest code
CODE_LEAST: Mapping[str, int] = {"HCPCS": 5, "ICD-10": 3}  # of the shortest one


def record(facts: Sequence[Fact], *, surely: bool = False) -> Schema:
    """An object that may state each of these facts and nothing else.

    It accepts every valid value and those that break a rule of `unchecked`; or, with `surely`, valid values alone, but
    none of `unaccepted`.
    """
    return {
        "type": "object",
        "properties": {fact.name: _property(fact, surely) for fact in facts},
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


def unaccepted(facts: Sequence[Fact]) -> tuple[str, ...]:
    """The valid values that a shape refuses which surely accepts no other, in plain words."""
    texts = []
    for fact in facts:
        match fact.type:
            case Number(places=places) as kind if places and (end := cut_off(kind)) is not None:
                texts.append(f"{fact.name} above {end}, unless it is a whole number")
            case Records(fields=fields, unique=unique) as kind:
                texts.extend(unaccepted(fields))
                if unique:
                    texts.append(refused_though_unique(fact, kind))
            case _:  # other kinds: every valid value is accepted
                pass
    return tuple(texts)


def type_name(name: str) -> str:
    """The name of a type, as generators of code write it: `planned_region` is PlannedRegion."""
    return "".join(word[:1].upper() + word[1:] for word in name.split("_"))


def _property(fact: Fact, surely: bool) -> Schema:
    return {**_title(fact), "description": _description(fact), **_value(fact, surely)}


def _title(fact: Fact) -> Schema:
    """The name of the type of a fact that has one of its own: generators of code name types by titles."""
    # other kinds: are plain types of any language, or their items have the name
    return {"title": type_name(fact.name)} if isinstance(fact.type, Choice | Findings) else {}


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


def _value(fact: Fact, surely: bool) -> Schema:
    """The schema of the values of a fact. Null is never one: a fact that is not stated is left out."""
    kind, named = fact.type, {"title": type_name(fact.name.removesuffix("s"))}
    type_ = {"type": kind_of(kind).json}
    match kind:
        case YesNo():
            return type_
        case Note():
            blank = BLANK.encode("unicode_escape").decode("ascii")
            return {**type_, "minLength": 1, "maxLength": MOST_NOTE, "pattern": f"[^{blank}]"}
        case Number(low=low, high=high, places=places):
            if surely and places:
                return steps(kind)
            return {**type_, "minimum": json_number(low), "maximum": json_number(high)}
        case Date(first=first, last=last):
            return {**type_, "maxLength": 10, "pattern": date_pattern(first, last)}
        case Choice(options=options):
            return among([option.id for option in options])
        case OptionSet(options=options):
            ids = among([option.id for option in options])
            return {**type_, "items": {**named, **ids}, "maxItems": len(options), "uniqueItems": True}
        case Findings(options=options):
            return {
                **type_,
                "properties": {option.id: _finding(option) for option in options},
                "additionalProperties": False,
            }
        case Codes(system=system):
            return {**type_, "items": _code(system), "maxItems": MOST_CODES, "uniqueItems": True, **_one_line(system)}
        case Records(fields=fields, most=most, unique=unique):
            apart = surely_unique(kind) if surely and unique else {}
            return {**apart, **type_, "items": {**named, **record(fields, surely=surely)}, "maxItems": most}
        case _:
            assert_never(kind)


def _finding(option: Option) -> Schema:
    label = option.label[:1].upper() + option.label[1:]
    return {
        "description": f"{label}. True: found. False: looked for and not found. Left out: not stated.",
        "type": "boolean",
    }


def _code(system: str) -> Schema:
    return {"type": "string", "maxLength": CODE_LENGTHS[system], "pattern": f"^({CODE_SYSTEMS[system]})$"}


def _one_line(system: str) -> Schema:
    """No code ends in a line break, before which `$` matches in several languages.

    Where all codes have one length, `maxLength` says so. Elsewhere the list says it, since generators of code that meet
    a `not` beside the type of a text forget the type.
    """
    if CODE_LENGTHS[system] == CODE_LEAST[system]:
        return {}
    text = {"type": "string"}
    return {"not": {"type": "array", "items": text, "contains": {**text, "pattern": "\\n"}}}
