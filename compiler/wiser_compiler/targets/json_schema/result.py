"""The schema of the result of a validator as JSON: of one policy, and of whatever `check` may answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias, get_args

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
from wiser_compiler.core.model import Expr, Policy, Records
from wiser_compiler.core.normal_form import meaning
from wiser_compiler.core.walk import criterion_parts, parts
from wiser_compiler.targets.json_schema.logic import NOTHING, Schema, among

EFFECTS = ("scope", "required", "advisory")
JOINTS = "^(|all of|any of|none of|only if|at least [1-9][0-9]{0,3} of)$"

# Bounds for readers that need one, far above those of any policy.
MOST_TEXT = 100_000
MOST_PARTS = 10_000


@dataclass(frozen=True, slots=True)
class _Names:
    """The schemas of the names in a result, and the most items of its lists."""

    policy: Schema
    version: Schema
    meaning: Schema
    outcome: Schema
    criterion: Schema
    fact: Schema
    clock: Schema
    state: Schema
    service: Schema
    add_on: Schema
    primary: Schema
    most: Mapping[str, int]


Use: TypeAlias = Callable[[str], Schema]  # a reference to a definition, or the definition itself


def result(policy: Policy) -> Schema:
    """The schema of an object with the answer of this policy and version, and nothing else."""
    names = _Names(
        policy=among([policy.id, ""]),
        version=among([policy.version, ""]),
        meaning=among([meaning(policy), ""]),
        outcome=among(SCOPE_OUTCOMES if policy.program else OUTCOMES),
        criterion=_names(criterion.id for criterion in policy.criteria),
        fact=_names(_fact_names(policy)),
        clock=_names(clock.id for clock in policy.clocks),
        state=_names(state.id for state in policy.states),
        service=_names(service.id for service in policy.services),
        add_on=_names(code.code for code in policy.codes if code.add_on_to),
        primary=_names(primary for code in policy.codes for primary in code.add_on_to),
        most=_most([policy]),
    )
    read = {"policy": among([policy.id]), "criteria": {**_OBJECTS, "minItems": len(policy.criteria)}}
    return {**_whole(names, _ref), "not": _neither_way(names, read), "$defs": dict(_definitions(names, _ref))}


def result_of_any(policies: Sequence[Policy]) -> Schema:
    """The schema of what `check` and `scope` answer, by any of the policies or by none.

    It has no reference, so that it can be copied into another document, such as one of OpenAPI.
    """
    names = _Names(
        policy=_names(chain((policy.id for policy in policies), [""])),
        version=_names(chain((policy.version for policy in policies), [""])),
        meaning={"type": "string", "maxLength": 64, "pattern": "^([0-9a-f]{64})?$"},
        outcome=_names((*OUTCOMES, *SCOPE_OUTCOMES)),
        criterion=_TEXT,
        fact=_TEXT,
        clock=_TEXT,
        state=_names(state.id for policy in policies for state in policy.states),
        service=_names(service.id for policy in policies for service in policy.services),
        add_on=_TEXT,
        primary=_TEXT,
        most=_most(policies),
    )
    known: dict[str, Schema] = {}
    criteria = [criterion for policy in policies for criterion in policy.criteria]
    levels = max((_levels(part) for criterion in criteria for part in criterion_parts(criterion)), default=0)
    levels += 2  # its exception, and the condition under which it applies, are joined to the requirement
    known.update(_definitions(names, known.__getitem__, levels))  # each is known before the next one is made
    read = {"criteria": {**_OBJECTS, "minItems": 1}}
    return {**_whole(names, known.__getitem__), "not": _neither_way(names, read)}


def _names(names: Iterable[str]) -> Schema:
    return among(list(dict.fromkeys(names)) or [""])


def _most(policies: Sequence[Policy]) -> Mapping[str, int]:
    """The most items of the lists of a result, by any of the policies."""
    lists: Mapping[str, Callable[[Policy], int]] = {
        "criteria": lambda policy: len(policy.criteria),
        "deadlines": lambda policy: len(policy.clocks),
        "services": lambda policy: len(policy.services),
        "later_editions": lambda policy: len(policy.for_staff.known_editions),
        "left_off": lambda policy: sum(bool(code.add_on_to) for code in policy.codes),
    }
    return {name: max(map(size, policies), default=0) for name, size in lists.items()}


def _levels(expr: Expr) -> int:
    """How deep an expression is nested, and the reason for its truth at most."""
    return 1 + max(map(_levels, parts(expr)), default=0)


def _whole(names: _Names, use: Use) -> Schema:
    most = names.most
    return _object(
        {
            "file": _text("The file of the request, where a command names it"),
            "policy": _said("The policy that was applied; empty where none could be chosen", names.policy),
            "version": _said("Its version; empty where none could be chosen", names.version),
            "meaning": _said("The hash of what that version means; empty like it", names.meaning),
            "outcome": _said("What the criteria say together", {"title": "Outcome", **names.outcome}),
            "notice": _text("What this answer is, and what it is not"),
            "criteria": _list("Every criterion, in the order of the policy", use("Criterion"), most["criteria"]),
            "problems": _list("Why the request is invalid", use("Problem")),
            "deadlines": _list("Days that follow from those of the request", use("Deadline"), most["deadlines"]),
            "state": _said("Who answers the request where the service is given", _or_null(use("State"))),
            "services": _list(
                "The services of a program whose codes are on the request",
                {"title": "Service", **names.service},
                most["services"],
            ),
            "later_editions": _list(
                "Later editions that are known and not encoded; they change no outcome",
                use("LaterEdition"),
                most["later_editions"],
            ),
            "left_off": _list(
                "Add-on codes that are not on the request while a primary code of theirs is",
                use("LeftOff"),
                most["left_off"],
            ),
        },
        optional=("file",),
    )


def _neither_way(names: _Names, read: Schema) -> Schema:
    """Neither is a request read and every criterion answered, nor is it invalid and none is.

    It is said by `not`, since most generators of code make several types of the alternatives of one object.
    """
    outcomes = [outcome for outcome in names.outcome["enum"] if outcome != INVALID]
    decided = {**read, "outcome": among(outcomes), "problems": {**_OBJECTS, "maxItems": 0}}
    invalid = {
        "outcome": among([INVALID]),
        "criteria": {**_OBJECTS, "maxItems": 0},
        "problems": {**_OBJECTS, "minItems": 1},
    }
    return {"type": "object", "not": {"anyOf": [_with(decided), _with(invalid)]}}


def _definitions(names: _Names, use: Use, levels: int = 0) -> Iterator[tuple[str, Schema]]:
    """The parts of a result by name, each after those that it uses; the reasons to a depth of `levels`, or any."""
    yield "FactName", _said("A fact", names.fact)
    yield "CriterionId", _said("The criterion", names.criterion)
    yield "Verdict", _said("What the request shows", among(VERDICTS))
    yield "Truth", _said("What was found", among([MET, NOT_MET, MISSING]))
    yield "ClockId", _said("The clock", names.clock)
    yield "DayVerdict", _said("Whether the day is known", among(["known", MISSING, NOT_APPLICABLE]))
    yield "StateId", _said("The state", names.state)
    yield "ProblemCode", _said("The kind of problem, for programs", among(get_args(ProblemCode)))
    yield "AddOnCode", _said("The add-on code", names.add_on)
    yield (
        "Citation",
        _object(
            {
                "source": _text("The source, by its name in the policy"),
                "title": _text("Its title"),
                "version": _text("Its version; may be empty"),
                "section": _text("Its section; may be empty"),
                "place": _text("The place in it"),
            }
        ),
    )
    yield "Reading", _object({"id": _text("The question"), "text": _text("How it is read")})
    yield (
        "MissingFact",
        _object(
            {
                "fact": use("FactName"),
                "ask": _text("The question to answer"),
                "chart": _text("Where in the chart to look"),
            }
        ),
    )
    yield (
        "Problem",
        _object(
            {
                "path": _text("Where in the request, as a JSON pointer"),
                "rule": _text("The rule that is broken there; never the value"),
                "code": use("ProblemCode"),
            }
        ),
    )
    yield "Reason", _reasons(use, levels)
    yield (
        "Criterion",
        _object(
            {
                "id": use("CriterionId"),
                "title": _text("What it asks for"),
                "effect": _said("What not met means for the request", {"title": "Effect", **among(EFFECTS)}),
                "verdict": use("Verdict"),
                "cite": _list("Where the sources say it", use("Citation")),
                "readings": _list("How ambiguous places of the sources are read", use("Reading")),
                "missing": _list("What would have to be stated", use("MissingFact")),
                "decided_by": _list("The facts that decided it", use("FactName")),
                "reason": use("Reason"),
            },
            optional=("reason",),
        ),
    )
    yield (
        "Deadline",
        _object(
            {
                "id": use("ClockId"),
                "title": _text("What is due"),
                "words": _text("How the day is counted"),
                "day": _said("The day as YYYY-MM-DD", _or_null(_DAY)),
                "verdict": use("DayVerdict"),
                "cite": _list("Where the sources say it", use("Citation")),
                "readings": _list("How ambiguous places of the sources are read", use("Reading")),
                "missing": _list("What would have to be stated", use("MissingFact")),
            }
        ),
    )
    yield (
        "State",
        _object(
            {
                "id": use("StateId"),
                "label": _text("Its name"),
                "mac": _text("The Medicare administrative contractor"),
                "jurisdiction": _text("Its jurisdiction"),
                "participant": _text("The model participant, who answers requests"),
                "portal": _text("The address of its portal; may be empty"),
                "telephone": _text("Its telephone number; may be empty"),
                "fax": _text("Its fax number; may be empty"),
                "coverage": _text("The document that governs the service there; may be empty"),
                "cite": _list("Where the sources say it", use("Citation")),
            }
        ),
    )
    yield (
        "LaterEdition",
        _object(
            {
                "name": _text("Its name"),
                "from": _said("The first day of receipt that it concerns", _DAY),
                "known": _text("What is known of it"),
                "cite": _list("Where it is known from", use("Citation")),
            }
        ),
    )
    yield (
        "LeftOff",
        _object(
            {
                "code": use("AddOnCode"),
                "label": _text("Its label; may be empty"),
                "primaries": _list(
                    "The codes beside one of which it stands", {"title": "PrimaryCode", **names.primary}
                ),
                "if_left_off": _text("What becomes of its claim line"),
                "cite": _list("Where the sources say it", use("Citation")),
            }
        ),
    )


def _reasons(use: Use, levels: int) -> Schema:
    """A reason, whose parts are reasons."""
    if not levels:
        return _reason(use, _list(PARTS, use("Reason")))
    reason = _reason(use, _list(PARTS, NOTHING, 0))
    for _ in range(levels - 1):
        reason = _reason(use, _list(PARTS, reason))
    return reason


PARTS = "The parts it is made of"


def _reason(use: Use, parts_of_it: Schema) -> Schema:
    return _object(
        {
            "words": _text("What was tested"),
            "truth": use("Truth"),
            "joint": _said("How the parts are joined; empty for a single test", {**_TEXT, "pattern": JOINTS}),
            "quote": _text("The words of the source; may be empty"),
            "facts": _list("The facts it looked at", use("FactName")),
            "parts": parts_of_it,
        }
    )


def _fact_names(policy: Policy) -> list[str]:
    """The facts of the request, and those of the records of its lists."""
    fields = [field for fact in policy.facts if isinstance(fact.type, Records) for field in fact.type.fields]
    return [fact.name for fact in (*policy.facts, *fields)]


# ---------------------------------------------------------------- building blocks


def _object(properties: Mapping[str, Schema], optional: Sequence[str] = ()) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def _with(properties: Mapping[str, Schema]) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _list(description: str, items: Schema, most: int = MOST_PARTS) -> Schema:
    return {"description": f"{description}.", "type": "array", "items": items, "maxItems": most}


def _said(description: str, schema: Schema) -> Schema:
    return {"description": f"{description}.", **schema}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}  # alone: draft-07 ignores the keywords beside it


_TEXT: Schema = {"type": "string", "maxLength": MOST_TEXT}
_OBJECTS: Schema = {"type": "array", "items": {"type": "object"}}  # linters of OpenAPI want `items` in every array
_DAY: Schema = {"type": "string", "maxLength": 10, "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def _text(description: str) -> Schema:
    return _said(description, _TEXT)
