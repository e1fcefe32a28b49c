"""The examples of docs/cases.md that need another program than Python: pytest itself, and Jest."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from node_tools import PACKAGES, node, tool

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/cases.md").read_text("utf-8")
TABLES = sorted(ROOT.glob("generated/cases/*/*.json"))
ROWS = len(json.loads((ROOT / "generated/cases/esi/6.0.0.json").read_text("utf-8"))["rows"])


def blocks(kind: str) -> list[str]:
    return re.findall(rf"(?ms)^```{kind}\n(.*?)^```$", PAGE)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder of a program that finds the tables, and the package for JavaScript."""
    (tmp_path / "generated").symlink_to(ROOT / "generated")
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules/wiser-policies").symlink_to(ROOT / "generated/javascript")
    return tmp_path


def test_pytest_runs_a_test_for_each_row_under_its_id(project: Path) -> None:
    reader, example = blocks("python")
    opened = "import json\n\ntable = json.load(open('generated/cases/esi/6.0.0.json', encoding='utf-8'))\n"
    (project / "test_rows.py").write_text(opened + reader + example, "utf-8")
    command = [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider", "-p", "no:randomly", "test_rows.py"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert f"{ROWS} passed" in done.stdout, done.stdout[-2000:]
    assert "[esi/pain-duration/pain_duration>=4/below] PASSED" in done.stdout


def jest(project: Path, *changes: tuple[str, str]) -> dict[str, str]:
    """What Jest says of the example, by the name of the test: passed or failed."""
    reader, example = blocks("js")
    text = example.replace("\ntest.each", f"\n{reader}\ntest.each")
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    (project / "cases.test.mjs").write_text(text, "utf-8")
    (project / "package.json").write_text(json.dumps({"jest": {"testMatch": ["**/*.test.mjs"]}}), "utf-8")
    run = ["--experimental-vm-modules", "--no-warnings", tool("jest"), "--json", "--testLocationInResults=false"]
    try:
        said = node(*run, "--outputFile=said.json", folder=project)
    except AssertionError:
        said = ""
    found = json.loads((project / "said.json").read_text("utf-8"))
    assert found["numRuntimeErrorTestSuites"] == 0, f"{said}{found['testResults'][0]['message']}"
    return {one["title"]: one["status"] for one in found["testResults"][0]["assertionResults"]}


def test_jest_runs_a_test_for_each_row_under_its_id(project: Path) -> None:
    found = jest(project)
    assert set(found.values()) == {"passed"}
    assert len(found) == ROWS
    assert "esi/pain-duration/pain_duration>=4/below" in found


def test_jest_names_the_rows_of_a_bound_that_a_program_has_wrong(project: Path) -> None:
    """A program that asks for five weeks of pain and not for four."""
    wrong = "check({ ...requestOf(table, row), pain_duration: requestOf(table, row).pain_duration - 1 },"
    failed = {id for id, said in jest(project, ("check(requestOf(table, row),", wrong)).items() if said == "failed"}
    assert "esi/pain-duration/pain_duration>=4/at" in failed
    assert "esi/pain-duration/pain_duration>=4/above" not in failed


def test_three_lines_of_javascript_read_every_table_as_python_does(tmp_path: Path) -> None:
    """Each request, and so each verdict that other tests compare."""
    names: dict[str, object] = {}
    exec(blocks("python")[0], names)
    request_of = names["request_of"]
    assert callable(request_of)
    program = tmp_path / "read.mjs"
    program.write_text(
        'import { readFileSync } from "node:fs";\n'
        + blocks("js")[0]
        + """
const tables = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, "utf8")));
console.log(JSON.stringify(tables.map((table) => table.rows.map((row) => requestOf(table, row)))));
""",
        "utf-8",
    )
    found = json.loads(node(program, *TABLES, folder=PACKAGES))
    tables = [json.loads(path.read_text("utf-8")) for path in TABLES]
    assert found == [[request_of(table, row) for row in table["rows"]] for table in tables]
    assert sum(map(len, found)) > 800
