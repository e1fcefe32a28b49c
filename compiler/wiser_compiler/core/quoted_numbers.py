"""The numbers that the words of a source name: "four or less" is at most 4, "6 to 12 weeks" at least 6 and at most 12.

Words that name a number but no comparison ("4 weeks") leave it open. Totals ("three of five", "8/10") and scales
("a 0 to 10 scale") bound nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from wiser_compiler.core.comparisons import (
    DOWN,
    FAR_IN_FRONT,
    Comparison,
    behind,
    end_behind,
    in_front,
    in_the_clause,
    in_words,
)
from wiser_compiler.core.quoted_dates import DATE, MONTH, folded
from wiser_compiler.core.words import amount

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS = (
    {word: Decimal(value) for value, word in enumerate(_ONES)}
    | {ten: Decimal(20 + 10 * place) for place, ten in enumerate(_TENS)}
    | {
        f"{ten}{joint}{one}": Decimal(20 + 10 * place + value)
        for place, ten in enumerate(_TENS)
        for value, one in enumerate(_ONES[1:10], 1)
        for joint in "- "
    }
    | {"one hundred": Decimal(100), "one-quarter": Decimal(25), "one-half": Decimal(50), "half": Decimal(50)}
)

# Words for units. Those of counted things are no measures: of them, more than one is at least two.
UNITS = {
    "%": "percent", "percent": "percent", "minute": "minutes", "hour": "hours", "day": "days", "week": "weeks",
    "month": "months", "year": "years", "level": "levels", "session": "sessions", "point": "points",
    "mm": "mm", "cm": "cm", "mg": "mg", "ml": "ml", "mmhg": "mmHg", "square cm": "square cm",
}  # fmt: skip
COUNTED = ("", "levels", "sessions")
MEASURES = frozenset(UNITS.values()) - {*COUNTED}
TIMES = ("minutes", "hours", "days", "weeks", "months", "years")

_ORDINALS = {
    f"{ten}{one}": Decimal(value + more)
    for value, ten in [(0, ""), *((20 + 10 * place, f"{ten}-") for place, ten in enumerate(_TENS))]
    for more, one in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth".split()[: 19 if not value else 9], 1,
    )
    if value + more > 2  # "the first 4 weeks" counts nothing, and a second is a time itself
} | {ten[:-1] + "ieth": value for ten, value in NUMBERS.items() if ten in _TENS}  # fmt: skip

# Digits inside a name, such as L4-L5, are no number.
_NUMBER = re.compile(
    r"(?<![a-z0-9.,-])(?P<number>"
    r"(?:(?<![^ <>=≤≥(])[-−])?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.?\d+(?:(?:st|nd|rd|th)\b)?)"
    r"|(?:"
    + "|".join(sorted((*NUMBERS, *_ORDINALS), key=len, reverse=True))
    + r")(?![a-z]))(?:[ -]?(?:(?:calendar|full|whole|consecutive) )?"
    r"(?P<unit>%|square cm|(?:(?:business|working) )?[a-z]+))?"
)
_RANGE = re.compile(r"(?<![a-z0-9.,-])(\d[\d.]*) ?[-–—] ?(?=\d)")
_TWICE = re.compile(rf"\b({'|'.join(sorted(NUMBERS, key=len, reverse=True))}) ?\((\d+)\)")
_HALF_MORE = re.compile(rf"\b({'|'.join(sorted(NUMBERS, key=len, reverse=True))}|\d+) and (?:a|one)[ -]half\b")
# From one number to the next: "6 to 12", "6 weeks through 12 weeks", "between 6 and 12", "6 but less than 12".
_JOINT = re.compile(
    r"(?:%|[ -]*(?:(?:calendar|full|whole|consecutive) )?[a-z%]+)??[ -]*(?:(?P<to>to|through|thru|up to)|and)"
    r"[ -]*(?:(?P<open>but not including|but excluding|less than|under|below|just under)|not more than|no more than)? ?"
)
_BETWEEN = re.compile(r"\bbetween(?: the (?:ages|age) of| ages| age)?$")
_DENIED_RANGE = re.compile(r"\b(?:not|never|nor) (?:be |been )?(?:between|from|aged?)?$")
# "Reduced from 8 to 4" names two values, and no range.
_CHANGE = re.compile(
    r"\b(?:(?:increas|decreas|reduc|improv|declin|chang|rais)(?:e|es|ed|ing)|ris(?:e|es|en|ing)|rose|f[ae]ll(?:s|en|ing)?"
    r"|drop(?:s|ped|ping)?|go(?:es|ing)?|went)(?: \w+){0,3} from$"
)
_TOTAL = re.compile(
    r"(?: or (?:more|fewer|less))?(?: of| out of)(?: (?:the|these|those|any))?(?: (?:following|listed|above|named))?|/"
)
_SCALE = re.compile(r"\bscale (?:of|from|running from)$")
_SCALE_BEHIND = re.compile(r"[ -]*(?:point )?(?:[a-z]+ ){0,2}scale\b")
_OPENED: tuple[tuple[Comparison, Comparison], ...] = ((">", ">="), ("<", "<="))
_BOTH_ENDS: list[Comparison] = [">=", "<="]
# A number behind one of these words is a name: "type 2", "section 6.2", "January 2026".
_NAMED = re.compile(
    r"\b(?:types?|sections?|box(?:es)?|figures?|tables?|versions?|codes?|chapters?|items?|appendix|pages?|parts?|cpt"
    rf"|hcpcs|lcd|ncd|{MONTH})$"
)
_CODE = re.compile(r"\d{5,}")
_HALVES = ("half", "one-half", "one-quarter")
_HALF_A = re.compile(" an? ")  # "half a year" is no share
_OR = re.compile(r"[ -](?:[a-z]+ )?or ")
# From a number without a unit to one that has it: "at least 6 but less than 12 weeks".
_SHARED = re.compile(
    r"[ -]*(?:(?:but|and|or|to|up|not|no|less|more|fewer|greater|longer|shorter|earlier|later|sooner|older|younger|than"
    r"|at|least|most|under|below|above|over|including|through)\b[ -]*)+"
)
_EXCLUSIVE = re.compile(r",? \(?(?:ends |both )?(?:exclusive|excluded)\b")


@dataclass(frozen=True, slots=True)
class QuotedNumber:
    """A number in the words of a source: its comparison where one is named, its unit where it is known.

    `of_some` says that it counts the members of a list, as in "two of the following", and `of_all` how many the list
    has, as in "two of the following three".
    """

    op: Comparison | None
    value: Decimal
    unit: str
    of_some: bool = False
    of_all: Decimal | None = None

    def __str__(self) -> str:
        """In the words of a policy."""
        comparison = "" if self.op is None else f"{in_words(self.op)} "
        of = f" of {self.of_all}" if self.of_all is not None else " of a list" if self.of_some else ""
        return comparison + amount(self.value, self.unit) + of


class _Place(NamedTuple):
    """Where a number stands in its text: its digits, and the end of its unit."""

    start: int
    end: int
    unit_end: int


_Found: TypeAlias = tuple[QuotedNumber, _Place]


@lru_cache(10_000)  # a reading is looked through for each criterion that names it
def numbers_in(quote: str) -> tuple[QuotedNumber, ...]:
    """The numbers that a quotation names, those of dates left out.

    >>> [str(said) for said in numbers_in("four or less")]
    ['at most 4']
    >>> [str(said) for said in numbers_in("at least 50% sustained improvement")]
    ['at least 50 percent']
    >>> [str(said) for said in numbers_in("within the past 24 months")]
    ['within 24 months']
    >>> [str(said) for said in numbers_in("6 to 12 weeks")]
    ['at least 6 weeks', 'at most 12 weeks']
    """
    text = _HALF_MORE.sub(_half_more, _TWICE.sub(_once, DATE.sub("that day", folded(quote))))
    return tuple(said for said, _ in _found(_RANGE.sub(r"\1 to ", text.replace("-to-", " to "))))


def _found(text: str) -> list[_Found]:
    """The numbers of a folded text, each with its place."""
    found = [each for match in _NUMBER.finditer(text) if (each := _one(text, match)) is not None]
    return _with_units(text, _with_comparisons(text, _joined(text, _without_totals(text, found))))


def _one(text: str, match: re.Match[str]) -> _Found | None:
    """One number for itself; None for an ordinal of anything but a time."""
    number, raw = match["number"], match["unit"] or ""
    bare = re.sub("(?:st|nd|rd|th)$", "", number) if re.search(r"\d", number) else number
    ordinal, unit = number in _ORDINALS or bare != number, _unit(raw)
    if ordinal and unit not in TIMES:
        return None
    value = _ORDINALS.get(number) or NUMBERS.get(number)
    value = Decimal(bare.replace(",", "").replace("−", "-")) if value is None else value
    place = _Place(match.start(), match.end("number"), match.end())
    before = _front(text, place)
    front = in_front(before, of_a_day=ordinal)
    op = _both(front[0] if front else None, behind(text, place.end))
    if op is None and not unit and (_CODE.fullmatch(number) or _NAMED.search(before)):
        return None
    if number in _HALVES and not unit:
        if _HALF_A.match(text, place.end):
            return None
        unit = "percent"
    if op is None and place.start == 3 and text.startswith("to "):
        op = "<="  # the end of a range that is quoted from there
    op = in_the_clause("==" if ordinal and op is None else op, text, place.end)
    return QuotedNumber(None if ordinal and op == "==" else op, value, unit, raw == "of"), place


def _both(front: Comparison | None, behind: Comparison | None) -> Comparison | None:
    """The comparison in front; with what stands behind it, as in "after 6 months or more", the number is inside."""
    return behind if front is None or (front, behind) in _OPENED else front


def _without_totals(text: str, found: Sequence[_Found]) -> list[_Found]:
    """The numbers without those that only say of how many, or which scale it is."""
    kept: list[_Found] = []
    for said, place in found:
        if kept and said.value >= kept[-1][0].value and _TOTAL.fullmatch(text[kept[-1][1].end : place.start].rstrip()):
            last, before = kept[-1]
            of_list = text[before.end] != "/"
            kept[-1] = replace(last, of_some=of_list, of_all=said.value if of_list else None), before
        else:
            kept.append((said, place))
    scales = {end for pair in pairwise(kept) if _is_scale(text, *pair) for end in pair}
    return [each for each in kept if each not in scales]


def _is_scale(text: str, first: _Found, last: _Found) -> bool:
    """The two numbers are the ends of a scale: "a 0 to 10 scale"."""
    if first[0].value >= last[0].value or not _JOINT.fullmatch(text, first[1].end, last[1].start):
        return False
    return _SCALE.search(_front(text, first[1])) is not None or _SCALE_BEHIND.match(text, last[1].end) is not None


def _joined(text: str, found: Sequence[_Found]) -> list[_Found]:
    """The numbers, of which two that are joined to a range hold both of its edges."""
    kept = list(found)
    for number, ((first, start), (last, end)) in enumerate(pairwise(found)):
        joint = _JOINT.fullmatch(text, start.end, end.start)
        if joint is None or first.op is not None or first.value >= last.value:
            continue
        if last.op is not None and last.op not in DOWN:
            continue
        front = _front(text, start)
        changes = _CHANGE.search(front) or _DENIED_RANGE.search(front)
        units = {first.unit, last.unit} - {""}
        if changes or not (joint["to"] or _BETWEEN.search(front)) or (len(units) > 1 and not units <= {*TIMES}):
            continue
        strict = _EXCLUSIVE.match(text, end.unit_end) is not None
        kept[number] = replace(first, op=">" if strict else ">=", unit=first.unit or last.unit), start
        kept[number + 1] = replace(last, op="<" if strict or joint["open"] else last.op or "<="), end
    return kept


def _with_comparisons(text: str, found: Sequence[_Found]) -> list[_Found]:
    """The numbers, of which one behind an "or" has the comparison in front of both: "not exceed two levels or 10"."""
    kept = list(found)
    for number, ((_, start), (last, end)) in enumerate(pairwise(found)):
        if last.op is None and _OR.fullmatch(text, start.end, end.start) and (front := in_front(_front(text, start))):
            kept[number + 1] = replace(last, op=front[0]), end
    return kept


def _with_units(text: str, found: Sequence[_Found]) -> list[_Found]:
    """The numbers, of which one without a unit has that of the time behind it, if only a comparison stands between."""
    kept = list(found)
    for number, ((first, start), (_, end)) in reversed([*enumerate(pairwise(found))]):
        unit = kept[number + 1][0].unit
        if not first.unit and unit in TIMES and _SHARED.fullmatch(text, start.end, end.start):
            kept[number] = replace(first, unit=unit), start
    return kept


def _front(text: str, place: _Place) -> str:
    """The words in front of a number, as far as they are looked at."""
    return text[max(0, place.start - FAR_IN_FRONT) : place.start].rstrip()


def _once(match: re.Match[str]) -> str:
    """One number for "four (4)"."""
    return match[2] if NUMBERS[match[1]] == int(match[2]) else match[0]


def phrases_in(text: str) -> Iterator[tuple[str, tuple[QuotedNumber, ...]]]:
    """The fewest words of a line of text around each number, dates left out, with what they say: both ends of a range.

    >>> [words for words, _ in phrases_in("An episode of at least 2 years, on May 4, 2026, and four or fewer visits")]
    ['at least 2 years', 'four or fewer']
    >>> [(words, [str(said) for said in both]) for words, both in phrases_in("A course of 6 to 12 weeks")]
    [('6 to 12 weeks', ['at least 6 weeks', 'at most 12 weeks'])]
    """
    lower = text.lower()
    if len(lower) != len(text):  # a letter that becomes two
        text = lower
    found = _found(DATE.sub(lambda date: "x" * len(date[0]), lower))
    in_a_range = False
    for (_, place), (_, end) in pairwise((*found, *found[-1:])):
        if in_a_range:
            in_a_range = False
            continue
        if _JOINT.fullmatch(lower, place.end, end.start):
            opening = _BETWEEN.search(_front(lower, place))
            words = text[place.start - (len(opening[0]) + 1 if opening else 0) : end.unit_end]
            said = numbers_in(words)
            in_a_range = [each.op for each in said] == _BOTH_ENDS and said[0].unit == said[1].unit
        if not in_a_range:
            words = _phrase(text, lower, place)
            said = numbers_in(words)[:1]
        if said:
            yield words, said


def _phrase(text: str, lower: str, place: _Place) -> str:
    """The fewest words around one number that say what it is."""
    front = in_front(_front(lower, place))
    start = max(0, place.start - FAR_IN_FRONT) + front[1] if front else place.start
    return text[start : (None if front else end_behind(lower, place.end)) or place.unit_end]


def _half_more(match: re.Match[str]) -> str:
    """One number for "one and a half"."""
    return f"{NUMBERS.get(match[1], match[1])}.5"


def _unit(raw: str) -> str:
    """The unit as policies write it, or nothing for a word that is none. A business day is no day."""
    kind, _, word = raw.rpartition(" ")
    unit = UNITS.get(word, UNITS.get(word.removesuffix("s"), ""))
    return f"{kind} {unit}" if kind and unit else unit


def measured(unit: str) -> bool:
    """Whether a unit is one of measures, of which there are fractions: weeks, percent, square cm."""
    return any(unit == measure or unit.startswith(f"{measure} ") for measure in MEASURES)
