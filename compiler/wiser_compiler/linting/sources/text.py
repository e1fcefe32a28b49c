"""The saved text of a source: its sections, their sentences, and the places of words in them.

White space, the forms of quotation marks and dashes, and capitals are folded before words are looked for. A place is
an offset into the section as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from heapq import nlargest
from itertools import accumulate
from operator import itemgetter
from pathlib import Path

from wiser_compiler.files import read_bytes

MOST_BYTES = 2_000_000  # some 600 pages
MOST_WORDS = 50_000  # letters of a text in which the nearest phrase is looked for
MOST_TRIED = 40  # stretches of a text that are compared letter by letter
MOST_SECTIONS = 10_000
MOST_LETTERS = 4  # letters that one character may stand for; a ligature has three, and U+FDFA is a sentence of eighteen
LONGEST_PHRASE = 300
LONGEST_HEADING = 150


class UnusableText(Exception):
    """A file that cannot serve as the text of a source, with the reason."""


@dataclass(frozen=True)
class Section:
    """A stretch of text from one heading to the next. `number` is empty where the heading has none."""

    file: str
    number: str
    title: str
    line: int
    text: str

    @cached_property
    def folded(self) -> tuple[str, array[int]]:
        """The text as it is compared, and for each of its characters the offset in the text."""
        return _folded(self.text)

    def places(self, phrase: str) -> list[tuple[int, int]]:
        """Where a phrase stands as whole words, from and to."""
        wanted = folded(phrase)
        if not wanted:
            return []
        before = r"(?<!\w)(?<!\d[.,])" if wanted[0].isalnum() else ""
        behind = r"(?!\w)(?![.,]\d)" if wanted[-1].isalnum() else ""
        text, offsets = self.folded
        whole = re.compile(before + re.escape(wanted) + behind)
        found, start = [], text.find(wanted)  # a plain search first: it is far quicker
        while start >= 0:
            end = start + 1
            if whole.match(text, start):
                end = start + len(wanted)
                found.append((offsets[start], offsets[end - 1] + 1))
            start = text.find(wanted, end)
        return found

    @cached_property
    def words(self) -> tuple[list[str], list[str]]:
        """The words of the section, as they are written and as they are compared."""
        written = self.text.split()
        return written, [folded(word) for word in written] if len(written) <= MOST_WORDS else []

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Where each sentence or item of a list stands, from and to, the heading left out."""
        start = self.text.find("\n") + 1 if "\n" in self.text else len(self.text)
        yield from _sentences(self.text, start)

    @cached_property
    def breaks(self) -> list[int]:
        """Where the lines end."""
        return [match.start() for match in re.finditer("\n", self.text)]

    def sentence(self, start: int, end: int) -> tuple[int, str]:
        """The line a sentence begins on, and its words in one line, without the sign of its item."""
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        return self.line + bisect_left(self.breaks, start), _ITEM.sub("", " ".join(words.split()))


@dataclass(frozen=True)
class SourceText:
    """One file: what stands before its first heading, and its sections."""

    file: str
    opening: str
    sections: tuple[Section, ...]

    def named(self, name: str) -> list[Section]:
        """The sections with a number, subsections included, or those whose heading has all words of a name."""
        if re.fullmatch(r"\d+(\.\d+)*", name):
            return [s for s in self.sections if s.number == name or s.number.startswith(f"{name}.")]
        wanted = heading_words(name)
        return [section for section in self.sections if wanted and wanted <= heading_words(section.title)]


def sentences_in(words: str) -> Iterator[str]:
    """The sentences of some words.

    >>> list(sentences_in("It is asked for.7 Of note, (e.g., a scan) is not. See L34228."))
    ['It is asked for.7', 'Of note, (e.g., a scan) is not.', 'See L34228.']
    """
    return (words[start:end].strip() for start, end in _sentences(words, 0))


def _sentences(text: str, start: int) -> Iterator[tuple[int, int]]:
    for end in [*(match.start() for match in _SENTENCE_END.finditer(text, start)), len(text)]:
        if text[start:end].strip():
            yield start, end
        start = end


# ---------------------------------------------------------------- reading

_MARKED = re.compile(r" {0,3}#{1,6} +(?:(?P<number>\d+(?:\.\d+)*)\.?(?= |$))?(?P<title>.*)")
_NUMBERED = re.compile(r" {0,3}(?P<number>\d+(?:\.\d+)+)\.? +(?P<title>[^\Wa-z\d_].*[^.,;:\s])")
_BULLET = "[☐☑❑❒□■•●▪○✓✅\uf0b7]"
_MARK = rf"(?:{_BULLET}|[-–*]|o(?= )|\(?[a-z0-9]{{1,2}}[.)](?= ))"
_ITEM = re.compile(rf"^(?:{_MARK} *)+")
# A full stop behind a lone number belongs to an item of a list, or to the number of a section.
# A short number right behind a word and its full stop is one of a footnote.
_STOP = (
    r"""(?:(?<=[^\W\d_][.!?;])|(?<=\d\d\d[.!?;])|(?<=[)%\]"”][.!?;])"""
    r"""|(?<=[a-z]{3}[.!?;]\d)|(?<=[a-z]{3}[.!?;]\d\d)|(?<=\)[.!?;]\d\d))"""
)
_SENTENCE_END = re.compile(
    rf"\n\s*\n|\n(?=\s*{_MARK})|{_STOP}\s+(?!OR\b|AND\b)(?=[A-Z“\"({_BULLET[1:-1]}])|\s(?={_BULLET})|\s(?=[a-z]\) )"
)
_SAME = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "\u00ad": None} | dict.fromkeys("‐‑‒–—−", "-"))


