"""Typed access to nodes: each function returns the value, or reports and returns None.

A node of the wrong kind is reported here, with the text to write instead.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from wiser_compiler.core.words import amount, singular
from wiser_compiler.diagnostics import Advice, Help, Report, Span, listed, near, nearest
from wiser_compiler.reading.syntax import Items, Node, Table, Text, misreading, quoted

NAME = "[a-z][a-z0-9_]*"
ID = "[A-Za-z0-9][A-Za-z0-9_-]*"
KEBAB = "[a-z0-9]+(-[a-z0-9]+)*"
SEMVER = r"(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})"
PLAIN = r"((?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?)"
QUANTITY = re.compile(r"(-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?)(?: (.+))?")


def table(node: Node | None, report: Report, what: str) -> Table | None:
    """The node as keys and values."""
    if isinstance(node, Table):
        return node
    if node is not None:
        report.error("wrong-shape", f"{what} must be keys with values", node.span, "write `key: value` lines")
    return None


def items(node: Node | None, report: Report, what: str) -> tuple[Node, ...]:
    """The node as a list; a single text counts as a list of one."""
    if isinstance(node, Items):
        return node.items
    if isinstance(node, Text):
        return (node,)
    if node is not None:
        report.error("wrong-shape", f"{what} must be a list", node.span, "write `[a, b]` or lines with `- `")
    return ()


def bare_text(node: Node | None, report: Report, what: str) -> Text | None:
    """The node as a single text, even if other YAML readers would not read it as text."""
    if isinstance(node, Text):
        return node
    if node is not None:
        report.error(
            "wrong-shape", f"{what} must be a single text", node.span, "write it without brackets or further keys"
        )
    return None


def text(node: Node | None, report: Report, what: str) -> str | None:
    """The node as text that every YAML reader reads as the same text, and that is written to its end."""
    found = bare_text(node, report, what)
    if found is None:
        return None
    if found.bare and found.text != (inner := without_marks(found.text)):
        message = f"the quotation marks of {what} are not those of YAML, so they are part of the text"
        report.error("unquoted-text", message, found.span, in_quotes(found))
        return inner
    if taken := misreading(found):
        report.error(
            "unquoted-text",
            f"{what} must be in quotes: without them `{found.text}` is taken for {taken}",
            found.span,
            in_quotes(found),
        )
    if not found.text:
        report.error("empty-value", f"{what} is empty", found.span, "write it, or delete the line")
    if "TODO" in found.text:
        report.error("unfinished", f"{what} still says TODO", found.span, "write what the source asks for")
    return found.text


def in_quotes(node: Text) -> Advice:
    """Put quotes around what is written, in place of those that are none to YAML."""
    inner = without_marks(node.text)
    written = quoted(inner)
    return Advice(f"write {written}", node.text, written if node.bare else inner, sure=True)


_MARKS = "“”„‟«»‘’‚\"'"
_IN_MARKS = re.compile(f"[{_MARKS}]([^{_MARKS}]+)[{_MARKS}]")


def without_marks(text: str) -> str:
    """The text without quotation marks around it, as word processors write them; they would be part of it."""
    marked = _IN_MARKS.fullmatch(text)
    return marked[1] if marked else text


FORBIDDEN = re.compile(
    r"\b(covered|coverage|approv\w+|den(?:y|ied|ial)|payable|reimburs\w+|medical(?:ly)? necess\w+|affirm\w+)\b",
    re.IGNORECASE,
)


# What an authority approved is a thing, such as a device or a trial; quotation marks hold the words of a source.
# A name with the sign of a trade mark is one of a product.
_OF_OTHERS = re.compile(r"""(?i)\b(?:FDA|CMS|IRB)[- ]approv\w+|"[^"]*"|“[^”]*”|\b\w+ ?[®™]""")


def prose(node: Node | None, report: Report, what: str) -> str | None:
    """The node as words for people: without a claim about coverage."""
    found = text(node, report, what)
    if found is None or node is None:
        return None
    if claim := FORBIDDEN.search(_OF_OTHERS.sub("", found)):
        report.error(
            "coverage-claim",
            f"`{claim[0]}` speaks of a decision, and a policy speaks of documentation",
            node.span,
            f"say what the chart must show, or put words of the source in quotation marks, as in “{claim[0]}”",
        )
    return found


