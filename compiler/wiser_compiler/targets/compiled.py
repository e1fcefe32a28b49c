"""Policy to data: the compiled policy, for a validator in any language."""

from __future__ import annotations

from wiser_compiler.core.as_data import as_text
from wiser_compiler.core.model import Policy
from wiser_compiler.targets.output import Output


def compiled(policy: Policy) -> Output:
    """One file with the whole policy."""
    return Output({f"compiled/{policy.id}/{policy.version}.json": as_text(policy)})
