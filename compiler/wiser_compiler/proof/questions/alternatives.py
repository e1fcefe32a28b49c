"""Alternative routes: a value that none of them accepts, or that two of them accept.

Two alternatives of an *any*, or the conditions under which two criteria apply, may test one number in opposite
directions. Then no single value should be left between the two tests, and none should satisfy both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations
from typing import assert_never

from wiser_compiler.core.kinds import kind_of, operator
from wiser_compiler.core.model import (
    AtLeast,
    Compare,
    Count,
    Criterion,
    Date,
    Documented,
    Expr,
    Extreme,
    FactValue,
    Includes,
    Literal,
    Not,
    Number,
    Policy,
    Shifted,
    Term,
    Worded,
)
from wiser_compiler.core.normal_form import as_key
from wiser_compiler.core.walk import criterion_parts, parts
from wiser_compiler.core.words import FORMULA, amount, offset_words, term_words
from wiser_compiler.diagnostics import listed
from wiser_compiler.proof.questions.answer import Evidence, answer
from wiser_compiler.proof.questions.table import GAP, OVERLAP, Answered, Question, Row
from wiser_compiler.proof.solver.solver import Goal, Solver

# Names as findings show them.
MARKED = replace(FORMULA, fact=lambda fact: f"`{fact.name}`", date=lambda date: f"`{FORMULA.date(date)}`")


@dataclass(frozen=True, slots=True)
class Edge:
    """The last value, in steps, that a test accepts upwards (`upper`) or downwards.

    Tests with one `key` are comparable.
    """

    key: str
    upper: bool
    value: Decimal
    step: Decimal
    test: Compare
    says: Worded | None


def route_questions(policy: Policy, solver: Solver) -> Iterator[Answered]:
    """A question for every pair of routes whose edges touch or almost touch."""
    evidence = Evidence(policy, solver, ())
    yield from (answer(evidence, question) for one, other in _routes(policy) for question in _between(one, other))


Route = tuple[Criterion, Expr]


def _routes(policy: Policy) -> Iterator[tuple[Route, Route]]:
    """Pairs of routes: two alternatives in one *any*, or the conditions of two criteria."""
    for criterion in policy.own:
        for part in criterion_parts(criterion):
            for group in _alternatives(part):
                for one, other in combinations(group.parts, 2):
                    yield (criterion, one), (criterion, other)
    conditional = [(c, c.applies_when) for c in policy.own if c.applies_when is not None]
    yield from combinations(conditional, 2)


def _alternatives(expr: Expr) -> Iterator[AtLeast]:
    if isinstance(expr, AtLeast) and expr.count == 1:
        yield expr
    for part in parts(expr):
        yield from _alternatives(part)


def _between(one: Route, other: Route) -> Iterator[Question]:
    for first, second in ((one, other), (other, one)):
        for up in (edge for edge in _edges(first[1], None) if edge.upper):
            for down in (edge for edge in _edges(second[1], None) if not edge.upper and edge.key == up.key):
                apart = down.value - up.value
                routes = first[1], second[1]
                if apart == 2 * up.step:
                    yield _question(GAP, GAP.goal((up.test, down.test), routes), first, second, up, down, other)
                elif apart == 0:
                    yield _question(OVERLAP, OVERLAP.goal(routes), first, second, up, down, other)


def _question(row: Row, goal: Goal, first: Route, second: Route, up: Edge, down: Edge, last: Route) -> Question:
    about = tuple({criterion.id: criterion for criterion in (first[0], second[0])}.values())
    asked = row.words.format(value=_said(up, row is GAP), routes=_named_routes(about, row is GAP))
    place, before = (down.says, up.says) if second is last else (up.says, down.says)
    span = place.span if place else second[0].span
    related = () if before is None else (before,)
    others = tuple(criterion for criterion in about if criterion is not second[0])
    return Question(row, goal, asked, about, span, second[0], others, says=place, related=related)


def _named_routes(about: Sequence[Criterion], gap: bool) -> str:
    """The names of two routes."""
    if len(about) == 1:
        return f"two ways to meet `{about[0].id}`"
    names = listed([criterion.id for criterion in about], "and")
    return f"{names}: neither applies" if gap else f"both {names}"


def _said(up: Edge, gap: bool) -> str:
    """The value in question, in words: a pain duration of exactly 6 weeks."""
    value = (up.value + up.step if gap else up.value).normalize()
    left, right = up.test.left, up.test.right
    match left:
        case Count(of=of):
            return f"exactly {amount(value, kind_of(of.type).unit)} in `{of.name}`"
        case FactValue(fact=fact) if isinstance(fact.type, Number):
            return f"`{fact.name}` of exactly {amount(value, fact.type.unit)}"
        case _:  # other kinds: are days, as `_fixed` returns no others
            return f"{term_words(left, MARKED)} exactly {_offset(right, value)}"


def _offset(right: Term, days: Decimal) -> str:
    """The distance of a day from another one: 30 days before `service_date`."""
    months, base = (right.months, right.date) if isinstance(right, Shifted) else (0, right)
    name = term_words(base, MARKED)
    return offset_words(months, int(days), name) if months or days else f"on {name}"


def _edges(expr: Expr, says: Worded | None) -> Iterator[Edge]:
    """The edges that a request on this route must all keep."""
    match expr:
        case Worded(part=part):
            yield from _edges(part, expr if expr.question or expr.quote else says)
        case AtLeast(count=count, parts=inner) if count == len(inner):
            for part in inner:
                yield from _edges(part, says)
        case Compare(op=op, left=left, right=right):
            found, upper = _fixed(left, right), operator(op).below
            if found is not None and upper != operator(op).above:
                key, value, step = found
                strict = Decimal(0) if operator(op).equal else step
                yield Edge(key, upper, value - strict if upper else value + strict, step, expr, says)
        case AtLeast() | Not() | Includes() | Documented():
            return
        case _:
            assert_never(expr)


def _fixed(left: Term, right: Term) -> tuple[str, Decimal, Decimal] | None:
    """The term that is compared, its fixed number or offset, and the step."""
    match left, right:
        case FactValue(fact=fact), Literal(value=Decimal() as value) if isinstance(fact.type, Number):
            return as_key(left), value, Decimal(1).scaleb(-fact.type.places)
        case Count(), Literal(value=Decimal() as value):
            return as_key(left), value, Decimal(1)
        case FactValue(fact=fact), Shifted(date=base, months=months, days=days) if isinstance(fact.type, Date):
            return f"{as_key(left)} {as_key(base)} {months}", Decimal(days), Decimal(1)
        case FactValue(fact=fact), (FactValue() | Extreme()) if isinstance(fact.type, Date):
            return f"{as_key(left)} {as_key(right)} 0", Decimal(0), Decimal(1)
        case _:  # other kinds: have no fixed number or day, so no gap is looked for
            return None
