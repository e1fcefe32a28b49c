"""The documentation is true: its commands are run, its snippets are read, its lists are compared.

The check of a code block of README.md, CONTRIBUTING.md or docs/, by the word after its fence:

    console   each line after `$ ` is run in a copy of the project, and the lines below are what it
              prints; a line of `...` stands for lines that are left out
    diff      is applied to that copy, for the blocks behind it
    pycon     is a doctest, python is run with the tests in it; both share the names of their page
    js        is run by Node in the test that is about its page, and so are ts and html
    yaml      is read without a finding; in docs/language.md all blocks together are one policy
    sh        is only shown, since it installs something or takes minutes; its make targets exist

tests/project/test_explanations.py checks the policies on the pages of docs/findings.
"""

from __future__ import annotations

import doctest
import json
import os
import re
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product
from pathlib import Path

import click
import pytest
from copies import copied
from drafts import clean_policies
from wiser_compiler.cli import wiser
from wiser_compiler.commands import cache
from wiser_compiler.core.accepted import ACCEPTABLE
from wiser_compiler.core.case import read_case
from wiser_compiler.core.dates import shift
from wiser_compiler.core.evaluate import OUTCOMES, VERDICTS, verdict
from wiser_compiler.core.model import (
    MOST_CODES,
    MOST_NOTE,
    MOST_ROWS,
    Choice,
    Codes,
    Compare,
    Criterion,
    Date,
    Fact,
    FactType,
    FactValue,
    Findings,
    Literal,
    Note,
    Number,
    OptionSet,
    Records,
    YesNo,
)
from wiser_compiler.diagnostics import Report
from wiser_compiler.reading.code_lists import MOST_IN_A_RANGE
from wiser_compiler.reading.conditions import JOINTS
from wiser_compiler.reading.list_test import LIST_WORDS
from wiser_compiler.reading.reader import read_policy
from wiser_compiler.reading.syntax import read_syntax
from wiser_compiler.reading.vocabulary import FIRST_DAY, LARGEST, LAST_DAY, MOST_OPTIONS, MOST_PLACES, TYPES
from wiser_compiler.reading.words import BESIDE, BOUNDS, WORDS

ROOT = Path(__file__).parents[2]
FINDINGS = ROOT / "docs/findings"
LANGUAGE = ROOT / "docs/language.md"
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *sorted(ROOT.glob("docs/**/*.md")),
]

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())


# ---------------------------------------------------------------- blocks


@dataclass(frozen=True)
class Block:
    """A fenced block of a page, with the line its text begins on."""

    kind: str
    text: str
    line: int


def blocks(page: Path, *kinds: str) -> list[Block]:
    text = page.read_text("utf-8")
    found = re.finditer(r"(?ms)^```(\w*)\n(.*?)^```$", text)
    return [
        Block(match[1], match[2], text.count("\n", 0, match.start()) + 2)
        for match in found
        if match[1] in kinds or not kinds
    ]


def prose(page: Path) -> str:
    """The page without its blocks."""
    return re.sub(r"(?ms)^```.*?^```$", "", page.read_text("utf-8"))


