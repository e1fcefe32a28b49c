"""What stands where in a document: each text of the tree with its role, and the names that it holds.

One walk says it for every feature: completion asks what may stand at the cursor, hover what does, and definition,
references and rename where a name is declared and used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Literal, NamedTuple, TypeAlias

from wiser_compiler.core.accepted import ABOUT_FACTS
from wiser_compiler.core.evaluate import OUTCOMES, SCOPE_OUTCOMES, VERDICTS
from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.model import Fact, Findings, Records
from wiser_compiler.diagnostics import Span
from wiser_compiler.editor.keys import keys_of
from wiser_compiler.reading.conditions import JOINTS, NOTES
from wiser_compiler.reading.document import Kind
from wiser_compiler.reading.document import kind_of as kind_of_document
from wiser_compiler.reading.names import Names
from wiser_compiler.reading.sheet import facts_named
from wiser_compiler.reading.syntax import Entry, Items, Node, Table, Text
from wiser_compiler.reading.vocabulary import OTHERS, TYPES
from wiser_compiler.reading.words import BOUNDS

# Names of facts, fields, values and conditions are of one space: in a document each means one thing.
# A shared source is one of the vocabulary.
Space: TypeAlias = Literal[
    "name", "choice", "group", "question", "source", "shared source", "criterion", "code", "base"
]

Role: TypeAlias = Literal[
    "key",  # one of the keys of `place`
    "new",  # a name that is declared here
    "test",  # a key of a condition: a fact, a condition, or a word that joins
    "condition",  # a bare name in a condition
    "fact",  # a fact: a field of `owner`, a list, or any of a request
    "word",  # a word that tests the fact `owner`
    "answer",  # a test of `owner` in one word, such as yes or documented
    "bound",  # what the number or the date `owner` is compared with by `word`
    "option",  # an answer of `owner`, or a group of them
    "stated",  # the value of `owner` in an example
    "source", "question", "criterion", "choice", "type", "unit", "code", "base",
    "document",  # a document that this one names under `word`
    "one",  # one of `words`
    "quote",
    "sentence",  # of the printed sheet, with names of facts in it
    "text",  # an author's own words
]  # fmt: skip


class Mention(NamedTuple):
    """A name that stands somewhere."""

    space: Space
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Spot:
    """A text of the document, and its role.

    `owner` is the fact or the list that it belongs to, `word` the word or key whose value it is, `beside` the other
    keys of its mapping. `row` is the list whose record is in hand, `within` the criterion or the named condition around
    it. `key` is true for a key, behind which there is a colon.
    """

    node: Text
    role: Role
    mentions: tuple[Mention, ...] = ()
    owner: str = ""
    word: str = ""
    place: str = ""
    words: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    row: str = ""
    within: str = ""
    key: bool = False

    @property
    def declares(self) -> bool:
        """The name is declared here."""
        return self.role == "new"


Below: TypeAlias = Callable[[Node], Iterator[Spot]]

COUNTED = ("count", "some", "every")  # words that name a list
# Words that name a field of its records, with the list under `of`; `sum` may also add facts of the request.
OF_RECORDS = ("latest", "earliest", "highest", "lowest", "sum")

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def spots(document: Table, names: Names, kind: Kind | None = None, lines: Sequence[str] = ()) -> Iterator[Spot]:
    """Every text of a document, in written order. `kind` is that of the whole, where `document` is a part of one.

    `lines` are those of the text, for the names in a sentence that goes on for several of them.
    """
    keys = _keys(document)
    for spot in _Walk(names, kind or kind_of_document(document), lines).document(document):
        yield replace(spot, key=True) if id(spot.node) in keys else spot


@dataclass(slots=True)
class _Walk:
    names: Names
    kind: Kind
    lines: Sequence[str]
    within: str = field(default="", init=False)

    def document(self, document: Table) -> Iterator[Spot]:
        """The sections."""
        sections: Mapping[str, Below] = {
            "uses": partial(self.versions, word="uses"),
            "part_of": partial(self.versions, word="part_of"),
            "effective": partial(self.keys, place="effective", below={"reading": self.reading}),
            "changes": partial(self.keys, place="changes", below={"from": self.plain}, other=self.changed),
            "accepted": self.accepted,
            "not_encoded": self.not_encoded,
            "codes": self.codes,
            "examples": self.all_examples,
            "sources": partial(self.each, space="source", below=self.source),
            "services": partial(self.each, space=None, below=self.service),
            "states": partial(self.each, space=None, below=partial(self.cited, place="states/additionalProperties")),
            "known_editions": partial(self.each, space=None, below=partial(self.cited, place="edition")),
            "sending": partial(self.each, space=None, below=partial(self.cited, place="instruction")),
            "decisions": partial(self.each, space=None, below=partial(self.cited, place="instruction")),
            "sheet": partial(
                self.keys, place="sheet", below={"parts": partial(self.each, space=None, below=self.part_of_sheet)}
            ),
            "supplied_by": partial(self.each, space=None, below=self.plain),
            "add_ons": partial(
                self.keys,
                place="addOns",
                below={"cite": self.cite, "told_by": partial(self.all, "criterion", "criterion")},
            ),
            "asking": self.asking,
            "questions": partial(self.each, space="question", below=partial(self.named, place="questions")),
            "facts": partial(self.each, space=None, below=self.facts),
            "choices": partial(self.each, space="choice", below=self.options),
            "groups": partial(self.each, space="group", below=self.group),
            "values": partial(self.each, space="name", below=self.value),
            "conditions": partial(self.each, space="name", below=self.named_condition),
            "scope": partial(self.each, space="criterion", below=self.criterion),
            "criteria": partial(self.each, space="criterion", below=self.criterion),
            "advisory": partial(self.each, space="criterion", below=self.criterion),
            "clocks": partial(self.each, space="criterion", below=self.clock),
        }
        yield from self.keys(document, self.kind, sections)

    # ------------------------------------------------------------ shapes

    def keys(self, node: Node, place: str, below: Mapping[str, Below], other: Below | None = None) -> Iterator[Spot]:
        """A mapping whose keys are those of a place of the schema. `other` reads what is not in `below`."""
        known = keys_of(place)
        if isinstance(node, Text):
            yield Spot(node, "key", place=place)
        for entry in _entries(node):
            yield Spot(entry.key, "key", place=place, beside=_beside(node, entry))
            key = entry.key.text
            if key in below:
                yield from below[key](entry.value)
            elif other:
                yield from other(entry.value)
            elif isinstance(entry.value, Text):
                role: Role = "quote" if key == "quote" else "one" if known.get(key) else "text"
                yield Spot(entry.value, role, word=key, words=known.get(key, ()))

    def named(self, node: Node, place: str) -> Iterator[Spot]:
        """A mapping under a name, whose keys hold no names."""
        yield from self.keys(node, f"{place}/additionalProperties", {})

    def cited(self, node: Node, place: str) -> Iterator[Spot]:
        """A mapping whose keys hold no names but those of sources."""
        yield from self.keys(node, place, {"cite": self.cite})

    def asking(self, node: Node) -> Iterator[Spot]:
        """How facts are asked for, by their names."""
        for entry in _entries(node):
            yield Spot(entry.key, "fact", (_first(entry.key),))
            below: Mapping[str, Below] = {"from": self.plain, "unlikely_if": partial(self.condition, row="")}
            yield from self.keys(entry.value, "asking/additionalProperties", below)

    def each(self, node: Node, space: Space | None, below: Below) -> Iterator[Spot]:
        """A mapping whose keys are names that are declared here."""
        for entry in _entries(node):
            mentions = (Mention(space, entry.key.text, entry.key.span),) if space else ()
            yield Spot(entry.key, "new", mentions)
            self.within = entry.key.text
            yield from below(entry.value)
            self.within = ""

    def plain(self, node: Node) -> Iterator[Spot]:
        """An author's own words, or a value of no name."""
        yield from (Spot(text, "text") for text in _texts(node))

    def versions(self, node: Node, word: str) -> Iterator[Spot]:
        """The documents that this one names, each with its version."""
        yield from (Spot(text, "document", word=word) for text in _texts(node))

    def changed(self, node: Node) -> Iterator[Spot]:
        """The criteria of `changes`."""
        yield from self.all("criterion", "criterion", node)

    def accepted(self, node: Node) -> Iterator[Spot]:
        """The findings that are accepted."""
        for item in node.items if isinstance(node, Items) else ():
            code = item.get("finding") if isinstance(item, Table) else None
            of: Below = partial(self.all, "criterion", "criterion")
            if isinstance(code, Text) and code.text in ABOUT_FACTS:
                of = partial(self.all, "fact", "name")
            yield from self.keys(item, "accepted/items", {"of": of, "cite": self.cite})

    def not_encoded(self, node: Node) -> Iterator[Spot]:
        """The passages that no criterion encodes."""
        for item in node.items if isinstance(node, Items) else ():
            yield from self.keys(item, "not_encoded/items", {"cite": self.cite})

    def all(self, role: Role, space: Space, node: Node, owner: str = "") -> Iterator[Spot]:
        """A name, or a list of names."""
        for text in _texts(node):
            yield Spot(text, role, (Mention(space, text.text, text.span),), owner=owner)

    # ------------------------------------------------------------ what is declared

    def source(self, node: Node) -> Iterator[Spot]:
        """One of `sources`."""
        same = partial(self.all, "source", "shared source")
        yield from self.keys(node, "sources/additionalProperties", {"same_as": same})

    def codes(self, node: Node) -> Iterator[Spot]:
        """`codes`, of a policy or of a service."""
        if not isinstance(node, Table):
            yield from self.all("code", "code", node)
            return
        below: Mapping[str, Below] = {
            "only_when": partial(self.condition, row=""), "add_on_to": partial(self.all, "code", "code"),
            "cite": self.cite, "reading": self.reading, "sheet": self.sentences,
        }  # fmt: skip
        for entry in node.entries:
            yield Spot(entry.key, "new", (Mention("code", entry.key.text, entry.key.span),))
            if isinstance(entry.value, Text):
                yield Spot(entry.value, "text")
            else:
                yield from self.keys(entry.value, "code", below)

    def service(self, node: Node) -> Iterator[Spot]:
        """One of `services`."""
        below: Mapping[str, Below] = {
            "codes": self.codes, "only_when": partial(self.condition, row=""), "reading": self.reading,
            "sheet": self.sentences,
        }  # fmt: skip
        yield from self.keys(node, "service", below)

    def facts(self, node: Node) -> Iterator[Spot]:
        """The facts of one heading, or the fields of a list."""
        for entry in _entries(node):
            name = entry.key.text
            yield Spot(entry.key, "new", (Mention("name", name, entry.key.span),), owner=name)
            if isinstance(entry.value, Text):
                yield Spot(entry.value, "text")
                continue
            kind = entry.value.get("type") if isinstance(entry.value, Table) else None
            tag = kind.text if isinstance(kind, Text) else ""
            below: Mapping[str, Below] = {
                "type": lambda value: (Spot(text, "type", words=tuple(TYPES)) for text in _texts(value)),
                "unit": lambda value: (Spot(text, "unit") for text in _texts(value)),
                "of": self.of_choice,
                "each": self.facts,
                "unique": partial(self.all, "fact", "name", owner=name),
            }
            yield from self.keys(entry.value, f"fact {tag}", below)

    def of_choice(self, node: Node) -> Iterator[Spot]:
        """The name of a choice, or the answers themselves."""
        if isinstance(node, Text):
            yield Spot(node, "choice", (Mention("choice", node.text, node.span),))
        else:
            yield from self.options(node)

    def options(self, node: Node) -> Iterator[Spot]:
        """Answers as `{id: label}` or `[id, …]`."""
        for entry in _entries(node):
            yield Spot(entry.key, "new")
            yield from (Spot(text, "text") for text in _texts(entry.value))
        yield from (Spot(text, "new") for text in _texts(node))

    def group(self, node: Node) -> Iterator[Spot]:
        """One of `groups`."""
        of = node.get("of") if isinstance(node, Table) else None
        choice = of.text if isinstance(of, Text) else ""
        below: Mapping[str, Below] = {
            "of": partial(self.all, "choice", "choice"),
            "are": lambda value: (Spot(text, "option", word="are", place=choice) for text in _texts(value)),
        }
        yield from self.keys(node, "groups/additionalProperties", below)

    def value(self, node: Node) -> Iterator[Spot]:
        """One of `values`."""
        of = node.get("of") if isinstance(node, Table) else None
        row = of.text if isinstance(of, Text) else ""
        fields = partial(self.all, "fact", "name", owner=row)
        below: Mapping[str, Below] = {
            "of": self.list_name, **dict.fromkeys(OF_RECORDS[:4], fields), "where": partial(self.condition, row=row),
        }  # fmt: skip
        yield from self.keys(node, "values/additionalProperties", below)

    def named_condition(self, node: Node) -> Iterator[Spot]:
        """One of `conditions`."""
        about = node.get("about") if isinstance(node, Table) else None
        row = about.text if isinstance(about, Text) else ""
        below: Mapping[str, Below] = {
            "about": self.list_name, "means": partial(self.condition, row=row), "reading": self.reading,
        }  # fmt: skip
        yield from self.keys(node, "conditions/additionalProperties", below)

    def criterion(self, node: Node) -> Iterator[Spot]:
        """One of `scope`, `criteria` or `advisory`."""
        condition = partial(self.condition, row="")
        below: Mapping[str, Below] = {
            "cite": self.cite, "require": condition, "applies_when": condition, "unless": condition,
            "reading": self.reading, "sheet": self.sheet_lines,
        }  # fmt: skip
        yield from self.keys(node, "criterion", below)

    def sheet_lines(self, node: Node) -> Iterator[Spot]:
        """What a criterion says on the sheet."""
        below: Mapping[str, Below] = {"with": partial(self.all, "criterion", "criterion"), "says": self.sentences}
        for item in node.items if isinstance(node, Items) else (node,):
            if isinstance(item, Table):
                yield from self.keys(item, "sheetLine", below)
            else:
                yield from self.sentences(item)

    def part_of_sheet(self, node: Node) -> Iterator[Spot]:
        """A part of the sheet."""
        place = "sheet/properties/parts/additionalProperties"
        yield from self.keys(node, place, {"skip": self.sentences})

    def sentences(self, node: Node) -> Iterator[Spot]:
        """A sentence of the sheet, and the facts that it names."""
        for text in _texts(node):
            yield Spot(text, "sentence", within=self.within)
            for name in facts_named(text, self.lines):
                yield Spot(name, "text", (Mention("name", name.text, name.span),))

    def clock(self, node: Node) -> Iterator[Spot]:
        """One of `clocks`."""
        day = lambda value: (self.bound(text, "", "on_or_before") for text in _texts(value))  # noqa: E731
        due = partial(self.keys, place="clock/properties/due", below={"on_or_before": day, "reading": self.reading})
        below: Mapping[str, Below] = {
            "cite": self.cite, "applies_when": partial(self.condition, row=""), "due": due, "reading": self.reading,
        }  # fmt: skip
        yield from self.keys(node, "clock", below)

    def cite(self, node: Node) -> Iterator[Spot]:
        """Places in sources."""
        for entry in _entries(node):
            yield Spot(entry.key, "source", (Mention("source", entry.key.text, entry.key.span),),
                       beside=_beside(node, entry))  # fmt: skip
            yield from (Spot(text, "text", word="cite") for text in _texts(entry.value))
        if isinstance(node, Text):
            yield Spot(node, "source")

    def reading(self, node: Node) -> Iterator[Spot]:
        """Readings by the ids of their questions, or one that is given elsewhere."""
        for entry in _entries(node):
            yield Spot(entry.key, "question", (Mention("question", entry.key.text, entry.key.span),),
                       beside=_beside(node, entry))  # fmt: skip
            yield from (Spot(text, "text", word="reading") for text in _texts(entry.value))
        if isinstance(node, Text):
            yield Spot(node, "question", (Mention("question", node.text, node.span),))

    def list_name(self, node: Node) -> Iterator[Spot]:
        """The name of a list."""
        for text in _texts(node):
            yield Spot(text, "fact", (Mention("name", text.text, text.span),), place="list")

    # ------------------------------------------------------------ conditions

    def condition(self, node: Node, row: str) -> Iterator[Spot]:
        """A condition; `row` is the list whose record is in hand."""
        if isinstance(node, Text):
            yield Spot(node, "condition", (_first(node),), row=row, within=self.within)
        elif isinstance(node, Items):
            for item in node.items:
                yield from self.condition(item, row)
        else:
            named = ("of",) if any(entry.key.text in OF_RECORDS for entry in node.entries) else COUNTED
            rows = next((_text(entry.value) for entry in node.entries if entry.key.text in named), "")
            for entry in node.entries:
                yield from self.part(node, entry, row, rows)

    def part(self, table: Table, entry: Entry, row: str, rows: str) -> Iterator[Spot]:
        """One key of a condition; `rows` is the list that the mapping counts or looks through."""
        key, value = entry
        joint = replace(Spot(key, "test", row=row, within=self.within), beside=_beside(table, entry))
        word = key.text
        if word in NOTES:
            yield joint
            yield from self.note(entry)
        elif word in COUNTED or (word == "of" and any(other in OF_RECORDS for other in joint.beside)):
            yield joint
            yield from self.list_name(value)
        elif word in JOINTS or word in ("of", "unless"):
            yield joint
            yield from self.condition(value, row)
        elif word in OF_RECORDS:
            yield joint
            yield from self.all("fact", "name", value, owner=rows)
        elif word in ("where", "has"):
            yield joint
            yield from self.condition(value, rows)
        elif word == "if_none":
            yield joint
            yield from (Spot(text, "one", words=VERDICTS[:2]) for text in _texts(value))
        elif word in BOUNDS or word == "plus":
            yield joint
            yield from (self.bound(text, rows, word) for text in _texts(value))
        else:
            yield replace(joint, mentions=(_first(key),))
            yield from self.test(key, value)

    def note(self, entry: Entry, owner: str = "") -> Iterator[Spot]:
        """A quotation or readings."""
        if entry.key.text == "reading":
            yield from self.reading(entry.value)
        else:
            yield from (Spot(text, "quote", owner=owner, within=self.within) for text in _texts(entry.value))

    def test(self, key: Text, value: Node) -> Iterator[Spot]:
        """What stands behind a fact, or behind a condition."""
        owner = key.text.partition(".")[0]
        if isinstance(value, Text):
            below = value.span.line > key.span.line
            yield Spot(value, "word" if below else "answer", owner=owner, word=key.text, within=self.within)
        for entry in _entries(value):
            if entry.key.text in NOTES:
                yield Spot(entry.key, "word", owner=owner, beside=_beside(value, entry))
                yield from self.note(entry, owner)
                continue
            yield Spot(entry.key, "word", owner=owner, beside=_beside(value, entry), within=self.within)
            yield from (self.bound(text, owner, entry.key.text) for text in _texts(entry.value))

    def bound(self, node: Text, owner: str, word: str) -> Spot:
        """What a fact is compared with: answers, groups, other facts, dates that are counted from."""
        fact = self.names.facts.get(owner)
        kind = kind_of(fact.type) if fact else None
        spot = Spot(node, "bound", _names_in(node, self.names), owner, word, within=self.within)
        if kind is None or not (kind.options or kind.tag == "codes"):
            return spot
        if any(option.id == node.text for option in kind.options):
            return replace(spot, role="option", mentions=())
        if node.text in self.names.groups:
            return replace(spot, role="option", mentions=(Mention("group", node.text, node.span),))
        return replace(spot, role="option")

    # ------------------------------------------------------------ examples

    def all_examples(self, node: Node) -> Iterator[Spot]:
        """`examples`."""
        yield from self.keys(node, "examples", {"base": self.example, "bases": self.bases, "cases": self.examples})

    def bases(self, node: Node) -> Iterator[Spot]:
        """`bases`."""
        place = "examples/properties/bases/additionalProperties"
        yield from self.each(node, "base", partial(self.example, place=place))

    def examples(self, node: Node) -> Iterator[Spot]:
        """`cases`."""
        for item in node.items if isinstance(node, Items) else ():
            yield from self.example(item, "examples/properties/cases/items")

    def example(self, node: Node, place: str = "examples/properties/base") -> Iterator[Spot]:
        """One example."""
        chart = partial(self.chart, known="")
        below: Mapping[str, Below] = {
            "facts": chart, "change": chart, "without": partial(self.all, "fact", "name"), "expect": self.expect,
            "base": partial(self.all, "base", "base"),
        }  # fmt: skip
        yield from self.keys(node, place, below)

    def chart(self, node: Node, known: str) -> Iterator[Spot]:
        """Facts with their values; those of a record of the list `known`."""
        if isinstance(node, Text):
            yield Spot(node, "fact", owner=known, word="stated")
        for entry in _entries(node):
            mention = Mention("name", entry.key.text, entry.key.span)
            yield Spot(entry.key, "fact", (mention,), known, "stated", beside=_beside(node, entry))
            yield from self.stated(entry.key.text, entry.value)

    def stated(self, name: str, value: Node) -> Iterator[Spot]:
        """The value of a fact."""
        fact = self.names.facts.get(name)
        # other kinds: are one text, or a list of texts
        if fact and isinstance(fact.type, Records):
            for item in value.items if isinstance(value, Items) else (value,):
                yield from self.chart(item, name)
        elif fact and isinstance(fact.type, Findings) and isinstance(value, Table):
            for entry in value.entries:
                yield Spot(entry.key, "option", owner=name, word=OTHERS, beside=_beside(value, entry))
                yield from (Spot(text, "one", words=("yes", "no")) for text in _texts(entry.value))
        else:
            yield from (Spot(text, "stated", owner=name) for text in _texts(value))

    def expect(self, node: Node) -> Iterator[Spot]:
        """An outcome, or an outcome with verdicts."""
        outcomes = SCOPE_OUTCOMES if self.kind == "program" else OUTCOMES
        if isinstance(node, Text):
            yield Spot(node, "one", words=outcomes)
        for entry in _entries(node):
            id = entry.key.text
            yield Spot(entry.key, "criterion", (Mention("criterion", id, entry.key.span),), word="expect",
                       beside=_beside(node, entry))  # fmt: skip
            words = outcomes if id == "outcome" else VERDICTS
            yield from (Spot(text, "one", words=words) for text in _texts(entry.value))


