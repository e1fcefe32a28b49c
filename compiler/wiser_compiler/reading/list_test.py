"""Tests of a list, a group or a sum: how many records match, whether some or every record does, how many parts are met.

The words are `count`, `some`, `every`, `latest`, `earliest`, `highest`, `lowest`, `sum` and `at_least` + `of`, each
with its further keys.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal as OneOf
from typing import TypeAlias

from wiser_compiler.core.evaluate import interval, reach
from wiser_compiler.core.kinds import Sort, kind_of
from wiser_compiler.core.model import (
    TRUE,
    AtLeast,
    Bound,
    Compare,
    Count,
    Expr,
    Extreme,
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
    Total,
    Worded,
)
from wiser_compiler.core.words import amount, filter_words
from wiser_compiler.diagnostics import Advice, Help, Report, Span, listed
from wiser_compiler.reading import fields
from wiser_compiler.reading.fact_test import comparable, in_reach
from wiser_compiler.reading.names import Names
from wiser_compiler.reading.syntax import Node, Text
from wiser_compiler.reading.words import BOUNDS

Joined: TypeAlias = Callable[[Node, str], Expr]


@dataclass(frozen=True, slots=True)
class ListTest:
    """A mapping with one of these words: the values and places of its keys.

    `row` is the list whose record is in hand, or empty; `joined` reads a condition about a record of a list.
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
    """Report a group without parts, which would always or never be met."""
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
    return Worded(AtLeast(count, lowered), bounds=(Bound(">=", Decimal(count), "", whole=True),))


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
    unit = fact.type.unit
    term: Term = Count(fact, where)
    plus = _plus(test, unit)
    if plus is not None:
        term = Sum((term, plus))
    found = _one_bound(test, "count", f"the number of `{fact.name}`", unit)
    if found is None:
        return TRUE
    (op, said), bound, limit = found
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
    return Worded(
        Compare(op, term, Literal(limit)), _subject(fact), answer, bounds=(Bound(op, limit, unit, whole=True),)
    )


def _sum(test: ListTest) -> Expr:
    """`sum: [a, b]`, or `sum: NUMBER` `of: LIST`, with one bound: numbers of one unit, added."""
    return _sum_of_list(test) if "of" in test.values or isinstance(test.values["sum"], Text) else _sum_of_facts(test)


def _sum_of_list(test: ListTest) -> Expr:
    """The sum of one number over the records that match `where`; of no record it is 0."""
    found = _field_of_list(test, "sum", "number")
    if found is None:
        return TRUE
    fact, field = found
    term = Total(fact, field, filter_of(test.values, fact, test.names, test.joined))
    low, high, _ = interval(term, {})
    return _against_one_bound(test, "sum", term, f"Sum of {field.words} of the {fact.words}:", field, (low, high))


def _highest(test: ListTest) -> Expr:
    """`highest: NUMBER` `of: LIST` with one bound — of the records that match `where`; of no record it is not met."""
    return _extreme(test, "highest")


def _lowest(test: ListTest) -> Expr:
    """The same for the lowest number."""
    return _extreme(test, "lowest")


def _extreme(test: ListTest, which: OneOf["highest", "lowest"]) -> Expr:
    found = _field_of_list(test, which, "number")
    if found is None:
        return TRUE
    fact, field = found
    term = Extreme(which, fact, field, filter_of(test.values, fact, test.names, test.joined))
    subject = f"{which.capitalize()} {field.words} of the {fact.words}:"
    return _against_one_bound(test, which, term, subject, field, reach(field)[:2])


def _against_one_bound(
    test: ListTest, word: str, term: Extreme | Total, subject: str, field: Fact, ends: tuple[Decimal, Decimal]
) -> Expr:
    """The number that a list gives, compared with the one bound; `ends` are its least and most."""
    assert isinstance(field.type, Number)
    owner = f"the {word} of `{field.name}`"
    found = _one_bound(test, word, owner, field.type.unit)
    if found is None:
        return TRUE
    (op, said), bound, limit = found
    if not _can_decide(test, owner, ends, bound, limit):
        return TRUE
    if limit != round(limit, field.type.places):
        test.report.error("bound-too-fine", f"{owner} has fewer decimal places than the bound", bound.span,
                          "change the bound, or give the fact `places:`")  # fmt: skip
    answer = f"{said.format(bound.text)}{_where_words(term.where)}"
    return Worded(Compare(op, term, Literal(limit)), subject, answer, bounds=(Bound(op, limit, field.type.unit),))


def _can_decide(test: ListTest, owner: str, ends: tuple[Decimal, Decimal], bound: Text, limit: Decimal) -> bool:
    """Whether a bound lies in the range of what it is compared with; one that does not is reported."""
    low, high = ends
    if not low <= limit <= high:
        test.report.error("bound-out-of-range", f"{owner} runs from {low} to {high}, so this bound can never decide",
                          bound.span, "change the bound, or the range of a fact")  # fmt: skip
    return low <= limit <= high


