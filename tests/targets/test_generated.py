"""generated/ is the output of a build, byte for byte, on any machine and however it is built."""

from __future__ import annotations

import ast
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from wiser_compiler import targets
from wiser_compiler.targets import TARGETS

ROOT = Path(__file__).parents[2]


def built(tmp_path: Path, **environment: str) -> dict[str, bytes]:
    """A build in a process of its own, from a copy of the policies."""
    folder = tmp_path / "a place with spaces and é"
    shutil.copytree(ROOT / "policies", folder / "policies")
    command = [sys.executable, "-m", "wiser_compiler", "build", "--policies", "policies", "--out", "out"]
    subprocess.run(command, cwd=folder, env={**os.environ, **environment}, check=True, capture_output=True)
    return files(folder / "out")


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


# One build for all three: each takes as long as the first, and which of them it was is soon found out.
ELSEWHERE = {
    "PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0",
}  # fmt: skip


def test_a_rebuild_gives_the_same_bytes_with_another_hash_seed_time_zone_and_locale(tmp_path: Path) -> None:
    assert built(tmp_path, **ELSEWHERE) == files(ROOT / "generated")


def test_the_manifest_holds_the_hash_of_every_file() -> None:
    found = files(ROOT / "generated")
    manifest = json.loads(found.pop("MANIFEST.json"))
    assert manifest["files"] == {path: hashlib.sha256(data).hexdigest() for path, data in sorted(found.items())}


def test_every_module_that_makes_files_is_a_target() -> None:
    folder = Path(targets.__file__).parent
    modules = {path.stem for path in folder.iterdir() if not path.name.startswith("_") and path.name != "templates"}
    assert modules - {"catalog", "output", "checklist", "page", "pages"} == set(TARGETS)


# What generated Python may do. Policy text can only be a constant, so whatever it holds, no new kind of code comes in.
ALLOWED = {
    "Module",
    "Expr",
    "Constant",
    "ImportFrom",
    "alias",
    "ClassDef",
    "FunctionDef",
    "arguments",
    "arg",
    "Return",
    "If",
    "For",
    "Try",
    "ExceptHandler",
    "Continue",
    "Assign",
    "AnnAssign",
    "AugAssign",
    "Add",
    "Sub",
    "Mult",
    "USub",
    "UnaryOp",
    "Not",
    "BinOp",
    "BitOr",
    "BoolOp",
    "And",
    "Or",
    "Compare",
    "Is",
    "IsNot",
    "Eq",
    "NotEq",
    "Lt",
    "LtE",
    "Gt",
    "GtE",
    "In",
    "NotIn",
    "Call",
    "keyword",
    "Attribute",
    "Subscript",
    "Name",
    "Load",
    "Store",
    "Tuple",
    "List",
    "Set",
    "NamedExpr",
    "GeneratorExp",
    "comprehension",
    "SetComp",
    "Dict",
    "IfExp",
}
ATTRIBUTES = {"get", "values", "issuperset", "isdisjoint", "strip", "facts", "startswith"}


def held(tree: ast.Module) -> set[str]:
    """What a chart holds: its slots, and those of the chart of the program, which it extends."""
    (chart,) = (node for node in tree.body if isinstance(node, ast.ClassDef))
    (slots,) = (ast.literal_eval(node.value) for node in chart.body if isinstance(node, ast.Assign))
    extended = {ast.unparse(base) for base in chart.bases}
    theirs = [
        held(ast.parse((PACKAGE.parent / f"{node.module.replace('.', '/')}.py").read_text("utf-8")))
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module and extended & {alias.name for alias in node.names}
    ]
    return {*slots}.union(*theirs)


PACKAGE = ROOT / "generated/python/wiser_policies"
VALIDATORS = sorted(PACKAGE.glob("*/v*.py"))
MODULES = [
    pytest.param(path, id=f"{path.parent.name} {path.stem}") for path in (*VALIDATORS, *PACKAGE.glob("*/program_*.py"))
]


@pytest.mark.parametrize("path", MODULES)
def test_a_validator_holds_only_the_code_it_needs(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert {type(node).__name__ for node in ast.walk(tree)} <= ALLOWED
    attributes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    of_chart = [node for node in attributes if isinstance(node.value, ast.Name) and node.value.id in ("chart", "self")]
    assert {node.attr for node in of_chart} <= held(tree)
    assert {node.attr for node in attributes if node not in of_chart} <= ATTRIBUTES
    imports = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    of_validators = ("_compiled", "_dates", "_result", "_rules", "wiser.program_v6_0_0") if path in VALIDATORS else ()
    package = (f"wiser_policies.{name}" for name in ("_verdicts", *of_validators))
    assert imports == {"__future__", "typing", *package}


@pytest.mark.parametrize("path", MODULES)
def test_a_validator_names_nothing_that_it_does_not_use(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    made = {
        node.target.id for node in tree.body if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }
    made |= {alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    assert ("POLICY" in made) == (path in VALIDATORS)
    assert made - used - {"annotations"} == set()


def test_the_criteria_of_a_program_are_written_once() -> None:
    functions: dict[str, set[str]] = {}
    for path in VALIDATORS:
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef):
                functions.setdefault(node.name, set()).add(path.parent.name)
    shared = ast.parse((PACKAGE / "wiser/program_v6_0_0.py").read_text("utf-8"))
    once = {node.name for node in shared.body if isinstance(node, ast.FunctionDef)}
    assert {"verdict_payer", "verdict_place"} <= once
    assert once.isdisjoint(functions)


def test_every_line_of_a_module_fits_a_screen() -> None:
    for path in PACKAGE.glob("*/*v*.py"):
        code = path.read_text("utf-8").splitlines()
        assert not [line for line in code if len(line) > 120]
