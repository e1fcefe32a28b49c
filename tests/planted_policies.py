"""The policies under tests/planted, each a change of base.yaml, and the findings that their marks expect."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

from drafts import blocks, composed, marked
from wiser_compiler.commands.prove import compare_versions, prove
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.between_versions import review_due
from wiser_compiler.linting.library import documents, read_library

PLANTED = Path(__file__).parent / "planted"
BASE = (PLANTED / "base.yaml").read_text(encoding="utf-8")
FILES = sorted(path for path in PLANTED.glob("*.yaml") if path.stem != "base")
TODAY = date(2026, 7, 1)

# A file shows one anomaly. That its bounds have examples, on both sides of each, is asked where a file expects it.
LEFT_OUT = "uncovered-bound"


def stock(text: str) -> dict[str, dict[str, str]]:
    """The lines that are there for one fact alone, by section and line: its declaration, its answer in an example."""
    sections = blocks(text)
    pattern = r"(?m)^ {%d}(?!received_date)([a-z_]+): .*\n"
    return {
        key: {match[0]: match[1] for match in re.finditer(pattern % indent, sections[key])}
        for key, indent in (("facts", 4), ("examples", 6))
    }


STOCK = stock(BASE)


def changed(change: str) -> str:
    """The base with a change, without the facts that nothing names."""
    sections = blocks(composed(change, BASE))
    lines = [(key, line) for key, section in sections.items() for line in section.splitlines(keepends=True)]
    named = "".join(line for key, line in lines if line not in STOCK.get(key, {}))
    named = re.sub(r'"[^"]*"|title: [^,\n]*', "", named)  # a word of a text names nothing
    return "".join(
        line
        for key, line in lines
        if (name := STOCK.get(key, {}).get(line)) is None or re.search(rf"\b{name}\b", named)
    )


def texts_of(path: Path) -> Iterator[str]:
    """The documents of a file, with their marks."""
    return map(changed, path.read_text(encoding="utf-8").split("# and beside it\n"))


def expected_in(texts: list[str]) -> tuple[list[str], set[tuple[str, int, str, str]]]:
    """The documents without their marks, and what the marks expect: version, line, code, beginning of the message."""
    plain, expected = [], set()
    for text in texts:
        bare, marks = marked(re.sub(r" +#= [a-z-]+(?=\n| )", "", text))
        version = re.search(r'(?m)^version: "(.*)"', bare)
        plain.append(bare)
        expected |= {(version[1] if version else "", *mark) for mark in marks}
    return plain, expected


def findings_of(folder: Path, ids: Collection[str]) -> Report:
    """The findings of lint, of proofs and of reviews that are due, in the documents of these ids."""
    report = Report()
    paths = [path for path in documents(folder, report) if path.parent.name in ids]
    drafts = [document.draft for document in read_library(paths, report)]
    policies = [draft for draft in drafts if draft is not None]
    list(prove([(policy, "") for policy in policies], {}, report))
    compare_versions(policies, (), report)
    review_due(policies, TODAY, report)
    return report
