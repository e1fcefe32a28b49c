"""A document compared with the indexes of its sources, where they lie in `sources/` beside the policies.

An index tells which sections a source has, how many boxes each of them lists, and whether quoted words stand there. Of
a section that no index has, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from wiser_compiler.core.model import Citation, Criterion, Policy, Source, Worded
from wiser_compiler.core.walk import criterion_parts, readings_of, subexpressions
from wiser_compiler.diagnostics import Report, Span, counted, listed
from wiser_compiler.linting.sources.citations import Edition, documents_in, edition, section_names, sections_in
from wiser_compiler.linting.sources.coverage import passages_are_cited
from wiser_compiler.linting.sources.index import SUFFIX, IndexedSection, SourceIndex, read_index
from wiser_compiler.linting.sources.passages import place_of
from wiser_compiler.linting.sources.quotations import Quotation, citations, quotations
from wiser_compiler.reading.syntax import Table
from wiser_compiler.whole_files import Damaged

FOLDER = "sources"
_PAGES = re.compile(r"\b(?:page|p\.) ?(\d{1,4})\b")

Indexes: TypeAlias = Mapping[Edition, SourceIndex]


def read_indexes(folder: Path, report: Report) -> Indexes:
    """The indexes beside the policies of a folder, by the edition of their source. One that is damaged is reported."""
    found = {}
    for path in sorted((folder / FOLDER).glob(f"*{SUFFIX}")):
        try:
            index = _read(path, path.stat().st_mtime_ns)
            found[Edition(index.title, index.version)] = index
        except (Damaged, OSError) as error:
            span = Span(path.as_posix(), 1, 1, 2)
            problem, help = "this index cannot be used", "write it again with `wiser sources TEXTFILE --index`"
            report.error("no-file", f"{problem}: {error}", span, help)
    return found


@lru_cache(16)  # every document of a folder is compared with the same indexes
def _read(path: Path, _changed: int) -> SourceIndex:
    return read_index(path)


def check_indexed(tree: Table, sources: Sequence[Source], indexes: Indexes, report: Report) -> None:
    """Compare the citations and the quotations of a document with the indexes of its sources."""
    for citation, span in citations(tree, sources):
        if index := indexes.get(edition(citation.source)):
            _check_place(citation, span, index, report)
    for quotation in quotations(tree, sources):
        _check_quotation(quotation, indexes, report)


def _check_place(citation: Citation, span: Span, index: SourceIndex, report: Report) -> None:
    """Report a section that the source does not have, or a box that the section does not have."""
    names, id = section_names(citation), citation.source.id
    for name in names:
        if index.lacks(name):
            report.error(
                "section-not-in-text", f"`{id}` has no section {name}", span,
                "cite the section where the words stand",
            )  # fmt: skip
            return
    sections = index.named(names[0]) if len(names) == 1 else []
    first_page, last_page = index.pages(sections[0]) if len(sections) == 1 else (0, 0)
    for page in map(int, _PAGES.findall(citation.place)):
        if first_page and not first_page <= page <= last_page:
            problem = (
                f"section {names[0]} of `{id}` stands on pages {first_page} to {last_page}, and not on page {page}"
            )
            report.error("section-not-in-text", problem, span, "cite the page where the words stand")
    if len(sections) == 1 and (absent := _absent(citation.place, sections[0])):
        report.error(
            "section-not-in-text",
            f"section {names[0]} of `{id}` has {_has(absent, sections[0])}no {absent}",
            span,
            "cite the box where the words stand",
            related=_declared(citation) if citation.place and not sections_in(citation.place) else (),
        )


def _absent(place: str, section: IndexedSection) -> str:
    """The first box or item that a place names and its section does not have, or nothing.

    Of a section whose boxes are only counted, the boxes alone are known.
    """
    selector, named = place_of(place)
    lists = [section.lists[at] for at in section.chosen(selector)] or list(section.lists)
    known = {name for one in lists for passage in one.passages for name in (passage.at, passage.named_by)}
    for name in (name.removesuffix("…") for name in named):
        number = re.match(r"box (\d{1,6})", name)
        if known and name not in known and (number or name != "opening"):
            return name
        if not known and number and 1 < section.boxes < int(number[1]):
            return number[0]
    return ""


def _has(absent: str, section: IndexedSection) -> str:
    number = re.match(r"box (\d+)", absent)
    beyond = number and int(number[1]) > section.boxes
    return f"{counted(section.boxes, 'box', 'boxes')}, and " if beyond else ""


def _check_quotation(quotation: Quotation, indexes: Indexes, report: Report) -> None:
    """Report words that stand in none of the sections cited, if all of these are known."""
    binding = [one for one in quotation.cite if not one.source.secondary] or quotation.cite
    searched: list[IndexedSection] = []
    for citation in binding:
        sections = _sections(citation, indexes.get(edition(citation.source)))
        if not sections:
            return  # the words may stand in the part that nobody knows
        searched += sections
    if not searched or any(section.holds(quotation.words) for section in searched):
        return
    where = [f"section {name}" for name in dict.fromkeys(section.number for section in searched) if name]
    report.error(
        "quote-not-in-source",
        f"“{quotation.words}” does not stand in {listed(where or ['the section cited'], mark='')} of"
        f" `{binding[0].source.id}`",
        quotation.span,
        _elsewhere(quotation, indexes) or "quote the few words that carry it, as the source writes them; `wiser sources"
        " TEXTFILE` shows those that are nearest",
        related=_declared(binding[0]) if not sections_in(binding[0].place) else (),
    )  # fmt: skip


def _declared(citation: Citation) -> tuple[tuple[Span, str], ...]:
    """Where the section of a source is declared: if it is a wrong one, nothing stands there."""
    span = citation.source.spans.get("section")
    return ((span, f"the section of `{citation.source.id}`"),) if span else ()


def _sections(citation: Citation, index: SourceIndex | None) -> list[IndexedSection]:
    """The sections that a citation names, if the index knows all of them."""
    found = [index.named(name) for name in section_names(citation)] if index else []
    return [section for sections in found for section in sections] if all(found) else []


def _elsewhere(quotation: Quotation, indexes: Indexes) -> str:
    for index in (indexes[key] for key in dict.fromkeys(edition(one.source) for one in quotation.cite)):
        for section in index.sections:
            if section.number and section.holds(quotation.words):
                return f"it stands in section {section.number}; cite that one if it is meant"
    return ""


# ---------------------------------------------------------------- what a policy leaves out


def check_policy_indexed(policy: Policy, tree: Table, indexes: Indexes, report: Report) -> None:
    """Every passage of its section is cited, every required criterion has words of its source, and every document that
    governs a service stands there.
    """
    for known in {edition(source): None for source in policy.sources}:
        if known in indexes:
            passages_are_cited(policy, indexes[known], report)
    for criterion in policy.own:
        cited = (_sections(one, indexes.get(edition(one.source))) for one in criterion.cite)
        if (
            criterion.effect == "required"
            and criterion.origin == "document"
            and any(cited)
            and not _spoken_for(criterion)
        ):
            report.error(
                "unquoted-criterion",
                f"`{criterion.id}` quotes nothing of its source",
                criterion.span,
                'add `quote: "…"` with the few words that ask for it, or the `reading:` that says why there are none',
            )
    first = policy.sources[0] if policy.program and policy.sources else None
    index = indexes.get(edition(first)) if first else None
    for service in policy.services if index else ():
        sections = index.named(service.section) if index and service.section else []
        for named in (name for _, governs in service.coverage for name in documents_in(governs)):
            if sections and not any(section.holds(named) for section in sections):
                report.error(
                    "citation-differs",
                    f"{named} does not stand in section {service.section} of the source",
                    _coverage_span(tree, service.id),
                    "write the number that the source gives for this service",
                )


def _spoken_for(criterion: Criterion) -> bool:
    parts = (part for expr in criterion_parts(criterion) for part in subexpressions(expr))
    return bool(readings_of(criterion)) or any(isinstance(part, Worded) and part.quote for part in parts)


def _coverage_span(tree: Table, service: str) -> Span:
    node: object = tree
    for key in ("services", service, "coverage"):
        node = node.get(key) if isinstance(node, Table) else None
    return getattr(node, "span", tree.span)
