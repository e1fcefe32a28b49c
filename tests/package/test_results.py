"""A result never gives the request away, and an application can name its types."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
import pprint
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import wiser_policies
from fastapi.encoders import jsonable_encoder
from wiser_policies import Result, check, check_json, scope

ROOT = Path(__file__).parents[2]
READY = json.loads((ROOT / "docs/requests/esi-ready.json").read_text("utf-8"))
# Three values that a chart may hold and no message does; the rest of the request is what it was.
MARKED = READY | {"examination": "Mrs. Quillfeather, MBI 1EG4", "imaging": "accession 77140093", "pain_duration": 4711}
MARKS = ("Quillfeather", "1EG4", "77140093", "4711")
RESULTS = {
    "ready": check(MARKED),
    "incomplete": check({name: value for name, value in MARKED.items() if name != "pain_duration"}),
    "invalid": check(MARKED | {"pain_duration": "Quillfeather", "1EG4": 77140093}),
    "no policy": check(MARKED | {"codes": ["77140093"]}),
    "out of scope": check(MARKED | {"state": "CA"}),
    "program": scope(MARKED),
    "bytes": check_json(json.dumps(MARKED).encode()),
}


def unpacked(result: Result) -> object:
    policy, verdicts, request, problems = result  # type: ignore[misc]  # what this test is about
    return policy, verdicts, request, problems


# Ways in which a result is shown, sent or stored without a thought. Each shows nothing of the request, or refuses.
WAYS: dict[str, Callable[[Result], object]] = {
    "repr": repr,
    "str": str,
    "format": lambda result: f"{result} {result!r} {result!s}",
    "percent": lambda result: "%s %r" % (result, result),  # noqa: UP031 - logging formats this way
    "pprint": pprint.pformat,
    "list": list,
    "tuple": tuple,
    "star": lambda result: [*result],  # type: ignore[misc]  # what this test is about
    "unpacking": unpacked,
    "index": lambda result: result[2],  # type: ignore[index]  # what this test is about
    "sorted": sorted,
    "vars": vars,
    "dict": dict,
    "a web framework": jsonable_encoder,
    "json": json.dumps,
    "json of its dict": lambda result: json.dumps(result, default=dict),
    "json of its text": lambda result: json.dumps(result, default=str),
    "json of its variables": lambda result: json.dumps(result, default=vars),
    "pickle": lambda result: [pickle.dumps(result, protocol) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)],
    "state": lambda result: result.__getstate__(),
    "slots": lambda result: {
        slot: getattr(result, slot) for slot in getattr(type(result), "__slots__", ())
    },  # native: none
    "members": inspect.getmembers,
    "state of an object": object.__getstate__,
    "deep copy": lambda result: repr(copy.deepcopy(result)),
    "error": lambda result: repr(ValueError(result)) + str(KeyError(result)),
    "keys": lambda result: list(result.keys()),
}
REFUSED = {
    "list", "tuple", "star", "unpacking", "index", "sorted", "vars", "json", "json of its variables", "pickle", "state",
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("result", RESULTS.values(), ids=RESULTS)
def test_no_way_shows_a_value_of_the_request(result: Result, way: str) -> None:
    try:
        shown = repr(WAYS[way](result))
    except (TypeError, KeyError) as error:
        assert way in REFUSED
        shown = repr(error)
    else:
        assert way not in REFUSED
    assert not [mark for mark in MARKS if mark in shown]


def test_what_is_shown_says_policy_version_outcome_and_verdicts() -> None:
    result = RESULTS["incomplete"]
    assert repr(result) == "<Result of esi 6.0.0: incomplete pain-duration: missing>"
    assert jsonable_encoder(result) == {
        "policy": "esi",
        "version": "6.0.0",
        "outcome": "incomplete",
        "verdicts": result.verdicts,
        "problems": [],
    }
    assert repr(RESULTS["invalid"]) == "<Result of esi 6.0.0: invalid /: unknown-fact, /pain_duration: wrong-type>"


def test_results_are_equal_if_they_say_the_same() -> None:
    other = check(MARKED | {"examination": "another page"})
    assert (other == RESULTS["ready"], hash(other) == hash(RESULTS["ready"])) == (True, True)
    assert RESULTS["ready"] == RESULTS["bytes"]
    assert len(set(RESULTS.values())) == len(RESULTS) - 1
    assert RESULTS["ready"] != "ready"


def test_a_failing_comparison_shows_no_value(tmp_path: Path) -> None:
    """As an application's test would fail: with the request in no variable that the report prints."""
    path = tmp_path / "test_of_an_application.py"
    path.write_text(
        "import json\n"
        "from wiser_policies import check\n"
        f"REQUEST = json.loads({json.dumps(MARKED)!r})\n"
        "def answers(change):\n    return check(REQUEST | change)\n"
        "def test_equal():\n    assert answers({}) == answers({'pain_duration': 3})\n"
        "def test_in():\n    assert answers({}) in [answers({'pain_duration': 3})]\n"
        "def test_of_lists():\n    assert [answers({})] == [answers({'pain_duration': 3})]\n"
        "def test_same():\n    assert answers({}) is answers({'pain_duration': 3})\n"
    )
    command = [sys.executable, "-m", "pytest", "-vv", "-p", "no:cacheprovider", "--rootdir", str(tmp_path), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert "4 failed" in done.stdout
    assert "<Result of esi 6.0.0: ready>" in done.stdout
    assert not [mark for mark in MARKS if mark in done.stdout + done.stderr]


def test_a_pickle_is_refused_with_the_way_out() -> None:
    with pytest.raises(TypeError, match=r"store as_dict\(\)"):
        pickle.dumps(RESULTS["ready"])
    assert pickle.loads(pickle.dumps(RESULTS["ready"].as_dict())) == RESULTS["ready"].as_dict()


def test_a_copy_still_explains() -> None:
    for made in (copy.copy, copy.deepcopy):
        assert made(RESULTS["incomplete"]).gaps() == RESULTS["incomplete"].gaps()


@pytest.mark.parametrize("name", ["ready", "incomplete", "out of scope", "program", "invalid"])
def test_who_changes_what_as_dict_returns_changes_no_other_answer(name: str) -> None:
    """What is said of a criterion is remembered, and handed out as copies that are new all the way down."""

    def spoil(value: Any) -> None:
        for part in list(value.values() if isinstance(value, dict) else value):
            if isinstance(part, dict | list):
                spoil(part)
        value.clear()

    before = json.dumps(RESULTS[name].as_dict())
    for _ in range(2):
        spoil(RESULTS[name].as_dict())
        assert json.dumps(RESULTS[name].as_dict()) == before


@pytest.mark.parametrize("result", RESULTS.values(), ids=RESULTS)
def test_as_dict_says_what_explain_says(result: Result) -> None:
    assert result.as_dict()["criteria"] == [found.as_dict() for found in result.explain()]


def test_a_policy_is_pickled_before_and_after_it_has_explained() -> None:
    policy = RESULTS["incomplete"].policy
    for _ in range(2):
        again = pickle.loads(pickle.dumps(policy))
        assert again._replace(interpreter=policy.interpreter) == policy
        assert again.interpreter.verdicts(READY) == policy.interpreter.verdicts(READY)
        RESULTS["incomplete"].gaps()


def everything_in(value: object) -> Iterator[object]:
    """A value and all that an application finds in it."""
    yield value
    if isinstance(value, dict):
        inner: list[Any] = [*value, *value.values()]
    elif isinstance(value, list | tuple):
        inner = list(value)
    else:
        inner = []
    for item in inner:
        yield from everything_in(item)


@pytest.mark.parametrize("result", RESULTS.values(), ids=RESULTS)
def test_every_type_that_a_result_returns_can_be_named(result: Result) -> None:
    found = [result.policy, result.outcome, result.verdicts, result.problems, result.explain(), result.gaps(),
             result.deadlines(), result.state, result.services]  # fmt: skip
    types = {type(item) for whole in found for item in everything_in(whole)}
    ours = {found.__name__ for found in types if found.__module__.startswith("wiser_policies")}
    # The one class behind the protocol `Interpreter`, under which it is named.
    assert ours - {"CompiledPolicy"} <= set(wiser_policies.__all__)


def test_everything_that_is_exported_is_there() -> None:
    assert set(wiser_policies.__all__) <= set(dir(wiser_policies))
    assert {"Result", "Problem", "Fact", "Gap"} <= set(wiser_policies.__all__)
    assert "ready" in get_args(wiser_policies.Outcome)
