"""`wiser audit` of lines of JSON, beside a loop over `json.loads` and `check` that writes nothing.

All are whole commands, and take turns. The requests are those of `wiser sample`, each with a reference of its own.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from .measure import Timing, commands

REFERENCE = "reference"
LOOP = f"""
import json, sys
from wiser_policies import check
with open(sys.argv[1], "rb") as file:
    for line in file:
        request = json.loads(line)
        del request["{REFERENCE}"]
        check(request)
"""
AUDIT = f"""
import os, sys
from wiser_policies.__main__ import main
source, out, *more = sys.argv[1:]
if os.path.exists(out):
    os.unlink(out)
sys.exit(main(["--audit", source, "--ref", "{REFERENCE}", "--out", out, *more]))
"""
ROW_BY_ROW = "import sys\nsys.modules['polars'] = None\n" + AUDIT
BY_LOOP = "a loop over json.loads and check"
WITH_BATCH = "wiser audit, with batch"


def audits(requests: int, rounds: int) -> dict[str, tuple[Timing, Timing]]:
    """Seconds of so many requests, of the processor and on the wall, by subject."""
    with TemporaryDirectory() as folder:
        source, out = Path(folder) / "a.ndjson", Path(folder) / "out.csv"
        sample = ["--sample", "esi", "--count", str(requests), "--label", REFERENCE, "--out", str(source)]
        subprocess.run([sys.executable, "-m", "wiser_policies", *sample], check=True, capture_output=True)

        def command(code: str, *more: str) -> list[str]:
            return [sys.executable, "-c", code, str(source), str(out), *more]

        named = {BY_LOOP: command(LOOP), "wiser audit, row by row": command(ROW_BY_ROW)}
        if find_spec("polars"):
            named |= {WITH_BATCH: command(AUDIT), "wiser audit --jobs 2, with batch": command(AUDIT, "--jobs", "2")}
        return commands(named, rounds)
