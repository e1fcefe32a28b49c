"""A word of the language: one test of one fact, read from YAML, with its plain words and its meaning."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import assert_never

from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.model import (
    TRUE,
    Bound,
    Choice,
    Codes,
    Date,
    Expr,
    Extreme,
    Fact,
    FactType,
    FactValue,
    Findings,
    Note,
    Number,
    OptionSet,
    Records,
    Term,
    YesNo,
)
from wiser_compiler.core.words import amount, date_name
from wiser_compiler.diagnostics import NOWHERE, Help, Report, Span
from wiser_compiler.reading.names import Names
from wiser_compiler.reading.syntax import Node, Text, misreading


@dataclass(frozen=True, slots=True)
class FactTest:
    """One word about one fact: `pain_duration: {at_least: 4 weeks}`.

    `beside` holds the words that belong to this one, such as `by_at_least` beside `fell_from`.
    `span` is where the word and its value stand, if the word is written out.
    """

    fact: Fact
    node: Node
    beside: Mapping[str, Node]
    row: str
    names: Names
    date_value: Callable[[str, Span], Term | None]
    named_value: Callable[[str], Extreme | None]
    span: Span = NOWHERE

    @property
    def report(self) -> Report:
        """Where findings go."""
        return self.names.report

    def wrong(self, code: str, message: str, help: Help = "") -> WordedTest:
        """Report a finding, and go on with a harmless expression."""
        self.report.error(code, message, self.node.span, help)
        return NO_TEST

    def other_number(self, name: str, node: Node) -> tuple[Term, str] | None:
        """A number fact, or one of the values, that this one is compared with, and its words."""
        value = self.named_value(name)
        if value is None:
            other = None if name in self.names.values else self.other_fact(name, node)
            return None if other is None else (FactValue(other), other.words)
        return (value, date_name(value)) if self.alike(value.field, name, node) else None

    def other_fact(self, name: str, node: Node) -> Fact | None:
        """Another fact this one is compared with, of the same type and unit."""
        other = self.names.fact(name)
        if other is None:
            self.names.unknown(name, node.span, "fact")
            return None
        if not in_reach(other, self.row, node.span, self.names):
            return None
        return other if self.alike(other, name, node) else None

    def alike(self, other: Fact, name: str, node: Node) -> bool:
        """Report what cannot be compared with this fact, under the `name` that was written."""
        if not comparable(self.fact.type, other.type):
            self.report.error(
                "wrong-kind",
                f"`{self.fact.name}` and `{name}` are not of one kind and unit",
                node.span,
                "compare facts of one type, unit and list of answers",
            )
            return False
        return True


@dataclass(frozen=True, slots=True)
class WordedTest:
    """The plain words of a test, and its meaning as an expression."""

    words: str
    expr: Expr
    bounds: tuple[Bound, ...] = ()


NO_TEST = WordedTest("", TRUE)  # after a finding, reading goes on with this


def in_reach(fact: Fact, row: str, span: Span, names: Names) -> bool:
    """Report a field where no record of its list is in hand."""
    if fact.row_of and fact.row_of != row:
        names.report.error(
            "field-out-of-reach",
            f"`{fact.name}` belongs to each record of `{fact.row_of}`, and no record is in hand here",
            span,
            f"write it under `where:` of `some: {fact.row_of}`, `every:` or `count:`",
        )
        return False
    return True


def comparable(left: FactType, right: FactType) -> bool:
    """Whether two facts may be compared: they have the same type, and the same unit or options."""
    one, other = kind_of(left), kind_of(right)
    if one.tag != other.tag:
        return False
    match left:
        case YesNo() | Date():
            return True
        case Number():
            return one.unit == other.unit
        case Choice() | OptionSet():
            return one.options == other.options
        case Note() | Findings() | Codes() | Records():
            return False
        case _:
            assert_never(left)


# ---------------------------------------------------------------- for help lines

CODE_SAMPLES = {"HCPCS": '"62323"', "ICD-10": "M48.061"}


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


def as_value(text: str) -> str:
    """A text as a value, in quotes where YAML readers would take it for something else."""
    return f'"{text}"' if misreading(Text(text, True, NOWHERE)) else text
