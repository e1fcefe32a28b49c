"""`wiser fill` asks in plain lines, and keeps every answer in a private file, whatever ends it."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from command_line import ROOT, run
from wiser_policies import check

READY: dict[str, Any] = json.loads((ROOT / "docs/requests/esi-ready.json").read_text("utf-8"))
PROGRAMS = {
    "wiser": [sys.executable, "-m", "wiser_compiler", "fill"],
    "package": [sys.executable, "-m", "wiser_policies", "--fill"],
}
FIRST = ("64483-LT", "Texas", "Original Medicare", "5/4/2026", "4/27/2026")
KNOWN = {
    "codes": ["64483"], "state": "TX", "payer": "original", "service_date": "2026-05-04", "received_date": "2026-04-27",
}  # fmt: skip


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has a folder of its own, without policies: no note says that they were edited."""
    monkeypatch.chdir(tmp_path)


def fill(*typed: str, file: str = "request.json", options: tuple[str, ...] = ()) -> Result:
    return run("fill", *([file] if file else []), *options, stdin="".join(f"{line}\n" for line in typed).encode())


def kept(file: str = "request.json") -> Any:
    return json.loads(Path(file).read_text("utf-8"))


# ---------------------------------------------------------------- what is asked and shown


def test_answers_are_understood_as_people_spell_them_shown_and_kept() -> None:
    result = fill(*FIRST)
    assert kept() == KNOWN
    shown = [line.removeprefix("Understood: ") for line in result.output.splitlines() if line.startswith("Understood")]
    assert shown == [
        "64483 (without the modifier LT)", "Texas", "Original Medicare", "May 4, 2026", "April 27, 2026",
    ]  # fmt: skip
    assert result.exit_code == 1
    assert "All answers so far are in request.json. To go on: wiser fill request.json" in result.output


def test_what_is_not_understood_is_asked_again_with_what_to_write() -> None:
    result = fill("64483", "TX", "Medicare", "Original Medicare", "25/12/2026", "12/25/2026")
    assert "This can be “Original Medicare”, “Medicare Advantage” or “Railroad Medicare”." in result.output
    assert "There is no month 25: here the month comes first." in result.output
    assert "Write a date as month/day/year, such as 6/10/2026." in " ".join(result.output.split())
    assert (kept()["payer"], kept()["service_date"]) == ("original", "2026-12-25")


def test_help_says_what_to_write_where_to_look_and_what_it_is_for() -> None:
    said = " ".join(fill(*FIRST, "?").output.partition("April 27, 2026")[2].split())
    assert "Write one of these answers: office (11); home (12);" in said
    assert "Where to look: Request, from our office." in said
    assert re.search(r"Asked for: The place is an office, a home, .* \(guide section 1.5\)", said)
    assert "- where nobody has looked yet, b to go back, q to stop" in said


def test_an_empty_line_answers_nothing() -> None:
    result = fill("", "64483")
    assert "Type an answer, or - to leave it open." in result.output
    assert kept() == {"codes": ["64483"]}


def test_a_question_that_is_left_open_comes_again_the_next_time() -> None:
    first = fill("64483", "-", "q")
    assert "Left open." in first.output
    assert "Who pays for the service?" in first.output
    second = fill("q")
    assert "Answered so far: 1." in second.output
    assert "In which state will the service be given?" in second.output


def test_every_answer_can_be_gone_back_to_and_enter_keeps_it() -> None:
    result = fill("64483", "TX", "Railroad", "b", "b", "Ohio", "b", "b", "", "q")
    assert "So far: Railroad Medicare. Enter keeps it." in result.output
    assert "So far: Texas. Enter keeps it." in result.output
    assert "So far: 64483. Enter keeps it." in result.output
    assert kept() == {"codes": ["64483"], "state": "OH", "payer": "railroad"}


def test_answers_of_an_earlier_day_can_be_gone_back_to() -> None:
    fill(*FIRST)
    result = fill("b", "b", "6/1/2026", "q")
    assert "So far: May 4, 2026. Enter keeps it." in result.output
    assert kept() == KNOWN | {"service_date": "2026-06-01"}
    assert "This is the first question." in fill("b", "b", "b", "b", "b", "b", "q").output


