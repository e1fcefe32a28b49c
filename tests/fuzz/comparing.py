"""The comparison of validator, meaning and schemas on one request, and properties of every answer."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from random import Random
from types import ModuleType
from typing import Any

import fastjsonschema
import jsonschema
import jsonschema_rs
import wiser_policies
from shipped import SHIPPED
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import due, verdict
from wiser_compiler.core.model import Policy

from .documents import ROOT, Document, documents
from .drawing import Drawn, is_day

SELDOM = 0.1  # the share of requests for which what takes long is compared too
SECONDS = 1.0  # of the processor, for one answer with all its reasons: a hundred times what the slowest needs
UNSAYABLE = ("places", "repeated")  # defects that JSON Schema cannot express; each request schema says so
TRUTH = {"met": True, "not met": False, "missing": None, "not applicable": False}
# What a further document may turn a verdict into (docs/semantics.md).
LATER = {
    "met": {"met", "not applicable"},
    "not met": {"not met"},
    "not applicable": {"not applicable"},
    "missing": set(TRUTH),
}

Accepts = Callable[[Any], bool]


@dataclass(frozen=True)
class Subject:
    """One document with everything that answers its requests."""

    document: Document
    validator: ModuleType
    policy: Policy
    readers: Mapping[str, Mapping[str, Accepts]] = field(repr=False)  # by schema, then by the name of the reader

    def with_validator(self, validator: ModuleType) -> Subject:
        """The same with another validator, to see whether a fault in it is noticed."""
        return Subject(self.document, validator, self.policy, self.readers)


@dataclass(frozen=True)
class Disagreement(Exception):
    """What does not hold (a fixed sentence), and what was seen."""

    what: str
    seen: str = ""

    def __str__(self) -> str:
        return f"{self.what}: {self.seen}" if self.seen else self.what


@cache
def subject(key: str) -> Subject:
    """The subject of a shipped document, as in `esi@6.0.0`."""
    document = documents()[key]
    validator: Any = wiser_policies.validator(document.id, document.version)
    return Subject(document, validator, SHIPPED[key], readers(document))


def readers(document: Document) -> dict[str, dict[str, Accepts]]:
    """The committed schemas in three validators: two of 2020-12, and one of draft-07."""
    folder = ROOT / f"generated/json_schema/{document.id}/{document.version}"
    found: dict[str, dict[str, Accepts]] = {}
    for name in ("request", "possible", "ready", "result"):
        schema = json.loads((folder / f"{name}.schema.json").read_text("utf-8"))
        twin = json.loads((folder / f"draft-07/{name}.schema.json").read_text("utf-8"))
        found[name] = {
            "jsonschema-rs": jsonschema_rs.validator_for(schema).is_valid,
            "jsonschema": jsonschema.Draft202012Validator(schema).is_valid,
            "fastjsonschema": fast(twin),
        }
    return found


def fast(schema: Any) -> Accepts:
    """A schema as fastjsonschema compiles it, on first use: that takes longer than a thousand answers."""
    compiled: list[Callable[[Any], Any]] = []

    def accepts(value: Any) -> bool:
        if not compiled:
            compiled.append(fastjsonschema.compile(schema))
        try:
            compiled[0](value)
        except fastjsonschema.JsonSchemaValueException:
            return False
        return True

    return accepts


# ---------------------------------------------------------------- one request


def compare(subject: Subject, drawn: Drawn, chance: Random, seen: Counter[str]) -> None:
    """Hold everything about one request against everything else. Raises Disagreement, and counts what was compared."""
    request, document = drawn.request, subject.document
    before = deepcopy(request)
    begun = time.thread_time()
    result = subject.validator.check(request)
    explained, gaps, deadlines = result.explain(), result.gaps(), result.deadlines()
    hold(time.thread_time() - begun < SECONDS, "an answer takes long", f"{time.thread_time() - begun:.1f} s")
    hold(same(request, before), "the request is changed by asking")
    hold(
        (result.outcome != "invalid") == (not drawn.defect),
        "valid is called invalid, or the other way round",
        drawn.defect,
    )

    case, problems = read_case(subject.policy.facts, request)
    places = {problem.path for problem in problems}
    hold(
        {problem.path for problem in result.problems} == places,
        "other places are blamed than by the meaning",
        str(places),
    )
    able = tuple(readers_that_can_read(request))
    by_schema = answers(subject, "request", request, able, chance)
    seen["defect " + drawn.defect] += 1
    if chance.random() < SELDOM:
        result_fits(subject, result)
    if problems:
        hold(
            result.outcome == "invalid" and not (result.verdicts or explained or gaps or deadlines),
            "invalid, and more is said",
        )
        ready = answers(subject, "ready", request, able, chance)
        hold(not by_schema or drawn.defect in UNSAYABLE, "the request schema accepts what is invalid", drawn.defect)
        hold(not ready or drawn.defect in UNSAYABLE, "the schema ready accepts what is invalid", drawn.defect)
        unpinned(request)
        return
    hold(by_schema is not False, "the request schema refuses what is valid")

    expected = {criterion.id: verdict(criterion, case) for criterion in subject.policy.criteria}
    effects = {criterion.id: criterion.effect for criterion in subject.policy.criteria}
    hold(result.verdicts == expected, "verdicts differ from the meaning", difference(result.verdicts, expected))
    hold(
        result.outcome == outcome_of(expected, effects, document.program),
        "the outcome does not follow from the verdicts",
    )
    days = [deadline.day or deadline.verdict for deadline in deadlines]
    hold(
        days == [str(due(clock, case)) for clock in subject.policy.clocks],
        "a clock differs from its meaning",
        str(days),
    )
    reasons_agree(request, expected, effects, explained, gaps)
    schemas_keep_their_word(subject, request, result, able, chance, seen)
    told_otherwise(subject, request, result, chance)
    stating_less(subject, request, result, able, chance)
    unpinned(request)
    for id_, found in expected.items():
        seen[f"{document.key} {id_}: {found}"] += 1
    seen[f"{document.key} {result.outcome}"] += 1


def hold(truth: bool, what: str, seen: str = "") -> None:
    """Raise Disagreement unless it holds."""
    if not truth:
        raise Disagreement(what, seen)


def difference(one: Mapping[str, str], other: Mapping[str, str]) -> str:
    """Where two answers differ."""
    return ", ".join(
        f"{id_}: {one.get(id_)} / {other.get(id_)}" for id_ in {**one, **other} if one.get(id_) != other.get(id_)
    )


def same(one: Any, other: Any) -> bool:
    """Alike to the type and the order, also where NaN is not equal to itself."""
    return repr(one) == repr(other)


def outcome_of(verdicts: Mapping[str, str], effects: Mapping[str, str], program: bool) -> str:
    """The table of docs/semantics.md, the first row that fits."""
    scope = {verdicts[id_] for id_ in verdicts if effects[id_] == "scope"}
    required = {verdicts[id_] for id_ in verdicts if effects[id_] == "required"}
    rows = (
        ("not met" in scope, "out of scope"),
        ("missing" in scope, "cannot tell yet" if program else "incomplete"),
        (program, "in scope"),
        ("not met" in required, "not met"),
        ("missing" in required, "incomplete"),
        (True, "ready"),
    )
    return next(outcome for fits, outcome in rows if fits)


def reasons_agree(
    request: Mapping[str, Any], expected: Mapping[str, str], effects: Mapping[str, str], explained: Any, gaps: Any
) -> None:
    """Every criterion has a reason of its own truth, and the gaps are those that are open."""
    hold([e.criterion.id for e in explained] == list(expected), "a criterion is not explained, or twice")
    for found in explained:
        id_ = found.criterion.id
        hold(found.verdict == expected[id_], "an explanation has another verdict", id_)
        hold(found.reason.truth is TRUTH[found.verdict], "a reason has another truth than its verdict", id_)
        hold(set(found.decided_by) <= set(request), "a fact decides that is not stated", id_)
        hold(
            bool(found.missing) == (found.verdict == "missing"), "missing, and nothing is named; or the other way", id_
        )
    unanswered = [e for e in explained if e.verdict in ("missing", "not met") and effects[e.criterion.id] != "advisory"]
    hold(list(gaps) == unanswered, "the gaps are not what is open")


# ---------------------------------------------------------------- schemas


def readers_that_can_read(request: Any) -> Iterator[str]:
    """All for JSON; the ones in Python for text without an encoding; none for what is no JSON."""
    try:
        text = json.dumps(request, allow_nan=False, ensure_ascii=False)
        whole = same(json.loads(text), request)
    except (TypeError, ValueError, RecursionError):
        return
    if whole:
        yield "fastjsonschema"
        yield "jsonschema"
        if text.isascii() or encodes(text):
            yield "jsonschema-rs"


def encodes(text: str) -> bool:
    """It holds no half of a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def answers(subject: Subject, schema: str, request: Any, able: tuple[str, ...], chance: Random) -> bool | None:
    """What the schema says in every reader; None where none can read the request. The slow reader is asked seldom."""
    asked = [name for name in able if name != "jsonschema" or len(able) == 1 or chance.random() < SELDOM / 3]
    found = {name: subject.readers[schema][name](request) for name in asked}
    hold(len(set(found.values())) <= 1, f"validators disagree about the schema {schema}", str(found))
    return next(iter(found.values()), None)


