"""The import contracts of pyproject.toml: each notices a forbidden import in any module. No test module imports
another.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from wiser_compiler.targets.python.index import COPIED

ROOT = Path(__file__).parents[2]
COMPILER, PACKAGE = "compiler/wiser_compiler", "generated/python/wiser_policies"
CONTRACTS = [
    contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
]
# The file, the import that is planted in it, the contract that forbids it, and how it is reported.
PLANTS = [
    ("core/walk.py", "import wiser_compiler.reading.reader", "the data flows one way", "core.walk -> wiser_compiler."),
    ("core/case.py", "import wiser_compiler.commands.diff", "the data flows one way", "core.case -> wiser_comp"),
    ("commands/build.py", "import wiser_compiler.commands.prove", "no command knows another", "commands.build -> wis"),
    ("commands/stray.py", "", "no command knows another", "wiser_compiler.commands.stray"),
    ("reading/words.py", "import wiser_compiler.linting.checks", "the data flows one way", "reading.words -> wiser"),
    ("explanations.py", "import wiser_compiler.core", "the data flows one way", "explanations -> wiser_compiler.core"),
    ("stray.py", "", "the data flows one way", "wiser_compiler.stray"),
    ("targets/pages.py", "import wiser_compiler.reading.words", "targets and proof see the core alone",
     "targets.pages -> wiser_compiler.reading.words"),
    ("proof/minimize.py", "import wiser_compiler.reading.words", "targets and proof see the core alone",
     "proof.minimize -> wiser_compiler.reading.words"),
    ("targets/cases/rows.py", "import wiser_compiler.targets.python.code", "no target knows another",
     "targets.cases.rows -> wiser_compiler.targets.python.code"),
    ("targets/checklist/plan.py", "import wiser_compiler.targets.markdown", "no target knows another",
     "targets.checklist.plan -> wiser_compiler.targets.markdown"),
    ("targets/stray.py", "", "no target knows another", "wiser_compiler.targets.stray"),
    ("reading/reader.py", "import yaml", "only syntax reads YAML", "reading.reader -> yaml"),
    ("commands/prove.py", "import yaml", "only syntax reads YAML", "commands.prove -> yaml"),
    ("commands/cache.py", "import yaml", "only syntax reads YAML", "commands.cache -> yaml"),
    ("targets/pages.py", "import jinja2", "only the Markdown target renders templates", "targets.pages -> jinja2"),
    ("printers.py", "import jinja2", "only the Markdown target renders templates", "printers -> jinja2"),
    ("proof/minimize.py", "import hypothesis", "only the strategies use hypothesis", "proof.minimize -> hypothesis"),
    ("commands/diff.py", "import hypothesis", "only the strategies use hypothesis", "commands.diff -> hypothesis"),
    ("targets/sheet.py", "import typst", "only the PDF needs Typst", "targets.sheet -> typst"),
    ("targets/sheet.py", "import polars", "only the engines know frames", "targets.sheet -> polars"),
    (f"/{PACKAGE}/columns.py", "import narwhals", "only the engines know frames", "wiser_policies.columns -> narwhals"),
    ("proof/answers.py", "import z3", "only the solver's folder uses z3", "proof.answers -> z3"),
    ("diagnostics.py", "import z3", "only the solver's folder uses z3", "diagnostics -> z3"),
    ("editor/hover.py", "import lsprotocol", "only the server speaks with editors", "editor.hover -> lsprotocol"),
    ("editor/hover.py", "import wiser_compiler.commands.diff", "the data flows one way", "editor.hover -> wiser_comp"),
    (f"/{PACKAGE}/_text.py", "import wiser_compiler", "generated code stands alone", "_text -> wiser_compiler"),
    (f"/{PACKAGE}/_json.py", "import yaml", "only syntax reads YAML", "wiser_policies._json -> yaml"),
]  # fmt: skip


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What lint-imports says of a copy of the project with all that is planted."""
    folder = tmp_path_factory.mktemp("planted")
    for part in (COMPILER, PACKAGE):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    for file, planted, _, _ in PLANTS:
        path = folder / (file[1:] if file.startswith("/") else f"{COMPILER}/{file}")
        with path.open("a", encoding="utf-8") as text:
            text.write(f"\n{planted}\n")
    paths = os.pathsep.join(str(folder / part) for part in ("compiler", "generated/python"))
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    run = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": paths, "COLUMNS": "400"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1, run.stdout + run.stderr
    return run.stdout