def matching(node: Node | None, pattern: str, report: Report, what: str, like: str) -> str | None:
    """The node as text of a given form. Quotes are asked for only where they are all that it lacks."""
    found = bare_text(node, report, what)
    if found is None:
        return None
    if found.text and not re.fullmatch(pattern, found.text):
        report.error("bad-name", f"{what} cannot be `{found.text}`", found.span, like)
        return None
    return text(found, report, what)


def day(node: Node | None, report: Report, what: str) -> date | None:
    """A date written YYYY-MM-DD, with quotes or without."""
    found = bare_text(node, report, what)
    if found is None:
        return None
    value = read_day(found.text)
    if value is None:
        help = no_such_day(found.text) or "write it as YYYY-MM-DD, such as 2026-04-24"
        report.error("bad-date", f"{what} is not a date: `{found.text}`", found.span, help)
    return value


def read_day(written: str) -> date | None:
    """The date, or None if the text is no possible date written YYYY-MM-DD."""
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def no_such_day(written: str) -> str:
    """Why a text that has the form of a date is none, or an empty text.

    >>> no_such_day("2026-02-30"), no_such_day("2026-13-01"), no_such_day("May 2026")
    ('February 2026 has 28 days', 'a year has 12 months, and the month stands in the middle', '')
    """
    match = re.fullmatch("([0-9]{4})-([0-9]{2})-([0-9]{2})", written)
    if match is None:
        return ""
    year, month, _ = map(int, match.groups())
    if not 1 <= month <= 12:
        return "a year has 12 months, and the month stands in the middle"
    return f"{date(2000, month, 1):%B} {year} has {monthrange(year, month)[1]} days" if year else "there is no year 0"


def number(node: Node | None, report: Report, what: str) -> Decimal | None:
    """A plain decimal number."""
    found = bare_text(node, report, what)
    if found is None:
        return None
    match = QUANTITY.fullmatch(found.text)
    if match is None or match[2] is not None:
        report.error(
            "bad-number",
            f"{what} is not a number: `{found.text}`",
            found.span,
            _number_help(found.text, "digits only, such as 10"),
        )
        return None
    return Decimal(match[1])


def whole(node: Node | None, report: Report, what: str, low: int, high: int, help: str = "") -> int | None:
    """A whole number within bounds."""
    value = number(node, report, what)
    if value is None or node is None:
        return None
    if value != int(value) or not low <= value <= high:
        report.error("bad-number", f"{what} must be a whole number from {low} to {high}", node.span, help)
        return None
    return int(value)


def quantity(node: Text, unit: str, owner: str, report: Report) -> Decimal | None:
    """A number with its unit, such as `4 weeks`. Units are compared, never converted."""
    match = QUANTITY.fullmatch(node.text)
    if match is None:
        message = f"`{node.text}` is not a number with its unit"
        report.error("bad-number", message, node.span, _number_help(node.text, unit=unit))
        return None
    value, written = Decimal(match[1]), match[2] or ""
    if same_unit(written, unit, value):
        return value
    right = amount(percentage(value) if unit == "percent" and not written else value, unit)
    help: Help = Advice(f"write {right}, if that is what the source says", node.text, right, sure=bool(written))
    if not written:
        message = f"`{node.text}` needs a unit: {owner} is in {unit}"
    elif not unit:
        message = f"`{node.text}` has a unit, and {owner} has none"
        help = f"declare {owner} in {written}, or say the number alone if that is what the source says"
    else:
        message = f"`{node.text}` is not in {unit}, and units are never converted"
        if not get_close_matches(written.strip(), [unit, singular(unit)], 1, 0.8):
            help = f"say it in {unit} as the source does, or declare {owner} in {written}"
    report.error("wrong-unit", message, node.span, help)
    return None


def percentage(value: Decimal) -> Decimal:
    """The percentage that is meant: a share without its unit is a hundredth of it."""
    return (value * 100).normalize() if 0 < value < 1 else value


def same_unit(written: str, unit: str, value: Decimal) -> bool:
    """Whether two units agree. A unit after 1 may be in the singular, as in `1 session`."""
    return written == unit or (abs(value) == 1 and written != "" and written == singular(unit))


