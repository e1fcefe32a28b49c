"""Generated Python run from memory, against the runtime that is written with it and never one that is installed."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from functools import cache
from importlib.abc import Loader
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from wiser_compiler.targets.python.index import COPIED, INDEX, SHARED, copied, python_index

PACKAGE = "wiser_policies"


class Beside(Loader):
    """The loader of a module: it hands out the data that lies beside it."""

    def __init__(self, data: str) -> None:
        self.data = data

    def get_data(self, _path: str) -> bytes:
        """The data, whatever it is called."""
        return self.data.encode()


def loaded(name: str, source: str, data: str = "") -> ModuleType:
    """The module that a text makes, with the data beside it. Raises whatever its code raises, SyntaxError too."""
    module = ModuleType(name)
    vars(module).update(__builtins__=BUILTINS, __spec__=ModuleSpec(name, Beside(data), origin=f"{name}.py"))
    exec(compile(source, f"<{name}>", "exec"), vars(module))  # noqa: S102 - our own code, of a policy without findings
    return module


def validator(name: str, files: Mapping[str, str]) -> ModuleType:
    """The validator among the files of a policy, with what it reads beside it."""
    (source,) = (text for path, text in files.items() if path.endswith(".py"))
    (data,) = (text for path, text in files.items() if path.endswith(".policy.json"))
    return loaded(name, source, data)


@cache
def _shared(name: str) -> ModuleType:
    """A module of the package that all policies share; the index is one of no policies."""
    source = python_index(()).files[INDEX] if name == "_index" else copied(f"{name}.py")
    return loaded(f"{PACKAGE}.{name}", source)


def _import(name: str, *rest: Any) -> ModuleType:
    package, _, module = name.partition(".")
    if package != PACKAGE:
        return __import__(name, *rest)
    if f"{module}.py" not in (*COPIED, *SHARED, "_index.py"):
        raise ImportError(f"generated code imports {name}, which is no part of what all policies share")
    return _shared(module)


BUILTINS = {**vars(builtins), "__import__": _import}
