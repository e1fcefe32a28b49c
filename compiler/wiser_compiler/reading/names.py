"""The names of a document and what they stand for.

Names of facts, fields, values and conditions are unique in a document, so a
word in a condition means one thing wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from wiser_compiler.core.model import (
    TRUE,
    Date,
    Expr,
    Extreme,
    Fact,
    Option,
    Origin,
    Question,
    Records,
)
from wiser_compiler.diagnostics import MOST_ALIKE, Advice, Help, Report, Span, near, nearest
from wiser_compiler.reading.syntax import Table

# Words that join or count. No fact may have such a name.
JOINING_WORDS = frozenset(
    "all any none of count some every latest earliest highest lowest sum unless where plus has if_none quote reading "
    "at_least at_most more_than less_than is".split()
)


# How other languages join, compare and add up, and what to write here.
WORDS_OF_OTHERS = {
    "not": "write `name: no` for a yes-or-no fact, or `none: [...]`",
    "and": "write one line with `- ` for each, or `all: [...]`",
    "or": "write `any: [...]`",
    "&&": "write `all: [...]`",
    "||": "write `any: [...]`",
    "if": "write what stands behind `if:` under `applies_when:` of the criterion, and the rest under `require:`",
    "when": "write it under `applies_when:` of the criterion, beside `require:`",
    "then": "write it under `require:`, and its condition under `applies_when:`",
    "else": "write a criterion of its own, whose `applies_when:` is the opposite",
    "distinct": "values are not compared here: write `unique: [field]` at the list, or declare a set and count it",
    "first": "write `earliest: DATE` with `of: LIST`, `has:` and `if_none:`, where DATE is a field of the list",
    "last": "write `latest: DATE` with `of: LIST`, `has:` and `if_none:`, where DATE is a field of the list",
    "max": "write `highest: NUMBER` with `of: LIST`, where NUMBER is a field of the list",
    "min": "write `lowest: NUMBER` with `of: LIST`, where NUMBER is a field of the list",
    "average": "an average is not counted here: ask for it as a fact of its own",
    "mean": "an average is not counted here: ask for it as a fact of its own",
    "total": "write `sum: NUMBER` with `of: LIST`, where NUMBER is a field of the list",
    "exists": "write `some: LIST` for a list, or `name: documented` for what the chart states",
}

# Keys of a criterion, which have no meaning in its condition.
OF_A_CRITERION = ("title", "cite", "require", "applies_when")

# `pain_weeks >= 4 weeks`, as other languages write it.
_COMPARISON = re.compile(r"([a-z][a-z0-9_]*) *(>=|<=|=>|=<|==|!=|≥|≤|>|<|=) *(\S.*)")
_COMPARED = {
    ">=": "at_least", "=>": "at_least", "≥": "at_least", "<=": "at_most", "=<": "at_most", "≤": "at_most",
    ">": "more_than", "<": "less_than", "=": "is", "==": "is",
}  # fmt: skip
_COMPARED_DATES = {
    "at_least": "on_or_after", "at_most": "on_or_before", "more_than": "after", "less_than": "before", "is": "is",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """Some options of a choice under one name."""

    of: str
    ids: tuple[str, ...]


@dataclass(slots=True)
class Named:
    """A condition or value of the document: its node, and its expression once it was lowered."""

    node: Table
    span: Span
    about: str = ""
    title: str = ""
    reading: bool = False
    expr: Expr | None = None
    term: Extreme | None = None


T = TypeVar("T", Fact, Question)


def _from(origin: Origin, thing: T) -> T:
    """The declaration of a name in another document, which may have it from a third."""
    return replace(thing, origin=origin) if thing.origin == "document" else thing


@dataclass(slots=True)
class Names:
    """The names that a condition may use, which of them were used, and which come from other documents."""

    report: Report
    facts: dict[str, Fact] = field(default_factory=dict)
    choices: dict[str, tuple[Option, ...]] = field(default_factory=dict)
    groups: dict[str, AnswerGroup] = field(default_factory=dict)
    values: dict[str, Named] = field(default_factory=dict)
    conditions: dict[str, Named] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    spans: dict[str, Span] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    misspelt: int = 0

    def declare(self, name: str, span: Span, kind: str = "") -> bool:
        """Take a name; a second declaration is reported at both places.

        Choices and groups have names of their own `kind`, since no place takes both them and facts.
        """
        key = f"{kind} {name}" if kind else name
        if not kind and name in JOINING_WORDS:
            help = f"choose another name, such as `{name}_stated`"
            self.report.error("bad-name", f"`{name}` is a word of the language", span, help)
            return False
        if key in self.spans:
            self.report.error(
                "name-taken",
                f"`{name}` is declared twice",
                span,
                "give one of them another name",
                related=((self.spans[key], "it is declared here first"),),
            )
            return False
        self.spans[key] = span
        return True

    def take(self, other: Names, origin: Origin, here: Span) -> None:
        """Take every name that another document declares, except codes: each document has its own.

        `here` names that document. A name that stands in two of them is reported.
        """
        for name, span in other.spans.items():
            if name != "codes" and self.spans.get(name, span) != span:
                self.report.error(
                    "name-taken",
                    f"`{name.rpartition(' ')[2]}` is declared in two documents that are used here",
                    here,
                    "give one of them another name there",
                    related=((self.spans[name], "it is declared here"), (span, "and here")),
                )
        self.facts |= {name: _from(origin, fact) for name, fact in other.facts.items() if name != "codes"}
        self.spans |= {name: span for name, span in other.spans.items() if name != "codes"}
        self.taken |= self.spans.keys()
        self.choices |= other.choices
        self.groups |= other.groups
        self.values |= other.values
        self.conditions |= other.conditions
        self.questions |= {id: _from(origin, question) for id, question in other.questions.items()}
        self.used |= other.used

    def has(self, name: str) -> bool:
        """A fact or a condition has this name."""
        return name in self.facts or name in self.conditions

    def fact(self, name: str) -> Fact | None:
        """The fact or field of this name, noted as used."""
        found = self.facts.get(name)
        if found is not None:
            self.used.add(name)
            if found.row_of:
                self.used.add(found.row_of)
        return found

    def rows(self, name: str, span: Span) -> Fact | None:
        """The list of this name."""
        found = self.fact(name)
        if found is None:
            self.unknown(name, span, "list")
        elif not isinstance(found.type, Records):
            self.report.error("wrong-kind", f"`{name}` is not a list", span, "name a fact of `type: list`")
        else:
            return found
        return None

    def known(self, what: str) -> Iterator[str]:
        """The known names for a place that expects a fact, a date or a list."""
        match what:
            case "date":
                yield from (name for name, fact in self.facts.items() if isinstance(fact.type, Date))
                yield from self.values
            case "list":
                yield from (name for name, fact in self.facts.items() if isinstance(fact.type, Records))
            case _:  # other kinds: fit where any fact does
                yield from self.facts
                yield from self.conditions

    def unknown(self, name: str, span: Span, what: str) -> Expr:
        """Report an unknown name. A name whose declaration has a finding is reported there alone."""
        if advice := self.of_others(name):
            self.report.error("wrong-word", f"`{name}` is not how a condition is written here", span, advice)
            return TRUE
        if name in self.spans and not (name in self.facts or name in self.values or name in self.conditions):
            return TRUE
        self.report.error(
            f"unknown-{'name' if what == 'date' else 'fact'}",
            f"no fact{'' if what == 'fact' else f', {what}'} or condition is called `{name}`"
            if what != "list"
            else f"no list is called `{name}`",
            span,
            near(name, self.known(what), "declare it under `facts:`, or use a name that is declared"),
        )
        if self.misspelt < MOST_ALIKE:  # what a misspelt name means is not unused
            self.misspelt += 1
            self.used.add(nearest(name, self.known(what)))
        return TRUE

    def of_others(self, written: str) -> Help:
        """The help for words of other languages, or an empty text."""
        if compared := _COMPARISON.fullmatch(written):
            return self._in_words(written, *compared.groups())
        return next((WORDS_OF_OTHERS[word] for word in written.lower().split() if word in WORDS_OF_OTHERS), "")

    def _in_words(self, written: str, name: str, sign: str, value: str) -> Help:
        """`pain_weeks >= 4 weeks` in words of policies."""
        fact = self.fact(name)
        word = _COMPARED.get(sign, "")
        if not word:
            return f"write `{name}: {{none_of: [...]}}`, or `none: [...]` around another test"
        if fact is not None and isinstance(fact.type, Date):
            word = _COMPARED_DATES[word]
        test = f"{name}: {value}" if value in ("yes", "no") else f"{name}: {{{word}: {value}}}"
        return Advice(f"write `{test}`", written, f"{{{test}}}")