@pytest.mark.parametrize(("file", "planted", "contract", "reported"), PLANTS)
def test_a_planted_import_breaks_its_contract(
    output: str, file: str, planted: str, contract: str, reported: str
) -> None:
    assert f"{contract} BROKEN" in output
    about = output.partition("Broken contracts")[2].partition(f"\n{contract}\n")[2]
    until = min((at for name in CONTRACTS if (at := about.find(f"\n{name}\n")) >= 0), default=len(about))
    assert reported in about[:until], about[:until]


def test_something_is_planted_against_every_contract() -> None:
    assert {contract for _, _, contract, _ in PLANTS} == set(CONTRACTS)


def imported(path: Path) -> Iterator[str]:
    """The first name of every import in a file, also of those inside functions."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0] if not node.level else "wiser_policies"


def test_the_package_imports_the_standard_library_and_itself_and_for_its_extras_their_libraries() -> None:
    others: dict[str, set[str]] = {}
    for path in (ROOT / PACKAGE).rglob("*.py"):
        if outside := set(imported(path)) - sys.stdlib_module_names - {"wiser_policies"}:
            others[path.relative_to(ROOT / PACKAGE).as_posix()] = outside
    drawing = {name: {"hypothesis"} for name in ("_defects.py", "_drawing.py", "testing.py")}
    audit = {name: {"numpy", "polars"} for name in ("_audit_frames.py", "_audit_pieces.py", "_audit_version.py")}
    audit |= {"_audit_fast.py": {"numpy"}}
    audit |= {name: {"polars"} for name in ("_audit_parquet.py", "_sample_parquet.py")}
    tables = {"_engines.py": {"narwhals"}, "_polars.py": {"numpy", "polars"}, **audit}
    assert others == {**drawing, **tables, "_sheet/pdf.py": {"typst"}}


def test_the_page_on_architecture_names_the_layers_in_their_order() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    _, *layers = [set(layer.split(" | ")) for layer in settings["contracts"][0]["layers"]]  # all but __main__
    page = " ".join((ROOT / "docs/architecture.md").read_text("utf-8").split())
    named = [set(part.split(", ")) for part in page.partition("- `cli > ")[2].partition("`")[0].split(" > ")]
    assert len(named) == len(layers) - 1
    assert all(some <= layer for some, layer in zip(named, layers[1:], strict=True))


def test_the_page_on_architecture_names_every_module_of_the_runtime_and_no_other() -> None:
    """By its name, or by the beginning that it shares with others, as in `_audit_*`."""
    page = (
        (ROOT / "docs/architecture.md")
        .read_text("utf-8")
        .partition("## The runtime in Python")[2]
        .partition("\n## ")[0]
    )
    named = set(re.findall(r"`([\w*]+)`", page)) - {"batch"}
    families = {name[:-1] for name in named if name.endswith("*")}
    copied = {name.removesuffix(".py") for name in COPIED if name.endswith(".py") and not name.startswith("__")}
    assert {name for name in copied - named if not name.startswith(tuple(families))} == set()
    assert named - copied - {f"{family}*" for family in families} == {"_index"}


def test_no_test_module_imports_another() -> None:
    modules = {path.stem: path for path in (ROOT / "tests").glob("*/test_*.py")}
    assert len(modules) > 40
    for path in modules.values():
        tree = ast.parse(path.read_text("utf-8"))
        named = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert not named & set(modules), path
