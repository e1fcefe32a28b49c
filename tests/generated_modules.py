"""Load the outputs of the targets for a policy, as an application would."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

import jsonschema
import jsonschema_rs
from wiser_compiler.core.last_policy import known_of_the_last
from wiser_compiler.core.model import Policy
from wiser_compiler.targets.json_schema import json_schema
from wiser_compiler.targets.python import python
from wiser_compiler.targets.python import validator as in_memory


def validator(policy: Policy) -> ModuleType:
    """The generated validator of a policy; a failing test can print its `SOURCE`."""
    files = python(policy).files
    module = in_memory(f"generated_{policy.id}", files)
    module.SOURCE = next(text for path, text in files.items() if path.endswith(".py"))  # type: ignore[attr-defined]
    return module


@dataclass(frozen=True)
class Schemas:
    """The schemas of a policy in one draft, each ready to answer yes or no."""

    request: jsonschema_rs.Validator
    possible: jsonschema_rs.Validator
    ready: jsonschema_rs.Validator
    texts: dict[str, Any]


def schemas(policy: Policy, draft: str = "") -> Schemas:
    """The schemas in 2020-12, or with `draft="draft-07/"` their twins."""
    folder = f"json_schema/{policy.id}/{policy.version}/{draft}"
    files = _schema_files(policy)
    texts = {name: json.loads(files[f"{folder}{name}.schema.json"]) for name in ("request", "possible", "ready")}
    loaded = {name: jsonschema_rs.validator_for(text) for name, text in texts.items()}
    return Schemas(**loaded, texts=texts)


@known_of_the_last
def _schema_files(policy: Policy) -> Mapping[str, str]:
    return json_schema(policy).files  # of both drafts, which are asked for one after the other


@cache
def reference(text: str) -> Any:
    """The reference implementation on the same schema."""
    schema = json.loads(text)
    return jsonschema.validators.validator_for(schema)(schema)
