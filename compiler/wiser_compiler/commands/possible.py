"""Whether an example can exist at all, before a lint demands it.

A lint knows no solver, so it is handed this question by the commands, which may look at both.
"""

from __future__ import annotations

from importlib.util import find_spec

from wiser_compiler.core.model import Criterion, Policy


def tells(policy: Policy, old: Criterion, new: Criterion) -> bool | None:
    """Whether some request has another verdict by the new criterion; None where no solver is installed.

    What the solver cannot find out counts as possible: a person may well find it.
    """
    if find_spec("z3") is None:
        return None
    from wiser_compiler.proof.equality import same  # with the solver, which takes its time to load

    return not same(policy, old, new).holds
