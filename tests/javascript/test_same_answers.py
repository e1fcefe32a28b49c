"""JavaScript says what Python says, word for word: outcomes, verdicts, reasons, problems, deadlines, open parts.

One Node process answers all requests of a test. `make fuzz` asks 120,000 at the edges and 3,000 random policies.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from case_tables import request_of
from cases_by_hand import HEAD, cases_by_hand, tree
from floors import looked
from generated_modules import validator as in_memory
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from javascript_answers import PACKAGE, SCRIPT, Asked, as_json, assert_same_answers
from lengths import FUZZ, one_in
from node_tools import node
from shipped import SHIPPED
from strategies_of_policies import policies, policies_of_ranges, thinned
from wiser_compiler.core.as_data import as_data
from wiser_compiler.core.model import Policy
from wiser_compiler.diagnostics import Report
from wiser_compiler.printers import as_text
from wiser_compiler.proof import strategies as of_policies
from wiser_compiler.reading.reader import read_policy
from wiser_policies import known_versions
from wiser_policies.testing import invalid_requests, requests

CRITERIA = {key: [criterion.id for criterion in policy.criteria] for key, policy in SHIPPED.items()}
DRAWN_FROM = ("esi@6.0.0", "pva@6.0.0", "skin_substitutes@6.0.0", "wiser@6.0.0")
EACH = 3_000 if FUZZ else 120  # requests of one kind for one version
RANDOM_POLICIES = 1_500 if FUZZ else 30


def drawn(strategy: SearchStrategy[Any], many: int) -> list[Any]:
    """Draws of a strategy as both languages can read them: the same in every run, but when fuzzing."""
    found: list[Any] = []

    @settings(
        max_examples=many, derandomize=not FUZZ, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(strategy)
    def draw(one: Any) -> None:
        found.append(as_json(one))

    draw()
    return found


def counted(seen: Counter[str], answer: dict[str, Any]) -> None:
    """What an answer is an example of."""
    result = answer["result"]
    seen["compared"] += 1
    seen[result["outcome"]] += 1
    seen.update(problem["code"] for problem in result["problems"])
    seen.update(f"deadline {deadline['verdict']}" for deadline in result["deadlines"])
    seen["left off"] += bool(result["left_off"])
    seen["open part"] += sum(part not in ({"at_least": 0, "of": []}, {"at_least": 1, "of": []})
                             for part in answer["open"].values())  # fmt: skip


# ---------------------------------------------------------------- requests that are written down


def written() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every row at a bound, and every example, with the version that is asked."""
    for key, policy in SHIPPED.items():
        table = json.loads(Path(f"generated/cases/{key.replace('@', '/')}.json").read_text("utf-8"))
        yield from ((key, request_of(table, row)) for row in table["rows"])
        yield from ((key, dict(example.request)) for example in policy.examples)


@looked({
    "ready": 330, "not met": 230, "incomplete": 160, "out of scope": 30, "invalid": 12, "in scope": 30,
    "deadline known": 660, "deadline missing": 660, "open part": 6, "left off": 130,
})  # fmt: skip
def test_every_row_and_every_example_is_answered_alike(seen: Counter[str]) -> None:
    chance, asked = Random(6), []
    for key, request in one_in(3, written()):
        asked.append(Asked(key, request, open=chance.sample(CRITERIA[key], 1)))
    assert_same_answers(asked, seen=lambda answer: counted(seen, answer))


def test_every_case_by_hand_has_its_verdict() -> None:
    """All words of the language, with verdicts that people wrote. The answers of Python are no part of this."""
    cases = {f"case {number}": case for number, case in enumerate(cases_by_hand())}
    asked = [
        (key, request, case.policy.criteria[1].id, expected)
        for key, case in cases.items() for expected, _, request in case.requests()
    ]  # fmt: skip
    lines = [json.dumps({key: as_data(case.policy) for key, case in cases.items()})]
    lines += [Asked(key, request).line(whole=True) for key, request, _, _ in asked]
    answers = map(json.loads, node(SCRIPT, PACKAGE, stdin="\n".join(lines) + "\n").splitlines())
    wrong = []
    for (key, request, id, expected), answer in zip(asked, answers, strict=True):
        found = {criterion["id"]: criterion["verdict"] for criterion in answer["result"]["criteria"]}
        if found[id] != expected:
            wrong.append((cases[key].says, request, expected, found[id]))
    assert len(asked) > 1_000
    assert wrong == []


