"""Numbers as people write them, with their units.

A unit is converted only where that is exact. A question for *full* weeks, months or years takes other lengths of time
too, and the answer is the fewest that are sure: nothing is rounded up. A month has no fixed number of days, so months
in a row count with the fewest days that they can have, and days make as many months as they do in the longest ones.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from wiser_policies._policy import Fact
from wiser_policies._spelled_text import Reading, either

NUMBER: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+"
ONE: Final = re.compile(rf"(-?(?:{NUMBER}))([^0-9.]*)")
TWO: Final = re.compile("([0-9]+)([^0-9.]*[^0-9.,])([0-9]+)([^0-9.]+)")
SHARE: Final = re.compile(rf"({NUMBER}) ?(?:/|of|out of) ?({NUMBER})(.*)")
RANGE: Final = re.compile(rf"({NUMBER})( ?[^0-9.,]*?) ?(?:-|to|or) ?({NUMBER})( ?[^0-9.,]*)")
MOST_DIGITS: Final = 10
NOT_ONE: Final = "Only one number with its unit can be read."
NOT_WHOLE: Final = "A whole number is asked for."
WORDS: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
# What a unit is also called.
UNITS: Final[Mapping[str, Sequence[str]]] = {
    "days": ("d", "day"),
    "weeks": ("w", "wk", "wks", "week"),
    "months": ("mo", "mos", "mth", "mths", "month"),
    "years": ("y", "yr", "yrs", "year", "yo", "y/o"),
    "hours": ("h", "hr", "hrs", "hour"),
    "percent": ("%", "pct", "per cent"),
    "points": ("pt", "pts", "point"),
    "mm": ("millimeter", "millimeters"),
    "cm": ("centimeter", "centimeters"),
    "square mm": ("sq mm", "mm²", "square millimeters"),
    "square cm": ("sq cm", "cm²", "square centimeters"),
    "degrees": ("°", "deg", "degree"),
    "mmHg": ("mmhg", "mm hg"),
    "kg/m2": ("kg/m²",),
    "events per hour": ("/h", "/hr", "/hour", "per hour", "events/h", "events/hr", "events/hour"),
}
NAMES: Final = {name: unit for unit, names in UNITS.items() for name in (unit, *names)}
# One unit in another: a whole number of times, or a whole part of it.
EXACT: Final[Mapping[tuple[str, str], tuple[int, int]]] = {
    ("weeks", "days"): (7, 1), ("days", "weeks"): (1, 7), ("years", "months"): (12, 1), ("months", "years"): (1, 12),
    ("days", "hours"): (24, 1), ("weeks", "hours"): (168, 1), ("hours", "days"): (1, 24),
    ("cm", "mm"): (10, 1), ("mm", "cm"): (1, 10), ("square mm", "square cm"): (1, 100),
}  # fmt: skip
TIMES: Final = ("days", "weeks", "months", "years")
MONTHLY: Final = ("months", "years")
SMALLER: Final = {"weeks": 7, "years": 12}  # days in a week, months in a year
FEWEST_DAYS: Final = (0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334)  # of so many months in a row
MOST_DAYS: Final = (0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337)


class Amount(NamedTuple):
    """A number of units: whole `digits`, of which the last `places` stand behind the point."""

    digits: int
    places: int
    unit: str

    def times(self, factor: int) -> tuple[int, bool]:
        """A whole number of smaller units in it, and whether nothing is left over."""
        whole, left = divmod(self.digits * factor, 10**self.places)
        return whole, left == 0


def number_of(fact: Fact, text: str) -> Reading:
    """The number that a text in small letters says."""
    without_stops = re.sub(r"\.(?![0-9])", "", text)
    amounts = _amounts(fact, _in_digits(without_stops.replace("m^2", "m²").replace("m2", "m²")))
    if isinstance(amounts, str):
        return amounts
    if len(amounts) == 1 and amounts[0].unit == fact.unit and not (_of_time(fact) and amounts[0].places):
        return _as_it_is(fact, amounts[0], said=False)
    if amounts[0].digits < 0:
        return NOT_ONE
    if _of_time(fact) and all(amount.unit in TIMES for amount in amounts):
        return _of_full(fact, amounts)
    return _converted(fact, amounts[0]) if len(amounts) == 1 else NOT_ONE


def _in_digits(text: str) -> str:
    first, space, rest = text.partition(" ")
    return f"{WORDS.index(first)}{space}{rest}" if first in WORDS else text


def _amounts(fact: Fact, text: str) -> list[Amount] | str:
    """The numbers of a text, each with its unit, which is that of the fact where none is said; or why not."""
    if text in ("none", "no") and fact.low <= 0:
        return "If there were none, write 0."
    if found := SHARE.fullmatch(text):
        if found[2] != str(fact.high) or fact.low != 0 or fact.unit != "points":
            return "This is a score out of a total, or a fraction."
        text = f"{found[1]}{found[3]}"
    if found := RANGE.fullmatch(text):
        one, unit, other, its = (part.strip(" ") for part in found.groups())
        return either([f"{one} {unit or its}".strip(" "), f"{other} {its or unit}".strip(" ")])
    found = ONE.fullmatch(text) or TWO.fullmatch(text)
    if not found:
        return NOT_ONE
    parts = found.groups()
    units = [_unit(fact, word) for word in parts[1::2]]
    if len(units) > 1 and not (units[0] in TIMES and units[1] in TIMES[: TIMES.index(units[0])]):
        return NOT_ONE
    amounts = []
    for number, word, unit in zip(parts[::2], parts[1::2], units, strict=True):
        whole, _, fraction = number.replace(",", "").partition(".")
        fraction = fraction.rstrip("0")
        if unit is None:
            return NOT_ONE
        if len(whole + fraction) > MOST_DIGITS:
            return "This number has too many digits."
        amount = Amount(int(whole + fraction), len(fraction), unit)
        if unit == "percent" and not word.strip(" ,-") and 0 < amount.digits < 10**amount.places:
            return either([_said(amount), _said(amount._replace(digits=amount.digits * 100))])
        amounts.append(amount)
    return amounts


def _unit(fact: Fact, word: str) -> str | None:
    """The unit that a word names, which is that of the fact for no word; None for an unknown one."""
    word = word.replace("-", " ").strip(" ,").removesuffix(" and").rstrip(" ,").removeprefix("full ")
    word = word.removesuffix(" old")
    if word in ("", "old", fact.unit.lower(), one_of(fact.unit).lower()):
        return fact.unit
    return NAMES.get(word)


def _of_time(fact: Fact) -> bool:
    return fact.places == 0 and f"full {fact.unit}" in fact.ask and fact.unit in ("weeks", "months", "years")


def _of_full(fact: Fact, amounts: Sequence[Amount]) -> Reading:
    """The fewest full weeks, months or years that are sure in a length of time."""
    wholes = [(amount.unit in MONTHLY, *amount.times(SMALLER.get(amount.unit, 1))) for amount in amounts]
    months = sum(whole for monthly, whole, _ in wholes if monthly)
    days = sum(whole for monthly, whole, _ in wholes if not monthly)
    more = any(monthly and not nothing_left for monthly, _, nothing_left in wholes)  # a part of a month is no month
    exact = all(nothing_left for _, _, nothing_left in wholes)
    if fact.unit == "weeks":
        least, left = divmod(_days_in(months, FEWEST_DAYS, 365) + days, 7)
        most = (_days_in(months + more, MOST_DAYS, 366) + days) // 7
        exact = exact and not left and not months
    else:
        by = 12 if fact.unit == "years" else 1
        least, left = divmod(months + _months_in(days, MOST_DAYS, 366), by)
        most = (months + _months_in(days, FEWEST_DAYS, 365)) // by
        exact = exact and not left and not days
    said = " ".join(_said(amount) for amount in amounts)
    sure = "" if least == most else "at least "
    full = f"{sure}{_counted(f'{least:,}', fact.unit if exact else f'full {fact.unit}')}"
    return _in_range(fact, Amount(least, 0, fact.unit), f"{said}, that is {full}")


def _days_in(months: int, days: Sequence[int], of_year: int) -> int:
    """The days in so many months in a row, by a table of the days in up to eleven."""
    return of_year * (months // 12) + days[months % 12]


def _months_in(days: int, table: Sequence[int], of_year: int) -> int:
    """The full months in so many days."""
    years, left = divmod(days, of_year)
    return 12 * years + max(months for months, most in enumerate(table) if most <= left)


def _converted(fact: Fact, amount: Amount) -> Reading:
    """A number in the unit of its fact, where the conversion is exact."""
    if (amount.unit, fact.unit) == ("percent", "points") and (fact.low, fact.high) == (0, 100):
        return _as_it_is(fact, amount._replace(unit="points"), said=False)
    if (amount.unit, fact.unit) not in EXACT:
        asked = f"{fact.unit} {'are' if fact.unit.endswith('s') else 'is'}" if fact.unit else "a bare number is"
        return f"This is in {amount.unit}, and {asked} asked for."
    factor, part = EXACT[amount.unit, fact.unit]
    digits, left = divmod(amount.digits * factor * 10**fact.places, part * 10**amount.places)
    if left:
        return f"{_said(amount)} cannot be said exactly in {fact.unit}."
    return _as_it_is(fact, Amount(digits, fact.places, fact.unit), said=_said(amount))


def _as_it_is(fact: Fact, amount: Amount, said: str | bool) -> Reading:
    return _in_range(fact, amount, f"{said}, that is {_said(amount)}" if said else _said(amount))


def _in_range(fact: Fact, amount: Amount, shown: str) -> Reading:
    text = _written(amount.digits, amount.places).replace(",", "")
    value = float(text) if "." in text else int(text)
    if len(text.partition(".")[2]) > fact.places:
        return f"This has more than {_counted(str(fact.places), 'decimal places')}." if fact.places else NOT_WHOLE
    if not fact.low <= value <= fact.high:
        return f"This is not from {_plain(fact.low)} to {_counted(_plain(fact.high), fact.unit)}."
    return value, shown


def _said(amount: Amount) -> str:
    return _counted(_written(amount.digits, amount.places), amount.unit)


def _written(digits: int, places: int) -> str:
    """The number with commas in its whole part, and no zeros behind the last digit of the fraction."""
    whole, fraction = divmod(abs(digits), 10**places)
    behind = f"{fraction:0{places}}".rstrip("0") if places else ""
    return f"{'-' if digits < 0 else ''}{whole:,}{f'.{behind}' if behind else ''}"


def _plain(number: float) -> str:
    return f"{number:,}"


def _counted(number: str, unit: str) -> str:
    return f"{number} {one_of(unit) if number == '1' else unit}".strip(" ")


def one_of(unit: str) -> str:
    """The unit for a single one: the first word that ends with s loses it, as in `night per week`."""
    return re.sub(r"s\b", "", unit, count=1, flags=re.ASCII)
