"""Tests of a list: how many records match, whether some or every one does; and `at_least` + `of`."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

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
    Op,
    OptionSet,
    Records,
    Sum,
    Term,
    Worded,
)
from wiser_compiler.diagnostics import Span
from wiser_compiler.reading import fields
from wiser_compiler.reading.saying import filter_words, words
from wiser_compiler.reading.syntax import Node, Text

if TYPE_CHECKING:
    from wiser_compiler.reading.conditions import Conditions

BOUNDS: Mapping[str, tuple[Op, str]] = {
    "at_least": (">=", "{} or more"),
    "at_most": ("<=", "no more than {}"),
    "more_than": (">", "more than {}"),
    "less_than": ("<", "fewer than {}"),
    "is": ("==", "exactly {}"),
}


def special_test(
    reader: Conditions, word: str, values: Mapping[str, Node], spans: Mapping[str, Span], row: str
) -> tuple[Expr, set[str]]:
    """`count`, `some`, `every` or `at_least` + `of`, and the keys they take."""
    match word:
        case "of":
            return _at_least_of(reader, values, spans, row), {"of", "at_least"}
        case "count":
            return _count(reader, values, spans, row), {"count", "where", "plus", *BOUNDS}
        case "some":
            return _some(reader, values, row), {"some", "where"}
        case _:
            return _every(reader, values, spans, row), {"every", "where", "has", "if_none"}


def _at_least_of(reader: Conditions, values: Mapping[str, Node], spans: Mapping[str, Span], row: str) -> Expr:
    """`at_least: 2` with `of: [a, b, c]`."""
    parts = fields.items(values["of"], reader.report, "`of`")
    if "at_least" not in values:
        reader.report.error("half-a-test", "`of` needs `at_least` beside it", spans["of"], "add `at_least: 2`")
        return TRUE
    count = fields.whole(values["at_least"], reader.report, "`at_least`", 1, max(1, len(parts)))
    lowered = tuple(reader.joined(part, row) for part in parts)
    if not parts:
        return reader.empty(values["of"])
    if count is None:
        return TRUE
    return Worded(AtLeast(count, lowered), bounds=(Bound(">=", Decimal(count), ""),))


def _count(reader: Conditions, values: Mapping[str, Node], spans: Mapping[str, Span], row: str) -> Expr:
    """`count: LIST` with `where`, `plus` and one bound."""
    node = fields.bare_text(values["count"], reader.report, "`count`")
    fact = reader.names.fact(node.text) if node else None
    if node is None or fact is None or not isinstance(fact.type, Records | OptionSet):
        if node is not None:
            reader.names.unknown(node.text, node.span, "list") if fact is None else reader.report.error(
                "wrong-kind",
                f"`{node.text}` is neither a list nor a set",
                node.span,
                "count a fact of `type: list` or `set`",
            )
        return TRUE
    if row:
        reader.report.error("list-in-list", "a list cannot be counted inside the filter of a list", node.span,
                          "count it outside of `where:`")  # fmt: skip
        return TRUE
    where = filter_of(reader, values, fact)
    bounds = [word for word in BOUNDS if word in values]
    if len(bounds) != 1:
        span = spans[bounds[1]] if bounds else node.span
        reader.report.error("half-a-test", "`count` needs exactly one bound", span, "add `at_most: 4` or the like")
        return TRUE
    op, said = BOUNDS[bounds[0]]
    unit = fact.type.unit
    bound = fields.bare_text(values[bounds[0]], reader.report, "the bound")
    limit = fields.quantity(bound, unit, f"the number of `{fact.name}`", reader.report) if bound else None
    term: Term = Count(fact, where)
    plus = _plus(reader, values.get("plus"), unit)
    if plus is not None:
        term = Sum((term, plus))
    if bound is None or limit is None:
        return TRUE
    if limit != int(limit) or limit < 0:
        reader.report.error("bad-number", "a count is compared with a whole number", bound.span)
        return TRUE
    counted_too = values.get("plus")
    added = ""
    if isinstance(plus, FactValue):
        added = f", with the {plus.fact.words} included"
    elif isinstance(counted_too, Text):
        added = f", with {counted_too.text} more included"
    answer = f"{said.format(bound.text)}{added}{filter_words(where)}"
    return Worded(Compare(op, term, Literal(limit)), _subject(fact), answer, bounds=(Bound(op, limit, unit),))


def _plus(reader: Conditions, node: Node | None, unit: str) -> Term | None:
    """What a count is increased by: a number fact of the same unit, or `1 session`."""
    found = fields.bare_text(node, reader.report, "`plus`")
    if found is None:
        return None
    fact = reader.names.fact(found.text)
    if fact is None:
        value = fields.quantity(found, unit, "the count", reader.report)
        return None if value is None else Literal(value)
    if not isinstance(fact.type, Number) or fact.type.unit != unit or fact.type.places:
        reader.report.error("wrong-kind", f"`{fact.name}` is not a whole number of {unit}", found.span)
        return None
    return FactValue(fact)


def _some(reader: Conditions, values: Mapping[str, Node], row: str) -> Expr:
    """`some: LIST` — at least one record matches. With no record it is not met."""
    fact = _list_named(reader, values["some"], row)
    if fact is None:
        return TRUE
    where = filter_of(reader, values, fact)
    return Worded(at_least_one(fact, where), _subject(fact), f"at least one{filter_words(where)}")


def _every(reader: Conditions, values: Mapping[str, Node], spans: Mapping[str, Span], row: str) -> Expr:
    """`every: LIST` with `has`, and `if_none` for a list without a matching record."""
    fact = _list_named(reader, values["every"], row)
    if "has" not in values:
        reader.report.error("half-a-test", "`every` needs `has`", spans["every"], "say what every record has")
        return TRUE
    if "if_none" not in values:
        reader.report.error(
            "half-a-test",
            "`every` does not say what holds where there is no record",
            spans["every"],
            "add `if_none: met` or `if_none: not met`",
        )
        return TRUE
    none = fields.one_of(values["if_none"], ("met", "not met"), reader.report, "an answer of `if_none`")
    if fact is None or none is None:
        return TRUE
    where, has = filter_of(reader, values, fact), reader.joined(values["has"], fact.name)
    exception = Not(has) if where is None else AtLeast(2, (where, Not(has)))
    every: Expr = Compare("<=", Count(fact, exception), Literal(Decimal(0)))
    if none == "not met":
        every = AtLeast(2, (at_least_one(fact, where), every))
    return Worded(every, _subject(fact), f"every one{filter_words(where)} has: {words(has)}")


def _list_named(reader: Conditions, node: Node, row: str) -> Fact | None:
    """The list that `some` or `every` speaks of."""
    found = fields.bare_text(node, reader.report, "the list")
    if found is None:
        return None
    if row:
        reader.report.error("list-in-list", "a list cannot be searched inside the filter of a list", found.span,
                          "search it outside of `where:`")  # fmt: skip
        return None
    return reader.names.rows(found.text, found.span)


def filter_of(reader: Conditions, values: Mapping[str, Node], fact: Fact) -> Expr | None:
    """What stands under `where`, read with a record of the list in hand."""
    where = values.get("where")
    if where is not None and isinstance(fact.type, OptionSet):
        reader.report.error("wrong-kind", f"`{fact.name}` is a set, and has no records to filter", where.span,
                          "delete `where:`, or make it a list")  # fmt: skip
        return None
    return None if where is None else reader.joined(where, fact.name)


def _subject(fact: Fact) -> str:
    """What a count is about. The question of a list only says how to fill it in."""
    return f"{fact.words.capitalize()}:" if isinstance(fact.type, Records) else fact.ask


def at_least_one(fact: Fact, where: Expr | None) -> Expr:
    """At least one record of a list matches."""
    return Compare(">=", Count(fact, where), Literal(Decimal(1)))
