"""The schemas stand in an OpenAPI 3.1 document, copied or referred to, and two linters have nothing to say."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from node_tools import node, tool
from shipped import SHIPPED
from wiser_compiler.targets.json_schema import any_result, json_schema

ROOT = Path(__file__).parents[2]
POLICIES = list(SHIPPED.values()) if os.environ.get("INTEROP") else [SHIPPED["esi@6.0.0"]]
RESULT = any_result(list(SHIPPED.values())).files["json_schema/result.schema.json"]


def answer(schema: str) -> dict[str, Any]:
    return {"description": "The answer", "content": {"application/json": {"schema": {"$ref": schema}}}}


def operation(name: str, request: str, result: str) -> dict[str, Any]:
    return {
        "post": {
            "operationId": name,
            "summary": f"Check a request: {name}",
            "description": "What the chart does not show yet.",
            "tags": ["check"],
            "security": [{"key": []}],
            "requestBody": {"required": True, "content": {"application/json": {"schema": {"$ref": request}}}},
            "responses": {"200": answer(result), "400": {"description": "No JSON"}},
        }
    }


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A service that checks requests: `request` and the result of `check` are copied, the result of a policy is not."""
    folder = tmp_path_factory.mktemp("openapi")
    copied: dict[str, Any] = {"Result": json.loads(RESULT)}
    paths = {}
    for policy in POLICIES:
        place = f"{policy.id}/{policy.version}"
        files = json_schema(policy).files
        for name in ("request", "result"):
            path = folder / place / f"{name}.schema.json"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(files[f"json_schema/{place}/{name}.schema.json"], "utf-8")
        request = json.loads(files[f"json_schema/{place}/request.schema.json"])
        title = f"{request['title']}{policy.version.replace('.', '_')}"
        copied[title] = request
        paths[f"/check/{place}"] = operation(
            f"check{title}", f"#/components/schemas/{title}", "#/components/schemas/Result"
        )
        paths[f"/pinned/{place}"] = operation(
            f"pinned{title}", f"./{place}/request.schema.json", f"./{place}/result.schema.json"
        )
    whole = {
        "openapi": "3.1.0",
        "info": {
            "title": "Documentation checks", "version": "1.0.0", "description": "It speaks of documentation alone.",
            "contact": {"name": "Nobody", "url": "https://checks.example", "email": "nobody@checks.example"},
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "https://checks.example/v1"}],
        "tags": [{"name": "check", "description": "Checks of requests"}],
        "paths": paths,
        "components": {
            "schemas": copied,
            "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
        },
    }  # fmt: skip
    (folder / "openapi.json").write_text(json.dumps(whole), "utf-8")
    return folder


def test_redocly_has_nothing_to_say(document: Path) -> None:
    said = node(
        tool("redocly"), "lint", "openapi.json", "--extends", "recommended-strict", "--format", "json",
        folder=document, seconds=600,
    )  # fmt: skip
    assert json.loads(said)["problems"] == []


def test_spectral_has_nothing_to_say(document: Path) -> None:
    (document / ".spectral.json").write_text(json.dumps({"extends": ["spectral:oas"]}), "utf-8")
    said = node(tool("spectral"), "lint", "openapi.json", "--fail-severity", "hint", folder=document, seconds=600)
    assert "No results with a severity of 'hint' or higher found!" in said


def test_the_linters_find_a_reference_that_breaks_when_it_is_copied(document: Path) -> None:
    """The planted fault: the result of a policy has references within its file, and is not to be copied."""
    whole = json.loads((document / "openapi.json").read_text("utf-8"))
    policy = POLICIES[0]
    copied = json.loads((document / f"{policy.id}/{policy.version}/result.schema.json").read_text("utf-8"))
    whole["components"]["schemas"]["Result"] = copied
    (document / "copied.json").write_text(json.dumps(whole), "utf-8")
    with pytest.raises(AssertionError, match="no-unresolved-refs"):
        node(tool("redocly"), "lint", "copied.json", "--format", "summary", folder=document, seconds=600)