def test_a_list_is_stated_record_by_record_and_stands_in_the_request_when_it_is_complete() -> None:
    chart = {name: value for name, value in READY.items() if name != "follow_ups"}
    chart |= {"response_scale": "odi", "baseline_score": 52}
    Path("request.json").write_text(json.dumps(chart), "utf-8")
    result = fill("yes", "4/10/2026", "ODI", "20%", "yes", "4/20/26", "odi")
    assert "Follow-up 1, April 10, 2026: " in result.output
    assert "follow_ups" not in kept()
    assert kept("request.unfinished.json") == {
        "list": "follow_ups",
        "records": [
            {"follow_up_date": "2026-04-10", "follow_up_scale": "odi", "score": 20},
            {"follow_up_date": "2026-04-20", "follow_up_scale": "odi"},
        ],
    }
    fill("24", "no", "q")
    assert [row["score"] for row in kept()["follow_ups"]] == [20, 24]
    assert not Path("request.unfinished.json").exists()


def test_going_back_in_a_list_changes_the_record_that_is_asked_again() -> None:
    chart = {name: value for name, value in READY.items() if name not in ("prior_sessions", "follow_ups")}
    Path("request.json").write_text(json.dumps(chart), "utf-8")
    fill("none", "yes", "1/5/2026", "lumbar", "yes", "9/2/2025", *"bbbb", "1/6/2026", "lumbar", "no", "q")
    assert [row["session_date"] for row in kept()["prior_sessions"]] == ["2026-01-06", "2025-09-02"]
    assert kept()["prior_sessions"][0]["session_region"] == "lumbar_sacral"


def test_a_list_that_was_begun_anew_leaves_no_question_about_records_that_are_gone() -> None:
    chart = {name: value for name, value in READY.items() if name not in ("prior_sessions", "follow_ups")}
    Path("request.json").write_text(json.dumps(chart), "utf-8")
    two = ("yes", "1/5/2026", "lumbar", "yes", "9/2/2025", "lumbar", "no")
    result = fill("none", *two, *"bbbbb", "yes", "1/7/2026", "lumbar", "no", *["b"] * 90, "q")
    assert "Listed so far: 2. Enter keeps them; with yes the list begins anew." in result.output
    assert "This is the first question." in result.output
    assert [row["session_date"] for row in kept()["prior_sessions"]] == ["2026-01-07"]


def test_at_the_end_the_outcome_is_shown_and_the_status_is_that_of_check() -> None:
    Path("request.json").write_text(json.dumps(READY), "utf-8")
    result = fill()
    assert result.exit_code == 0
    assert "READY" in result.output
    Path("request.json").write_text(json.dumps({name: READY[name] for name in READY if name != "history"}), "utf-8")
    result = fill("-", "")
    assert result.exit_code == 1
    assert "INCOMPLETE" in result.output
    fill("visit note of 4/2/2026, page 1")
    assert check(kept()).outcome == "ready"


def test_codes_that_are_out_of_scope_end_the_interview() -> None:
    result = fill("99999")
    assert "OUT OF SCOPE" in result.output
    assert result.exit_code == 1


def test_a_policy_can_be_named() -> None:
    assert "Is spinal instability" not in fill("-", "q", options=("--policy", "esi")).output
    result = run("fill", "request.json", "--policy", "esj")
    assert result.exit_code == 2
    assert "there is no policy esj" in result.stderr


# ---------------------------------------------------------------- the file


def test_a_new_file_is_for_its_owner_alone_and_another_keeps_its_permissions() -> None:
    before = os.umask(0)
    try:
        fill("64483")
    finally:
        os.umask(before)
    path = Path("request.json")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o640)
    fill("TX")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert kept()["state"] == "TX"


def test_the_name_of_the_file_is_asked_for() -> None:
    assert "Where shall the answers be kept?" in fill("mine.json", "64483", file="").output
    assert kept("mine.json") == {"codes": ["64483"]}
    fill("", "64483", file="")
    assert kept() == {"codes": ["64483"]}
    assert fill(file="").exit_code == 1


