"""The words of a source against bounds: which phrase is which comparison, number and unit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import cast

import pytest
from wiser_compiler.core.bounds import FixedDay
from wiser_compiler.core.model import Bound, Fact, Number, Op, Policy
from wiser_compiler.core.quoted_bounds import contradiction, disagreement
from wiser_compiler.core.quoted_dates import dates_in
from wiser_compiler.core.quoted_numbers import numbers_in
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
        pytest.param("at least 4 weeks", "Full weeks.", ">= 5 weeks", True, id="nothing of the bound"),
        pytest.param("at least 4 weeks", "At least 5 weeks.", ">= 5 weeks", False, id="the bound as it is"),
        pytest.param("at least 4 weeks", "Five weeks.", ">= 5 weeks", True, id="its number and unit alone"),
        pytest.param("at least 4 weeks", "Four full weeks are 28 days.", ">= 28 weeks", True, id="its number alone"),
        pytest.param("at least 4 weeks", "At least 28 days.", ">= 28 weeks", True, id="the number of another unit"),
        pytest.param("at least 4 weeks", "Four full weeks are 28 days.", "< 4 weeks", True, id="no comparison"),
        pytest.param("at least 4 weeks", "Exactly 4 weeks are enough.", "< 4 weeks", True, id="another comparison"),
        pytest.param("more than 4 weeks", "Full weeks.", ">= 4 weeks", True, id="a reading about something else"),
        pytest.param("more than 4 weeks", "Four weeks are enough.", ">= 4 weeks", False, id="enough is at least"),
        pytest.param("more than 4 weeks", "The fourth week is enough.", ">= 4 weeks", False, id="an ordinal"),
        pytest.param("after 14 days", "Exactly 14 days count.", ">= 14 days", False, id="an edge that counts"),
        pytest.param("after 14 days", "Exactly 14 days count.", "<= 14 days", True, id="and the other way"),
        pytest.param("recently", "Exactly 14 days count.", "<= 14 days", True, id="an edge that goes no way"),
        pytest.param("at least 4 weeks", "Exactly 4 weeks do not count.", "> 4 weeks", False, id="an edge outside"),
        pytest.param("12 months", "Months.", ">= 12 weeks", True, id="another unit"),
        pytest.param("12 months", "A year.", ">= 365 days", True, id="a conversion that no reading speaks of"),
        pytest.param("12 months", "That is at least 365 days.", ">= 365 days", False, id="and one that does"),
        pytest.param("120 calendar days", "The last is 119 days on.", "<= 119 days", False, id="a first day counted"),
        pytest.param("120 calendar days", "The last is 119 days on.", ">= 119 days", True, id="and the other way"),
        pytest.param("the first injection", "One is enough.", ">= 1 session", False, id="words without a number"),
        pytest.param("the first injection", "It is one.", ">= 1 session", True, id="and no comparison either"),
        pytest.param("4 to 8 weeks", "At most 9 weeks.", "<= 9 weeks", True, id="one reading for two numbers"),
        pytest.param("12 weeks", "Up to 12 weeks.", "<= 12 weeks", False, id="words that leave it open"),
    ],
)  # fmt: skip
def test_a_reading_excuses_only_a_bound_that_it_states_as_it_is(
    words: str, reading: str, bound: str, wrong: bool
) -> None:
    assert bool(disagreement(words, (bound_of(bound),), [reading])) is wrong


@pytest.mark.parametrize(
    ("reading", "bound", "wrong"),
    [
        ("Exactly 4 weeks are enough.", "> 4 weeks", "the reading says at least 4 weeks"),
        ("Exactly 4 weeks do not count.", ">= 4 weeks", "the reading says other than 4 weeks"),
        ("Exactly 12 months before counts.", "< 12 months", "the reading says also exactly 12 months"),
        ("Up to 4 weeks.", "< 4 weeks", "the reading says at most 4 weeks"),
        ("Four weeks are too few.", ">= 4 weeks", "the reading says more than 4 weeks"),
        ("Exactly 4 weeks are enough.", ">= 4 weeks", ""),
        ("Exactly 4 days are enough.", "> 4 weeks", ""),  # of something else
        ("Less than 4 weeks is the acute phase.", ">= 4 weeks", ""),  # the contrary belongs to something else
        ("Less than 4 weeks are not enough.", ">= 4 weeks", ""),
        ("At least 4 weeks are usual. More than 4 weeks are asked for.", "> 4 weeks", ""),
        ("The 4 weeks are counted back from the planned date.", "> 4 weeks", ""),
    ],
)
def test_a_reading_must_not_say_another_edge_than_its_bound(reading: str, bound: str, wrong: str) -> None:
    found = contradiction((bound_of(bound),), [reading])
    assert found.startswith(wrong) if wrong else not found, found


def bound_of(written: str, whole: bool = False) -> Bound:
    op, value, unit = written.split()
    return Bound(cast(Op, op), Decimal(value), unit, whole)


@pytest.mark.parametrize(
    ("words", "bound", "agree"),
    [
        ("more than one visit", ">= 2 visits", True),
        ("more than one visit", ">= 1 visits", False),
        ("more than one visit", "> 1 visits", True),
        ("no more than one visit", "< 2 visits", True),
        ("no more than one visit", "<= 2 visits", False),
        ("at least two visits", "> 1 visits", True),
        ("fewer than three visits", "<= 2 visits", True),
        ("two visits or more", "<= 2 visits", False),
        ("exactly two visits", "== 2 visits", True),
    ],
)
def test_counts_of_things_compare_by_the_last_count_that_they_allow(words: str, bound: str, agree: bool) -> None:
    assert bool(disagreement(words, (bound_of(bound, whole=True),))) is not agree


def test_more_than_4_weeks_is_not_at_least_5() -> None:
    assert disagreement("more than 4 weeks", (bound_of(">= 5 weeks"),))


@pytest.mark.parametrize(
    ("words", "bounds", "wrong"),
    [
        ("6 to 12 weeks", ">= 6 weeks, <= 12 weeks", ""),
        (
            "6 to 12 weeks",
            ">= 6 weeks, < 12 weeks",
            "the quote says at least 6 weeks and",
        ),
        (
            "6 to 12 weeks",
            "> 6 weeks, <= 12 weeks",
            "the quote says at least 6 weeks and",
        ),
        ("6 to 12 weeks", "<= 12 weeks", "the quote says at least 6 weeks, and no bound here does"),
        (
            "6 to 12 weeks",
            ">= 6 days, <= 12 weeks",
            "the quote says at least 6 weeks and",
        ),
        ("to 12 weeks", "<= 12 weeks", ""),
        ("to 12 weeks", "< 12 weeks", "the quote says at most 12 weeks, and the bound says less than 12 weeks"),
        ("6 up to but not including 12 weeks", ">= 6 weeks, < 12 weeks", ""),
        ("6 up to but not including 12 weeks", ">= 6 weeks, <= 12 weeks", "the quote says"),
    ],
)
def test_a_range_holds_both_of_its_edges(words: str, bounds: str, wrong: str) -> None:
    found = disagreement(words, [bound_of(each) for each in bounds.split(", ")])
    assert found.startswith(wrong) if wrong else not found, found


@pytest.mark.parametrize("denied", [False, True])
@pytest.mark.parametrize(("op", "agrees"), [("<", False), ("<=", False), (">", True), (">=", True)])
def test_nothing_within_a_time_is_a_turned_comparison_or_stands_under_a_negation(
    op: Op, agrees: bool, denied: bool
) -> None:
    bounds = (Bound(op, Decimal(6), "months"),)
    assert bool(disagreement("no surgery within the past 6 months", bounds, denied=denied)) is not (agrees or denied)
    assert bool(disagreement("surgery within the past 6 months", bounds, denied=denied)) is agrees


def test_numbers_of_ranges_lists_and_names_are_told_apart() -> None:
    def said(words: str) -> list[str]:
        return [str(each) for each in numbers_in(words)]

    edges = ["at least 6 weeks", "at most 12 weeks"]
    assert said("6-12 weeks") == said("6–12 weeks") == said("6 to 12 weeks") == edges
    assert said("65 years of age and older") == ["at least 65 years"]
    assert said("not within 6 months") == ["not within 6 months"]
    assert said("at least 2 of the following") == ["at least 2 of a list"]
    assert said("three of the following five") == ["3 of 5"]
    assert said("T1–L5, C1-C2 and L39015") == []
    assert said("on or after January 15, 2026") == []


@pytest.mark.parametrize(
    ("words", "day", "agree"),
    [
        ("on or after January 15, 2026", ">= 2026-01-15", True),
        ("on or after January 15, 2026", "> 2026-01-15", False),
        ("on or after January 15, 2026", "<= 2026-01-15", False),
        ("on or after January 15, 2026", ">= 2026-02-15", False),
        ("by January 15, 2026", "<= 2026-01-15", True),
        ("before January 15, 2026", "<= 2026-01-15", False),
        ("until January 15, 2026", "< 2026-01-15", True),
        ("until January 15, 2026", "<= 2026-01-15", True),
        ("January 15, 2026", "> 2026-01-15", True),
        ("from the first day", ">= 2026-01-15", False),
    ],
)
def test_a_day_agrees_with_a_comparison_as_a_number_does(words: str, day: str, agree: bool) -> None:
    op, value = day.split()
    assert bool(disagreement(words, (), days=(FixedDay(cast(Op, op), date.fromisoformat(value)),))) is not agree


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
