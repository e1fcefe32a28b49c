"""A lint on declarations: a range, the answers and the key of a list are those that the words of a question say.

Only what the words say is compared: "from 0 to 10", "out of 24", "one of two", "one day makes one visit". A percentage
that nothing else is said of runs from 0 to 100.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import assert_never

from wiser_compiler.core.model import (
    Choice,
    Codes,
    Criterion,
    Date,
    Documented,
    Expr,
    Fact,
    Findings,
    Note,
    Number,
    OptionSet,
    Policy,
    Reading,
    Records,
    Worded,
    YesNo,
)
from wiser_compiler.core.quoted_numbers import NUMBERS, UNITS
from wiser_compiler.core.walk import criterion_facts, criterion_parts, facts_of, readings_of, subexpressions
from wiser_compiler.diagnostics import Report, listed

_VALUE = rf"(-?\d+(?:\.\d+)?|{'|'.join(word for word in NUMBERS if word.isalpha())})"
_RANGE = re.compile(
    rf"(?<![\w.,/-]){_VALUE}(?: ?(?:%|percent))?(?: to | through |-| - | and )(?:\+)?{_VALUE}(?![\w/-]|[.,]\d)"
)
_BETWEEN = re.compile(r"\bbetween $")
_OUT_OF = re.compile(rf"\bout of (?:a possible |a maximum of )?{_VALUE}(?![\w/-]|[.,]\d)")
_MOST = re.compile(rf"\b(?:up to|at most|no more than|not more than|the (?:last|latest)) {_VALUE}(?![\w/-]|[.,]\d)")
# What may be more than all of what there was before.
_MAY_EXCEED = re.compile(r"\b(?:improv|increas|ris|rose|grow|grew|gain|chang|exceed|compared)\w*")
_ONE_EACH = re.compile(r"\bone (\w+)(?:,? and one (\w+))*(?=,? makes? one\b)")
_ONCE = re.compile(r"\b(?:once|one \w+) (?:for|per) (?:each |every )?(\w+)(?: and (?:each |every )?(\w+))?")
_REST = re.compile(r"(?:any |an)?other|none|unknown|not ")  # how answers begin that stand for all the rest
# Words that ask for an answer, and not for a certain one.
_ANY_ANSWER = re.compile(
    r"\b(?:documented|documents|recorded|written down|stated|assess\w*|evaluat\w*|noted|reported|whether|either)\b"
)


def question_disagrees(policy: Policy, report: Report) -> None:
    """Every declaration agrees with the words of its question, and `documented` with what is asked."""
    readings = _readings(policy)
    for fact in (fact for fact in policy.facts if fact.origin != "program"):
        for one in (fact, *(fact.type.fields if isinstance(fact.type, Records) else ())):
            for key, problem in _problems(one, readings.get(one.name, ())):
                span = one.spans.get(key, one.span)
                report.error("question-disagrees", problem, span, "mend the declaration, or the words of the question")
    for criterion in policy.own:
        _any_answer(criterion, report)


def _problems(fact: Fact, readings: Sequence[Reading]) -> Iterator[tuple[str, str]]:
    """What differs from the words of the question of a fact, each with the key of the declaration that does.

    `readings` are those of the criteria that ask for it.
    """
    asked = " ".join(fact.ask.lower().replace("–", "-").replace("−", "-").split())
    match fact.type:
        case Number():
            yield from _number(fact.name, fact.type, asked)
        case Records():
            yield from _records(fact.type, asked)
        case Choice() | OptionSet() | Findings():
            yield from _options(fact, fact.type, asked, readings)
        case YesNo() | Note() | Date() | Codes():
            return
        case _:
            assert_never(fact.type)


def _value(word: str) -> Decimal:
    return NUMBERS[word] if word in NUMBERS else Decimal(word)


# ---------------------------------------------------------------- numbers


def _number(name: str, kind: Number, asked: str) -> Iterator[tuple[str, str]]:
    ranges = [
        (_value(match[1]), _value(match[2]))
        for match in _RANGE.finditer(asked)
        if (" and " not in match[0] or _BETWEEN.search(asked[: match.start()]))
        and _unit_behind(asked[match.end() :]) in ("", kind.unit)
    ]
    tops = [_value(word) for word in _OUT_OF.findall(asked)]
    declared = f"declared from {kind.low} to {kind.high}"
    if ranges and (kind.low, kind.high) not in ranges:
        low, high = min(ranges, key=lambda each: (each[0] != kind.low) + (each[1] != kind.high))
        said = f"the question says from {low} to {high}"
        yield "to" if low == kind.low else "from", f"{said}, and `{name}` is {declared}"
    elif not ranges and tops and kind.high not in tops:
        yield "to", f"the question says out of {tops[0]}, and `{name}` is {declared}"
    elif not ranges and not tops and kind.unit == "percent":
        said = f"a percentage runs from 0 to 100, and `{name}` is {declared}"
        if kind.high < 100 or (kind.high > 100 and not _MAY_EXCEED.search(asked)):
            yield "to", f"{said}; where another range is meant the question says it"
        elif kind.low > 0 or (kind.low < 0 and not _MAY_EXCEED.search(asked)):
            yield "from", f"{said}; where another range is meant the question says it"


def _unit_behind(words: str) -> str:
    """The unit that begins some words: in "6 to 12 months" a range may be one of something else than the answer."""
    word = re.match(r" ?(%|[a-z]+)", words)
    return UNITS.get(_stem(word[1]), UNITS.get(word[1], "")) if word else ""


# ---------------------------------------------------------------- lists


def _records(kind: Records, asked: str) -> Iterator[tuple[str, str]]:
    """What makes one record, and how many records there may be."""
    names = _key_in_words(asked)
    if names and len(names) != len(kind.unique):
        has = f"`unique` has {listed(kind.unique, 'and')}" if kind.unique else "no `unique` says so"
        yield "unique" if kind.unique else "ask", f"the question says one {' and one '.join(names)}, and {has}"
    for name, field in zip(names, kind.unique, strict=False):
        of = next(one for one in kind.fields if one.name == field)
        is_day = name in ("day", "date") and isinstance(of.type, Date)
        if len(names) == len(kind.unique) and not is_day and _stem(name) not in map(_stem, field.split("_")):
            yield "unique", f"the question says one {name}, and `unique` has `{field}`"
    if kind.unique and not names:
        yield (
            "unique",
            f"`unique` tells records apart by {listed(kind.unique, 'and')}, and the question does not say so",
        )
    tops = [_value(word) for word in _MOST.findall(asked)]
    if tops and kind.most not in tops:
        yield "up_to", f"the question says {tops[0]} at most, and `up_to` is {kind.most}"


def _key_in_words(asked: str) -> list[str]:
    """The nouns that tell two records apart: day and region in "one day and one region make one session"."""
    if match := _ONE_EACH.search(asked):
        return re.findall(r"\bone (\w+)", match[0])
    once = _ONCE.search(asked)
    return [name for name in once.groups() if name] if once else []


def _stem(word: str) -> str:
    return word.removesuffix("s")


# ---------------------------------------------------------------- answers


def _options(
    fact: Fact, kind: Choice | OptionSet | Findings, asked: str, readings: Sequence[Reading]
) -> Iterator[tuple[str, str]]:
    """How many answers there are, where the question or a reading counts them."""
    noun = re.escape(_stem(fact.name.rpartition("_")[2]))
    own = re.findall(rf"\b(?:one|which|any|each|either) of (?:the |these |its )?{_VALUE}\b(?! of)", asked)
    counted = re.compile(
        rf"(?<!if )(?<!where )(?<!when )\b(?:there are|(?:one|which) of) (?:only |exactly |the |these )?"
        rf"{_VALUE} {noun}e?s\b"
    )
    texts = [asked, *(reading.text.lower() for reading in readings)]
    told = {_value(word) for word in (*own, *(word for text in texts for word in counted.findall(text)))}
    rest = [one for one in kind.options if _REST.match(one.label.lower()) or _REST.match(one.id.lower())]
    number_of = {Decimal(len(kind.options)), Decimal(len(kind.options) - len(rest))}
    for value in sorted(told - number_of):
        yield "of", f"the words count {value} of them, and `{fact.name}` has {len(kind.options)} answers"


def _readings(policy: Policy) -> Mapping[str, Sequence[Reading]]:
    """The readings of the criteria that ask for a fact, by its name."""
    found: dict[str, list[Reading]] = {}
    for criterion in policy.own:
        readings = readings_of(criterion)
        for fact in criterion_facts(criterion):
            found.setdefault(fact.name, []).extend(readings)
    return found


def _any_answer(criterion: Criterion, report: Report) -> None:
    """`documented` takes any answer, so it does not go with a yes-or-no question, or with words that name an answer.

    Words that ask for any answer, such as "whether", excuse it; so does a test of the same fact beside it.
    """
    every = [part for expr in criterion_parts(criterion) for part in subexpressions(expr)]
    quotes = [part.quote.lower() for part in every if isinstance(part, Worded) and part.quote]
    texts = [criterion.title.lower(), *quotes, *(reading.text.lower() for reading in readings_of(criterion))]
    if not quotes or any(_ANY_ANSWER.search(text) for text in texts):
        return
    tested = _tested(every)
    for part in every:
        fact = part.part.fact if isinstance(part, Worded) and isinstance(part.part, Documented) else None
        if fact is None or fact in tested or not isinstance(part, Worded):
            continue
        named = _named(fact, quotes)
        if isinstance(fact.type, YesNo) or named:
            why = f"the quote names one, {named}" if named else "the words ask for one"
            report.error(
                "question-disagrees",
                f"`documented` takes any answer to `{fact.name}`, and {why}",
                part.span if part.span.line else criterion.span,
                "write the answer that is asked for, or say in a `reading:` that either answer will do",
            )


def _tested(parts: Sequence[Expr]) -> set[Fact]:
    found: set[Fact] = set()
    for part in parts:
        # other kinds: each tests its facts
        if not isinstance(part, Documented | Worded) and not list(subexpressions(part))[1:]:
            found.update(facts_of(part))
    return found


def _named(fact: Fact, quotes: Sequence[str]) -> str:
    """An answer that quoted words name, or an empty text."""
    # other kinds: have no labels
    if not isinstance(fact.type, Choice | OptionSet | Findings):
        return ""
    labels = [option.label.lower() for option in fact.type.options if len(option.label) > 3]
    return next((one for one in labels if any(re.search(rf"\b{re.escape(one)}\b", quote) for quote in quotes)), "")