def read_source_text(path: Path) -> SourceText:
    """The text of a file. Raises `UnusableText`."""
    file = path.as_posix()
    try:
        data = read_bytes(path, MOST_BYTES, streams=True)
    except OSError as error:
        raise UnusableText(f"{file} cannot be read: {error.strerror}") from None
    if len(data) > MOST_BYTES:
        raise UnusableText(f"{file} has more than {MOST_BYTES:,} bytes, which is no text of a guide")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise UnusableText(f"{file} is no text in UTF-8; save a PDF as text first")
    if not text.strip():
        raise UnusableText(f"{file} is empty")
    found = _split(file, text)
    if not found.sections:
        raise UnusableText(f"{file} has no heading of a section, such as `## 6.2.10 Title`")
    return found


def _split(file: str, text: str) -> SourceText:
    text = _PAGE_NUMBER.sub("", text.replace("\r\n", "\n").replace("\f", " "))
    heads = [head for match in _MAYBE_HEADING.finditer(text) if (head := _heading(text, match.start(), match.end()))]
    if len(heads) > MOST_SECTIONS:
        raise UnusableText(f"{file} has more than {MOST_SECTIONS:,} headings, which is no text of a guide")
    sections, line, before = [], 1, 0
    for head, end in zip(heads, [*(head.start() - 1 for head in heads[1:]), len(text)], strict=False):
        line, before = line + text.count("\n", before, head.start()), head.start()
        number, title = head["number"] or "", head["title"].strip()
        sections.append(Section(file, number, title, line, text[head.start() : end]))
    return SourceText(file, text[: heads[0].start()].removesuffix("\n") if heads else text, tuple(sections))


# A line of digits alone: a page number in the middle of a sentence.
_PAGE_NUMBER = re.compile(r"(?m)^[^\S\n]*\d+[^\S\n]*$")
_MAYBE_HEADING = re.compile(r"(?m)^ {0,3}[#\d].*$")


def _heading(text: str, start: int, end: int) -> re.Match[str] | None:
    return _MARKED.fullmatch(text, start, end) or (
        _NUMBERED.fullmatch(text, start, end) if end - start <= LONGEST_HEADING else None
    )


# ---------------------------------------------------------------- folding and likeness


def folded(text: str) -> str:
    """A text as it is compared.

    >>> folded("The  patient’s C1–C2")
    "the patient's c1-c2"
    """
    return _folded(text)[0].strip()


def _folded(text: str) -> tuple[str, array[int]]:
    """The text as it is compared, and the offset of each of its letters in the text."""
    pieces: list[str] = []
    offsets = array("I")
    blank = True  # white space at the beginning is left out
    for match in _PIECES.finditer(text):
        piece, start = match[0], match.start()
        if piece.isspace():
            if not blank:
                pieces.append(" ")
                offsets.append(start)
            blank = True
            continue
        if piece.isascii():
            pieces.append(piece.lower())
            offsets.extend(range(start, match.end()))
            blank = False
            continue
        for offset, letters in enumerate(map(_letters, piece), start):
            for letter in letters:
                if not (letter == " " and blank):
                    blank = letter == " "
                    pieces.append(letter)
                    offsets.append(offset)
    return "".join(pieces), offsets


_PIECES = re.compile(r"\s+|[!-~]+|[^\s!-~]+")


@lru_cache(4096)
def _letters(character: str) -> str:
    """The ASCII letters as which a character is compared. A character that stands for a whole phrase stays as it is."""
    same = unicodedata.normalize("NFKC", character)
    letters = (same if len(same) <= MOST_LETTERS else character).translate(_SAME).casefold()
    return re.sub(r"\s", " ", letters)


def heading_words(name: str) -> set[str]:
    """The words that distinguish a heading, in the singular."""
    found = re.findall("[a-z]{3,}", folded(name))
    return {word.removesuffix("s") for word in found} - {"and", "for", "section", "the", "with"}


def nearest(phrase: str, sections: list[Section]) -> str:
    """The words of some sections that are most like a phrase, or nothing.

    Stretches with as many words as the phrase, one more or one less, are compared with it. A comparison letter by
    letter is slow, so only the stretches that share the most words, or beginnings and ends of words, with the phrase
    are compared so.
    """
    wanted = folded(phrase)
    best, likeness = "", 0.6
    if not wanted or len(wanted) > LONGEST_PHRASE:
        return best
    matcher = SequenceMatcher(None, "", wanted, autojunk=False)
    for section in sections:
        written, compared = section.words
        if len(written) > MOST_WORDS:
            continue
        for start, end in _stretches(wanted, compared):
            words = " ".join(compared[start:end])
            if len(words) > 3 * len(wanted):
                continue  # cannot be nearer, whatever its letters
            matcher.set_seq1(words)
            if (found := matcher.ratio()) > likeness:
                best, likeness = " ".join(written[start:end]), found
    return best


def _stretches(wanted: str, compared: Sequence[str]) -> list[tuple[int, int]]:
    """The places of the stretches that are most like a phrase, by a quick estimate, in the order of the text."""
    known = {part for word in wanted.split() for part in _parts(word)}
    worth = {word: len(known.intersection(_parts(word))) for word in set(compared)}
    summed = [0, *accumulate(worth[word] for word in compared)]
    count = len(wanted.split())
    tried = (
        (summed[start + size] - summed[start], start, start + size)
        for size in (count, count + 1, count - 1)
        if size
        for start in range(len(compared) - size + 1)
    )
    most = nlargest(MOST_TRIED, (each for each in tried if each[0]), key=itemgetter(0))
    return [(start, end) for _, start, end in most]


def _parts(word: str) -> tuple[str, ...]:
    """The parts that a word shares with a word of almost the same letters: the whole, its beginning, its end."""
    return word, f"{word[:3]}-", f"-{word[-3:]}"
