"""Plain words for tests, filters and kinds of facts."""

from __future__ import annotations

from wiser_compiler.core.model import (
    AtLeast,
    Day,
    Expr,
    Fact,
    Findings,
    Not,
    Note,
    Number,
    Rows,
    Says,
    Several,
    YesNo,
)


def words(expr: Expr) -> str:
    """An expression in one line of plain words, for filters."""
    match expr:
        case Says(question=question, answer=answer, part=part):
            if question and answer:
                return f"{question.rstrip('?:')}: {answer}"
            return question or answer or words(part)
        case AtLeast(count=count, parts=parts) if parts:
            inner = [words(part) for part in parts]
            if count == len(parts):
                return "; and ".join(inner)
            how = "any of" if count == 1 else f"at least {count} of"
            return f"{how} ({'; or '.join(inner)})"
        case Not(part=part):
            return f"not ({words(part)})"
        case _:
            return ""


def filter_words(where: Expr | None) -> str:
    """A filter as it follows the name of a list."""
    return "" if where is None else f", counting only those where {words(where)}"


def kind_words(fact: Fact) -> str:
    """The kind of a fact as authors call it."""
    match fact.type:
        case YesNo():
            return "a yes-or-no question"
        case Note():
            return "a note"
        case Number(unit=unit):
            return f"a number of {unit}" if unit else "a number"
        case Day():
            return "a date"
        case Several():
            return "a set"
        case Findings():
            return "a list of findings"
        case Rows():
            return "a list"
        case _:
            return f"a {type(fact.type).__name__.lower()}"


def sample(fact: Fact) -> str:
    """A test that would fit a fact, for a help line."""
    match fact.type:
        case YesNo():
            return "is: yes"
        case Number(unit=unit):
            return f"at_least: … {unit}".strip()
        case Day():
            return "on_or_after: 12 months before service_date"
        case Rows() | Note():
            return "documented"
        case Findings():
            return "is: none"
        case _:
            options = getattr(fact.type, "options", ())
            word = "is" if not isinstance(fact.type, Several) else "includes"
            return f"{word}: {options[0].id if options else '...'}"
