"""The index of a source: it tells whether words stand in a section, and does not hold the text.

For each section the index has the number, the page if its heading names one, the words of its heading, the number of
its check-boxes, and all runs of one, two and four words, as hashes of three bytes in the order of their values. A
quotation of four words or more stands in a section only if all its runs of four words do; a shorter one only if its
runs of two words do, or its one word. Each passage of a section with check-boxes has its name, its first few words, by
which people find it, and a hash, by which a changed one shows.

So words that an index does not hold do not stand in the text. Words that it holds stand there almost surely: by
chance a run of words has the hash of another one in one of some ten thousand cases, and runs that all stand in a
section may stand there in another order. An index may be committed where the text may not.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from typing import Any

from wiser_compiler.json_text import printed
from wiser_compiler.linting.sources.passages import (
    BOX_SIGN,
    Passage,
    PassageList,
    chosen,
    first_words,
    lists_in,
    words_of,
)
from wiser_compiler.linting.sources.text import Section, SourceText, folded, heading_words
from wiser_compiler.whole_files import Damaged, read_json

SUFFIX = ".index"
FORM = 2
SIZES = (4, 2, 1)  # words of a run, the longest first
BYTES = 3
LINE = 96  # letters of one line of hashes
_PAGE = re.compile(r"\bp(?:age|\.) ?(\d{1,4})\b")
# A number with its decimal places is one word, and so is every sign between words.
_WORD = re.compile(r"\w+(?:[.,]\d\w*)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class IndexedSection:
    """A section as an index knows it. `heading` and `runs` are hashes, `runs` by the number of words in a run.

    `page` is the one on which it begins, or 0.
    """

    number: str
    page: int
    heading: frozenset[str]
    boxes: int
    lists: tuple[PassageList, ...]
    runs: Mapping[int, frozenset[str]]

    def holds(self, phrase: str) -> bool:
        """Whether a phrase stands in the section, as far as its runs of words can tell."""
        words = _words(folded(phrase))
        size = next((size for size in SIZES if size <= len(words)), 0)
        return bool(size) and self.runs[size].issuperset(_hashes(words, size, self.number))

    def chosen(self, selector: str) -> list[int]:
        """The lists of boxes that the words before `box` in a citation choose, counted from 0."""
        return chosen(selector, self.lists, frozenset(map(_hash, words_of(selector))))


@dataclass(frozen=True, slots=True)
class SourceIndex:
    """The index of one edition of a source: its title, its version and its sections."""

    title: str
    version: str
    sections: tuple[IndexedSection, ...]

    def named(self, name: str) -> list[IndexedSection]:
        """The sections with a number, subsections included, or those whose heading has all words of a name."""
        if re.fullmatch(r"\d+(\.\d+)*", name):
            return [one for one in self.sections if one.number == name or one.number.startswith(f"{name}.")]
        wanted = {_hash(word) for word in heading_words(name)}
        return [one for one in self.sections if wanted and wanted <= one.heading]

    def pages(self, section: IndexedSection) -> tuple[int, int]:
        """The pages on which a section begins and ends, or 0 and 0 where nobody knows both."""
        behind = self.sections[self.sections.index(section) + 1 :]
        return (section.page, behind[0].page) if section.page and behind and behind[0].page else (0, 0)

    def lacks(self, name: str) -> bool:
        """Whether the source has no such section for sure: sections beside it are there from the first one on."""
        parent, _, last = name.rpartition(".")
        if not parent or not last.isdigit() or self.named(name):
            return False
        beside = {one.number.removeprefix(f"{parent}.").partition(".")[0] for one in self.named(parent)} - {parent}
        numbers = sorted(int(each) for each in beside if each.isdigit())
        return len(numbers) > 1 and numbers[0] == 1 and all(after - one == 1 for one, after in pairwise(numbers))


# ---------------------------------------------------------------- making one


def index_of(title: str, version: str, texts: Iterable[SourceText]) -> str:
    """The index of the texts of one edition, as it is written: the same for the same texts, on every machine."""
    sections = [_section(section) for text in texts for section in text.sections]
    return printed({"form": FORM, "title": title, "version": version, "sections": sections})


def _section(section: Section) -> dict[str, Any]:
    words = _words(section.folded[0])
    return {
        "number": section.number,
        "page": int(page[1]) if (page := _PAGE.search(section.title)) else 0,
        "heading": sorted(map(_hash, heading_words(section.title))),
        "words": len(words),
        "boxes": len(BOX_SIGN.findall(section.text)),
        "lists": [_list(section, *one) for one in lists_in(section)] if section.number else [],
        "runs": {str(size): _packed(_hashes(words, size, section.number)) for size in SIZES},
    }


def _list(section: Section, opening: str, passages: Iterable[tuple[str, str]]) -> dict[str, Any]:
    return {
        "words": _packed(map(_hash, heading_words(opening))),
        "passages": [[at, first_words(words), _hash(f"{section.number} {folded(words)}")] for at, words in passages],
    }


def _words(text: str) -> list[tuple[int, int, str]]:
    """The words of a folded text, each with its place, from and to, in the text that stands beside them."""
    return [(*match.span(), text) for match in _WORD.finditer(text)]


def _hashes(words: Sequence[tuple[int, int, str]], size: int, section: str) -> Iterator[str]:
    """The hashes of all runs of so many words, with the blanks between them."""
    for first, last in zip(words, words[size - 1 :], strict=False):
        yield _hash(f"{section} {first[2][first[0] : last[1]]}")


def _hash(words: str) -> str:
    return blake2b(words.encode(), digest_size=BYTES).hexdigest()


def _packed(hashes: Iterable[str]) -> list[str]:
    letters = b64encode(bytes.fromhex("".join(sorted(set(hashes))))).decode()
    return [letters[at : at + LINE] for at in range(0, len(letters), LINE)]


# ---------------------------------------------------------------- reading one


def read_index(path: Path) -> SourceIndex:
    """The index in a file. Raises Damaged where the file holds none, and OSError."""
    match read_json(path):
        case {"form": 2, "title": str(title), "version": str(version), "sections": [*sections]}:
            return SourceIndex(title, version, tuple(map(_read, sections)))
    raise Damaged("it is no index of a source; write it again with `wiser sources TEXTFILE --index`")


def _read(section: object) -> IndexedSection:
    match section:
        case {
            "number": str(number),
            "page": int(page),
            "heading": [*heading],
            "boxes": int(count),
            "lists": [*lists],
            "runs": {"1": [*one], "2": [*two], "4": [*four]},
        }:
            runs = {size: frozenset(_unpacked(lines)) for size, lines in ((1, one), (2, two), (4, four))}
            read = tuple(map(_read_list, lists))
            return IndexedSection(number, page, frozenset(map(str, heading)), count, read, runs)
    raise Damaged("a section of it is incomplete")


def _read_list(one: object) -> PassageList:
    match one:
        case {"words": [*words], "passages": [*passages]} if all(isinstance(each, list) for each in passages):
            found = tuple(Passage(*map(str, each)) for each in passages if len(each) == len(Passage._fields))
            return PassageList(frozenset(_unpacked(words)), found)
    raise Damaged("a list of it is incomplete")


def _unpacked(lines: list[object]) -> Iterator[str]:
    try:
        data = b64decode("".join(map(str, lines)), validate=True).hex()
    except (Error, ValueError):
        raise Damaged("its hashes cannot be read") from None
    return (data[at : at + 2 * BYTES] for at in range(0, len(data), 2 * BYTES))
