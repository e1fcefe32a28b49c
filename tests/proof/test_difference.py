"""The difference between two versions: the right criteria, the right direction, and requests that show it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from command_line import ROOT
from demo_policy import SMALL, STRICTER, TITLE, changed
from floors import looked
from generated_modules import validator
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from strategies_of_policies import policies
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import verdict
from wiser_compiler.core.model import TRUE, Compare, Expr, FactValue, Literal, Not, Policy, Shifted, all_of
from wiser_compiler.diagnostics import Report
from wiser_compiler.printers import as_text
from wiser_compiler.proof.strategies import requests
from wiser_compiler.proof.versions import compare_criterion
from wiser_compiler.proof.versions.declared import changes_agree, note_of
from wiser_compiler.proof.versions.difference import difference
from wiser_compiler.proof.versions.model import Change, Difference, Kind
from wiser_compiler.proof.versions.report import as_data, as_markdown
from wiser_compiler.proof.versions.report import as_text as in_text
from wiser_compiler.reading.reader import read_policy
from wiser_compiler.reading.syntax import Table, read_syntax


def policy(text: str, version: str = "2.0.0", report: Report | None = None) -> Policy:
    """A document, read as if it stood beside the shipped ones."""
    found = report or Report()
    text = text.replace('version: "1.0.0"\ntitle', f'version: "{version}"\ntitle')
    name = f"policies/demo/{version}.yaml"
    found.texts[name] = text
    tree = read_syntax(text.encode(), name, found)
    assert isinstance(tree, Table)
    read = read_policy(ROOT / name, found, tree)
    assert read is not None, as_text(found)
    return read


def kinds(found: Difference) -> dict[str, Kind]:
    return {change.criterion.id: change.kind for change in found.changes if change.kind != "unchanged"}


def one(found: Difference, id: str) -> Change:
    return next(change for change in found.changes if change.criterion.id == id)


def shows(found: Difference) -> None:
    """Every request is valid, and turns as it says by the meaning and by the generated validators."""
    ends = found.old, found.new
    without = [replace(p, criteria=tuple(c for c in p.criteria if c.id != "in-force")) for p in ends]
    modules = [validator(each) for each in without]
    for change in found.changes:
        assert set(change.shown) == {
            "tightened": {"tighter"}, "loosened": {"looser"}, "changed": {"tighter", "looser"},
        }.get(change.kind, set())  # fmt: skip
        for way, shown in change.shown.items():
            said = []
            for side, module, criterion in zip(without, modules, (change.old, change.new), strict=True):
                assert criterion is not None
                known = {fact.name for fact in side.facts}
                request = {name: value for name, value in shown.request.items() if name in known}
                case, problems = read_case(side.facts, request)
                said.append("invalid" if problems else verdict(criterion, case))
                assert problems or module.check(request).verdicts[criterion.id] == said[-1]
            assert said == [shown.before, shown.after]
            more, fewer = said if way == "tighter" else said[::-1]
            assert (more in compare_criterion.SATISFIED and fewer not in compare_criterion.SATISFIED) or (
                more,
                fewer,
            ) == ("missing", "not met")
    for way, outcome in found.outcomes.items():
        assert not outcome.unknown
        if outcome.shown:
            outcomes = [outcome.shown.before, outcome.shown.after]
            assert (outcomes if way == "tighter" else outcomes[::-1])[0] == "ready"
            assert (outcomes if way == "tighter" else outcomes[::-1])[1] != "ready"


# ---------------------------------------------------------------- one step

STEPS: list[tuple[str, str, str, Kind]] = [
    ("at_least: 4 weeks", "at_least: 5 weeks", "duration", "tightened"),
    ("at_least: 4 weeks", "at_least: 3 weeks", "duration", "loosened"),
    ("at_least: 4 weeks", "more_than: 4 weeks", "duration", "tightened"),
    ("at_least: 4 weeks", "is: 4 weeks", "duration", "tightened"),
    ("at_least: 4 weeks", "at_most: 4 weeks", "duration", "changed"),
    ("any: [tried, unable]", "all: [tried, unable]", "care", "tightened"),
    ("any: [tried, unable]", "any: [tried]", "care", "tightened"),
    ("any: [tried, unable]", "any: [tried, unable, allergic]", "care", "loosened"),
    ("any: [tried, unable]", "any: [tried, unable: no]", "care", "changed"),
    ("is: plain}}, unless: allergic", "is: plain}}", "plain", "tightened"),
    ("{kind: {is: plain}}", "{kind: {one_of: [plain, odd]}}", "plain", "loosened"),
    ("[report, {levels", "[{levels", "shown", "loosened"),
    ("includes_any: [a]", "includes_any: [a, b]", "shown", "loosened"),
    ("includes_any: [a]", "includes_any: [b]", "shown", "changed"),
    ("{signs: none}", "{signs: {none_of: [fever]}}", "sound", "loosened"),
    ("at_most: 3 visits", "at_most: 4 visits", "limit", "loosened"),
    ("at_most: 3 visits", "at_most: 2 visits", "limit", "tightened"),
    ("at_most: 3 visits", "less_than: 3 visits", "limit", "tightened"),
    ("after: 12 months", "on_or_after: 12 months", "limit", "tightened"),
    ("after: 12 months", "after: 11 months", "limit", "loosened"),
    ("on_or_before: service_date", "before: service_date", "limit", "loosened"),
    ("one_of: [plain, odd]", "one_of: [plain]", "limit", "loosened"),
    ("    applies_when: {kind: {one_of: [plain, odd]}}\n", "", "limit", "tightened"),
    ("{some: visits, where: helped}", "{every: visits, has: helped, if_none: met}", "helpful", "changed"),
]


@pytest.mark.parametrize(("before", "after", "id", "kind"), STEPS, ids=[f"{s[2]}: {s[1][:30]}" for s in STEPS])
def test_one_step_is_one_change_in_the_right_direction(before: str, after: str, id: str, kind: Kind) -> None:
    found = difference(policy(SMALL, "1.0.0"), policy(changed((before, after))))
    assert kinds(found) == {id: kind}
    shows(found)


def test_the_same_document_differs_in_nothing() -> None:
    found = difference(policy(SMALL, "1.0.0"), policy(SMALL))
    assert kinds(found) == {}
    assert found.same_meaning and not found.entries
    assert not any(outcome.shown or outcome.unknown for outcome in found.outcomes.values())


def test_words_alone_are_reworded_and_nothing_else() -> None:
    text = changed(
        ("title: Long enough", "title: It lasted"),
        ("cite: {guide: box 2}", "cite: {guide: second box}"),
        ("{kind: {is: plain}}", '{kind: {is: plain, quote: "a plain one"}}'),
        ('"Is there an allergy?"', '"Are there allergies?"'),
    )
    found = difference(policy(SMALL, "1.0.0"), policy(text))
    assert kinds(found) == dict.fromkeys(("duration", "care", "plain", "asked"), "reworded")
    assert found.same_meaning
    assert {change.reworded[0].what for change in found.changes if change.reworded} == {
        "title", "cite", "quote", "question",
    }  # fmt: skip


def test_another_way_to_say_the_same_is_proven_to_be_it() -> None:
    """What no normal form joins, the solver does."""
    longer, shorter = "{weeks: {at_least: 9 weeks}}", "{weeks: {at_least: 4 weeks, at_most: 10 weeks}}"
    text = changed(("require: {weeks: {at_least: 4 weeks}}", f"require: {{any: [{longer}, {shorter}]}}"))
    found = difference(policy(SMALL, "1.0.0"), policy(text))
    assert kinds(found) == {"duration": "reworded"}
    assert found.same_meaning


def test_how_far_was_looked_is_said() -> None:
    once, twice = "{some: visits, where: helped}", "{count: visits, where: helped, at_least: 2 visits}"
    found = difference(policy(SMALL, "1.0.0"), policy(changed((once, f"{{any: [{once}, {twice}]}}"))))
    assert kinds(found) == {"helpful": "reworded"}
    assert "at most 6 visits" in one(found, "helpful").limits
    assert "the same meaning for requests with at most 6 visits" in in_text(found)


def test_a_request_that_no_further_document_can_help_is_stricter() -> None:
    """Neither version is ever satisfied, and one of them still asks for something."""
    old = policy(SMALL, "1.0.0")
    weeks = FactValue(next(fact for fact in old.facts if fact.name == "weeks"))
    nine = Literal(Decimal(9))
    asks = all_of(Compare(">=", weeks, nine), Compare("<", weeks, nine))
    both = [with_test(old, "duration", test) for test in (asks, Not(TRUE))]
    assert kinds(difference(*both)) == {"duration": "tightened"}
    assert kinds(difference(*both[::-1])) == {"duration": "loosened"}
    assert one(difference(*both), "duration").shown["tighter"].before == "missing"


def with_test(policy: Policy, id: str, test: Expr) -> Policy:
    criteria = (replace(c, require=test) if c.id == id else c for c in policy.criteria)
    return replace(policy, criteria=tuple(criteria))


def test_met_and_not_applicable_ask_for_the_same() -> None:
    text = changed(("require: {any: [tried, unable]}", "applies_when: {unable: no}, require: tried"))
    text = text.replace("title: Care was tried", "title: Care was tried if possible")
    found = difference(policy(SMALL, "1.0.0"), policy(text))
    change = one(found, "care")
    assert change.kind == "reworded" and change.neither is not None
    assert {change.neither.before, change.neither.after} == {"met", "not applicable"}


# ---------------------------------------------------------------- added, removed, moved

LINE = "  duration: {title: Long enough, cite: {guide: box 1}, require: {weeks: {at_least: 4 weeks}}}\n"


def test_a_new_criterion_is_added_and_a_gone_one_removed() -> None:
    require = "{signs: {none_of: [fever]}, weeks: {at_most: 9 weeks}}"
    extra = f"  fever: {{title: No fever, cite: {{guide: box 9}}, require: {require}}}\n"
    bare, full = policy(SMALL, "1.0.0"), policy(changed((LINE, LINE + extra)))
    assert kinds(difference(bare, full)) == {"fever": "added"}
    assert kinds(difference(full, bare)) == {"fever": "removed"}
    shown = difference(bare, full).outcomes["tighter"].shown
    assert shown is not None and [(turn.criterion, turn.after) for turn in shown.turns] == [("fever", "not met")]
    assert difference(bare, full).outcomes["looser"].shown is None


def test_another_section_and_another_name_are_moves() -> None:
    renamed = policy(changed(("  duration:", "  long-enough:")))
    change = one(difference(policy(SMALL, "1.0.0"), renamed), "long-enough")
    assert change.moved and change.kind == "unchanged"
    assert change.old is not None and change.old.id == "duration"
    assert "was called duration" in in_text(difference(policy(SMALL, "1.0.0"), renamed))
    advice = policy(changed((LINE, ""), ("advisory:\n", f"advisory:\n{LINE}")))
    found = difference(policy(SMALL, "1.0.0"), advice)
    assert one(found, "duration").moved and not found.same_meaning
    assert "moved from required to advisory" in in_text(found)
    assert found.outcomes["looser"].shown is not None
    assert found.outcomes["tighter"].shown is None


def test_a_name_that_means_something_else_now_is_no_move() -> None:
    text = changed(("  duration:", "  time:"), ("at_least: 4 weeks", "at_least: 5 weeks"))
    assert kinds(difference(policy(SMALL, "1.0.0"), policy(text))) == {"time": "added", "duration": "removed"}


# ---------------------------------------------------------------- facts

FACTS: list[tuple[str, str, dict[str, Kind]]] = [
    ("from: 0, to: 520", "from: 0, to: 600", {"duration": "loosened"}),
    ("from: 0, to: 520", "from: 0, to: 100", {"duration": "tightened"}),
    ("from: 0, to: 520", "from: 4, to: 100", {"duration": "tightened"}),
    ("unit: weeks, from: 0, to: 520", "unit: weeks, from: 0, to: 520, places: 1", {"duration": "loosened"}),
    ("{plain: plain, odd: odd, other: other}", "{plain: plain, odd: odd, other: other, new: new}", {
        "plain": "loosened", "limit": "loosened",
    }),
    ("{a: a, b: b, c: c}", "{a: a, b: b}", {"shown": "tightened"}),
    ("{fever: fever, rash: rash}", "{fever: fever, rash: rash, pain: pain}", {"sound": "changed", "asked": "loosened"}),
    ("up_to: 40", "up_to: 2", {"limit": "tightened", "helpful": "tightened"}),
    ('"1990-01-01", to', '"2026-01-01", to', {"limit": "tightened", "helpful": "tightened"}),
    ("unit: visits\n", "unit: visits\n      unique: [day]\n", {"limit": "tightened", "helpful": "tightened"}),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "expected"), FACTS, ids=[f"{row[1][:40]}" for row in FACTS])
def test_a_fact_that_states_more_or_less_moves_what_reads_it(
    before: str, after: str, expected: dict[str, Kind]
) -> None:
    found = difference(policy(SMALL, "1.0.0"), policy(changed((before, after))))
    assert kinds(found) == expected
    assert [entry for entry in found.entries if entry.table == "facts" and entry.meaning]
    shows(found)


def test_a_fact_of_another_kind_is_another_fact() -> None:
    text = changed(
        ('{type: note, ask: "Where is the report?"}', '{type: choice, of: {a1: a, b1: b}, ask: "Which?"}'),
        ("[report, {levels", "[{report: documented}, {levels"), ("allergic, report, {signs", "allergic, {signs"),
        ("      report: p. 1\n", "      report: a1\n"),
    )  # fmt: skip
    found = difference(policy(SMALL, "1.0.0"), policy(text))
    assert kinds(found) == {"shown": "changed", "asked": "loosened"}
    assert "report (before)" in json.dumps([one(found, "shown").shown[way].request for way in ("tighter", "looser")])


# ---------------------------------------------------------------- the shipped policies


def shipped(key: str, report: Report | None = None) -> Policy:
    id, _, version = key.partition("@")
    read = read_policy(Path(f"policies/{id}/{version}.yaml"), report or Report())
    assert read is not None
    return read


def test_injections_differ_as_the_two_guides_do() -> None:
    """A combination of treatments is asked for no more, and contraindications are; all else is other words."""
    report = Report()
    found = changes_agree(shipped("esi@1.0.0", report), shipped("esi@6.0.0", report), report)
    assert not report.found, as_text(report)
    assert {id: kind for id, kind in kinds(found).items() if kind != "reworded"} == {
        "conservative-care": "loosened",
        "contraindications": "added",
    }
    tighter, looser = found.outcomes["tighter"].shown, found.outcomes["looser"].shown
    assert tighter is not None and [turn.criterion for turn in tighter.turns] == ["contraindications"]
    assert looser is not None and [turn.criterion for turn in looser.turns] == ["conservative-care"]
    assert (looser.before, looser.after) == ("not met", "ready")
    shows(found)


def test_stimulators_differ_in_advice_alone() -> None:
    report = Report()
    found = changes_agree(shipped("scs@1.0.0", report), shipped("scs@6.0.0", report), report)
    assert not report.found, as_text(report)
    assert {id: kind for id, kind in kinds(found).items() if kind != "reworded"} == {"percutaneous-code": "added"}
    assert not any(outcome.shown for outcome in found.outcomes.values())


def test_a_program_is_compared_by_what_is_in_scope() -> None:
    old = shipped("wiser@6.0.0")
    payer = next(c for c in old.criteria if c.id == "payer")
    new = replace(old, version="6.0.1", criteria=tuple(c for c in old.criteria if c is not payer))
    found = difference(old, new)
    assert kinds(found) == {"payer": "removed"}
    shown = found.outcomes["looser"].shown
    assert shown is not None
    assert shown.before in ("out of scope", "cannot tell yet") and shown.after == "in scope"
    assert found.outcomes["tighter"].shown is None


def test_codes_clocks_and_states_are_compared() -> None:
    old = shipped("esi@6.0.0")
    clock, *clocks = old.clocks
    assert isinstance(clock.due, Shifted)
    new = replace(
        old, version="6.0.1", codes=old.codes[1:], states=(replace(old.states[0], mac="CGS"), *old.states[1:]),
        clocks=(replace(clock, due=replace(clock.due, days=9)), *clocks),
    )  # fmt: skip
    entries = {(entry.table, entry.name, entry.what) for entry in difference(old, new).entries}
    assert entries == {("codes", "62321", ""), ("clocks", clock.id, "due"), ("states", "AZ", "MAC")}


# ---------------------------------------------------------------- random policies


RANDOM = settings(
    max_examples=30,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def versions(data: st.DataObject) -> tuple[Policy, Policy]:
    """Two policies: with the same criteria under other ids, or with other facts and criteria of the same names."""
    old = data.draw(policies())
    if data.draw(st.booleans()):
        names = data.draw(st.permutations([criterion.id for criterion in old.criteria]))
        criteria = tuple(replace(c, id=id) for c, id in zip(old.criteria, names, strict=True))
        return old, replace(old, version="2.0.0", criteria=criteria)
    new = data.draw(policies())
    return replace(old, program=False), replace(new, version="2.0.0", program=False)


@RANDOM
@given(st.data())
def test_tighter_one_way_is_looser_the_other_way(data: st.DataObject) -> None:
    old, new = versions(data)
    there, back = difference(old, new), difference(new, old)
    mirrored = {"tightened": "loosened", "loosened": "tightened", "added": "removed", "removed": "added"}
    assert {(c.criterion.id, mirrored.get(c.kind, c.kind)) for c in there.changes if not c.moved} == {
        (c.criterion.id, c.kind) for c in back.changes if not c.moved
    }
    assert bool(there.outcomes["tighter"].shown) == bool(back.outcomes["looser"].shown)
    assert bool(there.outcomes["looser"].shown) == bool(back.outcomes["tighter"].shown)
    json.dumps(as_data(there))
    assert in_text(there) and as_markdown(there)


@looked({"a way was taken": 30, "none was": 30})
@RANDOM
@given(st.data())
def test_no_request_shows_a_way_that_is_not_taken(seen: Counter[str], data: st.DataObject) -> None:
    """What is said to be proven holds on random requests of either version."""
    old, new = versions(data)
    found = difference(old, new)
    both = compare_criterion.BothVersions(old, new)
    for side in (both.old, both.new):
        for _ in range(3):
            request = side.shared(data.draw(requests(side.policy)))
            for change in found.changes:
                if change.old and change.new and not change.limits and not change.unknown:
                    pair = compare_criterion.CriterionPair(both, change.old, change.new)
                    ways = {way for way in ("tighter", "looser") if pair.loses(way, compare_criterion.AT_ALL, request)}
                    assert ways <= set(change.shown)
                    seen["a way was taken" if ways else "none was"] += 1


# ---------------------------------------------------------------- what a version says of itself


def noted(note: str, *edits: tuple[str, str]) -> Report:
    """The findings about a note in the second of two versions."""
    report = Report()
    text = changed(*edits).replace("sources:", f"{note}\nsources:", 1)
    changes_agree(policy(SMALL, "1.0.0", report), policy(text, "2.0.0", report), report)
    return report


@pytest.mark.parametrize(
    ("note", "edits", "expected"),
    [
        pytest.param('changes: {from: "1.0.0"}', [], [], id="nothing"),
        pytest.param('changes: {from: "1.0.0", stricter: [duration]}', [STRICTER], [], id="declared"),
        pytest.param(
            'changes: {from: "1.0.0", stricter: [duration], reworded: [limit]}', [STRICTER, TITLE], [], id="two"
        ),
        pytest.param('changes: {from: "0.9.0"}', [STRICTER], [], id="of another version"),
        pytest.param('changes:\n  from: "1.0.0"', [STRICTER], [("undeclared-change", 6, 1)], id="undeclared"),
        pytest.param('changes: {from: "1.0.0"}', [TITLE], [("undeclared-change", 6, 1)], id="undeclared words"),
        pytest.param('changes:\n  from: "1.0.0"\n  looser: [care]', [], [("absent-change", 8, 12)], id="absent"),
        pytest.param('changes:\n  from: "1.0.0"\n  removed: [gone]', [], [("absent-change", 8, 13)], id="never there"),
        pytest.param(
            'changes:\n  from: "1.0.0"\n  looser: [duration]', [STRICTER],
            [("undeclared-change", 6, 1), ("absent-change", 8, 12)], id="the wrong way",
        ),
        pytest.param(
            'changes:\n  from: "1.0.0"\n  reworded: [duration]', [STRICTER],
            [("undeclared-change", 6, 1), ("absent-change", 8, 14)], id="not words alone",
        ),
        pytest.param(
            'changes: {from: "1.0.0", stricter: [duration], looser: [duration]}',
            [("at_least: 4 weeks", "at_most: 4 weeks")], [], id="changed",
        ),
        pytest.param('changes: {from: "1.0.0", moved: [long]}', [("  duration:", "  long:")], [], id="renamed"),
        pytest.param('changes: {from: "1.0.0"}', [("  duration:", "  long:")], [("undeclared-change", 6, 1)], id="m"),
    ],
)  # fmt: skip
def test_a_note_says_what_changed_and_no_more(
    note: str, edits: list[tuple[str, str]], expected: list[tuple[str, int, int]]
) -> None:
    report = noted(note, *edits)
    assert [(found.code, found.span.line, found.span.column) for found in report.sorted()] == expected


def test_an_undeclared_change_shows_the_words_of_both_and_a_request() -> None:
    (found,) = noted('changes: {from: "1.0.0"}', STRICTER).found
    assert found.message == "`duration` is stricter than in 1.0.0, and this does not say so"
    assert [span.file for span, _ in found.related] == ["policies/demo/1.0.0.yaml", "policies/demo/2.0.0.yaml"]
    assert found.notes[0].startswith(
        "met before and not met now: as the example “A complete chart”, but weeks: 4 weeks"
    )
    assert "answer before: 4 weeks or more; now: 5 weeks or more" in found.notes


def test_the_note_to_paste_is_the_one_that_agrees() -> None:
    edits = [STRICTER, TITLE, ("  plain: {", "  kind-is-plain: {"), ("{signs: none}", "{signs: {none_of: [fever]}}")]
    note = note_of(difference(policy(SMALL, "1.0.0"), policy(changed(*edits))))
    assert note == (
        'changes:\n  from: "1.0.0"\n  moved: [kind-is-plain]\n  stricter: [duration]\n  looser: [sound]\n'
        "  reworded: [limit]\n"
    )
    assert not noted(note.rstrip(), *edits).found