def test_nothing_is_written_where_nothing_was_answered() -> None:
    assert "no file was written" in fill("q").output
    assert list(Path().iterdir()) == []


def test_spellings_in_a_file_are_understood_and_what_is_not_is_asked_again() -> None:
    spelled = KNOWN | {"codes": "64483-LT", "state": "Texas", "service_date": "5/4/26", "place_of_service": 22}
    spelled |= {"baseline_score": "52%", "planned_levels": ["L4-5"], "limits_life": "perhaps", "sedation": "none"}
    spelled |= {"prior_sessions": [{"session_date": "1/5/2026", "session_region": "lumbar"}]}
    Path("request.json").write_text("\ufeff" + json.dumps(spelled), "utf-8")
    result = fill("hospital outpatient (13X)")
    assert "Is the pain severe enough" in result.output.partition("To be asked again: ")[2].splitlines()[0]
    assert kept() == KNOWN | {
        "place_of_service": "22", "baseline_score": 52, "planned_levels": ["L4-L5"], "sedation": "light",
        "prior_sessions": [{"session_date": "2026-01-05", "session_region": "lumbar_sacral"}], "bill_type": "13X",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "spelled", "value"),
    [
        ("service_date", "5/4/2026", "2026-05-04"),
        ("codes", ["64483-LT"], ["64483"]),
        ("codes", 64483, ["64483"]),
        ("state", "Texas", "TX"),
        ("payer", "Original Medicare", "original"),
        ("place_of_service", 11, "11"),
        ("pain_duration", "5 months", 21),
        ("limits_life", "yes", True),
        ("response_scale", "ODI", "odi"),
        ("baseline_score", "52%", 52),
        ("planned_levels", ["L4-5"], ["L4-L5"]),
        ("planned_levels", "L4-5", ["L4-L5"]),
        ("sedation", "none", "light"),
        ("prior_sessions", "none", []),
        ("symptoms", {"radiculopathy": "yes", "claudication": False}, {"radiculopathy": True, "claudication": False}),
    ],
)
def test_what_check_cannot_read_as_people_spell_it_fill_can_and_check_says_so(
    name: str, spelled: Any, value: Any
) -> None:
    """S8: the first natural tries of those who prepare a request."""
    Path("request.json").write_text(json.dumps(READY | {name: spelled}, ensure_ascii=False), "utf-8")
    said = run("check", "request.json")
    assert said.exit_code == 2
    assert "Or let wiser fill request.json do it" in said.output
    assert "Write " in said.output
    assert "Understood: " in fill("q").output
    assert kept() == READY | {name: value}
    assert run("check", "request.json").exit_code in (0, 1)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "not JSON"),
        ("[]", "no single request"),
        ('{"codes": ["64483"], "Mary Quillfeather": 1}', "1 key is not a fact"),
        ('{"codes": ["64483", "22514"]}', "codes of 2 services"),
        ("{“codes”: []}", "quotation marks of JSON are straight"),
    ],
)
def test_a_file_that_cannot_be_gone_on_with_is_left_as_it_is(text: str, words: str) -> None:
    Path("request.json").write_text(text, "utf-8")
    result = fill("64483")
    assert result.exit_code == 2
    assert words in result.output
    assert "Quillfeather" not in result.output
    assert Path("request.json").read_text("utf-8") == text


def test_a_folder_that_is_not_there_is_said_before_anything_is_asked() -> None:
    result = fill("64483", file="nowhere/request.json")
    assert (result.exit_code, "there is no such folder" in result.output) == (2, True)


@pytest.mark.parametrize("name", [".", "..", "kept"])
def test_a_folder_is_no_request_to_go_on_with(name: str) -> None:
    Path("kept").mkdir()
    result = fill("64483", file=name)
    assert (result.exit_code, f"{name}: it is a folder, and not a file" in result.output) == (2, True)


def test_a_list_that_was_begun_and_then_changed_by_hand_is_not_gone_on_with() -> None:
    Path("request.json").write_text(json.dumps(KNOWN), "utf-8")
    Path("request.unfinished.json").write_text('{"list": "prior_sessions", "records": [{"day": 1}]}', "utf-8")
    assert fill("22").exit_code == 2
    assert kept() == KNOWN


