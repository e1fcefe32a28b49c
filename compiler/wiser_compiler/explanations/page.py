"""What is told of one finding."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent


@dataclass(frozen=True, slots=True)
class Explanation:
    """One diagnostic for people. `bad` and `good` are empty where no text can show it."""

    summary: str
    why: str
    bad: str = ""
    good: str = ""

    def page(self, code: str) -> str:
        """As Markdown, under the code as its title."""
        page = f"# {code}\n\n{self.summary}\n\n{dedent(self.why).strip()}\n"
        for title, snippet in (("Reported", self.bad), ("Better", self.good)):
            if snippet:
                page += f"\n{title}:\n\n```yaml\n{dedent(snippet).strip()}\n```\n"
        return page
