"""Conditions: tests joined by the keys of a document, and the names that stand for them.

The keys of one mapping are joined by *and*, and so are the items of a list under `require`, `means`, `where` and `has`;
`any`, `all`, `none` and `at_least` + `of` join parts otherwise, and `unless` in a mapping is the exception to its other
keys. A quotation belongs to the one test that it supports, or to the group.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise, permutations
from typing import assert_never

from wiser_compiler.core.kinds import Sort, kind_of, sort_of
from wiser_compiler.core.model import (
    TRUE,
    AtLeast,
    Compare,
    Date,
    Documented,
    Expr,
    Extreme,
    Fact,
    FactValue,
    Findings,
    Includes,
    Literal,
    Not,
    Note,
    OptionSet,
    Reading,
    Term,
    Which,
    Worded,
    YesNo,
    all_of,
)
from wiser_compiler.core.walk import own_terms, parts, where_of
from wiser_compiler.diagnostics import Report, Span, listed, near
from wiser_compiler.reading import fields
from wiser_compiler.reading.advice import KNOWN_WORDS, joining, of_each_record, other_word, tested
from wiser_compiler.reading.fact_test import FactTest, WordedTest, in_reach, sample
from wiser_compiler.reading.list_test import LIST_WORDS, ListTest, empty_group, field_of, filter_of
from wiser_compiler.reading.names import OF_A_CRITERION, WORDS_OF_OTHERS, Named, Names
from wiser_compiler.reading.syntax import Entry, Items, Node, Table, Text
from wiser_compiler.reading.words import BESIDE, BOUNDS, WORDS, documented, is_yes_or_no

MOST_NESTED = 40  # levels of conditions that name one another
MOST_PARTS = 5_000  # of one condition, those it names included
MOST_LEVELS = 80  # of one condition, those it names included; some steps call themselves for each level
MOST_PARTS_OF_ALL = 50_000  # of all criteria, a condition counted wherever it is named

JOINTS = ("all", "any", "none")
NOTES = ("quote", "reading")
OF_SOME_LISTS = ("where", "plus", "has", "if_none")  # keys beside some of the words about lists
BESIDE_A_LIST = KNOWN_WORDS | set(OF_SOME_LISTS)
VALUES: Mapping[Which, Sort] = {"latest": "date", "earliest": "date", "highest": "number", "lowest": "number"}


class Conditions:
    """Lowers the conditions of one document. `row` is the list whose record is in hand, or empty."""

    def __init__(self, names: Names, readings: Mapping[str, str]) -> None:
        self.names = names
        self.readings = dict(readings)
        self.depth = 0
        self.open: list[tuple[str, Named]] = []  # conditions and values that are being read, each needed by the last
        self.sizes: dict[int, tuple[Expr, int, int]] = {}
        self.parts = 0  # of the tests that were read

    @property
    def report(self) -> Report:
        """Where findings go."""
        return self.names.report

    # ------------------------------------------------------------ joining

    def joined(self, node: Node | None, row: str = "") -> Expr:
        """Parts joined by *and*."""
        match node:
            case None:
                return TRUE
            case Text():
                return self.named(node, row)
            case Items(items=items):
                return all_of(*(self.joined(item, row) for item in items)) if items else empty_group(node, self.report)
            case Table():
                return self.mapping(node, row)

    def mapping(self, node: Table, row: str) -> Expr:
        """The tests of one mapping, joined by *and*, with its quotation and readings."""
        values = {entry.key.text: entry.value for entry in node.entries}
        spans = {entry.key.text: entry.key.span for entry in node.entries}
        quote, readings = self.notes(values)
        if foreign := next((key for key in values if self.is_foreign(key)), ""):
            return self.names.unknown(foreign, spans[foreign], "fact")  # what stands beside it has no meaning either
        found = [word for word in LIST_WORDS if word in values]
        special = [word for word in found if not any(word in LIST_WORDS[other][1] for other in found if other != word)]
        if len(special) > 1:
            self.report.error(
                "two-tests-in-one",
                f"{listed(special, 'and')} stand in one mapping, and what belongs to which is unclear",
                spans[special[1]],
                "write them as two items of a list",
            )
            return TRUE
        parts: list[Expr] = []
        taken = {*NOTES, "unless"}
        if special:
            lower, used = LIST_WORDS[special[0]]
            before = len(self.report.found)
            expr = lower(ListTest(values, spans, row, self.names, self.joined))
            parts.append(self.said(expr, quote, readings, spans[special[0]]))
            odd = [key for key in values if key in BESIDE_A_LIST - taken - used and not self.names.has(key)]
            if odd and len(self.report.found) == before:
                help = of_each_record(special[0], odd[0], values, self.names.facts)
                message = f"`{odd[0]}` does not go with `{special[0]}`"
                self.report.error("unknown-word", message, spans[odd[0]], help)
            taken |= {*used, *odd}
            quote, readings = "", ()
        parts += [self.entry(entry.key, entry.value, row) for entry in node.entries if entry.key.text not in taken]
        if not parts and "unless" in values:
            self.report.error(
                "half-a-test", "`unless` is an exception, and nothing stands beside it", spans["unless"],
                "write it into the mapping it is an exception of",
            )  # fmt: skip
            return TRUE
        if not parts:
            return empty_group(node, self.report)
        whole = all_of(*parts)
        if "unless" in values:
            whole = AtLeast(1, (whole, self.joined(values["unless"], row)), exception=True)
        return Worded(whole, quote=quote, readings=readings, span=node.span) if quote or readings else whole

    def is_foreign(self, word: str) -> bool:
        """A word of another language that is no name here."""
        return word in WORDS_OF_OTHERS and not self.names.has(word) and word not in self.names.values

    def said(self, expr: Expr, quote: str, readings: tuple[Reading, ...], span: Span) -> Expr:
        """The expression with a quotation and readings beside the words it already has."""
        if isinstance(expr, Worded) and not expr.quote and not expr.readings:
            return replace(expr, quote=quote, readings=readings, span=span)
        return Worded(expr, quote=quote, readings=readings, span=span) if quote or readings else expr

    def notes(self, values: Mapping[str, Node]) -> tuple[str, tuple[Reading, ...]]:
        """The quotation and the readings in a mapping."""
        quote = fields.bare_text(values.get("quote"), self.report, "a quotation")
        if quote is not None and quote.bare:
            self.report.error("unquoted-text", "a quotation must be in quotes", quote.span, fields.in_quotes(quote))
        elif quote is not None and quote.text != fields.without_marks(quote.text):
            message = "a quotation has no quotation marks of its own: they would be shown twice"
            self.report.error("unquoted-text", message, quote.span, fields.in_quotes(quote))
        return fields.without_marks(quote.text) if quote else "", self.read_readings(values.get("reading"))

    def read_readings(self, node: Node | None) -> tuple[Reading, ...]:
        """`reading: {B5: text}`, or `reading: B5` for one that is given elsewhere in the document."""
        if node is None:
            return ()
        if isinstance(node, Text):
            if node.text not in self.readings:
                self.report.error(
                    "unknown-reading",
                    f"the reading `{node.text}` is given nowhere in this document",
                    node.span,
                    "write `reading: {ID: how the source is read}`",
                )
                return ()
            return (Reading(node.text, self.readings[node.text]),)
        found = fields.table(node, self.report, "a reading")
        if found is None:
            return ()
        return tuple(
            Reading(entry.key.text, fields.prose(entry.value, self.report, "a reading") or "")
            for entry in found.entries
        )

    # ------------------------------------------------------------ one key

    def entry(self, key: Text, value: Node, row: str) -> Expr:
        """One key of a mapping: a joint, or a test of the fact or condition it names."""
        if key.text in JOINTS:
            parts = fields.items(value, self.report, f"`{key.text}`")
            if isinstance(value, Text) and value.text in self.names.facts:
                self.report.error(
                    "wrong-word",
                    f"`{key.text}` joins conditions, and `{value.text}` is one fact",
                    key.span,
                    joining(key.text, self.names.facts[value.text], value),
                )
                return TRUE
            if not parts:
                return empty_group(value, self.report)
            lowered = tuple(self.joined(part, row) for part in parts)
            if key.text == "none":
                return AtLeast(len(lowered), tuple(Not(part) for part in lowered))
            return AtLeast(1 if key.text == "any" else len(lowered), lowered)
        if key.text in self.names.conditions:
            condition = self.condition(key, row)
            answer = fields.yes_no(value, self.report, f"the condition `{key.text}`")
            return Not(condition) if answer is False else condition
        fact, item = self.split(key.text)
        if fact is None:
            if key.text in BOUNDS or key.text in OF_SOME_LISTS:
                self.report.error(
                    "wrong-word",
                    f"`{key.text}` belongs beside `count:`, `some:`, `every:`, `sum:` or `of:`, or under a fact",
                    key.span,
                )
                return TRUE
            if key.text in OF_A_CRITERION:
                return self.of_a_criterion(key)
            return self.value_tested(key) if key.text in self.names.values else self.names.unknown(
                key.text, key.span, "fact"
            )  # fmt: skip
        if not in_reach(fact, row, key.span, self.names):
            return TRUE
        if item:
            wanted = fields.yes_no(value, self.report, f"`{key.text}`")
            part = self.item(fact, item, key.span)
            return Not(part) if wanted is False else part
        return self.test(fact, key, value, row)

    def of_a_criterion(self, key: Text) -> Expr:
        """`cite` and the like say something of a criterion, and nothing of a test in it."""
        message = f"`{key.text}` belongs to a criterion as a whole, and this is a test in it"
        self.report.error("wrong-word", message, key.span, "write it on the level of `require:`")
        return TRUE

    def value_tested(self, key: Text) -> Expr:
        """A value is what facts are compared with, and stands in no test of its own."""
        self.names.used.add(key.text)
        written = {entry.key.text: entry.value for entry in self.names.values[key.text].node.entries}
        default: Which = "highest"
        of, word = written.get("of"), next((word for word in VALUES if word in written), default)
        field = written.get(word)
        rows, name = (node.text if isinstance(node, Text) else "…" for node in (of, field))
        test = f"has: {{{name}: …}}, if_none: not met" if VALUES[word] == "date" else "at_least: …"
        message = f"`{key.text}` is a value: a fact is compared with it, and it is no fact itself"
        self.report.error("wrong-kind", message, key.span, f"write `{{{word}: {name}, of: {rows}, {test}}}`")
        return TRUE

    def named(self, node: Text, row: str) -> Expr:
        """A bare name: a yes/no fact that must be yes, a note that must be there, a condition."""
        if node.text in self.names.conditions:
            return self.condition(node, row)
        fact, item = self.split(node.text)
        if fact is None:
            return self.names.unknown(node.text, node.span, "fact")
        if not in_reach(fact, row, node.span, self.names):
            return TRUE
        if item:
            return self.item(fact, item, node.span)
        match fact.type:
            case YesNo():
                return self.leaf(fact, "Yes", Compare("==", FactValue(fact), Literal(True)), node.span)
            case Note():
                return self.leaf(fact, "", Documented(fact), node.span)
            case _:  # other kinds: need a test, which is reported
                self.report.error(
                    "test-needed",
                    f"`{fact.name}` is {kind_of(fact.type).words}, so it needs a test",
                    node.span,
                    f"say what is asked of it, as in `{sample(fact)}`",
                )
                return TRUE

    def split(self, name: str) -> tuple[Fact | None, str]:
        """`symptoms.claudication` is an item of findings; anything else a fact."""
        fact_name, dot, item = name.partition(".")
        fact = self.names.fact(fact_name)
        return (fact, item if dot else "") if fact is not None else (None, "")

    def item(self, fact: Fact, item: str, span: Span) -> Expr:
        """The test that one item of findings is found."""
        # other kinds: have no items, so none is found
        options = fact.type.options if isinstance(fact.type, Findings | OptionSet) else ()
        found = next((option for option in options if option.id == item), None)
        if found is None:
            self.report.error(
                "unknown-option",
                f"`{item}` is not an answer of `{fact.name}`",
                span,
                near(item, (option.id for option in options)),
            )
            return TRUE
        return self.leaf(fact, found.label, Includes(fact, item), span)

    def leaf(self, fact: Fact, answer: str, expr: Expr, span: Span) -> Worded:
        """A test with its words: the question of the fact, and the answer that is required."""
        return Worded(expr, fact.ask, answer, span=span)

    # ------------------------------------------------------------ a test of one fact

    def test(self, fact: Fact, key: Text, value: Node, row: str) -> Expr:
        """`fact: word`, or `fact: {word: value, quote: …, reading: …}`."""
        if self.parts > MOST_PARTS_OF_ALL:
            return TRUE  # already reported
        found = self.short_test(fact, value, row) if isinstance(value, Text) else self.long_test(fact, key, value, row)
        self.parts += self.size(found)[0]
        if self.parts > MOST_PARTS_OF_ALL:
            self.report.error("too-large", f"up to here there are more than {MOST_PARTS_OF_ALL:,} tests", key.span)
        return found

    def long_test(self, fact: Fact, key: Text, value: Node, row: str) -> Expr:
        """`fact: {word: value, quote: …, reading: …}`."""
        table = fields.table(value, self.report, f"the test of `{fact.name}`")
        if table is None:
            return TRUE
        values = {entry.key.text: entry.value for entry in table.entries}
        quote, readings = self.notes(values)
        words = WORDS[type(fact.type)]
        said = []
        for entry in table.entries:
            word = entry.key.text
            if word in NOTES or (word in BESIDE and any(main in values for main in BESIDE[word])):
                continue
            if word in OF_A_CRITERION:
                self.of_a_criterion(entry.key)
                continue
            if word not in words:
                self.unknown_word(fact, entry)
                continue
            span = entry_span(entry)
            test = words[word](
                FactTest(fact, entry.value, values, row, self.names, self.date_value(row), self.named_value, span)
            )
            said.append((entry.value, replace(test, expr=at_place(test.expr, span))))
        if not said:
            if not any(e.key.text not in (*NOTES, *words) for e in table.entries):
                self.report.error(
                    "test-needed", f"`{fact.name}` is not tested here", key.span, f"add a test, as in `{sample(fact)}`"
                )
            return TRUE
        self.apart(fact, said)
        tests = [test for _, test in said]
        answer = ", and ".join(test.words for test in tests)
        expr, bounds = all_of(*(test.expr for test in tests)), tuple(b for test in tests for b in test.bounds)
        return Worded(expr, fact.ask, answer, quote, readings, bounds, span=table_span(key, table))

    def apart(self, fact: Fact, said: Sequence[tuple[Node, WordedTest]]) -> None:
        """Report two bounds that leave nothing between them, as in `{at_least: 4, at_most: 3}`."""
        for (one, low), (other, high) in permutations(said, 2):
            match low.expr, high.expr:
                case (
                    Compare(op=">" | ">=" as above, left=FactValue(), right=Literal(least)),
                    Compare(op="<" | "<=" as below, left=FactValue(), right=Literal(most)),
                ) if _nothing_between(least, most, above == ">" or below == "<"):
                    self.report.error(
                        "contradictory-bounds",
                        f"no `{fact.name}` is both {low.words} and {high.words}",
                        max(one.span, other.span),
                        "exchange the two, or write two tests under `any:` if one of them is enough",
                        related=((min(one.span, other.span), "the other end"),),
                    )
                case _:  # other kinds: no lower end of a range beside its upper end
                    pass

    def short_test(self, fact: Fact, value: Text, row: str) -> Expr:
        """`fact: yes`, `fact: documented`, `findings: none`."""
        test = FactTest(fact, value, {}, row, self.names, self.date_value(row), self.named_value)
        if value.text == "documented":
            said = documented(test)
        elif isinstance(fact.type, YesNo):
            said = is_yes_or_no(test)
        elif isinstance(fact.type, Findings):
            said = WORDS[Findings]["is"](test)
        else:  # other kinds: need a test, which is reported
            self.report.error(
                "test-needed",
                f"`{fact.name}` is {kind_of(fact.type).words}, so `{value.text}` is no test",
                value.span,
                tested(fact, value, self.names.groups),
            )
            return TRUE
        return self.leaf(fact, said.words, said.expr, value.span)

    def unknown_word(self, fact: Fact, entry: Entry) -> None:
        """Report a word that does not fit this kind of fact."""
        message = f"`{entry.key.text}` is not a word for {kind_of(fact.type).words}"
        self.report.error("unknown-word", message, entry.key.span, other_word(fact, entry))

    # ------------------------------------------------------------ named conditions and values

    def condition(self, node: Text, row: str) -> Expr:
        """A named condition, under its title."""
        named = self.names.conditions[node.text]
        self.names.used.add(node.text)
        expr = self.read_condition(node.text, named)
        if named.about and named.about != row:
            self.report.error(
                "field-out-of-reach",
                f"the condition `{node.text}` is about a record of `{named.about}`, and none is in hand here",
                node.span,
                f"write it under `where:` of `some: {named.about}`, `every:` or `count:`",
            )
            return TRUE
        return expr

    def read_condition(self, name: str, named: Named) -> Expr:
        """Lower a condition once. A condition that names itself is reported."""
        if named.expr is None:
            if named.reading:
                self.circular(name, named)
                return TRUE
            self.depth += 1
            if self.depth > MOST_NESTED:
                self.explained_by_too_many(named)
                self.depth -= 1
                return TRUE
            named.reading = True
            self.open.append((name, named))
            values = {entry.key.text: entry.value for entry in named.node.entries}
            quote, readings = self.notes(values)
            means = self.joined(values.get("means"), named.about)
            named.expr = Worded(means, named.title, "", quote, readings, name=name, span=named.span)
            named.reading = False
            self.open.pop()
            self.depth -= 1
            size, levels = self.size(named.expr)
            if size > MOST_PARTS:
                self.report.error("too-large", "this condition holds too much", named.span, "name fewer others in it")
            elif levels > MOST_LEVELS:
                self.explained_by_too_many(named)
            else:
                return named.expr
            named.expr = TRUE
        return named.expr

    def explained_by_too_many(self, named: Named) -> None:
        """Report conditions that name one another over too many levels."""
        self.report.error("too-large", "conditions are explained by too many others", named.span, "flatten them")

    def size(self, expr: Expr) -> tuple[int, int]:
        """How many parts and levels an expression has.

        A condition that is named twice counts twice, and is measured once.
        """
        if id(expr) not in self.sizes:
            inner = [*parts(expr), *(where for term in own_terms(expr) if (where := where_of(term)))]
            sizes = [self.size(part) for part in inner]
            whole, levels = sum(size for size, _ in sizes), max((level for _, level in sizes), default=0)
            self.sizes[id(expr)] = (expr, 1 + whole, 1 + levels)
        return self.sizes[id(expr)][1:]

    def circular(self, name: str, named: Named) -> None:
        """A name that is needed to say what it means; every member of the circle is named, in order."""
        members = [*self.open[[other for other, _ in self.open].index(name) :], (name, named)]
        links = [f"`{one}` by `{other}`" for (one, _), (other, _) in pairwise(members)]
        message = f"`{name}` is explained by itself"
        if len(links) > 1:
            message = f"{listed(links, 'and', '')}: the circle explains nothing".replace("` by", "` is explained by", 1)
        self.report.error(
            "circular", message, named.span, "say one of them without the others",
            related=tuple((member.span, f"`{other}` is declared here") for other, member in members[1:-1]),
        )  # fmt: skip

    def date_value(self, row: str) -> Callable[[str, Span], Term | None]:
        """A function from a name to the date term that it stands for."""

        def term(name: str, span: Span) -> Term | None:
            if name in self.names.values:
                value = self.named_value(name)
                if value is not None and sort_of(value) != "date":
                    self.report.error("wrong-kind", f"`{name}` is not a date", span, "name a date")
                    return None
                return value
            fact = self.names.fact(name)
            if fact is None:
                self.names.unknown(name, span, "date")
                return None
            if not isinstance(fact.type, Date):
                self.report.error("wrong-kind", f"`{name}` is not a date", span, "name a fact of `type: date`")
                return None
            return FactValue(fact) if in_reach(fact, row, span, self.names) else None

        return term

    def named_value(self, name: str) -> Extreme | None:
        """One of the values of the document by its name; None if there is none of this name, or it has a mistake."""
        if name not in self.names.values:
            return None
        self.names.used.add(name)
        return self.read_value(name, self.names.values[name])

    def read_value(self, name: str, named: Named) -> Extreme | None:
        """`latest_session: {latest: session_date, of: prior_sessions, where: …}`."""
        if named.term is not None:
            return named.term
        if named.reading:
            self.circular(name, named)
            return None
        named.reading = True
        self.open.append((name, named))
        try:
            return self.open_value(name, named)
        finally:
            self.open.pop()
            named.reading = False

    def open_value(self, name: str, named: Named) -> Extreme | None:
        """The value, while it is noted as one that is being read."""
        values = fields.keys(named.node, (*VALUES, "where", "sum"), ("of",), self.report, "a value")
        if "sum" in values:
            message = f"`{name}` would be a sum, and no value is one"
            help = "write `sum:` and `of:` in a condition, with the bound beside them"
            self.report.error("wrong-word", message, fields.key_span(named.node, "sum"), help)
            return None
        words_given = [word for word in VALUES if word in values]
        if len(words_given) != 1:
            self.report.error(
                "half-a-test", f"`{name}` needs {listed(list(VALUES), 'or')}", named.span, "write one of them"
            )
            return None
        which = words_given[0]
        of = fields.bare_text(values.get("of"), self.report, "`of`")
        fact = self.names.rows(of.text, of.span) if of else None
        field = field_of(values[which], fact, which, VALUES[which], self.names) if fact else None
        if fact is not None and field is not None:
            named.term = Extreme(which, fact, field, filter_of(values, fact, self.names, self.joined), name)
        return named.term


def _nothing_between(least: object, most: object, strict: bool) -> bool:
    """No number or day lies between two ends, whose own values are left out where it is strict."""
    match least, most:
        case Decimal(), Decimal():
            return least > most or (strict and least == most)
        case date(), date():
            return least > most or (strict and least == most)
        case _:  # other kinds: have no order
            return False


def entry_span(entry: Entry) -> Span:
    """From the key to the end of its value, if that stands beside it."""
    key, value = entry.key.span, entry.value.span
    return key._replace(end=value.end) if value.line == key.line else key


def at_place(expr: Expr, span: Span) -> Expr:
    """The test of one word, which knows where it stands."""
    match expr:
        case Compare():
            return replace(expr, span=span)
        case AtLeast(parts=inner):
            return replace(expr, parts=tuple(at_place(part, span) for part in inner), span=span)
        case Not(part=part):
            return Not(at_place(part, span))
        case Includes() | Documented() | Worded():
            return expr
        case _:
            assert_never(expr)


def table_span(key: Text, table: Table) -> Span:
    """From the key to the end of a one-line mapping, as far as it is known."""
    if table.entries and table.entries[0].key.span.line == key.span.line:
        return table.entries[0].key.span
    return key.span