def table(page: Path, head: str) -> list[list[str]]:
    """The rows of the table with this head line, cell by cell."""
    _, found, rest = page.read_text("utf-8").partition(head + "\n")
    assert found, f"{page.name} has no table {head}"
    lines = rest.partition("\n\n")[0].splitlines()[1:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def in_code(cell: str) -> list[str]:
    """What stands between backticks."""
    return re.findall("`([^`]+)`", cell)


# ---------------------------------------------------------------- what is shown is what happens


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project that commands may change, as the working directory."""
    copy = tmp_path / "project"
    for folder in ("compiler", "docs", "generated", "policies", "schemas"):
        copied(ROOT / folder, copy / folder)
    with suppress(FileNotFoundError):  # what `make test` found of each policy before
        copied(ROOT / cache.NAME, copy / cache.NAME)
    monkeypatch.chdir(copy)
    return copy


def test_a_copy_leaves_out_what_another_process_is_still_writing(tmp_path: Path) -> None:
    for name in ("a.cpython-311.pyc.140242", ".b.json.x1.part"):  # listed, and gone when it is read
        (tmp_path / "of" / "__pycache__").mkdir(parents=True, exist_ok=True)
        (tmp_path / "of" / "__pycache__" / name).symlink_to("gone")
    (tmp_path / "of" / "__pycache__" / "a.cpython-311.pyc").touch()
    copy = copied(tmp_path / "of", tmp_path / "copy")
    assert [path.name for path in (copy / "__pycache__").iterdir()] == ["a.cpython-311.pyc"]


RUNNABLE = ("console", "diff", "pycon", "python")
PAGES_THAT_SHOW = [page for page in PAGES if blocks(page, *RUNNABLE)]


@pytest.mark.parametrize("page", PAGES_THAT_SHOW, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_what_a_page_shows_is_what_happens(page: Path, project: Path) -> None:
    names: dict[str, object] = {"__name__": page.stem}
    status = 0
    for block in blocks(page, *RUNNABLE):
        match block.kind:
            case "console":
                status = run_console(block, project, status)
            case "diff":
                apply(block.text, project)
            case "pycon":
                example = doctest.DocTestParser().get_doctest(block.text, names, page.name, str(page), block.line)
                runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
                runner.run(example, clear_globs=False)
                names.update(example.globs)
                assert runner.summarize(verbose=False).failed == 0
            case _:
                run_python(block.text, page.name, names)


def run_python(text: str, page: str, names: dict[str, object]) -> None:
    """Run the code of a block, and then the tests it defines."""
    exec(compile(text, page, "exec", dont_inherit=True), names)
    for test in re.findall(r"(?m)^def (test_\w+)", text):
        function = names[test]
        assert callable(function)
        parameters = [mark.args[1] for mark in getattr(function, "pytestmark", ()) if mark.name == "parametrize"]
        for values in product(*parameters):
            function(*(value.values[0] for value in values))


def run_console(block: Block, project: Path, status: int) -> int:
    """Run the commands of a block and compare what they print. `$?` is the status of the one before."""
    paths = {
        "PATH": f"{sysconfig.get_path('scripts')}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": f"{project / 'compiler'}{os.pathsep}{project / 'generated/python'}",
    }
    for command, shown in commands(block.text):
        done = subprocess.run(
            ["bash", "-c", f"(exit {status}); {command}"],
            cwd=project,
            env=os.environ | paths,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=60,
            check=False,  # the status is compared where a page shows it
        )
        status = done.returncode
        assert matches(shown, done.stdout), f"`{command}` printed:\n{done.stdout}"
    return status


def commands(text: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block, with the output that is shown below it."""
    assert text.startswith("$ "), f"a console block begins with a command: {text}"
    for part in re.split(r"(?m)^\$ ", text)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown


def matches(shown: str, printed: str) -> bool:
    """The output is as shown, but for cuts and the blanks at the end of a line."""
    pattern = "".join("(?:.*\n)*?" if line == "..." else re.escape(line) + "\n" for line in shown.splitlines())
    return re.fullmatch(pattern, "".join(f"{line.rstrip()}\n" for line in printed.splitlines())) is not None


def apply(text: str, project: Path) -> None:
    """Apply a diff without line numbers: what stands there once is replaced."""
    head, *lines = text.splitlines()
    path = project / head.removeprefix("--- a/")
    old = "".join(f"{line[1:]}\n" for line in lines if line[:1] in (" ", "-"))
    new = "".join(f"{line[1:]}\n" for line in lines if line[:1] in (" ", "+") and not line.startswith("+++ "))
    assert lines[0] == f"+++ b/{path.relative_to(project).as_posix()}"
    assert path.read_text("utf-8").count(old) == 1, f"not there, or not once:\n{old}"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


@pytest.mark.parametrize(
    "shown, printed, same",
    [
        pytest.param("one\ntwo\n", "one\ntwo\n", True, id="the same lines"),
        pytest.param("one\n", "one\ntwo\n", False, id="a line more is seen"),
        pytest.param("one\n...\nfour\n", "one\ntwo\nthree\nfour\n", True, id="lines may be cut"),
        pytest.param("one\n...\nfive\n", "one\ntwo\nfour\n", False, id="what stands behind a cut is compared"),
        pytest.param("", "one\n", False, id="output that is not shown is seen"),
    ],
)
def test_shown_output_is_compared_line_by_line(shown: str, printed: str, same: bool) -> None:
    assert matches(shown, printed) is same


def test_the_guide_of_the_afternoon_is_the_one_that_its_page_shows() -> None:
    shown = (block.text for block in blocks(ROOT / "docs/authoring.md", ""))
    assert (ROOT / "docs/authoring/guide.txt").read_text("utf-8") in shown


@every_page
def test_make_targets_that_a_page_names_exist(page: Path) -> None:
    shown = "".join(block.text for block in blocks(page, "sh"))
    named = re.findall(r"(?m)^make ([a-z-]+)", shown) + re.findall("`make ([a-z-]+)`", prose(page))
    targets = re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text())
    assert set(named) <= set(targets)


