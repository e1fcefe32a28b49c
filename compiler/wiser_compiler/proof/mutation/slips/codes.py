"""Slips in a code: the code beside it, or a beginning that is a letter too short, too long, or another one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from wiser_compiler.core.code_patterns import codes_beginning


def codes_beside(system: str, item: str, taken: Sequence[str]) -> tuple[str, ...]:
    """What an author could have written for a code or for the beginning of codes, such as `M54.*`.

    >>> codes_beside("ICD-10", "M54.*", ["M54.*"])
    ('M53.*', 'M55.*', 'M54*', 'M5*')
    >>> codes_beside("ICD-10", "M54.16", ["M54.16", "M54.17"])
    ('M54.15',)
    """
    found = _of_beginning(system, item[:-1]) if item.endswith("*") else _beside(system, item)
    return tuple(other for other in dict.fromkeys(found) if other not in taken)


def _of_beginning(system: str, beginning: str) -> Iterator[str]:
    """The beginnings beside it, a shorter one, and the beginning as a code, where there are such codes."""
    stem, dot = beginning.rstrip("."), "." * beginning.endswith(".")
    others = [*(other + dot for other in _digits_beside(stem)), stem if dot else "", stem[:-1]]
    for other in others:
        if other and any(islice(codes_beginning(system, other), 1)):
            yield f"{other}*"


def _beside(system: str, code: str) -> Iterator[str]:
    return (other for other in _digits_beside(code) if other in codes_beginning(system, other))


def _digits_beside(code: str) -> Iterator[str]:
    """The code with its last digit one lower and one higher."""
    for digit in (ord(code[-1]) - 1, ord(code[-1]) + 1):
        if code[-1].isdigit() and chr(digit).isdigit():
            yield code[:-1] + chr(digit)
