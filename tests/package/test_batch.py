"""Many requests from one file: each is answered in its place, whatever is wrong with another."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path
from typing import Any

import pytest
from case_tables import request_of
from command_line import run
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator
from wiser_policies import _batch, ask_list, check, check_json, known_versions, validator
from wiser_policies._batch import CHUNK, _of_array, requests_in

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "generated/json_schema"
READY = json.loads((ROOT / "docs/requests/esi-ready.json").read_text("utf-8"))
OPEN = json.loads((ROOT / "docs/requests/esi-three-missing.json").read_text("utf-8"))
SECONDS = 60


def read(data: bytes, name: str = "a.json", lines: bool = False) -> tuple[bool, list[tuple[str, bytes]]]:
    many, documents = requests_in(io.BufferedReader(io.BytesIO(data)), name, lines)
    return many, list(documents)


def in_pieces(data: bytes, sizes: list[int]) -> Iterator[bytes]:
    """The same bytes, cut anywhere."""
    for size in sizes:
        if data[:size]:
            yield data[:size]
        data = data[size:]
    if data:
        yield data


# ---------------------------------------------------------------- arrays

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text('"\\[]{},: aé\n', max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text('"\\[]{},: b', max_size=4), inner, max_size=4),
    max_leaves=20,
)


@given(
    st.lists(values, max_size=6), st.sampled_from([None, 1]), st.booleans(), st.lists(st.integers(1, 9), max_size=60)
)
def test_an_array_has_its_items_wherever_it_is_cut(
    items: list[Any], indent: int | None, ascii_only: bool, sizes: list[int]
) -> None:
    data = json.dumps(items, indent=indent, ensure_ascii=ascii_only).encode()
    found = list(_of_array("a", in_pieces(data, sizes)))
    assert [json.loads(item) for _, item in found] == items
    assert [place for place, _ in found] == [f"a#/{number}" for number in range(len(items))]


def test_a_text_is_read_on_behind_a_cut_at_any_place() -> None:
    items = ['a"]', "\\", '\\"', {'"': '\\\\"],['}, "é\\u\\"]
    data = json.dumps(items).encode()
    whole = list(_of_array("a", iter([data])))
    assert [json.loads(item) for _, item in whole] == items
    for first in range(1, len(data)):
        for sizes in ([first], [first, 1], [first, 1, 1]):
            assert list(_of_array("a", in_pieces(data, sizes))) == whole


@given(st.binary(max_size=30).map(lambda data: b"[" + data), st.lists(st.integers(1, 5), max_size=20))
def test_what_only_begins_like_an_array_has_an_item_that_is_no_json(data: bytes, sizes: list[int]) -> None:
    found = list(_of_array("a", in_pieces(data, sizes)))
    assert found == list(_of_array("a", iter([data])))
    if not isinstance(parsed(data), list):
        assert "invalid" in {check_json(item).outcome for _, item in found}


def parsed(data: bytes) -> object:
    try:
        return json.loads(data.decode("utf-8"))
    except ValueError:
        return None


@pytest.mark.parametrize(
    ("data", "items"),
    [
        ("[]", 0), (" \n[\n]\n", 0), ("[{}]", 1), ("[{},{}]", 2), ("[{},]", 2), ("[,]", 2), ("[{}", 1), ("[", 1),
        ("[{}] {}", 2), ("[{}]]", 2), ("[{}\x00]", 1), ("[{]", 1), ("[}", 1), ("[{}}, {}]", 2), ('["', 1), ('["\\', 1),
    ],
)  # fmt: skip
def test_a_broken_array_is_answered_item_by_item(data: str, items: int) -> None:
    many, found = read(data.encode())
    assert (many, len(found)) == (True, items)
    broken = not isinstance(parsed(data.encode()), list)
    assert any(check_json(item).problems[0].code == "not-json" for _, item in found) == broken


LIMIT = 1000


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document is too large with more bytes than LIMIT."""
    monkeypatch.setattr(_batch, "MOST_BYTES", LIMIT)


