"""The hash of a meaning: rewording keeps it, every change of behaviour alters it, and no rewriting changes a truth."""

import json
import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from floors import looked
from generated_modules import validator
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from lengths import one_in
from shipped import SHIPPED
from strategies_of_policies import expressions, policies
from wiser_compiler.core.evaluate import outcome, truth, verdict
from wiser_compiler.core.model import (
    TRUE,
    AtLeast,
    Choice,
    Clock,
    Compare,
    Count,
    Criterion,
    Date,
    Documented,
    Expr,
    Extreme,
    Fact,
    FactType,
    FactValue,
    Findings,
    Includes,
    Literal,
    Multiple,
    Not,
    Number,
    Op,
    Option,
    OptionSet,
    Policy,
    Records,
    Shifted,
    Sum,
    Term,
    Total,
    Which,
    Worded,
)
from wiser_compiler.core.normal_form import SHORT, as_key, meaning, meaning_of, normal
from wiser_compiler.core.walk import criterion_parts, replaced, subexpressions
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.library import documents, read_documents
from wiser_compiler.proof.strategies import cases
from wiser_compiler.targets.json_schema import json_schema
from wiser_compiler.targets.markdown import markdown

POLICIES = Path("policies")
every_policy = pytest.mark.parametrize("key", SHIPPED)


def form(expr: Expr) -> str:
    return as_key(normal(expr))


def asks(facts: tuple[Fact, ...], expr: Expr) -> Policy:
    """The smallest policy around an expression, to draw cases from."""
    criterion = Criterion("c", "It is so", "required", (), expr)
    return Policy("p", "1.0.0", "A policy", date(2026, 1, 5), None, None, (), (), facts, (criterion,))


# ---------------------------------------------------------------- the normal form is exact


@settings(max_examples=200)
@given(st.data(), expressions(4))
def test_the_normal_form_has_the_same_truth_on_every_case(
    data: st.DataObject, drawn: tuple[tuple[Fact, ...], Expr]
) -> None:
    facts, expr = drawn
    for _ in range(5):
        case = data.draw(cases(asks(facts, expr)))
        assert truth(normal(expr), case) is truth(expr, case)


@settings(max_examples=80)
@given(expressions(4))
def test_the_normal_form_is_its_own_normal_form(drawn: tuple[tuple[Fact, ...], Expr]) -> None:
    _, expr = drawn
    assert normal(normal(expr)) == normal(expr)


SAME: dict[Op, Op] = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "=="}


@st.composite
def said_otherwise(draw: DrawFn, expr: Expr) -> Expr:
    """The same condition in other words, in another order, with more brackets."""
    match expr:
        case Worded(part=part):
            found = draw(said_otherwise(part))
        case Not(part=AtLeast(count=count, parts=parts)) if count > 0 and draw(st.booleans()):
            found = AtLeast(len(parts) - count + 1, tuple(Not(draw(said_otherwise(part))) for part in parts))
        case Not(part=part):
            found = Not(draw(said_otherwise(part)))
        case AtLeast(count=count, parts=parts) if count > 0:
            found = draw(_joined_otherwise(count, [draw(said_otherwise(part)) for part in parts]))
        case Compare(op=op, left=left, right=right):
            one, other = draw(_term_otherwise(left)), draw(_term_otherwise(right))
            found = Compare(op, one, other) if draw(st.booleans()) else Compare(SAME[op], other, one)
        case _:
            found = expr
    match draw(st.integers(0, 5)):
        case 1:
            return Worded(found, "In other words", "yes", "as the source says")
        case 2:
            return Not(Not(found))
        case 3:
            return AtLeast(1, (found,))
        case _:
            return found


@st.composite
def _joined_otherwise(draw: DrawFn, count: int, parts: list[Expr]) -> Expr:
    shuffled = draw(st.permutations(parts))
    if 1 < count < len(parts):
        return AtLeast(count, tuple(shuffled))
    every = count == len(parts)
    if draw(st.booleans()):
        shuffled.append(draw(st.sampled_from(parts)))  # said twice
    cut = draw(st.integers(0, len(shuffled) - 1))
    if cut > 0:
        inner = tuple(shuffled[:cut])
        shuffled = [AtLeast(cut if every else 1, inner), *shuffled[cut:]]
    return AtLeast(len(shuffled) if every else 1, tuple(shuffled))