def _number_help(written: str, form: str = "digits, one space and the unit, such as 4 weeks", unit: str = "") -> Help:
    if re.match(r"[-+]?0[0-9]", written):
        return "write it without leading zeros"
    if re.fullmatch(r"[-+]?[0-9.]+[eE][-+]?[0-9]+", written):
        return "write the number out, such as 1000"
    if re.fullmatch(r"[-+]?[0-9]+(\.[0-9]+)?", written):
        return "write fewer digits: numbers lie within 10^12, with 4 decimal places at most"
    if "_" in written or "," in written:
        return "write the digits without separators, such as 1000"
    if (joined := _JOINED.fullmatch(written)) and unit in (*_singular_too(joined[2]), *_MEANT.get(joined[2], ())):
        right = amount(Decimal(joined[1]), unit)
        return Advice(f"write {right}", written, right, sure=True)
    return f"write {form}"


_JOINED = re.compile(r"([0-9]{1,15}(?:\.[0-9]{1,9})?) ?(\S+)")  # `4weeks`, `50%`
_MEANT = {"%": ("percent",)}


def _singular_too(unit: str) -> tuple[str, str]:
    return unit, f"{unit}s"


def yes_no(node: Node | None, report: Report, what: str) -> bool | None:
    """`yes` or `no`."""
    found = bare_text(node, report, what)
    if found is None:
        return None
    if found.text not in ("yes", "no"):
        answer = next((answer for answer, words in _ANSWERS.items() if found.text.lower() in words), "")
        help = Advice(f"write {answer}", found.text, answer, sure=True) if answer else "write yes or no"
        report.error("not-yes-or-no", f"{what} must be yes or no, and not `{found.text}`", found.span, help)
        return None
    return found.text == "yes"


_ANSWERS = {"yes": ("yes", "true", "y", "on"), "no": ("no", "false", "n", "off")}


def one_of(
    node: Node | None, known: Iterable[str], report: Report, what: str, code: str = "unknown-word"
) -> str | None:
    """The node as one of the known texts."""
    found = bare_text(node, report, what)
    if found is None:
        return None
    words = list(known)
    if found.text and found.text not in words:
        help = near(found.text, words, "use one that is declared")
        report.error(code, f"`{found.text}` is not {what}", found.span, help)
        return None
    return text(found, report, what)


def keys(
    found: Table,
    known: Iterable[str],
    required: Iterable[str],
    report: Report,
    what: str,
    others: Mapping[str, str] | None = None,
) -> Mapping[str, Node]:
    """The values by key. Unknown and missing keys are reported; a misspelt one is read as the one that is meant.

    `others` are words of other languages with the keys that they mean.
    """
    known = [*known, *required]
    values = {entry.key.text: entry.value for entry in found.entries if entry.key.text in known}
    present = {entry.key.text for entry in found.entries}
    foreign = _of_other_languages(found, values, others or {}, report, what)
    for entry in found.entries:
        if entry.key.text not in known and entry.key.text not in foreign:
            meant = nearest(entry.key.text, (key for key in known if key not in values))
            if meant:
                values[meant] = entry.value
            report.error(
                "unknown-key",
                f"`{entry.key.text}` is not a key of {what}",
                entry.key.span,
                near(
                    entry.key.text,
                    [key for key in known if key not in present],
                    "leave it out, or use a key of this place",
                ),
            )
    for key in required:
        if key not in values:
            report.error("missing-key", f"{what} has no `{key}`", found.span, f"add `{key}:`")
    return values


def _of_other_languages(
    found: Table, values: dict[str, Node], others: Mapping[str, str], report: Report, what: str
) -> Sequence[str]:
    """Report words such as `if` and `then` in one finding, and read each as the key that it means."""
    foreign = [e for e in found.entries if e.key.text in others and others[e.key.text] not in values]
    meant = {entry.key.text: others[entry.key.text] for entry in foreign}
    values.update((meant[entry.key.text], entry.value) for entry in foreign)
    if foreign:
        are = "is not a key" if len(meant) == 1 else "are no keys"
        words = " and ".join(f"`{key}:` for `{word}`" for word, key in meant.items())
        first = foreign[0].key
        help = Advice(f"write {words}", first.text, meant[first.text]) if len(meant) == 1 else f"write {words}"
        report.error("unknown-key", f"{listed([*meant], 'and')} {are} of {what}", first.span, help)
    return [*meant]


def key_span(found: Table, key: str) -> Span:
    """Where a key stands, or the table where it does not."""
    return next((entry.key.span for entry in found.entries if entry.key.text == key), found.span)
