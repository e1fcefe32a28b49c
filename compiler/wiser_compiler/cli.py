"""The command line. Each command imports what it needs when it runs, so that `wiser check` starts at once.

Exit status everywhere: 0 clean, 1 findings, 2 usage. `wiser check` says more in its help.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from wiser_compiler import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from wiser_compiler.build import Work
    from wiser_compiler.cache import Kept
    from wiser_compiler.core.model import Policy
    from wiser_compiler.diagnostics import Report
    from wiser_compiler.proof.mutation.scores import Record
    from wiser_compiler.reading.library import Document

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class PathType(click.ParamType["Path"]):
    """A path. Imports pathlib when one is given, which `wiser check` never does."""

    name = "path"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ARG002
        """The argument as a path."""
        from pathlib import Path

        return Path(str(value))


PATH = PathType()
FOLDER = click.option(
    "--policies",
    "folder",
    default="policies",
    show_default=True,
    type=PATH,
    help="Folder of the policies.",
)


@click.group(context_settings=CONTEXT)
@click.version_option(__version__, prog_name="wiser")
def wiser() -> None:
    """Write Medicare WISeR documentation criteria as YAML; compile them; check requests.

    \b
    Policy author:   wiser new ID, then wiser lint, then wiser build
    App developer:   import wiser_policies, or load the schemas in generated/json_schema
    Staff:           wiser checklist ID, or wiser check REQUEST.json

    It speaks of documentation. It makes no coverage decision.
    """


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
@click.option("--today", default="", metavar="YYYY-MM-DD", help="Warn of reviews that are due as if it were this day.")
@FOLDER
def lint(paths: Sequence[Path], form: str, today: str, folder: Path) -> None:
    """Check policies: every finding with its place, and what to write instead.

    PATHS are files or folders; without them the whole folder of policies is checked. Examples in the
    policies are run, and every bound must have words of its source and an example on each side. What was
    published must still be there and say the same.

    Exit status: 0 clean, or with warnings only, 1 errors, 2 usage.
    """
    from datetime import date

    from wiser_compiler.diagnostics import Report
    from wiser_compiler.reading.library import documents, read_library
    from wiser_compiler.reading.published import none_gone, read_published
    from wiser_compiler.reading.versions import reviews_are_due

    try:
        day = date.fromisoformat(today) if today else date.today()
    except ValueError:
        raise click.UsageError(f"{today} is not a date; write it as 2026-04-24") from None
    report = Report()
    files: list[Path] = []
    for path in paths or (folder,):
        files += [path] if path.suffix == ".yaml" and not path.is_dir() else documents(path, report)
    files = list(dict.fromkeys(files))
    read = read_library(files, report)
    policies = [document.policy for document in read if document.policy is not None]
    if not paths:
        none_gone([document.key for document in read], read_published(folder, report), folder, report)
    reviews_are_due(policies, day, report)
    _show(report, form)
    if form == "text":
        examples = sum(len(policy.examples) for policy in policies)
        many = f"{_count(len(policies), 'policy', 'policies')}, {_count(examples, 'example', 'examples')}"
        click.echo(f"{_count(len(files), 'document is', 'documents are')} clean: {many}, as expected")


def _colored() -> bool:
    """Somebody sees the output, and wants colors."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _show(report: Report, form: str) -> None:
    """Print the findings; with an error, stop here with status 1."""
    from wiser_compiler.printers import PRINTERS, as_text

    if report.found or form != "text":
        color = form == "text" and _colored()
        click.echo((as_text(report, color=True) if color else PRINTERS[form](report)).rstrip("\n"))
    if report.errors:
        sys.exit(1)


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
    made = builder.make(works, _records(folder))
    changes = builder.compare(made, out)
    number = len(made.digests)
    if checking and changes:
        for change in changes:
            click.echo(f"{change.kind}: {(out / change.path).as_posix()}")
        click.echo(f"{_count(len(changes), 'file differs', 'files differ')}; run `wiser build`")
        sys.exit(1)
    try:
        if changes:
            builder.write(made, out, changes)
    except (builder.NotOurs, OSError) as error:
        raise click.ClickException(str(error)) from None
    message = f"{number} files are up to date"
    cache.remember(folder, out, seen, made.digests, message, made.kept)
    if not changes:
        click.echo(message)
        return
    built = _count(len(made.kept), "policy", "policies")
    gone = [change for change in changes if change.kind == "stale"]
    for change in gone:
        click.echo(f"deleted: {(out / change.path).as_posix()}")
    changed = len(changes) - len(gone)
    click.echo(f"built {built}: {number} files in {out.as_posix()}, {changed} of them changed")


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


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
    _end(folder, [work.document for work in works if work.document is not None], report)
    return works


