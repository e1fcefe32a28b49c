"""`wiser mutate`: it chooses policies, shows the progress, and records the scores."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click

from wiser_compiler.core.accepted import spoken_of
from wiser_compiler.core.model import Criterion, Policy
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.checks import PROVEN
from wiser_compiler.linting.library import Document
from wiser_compiler.linting.library import documents as all_of
from wiser_compiler.proof.equality import differ
from wiser_compiler.proof.mutation.mutate import Settled, number_of_mutants, settled
from wiser_compiler.proof.mutation.scores import Record, as_json, as_text, record, score_of, survivors
from wiser_compiler.proof.questions.ask import ask
from wiser_compiler.proof.solver.solver import Solver
from wiser_compiler.targets.cases.coverage import boundary_coverage


def mutate(read: Sequence[Document], form: str, record_in: Path | None) -> int:
    """Mutate policies, print the result, and record the scores in a folder if one is given. Returns the exit status."""
    documents = {document.key: document for document in read if document.draft is not None}
    found, whole = run(documents)
    boundaries = {
        key: boundary_coverage(document.draft)
        for key, document in documents.items()
        if document.draft is not None and whole
    }
    click.echo((as_json if form == "json" else as_text)(found, boundaries), nl=form != "json")
    if not whole:
        raise KeyboardInterrupt
    if record_in is not None:
        new = {
            key: Record(documents[key].fingerprint, score_of(ends, boundaries.get(key))) for key, ends in found.items()
        }
        record(record_in, new, {f"{path.parent.name}@{path.stem}" for path in all_of(record_in, Report())})
    return 1 if survivors(found) else 0


def refused(policy: Policy, changed: Sequence[Criterion]) -> str:
    """Why a policy is refused for some of its criteria, by a lint or as an anomaly; or an empty text."""
    report = Report()
    for check in PROVEN:
        check(policy, report)
    if report.found:
        return report.sorted()[0].message
    alone = replace(policy, criteria=tuple(changed), examples=())
    found = [one.question for one in ask(alone, Solver(alone)) if one.found and one.question.criterion is not None]
    # What the document accepts at this criterion refuses no slip there.
    shares = spoken_of(policy.accepted, [(one.code, one.names) for one in found])
    accepted = {at for one, its in shares if len(its) <= one.times for at in its}
    left = [one for at, one in enumerate(found) if at not in accepted]
    return f"{left[0].code}: {left[0].asked}" if left else ""


def run(documents: Mapping[str, Document]) -> tuple[dict[str, list[Settled]], bool]:
    """The ends of all mutants by policy, or of those before an interruption; and whether there was none.

    Standard error shows the progress from the start: a bar on a terminal, elsewhere a line for each tenth.
    """
    policies = [document.draft for document in documents.values() if document.draft is not None]
    found: dict[str, list[Settled]] = {policy.key: [] for policy in policies}
    watched = sys.stderr.isatty()
    click.echo(f"{', '.join(found)}: looking for slips ...", err=True)
    length, done = number_of_mutants(policies), 0
    try:
        with click.progressbar(length=length, label="mutants", file=sys.stderr, hidden=not watched) as progress:
            for policy, ends in settled(policies, differ, refused):
                found[policy.key] += ends
                progress.update(len(ends))
                if not watched and done * 10 // length < (done + len(ends)) * 10 // length:
                    click.echo(f"{done + len(ends)} of {length} mutants", err=True)
                done += len(ends)
    except KeyboardInterrupt:
        click.echo(f"interrupted after {done} of {length} mutants; what was found until then:", err=True)
        return found, False
    return found, True
