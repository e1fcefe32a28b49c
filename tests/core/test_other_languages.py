"""The differences from CQL, FEEL and ehrQL that docs/semantics.md states, and how much of the meaning the cases reach.

tests/agreement/test_cases.py runs the cases themselves, on every target.
"""

from __future__ import annotations

import dis
import inspect
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest
from cases_by_hand import DIFFERS, cases_by_hand, read_file
from wiser_compiler.core import evaluate
from wiser_compiler.core.case import read_case
from wiser_compiler.reading.syntax import Text

CASES = read_file(Path(__file__).parent.parent / "cases" / "other_languages.yaml")
SEMANTICS = (Path(__file__).parents[2] / "docs" / "semantics.md").read_text("utf-8")
WRONG_TYPE = "A value of a wrong type makes the whole request invalid"


def rows() -> list[str]:
    """The first column of the table of differences."""
    _, _, table = SEMANTICS.partition("## Where other languages answer otherwise")
    lines = [line for line in table.partition("\n## ")[0].splitlines() if line.startswith("| ")]
    return [line.split("|")[1].strip() for line in lines[1:]]


def shown() -> set[str]:
    named = [case.node.get(DIFFERS) for case in CASES]
    return {name.text for name in named if isinstance(name, Text)}


def test_each_difference_from_other_languages_has_cases() -> None:
    assert [row for row in rows() if not any(row.startswith(name) for name in (*shown(), WRONG_TYPE))] == []
    assert [name for name in (*shown(), WRONG_TYPE) if not any(row.startswith(name) for row in rows())] == []


@pytest.mark.parametrize("start", [20030131, True, {"day": 31}, "2003-1-31", "31.01.2003"], ids=repr)
def test_a_value_of_a_wrong_type_makes_the_whole_request_invalid(start: Any) -> None:
    policy = next(case.policy for case in CASES if "1 month after" in case.says)
    facts = {"received_date": "2026-05-04", "end_date": "2003-02-28"}
    assert read_case(policy.facts, facts | {"start_date": "2003-01-31"})[1] == ()
    assert [problem.path for problem in read_case(policy.facts, facts | {"start_date": start})[1]] == ["/start_date"]


# ---------------------------------------------------------------- what the cases reach of the meaning


OF_OUTCOMES = ("outcome", "outcome_of", "due")  # of a whole policy, and a case is one criterion


def lines_of(code: CodeType) -> Iterator[int]:
    """The lines that can run inside the functions of a module, but for those of outcomes."""
    for inner in code.co_consts:
        if isinstance(inner, CodeType) and inner.co_name not in OF_OUTCOMES:
            if inner.co_flags & inspect.CO_OPTIMIZED:  # a function, and no class
                yield from (line for _, line in dis.findlinestarts(inner) if line and line > inner.co_firstlineno)
            yield from lines_of(inner)


@contextmanager
def lines_run(file: str) -> Iterator[set[int]]:
    """The lines of one file that run inside the block."""
    seen: set[int] = set()

    def each_line(frame: FrameType, event: str, _: Any) -> Any:
        if frame.f_code.co_filename != file:
            return None
        if event == "line":
            seen.add(frame.f_lineno)
        return each_line

    before = sys.gettrace()
    sys.settrace(each_line)
    try:
        yield seen
    finally:
        sys.settrace(before)


def test_the_cases_by_hand_reach_every_line_that_gives_a_verdict() -> None:
    text = Path(evaluate.__file__).read_text("utf-8")
    with lines_run(evaluate.__file__) as seen:
        for case in cases_by_hand():
            for _, _, request in case.requests():
                facts, _ = read_case(case.policy.facts, request)
                evaluate.verdict(case.policy.criteria[1], facts)
    lines = dict(enumerate(text.splitlines(), 1))
    reachable = set(lines_of(compile(text, evaluate.__file__, "exec")))
    left = {line: lines[line].strip() for line in reachable - seen}
    of_no_kind = ("case _:", "assert_never")
    assert {line: words for line, words in left.items() if not words.startswith(of_no_kind)} == {}
