"""YAML text to a tree of nodes with places. Only this module reads YAML.

Scalars stay text: their place in the document decides what they mean. Features of YAML that surprise authors are errors
here: duplicate keys, aliases, tags, merge keys, text cut short by ` #`, empty values, unseen characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, NamedTuple, TypeAlias

import yaml

from wiser_compiler.diagnostics import Advice, Help, Report, Span
from wiser_compiler.reading.layout import DASHED, no_space_after_dash, slip_at

MOST_BYTES = 1_000_000
MOST_NODES = 50_000
MOST_DEPTH = 40
LONGEST_TEXT = 4_000  # characters: a page, where the longest texts of policies are a paragraph

SHOWN = 200  # characters of a line that a message repeats

_COMMENT = re.compile(" +#")
_BEYOND_ASCII = re.compile("[^\n -~]")


class Text(NamedTuple):
    """A scalar. `bare` is true where it is written without quotes."""

    text: str
    bare: bool
    span: Span


class Entry(NamedTuple):
    """A key and its value."""

    key: Text
    value: Node


class Table(NamedTuple):
    """A mapping, in written order."""

    entries: tuple[Entry, ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """The value under a key, or None."""
        return next((entry.value for entry in self.entries if entry.key.text == key), None)


class Items(NamedTuple):
    """A sequence."""

    items: tuple[Node, ...]
    span: Span


Node: TypeAlias = Text | Table | Items


def texts(node: Node) -> Iterator[str]:
    """Every key and value below a node."""
    match node:
        case Text():
            yield node.text
        case Table(entries=entries):
            for entry in entries:
                yield entry.key.text
                yield from texts(entry.value)
        case Items(items=items):
            for item in items:
                yield from texts(item)


Event: TypeAlias = Any  # PyYAML's events carry no types


class _Stop(Exception):
    """The rest of the file cannot be read. The report has the reason."""


def read_syntax(data: bytes, file: str, report: Report) -> Node | None:
    """The tree of one file, or None where nothing could be read. The report has the findings."""
    text = _decoded(data, file, report)
    if text is None:
        return None
    report.texts[file] = text
    before = len(report.found)
    _check_characters(text, file, report)
    if len(report.found) > before:
        return None  # the parser would report the same again, less clearly
    builder = _Builder(text, file, report)
    try:
        return builder.document()
    except yaml.MarkedYAMLError as error:
        builder.not_yaml(error)
    except _Stop:
        pass
    return None


def _decoded(data: bytes, file: str, report: Report) -> str | None:
    if len(data) > MOST_BYTES:
        report.error("too-large", f"the file has more than {MOST_BYTES:,} bytes", Span(file, 1, 1, 2))
        return None
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        report.error(
            "not-utf-8",
            "a byte here is not UTF-8 text",
            Span(file, line, column, column + 1),
            "save the file as UTF-8",
        )
        return None


def unseen(text: str) -> Iterator[tuple[int, str]]:
    """The positions and names of characters that are invisible or look like others."""
    for match in _BEYOND_ASCII.finditer(text):
        if unicodedata.category(match[0])[0] in "CZ":
            name = unicodedata.name(match[0], "control character").lower()
            yield match.start(), f"U+{ord(match[0]):04X} {name}"


def _check_characters(text: str, file: str, report: Report) -> None:
    for position, name in islice(unseen(text), 50):
        line = text.count("\n", 0, position) + 1
        column = position - (text.rfind("\n", 0, position) + 1) + 1
        span = Span(file, line, column, column + 1)
        if text[position] == "\t":
            report.error("tab", "a tab stands here", span, "use spaces")
        else:
            report.error("unseen-character", f"a character that cannot be seen stands here: {name}", span, "delete it")


def quoted(text: str) -> str:
    """A text in the quotes of YAML."""
    if '"' in text and "'" not in text and "\\" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class _Builder:
    """One pass over the events of the parser. State: the event stream, and the number of nodes."""

    def __init__(self, text: str, file: str, report: Report) -> None:
        self.file = file
        self.report = report
        self.lines = text.split("\n")
        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        self.next: Callable[[], Event] = loader(text).get_event
        self.nodes = 0

    def document(self) -> Node | None:
        start = Span(self.file, 1, 1, 2)
        node: Node | None = None
        while not isinstance(event := self.next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                if event.version or event.tags:
                    self.error("directive", "a line that begins with % is for programs", self.span(event), "delete it")
                if node is not None:
                    span = self.span(event)
                    self.fail("second-document", "a second document begins here", span, "delete the `---`")
                node = self.node(self.next(), 0)
        if node is None or (isinstance(node, Text) and not node.text):
            self.fail("empty-file", "the file is empty", start, "run `wiser new` to begin a policy")
        return node

    def not_yaml(self, error: yaml.MarkedYAMLError) -> None:
        """Report an error of the parser in plain words."""
        start: Event = error.context_mark
        here: Event = error.problem_mark or start or yaml.Mark(self.file, 0, 0, 0, None, 0)
        context = error.context or ""
        if start and "simple key" in context:
            self.error("not-yaml", "no colon follows this key", self.place(start), "write `key: value`")
        elif start and start.line < here.line and re.search("flow|quoted", context):
            message = "the bracket or quote that opens here is not closed, or a comma is missing"
            self.error("not-yaml", message, self.place(start), "close it, and put a comma between two items")
        elif slip := slip_at(self.lines, here.line, here.column, error.problem or ""):
            span = Span(self.file, slip.line + 1, slip.column + 1, slip.end + 1)
            self.error("not-yaml", slip.message, span, slip.help)
        else:
            problem = _PROBLEMS.get(error.problem or "", error.problem)
            self.error("not-yaml", f"this is not YAML: {problem}", self.place(here), self.hint(here))

    def place(self, mark: Event) -> Span:
        if mark.line < len(self.lines):
            return Span(self.file, mark.line + 1, mark.column + 1, mark.column + 2)
        last = len(self.lines[-1])  # the parser may stop on the line after the last one
        return Span(self.file, len(self.lines), last + 1, last + 2)

    def hint(self, mark: Event) -> Help:
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        before, rest = line[: mark.column], line[mark.column :].rstrip(" ]}")
        if rest[:1] in (">", "|", "="):
            return "comparisons are words, such as at_least or more_than"
        if rest[:1] in ("%", "@", "`"):
            words = f"text that begins with {rest[0]} must be in quotes: {quoted(rest)}"
            place = Span(self.file, mark.line + 1, mark.column + 1, mark.column + 1 + len(rest))
            return words if re.search(r"[\[{]", before) else Advice(words, rest, quoted(rest), place)
        if rest.startswith(": ") and ": " in before:
            return f"text with a colon in it must be in quotes: '{before.rpartition(': ')[2]}{rest}'"
        return "check the indentation and the colons, and put text with special characters in quotes"

    def node(self, event: Event, depth: int) -> Node:
        span = self.span(event)
        self.nodes += 1
        if self.nodes > MOST_NODES or depth > MOST_DEPTH:
            self.fail("too-large", "the file holds too much, or is nested too deeply", span)
        if event.anchor or getattr(event, "tag", None):
            self.check_tricks(event, span)
        match event:
            case yaml.ScalarEvent():
                return self.scalar(event, span)
            case yaml.SequenceStartEvent():
                items = []
                while not isinstance(event := self.next(), yaml.SequenceEndEvent):
                    items.append(self.filled(event, depth + 1))
                return Items(tuple(items), span)
            case yaml.MappingStartEvent():
                return self.table(span, depth)
            case _:  # an alias, already reported
                return Text("", False, span)

    def table(self, span: Span, depth: int) -> Table:
        entries: list[Entry] = []
        first: dict[str, Span] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            if not isinstance(key, Text):
                self.error("odd-key", "a key must be a single word or text", key.span, "write `key: value`")
                key = Text("?", False, key.span)
            elif key.bare and DASHED.match(key.text):
                message, help = no_space_after_dash(self.written(key.span.line, key.span.column))
                self.error("not-yaml", message, key.span, help)
            value = self.filled(self.next(), depth + 1, key)
            if key.bare and key.text == "<<":
                self.error("alias", "`<<` copies keys from elsewhere", key.span, "write the keys out")
            elif key.text in first:
                self.report.error(
                    "duplicate-key",
                    f"`{key.text}` stands twice in one place",
                    key.span,
                    "keep one of the two",
                    related=((first[key.text], "it stands here first"),),
                )
            else:
                first[key.text] = key.span
                entries.append(Entry(key, value))
        return Table(tuple(entries), span)

    def filled(self, event: Event, depth: int, key: Text | None = None) -> Node:
        """Report a node without a value: YAML's null is never meant."""
        node = self.node(event, depth)
        if isinstance(node, Text) and not node.text and isinstance(event, yaml.ScalarEvent):
            span = key.span if key else node.span
            rest = self.written(span.line, span.end).lstrip(": ")
            hint = "write its value here, or indented on the lines below" if key else "write the value"
            if rest.startswith("#"):
                hint = f"text that begins with # must be in quotes: {quoted(rest)}"
            elif rest[:1] in (">", "|"):
                hint = f"`{rest}` begins a block of text; comparisons are words, such as at_least or more_than"
            self.error("empty-value", "nothing stands here" if key is None else f"`{key.text}` has no value",
                       span, hint)  # fmt: skip
        return node

    def scalar(self, event: Event, span: Span) -> Text:
        bare = not event.style
        if bare:
            self.check_cut(event)
        value = event.value
        if len(value) > LONGEST_TEXT:
            problem = f"this text has {len(value):,} characters, more than {LONGEST_TEXT:,}"
            self.error("too-large", problem, span, "say it in fewer words")
            value = value[:LONGEST_TEXT]
        if not value.isprintable():
            for _, name in islice(unseen(value), 1):
                self.error("unseen-character", f"this text holds a character that cannot be seen: {name}", span,
                           "delete it")  # fmt: skip
        return Text(value, bare, span)

    def check_cut(self, event: Event) -> None:
        """Report a comment after unquoted text: it may be text that was cut off."""
        end = event.end_mark
        line = self.lines[end.line] if end.line < len(self.lines) else ""
        if event.value and _COMMENT.match(line, end.column):
            rest = line[end.column :]
            whole = f"{event.value}{rest}".strip()
            here = Span(self.file, end.line + 1, end.column + 1, end.column + 1 + len(rest))
            self.error(
                "cut-text",
                "what follows ` #` is a comment, and not part of the text",
                here,
                self.uncut(event, rest, whole),
            )

    def uncut(self, event: Event, rest: str, whole: str) -> Help:
        """All of it in quotes, if it stands on one line and nothing around it ends there."""
        words = f"write {quoted(whole)}, or put the comment on a line of its own"
        start, line = event.start_mark, self.lines[event.start_mark.line]
        if start.line != event.end_mark.line or re.search(r"[\[{]", line[: start.column]):
            return words
        stretch = f"{line[start.column : event.end_mark.column]}{rest}"
        place = Span(self.file, start.line + 1, start.column + 1, start.column + 1 + len(stretch))
        return Advice(words, stretch, quoted(whole), place)

    def check_tricks(self, event: Event, span: Span) -> None:
        if event.anchor:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self.error("alias", f"`{sign}{event.anchor}` copies text from elsewhere", span, "write it out")
        if getattr(event, "tag", None):
            written = self.written(span.line, span.column).split()[0]
            self.error("tag", f"`{written}` is a tag, and tags are not used here", span,
                       "write different_from or none_of" if written.startswith("!=") else "delete it")  # fmt: skip

    def written(self, line: int, column: int) -> str:
        """The text of a line from a column on, cut to the length that a message repeats."""
        return self.lines[line - 1][column - 1 : column - 1 + SHOWN]

    def span(self, event: Event) -> Span:
        start, end = event.start_mark, event.end_mark
        row, column = start.line, start.column + 1
        if end.line == row:
            last = end.column
        else:
            last = len(self.lines[row].rstrip()) if row < len(self.lines) else 0
        return Span(self.file, row + 1, column, (last if last > column else column) + 1)

    def error(self, code: str, message: str, span: Span, help: Help = "") -> None:
        self.report.error(code, message, span, help)

    def fail(self, code: str, message: str, span: Span, help: str = "") -> Any:
        self.report.error(code, message, span, help)
        raise _Stop


