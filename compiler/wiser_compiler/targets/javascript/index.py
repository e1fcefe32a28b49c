"""The package around the policies: its runtime, its index, the types of all requests, and one script of the runtime."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files

from wiser_compiler import __version__
from wiser_compiler.core.model import Policy
from wiser_compiler.json_text import printed
from wiser_compiler.targets.javascript.bundle import joined
from wiser_compiler.targets.javascript.policy import FOLDER, GLOBAL, in_javascript, place_of
from wiser_compiler.targets.output import Output

# Modules that are copied as they are, and that one script joins.
MODULES = (
    "index.js", "script.js", "runtime/ask.js", "runtime/ask_goals.js", "runtime/ask_groups.js", "runtime/ask_moves.js",
    "runtime/ask_regions.js", "runtime/ask_routes.js", "runtime/ask_search.js", "runtime/ask_solving.js",
    "runtime/ask_standing.js", "runtime/ask_tests.js", "runtime/ask_words.js", "runtime/catalog.js",
    "runtime/compiled.js", "runtime/days.js", "runtime/forms.js", "runtime/guesses.js", "runtime/interpreter.js",
    "runtime/json.js", "runtime/layout.js", "runtime/numbers.js", "runtime/odd_days.js", "runtime/partial.js",
    "runtime/places.js", "runtime/problems.js", "runtime/questions.js", "runtime/reader.js", "runtime/reasons.js",
    "runtime/result.js", "runtime/sheet.js", "runtime/spelled-dates.js", "runtime/spelled-names.js",
    "runtime/spelled-numbers.js", "runtime/spelled-text.js", "runtime/spellings.js", "runtime/units.js",
    "runtime/values.js", "runtime/words.js",
)  # fmt: skip
OTHERS = ("index.d.ts", "types.d.ts", "fhir.js", "fhir.d.ts", "sheet.js", "sheet.d.ts", "README.md")


def copied(name: str) -> str:
    """The text of one of the copied files."""
    return (files("wiser_compiler.targets.javascript") / "package" / name).read_text("utf-8")


def javascript_index(policies: Sequence[Policy]) -> Output:
    """The files of the package that belong to no single policy."""
    ordered = sorted(policies, key=lambda policy: (policy.id, policy.effective))
    modules = {name: copied(name) for name in MODULES}
    texts = {
        **{name: text for name, text in modules.items() if name != "script.js"},
        **{name: copied(name) for name in OTHERS},
        "package.json": _package(),
        "all.js": _all(ordered),
        "all.d.ts": _types_of_all(ordered),
        "policies/index.js": _versions(ordered),
        "policies/index.d.ts": copied("policies.d.ts"),
        "script/wiser-policies.js": joined(modules, "script.js", GLOBAL),
    }
    return Output({f"{FOLDER}/{path}": text for path, text in texts.items()})


def _package() -> str:
    """What npm and Node read of the package."""

    def entry(path: str) -> dict[str, str]:
        return {"types": f"./{path}.d.ts", "default": f"./{path}.js"}

    return printed({
        "name": "wiser-policies",
        "version": __version__,
        "description": "Medicare WISeR documentation criteria as validators, without dependencies",
        "license": "Apache-2.0",
        "type": "module",
        "sideEffects": ["./script/**"],
        "engines": {"node": ">=18"},
        "exports": {
            ".": entry("index"),
            "./all": entry("all"),
            "./fhir": entry("fhir"),
            "./policies": entry("policies/index"),
            "./sheet": entry("sheet"),
            "./policies/*.js": entry("policies/*"),
            "./script/*": "./script/*",
            "./catalog.json": "./catalog.json",
            "./package.json": "./package.json",
        },
    })  # fmt: skip


def _variable(policy: Policy) -> str:
    return f"{policy.id}_{policy.version.replace('.', '_')}"


def _all(ordered: Sequence[Policy]) -> str:
    imports = [f'import {_variable(policy)} from "./policies/{place_of(policy)}.js";' for policy in ordered]
    names = [f"  {_variable(policy)}," for policy in ordered]
    return "\n".join([
        "/** All policies together: the codes of a request choose one, and its day of receipt the version. Generated;",
        " * do not edit.",
        " */",
        "",
        'import { catalogOf } from "./index.js";',
        *imports,
        "",
        "export const { check, checkJson, knownVersions, scope, scopeJson, validator } = catalogOf([",
        *names,
        "]);",
        "",
    ])  # fmt: skip


def _types_of_all(ordered: Sequence[Policy]) -> str:
    imports = [
        f"import type {{ CriterionId as {_variable(policy)}_id, Request as {_variable(policy)} }}"
        f' from "./policies/{place_of(policy)}.js";'
        for policy in ordered
    ]
    requests = [f"  {json.dumps(policy.key)}: {_variable(policy)};" for policy in ordered]
    criteria = [f"  {json.dumps(policy.key)}: {_variable(policy)}_id;" for policy in ordered]
    return "\n".join([
        "/** All policies together. Generated; do not edit. */",
        "",
        'import type { Catalog } from "./types.js";',
        *imports,
        "",
        "/** The request of each version. */",
        "export interface Requests {",
        *requests,
        "}",
        "",
        "/** The ids of the criteria of each version. */",
        "export interface CriterionIds {",
        *criteria,
        "}",
        "",
        "declare const all: Catalog<CriterionIds>;",
        'export declare const check: typeof all["check"];',
        'export declare const checkJson: typeof all["checkJson"];',
        'export declare const knownVersions: typeof all["knownVersions"];',
        'export declare const scope: typeof all["scope"];',
        'export declare const scopeJson: typeof all["scopeJson"];',
        'export declare const validator: typeof all["validator"];',
        "",
    ])  # fmt: skip


def _versions(ordered: Sequence[Policy]) -> str:
    lines = [
        "/** Every version, with the days it is in force and its procedure codes. Generated; do not edit. */",
        "",
        "export const VERSIONS = Object.freeze([",
    ]
    for policy in ordered:
        said = {
            "id": policy.id,
            "version": policy.version,
            "title": policy.title,
            "program": policy.program,
            "effective": policy.effective.isoformat(),
            "until": policy.until.isoformat() if policy.until else None,
            "codes": [code.code for code in policy.codes],
        }
        data = in_javascript(json.dumps(said, ensure_ascii=False)).removesuffix("}")
        load = f'import("./{place_of(policy)}.js").then((module) => module.default)'
        lines += [f"  Object.freeze({data},", f"    load: () => {load} }}),"]
    return "\n".join([*lines, "]);", ""])
