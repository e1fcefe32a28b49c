"""Policies compared with the text of their sources: which quotations are there, and which sentences nobody quotes.

A quotation must stand in a section that its criterion cites. A section that is not in the text is a finding. People
look through the sentences that nobody quotes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TypeAlias

from wiser_compiler.core.model import Citation, Source
from wiser_compiler.core.quoted_numbers import numbers_in
from wiser_compiler.diagnostics import Report, counted, listed
from wiser_compiler.linting.sources.citations import Edition, edition, section_names
from wiser_compiler.linting.sources.quotations import Quotation, citations, quotations
from wiser_compiler.linting.sources.text import Section, SourceText, UnusableText, folded, nearest, read_source_text
from wiser_compiler.reading.syntax import Table

# Words that ask for something, as a number does.
ASKS = re.compile(
    r"\b(must|shall|should|requires?|required|requirements?|only|cannot|may not|not|never|none|at least|at most|"
    r"up to|minimum|maximum|exceed\w*|prohibit\w*)\b",
    re.IGNORECASE,
)


Texts: TypeAlias = Mapping[Edition, Sequence[SourceText]]


def editions(declared: Iterable[Source]) -> Mapping[str, frozenset[Edition]]:
    """The editions of sources, by the ids under which documents declare them."""
    found: dict[str, frozenset[Edition]] = {}
    for source in (one for one in declared if one.title):
        found[source.id] = found.get(source.id, frozenset()) | {edition(source)}
    return found


@dataclass(frozen=True, slots=True)
class Quoting:
    """A document as it is written, with its sources as far as they can be read: it may have findings."""

    key: str
    tree: Table
    sources: tuple[Source, ...]


def read_texts(
    files: Iterable[Path], id: str, known: Mapping[str, frozenset[Edition]], offered: Collection[str]
) -> Texts:
    """The texts of files by their editions. The source of a text is never guessed. Raises `UnusableText`.

    `offered` are the sources that somebody may mean who names none.
    """
    single = {name: next(iter(found)) for name, found in known.items() if len(found) == 1}
    some = ", ".join(sorted(single.keys() & set(offered)))
    if id and id not in single:
        raise UnusableText(f"no source is called {id}, or several are; known are {some}")
    texts: dict[Edition, list[SourceText]] = {}
    for path in dict.fromkeys(files):
        text = read_source_text(path)
        named = _named_in(text, set().union(*known.values()))
        chosen = [single[id]] if id else named
        if len(chosen) != 1:
            what = (
                f"names {' and '.join(map(str, named))} at its top" if named else "does not say at its top what it is"
            )
            raise UnusableText(f"{text.file} {what}; say it with --source, one of {some}")
        if named and chosen[0] not in named:
            raise UnusableText(
                f"{text.file} calls itself {' and '.join(map(str, named))}, and --source says {chosen[0]}"
            )
        texts.setdefault(chosen[0], []).append(text)
    return texts


def _named_in(text: SourceText, known: Iterable[Edition]) -> list[Edition]:
    """The editions that a text names, by title and version, before its first heading."""
    opening = folded(text.opening)
    return [
        each
        for each in sorted(known)
        if folded(each.title) in opening and re.search(rf"(?<![\d.]){re.escape(each.version)}(?!\.?\d)", opening)
    ]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a cited section that asks for something and that no policy quotes."""

    source: str
    section: str
    file: str
    line: int
    words: str


@dataclass(frozen=True, slots=True)
class Checked:
    """How many quotations were found and how many were not, and the sources without a text, in words."""

    found: int
    absent: int
    unchecked: tuple[str, ...]
    uncited: tuple[Sentence, ...]


def check_sources(documents: Sequence[Quoting], texts: Texts, asked: Collection[str], report: Report) -> Checked:
    """Look for the quotations of the documents in `asked`. Sentences that other documents quote count as quoted."""
    found = absent = 0
    quoted: dict[int, list[tuple[int, int]]] = {}
    waiting: dict[Edition, list[str]] = {}
    for document in documents:
        for quotation in quotations(document.tree, document.sources):
            searched = [s for citation in quotation.cite for s in _cited(citation, texts)]
            places = {id(section): section.places(quotation.words) for section in searched}
            for key, ranges in places.items():
                quoted.setdefault(key, []).extend(ranges)
            if document.key not in asked:
                continue
            if any(places.values()):
                found += 1
            elif missing := _without_text(quotation, texts):
                waiting.setdefault(missing, []).append(document.key)
            else:
                absent += 1
                _not_there(quotation, searched, texts, report)
    wanted = [document for document in documents if document.key in asked]
    unchecked = (*_waiting(waiting), *_secondary(wanted, texts), *_others(documents, asked))
    return Checked(found, absent, unchecked, tuple(_uncited(wanted, texts, quoted)))


# ---------------------------------------------------------------- where a citation points


def _cited(citation: Citation, texts: Texts) -> list[Section]:
    """The sections that a citation names, if there is a text of its source; all sections where it names none."""
    here = texts.get(edition(citation.source), ())
    names = section_names(citation)
    if not names:
        return [section for text in here for section in text.sections]
    return [section for name in names for text in here for section in text.named(name)]


