"""The words of the language and the keys of a document, as the tables of docs/language.md explain them.

`wiser explain WORD`, the hover text of an editor and the page itself say the same, since there is only the page. It
explains a word in each row that begins with it. A wheel holds the page beside this module. Knows no policy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

_IN_WHEEL = Path(__file__).parent / "language.md"
PAGE = _IN_WHEEL if _IN_WHEEL.is_file() else Path(__file__).parents[2] / "docs" / "language.md"

_CODE = re.compile("`([^`]+)`")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
_PLAIN = ("meaning", "holds", "met when", "when")  # heads of columns that say no more than their cells


class Meaning(NamedTuple):
    """What a word means in one place: the heading of that chapter, and one paragraph of Markdown.

    `facts` are the types of facts that the word tests; none for a word that tests no fact.
    """

    heading: str
    text: str
    facts: tuple[str, ...] = ()


@cache
def meanings() -> Mapping[str, tuple[Meaning, ...]]:
    """Every word that the page explains, with what it means. Raises OSError where the page is not installed."""
    found: dict[str, list[Meaning]] = {}
    for heading, table in _tables(PAGE.read_text(encoding="utf-8")):
        for words, meaning in _rows(heading, table):
            for word in words:
                found.setdefault(word, []).append(meaning)
    return {word: tuple(found[word]) for word in sorted(found)}


def explain(word: str) -> str:
    """What a word means, wherever it stands, as Markdown. Raises KeyError for a word that is not in `meanings`."""
    lines = [f"# {word}"]
    heading = ""
    for meaning in meanings()[word]:
        if meaning.heading != heading:
            heading = meaning.heading
            lines += ["", f"{heading}:", ""]
        lines.append(f"- {meaning.text}")
    return "\n".join(lines)


def _tables(page: str) -> Iterator[tuple[str, list[list[str]]]]:
    """The tables of the page, each with the heading above it; the first row of a table is its head."""
    heading = ""
    for part in re.sub(r"(?ms)^```.*?^```$", "", page).split("\n\n"):
        if part.startswith("#"):
            heading = part.lstrip("# ").replace("`", "")
        if part.startswith("|"):
            rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines()]
            yield heading, [rows[0], *rows[2:]]


def _rows(heading: str, table: list[list[str]]) -> Iterator[tuple[list[str], Meaning]]:
    """The words that each row begins with, and what the rest of it says."""
    (first, *titles), *rows = table
    if first == "written":  # whole conditions, and no words
        return
    for words, *cells in rows:
        facts: tuple[str, ...] = ()
        texts = []
        for title, cell in zip(titles, cells, strict=True):
            if title == "for":
                facts = tuple(_CODE.findall(cell))
                texts.append(f"for {cell}:")
            elif title == "example":
                texts.append(f"{cell}:")
            elif cell:
                texts.append(cell if title in _PLAIN else f"{title}: {cell}.")
        yield _CODE.findall(words), Meaning(heading, _LINK.sub(r"\1", " ".join(texts)).rstrip("."), facts)
