"""Procedure codes, with the conditions and citations of each.

A code on the request puts the request in scope. A code with `only_when` does so only where its condition is met, and
has an advisory criterion for the condition. A code with `add_on_to` has one for its primary code. `compiler_criteria`
makes these criteria.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from wiser_compiler.core.evaluate import truth
from wiser_compiler.core.kinds import operator
from wiser_compiler.core.model import (
    CODE_SYSTEMS,
    TRUE,
    AtLeast,
    Citation,
    Code,
    Codes,
    Compare,
    Date,
    Expr,
    Fact,
    FactValue,
    Includes,
    Literal,
    Op,
    Reading,
    Sentence,
    Source,
    Worded,
    all_of,
)
from wiser_compiler.core.normal_form import FALSE, as_key, normal
from wiser_compiler.core.walk import own_terms, replaced, subexpressions
from wiser_compiler.diagnostics import NOWHERE, Report, Span
from wiser_compiler.reading import fields
from wiser_compiler.reading.conditions import Conditions
from wiser_compiler.reading.criteria import read_citations
from wiser_compiler.reading.sheet import read_sentence
from wiser_compiler.reading.syntax import Node, Table, Text

Days: TypeAlias = tuple[date, date | None]  # the first day, and the first day after, if there is one

RECEIVED = "received_date"  # the day that chooses the version, and whether a code is in the list
FACT = Fact("codes", Codes("HCPCS"), "Which procedure codes are on the request?", "Request", origin="compiler")


@dataclass(frozen=True, slots=True)
class Listed:
    """A code with its entry in the document. `says` and `shared_says` are the words of the sheet for its conditions."""

    code: Code
    cite: tuple[Citation, ...]
    quote: str = ""
    readings: tuple[Reading, ...] = ()
    only_when: Expr | None = None
    shared: Expr | None = None
    says: Sentence = ()
    shared_says: Sentence = ()

    @property
    def counts_when(self) -> str:
        """The condition of the code as a text to compare by: the normal form of its meaning."""
        return f"{as_key(normal(self.whole))} beside {', '.join(sorted(self.code.add_on_to))}"

    @property
    def whole(self) -> Expr:
        """The condition of the code joined with `shared`, the condition of its service."""
        return all_of(*(each for each in (self.only_when, self.shared) if each is not None))

    def counts_on_some_day(self, days: Days) -> bool:
        """Some request that is received on one of these days may have its condition met."""
        return on_days(self.whole, days) != FALSE

    def on_days(self, days: Days) -> Listed:
        """The same code among requests that are received on these days."""
        there = [None if expr is None else on_days(expr, days) for expr in (self.only_when, self.shared)]
        only_when, shared = (None if expr == TRUE else expr for expr in there)
        return replace(self, only_when=only_when, shared=shared)

    @property
    def on_request(self) -> Worded:
        """The test that the code is on the request."""
        return Worded(Includes(FACT, self.code.code), FACT.ask, f"includes {self.code.code}", span=self.code.span)


def on_days(expr: Expr, days: Days) -> Expr:
    """The condition without the tests that the day of receipt decides alone, among requests received on these days."""
    decided = truth(_received_on(expr, days), {})
    if decided is not None:
        return TRUE if decided else FALSE
    match expr:
        case AtLeast(count=count, parts=parts):
            found = [on_days(part, days) for part in parts]
            left = tuple(part for part in found if part not in (TRUE, FALSE))
            return left[0] if len(left) == 1 else replace(expr, count=count - found.count(TRUE), parts=left)
        case Worded(answer="", name=""):
            return replace(expr, part=on_days(expr.part, days))
        case _:  # other kinds: one test, or words that speak of the whole
            return expr


def _received_on(expr: Expr, days: Days) -> Expr:
    """The condition with a day of receipt that can only be one of these days."""
    first, until = days
    for inner in list(subexpressions(expr)):
        for term in own_terms(inner):
            if isinstance(term, FactValue) and term.fact.name == RECEIVED and isinstance(kind := term.fact.type, Date):
                last = kind.last if until is None else min(until - timedelta(days=1), kind.last)
                if (earliest := max(first, kind.first)) <= last:
                    narrow = replace(term.fact, type=Date(earliest, last))
                    expr = replaced(expr, term, FactValue(narrow))
    return expr


@dataclass(frozen=True, slots=True)
class CodeGroup:
    """Codes with the condition that they share, if there is one."""

    codes: tuple[Listed, ...]
    only_when: Expr | None = None
    quote: str = ""
    readings: tuple[Reading, ...] = ()
    span: Span = NOWHERE
    says: Sentence = ()


class CodeReader:
    """Reads codes. State: the conditions of the document, its sources, the default citation of a code, what was read.

    Equal conditions of several codes become one expression, as a named condition does.
    """

    def __init__(self, conditions: Conditions, sources: Mapping[str, Source], cite: tuple[Citation, ...]) -> None:
        self.conditions = conditions
        self.report = conditions.report
        self.sources = sources
        self.cite = cite
        self.conditions_read: dict[Expr, Expr] = {}

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
        keys = ("only_when", "from", "until", "add_on_to", "cite", "quote", "reading", "sheet")
        optional = keys if labelled else (*keys, "label")
        given = fields.keys(table, optional, ("label",) if labelled else (), self.report, "a code")
        label = fields.prose(given.get("label"), self.report, "a label") or ""
        cite = read_citations(given["cite"], self.sources, self.report) if "cite" in given else self.cite
        quote, readings = self.conditions.notes(given)
        if not {"only_when", "from", "until"}.intersection(given):
            alone = ("quote", "sheet") if "add_on_to" in given else ("quote", "sheet", "cite")
            beside(table, alone, "only_when", self.report)
        tests = self.days(given, span)
        if "only_when" in given:
            tests.append(self.conditions.joined(given["only_when"]))
        tests = [self.conditions_read.setdefault(test, test) for test in tests]
        only_when = all_of(*tests) if tests else None
        primaries = []
        for item in fields.items(given.get("add_on_to"), self.report, "`add_on_to`"):
            primary = fields.one_of(item, known, self.report, "a code of this policy", "unknown-code")
            if primary:
                primaries.append(primary)
        says = read_sentence(given.get("sheet"), self.conditions.names)
        return Listed(Code(code, label, tuple(primaries), span), cite, quote, readings, only_when, says=says)

    def days(self, given: Mapping[str, Node], span: Span) -> list[Expr]:
        """`from` and `until`: the days of receipt on which the code is in the list, half-open as those of a version."""
        start, end = (fields.day(given.get(key), self.report, f"`{key}`") for key in ("from", "until"))
        fact = self.conditions.names.fact(RECEIVED) if start or end else None
        if fact is None or not isinstance(fact.type, Date):
            return []  # that it is not there is reported of the whole document
        if start and end and not start < end:
            message = "the code is never in the list: it leaves before it comes"
            help = "write the later day under `until`; that day is the first one outside"
            self.report.error("empty-interval", message, given["until"].span, help)
        ends: tuple[tuple[Op, date | None], ...] = ((">=", start), ("<", end))
        tests = [Compare(op, FactValue(fact), Literal(day)) for op, day in ends if day]
        words = ", and ".join(f"{operator(op).date_words} {day}" for op, day in ends if day)
        return [Worded(all_of(*tests), fact.ask, words, span=span)]


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
