"""Hypothesis as all tests use it: a busy machine is no failure, and `make test` tries the same examples every time.

`make fuzz` draws new ones, and more. Timings belong to `make bench`.
"""

import gc
import os

import pytest
from hypothesis import settings
from lengths import FUZZ

settings.register_profile("tests", deadline=None, derandomize=not FUZZ, max_examples=100 if FUZZ else 40)
settings.load_profile("tests")

# `make wheel-test` runs the tests on machine code, and not on the sources by mistake.
if os.environ.get("NATIVE"):
    import wiser_policies._rules

    assert not wiser_policies._rules.__file__.endswith(".py"), wiser_policies._rules.__file__

# Their assertions show both sides, as those of test modules do.
pytest.register_assert_rewrite("command_line", "targets_agree")


def pytest_collection_finish() -> None:
    """Thirteen thousand collected tests are no garbage, and are looked through for it no more: a tenth of the time."""
    gc.freeze()
    gc.set_threshold(5_000, 20, 50)
