"""Code that common generators make of the schemas compiles, accepts every valid request, and drops no more than told.

`make test` runs the richest policy, `make interop` (INTEROP=1) all of them. Each program is started once for all.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from datamodel_code_generator.__main__ import Exit
from datamodel_code_generator.__main__ import main as codegen
from generated_modules import validator
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from node_tools import NODE, PACKAGES, node, tool
from shipped import SHIPPED
from wiser_compiler.core.case import read_case
from wiser_compiler.core.model import Policy
from wiser_compiler.proof.strategies import invalid_requests, requests
from wiser_compiler.targets.cases import cases
from wiser_compiler.targets.json_schema import json_schema

ROOT = Path(__file__).parents[2]
EVERY = bool(os.environ.get("INTEROP"))
RICHEST = "esi@6.0.0"
POLICIES = list(SHIPPED.values()) if EVERY else [SHIPPED[RICHEST]]
NAMES = ("request", "ready", "result")
TYPED = ("request", "result")
RESULTS = 40  # of a policy, as literals and through each reader

# A request for each bound of a schema that breaks this bound alone; under `ready` it is changed in one that is ready.
SESSION = {"session_date": "2025-09-02", "session_region": "lumbar_sacral"}
BROKEN: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "the type of a value": ("request", {"pain_duration": "four"}),
    "a number written as text": ("request", {"pain_duration": "4"}),
    "null": ("request", {"pain_duration": None}),
    "a key that is no fact": ("request", {"pains": 4}),
    "a whole number": ("request", {"pain_duration": 4.5}),
    "the range of a number": ("request", {"pain_duration": 5201}),
    "the options of a choice": ("request", {"state": "XX"}),
    "the items of a set": ("request", {"planned_levels": ["L9"]}),
    "the days of a calendar": ("request", {"service_date": "2026-02-30"}),
    "how a code is written": ("request", {"codes": ["6232"]}),
    "a code that is text": ("request", {"codes": [99999]}),
    "the length of a text": ("request", {"history": "x" * 501}),
    "text that is not blank": ("request", {"history": " \t"}),
    "no item twice": ("request", {"codes": ["62323", "62323"]}),
    "the number of items": ("request", {"codes": [f"{code:05}" for code in range(101)]}),
    "the fields of a record": ("request", {"prior_sessions": [{"dose": 3}]}),
    "decimal places": ("ready", {"baseline_score": 60.05}),
    "no record twice": ("ready", {"prior_sessions": [SESSION, SESSION]}),
    "a criterion about a number": ("ready", {"pain_duration": 3}),
    "a criterion about one of several codes": ("ready", {"codes": ["99999"]}),
}  # fmt: skip
GENERATORS = ("datamodel-codegen", "json-schema-to-typescript", "quicktype", "json-schema-to-zod")


@dataclass(frozen=True)
class Battery:
    """What the generators made, and the values that each policy's code was asked about."""

    folder: Path
    values: Mapping[str, Mapping[str, Sequence[Any]]]  # by policy, by schema
    valid: Mapping[str, Sequence[bool]]  # the requests, by policy
    report: Mapping[str, Any]

    def verdicts(self, policy: Policy, schema: str, judge: str) -> list[bool]:
        """Which of the values of a schema a validator, or generated code, accepts."""
        found: list[bool] = self.report[place(policy)]["verdicts"][schema][judge]
        return found


def place(policy: Policy) -> str:
    """The folder of the code of a policy, a name in any language."""
    return f"{policy.id}_{policy.version.replace('.', '_')}"


def schemas(policy: Policy, draft: str = "") -> dict[str, Any]:
    files = json_schema(policy).files
    folder = f"json_schema/{policy.id}/{policy.version}/{draft}"
    return {name: json.loads(files[f"{folder}{name}.schema.json"]) for name in NAMES}


