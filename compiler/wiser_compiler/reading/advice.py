"""Ways out of a test that cannot be read: what to write in its place, in the author's own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.model import (
    CODE_SYSTEMS,
    Choice,
    Codes,
    Date,
    Fact,
    FactType,
    Findings,
    Note,
    Number,
    OptionSet,
    Records,
    YesNo,
)
from wiser_compiler.diagnostics import Advice, Help, Span, listed, near, nearest
from wiser_compiler.reading import fields
from wiser_compiler.reading.fact_test import as_value, sample
from wiser_compiler.reading.names import AnswerGroup
from wiser_compiler.reading.syntax import Entry, Node, Text
from wiser_compiler.reading.words import BESIDE, BOUNDS, WORDS

# The word that asks for one answer, and for one of several, where an answer alone can only mean that.
ONE_ANSWER: Mapping[type[FactType], tuple[str, str] | None] = {
    Choice: ("is", "one_of"), OptionSet: ("includes", "includes_any"), Codes: ("includes", "includes_any"),
    YesNo: None, Note: None, Number: None, Date: None, Findings: None, Records: None,
}  # fmt: skip

# Words for another kind of fact, and the word that says the same of this one.
SAME_WORD: Mapping[type[FactType], Mapping[str, str]] = {
    Choice: {"includes": "is", "includes_any": "one_of"},
    OptionSet: {"one_of": "includes_any"},
    Findings: {"one_of": "includes_any"},
    Codes: {"is": "includes", "one_of": "includes_any"},
    Number: {"on_or_after": "at_least", "on_or_before": "at_most", "after": "more_than", "before": "less_than"},
    YesNo: {}, Note: {}, Records: {},
    Date: {"at_least": "on_or_after", "at_most": "on_or_before", "more_than": "after", "less_than": "before"},
}  # fmt: skip
KNOWN_WORDS = {word for words in WORDS.values() for word in words} | BESIDE.keys()


def tested(fact: Fact, value: Text, groups: Mapping[str, AnswerGroup]) -> Help:
    """`treats: depression` is no test, and `treats: {is: depression}` is one."""
    kind = fact.type
    if words := ONE_ANSWER[type(kind)]:
        one, several = words
        if value.text in groups:
            return _in_place(fact, value, several, value.text)
        if isinstance(kind, Codes) and re.fullmatch(CODE_SYSTEMS[kind.system], value.text):
            return _in_place(fact, value, one, as_value(value.text))
        ids = [option.id for option in kind_of(kind).options]
        answer = value.text if value.text in ids else nearest(value.text, ids)
        if answer:
            return _in_place(fact, value, one, as_value(answer))
    if isinstance(kind, Note):
        if value.text == "yes":
            return Advice(f"write `{fact.name}: documented`", value.text, "documented")
        return f"a note is there or not stated, and never no: write `{fact.name}: documented`, or ask yes or no"
    if isinstance(kind, Number) and (match := fields.QUANTITY.fullmatch(value.text)) and (match[2] or "") == kind.unit:
        return f"say how it is compared, as in `{fact.name}: {{at_least: {value.text}}}`"
    if isinstance(kind, Date) and fields.read_day(value.text):
        return f'say how it is compared, as in `{fact.name}: {{on_or_after: "{value.text}"}}`'
    return f"say what is asked of it, as in `{sample(fact)}`"  # other kinds: have no word that is meant by itself


def _in_place(fact: Fact, value: Text, word: str, answer: str) -> Advice:
    test = f"{{{word}: {answer}}}"
    written = value.text if value.bare else f'"{value.text}"'
    return Advice(f"write `{fact.name}: {test}`", written, test)


def joining(joint: str, fact: Fact, value: Text) -> Help:
    """`any: x` joins nothing, and `any: [x]` does."""
    match fact.type:
        case Records():
            return "write `some:` or `every:` for a list"
        case YesNo() | Note():
            return Advice(f"write `{joint}: [{value.text}]`", value.text, f"[{value.text}]", value.span)
        case _:  # other kinds: need a test
            return f"write a list of tests, as in `{joint}: [{{{sample(fact)}}}]`"


DATE_WORDS = ("within", "on_or_after", "on_or_before", "after", "before")


def of_each_record(word: str, odd: str, values: Mapping[str, Node], facts: Mapping[str, Fact]) -> str:
    """What to write in place of a word about a fact that stands beside a word about a list."""
    named = [node.text for node in (values.get("of"), values.get(word)) if isinstance(node, Text)]
    rows = next((facts[name].type for name in named if name in facts), None)
    inside = [field.name for field in rows.fields if isinstance(field.type, Date)] if isinstance(rows, Records) else []
    if odd in ("has", "if_none"):
        return f"which records count stands under `where:`; `every: {named[0]}` asks something of each with `has:`"
    if odd == "plus":
        return "`plus:` adds to a `count:`"
    if odd in DATE_WORDS and inside:
        window = "after: 12 months before service_date, on_or_before: service_date"
        return f"say it of a date of each record: `where: {{{inside[0]}: {{{window}}}}}`"
    if word in ("some", "every") and odd in BOUNDS:
        return f"to say how many there are, write `count: {named[0]}` in place of `{word}:`"
    return f"say it of a fact of each record, under `where:`, as in `where: {{FACT: {{{odd}: …}}}}`"


def other_word(fact: Fact, entry: Entry) -> Help | Callable[[], Help]:
    """What to write in place of a word that does not go with a kind of fact."""
    word, kind = entry.key.text, fact.type
    known = WORDS[type(kind)]
    value = entry.value.text if isinstance(entry.value, Text) else ""
    if word == "within":
        return "write after: 12 months before service_date, and on_or_before: service_date"
    # other kinds: have a word that is near, or are told all that they have
    if isinstance(kind, Note):
        return f"a note is only there or not stated: `{fact.name}: documented`"
    if isinstance(kind, Records):
        return f"`count: {fact.name}` with `{word}:` beside it counts the records, and `some:` or `every:` tests them"
    if isinstance(kind, Findings) and (word, value) in (("at_most", "0"), ("less_than", "1")):
        place = Span(*entry.key.span[:3], entry.value.span.end)
        return Advice("write `is: none`", f"{word}: {value}", "is: none", place)
    if isinstance(kind, Findings) and word in ("at_most", "less_than") and value.isdecimal():
        more = int(value) + (word == "at_most")
        return f"say what must not be, as in `none: [{{{fact.name}: {{at_least: {more}}}}}]`"
    if isinstance(kind, OptionSet) and word == "is":
        return "write `includes`, and `only` beside it where nothing else may be there"
    same = SAME_WORD[type(kind)].get(word, "")
    if same:
        return Advice(f"write `{same}`", word, same)
    if word in KNOWN_WORDS:  # not misspelt, so no other word is meant
        return f"write one of {listed(sorted(known))}"
    return near(word, known)
