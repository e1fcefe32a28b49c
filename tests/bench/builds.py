"""Whole builds: the shipped policies, and many made-up ones, cold and with nothing changed; and proofs."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from .measure import second_start
from .synthetic import write

ROOT = Path(__file__).parents[2]
SIZES = (10, 100, 1000)

Seconds = dict[str, list[float]]  # by what was built, a figure for each round


def builds(rounds: int, most: int) -> Seconds:
    """Seconds on the wall of `wiser build` as a process: without a cache, and with nothing changed.

    Builds of more than `most` documents are left out, and the proofs with those of the shipped policies.
    """
    found: Seconds = {}
    with tempfile.TemporaryDirectory() as folder:
        env = second_start(f"{folder}/compiled")
        timed = partial(_timed, env)
        for name, prepare in _subjects(most):
            project = Path(folder) / name.replace(" ", "_")
            prepare(project / "policies")
            timed(project, "build")  # what this compiles of Python is kept
            for _ in range(rounds):
                shutil.rmtree(project / "generated", ignore_errors=True)
                shutil.rmtree(project / ".wiser_cache", ignore_errors=True)
                found.setdefault(f"{name}, cold", []).append(timed(project, "build"))
                found.setdefault(f"{name}, unchanged", []).append(timed(project, "build", "--check"))
            if (project / "policies" / "esi").is_dir():
                timed(project, "prove", "scs")
                for what, arguments in PROOFS.items():
                    found.setdefault(what, []).append(timed(project, *arguments))
    return found


# Each with the reading of all documents, but for the last, which only finds that nothing was touched.
PROOFS = {
    "every slip of esi 6.0.0": ("mutate", "esi@6.0.0"),
    "every question about cervical_fusion, anew": ("prove", "cervical_fusion", "--no-cache"),
    "every question about esi 6.0.0, anew": ("prove", "esi@6.0.0", "--no-cache"),
    "every question about esi 6.0.0, known": ("prove", "esi@6.0.0"),
}


def _subjects(most: int) -> Iterator[tuple[str, Callable[[Path], object]]]:
    if len(list(ROOT.glob("policies/*/*.yaml"))) <= most:
        yield "the shipped policies", lambda path: shutil.copytree(ROOT / "policies", path)
    for size in SIZES:
        if size <= most:
            yield f"{size} synthetic policies", lambda path, size=size: write(path, size)


def _timed(env: Mapping[str, str], project: Path, *arguments: str) -> float:
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "wiser_compiler", *arguments],
        cwd=project,
        env=env,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return time.perf_counter() - begun
