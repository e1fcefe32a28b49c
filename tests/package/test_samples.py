"""`wiser sample`: the same requests for a seed, each with the outcome that it was drawn for."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from command_line import run
from wiser_policies import POLICIES, check, check_json, validator
from wiser_policies.__main__ import main
from wiser_policies._edges import Fact, edges_of, exact, read_facts, turning
from wiser_policies._rules import problems
from wiser_policies._sample_charts import ALSO_MISSES, ON_BOUND, Charts, Draws, NoChart
from wiser_policies._sample_rows import Rows
from wiser_policies._sample_wanted import SHARES, BadSample, days_of, shares_of, wanted
from wiser_policies._verdicts import INCOMPLETE, INVALID, MISSING, NOT_MET, OPEN, OUT_OF_SCOPE, READY
from wiser_policies.samples import requests

VERSIONS = [f"{entry.id}@{version.version}" for entry in POLICIES for version in entry.versions]
MIXED: Mapping[Any, float] = {READY: 0.4, INCOMPLETE: 0.2, NOT_MET: 0.15, OUT_OF_SCOPE: 0.1, INVALID: 0.15}
every_version = pytest.mark.parametrize("key", VERSIONS)


@cache
def drawn(key: str, form: str = "ndjson", count: int = 60) -> list[str]:
    asked = wanted([key], 5, "", MIXED, 30, ("reference", "policy", "outcome"))
    return [*Rows(asked, form).lines(count)]  # type: ignore[arg-type]


def labelled(line: str) -> tuple[str, str]:
    """The outcome of a line for which it was drawn, and the request without labels."""
    head = line[1:].split(", ", 3)
    said = dict(part.split(": ", 1) for part in head[:3])
    assert json.loads(said['"reference"']).startswith("SAMPLE-")
    return json.loads(said['"outcome"']), "{" + head[3]


# ---------------------------------------------------------------- what a row is


@every_version
def test_each_row_has_the_outcome_it_was_drawn_for(key: str) -> None:
    found = Counter()
    for line in drawn(key):
        outcome, request = labelled(line)
        result = check_json(request)
        assert result.outcome == outcome, request
        if outcome != INVALID:
            assert f"{result.policy.id}@{result.policy.version}" == key
            assert not problems(validator(key).POLICY.facts, json.loads(request))
        found[outcome] += 1
    assert found.keys() == MIXED.keys()


@every_version
def test_the_cells_of_a_table_say_the_same(key: str) -> None:
    """CSV, read as docs/sample.md says: text, JSON for what has parts, and nothing for what is not stated."""
    asked = wanted([key], 5, "", MIXED, 30)
    rows = Rows(asked, "csv")
    by_name = {fact.name: fact for fact in read_facts(edges_of(*key.split("@"))["facts"])}
    cells = csv.reader(io.StringIO("".join(rows.lines(60))))
    same = 0
    for line, record in zip(drawn(key), cells, strict=True):
        stated = {name: of_cell(by_name[name], cell) for name, cell in zip(rows.columns, record, strict=True) if cell}
        outcome, request = labelled(line)
        valid = outcome != INVALID
        assert (stated == json.loads(request)) if valid else (check(stated).outcome == INVALID)
        same += valid
    assert same > 30


def of_cell(fact: Fact, cell: str) -> Any:
    if cell[:1] in "[{" or fact.kind == "number":
        try:
            return json.loads(cell)
        except ValueError:
            return cell
    return {"true": True, "false": False}.get(cell, cell) if fact.kind == "yes_no" else cell


def test_a_table_of_parquet_says_the_same(tmp_path: Path) -> None:
    """Read with the types of its columns: a day is a date, a list has records, and null is not stated."""
    import polars as pl

    out = tmp_path / "s.parquet"
    assert run("sample", "pva", "esi", "--count", 60, "--invalid", 0.2, "--out", out).exit_code == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    lines = run("sample", "pva", "esi", "--count", 60, "--invalid", 0.2).stdout.splitlines()
    invalid = 0
    for number, (row, line) in enumerate(zip(pl.read_parquet(out).iter_rows(named=True), lines, strict=True), 1):
        assert row.pop("reference") == f"SAMPLE-{number:06}"
        if check_json(line).outcome == INVALID:
            assert check(of_column(row)).outcome == INVALID
            invalid += 1
        else:
            assert of_column(row) == json.loads(line)
    assert 3 < invalid < 30
    run("sample", "esi", "--count", 0, "--out", out)
    assert pl.read_parquet(out).height == 0


def of_column(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: of_column(inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [of_column(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def test_parquet_without_polars_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    monkeypatch.delitem(sys.modules, "wiser_policies._sample_parquet", raising=False)
    result = run("sample", "--count", 2, "--out", tmp_path / "s.parquet")
    assert result.exit_code == 2
    assert "wiser-policies[batch]" in result.output
    assert not [*tmp_path.iterdir()]


def test_defects_are_of_many_kinds() -> None:
    rows = Rows(wanted(["knee_arthroscopy", "scs"], 1, "", {INVALID: 1}, 120), "ndjson").lines(240)
    codes = Counter(problem.code for row in rows for problem in check_json(row).problems)
    assert {"null", "wrong-type", "out-of-range", "not-a-date", "unknown-option", "unknown-fact", "not-json"} <= {
        *codes
    }


def test_no_row_names_anybody() -> None:
    """Its text is a page, an answer of the policy, a code or a day, or a defect out of a list."""
    for key in VERSIONS:
        for line in drawn(key):
            outcome, request = labelled(line)
            if outcome == INVALID:
                continue
            stated = json.loads(request)
            notes = {fact.name for fact in validator(key).POLICY.facts if fact.kind == "note"}
            assert all(stated[name][:3] == "p. " and stated[name][3:].isdigit() for name in notes & stated.keys())


# ---------------------------------------------------------------- the same for a seed


def test_a_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    """In another process too, where sets have another order."""
    out, again = tmp_path / "a.csv", tmp_path / "b.csv"
    arguments = ["--count", "50", "--invalid", "0.2", "--out"]
    command = [sys.executable, "-m", "wiser_policies", "--sample", *arguments, out]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": "7"})
    run("sample", *arguments, again)
    assert out.read_bytes() == again.read_bytes()
    assert [*requests("esi", count=20, seed=1)] != [*requests("esi", count=20, seed=2)]


@pytest.mark.parametrize("form", ["ndjson", "csv", "parquet"])
def test_the_first_rows_of_many_are_those_of_a_few(form: Any) -> None:
    asked = wanted(["esi@1.0.0", "knee_arthroscopy", "impotence"], 9, "", {INVALID: 0.1}, 5)
    many = [*Rows(asked, form).lines(400)]
    for few in (0, 1, 7, 399):
        assert [*Rows(asked, form).lines(few)] == many[:few]


def test_charts_come_again_with_other_days_only_when_all_were_there() -> None:
    found = [*requests("knee_arthroscopy", count=40, ready=1, charts=40)]
    again = [*requests("knee_arthroscopy", count=400, ready=1, charts=2)]
    assert len({json.dumps(one) for one in found}) >= 39
    assert 2 < len({json.dumps(one) for one in again}) <= 400


# ---------------------------------------------------------------- the distributions, as documented


def test_outcomes_have_their_shares() -> None:
    asked = wanted([], 1, "", {INVALID: 0.1}, 3, ("policy", "outcome"))
    rows = [json.loads(line.split(', "codes"')[0].rstrip("\n}") + "}") for line in Rows(asked, "parquet").lines(20_000)]
    by_outcome = Counter(row["outcome"] for row in rows)
    for outcome, share in asked.shares:
        assert by_outcome[outcome] / len(rows) == pytest.approx(share, abs=0.01)
    by_policy = Counter(row["policy"] for row in rows)
    assert len(by_policy) == len(POLICIES)
    assert all(number / len(rows) == pytest.approx(1 / len(POLICIES), abs=0.01) for number in by_policy.values())


def test_an_incomplete_request_misses_a_few_things() -> None:
    open_ones = [
        sum(verdict == MISSING for verdict in check(request).verdicts.values())
        for request in requests("scs", "pva", count=120, incomplete=1)
    ]
    assert min(open_ones) == 1
    assert sum(number <= 4 for number in open_ones) / len(open_ones) > 0.7


def test_some_requests_that_are_not_met_miss_a_thing_too() -> None:
    found = [check(request) for request in requests("scs", "pva", count=160, not_met=1)]
    both = sum(MISSING in result.verdicts.values() for result in found) / len(found)
    # Some miss a thing of the example, or by what they contradict.
    assert ALSO_MISSES - 0.1 < both < ALSO_MISSES + 0.3


@pytest.mark.parametrize("key", ["esi@6.0.0", "pva@6.0.0"])
def test_numbers_lie_on_bounds_and_around_them(key: str) -> None:
    """Of the numbers with a bound, a share lies on one, and the others on both sides of them."""
    facts = [fact for fact in read_facts(edges_of(*key.split("@"))["facts"]) if fact.lines and fact.kind == "number"]
    on, sides = Counter(), defaultdict(set)
    for request in requests(key, count=150, charts=150):
        for fact in facts:
            if fact.name not in request:
                continue
            bounds = {turning(line, fact.name, request, lambda: 0) for line in fact.lines} - {None}
            value = exact(request[fact.name])
            on[value in bounds] += 1
            sides[fact.name] |= {value > bound for bound in bounds if bound is not None}
    # A number that is not drawn anew may lie on a bound too, since examples do.
    assert ON_BOUND / 2 * 0.5 < on[True] / on.total() < 0.5
    assert any(len(both) == 2 for both in sides.values())


def test_requests_are_received_on_working_days_in_force() -> None:
    days = Counter(request["received_date"] for request in requests("scs@1.0.0", count=300, ready=1, charts=60))
    first, last = min(days), max(days)
    assert len(days) > 40
    assert first >= "2026-01-05"
    assert last < "2026-04-24"
    later = {request["received_date"] for request in requests("scs", count=60, today="2027-03-31")}
    assert min(later) >= "2027-01-01"
    assert max(later) <= "2027-03-31"
    # The version is the one in force on the last day.
    assert check(next(requests("scs", count=1, ready=1, today="2026-02-27"))).policy.version == "1.0.0"


def test_the_planned_day_is_not_before_that_of_receipt() -> None:
    ready = requests("esi", "scs", count=60, ready=1)
    assert all(request["service_date"] >= request["received_date"] for request in ready)


def test_lists_have_lengths_around_those_of_the_examples() -> None:
    lengths = Counter(
        len(request["prior_sessions"]) for request in requests("esi", count=80) if "prior_sessions" in request
    )
    assert len(lengths) >= 3
    assert max(lengths) <= 12


# ---------------------------------------------------------------- shares


def test_what_is_not_said_shares_the_rest() -> None:
    assert dict(shares_of({})) == {outcome: share for outcome, share in SHARES.items() if share}
    said = dict(shares_of({READY: 0.9}))
    assert sum(said.values()) == pytest.approx(1)
    assert said[INCOMPLETE] / said[NOT_MET] == pytest.approx(3)
    assert dict(shares_of({READY: 0, INVALID: 1})) == {INVALID: 1}
    assert dict(shares_of({INVALID: 0.1}))[READY] == pytest.approx(0.55 * 0.9)


@pytest.mark.parametrize(
    "said",
    [{READY: 1.1}, {READY: -0.1}, {READY: float("nan")}, {READY: 0.6, INVALID: 0.6}, {INVALID: float("inf")},
     {READY: 0.1, INCOMPLETE: 0.1, NOT_MET: 0.1, OUT_OF_SCOPE: 0.1, INVALID: 0.1}],
)  # fmt: skip
def test_shares_that_are_no_parts_of_a_whole(said: Any) -> None:
    with pytest.raises(BadSample):
        shares_of(said)


def test_an_outcome_that_no_request_has_is_said() -> None:
    charts = Charts("esi", "6.0.0", days_of("esi", "6.0.0", ""))
    charts.examples.clear()
    with pytest.raises(NoChart, match=r"esi@6\.0\.0"):
        charts.chart(Draws("1"), READY)


# ---------------------------------------------------------------- the command


def test_the_command_prints_what_the_module_gives() -> None:
    printed = run("sample", "esi", "--count", 30, "--seed", 4)
    assert [json.loads(line) for line in printed.stdout.splitlines()] == [*requests("esi", count=30, seed=4)]
    assert run("sample", "--count", 0).stdout == ""


def test_what_is_printed_can_be_checked(tmp_path: Path) -> None:
    out = tmp_path / "s.ndjson"
    assert run("sample", "--count", 40, "--out", out, "--seed", 2).exit_code == 0
    assert out.read_bytes().decode() == run("sample", "--count", 40, "--seed", 2).stdout
    checked = run("check", out)
    assert checked.exit_code == 1
    assert "invalid" not in checked.output.splitlines()[-2]


def test_files_are_private_and_kept_whole(tmp_path: Path) -> None:
    out = tmp_path / "s.csv"
    assert run("sample", "esi", "--count", 3, "--out", out).exit_code == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    header, *rows = out.read_text().splitlines()
    assert header.startswith("reference,codes,received_date")
    assert [row.split(",")[0] for row in rows] == ["SAMPLE-000001", "SAMPLE-000002", "SAMPLE-000003"]
    assert [*tmp_path.iterdir()] == [out]
    run("sample", "esi", "--count", 0, "--out", out)
    assert out.read_text() == header + "\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--count", "-1"], "0 or more"),
        (["no_such"], "no policy no_such"),
        (["esi@9.9.9"], "no policy esi@9.9.9"),
        (["wiser"], "is a program"),
        (["--out", "x.xlsx"], "ends in"),
        (["--out", "x"], "ends in"),
        (["--today", "2026-13-01"], "no day"),
        (["--today", "0001-01-01"], "not in force"),
        (["esi@1.0.0", "--today", "2026-09-01"], "not in force"),
        (["--ready", "2"], "from 0 to 1"),
        (["--charts", "0"], "at least one"),
    ],
)
def test_what_is_asked_for_in_vain(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    result = run("sample", *arguments)
    assert result.exit_code == 2
    assert words in " ".join(result.output.split())
    with pytest.raises(SystemExit) as stopped:
        main(["--sample", *arguments])
    assert stopped.value.code == 2
    assert words in capsys.readouterr().err


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "d.csv"
    folder.mkdir()
    (tmp_path / "f").write_text("")
    (tmp_path / "link.csv").symlink_to(tmp_path / "f")
    os.mkfifo(tmp_path / "pipe.csv")
    for out in (folder, tmp_path / "f/s.csv", tmp_path / "link.csv", tmp_path / "pipe.csv"):
        result = run("sample", "--count", 2, "--out", out)
        assert result.exit_code == 3
        assert "cannot be written" in result.output
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".part")]


def test_a_closed_pipe_ends_a_sample_of_any_size() -> None:
    command = f"{sys.executable} -m wiser_policies --sample esi --count 1000000000000 | head -1"
    shell = ["bash", "-c", f"set -o pipefail; {command}"]
    done = subprocess.run(shell, check=False, capture_output=True, timeout=60, text=True)
    assert done.returncode == 141
    assert check_json(done.stdout).outcome != INVALID
    assert done.stderr == ""


def test_it_says_what_a_sample_would_hold() -> None:
    said = run("sample", "esi", "--ready", 0.9, "--describe").output
    assert "90.0%" in said
    assert "esi@6.0.0, received 2026-04-24 to 2026-07-22" in said


def test_memory_does_not_grow_and_rows_are_fast() -> None:
    """No chart is drawn twice, and none is kept but the templates; a row costs little once they are there."""
    rows = Rows(wanted(["esi", "scs"], 1, "", {}, 10), "ndjson")
    for _ in rows.lines(400):
        pass
    kept = len(rows.templates)
    begun = process_time()
    for _ in rows.lines(20_000):
        pass
    assert len(rows.templates) == kept <= 2 * (10 + 4)
    assert (
        process_time() - begun < 20_000 / 10_000
    )  # less than a tenth of the speed in docs/sample.md, for slow machines


def test_no_criterion_of_a_ready_request_is_open() -> None:
    for request in requests(count=60, ready=1):
        result = check(request)
        required = [c.id for c in result.policy.criteria if c.effect != "advisory"]
        assert not [one for one in required if result.verdicts[one] in OPEN]
