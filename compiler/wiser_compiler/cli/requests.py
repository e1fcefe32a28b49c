"""Commands for those who prepare requests: does WISeR concern a request, is it ready, what must the chart show?"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from wiser_compiler.cli.group import ANSWER_FORMAT, PATH, READ_FOLDER, wiser
from wiser_compiler.cli.output import day_of, named, no_policy, tell, writing
from wiser_compiler.program import visible

if TYPE_CHECKING:
    from pathlib import Path

    from wiser_compiler.core.model import Policy

REQUESTS = click.argument("requests", nargs=-1, required=True, metavar="REQUEST.json...")
FULL = click.option("--full", is_flag=True, help="Of many requests, print each answer whole.")
ALL = click.option("--all", "everything", is_flag=True, help="Add every row with its reason and source.")
TODAY = click.option("--today", default="", metavar="YYYY-MM-DD", help="Say what can still come, as if on this day.")
LINES = click.option("--lines", is_flag=True, help="Each line is a request, as in .ndjson files.")


@wiser.command()
@REQUESTS
@ANSWER_FORMAT
@click.option("--policy", default="", metavar="ID[@VERSION]", help="Use this policy, whatever the codes say.")
@TODAY
@ALL
@FULL
@LINES
def check(
    requests: Sequence[str], form: str, policy: str, today: str, everything: bool, full: bool, lines: bool
) -> None:
    """Check requests against the criteria of their policy; `-` reads standard input.

    The procedure codes of a request choose the policy, and the date it is received the version. The
    answer comes first, then what to ask for and who has it, the shortest first, and where to send the
    request. Of its values only the state is printed, with days and numbers worked out from the others.

    A file may hold many requests: an array, or one on each line. Each is then answered by one line.

    Exit status: 0 every request is ready, 1 some are not, 2 a request is invalid, or usage.
    """
    from wiser_policies import check_json
    from wiser_policies._answers import answer_files
    from wiser_policies._check import named

    if policy:
        try:
            named(policy)
        except LookupError as unknown:
            _say_what_is_behind()
            raise click.UsageError(str(unknown)) from None
    day = day_of(today).isoformat()
    status = answer_files(
        requests,
        lambda data: check_json(data, policy),
        form,
        click.echo,
        lines=lines,
        full=full,
        everything=everything,
        today=day,
    )
    _say_what_is_behind()
    sys.exit(status)


@wiser.command()
@REQUESTS
@ANSWER_FORMAT
@ALL
@FULL
@LINES
def scope(requests: Sequence[str], form: str, everything: bool, full: bool, lines: bool) -> None:
    """Say whether WISeR concerns requests at all: service, payer, state, place, dates; `-` reads standard input.

    The first question, before any criterion is read. A request may hold these facts alone, or all of
    them. Out of scope, every reason is named; what is missing is named with what to ask.

    Exit status: 0 every request is in scope, 1 some are not or cannot be told yet, 2 a request is invalid, or usage.
    """
    from wiser_policies import scope_json
    from wiser_policies._answers import answer_files

    status = answer_files(requests, scope_json, form, click.echo, lines=lines, full=full, everything=everything)
    _say_what_is_behind()
    sys.exit(status)


@wiser.command()
@click.argument("files", nargs=-1, metavar="FILES...")
@click.option("--out", default="", metavar="RESULT", help="Write the rows here: .ndjson, .csv or .parquet.")
@click.option("--policy", default="", metavar="ID[@VERSION]", help="Use this policy, whatever the codes say.")
@click.option("--against", default="", metavar="ID@VERSION", help="Say what changes by this version, as if in force.")
@click.option("--ref", default="", metavar="NAME", help="The key or column with your own reference of a row.")
@click.option("--ignore", multiple=True, metavar="NAME", help="Leave out a key or column; may be repeated.")
@click.option("--summary", multiple=True, metavar="FILE", help="Write the summary too: .json, or a page as .html.")
@ANSWER_FORMAT
@click.option("--jobs", default=1, show_default=True, metavar="N", help="Answer with so many processes.")
@click.option("--columns", default="", metavar="ID[@VERSION]", help="Only print the columns of a table for a policy.")
def audit(
    files: Sequence[str],
    out: str,
    policy: str,
    against: str,
    ref: str,
    ignore: Sequence[str],
    summary: Sequence[str],
    form: str,
    jobs: int,
    columns: str,
) -> None:
    """Answer every request of files, one row for each, and count the answers.

    Files are .ndjson, .jsonl, .json, .csv (a column for each fact) or .parquet, of any size. Rows have
    the line, the policy with its version, the outcome, what is open, and why a request is invalid.
    Nothing of a request is written but the reference that --ref names. The same command continues an
    audit that was cut short. The summary is printed, as text or JSON.

    \b
    wiser audit --columns esi > columns.csv
    wiser audit year.csv --ref id --out result.csv --summary year.html
    wiser audit queue.ndjson --against esi@1.0.0 --out changes.ndjson

    Exit status: 0 done, 1 done and a file held no request, 2 a file cannot be audited, or usage.
    """
    from wiser_policies._audit import Asked, Usage
    from wiser_policies._audit import audit as run_audit

    asked = Asked(files, out, policy, against, ref, ignore, summary, form, jobs, columns)
    try:
        status = run_audit(asked, click.echo)
    except (Usage, LookupError) as why:
        raise click.UsageError(str(why)) from None
    _say_what_is_behind()
    sys.exit(status)


@wiser.command()
@click.argument("request", default="", required=False, metavar="[REQUEST.json]")
@click.option("--policy", default="", metavar="ID[@VERSION]", help="Use this policy, whatever the codes say.")
def fill(request: str, policy: str) -> None:
    """Fill in a request, question by question, and keep it in a file that only you can read.

    Only questions that still matter are asked, each once: the codes, the state and the payer first.
    Write as you would on paper: 6/10/2026, L4-5, 52%, Texas, yes. What was understood is shown.
    Each answer is kept at once; call the command again with the file to go on.

    Exit status: 0 the request is ready, 1 it is not yet, 2 the file cannot be continued, or usage.
    """
    from wiser_policies._check import named
    from wiser_policies._fill import fill as interview

    if policy:
        try:
            named(policy)
        except LookupError as unknown:
            raise click.UsageError(str(unknown)) from None
    status = interview(request, policy, day_of().isoformat(), click.echo)
    _say_what_is_behind()
    sys.exit(status)


def _say_what_is_behind() -> None:
    """Requests are answered by what was built: say so where the policies of this folder were edited since."""
    import os

    import wiser_policies

    from wiser_compiler.commands.stale import behind

    if not os.path.isdir("policies"):  # noqa: PTH112 - importing pathlib takes longer
        return
    answers = os.path.dirname(os.path.abspath(wiser_policies.__file__))  # noqa: PTH100, PTH120
    elsewhere = answers != os.path.abspath("generated/python/wiser_policies")  # noqa: PTH100
    if said := behind("policies", _documents_of_the_build(), elsewhere):
        click.echo(f"note: {visible(said)}", err=True)


def _documents_of_the_build() -> dict[str, str]:
    """The SHA-256 of the document of each version that answers requests; empty texts where the catalog is not there."""
    from wiser_policies import catalog, known_versions

    try:
        versions = {**catalog()["programs"], **catalog()["policies"]}
        return {key: versions[key]["document"]["sha256"] for key in known_versions()}
    except (LookupError, ValueError, TypeError, RecursionError):  # it was never read, or was damaged by hand
        return dict.fromkeys(known_versions(), "")


@wiser.command()
@click.argument("name", metavar="ID[@VERSION]|REQUEST.json")
@click.option("--out", default=None, metavar="FILE", type=PATH, help="Write to this file: .html, .pdf or .md.")
@click.option("--large", is_flag=True, help="In large type.")
@click.option("--advice", is_flag=True, help="Of a policy: the sheet of what the guide does not ask.")
@click.option("--policy", default="", metavar="ID[@VERSION]", help="Of a request: this policy, whatever its codes say.")
@click.option(
    "--today", default="", metavar="YYYY-MM-DD", help="Of a request: say what can still come, as if on this day."
)
@click.option("--policies", "folder", default="policies", show_default=True, type=PATH, help="Folder of the policies.")
def checklist(name: str, out: Path | None, large: bool, advice: bool, policy: str, today: str, folder: Path) -> None:
    """Print the checklist of a policy, or the one of a request with what it documents filled in.

    For a policy, --out writes the sheet of paper; without it, the exact form is printed as Markdown. Without a version
    the newest one is taken. A draft is printed too, as far as it can be read; its findings are printed on standard
    error. No other policy is read. Without a folder `policies`, the policies are those that this tool was built with.

    A request (a file whose name ends in .json, or `-`) gives its sheet as HTML, with what is still missing first. It
    has values of the request: protect it as you protect the request.

    \b
    wiser checklist esi --out esi.html
    wiser checklist esi --advice --out advice.pdf
    wiser checklist esi@1.0.0 > esi.md
    wiser checklist REQUEST.json --out sheet.pdf

    Exit status: 0 printed, 1 findings, whether or not there was something to print, 2 usage, or an invalid request.
    """
    from wiser_policies._sheet_of_file import is_request

    of_request = is_request(name)
    form = out.suffix.lower() if out else ".html" if of_request else ".md"
    if form not in (".html", ".pdf", *(() if of_request else (".md",))):
        raise click.UsageError("--out names a file that ends in .html or .pdf, or of a policy in .md")
    if large and form == ".md":
        raise click.UsageError("Markdown has no large type; name a file with --out that ends in .html or .pdf")
    if advice and of_request:
        raise click.UsageError("the sheet of a request has the advice that applies to it; --advice is about a policy")
    if advice and form == ".md":
        raise click.UsageError("Markdown has the advice in it; name a file with --out that ends in .html or .pdf")
    if of_request:
        _write(_filled(name, policy, today, large, form), out)
        return
    if policy or today:
        raise click.UsageError("--policy and --today are about a request")
    if not folder.is_dir():
        if click.get_current_context().get_parameter_source("folder") is not click.core.ParameterSource.DEFAULT:
            raise click.UsageError(f"{folder} is no folder")
        _write(_as_built(name, large, advice, form), out)
        return
    draft, status = _draft(name, folder)
    if form == ".md":
        from wiser_compiler.targets.markdown import markdown

        _write("\n".join(markdown(draft).files.values()).encode(), out)
    elif draft.program:
        raise click.UsageError(f"{draft.id} is a program and has no sheet; print it as Markdown")
    else:
        from wiser_compiler.core.as_data import as_data
        from wiser_compiler.sheet.html import as_html
        from wiser_compiler.sheet.layout import advice_of, sheet_of
        from wiser_compiler.sheet.pdf import as_pdf

        blank = (advice_of if advice else sheet_of)(as_data(draft), large)
        _write(as_pdf(blank) if form == ".pdf" else as_html(blank).encode(), out)
    sys.exit(status)


def _as_built(name: str, large: bool, advice: bool, form: str) -> bytes:
    """The checklist of a policy as it was built: that of this tool, where no folder of policies is at hand."""
    from wiser_policies import known_versions, read_file
    from wiser_policies._check import named, newest
    from wiser_policies.sheets import advice_sheet, as_html, as_pdf, blank_sheet

    try:
        id, version = named(name)
        if form == ".md":
            return read_file(f"markdown/{id}/{version or newest(id)}.md")
        sheet = (advice_sheet if advice else blank_sheet)(name, large=large)
    except LookupError as unknown:
        known = name in known_versions() or name in {one.partition("@")[0] for one in known_versions()}
        raise click.UsageError(str(unknown) if known else no_policy(name, known_versions())) from None
    return as_pdf(sheet) if form == ".pdf" else as_html(sheet).encode()


def _filled(name: str, policy: str, today: str, large: bool, form: str) -> bytes:
    """The sheet of the request in a file."""
    from wiser_policies._sheet_of_file import NoSheet, sheet_of_file
    from wiser_policies.sheets import as_html, as_pdf

    day = day_of(today).isoformat()
    try:
        sheet = sheet_of_file(name, policy, day, large)
    except LookupError as unknown:
        raise click.UsageError(str(unknown)) from None
    except NoSheet as why:
        click.echo("\n".join(map(visible, str(why).split("\n"))), err=True)
        sys.exit(2)
    return as_pdf(sheet) if form == ".pdf" else as_html(sheet).encode()


def _write(data: bytes, out: Path | None) -> None:
    """Write a file, or to standard output without one."""
    from wiser_compiler.writing import replace

    if out is None:
        click.echo(data.decode(), nl=False)
        return
    with writing():
        replace(out, data)
    click.echo(f"wrote {visible(out.as_posix())}", err=True)


@wiser.command()
@click.argument("name", metavar="ID[@VERSION]")
@click.option("--criterion", "only", multiple=True, metavar="ID", help="This criterion alone; may be repeated.")
@click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(["text", "svg"]),
    help="text for a terminal, svg as a picture.",
)
@READ_FOLDER
def graph(name: str, only: Sequence[str], form: str, folder: Path) -> None:
    """Show how the criteria of a policy are joined: all of, any of, at least, none of, exceptions.

    Without a version, the newest one is shown. A build writes the picture of every policy to generated/graph.

    \b
    wiser graph esi --criterion pain-duration
    wiser graph esi --format svg > esi.svg
    """
    from wiser_compiler.targets.graph.svg import picture
    from wiser_compiler.targets.graph.text import text
    from wiser_compiler.targets.graph.tree import trees

    policy, status = _draft(name, folder)
    known = [criterion.id for criterion in policy.criteria]
    for id in only:
        if id not in known:
            raise click.UsageError(f"{policy.key} has no criterion {id}; it has {', '.join(known)}")
    chosen = [tree for tree in trees(policy) if not only or tree.id in only]
    click.echo(
        picture(policy, chosen) if form == "svg" else "\n".join(map(visible, text(chosen).split("\n"))), nl=False
    )
    sys.exit(status)


def _draft(name: str, folder: Path) -> tuple[Policy, int]:
    """The policy of this id and version, the newest where no version is named, and the exit status: 1 with findings.

    Findings are printed on standard error, and end the command where they leave nothing to show.
    """
    from wiser_compiler.commands.possible import tells
    from wiser_compiler.diagnostics import Report
    from wiser_compiler.linting.library import read_documents

    report = Report()
    drafts = [
        (document.path, document.draft) for document in read_documents(named([name], folder), report, tells=tells)
    ]
    readable = sorted((draft for _, draft in drafts if draft is not None), key=lambda draft: draft.effective)
    newest = readable[-1:] if len(readable) == len(drafts) else []  # one that cannot be read may be newer
    report = report.about([draft.span.file for draft in newest] or [path.as_posix() for path, _ in drafts])
    tell(report)
    if not newest:
        sys.exit(1)
    return newest[0], 1 if report.errors else 0