def _records(folder: Path) -> dict[str, Record]:
    """What is recorded of the policies of a folder; a damaged file ends the command."""
    from wiser_compiler.proof.mutation.scores import Damaged, read_records

    try:
        return read_records(folder)
    except Damaged as error:
        raise click.UsageError(str(error)) from None


def _documents(folder: Path) -> list[Document]:
    """The documents of a folder; findings are printed and end the command."""
    from wiser_compiler.diagnostics import Report
    from wiser_compiler.reading.library import documents, read_documents

    report = Report()
    read = list(read_documents(documents(folder, report), report))
    _end(folder, read, report)
    return read


def _end(folder: Path, read: Sequence[Document], report: Report) -> None:
    """Check what holds between the documents of a whole folder, and stop here if anything was found."""
    from wiser_compiler.diagnostics import Span
    from wiser_compiler.reading.library import check_between
    from wiser_compiler.reading.published import none_gone, read_published

    check_between(read, report)
    none_gone([document.key for document in read], read_published(folder, report), folder, report)
    if not any(document.policy for document in read) and not report.found:
        span = Span(folder.as_posix(), 1, 1, 2)
        report.error("no-file", "there is no policy in this folder", span, "name the folder of the policies")
    _show(report, "text")


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
@click.option("--no-cache", is_flag=True, help="Ask everything anew, whatever earlier runs found.")
@FOLDER
def prove(names: Sequence[str], form: str, no_cache: bool, folder: Path) -> None:
    """Prove that policies say what they seem to: no criterion contradicts, repeats or empties another.

    Asks of every criterion whether it can be met, fail and apply, of every test whether it decides, of all
    together whether they can be met; whether the generated schemas agree; and whether `changes:` says what is
    different from the version before. An anomaly is shown with both places, the words of the sources, and a
    request where it can be seen. Runs `wiser lint` first. What was proven is kept in .wiser_cache, by what the
    policy means.

    \b
    wiser prove
    wiser prove esi@6.0.0 --format json

    Exit status: 0 every question is answered and no anomaly is there, 1 findings, 2 usage.
    """
    import json

    from wiser_compiler import cache
    from wiser_compiler.diagnostics import Report
    from wiser_compiler.reading.library import documents, read_library

    seen = cache.inputs(folder)
    asked = f"prove {' '.join(names)}"
    if form == "text" and not no_cache and (message := cache.answered(folder, asked, seen)):
        click.echo(message)
        return
    from wiser_compiler.proving import compare_versions, summary
    from wiser_compiler.proving import prove as ask_all

    report = Report()
    read = read_library(documents(folder, report), report)
    drafts = [document.draft for document in read if document.draft is not None]
    chosen = [policy for policy in drafts if not names or {policy.id, policy.key} & set(names)]
    known = {document.key for document in read}
    for name in names:
        if not {name} & {part for key in known for part in (key, key.partition("@")[0])}:
            raise click.UsageError(f"there is no policy {name}; known are {', '.join(sorted(known))}")
    kept = {} if no_cache or form != "text" else cache.proven(folder)
    with click.progressbar(
        ask_all(chosen, kept, report), length=len(chosen), label="policies", file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    ) as progress:  # fmt: skip
        proved = list(progress)
    compared = compare_versions(drafts, names, report)
    cache.keep_proven(folder, {one.meaning: one.as_kept() for one in proved if one.clean})
    if form == "json":
        from wiser_compiler.printers import as_json

        found = json.loads(as_json(report))
        click.echo(json.dumps({"policies": [one.as_dict() for one in proved], "findings": found}, indent=2))
        sys.exit(1 if report.errors else 0)
    _show(report, form)
    message = "\n".join([*map(summary, proved), *compared])
    if form == "text":
        click.echo(message)
        cache.answer(folder, asked, seen, message)


def _policies(folder: Path) -> list[Policy]:
    """The policies of a folder; findings are printed and end the command."""
    return [document.policy for document in _documents(folder) if document.policy is not None]


REQUESTS = click.argument("requests", nargs=-1, required=True, metavar="REQUEST.json...")
ANSWER_FORMAT = click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(["text", "json"]),
    help="text for people, json for programs.",
)


