"""The printed sheet of a policy: its parts, and in each the lines, with the bounds of today in their places.

Authors write a sentence for a criterion, without its numbers. They are filled in here, so a changed bound changes the
sheet. A criterion without a sentence has its title and its bounds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import assert_never

from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.last_policy import known_of_the_last
from wiser_compiler.core.model import (
    AtLeast,
    Compare,
    Count,
    Criterion,
    Documented,
    Expr,
    Fact,
    Layout,
    Literal,
    Piece,
    Policy,
    Sentence,
    Sheet,
    SheetLine,
    SheetPart,
    Term,
    Value,
    Worded,
)
from wiser_compiler.core.normal_form import normal
from wiser_compiler.core.sheet_tests import (
    Tested,
    counted,
    each_worked_out,
    is_list,
    limit_words,
    number_words,
    pointer,
    tests_of,
    ticked_by,
    worked_out,
)
from wiser_compiler.core.walk import all_facts, criterion_facts

SCOPE, CHART = "scope", "chart"
BUILT_IN = {
    SCOPE: SheetPart(SCOPE, "Does this sheet apply?", "yes_no"),
    CHART: SheetPart(CHART, "The chart shows", "table"),
}
NUMBER = "#"  # in the words of a place: the number alone


@dataclass(frozen=True, slots=True)
class Text:
    """Words, in bold where they are filled in or marked."""

    words: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A box before its words.

    `at` is the place of the answers that tick it (a JSON pointer). A place without answers ticks where it is stated. A
    box without a place is ticked where its test is met, or by hand if it has none.
    """

    at: str
    values: tuple[Value, ...]
    words: str
    test: Expr | None = None


@dataclass(frozen=True, slots=True)
class Blank:
    """Room to write: the value of a place in the request, so many percent of what a term gives, or anything."""

    at: str = ""
    term: Term | None = None
    percent: int = 100


