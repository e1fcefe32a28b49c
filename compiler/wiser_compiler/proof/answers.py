"""The answer to a question: proven, refuted with a request that shows it, bounded, or unknown.

Nothing is skipped in silence: `limits` says what was not looked at, and `reason` why there is no answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias
from typing import Literal as OneOf

Kind: TypeAlias = OneOf["proven", "bounded", "refuted", "unknown"]
Request: TypeAlias = dict[str, Any]  # as people write it in JSON


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question.

    `proven` holds for every request there is, `bounded` for those within `limits` (lists of at most six
    records, say). `refuted` has a `witness`, which was replayed through the meaning and the validator.
    """

    kind: Kind
    witness: Request | None = None
    limits: tuple[str, ...] = ()
    reason: str = ""

    @property
    def holds(self) -> bool:
        """Whether no request refutes the claim, within the limits."""
        return self.kind in ("proven", "bounded")
