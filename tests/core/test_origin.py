"""The origin of criteria, clocks, facts and questions: the policy, the compiler or a program. Spans have no meaning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import fields, is_dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

import pytest
from drafts import composed, placed
from lengths import one_in
from planted_policies import FILES, expected_in, texts_of
from shipped import SHIPPED
from wiser_compiler.commands.prove import prove
from wiser_compiler.core.criterion_ids import IN_FORCE, LISTED_CODE, ONE_SERVICE, of_code, primary_of
from wiser_compiler.core.model import Criterion, Policy
from wiser_compiler.core.normal_form import meaning
from wiser_compiler.diagnostics import NOWHERE, Report, Span
from wiser_compiler.linting.library import documents, read_library
from wiser_compiler.printers import as_text
from wiser_compiler.proof.mutation.mutants import mutants
from wiser_compiler.proof.versions.difference import difference
from wiser_compiler.proof.versions.report import as_data
from wiser_compiler.reading.reader import read_policy
from wiser_compiler.targets import TARGETS, WHOLE
from wiser_compiler.targets.checklist.sheet import checklist
from wiser_compiler.targets.pages import readings_page

T = TypeVar("T")


def nowhere(thing: T, known: dict[int, Any] | None = None) -> T:
    """The same without its places; what stood in several places is still one thing."""
    known = {} if known is None else known
    if id(thing) not in known:
        known[id(thing)] = thing, _nowhere(thing, known)
    return known[id(thing)][1]  # type: ignore[no-any-return]


def _nowhere(thing: Any, known: dict[int, Any]) -> Any:
    match thing:
        case Span():
            return NOWHERE
        case tuple() | list():
            return type(thing)(nowhere(part, known) for part in thing)
        case Mapping():
            return {key: nowhere(value, known) for key, value in thing.items()}
        case _ if is_dataclass(thing) and not isinstance(thing, type):
            parts = {field.name: nowhere(getattr(thing, field.name), known) for field in fields(thing)}
            return type(thing)(**parts)
        case _:
            return thing


def read(change: str, folder: Path) -> Policy:
    """A draft, however many lints it breaks."""
    report = Report()
    policy = read_policy(placed(composed(change).encode(), folder), report)
    assert policy is not None, as_text(report)
    return policy


# ---------------------------------------------------------------- places mean nothing


def files_of(policy: Policy) -> dict[str, str]:
    """Everything that targets make of a policy."""
    return {path: text for target in TARGETS.values() for path, text in target(policy).files.items()}


@pytest.mark.parametrize("policy", one_in(2, SHIPPED.values()), ids=lambda policy: policy.key)
def test_what_is_made_of_a_policy_does_not_hang_on_its_places(policy: Policy) -> None:
    bare = nowhere(policy)
    assert bare == policy
    assert meaning(bare) == meaning(policy)
    assert files_of(bare) == files_of(policy)
    assert [(one.words, one.says.quote) for one in mutants(bare)] == [(m.words, m.says.quote) for m in mutants(policy)]


def test_pages_about_all_policies_do_not_hang_on_places() -> None:
    policies = list(SHIPPED.values())
    bare = [nowhere(policy) for policy in policies]
    assert readings_page(bare) == readings_page(policies)
    assert [page(bare) for page in WHOLE] == [page(policies) for page in WHOLE]


def test_what_is_different_between_versions_does_not_hang_on_places() -> None:
    old, new = SHIPPED["scs@1.0.0"], SHIPPED["scs@6.0.0"]
    assert as_data(difference(nowhere(old), nowhere(new))) == as_data(difference(old, new))


def one_of_each() -> Iterator[tuple[str, str]]:
    """The planted policies, one for each set of codes that they are there for: name and text."""
    kinds: set[frozenset[str]] = set()
    for path in FILES:
        texts, expected = expected_in(list(texts_of(path)))
        codes = frozenset(code for _, _, code, _ in expected)
        if codes not in kinds:
            kinds.add(codes)
            yield path.stem, texts[0]


def proved(bare: bool, folder: Path) -> dict[str, Any]:
    """All that is asked and found about planted policies, in words and with requests, with their places or without."""
    found = {}
    for stem, text in one_of_each():
        placed(text.encode(), folder)
        paths = [path for path in documents(folder, Report()) if path.parent.name == "draft"]
        drafts = [document.draft for document in read_library(paths, Report()) if document.draft is not None]
        for policy in nowhere(drafts) if bare else drafts:
            report = Report()
            (all_asked,) = prove([(policy, "")], {}, report)
            questions = [{**question, "line": 0} for question in all_asked.as_dict()["questions"]]
            words = [
                (f.code, f.message, f.label, f.help, [label for _, label in f.related], f.notes) for f in report.found
            ]
            found[stem] = questions, words
    return found


def test_what_is_proved_does_not_hang_on_places(tmp_path: Path) -> None:
    """Each in a process of its own: asked again in the same one, the solver may show another request."""
    context = get_context("spawn")
    bare, whole = (
        ProcessPoolExecutor(1, context).submit(proved, without, tmp_path).result() for without in (True, False)
    )
    assert len(whole) > 30  # a policy that cannot be read is not proved
    for stem in whole:
        assert bare[stem] == whole[stem], stem


# ---------------------------------------------------------------- whose is it?

MADE = """\
# whole document
program: plan
version: "1.0.0"
title: A plan
uses: words 1.0.0
effective: {from: "2026-01-05", until: open}
sources: {guide_6: {same_as: guide, section: "1.4"}}
facts: {Request: {urgent: "Is the request urgent?"}}
services:
  one: {title: One, section: "1", codes: {"62321": {only_when: urgent}, "62322": {label: more, add_on_to: ["62321"]}}}
  two: {title: Two, section: "2", codes: ["62323"]}
