"""The page that staff fill in: one HTML file with its policies and the JavaScript runtime, and nothing from elsewhere.

Its content security policy names the one script and the one style sheet by their hashes and forbids everything else.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files
from itertools import groupby
from typing import Any, NamedTuple

from wiser_compiler.core.as_data import as_data
from wiser_compiler.core.model import Policy
from wiser_compiler.sheet.html import fragment
from wiser_compiler.sheet.layout import sheet_of
from wiser_compiler.sheet.style import STYLE
from wiser_compiler.targets.javascript.bundle import joined
from wiser_compiler.targets.javascript.index import MODULES, copied
from wiser_compiler.targets.output import Output

FOLDER = "page"
ALL = "wiser"  # the name of the page of all services
GLOBAL = "wiserPage"
OWN = (
    "calculators.js", "codes.js", "elements.js", "fields.js", "files.js", "inputs.js", "main.js",
    "panel.js", "printed.js", "questions.js", "records.js", "rows.js", "service.js", "wanted.js", "words.js",
)  # fmt: skip


class Unsafe(Exception):
    """A script or a style sheet would end before its end. The message says which."""


class _Made(NamedTuple):
    """What a version brings into a page."""

    compiled: str
    sheet: str


def page(policies: Sequence[Policy]) -> Output:
    """`page/wiser.html` for all services, and `page/<id>.html` for one. Each has every version, and the programs."""
    ordered = sorted(policies, key=lambda policy: (policy.id, policy.effective))
    programs = [policy for policy in ordered if policy.program]
    services = [
        (id, list(versions)) for id, versions in groupby(ordered, lambda policy: policy.id) if not _is_of(programs, id)
    ]
    shell, style, script = _own("page.html"), _own("page.css") + STYLE, page_script()
    known = {policy.key: _made(policy) for policy in ordered}  # each stands in two pages
    pages = {id: (versions[-1].title, [*programs, *versions]) for id, versions in services}
    pages[ALL] = ("WISeR: is the chart complete?", ordered)  # also where a service has this id
    return Output({
        f"{FOLDER}/{name}.html": _filled(shell, title, style, script, [known[policy.key] for policy in of])
        for name, (title, of) in pages.items()
    })  # fmt: skip


def page_script() -> str:
    """The runtime and the modules of the page, as one classic script: browsers refuse modules from `file://`."""
    modules = {name: copied(name) for name in MODULES} | {f"page/{name}": _own(name) for name in OWN}
    return joined(modules, "page/main.js", GLOBAL)


def _is_of(programs: Sequence[Policy], id: str) -> bool:
    return any(program.id == id for program in programs)


def _own(name: str) -> str:
    return (files("wiser_compiler.targets.page") / "files" / name).read_text("utf-8")


def _filled(shell: str, title: str, style: str, script: str, versions: Sequence[_Made]) -> str:
    """The shell with everything in its place. Raises Unsafe if a part holds the tag that ends it."""
    for name, text in (("style", style), ("script", script)):
        if f"</{name}" in text.lower():
            raise Unsafe(f"the {name} of the page holds `</{name}`")
    parts = {
        "@style-hash@": _hash(style),
        "@script-hash@": _hash(script),
        "@title@": escape(title),
        "@style@": style,
        "@sheets@": "".join(version.sheet for version in versions),
        "@policies@": f"[{','.join(version.compiled for version in versions)}]",
        "@script@": script,
    }
    done = ""
    rest = shell
    for place, text in parts.items():  # in the order of the shell, so that no part is searched for a place
        before, found, rest = rest.partition(place)
        assert found, place
        done += before + text
    return done + rest


def _made(policy: Policy) -> _Made:
    """A version as data that can stand in a page, and its sheet; a program has none."""
    data = as_data(policy)
    compiled = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return _Made(compiled, "" if policy.program else _sheet(data))


def _sheet(compiled: Mapping[str, Any]) -> str:
    """The blank sheet of a version, which the page fills in and prints."""
    return f'<template id="sheet-{compiled["id"]}@{compiled["version"]}">\n{fragment(sheet_of(compiled))}</template>\n'


def _hash(text: str) -> str:
    """The hash by which a content security policy names a text between its tags."""
    return f"sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}"
