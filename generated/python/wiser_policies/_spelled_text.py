"""The text that a person typed, made plain: one space between words, straight quotes, plain digits and dashes.

Only characters of the table below are replaced: a general compatibility form would make `3½` of `31/2`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, TypeAlias

from wiser_policies._rules import listed

Reading: TypeAlias = tuple[Any, str] | str  # a value and how it is shown; or why there is none

MOST: Final = 2000  # characters of a text that is looked at


def plain(text: str) -> str:
    """The text without what nobody sees, with plain spaces, digits, quotes and dashes.

    >>> plain("\\ufeff ６/10\\u00a0–\\u200b “2026”")
    '6/10 - "2026"'
    """
    return " ".join(part for part in text.translate(PLAIN).split(" ") if part)


def bare(text: str) -> str:
    """A plain text without the quotes around it and the stop behind it."""
    for quote in ('"', "'"):
        if len(text) > 1 and text[0] == text[-1] == quote:
            text = text[1:-1].strip(" ")
    return text.rstrip(" .,;")


def lower(text: str) -> str:
    """The text with small ASCII letters; other letters differ between versions of Unicode."""
    return text.translate(SMALL)


def upper(text: str) -> str:
    """The text with large ASCII letters."""
    return text.translate(LARGE)


def either(meanings: Sequence[str], others: str = "") -> str:
    """Why several meanings are none: they are named, since none is guessed."""
    named = [*meanings[:4], others] if len(meanings) > 4 else meanings
    return f"This can be {listed(named, 'or')}."


def _table(rows: Iterable[tuple[str, str]]) -> dict[int, str]:
    """Each character of the first texts, or from the first to the last of `x..y`, with what stands for it."""
    table: dict[int, str] = {}
    for characters, instead in rows:
        first, dots, last = characters.partition("..")
        codes: Iterable[int] = range(ord(first), ord(last) + 1) if dots else map(ord, characters)
        table.update(dict.fromkeys(codes, instead))
    return table


SMALL: Final = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
LARGE: Final = {small: large for large, small in SMALL.items()}
PLAIN: Final[dict[int, Any]] = {
    **_table((
        ("\x00..\x1f", " "), ("\x7f..\xa0", " "), ("\u1680", " "), ("\u2000..\u200a", " "),
        ("\u2028\u2029\u202f\u205f\u3000", " "),
        ("\xad\u034f\u180e\ufeff", ""), ("\u200b..\u200f", ""), ("\u202a..\u202e", ""), ("\u2060..\u206f", ""),
        ("‘’‚‛′`´", "'"), ("“”„‟″«»", '"'), ("\u2010..\u2015", "-"), ("\u2212\ufe58\ufe63", "-"), ("\u2044\u2215", "/"),
    )),
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},  # letters, digits and signs of full width
}  # fmt: skip
