"""Strict reading of JSON.

The standard reader accepts duplicate keys, NaN and rounded numbers. Messages name the problem and never the text, which
may identify a patient.
"""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation

from wiser_policies._verdicts import ProblemCode

MOST_BYTES = 1_000_000
QUOTES = ("'", "‘", "’", "“", "”", "„", "«", "»")  # that people and their programs write, and JSON does not know


class NotJson(ValueError):
    """The text is not strict JSON. `code` is that of the problem."""

    def __init__(self, message: str, code: ProblemCode = "not-json") -> None:
        super().__init__(message)
        self.code = code


def read_json(data: str | bytes | bytearray | memoryview) -> object:
    """The value of a JSON document, of text or of bytes in UTF-8. Raises NotJson."""
    if not isinstance(data, str | bytes | bytearray | memoryview):
        raise TypeError(
            "the text or bytes of a JSON document are read here; what a JSON reader returned goes to `check`"
        )
    size = len(data.encode("utf-8", "surrogatepass")) if isinstance(data, str) else memoryview(data).nbytes
    if size > MOST_BYTES:
        raise NotJson(f"the document is larger than {MOST_BYTES:,} bytes", "too-large")
    try:
        text = data if isinstance(data, str) else bytes(data).decode("utf-8")
    except UnicodeDecodeError:
        raise NotJson("the document is not UTF-8 text") from None
    if text.startswith("\ufeff"):
        raise NotJson("the document begins with a byte-order mark; save it as UTF-8 without one")
    try:
        return _DECODER.decode(text)
    except NotJson:
        raise
    except json.JSONDecodeError as error:
        at = _place(text, error)
        place = json.JSONDecodeError("", text, at)
        curly = "; the quotation marks of JSON are straight and double" if text[at : at + 1] in QUOTES else ""
        raise NotJson(f"the document is not JSON: line {place.lineno}, column {place.colno}{curly}") from None
    except RecursionError:
        raise NotJson("the document is nested too deeply", "too-large") from None
    except ValueError:
        raise NotJson("a number in the document has too many digits", "inexact-number") from None


def _place(text: str, error: json.JSONDecodeError) -> int:
    """Where text is no JSON: at a comma with nothing behind it, of which Python up to 3.12 names the bracket."""
    expected = {"}": "Expecting property name", "]": "Expecting value"}.get(text[error.pos : error.pos + 1])
    before = text[: error.pos].rstrip(" \t\n\r")
    return len(before) - 1 if expected and error.msg.startswith(expected) and before.endswith(",") else error.pos


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise NotJson("a key stands twice in one object", "duplicate-key")
    return found


def _number(text: str) -> float:
    """The float, if no digit of the text is lost in it."""
    value = float(text)
    try:
        exact = Decimal(text) == Decimal(repr(value))
    except InvalidOperation:
        exact = False
    if not exact:
        raise NotJson("a number in the document cannot be read exactly", "inexact-number")
    return value


def _constant(_name: str) -> object:
    raise NotJson("NaN and Infinity are not JSON")


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_float=_number, parse_constant=_constant)