Run = Text | Tick | Blank


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the criteria that it speaks for, the facts that it names, who has what it asks for, and its words."""

    criteria: tuple[str, ...]
    facts: tuple[str, ...]
    ask: tuple[str, ...]
    says: tuple[Run, ...]

    @property
    def words(self) -> str:
        """Its letters as they are printed, a box and a blank as a few of them."""
        return runs_words(self.says)


@dataclass(frozen=True, slots=True)
class Part:
    """A part with its lines."""

    id: str
    title: str
    layout: Layout
    skip: tuple[Run, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """The sheet of a policy."""

    title: str
    parts: tuple[Part, ...]


@known_of_the_last
def sheet_of(policy: Policy) -> Filled:
    """The sheet with every criterion of scope and every required one."""
    facts, order = facts_of(policy), {criterion.id: number for number, criterion in enumerate(policy.criteria)}
    lines = [line for group in groups(policy) for line in _lines(policy, group, facts, order)]
    found = []
    for part in parts_of(policy.sheet):
        own = tuple(line for name, line in lines if name == part.id)
        if own:
            found.append(Part(part.id, part.title, part.layout, filled(part.skip, (), facts), own))
    return Filled(policy.sheet.title or policy.title, tuple(found))


def parts_of(sheet: Sheet) -> tuple[SheetPart, ...]:
    """The parts that are declared, and before them the built-in ones that are not."""
    own = {part.id: part for part in sheet.parts}
    tables = any(part.layout == "table" for part in sheet.parts)
    before = [part for id, part in BUILT_IN.items() if id not in own and not (id == CHART and tables)]
    scope = own.pop(SCOPE, None)
    return (*([scope] if scope else []), *before, *own.values())


def part_of(criterion: Criterion, line: SheetLine, sheet: Sheet) -> str:
    """The part of a line: that of scope, the one that it names, or the first table."""
    if criterion.effect == "scope":
        return SCOPE
    return line.part or next(part.id for part in parts_of(sheet) if part.layout == "table")


def groups(policy: Policy) -> tuple[tuple[Criterion, ...], ...]:
    """The criteria of each line; the first of each has the words."""
    shown = [criterion for criterion in policy.criteria if criterion.effect != "advisory"]
    known = {criterion.id: criterion for criterion in shown}
    beside: dict[str, list[Criterion]] = {}
    for criterion in shown:
        head = _head(criterion, known)
        beside.setdefault(head.id, []).append(criterion)
    return tuple((known[id], *(one for one in members if one.id != id)) for id, members in beside.items())


def _head(criterion: Criterion, known: Mapping[str, Criterion]) -> Criterion:
    """The criterion whose line speaks for this one. A name that leads nowhere, or in a circle, is a finding."""
    seen = {criterion.id}
    while (other := known.get(criterion.sheet.beside)) is not None and other.id not in seen:
        seen.add(other.id)
        criterion = other
    return criterion


def _lines(
    policy: Policy, group: Sequence[Criterion], facts: Mapping[str, Fact], order: Mapping[str, int]
) -> Iterator[tuple[str, Line]]:
    """The lines of some criteria, each with its part. Their places are filled as those of one sentence."""
    tests = tests_of(group)
    read = [fact for criterion in group for fact in criterion_facts(criterion)]
    ids = tuple(sorted((one.id for one in group), key=order.__getitem__))
    lines = lines_of(group, tests)
    places = iter(assigned(tuple(piece for line in lines for piece in line.says), tests))
    for line in lines:
        runs = [run for piece in line.says for run in _runs(piece, next(places), facts, group)]
        named = list(dict.fromkeys(facts[piece.fact] for piece in line.says if piece.fact in facts)) or read
        ask = suppliers(policy, [facts.get(fact.row_of, fact) for fact in named])
        names = tuple(dict.fromkeys(fact.name for fact in named))
        yield part_of(group[0], line, policy.sheet), Line(ids, names, ask, tuple(_joined(runs)))


def lines_of(group: Sequence[Criterion], tests: Iterable[Tested]) -> tuple[SheetLine, ...]:
    """The lines of some criteria, with default words where the author has none."""
    lines = group[0].sheet.lines or (SheetLine(),)
    default = by_default(group, tests)
    return tuple(line if line.says else replace(line, says=default) for line in lines)


def facts_of(policy: Policy) -> Mapping[str, Fact]:
    """The facts of a request and the fields of its lists, by name."""
    return {fact.name: fact for of in policy.facts for fact in (of, *kind_of(of.type).fields)}


def by_default(group: Sequence[Criterion], tests: Iterable[Tested]) -> Sentence:
    """The title of a criterion, and its bounds."""
    numbers: list[Piece] = []
    for test in tests:
        if test.limits and not test.bare:
            name = f"{test.facts[0].words} " if test.facts else "of a group "
            numbers += [Piece("text", f"{'; ' if numbers else ' ('}{name}"), Piece("bold", limit_words(test))]
    return (Piece("text", group[0].title), *numbers, *([Piece("text", ")")] if numbers else []))


def suppliers(policy: Policy, asked: Iterable[Fact]) -> tuple[str, ...]:
    """Who has what a line asks for, by the headings of its facts."""
    by_heading = dict(policy.for_staff.supplied_by)
    headings = dict.fromkeys(fact.chart for fact in asked)
    found = (name for heading in headings for name in _names(by_heading.get(heading, "")))
    return tuple(dict.fromkeys(found))


def _names(supplier: str) -> list[str]:
    """The names alone: `our doctor; the referring office for what came before` has two."""
    names = (part.partition(" for ")[0].partition(",")[0].strip() for part in supplier.split(";"))
    return [re.sub("^(?:the|an?) ", "", name) for name in names if name]


# ---------------------------------------------------------------- places


def filled(sentence: Sentence, tests: Sequence[Tested], facts: Mapping[str, Fact]) -> tuple[Run, ...]:
    """The sentence with its places filled from the tests."""
    places = assigned(sentence, tests)
    return tuple(
        _joined(run for piece, test in zip(sentence, places, strict=True) for run in _runs(piece, test, facts))
    )


def _runs(piece: Piece, test: Tested | None, facts: Mapping[str, Fact], group: Sequence[Criterion] = ()) -> list[Run]:
    fact = facts.get(piece.fact)
    match piece.kind:
        case "text" | "bold":
            return [Text(piece.words, piece.kind == "bold")]
        case "place":
            return [*_place(piece, test)]
        case "tick":
            at, values = ticked_by(fact, piece.item, test) if fact else ("", ())
            met = test.expr if test and fact and not (at or fact.row_of or is_list(fact) or test.denied) else None
            if test is None and fact and is_list(fact):  # of `skip`, which has no tests: nothing is listed
                met = Compare("==", Count(fact, None), Literal(Decimal(0)))
            if fact and fact.row_of:
                met = _met_by_records(fact.row_of, group)
            return [Tick(at, values, "".join(run.words for run in _place(piece, test)), met)]
        case "blank":
            return [_blank(piece, fact, test)]
        case _:
            assert_never(piece.kind)


def _met_by_records(name: str, group: Sequence[Criterion]) -> Expr | None:
    """What ticks a box before a field of a list: one of the ways to meet the criteria that look at the list is met."""
    ways = [way for criterion in group for way in _ways(criterion.test) if name in (one.name for one in all_facts(way))]
    return normal(AtLeast(1, tuple(ways))) if ways else None


def _ways(expr: Expr) -> tuple[Expr, ...]:
    """The alternatives of a test; itself, if it has none."""
    while isinstance(expr, Worded):
        expr = expr.part
    return expr.parts if isinstance(expr, AtLeast) and expr.count == 1 else (expr,)  # other kinds: have no alternatives


def _place(piece: Piece, test: Tested | None) -> list[Text]:
    if test is None:
        return [Text(piece.words or piece.fact.replace("_", " "))]
    if not piece.words:
        return [Text(limit_words(test) or piece.fact.replace("_", " "), True)]
    before, sign, behind = piece.words.partition(NUMBER)
    if not sign:
        return [Text(piece.words)]
    return [Text(before), Text(number_words(test), True), Text(behind)]


def _blank(piece: Piece, fact: Fact | None, test: Tested | None) -> Blank:
    if fact is None:
        return Blank()
    if piece.worked_out:
        found = worked_out(test) if test else None
        return Blank() if found is None else Blank("", found.term, found.percent)
    return Blank("", counted(test) if test else None) if is_list(fact) else Blank(pointer(fact))


def _joined(runs: Iterable[Run]) -> list[Run]:
    """Words side by side in one run."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if isinstance(run, Text) and isinstance(last, Text) and run.bold == last.bold:
            found[-1] = Text(last.words + run.words, run.bold)
        elif not isinstance(run, Text) or run.words:
            found.append(run)
    return found


