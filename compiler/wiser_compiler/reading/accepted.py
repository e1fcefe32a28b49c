"""Findings that a document accepts, each with a reason and with places in its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wiser_compiler.core.accepted import ABOUT_FACTS, ACCEPTABLE
from wiser_compiler.core.model import Acceptance, Policy, Source
from wiser_compiler.diagnostics import Advice, Span, nearest
from wiser_compiler.reading import fields
from wiser_compiler.reading.conditions import Conditions
from wiser_compiler.reading.criteria import read_citations
from wiser_compiler.reading.syntax import Node

MOST_TIMES = 99


def read_accepted(
    node: Node | None, policy: Policy, sources: Mapping[str, Source], conditions: Conditions
) -> tuple[Acceptance, ...]:
    """`accepted:` — a list of `{finding: …, of: …, because: …, cite: …}`, with `times` where there are several."""
    first: dict[tuple[str, str], Span] = {}
    found = []
    for one in _read(node, policy, sources, conditions):
        if (key := (one.finding, one.of)) in first:
            conditions.report.error(
                "name-taken", f"`{one.finding}` of `{one.of}` is accepted twice", one.span,
                "accept it once, and say `times:` if there are several",
                related=((first[key], "it is accepted here first"),),
            )  # fmt: skip
        first.setdefault(key, one.span)
        found.append(one)
    return tuple(found)


def _read(
    node: Node | None, policy: Policy, sources: Mapping[str, Source], conditions: Conditions
) -> Iterator[Acceptance]:
    report = conditions.report
    for item in fields.items(node, report, "`accepted`"):
        table = fields.table(item, report, "an accepted finding")
        if table is None:
            continue
        what = "an accepted finding"
        given = fields.keys(table, ("times",), ("finding", "of", "because", "cite"), report, what)
        code = fields.bare_text(given.get("finding"), report, "`finding`")
        if code is not None and code.text not in ACCEPTABLE:
            near = nearest(code.text, ACCEPTABLE)
            report.error(
                "not-acceptable", f"`{code.text}` is no finding that can be accepted", code.span,
                Advice(f"did you mean `{near}`?", code.text, near) if near else "mend what it finds, and delete this",
            )  # fmt: skip
            code = None
        if code is not None and code.text in ABOUT_FACTS:
            known, kind, unknown = [fact.name for fact in policy.own_facts], "a fact of this document", "unknown-fact"
        else:
            known = [*(one.id for one in policy.own), *(one.id for one in policy.own_clocks)]
            kind, unknown = "a criterion of this document", "unknown-criterion"
        of = fields.one_of(given.get("of"), known, report, kind, unknown) if code is not None else None
        times = fields.whole(given["times"], report, "`times`", 1, MOST_TIMES) if "times" in given else 1
        because = fields.prose(given.get("because"), report, "a reason")
        cite = read_citations(given.get("cite"), sources, report)
        if code is not None and of and times and because and cite:
            yield Acceptance(code.text, of, times, because, cite, code.span)
