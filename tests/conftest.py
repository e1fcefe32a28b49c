"""Hypothesis as all tests use it: a busy machine is no failure, and `make test` tries the same examples every time.

`make fuzz` draws new ones, and more. Timings belong to `make bench`.
"""

import gc
import os
from collections.abc import Iterator
from functools import partial
from typing import Any

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


@pytest.fixture(scope="session")
def spark_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Spark on this machine, for all tests of a run that ask for it."""
    from spark import spark

    with spark(tmp_path_factory.mktemp("spark")) as session:
        yield session


@pytest.fixture(scope="session")
def judge_in(request: pytest.FixtureRequest) -> Any:
    """The judge of columns in an engine, by its name; Spark starts when a test first asks for it."""
    from columns_agree import ENGINES
    from spark import by_spark

    def judge(engine: str) -> Any:
        return partial(by_spark, request.getfixturevalue("spark_session")) if engine == "spark" else ENGINES[engine]

    return judge
