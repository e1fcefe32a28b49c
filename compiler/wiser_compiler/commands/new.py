"""The text a new document begins with: the newest version of it, a service of the program, or the boxes of a source.

What an author has to say stays open, as a TODO that `wiser lint` reports until it is gone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wiser_compiler.commands.stubs import Draft, add_stub, comment
from wiser_compiler.core.case import read_case
from wiser_compiler.core.criterion_ids import LISTED_CODE
from wiser_compiler.core.evaluate import MET, verdict
from wiser_compiler.core.model import Policy, Service
from wiser_compiler.core.numbered import in_numbers
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.sources.boxes import Box, boxes
from wiser_compiler.linting.sources.text import SourceText, UnusableText, read_source_text
from wiser_compiler.reading.document import Kind, kind_of, read_document, read_tree
from wiser_compiler.reading.inherited import Inherited
from wiser_compiler.reading.reader import read_policy, read_program
from wiser_compiler.reading.syntax import Items, Node, Table, Text, texts
from wiser_compiler.reading.template import RECEIVED_DATE, TEMPLATE


class CannotBegin(Exception):
    """There is nothing to begin with, and why."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """A document that is to be written, and what its author does next."""

    path: Path
    text: str
    next: str = "fill in the places that say TODO"


def begin(folder: Path, id: str, version: str, text: Path | None, section: str) -> Beginning:
    """The document that a policy begins with. Raises CannotBegin."""
    known = versions(folder / id)
    path = folder / id / f"{version or '1.0.0'}.yaml"
    if path.exists() and (version or not known):
        raise CannotBegin(f"{path.as_posix()} is there already; choose another version")
    before = [one for one in known if not version or text is not None or in_numbers(one[0].stem) < in_numbers(version)]
    if known and not before:
        oldest = known[0][0].stem
        raise CannotBegin(f"{id} has no version before {version} that could be copied; its oldest is {oldest}")
    latest = before[-1] if before else None
    if latest is not None and not version:
        last = latest[0].stem
        raise CannotBegin(f"{id} has {last}; say which version is the next one, as in --version {_next_major(last)}")
    if latest is not None and text is None:
        was, tree = latest
        written = next_version(was.read_bytes().decode("utf-8"), tree, version)
        return Beginning(path, written, f"set `effective` in it, and `until` in {was.stem}")
    service = service_of(folder, id)
    found: tuple[Box, ...] = ()
    if text is not None:
        section = section or (service.service.section if service else "")
        if not section:
            raise CannotBegin(f"no program has a service {id}; say which section to read, as in --section 6.2.8")
        try:
            found = boxes_of(read_source_text(text), section)
        except UnusableText as error:
            raise CannotBegin(str(error)) from None
    version = version or "1.0.0"
    if service is None and not found:
        written = TEMPLATE.replace(": ID", f": {id}").replace("VERSION", version)
    else:
        written = policy_text(id, version, service, found, section)
    if service is None and not (folder / "common/1.0.0.yaml").is_file():
        written = standing_alone(written)
    if service and (read := facts_read_by(written, path)):
        written = policy_text(id, version, service, found, section, read)
    return Beginning(path, written)


def _next_major(version: str) -> str:
    major = version.partition(".")[0]
    return f"{int(major) + 1}.0.0" if major.isdecimal() else "2.0.0"


def standing_alone(text: str) -> str:
    """A new policy that declares for itself what it would take from the vocabulary `common`."""
    text = text.replace("uses: common 1.0.0\n", "")
    text = text.replace("{same_as: guide_6, ", '{title: "TODO name the document", version: "TODO", ')
    return text.replace("\nfacts:\n", f"\nfacts:\n  Request:\n    {RECEIVED_DATE}\n", 1)


def facts_read_by(text: str, path: Path) -> frozenset[str]:
    """The facts that a policy reads; none where its text cannot be read though nothing of it is open."""
    report = Report()
    tree = read_tree(path, text.replace("TODO", "Open:").encode(), report)
    policy = read_policy(path, report, tree) if tree else None
    return frozenset(fact.name for fact in policy.facts) if policy else frozenset()


# ---------------------------------------------------------------- a further version


def next_version(text: str, document: Table, version: str) -> str:
    """A document as a new version of itself: `version` and `changes` are written anew, and every other byte is kept."""
    lines = text.split("\n")
    old = document.get("version")
    if not isinstance(old, Text):
        raise CannotBegin("the newest version does not say its own version; run `wiser lint` first")
    end_of_line = "\r" if lines[0].endswith("\r") else ""
    begun = [f"changes:{end_of_line}", f'  from: "{old.text}"{end_of_line}']
    span = old.span
    row = lines[span.line - 1]
    lines[span.line - 1] = f'{row[: span.column - 1]}"{version}"{row[span.end - 1 :]}'
    key = next((entry.key.span for entry in document.entries if entry.key.text == "changes"), None)
    if key is not None:
        end = key.line
        while end < len(lines) and lines[end][:1] in (" ", "]", "}"):
            end += 1
        lines[key.line - 1 : end] = begun
    else:
        behind = next((entry.key.span.line for entry in document.entries if entry.key.text == "sources"), span.line + 1)
        lines[behind - 1 : behind - 1] = [*begun, end_of_line]
    return "\n".join(lines)


def versions(folder: Path) -> list[tuple[Path, Table]]:
    """The policies of a folder with their trees, in the order of their first days; unreadable files are left out."""
    found = [(path, tree) for path in folder.glob("*.yaml") if (tree := read_document(path, Report())) is not None]
    policies = [(path, tree) for path, tree in found if kind_of(tree) == "policy" and tree.get("version") is not None]
    return sorted(policies, key=lambda one: (_from(one[1]), one[0].name))


def _from(document: Table) -> str:
    effective = document.get("effective")
    begins = effective.get("from") if isinstance(effective, Table) else None
    return begins.text if isinstance(begins, Text) else ""


def kind_in(folder: Path) -> Kind:
    """The kind of the documents in a folder of one id; a policy where there are none."""
    trees = (read_document(path, Report()) for path in sorted(folder.glob("*.yaml")))
    return next((kind_of(tree) for tree in trees if tree is not None), "policy")


# ---------------------------------------------------------------- a service of the program


@dataclass(frozen=True, slots=True)
class Begun:
    """A program as it was written, and the service of it that a policy is to encode."""

    whole: Inherited
    tree: Table
    service: Service

    @property
    def program(self) -> Policy:
        """The program itself."""
        return self.whole.program

    @property
    def begins(self) -> date:
        """The first day of the policy: that of the program, or the day on which its source was published."""
        return max(
            self.program.effective, *(date.fromisoformat(s.published) for s in self.program.sources[:1] if s.published)
        )

    @property
    def codes(self) -> list[str]:
        """The codes of the service that the program counts from that day on."""
        return [code for code in self.service.codes if self.whole.listed[code].counts_on_some_day((self.begins, None))]

    @property
    def written(self) -> Table:
        """The service as the program writes it."""
        services = self.tree.get("services")
        node = services.get(self.service.id) if isinstance(services, Table) else None
        assert isinstance(node, Table)
        return node


def service_of(folder: Path, id: str) -> Begun | None:
    """The service with this id in the program of a folder that comes into force last."""
    found = []
    for path in sorted(folder.glob("*/*.yaml")):
        tree = read_document(path, Report())
        read = read_program(path, tree, Report()) if tree is not None and kind_of(tree) == "program" else None
        if read is not None and tree is not None:
            _, whole = read
            found += [Begun(whole, tree, service) for service in whole.program.services if service.id == id]
    return max(found, key=lambda begun: begun.program.effective, default=None)


def policy_text(
    id: str, version: str, begun: Begun | None, found: Sequence[Box], section: str, read: Set[str] = frozenset()
) -> str:
    """A policy with what the program says of its service, if it has one, and a stub for each box of its source.

    The base example states the facts that are `read`, or all that the program's base example does.
    """
    draft = Draft()
    for number, box in enumerate(found or (Box("", ("",), 0),), 1):
        add_stub(number, box, draft)
    head = _head(begun) if begun else HEAD.format(section=section).split("\n")
    return "\n".join(
        [
            *OPENING,
            f"policy: {id}",
            f'version: "{version}"',
            *head,
            "",
            "# Places that the source leaves unclear. A `reading:` answers each where it matters, or here.",
            "questions:",
            '  Q1: {ask: "TODO what is unclear?", confidence: low, reading: "TODO how it is read, or delete this"}',
            "",
            "# Facts stand under the heading of the chart where they are found. A question alone asks for yes or no.",
            "facts:",
            "  History:",
            *draft.facts,
            "",
            *(BOXES if found else ()),
            "criteria:",
            *draft.criteria,
            "# A chart written by hand, and what the source says of it: both sides of every number.",
            "examples:",
            "  base:",
            "    name: A chart that shows everything",
            "    facts:",
            *(_stated(begun, read) if begun else ('      received_date: "2026-05-04"', '      codes: ["00000"]')),
            *draft.stated,
            "    expect: ready",
            "",
        ]
    )


_OPEN_LABEL = '"TODO short label"'
OPENING = (
    "# yaml-language-server: $schema=../../schemas/policy.schema.json",
    "# A policy says what a chart must show, in your own words. Each number carries the few words of the",
    "# source that support it (`quote:`), or a `reading:` that says how an unclear place is understood.",
)
HEAD = """\
title: "TODO name the service"
uses: common 1.0.0
effective: {{from: "2026-04-24", until: open}}
review_by: "2027-04-24"

