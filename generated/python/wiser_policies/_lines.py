"""Lines of text for people: wrapped, and with days as people write them."""

from __future__ import annotations

import re
from textwrap import wrap

from wiser_policies._dates import in_words, is_day

WIDTH = 100
DAY = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")


def dated(text: str) -> str:
    """The text with every day in words.

    >>> dated("on or after 2026-06-10")
    'on or after June 10, 2026'
    """
    return DAY.sub(lambda found: in_words(found[0]) if is_day(found[0]) else found[0], text)


def wrapped(text: str, first: str, rest: str, width: int = WIDTH) -> list[str]:
    """The text on lines of at most `width` letters, with an indent for the first line and one for the rest."""
    return wrap(text, width, initial_indent=first, subsequent_indent=rest, break_long_words=False) or [first]


def singular(unit: str) -> str:
    """One of what is counted."""
    return unit[:-1] if unit.endswith("s") and not unit.endswith("ss") else unit


def words(name: str) -> str:
    """The name of a fact or a source in words."""
    return name.replace("_", " ")