def drawn(policy: Policy) -> list[Any]:
    """Requests that are valid, or invalid in one place, always the same ones."""
    found: list[Any] = []

    @settings(max_examples=60, derandomize=True, database=None, phases=[Phase.generate], deadline=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(st.one_of(requests(policy), invalid_requests(policy)))
    def draw(request: object) -> None:
        try:
            json.dumps(request, allow_nan=False, ensure_ascii=False).encode()
        except (ValueError, TypeError):  # JSON cannot say it
            return
        found.append(request)

    draw()
    return found


def rows(policy: Policy) -> list[dict[str, Any]]:
    """The requests of the boundary cases, and of the examples."""
    files = cases(policy).files
    table = json.loads(next(text for path, text in files.items() if path.endswith(".json")))["rows"]
    named = [example.request for example in policy.examples]
    return [
        json.loads(text) for text in dict.fromkeys(json.dumps(one) for one in [*named, *map(request_of, table)] if one)
    ]


def request_of(row: Mapping[str, Any]) -> Any:
    return row.get("request")


def broken(policy: Policy) -> list[dict[str, Any]]:
    """The requests of BROKEN, and the ready one that some of them change."""
    is_ready = jsonschema_rs.validator_for(schemas(policy)["ready"]).is_valid
    base = next(row for row in rows(policy) if SESSION in row.get("prior_sessions", ()) and is_ready(row))
    return [*({**(base if name == "ready" else {}), **broken} for name, broken in BROKEN.values()), base]


@pytest.fixture(scope="module")
def battery(tmp_path_factory: pytest.TempPathFactory) -> Battery:
    """The generators, run on the schemas of all policies."""
    folder = tmp_path_factory.mktemp("generated")
    (folder / "node_modules").symlink_to(PACKAGES / "node_modules")
    values, valid, plan = {}, {}, []
    for policy in POLICIES:
        asked: list[Any] = [*rows(policy), *drawn(policy)]
        if policy.key == RICHEST:
            asked = [*broken(policy), *asked]
        answers = [validator(policy).check(one).as_dict() for one in asked[:RESULTS]]
        values[place(policy)] = {"request": asked, "ready": asked, "result": answers}
        valid[place(policy)] = [not read_case(policy.facts, one)[1] for one in asked]
        twins = schemas(policy, "draft-07/")
        plan.append({"id": place(policy), "schemas": schemas(policy), "twins": twins, "values": values[place(policy)]})
    (folder / "plan.json").write_text(json.dumps(plan), "utf-8")
    (folder / "schemas.mjs").write_bytes((Path(__file__).parent / "schemas.mjs").read_bytes())
    node(folder / "schemas.mjs", folder, folder=folder, seconds=600)
    for one in plan:
        (folder / one["id"] / "__init__.py").touch()  # so that mypy tells apart two files of one name
    report = json.loads((folder / "report.json").read_text("utf-8"))
    for one in plan:
        for name in TYPED:
            report[one["id"]]["verdicts"][name]["pydantic"] = pydantic_verdicts(folder, one["id"], name, one)
    return Battery(folder, values, valid, report)


MODELS = (  # as docs/schemas.md has them
    "--input-file-type", "jsonschema", "--output-model-type", "pydantic_v2.BaseModel", "--use-title-as-name",
    "--use-annotated", "--formatters", "builtin",
)  # fmt: skip


def pydantic_verdicts(folder: Path, id: str, name: str, plan: Mapping[str, Any]) -> list[bool]:
    """The verdicts of the models that datamodel-codegen makes, with the options that docs/schemas.md names."""
    schema = plan["schemas"][name]
    path = folder / id / f"{schema['title']}.py"
    source = path.with_suffix(".schema.json")
    source.write_text(json.dumps(schema), "utf-8")
    assert codegen([*MODELS, "--input", str(source), "--output", str(path)]) == Exit.OK
    model = getattr(module(path), schema["title"])
    return [accepted(model.model_validate_json, json.dumps(value)) for value in plan["values"][name]]


def module(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = found
    spec.loader.exec_module(found)
    return found


def accepted(read: Callable[[Any], object], value: Any) -> bool:
    try:
        read(value)
    except (ValueError, AssertionError, TypeError, KeyError):
        return False
    return True


# ---------------------------------------------------------------- the verdicts


def test_ajv_compiles_both_drafts_in_full_strict_mode_without_a_word(battery: Battery) -> None:
    assert {id: found["warnings"] for id, found in battery.report.items()} == {place(policy): [] for policy in POLICIES}


def test_ajv_says_what_the_validator_says(battery: Battery) -> None:
    for policy in POLICIES:
        valid = battery.valid[place(policy)]
        assert battery.verdicts(policy, "request", "ajv") == battery.verdicts(policy, "request", "draft-07")
        assert battery.verdicts(policy, "ready", "ajv") == battery.verdicts(policy, "ready", "draft-07")
        for ready, is_valid in zip(battery.verdicts(policy, "ready", "ajv"), valid, strict=True):
            assert is_valid or not ready
        for shape, is_valid in zip(battery.verdicts(policy, "request", "ajv"), valid, strict=True):
            assert shape or not is_valid
        assert all(battery.verdicts(policy, "result", "ajv"))


@pytest.mark.parametrize("judge", ["pydantic", "quicktype", "zod"])
def test_generated_code_accepts_every_valid_request_and_every_result(battery: Battery, judge: str) -> None:
    for policy in POLICIES:
        shapes = battery.verdicts(policy, "request", judge)
        refused = [
            request
            for request, valid, shape in zip(
                battery.values[place(policy)]["request"], battery.valid[place(policy)], shapes, strict=True
            )
            if valid and not shape
        ]
        assert refused == [], policy.key
        assert all(battery.verdicts(policy, "result", judge))
    assert any(valid for valid in battery.valid[place(POLICIES[0])])


def test_zod_drops_nothing_of_a_request(battery: Battery) -> None:
    """json-schema-to-zod makes `any` of what it does not read, so a schema that it reads as a whole has none."""
    for policy in POLICIES:
        assert battery.report[place(policy)]["any"]["request"] == 0
        assert battery.verdicts(policy, "request", "zod") == battery.verdicts(policy, "request", "ajv"), policy.key


def test_zod_refuses_nothing_that_is_ready(battery: Battery) -> None:
    """It accepts more: json-schema-to-zod reads no `contains`, and the table says so."""
    for policy in POLICIES:
        zod, schema = (battery.verdicts(policy, "ready", judge) for judge in ("zod", "ajv"))
        assert all(by_zod or not by_schema for by_zod, by_schema in zip(zod, schema, strict=True)), policy.key


# ---------------------------------------------------------------- the types


def test_typescript_compiles_strictly_with_every_row_as_a_literal(battery: Battery) -> None:
    for policy in POLICIES:
        found, asked = schemas(policy), battery.values[place(policy)]
        valid = [one for one, is_valid in zip(asked["request"], battery.valid[place(policy)], strict=True) if is_valid]
        for name, literals in (("request", valid), ("result", asked["result"])):
            title = found[name]["title"]
            for ending in ("", ".quick"):
                lines = [f'import type {{ {title} }} from "./{title}{ending}";']
                lines += [f"export const v{n}: {title} = {json.dumps(one)};" for n, one in enumerate(literals)]
                (battery.folder / place(policy) / f"{title}{ending}.rows.ts").write_text("\n".join(lines), "utf-8")
    assert compiled(battery, "*/*.ts") == ""


def compiled(battery: Battery, files: str) -> str:
    """What the compiler of TypeScript says of some files."""
    options = {
        "strict": True, "noEmit": True, "target": "es2022", "module": "esnext", "moduleResolution": "bundler",
        "types": [],
    }  # fmt: skip
    project = battery.folder / "tsconfig.json"
    project.write_text(json.dumps({"compilerOptions": options, "include": [files]}), "utf-8")
    command = [NODE, tool("tsc"), "-p", project]
    done = subprocess.run(command, cwd=battery.folder, capture_output=True, text=True, check=False)
    return done.stdout


def test_generated_python_passes_strict_types_and_compiles(battery: Battery) -> None:
    models, quick = [], []
    for policy in POLICIES:
        found = schemas(policy)
        for name in TYPED:
            path = battery.folder / place(policy) / found[name]["title"]
            models.append(path.with_suffix(".py"))
            quick.append(path.with_name(f"{path.name}_quick.py"))
    for options, files in ((["--strict"], models), ([], quick)):
        command = [
            sys.executable,
            "-m",
            "mypy",
            "--config-file=",
            "--cache-dir",
            battery.folder / "mypy",
            *options,
            *files,
        ]
        done = subprocess.run(command, cwd=battery.folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout[-2000:]


def test_names_of_generated_types_are_short_and_have_no_number(battery: Battery) -> None:
    for policy in POLICIES:
        found = schemas(policy)
        for name in TYPED:
            path = battery.folder / place(policy) / found[name]["title"]
            names = [
                line.split()[1]
                for line in path.with_suffix(".py").read_text("utf-8").splitlines()
                if line[:6] == "class "
            ]
            text = path.with_suffix(".ts").read_text("utf-8")
            names += [line.split()[2] for line in text.splitlines() if line[:12] in ("export type ", "export inter")]
            assert [each for each in names if each[-1].isdigit() or len(each) > 45] == []
            assert found[name]["title"] in names


def test_quicktype_in_python_reads_every_valid_request(battery: Battery) -> None:
    for policy in POLICIES:
        title = schemas(policy)["request"]["title"]
        model = getattr(module(battery.folder / place(policy) / f"{title}_quick.py"), title)
        asked = zip(battery.values[place(policy)]["request"], battery.valid[place(policy)], strict=True)
        refused = [one for one, valid in asked if valid and not accepted(model.from_dict, whole(one))]
        assert refused == []


def whole(value: Any) -> Any:
    """The same request with 4 in place of 4.0, which this code takes for no whole number, unlike JSON Schema."""

    def shortest(text: str) -> float | int:
        return int(float(text)) if float(text).is_integer() else float(text)

    return json.loads(json.dumps(value), parse_float=shortest)


# ---------------------------------------------------------------- the table


def test_the_table_of_docs_tells_what_each_generator_drops(battery: Battery) -> None:
    page = (ROOT / "docs/schemas.md").read_text("utf-8")
    assert table(battery) in page, table(battery)


def table(battery: Battery) -> str:
    """Which bounds the code of each generator keeps, from the verdicts on BROKEN."""
    policy = SHIPPED[RICHEST]
    lines = [f"| bound | {' | '.join(GENERATORS)} |", "|---" * (len(GENERATORS) + 1) + "|"]
    literals = typed_verdicts(battery, policy)
    for number, (bound, (name, _)) in enumerate(BROKEN.items()):
        assert not battery.verdicts(policy, name, "ajv")[number], bound
        assert all(battery.verdicts(policy, name, judge)[len(BROKEN)] for judge in ("ajv", "zod"))
        if name == "ready":
            cells = ["", "", "", battery.verdicts(policy, name, "zod")[number]]
        else:
            pydantic, quicktype, zod = (
                battery.verdicts(policy, name, judge)[number] for judge in ("pydantic", "quicktype", "zod")
            )
            cells = [pydantic, literals[number], quicktype, zod]
        words = {True: "dropped", False: "kept", "": ""}
        told = f"`ready`: {bound}" if name == "ready" else bound
        lines.append(f"| {told} | {' | '.join(words[cell] for cell in cells)} |")
    return "\n".join(lines)


def typed_verdicts(battery: Battery, policy: Policy) -> list[bool]:
    """Which of BROKEN the compiler of TypeScript accepts as literals."""
    title = schemas(policy)["request"]["title"]
    folder = battery.folder / "broken"
    folder.mkdir(exist_ok=True)
    lines = [f'import type {{ {title} }} from "../{place(policy)}/{title}";']
    lines += [f"export const v{n}: {title} = {json.dumps(one)};" for n, one in enumerate(broken(policy))]
    (folder / "literals.ts").write_text("\n".join(lines), "utf-8")
    said = compiled(battery, "broken/*.ts")
    return [f"literals.ts({number + 2}," not in said for number in range(len(BROKEN))]
