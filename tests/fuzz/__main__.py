"""The long run: `python -m tests.fuzz`, a part of `make fuzz`.

A disagreement prints its seed, which `--again` draws again, and the smallest request that shows it. The requests
are made up, so they may be printed.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from random import SystemRandom

from .comparing import Subject, subject
from .documents import documents
from .running import Found, run, smallest

BATCH = 200
MOST_SHOWN = 20


def main() -> int:
    """Compare the requests that are asked for; 1 if something did not hold."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.fuzz", description="Hold every reader of a request against the others."
    )
    parser.add_argument("--requests", type=int, default=300_000, help="how many in all")
    parser.add_argument("--seed", default=str(SystemRandom().randrange(10**6)), help="draws the same requests again")
    parser.add_argument("--policy", choices=sorted(documents()), help="of this document alone")
    parser.add_argument(
        "--again", nargs=3, metavar=("ID@VERSION", "SEED", "NUMBER"), help="one request, as a disagreement names it"
    )
    options = parser.parse_args()
    if options.again:
        key, seed, number = options.again
        found = list(run(subject(key), seed, range(int(number), int(number) + 1), Counter()))
        tell(subject(key), found)
        return bool(found)
    keys = [options.policy] if options.policy else sorted(documents())
    return long_run(keys, options.seed, options.requests)


def long_run(keys: list[str], seed: str, many: int) -> int:
    """Batches of each document in turn, with a line of progress now and then."""
    print(f"seed {seed}: {many:,} requests of {', '.join(keys)}", flush=True)
    seen: Counter[str] = Counter()
    begun = reported = time.monotonic()
    done = wrong = 0
    for start in range(0, -(-many // len(keys)), BATCH):
        for key in keys:
            numbers = range(start, min(start + BATCH, -(-many // len(keys))))
            found = list(run(subject(key), seed, numbers, seen))
            tell(subject(key), found[: max(0, MOST_SHOWN - wrong)])
            wrong += len(found)
            done += len(numbers)
        if time.monotonic() - reported > 10:
            reported = time.monotonic()
            rate = done / (reported - begun)
            print(
                f"{done:,} requests, {rate:.0f} a second, {(many - done) / rate:.0f} s left, {wrong} disagreements",
                flush=True,
            )
    print(f"{done:,} requests in {time.monotonic() - begun:.0f} s, {wrong} disagreements")
    for name, times in sorted(seen.items()):
        if ": " not in name or not name.startswith(tuple(keys)):
            print(f"{times:>9,}  {name}")
    return min(wrong, 1)


def tell(about: Subject, found: list[Found]) -> None:
    """Each disagreement with the way back to it."""
    for one in found:
        request = smallest(about, one)
        print(f"\n{one.what}: {one.seen}\n  --again {one.seed}\n  smallest request: {request!r}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
