"""The words that docs/language.md explains are those that the reader knows, place by place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from wiser_compiler import explanations, language_page
from wiser_compiler.cli import wiser
from wiser_compiler.core.evaluate import SCOPE_OUTCOMES
from wiser_compiler.editor.keys import keys_of
from wiser_compiler.editor.words import _CHAPTERS, key_meaning, word_meaning
from wiser_compiler.reading.vocabulary import TYPES

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "schemas/policy.schema.json").read_text("utf-8"))
WORDS_OF_THE_PAGE = language_page.meanings()


def keys_in(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", ())
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from keys_in(part)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(wiser, ["explain", *arguments])


def test_the_page_explains_every_key_and_every_word_and_no_other() -> None:
    assert set(WORDS_OF_THE_PAGE) == {*keys_in(SCHEMA), *TYPES, *SCOPE_OUTCOMES, "documented"}


@pytest.mark.parametrize("place", sorted({*_CHAPTERS} - {"effective", "sources", "questions", "groups", "values",
                                                         "conditions", "states", "accepted",
                                                         "asking", "not_encoded"}))  # fmt: skip
def test_every_key_of_a_place_is_explained_in_the_chapter_of_that_place(place: str) -> None:
    chapter = {"policy": {"The head"}, "program": {"A program", "The head"}, "vocabulary": {"The head"}}
    for key in keys_of(place):
        headings = {meaning.heading for meaning in WORDS_OF_THE_PAGE[key]}
        assert headings & chapter.get(place, {_CHAPTERS[place]}), key
        assert key_meaning(key, place)


@pytest.mark.parametrize(
    "place",
    ["sources", "questions", "groups", "values", "conditions", "states", "accepted", "asking", "not_encoded"],
)
def test_every_key_under_a_name_is_explained_in_the_chapter_of_its_section(place: str) -> None:
    for key in keys_of(f"{place}/{'items' if place in ('accepted', 'not_encoded') else 'additionalProperties'}"):
        assert _CHAPTERS[place] in {meaning.heading for meaning in WORDS_OF_THE_PAGE[key]}, key


def test_a_word_is_explained_for_the_fact_that_it_tests() -> None:
    assert "this many items are found" in word_meaning("at_least", "Conditions", "findings")
    assert "4 weeks" not in word_meaning("at_least", "Conditions", "findings")
    tags = {tag for meanings in WORDS_OF_THE_PAGE.values() for meaning in meanings for tag in meaning.facts}
    assert tags <= set(TYPES)


def test_a_word_is_explained_in_each_place() -> None:
    said = run("from").output
    assert re.findall(r"(?m)^(.+):$", said) == [
        "The head", "changes", "Later editions", "Codes", "What the ask list may change", "Facts",
    ]  # fmt: skip
    assert "- under `effective`: the first day in force" in said


def test_a_finding_is_explained_as_before() -> None:
    assert run("tab").output == explanations.explain("tab")


def test_no_word_has_the_name_of_a_finding() -> None:
    assert set(explanations.codes()) & set(WORDS_OF_THE_PAGE) == set()


@pytest.mark.parametrize(
    ("word", "near"),
    [
        pytest.param("at_lest", "at_least", id="a word"),
        pytest.param("aplies_when", "applies_when", id="a key"),
        pytest.param("wrong-units", "wrong-unit", id="a finding"),
    ],
)
def test_a_word_that_is_misspelt_is_told_from_its_neighbour(word: str, near: str) -> None:
    result = run(word)
    assert result.exit_code == 2
    assert f"did you mean `{near}`?" in result.output


def test_a_word_far_from_any_other_leads_to_the_list() -> None:
    result = run("xylophone")
    assert result.exit_code == 2
    assert "`wiser explain` lists" in result.output


def test_without_a_word_all_are_listed() -> None:
    said = run().output
    assert all(f"\n{code} " in f"\n{said}" for code in explanations.codes())
    listed = said.partition("Words and keys: ")[2].strip().split(", ")
    assert listed == list(WORDS_OF_THE_PAGE)
