"""The text of a source, as somebody saved it: its sections, their sentences, and where words stand in them.

White space, the forms of quotation marks and dashes, and capitals are folded before words are looked for. A place is
an offset into the section as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path

MOST_BYTES = 5_000_000  # some 1,500 pages
MOST_WORDS = 50_000  # in which a phrase like another one is looked for
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
    def folded(self) -> tuple[str, list[int]]:
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
        found = re.finditer(before + re.escape(wanted) + behind, text)
        return [(offsets[match.start()], offsets[match.end() - 1] + 1) for match in found]

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Where each sentence or item of a list stands, from and to, the heading left out."""
        start = self.text.find("\n") + 1 if "\n" in self.text else len(self.text)
        for end in [*(match.start() for match in _SENTENCE_END.finditer(self.text, start)), len(self.text)]:
            if self.text[start:end].strip():
                yield start, end
            start = end

    def sentence(self, start: int, end: int) -> tuple[int, str]:
        """The line a sentence begins on, and its words in one line, without the sign of its item."""
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        return self.line + self.text.count("\n", 0, start), _ITEM.sub("", " ".join(words.split()))


@dataclass(frozen=True)
class SourceText:
    """One file: what stands before its first heading, and its sections."""

    file: str
    opening: str
    sections: tuple[Section, ...]

    def named(self, name: str) -> list[Section]:
        """The sections of a number, those below it included, or whose heading has all words of a name."""
        if re.fullmatch(r"\d+(\.\d+)*", name):
            return [s for s in self.sections if s.number == name or s.number.startswith(f"{name}.")]
        wanted = _words(name)
        return [section for section in self.sections if wanted and wanted <= _words(section.title)]


# ---------------------------------------------------------------- reading

_MARKED = re.compile(r" {0,3}#{1,6} +(?:(?P<number>\d+(?:\.\d+)*)\.?(?= |$))?(?P<title>.*)")
_NUMBERED = re.compile(r" {0,3}(?P<number>\d+(?:\.\d+)+)\.? +(?P<title>[^\Wa-z\d_].*[^.,;:\s])")
_BULLET = "[☐☑❑❒□■•●▪○✓✅\uf0b7]"
_MARK = rf"(?:{_BULLET}|[-–*]|o(?= )|\(?[a-z0-9]{{1,2}}[.)](?= ))"
_ITEM = re.compile(rf"^(?:{_MARK} *)+")
# A full stop behind a lone number belongs to an item of a list, or to the number of a section.
_STOP = r"""(?:(?<=[^\W\d_][.!?;])|(?<=\d\d\d[.!?;])|(?<=[)%\]"”][.!?;]))"""
_SENTENCE_END = re.compile(
    rf"\n\s*\n|\n(?=\s*{_MARK})|{_STOP}\s+(?!OR\b|AND\b)(?=[A-Z“\"({_BULLET[1:-1]}])|\s(?={_BULLET})|\s(?=[a-z]\) )"
)
_SAME = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "\u00ad": None} | dict.fromkeys("‐‑‒–—−", "-"))


def read_source_text(path: Path) -> SourceText:
    """The text of a file. Raises `UnusableText`."""
    file = path.as_posix()
    try:
        with path.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
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
    written = text.replace("\r\n", "\n").replace("\f", " ").split("\n")
    lines = ["" if _is_page_number(line) else line for line in written]
    heads = [(place, head) for place, line in enumerate(lines) if (head := _heading(line))]
    ends = [*(place for place, _ in heads[1:]), len(lines)]
    sections = (
        Section(file, head["number"] or "", head["title"].strip(), place + 1, "\n".join(lines[place:end]))
        for (place, head), end in zip(heads, ends, strict=False)
    )
    return SourceText(file, "\n".join(lines[: heads[0][0]] if heads else lines), tuple(sections))


def _is_page_number(line: str) -> bool:
    """A line of digits alone, as a page leaves it behind in the middle of a sentence."""
    return line.strip().isdecimal()


def _heading(line: str) -> re.Match[str] | None:
    return _MARKED.fullmatch(line) or (_NUMBERED.fullmatch(line) if len(line) <= LONGEST_HEADING else None)


# ---------------------------------------------------------------- folding and likeness


def folded(text: str) -> str:
    """A text as it is compared.

    >>> folded("The  patient’s C1–C2")
    "the patient's c1-c2"
    """
    return _folded(text)[0].strip()


def _folded(text: str) -> tuple[str, list[int]]:
    letters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        same = character.lower() if character.isascii() else unicodedata.normalize("NFKC", character)
        for letter in same.translate(_SAME).casefold():
            if not letter.isspace() or (letters and letters[-1] != " "):
                letters.append(" " if letter.isspace() else letter)
                offsets.append(offset)
    return "".join(letters), offsets


def _words(name: str) -> set[str]:
    """The words of a heading that tell it from others, in the singular."""
    found = re.findall("[a-z]{3,}", folded(name))
    return {word.removesuffix("s") for word in found} - {"and", "for", "section", "the", "with"}


def nearest(phrase: str, sections: list[Section]) -> str:
    """The words of some sections that are most like a phrase, or nothing."""
    wanted = folded(phrase)
    matcher = SequenceMatcher(None, "", wanted, autojunk=False)
    best, likeness = "", 0.6
    if len(wanted) > LONGEST_PHRASE:
        return best
    for section in sections:
        written = section.text.split()
        if len(written) > MOST_WORDS:
            continue
        compared = [folded(word) for word in written]
        count = len(wanted.split())
        for size in (count, count + 1, count - 1):
            for start in range(len(written) - size + 1) if size else ():
                matcher.set_seq1(" ".join(compared[start : start + size]))
                # The first two are quick, and never below the third.
                if min(matcher.real_quick_ratio(), matcher.quick_ratio()) > likeness < (found := matcher.ratio()):
                    best, likeness = " ".join(written[start : start + size]), found
    return best
