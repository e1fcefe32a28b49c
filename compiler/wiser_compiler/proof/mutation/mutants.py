"""The mutants of a policy: every slip in every part of its document, each with the criteria that it changes.

A named condition is one part, however many criteria use it: a slip in it changes all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from wiser_compiler.core.criterion_ids import ONE_SERVICE, is_made
from wiser_compiler.core.model import (
    TRUE,
    Bound,
    Clock,
    Criterion,
    Date,
    Documented,
    Expr,
    Not,
    Policy,
    Worded,
    all_of,
)
from wiser_compiler.core.normal_form import as_key
from wiser_compiler.core.walk import criterion_parts, facts_of, replaced, replaced_in, subexpressions
from wiser_compiler.core.words import brief_words
from wiser_compiler.diagnostics import Span
from wiser_compiler.proof.mutation.declarations import Redeclared, redeclared
from wiser_compiler.proof.mutation.slips import Around, Node, Operator, inside, slips
from wiser_compiler.proof.mutation.stated import Stated, needs

CriterionOrClock: TypeAlias = Criterion | Clock


@dataclass(frozen=True, slots=True)
class Replacement:
    """A criterion or clock before and after."""

    before: CriterionOrClock
    after: CriterionOrClock


@dataclass(frozen=True, slots=True)
class Mutant:
    """One slip in a policy: in criteria and clocks, or in a declared fact.

    `says` is the worded part with the slip, and `bounds` are the numbers that its words would have to name.
    """

    operator: Operator
    before: str
    after: str
    says: Worded
    bounds: tuple[Bound, ...]
    span: Span
    changes: tuple[Replacement, ...]
    declared: Redeclared | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """The criteria and clocks that it changes, or the fact."""
        if self.declared is not None:
            return (self.declared.at.name,)
        return tuple(change.before.id for change in self.changes)

    @property
    def words(self) -> str:
        """The slip as a sentence."""
        return f"{self.before} becomes {self.after}"

    def applied_to(self, policy: Policy) -> Policy:
        """The policy with this slip in it."""
        after = {id(change.before): change.after for change in self.changes}
        criteria = (after.get(id(criterion), criterion) for criterion in policy.criteria)
        clocks = (after.get(id(clock), clock) for clock in policy.clocks)
        return replace(
            policy,
            criteria=tuple(thing for thing in criteria if isinstance(thing, Criterion)),
            clocks=tuple(thing for thing in clocks if isinstance(thing, Clock)),
        )


@dataclass(frozen=True, slots=True)
class PolicyPart:
    """A node of the core as the author wrote it, with its surroundings and the criteria and clocks that contain it."""

    node: Node
    around: Around
    span: Span
    holders: list[CriterionOrClock]


def mutants(policy: Policy) -> tuple[Mutant, ...]:
    """Every mutant with another meaning than the policy, in the order of the criteria; none of them twice."""
    found: dict[tuple[str, ...], Mutant] = {}
    things = _criteria_and_clocks(policy)
    before = {id(thing): meaning(thing) for thing in things}
    for mutant in (*_of_places(policy), *_of_criteria(policy)):
        key = tuple(part for change in mutant.changes for part in (change.before.id, meaning(change.after)))
        if any(meaning(change.after) != before[id(change.before)] for change in mutant.changes):
            found.setdefault(key, mutant)
    order = {thing.id: number for number, thing in enumerate(things)}
    in_order = sorted(found.values(), key=lambda mutant: order[mutant.ids[0]])
    return (*in_order, *map(_of_declaration, redeclared(policy)))


def _of_declaration(slip: Redeclared) -> Mutant:
    return Mutant(slip.operator, slip.was, slip.becomes, Worded(TRUE), (), slip.at.span, (), slip)


def _criteria_and_clocks(policy: Policy) -> tuple[CriterionOrClock, ...]:
    return (*policy.own, *policy.own_clocks)


def meaning(thing: CriterionOrClock) -> str:
    """The meaning of a criterion or clock as text."""
    if isinstance(thing, Clock):
        return f"{as_key(thing.due)} when {as_key(thing.applies_when or TRUE)}"
    parts = (thing.applies_when or TRUE, thing.require, thing.unless or TRUE)
    return " | ".join(map(as_key, parts))


def _of_places(policy: Policy) -> Iterator[Mutant]:
    inherited = _inherited(policy)
    for place in _places(policy):
        for slip in slips(place.node, place.around):
            if id(place.node) in inherited or id(slip.at) in inherited:
                continue  # what the program says of codes is mutated there
            changes = tuple(Replacement(thing, _exchanged(thing, place.node, slip.new)) for thing in place.holders)
            span = place.span if slip.at is None else _span_in(slip.at, place.span)
            yield Mutant(slip.operator, slip.before, slip.after, place.around.says, slip.bounds, span, changes)


def _inherited(policy: Policy) -> set[int]:
    """The parts that a policy takes from its program, by identity."""
    written = [part for thing in _criteria_and_clocks(policy) for part in _parts(thing) if isinstance(part, Expr)]
    taken = [
        one for part in written for one in subexpressions(part) if isinstance(one, Worded) and one.origin == "program"
    ]
    return {id(part) for one in taken for part in subexpressions(one)}


def _places(policy: Policy) -> list[PolicyPart]:
    """Every part once, however often it is used; found by object identity, since equal text may stand in two places."""
    found: dict[int, PolicyPart] = {}
    usual = Stated(policy).usual
    dates = tuple(fact for fact in policy.facts if isinstance(fact.type, Date))
    codes = tuple(code.code for code in policy.codes)

    def visit(node: Node, says: Worded, span: Span, thing: CriterionOrClock) -> None:
        if isinstance(node, Worded):
            says, span = node, node.span if node.span.line else span
        place = found.setdefault(id(node), PolicyPart(node, Around(says, dates, codes, usual), span, []))
        if thing not in place.holders:
            place.holders.append(thing)
        for part in inside(node, place.around):
            visit(part, says, span, thing)

    for thing in _criteria_and_clocks(policy):
        if isinstance(thing, Criterion) and is_made(thing, ONE_SERVICE):
            continue  # its codes are those of the services, which are mutated in `listed-code`
        for part in _parts(thing):
            visit(part, _words_of(thing), thing.span, thing)
    return list(found.values())


def _parts(thing: CriterionOrClock) -> tuple[Node, ...]:
    if isinstance(thing, Criterion):
        return criterion_parts(thing)
    return (thing.due,) if thing.applies_when is None else (thing.applies_when, thing.due)


def _words_of(thing: CriterionOrClock) -> Worded:
    """The words of a criterion or clock as a whole."""
    if isinstance(thing, Clock):
        return Worded(TRUE, quote=thing.quote, readings=thing.readings, bounds=thing.bounds, span=thing.span)
    return Worded(TRUE, readings=thing.readings, span=thing.span)


def _exchanged(thing: CriterionOrClock, old: Node, new: Node) -> CriterionOrClock:
    applies = None if thing.applies_when is None else replaced(thing.applies_when, old, new)
    if isinstance(thing, Clock):
        return replace(thing, due=replaced_in(thing.due, old, new), applies_when=applies)
    unless = None if thing.unless is None else replaced(thing.unless, old, new)
    return replace(thing, require=replaced(thing.require, old, new), applies_when=applies, unless=unless)


def _span_in(expr: Expr, otherwise: Span) -> Span:
    """The span of a part. A named condition is written elsewhere, so its span is the place that names it."""
    for part in subexpressions(expr):
        if isinstance(part, Worded):
            if part.name:
                break
            if part.span.line:
                return part.span
    return otherwise


def _of_criteria(policy: Policy) -> Iterator[Mutant]:
    """Slips of a whole criterion or clock: in the condition under which it applies, its exception, and what it asks for
    beside its test.
    """
    for thing in _criteria_and_clocks(policy):
        if (guard := thing.applies_when) is not None:
            before, turned = f"applies when {brief_words(guard)}", Not(guard)
            yield _slip("applicability", before, "nothing", guard, thing, replace(thing, applies_when=None))
            after = f"applies when {brief_words(turned)}"
            yield _slip("guard", before, after, guard, thing, replace(thing, applies_when=turned))
        if not isinstance(thing, Criterion) or thing.origin == "compiler":
            continue
        if (exception := thing.unless) is not None:
            without = replace(thing, unless=None)
            yield _slip("exception", f"unless {brief_words(exception)}", "nothing", exception, thing, without)
        for fact in facts_of(thing.require):
            if not needs(thing.require, fact):
                stated = all_of(thing.require, Documented(fact))
                also = replace(thing, require=stated)
                before, after = brief_words(thing.require), f"that, and {fact.words} stated"
                yield _slip("documented", before, after, thing.require, thing, also)


def _slip(
    operator: Operator, before: str, after: str, part: Expr, thing: CriterionOrClock, changed: CriterionOrClock
) -> Mutant:
    span = _span_in(part, thing.span)
    return Mutant(operator, before, after, Worded(TRUE), (), span, (Replacement(thing, changed),))
