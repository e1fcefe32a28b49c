"""Findings that a document accepts are set aside and counted; an acceptance of more than there are is a finding."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from wiser_compiler.core.accepted import spoken_of
from wiser_compiler.core.model import Acceptance, Policy
from wiser_compiler.diagnostics import Reason, Report, counted


def accept(policy: Policy, report: Report, since: int, codes: Collection[str]) -> list[Acceptance]:
    """Set aside the findings of these codes that a document accepts. Returns the acceptances that accept any.

    `since` is the position of the document's first finding in the report. If the document has findings that it does not
    accept, these may be why another one is missing, so no acceptance is called unused.
    """
    found = report.found[since:]
    accepted = [one for one in policy.accepted if one.finding in codes]
    shares = list(spoken_of(accepted, [(finding.code, finding.about) for finding in found]))
    for one, its in shares:
        for finding in (found[at] for at in its):
            if len(its) <= one.times:
                report.accept(finding, Reason(one.because, one.places, one.span))
            else:
                label = f"accepts {one.times} of these {len(its)}, and nobody can tell which"
                told = replace(finding, related=(*finding.related, (one.span, label)))
                report.found[report.found.index(finding)] = told
    if len(report.found) == since:
        for one, its in shares:
            _unused_acceptance(one, len(its), report)
    return [one for one, its in shares if 0 < len(its) <= one.times]


def _unused_acceptance(one: Acceptance, number: int, report: Report) -> None:
    """A document accepts no more findings than it has, so that acceptances only become fewer."""
    if number < one.times:
        there = f"only {counted(number, 'finding')} `{one.finding}`" if number else f"no finding `{one.finding}`"
        report.error(
            "unused-acceptance",
            f"`{one.of}` has {there}" + (f", and {one.times} are accepted" if number else ""),
            one.span,
            f"accept no more than there are, with `times: {number}`" if number else "delete this",
        )
