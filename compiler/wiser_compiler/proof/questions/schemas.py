"""The generated schemas as formulas: `ready` accepts only what is valid and met, `possible` refuses only what is not.

The text of the files is read, as an application reads it. A keyword that is not known here ends the proof: no keyword
is ignored.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import Any, TypeAlias, assert_never

from wiser_compiler.core.code_patterns import codes_beginning
from wiser_compiler.core.evaluate import limit
from wiser_compiler.core.model import (
    Choice,
    Codes,
    Compare,
    Count,
    Criterion,
    Date,
    Documented,
    Expr,
    Fact,
    FactType,
    FactValue,
    Findings,
    Includes,
    Literal,
    Note,
    Number,
    Op,
    OptionSet,
    Policy,
    Records,
    YesNo,
)
from wiser_compiler.core.walk import criterion_parts, subexpressions
from wiser_compiler.proof.answers import Answer
from wiser_compiler.proof.formula import (
    AllDiffer,
    EveryRecord,
    Exactly,
    Formula,
    No,
    OnDays,
    Stepped,
    Surely,
    every,
    holds,
    some,
    stated,
)
from wiser_compiler.proof.questions.answer import Evidence, answer
from wiser_compiler.proof.questions.table import (
    SCHEMA_POSSIBLE,
    SCHEMA_READY,
    SCHEMA_REQUEST,
    SCHEMA_VALID,
    Answered,
    Question,
    Row,
)
from wiser_compiler.proof.solver.solver import Solver, deciding
from wiser_compiler.proof.solver.symbolic_request import Inexact
from wiser_compiler.targets.json_schema import json_schema

Schema: TypeAlias = Mapping[str, Any]
Known: TypeAlias = Mapping[str, tuple[str, ...]]  # the codes that a policy names, by fact
NAMES = ("request", "ready", "possible")
NOTED = ("$schema", "$id", "$comment", "title", "description", "examples")  # keywords that refuse nothing
# Valid requests always satisfy these: their notes, codes and lists have the form that `request` asks for.
SHAPE = ("minLength", "maxLength")
MANY = 40  # ranges of days; more of them are a set of days for the solver
OTHER_CODES = {"HCPCS": "99999", "ICD-10": "Z99.89"}


COMPARED: Mapping[str, Op] = {
    "minimum": ">=",
    "maximum": "<=",
    "exclusiveMinimum": ">",
    "exclusiveMaximum": "<",
    "const": "==",
    "minItems": ">=",
    "maxItems": "<=",
}


class Unread(Exception):
    """A schema has a keyword or a value that is not known here."""


def schema_questions(policy: Policy, solver: Solver) -> Iterator[Answered]:
    """For every criterion: requests that `ready` accepts satisfy it, and requests that `possible` refuses fail it."""
    files = json_schema(policy).files
    folder = f"json_schema/{policy.id}/{policy.version}"
    yield from claims(policy, {name: json.loads(files[f"{folder}/{name}.schema.json"]) for name in NAMES}, solver)


def claims(policy: Policy, schemas: Mapping[str, Schema], solver: Solver) -> Iterator[Answered]:
    """The claims about the three schemas of a policy."""
    evidence, codes = Evidence(policy, solver, ()), _codes(policy)
    yield _claim(evidence, codes, SCHEMA_REQUEST, schemas["request"])
    for fact in policy.facts:
        if (valid := _valid(fact)) is not None:
            yield _validity(policy, codes, schemas["ready"], fact, valid)
    for criterion in deciding(policy):
        for name, row in (("ready", SCHEMA_READY), ("possible", SCHEMA_POSSIBLE)):
            entry = next(part for part in schemas[name].get("allOf", ()) if part["title"] == criterion.id)
            yield _claim(evidence, codes, row, entry, criterion)


def _claim(evidence: Evidence, codes: Known, row: Row, schema: Schema, *about: Criterion) -> Answered:
    policy = evidence.policy
    span = about[0].span if about else policy.head.get("criteria", policy.head.get("scope", policy.span))
    asked = row.words.format(id=about[0].id if about else "")
    question = Question(row, False, asked, about, span, about[0] if about else None)
    try:
        accepted = of_record(schema, policy.facts, codes)
        return answer(evidence, replace(question, goal=row.goal(accepted, *about)))
    except (Unread, Inexact) as unread:
        return Answered(question, Answer("unknown", reason=f"`{unread}` is not read here"))


def _valid(fact: Fact) -> Formula | None:
    """What a valid value obeys beyond its type: ranges, decimal places, no repeated records; None for nothing."""
    match fact.type:
        case Number(low=low, high=high, places=places):
            inside = every(_compared(">=", fact, low), _compared("<=", fact, high))
            return some(No(_is_stated(fact)), every(inside, Stepped(fact, Decimal(1).scaleb(-places))))
        case Records(fields=fields, unique=unique):
            of_fields = [valid for field in fields if (valid := _valid(field)) is not None]
            found: list[Formula] = [EveryRecord(fact, valid) for valid in of_fields]
            found += [AllDiffer(fact, unique)] if unique else []
            return every(*found)
        case _:  # other kinds: the tests compare their shape with core/case.py
            return None


def _validity(policy: Policy, codes: Known, ready: Schema, fact: Fact, valid: Formula) -> Answered:
    """The claim about the values of one fact, over requests that may break these rules."""
    freed = replace(fact, type=_freed(fact))
    question = Question(
        SCHEMA_VALID, False, SCHEMA_VALID.words.format(name=f"`{fact.name}`"), (), policy.span, fact=fact
    )
    try:
        schema = ready["properties"][fact.name]
        accepted = every(_is_stated(freed), of_value(schema, freed, codes))
        of_fact = replace(policy, facts=(freed,), criteria=())
        goal = SCHEMA_VALID.goal(accepted, valid)
        return answer(Evidence(of_fact, Solver(of_fact), ()), replace(question, goal=goal))
    except (Unread, Inexact) as unread:
        return Answered(question, Answer("unknown", reason=f"`{unread}` is not read here"))


def _freed(fact: Fact) -> FactType:
    """The type without the rules of `_valid`: a number may be finer by a place and lie outside its range by one."""
    match fact.type:
        case Number(low=low, high=high, places=places):
            return replace(fact.type, low=low - 1, high=high + 1, places=places + 1)
        case Records(fields=fields):
            return replace(fact.type, fields=tuple(replace(one, type=_freed(one)) for one in fields), unique=())
        case _:  # other kinds: obey no such rule
            return fact.type


def _codes(policy: Policy) -> Known:
    found: dict[str, tuple[str, ...]] = {}
    for part in (part for criterion in policy.criteria for part in criterion_parts(criterion)):
        for inner in subexpressions(part):
            if isinstance(inner, Includes) and isinstance(inner.fact.type, Codes):
                found[inner.fact.name] = (*found.get(inner.fact.name, ()), inner.item)
    return {name: tuple(dict.fromkeys(codes)) for name, codes in found.items()}


# ---------------------------------------------------------------- schemas over a request


def of_record(schema: Schema, facts: Sequence[Fact], codes: Known) -> Formula:
    """The formula that is true where a schema accepts a request, or a record of a list."""
    named = {fact.name: fact for fact in facts}

    def keyword(word: str, value: Any) -> Formula:
        match word:
            case "type":
                return bool(value == "object")
            case "properties":
                there = ((part, named[name]) for name, part in value.items() if name in named)
                return every(*(some(No(_is_stated(fact)), of_value(part, fact, codes)) for part, fact in there))
            case "required":
                return every(*(_is_stated(named[name]) if name in named else False for name in value))
            case "additionalProperties" if value is False:
                return every(*(No(_is_stated(fact)) for fact in facts if fact.name not in schema["properties"]))
            case _:
                raise Unread(word)

    return _joined(schema, lambda part: of_record(part, facts, codes), keyword)


def _is_stated(fact: Fact) -> Formula:
    return Surely(Documented(fact))


def of_value(schema: Schema, fact: Fact, codes: Known) -> Formula:
    """The formula that is true where a schema accepts the stated value of a fact."""

    def keyword(word: str, value: Any) -> Formula:
        if word in SHAPE or (word == "uniqueItems" and not isinstance(fact.type, Records)):
            return True
        return _keyword(word, value, fact, schema, codes)

    return _joined(schema, lambda part: of_value(part, fact, codes), keyword)


def _joined(schema: Schema, inner: Callable[[Schema], Formula], keyword: Callable[[str, Any], Formula]) -> Formula:
    found = []
    for word, value in schema.items():
        match word:
            case "allOf":
                found.append(every(*map(inner, value)))
            case "anyOf":
                found.append(some(*map(inner, value)))
            case "not":
                found.append(No(inner(value)))
            case _ if word not in NOTED:
                found.append(keyword(word, value))
    return every(*found)


def _keyword(word: str, value: Any, fact: Fact, schema: Schema, codes: Known) -> Formula:
    match fact.type:
        case YesNo():
            return _of_question(word, value, Compare("==", FactValue(fact), Literal(True)))
        case Note():
            return _of_text(word, value, lambda _: True)
        case Number() as kind:
            return _of_number(word, value, fact, kind)
        case Date(first=first, last=last):
            return _of_text(word, value, lambda pattern: _on_a_day(pattern, fact, first, last))
        case Choice(options=options):
            return _of_choice(word, value, fact, {option.id for option in options})
        case Findings() as kind:
            return _of_findings(word, value, fact, kind, schema)
        case OptionSet(options=options):
            return _of_items(word, value, fact, {option.id: option.id for option in options})
        case Codes(system=system):
            named = (*codes.get(fact.name, ()), OTHER_CODES[system])
            return _of_items(word, value, fact, _stand_ins(fact, system, named))
        case Records() as kind:
            return _of_records(word, value, fact, kind, codes)
        case _:
            assert_never(fact.type)


def _compared(op: Op, fact: Fact, value: Any) -> Formula:
    return Surely(Compare(op, FactValue(fact), Literal(value)))


def _counted(word: str, value: int, fact: Fact) -> Formula:
    if word == "maxItems" and value >= limit(fact):
        return True  # more no valid request has
    return Surely(Compare(COMPARED[word], Count(fact), Literal(Decimal(value))))


def _of_question(word: str, value: Any, yes: Expr) -> Formula:
    """The formula for a yes-or-no fact; `yes` is the test that it is true."""
    match word:
        case "type":
            return bool(value == "boolean")
        case "const":
            return Surely(yes, value) if isinstance(value, bool) else False
        case "enum":
            return some(*(_of_question("const", one, yes) for one in value))
        case _:
            raise Unread(word)


def _of_text(word: str, value: Any, pattern: Callable[[str], Formula]) -> Formula:
    match word:
        case "type":
            return bool(value == "string")
        case "pattern":
            return pattern(value)
        case _:
            raise Unread(word)


def _on_a_day(pattern: str, fact: Fact, first: date, last: date) -> Formula:
    """The days that a pattern accepts, as ranges of days."""
    days = _days(pattern, first, last)
    if days == ((first, last),):
        return True
    if len(days) > MANY:
        return OnDays(fact, _bits(days))
    return some(*(every(_compared(">=", fact, start), _compared("<=", fact, end)) for start, end in days))


@lru_cache(8)
def _written(first: date, last: date) -> tuple[str, ...]:
    days = map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
    return tuple(map(date.isoformat, days))


@lru_cache(256)
def _days(pattern: str, first: date, last: date) -> tuple[tuple[date, date], ...]:
    found: list[tuple[date, date]] = []
    day = first.toordinal()
    for refused, texts in groupby(map(re.compile(pattern).search, _written(first, last)), lambda match: match is None):
        many = sum(1 for _ in texts)
        if not refused:
            found.append((date.fromordinal(day), date.fromordinal(day + many - 1)))
        day += many
    return tuple(found)


@lru_cache(256)
def _bits(days: tuple[tuple[date, date], ...]) -> int:
    """Ranges of days as a bit for each ordinal."""
    ordinals = {day for start, end in days for day in range(start.toordinal(), end.toordinal() + 1)}
    first = min(ordinals)
    return int("".join("01"[day in ordinals] for day in range(max(ordinals), first - 1, -1)), 2) << first


def _of_number(word: str, value: Any, fact: Fact, kind: Number) -> Formula:
    if word == "type":
        whole = kind.places == 0 or Stepped(fact, Decimal(1))
        return value == "number" or (value == "integer" and whole)
    if word == "enum":
        return _among(fact, sorted({Decimal(repr(one)) for one in value}))
    if word not in COMPARED:
        raise Unread(word)
    bound = Decimal(repr(value))
    if (word == "minimum" and bound <= kind.low) or (word == "maximum" and bound >= kind.high):
        return True
    return _compared(COMPARED[word], fact, bound)


def _among(fact: Fact, numbers: Sequence[Decimal]) -> Formula:
    """The formula for a list of numbers: its runs of multiples of one decimal step, each the next one."""
    step = Decimal(1).scaleb(min(0, *(int(number.as_tuple().exponent) for number in numbers)))
    starts = [n for n, number in enumerate(numbers) if n == 0 or number - numbers[n - 1] != step]
    runs = [(numbers[start], numbers[end - 1]) for start, end in zip(starts, [*starts[1:], len(numbers)], strict=True)]
    within = (every(_compared(">=", fact, first), _compared("<=", fact, last)) for first, last in runs)
    return every(Stepped(fact, step), some(*within))


def _of_choice(word: str, value: Any, fact: Fact, options: Collection[str]) -> Formula:
    match word:
        case "type":
            return bool(value == "string")
        case "const":
            return _compared("==", fact, value) if isinstance(value, str) else False
        case "enum" if all(option in value for option in options):
            return True
        case "enum":
            return some(*(_of_choice("const", one, fact, options) for one in value))
        case _:
            raise Unread(word)


def _of_findings(word: str, value: Any, fact: Fact, kind: Findings, schema: Schema) -> Formula:
    found = {option.id: Includes(fact, option.id) for option in kind.options}
    match word:
        case "type":
            return bool(value == "object")
        case "properties":
            return every(
                *(some(No(stated(found[item])), _of_finding(part, found[item])) for item, part in value.items())
            )
        case "required":
            return every(*(stated(found[item]) if item in found else False for item in value))
        case "additionalProperties" if value is False:
            return every(*(No(stated(has)) for item, has in found.items() if item not in schema["properties"]))
        case _:
            raise Unread(word)


def _of_finding(schema: Schema, found: Expr) -> Formula:
    return _joined(schema, lambda part: _of_finding(part, found), lambda w, v: _of_question(w, v, found))


def _stand_ins(fact: Fact, system: str, named: Sequence[str]) -> dict[str, str]:
    """The codes that a policy names; for a beginning a code that begins so, and that nothing else names more exactly.

    A beginning of which all codes are named otherwise needs none.
    """
    beginnings = {item: begins for item in named if (begins := Includes(fact, item).beginning) is not None}
    found = {item: item for item in named if item not in beginnings}
    for item, begins in beginnings.items():
        longer = tuple(other for other in beginnings.values() if other.startswith(begins) and other != begins)
        others = (code for code in codes_beginning(system, begins) if code not in found.values())
        code = next((code for code in others if not (longer and code.startswith(longer))), None)
        if code is not None:
            found[item] = code
    return found


def _of_items(word: str, value: Any, fact: Fact, items: Mapping[str, str]) -> Formula:
    """The formula for a set or for codes; `items` are those that the policy names and one more code, with stand-ins."""
    has = {item: Surely(Includes(fact, item)) for item in items}
    match word:
        case "type":
            return bool(value == "array")
        case "items":
            taken = {text for text in items.values() if _takes(value, text)}
            refused = [item for item, text in items.items() if text not in taken]
            beginnings = [one for item in refused if (one := Includes(fact, item)).beginning is not None]
            if any(one.among(taken) for one in beginnings):
                raise Unread(word)  # that some code begins so does not say that one of the refused codes does
            return every(*(No(has[item]) for item in refused))
        case "contains":
            return some(*(has[item] for item, text in items.items() if _takes(value, text)))
        case "minItems" if isinstance(fact.type, Codes):
            return every(*(No(Exactly(fewer, tuple(has.values()))) for fewer in range(value)))
        case "maxItems" if isinstance(fact.type, Codes):
            return True  # so many codes no valid request has
        case "minItems" | "maxItems":
            return _counted(word, value, fact)
        case _:
            raise Unread(word)


def _takes(schema: Schema, text: str) -> bool:
    """Whether a schema accepts a text."""

    def keyword(word: str, value: Any) -> Formula:
        match word:
            case "type":
                return bool(value == "string")
            case "const":
                return bool(value == text)
            case "enum":
                return text in value
            case "pattern":
                return re.search(value, text) is not None
            case "maxLength":
                return bool(len(text) <= value)
            case _:
                raise Unread(word)

    return holds(_joined(schema, lambda part: _takes(part, text), keyword), {})


def _of_records(word: str, value: Any, fact: Fact, kind: Records, codes: Known) -> Formula:
    match word:
        case "type":
            return bool(value == "array")
        case "items":
            return EveryRecord(fact, of_record(value, kind.fields, codes))
        case "contains":
            return No(EveryRecord(fact, No(of_record(value, kind.fields, codes))))
        case "uniqueItems" if value is True:
            return AllDiffer(fact)
        case "minItems" | "maxItems":
            return _counted(word, value, fact)
        case _:
            raise Unread(word)
