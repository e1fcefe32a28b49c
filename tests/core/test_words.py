"""The core in plain words: one renderer, whose words have the meaning and only one reading."""

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from shipped import SHIPPED
from wiser_compiler.core.as_data import as_data
from wiser_compiler.core.bounds import Edge
from wiser_compiler.core.model import (
    AtLeast,
    Bound,
    Choice,
    Compare,
    Count,
    Date,
    Documented,
    Example,
    Expr,
    Extreme,
    Fact,
    FactValue,
    Includes,
    Literal,
    Multiple,
    Not,
    Number,
    Option,
    OptionSet,
    Policy,
    Records,
    Shifted,
    Sum,
    Term,
    Total,
    Value,
    Worded,
    YesNo,
)
from wiser_compiler.core.words import (
    brief_words,
    comparison_words,
    expr_words,
    filter_words,
    formula,
    request_words,
    term_words,
    value_words,
)
from wiser_compiler.targets.checklist.words import voice

SPAN = Date(date(2020, 1, 1), date(2030, 12, 31))
OPTIONS = (Option("knife", "knife; sharp"), Option("saw", "saw"))
day = Fact("session_date", SPAN, "When?", row_of="prior_sessions")
sessions = Fact("prior_sessions", Records((day,), 9, (), "sessions"), "List every session.")
service = Fact("service_date", SPAN, "When is the service?")
score = Fact("pain_score", Number(Decimal(0), Decimal(10), 1, "points"), "How strong is the pain?")
start = Fact("first_score", Number(Decimal(0), Decimal(10), 1, "points"), "How strong was it?")
weeks = Fact("pain_duration", Number(Decimal(0), Decimal(99), 0, "weeks"), "For how long?")
dose = Fact("dose", Number(Decimal(0), Decimal(9)), "How much?", row_of="treatments")
treatments = Fact("treatments", Records((dose,), 9), "List every treatment.")
urgent = Fact("urgent", YesNo(), "Is it urgent?")
tool = Fact("tool", Choice(OPTIONS), "Which tool?")
tools = Fact("tools", OptionSet(OPTIONS, "tools"), "Which tools?")
a, b, c = (Compare("==", FactValue(urgent), Literal(True)), Documented(service), Includes(tools, "knife"))


def number(value: str) -> Literal:
    return Literal(Decimal(value))


def has(expr: Expr, question: str = "", answer: str = "", name: str = "") -> Worded:
    return Worded(expr, question, answer, name=name)


FELL = Sum((FactValue(start), Multiple(-1, FactValue(score))))
COUNT = Count(sessions, has(b))
LATEST = Extreme("latest", sessions, day, None, "latest_session")


@pytest.mark.parametrize(
    ("term", "words", "in_formula"),
    [
        (FactValue(weeks), "pain duration", "pain_duration"),
        (FELL, "first score minus pain score", "first_score - pain_score"),
        (Multiple(100, FELL), "100 times (first score minus pain score)", "100 * (first_score - pain_score)"),
        (Multiple(-1, FactValue(score)), "minus pain score", "-pain_score"),
        (Sum((COUNT, number("1"))), "the number of prior sessions plus 1", "number of prior_sessions that match + 1"),
        (Sum((COUNT, number("-1"))), "the number of prior sessions minus 1", "number of prior_sessions that match - 1"),
        (LATEST, "latest session", "latest_session"),
        (
            Extreme("earliest", sessions, day),
            "earliest session date",
            "earliest session_date of prior_sessions",
        ),
        (Extreme("highest", treatments, dose, has(b)), "highest dose", "highest dose of treatments"),
        (Total(treatments, dose), "the sum of dose", "sum of dose of treatments"),
        (Total(treatments, dose, has(b)), "the sum of dose", "sum of dose of treatments that match"),
        (Shifted(FactValue(service), -12), "12 months before service date", "12 months before service_date"),
        (Shifted(LATEST, 1), "1 month after latest session", "1 month after latest_session"),
        # Months are counted first, and each part has its own side.
        (
            Shifted(FactValue(service), -12, 1),
            "1 day after 12 months before service date",
            "1 day after 12 months before service_date",
        ),
        (Shifted(FactValue(service)), "service date", "service_date"),
        (number("1E+2"), "100", "100"),
    ],
)  # fmt: skip
def test_a_term_in_words_and_as_a_formula(term: Term, words: str, in_formula: str) -> None:
    assert term_words(term) == words
    assert formula(Compare("<=", term, number("0.50"))) == f"{in_formula} <= 0.50"


def test_a_fact_with_a_sign_in_its_name_is_not_taken_for_one() -> None:
    odd = Fact("minus_x", Number(Decimal(0), Decimal(9)), "How many?")
    assert term_words(Sum((FactValue(score), FactValue(odd)))) == "pain score plus minus x"


def test_lists_on_a_sheet_go_by_their_letters() -> None:
    both = Sum((COUNT, Count(tools)))
    words = "the number of rows in list B (prior sessions) plus the number of tools"
    assert term_words(both, voice({"prior_sessions": "B"})) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "yes"), (False, "no"), (Decimal("2.50"), "2.50"), (date(2026, 4, 24), "2026-04-24"), ("NO", "NO"),
        (frozenset({"b", "a"}), "a, b"), (frozenset(), "none"),
    ],
)  # fmt: skip
def test_a_value(value: Value, words: str) -> None:
    assert value_words(value) == words