def result_fits(subject: Subject, result: Any) -> None:
    """The answer has the shape that is promised, is JSON, and is the same each time."""
    said = result.as_dict()
    hold(subject.readers["result"]["jsonschema-rs"](said), "the result schema refuses the answer")
    hold(json.dumps(said, allow_nan=False) == json.dumps(result.as_dict()), "the same result says something else")


def gist(result: Any) -> tuple[Any, ...]:
    """What two answers to the same request have in common."""
    return result.policy.id, result.policy.version, result.outcome, result.verdicts, result.problems


def schemas_keep_their_word(
    subject: Subject, request: Any, result: Any, able: tuple[str, ...], chance: Random, seen: Counter[str]
) -> None:
    """What `ready` accepts is ready; what `possible` refuses is surely not met (docs/targets.md)."""
    ready = answers(subject, "ready", request, able, chance)
    possible = answers(subject, "possible", request, able, chance)
    verdicts = result.verdicts
    deciding = {verdicts[c.id] for c in subject.policy.criteria if c.effect != "advisory"}
    hold(not ready or result.outcome in ("ready", "in scope"), "ready accepts what is not ready", result.outcome)
    hold(possible is not False or "not met" in deciding, "possible refuses what may still be met", result.outcome)
    hold(not ready or possible is not False, "ready accepts what possible refuses")
    seen[f"the schema ready: {ready}"] += 1
    seen[f"the schema possible: {possible}"] += 1


