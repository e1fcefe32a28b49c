"""The JavaScript package asks for the same things as Python, in the same words."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from floors import looked
from generated_modules import validator
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lengths import FUZZ, one_in
from node_tools import node
from shipped import SHIPPED, requests_for
from strategies_of_policies import marked, policies, policies_of_few_answers, policies_of_ranges, thinned
from wiser_compiler.core.as_data import as_data
from wiser_compiler.core.model import Policy
from wiser_compiler.proof.strategies import requests
from wiser_policies import ask_list, check

ROOT = Path(__file__).parents[2]
TODAY = ("", "2026-05-20", "2027-12-30")
REPEATABLE = settings(
    max_examples=200 if FUZZ else 3,
    derandomize=not FUZZ,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)


def asked(of: Mapping[str, Policy], lines: Iterable[Mapping[str, Any]]) -> list[Any]:
    """What JavaScript says to each line."""
    first = {key: as_data(policy) for key, policy in of.items()}
    stdin = "".join(f"{json.dumps(line)}\n" for line in (first, *lines))
    said = node(ROOT / "tests/javascript/asks.mjs", ROOT / "generated/javascript", stdin=stdin, seconds=3600)
    return [json.loads(line) for line in said.splitlines()]


@looked({"gaps": 60, "several ways": 5, "contradicted": 10})
@settings(REPEATABLE, max_examples=100 if FUZZ else 2)
@given(st.data())
def test_a_chart_of_a_shipped_policy_is_asked_for_the_same(seen: Counter[str], data: st.DataObject) -> None:
    told = [
        {"policy": key, "request": request, "today": data.draw(st.sampled_from(TODAY))}
        for key in SHIPPED
        for drawn in (requests_for(key), requests_for(key).flatmap(thinned))
        for request in (data.draw(drawn), data.draw(drawn))
    ]
    for line, said in zip(told, asked(SHIPPED, told), strict=True):
        result = check(line["request"], policy=line["policy"])
        assert said == ask_list(result, line["today"] or None).as_dict(), line
        seen["gaps"] += len(said["gaps"])
        seen["several ways"] += sum(len(gap["ways"]) > 1 for gap in said["gaps"])
        seen["contradicted"] += len(said["contradicted"])


def test_each_fact_of_a_ready_request_is_asked_for_the_same() -> None:
    told = []
    for path in [ROOT / f"docs/requests/{name}-ready.json" for name in ("esi", "pva", "skin_substitutes")]:
        request = json.loads(path.read_text("utf-8"))
        key = f"{check(request).policy.id}@{check(request).policy.version}"
        told += [
            {
                "policy": key,
                "request": {name: value for name, value in request.items() if name != left_out},
                "today": "",
            }
            for left_out in one_in(3, request)
        ]
    assert len(told) > 35
    for line, said in zip(told, asked(SHIPPED, told), strict=True):
        assert said == ask_list(check(line["request"], policy=line["policy"])).as_dict(), line


@looked({"gaps": 30, "contradicted": 5})
@REPEATABLE
@given(st.data())
def test_a_chart_of_any_policy_is_asked_for_the_same(seen: Counter[str], data: st.DataObject) -> None:
    any_policy = st.one_of(policies(), policies_of_ranges(), policies_of_few_answers()).flatmap(marked)
    of = {f"{number}": data.draw(any_policy) for number in range(8)}
    told = [
        {
            "policy": key,
            "request": data.draw(requests(policy).flatmap(thinned)),
            "today": data.draw(st.sampled_from(TODAY)),
        }
        for key, policy in of.items()
        for _ in range(4)
    ]
    modules = {key: validator(policy) for key, policy in of.items()}
    for line, said in zip(told, asked(of, told), strict=True):
        result = modules[line["policy"]].check(line["request"])
        assert said == ask_list(result, line["today"] or None).as_dict(), line
        seen["gaps"] += len(said["gaps"])
        seen["contradicted"] += len(said["contradicted"])


def test_today_is_a_day() -> None:
    program = f"""
        import {{ check }} from "{ROOT}/generated/javascript/all.js";
        import {{ askList }} from "{ROOT}/generated/javascript/index.js";
        try {{ askList(check({{}}), {{ today: "today" }}); }}
        catch (error) {{ console.log(error instanceof RangeError); }}
        console.log(JSON.stringify(askList(check({{ codes: 7 }}))));
    """
    assert node("--input-type=module", "-e", program).splitlines() == [
        "true",
        json.dumps({"contradicted": [], "gaps": [], "offices": []}, separators=(",", ":")),
    ]
