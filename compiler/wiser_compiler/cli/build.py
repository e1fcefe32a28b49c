"""The commands that compile policies, bundle what was built, and verify it."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NoReturn

import click

from wiser_compiler import __version__
from wiser_compiler.cli.group import ANSWER_FORMAT, FOLDER, PATH, wiser
from wiser_compiler.cli.output import Stopped, counted, end_with_findings, recorded, writing
from wiser_compiler.program import visible

if TYPE_CHECKING:
    from pathlib import Path

    from wiser_compiler.commands.build import FileChange, Kept, Made, Work


def _works(folder: Path, out: Path, kept: Mapping[str, Kept]) -> list[Work]:
    """The documents of a folder and what is made of each. Findings are printed and end the command."""
    from wiser_compiler.commands import build as builder
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
    return works


def _make(folder: Path, works: Sequence[Work]) -> Made:
    """The files that a build makes of these documents of a folder."""
    from wiser_compiler.commands import build as builder
    from wiser_compiler.commands.trial import Faulty

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


def _end_with_changes(changes: Sequence[FileChange], out: Path) -> NoReturn:
    for change in changes:
        click.echo(f"{change.kind}: {visible((out / change.path).as_posix())}")
    click.echo(f"{counted(len(changes), 'file differs', 'files differ')}; run `wiser build`")
    sys.exit(1)


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
        made = _make(folder, _works(folder, out, kept))
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
        _end_with_changes(changes, out)
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


@wiser.command()
@click.argument("names", nargs=-1, metavar="[ID[@VERSION]...]")
@click.option(
    "--out",
    "archive",
    default=f"wiser-policies-{__version__}.zip",
    show_default=True,
    type=PATH,
    metavar="FILE",
    help="The archive.",
)
@click.option("--build", "out", default="generated", show_default=True, type=PATH, help="The folder of the build.")
@ANSWER_FORMAT
@FOLDER
def bundle(names: Sequence[str], archive: Path, out: Path, form: str, folder: Path) -> None:
    """Pack a build into one archive, to be released and signed; the same build gives the same bytes.

    With names, these policies alone, and the program that they are part of. The archive has the files of the build,
    the schemas of the catalog and of compiled policies, the LICENSE beside the folder of the policies, and a list of
    all with their SHA-256, with which `wiser verify` compares them. Nothing is written while a policy has findings,
    nor if the build is not of the policies as they are.

    Exit status: 0 written, 1 findings, or files that a build would change, 2 usage, or something else in the way of
    the archive, 3 a file that cannot be written.
    """
    from hashlib import sha256

    from wiser_compiler.archives import pack
    from wiser_compiler.commands import build as builder
    from wiser_compiler.commands import bundle as bundling
    from wiser_compiler.commands import cache
    from wiser_compiler.json_text import printed
    from wiser_compiler.writing import replace

    for inside in (folder, out):
        if _lies_in(archive, inside):
            raise click.UsageError(f"{archive.as_posix()} lies in {inside.as_posix()}; name another file with --out")
    try:
        works = _works(folder, out, builder.read_kept(cache.load(cache.folder_of(out), "kept.json")))
    except SystemExit:
        click.echo("nothing is bundled while there are findings; mend them, then run `wiser build`", err=True)
        raise
    try:
        chosen = bundling.named(names, works)
    except LookupError as error:
        raise click.UsageError(str(error.args[0])) from None
    made = _make(folder, works)
    with writing(builder.NotOurs):
        if changes := builder.compare(made, out):
            _end_with_changes(changes, out)
        bundling.refuse_to_overwrite(archive)
    try:
        files = bundling.contents(_make(folder, chosen) if names else made, out, folder.absolute().parent)
    except bundling.Edited as edited:
        raise Stopped(f"{edited}; run `wiser build`, and then this again") from None
    data = pack(files, bundling.TOP)
    with writing():
        replace(archive, data)
    _say_what_is_unproven(folder, out)
    digest, manifest = sha256(data).hexdigest(), sha256(files[builder.MANIFEST]).hexdigest()
    keys = [work.document.policy.key for work in chosen if work.document and work.document.policy]
    if form == "json":
        said = {"bundle": archive.as_posix(), "sha256": digest, "manifest_sha256": manifest, "files": len(files)}
        click.echo(printed({**said, "policies": keys}), nl=False)
        return
    click.echo(
        f"wrote {visible(archive.as_posix())}: {counted(len(files), 'file', 'files')} of"
        f" {counted(len(keys), 'policy', 'policies')}, {len(data):,} bytes\n"
        f"SHA-256: {digest}\n"
        f"SHA-256 of {builder.MANIFEST}: {manifest}"
    )


@wiser.command()
@click.argument("path", default="generated", metavar="[FOLDER|ARCHIVE]")
@ANSWER_FORMAT
def verify(path: str, form: str) -> None:
    """Name every file of a build or a bundle that was changed, is missing or was added, and its policy.

    Without an argument it looks at `generated`. Files are compared with the list MANIFEST.json among them; the policies
    they were made of are not needed, and an archive is not unpacked. Whoever changes a file could change the list: the
    digest of the list is printed, to be compared with the one that was released.

    An application verifies its installed copy with `python -m wiser_policies --verify`.

    Exit status: 0 every file is as it was built, 1 some are not, 2 there is no such list, or a damaged or unsafe
    archive.
    """
    from wiser_policies._verify import answer

    sys.exit(answer(path, form, click.echo))
