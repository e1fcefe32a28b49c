"""The pages of the findings as tests read them: docs/findings/<code>.md, and their index docs/diagnostics.md."""

from __future__ import annotations

import re
from pathlib import Path

from wiser_compiler import explanations

INDEX = Path(__file__).parent.parent / "docs/diagnostics.md"
PROVEN, BETWEEN = "What `wiser prove` finds", "Between documents"


def codes_under(heading: str) -> set[str]:
    """The codes that the index lists under a heading."""
    _, found, rest = INDEX.read_text("utf-8").partition(f"## {heading}\n")
    assert found, f"the index has no heading {heading}"
    return set(re.findall(r"(?m)^- \[`([a-z-]+)`\]", rest.partition("\n## ")[0]))


def shown(code: str) -> list[str]:
    """The policies on a page: the bad one and the repaired one, or none."""
    return re.findall(r"(?ms)^```yaml\n(.*?)^```$", explanations.explain(code))
