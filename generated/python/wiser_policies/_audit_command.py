"""`python -m wiser_policies --audit FILES... --out RESULT`: the audit with the standard library alone."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import NoReturn

from wiser_policies._audit import Asked, Usage, audit
from wiser_policies._program import visible


def main(arguments: Sequence[str], write: Callable[[str], object]) -> int:
    """Audit the files that are named."""

    class Parser(argparse.ArgumentParser):
        def error(self, message: str) -> NoReturn:
            super().error(visible(message))  # the message may repeat an argument

    parser = Parser(
        prog="python -m wiser_policies --audit",
        description="Answer every request of files, one row for each, and count the answers. Of the requests nothing is"
        " written but the reference that --ref names. An audit that was cut short goes on with the same command.",
        epilog="exit status: 0 done, 1 done and a file held no request, 2 usage, or a file that cannot be audited.",
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help=".ndjson, .jsonl, .json, .csv or .parquet")
    parser.add_argument("--out", default="", metavar="RESULT", help="the rows: .ndjson, .csv or .parquet")
    parser.add_argument("--policy", default="", metavar="ID[@VERSION]", help="use this policy, whatever the codes say")
    parser.add_argument("--against", default="", metavar="ID@VERSION", help="say what changes by this version")
    parser.add_argument("--ref", default="", metavar="NAME", help="the key or column with your reference of a row")
    parser.add_argument(
        "--ignore", action="append", default=[], metavar="NAME", help="leave out a key or column; may be repeated"
    )
    parser.add_argument(
        "--summary", action="append", default=[], metavar="FILE", help="write the summary too: .json or .html"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="of the summary that is printed")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="answer with so many processes")
    parser.add_argument("--columns", default="", metavar="ID[@VERSION]", help="only print the columns of a policy")
    options = parser.parse_intermixed_args(arguments)
    asked = Asked(
        options.files,
        options.out,
        options.policy,
        options.against,
        options.ref,
        options.ignore,
        options.summary,
        options.format,
        options.jobs,
        options.columns,
    )
    try:
        return audit(asked, write)
    except (Usage, LookupError) as why:
        parser.error(str(why))
