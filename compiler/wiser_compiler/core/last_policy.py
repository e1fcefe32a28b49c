"""What was worked out of a policy, kept until another one is asked about: the targets of a policy ask for the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from wiser_compiler.core.model import Policy

T = TypeVar("T")


def known_of_the_last(work: Callable[[Policy], T]) -> Callable[[Policy], T]:
    """A function of a policy that is worked out once for all who ask about the same object one after the other.

    They get the same value, so nobody may change it.
    """
    last: tuple[Policy, T] | None = None

    @wraps(work)
    def known(policy: Policy) -> T:
        nonlocal last
        found = last
        if found is None or found[0] is not policy:
            last = found = policy, work(policy)
        return found[1]

    return known
