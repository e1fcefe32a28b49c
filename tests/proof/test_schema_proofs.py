"""Proofs that `ready` accepts only met requests and `possible` refuses only unmet ones; planted faults refute them."""

from __future__ import annotations

import copy
import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import jsonschema_rs
import pytest
from floors import looked
from generated_modules import validator
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lengths import one_in
from shipped import SHIPPED
from strategies_of_policies import policies
from wiser_compiler.core.case import read_case
from wiser_compiler.core.model import Number, Policy, Records
from wiser_compiler.proof.questions.schemas import NAMES, claims, schema_questions
from wiser_compiler.proof.questions.table import SCHEMA_VALID, Answered
from wiser_compiler.proof.solver.solver import Disagreement, Solver
from wiser_compiler.targets.json_schema import json_schema


def schemas(policy: Policy, draft: str = "") -> dict[str, Any]:
    files = json_schema(policy).files
    return {
        name: json.loads(files[f"json_schema/{policy.id}/{policy.version}/{draft}{name}.schema.json"]) for name in NAMES
    }


@pytest.mark.parametrize(
    ("key", "draft"), [*((key, "") for key in SHIPPED), *((key, "draft-07/") for key in one_in(4, SHIPPED))]
)
def test_the_shipped_schemas_lie_on_either_side_of_the_meaning(key: str, draft: str) -> None:
    policy = SHIPPED[key]
    found = list(claims(policy, schemas(policy, draft), Solver(policy)))
    assert Counter(one.answer.kind for one in found).keys() <= {"proven", "bounded"}
    deciding = [criterion for criterion in policy.criteria if criterion.effect != "advisory"]
    valued = [fact for fact in policy.facts if isinstance(fact.type, Number | Records)]
    of_values = [one for one in found if one.question.row is SCHEMA_VALID]
    assert {one.question.names for one in of_values} <= {(fact.name,) for fact in valued}
    assert len(of_values) == len(valued)
    assert len(found) == 2 * len(deciding) + len(of_values) + 1


def slips(schema: Any) -> Iterator[Any]:
    """The schema with one number, one word or one list otherwise, each in turn."""
    for change in ("number", "joint", "value", "required"):
        for path in _places(schema, change):
            other = copy.deepcopy(schema)
            holder = other
            for step in path[:-1]:
                holder = holder[step]
            last = path[-1]
            match change:
                case "number":
                    holder[last] += 1 if last in ("maximum", "maxItems") else -1
                case "joint":
                    holder["allOf" if last == "anyOf" else "anyOf"] = holder.pop(last)
                case "value":
                    holder[last] = not holder[last] if isinstance(holder[last], bool) else "no such value"
                case "required":
                    del holder[last]
            yield other


