"""The rules of a request: what a fact may state, and the problems of a request that breaks a rule.

This check is slow and thorough. The fast check of a module comes first, and requests that it refuses are checked here.
No problem repeats a value or an unknown key: either may identify a patient.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple, assert_never

from wiser_policies._dates import is_day
from wiser_policies._policy import Fact
from wiser_policies._verdicts import ProblemCode

BLANK = " \t\n\r"
MOST_NOTE = 500
MOST_CODES = 100
MOST_GUESSES = 20  # unknown keys that are compared with known names, so that thousands take no longer
DEEPEST = 4  # a request, a list of it, a record, an item of the record

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


class Problem(NamedTuple):
    """Why a request is invalid: a JSON pointer, the rule broken there, and its kind. Never the value.

    `code` is stable, for programs; `rule` is for people, and its words may change.
    """

    path: str
    rule: str
    code: ProblemCode


def read(facts: Sequence[Fact], request: object) -> tuple[Any, tuple[Problem, ...]]:
    """The request as plain JSON values, and every rule that it breaks, with the place."""
    request = plain(request)
    return request, problems(facts, request)


def plain(value: object, deepest: int = DEEPEST) -> object:
    """A value without subclasses, as a JSON reader returns it: `StrEnum`, `OrderedDict` and the like count as their
    base class. A value that is nested deeper than any request, such as a list that holds itself, is replaced by `...`.
    """
    return _plain(value, deepest, {})


def _plain(value: object, room: int, known: dict[tuple[int, int], object]) -> object:
    """`known` has the result for each container and its room, since one container may stand in many places."""
    if type(value) in (str, int, float, bool, type(None)):
        return value
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int):
        return int.__int__(value)
    if isinstance(value, float):
        return float.__float__(value)
    if not isinstance(value, dict | list):
        return value
    if room < 0:
        return ...
    key = id(value), room
    if key not in known:
        known[key] = (
            {_key(name): _plain(item, room - 1, known) for name, item in dict.items(value)}
            if isinstance(value, dict)
            else [_plain(item, room - 1, known) for item in list.__iter__(value)]
        )
    return known[key]


def _key(key: object) -> object:
    """A key that is no text is a key of its own, whatever it says when it is compared."""
    return str.__str__(key) if isinstance(key, str) else object()


def problems(facts: Sequence[Fact], request: object) -> tuple[Problem, ...]:
    """Every rule that a request of plain JSON values breaks, with its place."""
    return tuple(_record(facts, request, ""))


def _record(facts: Sequence[Fact], record: object, path: str) -> Iterator[Problem]:
    if type(record) is not dict:
        yield Problem(path, "must be an object whose keys are facts", "not-an-object")
        return
    names = [fact.name for fact in facts]
    strangers = [key for key in record if key not in names]
    if strangers:
        rule = _of_fields([*record], names) if path else "; ".join(_of_strangers(strangers, names))
        yield Problem(path, rule, "unknown-fact")
    for fact in facts:
        if fact.name in record:
            yield from _value(fact, record[fact.name], f"{path}/{fact.name}")


def _of_strangers(keys: Sequence[object], names: Sequence[str]) -> Iterator[str]:
    """The problem of keys that are no facts here. It repeats only known names: a key may be text from a chart."""
    from wiser_policies._index import FACTS

    ours = [key for key in keys if type(key) is str and key in FACTS]
    for versions in dict.fromkeys(FACTS[key] for key in ours):
        same = [key for key in ours if FACTS[key] == versions]
        known = [version.replace("@", " ") for version in versions]
        yield (
            f"leave {listed(same, 'and')} out: {listed(known, 'and')} {'asks' if len(known) == 1 else 'ask'} for"
            f" {'it' if len(same) == 1 else 'them'}, and the version that answers this request does not"
        )
    foreign = [key for key in keys if key not in ours]
    if foreign:
        yield f"{_number_of(foreign)}{_guesses(foreign, names)}"


def _number_of(keys: Sequence[object]) -> str:
    return "1 key is not a fact" if len(keys) == 1 else f"{len(keys)} keys are not facts"


def _guesses(keys: Sequence[object], names: Sequence[str]) -> str:
    """Which name each of several keys is near, in the order of the keys; of those that are numbers it is not known."""
    each = [guess([key], names) for key in keys[:MOST_GUESSES]]
    if len(each) == 1 or not any(each) or not _is_ordered(keys):
        return guess(keys, names)
    said = [one.removeprefix("; ").removeprefix("did you mean ").removesuffix("?") or "no known name" for one in each]
    return f"; in their order, did you mean {listed(said, 'and')}?"


def _of_fields(keys: Sequence[object], names: Sequence[str]) -> str:
    """The problem of keys of a record that are none of its few: where they stand, and what each may be."""
    foreign = [place for place, key in enumerate(keys, 1) if key not in names]
    near = [guess([keys[place - 1]], names) for place in foreign[:MOST_GUESSES]]
    if not _is_ordered(keys) or len(foreign) > MOST_GUESSES:
        said = f"{_number_of(foreign)} of this record{guess([keys[place - 1] for place in foreign], names)}"
    else:
        one = len(foreign) == 1
        named = [f"key {place}{f' ({words[2:]})' if words and not one else ''}"
                 for place, words in zip(foreign, near, strict=True)]  # fmt: skip
        said = f"{listed(named, 'and')} of this record {'is not a fact' if one else 'are not facts'}"
        said += near[0] if one else ""
    return said if all(near) else f"{said}; its keys are {listed(names, 'and')}"


def _is_ordered(keys: Sequence[object]) -> bool:
    """Whether every reader of JSON keeps the keys in their order: JavaScript puts whole numbers first."""
    return not any(type(key) is str and key.isascii() and key.isdecimal() for key in keys)


def guess(keys: Sequence[object], names: Sequence[str]) -> str:
    """The known names that are nearest to unknown keys."""
    from difflib import get_close_matches  # needed for invalid requests alone

    written = [key[:100].lower() if type(key) is str else "" for key in keys[:MOST_GUESSES]]
    near = sorted({match for key in written for match in get_close_matches(key, names, 1, 0.75)})
    return f"; did you mean {listed(near, 'or')}?" if near else ""


def _labelled(fact: Fact, value: str) -> str:
    """The option that is meant where its label, or the option in other letters, stands in its place."""
    written = value.strip(BLANK).lower()
    pairs = zip(fact.options, fact.labels or fact.options, strict=True)
    meant = [option for option, label in pairs if written in (option.lower(), label.lower())]
    return f"; did you mean {meant[0]}?" if len(meant) == 1 else ""


def listed(words: Sequence[str], joint: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joint} {words[-1]}"


def _value(fact: Fact, value: object, path: str) -> Iterator[Problem]:
    code = _fault(fact, value)
    if code is not None:
        near = ""
        if fact.kind == "findings" and type(value) is dict:
            near = guess([key for key in value if key not in fact.options], fact.options)
        elif fact.kind == "choice" and type(value) is str:
            near = _labelled(fact, value)
        yield Problem(path, f"must be {fact.rule}; {BROKEN[code]}{near}", code)
    # other kinds: hold nothing that has a rule of its own
    elif fact.kind == "list":
        yield from _rows(fact, value, path)  # type: ignore[arg-type]  # a list, since it has no fault
    elif fact.kind == "findings":
        for key, found in value.items():  # type: ignore[attr-defined]  # an object, likewise
            if type(found) is not bool:
                broken: ProblemCode = "null" if found is None else "wrong-type"
                yield Problem(f"{path}/{key}", f"must be true or false; {BROKEN[broken]}", broken)


def _rows(fact: Fact, rows: Sequence[object], path: str) -> Iterator[Problem]:
    """The problems of each record. Two are the same if all fields that make them different are stated and equal."""
    for number, row in enumerate(rows):
        yield from _record(fact.fields, row, f"{path}/{number}")
    marks = [field for field in fact.fields if field.name in fact.unique]
    seen: set[tuple[object, ...]] = set()
    for number, row in enumerate(rows):
        if not marks or type(row) is not dict or any(_fault(mark, row.get(mark.name)) for mark in marks):
            continue
        key = tuple(row[name] for name in fact.unique)
        if key in seen:
            words = f"repeats an earlier record: {' and '.join(fact.unique)} are the same"
            yield Problem(f"{path}/{number}", words, "repeated")
        seen.add(key)


def _fault(fact: Fact, value: object) -> ProblemCode | None:
    """The rule of its fact that a value breaks. Records and items of findings are checked elsewhere."""
    if value is None:
        return "null"
    match fact.kind:
        case "yes_no":
            return None if type(value) is bool else "wrong-type"
        case "note":
            if type(value) is not str:
                return "wrong-type"
            return "too-long" if len(value) > fact.high else None if value.strip(BLANK) else "empty-text"
        case "number":
            if type(value) is not int and type(value) is not float:
                return "wrong-type"
            if not fact.low <= value <= fact.high:
                return "out-of-range"
            return None if is_number(value, fact.low, fact.high, fact.places) else "too-many-places"
        case "date":
            if type(value) is not str:
                return "wrong-type"
            return "not-a-date" if not is_day(value) else None if fact.low <= value <= fact.high else "out-of-range"
        case "choice":
            if type(value) is not str:
                return "wrong-type"
            return None if value in fact.options else "unknown-option"
        case "set":
            if type(value) is not list or not all(type(item) is str for item in value):
                return "wrong-type"
            if not all(item in fact.options for item in value):
                return "unknown-option"
            return None if len(set(value)) == len(value) else "repeated"
        case "findings":
            if type(value) is not dict:
                return "wrong-type"
            return None if all(key in fact.options for key in value) else "unknown-option"
        case "list":
            return "wrong-type" if type(value) is not list else "too-long" if len(value) > fact.high else None
        case "codes":
            return _fault_of_codes(value, fact.options[0])
        case _:
            assert_never(fact.kind)


def _fault_of_codes(value: object, pattern: str) -> ProblemCode | None:
    if type(value) is not list or not all(type(code) is str for code in value):
        return "wrong-type"
    if is_codes(value, pattern):
        return None
    if not all(map(_pattern(pattern).fullmatch, value)):
        return "not-a-code"
    return "repeated" if len(set(value)) < len(value) else "too-long"


def is_number(value: object, low: float, high: float, places: int) -> bool:
    """Whether a value is a number in its range with so many decimal places.

    `4.0` is the whole number 4; NaN is no number.
    """
    if type(value) is not int and type(value) is not float:
        return False
    if not low <= value <= high:
        return False
    if round(value * 10**places) / 10**places == value:
        return True
    exact = Decimal(repr(value))  # large numbers with many places are multiplied less exactly than they are written
    return round(exact, places) == exact


def is_codes(value: object, pattern: str) -> bool:
    """Whether a value is a list of well-formed codes without repetition."""
    if type(value) is not list or len(value) > MOST_CODES:
        return False
    well_formed = _pattern(pattern).fullmatch
    for code in value:
        if type(code) is not str or not well_formed(code):
            return False
    return len(set(value)) == len(value)


def is_findings(value: object, options: frozenset[str]) -> bool:
    """Whether a value is an object whose keys are among the options, each with true or false."""
    if type(value) is not dict:
        return False
    for option, found in value.items():
        if option not in options or (found is not True and found is not False):
            return False
    return True


@lru_cache(8)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def same_items(one: list[str], other: list[str]) -> bool:
    """Whether two sets, which are lists without repetition, have the same items in any order."""
    return one == other or (len(one) == len(other) and set(one) == set(other))