@every_page
def test_blocks_are_of_a_kind_that_is_tested_or_known(page: Path) -> None:
    assert {block.kind for block in blocks(page)} <= {*RUNNABLE, "js", "ts", "html", "yaml", "sh", ""}


# ---------------------------------------------------------------- the command line


def options() -> Iterator[tuple[str, click.Parameter]]:
    for name, command in wiser.commands.items():
        for parameter in command.params:
            yield name, parameter


PROSE = "\n".join(page.read_text("utf-8") for page in PAGES if page.name != "CHANGELOG.md")


@pytest.mark.parametrize("name", wiser.commands)
def test_every_command_is_documented_and_has_help(name: str) -> None:
    assert f"wiser {name}" in PROSE
    assert len(wiser.commands[name].help or "") > 20


@pytest.mark.parametrize(
    "option",
    [pytest.param(p, id=f"{name} {p.opts[0]}") for name, p in options() if isinstance(p, click.Option)],
)
def test_every_option_is_documented_and_has_help(option: click.Option) -> None:
    assert re.search(rf"(?<![\w-]){option.opts[0]}(?![\w-])", PROSE)
    assert option.help


# ---------------------------------------------------------------- the language

KINDS: dict[str, type[FactType]] = {
    "yes_no": YesNo, "note": Note, "number": Number, "date": Date, "choice": Choice,
    "set": OptionSet, "findings": Findings, "codes": Codes, "list": Records,
}  # fmt: skip
WORD_ROWS = table(LANGUAGE, "| word | for | example | met when |")
JOINT_ROWS = table(LANGUAGE, "| word | example | met when |")
TYPE_ROWS = table(LANGUAGE, "| `type` | further keys | what a request holds |")


def example_policy() -> str:
    """All YAML of docs/language.md, in its order."""
    return "\n".join(block.text for block in blocks(LANGUAGE, "yaml"))


def library(tmp_path: Path, text: str) -> Path:
    """The example policy in a folder of its own, beside the vocabulary it uses."""
    shutil.copytree(ROOT / "policies/common", tmp_path / "common")
    path = tmp_path / "example/2.0.0.yaml"
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    return path


def test_the_yaml_of_the_language_page_is_one_policy_that_lints_clean(tmp_path: Path) -> None:
    library(tmp_path, example_policy())
    report = Report()
    policies = clean_policies(tmp_path, report)
    assert report.found == []
    assert [policy.key for policy in policies] == ["example@2.0.0"]


def test_the_example_policy_uses_every_section_and_every_type_of_fact(tmp_path: Path) -> None:
    text = example_policy()
    policy = read_policy(library(tmp_path, text), Report())
    assert policy is not None
    members = [m for fact in policy.facts if isinstance(fact.type, Records) for m in fact.type.fields]
    assert {type(fact.type) for fact in (*policy.facts, *members)} == set(KINDS.values())
    assert {criterion.effect for criterion in policy.criteria} == {"scope", "required", "advisory"}


def test_the_table_of_words_names_each_word_for_each_type_and_no_other() -> None:
    documented = [(in_code(row[0])[0], KINDS[kind]) for row in WORD_ROWS for kind in in_code(row[1])]
    assert len(documented) == len(set(documented))
    assert set(documented) == {(word, kind) for kind, words in WORDS.items() for word in words}


