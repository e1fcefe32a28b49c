"""The type of a request for a policy whose names are no names of Python, or those that the module needs itself."""

from __future__ import annotations

import ast
import importlib.util
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, get_args, get_type_hints

import pytest
from type_checkers import ROOT, lines_named_by_mypy, lines_named_by_pyright, mistakes
from wiser_compiler.core.model import Choice, Fact, Findings, Number, Option, OptionSet, Records, YesNo
from wiser_compiler.diagnostics import Report
from wiser_compiler.reading.reader import read_policy
from wiser_compiler.targets.python.request_types import request_types

LABELS = {"or": "or", "C1-C2": 'between """the""" first\\two', "dict": "a\n# line", "str": "\u202e", "it": "it"}
OPTIONS = tuple(Option(id, label) for id, label in LABELS.items())
NAMES = (
    "class", "str", "list", "bool", "int", "float", "dict", "literal", "request", "match", "items", "get", "keys", "_",
)  # fmt: skip
SCORE = Fact("score", Number(low=0, high=9, places=1, unit="points"), "Score")  # type: ignore[arg-type]  # as decimals
RECORD = (Fact("import", Choice(OPTIONS), "Which?"), Fact("a_b", Findings(OPTIONS), "Found?"), SCORE)
FACTS = (
    *(Fact(name, YesNo(), f'Is it """{name}"""? \\', "History") for name in NAMES),
    Fact("a_b", Findings(OPTIONS), "Which were found"),
    Fact("aB", Findings(OPTIONS), "Which were found?"),
    Fact("a", Records(RECORD, 9), "Which?"),
    Fact("a_a", OptionSet(OPTIONS), "Which " + "and which " * 20 + "?"),
)


@pytest.fixture(scope="module")
def module(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    policy = read_policy(ROOT / "policies/wiser/6.0.0.yaml", Report())
    assert policy is not None
    path = tmp_path_factory.mktemp("made") / "made.py"
    path.write_text(request_types(replace(policy, facts=FACTS, title='A """title"""\\')), "utf-8")
    spec = importlib.util.spec_from_file_location("made", path)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_every_fact_is_a_key_whatever_its_name_is(module: ModuleType) -> None:
    hints = get_type_hints(module.Request)
    assert set(hints) == {fact.name for fact in FACTS}
    assert {hints[name] for name in NAMES} == {bool}
    assert hints["a_a"] == list[Literal[tuple(LABELS)]]  # type: ignore[valid-type]  # made at run time
    for findings in (hints["a_b"], hints["aB"], get_type_hints(get_args(hints["a"])[0])["a_b"]):
        assert get_type_hints(findings) == dict.fromkeys(LABELS, bool)
        assert findings.__total__ is False
    assert hints["a_b"] is not hints["aB"]


def test_text_of_a_policy_stays_in_docstrings(module: ModuleType) -> None:
    """And each line fits a screen."""
    text = Path(str(module.__file__)).read_text("utf-8")
    bodies = [node.body for node in ast.parse(text).body if isinstance(node, ast.ClassDef)]
    assert {type(node) for body in bodies for node in body} == {ast.Expr, ast.AnnAssign}
    assert all(line.isprintable() and len(line) <= 120 for line in text.splitlines())
    assert "# line" in text


def test_type_checkers_read_it(module: ModuleType, tmp_path: Path) -> None:
    path = Path(str(module.__file__))
    client = path.with_name("client.py")
    client.write_text(
        "from made import Request\n"
        'one: Request = {"class": True, "str": False, "list": True, "items": True, "a_a": ["C1-C2", "dict"]}\n'
        'one["a"] = [{"import": "or", "score": 5, "a_b": {"or": True, "C1-C2": False, "str": True}}]\n'
        'one["list"] = 5  # mistake\n'
        'one["a_b"] = {"C1-C3": True}  # mistake\n'
        'other: Request = {"import": True}  # mistake\n',
        "utf-8",
    )
    files: Any = [path, client]
    assert lines_named_by_mypy(files, path.parent) == mistakes(files)
    assert lines_named_by_pyright(files, path.parent) == mistakes(files)
