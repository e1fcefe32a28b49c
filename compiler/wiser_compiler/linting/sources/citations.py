"""What a citation points at: the edition of a source, its sections, and the documents and codes that it names."""

from __future__ import annotations

import re
from typing import NamedTuple

from wiser_compiler.core.model import Citation, Source

_SECTIONS = re.compile(r"\bsections? (\d[\d.]*(?:(?:, and|,| and| or) \d[\d.]*)*)")
_DOCUMENTS = re.compile(r"\bL\d{5}\b|\bNCDs? ?(\d{2,3}(?:\.\d{1,2})+(?:(?:, and|,| and| or) \d{2,3}(?:\.\d{1,2})+)*)")
_CODES = re.compile(r"\b(?:codes?|CPT|HCPCS) ((?:\d{5}|[A-Z]\d{4})(?:(?:, and|,| and| or) (?:\d{5}|[A-Z]\d{4}))*)\b")


class Edition(NamedTuple):
    """An edition of a source: its title and version, which are the same wherever documents declare it."""

    title: str
    version: str

    def __str__(self) -> str:
        return f"{self.title} {self.version}".strip()


def edition(source: Source) -> Edition:
    """The edition a source is."""
    return Edition(source.title, source.version)


def section_names(citation: Citation) -> tuple[str, ...]:
    """The section numbers of a citation: those in its place, or else that of its source.

    >>> section_names(Citation(Source("guide", "A guide", section="6.2"), "sections 1.5, 6.2.5 and 6.2.11"))
    ('1.5', '6.2.5', '6.2.11')
    """
    of_source = (citation.source.section,) if citation.source.section else ()
    return sections_in(citation.place) or of_source


def sections_in(place: str) -> tuple[str, ...]:
    """The section numbers that a place in a source names."""
    numbers = [number for part in _SECTIONS.findall(place) for number in re.findall(r"\d[\d.]*", part)]
    return tuple(number.rstrip(".") for number in numbers)


def documents_in(words: str) -> tuple[str, ...]:
    """The coverage determinations that words name, local ones as `L39240` and national ones as `NCD 160.18`.

    >>> documents_in("LCDs L39741 and L39758, NCD 160.18")
    ('L39741', 'L39758', 'NCD 160.18')
    """
    found: list[str] = []
    for match in _DOCUMENTS.finditer(words):
        found += [f"NCD {number}" for number in re.findall(r"[\d.]+\d", match[1])] if match[1] else [match[0]]
    return tuple(found)


def codes_in(words: str) -> tuple[str, ...]:
    """The procedure codes that words name.

    >>> codes_in("codes 62321, 62323 and C8007, Table A12")
    ('62321', '62323', 'C8007')
    """
    return tuple(code for part in _CODES.findall(words) for code in re.findall(r"\d{5}|[A-Z]\d{4}", part))
