"""The likely slip of an author where the parser gives up: an uneven indentation, a missing colon or space.

The parser points to where it noticed, which is often the line below. Knows lines of text alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

DASHED = re.compile(r"-(?=[^\W\d_])")  # an item whose dash stands at its first word
_KEY = re.compile(r"[A-Za-z][\w-]*")
SHOWN = 80  # characters of a line that a help repeats


class Slip(NamedTuple):
    """A place in a text, counted from 0, what is wrong there, and what to write."""

    line: int
    column: int
    end: int
    message: str
    help: str


def slip_at(lines: Sequence[str], line: int, column: int, problem: str) -> Slip | None:
    """The slip behind a `problem` that the parser noticed at a place, or None where its own words must do."""
    if line >= len(lines):
        return None
    above = next((row for row in range(line - 1, -1, -1) if _says_something(lines[row])), None)
    for row in (line, above):
        if row is not None and DASHED.match(lines[row].lstrip()):
            return _dashed(lines, row)
    if above is None:
        return None
    here, before = _indent(lines[line]), _indent(lines[above])
    if "mapping values" in problem and ": " not in lines[line][:column]:
        if here > before and ": " in lines[above]:
            return _indented(lines, line, f"the line above by {before}", before)
        if here == before and ":" not in lines[above]:
            return _colonless(lines, above)
    if "expected key" in problem and here != before:
        usual = Counter(map(_indent, filter(_says_something, lines)))
        if usual[before] < usual[here]:
            return _indented(lines, above, f"the line below by {here}", here)
        return _indented(lines, line, f"the line above by {before}", before)
    return None


def no_space_after_dash(written: str) -> tuple[str, str]:
    """The message and the help for `-name`."""
    return "no space follows the dash", f"write `- {written.lstrip('-')[:SHOWN]}`"


def _dashed(lines: Sequence[str], row: int) -> Slip:
    start, written = _indent(lines[row]), lines[row].strip()
    return Slip(row, start, start + len(re.split("[ :]", written, maxsplit=1)[0]), *no_space_after_dash(written))


def _indented(lines: Sequence[str], row: int, other: str, right: int) -> Slip:
    start = _indent(lines[row])
    message = f"this line is indented by {start} spaces, and {other}"
    return Slip(row, start, len(lines[row].rstrip()), message, f"indent both alike, such as by {right}")


def _colonless(lines: Sequence[str], row: int) -> Slip:
    start, written = _indent(lines[row]), lines[row].strip()
    key = _KEY.match(written)
    if key is None:
        return Slip(row, start, start + 1, "no colon follows a key here", "write `key: value`")
    rest = written[key.end() :].strip()[:SHOWN]
    return Slip(row, start, start + key.end(), f"no colon follows `{key[0]}`", f"write `{key[0]}: {rest}`".rstrip())


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
