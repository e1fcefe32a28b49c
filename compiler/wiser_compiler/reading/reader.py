"""A document to a `Policy`: its identity, sources, codes, facts and criteria.

Everything wrong is reported before it stops; a policy comes back only from a
document without errors, so nothing past this module meets a broken one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from wiser_compiler.core.model import (
    CODE_SYSTEMS,
    TRUE,
    Citation,
    Code,
    Codes,
    Compare,
    Criterion,
    Day,
    Effect,
    Expr,
    Fact,
    Includes,
    Literal,
    Policy,
    Reading,
    Rows,
    Says,
    Source,
    Stated,
    all_of,
    any_of,
)
from wiser_compiler.diagnostics import Report, Span, did_you_mean
from wiser_compiler.reading import fields, vocabulary
from wiser_compiler.reading.conditions import Conditions
from wiser_compiler.reading.examples import read_examples
from wiser_compiler.reading.names import Named, Names
from wiser_compiler.reading.syntax import Items, Node, Table, Text, read_syntax
from wiser_compiler.reading.template import bad_id

DOCUMENT = (
    "uses", "review_by", "changes", "codes", "choices", "groups", "values", "conditions",
    "scope", "advisory", "examples",
)  # fmt: skip
REQUIRED = ("policy", "version", "title", "effective", "sources", "facts", "criteria")
VOCABULARY = ("sources", "facts", "choices", "groups")
SECTIONS: Mapping[str, Effect] = {"scope": "scope", "criteria": "required", "advisory": "advisory"}
CRITERION = ("applies_when", "unless", "quote", "reading")


# Findings of the syntax after which the tree is whole, so that the rest of the file can be read as well.
WHOLE = ("cut-text", "duplicate-key")


def read_document(path: Path, report: Report) -> Table | None:
    """The tree of one file, or None; a file that cannot be opened is a finding like any other."""
    data = _data(path, report)
    return None if data is None else _tree(path, data, report)


def _data(path: Path, report: Report) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError as error:
        report.error("no-file", f"this file cannot be read: {error.strerror}", Span(path.as_posix(), 1, 1, 2))
        return None


def _tree(path: Path, data: bytes, report: Report) -> Table | None:
    before = len(report.found)
    node = read_syntax(data, path.as_posix(), report)
    if any(finding.code not in WHOLE for finding in report.found[before:]):
        return None  # a tree with holes would be found wanting again, less plainly
    return fields.table(node, report, "a document")


def is_vocabulary(document: Table) -> bool:
    """A document of words that policies share."""
    return document.get("vocabulary") is not None


def read_policy(path: Path, report: Report, document: Table | None = None) -> Policy | None:
    """The policy in a file (or in its tree, read before); None with the reasons in the report."""
    before = len(report.found)
    document = document or read_document(path, report)
    if document is None:
        return None
    policy = _Reader(path, document, report).policy()
    return policy if len(report.found) == before else None


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
    document = _tree(path, data, report)
    sources = _declare_vocabulary(document, path, names, report) if document else {}
    return None if report.found else (names, sources)


def _declare_vocabulary(document: Table, path: Path, names: Names, report: Report) -> dict[str, Source]:
    fields.keys(document, VOCABULARY, ("vocabulary", "version", "title"), report, "a vocabulary")
    _identity(document, "vocabulary", path, report)
    vocabulary.read_choices(document.get("choices"), names)
    vocabulary.read_groups(document.get("groups"), names)
    vocabulary.read_facts(document.get("facts"), names)
    return vocabulary.read_sources(document.get("sources"), {}, report)


def _identity(document: Table, kind: str, path: Path, report: Report) -> tuple[str, str, str]:
    """Id, version and title. They are also the folder and the name of the file."""
    id_node, version_node = document.get(kind), document.get("version")
    id = fields.matching(id_node, fields.NAME, report, f"a {kind}", vocabulary.NAME_HELP)
    version = fields.matching(version_node, fields.SEMVER, report, "a version", 'write three numbers, such as "6.0.0"')
    title = fields.prose(document.get("title"), report, "a title")
    if id_node and id and bad_id(id):
        report.error("bad-name", f"a {kind} cannot be `{id}`: the generated package needs that word", id_node.span)
    folder = path.absolute().parent.name
    for node, found, place in ((id_node, id, folder), (version_node, version, path.stem)):
        if found and node and found != place:
            report.error(
                "wrong-place",
                f"`{found}` stands in `{folder}/{path.name}`",
                node.span,
                f"move the file to {id or folder}/{version or path.stem}.yaml, or change this line",
            )
    return id or "", version or "", title or ""


class _Reader:
    """Reads one document. State: its names, its sources, its report."""

    def __init__(self, path: Path, document: Table, report: Report) -> None:
        self.path = path
        self.document = document
        self.report = report
        self.names = Names(report)
        self.conditions = Conditions(self.names, dict(_readings(document)))
        self.sources: dict[str, Source] = {}

    def policy(self) -> Policy | None:
        document, report = self.document, self.report
        if is_vocabulary(document):
            report.error("not-a-policy", "this is a vocabulary, and holds no criteria", document.span,
                         "a policy begins with `policy:`")  # fmt: skip
            return None
        given = fields.keys(document, DOCUMENT, REQUIRED, report, "a policy")
        id, version, title = _identity(document, "policy", self.path, report)
        effective, until = self.effective(given.get("effective"))
        review_by = fields.day(given.get("review_by"), report, "`review_by`")
        before = len(report.found)
        shared = self.used_vocabulary(given.get("uses"))
        if len(report.found) > before:
            return None  # every word it declares would be unknown
        own = set(self.names.facts)
        vocabulary.read_choices(given.get("choices"), self.names)
        vocabulary.read_groups(given.get("groups"), self.names)
        vocabulary.read_facts(given.get("facts"), self.names)
        own = set(self.names.facts) - own
        self.sources = vocabulary.read_sources(given.get("sources"), shared, report)
        self.declare_named(given)
        codes, code_criteria = self.codes(given.get("codes"))
        criteria = [self.in_force(effective, until), *code_criteria]
        for section, effect in SECTIONS.items():
            criteria.extend(self.section(given.get(section), effect))
        self.same_ids(criteria)
        self.lower_rest()
        self.unused(own)
        self.changes(given.get("changes"), criteria)
        facts = tuple(f for f in self.names.facts.values() if f.name in self.names.used and not f.row_of)
        known = {fact.name: fact for fact in facts}
        unused = {name for name, fact in self.names.facts.items() if name not in known and not fact.row_of}
        examples = read_examples(given.get("examples"), known, unused, tuple(c.id for c in criteria), report)
        if effective is None:
            return None
        return Policy(
            id, version, title, effective, until, review_by, tuple(self.sources.values()), codes, facts,
            tuple(criteria), examples, document.span,
        )  # fmt: skip

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

    def used_vocabulary(self, node: Node | None) -> Mapping[str, Source]:
        """`uses: common 1.0.0` — one exact version, whose words become words of this document."""
        found = fields.text(node, self.report, "`uses`")
        if found is None or node is None:
            return {}
        name, _, version = found.partition(" ")
        here = self.path if len(self.path.parts) > 2 else self.path.absolute()
        path = here.parent.parent / name / f"{version}.yaml"
        if not re.fullmatch(f"{fields.NAME} {fields.SEMVER}", found) or not path.is_file():
            self.report.error(
                "unknown-vocabulary",
                f"there is no vocabulary `{found}`",
                node.span,
                f"write its name and its exact version, such as `common 1.0.0`; looked for {path.as_posix()}",
            )
            return {}
        data = _data(path, self.report)
        if data is None:
            return {}
        if words := _words(path, data):
            names, sources = words
            self.names.take(names)
            self.report.texts.update(names.report.texts)
            return sources
        document = _tree(path, data, self.report)
        return _declare_vocabulary(document, path, self.names, self.report) if document else {}

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

    def unused(self, own: set[str]) -> None:
        """Whatever a document declares and nothing uses is a mistake, or clutter."""
        for name in [*own, *self.names.values, *self.names.conditions]:
            if name not in self.names.used:
                self.report.error(
                    "unused-name", f"`{name}` is declared, and nothing uses it", self.names.spans[name],
                    "use it in a condition, or delete it",
                )  # fmt: skip

    # ------------------------------------------------------------ criteria that come of the head

    def in_force(self, effective: date | None, until: date | None) -> Criterion:
        """The version answers for requests received while it is in force (wiser.md, question A15)."""
        node = self.document.get("effective")
        span = node.span if node else self.document.span
        fact = self.names.fact("received_date")
        if fact is None or not isinstance(fact.type, Day):
            self.report.error(
                "missing-fact",
                "a policy needs the date fact `received_date`: it decides which version applies",
                span,
                "add `uses: common 1.0.0`, or declare the fact",
            )
            return Criterion("in-force", "", "scope", (), TRUE)
        tests: list[Expr] = [Compare(">=", Stated(fact), Literal(effective or date.min))]
        words = f"on or after {effective}"
        if until is not None:
            tests.append(Compare("<", Stated(fact), Literal(until)))
            words += f", and before {until}"
        says = Says(all_of(*tests), fact.ask, words, span=span)
        title = "The request is received while this version is in force"
        given = node.get("reading") if isinstance(node, Table) else None
        readings = self.conditions.read_readings(given)
        published = any(source.published == str(effective) for source in list(self.sources.values())[:1])
        cite = self.first_citation("date of publication" if published else "dates of this version")
        return Criterion("in-force", title, "scope", cite, says, readings=readings, span=span)

    def first_citation(self, place: str) -> tuple[Citation, ...]:
        """The first source of the document, which is the one it encodes."""
        return tuple(Citation(source, place) for source in list(self.sources.values())[:1])

    def codes(self, node: Node | None) -> tuple[tuple[Code, ...], list[Criterion]]:
        """`codes:` — with `only_when` a condition of scope, with `add_on_to` a reminder."""
        table = fields.table(node, self.report, "codes")
        if table is None or not self.names.declare("codes", table.span):
            return (), []
        entries = []
        for entry in table.entries:
            code = fields.matching(
                entry.key, CODE_SYSTEMS["HCPCS"], self.report, "a procedure code", 'codes look like "62323"'
            )
            if code:
                entries.append((code, entry))
        known = [code for code, _ in entries]
        fact = Fact("codes", Codes("HCPCS", tuple(known)), "Which procedure codes are on the request?", "Request",
                    span=table.span)  # fmt: skip
        self.names.facts = {"codes": fact, **self.names.facts}
        self.names.used.add("codes")
        listed = any_of(*(Includes(fact, code) for code in known)) if known else TRUE
        title = "A procedure code of this policy is on the request"
        says = Says(listed, fact.ask, "at least one of: " + ", ".join(known), span=table.span)
        criteria = [
            Criterion("listed-code", title, "scope", self.first_citation("list of codes"), says, span=table.span)
        ]
        codes = []
        for code, entry in entries:
            read, more = self.code(code, entry.value, known, fact, entry.key.span)
            codes.append(read)
            criteria.extend(more)
        return tuple(codes), criteria

    def code(self, code: str, node: Node, known: list[str], fact: Fact, span: Span) -> tuple[Code, list[Criterion]]:
        """One code: its label alone, or with conditions."""
        if isinstance(node, Text):
            return Code(code, fields.prose(node, self.report, "a label") or "", span=span), []
        table = fields.table(node, self.report, f"the code {code}")
        if table is None:
            return Code(code, ""), []
        keys = ("only_when", "add_on_to", "cite", "quote", "reading")
        given = fields.keys(table, keys, ("label",), self.report, "a code")
        label = fields.prose(given.get("label"), self.report, "a label") or ""
        cite = self.citations(given["cite"]) if "cite" in given else self.first_citation("list of codes")
        quote, readings = self.conditions.notes(given)
        on_request = Says(Includes(fact, code), fact.ask, f"includes {code}", span=span)
        criteria = []
        if "only_when" in given:
            require = Says(self.conditions.joined(given["only_when"]), quote=quote, span=span)
            title = f"Code {code} is used for this service"
            criteria.append(
                Criterion(f"code-{code.lower()}", title, "scope", cite, require, on_request, None, readings, span)
            )
        primaries = []
        for item in fields.items(given.get("add_on_to"), self.report, "`add_on_to`"):
            primary = fields.one_of(item, known, self.report, "a code of this policy", "unknown-code")
            if primary:
                primaries.append(primary)
        if primaries:
            either = any_of(*(Includes(fact, primary) for primary in primaries))
            require = Says(either, fact.ask, "at least one of: " + ", ".join(primaries), span=span)
            title = f"Add-on code {code} stands beside its primary code"
            criteria.append(
                Criterion(
                    f"primary-of-{code.lower()}", title, "advisory", cite, require, on_request, None, readings, span
                )
            )
        return Code(code, label, tuple(primaries), span), criteria

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
            require = replace(require, quote=quote) if isinstance(require, Says) and not require.quote else Says(
                require, quote=quote, span=table.span
            )  # fmt: skip
        return Criterion(id or "", title, effect, cite, require, applies, unless, readings, key.span)

    def citations(self, node: Node | None) -> tuple[Citation, ...]:
        """`cite: {guide: box 3}`."""
        table = fields.table(node, self.report, "`cite`")
        found = []
        if table is not None and not table.entries:
            self.conditions.empty(table)
        for entry in table.entries if table else ():
            place = fields.text(entry.value, self.report, "the place in a source")
            source = self.sources.get(entry.key.text)
            if source is None:
                self.report.error(
                    "unknown-source",
                    f"no source is called `{entry.key.text}`",
                    entry.key.span,
                    did_you_mean(entry.key.text, self.sources),
                )
            elif place:
                found.append(Citation(source, place))
        return tuple(found)

    def same_ids(self, criteria: list[Criterion]) -> None:
        """Ids of criteria are unique across the sections."""
        first: dict[str, Span] = {}
        for criterion in criteria:
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

    def changes(self, node: Node | None, criteria: list[Criterion]) -> None:
        """`changes:` — what this version says it changed. `removed` names criteria of the version before."""
        table = fields.table(node, self.report, "`changes`")
        if table is None:
            return
        given = fields.keys(
            table, ("stricter", "looser", "added", "removed", "reworded"), ("from",), self.report, "`changes`"
        )
        fields.matching(given.get("from"), fields.SEMVER, self.report, "a version", 'such as "1.0.0"')
        known = [criterion.id for criterion in criteria]
        for kind in ("stricter", "looser", "added", "reworded"):
            for item in fields.items(given.get(kind), self.report, f"`{kind}`"):
                fields.one_of(item, known, self.report, "a criterion of this policy", "unknown-criterion")


def _readings(node: Node) -> Iterator[tuple[str, str]]:
    """Every reading given in a document, so that one may point to another."""
    match node:
        case Table(entries=entries):
            for entry in entries:
                if entry.key.text == "reading" and isinstance(entry.value, Table):
                    yield from ((e.key.text, e.value.text) for e in entry.value.entries if isinstance(e.value, Text))
                else:
                    yield from _readings(entry.value)
        case Items(items=items):
            for item in items:
                yield from _readings(item)
        case _:
            return


__all__ = ["Reading", "Rows", "is_vocabulary", "read_document", "read_policy", "read_vocabulary"]
