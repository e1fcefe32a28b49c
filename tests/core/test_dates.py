"""Months are counted as on a wall calendar; every anchor from 2020 to 2035 is checked against one."""

import doctest
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wiser_compiler.core import dates
from wiser_compiler.core.dates import shift


def days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(days=1)


# A calendar as one hangs on a wall: pages of days, leafed through one by one. It knows no arithmetic.
PAGES = [list(page) for _, page in groupby(days(date(2018, 1, 1), date(2037, 12, 31)), key=lambda day: day.month)]
PAGE_OF = {(page[0].year, page[0].month): number for number, page in enumerate(PAGES)}


def leafed(day: date, months: int) -> date:
    """The same day so many pages on, or the last day of that page if it has no such day."""
    page = PAGES[PAGE_OF[day.year, day.month] + months]
    return next((found for found in page if found.day == day.day), page[-1])


@pytest.mark.parametrize("months", range(-24, 25))
def test_every_day_shifted_by_months_is_where_the_wall_calendar_has_it(months: int) -> None:
    wrong = [d for d in days(date(2020, 1, 1), date(2035, 12, 31)) if shift(d, months) != leafed(d, months)]
    assert wrong == []


@pytest.mark.parametrize(
    ("day", "months", "moved_by", "expected"),
    [
        pytest.param("2028-02-29", -12, 0, "2027-02-28", id="a year before a leap day is 28 February"),
        pytest.param("2027-02-28", 12, 0, "2028-02-28", id="and a year after that is not the leap day"),
        pytest.param("2024-02-29", 48, 0, "2028-02-29", id="four years after a leap day is a leap day"),
        pytest.param("2026-11-30", 3, 0, "2027-02-28", id="three months after 30 November is clamped"),
        pytest.param("2027-02-28", -3, 0, "2026-11-28", id="three months back from there is another day"),
        pytest.param("2026-01-31", 1, 0, "2026-02-28", id="31 January has no counterpart in February"),
        pytest.param("2028-01-31", 1, 0, "2028-02-29", id="in a leap year it is the leap day"),
        pytest.param("2026-12-31", 2, 0, "2027-02-28", id="the year turns on the way"),
        pytest.param("2026-01-15", -1, 0, "2025-12-15", id="backwards over the turn of the year"),
        pytest.param("2026-05-06", 0, 14, "2026-05-20", id="fourteen days are fourteen days"),
        pytest.param("2028-02-28", 0, 2, "2028-03-01", id="days count the leap day"),
        pytest.param("2026-01-31", 1, 1, "2026-03-01", id="months are moved first, and clamped, and then the days"),
        pytest.param("2026-03-01", 0, 0, "2026-03-01", id="no shift is the day itself"),
    ],
)
def test_shift(day: str, months: int, moved_by: int, expected: str) -> None:
    assert shift(date.fromisoformat(day), months, moved_by) == date.fromisoformat(expected)


DATES = st.dates(date(1900, 1, 1), date(2100, 12, 31))
MONTHS, DAYS = st.integers(-24, 24), st.integers(-400, 400)


@given(DATES, DATES, MONTHS, DAYS)
def test_a_later_day_is_never_shifted_before_an_earlier_one(one: date, other: date, months: int, moved: int) -> None:
    # Without this, shifting the two ends of an interval would not give the ends of the shifted interval.
    first, second = sorted((one, other))
    assert shift(first, months, moved) <= shift(second, months, moved)


@given(DATES, MONTHS)
def test_a_shift_and_back_loses_at_most_the_three_days_of_clamping(day: date, months: int) -> None:
    back = shift(shift(day, months), -months)
    assert timedelta(0) <= day - back <= timedelta(days=3)
    assert back == day or day.day > 28


def test_the_examples_in_the_documentation_are_true() -> None:
    failed, tried = doctest.testmod(dates)
    assert (failed, tried) == (0, 3)
