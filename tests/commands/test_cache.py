"""The cache only saves time: after any edit or damage, commands answer the same with it as without it."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest
import wiser_compiler
from click.testing import CliRunner
from command_line import ROOT, run
from lengths import FUZZ, one_in
from shipped import DOCUMENTS, SHIPPED
from wiser_compiler.cli import wiser
from wiser_compiler.commands import cache
from wiser_compiler.commands.build import _compiled, read_kept
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.library import read_documents
from wiser_compiler.reading.template import TEMPLATE
from wiser_compiler.targets import TARGETS

COMMANDS = (
    ["build"],
    ["build", "--check"],
    ["prove"],
    ["prove", "demo"],
    *(["prove", "--format", form] for form in ("json", "github")),
)
NAMES = ("stamp.json", "kept.json", "answers.json", "proven.json")

# ---------------------------------------------------------------- a small project


def document(**slots: str) -> str:
    """A policy of three criteria, with what stands in some places of it."""
    at = {**{name: options[0] for name, options in SLOTS.items()}, **slots}
    facts = '    care_tried: "Was care tried?"\n    tried_again: "Was it tried again?"\n    waived: "Was it waived?"\n'
    text = TEMPLATE.replace(": ID", ": demo").replace("VERSION", "1.0.0").replace("TODO", "really")
    text = text.replace('    care_tried: "really was conservative care tried?"\n', facts)
    text = text.replace("    require: care_tried\n", f"    require: {at['require']}\n{at['unless']}")
    text = text.replace("      care_tried: yes\n", "      care_tried: yes\n      tried_again: yes\n      waived: no\n")
    text = text.replace("at_least: 4 weeks", f"at_least: {at['bound']}").replace("really name", at["title"])
    return text.replace("# A chart written by hand", at["layout"] + "# A chart written by hand")


# Beside the first of each are the same meaning in other words, another meaning, anomalies and mistakes.
SLOTS = {
    "require": (
        "[care_tried, tried_again]",
        "[tried_again, care_tried]",
        "[care_tried, {care_tried: yes}, tried_again]",
        "{all: [{all: [care_tried, tried_again]}]}",
        "{any: [{all: [care_tried, tried_again]}, waived]}",
        "{any: [care_tried, tried_again]}",
        "care_trie",
    ),
    "unless": (
        "    unless: waived\n",
        "",
        "    unless: {all: [waived, {waived: yes}]}\n",
        "    unless: {any: [waived, care_tried]}\n",
    ),
    "bound": ("4 weeks", "4  weeks", "5 weeks"),
    "title": ("really name", "really call", "TODO"),
    "layout": ("", "\n", "# a comment\n", "\n\n# é\n"),
}  # fmt: skip


def place(project: Path, text: str, by: Callable[[Path, str], object]) -> None:
    path = project / "policies/demo/1.0.0.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    by(path, text)


def rewritten(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def renamed(path: Path, text: str) -> None:
    other = path.with_name("other")
    other.write_text(text, "utf-8")
    other.replace(path)


def dated(path: Path, text: str) -> None:
    """As `touch -d` leaves it: all contents at the same old date."""
    path.write_text(text, "utf-8")
    os.utime(path, (10**9, 10**9))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The policy, with the words it uses."""
    made = tmp_path / "with"
    shutil.copytree(ROOT / "policies/common", made / "policies/common")
    place(made, document(), rewritten)
    monkeypatch.chdir(made)
    return made


def answer(command: list[str]) -> tuple[int, str, str, dict[str, bytes]]:
    """All that a command says, and all that it leaves in `generated`."""
    said = CliRunner().invoke(wiser, command)
    assert not said.exception or isinstance(said.exception, SystemExit), said.exception
    made = (path for path in Path("generated").rglob("*") if path.is_file())
    return (
        said.exit_code,
        without_requests(said.stdout),
        re.sub("note: .* not proven here .*\n", "", said.stderr),  # that hangs on the cache alone
        {str(path): path.read_bytes() for path in sorted(made)},
    )


def without_requests(said: str) -> str:
    """An answer without the requests that the solver finds.

    Any will do, and which it finds first hangs on all it was asked before in this process.
    """
    if not said.startswith("{"):
        return re.sub(r"(?m)note: .*?(?=%0A|$)", "note", said)
    proof = json.loads(said)
    for question in (question for policy in proof["policies"] for question in policy["questions"]):
        question["witness"] = question["witness"] is not None
    for finding in proof["findings"]:
        finding["notes"] = len(finding["notes"])
    return json.dumps(proof)


# ---------------------------------------------------------------- edits


