"""A web service that says what the chart of a request still lacks. Run it with `fastapi dev docs/examples/service.py`.

Its page `/docs` shows the questions of each policy, from the generated schemas. The body is read by `check_json`, and
not by the framework: a key that stands twice, or a number that loses digits, must not pass.
"""

import json
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from wiser_policies import NOTICE, POLICIES, __version__, check_json, read_file

app = FastAPI(title="Documentation of WISeR requests", version=__version__, description=NOTICE)


def add_check(policy: str, version: str, title: str) -> None:
    """The endpoint of one policy version."""

    async def checked(request: Request) -> JSONResponse:
        result = check_json(await request.body(), policy=f"{policy}@{version}")
        return JSONResponse(result.as_dict(), 422 if result.outcome == "invalid" else 200)

    described = {
        "requestBody": {"required": True, "content": _json(schema(f"{policy}/{version}/request"))},
        "responses": {
            "200": {"description": "What is missing or not met", "content": ANSWER},
            "422": {
                "description": "Not a request of this policy; each problem has a place and a code",
                "content": ANSWER,
            },
        },
    }
    app.post(f"/{policy}/{version}/check", summary=title, name=policy, openapi_extra=described)(checked)


def schema(name: str) -> dict[str, Any]:
    """A generated schema. OpenAPI 3.1 takes it as it is, but for its own address."""
    known = json.loads(read_file(f"json_schema/{name}.schema.json"))
    return {key: value for key, value in known.items() if key not in ("$id", "$schema")}


def _json(of: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": of}}


def described_api() -> dict[str, Any]:
    """The description of the service, with the schema of all answers once."""
    return FastAPI.openapi(app) | {"components": {"schemas": {"Answer": schema("result")}}}


ANSWER = _json({"$ref": "#/components/schemas/Answer"})

for entry in POLICIES:
    add_check(entry.id, entry.versions[-1].version, entry.title)
app.openapi = described_api  # type: ignore[method-assign]  # as FastAPI wants it