@st.composite
def _term_otherwise(draw: DrawFn, term: Term) -> Term:
    match term:
        case Sum(parts=parts):
            first, *rest = draw(st.permutations([draw(_term_otherwise(part)) for part in parts]))
            return Sum((first, Sum(tuple(rest)))) if len(rest) > 1 and draw(st.booleans()) else Sum((first, *rest))
        case Multiple(factor=factor, part=part):
            return Multiple(factor, draw(_term_otherwise(part)))
        case Shifted(date=inner, months=months, days=days):
            return Shifted(draw(_term_otherwise(inner)), months, days)
        case Count(where=where) | Extreme(where=where) | Total(where=where):
            return replace(term, where=TRUE if where is None else draw(said_otherwise(where)))
        case Literal(value=Decimal() as value):
            return Literal(
                Decimal(f"{value:f}.0" if value == int(value) and "." not in f"{value:f}" else f"{value:f}0")
            )
        case _:
            return term


@settings(max_examples=150)
@given(st.data(), expressions(4))
def test_what_is_said_otherwise_has_the_same_normal_form_and_truth(
    data: st.DataObject, drawn: tuple[tuple[Fact, ...], Expr]
) -> None:
    facts, expr = drawn
    other = data.draw(said_otherwise(expr))
    assert form(other) == form(expr)
    case = data.draw(cases(asks(facts, expr)))
    assert truth(other, case) is truth(expr, case)


@settings(max_examples=80)
@given(st.data(), policies())
def test_random_policies_with_one_hash_agree_with_each_other(data: st.DataObject, policy: Policy) -> None:
    criteria = data.draw(st.permutations([otherwise(data, criterion) for criterion in policy.criteria]))
    other = replace(reworded(policy), criteria=tuple(criteria), facts=tuple(reversed(reworded(policy).facts)))
    assert meaning(other) == meaning(policy)
    agree(data, policy, other)


def otherwise(data: st.DataObject, criterion: Criterion) -> Criterion:
    return replace(
        criterion,
        title="Another title",
        require=data.draw(said_otherwise(criterion.require)),
        applies_when=criterion.applies_when and data.draw(said_otherwise(criterion.applies_when)),
        unless=criterion.unless and data.draw(said_otherwise(criterion.unless)),
    )


def agree(data: st.DataObject, policy: Policy, other: Policy) -> None:
    for _ in range(3):
        case = data.draw(cases(policy))
        assert outcome(policy, case) == outcome(other, case)
        assert {c.id: verdict(c, case) for c in policy.criteria} == {c.id: verdict(c, case) for c in other.criteria}


@looked({"kept": 5, "changed": 100})
@settings(max_examples=80, derandomize=True, database=None)
@given(st.data(), policies())
def test_a_random_change_that_keeps_the_hash_changes_no_verdict(
    seen: Counter[str], data: st.DataObject, policy: Policy
) -> None:
    criterion = data.draw(st.sampled_from(policy.criteria))
    for changed in data.draw(st.lists(st.sampled_from([*changes_of(criterion)]), min_size=4, max_size=9)):
        other = replace(policy, criteria=tuple(changed if c is criterion else c for c in policy.criteria))
        kept = meaning(other) == meaning(policy)
        seen["kept" if kept else "changed"] += 1
        if kept:
            agree(data, policy, other)
        assert kept == (meaning_of(changed) == meaning_of(criterion))


# ---------------------------------------------------------------- rewording


def reworded(policy: Policy) -> Policy:
    """Other words for people in everything but conditions."""
    return replace(
        policy,
        title="Another title",
        review_by=date(2040, 1, 1),
        sources=(),
        examples=(),
        questions=(),
        codes=tuple(replace(code, label="another label") for code in reversed(policy.codes)),
        facts=tuple(reworded_fact(fact) for fact in policy.facts),
        criteria=tuple(replace(c, title="Another", cite=(), readings=()) for c in reversed(policy.criteria)),
        clocks=tuple(replace(clock, title="Another", words="otherwise", quote="") for clock in policy.clocks),
        services=tuple(replace(service, title="Another", section="9", conditions=()) for service in policy.services),
        states=tuple(replace(state, label="Another", portal="https://example.org") for state in policy.states),
    )


