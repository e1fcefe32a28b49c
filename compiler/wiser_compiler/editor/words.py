"""What docs/language.md says of a word or a key in one place: the hover text, as `wiser explain` prints it."""

from __future__ import annotations

from wiser_compiler import language_page

_CHAPTERS = {
    "policy": "The head", "vocabulary": "The head", "effective": "The head", "program": "A program",
    "changes": "changes", "sources": "Sources", "questions": "Questions", "groups": "Facts",
    "values": "Values and named conditions", "conditions": "Values and named conditions", "criterion": "Criteria",
    "clock": "Clocks", "service": "Services", "code": "Codes", "states": "States", "examples": "Examples",
    "accepted": "Accepted findings", "edition": "Later editions", "instruction": "What staff have to know",
    "addOns": "Add-on codes that are left off", "asking": "What the ask list may change",
    "not_encoded": "Passages that are not encoded", "sheet": "The printed sheet", "sheetLine": "The printed sheet",
    "sheetBeside": "The printed sheet",
}  # fmt: skip


def key_meaning(key: str, place: str) -> str:
    """What a key means in a place of the schema."""
    return word_meaning(key, _CHAPTERS.get(place.partition("/")[0], "Facts"))


def word_meaning(word: str, chapter: str, tag: str = "") -> str:
    """What a word means in a chapter, for facts of one type if `tag` names it. Empty for an unknown word."""
    found = language_page.meanings().get(word, ())
    here = [meaning for meaning in found if meaning.heading == chapter] or list(found)
    fitting = [meaning for meaning in here if tag and tag in meaning.facts]
    return "\n".join(f"- {meaning.text}" for meaning in fitting or here)