def _field_of_list(test: ListTest, word: str, sort: Sort) -> tuple[Fact, Fact] | None:
    """The list under `of`, and its field that a word names."""
    if "of" not in test.values:
        test.report.error("half-a-test", f"`{word}` needs `of`", test.spans[word], "add `of:` with the list")
        return None
    fact = _list_named(test, "of")
    field = field_of(test.values[word], fact, word, sort, test.names) if fact else None
    return None if fact is None or field is None else (fact, field)


def _sum_of_facts(test: ListTest) -> Expr:
    """`sum: [a, b]`."""
    summed = [_number(test, node) for node in fields.items(test.values["sum"], test.report, "`sum`")]
    facts = [fact for fact in summed if fact is not None]
    if len(facts) < len(summed):
        return TRUE
    if len(facts) < 2:
        test.report.error("half-a-test", "`sum` needs two numbers or more", test.spans["sum"], "write `sum: [a, b]`")
        return TRUE
    odd = next((fact for fact in facts if not comparable(fact.type, facts[0].type)), None)
    if odd is not None:
        test.report.error("wrong-kind", f"`{facts[0].name}` and `{odd.name}` are not of one kind and unit",
                          test.spans["sum"], "add numbers of one unit")  # fmt: skip
        return TRUE
    unit = kind_of(facts[0].type).unit
    found = _one_bound(test, "sum", "the sum", unit)
    if found is None:
        return TRUE
    (op, said), bound, limit = found
    types = [fact.type for fact in facts if isinstance(fact.type, Number)]
    ends = sum((kind.low for kind in types), Decimal(0)), sum((kind.high for kind in types), Decimal(0))
    if not _can_decide(test, "the sum", ends, bound, limit):
        return TRUE
    words = f"{' plus '.join(fact.words for fact in facts)}:".capitalize()
    test_of_sum = Compare(op, Sum(tuple(map(FactValue, facts))), Literal(limit))
    return Worded(test_of_sum, words, said.format(bound.text), bounds=(Bound(op, limit, unit),))


def _number(test: ListTest, node: Node) -> Fact | None:
    """A number fact that `sum` names."""
    name = fields.bare_text(node, test.report, "a number to add")
    fact = test.names.fact(name.text) if name else None
    if name is None or fact is None:
        if name is not None:
            test.names.unknown(name.text, name.span, "fact")
        return None
    if not isinstance(fact.type, Number):
        test.report.error("wrong-kind", f"`{fact.name}` is {kind_of(fact.type).words}, and only numbers add up",
                          name.span, "name facts of `type: number`")  # fmt: skip
        return None
    return fact if in_reach(fact, test.row, name.span, test.names) else None


def _one_bound(test: ListTest, word: str, owner: str, unit: str) -> tuple[tuple[Op, str], Text, Decimal] | None:
    """The one bound beside a word: its operator with its words, and the number as written and as read."""
    bounds = [bound for bound in BOUNDS if bound in test.values]
    if len(bounds) != 1:
        span = test.spans[bounds[1]] if bounds else test.values[word].span
        test.report.error("half-a-test", f"`{word}` needs exactly one bound", span, "add `at_most: 4` or the like")
        return None
    written = fields.bare_text(test.values[bounds[0]], test.report, "the bound")
    limit = fields.quantity(written, unit, owner, test.report) if written else None
    return None if written is None or limit is None else (BOUNDS[bounds[0]], written, limit)


def _plus(test: ListTest, unit: str) -> Term | None:
    """The increase of a count: a number fact of the same unit, or `1 session`."""
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
    fact, none = _list_named(test, "every"), _if_none(test, "every")
    if fact is None or none is None:
        return TRUE
    where, has = filter_of(test.values, fact, test.names, test.joined), test.joined(test.values["has"], fact.name)
    every = _without_exception(fact, where, where, has, none)
    return Worded(every, _subject(fact), f"every one{_where_words(where)} has: {filter_words(has)}")


def _latest(test: ListTest) -> Expr:
    """`latest: DATE` `of: LIST` with `has` — of the records that match `where`, each of the latest day has this."""
    return _of_one_day(test, "latest")


def _earliest(test: ListTest) -> Expr:
    """The same for the earliest day."""
    return _of_one_day(test, "earliest")


def _of_one_day(test: ListTest, which: OneOf["latest", "earliest"]) -> Expr:
    """The test of every record whose date is the latest or earliest of the matching records."""
    found = _field_of_list(test, which, "date")
    none = _if_none(test, which) if found else None
    if found is None or none is None:
        return TRUE
    fact, field = found
    where, has = filter_of(test.values, fact, test.names, test.joined), test.joined(test.values["has"], fact.name)
    same_day = Compare("==", FactValue(field), Extreme(which, fact, field, where))
    day = Worded(same_day, field.ask, f"the {which}{' of these' if where is not None else ''}")
    last = _without_exception(fact, day if where is None else AtLeast(2, (where, day)), where, has, none)
    words = f"the {which} by {field.words}{_where_words(where)} has: {filter_words(has)}"
    return Worded(last, _subject(fact), words)


