"""A request as JSON, read into a case; and a case written back.

What a request may hold stands here once: the targets repeat it and the
agreement test holds them to it. A problem names the place and the rule, never
the value, and never a key that is not ours: either may identify a patient.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from math import isfinite
from typing import Any, TypeAlias, assert_never

from wiser_compiler.core.evaluate import Case
from wiser_compiler.core.model import (
    CODE_SYSTEMS,
    MOST_CODES,
    MOST_NOTE,
    Choice,
    Codes,
    Day,
    Fact,
    FactType,
    Findings,
    Note,
    Number,
    Option,
    Rows,
    Several,
    YesNo,
)

BLANK = " \t\n\r"
MOST_GUESSES = 20  # a request of thousands of strange keys is answered as fast as any


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a request is invalid: a JSON pointer to the place, and the rule that is broken there."""

    path: str
    rule: str


def rule(kind: FactType) -> str:
    """What a request may hold for a fact of this type, in plain words."""
    match kind:
        case YesNo():
            return "true or false"
        case Note():
            return f"text of 1 to {MOST_NOTE} characters that says where it stands in the chart"
        case Number(low=low, high=high, places=places, unit=unit):
            sort = (
                "a whole number"
                if places == 0
                else f"a number with at most {places} {'place' if places == 1 else 'places'}"
            )
            return f"{sort} from {low} to {high}" + (f" ({unit})" if unit else "")
        case Day(first=first, last=last):
            return f"a date written YYYY-MM-DD, from {first} to {last}"
        case Choice(options=options):
            return f"one of {_ids(options)}"
        case Several(options=options):
            return f"a list without repetition, of {_ids(options)}"
        case Findings(options=options):
            return f"an object that gives true or false for any of {_ids(options)}"
        case Codes(system=system):
            return f"a list of at most {MOST_CODES} different {system} codes"
        case Rows(most=most):
            return f"a list of at most {most} records"
        case _:
            assert_never(kind)


def _ids(options: Sequence[Option]) -> str:
    return ", ".join(option.id for option in options)


Tell: TypeAlias = Callable[[str, str], None]


def read_case(facts: Sequence[Fact], request: object) -> tuple[Case, tuple[Problem, ...]]:
    """The case a request states, and every problem found. With a problem the request is invalid.

    `request` is what a JSON reader returns. Absent means not stated; null is a problem.
    """
    problems: list[Problem] = []
    case = _record(facts, request, "", lambda path, text: problems.append(Problem(path, text)))
    return case, tuple(problems)


def _record(facts: Sequence[Fact], record: object, path: str, tell: Tell) -> dict[str, Any]:
    if type(record) is not dict:
        tell(path, "must be an object whose keys are facts")
        return {}
    names = {fact.name: fact for fact in facts}
    if strangers := [key for key in record if key not in names]:
        tell(path, stranger_rule(strangers, list(names)))
    stated = {}
    for name, fact in names.items():
        if name in record:
            value = _value(fact.type, record[name], f"{path}/{name}", tell)
            if value is not None:
                stated[name] = value
    return stated


def stranger_rule(keys: Sequence[object], names: Sequence[str]) -> str:
    """What to say of keys that are not facts. Only our own names are ever repeated."""
    count = "1 key is not a fact" if len(keys) == 1 else f"{len(keys)} keys are not facts"
    near = [get_close_matches(str(key)[:100], names, 1, 0.75) for key in keys[:MOST_GUESSES]]
    guesses = sorted({match[0] for match in near if match})
    return count + (f"; did you mean {' or '.join(guesses)}?" if guesses else "")


def _value(kind: FactType, value: object, path: str, tell: Tell) -> Any:
    """The value as the meaning sees it; None (and a report) where the rule is broken."""
    match kind:
        case Rows():
            return _rows(kind, value, path, tell)
        case Findings(options=options):
            ids = [option.id for option in options]
            if type(value) is not dict or any(key not in ids for key in value):
                tell(path, "must be " + rule(kind))
                return None
            for key in value:
                if type(value[key]) is not bool:
                    tell(f"{path}/{key}", "must be true or false")
            return value
        case _:
            read = _single(kind, value)
            if read is None:
                tell(path, "must be " + rule(kind))
            return read


def _single(
    kind: YesNo | Note | Number | Day | Choice | Several | Codes, value: object
) -> bool | str | Decimal | date | frozenset[str] | None:
    match kind:
        case YesNo():
            return value if isinstance(value, bool) else None
        case Note():
            return value if type(value) is str and len(value) <= MOST_NOTE and value.strip(BLANK) else None
        case Number():
            return _number(kind, value)
        case Day(first=first, last=last):
            day = _day(value)
            return day if day is not None and first <= day <= last else None
        case Choice(options=options):
            return value if type(value) is str and value in {o.id for o in options} else None
        case Several(options=options):
            return _distinct(value, {option.id for option in options}.__contains__)
        case Codes(system=system):
            pattern = re.compile(CODE_SYSTEMS[system])
            codes = _distinct(value, lambda code: pattern.fullmatch(code) is not None)
            return codes if codes is None or len(codes) <= MOST_CODES else None
        case _:
            assert_never(kind)


def _number(kind: Number, value: object) -> Decimal | None:
    """`4.0` is the whole number 4, as in JSON Schema; `true`, NaN and infinity are no numbers."""
    if type(value) is not int and type(value) is not float:
        return None
    if type(value) is float and not isfinite(value):
        return None
    exact = Decimal(repr(value))  # the decimal that was written, so that 0.3 is not below a bound of 0.3
    inside = kind.low <= exact <= kind.high
    return exact if inside and exact == round(exact, kind.places) else None


def _day(value: object) -> date | None:
    if type(value) is not str or not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _distinct(value: object, allowed: Callable[[str], bool]) -> frozenset[str] | None:
    if type(value) is not list or not all(type(item) is str and allowed(item) for item in value):
        return None
    return frozenset(value) if len(set(value)) == len(value) else None


def _rows(kind: Rows, value: object, path: str, tell: Tell) -> tuple[Case, ...] | None:
    if type(value) is not list or len(value) > kind.most:
        tell(path, "must be " + rule(kind))
        return None
    rows = tuple(_record(kind.fields, item, f"{path}/{number}", tell) for number, item in enumerate(value))
    seen = set()
    for number, row in enumerate(rows):
        key = tuple(row.get(name) for name in kind.unique)
        if kind.unique and None not in key and key in seen:
            tell(f"{path}/{number}", f"repeats an earlier record: {' and '.join(kind.unique)} are the same")
        seen.add(key)
    return rows


def write_case(case: Case) -> dict[str, Any]:
    """The request that states this case, as JSON values in the same order."""
    return {name: _json(value) for name, value in case.items()}


def _json(value: object) -> Any:
    match value:
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case date():
            return value.isoformat()
        case Mapping():
            return {key: _json(item) for key, item in value.items()}
        case frozenset():
            return sorted(value)
        case str() | bool():
            return value
        case Iterable():
            return [_json(item) for item in value]
        case _:
            return value