# ---------------------------------------------------------------- nodes


def _keys(node: Node) -> set[int]:
    """The keys below a node, each by its identity."""
    match node:
        case Table(entries=entries):
            below = (_keys(entry.value) for entry in entries)
            return {id(entry.key) for entry in entries}.union(*below)
        case Items(items=items):
            return set().union(*map(_keys, items))
        case Text():
            return set()


def _entries(node: Node) -> tuple[Entry, ...]:
    return node.entries if isinstance(node, Table) else ()


def _text(node: Node) -> str:
    return node.text if isinstance(node, Text) else ""


def _texts(node: Node) -> Iterator[Text]:
    """A text, or the texts of a list."""
    yield from (item for item in (node.items if isinstance(node, Items) else (node,)) if isinstance(item, Text))


def _beside(node: Node, entry: Entry) -> tuple[str, ...]:
    return tuple(other.key.text for other in _entries(node) if other is not entry)


def _first(node: Text) -> Mention:
    """The fact or condition of a test: `symptoms` of `symptoms.claudication`."""
    name = node.text.partition(".")[0]
    return Mention("name", name, _inside(node, 0, len(name)))


def _names_in(node: Text, names: Names) -> tuple[Mention, ...]:
    """The facts and values that a text names, as in `14 days before latest_session`."""
    return tuple(
        Mention("name", match[0], _inside(node, *match.span()))
        for match in _NAME.finditer(node.text)
        if match[0] in names.facts or match[0] in names.values
    )


def _inside(node: Text, start: int, end: int) -> Span:
    """The place of a part of a text that stands on one line."""
    column = node.span.column + start + (0 if node.bare else 1)
    return node.span._replace(column=column, end=column + end - start)


def fact_of(names: Names, name: str) -> Fact | None:
    """The fact that a name or a dotted name begins with."""
    return names.facts.get(name.partition(".")[0])
