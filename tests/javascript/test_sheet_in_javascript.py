"""A sheet that is filled in by JavaScript, in a browser, is the one that Python fills in."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from lengths import FUZZ
from printing import window
from wiser_compiler.targets.javascript.bundle import joined
from wiser_compiler.targets.javascript.index import MODULES, copied
from wiser_policies import ask_list, check, known_versions, validator
from wiser_policies.sheets import blank_sheet, filled_sheet, fragment
from wiser_policies.testing import requests

ROOT = Path(__file__).parents[2]
TODAY = "2026-05-01"
ENTRY = 'export { validatorOf } from "./runtime/catalog.js";\nexport { fillSheet } from "./runtime/sheet.js";\n'
# Both sheets as the browser writes them, so that only what differs for a reader differs.
COMPARED = """([policies, cases]) => {
  const { validatorOf, fillSheet } = globalThis.tested;
  const parsed = (html) => new DOMParser().parseFromString(html, "text/html").querySelector(".sheet");
  const written = (sheet) => sheet.outerHTML.replace(/\\n/g, "");
  const known = Object.fromEntries(Object.entries(policies).map(([key, one]) => [key, validatorOf(one)]));
  return cases.map(({ key, request, asked, blank, filled }) => {
    const sheet = parsed(blank);
    fillSheet(sheet, { result: known[key].check(request), request, asked });
    const found = written(sheet);
    const expected = written(parsed(filled));
    return found === expected ? null : [found, expected];
  });
}"""
MODULE_TEXTS = {**{name: copied(name) for name in MODULES}, "entry.js": ENTRY}


def keys() -> list[str]:
    return [key for key in known_versions() if not key.startswith("wiser@")]


def case(key: str, request: dict[str, Any]) -> dict[str, Any]:
    result = check(request, policy=key)
    return {
        "key": key,
        "request": request,
        "asked": ask_list(result, TODAY).as_dict(),
        "blank": fragment(blank_sheet(key)),
        "filled": fragment(filled_sheet(result, today=TODAY)),
    }


def drawn(many: int) -> list[dict[str, Any]]:
    """Random requests of every policy, with their sheets."""
    found: list[dict[str, Any]] = []

    @seed(7)
    @settings(
        max_examples=many,
        derandomize=False,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def draw(data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(keys()))
        request = json.loads(json.dumps(data.draw(requests(key))))
        if check(request, policy=key).outcome != "invalid":
            found.append(case(key, request))

    draw()
    return found


def test_javascript_fills_in_the_sheet_that_python_fills_in() -> None:
    ready = [
        (path.name.partition("-")[0], json.loads(path.read_text("utf-8")))
        for path in (ROOT / "docs/requests").iterdir()
    ]
    cases = [case(f"{id}@6.0.0", request) for id, request in ready]
    cases += drawn(1_000 if FUZZ else 12)
    policies = {key: validator(key).POLICY.interpreter.data for key in keys()}
    outcomes = Counter(check(one["request"], policy=one["key"]).outcome for one in cases)
    assert {"ready", "incomplete", "not met", "out of scope"} <= set(outcomes)
    with window() as page:
        page.set_content("<title>test</title>")
        page.add_script_tag(content=joined(MODULE_TEXTS, "entry.js", "tested"))
        for start in range(0, len(cases), 50):
            for one, differ in zip(
                cases[start:], page.evaluate(COMPARED, [policies, cases[start : start + 50]]), strict=False
            ):
                assert differ is None, (one["key"], one["request"], first_difference(*differ))


def first_difference(found: str, expected: str) -> tuple[str, str]:
    at = next((n for n, (a, b) in enumerate(zip(found, expected, strict=False)) if a != b), 0)
    return found[max(0, at - 200) : at + 100], expected[max(0, at - 200) : at + 100]
