"""Hypothesis as all tests use it: a busy machine is no failure. Timings belong to `make bench`."""

import pytest
from hypothesis import settings

settings.register_profile("tests", deadline=None)
settings.load_profile("tests")

# Their assertions show both sides, as those of test modules do.
pytest.register_assert_rewrite("command_line", "targets_agree")
