"""The imports of a generated module: the names of the package that it uses."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from wiser_compiler.targets.python.code import STEP, WIDTH

# The names that a module may import, by the module of the package that has them.
IMPORTS: Mapping[str, tuple[str, ...]] = {
    "_compiled": ("load",),
    "_dates": ("Mover", "is_day", "mover"),
    "_result": ("Result",),
    "_rules": ("is_codes", "is_findings", "is_number", "read", "same_items"),
    "_verdicts": ("Verdict",),
}


def head(used: Collection[str], typing: Sequence[str], more: Mapping[str, Sequence[str]]) -> list[str]:
    """The imports of a finished module: names of `typing`, the names of IMPORTS that it uses, and `more`."""
    known = {module: [name for name in names if name in used] for module, names in IMPORTS.items()}
    imported = (line for module, names in {**known, **more}.items() if names for line in _import(module, names))
    types = [f"from typing import {', '.join(typing)}", ""] if typing else []
    return ["", "from __future__ import annotations", "", *types, *imported, "", ""]


def _import(module: str, names: Sequence[str]) -> list[str]:
    line = f"from wiser_policies.{module} import {', '.join(names)}"
    if len(line) <= WIDTH:
        return [line]
    return [f"from wiser_policies.{module} import (", *(f"{STEP}{name}," for name in names), ")"]
