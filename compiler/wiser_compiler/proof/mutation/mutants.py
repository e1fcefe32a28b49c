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
    Expr,
    Policy,
    Worded,
)
from wiser_compiler.core.normal_form import as_key
from wiser_compiler.core.walk import criterion_parts, replaced, replaced_in, subexpressions
from wiser_compiler.core.words import brief_words
from wiser_compiler.diagnostics import Span
from wiser_compiler.proof.mutation.slips import Around, Node, Operator, inside, slips

CriterionOrClock: TypeAlias = Criterion | Clock


@dataclass(frozen=True, slots=True)
class Replacement:
    """A criterion or clock before and after."""

    before: CriterionOrClock
    after: CriterionOrClock


@dataclass(frozen=True, slots=True)
class Mutant:
    """One slip in a policy.

    `says` is the worded part with the slip, and `bounds` are the numbers that its words would have to name.
    """

    operator: Operator
    before: str
    after: str
    says: Worded
    bounds: tuple[Bound, ...]
    span: Span
    changes: tuple[Replacement, ...]

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
    return tuple(sorted(found.values(), key=lambda mutant: order[mutant.changes[0].before.id]))


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
    dates = tuple(fact for fact in policy.facts if isinstance(fact.type, Date))
    codes = tuple(code.code for code in policy.codes)

    def visit(node: Node, says: Worded, span: Span, thing: CriterionOrClock) -> None:
        if isinstance(node, Worded):
            says, span = node, node.span if node.span.line else span
        place = found.setdefault(id(node), PolicyPart(node, Around(says, dates, codes), span, []))
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
    """A criterion or clock without its exception, or without the condition under which it applies."""
    for thing in _criteria_and_clocks(policy):
        if thing.applies_when is not None:
            yield _left_out(
                "applicability", "applies when", thing.applies_when, replace(thing, applies_when=None), thing
            )
        if isinstance(thing, Criterion) and thing.unless is not None:
            yield _left_out("exception", "unless", thing.unless, replace(thing, unless=None), thing)


def _left_out(operator: Operator, word: str, part: Expr, after: CriterionOrClock, thing: CriterionOrClock) -> Mutant:
    words = Worded(TRUE)
    before = f"{word} {brief_words(part)}"
    return Mutant(operator, before, "nothing", words, (), _span_in(part, thing.span), (Replacement(thing, after),))
