"""Mutation: every slip an author could make is noticed, or the missing example is shown and notices it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from command_line import run
from drafts import composed, placed
from floors import looked
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from strategies_of_policies import policies
from wiser_compiler.commands.mutate import refused
from wiser_compiler.core.case import read_case
from wiser_compiler.core.model import Criterion, Example, Policy
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.library import documents, read_documents
from wiser_compiler.printers import as_text
from wiser_compiler.proof.answers import Answer
from wiser_compiler.proof.equality import differ
from wiser_compiler.proof.mutation.missing import missing_example, text, written
from wiser_compiler.proof.mutation.mutants import meaning, mutants
from wiser_compiler.proof.mutation.mutate import (
    KILLED,
    SURVIVED,
    Differ,
    ReadExample,
    Settled,
    Suite,
    Validator,
    settle,
    settled,
)
from wiser_compiler.proof.mutation.scores import Score, by_example, read_records, score_of
from wiser_compiler.proof.mutation.slips import OPERATORS
from wiser_compiler.proof.strategies import requests
from wiser_compiler.reading.reader import read_policy

ROOT = Path(__file__).parents[2]
SHIPPED = {
    document.key: document
    for document in read_documents(documents(ROOT / "policies", Report()), Report())
    if document.policy is not None
}
every_shipped = pytest.mark.parametrize("key", SHIPPED)


def shipped(key: str) -> Policy:
    policy = SHIPPED[key].policy
    assert policy is not None
    return policy


def policy_with(change: str, folder: Path, cases: Sequence[str] = ()) -> Policy:
    """The small policy of the bad files with a change and further examples, read without a finding."""
    document = composed(change)
    if cases:
        base = "    expect: ready\n"
        assert document.count(base) == 1
        document = document.replace(base, base + "  cases:\n" + "\n".join(cases) + "\n")
    report = Report()
    policy = read_policy(placed(document.encode(), folder), report)
    assert policy is not None and not report.found, as_text(report)
    return policy


def ends_of(policy: Policy, id: str = "at-hand", differ: Differ = differ) -> list[Settled]:
    """How the mutants of one criterion ended."""
    suite = Suite(policy)
    found = [mutant for mutant in mutants(policy) if id in (change.before.id for change in mutant.changes)]
    return [settle(suite, mutant, differ, refused) for mutant in found]


# ---------------------------------------------------------------- the slips

SLIPS = {
    'require: {pain_duration: {at_least: 4 weeks, quote: "at least 4 weeks"}}': """
        bound: at least 4 weeks becomes at least 3 weeks
        bound: at least 4 weeks becomes at least 5 weeks
        strictness: at least 4 weeks becomes more than 4 weeks
        direction: at least 4 weeks becomes at most 4 weeks
    """,
    # No bound outside of the range of its fact: the language takes none.
    "require: {pain_duration: {more_than: 0 weeks}}": """
        bound: more than 0 weeks becomes more than 1 week
        strictness: more than 0 weeks becomes at least 0 weeks
        direction: more than 0 weeks becomes less than 0 weeks
    """,
    "require: {pain_duration: {is: 4 weeks}}": """
        bound: exactly 4 weeks becomes exactly 3 weeks
        bound: exactly 4 weeks becomes exactly 5 weeks
        exactness: exactly 4 weeks becomes at least 4 weeks
        exactness: exactly 4 weeks becomes at most 4 weeks
    """,
    # That the baseline is above 0 nobody wrote, so nobody can have it wrong.
    "require: {pain_after: {fell_from: pain_before, by_at_least: 50 percent}}": """
        bound: at least 50 percent becomes at least 49 percent
        bound: at least 50 percent becomes at least 51 percent
        strictness: at least 50 percent becomes more than 50 percent
        direction: at least 50 percent becomes at most 50 percent
        direction: pain after fell from pain before becomes pain after rose from pain before
    """,
    "require: {pain_after: {at_most: 25 percent of pain_before}}": """
        bound: at most 25 percent becomes at most 24 percent
        bound: at most 25 percent becomes at most 26 percent
        strictness: at most 25 percent becomes less than 25 percent
        direction: at most 25 percent becomes at least 25 percent
    """,
    'require: {imaging_date: {on_or_after: "2026-01-01"}}': """
        bound: imaging date on or after 2026-01-01 becomes imaging date on or after 2025-12-31
        bound: imaging date on or after 2026-01-01 becomes imaging date on or after 2026-01-02
        strictness: imaging date on or after 2026-01-01 becomes imaging date after 2026-01-01
        direction: imaging date on or after 2026-01-01 becomes imaging date on or before 2026-01-01
    """,
    "require: {imaging_date: {on_or_after: 12 months before service_date}}": """
        bound: 12 months before service date becomes 11 months before service date
        bound: 12 months before service date becomes 13 months before service date
        strictness: imaging date on or after 12 months before service date
            becomes imaging date after 12 months before service date
        direction: imaging date on or after 12 months before service date
            becomes imaging date on or before 12 months before service date
        direction: 12 months before service date becomes 12 months after service date
        unit: 12 months before service date becomes 12 days before service date
        unit: 12 months before service date becomes 12 weeks before service date
        unit: 12 months before service date becomes 12 years before service date
        unit: 12 months before service date becomes 365 days before service date
        window: 12 months before service date becomes 12 months before service date, a day earlier
        window: 12 months before service date becomes 12 months before service date, a day later
        other date: 12 months before service date becomes 12 months before received date
        other date: 12 months before service date becomes 12 months before imaging date
    """,
    "require: {at_least: 2, of: [care_failed, imaging, {sedation: {is: deep}}]}": """
        count: at least 2 becomes at least 1
        count: at least 2 becomes at least 3
        part: with care failed: yes becomes without it
        part: with imaging stated becomes without it
        part: with sedation: deep sedation becomes without it
        negation: care failed: yes becomes care failed: no
        choice: sedation: deep sedation becomes sedation: moderate sedation
        choice: sedation: deep sedation becomes sedation: no sedation
    """,
    # All and any of two are the ends: there is no count between them. No two answers of a choice hold together.
    "require: {any: [care_failed, {sedation: {one_of: [none, deep]}}]}": """
        all or any: any of (care failed: yes; any of (sedation: no sedation; sedation: deep sedation))
            becomes all of (care failed: yes; any of (sedation: no sedation; sedation: deep sedation))
        part: with care failed: yes becomes without it
        part: with any of (sedation: no sedation; sedation: deep sedation) becomes without it
        part: with sedation: no sedation becomes without it
        part: with sedation: deep sedation becomes without it
        negation: care failed: yes becomes care failed: no
        choice: sedation: no sedation becomes sedation: moderate sedation
        choice: sedation: deep sedation becomes sedation: moderate sedation
    """,
    "require: {symptoms: {none_of: [numbness]}}": """
        negation: symptoms without numbness becomes symptoms includes numbness
        choice: symptoms includes numbness becomes symptoms includes weakness
    """,
    "require: {some: prior_sessions, where: session_helped}": """
        every or some: some of the prior sessions becomes every one of the prior sessions
        filter: prior sessions where session helped: yes becomes all prior sessions
        negation: session helped: yes becomes session helped: no
    """,
    "require:\n  every: prior_sessions\n  where: {session_date: {before: service_date}}\n  has: session_helped\n"
    "  if_none: met": """
        every or some: every one of the prior sessions becomes some of the prior sessions
        every or some: met if there are no prior sessions becomes not met if there are none
        filter: prior sessions where session date before service date becomes all prior sessions
        strictness: session date before service date becomes session date on or before service date
        direction: session date before service date becomes session date after service date
        negation: session helped: yes becomes session helped: no
    """,
    "require: {every: prior_sessions, has: session_helped, if_none: not met}": """
        every or some: every one of the prior sessions becomes some of the prior sessions
        every or some: not met if there are no prior sessions becomes met if there are none
        negation: session helped: yes becomes session helped: no
    """,
    "require: {count: prior_sessions, plus: planned_sessions, at_most: 4 sessions}": """
        bound: at most 4 sessions becomes at most 3 sessions
        bound: at most 4 sessions becomes at most 5 sessions
        strictness: at most 4 sessions becomes less than 4 sessions
        direction: at most 4 sessions becomes at least 4 sessions
        part: the number of prior sessions plus planned sessions becomes the number of prior sessions
    """,
    "require: {imaging_date: {after: last}}\nvalues:\n  last: {latest: session_date, of: prior_sessions}\n": """
        strictness: imaging date after last becomes imaging date on or after last
        direction: imaging date after last becomes imaging date before last
        first or last: latest becomes earliest
    """,
    "require: {levels: {within: broken}}\nfacts:\n  More:\n"
    "    broken: {type: set, of: [L4-L5, L5-S1], unit: levels, ask: Which?}\n": """
        direction: levels within broken becomes broken within levels
    """,
    "require: {stage: {at_least: stage_1}}\nfacts:\n  More:\n"
    "    stage: {type: choice, of: [stage_0, stage_1, stage_2], ordered: yes, ask: Which?}\n": """
        bound: any of (stage: stage_1; stage: stage_2) becomes any of (stage: stage_0; stage: stage_1; stage: stage_2)
        bound: any of (stage: stage_1; stage: stage_2) becomes stage: stage_2
    """,
    "require: {pain_after: {fell_from: pain_before, by_at_least: 4 points}}": """
        bound: at least 4 points becomes at least 3 points
        bound: at least 4 points becomes at least 5 points
        direction: at least 4 points becomes at most 4 points
        strictness: at least 4 points becomes more than 4 points
    """,
    "require: {sum: [pain_before, pain_after], at_least: 4 points}": """
        bound: at least 4 points becomes at least 3 points
        bound: at least 4 points becomes at least 5 points
        direction: at least 4 points becomes at most 4 points
        strictness: at least 4 points becomes more than 4 points
    """,
    "require: {latest: session_date, of: prior_sessions, has: session_helped, if_none: met}": """
        every or some: every one of the prior sessions becomes some of the prior sessions
        every or some: met if there are no prior sessions becomes not met if there are none
        exactness: session date on latest session date becomes session date on or after latest session date
        exactness: session date on latest session date becomes session date on or before latest session date
        filter: prior sessions where session date on latest session date becomes all prior sessions
        first or last: latest becomes earliest
        negation: session helped: yes becomes session helped: no
    """,
    "require: {imaging: documented, unless: care_failed}": """
        all or any: any of (imaging stated; care failed: yes) becomes all of (imaging stated; care failed: yes)
        negation: care failed: yes becomes care failed: no
        part: with care failed: yes becomes without it
        part: with imaging stated becomes without it
    """,
    "require: imaging\nunless: care_failed\napplies_when: {sedation: {is: moderate}}": """
        exception: unless care failed: yes becomes nothing
        applicability: applies when sedation: moderate sedation becomes nothing
        negation: care failed: yes becomes care failed: no
        choice: sedation: moderate sedation becomes sedation: no sedation
        choice: sedation: moderate sedation becomes sedation: deep sedation
    """,
}  # fmt: skip


def listed(lines: str) -> list[str]:
    """One slip on each line; a long one has its second half on the next."""
    return sorted(line.strip() for line in re.sub(r"\n +becomes", " becomes", lines).strip().splitlines())


@pytest.mark.parametrize("change", SLIPS)
def test_the_slips_of_a_test_are_those_an_author_could_make(change: str, tmp_path: Path) -> None:
    found = [
        f"{mutant.operator}: {mutant.words}"
        for mutant in mutants(policy_with(change, tmp_path))
        if mutant.changes[0].before.id == "at-hand"
    ]
    assert sorted(found) == listed(SLIPS[change])


def test_every_operator_is_shown_here() -> None:
    shown = {line.partition(": ")[0] for lines in SLIPS.values() for line in listed(lines)}
    assert shown == set(OPERATORS)


@every_shipped
def test_every_mutant_of_a_shipped_policy_says_something_else_and_none_comes_twice(key: str) -> None:
    seen = set()
    for mutant in mutants(shipped(key)):
        before = [meaning(change.before) for change in mutant.changes]
        after = [meaning(change.after) for change in mutant.changes]
        assert before != after
        seen.add(tuple((change.before.id, meaning(change.after)) for change in mutant.changes))
    assert len(seen) == len(mutants(shipped(key)))


def test_a_slip_in_a_named_condition_changes_every_criterion_that_names_it() -> None:
    slips = [mutant for mutant in mutants(shipped("esi@6.0.0")) if mutant.words == "latest becomes earliest"]
    assert [[change.before.id for change in mutant.changes] for mutant in slips] == [
        ["repeat-response", "past-92-days", "fourteenth-day"]
    ]


def test_a_slip_stands_on_the_line_where_it_would_be_written() -> None:
    policy = shipped("esi@6.0.0")
    lines = (ROOT / "policies/esi/6.0.0.yaml").read_text("utf-8").splitlines()
    (found,) = [m for m in mutants(policy) if m.words == "at most 2 levels becomes at most 3 levels"]
    assert lines[found.span.line - 1][found.span.column - 1 :].startswith("count: planned_levels, at_most: 2 levels")


# ---------------------------------------------------------------- what notices them

QUOTED = 'require: {pain_duration: {at_least: 4 weeks, quote: "at least 4 weeks"}}'


def test_an_example_on_each_side_of_an_edge_notices_slips_in_it(tmp_path: Path) -> None:
    cases = [
        "    - {name: Four weeks, change: {pain_duration: 4 weeks}, expect: {at-hand: met}}",
        "    - {name: Three weeks, change: {pain_duration: 3 weeks}, expect: {at-hand: not met}}",
    ]
    policy = policy_with(QUOTED, tmp_path, cases)
    ends = {end.words: (end.end, end.by) for end in ends_of(policy)}
    three, four = (f"{example.name} (line {example.span.line})" for example in reversed(policy.examples[1:]))
    assert ends == {
        "at least 4 weeks becomes more than 4 weeks": ("example", four),
        "at least 4 weeks becomes at least 5 weeks": ("example", four),
        "at least 4 weeks becomes at least 3 weeks": ("example", three),
        "at least 4 weeks becomes at most 4 weeks": ("example", three),
    }


def test_quoted_words_notice_what_no_example_does(tmp_path: Path) -> None:
    ends = {end.words: end for end in ends_of(policy_with(QUOTED, tmp_path))}
    assert {words: end.end for words, end in ends.items()} == {
        "at least 4 weeks becomes more than 4 weeks": "words",
        "at least 4 weeks becomes at least 5 weeks": "words",
        "at least 4 weeks becomes at least 3 weeks": "words",
        "at least 4 weeks becomes at most 4 weeks": "example",
    }
    assert all(end.contradicted for end in ends.values())
    assert ends["at least 4 weeks becomes at least 5 weeks"].by == (
        "the quote says at least 4 weeks, and the bound says at least 5 weeks"
    )


def test_a_reading_may_turn_a_comparison_and_not_a_number(tmp_path: Path) -> None:
    reading = QUOTED.replace('"}', '", reading: {Q1: "The first day of the week counts."}}') + (
        '\nquestions:\n  Q1: {ask: "Which day?"}\n'
    )
    ends = {end.words: end.contradicted for end in ends_of(policy_with(reading, tmp_path))}
    assert ends == {
        "at least 4 weeks becomes more than 4 weeks": False,
        "at least 4 weeks becomes at most 4 weeks": False,
        "at least 4 weeks becomes at least 5 weeks": True,
        "at least 4 weeks becomes at least 3 weeks": True,
    }


def test_a_lint_notices_a_test_of_nothing(tmp_path: Path) -> None:
    change = (
        "require: {none: [{imaging_date: {before: last}}]}\napplies_when: {some: prior_sessions}\n"
        "values:\n  last: {latest: session_date, of: prior_sessions}\n"
    )
    bare = replace(policy_with(change, tmp_path), examples=())
    (end,) = [end for end in ends_of(bare) if end.operator == "applicability"]
    assert end.end == "proof"
    assert end.by.startswith("`last` may not exist")


def test_a_proof_notices_a_test_that_can_never_be_met(tmp_path: Path) -> None:
    bare = replace(policy_with("require: {pain_duration: {more_than: 0 weeks}}", tmp_path), examples=())
    ends = {end.words: end.end for end in ends_of(bare)}
    assert ends == {
        "more than 0 weeks becomes at least 0 weeks": "proof",
        "more than 0 weeks becomes less than 0 weeks": "proof",
        "more than 0 weeks becomes more than 1 week": "survivor",
    }


def test_what_says_the_same_is_proven_and_not_counted(tmp_path: Path) -> None:
    change = "require: {any: [{pain_duration: {at_least: 4 weeks}}, {pain_duration: {more_than: 2 weeks}}]}"
    (end,) = [end for end in ends_of(policy_with(change, tmp_path)) if end.words.endswith("at least 5 weeks")]
    assert end.end in ("equivalent", "equivalent within limits")
    assert score_of([end]).percent == 100


def test_what_the_solver_cannot_tell_is_no_kill(tmp_path: Path) -> None:
    def silent(policy: Policy, old: Sequence[Criterion], new: Sequence[Criterion]) -> Answer:
        return Answer("unknown", reason="it took too long")

    policy = policy_with("require: {pain_duration: {at_least: 4 weeks}}", tmp_path)
    ends = ends_of(policy, differ=silent)
    assert {end.by for end in ends if end.end == "unknown"} == {"it took too long"}
    assert score_of(ends).percent < 100


WEAK = """
require:
  - any: [care_failed, {pain_duration: {at_least: 4 weeks}}]
  - symptoms: {none_of: [weakness]}
  - sedation: {one_of: [none, moderate]}
  - {count: prior_sessions, where: {session_date: {after: 12 months before service_date}}, at_most: 2 sessions}
  - levels: {includes: L4-L5}
