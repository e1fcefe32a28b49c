"""`wiser audit`: each row of a file is answered once, as `wiser check` answers it, whatever is in the file and whenever
the audit is killed.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import stat
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import polars as pl
import pytest
from bench.audit_memory import COMMANDS, peak_of, write_lines
from command_line import run
from fuzz.documents import Document, documents
from fuzz.drawing import draw
from hypothesis import given
from hypothesis import strategies as st
from lengths import FUZZ
from wiser_policies import __main__ as program
from wiser_policies import _audit, _audit_csv, _audit_input, check, check_json, validator
from wiser_policies._audit import Asked, audit
from wiser_policies._audit_csv import Broken, cells_of, records_of
from wiser_policies._audit_state import InTheWay, Unfinished
from wiser_policies._audit_text import progress

ROOT = Path(__file__).parents[2]
READY = json.loads((ROOT / "docs/requests/esi-ready.json").read_text("utf-8"))
OPEN = json.loads((ROOT / "docs/requests/esi-three-missing.json").read_text("utf-8"))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rows_of(*names: str, out: str = "out.ndjson", status: int = 0, **options: Any) -> list[dict[str, Any]]:
    """The rows of an audit of files."""
    said: list[object] = []
    assert audit(Asked(names, out, **options), said.append) == status
    rows = [json.loads(line) for line in Path(out).read_text("utf-8").splitlines()]
    Path(out).unlink()
    return rows


def of_content(name: str, data: bytes | str, **options: Any) -> list[dict[str, Any]]:
    Path(name).write_bytes(data.encode() if isinstance(data, str) else data)
    return rows_of(name, **options)


def as_checked(result: Any) -> dict[str, Any]:
    """What a row has to say of a request with this result."""
    said = result.as_summary()
    return {
        **{key: said[key] for key in ("policy", "version", "meaning", "outcome", "open")},
        "as_of": result.policy.effective,
        "problems": [{"path": problem["path"], "code": problem["code"]} for problem in said["problems"]],
    }


def answer_in(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row without its place."""
    return {key: value for key, value in row.items() if key not in ("file", "line", "ref")}


@cache
def drawn(number: int, key: str) -> tuple[Any, ...]:
    document: Document = documents()[key]
    chance = Random(f"audit {key}")
    return tuple(draw(document, chance).request for _ in range(number))


# ---------------------------------------------------------------- JSON


HOSTILE_LINES = (
    b'{"codes": ["64483"], "pain_duration": NaN}', b'{"codes": ["64483"], "pain_duration": 1e400}',
    b'{"codes": ["64483"], "codes": ["64483"]}', b'{"codes": ["64483"], "history": "\xff"}', b'{"codes": ["64483"',
    b"[]", b"5", b"null", b'"x"', b'{"codes": ["64483"], "pain_duration": "5"}', b'\xef\xbb\xbf{"codes": ["64483"]}',
    b'{"codes": ["64483"], "pain_duration": 5.0}', b'{"codes": ["64483"], "pain_duration": true}',
    b'{"codes": ["64483"], "prior_sessions": [{"session_date": "2026-01-12", "session_date": "2026-01-13"}]}',
    b'{"codes": ["64483"], "history": "' + b"x" * 10_000_000 + b'"}', b"[" * 100_000, b'{"codes": []}\r', b"{}",
    b'{"codes": ["64483"], "received_date": "2019-01-01"}', b'{"codes": ["62321"], "patient_name": "x"}',
)  # fmt: skip


def test_each_line_has_the_answer_of_check_json_and_its_number() -> None:
    data = b"\n   \n".join(HOSTILE_LINES)
    rows = of_content("a.ndjson", data)
    assert [row["line"] for row in rows] == [1 + 2 * number for number in range(len(HOSTILE_LINES))]
    assert [answer_in(row) for row in rows] == [as_checked(check_json(line)) for line in HOSTILE_LINES]
    assert {row["outcome"] for row in rows[:5]} == {"invalid"}


def test_items_of_an_array_and_a_single_document_are_rows() -> None:
    rows = of_content("a.json", json.dumps([READY, 5, OPEN]))
    assert [(row["line"], row["outcome"]) for row in rows] == [(1, "ready"), (2, "invalid"), (3, "incomplete")]
    assert [row["outcome"] for row in of_content("b.json", json.dumps(READY, indent=1))] == ["ready"]
    lines = of_content("d.json", f"{json.dumps(READY)}\n\n{json.dumps(OPEN)}\n")
    assert [(row["line"], row["outcome"]) for row in lines] == [(1, "ready"), (3, "incomplete")]
    assert [row["outcome"] for row in of_content("c.json", "[{}, {")] == ["invalid", "invalid"]


