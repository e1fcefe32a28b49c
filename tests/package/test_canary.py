"""Values of a request never come out: in no result, no message, no command, no exception, no log.

Only the state by its id and the days counted from dates may come out, as the README says. `fuzz.documents` gives the
shapes of the requests: each of their notes, numbers, dates and codes stands nowhere in the package.
"""

from __future__ import annotations

import copy
import dataclasses
import json
import logging
import pickle
import pprint
import re
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
import wiser_policies
from click.testing import CliRunner
from fuzz.documents import Document, Shape, documents
from fuzz.drawing import draw
from lengths import FUZZ, one_in
from wiser_compiler.cli import wiser
from wiser_policies import __main__ as program
from wiser_policies._lines import dated
from wiser_policies._text import line, received, render

ROOT = Path(__file__).parents[2]
MARK = "CANARY7f3a"
ODD_NUMBER = 481516.2342
KEYS = sorted(documents())
every_document = pytest.mark.parametrize("key", KEYS)


# ---------------------------------------------------------------- requests that would be noticed


@cache
def own_text(key: str) -> str:
    """All that stands in the validator of a document and in its compiled policy, and so comes from no request."""
    id_, version = key.split("@")
    module = ROOT / f"generated/python/wiser_policies/{id_}/v{version.replace('.', '_')}.py"
    return module.read_text("utf-8") + module.with_suffix(".policy.json").read_text("utf-8")


def marked(document: Document) -> tuple[dict[str, Any], frozenset[str]]:
    """A valid request in which whatever can be is marked, with the marks as text."""
    chance, marks = Random(document.key), {MARK}

    def value(shape: Shape) -> Any:
        match shape.kind:
            case "note":
                return f"{MARK} {shape.name}"
            case "date":
                return unlikely(lambda: some_day(shape, chance).isoformat())
            case "number" if shape.places or shape.high > 1_000:
                step = 10**shape.places
                # With a digit behind the point where there may be one, for 5.0 is the version of a guide.
                odd = [n for n in range(1, int(shape.high) * step) if n % step or step == 1]
                return unlikely(lambda: chance.choice(odd) if step == 1 else chance.choice(odd) / step)
            case "codes":
                form = "Y{:02}.{:03}Q" if "." in "".join(shape.options) else "Z{:03}Q"
                return [
                    *shape.options[:1],
                    unlikely(lambda: form.format(chance.randrange(100), chance.randrange(1_000))),
                ]
            case "list":
                return [{field.name: value(field) for field in shape.fields} for _ in range(2)]
            case "findings":
                return dict.fromkeys(shape.options, True)
            case "choice":
                return shape.options[0]
            case "set":
                return list(shape.options[:1])
            case "number":
                return shape.high
            case _:
                return True

    def unlikely(drawn: Callable[[], Any]) -> Any:
        found = next(found for found in iter(drawn, None) if not comes_out({str(found)}, own_text(document.key)))
        marks.add(str(found))
        return found

    return {shape.name: value(shape) for shape in document.shapes}, frozenset(marks)


def some_day(shape: Shape, chance: Random) -> date:
    """A day that the fact may have."""
    first, last = date.fromisoformat(shape.low), date.fromisoformat(shape.high)
    return first + timedelta(chance.randrange((last - first).days))


def comes_out(marks: set[str] | frozenset[str], text: str) -> set[str]:
    """The marks that stand in a text, and not as a part of a longer number or hash."""
    return {mark for mark in marks if re.search(rf"(?<![0-9a-f.]){re.escape(mark)}(?![0-9a-f])", text)}


LOUD: tuple[Any, ...] = (MARK, [MARK], {MARK: MARK}, [{MARK: MARK}], ODD_NUMBER, [ODD_NUMBER], {MARK: {MARK: [MARK]}})
LOUD_MARKS = frozenset({MARK, str(ODD_NUMBER)})


