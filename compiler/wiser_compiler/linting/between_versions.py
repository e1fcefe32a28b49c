"""Lints between the documents of a library: the periods of versions, codes, shared facts, and dates of review."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import pairwise

from wiser_compiler.core.model import Fact, Policy
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.citations import citation_differs


def check_library(
    policies: Sequence[Policy], whole: Collection[str], report: Report, published: Collection[str] = ()
) -> None:
    """Run every check between documents. `whole` are the policies of which every version was read.

    Where two of them do not go together the newer one is pointed at.
    """
    versions_follow(policies, whole, report)
    policies = by_age(policies, published)
    second_program(policies, report)
    code_taken(policies, report)
    fact_differs(policies, report)
    citation_differs(policies, report)


def by_age(policies: Iterable[Policy], published: Collection[str]) -> list[Policy]:
    """The older ones first: what is published, then by the first day in force of any version of it, and of itself."""
    found = list(policies)
    first = {policy.id: min(other.effective for other in found if other.id == policy.id) for policy in found}
    return sorted(found, key=lambda one: (one.key not in published, first[one.id], one.effective, one.key))


def versions_follow(policies: Iterable[Policy], whole: Collection[str], report: Report) -> None:
    """One version ends on the day the next begins: every request has one version, and only one."""
    ordered = sorted(policies, key=lambda policy: (policy.id, policy.effective))
    for one, other in pairwise(ordered):
        if one.id != other.id or one.until == other.effective:
            continue
        ends = f"{one.version} ends before {one.until}" if one.until else f"{one.version} has no end"
        earlier = ((one.head.get("effective", one.span), ends),)
        place = other.head.get("effective", other.span)
        if one.until is None or one.until > other.effective:
            report.error(
                "overlapping-versions",
                f"{one.version} is still in force when {other.version} begins, so one of them is never used",
                place,
                f'write until: "{other.effective}" in {one.version}, or a later `from` here',
                related=earlier,
            )
        elif one.id in whole:
            report.error(
                "gap-between-versions",
                f"no version is in force from {one.until} until {other.version} begins on {other.effective}",
                place,
                f'write until: "{other.effective}" in {one.version}, or from: "{one.until}" here',
                related=earlier,
            )


def second_program(policies: Iterable[Policy], report: Report) -> None:
    """A folder has one program, in one version or several: whether it concerns a request has one answer."""
    first: Policy | None = None
    for program in (policy for policy in policies if policy.program):
        if first is not None and program.id != first.id:
            report.error(
                "second-program",
                f"{first.key} is a program already, and requests are asked about one",
                program.head.get("program", program.span),
                "keep one of the two here, and the other in a folder of its own",
                related=((first.head.get("program", first.span), "the other one"),),
            )
        first = first or program


def code_taken(policies: Iterable[Policy], report: Report) -> None:
    """A code belongs to one policy at a time, since it chooses the policy of a request."""
    holders: dict[str, list[Policy]] = {}
    for policy in policies:
        for code in () if policy.program else policy.codes:
            rival = next((p for p in holders.get(code.code, ()) if p.id != policy.id and _together(p, policy)), None)
            if rival is not None:
                report.error(
                    "code-taken",
                    f"code {code.code} belongs to {rival.key} as well, so it cannot choose the policy of a request",
                    code.span,
                    "take it out of one of the two, or let one end before the other begins",
                    related=((rival.head.get("codes", rival.span), f"the codes of {rival.key}"),),
                )
            holders.setdefault(code.code, []).append(policy)


def fact_differs(policies: Iterable[Policy], report: Report) -> None:
    """Facts of one name are the same fact in all policies that are in force together: a practice has one vocabulary."""
    known: dict[str, dict[Fact, list[Policy]]] = {}
    for policy in policies:
        for fact in policy.facts:
            holders = known.setdefault(fact.name, {})
            rivals = ((f, p) for f, others in holders.items() if f != fact for p in others)
            rival = next(((f, p) for f, p in rivals if p.id != policy.id and _together(p, policy)), None)
            if rival is not None:
                report.error(
                    "fact-differs",
                    f"`{fact.name}` is another fact in {rival[1].key}: question, type or place in the chart differ",
                    fact.span,
                    "declare it once in the vocabulary they share, or give one of the two another name",
                    related=((rival[0].span, f"as {rival[1].key} declares it"),),
                )
            holders.setdefault(fact, []).append(policy)


def _together(one: Policy, other: Policy) -> bool:
    """Whether both policies are in force on some day."""
    return (one.until is None or other.effective < one.until) and (other.until is None or one.effective < other.until)


def review_due(policies: Iterable[Policy], today: date, report: Report) -> None:
    """Warn of policies in force whose review is due."""
    for policy in policies:
        over = policy.until is not None and policy.until <= today
        if policy.review_by is not None and policy.review_by < today and not over:
            report.warning(
                "review-due",
                f"{policy.key} was to be compared with its sources by {policy.review_by}",
                policy.head.get("review_by", policy.span),
                "read the sources again, publish a new version if they changed, and set a later date",
            )
