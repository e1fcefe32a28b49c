"""Files are written whole, never through a link and never in the way of another run; what is kept is read strictly."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from subprocess import DEVNULL

import pytest
from command_line import ROOT, run
from lengths import FUZZ
from wiser_compiler.proof.mutation.scores import read_records
from wiser_compiler.whole_files import alone_in
from wiser_compiler.writing import PART

WISER = [sys.executable, "-B", "-m", "wiser_compiler"]
PUBLISH = ["publish", "demo@1.0.0", "common@1.0.0"]
RECORD = ["mutate", "demo", "--record"]
LEFT = ".{}.wiser-0123456789abcdef.part"  # what a killed run leaves of a file


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small policy without survivors."""
    made = tmp_path / "project"
    shutil.copytree(ROOT / "policies/common", made / "policies/common")
    monkeypatch.chdir(made)
    assert run("new", "demo").exit_code == 0
    edit(made, "TODO", "really")
    path = made / "policies/demo/1.0.0.yaml"
    path.write_text(path.read_text("utf-8") + CASES, "utf-8")
    return made


CASES = """\
    - {name: Care was not tried, change: {care_tried: no}, expect: {care: not met}}
    - {name: On the first day, change: {received_date: "2026-04-24"}, expect: {in-force: met}}
    - {name: On the day before, change: {received_date: "2026-04-23"}, expect: {in-force: not met}}
    - {name: No weeks at all, change: {duration: 0 weeks}, expect: {outcome: not met}}
    - {name: As many weeks as may be stated, change: {duration: 5200 weeks}, expect: ready}
    - {name: A week more, change: {duration: 5201 weeks}, expect: invalid}
"""


def edit(project: Path, old: str, new: str) -> None:
    path = project / "policies/demo/1.0.0.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def parts(project: Path) -> list[str]:
    return [path.relative_to(project).as_posix() for path in project.rglob("*") if path.name.endswith(".part")]


# ---------------------------------------------------------------- links


@pytest.mark.parametrize(
    ("link", "command"),
    [
        ("generated/.MANIFEST.json.part", ["build"]),
        ("generated/python/wiser_policies/demo/.v1_0_0.py.part", ["build"]),
        ("policies/.published.json.part", PUBLISH),
        ("policies/.proof.json.part", RECORD),
    ],
)
def test_a_link_with_the_name_of_a_part_file_is_not_followed(project: Path, link: str, command: list[str]) -> None:
    victim = project / "victim"
    victim.write_text("precious")
    (project / link).parent.mkdir(parents=True, exist_ok=True)
    (project / link).symlink_to(victim)
    assert run(*command).exit_code == 0
    assert victim.read_text() == "precious"


@pytest.mark.parametrize("link", ["generated", "generated/python", "generated/markdown/demo"])
def test_a_folder_of_outputs_that_is_a_link_is_refused(project: Path, link: str) -> None:
    elsewhere = project / "elsewhere"
    elsewhere.mkdir()
    (project / link).parent.mkdir(parents=True, exist_ok=True)
    (project / link).symlink_to(elsewhere)
    result = run("build")
    assert result.exit_code == 2
    assert f"{link}: this is a link, and nothing is written through one" in result.stderr
    assert list(elsewhere.iterdir()) == []
    assert [path for path in (project / "generated").rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    "link",
    [
        "generated",
        "generated/python",
        "generated/markdown/demo/1.0.0.md",
        "generated/markdown/README.md",
        "generated/MANIFEST.json",
    ],
)
@pytest.mark.parametrize("cached", [True, False], ids=["cached", "not cached"])
def test_a_link_at_an_output_is_refused_though_nothing_differs(project: Path, link: str, cached: bool) -> None:
    assert run("build").exit_code == 0
    (project / link).rename(project / "elsewhere")
    (project / link).symlink_to(project / "elsewhere")
    for check in ([], ["--check"]):
        result = run("build", *check, *([] if cached else ["--no-cache"]))
        assert result.exit_code == 2
        assert f"{link}: this is a link" in result.output


def test_a_manifest_that_is_a_link_to_another_file_is_called_a_link(project: Path) -> None:
    (project / "generated").mkdir()
    (project / "victim").write_text("precious")
    (project / "generated/MANIFEST.json").symlink_to(project / "victim")
    result = run("build")
    assert result.exit_code == 2
    assert "generated/MANIFEST.json: this is a link" in result.output
    assert "damaged" not in result.output
    assert (project / "victim").read_text() == "precious"