def edits(project: Path, rng: random.Random) -> Iterator[None]:
    """One edit after another, in a project and in its twin beside it; most go back to what was there before."""
    others = {
        "policies/common/1.0.0.yaml": [
            (ROOT / "policies/common/1.0.0.yaml").read_text("utf-8"),
            (ROOT / "policies/common/1.0.0.yaml").read_text("utf-8").replace("On which date was", "On what date was"),
            "# a comment\n" + (ROOT / "policies/common/1.0.0.yaml").read_text("utf-8"),
        ],
        "policies/published.json": ["{}", "[", *(json.dumps({key: "0" * 64}) for key in ("demo@1.0.0", "gone@1.0.0"))],
        "policies/proof.json": ["{}", "[]", '{"demo@1.0.0": {}}'],
        "policies/more/1.0.0.yml": ["", ""],
    }  # fmt: skip
    at: dict[str, str] = {}
    while True:
        by = rng.choice([rewritten, renamed, dated])
        if rng.random() < 0.8:
            slot = rng.choice(list(SLOTS))
            at = {**({} if rng.random() < 0.4 else at), slot: rng.choice(SLOTS[slot])}
            for folder in (project, project.parent / "without"):
                place(folder, document(**at), by)
            yield
            continue
        name, texts = rng.choice(list(others.items()))
        text = rng.choice(texts)
        for folder in (project, project.parent / "without"):
            if text or name.endswith(".yml"):
                (folder / name).parent.mkdir(exist_ok=True)
                by(folder / name, text)
        yield
        for folder in (project, project.parent / "without"):
            if not name.startswith("policies/common"):
                (folder / name).unlink()
            else:
                by(folder / name, texts[0])


@pytest.mark.parametrize("seed", range(40 if FUZZ else 1))
def test_after_any_edit_every_command_answers_with_a_cache_as_with_none(
    project: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    rng, twin = random.Random(seed), project.parent / "without"
    shutil.copytree(project, twin)
    edited = edits(project, rng)
    for number in range(60 if FUZZ else 30):
        next(edited)
        command = rng.choice(COMMANDS)
        monkeypatch.chdir(project)
        answered = answer(command)
        monkeypatch.chdir(twin)
        shutil.rmtree(twin / ".wiser_cache", ignore_errors=True)
        assert answered == answer(command), (seed, number, command)


# Edits of shipped policies that keep the meaning, each with the anomaly that it brings in.
ANOMALIES = [
    ("scs@6.0.0", "require: [chronic_pain, ", "require: [chronic_pain, {chronic_pain: yes}, ", "idle-test"),
    ("scs@1.0.0", "require: [chronic_pain, ", "require: [chronic_pain, {chronic_pain: yes}, ", "idle-test"),
    (
        "scs@6.0.0",
        "require: [chronic_pain, late_resort]\n",
        "require: {any: [{all: [chronic_pain, late_resort]}, {all: [late_resort, chronic_pain, late_resort]}]}\n",
        "dead-test",
    ),
    (
        "scs@6.0.0",
        "require: [chronic_pain, late_resort]\n",
        "require: [chronic_pain, late_resort]\n    unless: {all: [chronic_pain, late_resort]}\n",
        "dead-exception",
    ),
]


@pytest.mark.parametrize(("key", "old", "new", "code"), ANOMALIES)
def test_an_anomaly_of_the_same_meaning_is_found_with_a_warm_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str, old: str, new: str, code: str
) -> None:
    for name in ("common", "wiser", key.partition("@")[0]):
        shutil.copytree(ROOT / "policies" / name, tmp_path / "policies" / name)
    monkeypatch.chdir(tmp_path)
    assert run("prove", key).exit_code == 0
    path = tmp_path / "policies" / f"{key.replace('@', '/')}.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    warm, cold = run("prove", key), run("prove", key, "--no-cache")
    assert (warm.exit_code, warm.output) == (cold.exit_code, cold.output)
    assert warm.exit_code == 1
    assert f"error[{code}]" in warm.output


def test_a_section_that_moves_to_the_vocabulary_makes_another_document(project: Path) -> None:
    """The bytes of both files one behind the other are the same before and after."""
    from wiser_compiler.diagnostics import Report
    from wiser_compiler.linting.library import documents, read_documents

    def fingerprint() -> str:
        read = read_documents(documents(Path("policies"), Report()), Report())
        return next(document.fingerprint for document in read if document.key == "demo@1.0.0")

    own, shared = project / "policies/demo/1.0.0.yaml", project / "policies/common/1.0.0.yaml"
    own.write_text(own.read_text("utf-8") + "# a line\n", "utf-8")
    before = fingerprint()
    own.write_text(own.read_text("utf-8").removesuffix("# a line\n"), "utf-8")
    shared.write_text("# a line\n" + shared.read_text("utf-8"), "utf-8")
    assert fingerprint() != before


