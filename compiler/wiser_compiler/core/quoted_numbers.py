"""The words of a source against the bounds they support.

"four or less" is at most 4; "at least 50%" is at least 50 percent; "up to two
levels" is at most 2 levels. The words and the bound must say the same. Words that name a number but no comparison ("4
weeks") agree with any comparison, and "within 4 weeks" with both upper ones. A reading may change the comparison; it
has to name another number or unit.
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

# "Within" does not say whether its end is inside; "beyond" is not within, and "unlike" not exactly.
# "3 or worse" holds at 3; whether more or less is worse, the words do not say.
Comparison: TypeAlias = Op | Literal["within", "beyond", "unlike", "or worse"]

_MORE = "more greater longer older higher later larger bigger wider deeper heavier taller".split()
_LESS = "less fewer shorter younger lower earlier smaller sooner narrower lighter".split()
_ABOVE, _BELOW = "above over beyond exceeding".split(), "below under beneath".split()


def _comparatives(words: Sequence[str], than: Op, or_equal: Op, negated: Op) -> Iterator[tuple[str, Comparison]]:
    """The phrases of a comparative: "older than", "older than or equal to", "no older than"."""
    for word in words:
        yield from ((f"{word} than", than), (f"no {word} than", negated), (f"not {word} than", negated))
        yield from ((f"{word} {or_is}", or_equal) for or_is in ("than or equal to", "than or equal", "or equal to"))
        yield from ((f"{is_or} {word} than", or_equal) for is_or in ("equal to or", "equal or", "at or", "equals or"))
        yield from ((f"not {words} {word} than", negated) for words in ("any", "be any"))


def _places(words: Sequence[str], beyond: Op, or_at: Op) -> Iterator[tuple[str, Comparison]]:
    """What is made of a place on a scale: "below", "at or below", "below or equal to"."""
    for word in words:
        yield word, beyond
        yield from ((f"{at_or} {word}", or_at) for at_or in ("at or", "equal to or", "equal or", "on or"))
        yield from ((f"{word} {or_at_it}", or_at) for or_at_it in ("or equal to", "or at"))


# Phrases directly in front of a number. The longest one that fits is taken: "no fewer than" contains "fewer than".
# Left out, since they say the one or the other: "over" alone, which is also "during"; "better than" and "worse than",
# where a low score may be the good one; "between", "by", "from", "to" and "until", which leave their ends open.
BEFORE: tuple[tuple[str, Comparison], ...] = (
    *_comparatives(_MORE, ">", ">=", "<="), *_comparatives(_LESS, "<", "<=", ">="),
    *(row for row in _places(_ABOVE, ">", ">=") if row[0] != "over"), *_places(_BELOW, "<", "<="),
    ("not over", "<="), ("not to exceed", "<="),
    ("at least", ">="), ("at the least", ">="), ("at the very least", ">="), ("no sooner than", ">="),
    ("as few as", ">="), ("as little as", ">="), ("upwards of", ">="), ("starting at", ">="), ("beginning at", ">="),
    ("at most", "<="), ("at the most", "<="), ("up to", "<="), ("up to and including", "<="), ("as many as", "<="),
    ("as much as", "<="), ("limited to", "<="), ("limit of", "<="), ("capped at", "<="), ("through", "<="),
    ("exactly", "=="), ("equal to", "=="), ("equals", "=="),
    ("minimum of", ">="), ("minimum", ">="), ("min", ">="), ("at a minimum", ">="), ("at minimum", ">="),
    ("maximum of", "<="), ("maximum", "<="), ("max", "<="), ("at a maximum", "<="), ("at maximum", "<="),
    ("exceed", ">"), ("exceeds", ">"), ("exceeded", ">"), ("in excess of", ">"), ("excess of", ">"),
    ("meet or exceed", ">="), ("meets or exceeds", ">="), ("equal or exceed", ">="), ("equals or exceeds", ">="),
    ("fall below", "<"), ("falls below", "<"), ("drop below", "<"), ("drops below", "<"), ("go below", "<"),
    ("rise above", ">"), ("rises above", ">"), ("go above", ">"), ("goes above", ">"), ("go over", ">"),
    # Of time: "after 14 days" leaves out the fourteenth.
    ("after", ">"), ("until after", ">"), ("not until", ">="), ("before", "<"), ("prior to", "<"), ("within", "within"),
    (">=", ">="), ("<=", "<="), ("≥", ">="), ("≤", "<="), (">", ">"), ("<", "<"),
    ("=>", ">="), ("=<", "<="), (">/=", ">="), ("</=", "<="), ("⩾", ">="), ("⩽", "<="), ("≧", ">="), ("≦", "<="),
)  # fmt: skip
# A comparison that is denied says the contrary, with the verb of the sentence between: "must not be more than 4".
_DENIED = re.compile(
    r"(?:\b(?:not|never|cannot|no|nor|without|(?:fail|fails|failed|failing|unable) to)|n't)"
    r"(?: (?:to|be|been|being|have|had|has|last|take|occur|go|receive|received|include|exceed|performed|done|given"
    r"|used|billed|requested|repeated|reported))*$"
)
_CONTRARY: Mapping[Comparison, Comparison] = {
    "<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "unlike", "unlike": "==", "within": "beyond", "beyond": "within",
}  # fmt: skip
# Letters in front of a number that are looked at, so that a number in a long text takes no longer.
_IN_FRONT = max(len(words) for words, _ in BEFORE) + len(" the preceding ") + len("cannot have received ") + 1
_BETWEEN = r"(?: an?| the)?(?: (?:past|last|next|previous|preceding|prior|first))?$"
_BEFORE = tuple(
    (re.compile((r"(?<![a-z])" if words[0].isalpha() else "") + re.escape(words) + _BETWEEN), comparison)
    for words, comparison in sorted(BEFORE, key=lambda row: -len(row[0]))
)
# Phrases after a number, with at most two words of its unit between them: "4 injections or fewer".
_BEHIND = re.compile(
    rf"(?P<plus>\+)|[ %-]*(?:[a-z]+ ){{0,2}}?(?:of age )?(?:(?:or|and) (?:(?P<more>(?:{'|'.join(_MORE)}|above|over|up"
    rf"|beyond)\b)|(?P<less>(?:{'|'.join(_LESS)}|below|under)\b)|(?P<worse>(?:worse|better)\b))|(?:at )?(?:an? |the )?"
    r"(?:(?P<least>least|minimum|min)|(?P<most>most|maximum|max))\b(?! (?:of )?[0-9]))"
)
# For each comparison in words, the comparisons of bounds that agree with it.
_AGREES: Mapping[Comparison, tuple[Op, ...]] = {
    "==": ("==",), "<": ("<",), "<=": ("<=",), ">": (">",), ">=": (">=",), "within": ("<", "<="),
    "beyond": (">", ">="), "unlike": ("<", ">"), "or worse": ("<=", ">="),
}  # fmt: skip
_SAID: Mapping[Comparison, str] = {
    "within": "within",
    "beyond": "not within",
    "unlike": "not exactly",
    "or worse": "from",
}
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
        comparison = "" if self.op is None else f"{_SAID.get(self.op) or operator(self.op).words} "  # type: ignore[arg-type]
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
        op = _in_front(before)
        if op is None and (found := _BEHIND.match(text, match.end("number"))):
            least = found["more"] or found["plus"] or found["least"]
            op = "or worse" if found["worse"] else ">=" if least else "<="
        yield QuotedNumber(op, value, _unit(raw), raw == "of")


def _in_front(before: str) -> Comparison | None:
    """The comparison that the words in front of a number say."""
    for words, op in _BEFORE:
        if found := words.search(before):
            return _CONTRARY[op] if _DENIED.search(before[: found.start()].rstrip()) else op
    return None


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
    return " ".join(quote.lower().replace("’", "'").split())


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
    """How a quotation and its bounds disagree, or an empty text.

    Every number of the quotation must be a bound, and every bound one of its numbers, if it has any. With readings the
    comparisons may differ, and the number of a bound may come from a reading.
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
