"""Facts, choices, groups and sources: the names that a document declares before it uses them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import assert_never, cast

from wiser_compiler.core.kinds import Tag, kind_of
from wiser_compiler.core.model import (
    CODE_SYSTEMS,
    MOST_ROWS,
    Choice,
    Codes,
    Date,
    Fact,
    FactType,
    Findings,
    Note,
    Number,
    Option,
    OptionSet,
    Records,
    Source,
    YesNo,
)
from wiser_compiler.diagnostics import Report, near
from wiser_compiler.reading import fields
from wiser_compiler.reading.code_lists import read_meant
from wiser_compiler.reading.names import AnswerGroup, Names
from wiser_compiler.reading.syntax import Node, Table, Text

TYPES: Mapping[Tag, tuple[str, ...]] = {  # the keys of each type, beside `type` and `ask`
    "yes_no": (),
    "note": (),
    "number": ("unit", "from", "to", "places"),
    "date": ("from", "to"),
    "choice": ("of", "ordered"),
    "set": ("of", "unit"),
    "findings": ("of",),
    "codes": ("system",),
    "list": ("each", "unit", "up_to", "unique"),
}
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)
MOST_PLACES = 4
OTHERS = "others"  # a key for every finding that an example does not name
MOST_OPTIONS = 500  # answers of one question: the words of a test may name them all
LARGEST = Decimal(10**12)  # far below 2^53, so that every JSON reader reads such numbers exactly


def read_choices(node: Node | None, names: Names) -> None:
    """`choices:` — named lists of options, as `{id: label}` or `[id, …]`."""
    found = fields.table(node, names.report, "choices")
    for entry in found.entries if found else ():
        fields.matching(entry.key, fields.NAME, names.report, "the name of a choice", NAME_HELP)
        if names.declare(entry.key.text, entry.key.span, "choice"):
            names.choices[entry.key.text] = read_options(entry.value, names.report)


def read_options(node: Node, report: Report) -> tuple[Option, ...]:
    """`{id: label}` or `[id, …]`."""
    options: dict[str, Option] = {}
    if isinstance(node, Table):
        for entry in node.entries:
            id = fields.matching(entry.key, fields.ID, report, "an answer", ID_HELP)
            label = fields.prose(entry.value, report, "a label")
            if id and label:
                options[id] = Option(id, label)
    else:
        for item in fields.items(node, report, "the answers"):
            id = fields.matching(item, fields.ID, report, "an answer", ID_HELP)
            if id in options:
                report.error("duplicate-key", f"`{id}` stands twice in one place", item.span, "keep one of the two")
            if id:
                options[id] = Option(id, id)
    if not options:
        report.error("empty-group", "a choice needs at least one answer", node.span, "write `{id: label}`")
    if len(options) > MOST_OPTIONS:
        problem = f"a choice has {len(options):,} answers, more than {MOST_OPTIONS:,}"
        report.error("too-large", problem, node.span, "say what is meant by codes, or by several facts")
        return ()
    return tuple(options.values())


NAME_HELP = "use small letters, digits and _, beginning with a letter, such as pain_duration"
ID_HELP = "use letters, digits, - and _, such as L4-L5"


def read_groups(node: Node | None, names: Names) -> None:
    """`groups:` — some answers of a choice under one name: `{of: state, are: [AZ, WA]}`."""
    found = fields.table(node, names.report, "groups")
    for entry in found.entries if found else ():
        values = fields.table(entry.value, names.report, "a group")
        if values is None or not names.declare(entry.key.text, entry.key.span, "group"):
            continue
        given = fields.keys(values, (), ("of", "are"), names.report, "a group")
        of = fields.one_of(given.get("of"), [*names.choices, *CODE_SYSTEMS], names.report, "a choice", "unknown-choice")
        known = {option.id for option in names.choices.get(of or "", ())}
        ids: list[str] = []
        for item in fields.items(given.get("are"), names.report, "`are`"):
            if of is not None and of in CODE_SYSTEMS:
                ids += read_meant(item, of, names.report)
                continue
            id = fields.text(item, names.report, "an answer")
            if not id:
                continue
            ids.append(id)
            if known and id not in known:
                names.report.error("unknown-option", f"`{id}` is not an answer of `{of}`", item.span, near(id, known))
        if of:
            names.groups[entry.key.text] = AnswerGroup(of, tuple(dict.fromkeys(ids)))


def read_facts(node: Node | None, names: Names) -> None:
    """`facts:` — under headings that name the part of the chart."""
    found = fields.table(node, names.report, "facts")
    for heading in found.entries if found else ():
        below = fields.table(heading.value, names.report, f"the facts under `{heading.key.text}`")
        for entry in below.entries if below else ():
            fact = read_fact(entry.key, entry.value, heading.key.text, "", names)
            if fact is not None:
                names.facts[fact.name] = fact


def read_fact(key: Text, node: Node, chart: str, row_of: str, names: Names) -> Fact | None:
    """One fact. A question alone makes a yes-or-no fact; any other fact names its type."""
    report = names.report
    name = fields.matching(key, fields.NAME, report, "the name of a fact", NAME_HELP)
    if name is None or not names.declare(name, key.span):
        return None
    if isinstance(node, Text):
        ask = fields.prose(node, report, "a question")
        return Fact(name, YesNo(), ask or "", chart, row_of, key.span)
    table = fields.table(node, report, f"the fact `{name}`")
    kind = table.get("type") if table else None
    if table is None:
        return None
    if kind is None:
        report.error("missing-key", "a fact has no `type`", key.span, "add `type:`, or write only the question")
        return None
    word = fields.one_of(kind, TYPES, report, "a type of fact", "unknown-type")
    if word is None:
        return None
    tag = cast(Tag, word)
    given = fields.keys(table, ("type", "ask", *TYPES[tag]), (), report, f"a fact of type {word}")
    ask = fields.prose(given.get("ask"), report, "a question") or ""
    if not ask and not row_of:
        report.error("missing-key", f"the fact `{name}` has no `ask`", key.span, 'add `ask: "…?"`')
    read = read_type(tag, name, given, table, row_of, names)
    spans = {key: value.span for key, value in given.items()}
    return None if read is None else Fact(name, read, ask or _label(name), chart, row_of, key.span, spans=spans)


def _label(name: str) -> str:
    return name.replace("_", " ").capitalize()


def read_type(
    word: Tag, name: str, given: Mapping[str, Node], table: Table, row_of: str, names: Names
) -> FactType | None:
    """The type of a fact with its range, options or fields."""
    report = names.report
    unit = fields.text(given.get("unit"), report, "a unit") or ""
    match word:
        case "yes_no":
            return YesNo()
        case "note":
            return Note()
        case "number":
            return _number(name, given, table, unit, report)
        case "date":
            return _date(given, table, report)
        case "choice" | "set" | "findings":
            options = _of(given, table, names)
            if not options:
                return None
            # other kinds: are read elsewhere
            if word == "choice":
                return Choice(options, _ordered(given.get("ordered"), options, report))
            if word == "findings" and any(option.id == OTHERS for option in options):
                message = f"a finding cannot be `{OTHERS}`: in examples that word closes the list"
                report.error("bad-name", message, table.span, f"choose another name, such as `{OTHERS}_found`")
                return None
            return Findings(options) if word == "findings" else OptionSet(options, unit)
        case "codes" | "list" if row_of:
            report.error(
                "list-in-list",
                f"a record of a list cannot hold a fact of type {word}",
                table.span,
                "use a list of its own",
            )
            return None
        case "codes":
            system = fields.one_of(given.get("system"), CODE_SYSTEMS, report, "a code system", "unknown-choice")
            return Codes(system) if system else None
        case "list":
            return _rows(name, given, table, unit, names)
        case _:
            assert_never(word)


def _ordered(node: Node | None, options: tuple[Option, ...], report: Report) -> bool:
    """Whether the answers run from least to most, as their numbers do where each has one."""
    ordered = fields.yes_no(node, report, "`ordered`") is True
    numbers = [number_of(option) for option in options]
    if ordered and node is not None and None not in numbers and numbers != sorted(numbers, key=lambda n: n or 0):
        report.error("bad-range", "the answers run from least to most, and their numbers do not", node.span,
                     "write the answers in their order, the least first")  # fmt: skip
    return ordered


def number_of(option: Option) -> Decimal | None:
    """The one number that an answer carries in its label or else in its id, as in `stage 3`."""
    for text in (option.label, option.id):
        numbers = re.findall(r"[0-9]+", text)
        if len(numbers) == 1 and len(numbers[0]) < 10:
            return Decimal(numbers[0])
    return None


def _number(name: str, given: Mapping[str, Node], table: Table, unit: str, report: Report) -> Number | None:
    low, high = (fields.number(_need(given, key, table, report), report, f"`{key}`") for key in ("from", "to"))
    places = fields.whole(given.get("places"), report, "`places`", 0, MOST_PLACES) or 0
    if low is None or high is None:
        return None
    if (
        low > high
        or abs(low) > LARGEST
        or abs(high) > LARGEST
        or low != round(low, places)
        or high != round(high, places)
    ):
        report.error(
            "bad-range",
            f"`{name}` cannot run from {low} to {high}",
            fields.key_span(table, "from"),
            "write the smaller number first, with no more decimal places than `places` allows",
        )
        return None
    return Number(low, high, places, unit)


def _date(given: Mapping[str, Node], table: Table, report: Report) -> Date | None:
    first, last = (fields.day(_need(given, key, table, report), report, f"`{key}`") for key in ("from", "to"))
    if first is None or last is None:
        return None
    if not FIRST_DAY <= first <= last <= LAST_DAY:
        span = fields.key_span(table, "from")
        report.error("bad-range", f"dates run from {FIRST_DAY} to {LAST_DAY}, the earlier one first", span)
        return None
    return Date(first, last)


def _need(given: Mapping[str, Node], key: str, table: Table, report: Report) -> Node | None:
    if key not in given:
        report.error("missing-key", f"a fact of this type needs `{key}`", table.span, f"add `{key}:`")
    return given.get(key)


def _of(given: Mapping[str, Node], table: Table, names: Names) -> tuple[Option, ...]:
    node = _need(given, "of", table, names.report)
    if isinstance(node, Text):
        choice = fields.one_of(node, names.choices, names.report, "a choice", "unknown-choice")
        return names.choices[choice] if choice else ()
    return read_options(node, names.report) if node is not None else ()


def _rows(name: str, given: Mapping[str, Node], table: Table, unit: str, names: Names) -> Records | None:
    report = names.report
    each = fields.table(_need(given, "each", table, report), report, "`each`")
    help = "write how many records a request holds at most, such as 20"
    most = fields.whole(_need(given, "up_to", table, report), report, "`up_to`", 1, MOST_ROWS, help)
    members = []
    for entry in each.entries if each else ():
        fact = read_fact(entry.key, entry.value, "", name, names)
        if fact is not None:
            names.facts[fact.name] = fact
            members.append(fact)
    unique = []
    for item in fields.items(given.get("unique"), report, "`unique`"):
        field = fields.one_of(item, [m.name for m in members], report, "a field of this list", "unknown-fact")
        if field and not kind_of(names.facts[field].type).single:
            report.error("wrong-kind", f"`{field}` has several values, and cannot tell records apart", item.span)
        elif field:
            unique.append(field)
            names.used.add(field)
    if most is None:  # with another limit it is the same list, so that nothing follows from a mistake in it
        names.used.add(name)
    return Records(tuple(members), most or MOST_ROWS, tuple(unique), unit) if members else None


def _shared(node: Node, known: Mapping[str, Source], report: Report) -> Source | None:
    """The source of a vocabulary that `same_as` names."""
    if not known:
        advice = "write its `title:` and `version:` here, or use a vocabulary that has it, as in `uses: common 1.0.0`"
        report.error("unknown-source", "this document uses no vocabulary that has sources", node.span, advice)
        return None
    same = fields.one_of(node, known, report, "a source of the vocabulary", "unknown-source")
    return known.get(same or "")


def read_sources(node: Node | None, known: Mapping[str, Source], report: Report) -> dict[str, Source]:
    """`sources:` — a full entry, or `{same_as: guide_6, section: …}` for one of the vocabulary."""
    sources: dict[str, Source] = {}
    found = fields.table(node, report, "sources")
    for entry in found.entries if found else ():
        table = fields.table(entry.value, report, "a source")
        if table is None:
            continue
        keys = ("same_as", "title", "version", "section", "published", "url", "status")
        given = fields.keys(table, keys, (), report, "a source")
        values = {key: fields.text(given.get(key), report, f"`{key}`") or "" for key in ("title", "version", "url")}
        section = fields.prose(given.get("section"), report, "`section`") or ""
        published = fields.day(given.get("published"), report, "`published`")
        status = fields.one_of(given.get("status"), ("secondary",), report, "a status")
        base = None
        if "same_as" in given:
            base = _shared(given["same_as"], known, report)
        elif "title" not in given:
            report.error("missing-key", "a source has no `title`", entry.key.span, "add `title:` or `same_as:`")
        sources[entry.key.text] = Source(
            entry.key.text,
            values["title"] or (base.title if base else ""),
            values["version"] or (base.version if base else ""),
            section or (base.section if base else ""),
            str(published or (base.published if base else "")),
            values["url"] or (base.url if base else ""),
            status == "secondary" or (base.secondary if base else False),
            {key: value.span for key, value in given.items()},
        )
    return sources
