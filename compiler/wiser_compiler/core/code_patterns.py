"""Codes by their beginning: `M54.*` stands for every code that begins with `M54.`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wiser_compiler.core.model import CODE_SYSTEMS

_LONGEST = {"HCPCS": "00000", "ICD-10": "A00.0000"}  # a code of each system that has every place
_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def codes_beginning(system: str, beginning: str) -> Iterator[str]:
    """Some well-formed codes that begin so, the shortest first; none where no code does.

    >>> list(codes_beginning("ICD-10", "M54."))[:2]
    ['M54.0', 'M54.1']
    """
    longest = _LONGEST[system]
    for length in range(len(beginning), len(longest) + 1):
        code = beginning + longest[len(beginning) : length]
        others = (code[:-1] + letter for letter in _LETTERS) if length > len(beginning) else (code,)
        yield from (other for other in others if re.fullmatch(CODE_SYSTEMS[system], other))
