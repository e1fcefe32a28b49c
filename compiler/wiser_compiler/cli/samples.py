"""The command that makes requests up."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from wiser_compiler.cli.group import wiser

if TYPE_CHECKING:
    from wiser_policies._verdicts import Outcome


def _share(name: str, outcome: str) -> Callable[[Any], Any]:
    words = f"Rows that are {outcome}, from 0 to 1."
    return click.option(name, default=None, type=float, metavar="SHARE", help=words)


@wiser.command()
@click.argument("policies", nargs=-1, metavar="[ID[@VERSION]...]")
@click.option("--count", default=100, show_default=True, metavar="N", help="How many requests.")
@click.option("--seed", default=1, show_default=True, metavar="S", help="Another seed gives other requests.")
@click.option("--out", default="", metavar="FILE", help="Write to this file: .ndjson, .csv or .parquet.")
@click.option("--today", default="", metavar="YYYY-MM-DD", help="The last of the 90 days of receipt.")
@_share("--ready", "ready")
@_share("--incomplete", "incomplete")
@_share("--not-met", "not met")
@_share("--out-of-scope", "out of scope")
@_share("--invalid", "invalid")
@click.option("--charts", default=100, show_default=True, metavar="N", help="Different charts of each service.")
@click.option(
    "--label",
    "labels",
    multiple=True,
    type=click.Choice(["reference", "policy", "outcome"]),
    help="A column beside the facts; may be repeated. A table has the reference without being asked.",
)
@click.option("--describe", is_flag=True, help="Only say what the sample would hold.")
def sample(
    policies: Sequence[str],
    count: int,
    seed: int,
    out: str,
    today: str,
    ready: float | None,
    incomplete: float | None,
    not_met: float | None,
    out_of_scope: float | None,
    invalid: float | None,
    charts: int,
    labels: Sequence[str],
    describe: bool,
) -> None:
    """Make up requests, as many as you like, to try a program or an audit with.

    They are drawn from the examples and the bounds of the policies, of every policy if none is named, and are of no
    patient. Shares that you leave out divide the rest as usual. The same seed gives the same requests, and a longer
    sample begins with the requests of a shorter one. Without --out they are printed, one on each line.

    \b
    wiser sample esi --count 1000 | wiser check --lines -
    wiser sample --count 1000000 --invalid 0.02 --out year.csv
    wiser sample --ready 0.9 --describe

    Exit status: 0 done, 2 usage, 3 the file cannot be written.
    """
    from wiser_policies._sample_command import Asked
    from wiser_policies._sample_command import sample as make
    from wiser_policies._sample_wanted import BadSample
    from wiser_policies._verdicts import INCOMPLETE, INVALID, NOT_MET, OUT_OF_SCOPE, READY

    shares: dict[Outcome, float | None] = {
        READY: ready,
        INCOMPLETE: incomplete,
        NOT_MET: not_met,
        OUT_OF_SCOPE: out_of_scope,
        INVALID: invalid,
    }
    asked = Asked(policies, count, seed, out, today, shares, charts, labels, describe)
    try:
        status = make(asked, click.echo)
    except (BadSample, LookupError) as why:
        raise click.UsageError(str(why)) from None
    sys.exit(status)
