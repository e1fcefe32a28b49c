"""Dates as people in the United States write them: the month comes first.

A day of which the order is in doubt is not guessed. Of a year in two digits the century is the one in which the day
lies in the range of its fact; where both or neither do, four digits are asked for.
"""

from __future__ import annotations

import re
from typing import Final

from wiser_policies._dates import MONTHS, in_words, is_day, shift
from wiser_policies._policy import Fact
from wiser_policies._spelled_text import Reading, either

NEAR: Final = {"yesterday": -1, "today": 0, "tomorrow": 1}
NUMBERS: Final = re.compile(r"([0-9]{1,2})([-/. ])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
ISO: Final = re.compile(r"([0-9]{4})([-/. ])([0-9]{1,2})\2([0-9]{1,2})")
SUFFIX: Final = re.compile(r"\b([0-9]{1,2})(?:st|nd|rd|th)\b", re.ASCII)
NO_DATE: Final = "This is no date that can be read."


def date_of(fact: Fact, text: str, today: str | None) -> Reading:
    """The day that a text in small letters names."""
    if text in NEAR:
        return _within(fact, shift(today, 0, NEAR[text])) if today else "Today's date is not known here."
    if found := ISO.fullmatch(text):
        return _day(fact, found[1], found[3], found[4])
    if found := NUMBERS.fullmatch(text):
        month, mark, day, year = found.groups()
        orders = [_day(fact, year, month, day), _day(fact, year, day, month)]
        meant = dict.fromkeys(order[1] for order in orders if not isinstance(order, str))
        # Points stand between the parts of a date in either order.
        return either([*meant]) if mark == "." and len(meant) > 1 else orders[0]
    return _named(fact, SUFFIX.sub(r"\1", text))


def _named(fact: Fact, text: str) -> Reading:
    """A date with the name of its month: the day stands before the year, unless the year has four digits."""
    words = [word for word in re.split(r"[-/., ']+", text) if word not in ("", "of", "the")]
    named = [(place, month) for place, word in enumerate(words) if (month := _month(word))]
    numbers = [word for word in words if re.fullmatch("[0-9]{1,2}|[0-9]{4}", word)]
    if len(named) + len(numbers) != len(words) or len(named) > 1:
        return NO_DATE
    years = [number for number in numbers if len(number) == 4]
    if len(words) == 2:
        return "The day is missing." if years else "The year is missing."
    if len(words) != 3 or not named or len(years) > 1:
        return NO_DATE
    day, year = reversed(numbers) if numbers[0] in years else numbers
    return _day(fact, year, str(named[0][1]), day) if len(year) > 1 else NO_DATE


def _month(word: str) -> int:
    """The number of the month of this name or its beginning; 0 for none."""
    names = [number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word)]
    return names[0] if len(word) >= 3 and len(names) == 1 else 0


def _day(fact: Fact, year: str, month: str, day: str) -> Reading:
    """The day with these numbers."""
    if not 1 <= int(month) <= 12:
        first = ": here the month comes first" if 1 <= int(day) <= 12 else ""
        return f"There is no month {int(month)}{first}."
    years = [year] if len(year) == 4 else [f"{century}{year}" for century in (20, 19)]
    written = [f"{each}-{month:0>2}-{day:0>2}" for each in years]
    days = [each for each in written if is_day(each)]
    if not days:
        return f"{MONTHS[int(month) - 1]} has no day {int(day)}{f' in {int(years[0])}' if int(day) == 29 else ''}."
    fit = [each for each in days if fact.low <= each <= fact.high]
    return either([in_words(each) for each in fit]) if len(fit) > 1 else _within(fact, (fit or days)[0])


def _within(fact: Fact, day: str) -> Reading:
    if fact.low <= day <= fact.high:
        return day, in_words(day)
    return f"{in_words(day)} is not between {in_words(fact.low)} and {in_words(fact.high)}."
