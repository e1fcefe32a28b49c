"""What a target returns: its files, and what it could not say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """Something the target cannot say. `criterion` is empty where it is about the request as a whole."""

    criterion: str
    text: str


@dataclass(frozen=True, slots=True)
class Output:
    """Files by path below `generated/`, with `/` between the parts, and what is not said in them."""

    files: Mapping[str, str]
    gaps: tuple[Gap, ...] = ()
