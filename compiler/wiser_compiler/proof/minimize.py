"""A request of the solver, changed step by step until it is near to an example of the policy.

The solver finds any request that reaches its goal. People read a request that differs from an example in a fact or two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any, assert_never

from wiser_compiler.core.case import base_example, read_case
from wiser_compiler.core.evaluate import Case
from wiser_compiler.core.kinds import json_number
from wiser_compiler.core.model import (
    Choice,
    Codes,
    Date,
    Example,
    Fact,
    Findings,
    Note,
    Number,
    OptionSet,
    Policy,
    Records,
    YesNo,
)
from wiser_compiler.proof.answers import Request

MOST_TRIED = 2_000  # requests that are tried; the nearest one found by then is near enough


def nearest(policy: Policy, request: Request, holds: Callable[[Case], bool], base: Example | None = None) -> Request:
    """A request for which `holds` is still true, as near as single steps lead to a base, or to the first example."""
    anchor = dict((base or base_example(policy)).request)
    tried = 0
    found = True
    while found and tried < MOST_TRIED:
        found = False
        for step in _steps(policy.facts, request, anchor):
            tried += 1
            case, problems = read_case(policy.facts, step)
            if not problems and holds(case):
                request, found = step, True
                break
    return {fact.name: request[fact.name] for fact in policy.facts if fact.name in request}


def _steps(facts: Sequence[Fact], request: Request, anchor: Request) -> Iterator[Request]:
    """Requests one step nearer to the anchor: a fact as in the anchor, or a record or an item less or simpler."""
    for fact in facts:
        ours, theirs = request.get(fact.name), anchor.get(fact.name)
        if ours == theirs:
            continue
        rest = {name: value for name, value in request.items() if name != fact.name}
        yield rest if theirs is None else {**rest, fact.name: theirs}
        for simpler in _simpler(fact, ours, theirs):
            yield {**rest, fact.name: simpler}


def _simpler(fact: Fact, ours: Any, theirs: Any) -> Iterator[Any]:
    match fact.type:
        case Records():
            rows = ours or []
            for number in range(len(rows)):
                yield [*rows[:number], *rows[number + 1 :]]
            usual = {name for row in theirs or () for name in row}
            for number, row in enumerate(rows):
                for name in sorted(row.keys() - usual) if usual else ():
                    less = {key: value for key, value in row.items() if key != name}
                    yield [*rows[:number], less, *rows[number + 1 :]]
        case Findings() if ours and theirs:
            for item in {**ours, **theirs}:
                if ours.get(item) != theirs.get(item):
                    rest = {key: value for key, value in ours.items() if key != item}
                    yield {**rest, item: theirs[item]} if item in theirs else rest
        case OptionSet() | Codes() if ours and theirs:
            for item in sorted(set(ours) - set(theirs)):
                yield [other for other in ours if other != item]
        case Number(places=places) if ours is not None and theirs is not None:
            yield from map(json_number, _between(_exact(ours), _exact(theirs), Decimal(1).scaleb(-places)))
        case YesNo() | Note() | Number() | Date() | Choice() | OptionSet() | Findings() | Codes():
            return
        case _:
            assert_never(fact.type)


def _between(ours: Decimal, theirs: Decimal, step: Decimal) -> Iterator[Decimal]:
    """Numbers between two others, those near to the second one first: one step away, and then ever further."""
    away = step.copy_sign(ours - theirs)
    while abs(away) < abs(ours - theirs):
        yield theirs + away
        away *= 2


def _exact(number: float) -> Decimal:
    return Decimal(repr(number))
