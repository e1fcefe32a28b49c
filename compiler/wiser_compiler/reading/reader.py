"""From a document to a `Policy`, in four steps: its head, the names that it may use, its criteria, and the whole.

All findings are reported before it stops. Only a document without errors gives a policy, so later modules never see a
broken one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from wiser_compiler.core.model import (
    Asking,
    Citation,
    Clock,
    Criterion,
    Date,
    ForStaff,
    Policy,
    Service,
    Sheet,
    Source,
    State,
)
from wiser_compiler.core.walk import facts_read, readings_of
from wiser_compiler.diagnostics import Report, Span
from wiser_compiler.reading import fields, vocabulary
from wiser_compiler.reading.accepted import read_accepted
from wiser_compiler.reading.asking import merged, read_asking
from wiser_compiler.reading.codes import FACT, CodeGroup, CodeReader, Listed
from wiser_compiler.reading.compiler_criteria import in_force, of_codes, one_service
from wiser_compiler.reading.conditions import Conditions
from wiser_compiler.reading.criteria import read_changes, read_criteria, same_ids, too_large
from wiser_compiler.reading.document import KEYS, Kind, kind_of, read_data, read_document, read_identity, read_tree
from wiser_compiler.reading.examples import read_examples
from wiser_compiler.reading.for_staff import StaffReader
from wiser_compiler.reading.inherited import Inherited
from wiser_compiler.reading.named_documents import (
    declare_vocabulary,
    named_document,
    use_vocabularies,
    used_documents,
    versions_named,
)
from wiser_compiler.reading.names import Named, Names
from wiser_compiler.reading.not_encoded import read_not_encoded
from wiser_compiler.reading.program import read_clocks, read_services, read_states
from wiser_compiler.reading.questions import answered, read_questions, readings
from wiser_compiler.reading.sheet import check_lines, read_sheet
from wiser_compiler.reading.syntax import Node, Table, Text, texts


def read_policy(path: Path, report: Report, document: Table | None = None) -> Policy | None:
    """The policy in a file (or in its tree, if it was read before), or None with findings in the report.

    A declaration that is not used leaves the meaning intact: it is reported, and the policy is returned all the same.
    """
    before = len(report.found)
    document = document or read_document(path, report)
    if document is None:
        return None
    found = _read(path, document, report)
    clean = all(finding.code == "unused-name" for finding in report.found[before:])
    return found.policy if found and clean else None


def read_vocabulary(path: Path, report: Report, document: Table | None = None) -> None:
    """Check a vocabulary on its own."""
    document = document or read_document(path, report)
    if document is not None:
        declare_vocabulary(document, path, Names(report))


# Sections that say which document it is and when it holds, and those that declare what documents share.
IDENTITY = ("policy", "program", "version", "effective")
SHARED = ("facts", "choices", "groups", "uses", "part_of")


def read_partly(path: Path, document: Table) -> Policy | None:
    """A policy with findings, as far as documents can be compared with it: period, codes, citations and facts.

    Where a finding lies in a declaration, or in what another document declares, it has no facts; where one lies in the
    codes, no codes.
    """
    report = Report()
    told = tuple(entry for entry in document.entries if entry.key.text != "examples")  # which take the longest to read
    document = document._replace(entries=told)
    found = _read(path, document, report, half=True) if kind_of(document) != "vocabulary" else None
    if found is None or found.policy is None or not found.policy.id:
        return None
    wrong = {_section_of(document, finding.span) for finding in report.found if finding.span != document.span}
    if wrong.intersection(IDENTITY):
        return None
    facts = () if wrong.intersection(SHARED) else found.policy.facts
    codes = () if "codes" in wrong else found.policy.codes
    part_of = next((named.text.replace(" ", "@") for named in versions_named(document.get("part_of"))), "")
    return replace(found.policy, facts=facts, codes=codes, part_of=part_of, examples=())


def _section_of(document: Table, span: Span) -> str:
    """The section of a document that a place lies in."""
    begun = [entry.key.text for entry in document.entries if entry.key.span.line <= span.line]
    return begun[-1] if begun and span.file == document.span.file else ""


def read_names(path: Path, document: Table) -> tuple[Names, Mapping[str, Source]]:
    """What a document may name and cite, as far as it can be read: for editors, which show documents half written."""
    names = Names(Report())
    if kind_of(document) == "vocabulary":
        return names, declare_vocabulary(document, path, names)
    head = _head(path, document, names.report)
    words = _words(head, half=True) if head else None
    if head is None or words is None:
        return names, {}
    if head.sections.keys() & {"codes", "services"}:
        words.names.facts = {"codes": FACT, **words.names.facts}
    return words.names, words.sources


# ---------------------------------------------------------------- the four steps


@dataclass(frozen=True, slots=True)
class _Head:
    """The head of a document (its kind, id, version, title and period), and its sections."""

    path: Path
    document: Table
    report: Report
    kind: Kind
    sections: Mapping[str, Node]
    id: str
    version: str
    title: str
    effective: date | None
    until: date | None
    review_by: date | None


@dataclass(frozen=True, slots=True)
class _Words:
    """The names and sources that the criteria of a document may use, and the parts inherited from its program."""

    names: Names
    conditions: Conditions
    sources: Mapping[str, Source]
    states: tuple[State, ...]
    inherited: Inherited | None

    def first_citation(self, place: str) -> tuple[Citation, ...]:
        """A place in the first source of the document, which is the one it encodes."""
        return tuple(Citation(source, place) for source in list(self.sources.values())[:1])


@dataclass(frozen=True, slots=True)
class _Codes:
    """The codes of a policy, or of all services of a program, with the criteria made from them."""

    listed: tuple[Listed, ...] = ()
    services: tuple[Service, ...] = ()
    criteria: tuple[Criterion, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """A policy or program with everything that another document may take from it: names, criteria as written, codes."""

    policy: Policy | None
    names: Names
    written: tuple[Criterion, ...]
    listed: tuple[Listed, ...]


def _read(path: Path, document: Table, report: Report, half: bool = False) -> _Read | None:
    """A policy or a program. None, or without its policy, where a finding leaves too little to go on.

    `half` is enough where what it takes from another document is missing.
    """
    head = _head(path, document, report)
    words = _words(head, half) if head else None
    if head is None or words is None:
        return None
    codes = _codes(head, words)
    written = read_criteria(head.sections, words.conditions, words.sources)
    inherited = words.inherited
    criteria = (
        *(inherited.criteria if inherited else ()), _in_force(head, words), *codes.criteria, *written,
    )  # fmt: skip
    clocks = (*(inherited.clocks if inherited else ()), *_clocks(head, words))
    same_ids((*criteria, *clocks), report)
    if too_large((*criteria, *clocks), words.conditions):
        return None
    asking = _asking(head, words, (*criteria, *clocks))
    _lower_rest(words)
    _report_unused(words.names, document)
    policy = _policy(head, words, codes, criteria, clocks)
    policy = replace(policy, for_staff=replace(policy.for_staff, asking=asking))
    return _Read(policy if head.effective else None, words.names, written, codes.listed)


def _policy(
    head: _Head, words: _Words, codes: _Codes, criteria: tuple[Criterion, ...], clocks: tuple[Clock, ...]
) -> Policy:
    """The whole policy, with its examples."""
    document, report, names, inherited = head.document, head.report, words.names, words.inherited
    things: tuple[Criterion | Clock, ...] = (*criteria, *clocks)
    read = {fact.name for thing in things for fact in facts_read(thing)} | ({"state"} if words.states else set())
    policy = Policy(
        head.id,
        head.version,
        head.title,
        head.effective or date.min,
        head.until,
        head.review_by,
        tuple(words.sources.values()),
        tuple(one.code for one in codes.listed),
        tuple(fact for fact in names.facts.values() if fact.name in read),
        criteria,
        questions=answered(document, names, things, report),
        clocks=clocks,
        part_of=inherited.program.key if inherited else "",
        states=inherited.states(head.id) if inherited else words.states,
        services=codes.services,
        for_staff=_for_staff(head, words, [fact.chart for fact in names.facts.values() if fact.name in read], criteria),
        program=head.kind == "program",
        sheet=read_sheet(head.sections.get("sheet"), names, inherited.program.sheet if inherited else Sheet()),
        changes=read_changes(document, criteria, report),
        span=document.span,
        head={entry.key.text: entry.key.span for entry in document.entries},
    )
    check_lines(criteria, policy.sheet, report)
    base = inherited.program.examples[:1] if inherited else ()
    stated = base[0].request if base else {}
    unused = {name for name, fact in names.facts.items() if name not in read and not fact.row_of}
    unused |= names.spans.keys() - names.facts.keys() - names.conditions.keys()  # declared with a mistake
    accepted = read_accepted(head.sections.get("accepted"), policy, words.sources, words.conditions)
    not_encoded = read_not_encoded(head.sections.get("not_encoded"), words.sources, report)
    examples = read_examples(head.sections.get("examples"), policy, stated, unused, report)
    return replace(policy, examples=examples, accepted=accepted, not_encoded=not_encoded)


def _asking(head: _Head, words: _Words, things: tuple[Criterion | Clock, ...]) -> tuple[Asking, ...]:
    """How the ask list treats the facts of this document, with what its program says."""
    read = list(dict.fromkeys(fact.name for thing in things for fact in facts_read(thing)))
    own = read_asking(head.sections.get("asking"), words.conditions, read)
    return merged(own, words.inherited.program.for_staff.asking if words.inherited else (), read)


def _for_staff(head: _Head, words: _Words, headings: list[str], criteria: tuple[Criterion, ...]) -> ForStaff:
    """What the document says to those who send requests, with what its program says."""
    inherited = words.inherited.program.for_staff if words.inherited else None
    declared = [fact.chart for fact in words.names.facts.values() if fact.chart]
    reader = StaffReader(words.sources, words.names, inherited)
    return reader.read(head.sections, head.until, declared, headings, [one.id for one in criteria])


# ---------------------------------------------------------------- the head


def _head(path: Path, document: Table, report: Report) -> _Head | None:
    kind = kind_of(document)
    if kind == "vocabulary":
        report.error("not-a-policy", "this is a vocabulary, and holds no criteria", document.span,
                     "a policy begins with `policy:`")  # fmt: skip
        return None
    sections = fields.keys(document, *KEYS[kind], report, f"a {kind}")
    identity = read_identity(document, kind, path, report)
    interval = _effective(sections.get("effective"), report)
    review_by = fields.day(sections.get("review_by"), report, "`review_by`")
    return _Head(path, document, report, kind, sections, *identity, *interval, review_by)


def _effective(node: Node | None, report: Report) -> tuple[date | None, date | None]:
    """`effective: {from: …, until: …}`, half-open; `until: open` is written out."""
    table = fields.table(node, report, "`effective`")
    if table is None:
        return None, None
    given = fields.keys(table, ("reading",), ("from", "until"), report, "`effective`")
    start = fields.day(given.get("from"), report, "`from`")
    end_node = given.get("until")
    if isinstance(end_node, Text) and end_node.text == "open":
        return start, None
    end = fields.day(end_node, report, "`until`")
    if start and end and end_node and not start < end:
        report.error(
            "empty-interval",
            "this version is never in force: it ends before it begins",
            end_node.span,
            "write the later date under `until`; that day is the first one outside",
        )
    return start, end


# ---------------------------------------------------------------- the names it may use


def _words(head: _Head, half: bool = False) -> _Words | None:
    """None where another document cannot be read: every word it declares would be unknown, so `half` is not enough."""
    sections, report, names = head.sections, head.report, Names(head.report)
    before = len(report.found)
    shared = use_vocabularies(sections.get("uses"), head.path, names)
    inherited = _part_of(head, names)
    if len(report.found) > before and not half:
        return None
    vocabulary.read_choices(sections.get("choices"), names)
    vocabulary.read_groups(sections.get("groups"), names)
    read_questions(sections.get("questions"), names)
    vocabulary.read_facts(sections.get("facts"), names)
    sources = vocabulary.read_sources(sections.get("sources"), shared, report)
    _declare_values(sections.get("values"), names)
    _declare_conditions(sections.get("conditions"), names)
    states = read_states(sections.get("states"), names, sources)
    return _Words(names, Conditions(names, _readings(head, names, inherited)), sources, states, inherited)


def _readings(head: _Head, names: Names, inherited: Inherited | None) -> dict[str, str]:
    """The readings that may be named by their ids alone: those of this document, and of the documents that it names."""
    answers = {one.id: one.answer for one in names.questions.values() if one.answer and one.origin != "document"}
    theirs: tuple[Criterion | Clock, ...] = (
        (*inherited.program.criteria, *inherited.program.clocks) if inherited else ()
    )
    carried = {reading.id: reading.text for thing in theirs for reading in readings_of(thing)}
    return answers | carried | dict(readings(head.document))


def _part_of(head: _Head, names: Names) -> Inherited | None:
    """`part_of: wiser 6.0.0` — one exact version of a program, whose criteria come before those written here."""
    report, node, uses = head.report, head.sections.get("part_of"), head.sections.get("uses")
    path = named_document(node, "part_of", "program", "unknown-program", head.path, report)
    data = read_data(path, report) if path else None
    if path is None or data is None or not isinstance(node, Text):
        return None
    vocabularies = used_documents(uses, head.path, report)
    found = _program(path, data, tuple(read_data(each, report) or b"" for each in vocabularies))
    if isinstance(found, str):
        what, help = str(found), "name a document that begins with `program:`"
        related: tuple[tuple[Span, str], ...] = ()
        if found == "program":
            what, help = "program with findings of its own", f"run `wiser lint {path.as_posix()}` first"
            related = ((Span(path.as_posix(), 1, 1, 2), "here"),)
        report.error("unknown-program", f"`{node.text}` is a {what}", node.span, help, related=related)
        return None
    known, inherited = found
    ours = {named.text for named in versions_named(uses)}
    if lacking := [theirs for theirs in inherited.uses if theirs not in ours]:
        report.error(
            "unknown-program", f"the program uses `{lacking[0]}`, and this policy does not", node.span,
            f"name `{lacking[0]}` under `uses:`, or be part of another version",
        )  # fmt: skip
        return None
    names.take(known, "program", node.span)
    report.texts.update(known.report.texts)
    return inherited


@lru_cache(16)  # every policy of a run is part of the same program
def _program(path: Path, data: bytes, words: tuple[bytes, ...]) -> tuple[Names, Inherited] | Kind:  # noqa: ARG001
    """A program with the names it declares; or the kind of the document, where it is no program or has findings.

    `words` are its vocabularies, which it is read with.
    """
    report = Report()
    document = read_tree(path, data, report)
    if document is None or kind_of(document) != "program":
        return "program" if document is None else kind_of(document)
    return read_program(path, document, report) or "program"


def read_program(path: Path, document: Table, report: Report) -> tuple[Names, Inherited] | None:
    """A program with the names it declares; None where it has findings."""
    found = _read(path, document, report)
    if found is None or found.policy is None or report.found:
        return None
    uses = tuple(named.text for named in versions_named(document.get("uses")))
    listed = {one.code.code: one for one in found.listed}
    return found.names, Inherited(found.policy, found.written, uses, listed)


def _declare_values(node: Node | None, names: Names) -> None:
    """Take the names of values. A value is lowered when an expression needs it."""
    table = fields.table(node, names.report, "values")
    for entry in table.entries if table else ():
        if named := _named(entry.key, entry.value, names):
            names.values[entry.key.text] = named


def _declare_conditions(node: Node | None, names: Names) -> None:
    """Take the names of conditions. A condition is lowered when an expression needs it."""
    report = names.report
    table = fields.table(node, report, "conditions")
    for entry in table.entries if table else ():
        named = _named(entry.key, entry.value, names)
        if named is None:
            continue
        given = fields.keys(named.node, ("about", "quote", "reading"), ("title", "means"), report, "a condition")
        named.title = fields.prose(given.get("title"), report, "a title") or ""
        about = fields.bare_text(given.get("about"), report, "`about`")
        if about is not None:
            fact = names.rows(about.text, about.span)
            named.about = fact.name if fact else ""
        names.conditions[entry.key.text] = named


def _named(key: Text, value: Node, names: Names) -> Named | None:
    """One value or condition, not yet lowered."""
    below = fields.table(value, names.report, f"`{key.text}`")
    name = fields.matching(key, fields.NAME, names.report, "a name", vocabulary.NAME_HELP)
    if below is None or name is None or not names.declare(name, key.span):
        return None
    return Named(below, key.span)


# ---------------------------------------------------------------- its criteria and clocks


def _in_force(head: _Head, words: _Words) -> Criterion:
    """The criterion of `effective`."""
    node = head.document.get("effective")
    published = any(source.published == str(head.effective) for source in list(words.sources.values())[:1])
    cite = words.first_citation("date of publication" if published else "dates of this version")
    readings = words.conditions.read_readings(node.get("reading") if isinstance(node, Table) else None)
    span = node.span if node else head.document.span
    return in_force(head.effective, head.until, words.names, cite, readings, span)


def _codes(head: _Head, words: _Words) -> _Codes:
    """Read `codes` or `services`, and compare them with the program."""
    node = head.sections.get("codes", head.sections.get("services"))
    names, inherited = words.names, words.inherited
    days = (head.effective or date.min, head.until)
    if node is None or not names.declare("codes", node.span):
        if inherited:
            inherited.same_codes((), head.id, days, head.document.span, head.report)
        return _Codes()
    names.facts = {"codes": FACT, **names.facts}
    names.used.add("codes")
    cite = words.first_citation("list of codes")
    reader = CodeReader(words.conditions, words.sources, cite)
    services: tuple[Service, ...] = ()
    more: tuple[Criterion, ...] = ()
    if "services" in head.sections:
        services, groups = read_services(node, reader, words.states)
        title = "A procedure code on the request is of a service of this program"
        more = (one_service(services, words.first_citation("one service for each request"), node.span),)
    else:
        codes = reader.read(node)
        groups = inherited.completed(codes, days) if inherited else [CodeGroup(tuple(codes))]
        title = "A procedure code on the request is of this service"
    listed = tuple(
        replace(one, shared=group.only_when, shared_says=group.says) for group in groups for one in group.codes
    )
    if inherited:
        inherited.same_codes(listed, head.id, days, node.span, head.report)
    return _Codes(listed, services, (*of_codes(groups, title, cite, node.span, not services), *more))


def _clocks(head: _Head, words: _Words) -> tuple[Clock, ...]:
    """The clocks that this document declares."""
    before = len(head.report.found)
    clocks = read_clocks(head.sections.get("clocks"), words.conditions, words.sources)
    if len(head.report.found) > before:  # a date may be used by a clock that could not be read
        facts = words.names.facts
        words.names.used.update(name for name, fact in facts.items() if isinstance(fact.type, Date))
    return clocks


# ---------------------------------------------------------------- what nothing uses

DECLARING = (
    "facts",
    "choices",
    "groups",
    "sources",
    "questions",
    "examples",
    "accepted",
    "not_encoded",
)  # sections that use no fact


def _mentioned(document: Table) -> Iterator[str]:
    """Every word in the sections that could use a name."""
    for entry in document.entries:
        if entry.key.text not in DECLARING:
            yield from (word for written in texts(entry.value) for word in re.findall(fields.NAME, written))


def _lower_rest(words: _Words) -> None:
    """Lower the conditions and values that nothing uses, so that their findings are reported."""
    for name, value in words.names.values.items():
        words.conditions.read_value(name, value)
    for name, condition in words.names.conditions.items():
        words.conditions.read_condition(name, condition)


def _report_unused(names: Names, document: Table) -> None:
    """Report names that the document declares and nothing uses.

    Where something else is wrong, a name that a test mentions is not unused: the test could not be read.
    """
    known = {*names.facts, *names.values, *names.conditions}
    others = [finding for finding in names.report.found if finding.span.file == document.span.file]
    if any(finding.code == "duplicate-key" for finding in others):
        return  # nobody knows what the second one names
    mentioned = set(_mentioned(document)) if others else set()
    for name, span in names.spans.items():
        if name in known and name != "codes" and name not in names.taken and name not in names.used | mentioned:
            names.report.error(
                "unused-name", f"`{name}` is declared, and nothing uses it", span,
                "use it in a condition, or delete it",
            )  # fmt: skip
