"""How the tests of an expression are joined, for comparing them with words: leaves with their texts, and the groups on
the way to each.

Denials are pushed down to the leaves: *none of* is *all* of what is denied. So two ways of writing one meaning, such as
`none: [a, b]` and `all: [a: no, b: no]`, look alike here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import Literal as OneOf
from typing import TypeAlias, assert_never

from wiser_compiler.core.content_words import Words, content
from wiser_compiler.core.model import (
    AtLeast,
    Choice,
    Compare,
    Count,
    Documented,
    Expr,
    Fact,
    FactValue,
    Includes,
    Literal,
    Not,
    Worded,
)
from wiser_compiler.core.quoted_logic import logic_of
from wiser_compiler.core.walk import filters, subexpressions
from wiser_compiler.core.words import label_of

Join: TypeAlias = OneOf["all", "any", "some"]


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """A group of tests: all of them, any of them, or some number between.

    `own` is false inside a part whose own quotation says how it is joined; `options` are the answers of one fact.
    `denied` says that what is written there is denied as a whole, so that *any* was written as *all*.
    """

    join: Join
    own: bool
    depth: int
    options: bool = False
    denied: bool = False


@dataclass(frozen=True, eq=False)
class Leaf:
    """One test. `positive` is false where the answer must be no, or the answer must not be this one.

    `text` is the question with the answer that it wants, `label` the words of an option alone; `titles` are those of
    the conditions around it. `answered` says that a yes or a no is asked for, so that the text may be turned around.
    """

    text: str
    label: str
    name: str
    positive: bool
    answered: bool
    path: tuple[Group, ...]
    titles: tuple[str, ...] = ()
    choice: bool = False
    note: bool = False
    quote: str = ""

    @property
    def words(self) -> Words:
        """What the test is about."""
        return content(self.text)

    @property
    def about(self) -> Words:
        """The words of an option, or of the whole question."""
        return content(self.label) if self.label else self.words

    @cached_property
    def negative(self) -> bool:
        """The test wants that something is not so: the answer no, or yes to a question that denies."""
        denying = self.answered and self.about.negators % 2 == 1
        return not self.positive or denying if self.label else denying == self.positive

    @cached_property
    def names(self) -> frozenset[str]:
        """The roots of an option alone: of its label and its id."""
        item = self.name.rpartition(" ")[2].replace("_", " ")
        return content(f"{self.label} {item}").all if self.label else frozenset()

    @cached_property
    def roots(self) -> frozenset[str]:
        """All roots by which words of a source may speak of it."""
        papers = frozenset({"document"}) if self.note else frozenset()
        return self.words.all | self.names | content(self.name.replace("_", " ")).all | papers


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk is: the groups around, and whether what is met here is denied; and the part that is quoted."""

    quoted: Worded | None
    path: tuple[Group, ...] = ()
    positive: bool = True
    own: bool = True
    titles: tuple[str, ...] = ()
    quote: str = ""


@dataclass(slots=True)
class Tests:
    """The leaves and groups of an expression, in reading order."""

    leaves: list[Leaf] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    _under: dict[Group, list[Leaf]] = field(default_factory=dict)

    def under(self, group: Group) -> Sequence[Leaf]:
        """The leaves inside a group."""
        if not self._under:
            for leaf in self.leaves:
                for each in leaf.path:
                    self._under.setdefault(each, []).append(leaf)
        return self._under.get(group, ())


def tests_of(expr: Expr, quoted: Worded | None = None) -> Tests:
    """The tests of an expression, which is itself not denied. `quoted` is the part whose quotation is looked at."""
    found = Tests()
    _walk(expr, _Place(quoted), found)
    return found


def _walk(expr: Expr, place: _Place, found: Tests) -> None:
    match expr:
        case Worded(part=part, question=question, answer=answer, name=name, quote=quote):
            if quote and expr is not place.quoted and _says_how(quote):
                place = replace(place, own=False)
            if name:
                _walk(part, replace(place, titles=(*place.titles, question)), found)
            elif question:
                _fact(part, question, answer, replace(place, quote=quote or place.quote), found)
            else:
                _walk(part, place, found)
        case Not(part=part):
            _walk(part, replace(place, positive=not place.positive), found)
        case AtLeast(parts=(part,)):
            _walk(part, place, found)
        case AtLeast(count=count, parts=parts):
            inside = _inside(count, len(parts), place, found)
            for part in parts:
                _walk(part, inside, found)
        case Compare() | Includes() | Documented():
            _fact(expr, "", "", place, found)
        case _:
            assert_never(expr)


def _says_how(quote: str) -> bool:
    """The words say themselves how something is joined."""
    logic = logic_of(quote)
    return bool(logic.joined or logic.amounts or logic.examples)