@pytest.mark.usefixtures("small")
def test_an_item_that_is_too_large_is_cut_and_the_next_one_is_read() -> None:
    for filling in (
        b'{"a": "' + b"x" * 200_000 + b'"}',
        b"[" * 100_000 + b"]" * 100_000,
        b'{"' + b"\\\\" * 90_000 + b'":1}',
    ):
        many, found = read(b"[{}, " + filling + b", 5]")
        assert (many, [len(item) for _, item in found]) == (True, [2, LIMIT + 1, 2])


# ---------------------------------------------------------------- lines


def test_each_line_that_is_not_blank_is_a_request() -> None:
    data = b'{"a": 1}\r\n\n   \n{"b": \n\xff\n\xef\xbb\xbf{}\n[]\n5'
    for name in ("a.ndjson", "b.jsonl", "C.NDJSON"):
        many, found = read(data, name)
        assert many
        assert [place.partition(":")[2] for place, _ in found] == ["1", "4", "5", "6", "7", "8"]
        assert [json.loads(line) for _, line in found[:1] + found[-1:]] == [{"a": 1}, 5]
    assert read(data, "-", lines=True)[1] == [(f"-:{place.partition(':')[2]}", line) for place, line in found]


@pytest.mark.parametrize(
    ("data", "many"),
    [
        ('{"a": 1}\n{"b": 2}', True), ('\n\n {"a": 1} \r\n\n {"b', True), ('{"a": 1}\n', False), ('{"a": 1}', False),
        ('{\n"a": 1}', False), ('{"a": [{}\n,{}]}', False), ('{"a": [\n{}\n]}', False), ("", False), ("\n", False),
        ("5\n6", False), ("[1]\n[2]", True), ('{"a": {}\n}', False), ('{"a": 1}\n5', False), ('\ufeff{}\n{}', False),
    ],
)  # fmt: skip
def test_the_content_tells_whether_a_file_holds_many(data: str, many: bool) -> None:
    found, documents = read(data.encode())
    assert found == many
    if not many:
        assert documents == [("a.json", data.encode())]


@given(values.map(lambda value: json.dumps({"a": value}, indent=1)), st.integers(0, 40))
def test_no_single_document_is_taken_for_many(document: str, blanks: int) -> None:
    """Nor with other white space in it."""
    for text in (document, document.replace("\n", ""), "\n" * blanks + document.replace(" ", "\n") + "\n" * blanks):
        assert read(text.encode()) == (False, [("a.json", text.encode())])


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("size", [LIMIT - 1, LIMIT, LIMIT + 1, LIMIT + 2, 5 * CHUNK], ids=str)
def test_a_line_that_is_too_large_is_cut_and_the_next_one_is_read(size: int) -> None:
    for end in (b"\n5", b"\r\n5\n"):
        _, found = read(b"{}\n" + b"x" * size + end, "a.ndjson")
        assert [place for place, _ in found] == ["a.ndjson:1", "a.ndjson:2", "a.ndjson:3"]
        assert len(found[1][1].rstrip(b"\r")) == min(size, LIMIT + 1)
        assert found[2][1] == b"5"


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("data", [b'{"a": "' + b"x" * 5000, b"\n" * 5000, b"{\n" + b" \n" * 5000, b"x" * 5000], ids=len)
def test_a_large_single_document_is_cut_behind_the_limit(data: bytes) -> None:
    many, ((_, document),) = read(data)
    assert not many
    assert data.startswith(document)
    assert LIMIT < len(document) <= 2 * LIMIT + 2


class Endless(io.RawIOBase):
    """A file of many pieces between two ends, which are made up when they are read."""

    def __init__(self, begin: bytes, piece: bytes, times: int, end: bytes) -> None:
        self.pieces = chain([begin], repeat(piece, times), [end])
        self.rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        while not self.rest and (more := next(self.pieces, None)) is not None:
            self.rest = more
        size = min(len(into), len(self.rest))
        into[:size], self.rest = self.rest[:size], self.rest[size:]
        return size