unless: {imaging_date: {before: "2026-01-01"}}
"""


def test_the_missing_examples_can_be_pasted_lint_clean_and_notice_every_slip(tmp_path: Path) -> None:
    weak = policy_with(WEAK, tmp_path)
    left = [end for end in ends_of(weak) if end.end in SURVIVED]
    assert len(left) > 20
    strong = policy_with(WEAK, tmp_path, [some[0].example for some in by_example(left)])
    report = Report()
    list(read_documents([tmp_path / "draft/1.0.0.yaml"], report))
    assert {finding.code for finding in report.found} <= {"unsupported-bound", "unused-name"}, as_text(report)
    assert score_of(ends_of(strong)).percent == 100


def test_an_example_that_is_taken_out_is_missed() -> None:
    policy = shipped("cervical_fusion@6.0.0")
    kept = tuple(example for example in policy.examples if example.name != "A slip of exactly 3.5 mm is flagged")
    weaker = replace(policy, examples=kept)
    left = [end for end in ends_of(weaker, "measured-instability") if end.end not in KILLED]
    assert [end.words for end in left] == [
        "more than 3.5 mm becomes at least 3.5 mm",
        "more than 3.5 mm becomes more than 3.4 mm",
    ]
    assert all("measured-instability: not met" in end.example for end in left)


# ---------------------------------------------------------------- the compiled mutant


@looked({"mutants": 25})
@settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.data())
def test_the_compiled_mutant_says_what_the_mutant_means(seen: Counter[str], data: st.DataObject) -> None:
    policy = data.draw(policies())
    found = mutants(policy)
    for mutant in data.draw(st.lists(st.sampled_from(found), max_size=4)) if found else ():
        validator = Validator(policy, [change.after for change in mutant.changes])
        seen["mutants"] += 1
        for _ in range(3):
            request = data.draw(requests(policy))
            case, problems = read_case(policy.facts, request)
            assert not problems
            validator.answers(ReadExample(Example("any", request), case, {}))  # raises where they disagree


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks Linux which processes there are")
def test_a_command_that_is_killed_leaves_no_process_behind() -> None:
    command = [sys.executable, "-m", "wiser_compiler", "mutate", "cervical_fusion", "--policies", ROOT / "policies"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while process.poll() is None and len(workers := children.read_text().split()) < 2:
        time.sleep(0.05)
    assert process.poll() is None
    process.kill()
    process.wait()
    ends = time.monotonic() + 20
    while any(map(is_running, workers)) and time.monotonic() < ends:
        time.sleep(0.05)
    assert not any(map(is_running, workers))


def is_running(process: str) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False


# ---------------------------------------------------------------- scores and records


@every_shipped
def test_every_shipped_policy_has_its_score_and_it_is_100(key: str) -> None:
    record = read_records(ROOT / "policies")[key]
    assert record.fingerprint == SHIPPED[key].fingerprint, "run `wiser mutate --record`, then `make build`"
    assert record.score.percent == 100
    assert record.score.count() == len(mutants(shipped(key)))


def test_a_record_is_what_mutation_finds() -> None:
    ends = [end for _, some in settled([shipped("cervical_fusion@6.0.0")], differ, refused) for end in some]
    assert read_records(ROOT / "policies")["cervical_fusion@6.0.0"].score == score_of(ends)


def test_the_page_of_scores_is_up_to_date() -> None:
    result = run("mutate", "--page", "--policies", ROOT / "policies")
    assert (ROOT / "docs/mutation.md").read_text("utf-8") == result.output, "run `make build`"


def test_a_score_of_100_leaves_nothing_out() -> None:
    assert Score({"bound": {"example": 1999, "survivor": 1}}).percent == 99.9
    assert Score({"bound": {"example": 1, "equivalent": 1}}).percent == 100
    assert Score({"bound": {"example": 1, "unknown": 1}}).percent == 50
    assert Score({}).percent == 100


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program and the smallest policy."""
    for name in ("common", "wiser", "cervical_fusion"):
        shutil.copytree(ROOT / "policies" / name, tmp_path / "policies" / name)
    shutil.copy(ROOT / "policies/proof.json", tmp_path / "policies")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_manifest_has_the_score_of_the_very_document(project: Path) -> None:
    def scores() -> dict[str, object]:
        assert run("build").exit_code == 0
        manifest = json.loads((project / "generated/MANIFEST.json").read_text("utf-8"))
        return {entry["policy"]: entry["mutation"] for entry in manifest["policies"]}

    scored = scores()
    recorded = read_records(project / "policies")
    assert scored == {id: recorded[f"{id}@6.0.0"].score.as_json() for id in ("cervical_fusion", "wiser")}
    path = project / "policies/cervical_fusion/6.0.0.yaml"
    path.write_text(path.read_text("utf-8").replace("11 degrees are", "eleven degrees are"), "utf-8")
    assert scores() == {**scored, "cervical_fusion": None}


