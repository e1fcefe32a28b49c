"""The criteria that authors write: the section gives the effect, and each criterion cites its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from wiser_compiler.core.model import (
    TRUE,
    Changes,
    Citation,
    Clock,
    Criterion,
    Declared,
    Effect,
    Manner,
    Source,
    Worded,
)
from wiser_compiler.core.walk import criterion_parts
from wiser_compiler.diagnostics import Report, Span, near
from wiser_compiler.reading import fields
from wiser_compiler.reading.conditions import MOST_PARTS_OF_ALL, Conditions
from wiser_compiler.reading.examples import OUTCOME
from wiser_compiler.reading.list_test import empty_group
from wiser_compiler.reading.sheet import read_lines
from wiser_compiler.reading.syntax import Node, Table, Text

SECTIONS: Mapping[str, Effect] = {"scope": "scope", "criteria": "required", "advisory": "advisory"}
KEYS_OF_A_CRITERION = ("applies_when", "unless", "quote", "reading", "sheet")
OTHER_KEYS = {
    "if": "applies_when", "when": "applies_when", "then": "require", "must": "require", "except": "unless",
}  # fmt: skip


def read_criteria(
    given: Mapping[str, Node], conditions: Conditions, sources: Mapping[str, Source]
) -> tuple[Criterion, ...]:
    """The criteria of all sections of a document, scope first; the section is their effect."""
    return tuple(
        criterion
        for section, effect in SECTIONS.items()
        for criterion in _section(given.get(section), effect, conditions, sources)
    )


def _section(
    node: Node | None, effect: Effect, conditions: Conditions, sources: Mapping[str, Source]
) -> Iterator[Criterion]:
    table = fields.table(node, conditions.report, "a section of criteria")
    for entry in table.entries if table else ():
        below = fields.table(entry.value, conditions.report, f"the criterion `{entry.key.text}`")
        if below is not None:
            yield _criterion(entry.key, below, effect, conditions, sources)


def _criterion(
    key: Text, table: Table, effect: Effect, conditions: Conditions, sources: Mapping[str, Source]
) -> Criterion:
    report = conditions.report
    id = fields.matching(key, fields.KEBAB, report, "a criterion", "use small letters and -, such as pain-duration")
    required, what = ("title", "cite", "require"), f"the criterion `{key.text}`"
    given = fields.keys(table, KEYS_OF_A_CRITERION, required, report, what, OTHER_KEYS)
    title = fields.prose(given.get("title"), report, "a title") or ""
    cite = read_citations(given.get("cite"), sources, conditions.report)
    if effect != "advisory" and cite and all(citation.source.secondary for citation in cite):
        report.error(
            "secondary-source",
            f"`{key.text}` stands only in a secondary source",
            fields.key_span(table, "cite"),
            "move it to the section `advisory:`",
        )
    quote, readings = conditions.notes(given)
    applies = conditions.joined(given["applies_when"]) if "applies_when" in given else None
    unless = conditions.joined(given["unless"]) if "unless" in given else None
    require = conditions.joined(given.get("require"))
    if quote:
        require = replace(require, quote=quote) if isinstance(require, Worded) and not require.quote else Worded(
            require, quote=quote, span=fields.key_span(table, "quote")
        )  # fmt: skip
    # One whose id has another form is known by it all the same, so that examples may name it.
    on_sheet = read_lines(given.get("sheet"), conditions.names)
    return Criterion(id or key.text, title, effect, cite, require, applies, unless, readings, key.span, sheet=on_sheet)


def read_citations(node: Node | None, sources: Mapping[str, Source], report: Report) -> tuple[Citation, ...]:
    """`cite: {guide: box 3}`."""
    table = fields.table(node, report, "`cite`")
    found = []
    if table is not None and not table.entries:
        empty_group(table, report)
    for entry in table.entries if table else ():
        place = fields.text(entry.value, report, "the place in a source")
        source = sources.get(entry.key.text)
        if source is None:
            report.error(
                "unknown-source",
                f"no source is called `{entry.key.text}`",
                entry.key.span,
                near(entry.key.text, sources),
            )
        elif place:
            found.append(Citation(source, place, entry.value.span))
    return tuple(found)


# ---------------------------------------------------------------- all of them together


def same_ids(things: Iterable[Criterion | Clock], report: Report) -> None:
    """Ids of criteria and clocks are unique across the sections, and none is the key of an outcome."""
    first: dict[str, Span] = {}
    for thing in things:
        if thing.id == OUTCOME:
            help = f"choose another name, such as `{OUTCOME}-shown`"
            report.error("bad-name", f"`{OUTCOME}` is a word of examples", thing.span, help)
        if thing.id in first:
            report.error(
                "name-taken",
                f"`{thing.id}` is declared twice",
                thing.span,
                "give one of them another name",
                related=((first[thing.id], "it is declared here first"),),
            )
        elif thing.id:
            first[thing.id] = thing.span


def too_large(things: Sequence[Criterion | Clock], conditions: Conditions) -> bool:
    """Report criteria and clocks that are too large together: each may name the same large condition."""
    parts = 0
    for thing in things:
        tests = criterion_parts(thing) if isinstance(thing, Criterion) else (thing.applies_when or TRUE,)
        parts += sum(conditions.size(test)[0] for test in tests)
        if parts > MOST_PARTS_OF_ALL:
            problem = f"up to here the criteria hold more than {MOST_PARTS_OF_ALL:,} tests"
            help = "name large conditions in fewer of them"
            conditions.report.error("too-large", problem, thing.span, help)
            return True
    return False


def read_changes(document: Table, criteria: Iterable[Criterion], report: Report) -> Changes | None:
    """`changes:` — the changes that this version declares. `removed` names criteria of the version before."""
    table = fields.table(document.get("changes"), report, "`changes`")
    if table is None:
        return None
    manners = get_args(Manner)
    given = fields.keys(table, manners, ("from",), report, "`changes`")
    since = fields.matching(given.get("from"), fields.SEMVER, report, "a version", 'such as "1.0.0"')
    known = [criterion.id for criterion in criteria]
    declared = []
    for manner in manners:
        for item in fields.items(given.get(manner), report, f"`{manner}`"):
            if manner == "removed":
                id = fields.matching(item, fields.KEBAB, report, "a criterion", "such as pain-duration")
            else:
                id = fields.one_of(item, known, report, "a criterion of this policy", "unknown-criterion")
            if id:
                declared.append(Declared(manner, id, item.span))
    return Changes(since or "", tuple(declared), fields.key_span(document, "changes"))
