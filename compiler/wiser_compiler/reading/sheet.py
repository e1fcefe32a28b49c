"""`sheet:` — the sentences of the printed sheet, and its parts.

In a sentence `{fact}` is filled from the bound of the test on that fact, `{fact: words}` says which words are meant by
it (`#` in them is the number alone), `{#}` says how many of a group are asked for, `[fact: words]` has a box to tick,
`___` is room to write, and `**` makes bold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.model import Criterion, Fact, Layout, OnSheet, Piece, Sentence, Sheet, SheetLine, SheetPart
from wiser_compiler.core.sheet import BUILT_IN, SCOPE, parts_of
from wiser_compiler.diagnostics import Report, Span, lines_of, near
from wiser_compiler.reading import fields
from wiser_compiler.reading.names import Names
from wiser_compiler.reading.syntax import Items, Node, Table, Text

_NAME = r"[a-z][a-z0-9_]*"
_ITEM = r"(?:\.[A-Za-z0-9][A-Za-z0-9_-]*)?"
_PIECE = re.compile(
    r"(?P<group>\{ *# *\})"
    rf"|(?P<place>\{{ *(?P<of_place>{_NAME}{_ITEM}) *(?:: *(?P<words>[^{{}}\[\]]*?) *)?\}})"
    rf"|(?P<tick>\[ *(?P<of_tick>{_NAME}{_ITEM})? *(?:: *(?P<label>[^{{}}\[\]]*?) *)?\])"
    rf"|(?P<blank>_{{3,}}(?:\( *(?P<out>=)? *(?P<of_blank>{_NAME}) *\))?)"
    r"|\*\*(?P<bold>[^*{}\[\]]+)\*\*"
)  # fmt: skip
_BLANKS = re.compile(r"\s+")
_STRAY = re.compile(r"[{}\[\]]|\*\*|__")
MOST_LINES = 60  # of a sentence
HOW = "write `{fact}`, `{fact: words}`, `[fact: words]`, `___`, `___(fact)` or `**words**`"


def read_lines(node: Node | None, names: Names) -> OnSheet:
    """`sheet:` of a criterion: a sentence, `{part: ..., says: "..."}`, a list of these, or `{with: CRITERION}`."""
    if node is None:
        return OnSheet()
    if isinstance(node, Table) and node.get("with") is not None:
        given = fields.keys(node, ("with",), (), names.report, "`sheet` beside `with`")
        beside = fields.matching(given["with"], fields.KEBAB, names.report, "a criterion", "such as pain-duration")
        return OnSheet((), beside or "", given["with"].span)
    items = node.items if isinstance(node, Items) else (node,)
    return OnSheet(tuple(_line(item, names) for item in items), span=node.span)


def _line(node: Node, names: Names) -> SheetLine:
    """One sentence, perhaps with its part."""
    if isinstance(node, Text):
        return SheetLine(read_sentence(node, names), span=node.span)
    table = fields.table(node, names.report, "`sheet`")
    if table is None:
        return SheetLine()
    given = fields.keys(table, ("part", "says"), (), names.report, "`sheet`")
    part = fields.matching(given.get("part"), fields.NAME, names.report, "a part of the sheet", "such as chart")
    return SheetLine(read_sentence(given.get("says"), names), part or "", given.get("part", table).span)


def read_sentence(node: Node | None, names: Names) -> Sentence:
    """The pieces of a sentence. A fact that it names must be one of the document."""
    report = names.report
    written = fields.prose(node, report, "a sentence of the sheet")
    if written is None or not isinstance(node, Text):
        return ()
    places = Places(node.span, lines_of(report.texts, node.span.file))
    found: list[Piece] = []
    at = 0
    for match in _PIECE.finditer(written):
        found += _words(written[at : match.start()], places, report)
        found.append(_piece(match, names, places.of(match[0])))
        at = match.end()
    return (*found, *_words(written[at:], places, report))


def _words(text: str, places: Places, report: Report) -> list[Piece]:
    if stray := _STRAY.search(text):
        report.error("wrong-shape", f"`{stray[0]}` in a sentence of the sheet begins or ends nothing",
                     places.of(stray[0]), HOW)  # fmt: skip
    return [Piece("text", text, span=places.of(text))] if text else []


def _piece(match: re.Match[str], names: Names, span: Span) -> Piece:
    """One piece with a sign."""
    if match["bold"]:
        return Piece("bold", match["bold"], span=span)
    if match["group"]:
        return Piece("place", span=span)
    if match["blank"]:
        fact, _ = _named(match["of_blank"], names, span)
        return Piece("blank", "", fact, worked_out=bool(match["out"]), span=span)
    kind, named, words = ("place", match["of_place"], match["words"]) if match["place"] else (
        "tick", match["of_tick"], match["label"]
    )  # fmt: skip
    fact, item = _named(named, names, span)
    if kind == "tick" and not fact and not words:
        names.report.error("wrong-shape", "a box needs words", span, HOW)
    return Piece("place" if kind == "place" else "tick", words or "", fact, item, span=span)


def _named(written: str | None, names: Names, span: Span) -> tuple[str, str]:
    """The fact and the item that a piece names, if they exist."""
    name, dot, item = (written or "").partition(".")
    if not name:
        return "", ""
    fact = names.fact(name)
    if fact is None:
        names.unknown(name, span, "fact")
        return "", ""
    if dot and not _has(fact, item):
        options = [option.id for option in kind_of(fact.type).options]
        names.report.error("unknown-option", f"`{item}` is not an answer of `{name}`", span, near(item, options))
        return name, ""
    return name, item


def _has(fact: Fact, item: str) -> bool:
    return any(option.id == item for option in kind_of(fact.type).options)


class Places:
    """Where words of a text stand in the lines of its document, asked for in order. State: the end of the last ones."""

    def __init__(self, start: Span, lines: Sequence[str]) -> None:
        self.start = start
        self.text = "\n".join(lines[start.line - 1 : start.line + MOST_LINES])
        self.at = start.column - 1

    def of(self, written: str) -> Span:
        """The place of words; of those that go on in the next line the part on the first."""
        found = _found(written.split(), self.text, self.at)
        if found is None:
            return self.start
        begins, self.at = found
        row, column = self.text.count("\n", 0, begins), begins - self.text.rfind("\n", 0, begins)
        first = self.text[begins : self.at].partition("\n")[0]
        return Span(self.start.file, self.start.line + row, column, column + len(first))


def _found(words: Sequence[str], text: str, at: int) -> tuple[int, int] | None:
    """Where words first begin and end behind a place, with nothing but blanks and line breaks between them.

    A regular expression for each would take longer to make than all the rest of a sentence.
    """
    begins = text.find(words[0], at) if words else -1
    while begins >= 0:
        end = begins + len(words[0])
        for word in words[1:]:
            blanks = _BLANKS.match(text, end)
            if blanks is None or not text.startswith(word, blanks.end()):
                break
            end = blanks.end() + len(word)
        else:
            return begins, end
        begins = text.find(words[0], begins + 1)
    return None


def facts_named(node: Text, lines: Sequence[str]) -> Iterator[Text]:
    """The names of facts in a sentence, each at its place in the lines of its document."""
    places = Places(node.span, lines)
    for match in _PIECE.finditer(node.text):
        span = places.of(match[0])
        for group in ("of_place", "of_tick", "of_blank"):
            if match[group]:
                name = match[group].partition(".")[0]
                column = span.column + match.start(group) - match.start()
                yield Text(name, True, span._replace(column=column, end=column + len(name)))


# ---------------------------------------------------------------- the parts


def read_sheet(node: Node | None, names: Names, inherited: Sheet) -> Sheet:
    """`sheet:` of a document — the title, and the parts with those of the program before them."""
    report = names.report
    table = fields.table(node, report, "`sheet`")
    if table is None:
        return Sheet("", inherited.parts)
    given = fields.keys(table, ("title", "parts"), (), report, "`sheet`")
    title = fields.prose(given.get("title"), report, "a title") or ""
    below = fields.table(given.get("parts"), report, "the parts of the sheet")
    own = [part for entry in (below.entries if below else ()) if (part := _part(entry.key, entry.value, names))]
    ids = {part.id for part in own}
    return Sheet(title, (*(part for part in inherited.parts if part.id not in ids), *own))


def _part(key: Text, node: Node, names: Names) -> SheetPart | None:
    report = names.report
    id = fields.matching(key, fields.NAME, report, "a part of the sheet", "use small letters and _, such as chart")
    table = fields.table(node, report, f"the part `{key.text}`")
    if table is None or id is None:
        return None
    given = fields.keys(table, ("layout", "skip"), ("title",), report, "a part of the sheet")
    title = fields.prose(given.get("title"), report, "a title") or ""
    layouts: tuple[Layout, ...] = get_args(Layout)
    default = BUILT_IN[id].layout if id in BUILT_IN else "lines"
    written = fields.one_of(given.get("layout"), layouts, report, "a layout")
    layout = next((one for one in layouts if one == written), default)
    if (layout == "yes_no") != (id == SCOPE):
        message = f"the part `{SCOPE}` has yes-or-no lines, and no other part has"
        report.error("wrong-word", message, given["layout"].span if "layout" in given else key.span,
                     "leave out `layout`" if id == SCOPE else "write `table` or `lines`")  # fmt: skip
    return SheetPart(id, title, layout, read_sentence(given.get("skip"), names), key.span)


def check_lines(criteria: Sequence[Criterion], sheet: Sheet, report: Report) -> None:
    """Report lines whose part or whose criterion does not exist, and those of criteria that have none."""
    shown: Mapping[str, Criterion] = {one.id: one for one in criteria if one.effect != "advisory"}
    known = [part.id for part in parts_of(sheet) if part.id != SCOPE]
    for criterion in criteria:
        if criterion.origin == "program" or criterion.sheet == OnSheet():
            continue
        if criterion.effect == "advisory":
            message = "advice has no line on the sheet: what the guide does not ask is kept apart"
            report.error("wrong-word", message, criterion.sheet.span, "delete it")
        elif criterion.sheet.beside:
            _check_beside(criterion, shown, report)
        for line in criterion.sheet.lines:
            if line.part and criterion.effect == "scope":
                message = f"a criterion of scope stands in the part `{SCOPE}` alone"
                report.error("wrong-word", message, line.span, "delete `part`")
            elif line.part and line.part not in known:
                help = near(line.part, known, "declare it under `sheet: {parts:`")
                report.error("unknown-word", f"`{line.part}` is not a part of the sheet", line.span, help)


def _check_beside(criterion: Criterion, shown: Mapping[str, Criterion], report: Report) -> None:
    name, span = criterion.sheet.beside, criterion.sheet.span
    other = shown.get(name)
    if other is None:
        report.error("unknown-criterion", f"no criterion with a line is called `{name}`", span, near(name, shown))
    elif other.sheet.beside or other.id == criterion.id:
        help = "name the criterion that has the sentence"
        report.error("circular", f"`{other.id}` has no line of its own", span, help)
    elif (other.effect == "scope") != (criterion.effect == "scope"):
        report.error("wrong-word", "a line speaks for scope or for the chart", span, "name another criterion")