# ---------------------------------------------------------------- the same request, said in another way


def told_otherwise(subject: Subject, request: dict[str, Any], result: Any, chance: Random) -> None:
    """Keys, sets and records in another order, 4 as 4.0, a copy, the text in JSON: the same answer."""
    other = subject.validator.check(respelt(request, chance))
    hold(
        other.verdicts == result.verdicts,
        "another order has another answer",
        difference(other.verdicts, result.verdicts),
    )
    hold(other.outcome == result.outcome, "another order has another outcome")
    hold(gist(subject.validator.check(deepcopy(request))) == gist(result), "a copy has another answer")
    if subject.validator is wiser_policies.validator(subject.document.id, subject.document.version):
        read = wiser_policies.check_json(json.dumps(request).encode(), subject.document.key)
        hold(gist(read) == gist(result), "the text has another answer than the dict")


def respelt(value: Any, chance: Random) -> Any:
    """The same value to the meaning, written in another way."""
    if isinstance(value, dict):
        items = [(key, respelt(item, chance)) for key, item in value.items()]
        return dict(chance.sample(items, len(items)))
    if isinstance(value, list):
        return [respelt(item, chance) for item in chance.sample(value, len(value))]
    return float(value) if type(value) is int else value


def stating_less(subject: Subject, request: dict[str, Any], result: Any, able: tuple[str, ...], chance: Random) -> None:
    """What is left out turns no answer into another one, and takes no hope."""
    less = without_something(request, chance)
    earlier = subject.validator.check(less)
    later = result.verdicts
    turned = {id_: found for id_, found in earlier.verdicts.items() if later[id_] not in LATER[found]}
    hold(not turned, "a further document turned an answer", str({id_: (turned[id_], later[id_]) for id_ in turned}))
    hold(earlier.outcome != "invalid", "leaving a fact out makes a request invalid")
    if result.outcome in ("ready", "in scope"):
        hold(answers(subject, "possible", less, able, chance) is not False, "possible refuses what became ready")


