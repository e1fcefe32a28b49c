"""Several vocabularies of one document: the words of all of them, and a policy that is read anew when one changes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from drafts import composed, placed
from wiser_compiler.core.model import Policy
from wiser_compiler.core.walk import all_facts, subexpressions
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.library import read_documents
from wiser_compiler.printers import as_text
from wiser_compiler.reading.reader import read_policy

POLICIES = Path(__file__).parents[2] / "policies"
USES_TWO = (
    "uses: [words 1.0.0, spine 1.0.0]\nrequire: {codes: {includes_any: injections}, diagnoses: {none_of: back_pain}}"
)


def test_the_groups_of_every_vocabulary_may_be_named(tmp_path: Path) -> None:
    report = Report()
    policy = read_policy(placed(composed(USES_TWO).encode(), tmp_path), report)
    assert policy is not None, as_text(report)
    assert items_of(policy, "codes") == [
        *(f"6232{n}" for n in range(8)), *(f"C527{n}" for n in range(1, 9)), "0001T", "0002T", "0003T",
    ]  # fmt: skip
    assert items_of(policy, "diagnoses") == [*(f"M54.{n}" for n in range(10, 19)), "M54.5"]


def items_of(policy: Policy, name: str) -> list[str]:
    """The codes that the criterion at hand names of one fact, in order."""
    (criterion,) = (criterion for criterion in policy.criteria if criterion.id == "at-hand")
    inner = [part for part in subexpressions(criterion.require) if hasattr(part, "item")]
    return [part.item for part in inner if [fact.name for fact in all_facts(part)] == [name]]


def test_an_edit_of_either_vocabulary_is_an_edit_of_the_policy(tmp_path: Path) -> None:
    path = placed(composed(USES_TWO).encode(), tmp_path)
    seen = {fingerprint(path)}
    for name in ("words", "spine"):
        vocabulary = tmp_path / name / "1.0.0.yaml"
        vocabulary.write_text(vocabulary.read_text("utf-8") + "# edited\n", "utf-8")
        seen.add(fingerprint(path))
    assert len(seen) == 3


def fingerprint(path: Path) -> str:
    (document,) = read_documents([path], Report())
    assert document.names == ("words@1.0.0", "spine@1.0.0")
    return document.fingerprint


def test_a_reading_of_the_program_may_be_named_by_its_id(tmp_path: Path) -> None:
    folder = tmp_path / "policies"
    shutil.copytree(POLICIES, folder)
    path = folder / "scs/6.0.0.yaml"
    text = path.read_text("utf-8")
    cited = re.search(r"\ncriteria:\n.*?\n    cite: .*?\n", text, re.DOTALL)
    assert cited
    path.write_text(text.replace(cited[0], cited[0] + "    reading: A14\n"), "utf-8")
    report = Report()
    policy = read_policy(path, report)
    assert policy is not None, as_text(report)
    (reading,) = {reading for one in policy.own for reading in one.readings if reading.id == "A14"}
    assert reading.text.startswith("An add-on code stands beside its primary code.")
    assert "A14" in {question.id for question in policy.questions}
