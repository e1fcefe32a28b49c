"""Codes of a policy beside those of its program: what it takes for them to count, and on which days they are there."""

from __future__ import annotations

from pathlib import Path

import pytest
from drafts import BESIDE, composed, placed, read
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import truth
from wiser_compiler.core.model import Policy
from wiser_compiler.core.normal_form import as_key
from wiser_compiler.core.walk import facts_of
from wiser_compiler.diagnostics import Report
from wiser_compiler.printers import as_text
from wiser_compiler.reading.reader import read_policy

# A lead counts beside its generator alone, a product until it left the model, and all of them in Texas.
SERVICE = """services:
  draft:
    title: The service of the draft
    section: "6.2"
    coverage: {East: L1}
    codes:
      "62321": {}
      "64561": {only_when: {codes: {includes: "64590"}}}
      C5271: {until: "2026-05-12"}
      "15272": {add_on_to: ["62321"]}
    only_when: {state: {is: TX}}
"""
REPEATED = """part_of: plan 1.0.0
codes:
  "62321": {label: first, only_when: {state: {is: TX}}}
  "64561": {label: lead, only_when: {all: [{state: {one_of: [TX]}}, {codes: {includes_any: ["64590"]}}]}}
  C5271: {label: product, until: "2026-05-12", only_when: {state: {is: TX}}}
  "15272": {label: further, add_on_to: ["62321"], only_when: {state: {is: TX}}}
"""
INHERITED = """part_of: plan 1.0.0
codes: {"62321": first, "64561": lead, C5271: product, "15272": further}
"""


def policy(change: str, folder: Path, service: str = SERVICE) -> tuple[Policy | None, Report]:
    before, _, after = BESIDE["plan"].partition("services:\n")
    plan = before + service + after[after.index("facts:\n") :]
    text = composed(change + "examples:\n  base: {name: Nothing, facts: {}, expect: {}}\n")
    if "codes:\n" in change:
        text = text.replace('  "62321": {label: first label}\n', "")
    path = placed(text.encode(), folder)
    (folder / "plan/1.0.0.yaml").write_text(plan, "utf-8")
    report = Report()
    return read_policy(path, report), report


@pytest.mark.parametrize("change", [REPEATED, INHERITED], ids=["repeated in other words", "not repeated"])
def test_a_condition_of_a_code_and_one_of_its_service_hold_together(change: str, tmp_path: Path) -> None:
    found, report = policy(change, tmp_path)
    assert found is not None and not report.found, as_text(report)
    listed = next(criterion for criterion in found.criteria if criterion.id == "listed-code")
    for codes, state, day, expected in (
        (["62321"], "TX", "2026-06-01", True), (["62321"], "OH", "2026-06-01", False),
        (["64561"], "TX", "2026-06-01", False), (["64561", "64590"], "TX", "2026-06-01", True),
        (["64561", "64590"], "OH", "2026-06-01", False), (["C5271"], "TX", "2026-05-11", True),
        (["C5271"], "TX", "2026-05-12", False), (["15272"], "TX", "2026-06-01", True),
    ):  # fmt: skip
        case, problems = read_case(found.facts, {"codes": codes, "state": state, "received_date": day})
        assert not problems
        assert truth(listed.require, case) is expected, (codes, state, day)


def test_what_is_not_repeated_means_what_is_repeated(tmp_path: Path) -> None:
    one, other = (policy(change, tmp_path)[0] for change in (REPEATED, INHERITED))
    assert one and other
    assert {code.code: code.add_on_to for code in one.codes} == {code.code: code.add_on_to for code in other.codes}
    assert as_key(next(c for c in one.criteria if c.id == "primary-of-15272").require) == as_key(
        next(c for c in other.criteria if c.id == "primary-of-15272").require
    )


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (REPEATED.replace('includes_any: ["64590"]', 'includes_any: ["64591"]'), "code 64561 counts under another"),
        (REPEATED.replace('until: "2026-05-12"', 'until: "2026-05-13"'), "code C5271 counts under another"),
        (REPEATED.replace("only_when: {state: {is: TX}}}\n  \"64561\"", "only_when: {state: {is: OH}}}\n  \"64561\""),
         "code 62321 counts under another"),
        (INHERITED.replace(", C5271: product", ""), "do not list the same codes: C5271"),
        ('effective: {from: "2026-05-12", until: open}\n' + INHERITED, "code C5271 is in the program on none"),
    ],
)  # fmt: skip
def test_another_condition_and_another_list_are_reported(change: str, message: str, tmp_path: Path) -> None:
    _, report = policy(change, tmp_path)
    assert [message in finding.message for finding in report.found if finding.code == "codes-differ"] == [True]


def test_a_code_that_left_before_the_version_begins_is_not_listed(tmp_path: Path) -> None:
    change = 'effective: {from: "2026-05-12", until: open}\n' + INHERITED.replace(", C5271: product", "")
    found, report = policy(change, tmp_path)
    assert found is not None and not report.found, as_text(report)


