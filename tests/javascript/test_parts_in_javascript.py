"""Single parts of the JavaScript package at their edges: names, guesses, numbers in steps, extremes and totals."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from cases_by_hand import HEAD, tree
from generated_modules import validator as in_memory
from javascript_answers import PACKAGE, Asked, assert_same_answers
from node_tools import node
from wiser_compiler.core.as_data import as_data
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import verdict
from wiser_compiler.core.model import Policy
from wiser_compiler.diagnostics import Report
from wiser_compiler.printers import as_text
from wiser_compiler.reading.reader import read_policy
from wiser_policies import validator
from wiser_policies._rules import guess

PARTS = Path(__file__).parent / "parts.mjs"


def said(asked: Iterable[dict[str, Any]]) -> list[Any]:
    lines = "".join(f"{json.dumps(each)}\n" for each in asked)
    return [json.loads(line) for line in node(PARTS, PACKAGE, stdin=lines).splitlines()]


# ---------------------------------------------------------------- names

NAMES: tuple[tuple[Any, ...], ...] = (
    ("esi",), ("esi@1.0.0",), ("esi", "1.0.0"), ("wiser",), ("knee",), ("esi", "9.9.9"), ("esi@1.0.0", "1.0.0"),
    ("knee", "1.0.0"), ("",), (5,), ("esi", ""), ("__proto__",),
)  # fmt: skip
ERRORS = {LookupError: "RangeError", TypeError: "TypeError"}


def version_of(names: tuple[Any, ...]) -> str:
    """What Python takes a name for, with the errors of JavaScript."""
    try:
        policy = validator(*names).POLICY
    except (LookupError, TypeError) as error:
        return f"{ERRORS[type(error)]}: {error}"
    return f"{policy.id}@{policy.version}"


def test_a_name_means_the_same_version() -> None:
    expected = [version_of(names) for names in NAMES]
    assert "esi@1.0.0" in expected
    assert said({"validator": names} for names in NAMES) == expected


# ---------------------------------------------------------------- guesses

# Alike by exactly 0.75, by a little less (20 of 27 letters) and by a little more (10 of 13); equally alike names.
GUESSES = (
    (["abcd"], ["abcx"]), (["abcdefghijklm"], ["abcdefghijwxyz"]), (["abcdefg"], ["abcdex"]),
    (["abcd"], ["abcx", "abcy"]), (["abcd"], ["abcy", "abcx"]), (["abcde"], ["abcdx", "abcdy", "abcdw"]),
)  # fmt: skip


def test_guesses_are_the_same_at_the_least_likeness_and_between_equals() -> None:
    chance = Random(8)
    drawn = [["".join(chance.choices("abc", k=chance.randint(1, 8))) for _ in range(8)] for _ in range(300)]
    asked = [*GUESSES, *((words[:1], words[1:]) for words in drawn)]
    expected = [guess(keys, names) for keys, names in asked]
    meant = ["abcx", "", "abcdex", "abcy", "abcy", "abcdy"]
    assert expected[: len(GUESSES)] == [f"; did you mean {name}?" if name else "" for name in meant]
    assert said({"guess": pair} for pair in asked) == expected


# ---------------------------------------------------------------- numbers in steps


@pytest.mark.parametrize("places", [1, 2, 3, 4])
def test_numbers_are_rounded_to_steps_as_long_as_that_is_exact(places: int) -> None:
    """Above a quarter of the largest safe integer the steps are bigints."""
    chance, step = Random(places), 10**places
    for largest, exact in ((2**51 - step, "number"), (2**51 + step, "bigint"), (2**52, "bigint")):
        steps = [chance.randint(largest // 2, largest) for _ in range(2_000)]
        asked = {"numbers": [each / step for each in steps], "places": places, "most": largest / step}
        assert said([asked]) == [{"exact": exact, "steps": [str(each) for each in steps]}]


# ---------------------------------------------------------------- extremes and totals

OF_RECORDS = """\
  Chart:
    visits:
      type: list
      unit: visits
      up_to: 5
      ask: "List every visit."
      each:
        score: {type: number, unit: points, from: -9, to: 9}
        home: {type: yes_no, ask: "Was it at home?"}
conditions:
  at_home:
    title: The visit was at home
    about: visits
    means: {home: yes}
criteria:
"""
BOUNDS = tuple(range(-9, 10))
TESTS = [
    f"{word}: score, of: visits, where: at_home, {side}: {bound} points"
    for word in ("highest", "lowest", "sum") for side in ("at_least", "at_most") for bound in BOUNDS
]  # fmt: skip
# No visit is surely at home, or one is; what may be is below zero, above it or at it.
VISITS = (
    [{"score": 4}, {"score": 7}], [{"score": -7}, {"score": -4}], [{"score": 2, "home": True}, {"score": -5}],
    [{"score": 2, "home": True}, {"score": 5}], [{"score": 4}, {}], [{"home": True}, {"score": 0}],
    [{"score": 3, "home": False}, {"score": -3}], [{"score": 3, "home": False}], [],
)  # fmt: skip


def policy_of_records() -> Policy:
    criteria = "".join(
        f'  test-{number}:\n    title: A test\n    cite: {{page: "{number}"}}\n    require: {{{test}}}\n'
        for number, test in enumerate(TESTS)
    )
    report = Report()
    policy = read_policy(Path("cases/1.0.0.yaml"), report, tree(HEAD + OF_RECORDS + criteria, "records"))
    assert policy is not None, as_text(report)
    return policy


def test_extremes_and_totals_of_records_that_may_match_are_the_same() -> None:
    policy = policy_of_records()
    requests = [{"received_date": "2026-05-04", "visits": visits} for visits in VISITS]
    module = in_memory(policy)
    for request in requests:
        case, problems = read_case(policy.facts, request)
        assert not problems
        assert module.check(request).verdicts == {one.id: verdict(one, case) for one in policy.criteria}
    asked = [Asked("records", request) for request in requests]
    assert_same_answers(asked, {"records": module}, {"records": as_data(policy)})
