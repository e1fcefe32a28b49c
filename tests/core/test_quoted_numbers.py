"""The words of a source against bounds: which phrase is which comparison, number and unit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from wiser_compiler.core.model import Bound, Fact, Number, Op, Policy
from wiser_compiler.core.quoted_numbers import dates_in, disagreement, numbers_in
from wiser_compiler.core.words import amount, request_words, singular
from wiser_compiler.diagnostics import NOWHERE, Report
from wiser_compiler.reading.fields import quantity
from wiser_compiler.reading.syntax import Text

OPS: tuple[Op, ...] = ("<", "<=", "==", ">=", ">")


@pytest.mark.parametrize(
    ("words", "agree"),
    [
        ("four or less", "<="), ("4 or fewer", "<="), ("4 sessions or less", "<="), ("up to 4", "<="),
        ("at most four", "<="), ("no more than 4", "<="), ("not more than 4", "<="), ("not to exceed the 4", "<="),
        ("less than or equal to 4", "<="), ("equal to or less than 4", "<="), ("no greater than 4", "<="),
        ("no later than 4", "<="), ("no older than 4", "<="), ("a maximum of 4", "<="), ("≤ 4", "<="),
        ("4 or younger", "<="), ("4 and under", "<="), ("4 or earlier", "<="),
        ("at least 4", ">="), ("at least the first 4", ">="), ("four or more", ">="), ("4 or greater", ">="),
        ("no less than 4", ">="), ("not less than 4", ">="), ("no fewer than four", ">="), ("minimum of 4", ">="),
        ("greater than or equal to 4", ">="), ("equal to or greater than 4", ">="), (">=4", ">="),
        ("age 4 or older", ">="), ("4 and over", ">="), ("4 sessions or longer", ">="), ("4 or later", ">="),
        ("more than 4", ">"), ("greater than 4", ">"), ("exceeding four", ">"), ("older than 4", ">"),
        ("longer than 4", ">"), ("above 4", ">"), ("after 4", ">"), ("after the first 4", ">"), (">4", ">"),
        ("less than 4", "<"), ("fewer than four", "<"), ("younger than 4", "<"), ("under 4", "<"), ("before 4", "<"),
        ("within 4", "<= <"), ("within the past 4", "<= <"), ("within the last four", "<= <"),
        ("exactly 4", "=="), ("equal to 4", "=="),
        ("at or below 4", "<="), ("at or under 4", "<="), ("below or equal to 4", "<="), ("at or less than 4", "<="),
        ("equal to or below 4", "<="), ("up to and including 4", "<="), ("limited to 4", "<="), ("as many as 4", "<="),
        ("4 at most", "<="), ("4 sessions maximum", "<="), ("a 4-session maximum", "<="), ("max 4", "<="),
        ("cannot exceed 4", "<="), ("does not exceed 4", "<="), ("doesn’t exceed 4", "<="), ("never exceeds 4", "<="),
        ("must not be more than 4", "<="), ("not have had more than 4", "<="), ("without exceeding 4", "<="),
        ("not above 4", "<="), ("not over 4", "<="), ("not after 4", "<="), ("=<4", "<="), ("fails to exceed 4", "<="),
        ("at or above 4", ">="), ("at or over 4", ">="), ("above or equal to 4", ">="), ("at or more than 4", ">="),
        ("equal or greater than 4", ">="), ("meets or exceeds 4", ">="), ("4 at least", ">="), ("4+ sessions", ">="),
        ("4 sessions minimum", ">="), ("a 4-session minimum", ">="), ("at a minimum 4", ">="),
        ("at the very least 4", ">="),
        ("no sooner than 4", ">="), ("not before 4", ">="), ("not until 4", ">="), ("must not fall below 4", ">="),
        ("should not be less than 4", ">="), ("≧ 4", ">="), ("not below 4", ">="),
        ("in excess of 4", ">"), ("beyond 4", ">"), ("not at most 4", ">"), ("until after 4", ">"),
        ("not up to 4", ">"), ("never at least 4", "<"),
        ("not at least 4", "<"), ("has not had at least 4", "<"), ("without at least 4", "<"),
        ("prior to 4", "<"), ("sooner than 4", "<"), ("no minimum of 4", "<"),
        ("not within 4", "> >="), ("not exactly 4", "< >"), ("not equal to 4", "< >"),
        ("no response, at least 4", ">="), ("failed at least 4", ">="), ("did not respond to at least 4", ">="),
        ("over 4", "< <= == >= >"), ("between 4", "< <= == >= >"), ("by 4", "< <= == >= >"),
        ("4", "< <= == >= >"), ("four sessions", "< <= == >= >"), ("rolling 4-session period", "< <= == >= >"),
    ],
)  # fmt: skip
def test_a_comparison_in_words_agrees_with_its_bounds_and_with_no_other(words: str, agree: str) -> None:
    for op in OPS:
        wrong = disagreement(words, (Bound(op, Decimal(4), "sessions"),))
        assert bool(wrong) is (op not in agree.split()), (words, op, wrong)
    assert disagreement(words, (Bound("<=", Decimal(5), "sessions"),))


@pytest.mark.parametrize(
    ("words", "unit", "agree"),
    [
        ("4 weeks", "weeks", True),
        ("a four-week wait", "weeks", True),
        ("4 weeks", "months", False),
        ("4 months", "days", False),
        ("4 calendar days", "days", True),
        ("4 calendar days", "weeks", False),
        ("4 business days", "days", False),
        ("4 business days", "business days", True),
        ("4%", "percent", True),
        ("4%", "points", False),
        ("4 applications", "sessions", True),  # a word that is no unit we know says nothing about units
    ],
)
def test_units_must_be_the_same_where_the_words_have_one(words: str, unit: str, agree: bool) -> None:
    assert bool(disagreement(words, (Bound(">=", Decimal(4), unit),))) is not agree


@pytest.mark.parametrize(
    ("words", "reading", "bound", "wrong"),
    [
        pytest.param("at least 4 weeks", "Full weeks.", "5 weeks", True, id="a reading that does not name the bound"),
        pytest.param("at least 4 weeks", "Five weeks.", "5 weeks", False, id="a reading that names the bound"),
        pytest.param("more than 4 weeks", "Full weeks.", "4 weeks", False, id="another comparison"),
        pytest.param("12 months", "Months.", "12 weeks", True, id="another unit"),
        pytest.param("12 months", "A year.", "365 days", True, id="a conversion that no reading speaks of"),
        pytest.param("12 months", "A year has 365 days.", "365 days", False, id="a conversion that a reading names"),
        pytest.param("120 calendar days", "The last is 119 days on.", "119 days", False, id="a day that counts twice"),
        pytest.param("the first injection", "One.", "1 session", False, id="words without a number"),
    ],
)
def test_a_reading_may_change_the_comparison_and_must_name_another_number(
    words: str, reading: str, bound: str, wrong: bool
) -> None:
    value, unit = bound.split()
    assert bool(disagreement(words, (Bound(">=", Decimal(value), unit),), [reading])) is wrong


def test_numbers_of_ranges_lists_and_names_are_told_apart() -> None:
    def said(words: str) -> list[str]:
        return [str(each) for each in numbers_in(words)]

    assert said("6-12 weeks") == said("6–12 weeks") == said("6 to 12 weeks") == ["6", "12 weeks"]
    assert said("65 years of age and older") == ["at least 65 years"]
    assert said("not within 6 months") == ["not within 6 months"]
    assert said("at least 2 of the following") == ["at least 2 of a list"]
    assert said("T1–L5, C1-C2 and L39015") == []
    assert said("on or after January 15, 2026") == []


def test_dates_are_read_in_the_forms_that_sources_write() -> None:
    words = "from January 15, 2026 to 31 December 2031 (2026-04-24), not February 31, 2026"
    assert [str(day) for day in dates_in(words)] == ["2026-01-15", "2031-12-31", "2026-04-24"]


# ---------------------------------------------------------------- units


@pytest.mark.parametrize(
    ("unit", "one"),
    [
        ("weeks", "week"), ("sessions", "session"), ("follow-ups", "follow-up"), ("mm", "mm"), ("percent", "percent"),
        ("vertebral bodies", "vertebral body"), ("events per hour", "event per hour"), ("square cm", "square cm"),
        ("degrees of motion", "degree of motion"), ("lumbar vertebrae", "lumbar vertebra"), ("boxes", "box"),
        ("masses", "mass"), ("doses", "dose"), ("days in a row", "day in a row"), ("", ""),
    ],
)  # fmt: skip
def test_the_unit_of_one(unit: str, one: str) -> None:
    assert singular(unit) == one
    assert amount(Decimal(1), unit) == f"1 {one}".strip()
    assert amount(Decimal(2), unit) == f"2 {unit}".strip()


def test_an_example_is_told_with_the_unit_of_one() -> None:
    unit = "vertebral bodies"
    levels = Fact("levels", Number(Decimal(0), Decimal(9), 0, unit), "How many?")
    policy = Policy("p", "1.0.0", "", date(2026, 1, 1), None, None, (), (), (levels,), ())
    assert request_words(policy, {"levels": 1}) == "levels: 1 vertebral body"
    assert request_words(policy, {"levels": 3}) == "levels: 3 vertebral bodies"
    report = Report()
    assert quantity(Text("1 vertebral body", True, NOWHERE), unit, "levels", report) == 1
    assert not report.found
    assert quantity(Text("1", True, NOWHERE), unit, "levels", report) is None
    assert "1 vertebral body" in report.found[0].help
