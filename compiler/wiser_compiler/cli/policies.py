"""Commands of those who write policies: begin one, check it, compare it with its source, publish it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from wiser_compiler.cli.group import ANSWER_FORMAT, FOLDER, PATH, READ_FOLDER, wiser
from wiser_compiler.cli.output import counted, day_of, policies_of, read_folder, show, tell, writing
from wiser_compiler.program import visible

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from wiser_compiler.diagnostics import Report
    from wiser_compiler.linting.library import Document
    from wiser_compiler.linting.sources.compare import Texts


@wiser.command()
@click.argument("paths", nargs=-1, type=PATH)
@click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(["text", "json", "github", "sarif"]),
    help="How findings are written.",
)
@click.option("--all", "everything", is_flag=True, help="Print also what follows, and what is accepted.")
@click.option("--today", default="", metavar="YYYY-MM-DD", help="Warn of reviews that are due as if it were this day.")
@click.option("--as", "place", default="", metavar="PATH", help="Where the policy on standard input would lie.")
@click.option("--watch", is_flag=True, help="Check again after every change, until Ctrl-C.")
@click.option("--fix", is_flag=True, help="Write what a finding proposes where it leaves no doubt.")
@click.option("--add-examples", is_flag=True, help="Write the missing examples too, each marked as unconfirmed.")
@FOLDER
def lint(
    paths: Sequence[Path],
    form: str,
    everything: bool,
    today: str,
    place: str,
    watch: bool,
    fix: bool,
    add_examples: bool,
    folder: Path,
) -> None:
    """Check policies: every finding with its place, and what to write instead.

    PATHS are files or folders; without them the whole folder of policies is checked. Examples in the
    policies are run, and every bound must have words of its source and an example on each side. Published documents
    must still exist and be unchanged. What a document says is compared with all documents beside
    it, wherever the command looks, so that its findings are always the same.

    `-` is a policy on standard input, such as one that an editor has not saved. It is checked as if it lay
    where its id and version say, or at the PATH of --as. --watch needs the extra `editor`.

    --fix writes what leaves no doubt (quotes, units, a misspelt word with one that is near), begins the `changes:` of a
    later version that has none, and leaves every other byte as it was; --add-examples does the same, and writes each
    missing example under `cases:`, with the verdict of today and `unconfirmed: yes`, which is reported until a person
    has looked the verdict up and deletes it. With `-` they print the document, and findings go to standard error.
    Published documents are left as they are.

    Exit status: 0 clean, or with warnings only, 1 errors, 2 usage.
    """
    from pathlib import Path

    day = day_of(today)
    streamed = Path("-") in paths
    mends = fix or add_examples
    if streamed and (len(paths) > 1 or watch):
        raise click.UsageError("`-` is a single document, which cannot be watched")
    if mends and watch:
        raise click.UsageError("a document is mended once, and not while it is watched")
    if place and not streamed:
        raise click.UsageError("--as says where a policy on standard input would lie; write `wiser lint - --as PATH`")

    def check() -> None:
        read, files, report = _read_stream(place, folder) if streamed else _read_paths(paths, folder)
        _tell(read, files, report, form, everything, day)

    if mends and streamed:
        _mend_stream(place, folder, add_examples)
    if mends:
        _mend(paths or (folder,), add_examples, quiet=form != "text")
    if watch:
        _watch(paths or (folder,), check)
    else:
        check()


def _read_paths(paths: Sequence[Path], folder: Path) -> tuple[list[Document], int, Report]:
    """The documents of files and folders, how many files these are, and what is wrong with them."""
    from wiser_compiler.commands.possible import tells
    from wiser_compiler.diagnostics import Report
    from wiser_compiler.linting.library import read_library
    from wiser_compiler.linting.published import NAME as PUBLISHED
    from wiser_compiler.linting.published import published_gone, read_published

    report = Report()
    files = _files(paths or (folder,), report)
    read = read_library(files, report, tells)
    for whole in dict.fromkeys(paths or (folder,)):
        if whole.is_dir() and (whole / PUBLISHED).exists():
            published_gone([document.key for document in read], read_published(whole, report), whole, report)
    return read, len(files), report


def _files(paths: Sequence[Path], report: Report) -> list[Path]:
    """The documents of files and folders, each once."""
    from wiser_compiler.linting.library import documents

    files: list[Path] = []
    for path in paths:
        files += [path] if path.suffix == ".yaml" and not path.is_dir() else documents(path, report)
    return list(dict.fromkeys(files))


def _mend(paths: Sequence[Path], add_examples: bool, quiet: bool) -> None:
    """Mend files, and print what was changed; on standard error where standard output is for programs."""
    from wiser_compiler.commands.fix import mend_files
    from wiser_compiler.commands.possible import tells
    from wiser_compiler.diagnostics import Report

    adding = tells if add_examples else None
    with writing():
        for change in mend_files(_files(paths, Report()), adding, lambda why: click.echo(visible(why), err=True)):
            click.echo(visible(str(change)), err=quiet)


def _mend_stream(place: str, folder: Path, add_examples: bool) -> None:
    """Print the mended document of standard input, and on standard error what was changed and what is left."""
    from pathlib import Path

    from wiser_compiler.commands.fix import mended
    from wiser_compiler.commands.possible import tells
    from wiser_compiler.diagnostics import Report
    from wiser_compiler.linting.library import document_of
    from wiser_compiler.reading.document import place_of
    from wiser_compiler.reading.syntax import MOST_BYTES

    data = _standard_input(MOST_BYTES)
    path = Path(place) if place else place_of(data, folder)
    after, changes = mended(path, data, tells if add_examples else None)
    for change in changes:
        click.echo(visible(str(change)), err=True)
    report = Report()
    document_of(path, after, report, tells=tells)
    tell(report)
    click.echo(after, nl=False)
    sys.exit(1 if report.errors else 0)


def _standard_input(most: int) -> bytes:
    """What stands on standard input, and one byte more than `most` at most."""
    if sys.stdin is None:  # closed, as by `<&-`
        raise click.UsageError("standard input is closed; send a document to it, or name a file")
    return sys.stdin.buffer.read(most + 1)


def _read_stream(place: str, folder: Path) -> tuple[list[Document], int, Report]:
    """The document on standard input, and what is wrong with it."""
    from pathlib import Path

    from wiser_compiler.commands.possible import tells
    from wiser_compiler.diagnostics import Report
    from wiser_compiler.linting.library import around, check_between, document_of
    from wiser_compiler.reading.document import place_of
    from wiser_compiler.reading.syntax import MOST_BYTES

    data = _standard_input(MOST_BYTES)
    report = Report()
    document = document_of(Path(place) if place else place_of(data, folder), data, report, tells=tells)
    read = [document] if document else []
    check_between(read, report, around(read, report))
    return read, 1, report


def _tell(read: Sequence[Document], files: int, report: Report, form: str, everything: bool, day: date) -> None:
    """Print what was found, or how much is clean."""
    from wiser_compiler.linting.between_versions import review_due
    from wiser_compiler.printers import accepted_as_text

    policies = [document.policy for document in read if document.policy is not None]
    review_due(policies, day, report)
    accepted = accepted_as_text(report, len(report.accepted), everything=everything)
    show(report, form, everything, accepted)
    if form == "text":
        examples = sum(len(policy.examples) for policy in policies)
        many = f"{counted(len(policies), 'policy', 'policies')}, {counted(examples, 'example', 'examples')}"
        click.echo(f"{counted(files, 'document is', 'documents are')} clean: {many}, as expected")


def _watch(paths: Sequence[Path], check: Callable[[], None]) -> None:
    """Check, and check again whenever a document below one of the paths changes. Ends with Ctrl-C."""
    import gc

    from watchfiles import watch

    gc.enable()  # this command goes on
    for path in paths:
        if not path.exists():
            raise click.UsageError(f"there is no {path.as_posix()} to watch")
    # Folders, since most editors put a new file in the place of the old one. What is not a change is an empty set.
    folders = {path if path.is_dir() else path.parent for path in paths}
    changes = watch(*folders, debounce=200, rust_timeout=500, yield_on_timeout=True, raise_interrupt=True)
    next(changes)  # from now on no change is missed
    while True:
        with suppress(SystemExit):  # findings end a check, and not the watching
            check()
        click.echo("-- waiting for changes; Ctrl-C ends")
        sys.stdout.flush()
        while not any(name.endswith(".yaml") for _, name in next(changes)):
            pass


@wiser.command()
@click.argument("word", required=False)
def explain(word: str | None) -> None:
    """Explain a finding, a word of the language or a key of a document. Without WORD, list all.

    Of a finding: why it matters, what provokes it, and the repaired policy. Of a word: what it means in each
    place where it may stand, as docs/language.md says it.

    \b
    wiser explain wrong-unit
    wiser explain at_least
    """
    from wiser_compiler import explanations, language_page

    codes, words = explanations.codes(), language_page.meanings()
    if word is None:
        width = max(map(len, codes))
        click.echo("\n".join(f"{name:{width}}  {explanations.summary(name)}" for name in codes))
        click.echo(f"\nWords and keys: {', '.join(words)}")
        return
    pages = [explanations.explain(word).rstrip("\n")] if word in codes else []
    pages += [language_page.explain(word)] if word in words else []
    if not pages:
        called = f"no finding and no word is called {word}" if word.strip() else "WORD is empty"
        raise click.UsageError(f"{called}; {_near_words(word, [*codes, *words])}")
    click.echo("\n\n".join(pages))


def _near_words(word: str, known: Sequence[str]) -> str:
    """What may be meant by a name without a page: an outcome or a verdict, a near name, or names that contain it."""
    from wiser_compiler.core.evaluate import OUTCOMES, VERDICTS
    from wiser_compiler.diagnostics import listed, nearest

    if word in (*OUTCOMES, *VERDICTS):
        return f"{word} is what an example expects: see `wiser explain expect`"
    if near := nearest(word, known):
        return f"did you mean `{near}`?"
    around = [name for name in known if word.strip() and word in name]
    return f"near it are {listed(around, 'and')}" if around else "`wiser explain` lists all findings and words"


@wiser.command()
@click.argument("files", nargs=-1, required=True, metavar="TEXTFILE...", type=PATH)
@click.option("--source", default="", metavar="ID", help="Which source it is, where the text does not say so.")
@click.option("--policy", "only", multiple=True, metavar="ID@VERSION", help="Check this policy alone; may be repeated.")
@click.option("--index", default=None, metavar="FILE", type=PATH, help="Write an index of the source.")
@ANSWER_FORMAT
@READ_FOLDER
def sources(
    files: Sequence[Path], source: str, only: Sequence[str], index: Path | None, form: str, folder: Path
) -> None:
    """Compare policies with the text of a source: do quoted words stand there, and what does nobody quote?

    Before its first heading (`## 6.2.10 Title`, or `6.2.10 Title`) a text says its title and version, or
    --source says which it is, as in guide_6. Every quotation must stand in a section that is cited with it.
    Then the sentences of these sections are listed that have a number, or a word such as must, and that no policy
    quotes. Look through them yourself; they change no exit status.

    --index writes hashes of the words of each section in place of comparing, such as to
    policies/sources/guide_6.index. `wiser lint` compares every policy with the indexes that lie there. An index may
    be committed where the text may not.

    Exit status: 0 every quotation stands there, 1 findings, 2 usage.
    """
    from wiser_compiler.diagnostics import Report
    from wiser_compiler.json_text import printed
    from wiser_compiler.linting.causes import fold
    from wiser_compiler.linting.library import documents, read_quoting
    from wiser_compiler.linting.sources.compare import (
        as_data,
        as_lines,
        check_sources,
        editions,
        read_texts,
    )
    from wiser_compiler.linting.sources.text import UnusableText
    from wiser_compiler.printers import as_data as findings
    from wiser_compiler.reading.document import kind_of

    report = Report()
    read = list(read_quoting(documents(folder, report), report))
    if not read:
        show(report, "text")
    keys = [one.key for one in read if kind_of(one.tree) != "vocabulary"]
    for name in only:
        if name not in keys:
            raise click.UsageError(f"there is no policy {name}; known are {', '.join(keys)}")
    try:
        asked = [one for one in read if not only or kind_of(one.tree) == "vocabulary" or one.key in only]
        offered = {declared.id for one in asked if kind_of(one.tree) != "vocabulary" for declared in one.sources}
        texts = read_texts(files, source, editions(declared for one in asked for declared in one.sources), offered)
    except UnusableText as error:
        raise click.UsageError(str(error)) from None
    if index is not None:
        _write_index(index, texts)
        return
    checked = check_sources([one for one in read if one.key in keys], texts, only or keys, report)
    fold(report)
    if form == "json":
        click.echo(printed({"findings": findings(report), **as_data(checked)}), nl=False)
    else:
        click.echo("\n".join(map(visible, as_lines(checked))))
        show(report, form)
    sys.exit(1 if report.errors else 0)


def _write_index(path: Path, texts: Texts) -> None:
    """Write the index of the texts of one source, and print what it has."""
    from wiser_compiler.linting.sources.index import SUFFIX, index_of
    from wiser_compiler.writing import replace

    if path.suffix != SUFFIX:
        raise click.UsageError(f"the name of an index ends in {SUFFIX}, as policies/sources/guide_6{SUFFIX}")
    if len(texts) != 1:
        raise click.UsageError(f"an index is of one source, and these texts are of {len(texts)}")
    ((edition, its),) = texts.items()
    with writing():
        replace(path, index_of(edition.title, edition.version, its).encode())
    many = counted(sum(len(text.sections) for text in its), "section", "sections")
    click.echo(visible(f"wrote {path.as_posix()}: {edition}, {many}"))


@wiser.command()
@READ_FOLDER
def readings(folder: Path) -> None:
    """Print how every unclear place of the sources is read, and how sure that is, for a clinician to review."""
    from wiser_compiler.targets.pages import readings_page

    policies = policies_of(folder)
    click.echo(readings_page(policies), nl=False)


@wiser.command()
@READ_FOLDER
def coverage(folder: Path) -> None:
    """Print which criteria encode each box and sentence of the sources, and which places each criterion cites.

    The sections are those that policies encode and that an index in policies/sources/ has. A passage without a
    criterion has the reason that the policy gives under `not_encoded:`, or is open.

    Exit status: 0 no passage is open, 1 some are, or findings, 2 usage.
    """
    from wiser_compiler.commands.coverage import coverage_page, maps, open_passages
    from wiser_compiler.diagnostics import Report
    from wiser_compiler.linting.library import documents, read_documents
    from wiser_compiler.linting.sources.indexed import read_indexes

    report = Report()
    read = read_documents(documents(folder, report), report, linted=False)
    policies = [document.policy for document in read if document.policy is not None]
    indexes = read_indexes(folder, report)
    show(report, "text")
    found = maps(policies, indexes)
    click.echo(coverage_page(found), nl=False)
    sys.exit(1 if open_passages(found) else 0)


@wiser.command()
@click.argument("names", nargs=-1, required=True, metavar="ID@VERSION...")
@READ_FOLDER
def publish(names: Sequence[str], folder: Path) -> None:
    """Publish documents: from now on they may be superseded, and not edited.

    Policies, programs and vocabularies alike; what a document names must be published with it. Examples may
    still be added, and `accepted`, `review_by` and `until` set. `published.json` in the folder of the policies
    holds what each document said; commit it.
    """
    from wiser_compiler.diagnostics import Report
    from wiser_compiler.linting.published import publish as enter
    from wiser_compiler.linting.published import read_published

    read = {document.key: document for document in read_folder(folder)}
    published = read_published(folder, Report())
    for name in names:
        if name not in read:
            raise click.UsageError(f"there is no document {name}; known are {', '.join(sorted(read))}")
    wanted = {name: read[name].said for name in names}
    for name in names:
        for needed in read[name].names:
            if needed not in published and needed not in wanted:
                raise click.UsageError(f"{name} names {needed}, which is not published; publish it with it")
    new = sorted(set(wanted) - set(published))
    with writing():
        enter(folder, wanted)
    click.echo(f"published {', '.join(new)}" if new else "published already")


@wiser.command()
@click.argument("name", metavar="ID")
@click.option("--version", default="", metavar="VERSION", help="Version of the new policy; 1.0.0 for the first one.")
@click.option("--from-text", "text", type=PATH, metavar="TEXTFILE", help="Begin with the boxes of a source's text.")
@click.option("--section", default="", help="Their section, as in 6.2.8, where the program does not say it.")
@FOLDER
def new(name: str, version: str, text: Path | None, section: str, folder: Path) -> None:
    """Begin a policy, to be filled in: every place that an author has to write says TODO.

    A further version is a copy of the newest one, with `changes:` begun. For a service of the program its title,
    codes, section and documents are filled in. With --from-text each check-box, or else each numbered item, of a
    section becomes a criterion, with a test for each number in it and the words of the source as a comment.

    \b
    wiser new esi --version 7.0.0
    wiser new impotence --from-text guide.txt
    """
    from wiser_compiler.commands import new as beginning
    from wiser_compiler.reading.template import valid_name
    from wiser_compiler.writing import create

    if problem := valid_name(name, version or "1.0.0"):
        raise click.UsageError(problem)
    if (kind := beginning.kind_in(folder / name)) != "policy":
        raise click.UsageError(f"{(folder / name).as_posix()} is the folder of a {kind}; choose another ID")
    if section and text is None:
        raise click.UsageError("--section is a part of the text that --from-text names")
    try:
        begun = beginning.begin(folder, name, version, text, section)
    except beginning.CannotBegin as error:
        raise click.UsageError(str(error)) from None
    with writing():
        create(begun.path, begun.text.encode("utf-8"), below=folder)
    written = visible(begun.path.as_posix())
    click.echo(f"wrote {written}; {begun.next}, then run `wiser lint {written}`")
