"""The words that test a date. It is compared with a date, a value, or an offset of months or days from one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from wiser_compiler.core.kinds import operator
from wiser_compiler.core.model import (
    Bound,
    Compare,
    FactValue,
    Literal,
    Op,
    Shifted,
    Term,
)
from wiser_compiler.diagnostics import Span
from wiser_compiler.reading import fields
from wiser_compiler.reading.fact_test import NO_TEST, FactTest, WordedTest
from wiser_compiler.reading.fields import bare_text
from wiser_compiler.reading.names import Names
from wiser_compiler.reading.syntax import Text

MOST_MONTHS, MOST_DAYS = 1200, 36525  # 100 years: no date moved by it leaves the calendar
UNITS_OF_TIME = {"day": (0, 1), "week": (0, 7), "month": (1, 0), "year": (12, 0)}  # months, days


def date_word(op: Op) -> Callable[[FactTest], WordedTest]:
    """A comparison with a date, a date fact, a value, or `3 months after` one of them."""

    def compare(test: FactTest) -> WordedTest:
        node = bare_text(test.node, test.report, f"the date `{test.fact.name}` is compared with")
        right = read_date_term(node, test.names, test.date_value) if node else None
        if node is None or right is None:
            return NO_TEST
        words = node.text.replace("_", " ")
        how = operator(op).date_words
        offset = OFFSET.fullmatch(node.text) is not None
        phrase = f"{LATER.get(how, how)} the day {words}" if offset else f"{how} {words}"
        return WordedTest(phrase, Compare(op, FactValue(test.fact), right), elapsed(op, node.text))

    return compare


# "Before 12 months before" would be hard to read.
LATER: Mapping[str, str] = {"after": "later than", "before": "earlier than"}
OFFSET = re.compile(r"([1-9][0-9]{0,3}) (day|week|month|year)s? (before|after) ([a-z][a-z0-9_]*)")


def elapsed(op: Op, written: str) -> tuple[Bound, ...]:
    """The words for elapsed time: `on_or_after: 3 months after x` is at least 3 months since x."""
    offset = OFFSET.fullmatch(written)
    if offset is None:
        return ()
    return (Bound(op if offset[3] == "after" else operator(op).mirror, Decimal(offset[1]), offset[2] + "s"),)


def read_date_term(node: Text, names: Names, date_value: Callable[[str, Span], Term | None]) -> Term | None:
    """`2026-04-24`, `service_date`, `latest_session` or `12 months before service_date`."""
    fixed = fields.read_day(node.text)
    if fixed is not None:
        return Literal(fixed)
    shifted = OFFSET.fullmatch(node.text)
    name = shifted[4] if shifted else node.text
    if why := fields.no_such_day(name):
        names.report.error("bad-date", f"`{name}` is not a date", node.span, why)
        return None
    if not re.fullmatch(fields.NAME, name):
        names.report.error(
            "bad-date",
            f"`{node.text}` is neither a date nor counted from one",
            node.span,
            "write 2026-04-24, the name of a date, or 12 months before service_date",
        )
        return None
    term = date_value(name, node.span)
    if term is None or shifted is None:
        return term
    sign = -1 if shifted[3] == "before" else 1
    months, days = (int(shifted[1]) * sign * step for step in UNITS_OF_TIME[shifted[2]])
    if abs(months) > MOST_MONTHS or abs(days) > MOST_DAYS:
        names.report.error("bad-date", "this offset is longer than 100 years", node.span, "write a shorter one")
        return None
    return Shifted(term, months, days)
