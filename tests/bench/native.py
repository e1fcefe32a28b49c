"""A native wheel beside the pure package, in one process, so that both can be compared and timed in turns."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from types import ModuleType
from typing import Any
from zipfile import ZipFile

from packaging.tags import sys_tags
from packaging.utils import parse_wheel_filename

ROOT = Path(__file__).parents[2]
MANIFEST = ROOT / "generated" / "MANIFEST.json"
LIST = "wiser_policies/data/NATIVE.json"
NONE = "no native wheel of this build in dist/, so its rows are left out: `make wheel` makes one, with a C compiler"


def native_wheel(folder: Path = ROOT / "dist") -> Path | None:
    """The native wheel for this Python in a folder, if there is one and it is of the build as it is."""
    fitting, built = set(sys_tags()), sha256(MANIFEST.read_bytes()).hexdigest()
    for wheel in sorted(folder.glob("*.whl")):
        with ZipFile(wheel) as archive:
            listed = json.loads(archive.read(LIST)) if LIST in archive.namelist() else {}
        if listed.get("manifest") == built and fitting & parse_wheel_filename(wheel.name)[3]:
            return wheel
    return None


def unpacked(wheel: Path, folder: Path | None = None) -> Path:
    """A folder to import a wheel from."""
    place = folder or Path(mkdtemp())
    with ZipFile(wheel) as archive:
        archive.extractall(place)
    return place


def package_in(folder: Path, *modules: str) -> Mapping[str, Any]:
    """Modules of the package in a folder, by their names below it, as a second package beside the imported one."""
    others = {name: sys.modules.pop(name) for name in list(sys.modules) if _of_package(name)}
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    try:
        found: dict[str, ModuleType] = {}
        for name in ("", *modules):
            module = importlib.import_module(f"wiser_policies.{name}" if name else "wiser_policies")
            if not str(module.__file__).startswith(str(folder)):
                raise ImportError(f"{module.__file__} is not in {folder}")
            found[name] = module
        for version in found[""].known_versions():  # each now, since it could not be found later
            found[version] = found[""].validator(version)
        importlib.import_module("wiser_policies._ask")
        return found
    finally:
        sys.path.remove(str(folder))
        for name in list(sys.modules):
            if _of_package(name):
                del sys.modules[name]
        sys.modules.update(others)


def _of_package(name: str) -> bool:
    return name.partition(".")[0] == "wiser_policies"
