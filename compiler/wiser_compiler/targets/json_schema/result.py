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
from wiser_compiler.targets.json_schema.answers import (
    DAY,
    OBJECTS,
    TEXT,
    list_of,
    object_of,
    object_with,
    or_null,
    ref,
    said,
    text,
)
from wiser_compiler.targets.json_schema.ask import ASK_LIST
from wiser_compiler.targets.json_schema.logic import NOTHING, Schema, among

EFFECTS = ("scope", "required", "advisory")
JOINTS = "^(|all of|any of|none of|only if|at least [1-9][0-9]{0,3} of)$"


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
    read = {"policy": among([policy.id]), "criteria": {**OBJECTS, "minItems": len(policy.criteria)}}
    return {**_whole(names, ref), "not": _neither_way(names, read), "$defs": dict(_definitions(names, ref))}


def result_of_any(policies: Sequence[Policy]) -> Schema:
    """The schema of what `check` and `scope` answer, by any of the policies or by none.

    It has no reference, so that it can be copied into another document, such as one of OpenAPI.
    """
    names = _Names(
        policy=_names(chain((policy.id for policy in policies), [""])),
        version=_names(chain((policy.version for policy in policies), [""])),
        meaning={"type": "string", "maxLength": 64, "pattern": "^([0-9a-f]{64})?$"},
        outcome=_names((*OUTCOMES, *SCOPE_OUTCOMES)),
        criterion=TEXT,
        fact=TEXT,
        clock=TEXT,
        state=_names(state.id for policy in policies for state in policy.states),
        service=_names(service.id for policy in policies for service in policy.services),
        add_on=TEXT,
        primary=TEXT,
        most=_most(policies),
    )
    known: dict[str, Schema] = {}
    criteria = [criterion for policy in policies for criterion in policy.criteria]
    levels = max((_levels(part) for criterion in criteria for part in criterion_parts(criterion)), default=0)
    levels += 2  # its exception, and the condition under which it applies, are joined to the requirement
    known.update(_definitions(names, known.__getitem__, levels))  # each is known before the next one is made
    read = {"criteria": {**OBJECTS, "minItems": 1}}
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
    return object_of(
        {
            "file": text("The file of the request, where a command names it"),
            "policy": said("The policy that was applied; empty where none could be chosen", names.policy),
            "version": said("Its version; empty where none could be chosen", names.version),
            "meaning": said("The hash of what that version means; empty like it", names.meaning),
            "outcome": said("What the criteria say together", {"title": "Outcome", **names.outcome}),
            "notice": text("What this answer is, and what it is not"),
            "criteria": list_of("Every criterion, in the order of the policy", use("Criterion"), most["criteria"]),
            "problems": list_of("Why the request is invalid", use("Problem")),
            "deadlines": list_of("Days that follow from those of the request", use("Deadline"), most["deadlines"]),
            "state": said("Who answers the request where the service is given", or_null(use("State"))),
            "services": list_of(
                "The services of a program whose codes are on the request",
                {"title": "Service", **names.service},
                most["services"],
            ),
            "later_editions": list_of(
                "Later editions that are known and not encoded; they change no outcome",
                use("LaterEdition"),
                most["later_editions"],
            ),
            "left_off": list_of(
                "Add-on codes that are not on the request while a primary code of theirs is",
                use("LeftOff"),
                most["left_off"],
            ),
            "ask": {"description": "What would make the request ready, where a command says it.", **ASK_LIST},
        },
        optional=("file", "ask"),
    )


def _neither_way(names: _Names, read: Schema) -> Schema:
    """Neither is a request read and every criterion answered, nor is it invalid and none is.

    It is said by `not`, since most generators of code make several types of the alternatives of one object.
    """
    outcomes = [outcome for outcome in names.outcome["enum"] if outcome != INVALID]
    decided = {**read, "outcome": among(outcomes), "problems": {**OBJECTS, "maxItems": 0}}
    invalid = {
        "outcome": among([INVALID]),
        "criteria": {**OBJECTS, "maxItems": 0},
        "problems": {**OBJECTS, "minItems": 1},
    }
    return {"type": "object", "not": {"anyOf": [object_with(decided), object_with(invalid)]}}


