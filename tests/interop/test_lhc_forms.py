"""The questionnaires in LHC-Forms, a renderer of the National Library of Medicine: opened from a file, with no network.

`make test` fills in one form as a person does. `INTEROP=1` renders the forms of all policies, with the answers of
requests, which takes minutes.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from node_tools import PACKAGES, chromium
from playwright.sync_api import Page, Route
from questionnaire_checks import items, shown
from wiser_policies import check, known_versions
from wiser_policies.fhir import request_of, response_of

ROOT = Path(__file__).parents[2]
LFORMS = PACKAGES / "node_modules/lforms/dist/lforms"
SCRIPTS = ("webcomponent/assets/lib/zone.min.js", "webcomponent/runtime.js", "webcomponent/polyfills.js",
           "webcomponent/main.js", "fhir/R4/lformsFHIR.min.js")  # fmt: skip
ANSWERS = "https://wiser-policies.example/fhir/CodeSystem/answers"
REQUESTS = 4  # of each policy, beside the empty one

SHOW = """async ([questionnaire, response]) => {
    const form = LForms.Util.convertFHIRQuestionnaireToLForms(questionnaire, "R4");
    const filled = response ? LForms.Util.mergeFHIRDataIntoLForms("QuestionnaireResponse", response, form, "R4") : form;
    await LForms.Util.addFormToPage(filled, "form", {fhirVersion: "R4"});
}"""


def questionnaire(key: str) -> dict[str, Any]:
    text = (ROOT / f"generated/fhir/{key.replace('@', '/')}.questionnaire.json").read_text()
    found: dict[str, Any] = json.loads(text)
    return found


@dataclass(frozen=True)
class Renderer:
    """A page with LHC-Forms. `refused` has every request for something else than a file."""

    page: Page
    refused: list[str]
    errors: list[str]

    def show(self, key: str, response: Mapping[str, Any] | None = None) -> None:
        """Show the form of a version, with the answers of a response."""
        self.page.evaluate(SHOW, [questionnaire(key), response])
        self.page.wait_for_function("document.querySelectorAll('lhc-item').length > 10")

    def response(self) -> dict[str, Any]:
        """The answers that are on the page."""
        found: dict[str, Any] = self.page.evaluate("LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4')")
        return found

    def texts(self) -> set[str]:
        """The lines of text that a person sees."""
        lines: str = self.page.evaluate("document.body.innerText")
        return {" ".join(line.split()) for line in lines.splitlines()}

    def wait_for(self, text: str, shown: bool = True) -> None:
        """Wait until a line of text is there, or is gone."""
        self.page.wait_for_function(f"document.body.innerText.split('\\n').includes('{text}') === {str(shown).lower()}")

    def tick(self, link: str, code: str, system: str = ANSWERS) -> None:
        """Choose a radio button or a check box."""
        self.page.locator(f'[id="{link}|{system}|{code}"]').click()

    def fill(self, link: str, text: str) -> None:
        """Write into a field."""
        inside = self.page.locator(f'[id="{link}"] input, input[id="{link}"]').first
        inside.click()
        inside.fill(text)
        inside.press("Enter" if "/" in text else "Tab")  # a calendar takes what is written with Enter


@pytest.fixture(scope="module")
def renderer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Renderer]:
    style = f'<link rel="stylesheet" href="{(LFORMS / "webcomponent/styles.css").as_uri()}">'
    scripts = "".join(f'<script src="{(LFORMS / script).as_uri()}"></script>' for script in SCRIPTS)
    head = f'<head><meta charset="utf-8"><title>A form</title>{style}</head>'
    file = tmp_path_factory.mktemp("form") / "form.html"
    file.write_text(f'<!doctype html><html lang="en">{head}<body><div id="form"></div>{scripts}</body></html>')
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1100, "height": 1400})
        found = Renderer(page, [], [])

        def of_file_alone(route: Route) -> None:
            if route.request.url.startswith("file:"):
                route.continue_()
            else:
                found.refused.append(route.request.url)
                route.abort()

        page.route("**/*", of_file_alone)
        page.on("pageerror", lambda error: found.errors.append(str(error)))
        page.goto(file.as_uri())
        page.wait_for_function("window.LForms && LForms.Util && LForms.FHIR && LForms.FHIR.R4")
        yield found


def seen_of(asked: Mapping[str, Any], response: Mapping[str, Any]) -> set[str]:
    """The texts of everything that is shown beside these answers; help stands behind a button."""
    visible = shown(asked, response)
    return {
        " ".join(item["text"].split())
        for item in items(asked)
        if item["linkId"] in visible and not item["linkId"].endswith("-help")
    }


def test_a_form_that_a_person_fills_in_becomes_the_request(renderer: Renderer) -> None:
    asked = questionnaire("esi@6.0.0")
    renderer.show("esi@6.0.0")
    assert seen_of(asked, {}) <= renderer.texts()
    options = "https://wiser-policies.example/fhir/CodeSystem/esi."
    renderer.fill("codes/1/1", "64483")
    renderer.fill("service_date/1/1", "04/29/2026")
    renderer.tick("pregnant/1/1", "no")
    renderer.tick("payer/1/1", "original", f"{options}payer")
    renderer.fill("pain_duration/1/1", "6")
    renderer.fill("baseline_score/1/1", "52.5")
    renderer.fill("history/1/1", "p. 3")
    renderer.tick("symptoms.radiculopathy/1/1/1", "found")
    renderer.tick("symptoms.claudication/1/1/1", "not-found")
    for level in ("L4-L5", "L5-S1"):
        renderer.tick("planned_levels/1/1", level, f"{options}planned-levels")
    renderer.tick("acute_zoster_pain/1/1", "yes")
    renderer.wait_for("Did conservative care fail to control the zoster pain?")
    renderer.tick("acute_zoster_pain/1/1", "no")
    renderer.wait_for("Did conservative care fail to control the zoster pain?", shown=False)
    assert "Prior sessions: one record" not in renderer.texts()
    renderer.tick("prior_sessions-listed/1/1/1", "listed")
    renderer.wait_for("Prior sessions: one record")
    renderer.fill("prior_sessions.session_date/1/1/1/1", "06/02/2025")
    renderer.tick("prior_sessions.approach/1/1/1/1", "caudal", f"{options}prior-sessions.approach")
    request, problems = request_of(renderer.response(), "esi@6.0.0")
    assert problems == ()
    assert request == {
        "codes": ["64483"],
        "service_date": "2026-04-29",
        "payer": "original",
        "pregnant": False,
        "history": "p. 3",
        "pain_duration": 6,
        "symptoms": {"radiculopathy": True, "claudication": False},
        "acute_zoster_pain": False,
        "baseline_score": 52.5,
        "prior_sessions": [{"session_date": "2025-06-02", "approach": "caudal"}],
        "planned_levels": ["L4-L5", "L5-S1"],
    }
    assert renderer.refused == renderer.errors == []


def of_cases(key: str) -> list[dict[str, Any]]:
    """Requests at bounds of the policy, spread over its table."""
    rows = json.loads((ROOT / f"generated/cases/{key.replace('@', '/')}.json").read_text())["rows"]
    requests = [row["request"] for row in rows if row["outcome"] != "invalid"]
    return requests[:: max(1, len(requests) // REQUESTS)][:REQUESTS]


@pytest.mark.skipif(not os.environ.get("INTEROP"), reason="renders every form: make interop")
@pytest.mark.parametrize("key", known_versions())
def test_every_form_shows_what_matters_and_gives_its_answers_back(renderer: Renderer, key: str) -> None:
    """The renderer drops answers to questions that it hides; they decide nothing, so the verdicts are the same."""
    asked = questionnaire(key)
    assert len(of_cases(key)) > 1
    for request in ({}, *of_cases(key)):
        response, _ = response_of(request, key)
        assert response is not None
        renderer.show(key, response)
        assert seen_of(asked, response) <= renderer.texts()
        back, problems = request_of(renderer.response(), key)
        assert problems == ()
        assert back is not None
        visible = shown(asked, response)
        assert back == {name: value for name, value in request.items() if name in visible}
        assert check(back, policy=key).verdicts == check(request, policy=key).verdicts
    assert renderer.refused == renderer.errors == []
