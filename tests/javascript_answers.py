"""What the JavaScript package answers, compared with Python: whole results, their texts, open parts of criteria."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from node_tools import node
from wiser_policies import Result, check, check_json, scope, scope_json

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generated/javascript"
SCRIPT = ROOT / "tests/javascript/answers.mjs"


@dataclass(frozen=True)
class Asked:
    """A request or a document, the name of the policy that is to answer, and the criteria whose open part is wanted,
    if the version that answers has them.

    Of an id alone the day of receipt chooses the version; without a name the codes choose the policy too.
    """

    policy: str = ""
    request: Any = None
    document: str | None = None
    scope: bool = False
    open: Sequence[str] = field(default=())

    def answered(self, modules: Mapping[str, Any]) -> dict[str, Any]:
        """What Python says."""
        result = self._result(modules)
        still_open = {id: result.still_open(id) for id in self.open if id in result.verdicts}
        said = {"result": result.as_dict(), "summary": result.as_summary()}
        return {**said, "text": repr(result), "open": still_open}

    def _result(self, modules: Mapping[str, Any]) -> Result:
        if self.policy in modules:
            result: Result = modules[self.policy].check(self.request)
            return result
        if self.document is not None:
            return scope_json(self.document) if self.scope else check_json(self.document, self.policy)
        return scope(self.request) if self.scope else check(self.request, self.policy)

    def line(self, **more: Any) -> str:
        asked = {"request": self.request} if self.document is None else {"document": self.document}
        said = {"policy": self.policy, "scope": self.scope, "open": list(self.open), **asked, **more}
        return json.dumps(_written(said), allow_nan=False)


def _written(value: Any) -> Any:
    """A value in which what JSON cannot write stands under a key."""
    if isinstance(value, float) and not math.isfinite(value):
        return {"$number": {math.inf: "Infinity", -math.inf: "-Infinity"}.get(value, "NaN")}
    if isinstance(value, dict):
        return {key: _written(inner) for key, inner in value.items()}
    return [_written(inner) for inner in value] if isinstance(value, list) else value


def as_json(request: Any) -> Any:
    """A request as both languages can read it: without what JSON cannot hold, but NaN."""
    return json.loads(json.dumps(request))


def canonical(answer: Any) -> str:
    """JSON as both languages write it: JavaScript writes 4.0 as 4. The order of keys is the same in both."""
    text = json.dumps(answer, separators=(",", ":"), ensure_ascii=False)
    return re.sub(r"(?<=[0-9])\.0(?=[],}])", "", text)  # in texts too, and there as well


def assert_same_answers(
    asked: Sequence[Asked], modules: Mapping[str, Any] | None = None, compiled: Mapping[str, Any] | None = None,
    seen: Callable[[dict[str, Any]], None] | None = None,
) -> None:  # fmt: skip
    """Python and JavaScript say the same, word for word.

    `modules` and `compiled` are of policies beside the shipped ones. `seen` is called with each answer of Python.
    """
    first = json.dumps(compiled or {})
    digests = _ask(first, [each.line() for each in asked])
    assert len(digests) == len(asked)
    for each, digest in zip(asked, digests, strict=True):
        answer = each.answered(modules or {})
        if seen:
            seen(answer)
        if sha256(canonical(answer).encode("utf-8", "surrogatepass")).hexdigest() != digest:
            (said,) = _ask(first, [each.line(whole=True)])
            assert json.loads(said) == answer, each


def _ask(first: str, lines: Sequence[str]) -> list[str]:
    return node(SCRIPT, PACKAGE, stdin="\n".join([first, *lines]) + "\n", seconds=3600).splitlines()
