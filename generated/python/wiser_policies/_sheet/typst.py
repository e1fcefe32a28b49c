"""The sheet as Typst markup, of which a PDF is made. It has the words of the HTML, in the same order."""

from __future__ import annotations

from collections.abc import Sequence

from .blocks import WIDTHS, Blank, Block, Inline, Inlines, Line, Pairs, Part, Sheet, Table, Tick, Words
from .html import together

# The widths of blanks, in ems of the sheet, as in `style`.
_BLANKS = {"mark": 2.2, "number": 3, "date": 6.2, "words": 8, "line": 11}

_HEAD = r"""
#let tick(on) = {
  h(0.1em)
  box(width: 0.9em, height: 0.9em, stroke: 1pt, baseline: 0.1em, align(center + horizon, strong(on)))
  h(0.3em)
}
#let blank(width) = box(width: width, height: 0.9em, baseline: 0.12em, stroke: (bottom: 0.75pt))
#let written(words) = underline(stroke: 0.75pt, offset: 0.15em, words)
#set document(title: TITLE, date: none)
#set page(
  paper: "us-letter",
  margin: (x: 0.55in, top: TOP, bottom: 0.35in + 1.8em),
  header-ascent: 0.7em,
  footer-descent: 0.7em,
  header: align(bottom, block(width: 100%, stroke: 1pt, inset: (x: 0.4em, y: 0.45em), [IDENTIFIERS])),
  footer: align(top, context grid(
    columns: (1fr, auto),
    column-gutter: 1em,
    text(size: 0.7em, VERSION),
    text(size: 0.83em, weight: "bold", "Page " + counter(page).display() + " of " + str(counter(page).final().first())),
  )),
)
#set text(font: "Roboto", size: SIZE, lang: "en", hyphenate: false, fill: black)
#set par(leading: 0.42em, spacing: 0.5em)
#set table(stroke: 0.75pt, inset: (x: 0.33em, y: 0.26em), align: left + top)
#set table.cell(breakable: false)
#show table: set block(above: 0.5em, below: 0.5em)
#show heading.where(level: 1): it => block(below: 0.4em, text(size: 1.2em, it.body))
#show heading.where(level: 2): it => block(
  width: 100%, below: 0.5em, sticky: true, stroke: (bottom: 1.5pt), inset: (bottom: 0.2em),
  text(size: 0.92em, it.body),
)
"""


def as_typst(sheet: Sheet) -> str:
    """The markup. Text of a policy or a request stands in strings alone, so none of it is markup."""
    named = {
        "TOP": "0.3in + 4.1em" if sheet.large else "0.45in + 2.7em",  # in large type the identifiers take two lines
        "TITLE": _string(sheet.title),
        "IDENTIFIERS": _inlines(sheet.identifiers),
        "VERSION": _string(sheet.version),
        "SIZE": "18pt" if sheet.large else "12pt",
    }
    head = _HEAD
    for name, words in named.items():
        head = head.replace(name, words, 1)
    about = "".join(_block(block) for block in sheet.about)
    parts = "".join(_part(part) for part in sheet.parts)
    return f"{head}\n#heading(level: 1, {_string(sheet.title)})\n{about}{parts}"


def _part(part: Part) -> str:
    note = f' #text(weight: "regular", size: 0.9em)[{_inlines(part.note)}]' if part.note else ""
    heading = f"#heading(level: 2)[{_words(Words(part.title))}{note}]\n"
    blocks = "".join(_block(block) for block in part.blocks)
    return f"#block(breakable: {'false' if part.kept else 'true'}, width: 100%, above: 0.75em)[\n{heading}{blocks}]\n"


def _block(block: Block) -> str:
    match block:
        case Line(says, small, _):
            words = _inlines(says)
            inside = f"#text(size: 0.875em)[{words}]" if small else words
            return f"#block(breakable: false, par[{inside}])\n"
        case Pairs(rows):
            cells = ", ".join(f"[{_inlines(answers)}], [{_inlines(says)}]" for answers, says in rows)
            grid = f"#grid(columns: (auto, 1fr), column-gutter: 0.9em, row-gutter: 0.4em, {cells})"
            return f"#text(size: 0.875em)[{grid}]\n"
        case Table():
            return _table(block)


def _table(table: Table) -> str:
    widths = ", ".join(f"{width}em" if width else "1fr" for width in WIDTHS[table.kind])
    head = f"table.header({_cells(table.head)}), " if table.head else ""
    rows = "".join(f"{_cells(row)}, " for row in table.rows)
    to_write_in = table.kind == "asked" and not any(cell for row in table.rows for cell in row)
    height = "(auto, 1.6em)" if to_write_in else "auto"
    made = f"#table(columns: ({widths}), rows: {height}, {head}{rows})"
    return f"#text(size: 0.875em)[{made}]\n" if table.small else f"{made}\n"


def _cells(cells: Sequence[Inlines]) -> str:
    return ", ".join(f"[{_inlines(cell)}]" for cell in cells)


def _inlines(inlines: Inlines) -> str:
    """The inlines, without a break inside of what belongs together. What is filled in may be long, and breaks."""
    written = []
    for group in together(inlines):
        text = "".join(map(_inline, group))
        kept = len(group) > 1 and not (isinstance(group[0], Blank) and group[0].filled)
        written.append(f"#box[{text}]" if kept else text)
    return "".join(written)


def _inline(inline: Inline) -> str:
    match inline:
        case Words():
            return _words(inline)
        case Tick():
            return f"#tick({_string('X' if inline.on else '')})"
        case Blank(size, filled=filled):
            if size not in _BLANKS:
                return f"#strong({_string(filled)})" if filled and size != "pages" else _words(Words(filled))
            return f"#written({_string(filled)})" if filled else f"#blank({_BLANKS[size]}em)"


def _words(words: Words) -> str:
    if not words.text:
        return ""
    return f"#strong({_string(words.text)})" if words.bold else f"#{_string(words.text)}"


def _string(text: str) -> str:
    """A string of Typst: whatever is in it is text."""
    escaped = "".join(one if one.isprintable() and one not in '"\\' else f"\\u{{{ord(one):x}}}" for one in text)
    return f'"{escaped}"'