def without_something(request: dict[str, Any], chance: Random) -> dict[str, Any]:
    """Without one fact, or one field of a record, or one of the findings."""
    if not request:
        return request
    name = chance.choice(list(request))
    value = request[name]
    inside = [value] if isinstance(value, dict) else value if isinstance(value, list) else []
    holders = [part for part in inside if isinstance(part, dict) and part]
    if not holders or chance.random() < 0.5:
        return {key: item for key, item in request.items() if key != name}
    less = deepcopy(request)
    where = chance.choice([part for part in ([less[name]] if isinstance(value, dict) else less[name]) if part])
    del where[chance.choice(list(where))]
    return less


# ---------------------------------------------------------------- without naming a version


def unpinned(request: Any) -> None:
    """`check` without a version and `scope` answer too; what they choose answers as if it had been named."""
    scope, chosen = wiser_policies.scope(request), wiser_policies.check(request)
    for result in (scope, chosen):
        hold(result.outcome != "invalid" or bool(result.problems), "invalid, and no problem is named")
        if result.policy.id:
            named = documents()[f"{result.policy.id}@{result.policy.version}"]
            asked = of_the_program(request, named) if named.program else request
            again = wiser_policies.validator(named.id, named.version).check(asked)
            hold(gist(again) == gist(result), "the chosen version answers otherwise if it is named", named.key)
    wanted = routed(request)
    found = f"{chosen.policy.id}@{chosen.policy.version}"
    hold(
        wanted is None or found == wanted,
        "another version is chosen than the codes and the day say",
        f"{found}, not {wanted}",
    )


def of_the_program(request: Mapping[str, Any], program: Document) -> dict[str, Any]:
    """What the program asks; it passes over the facts of policies, and over nothing else."""
    own = {shape.name for shape in program.shapes}
    return {key: value for key, value in request.items() if key in own or key not in every_name()}


@cache
def every_name() -> frozenset[str]:
    """The facts of all documents."""
    return frozenset(shape.name for document in documents().values() for shape in document.shapes)


def routed(request: Any) -> str | None:
    """The version that must answer, where codes of one policy alone and a day in force leave no choice."""
    codes, day = (request.get("codes"), request.get("received_date")) if type(request) is dict else (None, None)
    if type(codes) is not list or not codes or type(day) is not str or not is_day(day):
        return None
    policies = [document for document in documents().values() if not document.program]
    fitting = [d for d in policies if all(type(code) is str and code in d.own_codes for code in codes)]
    begun = [document for document in fitting if document.first_day <= day]
    if not begun or len({document.id for document in fitting}) > 1:
        return None
    return max(begun, key=lambda document: document.first_day).key
