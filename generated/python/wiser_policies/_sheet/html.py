"""The sheet as HTML: a file that needs no other, or a fragment for a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import TypeAlias

from .blocks import WIDTHS, Blank, Block, Inline, Inlines, Line, Of, Pairs, Part, Sheet, Table, Tick, Words
from .style import LARGE, STYLE

Attributes: TypeAlias = dict[str, str]

# A browser that opens the file loads nothing and runs nothing.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
# Numbers and dates with a hyphen stay on one line.
_HYPHENATED = re.compile(r"(\w*\d\w*-[\w-]+|\w+-[\w-]*\d[\w-]*)", re.ASCII)


def as_html(sheet: Sheet) -> str:
    """A file by itself."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(sheet.title)} {escape(sheet.version)}</title>\n"
        f"<style>\n{STYLE}{LARGE if sheet.large else ''}</style>\n</head>\n<body>\n{fragment(sheet)}</body>\n</html>\n"
    )


def fragment(sheet: Sheet) -> str:
    """The sheet alone, for a page that has `STYLE`.

    It is one table whose head and foot each printed page repeats, in any browser. A box has `data-tick` with the
    place of a fact and `data-values`, `data-test`, or `data-criteria` with `data-verdict`; a blank has `data-blank`
    with places, `data-term`, `data-clock`, or `data-criteria`.
    """
    parts = "".join(map(_part, sheet.parts))
    large = " large" if sheet.large else ""
    return (
        f'<table class="sheet{large}" role="presentation">\n'
        f"<thead><tr><td>{_line(Line(sheet.identifiers), 'id')}</td></tr></thead>\n"
        f'<tfoot><tr><td><p class="version">{_words(sheet.version)}</p></td></tr></tfoot>\n'
        f"<tbody><tr><td>\n<h1>{_words(sheet.title)}</h1>\n{''.join(map(_block, sheet.about))}{parts}"
        "</td></tr></tbody>\n</table>\n"
    )


def _part(part: Part) -> str:
    note = f' <span class="note">{_inlines(part.note)}</span>' if part.note else ""
    kept = ' class="kept"' if part.kept else ""
    blocks = "".join(map(_block, part.blocks))
    return f'<section data-part="{escape(part.id)}"{kept}>\n<h2>{_words(part.title)}{note}</h2>\n{blocks}</section>\n'


def _block(block: Block) -> str:
    match block:
        case Line():
            return _line(block, "small" if block.small else "skip" if block.skips else "")
        case Pairs(rows):
            return "".join(map(_pair, rows))
        case Table():
            return _table(block)


def _pair(row: tuple[Inlines, Inlines]) -> str:
    answers, says = map(_inlines, row)
    return f'<p class="pair small"><span class="nb">{answers}</span> <span>{says}</span></p>\n'


def _line(line: Line, name: str) -> str:
    return f"<p{_attributes({'class': name})}>{_inlines(line.says)}</p>\n"


def _table(table: Table) -> str:
    columns = "".join("<col>" for _ in WIDTHS[table.kind])
    cells = _cells(table.head, "th", ' scope="col"')
    head = f"<thead><tr>{cells}</tr></thead>\n" if table.head else ""
    rows = "".join(f"<tr>{_cells(row, 'td')}</tr>\n" for row in table.rows)
    small = " small" if table.small else ""
    return f'<table class="{table.kind}{small}"><colgroup>{columns}</colgroup>\n{head}<tbody>\n{rows}</tbody></table>\n'


def _cells(cells: Sequence[Inlines], name: str, more: str = "") -> str:
    written = []
    for cell in cells:
        kind, about = (name, more) if cell else ("td", "")  # an empty cell heads nothing
        written.append(f"<{kind}{about}>{_inlines(cell)}</{kind}>")
    return "".join(written)


def _inlines(inlines: Inlines) -> str:
    """The inlines, without a break inside of what belongs together."""
    written = []
    for group in together(inlines):
        text = "".join(map(_inline, group))
        written.append(f'<span class="nb">{text}</span>' if len(group) > 1 else text)
    return "".join(written)


_FIRST_WORD = re.compile(r"[ \xa0]*\S*")
_POINT = re.compile(r"[,.;:)?]*")


def together(inlines: Inlines) -> Iterator[Inlines]:
    """The inlines in groups that stay on one line: a box with the first word behind it, a blank with a comma."""
    rest = [*inlines]
    while rest:
        first = rest.pop(0)
        if isinstance(first, Words) or not rest or not isinstance(rest[0], Words):
            yield (first,)
            continue
        text, bold = rest[0]
        beside = (_FIRST_WORD if isinstance(first, Tick) else _POINT).match(text)
        end = beside.end() if beside else 0
        yield (first, Words(text[:end], bold)) if end else (first,)
        rest[0] = Words(text[end:], bold)


def _inline(inline: Inline) -> str:
    match inline:
        case Words(text, bold):
            return f"<b>{_words(text)}</b>" if bold and text else _words(text)
        case Tick(place, values, test, of, verdict, on):
            of_place = {"data-tick": place, "data-values": json.dumps(values)} if place else {}
            tested = {"data-test": json.dumps(test)} if test else {}
            named = {"class": "tick on" if on else "tick", **of_place, **tested, **_of(of), "data-verdict": verdict}
            return f"<span{_attributes(named)}>{'X' if on else ''}</span>"
        case Blank(size, places, term, percent, clock, of, filled):
            asked = json.dumps(term) if term else ""
            term_of = {"data-term": asked, "data-percent": "" if percent == 100 else str(percent)}
            named = {"data-blank": " ".join(places), **term_of, "data-clock": clock, **_of(of)}
            return f"<span{_attributes({'class': f'blank {size}', **named})}>{escape(filled)}</span>"


def _of(of: Of) -> Attributes:
    return {"data-criteria": " ".join(of.criteria), "data-facts": " ".join(of.facts)}


def _words(text: str) -> str:
    return _HYPHENATED.sub(r'<span class="nb">\1</span>', escape(text))


def _attributes(named: Attributes) -> str:
    """Attributes, without those that are empty."""
    return "".join(f' {name}="{escape(value)}"' for name, value in named.items() if value)
