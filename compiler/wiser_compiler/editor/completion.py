"""What may be written at the cursor: facts, answers, units, words, conditions, readings, sources, codes, keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.model import CODE_SYSTEMS, Codes, Date, Fact, Findings, Note, Number, Records, YesNo
from wiser_compiler.core.numbered import in_numbers
from wiser_compiler.core.words import singular
from wiser_compiler.diagnostics import Report
from wiser_compiler.editor.cursor import Cursor, cursor_at
from wiser_compiler.editor.index import Index
from wiser_compiler.editor.keys import keys_of
from wiser_compiler.editor.spots import Spot, fact_of
from wiser_compiler.editor.words import key_meaning, word_meaning
from wiser_compiler.linting.library import documents
from wiser_compiler.reading.conditions import JOINTS, NOTES
from wiser_compiler.reading.document import folder_of, read_data
from wiser_compiler.reading.fact_test import as_value, comparable, sample
from wiser_compiler.reading.list_test import LIST_WORDS
from wiser_compiler.reading.vocabulary import OTHERS
from wiser_compiler.reading.words import BESIDE, WORDS

OF_ANOTHER = ("fell_from", "rose_from", "same_as", "different_from", "within")  # words that name another fact
_IN_A_PLACE = re.compile(r"[{\[] *$|_{3,}\( *=? *$")  # of a sentence of the sheet
TIMES = ("days", "weeks", "months", "years")


class Offer(NamedTuple):
    """One thing that may be written: `text` is written, and `label` shown, with one line and a text about it."""

    label: str
    kind: str
    detail: str = ""
    about: str = ""
    text: str = ""


class Completion(NamedTuple):
    """What may be written in place of the word that begins at `column` of a line."""

    line: int
    column: int
    offers: tuple[Offer, ...]


def complete(index: Index, line: int, column: int) -> Completion:
    """What may be written at a place, counted from 1."""
    cursor = cursor_at(index, line, column)
    if cursor is None:
        return Completion(line, column, ())
    offers = dict((offer.label, offer) for offer in _offers(index, cursor))  # noqa: C402 - the last of a label counts
    return Completion(line, cursor.column, tuple(_written(offer, cursor) for offer in offers.values()))


def _written(offer: Offer, cursor: Cursor) -> Offer:
    """The offer with what is to be written: in quotes where it needs them, with its colon where it is a key."""
    text = offer.text or (offer.label if cursor.quoted or " " in offer.label else as_value(offer.label))
    return offer._replace(text=f"{text}: " if cursor.key and not text.endswith((":", "}")) else text)


def _offers(index: Index, cursor: Cursor) -> Iterator[Offer]:
    spot, names = cursor.spot, index.names
    fact = names.facts.get(spot.owner)
    match spot.role:
        case "key":
            there = [entry.key.text for entry in index.tree.entries] if spot.place == index.kind else spot.beside
            yield from (
                Offer(key, "key", about=key_meaning(key, spot.place)) for key in keys_of(spot.place) if key not in there
            )
        case "test" | "condition":
            yield from _tests(index, spot)
        case "word" if fact:
            yield from _words(fact, spot)
        case "answer" if fact:
            yield from _answers(fact)
        case "answer" if spot.owner in names.conditions:
            yield from _plain(("yes", "no"), "value")
        case "bound":
            yield from _bounds(index, cursor, fact)
        case "option":
            yield from _options(index, spot, fact)
        case "stated" if fact:
            yield from _stated(index, cursor, fact)
        case "fact":
            yield from _facts(index, spot)
        case "sentence" if _IN_A_PLACE.search(cursor.before):
            yield from (Offer(one.name, "fact", kind_of(one.type).words, one.ask) for one in names.facts.values())
            yield from (
                Offer(f"{one.name}.{option.id}", "value", option.label)
                for one in names.facts.values()
                for option in kind_of(one.type).options
            )
        case "source":
            shared = any(mention.space == "shared source" for mention in spot.mentions)
            vocabularies = (document for document in index.named() if document.kind == "vocabulary")
            for document in vocabularies if shared else (index,):
                yield from (
                    Offer(s.id, "source", s.title) for s in document.sources.values() if s.id not in spot.beside
                )
        case "question":
            yield from (
                Offer(q.id, "question", q.ask, q.answer) for q in names.questions.values() if q.id not in spot.beside
            )
        case "criterion":
            yield from _criteria(index, spot)
        case "choice":
            known_choices = (*names.choices, *(CODE_SYSTEMS if spot.word == "of" else ()))
            yield from _plain(known_choices, "choice")
        case "type" | "one":
            yield from (Offer(word, "value", about=word_meaning(word, "Facts")) for word in spot.words)
        case "unit":
            units = {kind_of(other.type).unit for other in names.facts.values()}
            yield from _plain(sorted(units - {""}), "unit")
        case "base":
            yield from _plain(
                (m.name for s in index.spots if s.declares for m in s.mentions if m.space == "base"), "value"
            )
        case "document":
            yield from _documents(index, cursor)
        case "code":
            yield from (Offer(m.name, "code") for s in index.spots for m in s.mentions if m.space == "code")
        case _:
            return


def _plain(words: Iterable[str], kind: str, detail: str = "") -> Iterator[Offer]:
    return (Offer(word, kind, detail) for word in words)


def _documents(index: Index, cursor: Cursor) -> Iterator[Offer]:
    """The vocabularies or programs beside this document, the newest version first; behind a name its versions."""
    kind = "vocabulary" if cursor.spot.word == "uses" else "program"
    named = cursor.before.strip()
    newest_first = sorted(
        documents(folder_of(index.path), Report()), key=lambda path: in_numbers(path.stem), reverse=True
    )
    for path in sorted(newest_first, key=lambda path: path.parent.name):
        data = read_data(path, Report())
        if data is not None and re.search(rf"(?m)^{kind}:".encode(), data) and named in ("", path.parent.name):
            name = f"{path.parent.name} {path.stem}"
            yield Offer(path.stem if named else name, "value", f"a {kind}", text=path.stem if named else name)


# ---------------------------------------------------------------- conditions


def _tests(index: Index, spot: Spot) -> Iterator[Offer]:
    """Facts and conditions, items of findings, and the words that join."""
    names = index.names
    bare = spot.role == "condition"
    for fact in sorted(names.facts.values(), key=lambda fact: fact.origin != "document"):
        if fact.row_of in ("", spot.row) and fact.name not in spot.beside:
            # other kinds: a bare name is no test of them
            alone = isinstance(fact.type, YesNo | Note) or not bare
            text = fact.name if alone else sample(fact)
            yield Offer(fact.name, "fact", kind_of(fact.type).words, fact.ask, text)
            if isinstance(fact.type, Findings):
                yield from (Offer(f"{fact.name}.{o.id}", "option", o.label) for o in fact.type.options)
    for name, named in names.conditions.items():
        if named.about in ("", spot.row):
            yield Offer(name, "condition", "a condition", named.title)
    # Beside a word about a list the keys that it takes; elsewhere the words that begin a condition.
    beside = [sorted(LIST_WORDS[word][1]) for word in spot.beside if word in LIST_WORDS]
    begins = (*JOINTS, *LIST_WORDS, *(("unless",) if spot.beside else ()), "at_least")
    for word in (*(beside[0] if beside else begins), *NOTES):
        if word not in spot.beside:
            yield Offer(word, "word", about=word_meaning(word, "Conditions"), text=f"{word}: " if bare else "")


def _words(fact: Fact, spot: Spot) -> Iterator[Offer]:
    """The words that test a fact of this type, and what may stand beside them."""
    kind = kind_of(fact.type)
    added = [word for word, main in BESIDE.items() if any(one in spot.beside for one in main)]
    for word in (*WORDS[type(fact.type)], *added, *NOTES):
        if word not in spot.beside:
            yield Offer(word, "word", kind.words, word_meaning(word, "Conditions", kind.tag))


def _answers(fact: Fact) -> Iterator[Offer]:
    """A test in one word, or a whole test."""
    words: tuple[str, ...] = ()
    # other kinds: have no test in one word but `documented`
    if isinstance(fact.type, YesNo):
        words = ("yes", "no")
    elif isinstance(fact.type, Findings):
        words = ("none", "any", "all")
    for word in (*words, "documented"):
        yield Offer(word, "value", about=word_meaning(word, "Conditions"), text=word)
    test = sample(fact).partition(": ")[2]
    if test.startswith("{") and not words:
        yield Offer(test, "word", kind_of(fact.type).words, text=test)


def _bounds(index: Index, cursor: Cursor, fact: Fact | None) -> Iterator[Offer]:
    """A quantity with its unit, a date that is counted from another, or a fact to compare with."""
    names, spot = index.names, cursor.spot
    if spot.word in BESIDE:  # a share, or an amount
        yield from _units(cursor, "percent")
        yield from _units(cursor, kind_of(fact.type).unit if fact else "")
        return
    if spot.word in OF_ANOTHER and fact:
        yield from _comparable(names.facts, fact)
        return
    unit = kind_of(fact.type).unit if fact else ""
    # other kinds: are compared with answers, or not at all
    if fact is None or isinstance(fact.type, Date):
        if re.search(r"\d $", cursor.before):
            yield from _plain(TIMES, "unit")
        elif re.search(r"\d \w+ $", cursor.before):
            yield from _plain(("before", "after"), "word")
        else:
            dates = {name: f for name, f in names.facts.items() if isinstance(f.type, Date) and not f.row_of}
            yield from (Offer(f.name, "fact", "a date", f.ask) for f in dates.values() if fact is None or f != fact)
            yield from _plain(names.values, "date", "one of the values")
    elif isinstance(fact.type, Number | Records) or unit:
        yield from _units(cursor, unit)
        if not cursor.before:
            yield from _comparable(names.facts, fact)


def _comparable(facts: Mapping[str, Fact], fact: Fact) -> Iterator[Offer]:
    for other in facts.values():
        if other.name != fact.name and other.row_of in ("", fact.row_of) and comparable(fact.type, other.type):
            yield Offer(other.name, "fact", kind_of(other.type).words, other.ask)


def _units(cursor: Cursor, unit: str) -> Iterator[Offer]:
    """The unit behind a number; one of a thing is singular."""
    number = re.fullmatch(r"(-?\d+(?:\.\d+)?) ", cursor.before)
    if unit and (number or not cursor.before):
        word = singular(unit) if number and number[1] == "1" else unit
        yield Offer(word if number else f"1 {singular(unit)}", "unit")
        if number is None:
            yield Offer(f"2 {unit}", "unit")


def _options(index: Index, spot: Spot, fact: Fact | None) -> Iterator[Offer]:
    """The answers of a fact, the groups of them, and the codes that the document names."""
    names = index.names
    if spot.word == "are":
        yield from (Offer(o.id, "option", o.label) for o in names.choices.get(spot.place, ()))
        return
    if fact is None:
        return
    if spot.word in OF_ANOTHER:
        yield from _comparable(names.facts, fact)
        return
    # other kinds: have answers of their own, if any
    options = kind_of(fact.type).options
    yield from (Offer(o.id, "option", o.label) for o in options if o.id not in spot.beside)
    if spot.word == OTHERS:
        yield Offer(OTHERS, "option", about=word_meaning(OTHERS, "Examples"))
        return
    ids = {option.id for option in options}
    for name, group in names.groups.items():
        if group.of == fact.type.system if isinstance(fact.type, Codes) else set(group.ids) <= ids:
            yield Offer(name, "group", ", ".join(group.ids)[:200])
    if isinstance(fact.type, Codes):
        yield from _codes(index, fact)
    if isinstance(fact.type, Findings) and spot.word == "is":
        yield from _plain(("none", "any", "all"), "value")


def _codes(index: Index, fact: Fact) -> Iterator[Offer]:
    assert isinstance(fact.type, Codes)
    listed = [m.name for s in index.spots if s.declares for m in s.mentions if m.space == "code"]
    grouped = [id for group in index.names.groups.values() if group.of == fact.type.system for id in group.ids]
    for code in dict.fromkeys([*(listed if fact.type.system == "HCPCS" else ()), *grouped]):
        yield Offer(code, "code")


# ---------------------------------------------------------------- examples


def _facts(index: Index, spot: Spot) -> Iterator[Offer]:
    """The facts of a request, the fields of a list, or the lists."""
    names = index.names
    for fact in names.facts.values():
        if spot.place == "list":
            fits = isinstance(fact.type, Records)
        elif spot.owner in names.facts:
            fits = fact.row_of == spot.owner
        else:
            fits = not fact.row_of
        if fits and fact.name not in spot.beside:
            yield Offer(fact.name, "fact", kind_of(fact.type).words, fact.ask)


def _stated(index: Index, cursor: Cursor, fact: Fact) -> Iterator[Offer]:
    """A value of a fact."""
    kind = kind_of(fact.type)
    # other kinds: have answers of their own, or values that nobody can offer
    if isinstance(fact.type, YesNo):
        yield from _plain(("yes", "no"), "value")
    elif isinstance(fact.type, Findings):
        yield from _plain(("none", "all"), "value")
    elif isinstance(fact.type, Number):
        yield from _units(cursor, kind.unit)
    elif isinstance(fact.type, Codes):
        yield from _codes(index, fact)
    yield from (Offer(o.id, "option", o.label) for o in kind.options if not isinstance(fact.type, Findings))


def _criteria(index: Index, spot: Spot) -> Iterator[Offer]:
    """The criteria and clocks of this document, and of its program."""
    if spot.word == "expect" and "outcome" not in spot.beside:
        yield Offer("outcome", "key", about=word_meaning("outcome", "Examples"))
    for document in (index, *index.named()):
        for one in document.spots:
            for mention in one.mentions if one.declares else ():
                if mention.space == "criterion" and mention.name not in spot.beside:
                    yield Offer(mention.name, "criterion", document.title_of(mention.name))


def owner_of(index: Index, spot: Spot) -> Fact | None:
    """The fact that a spot is about: the one that it names, or the one whose test or value it is."""
    name = next((m.name for m in spot.mentions if m.space == "name"), spot.owner)
    return fact_of(index.names, name)