@pytest.mark.parametrize("old", ["generated", "generated/python", "generated/markdown/demo"])
def test_nothing_is_changed_or_deleted_through_a_link(project: Path, old: str) -> None:
    assert run("build").exit_code == 0
    (project / old).rename(project / "elsewhere")
    (project / old).symlink_to(project / "elsewhere")
    before = {path: path.read_bytes() for path in (project / "elsewhere").rglob("*") if path.is_file()}
    edit(project, "really name", "really call")
    assert run("build").exit_code == 2
    shutil.move(project / "policies/demo", project / "policies/other")
    edit_id = project / "policies/other/1.0.0.yaml"
    edit_id.write_text(edit_id.read_text("utf-8").replace("policy: demo", "policy: other"), "utf-8")
    assert run("build").exit_code == 2
    assert {path: path.read_bytes() for path in (project / "elsewhere").rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("file", "command", "status"),
    [("published.json", PUBLISH, 2), ("proof.json", RECORD, 2)],
)
@pytest.mark.parametrize("whole", [True, False], ids=["the folder", "the file"])
def test_records_are_not_written_through_a_link(
    project: Path, file: str, command: list[str], status: int, whole: bool
) -> None:
    victim = project / "victim"
    if whole:
        (project / "policies").rename(project / "real")
        (project / "policies").symlink_to(project / "real")
        victim = project / "real" / file
    else:
        (project / "policies" / file).symlink_to(victim)
    victim.write_text("{}")
    result = run(*command)
    assert result.exit_code == status
    assert f"{'policies' if whole else f'policies/{file}'}: this is a link" in result.stderr
    assert victim.read_text() == "{}"


def test_a_new_policy_is_not_written_through_a_link(project: Path) -> None:
    elsewhere = project / "elsewhere"
    elsewhere.mkdir()
    (project / "policies/knee").symlink_to(elsewhere)
    (project / "policies/hip").mkdir()
    (project / "policies/hip/1.0.0.yaml").symlink_to(elsewhere / "hip.yaml")
    for id in ("knee", "hip"):
        result = run("new", id)
        assert result.exit_code == 2
        assert f"policies/{id}" in result.stderr and "this is a link" in result.stderr
    (project / "linked").symlink_to(elsewhere)
    assert run("new", "foot", "--policies", "linked").exit_code == 2
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize(
    ("file", "command"),
    [
        ("generated/markdown/demo/1.0.0.md", ["build"]),
        ("policies/published.json", PUBLISH),
        ("policies/proof.json", RECORD),
    ],
)
def test_another_name_of_the_same_file_keeps_its_content(project: Path, file: str, command: list[str]) -> None:
    assert run(*command).exit_code == 0
    (project / "victim").hardlink_to(project / file)
    before = (project / "victim").read_bytes()
    edit(project, "really name", "really call")
    if command is PUBLISH:
        (project / "policies/published.json").write_text("{}")
        before = b"{}"
    assert run(*command).exit_code == 0
    assert (project / file).read_bytes() != before
    assert (project / "victim").read_bytes() == before


# ---------------------------------------------------------------- left over


def test_what_a_killed_run_left_is_removed_and_nothing_else(project: Path) -> None:
    assert run("build").exit_code == 0
    left = [
        project / folder / LEFT.format(name)
        for folder, name in (
            ("generated", "MANIFEST.json"),
            ("generated/markdown/demo", "1.0.0.md"),
            (".wiser_cache", "stamp.json"),
            ("policies", "published.json"),
        )
    ]
    others = [project / "generated/markdown/demo" / name for name in (".1.0.0.md.part", "notes.part", LEFT[:-5])]
    for path in (*left, *others):
        path.write_text("half")
    edit(project, "really name", "really call")
    assert run("build").exit_code == run(*PUBLISH).exit_code == 0
    assert [path for path in left if path.exists()] == []
    assert all(path.exists() for path in others)


def test_without_locks_files_are_written_and_nothing_of_another_run_is_removed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    (project / "generated").mkdir()
    (project / "generated" / LEFT.format("MANIFEST.json")).write_text("half")
    assert run("build").exit_code == run("build", "--check", "--no-cache").exit_code == 0
    assert parts(project) == ["generated/" + LEFT.format("MANIFEST.json")]


def test_a_part_has_a_name_of_its_own() -> None:
    assert PART.fullmatch(LEFT.format("v6_0_0.py"))
    assert not PART.fullmatch(".v6_0_0.py.part")