def reworded_fact(fact: Fact) -> Fact:
    return replace(fact, ask="How so?", chart="Elsewhere", type=reworded_type(fact.type))


def reworded_type(kind: FactType) -> FactType:
    match kind:
        case Choice(options=options) | OptionSet(options=options) | Findings(options=options):
            return replace(kind, options=tuple(Option(option.id, "another label") for option in reversed(options)))
        case Records(fields=fields):
            return replace(kind, fields=tuple(reworded_fact(field) for field in reversed(fields)))
        case _:
            return kind


@every_policy
def test_rewording_a_shipped_policy_keeps_its_hash(key: str) -> None:
    assert meaning(reworded(SHIPPED[key])) == meaning(SHIPPED[key])


def rewritten(node: Any, key: str = "") -> Any:
    """A document with other words for people, and the parts of each `any` and `all` in another order."""
    match node:
        case dict():
            return {name: rewritten(value, name) for name, value in node.items()}
        case list() if key in ("any", "all"):
            return [rewritten(item) for item in reversed(node)]
        case list():
            return [rewritten(item) for item in node]
        case str() if key in ("title", "ask", "label"):
            return f"{node}, in other words"
        case str() if key == "quote":
            return f"{node} (it says)"  # in brackets: no clause that a test must ask for
        case _:
            return node


def test_rewriting_the_words_of_every_shipped_document_keeps_its_hash(tmp_path: Path) -> None:
    for path in POLICIES.glob("*/*.yaml"):
        text = yaml.dump(
            rewritten(yaml.load(path.read_text("utf-8"), yaml.BaseLoader)),  # noqa: S506 - it makes text alone
            default_style='"', width=10_000, sort_keys=False, allow_unicode=True,
        )  # fmt: skip
        (tmp_path / path.parent.name).mkdir(exist_ok=True)
        (tmp_path / path.parent.name / path.name).write_text(text, "utf-8")
    read = read_documents(documents(tmp_path, Report()), Report(), linted=False)
    policies = {document.key: document.policy for document in read if document.policy is not None}
    assert policies.keys() == SHIPPED.keys()
    for key, policy in policies.items():
        assert policy.title != SHIPPED[key].title
        assert meaning(policy) == meaning(SHIPPED[key]), key


@every_policy
def test_saying_the_criteria_of_a_shipped_policy_otherwise_keeps_its_hash(key: str) -> None:
    policy, draw = SHIPPED[key], random.Random(7)
    criteria = tuple(replace(c, require=shuffled(c.require, draw)) for c in policy.criteria)
    assert meaning(replace(policy, criteria=criteria)) == meaning(policy)


def shuffled(expr: Expr, draw: random.Random) -> Expr:
    match expr:
        case Worded(part=part):
            return shuffled(part, draw)
        case Not(part=part):
            return Not(shuffled(part, draw))
        case AtLeast(count=count, parts=parts):
            return AtLeast(count, tuple(shuffled(part, draw) for part in draw.sample(parts, len(parts))))
        case _:
            return expr


# ---------------------------------------------------------------- one-step changes


def changes_of(criterion: Criterion) -> Iterator[Criterion]:
    """Every criterion that differs from this one in one step."""
    other: dict[str, Any] = {"scope": "required", "required": "advisory", "advisory": "scope"}
    yield replace(criterion, effect=other[criterion.effect])
    yield replace(criterion, id=f"{criterion.id}-x")
    for name in ("applies_when", "require", "unless"):
        whole: Expr | None = getattr(criterion, name)
        if whole is not None:
            for part in subexpressions(whole):
                yield from (replace(criterion, **{name: replaced(whole, part, c)}) for c in changed(part))