def _if_none(test: ListTest, word: str) -> str | None:
    """The truth where there is no record; None where `if_none` or `has` is missing."""
    if "has" not in test.values:
        test.report.error("half-a-test", f"`{word}` needs `has`", test.spans[word], "say what every record has")
        return None
    if "if_none" not in test.values:
        test.report.error(
            "half-a-test",
            f"`{word}` does not say what holds where there is no record",
            test.spans[word],
            "add `if_none: met` or `if_none: not met`",
        )
        return None
    return fields.one_of(test.values["if_none"], ("met", "not met"), test.report, "an answer of `if_none`")


def _without_exception(fact: Fact, chosen: Expr | None, where: Expr | None, has: Expr, none: str) -> Expr:
    """The test that every chosen record has this; and with `if_none: not met` that some record matches `where`."""
    exception = Not(has) if chosen is None else AtLeast(2, (chosen, Not(has)))
    every = Compare("<=", Count(fact, exception), Literal(Decimal(0)))
    return every if none == "met" else AtLeast(2, (at_least_one(fact, where), every))


def field_of(node: Node, rows: Fact, word: str, sort: Sort, names: Names) -> Fact | None:
    """The date or number of each record of a list that a word such as `latest` names."""
    name = fields.bare_text(node, names.report, f"`{word}`")
    found = names.fact(name.text) if name else None
    if name is not None and (found is None or found.row_of != rows.name or kind_of(found.type).sort != sort):
        message = f"`{name.text}` is not a {sort} of each record of `{rows.name}`"
        names.report.error("wrong-kind", message, name.span, _other_field(name, found, rows, word, sort))
        return None
    return found


OF_A_DATE = {"highest": "latest", "lowest": "earliest", "sum": "latest"}
OF_A_NUMBER = {other: word for word, other in OF_A_DATE.items() if word != "sum"}


def _other_field(name: Text, found: Fact | None, rows: Fact, word: str, sort: Sort) -> Help:
    """The word for this field, or the fields for this word."""
    if found is not None and found.row_of == rows.name:
        if kind_of(found.type).sort == "date" and sort == "number":
            test = f"{OF_A_DATE[word]}: {found.name}, of: {rows.name}, has: {{…}}, if_none: not met"
            return f"of a date say `{OF_A_DATE[word]}`, and what that record has: `{{{test}}}`"
        if kind_of(found.type).sort == "number" and sort == "date":
            one = amount(Decimal(1), kind_of(found.type).unit)
            test = f"{OF_A_NUMBER[word]}: {found.name}, of: {rows.name}, at_least: {one}"
            return f"of a number say `{OF_A_NUMBER[word]}`, as in `{{{test}}}`"
    assert isinstance(rows.type, Records)
    fits = [field.name for field in rows.type.fields if kind_of(field.type).sort == sort]
    if len(fits) == 1:
        return Advice(f"write `{fits[0]}`", name.text, fits[0])
    return f"write one of {listed(fits)}" if fits else f"its records have no {sort}: declare one under `each:`"


def _list_named(test: ListTest, word: str) -> Fact | None:
    """The list that `some` or `every` names."""
    found = fields.bare_text(test.values[word], test.report, "the list")
    if found is None:
        return None
    if test.row:
        test.report.error("list-in-list", "a list cannot be searched inside the filter of a list", found.span,
                          "search it outside of `where:`")  # fmt: skip
        return None
    return test.names.rows(found.text, found.span)


def filter_of(values: Mapping[str, Node], fact: Fact, names: Names, joined: Joined) -> Expr | None:
    """The condition under `where`, read with a record of the list in hand."""
    where = values.get("where")
    if where is not None and isinstance(fact.type, OptionSet):
        names.report.error("wrong-kind", f"`{fact.name}` is a set, and has no records to filter", where.span,
                           "delete `where:`, or make it a list")  # fmt: skip
        return None
    return None if where is None else joined(where, fact.name)


def _where_words(where: Expr | None) -> str:
    """A filter in words, as it follows the name of the list."""
    return "" if where is None else f", counting only those where {filter_words(where)}"


def _subject(fact: Fact) -> str:
    """The name of a counted list in words. The question of a list only says how to fill it in."""
    return f"{fact.words.capitalize()}:" if isinstance(fact.type, Records) else fact.ask


def at_least_one(fact: Fact, where: Expr | None) -> Expr:
    """The test that at least one record of a list matches."""
    return Compare(">=", Count(fact, where), Literal(Decimal(1)))


# Each word with its function and the keys that it takes.
LIST_WORDS: Mapping[str, tuple[Callable[[ListTest], Expr], frozenset[str]]] = {
    "count": (_count, frozenset({"count", "where", "plus", *BOUNDS})),
    "some": (_some, frozenset({"some", "where"})),
    "every": (_every, frozenset({"every", "where", "has", "if_none"})),
    "latest": (_latest, frozenset({"latest", "of", "where", "has", "if_none"})),
    "earliest": (_earliest, frozenset({"earliest", "of", "where", "has", "if_none"})),
    "highest": (_highest, frozenset({"highest", "of", "where", *BOUNDS})),
    "lowest": (_lowest, frozenset({"lowest", "of", "where", *BOUNDS})),
    "sum": (_sum, frozenset({"sum", "of", "where", *BOUNDS})),
    "of": (_at_least_of, frozenset({"of", "at_least"})),
}