def _definitions(names: _Names, use: Use, levels: int = 0) -> Iterator[tuple[str, Schema]]:
    """The parts of a result by name, each after those that it uses; the reasons to a depth of `levels`, or any."""
    yield "FactName", said("A fact", names.fact)
    yield "CriterionId", said("The criterion", names.criterion)
    yield "Verdict", said("What the request shows", among(VERDICTS))
    yield "Truth", said("What was found", among([MET, NOT_MET, MISSING]))
    yield "ClockId", said("The clock", names.clock)
    yield "DayVerdict", said("Whether the day is known", among(["known", MISSING, NOT_APPLICABLE]))
    yield "StateId", said("The state", names.state)
    yield "ProblemCode", said("The kind of problem, for programs", among(get_args(ProblemCode)))
    yield "AddOnCode", said("The add-on code", names.add_on)
    yield (
        "Citation",
        object_of(
            {
                "source": text("The source, by its name in the policy"),
                "title": text("Its title"),
                "version": text("Its version; may be empty"),
                "section": text("Its section; may be empty"),
                "place": text("The place in it"),
            }
        ),
    )
    yield "Reading", object_of({"id": text("The question"), "text": text("How it is read")})
    yield (
        "MissingFact",
        object_of(
            {
                "fact": use("FactName"),
                "ask": text("The question to answer"),
                "chart": text("Where in the chart to look"),
            }
        ),
    )
    yield (
        "Problem",
        object_of(
            {
                "path": text("Where in the request, as a JSON pointer"),
                "rule": text("The rule that is broken there; never the value"),
                "code": use("ProblemCode"),
            }
        ),
    )
    yield "Reason", _reasons(use, levels)
    yield (
        "Criterion",
        object_of(
            {
                "id": use("CriterionId"),
                "title": text("What it asks for"),
                "effect": said("What not met means for the request", {"title": "Effect", **among(EFFECTS)}),
                "verdict": use("Verdict"),
                "cite": list_of("Where the sources say it", use("Citation")),
                "readings": list_of("How ambiguous places of the sources are read", use("Reading")),
                "missing": list_of("What would have to be stated", use("MissingFact")),
                "decided_by": list_of("The facts that decided it", use("FactName")),
                "reason": use("Reason"),
            },
            optional=("reason",),
        ),
    )
    yield (
        "Deadline",
        object_of(
            {
                "id": use("ClockId"),
                "title": text("What is due"),
                "words": text("How the day is counted"),
                "day": said("The day as YYYY-MM-DD", or_null(DAY)),
                "verdict": use("DayVerdict"),
                "cite": list_of("Where the sources say it", use("Citation")),
                "readings": list_of("How ambiguous places of the sources are read", use("Reading")),
                "missing": list_of("What would have to be stated", use("MissingFact")),
            }
        ),
    )
    yield (
        "State",
        object_of(
            {
                "id": use("StateId"),
                "label": text("Its name"),
                "mac": text("The Medicare administrative contractor"),
                "jurisdiction": text("Its jurisdiction"),
                "participant": text("The model participant, who answers requests"),
                "portal": text("The address of its portal; may be empty"),
                "telephone": text("Its telephone number; may be empty"),
                "fax": text("Its fax number; may be empty"),
                "coverage": text("The document that governs the service there; may be empty"),
                "cite": list_of("Where the sources say it", use("Citation")),
            }
        ),
    )
    yield (
        "LaterEdition",
        object_of(
            {
                "name": text("Its name"),
                "from": said("The first day of receipt that it concerns", DAY),
                "known": text("What is known of it"),
                "cite": list_of("Where it is known from", use("Citation")),
            }
        ),
    )
    yield (
        "LeftOff",
        object_of(
            {
                "code": use("AddOnCode"),
                "label": text("Its label; may be empty"),
                "primaries": list_of(
                    "The codes beside one of which it stands", {"title": "PrimaryCode", **names.primary}
                ),
                "if_left_off": text("What becomes of its claim line"),
                "cite": list_of("Where the sources say it", use("Citation")),
            }
        ),
    )


def _reasons(use: Use, levels: int) -> Schema:
    """A reason, whose parts are reasons."""
    if not levels:
        return _reason(use, list_of(PARTS, use("Reason")))
    reason = _reason(use, list_of(PARTS, NOTHING, 0))
    for _ in range(levels - 1):
        reason = _reason(use, list_of(PARTS, reason))
    return reason


PARTS = "The parts it is made of"


def _reason(use: Use, parts_of_it: Schema) -> Schema:
    return object_of(
        {
            "words": text("What was tested"),
            "truth": use("Truth"),
            "joint": said("How the parts are joined; empty for a single test", {**TEXT, "pattern": JOINTS}),
            "quote": text("The words of the source; may be empty"),
            "facts": list_of("The facts it looked at", use("FactName")),
            "parts": parts_of_it,
        }
    )


def _fact_names(policy: Policy) -> list[str]:
    """The facts of the request, and those of the records of its lists."""
    fields = [field for fact in policy.facts if isinstance(fact.type, Records) for field in fact.type.fields]
    return [fact.name for fact in (*policy.facts, *fields)]