LONG = b'{"codes": ["99999"]}' + b" " * 100_000


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("name", "begin", "piece", "end", "number"),
    [
        pytest.param("a.ndjson", b"", LONG + b"\n", b"", 200, id="many lines"),
        pytest.param("a.json", b"[", LONG + b",", b"{}]", 201, id="many items"),
        pytest.param("a.ndjson", b"5\n", LONG, b"\n5", 3, id="a long line"),
        pytest.param("a.json", b"[5,", LONG, b",5]", 3, id="a long item"),
        pytest.param("a.json", b'[5,"', LONG.replace(b'"', b"x"), b'",5]', 3, id="a long text"),
        pytest.param("a.ndjson", b"", b" " * 100_000, b"\n5", 1, id="a long blank line"),
        pytest.param("a.json", b"[5]", b" " * 100_000, b"", 1, id="blanks behind the end"),
        pytest.param("a.json", b"", LONG, b"", 1, id="a long document"),
    ],
)
def test_no_more_is_kept_than_a_document(name: str, begin: bytes, piece: bytes, end: bytes, number: int) -> None:
    """20 million bytes are read in less than one million bytes of memory."""
    tracemalloc.start()
    try:
        _, documents = requests_in(io.BufferedReader(Endless(begin, piece, 200, end)), name)
        assert sum(1 for _ in documents) == number
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


# ---------------------------------------------------------------- what commands answer

MIXED = [
    (json.dumps(READY), "ready", ""),
    (json.dumps(OPEN), "incomplete", "missing: pain-duration, image-guidance, contraindications"),
    ('{"codes": ["Quillfeather', "invalid", "the document is not JSON"),
    (json.dumps(READY | {"state": "CA"}), "out of scope", "not met: state"),
    (json.dumps(READY | {"pain_duration": 3}), "not met", "not met: pain-duration"),
    ('{"codes": ["64483"], "codes": []}', "invalid", "a key stands twice in one object"),
    (json.dumps(READY | {"pain_duration": "Quillfeather"}), "invalid", "/pain_duration: wrong-type"),
]
OF_FILES = ("the document is not JSON", "a key stands twice in one object")
TALLY = "7 requests: 1 ready, 1 incomplete, 1 not met, 1 out of scope, 3 invalid"


@pytest.fixture(params=["lines", "array", "standard input"])
def batch(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[list[str], bytes, list[str]]:
    """Arguments and standard input of a command, and the places of its requests."""
    documents = [document for document, _, _ in MIXED]
    lines = ("\n\n".join(documents)).encode()
    if request.param == "standard input":
        return ["-", "--lines"], lines, [f"-:{1 + 2 * number}" for number in range(7)]
    if request.param == "lines":
        (tmp_path / "a.ndjson").write_bytes(lines)
        return [str(tmp_path / "a.ndjson")], b"", [f"{tmp_path}/a.ndjson:{1 + 2 * number}" for number in range(7)]
    (tmp_path / "a.json").write_text(
        "[" + ",\n".join([*documents[:2], '{"codes": [Quillfeather]}', *documents[3:]]) + "]"
    )
    return [str(tmp_path / "a.json")], b"", [f"{tmp_path}/a.json#/{number}" for number in range(7)]


def test_text_has_a_line_for_each_request_and_their_number(batch: tuple[list[str], bytes, list[str]]) -> None:
    arguments, stdin, places = batch
    result = run("check", *arguments, stdin=stdin)
    assert result.exit_code == 2
    *lines, tally, notice = result.stdout.splitlines()
    for line, place, (_, outcome, why) in zip(lines, places, MIXED, strict=True):
        applied = "" if why in OF_FILES else " (esi 6.0.0)"
        assert line == f"{place}: {outcome.upper()}{applied}{f' {why}' if why else ''}"
    assert tally == TALLY
    assert "not a coverage decision" in notice
    assert "Quillfeather" not in result.output


def test_json_has_a_short_answer_on_each_line(batch: tuple[list[str], bytes, list[str]]) -> None:
    arguments, stdin, places = batch
    result = run("check", "--format", "json", *arguments, stdin=stdin)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(answer["file"], answer["outcome"]) for answer in answers] == [
        (place, outcome) for place, (_, outcome, _) in zip(places, MIXED, strict=True)
    ]
    assert answers[1] == {"file": places[1], **check(OPEN).as_summary()}
    assert max(map(len, result.stdout.splitlines())) < 4096
    assert "Quillfeather" not in result.output


