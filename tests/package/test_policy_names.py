"""A policy is named in one way everywhere: by its id, alone or with a version."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from command_line import run
from wiser_policies import POLICIES, PROGRAMS, check, check_json, known_versions, scope, validator
from wiser_policies.testing import invalid_requests, requests

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docs/requests/esi-ready.json"
READY = json.loads(FILE.read_text("utf-8"))
KNOWN = known_versions()

# Everything in the package that takes the name of a policy.
TAKERS: dict[str, Callable[[Any], object]] = {
    "check": lambda name: check(READY, name),
    "check of an invalid request": lambda name: check(5, policy=name),
    "check_json": lambda name: check_json(b"{}", name),
    "validator": validator,
    "validator with a version": lambda name: validator(name, "6.0.0"),
    "requests": requests,
    "invalid_requests": invalid_requests,
}
every_taker = pytest.mark.parametrize("taker", TAKERS.values(), ids=TAKERS)


@every_taker
@pytest.mark.parametrize(
    "name", ["esi@", "esi@9.9.9", "@6.0.0", "knee@1.0.0", " esi@6.0.0", "esi 6.0.0", "ESI", "knee"]
)
def test_an_unknown_name_is_one_error_that_repeats_it_and_lists_the_known_ones(
    taker: Callable[[Any], object], name: str
) -> None:
    with pytest.raises(LookupError) as raised:
        taker(name)
    assert str(raised.value) == f"there is no policy {name}; known are {', '.join(KNOWN)}"


@every_taker
@pytest.mark.parametrize("name", [5, 0, None, b"esi@6.0.0", ("esi", "6.0.0"), ["esi"]], ids=repr)
def test_a_name_that_is_no_text_is_a_mistake_of_the_caller(taker: Callable[[Any], object], name: Any) -> None:
    with pytest.raises(TypeError, match=r'a policy is named by its id, alone or with a version, such as "esi@6\.0\.0"'):
        taker(name)


def test_a_version_that_does_not_exist_is_unknown_to_validator_too() -> None:
    for version in ("9.9.9", "6", "6_0_0", "esi@6.0.0"):
        with pytest.raises(LookupError, match=f"there is no policy esi@{version}; known are "):
            validator("esi", version)


@pytest.mark.parametrize("key", KNOWN)
def test_every_known_version_is_taken_in_both_spellings(key: str) -> None:
    id, _, version = key.partition("@")
    policy = check({}, policy=key).policy
    assert (policy.id, policy.version) == (id, version)
    assert validator(key) is validator(id, version)
    assert validator(key).POLICY is policy


class Name(StrEnum):
    ESI = "esi@1.0.0"


def test_a_name_may_be_a_subclass_of_text() -> None:
    assert check(READY, Name.ESI).policy.version == validator(Name.ESI).POLICY.version == "1.0.0"


# ---------------------------------------------------------------- an id alone


@pytest.mark.parametrize("entry", [*POLICIES, *PROGRAMS], ids=lambda entry: entry.id)
def test_an_id_alone_is_answered_by_the_version_in_force_on_the_day_of_receipt(entry: Any) -> None:
    for version in entry.versions:
        assert check({"received_date": version.effective}, entry.id).policy.version == version.version
    assert check({}, entry.id).policy.version == entry.versions[-1].version
    assert validator(entry.id).POLICY.version == entry.versions[-1].version


def test_an_id_alone_is_answered_whatever_the_codes_are() -> None:
    other = READY | {"codes": ["63650"]}
    assert check(other).policy.id != "esi"
    assert (check(other, "esi").policy.id, check(other, "esi").outcome) == ("esi", "out of scope")
    assert check(READY, "esi") == check(READY)
    assert [problem.path for problem in check(READY | {"codes": [5], "pain_duration": "x"}, "esi").problems] == [
        "/codes", "/pain_duration",
    ]  # fmt: skip


def test_on_a_day_without_a_version_an_id_alone_is_answered_as_no_name_is() -> None:
    early = {"codes": ["22514"], "received_date": "2026-01-10", "state": "TX"}
    assert check(early, "pva") == check(early)
    assert [problem.code for problem in check(early, "pva").problems] == ["no-version-on-that-day"]
    assert check(early, "pva@6.0.0").policy.id == "pva"  # whose criterion `in-force` says it
    before_the_program = early | {"received_date": "2025-06-01"}
    assert check(before_the_program, "pva") == check(before_the_program) == scope(before_the_program)


def test_the_program_says_itself_that_it_is_not_in_force() -> None:
    early = {"received_date": "2025-06-01"}
    assert check(early, "wiser") == scope(early)
    assert check(early, "wiser").outcome == "out of scope"


@pytest.mark.parametrize("request_", [5, None, [], {"received_date": 5}, {"received_date": "27.4.2026"}], ids=repr)
def test_an_id_alone_takes_any_request(request_: object) -> None:
    assert check(request_, "esi") == check(request_, "esi@6.0.0")


# ---------------------------------------------------------------- commands

COMMANDS = {
    "check": ["check", "--policy", "NAME", str(FILE)],
    "checklist": ["checklist", "NAME"],
    "graph": ["graph", "NAME"],
    "diff": ["diff", "NAME", "esi@6.0.0"],
    "prove": ["prove", "NAME"],
    "mutate": ["mutate", "NAME"],
    "sources": ["sources", str(FILE), "--source", "guide_6", "--policy", "NAME"],
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize("name", ["esi@9.9.9", "knee"])
def test_a_command_is_used_wrongly_with_an_unknown_name(
    command: list[str], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    result = run(*(name if word == "NAME" else word for word in command))
    assert result.exit_code == 2
    assert f"there is no policy {name}; known are {', '.join(KNOWN)}" in " ".join(result.stderr.split())


def test_the_command_without_libraries_says_the_same() -> None:
    command = [sys.executable, "-m", "wiser_policies", "--policy", "knee", str(FILE)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"there is no policy knee; known are {', '.join(KNOWN)}" in done.stderr


def test_commands_take_an_id_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert "checklist esi 6.0.0" in run("check", "--policy", "esi", FILE).output
    assert run("checklist", "esi").output == run("checklist", "esi@6.0.0").output
    assert run("diff", "esi", "esi@6.0.0").output.startswith("esi policies/esi/6.0.0.yaml -> policies/esi/6.0.0.yaml: ")
