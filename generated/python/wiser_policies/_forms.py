"""The answers of a form as a request, and a request as answers: for `generated/forms/<id>/<version>/form.schema.json`.

The answers stand in sections, one for each heading of the chart. A yes or no, a finding and a choice have `not stated`
as an answer too. A list, a set and codes are an object: `listed` has what there is, `none` says that there is nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, assert_never

from wiser_policies._check import validator
from wiser_policies._policy import Fact
from wiser_policies._rules import plain

UNSTATED: Final = object()
DEEPEST: Final = 6  # the answers, a section, a list, what is listed, a record, a set of it, what is listed
NOT_STATED: Final = "not stated"
ANSWERS: Final[Mapping[object, object]] = {"yes": True, "no": False, NOT_STATED: UNSTATED}
WORDS: Final[Mapping[object, str]] = {True: "yes", False: "no"}


def request_from_form(answers: object, policy: str) -> dict[str, Any]:
    """The request that the answers of a form state, for `check`. Never raises on any answers.

    `policy` names the version of the form, as in `esi@6.0.0`; `esi` alone is the newest. What is not stated is left
    out, and so is a question without an answer: null, an empty text, an empty list whose box `none` is not ticked. What
    is no answer of this form stays in the request, under its own name or its place in the form, so that `check` says
    what is wrong with it.
    Raises LookupError for a version that does not exist.
    """
    return request_of(validator(policy).POLICY.facts, answers)


def form_from_request(request: Mapping[str, Any], policy: str) -> dict[str, Any]:
    """The answers of a form that state a request, to show one that was saved.

    `request_from_form` gives the same request back, but for findings without an item, which state nothing.
    Raises LookupError for a version that does not exist, TypeError for a request that is no mapping.
    """
    if not isinstance(request, Mapping):
        raise TypeError("a request is an object whose keys are facts")
    return answers_of(validator(policy).POLICY.facts, request)


def request_of(facts: Sequence[Fact], answers: object) -> dict[str, Any]:
    """The request that answers state about these facts."""
    known, said = _by_name(facts), plain(answers, DEEPEST)
    if type(said) is not dict:
        return {"/": said}
    request: dict[str, Any] = {}
    for section, part in said.items():
        if type(part) is not dict:
            request[f"/{section}"] = part
            continue
        for name, value in _stated(known, part).items():
            request[name if name not in request else f"/{section}/{name}"] = value
    return request


def answers_of(facts: Sequence[Fact], request: Mapping[str, Any]) -> dict[str, Any]:
    """The answers about these facts that state a request."""
    known = _by_name(facts)
    answers: dict[str, Any] = {}
    for name, value in request.items():
        section = section_key(known[name].chart if name in known else "")
        answers.setdefault(section, {})[name] = _said(known[name], value) if name in known else value
    return answers


def section_key(heading: str) -> str:
    """The key of the section of a form that has the facts under a heading of the chart."""
    return re.sub("[^a-z0-9]+", "_", heading.lower()).strip("_") or "other"


def _stated(facts: Mapping[str, Fact], answers: Mapping[str, Any]) -> dict[str, Any]:
    """The facts that answers state, of a section or of a record."""
    found = {name: _value(facts[name], said) if name in facts else said for name, said in answers.items()}
    return {name: value for name, value in found.items() if value is not UNSTATED}


def _value(fact: Fact, said: Any) -> Any:
    """What an answer states; an answer that is none stays as it is."""
    if said is None or said == "":
        return UNSTATED
    match fact.kind:
        case "yes_no":
            return _truth(said)
        case "choice":
            return UNSTATED if said == NOT_STATED else said
        case "findings":
            if type(said) is not dict:
                return said
            items = {item: _truth(found) for item, found in said.items()}
            return {item: found for item, found in items.items() if found is not UNSTATED} or UNSTATED
        case "set" | "codes" | "list":
            return _listed(fact, said)
        case "note" | "number" | "date":
            return said
        case _:
            assert_never(fact.kind)


def _truth(said: Any) -> Any:
    return UNSTATED if said is None else ANSWERS.get(said, said) if type(said) is str else said


def _listed(fact: Fact, said: Any) -> Any:
    if type(said) is not dict or not said.keys() <= {"listed", "none"}:
        return said
    listed, none = said.get("listed"), said.get("none")
    unticked = none is None or none is False
    if listed is not None and listed != []:
        return _rows(fact, listed) if unticked else said  # with both, it is no answer
    return [] if none is True else UNSTATED if unticked else said


def _rows(fact: Fact, listed: Any) -> Any:
    if fact.kind != "list" or type(listed) is not list:
        return listed
    fields = _by_name(fact.fields)
    return [_stated(fields, row) if type(row) is dict else row for row in listed]


def _said(fact: Fact, value: Any) -> Any:
    """The answer that states a value; a value that is none stays as it is."""
    match fact.kind:
        case "yes_no":
            return _word(value)
        case "findings" if type(value) is dict:
            return {item: _word(found) for item, found in value.items()}
        case "list" if type(value) is list and value:
            return {"listed": [_row(fact.fields, row) for row in value]}
        case "set" | "codes" | "list" if type(value) is list:
            return {"listed": value} if value else {"none": True}
        case _:  # other kinds: are stated as they are
            return value


def _word(value: Any) -> Any:
    return WORDS[value] if type(value) is bool else value


def _row(fields: Sequence[Fact], row: Any) -> Any:
    if type(row) is not dict:
        return row
    known = _by_name(fields)
    return {name: _said(known[name], value) if name in known else value for name, value in row.items()}


def _by_name(facts: Sequence[Fact]) -> dict[str, Fact]:
    return {fact.name: fact for fact in facts}
