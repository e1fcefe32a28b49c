"""Answers as people spell them are understood, and nothing is guessed."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from spelled import TABLE, TODAY, fact_of, random_texts, said, shipped_facts
from wiser_policies import NotUnderstood, Understood, understood, validator, what_to_write
from wiser_policies._dates import shift
from wiser_policies._rules import problems
from wiser_policies._spelled_numbers import FEWEST_DAYS, MOST_DAYS

ROOT = Path(__file__).parents[2]
ENTRIES = TABLE["facts"]
ESI = {fact.name: fact for fact in validator("esi", "6.0.0").POLICY.facts}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["fact"]["name"])
def test_a_spelling_means_what_the_table_says(entry: dict[str, Any]) -> None:
    assert [[text, *said(entry["fact"], text)] for text, *_ in entry["rows"]] == [
        [*row, entry["write"]] for row in entry["rows"]
    ]


def test_the_table_has_every_kind_of_fact_understood_and_not() -> None:
    kinds = Counter((entry["fact"]["type"], len(row)) for entry in ENTRIES for row in entry["rows"])
    of_all = {fact["type"] for fact in shipped_facts()}
    assert {kind for kind, _ in kinds} == of_all
    assert all(kinds[kind, 2] and kinds[kind, 3] for kind in of_all)
    assert kinds.total() >= 900


def test_every_spelling_that_the_page_shows_is_in_the_table_and_those_it_refuses_are_refused() -> None:
    page = (ROOT / "docs/fill.md").read_text("utf-8").partition("## What is understood")[2].partition("\n## ")[0]
    rows = [line.split("|") for line in page.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 10
    understood_there = {row[0] for entry in ENTRIES for row in entry["rows"] if len(row) == 3}
    refused_there = {row[0] for entry in ENTRIES for row in entry["rows"] if len(row) == 2}
    for _, _, written, meaning, _ in rows:
        assert set(re.findall("`([^`]+)`", written)) <= understood_there, written
        refused = set(re.findall("`([^`]+)`", meaning))
        assert refused <= refused_there | understood_there, meaning
        assert not refused or refused & refused_there, meaning


# ---------------------------------------------------------------- properties


def test_what_is_understood_is_valid_and_its_words_mean_the_same() -> None:
    seen: Counter[str] = Counter()
    for data, text in random_texts(1):
        fact = fact_of(data)
        found = understood(fact, text, TODAY)
        if isinstance(found, NotUnderstood):
            seen["not understood"] += 1
            assert found.write == what_to_write(fact), "holds nothing of the text"
            continue
        if found.value is None:
            continue
        seen[fact.kind] += 1
        assert problems((fact,), {fact.name: found.value}) == (), (fact, text)
        if fact.kind == "findings" and not all(map(is_plain, fact.labels)):
            continue
        shown = (
            found.shown.partition(" (without")[0].rpartition(", that is ")[2] if fact.kind != "note" else found.shown
        )
        again = understood(fact, shown.removeprefix("at least "))
        assert isinstance(again, Understood), (fact, text, found.shown)
        assert again.value == found.value
    assert min(seen[kind] for kind in ("yes_no", "note", "number", "date", "choice", "set", "findings", "codes")) > 20
    assert seen["not understood"] > 200


def test_every_value_of_a_request_is_understood_as_written_there() -> None:
    for data in shipped_facts():
        fact = fact_of(data)
        for text, value in as_written(data):
            found = understood(fact, text)
            assert isinstance(found, Understood), (data["name"], text)
            assert found.value == value, (data["name"], text)


def as_written(fact: dict[str, Any]) -> list[tuple[str, Any]]:
    """Values of a fact, each as it stands in a request or on a sheet."""
    match fact["type"]:
        case "yes_no":
            return [("true", True), ("false", False)]
        case "note":
            return [("p. 3", "p. 3")]
        case "number":
            high = fact["to"] if fact["unit"] != "percent" else max(fact["to"], 1)
            return [(str(high), high), (f"{high:,} {fact['unit']}", high)]
        case "date":
            return [(fact["from"], fact["from"]), (fact["to"], fact["to"])]
        case "choice":
            return [(label, id) for id, label in fact["options"].items()]
        case "set":
            each = [(label, [id]) for id, label in fact["options"].items()]
            return [*each, ("; ".join(fact["options"].values()), list(fact["options"]))]
        case "findings":
            each = [(f"{label}", {id: True}) for id, label in fact["options"].items()]
            return [*each, *((f"no {label}", {id: False}) for id, label in fact["options"].items() if is_plain(label))]
        case "codes":
            return [(text, [text]) for text in (["64483"] if fact["system"] == "HCPCS" else ["M54.16"])]
        case "list":
            return [("none", [])]
        case other:
            raise AssertionError(other)


def is_plain(label: str) -> bool:
    return not any(sign in label for sign in ",;&+") and " and " not in label


def test_a_label_means_its_own_option_and_never_another() -> None:
    for data in shipped_facts():
        for id in data.get("options", ()):
            found = understood(fact_of(data), id)
            if isinstance(found, Understood) and found.value is not None:
                assert found.value in (id, [id], {id: True}), (data["name"], id)


def test_a_beginning_that_several_answers_share_names_them() -> None:
    for data in shipped_facts():
        if data["type"] != "choice":
            continue
        for label in data["options"].values():
            for other in data["options"].values():
                shared = shared_words(label, other)
                if label != other and shared and shared not in data["options"].values():
                    found = understood(fact_of(data), shared)
                    assert isinstance(found, NotUnderstood), (label, other)


def shared_words(one: str, other: str) -> str:
    """The words with which both labels begin."""
    words = []
    for own, its in zip(one.split(" "), other.split(" "), strict=False):
        if own != its:
            break
        words.append(own)
    return " ".join(words) if len(words) < min(len(one.split(" ")), len(other.split(" "))) else ""


# ---------------------------------------------------------------- lengths of time


def test_months_are_never_rounded_up() -> None:
    """However the months lie in the calendar, so many days in a row are in them, and no more."""
    starts = [date(2023, 1, 1) + timedelta(days) for days in range(4 * 365 + 1)]
    for months in range(12):
        lengths = [
            (date.fromisoformat(shift(start.isoformat(), months)) - start).days for start in starts if start.day <= 28
        ]
        assert (min(lengths), max(lengths)) == (FEWEST_DAYS[months], MOST_DAYS[months])


def test_full_weeks_and_months_are_sure_on_every_day_of_the_calendar() -> None:
    weeks, months = fact_of(ENTRIES[2]["fact"]), next(
        fact_of(entry["fact"]) for entry in ENTRIES if entry["fact"]["name"] == "wound_months"
    )  # fmt: skip
    assert (weeks.unit, months.unit) == ("weeks", "months")
    starts = [(date(2023, 1, 1) + timedelta(days)).isoformat() for days in range(0, 5 * 365, 3)]
    for number in range(1, 40):
        in_weeks = understood(weeks, f"{number} months")
        in_months = understood(months, f"{number * 10} days")
        assert isinstance(in_weeks, Understood)
        assert isinstance(in_months, Understood)
        for start in starts:
            assert shift(start, 0, 7 * in_weeks.value) <= shift(start, number)
            assert shift(start, in_months.value) <= shift(start, 0, number * 10)


# ---------------------------------------------------------------- S8 of the staff's findings, on the shipped policies


@pytest.mark.parametrize(
    ("name", "text", "value", "shown"),
    [
        ("service_date", "6/10/2026", "2026-06-10", "June 10, 2026"),
        ("codes", "64483-LT", ["64483"], "64483 (without the modifier LT)"),
        ("state", "Texas", "TX", "Texas"),
        ("payer", "Original Medicare", "original", "Original Medicare"),
        ("place_of_service", "22", "22", None),
        ("pain_duration", "5 months", 21, "5 months, that is 21 full weeks"),
        ("pain_duration", "6 months", 25, "6 months, that is at least 25 full weeks"),
        ("limits_life", "yes", True, "yes"),
        ("response_scale", "ODI", "odi", None),
        ("baseline_score", "52%", 52, "52 points"),
        ("planned_levels", "L4-5", ["L4-L5"], "L4-L5"),
        ("sedation", "none", "light", None),
        ("state", "“Texas”", "TX", "Texas"),
        ("codes", "\ufeff64483", ["64483"], "64483"),
    ],
)
def test_the_first_natural_tries_of_staff_are_understood(name: str, text: str, value: Any, shown: str | None) -> None:
    found = understood(ESI[name], text)
    assert isinstance(found, Understood)
    assert found.value == value
    assert shown is None or found.shown == shown


def test_medicare_alone_may_be_several_payers_and_all_are_named() -> None:
    found = understood(ESI["payer"], "Medicare")
    assert isinstance(found, NotUnderstood)
    assert "Original Medicare" in found.why
    assert "Medicare Advantage" in found.why


# ---------------------------------------------------------------- the caller


def test_a_value_stands_in_no_text_of_an_answer() -> None:
    for text in ("6/10/2026", "25/12/2026"):
        assert not {"2026", "June", "25"} & set(repr(understood(ESI["received_date"], text)).replace("'", " ").split())
    assert "10" not in f"{understood(ESI['received_date'], '6/10/2026')}"


def test_a_text_of_any_length_is_answered_at_once() -> None:
    for data in shipped_facts():
        fact = fact_of(data)
        for text in ("1" * 10**6, ", " * 10**6, "1 " * 1000, "(" * 2000, "-" * 2000, "1," * 1000, "no " * 600):
            assert isinstance(understood(fact, text), Understood | NotUnderstood)


def test_what_is_no_text_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(TypeError):
        understood(ESI["state"], 5)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        understood(ESI["received_date"], "today", "6/10/2026")
    found = understood(ESI["received_date"], "today")
    assert isinstance(found, NotUnderstood)
    assert "not known here" in found.why
    json.dumps(found)
