"""`wiser sample`, and the same with the standard library alone: `python -m wiser_policies --sample`."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, NoReturn

from wiser_policies._program import say, visible
from wiser_policies._sample_files import form_of, print_sample, write_file
from wiser_policies._sample_wanted import CHARTS, LABELS, BadSample, described, wanted
from wiser_policies._verdicts import INCOMPLETE, INVALID, NOT_MET, OUT_OF_SCOPE, READY, Outcome

SHARES: Mapping[str, Outcome] = {
    "ready": READY, "incomplete": INCOMPLETE, "not-met": NOT_MET, "out-of-scope": OUT_OF_SCOPE, "invalid": INVALID,
}  # fmt: skip


class Asked(NamedTuple):
    """The options of the command. `number` is that of the requests; a share that is not said is None."""

    policies: Sequence[str]
    number: int
    seed: int
    out: str
    today: str
    shares: Mapping[Outcome, float | None]
    charts: int
    labels: Sequence[str]
    describe: bool


def sample(asked: Asked, write: Callable[[str], object]) -> int:
    """Write a sample, or say what it would hold. Raises BadSample and LookupError for what is asked for in vain."""
    if asked.number < 0:
        raise BadSample("the number of requests is 0 or more")
    form = form_of(asked.out) if asked.out else "ndjson"
    labels = asked.labels or (() if form == "ndjson" else LABELS[:1])
    found = wanted(asked.policies, asked.seed, asked.today, asked.shares, asked.charts, labels)
    if asked.describe:
        write(described(found))
    elif not asked.out:
        print_sample(found, asked.number, write)
    else:
        try:
            write_file(found, asked.number, asked.out)
        except ModuleNotFoundError as error:
            if error.name != "polars":
                raise
            raise BadSample("Parquet needs Polars: pip install 'wiser-policies[batch]'") from None
        except OSError as error:
            say(f"{asked.out}: cannot be written: {error.strerror}")
            return 3
        say(f"wrote {asked.number:,} requests to {os.fspath(asked.out)}")
    return 0


def main(arguments: Sequence[str], write: Callable[[str], object]) -> int:
    """The command with the standard library alone."""

    class Parser(argparse.ArgumentParser):
        def error(self, message: str) -> NoReturn:
            super().error(visible(message))  # the message may repeat an argument

    parser = Parser(
        prog="python -m wiser_policies --sample",
        description="Made-up requests at any number, drawn from the examples and the bounds of the policies. They are"
        " of no patient. The same seed gives the same requests, and the first ones of many are the same as of a few.",
        epilog="exit status: 0 done, 2 usage, 3 the file cannot be written.",
    )
    parser.add_argument("policies", nargs="*", metavar="POLICY", help="esi, or esi@6.0.0; without one all of them")
    parser.add_argument("--count", type=int, default=100, metavar="N", help="requests (100)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="another seed gives other requests (1)")
    parser.add_argument("--out", default="", metavar="FILE", help=".ndjson, .csv or .parquet; else lines are printed")
    parser.add_argument("--today", default="", metavar="YYYY-MM-DD", help="the last day of receipt, of 90")
    for name in SHARES:
        parser.add_argument(
            f"--{name}", type=float, default=None, metavar="SHARE", help=f"rows that are {name}, 0 to 1"
        )
    parser.add_argument("--charts", type=int, default=CHARTS, metavar="N", help=f"charts of a service ({CHARTS})")
    parser.add_argument("--label", action="append", default=[], choices=LABELS, help="a column beside the facts")
    parser.add_argument("--describe", action="store_true", help="only say what the sample would hold")
    options = parser.parse_intermixed_args(arguments)
    shares = {outcome: getattr(options, name.replace("-", "_")) for name, outcome in SHARES.items()}
    asked = Asked(
        options.policies,
        options.count,
        options.seed,
        options.out,
        options.today,
        shares,
        options.charts,
        options.label,
        options.describe,
    )
    try:
        return sample(asked, write)
    except (BadSample, LookupError) as why:
        parser.error(str(why))
