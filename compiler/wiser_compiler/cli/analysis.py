"""Commands that need the solver: anomalies of a policy, differences between versions, slips that no example notices."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from wiser_compiler.cli.group import ANSWER_FORMAT, FOLDER, READ_FOLDER, wiser
from wiser_compiler.cli.output import colored, named, read_folder, recorded, show, tell, writing

if TYPE_CHECKING:
    from pathlib import Path

    from wiser_compiler.diagnostics import Report
    from wiser_compiler.linting.library import Document


@wiser.command()
@click.argument("names", nargs=-1, metavar="[ID[@VERSION]]...")
@click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(["text", "json", "github", "sarif"]),
    help="How findings are written; json has every question with its answer.",
)
@click.option("--all", "everything", is_flag=True, help="Print also what follows, and what is accepted.")
@click.option("--no-cache", is_flag=True, help="Ask everything anew, whatever earlier runs found.")
@READ_FOLDER
def prove(names: Sequence[str], form: str, everything: bool, no_cache: bool, folder: Path) -> None:
    """Prove that policies say what they seem to: no criterion contradicts, repeats or empties another.

    Asks of every criterion whether it can be met, fail and apply, of every test whether it decides, of all
    together whether they can be met; whether the generated schemas agree; and whether `changes:` says what is
    different from the version before. An anomaly is shown with both places, the words of the sources, and a request
    that shows it. Runs `wiser lint` first; examples that are missing or stand twice are shown and stop nothing.
    Results for a document are kept in .wiser_cache until the document is edited.

    \b
    wiser prove
    wiser prove esi@6.0.0 --format json

    Exit status: 0 every question is answered and no anomaly is there, 1 findings, 2 usage.
    """
    from wiser_compiler.commands import cache

    seen = cache.inputs(folder)
    asked = ["prove", *(["--all"] if everything else []), *names]
    if form == "text" and not no_cache and (message := cache.answered(folder, asked, seen)):
        click.echo(message)
        return
    from dataclasses import asdict

    from wiser_compiler.commands.possible import tells
    from wiser_compiler.commands.prove import compare_versions, read_known, summary
    from wiser_compiler.commands.prove import prove as ask_all
    from wiser_compiler.diagnostics import Report
    from wiser_compiler.linting.library import documents, read_documents, read_library
    from wiser_compiler.printers import accepted_as_text

    report = Report()
    asked_about = named(names, folder) if names else documents(folder, report)
    # `changes:` is held to the version before, whose own findings are another matter.
    paths = set(named([name.partition("@")[0] for name in names], folder)) - set(asked_about)
    unsaid = Report()
    before = list(read_documents(sorted(paths), unsaid, linted=False))
    report.texts |= unsaid.texts  # a finding may name a place in them
    read = read_library(asked_about, report, tells, {document.path: document for document in before})
    if not read:
        show(report, form)
    chosen = [(document.draft, document.fingerprint) for document in read if document.draft is not None]
    drafts = [document.draft for document in (*read, *before) if document.draft is not None]
    known = read_known(None if no_cache else cache.load(cache.folder_of(folder), "proven.json"))
    shown = everything or form == "sarif"  # what is accepted is shown itself, and the cache has its number alone
    usable = {key: one for key, one in known.items() if form != "json" and not (shown and one.ends["accepted"])}
    with click.progressbar(
        ask_all(chosen, usable, report), length=len(chosen), label="policies",
        file=sys.stderr, hidden=not sys.stderr.isatty(),
    ) as progress:  # fmt: skip
        proved = list(progress)
    compared = compare_versions(drafts, names, report)
    if lasting := cache.inputs(folder) == seen != "":  # else what was read was edited since, perhaps while it was read
        known |= {one.fingerprint: one.known for one in proved if one.known.clean}
        here = {document.fingerprint for document in read}
        kept = {key: asdict(value) for key, value in known.items() if key in here}
        cache.store(cache.folder_of(folder), "proven.json", kept)
    if form == "json":
        from wiser_compiler.json_text import printed
        from wiser_compiler.linting.causes import fold
        from wiser_compiler.printers import as_data

        fold(report)
        click.echo(printed({"policies": [one.as_dict() for one in proved], "findings": as_data(report)}), nl=False)
        sys.exit(1 if report.errors and not _only(OF_EXAMPLES, report) else 0)
    number = len(report.accepted) + sum(one.ends["accepted"] for one in proved if one.questions is None)
    accepted = accepted_as_text(report, number, everything=everything)
    show(report, form, everything, accepted, stop=not _only(OF_EXAMPLES, report))
    message = "\n".join([*map(summary, proved), *compared])
    if form == "text":
        click.echo(message)
        if lasting and not report.found:
            cache.answer(folder, asked, seen, accepted + message)


@wiser.command()
@click.argument("names", nargs=-1, metavar="OLD NEW")
@click.option("--against", default="", metavar="git:REV", help="Compare with the same documents of this revision.")
@click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(["text", "markdown", "json"]),
    help="text for people, markdown for a changelog, json for programs.",
)
@FOLDER
def diff(names: Sequence[str], against: str, form: str, folder: Path) -> None:
    """Say what is different between two versions, criterion by criterion, with requests that show it.

    \b
    wiser diff esi@1.0.0 esi@6.0.0
    wiser diff old.yaml new.yaml
    wiser diff esi@6.0.0 --against git:HEAD~1
    wiser diff --against git:main

    Criteria that are not shown to differ are proven to be the same, within the limits that are printed. `changes:` of
    the newer version must agree; the right `changes:` is printed, ready to paste.

    Exit status: 0 the same meaning, 1 another meaning, or findings, 2 usage.
    """
    from wiser_compiler.commands.diff import Misused, differences, differs, two, with_revision, written
    from wiser_compiler.diagnostics import Report

    report = Report()
    try:
        if against:
            compared = with_revision(names, against, folder, report)
        else:
            compared = two(names, folder, report)
    except Misused as problem:
        raise click.UsageError(str(problem)) from None
    show(report, "text")
    found = differences(compared, report)
    click.echo(written(compared, found, report, form, color=colored()), nl=False)
    sys.exit(differs(compared, found, report))


@wiser.command()
@click.argument("names", nargs=-1, metavar="[ID[@VERSION]...]")
@ANSWER_FORMAT
@click.option("--record", is_flag=True, help="Write the scores to proof.json in the folder of the policies.")
@click.option("--page", is_flag=True, help="Only print the recorded scores, as a page.")
@READ_FOLDER
def mutate(names: Sequence[str], form: str, record: bool, page: bool, folder: Path) -> None:
    """Try every slip an author could make in policies, and say which of them nothing would notice.

    Each slip is compiled, and must fail an example, contradict its quoted words, or be proven to change nothing. For
    any other slip the missing example is printed, ready to paste: with the verdict that the policy gives today, which
    only the source can confirm. A policy that is named may still lack examples
    and quoted words.

    Exit status: 0 every slip is noticed, 1 some are not, 2 usage.
    """
    from wiser_compiler.proof.mutation import scores

    records = recorded(folder)  # a damaged file ends the command here, and not after minutes of work
    if page:
        click.echo(scores.page(records), nl=False)
        return
    from wiser_compiler.commands.mutate import mutate as try_all  # with the solver, which takes its time to load

    with writing():
        status = try_all(_readable(names, folder, recording=record), form, folder if record else None)
    sys.exit(status)


def _readable(names: Sequence[str], folder: Path, recording: bool) -> list[Document]:
    """The documents to mutate; findings of theirs end the command, but for those that mutation itself is about."""
    from dataclasses import replace

    from wiser_compiler.commands.possible import tells
    from wiser_compiler.diagnostics import Report
    from wiser_compiler.linting.library import read_library

    if not names:
        return read_folder(folder)
    report = Report()
    read = read_library(named(names, folder), report, tells)
    report.found = [replace(finding, proposal="") for finding in report.found]  # mutation itself proposes examples
    if recording or not _only(TO_BE_WRITTEN, report):
        show(report, "text")
    tell(report)
    return read


def _only(codes: Sequence[str], report: Report) -> bool:
    return all(finding.code in codes for finding in report.found)


# What a draft may lack: examples, words and uses that are still to be written. All others say that something in it is
# wrong, and what examples and words notice of a slip would be no help.
OF_EXAMPLES = ("uncovered-bound", "unconfirmed-example", "no-examples", "repeated-example")  # no proof needs them
TO_BE_WRITTEN = (*OF_EXAMPLES, "unsupported-bound", "unused-name", "unused-number", "review-due")
