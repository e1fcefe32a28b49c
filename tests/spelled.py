"""Answers as people spell them: a table that Python and JavaScript both keep to, and random texts like those in it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

from lengths import FUZZ
from wiser_policies import Fact, NotUnderstood, understood, what_to_write
from wiser_policies._compiled import _fact

ROOT = Path(__file__).parents[1]
TABLE: Mapping[str, Any] = json.loads((ROOT / "tests/spellings.json").read_text("utf-8"))
TODAY: str = TABLE["today"]
MOST = 100_000 if FUZZ else 6000
SIGNS = " ,;.-/:&+()'\"%0123456789abLlSsTtyYnN–—‘’“”\u00a0\u200b\ufeff\u3000２７ＬÉßİ½²°№😀\t\n\x1f\u2028"
JOINTS = (", ", " ", " and ", ";", "/", "-", " or ", " to ", " no ", "")


FACTS: dict[str, Fact] = {}


def fact_of(data: Mapping[str, Any]) -> Fact:
    """A fact of the package from that of a compiled policy."""
    text = json.dumps(data)
    if text not in FACTS:
        FACTS[text] = _fact({"rule": "", "chart": "", **data})
    return FACTS[text]


def said(data: Mapping[str, Any], text: str, today: str | None = TODAY) -> list[Any]:
    """What Python says, as JSON values: the value and how it is shown, or why there is none; and what to write."""
    fact = fact_of(data)
    found = understood(fact, text, today)
    return [*([found.why] if isinstance(found, NotUnderstood) else [found.value, found.shown]), what_to_write(fact)]


def shipped_facts() -> list[dict[str, Any]]:
    """Every fact of the shipped policies, and every field of their lists, once."""
    read = [json.loads(path.read_text("utf-8")) for path in sorted((ROOT / "generated/compiled").glob("*/*.json"))]
    facts = [one for policy in read for fact in policy["facts"] for one in (fact, *fact.get("fields", ()))]
    return list({json.dumps(fact): fact for fact in facts}.values())


def random_texts(seed: int) -> Iterator[tuple[dict[str, Any], str]]:
    """A fact, and a text like those of the table, or like its own names, with slips of the hand."""
    random = Random(seed)
    by_kind: dict[str, list[str]] = {}
    for entry in TABLE["facts"]:
        by_kind.setdefault(entry["fact"]["type"], []).extend(row[0] for row in entry["rows"])
    every = [text for texts in by_kind.values() for text in texts]
    facts: dict[str, list[dict[str, Any]]] = {}
    for fact in [*shipped_facts(), *(entry["fact"] for entry in TABLE["facts"])]:
        facts.setdefault(fact["type"], []).append(fact)
    for _ in range(MOST):
        fact = random.choice(facts[random.choice([*facts])])
        own = [*by_kind[fact["type"]], *fact.get("options", ()), *fact.get("options", {}).values()]
        text = random.choice(own if random.random() < 0.9 else every)
        while random.random() < 0.3:
            text += random.choice(JOINTS) + random.choice(own)
        while random.random() < 0.4:
            place = random.randrange(len(text) + 1)
            text = text[:place] + random.choice(("", random.choice(SIGNS))) + text[place + random.randrange(2) :]
        yield fact, random.choice((text, text, text.upper(), text.lower(), text.title()))
