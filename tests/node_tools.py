"""Node and a browser for the tests, from package registries: requirements-test.lock and tests/node pin them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

PACKAGES = Path(__file__).parent / "node"
NODE = Path(sys.executable).parent / "node"


def node(*arguments: object, stdin: str | None = None, folder: Path = PACKAGES, seconds: float = 120) -> str:
    """What a Node program prints. Raises AssertionError with its messages if it fails."""
    done = subprocess.run(
        [str(NODE), *map(str, arguments)],
        input=stdin, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=seconds, check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{done.stdout[-4000:]}\n{done.stderr[-4000:]}"
    return done.stdout


def tool(name: str) -> Path:
    """The script of a command that a package of tests/node brings, to be run by Node: `node(tool("ajv"), ...)`."""
    return (PACKAGES / "node_modules/.bin" / name).resolve()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser without a screen. The package unpacks it to the temporary folder of the system."""
    program = node("--input-type=module", "-e", UNPACK).strip()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--headless=shell"])
        try:
            yield browser
        finally:
            browser.close()


UNPACK = "import chromium from '@sparticuz/chromium'; console.log(await chromium.executablePath())"