def test_names_are_no_part_of_one_another(project: Path) -> None:
    assert run("prove", "demo", "demo@1.0.0").exit_code == 0
    assert run("prove", "demo demo@1.0.0").exit_code == 2


# ---------------------------------------------------------------- damage


def damaged(data: bytes, rng: random.Random) -> bytes:
    """The bytes with one damage, of a kind that disks and hands do."""
    at = rng.randrange(len(data))
    match rng.randrange(5):
        case 0:
            return data[:at] + bytes([data[at] ^ (1 << rng.randrange(8))]) + data[at + 1 :]
        case 1:
            return data[:at] + data[at + rng.randrange(1, 5) :]
        case 2:
            return data[:at] + bytes(rng.choices(b'09az"{}[],: \n\x00', k=3)) + data[at:]
        case 3:
            return data[:at]
        case _:
            return altered(data, rng)


def altered(data: bytes, rng: random.Random) -> bytes:
    """One value of the JSON in it changed; it stays JSON."""
    head, _, body = data.rpartition(b"\n")
    value = json.loads(body)
    holders: list[tuple[dict[str, object], str]] = []

    def collect(found: object) -> None:
        for key, inner in found.items() if isinstance(found, dict) else ():
            holders.append((found, key))
            collect(inner)

    collect(value)
    holder, key = rng.choice(holders)
    known = holder[key]
    holder[key] = known + 1 if isinstance(known, int) else known[:-1] + "0" if isinstance(known, str) else None
    return (head + b"\n" if head else b"") + json.dumps(value).encode()


@pytest.mark.parametrize("name", NAMES)
def test_after_any_damage_every_command_answers_as_with_no_cache(project: Path, name: str) -> None:
    commands = [command for command in COMMANDS if command[0] == ("build" if name in NAMES[:2] else "prove")]
    run("build")
    expected = {str(command): answer([*command, "--no-cache"]) for command in commands}
    whole = {}
    for command in commands[:1]:
        answer(command)
        whole = {kept: (project / ".wiser_cache" / kept).read_bytes() for kept in NAMES if cached(project, kept)}
    rng = random.Random(name)
    for number in range(1000 if FUZZ else 8):
        for kept, data in whole.items():
            (project / ".wiser_cache" / kept).write_bytes(data)
        other = rng.choice(sorted(whole))
        if number % 10 == 0 and other != name:  # two files in one another's place
            (project / ".wiser_cache" / name).write_bytes(whole[other])
        else:
            (project / ".wiser_cache" / name).write_bytes(damaged(whole[name], rng))
        if name == "kept.json":  # which is asked only if something is to be made
            (project / ".wiser_cache/stamp.json").unlink()
        if name == "proven.json":
            (project / ".wiser_cache/answers.json").unlink()
        command = rng.choice(commands)
        assert answer(command) == expected[str(command)], (number, command)


def cached(project: Path, name: str) -> bool:
    return (project / ".wiser_cache" / name).exists()


SHAPES = [None, 3, "x", [], {}, [[]], {"a": 1}, {"a": {}}, {"inputs": 3, "outputs": [], "message": {}}]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_whole_and_of_another_shape_is_thrown_away(project: Path, name: str) -> None:
    commands = [["build"], ["prove"], ["build", "--check"]]
    expected = [answer([*command, "--no-cache"]) for command in [*commands, *commands]][3:]
    inputs, key = cache.inputs(Path("policies")), "".join(cache.load(project / ".wiser_cache", "proven.json"))[:64]
    shapes = [
        *SHAPES,
        {"inputs": inputs, "outputs": {"gone": "x"}, "message": "wrong"},
        {"inputs": inputs, "outputs": {"": 3}, "message": "wrong"},
        {"inputs": inputs, "outputs": {"\0": "x"}, "message": "wrong"},
        {"inputs": inputs, "asked": ["prove"], "message": ["wrong"]},
        {"inputs": inputs, "asked": "prove", "message": "wrong"},
        *({key: shape} for shape in SHAPES),
        {key: {"ends": {"proven": "3"}, "limits": []}},
        {key: {"ends": {"anomalies": 0, "unknown": 0}, "limits": [3]}},
        *(
            {key: {"targets": dict.fromkeys(TARGETS, found), "files": files, "examples": examples}}
            for files, examples in (({}, 1), ({"x": "y"}, 1), ({"3": 3}, "x"))
            for found in (
                {},
                {"files": 3},
                {"files": [], "cannot_say": [], "rows": 0},
                {"files": [3], "cannot_say": []},
                [],
            )
        ),
    ]
    for shape in one_in(7, shapes):
        cache.store(project / ".wiser_cache", name, shape)
        if name == "kept.json":
            (project / ".wiser_cache/stamp.json").unlink()
        if name == "proven.json":
            (project / ".wiser_cache/answers.json").unlink()
        assert [answer(command) for command in commands] == expected, shape


