"""Which criteria encode which passages of a source: every box, item and sentence of the section that a policy encodes.

A passage is covered if a criterion of the policy, or a procedure code, cites it, or if the policy says under
`not_encoded` why nothing does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wiser_compiler.core.model import Citation, Criterion, NotEncoded, Policy, Source
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.sources.citations import edition, section_names
from wiser_compiler.linting.sources.index import IndexedSection, SourceIndex
from wiser_compiler.linting.sources.passages import Passage, place_of

MOST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Covered:
    """A passage with what covers it. `label` is the name under which the policy cites it."""

    label: str
    passage: Passage
    criteria: tuple[Criterion, ...]
    reasons: tuple[NotEncoded, ...]


@dataclass(frozen=True, slots=True)
class SectionMap:
    """A section that a policy encodes, passage by passage."""

    policy: Policy
    source: Source
    section: IndexedSection
    covered: tuple[Covered, ...]


def section_maps(policy: Policy, index: SourceIndex) -> Iterator[SectionMap]:
    """The sections of a source that a policy encodes, as far as the index has their passages."""
    for source in policy.sources:
        if source.section and not source.secondary and edition(source) == (index.title, index.version):
            for section in index.named(source.section):
                if section.lists:
                    yield SectionMap(policy, source, section, tuple(_covered(policy, source, section)))


def _covered(policy: Policy, source: Source, section: IndexedSection) -> Iterator[Covered]:
    things: tuple[Criterion | NotEncoded, ...] = (*policy.own, *policy.not_encoded)
    cited = [(one, place) for one in things for place in places_in(one.cite, source, section)]
    for at, one in enumerate(section.lists):
        label = _label(policy, source, section, at)
        for passage in one.passages:
            about: dict[int, Criterion | NotEncoded] = {}
            for name in _names(passage):  # whoever names the passage itself says more than who names its box
                about = about or {id(thing): thing for thing, place in cited if place == (at, name)}
            criteria = tuple(thing for thing in about.values() if isinstance(thing, Criterion))
            reasons = tuple(thing for thing in about.values() if isinstance(thing, NotEncoded))
            yield Covered(f"{label}{passage.at}", passage, criteria, reasons)


def _names(passage: Passage) -> tuple[str, ...]:
    """The names by which a place is about a passage, the most exact first. `…` is a box with all that is below it."""
    box = passage.named_by.partition(" note")[0].rstrip("abcdefghijklmnopqrstuvwxyz")
    return passage.at, passage.named_by, f"{box}…"


def places_in(cite: tuple[Citation, ...], source: Source, section: IndexedSection) -> Iterator[tuple[int, str]]:
    """The list and the name of each passage that citations name in a section of a source."""
    for citation in cite:
        if edition(citation.source) == edition(source) and section_names(citation) == (section.number,):
            selector, named = place_of(citation.place)
            yield from ((at, name) for at in section.chosen(selector) for name in named)


def _label(policy: Policy, source: Source, section: IndexedSection, at: int) -> str:
    """The words by which a policy chooses one of several lists, or else its number."""
    if len(section.lists) < 2:
        return ""
    selectors = (
        place_of(citation.place).selector
        for one in policy.own
        for citation in one.cite
        if edition(citation.source) == edition(source)
    )
    return f"{next((each for each in selectors if each and section.chosen(each) == [at]), f'list {at + 1}')}, "


# ---------------------------------------------------------------- the lints


def passages_are_cited(policy: Policy, index: SourceIndex, report: Report) -> None:
    """Report passages that nothing covers, and reasons for passages that a criterion cites, or that are none."""
    for one in section_maps(policy, index):
        span = one.source.spans.get("section", policy.span)
        if bare := [each for each in one.covered if not each.criteria and not each.reasons]:
            shown = [f"{each.label} “{each.passage.begins}”" for each in bare[:MOST_SHOWN]]
            more = f"; and {len(bare) - MOST_SHOWN} more" if len(bare) > MOST_SHOWN else ""
            report.error(
                "uncited-passage",
                f"no criterion cites these of section {one.section.number}: {'; '.join(shown)}{more}",
                span,
                "cite it in the criterion that encodes it, or say under `not_encoded:` why none does",
            )  # fmt: skip
        for each in one.covered:
            for reason in each.reasons if each.criteria else ():
                report.error(
                    "cited-passage",
                    f"{each.label} is not encoded, and `{each.criteria[0].id}` cites it",
                    reason.span,
                    "delete this, or cite in the criterion only what it encodes",
                    related=((each.criteria[0].span, "this criterion cites it"),),
                )