def test_every_answer_is_whole_if_that_is_asked_for(batch: tuple[list[str], bytes, list[str]]) -> None:
    arguments, stdin, places = batch
    whole = run("check", "--full", *arguments, stdin=stdin).stdout
    assert whole.count("This is about documentation.") == 8
    assert f"{places[1]}: INCOMPLETE: " in whole
    assert TALLY in whole
    lines = run("check", "--full", "--format", "json", *arguments, stdin=stdin).stdout.splitlines()
    open_one = check(OPEN)
    assert json.loads(lines[1]) == {"file": places[1], **open_one.as_dict(), "ask": ask_list(open_one).as_dict()}


@pytest.mark.parametrize(
    "options", [[], ["--full"], ["--format", "json"], ["--full", "--format", "json"]], ids=" ".join
)
def test_both_commands_answer_many_in_the_same_words(
    options: list[str], batch: tuple[list[str], bytes, list[str]]
) -> None:
    arguments, stdin, _ = batch
    command = [sys.executable, "-m", "wiser_policies", *options, *arguments]
    done = subprocess.run(command, input=stdin, capture_output=True, check=False)
    assert done.stdout.decode() == run("check", *options, *arguments, stdin=stdin).stdout
    assert done.returncode == 2


def test_scope_answers_many_too(batch: tuple[list[str], bytes, list[str]]) -> None:
    arguments, stdin, _ = batch
    result = run("scope", *arguments, stdin=stdin)
    assert result.stdout.splitlines()[-2] == "7 requests: 4 in scope, 1 out of scope, 2 invalid"


@pytest.mark.parametrize(("change", "status"), [({}, 0), ({"state": "CA"}, 1), ({"state": 5}, 2)])
def test_the_worst_outcome_is_the_exit_status(change: dict[str, object], status: int, tmp_path: Path) -> None:
    (tmp_path / "a.ndjson").write_text(f"{json.dumps(READY)}\n{json.dumps(READY | change)}\n{json.dumps(READY)}\n")
    assert run("check", tmp_path / "a.ndjson").exit_code == status


def test_files_of_one_request_are_answered_as_before_until_a_file_has_many(tmp_path: Path) -> None:
    one = ROOT / "docs/requests/esi-ready.json"
    (tmp_path / "a.ndjson").write_text(json.dumps(OPEN))
    assert [answer["file"] for answer in json.loads(run("check", "--format", "json", one, one).stdout)] == [
        str(one)
    ] * 2
    for files in ([one, tmp_path / "a.ndjson", one], [tmp_path / "a.ndjson", one, one]):
        answers = [json.loads(line) for line in run("check", "--format", "json", *files).stdout.splitlines()]
        assert [answer["file"].removesuffix(":1") for answer in answers] == list(map(str, files))
        assert all("open" in answer for answer in answers)
        assert run("check", *files).stdout.splitlines()[-2] == "3 requests: 2 ready, 1 incomplete"


@pytest.mark.parametrize("content", ["", "\n \n", "[]"])
def test_a_file_of_many_that_holds_none_is_no_success(content: str, tmp_path: Path) -> None:
    file = tmp_path / "a.ndjson" if not content.startswith("[") else tmp_path / "a.json"
    file.write_text(content)
    result = run("check", file)
    assert (result.exit_code, result.stderr) == (2, f"{file}: it holds no request\n")
    (answer,) = map(json.loads, run("check", "--format", "json", file).stdout.splitlines())
    assert (answer["file"], answer["problems"][0]["code"]) == (str(file), "unreadable")


