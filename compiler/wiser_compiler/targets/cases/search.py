"""The search for the sides of one bound: one value of an example is moved across the edge in the smallest steps.

The search is short and deterministic. Examples are tried in the order of the document, ready ones first, and compared
terms from left to right. Of a few ways to a side, the one that keeps most other verdicts is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import islice
from typing import Any, TypeAlias, assert_never

from wiser_compiler.core.bounds import BoundPlace, Edge, grade_moved, grade_of, moved, step, with_part
from wiser_compiler.core.evaluate import MISSING, NO_ROW, Case, Interval, compare, truth
from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.known import Known
from wiser_compiler.core.model import (
    TRUE,
    AtLeast,
    Compare,
    Count,
    Criterion,
    Date,
    Extreme,
    Fact,
    FactValue,
    Findings,
    Literal,
    Multiple,
    Not,
    Number,
    Shifted,
    Sum,
    Term,
    Total,
)
from wiser_compiler.core.prepared import Reach, Test
from wiser_compiler.core.walk import all_facts, facts_of, terms
from wiser_compiler.targets.cases.changes import Path, Spot, at, beside, leaves
from wiser_compiler.targets.cases.charts import Chart, Charts

BELOW, AT, ABOVE = -1, 0, 1
ZERO = Decimal(0)
MOST_BASES = 4  # examples from which the sides of one bound are tried
MOST_WAYS = 4  # ways to one side; the best of them is taken
# Steps by which the second base lies beside the first; the first that leads to the edge is taken. To
# an edge at 150 percent of a score, no step leads but a multiple of 3.
ASIDE = (7, 20, 2, 1, 6)
MOST_STEPS = 50  # from a second base back to the edge

Thing: TypeAlias = tuple[Spot, ...]  # the values that are moved: one value, or for "at least k of n" those of the parts


@dataclass(frozen=True, slots=True)
class FoundSides:
    """The charts on the sides of a bound that were found from one example by moving one thing."""

    criterion: str
    example: str
    base: Chart  # of the example
    sides: Mapping[int, Chart]
    left_out: Chart | None
    turns: bool  # met and not met are on different sides of the edge
    whole_steps: bool  # below and above are exactly one step away from it
    thing: Thing
    number: int  # of the record in hand

    @property
    def grade(self) -> tuple[bool, int, bool, bool, int]:
        """How good the charts are; a higher grade is better."""
        disturbed = sum(chart.disturbed for chart in self.sides.values())
        return self.turns, len(self.sides), self.left_out is not None, self.whole_steps, -disturbed

    def lacks_nothing(self, sides: int) -> bool:
        """Whether it has this many sides and the row `missing`, and is otherwise as it should be."""
        return self.grade[:4] == (True, sides, True, True)


@dataclass(frozen=True)
class Search:
    """The search at one bound in one criterion."""

    place: BoundPlace
    edge: Edge
    criterion: Criterion
    charts: Charts
    _moved: dict[int, Callable[[Case], str]] = field(default_factory=dict)

    @cached_property
    def _gap(self) -> Known[Decimal | None]:
        return Known(facts_of(self.edge), self._work_out_gap)

    def tables(self) -> Iterator[Iterator[FoundSides]]:
        """The charts from each example that the bound decides, the best suited examples first."""
        bases = 0
        for example, case in self.charts.for_(self.criterion):
            for number in range(len(case.get(self.place.row_of, ()))) if self.place.row_of else (0,):
                gap = self.gap(case, number)
                if gap is None or not self.bound_decides(case, gap, self.charts.verdict(self.criterion, case)):
                    continue
                yield self.tables_from(example.name, case, side_of(gap), number)
                bases += 1
                if bases == MOST_BASES:
                    return

    def tables_from(self, example: str, case: Case, side: int, number: int) -> Iterator[FoundSides]:
        """The charts from one example, for each thing that can be moved."""
        said = self.charts.verdicts(case)
        for thing in self.things(case, number):
            start = Chart(case, thing[0].path, said, 0)
            yield self.walk(example, start, side, thing, number)

    def gap(self, case: Case, number: int) -> Decimal | None:
        """How many steps a chart lies above the edge, with this record in hand; None if more than one away."""
        return self._gap(case, self.row(case, number))

    def _work_out_gap(self, case: Case, row: Case) -> Decimal | None:
        gap = self._distance(case, row)
        return None if gap is None or abs(gap) > self._step else gap / self._step

    @cached_property
    def _step(self) -> Decimal:
        return step(self.edge)

    def distance(self, case: Case, number: int) -> Decimal | None:
        """How far a chart lies above the edge in days or in numbers, however far; None where that is not known."""
        return self._distance(case, self.row(case, number))

    def _distance(self, case: Case, row: Case) -> Decimal | None:
        if grade := grade_of(self.edge):
            fact, first, last = grade
            answer = (row if fact.row_of else case).get(fact.name)
            place = next((n for n, option in enumerate(kind_of(fact.type).options) if option.id == answer), None)
            return None if place is None else Decimal(last - place if first == 0 else place - first)
        if isinstance(self.edge, AtLeast):
            truths = [part(case, row) for part in self._parts]
            return None if None in truths else Decimal(truths.count(True) - self.edge.count)
        left, right = self._sides
        return _gap(left(case, row), right(case, row))

    @cached_property
    def _parts(self) -> Sequence[Test]:
        return [self.charts.prepared.test(part) for part in self.edge.parts] if isinstance(self.edge, AtLeast) else ()

    @cached_property
    def _sides(self) -> tuple[Reach, Reach]:
        assert isinstance(self.edge, Compare)
        return self.charts.prepared.interval(self.edge.left), self.charts.prepared.interval(self.edge.right)

    def row(self, case: Case, number: int) -> Case:
        """The record in hand, if the bound is in the filter of a list."""
        row: Case = case[self.place.row_of][number] if self.place.row_of else NO_ROW
        return row

    def bound_decides(self, case: Case, gap: Decimal, said: str) -> bool:
        """Whether the criterion has another verdict with the bound moved just far enough to change its test."""
        for steps in (1, -1, 2, -2):
            if self.holds(gap - steps) is not self.holds(gap):
                return self.moved(steps)(case) != said  # seldom asked twice
        return False

    def moved(self, steps: int) -> Callable[[Case], str]:
        """The verdict of the criterion with the bound moved."""
        if steps not in self._moved:
            # A count of parts cannot leave 0 to all: beyond that, the test is never or always met.
            edge = grade_moved(self.edge, steps) or moved(self.edge, steps) or (Not(TRUE) if steps > 0 else TRUE)
            self._moved[steps] = self.charts.prepared.verdict(with_part(self.criterion, self.edge, edge))
        return self._moved[steps]

    def holds(self, gap: Decimal) -> bool:
        """Whether the test is met so many steps above its edge."""
        return self._answers[side_of(gap)]

    @cached_property
    def _answers(self) -> Mapping[int, bool]:
        return {side: holds(self.edge, side) for side in (BELOW, AT, ABOVE)}

    # ------------------------------------------------------------ what can be moved

    def things(self, case: Case, number: int) -> Iterator[Thing]:
        """The things that can be moved across the edge: one term after the other, or all parts together."""
        if isinstance(self.edge, AtLeast):
            facts = (fact for fact in all_facts(self.edge) if fact.row_of in ("", self.place.row_of))
            things = [tuple(dict.fromkeys(self.spot(fact, number) for fact in facts))]
        else:
            things = [(spot,) for term in terms(self.edge) for spot in self.spots(term, case, number)]
        for thing in things:
            if stated := tuple(spot for spot in thing if at(case, spot.path) is not None):
                yield stated

    def spots(self, term: Term, case: Case, number: int) -> Iterator[Spot]:
        """The values that move a term directly."""
        match term:
            case FactValue(fact=fact) | Count(of=fact):
                yield self.spot(fact, number)
            case Extreme(of=of, field=field) | Total(of=of, field=field):
                yield from (Spot(field, (of.name, row, field.name)) for row in range(len(case[of.name])))
            case Literal() | Shifted() | Sum() | Multiple():
                return
            case _:
                assert_never(term)

    def spot(self, fact: Fact, number: int) -> Spot:
        """The place of a fact in a request."""
        return Spot(fact, (fact.row_of, number, fact.name) if fact.row_of else (fact.name,))

    def changes(self, thing: Thing, case: Case) -> Iterator[tuple[Path, Any]]:
        """The smallest changes of a thing; for parts also the values of other examples."""
        for spot in thing:
            value = at(case, spot.path)
            yield from beside(spot, value)
            if isinstance(self.edge, AtLeast) and not spot.fact.row_of and not isinstance(spot.fact.type, Findings):
                yield from ((spot.path, other) for other in self.charts.stated(spot.fact) if other != value)

    # ------------------------------------------------------------ across the edge

    def walk(self, example: str, base: Chart, start: int, thing: Thing, number: int) -> FoundSides:
        """Walk from the example onto the edge, and from there to both sides."""
        found = {start: base}
        for target in (AT, BELOW, ABOVE):
            if target not in found:
                chart = self.step_to(target, found.get(AT, base), base, thing, number)
                if chart is not None:
                    found[target] = chart
        if paths := [chart.path for side, chart in found.items() if side != start]:
            found[start] = replace(base, path=paths[0])  # the values that will be moved from here
        said = {side: chart.verdicts[self.criterion.id] for side, chart in found.items()}
        met = {said[side] for side in said if self.holds(Decimal(side))}
        turns = met.isdisjoint(said[side] for side in said if not self.holds(Decimal(side)))
        gaps = {side: self.gap(chart.case, number) for side, chart in found.items()}
        whole_steps = all(gap == side for side, gap in gaps.items())
        left_out = self.left_out(found, thing, number)
        return FoundSides(self.criterion.id, example, base, found, left_out, turns, whole_steps, thing, number)

    # ------------------------------------------------------------ a second base

    def second_base(self, first: FoundSides) -> Mapping[int, Chart]:
        """Two charts on both sides of the edge where another value than the moved one differs from the first base: one
        on the edge, and the nearest one with the other answer.

        An edge that was tilted, such as a fixed number in place of half the baseline, cannot agree with both bases.
        """
        if AT not in first.sides:
            return {}
        best: dict[int, Chart] = {}
        for chart in self.beside_base(first):
            off = self.step_to(self.off, chart, first.sides[AT], first.thing, first.number)
            if off is not None and (not best or chart.disturbed < best[AT].disturbed):
                best = {AT: chart, self.off: off}
                if chart.disturbed == 0:
                    break
        return best

    @property
    def off(self) -> int:
        """The side next to the edge with another answer than on it."""
        return BELOW if self.holds(Decimal(BELOW)) is not self.holds(ZERO) else ABOVE

    def beside_base(self, first: FoundSides) -> Iterator[Chart]:
        """Charts on the edge with another value of a fact than the one that was moved across it."""
        base, number = first.sides[AT], first.number
        for thing in self.things(base.case, number):
            (spot,) = thing
            if thing == first.thing or (spot.path[0] == first.thing[0].path[0] and not self.place.row_of):
                continue
            for case in self.aside(spot, base.case):
                if self.distance(case, number) in (ZERO, None):
                    continue
                back = self.back(case, first.thing, number)
                if back is not None and self.bound_decides(back, ZERO, self.charts.verdict(self.criterion, back)):
                    found = self.charts.verdicts_after(base.verdicts, back, (spot.path, first.thing[0].path))
                    changed = [id for id in found if found[id] != base.verdicts[id] and id != self.criterion.id]
                    yield Chart(back, first.thing[0].path, found, len(changed))

    def aside(self, spot: Spot, case: Case) -> Iterator[Case]:
        """The case with another value of a number or a date, or of anything else as other examples state it."""
        value = at(case, spot.path)
        # other kinds: have no steps of a size
        if isinstance(spot.fact.type, Number | Date):
            values = [moved for steps in ASIDE for way in (1, -1) for moved in [_aside(spot, value, way * steps)]]
        else:
            values = [other for _, other in beside(spot, value)] + [*self.charts.stated(spot.fact)]
        for other in values:
            changed = self.charts.put(case, spot.path, other)
            if other != value and self.charts.is_valid(changed, spot.path):
                yield changed

    def back(self, case: Case, thing: Thing, number: int) -> Case | None:
        """The case with a thing moved onto the edge in its smallest steps; None if they do not lead there."""
        gap = self.distance(case, number)
        for _ in range(MOST_STEPS):
            if gap is None or gap == ZERO:
                break
            gap, case = next(self.nearer(case, gap, thing, number), (None, case))
        return case if gap == ZERO else None

    def nearer(self, case: Case, gap: Decimal, thing: Thing, number: int) -> Iterator[tuple[Decimal, Case]]:
        """The cases nearer to the edge by one smallest change of a thing, each with its distance.

        A number or a date is moved by as many steps as lead onto the edge if each of them leads as far as the first.
        """
        for path, value in self.changes(thing, case):
            other = self.charts.put(case, path, value)
            left = self.distance(other, number)
            if left is None or abs(left) >= abs(gap):
                continue
            steps = gap / (gap - left)
            # other kinds: have no steps of a size
            if isinstance(thing[0].fact.type, Number | Date) and steps == int(steps) <= MOST_STEPS:
                there = _aside(thing[0], at(case, path), int(steps) * (1 if value > at(case, path) else -1))
                other = self.charts.put(case, path, there)
                left = self.distance(other, number)
            if left is not None and self.charts.is_valid(other, path):
                yield left, other

    def step_to(self, target: int, chart: Chart, base: Chart, thing: Thing, number: int) -> Chart | None:
        """The change that leads to a side and disturbs the fewest other criteria; None if there is none."""
        best: Chart | None = None
        for case, path, said in islice(self.ways(target, chart, thing, number), MOST_WAYS):
            best = self.better(best, case, path, said, chart, base)
            if best.disturbed == 0:
                break
        return best

    def ways(self, target: int, chart: Chart, thing: Thing, number: int) -> Iterator[tuple[Case, Path, str]]:
        """The changes that lead to a side where the bound still decides the criterion, with its verdict."""
        for path, value in self.changes(thing, chart.case):
            case = self.charts.put(chart.case, path, value)
            gap = self.gap(case, number)
            if gap is None or side_of(gap) != target or not self.charts.is_valid(case, path):
                continue
            said = self.charts.verdict(self.criterion, case)
            if self.bound_decides(case, gap, said):
                yield case, path, said

    def better(self, best: Chart | None, case: Case, path: Path, said: str, before: Chart, base: Chart) -> Chart:
        """The better of two charts: the one with more other verdicts as in the example."""
        verdicts, disturbed = {**before.verdicts, self.criterion.id: said}, 0
        others = self.charts.reading(path)
        if best is not None:  # criteria that the best chart disturbs come first
            others = sorted(others, key=lambda criterion: best.said(criterion) == base.said(criterion))
        for criterion in others:
            if criterion is not self.criterion:
                verdicts[criterion.id] = found = self.charts.verdict(criterion, case)
                disturbed += found != base.verdicts[criterion.id]
            if best is not None and disturbed >= best.disturbed:
                return best
        return Chart(case, path, verdicts, disturbed)

    def left_out(self, found: Mapping[int, Chart], thing: Thing, number: int) -> Chart | None:
        """The first chart of the table that is missing without the moved value, since the bound cannot be judged."""
        for chart in (found[side] for side in (AT, ABOVE, BELOW) if side in found):
            best: Chart | None = None
            for path in (path for spot in thing for path in leaves(spot, chart.case)):
                case = self.charts.put(chart.case, path, None)
                unclear = truth(self.edge, case, self.row(case, number)) is None
                if unclear and self.charts.verdict(self.criterion, case) == MISSING:
                    best = self.better(best, case, path, MISSING, chart, chart)
            if best is not None:
                return best
        return None


def _aside(spot: Spot, value: Any, steps: int) -> Any:
    """A number or a date so many of its smallest steps away; the same where that day may not be stated."""
    match spot.fact.type:
        case Date(first=first, last=last):
            day = value.toordinal() + steps
            return date.fromordinal(day) if first.toordinal() <= day <= last.toordinal() else value
        case _:  # a number, as the caller says
            return value + steps * step(Compare("==", FactValue(spot.fact), Literal(ZERO)))


def holds(edge: Edge, gap: Decimal | int) -> bool:
    """Whether a test is met so many steps above its edge."""
    op = edge.op if isinstance(edge, Compare) else ">="
    return compare(op, Interval(Decimal(gap), Decimal(gap)), Interval(ZERO, ZERO)) is True


def side_of(gap: Decimal) -> int:
    """The side of a chart: below, at or above."""
    return (gap > 0) - (gap < 0)


def _gap(left: Interval, right: Interval) -> Decimal | None:
    """How far one known value lies above another, in days or in numbers."""
    if left.exists is not True or right.exists is not True or left.point is None or right.point is None:
        return None
    gap: timedelta | Decimal = left.point - right.point
    return Decimal(gap.days) if isinstance(gap, timedelta) else gap
