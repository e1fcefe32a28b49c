"""Two type checkers, strict, on the code of applications that use the generated package."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generated/python"
Lines = set[tuple[str, int]]  # of files, by their names


def lines_named_by_mypy(files: Sequence[Path], folder: Path) -> Lines:
    """The lines with an error. `folder` is for its own files."""
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(folder), "--output", "json",
               "--config-file", "/dev/null", *map(str, files)]  # fmt: skip
    paths = os.environ | {"MYPYPATH": str(PACKAGE)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, env=paths)
    assert done.returncode in (0, 1), done.stderr + done.stdout
    found = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return {(Path(entry["file"]).name, entry["line"]) for entry in found if entry["severity"] == "error"}


def lines_named_by_pyright(files: Sequence[Path], folder: Path) -> Lines:
    """The same for basedpyright, in the mode `strict` of pyright."""
    settings = {"typeCheckingMode": "strict", "include": [*map(str, files)], "extraPaths": [str(PACKAGE)]}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    command = [sys.executable, "-m", "basedpyright", "--outputjson", "-p", str(folder / "pyrightconfig.json")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    found = json.loads(done.stdout)
    assert found["summary"]["filesAnalyzed"] == len(files)
    errors = [entry for entry in found["generalDiagnostics"] if entry["severity"] == "error"]
    return {(Path(entry["file"]).name, entry["range"]["start"]["line"] + 1) for entry in errors}


def mistakes(files: Sequence[Path]) -> Lines:
    """The lines that are marked as mistakes."""
    lines = (
        (path.name, number, line) for path in files for number, line in enumerate(path.read_text().splitlines(), 1)
    )
    return {(name, number) for name, number, line in lines if line.endswith("# mistake")}
