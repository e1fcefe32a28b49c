"""The page for staff as a file: one document that fetches nothing, runs one script, and holds any text as text."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from case_tables import request_of
from javascript_answers import PACKAGE, ROOT
from node_tools import NODE, node, tool
from shipped import SHIPPED
from wiser_compiler.core.as_data import as_data
from wiser_compiler.targets.page import Unsafe, _filled, page, page_script
from wiser_policies import POLICIES

SOURCE = ROOT / "compiler/wiser_compiler/targets/page/files"
PAGES = page([*SHIPPED.values()]).files
HOSTILE = '</script><script>alert(1)</script><!-- <img src="https://example.org/x"> ${1} \u2028 @script@'


class Document(HTMLParser):
    """The tags of a page, and the text of its scripts and style sheets."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}", {}))

    def handle_data(self, data: str) -> None:
        tag, has = self.tags[-1] if self.tags else ("", {})
        if tag in ("script", "style"):
            self.texts[has.get("id") or tag] = self.texts.get(has.get("id") or tag, "") + data


def rules(document: Document) -> dict[str, str]:
    """The content security policy of a page, by directive."""
    (policy,) = [
        has["content"] for tag, has in document.tags if has.get("http-equiv") == "Content-Security-Policy" and tag
    ]
    assert policy
    return {name: rule for name, _, rule in (part.strip().partition(" ") for part in policy.split(";"))}


