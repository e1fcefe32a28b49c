"""A request as JSON, read into a case; and a case written back.

The rules of a request are stated here once. The targets repeat them, and the agreement test compares the two. A problem
names the place and the rule, never the value, and never an unknown key: either may identify a patient.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from itertools import islice
from math import isfinite
from typing import Any, Literal, TypeAlias, assert_never

from wiser_compiler.core.evaluate import Case
from wiser_compiler.core.kinds import as_json
from wiser_compiler.core.model import (
    CODE_EXAMPLES,
    CODE_SYSTEMS,
    MOST_CODES,
    MOST_NOTE,
    Choice,
    Codes,
    Date,
    Example,
    Fact,
    FactType,
    Findings,
    Note,
    Number,
    Option,
    OptionSet,
    Policy,
    Records,
    YesNo,
)
from wiser_compiler.diagnostics import counted

BLANK = " \t\n\r"
MOST_GUESSES = 20  # unknown keys that are compared with known names, so that thousands take no longer


# Every kind of problem in an answer. Those after the first group are found before a policy reads the request.
ProblemCode: TypeAlias = Literal[
    # a value, or a key
    "not-an-object", "unknown-fact", "null", "wrong-type", "out-of-range", "too-many-places", "not-a-date",
    "unknown-option", "not-a-code", "empty-text", "too-long", "repeated",
    # the choice of policy and version
    "codes-missing", "unknown-service", "service-not-encoded", "several-services", "no-version-on-that-day",
    "no-program",
    # the document
    "unreadable", "too-large", "not-json", "duplicate-key", "inexact-number",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a request is invalid: a JSON pointer to the place, the rule that is broken there, and the kind of fault."""

    path: str
    rule: str
    code: ProblemCode


def rule(kind: FactType) -> str:
    """The rule for the values of a fact of this type, in plain words."""
    match kind:
        case YesNo():
            return "true or false"
        case Note():
            return f"text of 1 to {MOST_NOTE} characters that says where it stands in the chart"
        case Number(low=low, high=high, places=places, unit=unit):
            sort = "a whole number" if places == 0 else f"a number with at most {counted(places, 'place')}"
            return f"{sort} from {low} to {high}" + (f" ({unit})" if unit else "")
        case Date(first=first, last=last):
            return f"a date written YYYY-MM-DD, from {first} to {last}"
        case Choice(options=options):
            return f"one of {_ids(options)}"
        case OptionSet(options=options):
            return f"a list without repetition, of {_ids(options)}"
        case Findings(options=options):
            return f"an object that gives true or false for any of {_ids(options)}"
        case Codes(system=system):
            return f"a list of at most {MOST_CODES} different {system} codes, such as {CODE_EXAMPLES[system]}"
        case Records(most=most):
            return f"a list of at most {most} records"
        case _:
            assert_never(kind)


def _ids(options: Sequence[Option]) -> str:
    return ", ".join(option.id for option in options)


# The part of the rule that a value breaks, by the code of the problem.
BROKEN: Mapping[ProblemCode, str] = {
    "null": "where the chart does not say, leave it out",
    "wrong-type": "this is of another type",
    "out-of-range": "this lies outside the range",
    "too-many-places": "this has more decimal places",
    "not-a-date": "this is no such date",
    "unknown-option": "something here is none of these",
    "not-a-code": "a code here is not written so",
    "empty-text": "this is blank",
    "too-long": "this is longer",
    "repeated": "something here stands twice",
}

Tell: TypeAlias = Callable[[str, str, ProblemCode], None]


def read_case(facts: Sequence[Fact], request: object) -> tuple[Case, tuple[Problem, ...]]:
    """The case a request states, and every problem found. With a problem the request is invalid.

    `request` is what a JSON reader returns. Absent means not stated; null is a problem.
    """
    problems: list[Problem] = []
    case = _record(facts, request, "", lambda path, text, code: problems.append(Problem(path, text, code)))
    return case, tuple(problems)


