"""The open part of a criterion is never larger, and has the verdict of the criterion whatever else a request states."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from floors import looked
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from lengths import FUZZ, one_in
from shipped import SHIPPED, requests_for
from strategies_of_policies import policies
from wiser_compiler.core.as_data import as_data
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import verdict
from wiser_compiler.core.model import Policy
from wiser_compiler.proof.strategies import requests
from wiser_policies import check
from wiser_policies._compiled import CompiledPolicy, policy_of
from wiser_policies._interpreter import NO_RECORD, Asked, truth_of

ROOT = Path(__file__).parents[2]
DEFINITIONS = json.loads((ROOT / "schemas/compiled-policy.schema.json").read_text())["$defs"]
IS_EXPRESSION = jsonschema_rs.validator_for({"$ref": "#/$defs/Expression", "$defs": DEFINITIONS}).is_valid
MET, NOT_MET = {"at_least": 0, "of": []}, {"at_least": 1, "of": []}
TRUTHS = {"met": True, "not applicable": True, "not met": False, "missing": None}
REPEATABLE = settings(
    max_examples=20_000 if FUZZ else 250,
    derandomize=not FUZZ,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@st.composite
def pairs(draw: DrawFn, requests: st.SearchStrategy[dict[str, Any]]) -> tuple[dict[str, Any], dict[str, Any]]:
    """A valid request, and one that states less: facts, items of findings and fields of records are left out."""
    full = draw(requests)
    chance = draw(st.randoms(use_true_random=False))
    share = chance.choice((0.1, 0.3, 0.6))
    return full, _less(full, lambda: chance.random() < share)


def _less(stated: dict[str, Any], left_out: Any) -> dict[str, Any]:
    less: dict[str, Any] = {}
    for name, value in stated.items():
        if left_out():
            continue
        if isinstance(value, dict):
            less[name] = {item: found for item, found in value.items() if not left_out()}
        elif isinstance(value, list) and all(isinstance(row, dict) for row in value):
            less[name] = [_less(row, left_out) for row in value]
        else:
            less[name] = value
    return less


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every expression, term and name in a tree."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(inner)


def read_directly(tree: Any) -> Iterator[tuple[str, str | None]]:
    """The facts that a tree reads, apart from lists that it counts, with the item that it asks of them."""
    for found in objects(tree):
        if "compare" in found or "documented" in found or "shift" in found or "times" in found or "sum" in found:
            parts = [found.get(kind) for kind in ("left", "right", "documented", "shift", "part")]
            yield from ((part["fact"], None) for part in [*parts, *found.get("sum", ())] if part and "fact" in part)
        if "includes" in found and "fact" in found["in"]:
            yield found["in"]["fact"], found["includes"]


def holds(policy: Policy, full: dict[str, Any], less: dict[str, Any], seen: Counter[str]) -> None:
    """All that is promised of what is still open of every criterion of a policy."""
    assert not read_case(policy.facts, less)[1]
    compiled = policy_of(as_data(policy)).interpreter
    assert isinstance(compiled, CompiledPolicy)
    cases = [read_case(policy.facts, request)[0] for request in (less, full)]
    for number, criterion in enumerate(policy.criteria):
        of = compiled._criteria[number]
        still_open = compiled.still_open(less, number)
        assert IS_EXPRESSION(still_open)
        now, then = (TRUTHS[verdict(criterion, case)] for case in cases)
        assert {True: MET, False: NOT_MET}.get(now) == (still_open if still_open in (MET, NOT_MET) else None)
        assert truth_of(still_open, of.facts)(Asked(full), NO_RECORD) is then
        assert len(list(objects(still_open))) <= len(list(objects(of.whole)))
        for name, item in read_directly(still_open):
            assert name not in less or (isinstance(less[name], dict) and item and item not in less[name])
        seen["open"] += now is None
        seen["open, then decided"] += now is None and then is not None
        seen["smaller"] += now is None and len(json.dumps(still_open)) < len(json.dumps(of.whole))


@looked({"open": 80, "open, then decided": 20, "smaller": 50})
@REPEATABLE
@given(st.data())
def test_what_is_open_means_the_same_on_random_policies(seen: Counter[str], data: st.DataObject) -> None:
    policy = data.draw(policies())
    drawn = pairs(requests(policy))
    for _ in range(3):
        holds(policy, *data.draw(drawn), seen)


@pytest.mark.parametrize("key", one_in(2, SHIPPED))
@looked({"open": 40, "open, then decided": 8, "smaller": 8})
@settings(REPEATABLE, max_examples=1_500 if FUZZ else 25)
@given(st.data())
def test_what_is_open_means_the_same_on_the_shipped_policies(seen: Counter[str], key: str, data: st.DataObject) -> None:
    holds(SHIPPED[key], *data.draw(pairs(requests_for(key))), seen)


# ---------------------------------------------------------------- what an application sees

READY = json.loads((ROOT / "docs/requests/esi-ready.json").read_text("utf-8"))


def without_words(tree: Any) -> Any:
    if isinstance(tree, dict):
        return without_words(tree["part"]) if "says" in tree else {k: without_words(v) for k, v in tree.items()}
    return [without_words(part) for part in tree] if isinstance(tree, list) else tree


def test_half_of_a_baseline_that_is_known_is_a_score() -> None:
    asked = {name: value for name, value in READY.items() if name != "follow_ups"} | {"baseline_score": 52}
    tree = without_words(check(asked).still_open("repeat-response"))
    assert {"compare": "<=", "left": {"field": "score"}, "right": {"value": 26}} in list(objects(tree))


def test_a_date_that_is_known_is_moved() -> None:
    asked = {name: value for name, value in READY.items() if name != "follow_ups"}
    tree = without_words(check(asked).still_open("repeat-response"))
    latest = {"compare": "<=", "left": {"field": "follow_up_date"}, "right": {"value": READY["received_date"]}}
    assert latest in list(objects(tree))
    assert not [found for found in objects(tree) if "shift" in found or "latest" in found]


def test_a_record_that_may_match_gives_no_date_yet() -> None:
    sessions = READY["prior_sessions"][:1]
    full = READY | {"prior_sessions": [sessions[0] | {"session_region": "cervical_thoracic"}]}
    less = READY | {"prior_sessions": [{"session_date": sessions[0]["session_date"]}]}
    holds(SHIPPED["esi@6.0.0"], full, less, Counter())
    assert [found for found in objects(check(less).still_open("repeat-response")) if "latest" in found]


@pytest.mark.parametrize(
    ("stated", "id", "expected"),
    [
        ({}, "pain-duration", None),
        ({"pain_duration": 4, "cannot_tolerate_care": True}, "pain-duration", MET),
        ({"pain_duration": 3, "acute_zoster_pain": False}, "pain-duration", NOT_MET),
        ({"planned_sessions": 5}, "session-limit", NOT_MET),
    ],
)
def test_what_is_decided_is_met_or_not_met(stated: dict[str, Any], id: str, expected: object) -> None:
    found = check(stated, policy="esi@6.0.0").still_open(id)
    assert (found if found in (MET, NOT_MET) else None) == expected


def test_changing_what_is_open_changes_no_policy() -> None:
    result = check({}, policy="esi@6.0.0")
    result.still_open("pain-duration").clear()  # type: ignore[attr-defined]  # what this test is about
    assert check({}, policy="esi@6.0.0").still_open("pain-duration") != {}


@pytest.mark.parametrize("request_", [{}, {"codes": 7}])
def test_an_id_without_a_verdict_is_refused(request_: dict[str, Any]) -> None:
    result = check(request_, policy="esi@6.0.0")
    with pytest.raises(KeyError):
        result.still_open("no-such" if not result.problems else "pain-duration")
