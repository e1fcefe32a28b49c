"""Procedure codes, with the conditions and citations of each.

A code on the request puts the request in scope. A code with `only_when` does so only where its condition is met, and
has an advisory criterion for the condition. A code with `add_on_to` has one for its primary code. `compiler_criteria`
makes these criteria.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wiser_compiler.core.model import (
    CODE_SYSTEMS,
    Citation,
    Code,
    Codes,
    Expr,
    Fact,
    Includes,
    Reading,
    Source,
    Worded,
)
from wiser_compiler.core.normal_form import canonical
from wiser_compiler.diagnostics import NOWHERE, Report, Span
from wiser_compiler.reading import fields
from wiser_compiler.reading.conditions import Conditions
from wiser_compiler.reading.criteria import read_citations
from wiser_compiler.reading.syntax import Node, Table, Text

FACT = Fact("codes", Codes("HCPCS"), "Which procedure codes are on the request?", "Request", origin="compiler")


@dataclass(frozen=True, slots=True)
class Listed:
    """A code with its entry in the document."""

    code: Code
    cite: tuple[Citation, ...]
    quote: str = ""
    readings: tuple[Reading, ...] = ()
    only_when: Expr | None = None
    shared: Expr | None = None

    @property
    def counts_when(self) -> str:
        """The condition of the code as a text to compare by; `shared` is the condition of its service."""
        conditions = sorted(canonical(each) for each in (self.only_when, self.shared) if each is not None)
        return f"{' and '.join(conditions)} beside {', '.join(sorted(self.code.add_on_to))}"

    @property
    def on_request(self) -> Worded:
        """The test that the code is on the request."""
        return Worded(Includes(FACT, self.code.code), FACT.ask, f"includes {self.code.code}", span=self.code.span)


@dataclass(frozen=True, slots=True)
class CodeGroup:
    """Codes with the condition that they share, if there is one."""

    codes: tuple[Listed, ...]
    only_when: Expr | None = None
    quote: str = ""
    readings: tuple[Reading, ...] = ()
    span: Span = NOWHERE


class CodeReader:
    """Reads codes. State: the conditions of the document, its sources, and the default citation of a code."""

    def __init__(self, conditions: Conditions, sources: Mapping[str, Source], cite: tuple[Citation, ...]) -> None:
        self.conditions = conditions
        self.report = conditions.report
        self.sources = sources
        self.cite = cite

    def read(self, node: Node | None, labelled: bool = True) -> list[Listed]:
        """`codes:` — each with its label alone, or with conditions. Those of a program need no label."""
        table = fields.table(node, self.report, "codes")
        entries = []
        for entry in table.entries if table else ():
            code = fields.matching(
                entry.key, CODE_SYSTEMS["HCPCS"], self.report, "a procedure code", 'codes look like "62323"'
            )
            if code:
                entries.append((code, entry))
        known = [code for code, _ in entries]
        return [self.code(code, entry.value, known, labelled, entry.key.span) for code, entry in entries]

    def code(self, code: str, node: Node, known: list[str], labelled: bool, span: Span) -> Listed:
        """One code."""
        if isinstance(node, Text):
            return Listed(Code(code, fields.prose(node, self.report, "a label") or "", span=span), self.cite)
        table = fields.table(node, self.report, f"the code {code}")
        if table is None:
            return Listed(Code(code, ""), self.cite)
        keys = ("only_when", "add_on_to", "cite", "quote", "reading")
        optional = keys if labelled else (*keys, "label")
        given = fields.keys(table, optional, ("label",) if labelled else (), self.report, "a code")
        label = fields.prose(given.get("label"), self.report, "a label") or ""
        cite = read_citations(given["cite"], self.sources, self.conditions) if "cite" in given else self.cite
        quote, readings = self.conditions.notes(given)
        if "only_when" not in given:
            beside(table, ("quote",) if "add_on_to" in given else ("quote", "cite"), "only_when", self.report)
        only_when = self.conditions.joined(given["only_when"]) if "only_when" in given else None
        primaries = []
        for item in fields.items(given.get("add_on_to"), self.report, "`add_on_to`"):
            primary = fields.one_of(item, known, self.report, "a code of this policy", "unknown-code")
            if primary:
                primaries.append(primary)
        return Listed(Code(code, label, tuple(primaries), span), cite, quote, readings, only_when)


def beside(table: Table, keys: Sequence[str], needed: str, report: Report) -> None:
    """Refuse keys that have no meaning without another one."""
    for entry in table.entries:
        if entry.key.text in keys:
            report.error(
                "half-a-test",
                f"`{entry.key.text}` stands beside `{needed}`, which is not here",
                entry.key.span,
                f"add `{needed}:`, or delete this",
            )