def _inside(count: int, parts: int, place: _Place, found: Tests, options: bool = False) -> _Place:
    """The place of the parts of a group."""
    needed = count if place.positive else parts - count + 1
    join: Join = "all" if needed == parts else "any" if needed == 1 else "some"
    group = Group(join, place.own, len(place.path), options, not place.positive)
    found.groups.append(group)
    return replace(place, path=(*place.path, group))


def _fact(expr: Expr, question: str, answer: str, place: _Place, found: Tests) -> None:
    """The tests of one line: of a fact, of its options, or of the records of a list."""
    plain = _bare(expr)
    inside = [part for part in subexpressions(expr) if isinstance(part, Compare)]
    # other kinds: of one answer, or of options
    if isinstance(plain, Compare | AtLeast) and any(list(filters(part)) for part in inside):
        _records(plain, place, found)
    elif _names_options(expr) and not answer.startswith("nothing but"):
        _answers(expr, question, place, found)
    else:
        found.leaves.append(_leaf(plain, question, answer, place))


def _leaf(expr: Expr, question: str, answer: str, place: _Place) -> Leaf:
    """One test of a fact as a whole."""
    fact, positive = next(_facts(expr), None), place.positive
    while isinstance(expr, Not):
        expr = _bare(expr.part)
        if not (isinstance(expr, Compare) and isinstance(expr.right, FactValue)):
            positive = not positive  # that two facts differ denies nothing
    text, note = question or (fact.ask if fact else ""), isinstance(expr, Documented)
    match expr:
        case Compare(op="==", right=Literal(value=bool() as wanted)):
            positive, answered = positive == wanted, True
        case _:  # other kinds: have no answer that could be turned around
            answered = False
    if not answered and not note:
        text = f"{text} {answer}"
    name = fact.name if fact else ""
    return Leaf(text, "", name, positive, answered, place.path, place.titles, note=note, quote=place.quote)


def _records(expr: Compare | AtLeast, place: _Place, found: Tests) -> None:
    """The tests of the records of a list: those of its filter, denied where no record may match."""
    parts = [_bare(part) for part in expr.parts] if isinstance(expr, AtLeast) else [expr]
    for part in parts:
        if not isinstance(part, Compare):
            continue
        for of, where in filters(part):
            inside = replace(place, positive=place.positive != is_never(part), titles=(*place.titles, of.words))
            before = len(found.leaves)
            _walk(where, inside, found)
            found.leaves[before:] = [replace(leaf, text=f"{leaf.text} {of.words}") for leaf in found.leaves[before:]]


def is_never(count: Compare) -> bool:
    """A comparison says that no record of a list matches."""
    # other kinds: an operator that bounds from below says that some record matches
    return (count.op, count.right) in (("<=", Literal(Decimal(0))), ("<", Literal(Decimal(1))))


def _answers(expr: Expr, question: str, place: _Place, found: Tests) -> None:
    """The options of one fact, each a leaf of its own."""
    match expr:
        case Not(part=part):
            _answers(part, question, replace(place, positive=not place.positive), found)
        case AtLeast(parts=(part,)) | Worded(part=part):
            _answers(part, question, place, found)
        case AtLeast(count=count, parts=parts):
            inside = _inside(count, len(parts), place, found, options=True)
            for part in parts:
                _answers(part, question, inside, found)
        case Compare() | Includes() | Documented():
            for fact, item in _options(expr):
                label, choice = label_of(fact, item), isinstance(fact.type, Choice)
                text, name = f"{question or fact.ask} {label}", f"{fact.name} {item}"
                found.leaves.append(Leaf(text, label, name, place.positive, True, place.path, place.titles, choice))
        case _:
            assert_never(expr)


def _bare(expr: Expr) -> Expr:
    """The expression without its words."""
    while isinstance(expr, Worded):
        expr = expr.part
    return expr


def _options(expr: Expr) -> Iterator[tuple[Fact, str]]:
    """The options that an expression names."""
    for part in subexpressions(expr):
        match part:
            case Includes(fact=fact, item=item):
                yield fact, item
            case Compare(op="==", left=FactValue(fact=fact), right=Literal(value=str() as item)):
                yield fact, item
            case _:  # other kinds: name no option
                pass


def _names_options(expr: Expr) -> bool:
    """An expression tests options of one fact, and nothing beside them."""
    parts = list(subexpressions(expr))
    other = (isinstance(part, Compare) and not isinstance(part.right, Literal) for part in parts)
    return len({fact.name for fact, _ in _options(expr)}) == 1 and not any(other)


def _facts(expr: Expr) -> Iterator[Fact]:
    """The facts that a line is about, the first of each comparison first."""
    for part in subexpressions(expr):
        match part:
            case Includes(fact=fact) | Documented(fact=fact):
                yield fact
            case Compare(left=left, right=right):
                for term in (left, right):
                    match term:
                        case FactValue(fact=fact) | Count(of=fact):
                            yield fact
                        case _:  # other kinds: are named by their words
                            pass
            case _:  # other kinds: hold no fact themselves
                pass
