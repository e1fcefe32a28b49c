"""The free ids of documents: an id names a folder, and a module inside the generated package.

The names that the package itself has are read from its sources, which are not imported.
"""

from __future__ import annotations

import ast
from functools import cache
from importlib.resources import files
from keyword import iskeyword
from symtable import SymbolTable, symtable

MOST_LETTERS = 64  # letters: a folder and the names of its files must fit a path of Windows
NO_FOLDERS = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}


def not_free(id: str) -> str:
    """Why a document cannot have this id, or an empty text."""
    if iskeyword(id):
        return "that is a word of Python"
    if id in NO_FOLDERS:
        return "Windows allows no folder of that name"
    if id in names_of_package():
        return "the generated package has that name itself"
    return f"that is longer than {MOST_LETTERS} letters" if len(id) > MOST_LETTERS else ""


def free_id(id: str, kind: str) -> str:
    """An id to take instead, such as `scope_policy`."""
    return f"{id[: MOST_LETTERS - len(kind) - 1].rstrip('_')}_{kind}"


@cache
def names_of_package() -> frozenset[str]:
    """The module files of the package, and every name that its `__init__` binds or looks up in itself.

    An import of a module inside a package binds its name there, and replaces whatever had that name.
    """
    package = files("wiser_compiler") / "targets" / "python" / "package"
    modules = (file.name.removesuffix(".py") for file in package.iterdir() if file.name.endswith(".py"))
    source = (package / "__init__.py").read_text("utf-8")
    return frozenset((*modules, *_public(source), *_globals(symtable(source, "__init__.py", "exec"))))


def _public(source: str) -> tuple[str, ...]:
    """The names that a module lists in `__all__`, whether bound at once or on demand."""
    for node in ast.parse(source).body:
        match node:
            case ast.Assign(targets=[ast.Name(id="__all__")], value=value):
                return tuple(ast.literal_eval(value))
            case _:
                pass
    return ()


def _globals(table: SymbolTable) -> frozenset[str]:
    """Names that are looked up in the module or, failing that, among the builtins."""
    own = (s.get_name() for s in table.get_symbols() if table.get_type() == "module" or s.is_global())
    return frozenset(own).union(*map(_globals, table.get_children()))
