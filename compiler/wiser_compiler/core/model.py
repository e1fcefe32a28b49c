"""A policy as data: facts, criteria, citations, and the small core of expressions.

Everything here is frozen and says nothing about YAML or about any target. The place of a node in its document (`span`)
and its author (`origin`) are left out of equality, so two policies with the same content compare equal in any layout.
Findings point at a span; no meaning and no output depends on one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal as OneOf
from typing import TypeAlias

from wiser_compiler.diagnostics import NOWHERE, Span

Origin: TypeAlias = OneOf["document", "compiler", "program", "vocabulary"]
"""Who wrote a thing of a policy: its document, the compiler for this document, or the document that it was taken from.

The reader says it. A thing of the program or of a vocabulary is not the policy's own.
"""

# ---------------------------------------------------------------- facts


@dataclass(frozen=True, slots=True)
class YesNo:
    """A question answered yes or no; in a request `true` or `false`."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something that must stand in the chart; in a request the text that says where."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number from `low` to `high`, both allowed, with at most `places` decimal places."""

    low: Decimal
    high: Decimal
    places: int = 0
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar date from `first` to `last`, both allowed; in a request `YYYY-MM-DD`."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice, or one item of a set or of findings: its id and its plain words."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Exactly one of the options. `ordered` says that they run from least to most, as stages do.

    The order is for words such as *at least stage 3*, and for their edges; no value depends on it.
    """

    options: tuple[Option, ...]
    ordered: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class OptionSet:
    """A complete list of those options that hold (`set` in a document). An empty list is an answer."""

    options: tuple[Option, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """Each option was found (true), ruled out (false) or not looked for (not stated)."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Codes:
    """A complete list of codes of a code system; any well-formed code may stand in a request."""

    system: str


@dataclass(frozen=True, slots=True)
class Records:
    """A complete list of records, such as earlier sessions. `unique` fields tell two records apart."""

    fields: tuple[Fact, ...]
    most: int
    unique: tuple[str, ...] = ()
    unit: str = ""

    def __post_init__(self) -> None:
        """Refuse fields of several values as a key: a bug of the reader, not of a policy."""
        # INVARIANT: a field that tells records apart has a single value (other kinds: refused, until listed here)
        kinds = {fact.name: fact.type for fact in self.fields}
        if any(not isinstance(kinds[name], YesNo | Note | Number | Date | Choice) for name in self.unique):
            raise ValueError(f"records cannot be told apart by {self.unique}")


FactType: TypeAlias = YesNo | Note | Number | Date | Choice | OptionSet | Findings | Codes | Records

# One code system, one pattern. Both are linear and bounded, so that no input can make them slow.
CODE_SYSTEMS: Mapping[str, str] = {
    "HCPCS": "[0-9A-Z][0-9]{3}[0-9A-Z]",  # HCPCS level I (CPT) and level II
    "ICD-10": "[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?",
}
CODE_EXAMPLES: Mapping[str, str] = {"HCPCS": '"62323", without a modifier', "ICD-10": '"M54.16"'}
MOST_CODES = 100  # codes in one request; far above a real one
MOST_NOTE = 500  # characters of the text that says where in the chart a note is
MOST_ROWS = 200


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the chart may state. Absent from a request means: not stated.

    `row_of` names the list whose records hold this fact, or is empty for a fact of the request. `spans` has the place
    of each key of its declaration.
    """

    name: str
    type: FactType
    ask: str
    chart: str = ""
    row_of: str = ""
    span: Span = field(default=NOWHERE, compare=False, repr=False)
    origin: Origin = field(default="document", compare=False, repr=False)
    spans: Mapping[str, Span] = field(default_factory=dict, compare=False, repr=False)

    @property
    def words(self) -> str:
        """The name as words: `prior_sessions` is "prior sessions"."""
        return self.name.replace("_", " ")


# ---------------------------------------------------------------- terms

Value: TypeAlias = bool | str | Decimal | date | frozenset[str]


@dataclass(frozen=True, slots=True)
class FactValue:
    """The value that the chart states for a fact, of the request or of the record in hand."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class Literal:
    """A fixed value of the policy."""

    value: Value


@dataclass(frozen=True, slots=True)
class Shifted:
    """A date moved by whole calendar months (clamped to the end of the month), then by days."""

    date: Term
    months: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of two or more numbers."""

    parts: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Multiple:
    """A number times a whole number."""

    factor: int
    part: Term


@dataclass(frozen=True, slots=True)
class Count:
    """How many records of a list match `where`, or how many items a set has."""

    of: Fact
    where: Expr | None = None


Which: TypeAlias = OneOf["latest", "earliest", "highest", "lowest"]


@dataclass(frozen=True, slots=True)
class Extreme:
    """The latest or earliest date, or the highest or lowest number, in `field` among the records that match.

    Without a matching record it has no value.
    """

    which: Which
    of: Fact
    field: Fact
    where: Expr | None = None
    name: str = ""

    @property
    def upper(self) -> bool:
        """Whether it is the last of its values in their order."""
        return self.which in ("latest", "highest")


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of the numbers in `field` over the records that match; of no record it is 0."""

    of: Fact
    field: Fact
    where: Expr | None = None


Term: TypeAlias = FactValue | Literal | Shifted | Sum | Multiple | Count | Extreme | Total

# ---------------------------------------------------------------- expressions

Op: TypeAlias = OneOf["==", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True)
class Compare:
    """A comparison of two terms. With a term that has no value it is not met.

    `span` is where its word stands, if it is one word of several about one fact.
    """

    op: Op
    left: Term
    right: Term
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Includes:
    """A set, findings or codes include this item; `M54.*` is any code that begins with `M54.`."""

    fact: Fact
    item: str

    @property
    def beginning(self) -> str | None:
        """How the codes begin that the item stands for; None for an item that stands for itself."""
        return self.item[:-1] if self.item.endswith("*") else None

    def among(self, items: Collection[str]) -> bool:
        """Whether some of the items are meant."""
        beginning = self.beginning
        return self.item in items if beginning is None else any(item.startswith(beginning) for item in items)


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least `count` of the parts: *all* is `count == len(parts)`, *any* is `count == 1`.

    With `exception` an author wrote the second of two parts as an exception of the first, which people read so too.
    """

    count: int
    parts: tuple[Expr, ...]
    span: Span = field(default=NOWHERE, compare=False, repr=False)
    exception: bool = field(default=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Refuse a count that no number of parts can reach: a bug of the reader, not of a policy."""
        # INVARIANT: 0 <= count <= len(parts)
        if not 0 <= self.count <= len(self.parts):
            raise ValueError(f"at least {self.count} of {len(self.parts)} parts")


@dataclass(frozen=True, slots=True)
class Not:
    """The part is not the case."""

    part: Expr


@dataclass(frozen=True, slots=True)
class Documented:
    """The chart states this fact. Never surely false: what is not stated may be found later."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class Reading:
    """The reading of an ambiguous place of the source, under the id of its question."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Bound:
    """A number that the author wrote, as the quoted words must say it: at least 4 weeks.

    `op` is the comparison of the quantity with the number; an offset from a date whose edge the
    source leaves open has `==`. `whole` says that it bounds a count of things, of which more than one is at least two.
    """

    op: Op
    value: Decimal
    unit: str
    whole: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Worded:
    """A part with the words people read and the words of the source behind it.

    `question` and `answer` together make a line of a checklist; a group has a title in `question`
    or no words at all, and a named condition its `name`. `bounds` are the numbers written here, for
    the quotation to agree with. Only documents, explanations and lints look at this node; everything else looks at its
    part.
    """

    part: Expr
    question: str = ""
    answer: str = ""
    quote: str = ""
    readings: tuple[Reading, ...] = ()
    bounds: tuple[Bound, ...] = ()
    name: str = ""
    span: Span = field(default=NOWHERE, compare=False, repr=False)
    origin: Origin = field(default="document", compare=False, repr=False)


Expr: TypeAlias = Compare | Includes | AtLeast | Not | Documented | Worded

TRUE = AtLeast(0, ())


def all_of(*parts: Expr) -> Expr:
    """All of the parts; a single part is returned as it is."""
    return parts[0] if len(parts) == 1 else AtLeast(len(parts), parts)


def any_of(*parts: Expr) -> Expr:
    """At least one of the parts; a single part is returned as it is."""
    return parts[0] if len(parts) == 1 else AtLeast(1, parts)


# ---------------------------------------------------------------- the policy


@dataclass(frozen=True, slots=True)
class Source:
    """A document that criteria cite. A criterion with secondary sources alone is advisory.

    `spans` has the place of each key of its declaration.
    """

    id: str
    title: str
    version: str = ""
    section: str = ""
    published: str = ""
    url: str = ""
    secondary: bool = False
    spans: Mapping[str, Span] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a source, such as box 3 of the guide's list."""

    source: Source
    place: str
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Code:
    """A procedure code with our own short label, never a CPT descriptor."""

    code: str
    label: str
    add_on_to: tuple[str, ...] = ()
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence of the sheet, as its author wrote it: plain or bold words, the place of a test, a box to
    tick, or room to write.

    `fact` and `item` name what it is bound to, if anything. A place without words, or with `#` in them, is filled from
    the bound of the test on its fact. A blank that is `worked_out` has what that test compares with.
    """

    kind: OneOf["text", "bold", "place", "tick", "blank"]
    words: str = ""
    fact: str = ""
    item: str = ""
    worked_out: bool = False
    span: Span = field(default=NOWHERE, compare=False, repr=False)


Sentence: TypeAlias = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One sentence of a criterion; without one its title and bounds are said. An empty part is the usual one."""

    says: Sentence = ()
    part: str = ""
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class OnSheet:
    """What a criterion says on the sheet: its lines, or the criterion whose lines speak for it too (`beside`)."""

    lines: tuple[SheetLine, ...] = ()
    beside: str = ""
    span: Span = field(default=NOWHERE, compare=False, repr=False)


Layout: TypeAlias = OneOf["table", "lines", "yes_no"]


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A part of the sheet. Its lines are left out by whoever may say of the request what `skip` says."""

    id: str
    title: str
    layout: Layout
    skip: Sentence = ()
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The parts of the printed sheet, in order. It has no part in the meaning."""

    title: str = ""
    parts: tuple[SheetPart, ...] = ()


Effect: TypeAlias = OneOf["scope", "required", "advisory"]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing the chart must show. `effect` says what *not met* means for the request."""

    id: str
    title: str
    effect: Effect
    cite: tuple[Citation, ...]
    require: Expr
    applies_when: Expr | None = None
    unless: Expr | None = None
    readings: tuple[Reading, ...] = ()
    span: Span = field(default=NOWHERE, compare=False, repr=False)
    origin: Origin = field(default="document", compare=False, repr=False)
    sheet: OnSheet = field(default=OnSheet(), compare=False, repr=False)

    @property
    def test(self) -> Expr:
        """The test where the criterion applies: the requirement, or its exception."""
        return self.require if self.unless is None else AtLeast(1, (self.require, self.unless))


@dataclass(frozen=True, slots=True)
class Example:
    """A chart written by hand, with the result that the guide gives it.

    `request` is one as people write it in JSON; `outcome`, `verdicts` and the `dates` at which clocks
    end are what is expected. `inherited` are the facts that the base example of the program states.
    `fact_spans` has the place of each value, by its fact and its JSON pointer.
    `base` is the name under which further examples are written as changes of it, if it has one. `unconfirmed` is the
    place of the mark that nobody has looked up in the source what is expected.
    """

    name: str
    request: Mapping[str, object]
    outcome: str = ""
    verdicts: tuple[tuple[str, str], ...] = ()
    dates: tuple[tuple[str, str], ...] = ()
    span: Span = field(default=NOWHERE, compare=False, repr=False)
    expect_spans: Mapping[str, Span] = field(default_factory=dict, compare=False, repr=False)
    fact_spans: Mapping[str, Mapping[str, Span]] = field(default_factory=dict, compare=False, repr=False)
    inherited: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    base: str = field(default="", compare=False)
    unconfirmed: Span = field(default=NOWHERE, compare=False, repr=False)


Confidence: TypeAlias = OneOf["high", "medium", "low", ""]


@dataclass(frozen=True, slots=True)
class Question:
    """An unclear place of the sources. Readings answer it under its id.

    `answer` is its reading where no criterion carries one. An empty confidence means: not graded.
    """

    id: str
    ask: str
    confidence: Confidence = ""
    answer: str = ""
    span: Span = field(default=NOWHERE, compare=False, repr=False)
    origin: Origin = field(default="document", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Clock:
    """A date that follows from the dates of a request, such as the day by which a decision is due."""

    id: str
    title: str
    cite: tuple[Citation, ...]
    due: Term
    applies_when: Expr | None = None
    words: str = ""
    quote: str = ""
    readings: tuple[Reading, ...] = ()
    bounds: tuple[Bound, ...] = ()
    span: Span = field(default=NOWHERE, compare=False, repr=False)
    origin: Origin = field(default="document", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class State:
    """A state of a program: who processes its claims and who answers its requests.

    `coverage` is the document that governs a service there; empty for the program itself.
    """

    id: str
    label: str
    mac: str
    jurisdiction: str
    participant: str
    portal: str = ""
    telephone: str = ""
    fax: str = ""
    coverage: str = ""
    cite: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Service:
    """A service of a program with its procedure codes.

    `coverage` is by MAC, or under an empty key for all; `conditions` say in words under which condition a code counts.
    """

    id: str
    title: str
    section: str
    codes: tuple[str, ...]
    coverage: tuple[tuple[str, str], ...] = ()
    conditions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """A later edition of what a document encodes: `known` says what is known of it, from the day `since` on."""

    name: str
    since: date
    known: str
    cite: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Instruction:
    """A thing to know for sending a request, or for reading its decision.

    `sheet` is how the sheet says it: None for title and words as they are, nothing where the sheet leaves it out.
    """

    id: str
    title: str
    says: str
    cite: tuple[Citation, ...]
    sheet: Sentence | None = None


@dataclass(frozen=True, slots=True)
class AddOns:
    """What becomes of an add-on code that is not on the request while its primary code is.

    `told_by` is the criterion that tells whether it is needed; empty where no fact does.
    """

    if_left_off: str
    cite: tuple[Citation, ...]
    told_by: str = ""


Plan: TypeAlias = OneOf["", "fewer", "another day", "sent later"]


@dataclass(frozen=True, slots=True)
class Asking:
    """How the ask list treats a fact that is stated, or that it asks for.

    `plan` says that what is planned may change. What `grows` becomes more with time: a number of weeks, or a list. With
    `claims_failure` an answer yes says that something failed, which `unlikely_if` speaks against. `supplier` has it.
    """

    fact: str
    plan: Plan = ""
    grows: bool = False
    claims_failure: bool = False
    supplier: str = ""
    unlikely_if: Expr | None = None


@dataclass(frozen=True, slots=True)
class ForStaff:
    """What the document says to those who send requests. It has no part in the meaning.

    `supplied_by` is by heading of the chart.
    """

    known_editions: tuple[Edition, ...] = ()
    sending: tuple[Instruction, ...] = ()
    decisions: tuple[Instruction, ...] = ()
    supplied_by: tuple[tuple[str, str], ...] = ()
    add_ons: AddOns | None = None
    asking: tuple[Asking, ...] = ()

    @property
    def cited(self) -> tuple[Citation, ...]:
        """Every place that it cites."""
        things: tuple[Edition | Instruction | AddOns, ...] = (*self.known_editions, *self.sending, *self.decisions)
        return tuple(citation for thing in (*things, *filter(None, [self.add_ons])) for citation in thing.cite)


Manner: TypeAlias = OneOf["added", "removed", "moved", "stricter", "looser", "reworded"]


@dataclass(frozen=True, slots=True)
class Declared:
    """A criterion that a version declares as changed, and how. A removed criterion is one of the version before."""

    manner: Manner
    criterion: str
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes that a version declares since the version before."""

    since: str
    declared: tuple[Declared, ...]
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Findings that a document accepts: their code, the criterion, clock or fact that they are about, how many there
    are, why, and where the source says so.

    It has no part in the meaning.
    """

    finding: str
    of: str
    times: int
    because: str
    cite: tuple[Citation, ...]
    span: Span = field(default=NOWHERE, compare=False, repr=False)

    @property
    def places(self) -> str:
        """The places in the sources, as in `6.2.10 box 3`."""
        return ", ".join(f"{one.source.section or one.source.title} {one.place}" for one in self.cite)


Why: TypeAlias = OneOf["definition", "payment", "not documentation", "not at hand"]


@dataclass(frozen=True, slots=True)
class NotEncoded:
    """Passages of a source that no criterion encodes, and why: the kind of reason, and the reason in words.

    It has no part in the meaning.
    """

    kind: Why
    because: str
    cite: tuple[Citation, ...]
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Policy:
    """One version of one policy: half-open in time, `[effective, until)`.

    With `program` it is the document of a program: its criteria say which requests the program concerns, and it has
    `services`. A policy that is part of a program has the criteria of the program before its own, and the `states` and
    `clocks` of the program; `part_of` is the key of the program, as in `wiser@6.0.0`. `head` has the place where each
    section of the document begins.
    """

    id: str
    version: str
    title: str
    effective: date
    until: date | None
    review_by: date | None
    sources: tuple[Source, ...]
    codes: tuple[Code, ...]
    facts: tuple[Fact, ...]
    criteria: tuple[Criterion, ...]
    examples: tuple[Example, ...] = ()
    questions: tuple[Question, ...] = ()
    clocks: tuple[Clock, ...] = ()
    states: tuple[State, ...] = ()
    services: tuple[Service, ...] = ()
    for_staff: ForStaff = ForStaff()
    program: bool = False
    part_of: str = field(default="", compare=False)
    changes: Changes | None = None
    accepted: tuple[Acceptance, ...] = field(default=(), compare=False)
    not_encoded: tuple[NotEncoded, ...] = field(default=(), compare=False)
    sheet: Sheet = field(default=Sheet(), compare=False)
    span: Span = field(default=NOWHERE, compare=False, repr=False)
    head: Mapping[str, Span] = field(default_factory=dict, compare=False, repr=False)

    @property
    def key(self) -> str:
        """The policy and its version, as in `esi@6.0.0`."""
        return f"{self.id}@{self.version}"

    @property
    def own(self) -> tuple[Criterion, ...]:
        """The criteria of this document, without those of the program it is part of."""
        return tuple(criterion for criterion in self.criteria if criterion.origin != "program")

    @property
    def own_clocks(self) -> tuple[Clock, ...]:
        """The clocks of this document, without those of the program it is part of."""
        return tuple(clock for clock in self.clocks if clock.origin != "program")

    @property
    def own_facts(self) -> tuple[Fact, ...]:
        """The facts that this document itself declares."""
        return tuple(fact for fact in self.facts if fact.origin == "document")
