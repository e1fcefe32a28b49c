"""Passages of the sources that no criterion encodes, each with the kind of reason, and the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast, get_args

from wiser_compiler.core.model import NotEncoded, Source, Why
from wiser_compiler.diagnostics import Report
from wiser_compiler.reading import fields
from wiser_compiler.reading.criteria import read_citations
from wiser_compiler.reading.syntax import Node

OTHER_KEYS = {"reason": "because", "why": "because", "place": "cite"}
KINDS: tuple[str, ...] = get_args(Why)


def read_not_encoded(node: Node | None, sources: Mapping[str, Source], report: Report) -> tuple[NotEncoded, ...]:
    """`not_encoded:` — a list of `{cite: …, kind: …, because: …}`."""
    return tuple(_read(node, sources, report))


def _read(node: Node | None, sources: Mapping[str, Source], report: Report) -> Iterator[NotEncoded]:
    what = "a passage that is not encoded"
    for item in fields.items(node, report, "`not_encoded`"):
        table = fields.table(item, report, what)
        if table is None:
            continue
        given = fields.keys(table, (), ("cite", "kind", "because"), report, what, OTHER_KEYS)
        cite = read_citations(given.get("cite"), sources, report)
        kind = fields.one_of(given.get("kind"), KINDS, report, "a kind of reason")
        because = fields.prose(given.get("because"), report, "a reason")
        if cite and kind and because:
            yield NotEncoded(cast(Why, kind), because, cite, fields.key_span(table, "cite"))