def in_a_record(test: str) -> str:
    """A test where fields can be named: those of follow-ups, or of sessions."""
    return f"{{some: {'follow_ups' if test.startswith('score') else 'prior_sessions'}, where: {{{test}}}}}"


@pytest.mark.parametrize(
    "require",
    [
        *(pytest.param(in_a_record(in_code(row[2])[0]), id=in_code(row[2])[0]) for row in WORD_ROWS),
        *(pytest.param(in_code(row[1])[0], id=in_code(row[1])[0]) for row in JOINT_ROWS),
    ],
)
def test_an_example_in_a_table_of_words_is_read(require: str, tmp_path: Path) -> None:
    criterion = f"  tried:\n    title: An example of the page\n    cite: {{guide: box 1}}\n    require: {require}\n"
    head, found, rest = example_policy().partition("\ncriteria:\n")
    report = Report()
    policy = read_policy(library(tmp_path, head + found + criterion + rest), report)
    assert report.found == []
    assert policy is not None
    assert "tried" in {criterion.id for criterion in policy.criteria}


def test_the_table_of_findings_that_can_be_accepted_names_each_once_and_no_other() -> None:
    rows = table(LANGUAGE, "| what the source does | findings that can be accepted |")
    assert sorted(code for row in rows for code in in_code(row[1])) == sorted(ACCEPTABLE)


def test_the_table_of_joints_names_them_all() -> None:
    assert {word for row in JOINT_ROWS for word in in_code(row[0])} == {*JOINTS, *LIST_WORDS, "at_least", "unless"}


def test_the_table_of_types_names_each_type_with_its_keys() -> None:
    assert {in_code(row[0])[0]: set(in_code(row[1])) for row in TYPE_ROWS} == {
        word: set(keys) for word, keys in TYPES.items()
    }


def keys_in(schema: object) -> Iterator[str]:
    """The keys of a document that the editor schema knows by name."""
    if isinstance(schema, dict):
        yield from schema.get("properties", ())
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from keys_in(part)


EDITOR_KEYS = set(keys_in(json.loads((ROOT / "schemas/policy.schema.json").read_text("utf-8"))))


@pytest.mark.parametrize("key", sorted({*BOUNDS, *BESIDE, *JOINTS, *LIST_WORDS, *EDITOR_KEYS}))
def test_every_key_of_a_document_is_explained(key: str) -> None:
    explained = {word for code in in_code(prose(LANGUAGE)) for word in re.findall("[a-z_]+", code)}
    assert key in explained


@pytest.mark.parametrize("word", [*OUTCOMES, *VERDICTS])
def test_every_outcome_and_verdict_is_named_on_the_language_page(word: str) -> None:
    assert f"`{word}`" in " ".join(prose(LANGUAGE).split())


@every_page
def test_yaml_is_read_without_a_finding(page: Path) -> None:
    for block in blocks(page, "yaml"):
        report = Report()
        read_syntax(block.text.encode(), page.name, report)
        assert report.found == [] or page.parent == FINDINGS, block.text


def test_the_table_of_limits_says_what_the_compiler_holds_to() -> None:
    said = dict(table(LANGUAGE, "| what | limit |"))
    numbers = {
        what: [Decimal(n) for n in re.findall("-?[0-9]+", limit.replace(",", ""))] for what, limit in said.items()
    }
    assert said["a date"] == f"from {FIRST_DAY} to {LAST_DAY}"
    assert numbers["a number"] == [-LARGEST, LARGEST, MOST_PLACES]
    single = {what: found[0] for what, found in numbers.items() if len(found) == 1}
    assert single == {
        "records of a list": MOST_ROWS,
        "codes on a request": MOST_CODES,
        "letters of a note": MOST_NOTE,
        "answers of a choice": MOST_OPTIONS,
        "codes of a range": MOST_IN_A_RANGE,
    }


# ---------------------------------------------------------------- recipes

RECIPES = ROOT / "docs/recipes.md"
HEAD_OF_A_RECIPE = """\
policy: example
version: "2.0.0"
title: A recipe
uses: common 1.0.0
effective: {from: "2026-04-24", until: open}
sources: {guide: {same_as: guide_6, section: "6.2.10"}}
"""


