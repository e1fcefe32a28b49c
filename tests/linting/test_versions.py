"""Checks between documents: versions, codes, facts, publication, reviews; and the documents that a build may skip."""

from __future__ import annotations

import json
import os
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from command_line import ROOT, run
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.library import document_of
from wiser_compiler.reading.document import without_examples


def codes(output: str, severity: str = "error") -> list[str]:
    return [line.partition("[")[2].partition("]")[0] for line in output.splitlines() if line.startswith(f"{severity}[")]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shared words, and nothing else."""
    shutil.copytree(ROOT / "policies/common", tmp_path / "policies/common")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(
    project: Path, version: str, start: str, until: str, id: str = "demo", code: str = "00000", **changes: str
) -> Path:
    """A small policy in force from one day until another, whose base example is received on its first day."""
    path = project / f"policies/{id}/{version}.yaml"
    if not path.exists():
        assert run("new", id, "--version", version).exit_code == 0
    text = path.read_text("utf-8").replace("TODO", "really").replace("00000", code)
    # A further version begins as a copy of the newest one, with its days.
    text = re.sub(r"(?m)^effective: .*$", f"effective: {{from: {quoted(start)}, until: {quoted(until)}}}", text)
    text = re.sub('received_date: ".*"', f'received_date: "{start}"', text)
    for old, new in changes.items():
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    return path


def quoted(day: str) -> str:
    return day if day == "open" else f'"{day}"'


# ---------------------------------------------------------------- versions in time


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        pytest.param(("2026-01-05", "2026-04-24"), ("2026-04-24", "open"), [], id="one begins as the other ends"),
        pytest.param(("2026-01-05", "2026-04-25"), ("2026-04-24", "open"), ["overlapping-versions"], id="twice"),
        pytest.param(("2026-01-05", "open"), ("2026-04-24", "open"), ["overlapping-versions"], id="both open"),
        pytest.param(("2026-01-05", "2026-04-23"), ("2026-04-24", "open"), ["gap-between-versions"], id="a hole"),
        pytest.param(("2026-01-05", "2026-01-05"), ("2026-04-24", "open"), ["empty-interval"], id="never in force"),
        pytest.param(("2026-04-24", "2026-01-05"), ("2026-04-24", "open"), ["empty-interval"], id="inverted"),
    ],
)  # fmt: skip
def test_every_day_has_one_version(
    project: Path, first: tuple[str, str], second: tuple[str, str], found: list[str]
) -> None:
    write(project, "1.0.0", *first)
    write(project, "2.0.0", *second)
    result = run("lint")
    assert codes(result.output) == found
    assert result.exit_code == bool(found)


def test_the_order_of_the_versions_is_that_of_their_days(project: Path) -> None:
    write(project, "2.0.0", "2026-04-24", "2026-06-01")
    write(project, "9.0.0", "2026-01-05", "2026-04-24")
    write(project, "10.0.0", "2026-06-01", "open")
    assert run("lint").exit_code == 0


# ---------------------------------------------------------------- codes and facts


def test_a_code_chooses_one_policy_at_a_time(project: Path) -> None:
    write(project, "1.0.0", "2026-01-05", "open")
    write(project, "1.0.0", "2026-01-05", "open", id="other")
    assert codes(run("lint").output) == ["code-taken"]


def test_a_code_may_move_to_another_policy(project: Path) -> None:
    write(project, "1.0.0", "2026-01-05", "2026-04-24")
    write(project, "1.0.0", "2026-04-24", "open", id="other")
    assert run("lint").exit_code == 0


def test_a_fact_of_one_name_is_one_fact(project: Path) -> None:
    write(project, "1.0.0", "2026-01-05", "open")
    write(project, "1.0.0", "2026-01-05", "open", id="other", code="00001", **{"was conservative": "was other"})
    result = run("lint")
    assert codes(result.output) == ["fact-differs"]
    assert "`care_tried` is another fact in demo@1.0.0" in result.output


# ---------------------------------------------------------------- programs


@pytest.fixture
def program(project: Path) -> Path:
    """The shipped program, in a folder of its own."""
    shutil.copytree(ROOT / "policies/wiser", project / "policies/wiser")
    return project / "policies/wiser/6.0.0.yaml"


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param("\n  NJ:\n", "\n  other:\n", 2, id="moved"),
        pytest.param("one_of: [AZ, NJ, OH, OK, TX, WA]", "one_of: [AZ, NJ, OH, OK, TX]", 1, id="out of scope"),
        pytest.param("one_of: [AZ, NJ, OH, OK, TX, WA]", "none_of: [AZ]", 2, id="turned round"),
    ],
)
def test_states_of_the_table_are_those_in_scope(program: Path, old: str, new: str, found: int) -> None:
    assert run("lint").exit_code == 0
    changed(program, old, new)
    assert codes(run("lint").output).count("states-differ") == found


def test_many_states_that_differ_are_one_finding(program: Path) -> None:
    changed(program, "one_of: [AZ, NJ, OH, OK, TX, WA]", "none_of: [AZ]")
    shown = run("lint").output
    assert "`AL`, `AK`, `AR`, `CA`, `CO` and `CT`, and 45 more, are in scope, and not in this table" in shown
    assert "`AZ` is out of scope, and in this table" in shown


def test_a_mac_that_governs_nothing_is_a_slip(program: Path) -> None:
    changed(program, "{mac: Noridian,", "{mac: Noridain,")
    result = run("lint")
    assert codes(result.output) == ["unknown-option"]
    assert "did you mean `Noridian`?" in result.output


def test_a_folder_has_one_program(program: Path, project: Path) -> None:
    other = project / "policies/other/1.0.0.yaml"
    other.parent.mkdir()
    text = program.read_text("utf-8").replace("program: wiser", "program: other").replace('"6.0.0"', '"1.0.0"')
    other.write_text(text, "utf-8")
    assert codes(run("lint").output) == ["second-program"]


def test_a_service_and_its_policy_ask_the_same_of_a_code(program: Path, project: Path) -> None:
    shutil.copytree(ROOT / "policies/cervical_fusion", project / "policies/cervical_fusion")
    assert run("lint").exit_code == 0
    changed(program, '    codes: ["22554"]', '    codes: ["22554"]\n    only_when: {state: {none_of: noridian_states}}')
    path = project / "policies/cervical_fusion/6.0.0.yaml"
    changed(path, '  "22554":\n', '  "22554":\n    only_when: {state: {is: OH}}\n')
    assert codes(run("lint", path).output) == ["codes-differ"]


# ---------------------------------------------------------------- publication


def test_a_published_document_is_not_edited(project: Path) -> None:
    path = write(project, "1.0.0", "2026-01-05", "open")
    assert run("publish", "demo@1.0.0", "common@1.0.0").exit_code == 0
    assert run("lint").exit_code == 0
    text = path.read_text("utf-8")
    path.write_text(text.replace('title: "really name', 'title: "really call'), "utf-8")
    for command in ("lint", "build"):
        result = run(command)
        assert result.exit_code == 1
        assert codes(result.output) == ["published-edited"]


EDITION = "{from: 2026-07-24, known: Its text is not at hand., cite: {guide: box 2}}"
OF_EDITION = f"known_editions: {{July: {EDITION.replace('guide', 'list')}}}\n"
ACCEPTED = "{finding: dead-test, of: care, because: The guide asks twice., cite: {guide: box 2}}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("until: open", 'until: "2027-01-01"', id="it ends"),
        pytest.param('review_by: "2027-04-24"', 'review_by: "2028-04-24"', id="somebody looked again"),
        pytest.param("name: One week too few", "name: A week too few", id="an example"),
        pytest.param("# A chart written", "# Here a chart is written", id="a comment"),
        pytest.param("criteria:", f"accepted: [{ACCEPTED}]\ncriteria:", id="a finding is accepted"),
        pytest.param("criteria:", f"known_editions: {{July: {EDITION}}}\ncriteria:", id="a later edition is known"),
        pytest.param("sources:", f"{OF_EDITION}sources:\n  list: {{title: A list}}", id="its source is added"),
    ],
)
def test_what_a_document_says_is_not_how_it_is_kept(project: Path, old: str, new: str) -> None:
    path = write(project, "1.0.0", "2026-01-05", "open")
    assert run("publish", "demo@1.0.0", "common@1.0.0").exit_code == 0
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    assert run("lint").exit_code == 0


def test_a_published_vocabulary_is_not_edited_either(project: Path) -> None:
    write(project, "1.0.0", "2026-01-05", "open")
    assert run("publish", "demo@1.0.0", "common@1.0.0").exit_code == 0
    path = project / "policies/common/1.0.0.yaml"
    path.write_text(path.read_text("utf-8").replace("numeric rating", "numeric scale"), "utf-8")
    assert codes(run("lint").output) == ["published-edited"]


def test_a_published_document_stays(project: Path) -> None:
    path = write(project, "1.0.0", "2026-01-05", "open")
    write(project, "1.0.0", "2026-01-05", "open", id="other", code="00001")
    assert run("publish", "demo@1.0.0", "common@1.0.0").exit_code == 0
    path.unlink()
    assert codes(run("lint").output) == ["published-gone"]
    assert run("build").exit_code == 1


def test_what_a_document_names_is_published_with_it(project: Path) -> None:
    write(project, "1.0.0", "2026-01-05", "open")
    result = run("publish", "demo@1.0.0")
    assert result.exit_code == 2
    assert "demo@1.0.0 names common@1.0.0, which is not published" in result.output
    assert not (project / "policies/published.json").exists()


def test_publishing_again_changes_nothing_and_a_stranger_cannot_be_published(project: Path) -> None:
    write(project, "1.0.0", "2026-01-05", "open")
    assert run("publish", "demo@1.0.0", "common@1.0.0").exit_code == 0
    before = (project / "policies/published.json").read_bytes()
    assert run("publish", "demo@1.0.0").output == "published already\n"
    assert (project / "policies/published.json").read_bytes() == before
    assert run("publish", "demo@9.0.0").exit_code == 2


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"demo@1.0.0": 1}'])
def test_a_damaged_list_of_published_documents_is_reported(project: Path, damage: str) -> None:
    write(project, "1.0.0", "2026-01-05", "open")
    (project / "policies/published.json").write_text(damage)
    for command in ("lint", "build"):
        assert codes(run(command).output) == ["no-file"]


# ---------------------------------------------------------------- reviews


def test_a_review_that_is_due_warns_and_fails_nothing(project: Path) -> None:
    write(project, "1.0.0", "2026-01-05", "open")  # review_by: "2027-04-24"
    assert codes(run("lint", "--today", "2027-04-24").output, "warning") == []
    late = run("lint", "--today", "2027-04-25")
    assert codes(late.output, "warning") == ["review-due"]
    assert late.exit_code == 0
    found = json.loads(run("lint", "--today", "2027-04-25", "--format", "json").output)
    assert [finding["severity"] for finding in (found if isinstance(found, list) else found["findings"])] == ["warning"]


def test_a_version_that_is_over_needs_no_review(project: Path) -> None:
    write(project, "1.0.0", "2026-01-05", "2027-01-01")
    assert codes(run("lint", "--today", "2030-01-01").output, "warning") == []


def test_a_day_that_is_none_is_refused(project: Path) -> None:
    assert run("lint", "--today", "tomorrow").exit_code == 2


# ---------------------------------------------------------------- what a build may skip


def test_a_build_sees_every_change_to_what_it_reads_and_writes(project: Path) -> None:
    path = write(project, "1.0.0", "2026-01-05", "open")
    assert run("build").exit_code == 0
    made = project / "generated/markdown/demo/1.0.0.md"
    whole = made.read_bytes()
    for _ in range(2):
        assert run("build", "--check").exit_code == 0
    made.write_bytes(whole + b"x")
    assert run("build", "--check").exit_code == 1
    made.unlink()
    assert "new: generated/markdown/demo/1.0.0.md" in run("build", "--check").output
    assert run("build").exit_code == 0
    assert made.read_bytes() == whole
    path.write_text(path.read_text("utf-8").replace("really name", "really call"), "utf-8")
    assert run("build", "--check").exit_code == 1
    shared = project / "policies/common/1.0.0.yaml"
    assert run("build").exit_code == 0
    shared.write_text(
        shared.read_text("utf-8").replace("On which date was the request", "On what date was the request")
    )
    assert run("build", "--check").exit_code == 1


def test_a_change_that_leaves_date_and_size_is_seen(project: Path) -> None:
    write(project, "1.0.0", "2026-01-05", "open")
    assert run("build").exit_code == 0
    made = project / "generated/markdown/demo/1.0.0.md"
    before = made.stat()
    made.write_bytes(made.read_bytes().replace(b"Documentation", b"documentation"))
    os.utime(made, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert run("build", "--check").exit_code == 1


def test_a_document_with_findings_is_never_taken_for_clean(project: Path) -> None:
    path = write(project, "1.0.0", "2026-01-05", "open")
    assert run("build").exit_code == 0
    good = path.read_text("utf-8")
    path.write_text(good.replace("at_least: 4 weeks", "at_least: 5 weeks"), "utf-8")
    for _ in range(2):
        assert run("build").exit_code == 1
    path.write_text(good, "utf-8")
    assert run("build", "--check").exit_code == 0


@pytest.mark.parametrize("name", ["stamp.json", "kept.json"])
@pytest.mark.parametrize("damage", ["", "[]", "{}", "null", '{"a": 1}', '{"paths": 3}'])
def test_a_damaged_cache_costs_time_and_nothing_else(project: Path, name: str, damage: str) -> None:
    write(project, "1.0.0", "2026-01-05", "open")
    assert run("build").exit_code == 0
    (project / ".wiser_cache" / name).write_text(damage)
    assert run("build", "--check").exit_code == 0


def test_a_build_of_many_documents_is_that_of_each(project: Path) -> None:
    for number in range(20):
        write(project, "1.0.0", "2026-01-05", "open", id=f"demo_{number}", code=f"000{number:02}")
    assert run("build").exit_code == 0
    one = (project / "generated/markdown/demo_7/1.0.0.md").read_bytes()
    assert run("build", "--check", "--no-cache").exit_code == 0
    bad = project / "policies/demo_3/1.0.0.yaml"
    bad.write_text(bad.read_text("utf-8").replace("4 weeks", "4 months"), "utf-8")
    result = run("build", "--no-cache")
    assert result.exit_code == 1
    assert "policies/demo_3/1.0.0.yaml:" in result.output
    assert (project / "generated/markdown/demo_7/1.0.0.md").read_bytes() == one


def test_another_tool_makes_everything_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from wiser_compiler.commands import cache

    write(project, "1.0.0", "2026-01-05", "open")
    assert run("build").exit_code == 0
    assert cache.unchanged(Path("policies"), Path("generated"))
    monkeypatch.setattr(cache, "tool", lambda: "another")
    assert not cache.unchanged(Path("policies"), Path("generated"))


def test_what_is_edited_while_a_build_runs_is_built_too(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from wiser_compiler.commands import build as builder

    path = write(project, "1.0.0", "2026-01-05", "open")
    real = builder.make

    def edited_meanwhile(works: list[builder.Work], *rest: object) -> builder.Made:
        path.write_text(path.read_text("utf-8").replace("really name", "really call"), "utf-8")
        return real(works, *rest)

    monkeypatch.setattr(builder, "make", edited_meanwhile)
    assert run("build").exit_code == 0
    monkeypatch.undo()
    monkeypatch.chdir(project)
    assert "really call" in (project / "generated/markdown/demo/1.0.0.md").read_text("utf-8")
    assert run("build", "--check").exit_code == run("build", "--check", "--no-cache").exit_code == 0


def test_a_file_that_cannot_be_looked_at_costs_only_the_cache(project: Path) -> None:
    write(project, "1.0.0", "2026-01-05", "open")
    (project / "policies/note.txt").symlink_to(project / "nowhere")
    for _ in range(2):
        assert run("build").exit_code == 0


def test_lint_of_some_versions_speaks_of_no_gap(project: Path) -> None:
    paths = [
        write(project, version, start, until)
        for version, start, until in (
            ("1.0.0", "2026-01-05", "2026-04-24"),
            ("2.0.0", "2026-04-24", "2026-06-01"),
            ("3.0.0", "2026-06-01", "open"),
        )
    ]
    assert run("lint", paths[0], paths[2]).exit_code == 0
    assert run("lint", *paths).exit_code == 0
    paths[1].unlink()
    assert codes(run("lint", "policies/demo").output) == ["gap-between-versions"]


@pytest.mark.parametrize("quote", ["9 calendar days", "2 calendar days"])
def test_the_words_of_a_clock_say_how_many_days(program: Path, quote: str) -> None:
    changed(program, 'quote: "3 calendar days"', f'quote: "{quote}"')
    assert codes(run("lint").output) == ["quote-disagrees"]


def test_what_is_wrong_with_a_program_is_said_there_alone(program: Path, project: Path) -> None:
    shutil.copytree(ROOT / "policies/cervical_fusion", project / "policies/cervical_fusion")
    changed(program, 'cite: {guide: "section 5"}', 'cite: {giude: "section 5"}')
    assert codes(run("lint").output) == ["unknown-source"]
    assert "unknown-program" in codes(run("lint", "policies/cervical_fusion").output)


@pytest.mark.parametrize("path", sorted(ROOT.glob("policies/*/6.0.0.yaml")), ids=lambda path: path.parent.name)
def test_a_document_that_is_only_looked_at_is_the_same_without_its_examples(path: Path) -> None:
    whole, short = (
        document_of(path, path.read_bytes(), Report(), linted=False, examples=each) for each in (True, False)
    )
    assert whole is not None and whole.draft is not None and whole.draft.examples and short is not None
    assert short.draft == replace(whole.draft, examples=())


@pytest.mark.parametrize("end", ["", "\n", "\ncodes: {}\n", "\r\n# the end\r\ncodes: {}\r\n"])
def test_examples_are_left_out_line_by_line(end: str) -> None:
    head, examples = "policy: demo\n", "examples:\n- one\n\n# two\n  cases: [{a: |\n    examples: 1"
    left = without_examples((head + examples + end).encode()).decode()
    assert left.startswith(head) and left.count("\n") == (head + examples + end).count("\n")
    assert left.split() == (head + end.replace("# the end", "")).split()
