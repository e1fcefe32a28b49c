"""The example that a lint demands: whether one can exist at all, and the one nearest to a base example.

A lint knows no solver and no target, so it is handed this question by the commands, which may look at both. Where no
solver is installed, an example is looked for near those of the policy.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from importlib.util import find_spec
from itertools import islice
from typing import Any, TypeAlias

from wiser_compiler.core.bounds import NEVER, Edge, step, with_part
from wiser_compiler.core.case import difference, nearest_base, read_case, write_case
from wiser_compiler.core.evaluate import NO_ROW, Case, due, interval, outcome, verdict
from wiser_compiler.core.example_names import example_name
from wiser_compiler.core.model import AtLeast, Clock, Compare, Criterion, Example, FactValue, Policy
from wiser_compiler.linting.bounds import Lacking, Told, Uncovered
from wiser_compiler.proof.mutation.missing import missing_base, missing_example
from wiser_compiler.targets.cases.changes import Path, put

Request: TypeAlias = Mapping[str, Any]
Change: TypeAlias = tuple[Criterion, Criterion]  # a criterion before and after an edge was moved
MOST_TABLES = 8  # tables of charts beside one edge that are looked through


def tells(policy: Policy, lacking: Lacking, names: Collection[str]) -> Told:
    """The example that is lacking, and whether one can exist.

    An example is lacking that notices a moved edge, that says when a clock ends, or that is ready, as a base.

    What the solver cannot find out counts as possible: a person may well find it.
    """
    if lacking is None:
        return _of_base(policy)
    if isinstance(lacking, Clock):
        return _of_clock(policy, lacking, names)
    pairs = [(one, with_part(one, lacking.edge, lacking.moved)) for one in lacking.criteria]
    if not _has_solver():
        found = next(_beside_examples(policy, lacking, pairs), None)
        return Told(None) if found is None else _proposal(policy, lacking, *found, names)
    from wiser_compiler.proof.equality import differ  # with the solver, which takes its time to load

    possible = False
    for one, other in pairs:
        answer = differ(policy, [one], [other])
        if answer.witness is not None:
            return _proposal(policy, lacking, one, answer.witness, names)
        possible = possible or not answer.holds
    return Told(possible)


def _has_solver() -> bool:
    return find_spec("z3") is not None


# ---------------------------------------------------------------- near the examples, without a solver


def _beside_examples(
    policy: Policy, lacking: Uncovered, pairs: Sequence[Change]
) -> Iterator[tuple[Criterion, Request]]:
    """Charts beside an edge that differ from an example in one value, those nearest to a base example first."""
    for one, other in pairs:
        cases = [*_put_on_edge(policy, lacking.edge, lacking.place.row_of), *_across_edge(policy, lacking, one)]
        requests = [write_case(case) for case in cases if verdict(one, case) != verdict(other, case)]
        for request in sorted(requests, key=lambda each: len(difference(nearest_base(policy, each).request, each))):
            yield one, request


def _put_on_edge(policy: Policy, edge: Edge, row_of: str) -> Iterator[Case]:
    """The examples with a number or date put on the edge, or one step beside it."""
    if isinstance(edge, AtLeast) or not isinstance(edge.left, FactValue):
        return
    fact = edge.left.fact
    for example in policy.examples:
        case, _ = read_case(policy.facts, dict(example.request))
        for number, row in enumerate(case.get(row_of, ()) if row_of else (NO_ROW,)):
            bound = interval(edge.right, case, row).point
            if bound is None:
                continue
            path: Path = (row_of, number, fact.name) if fact.row_of else (fact.name,)
            for steps in (0, -1, 1):
                value = bound + (timedelta(steps) if isinstance(bound, date) else steps * step(edge))
                beside = put(case, path, value)
                if not read_case(policy.facts, write_case(beside))[1]:
                    yield beside


def _across_edge(policy: Policy, lacking: Uncovered, criterion: Criterion) -> Iterator[Case]:
    """Charts on the sides of an edge that the search for tables of requests finds."""
    from wiser_compiler.targets.cases.charts import Charts
    from wiser_compiler.targets.cases.search import Search

    search = Search(lacking.place, lacking.edge, criterion, Charts(policy))
    for table in islice((table for tables in search.tables() for table in tables), MOST_TABLES):
        yield from (chart.case for chart in table.sides.values())


# ---------------------------------------------------------------- the example


def _proposal(
    policy: Policy, lacking: Uncovered, criterion: Criterion, request: Request, names: Collection[str]
) -> Told:
    """The example with the verdict that the policy gives today."""
    case, _ = read_case(policy.facts, dict(request))
    now = verdict(criterion, case)
    name = example_name(policy, request, [(lacking.place, lacking.edge)], names)
    text = missing_example(policy, name, request, {criterion.id: now})
    return Told(True, Example(name, request, verdicts=((criterion.id, now),)), text)


def _of_base(policy: Policy) -> Told:
    """A chart that satisfies all criteria and states nothing beyond that."""
    if not _has_solver():
        return Told(None)
    from wiser_compiler.proof.equality import satisfying

    request = satisfying(policy)
    if request is None:
        return Told(None)
    name, case = "A chart that shows everything", read_case(policy.facts, dict(request))[0]
    text = missing_base(policy, name, request, outcome(policy, case))
    return Told(True, Example(name, request), text)


def _of_clock(policy: Policy, clock: Clock, names: Collection[str]) -> Told:
    """The first example on which a clock ends on a day, or one nearest to the base; what it expects is this day."""
    requests = (example.request for example in policy.examples if not read_case(policy.facts, example.request)[1])
    request = next((each for each in requests if _day(policy, clock, each)), None)
    if request is None and _has_solver():
        from wiser_compiler.proof.equality import differ

        ends = Criterion(clock.id, clock.title, "advisory", (), Compare("==", clock.due, clock.due), clock.applies_when)
        request = differ(policy, [ends], [replace(ends, require=NEVER)]).witness
    if request is None:
        return Told(None)
    day = _day(policy, clock, request)
    name = f"{clock.title.rstrip('.')}: {day}"
    name = name if name not in names else example_name(policy, request, (), names)
    text = missing_example(policy, name, request, {clock.id: f'"{day}"'})
    return Told(True, Example(name, request, dates=((clock.id, day),)), text)


def _day(policy: Policy, clock: Clock, request: Request) -> str:
    """The day on which a clock ends, or an empty text where there is none."""
    day = due(clock, read_case(policy.facts, dict(request))[0])
    return str(day) if isinstance(day, date) else ""