sources:
  guide: {{same_as: guide_6, section: "{section}"}}

codes:
  "00000": "TODO short label\""""
BOXES = (
    "# Each box of the source is one criterion: say it in your own words, divide it or join it with another, and",
    "# delete the comment, which has the words of the source.",
)


def _head(begun: Begun) -> Iterator[str]:
    """What the program says of a service: title, dates, sources, codes."""
    program = begun.program
    if (title := begun.written.get("title")) is not None:
        yield f"title: {as_flow(title)}"
    if (uses := begun.tree.get("uses")) is not None:
        yield f"uses: {as_flow(uses)}"
    yield f"part_of: {program.id} {program.version}"
    yield "# The version answers for requests received on or after `from`, and before `until` (or open)."
    yield f'effective: {{from: "{begun.begins}", until: open}}'
    yield f'review_by: "{program.review_by or _a_year_later(begun.begins)}"'
    yield from ("", "sources:", *_sources(begun), "")
    yield "# Procedure codes with a short label of your own, never the official descriptor. The program lists the same,"
    yield "# and says on what each of them counts."
    yield from ("codes:", *_codes(begun))


def _a_year_later(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28))


def _sources(begun: Begun) -> Iterator[str]:
    """The first source of the program at the section of the service, and the document that governs it in each state."""
    sources = begun.tree.get("sources")
    entry = sources.entries[0] if isinstance(sources, Table) and sources.entries else None
    if entry is not None and isinstance(entry.value, Table):
        kept = [f"{e.key.text}: {as_flow(e.value)}" for e in entry.value.entries if e.key.text != "section"]
        yield f"  {entry.key.text}: {{{', '.join([*kept, f'section: {json.dumps(begun.service.section)}'])}}}"
    for mac, document in begun.service.coverage:
        states = ", ".join(state.id for state in begun.program.states if state.mac == mac)
        where = f" of {mac} ({states})" if mac else ""
        id, title = re.sub(r"\W+", "_", document.lower()), json.dumps(f"{document}{where}, which was not at hand")
        yield f"  {id}: {{title: {title}, status: secondary}}"