scope: {urgency: {title: It is urgent, cite: {guide_6: box 1}, require: urgent}}
clocks: {answer: {title: An answer, cite: {guide_6: box 2}, due: {on_or_before: 3 days after received_date}}}
"""


def test_what_the_compiler_makes_of_the_head_is_said_to_be_its_own(tmp_path: Path) -> None:
    policy = read(MADE, tmp_path)
    made = [criterion.id for criterion in policy.criteria if criterion.origin == "compiler"]
    assert made == [IN_FORCE, LISTED_CODE, of_code("62321"), primary_of("62322"), ONE_SERVICE]
    assert [c.id for c in policy.criteria if c.origin == "document"] == ["urgency"]
    assert policy.own == policy.criteria
    assert [fact.name for fact in policy.own_facts] == ["urgent"]


def test_what_a_policy_has_of_its_program_is_not_its_own(tmp_path: Path) -> None:
    policy = read("part_of: plan 1.0.0\n", tmp_path)
    assert {c.id: c.origin for c in policy.criteria} == {
        "state": "program", IN_FORCE: "compiler", LISTED_CODE: "compiler",
        "everything-else": "document", "at-hand": "document",
    }  # fmt: skip
    assert "state" not in {criterion.id for criterion in policy.own}
    assert ([c.id for c in policy.clocks], policy.own_clocks) == (["answer"], ())
    origins = {fact.name: fact.origin for fact in policy.facts}
    assert {origins[name] for name in ("codes", "state", "service_date", "imaging")} == {
        "compiler", "program", "vocabulary", "document",
    }  # fmt: skip
    assert {"codes", "state", "service_date"}.isdisjoint(fact.name for fact in policy.own_facts)


def test_who_wrote_a_thing_is_no_part_of_its_meaning(tmp_path: Path) -> None:
    policy = read("part_of: plan 1.0.0\n", tmp_path)
    criteria = tuple(replace(criterion, origin="document") for criterion in policy.criteria)
    other = replace(policy, criteria=criteria)
    assert other == policy
    assert (other.own, meaning(other)) == (other.criteria, meaning(policy))


AUTHORED = """\
advisory:
  {id}:
    title: The pain has lasted
    cite: {{guide_6: box 3}}
    require: {{pain_duration: {{at_least: 4 weeks, quote: "4 weeks"}}}}
"""


def authored(id: str, folder: Path) -> tuple[Policy, Criterion]:
    """A policy whose author gave a criterion an id of the compiler, where the compiler makes none."""
    policy = read(AUTHORED.format(id=id), folder)
    return policy, next(criterion for criterion in policy.criteria if criterion.id == id)


def test_a_criterion_of_an_author_that_is_named_like_a_code_stands_on_the_checklist(tmp_path: Path) -> None:
    policy, criterion = authored(of_code("62321"), tmp_path)
    assert [row.title for row in checklist(policy).advisory.rows] == [criterion.title]


def test_a_criterion_of_an_author_that_is_named_like_one_of_services_is_mutated(tmp_path: Path) -> None:
    policy, criterion = authored(ONE_SERVICE, tmp_path)
    assert criterion in [change.before for mutant in mutants(policy) for change in mutant.changes]
