"""docs/javascript.md is true: its code is run, its types are checked, its page is opened."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

from javascript_answers import PACKAGE
from node_tools import NODE, chromium, node, tool

PAGE = Path("docs/javascript.md").read_text("utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"(?ms)^```{kind}\n(.*?)^```$", PAGE)


def installed(folder: Path) -> None:
    (folder / "node_modules").mkdir()
    (folder / "node_modules/wiser-policies").symlink_to(PACKAGE)
    (folder / "package.json").write_text('{"type": "module"}')


def test_the_code_prints_what_stands_behind_it(tmp_path: Path) -> None:
    installed(tmp_path)
    assert len(blocks("js")) >= 5
    for number, text in enumerate(blocks("js")):
        (tmp_path / f"{number}.js").write_text(text)
        shown = re.findall(r"(?m)^console\.log\(.*\); // (.*)$", text)
        assert shown
        assert len(shown) == text.count("console.log(")
        assert node(f"{number}.js", folder=tmp_path).splitlines() == shown


def test_the_lines_that_the_types_refuse_are_those_that_say_so(tmp_path: Path) -> None:
    installed(tmp_path)
    (text,) = blocks("ts")
    (tmp_path / "page.ts").write_text(text)
    expected = {number for number, line in enumerate(text.splitlines(), 1) if line.endswith("// error")}
    command = [NODE, tool("tsc"), "--strict", "--noEmit", "--module", "nodenext", "--types", "", "page.ts"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert expected
    assert {int(line) for line in re.findall(r"(?m)^page\.ts\((\d+),", done.stdout)} == expected, done.stdout


def test_the_page_from_a_disk_shows_its_answer(tmp_path: Path) -> None:
    (text,) = blocks("html")
    (expected,) = re.findall(r"; // (.*)", text)
    (tmp_path / "javascript").symlink_to(PACKAGE)
    (tmp_path / "page.html").write_text(text)
    with chromium() as browser:
        tab = browser.new_page()
        tab.goto((tmp_path / "page.html").as_uri())
        assert tab.title() == expected


def test_the_package_says_in_its_readme_what_it_does(tmp_path: Path) -> None:
    installed(tmp_path)
    (text,) = re.findall(r"(?ms)^```js\n(.*?)^```$", (PACKAGE / "README.md").read_text("utf-8"))
    (tmp_path / "readme.js").write_text(text)
    assert node("readme.js", folder=tmp_path) == "incomplete\n"
    assert "dependencies" not in json.loads((PACKAGE / "package.json").read_text("utf-8"))
