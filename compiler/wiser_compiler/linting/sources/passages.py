"""The passages of a section, each with its name: its opening, its boxes, and their items, notes and sentences.

A section has a list of boxes, or several with a paragraph before each. The places that citations name are read here
too: which passages a place is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from wiser_compiler.linting.sources.boxes import Box, boxes
from wiser_compiler.linting.sources.text import Section, heading_words, sentences_in

BOX_SIGN = re.compile("[☐☑❑❒□]")
MOST_WORDS_SHOWN = 6
_LETTER = re.compile(r"\(?(?P<letter>[a-z])\)\s+")
_BULLET = re.compile(r"(?:o|[•●▪○·*–-])\s+")
_NUMBER = re.compile(r"(?P<number>\d{1,2})[.)]\s+")
_NOTE = re.compile(r"(?:of note|note)\b", re.IGNORECASE)


class Passage(NamedTuple):
    """A sentence or an item of a section: its name, its first words, and the hash of all its words."""

    at: str
    begins: str
    hash: str

    @property
    def named_by(self) -> str:
        """The box, lettered item, note or opening that it belongs to: a citation of that covers this passage too."""
        return self.at.partition(",")[0]


@dataclass(frozen=True, slots=True)
class PassageList:
    """A list of boxes with the paragraph before it. `words` are the hashes of the words of that paragraph."""

    words: frozenset[str]
    passages: tuple[Passage, ...]


# ---------------------------------------------------------------- in the text


def lists_in(section: Section) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The lists of a section: the paragraph before each, and the names and the words of its passages.

    A section whose boxes do not stand each on a line of its own has none.
    """
    found = boxes(section)
    if not found or len(BOX_SIGN.findall(section.text)) != len(found):
        return
    starts = [at for at, box in enumerate(found) if box.above or not at]
    for start, end in zip(starts, [*starts[1:], len(found)], strict=True):
        opening = found[start].above
        sentences = list(sentences_in(opening))
        passages = [
            ("opening" if len(sentences) == 1 else f"opening, sentence {number}", words)
            for number, words in enumerate(sentences, 1)
        ]
        for number, box in enumerate(found[start:end], 1):
            passages += _of_box(f"box {number}", box)
        yield opening, passages


def _of_box(name: str, box: Box) -> Iterator[tuple[str, str]]:
    """The passages of one box."""
    items: dict[str, str] = {name: ""}
    at = below = name  # the passage that a line continues, and the one that a sign without a letter stands below
    signs = notes = numbers = 0
    for line in box.lines:
        if match := _LETTER.match(line):
            at = below = f"{name}{match['letter']}"
            signs = numbers = 0
        elif match := _BULLET.match(line):
            numbers = 0
            if _NOTE.match(line, match.end()):
                notes += 1
                at = f"{name} note{f' {notes}' if notes > 1 else ''}"
            else:
                signs += 1
                at = f"{below}, item {signs}"
        elif match := _NUMBER.match(line):
            numbers += 1
            at = f"{below}, item {f'{signs}.' if signs else ''}{numbers}"
        words = line[match.end() :] if match else line
        items[at] = f"{items[at]} {words}" if items.get(at) else words
    for at, words in items.items():
        for number, sentence in enumerate(sentences_in(words), 1):
            yield at if number == 1 else f"{at}, sentence {number}", sentence


def first_words(words: str) -> str:
    """The few words by which people find a passage.

    >>> first_words("Documentation of the clinical rationale (e.g., a scan)"), first_words("MRI (if any) OR")
    ('Documentation of the clinical rationale', 'MRI (if any) OR')
    """
    return re.sub(r"(?:\W+e\.g)?[ ,;:.(]*$", "", " ".join(words.split()[:MOST_WORDS_SHOWN]))


# ---------------------------------------------------------------- in a citation

_WORD = re.compile(r"\d+(?:\.\d+)*[a-z]?\b|[a-z]+|,", re.IGNORECASE)
_JOINTS = {",", "and", "or", "its", "with", "the"}


@dataclass
class _Reading:
    """What a place says so far. `number` is the box that a letter belongs to."""

    selector: list[str] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    mode: str = ""
    number: str = ""
    joined: str = ","
    ranging: bool = False


class Place(NamedTuple):
    """What a citation names: the words that choose one of several lists, and the names of passages in it.

    A name that ends in `…` is a box with all that stands below it.
    """

    selector: str
    named: tuple[str, ...]


