"""The sentences of the printed sheet: their places are filled from the tests of today, and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from drafts import composed, placed
from shipped import ROOT, SHIPPED
from wiser_compiler.core.as_data import as_data
from wiser_compiler.core.bounds import places_in
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import interval
from wiser_compiler.core.model import Bound, Criterion, Expr, Literal, Policy, Worded
from wiser_compiler.core.normal_form import meaning
from wiser_compiler.core.sheet import Blank, Filled, Text, Tick, groups, runs_words, sheet_of
from wiser_compiler.core.walk import criterion_parts, own_terms, replaced
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.published import said_by
from wiser_compiler.linting.sheet import sheet_differs
from wiser_compiler.reading.document import read_document
from wiser_compiler.reading.reader import read_policy

BASE = """\
examples:
  base:
    name: A chart that says next to nothing
    facts: {received_date: "2026-05-04", codes: ["62321"]}
    expect: incomplete
facts:
  More:
    age: {type: number, unit: years, from: 0, to: 125, ask: "How old?"}
    narrowing: {type: number, unit: percent, from: 0, to: 100, ask: "How narrow?"}
    urgent: "Is it urgent?"
criteria:
  shown:
    title: It is shown
    cite: {guide_6: box 1}
"""


def draft(require: str, sheet: str, folder: Path, more: str = "") -> Policy:
    """A small policy whose criterion `shown` requires this, and says this."""
    text = composed(f"{BASE}    require: {require}\n    sheet: {sheet}\n{more}")
    report = Report()
    policy = read_policy(placed(text.encode(), folder), report)
    assert policy is not None, report.found
    return policy


def said(sheet: Filled, id: str) -> str:
    """The lines of a criterion, with the bold words marked."""
    lines = [line for part in sheet.parts for line in part.lines if id in line.criteria]
    return " / ".join("".join(f"**{run.words}**" if isinstance(run, Text) and run.bold else runs_words([run])
                              for run in line.says) for line in lines)  # fmt: skip


@pytest.mark.parametrize(
    ("require", "sheet", "printed"),
    [
        ("{pain_duration: {at_least: 4 weeks}}", "{pain_duration}", "**4 weeks or more**"),
        ("{pain_duration: {at_most: 4 weeks}}", "{pain_duration}", "**4 weeks or less**"),
        ("{pain_duration: {more_than: 4 weeks}}", "{pain_duration}", "**more than 4 weeks**"),
        ("{pain_duration: {less_than: 1 week}}", "{pain_duration}", "**less than 1 week**"),
        ("{pain_duration: {is: 4 weeks}}", "{pain_duration}", "**exactly 4 weeks**"),
        ("{pain_duration: {at_least: 4 weeks, at_most: 12 weeks}}", "{pain_duration}", "**4 to 12 weeks**"),
        ("{pain_duration: {at_least: 4 weeks}}", "{pain_duration: # of pain}", "**4 weeks** of pain"),
        ("{planned_sessions: {at_most: 3 sessions}}", "{planned_sessions}", "**3 sessions or fewer**"),
        ("{planned_sessions: {at_most: 1 session}}", "{planned_sessions}", "**1 session at most**"),
        ("{narrowing: {more_than: 25 percent}}", "narrow by {narrowing}", "narrow by **more than 25%**"),
        ("{pain_after: {at_most: 50 percent of pain_before}}", "{pain_after: # of before}", "**half** of before"),
        ("{pain_after: {at_most: 30 percent of pain_before}}", "{pain_after: # of before}", "**30%** of before"),
        ("{pain_after: {fell_from: pain_before, by_at_least: 50 percent}}", "{pain_after}", "**half or more**"),
        ("{pain_after: {fell_from: pain_before, by_at_least: 2 points}}", "{pain_after}", "**2 points or more**"),
        ('{imaging_date: {on_or_after: "2026-01-15"}}', "{imaging_date}", "**January 15, 2026 or later**"),
        ('{imaging_date: {before: "2026-01-15"}}', "{imaging_date}", "**before January 15, 2026**"),
        ('{imaging_date: {on_or_after: "2026-01-15", on_or_before: "2026-03-01"}}', "{imaging_date}",
         "**January 15, 2026 to March 1, 2026**"),
        ("{imaging_date: {after: 3 months before service_date}}", "{imaging_date}", "**less than 3 months**"),
        ("{imaging_date: {on_or_after: 3 months before service_date}}", "{imaging_date}", "**3 months or less**"),
        ("{service_date: {on_or_after: 14 days after imaging_date}}", "{service_date}", "**14 days or more**"),
        ("{sedation: {one_of: sedated}}", "{sedation}", "**moderate sedation or deep sedation**"),
        ("{sedation: {is: deep}}", "{sedation}", "**deep sedation**"),
        ("{sedation: {none_of: sedated}}", "{sedation}", "**not moderate sedation or deep sedation**"),
        ("{levels: {includes: [L4-L5, L5-S1]}}", "{levels}", "**L4-L5 and L5-S1**"),
        ("{symptoms: {at_least: 2}}", "{symptoms} of them", "**2 or more** of them"),
        ("{at_least: 2, of: [imaging, care_failed, urgent]}", "{#} of [imaging: a], [care_failed: b], [urgent: c]",
         "**2 or more** of ☐ a, ☐ b, ☐ c"),
        ("{count: prior_sessions, at_most: 4 sessions}", "{prior_sessions}", "**4 sessions or fewer**"),
        ("{highest: session_score, of: prior_sessions, at_least: 7 points}", "{session_score}", "**7 points or more**"),
        ("{sum: [pain_before, pain_after], at_most: 4 points}", "{pain_before: a} + {pain_after: b}: {pain_after}",
         "a + b: **4 points or less**"),
        ("{any: [{pain_duration: {at_least: 4 weeks}}, {pain_duration: {at_least: 2 weeks}, care_failed: yes}]}",
         "{pain_duration}, or {pain_duration} and {care_failed: care failed}",
         "**4 weeks or more**, or **2 weeks or more** and care failed"),
        ("imaging", "a **big** {imaging: report} on page ___(imaging)", "a **big** report on page ______"),
    ],
)  # fmt: skip
def test_a_place_is_filled_from_its_test(require: str, sheet: str, printed: str, tmp_path: Path) -> None:
    field = "        session_score: {type: number, unit: points, from: 0, to: 10}\n"
    policy = draft(require, f'"{sheet}"', tmp_path, "facts:\n" + field if "session_score" in require else "")
    assert said(sheet_of(policy), "shown") == printed


def ticks(sheet: Filled, id: str) -> list[tuple[str, tuple[object, ...]]]:
    runs = [run for part in sheet.parts for line in part.lines if id in line.criteria for run in line.says]
    return [(run.at, run.values) for run in runs if isinstance(run, Tick)]


@pytest.mark.parametrize(
    ("require", "sheet", "ticked"),
    [
        ("care_failed", "[care_failed: failed]", ("/care_failed", (True,))),
        ("{care_failed: no}", "[care_failed: did not fail]", ("/care_failed", (False,))),
        ("{none: [care_failed]}", "[care_failed: did not fail]", ("/care_failed", (False,))),
        ("{symptoms: any}", "[symptoms.numbness: numb]", ("/symptoms/numbness", (True,))),
        ("{symptoms: none}", "[symptoms.numbness: not numb]", ("/symptoms/numbness", (False,))),
        ("{sedation: {is: deep}}", "[sedation.moderate: moderate]", ("/sedation", ("moderate",))),
        ("{sedation: {one_of: sedated}}", "[sedation: deeper]", ("/sedation", ("moderate", "deep"))),
        ("{sedation: {none_of: sedated}}", "[sedation: light]", ("/sedation", ("none",))),
        ("{levels: {includes: L4-L5}}", "[levels.L4-L5: low]", ("/levels", ("L4-L5",))),
        ("imaging", "[imaging: a report]", ("/imaging", ())),
        ("{pain_duration: {at_least: 4 weeks}}", "[pain_duration: # of pain]", ("", ())),
        ("{some: prior_sessions, where: session_helped}", "[session_helped: it helped]", ("", ())),
        ("imaging", "{imaging: report} [: copied]", ("", ())),
    ],
)
def test_a_box_is_ticked_by_the_wanted_answer(
    require: str, sheet: str, ticked: tuple[str, tuple[object, ...]], tmp_path: Path
) -> None:
    assert ticks(sheet_of(draft(require, f'"{sheet}"', tmp_path)), "shown") == [ticked]


# ---------------------------------------------------------------- the shipped policies


@pytest.mark.parametrize("key", SHIPPED)
def test_every_criterion_that_decides_has_a_line_and_advice_has_none(key: str) -> None:
    shown = [id for part in sheet_of(SHIPPED[key]).parts for line in part.lines for id in line.criteria]
    decide = [one.id for one in SHIPPED[key].criteria if one.effect != "advisory"]
    assert set(shown) == set(decide)


def slipped(criterion: Criterion) -> Iterator[Criterion]:
    """The criterion with one of its bounds moved, each in its turn."""
    for part in criterion_parts(criterion):
        for place in places_in(criterion.id, part):
            yield from (_with(criterion, place.says, new) for new in _moved(place.says))


def _moved(says: Worded) -> Iterator[Expr]:
    for bound in says.bounds:
        if (bound.op, bound.value) == (">=", 1):
            continue  # that there is one at all
        other = Bound(bound.op, bound.value + 1, bound.unit, bound.whole)
        yield replace(says, bounds=tuple(other if one is bound else one for one in says.bounds))
    for edge in [] if says.bounds else [says.part]:
        for term in own_terms(edge):
            if isinstance(term, Literal) and isinstance(term.value, date):
                yield replace(says, part=replaced(edge, term, Literal(term.value + timedelta(days=1))))


def _with(criterion: Criterion, old: Worded, new: Expr) -> Criterion:
    parts = {name: getattr(criterion, name) for name in ("require", "applies_when", "unless")}
    return replace(criterion, **{name: replaced(part, old, new) for name, part in parts.items() if part is not None})


@pytest.mark.parametrize("key", SHIPPED)
def test_a_bound_that_moves_moves_the_sheet_or_is_a_finding(key: str) -> None:
    policy = SHIPPED[key]
    for group in groups(policy):
        alone = replace(policy, criteria=group)  # the lines of these criteria
        before = sheet_of(alone)
        for criterion in group if group[0].effect == "required" else ():
            for other in slipped(criterion):
                changed = replace(alone, criteria=tuple(other if one is criterion else one for one in group))
                report = Report()
                sheet_differs(changed, report)
                assert sheet_of(changed) != before or report.found, criterion.id


def esi(folder: Path, *changes: tuple[str, str]) -> Policy:
    """The policy for epidural steroid injections with its text changed."""
    text = (ROOT / "policies/esi/6.0.0.yaml").read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    for name in ("common/1.0.0", "wiser/6.0.0"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / f"{name}.yaml").write_bytes((ROOT / f"policies/{name}.yaml").read_bytes())
    (folder / "esi").mkdir(exist_ok=True)
    (folder / "esi/6.0.0.yaml").write_text(text, "utf-8")
    report = Report()
    policy = read_policy(folder / "esi/6.0.0.yaml", report)
    assert policy is not None, report.found
    return policy


def test_a_bound_that_is_edited_is_printed(tmp_path: Path) -> None:
    policy = esi(
        tmp_path, ("at_least: 4 weeks", "at_least: 6 weeks"), ("after: 12 months before", "after: 9 months before")
    )
    sheet = sheet_of(policy)
    assert said(sheet, "pain-duration").startswith("Pain for **6 weeks or more**, and either ☐ could not tolerate")
    assert "With the injections of the **9 months** before: **4 sessions or fewer**" in said(sheet, "session-limit")


def test_the_sheet_has_no_part_in_the_meaning_and_in_what_was_published(tmp_path: Path) -> None:
    whole = esi(tmp_path)
    path = tmp_path / "esi/6.0.0.yaml"
    document = read_document(path, Report())
    other = esi(tmp_path, ("Takes part in", "Is in"), ("title: Epidural steroid injection\n", "title: Another\n"))
    changed = read_document(path, Report())
    assert document is not None and changed is not None
    assert sheet_of(whole) != sheet_of(other)
    assert meaning(whole) == meaning(other)
    assert said_by(document) == said_by(changed)


def test_what_is_worked_out_is_the_day_and_the_sum() -> None:
    policy = SHIPPED["esi@6.0.0"]
    example = next(one for one in policy.examples if one.base or one is policy.examples[0])
    case, _ = read_case(policy.facts, example.request)
    blanks = [run for part in sheet_of(policy).parts for line in part.lines for run in line.says
              if isinstance(run, Blank) and run.term is not None]  # fmt: skip
    year_ago, earlier, together, half, day = [(interval(run.term, case)[:2], run.percent) for run in blanks if run.term]
    before = date.fromisoformat(str(example.request["service_date"])).replace(year=2025)
    sessions = example.request["prior_sessions"]
    assert isinstance(sessions, list)
    last = max(date.fromisoformat(session["session_date"]) for session in sessions)
    assert year_ago == ((before, before), 100)
    assert earlier[0][0] + 1 == together[0][0] == together[0][1]  # the sessions after that day, and the one planned
    assert half == ((example.request["baseline_score"],) * 2, 50)
    assert last + timedelta(days=89) <= day[0][0] <= last + timedelta(days=92)


def test_a_line_names_its_facts_and_who_has_them() -> None:
    lines = [line for part in as_data(SHIPPED["esi@6.0.0"])["sheet"]["parts"] for line in part["lines"]]
    line = next(line for line in lines if line["criteria"] == ["pain-duration"])
    assert line["facts"][:3] == ["pain_duration", "cannot_tolerate_care", "care_failed"]
    assert line["ask"] == ["our doctor", "referring office", "therapy"]


def test_codes_are_listed_with_the_words_for_their_conditions(tmp_path: Path) -> None:
    words = 'codes: {"62321": first, "62323": {label: second, only_when: urgent, sheet: "{urgent: it is urgent}"}}\n'
    assert said(sheet_of(draft("imaging", '"{imaging: Imaging}"', tmp_path, words)), "listed-code") == (
        "A planned code is **62321**, or **62323** if it is urgent"
    )
    one = 'codes: {"62323": {label: second, only_when: urgent, sheet: "{urgent: it is urgent}"}}\n'
    one += "examples:\n  base:\n    name: None\n    facts: {received_date: 2026-05-04}\n    expect: incomplete\n"
    assert said(sheet_of(draft("imaging", '"{imaging: Imaging}"', tmp_path, one)), "listed-code") == (
        "A planned code is **62323**, **and** it is urgent"
    )


def test_a_criterion_without_a_sentence_has_its_title_and_its_bounds(tmp_path: Path) -> None:
    policy = draft("{pain_duration: {at_least: 4 weeks}, imaging: documented}", "{part: chart}", tmp_path)
    assert said(sheet_of(policy), "shown") == "It is shown (pain duration **4 weeks or more**)"


def test_a_box_whose_tick_would_not_tell_a_yes_from_a_no_is_refused(tmp_path: Path) -> None:
    """Where a yes and a no are both enough, words have no box; where a no or a reason is, the box is that of the no."""
    report = Report()
    sheet_differs(draft("{urgent: documented}", '"Looked for: [urgent: urgent]"', tmp_path), report)
    assert "does not tell a yes from a no" in " ".join(found.message for found in report.found)
    report = Report()
    require = "{urgent: documented, any: [{urgent: no}, imaging]}"
    made = draft(require, '"**Not** there, or why: [urgent: urgent] ___(imaging)"', tmp_path)
    sheet_differs(made, report)
    assert report.found == []
    (tick,) = [run for part in sheet_of(made).parts for line in part.lines for run in line.says
               if isinstance(run, Tick) and "shown" in line.criteria]  # fmt: skip
    assert (tick.at, tick.values) == ("/urgent", (False,))
