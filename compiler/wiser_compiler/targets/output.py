"""The output of a target: its files, and the gaps that it could not say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that a target cannot say. `criterion` is empty for a gap about the request as a whole."""

    criterion: str
    text: str


@dataclass(frozen=True, slots=True)
class Output:
    """The files by path below `generated/`, with `/` between the parts, the gaps, and how many rows a table has."""

    files: Mapping[str, str]
    gaps: tuple[Gap, ...] = ()
    rows: int = 0
