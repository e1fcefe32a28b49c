"""Commands of those who prepare requests: is it concerned, is it ready, what does the chart have to show?"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from wiser_compiler.cli.group import ANSWER_FORMAT, READ_FOLDER, wiser
from wiser_compiler.cli.output import policies_of

if TYPE_CHECKING:
    from pathlib import Path


REQUESTS = click.argument("requests", nargs=-1, required=True, metavar="REQUEST.json...")


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
@READ_FOLDER
def checklist(name: str, folder: Path) -> None:
    """Print the checklist of a policy as Markdown; without a version, the newest.

    \b
    wiser checklist esi > esi.md
    wiser checklist esi@1.0.0
    """
    from wiser_compiler.targets.markdown import markdown

    policies = policies_of(folder)
    id, _, version = name.partition("@")
    found = sorted((p for p in policies if p.id == id and version in ("", p.version)), key=lambda p: p.effective)
    if not found:
        raise click.UsageError(f"there is no policy {name}; known are {', '.join(p.key for p in policies)}")
    click.echo("\n".join(markdown(found[-1]).files.values()), nl=False)
