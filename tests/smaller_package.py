"""The package as it is where fewer services are encoded than the program has."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from wiser_policies import POLICIES, _check


@contextmanager
def lacking(service: str) -> Iterator[None]:
    """The package without the policies of one service."""
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(_check, "POLICIES", tuple(each for each in POLICIES if each.id != service))
            _check._by_code.cache_clear()
            yield
    finally:
        _check._by_code.cache_clear()
