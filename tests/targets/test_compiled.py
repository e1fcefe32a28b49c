"""The compiled policy: complete enough that an independent validator answers requests from it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from case_tables import request_of
from cases_by_hand import cases_by_hand
from node_tools import node
from shipped import SHIPPED
from wiser_compiler.core.as_data import FORM, as_data
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import verdict
from wiser_policies import validator

ROOT = Path(__file__).parents[2]
COMPILED = {key: json.loads((ROOT / f"generated/compiled/{key.replace('@', '/')}.json").read_text()) for key in SHIPPED}
SCHEMA = json.loads((ROOT / "schemas/compiled-policy.schema.json").read_text())
IS_VALID = jsonschema_rs.validator_for(SCHEMA).is_valid

every_policy = pytest.mark.parametrize("key", SHIPPED)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["form"]["const"] == FORM


@every_policy
def test_a_compiled_policy_has_the_form_of_its_schema(key: str) -> None:
    assert IS_VALID(COMPILED[key])


@every_policy
def test_the_package_has_the_same_file(key: str) -> None:
    id, _, version = key.partition("@")
    beside = ROOT / f"generated/python/wiser_policies/{id}/v{version.replace('.', '_')}.policy.json"
    assert beside.read_bytes() == (ROOT / f"generated/compiled/{id}/{version}.json").read_bytes()


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a JSON value."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(inner)


def test_every_kind_of_expression_and_term_is_asked_of_a_stranger() -> None:
    """Else the tests with a stranger would say nothing of that kind. What no shipped policy has stands in a case."""
    kinds = {"says", "not", "at_least", "compare", "includes", "begins", "documented", "fact", "field", "value",
             "shift", "sum", "times", "count", "latest", "earliest", "highest", "lowest", "total"}  # fmt: skip
    asked = [*COMPILED.values(), *(as_data(case.policy) for case in cases_by_hand())]
    parts = (policy[part] for policy in asked for part in ("criteria", "clocks"))
    assert kinds <= {key for part in parts for node in nodes(part) for key in node}


def test_the_page_on_targets_counts_the_kinds_of_the_schema() -> None:
    page = " ".join((ROOT / "docs/targets.md").read_text("utf-8").split())
    kinds = {name: len(SCHEMA["$defs"][name]["oneOf"]) for name in ("Expression", "Term")}
    assert kinds == {"Expression": 7, "Term": 12}
    assert "trees of seven kinds of expression and twelve kinds of term" in page


@pytest.mark.parametrize("kind", ["says", "not", "at_least", "compare", "includes", "documented", "shift", "count"])
def test_the_schema_refuses_what_a_reader_would_not_know(kind: str) -> None:
    broken = deepcopy(COMPILED["esi@6.0.0"])
    node = next(node for node in nodes(broken["criteria"]) if kind in node)
    node["of another form"] = node.pop(kind)
    assert not IS_VALID(broken)


# ---------------------------------------------------------------- a stranger answers by it


@cache
def rows() -> list[tuple[str, dict[str, Any], dict[str, str]]]:
    """Requests with verdicts that must come out: every boundary row, and every example that is a valid request."""
    found = []
    for key, policy in SHIPPED.items():
        cases = json.loads((ROOT / f"generated/cases/{key.replace('@', '/')}.json").read_text())
        for row in cases["rows"]:
            expected = {row["criterion"]: row["verdict"], **row["also_changed"]}
            found.append((key, request_of(cases, row), expected))
        for example in policy.examples:
            case, problems = read_case(policy.facts, example.request)
            if not problems:
                found.append((key, dict(example.request), {one.id: verdict(one, case) for one in policy.criteria}))
    return found


def test_a_validator_written_from_the_schema_and_the_docs_alone_gives_every_verdict() -> None:
    """In JavaScript, on one page: tests/stranger/validator.mjs knows nothing of this project but these two."""
    by_hand = {f"{case.file}: {case.says}": case for case in cases_by_hand()}
    asked = [*rows(), *((key, request, {case.policy.criteria[1].id: said})
                        for key, case in by_hand.items() for said, _, request in case.requests())]  # fmt: skip
    policies = COMPILED | {key: as_data(case.policy) for key, case in by_hand.items()}
    sent = {"policies": policies, "rows": [{"policy": key, "request": request} for key, request, _ in asked]}
    answers = json.loads(node(ROOT / "tests/stranger/validator.mjs", stdin=json.dumps(sent)))
    seen: Counter[str] = Counter()
    for (key, request, expected), answer in zip(asked, answers, strict=True):
        assert {id: answer[id] for id in expected} == expected, (key, request)
        seen.update(expected.values())
    assert len(asked) > 1_400
    assert min(seen["met"], seen["not met"], seen["missing"], seen["not applicable"]) > 300


@every_policy
def test_the_interpreter_of_the_package_gives_every_verdict(key: str) -> None:
    module, seen = validator(*key.split("@")), 0
    for of, request, expected in rows():
        if of == key:
            found = dict(
                zip((c.id for c in module.POLICY.criteria), module.POLICY.interpreter.verdicts(request), strict=True)
            )
            assert {id: found[id] for id in expected} == expected
            seen += 1
    assert seen >= 15  # the smallest policies are a criterion or two
