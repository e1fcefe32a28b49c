"""A calendar as a regular expression.

`format: date` is an annotation in 2020-12 and unknown to a bare ajv, so a date
is a pattern: month lengths, leap years and the range of the fact, exactly. The
pattern has no repetition, so no text can make it slow.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import TypeAlias


@cache
def date_pattern(first: date, last: date) -> str:
    """Every calendar date from `first` to `last`, written YYYY-MM-DD, and nothing else.

    >>> date_pattern(date(2026, 11, 29), date(2026, 12, 1))
    '^(2026-1(1-(29|30)|2-01))$'
    >>> date_pattern(date(2026, 11, 29), date(2026, 11, 29))
    '^(2026-11-29)$'
    """
    days_by_years: dict[Years, list[str]] = {}
    for month_day in _DAYS_OF_A_LEAP_YEAR:
        days_by_years.setdefault(_years_with(month_day, first, last), []).append(month_day)
    groups = [f"{one_of(_written(years))}-{one_of(days)}" for years, days in days_by_years.items() if _written(years)]
    return f"^({'|'.join(groups)})$"


Years: TypeAlias = tuple[int, int, bool]  # first, last, leap years only

_DAYS_OF_A_LEAP_YEAR = tuple((date(2024, 1, 1) + timedelta(days)).strftime("%m-%d") for days in range(366))


def _years_with(month_day: str, first: date, last: date) -> Years:
    """The years in which this day of the year exists and lies in the range."""
    start = first.year + (month_day < first.isoformat()[5:])
    end = last.year - (month_day > last.isoformat()[5:])
    return start, end, month_day == "02-29"


def _written(years: Years) -> list[str]:
    first, last, leap = years
    return [f"{year:04}" for year in range(first, last + 1) if isleap(year) or not leap]


def one_of(words: Sequence[str]) -> str:
    """Exactly these words, all of one length, with common beginnings written once.

    >>> one_of(["2024", "2028", "2032"])
    '20(2[48]|32)'
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        if word:
            rests.setdefault(word[0], []).append(word[1:])
    letters_by_rest: dict[str, str] = {}
    for letter, rest in rests.items():
        pattern = one_of(rest)
        letters_by_rest[pattern] = letters_by_rest.get(pattern, "") + letter
    branches = [_letter(letters) + rest for rest, letters in letters_by_rest.items()]
    return branches[0] if len(branches) == 1 else f"({'|'.join(branches)})" if branches else ""


def _letter(letters: str) -> str:
    """One of these characters: `0`, `[48]` or `[0-9]`."""
    if len(letters) == 1:
        return letters
    in_a_row = len(letters) > 2 and ord(letters[-1]) - ord(letters[0]) == len(letters) - 1
    return f"[{letters[0]}-{letters[-1]}]" if in_a_row else f"[{letters}]"
