"""Policy to data: the compiled policy, for a validator in any language."""

from __future__ import annotations

from wiser_compiler.core.as_data import as_data
from wiser_compiler.core.model import Policy
from wiser_compiler.json_text import printed
from wiser_compiler.targets.output import Output


def compiled(policy: Policy) -> Output:
    """One file with the whole policy."""
    return Output({f"compiled/{policy.id}/{policy.version}.json": printed(as_data(policy))})
