"""The sections of a program alone: its states, its services, and its clocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from wiser_compiler.core.model import (
    Choice,
    Clock,
    Code,
    Expr,
    FactValue,
    Literal,
    Records,
    Service,
    Shifted,
    Source,
    State,
)
from wiser_compiler.core.walk import facts_of
from wiser_compiler.core.words import filter_words
from wiser_compiler.diagnostics import Report, Span, did_you_mean
from wiser_compiler.reading import fields
from wiser_compiler.reading.code_lists import read_code
from wiser_compiler.reading.codes import CodeGroup, CodeReader, Listed, beside
from wiser_compiler.reading.conditions import Conditions
from wiser_compiler.reading.criteria import read_citations
from wiser_compiler.reading.date_words import elapsed, read_date_term
from wiser_compiler.reading.names import Names
from wiser_compiler.reading.sheet import read_sentence
from wiser_compiler.reading.syntax import Items, Node


def read_states(node: Node | None, names: Names, sources: Mapping[str, Source]) -> tuple[State, ...]:
    """`states:` — by an answer of the fact `state`: its MAC, jurisdiction and model participant."""
    found = fields.table(node, names.report, "states")
    if found is None:
        return ()
    fact = names.fact("state")
    options = fact.type.options if fact and isinstance(fact.type, Choice) else ()
    labels = {option.id: option.label for option in options}
    states = []
    for entry in found.entries:
        id = fields.one_of(entry.key, labels, names.report, "an answer of the fact `state`", "unknown-option")
        table = fields.table(entry.value, names.report, "a state")
        if id is None or table is None:
            continue
        needed, ways = ("mac", "jurisdiction", "participant"), ("portal", "telephone", "fax")
        given = fields.keys(table, (*ways, "cite"), needed, names.report, "a state")
        words = {
            key: fields.text(value, names.report, f"`{key}`") or "" for key, value in given.items() if key != "cite"
        }
        written = {key: words.get(key, "") for key in (*needed, *ways)}
        states.append(State(id, labels[id], **written, cite=read_citations(given.get("cite"), sources, names.report)))
    return tuple(states)


def read_services(
    node: Node, reader: CodeReader, states: Sequence[State]
) -> tuple[tuple[Service, ...], list[CodeGroup]]:
    """`services:` — each with its codes, the condition they share, and the document that governs it."""
    report = reader.report
    found = fields.table(node, report, "services")
    services, groups = [], []
    taken: dict[str, Span] = {}
    for entry in found.entries if found else ():
        id = fields.matching(entry.key, fields.NAME, report, "a service", "use small letters, digits and _")
        table = fields.table(entry.value, report, f"the service `{entry.key.text}`")
        if id is None or table is None:
            continue
        keys = ("coverage", "only_when", "quote", "reading", "sheet")
        given = fields.keys(table, keys, ("title", "section", "codes"), report, "a service")
        listed = _codes(given.get("codes"), reader, taken)
        quote, readings = reader.conditions.notes(given)
        only_when = reader.conditions.joined(given["only_when"]) if "only_when" in given else None
        if only_when is None:
            beside(table, ("quote", "reading", "sheet"), "only_when", report)
        says = read_sentence(given.get("sheet"), reader.conditions.names)
        groups.append(CodeGroup(tuple(listed), only_when, quote, readings, entry.key.span, says))
        services.append(
            Service(
                id,
                fields.prose(given.get("title"), report, "a title") or "",
                fields.text(given.get("section"), report, "a section") or "",
                tuple(one.code.code for one in listed),
                _coverage(given.get("coverage"), reader, {state.mac for state in states}),
                tuple(_conditions(listed, only_when)),
            )
        )
    _every_mac_governs(services, states, node, report)
    return tuple(services), groups


def _every_mac_governs(services: Sequence[Service], states: Sequence[State], node: Node, report: Report) -> None:
    """Report a MAC of the states that no service names, where services name other MACs."""
    named = {mac for service in services for mac, _ in service.coverage if mac}
    for mac in dict.fromkeys(state.mac for state in states):
        if mac and named and mac not in named:
            near = did_you_mean(mac, named)
            report.error("unknown-option", f"no service says what governs it at `{mac}`, a MAC here", node.span, near)


def _conditions(listed: Sequence[Listed], shared: Expr | None) -> Iterator[tuple[str, str]]:
    """The conditions of a code, or of all codes, in words."""
    yield from ((one.code.code, filter_words(one.only_when)) for one in listed if one.only_when is not None)
    if shared is not None:
        yield ", ".join(one.code.code for one in listed), filter_words(shared)


def _codes(node: Node | None, reader: CodeReader, taken: dict[str, Span]) -> list[Listed]:
    """A list of codes, or a table where one of them has a condition. A code belongs to one service."""
    listed = []
    if isinstance(node, Items):
        for item in node.items:
            codes = read_code(item, "HCPCS", reader.report)
            listed += [Listed(Code(code, "", span=item.span), reader.cite) for code in codes]
    else:
        listed = reader.read(node, labelled=False)
    if node is not None and not (node.items if isinstance(node, Items) else getattr(node, "entries", True)):
        reader.report.error("empty-group", "a service needs at least one code", node.span, 'write `["62323"]`')
    for one in listed:
        if one.code.code in taken:
            reader.report.error(
                "name-taken",
                f"code {one.code.code} is listed twice",
                one.code.span,
                "a code belongs to one service",
                related=((taken[one.code.code], "it is listed here first"),),
            )
        taken.setdefault(one.code.code, one.code.span)
    return listed


def _coverage(node: Node | None, reader: CodeReader, macs: set[str]) -> tuple[tuple[str, str], ...]:
    """The coverage document: one for all (`NCD 160.7`), or one for each MAC."""
    if node is None:
        return ()
    if not hasattr(node, "entries"):
        return (("", fields.text(node, reader.report, "`coverage`") or ""),)
    table = fields.table(node, reader.report, "`coverage`")
    if table is not None and not table.entries:
        reader.report.error("empty-group", "no document is named here", table.span, "name one, or delete the line")
    found = []
    for entry in table.entries if table else ():
        mac = fields.one_of(entry.key, macs, reader.report, "a MAC of the states", "unknown-option")
        document = fields.text(entry.value, reader.report, "a document")
        if mac and document:
            found.append((mac, document))
    return tuple(found)


def read_clocks(node: Node | None, conditions: Conditions, sources: Mapping[str, Source]) -> tuple[Clock, ...]:
    """`clocks:` — dates that follow from the dates of a request: `due: {on_or_before: 3 days after received_date}`."""
    report = conditions.report
    found = fields.table(node, report, "clocks")
    clocks = []
    for entry in found.entries if found else ():
        table = fields.table(entry.value, report, f"the clock `{entry.key.text}`")
        id = fields.matching(entry.key, fields.KEBAB, report, "a clock", "use small letters and -")
        if table is None or id is None:
            continue
        given = fields.keys(table, ("applies_when", "reading"), ("title", "cite", "due"), report, "a clock")
        due = fields.table(given.get("due"), report, "`due`")
        asked = fields.keys(due, ("quote", "reading"), ("on_or_before",), report, "`due`") if due else {}
        date = fields.bare_text(asked.get("on_or_before"), report, "the day")
        term = read_date_term(date, conditions.names, conditions.date_value("")) if date else None
        if term is not None and not isinstance(term.date if isinstance(term, Shifted) else term, FactValue):
            report.error(
                "wrong-kind",
                "a clock counts from a date of the request",
                date.span if date else entry.key.span,
                "name a fact of `type: date`, as in `3 days after received_date`",
            )
        quote, readings = conditions.notes(asked)
        cite = read_citations(given.get("cite"), sources, report)
        if cite and all(citation.source.secondary for citation in cite):
            report.error(
                "secondary-source", f"`{id}` stands only in a secondary source", fields.key_span(table, "cite"),
                "cite where the program itself says it",
            )  # fmt: skip
        applies = conditions.joined(given["applies_when"]) if "applies_when" in given else None
        if applies is not None and any(isinstance(fact.type, Records) for fact in facts_of(applies)):
            report.error(
                "wrong-kind",
                "a clock cannot look at a list",
                fields.key_span(table, "applies_when"),
                "ask a question of its own, and test the answer",
            )
            applies = None
        clocks.append(
            Clock(
                id,
                fields.prose(given.get("title"), report, "a title") or "",
                cite,
                term or Literal(False),
                applies,
                _in_words(date.text) if date else "",
                quote,
                (*readings, *conditions.read_readings(given.get("reading"))),
                elapsed("<=", date.text) if date else (),
                entry.key.span,
            )
        )
    return tuple(clocks)


def _in_words(text: str) -> str:
    """A day that is counted, for people: `3 days after received_date` is *3 days after the received date*."""
    return re.sub(r"\b(\w+_date)\b", r"the \1", text).replace("_", " ")
