"""The command that compiles policies."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from wiser_compiler.cli.group import FOLDER, PATH, wiser
from wiser_compiler.cli.output import Stopped, counted, end_with_findings, recorded, writing
from wiser_compiler.program import visible

if TYPE_CHECKING:
    from pathlib import Path

    from wiser_compiler.commands.build import Kept, Made


def _make(folder: Path, out: Path, kept: Mapping[str, Kept]) -> Made:
    """The files that a build makes of the documents of a folder. Findings are printed and end the command."""
    from wiser_compiler.commands import build as builder
    from wiser_compiler.commands.trial import Faulty
    from wiser_compiler.diagnostics import Report
    from wiser_compiler.linting.library import documents

    report = Report()
    paths = documents(folder, report)
    show = len(paths) >= builder.MANY and sys.stderr.isatty()
    with click.progressbar(
        builder.work_on(paths, out, kept), length=len(paths), label="policies", file=sys.stderr, hidden=not show
    ) as progress:
        works = list(progress)
    for work in works:
        report.add(work.report)
    end_with_findings(folder, [work.document for work in works if work.document is not None], report)
    try:
        return builder.make(works, recorded(folder))
    except Faulty as fault:
        raise Stopped(f"{fault}\nThis is a mistake of wiser and not of the policy, so nothing was written.") from None


def _lies_in(path: Path, folder: Path) -> bool:
    """Whether a path is a folder or lies below it, after links are followed."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link to itself, through which nothing is written
        return False


def _say_what_is_unproven(folder: Path, out: Path) -> None:
    """A build asks no solver: say where `wiser prove` has not looked at a document as it is written."""
    from wiser_compiler.commands import cache

    number, of = cache.unproven(folder, out)
    if number:
        said = f"{number} of {counted(of, 'policy is', 'policies are')} not proven here as written; run `wiser prove`"
        click.echo(f"note: {said}", err=True)


@wiser.command()
@click.option("--check", "checking", is_flag=True, help="Change no output; fail if a build would.")
@click.option("--out", default="generated", show_default=True, type=PATH, help="Where the files go.")
@click.option("--no-cache", is_flag=True, help="Make everything anew, whatever earlier builds found.")
@FOLDER
def build(checking: bool, out: Path, no_cache: bool, folder: Path) -> None:
    """Compile every policy: Python, JSON Schema, Markdown, boundary cases, and the policy as data.

    Nothing is written while a policy has findings, nor if the Python made of one fails its examples. What
    earlier builds found is kept in .wiser_cache beside the output, and can be deleted at any time. A build asks
    no solver: it says on standard error which policies `wiser prove` has not seen as they are written, and that
    changes no exit status.

    Exit status: 0 up to date, 1 findings, or with --check files that a build would change, 2 usage, or a file of
    somebody else in the way, 3 a file that cannot be written.
    """
    from wiser_compiler.commands import cache

    if _lies_in(out, folder):
        raise click.UsageError(f"{out.as_posix()} lies in the folder of the policies; build into another folder")
    if not no_cache and (message := cache.unchanged(folder, out)):
        click.echo(message)
        _say_what_is_unproven(folder, out)
        return
    from dataclasses import asdict

    from wiser_compiler.commands import build as builder
    from wiser_compiler.whole_files import alone_in

    kept = {} if no_cache else builder.read_kept(cache.load(cache.folder_of(out), "kept.json"))
    while True:
        seen = cache.inputs(folder)
        made = _make(folder, out, kept)
        with writing(builder.NotOurs):
            changes = builder.compare(made, out)
        if checking or not changes:
            break
        with writing(builder.NotOurs), alone_in(out):
            # Else a policy was edited meanwhile, or another build wrote: the files are out of date, and are made again.
            if cache.inputs(folder) == seen and builder.still_lies(made, out):
                changes = builder.compare(made, out)
                builder.write(made, out, changes)
                break
    if checking and changes:
        for change in changes:
            click.echo(f"{change.kind}: {visible((out / change.path).as_posix())}")
        click.echo(f"{counted(len(changes), 'file differs', 'files differ')}; run `wiser build`")
        sys.exit(1)
    message = f"{counted(len(made.digests), 'file is', 'files are')} up to date"
    if cache.inputs(folder) == seen != "":  # else what was read was edited since, perhaps while it was read
        cache.store(cache.folder_of(out), "kept.json", {key: asdict(value) for key, value in made.kept.items()})
        cache.remember(out, seen, made.digests, message, list(made.kept))
    if not changes:
        click.echo(message)
        _say_what_is_unproven(folder, out)
        return
    built = counted(len(made.kept), "policy", "policies")
    gone = [change for change in changes if change.kind == "stale"]
    for change in gone:
        click.echo(f"deleted: {visible((out / change.path).as_posix())}")
    changed = len(changes) - len(gone)
    click.echo(f"built {built}: {len(made.digests)} files in {visible(out.as_posix())}, {changed} of them changed")
    _say_what_is_unproven(folder, out)
