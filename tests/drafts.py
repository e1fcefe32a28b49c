"""Small documents for tests: a base, changes of it, and the findings that are expected on their lines.

A change is a few sections. tests/bad/base.yaml says how they are put into it.
"""

from __future__ import annotations

import re
from pathlib import Path

from wiser_compiler.core.model import Policy
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.checks import check_policy
from wiser_compiler.linting.library import documents, read_documents
from wiser_compiler.reading.reader import read_policy

BAD = Path(__file__).parent / "bad"
BASE = (BAD / "base.yaml").read_text(encoding="utf-8")
BESIDE = {name: (BAD / f"{name}.yaml").read_text(encoding="utf-8") for name in ("words", "undated", "spine", "plan")}
BAD_FILES = sorted(path for path in BAD.glob("*.yaml") if path.stem not in ("base", *BESIDE))
OF_A_CRITERION = ("cite", "require", "applies_when", "unless", "quote", "reading", "sheet")

Finding = tuple[int, str, str]


def blocks(text: str) -> dict[str, str]:
    """The sections of a document by key: from one line that begins with a key to the next."""
    parts = re.split(r"(?m)^(?=[a-z_]+:)", text)
    return {part.partition(":")[0]: part for part in parts if part and not part.startswith("#")}


def composed(change: str, base: str = "") -> str:
    """A base with a change, as a whole document."""
    if change.startswith("# whole document\n"):
        return change
    base = BESIDE["plan"] if change.startswith("# of the program\n") else base or BASE
    sections = {key: block for key, block in blocks(base).items() if f"# without {key}" not in change.splitlines()}
    for key, block in blocks(change if change.endswith("\n") else change + "\n").items():
        if key in OF_A_CRITERION and not block.startswith("sheet:\n"):  # which is a section
            kept = re.sub(rf"(?m)^    {key}: .*\n(?=(    .*\n)*\Z)", "", sections["criteria"])
            sections["criteria"] = kept + "".join(f"    {line}\n" for line in block.splitlines())
        elif key == "criteria" and key in sections:
            before, hand, after = sections[key].partition("  at-hand:\n")
            sections[key] = before + block.partition("\n")[2] + hand + after
        elif key in sections and key != "examples" and re.match(r"\w+: *(#[!@].*)?\n", block):
            sections[key] += block.partition("\n")[2]
        else:
            sections[key] = block
    return "".join(sections.values())


def checked(text: str, folder: Path) -> Report:
    """What reading a document reports."""
    return read(placed(text.encode(), folder))


def placed(data: bytes, folder: Path) -> Path:
    """Where a document was put, with the vocabularies and the program beside it."""
    here = "plan" if re.search(rb"(?m)^program:", data) else "draft"
    for name, content in {**{name: text.encode() for name, text in BESIDE.items()}, here: data}.items():
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "1.0.0.yaml").write_bytes(content)
    return folder / here / "1.0.0.yaml"


def read(path: Path) -> Report:
    """What reading one file reports."""
    report = Report()
    policy = read_policy(path, report)
    if policy is not None:
        check_policy(policy, report)
    return report


def marked(text: str) -> tuple[str, set[Finding]]:
    """The text without its marks, and the findings they expect."""
    expected, lines = set(), []
    for number, line in enumerate(text.split("\n"), 1):
        written, *marks = re.split(" +#! ", line)
        lines.append(written)
        for mark in marks:
            code, _, message = mark.partition(": ")
            expected.add((number, code, message))
    return "\n".join(lines), expected


def clean_policies(folder: Path, report: Report) -> list[Policy]:
    """The policies of a folder that have no findings."""
    read = read_documents(documents(folder, report), report)
    return [document.policy for document in read if document.policy is not None]
