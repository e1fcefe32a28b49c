"""What a generated module imports: the few names of the package that it needs."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from wiser_compiler.targets.python.code import STEP, WIDTH

# What a module may import, by the module of the package that has it.
IMPORTS: Mapping[str, tuple[str, ...]] = {
    "_compiled": ("load",),
    "_rules": ("is_codes", "is_number", "read"),
    "_runtime": (
        "Result", "Verdict", "is_day", "mover", "same_items",
    ),
}  # fmt: skip


def head(used: Collection[str]) -> list[str]:
    """What a module imports, now that all of it is written."""
    imported = (line for module, names in IMPORTS.items() for line in _import(module, names, used))
    return ["", "from __future__ import annotations", "", "from typing import Any", "", *imported, "", ""]


def _import(module: str, names: Sequence[str], used: Collection[str]) -> list[str]:
    """The names of a module of the package that are used."""
    named = [name for name in names if name in used]
    line = f"from wiser_policies.{module} import {', '.join(named)}"
    if len(line) <= WIDTH:
        return [line] if named else []
    return [f"from wiser_policies.{module} import (", *(f"{STEP}{name}," for name in named), ")"]
