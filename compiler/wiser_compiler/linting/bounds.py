"""Lints on bounds: each has quoted words or a reading behind it, and an example on each side of its edge."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from wiser_compiler.core.bounds import (
    BoundPlace,
    Edge,
    FixedDay,
    grade_of,
    holders,
    moved_each_way,
    places,
    places_in,
    with_part,
)
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import NO_ROW, Case, outcome_of
from wiser_compiler.core.model import Bound, Clock, Criterion, Example, Expr, Policy, Reading
from wiser_compiler.core.prepared import Prepared
from wiser_compiler.core.quoted_bounds import Limit, contradiction, disagreement, limit_words
from wiser_compiler.core.quoted_logic import logic_of
from wiser_compiler.core.walk import denied_parts
from wiser_compiler.diagnostics import Report, Span
from wiser_compiler.linting.examples import KnownExample


def bounds_have_words(policy: Policy, report: Report) -> None:
    """A bound stands on quoted words that agree with it, or on a reading."""
    of_clocks = (
        place
        for clock in policy.own_clocks
        if clock.applies_when is not None
        for place in places_in(clock.id, clock.applies_when, clock.readings)
    )
    denied = denied_parts(policy)
    for place in (*places(policy), *of_clocks):
        says, days = place.says, place.days
        if says.bounds and not place.supported:
            _unsupported(says.span, report)
        elif says.bounds or days:
            readings = _Readings(says.readings, place.readings)
            _agree(says.quote, says.bounds, readings, says.span, report, days, id(says) in denied)
    for clock in policy.own_clocks:
        _agree(clock.quote, clock.bounds, _Readings(clock.readings, clock.readings), clock.span, report)
        if not clock.quote and not clock.readings:
            _unsupported(clock.span, report)


class _Readings(NamedTuple):
    """The readings of a bound: those beside it, which may not contradict it, and all that may state it."""

    beside: Sequence[Reading]
    around: Sequence[Reading]


def _unsupported(span: Span, report: Report) -> None:
    report.error(
        "unsupported-bound",
        "this bound has neither quoted words nor a reading",
        span,
        'add `quote: "…"` with the few words of the source that carry it, or `reading:`',
    )


def _agree(
    quote: str,
    bounds: tuple[Bound, ...],
    readings: _Readings,
    span: Span,
    report: Report,
    days: tuple[FixedDay, ...] = (),
    denied: bool = False,
) -> None:
    """The quoted words and the readings say what the bound says. A reading that states it outweighs the words."""
    around = [reading.text for reading in readings.around]
    if wrong := contradiction((*bounds, *days), [reading.text for reading in readings.beside]):
        report.error("quote-disagrees", wrong, span, "change the bound, or say in the reading what the bound says")
    elif quote and (wrong := disagreement(quote, bounds, around, days, denied)):
        limits: tuple[Limit, ...] = (*bounds, *days)
        change = "write `none: [{some: …}]`" if _none_counted(quote, bounds) else "change the bound"
        report.error(
            "quote-disagrees",
            f"{wrong} (“{quote}”)",
            span,
            f"{change}, quote the words that carry it, or state it in a `reading:` that says why they differ"
            + (f", as in “{limit_words(limits[0])}”" if limits else ""),
        )


def _none_counted(quote: str, bounds: tuple[Bound, ...]) -> bool:
    """The words ask for none of a list, and the bound counts to 0."""
    return any(bound.op == "<=" and bound.value == 0 for bound in bounds) and any(
        amount == "none" for amount, _ in logic_of(quote).amounts
    )


NOT_ASKED = "whether any chart can show it was not asked: that takes the solver, which comes with the extra `prove`"


@dataclass(frozen=True, slots=True)
class Uncovered:
    """An edge of a policy that could be moved to `moved`, and no example would notice. `criteria` hold the edge."""

    place: BoundPlace
    edge: Edge
    moved: Expr
    criteria: tuple[Criterion, ...]

    @property
    def span(self) -> Span:
        """Where the edge is written."""
        return self.edge.span if self.edge.span.line else self.place.says.span


Lacking: TypeAlias = Uncovered | Clock | None  # None: a base example, where there is no example at all


class Told(NamedTuple):
    """Whether an example can exist (None if that is not known), and the example with its YAML, if one was found."""

    possible: bool | None
    example: Example | None = None
    text: str = ""


# Asked for an example that notices, that says when a clock ends, or that others can be changes of. The example gets
# none of the names that are passed.
Tells: TypeAlias = Callable[[Policy, Lacking, Collection[str]], Told]


def uncovered_bound(policy: Policy, known: Sequence[KnownExample], report: Report, tells: Tells) -> None:
    """Every bound has an example on each side: moved by one step either way, it would disagree with an example.

    If `tells` says that no chart has another verdict with the moved bound, no example is demanded. A proposed example
    is reported at the first edge that it covers.
    """
    wrong = [finding for finding in report.found if finding.span.file == policy.span.file]
    if any(finding.code in ("invalid-example", "wrong-verdict", "wrong-outcome") for finding in wrong):
        return  # the wrong example may be the very one that is missing here
    if not policy.examples:
        return  # without a base there is nothing that an example could be a change of
    prepared = Prepared()
    by_id = {criterion.id: _Holder(policy, criterion, known, prepared) for criterion in policy.own}
    standing_in = holders(policy)
    proposed: list[tuple[Sequence[KnownExample], Span]] = []
    names = {example.name for example in policy.examples}
    for place in places(policy):
        for edge in (edge for edge in place.edges if place.says.bounds or grade_of(edge)):
            criteria = standing_in[id(edge)]
            for side, moved in moved_each_way(edge):
                if any(by_id[each.id].tells_apart(edge, moved, place.row_of) for each in criteria):
                    continue
                lacking = Uncovered(place, edge, moved, criteria)
                notes: tuple[str, ...] = ()
                text = ""
                covering = (
                    there
                    for charts, there in proposed
                    for each in criteria
                    if _Holder(policy, each, charts, prepared).tells_apart(edge, moved, place.row_of)
                )
                if (there := next(covering, None)) is not None:
                    notes = (f"the example that is proposed for line {there.line} shows this too",)
                else:
                    told = tells(policy, lacking, names)
                    if told.possible is False:
                        continue
                    notes, text = () if told.possible else (NOT_ASKED,), told.text
                    if told.example is not None:
                        proposed.append(
                            ([(told.example, read_case(policy.facts, told.example.request)[0])], lacking.span)
                        )
                        names.add(told.example.name)
                report.error(
                    "uncovered-bound",
                    f"no example of `{place.id}` changes if this bound is {side}",
                    lacking.span,
                    "add an example from the words of the source, with the verdict it must have",
                    notes=notes,
                    about=tuple(each.id for each in criteria),
                    proposal=text,
                )


def clocks_have_examples(policy: Policy, report: Report, tells: Tells) -> None:
    """Every clock has an example that says when it ends, if there are examples."""
    counted = {id for example in policy.examples for id, day in example.dates if day[:1].isdigit()}
    names = {example.name for example in policy.examples}
    for clock in policy.own_clocks if policy.examples else ():
        if clock.id not in counted:
            report.error(
                "uncovered-bound",
                f"no example says when `{clock.id}` ends",
                clock.span,
                f'count it by hand from the words of the source, and expect it: `{clock.id}: "YYYY-MM-DD"`',
                proposal=tells(policy, clock, names).text,
            )


def no_examples(policy: Policy, report: Report, tells: Tells) -> None:
    """A policy has examples. Further findings show only after the proposed base is there."""
    if not policy.examples:
        report.error("no-examples", "a policy needs examples", policy.span, "add `examples:` with a `base` and `cases`",
                     proposal=tells(policy, None, ()).text)  # fmt: skip


class _Holder:
    """A criterion with the examples that test it: first those that name it, then those that expect an outcome.

    The examples agree with the policy, so they expect the verdict with the bound unmoved.
    """

    def __init__(self, policy: Policy, criterion: Criterion, known: Sequence[KnownExample], prepared: Prepared) -> None:
        self.policy = policy
        self.criterion = criterion
        self.prepared = prepared
        verdicts = [(dict(example.verdicts).get(criterion.id, ""), example, case) for example, case in known]
        named = [chart for chart in verdicts if chart[0]]
        others = [chart for chart in verdicts if not chart[0] and chart[1].outcome]
        self.charts = named if criterion.effect == "advisory" else [*named, *others]

    def tells_apart(self, part: Expr, moved: Expr, row_of: str) -> bool:
        """Whether an example has another result with one part moved. The part may read the records of one list."""
        said = self.prepared.verdict(with_part(self.criterion, part, moved))
        here, there = self.prepared.test(part), self.prepared.test(moved)
        for expected, example, case in self.charts:
            # A part with the same truth leaves the criterion as it is, and is far quicker to evaluate.
            rows = (NO_ROW, *case.get(row_of, ()))
            if all(here(case, row) is there(case, row) for row in rows):
                continue
            if (said(case) != expected) if expected else (self._outcome(said, case) != example.outcome):
                return True
        return False

    def _outcome(self, said: Callable[[Case], str], case: Case) -> str:
        """The outcome with another verdict of the criterion."""
        return outcome_of(
            self.policy,
            lambda one: said(case) if one is self.criterion else self.prepared.verdict(one)(case),
        )
