"""Lints on examples: each is a valid request, and has the result that it expects."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeAlias, assert_never

from wiser_compiler.core.case import read_cases
from wiser_compiler.core.evaluate import MISSING, NOT_APPLICABLE, NOT_MET, Case, Truth, due, outcome_of, truth, verdict
from wiser_compiler.core.known import Known
from wiser_compiler.core.model import (
    AtLeast,
    Compare,
    Criterion,
    Documented,
    Example,
    Expr,
    Fact,
    Includes,
    Not,
    Policy,
    Worded,
)
from wiser_compiler.core.prepared import Prepared
from wiser_compiler.core.walk import criterion_facts, facts_of, parts
from wiser_compiler.core.words import json_words, part_words, request_words
from wiser_compiler.diagnostics import Report, Span
from wiser_compiler.reading.examples import where

KnownExample = tuple[Example, Case]  # an example and the case it states


def charts(policy: Policy, report: Report) -> list[KnownExample]:
    """The examples that are valid requests, with their cases."""
    found = []
    read = read_cases(policy.facts, (example.request for example in policy.examples))
    for example, (case, problems) in zip(policy.examples, read, strict=True):
        if not problems:
            found.append((example, case))
        elif example.outcome != "invalid":
            first = problems[0]
            what, _, within = first.path.strip("/").partition("/")
            where = f" (at {within})" if within else ""
            report.error(
                "invalid-example",
                f"this is no valid request: {f'`{what}`{where}' if what else 'it'} {first.rule}",
                _place(example, first.path),
                "write a value that the fact allows, or widen the fact; for a request that is to be refused, "
                "write `expect: invalid`",
            )
    return found


def examples_differ(policy: Policy, report: Report) -> None:
    """No two examples have the same name, and none states the chart of another one without expecting more of it."""
    names: dict[str, Example] = {}
    stated: dict[str, Example] = {}
    for example in policy.examples:
        same = stated.setdefault(repr(sorted(example.request.items())), example)
        own = (fact for fact in policy.facts if fact.name not in example.inherited)
        if same is not example and example.expect_spans.keys() <= same.expect_spans.keys():
            report.error(
                "repeated-example",
                f"`{same.name}` states the same chart, and expects no less of it",
                example.span,
                "delete one of the two, or change the chart",
                related=((same.span, "it is stated here first"),),
                notes=tuple(_inherited_notes(policy, same, own)),
            )
        first = names.setdefault(example.name, example)
        if first is not example and first is not same:
            report.error(
                "name-taken",
                f"two examples are called `{example.name}`",
                example.span,
                "say in the name what is different in this chart",
                related=((first.span, "the first of them"),),
            )


def unconfirmed_example(policy: Policy, report: Report) -> None:
    """What every example expects was looked up in the source by a person."""
    for example in policy.examples:
        if example.unconfirmed.line:
            report.error(
                "unconfirmed-example",
                f"nobody has confirmed what the example `{example.name}` expects",
                example.unconfirmed,
                "look it up in the source, correct what is expected if need be, and delete this line",
            )


def _place(example: Example, path: str) -> Span:
    """Where an example states what a JSON pointer leads to, or what holds it; else its name."""
    places = example.fact_spans.get(path.split("/")[1], {}) if path else {}
    while path and path not in places:
        path = path.rpartition("/")[0]
    return places.get(path, example.span)


MOST_SHOWN = 3  # examples that are shown for one slip; a note has the lines of the others


def examples_agree(policy: Policy, known: Sequence[KnownExample], report: Report) -> None:
    """Every example gives what it expects."""
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
    expecting: dict[str, list[Expecting]] = {}
    for example, case in known:
        for id, expected in dict(example.verdicts).items():
            expecting.setdefault(id, []).append((expected, example, case))
    prepared = Prepared()
    said = {one.id: Known(criterion_facts(one), prepared.verdict(one)) for one in policy.criteria}  # each asked twice
    wrong = {c.id: wrong_verdict(policy, c, said[c.id], expecting.get(c.id, ()), report) for c in policy.criteria}
    wrong_outcome(policy, said, known, {id for id, found in wrong.items() if found}, report)


Said: TypeAlias = Callable[[Case], str]  # the verdict of a criterion
Expecting: TypeAlias = tuple[str, Example, Case]  # an example that expects a verdict, and the case it states


def wrong_verdict(policy: Policy, criterion: Criterion, said: Said, known: Sequence[Expecting], report: Report) -> bool:
    """The finding where examples expect another verdict of a criterion than it has."""
    wrong: list[Disagreeing] = []
    for expected, example, case in known:
        if (found := said(case)) != expected:
            message = f"the example expects `{expected}`, and the policy says `{found}`"
            wrong.append((message, example, _shown_tests([criterion], case)))
    _disagree("wrong-verdict", criterion.id, policy, wrong, report)
    return bool(wrong)


def wrong_outcome(
    policy: Policy, said: Mapping[str, Said], known: Sequence[KnownExample], wrong: Collection[str], report: Report
) -> None:
    """The finding where examples expect another outcome, unless a criterion that is `wrong` explains it."""
    by_cause: dict[str, list[Disagreeing]] = {}
    for example, case in known:
        if not example.outcome:
            continue
        verdicts = {c.id: said[c.id](case) for c in policy.criteria if c.effect != "advisory"}
        if (found := outcome_of(policy, _in(verdicts))) != example.outcome:
            odd = [c for c in policy.criteria if verdicts.get(c.id) in (MISSING, NOT_MET)]
            if not {*(criterion.id for criterion in odd), *dict(example.verdicts)} & set(wrong):
                because = f" ({', '.join(c.id for c in odd)})" if odd else ""
                message = f"the example expects `{example.outcome}`, and the policy says `{found}`{because}"
                by_cause.setdefault(because, []).append((message, example, _shown_tests(odd, case)))
    for found_here in by_cause.values():
        _disagree("wrong-outcome", "outcome", policy, found_here, report)


def _in(verdicts: Mapping[str, str]) -> Callable[[Criterion], str]:
    return lambda criterion: verdicts[criterion.id]


def _shown_tests(criteria: Sequence[Criterion], case: Case) -> tuple[Worded, ...]:
    """The first tests that decide criteria."""
    return tuple(islice((says for each in criteria for says in deciding_tests(each, case)), MOST_SHOWN))


Disagreeing: TypeAlias = tuple[str, Example, tuple[Worded, ...]]  # the message, and the tests that decide


def _disagree(code: str, key: str, policy: Policy, wrong: Sequence[Disagreeing], report: Report) -> None:
    """Report the first examples in full, with the request that shows it, and name the lines of the others."""
    for number, (message, example, tests) in enumerate(wrong[:MOST_SHOWN], 1):
        notes = [] if example is policy.examples[0] else [f"the request is {request_words(policy, example.request)}"]
        notes += _inherited_notes(policy, example, (fact for says in tests for fact in facts_of(says)))
        if number == MOST_SHOWN < len(wrong):
            lines = ", ".join(str(where(other, key).line) for _, other, _ in wrong[MOST_SHOWN:])
            notes.append(f"so do the examples in lines {lines}")
        help = "find out in the source which of the two is wrong"
        related = tuple((says.span, part_words(says)) for says in tests)
        report.error(code, message, where(example, key), help, related=related, notes=tuple(notes))


def _inherited_notes(policy: Policy, example: Example, facts: Iterable[Fact]) -> list[str]:
    """Which of these facts an example has of the program's base example, where nobody sees them."""
    return [
        f"`{fact.name}` is {json_words(fact, example.request[fact.name])} here, because the base example of "
        f"{policy.part_of} states it; state it in this one, if that is wrong"
        for fact in dict.fromkeys(facts)
        if fact.name in example.inherited
    ]


# ---------------------------------------------------------------- what decides a verdict


def deciding_tests(criterion: Criterion, case: Case) -> tuple[Worded, ...]:
    """The tests, in the order of the document, that make the verdict what it is."""
    applies = criterion.applies_when
    if applies is not None and verdict(criterion, case) == NOT_APPLICABLE:
        return tuple(dict.fromkeys(_decisive(applies, case, False)))
    return tuple(dict.fromkeys(_decisive(criterion.test, case, truth(criterion.test, case))))


def _decisive(expr: Expr, case: Case, wanted: Truth) -> Iterator[Worded]:
    """The tests with this truth, in words, from the parts that decide the whole."""
    match expr:
        case Worded(part=part):
            inner = list(_decisive(part, case, wanted))
            if inner or expr.answer or expr.quote:
                yield from inner or (expr,)
        case Not(part=part):
            yield from _decisive(part, case, None if wanted is None else not wanted)
        case AtLeast():
            for part in parts(expr):
                if truth(part, case) is wanted:
                    yield from _decisive(part, case, wanted)
        case Compare() | Includes() | Documented():
            return
        case _:
            assert_never(expr)
