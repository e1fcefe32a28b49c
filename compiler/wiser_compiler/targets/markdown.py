"""The printable checklist of a policy, as plain GitHub Markdown.

Every string of the policy is data: it is escaped on output, whatever the template does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from wiser_compiler.core.model import Policy
from wiser_compiler.targets.checklist.model import Blank, Checklist, Entry, Line, Row
from wiser_compiler.targets.checklist.pages import portions, row_height
from wiser_compiler.targets.checklist.sheet import checklist
from wiser_compiler.targets.output import Output

if TYPE_CHECKING:
    from jinja2 import Template


def markdown(policy: Policy) -> Output:
    """One file, `markdown/<id>/<version>.md`."""
    return Output({f"markdown/{policy.id}/{policy.version}.md": render(checklist(policy))})


def render(sheet: Checklist) -> str:
    """The sheet laid out by its template."""
    return _template().render(sheet=sheet)


@cache
def _template() -> Template:
    # Only a build needs Jinja2, and importing this module must not.
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("wiser_compiler.targets"),
        undefined=StrictUndefined,
        finalize=escape,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - Markdown, not HTML: `finalize` escapes everything that is printed
    )
    environment.filters.update(
        table=table, bullets=_bullets, boxes=_boxes, blanks=_blanks, quotes=_quotes, source=_source, notes=_notes,
        page_of_rows=_pages, meant=Markup,
    )  # fmt: skip
    return environment.get_template("checklist.md.jinja")


class Markup(str):
    """Text that is Markdown already, and is not escaped again."""

    __slots__ = ()


# Characters with a meaning in Markdown or in GitHub's dialect of it.
SPECIAL = re.compile(r"[\\`*_\[\]<>&|~#$@]|:(?=//)|(?<=\b[wW]{3})\.")
AT_START = re.compile(r"[-+=]|[0-9]+(?=[.)](?: |$))")
# Controls and lone surrogates cannot be shown; direction marks make text look like another text.
UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
SAFE_URL = re.compile(r"https://[A-Za-z0-9.-]+(/[A-Za-z0-9/._~%?=&#+,;:-]*)?")


def escape(value: object) -> Markup:
    """The text as Markdown that shows exactly it: on one line, with every special character escaped.

    >>> escape("a | <b> [c](https://d)")
    'a \\\\| \\\\<b\\\\> \\\\[c\\\\](https\\\\://d)'
    """
    if isinstance(value, Markup):
        return value
    line = UNSHOWABLE.sub("\ufffd", " ".join(str(value).split()))
    escaped = SPECIAL.sub(r"\\\g<0>", line)
    start = AT_START.match(escaped)
    if start is None:
        return Markup(escaped)
    # `1.` and `-` begin a list at the start of a line; a digit cannot be escaped, the mark after it can.
    mark = start.end() if start[0].isdigit() else 0
    return Markup(f"{escaped[:mark]}\\{escaped[mark:]}")


def _bullets(lines: Sequence[Line], depth: int = 0) -> Markup:
    """The lines as a nested list, each on a line of its own."""
    return Markup("\n".join(f"{'  ' * deep}- {_line(line)}" for deep, line in _flat(lines, depth)))


def table(rows: Sequence[Sequence[str]]) -> Markup:
    """A table of rows of cells. The first row is the head."""
    head, *body = [f"| {' | '.join(escape(cell) for cell in row)} |" for row in rows]
    return Markup("\n".join([head, f"|{' --- |' * len(rows[0])}", *body]))


def _line(line: Line) -> str:
    """A line: its lead, its boxes, its words, the wanted answer, and room to answer."""
    said = [
        f"**{escape(line.lead)}**" if line.lead else "",
        BOX if line.tick else "",
        escape(line.words),
        f"**{escape(line.wanted)}**" if line.wanted else "",
    ]
    either, boxes = _boxes(line.either), _boxes(line.boxes)
    parts = (either, " ".join(part for part in said if part), boxes, _blanks(line.blanks))
    return GAP.join(part for part in parts if part)


BOX = "☐"
GAP = "\u2003"  # an em space: HTML folds ordinary spaces into one, and the boxes would run together


def _boxes(labels: Sequence[str]) -> Markup:
    """Each label with its box, which a line break cannot part from it."""
    return Markup(GAP.join(f"{BOX}\u00a0{escape(label)}" for label in labels))


def _blanks(blanks: Sequence[Blank]) -> Markup:
    """Blanks to write on, between spaces, so that Markdown does not read them as emphasis."""
    ruled = ((escape(blank.before), "_" * blank.width, escape(blank.after)) for blank in blanks)
    return Markup(GAP.join("\u00a0".join(filter(None, part)) for part in ruled))


def _quotes(quotes: Sequence[str]) -> Markup:
    return Markup(", ".join(f"“{escape(quote)}”" for quote in quotes))


def _notes(labels: Sequence[str]) -> Markup:
    """References to footnotes. Labels are letters and digits."""
    return Markup("".join(f" [^{label}]" for label in labels))


def _pages(rows: Sequence[Row]) -> Sequence[Sequence[Row]]:
    """Rows in portions of a page; none for no rows."""
    return list(portions(rows, row_height)) if rows else []


def _source(source: Entry) -> Markup:
    """A source with its address; only a plain https address becomes a link."""
    words = escape(f"{source.name}: {source.words}" if source.name else source.words)
    if not source.url:
        return words
    return Markup(f"{words}, <{source.url}>" if SAFE_URL.fullmatch(source.url) else f"{words}, {escape(source.url)}")


def _flat(lines: Sequence[Line], depth: int = 0) -> Iterator[tuple[int, Line]]:
    """The lines one after the other, each with its depth."""
    for line in lines:
        yield depth, line
        yield from _flat(line.below, depth + 1)