@pytest.mark.parametrize("recipe", [pytest.param(b.text, id=f"line {b.line}") for b in blocks(RECIPES, "yaml")])
def test_a_recipe_is_a_policy_that_lints_clean(recipe: str, tmp_path: Path) -> None:
    library(tmp_path, HEAD_OF_A_RECIPE + ("" if "facts:\n" in recipe else "facts: {}\n") + recipe)
    report = Report()
    assert [policy.key for policy in clean_policies(tmp_path, report)] == ["example@2.0.0"], report.found
    assert report.found == []


# ---------------------------------------------------------------- semantics

SEMANTICS = ROOT / "docs/semantics.md"
ANSWERS = {"met": True, "not met": False, "missing": None}


@pytest.mark.parametrize(
    "applies, test, expected",
    [
        pytest.param(row[0], test, row[column], id=f"applies {row[0]}, test {test}")
        for row in table(SEMANTICS, "| `applies_when` | test met | test not met | test missing |")
        for column, test in enumerate(ANSWERS, 1)
    ],
)
def test_the_table_of_verdicts_is_the_meaning(applies: str, test: str, expected: str) -> None:
    facts = [Fact(name, YesNo(), name) for name in ("applies", "shown")]
    where, require = (Compare("==", FactValue(fact), Literal(True)) for fact in facts)
    criterion = Criterion("tried", "", "required", (), require, where)
    stated = {"applies": ANSWERS[applies], "shown": ANSWERS[test]}
    case, problems = read_case(facts, {name: value for name, value in stated.items() if value is not None})
    assert problems == ()
    assert verdict(criterion, case) == expected


@pytest.mark.parametrize(
    "moved, gives", [pytest.param(*row, id=row[0]) for row in table(SEMANTICS, "| moved | gives |")]
)
def test_the_table_of_moved_dates_is_the_calendar(moved: str, gives: str) -> None:
    day, count, unit, way = re.fullmatch(r"(\S+), (\d+) (month|day)s? (back|on)", moved).groups()  # type: ignore[union-attr]
    steps = int(count) * (-1 if way == "back" else 1)
    assert shift(date.fromisoformat(day), **{f"{unit}s": steps}) == date.fromisoformat(gives)


# ---------------------------------------------------------------- pages


def anchors(page: Path) -> set[str]:
    """The anchors GitHub gives to headings."""
    headings = re.findall(r"(?m)^#+ (.+)$", prose(page))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links(page: Path) -> list[str]:
    return [link for link in re.findall(r"\]\(([^)\s]+)\)", prose(page)) if not link.startswith("http")]


@every_page
def test_links_resolve(page: Path) -> None:
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_every_page_is_reached_from_the_readme() -> None:
    reached, pending = set(), [ROOT / "README.md"]
    while pending:
        page = pending.pop()
        if page not in reached:
            reached.add(page)
            targets = [(page.parent / link.partition("#")[0]).resolve() for link in links(page)]
            pending += [target for target in targets if target.suffix == ".md" and target.exists()]
    assert set(PAGES) - reached == set()


@every_page
def test_the_rows_of_a_table_have_the_cells_of_its_head(page: Path) -> None:
    """A row that goes on in another line is shown as two broken ones."""
    for rows in re.findall(r"(?m)(?:^\|.*\n)+(?:^\S.*\n)*", prose(page)):
        assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows.splitlines()} == {rows.splitlines()[0].count("|")}


@every_page
def test_files_that_a_page_names_are_there(page: Path) -> None:
    bases = (ROOT, ROOT / "compiler/wiser_compiler", ROOT / "generated")
    for name in re.findall(r"`([\w./-]+/[\w.-]+\.(?:py|yaml|json|md))`", prose(page)):
        assert any((base / name.removeprefix(".../")).exists() for base in bases), name


@every_page
def test_no_page_speaks_of_a_decision(page: Path) -> None:
    """The page of `coverage-claim` is where such words are named."""
    text = prose(page) if page != FINDINGS / "coverage-claim.md" else ""
    assert re.findall(r"(?i)\b(?:is|are|not|be) (?:covered|approved|denied|payable)\b", text) == []


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs/decisions"
    listed = [link for link in links(folder / "README.md") if "/" not in link]
    assert listed == sorted(path.name for path in folder.glob("[0-9]*.md"))