# Errors of the parser, in plain words.
_PROBLEMS = {
    "mapping values are not allowed in this context": "there is a second colon here, or the indentation is uneven",
    "found character that cannot start any token": "text cannot begin with this character",
    "did not find expected key": "a key was expected here",
    "did not find expected ',' or '}'": "a comma or a closing bracket was expected here",
    "did not find expected ',' or ']'": "a comma or a closing bracket was expected here",
    "did not find expected '-' indicator": "an item that begins with `- ` was expected here",
    "did not find expected node content": "a value was expected here",
    "did not find expected comment or line break": "nothing can follow `>` or `|` on its line",
    "block sequence entries are not allowed in this context": "an item cannot begin here",
    "found unknown escape character": "this escape is not known; a backslash is written twice",
    "did not find expected <document start>": "a new document cannot begin here",
}

# What plain YAML makes of unquoted text. YAML 1.1 and 1.2 differ, so a word that either takes for
# something else must be in quotes wherever text is meant.
_MISREADINGS = tuple((what, re.compile(pattern)) for what, pattern in (
    ("a number", r"[-+]?[0-9][0-9_]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?|[-+]?\.[0-9_]+|0[ox][0-9a-fA-F_]+|[-+]?0b[01_]+"),
    ("a time", r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"),
    ("a date", r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"),
    ("yes or no", r"(?i:yes|no|on|off|true|false|y|n)"),
    ("nothing", r"(?i:null)|~|"),
    ("a number", r"[-+]?\.(?i:inf)|\.(?i:nan)"),
    ("a default", r"="),
))  # fmt: skip
_LONGEST_WORD = len("false")


def misreading(node: Text) -> str:
    """What another YAML reader may take this unquoted text for, or an empty text if every reader takes it for text."""
    if not node.bare or (len(node.text) > _LONGEST_WORD and node.text[0].isalpha()):
        return ""
    return next((what for what, pattern in _MISREADINGS if pattern.fullmatch(node.text)), "")
