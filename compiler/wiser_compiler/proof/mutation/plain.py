"""Short plain words for an expression of the core, to tell a change by."""

from __future__ import annotations

from typing import assert_never

from wiser_compiler.core.kinds import kind_of, operator, sort_of
from wiser_compiler.core.model import (
    AtLeast,
    Bound,
    Compare,
    Count,
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
    Shifted,
    Sum,
    Term,
    Worded,
)
from wiser_compiler.core.quoted_numbers import amount

MOST = 90  # letters of one side of a change


def expr_words(expr: Expr) -> str:
    """An expression in a few words, cut where it is long."""
    words = _expr(expr)
    return words if len(words) <= MOST else words[: MOST - 2].rstrip(" ;,(") + " …"


def _expr(expr: Expr) -> str:
    match expr:
        case Worded(name=name, question=question) if name and question:
            return question
        case Worded(answer=answer, part=AtLeast(parts=(Compare(), Compare(left=Multiple())))) if answer:
            return answer  # a fall or rise by so much is two comparisons, and reads better as it was written
        case Worded(part=part):
            return _expr(part)
        case Not(part=part):
            return f"not {_expr(part)}"
        case AtLeast(count=count, parts=parts):
            if len(parts) < 2:
                return _expr(parts[0]) if parts else "nothing"
            joint = "all of" if count == len(parts) else "any of" if count == 1 else f"at least {count} of"
            return f"{joint} ({'; '.join(map(_expr, parts))})"
        case Documented(fact=fact):
            return f"{fact.words} stated"
        case Includes(fact=fact, item=item):
            return f"{fact.words} includes {_answer(fact, item)}"
        case Compare():
            return test_words(expr)
        case _:
            assert_never(expr)


def test_words(test: Compare, bound: Bound | None = None) -> str:
    """A comparison in words; `bound` is its number as it is written."""
    if bound is not None and not isinstance(test.right, Shifted):
        return f"{operator(bound.op).words} {amount(bound.value, bound.unit)}"
    left, right = term_words(test.left), term_words(test.right, bound)
    match test.left, test.right:
        case FactValue(fact=fact), Literal(value=bool(value)):
            return f"{left}: {'yes' if value else 'no'}"
        case FactValue(fact=fact), Literal(value=str(value)):
            return f"{left}: {_answer(fact, value)}"
        case FactValue(fact=fact), FactValue() if not isinstance(fact.type, Date) and test.op == "==":
            return f"{left} the same as {right}"
        case _:  # other kinds: said by their terms
            how = operator(test.op)
            return f"{left} {how.date_words if sort_of(test.right) == 'date' else how.words} {right}"


def term_words(term: Term, bound: Bound | None = None) -> str:
    """A term in words; `bound` is the number of an offset as it is written."""
    match term:
        case FactValue(fact=fact):
            return fact.words
        case Literal(value=value):
            return str(value)
        case Shifted(date=inner, months=months, days=days):
            side = "before" if months + days < 0 else "after"
            moves = [amount(abs(n), unit) for n, unit in ((months, "months"), (days, "days")) if n]
            said = " and ".join(moves) if bound is None else amount(bound.value, bound.unit)
            return f"{said} {side} {term_words(inner)}" if moves else term_words(inner)
        case Sum(parts=parts):
            return " plus ".join(map(term_words, parts))
        case Multiple(factor=factor, part=part):
            return f"{factor} times {term_words(part)}"
        case Count(of=of):
            return f"number of {of.words}"
        case Extreme(name=name, which=which, field=field):
            return name.replace("_", " ") or f"{which} {field.words}"
        case _:
            assert_never(term)


def _answer(fact: Fact, id: str) -> str:
    return next((option.label for option in kind_of(fact.type).options if option.id == id), id)
