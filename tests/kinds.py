"""Every place in the source of the compiler that distinguishes kinds, and the check that names it for a made-up
kind.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
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
    """A `match`, a table, or what else a function asks, that names two or more kinds of a family.

    `lines` are those on which the type checker says that a kind is left over.
    """

    file: str
    name: str
    family: str
    lines: frozenset[int]
    why: frozenset[int] = frozenset()  # lines that say why other kinds may be left over
    table: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{min(self.lines)} {self.name}: {self.family}"


def reasons(path: Path) -> frozenset[int]:
    """The lines of a file that say why other kinds may be left over."""
    return frozenset(n for n, line in enumerate(path.read_text("utf-8").splitlines(), 1) if REASON.search(line))


def places(folder: Path) -> Iterator[Place]:
    """Every place below the folder of the compiler."""
    for path in sorted(folder.rglob("*.py")):
        yield from _places(str(path.relative_to(folder)), ast.parse(path.read_text("utf-8")), reasons(path))


def _places(file: str, tree: ast.Module, why: frozenset[int]) -> Iterator[Place]:
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            yield from _places_in(file, function, why)
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and isinstance(statement.value, ast.Dict):
            target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
            assert isinstance(target, ast.Name)
            for family in _families([statement.value], file):
                yield Place(file, target.id, family, _lines(statement), table=True)


def _places_in(file: str, function: ast.FunctionDef, why: frozenset[int]) -> Iterator[Place]:
    """Each `match` by its last case; and what the function asks beside, together."""
    own = list(_own(function))
    inner = (_lines(node) for node in ast.walk(function) if isinstance(node, ast.FunctionDef) and node is not function)
    lines = left = _lines(function).difference(*inner)
    asked: dict[str, list[ast.AST]] = {}  # by what is asked about
    for node in own:
        match node:
            case ast.Match(subject=subject, cases=cases):
                patterns = [part for case in cases for part in ast.walk(case.pattern)]
                families = set(_families(patterns, file))
                last = _lines(cases[-1].pattern).union(*map(_lines, cases[-1].body))
                yield from (Place(file, function.name, family, last, last & why) for family in families)
                left -= last if families else set()
                asked.setdefault(ast.unparse(subject), []).extend([] if families else patterns)
            case (
                ast.Call(args=[subject, *_])
                | ast.Compare(left=ast.Constant(), comparators=[subject, *_])
                | ast.Compare(left=subject)
            ):
                asked.setdefault(ast.unparse(subject), []).append(node)
            case ast.Dict():
                asked[ast.unparse(node)] = [node]
    for family in dict.fromkeys(family for nodes in asked.values() for family in _families(nodes, file)):
        yield Place(file, function.name, family, left, lines & why)


def _lines(node: ast.AST) -> frozenset[int]:
    return frozenset(range(node.lineno, node.end_lineno + 1))  # type: ignore[attr-defined]


def _own(function: ast.AST) -> Iterator[ast.AST]:
    """What stands in a function, functions inside it left out."""
    for node in ast.iter_child_nodes(function):
        if not isinstance(node, ast.FunctionDef):
            yield node
            yield from _own(node)


def _families(nodes: Iterable[ast.AST], file: str) -> Iterator[str]:
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
