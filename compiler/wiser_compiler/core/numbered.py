"""The order of versions and of sections of a guide."""

from __future__ import annotations


def in_numbers(dotted: str) -> tuple[int, ...]:
    """The numbers of a version or a section, which sort in its order: 2.0.0 before 10.0.0. Other parts are left out."""
    return tuple(int(part) for part in dotted.split(".") if part.isdecimal())
