"""Calendar arithmetic, reviewed once and used everywhere.

A month is a calendar month. Moving by months keeps the day of the month and
clamps it to the end of a shorter month, so 2027-02-28 is 12 months before
2028-02-29 (wiser.md, question B7b).
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache


@lru_cache(maxsize=4096)  # the same days are moved in one chart after the other
def shift(day: date, months: int = 0, days: int = 0) -> date:
    """The date that many calendar months (clamped), then that many days, after `day`.

    >>> shift(date(2028, 2, 29), months=-12)
    datetime.date(2027, 2, 28)
    >>> shift(date(2026, 1, 31), months=1)
    datetime.date(2026, 2, 28)
    >>> shift(date(2026, 5, 6), days=14)
    datetime.date(2026, 5, 20)
    """
    if months:
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        day = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    return day + timedelta(days=days)
