"""A lint on citations: the documents, sections and codes that they name are those of the program and of the policy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from wiser_compiler.core.model import (
    Acceptance,
    Citation,
    Clock,
    Criterion,
    Includes,
    NotEncoded,
    Policy,
    Service,
    Source,
)
from wiser_compiler.core.walk import criterion_parts, subexpressions
from wiser_compiler.diagnostics import Report, Span, listed
from wiser_compiler.linting.sources.citations import codes_in, documents_in, edition, sections_in


def citation_differs(policies: Sequence[Policy], report: Report) -> None:
    """What a policy cites is what its program says of its service: coverage documents, section and codes."""
    programs = {policy.key: policy for policy in policies if policy.program}
    for policy in policies:
        program = programs.get(policy.part_of)
        service = next((one for one in program.services if one.id == policy.id), None) if program else None
        governing = _documents(service)
        for source in policy.sources:
            _title(source, service, governing, policy, report)
        if program is not None and service is not None:
            _sections(policy, program, service, report)
        titles = {name for source in policy.sources for name in documents_in(source.title)}
        known = _codes((policy, *([program] if program else ())))
        for citation in _citations(policy):
            of_it = documents_in(citation.source.title) or ({*governing, *titles} if governing or titles else ())
            for name in documents_in(citation.place):
                if of_it and name not in of_it:
                    _differs(f"{name} is cited, and `{citation.source.id}` is {_list(of_it)}", citation.span, report)
            for code in codes_in(citation.place):
                if code not in known:
                    _differs(f"code {code} is cited, and this policy has no such code", citation.span, report)


def _differs(problem: str, span: Span, report: Report) -> None:
    report.error("citation-differs", problem, span, "look the place up, and write what the source says")


def _list(names: Iterable[str]) -> str:
    return listed(sorted(names), "or", mark="")


def _citations(policy: Policy) -> Iterator[Citation]:
    things: tuple[Criterion | Clock | Acceptance | NotEncoded, ...] = (
        *policy.own,
        *policy.own_clocks,
        *policy.accepted,
        *policy.not_encoded,
    )
    for thing in things:
        yield from thing.cite


def _documents(service: Service | None) -> dict[str, str]:
    """The documents that govern a service, each with its contractors."""
    found: dict[str, list[str]] = {}
    for mac, words in service.coverage if service else ():
        for name in documents_in(words):
            found.setdefault(name, []).append(mac)
    return {name: " and ".join(filter(None, macs)) for name, macs in found.items()}


def _title(source: Source, service: Service | None, governing: dict[str, str], policy: Policy, report: Report) -> None:
    """The title of a source names a document that governs the service, and the contractor whose it is.

    A document of another contractor says so in its title.
    """
    span = source.spans.get("title")
    if span is None or service is None or not governing or re.search(r"\b(an)?other\b", source.title):
        return
    macs = [mac for mac, _ in service.coverage if mac and re.search(rf"\b{re.escape(mac)}\b", source.title)]
    for name in documents_in(source.title):
        if name not in governing:
            problem = f"{name} does not govern `{policy.id}`: by {policy.part_of} that is {_list(governing)}"
            _differs(problem, span, report)
        elif macs and governing[name] and not any(mac in governing[name].split(" and ") for mac in macs):
            _differs(f"{name} is that of {governing[name]}, and the title says {listed(macs, mark='')}", span, report)


def _sections(policy: Policy, program: Policy, service: Service, report: Report) -> None:
    """A policy cites its own section of the guide, not that of another service."""
    if not program.sources:
        return
    of_others = {one.section: one.id for one in program.services if one.section and one.section != service.section}
    of_sources = ((one, (one.section,), one.spans.get("section", policy.span)) for one in policy.sources if one.section)
    of_places = ((one.source, sections_in(one.place), one.span) for one in _citations(policy))
    for source, names, span in (*of_sources, *of_places):
        if names and edition(source) == edition(program.sources[0]) and of_others.keys() >= set(names):
            other = of_others[names[0]]
            own = f"that of `{policy.id}` is {service.section}"
            _differs(f"section {names[0]} is that of `{other}` by {program.key}; {own}", span, report)


def _codes(policies: Iterable[Policy]) -> set[str]:
    """Every procedure code that the policy or its program lists or tests."""
    found: set[str] = set()
    for policy in policies:
        found.update(code.code for code in policy.codes)
        for criterion in policy.criteria:
            parts = (part for expr in criterion_parts(criterion) for part in subexpressions(expr))
            found.update(part.item for part in parts if isinstance(part, Includes))
        found.update(code for service in policy.services for code in service.codes)
    return found
