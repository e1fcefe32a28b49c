"""`wiser_policies.testing` draws valid requests, at the edges of a policy, that reach every verdict and outcome."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from lengths import one_in
from shipped import SHIPPED
from wiser_compiler.core.case import read_case
from wiser_compiler.core.model import AtLeast, Documented, Expr, Not, Worded
from wiser_compiler.core.request_edges import edges as edges_of
from wiser_policies import POLICIES, PROGRAMS, testing, validator
from wiser_policies._dates import is_day, shift
from wiser_policies._edges import Fact, exact, read_examples, read_facts
from wiser_policies.testing import invalid_requests, requests

ROOT = Path(__file__).parents[2]
KEYS = [f"{entry.id}@{version.version}" for entry in (*POLICIES, *PROGRAMS) for version in entry.versions]
every_policy = pytest.mark.parametrize("key", KEYS)
# So many requests are drawn, and more where that is too few for the rarest edges: of most policies it is not.
DRAWN = (500, 1_000, 3_000, 8_000)


def edges(key: str) -> dict[str, Any]:
    return testing._edges(*key.split("@"))


def checker(key: str) -> Callable[[object], Any]:
    return validator(*key.split("@")).check


def drawn(key: str, many: int = DRAWN[0]) -> list[dict[str, Any]]:
    """Requests as a test would draw them. Hypothesis looks at what else is imported, so runs may differ a little."""
    return drawn_once(key, many)  # a cache of this one would not know that the default number is the same number


@cache
def drawn_once(key: str, many: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []

    @settings(
        max_examples=many,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(requests(key))
    def draw(request: dict[str, Any]) -> None:
        found.append(request)

    draw()
    assert len(found) > many / 2
    return found


# ---------------------------------------------------------------- what is drawn


@pytest.mark.parametrize("key", one_in(2, KEYS))
def test_every_drawn_request_is_valid(key: str) -> None:
    for request in drawn(key):
        assert checker(key)(request).problems == ()


@pytest.mark.parametrize("key", one_in(2, KEYS))
def test_every_outcome_is_reached(key: str) -> None:
    wanted = {"ready", "incomplete", "not met", "out of scope"}
    if validator(*key.split("@")).POLICY.program:
        wanted = {"in scope", "cannot tell yet", "out of scope"}
    outcomes: set[str] = set()
    for many in DRAWN:
        outcomes |= {checker(key)(request).outcome for request in drawn(key, many)}
        if outcomes == wanted:
            break
    assert outcomes == wanted


@pytest.mark.parametrize("key", one_in(2, KEYS))
def test_both_verdicts_of_nearly_every_criterion_are_reached(key: str) -> None:
    possible = [(c.id, "met") for c in SHIPPED[key].criteria]
    possible += [(c.id, "not met") for c in SHIPPED[key].criteria if may_be(c.test, False)]
    reached: set[tuple[str, str]] = set()
    for many in DRAWN:
        reached |= {pair for request in drawn(key, many) for pair in checker(key)(request).verdicts.items()}
        never = [pair for pair in possible if pair not in reached]
        if len(never) <= 0.05 * len(possible):
            break
    assert len(never) <= 0.05 * len(possible), never


def may_be(expr: Expr, wanted: bool) -> bool:
    """Whether an expression can be surely met, or surely not. What must be documented is never surely not."""
    match expr:
        case Documented():
            return wanted
        case Worded(part=part):
            return may_be(part, wanted)
        case Not(part=part):
            return may_be(part, not wanted)
        case AtLeast(count=count, parts=parts):
            needed = count if wanted else len(parts) - count + 1
            return sum(may_be(part, wanted) for part in parts) >= needed
        case _:
            return True


@pytest.mark.parametrize("key", one_in(2, KEYS))
def test_an_invalid_request_is_invalid(key: str) -> None:
    @settings(max_examples=200, deadline=None, database=None, derandomize=True)
    @given(invalid_requests(key))
    def invalid(request: object) -> None:
        assert checker(key)(request).outcome == "invalid"

    invalid()


# ---------------------------------------------------------------- at the edges


def turns(facts: tuple[Fact, ...], values: Mapping[str, Any]) -> Iterator[tuple[str, str, int]]:
    """Each edge that these values lie at (0) or one step beside (-1, 1), by the fact and what it is compared with."""
    for fact in facts:
        stated = values.get(fact.name)
        if stated is None:
            continue
        for weights, constant in fact.lines:
            if weights.keys() <= values.keys():
                total = sum((exact(w) * exact(values[name]) for name, w in weights.items()), exact(constant))
                steps = total / exact(weights[fact.name]) / Decimal(1).scaleb(-fact.places)
                yield fact.name, f"{weights} {constant}", steps_beside(steps)
        for base, moves in fact.days:
            day = base if is_day(base) else values.get(base)
            if day is not None:
                for months, days in moves:
                    day = shift(day, months, days)
                yield fact.name, f"{base} {moves}", (date.fromisoformat(stated) - date.fromisoformat(day)).days
        for size in fact.sizes:
            yield fact.name, f"{size} of them", len(stated) - size
        for row in stated if fact.kind == "list" else ():
            yield from turns(fact.fields, {**values, **row})


def steps_beside(steps: Decimal) -> int:
    """A bound may lie between two steps; then those are the ones beside it, and the lower one counts as at it."""
    return int(steps.to_integral_value(ROUND_FLOOR)) if steps > -1 else -int(-steps)


def outside(key: str) -> set[tuple[str, int]]:
    """Steps that no valid request can take: below a number that is the least of its range, or below an empty list."""
    facts = read_facts(edges(key)["facts"])
    every = [*facts, *(field for fact in facts for field in fact.fields)]
    lines = ((f, w, c) for f in every for w, c in f.lines if len(w) == 1)
    ends = {(f"{w} {c}", -1) for f, w, c in lines if -exact(c) / exact(w[f.name]) == exact(f.low)}
    return {*ends, ("0 of them", -1)}


@pytest.mark.parametrize("key", one_in(2, KEYS))
def test_each_bound_is_hit_at_and_one_step_beside_it(key: str) -> None:
    hit: dict[tuple[str, str], set[int]] = defaultdict(set)
    facts, outsiders = read_facts(edges(key)["facts"]), outside(key)
    for many in DRAWN:
        for request in drawn(key, many):
            for name, edge, beside in turns(facts, request):
                hit[name, edge].add(beside)
        wanted = {(name, edge, step) for name, edge in hit for step in (-1, 0, 1) if (edge, step) not in outsiders}
        missed = {(name, edge, step) for name, edge, step in wanted if step not in hit[name, edge]}
        if not missed:
            break
    assert hit
    assert missed == set()


# ---------------------------------------------------------------- for whoever uses it


@pytest.mark.parametrize("key", one_in(4, KEYS))
def test_the_simplest_request_is_an_example_that_is_complete(key: str) -> None:
    simplest = find(requests(key), lambda _: True)
    assert checker(key)(simplest).outcome in ("ready", "in scope")
    assert simplest in [example.request for example in SHIPPED[key].examples]


def test_a_failure_shrinks_to_an_example_and_what_is_at_fault() -> None:
    def too_short(request: dict[str, Any]) -> bool:
        return request.get("pain_duration", 9) < 4

    long = settings(max_examples=3_000, database=None, derandomize=True)
    found = find(requests("esi@6.0.0"), too_short, settings=long)
    examples = [dict(example.request) for example in SHIPPED["esi@6.0.0"].examples]
    assert any({**example, "pain_duration": found["pain_duration"]} == found for example in examples)


def test_a_drawn_request_is_the_users_own() -> None:
    @settings(max_examples=30, database=None)
    @given(requests("scs"))
    def spoil(request: dict[str, Any]) -> None:
        assert checker("scs@6.0.0")(request).problems == ()
        for value in request.values():
            if isinstance(value, list):
                value.append("spoiled")
        request.clear()

    spoil()


def test_without_a_version_the_newest_one_is_meant() -> None:
    assert testing._version("esi") == ("esi", "6.0.0")
    assert testing._version("esi@1.0.0") == ("esi", "1.0.0")


@pytest.mark.parametrize("name", ["", "knee", "esi@", "esi@9.9.9", "@6.0.0", "esi 6.0.0"])
def test_an_unknown_policy_is_a_lookup_error_that_lists_the_known_ones(name: str) -> None:
    for strategy in (requests, invalid_requests):
        with pytest.raises(LookupError, match=f"there is no policy {name}; known are {', '.join(KEYS)}"):
            strategy(name)


@every_policy
def test_the_edges_beside_a_validator_are_those_of_its_policy(key: str) -> None:
    policy = SHIPPED[key]
    assert edges(key) == json.loads(json.dumps(edges_of(policy)))
    whole = read_examples(edges(key)["examples"])
    valid = [dict(example.request) for example in policy.examples if not read_case(policy.facts, example.request)[1]]
    assert all(example in whole for example in valid)
    assert all(example in valid for example in whole)