def read_cases(
    facts: Sequence[Fact], requests: Iterable[Mapping[str, Any]]
) -> Iterator[tuple[Case, tuple[Problem, ...]]]:
    """`read_case` for requests that share values, as the examples of a policy do. A shared value is read once."""
    known: dict[tuple[str, int], tuple[Any, Any]] = {}  # with the value, so that no other gets its id
    for request in requests:
        stated, new = {}, {}
        for name, value in request.items():
            if (found := known.get((name, id(value)))) is None:
                new[name] = value
            else:
                stated[name] = found[1]
        case, problems = read_case(facts, new)
        if not problems:
            known.update(((name, id(new[name])), (new[name], value)) for name, value in case.items())
        stated |= case
        yield {fact.name: stated[fact.name] for fact in facts if fact.name in stated}, problems


def _record(facts: Sequence[Fact], record: object, path: str, tell: Tell) -> dict[str, Any]:
    if type(record) is not dict:
        tell(path, "must be an object whose keys are facts", "not-an-object")
        return {}
    names = {fact.name: fact for fact in facts}
    if strangers := [key for key in record if key not in names]:
        tell(path, stranger_rule(strangers, list(names)), "unknown-fact")
    stated = {}
    for name, fact in names.items():
        if name in record:
            value = _value(fact.type, record[name], f"{path}/{name}", tell)
            if value is not None:
                stated[name] = value
    return stated


def stranger_rule(keys: Sequence[object], names: Sequence[str]) -> str:
    """The rule for keys that are not facts. It repeats only names of the policy."""
    return ("1 key is not a fact" if len(keys) == 1 else f"{len(keys)} keys are not facts") + guess(keys, names)


def guess(keys: Iterable[object], names: Sequence[str]) -> str:
    """The names of the policy that are nearest to unknown keys."""
    written = [str(key)[:100].lower() for key in islice(keys, MOST_GUESSES)]
    near = sorted({match for key in written for match in get_close_matches(key, names, 1, 0.75)})
    return f"; did you mean {' or '.join(near)}?" if near else ""


def _value(kind: FactType, value: object, path: str, tell: Tell) -> Any:
    """The value as a case holds it; None, with a problem added, where it breaks its rule."""
    if code := _fault(kind, value):
        near = ""
        if isinstance(kind, Findings) and type(value) is dict:
            names = [option.id for option in kind.options]
            near = guess([key for key in value if key not in names], names)
        tell(path, f"must be {rule(kind)}; {BROKEN[code]}{near}", code)
        return None
    match kind:
        case Records():
            return _rows(kind, value, path, tell)  # type: ignore[arg-type]  # a list, since it has no fault
        case Findings():
            return _findings(value, path, tell)  # type: ignore[arg-type]  # an object, likewise
        case Number():
            return _decimal(value)  # type: ignore[arg-type]  # a number, likewise
        case Date():
            return _day(str(value))
        case OptionSet() | Codes():
            return frozenset(value)  # type: ignore[call-overload]  # a list, likewise
        case YesNo() | Note() | Choice():
            return value
        case _:
            assert_never(kind)


def _fault(kind: FactType, value: object) -> ProblemCode | None:
    """The rule of its type that a value breaks. Records and items of findings are checked elsewhere."""
    if value is None:
        return "null"
    match kind:
        case YesNo():
            return None if type(value) is bool else "wrong-type"
        case Note():
            if type(value) is not str:
                return "wrong-type"
            return "too-long" if len(value) > MOST_NOTE else None if value.strip(BLANK) else "empty-text"
        case Number():
            return _fault_of_number(kind, value)
        case Date(first=first, last=last):
            if type(value) is not str:
                return "wrong-type"
            day = _day(value)
            return "not-a-date" if day is None else None if first <= day <= last else "out-of-range"
        case Choice(options=options):
            if type(value) is not str:
                return "wrong-type"
            return None if value in {option.id for option in options} else "unknown-option"
        case OptionSet(options=options):
            ids = {option.id for option in options}
            return _fault_of_set(value, len(ids), ids.__contains__, "unknown-option")
        case Codes(system=system):
            pattern = re.compile(CODE_SYSTEMS[system])
            return _fault_of_set(value, MOST_CODES, lambda code: pattern.fullmatch(code) is not None, "not-a-code")
        case Findings(options=options):
            if type(value) is not dict:
                return "wrong-type"
            return None if set(value) <= {option.id for option in options} else "unknown-option"
        case Records(most=most):
            return "wrong-type" if type(value) is not list else "too-long" if len(value) > most else None
        case _:
            assert_never(kind)


