"""Why a criterion is met, not met or missing: a test in words, or tests and how they are joined."""

from __future__ import annotations

from typing import Any, NamedTuple

from wiser_policies._verdicts import TRUTHS


class Reason(NamedTuple):
    """Why a criterion is met, not met or missing: a test in words, or tests and how they are joined."""

    words: str
    truth: bool | None
    joint: str = ""
    quote: str = ""
    facts: tuple[str, ...] = ()
    parts: tuple[Reason, ...] = ()

    def leaves(self) -> list[Reason]:
        """The tests that decide the truth of the whole, or that could still decide it."""
        _, truth, joint, _, _, parts = self
        if not parts:
            return [self]
        wanted = not truth if joint == "none of" and truth is not None else truth
        return [leaf for part in parts if part.truth is wanted for leaf in part.leaves()]

    def as_dict(self) -> dict[str, Any]:
        """As JSON values."""
        words, truth, joint, quote, facts, parts = self
        return {
            "words": words,
            "truth": TRUTHS[truth],
            "joint": joint,
            "quote": quote,
            "facts": [*facts],
            "parts": [part.as_dict() for part in parts] if parts else [],
        }