@wiser.command()
@REQUESTS
@ANSWER_FORMAT
@click.option("--policy", default="", metavar="ID@VERSION", help="Use this version, whatever the dates say.")
def check(requests: Sequence[str], form: str, policy: str) -> None:
    """Check requests against the criteria of their policy; `-` reads standard input.

    The procedure codes of a request choose the policy, and the date it is received the version. What
    is missing is shown with the place in the chart to look at, and by when what is due. Of the values
    of a request only its state and the days counted from its dates are printed.

    Exit status: 0 every request is ready, 1 some are not, 2 a request is invalid, or usage.
    """
    from wiser_policies import check_json, known_versions
    from wiser_policies.__main__ import answer_files

    if policy and policy not in known_versions():
        raise click.UsageError(f"there is no policy {policy}; known are {', '.join(known_versions())}")
    sys.exit(answer_files(requests, lambda data: check_json(data, policy), form, click.echo))


@wiser.command()
@REQUESTS
@ANSWER_FORMAT
def scope(requests: Sequence[str], form: str) -> None:
    """Say whether WISeR concerns requests at all: service, payer, state, place, dates; `-` reads standard input.

    The first question, before any criterion is read. A request may hold these facts alone, or all of
    them. Every reason is named with its source, and what is missing with what to ask.

    Exit status: 0 every request is in scope, 1 some are not or cannot be told yet, 2 a request is invalid, or usage.
    """
    from wiser_policies import scope_json
    from wiser_policies.__main__ import answer_files

    sys.exit(answer_files(requests, scope_json, form, click.echo))


@wiser.command()
@click.argument("name", metavar="ID[@VERSION]")
@FOLDER
def checklist(name: str, folder: Path) -> None:
    """Print the checklist of a policy as Markdown; without a version, the newest.

    \b
    wiser checklist esi > esi.md
    wiser checklist esi@1.0.0
    """
    from wiser_compiler.targets.markdown import markdown

    policies = _policies(folder)
    id, _, version = name.partition("@")
    found = sorted((p for p in policies if p.id == id and version in ("", p.version)), key=lambda p: p.effective)
    if not found:
        raise click.UsageError(f"there is no policy {name}; known are {', '.join(p.key for p in policies)}")
    click.echo("\n".join(markdown(found[-1]).files.values()), nl=False)


@wiser.command()
@FOLDER
def readings(folder: Path) -> None:
    """Print how every unclear place of the sources is read, and how sure that is, for a clinician to review."""
    from wiser_compiler.targets.pages import readings_page

    policies = _policies(folder)
    click.echo(readings_page(policies), nl=False)


@wiser.command()
@click.argument("names", nargs=-1, metavar="[ID[@VERSION]...]")
@ANSWER_FORMAT
@click.option("--record", is_flag=True, help="Write the scores to proof.json in the folder of the policies.")
@click.option("--page", is_flag=True, help="Only print the recorded scores, as a page.")
@FOLDER
def mutate(names: Sequence[str], form: str, record: bool, page: bool, folder: Path) -> None:
    """Try every slip an author could make in policies, and say which of them nothing would notice.

    Each is compiled, and must turn out otherwise in an example, contradict its quoted words, or be proven
    to change nothing. For the others the missing example is printed, ready to paste: with the verdict that
    the policy gives today, which only the source can confirm.

    Exit status: 0 every slip is noticed, 1 some are not, 2 usage.
    """
    from wiser_compiler.proof.mutation import scores

    records = _records(folder)
    if page:
        click.echo(scores.page(records), nl=False)
        return
    from wiser_compiler.mutation import mutate as try_all  # with the solver, which takes its time to load

    sys.exit(try_all(names, form, _documents(folder), records, folder if record else None))