def runs_words(runs: Iterable[Run]) -> str:
    """The letters of runs as they are printed."""
    said = []
    for run in runs:
        match run:
            case Text(words=words):
                said.append(words)
            case Tick(words=words):
                said.append(f"☐ {words}")
            case Blank():
                said.append("______")
            case _:
                assert_never(run)
    return "".join(said)


# ---------------------------------------------------------------- which test a place stands for


def prints_number(piece: Piece) -> bool:
    """The place has the number of its test, or the answers that it wants."""
    return piece.kind in ("place", "tick") and (not piece.words or NUMBER in piece.words)


def of_group(piece: Piece) -> bool:
    """The place prints how many of a group are asked for."""
    return piece.kind == "place" and not piece.fact


def of_fact(tests: Iterable[Tested], name: str) -> list[Tested]:
    """The tests that a fact may stand for."""
    return [test for test in tests if any(fact.name == name for fact in test.facts)]


def numbered(tests: Iterable[Tested]) -> list[Tested]:
    """The tests with something to print: those with numbers of their own, or else those with answers to name."""
    limited = [test for test in tests if test.limits]
    return [test for test in limited if not test.bare] or limited or [
        test for test in tests if any(isinstance(one, str) for one in test.wanted)
    ]  # fmt: skip


def distinct(tests: Iterable[Tested]) -> list[Tested]:
    """Of the tests with the same numbers the first one: they are named once."""
    found: dict[object, Tested] = {}
    for test in tests:
        found.setdefault(number_words(test) or test.wanted, test)
    return list(found.values())


def assigned(sentence: Sentence, tests: Sequence[Tested]) -> list[Tested | None]:
    """The test that each piece stands for: several tests of one fact are named in their order, or all at once."""
    found: list[Tested | None] = [None] * len(sentence)
    of_groups = [test for test in tests if not test.facts]
    for order, at in enumerate([at for at, piece in enumerate(sentence) if of_group(piece)]):
        found[at] = of_groups[min(order, len(of_groups) - 1)] if of_groups else None
    for name in dict.fromkeys(piece.fact for piece in sentence if piece.fact):
        own = of_fact(tests, name)
        if not own:
            continue
        printing = [at for at, piece in enumerate(sentence) if piece.fact == name and prints_number(piece)]
        for at, test in zip(printing, printed_by(printing, own), strict=True):
            found[at] = test
        others = [at for at, piece in enumerate(sentence) if piece.fact == name and at not in printing]
        for order, at in enumerate(others):
            found[at] = _for_words(sentence[at], own, order)
        moved = each_worked_out(own) or own
        for order, at in enumerate(at for at in others if sentence[at].worked_out):
            found[at] = moved[min(order, len(moved) - 1)]
    return found


def printed_by(printing: Sequence[int], own: Sequence[Tested]) -> list[Tested]:
    """The tests whose numbers are printed at so many places. With too many places the last test serves."""
    full = numbered(own)
    each = full if len(printing) >= len(full) > 0 else distinct(full) or list(own)
    return [each[min(order, len(each) - 1)] for order in range(len(printing))]


def _for_words(piece: Piece, own: Sequence[Tested], order: int) -> Tested:
    """The test of a place with words, of an item, or of a blank."""
    if piece.item:
        own = [test for test in own if piece.item in test.wanted] or own
        return own[0]
    if piece.kind == "blank":
        return next((test for test in own if counted(test)), own[0])
    if piece.kind == "tick":  # a tick says that it is so, and not that the chart says something about it
        own = [test for test in own if not isinstance(test.expr, Documented)] or own
    return own[min(order, len(own) - 1)]
