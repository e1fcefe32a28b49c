"""The types of the package are complete, and name the mistakes of an application."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, NotRequired, Required, Union, get_args, get_origin, get_type_hints, is_typeddict

import pytest
from type_checkers import PACKAGE, ROOT, lines_named_by_mypy, lines_named_by_pyright, mistakes
from wiser_policies import check, known_versions, scope, shapes, validator

READY = json.loads((ROOT / "docs/requests/esi-ready.json").read_text("utf-8"))
every_version = pytest.mark.parametrize("key", known_versions())


def type_of_requests(key: str) -> Any:
    id, _, version = key.partition("@")
    return import_module(f"wiser_policies.{id}.request_v{version.replace('.', '_')}")


# ---------------------------------------------------------------- two type checkers


@pytest.fixture(scope="module")
def applications(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Those of tests/typed, and one that states an example of every version."""
    lines = []
    for number, key in enumerate(known_versions()):
        id, _, version = key.partition("@")
        schema = json.loads((ROOT / f"generated/json_schema/{id}/{version}/request.schema.json").read_text("utf-8"))
        module = f"wiser_policies.{id}.request_v{version.replace('.', '_')}"
        lines += [f"from {module} import Request as R{number}", f"r{number}: R{number} = {schema['examples'][0]!r}"]
        lines.append(f"w{number}: R{number} = { ({'no_such_fact': True} | schema['examples'][0])!r}  # mistake")
    path = tmp_path_factory.mktemp("typed") / "examples.py"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return [*sorted((ROOT / "tests/typed").glob("*.py")), path]


@pytest.mark.parametrize("named", [lines_named_by_mypy, lines_named_by_pyright], ids=["mypy", "pyright"])
def test_a_type_checker_names_the_mistakes_of_applications_and_no_other_line(
    named: Any, applications: list[Path], tmp_path: Path
) -> None:
    expected = mistakes(applications)
    assert {"mistakes.py", "mistakes_in_requests.py", "examples.py"} == {name for name, _ in expected}
    assert named(applications, tmp_path) == expected


def test_every_public_type_of_the_package_is_known() -> None:
    """As whoever publishes a package asks pyright; `py.typed` is a part of the question."""
    command = [sys.executable, "-m", "basedpyright", "--verifytypes", "wiser_policies", "--ignoreexternal"]
    paths = os.environ | {"PYTHONPATH": str(PACKAGE)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=paths)
    said = done.stdout[-2000:]
    assert "Type completeness score: 100%" in said
    (exported,) = re.findall(r'Symbols exported by "wiser_policies": (\d+)', said)
    assert int(exported) > 1000


# ---------------------------------------------------------------- the type of a request


def shape_of(hint: Any) -> object:
    """A type as the part of JSON Schema that says the same."""
    if is_typeddict(hint):
        assert hint.__required_keys__ == frozenset()
        return {name: shape_of(kind) for name, kind in get_type_hints(hint).items()}
    if get_origin(hint) is Literal:
        return list(get_args(hint))
    if get_origin(hint) is list:
        return [shape_of(get_args(hint)[0])]
    return {bool: "boolean", int: "integer", float: "number", str: "string"}[hint]


def shape_in(schema: dict[str, Any], whole: dict[str, Any]) -> object:
    """The same of a schema, without its bounds."""
    if "$ref" in schema:
        schema = whole["$defs"][schema["$ref"].rpartition("/")[2]]
    match schema["type"]:
        case "object":
            assert schema["additionalProperties"] is False
            return {name: shape_in(one, whole) for name, one in schema["properties"].items()}
        case "array":
            return [shape_in(schema["items"], whole)]
        case "string" if "enum" in schema or "const" in schema:
            return schema.get("enum", [schema.get("const")])
        case kind:
            return kind


@every_version
def test_the_type_and_the_schema_of_requests_say_the_same(key: str) -> None:
    id, _, version = key.partition("@")
    schema = json.loads((ROOT / f"generated/json_schema/{id}/{version}/request.schema.json").read_text("utf-8"))
    assert shape_of(type_of_requests(key).Request) == shape_in(schema, schema)


