"""JSON as text that people read and compare line by line: the one printer of targets, records and answers."""

from __future__ import annotations

from json import JSONEncoder
from json.encoder import encode_basestring_ascii as _quoted
from typing import Any

WIDTH = 100
ROW = 20  # numbers of a long list of numbers on one line
_ASCII = JSONEncoder(allow_nan=False).encode
_AS_WRITTEN = JSONEncoder(allow_nan=False, ensure_ascii=False).encode


def printed(value: Any) -> str:
    """The value, each part on one line where it fits, in ASCII. Raises ValueError for NaN and infinity.

    >>> print(printed({"type": "object", "required": ["pain"]}), end="")
    {"type": "object", "required": ["pain"]}
    """
    return _fitted(value, "\n") + "\n"


def in_rows(table: dict[str, Any]) -> str:
    """An object with one line for each value, and for each row of a list or of an object of objects, so that a change
    shows as a change of lines.

    >>> print(in_rows({"about": "≥ 4", "rows": [{"a": 1}, {"a": 2}], "by_name": {"b": {"a": 3}}, "none": []}), end="")
    {
      "about": "≥ 4",
      "rows": [
        {"a": 1},
        {"a": 2}
      ],
      "by_name": {
        "b": {"a": 3}
      },
      "none": []
    }
    """
    return _broken("{", [f"{_AS_WRITTEN(key)}: {_rows(value)}" for key, value in table.items()], "}", "\n") + "\n"


def _rows(value: Any) -> str:
    if isinstance(value, list) and value:
        return _broken("[", list(map(_AS_WRITTEN, value)), "]", "\n  ")
    if isinstance(value, dict) and value and all(isinstance(row, dict) for row in value.values()):
        return _broken("{", [f"{_AS_WRITTEN(key)}: {_AS_WRITTEN(of)}" for key, of in value.items()], "}", "\n  ")
    return _AS_WRITTEN(value)


def _fitted(value: Any, line: str) -> str:
    """The value on one line, or broken where it does not fit. `line` is the line break with its indentation."""
    if isinstance(value, str):  # most of a document is
        return _quoted(value)
    if isinstance(value, int):  # `_ASCII` makes an encoder for each value that it is asked for
        return ("false", "true")[value] if isinstance(value, bool) else int.__repr__(value)
    inner = line + "  "
    if isinstance(value, dict):
        opening, closing = "{", "}"
        items = [f"{_quoted(key)}: {_fitted(item, inner)}" for key, item in value.items()]
    elif isinstance(value, list | tuple):
        opening, closing = "[", "]"
        if len(value) > ROW and all(type(item) is int or type(item) is float for item in value):
            rows = [_ASCII(value[first : first + ROW])[1:-1] for first in range(0, len(value), ROW)]
            return _broken(opening, rows, closing, line)
        items = [_fitted(item, inner) for item in value]
    else:
        return _ASCII(value)
    short = f"{opening}{', '.join(items)}{closing}"
    return short if not items or len(line) + len(short) <= WIDTH else _broken(opening, items, closing, line)


def _broken(opening: str, items: list[str], closing: str, line: str) -> str:
    """Brackets with one item on each line."""
    inner = line + "  "
    return f"{opening}{inner}{f',{inner}'.join(items)}{line}{closing}"
