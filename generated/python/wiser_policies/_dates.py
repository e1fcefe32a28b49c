"""Dates as ISO text: once checked, they compare as text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, TypeAlias

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MOST_DAYS = 4096  # results that are kept of each kind

Mover: TypeAlias = Callable[[str], str]


def mover(months: int, days: int = 0) -> Mover:
    """A function that moves a date by a fixed offset. Dates repeat, so it keeps its results."""
    return _Moved(months, days).__getitem__


class _Moved(dict[str, str]):
    """Dates and the same dates moved by a fixed offset, each computed on first use."""

    def __init__(self, months: int, days: int) -> None:
        self.distance = months, days

    def __missing__(self, day: str) -> str:
        if len(self) >= MOST_DAYS:
            self.clear()
        moved = self[day] = shift(day, *self.distance)
        return moved


def shift(day: str, months: int, days: int = 0) -> str:
    """The date that many calendar months (clamped to the month's end), then days, after `day`."""
    moved = date.fromisoformat(day)
    if months:
        year, month = divmod(moved.year * 12 + moved.month - 1 + months, 12)
        last = 28 + _leap(year) if month == 1 else 30 + (month + 1 + (month > 6)) % 2
        moved = date(year, month + 1, min(moved.day, last))
    return (moved + timedelta(days)).isoformat()


def in_words(day: str) -> str:
    """A day as people write it.

    >>> in_words("2026-06-10")
    'June 10, 2026'
    """
    year, month, of_month = day.split("-")
    return f"{MONTHS[int(month) - 1]} {int(of_month)}, {int(year)}"


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


class _Days(dict[str, bool]):
    """Texts with whether they are days, found out when they are first asked about."""

    def __missing__(self, text: str) -> bool:
        if not (len(text) == 10 and text[4] == text[7] == "-"):  # nothing longer is remembered
            return False
        if len(self) >= MOST_DAYS:
            self.clear()
        found = self[str.__str__(text)] = _exists(text)  # a subclass may refuse to be compared with the next one
        return found


is_day: Callable[[str], bool] = _Days().__getitem__  # an existing date written YYYY-MM-DD


def _exists(text: str) -> bool:
    try:
        return text.replace("-", "").isdecimal() and text.isascii() and date.fromisoformat(text) is not None
    except ValueError:
        return False
