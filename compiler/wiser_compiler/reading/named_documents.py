"""Documents that a document names with their exact version: the vocabularies that it uses, the program it is part of.

From a vocabulary a document takes names; `inherited` has the parts that a policy takes from its program.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from wiser_compiler.core.model import Source
from wiser_compiler.diagnostics import Report
from wiser_compiler.reading import fields, vocabulary
from wiser_compiler.reading.document import KEYS, folder_of, read_data, read_identity, read_tree
from wiser_compiler.reading.names import Names
from wiser_compiler.reading.questions import read_questions
from wiser_compiler.reading.syntax import Items, Node, Table, Text


def named_document(node: Node | None, key: str, kind: str, code: str, here: Path, report: Report) -> Path | None:
    """The file of a document that the one `here` names with its exact version, as in `common 1.0.0`."""
    found = fields.text(node, report, f"`{key}`")
    if found is None or node is None:
        return None
    name, _, version = found.partition(" ")
    path = folder_of(here) / name / f"{version}.yaml"
    exact = re.fullmatch(f"{fields.NAME} {fields.SEMVER}", found) is not None and len(name) <= 100
    if not exact or not path.is_file():
        sample = "wiser 6.0.0" if kind == "program" else "common 1.0.0"
        report.error(
            code,
            f"there is no {kind} `{found}`",
            node.span,
            f"there is no file {path.as_posix()}: write that {kind}, name another one, or delete `{key}:`"
            if exact
            else f"write its name and its exact version, such as `{sample}`",
        )
        return None
    return path


def versions_named(node: Node | None) -> tuple[Text, ...]:
    """The documents that `uses` or `part_of` names: one, or a list of them."""
    return tuple(item for item in (node.items if isinstance(node, Items) else (node,)) if isinstance(item, Text))


def used_documents(node: Node | None, here: Path, report: Report) -> list[Path]:
    """The files of the vocabularies under `uses:`."""
    found = [
        named_document(item, "uses", "vocabulary", "unknown-vocabulary", here, report)
        for item in fields.items(node, report, "`uses`")
    ]
    return [path for path in found if path is not None]


def use_vocabularies(node: Node | None, here: Path, names: Names) -> Mapping[str, Source]:
    """`uses: common 1.0.0`, or a list of such — exact versions, whose words become words of this document.

    Returns their sources. Of one vocabulary there is one version, and of two no name is the same.
    """
    sources: dict[str, Source] = {}
    seen: dict[str, Text] = {}
    for item in fields.items(node, names.report, "`uses`"):
        name = item.text.partition(" ")[0] if isinstance(item, Text) else ""
        if name in seen:
            names.report.error(
                "name-taken", f"the vocabulary `{name}` is used twice", item.span, "keep one version of it",
                related=((seen[name].span, "it stands here first"),),
            )  # fmt: skip
            continue
        if isinstance(item, Text):
            seen[name] = item
        for id, source in _use_vocabulary(item, here, names).items():
            if id in sources:
                names.report.error("name-taken", f"the source `{id}` stands in two vocabularies", item.span,
                                   "give one of them another name there")  # fmt: skip
            sources[id] = source
    return sources


def _use_vocabulary(node: Node, here: Path, names: Names) -> Mapping[str, Source]:
    """One of them."""
    path = named_document(node, "uses", "vocabulary", "unknown-vocabulary", here, names.report)
    data = read_data(path, names.report) if path else None
    if path is None or data is None:
        return {}
    if words := _words(path, data):
        known, sources = words
        names.take(known, "vocabulary", node.span)
        names.report.texts.update(known.report.texts)
        return sources
    document = read_tree(path, data, names.report)
    return declare_vocabulary(document, path, names) if document else {}


@lru_cache(16)  # every policy of a run uses the same words
def _words(path: Path, data: bytes) -> tuple[Names, Mapping[str, Source]] | None:
    """The names of a vocabulary, or None where it has findings."""
    names = Names(Report())
    document = read_tree(path, data, names.report)
    sources = declare_vocabulary(document, path, names) if document else {}
    return None if names.report.found else (names, sources)


def declare_vocabulary(document: Table, path: Path, names: Names) -> dict[str, Source]:
    """Take the names of a vocabulary, and report its findings. Returns its sources."""
    report = names.report
    fields.keys(document, *KEYS["vocabulary"], report, "a vocabulary")
    read_identity(document, "vocabulary", path, report)
    vocabulary.read_choices(document.get("choices"), names)
    vocabulary.read_groups(document.get("groups"), names)
    vocabulary.read_facts(document.get("facts"), names)
    read_questions(document.get("questions"), names)
    return vocabulary.read_sources(document.get("sources"), {}, report)
