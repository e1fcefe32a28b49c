"""Tests of a list and of a group: how many records match, whether one or every one does, how many parts are met.

`count`, `some`, `every` and `at_least` + `of`, each with the keys that belong to it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from wiser_compiler.core.model import (
    TRUE,
    AtLeast,
    Bound,
    Compare,
    Count,
    Expr,
    Fact,
    FactValue,
    Literal,
    Not,
    Number,
    OptionSet,
    Records,
    Sum,
    Term,
    Worded,
)
from wiser_compiler.core.words import filter_words
from wiser_compiler.diagnostics import Report, Span
from wiser_compiler.reading import fields
from wiser_compiler.reading.names import Names
from wiser_compiler.reading.syntax import Node, Text
from wiser_compiler.reading.words import BOUNDS

Joined: TypeAlias = Callable[[Node, str], Expr]


@dataclass(frozen=True, slots=True)
class ListTest:
    """The keys of a mapping that holds one of these words: their values, and where they stand.

    `row` names the list whose record is in hand, or is empty; `joined` reads a condition about a record of a list.
    """

    values: Mapping[str, Node]
    spans: Mapping[str, Span]
    row: str
    names: Names
    joined: Joined

    @property
    def report(self) -> Report:
        """Where findings go."""
        return self.names.report


def empty_group(node: Node, report: Report) -> Expr:
    """A group without parts would always or never be met."""
    report.error("empty-group", "a group needs at least one condition", node.span, "write one, or delete it")
    return TRUE


def _at_least_of(test: ListTest) -> Expr:
    """`at_least: 2` with `of: [a, b, c]`."""
    parts = fields.items(test.values["of"], test.report, "`of`")
    if "at_least" not in test.values:
        test.report.error("half-a-test", "`of` needs `at_least` beside it", test.spans["of"], "add `at_least: 2`")
        return TRUE
    count = fields.whole(test.values["at_least"], test.report, "`at_least`", 1, max(1, len(parts)))
    lowered = tuple(test.joined(part, test.row) for part in parts)
    if not parts:
        return empty_group(test.values["of"], test.report)
    if count is None:
        return TRUE
    return Worded(AtLeast(count, lowered), bounds=(Bound(">=", Decimal(count), ""),))


def _count(test: ListTest) -> Expr:
    """`count: LIST` with `where`, `plus` and one bound."""
    node = fields.bare_text(test.values["count"], test.report, "`count`")
    fact = test.names.fact(node.text) if node else None
    # other kinds: reported as nothing to count
    if node is None or fact is None or not isinstance(fact.type, Records | OptionSet):
        if node is not None:
            test.names.unknown(node.text, node.span, "list") if fact is None else test.report.error(
                "wrong-kind",
                f"`{node.text}` is neither a list nor a set",
                node.span,
                "count a fact of `type: list` or `set`",
            )
        return TRUE
    if test.row:
        test.report.error("list-in-list", "a list cannot be counted inside the filter of a list", node.span,
                          "count it outside of `where:`")  # fmt: skip
        return TRUE
    where = filter_of(test.values, fact, test.names, test.joined)
    bounds = [word for word in BOUNDS if word in test.values]
    if len(bounds) != 1:
        span = test.spans[bounds[1]] if bounds else node.span
        test.report.error("half-a-test", "`count` needs exactly one bound", span, "add `at_most: 4` or the like")
        return TRUE
    op, said = BOUNDS[bounds[0]]
    unit = fact.type.unit
    bound = fields.bare_text(test.values[bounds[0]], test.report, "the bound")
    limit = fields.quantity(bound, unit, f"the number of `{fact.name}`", test.report) if bound else None
    term: Term = Count(fact, where)
    plus = _plus(test, unit)
    if plus is not None:
        term = Sum((term, plus))
    if bound is None or limit is None:
        return TRUE
    if limit != int(limit) or limit < 0:
        test.report.error("bad-number", "a count is compared with a whole number", bound.span)
        return TRUE
    counted_too = test.values.get("plus")
    added = ""
    if isinstance(plus, FactValue):
        added = f", with the {plus.fact.words} included"
    elif isinstance(counted_too, Text):
        added = f", with {counted_too.text} more included"
    answer = f"{said.replace('less', 'fewer').format(bound.text)}{added}{_where_words(where)}"
    return Worded(Compare(op, term, Literal(limit)), _subject(fact), answer, bounds=(Bound(op, limit, unit),))


def _plus(test: ListTest, unit: str) -> Term | None:
    """What a count is increased by: a number fact of the same unit, or `1 session`."""
    found = fields.bare_text(test.values.get("plus"), test.report, "`plus`")
    if found is None:
        return None
    fact = test.names.fact(found.text)
    if fact is None:
        value = fields.quantity(found, unit, "the count", test.report)
        return None if value is None else Literal(value)
    if not isinstance(fact.type, Number) or fact.type.unit != unit or fact.type.places:
        test.report.error("wrong-kind", f"`{fact.name}` is not a whole number of {unit}", found.span)
        return None
    return FactValue(fact)


def _some(test: ListTest) -> Expr:
    """`some: LIST` — at least one record matches. With no record it is not met."""
    fact = _list_named(test, "some")
    if fact is None:
        return TRUE
    where = filter_of(test.values, fact, test.names, test.joined)
    return Worded(at_least_one(fact, where), _subject(fact), f"at least one{_where_words(where)}")


def _every(test: ListTest) -> Expr:
    """`every: LIST` with `has`, and `if_none` for a list without a matching record."""
    fact = _list_named(test, "every")
    if "has" not in test.values:
        test.report.error("half-a-test", "`every` needs `has`", test.spans["every"], "say what every record has")
        return TRUE
    if "if_none" not in test.values:
        test.report.error(
            "half-a-test",
            "`every` does not say what holds where there is no record",
            test.spans["every"],
            "add `if_none: met` or `if_none: not met`",
        )
        return TRUE
    none = fields.one_of(test.values["if_none"], ("met", "not met"), test.report, "an answer of `if_none`")
    if fact is None or none is None:
        return TRUE
    where, has = filter_of(test.values, fact, test.names, test.joined), test.joined(test.values["has"], fact.name)
    exception = Not(has) if where is None else AtLeast(2, (where, Not(has)))
    every: Expr = Compare("<=", Count(fact, exception), Literal(Decimal(0)))
    if none == "not met":
        every = AtLeast(2, (at_least_one(fact, where), every))
    return Worded(every, _subject(fact), f"every one{_where_words(where)} has: {filter_words(has)}")


def _list_named(test: ListTest, word: str) -> Fact | None:
    """The list that `some` or `every` speaks of."""
    found = fields.bare_text(test.values[word], test.report, "the list")
    if found is None:
        return None
    if test.row:
        test.report.error("list-in-list", "a list cannot be searched inside the filter of a list", found.span,
                          "search it outside of `where:`")  # fmt: skip
        return None
    return test.names.rows(found.text, found.span)


def filter_of(values: Mapping[str, Node], fact: Fact, names: Names, joined: Joined) -> Expr | None:
    """What stands under `where`, read with a record of the list in hand."""
    where = values.get("where")
    if where is not None and isinstance(fact.type, OptionSet):
        names.report.error("wrong-kind", f"`{fact.name}` is a set, and has no records to filter", where.span,
                           "delete `where:`, or make it a list")  # fmt: skip
        return None
    return None if where is None else joined(where, fact.name)


def _where_words(where: Expr | None) -> str:
    """A filter as it follows what is counted."""
    return "" if where is None else f", counting only those where {filter_words(where)}"


def _subject(fact: Fact) -> str:
    """What a count is about. The question of a list only says how to fill it in."""
    return f"{fact.words.capitalize()}:" if isinstance(fact.type, Records) else fact.ask


def at_least_one(fact: Fact, where: Expr | None) -> Expr:
    """At least one record of a list matches."""
    return Compare(">=", Count(fact, where), Literal(Decimal(1)))


# Each word with its function and the keys that it takes.
LIST_WORDS: Mapping[str, tuple[Callable[[ListTest], Expr], frozenset[str]]] = {
    "count": (_count, frozenset({"count", "where", "plus", *BOUNDS})),
    "some": (_some, frozenset({"some", "where"})),
    "every": (_every, frozenset({"every", "where", "has", "if_none"})),
    "of": (_at_least_of, frozenset({"of", "at_least"})),
}