@wiser.command()
@click.argument("files", nargs=-1, required=True, metavar="TEXTFILE...", type=PATH)
@click.option("--source", default="", metavar="ID", help="Which source it is, where the text does not say so.")
@click.option("--policy", "only", multiple=True, metavar="ID@VERSION", help="Check this policy alone; may be repeated.")
@ANSWER_FORMAT
@FOLDER
def sources(files: Sequence[Path], source: str, only: Sequence[str], form: str, folder: Path) -> None:
    """Compare policies with the text of a source: do quoted words stand there, and what does nobody quote?

    Before its first heading (`## 6.2.10 Title`, or `6.2.10 Title`) a text says its title and version, or
    --source says which it is, as in guide_6. Every quotation must stand in a section that is cited with it.
    Then come the sentences of these sections that carry a number, or a word such as must, of which no
    policy quotes anything. They are for you to look through, and change no exit status.

    Exit status: 0 every quotation stands there, 1 findings, 2 usage.
    """
    import json

    from wiser_compiler.diagnostics import Report
    from wiser_compiler.printers import as_json, visible
    from wiser_compiler.reading.library import documents, read_trees
    from wiser_compiler.reading.source_text import UnusableText
    from wiser_compiler.reading.sources import as_data, as_lines, check_sources, editions, read_texts, sources_of

    report = Report()
    read = list(read_trees(documents(folder, report), report))
    if not read:
        _show(report, "text")
    policies = [(policy, tree) for policy, tree in read if policy is not None]
    keys = [policy.key for policy, _ in policies]
    for name in only:
        if name not in keys:
            raise click.UsageError(f"there is no policy {name} without findings; known are {', '.join(keys)}")
    try:
        texts = read_texts(files, source, editions(one for policy, tree in read for one in sources_of(policy, tree)))
    except UnusableText as error:
        raise click.UsageError(str(error)) from None
    checked = check_sources(policies, texts, only or keys, report)
    if form == "json":
        click.echo(json.dumps({"findings": json.loads(as_json(report)), **as_data(checked)}, indent=2))
    else:
        click.echo("\n".join(map(visible, as_lines(checked))))
        _show(report, form)
    sys.exit(1 if report.errors else 0)


@wiser.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain a finding: why it matters, what provokes it, and the repaired policy. Without CODE, list all."""
    from wiser_compiler.diagnostics import did_you_mean
    from wiser_compiler.explanations import EXPLANATIONS
    from wiser_compiler.explanations import explain as page

    if code is None:
        width = max(map(len, EXPLANATIONS))
        click.echo("\n".join(f"{name:{width}}  {EXPLANATIONS[name].summary}" for name in sorted(EXPLANATIONS)))
    elif code in EXPLANATIONS:
        click.echo(page(code).rstrip("\n"))
    else:
        hint = did_you_mean(code, EXPLANATIONS) or "`wiser explain` lists all codes"
        raise click.UsageError(f"no finding is called {code}; {hint}")


@wiser.command()
@click.argument("names", nargs=-1, required=True, metavar="ID@VERSION...")
@FOLDER
def publish(names: Sequence[str], folder: Path) -> None:
    """Publish documents: from now on they may be superseded, and not edited.

    Policies, programs and vocabularies alike; what a document names must be published with it. Examples may
    still be added, and `review_by` and `until` set. `published.json` in the folder of the policies holds what
    each document said; commit it.
    """
    from wiser_compiler.diagnostics import Report
    from wiser_compiler.reading.published import publish as enter
    from wiser_compiler.reading.published import read_published

    read = {document.key: document for document in _documents(folder)}
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
    enter(folder, {**published, **wanted})
    click.echo(f"published {', '.join(new)}" if new else "published already")


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

    What is not shown to differ is proven to be the same, as far as the output says. `changes:` of the newer
    version must say the same; what it should say is printed, ready to paste.

    Exit status: 0 the same meaning, 1 another meaning, or findings, 2 usage.
    """
    from wiser_compiler import comparing
    from wiser_compiler.diagnostics import Report

    report = Report()
    try:
        if against:
            compared = comparing.with_revision(names, against, folder, report)
        else:
            compared = comparing.two(names, folder, report)
    except comparing.Misused as problem:
        raise click.UsageError(str(problem)) from None
    _show(report, "text")
    found = comparing.differences(compared, report)
    click.echo(comparing.written(compared, found, report, form, color=_colored()), nl=False)
    sys.exit(comparing.differs(compared, found, report))


@wiser.command()
@click.argument("name", metavar="ID")
@click.option("--version", default="1.0.0", show_default=True, help="Version of the new policy.")
@FOLDER
def new(name: str, version: str, folder: Path) -> None:
    """Begin a policy: a commented document to fill in, ready for an editor with completion."""
    from wiser_compiler.reading.template import TEMPLATE, valid_name

    if problem := valid_name(name, version):
        raise click.UsageError(problem)
    path = folder / name / f"{version}.yaml"
    if path.exists():
        raise click.UsageError(f"{path.as_posix()} is there already; choose another version")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:  # never over a file that came in the meantime
        file.write(TEMPLATE.replace(": ID", f": {name}").replace("VERSION", version))
    click.echo(f"wrote {path.as_posix()}; fill in the places that say TODO, then run `wiser lint {path.as_posix()}`")