def test_the_command_shows_what_is_missed_and_records_it(project: Path) -> None:
    path = project / "policies/cervical_fusion/6.0.0.yaml"
    gone = """    - name: Head drop syndrome is enough
      change: {pseudarthrosis: no, deformities: {head_drop: yes, others: no}}
      expect: {indication: met, measured-instability: not applicable}
"""
    document = path.read_text("utf-8")
    assert gone in document
    path.write_text(document.replace(gone, ""), "utf-8")
    before = read_records(project / "policies")
    result = run("mutate", "cervical_fusion", "--record")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[:4] == [
        "cervical_fusion@6.0.0: 188 mutants, 187 killed (187 by examples, 0 by words alone, 0 by proofs), "
        "0 equivalent, 1 not noticed: 99.4 %",
        "policies/cervical_fusion/6.0.0.yaml:165:26: with deformities includes head drop syndrome becomes without it "
        "(indication)",
        "  no example notices; with the verdict of today, which only the source can confirm:",
        '    - name: "Deformities head drop syndrome, pseudarthrosis no"',
    ]
    assert lines[-1] == "      expect: {indication: met}"
    after = read_records(project / "policies")
    assert after["wiser@6.0.0"] == before["wiser@6.0.0"]
    assert after["cervical_fusion@6.0.0"].score.percent < 100


