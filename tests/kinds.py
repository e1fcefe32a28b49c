"""Every place of the compiler that tells kinds apart, found in its source, and what names it when one is made up."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from wiser_compiler.core.kinds import Sort, Tag
from wiser_compiler.core.model import Expr, FactType, Op, Term

ROOT = Path(__file__).parent.parent
COMPILER, PACKAGE = "compiler/wiser_compiler", "generated/python/wiser_policies"
REASON = re.compile(r"# .*\bother kinds: \S.*")  # why a place may leave a new kind to its last case


def _classes(union: object) -> frozenset[str]:
    return frozenset(kind.__name__ for kind in get_args(union))


CLASSES = {
    "fact": _classes(FactType),
    "term": _classes(Term),
    "expression": _classes(Expr),
    "value": frozenset({"bool", "str", "Decimal", "date", "frozenset"}),
}
WORDS = {
    "operator": frozenset(get_args(Op)),
    "tag": frozenset(get_args(Tag)),
    "sort": frozenset(get_args(Sort)),
    "key of an expression": frozenset({"says", "not", "at_least", "compare", "includes", "documented"}),
    "key of a term": frozenset({"value", "shift", "sum", "times", "count", "latest", "earliest"}),
}
OF_ITS_OWN = {  # one of these has to be among the names: the others stand for much else
    "value": {"Decimal", "date", "frozenset"},
    "sort": {"answer"},
    "tag": {"yes_no", "set", "findings", "codes", "note"},
}


@dataclass(frozen=True)
class Place:
    """A function or a table that names two or more kinds of a family."""

    file: str
    name: str
    family: str
    lines: range
    says_why: bool = False
    table: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.lines.start} {self.name}: {self.family}"


def places(folder: Path) -> Iterator[Place]:
    """Every place below the folder of the compiler."""
    for path in sorted(folder.rglob("*.py")):
        text = path.read_text("utf-8")
        yield from _places(str(path.relative_to(folder)), ast.parse(text), text.splitlines())


def _places(file: str, tree: ast.Module, text: list[str]) -> Iterator[Place]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            lines = range(node.lineno, (node.end_lineno or 0) + 1)
            inner = [n for n in ast.walk(node) if isinstance(n, ast.FunctionDef) and n is not node]
            own = set(lines).difference(*(range(n.lineno, (n.end_lineno or 0) + 1) for n in inner))
            why = any(REASON.search(text[line - 1]) for line in own)
            for family in _families(_own(node), file):
                yield Place(file, node.name, family, lines, why)
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and isinstance(statement.value, ast.Dict):
            target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
            assert isinstance(target, ast.Name)
            lines = range(statement.lineno, (statement.end_lineno or 0) + 1)
            for family in _families(iter([statement.value]), file):
                yield Place(file, target.id, family, lines, table=True)


def _own(function: ast.AST) -> Iterator[ast.AST]:
    """What stands in a function, functions inside it left out."""
    for node in ast.iter_child_nodes(function):
        if not isinstance(node, ast.FunctionDef):
            yield node
            yield from _own(node)


def _families(nodes: Iterator[ast.AST], file: str) -> Iterator[str]:
    classes, words = set(), set()
    for node in nodes:
        more_classes, more_words = _named(node)
        classes |= more_classes
        words |= more_words
    named = {family: classes & kinds for family, kinds in CLASSES.items()}
    named |= {family: words & kinds for family, kinds in WORDS.items() if "key" not in family or "package" in file}
    for family, found in named.items():
        if len(found) > 1 and found & OF_ITS_OWN.get(family, found):
            yield family


def _named(node: ast.AST) -> tuple[set[str], set[str]]:
    """The classes and the words by which a piece of code tells things apart."""
    match node:
        case ast.MatchClass(cls=kind):
            return _names(kind), set()
        case ast.MatchValue(value=ast.Constant(value=str(word))):
            return set(), {word}
        case ast.Call(func=ast.Name(id="isinstance" | "issubclass"), args=[_, kind]):
            return _names(kind), set()
        case ast.Compare(comparators=others):
            constants = {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
            compared = [other for other in others if isinstance(other, ast.Name | ast.Tuple)]
            return {name for other in compared for name in _names(other)}, constants
        case ast.Dict(keys=keys):
            inner = [part for key in keys if key is not None for part in ast.walk(key)]
            words = {part.value for part in inner if isinstance(part, ast.Constant) and isinstance(part.value, str)}
            return {part.id for part in inner if isinstance(part, ast.Name)}, words
        case _:
            return set(), set()


def _names(node: ast.AST) -> set[str]:
    inside = list(ast.walk(node))
    return {n.id for n in inside if isinstance(n, ast.Name)} | {n.attr for n in inside if isinstance(n, ast.Attribute)}


# ---------------------------------------------------------------- one made-up kind of each family

# What a message of the type checker says where a made-up kind of the family is left over.
MADE_UP = {
    "fact": "MadeUpFact",
    "term": "MadeUpTerm",
    "expression": "MadeUpExpr",
    "value": "MadeUpValue",
    "operator": "'!='",
    "tag": "'made_up_tag'",
    "sort": "'made_up_sort'",
}
CLASS = '@dataclass(frozen=True, slots=True)\nclass {}:\n    """Made up."""\n\n\n'


def with_made_up_kinds(folder: Path) -> None:
    """A copy of the compiler and of its package, to which one kind of each family is added and nothing else."""
    shutil.copytree(ROOT / COMPILER, folder / COMPILER, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / PACKAGE, folder / PACKAGE, ignore=shutil.ignore_patterns("__pycache__", "v*_*"))
    package = folder / COMPILER / "targets/python/package"
    shutil.copytree(package, folder / PACKAGE, dirs_exist_ok=True)
    shutil.copy(ROOT / "pyproject.toml", folder)
    model = folder / COMPILER / "core/model.py"
    for union, family in (("FactType", "fact"), ("Term", "term"), ("Expr", "expression"), ("Value", "value")):
        name = MADE_UP[family]
        _change(model, rf"^{union}: TypeAlias = .*", rf"{CLASS.format(name)}\g<0> | {name}")
    _change(model, r'^Op: TypeAlias = OneOf\["==", ', r'\g<0>"!=", ')
    _change(folder / COMPILER / "core/kinds.py", r"^Tag: TypeAlias = OneOf\[", r'\g<0>"made_up_tag", ')
    _change(folder / COMPILER / "core/kinds.py", r"^Sort: TypeAlias = OneOf\[", r'\g<0>"made_up_sort", ')
    for path in (package, folder / PACKAGE):
        (file,) = (file for file in path.glob("_*.py") if "\nFactKind: TypeAlias" in file.read_text("utf-8"))
        _change(file, r"^FactKind: TypeAlias = Literal\[", r'\g<0>"made_up_tag", ')


def _change(path: Path, pattern: str, new: str) -> None:
    text, times = re.subn(f"(?m){pattern}", new, path.read_text("utf-8"))
    assert times == 1, (path, pattern)
    path.write_text(text, "utf-8")


def named_by_mypy(folder: Path) -> Mapping[str, list[tuple[int, str]]]:
    """What mypy says of the compiler in a folder: by file, the line and the message."""
    cache = folder / ".mypy_cache"
    if (ROOT / ".mypy_cache").is_dir():  # what the project has already looked at is not looked at again
        shutil.copytree(ROOT / ".mypy_cache", cache)
    command = [sys.executable, "-m", "mypy", "--cache-dir", str(cache), "--no-error-summary", COMPILER]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == 1 and not run.stderr, run.stdout + run.stderr
    found: dict[str, list[tuple[int, str]]] = {}
    for line in run.stdout.splitlines():
        match = re.fullmatch(rf"{COMPILER}/([^:]+):(\d+): error: (.*)", line)
        if match:
            found.setdefault(match[1], []).append((int(match[2]), match[3]))
    return found