def changed(expr: Expr) -> Iterator[Expr]:
    """The expression with one step changed in itself, its parts left alone."""
    match expr:
        case AtLeast(count=count, parts=parts):
            yield from (AtLeast(other, parts) for other in (count - 1, count + 1) if 0 < other <= len(parts))
            yield from (
                AtLeast(min(count, len(parts) - 1) if count < len(parts) else count - 1, parts[:n] + parts[n + 1 :])
                for n in range(len(parts))
                if len(parts) > 1
            )
        case Not(part=part):
            yield part
        case Compare(op=op, left=left, right=right):
            stricter: dict[Op, Op] = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
            if op in stricter:
                yield Compare(stricter[op], left, right)
            yield from (Compare(op, term, right) for term in changed_term(left))
            yield from (Compare(op, left, term) for term in changed_term(right))
            yield Not(expr)
        case Includes(fact=fact, item=item):
            yield from (Includes(fact, f"{item}{more}") for more in ("-x", "*"))
            yield Not(expr)
        case Documented():
            yield Not(expr)
        case Worded():
            pass


def changed_term(term: Term) -> Iterator[Term]:
    match term:
        case Literal(value=bool() as value):
            yield Literal(not value)
        case Literal(value=Decimal() as value):
            yield from (Literal(value + step) for step in (Decimal(1), Decimal(-1), Decimal("0.1")))
        case Literal(value=date() as value):
            yield from (Literal(value + timedelta(days)) for days in (1, -1))
        case Literal(value=frozenset() as value):
            yield Literal(value | {"x"})
        case Literal(value=str() as value):
            yield Literal(f"{value}-x")
        case Shifted(date=inner, months=months, days=days):
            yield from (Shifted(inner, months + 1, days), Shifted(inner, months, days - 1), inner)
            yield from (Shifted(found, months, days) for found in changed_term(inner))
        case Sum(parts=parts):
            yield Sum((*parts, parts[0]))
            yield from (
                Sum((*parts[:n], c, *parts[n + 1 :])) for n, part in enumerate(parts) for c in changed_term(part)
            )
        case Multiple(factor=factor, part=part):
            yield Multiple(factor + 1, part)
            yield from (Multiple(factor, found) for found in changed_term(part))
        case Extreme(which=which, where=where):
            yield from (replace(term, which=other) for other in get_args(Which) if other != which)
            if where is not None:
                yield replace(term, where=None)
        case Count(where=where) | Total(where=where):
            if where is not None:
                yield replace(term, where=None)
        case FactValue(fact=fact):
            yield FactValue(replace(fact, name=f"{fact.name}_x"))


@pytest.mark.parametrize("key", one_in(4, SHIPPED))
def test_every_one_step_change_of_a_criterion_alters_its_hash(key: str) -> None:
    policy, whole = SHIPPED[key], meaning(SHIPPED[key])
    tried = 0
    # The criteria of the program are tried with the program itself, and one of them here.
    for criterion in (policy.criteria[0], *policy.own):
        before = meaning_of(criterion)
        for other in changes_of(criterion):
            tried += 1
            assert meaning_of(other) != before, (criterion.id, [as_key(part) for part in criterion_parts(other)])
        criteria = tuple(next(changes_of(c)) if c is criterion else c for c in policy.criteria)
        assert meaning(replace(policy, criteria=criteria)) != whole
        left = tuple(c for c in policy.criteria if c is not criterion)
        assert meaning(replace(policy, criteria=left)) != whole
    assert tried > 20


def changed_types(kind: FactType) -> Iterator[FactType]:
    match kind:
        case Number(low=low, high=high, places=places, unit=unit):
            yield from (replace(kind, low=low - 1), replace(kind, high=high + 1), replace(kind, places=places + 1))
            yield replace(kind, unit=f"{unit}x")
        case Date(first=first, last=last):
            yield from (replace(kind, first=first + timedelta(1)), replace(kind, last=last - timedelta(1)))
        case Choice(options=options) | OptionSet(options=options) | Findings(options=options):
            yield replace(kind, options=options[1:])
            yield replace(kind, options=(Option("x", options[0].label), *options[1:]))
        case Records(fields=fields, most=most, unique=unique):
            yield from (replace(kind, fields=fields[1:], unique=()), replace(kind, most=most + 1))
            yield replace(kind, unique=() if unique else (fields[0].name,))
            for n, field in enumerate(fields):
                for other in changed_types(field.type):
                    yield replace(kind, fields=(*fields[:n], replace(field, type=other), *fields[n + 1 :]))
        case _:
            yield Number(Decimal(0), Decimal(1))


