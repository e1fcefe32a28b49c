"""The JavaScript package understands the same spellings as Python, and shows the same."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from random import Random
from typing import Any

from javascript_answers import PACKAGE
from node_tools import node
from spelled import MOST, TABLE, TODAY, fact_of, random_texts, said
from wiser_policies._spelled_text import bare, plain

SCRIPT = Path(__file__).parent / "spellings.mjs"


def in_javascript(asked: Iterable[Mapping[str, Any]]) -> list[Any]:
    lines = "".join(f"{json.dumps(each)}\n" for each in asked)
    return [json.loads(line) for line in node(SCRIPT, PACKAGE, stdin=lines, seconds=3600).splitlines()]


def test_the_table_holds_in_javascript() -> None:
    rows = [(entry, row) for entry in TABLE["facts"] for row in entry["rows"]]
    asked = ({"fact": entry["fact"], "text": row[0], "today": TODAY} for entry, row in rows)
    for (entry, row), answer in zip(rows, in_javascript(asked), strict=True):
        assert answer == [*row[1:], entry["write"]], row[0]


def test_random_texts_mean_the_same_in_both_languages() -> None:
    texts = [*random_texts(2)]
    answers = in_javascript({"fact": fact, "text": text, "today": TODAY} for fact, text in texts)
    for (fact, text), answer in zip(texts, answers, strict=True):
        assert answer == said(fact, text), (fact["name"], text)
    assert sum(len(answer) == 3 for answer in answers) > MOST / 5


def test_every_character_is_made_plain_in_the_same_way() -> None:
    """A note keeps its text, so it shows what becomes of each character."""
    random = Random(3)
    note = {"name": "note", "ask": "", "type": "note", "most": 500}
    every = [chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000]
    random.shuffle(every)
    texts = ["a" + "b".join(every[start : start + 100]) + "c" for start in range(0, len(every), 100)]
    answers = in_javascript({"fact": note, "text": text} for text in texts)
    for text, answer in zip(texts, answers, strict=True):
        assert answer == said(note, text, None)
    assert fact_of(note).kind == "note"
    assert bare(plain(" “x” ")) == "x"
