"""The days that the words of a source name, with their comparison: "on or after January 15, 2026"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wiser_compiler.core.comparisons import FAR_IN_FRONT, Comparison, behind_a_day, in_front, in_the_clause, in_words

_MONTHS = "january february march april may june july august september october november december".split()
MONTH = "|".join(f"{name}|{name[:3]}\\.?" if len(name) > 3 else name for name in _MONTHS) + r"|sept\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = re.compile(
    rf"\b(?:(?P<month>{MONTH}) (?P<day>{_DAY})"
    rf"(?:,? (?P<year>\d{{4}})|(?= (?:and|to|through|until) (?:{MONTH})? ?{_DAY},? (?P<year_behind>\d{{4}})))"
    rf"|(?P<day_before>{_DAY}) (?:of )?(?P<month_behind>{MONTH}),? (?P<year_last>\d{{4}})"
    r"|(?P<iso>\d{4}-\d\d-\d\d)|(?P<us>\d{1,2}/\d{1,2}/\d{4}))\b"
)
_TO = re.compile(r",? (?:(?P<to>to|through|thru|up to)|(?P<until>until|till)|(?P<before>but before|and before)|and) ")
_FROM = re.compile(r"\b(?:from|between)$")


@dataclass(frozen=True, slots=True)
class QuotedDay:
    """A day in the words of a source, and its comparison where one is named."""

    op: Comparison | None
    value: date
    unit: str = ""

    def __str__(self) -> str:
        """In the words of a policy."""
        return str(self.value) if self.op is None else f"{in_words(self.op, of_a_day=True)} {self.value}"


def days_in(quote: str) -> Iterator[QuotedDay]:
    """The days that a quotation names. What is no day of the calendar is left out.

    >>> [str(said) for said in days_in("on or after January 15, 2026")]
    ['on or after 2026-01-15']
    >>> [str(said) for said in days_in("from January 5 to January 15, 2026")]
    ['on or after 2026-01-05', 'on or before 2026-01-15']
    """
    text = folded(quote)
    matches = [(match, day) for match in DATE.finditer(text) if (day := _day(match)) is not None]
    ops = [_comparison(match, text) for match, _ in matches]
    for number in range(1, len(matches)):
        first, last = matches[number - 1][0], matches[number][0]
        joint = _TO.fullmatch(text, first.end(), last.start())
        opens = _FROM.search(text[: first.start()].rstrip()) is not None
        if joint is None or not (opens or joint["to"]) or ops[number - 1] not in (None, ">=") or joint["before"]:
            continue
        ops[number - 1] = ">="
        ops[number] = "within" if joint["until"] else "<="
    return (QuotedDay(op, day) for op, (_, day) in zip(ops, matches, strict=True))


def dates_in(quote: str) -> Iterator[date]:
    """The days alone.

    >>> [str(day) for day in dates_in("on or after January 15, 2026")]
    ['2026-01-15']
    """
    return (said.value for said in days_in(quote))


def folded(quote: str) -> str:
    """A quotation in small letters, with one space between its words and plain signs."""
    return " ".join(quote.lower().replace("’", "'").replace("per cent", "percent").split())


def _comparison(match: re.Match[str], text: str) -> Comparison | None:
    front = in_front(text[max(0, match.start() - FAR_IN_FRONT) : match.start()].rstrip(), of_a_day=True)
    op = front[0] if front else behind_a_day(text, match.end())
    return in_the_clause(op, text, match.end())


def _day(match: re.Match[str]) -> date | None:
    """The day of a match. One without a year has that of the day behind it."""
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        if match["us"]:
            month, day, year = map(int, match["us"].split("/"))
            return date(year, month, day)
        named = match["month"] or match["month_behind"]
        month = next(number for number, name in enumerate(_MONTHS, 1) if name.startswith(named[:3]))
        written = match["year"] or match["year_last"] or match["year_behind"]
        return date(int(written), month, int(re.sub(r"\D", "", match["day"] or match["day_before"])))
    except ValueError:  # there is no such day, so no bound can be it
        return None