def test_wrong_usage_is_said(project: Path) -> None:
    result = run("mutate", "cervical_fusio")
    assert result.exit_code == 2
    assert "there is no policy cervical_fusio; known are cervical_fusion@6.0.0, wiser@6.0.0" in result.output
    (project / "policies/proof.json").write_text('{"wiser@6.0.0": 3}')
    for command in ("mutate", "build"):
        result = run(command)
        assert result.exit_code == 2
        assert "proof.json is damaged" in result.output


# ---------------------------------------------------------------- examples as they are written


def test_values_are_written_as_an_author_writes_them() -> None:
    policy = shipped("esi@6.0.0")
    base = policy.examples[0].request
    facts = {fact.name: fact for fact in policy.facts}
    expected = {
        "codes": '["64483"]',
        "service_date": '"2026-04-29"',
        "pain_duration": "30 weeks",
        "planned_sessions": "1 session",
        "history": "p. 2",
        "causes": "{herniation: yes, others: no}",
        "programs": "none",
        "acute_zoster_pain": "no",
        "planned_levels": "[L4-L5]",
        "response_scale": "odi",
    }
    assert {name: written(facts[name], base[name]) for name in expected} == expected
    rows = [{"session_date": "2026-01-10", "levels": ["S1"], "medication": "other_steroid"}]
    assert written(facts["prior_sessions"], rows) == (
        '[{session_date: "2026-01-10", levels: [S1], medication: other_steroid}]'
    )
    assert written(facts["causes"], {"herniation": False, "osteophytes": True}) == "{herniation: no, osteophytes: yes}"
    assert written(facts["causes"], dict.fromkeys(("herniation", "osteophytes", "degeneration"), True)) == "all"


