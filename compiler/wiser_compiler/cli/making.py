"""The command that compiles policies."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from wiser_compiler.cli.group import FOLDER, PATH, wiser
from wiser_compiler.cli.output import counted, end_with_findings, recorded
from wiser_compiler.program import visible

if TYPE_CHECKING:
    from pathlib import Path

    from wiser_compiler.build import Work
    from wiser_compiler.cache import Kept


def _works(folder: Path, out: Path, kept: Mapping[str, Kept]) -> list[Work]:
    """Every document of a folder, checked and compiled; findings are printed and end the command."""
    from wiser_compiler import build as builder
    from wiser_compiler.diagnostics import Report
    from wiser_compiler.reading.library import documents

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
    return works


@wiser.command()
@click.option("--check", "checking", is_flag=True, help="Change no output; fail if a build would.")
@click.option("--out", default="generated", show_default=True, type=PATH, help="Where the files go.")
@click.option("--no-cache", is_flag=True, help="Make everything anew, whatever earlier builds found.")
@FOLDER
def build(checking: bool, out: Path, no_cache: bool, folder: Path) -> None:
    """Compile every policy to Python, JSON Schema and Markdown.

    Nothing is written while a policy has findings. What earlier builds found is kept in .wiser_cache beside
    the output, and can be deleted at any time.

    Exit status: 0 up to date, 1 findings, or with --check files that a build would change, 2 usage.
    """
    from wiser_compiler import cache

    if not no_cache and (message := cache.unchanged(folder, out)):
        click.echo(message)
        return
    from wiser_compiler import build as builder

    seen = cache.inputs(folder)  # before it is read: what is touched in the meantime is not taken for built
    kept = {} if no_cache else cache.kept_of(out)
    works = _works(folder, out, kept)
    made = builder.make(works, recorded(folder))
    changes = builder.compare(made, out)
    number = len(made.digests)
    if checking and changes:
        for change in changes:
            click.echo(f"{change.kind}: {visible((out / change.path).as_posix())}")
        click.echo(f"{counted(len(changes), 'file differs', 'files differ')}; run `wiser build`")
        sys.exit(1)
    try:
        if changes:
            builder.write(made, out, changes)
    except builder.NotOurs as error:
        raise click.ClickException(str(error)) from None
    message = f"{number} files are up to date"
    cache.remember(folder, out, seen, made.digests, message, made.kept)
    if not changes:
        click.echo(message)
        return
    built = counted(len(made.kept), "policy", "policies")
    gone = [change for change in changes if change.kind == "stale"]
    for change in gone:
        click.echo(f"deleted: {visible((out / change.path).as_posix())}")
    changed = len(changes) - len(gone)
    click.echo(f"built {built}: {number} files in {visible(out.as_posix())}, {changed} of them changed")
