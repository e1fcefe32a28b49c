"""The missing example that a lint proposes: pasted, it removes its finding and disagrees with nothing."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from drafts import BAD, blocks, composed, marked, placed
from lengths import FUZZ, one_in
from wiser_compiler.commands import possible
from wiser_compiler.core import example_names
from wiser_compiler.diagnostics import Diagnostic, Report
from wiser_compiler.linting.library import read_documents, read_library
from wiser_compiler.printers import as_data, as_text

PLANTED = BAD.parent / "planted"
POLICIES = Path(__file__).parents[2] / "policies"
# The older versions have the criteria of the newer ones, and their edges.
SHIPPED = [path.relative_to(POLICIES) for path in sorted(POLICIES.glob("*/6.0.0.yaml"))]


def checked(path: Path) -> Report:
    report = Report()
    read_library([path], report, possible.tells)
    return report


def uncovered(report: Report) -> list[Diagnostic]:
    return [finding for finding in report.sorted() if finding.code == "uncovered-bound"]


def pasted(text: str, proposals: list[str]) -> str:
    """The document with examples at the end of its cases."""
    section = blocks(text)["examples"]
    cases = "" if "\n  cases:" in section else "  cases:\n"
    return text.replace(section, section.rstrip("\n") + "\n" + cases + "\n".join(proposals) + "\n", 1)


def documents() -> Iterator[object]:
    """Bad and planted documents with an uncovered bound."""
    for folder in (BAD, PLANTED):
        for path in sorted(folder.glob("*.yaml")):
            if "uncovered-bound:" in (text := path.read_text("utf-8")):
                base = (folder / "base.yaml").read_text("utf-8")
                text, _ = marked(composed(text, base))
                yield pytest.param(re.sub(" +#= .*", "", text), id=f"{folder.name}/{path.stem}")


@pytest.mark.parametrize("text", list(documents()))
def test_a_proposal_removes_its_finding(text: str, tmp_path: Path) -> None:
    before = checked(placed(text.encode(), tmp_path))
    proposals = [finding.proposal for finding in uncovered(before) if finding.proposal]
    assert bool(proposals) is bool(uncovered(before)), as_text(before)
    after = checked(placed(pasted(text, proposals).encode(), tmp_path))
    known = {(finding.code, finding.message) for finding in before.found}
    assert uncovered(after) == [], as_text(after)
    assert {(finding.code, finding.message) for finding in after.found} <= known, as_text(after)
    assert len({re.sub(".*\n", "", each, count=1) for each in proposals}) == len(proposals)


def without_some_cases(text: str, seed: int, share: float) -> str:
    """The document without a random share of its cases."""
    head, begin, tail = text.partition("\n  cases:\n")
    lines = tail.split("\n")
    end = next((number for number, line in enumerate(lines) if line[:1].strip()), len(lines))
    cases = re.split(r"(?m)^(?=    - )", "\n".join(lines[:end]))
    draw = random.Random(seed)
    kept = [case for number, case in enumerate(cases) if number == 0 or draw.random() >= share]
    return head + begin + "".join(kept).rstrip("\n") + "\n" + "\n".join(lines[end:])


# The solver is asked for each deleted example, and these have most of them.
FEWER = {} if FUZZ else {"esi": 0.2, "skin_substitutes": 0.2}
# Of these the seed deletes no example that a lint demands.
HARDLY_A_BOUND = ("impotence", "knee_arthroscopy", "nerve_lesions")


@pytest.mark.parametrize("document", one_in(4, SHIPPED), ids=lambda path: path.as_posix())
def test_cases_that_were_deleted_are_proposed_again(document: Path, tmp_path: Path) -> None:
    shutil.copytree(POLICIES, tmp_path / "policies")
    path = tmp_path / "policies" / document
    (path.parent.parent / "published.json").unlink(missing_ok=True)
    text = without_some_cases(path.read_text("utf-8"), seed=7, share=FEWER.get(document.parent.name, 0.8))
    path.write_text(text, "utf-8")
    before = checked(path)
    assert bool(uncovered(before)) is (document.parent.name not in HARDLY_A_BOUND)
    path.write_text(pasted(text, [finding.proposal for finding in uncovered(before) if finding.proposal]), "utf-8")
    after = checked(path)
    lost = {"unused-name"}  # a base of which no case is left
    assert {finding.code for finding in after.found} <= lost, as_text(after)


FAR = """require: {pain_duration: {at_least: 5 weeks, quote: "at least 5 weeks"}}
examples:
  base:
    name: Long pain
    facts: {pain_duration: 10 weeks}
    expect: {at-hand: met}
"""
TWO_EDGES = """require: {pain_duration: {at_least: 5 weeks, at_most: 5 weeks, quote: "at least 5 and at most 5 weeks"}}
examples:
  base:
    name: Long pain
    facts: {pain_duration: 10 weeks}
    expect: {at-hand: not met}
"""


@pytest.mark.parametrize("solver", [True, False], ids=["with a solver", "without one"])
def test_the_name_says_where_the_example_lies(solver: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not solver:
        monkeypatch.setattr(possible, "find_spec", lambda _name: None)
    report = checked(placed(composed(FAR).encode(), tmp_path))
    proposals = {finding.proposal for finding in uncovered(report)}
    assert proposals == {
        '    - name: "Pain duration of 5 weeks: exactly 5 weeks"\n'
        "      change: {pain_duration: 5 weeks}\n"
        "      expect: {at-hand: met}",
        '    - name: "Pain duration of 4 weeks: one week short of 5 weeks"\n'
        "      change: {pain_duration: 4 weeks}\n"
        "      expect: {at-hand: not met}",
    }


VISITS = """facts:
  Visits:
    visits:
      type: list
      unit: visits
      up_to: 9
      ask: "List every visit."
      each: {visit_date: {type: date, from: "2020-01-01", to: "2036-12-31"}}
