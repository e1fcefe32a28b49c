"""Cases as data: every word of the language with facts and verdicts written by hand, on which every target agrees.

tests/cases_by_hand.py reads them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from cases_by_hand import CONDITIONS, FILES, Case, below, cases_by_hand, read_file, tree
from generated_modules import schemas, validator
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from targets_agree import agrees
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import MET, verdict
from wiser_compiler.core.model import Choice, Fact, FactType, Findings, Note, OptionSet, Records, YesNo
from wiser_compiler.core.walk import criterion_facts
from wiser_compiler.proof.strategies import requests
from wiser_compiler.reading.conditions import JOINTS
from wiser_compiler.reading.list_test import LIST_WORDS
from wiser_compiler.reading.syntax import Items, Node, Table, Text
from wiser_compiler.reading.words import BESIDE, BOUNDS, WORDS
from wiser_compiler.targets.checklist.lines import IN_HEADER
from wiser_compiler.targets.markdown import escape, markdown

CASES = [pytest.param(case, id=f"{case.file}: {case.says}") for case in cases_by_hand()]
ANSWERS = [
    pytest.param(param.values[0], expected, request, id=f"{param.id} is {expected} with {words}")
    for param in CASES
    for expected, words, request in param.values[0].requests()  # type: ignore[union-attr]
]


# ---------------------------------------------------------------- what every target says of it


@cache
def compiled(case: Case) -> tuple[Any, Any, Any]:
    return validator(case.policy), schemas(case.policy), schemas(case.policy, "draft-07/")


@cache
def drawn(case: Case) -> st.SearchStrategy[dict[str, Any]]:
    return requests(case.policy)


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
    request = data.draw(drawn(case))
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
