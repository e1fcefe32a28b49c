"""Generated Python run from memory, with the runtime that is generated beside it and never with an installed one."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Mapping
from functools import cache
from importlib.abc import Loader
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from wiser_compiler.targets.python.index import COPIED, INDEX, SHARED, copied, python_index

PACKAGE = "wiser_policies"


class Beside(Loader):
    """The loader of a module, which has the data beside the module."""

    def __init__(self, data: str) -> None:
        self.data = data

    def get_data(self, _path: str) -> bytes:
        """The data, whatever it is called."""
        return self.data.encode()


def loaded(name: str, source: str, data: str = "", others: Mapping[str, str] | None = None) -> ModuleType:
    """The module of a text, with the data beside it and the texts of other modules that it may import.

    Raises whatever the code raises, SyntaxError included.
    """
    module = ModuleType(name)
    own = {**vars(builtins), "__import__": _importer(others or {})}
    vars(module).update(__builtins__=own, __spec__=ModuleSpec(name, Beside(data), origin=f"{name}.py"))
    code = compile(source, f"<{name}>", "exec", dont_inherit=True)  # as an import would: with its own futures alone
    exec(code, vars(module))  # noqa: S102 - our own code, of a policy without findings
    return module


def validator(name: str, files: Mapping[str, str]) -> ModuleType:
    """The validator among the files of a policy, with the data files beside it."""
    (path,) = (path for path in files if path.endswith(".policy.json"))
    source = f"{path.removesuffix('.policy.json')}.py"
    others = {
        path.removeprefix("python/").removesuffix(".py").replace("/", "."): text
        for path, text in files.items()
        if path.endswith(".py") and path != source
    }
    return loaded(name, files[source], files[path], others)


@cache
def _shared(name: str) -> ModuleType:
    """A module of the package that all policies share; the index lists no policies."""
    source = python_index(()).files[INDEX] if name == "_index" else copied(f"{name}.py")
    return loaded(f"{PACKAGE}.{name}", source)


def _importer(others: Mapping[str, str]) -> Callable[..., ModuleType]:
    """The import function of generated code."""

    def found(name: str, *rest: Any) -> ModuleType:
        package, _, module = name.partition(".")
        if package != PACKAGE:
            return __import__(name, *rest)
        if name in others:
            return loaded(name, others[name])
        if f"{module}.py" not in (*COPIED, *SHARED, "_index.py"):
            raise ImportError(f"generated code imports {name}, which is no part of what all policies share")
        return _shared(module)

    return found
