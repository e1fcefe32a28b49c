"""Another name for a fact, a condition or whatever else a document declares, in every place where it stands."""

from __future__ import annotations

import re

from wiser_compiler.diagnostics import Span
from wiser_compiler.editor.index import Index
from wiser_compiler.editor.spots import Mention
from wiser_compiler.reading import fields
from wiser_compiler.reading.names import JOINING_WORDS
from wiser_compiler.reading.vocabulary import NAME_HELP

RENAMED = ("name", "choice", "group", "question", "source", "base")


class Refused(Exception):
    """What is asked for cannot be done; the text says why."""


def renamable(index: Index, line: int, column: int) -> Mention:
    """The name at a place, counted from 1, if it can have another. Raises Refused."""
    mention = index.mention_at(line, column)
    if mention is None or mention.space == "shared source":
        raise Refused("no name of this document stands here")
    if mention.space not in RENAMED:
        raise Refused(f"`{mention.name}` stands in results and in other versions, so it keeps its name")
    place = index.declaration(mention)
    if place is None or mention.name == "codes":
        raise Refused(f"`{mention.name}` is not declared in this document")
    if place.span.file != index.path.as_posix():
        other = next((one for one in index.named() if one.path.as_posix() == place.span.file), None)
        raise Refused(
            f"`{mention.name}` is a name of the {other.kind if other else 'vocabulary'}, which others use too"
        )
    if index.kind != "policy":
        raise Refused(f"`{mention.name}` is a name of this {index.kind}, which other documents use too")
    return mention


def rename(index: Index, line: int, column: int, new: str) -> tuple[Span, ...]:
    """Every place where the new name is to be written. Raises Refused."""
    mention = renamable(index, line, column)
    pattern = fields.ID if mention.space == "question" else fields.NAME
    if not re.fullmatch(pattern, new):
        raise Refused(f"`{new}` is no name: {NAME_HELP}")
    if mention.space == "name" and new in JOINING_WORDS:
        raise Refused(f"`{new}` is a word of the language")
    other = mention._replace(name=new)
    if new != mention.name and (index.declaration(other) or (mention.space == "name" and new in index.names.facts)):
        raise Refused(f"`{new}` is declared already")
    return tuple(_bare(index, use) for use in index.uses(mention))


def _bare(index: Index, mention: Mention) -> Span:
    """The place of a name without quotation marks around it."""
    span = mention.span
    if span.end - span.column == len(mention.name) + 2 and index.lines[span.line - 1][span.column - 1] in "\"'":
        return span._replace(column=span.column + 1, end=span.end - 1)
    return span