def named(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_there_is_a_page_for_every_service_and_one_for_all() -> None:
    assert set(PAGES) == {f"page/{policy.id}.html" for policy in POLICIES} | {"page/wiser.html"}
    for policy in POLICIES:
        keys = [f"{one['id']}@{one['version']}" for one in held(PAGES[f"page/{policy.id}.html"])]
        versions = [f"{policy.id}@{version.version}" for version in policy.versions]
        assert keys == ["wiser@6.0.0", *versions]
    assert held(PAGES["page/wiser.html"]) == [as_data(SHIPPED[key]) for key in sorted(SHIPPED)]


def held(html: str) -> list[dict[str, object]]:
    """The compiled policies in a page."""
    found: list[dict[str, object]] = json.loads(Document(html).texts["policies"])
    return found


@pytest.mark.parametrize("path", PAGES)
def test_a_page_forbids_all_but_its_own_script_and_style(path: str) -> None:
    document = Document(PAGES[path])
    assert rules(document) == {
        "default-src": "'none'",
        "style-src": named(document.texts["style"]),
        "script-src": named(document.texts["script"]),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert [has for tag, has in document.tags if tag == "script"] == [
        {"type": "application/json", "id": "policies"}, {}
    ]  # fmt: skip
    first = [tag for tag, _ in document.tags].index("meta")
    assert document.tags[first + 1][1]["http-equiv"] == "Content-Security-Policy"  # before all that it speaks of


def test_no_tag_of_the_shell_names_a_place_elsewhere() -> None:
    for tag, has in Document(PAGES["page/esi.html"]).tags:
        assert not {"src", "srcset", "action", "style", "ping", "data", "poster"} & set(has), tag
        assert all(not name.startswith("on") for name in has), tag
        assert (has.get("href") or "#").startswith("#"), tag


FORBIDDEN = (
    r"fetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|new Worker|\blocation\b|window\.open|"
    r"\bopen\s*\(|\.src\b|\bsrc:|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|Function\s*\(|"
    r"localStorage|sessionStorage|indexedDB|\bcookie\b|\bcaches\b|serviceWorker|https?:|history\.|setAttribute\(\"href|"
    r"\.href\b|DOMParser|Image\s*\(|RTCPeer|createContextualFragment"
)


def test_no_code_of_the_page_sends_keeps_or_builds_an_address() -> None:
    code = without_comments(page_script())
    assert re.findall(FORBIDDEN, re.sub(r"(this|interview)\.open\(|open\(request\) \{", "", code)) == []
    assert sorted(re.findall(r"href: ([^,]+),", code)) == ["`#${id}`", "address"]  # a place here; a file to save
    assert re.findall(r"\bURL\.\w+", code) == ["URL.createObjectURL", "URL.revokeObjectURL"]
    assert not re.search(r"url\(|@import|https?:", (SOURCE / "page.css").read_text("utf-8"))


def without_comments(code: str) -> str:
    return re.sub(r"/\*[\s\S]*?\*/|(?m:(?:^|(?<=\s))//.*$)", "", code)


def test_every_module_is_in_the_script_and_every_file_is_used() -> None:
    script = page_script()
    for path in SOURCE.iterdir():
        assert path.name in ("page.html", "page.css") or f"page_{path.stem} = " in script


def test_text_of_a_policy_stays_text() -> None:
    esi = SHIPPED["esi@6.0.0"]
    hostile = replace(esi, title=HOSTILE)
    document = Document(page([hostile]).files["page/esi.html"])
    assert [tag for tag, _ in document.tags].count("script") == 2
    assert json.loads(document.texts["policies"])[0]["title"] == HOSTILE
    assert rules(document)["script-src"] == named(document.texts["script"])
    assert named(document.texts["script"]) == named(Document(PAGES["page/esi.html"]).texts["script"])


def test_a_script_that_would_end_early_is_refused() -> None:
    shell = (SOURCE / "page.html").read_text("utf-8")
    with pytest.raises(Unsafe):
        _filled(shell, "", "", 'const tag = "</SCRIPT>";', [])


def installed(folder: Path) -> Path:
    """The runtime with the modules of the page beside it, as the script joins them."""
    shutil.copytree(PACKAGE, folder / "package", ignore=shutil.ignore_patterns("script", "policies"))
    shutil.copytree(SOURCE, folder / "package/page")
    return folder / "package"


def test_the_types_of_its_modules_hold(tmp_path: Path) -> None:
    package = installed(tmp_path)
    options = {
        "strict": True, "noEmit": True, "allowJs": True, "checkJs": True, "target": "es2022",
        "lib": ["es2023", "dom", "dom.iterable"], "module": "nodenext", "moduleResolution": "nodenext",
        "allowImportingTsExtensions": True, "types": [],
    }  # fmt: skip
    (package / "tsconfig.json").write_text(json.dumps({"compilerOptions": options, "files": ["page/main.js"]}))
    command = [NODE, tool("tsc"), "-p", package, "--pretty", "false"]
    done = subprocess.run(command, cwd=package, capture_output=True, text=True, check=False)
    assert done.stdout == ""
    assert done.returncode == 0


def cases(key: str) -> list[dict[str, object]]:
    id, version = key.split("@")
    table = json.loads((ROOT / f"generated/cases/{id}/{version}.json").read_text("utf-8"))
    return [request_of(table, row) for row in table["rows"]]


def test_there_is_a_question_exactly_while_an_interview_has_one_and_it_is_among_them(tmp_path: Path) -> None:
    """For the rows of cases, and for the first facts of ready requests.

    What is wholly stated is not among them, nor what no answer of which decides a criterion.
    """
    package = installed(tmp_path)
    asked = {key: cases(key) for key, policy in SHIPPED.items() if not policy.program}
    for policy in POLICIES:
        ready = json.loads((ROOT / f"docs/requests/{policy.id}-ready.json").read_text("utf-8"))
        parts = [dict(list(ready.items())[:count]) for count in range(1, len(ready), 5)]
        asked[f"{policy.id}@{policy.versions[-1].version}"] += [{"codes": ready["codes"], **part} for part in parts]
    for name in ("policies", "all.js"):
        path = PACKAGE / name
        shutil.copytree(path, package / name) if path.is_dir() else shutil.copy(path, package / name)
    said = json.loads(node("--input-type=module", "-e", MATTERING, package, stdin=json.dumps(asked)))
    assert said["wrong"] == []
    assert said["looked_at"] > 800
    assert said["open"] > 100


MATTERING = """
import { readFileSync } from "node:fs";
const { validator } = await import(`${process.argv[1]}/all.js`);
const { nextQuestion } = await import(`${process.argv[1]}/index.js`);
const { Interview } = await import(`${process.argv[1]}/runtime/questions.js`);
const { insideOf } = await import(`${process.argv[1]}/runtime/result.js`);
const { mattering } = await import(`${process.argv[1]}/page/questions.js`);
const wrong = [];
let looked_at = 0, open = 0;
for (const [key, requests] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  for (const [number, request] of requests.entries()) {
    const result = validator(key).check(request);
    if (result.problems.length > 0) continue;
    looked_at += 1;
    const next = nextQuestion(result, { beyondNotMet: true })?.path.split("/")[1];
    const found = mattering(result, request);
    if (found.length > 0) open += 1;
    if ((next === undefined) !== (found.length === 0)) wrong.push([key, number, next, found]);
    else if (next !== undefined && !found.includes(next)) wrong.push([key, number, next, found]);
    const facts = result.policy.facts.filter(({ name }) => Object.hasOwn(request, name));
    const stated = facts.filter(({ type }) => type !== "findings" && type !== "list").map(({ name }) => name);
    if (found.some((name) => stated.includes(name))) wrong.push([key, number, "stated", found]);
    if (number % 7 !== 0) continue;
    const { compiled, chart } = insideOf(result);
    const interview = new Interview(compiled, chart, []);
    const waits = ({ id, effect }) => effect !== "advisory" && result.verdicts[id] === "missing";
    const stages = result.policy.criteria.flatMap((criterion, at) =>
      waits(criterion) ? [interview.stage(at, interview.request, chart)] : []);
    const places = interview.open(interview.request);
    for (const name of found) {
      const own = places.filter(({ place }) => place[0] === name);
      const isAsked = own.some((one) => stages.some((stage) => interview.matters(stage, one)));
      if (!isAsked) wrong.push([key, number, "idle", name]);
    }
  }
}
console.log(JSON.stringify({ wrong, looked_at, open }));
"""
