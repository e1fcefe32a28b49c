"""The core in plain words: numbers with units, terms, tests, expressions, and what a request states.

Words of authors are in `Worded`. An expression without them, or one that is no longer as its author wrote it, gets its
words here and nowhere else. Nothing here decides what a policy means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, assert_never

from wiser_compiler.core.bounds import grade_of
from wiser_compiler.core.case import nearest_base
from wiser_compiler.core.kinds import kind_of, operator, sort_of
from wiser_compiler.core.model import (
    AtLeast,
    Bound,
    Compare,
    Count,
    Documented,
    Expr,
    Extreme,
    Fact,
    FactValue,
    Findings,
    Includes,
    Literal,
    Multiple,
    Not,
    Number,
    Policy,
    Records,
    Shifted,
    Sum,
    Term,
    Total,
    Value,
    Worded,
)

# ---------------------------------------------------------------- numbers and units

_IRREGULAR = {"diagnoses": "diagnosis", "feet": "foot", "series": "series", "teeth": "tooth", "vertebrae": "vertebra"}
_BEHIND_NOUN = re.compile(r" (?:per|of|in|on|at|by|for|from|to|with|within|each|every|an?) ")


def singular(unit: str) -> str:
    """The unit of one: its noun, the last word before `per`, `of` and the like, loses its plural ending.

    >>> [singular(unit) for unit in ("weeks", "events per hour", "mm", "vertebral bodies", "boxes", "vertebrae")]
    ['week', 'event per hour', 'mm', 'vertebral body', 'box', 'vertebra']
    """
    behind = _BEHIND_NOUN.search(unit)
    noun = unit[: behind.start()] if behind else unit
    start, space, word = noun.rpartition(" ")
    return start + space + _singular(word) + unit[len(noun) :]


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def amount(number: int | float | Decimal, unit: str) -> str:
    """A number with its unit, as in `1 month`, `2 months`, `3`."""
    written = f"{number:f}" if isinstance(number, Decimal) else str(number)
    return f"{written} {singular(unit) if abs(number) == 1 else unit}".strip()


def bound_words(bound: Bound) -> str:
    """A bound as the words of a policy say it: `at least 4 weeks`."""
    return f"{operator(bound.op).words} {amount(bound.value, bound.unit)}"


# ---------------------------------------------------------------- values


def value_words(value: Value) -> str:
    """A value of a policy."""
    match value:
        case bool():
            return "yes" if value else "no"
        case Decimal():
            return amount(value, "")
        case frozenset():
            return ", ".join(sorted(value)) or "none"
        case str() | date():
            return str(value)
        case _:
            assert_never(value)


def label_of(fact: Fact, item: str) -> str:
    """The plain words of an option. A code is its own words."""
    return next((option.label for option in kind_of(fact.type).options if option.id == item), item)


# ---------------------------------------------------------------- terms


@dataclass(frozen=True, slots=True)
class Voice:
    """How a term names its facts and lists, and the signs of its sums and products."""

    fact: Callable[[Fact], str]
    count: Callable[[Count], str]
    date: Callable[[Extreme], str]
    total: Callable[[Total], str]
    plus: str = "plus"
    minus: str = "minus "
    times: str = "times"


def date_name(term: Extreme) -> str:
    """The name that an author gave to a date or number of a list, or one made of its parts."""
    return term.name.replace("_", " ") or f"{term.which} {term.field.words}"


PLAIN = Voice(
    lambda fact: fact.words,
    lambda count: f"the number of {count.of.words}",
    date_name,
    lambda total: f"the sum of {total.field.words}",
)
# Names as they stand in requests and documents, for programs and tables.
FORMULA = Voice(
    lambda fact: fact.name,
    lambda count: f"number of {count.of.name}" + ("" if count.where is None else " that match"),
    lambda date: date.name or f"{date.which} {date.field.name} of {date.of.name}",
    lambda total: f"sum of {total.field.name} of {total.of.name}" + ("" if total.where is None else " that match"),
    "+",
    "-",
    "*",
)


def term_words(term: Term, voice: Voice = PLAIN, bound: Bound | None = None) -> str:
    """A term; `bound` is the number of an offset as its author wrote it."""
    match term:
        case FactValue(fact=fact):
            return voice.fact(fact)
        case Literal(value=value):
            return value_words(value)
        case Shifted(date=inner, months=months, days=days):
            if bound is not None:
                return _moved(bound.value if months + days > 0 else -bound.value, bound.unit, term_words(inner, voice))
            return offset_words(months, days, term_words(inner, voice))
        case Sum(parts=(first, *rest)):
            return term_words(first, voice) + "".join(_added(part, voice) for part in rest)
        case Multiple(factor=factor, part=inner):
            words = f"({term_words(inner, voice)})" if isinstance(inner, Sum) else term_words(inner, voice)
            return f"{voice.minus}{words}" if factor == -1 else f"{factor} {voice.times} {words}"
        case Count():
            return voice.count(term)
        case Extreme():
            return voice.date(term)
        case Total():
            return voice.total(term)
        case Sum():
            raise ValueError("a sum of nothing")
        case _:
            assert_never(term)


def offset_words(months: int, days: int, base: str) -> str:
    """The distance of a day from another one: `12 months before x`. Months are counted first, so they are said last."""
    return _moved(Decimal(days), "days", _moved(Decimal(months), "months", base))


def _moved(number: Decimal, unit: str, base: str) -> str:
    return f"{amount(abs(number), unit)} {'after' if number > 0 else 'before'} {base}" if number else base


def _added(part: Term, voice: Voice) -> str:
    match part:
        case Multiple(factor=-1, part=inner):
            return f" {voice.minus.strip()} {term_words(inner, voice)}"
        case Literal(value=Decimal() as value) if value < 0:
            return f" {voice.minus.strip()} {value_words(-value)}"
        case _:  # other kinds: kept as they are
            return f" {voice.plus} {term_words(part, voice)}"


# ---------------------------------------------------------------- tests


def operator_words(test: Compare) -> str:
    """An operator in words: `at least`, or `on or after` between dates."""
    how = operator(test.op)
    return how.date_words if sort_of(test.left) == "date" else how.words


def comparison_words(test: Compare, bound: Bound | None = None) -> str:
    """A comparison; `bound` is its number as its author wrote it."""
    if bound is not None and not isinstance(test.right, Shifted):
        return bound_words(bound)
    left, right = term_words(test.left), term_words(test.right, bound=bound)
    match test.left, test.right:
        case FactValue(fact=fact), Literal(value=bool() | str() as value):
            return f"{left}: {label_of(fact, value) if isinstance(value, str) else right}"
        case FactValue(), FactValue() if test.op == "==" and sort_of(test.left) != "date":
            return f"{left} the same as {right}"
        case _:  # other kinds: worded by their terms
            return f"{left} {operator_words(test)} {right}"


def formula(edge: Compare | AtLeast) -> str:
    """A comparison at a bound as one short line for tables: `session_date > 12 months before service_date`."""
    if grade := grade_of(edge):
        fact, first, last = grade
        ids = [option.id for option in kind_of(fact.type).options]
        return f"{fact.name} from {ids[first]} to {ids[last]}"
    if isinstance(edge, AtLeast):
        return f"at least {edge.count} of {len(edge.parts)}"
    return f"{term_words(edge.left, FORMULA)} {edge.op} {term_words(edge.right, FORMULA)}"


# ---------------------------------------------------------------- expressions

LONGEST = 90  # letters of a brief expression


def joint_words(count: int, parts: int) -> str:
    """The joint of a group in words: how many of its parts are needed."""
    return "all of" if count == parts else "any of" if count == 1 else f"at least {count} of"


APPLIES = "Applies only when"  # leads a condition
EXCEPTION = "Or, as an exception:"
NONE_OF_THESE = "None of these:"


def joint_head(count: int, parts: int) -> str:
    """The joint of a group as the head of a list of its parts, for people: it says how many are needed at least."""
    return "All of these:" if count == parts else f"At least {'one' if count == 1 else count} of these:"


def expr_words(expr: Expr, authored: bool = False) -> str:
    """An expression in one line: by its meaning, or in the words of its author where it is as the author wrote it."""
    match expr:
        case Worded(part=part):
            return _own_words(expr, authored) or expr_words(part, authored)
        case Not(part=AtLeast(count=1, parts=(_, _, *_) as parts)):
            return f"none of {_listed(parts, 'or', authored)}"
        case Not(part=Includes(fact=fact, item=item)):
            return f"{fact.words} without {label_of(fact, item)}"
        case Not(part=part):
            return f"not ({expr_words(part, authored)})"
        case AtLeast(count=0):
            return "nothing"
        case AtLeast(parts=(part,)):
            return expr_words(part, authored)
        case AtLeast(count=count, parts=parts):
            joint = "and" if count == len(parts) else "or"
            return f"{joint_words(count, len(parts))} {_listed(parts, joint, authored)}"
        case Documented(fact=fact):
            return f"{fact.words} stated"
        case Includes(fact=fact, item=item):
            return f"{fact.words} includes {label_of(fact, item)}"
        case Compare():
            return comparison_words(expr)
        case _:
            assert_never(expr)


def _listed(parts: tuple[Expr, ...], joint: str, authored: bool) -> str:
    """The parts in brackets. Words of authors may hold semicolons, so the joint follows each of them."""
    between = f"; {joint} " if authored else "; "
    return f"({between.join(expr_words(part, authored) for part in parts)})"


def _own_words(says: Worded, authored: bool) -> str:
    """The words of a part itself. Without those of authors, only words that are better than those of its tests."""
    if authored and says.question and says.answer:
        return f"{says.question.rstrip('?:')}: {says.answer}"
    if authored:
        return says.question or says.answer
    if says.name:
        return says.question
    match says.part:
        case AtLeast(parts=(Compare(), Compare(left=Multiple()))):
            return says.answer  # a fall or rise by so much is two comparisons
        case _:  # other kinds: worded by their meaning
            return ""


def part_words(says: Worded) -> str:
    """A part in the words of the source, or else in those of its author."""
    return f"“{says.quote}”" if says.quote else says.answer or says.question


# The first word of a name that stands inside of a sentence.
_INSIDE = re.compile(r"(?:^|(?<=; and )|(?<=; or )|(?<=\())(?:The|An?|Each|Every) ")


def filter_words(expr: Expr) -> str:
    """An expression behind *where* or *has*, in the words of its author; parts joined by *and* need no brackets."""
    return _INSIDE.sub(lambda found: found[0].lower(), _filter_words(expr))


def _filter_words(expr: Expr) -> str:
    match expr:
        case Worded(part=part) if not _own_words(expr, authored=True):
            return _filter_words(part)
        case AtLeast(count=count, parts=parts) if count == len(parts) > 1:
            return "; and ".join(expr_words(part, authored=True) for part in parts)
        case _:  # other kinds: have nothing joined by *and*
            return expr_words(expr, authored=True)


def brief_words(expr: Expr) -> str:
    """An expression by its meaning, cut where it is long."""
    words = expr_words(expr)
    return words if len(words) <= LONGEST else words[: LONGEST - 2].rstrip(" ;,(") + " …"


# ---------------------------------------------------------------- requests


def request_words(policy: Policy, request: Mapping[str, Any]) -> str:
    """What a request states, for people: as the nearest base example, and where it differs."""
    example = nearest_base(policy, request)
    base = example.request
    facts = {fact.name: fact for fact in policy.facts}
    changed = [_stated(facts[name], value) for name, value in request.items() if base.get(name) != value]
    left_out = [facts[name].words for name in base if name not in request and name in facts]
    if not base or len(changed) + len(left_out) > len(base):
        return "; ".join(_stated(facts[name], value) for name, value in request.items()) or "nothing is stated"
    parts = [*changed, *([f"without {', '.join(left_out)}"] if left_out else [])]
    return f"as the example “{example.name}”" + (f", but {'; '.join(parts)}" if parts else "")


def _stated(fact: Fact, value: Any) -> str:
    return f"{fact.words}: {json_words(fact, value)}"


def json_words(fact: Fact, value: Any) -> str:
    """A value as a request states it, for people."""
    match value:
        case bool():
            return value_words(value)
        case []:
            return "none"
        case dict() if isinstance(fact.type, Findings):
            found = (f"{key} {value_words(present)}" for key, present in value.items())
            return ", ".join(found) or "none looked for"
        case list() if isinstance(fact.type, Records):
            inner = {field.name: field for field in fact.type.fields}
            return " + ".join(f"({', '.join(_stated(inner[k], v) for k, v in row.items())})" for row in value)
        case list():
            return ", ".join(map(str, value))
        case int() | float() if isinstance(fact.type, Number):
            return amount(value, fact.type.unit)
        case _:  # other kinds: one JSON value, written as it is
            return str(value)
