"""Cases as data: every word of the language with facts and verdicts written by hand, on which every target agrees.

A file under tests/cases declares its words as a policy does; each of its cases is a criterion, with the facts under
which it has each verdict. The verdicts come from docs/semantics.md, and never from a run.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from generated_modules import schemas, validator
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from targets_agree import agrees
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import MET, VERDICTS, verdict
from wiser_compiler.core.model import Choice, Fact, FactType, Findings, Note, OptionSet, Policy, Records, YesNo
from wiser_compiler.core.walk import criterion_facts
from wiser_compiler.diagnostics import Report, Span
from wiser_compiler.printers import as_text
from wiser_compiler.proof.strategies import requests
from wiser_compiler.reading.conditions import JOINTS
from wiser_compiler.reading.examples import read_request
from wiser_compiler.reading.list_test import LIST_WORDS
from wiser_compiler.reading.reader import read_policy
from wiser_compiler.reading.syntax import Entry, Items, Node, Table, Text, read_syntax
from wiser_compiler.reading.words import BESIDE, BOUNDS, WORDS
from wiser_compiler.targets.checklist.lines import IN_HEADER
from wiser_compiler.targets.markdown import escape, markdown

FILES = sorted((Path(__file__).parents[1] / "cases").glob("*.yaml"))
CONDITIONS = ("applies_when", "require", "unless")
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

    node: Table
    policy: Policy

    @property
    def says(self) -> str:
        """The case as one sentence."""
        parts = (f"{e.key.text} {sentence(e.value)}" for e in self.node.entries if e.key.text not in VERDICTS)
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
    return tuple(Case(case, alone(policy, name_of(case))) for case in cases)


def criterion(case: Table) -> Table:
    """The case as it would stand under `criteria:`."""
    title = Entry(key("title", case.span), key(f"Line {case.span.line} of the cases", case.span))
    (cite,) = below(tree("cite: {page: the verdicts}", "cite"))
    return Table((title, cite, *(e for e in case.entries if e.key.text not in VERDICTS)), case.span)


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


CASES = [pytest.param(case, id=f"{path.stem}: {case.says}") for path in FILES for case in read_file(path)]
ANSWERS = [
    pytest.param(param.values[0], expected, request, id=f"{param.id} is {expected} with {words}")
    for param in CASES
    for expected, words, request in param.values[0].requests()  # type: ignore[union-attr]
]


# ---------------------------------------------------------------- what every target says of it


@cache
def compiled(case: Case) -> tuple[Any, Any, Any]:
    return validator(case.policy), schemas(case.policy), schemas(case.policy, "draft-07/")


@pytest.mark.parametrize(("case", "expected", "request_"), ANSWERS)
def test_every_target_gives_the_verdict_written_by_hand(case: Case, expected: str, request_: dict[str, Any]) -> None:
    facts, problems = read_case(case.policy.facts, request_)
    assert not problems
    assert verdict(case.policy.criteria[1], facts) == expected
    module, draft, twin = compiled(case)
    agrees(case.policy, module, draft, request_, twin, Counter())


@pytest.mark.parametrize("case", CASES)
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_target_answers_drawn_requests_alike(case: Case, data: st.DataObject) -> None:
    """The requests lie at the edges of the case, and are none that its author thought of."""
    request = data.draw(requests(case.policy))
    module, draft, twin = compiled(case)
    agrees(case.policy, module, draft, request, twin, Counter())


@pytest.mark.parametrize("case", CASES)
def test_the_checklist_shows_what_is_asked(case: Case) -> None:
    (sheet,) = markdown(case.policy).files.values()
    asked = case.policy.criteria[1]
    if asked.id.startswith("code-"):  # what a single code needs stands with the codes, where it decides
        assert escape(asked.title) not in sheet
        return
    _, title, row = sheet.partition(escape(asked.title))
    assert title
    questions = [fact.ask for fact in criterion_facts(asked) if fact.name not in IN_HEADER]
    assert [ask for ask in questions if plain(ask) not in plain(sheet)] == []
    assert [words for words in shown(case) if plain(words) not in plain(row)] == []


def plain(text: str) -> str:
    """Letters and digits alone: a question may stand without its mark, and with a small letter."""
    return f" {' '.join(re.sub(r'[^a-z0-9.]|[.](?![0-9])', ' ', text.casefold()).split())} "


# A number stands with its unit, a number of records without.
ASKED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9.]+(?= visit)|[0-9.]+ (?!visit)[a-z]+|-[0-9.]+")


def shown(case: Case) -> Iterator[str]:
    """The dates, numbers and answers that a case asks for, as people must see them."""
    kinds = [fact.type for fact in every_fact(case.policy.facts)]
    options = [o for kind in kinds if isinstance(kind, Choice | OptionSet | Findings) for o in kind.options]
    labels = {option.id: option.label for option in options}
    for part in CONDITIONS:
        for leaf in leaves(case.node.get(part)):
            yield from [labels[leaf]] if leaf in labels else ASKED.findall(leaf)


def leaves(node: Node | None) -> Iterator[str]:
    """Every text of a condition that is a value, and not a key."""
    match node:
        case Text(text=text):
            yield text
        case Table(entries=entries):
            for entry in entries:
                yield from leaves(entry.value)
        case Items(parts):
            for part in parts:
                yield from leaves(part)


# ---------------------------------------------------------------- nothing is left out


@pytest.mark.parametrize("case", CASES)
def test_each_case_has_both_sides(case: Case) -> None:
    verdicts = {expected for expected, _, _ in case.requests()}
    assert MET in verdicts
    assert verdicts & {"not met", "missing"}
    assert ("not applicable" in verdicts) == (case.policy.criteria[1].applies_when is not None)


# A word with the type of the fact it tests; without a type it joins, or speaks of a list or a criterion.
Use = tuple[type[FactType] | None, str]


def uses(node: Node | None, types: Mapping[str, type[FactType]]) -> Iterator[Use]:
    """Every word of a condition."""
    for entry in node.entries if isinstance(node, Table) else ():
        name, dot, _ = entry.key.text.partition(".")
        match entry.value:
            case Table(entries=words) if name in types:
                yield from ((types[name], word.key.text) for word in words)
            case Text(text=answer) if name in types:
                yield types[name], f"{'.item ' if dot else ''}{answer}"
            case below_it:
                yield None, entry.key.text
                if entry.key.text == "if_none" and isinstance(below_it, Text):
                    yield None, f"if_none: {below_it.text}"
                yield from uses(below_it, types)
    for item in node.items if isinstance(node, Items) else ():
        yield from uses(item, types)
    if isinstance(node, Text):
        name, dot, _ = node.text.partition(".")
        if name in types:
            yield types[name], ".item" if dot else "bare name"


def every_fact(facts: tuple[Fact, ...]) -> Iterator[Fact]:
    for fact in facts:
        yield fact
        yield from fact.type.fields if isinstance(fact.type, Records) else ()


@cache
def used() -> frozenset[Use]:
    """Every word that some case uses."""
    found: set[Use] = set()
    for path in FILES:
        for case in read_file(path):
            types = {fact.name: type(fact.type) for fact in every_fact(case.policy.facts)}
            criterion = Table(tuple(e for e in case.node.entries if e.key.text in CONDITIONS), case.node.span)
            found.update(uses(criterion, types))
        values = tree(path.read_text("utf-8"), path.name).get("values")
        for value in below(values) if values else ():
            found.update((None, entry.key.text) for entry in below(value.value))
    return frozenset(found)


WORDS_OF_THE_LANGUAGE: list[Use] = [
    *((kind, word) for kind, words in WORDS.items() for word in (*words, "documented")),
    *((kind, word) for word, mains in BESIDE.items() for kind, words in WORDS.items() if set(mains) & set(words)),
    *((None, word) for word in (*JOINTS, *LIST_WORDS, *BOUNDS, *CONDITIONS)),
    *((None, word) for word in ("where", "plus", "has", "if_none: met", "if_none: not met")),
    *((None, word) for word in ("earliest", "latest")),
    *((kind, "bare name") for kind in (YesNo, Note)),
    *((kind, word) for kind in (Findings, OptionSet) for word in (".item", ".item no")),
    *((YesNo, word) for word in ("yes", "no")),
    *((Findings, word) for word in ("none", "any", "all")),
]


def word(use: Use) -> str:
    kind, name = use
    return f"{name} on a fact of type {kind.__name__}" if kind else name


@pytest.mark.parametrize("use", WORDS_OF_THE_LANGUAGE, ids=word)
def test_every_word_of_the_language_has_a_case(use: Use) -> None:
    assert use in used()
