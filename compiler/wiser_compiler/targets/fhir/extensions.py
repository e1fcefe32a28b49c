"""The extensions of FHIR R4 that a questionnaire has, and its units in UCUM."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

Element: TypeAlias = dict[str, Any]

_HL7 = "http://hl7.org/fhir/StructureDefinition/"
ITEM_CONTROLS = "http://hl7.org/fhir/questionnaire-item-control"
UCUM = "http://unitsofmeasure.org"

# The units of policies. What UCUM has no unit for is counted, with its noun in braces as UCUM says.
UNITS: Mapping[str, str] = {
    "applications": "{applications}",
    "days": "d",
    "degrees": "deg",
    "episodes": "{episodes}",
    "events per hour": "{events}/h",
    "hours": "h",
    "kg/m2": "kg/m2",
    "mm": "mm",
    "mmHg": "mm[Hg]",
    "months": "mo",
    "nights per week": "{nights}/wk",
    "percent": "%",
    "points": "{points}",
    "sessions": "{sessions}",
    "square cm": "cm2",
    "weeks": "wk",
    "years": "a",
}


def control(code: str) -> Element:
    """How a renderer shows an item: `radio-button`, `check-box`, `drop-down` or `help`."""
    return _extension("questionnaire-itemControl", valueCodeableConcept={"coding": [coding(ITEM_CONTROLS, code)]})


def in_a_row() -> Element:
    """The answers of an item stand beside each other."""
    return _extension("questionnaire-choiceOrientation", valueCode="horizontal")


def lowest(**value: Any) -> Element:
    """The lowest number or the first day of an answer."""
    return _extension("minValue", **value)


def highest(**value: Any) -> Element:
    """The highest number or the last day of an answer."""
    return _extension("maxValue", **value)


def most_places(places: int) -> Element:
    """How many decimal places an answer has at most."""
    return _extension("maxDecimalPlaces", valueInteger=places)


def most_records(most: int) -> Element:
    """How often a group is answered at most."""
    return _extension("questionnaire-maxOccurs", valueInteger=most)


def unit_of(words: str) -> Element:
    """The unit of a number; in words alone where UNITS does not have it."""
    known = {"system": UCUM, "code": UNITS[words]} if words in UNITS else {}
    return _extension("questionnaire-unit", valueCoding={**known, "display": words})


def exclusive() -> Element:
    """Who chooses this option chooses no other."""
    return _extension("questionnaire-optionExclusive", valueBoolean=True)


def coding(system: str, code: str, display: str = "") -> Element:
    """A code of a code system."""
    return {"system": system, "code": code, **({"display": display} if display else {})}


def _extension(name: str, **value: Any) -> Element:
    return {"url": f"{_HL7}{name}", **value}
