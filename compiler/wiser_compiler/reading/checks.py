"""Lints over a policy that was read without errors.

Examples must give what they expect; every bound must have words or a reading
behind it and an example on each side of its edge; and nothing may lean on a
date that does not exist. Each check is one function and one row of CHECKS.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TypeAlias

from wiser_compiler.core.bounds import holders, moved_each_way, places, places_in, with_part
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import MET, NO_ROW, Case, due, outcome, truth, verdict
from wiser_compiler.core.model import Bound, Choice, Criterion, Example, Expr, Policy, Reading, Worded
from wiser_compiler.core.telling import deciding_tests, in_words
from wiser_compiler.core.walk import criterion_facts
from wiser_compiler.core.wording import disagreement
from wiser_compiler.diagnostics import Report, Span, listed
from wiser_compiler.reading.absence import absence_never_helps
from wiser_compiler.reading.examples import where
from wiser_compiler.reading.numbers import numbers_are_used


def check_policy(policy: Policy, report: Report) -> None:
    """Run every check."""
    for check in CHECKS:
        check(policy, report)


# ---------------------------------------------------------------- bounds and their words


def bounds_have_words(policy: Policy, report: Report) -> None:
    """A bound stands on quoted words that agree with it, or on a reading."""
    of_clocks = (
        place
        for clock in policy.own_clocks
        if clock.applies_when is not None
        for place in places_in(clock.id, clock.applies_when, bool(clock.readings))
    )
    for place in (place for place in (*places(policy), *of_clocks) if place.says.bounds):
        says = place.says
        if not place.supported:
            _unsupported(says.span, report)
        else:
            _agree(says.quote, says.bounds, says.readings, says.span, report)
    for clock in policy.own_clocks:
        _agree(clock.quote, clock.bounds, clock.readings, clock.span, report)
        if not clock.quote and not clock.readings:
            _unsupported(clock.span, report)


def _unsupported(span: Span, report: Report) -> None:
    report.error(
        "unsupported-bound",
        "this bound has neither quoted words nor a reading",
        span,
        'add `quote: "…"` with the few words of the source that carry it, or `reading:`',
    )


def _agree(quote: str, bounds: tuple[Bound, ...], readings: Sequence[Reading], span: Span, report: Report) -> None:
    """The quoted words say what the bound says, as far as no reading says otherwise."""
    if quote and (wrong := disagreement(quote, bounds, [reading.text for reading in readings])):
        report.error(
            "quote-disagrees",
            f"{wrong} (“{quote}”)",
            span,
            "change the bound, quote the words that carry it, or name its number in the `reading:` that explains it"
            if readings
            else "change the bound, quote the words that carry it, or add a `reading:` that says why they differ",
        )


# ---------------------------------------------------------------- examples


Chart = tuple[Example, Case]  # an example and the case it states


def examples_hold(policy: Policy, report: Report) -> None:
    """What is said with examples: they agree with the policy, and its bounds have them."""
    known = charts(policy, report)
    examples_agree(policy, known, report)
    clocks_have_examples(policy, report)
    bounds_have_examples(policy, known, report)


def charts(policy: Policy, report: Report) -> list[Chart]:
    """The examples that are valid requests, with their cases."""
    found = []
    for example in policy.examples:
        case, problems = read_case(policy.facts, example.request)
        if not problems:
            found.append((example, case))
        elif example.outcome != "invalid":
            first = problems[0]
            report.error("invalid-example", f"this is no valid request: {first.path or '/'} {first.rule}", example.span)
    return found


MOST_SHOWN = 3  # examples that one slip makes disagree; the lines of the others stand in a note


def examples_agree(policy: Policy, known: Sequence[Chart], report: Report) -> None:
    """Every example gives what it expects."""
    if not policy.examples:
        report.error("no-examples", "a policy needs examples", policy.span, "add `examples:` with a `base` and `cases`")
    clocks = {clock.id: clock for clock in policy.clocks}
    for example, case in known:
        for clock, day in ((clocks[id], day) for id, day in example.dates):
            if (ends := str(due(clock, case))) != day:
                report.error(
                    "wrong-verdict",
                    f"the example expects `{day}`, and the clock says `{ends}`",
                    where(example, clock.id),
                    "count again in the source, and find out which of the two is wrong",
                )
    wrong = {criterion.id: verdicts_agree(policy, criterion, known, report) for criterion in policy.criteria}
    outcomes_agree(policy, known, {id for id, found in wrong.items() if found}, report)


def verdicts_agree(policy: Policy, criterion: Criterion, known: Sequence[Chart], report: Report) -> bool:
    """Every example that speaks of a criterion gives the verdict that it expects; else this is wrong."""
    wrong: list[Disagreeing] = []
    for example, case in known:
        expected = dict(example.verdicts).get(criterion.id)
        if expected is not None and (found := verdict(criterion, case)) != expected:
            message = f"the example expects `{expected}`, and the policy says `{found}`"
            tests = tuple((says.span, _label(says)) for says in deciding_tests(criterion, case)[:MOST_SHOWN])
            wrong.append((message, example, tests))
    _disagree("wrong-verdict", criterion.id, policy, wrong, report)
    return bool(wrong)


def outcomes_agree(policy: Policy, known: Sequence[Chart], wrong: Collection[str], report: Report) -> None:
    """Every example gives the outcome that it expects, unless one of the criteria that are `wrong` says so already."""
    by_cause: dict[str, list[Disagreeing]] = {}
    for example, case in known:
        if example.outcome and (found := outcome(policy, case)) != example.outcome:
            odd = [
                c.id for c in policy.criteria if c.effect != "advisory" and verdict(c, case) in ("missing", "not met")
            ]
            told = [id for id, expected in example.verdicts if id in wrong]
            if not {*odd, *told} & set(wrong):
                because = f" ({', '.join(odd)})" if odd else ""
                message = f"the example expects `{example.outcome}`, and the policy says `{found}`{because}"
                by_cause.setdefault(because, []).append((message, example, ()))
    for found_here in by_cause.values():
        _disagree("wrong-outcome", "outcome", policy, found_here, report)


Disagreeing: TypeAlias = tuple[str, Example, tuple[tuple[Span, str], ...]]  # what is wrong, and the tests it hangs on


def _disagree(code: str, key: str, policy: Policy, wrong: Sequence[Disagreeing], report: Report) -> None:
    """Report the first examples in full, with the request that shows it, and name the lines of the others."""
    for number, (message, example, tests) in enumerate(wrong[:MOST_SHOWN], 1):
        notes = [] if example is policy.examples[0] else [f"the request is {in_words(policy, example.request)}"]
        if number == MOST_SHOWN < len(wrong):
            lines = ", ".join(str(where(other, key).line) for _, other, _ in wrong[MOST_SHOWN:])
            notes.append(f"so do the examples in lines {lines}")
        help = "find out in the source which of the two is wrong"
        report.error(code, message, where(example, key), help, related=tests, notes=tuple(notes))


def _label(says: Worded) -> str:
    return f"“{says.quote}”" if says.quote else says.answer


def clocks_have_examples(policy: Policy, report: Report) -> None:
    """Of every clock an example says by hand when it ends."""
    told = {id for example in policy.examples for id, day in example.dates if day[:1].isdigit()}
    for clock in policy.own_clocks:
        if clock.id not in told:
            report.error(
                "uncovered-bound",
                f"no example says when `{clock.id}` ends",
                clock.span,
                f'count it by hand from the words of the source, and expect it: `{clock.id}: "YYYY-MM-DD"`',
            )


def bounds_have_examples(policy: Policy, known: Sequence[Chart], report: Report) -> None:
    """Moved by one step to either side, every bound changes what an example written by hand expects."""
    if any(finding.code in ("invalid-example", "wrong-verdict", "wrong-outcome") for finding in report.found):
        return  # the example that is in error may be the one that is asked for here
    told = {criterion.id: _Holder(policy, criterion, known) for criterion in policy.own}
    standing_in = holders(policy)
    for place in (place for place in places(policy) if place.says.bounds):
        for edge in place.edges:
            of_edge = [told[criterion.id] for criterion in standing_in[id(edge)]]
            for side, moved in moved_each_way(edge):
                if not any(holder.tells_apart(edge, moved, place.row_of) for holder in of_edge):
                    report.error(
                        "uncovered-bound",
                        f"no example of `{place.id}` changes if this bound is {side}",
                        place.says.span,
                        "add an example from the words of the source, with the verdict it must have",
                    )


class _Holder:
    """A criterion with the examples that speak of it: those that name it first, then those of an outcome.

    The examples agree with the policy, so what they expect of it is what it says unmoved.
    """

    def __init__(self, policy: Policy, criterion: Criterion, known: Sequence[Chart]) -> None:
        self.policy = policy
        self.criterion = criterion
        told = [(dict(example.verdicts).get(criterion.id, ""), example, case) for example, case in known]
        named = [chart for chart in told if chart[0]]
        others = [chart for chart in told if not chart[0] and chart[1].outcome]
        self.charts = named if criterion.effect == "advisory" else [*named, *others]

    def tells_apart(self, part: Expr, moved: Expr, row_of: str) -> bool:
        """An example would turn out otherwise with one part moved, which may read the records of one list."""
        other = with_part(self.criterion, part, moved)
        rest = tuple(other if c is self.criterion else c for c in self.policy.criteria)
        for expected, example, case in self.charts:
            # Where the part alone says the same, so does the whole, which takes far longer to ask.
            rows = (NO_ROW, *case.get(row_of, ()))
            if all(truth(part, case, row) is truth(moved, case, row) for row in rows):
                continue
            if expected and verdict(other, case) != expected:
                return True
            if not expected and outcome(replace(self.policy, criteria=rest), case) != example.outcome:
                return True
        return False


# ---------------------------------------------------------------- states of a program


def states_agree(policy: Policy, report: Report) -> None:
    """The states of the table are those that the criteria of scope admit."""
    fact = next((fact for fact in policy.facts if fact.name == "state"), None)
    if not policy.program or not policy.states or fact is None or not isinstance(fact.type, Choice):
        return
    known = {state.id for state in policy.states}
    about = [c for c in policy.own if c.effect == "scope" and criterion_facts(c) == (fact,)]
    places = [option.id for option in fact.type.options]
    admitted = {place for place in places if all(verdict(one, {fact.name: place}) == MET for one in about)}
    for differ, what in (
        ([place for place in places if place in admitted - known], "in scope, and not in this table"),
        ([place for place in places if place in known - admitted], "out of scope, and in this table"),
    ):
        if differ:
            more = f", and {len(differ) - 6} more," if len(differ) > 6 else ""
            named = listed(differ[:6], "and") + more
            report.error(
                "states-differ",
                f"{named} {'is' if len(differ) == 1 else 'are'} {what}",
                policy.head.get("states", policy.span),
                "say the same in both places: a criterion of scope about `state`, and the table `states:`",
            )


# What holds of the criteria themselves, whatever words and examples stand beside them.
PROVEN: tuple[Callable[[Policy, Report], None], ...] = (absence_never_helps, states_agree)

CHECKS: tuple[Callable[[Policy, Report], None], ...] = (bounds_have_words, numbers_are_used, examples_hold, *PROVEN)