# ---------------------------------------------------------------- two at once


def start(project: Path, *command: str) -> subprocess.Popen[str]:
    return subprocess.Popen([*WISER, *command], cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def ends(*processes: subprocess.Popen[str]) -> None:
    for process in processes:
        output = process.communicate(timeout=120)
        assert process.returncode == 0, output


@pytest.mark.parametrize("number", range(40 if FUZZ else 3))
def test_two_builds_at_once_both_end_well_and_leave_what_the_policies_say(project: Path, number: int) -> None:
    rng = random.Random(number)
    if number % 2:
        assert run("build").exit_code == 0
    edit(project, "really name", "really call")
    first = start(project, "build")
    if number % 3:
        time.sleep(rng.random() * 0.5)
        edit(project, "really call", "really say")
    ends(first, start(project, "build"))
    assert run("build", "--check").exit_code == run("build", "--check", "--no-cache").exit_code == 0
    assert parts(project) == []


def waiting(process: subprocess.Popen[str], folder: Path) -> None:
    """Until a process waits for its turn in a folder, or has gone on without it."""
    inode = f":{folder.stat().st_ino} "
    for _ in range(1000):
        locks = Path("/proc/locks").read_text() if Path("/proc/locks").exists() else ""
        if process.poll() is not None or any("->" in line and inode in line for line in locks.splitlines()):
            return
        time.sleep(0.01)


def test_a_build_that_had_to_wait_builds_what_the_policies_say_by_then(project: Path) -> None:
    assert run("build").exit_code == 0
    edit(project, "really name", "really call")
    with alone_in(project / "generated"):
        process = start(project, "build")
        waiting(process, project / "generated")
        edit(project, "really call", "really say")
    ends(process)
    assert "really say" in (project / "generated/markdown/demo/1.0.0.md").read_text("utf-8")
    assert run("build", "--check", "--no-cache").exit_code == 0


def test_a_build_that_had_to_wait_takes_nothing_over_that_another_has_written(project: Path) -> None:
    copied = (project / "policies/demo/1.0.0.yaml").read_text("utf-8").replace("policy: demo", "policy: other")
    (project / "policies/other").mkdir()
    (project / "policies/other/1.0.0.yaml").write_text(copied.replace("00000", "00001"), "utf-8")
    assert run("build").exit_code == 0
    edit(project, "really name", "really call")
    with alone_in(project / "generated"):
        process = start(project, "build")
        waiting(process, project / "generated")
        (project / "generated/markdown/other/1.0.0.md").write_text("of an older document")
    ends(process)
    assert run("build", "--check", "--no-cache").exit_code == 0


def test_nothing_that_another_published_or_recorded_is_lost(project: Path) -> None:
    published, proof = project / "policies/published.json", project / "policies/proof.json"
    other = {"other@1.0.0": "0" * 64}
    with alone_in(project / "policies"):
        process = start(project, *PUBLISH)
        waiting(process, project / "policies")
        published.write_text(json.dumps(other))
    ends(process)
    assert set(json.loads(published.read_text())) == {"demo@1.0.0", "common@1.0.0", "other@1.0.0"}
    published.unlink()

    copied = (project / "policies/demo/1.0.0.yaml").read_text("utf-8").replace("policy: demo", "policy: other")
    (project / "policies/other").mkdir()
    (project / "policies/other/1.0.0.yaml").write_text(copied.replace("00000", "00001"), "utf-8")
    assert run("mutate", "other", "--record").exit_code == 0
    recorded = proof.read_text()
    proof.unlink()
    with alone_in(project / "policies"):
        process = start(project, *RECORD)
        waiting(process, project / "policies")
        proof.write_text(recorded)
    ends(process)
    assert set(read_records(project / "policies")) == {"demo@1.0.0", "other@1.0.0"}


# ---------------------------------------------------------------- killed, and a full disk


def whole(project: Path) -> None:
    """No file is half, but for parts that nobody reads."""
    for path in project.rglob("*"):
        if path.is_file() and not path.name.endswith(".part"):
            text = path.read_text("utf-8")
            assert text.endswith(("\n", "}")) or path.name == "py.typed", path
            if path.suffix == ".json":
                json.loads(text.rpartition("\n")[2] if ".wiser_cache" in path.parts else text)


KILLED = """
import os, pathlib, signal, sys
from wiser_compiler.__main__ import main

real, left = pathlib.Path.replace, [{}]

def replace(*given):
    left[0] -= 1
    if left[0] < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*given)

pathlib.Path.replace = replace
sys.argv = ['wiser', *{!r}]
main()
"""


@pytest.mark.parametrize("command", [["build"], ["prove"], RECORD, PUBLISH], ids=lambda command: command[0])
def test_a_run_that_is_killed_leaves_whole_files_and_the_next_one_ends_well(project: Path, command: list[str]) -> None:
    rng = random.Random(command[0])
    if command[0] != "build":
        assert run("build").exit_code == 0
    for number in range(40 if FUZZ else 2):
        edit(project, "really name", f"really name {number} the") if command is not PUBLISH else None
        with subprocess.Popen(
            [*WISER, *command], cwd=project, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True
        ) as p:
            time.sleep(rng.random() * 0.6)  # at any moment
            os.killpg(p.pid, signal.SIGKILL)  # with the processes that it started: they would wait for it for ever
        whole(project)
        assert run(*command).exit_code == 0
        (project / "policies/published.json").unlink(missing_ok=True)
    for before in range(30 if FUZZ else 2):  # as a file is about to take its place
        shutil.rmtree(project / ".wiser_cache", ignore_errors=True)
        shutil.rmtree(project / "generated", ignore_errors=True)
        at = rng.randrange(27) if command == ["build"] else before % 2
        code = [sys.executable, "-B", "-c", KILLED.format(at, command)]
        subprocess.run(code, cwd=project, stdout=DEVNULL, stderr=DEVNULL, check=False, timeout=120)
        whole(project)
        assert run(*command).exit_code == 0
        (project / "policies/published.json").unlink(missing_ok=True)
    assert run("build").exit_code == run("build", "--check", "--no-cache").exit_code == 0
    assert command[0] != "build" or parts(project) == []


def full(project: Path, command: list[str], size: int) -> subprocess.CompletedProcess[str]:
    """A run in which no file may grow beyond this, as on a disk that is full."""
    return subprocess.run(
        [*WISER, *command], cwd=project, capture_output=True, text=True, timeout=120, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("command", "size", "file"),
    [
        (["build"], 3000, "generated/"),
        (["build"], 0, "generated/MANIFEST.json"),
        (["new", "knee"], 0, "policies/knee/1.0.0.yaml"),
        (["new", "knee"], 100, "policies/knee/1.0.0.yaml"),
        (RECORD, 100, "policies/proof.json"),
        (PUBLISH, 10, "policies/published.json"),
    ],
)
def test_a_full_disk_is_said_with_the_file_and_leaves_nothing_half(
    project: Path, command: list[str], size: int, file: str
) -> None:
    done = full(project, command, size)
    assert done.returncode == 3, done
    assert f"Error: {file}" in done.stderr.splitlines()[-1], done.stderr
    assert done.stderr.endswith(": File too large\n")
    assert "Traceback" not in done.stderr
    whole(project)
    assert parts(project) == []
    assert not (project / "policies/knee/1.0.0.yaml").exists()
    assert run("build").exit_code == run("build", "--check", "--no-cache").exit_code == 0


def test_a_cache_that_cannot_be_kept_is_done_without(project: Path) -> None:
    assert run("build").exit_code == 0
    shutil.rmtree(project / ".wiser_cache")
    for command in (["build"], ["prove"]):
        done = full(project, command, 1)
        assert (done.returncode, done.stderr) == (0, "")
    assert [path.name for path in (project / ".wiser_cache").iterdir()] == []


# ---------------------------------------------------------------- what is kept, read strictly


def counts(**changes: object) -> dict[str, object]:
    entry = {"fingerprint": "0" * 64, "mutation": {"bound": {"example": 3}}, "contradicted": 1}
    return {"demo@1.0.0": {**entry, **changes}}


PROOFS = [
    (counts(contradicted="1"), "`contradicted` of `demo@1.0.0` must be a whole number from 0 on"),
    (counts(contradicted=None), "`contradicted` of `demo@1.0.0` must be a whole number from 0 on"),
    (counts(contradicted=True), "`contradicted` of `demo@1.0.0` must be a whole number from 0 on"),
    (counts(contradicted=-1), "`contradicted` of `demo@1.0.0` must be a whole number from 0 on"),
    (counts(contradicted=1.5), "`1.5` is not a whole number"),
    (counts(contradicted=4), "`contradicted` of `demo@1.0.0` is more than all its mutants"),
    (counts(mutation={"bound": {"example": "3"}}), "`example` of `bound` of `demo@1.0.0` must be a whole number"),
    (counts(mutation={"bound": {"example": None}}), "`example` of `bound` of `demo@1.0.0` must be a whole number"),
    (counts(mutation={"bound": {"example": -3}}), "`example` of `bound` of `demo@1.0.0` must be a whole number"),
    (counts(mutation={"bound": {"example": 3.0}}), "`3.0` is not a whole number"),
    (counts(mutation={"bound": {"exampel": 3}}), "has a key that this tool does not write: `exampel`"),
    (counts(mutation={"bund": {"example": 3}}), "has a key that this tool does not write: `bund`"),
    (counts(mutation={"bound": []}), "`bound` of `demo@1.0.0` must be an object"),
    (counts(mutation=[]), "`mutation` of `demo@1.0.0` must be an object"),
    (counts(fingerprint=3), "the `fingerprint` of `demo@1.0.0` must be 64 hexadecimal digits"),
    (counts(fingerprint="0" * 63), "the `fingerprint` of `demo@1.0.0` must be 64 hexadecimal digits"),
    (counts(more=1), "`demo@1.0.0` has a key that this tool does not write: `more`"),
    ({"demo@1.0.0": {"fingerprint": "0" * 64, "contradicted": 0}}, "`demo@1.0.0` lacks `mutation`"),
    ({"demo@1.0.0": 3}, "`demo@1.0.0` must be an object"),
    ({"demo": {}}, "the whole has a key that this tool does not write: `demo`"),
    ([], "the whole must be an object"),
]
TEXTS = [
    ('{"demo@1.0.0": {}, "demo@1.0.0": {}}', "the key `demo@1.0.0` stands twice in one object"),
    ('{\n  "demo@1.0.0": }', "line 2, column 17: it is not JSON"),
    ("", "line 1, column 1: it is not JSON"),
    ("[" * 100_000, "it is nested too deeply"),
    ('{"demo@1.0.0": NaN}', "`NaN` is not a whole number"),
]


@pytest.mark.parametrize(("text", "says"), [*((json.dumps(found), says) for found, says in PROOFS), *TEXTS])
def test_a_record_of_another_shape_is_refused_with_its_place(project: Path, text: str, says: str) -> None:
    (project / "policies/proof.json").write_text(text)
    for command in (["build"], ["mutate", "--page"]):
        result = run(*command)
        assert result.exit_code == 2
        assert "policies/proof.json is damaged: " in result.stderr
        assert says in result.stderr
    assert not (project / "generated").exists()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        *TEXTS,
        ("[]", "it must be an object"),
        ('{"demo": "' + "0" * 64 + '"}', "`demo` is no document, such as `esi@6.0.0`"),
        ('{"demo@1.0.0": 3}', "at `demo@1.0.0` must stand 64 hexadecimal digits"),
        ('{"demo@1.0.0": "' + "0" * 65 + '"}', "at `demo@1.0.0` must stand 64 hexadecimal digits"),
    ],
)
def test_a_list_of_published_documents_of_another_shape_is_a_finding(project: Path, text: str, says: str) -> None:
    (project / "policies/published.json").write_text(text)
    for command in (["lint"], ["build"], PUBLISH):
        result = run(*command)
        assert result.exit_code == 1
        assert "error[no-file]" in result.output and says in result.output
    assert (project / "policies/published.json").read_text() == text


@pytest.mark.parametrize("name", ["proof.json", "published.json"])
def test_null_and_a_link_that_leads_nowhere_are_no_empty_record(project: Path, name: str) -> None:
    path = project / "policies" / name
    path.write_text("null")
    assert "it says `null`" in run("build").output
    path.unlink()
    path.symlink_to(project / "gone.json")
    assert "it is a link that leads nowhere" in run("build").output


def test_an_empty_text_is_no_folder(project: Path) -> None:
    for command in (["build", "--out", ""], ["lint", "--policies", ""], ["lint", ""]):
        result = run(*command)
        assert (result.exit_code, "an empty text is no path" in result.stderr) == (2, True)


def test_records_that_cannot_be_read_are_not_taken_for_none(project: Path) -> None:
    (project / "policies/proof.json").mkdir()
    assert "policies/proof.json is damaged: it cannot be read: it is a folder" in run("build").stderr
    (project / "policies/proof.json").rmdir()
    (project / "policies/proof.json").write_bytes(b"\xff")
    assert "policies/proof.json is damaged: it is not UTF-8 text" in run("build").stderr
