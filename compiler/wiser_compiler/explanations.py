"""The page of each finding in Markdown: what it is, why it matters, a policy with the finding, and the repaired policy.

This module knows nothing of the compiler. The pages are docs/findings/<code>.md; a wheel holds them beside this module.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_IN_WHEEL = Path(__file__).parent / "findings"
FOLDER = _IN_WHEEL if _IN_WHEEL.is_dir() else Path(__file__).parents[2] / "docs" / "findings"


@cache
def codes() -> tuple[str, ...]:
    """The codes of all findings, sorted. Raises OSError where the pages are not installed."""
    return tuple(sorted(page.stem for page in FOLDER.iterdir() if page.suffix == ".md"))


def explain(code: str) -> str:
    """The page of a code. Raises KeyError for a code that is not in `codes`."""
    if code not in codes():
        raise KeyError(code)
    return (FOLDER / f"{code}.md").read_text(encoding="utf-8")


def summary(code: str) -> str:
    """One sentence that says what the finding is. Raises as `explain` does."""
    return _parts(code)[1]


def why(code: str) -> str:
    """One paragraph that says why the finding matters, and what to do. Raises as `explain` does."""
    return " ".join(_parts(code)[2].split())


def _parts(code: str) -> list[str]:
    """The title, the summary, the reason, and the rest."""
    return explain(code).rstrip("\n").split("\n\n", 3)
