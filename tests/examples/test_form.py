"""The example of a form in TypeScript: checked by tsc, and filled in in a browser, from a disk, without a network."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from node_tools import PACKAGES, chromium, node, tool
from wiser_policies import NOTICE, check, validator

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example with what `npm install` would bring."""
    folder = tmp_path_factory.mktemp("example")
    (folder / "generated").symlink_to(ROOT / "generated")
    form = shutil.copytree(ROOT / "docs/examples/form", folder / "docs/examples/form")
    modules = form / "node_modules"
    modules.mkdir()
    for package in (PACKAGES / "node_modules").iterdir():
        (modules / package.name).symlink_to(package)
    (modules / "wiser-policies").symlink_to(ROOT / "generated/javascript")
    return Path(form)


def test_it_is_built_of_what_its_package_names(example: Path) -> None:
    ours = json.loads((PACKAGES / "package.json").read_text("utf-8"))["dependencies"]
    package = json.loads((example / "package.json").read_text("utf-8"))
    named = package["dependencies"] | package["devDependencies"]
    assert named.pop("wiser-policies") == "file:../../../generated/javascript"
    assert named == {name: f"^{ours[name]}" for name in named}


def test_its_types_are_checked(example: Path) -> None:
    assert node(tool("tsc"), "--project", example, folder=example) == ""
    program = example / "form.tsx"
    right = program.read_text("utf-8")
    program.write_text(right.replace("  ready: ", "  redy: "), "utf-8")
    with pytest.raises(AssertionError, match="redy"):
        node(tool("tsc"), "--project", example, folder=example)
    program.write_text(right, "utf-8")


def test_it_says_what_is_missing_while_it_is_filled_in(example: Path) -> None:
    command = json.loads((example / "package.json").read_text("utf-8"))["scripts"]["build"].split()[1:]
    node(tool("esbuild"), *(word.replace("'", "") for word in command), folder=example)
    titles = {criterion.id: criterion.title for criterion in validator("esi@6.0.0").POLICY.criteria}
    asked: list[str] = []
    with chromium() as browser:
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto((example / "index.html").as_uri())
        said = page.locator("section")
        said.get_by_text("Something is still missing from the chart").wait_for()
        assert NOTICE in said.inner_text()
        weeks = page.get_by_label("For how many full weeks has this pain lasted?")
        weeks.fill("3")
        missing = {gap.criterion.title for gap in check({"pain_duration": 3}, policy="esi@6.0.0").gaps()}
        assert titles["pain-duration"] in missing
        shown = {line.rpartition(":")[0] for line in said.locator("li").all_inner_texts()}
        assert shown == missing
        weeks.fill("9999")
        said.get_by_text("An answer is not valid yet").wait_for()
    assert all(url.startswith("file:") for url in asked)