def place_of(place: str) -> Place:
    """The passages that a place names.

    >>> place_of("depression, boxes 1 and 6f")
    Place(selector='depression', named=('box 1', 'box 6f'))
    >>> place_of("box 2, a to c").named, place_of("box 4 and its note").named, place_of("box 7 note").named
    (('box 2', 'box 2a', 'box 2b', 'box 2c'), ('box 4', 'box 4 note'), ('box 7 note',))
    >>> place_of("box 6 and box 7, sentence 2").named, place_of("box 1e and its item 1").named
    (('box 6', 'box 7, sentence 2'), ('box 1e', 'box 1e, item 1'))
    >>> place_of("opening, sentences 1 and 3").named, place_of("all of boxes 1 and 2").named
    (('opening, sentence 1', 'opening, sentence 3'), ('box 1…', 'box 2…'))
    >>> place_of("list of codes")
    Place(selector='', named=())
    """
    whole = bool(re.search(r"\ball of box", place))
    reading = _Reading()
    for word in _WORD.findall(re.sub(r"\ball of (?=box)|\bpages? ?\d+|\bpp?\. ?\d+", "", place)):
        _take(word.lower(), reading)
    named = tuple(dict.fromkeys(f"{name}…" if whole and name.startswith("box") else name for name in reading.named))
    selector = "both lists" if "both lists" in place else " ".join(reading.selector)
    return Place(selector if named else "", named)


def _take(word: str, reading: _Reading) -> None:
    """Read one word of a place."""
    named = reading.named
    if word in ("box", "boxes"):
        reading.mode = "box"
    elif word in ("opening", "openings"):
        reading.mode = "opening"
        named.append("opening")
    elif word in ("note", "notes") and reading.number:
        if not reading.joined:
            named.pop()
        named.append(f"box {reading.number} note")
    elif word in ("sentence", "sentences", "item", "items") and named:
        reading.mode = f"{named[-1]}, {word.removesuffix('s')}"
        if reading.joined == ",":  # `box 7, sentence 2` is the sentence alone, `box 7 and its sentence 2` the box too
            named.pop()
    elif word == "to":
        reading.ranging = True
        return
    elif word in _JOINTS:
        reading.joined = word if word in (",", "and", "or") else reading.joined
        return
    elif reading.mode and (word[0].isdigit() or len(word) == 1):
        _number_or_letter(word, reading)
    elif not named:
        reading.selector.append(word)
    else:
        reading.mode = ""
    reading.joined, reading.ranging = "", False


def _number_or_letter(word: str, reading: _Reading) -> None:
    named, mode = reading.named, reading.mode
    if mode not in ("box", "opening"):
        first = int(named[-1].rpartition(" ")[2]) + 1 if reading.ranging else 0
        several = range(first, int(word) + 1) if first and word.isdigit() else (word,)
        named += [f"{mode} {number}" for number in several]
    elif word[0].isdigit():
        number = word.rstrip("abcdefghijklmnopqrstuvwxyz")
        if reading.ranging and number == word and reading.number.isdigit() and number.isdigit():
            named += [f"box {each}" for each in range(int(reading.number) + 1, min(int(number), 99) + 1)]
        elif reading.ranging and number != word:
            named += [f"box {number}{each}" for each in _letters(named[-1][-1], word[-1])]
        else:
            named.append(f"box {word}")
        reading.number = number
    elif reading.number:
        if not reading.joined and not reading.ranging:
            named.pop()  # `box 4 b` is the item alone
        letters = _letters(named[-1][-1], word) if reading.ranging else [word]
        named += [f"box {reading.number}{each}" for each in letters]


def _letters(after: str, last: str) -> Sequence[str]:
    return [chr(each) for each in range(ord(after) + 1, ord(last) + 1)]


def chosen(selector: str, lists: Sequence[PassageList], hashed: frozenset[str]) -> list[int]:
    """The lists that the words of a place choose: all if there is one, or the one that `list 2` or its words name."""
    if len(lists) < 2:
        return list(range(len(lists)))
    if selector == "both lists":
        return list(range(len(lists)))
    if match := re.fullmatch(r"list (\d)", selector):
        return [int(match[1]) - 1] if 0 < int(match[1]) <= len(lists) else []
    return [at for at, one in enumerate(lists) if hashed and hashed <= one.words]


def words_of(selector: str) -> set[str]:
    """The words of a place that choose a list, as they are compared."""
    return heading_words(selector)
