"""The cases of tests/cases: every word of the language with facts and verdicts written by hand.

A file declares its words as a policy does; each of its cases is a criterion, with the facts under which it has each
verdict. The verdicts come from docs/semantics.md, and never from a run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from wiser_compiler.core.evaluate import VERDICTS
from wiser_compiler.core.model import Policy
from wiser_compiler.core.walk import criterion_facts
from wiser_compiler.diagnostics import Report, Span
from wiser_compiler.printers import as_text
from wiser_compiler.reading.examples import read_request
from wiser_compiler.reading.reader import read_policy
from wiser_compiler.reading.syntax import Entry, Items, Node, Table, Text, read_syntax

FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
CONDITIONS = ("applies_when", "require", "unless")
DIFFERS = "differs"  # the row of docs/semantics.md that a case of other_languages.yaml shows
HEAD = """
policy: cases
version: "1.0.0"
title: One case
effective: {from: 2026-01-01, until: open}
sources: {page: {title: What a policy means}}
facts:
  Request:
    received_date: {type: date, from: 2026-01-01, to: 2036-12-31, ask: "When was the request received?"}
"""


def tree(text: str, name: str) -> Table:
    """A YAML text as keys and values."""
    report = Report()
    node = read_syntax(text.encode(), name, report)
    assert isinstance(node, Table), as_text(report)
    return node


def below(node: Node | None) -> tuple[Entry, ...]:
    assert isinstance(node, Table)
    return node.entries


def items(node: Node | None) -> tuple[Node, ...]:
    assert isinstance(node, Items)
    return node.items


def key(name: str, span: Span) -> Text:
    return Text(name, True, span)


# ---------------------------------------------------------------- from a case to a policy


@dataclass(frozen=True)
class Case:
    """One case of a file: a criterion, and the policy that holds it and nothing more."""

    file: str
    node: Table
    policy: Policy

    @property
    def says(self) -> str:
        """The case as one sentence."""
        entries = (entry for entry in self.node.entries if entry.key.text not in (*VERDICTS, DIFFERS))
        parts = (f"{entry.key.text} {sentence(entry.value)}" for entry in entries)
        return ", ".join(parts).removeprefix("require ")

    def requests(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Each expected verdict with its facts, in words and as a request holds them."""
        facts = {fact.name: fact for fact in self.policy.facts}
        for entry in self.node.entries:
            for node in items(entry.value) if entry.key.text in VERDICTS else ():
                report = Report()
                request = {"received_date": "2026-05-04"} | read_request(node, facts, report)
                assert not report.found, as_text(report)
                yield entry.key.text, sentence(node), request


def sentence(node: Node) -> str:
    """A condition or facts in one line, as they are written."""
    match node:
        case Text(text=text):
            return text.replace("_", " ")
        case Table(entries=entries):
            return " and ".join(f"{sentence(e.key)} {sentence(e.value)}" for e in entries) or "nothing stated"
        case Items(parts):
            return f"[{', '.join(sentence(part) for part in parts)}]"


@cache
def read_file(path: Path) -> tuple[Case, ...]:
    """The cases of a file: read as one document, so that nothing is declared in vain, then each on its own."""
    given = tree(path.read_text("utf-8"), path.name)
    head, name = tree(HEAD, "HEAD"), "facts"
    cases = [Table(below(case), case.span) for case in items(given.get("cases"))]
    criteria = tuple(Entry(key(name_of(c), c.span), criterion(c)) for c in cases if c.get("criterion") is None)
    facts = Table((*below(head.get(name)), *below(given.get(name))), given.span)
    document = Table(
        (
            *(entry for entry in head.entries if entry.key.text != name),
            *(entry for entry in given.entries if entry.key.text not in (name, "cases")),
            Entry(key(name, given.span), facts),
            Entry(key("criteria", given.span), Table(criteria, given.span)),
        ),
        given.span,
    )
    report = Report()
    policy = read_policy(Path("cases/1.0.0.yaml"), report, document)
    assert policy is not None, as_text(report)
    return tuple(Case(path.stem, case, alone(policy, name_of(case))) for case in cases)


def criterion(case: Table) -> Table:
    """The case as it would stand under `criteria:`."""
    title = Entry(key("title", case.span), key(f"Line {case.span.line} of the cases", case.span))
    (cite,) = below(tree("cite: {page: the verdicts}", "cite"))
    return Table((title, cite, *(e for e in case.entries if e.key.text not in (*VERDICTS, DIFFERS))), case.span)


def name_of(case: Table) -> str:
    """Its line in the file, or the criterion that the compiler writes itself."""
    node = case.get("criterion")
    return node.text if isinstance(node, Text) else f"line-{case.span.line}"


def alone(policy: Policy, name: str) -> Policy:
    """The policy with this criterion and the one of its dates, and with their facts."""
    criteria = tuple(c for c in policy.criteria if c.id in ("in-force", name))
    used = {fact.name for c in criteria for fact in criterion_facts(c)}
    assert len(criteria) == 2
    return replace(policy, criteria=criteria, facts=tuple(f for f in policy.facts if f.name in used))


def cases_by_hand() -> list[Case]:
    """Every case of every file."""
    return [case for path in FILES for case in read_file(path)]