def test_a_cache_of_another_tool_is_none(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = project / ".wiser_cache"
    assert run("build").exit_code == run("prove").exit_code == 0
    assert all(cache.load(folder, name) for name in NAMES)
    monkeypatch.setattr(cache, "tool", lambda: "another")
    assert not any(cache.load(folder, name) for name in NAMES)
    monkeypatch.undo()
    (folder / "kept.json").replace(folder / "stamp.json")
    assert cache.load(folder, "stamp.json") is None


def test_what_this_tool_is_changes_with_any_file_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(Path(wiser_compiler.__file__).parent, tmp_path / "tool")
    monkeypatch.setattr(wiser_compiler, "__file__", str(tmp_path / "tool/__init__.py"))
    tool = cache.tool.__wrapped__
    seen = {tool()}
    javascript = "targets/javascript/package"
    names = (
        "targets/markdown.py", "targets/templates/checklist.md.jinja", "targets/python/package/_result.py",
        f"{javascript}/runtime/result.js", f"{javascript}/types.d.ts", f"{javascript}/README.md",
        "targets/page/files/page.css", "targets/page/files/page.html",
    )  # fmt: skip
    for name in names:
        path = tmp_path / "tool" / name
        path.write_text(path.read_text("utf-8") + "\n", "utf-8")
        seen.add(tool())
    assert len(seen) == 1 + len(names)


# ---------------------------------------------------------------- what cannot be kept


def test_links_in_a_circle_are_looked_at_once(project: Path) -> None:
    for number in range(12):
        (project / f"policies/up_{number}").symlink_to(project)
    assert len(cache.inputs(Path("policies"))) == 64


def test_a_pipe_or_a_huge_file_is_not_read_and_nothing_is_skipped(project: Path) -> None:
    os.mkfifo(project / "policies/notes.json")
    assert cache.inputs(Path("policies")) == ""
    (project / "policies/notes.json").unlink()
    with (project / "policies/notes.json").open("wb") as file:
        file.truncate(6 * 10**9)
    assert cache.inputs(Path("policies")) == ""


def test_a_folder_that_is_a_link_is_not_used_for_a_cache(project: Path) -> None:
    elsewhere = project / "elsewhere"
    elsewhere.mkdir()
    (project / ".wiser_cache").symlink_to(elsewhere)
    for _ in range(2):
        assert run("build").exit_code == run("prove").exit_code == 0
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("name", [".gitignore", *NAMES])
def test_a_cache_is_not_written_through_a_link(project: Path, name: str) -> None:
    victim = project / "victim"
    victim.write_text("precious")
    (project / ".wiser_cache").mkdir()
    (project / ".wiser_cache" / name).symlink_to(victim)
    assert run("build").exit_code == run("prove").exit_code == 0
    assert victim.read_text() == "precious"


# ---------------------------------------------------------------- what no build makes again


def test_a_program_has_no_sheet_and_what_was_made_of_it_is_kept() -> None:
    made, _ = _compiled(SHIPPED["wiser@6.0.0"])
    assert made.targets["sheet"]["files"] == []
    assert read_kept({"x": asdict(made)}) == {"x": made}


@pytest.mark.parametrize("key", ["esi@6.0.0", "wiser@6.0.0"])
def test_a_document_that_is_known_to_be_clean_is_read_without_its_examples(key: str) -> None:
    whole, report = DOCUMENTS[key], Report()
    (known,) = read_documents([whole.path], report, clean={whole.fingerprint})
    assert report.found == []
    assert whole.policy is not None and len(whole.policy.examples) > 5
    assert known == replace(whole, policy=replace(whole.policy, examples=()), draft=known.draft)


@pytest.mark.parametrize("section", ["examples:", '"examples":'])
def test_a_line_of_a_text_is_not_taken_for_the_examples(tmp_path: Path, section: str) -> None:
    shutil.copytree(ROOT / "policies/common", tmp_path / "common")
    (tmp_path / "demo").mkdir()
    path = tmp_path / "demo/1.0.0.yaml"
    text = document().replace("\nexamples:\n", f"\n{section}\n")
    path.write_text(
        re.sub('(?m)^title: ".*"$', 'title: "A service\nexamples: in\nthree lines"', text, count=1), "utf-8"
    )
    (whole,) = read_documents([path], Report())
    (known,) = read_documents([path], Report(), clean={whole.fingerprint})
    assert whole.policy is not None and whole.policy.title == "A service examples: in three lines"
    assert known == whole