def test_blocks_are_cut_between_rows_wherever_that_is(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(f'{{"codes": ["{64483 if n % 3 else 62321}"], "history": "{"x" * (n % 50)}"}}\n' for n in range(200))
    whole = of_content("a.ndjson", text)
    table = "codes,history\n" + "".join(f'{64483},"{"x" * (n % 50)}\n"\n' for n in range(200))
    whole_table = of_content("a.csv", table)
    for size in (1, 57, 1000):
        monkeypatch.setattr(_audit_input, "BLOCK", size)
        monkeypatch.setattr(_audit_input, "FAST_BLOCK", size)
        assert rows_of("a.ndjson") == whole
        assert rows_of("a.csv") == whole_table
    assert [row["line"] for row in whole_table] == list(range(2, 402, 2))


# ---------------------------------------------------------------- CSV


HEAD = "id,codes,received_date,pain_duration,history,prior_sessions,symptoms.radiculopathy\n"


@pytest.mark.parametrize(
    ("record", "problems"),
    [
        ("1,64483,2026-04-27,5,p. 2,[],true\n", []),
        ("1,64483,2026-04-27,5.0,p. 2,[],TRUE\r\n", []),
        ("1,64483; 64484,2026-04-27,,,,\n", []),
        ('1,"[""64483""]",2026-04-27,,,"[{""session_date"": ""2026-01-12""}]",False\n', []),
        ('"1","64483","2026-04-27","5","line\nand, line ""two""","",""\n', []),
        ("1,64483,2026-04-27,52%,,,\n", ["/pain_duration wrong-type"]),
        ("1,64483,2026-04-27,NaN,,,\n", ["/pain_duration wrong-type"]),
        ("1,64483,2026-04-27,05,,,\n", ["/pain_duration wrong-type"]),
        ("1,64483,2026-04-27,+5,,,\n", ["/pain_duration wrong-type"]),
        ("1,64483,2026-04-27, 5,,,\n", ["/pain_duration wrong-type"]),
        ("1,64483,2026-04-27,\"1,000\",,,\n", ["/pain_duration wrong-type"]),
        ("1,64483,2026-04-27,٥,,,\n", ["/pain_duration wrong-type"]),
        ("1,64483,2026-04-27,5.5,,,\n", ["/pain_duration too-many-places"]),
        ("1,64483,2026-04-27,1e400,,,\n", ["/pain_duration inexact-number"]),
        (f"1,64483,2026-04-27,{'9' * 5000},,,\n", ["/pain_duration inexact-number"]),
        ("1,64483,4/27/2026,5,,,\n", ["/received_date not-a-date"]),
        ("1,64483,2026-4-27,5,,,\n", ["/received_date not-a-date"]),
        ("1,64483,2026-04-27,5,,,yes\n", ["/symptoms/radiculopathy wrong-type"]),
        ("1,64483,2026-04-27,5,,,1\n", ["/symptoms/radiculopathy wrong-type"]),
        ("1,64483,2026-04-27,5,\" \",,\n", ["/history empty-text"]),
        ("1,64483,2026-04-27,5,,x,\n", ["/prior_sessions wrong-type"]),
        ("1,64483,2026-04-27,5,,[{},\n", ["/prior_sessions not-json"]),
        ('1,64483,2026-04-27,5,,"[{""approach"": 1, ""approach"": 1}]",\n', ["/prior_sessions duplicate-key"]),
        ('1,"[""64483"", NaN]",2026-04-27,5,,,\n', ["/codes not-json"]),
        ("1,64483;,2026-04-27,5,,,\n", ["/codes not-a-code"]),
        ("1,,2026-04-27,5,,,\n", ["/codes codes-missing"]),
        ("1,64483,2026-04-27,5\n", ["/ not-csv"]),
        ("1,64483,2026-04-27,5,,,,\n", ["/ not-csv"]),
        ("1,64483,2026-04-27,5,a \"b\",,\n", ["/ not-csv"]),
        ('1,64483,2026-04-27,5,"a" b,,\n', ["/ not-csv"]),
        ("1,64483,2026-04-27,5,a\rb,,\n", ["/ not-csv"]),
        ('1,64483,2026-04-27,5,"a"\rb,,\n', ["/ not-csv"]),
        (b"1,64483,2026-04-27,5,\xff,,\n", ["/ not-csv"]),
        (f"1,64483,2026-04-27,5,{'x' * 10_000_000},,\n", ["/ too-large"]),
        (f"1,64483,2026-04-27,5,\"{'x,' * 3_000_000}{chr(10) * 300_000}\",,\n", ["/ too-large"]),
        (f"1,64483,2026-04-27,5,{'x' * 200_000},,\n", ["/history too-long"]),
    ],
    ids=lambda part: str(part)[:40] if isinstance(part, str | bytes) else None,
)  # fmt: skip
def test_a_cell_is_its_value_or_the_row_is_invalid_and_the_next_row_is_read(
    record: str | bytes, problems: list[str]
) -> None:
    data = record.encode() if isinstance(record, str) else record
    first, second = of_content("a.csv", HEAD.encode() + data + b"2,64483,2026-04-27,5,,,\n", reference="id")
    assert [f"{problem['path'] or '/'} {problem['code']}" for problem in first["problems"]] == problems
    assert (first["outcome"] == "invalid") == bool(problems)
    assert (first["line"], second["line"]) == (2, 2 + data.count(b"\n"))
    assert (second["ref"], second["outcome"]) == ("2", "incomplete")
    assert first["ref"] == (None if "not-csv" in str(problems) or "too-large" in str(problems) else "1")


def test_an_unclosed_quotation_mark_takes_rows_with_it_up_to_the_next_one_and_no_further() -> None:
    rows = of_content("a.csv", 'codes,history\n64483,"a\n64483,b\n64483,"c"\n64483,d\n')
    assert [(row["line"], row["outcome"]) for row in rows] == [(2, "invalid"), (5, "incomplete")]
    rows = of_content("a.csv", 'codes,history\n64483,a\n64483,"b\n64483,c\n')
    assert [(row["line"], row["outcome"]) for row in rows] == [(2, "incomplete"), (3, "invalid")]


def test_a_byte_order_mark_blank_lines_and_carriage_returns_are_no_cells() -> None:
    rows = of_content("a.csv", "\ufeffcodes,received_date\r\n\r\n64483,2026-04-27\r\n\n64483,2026-04-27\n")
    assert [(row["line"], row["version"]) for row in rows] == [(3, "6.0.0"), (5, "6.0.0")]


def test_a_last_line_without_its_end_is_told_of() -> None:
    Path("a.csv").write_text("codes,received_date\n64483,2026-04-2")
    result = run("audit", "a.csv", "--out", "out.csv")
    assert "its last line does not end" in result.output
    Path("b.csv").write_text("codes,received_date\n64483,2026-04-27\n")
    assert "its last line" not in run("audit", "b.csv", "--out", "out2.csv").output


plain = st.text(st.sampled_from('a",\n\r ;é'), max_size=6)


@given(st.lists(st.lists(plain, min_size=1, max_size=4), max_size=6), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_records_are_those_of_the_csv_module(table: list[list[str]], end: str, quoted: bool) -> None:
    """Where a record is written by the rules: a carriage return stands in quotation marks."""
    text = io.StringIO()
    quoted = quoted or any("\r" in cell for row in table for cell in row)
    writer = csv.writer(text, lineterminator=end, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL)
    writer.writerows(table)
    found = list(records_of(io.BytesIO(text.getvalue().encode())))
    read = [row for row in csv.reader(io.StringIO(text.getvalue(), newline="")) if row]
    assert [cells_of(record) for _, record, _ in found] == read


def test_a_record_is_cut_the_same_at_once_as_sign_by_sign() -> None:
    for size in range(6):
        for signs in product(b'",\ra', repeat=size):
            piece = bytes(signs) + b"\n"
            at_once = _audit_csv._RECORD.fullmatch(piece) is not None
            by_signs = _audit_csv._behind(_audit_csv._BEGIN, piece) == _audit_csv._END
            assert at_once == by_signs or (by_signs and isinstance(cells_of(piece), Broken))


@given(st.binary(max_size=40).map(lambda data: bytes(b'",\n\r a\xff'[byte % 7] for byte in data)))
def test_whatever_the_bytes_every_line_is_in_one_record(data: bytes) -> None:
    found = list(records_of(io.BytesIO(data)))
    blank = [line for line in data.splitlines(keepends=True) if line in (b"\n", b"\r\n")]
    assert sum(len(record) for _, record, _ in found) >= len(data) - sum(map(len, blank))
    assert b"".join(record for _, record, _ in found) in (data, *[data.replace(b"\r\n", b"\r\n")]) or blank
    for _, record, _ in found:
        cells = cells_of(record)
        assert isinstance(cells, Broken | list)


def as_cell(kind: str, value: Any, split: bool) -> str | None:
    """A value as a cell; None where no cell has it, since CSV has no types."""
    fits = {"yes_no": bool, "number": int | float, "codes": list, "set": list, "findings": dict, "list": list}
    if not isinstance(value, fits.get(kind, str)) or (kind == "number" and isinstance(value, bool)) or value == "":
        return None
    if isinstance(value, str):
        return None if any("\ud800" <= sign <= "\udfff" for sign in value) else value  # no UTF-8 has half a sign
    simple = kind in ("codes", "set") and value and all(re.fullmatch(r"[\w.-]+", str(item)) for item in value)
    if split and simple and all(isinstance(item, str) for item in value):
        return ";".join(value)
    try:
        return json.dumps(value, allow_nan=False)
    except (TypeError, ValueError):
        return None


def in_cells(request: Any, kinds: Mapping[str, str], split: bool) -> dict[str, str] | None:
    if not isinstance(request, dict) or not request.keys() <= kinds.keys():
        return None
    cells = {name: as_cell(kinds[name], value, split) for name, value in request.items()}
    return None if None in cells.values() else cells  # type: ignore[return-value]


@pytest.mark.parametrize("key", sorted(documents()))
def test_a_table_has_the_answers_of_its_requests(key: str) -> None:
    """By CSV and by Parquet, whose columns have the types that Polars gives them."""
    kinds = {fact.name: fact.kind for fact in validator(key).POLICY.facts}
    known = [(request, in_cells(request, kinds, number % 2 == 0)) for number, request in enumerate(drawn(40, key))]
    fitting = [(request, cells) for request, cells in known if cells is not None]
    assert len(fitting) > 25
    with Path("a.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, [*kinds])
        writer.writeheader()
        writer.writerows(cells for _, cells in fitting)
    wanted = [as_checked(check(request)) for request, _ in fitting]
    assert [answer_in(row) for row in rows_of("a.csv")] == wanted


# ---------------------------------------------------------------- Parquet


def test_a_parquet_file_is_read_by_its_types() -> None:
    values = {
        "codes": [["64483"]] * 8,
        "received_date": ["2026-04-27"] * 8,
        "pain_duration": pl.Series([5.0, 5.5, float("nan"), None, 5, 6, 7, 8], dtype=pl.Float64),
        "history": ["p. 2", "", None, "x", "x", "x", "x", "x"],
        "symptoms": [{"radiculopathy": True, "radicular_pain": None}] * 8,
        "prior_sessions": [[{"session_date": "2026-01-12", "levels": None}]] * 8,
        "id": [1, 2, 3, 4, 5, 6, 7, 8],
    }
    pl.DataFrame(values).write_parquet("a.parquet")
    rows = rows_of("a.parquet", reference="id")
    assert [(row["line"], row["ref"]) for row in rows] == [(number, str(number)) for number in range(1, 9)]
    found = [[f"{problem['path']} {problem['code']}" for problem in row["problems"]] for row in rows]
    assert found == [
        [], ["/history empty-text", "/pain_duration too-many-places"], ["/pain_duration out-of-range"], *[[]] * 5,
    ]  # fmt: skip
    request = {"codes": ["64483"], "received_date": "2026-04-27", "pain_duration": 5.0, "history": "p. 2",
               "symptoms": {"radiculopathy": True}, "prior_sessions": [{"session_date": "2026-01-12"}]}  # fmt: skip
    assert answer_in(rows[0]) == as_checked(check(request))


@pytest.mark.parametrize(
    ("column", "problems"),
    [
        (pl.Series([5], dtype=pl.Int8), ""),
        (pl.Series(["5"]), "wrong-type"),
        (pl.Series([True]), "wrong-type"),
        (pl.Series([5]).cast(pl.Decimal(9, 2)), ""),
        (pl.Series(["5.25"]).cast(pl.Decimal(9, 2)), "too-many-places"),
        (pl.Series([5]).cast(pl.Datetime), "wrong-type"),
        (pl.Series([5]).cast(pl.Date), "wrong-type"),
        (pl.Series([b"5"]), "wrong-type"),
        (pl.Series([0.1], dtype=pl.Float32), "too-many-places"),
        (pl.Series([None]), ""),
    ],
    ids=str,
)
def test_a_column_of_another_type_makes_its_rows_invalid(column: pl.Series, problems: str) -> None:
    pl.DataFrame({"codes": [["64483"]], "pain_duration": column}).write_parquet("a.parquet")
    (row,) = rows_of("a.parquet")
    assert [problem["code"] for problem in row["problems"]] == ([problems] if problems else [])
    if column.dtype == pl.Date:  # a day where a day belongs
        pl.DataFrame(
            {"codes": [["64483"]], "received_date": [20_570]}, schema_overrides={"received_date": pl.Date}
        ).write_parquet("b.parquet")
        assert rows_of("b.parquet")[0]["version"] == "6.0.0"


def test_a_day_that_python_does_not_have_is_the_fault_of_its_row_alone() -> None:
    days = pl.Series([20_570, 5_000_000, 20_571], dtype=pl.Int32).cast(pl.Date)
    pl.DataFrame({"codes": [["64483"]] * 3, "received_date": days}).write_parquet("a.parquet")
    rows = rows_of("a.parquet")
    assert [row["outcome"] for row in rows] == ["incomplete", "invalid", "incomplete"]
    assert rows[1]["problems"] == [{"path": "", "code": "unreadable"}]


def test_rows_are_the_same_in_each_form(folder: Path) -> None:
    requests = [*drawn(30, "esi@6.0.0"), *drawn(10, "pva@6.0.0")]
    Path("a.ndjson").write_text("".join(f"{json.dumps(request)}\n" for request in requests))
    rows = rows_of("a.ndjson", against="esi@1.0.0")
    for name in ("a.csv", "a.parquet", "b.parquet"):
        assert audit(Asked(["a.ndjson"], name, against="esi@1.0.0"), lambda _: None) == 0
    assert Path("a.parquet").read_bytes() == Path("b.parquet").read_bytes()
    table = pl.read_parquet("a.parquet").rows(named=True)
    with Path("a.csv").open(newline="") as file:
        cells = list(csv.DictReader(file))
    assert len(table) == len(cells) == len(rows) == 40
    for row, typed, text in zip(rows, table, cells, strict=True):
        assert {key: typed[key] for key in ("line", "outcome", "meaning", "ref", "after")} == {
            key: row[key] for key in ("line", "outcome", "meaning", "ref", "after")
        }
        assert sorted(typed["not_met"] + typed["missing"]) == sorted(gap["id"] for gap in row["open"])
        assert typed["problems"] == [f"{one['path'] or '/'} {one['code']}" for one in row["problems"]]
        assert text == {
            key: ";".join(value) if isinstance(value, list) else "" if value is None else str(value)
            for key, value in typed.items()
        }


# ---------------------------------------------------------------- killed and gone on with


def many_requests(number: int) -> str:
    chance = Random(16)
    some = [*drawn(40, "esi@6.0.0"), *drawn(40, "scs@6.0.0"), READY, OPEN]
    return "".join(f"{json.dumps(chance.choice(some) | {'id': n}) if n % 7 else '{'}\n" for n in range(number))


# At length, lines are answered by tables; that takes longer for so few.
SMALL_STEPS = f"""
import sys
import wiser_policies._audit, wiser_policies._audit_input
wiser_policies._audit.KEPT_EVERY = 0.0
wiser_policies._audit_input.BLOCK = 3000
wiser_policies._audit_input.FAST_BLOCK = 70_000 if {FUZZ} else 3000
wiser_policies._audit_input.ROWS = 7
if __name__ == "__main__":
    from wiser_policies.__main__ import main
    sys.exit(main(["--audit", *sys.argv[1:]]))
"""


def write_source(kind: str, number: int) -> None:
    """A file of requests, some of them broken, each with an id."""
    lines = many_requests(number)
    if kind == "ndjson":
        Path("a.ndjson").write_text(lines)
    elif kind == "json":
        Path("a.json").write_text(f"[{lines[:-1].replace(chr(10), ',').replace('{,', '5,')}]")
    elif kind == "parquet":
        weeks = [at % 9 if at % 7 else -1 for at in range(number)]
        pl.DataFrame({"id": range(number), "codes": [["64483"]] * number, "pain_duration": weeks}).write_parquet(
            "a.parquet"
        )
    else:
        records = (f'{at},64483,"x\n{at}"\n' if at % 7 else "64483\n" for at in range(number))
        Path("a.csv").write_text("id,codes,history\n" + "".join(records))


def rows_kept(out: str) -> int:
    """How many rows an audit has written so far, by its state."""
    try:
        return int(json.loads(Path(f"{out}.unfinished.json").read_bytes())["rows"])
    except (OSError, ValueError):
        return 0


SOURCES, RESULTS = ("ndjson", "csv", "json", "parquet"), ("ndjson", "csv", "parquet")
SHORT = [("ndjson", "csv", 2), ("csv", "parquet", 1), ("parquet", "ndjson", 1)]


@pytest.mark.parametrize(("source", "form", "jobs"), [*product(SOURCES, RESULTS, (1, 2))] if FUZZ else SHORT)
def test_a_killed_audit_goes_on_and_its_result_is_the_same_to_the_byte(
    folder: Path, source: str, form: str, jobs: int
) -> None:
    number = 3000 if FUZZ else 500  # of lines, that is several blocks
    write_source(source, number)
    Path("begin.py").write_text(SMALL_STEPS)

    def begin(out: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "begin.py", f"a.{source}", "--ref", "id", "--out", out, "--summary", f"{out}.json"]
        return subprocess.Popen([*command, "--jobs", str(jobs)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    said, _ = (whole := begin(f"whole.{form}")).communicate()
    assert whole.returncode == 0
    chance, out = Random(), f"out.{form}"
    # The last of them strike when all rows are there, and the result is given its form and its name.
    goals = sorted([chance.random() * number for _ in range(16 if FUZZ else 1)] + [number] * (4 if FUZZ else 1))
    went_on = []
    for goal in goals:
        process = begin(out)
        while process.poll() is None and rows_kept(out) < goal:
            time.sleep(0.001)
        time.sleep(chance.random() * (0.05 if goal == number else 0.01))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        went_on.append(rows_kept(out))
        if Path(out).exists() and not Path(f"{out}.unfinished.json").exists():
            Path(out).unlink()  # it was finished before it was killed
    for name in (out, f"{out}.json", f"{out}.unfinished.json"):  # as if killed while this was written
        Path(f".{name}.wiser-0123456789abcdef.part").write_text("half")
    again, _ = (last := begin(out)).communicate()
    assert last.returncode == 0
    assert any(0 < rows < number for rows in went_on) or not FUZZ, went_on
    assert Path(out).read_bytes() == Path(f"whole.{form}").read_bytes()
    assert again == said
    assert Path(f"{out}.json").read_bytes() == Path(f"whole.{form}.json").read_bytes()
    assert not [path.name for path in folder.iterdir() if "unfinished" in path.name or "part" in path.name]


def test_what_another_audit_left_is_not_gone_on_with(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    Path("a.ndjson").write_text(many_requests(40))

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(_audit, "_finish", cut)
        with pytest.raises(KeyboardInterrupt):
            audit(Asked(["a.ndjson"], "out.csv"), print)
    for other in (Asked(["a.ndjson"], "out.csv", policy="esi"), Asked(["a.ndjson"], "out.csv", reference="id")):
        assert audit(other, print) == 2
        assert "is of another audit" in capsys.readouterr().err
    text = Path("a.ndjson").read_text()
    Path("a.ndjson").write_text(text + "{}\n")
    assert audit(Asked(["a.ndjson"], "out.csv"), print) == 2
    Path("out.csv.unfinished.json").write_text("{")
    assert audit(Asked(["a.ndjson"], "out.csv"), print) == 2
    assert "damaged" in capsys.readouterr().err
    Path("out.csv.unfinished.json").unlink()
    assert audit(Asked(["a.ndjson"], "out.csv"), print) == 2
    Path("out.csv.unfinished").unlink()
    assert audit(Asked(["a.ndjson"], "out.csv"), print) == 0
    before = Path("out.csv").read_bytes()
    assert audit(Asked(["a.ndjson"], "out.csv"), print) == 2
    assert "is there already" in capsys.readouterr().err
    assert Path("out.csv").read_bytes() == before


def test_an_audit_that_cannot_write_goes_on_when_there_is_room_again() -> None:
    Path("a.ndjson").write_text(many_requests(400))
    limited = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, -1))\n" + SMALL_STEPS
    command = ["--ref", "id", "--out", "out.ndjson", "a.ndjson"]
    full = subprocess.run([sys.executable, "-c", limited, *command], capture_output=True, text=True, check=False)
    assert full.returncode == 3
    assert "File too large" in full.stderr
    assert Path("out.ndjson.unfinished").stat().st_size > 0
    assert audit(Asked(["a.ndjson"], "out.ndjson", reference="id"), lambda _: None) == 0
    assert audit(Asked(["a.ndjson"], "whole.ndjson", reference="id"), lambda _: None) == 0
    assert Path("out.ndjson").read_bytes() == Path("whole.ndjson").read_bytes()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("how", COMMANDS)
def test_memory_does_not_grow_with_the_file(how: str) -> None:
    """Both files are of several blocks."""
    small_blocks = "import wiser_policies._audit_input\nwiser_policies._audit_input.FAST_BLOCK = 1 << 20\n"
    peaks = []
    for number in (300_000, 1_500_000) if FUZZ else (5_000, 30_000):
        write_lines(Path("a.ndjson"), number)
        code = COMMANDS[how] if FUZZ else small_blocks + COMMANDS[how]
        peaks.append(peak_of(code, Path("a.ndjson"), Path("out.csv")))
    assert peaks[1] < peaks[0] * (1.15 if FUZZ else 1.05)  # the peak of large blocks is less even


def test_a_terminal_is_told_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    Path("a.ndjson").write_text(many_requests(100))
    monkeypatch.setattr(_audit, "TOLD_EVERY", 0.0)
    monkeypatch.setattr(_audit_input, "FAST_BLOCK", 3000)
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    rows_of("a.ndjson")
    told = re.findall(r"\r([0-9,]+) rows, [0-9,]+ a second, ([0-9]+) %, [0-9]+ s left", terminal.getvalue())
    assert len(told) > 3
    assert told[-1] == ("100", "100")
    assert terminal.getvalue().endswith("\r\033[K")


def test_two_audits_do_not_write_one_result() -> None:
    unfinished = Unfinished(Path("out.csv"))
    state = unfinished.begin("x")
    with unfinished.open(state), pytest.raises(InTheWay, match="another audit"):
        unfinished.open(state)


def test_nothing_is_written_through_a_link(capsys: Any) -> None:
    Path("a.ndjson").write_text("{}\n")
    for name in ("out.csv", "out.csv.unfinished", "out.csv.unfinished.json"):
        Path(name).symlink_to("elsewhere")
        assert audit(Asked(["a.ndjson"], "out.csv"), print) != 0
        assert not Path("elsewhere").exists()
        Path(name).unlink()


# ---------------------------------------------------------------- what comes out


MARK = "CANARY7f3a"


def test_nothing_of_a_request_comes_out_but_its_reference(capfd: Any) -> None:
    lines = [
        json.dumps(READY | {"history": MARK, "id": f"REF{number}", MARK: MARK, "secret": MARK}) for number in range(3)
    ]
    lines += [json.dumps(READY | {"history": [MARK], "pain_duration": MARK, "codes": ["64483", MARK]}), f'{{"{MARK}']
    lines += [json.dumps(READY | {"symptoms": {MARK: True}, "prior_sessions": [{MARK: MARK}], "state": MARK})]
    Path("a.ndjson").write_text("\n".join(lines))
    head = f"id,{MARK},codes,history,prior_sessions,symptoms.{MARK}\n"
    Path("a.csv").write_text(head + f'REF1,{MARK},{MARK},{MARK},"[{{""{MARK}"": ""{MARK}""}}",true\n' + f"{MARK}\n")
    Path("b.csv").write_text(f"codes,{MARK}\n64483,{MARK}\n")
    for form in ("ndjson", "csv", "parquet"):
        for source in ("a.ndjson", "a.csv", "b.csv"):
            options = ["--ref", "id", "--ignore", "secret", "--against", "esi@1.0.0"]
            options += ["--ignore", MARK] if source == "a.csv" else []
            out = f"{source}.out.{form}"
            status = program.main(
                ["--audit", source, "--out", out, *options, "--summary", f"{out}.html", "--summary", f"{out}.json"]
            )
            assert status == (2 if source == "b.csv" else 0)
    printed = "".join(capfd.readouterr())
    written = b"".join(path.read_bytes() for path in Path.cwd().iterdir() if ".out." in path.name)
    assert MARK not in printed and MARK.encode() not in written
    assert b"REF1" in written and "REF1" not in printed
    assert pl.read_parquet("a.ndjson.out.parquet")["ref"].to_list()[:3] == ["REF0", "REF1", "REF2"]
    assert MARK not in str(pl.read_parquet("a.csv.out.parquet").rows())


def test_output_is_private_and_a_formula_is_text() -> None:
    umask = os.umask(0)
    try:
        Path("=1+1.csv").write_text(
            'id,codes\n=cmd|x,64483\n"+1",64483\n-1,64483\n@a,64483\n"a,""b",64483\n"a\tb",64483\n'
        )
        for form in ("csv", "parquet", "ndjson"):
            names = [f"out.{form}", f"{form}.html", f"{form}.json"]
            options = ["--ref", "id", "--summary", names[1], "--summary", names[2]]
            assert run("audit", "=1+1.csv", "--out", names[0], *options).exit_code == 0
            assert {stat.S_IMODE(Path(name).stat().st_mode) for name in names} == {0o600}
    finally:
        os.umask(umask)
    with Path("out.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["ref"] for row in rows] == ["'=cmd|x", "'+1", "'-1", "'@a", 'a,"b', ""]
    assert {row["file"] for row in rows} == {"'=1+1.csv"}


def test_a_reference_is_a_text_or_a_whole_number_that_fits_on_a_line() -> None:
    references = ["A-1", 17, "x" * 200, "x" * 201, "", None, True, 1.5, ["x"], {"x": 1}, "a\nb", "\u202e"]
    text = "".join(json.dumps({"codes": ["64483"], "id": reference}) + "\n" for reference in references)
    Path("a.ndjson").write_text(text + "{\n")
    rows = rows_of("a.ndjson", reference="id", summaries=["s.json"])
    assert [row["ref"] for row in rows] == ["A-1", "17", "x" * 200, *[None] * 10]
    assert {row["outcome"] for row in rows[:-1]} == {"incomplete"}
    assert json.loads(Path("s.json").read_text())["without_reference"] == 10


# ---------------------------------------------------------------- the summary


def test_the_summary_counts_the_rows() -> None:
    requests = [request for key in ("esi@6.0.0", "scs@6.0.0", "wiser@6.0.0") for request in drawn(40, key)]
    Path("a.ndjson").write_text("".join(f"{json.dumps(request)}\n" for request in requests) + "{\n")
    rows = rows_of("a.ndjson", summaries=["s.json", "s.html"])
    said = json.loads(Path("s.json").read_text())
    results = [check_json(json.dumps(request)) for request in requests]
    assert said["rows"] == len(rows) == 121
    for outcome, number in said["outcomes"].items():
        assert number == sum(row["outcome"] == outcome for row in rows)
    for policy in said["policies"]:
        own = [r for r in results if (r.policy.id, r.policy.version) == (policy["policy"], policy["version"])]
        assert policy["rows"] == len(own)
        for criterion in policy["criteria"]:
            for verdict, number in criterion["verdicts"].items():
                assert number == sum(result.verdicts.get(criterion["id"]) == verdict for result in own)
        for gap in policy["gaps"]:
            assert gap["rows"] == sum(gap["fact"] in {f.name for g in r.gaps() for f in g.missing} for r in own)
    by_problem = {(one["path"], one["code"]): one["rows"] for one in said["problems"]}
    assert by_problem["", "not-json"] == 1 + sum(
        r.problems[:1] != () and r.problems[0].code == "not-json" for r in results
    )
    page = Path("s.html").read_text()
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert not re.search(r"<script|style=|\son\w+=|http|url\(", page.replace("http-equiv", ""))
    assert page.count("<svg") > 50 and "nan" not in page.lower().replace("pregnan", "")
    assert "Counts below 11" in page and "1*" in page


def test_a_page_without_rows_and_one_without_small_counts() -> None:
    Path("a.ndjson").write_text("\n")
    assert rows_of("a.ndjson", status=1, summaries=["s.html"]) == []
    assert "it holds no request" in Path("s.html").read_text()
    Path("b.ndjson").write_text((json.dumps(READY) + "\n") * 11)
    rows_of("b.ndjson", summaries=["t.html"])
    assert "Counts below" not in Path("t.html").read_text()


def test_another_version_is_compared_as_if_both_were_in_force() -> None:
    old = {**OPEN, "received_date": "2026-04-20", "pain_duration": 6, "guidance": "fluoroscopy"}
    rows = of_content(
        "a.ndjson", "\n".join(map(json.dumps, (READY, OPEN, old))), against="esi@1.0.0", summaries=["s.json"]
    )
    assert [(row["before"], row["after"]) for row in rows[:2]] == [("ready", "ready"), ("incomplete", "incomplete")]
    turned = {**OPEN, "pain_duration": 6, "guidance": "fluoroscopy"}  # the contraindications alone are missing
    (row,) = of_content("b.ndjson", json.dumps(turned), against="esi@1.0.0", summaries=["t.json"])
    assert (row["version"], row["before"], row["after"]) == ("6.0.0", "incomplete", "ready")
    assert {"id": "contraindications", "before": "missing", "after": "not asked"} in row["changed"]
    said = json.loads(Path("t.json").read_text())["against"]
    assert (said["compared"], said["changed"]) == (1, 1)
    assert [one["criterion"] for one in said["by"]] == ["contraindications"]
    (row,) = of_content(
        "c.ndjson",
        json.dumps({**turned, "received_date": "2026-04-20", "service_date": "2026-04-22"}),
        against="esi@6.0.0",
    )
    assert row["version"] == "1.0.0"
    assert row["after"] != "out of scope"
    (row,) = of_content("d.ndjson", '{"codes": ["63655"]}', against="esi@6.0.0")
    assert (row["policy"], row["against"], row["changed"]) == ("scs", "", [])


# ---------------------------------------------------------------- the command


@pytest.mark.parametrize(
    ("content", "options", "said"),
    [
        (b"codes,pain_duratoin\n", [], "column 2 of 2 is named like no fact; did you mean pain_duration?"),
        (b"codes,codes\n", [], "column 2 has the name of column 1"),
        (b"codes,symptoms,symptoms.claudication\n", [], "symptoms has a column of its own and columns for its items"),
        (b"codes\n", ["--ref", "id"], "no column has the name that --ref gives"),
        (b"codes,\xff\n", [], "does not name the columns"),
        (b"\xff\xfec\x00o\x00", [], "does not name the columns"),
        (b"", [], "it is empty"),
        (b"codes\n", ["--ref", "history"], "history is a fact of a request"),
        (b"codes\n", ["--ref", "a", "--ignore", "a"], "--ref and --ignore name the same"),
        (b"codes\n", ["--policy", "knee"], "there is no policy knee"),
        (b"codes\n", ["--against", "esi@9.0.0"], "there is no policy esi@9.0.0"),
        (b"codes\n", ["--against", "wiser"], "is a program"),
        (b"codes\n", ["--out", "a.txt"], "--out names a file that ends in"),
        (b"codes\n", ["--out", "a.csv"], "a file is named twice"),
        (b"codes\n", ["--summary", "a.txt"], "--summary names a file that ends in"),
        (b"codes\n", ["--jobs", "0"], "--jobs is 1 or more"),
        (b"codes\n", ["--out", ""], "name the files to audit, and the result with --out"),
        (b"codes\n", ["--columns", "esi"], "--columns is asked for alone"),
        (b"codes\n", ["b.txt"], "b.txt: No such file"),
        (b"codes\n", ["a.csv.d"], "a.csv.d: the name of a file to audit ends in"),
    ],
)  # fmt: skip
def test_what_cannot_be_audited_is_said_before_anything_is_written(
    content: bytes, options: list[str], said: str, folder: Path, capsys: Any
) -> None:
    Path("a.csv").write_bytes(content)
    Path("a.csv.d").write_text("x")
    arguments = ["a.csv", "--out", "out.csv", *options]
    with_click = run("audit", *arguments)
    assert with_click.exit_code == 2
    assert said in " ".join(with_click.output.split())
    try:
        status = program.main(["--audit", *arguments])
    except SystemExit as end:
        status = int(str(end.code))
    assert status == 2
    assert said in " ".join(capsys.readouterr().err.split())
    assert {path.name for path in folder.iterdir()} == {"a.csv", "a.csv.d"}


def test_no_parquet_is_no_parquet(capsys: Any) -> None:
    Path("a.parquet").write_bytes(b"PAR1 and no more")
    assert audit(Asked(["a.parquet"], "out.csv"), print) == 2
    assert "no Parquet file, or damaged" in capsys.readouterr().err


def test_without_polars_all_else_works(folder: Path) -> None:
    Path("a.ndjson").write_text(json.dumps(READY) + "\n")
    Path("a.parquet").write_text("x")
    hide = "import sys; sys.modules['polars'] = None\nfrom wiser_policies.__main__ import main\nsys.exit(main())"

    def told(*arguments: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-c", hide, "--audit", *arguments], capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout + done.stderr

    assert told("a.ndjson", "--out", "out.csv")[0] == 0
    for arguments in (("a.parquet", "--out", "out2.csv"), ("a.ndjson", "--out", "out.parquet")):
        status, said = told(*arguments)
        assert status == 2
        assert "needs Polars" in said


def test_progress_says_the_rate_and_the_time_left() -> None:
    assert progress(5_000, 50, 200, 50, 10.0) == "5,000 rows, 500 a second, 25 %, 30 s left"
    assert progress(1, 100, 1_000_000, 50, 2.0).endswith("11 h 6 min left")
    assert progress(0, 0, 0, 0, 0.0) == "0 rows, 0 a second, 100 %, 0 s left"


def test_the_summary_is_printed_as_text_or_json() -> None:
    Path("a.ndjson").write_text(json.dumps(READY) + "\n" + json.dumps(OPEN))
    text = run("audit", "a.ndjson", "--out", "out.csv").output
    assert text.startswith("2 requests: 1* ready, 1* incomplete\n")
    assert "pain-duration" in text
    as_json = json.loads(run("audit", "a.ndjson", "--out", "out2.csv", "--format", "json").output)
    assert as_json["outcomes"] == {"ready": 1, "incomplete": 1}
    assert sum(1 for _ in csv_rows("out2.csv")) == 2


def test_of_many_versions_the_text_shows_what_is_open_most_often_on_narrow_lines() -> None:
    requests = [json.dumps(request) for key in sorted(documents()) for request in documents()[key].examples]
    Path("a.ndjson").write_text("\n".join(requests))
    printed = run("audit", "a.ndjson", "--out", "out.csv", "--summary", "s.json").output
    assert max(map(len, printed.splitlines()[:-1])) <= 80  # the last one ends all commands
    assert printed.count("The page and the JSON of the summary have all criteria, and all facts.\n") == 1
    policies = json.loads(Path("s.json").read_text())["policies"]
    shown = re.split(r"\n\n", printed)[1 : 1 + len(policies)]
    for policy, part in zip(policies, shown, strict=True):
        title = f"{policy['title']} ({policy['policy']} {policy['version']})"
        assert " ".join(part.split()).startswith(f"{title} ")
        verdicts = {one["id"]: one["verdicts"] for one in policy["criteria"] if any(one["verdicts"].values())}
        asked = [one["id"] for one in policy["criteria"] if one["effect"] != "advisory" and one["id"] in verdicts]
        open_ = {id: verdicts[id]["not met"] + verdicts[id]["missing"] for id in asked}
        often = sorted((number for number in open_.values() if number), reverse=True)[:5]
        rows = re.findall(r"^ +([0-9]+)[* ] +([0-9]+)[* ] +([0-9]+)[* ] +([0-9]+)[* ] +([a-z0-9-]+)", part, re.M)
        assert [int(not_met) + int(missing) for _, not_met, missing, _, _ in rows] == often
        for *numbers, id in rows:
            assert [int(number) for number in numbers] == list(verdicts[id].values())
        facts = re.findall(r"^ +([0-9]+)[* ] +([a-z]\w*)  ", part, re.M)
        assert [(int(number), fact) for number, fact in facts] == [(g["rows"], g["fact"]) for g in policy["gaps"]][:5]
        left = {"criteria": len(verdicts) - len(rows), "facts": len(policy["gaps"]) - len(facts)}
        for name, number in left.items():
            assert (f" {number} more {name}" in part) == (number > 0)


def csv_rows(name: str) -> Iterator[dict[str, str]]:
    with Path(name).open(newline="") as file:
        yield from csv.DictReader(file)


def test_the_columns_of_a_policy_are_a_table_that_can_be_filled_in() -> None:
    for key in documents():
        Path("columns.csv").write_text(run("audit", "--columns", key).output)
        names = [row["column"] for row in csv_rows("columns.csv")]
        assert {name.partition(".")[0] for name in names} == {fact.name for fact in validator(key).POLICY.facts}
        (row,) = of_content("a.csv", ",".join(names) + "\n" + "," * (len(names) - 1) + "\n", policy=key)
        assert row["outcome"] != "invalid"
    assert run("audit", "--columns", "knee").exit_code == 2


def test_every_name_of_a_fact_has_one_kind_and_no_option_has_a_separator() -> None:
    """A cell is read before the version is known to ask for it, and items are cut at `;`."""
    kinds: dict[str, set[str]] = {}
    for key in documents():
        for fact in validator(key).POLICY.facts:
            kinds.setdefault(fact.name, set()).add(fact.kind)
            assert not any(";" in option for option in fact.options)
            assert "." not in fact.name
    assert all(len(found) == 1 for found in kinds.values())
    assert _audit_csv.YES_NO["TRUE"] is True
