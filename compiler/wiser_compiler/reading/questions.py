"""Unclear places of the sources: the questions that a document lists, and the check that each has one answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wiser_compiler.core.model import Clock, Criterion, Question
from wiser_compiler.core.walk import readings_of
from wiser_compiler.diagnostics import Report, near
from wiser_compiler.reading import fields
from wiser_compiler.reading.names import Names
from wiser_compiler.reading.syntax import Items, Node, Table, Text

CONFIDENCES = ("high", "medium", "low")


def read_questions(node: Node | None, names: Names) -> None:
    """`questions:` — `{ask: …, confidence: …}` by id; with `reading` where no criterion carries the answer."""
    found = fields.table(node, names.report, "questions")
    for entry in found.entries if found else ():
        table = fields.table(entry.value, names.report, f"the question `{entry.key.text}`")
        id = fields.matching(entry.key, fields.ID, names.report, "a question", "use letters and digits, such as B7b")
        if table is None or id is None or not names.declare(id, entry.key.span, "question"):
            continue
        given = fields.keys(table, ("confidence", "reading"), ("ask",), names.report, "a question")
        confidence = fields.one_of(given.get("confidence"), CONFIDENCES, names.report, "a confidence")
        names.questions[id] = Question(
            id,
            fields.prose(given.get("ask"), names.report, "a question") or "",
            confidence or "",  # type: ignore[arg-type]  # one of CONFIDENCES
            fields.prose(given.get("reading"), names.report, "a reading") or "",
            entry.key.span,
        )


def answered(
    document: Table, names: Names, things: Iterable[Criterion | Clock], report: Report
) -> tuple[Question, ...]:
    """The questions of a document.

    A document that lists questions must list every question it answers, and answer each one it lists.
    """
    used = {reading.id for thing in things for reading in readings_of(thing)}
    own = document.get("questions")
    if own is not None:
        known = names.questions
        for key in reading_keys(document):
            if key.text not in known:
                report.error(
                    "unknown-question",
                    f"`{key.text}` is answered here, and no question has this id",
                    key.span,
                    near(key.text, known, "list it under `questions:` with what it asks"),
                )
        for question in known.values():
            if question.origin == "document" and question.answer and question.id in used:
                report.error(
                    "answered-twice",
                    f"the question `{question.id}` is answered here and where a criterion carries it",
                    question.span,
                    "keep the reading at the criterion, and delete the one here",
                )
            if question.origin == "document" and not question.answer and question.id not in used:
                report.error(
                    "unanswered-question",
                    f"the question `{question.id}` is answered nowhere in this document",
                    question.span,
                    f"write `reading: {{{question.id}: …}}` where it matters, or `reading:` here",
                )
    return tuple(
        question for question in names.questions.values() if question.id in used or question.origin == "document"
    )


def readings(document: Table) -> Iterator[tuple[str, str]]:
    """Every reading given in a document, so that one may point to another."""
    for table in _reading_tables(document):
        yield from ((e.key.text, e.value.text) for e in table.entries if isinstance(e.value, Text))


def reading_keys(document: Table) -> Iterator[Text]:
    """The ids under which readings are given."""
    return (entry.key for table in _reading_tables(document) for entry in table.entries)


def _reading_tables(document: Table) -> Iterator[Table]:
    """The mappings under `reading`, in the order of the document. Examples, its longest part, have facts alone."""
    sections = (entry for entry in reversed(document.entries) if entry.key.text != "examples")
    pending: list[tuple[str, Node]] = [(entry.key.text, entry.value) for entry in sections]
    while pending:
        key, node = pending.pop()
        match node:
            case Table() if key == "reading":
                yield node
            case Table(entries=entries):
                pending += [(key.text, value) for key, value in reversed(entries) if not isinstance(value, Text)]
            case Items(items=items):
                pending += [("", item) for item in reversed(items)]
            case Text():
                pass
