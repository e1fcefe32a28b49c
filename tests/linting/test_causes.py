"""One cause is one finding: what follows from another finding is folded beneath it, and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from drafts import BESIDE, composed, placed
from wiser_compiler.cli import wiser
from wiser_compiler.diagnostics import Diagnostic, Report, flat
from wiser_compiler.linting.library import documents, read_library
from wiser_compiler.printers import as_github, as_sarif, as_text

EXAMPLES = """examples:
  base:
    name: A request that is not urgent
    facts: {received_date: "2026-05-04", codes: ["62321"]}
    expect: incomplete
  cases:
"""
CASES = "".join(
    f"    - {{name: Pain of {weeks} weeks, change: {{pain_duration: {weeks} weeks}}, expect: incomplete}}\n"
    for weeks in range(1, 9)
)


def library(folder: Path, program: str = BESIDE["plan"], policy: str = EXAMPLES + CASES) -> Report:
    """The findings of a program, and of a policy that is part of it."""
    placed(composed(f"part_of: plan 1.0.0\n{policy}").encode(), folder)
    (folder / "plan" / "1.0.0.yaml").write_text(program, encoding="utf-8")
    (folder / "undated" / "1.0.0.yaml").unlink()
    (folder / "undated").rmdir()
    report = Report()
    read_library(documents(folder, report), report)
    return report


def codes(found: tuple[Diagnostic, ...] | list[Diagnostic]) -> list[str]:
    return sorted(finding.code for finding in found)


def replaced(old: str, new: str) -> str:
    assert BESIDE["plan"].count(old) == 1
    return BESIDE["plan"].replace(old, new)


def test_without_a_slip_nothing_is_found(tmp_path: Path) -> None:
    assert not library(tmp_path).found


TEXAS = replaced("require: {state: {is: OH}}", "require: {state: {is: TX}}")


def test_all_examples_that_disagree_at_a_test_of_the_program_follow_from_the_first_one_there(tmp_path: Path) -> None:
    report = library(tmp_path, TEXAS)
    head = next(finding for finding in report.sorted() if finding.consequences)
    assert (head.code, head.span.file) == ("wrong-outcome", (tmp_path / "plan/1.0.0.yaml").as_posix())
    assert codes(head.consequences) == ["wrong-outcome"] * 3
    assert {finding.span.file for finding in head.consequences} == {(tmp_path / "draft/1.0.0.yaml").as_posix()}
    assert codes(report.found) == ["states-differ", "states-differ", "wrong-outcome"]


def test_an_example_follows_from_what_is_wrong_at_its_test(tmp_path: Path) -> None:
    test = 'require: {pain_duration: {at_least: 5 weeks, quote: "at least 4 weeks"}}\n'
    case = "    - name: Four weeks\n      change: {pain_duration: 4 weeks}\n      expect: {at-hand: met}\n"
    (found,) = library(tmp_path, policy=test + EXAMPLES + case).found
    assert (found.code, codes(found.consequences)) == ("quote-disagrees", ["wrong-verdict"])


def test_a_policy_that_cannot_be_read_follows_from_what_is_wrong_in_its_program(tmp_path: Path) -> None:
    (found,) = library(tmp_path, replaced("{state: {is: OH}}", "{state: {iss: OH}}")).found
    assert (found.code, codes(found.consequences)) == ("unknown-word", ["unknown-program"])


def test_a_name_that_nobody_knows_is_one_finding_wherever_it_stands(tmp_path: Path) -> None:
    (found,) = library(tmp_path, policy="require: [fever, {none: [fever]}, {any: [fever, imaging]}]").found
    assert (found.code, codes(found.consequences)) == ("unknown-fact", ["unknown-fact"] * 2)


def test_a_disagreeing_example_names_the_fact_that_it_has_of_the_program(tmp_path: Path) -> None:
    report = library(tmp_path, TEXAS)
    inherited = "`state` is OH here, because the base example of plan@1.0.0 states it"
    for finding in flat(report.found):
        of_policy = finding.code == "wrong-outcome" and "/draft/" in finding.span.file
        assert any(note.startswith(inherited) for note in finding.notes) is of_policy, finding


def test_a_fact_that_an_example_states_itself_is_not_inherited(tmp_path: Path) -> None:
    own = EXAMPLES.replace('codes: ["62321"]}', 'codes: ["62321"], state: OH}')
    report = library(tmp_path, TEXAS, own)
    assert not any("base example of" in note for finding in flat(report.found) for note in finding.notes)


def test_an_example_that_states_what_the_program_states_is_told_why_it_repeats_another(tmp_path: Path) -> None:
    case = "    - name: In Ohio\n      change: {state: OH}\n      expect: incomplete\n"
    (found,) = library(tmp_path, policy=EXAMPLES + case).found
    assert found.code == "repeated-example"
    (note,) = found.notes
    assert note.startswith("`state` is OH here, because the base example of plan@1.0.0 states it")


# ---------------------------------------------------------------- how it is printed


def test_a_person_sees_the_cause_and_how_many_follow(tmp_path: Path) -> None:
    report = library(tmp_path, TEXAS)
    text = as_text(report)
    assert text.count("error[") == 3
    assert text.index("wrong-outcome") < text.index("states-differ")
    assert "and 3 findings that follow from it, shown by `wiser lint --all`" in text
    assert "6 errors (3 consequences included) in 2 files" in text
    assert as_text(report, everything=True).count("error[") == report.errors == 6


def test_every_finding_reaches_programs(tmp_path: Path) -> None:
    report = library(tmp_path, TEXAS)
    results = json.loads(as_sarif(report))["runs"][0]["results"]
    followed = [r for r in results if "follows from" in str(r.get("relatedLocations"))]
    assert (len(results), len(followed)) == (6, 3)
    assert "and 3 findings that follow from it" in as_github(report)


@pytest.mark.parametrize(("options", "shown"), [([], 3), (["--all"], 6)])
def test_lint_shows_what_follows_only_if_asked(options: list[str], shown: int, tmp_path: Path) -> None:
    library(tmp_path, TEXAS)
    result = CliRunner().invoke(wiser, ["lint", *options, str(tmp_path)])
    assert (result.exit_code, result.output.count("error[")) == (1, shown)


def test_lint_gives_programs_what_follows_beneath_its_cause(tmp_path: Path) -> None:
    library(tmp_path, TEXAS)
    result = CliRunner().invoke(wiser, ["lint", "--format", "json", str(tmp_path)])
    assert [len(finding["consequences"]) for finding in json.loads(result.stdout)] == [3, 0, 0]


# ---------------------------------------------------------------- what does not wait, and what comes last


def test_documents_are_compared_in_spite_of_other_findings(tmp_path: Path) -> None:
    twin = composed("require: fever").replace("policy: draft", "policy: twin")
    (tmp_path / "twin").mkdir()
    (tmp_path / "twin/1.0.0.yaml").write_text(twin, encoding="utf-8")
    later = composed('effective: {from: "2026-05-01", until: open}').replace('version: "1.0.0"', 'version: "1.1.0"')
    (tmp_path / "twin/1.1.0.yaml").write_text(later.replace("policy: draft", "policy: twin"), encoding="utf-8")
    report = library(tmp_path, policy="require: fever")
    assert codes(report.found) == ["code-taken"] * 2 + ["overlapping-versions"] + ["unknown-fact"] * 2


def test_documents_are_compared_where_their_program_has_findings(tmp_path: Path) -> None:
    policy = 'sources: {lcd: {title: "LCD L54321 in full", status: secondary}}\ncite: {lcd: page 1, guide_6: box 1}'
    program = replaced("{state: {is: OH}}", "{state: {iss: OH}}")
    found = library(tmp_path, program, policy.replace("sources: {lcd: ", "sources:\n  lcd: ").replace("}}\n", "}\n"))
    assert codes(found.found) == ["citation-differs", "unknown-word"]


def test_facts_are_not_compared_where_a_declaration_has_a_finding(tmp_path: Path) -> None:
    twin = composed(
        'facts:\n  More:\n    fever: {type: choice, of: {"yes ": odd, high: high}, ask: "Which?"}\nrequire: fever'
    )
    (tmp_path / "twin").mkdir()
    (tmp_path / "twin/1.0.0.yaml").write_text(twin.replace("policy: draft", "policy: twin"), encoding="utf-8")
    report = library(tmp_path, policy='facts:\n  More:\n    fever: "Is there fever?"\nrequire: fever')
    assert "fact-differs" not in codes(report.found)


def test_causes_come_first_and_what_may_follow_from_any_of_them_last(tmp_path: Path) -> None:
    test = 'require: {pain_duration: {at_least: 5 weeks, quote: "at least 4 weeks"}}'
    unused = f'facts:\n  Aaa:\n    fever: "Is there fever?"\n{test}\n'
    library(tmp_path, policy=unused)
    for command in (["lint", str(tmp_path)], ["prove", "--policies", str(tmp_path)]):
        text = CliRunner().invoke(wiser, command).output
        assert text.index("error[quote-disagrees]") < text.index("error[unused-name]"), text
        found = json.loads(CliRunner().invoke(wiser, [*command, "--format", "json"]).stdout)
        told = [one["code"] for one in (found if isinstance(found, list) else found["findings"])]
        assert told.index("quote-disagrees") < told.index("unused-name")


# ---------------------------------------------------------------- a service under another name


@pytest.mark.parametrize(
    ("codes", "help"),
    [
        ('["62321"]', "did you mean `spine`, which has these codes?"),
        ('["62321", "62322"]', "did you mean `spine`, which has these codes?"),
        ('["62320"]', "add the service there, with its codes"),
    ],
)
def test_a_policy_under_another_name_is_told_the_name_of_its_service(codes: str, help: str, tmp_path: Path) -> None:
    program = replaced("draft: {title: The service of the draft", "spine: {title: The service of the draft")
    program = program.replace('coverage: {East: L12345}, codes: ["62321"]', f"codes: {codes}")
    report = library(tmp_path, program)
    assert [finding.help for finding in report.found if finding.code == "codes-differ"] == [help]