@pytest.mark.parametrize(
    ("test", "words"),
    [
        (a, "urgent: yes"),
        (Compare("==", FactValue(tool), Literal("knife")), "tool: knife; sharp"),
        (Compare("==", FactValue(score), FactValue(start)), "pain score the same as first score"),
        (Compare("<", FactValue(score), number("7")), "pain score less than 7"),
        (Compare("<=", FactValue(service), Literal(date(2026, 4, 24))), "service date on or before 2026-04-24"),
        (Compare(">", FactValue(service), Shifted(LATEST, 0, 14)), "service date after 14 days after latest session"),
    ],
)
def test_a_comparison(test: Compare, words: str) -> None:
    assert comparison_words(test) == words
    assert expr_words(has(test)) == words


def test_a_bound_is_said_as_it_was_written() -> None:
    long_enough = Compare(">=", FactValue(weeks), number("4"))
    assert comparison_words(long_enough, Bound(">=", Decimal(4), "weeks")) == "at least 4 weeks"
    assert comparison_words(long_enough, Bound(">=", Decimal(1), "weeks")) == "at least 1 week"
    later = Compare(">=", FactValue(service), Shifted(LATEST, 0, -42))
    words = "service date on or after 6 weeks before latest session"
    assert comparison_words(later, Bound("<=", Decimal(6), "weeks")) == words


@pytest.mark.parametrize(
    ("edge", "words"),
    [(AtLeast(1, (a, b)), "at least 1 of 2"), (AtLeast(2, (a, b)), "at least 2 of 2")],
)
def test_a_count_of_parts_as_a_formula(edge: Edge, words: str) -> None:
    assert formula(edge) == words


A, B, C = "urgent: yes", "service date stated", "tools includes knife; sharp"


@pytest.mark.parametrize(
    ("expr", "words"),
    [
        (AtLeast(2, (a, b)), f"all of ({A}; {B})"),
        (AtLeast(1, (a, b)), f"any of ({A}; {B})"),
        (AtLeast(2, (a, b, c)), f"at least 2 of ({A}; {B}; {C})"),
        (AtLeast(1, (a,)), A),
        (AtLeast(0, ()), "nothing"),
        (AtLeast(0, (a,)), "nothing"),
        (Not(a), f"not ({A})"),
        (Not(c), "tools without knife; sharp"),
        (Not(AtLeast(1, (a, b))), f"none of ({A}; {B})"),
        (Not(AtLeast(2, (a, b))), f"not (all of ({A}; {B}))"),
        (AtLeast(1, (AtLeast(2, (a, b)), c)), f"any of (all of ({A}; {B}); {C})"),
        (has(a, "The long way round", name="urgency"), "The long way round"),
        (has(a, "Is it urgent?", "No"), A),  # words that may no longer be what it means
    ],
)
def test_an_expression_by_what_it_means(expr: Expr, words: str) -> None:
    assert expr_words(expr) == words


def test_a_long_expression_is_cut_in_brief() -> None:
    long = AtLeast(3, (a, b, *[c] * 9))
    assert brief_words(long).startswith(f"at least 3 of ({A}; {B}; {C}")
    assert brief_words(long).endswith(" …")
    assert len(brief_words(long)) <= 90


ASKED, TOOL, COND = has(a, "Is it urgent?", "Yes"), has(c, "Which tools?", "knife; sharp"), has(b, "It is soon")


@pytest.mark.parametrize(
    ("where", "words"),
    [
        (ASKED, "Is it urgent: Yes"),
        (COND, "It is soon"),
        (AtLeast(2, (ASKED, TOOL)), "Is it urgent: Yes; and Which tools: knife; sharp"),
        (has(AtLeast(2, (ASKED, TOOL))), "Is it urgent: Yes; and Which tools: knife; sharp"),
        (AtLeast(1, (ASKED, TOOL)), "any of (Is it urgent: Yes; or Which tools: knife; sharp)"),
        (Not(ASKED), "not (Is it urgent: Yes)"),
        # What belongs together stays together: once it was "any of (… ; and … ; or …)".
        (
            AtLeast(1, (AtLeast(2, (ASKED, COND)), TOOL)),
            "any of (all of (Is it urgent: Yes; and It is soon); or Which tools: knife; sharp)",
        ),
    ],
)
def test_a_filter_in_the_words_of_its_author(where: Expr, words: str) -> None:
    assert filter_words(where) == words


def test_a_request_is_told_by_the_first_example_that_is_valid() -> None:
    examples = (Example("odd", {"urgent": "maybe"}), Example("usual", {"urgent": True, "pain_duration": 4}))
    policy = Policy("p", "1.0.0", "", date(2026, 1, 1), None, None, (), (), (urgent, weeks), (), examples)
    assert (
        request_words(policy, {"urgent": True, "pain_duration": 1})
        == "as the example “usual”, but pain duration: 1 week"
    )
    assert request_words(policy, {"urgent": True}) == "as the example “usual”, but without pain duration"
    further = Example("other", {"urgent": False, "pain_duration": 9}, base="second_route")
    policy = replace(policy, examples=(*examples, further))
    assert request_words(policy, {"urgent": False}) == "as the example “other”, but without pain duration"


@pytest.mark.parametrize("key", SHIPPED)
def test_a_name_inside_of_a_sentence_begins_small(key: str) -> None:
    """“… counting only those where the session was in the region now planned”."""
    text = json.dumps(as_data(SHIPPED[key])["criteria"])
    assert re.findall(r"(?:where|has:|; and|; or) (?:The|An?|Each|Every) .{20}", text) == []