def spoiled(document: Document) -> Iterator[Any]:
    """Requests that break a rule, by values that would be noticed: in each fact and field, as a key, as the whole."""
    base = dict(document.examples[0])
    for shape in document.shapes:
        loud = LOUD[1:] if shape.kind == "note" else LOUD  # a note may hold any text
        yield from (base | {shape.name: value} for value in loud)
        if shape.kind == "list":
            yield from (base | {shape.name: [{field.name: value}]} for field in shape.fields for value in LOUD[:3])
    yield base | {MARK: MARK, f"{MARK} pain_duration": ODD_NUMBER}
    yield from LOUD
    yield {"codes": [MARK], "received_date": MARK, "state": MARK}


NOT_READABLE = (
    f'{{"history": {MARK}}}', f'{{"{MARK}": 1, "{MARK}": 2}}', f'{{"history": "{MARK}", "age": NaN}}', f'"{MARK}',
    f'{{"{MARK}": {ODD_NUMBER}e999}}', f"{MARK}: yes", f"\ufeff{MARK}",
    f'{{"history": "{MARK}\udcff"}}', f'[["{MARK}"]' * 3_000,
)  # fmt: skip


def as_file(text: str) -> bytes:
    """The bytes, also of what is no UTF-8."""
    return text.encode("utf-8", "surrogateescape")


# ---------------------------------------------------------------- ways out


