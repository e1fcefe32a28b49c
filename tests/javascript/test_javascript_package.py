"""The JavaScript package as developers meet it: its types, its files for npm, its source, its data."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from javascript_answers import PACKAGE
from node_tools import NODE, chromium, node, tool
from wiser_compiler.core.as_data import as_data
from wiser_compiler.diagnostics import Report
from wiser_compiler.reading.reader import read_policy
from wiser_compiler.targets.javascript import javascript, javascript_index
from wiser_compiler.targets.javascript.index import MODULES, OTHERS

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "compiler/wiser_compiler/targets/javascript/package"
TYPED = ROOT / "tests/typed"
READY = ROOT / "docs/requests/esi-ready.json"
NEWEST = Path("policies/scs/6.0.0.yaml")


def test_requests_that_no_reader_returns_are_answered_and_no_result_gives_a_request_away() -> None:
    assert node(ROOT / "tests/javascript/hostile.mjs", PACKAGE, READY) == "done\n"


# ---------------------------------------------------------------- types


def installed(folder: Path) -> None:
    """The package where an application in the folder finds it."""
    (folder / "node_modules").mkdir()
    (folder / "node_modules/wiser-policies").symlink_to(PACKAGE)
    (folder / "package.json").write_text('{"type": "module"}')


OPTIONS = {
    "strict": True, "noEmit": True, "allowJs": True, "checkJs": True, "target": "es2022",
    "lib": ["es2023", "dom", "dom.iterable"], "module": "nodenext", "moduleResolution": "nodenext",
    "allowImportingTsExtensions": True, "types": [],
    "noUncheckedIndexedAccess": False, "preserveSymlinks": False, "skipLibCheck": False,
}  # fmt: skip
CONFORMS = """\
import type * as types from "./types.js";
import { Catalog, Validator } from "./runtime/catalog.js";
import { readJson } from "./runtime/json.js";
import { Result } from "./runtime/result.js";
import * as root from "./root.js";
import * as fhir from "./responses.js";
import * as paper from "./paper.js";
declare const validator: Validator;
declare const catalog: Catalog;
export const one: types.Validator = validator;
export const other: types.Catalog = catalog;
export const value: unknown = readJson("{}");
export const alone: (policy: types.CompiledPolicy) => types.Validator = root.validatorOf;
export const next: (result: Result) => types.Question | null = root.nextQuestion;
export const asked: (result: Result, options: { today: string }) => types.AskList = root.askList;
export const others: Omit<typeof import("./index.js"), "askList" | "validatorOf" | "nextQuestion"> = root;
export const responses: typeof import("./fhir.js") = fhir;
export const sheets: typeof import("./sheet.js") = paper;
"""


def lines_named(folder: Path, *files: str) -> dict[str, set[int]]:
    """The lines of TypeScript's errors, by the name of the file."""
    (folder / "tsconfig.json").write_text(json.dumps({"compilerOptions": OPTIONS, "files": files}))
    command = [NODE, tool("tsc"), "-p", folder, "--pretty", "false"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    found: dict[str, set[int]] = {}
    for path, line in re.findall(r"(?m)^(\S+?)\((\d+),\d+\): error", done.stdout):
        found.setdefault(Path(path).name, set()).add(int(line))
    assert bool(found) == (done.returncode != 0), done.stdout + done.stderr
    return found


def test_the_types_accept_a_client_name_its_mistakes_and_fit_the_runtime(tmp_path: Path) -> None:
    installed(tmp_path)
    for name in ("client.ts", "mistakes.ts"):
        (tmp_path / name).write_text((TYPED / name).read_text("utf-8"))
    for name in (*MODULES, "types.d.ts"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text((SOURCE / name).read_text("utf-8"))
    # Beside its declaration TypeScript would not read a module: these have another name here.
    for name, alone in (("index", "root"), ("fhir", "responses"), ("sheet", "paper")):
        (tmp_path / f"{name}.d.ts").write_text((SOURCE / f"{name}.d.ts").read_text("utf-8"))
        (tmp_path / f"{alone}.js").write_text((SOURCE / f"{name}.js").read_text("utf-8"))
    modules = ["root.js", "responses.js", "paper.js", *(name for name in MODULES if name != "index.js")]
    (tmp_path / "conforms.ts").write_text(CONFORMS)
    mistakes = (TYPED / "mistakes.ts").read_text("utf-8").splitlines()
    expected = {number for number, line in enumerate(mistakes, 1) if line.endswith("// mistake")}
    assert len(expected) > 20
    assert lines_named(tmp_path, "client.ts", "mistakes.ts", "conforms.ts", *modules) == {"mistakes.ts": expected}


def test_types_say_the_question_the_range_and_the_unit() -> None:
    declared = (PACKAGE / "policies/esi/v6_0_0.d.ts").read_text("utf-8")
    assert (
        "  /** For how many full weeks has this pain lasted?\n"
        "   * A whole number from 0 to 5200 (weeks). */\n"
        "  readonly pain_duration?: number;\n"
    ) in declared
    assert '  readonly sedation?: "light" | "moderate" | "deep" | "general" | "monitored";\n' in declared
    assert "    /** disc herniation */\n    readonly herniation?: boolean;\n" in declared
    assert "  readonly prior_sessions?: readonly PriorSessionsRecord[];\n" in declared


# ---------------------------------------------------------------- source


def code_of(name: str) -> str:
    """A module without its comments and without what stands between quotation marks."""
    text = re.sub(r"/\*[\s\S]*?\*/|(?<=[ ;{(])//.*", "", (SOURCE / name).read_text("utf-8"))
    return re.sub(r'"(?:[^"\\\n]|\\.)*"', '""', text)


FORBIDDEN = {
    "made of text": r"\beval\b|\bFunction\b|\bimport\s*\(|\bsetTimeout\b|\bsetInterval\b",
    "a clock, or dates read by the machine": r"\bDate\b|\bIntl\b|\bperformance\b|\bTemporal\b",
    "chance": r"\brandom\b|\bcrypto\b",
    "coercion": r"[^=!<>]==[^=]|!=[^=]|\bwith\s*\(|\bparseFloat\b|(?<!Number\.)\bis(?:NaN|Finite)\(",
    "the world": r"\b(?:console|document|global|globalThis|localStorage|navigator|process|self|window)\s*[.\[]"
    r"|\b(?:fetch|require)\s*\(",
    "older words": r"\bvar\b|\barguments\b|\b__proto__\b",
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_the_runtime_uses_nothing_but_the_language(what: str) -> None:
    found = {name: re.findall(FORBIDDEN[what], code_of(name)) for name in MODULES}
    assert {name: hits for name, hits in found.items() if hits} == {}


@pytest.mark.parametrize("planted", [
    'eval("1")', "new Function(text)", 'await import("x")', "new Date(text)", "Date.parse(text)", "Math.random()",
    "a == b", "a != b", "with (a) b", "isNaN(a)", "globalThis.x", "var a", "console.log(a)",
])  # fmt: skip
def test_what_the_runtime_must_not_use_is_found(planted: str) -> None:
    assert any(re.search(pattern, f" {planted};") for pattern in FORBIDDEN.values())


def test_every_module_is_named_and_imports_modules_beside_it_alone() -> None:
    assert {path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*")} == {
        *MODULES, *OTHERS, "policies.d.ts", "runtime",
    }  # fmt: skip
    for name in MODULES:
        text = (SOURCE / name).read_text("utf-8")
        for target in re.findall(r'(?m)^(?:import|export|\}) .*from "([^"]+)"', text):
            assert (SOURCE / name).parent.joinpath(target).resolve().relative_to(SOURCE).as_posix() in MODULES


def test_no_line_is_wider_than_those_of_python() -> None:
    files = [path for path in SOURCE.rglob("*") if path.is_file()]
    assert len(files) > len(MODULES)
    wide = {path.name for path in files for line in path.read_text("utf-8").splitlines() if len(line) > 120}
    assert wide == set()


# ---------------------------------------------------------------- data

READS_ALL = """
const { readFileSync } = await import("node:fs");
const [folder, keys] = process.argv.slice(1);
const all = {};
globalThis.wiserPolicies = { register: (policy) => { all[`${policy.id}@${policy.version}`] = policy; } };
for (const key of JSON.parse(keys)) {
  const place = key.replace("@", "/v").replaceAll(".", "_");
  const { default: policy } = await import(`${folder}/policies/${place}.js`);
  (0, eval)(readFileSync(`${folder}/script/${place}.js`, "utf8"));
  all[key] = [policy, all[key]];
}
const { VERSIONS } = await import(`${folder}/policies/index.js`);
const listed = {};
for (const { load, ...version } of VERSIONS) {
  listed[`${version.id}@${version.version}`] = [version, (await load()) === all[`${version.id}@${version.version}`][0]];
}
console.log(JSON.stringify({ all, listed }));
"""


def test_modules_and_scripts_hold_the_compiled_policies_and_the_index_loads_them() -> None:
    compiled = {
        f"{path.parent.name}@{path.stem}": json.loads(path.read_text("utf-8"))
        for path in (ROOT / "generated/compiled").glob("*/*.json")
    }
    said = json.loads(node("--input-type=module", "-e", READS_ALL, PACKAGE, json.dumps(list(compiled))))
    assert said["all"] == {key: [policy, policy] for key, policy in compiled.items()}
    named = ("id", "version", "title", "program", "effective", "until")
    assert said["listed"] == {
        key: [{name: policy[name] for name in named} | {"codes": [code["code"] for code in policy["codes"]]}, True]
        for key, policy in compiled.items()
    }
    assert list(said["listed"]) == sorted(compiled)


HOSTILE = '</script><!--<script>\u2028\u2029\\"`${x}*/ \U0001f600'


def test_no_text_of_a_policy_ends_a_script_or_a_comment(tmp_path: Path) -> None:
    policy = read_policy(NEWEST, Report())
    assert policy is not None
    (first, *facts) = policy.facts
    staff = replace(policy.for_staff, supplied_by=(("__proto__", HOSTILE), (HOSTILE, "x")))
    named = replace(policy, title=HOSTILE, facts=(replace(first, ask=HOSTILE), *facts), for_staff=staff)
    files = {**javascript(named).files, **javascript_index([named]).files}
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    said = node("--input-type=module", "-e", READS_ALL, tmp_path / "javascript", json.dumps([named.key]))
    assert json.loads(said)["all"] == {named.key: [as_data(named)] * 2}
    scripts = [text for path, text in files.items() if "/script/" in path]
    assert len(scripts) == 2
    assert not any("</script" in text or "<!--" in text for text in scripts)
    installed(tmp_path)
    declared = next(text for path, text in files.items() if path.endswith("scs/v6_0_0.d.ts"))
    (tmp_path / "javascript/policies/scs/hostile.ts").write_text(
        declared.replace("export default policy;", ""), "utf-8"
    )
    assert lines_named(tmp_path, "javascript/policies/scs/hostile.ts") == {}


# ---------------------------------------------------------------- npm and bundlers


def test_npm_accepts_the_package_with_every_file() -> None:
    npm = next(NODE.parents[1].glob("lib/**/npm/bin/npm-cli.js"))
    (packed,) = json.loads(node(npm, "pack", "--dry-run", "--json", "--offline", folder=PACKAGE))
    assert (packed["name"], packed["version"]) == ("wiser-policies", "0.1.0")
    files = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*") if path.is_file()}
    assert {file["path"] for file in packed["files"]} == files
    package = json.loads((PACKAGE / "package.json").read_text("utf-8"))
    assert "dependencies" not in package
    targets = [
        each
        for entry in package["exports"].values()
        for each in (entry.values() if isinstance(entry, dict) else [entry])
    ]
    assert all("*" in target or (PACKAGE / target).is_file() for target in targets)


ONE = 'import { validatorOf } from "wiser-policies";\nimport esi from "wiser-policies/policies/esi/v6_0_0.js";\n'
USES = "console.log(validatorOf(esi).check(JSON.parse(process.argv[2])).outcome);\n"


def test_a_bundle_of_one_policy_holds_no_other(tmp_path: Path) -> None:
    installed(tmp_path)
    (tmp_path / "one.js").write_text(ONE + USES)
    (tmp_path / "all.js").write_text('import { check } from "wiser-policies/all";\nconsole.log(check);\n')
    sizes = {}
    for name in ("one", "all"):
        node(
            tool("esbuild"),
            f"{name}.js",
            "--bundle",
            "--minify",
            "--format=esm",
            f"--outfile=out/{name}.js",
            folder=tmp_path,
        )
        text = (tmp_path / f"out/{name}.js").read_bytes()
        sizes[name] = len(gzip.compress(text))
    assert node("out/one.js", READY.read_text("utf-8"), folder=tmp_path) == "ready\n"
    one = (tmp_path / "out/one.js").read_text("utf-8")
    assert "Epidural" in one
    assert not re.search("Spinal cord stimulator|Wasteful and Inappropriate", one)
    assert sizes["one"] < 40_000 < sizes["all"] < 250_000


# ---------------------------------------------------------------- pages that are opened from a disk


def page(policy: str, scripts: list[str]) -> str:
    """A page without access to anything but its own scripts, which shows an answer."""
    return f"""<!doctype html>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>none</title>
{"".join(scripts)}
<script>
const request = {READY.read_text("utf-8").replace("<", chr(92) + "u003c")};
let evaluated = "yes";
try {{ (0, eval)("1"); }} catch {{ evaluated = "no"; }}
const {"{ pain_duration, ...less }"} = request;
document.title = [
  wiserPolicies.knownVersions(), wiserPolicies.check(request).outcome, wiserPolicies.check(less).gaps()[0].criterion.id,
  wiserPolicies.check({{ codes: ["22514"] }}).problems[0].code, wiserPolicies.scope(request).outcome,
  wiserPolicies.checkJson("[]").problems[0].code, evaluated,
].join(" ");
</script>
"""


SHOWN = "esi@6.0.0,wiser@6.0.0 ready pain-duration service-not-encoded in scope not-an-object no"
NEEDED = ("wiser-policies.js", "esi/v6_0_0.js", "wiser/v6_0_0.js")


def test_pages_from_a_disk_answer_without_a_network_and_without_eval(tmp_path: Path) -> None:
    """One page holds its scripts, the other one names them."""
    texts = [(PACKAGE / "script" / name).read_text("utf-8") for name in NEEDED]
    pages = {
        "whole.html": page(
            "default-src 'none'; script-src 'unsafe-inline'", [f"<script>{text}</script>" for text in texts]
        ),
        "parts.html": page(
            "default-src 'none'; script-src 'unsafe-inline' file:",
            [f'<script src="{(PACKAGE / "script" / name).as_uri()}"></script>' for name in NEEDED],
        ),
    }
    asked: list[str] = []
    with chromium() as browser:
        for name, text in pages.items():
            (tmp_path / name).write_text(text, "utf-8")
            tab = browser.new_page()
            tab.on("request", lambda request: asked.append(request.url))
            errors: list[str] = []
            tab.on("pageerror", lambda error, errors=errors: errors.append(str(error)))
            tab.goto((tmp_path / name).as_uri())
            assert (tab.title(), errors) == (SHOWN, [])
    assert len(asked) == len(pages) + len(NEEDED)
    assert all(url.startswith("file://") for url in asked)
