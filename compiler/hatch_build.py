"""What a wheel holds besides its sources: in a native wheel, machine code of the modules on the fast path.

An editable install holds nothing of generated/, which a checkout reads itself and `wiser build` writes.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NATIVE = os.environ.get("WISER_WHEEL") == "native"  # WISER_WHEEL=native pip wheel .
BUILD = "generated"
PACKAGE = "wiser_policies"
# What `check` runs for every request: the validators, the criteria of the program that they share, and what they call.
FAST = ("_dates.py", "_result.py", "_rules.py", "*/program_v*.py", "*/v*.py")
LIST = "NATIVE.json"
COMPILERS = ("mypy==2.4.1", "setuptools==84.2.1")  # as the locks have them


class WhatAWheelHolds(BuildHookInterface[Any]):
    """Leaves generated files out of an editable install, and adds machine code to a native wheel."""

    def dependencies(self) -> list[str]:
        """What a build in an environment of its own has to install."""
        return [*COMPILERS] if NATIVE else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Choose the files: where `version` is `editable`, those that are there before the first build."""
        if version == "editable":
            files = self.build_config.target_config["force-include"].items()
            kept = {path: place for path, place in files if not path.startswith(f"{BUILD}/")}
            build_data["force_include_editable"] = kept
        elif NATIVE:
            self.folder = TemporaryDirectory()  # until the wheel is written
            build_data["force_include"] |= native(Path(self.root, BUILD), Path(self.folder.name))
            build_data |= {"pure_python": False, "infer_tag": True}

    def finalize(self, *_: Any) -> None:
        """Remove the machine code, which is in the wheel."""
        if NATIVE:
            self.folder.cleanup()


def native(build: Path, folder: Path, fast: Sequence[str] = FAST, level: str = "3") -> dict[str, str]:
    """The machine code of the fast modules of a build, and its list, made in a folder: each file with its place in the
    wheel.
    """
    package = folder / PACKAGE
    shutil.copytree(build / "python" / PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    modules = [path.relative_to(folder).as_posix() for pattern in fast for path in sorted(package.glob(pattern))]
    # In the folder, so that no path of this machine is in the code.
    command = [sys.executable, str(Path(__file__).resolve()), level, *modules]
    done = subprocess.run(command, cwd=folder, env=_environment(), capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise RuntimeError(f"{done.stdout[-4000:]}\n{done.stderr[-4000:]}\nno native wheel: is there a C compiler?")
    made = sorted(path for path in package.rglob(f"*{sysconfig.get_config_var('EXT_SUFFIX')}"))
    (folder / LIST).write_text(listed(build, folder, made), "utf-8")
    return {str(path): path.relative_to(folder).as_posix() for path in made} | {
        str(folder / LIST): f"{PACKAGE}/data/{LIST}"
    }


def _environment() -> dict[str, str]:
    return {**os.environ, "MYPYPATH": ".", "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "0"}


def listed(build: Path, folder: Path, made: Sequence[Path]) -> str:
    """The list of the machine code: by which compiler, of which build, and the SHA-256 of each file."""
    from mypy.version import __version__

    about = {
        "generator": f"mypyc {__version__}, {sysconfig.get_platform()}, Python {sysconfig.get_python_version()}",
        "manifest": _digest(build / "MANIFEST.json"),
        "files": {f"python/{path.relative_to(folder).as_posix()}": _digest(path) for path in made},
    }
    return f"{json.dumps(about, indent=2)}\n"


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def compile_in_place(level: str, *modules: str) -> None:
    """Compile modules of the working folder, each to shared libraries beside it, with optimization of that level."""
    from mypyc.build import mypycify
    from setuptools import Distribution

    # Each module apart: a program loads the validators that it asks for, and no other.
    extensions = mypycify(["--config-file=", "--strict", *modules], separate=True, debug_level="0", opt_level=level)
    command = Distribution({"name": PACKAGE, "ext_modules": extensions}).get_command_obj("build_ext")
    command.inplace, command.parallel = True, os.cpu_count()
    command.ensure_finalized()
    command.run()


if __name__ == "__main__":
    compile_in_place(*sys.argv[1:])
