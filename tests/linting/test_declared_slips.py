"""Slips in declarations and citations of the shipped policies: each is found at its line, with no example to help."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from command_line import ROOT
from lengths import one_in
from wiser_compiler.diagnostics import Report, flat
from wiser_compiler.linting.library import read_library

SLIPS = [
    # P5: declarations
    pytest.param("pva/6.0.0", "      to: 10\n", "      to: 100\n", "question-disagrees", id="another highest score"),
    pytest.param("pva/6.0.0", "      to: 24\n", "      to: 25\n", "question-disagrees", id="one point too many"),
    pytest.param(
        "esi/6.0.0", "      unique: [session_date, session_region]\n", "", "question-disagrees", id="no key of a list"
    ),
    pytest.param(
        "esi/6.0.0", "[session_date, session_region]", "[session_date]", "question-disagrees", id="half a key of a list"
    ),
    pytest.param(
        "scs/6.0.0", "      from: 0\n      to: 100\n      places: 1\n      ask: \"By how many percent",
        "      from: 0\n      to: 90\n      places: 1\n      ask: \"By how many percent", "question-disagrees",
        id="a percentage up to 90",
    ),
    pytest.param("esi/6.0.0", "limits_life: yes, resp", "limits_life: documented, resp", "question-disagrees",
                 id="any answer to a question"),
    pytest.param("esi/6.0.0", "osteophytes:  osteophytes or osteophyte complexes\n",
                 "osteophytes: osteophytes\n        complexes: osteophyte complexes\n", "question-disagrees",
                 id="one answer too many"),
    # P8: citations
    pytest.param("esi/6.0.0", "Noridian LCD L39240", "Noridian LCD L33912", "citation-differs", id="another LCD"),
    pytest.param("esi/6.0.0", "Noridian LCD L39240", "Noridian LCD L36920", "citation-differs", id="of another"),
    pytest.param("vagus_stimulation/6.0.0", 'title: "NCD 160.18', 'title: "NCD 160.8', "citation-differs",
                 id="another NCD"),
    pytest.param("esi/6.0.0", 'section: "6.2.10"', 'section: "6.2.9"', "citation-differs", id="a section"),
    pytest.param("esi/6.0.0", "cite: {guide: box 10}", "cite: {guide: box 11}", "section-not-in-text", id="no box"),
    pytest.param("esi/6.0.0", '"four or less"', '"four or fewer"', "quote-not-in-source", id="a paraphrase"),
    pytest.param("sacral_stimulation/6.0.0", '    quote: "adequate ability to record voiding diary data"\n', "",
                 "unquoted-criterion", id="a criterion without words"),
    pytest.param("wiser/6.0.0", "coverage: NCD 230.4\n", "coverage: NCD 230.14\n", "citation-differs",
                 id="another NCD in the program"),
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped policies."""
    return Path(shutil.copytree(ROOT / "policies", tmp_path_factory.mktemp("shipped") / "policies"))


@pytest.mark.parametrize(("name", "old", "new", "code"), one_in(3, SLIPS))
def test_a_slip_in_a_shipped_policy_is_found_at_its_line(
    name: str, old: str, new: str, code: str, folder: Path
) -> None:
    path = folder / f"{name}.yaml"
    whole = path.read_text("utf-8")
    assert old in whole
    slipped = whole.replace(old, new, 1)
    line = slipped[: whole.index(old)].count("\n") + 1
    path.write_text(re.sub(r"(?ms)^examples:\n.*\Z", "", slipped), "utf-8")
    report = Report()
    try:
        read_library([path], report)
    finally:
        path.write_text(whole, "utf-8")
    found = [one for one in flat(report.found) if one.code == code]
    assert found, [one.code for one in report.found]
    # What is left out has no line of its own: the declaration around it is pointed at.
    near = range(line - 5, line + 6)
    assert any(one.span.line in near for one in found), [(one.span.line, one.message) for one in found]
