"""The widgets of a form in react-jsonschema-form: what its own choice would hide."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias, assert_never

from wiser_compiler.core.model import (
    Choice,
    Codes,
    Date,
    Fact,
    FactType,
    Findings,
    Note,
    Number,
    OptionSet,
    Records,
    YesNo,
)

Widgets: TypeAlias = dict[str, Any]

RADIO: Widgets = {"ui:widget": "radio", "ui:options": {"inline": True}}


def widgets(facts: Iterable[Fact]) -> Widgets:
    """The widgets of those facts that need one, by name."""
    return {fact.name: chosen for fact in facts if (chosen := _widget(fact.type))}


def _widget(kind: FactType) -> Widgets:
    match kind:
        case YesNo():
            return RADIO
        case Findings(options=options):
            return {option.id: RADIO for option in options}
        case OptionSet():
            return {"listed": {"ui:widget": "checkboxes", "ui:options": {"inline": True}}}
        case Records(fields=fields):
            return {"listed": {"items": widgets(fields)}}
        case Note() | Number() | Date() | Choice() | Codes():
            return {}
        case _:
            assert_never(kind)
