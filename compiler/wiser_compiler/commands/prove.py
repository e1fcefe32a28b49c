"""`wiser prove`: every question about each policy is asked, or answered from the cache where its document is unchanged.

A policy without anomalies is kept by the bytes of its document and of those that it names. The hash of its meaning
would not do: a test that adds nothing leaves the meaning as it is, and is an anomaly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from wiser_compiler.core.accepted import PROOF
from wiser_compiler.core.model import Acceptance, Policy
from wiser_compiler.core.normal_form import meaning
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.accepted import accept
from wiser_compiler.proof.questions.alternatives import route_questions
from wiser_compiler.proof.questions.ask import ask
from wiser_compiler.proof.questions.findings import report_findings
from wiser_compiler.proof.questions.lost_answers import lost_answers
from wiser_compiler.proof.questions.schemas import schema_questions
from wiser_compiler.proof.questions.table import Answered
from wiser_compiler.proof.solver.solver import Solver
from wiser_compiler.proof.versions.declared import note_agrees, note_of
from wiser_compiler.proof.versions.difference import compared

# How questions end. A request refutes an anomaly: that of an example, or one that the solver finds.
ENDS = (
    "refuted by examples", "refuted by requests found", "proven", "proven within limits", "unknown", "accepted",
    "anomalies",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """How many questions about one policy ended in each way, and the limits within which they were answered."""

    ends: Mapping[str, int]
    limits: tuple[str, ...]

    @property
    def clean(self) -> bool:
        """Every question was answered, and no anomaly was found but those that the document accepts."""
        return not self.ends["unknown"] and not self.ends["anomalies"]


@dataclass(frozen=True, slots=True)
class Proved:
    """How the questions about one policy ended. Without `questions`, the cache had the answers.

    `accepted` are the acceptances of anomalies that were found.
    """

    policy: Policy
    fingerprint: str
    known: Known
    questions: tuple[Answered, ...] | None = None
    accepted: tuple[Acceptance, ...] = ()

    @property
    def ends(self) -> Mapping[str, int]:
        """How many questions ended in each way."""
        return self.known.ends

    def as_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "policy": self.policy.key,
            "meaning": meaning(self.policy),
            "ends": dict(self.ends),
            "limits": list(self.known.limits),
            "questions": [_as_dict(one, self.accepted) for one in self.questions or ()],
        }


def read_known(found: object) -> dict[str, Known]:
    """The kept results of policies without anomalies, by fingerprint. Entries of another shape are ignored."""
    known = {}
    for fingerprint, value in found.items() if isinstance(found, dict) else ():
        match value:
            case {"ends": dict(ends), "limits": [*limits]} if (
                tuple(ends) == ENDS
                and all(type(number) is int for number in ends.values())
                and all(isinstance(limit, str) for limit in limits)
                and Known(ends, tuple(limits)).clean
            ):
                known[fingerprint] = Known(ends, tuple(limits))
    return known


def prove(policies: Iterable[tuple[Policy, str]], known: Mapping[str, Known], report: Report) -> Iterator[Proved]:
    """Ask every question about each policy whose fingerprint is not known.

    Anomalies and unanswered questions are reported.
    """
    for policy, fingerprint in policies:
        if fingerprint in known:
            yield Proved(policy, fingerprint, known[fingerprint])
            continue
        solver = Solver(policy)
        answers = (*ask(policy, solver), *route_questions(policy, solver))
        answers = (*answers, *lost_answers(policy, solver, answers), *schema_questions(policy, solver))
        before = len(report.found)
        report_findings(policy, solver, answers, report)
        accepted = accept(policy, report, before, PROOF)
        ends = Counter(_end(one, accepted) for one in answers)
        limits = dict.fromkeys(limit for one in answers for limit in one.answer.limits)
        yield Proved(
            policy, fingerprint, Known({end: ends[end] for end in ENDS}, tuple(limits)), answers, tuple(accepted)
        )


def compare_versions(policies: Sequence[Policy], names: Collection[str], report: Report) -> list[str]:
    """Compare the `changes:` of each version with its differences from the version before. Returns a line for each
    pair.

    For a version without `changes:`, the finding says what to write.
    """
    ordered = sorted(policies, key=lambda policy: (policy.id, policy.effective))
    lines = []
    for old, new in pairwise(ordered):
        if old.id != new.id or (names and not {new.id, new.key} & set(names)):
            continue
        found = compared(old, new)
        note_agrees(found, report)
        if new.changes is None:
            report.error(
                "undeclared-change",
                f"nothing is said of what is different from {old.version}",
                new.head.get("version", new.span),
                "say it under `changes:`, as `wiser diff` writes it",
                notes=(note_of(found),),
            )
        lines.append(f"{old.key} -> {new.version}: `changes:` says what is different")
    return lines


def _is_accepted(one: Answered, accepted: Iterable[Acceptance]) -> bool:
    question = one.question
    return one.found and any(each.finding == question.code and each.of in question.names for each in accepted)


def _end(one: Answered, accepted: Iterable[Acceptance]) -> str:
    if one.found:
        return "accepted" if _is_accepted(one, accepted) else "anomalies"
    match one.answer.kind:
        case "proven":
            return "proven"
        case "bounded":
            return "proven within limits"
        case "refuted":
            return "refuted by examples" if one.example else "refuted by requests found"
        case _:
            return "unknown"


def _as_dict(one: Answered, accepted: Iterable[Acceptance]) -> dict[str, Any]:
    question, answer = one.question, one.answer
    return {
        "code": question.code,
        "asked": question.asked,
        "criterion": question.criterion.id if question.criterion else "",
        "line": question.span.line,
        "answer": answer.kind,
        "found": one.found,
        "accepted": _is_accepted(one, accepted),
        "limits": list(answer.limits),
        "reason": answer.reason,
        "example": one.example,
        "witness": answer.witness,
    }


def summary(proved: Proved) -> str:
    """The result in a line or two."""
    parts = [f"{proved.ends[end]} {end}" for end in ENDS if proved.ends[end]]
    words = f"{proved.policy.key}: {sum(proved.ends.values())} questions: {', '.join(parts)}"
    if proved.known.limits and proved.ends["proven within limits"]:
        words += f"\n    limits: {'; '.join(proved.known.limits)}"
    return words
