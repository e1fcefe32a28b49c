"""The JavaScript package makes the same responses of requests, and the same requests of responses, as Python."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

from fhir_responses import BROKEN, full, places
from hypothesis import HealthCheck, Phase, given, settings
from node_tools import node
from wiser_policies import known_versions
from wiser_policies.fhir import request_of, response_of
from wiser_policies.testing import requests

ROOT = Path(__file__).parents[2]
JUNK = (None, True, 3, 4.5, "x", "pregnant", [], {}, [{}], [[]], {"linkId": "state"}, [{"valueString": "x"}])


def answers(asked: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    lines = "".join(f"{json.dumps(each)}\n" for each in asked)
    said = node(ROOT / "tests/javascript/responses.mjs", ROOT / "generated/javascript", stdin=lines)
    return [json.loads(line) for line in said.splitlines()]


def drawn(key: str, many: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []

    @settings(max_examples=many, derandomize=True, database=None, phases=[Phase.generate],
              suppress_health_check=[HealthCheck.too_slow])  # fmt: skip
    @given(requests(key))
    def draw(request: dict[str, Any]) -> None:
        found.append(request)

    draw()
    return found


def test_requests_of_every_policy_become_the_same_responses_and_come_back() -> None:
    asked = [(key, request) for key in known_versions() for request in drawn(key, 40)]
    assert len(asked) > 400
    responses = answers({"policy": key, "request": request} for key, request in asked)
    for (key, request), answer in zip(asked, responses, strict=True):
        assert answer == {"response": response_of(request, key)[0], "problems": []}
    back = answers(
        {"policy": key, "response": answer["response"]} for (key, _), answer in zip(asked, responses, strict=True)
    )
    for answer, of in zip(back, responses, strict=True):
        assert answer == {"request": request_of(of["response"])[0], "problems": []}


def test_responses_are_refused_for_the_same_reasons() -> None:
    broken = [full() for _ in BROKEN]
    for response, (_, _, fault) in zip(broken, BROKEN, strict=True):
        fault(response)
    assert_refused_alike([*broken, *JUNK, *spoilt(400)])


def spoilt(many: int) -> Iterable[Any]:
    """The response with something else at one place, or without it."""
    random, whole = Random(7), full()
    for _ in range(many):
        response = deepcopy(whole)
        of, key = random.choice([*places(response)])
        if random.random() < 0.2:
            del of[key]
        else:
            of[key] = random.choice(JUNK)
        yield response


def assert_refused_alike(responses: Sequence[Any]) -> None:
    said = answers({"policy": "esi@6.0.0", "response": response} for response in responses)
    refused = 0
    for response, answer in zip(responses, said, strict=True):
        request, problems = request_of(response, "esi@6.0.0")
        listed = [{"linkId": one.link_id, "rule": one.rule, "code": one.code} for one in problems]
        assert answer == {"request": request, "problems": listed}
        refused += request is None
    assert len(responses) // 2 < refused < len(responses)


def test_an_invalid_request_has_no_response_in_javascript() -> None:
    (answer,) = answers([{"policy": "esi@6.0.0", "request": {"pain": 3}}])
    _, problems = response_of({"pain": 3}, "esi@6.0.0")
    assert answer["response"] is None
    assert [one["code"] for one in answer["problems"]] == [one.code for one in problems] == ["unknown-fact"]


def test_what_no_json_holds_is_no_response() -> None:
    lines = f"""
        import {{ requestOf }} from "{(ROOT / "generated/javascript/fhir.js").as_uri()}";
        import esi from "{(ROOT / "generated/javascript/policies/esi/v6_0_0.js").as_uri()}";
        const ring = {{}}; ring.item = ring;
        const throws = {{ get resourceType() {{ throw new Error("no"); }} }};
        const proxy = new Proxy({{}}, {{ ownKeys() {{ throw new Error("no"); }} }});
        const found = [undefined, ring, throws, 1n, () => 1, Symbol("x"), proxy];
        console.log(found.map((one) => requestOf(esi, one).problems[0].code).join());
    """
    assert set(node("--input-type=module", "-e", lines).strip().split(",")) == {"not-a-response"}