# ---------------------------------------------------------------- requests at the edges, and broken ones


@pytest.mark.parametrize("key", known_versions() if FUZZ else DRAWN_FROM)
@looked({"compared": 2 * EACH, "invalid": EACH // 2, "wrong-type": EACH // 20})
def test_requests_at_the_edges_are_answered_alike(seen: Counter[str], key: str) -> None:
    chance = Random(key)
    asked = [
        Asked(chance.choice((key, key, "")), request, scope=chance.random() < 0.1, open=chance.sample(CRITERIA[key], 2))
        for request in (*drawn(requests(key), EACH), *drawn(invalid_requests(key), EACH))
    ]
    assert_same_answers(asked, seen=lambda answer: counted(seen, answer))


CODES = ("64483", "22514", "29877", "63655", "15271", "C5271", "00000", "6448", "")
DAYS = ("2026-01-04", "2026-01-05", "2026-04-23", "2026-04-24", "2026-08-01", "2026-02-30", "4/27/2026", "", None, 5)
CHOOSING = st.fixed_dictionaries(
    {},
    optional={
        "codes": st.one_of(st.lists(st.sampled_from(CODES), max_size=3), st.sampled_from(["64483", None, {}, [5]])),
        "received_date": st.sampled_from(DAYS),
        "state": st.sampled_from(("NJ", "CA", "other", "ZZ", None)),
        "implant_stage": st.sampled_from(("permanent", "trial")),
        "contraindications": st.just({}),
        "pain_duration": st.integers(-1, 5),
        "recieved_date": st.just("2026-04-27"),
        "kodes": st.just(1),
        "CODES": st.just([]),
        "__proto__": st.just({}),
        "constructor": st.just(1),
    },
)


@looked({
    "codes-missing": 50, "several-services": 2, "no-version-on-that-day": 1, "unknown-fact": 100, "out of scope": 5,
    "unknown-service": 1, "cannot tell yet": 10, "incomplete": 1,
})  # fmt: skip
def test_the_choice_of_a_version_is_the_same(seen: Counter[str]) -> None:
    found = drawn(st.one_of(CHOOSING, st.sampled_from([None, [], 5, "{}", {}])), 20_000 if FUZZ else 400)
    asked = [Asked("", request, scope=scope) for request in found for scope in (False, True)]
    assert_same_answers(asked, seen=lambda answer: counted(seen, answer))


IDS = sorted({key.partition("@")[0] for key in known_versions()})


@looked({"compared": 300, "no-version-on-that-day": 20, "out of scope": 20, "unknown-fact": 100, "incomplete": 1})
def test_an_id_alone_means_the_version_on_the_day_of_receipt(seen: Counter[str]) -> None:
    chance, found = Random(7), drawn(st.one_of(CHOOSING, st.sampled_from([None, [], {}])), 20_000 if FUZZ else 150)
    asked = [Asked(chance.choice(IDS), request) for request in found]
    days = [{"codes": ["64483"], "received_date": day, "state": state} for day in DAYS for state in ("NJ", "CA")]
    asked += [Asked(id, request) for id in IDS for request in days]
    asked += [Asked(id, document='{"received_date": "2026-01-05"}') for id in IDS]
    assert_same_answers(asked, seen=lambda answer: counted(seen, answer))


# ---------------------------------------------------------------- random policies


@looked({"compared": 8 * RANDOM_POLICIES, "open part": 5 * RANDOM_POLICIES, "invalid": RANDOM_POLICIES // 2})
def test_random_policies_mean_the_same(seen: Counter[str]) -> None:
    modules, compiled, asked = {}, {}, []

    @st.composite
    def pairs(draw: st.DrawFn) -> tuple[Policy, list[Any]]:
        policy = draw(st.one_of(policies(), policies_of_ranges()))
        whole = [draw(of_policies.requests(policy)) for _ in range(5)]
        parts = [draw(thinned(request)) for request in whole[:3]]
        return policy, [*whole, *parts, draw(of_policies.invalid_requests(policy))]

    @settings(
        max_examples=2 * RANDOM_POLICIES, derandomize=not FUZZ, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(pairs())
    def draw(pair: tuple[Policy, list[Any]]) -> None:
        policy, found = pair
        key = f"random {len(modules)}"
        modules[key], compiled[key] = in_memory(policy), as_data(policy)
        asked.extend(Asked(key, as_json(request), open=[one.id for one in policy.criteria]) for request in found)

    draw()
    assert_same_answers(asked, modules, compiled, seen=lambda answer: counted(seen, answer))


# ---------------------------------------------------------------- numbers

LARGE = """\
  Chart:
    before: {type: number, unit: points, from: -LARGE, to: LARGE, places: PLACES, ask: "How many points before?"}
    after: {type: number, unit: points, from: -LARGE, to: LARGE, places: PLACES, ask: "How many points after?"}
    visits:
      type: list
      unit: visits
      up_to: 200
      ask: "List every visit."
      each:
        score: {type: number, unit: points, from: -LARGE, to: LARGE, places: PLACES}
        weight: {type: number, unit: points, from: 0, to: 3, places: 1}
criteria:
  share:
    title: Lower by a third
    cite: {page: a}
    require: {after: {fell_from: before, by_at_least: 33 percent}}
  amount:
    title: Lower by an amount
    cite: {page: b}
    require: {after: {fell_from: before, by_at_least: 3 points}}
  total:
    title: Added up
    cite: {page: c}
    require: {sum: score, of: visits, at_least: 3 points}
  rise:
    title: Higher by more than half
    cite: {page: d}
    require: {after: {rose_from: before, by_more_than: 50 percent}}
  light:
    title: Light
    cite: {page: e}
    require: {sum: weight, of: visits, at_most: 0.3 points}
"""


@cache
def policy_of_numbers(largest: int, places: int) -> Policy:
    """A policy that adds, multiplies and compares numbers of this size."""
    text = HEAD + LARGE.replace("LARGE", str(largest)).replace("PLACES", str(places))
    report = Report()
    policy = read_policy(Path("cases/1.0.0.yaml"), report, tree(text, "numbers"))
    assert policy is not None, as_text(report)
    return policy


@st.composite
def numbers(draw: st.DrawFn, largest: int, places: int) -> dict[str, Any]:
    """Numbers that differ in their last digits, are written in several ways, or lie beside the range."""
    edges = (0, 1, -1, 3, largest, -largest, largest // 3, largest + 1)

    def number() -> float | int:
        digits = draw(st.sampled_from(edges)) * 10**places + draw(st.integers(-4, 4))
        value = digits / 10**places
        return int(value) if value.is_integer() and draw(st.booleans()) else value

    odd = draw(st.sampled_from((0.1 + 0.2, -0.0, 1e21, 2**53 + 1, 1e-7, 0.30000000000000004, 5e-324, 1.7e308)))
    found: dict[str, Any] = {"before": number(), "after": draw(st.sampled_from((odd, number(), number(), number())))}
    found["visits"] = [{"score": number(), "weight": digit / 10} for digit in draw(st.lists(st.integers(0, 3)))]
    return {name: value for name, value in found.items() if draw(st.integers(0, 5))}


@pytest.mark.parametrize(("largest", "places"), [(100, 1), (10**6, 4), (10**12, 0), (10**12, 4)])
@looked({"not met": 10, "incomplete": 10, "out-of-range": 10, "too-many-places": 5, "open part": 100})
def test_numbers_are_compared_as_they_are_written(seen: Counter[str], largest: int, places: int) -> None:
    """The largest ones that the language allows are added as bigints."""
    policy = policy_of_numbers(largest, places)
    found = drawn(numbers(largest, places), 20_000 if FUZZ else 150)
    ids = [criterion.id for criterion in policy.criteria]
    asked = [Asked("numbers", {"received_date": "2026-05-04"} | request, open=ids) for request in found]
    modules, compiled = {"numbers": in_memory(policy)}, {"numbers": as_data(policy)}
    assert_same_answers(asked, modules, compiled, seen=lambda answer: counted(seen, answer))
