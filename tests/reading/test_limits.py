"""A budget for reading: any file is answered soon, in little memory, and with a finding that says what is wrong."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from drafts import BASE, checked, composed, placed
from lengths import FUZZ, one_in
from wiser_compiler.core.quoted_bounds import disagreement
from wiser_compiler.core.quoted_numbers import numbers_in
from wiser_compiler.diagnostics import MOST_ALIKE, Report, Span, did_you_mean
from wiser_compiler.files import MOST_OF_A_RECORD, read_bytes
from wiser_compiler.linting.sources.text import Section, nearest
from wiser_compiler.printers import PRINTERS, as_text

ROOT = Path(__file__).parents[2]
READY = ROOT / "docs/requests/esi-ready.json"
MEMORY = 300  # megabytes that a command may take, and none of these inputs needs
LESS = 1 if FUZZ else 20  # of what only has to be linear
SECONDS = 20  # it is two on a quiet machine, and minutes or for ever without a budget


# A small process in between: the memory of a command is counted from that of whoever starts it, and pytest is large.
LAUNCH = f"""
import resource, subprocess, sys
resource.setrlimit(resource.RLIMIT_AS, ({3 << 30}, {3 << 30}))
status = subprocess.run(sys.argv[1:], stderr=subprocess.STDOUT, timeout={SECONDS}).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
sys.exit(status)
"""


def wiser(*arguments: object, cwd: Path = ROOT, module: str = "wiser_compiler") -> tuple[int, str]:
    """The status and the output of a command, which may take so much time and memory and no more."""
    command = [sys.executable, "-S", "-c", LAUNCH, sys.executable, "-m", module, *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    used, printed = done.stderr.decode(), done.stdout.decode()
    assert used.strip().isdecimal(), f"not done after {SECONDS} s: {used[-200:]}"
    assert int(used) < MEMORY * 1024, f"{int(used) // 1024} MB"
    assert "Traceback" not in printed
    assert "mistake of its own" not in printed
    return done.returncode, printed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "policies").mkdir()
    placed(BASE.encode(), tmp_path / "policies")
    return tmp_path


# ---------------------------------------------------------------- texts


def criteria(require: str, number: int) -> str:
    """So many criteria that require the same."""
    one = f"    title: A\n    cite: {{guide_6: b}}\n    require: {require}\n"
    return "criteria:\n" + "".join(f"  c-{i}:\n{one}" for i in range(number))


def conditions(means: str, number: int) -> str:
    """So many conditions, each of which names the one before."""
    first = "conditions:\n  k0: {title: T, means: {any: [imaging, care_failed]}}\n"
    return first + "".join(f"  k{i}: {{title: T, means: {means.format(f'k{i - 1}')}}}\n" for i in range(1, number))


LONG = {
    "a quotation of many numbers": (f'quote: "{"4 weeks " * 3_200}"', "too-large"),
    "a title": (f'title: "{"covered " * 100_000}"', "too-large"),
    "24,000 keys that are the same": ("# whole document\n" + "title: a\n" * 24_000, "duplicate-key"),
    "70,000 anchors": (f"# whole document\na: [{'&a b, ' * 70_000}]", "too-large"),
    "40,000 anchors": (f"# whole document\na: [{'&a b, ' * 40_000}]", "alias"),
    "40,000 tags": (f"# whole document\na: [{'!a b, ' * 40_000}]", "tag"),
    "keys without values on one line": (f"# whole document\na: {{{'a, ' * 24_000}}}", "empty-value"),
    "a line with room at its end": (f"# whole document\na: [{'b, ' * 45_000}{' ' * 800_000}]", "missing-key"),
    "names that are almost known": (
        "facts:\n  More:\n" + "".join(f'    aaaaaaaaaaaaaa{i}: "Is it?"\n' for i in range(8_000))
        + f"require: {{all: [{', '.join(f'aaaaaaaaaaaaab{i}' for i in range(8_000))}]}}", "unknown-fact",
    ),
    "conditions one behind the other": (
        conditions("{{any: [{0}, imaging]}}", 3_000) + "require: k2999", "too-large",
    ),
    "conditions that double": (
        conditions("{{any: [{0}, {{all: [{0}, imaging]}}]}}", 40) + "require: k39", "too-large",
    ),
    "a condition that is named in all criteria": (
        f"conditions:\n  k0: {{title: T, means: {{any: [{'imaging, ' * 1_000}care_failed]}}}}\n"
        + criteria("k0", 1_000),
        "too-large",
    ),
    "an item that is tested in all criteria": (
        f"facts:\n  More:\n    fi: {{type: findings, of: {{{', '.join(f's{i}: S' for i in range(480))}}}, ask: W?}}\n"
        + criteria("{fi: none}", 3_000),
        "too-large",
    ),
    "many answers": (f"choices:\n  many: {{{', '.join(f's{i}: S' for i in range(20_000))}}}", "too-large"),
}  # fmt: skip


@pytest.mark.parametrize("name", one_in(3, LONG))
def test_a_text_that_is_far_too_long_is_a_finding_and_soon(name: str, folder: Path) -> None:
    change, code = LONG[name]
    (folder / "policies/draft/1.0.0.yaml").write_text(composed(change), "utf-8")
    status, printed = wiser("lint", cwd=folder)
    assert status == 1
    assert f"error[{code}]" in printed
    assert len(printed) < 200_000


# What takes twice as long where there is twice as much of it. A quadratic step takes four times as long, and more.
GROWING: dict[str, Callable[[int], str]] = {
    "all of many": lambda n: f"require: {{all: [{'imaging, ' * n}imaging]}}",
    "none of many": lambda n: f"require: {{none: [{'imaging, ' * n}imaging]}}",
    "codes": lambda n: "codes:\n" + "".join(f'  "{10000 + i}": L\n' for i in range(n)),
    "criteria": lambda n: criteria("imaging", n),
    "facts": lambda n: "facts:\n  More:\n" + "".join(f'    f{i}: "Is it?"\n' for i in range(n)),
    "unknown keys": lambda n: "".join(f"k{i}: a\n" for i in range(n)),
    "unknown facts": lambda n: f"require: {{all: [{', '.join(f'imagin{i}' for i in range(n))}]}}",
    "keys that are the same": lambda n: "# whole document\n" + "title: a\n" * n,
    "keys without values": lambda n: f"# whole document\na: {{{'a, ' * n}}}",
    "numbers in quotations": lambda n: "criteria:\n" + "".join(
        f'  c-{i}:\n    title: A\n    cite: {{guide_6: b}}\n    quote: "{"".join(f"{j} mg, " for j in range(100))}"\n'
        "    require: imaging\n" for i in range(n // 50)
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", one_in(2, GROWING))
def test_the_time_of_reading_grows_with_the_text(name: str, tmp_path: Path) -> None:
    def seconds(size: int) -> float:
        began = process_time()
        report = checked(composed(GROWING[name](size)), tmp_path)
        as_text(report)
        return process_time() - began

    seconds(100)  # what is loaded once
    small = min(seconds(500) for _ in range(2))
    # A second try, as one may have to collect the garbage of all tests before; a quadratic step fails both.
    assert any(seconds(4_000) < 8 * 3.5 * max(small, 0.02) for _ in range(2))


def test_the_numbers_of_a_long_text_are_found_in_time_that_grows_with_it() -> None:
    for text in ("4 weeks ", "at least 4 weeks or more, ", "4 a b ", "1.", "1,111", "4 %-", "one-"):
        began = process_time()
        assert len(list(numbers_in(text * 3_000))) <= 6_000
        assert process_time() - began < 10
    began = process_time()
    words = "".join(f"{number} mg, " for number in range(4_000))
    assert disagreement(words, (), [words.replace("mg", "cm")]).startswith("the quote says 0")
    assert process_time() - began < 10


def test_a_person_is_shown_some_findings_of_a_kind_and_the_number_of_the_others() -> None:
    report = Report([], {"a.yaml": "title: a\n" * 500})
    for line in range(1, 501):
        report.error("tab", f"odd {line}", Span("a.yaml", line, 1, 2))
    report.error("tab", "odd", Span("b.yaml", 1, 1, 2))
    printed = as_text(report)
    assert printed.count("error[tab]") == MOST_ALIKE + 1
    assert f"\nand {500 - MOST_ALIKE} more of tab in a.yaml\n" in printed
    assert "501 errors in 2 files" in printed
    assert len(json.loads(PRINTERS["json"](report))) == 501


def test_a_message_repeats_only_so_much_of_what_an_author_wrote() -> None:
    report = Report()
    report.error("tab", "x" * 100_000, Span("a.yaml", 1, 1, 2), lambda: "y" * 100_000)
    assert len(report.found[0].message + report.found[0].help) < 2_000


def test_a_name_is_guessed_among_many_and_long_ones_in_little_time() -> None:
    assert (
        did_you_mean("pain_week", [f"name_{i}" for i in range(3_000)] + ["pain_weeks"]) == "did you mean `pain_weeks`?"
    )
    began = process_time()
    for word in ("a" * 1_000, "a" * 50):
        did_you_mean(word, [f"{'a' * len(word)}{i}" for i in range(10_000)])
    assert process_time() - began < 5


# ---------------------------------------------------------------- files that are none, and folders


def linked_to_zero(path: Path) -> None:
    path.symlink_to("/dev/zero")


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(6_000_000_000)


def listening(path: Path) -> None:
    here = socket.socket(socket.AF_UNIX)
    back = os.open(".", os.O_RDONLY)
    os.chdir(path.parent)  # the name of a socket is short
    try:
        here.bind(path.name)
    finally:
        os.fchdir(back)
        os.close(back)
        here.close()


ODD: dict[str, tuple[Callable[[Path], object], str]] = {
    "a pipe": (os.mkfifo, "it is a pipe, and not a file"),
    "a device": (linked_to_zero, "it is a device, and not a file"),
    "a socket": (listening, "cannot be read"),
    "a folder": (Path.mkdir, "folder"),
    "six gigabytes": (sparse, "more than"),
    "a link to itself": (lambda path: path.symlink_to(path.name), "symbolic links"),
    "a link to nothing": (lambda path: path.symlink_to("nowhere"), "No such file"),
}


@pytest.mark.parametrize(
    ("name", "command"),
    [(name, "lint policies/odd/1.0.0.yaml") for name in ODD]
    + [("a pipe", "lint"), ("a pipe", "build"), ("a folder", "lint")],
)
def test_what_is_no_file_is_a_finding_and_nothing_waits_for_it(name: str, command: str, folder: Path) -> None:
    make, says = ODD[name]
    (folder / "policies/odd").mkdir()
    make(folder / "policies/odd/1.0.0.yaml")
    status, printed = wiser(*command.split(), cwd=folder)
    assert status == 1
    assert says in printed
    assert "policies/odd/1.0.0.yaml" in printed


@pytest.mark.parametrize(
    ("name", "place", "command", "expected"),
    [
        ("a pipe", "policies/published.json", ["lint"], 1),
        ("a pipe", "policies/proof.json", ["build"], 2),
        ("a pipe", "generated/MANIFEST.json", ["build"], 2),
        ("six gigabytes", "policies/published.json", ["lint"], 1),
        ("six gigabytes", "policies/proof.json", ["build"], 2),
        ("six gigabytes", "generated/MANIFEST.json", ["build"], 2),
        ("six gigabytes", "guide.txt", ["sources", "guide.txt", "--source", "guide"], 2),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_records_and_texts_that_are_no_files_end_the_command(
    name: str, place: str, command: list[str], expected: int, folder: Path
) -> None:
    path = folder / place
    path.parent.mkdir(exist_ok=True)
    ODD[name][0](path)
    status, printed = wiser(*command, cwd=folder)
    assert status in (expected, 3)  # 3: it cannot even be told whether it is what a build would write
    assert place in printed


@pytest.mark.parametrize("name", ["a device", "six gigabytes", "a folder", "a link to itself"])
@pytest.mark.parametrize("module", ["wiser_compiler", "wiser_policies"])
def test_a_request_that_is_no_file_is_invalid_and_nothing_waits_for_it(name: str, module: str, tmp_path: Path) -> None:
    ODD[name][0](tmp_path / "request.json")
    command = ["check"] if module == "wiser_compiler" else []
    status, printed = wiser(*command, tmp_path / "request.json", module=module)
    assert status == 2
    assert "request.json: " in printed


def test_a_request_may_come_through_a_pipe() -> None:
    command = f'{sys.executable} -m wiser_policies <(sleep 0.3; cat "{READY}") /dev/stdin < "{READY}"'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.returncode == 0
    assert done.stdout.count(": READY") == 2


@pytest.mark.parametrize("wrote", [READY.read_bytes(), b""], ids=["a request", "nothing"])
@pytest.mark.parametrize("module", ["wiser_compiler", "wiser_policies"])
def test_a_named_pipe_is_waited_for_until_somebody_has_written(module: str, wrote: bytes, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    command = ["check"] if module == "wiser_compiler" else []
    waiting = subprocess.Popen(
        [sys.executable, "-m", module, *command, tmp_path / "pipe"], stdout=subprocess.PIPE, text=True
    )
    try:
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(1)
        (tmp_path / "pipe").write_bytes(wrote)
        printed, _ = waiting.communicate(timeout=SECONDS)
    finally:
        waiting.kill()
    assert waiting.returncode == (0 if wrote else 2)
    assert f"pipe: {'READY' if wrote else 'INVALID'}" in printed


def test_a_request_of_any_depth_is_answered(tmp_path: Path) -> None:
    for depth in (50, 900, 5_000, 400_000):
        (tmp_path / "request.json").write_text('{"codes": ' + "[" * depth + "]" * depth + "}")
        assert wiser(tmp_path / "request.json", module="wiser_policies")[0] == 2


def test_links_that_lead_up_are_not_followed(folder: Path) -> None:
    for name in ("a", "b"):
        (folder / "policies/draft" / name).symlink_to("..")
    for command in (["lint"], ["build"], ["prove"]):
        status, printed = wiser(*command, cwd=folder)
        assert status == 1
        assert printed.count("this is a link to a folder, and is not followed") == 2


def test_folders_are_nested_as_deeply_as_anybody_likes(folder: Path) -> None:
    deep = folder / "policies"
    here = os.open(deep, os.O_RDONLY)
    for _ in range(1_200):
        os.mkdir("d", dir_fd=here)
        inner = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(os.open("x.yaml", os.O_WRONLY | os.O_CREAT, dir_fd=here))
    os.close(here)
    for command in (["lint"], ["build"]):
        status, printed = wiser(*command, cwd=folder)
        assert status == 1
        assert "error[wrong-place]: this file is not read" in printed
    subprocess.run(["rm", "-rf", deep], check=True)  # deeper than Python's own removal goes


def test_a_file_is_read_as_far_as_shows_that_it_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"0123456789")
    assert read_bytes(tmp_path / "a", 10) == b"0123456789"
    assert len(read_bytes(tmp_path / "a", 4)) == 5


def test_a_record_that_is_too_large_is_damaged(folder: Path) -> None:
    (folder / "policies/published.json").write_text("{" + " " * MOST_OF_A_RECORD + "}")
    status, printed = wiser("lint", cwd=folder)
    assert status == 1
    assert "error[no-file]" in printed


@pytest.mark.parametrize("problem", ["a link out of it", "too much"])
def test_a_revision_that_cannot_be_read_is_wrong_usage(
    problem: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def git(*arguments: str) -> None:
        who = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)

    if problem == "too much":
        (folder / "policies/large").write_bytes(bytes(52_000_000))
    else:
        (folder / "policies/link").symlink_to("/etc/hostname")
    git("init")
    git("add", "-A")
    git("commit", "-m", "a")
    status, printed = wiser("diff", "--against", "git:HEAD", cwd=folder)
    assert status == 2
    assert "policies" in printed


# ---------------------------------------------------------------- texts of sources


SOURCES: dict[str, Callable[[], str]] = {
    "a character that stands for eighteen": lambda: "\ufdfa" * 1_666_000,
    "as many of them as are read": lambda: "\ufdfa" * (660_000 // LESS),
    "20,000 words without a quotation": lambda: " ".join(f"word{i % 3_000}" for i in range(20_000)),
    "lines alone": lambda: "\n" * (1_900_000 // LESS),
    "headings alone": lambda: "# a\n" * (450_000 // LESS),
    "page numbers alone": lambda: "1\n" * (900_000 // LESS),
    "a heading of dots": lambda: "# " + "1." * (900_000 // LESS),
    "a long blank": lambda: "x. " + " " * (1_900_000 // LESS),
    "many sentences": lambda: "You must. \n" * (100_000 // LESS),
    "many quotations": lambda: "At least 6 weeks. \n" * (60_000 // LESS),
}


@pytest.mark.parametrize("name", one_in(3, SOURCES))
def test_the_text_of_a_source_is_read_soon(name: str, tmp_path: Path) -> None:
    path = tmp_path / "guide.txt"
    path.write_text("## 6.2.10 Injections\n" + SOURCES[name](), "utf-8")
    status, printed = wiser("sources", path, "--source", "guide_6")
    assert status in (1, 2)
    assert "error[" in printed or "Error: " in printed


def test_the_nearest_words_are_found_among_many() -> None:
    text = " ".join(["the patient was seen twice"] * 5_000 + ["at leest four weeks of pain"] + ["and again"] * 5_000)
    began = process_time()
    assert nearest("at least four weeks", [Section("a", "1", "A", 1, text)]) == "at leest four weeks"
    assert process_time() - began < 5
