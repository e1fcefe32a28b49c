"""A document to a `Policy`: its identity, sources, codes, facts and criteria.

Everything wrong is reported before it stops; a policy comes back only from a
document without errors, so nothing past this module meets a broken one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import get_args

from wiser_compiler.core.model import (
    TRUE,
    Changes,
    Citation,
    Clock,
    Code,
    Compare,
    Criterion,
    Date,
    Declared,
    Effect,
    Expr,
    FactValue,
    Literal,
    Manner,
    Policy,
    Service,
    Source,
    State,
    Worded,
    all_of,
)
from wiser_compiler.core.walk import criterion_parts, facts_read
from wiser_compiler.diagnostics import Report, Span
from wiser_compiler.reading import fields, vocabulary
from wiser_compiler.reading.codes import FACT, CodeReader, Group, Listed, criteria_of, read_citations
from wiser_compiler.reading.conditions import MOST_PARTS_OF_ALL, Conditions
from wiser_compiler.reading.document import Kind, folder_of, kind_of, read_data, read_document, read_identity, read_tree
from wiser_compiler.reading.examples import OUTCOME, read_examples
from wiser_compiler.reading.names import Named, Names
from wiser_compiler.reading.program import one_service, read_clocks, read_services, read_states
from wiser_compiler.reading.questions import answered, read_questions, readings
from wiser_compiler.reading.syntax import Node, Table, Text

SHARED = ("uses", "review_by", "choices", "groups", "values", "conditions", "questions", "advisory", "examples")
HEAD = ("version", "title", "effective", "sources", "facts")
KEYS: Mapping[Kind, tuple[tuple[str, ...], tuple[str, ...]]] = {  # may stand there, must stand there
    "policy": ((*SHARED, "part_of", "changes", "codes", "scope"), ("policy", *HEAD, "criteria")),
    "program": ((*SHARED, "states", "clocks"), ("program", *HEAD, "services", "scope")),
    "vocabulary": (("sources", "facts", "choices", "groups", "questions"), ("vocabulary", "version", "title")),
}
SECTIONS: Mapping[str, Effect] = {"scope": "scope", "criteria": "required", "advisory": "advisory"}
CRITERION = ("applies_when", "unless", "quote", "reading")


def read_policy(path: Path, report: Report, document: Table | None = None) -> Policy | None:
    """The policy in a file (or in its tree, read before); None with the reasons in the report.

    What is declared and not used leaves the meaning whole: it is reported, and the policy comes back all the same.
    """
    before = len(report.found)
    document = document or read_document(path, report)
    if document is None:
        return None
    policy = _Reader(path, document, report).policy()
    return policy if all(finding.code == "unused-name" for finding in report.found[before:]) else None


def read_vocabulary(path: Path, report: Report, document: Table | None = None) -> None:
    """Check a vocabulary on its own."""
    document = document or read_document(path, report)
    if document is not None:
        _declare_vocabulary(document, path, Names(report), report)


@lru_cache(16)  # every policy of a run uses the same words
def _words(path: Path, data: bytes) -> tuple[Names, Mapping[str, Source]] | None:
    """What a vocabulary declares, or None where it has findings."""
    report = Report()
    names = Names(report)
    document = read_tree(path, data, report)
    sources = _declare_vocabulary(document, path, names, report) if document else {}
    return None if report.found else (names, sources)


@lru_cache(16)  # every policy of a run is part of the same program
def _program(path: Path, data: bytes, words: bytes) -> tuple[Names, Inherited] | Kind:  # noqa: ARG001
    """A program with the names it declares, or its kind where it is none, or has findings.

    `words` are those of its vocabulary, which it is read with.
    """
    report = Report()
    document = read_tree(path, data, report)
    if document is None or kind_of(document) != "program":
        return "program" if document is None else kind_of(document)
    reader = _Reader(path, document, report)
    policy = reader.policy()
    if policy is None or report.found:
        return "program"
    uses = document.get("uses")
    return reader.names, Inherited(policy, reader.written, uses.text if isinstance(uses, Text) else "", reader.listed)


@dataclass(frozen=True, slots=True)
class Inherited:
    """What a policy has of the program it is part of: the criteria that were written there, states, clocks.

    `listed` says of each code what it takes to count.
    """

    policy: Policy
    criteria: tuple[Criterion, ...]
    uses: str
    listed: Mapping[str, str]


def _declare_vocabulary(document: Table, path: Path, names: Names, report: Report) -> dict[str, Source]:
    fields.keys(document, *KEYS["vocabulary"], report, "a vocabulary")
    read_identity(document, "vocabulary", path, report)
    vocabulary.read_choices(document.get("choices"), names)
    vocabulary.read_groups(document.get("groups"), names)
    vocabulary.read_facts(document.get("facts"), names)
    read_questions(document.get("questions"), names)
    return vocabulary.read_sources(document.get("sources"), {}, report)


class _Reader:
    """Reads one document, of a policy or of a program. State: its names, its sources, its report."""

    def __init__(self, path: Path, document: Table, report: Report) -> None:
        self.path = path
        self.document = document
        self.report = report
        self.names = Names(report)
        self.conditions = Conditions(self.names, dict(readings(document)))
        self.sources: dict[str, Source] = {}
        self.inherited: Inherited | None = None
        self.written: tuple[Criterion, ...] = ()
        self.listed: Mapping[str, str] = {}

    def policy(self) -> Policy | None:
        document, report = self.document, self.report
        kind = kind_of(document)
        if kind == "vocabulary":
            report.error("not-a-policy", "this is a vocabulary, and holds no criteria", document.span,
                         "a policy begins with `policy:`")  # fmt: skip
            return None
        given = fields.keys(document, *KEYS[kind], report, f"a {kind}")
        id, version, title = read_identity(document, kind, self.path, report)
        effective, until = self.effective(given.get("effective"))
        review_by = fields.day(given.get("review_by"), report, "`review_by`")
        before = len(report.found)
        shared = self.used_vocabulary(given.get("uses"))
        self.inherited = self.part_of(given.get("part_of"), given.get("uses"))
        if len(report.found) > before:
            return None  # every word it declares would be unknown
        vocabulary.read_choices(given.get("choices"), self.names)
        vocabulary.read_groups(given.get("groups"), self.names)
        read_questions(given.get("questions"), self.names)
        vocabulary.read_facts(given.get("facts"), self.names)
        self.sources = vocabulary.read_sources(given.get("sources"), shared, report)
        self.declare_named(given)
        states = read_states(given.get("states"), self.names)
        codes, services, code_criteria = self.codes(given, id, states)
        written = [c for section, effect in SECTIONS.items() for c in self.section(given.get(section), effect)]
        if kind == "program":
            written = [replace(criterion, program=f"{id}@{version}") for criterion in written]
        self.written = tuple(written)
        criteria = [*self.of_program(), self.in_force(effective, until), *code_criteria, *written]
        before = len(report.found)
        own_clocks = read_clocks(given.get("clocks"), self.conditions, self.citations)
        if len(report.found) > before:  # a date that a mistaken clock would have named is not unused
            self.names.used.update(name for name, fact in self.names.facts.items() if isinstance(fact.type, Date))
        clocks = (*(self.inherited.policy.clocks if self.inherited else ()), *own_clocks)
        self.same_ids([*criteria, *clocks])
        if self.too_large((*criteria, *clocks)):
            return None
        self.lower_rest()
        self.unused()
        changes = self.changes(given.get("changes"), criteria)
        questions = answered(document, self.names, (*criteria, *clocks), report)
        things: tuple[Criterion | Clock, ...] = (*criteria, *clocks)
        read = {fact.name for thing in things for fact in facts_read(thing)} | ({"state"} if states else set())
        facts = tuple(f for f in self.names.facts.values() if f.name in read)
        policy = Policy(
            id, version, title, effective or date.min, until, review_by, tuple(self.sources.values()), codes, facts,
            tuple(criteria), (), questions, clocks, self.of_states(states, id), services, kind == "program", changes,
            document.span, {entry.key.text: entry.key.span for entry in document.entries},
        )  # fmt: skip
        base = self.inherited.policy.examples[:1] if self.inherited else ()
        stated = base[0].request if base else {}
        unused = {name for name, fact in self.names.facts.items() if name not in read and not fact.row_of}
        examples = read_examples(given.get("examples"), policy, stated, unused, report)
        return replace(policy, examples=examples) if effective else None

    def too_large(self, things: Sequence[Criterion | Clock]) -> bool:
        """All criteria and clocks together hold more than any policy: a condition may be named in each of them."""
        parts = 0
        for thing in things:
            tests = criterion_parts(thing) if isinstance(thing, Criterion) else (thing.applies_when or TRUE,)
            parts += sum(self.conditions.size(test)[0] for test in tests)
            if parts > MOST_PARTS_OF_ALL:
                problem = f"up to here the criteria hold more than {MOST_PARTS_OF_ALL:,} tests"
                help = "name large conditions in fewer of them"
                self.report.error("too-large", problem, thing.span, help)
                return True
        return False

    # ------------------------------------------------------------ the head

    def effective(self, node: Node | None) -> tuple[date | None, date | None]:
        """`effective: {from: …, until: …}`, half-open; `until: open` is written out."""
        table = fields.table(node, self.report, "`effective`")
        if table is None:
            return None, None
        given = fields.keys(table, ("reading",), ("from", "until"), self.report, "`effective`")
        start = fields.day(given.get("from"), self.report, "`from`")
        end_node = given.get("until")
        if isinstance(end_node, Text) and end_node.text == "open":
            return start, None
        end = fields.day(end_node, self.report, "`until`")
        if start and end and end_node and not start < end:
            self.report.error(
                "empty-interval",
                "this version is never in force: it ends before it begins",
                end_node.span,
                "write the later date under `until`; that day is the first one outside",
            )
        return start, end

    def named_document(self, node: Node | None, key: str, kind: str, code: str) -> Path | None:
        """The file of a document that is named with its exact version, as in `common 1.0.0`."""
        found = fields.text(node, self.report, f"`{key}`")
        if found is None or node is None:
            return None
        name, _, version = found.partition(" ")
        path = folder_of(self.path) / name / f"{version}.yaml"
        if not re.fullmatch(f"{fields.NAME} {fields.SEMVER}", found) or len(name) > 100 or not path.is_file():
            self.report.error(
                code,
                f"there is no {kind} `{found}`",
                node.span,
                f"write its name and its exact version, such as `common 1.0.0`; looked for {path.as_posix()}",
            )
            return None
        return path

    def used_vocabulary(self, node: Node | None) -> Mapping[str, Source]:
        """`uses: common 1.0.0` — one exact version, whose words become words of this document."""
        path = self.named_document(node, "uses", "vocabulary", "unknown-vocabulary")
        if path is None:
            return {}
        data = read_data(path, self.report)
        if data is None:
            return {}
        if words := _words(path, data):
            names, sources = words
            self.names.take(names)
            self.report.texts.update(names.report.texts)
            return sources
        document = read_tree(path, data, self.report)
        return _declare_vocabulary(document, path, self.names, self.report) if document else {}

    def part_of(self, node: Node | None, uses: Node | None) -> Inherited | None:
        """`part_of: wiser 6.0.0` — one exact version of a program, whose criteria come before those written here."""
        path = self.named_document(node, "part_of", "program", "unknown-program")
        data = read_data(path, self.report) if path else None
        if path is None or data is None or not isinstance(node, Text):
            return None
        vocabulary_path = self.named_document(uses, "uses", "vocabulary", "unknown-vocabulary")
        words = read_data(vocabulary_path, self.report) if vocabulary_path else b""
        found = _program(path, data, words or b"")
        if isinstance(found, str):
            what, help = str(found), "name a document that begins with `program:`"
            if found == "program":
                what, help = "program with findings of its own", f"run `wiser lint {path.as_posix()}` first"
            self.report.error("unknown-program", f"`{node.text}` is a {what}", node.span, help)
            return None
        names, inherited = found
        own = uses.text if isinstance(uses, Text) else ""
        if own != inherited.uses:
            self.report.error(
                "unknown-program", f"the program uses `{inherited.uses}`, and this policy does not", node.span,
                f"write `uses: {inherited.uses}`, or be part of another version",
            )  # fmt: skip
            return None
        self.names.take(names)
        self.report.texts.update(names.report.texts)
        return inherited

    def of_program(self) -> tuple[Criterion, ...]:
        """The criteria of the program, scope before advice."""
        criteria = self.inherited.criteria if self.inherited else ()
        return tuple(sorted(criteria, key=lambda criterion: criterion.effect != "scope"))

    def of_states(self, own: tuple[State, ...], id: str) -> tuple[State, ...]:
        """The states of the program, each with the document that governs this service there."""
        if self.inherited is None:
            return own
        service = next((s for s in self.inherited.policy.services if s.id == id), None)
        by_mac = dict(service.coverage) if service else {}
        return tuple(
            replace(state, coverage=by_mac.get(state.mac, by_mac.get("", ""))) for state in self.inherited.policy.states
        )

    def declare_named(self, given: Mapping[str, Node]) -> None:
        """Take the names of values and conditions; they are lowered when something needs them."""
        for section, into in (("values", self.names.values), ("conditions", self.names.conditions)):
            table = fields.table(given.get(section), self.report, section)
            for entry in table.entries if table else ():
                below = fields.table(entry.value, self.report, f"`{entry.key.text}`")
                name = fields.matching(entry.key, fields.NAME, self.report, "a name", vocabulary.NAME_HELP)
                if below is None or name is None or not self.names.declare(name, entry.key.span):
                    continue
                named = Named(below, entry.key.span)
                if section == "conditions":
                    values = fields.keys(
                        below, ("about", "quote", "reading"), ("title", "means"), self.report, "a condition"
                    )
                    named.title = fields.prose(values.get("title"), self.report, "a title") or ""
                    about = fields.bare_text(values.get("about"), self.report, "`about`")
                    if about is not None:
                        fact = self.names.rows(about.text, about.span)
                        named.about = fact.name if fact else ""
                into[name] = named

    def lower_rest(self) -> None:
        """Read also what nothing uses, so that its mistakes are found."""
        for name, named in self.names.values.items():
            self.conditions.read_value(name, named)
        for name, named in self.names.conditions.items():
            self.conditions.read_condition(name, named)

    def unused(self) -> None:
        """Whatever a document declares and nothing uses is a mistake, or clutter."""
        known = {*self.names.facts, *self.names.values, *self.names.conditions}
        here = self.path.as_posix()
        for name, span in self.names.spans.items():
            if span.file == here and name in known and name != "codes" and name not in self.names.used:
                self.report.error(
                    "unused-name", f"`{name}` is declared, and nothing uses it", span,
                    "use it in a condition, or delete it",
                )  # fmt: skip

    # ------------------------------------------------------------ criteria that come of the head

    def in_force(self, effective: date | None, until: date | None) -> Criterion:
        """The version answers for requests received while it is in force (wiser.md, question A15)."""
        node = self.document.get("effective")
        span = node.span if node else self.document.span
        fact = self.names.fact("received_date")
        if fact is None or not isinstance(fact.type, Date):
            self.report.error(
                "missing-fact",
                "a policy needs the date fact `received_date`: it decides which version applies",
                span,
                "add `uses: common 1.0.0`, or declare the fact",
            )
            return Criterion("in-force", "", "scope", (), TRUE)
        tests: list[Expr] = [Compare(">=", FactValue(fact), Literal(effective or date.min))]
        words = f"on or after {effective}"
        if until is not None:
            tests.append(Compare("<", FactValue(fact), Literal(until)))
            words += f", and before {until}"
        says = Worded(all_of(*tests), fact.ask, words, span=span)
        title = "The request is received while this version is in force"
        given = node.get("reading") if isinstance(node, Table) else None
        readings = self.conditions.read_readings(given)
        published = any(source.published == str(effective) for source in list(self.sources.values())[:1])
        cite = self.first_citation("date of publication" if published else "dates of this version")
        return Criterion("in-force", title, "scope", cite, says, readings=readings, span=span)

    def first_citation(self, place: str) -> tuple[Citation, ...]:
        """The first source of the document, which is the one it encodes."""
        return tuple(Citation(source, place) for source in list(self.sources.values())[:1])

    def codes(
        self, given: Mapping[str, Node], id: str, states: tuple[State, ...]
    ) -> tuple[tuple[Code, ...], tuple[Service, ...], list[Criterion]]:
        """The codes of a policy, or of all services of a program, with the criteria made of them."""
        node = given.get("codes", given.get("services"))
        if node is None or not self.names.declare("codes", node.span):
            self.codes_of_program((), id, self.document.span)
            return (), (), []
        self.names.facts = {"codes": FACT, **self.names.facts}
        self.names.used.add("codes")
        cite = self.first_citation("list of codes")
        reader = CodeReader(self.conditions, self.sources, cite)
        extra: list[Criterion] = []
        services: tuple[Service, ...] = ()
        if "services" in given:
            services, groups = read_services(node, reader, states)
            title = "A procedure code of a service of this program is on the request"
            extra.append(one_service(services, self.first_citation("one service for each request"), node.span))
        else:
            groups = [Group(tuple(reader.read(node)))]
            title = "A procedure code of this policy is on the request"
        listed = [replace(one, shared=group.only_when) for group in groups for one in group.codes]
        self.listed = {one.code.code: one.counts_when for one in listed}
        self.codes_of_program(listed, id, node.span)
        return tuple(one.code for one in listed), services, [*criteria_of(groups, title, cite, node.span), *extra]

    def codes_of_program(self, listed: Sequence[Listed], id: str, span: Span) -> None:
        """The program lists the same codes for this service, and they count under the same conditions."""
        if self.inherited is None:
            return
        service = next((service for service in self.inherited.policy.services if service.id == id), None)
        if service is None:
            self.report.error(
                "codes-differ", f"the program has no service `{id}`", span, "add the service there, with its codes"
            )
            return
        ours = {one.code.code: one for one in listed}
        theirs = self.inherited.listed
        if differ := sorted(ours.keys() ^ set(service.codes)):
            self.report.error(
                "codes-differ",
                f"the program and this policy do not list the same codes: {', '.join(differ)}",
                span,
                "find out in the source which of the two is wrong",
            )
        for code, one in ours.items():
            if code in service.codes and theirs[code] != one.counts_when:
                self.report.error(
                    "codes-differ",
                    f"code {code} counts under another condition, or beside another code, in the program",
                    one.code.span,
                    "find out in the source which of the two is wrong",
                )

    # ------------------------------------------------------------ criteria as written

    def section(self, node: Node | None, effect: Effect) -> Iterator[Criterion]:
        """The criteria of one section; the section is their effect."""
        table = fields.table(node, self.report, "a section of criteria")
        for entry in table.entries if table else ():
            below = fields.table(entry.value, self.report, f"the criterion `{entry.key.text}`")
            if below is not None:
                yield self.criterion(entry.key, below, effect)

    def criterion(self, key: Text, table: Table, effect: Effect) -> Criterion:
        """One criterion."""
        report = self.report
        id = fields.matching(key, fields.KEBAB, report, "a criterion", "use small letters and -, such as pain-duration")
        given = fields.keys(table, CRITERION, ("title", "cite", "require"), report, f"the criterion `{key.text}`")
        title = fields.prose(given.get("title"), report, "a title") or ""
        cite = self.citations(given.get("cite"))
        if effect != "advisory" and cite and all(citation.source.secondary for citation in cite):
            report.error(
                "secondary-source",
                f"`{key.text}` stands only in a secondary source",
                fields.key_span(table, "cite"),
                "move it to the section `advisory:`",
            )
        quote, readings = self.conditions.notes(given)
        applies = self.conditions.joined(given["applies_when"]) if "applies_when" in given else None
        unless = self.conditions.joined(given["unless"]) if "unless" in given else None
        require = self.conditions.joined(given.get("require"))
        if quote:
            require = replace(require, quote=quote) if isinstance(require, Worded) and not require.quote else Worded(
                require, quote=quote, span=table.span
            )  # fmt: skip
        return Criterion(id or "", title, effect, cite, require, applies, unless, readings, key.span)

    def citations(self, node: Node | None) -> tuple[Citation, ...]:
        """`cite: {guide: box 3}`."""
        return read_citations(node, self.sources, self.conditions)

    def same_ids(self, criteria: Sequence[Criterion | Clock]) -> None:
        """Ids of criteria and clocks are unique across the sections, and none is the key of an outcome."""
        first: dict[str, Span] = {}
        for criterion in criteria:
            if criterion.id == OUTCOME:
                help = f"choose another name, such as `{OUTCOME}-shown`"
                self.report.error("bad-name", f"`{OUTCOME}` is a word of examples", criterion.span, help)
            if criterion.id in first:
                self.report.error(
                    "name-taken",
                    f"`{criterion.id}` is declared twice",
                    criterion.span,
                    "give one of them another name",
                    related=((first[criterion.id], "it is declared here first"),),
                )
            elif criterion.id:
                first[criterion.id] = criterion.span

    def changes(self, node: Node | None, criteria: list[Criterion]) -> Changes | None:
        """`changes:` — what this version says it changed. `removed` names criteria of the version before."""
        table = fields.table(node, self.report, "`changes`")
        if table is None:
            return None
        manners = get_args(Manner)
        given = fields.keys(table, manners, ("from",), self.report, "`changes`")
        since = fields.matching(given.get("from"), fields.SEMVER, self.report, "a version", 'such as "1.0.0"')
        known = [criterion.id for criterion in criteria]
        declared = []
        for manner in manners:
            for item in fields.items(given.get(manner), self.report, f"`{manner}`"):
                if manner == "removed":
                    id = fields.matching(item, fields.KEBAB, self.report, "a criterion", "such as pain-duration")
                else:
                    id = fields.one_of(item, known, self.report, "a criterion of this policy", "unknown-criterion")
                if id:
                    declared.append(Declared(manner, id, item.span))
        return Changes(since or "", tuple(declared), fields.key_span(self.document, "changes"))
