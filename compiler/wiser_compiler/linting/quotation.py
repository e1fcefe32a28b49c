"""A quotation with the tests that it speaks of, and what stands around it, for lints that compare the two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import Literal as OneOf
from typing import NamedTuple, TypeAlias

from wiser_compiler.core.content_words import content
from wiser_compiler.core.joined_tests import Group, Join, Leaf, Tests, is_never, tests_of
from wiser_compiler.core.model import AtLeast, Compare, Criterion, Expr, Not, Worded
from wiser_compiler.core.quoted_logic import Clause, QuotedLogic, denies, logic_of
from wiser_compiler.core.walk import criterion_parts, filters, readings_of, subexpressions

# How readings state that tests are joined.
_FEW = r"(?:\W+\w+){0,6}?\W+"
STATES: dict[Join, re.Pattern[str]] = {
    "any": re.compile(
        rf"(?i)\b(?:one|either|any|each|single|alone)\b{_FEW}(?:enough|suffices?|do|does|counts?|met)\b"
        r"|\bjoined by or\b|\b(?:alternatives|either)\b"
    ),
    "all": re.compile(
        rf"(?i)\b(?:both|all|each|every|together)\b{_FEW}(?:need(?:ed|s)?|required?|asked|must|necessary|wanted)\b"
        r"|\bjoined by and\b"
    ),
    "some": re.compile(r"(?i)\b(?:two|three|four|five|six|[2-9])\b"),
}

Role: TypeAlias = OneOf["applies_when", "require", "unless"]
MOST_LIKELY = 50  # tests that may be meant by one clause; words that fit more of them tell nothing


class Disagreement(NamedTuple):
    """What the words and the tests say differently, and the way out. `lost` says that no test has a clause at all."""

    message: str
    help: str
    lost: bool = False


@dataclass(frozen=True)
class Frame:
    """The criterion around quotations. `subject` is what its policy is about, in words."""

    criterion: Criterion
    subject: str

    @cached_property
    def applies_when(self) -> Tests:
        """The tests that say where the criterion applies."""
        return Tests() if self.criterion.applies_when is None else tests_of(self.criterion.applies_when)

    @cached_property
    def require(self) -> Tests:
        """The tests of the requirement."""
        return tests_of(self.criterion.require)

    @cached_property
    def unless(self) -> Tests:
        """The tests of the exception."""
        return Tests() if self.criterion.unless is None else tests_of(self.criterion.unless)

    @property
    def leaves(self) -> Iterator[Leaf]:
        """All tests of the criterion."""
        for tests in (self.applies_when, self.require, self.unless):
            yield from tests.leaves

    @cached_property
    def roots(self) -> frozenset[str]:
        """The roots of all questions, labels, titles of conditions and readings, and of the subject of the policy."""
        found = set(content(self.subject).all)
        for leaf in self.leaves:
            found |= leaf.roots.union(*(content(title).all for title in leaf.titles))
        sentences = (text for reading in readings_of(self.criterion) for text in re.split("[.;]", reading.text))
        # "Both are needed, A and B" names B, and does not say where its test is.
        naming = (content(text).all for text in sentences if not text.lstrip().startswith("Both"))
        return frozenset(found.union(*naming))

    @cached_property
    def denying(self) -> tuple[Worded | None, ...]:
        """The parts whose words deny something, as the head of a list does. None stands for the title or a reading."""
        parts = (part for expr in criterion_parts(self.criterion) for part in subexpressions(expr))
        worded = [part for part in parts if isinstance(part, Worded)]
        found = [part for part in worded if denies(part.quote) or (part.name and denies(part.question))]
        return (*found, None) if any(map(denies, self._said)) else tuple(found)

    @property
    def denials(self) -> Iterator[str]:
        """The words that deny something: quotations, titles and readings."""
        yield from (part.quote or part.question for part in self.denying if part is not None)
        yield from filter(denies, self._said)

    @property
    def _said(self) -> list[str]:
        return [self.criterion.title, *(reading.text for reading in readings_of(self.criterion))]


@dataclass(frozen=True)
class Quotation:
    """A quotation, as seen from where it stands.

    `role` is the part of the criterion that it stands in, and `whole` says that it is the one of the criterion, with
    its exception. `around` are the joints of the groups around, the outermost first; None inside a condition, which may
    be used anywhere. `denied` says that an odd number of denials is around.
    """

    says: Worded
    frame: Frame
    role: Role
    whole: bool
    around: tuple[Join, ...] | None
    denied: bool
    readings: tuple[str, ...]

    @cached_property
    def logic(self) -> QuotedLogic:
        """What the words join."""
        return logic_of(self.says.quote)

    @cached_property
    def tests(self) -> Tests:
        """The tests that the quotation speaks of."""
        return tests_of(self.frame.criterion.test if self.whole else self.says, self.says)

    @cached_property
    def own(self) -> tuple[Group, ...]:
        """The groups whose joint no other quotation names."""
        return tuple(group for group in self.tests.groups if group.own)

    @property
    def head_denies(self) -> bool:
        """Words of the criterion other than the quotation deny something."""
        return any(part is not self.says for part in self.frame.denying)

    def inside_any(self) -> bool:
        """The quotation stands inside an `any`."""
        return "any" in (self.around or ())

    def sentences(self) -> Iterator[str]:
        """The sentences of its readings."""
        return (text for reading in self.readings for text in re.split(r"[.;]", reading))


def quotations(criterion: Criterion, subject: str) -> Iterator[Quotation]:
    """The quotations of a criterion, with the exception seen as an alternative to the requirement."""
    frame = Frame(criterion, subject)
    whole_readings = tuple(reading.text for reading in criterion.readings)
    roles: tuple[tuple[Role, Expr | None], ...] = (
        ("applies_when", criterion.applies_when), ("require", criterion.require), ("unless", criterion.unless),
    )  # fmt: skip
    for role, expr in roles:
        if expr is None:
            continue
        around: tuple[Join, ...] = ("any",) if role != "applies_when" and criterion.unless is not None else ()
        for found in _inside(expr, Quotation(Worded(expr), frame, role, False, around, False, ())):
            whole = role == "require" and found.says is criterion.require
            yield replace(found, whole=whole, readings=(*found.readings, *(whole_readings if whole else ())))


def _inside(expr: Expr, here: Quotation) -> Iterator[Quotation]:
    match expr:
        case Worded(part=part, quote=quote, readings=readings, name=name):
            if name:  # how its words are joined is compared with what it means, and not with how it is used
                here = replace(here, around=None)
            if quote:
                yield replace(here, says=expr, readings=tuple(reading.text for reading in readings))
            yield from _inside(part, here)
        case Not(part=part):
            yield from _inside(part, _turned(here))
        case AtLeast(count=count, parts=parts):
            join: Join = "all" if count == len(parts) else "any" if count == 1 else "some"
            inside = here if len(parts) == 1 else replace(here, around=(*(here.around or ()), join))
            for part in parts:
                yield from _inside(part, inside)
        case Compare():
            for _, where in filters(expr):
                yield from _inside(where, _turned(here) if is_never(expr) else here)
        case _:  # other kinds: hold no quotation
            pass


def _turned(here: Quotation) -> Quotation:
    """The surroundings of a part under a denial: *not all of them* asks for any denial, and *not any* for all."""
    other: dict[Join, Join] = {"all": "any", "any": "all", "some": "some"}
    around = None if here.around is None else tuple(other[join] for join in here.around)
    return replace(here, around=around, denied=not here.denied)


# ---------------------------------------------------------------- which test a clause speaks of


def spoken_of(clause: Clause | None, leaves: Sequence[Leaf], other: Clause | None = None) -> tuple[Leaf, ...]:
    """The tests that have most of the words of a clause; first of those that the other clause does not have."""
    if clause is None:
        return ()
    telling = clause.words.telling
    own = telling - (other.words.telling if other else frozenset())
    # The words of a question speak of each of its options, and those of a label of one.
    scores = [
        (
            len(own & content(leaf.quote).all),
            len(own & leaf.roots),
            2 * len(telling & leaf.roots) - bool(leaf.label and not telling & leaf.names),
        )
        for leaf in leaves
    ]
    best = max(scores, default=(0, 0, 0))
    if best[2] <= 0:
        return ()
    return tuple(islice((leaf for leaf, score in zip(leaves, scores, strict=True) if score == best), MOST_LIKELY))
