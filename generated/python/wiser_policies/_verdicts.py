"""The words of answers: verdicts, outcomes, and the codes of problems."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

Verdict: TypeAlias = Literal["met", "not met", "missing", "not applicable"]
Outcome: TypeAlias = Literal[
    "ready", "incomplete", "not met", "out of scope", "invalid", "in scope", "cannot tell yet"
]  # fmt: skip
Effect: TypeAlias = Literal["scope", "required", "advisory"]
ProblemCode: TypeAlias = Literal[
    # a value, or a key
    "not-an-object", "unknown-fact", "null", "wrong-type", "out-of-range", "too-many-places", "not-a-date",
    "unknown-option", "not-a-code", "empty-text", "too-long", "repeated",
    # the choice of policy and version
    "codes-missing", "unknown-service", "service-not-encoded", "several-services", "no-version-on-that-day",
    "no-program",
    # the document
    "unreadable", "too-large", "not-json", "duplicate-key", "inexact-number",
]  # fmt: skip

MET: Final = "met"
NOT_MET: Final = "not met"
MISSING: Final = "missing"
NOT_APPLICABLE: Final = "not applicable"
READY: Final = "ready"
INCOMPLETE: Final = "incomplete"
OUT_OF_SCOPE: Final = "out of scope"
INVALID: Final = "invalid"
IN_SCOPE: Final = "in scope"
CANNOT_TELL: Final = "cannot tell yet"
KNOWN: Final = "known"

VERDICTS: frozenset[Verdict] = frozenset((MET, NOT_MET, MISSING, NOT_APPLICABLE))
OPEN: frozenset[Verdict] = frozenset((MISSING, NOT_MET))


TRUTHS: Mapping[bool | None, Verdict] = {True: MET, False: NOT_MET, None: MISSING}
