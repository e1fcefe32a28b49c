"""`python -m wiser_policies REQUEST.json ...`: check requests with the standard library alone.

Exit status: 0 every request is ready, 1 some are not, 2 a request is invalid or cannot be read, or wrong usage. With
`--fill` the same of the request in the file. With `--verify` 0 every file is as it was built, 1 some are not, 2 there
is nothing to compare with. Without an answer: 3 the output cannot be written, or a mistake of the program, 130
interrupted, 141 nobody reads the output any more.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import NoReturn

from wiser_policies import check_json, scope_json
from wiser_policies._answers import answer_files
from wiser_policies._check import named
from wiser_policies._dates import is_day
from wiser_policies._program import run, visible

FILES = "a request as JSON; or many, in an array or one on each line; - reads standard input"


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the files that are named; `-` is standard input."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["--sample"]:
        from wiser_policies._sample_command import main as sample

        return sample(given[1:], _write)

    import argparse  # the command `wiser` has its own, and starts faster without

    class Parser(argparse.ArgumentParser):
        def error(self, message: str) -> NoReturn:
            super().error(visible(message))  # the message may repeat an argument

    parser = Parser(
        prog="python -m wiser_policies",
        description="Check requests against the documentation criteria of their policy. Nothing leaves this computer.",
        epilog="exit status: 0 ready, 1 not ready, 2 invalid or unreadable, 3 none. It is not a coverage decision.",
    )
    parser.add_argument("requests", nargs="*", metavar="REQUEST.json", help=FILES)
    parser.add_argument("--policy", default="", metavar="ID[@VERSION]", help="use this policy, whatever the codes say")
    parser.add_argument("--today", default="", metavar="YYYY-MM-DD", help="plan nothing before this day; or today")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text for people, json for programs")
    parser.add_argument("--full", action="store_true", help="of many requests, print each answer whole")
    parser.add_argument(
        "--all", action="store_true", dest="everything", help="add every row with its reason and source"
    )
    parser.add_argument("--lines", action="store_true", help="each line is a request, as in .ndjson files")
    parser.add_argument("--scope", action="store_true", help="say only whether the program concerns the request")
    parser.add_argument(
        "--sheet",
        action="store_true",
        help="print the checklist of a request with what it documents filled in, or of a policy (esi) blank, as HTML",
    )
    parser.add_argument("--large", action="store_true", help="a sheet in large type")
    parser.add_argument(
        "--verify",
        action="store_true",
        help="say which files of this package, or of the folder or archive that is named, are not as they were built",
    )
    parser.add_argument(
        "--fill", action="store_true", help="ask for what a request needs, and keep it in the file that is named"
    )
    parser.add_argument(
        "--sample", action="store_true", help="stands first: made-up requests at any number; see --sample --help"
    )
    options = parser.parse_args(arguments)
    if options.sample:
        parser.error("--sample stands first")
    if options.verify:
        from wiser_policies._verify import answer as verified

        if len(options.requests) > 1 or options.policy or options.scope:
            parser.error("--verify takes one folder or archive, or none for this package")
        return verified(options.requests[0] if options.requests else None, options.format, print)
    if options.sheet:
        if len(options.requests) != 1 or options.scope:
            parser.error("--sheet takes one request, or the name of one policy")
        return _sheet(options.requests[0], options.policy, options.large, parser.error)
    if not options.requests and not options.fill:
        parser.error("the following arguments are required: REQUEST.json")
    if options.policy:
        try:
            named(options.policy)
        except LookupError as error:
            parser.error(str(error))
    if options.today and not is_day(options.today):
        parser.error("--today takes a day written YYYY-MM-DD")
    today = options.today or date.today().isoformat()
    if options.fill:
        from wiser_policies._fill import fill

        if len(options.requests) > 1 or options.scope or options.lines or options.full or options.format == "json":
            parser.error("--fill takes one file, or none yet")
        return fill("".join(options.requests), options.policy, today, _write)
    answer = scope_json if options.scope else lambda data: check_json(data, options.policy)
    return answer_files(
        options.requests,
        answer,
        options.format,
        _write,
        lines=options.lines,
        full=options.full,
        everything=options.everything,
        today=today,
    )


def _sheet(name: str, policy: str, large: bool, refuse: Callable[[str], NoReturn]) -> int:
    """Print a sheet."""
    from wiser_policies._sheet_of_file import NoSheet, is_request, sheet_of_file
    from wiser_policies.sheets import as_html, blank_sheet

    try:
        of_request = is_request(name)
        sheet = (
            sheet_of_file(name, policy, date.today().isoformat(), large)
            if of_request
            else blank_sheet(name, large=large)
        )
    except LookupError as unknown:
        refuse(str(unknown))
    except NoSheet as why:
        print("\n".join(map(visible, str(why).split("\n"))), file=sys.stderr)
        return 2
    print(as_html(sheet), end="")
    return 0


def _write(words: str) -> None:
    print(words, flush=True)  # who reads on waits for no buffer to fill


if __name__ == "__main__":
    sys.exit(run("wiser_policies", main))