def _without_text(quotation: Quotation, texts: Texts) -> Edition | None:
    """The source without a text that may hold a quotation."""
    sources = [citation.source for citation in quotation.cite]
    binding = [source for source in sources if not source.secondary] or sources
    nowhere = (edition(source) for source in binding if edition(source) not in texts)
    return next(nowhere, None if binding else Edition("", ""))


# ---------------------------------------------------------------- findings


def _not_there(quotation: Quotation, searched: list[Section], texts: Texts, report: Report) -> None:
    citations = [citation for citation in quotation.cite if edition(citation.source) in texts]
    absent = [
        (name, citation.source)
        for citation in citations
        for name in section_names(citation)
        if not any(text.named(name) for text in texts[edition(citation.source)])
    ]
    if absent:
        name, source = absent[0]
        report.error(
            "section-not-in-text",
            f"section {name} of `{source.id}` is not in the text, where “{quotation.words}” should stand",
            quotation.span,
            "give the text that holds this section, or cite the section where the words stand",
        )
        return
    names = dict.fromkeys(f"section {name}" for citation in citations for name in section_names(citation))
    where = listed([*names] or ["the text"], mark="")
    near = nearest(quotation.words, searched)
    report.error(
        "quote-not-in-source",
        f"“{quotation.words}” does not stand in {where} of `{citations[0].source.id}`",
        quotation.span,
        (f"it says “{near}”" if near else "")
        or _elsewhere(quotation, citations, texts)
        or "quote the few words that carry it, as the source writes them",
    )


def _elsewhere(quotation: Quotation, citations: Sequence[Citation], texts: Texts) -> str:
    """A hint that names the section where the words stand, if it is not cited."""
    for citation in citations:
        for text in texts[edition(citation.source)]:
            for section in text.sections:
                if section.number and section.places(quotation.words):
                    return f"it stands in section {section.number}; cite that one if it is meant"
    return ""


# ---------------------------------------------------------------- what was not checked


def _waiting(waiting: Mapping[Edition, Sequence[str]]) -> Iterator[str]:
    for missing, keys in waiting.items():
        of = f"the text of {missing}" if missing.title else "a source that can be read"
        yield f"{counted(len(keys), 'quotation')} of {_keys(keys)}, for want of {of}"


def _secondary(documents: Sequence[Quoting], texts: Texts) -> Iterator[str]:
    for one in documents:
        if names := [source.id for source in one.sources if source.secondary and edition(source) not in texts]:
            yield f"secondary sources of {one.key}, for want of their texts: {', '.join(names)}"


def _others(documents: Sequence[Quoting], asked: Collection[str]) -> Iterator[str]:
    if others := [document.key for document in documents if document.key not in asked]:
        yield f"{_keys(others)}, not asked for"


def _keys(keys: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(keys))


# ---------------------------------------------------------------- what nobody quotes


def _uncited(
    documents: Sequence[Quoting], texts: Texts, quoted: Mapping[int, Sequence[tuple[int, int]]]
) -> Iterator[Sentence]:
    """The sentences of cited sections that ask for something and that no quotation touches."""
    cited: dict[int, tuple[Edition, Section]] = {}
    for document in documents:
        for citation, _ in citations(document.tree, document.sources):
            if section_names(citation):
                cited.update((id(section), (edition(citation.source), section)) for section in _cited(citation, texts))
    for key, (source, section) in sorted(cited.items(), key=lambda item: (item[1][1].file, item[1][1].line)):
        used = sorted(quoted.get(key, ()))
        furthest = [0, *accumulate((to for _, to in used), max)]
        for start, end in section.sentences():
            # A quotation that begins before the end of the sentence ends after its start.
            if furthest[bisect_left(used, (end, 0))] > start:
                continue
            line, words = section.sentence(start, end)
            if asks(words):
                yield Sentence(str(source), section.number or section.title, section.file, line, words)


def asks(sentence: str) -> bool:
    """Whether a sentence has a number or a word that asks for something."""
    return bool(ASKS.search(sentence)) or bool(numbers_in(sentence))


# ---------------------------------------------------------------- in words, and for programs


def as_lines(checked: Checked) -> Iterator[str]:
    """All but the findings, for people."""
    yield from (f"not checked: {what}" for what in checked.unchecked)
    head = ""
    for sentence in checked.uncited:
        place = f"{sentence.source}, section {sentence.section} ({sentence.file})"
        if place != head:
            yield from ("", f"{place}: no policy quotes anything of")
            head = place
        yield f"  {sentence.line}: {sentence.words}"
    if head:
        yield ""
    yield (
        f"{counted(checked.found, 'quotation')} found in the sections cited, {checked.absent} not; "
        f"{counted(len(checked.uncited), 'sentence')} to look through"
    )


def as_data(checked: Checked) -> dict[str, object]:
    """All but the findings, for programs. Keys are only ever added."""
    uncited = [
        {"source": each.source, "section": each.section, "file": each.file, "line": each.line, "sentence": each.words}
        for each in checked.uncited
    ]
    return {
        "found": checked.found,
        "not_found": checked.absent,
        "not_checked": list(checked.unchecked),
        "uncited": uncited,
    }