def _fault_of_number(kind: Number, value: object) -> ProblemCode | None:
    """The rule that a number breaks.

    `4.0` is the whole number 4, as in JSON Schema; `true`, NaN and infinity are refused.
    """
    if type(value) is not int and type(value) is not float:
        return "wrong-type"
    if type(value) is float and not isfinite(value):
        return "out-of-range"
    exact = _decimal(value)
    if not kind.low <= exact <= kind.high:
        return "out-of-range"
    return None if exact == round(exact, kind.places) else "too-many-places"


def _decimal(value: int | float) -> Decimal:
    """The number as the decimal that was written, so that 0.3 is not below a bound of 0.3."""
    return Decimal(value) if type(value) is int else Decimal(repr(value))


def _day(text: str) -> date | None:
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _fault_of_set(
    value: object, most: int, allowed: Callable[[str], bool], otherwise: ProblemCode
) -> ProblemCode | None:
    """The rule that a set breaks: no repetition, and only allowed items. The first broken rule is reported."""
    if type(value) is not list or not all(type(item) is str for item in value):
        return "wrong-type"
    if not all(map(allowed, value)):
        return otherwise
    if len(set(value)) < len(value):
        return "repeated"
    return "too-long" if len(value) > most else None


def _findings(value: Mapping[str, object], path: str, tell: Tell) -> Mapping[str, object]:
    for key, found in value.items():
        if type(found) is not bool:
            code: ProblemCode = "null" if found is None else "wrong-type"
            tell(f"{path}/{key}", f"must be {rule(YesNo())}; {BROKEN[code]}", code)
    return value


def _rows(kind: Records, value: Sequence[object], path: str, tell: Tell) -> tuple[Case, ...]:
    rows = tuple(_record(kind.fields, item, f"{path}/{number}", tell) for number, item in enumerate(value))
    seen = set()
    for number, row in enumerate(rows):
        key = tuple(row.get(name) for name in kind.unique)
        if kind.unique and None not in key and key in seen:
            words = f"repeats an earlier record: {' and '.join(kind.unique)} are the same"
            tell(f"{path}/{number}", words, "repeated")
        seen.add(key)
    return rows


def base_example(policy: Policy) -> Example:
    """The first example that is a valid request, as the base of others; without one, an example that states nothing."""
    valid = (example for example in policy.examples if not read_case(policy.facts, example.request)[1])
    return next(valid, Example("", {}))


def nearest_base(policy: Policy, request: Mapping[str, Any]) -> Example:
    """The base that a request is told by in the fewest words: the first example, or one with a name of its own."""
    return min(bases(policy), key=lambda base: len(difference(base.request, request)))


def bases(policy: Policy) -> tuple[Example, ...]:
    """The examples that others are told by: the first one, and those with a name of their own."""
    named = (e for e in policy.examples if e.base and not read_case(policy.facts, e.request)[1])
    return base_example(policy), *named


def difference(base: Mapping[str, Any], request: Mapping[str, Any]) -> frozenset[str]:
    """The facts that only one of two requests states, or that they state otherwise."""
    return frozenset(name for name in base.keys() | request.keys() if base.get(name) != request.get(name))


def write_case(case: Case) -> dict[str, Any]:
    """The request that states this case, as JSON values in the same order."""
    return {name: _json(value) for name, value in case.items()}


def _json(value: Any) -> Any:
    """A value that a case holds: findings, records, or a single value or set."""
    match value:
        case dict():
            return {key: _json(item) for key, item in value.items()}
        case tuple():
            return [_json(item) for item in value]
        case _:
            return as_json(value)
