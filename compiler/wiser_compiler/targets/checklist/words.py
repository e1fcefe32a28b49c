"""Words of a checklist for expressions and terms, and the groups as people see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import assert_never

from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.model import (
    AtLeast,
    Codes,
    Compare,
    Count,
    Documented,
    Expr,
    Extreme,
    Fact,
    FactValue,
    Findings,
    Includes,
    Literal,
    Not,
    OptionSet,
    Source,
    Total,
    Worded,
    YesNo,
)
from wiser_compiler.core.walk import filters, own_terms, parts, terms, where_of
from wiser_compiler.core.words import PLAIN, Voice, label_of
from wiser_compiler.targets.checklist.model import Joint

MOST_BOXES = 10  # a longer list of answers is written by hand


def question(ask: str) -> str:
    """A question, or a label with a colon after it."""
    return ask if not ask or ask.endswith(("?", ".", ":")) else f"{ask}:"


def short_name(source: Source) -> str:
    """The name of a source in a row: its id if that is a plain word, or its title up to a comma, with its version."""
    if source.id.isalpha():
        return source.id
    title = source.title.partition(",")[0].strip() or source.title
    return f"{title} {source.version}".strip()


def capital(words: str) -> str:
    """The words with a capital letter, for the beginning of a line."""
    return words[:1].upper() + words[1:]


def joint(count: int, parts: int) -> Joint:
    """The joint of a group, as data."""
    return "all" if count == parts else "any" if count == 1 else "some"


def members(expr: AtLeast) -> tuple[Expr, ...]:
    """The parts of a group, with the parts of an *all* inside *all* and of an *any* inside *any* as its own."""
    found: list[Expr] = []
    for part in expr.parts:
        inner = bare(part)
        opened = isinstance(inner, AtLeast) and inner.parts and not inner.exception and ruled_out_parts(inner) is None
        if opened and isinstance(inner, AtLeast) and _ends(inner) & _ends(expr):
            found.extend(members(inner))
        else:
            found.append(part)
    return tuple(found)


def _ends(expr: AtLeast) -> set[str]:
    """Whether a group is *all* or *any* of its parts; a group of one part is both."""
    return {name for name, count in (("all", len(expr.parts)), ("any", 1)) if count == expr.count}


def bare(expr: Expr) -> Expr:
    """The expression without words that only have a quotation."""
    while isinstance(expr, Worded) and not expr.question and not expr.answer:
        expr = expr.part
    return expr


def yes_or_no(expr: Expr) -> bool | None:
    """The answer that a test of one question wants, or None for another test."""
    match expr:
        case Worded(part=part):
            return yes_or_no(part)
        case Compare(op="==", left=FactValue(fact=Fact(type=YesNo())), right=Literal(value=bool() as value)):
            return value
        case _:  # other kinds: have other answers
            return None


def ruled_out_parts(expr: Expr) -> tuple[Expr, ...] | None:
    """The parts of a group if none of them may be met, or None for another kind of group."""
    match expr:
        case Not(part=AtLeast(count=1, parts=inner)):
            return inner
        case Not(part=part):
            return (part,)
        case AtLeast(count=count, parts=inner) if inner and count == len(inner):
            negated = [part.part for part in map(bare, inner) if isinstance(part, Not)]
            return tuple(negated) if len(negated) == len(inner) else None
        case _:  # other kinds: are no such group
            return None


def is_condition(says: Worded) -> bool:
    """Whether the words are the title of a condition, not a question or a quotation alone."""
    return bool(says.question) and not says.answer and not isinstance(says.part, Documented)


def wanted_words(fact: Fact, says: Worded) -> str:
    """The wanted answer in words; where none of a list may be there, with the name of the list."""
    match fact.type:
        case OptionSet(unit=unit) if unit:
            things = unit
        case Codes():
            things = "codes"
        case _:  # other kinds: have the answer as it was written
            return says.answer
    if ruled_out_parts(says.part) is None or not says.answer.startswith("none of: "):
        return says.answer
    return says.answer.replace("none of", f"none of these {things}", 1)


def answers_to_tick(fact: Fact, says: Worded) -> tuple[str, tuple[str, ...]]:
    """The words before the answers, and the answers to tick; none where they are written by hand."""
    options = kind_of(fact.type).options
    if isinstance(says.part, Documented) and options and len(options) <= MOST_BOXES:
        return says.answer, tuple(option.label for option in options)
    named = items_named(says.part)
    labels = tuple(label_of(fact, item) for item in named)
    tail = "; ".join(labels)
    # Every finding is looked for, however many there are; of another list only the answers count.
    absent = ruled_out_parts(says.part) is not None
    ticked = isinstance(fact.type, Findings) or (len(labels) <= MOST_BOXES and not absent)
    # One wanted answer needs no box of its own; one that must be absent has two.
    few = not labels or (len(labels) == 1 and not absent)
    if few or not ticked or not says.answer.endswith(tail):
        return says.answer, ()
    return says.answer.removesuffix(tail).rstrip(" :"), labels


def items_named(expr: Expr) -> tuple[str, ...]:
    """The options that an expression names, in its order."""
    match expr:
        case Includes(item=item):
            return (item,)
        case Compare(right=Literal(value=str(value))):
            return (value,)
        case Compare() | AtLeast() | Not() | Worded() | Documented():
            return tuple(dict.fromkeys(item for part in parts(expr) for item in items_named(part)))
        case _:
            assert_never(expr)


def voice(letters: Mapping[str, str]) -> Voice:
    """The wording of terms on a sheet whose lists have these letters."""

    def count(of: Count) -> str:
        letter = letters.get(of.of.name)
        return PLAIN.count(of) if letter is None else f"the number of rows in list {letter} ({of.of.words})"

    return replace(PLAIN, count=count)


def counts(expr: Expr) -> Sequence[Count]:
    """The counts that an expression compares."""
    return [term for term in terms(expr) if isinstance(term, Count)]


def inside(expr: Expr) -> Iterator[Worded | Extreme | Total]:
    """Every worded part, in reading order, filters of lists included."""
    if isinstance(expr, Worded):
        yield expr
    for term in own_terms(expr):
        # other kinds: are not read off a list
        if isinstance(term, Extreme | Total):
            yield term
        if (where := where_of(term)) is not None:
            yield from inside(where)
    for part in parts(expr):
        yield from inside(part)


def quotes(expr: Expr) -> tuple[str, ...]:
    """The quoted words of an expression, without those of a condition inside it."""
    return tuple(dict.fromkeys(_quotes(expr)))


def _quotes(expr: Expr) -> Iterator[str]:
    if isinstance(expr, Worded):
        if is_condition(expr):
            return
        if expr.quote:
            yield expr.quote
    for _, where in filters(expr):
        yield from _quotes(where)
    for part in parts(expr):
        yield from _quotes(part)
