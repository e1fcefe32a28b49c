"""`wiser check` answers requests of each service as the examples of its policy expect, with nothing chosen by hand.

An example names its policy and version; a request that is sent does not. So its codes and dates have to lead to the
same policy, and the scope of the program has to agree with it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from shipped import SHIPPED
from wiser_compiler.cli import wiser
from wiser_compiler.core.evaluate import INCOMPLETE, INVALID, NOT_MET, OUT_OF_SCOPE, READY
from wiser_compiler.core.model import Policy
from wiser_policies import check

ROOT = Path(__file__).parents[2]
# The newest version of each, since it answers a request of today.
NEWEST: dict[str, Policy] = {
    policy.id: policy for policy in sorted(SHIPPED.values(), key=lambda policy: policy.version) if not policy.program
}
every_service = pytest.mark.parametrize("service", sorted(NEWEST))
# Without a code of the service, or before its first day, nothing leads to the policy.
LEADS_NOWHERE = {("listed-code", "missing"), ("listed-code", "not met"), ("in-force", "not met")}


def answers(service: str) -> list[tuple[dict[str, Any], str]]:
    """Each example whose request leads to the policy, and the outcome that it expects."""
    return [
        (dict(example.request), example.outcome)
        for example in NEWEST[service].examples
        if example.outcome and not LEADS_NOWHERE & set(example.verdicts)
    ]


def test_there_are_thirteen_services() -> None:
    assert len(NEWEST) == 13


@every_service
def test_the_command_takes_a_request_of_each_outcome(service: str, tmp_path: Path) -> None:
    by_outcome = {outcome: request for request, outcome in reversed(answers(service))}
    ready = by_outcome[READY]
    sent = {
        READY: ready,
        INCOMPLETE: by_outcome[INCOMPLETE],
        NOT_MET: by_outcome[NOT_MET],
        OUT_OF_SCOPE: {**ready, "payer": "railroad"},
        INVALID: {**ready, "received_date": "2026-02-30"},
    }
    files = [tmp_path / f"{number}.json" for number in range(len(sent))]
    for file, request in zip(files, sent.values(), strict=True):
        file.write_text(json.dumps(request), "utf-8")
    result = CliRunner().invoke(wiser, ["check", "--format", "json", *map(str, files)])
    found = json.loads(result.stdout)
    assert [answer["outcome"] for answer in found] == list(sent)
    assert [answer["policy"] for answer in found[:3]] == 3 * [service]
    assert result.exit_code == 2


@every_service
def test_every_example_has_its_outcome_from_the_whole_program(service: str) -> None:
    differing = [(expected, request) for request, expected in answers(service) if check(request).outcome != expected]
    assert not differing
