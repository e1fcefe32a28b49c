"""The words of a source against the bounds they support.

"four or less" is at most 4; "at least 50%" is at least 50 percent; "up to two
levels" is at most 2 levels. What the words say must be what the bound says. Words
that name a number but no comparison ("4 weeks") agree with any edge, and "within
4 weeks" with both upper ones. A reading may change the comparison; another number
or unit it has to name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Literal, TypeAlias

from wiser_compiler.core.kinds import operator
from wiser_compiler.core.model import Bound, Op
from wiser_compiler.core.words import amount, bound_words

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

Comparison: TypeAlias = Op | Literal["within"]

_MORE = "more greater longer older higher later larger".split()
_LESS = "less fewer shorter younger lower earlier smaller".split()


def _comparatives(words: Sequence[str], than: Op, or_equal: Op, negated: Op) -> Iterator[tuple[str, Comparison]]:
    """What is made of a comparative: "older than", "older than or equal to", "no older than"."""
    for word in words:
        yield from ((f"{word} than", than), (f"{word} than or equal to", or_equal))
        yield from ((f"equal to or {word} than", or_equal), (f"no {word} than", negated), (f"not {word} than", negated))


# What stands directly in front of a number. The longest that fits is taken: "no fewer than" holds "fewer than".
BEFORE: tuple[tuple[str, Comparison], ...] = (
    *_comparatives(_MORE, ">", ">=", "<="), *_comparatives(_LESS, "<", "<=", ">="),
    ("not to exceed", "<="), ("not exceed", "<="), ("not exceeding", "<="),
    ("at least", ">="), ("at most", "<="), ("up to", "<="), ("exactly", "=="), ("equal to", "=="),
    ("minimum of", ">="), ("minimum", ">="), ("maximum of", "<="), ("maximum", "<="),
    ("exceed", ">"), ("exceeds", ">"), ("exceeding", ">"), ("above", ">"), ("below", "<"), ("under", "<"),
    # Of time: "after 14 days" leaves out the fourteenth, and "within" does not say whether its end is inside.
    ("after", ">"), ("before", "<"), ("within", "within"),
    (">=", ">="), ("<=", "<="), ("≥", ">="), ("≤", "<="), (">", ">"), ("<", "<"),
)  # fmt: skip
# Of the words in front of a number only so many letters are looked at, so that long texts take no longer for each.
_IN_FRONT = max(len(words) for words, _ in BEFORE) + len(" the preceding ") + 1
_BETWEEN = r"(?: an?| the)?(?: (?:past|last|next|previous|preceding|prior|first))?$"
_BEFORE = tuple(
    (re.compile((r"(?<![a-z])" if words[0].isalpha() else "") + re.escape(words) + _BETWEEN), comparison)
    for words, comparison in sorted(BEFORE, key=lambda row: -len(row[0]))
)
# What stands behind a number, at most two words of its unit between them: "4 injections or fewer".
_BEHIND = re.compile(
    rf"[ %-]*(?:[a-z]+ ){{0,2}}?(?:or|and) (?:(?P<more>(?:{'|'.join(_MORE)}|above|over|up)\b)"
    rf"|(?:{'|'.join(_LESS)}|below|under)\b)"
)
# The comparisons of bounds that each comparison of words agrees with.
_AGREES: Mapping[Comparison, tuple[Op, ...]] = {
    "==": ("==",), "<": ("<",), "<=": ("<=",), ">": (">",), ">=": (">=",), "within": ("<", "<="),
}  # fmt: skip
UNITS = {
    "%": "percent", "percent": "percent", "minute": "minutes", "hour": "hours", "day": "days", "week": "weeks",
    "month": "months", "year": "years", "level": "levels", "session": "sessions", "point": "points",
    "mm": "mm", "cm": "cm", "mg": "mg", "ml": "ml",
}  # fmt: skip

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "|".join(_MONTHS)
_DATE = re.compile(
    rf"\b(?:(?P<month>{_MONTH}) (?P<day>\d{{1,2}}),? (?P<year>\d{{4}})"
    rf"|(?P<day_before>\d{{1,2}}) (?P<month_behind>{_MONTH}),? (?P<year_last>\d{{4}})|(?P<iso>\d{{4}}-\d\d-\d\d))\b"
)
# Digits inside a name, such as L4-L5, are no number.
_NUMBER = re.compile(
    r"(?<![a-z0-9.,-])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.?\d+|(?:"
    + "|".join(sorted(NUMBERS, key=len, reverse=True))
    + r")(?![a-z]))(?:[ -]?(?:(?:calendar|full|whole|consecutive) )?(?P<unit>%|(?:(?:business|working) )?[a-z]+))?"
)
_RANGE = re.compile(r"(?<![a-z0-9.,-])(\d[\d.]*)[-–](?=\d)")


@dataclass(frozen=True, slots=True)
class QuotedNumber:
    """A number in the words of a source: its comparison where one is named, its unit where it is known.

    `of_some` says that it counts the members of a list, as in "two of the following".
    """

    op: Comparison | None
    value: Decimal
    unit: str
    of_some: bool = False

    def __str__(self) -> str:
        """In the words of a policy."""
        words = "" if self.op is None else "within" if self.op == "within" else operator(self.op).words
        comparison = f"{words} " if words else ""
        return comparison + amount(self.value, self.unit) + (" of a list" if self.of_some else "")


def numbers_in(quote: str) -> Iterator[QuotedNumber]:
    """The numbers that a quotation names, those of dates left out.

    >>> [str(said) for said in numbers_in("four or less")]
    ['at most 4']
    >>> [str(said) for said in numbers_in("at least 50% sustained improvement")]
    ['at least 50 percent']
    >>> [str(said) for said in numbers_in("within the past 24 months")]
    ['within 24 months']
    """
    text = _RANGE.sub(r"\1 to ", _DATE.sub("that day", _folded(quote)))
    for match in _NUMBER.finditer(text):
        number = match["number"]
        value = NUMBERS[number] if number in NUMBERS else Decimal(number.replace(",", ""))
        raw = match["unit"] or ""
        before = text[max(0, match.start() - _IN_FRONT) : match.start()].rstrip()
        op: Comparison | None = next((op for words, op in _BEFORE if words.search(before)), None)
        if op is None and (found := _BEHIND.match(text, match.end("number"))):
            op = ">=" if found["more"] else "<="
        yield QuotedNumber(op, value, _unit(raw), raw == "of")


def phrases_in(text: str) -> Iterator[tuple[str, QuotedNumber]]:
    """The fewest words of a line of text around each number, dates left out, with what they say.

    >>> [words for words, _ in phrases_in("An episode of at least 2 years, on May 4, 2026, and four or fewer visits")]
    ['at least 2 years', 'four or fewer']
    """
    lower = text.lower()
    if len(lower) != len(text):  # a letter that becomes two
        text = lower
    dates = [match.span() for match in _DATE.finditer(lower)]
    for match in _NUMBER.finditer(lower):
        start, end = match.span()
        if any(first <= start < last for first, last in dates):
            continue
        first = max(0, start - _IN_FRONT)
        before = lower[first:start].rstrip()
        word = next((found for words, _ in _BEFORE if (found := words.search(before))), None)
        behind = None if word else _BEHIND.match(lower, match.end("number"))
        words = text[first + word.start() if word else start : behind.end() if behind else end]
        yield from ((words, said) for said in islice(numbers_in(words), 1))


def _folded(quote: str) -> str:
    return " ".join(quote.lower().split())


def _unit(raw: str) -> str:
    """The unit as policies write it, or nothing for a word that is none. A business day is no day."""
    kind, _, word = raw.rpartition(" ")
    unit = UNITS.get(word, UNITS.get(word.removesuffix("s"), ""))
    return f"{kind} {unit}" if kind and unit else unit


def dates_in(quote: str) -> Iterator[date]:
    """The dates that a quotation names.

    >>> [str(day) for day in dates_in("on or after January 15, 2026")]
    ['2026-01-15']
    """
    for match in _DATE.finditer(_folded(quote)):
        try:
            if match["iso"]:
                yield date.fromisoformat(match["iso"])
            else:
                month = _MONTHS.index(match["month"] or match["month_behind"]) + 1
                yield date(int(match["year"] or match["year_last"]), month, int(match["day"] or match["day_before"]))
        except ValueError:  # there is no such day, so no bound can be it
            continue


def disagreement(quote: str, bounds: tuple[Bound, ...], readings: Sequence[str] = ()) -> str:
    """What is wrong between a quotation and its bounds, or an empty text.

    Every number of the quotation must be a bound, and every bound a number of it, as far as it has any. With
    readings beside it the comparisons may differ, and the number of a bound may also be one that a reading names.
    """
    said = list(numbers_in(quote))
    if not said and bounds:
        return "" if readings else f"the quote names no number, and the bound says {bound_words(bounds[0])}"
    agree = agrees_in_number if readings else agrees
    named = [each for text in readings for each in numbers_in(text)]
    numbers = by_number(named)
    read = [bound for bound in bounds if not any(agree(each, bound) for each in said)]
    for bound in read:
        if not any(agrees_in_number(each, bound) for each in named):
            return f"the quote says {' and '.join(map(str, said))}, and the bound says {bound_words(bound)}"
    for each in said:
        if not read and not any(agree(each, bound) for bound in bounds) and not is_named(each, numbers):
            return f"the quote says {each}, and no bound here does"
    return ""


def by_number(words: Iterable[QuotedNumber]) -> Mapping[Decimal, set[str]]:
    """The numbers of some words, each with its units."""
    found: dict[Decimal, set[str]] = {}
    for said in words:
        found.setdefault(said.value, set()).add(said.unit)
    return found


def is_named(said: QuotedNumber, numbers: Mapping[Decimal, set[str]]) -> bool:
    """Other words name the same number, and the same unit if they name one."""
    return not {"", said.unit}.isdisjoint(numbers.get(said.value, ()))


def agrees(said: QuotedNumber, bound: Bound) -> bool:
    """The same number, the same unit where the words have one, the same comparison where they name one."""
    return agrees_in_number(said, bound) and (said.op is None or bound.op in _AGREES[said.op])


def agrees_in_number(said: QuotedNumber, bound: Bound) -> bool:
    """The same number, and the same unit where the words have one."""
    if said.value != bound.value:
        return False
    return not said.unit or said.unit == bound.unit or bound.unit.startswith(f"{said.unit} ")