# ---------------------------------------------------------------- as a program


def started(program: str, **streams: Any) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'compiler'}{os.pathsep}{ROOT / 'generated/python'}"}
    command = [*PROGRAMS[program], "request.json"]
    return subprocess.Popen(command, env=environment, **streams)


def wait_for(text: bytes, stream: int, seen: bytes = b"") -> bytes:
    """What a program shows until this text stands in it."""
    until = time.monotonic() + 60
    while text not in seen:
        assert time.monotonic() < until, seen
        if select.select([stream], [], [], 1)[0]:
            try:
                more = os.read(stream, 65536)
            except OSError:  # the other end of a terminal is closed
                break
            if not more:
                break
            seen += more
    return seen


@pytest.mark.parametrize("end", ["SIGINT", "SIGTERM", "SIGKILL", "SIGHUP", "end of input"])
def test_no_answer_is_lost_whatever_ends_the_interview(end: str) -> None:
    program = "package" if end == "SIGINT" else "wiser"
    with started(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("".join(f"{line}\n" for line in FIRST).encode())
        process.stdin.flush()
        seen = wait_for(b"Where will the service be given?", process.stdout.fileno())
        if end == "end of input":
            process.stdin.close()
        else:
            process.send_signal(getattr(signal, end))
        seen += process.stdout.read()
    assert kept() == KNOWN
    assert [path.name for path in Path().iterdir()] == ["request.json"]
    assert b"Traceback" not in seen
    if end in ("SIGINT", "end of input"):
        assert b"All answers so far are in request.json" in seen
    assert process.returncode == (1 if end == "end of input" else -getattr(signal, end))


def test_what_a_killed_run_left_half_written_is_removed() -> None:
    left = Path(".request.json.wiser-0123456789abcdef.part")
    left.write_text("half")
    other = Path(".other.json.wiser-0123456789abcdef.part")
    other.write_text("of another file")
    fill("64483")
    assert not left.exists()
    assert other.exists()


def test_what_another_program_wrote_meanwhile_is_not_written_over() -> None:
    with started("wiser", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"64483\n")
        process.stdin.flush()
        wait_for(b"In which state", process.stdout.fileno())
        Path("request.json").write_text('{"codes": ["22514"]}', "utf-8")
        process.stdin.write(b"TX\n")
        process.stdin.close()
        said = process.stdout.read().decode()
    assert process.returncode == 3
    assert "request.json: another program has written it meanwhile" in said
    assert kept() == {"codes": ["22514"]}


def test_a_terminal_is_shown_plain_lines_with_a_prompt_and_no_color() -> None:
    above, below = pty.openpty()
    with started("wiser", stdin=below, stdout=below, stderr=below) as process:
        os.close(below)
        seen = wait_for(b"> ", above)
        for line, shown in zip(FIRST[:2], (b"64483 (without the modifier LT)", b"Understood: Texas"), strict=True):
            os.write(above, f"{line}\n".encode())
            seen = wait_for(shown, above, seen)
        os.write(above, b"q\n")
        seen = wait_for(b"To go on: wiser fill request.json", above, seen)
        process.wait(60)
    os.close(above)
    assert b"\x1b" not in seen, "no cursor is moved and no color is set"
    assert kept() == {"codes": ["64483"], "state": "TX"}
    assert all(len(line) <= 100 for line in seen.decode().splitlines())


def test_both_programs_ask_the_same() -> None:
    shown = {}
    for program in PROGRAMS:
        Path("request.json").unlink(missing_ok=True)
        with started(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
            shown[program] = process.communicate("".join(f"{line}\n" for line in (*FIRST, "?", "q")).encode())[0]
    assert shown["wiser"] == shown["package"]
    assert b"Asked for: " in shown["wiser"]


def test_text_that_is_no_text_of_the_system_is_read_and_hostile_text_is_shown_as_text() -> None:
    result = run("fill", "request.json", stdin=b"\xff\xfe\n\x1b[2J64483\n64483\nq\n")
    assert "\x1b" not in result.output
    assert kept() == {"codes": ["64483"]}
