"""What commands share: they print findings, read the documents of a folder, and stop where either fails."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from wiser_compiler.program import FAILED

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from wiser_compiler.core.model import Policy
    from wiser_compiler.diagnostics import Report
    from wiser_compiler.linting.library import Document
    from wiser_compiler.proof.mutation.scores import Record


class Stopped(click.ClickException):
    """The command could not do what was asked, through no fault of its arguments."""

    exit_code = FAILED


class InTheWay(click.ClickException):
    """Something stands where this tool writes, and has to be moved away or restored first."""

    exit_code = 2


@contextmanager
def writing(*in_the_way: type[Exception]) -> Iterator[None]:
    """End the command where a file cannot be written, with its name; with status 2 where something is `in_the_way`."""
    from wiser_compiler.whole_files import Damaged
    from wiser_compiler.writing import Linked

    moved_first: tuple[type[Exception], ...] = (*in_the_way, Damaged, Linked)
    try:
        yield
    except moved_first as error:
        raise InTheWay(_said(error)) from None
    except OSError as error:
        raise Stopped(_said(error)) from None


def _said(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}"
    return str(error)


def colored() -> bool:
    """Whether the output is a terminal, and colors are wanted."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def tell(report: Report) -> None:
    """Print the findings on standard error: standard output is for what was asked for."""
    from wiser_compiler.linting.causes import fold
    from wiser_compiler.printers import as_text

    fold(report)
    if report.found:
        click.echo(as_text(report).rstrip("\n"), err=True)


def show(report: Report, form: str, everything: bool = False, accepted: str = "", *, stop: bool = True) -> None:
    """Print the findings and, as text, how many are accepted. With an error, end with status 1 if told to `stop`.

    `everything` adds the findings that follow from others.
    """
    from wiser_compiler.linting.causes import fold
    from wiser_compiler.printers import PRINTERS, as_text

    fold(report)
    if report.found or form != "text":
        text = as_text(report, color=colored(), everything=everything) if form == "text" else PRINTERS[form](report)
        click.echo(text.rstrip("\n"))
    if form == "text" and accepted:
        click.echo(accepted, nl=False)
    if report.errors and stop:
        sys.exit(1)


def counted(number: int, one: str, many: str) -> str:
    """A number with its word."""
    return f"{number} {one if number == 1 else many}"


def read_folder(folder: Path) -> list[Document]:
    """The documents of a folder. Findings are printed and end the command."""
    from wiser_compiler.commands.possible import tells
    from wiser_compiler.diagnostics import Report
    from wiser_compiler.linting.library import documents, read_documents

    report = Report()
    read = list(read_documents(documents(folder, report), report, tells=tells))
    end_with_findings(folder, read, report)
    return read


def no_policy(name: str, known: Sequence[str]) -> str:
    """The message about a policy that does not exist, with the one that is near. `known` are names with versions."""
    from difflib import get_close_matches

    ids = sorted({one.partition("@")[0] for one in known})
    near = get_close_matches(name.partition("@")[0].lower(), ids, 1, 0.6)
    meant = f"did you mean {near[0]}? Known" if near and near[0] != name.partition("@")[0] else "known"
    return f"there is no policy {name}; {meant} are {', '.join(known)}"


def named(names: Sequence[str], folder: Path) -> list[Path]:
    """The documents of these names, all versions of an id where none is said.

    What else lies in the folder is not read. A name that no document has is wrong usage.
    """
    from wiser_compiler.diagnostics import Report
    from wiser_compiler.linting.library import documents

    paths = {f"{path.parent.name}@{path.stem}": path for path in documents(folder, Report())}
    found = {key: path for key, path in paths.items() if {key, key.partition("@")[0]}.intersection(names)}
    for name in names:
        if not any(name in (key, key.partition("@")[0]) and _has_criteria(path) for key, path in found.items()):
            known = sorted(key for key, path in paths.items() if _has_criteria(path))
            raise click.UsageError(no_policy(name, known))
    return list(found.values())


def _has_criteria(path: Path) -> bool:
    """A policy or a program, as far as can be told; and no vocabulary."""
    from wiser_compiler.diagnostics import Report
    from wiser_compiler.reading.document import kind_of, read_data, read_tree, without_examples

    data = read_data(path, Report())
    if data is None or b"vocabulary" not in data:
        return True  # as most are, and need not be read for this
    tree = read_tree(path, without_examples(data), Report())
    return tree is None or kind_of(tree) != "vocabulary"


def policies_of(folder: Path) -> list[Policy]:
    """The policies of a folder. Findings are printed and end the command."""
    return [document.policy for document in read_folder(folder) if document.policy is not None]


def end_with_findings(folder: Path, read: Sequence[Document], report: Report) -> None:
    """Check the documents of a folder against one another. Findings are printed and end the command."""
    from wiser_compiler.diagnostics import Span
    from wiser_compiler.linting.library import check_between
    from wiser_compiler.linting.published import published_gone, read_published

    check_between(read, report)
    published_gone([document.key for document in read], read_published(folder, report), folder, report)
    if not any(document.policy for document in read) and not report.found:
        span = Span(folder.as_posix(), 1, 1, 2)
        report.error("no-file", "there is no policy in this folder", span, "name the folder of the policies")
    show(report, "text")


def recorded(folder: Path) -> dict[str, Record]:
    """The records kept of the policies of a folder. A damaged file ends the command."""
    from wiser_compiler.proof.mutation.scores import read_records
    from wiser_compiler.whole_files import Damaged

    try:
        return read_records(folder)
    except Damaged as error:
        raise click.UsageError(str(error)) from None


def day_of(today: str = "") -> date:
    """The day that an option names, written YYYY-MM-DD; today where it names none."""
    from datetime import date

    try:
        return date.fromisoformat(today) if today else date.today()
    except ValueError:
        raise click.UsageError(f"{today} is not a date; write it as 2026-04-24") from None
