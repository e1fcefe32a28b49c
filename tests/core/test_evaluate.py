"""The meaning of a policy: every node and term by hand, then properties of all of them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from floors import looked
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, DrawFn
from strategies_of_policies import expressions, policies
from wiser_compiler.core.case import read_case, write_case
from wiser_compiler.core.evaluate import (
    CANNOT_TELL,
    IN_SCOPE,
    INCOMPLETE,
    MET,
    MISSING,
    NOT_APPLICABLE,
    NOT_MET,
    OUT_OF_SCOPE,
    READY,
    Interval,
    Truth,
    compare,
    due,
    interval,
    outcome,
    truth,
    verdict,
)
from wiser_compiler.core.model import (
    TRUE,
    AtLeast,
    Choice,
    Clock,
    Codes,
    Compare,
    Count,
    Criterion,
    Date,
    Documented,
    Effect,
    Expr,
    Extreme,
    Fact,
    FactType,
    FactValue,
    Findings,
    Includes,
    Literal,
    Multiple,
    Not,
    Note,
    Number,
    Op,
    Option,
    OptionSet,
    Policy,
    Records,
    Shifted,
    Source,
    Sum,
    Term,
    Total,
    Worded,
    YesNo,
)
from wiser_compiler.core.walk import criterion_parts
from wiser_compiler.proof.strategies import cases, invalid_requests, requests

# ---------------------------------------------------------------- the facts of the tables


def options(*ids: str) -> tuple[Option, ...]:
    return tuple(Option(name, name) for name in ids)


SPAN = Date(date(2000, 1, 1), date(2036, 12, 31))
WEEKS = Number(Decimal(0), Decimal(100), 0, "weeks")
POINTS = Number(Decimal(0), Decimal(10), 1, "points")

pregnant = Fact("pregnant", YesNo(), "Is the patient pregnant?")
smokes = Fact("smokes", YesNo(), "Does the patient smoke?")
report = Fact("report", Note(), "Where is the report?")
duration = Fact("duration", WEEKS, "For how many weeks?")
planned = Fact("planned", WEEKS, "How many are planned?")
baseline = Fact("baseline", POINTS, "What was the score before?")
score = Fact("score", POINTS, "What is the score?")
service = Fact("service", SPAN, "When is the service?")
onset = Fact("onset", SPAN, "When did it begin?")
region = Fact("region", Choice(options("neck", "back")), "Which region?")
treated = Fact("treated", Choice(options("neck", "back")), "Which region was treated?")
levels = Fact("levels", OptionSet(options("L3", "L4", "L5")), "Which levels?")
targets = Fact("targets", OptionSet(options("L3", "L4", "L5")), "Which levels are targeted?")
signs = Fact("signs", Findings(options("fever", "rash")), "Which signs?")
codes = Fact("codes", Codes("HCPCS"), "Which codes?")
day = Fact("day", SPAN, "When?", row_of="visits")
side = Fact("side", Choice(options("neck", "back")), "Which region?", row_of="visits")
visits = Fact("visits", Records((day, side), 9), "List every visit.")
dose = Fact("dose", Number(Decimal(1), Decimal(8), 1), "How much?", row_of="doses")
effect = Fact("effect", Number(Decimal(-5), Decimal(3)), "By how much did pain change?", row_of="doses")
gel = Fact("gel", YesNo(), "Was it a gel?", row_of="doses")
doses = Fact("doses", Records((dose, effect, gel), 4), "List every dose.")

LEAP = date(2028, 2, 29)


def number(text: str | int) -> Literal:
    return Literal(Decimal(text))


def is_(fact: Fact, value: bool | str | frozenset[str]) -> Compare:
    return Compare("==", FactValue(fact), Literal(value))


def same(left: Fact, right: Fact) -> Compare:
    return Compare("==", FactValue(left), FactValue(right))


def visit(when: str | None = None, where: str | None = None) -> dict[str, Any]:
    stated = {"day": when and date.fromisoformat(when), "side": where}
    return {name: value for name, value in stated.items() if value is not None}


def seen(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"visits": rows}


in_back = is_(side, "back")
in_region = same(side, region)
yes, no = is_(pregnant, True), is_(pregnant, False)


def dated(*days: str) -> dict[str, Any]:
    return seen(*(visit(when) for when in days))


Table = list[tuple[str, Expr, Mapping[str, Any], Truth]]


def table(rows: Table) -> pytest.MarkDecorator:
    """A table whose first column names the row."""
    return pytest.mark.parametrize(("expr", "case", "expected"), [pytest.param(*r[1:], id=r[0]) for r in rows])


# ---------------------------------------------------------------- one fact


SINGLE: Table = [
    ("yes is yes", yes, {"pregnant": True}, True),
    ("no is not yes", yes, {"pregnant": False}, False),
    ("not stated is neither yes", yes, {}, None),
    ("not stated nor no", no, {}, None),
    ("no is no", no, {"pregnant": False}, True),
    ("two equal answers", same(pregnant, smokes), {"pregnant": False, "smokes": False}, True),
    ("two different answers", same(pregnant, smokes), {"pregnant": True, "smokes": False}, False),
    ("one of two answers", same(pregnant, smokes), {"pregnant": True}, None),
    ("a note is documented", Documented(report), {"report": "p. 3"}, True),
    ("a note not found is missing, never not met", Documented(report), {}, None),
    ("a no is documented", Documented(pregnant), {"pregnant": False}, True),
    ("an empty list is documented", Documented(visits), {"visits": ()}, True),
    ("empty findings are documented", Documented(signs), {"signs": {}}, True),
    ("what is documented is not undocumented", Not(Documented(report)), {"report": "p. 3"}, False),
    ("nothing is surely undocumented", Not(Documented(report)), {}, None),
    ("the option chosen", is_(region, "neck"), {"region": "neck"}, True),
    ("another option", is_(region, "neck"), {"region": "back"}, False),
    ("no option chosen yet", is_(region, "neck"), {}, None),
    ("the same option", same(region, treated), {"region": "neck", "treated": "neck"}, True),
    ("not the same option", same(region, treated), {"region": "neck", "treated": "back"}, False),
    ("half of a comparison of options", same(region, treated), {"treated": "back"}, None),
]


@table(SINGLE)
def test_a_fact_alone(expr: Expr, case: Mapping[str, Any], expected: Truth) -> None:
    assert truth(expr, case) is expected


SETS: Table = [
    ("an item of the set", Includes(levels, "L4"), {"levels": frozenset({"L4", "L5"})}, True),
    ("no item of the set", Includes(levels, "L3"), {"levels": frozenset({"L4", "L5"})}, False),
    ("nothing is in an empty set", Includes(levels, "L3"), {"levels": frozenset()}, False),
    ("a set not stated", Includes(levels, "L3"), {}, None),
    ("a code on the request", Includes(codes, "62323"), {"codes": frozenset({"62323"})}, True),
    ("a code not on the request", Includes(codes, "62323"), {"codes": frozenset({"64483"})}, False),
    ("a code that begins so", Includes(codes, "6232*"), {"codes": frozenset({"64483", "62321"})}, True),
    ("no code that begins so", Includes(codes, "6232*"), {"codes": frozenset({"64483", "62331"})}, False),
    ("no code at all begins so", Includes(codes, "6232*"), {"codes": frozenset()}, False),
    ("no codes stated to begin so", Includes(codes, "6232*"), {}, None),
    ("no codes stated", Includes(codes, "62323"), {}, None),
    ("a finding that was found", Includes(signs, "rash"), {"signs": {"rash": True}}, True),
    ("a finding ruled out", Includes(signs, "rash"), {"signs": {"rash": False, "fever": True}}, False),
    ("a finding not looked for", Includes(signs, "rash"), {"signs": {"fever": False}}, None),
    ("findings not stated", Includes(signs, "rash"), {}, None),
    ("equal sets", same(levels, targets), {"levels": frozenset({"L3"}), "targets": frozenset({"L3"})}, True),
    ("both sets empty", same(levels, targets), {"levels": frozenset(), "targets": frozenset()}, True),
    ("a part of a set is not the set", same(levels, targets),
     {"levels": frozenset({"L3"}), "targets": frozenset({"L3", "L4"})}, False),
    ("one set not stated", same(levels, targets), {"levels": frozenset()}, None),
    ("a set as the policy writes it", is_(levels, frozenset({"L3"})), {"levels": frozenset({"L3"})}, True),
]  # fmt: skip


@table(SETS)
def test_sets_codes_and_findings(expr: Expr, case: Mapping[str, Any], expected: Truth) -> None:
    assert truth(expr, case) is expected


# ---------------------------------------------------------------- groups


@pytest.mark.parametrize(
    ("stated", "at_least_one", "at_least_two", "all_three"),
    [
        ("---", False, False, False),
        ("+--", True, False, False),
        ("++-", True, True, False),
        ("+++", True, True, True),
        ("?--", None, False, False),
        ("??-", None, None, False),
        ("???", None, None, None),
        ("+?-", True, None, False),
        ("++?", True, True, None),
        ("+??", True, None, None),
    ],
)
def test_at_least_k_of_three(stated: str, at_least_one: Truth, at_least_two: Truth, all_three: Truth) -> None:
    facts = [Fact(f"f{number}", YesNo(), "?") for number in range(3)]
    case = {fact.name: sign == "+" for fact, sign in zip(facts, stated, strict=True) if sign != "?"}
    parts = tuple(is_(fact, True) for fact in facts)
    expected = [True, at_least_one, at_least_two, all_three]
    assert [truth(AtLeast(count, parts), case) for count in range(4)] == expected


@pytest.mark.parametrize(("case", "expected"), [({"pregnant": True}, False), ({"pregnant": False}, True), ({}, None)])
def test_not(case: Mapping[str, Any], expected: Truth) -> None:
    assert truth(Not(yes), case) is expected
    assert truth(Not(Not(yes)), case) is truth(yes, case)


def test_a_group_without_parts_holds() -> None:
    assert truth(TRUE, {}) is True


def test_a_group_cannot_ask_for_more_parts_than_it_has() -> None:
    with pytest.raises(ValueError, match="at least 2 of 1 parts"):
        AtLeast(2, (yes,))


# ---------------------------------------------------------------- comparisons


@pytest.mark.parametrize(
    ("op", "below", "at", "above"),
    [
        ("<", True, False, False),
        ("<=", True, True, False),
        ("==", False, True, False),
        (">=", False, True, True),
        (">", False, False, True),
    ],
)
def test_a_comparison_below_at_and_above_its_bound(op: Op, below: bool, at: bool, above: bool) -> None:
    weeks, leap = Compare(op, FactValue(duration), number(4)), Compare(op, FactValue(onset), Literal(LEAP))
    assert [truth(weeks, {"duration": Decimal(n)}) for n in (3, 4, 5)] == [below, at, above]
    assert [truth(leap, {"onset": date(2028, *day)}) for day in ((2, 28), (2, 29), (3, 1))] == [
        below,
        at,
        above,
    ]
    assert truth(weeks, {}) is None
    assert truth(leap, {}) is None
    turned = Compare(op, number(4), FactValue(duration))
    assert [truth(turned, {"duration": Decimal(n)}) for n in (5, 4, 3)] == [below, at, above]


OPS: tuple[Op, ...] = ("<", "<=", "==", ">=", ">")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [  # expected for <, <=, ==, >=, >
        pytest.param((1, 2), (3, 4), (True, True, False, False, False), id="all of it below"),
        pytest.param((1, 3), (3, 4), (None, True, None, None, False), id="touching from below"),
        pytest.param((1, 3), (2, 4), (None, None, None, None, None), id="overlapping"),
        pytest.param((2, 2), (2, 2), (False, True, True, True, False), id="the same point"),
        pytest.param((2, 2), (1, 3), (None, None, None, None, None), id="a point inside"),
        pytest.param((1, 4), (1, 4), (None, None, None, None, None), id="the same interval is not the same point"),
        pytest.param((3, 4), (1, 2), (False, False, False, True, True), id="all of it above"),
        pytest.param((0, 3), (3, 3), (None, True, None, None, False), id="no more than the point"),
    ],
)
def test_intervals_compared(left: tuple[int, int], right: tuple[int, int], expected: tuple[Truth, ...]) -> None:
    sure = [compare(op, ends(left), ends(right)) for op in OPS]
    assert sure == list(expected)
    # A value that may not exist can still surely fail; one that surely does not exist always fails.
    doubtful = [compare(op, ends(left, None), ends(right)) for op in OPS]
    assert doubtful == [None if answer else answer for answer in expected]
    assert [compare(op, ends(left, False), ends(right)) for op in OPS] == [False] * 5
    assert [compare(op, ends(left), ends(right, False)) for op in OPS] == [False] * 5


def ends(pair: tuple[int, int], exists: Truth = True) -> Interval:
    low, high = map(Decimal, pair)
    return Interval(low, high, exists)


# ---------------------------------------------------------------- terms


def d(text: str) -> date:
    return date.fromisoformat(text)


BACK, LATER, NECK = visit("2026-01-20", "back"), visit("2026-02-10", "back"), visit("2026-03-05", "neck")
UNCLEAR, EARLY, UNDATED = visit("2026-04-01"), visit("2026-01-01"), visit(None, "back")
BACK_DAY, LATER_DAY, UNCLEAR_DAY, EARLY_DAY = (row["day"] for row in (BACK, LATER, UNCLEAR, EARLY))
MARCH = d("2027-03-01")

matching = Count(visits, in_back)
latest, earliest = Extreme("latest", visits, day, in_back), Extreme("earliest", visits, day, in_back)
FIRST, LAST = SPAN.first, SPAN.last

of_gel = is_(gel, True)
highest, lowest = Extreme("highest", doses, dose, of_gel), Extreme("lowest", doses, dose, of_gel)
given_doses, effects = Total(doses, dose, of_gel), Total(doses, effect, of_gel)


def given_(*rows: tuple[int | None, int | None, bool | None]) -> dict[str, Any]:
    """A list of doses: how much, with what effect, and whether as a gel."""
    return {
        "doses": [
            {
                name: Decimal(value) if type(value) is int else value
                for name, value in zip(("dose", "effect", "gel"), row, strict=True)
                if value is not None
            }
            for row in rows
        ]
    }


GEL, MORE, PILL, EITHER, ANY = (2, -3, True), (6, 2, True), (7, -5, False), (4, -1, None), (None, None, True)

TERMS: list[tuple[str, Term, Mapping[str, Any], Any, Any, Truth]] = [
    ("a stated fact is a point", FactValue(duration), {"duration": Decimal(4)}, 4, 4, True),
    ("a number not stated lies in its range", FactValue(duration), {}, 0, 100, True),
    ("a literal is a point", number(4), {}, 4, 4, True),
    ("a multiple", Multiple(3, FactValue(duration)), {"duration": Decimal(4)}, 12, 12, True),
    ("a multiple of what is not stated", Multiple(3, FactValue(duration)), {}, 0, 300, True),
    ("a negative factor turns the ends", Multiple(-1, matching), seen(BACK, UNCLEAR), -2, -1, True),
    ("a sum adds the ends", Sum((matching, number(2))), seen(BACK, UNCLEAR), 3, 4, True),
    ("a negative multiple of what is not stated", Multiple(-2, FactValue(duration)), {}, -200, 0, True),
    ("a sum with a part not stated", Sum((matching, FactValue(planned))), seen(BACK), 1, 101, True),
    ("a sum with a list not stated", Sum((matching, FactValue(planned))), {"planned": Decimal(5)}, 5, 14, True),
    ("a date not stated lies in its range", FactValue(onset), {}, FIRST, LAST, True),
    ("a choice not stated has no ends", FactValue(region), {}, None, None, True),
    ("a shift by months and days", Shifted(FactValue(onset), -12, 1), {"onset": LEAP}, MARCH, MARCH, True),
    ("a shift of a date not stated", Shifted(FactValue(onset), 3), {}, d("2000-04-01"), d("2037-03-31"), True),
    ("records not listed are as many as may be", Count(visits), {}, 0, 9, True),
    ("with a filter too", matching, {}, 0, 9, True),
    ("items not listed are at most the options", Count(levels), {}, 0, 3, True),
    ("codes not listed are at most a hundred", Count(codes), {}, 0, 100, True),
    ("an empty list has no record", Count(visits), seen(), 0, 0, True),
    ("without a filter every record counts", Count(visits), seen(BACK, {}), 2, 2, True),
    ("the items of a set", Count(levels), {"levels": frozenset({"L3", "L5"})}, 2, 2, True),
    ("the records that match", matching, seen(BACK, NECK, LATER), 2, 2, True),
    ("an unclear record may match", matching, seen(BACK, NECK, UNCLEAR), 1, 2, True),
    ("a filter that needs the request", Count(visits, in_region), seen(BACK, NECK), 0, 2, True),
    ("and has it", Count(visits, in_region), seen(BACK, NECK) | {"region": "back"}, 1, 1, True),
    ("no list, perhaps no latest", latest, {}, FIRST, LAST, None),
    ("an empty list has no latest", latest, seen(), FIRST, LAST, False),
    ("nor has one without a match", latest, seen(NECK), FIRST, LAST, False),
    ("the latest match", latest, seen(LATER, BACK, NECK), LATER_DAY, LATER_DAY, True),
    ("the earliest match", earliest, seen(LATER, BACK, NECK), BACK_DAY, BACK_DAY, True),
    ("an unclear record may be the latest", latest, seen(BACK, UNCLEAR), BACK_DAY, UNCLEAR_DAY, True),
    ("an unclear one before the latest is not", latest, seen(LATER, EARLY), LATER_DAY, LATER_DAY, True),
    ("but it may be the earliest", earliest, seen(LATER, EARLY), EARLY_DAY, LATER_DAY, True),
    ("only an unclear one: perhaps no latest", latest, seen(UNCLEAR), UNCLEAR_DAY, UNCLEAR_DAY, None),
    ("nor an earliest", earliest, seen(UNCLEAR), UNCLEAR_DAY, UNCLEAR_DAY, None),
    ("a latest of unclear ones is one of them", latest, seen(UNCLEAR, EARLY), EARLY_DAY, UNCLEAR_DAY, None),
    ("so is an earliest", earliest, seen(UNCLEAR, EARLY), EARLY_DAY, UNCLEAR_DAY, None),
    ("an undated one among them may be any", latest, seen(UNCLEAR, visit()), FIRST, LAST, None),
    ("an undated match may be the latest", latest, seen(BACK, UNDATED), BACK_DAY, LAST, True),
    ("or the earliest", earliest, seen(BACK, UNDATED), FIRST, BACK_DAY, True),
    ("an undated match alone has some date", latest, seen(UNDATED), FIRST, LAST, True),
    (
        "a shift moves both ends",
        Shifted(latest, 0, 1),
        seen(LATER, UNCLEAR),
        d("2026-02-11"),
        d("2026-04-02"),
        True,
    ),
    ("the shift of no value is no value", Shifted(latest, 3), seen(), d("2000-04-01"), d("2037-03-31"), False),
    ("no list, perhaps no highest", highest, {}, 1, 8, None),
    ("an empty list has no highest", highest, given_(), 1, 8, False),
    ("nor a lowest without a match", lowest, given_(PILL), 1, 8, False),
    ("the highest match", highest, given_(GEL, MORE, PILL), 6, 6, True),
    ("the lowest match", lowest, given_(GEL, MORE, PILL), 2, 2, True),
    ("an unclear record may be the highest", highest, given_(GEL, EITHER), 2, 4, True),
    ("or the lowest", lowest, given_(MORE, EITHER), 4, 6, True),
    ("but not one below the highest", highest, given_(MORE, EITHER), 6, 6, True),
    ("a match without its number may be the highest", highest, given_(MORE, ANY), 6, 8, True),
    ("only an unclear one: perhaps no highest", highest, given_(EITHER), 4, 4, None),
    ("0 is the highest of numbers below", Extreme("highest", doses, effect), given_((1, 0, None), GEL), 0, 0, True),
    ("a multiple of no value is no value", Multiple(2, highest), given_(), 2, 16, False),
    ("so is a sum", Sum((highest, number(1))), given_(), 2, 9, False),
    ("a sum of what may not exist may not", Sum((highest, lowest)), given_(EITHER), 8, 8, None),
    ("the sum of an empty list is nothing", given_doses, given_(), 0, 0, True),
    ("so is the sum of no match", given_doses, given_(PILL), 0, 0, True),
    ("the sum of what matches", given_doses, given_(GEL, MORE, PILL), 8, 8, True),
    ("an unclear record may be added", given_doses, given_(GEL, EITHER), 2, 6, True),
    ("or taken away", effects, given_(GEL, EITHER), -4, -3, True),
    ("a match without its number adds any", given_doses, given_(GEL, ANY), 3, 10, True),
    ("an unclear one without its number adds any or none", effects, given_(GEL, (1, None, None)), -8, 0, True),
    ("a sum over a list not stated is of at most as many", given_doses, {}, 0, 32, True),
    ("to both sides where numbers are of either sign", effects, {}, -20, 12, True),
    ("a sum without a filter", Total(doses, dose), given_(GEL, PILL), 9, 9, True),
]


@pytest.mark.parametrize(
    ("term", "case", "low", "high", "exists"), [pytest.param(*row[1:], id=row[0]) for row in TERMS]
)
def test_where_a_term_may_lie(term: Term, case: Mapping[str, Any], low: Any, high: Any, exists: Truth) -> None:
    found = interval(term, case)
    assert (found.low, found.high, found.exists) == (low, high, exists)


after_latest = Compare(">", FactValue(service), Shifted(latest, 0, 14))
fell_by_half = AtLeast(
    2,
    (
        Compare(">", FactValue(baseline), number(0)),
        Compare(
            ">=",
            Multiple(100, Sum((FactValue(baseline), Multiple(-1, FactValue(score))))),
            Multiple(50, FactValue(baseline)),
        ),
    ),
)


def scores(before: str, now: str | None) -> dict[str, Any]:
    return {"baseline": Decimal(before)} | ({} if now is None else {"score": Decimal(now)})


def on(service_date: str, *rows: dict[str, Any]) -> dict[str, Any]:
    return seen(*rows) | {"service": d(service_date)}


no_other = Compare("<=", Count(visits, Not(in_back)), number(0))

LISTS_AND_VALUES: Table = [
    ("two in the back", Compare("<=", matching, number(1)), seen(BACK, LATER), False),
    ("at most two, of which one is unclear", Compare("<=", matching, number(2)), seen(BACK, UNCLEAR), True),
    ("at most one, of which one is unclear", Compare("<=", matching, number(1)), seen(BACK, UNCLEAR), None),
    ("exactly one, and another is unclear", Compare("==", matching, number(1)), seen(BACK, UNCLEAR), None),
    ("exactly three of at most two", Compare("==", matching, number(3)), seen(BACK, UNCLEAR), False),
    ("some record of an empty list", Compare(">=", matching, number(1)), seen(), False),
    ("every record of an empty list", no_other, seen(), True),
    ("one record that has it not", no_other, seen(BACK, NECK), False),
    ("one record that does not say", no_other, seen(BACK, UNCLEAR), None),
    ("a list not stated", no_other, {}, None),
    ("day 15 after the latest", after_latest, on("2026-02-04", BACK), True),
    ("day 14 after the latest", after_latest, on("2026-02-03", BACK), False),
    ("after a latest that may be later", after_latest, on("2026-03-01", BACK, UNCLEAR), None),
    ("after the latest it could be", after_latest, on("2026-05-01", BACK, UNCLEAR), True),
    ("before the latest that is sure", after_latest, on("2026-01-20", BACK, UNCLEAR), False),
    ("after the latest of no record", after_latest, on("2026-05-01", NECK), False),
    ("no value, and a date not stated", after_latest, seen(), False),
    ("not after the latest of no record", Not(after_latest), seen(), True),
    ("after a latest that may not exist", after_latest, on("2026-05-01", UNCLEAR), None),
    ("before any latest", Compare("<", FactValue(service), latest), on("2026-05-01", UNCLEAR), False),
    ("two values of the same records", Compare("==", latest, earliest), seen(BACK), True),
    ("no value is not even equal to itself", Compare("==", latest, latest), seen(), False),
    ("at least the highest", Compare(">=", highest, number(6)), given_(GEL, MORE), True),
    ("more than the highest", Compare(">", highest, number(6)), given_(GEL, MORE), False),
    ("at least the highest of none", Compare(">=", highest, number(6)), given_(PILL), False),
    ("no number is at least 9", Compare(">=", highest, number(9)), {}, False),
    ("a highest that may not exist", Compare(">=", highest, number(0)), {}, None),
    ("a share of no highest", Compare(">=", Multiple(100, FactValue(score)), Multiple(0, highest)), given_(), False),
    ("a sum at its edge", Compare("<=", given_doses, number(8)), given_(GEL, MORE, PILL), True),
    ("a sum beyond it", Compare("<", given_doses, number(8)), given_(GEL, MORE, PILL), False),
    ("a sum that an unclear record decides", Compare("<=", given_doses, number(5)), given_(GEL, EITHER), None),
    ("a sum that is over it already", Compare("<=", given_doses, number(5)), given_(MORE, EITHER), False),
    ("no list holds so much", Compare("<=", given_doses, number(32)), {}, True),
    ("half better exactly", fell_by_half, scores("5", "2.5"), True),
    ("a tenth short of half", fell_by_half, scores("5", "2.6"), False),
    ("no percentage from nothing", fell_by_half, scores("0", "0"), False),
    ("nor before the score is known", fell_by_half, scores("0", None), False),
    ("a score not stated", fell_by_half, scores("5", None), None),
]  # fmt: skip


@table(LISTS_AND_VALUES)
def test_lists_and_values(expr: Expr, case: Mapping[str, Any], expected: Truth) -> None:
    assert truth(expr, case) is expected


within_four = Compare("<=", Sum((matching, FactValue(planned))), number(4))

RANGES: Table = [
    ("no list holds more than its limit", Compare("<=", Count(visits), number(9)), {}, True),
    ("whatever is counted of it", Compare(">", matching, number(9)), {}, False),
    ("it may hold as many", Compare(">=", Count(visits), number(9)), {}, None),
    ("or one less", Compare("<=", Count(visits), number(8)), {}, None),
    ("one more is another number", Compare("==", Count(visits), number(10)), {}, False),
    ("no list holds less than nothing", Compare(">=", matching, number(0)), {}, True),
    ("it may hold nothing", Compare(">", matching, number(0)), {}, None),
    ("no set has more items than options", Compare("<", Count(levels), number(4)), {}, True),
    ("it may have all", Compare("<", Count(levels), number(3)), {}, None),
    ("no number lies below its range", Compare(">=", FactValue(duration), number(0)), {}, True),
    ("it may lie at the lower end", Compare(">", FactValue(duration), number(0)), {}, None),
    ("none lies above it", Compare(">", FactValue(duration), number(100)), {}, False),
    ("it may lie at the upper end", Compare("<", FactValue(duration), number(100)), {}, None),
    ("none is beyond it", Compare("==", FactValue(duration), number(101)), {}, False),
    ("one may be the end", Compare("==", FactValue(duration), number(100)), {}, None),
    ("no date comes before its range", Compare(">=", FactValue(onset), Literal(SPAN.first)), {}, True),
    ("it may be the first day", Compare(">", FactValue(onset), Literal(SPAN.first)), {}, None),
    ("none comes after it", Compare("<=", FactValue(onset), Literal(SPAN.last)), {}, True),
    ("it may be the last day", Compare("<", FactValue(onset), Literal(SPAN.last)), {}, None),
    ("shifted, the range is", Compare(">", Shifted(FactValue(onset), days=1), Literal(SPAN.first)), {}, True),
    ("and no further", Compare(">", Shifted(FactValue(onset), days=1), Literal(d("2000-01-02"))), {}, None),
    ("no date is after the last", Compare(">", FactValue(onset), FactValue(service)), {"service": SPAN.last}, False),
    ("one can be on it", Compare(">=", FactValue(onset), FactValue(service)), {"service": SPAN.last}, None),
    ("five planned, and a list not stated", within_four, {"planned": Decimal(5)}, False),
    ("four planned, and a list not stated", within_four, {"planned": Decimal(4)}, None),
    ("five in the list, and none planned yet", within_four, dated(*["2026-01-01"] * 5), None),
    ("five that match, and none planned yet", within_four, seen(*[BACK] * 5), False),
    ("less than nothing of a list", Compare(">", Multiple(-1, matching), number(0)), {}, False),
    ("less than its limit below nothing", Compare("<", Multiple(-1, matching), number(-9)), {}, False),
    ("its limit below nothing", Compare("<=", Multiple(-1, matching), number(-9)), {}, None),
    ("a latest before all days", Compare("<", latest, Literal(SPAN.first)), {}, False),
    ("a latest on any day, if there is one", Compare(">=", latest, Literal(SPAN.first)), {}, None),
    ("after the last day, with an undated match", Compare(">", latest, Literal(SPAN.last)), seen(UNDATED), False),
    ("on any day, with an undated match", Compare(">=", latest, Literal(SPAN.first)), seen(UNDATED), True),
    ("before each that may match", Compare("<", latest, Literal(UNCLEAR["day"])), seen(UNCLEAR, UNCLEAR), False),
    ("before one that may match", Compare("<", latest, Literal(UNCLEAR["day"])), seen(UNCLEAR, EARLY), None),
]  # fmt: skip


@table(RANGES)
def test_what_is_not_stated_lies_in_its_range(expr: Expr, case: Mapping[str, Any], expected: Truth) -> None:
    assert truth(expr, case) is expected


WINDOW = AtLeast(
    2,
    (
        Compare(">", FactValue(day), Shifted(FactValue(service), -12)),
        Compare("<=", FactValue(day), FactValue(service)),
    ),
)


@pytest.mark.parametrize(
    ("service_date", "inside", "outside"),
    [
        ("2026-05-20", ("2025-05-21", "2026-05-20"), ("2025-05-20", "2026-05-21")),
        ("2028-02-29", ("2027-03-01", "2028-02-29"), ("2027-02-28", "2028-03-01")),
        ("2027-02-28", ("2026-03-01", "2027-02-28"), ("2026-02-28", "2027-03-01")),
    ],
)
def test_a_window_of_twelve_months_has_one_open_edge(
    service_date: str, inside: tuple[str, str], outside: tuple[str, str]
) -> None:
    counted = Count(visits, WINDOW)
    case = dated(*inside, *outside) | {"service": d(service_date)}
    assert interval(counted, case) == Interval(Decimal(2), Decimal(2))
    assert interval(counted, dated(*outside) | {"service": d(service_date)}) == Interval(Decimal(0), Decimal(0))


# ---------------------------------------------------------------- criteria and requests


def criterion(
    require: Expr, applies: Expr | None = None, unless: Expr | None = None, effect: Effect = "required"
) -> Criterion:
    return Criterion("c", "A title", effect, (), require, applies, unless)


def answers(**signs: str) -> dict[str, bool]:
    return {name: sign == "+" for name, sign in signs.items() if sign != "?"}


@pytest.mark.parametrize(
    ("applies", "require", "expected"),
    [
        ("+", "+", MET),
        ("+", "-", NOT_MET),
        ("+", "?", MISSING),
        ("?", "+", MET),
        ("?", "-", MISSING),
        ("?", "?", MISSING),
        ("-", "+", NOT_APPLICABLE),
        ("-", "-", NOT_APPLICABLE),
        ("-", "?", NOT_APPLICABLE),
    ],
)
def test_a_criterion_that_applies_only_sometimes(applies: str, require: str, expected: str) -> None:
    found = verdict(criterion(is_(pregnant, True), is_(smokes, True)), answers(smokes=applies, pregnant=require))
    assert found == expected


@pytest.mark.parametrize(
    ("require", "unless", "expected"),
    [
        ("+", "-", MET),
        ("-", "+", MET),
        ("?", "+", MET),
        ("-", "-", NOT_MET),
        ("-", "?", MISSING),
        ("?", "-", MISSING),
    ],
)
def test_an_exception_meets_the_criterion_in_place_of_the_requirement(require: str, unless: str, expected: str) -> None:
    found = verdict(criterion(yes, unless=is_(smokes, True)), answers(pregnant=require, smokes=unless))
    assert found == expected


@pytest.mark.parametrize(
    ("scope", "required", "advisory", "expected"),
    [
        ("+", "+", "+", READY),
        ("+", "+", "-", READY),
        ("+", "+", "?", READY),
        ("+", "-", "+", NOT_MET),
        ("+", "?", "+", INCOMPLETE),
        ("?", "+", "+", INCOMPLETE),
        ("?", "-", "+", INCOMPLETE),
        ("-", "+", "+", OUT_OF_SCOPE),
        ("-", "-", "-", OUT_OF_SCOPE),
        ("-", "?", "?", OUT_OF_SCOPE),
    ],
)
def test_what_the_criteria_make_of_a_request(scope: str, required: str, advisory: str, expected: str) -> None:
    effects: dict[Effect, str] = {"scope": scope, "required": required, "advisory": advisory}
    facts = {effect: Fact(effect, YesNo(), "?") for effect in effects}
    found = policy(*(criterion(is_(facts[effect], True), effect=effect) for effect in effects))
    assert outcome(found, answers(**effects)) == expected


@pytest.mark.parametrize(
    ("state", "payer", "advisory", "expected"),
    [
        ("+", "+", "+", IN_SCOPE),
        ("+", "+", "-", IN_SCOPE),
        ("+", "+", "?", IN_SCOPE),
        ("+", "?", "+", CANNOT_TELL),
        ("?", "?", "-", CANNOT_TELL),
        ("-", "+", "+", OUT_OF_SCOPE),
        ("-", "?", "+", OUT_OF_SCOPE),
    ],
)
def test_what_the_criteria_of_a_program_make_of_a_request(state: str, payer: str, advisory: str, expected: str) -> None:
    effects: dict[str, Effect] = {"state": "scope", "payer": "scope", "advisory": "advisory"}
    facts = {name: Fact(name, YesNo(), "?") for name in effects}
    criteria = [criterion(is_(facts[name], True), effect=effect) for name, effect in effects.items()]
    found = replace(policy(*criteria), program=True)
    assert outcome(found, answers(state=state, payer=payer, advisory=advisory)) == expected


@pytest.mark.parametrize(
    ("applies", "start", "expected"),
    [
        ("+", "2028-02-27", date(2028, 3, 1)),
        ("+", "2027-02-27", date(2027, 3, 2)),
        ("+", None, MISSING),
        ("?", "2028-02-27", MISSING),
        ("?", None, MISSING),
        ("-", "2028-02-27", NOT_APPLICABLE),
        ("-", None, NOT_APPLICABLE),
    ],
)
def test_when_a_clock_ends(applies: str, start: str | None, expected: date | str) -> None:
    clock = Clock("c", "It is due", (), Shifted(FactValue(service), days=3), is_(pregnant, True))
    case = answers(pregnant=applies) | ({"service": d(start)} if start else {})
    assert due(clock, case) == expected
    if applies == "+":
        assert due(replace(clock, applies_when=None), case) == expected


@pytest.mark.parametrize(
    ("rows", "expected"), [((BACK,), BACK_DAY), ((UNCLEAR,), MISSING), ((UNDATED,), MISSING), ((NECK,), MISSING)]
)
def test_a_clock_of_a_date_that_may_not_exist_waits(rows: tuple[dict[str, Any], ...], expected: date | str) -> None:
    assert due(Clock("c", "It is due", (), latest), seen(*rows)) == expected


def test_one_unmet_criterion_outweighs_a_missing_one() -> None:
    found = policy(criterion(is_(pregnant, True)), criterion(is_(smokes, True)))
    assert outcome(found, answers(pregnant="-")) == NOT_MET


def test_a_policy_whose_criteria_do_not_apply_is_ready() -> None:
    assert outcome(policy(criterion(yes, applies=is_(smokes, True))), {"smokes": False}) == READY


def policy(*criteria: Criterion) -> Policy:
    source = Source("guide", "A guide")
    return Policy("p", "1.0.0", "A policy", date(2026, 1, 5), None, None, (source,), (), (), criteria)


# ---------------------------------------------------------------- what holds of every policy and chart


def drop_some(draw: DrawFn, request: Mapping[str, Any], deep: bool = True) -> dict[str, Any]:
    """The same chart with less written in it. A row never goes: a list is complete, or not stated."""
    kept = {name: value for name, value in request.items() if draw(st.sampled_from((True, True, False)))}
    for name, value in kept.items():
        if isinstance(value, dict):
            kept[name] = drop_some(draw, value, deep=False)
        elif deep and isinstance(value, list) and value and isinstance(value[0], dict):
            kept[name] = [drop_some(draw, row) for row in value]
    return kept


@st.composite
def smaller_and_larger(draw: DrawFn) -> tuple[Policy, Mapping[str, Any], Mapping[str, Any]]:
    """A policy, a chart, and the same chart with more in it."""
    found = draw(policies())
    larger = draw(requests(found))
    charts = [read_case(found.facts, request) for request in (drop_some(draw, larger), larger)]
    assert [problems for _, problems in charts] == [(), ()]
    return found, charts[0][0], charts[1][0]


@looked({MET: 10, NOT_MET: 1, "decided": 5})
@given(smaller_and_larger())
def test_more_facts_never_take_back_an_answer(
    seen: Counter[str],
    drawn: tuple[Policy, Mapping[str, Any], Mapping[str, Any]],
) -> None:
    found, smaller, larger = drawn
    for each in found.criteria:
        for part in criterion_parts(each):
            assert truth(part, smaller) in (None, truth(part, larger))
        before, after = verdict(each, smaller), verdict(each, larger)
        seen[before] += smaller != larger
        if before == MET:
            assert after in (MET, NOT_APPLICABLE)  # what is met anyway may turn out not to apply
        elif before != MISSING:
            assert after == before
    if outcome(found, smaller) in (READY, IN_SCOPE, OUT_OF_SCOPE):
        seen["decided"] += smaller != larger
        assert outcome(found, larger) == outcome(found, smaller)
    for clock in found.clocks:
        assert due(clock, smaller) in (MISSING, due(clock, larger))


@given(st.data(), expressions())
def test_words_change_nothing(data: DataObject, drawn: tuple[tuple[Fact, ...], Expr]) -> None:
    facts, expr = drawn
    asked = Policy("p", "1.0.0", "", date(2026, 1, 5), None, None, (), (), facts, (criterion(expr),))
    case = data.draw(cases(asked))
    assert truth(spoken(expr), case) is truth(expr, case)


def spoken(node: Any) -> Any:
    """An expression with words on it and on every other one inside it, filters of lists included."""
    match node:
        case tuple():
            return tuple(map(spoken, node))
        case AtLeast() | Not() | Compare() | Shifted() | Sum() | Multiple() | Count() | Extreme() | Total():
            inner = replace(node, **{each.name: spoken(getattr(node, each.name)) for each in fields(node)})
            return Worded(inner, "A question?", "An answer") if isinstance(node, AtLeast | Not | Compare) else inner
        case Includes() | Documented():
            return Worded(node, "A question?", "An answer")
        case _:
            return node


# ---------------------------------------------------------------- missing means that it is still open

# All that a chart can say of each kind, and so the answers that a comparison can still have.
FEW = Number(Decimal(0), Decimal(3), 0)
DOMAINS: Mapping[type, tuple[Any, ...]] = {
    YesNo: (True, False),
    Choice: ("neck", "back"),
    Number: tuple(map(Decimal, range(4))),
}


@st.composite
def each_fact_once(draw: DrawFn) -> tuple[Expr, tuple[Fact, ...]]:
    """An expression in which no fact occurs twice, and its facts."""
    kind: st.SearchStrategy[FactType] = st.sampled_from((YesNo(), Choice(options("neck", "back")), FEW))
    kinds = draw(st.lists(kind, min_size=1, max_size=6))
    facts = tuple(Fact(f"f{number}", kind, "?") for number, kind in enumerate(kinds))
    parts: list[Expr] = []
    left = list(facts)
    while left:
        fact = left.pop()
        partner = left.pop() if left and left[-1].type == fact.type and draw(st.booleans()) else None
        literals = [Literal(value) for value in DOMAINS[type(fact.type)]]
        right: Term = FactValue(partner) if partner else draw(st.sampled_from(literals))
        op = draw(st.sampled_from(OPS if fact.type is FEW else ("==",)))
        parts.append(Compare(op, FactValue(fact), right))
    while len(parts) > 1:
        taken = [parts.pop() for _ in range(draw(st.integers(2, min(3, len(parts)))))]
        parts.insert(0, AtLeast(draw(st.integers(1, len(taken))), tuple(taken)))
        if draw(st.booleans()):
            parts[0] = Not(parts[0])
    return parts[0], facts


@given(st.data(), each_fact_once())
def test_missing_is_exactly_where_charts_could_still_differ(
    data: DataObject, drawn: tuple[Expr, tuple[Fact, ...]]
) -> None:
    expr, facts = drawn
    stated = {fact: data.draw(st.sampled_from((None, *DOMAINS[type(fact.type)]))) for fact in facts}
    case = {fact.name: value for fact, value in stated.items() if value is not None}
    open_facts = [fact for fact in facts if fact.name not in case]
    completions = product(*(DOMAINS[type(fact.type)] for fact in open_facts))
    names = [fact.name for fact in open_facts]
    possible = {truth(expr, case | dict(zip(names, values, strict=True))) for values in completions}
    assert possible <= {True, False}
    assert truth(expr, case) is (possible.pop() if len(possible) == 1 else None)


def test_missing_goes_no_further_than_the_parts_show() -> None:
    # Strong Kleene: whether or not the patient is pregnant, one of the two holds, but neither part shows it.
    assert truth(AtLeast(1, (yes, no)), {}) is None


# ---------------------------------------------------------------- the requests the tests are made of


@given(st.data())
def test_drawn_requests_are_valid_and_come_back_as_written(data: DataObject) -> None:
    found = data.draw(policies())
    case, problems = read_case(found.facts, data.draw(requests(found)))
    assert problems == ()
    assert read_case(found.facts, write_case(case)) == (case, ())


@given(st.data())
def test_a_request_with_a_defect_is_invalid(data: DataObject) -> None:
    found = data.draw(policies())
    _, problems = read_case(found.facts, data.draw(invalid_requests(found)))
    assert problems != ()
