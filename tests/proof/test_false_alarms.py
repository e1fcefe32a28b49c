"""What `wiser lint` and `wiser prove` must not find: alarms that a policy cannot heed."""

from __future__ import annotations

from pathlib import Path

import pytest
from drafts import composed, placed
from planted_policies import changed, findings_of
from wiser_compiler.commands.prove import prove
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.library import read_library
from wiser_compiler.printers import as_text

CHANGE = """facts:
  More:
    before: {{type: number, unit: points, from: {first}, to: 100, ask: "What was it before?"}}
    now: {{type: number, unit: points, from: {low}, to: 100, ask: "What is it now?"}}
require: {{none: [{{now: {{{word}: before, {by}: 75 percent, quote: "75%"}}}}]}}
examples:
  base:
    name: A small change
    facts: {{received_date: "2026-05-04", codes: ["62321"], before: 80 points, now: 60 points}}
    expect: {{at-hand: met}}
"""


def alarms(text: str, folder: Path) -> set[str]:
    """What is found about the criterion at hand, and about the whole."""
    report = Report()
    path = placed(text.encode(), folder)
    words = folder / "words/1.0.0.yaml"
    words.write_text(words.read_text("utf-8").replace('from: "2026-01-01"', 'from: "2000-01-01"'), "utf-8")
    (document,) = read_library([path], report)
    assert document.draft is not None, as_text(report)
    list(prove([(document.draft, document.fingerprint)], {}, report))
    return {one.code for one in report.found if "everything-else" not in one.message} - {"uncovered-bound"}


@pytest.mark.parametrize("by", ["by_at_least", "by_more_than"])
@pytest.mark.parametrize(
    ("word", "first", "low", "expected"),
    [
        pytest.param("fell_from", 0, 0, set(), id="nothing falls from 0"),
        pytest.param("fell_from", 1, 0, set(), id="there is always something to fall from"),
        pytest.param("rose_from", 1, 0, set(), id="there is always something to rise from"),
        pytest.param("fell_from", 1, -9, set(), id="it may fall below 0"),
        pytest.param("fell_from", 0, -9, {"valueless-test"}, id="it may fall from 0"),
        pytest.param("rose_from", 0, 0, {"valueless-test"}, id="it may rise from 0"),
    ],
)
def test_a_change_by_percent_that_must_not_be(
    word: str, first: int, low: int, expected: set[str], by: str, tmp_path: Path
) -> None:
    assert alarms(composed(CHANGE.format(word=word, first=first, low=low, by=by)), tmp_path) == expected


@pytest.mark.parametrize(
    ("start", "until", "day"),
    [("2024-01-01", "open", "2024-05-04"), ("2020-01-01", '"2021-01-01"', "2020-05-04"),
     ("2034-01-01", "open", "2034-05-04")],
)  # fmt: skip
def test_a_version_of_other_years_can_be_in_force_and_not(start: str, until: str, day: str, tmp_path: Path) -> None:
    text = composed(f'effective: {{from: "{start}", until: {until}}}\n').replace("2026-05-04", day)
    text = text.replace('service_date: "2026-05-20"', f'service_date: "{day}"').replace(
        "2026-04-01", f"{start[:4]}-02-01"
    )
    text = text.replace("2026-01-10", f"{start[:4]}-01-10")
    assert "never-fails" not in alarms(text, tmp_path)
    assert "never-met" not in alarms(text, tmp_path)


def test_the_help_for_a_criterion_that_the_compiler_makes_names_the_key_it_is_made_of(tmp_path: Path) -> None:
    text = changed('effective: {from: "1990-01-01", until: open}\n')
    placed(text.encode(), tmp_path)
    (finding,) = [one for one in findings_of(tmp_path, {"draft"}).found if "in-force" in one.message]
    assert finding.code == "never-fails" and finding.help.startswith("the compiler makes it: change `effective`")


def test_a_day_long_ago_has_both_its_sides(tmp_path: Path) -> None:
    text = composed('require: {imaging_date: {on_or_after: "2015-06-01", quote: "since June 1, 2015"}}')
    assert not {"dead-test", "never-fails"} & alarms(text, tmp_path)


PALSY = "symptoms: {includes: palsy}"
HIGH = 'pain_before: {at_least: %s points, quote: "at least %s"}'
LOW = 'pain_before: {at_most: 4 points, quote: "4 or less"}'
DECIDES = {
    "one of two answers": (True, "{urgent: yes, referred: yes}, {urgent: no, fracture: yes}"),
    "an answer in one place": (False, "{urgent: yes, referred: yes}, {fracture: yes}"),
    "routes that no request takes at once": (False, "{urgent: yes, referred: yes}, {urgent: no, referred: no}"),
    "a third answer fails": (
        False,
        "{setting: {is: office}, referred: yes}, {setting: {is: center}, fracture: yes}",
    ),
    "two cases, one of which asks for nothing": (True, "{fracture: no}, {fracture: yes, care_failed: yes}"),
    "three cases of one condition": (
        True,
        "{fracture: no}, {fracture: yes, urgent: yes}, {fracture: yes, cancer: yes}",
    ),
    "the absence of what no other asks for": (False, "{fracture: no}, {urgent: yes, care_failed: yes}, {cancer: yes}"),
    "one finding in both": (True, f"{{{PALSY}, urgent: yes}}, {{symptoms: {{none_of: [palsy]}}, fracture: yes}}"),
    "two findings": (False, f"{{{PALSY}, urgent: yes}}, {{symptoms: {{none_of: [weakness]}}, fracture: yes}}"),
    "a hole between two bounds": (False, f"{{{HIGH % (8, 8)}, urgent: yes}}, {{{LOW}, fracture: yes}}"),
    "bounds in one direction": (False, f"{{{HIGH % (8, 8)}}}, {{{HIGH % (6, 6)}, fracture: yes}}"),
}


@pytest.mark.parametrize(("lost", "routes"), DECIDES.values(), ids=DECIDES)
def test_an_answer_is_lost_only_where_every_answer_leads_to_one_verdict(
    lost: bool, routes: str, tmp_path: Path
) -> None:
    placed(changed(f"require: {{any: [{routes}]}}\n").encode(), tmp_path)
    found = {one.code for one in findings_of(tmp_path, {"draft"}).found}
    assert found - {"uncovered-bound"} == ({"lost-answer"} if lost else set())


LONG_WINDOWS = {
    "one long window": 'imaging_date: {on_or_after: 20 years before service_date, quote: "20 years"}',
    "a long window back from another day": 'imaging_date: {before: 12 years before service_date, quote: "12 years"}',
    "a day long before a named one": 'imaging_date: {before: 9 years before "2030-01-01", quote: "in 2021"}',
    "a wait of many days": 'imaging_date: {on_or_before: 4000 days before service_date, quote: "4000 days"}',
}


@pytest.mark.parametrize("test", LONG_WINDOWS.values(), ids=LONG_WINDOWS)
def test_a_window_longer_than_the_usual_years_has_both_its_sides(test: str, tmp_path: Path) -> None:
    placed(changed(f"require: {{{test}}}\n").encode(), tmp_path)
    found = {one.code for one in findings_of(tmp_path, {"draft"}).found}
    assert not found & {"never-fails", "never-met", "dead-test", "idle-test", "implied-criterion"}