def ways_out(result: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    """Everything that ordinary code does with a result: show it, store it, walk over it, hand it to an encoder."""
    yield "repr", lambda: repr(result)
    yield "str", lambda: str(result)
    yield "format", lambda: f"{result} {result!r:>40} {result!a} %s" % (result,)
    yield "in a list", lambda: str([result])
    yield "pprint", lambda: pprint.pformat({"result": result})
    yield "iteration", lambda: list(result)
    yield "unpacking", lambda: [*result]
    yield "an index", lambda: [result[place] for place in range(4)]
    yield "a slice", lambda: result[:]
    yield "length and membership", lambda: (len(result), MARK in result)
    yield "dict", lambda: dict(result)
    yield "vars", lambda: vars(result)
    yield "asdict", lambda: dataclasses.asdict(result)
    yield "json", lambda: json.dumps(result)
    yield "json with str", lambda: json.dumps({"result": result}, default=str)
    yield "json with vars", lambda: json.dumps({"result": result}, default=vars)
    yield "as_dict", lambda: json.dumps(result.as_dict())
    yield "copy", lambda: repr(copy.copy(result))
    yield "deepcopy", lambda: repr(copy.deepcopy(result))
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        yield f"pickle {protocol}", lambda protocol=protocol: pickle.dumps(result, protocol)
        yield f"reduce {protocol}", lambda protocol=protocol: result.__reduce_ex__(protocol)
    yield "the state for a store", getattr(result, "__getstate__", dict)
    yield "comparing", lambda: (result == result, result != 1, hash(result))
    yield "no such verdict", lambda: result.verdicts[MARK.lower()]
    yield "no such attribute", lambda: result.request
    yield "setting", lambda: setattr(result, "outcome", "ready")
    yield "text for people", lambda: render(result, "-", everything=True)
    yield "a line for people", lambda: line(result, "-")
    for name in dir(result):
        if not name.startswith("_"):
            yield name, lambda name=name: getattr(result, name)
            yield f"{name}()", lambda name=name: getattr(result, name)()


def shown(way: Callable[[], object]) -> str:
    """What comes out on one way: the value, or the exception with its traceback."""
    try:
        value = way()
    except Exception:
        return traceback.format_exc()
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def leaks(result: Any, marks: frozenset[str]) -> dict[str, set[str]]:
    """The ways on which marks come out."""
    counted = {deadline.day for deadline in result.deadlines()}
    found = {name: comes_out(marks - counted, shown(way)) for name, way in ways_out(result)}
    return {name: marks for name, marks in found.items() if marks}


def answers(request: Any, key: str) -> Iterator[Any]:
    """Every result that the library makes of a request."""
    yield wiser_policies.check(request)
    yield wiser_policies.check(request, key)
    yield wiser_policies.check(request, key.partition("@")[0])
    yield wiser_policies.scope(request)
    try:
        data = json.dumps(request).encode()
    except (TypeError, ValueError):
        return
    yield wiser_policies.check_json(data)
    yield wiser_policies.check_json(data, key)
    yield wiser_policies.scope_json(data)


@pytest.mark.parametrize("key", one_in(2, KEYS))
def test_no_value_of_a_valid_request_comes_out_of_a_result(key: str) -> None:
    request, marks = marked(documents()[key])
    assert wiser_policies.check(request, key).outcome != "invalid"
    assert len(marks) > 5
    for result in answers(request, key):
        assert leaks(result, marks) == {}


@pytest.mark.parametrize("key", one_in(2, KEYS))
def test_no_value_that_breaks_a_rule_comes_out_of_a_result(key: str) -> None:
    """`as_dict` and the text for people of each; every other way of some."""
    for number, request in enumerate(spoiled(documents()[key])):
        result = wiser_policies.check(request, key)
        assert result.outcome == "invalid"
        assert not comes_out(LOUD_MARKS, render(result, "-", everything=True) + json.dumps(result.as_dict()))
        if number % 60 == 0:
            for found in answers(request, key):
                assert leaks(found, LOUD_MARKS) == {}


@pytest.mark.parametrize("key", one_in(2, KEYS))
def test_no_value_of_any_request_is_printed_but_its_state_and_the_days_counted(
    key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Requests at the edges, whose dates and codes are like real ones."""
    for number in range(240 if FUZZ else 36):
        drawn = draw(documents()[key], Random(f"canary {key} {number}"))
        request = loud(drawn.request)
        result = wiser_policies.check(request, key)
        printed = render(result, "-", everything=True) + json.dumps(result.as_dict())
        own = own_text(key) + " ".join(deadline.day or "" for deadline in result.deadlines())
        own += dated(own) + received(result.policy)
        values = {text for text in texts(request) if re.fullmatch(r"\d{4}-\d\d-\d\d|[0-9A-Z]{5}", text)}
        values |= {dated(text) for text in values}
        assert not {text for text in values if text in printed and text not in own}
        assert MARK not in printed
        if number % 12 == 0 and not drawn.defect:
            assert MARK not in of_the_commands(json.dumps(request).encode(), key, tmp_path, capsys)


def loud(value: Any) -> Any:
    """The same with every long text and strange key marked."""
    if isinstance(value, dict):
        return {key: loud(item) for key, item in value.items()}
    if isinstance(value, list):
        return [loud(item) for item in value]
    return MARK if isinstance(value, str) and (" " in value or len(value) > 100) else value


def texts(value: Any) -> Iterator[str]:
    """Every text in a request."""
    if isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts(item)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("text", NOT_READABLE)
def test_nothing_of_what_cannot_be_read_comes_out(text: str) -> None:
    for result in (wiser_policies.check_json(as_file(text)), wiser_policies.scope_json(as_file(text))):
        assert result.outcome == "invalid"
        assert leaks(result, LOUD_MARKS) == {}


def test_an_exception_of_the_library_holds_no_value(caplog: pytest.LogCaptureFixture) -> None:
    request, marks = marked(documents()["esi@6.0.0"])
    with pytest.raises(LookupError) as raised:
        wiser_policies.check(request, policy="esi@9.9.9")
    assert not comes_out(marks, "".join(traceback.format_exception(raised.value)))
    with caplog.at_level(logging.DEBUG):
        result = wiser_policies.check(request, policy="esi@6.0.0")
        assert caplog.records == []  # the package writes no log of its own
        logging.getLogger("app").warning("checked %s %r", result, result)
    assert not comes_out(marks, caplog.text)


def test_a_failing_test_of_an_application_prints_no_request(tmp_path: Path) -> None:
    """`assert one == other` under pytest, which shows what is different: here only what the requests hold."""
    one, marks = marked(documents()["esi@6.0.0"])
    (tmp_path / "one.json").write_text(json.dumps(one), "utf-8")
    (tmp_path / "test_app.py").write_text(
        "import json\nfrom wiser_policies import check\n\n\n"
        'REQUEST = json.loads(open("one.json").read())\n'
        'ONE, OTHER = (check(request, "esi@6.0.0") for request in (REQUEST, {**REQUEST, "history": "p. 1"}))\n\n\n'
        "def test_alike():\n    assert ONE == OTHER\n\n\n"
        "def test_others():\n    assert [ONE] == [OTHER, OTHER]\n",
        "utf-8",
    )
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-vv", "-p", "no:cacheprovider", "test_app.py"],
        check=False,
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert "FAILED test_app.py::test_others" in run.stdout
    assert not comes_out(marks, run.stdout + run.stderr)


# ---------------------------------------------------------------- commands

COMMANDS = (
    ("check", "--format", "text"),
    ("check", "--format", "json"),
    ("scope", "--format", "text"),
    ("scope", "--format", "json"),
)


def of_the_commands(data: bytes, key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What `wiser` and `python -m wiser_policies` print of a file, on both streams."""
    file, many, array = tmp_path / "request.json", tmp_path / "many.ndjson", tmp_path / "array.json"
    file.write_bytes(data)
    many.write_bytes(data + b"\n" + data)
    array.write_bytes(b"[" + data + b"]")
    said = []
    alone = ((*command, file) for command in COMMANDS)
    pinned = () if key.startswith("wiser@") else (("check", "--policy", key, file),)
    for command in (*alone, *pinned, ("check", many), ("check", "--format", "json", array)):
        ran = CliRunner().invoke(wiser, [str(word) for word in command])
        assert isinstance(ran.exception, SystemExit | None)
        said += [ran.output, ran.stderr]
    for options in ([], ["--format", "json"], ["--scope"], *([] if key.startswith("wiser@") else [["--policy", key]])):
        program.main([*options, str(file)])
    return "\n".join([*said, *capsys.readouterr()])


@pytest.mark.parametrize("key", one_in(2, KEYS))
def test_no_command_prints_a_value(key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = documents()[key]
    request, marks = marked(document)
    counted = {deadline.day for deadline in wiser_policies.check(request, key).deadlines()}
    printed = of_the_commands(json.dumps(request).encode(), key, tmp_path, capsys)
    assert document.id in printed
    assert comes_out(marks - counted, printed) == set()
    for number, other in enumerate(spoiled(document)):
        if number % 60 == 0:
            printed = of_the_commands(json.dumps(other).encode(), key, tmp_path, capsys)
            assert "INVALID" in printed
            assert comes_out(LOUD_MARKS, printed) == set()


def test_no_command_prints_what_it_cannot_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for text in NOT_READABLE:
        printed = of_the_commands(as_file(text), "esi@6.0.0", tmp_path, capsys)
        assert "INVALID" in printed
        assert comes_out(LOUD_MARKS, printed) == set()


# ---------------------------------------------------------------- the canary is alive


def test_a_result_that_holds_its_request_openly_is_noticed() -> None:
    request, marks = marked(documents()["esi@6.0.0"])
    known = wiser_policies.check(request, "esi@6.0.0")

    class Open:
        def __init__(self) -> None:
            self.request = request

        def __getattr__(self, name: str) -> Any:
            return getattr(known, name)

    assert leaks(Open(), marks).keys() >= {"vars", "json with vars", "the state for a store"}


def test_marks_that_are_printed_are_noticed() -> None:
    request, marks = marked(documents()["pva@6.0.0"])
    assert comes_out(marks, json.dumps(request)) == marks
