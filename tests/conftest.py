"""Hypothesis as all tests use it: a busy machine is no failure. Timings belong to `make bench`."""

from hypothesis import settings

settings.register_profile("tests", deadline=None)
settings.load_profile("tests")
