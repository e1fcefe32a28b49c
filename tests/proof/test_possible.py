"""An example that cannot exist is never demanded: the solver is asked first, and whoever has none is told so."""

from __future__ import annotations

from pathlib import Path

import pytest
from drafts import composed, placed
from wiser_compiler.commands import possible
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.bounds import NOT_ASKED
from wiser_compiler.linting.library import read_library
from wiser_compiler.printers import as_text

FACTS = """facts:
  More:
    ahi: {type: number, unit: events, from: 0, to: 200, ask: "How many events per hour?"}
    sleepy: "Is the patient sleepy by day?"
examples:
  base:
    name: Many events
    facts: {received_date: "2026-05-04", codes: ["62321"], ahi: 15 events, sleepy: no}
    expect: {at-hand: met}
  cases:
    - {name: One less, change: {ahi: 14 events}, expect: {at-hand: not met}}
    - {name: One less with symptoms, change: {ahi: 14 events, sleepy: yes}, expect: {at-hand: met}}
    - {name: Few events, change: {ahi: 5 events, sleepy: yes}, expect: {at-hand: met}}
    - {name: Too few, change: {ahi: 4 events, sleepy: yes}, expect: {at-hand: not met}}
"""
UP_TO_14 = """require:
  any:
    - ahi: {at_least: 15 events, quote: "15 events or more"}
    - ahi: {at_least: 5 events, at_most: 14 events, quote: "at least 5 and at most 14 events"}
      sleepy: yes
"""
FEW = "    - {name: Few events, change: {ahi: 5 events, sleepy: yes}, expect: {at-hand: met}}\n"


def uncovered(facts: str, folder: Path) -> list[tuple[str, tuple[str, ...]]]:
    """The bounds that want an example, with what is noted of each."""
    text = composed(facts + UP_TO_14)
    report = Report()
    read_library([placed(text.encode(), folder)], report, possible.tells)
    found = [(one.message, one.notes) for one in report.sorted() if one.code == "uncovered-bound"]
    assert not {one.code for one in report.found} - {"uncovered-bound", "unused-name", "unknown-fact"}, as_text(report)
    return found


def test_an_example_that_no_chart_can_be_is_not_demanded(tmp_path: Path) -> None:
    assert uncovered(FACTS, tmp_path) == []


def test_an_example_that_can_be_is_demanded(tmp_path: Path) -> None:
    assert FEW in FACTS
    found = uncovered(FACTS.replace(FEW, ""), tmp_path)
    assert found == [("no example of `at-hand` changes if this bound is one step higher", ())]


def test_without_a_solver_the_finding_says_that_it_was_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(possible, "find_spec", lambda _name: None)
    found = uncovered(FACTS, tmp_path)
    assert [notes for _, notes in found] == [(NOT_ASKED,)]