@pytest.mark.parametrize("name", ["a.ndjson", "b.json"])
def test_what_is_no_file_ends_nothing(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.ndjson").mkdir()
    (tmp_path / "c.ndjson").write_text(json.dumps(READY))
    result = run("check", tmp_path / name, tmp_path / "c.ndjson")
    assert result.exit_code == 2
    assert f"{tmp_path / name}: cannot be read: " in result.stderr
    assert "c.ndjson:1: READY (esi 6.0.0)\n2 requests: 1 ready, 1 invalid" in result.stdout


# ---------------------------------------------------------------- long files

MODULES = {"wiser": ["wiser_compiler", "check"], "package": ["wiser_policies"]}
every_module = pytest.mark.parametrize("module", MODULES.values(), ids=MODULES)


@every_module
def test_an_answer_is_written_before_the_next_request_comes(module: list[str]) -> None:
    """And Ctrl-C ends the command without a word, with whole lines behind it."""
    command = [sys.executable, "-m", *module, "--lines", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in (1, 2):
            process.stdin.write(json.dumps(READY).encode() + b"\n")
            assert process.stdout.readline() == f"-:{number}: READY (esi 6.0.0)\n".encode()
        process.send_signal(signal.SIGINT)
        printed, said = process.communicate(timeout=SECONDS)
    assert (printed, said.splitlines()[1:], process.returncode) == (b"", [], -signal.SIGINT)


def test_progress_is_told_on_a_terminal_that_shows_no_answers() -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "wiser_policies", "--lines", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=theirs, bufsize=0) as process:
        os.close(theirs)
        assert process.stdin is not None
        assert process.stdout is not None
        while b"requests answered" not in (said := waiting(ours)):
            process.stdin.write(b"{}\n")
            assert process.stdout.readline()
        process.communicate(timeout=SECONDS)
        said += waiting(ours)
    os.close(ours)
    assert said.startswith(b"\r")
    assert said.rstrip(b" ") == said.rstrip(b" \r") + b"\r" or said.endswith(b" \r")  # taken away at the end


def waiting(terminal: int) -> bytes:
    """What a terminal was sent so far."""
    import select

    ready, _, _ = select.select([terminal], [], [], 0.05)
    try:
        return os.read(terminal, CHUNK) if ready else b""
    except OSError:  # the other end is closed
        return b""


# ---------------------------------------------------------------- the short answer


def edges_of(key: str) -> list[dict[str, Any]]:
    """Requests of every kind for a version: those of its boundary cases, and broken ones."""
    id, _, version = key.partition("@")
    table = json.loads((ROOT / f"generated/cases/{id}/{version}.json").read_text("utf-8"))
    requests = [request_of(table, row) for row in table["rows"][::7]]
    return [*requests, {}, {"codes": ["64483"], "received_date": "2026-08-01"}, {"codes": 5, "state": None}]


@pytest.mark.parametrize("key", known_versions())
def test_the_summary_says_what_the_whole_result_says(key: str) -> None:
    schemas = [Draft202012Validator(json.loads((SCHEMAS / "summary.schema.json").read_text("utf-8"))),
               Draft7Validator(json.loads((SCHEMAS / "draft-07/summary.schema.json").read_text("utf-8")))]  # fmt: skip
    for request in edges_of(key):
        result = check(request, key)
        short, whole = result.as_summary(), result.as_dict()
        for name in ("policy", "version", "meaning", "outcome", "problems", "services"):
            assert short[name] == whole[name]  # type: ignore[literal-required]
        assert short["open"] == [
            {"id": one["id"], "verdict": one["verdict"], "missing": [fact["fact"] for fact in one["missing"]]}
            for one in whole["criteria"]
            if one["effect"] != "advisory" and one["verdict"] in ("missing", "not met")
        ]
        days = {one["id"]: one["day"] for one in whole["deadlines"] if one["verdict"] != "not applicable"}
        assert short["deadlines"] == days
        assert short["later_editions"] == [one["name"] for one in whole["later_editions"]]
        assert short["left_off"] == [one["code"] for one in whole["left_off"]]
        sent = json.loads(json.dumps({"file": "a.ndjson:1", **short}))
        assert [error.message for schema in schemas for error in schema.iter_errors(sent)] == []


def test_the_schema_of_summaries_is_closed() -> None:
    schema = Draft202012Validator(json.loads((SCHEMAS / "summary.schema.json").read_text("utf-8")))
    known: dict[str, Any] = dict(check(OPEN).as_summary())
    assert schema.is_valid(known)
    for broken in (
        known | {"outcome": "redy"}, known | {"more": 1}, known | {"deadlines": {"other": None}},
        known | {"open": [{"id": "a", "verdict": "met", "missing": []}]}, {**known, "open": None},
        {name: value for name, value in known.items() if name != "open"},
    ):  # fmt: skip
        assert not schema.is_valid(broken)


@pytest.mark.parametrize("key", known_versions())
def test_the_summary_of_a_request_with_three_things_missing_is_small(key: str) -> None:
    assert len(json.dumps(check(OPEN).as_summary())) < 1000
    nothing: dict[str, Any] = {}
    assert len(json.dumps(validator(key).check(nothing).as_summary())) < 8000
