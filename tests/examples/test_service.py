"""The example of a web service: its answers, its description, and its page in a browser without a network."""

from __future__ import annotations

import asyncio
import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest
from node_tools import PACKAGES, chromium
from playwright.sync_api import Route
from wiser_policies import POLICIES, check, validator

ROOT = Path(__file__).parents[2]
ADDRESS = "http://service.test"
SWAGGER = PACKAGES / "node_modules/swagger-ui-dist"


@pytest.fixture(scope="module")
def service() -> ModuleType:
    spec = spec_from_file_location("service", ROOT / "docs/examples/service.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sent(service: ModuleType, method: str, path: str, content: bytes = b"") -> httpx.Response:
    async def send() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(service.app), base_url=ADDRESS) as client:
            return await client.request(method, path, content=content)

    return asyncio.run(send())


def test_it_answers_a_request_as_the_validator_does(service: ModuleType) -> None:
    for entry in POLICIES:
        text = (ROOT / f"docs/requests/{entry.id}-ready.json").read_bytes()
        path = f"/{entry.id}/{entry.versions[-1].version}/check"
        answer = sent(service, "POST", path, text)
        assert (answer.status_code, answer.json()) == (200, check(json.loads(text)).as_dict())


@pytest.mark.parametrize(
    "content, code",
    [
        (b'{"codes": [], "codes": []}', "duplicate-key"),
        (b"no JSON", "not-json"),
        (b'{"pain_duration": "5"}', "wrong-type"),
    ],
)
def test_what_is_no_request_is_refused_with_its_problem(service: ModuleType, content: bytes, code: str) -> None:
    answer = sent(service, "POST", "/esi/6.0.0/check", content)
    assert (answer.status_code, [problem["code"] for problem in answer.json()["problems"]]) == (422, [code])


def described(service: ModuleType) -> Any:
    return sent(service, "GET", "/openapi.json").json()


def test_its_description_has_every_question_and_the_answer_once(service: ModuleType) -> None:
    api = described(service)
    assert api["openapi"].startswith("3.1")
    for entry in POLICIES:
        operation = api["paths"][f"/{entry.id}/{entry.versions[-1].version}/check"]["post"]
        asked = operation["requestBody"]["content"]["application/json"]["schema"]["properties"]
        for fact in validator(entry.id).POLICY.facts:
            assert asked[fact.name]["description"].startswith(fact.ask)
    assert [*api["components"]["schemas"]] == ["Answer"]


KINDS = {"css": "text/css", "js": "text/javascript; charset=utf-8"}


def test_its_page_shows_the_questions_of_a_request(service: ModuleType) -> None:
    """The page takes Swagger UI from a content network; the test gives it the same files from tests/node."""
    docs, api = sent(service, "GET", "/docs").text, json.dumps(described(service))

    def answer(route: Route) -> None:
        place = route.request.url.removeprefix(ADDRESS)
        file = SWAGGER / place.rpartition("/")[2]
        if place == "/docs":
            route.fulfill(body=docs, content_type="text/html")
        elif place == "/openapi.json":
            route.fulfill(body=api, content_type="application/json")
        elif file.is_file():
            route.fulfill(body=file.read_bytes(), content_type=KINDS[file.suffix[1:]])
        else:
            route.abort()

    with chromium() as browser:
        page = browser.new_page()
        page.route("**/*", answer)
        page.goto(f"{ADDRESS}/docs")
        page.locator('[data-path="/impotence/6.0.0/check"]').click()
        body = page.locator(".opblock-section-request-body")
        body.get_by_text("Schema", exact=True).click()
        whole = body.locator(".json-schema-2020-12-expand-deep-button").first
        whole.click()  # it was open for one level
        whole.click()
        shown = " ".join(body.inner_text().split())
    assert [fact.ask for fact in validator("impotence").POLICY.facts if fact.ask not in shown] == []
