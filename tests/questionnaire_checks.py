"""Checks of a FHIR R4 Questionnaire: the invariants of R4 and of Da Vinci DTR in FHIRPath, and lints of our own.

No validator of FHIR can be had from PyPI or npm; `docs/fhir.md` names the one to run outside. What FHIRPath says well
is said in it and run by fhirpathpy; what looks from one item to another is Python.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import fhirpathpy
from fhirpathpy.models import models
from wiser_compiler.fhir_names import ANSWERS, BASE, CPT, HCPCS, ICD_10
from wiser_compiler.targets.fhir.extensions import ITEM_CONTROLS, UCUM

Element = Mapping[str, Any]

# Names of R4 and DTR, with the element that each is about. que-12 of R4 4.0.1 says `> 2` by a mistake that R4B mended;
# DTR is of SDC, whose answerExpression a form without logic has not.
OF_RESOURCE = {
    "que-0": "name.matches('^[A-Z]([A-Za-z0-9_]){0,254}$')",
    "que-2": "descendants().linkId.isDistinct()",
    "identity": "url.exists() and version.exists() and title.exists() and date.exists() and publisher.exists()"
                " and description.exists() and effectivePeriod.start.exists()",
    "status": "status = 'draft' and experimental = true",
    "subject": "subjectType.count() = 1 and subjectType = 'Patient'",
    "no-profile": "meta.empty()",
    "copyright": f"descendants().where(system = '{CPT}').exists() implies copyright.exists()",
    "dom-2": "contained.empty()",
}  # fmt: skip
TYPES = "'group' | 'display' | 'decimal' | 'integer' | 'date' | 'string' | 'choice' | 'open-choice'"
OF_ITEM = {
    "que-1": "(type = 'group' implies item.exists()) and (type = 'display' implies item.empty())",
    "que-3": "type != 'display' or code.empty()",
    "que-4": "answerOption.empty() or answerValueSet.empty()",
    "que-5": "(type in ('choice' | 'open-choice' | 'decimal' | 'integer' | 'date' | 'dateTime' | 'time' | 'string' |"
             " 'quantity')) or (answerValueSet.empty() and answerOption.empty())",
    "que-6": "type != 'display' or (required.empty() and repeats.empty())",
    "que-8": "(type != 'group' and type != 'display') or initial.empty()",
    "que-9": "type != 'display' or readOnly.empty()",
    "que-10": "(type in ('boolean' | 'decimal' | 'integer' | 'string' | 'text' | 'url' | 'open-choice'))"
              " or maxLength.empty()",
    "que-11": "answerOption.empty() or initial.empty()",
    "que-12": "enableWhen.count() > 1 implies enableBehavior.exists()",
    "que-13": "repeats = true or initial.count() <= 1",
    "dtrq-2": "(type = 'choice' or type = 'open-choice') implies (answerOption.exists() or answerValueSet.exists())",
    "dtrq-3": "type = 'quantity' implies extension.where(url.matches('questionnaire-unit(Option|ValueSet)$')).exists()",
    "text": "text.exists()",
    "type": f"type in ({TYPES})",
    "never-required": "required.empty() and initial.empty() and readOnly.empty()",
    "inline-options": "answerValueSet.empty()",
    "help-is-text": "item.where(extension.valueCodeableConcept.coding.code = 'help').all(type = 'display')",
}  # fmt: skip
OF_CONDITION = {
    "que-7": "operator = 'exists' implies (answer is boolean)",
    "operators": "operator in ('=' | 'exists')",
}


def faults(questionnaire: Element) -> dict[str, list[str]]:
    """The checks that a questionnaire breaks, each with the linkIds concerned; `` for the resource as a whole."""
    found = {name: broken(name, questionnaire) for name in CHECKS}
    return {name: links for name, links in found.items() if links}


def broken(name: str, questionnaire: Element) -> list[str]:
    """The linkIds at which one check is broken."""
    if name in LINTS:
        return [*LINTS[name](questionnaire)]
    answers = _compiled(name)(questionnaire)
    if name in OF_RESOURCE:
        return [] if answers == [True] else [""]
    return [str(answer) for answer in answers]


@cache
def _compiled(name: str) -> Callable[[Element], list[Any]]:
    """An expression over the resource. One without a result counts as broken, as one that is false."""
    if name in OF_RESOURCE:
        path = OF_RESOURCE[name]
    elif name in OF_ITEM:
        path = f"Questionnaire.repeat(item).where(iif({OF_ITEM[name]}, false, true)).linkId"
    else:
        one = f"enableWhen.where(iif({OF_CONDITION[name]}, false, true))"
        path = f"Questionnaire.repeat(item).where({one}.exists()).linkId"
    return fhirpathpy.compile(path, models["r4"])  # type: ignore[no-any-return]


# ---------------------------------------------------------------- lints


def items(of: Element) -> Iterator[Element]:
    """Every item, each before those inside it, as a form shows them."""
    for item in of.get("item", ()):
        yield item
        yield from items(item)


def conditions(questionnaire: Element) -> Iterator[tuple[Element, Element]]:
    """Every item that is not always shown, with each of its conditions."""
    return ((item, one) for item in items(questionnaire) for one in item.get("enableWhen", ()))


def _dangling(questionnaire: Element) -> Iterator[str]:
    known = {item["linkId"] for item in items(questionnaire)}
    return (item["linkId"] for item, one in conditions(questionnaire) if one["question"] not in known)


def _forward(questionnaire: Element) -> Iterator[str]:
    """A question is shown by an answer that stands before it, and so by none of its own."""
    place = {item["linkId"]: number for number, item in enumerate(items(questionnaire))}
    for item, one in conditions(questionnaire):
        if place.get(one["question"], -1) >= place[item["linkId"]]:
            yield item["linkId"]


def _cycles(questionnaire: Element) -> Iterator[str]:
    waits: dict[str, set[str]] = {}
    for item, one in conditions(questionnaire):
        waits.setdefault(item["linkId"], set()).add(one["question"])
    for link in waits:
        seen: set[str] = set()
        pending = [link]
        while pending:
            for other in waits.get(pending.pop(), ()):
                if other == link:
                    yield link
                    pending.clear()
                    break
                if other not in seen:
                    seen.add(other)
                    pending.append(other)


def _hidden_source(questionnaire: Element) -> Iterator[str]:
    """The source of a condition is always shown wherever the question can be: a hidden one has no answer."""
    hidden: dict[str, tuple[str, ...]] = {}

    def walk(of: Element, under: tuple[str, ...]) -> None:
        for item in of.get("item", ()):
            inside = (*under, item["linkId"]) if "enableWhen" in item else under
            hidden[item["linkId"]] = inside
            walk(item, inside)

    walk(questionnaire, ())
    for item, one in conditions(questionnaire):
        source = hidden.get(one["question"], ())
        if source != hidden[item["linkId"]][: len(source)]:
            yield item["linkId"]


def _answer_type(questionnaire: Element) -> Iterator[str]:
    types = {item["linkId"]: item["type"] for item in items(questionnaire)}
    for item, one in conditions(questionnaire):
        wanted = "answerBoolean" if one["operator"] == "exists" else ANSWER_OF.get(types.get(one["question"], ""))
        if [key for key in one if key.startswith("answer")] != [wanted]:
            yield item["linkId"]


ANSWER_OF = {
    "choice": "answerCoding", "open-choice": "answerCoding", "integer": "answerInteger", "decimal": "answerDecimal",
    "date": "answerDate", "string": "answerString", "boolean": "answerBoolean",
}  # fmt: skip


def _not_offered(questionnaire: Element) -> Iterator[str]:
    """A condition wants an answer that its question offers."""
    offers = {item["linkId"]: _pairs(item) for item in items(questionnaire)}
    for item, one in conditions(questionnaire):
        wanted = one.get("answerCoding")
        if wanted and (wanted.get("system"), wanted.get("code")) not in offers.get(one["question"], ()):
            yield item["linkId"]


def _unreachable(questionnaire: Element) -> Iterator[str]:
    """Some answer shows the item: with `all`, not two answers of one question that allows one, nor one and none."""
    single = {item["linkId"] for item in items(questionnaire) if not item.get("repeats")}
    for item in items(questionnaire):
        wanted: dict[str, set[str]] = {}
        for one in item.get("enableWhen", ()):
            said = str(one.get("answerCoding", one.get("answerBoolean")))
            wanted.setdefault(one["question"], set()).add(said)
        clash = any(len(said) > 1 and (link in single or "False" in said) for link, said in wanted.items())
        if clash and item.get("enableBehavior") == "all":
            yield item["linkId"]


def _repeated_option(questionnaire: Element) -> Iterator[str]:
    for item in items(questionnaire):
        if len(set(_pairs(item))) < len(_pairs(item)):
            yield item["linkId"]


def _pairs(item: Element) -> list[tuple[Any, Any]]:
    codings = [option.get("valueCoding", {}) for option in item.get("answerOption", ())]
    return [(coding.get("system"), coding.get("code")) for coding in codings]


def _bare_option(questionnaire: Element) -> Iterator[str]:
    """Every option has a system, a code and words."""
    for item in items(questionnaire):
        for option in item.get("answerOption", ()):
            if not all(option.get("valueCoding", {}).get(key) for key in ("system", "code", "display")):
                yield item["linkId"]


SYSTEMS = {ANSWERS, CPT, HCPCS, ICD_10, UCUM, ITEM_CONTROLS}


def _systems(questionnaire: Element) -> Iterator[str]:
    """Every code is of a known system, or of one for the options of this policy alone."""
    own = f"{BASE}/CodeSystem/{questionnaire.get('url', '').rpartition('/')[2]}."
    for item in items(questionnaire):
        of_item = {key: value for key, value in item.items() if key != "item"}
        if any(not (system in SYSTEMS or system.startswith(own)) for system in _every(of_item, "system")):
            yield item["linkId"]


def _codes_of_system(questionnaire: Element) -> Iterator[str]:
    """CPT codes begin with a digit, codes of HCPCS level II with a letter; both have five signs, and ICD-10 has not."""
    for item in items(questionnaire):
        for system, code in _pairs(item):
            shape = ICD_10 if len(str(code)) != 5 or "." in str(code) else CPT if str(code)[0].isdigit() else HCPCS
            if system in (CPT, HCPCS, ICD_10) and system != shape:
                yield item["linkId"]


def _every(value: Any, key: str) -> Iterator[Any]:
    if isinstance(value, Mapping):
        yield from ([value[key]] if key in value else [])
        for inner in value.values():
            yield from _every(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _every(inner, key)


EXTENSIONS: Mapping[str, tuple[str, ...]] = {
    "questionnaire-itemControl": ("valueCodeableConcept",),
    "questionnaire-choiceOrientation": ("valueCode",),
    "questionnaire-unit": ("valueCoding",),
    "questionnaire-optionExclusive": ("valueBoolean",),
    "questionnaire-maxOccurs": ("valueInteger",),
    "minValue": ("valueInteger", "valueDecimal", "valueDate"),
    "maxValue": ("valueInteger", "valueDecimal", "valueDate"),
    "maxDecimalPlaces": ("valueInteger",),
}
_HL7 = "http://hl7.org/fhir/StructureDefinition/"


def _extensions(questionnaire: Element) -> Iterator[str]:
    """Only extensions that R4 defines, each with a value of its type, and none that a reader must understand."""
    for item in ({"linkId": "", **{k: v for k, v in questionnaire.items() if k != "item"}}, *items(questionnaire)):
        own = {key: value for key, value in item.items() if key != "item"}
        used = [one for group in _every(own, "extension") for one in group]
        known = all(
            one["url"].removeprefix(_HL7) in EXTENSIONS
            and next(key for key in one if key != "url") in EXTENSIONS[one["url"].removeprefix(_HL7)]
            and len(one) == 2
            for one in used
        )
        if not known or list(_every(own, "modifierExtension")):
            yield item["linkId"]


def _limits(questionnaire: Element) -> Iterator[str]:
    """Limits are of the type of their question, and in order."""
    for item in items(questionnaire):
        limits = {one["url"].removeprefix(_HL7): one for one in item.get("extension", ())}
        low, high = limits.get("minValue"), limits.get("maxValue")
        key = {"integer": "valueInteger", "decimal": "valueDecimal", "date": "valueDate"}.get(item["type"])
        typed = bool(key and low and high and key in low and key in high)
        if typed != bool(key or low or high) or (key and low and high and typed and low[key] > high[key]):
            yield item["linkId"]


def _one_answer_by_radio(questionnaire: Element) -> Iterator[str]:
    """Radio buttons and lists that open take one answer, check boxes many; a yes-or-no question is no check box."""
    for item in items(questionnaire):
        controls = {coding["code"] for coding in _every(item.get("extension", []), "coding") for coding in coding}
        many = {"check-box": True, "radio-button": False, "drop-down": False}
        for control in controls & many.keys():
            if item["type"] != "choice" or many[control] != bool(item.get("repeats")):
                yield item["linkId"]
        if item["type"] == "choice" and not controls & many.keys():
            yield item["linkId"]


def _none_is_an_answer(questionnaire: Element) -> Iterator[str]:
    """Where many answers are possible, *none* is one: no answer would mean that nobody looked."""
    for item in items(questionnaire):
        if item.get("repeats") and item["type"] != "group" and (ANSWERS, "none") not in _pairs(item):
            yield item["linkId"]


def _says_what_it_is_about(questionnaire: Element) -> Iterator[str]:
    """The form speaks of documentation, and says so before anything else."""
    first = next(items(questionnaire), {})
    said = first.get("text", "") if first.get("type") == "display" else ""
    if not all("not a coverage decision" in text for text in (said, questionnaire.get("description", ""))):
        yield ""


LINTS: Mapping[str, Callable[[Element], Iterator[str]]] = {
    "dangling": _dangling,
    "forward": _forward,
    "cycle": _cycles,
    "hidden-source": _hidden_source,
    "answer-type": _answer_type,
    "not-offered": _not_offered,
    "unreachable": _unreachable,
    "repeated-option": _repeated_option,
    "bare-option": _bare_option,
    "systems": _systems,
    "codes-of-system": _codes_of_system,
    "extensions": _extensions,
    "limits": _limits,
    "controls": _one_answer_by_radio,
    "none-is-an-answer": _none_is_an_answer,
    "notice": _says_what_it_is_about,
}
CHECKS = (*OF_RESOURCE, *OF_ITEM, *OF_CONDITION, *LINTS)


# ---------------------------------------------------------------- responses


def shown(questionnaire: Element, response: Element) -> set[str]:
    """The linkIds of the items that a renderer shows beside these answers, by the meaning of `enableWhen` in R4."""
    answers: dict[str, list[Any]] = {}
    for item in items(response):
        answers.setdefault(item["linkId"], []).extend(item.get("answer", ()))

    def holds(one: Element) -> bool:
        given = answers.get(one["question"], [])
        if one["operator"] == "exists":
            return bool(given) is one["answerBoolean"]
        key = next(key for key in one if key.startswith("answer"))
        wanted = one[key]
        return any(_same(answer.get(f"value{key.removeprefix('answer')}"), wanted) for answer in given)

    def walk(of: Element) -> Iterator[str]:
        for item in of.get("item", ()):
            found = [holds(one) for one in item.get("enableWhen", ())]
            if not found or (all(found) if item.get("enableBehavior") == "all" else any(found)):
                yield item["linkId"]
                yield from walk(item)

    return set(walk(questionnaire))


def _same(answer: Any, wanted: Any) -> bool:
    if isinstance(wanted, Mapping) and isinstance(answer, Mapping):
        return all(answer.get(key) == wanted[key] for key in ("system", "code"))
    return bool(answer == wanted)


def misfits(questionnaire: Element, response: Element) -> list[str]:
    """The linkIds at which a response does not fit its questionnaire: place, order, how often, type, options."""
    return list(_misfits(questionnaire, response))


def _misfits(asked: Element, said: Element) -> Iterator[str]:
    known = {item["linkId"]: item for item in asked.get("item", ())}
    places = [[*known].index(item["linkId"]) for item in said.get("item", ()) if item["linkId"] in known]
    if places != sorted(places):
        yield asked.get("linkId", "")
    seen: set[str] = set()
    for item in said.get("item", ()):
        link = item["linkId"]
        if link not in known or (link in seen and not (known[link].get("repeats") and known[link]["type"] == "group")):
            yield link
            continue
        seen.add(link)
        if known[link]["type"] == "group":
            yield from ([link] if "answer" in item else _misfits(known[link], item))
        else:
            answers = item.get("answer", [None])
            if "item" in item or not all(map(_fits(known[link]), answers)):
                yield link
            if len(answers) > 1 and not known[link].get("repeats"):
                yield link


def _fits(question: Element) -> Callable[[Any], bool]:
    """Whether an answer has the type of a question, and is one that it offers."""
    kind = question["type"]

    def fits(answer: Any) -> bool:
        if not isinstance(answer, dict) or len(answer) != 1:
            return False
        ((key, value),) = answer.items()
        if key == "valueCoding":
            return kind in ("choice", "open-choice") and (value["system"], value["code"]) in _pairs(question)
        types = {"integer": int, "decimal": (int, float), "date": str, "string": str, "open-choice": str}
        name = "String" if kind == "open-choice" else kind.capitalize()
        return key == f"value{name}" and kind in types and isinstance(value, types[kind])

    return fits