def _places(schema: Any, change: str, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            numbers = key in ("minimum", "maximum", "minItems", "maxItems") and isinstance(value, int)
            if (
                (change == "number" and numbers)
                or (change == "joint" and key in ("allOf", "anyOf"))
                or (change == "value" and key == "const")
                or (change == "required" and key == "required")
            ):
                yield (*path, key)
            yield from _places(value, change, (*path, key))
    elif isinstance(schema, list):
        for number, value in enumerate(schema):
            yield from _places(value, change, (*path, number))


@pytest.mark.parametrize("name", ["ready", "possible"])
def test_a_slip_in_a_schema_is_refuted_by_a_request_that_shows_it(name: str) -> None:
    policy = SHIPPED["cervical_fusion@6.0.0"]
    whole = schemas(policy)
    module, solver = validator(policy), Solver(policy)
    refuted = harmless = 0
    for number, entry in enumerate(whole[name]["allOf"]):
        for slip in one_in(4, slips(entry)):
            changed = [slip if at == number else part for at, part in enumerate(whole[name]["allOf"])]
            wrong = [q for q in claims(policy, {**whole, name: {**whole[name], "allOf": changed}}, solver) if q.found]
            harmless += not wrong  # it accepts, or refuses, less than it may: that is no lie
            for one in wrong:
                witness, criterion = one.answer.witness, one.question.criterion
                assert criterion is not None and witness is not None
                verdict = module.check(witness).verdicts[criterion.id]
                accepts = jsonschema_rs.validator_for(slip).is_valid(witness)
                assert accepts is (name == "ready")
                assert verdict not in ("met", "not applicable") if accepts else verdict != "not met"
                refuted += 1
    assert refuted > 20 and harmless > 0


def about_values(key: str, fact: str, change: Callable[[dict[str, Any]], None]) -> tuple[Policy, Answered]:
    """What is claimed of the values of a fact, after a change of what `ready` says of it."""
    policy = SHIPPED[key]
    whole = copy.deepcopy(schemas(policy))
    change(whole["ready"]["properties"][fact])
    found = claims(policy, whole, Solver(policy))
    return policy, next(one for one in found if one.question.row is SCHEMA_VALID and one.question.names == (fact,))


def only_a_range(value: dict[str, Any]) -> None:
    value.pop("enum", None)
    value.pop("anyOf", None)
    value |= {"minimum": 0, "maximum": 50}


def one_value_too_fine(value: dict[str, Any]) -> None:
    value["anyOf"][-1]["enum"].insert(3, 0.25)


def one_value_too_many(value: dict[str, Any]) -> None:
    value["anyOf"][-1]["enum"].append(value["anyOf"][-1]["enum"][-1] + 0.2)


def nothing_about_records(value: dict[str, Any]) -> None:
    value.pop("anyOf", None)
    value.pop("uniqueItems", None)


def whole_records_alone(value: dict[str, Any]) -> None:
    value.pop("anyOf")
    value["uniqueItems"] = True


def three_for_two(value: dict[str, Any]) -> None:
    value["anyOf"][2]["maxItems"] = 3


def fields_that_differ(value: dict[str, Any]) -> None:
    value["anyOf"][0] = {"type": "array", "uniqueItems": True}


def halves_that_overlap(value: dict[str, Any]) -> None:
    one, _ = value["anyOf"][2]["anyOf"][-2]["allOf"]
    one["contains"]["properties"]["session_date"]["pattern"] = "^[0-9-]{9}[0-9]"


def a_field_too_fine(value: dict[str, Any]) -> None:
    only_a_range(value["items"]["properties"]["score"])


@pytest.mark.parametrize(
    ("key", "fact", "change"),
    [
        ("pva@6.0.0", "pain", only_a_range),
        ("pva@6.0.0", "pain", one_value_too_fine),
        ("pva@6.0.0", "pain", one_value_too_many),
        ("sacral_stimulation@6.0.0", "figure_before_test", only_a_range),
        ("esi@6.0.0", "follow_ups", a_field_too_fine),
        ("esi@6.0.0", "prior_sessions", nothing_about_records),
        ("esi@6.0.0", "prior_sessions", whole_records_alone),
        ("esi@6.0.0", "prior_sessions", three_for_two),
        ("esi@6.0.0", "prior_sessions", fields_that_differ),
        ("skin_substitutes@6.0.0", "applications", nothing_about_records),
        ("vagus_stimulation@6.0.0", "visits", fields_that_differ),
    ],
)
def test_a_ready_schema_that_lets_an_invalid_value_pass_is_refuted(
    key: str, fact: str, change: Callable[[dict[str, Any]], None]
) -> None:
    policy, found = about_values(key, fact, change)
    assert found.found and found.answer.witness is not None
    witness = {fact: found.answer.witness[fact]}
    assert {problem.path.split("/")[1] for problem in read_case(policy.facts, witness)[1]} == {fact}


def test_halves_of_dates_that_overlap_are_not_proven_to_be_apart() -> None:
    # Of a digit of a date the solver knows no more than the set of its days, so it may find a request on other days.
    with suppress(Disagreement):
        assert about_values("esi@6.0.0", "prior_sessions", halves_that_overlap)[1].found


@pytest.mark.parametrize("key", SHIPPED)
def test_another_engine_never_says_that_the_schemas_cross(key: str) -> None:
    """The canonical operations of jsonschema-rs as a second opinion: yes or unknown, never no."""
    policy = SHIPPED[key]
    whole = schemas(policy)
    said: Counter[str] = Counter()
    for ready, possible in zip(whole["ready"]["allOf"], whole["possible"]["allOf"], strict=True):
        assert ready["title"] == possible["title"]
        try:
            one, other = (jsonschema_rs.canonicalize({"type": "object", **part}) for part in (possible, ready))
            said[str(one.covers(other))] += 1
        except (jsonschema_rs.canonical.UnsupportedOperand, jsonschema_rs.canonical.UnsupportedResult):
            said["not supported"] += 1
    assert said["no"] == 0
    assert said["yes"] > 0


@looked({"proven": 60, "bounded": 10})
@settings(
    max_examples=40, derandomize=True, deadline=None, database=None, phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(st.data())
def test_the_schemas_of_random_policies_lie_on_either_side_of_the_meaning(
    seen: Counter[str], data: st.DataObject
) -> None:
    policy = data.draw(policies())
    for one in schema_questions(policy, Solver(policy)):
        assert one.answer.kind in ("proven", "bounded", "unknown"), (one.question.asked, one.answer)
        assert one.answer.kind != "unknown", one.answer.reason
        seen[one.answer.kind] += 1