def _codes(begun: Begun) -> Iterator[str]:
    """The codes of a service. Where they count is for the program to say."""
    codes = begun.written.get("codes")
    labels = {entry.key.text: entry.value for entry in codes.entries} if isinstance(codes, Table) else {}
    for code in begun.codes:
        node = labels.get(code)
        label = node.get("label") if isinstance(node, Table) else node
        yield f'  "{code}": {as_flow(label) if isinstance(label, Text) else _OPEN_LABEL}'


def _stated(begun: Begun, read: Set[str]) -> Iterator[str]:
    """The facts that are read, as the program's base example states them, with a code of the service."""
    diagnosis = _diagnosis(begun)
    own = {"codes": f'["{_counted_code(begun, diagnosis)}"]', **({"diagnoses": f"[{diagnosis}]"} if diagnosis else {})}
    stated = _base_facts(begun.tree)
    for name, value in stated.items():
        if not read or name in read:
            yield f"      {name}: {own.get(name) or as_flow(value)}"
    if others := sorted(name for name in read - stated.keys() if not name.startswith("box_")):
        yield from comment(f"Read as well, and not stated here: {', '.join(others)}.", "      ")


def _diagnosis(begun: Begun) -> str:
    """A diagnosis of a group that the conditions of the service name, if there is one."""
    groups, named = begun.tree.get("groups"), set(texts(begun.written))
    for entry in groups.entries if isinstance(groups, Table) else ():
        codes = entry.value.get("are") if isinstance(entry.value, Table) else None
        if entry.key.text in named and isinstance(codes, Items) and codes.items:
            return as_flow(codes.items[0])
    return ""


def _counted_code(begun: Begun, diagnosis: str) -> str:
    """The first code of the service that the program counts alone in its base example; else the first of all."""
    program, codes = begun.program, begun.codes
    listed = next(criterion for criterion in program.criteria if criterion.id == LISTED_CODE)
    for code in codes if program.examples else ():
        own = {"codes": [code], **({"diagnoses": [diagnosis]} if diagnosis else {})}
        case, problems = read_case(program.facts, {**program.examples[0].request, **own})
        if not problems and verdict(listed, case) == MET:
            return code
    return codes[0]


def _base_facts(document: Table) -> dict[str, Node]:
    node: Node | None = document
    for key in ("examples", "base", "facts"):
        node = node.get(key) if isinstance(node, Table) else None
    return {entry.key.text: entry.value for entry in node.entries} if isinstance(node, Table) else {}


def as_flow(node: Node) -> str:
    """A node in one line, as a value inside brackets."""
    match node:
        case Text(text=text, bare=bare):
            plain = bare and not re.search(r"[,\[\]{}#&*!|>'\"%@`]|: |:$|^[-?] ", text)
            return text if plain and text == text.strip() else json.dumps(text, ensure_ascii=False)
        case Items(items=items):
            return f"[{', '.join(map(as_flow, items))}]"
        case Table(entries=entries):
            return "{" + ", ".join(f"{as_flow(e.key)}: {as_flow(e.value)}" for e in entries) + "}"


# ---------------------------------------------------------------- the boxes of a source


def boxes_of(text: SourceText, section: str) -> tuple[Box, ...]:
    """What a section of a source lists. Raises CannotBegin where it is not there, or lists nothing."""
    named = text.named(section)
    if not named:
        known = ", ".join(each.number or each.title for each in text.sections[:20])
        raise CannotBegin(f"{text.file} has no section {section}; it has {known}")
    found = tuple(box for each in named for box in boxes(each))
    if not found:
        raise CannotBegin(f"section {section} of {text.file} has neither check-boxes nor numbered items")
    return found
