"""The sections for those who send requests: later editions, sending, decisions, suppliers, add-on codes.

They are read last. None of them has a part in the meaning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from wiser_compiler.core.model import AddOns, Edition, ForStaff, Instruction, Sentence, Source
from wiser_compiler.diagnostics import Report, near
from wiser_compiler.reading import fields
from wiser_compiler.reading.criteria import read_citations
from wiser_compiler.reading.names import Names
from wiser_compiler.reading.sheet import read_sentence
from wiser_compiler.reading.syntax import Entry, Node, Text


@dataclass(frozen=True, slots=True)
class StaffReader:
    """Reads the sections of one document. `inherited` are those of its program; None where it is part of none."""

    sources: Mapping[str, Source]
    names: Names
    inherited: ForStaff | None = None

    @property
    def report(self) -> Report:
        """Where findings go."""
        return self.names.report

    def read(
        self,
        sections: Mapping[str, Node],
        until: date | None,
        declared: Iterable[str],
        headings: Iterable[str],
        criteria: Iterable[str],
    ) -> ForStaff:
        """All of them, with those of the program.

        `until` is the first day after the version, `declared` the headings of the facts that the document may name,
        `headings` those of the facts that it has, and `criteria` the ids of its criteria.
        """
        theirs = self.inherited or ForStaff()
        own = self.editions(sections.get("known_editions"), until)
        told = [one for one in theirs.known_editions if until is None or one.since < until]
        known = declared if "program" not in sections else None
        supplied = {**dict(theirs.supplied_by), **self.supplied_by(sections.get("supplied_by"), known)}
        here = set(headings)
        return ForStaff(
            (*own, *(one for one in told if one.name not in {mine.name for mine in own})),
            theirs.sending or self.instructions(sections.get("sending"), "sending"),
            theirs.decisions or self.instructions(sections.get("decisions"), "decisions"),
            tuple((chart, who) for chart, who in supplied.items() if known is None or chart in here),
            self.add_ons(sections.get("add_ons"), criteria),
        )

    def editions(self, node: Node | None, until: date | None) -> tuple[Edition, ...]:
        """`known_editions:` — later editions, each from the first day on which requests are told of it."""
        table = fields.table(node, self.report, "`known_editions`")
        found = []
        for entry in table.entries if table else ():
            name = fields.prose(entry.key, self.report, "the name of an edition")
            given = self.keys(entry, (), ("from", "known", "cite"), "an edition")
            since = fields.day(given.get("from"), self.report, "`from`")
            known = fields.prose(given.get("known"), self.report, "`known`")
            cite = read_citations(given.get("cite"), self.sources, self.report)
            if since and until and since >= until:
                self.report.error(
                    "empty-interval",
                    "no request is told of this edition: the version ends before it",
                    given["from"].span,
                    "a request is told from this day on; write an earlier day, or delete the edition",
                )
            if name and since and known:
                found.append(Edition(name, since, known, cite))
        return tuple(found)

    def instructions(self, node: Node | None, section: str) -> tuple[Instruction, ...]:
        """`sending:` or `decisions:` — what to know, each with its place in a source."""
        table = fields.table(node, self.report, f"`{section}`")
        found = []
        for entry in table.entries if table else ():
            what = f"an entry of `{section}`"
            id = fields.matching(entry.key, fields.KEBAB, self.report, what, "use small letters and -")
            given = self.keys(entry, ("sheet",), ("title", "says", "cite"), what)
            title = fields.prose(given.get("title"), self.report, "a title")
            says = fields.prose(given.get("says"), self.report, "`says`")
            cite = read_citations(given.get("cite"), self.sources, self.report)
            if id and title and says:
                found.append(Instruction(id, title, says, cite, self.on_sheet(given.get("sheet"))))
        return tuple(found)

    def on_sheet(self, node: Node | None) -> Sentence | None:
        """`sheet: "..."`, or `sheet: none` for what the sheet leaves out."""
        if node is None:
            return None
        return () if isinstance(node, Text) and node.text == "none" else read_sentence(node, self.names)

    def supplied_by(self, node: Node | None, declared: Iterable[str] | None) -> Mapping[str, str]:
        """`supplied_by:` — by heading. A program does not know those of its policies, so `declared` is None."""
        table = fields.table(node, self.report, "`supplied_by`")
        known = None if declared is None else set(declared)
        found = {}
        for entry in table.entries if table else ():
            who = fields.prose(entry.value, self.report, "a supplier")
            if known is not None and entry.key.text not in known:
                self.report.error(
                    "unused-name",
                    f"no fact stands under the heading `{entry.key.text}`",
                    entry.key.span,
                    near(entry.key.text, known, "write a heading of `facts:`, or delete this"),
                )
            elif who:
                found[entry.key.text] = who
        return found

    def add_ons(self, node: Node | None, criteria: Iterable[str]) -> AddOns | None:
        """`add_ons:` — what becomes of an add-on code that is left off. A policy may say it where its program does."""
        theirs = self.inherited.add_ons if self.inherited else None
        table = fields.table(node, self.report, "`add_ons`")
        if table is None:
            return theirs and AddOns(theirs.if_left_off, theirs.cite)
        needed = ("if_left_off", "cite")
        optional, required = (("told_by", *needed), ()) if theirs else (("told_by",), needed)
        given = fields.keys(table, optional, required, self.report, "`add_ons`")
        says = fields.prose(given.get("if_left_off"), self.report, "`if_left_off`")
        cite = read_citations(given.get("cite"), self.sources, self.report)
        told_by = fields.one_of(
            given.get("told_by"), criteria, self.report, "a criterion of this document", "unknown-criterion"
        )
        unsaid = theirs or AddOns("", ())
        return AddOns(says or unsaid.if_left_off, cite or unsaid.cite, told_by or "")

    def keys(self, entry: Entry, optional: tuple[str, ...], required: tuple[str, ...], what: str) -> Mapping[str, Node]:
        """The values of one entry by key."""
        table = fields.table(entry.value, self.report, what)
        return fields.keys(table, optional, required, self.report, what) if table else {}