# A service whose list of codes became known on a day: before it, the request says what the list was.
CHANGED = SERVICE.replace(
    "{state: {is: TX}}",
    """
      any:
        - {received_date: {on_or_after: "2026-05-12"}, state: {is: TX}}
        - {received_date: {before: "2026-05-12"}, urgent: no}""",
)
AFTER = 'effective: {from: "2026-05-12", until: open}\n'
LISTED = INHERITED.replace(", C5271: product", "")


@pytest.mark.parametrize(
    "change",
    [LISTED, LISTED.replace('"62321": first', '"62321": {label: first, only_when: {state: {is: TX}}}')],
    ids=["not repeated", "repeated as it is on these days"],
)
def test_a_condition_of_other_days_is_no_part_of_a_version(change: str, tmp_path: Path) -> None:
    found, report = policy(AFTER + change, tmp_path, CHANGED)
    assert found is not None and not report.found, as_text(report)
    listed = next(criterion for criterion in found.criteria if criterion.id == "listed-code")
    assert {fact.name for fact in facts_of(listed.require)} == {"codes", "state"}


def test_a_condition_of_some_days_of_a_version_is_a_part_of_it(tmp_path: Path) -> None:
    found, report = policy('effective: {from: "2026-05-11", until: open}\n' + INHERITED, tmp_path, CHANGED)
    assert found is not None and not report.found, as_text(report)
    listed = next(criterion for criterion in found.criteria if criterion.id == "listed-code")
    assert {fact.name for fact in facts_of(listed.require)} == {"codes", "state", "received_date", "urgent"}


def test_a_code_that_always_counts_on_the_days_of_a_version_has_no_condition(tmp_path: Path) -> None:
    service = SERVICE.replace('"62321": {}', '"62321": {from: "2026-05-12"}').replace(
        "    only_when: {state: {is: TX}}\n", ""
    )
    found, report = policy(AFTER + LISTED, tmp_path, service)
    assert found is not None and not report.found, as_text(report)
    assert "code-62321" not in {criterion.id for criterion in found.criteria}


@pytest.mark.parametrize(
    ("days", "codes"),
    [('from: "2026-05-12", until: "2026-05-12"', ["empty-interval"]), ('until: "soon"', ["bad-date"]),
     ('from: "2026-05-12"', [])],
)  # fmt: skip
def test_the_days_of_a_code_are_days(days: str, codes: list[str], tmp_path: Path) -> None:
    text = composed(f'codes:\n  "62322": {{label: another, {days}, cite: {{guide_6: version history}}}}')
    found = [finding.code for finding in read(placed(text.encode(), tmp_path)).found]
    assert [code for code in found if code != "uncovered-bound"] == codes


# ---------------------------------------------------------------- the services of the shipped program

POLICIES = Path(__file__).parents[2] / "policies"
PROGRAM = read_policy(POLICIES / "wiser/6.0.0.yaml", Report())
SKELETON = """policy: {id}
version: "6.0.0"
title: A service
uses: common 1.0.0
part_of: wiser 6.0.0
effective: {{from: "2026-04-24", until: open}}
sources:
  guide: {{same_as: guide_6, section: "{section}"}}
codes: {{{codes}}}
facts:
  History:
    weeks_tried: {{type: number, unit: weeks, from: 0, to: 520, ask: "For how many weeks was care tried?"}}
criteria:
  care-tried:
    title: Care was tried
    cite: {{guide: box 1}}
    require: {{weeks_tried: {{at_least: 4 weeks, quote: "at least 4 weeks"}}}}
examples:
  base:
    name: Four weeks
    facts: {{weeks_tried: 4 weeks}}
    expect: {{care-tried: met}}
  cases:
    - {{name: One week less, change: {{weeks_tried: 3 weeks}}, expect: {{care-tried: not met}}}}
"""


@pytest.mark.parametrize("id", [service.id for service in PROGRAM.services] if PROGRAM else [])
def test_every_service_of_the_program_can_be_written_as_a_list_of_its_codes(id: str, tmp_path: Path) -> None:
    assert PROGRAM
    for name in ("common/1.0.0.yaml", "wiser/6.0.0.yaml", f"{id}/6.0.0.yaml"):
        (tmp_path / name).parent.mkdir()
    for name in ("common/1.0.0.yaml", "wiser/6.0.0.yaml"):
        (tmp_path / name).write_bytes((POLICIES / name).read_bytes())
    service = next(service for service in PROGRAM.services if service.id == id)
    codes = ", ".join(f'"{code}": a label' for code in service.codes if not code.startswith("C527"))
    path = tmp_path / id / "6.0.0.yaml"
    path.write_text(SKELETON.format(id=id, section=service.section, codes=codes), "utf-8")
    report = read(path)
    assert not report.found, as_text(report)
