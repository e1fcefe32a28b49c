"""Criteria as rows, and expressions as the lines of a checklist.

`Worded` has the author's words; an expression without them is worded by its terms.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, assert_never

from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.model import (
    AtLeast,
    Choice,
    Citation,
    Clock,
    Codes,
    Compare,
    Count,
    Criterion,
    Date,
    Documented,
    Expr,
    Extreme,
    Fact,
    Findings,
    Includes,
    Literal,
    Not,
    Note,
    Number,
    OptionSet,
    Reading,
    Records,
    Total,
    Worded,
    YesNo,
)
from wiser_compiler.core.walk import criterion_parts, facts_of
from wiser_compiler.core.words import (
    APPLIES,
    EXCEPTION,
    NONE_OF_THESE,
    Voice,
    joint_head,
    label_of,
    operator_words,
    term_words,
)
from wiser_compiler.targets.checklist.model import Blank, Line, Read, Row
from wiser_compiler.targets.checklist.words import (
    MOST_BOXES,
    answers_to_tick,
    bare,
    capital,
    counts,
    inside,
    is_condition,
    items_named,
    joint,
    members,
    question,
    quotes,
    ruled_out_parts,
    short_name,
    voice,
    wanted_words,
    yes_or_no,
)

PLAIN_WORD = re.compile("[A-Za-z][A-Za-z0-9]*")
IN_HEADER = ("codes", "received_date", "service_date")  # written down once, at the top
IN_CHART = (Blank("Document", 18), Blank("Date", 10), Blank("Page", 5))
ABSENT = ("looked for and not present", "present")
NOT_SO = ("checked, and not so", "so")


class Way(NamedTuple):
    """The use of a line: whether it is ticked, and whether an answer is written beside it."""

    tick: bool
    fill: bool


ASKED = Way(tick=True, fill=True)
READ = Way(tick=False, fill=False)  # only read: of each row of a list, or in a picture


@dataclass(slots=True)
class Writer:
    """Writes the lines of one sheet.

    It keeps the letters of the lists, the facts of the plan, the facts that were asked, the questions that readings
    answer, the readings so far, and the number of the row (empty where it has none) that explained a condition.
    """

    letters: Mapping[str, str]
    plan: frozenset[str]
    asked: set[str]
    questions: Mapping[str, str] = field(default_factory=dict)
    number: str = ""
    explained: dict[tuple[Worded, Way], str] = field(default_factory=dict)
    given: dict[Reading, Read] = field(default_factory=dict)

    @property
    def voice(self) -> Voice:
        """The wording of terms on this sheet."""
        return voice(self.letters)

    def row(self, criterion: Criterion, number: str = "") -> Row:
        """One criterion."""
        self.begin(number)
        lines = self.lines(criterion, ASKED)
        required = criterion.effect == "required"
        may_not_apply = ("Does not apply",) if criterion.applies_when is not None else ()
        said = [s for part in criterion_parts(criterion) for s in inside(part) if isinstance(s, Worded)]
        readings = [*(r for says in said for r in says.readings), *criterion.readings]
        facts = [fact for part in criterion_parts(criterion) for fact in facts_of(part)]
        return Row(
            id=criterion.id,
            number=number,
            title=criterion.title,
            marks=("Found", "Not found", *may_not_apply) if required else (),
            blanks=IN_CHART if required else (),
            lines=lines,
            places=tuple(place_words(citation) for citation in criterion.cite),
            quotes=tuple(dict.fromkeys(quote for part in criterion_parts(criterion) for quote in quotes(part))),
            readings=self.read(readings),
            look_in=tuple(dict.fromkeys(f.chart for f in facts if f.chart not in ("", "Request"))),
        )

    def lines(self, criterion: Criterion, way: Way) -> tuple[Line, ...]:
        """Where a criterion applies, what it requires, and its exception."""
        lines = []
        if criterion.applies_when is not None:
            lines.append(replace(self.line(criterion.applies_when, way), lead=APPLIES))
        lines.append(self.line(criterion.require, way))
        if criterion.unless is not None:
            lines.append(replace(self.line(criterion.unless, way), lead=EXCEPTION))
        return tuple(lines)

    def clock(self, clock: Clock) -> Row:
        """One clock: its condition, and the day to write down."""
        self.begin("")
        applies = () if clock.applies_when is None else (replace(self.line(clock.applies_when, ASKED), lead=APPLIES),)
        return Row(
            id=clock.id,
            number="",
            title=clock.title,
            marks=(),
            blanks=(),
            lines=(*applies, Line("On or before the day", clock.words, blanks=(Blank("", 12),))),
            places=tuple(place_words(citation) for citation in clock.cite),
            quotes=(clock.quote,) if clock.quote else (),
            readings=self.read(clock.readings),
            look_in=(),
        )

    def read(self, readings: Sequence[Reading]) -> tuple[str, ...]:
        """The labels of readings, each once. Those that are new are kept with the questions that they answer."""
        for reading in readings:
            if reading not in self.given:
                label = self.label(reading)
                self.given[reading] = Read(label, reading.id, self.questions.get(reading.id, ""), reading.text)
        return tuple(dict.fromkeys(self.given[reading].label for reading in readings))

    def label(self, reading: Reading) -> str:
        """A label for a reading that no other one has, capital or small: its id, if that is a plain word."""
        label = reading.id if PLAIN_WORD.fullmatch(reading.id) else f"r{len(self.given) + 1}"
        taken = {read.label.lower() for read in self.given.values()}
        return label if label.lower() not in taken else f"{label}-{len(self.given) + 1}"

    def begin(self, number: str) -> None:
        """Begin a row. Conditions of rows without a number are explained anew."""
        for key in [key for key, row in self.explained.items() if not row]:
            del self.explained[key]
        self.number = number

    def line(self, expr: Expr, way: Way) -> Line:
        """An expression as one line with the lines below it."""
        match expr:
            case Worded(answer="", question="", part=part):
                return self.line(part, way)
            case Worded() if is_condition(expr):
                return self.titled(expr, way)
            case Worded(part=part) if any(isinstance(count.of.type, Records) for count in counts(part)):
                return self.line(part, way)
            case Worded():
                return self.leaf(expr, way)
            case AtLeast() | Not():
                return self.group(expr, way)
            case Compare():
                return self.comparison(expr, way)
            case Includes(fact=fact, item=item):
                return self.leaf(Worded(expr, fact.ask, label_of(fact, item)), way)
            case Documented(fact=fact):
                return self.leaf(Worded(expr, fact.ask, ""), way)
            case _:
                assert_never(expr)

    def titled(self, says: Worded, way: Way) -> Line:
        """A named condition: its title, and once in a row the quoted words and the meaning."""
        if (says, way) in self.explained:
            row = self.explained[says, way]
            place = "above" if row == self.number else f"in row {row}"
            return Line(f"{says.question} (as {place})", tick=way.tick)
        meaning = self.line(says.part, way)
        self.explained[says, way] = self.number
        behind = dict.fromkeys(quote for quote in (says.quote, *quotes(says.part)) if quote)
        title = says.question + (f" ({', '.join(f'“{quote}”' for quote in behind)})" if behind else "")
        return replace(_under(Line(f"{title}:" if meaning.below else f"{title} –"), meaning), name=says.question)

    # ------------------------------------------------------------ groups

    def group(self, expr: AtLeast | Not, way: Way) -> Line:
        """A group: its joint, and its parts."""
        ruled_out = ruled_out_parts(expr)
        if ruled_out is not None or isinstance(expr, Not):
            below = tuple(self.ruled_out(part, way) for part in ruled_out or ())
            head = f"{NONE_OF_THESE.rstrip(':')}, each looked for:" if way.tick else NONE_OF_THESE
            return Line("", head, below=below, joint="none")
        if not expr.parts:
            return Line("Nothing more is asked")
        if expr.exception:
            whole, unless = expr.parts
            below = (self.line(whole, way), replace(self.line(unless, way), lead=EXCEPTION))
            return Line("", "This, or its exception:", below=below, joint="any")
        if len(expr.parts) == expr.count == 1:
            return self.line(expr.parts[0], way)
        below = tuple(self.line(part, way) for part in members(expr))
        count, of = expr.count, len(expr.parts)
        return Line("", joint_head(count, of), below=below, joint=joint(count, of))

    def ruled_out(self, expr: Expr, way: Way) -> Line:
        """A part that must not be met. It has boxes of its own, and no boxes below it that could mislead."""
        line = self.line(expr, way._replace(tick=False))
        if not way.tick:
            return line
        found = isinstance(bare(expr), Includes) and any(isinstance(f.type, Findings) for f in facts_of(expr))
        asked = yes_or_no(expr) is True  # then the question says by itself what must not be so
        return replace(line, either=ABSENT if found else NOT_SO, wanted="" if asked else line.wanted)

    # ------------------------------------------------------------ one fact

    def leaf(self, says: Worded, way: Way) -> Line:
        """A question, the wanted answer, and room for the answer of the chart.

        A fact of the plan is named here, and has its room in the plan.
        """
        facts = facts_of(says.part)
        words = question(says.question)
        fact = next((fact for fact in facts if fact.ask == says.question), facts[0] if facts else None)
        if fact is None:
            return Line(words, says.answer, tick=way.tick)
        asked = says.question == fact.ask
        name = f"{capital(fact.words)}:" if asked and self.in_plan(fact) else ""
        if not way.fill:
            return Line(name or words, says.answer, tick=way.tick)
        wanted = wanted_words(fact, says)
        if asked:
            self.asked.add(fact.name)
        if way.tick and yes_or_no(says) is False:  # a tick beside a question and “No” could be read as yes
            return Line(name or words, boxes=NOT_SO[:1])
        if name:
            return Line(name, wanted, tick=way.tick)
        head, boxes = answers_to_tick(fact, says) if way.tick else (wanted, ())
        if boxes and ruled_out_parts(says.part) is not None:
            return Line(words, f"{head}:", below=tuple(Line(label, either=ABSENT) for label in boxes))
        if boxes:
            return Line(words, f"{head}:", boxes=boxes)
        # other kinds: have room for an answer
        known = fact.name in IN_HEADER or (
            isinstance(fact.type, Choice | Findings)
            and len(items_named(says.part)) == 1
            and ruled_out_parts(says.part) is None
        )
        return Line(words, wanted, tick=way.tick, blanks=() if known else self.blanks(fact))

    def in_plan(self, fact: Fact) -> bool:
        """Whether a line names the fact, since its question and its room are in the plan. Findings are ticked anew."""
        return fact.name in self.plan and not fact.row_of and not isinstance(fact.type, Findings)

    def named_question(self, fact: Fact) -> Line:
        """An open question, after the name by which lists and rows refer to it."""
        return replace(self.open_question(fact), lead=f"{capital(fact.words)}:")

    def open_question(self, fact: Fact) -> Line:
        """A question about a fact that has no single wanted answer."""
        options = kind_of(fact.type).options
        if isinstance(fact.type, YesNo):
            return Line(question(fact.ask), boxes=("Yes", "No"))
        if options and len(options) <= MOST_BOXES:
            return Line(question(fact.ask), boxes=tuple(option.label for option in options))
        return Line(question(fact.ask), blanks=self.blanks(fact))

    def blanks(self, fact: Fact) -> tuple[Blank, ...]:
        """Room for the value of a fact."""
        match fact.type:
            case YesNo():
                return ()
            case Note():
                return (Blank("page", 6),)
            case Number(unit=unit):
                return (Blank("", 6, unit),)
            case Date():
                return (Blank("", 12),)
            case Choice() | OptionSet() | Findings() | Codes():
                return (Blank("", 24),)
            case Records():
                return (Blank(f"list {self.letters.get(fact.name, '')}, rows", 4),)
            case _:
                assert_never(fact.type)

    def value(self, value: Extreme | Total) -> Line:
        """A line for a date or number that is read off a list, such as the latest session."""
        name = capital(term_words(value).removeprefix("the "))
        what = value.which if isinstance(value, Extreme) else "sum of"
        words = f"{name}: the {what} “{value.field.ask}” in {self.list_words(value.of)}"
        self.begin("")
        line = Line(words) if value.where is None else self.rows_where(f"{words}, only where:", value.where)
        return replace(line, blanks=(Blank("", 12),))

    # ------------------------------------------------------------ lists

    def list_words(self, fact: Fact) -> str:
        """A list by its letter, and its name."""
        return f"list {self.letters.get(fact.name, '')} ({fact.words})"

    def comparison(self, expr: Compare, way: Way) -> Line:
        """A comparison without words of an author: of the rows of a list, or of any two terms."""
        match expr:
            case Compare(op=op, left=Count(of=of, where=where), right=Literal(value=value)) if isinstance(
                of.type, Records
            ) and (op, value) in ((">=", 1), ("<=", 0)):
                return self.some(of, where, way) if op == ">=" else self.every(of, where, way)
            case _:  # other kinds: worded by their terms
                below = tuple(
                    self.rows_where(f"Counting only the rows of {self.list_words(count.of)} where:", count.where)
                    for count in counts(expr)
                    if count.where is not None
                )
                words = f"{capital(term_words(expr.left, self.voice))}:"
                wanted = f"{operator_words(expr)} {term_words(expr.right, self.voice)}"
                blanks = (Blank("", 6),) if way.fill and counts(expr) else ()
                return Line(words, wanted, tick=way.tick, blanks=blanks, below=below)

    def rows_where(self, words: str, where: Expr, tick: bool = False) -> Line:
        """Words about the rows of a list, and the lines that each of these rows must meet."""
        return _under(Line(words, tick=tick), self.line(where, READ))

    def some(self, of: Fact, where: Expr | None, way: Way) -> Line:
        """At least one row."""
        words = f"In {self.list_words(of)}, at least one row"
        if where is None:
            return Line(words, tick=way.tick)
        return self.rows_where(f"{words} where:", where, way.tick)

    def every(self, of: Fact, where: Expr | None, way: Way) -> Line:
        """No row at all; or, where the filter ends in a *not*, every row, which reads better and means the same."""
        words = f"In {self.list_words(of)}"
        match where:
            case None:
                return Line(f"{words}, no row", tick=way.tick)
            case Not(part=has):
                return self.rows_where(f"{words}, every row (if there is one) shows:", has, way.tick)
            case AtLeast(count=2, parts=(first, Not(part=has))):
                below = (
                    replace(self.line(first, READ), lead="Where"),
                    replace(self.line(has, READ), lead="It shows"),
                )
                return Line(f"{words}, every row (if there is one)", tick=way.tick, below=below)
            case _:  # other kinds: worded as they are
                return self.rows_where(f"{words}, no row where:", where, way.tick)


def _under(head: Line, meaning: Line) -> Line:
    """Two lines joined into one, where each alone says too little."""
    return replace(meaning, words=f"{head.words} {meaning.words}".strip(), tick=head.tick or meaning.tick)


def place_words(citation: Citation) -> str:
    """A place in a source, as a row names it."""
    return f"{short_name(citation.source)}, {citation.place}"
