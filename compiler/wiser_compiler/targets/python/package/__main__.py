"""`python -m wiser_policies REQUEST.json ...`: check requests with the standard library alone.

Exit status: 0 every request is ready, 1 some are not, 2 a request is invalid or cannot be read, or wrong usage. With
`--verify` 0 every file is as it was built, 1 some are not, 2 there is nothing to compare with. Without an answer: 3 the
output cannot be written, or a mistake of the program, 130 interrupted, 141 nobody reads the output any more.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from wiser_policies import check_json, known_versions, scope_json
from wiser_policies._check import NO_POLICY, unknown
from wiser_policies._files import read_bytes
from wiser_policies._json import MOST_BYTES
from wiser_policies._program import run, say, visible
from wiser_policies._result import Result
from wiser_policies._rules import Problem
from wiser_policies._text import render
from wiser_policies._verdicts import IN_SCOPE, INVALID, READY


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the files that are named; `-` is standard input."""
    import argparse  # the command `wiser` has its own, and starts faster without

    class Parser(argparse.ArgumentParser):
        def error(self, message: str) -> NoReturn:
            super().error(visible(message))  # the message may repeat an argument

    parser = Parser(
        prog="python -m wiser_policies",
        description="Check requests against the documentation criteria of their policy. Nothing leaves this computer.",
        epilog="exit status: 0 ready, 1 not ready, 2 invalid or unreadable, 3 none. It is not a coverage decision.",
    )
    parser.add_argument("requests", nargs="*", metavar="REQUEST.json", help="a request as JSON; - reads standard input")
    parser.add_argument("--policy", default="", metavar="ID@VERSION", help="use this version, whatever the dates say")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text for people, json for programs")
    parser.add_argument("--scope", action="store_true", help="say only whether the program concerns the request")
    parser.add_argument(
        "--verify",
        action="store_true",
        help="say which files of this package, or of the folder or archive that is named, are not as they were built",
    )
    options = parser.parse_args(arguments)
    if options.verify:
        from wiser_policies._verify import answer

        if len(options.requests) > 1 or options.policy or options.scope:
            parser.error("--verify takes one folder or archive, or none for this package")
        return answer(options.requests[0] if options.requests else None, options.format, print)
    if not options.requests:
        parser.error("the following arguments are required: REQUEST.json")
    if options.policy and options.policy not in known_versions():
        parser.error(unknown(options.policy))
    if options.scope:
        return answer_files(options.requests, scope_json, options.format, print)
    return answer_files(options.requests, lambda data: check_json(data, options.policy), options.format, print)


def answer_files(
    names: Sequence[str], answer: Callable[[bytes], Result], form: str, write: Callable[[str], object]
) -> int:
    """Answer each file and write its result; the worst outcome decides the exit status."""
    worst = 0
    results = []
    for name in names:
        try:
            data = _read(name)
        except (OSError, AttributeError, ValueError) as error:
            say(f"{name or EMPTY}: cannot be read: {getattr(error, 'strerror', None) or 'no such input'}")
            data = None
        result = UNREADABLE if data is None else answer(data)
        worst = max(worst, status(result))
        results.append((name, result))
    if form == "text":
        results = [(name, result) for name, result in results if result is not UNREADABLE]
    if form == "json":
        import json

        # A byte of a name that is not UTF-8 is escaped as in text: many readers of JSON refuse half a surrogate pair.
        names = [name.encode("utf-8", "backslashreplace").decode() for name, _ in results]
        write(
            json.dumps(
                [{"file": name, **result.as_dict()} for name, (_, result) in zip(names, results, strict=True)], indent=2
            )
        )
    elif results:
        write("\n\n".join(render(result, visible(name)) for name, result in results))
    return worst


EMPTY = "''"  # how a name without a letter is shown
UNREADABLE = Result(NO_POLICY, (), {}, (Problem("", "the file cannot be read", "unreadable"),))


def _read(name: str) -> bytes:
    """The document. One that is too large is read only up to the limit."""
    return sys.stdin.buffer.read(MOST_BYTES + 1) if name == "-" else read_bytes(name, MOST_BYTES, streams=True)


def status(result: Result) -> int:
    """0 ready or in scope, 1 neither, 2 invalid."""
    return {READY: 0, IN_SCOPE: 0, INVALID: 2}.get(result.outcome, 1)


if __name__ == "__main__":
    sys.exit(run("wiser_policies", main))