@pytest.mark.parametrize(
    "words, said",
    [("p. 2", "p. 2"), ("no", '"no"'), ("64483", '"64483"'), ("a: b", '"a: b"'), ("“x” # y", '"“x” # y"'), ("", '""')],
)
def test_a_text_is_quoted_where_yaml_would_misread_it(words: str, said: str) -> None:
    assert text(words) == said


def test_an_example_says_only_what_differs_from_the_base() -> None:
    policy = shipped("cervical_fusion@6.0.0")
    request = {**policy.examples[0].request, "limits": {"walking": True}}
    del request["tumor"]
    assert missing_example(policy, "Only walking", request, {"indication": "met"}).splitlines() == [
        "    - name: Only walking",
        "      change: {limits: {walking: yes}}",
        "      without: [tumor]",
        "      expect: {indication: met}",
    ]


def test_an_example_is_told_by_the_base_it_is_nearest_to() -> None:
    policy = shipped("cervical_fusion@6.0.0")
    first = policy.examples[0]
    route = {**first.request, "limits": {"walking": True}}
    del route["tumor"]
    bases = (*policy.examples, replace(first, name="Another route", request=route, base="second_route"))
    request = {**route, "limits": {"walking": False}}
    found = missing_example(replace(policy, examples=bases), "Not walking", request, {"indication": "missing"})
    assert found.splitlines()[1:3] == ["      base: second_route", "      change: {limits: {walking: no}}"]
