"""The schema of the result of a validator as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from wiser_compiler.core.case import ProblemCode
from wiser_compiler.core.evaluate import (
    INVALID,
    MET,
    MISSING,
    NOT_APPLICABLE,
    NOT_MET,
    OUTCOMES,
    SCOPE_OUTCOMES,
    VERDICTS,
)
from wiser_compiler.core.model import Policy, Records
from wiser_compiler.core.normal_form import meaning
from wiser_compiler.targets.json_schema.logic import Schema, among

EFFECTS = ("scope", "required", "advisory")
JOINTS = "^(|all of|any of|none of|only if|at least [1-9][0-9]{0,3} of)$"

# Bounds for readers that need one, far above those of any policy.
MOST_TEXT = 100_000
MOST_PARTS = 10_000


def result(policy: Policy) -> Schema:
    """The schema of an object with the answer of this policy and version, and nothing else."""
    count = len(policy.criteria)
    outcomes = SCOPE_OUTCOMES if policy.program else OUTCOMES
    decided = [outcome for outcome in outcomes if outcome != INVALID]
    whole = _object(
        {
            "file": _text("The file of the request, where a command names it"),
            "policy": _said("The policy that was applied; empty where none could be chosen", among([policy.id, ""])),
            "version": _said("Its version; empty where none could be chosen", among([policy.version, ""])),
            "meaning": _said("The hash of what that version means; empty like it", among([meaning(policy), ""])),
            "outcome": _said("What the criteria say together", among(outcomes)),
            "notice": _text("What this answer is, and what it is not"),
            "criteria": _list("Every criterion, in the order of the policy", _ref("Criterion"), count),
            "problems": _list("Why the request is invalid", _ref("Problem")),
            "deadlines": _list("Days that follow from those of the request", _deadline(policy), len(policy.clocks)),
            "state": _said("Who answers the request where the service is given", _or_null(_state(policy))),
            "services": _list(
                "The services of a program whose codes are on the request",
                among([service.id for service in policy.services] or [""]),
                len(policy.services),
            ),
            "later_editions": _list(
                "Later editions that are known and not encoded; they change no outcome",
                _EDITION,
                len(policy.for_staff.known_editions),
            ),
            "left_off": _list(
                "Add-on codes that are not on the request while a primary code of theirs is",
                _add_on(policy),
                sum(bool(code.add_on_to) for code in policy.codes),
            ),
        },
        optional=("file",),
    )
    return {
        **whole,
        "anyOf": [
            _either_way(among(decided), {"minItems": count}, {"maxItems": 0}, among([policy.id])),
            _either_way(among([INVALID]), {"maxItems": 0}, {"minItems": 1}, among([policy.id, ""])),
        ],
        "$defs": {
            "Criterion": _criterion(policy),
            "Citation": _CITATION,
            "Problem": _PROBLEM,
            "Reason": _reason(policy),
        },
    }


def _either_way(outcome: Schema, criteria: Schema, problems: Schema, policy: Schema) -> Schema:
    """A request is read and every criterion answered, or it is invalid and none is."""
    return {
        "type": "object",
        "properties": {
            "policy": policy,
            "outcome": outcome,
            "criteria": {"type": "array", **criteria},
            "problems": {"type": "array", **problems},
        },
        "required": ["policy", "outcome", "criteria", "problems"],
    }


def _deadline(policy: Policy) -> Schema:
    return _object(
        {
            "id": _said("The clock", among([clock.id for clock in policy.clocks] or [""])),
            "title": _text("What is due"),
            "words": _text("How the day is counted"),
            "day": _said("The day as YYYY-MM-DD", _or_null({"type": "string", "pattern": ISO_DAY})),
            "verdict": _said("Whether the day is known", among(["known", MISSING, NOT_APPLICABLE])),
            "cite": _list("Where the sources say it", _ref("Citation")),
            "readings": _list("How ambiguous places of the sources are read", _READING),
            "missing": _list("What would have to be stated", _missing(policy)),
        }
    )


def _state(policy: Policy) -> Schema:
    return _object(
        {
            "id": _said("The state", among([state.id for state in policy.states] or [""])),
            "label": _text("Its name"),
            "mac": _text("The Medicare administrative contractor"),
            "jurisdiction": _text("Its jurisdiction"),
            "participant": _text("The model participant, who answers requests"),
            "portal": _text("The address of its portal; may be empty"),
            "telephone": _text("Its telephone number; may be empty"),
            "fax": _text("Its fax number; may be empty"),
            "coverage": _text("The document that governs the service there; may be empty"),
            "cite": _list("Where the sources say it", _ref("Citation")),
        }
    )


def _add_on(policy: Policy) -> Schema:
    codes = [code for code in policy.codes if code.add_on_to]
    primaries = dict.fromkeys(primary for code in codes for primary in code.add_on_to)
    return _object(
        {
            "code": _said("The add-on code", among([code.code for code in codes] or [""])),
            "label": _text("Its label; may be empty"),
            "primaries": _list("The codes beside one of which it stands", among([*primaries] or [""])),
            "if_left_off": _text("What becomes of its claim line"),
            "cite": _list("Where the sources say it", _ref("Citation")),
        }
    )


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _missing(policy: Policy) -> Schema:
    return _object(
        {
            "fact": _said("The fact that is not stated", among(_fact_names(policy))),
            "ask": _text("The question to answer"),
            "chart": _text("Where in the chart to look"),
        }
    )


def _criterion(policy: Policy) -> Schema:
    fact = among(_fact_names(policy))
    return _object(
        {
            "id": _said("The criterion", among([criterion.id for criterion in policy.criteria])),
            "title": _text("What it asks for"),
            "effect": _said("What not met means for the request", among(EFFECTS)),
            "verdict": _said("What the request shows", among(VERDICTS)),
            "cite": _list("Where the sources say it", _ref("Citation")),
            "readings": _list("How ambiguous places of the sources are read", _READING),
            "missing": _list("What would have to be stated", _missing(policy)),
            "decided_by": _list("The facts that decided it", fact),
            "reason": _ref("Reason"),
        },
        optional=("reason",),
    )


def _fact_names(policy: Policy) -> list[str]:
    """The facts of the request, and those of the records of its lists."""
    fields = [field for fact in policy.facts if isinstance(fact.type, Records) for field in fact.type.fields]
    return list(dict.fromkeys(fact.name for fact in (*policy.facts, *fields)))


def _reason(policy: Policy) -> Schema:
    return _object(
        {
            "words": _text("What was tested"),
            "truth": _said("What was found", among([MET, NOT_MET, MISSING])),
            "joint": _said("How the parts are joined; empty for a single test", {**_TEXT, "pattern": JOINTS}),
            "quote": _text("The words of the source; may be empty"),
            "facts": _list("The facts it looked at", among(_fact_names(policy))),
            "parts": _list("The parts it is made of", _ref("Reason")),
        }
    )


# ---------------------------------------------------------------- building blocks


def _object(properties: Mapping[str, Schema], optional: Sequence[str] = ()) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def _list(description: str, items: Schema, most: int = MOST_PARTS) -> Schema:
    return {"description": f"{description}.", "type": "array", "items": items, "maxItems": most}


def _said(description: str, schema: Schema) -> Schema:
    return {"description": f"{description}.", **schema}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}  # alone: draft-07 ignores the keywords beside it


_TEXT: Schema = {"type": "string", "maxLength": MOST_TEXT}


def _text(description: str) -> Schema:
    return _said(description, _TEXT)


ISO_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

_READING = _object({"id": _text("The question"), "text": _text("How it is read")})

_EDITION = _object(
    {
        "name": _text("Its name"),
        "from": _said("The first day of receipt that it concerns", {"type": "string", "pattern": ISO_DAY}),
        "known": _text("What is known of it"),
        "cite": _list("Where it is known from", _ref("Citation")),
    }
)

_CITATION = _object(
    {
        "source": _text("The source, by its name in the policy"),
        "title": _text("Its title"),
        "version": _text("Its version; may be empty"),
        "section": _text("Its section; may be empty"),
        "place": _text("The place in it"),
    }
)

_PROBLEM = _object(
    {
        "path": _text("Where in the request, as a JSON pointer"),
        "rule": _text("The rule that is broken there; never the value"),
        "code": _said("The kind of problem, for programs", among(get_args(ProblemCode))),
    }
)
