"""Copies of folders of the project in which other tests are running Python at the same time."""

from __future__ import annotations

import shutil
from pathlib import Path

UNFINISHED = ("*.pyc.*", "*.part")
"""What Python, and `wiser`, name a file until it is whole; it may be gone before it is read."""


def copied(source: Path, target: Path) -> Path:
    """A copy of a folder, with what Python compiled in it: the copy would have to compile it anew."""
    return Path(shutil.copytree(source, target, ignore=shutil.ignore_patterns(*UNFINISHED)))
