"""Answers by their names: choices, items of sets and findings, and codes.

An answer is named by its label, by its id, by what stands in brackets, by its initials (`ODI`), or by a beginning that
no other answer shares. A name that stands in several labels means none of them: `Medicare` may be several payers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from wiser_policies._policy import Fact
from wiser_policies._rules import listed
from wiser_policies._spelled_text import Reading, either, lower, upper

SHORTEST: Final = 3  # letters of a word that is not written to its end
NONE: Final = "This is none of the answers."
IN_BRACKETS: Final = re.compile(r" ?\(([^()]*)\)")
PIECE: Final = re.compile(r", or |, | or |/")
APART: Final = re.compile(r"[;,&+]|\band\b", re.ASCII | re.IGNORECASE)
LEVEL: Final = re.compile(r"([a-z])-?([0-9]{1,2})")
INTERSPACE: Final = re.compile(r"([a-z])([0-9]{1,2})[-/]([a-z]?)([0-9]{1,2})")
DENIED: Final = re.compile(r"(?:no|not|without) (.+)|(.+) (?:no|n)")
STATED: Final = re.compile(r"(.+) (?:yes|y)")
MODIFIER: Final = re.compile("(?!X[0-9])[0-9A-Z]{2}")  # `x2` is a number of units
MODIFIED: Final = re.compile("([0-9A-Z]{5})((?:[-:](?!X[0-9])[0-9A-Z]{2})*|[A-Z]{2})")
WITHOUT_POINT: Final = re.compile(r"([A-Z][0-9][0-9A-Z])([0-9A-Z]{1,4})")
SYSTEMS: Final = ("CPT", "HCPCS", "ICD-10", "ICD-10-CM", "ICD10", "CODE", "CODES")


def labels(fact: Fact) -> dict[str, str]:
    """The labels of the answers by their ids: numbers first, as JavaScript orders the keys of an object."""
    pairs = list(zip(fact.options, fact.labels, strict=True))
    numbers = [pair for pair in pairs if re.fullmatch("0|[1-9][0-9]{0,8}", pair[0])]
    return dict([*sorted(numbers, key=lambda pair: int(pair[0])), *pairs])


def choice_of(fact: Fact, text: str) -> Reading:
    """The answer that a text names."""
    known = labels(fact)
    found = named(known, text)
    return (found[0], known[found[0]]) if len(found) == 1 else _unnamed(known, text, found)


def set_of(fact: Fact, text: str) -> Reading:
    """The items that a text lists; none of them is left out."""
    known = labels(fact)
    if lower(text) == "none" and not named(known, text):
        return [], "none"
    items: list[str] = []
    for part in _parts(known, text):
        found = _leveled(known, part)
        if len(found) != 1:
            return f"“{part}”: {_unnamed(known, part, found)}"
        items += [item for item in found if item not in items]
    return (items, ", ".join(known[item] for item in items)) if items else NONE


def findings_of(fact: Fact, text: str) -> Reading:
    """The findings that a text lists, each with `no` before or behind it if it was ruled out."""
    if lower(text) in ("none", "no", "n"):
        return "This can mean that each was looked for and is not there, or that nobody has looked."
    known = labels(fact)
    stated: dict[str, bool] = {}
    for part in _parts(known, text):
        truth, found = True, named(known, part)
        if not found:
            truth, found = _polar(known, part)
        if len(found) != 1:
            return f"“{part}”: {_unnamed(known, part, found)}"
        if stated.setdefault(found[0], truth) is not truth:
            return f"Both yes and no are said of {known[found[0]]}."
    words = [f"{known[item]}: {'yes' if truth else 'no'}" for item, truth in stated.items()]
    return (stated, "; ".join(words)) if stated else NONE


def codes_of(fact: Fact, text: str) -> Reading:
    """The codes that a text lists, without modifiers."""
    codes: dict[str, None] = {}
    left_off: dict[str, None] = {}
    for part in APART.split(text):
        words = [word.rstrip(".:") for word in upper(part).split(" ") if word]
        before = False  # whether a code stands before, as it does before its modifiers
        for word in words[1:] if words and words[0] in SYSTEMS else words:
            if before and fact.unit == "HCPCS" and MODIFIER.fullmatch(word):
                left_off[word] = None
                continue
            code, modifiers = _code(fact, word)
            if not code:
                return f"“{word}” is not written as a code."
            before = True
            codes[code] = None
            left_off.update(dict.fromkeys(modifiers))
    if not codes:
        return "There is no code here."
    if len(codes) > fact.high:
        return f"These are more than {fact.high} codes."
    shown = ", ".join(codes)
    if left_off:
        shown += f" (without the modifier{'s' * (len(left_off) > 1)} {listed([*left_off], 'and')})"
    return [*codes], shown


def _code(fact: Fact, word: str) -> tuple[str, list[str]]:
    """A code and its modifiers; empty where it is none."""
    code, modifiers = word, ""
    if fact.unit == "HCPCS":
        if found := MODIFIED.fullmatch(word):
            code, modifiers = found.groups()
    elif found := WITHOUT_POINT.fullmatch(word):
        code = f"{found[1]}.{found[2]}"
    return (code, re.findall("[0-9A-Z]{2}", modifiers)) if re.fullmatch(fact.options[0], code) else ("", [])


def named(known: dict[str, str], text: str) -> list[str]:
    """The answers that a text may mean, by their ids: the most exact way to name one decides."""
    typed = key(text)
    if not typed:
        return []
    names = {id: _names(id, label) for id, label in known.items()}
    if whole := [id for id, its in names.items() if typed in its.whole]:
        return whole
    spelled = {"y": ("yes",), "n": ("no", "none"), "no": ("no", "none")}.get(typed, (typed,))
    short = [id for id, its in names.items() if typed in its.short]
    if short:
        return [id for id, its in names.items() if id in short or _stands_in(its.said, typed, unfinished=False)]
    begun = [id for id, its in names.items() if any(_begins(name, each) for name in its.beginnings for each in spelled)]
    if not begun:
        return []
    return [
        id
        for id, its in names.items()
        if id in begun or any(_stands_in(its.said, each, unfinished=True) for each in spelled)
    ]


def key(text: str) -> str:
    """The letters and digits of a name, in words.

    >>> key("Roland-Morris, D.C.")
    'roland morris dc'
    """
    without = re.sub(r"'|\.(?![0-9])", "", lower(text))
    return " ".join(re.sub(r"[^a-z0-9\x80-\U0010ffff]+", " ", without).split(" ")).strip(" ")


class Names(NamedTuple):
    """What an answer is called: its label as a whole; the id, what stands in brackets, and initials; what a name may
    begin with, which is the id, the label and each alternative in it, with and without its article; and all words.
    """

    whole: frozenset[str]
    short: frozenset[str]
    beginnings: frozenset[str]
    said: tuple[str, str]


@lru_cache(4096)  # of the words of policies, and of nothing that anybody types
def _names(id: str, label: str) -> Names:
    without = IN_BRACKETS.sub("", label)
    words = key(without).split(" ")
    initials = ["".join(word[0] for word in words if word)] if len(words) > 1 else []
    pieces = [key(piece) for piece in (label, *PIECE.split(without))]
    articles = [re.sub("^(?:an?|the) ", "", piece) for piece in pieces]
    return Names(
        frozenset((key(label), key(without))),
        frozenset((key(id), *map(key, IN_BRACKETS.findall(label)), *initials)),
        frozenset((key(id), *pieces, *articles)),
        (key(label), key(id)),
    )


def _begins(name: str, typed: str) -> bool:
    """Whether a name begins with these words, of which the last need not be written to its end."""
    return f"{name} ".startswith(f"{typed} ") or (len(typed.split(" ")[-1]) >= SHORTEST and name.startswith(typed))


def _stands_in(names: Iterable[str], typed: str, unfinished: bool) -> bool:
    """Whether these words stand in one of the names."""
    end = "" if unfinished and len(typed.split(" ")[-1]) >= SHORTEST else " "
    return any(f" {typed}{end}" in f" {name} " for name in names)


def _unnamed(known: dict[str, str], text: str, found: Sequence[str]) -> str:
    """Why a text names no answer."""
    typed = key(text)
    meant = found or [id for id, label in known.items() if typed and _stands_in([key(label)], typed, unfinished=True)]
    if not meant:
        return NONE
    names = [f"“{known[id]}”" for id in meant]
    return either(names, "another answer") if len(names) > 1 else f"If this is {names[0]}, write that."


def _parts(known: dict[str, str], text: str) -> list[str]:
    """The parts of a list, unless it is one label that looks like a list; and levels that only spaces keep apart."""
    if any(lower(text) == lower(label) for label in known.values()):
        return [text]
    close = re.sub(" ?([-/]) ?", r"\1", text)
    parts = [part.strip(" ") for part in APART.split(close)]
    return [each for part in parts for each in (part.split(" ") if _are_levels(part) else [part]) if each]


def _are_levels(part: str) -> bool:
    return all(LEVEL.fullmatch(word) or INTERSPACE.fullmatch(word) for word in lower(part).split(" "))


def _leveled(known: dict[str, str], part: str) -> list[str]:
    """The items that a part of a list may mean: a level of the spine in one of its spellings, or a name."""
    written = lower(part)
    if found := LEVEL.fullmatch(written):
        written = f"{found[1]}{found[2]}"
    elif found := INTERSPACE.fullmatch(written):
        written = f"{found[1]}{found[2]}-{found[3] or found[1]}{found[4]}"
    else:
        return named(known, part)
    return [id for id, label in known.items() if lower(label) == written]


def _polar(known: dict[str, str], part: str) -> tuple[bool, list[str]]:
    typed = key(part)
    if found := STATED.fullmatch(typed):
        return True, named(known, found[1])
    found = DENIED.fullmatch(typed)
    return False, named(known, found[1] or found[2]) if found else []