def changed_clocks(clock: Clock) -> Iterator[Clock]:
    yield from (replace(clock, due=term) for term in changed_term(clock.due))
    yield replace(clock, id="x")
    yield replace(clock, applies_when=Not(TRUE))


CHANGES: dict[str, Callable[[Policy], Iterator[Policy]]] = {
    "a fact is left out": lambda p: (replace(p, facts=p.facts[:n] + p.facts[n + 1 :]) for n in range(len(p.facts))),
    "what a fact may hold": lambda p: (
        replace(p, facts=(*p.facts[:n], replace(fact, type=kind), *p.facts[n + 1 :]))
        for n, fact in enumerate(p.facts)
        for kind in changed_types(fact.type)
    ),
    "a clock": lambda p: (
        replace(p, clocks=(*p.clocks[:n], other, *p.clocks[n + 1 :]))
        for n, clock in enumerate(p.clocks)
        for other in changed_clocks(clock)
    ),
    "a code": lambda p: (replace(p, codes=p.codes[:n] + p.codes[n + 1 :]) for n in range(len(p.codes))),
    "whether it is a program": lambda p: iter([replace(p, program=not p.program)]),
    "when it is in force": lambda p: iter([replace(p, until=date(2030, 1, 1)), replace(p, effective=date(2025, 1, 1))]),
    "who answers": lambda p: iter([replace(p, states=p.states[1:])] if p.states else []),
    "services": lambda p: iter([replace(p, services=p.services[1:])] if p.services else []),
}


@every_policy
@pytest.mark.parametrize("change", CHANGES)
def test_every_change_of_what_a_request_may_hold_alters_the_hash(key: str, change: str) -> None:
    policy, whole = SHIPPED[key], meaning(SHIPPED[key])
    for other in CHANGES[change](policy):
        assert meaning(other) != whole


def test_not_below_is_not_at_least_where_there_may_be_no_value() -> None:
    day, limit = Fact("day", Date(date(2026, 1, 1), date(2026, 12, 31)), "", row_of="visits"), Literal(date(2026, 5, 1))
    visits = Fact("visits", Records((day,), 9), "")
    latest, stated = Extreme("latest", visits, day), FactValue(replace(day, row_of=""))
    assert form(Not(Compare("<", latest, limit))) != form(Compare(">=", latest, limit))
    assert form(Not(Compare("<", stated, limit))) == form(Compare(">=", stated, limit))


def test_a_part_counts_as_often_as_it_stands_among_so_many_of_several() -> None:
    a, b = Includes(Fact("f", Findings(()), ""), "a"), Includes(Fact("f", Findings(()), ""), "b")
    assert form(AtLeast(2, (a, a, b))) != form(AtLeast(2, (a, b)))
    assert form(AtLeast(2, (a, a))) == form(AtLeast(1, (a, a))) == form(a)


# ---------------------------------------------------------------- where it is shown


@every_policy
def test_the_hash_is_in_the_result_the_schemas_the_checklist_and_the_catalog(key: str) -> None:
    policy = SHIPPED[key]
    wanted = meaning(policy)
    module = validator(policy)
    assert module.POLICY.meaning == wanted
    assert module.check(dict(policy.examples[0].request)).as_dict()["meaning"] == wanted
    assert module.check({"no such fact": 1}).as_dict()["meaning"] == wanted
    assert all(wanted in json.loads(text)["$comment"] for text in json_schema(policy).files.values())
    (text,) = markdown(policy).files.values()
    assert f"Sheets with the mark {wanted[:SHORT]} ask for the same." in text.partition("\n---\n")[2]
    catalog = json.loads(Path("generated/catalog.json").read_text("utf-8"))
    assert {**catalog["programs"], **catalog["policies"]}[key]["meaning"] == wanted


def test_a_result_without_a_policy_has_no_hash() -> None:
    from wiser_policies import check

    assert check({"codes": "64483"}).as_dict()["meaning"] == ""
