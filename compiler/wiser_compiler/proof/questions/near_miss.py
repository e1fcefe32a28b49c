"""A request that comes as near to a contradiction as possible: all tests but one are met, and that one is nearly met.

The distance is that of the two sides of a comparison, in steps of its number or in days.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from decimal import Decimal
from typing import assert_never

from wiser_compiler.core.case import base_example, read_case
from wiser_compiler.core.kinds import operator
from wiser_compiler.core.model import (
    AtLeast,
    Choice,
    Compare,
    Count,
    Criterion,
    Date,
    Documented,
    Expr,
    Extreme,
    Fact,
    FactValue,
    Includes,
    Literal,
    Multiple,
    Not,
    Number,
    Shifted,
    Sum,
    Term,
    Total,
    Worded,
    YesNo,
    all_of,
)
from wiser_compiler.core.walk import criterion_parts, facts_of, subexpressions
from wiser_compiler.proof.answers import Request
from wiser_compiler.proof.formula import All, Formula, Surely
from wiser_compiler.proof.solver.solver import Solver

FURTHEST = 2**17  # steps; a test that is missed by more is missed by any distance


def near_miss(
    solver: Solver, goal: Callable[[Expr], Formula], tests: Sequence[Expr], about: Sequence[Criterion]
) -> Formula | None:
    """The goal for the last of some tests, which is not met, and by as little as possible; None if it is not reached.

    Facts that no test is about are as in the first example, where that is possible.
    """
    *_, test = tests
    missed = goal(Not(test))
    own = {fact.name for each in tests for fact in _subjects(each)}
    if not _reached(solver, missed, about):
        return None
    alike = _alike(solver, missed, about, own)
    compare = ordered(test)

    def missed_by(steps: int) -> Formula:
        assert compare is not None
        return All((alike, goal(all_of(Not(test), loosened(compare, steps)))))

    low, high = 0, 1  # it is missed by more than `low`
    while compare is not None and not _reached(solver, missed_by(high), about):
        low, high = high, 2 * high
        compare = compare if high <= FURTHEST else None
    while compare is not None and high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _reached(solver, missed_by(middle), about) else (middle, high)
    return alike if compare is None else missed_by(high)


def near(solver: Solver, goal: Formula, about: Sequence[Criterion]) -> Request | None:
    """A request that reaches a goal, with as many answers of the first example as it allows; None if there is none."""
    found = solver.reach({"": _alike(solver, goal, about, ())}, about)[""]
    return found if isinstance(found, dict) else None


def _reached(solver: Solver, goal: Formula, about: Sequence[Criterion]) -> bool:
    return isinstance(solver.reach({"": goal}, about)[""], dict)


def _alike(solver: Solver, goal: Formula, about: Sequence[Criterion], but: Collection[str]) -> Formula:
    """The goal with as many answers of the first example as it allows, those of some facts left out."""
    case, _ = read_case(solver.policy.facts, base_example(solver.policy).request)
    for fact in facts_of(all_of(*(part for criterion in about for part in criterion_parts(criterion)))):
        value = case.get(fact.name)
        # other kinds: of many items, which the solver may choose
        if fact.name not in but and isinstance(fact.type, YesNo | Number | Date | Choice) and value is not None:
            alike = All((goal, Surely(Compare("==", FactValue(fact), Literal(value)))))
            goal = alike if _reached(solver, alike, about) else goal
    return goal


def _subjects(test: Expr) -> Iterator[Fact]:
    """The facts that a test is about: those on the left side of a comparison."""
    for expr in subexpressions(test):
        if isinstance(expr, Compare):
            yield from facts_of(Compare("==", expr.left, expr.left))


def ordered(expr: Expr) -> Compare | None:
    """The comparison of numbers or days that an expression is, if it is one."""
    match expr:
        case Worded(part=part):
            return ordered(part)
        case Not(part=part):
            inner = ordered(part)
            negated = operator(inner.op).negated if inner is not None else ()
            return Compare(negated[0], inner.left, inner.right) if inner is not None and len(negated) == 1 else None
        case Compare(left=left, right=right):
            return expr if step_of(left) or step_of(right) else None
        case AtLeast() | Includes() | Documented():
            return None
        case _:
            assert_never(expr)


def step_of(term: Term) -> Decimal | None:
    """The step of a number; 1 for a day; None for a value without an order."""
    match term:
        case FactValue(fact=fact) | Extreme(field=fact) | Total(field=fact):
            # other kinds: have no order
            if isinstance(fact.type, Number):
                return Decimal(1).scaleb(-fact.type.places)
            return Decimal(1) if isinstance(fact.type, Date) else None
        case Shifted() | Count():
            return Decimal(1)
        case Sum(parts=parts):
            return min(filter(None, map(step_of, parts)), default=None)
        case Multiple(part=part):
            return step_of(part)
        case Literal():
            return None
        case _:
            assert_never(term)


def loosened(compare: Compare, steps: int) -> Expr:
    """A comparison that also holds where it is missed by so many steps."""
    left, right = compare.left, compare.right
    size = min(filter(None, (step_of(left), step_of(right))), default=Decimal(1))
    up, down = (Compare("<=", left, _moved(right, steps, size)), Compare(">=", left, _moved(right, -steps, size)))
    row = operator(compare.op)
    return all_of(*([up] if not row.above else []), *([down] if not row.below else []))


def _moved(term: Term, steps: int, size: Decimal) -> Term:
    return Shifted(term, days=steps) if _is_day(term) else Sum((term, Literal(steps * size)))


def _is_day(term: Term) -> bool:
    match term:
        case FactValue(fact=fact) | Extreme(field=fact):
            return isinstance(fact.type, Date)
        case Shifted():
            return True
        case Literal(value=value):
            return not isinstance(value, Decimal)
        case Count() | Total() | Sum() | Multiple():
            return False
        case _:
            assert_never(term)
