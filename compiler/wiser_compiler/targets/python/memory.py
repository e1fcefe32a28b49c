"""Generated Python run from memory, against the runtime that is written with it and never one that is installed."""

from __future__ import annotations

import builtins
from functools import cache
from types import ModuleType
from typing import Any

from wiser_compiler.targets.python.index import COPIED, SHARED, copied

PACKAGE = "wiser_policies"


def loaded(name: str, source: str) -> ModuleType:
    """The module that a text makes. Raises whatever its code raises, SyntaxError too."""
    module = ModuleType(name)
    vars(module)["__builtins__"] = BUILTINS
    exec(compile(source, f"<{name}>", "exec"), vars(module))  # noqa: S102 - our own code, of a policy without findings
    return module


@cache
def _shared(name: str) -> ModuleType:
    """A module of the package that all policies share."""
    return loaded(f"{PACKAGE}.{name}", copied(f"{name}.py"))


def _import(name: str, *rest: Any) -> ModuleType:
    package, _, module = name.partition(".")
    if package != PACKAGE:
        return __import__(name, *rest)
    if f"{module}.py" not in (*COPIED, *SHARED):
        raise ImportError(f"generated code imports {name}, which is no part of what all policies share")
    return _shared(module)


BUILTINS = {**vars(builtins), "__import__": _import}
