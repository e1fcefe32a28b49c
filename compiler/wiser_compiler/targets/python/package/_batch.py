"""The requests in a file: a single document, one on each line, or the items of an array.

They are handed on one after another, so a file may be larger than memory. Nothing of a request is understood here: what
is no JSON is answered as such, and the next request follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BufferedReader
from itertools import chain
from typing import BinaryIO

from wiser_policies._json import MOST_BYTES

BLANK = b" \t\r\n"
SUFFIXES = (".ndjson", ".jsonl")  # of files with a request on each line
CHUNK = 65536  # bytes of an array that are read at once


def requests_in(file: BufferedReader, name: str, lines: bool = False) -> tuple[bool, Iterator[tuple[str, bytes]]]:
    """Whether a file holds many requests, and each with its place: the file, and its line or its place in the array.

    With `lines`, and by its name, a file holds a request on each line. By its content it does if the first line is
    `{...}` and the next one begins with `{`, which no single document does. A document that is larger than allowed is
    cut one byte behind the limit.
    """
    if lines or name.lower().endswith(SUFFIXES):
        return True, _of_lines(name, file, ())
    head: list[bytes] = []
    written: list[bytes] = []  # the lines that are not blank
    size = 0
    while len(written) < 2 and size <= MOST_BYTES and (line := file.readline(MOST_BYTES + 1)):
        head.append(line)
        size += len(line)
        written += [line.strip(BLANK)] if line.strip(BLANK) else []
        if written and written[0].startswith(b"["):
            return True, _of_array(name, chain(head, iter(lambda: file.read1(CHUNK), b"")))
    if len(written) == 2 and re.match(rb"\{.*\}\n\{", b"\n".join(written)):
        return True, _of_lines(name, file, head)
    return False, iter([(name, b"".join(head) + file.read(max(0, MOST_BYTES + 1 - size)))])


def _of_lines(name: str, file: BufferedReader, head: Iterable[bytes]) -> Iterator[tuple[str, bytes]]:
    """The lines that are not blank."""
    return ((f"{name}:{number}", line) for number, line in lines_of(file, head))


def lines_of(file: BinaryIO, head: Iterable[bytes] = (), first: int = 1) -> Iterator[tuple[int, bytes]]:
    """The lines of a file that are not blank, each with its number, behind those of `head`; the first has the number
    `first`. A line that is larger than allowed is cut one byte behind the limit.
    """
    for number, line in enumerate(chain(head, iter(lambda: file.readline(MOST_BYTES + 1), b"")), first):
        rest = line
        while len(rest) > 0 and not rest.endswith(b"\n"):  # the line is longer than allowed, or the last one
            rest = file.readline(CHUNK)
        if line.strip(BLANK):
            yield number, line.removesuffix(b"\n")


# A whole text, or a sign outside of one. A text that goes on in the next chunk gives its quotation mark alone.
SIGN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|["\[\]{},]', re.DOTALL)
END_OF_TEXT = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)


def _of_array(name: str, chunks: Iterator[bytes]) -> Iterator[tuple[str, bytes]]:
    """The items of an array, cut at its commas.

    What is wrong with the array itself makes an item that is no JSON: nothing behind a comma, a last item behind which
    the array does not end, and whatever stands behind its end.
    """
    item, number, depth = b"", 0, 0  # depth 1 is between the items
    in_text = escaped = ended = False
    for chunk in chunks:
        start = at = 0
        if in_text:
            found = END_OF_TEXT.match(chunk, int(escaped))
            at = found.end() if found else len(chunk)
            escaped = not found and _escapes(chunk, int(escaped))
            in_text = not found
        for sign in () if in_text else SIGN.finditer(chunk, at):
            match sign[0]:
                case b"[" | b"{":
                    depth += 1
                    if depth == 1:
                        start = sign.end()
                case b"]" if depth == 1:
                    item = _joined(item, chunk[start : sign.start()])
                    if number or item.strip(BLANK):
                        yield f"{name}#/{number}", item
                        number += 1
                    ended, item, start = True, b"", sign.end()
                    break
                case b"]" | b"}" if depth > 1:
                    depth -= 1
                case b"," if depth == 1:
                    yield f"{name}#/{number}", _joined(item, chunk[start : sign.start()])
                    item, number, start = b"", number + 1, sign.end()
                case b'"':
                    in_text, escaped = True, _escapes(chunk, sign.end())
                    break
                case _:
                    pass  # a whole text, or a sign inside of an item
        if ended:
            if chunk[start:].strip(BLANK) or any(rest.strip(BLANK) for rest in chunks):
                yield f"{name}#/{number}", b"]"
            return
        item = _joined(item, chunk[start:])
    yield f"{name}#/{number}", b"]" + item


def _joined(item: bytes, more: bytes) -> bytes:
    """An item with what follows, cut one byte behind the limit."""
    return item + more[: MOST_BYTES + 1 - len(item)]


def _escapes(text: bytes, start: int) -> bool:
    r"""Whether the text ends in an escape that goes on in the next chunk: in an odd number of `\`."""
    text = text[start:]
    return (len(text) - len(text.rstrip(b"\\"))) % 2 == 1
