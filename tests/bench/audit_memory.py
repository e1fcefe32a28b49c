"""The most memory that `wiser audit` takes, by the number of requests: `python -m tests.bench.audit_memory 1 5 50`.

The numbers are millions of lines of 310 bytes: a block of lines of `wiser sample`, over and over, each line with a
reference of its own. 50 millions need 24 GB in the folder for temporary files, and an hour.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

BLOCK = 20_000  # lines of `wiser sample`
AUDIT = """
import sys
from wiser_policies.__main__ import main
status = main()
with open("/proc/self/status") as file:  # of Linux alone
    print(next(line.split()[1] for line in file if line.startswith("VmHWM")), file=sys.stderr)
sys.exit(status)
"""
COMMANDS = {"with batch": AUDIT, "row by row": "import sys\nsys.modules['polars'] = None" + AUDIT}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the memory of audits of so many millions of lines, with the extra `batch` and without it."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.audit_memory")
    parser.add_argument("millions", nargs="+", type=float)
    for millions in parser.parse_args(arguments).millions:
        with TemporaryDirectory() as name:
            folder = Path(name)
            write_lines(folder / "a.ndjson", int(millions * 1e6))
            for how, code in COMMANDS.items():
                start = time.monotonic()
                peak = peak_of(code, folder / "a.ndjson", folder / "out.csv") // 1024
                print(f"{millions:g} million rows {how}: {peak} MB, {time.monotonic() - start:.0f} s", flush=True)


def write_lines(path: Path, number: int) -> None:
    """A file of so many requests."""
    sampled = [sys.executable, "-m", "wiser_policies", "--sample", "knee_arthroscopy", "--count", str(BLOCK)]
    found = subprocess.run(sampled, stdout=subprocess.PIPE, check=True).stdout
    lines = [_short(json.loads(line))[1:] for line in found.splitlines()]
    with path.open("w") as file:
        for first in range(0, number, BLOCK):
            file.writelines(f'{{"id":{first + at},{line}\n' for at, line in enumerate(lines[: number - first]))


def _short(request: dict[str, Any]) -> str:
    """A request in few bytes: what is found alone, without the wish for a decision soon."""
    found = {item: there for item, there in request.get("knee_symptoms", {}).items() if there}
    kept = {name: found if name == "knee_symptoms" else value for name, value in request.items() if name != "expedited"}
    return json.dumps(kept, separators=(",", ":"))


def peak_of(code: str, source: Path, out: Path) -> int:
    """The most memory of an audit by this code, in kB. Its result is deleted."""
    options = ["--audit", str(source), "--ref", "id", "--out", str(out)]
    done = subprocess.run([sys.executable, "-c", code, *options], check=True, capture_output=True, text=True)
    out.unlink()
    return int(done.stderr)


if __name__ == "__main__":
    main()