require:
  count: visits
  where: {visit_date: {on_or_after: 45 days before received_date, quote: "within 45 days"}}
  at_least: 2 visits
  quote: "at least two visits"
examples:
  base:
    name: Two visits
    facts: {received_date: "2026-05-20", visits: [{visit_date: "2026-04-05"}, {visit_date: "2026-05-19"}]}
    expect: {at-hand: met}
"""


def test_the_name_tells_of_the_record_that_the_base_does_not_have(tmp_path: Path) -> None:
    report = checked(placed(composed(VISITS).encode(), tmp_path))
    names = [line for finding in uncovered(report) for line in finding.proposal.splitlines() if "- name:" in line]
    assert names == [
        '    - name: "1 visit that counts: one short of 2"',
        '    - name: "Visit date on 2026-04-04: one day before 45 days before received date"',
    ]


ROUTES = """facts:
  Course:
    months: {type: number, unit: months, from: 0, to: 600, ask: "For how many months?"}
    episodes: {type: number, unit: episodes, from: 0, to: 600, ask: "How many episodes?"}
    route: {type: choice, of: {long: long, often: often}, ask: "Which route?"}
require:
  any:
    - {route: {is: long}, months: {at_least: 6 months, quote: "6 months"}}
    - {route: {is: often}, episodes: {at_least: 4 episodes, quote: "4 episodes"}}
examples:
  base:
    name: Long
    facts: {route: long, months: 6 months}
    expect: {at-hand: met}
  bases:
    often:
      name: Often
      change: {route: often, months: 2 months, episodes: 9 episodes}
      expect: {at-hand: met}
  cases:
    - {name: No episode, base: often, change: {episodes: 0 episodes}, expect: {at-hand: not met}}
    - {name: Five months, change: {months: 5 months}, expect: {at-hand: not met}}
"""


def test_a_long_name_ends_on_a_whole_phrase(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (document,) = read_documents([placed(composed(ROUTES).encode(), tmp_path)], Report(), linted=False)
    policy = document.draft
    assert policy is not None
    request = {**policy.examples[0].request, "route": "often", "episodes": 30, "months": 12}
    monkeypatch.setattr(example_names, "LONGEST", 60)
    name = example_names.example_name(policy, request, ())
    assert name == "Months 12 months, episodes 30 episodes"
    monkeypatch.setattr(example_names, "LONGEST", 30)
    assert example_names.example_name(policy, request, ()) == "Months 12 months and 1 more"
    monkeypatch.setattr(example_names, "LONGEST", 12)
    assert example_names.example_name(policy, request, ()) == "Months 12 …"


def test_an_example_is_told_by_the_base_that_has_its_route(tmp_path: Path) -> None:
    proposals = [finding.proposal for finding in uncovered(checked(placed(composed(ROUTES).encode(), tmp_path)))]
    told = [proposal.partition("\n")[2] for proposal in proposals]
    assert told == [
        f"      base: often\n      change: {{episodes: {episodes} episodes}}\n      expect: {{at-hand: {verdict}}}"
        for episodes, verdict in ((4, "met"), (3, "not met"))
    ]


EITHER = """facts:
  Course:
    months: {type: number, unit: months, from: 0, to: 600, ask: "For how many months?"}
    episodes: {type: number, unit: episodes, from: 0, to: 600, ask: "How many episodes?"}
require:
  any:
    - {months: {at_least: 6 months, quote: "6 months"}}
    - {episodes: {at_least: 4 episodes, quote: "4 episodes"}}
examples:
  base: {name: Both, facts: {months: 9 months, episodes: 9 episodes}, expect: {at-hand: met}}
  cases:
    - {name: Neither, change: {months: 0 months, episodes: 3 episodes}, expect: {at-hand: not met}}
    - {name: Episodes, change: {months: 0 months, episodes: 4 episodes}, expect: {at-hand: met}}
"""


def test_a_number_goes_back_towards_the_base_from_the_end_of_its_range(tmp_path: Path) -> None:
    proposals = [finding.proposal for finding in uncovered(checked(placed(composed(EITHER).encode(), tmp_path)))]
    changes = {line.strip() for proposal in proposals for line in proposal.splitlines() if "change:" in line}
    assert changes == {f"change: {{months: {months} months, episodes: 1 episode}}" for months in (5, 6)}


def test_an_example_of_two_edges_is_proposed_once(tmp_path: Path) -> None:
    found = uncovered(checked(placed(composed(TWO_EDGES).encode(), tmp_path)))
    covered = [finding for finding in found if not finding.proposal]
    assert len(covered) == 1 and len(found) > 2
    assert covered[0].notes == (f"the example that is proposed for line {found[0].span.line} shows this too",)


def test_a_proposal_is_printed_for_people_and_for_programs(tmp_path: Path) -> None:
    report = checked(placed(composed(FAR).encode(), tmp_path))
    text = as_text(report)
    assert all(finding.proposal in text for finding in uncovered(report))
    assert "the verdict of today, which is to be confirmed from the source" in text
    assert [data["proposal"] for data in as_data(report)] == [finding.proposal for finding in report.sorted()]
