"""Plain words for tests and filters."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import assert_never

from wiser_compiler.core.model import (
    AtLeast,
    Choice,
    Codes,
    Compare,
    Date,
    Documented,
    Expr,
    Fact,
    FactType,
    Findings,
    Includes,
    Not,
    Note,
    Number,
    OptionSet,
    Records,
    Worded,
    YesNo,
)
from wiser_compiler.core.quoted_numbers import amount
from wiser_compiler.diagnostics import NOWHERE
from wiser_compiler.reading.syntax import Text, misreading


def words(expr: Expr) -> str:
    """An expression in one line of plain words, for filters."""
    match expr:
        case Worded(question=question, answer=answer, part=part):
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
        case AtLeast() | Compare() | Includes() | Documented():
            return ""
        case _:
            assert_never(expr)


def filter_words(where: Expr | None) -> str:
    """A filter as it follows the name of a list."""
    return "" if where is None else f", counting only those where {words(where)}"


def sample(fact: Fact) -> str:
    """A test of a fact that could stand in a policy, for a help line: `sedation: {is: deep}`."""
    test = _sample(fact.type)
    return f"{fact.name}: {{{test}}}" if test else f"{fact.name}: documented"


def _sample(kind: FactType) -> str:
    match kind:
        case YesNo():
            return "is: yes"
        case Number(low=low, high=high, unit=unit):
            return f"at_least: {amount(min(max(Decimal(4), low), high), unit)}"
        case Date(first=first, last=last):
            return f'on_or_after: "{min(max(date(2026, 1, 1), first), last)}"'
        case Findings():
            return "is: none"
        case Choice(options=options):
            return f"is: {as_value(options[0].id)}"
        case OptionSet(options=options):
            return f"includes: {as_value(options[0].id)}"
        case Codes(system=system):
            return f"includes: {CODE_SAMPLES[system]}"
        case Records() | Note():
            return ""
        case _:
            assert_never(kind)


CODE_SAMPLES = {"HCPCS": '"62323"', "ICD-10": "M48.061"}


def as_value(text: str) -> str:
    """A text as a value, in quotes where YAML readers would take it for something else."""
    return f'"{text}"' if misreading(Text(text, True, NOWHERE)) else text
