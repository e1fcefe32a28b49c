"""The validators in Node, timed there: the JavaScript package beside ajv, on the same requests in one process."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from .measure import Timing
from .subjects import ROOT, SCHEMAS

NODE = ROOT / ".venv" / "bin" / "node"
AJV = "ajv on the schema ready, up to the first fault"
CHECK = "check: types, verdicts"


def in_node(requests: dict[str, list[dict[str, Any]]], rounds: int, milliseconds: int) -> dict[str, dict[str, Timing]]:
    """The timing of each subject by its name, for each column of requests. A turn lasts about so many milliseconds."""
    schema = json.loads((SCHEMAS / "ready.schema.json").read_text("utf-8"))
    asked = {"columns": requests, "schema": schema, "rounds": rounds, "milliseconds": milliseconds}
    done = subprocess.run(
        [str(NODE), str(Path(__file__).with_name("javascript.mjs"))],
        input=json.dumps(asked), cwd=ROOT / "tests/node", capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return {
        column: {name: Timing(tuple(us / 1e6 for us in found)) for name, found in subjects.items()}
        for column, subjects in json.loads(done.stdout)["found"].items()
    }
