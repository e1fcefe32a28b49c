"""The subjects that are timed: generated and hand-written validators, schema validators, the compiler, commands."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import fastjsonschema
import jsonschema
import jsonschema_rs
from wiser_compiler.core.model import Policy
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.checks import check_policy
from wiser_compiler.reading.reader import read_policy
from wiser_compiler.targets import TARGETS
from wiser_policies import check_json
from wiser_policies._json import read_json
from wiser_policies.esi import v6_0_0 as esi

from . import hand
from .measure import Call, Subject
from .native import package_in, unpacked

ROOT = Path(__file__).parents[2]
POLICY = ROOT / "policies" / "esi" / "6.0.0.yaml"
SCHEMAS = ROOT / "generated" / "json_schema" / "esi" / "6.0.0"

HAND = "hand-written Python, verdicts only"


def policy() -> Policy:
    """The policy that is timed, read from its document."""
    report = Report()
    found = read_policy(POLICY, report)
    if found is None:
        raise RuntimeError("\n".join(str(finding) for finding in report.found))
    return found


def columns(of: Policy) -> dict[str, list[dict[str, Any]]]:
    """The base example of the policy, which is ready and lists two sessions; and all its examples."""
    requests = [dict(example.request) for example in of.examples]
    return {"ready": requests[:1], "mixed": requests}


def validators() -> Mapping[str, Call]:
    """Everything that takes a request as a JSON reader returns it."""
    calls: dict[str, Call] = {
        HAND: hand.verdicts,
        "judge: verdicts, explanation when asked for": esi.judge,
        "is_valid: types": esi.is_valid,
        "check: types, verdicts": esi.check,
        "check, gaps: types, verdicts, what is missing": lambda request: esi.check(request).gaps(),
        "judge, explain: every criterion with its facts": lambda request: esi.judge(request).explain(),
        "judge, as_dict: the same as JSON values": lambda request: esi.judge(request).as_dict(),
    }
    return calls


def readers() -> Mapping[str, Call]:
    """Everything that takes the bytes of a JSON document."""
    return {
        "json.loads alone": json.loads,
        "read_json alone: duplicate keys and lost digits refused": read_json,
        "read_json, check, gaps": lambda data: esi.check(read_json(data)).gaps(),
        "check_json, gaps: the same, policy chosen by code and date": lambda data: check_json(data).gaps(),
    }


def peers() -> Mapping[str, Call]:
    """Schema validators on the schema `ready`. They answer yes or no, and look at less than a verdict."""
    ready = json.loads((SCHEMAS / "ready.schema.json").read_text("utf-8"))
    twin = json.loads((SCHEMAS / "draft-07" / "ready.schema.json").read_text("utf-8"))
    compiled = fastjsonschema.compile(twin)

    def fast(request: Any) -> bool:
        try:
            compiled(request)
        except fastjsonschema.JsonSchemaValueException:
            return False
        return True

    return {
        SCHEMA: jsonschema_rs.validator_for(ready).is_valid,
        "fastjsonschema (draft-07 twin)": fast,
        "jsonschema": jsonschema.Draft202012Validator(ready).is_valid,
    }


def subjects(requests: Sequence[dict[str, Any]]) -> list[Subject]:
    """The validators, readers and peers on the same requests; the hand-written one comes first."""
    documents = [json.dumps(request).encode() for request in requests]
    return [
        *(Subject(name, call, requests) for name, call in validators().items()),
        *(Subject(name, call, documents) for name, call in readers().items()),
        *(Subject(name, call, requests) for name, call in peers().items()),
    ]


SCHEMA = "jsonschema-rs"
NATIVE_JUDGE = "native judge: verdicts, explanation when asked for"
NATIVE_CHECK = "native check: types, verdicts"


def native_subjects(wheel: Path, requests: Sequence[dict[str, Any]]) -> list[Subject]:
    """The validator of a native wheel, beside the pure one and the schema validator that is machine code too."""
    native = package_in(unpacked(wheel), "esi.v6_0_0")["esi.v6_0_0"]
    calls: dict[str, Call] = {
        SCHEMA: peers()[SCHEMA],
        "pure judge": esi.judge,
        NATIVE_JUDGE: native.judge,
        "native is_valid: types": native.is_valid,
        "pure check": esi.check,
        NATIVE_CHECK: native.check,
        "native check, gaps: types, verdicts, what is missing": lambda request: native.check(request).gaps(),
    }
    return [Subject(name, call, requests) for name, call in calls.items()]


COMPILED = "read and all targets"


def compiling(of: Policy) -> list[Subject]:
    """The steps of compiling one policy, each on a policy of which nothing is known yet, and all of them together.

    No step of a build needs the lints, which are for the author.
    """

    def checked(found: Policy) -> None:
        check_policy(found, Report())

    def compiled(path: Path) -> None:
        found = read_policy(path, Report())
        assert found is not None
        for target in TARGETS.values():
            target(found)

    return [
        Subject("read: YAML to policy", lambda path: read_policy(path, Report()), [POLICY]),
        *(Subject(f"target {name}", _anew(target), [of]) for name, target in TARGETS.items()),
        Subject("examples and lints", checked, [of]),
        Subject(COMPILED, compiled, [POLICY]),
    ]


def _anew(target: Call) -> Call:
    return lambda of: target(replace(of))


def commands() -> Mapping[str, Sequence[str]]:
    """Whole commands, as a shell starts them; the first is the least that Python can do."""
    wiser = Path(sys.executable).with_name("wiser").as_posix()
    ready = (ROOT / "docs" / "requests" / "esi-ready.json").as_posix()
    folder, out = (ROOT / "policies").as_posix(), (ROOT / "generated").as_posix()
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "wiser --help": [wiser, "--help"],
        "wiser check REQUEST.json": [wiser, "check", ready],
        "wiser lint": [wiser, "lint", folder],
        "wiser build --check": [wiser, "build", "--check", "--policies", folder, "--out", out],
    }