def docs(key: str) -> dict[str, str]:
    """What an editor shows of each key of `Request`: the text below it."""
    tree = ast.parse(Path(type_of_requests(key).__file__).read_text("utf-8"))
    (request,) = (node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "Request")
    found = {}
    for key_node, below in zip(request.body, request.body[1:], strict=False):
        if isinstance(key_node, ast.AnnAssign) and isinstance(below, ast.Expr):
            found[ast.unparse(key_node.target)] = " ".join(ast.literal_eval(below.value).split())
    return found


@every_version
def test_an_editor_shows_question_rule_and_place_of_each_fact(key: str) -> None:
    shown = docs(key)
    facts = validator(key).POLICY.facts
    assert list(shown) == [fact.name for fact in facts]
    for fact in facts:
        assert fact.ask in shown[fact.name]
        assert f"Chart: {fact.chart}." in shown[fact.name]
        if fact.options and fact.kind != "codes":
            for option, label in zip(fact.options, fact.labels, strict=True):
                assert option.replace("_", " ") == label or f"- `{option}`: {label}" in shown[fact.name]
        else:
            assert f"{fact.rule[0].upper()}{fact.rule[1:]}." in shown[fact.name]


def test_the_type_of_requests_is_loaded_by_who_asks_for_it_alone() -> None:
    code = (
        "import sys, wiser_policies as w\n"
        "for name in w.known_versions(): w.check({}, name).as_dict(), w.check({}, name).as_summary()\n"
        "print([name for name in sys.modules if '.request_v' in name or name.endswith('.shapes')])"
    )
    paths = os.environ | {"PYTHONPATH": str(PACKAGE)}
    done = subprocess.run([sys.executable, "-c", code], env=paths, capture_output=True, text=True, check=False)
    assert done.stdout == "[]\n"


# ---------------------------------------------------------------- the shapes of answers


def keeps(value: object, hint: Any) -> bool:
    """Whether a JSON value is of a type."""
    origin, inner = get_origin(hint), get_args(hint)
    if is_typeddict(hint):
        hints = get_type_hints(hint)
        return (
            isinstance(value, dict)
            and hint.__required_keys__ <= set(value) <= set(hints)
            and all(keeps(item, hints[name]) for name, item in value.items())
        )
    if origin in (NotRequired, Required):
        return keeps(value, inner[0])
    if origin in (Union, UnionType):
        return any(keeps(value, one) for one in inner)
    if origin is Literal:
        return value in inner
    if origin is list:
        return isinstance(value, list) and all(keeps(item, inner[0]) for item in value)
    if origin is dict:
        return isinstance(value, dict) and all(keeps(k, inner[0]) and keeps(v, inner[1]) for k, v in value.items())
    return isinstance(value, NoneType if hint is None else hint)


RESULTS = [
    check(READY), check(READY | {"received_date": "2026-08-01"}), check(READY | {"pain_duration": "x"}), check({}),
    scope(READY), check({"codes": ["22513"]}), check(READY | {"state": "CA"}), check(READY | {"pain_duration": 3}),
]  # fmt: skip


@pytest.mark.parametrize("result", RESULTS, ids=lambda result: result.outcome)
def test_answers_have_the_shapes_that_are_said(result: Any) -> None:
    for said, shape in ((result.as_dict(), shapes.ResultDict), (result.as_summary(), shapes.SummaryDict)):
        sent = json.loads(json.dumps(said))
        assert keeps(sent, shape)
        assert keeps(sent | {"file": "a.ndjson:1"}, shape)
        for name in said:
            assert not keeps({key: value for key, value in sent.items() if key != name}, shape)
            assert not keeps(sent | {name: 5}, shape)


def test_every_shape_is_a_part_of_an_answer() -> None:
    """So that none is left behind that no answer has."""
    seen: set[str] = set()

    def look(hint: Any) -> None:
        if is_typeddict(hint) and hint.__name__ not in seen:
            seen.add(hint.__name__)
            for one in get_type_hints(hint).values():
                look(one)
        for one in get_args(hint):
            look(one)

    look(shapes.ResultDict)
    look(shapes.SummaryDict)
    assert seen == {name for name in vars(shapes) if name.endswith("Dict") and name != "TypedDict"}
