"""The code of expressions over columns: it fits its lines, and means what its tree means."""

from __future__ import annotations

import ast

import pytest
from wiser_compiler.targets.columns.code import Infix, Leaf, call, denied, entries, infix
from wiser_compiler.targets.python.code import WIDTH

LONG = [Leaf(f"col('{letter * 30} <= {letter * 3}')") for letter in "abcd"]
SUM = Infix("+", tuple(LONG))


@pytest.mark.parametrize(
    "code",
    [
        pytest.param(infix(LONG[0], "==", call("number", *LONG[1:3])), id="a comparison"),
        pytest.param(infix(SUM, "<=", "4"), id="a comparison of a sum that is longer than a line"),
        pytest.param(infix(call("whole", SUM), ">", LONG[0]), id="a comparison of a call that is longer than a line"),
        pytest.param(call("every", infix(SUM, "<", SUM), LONG[0]), id="a call with comparisons"),
        pytest.param(SUM, id="a sum"),
    ],
)
def test_long_code_fits_its_lines_and_keeps_its_meaning(code: Infix) -> None:
    lines = entries([("a name", code)], "    ")
    assert max(map(len, lines)) <= WIDTH
    whole, broken = (
        ast.dump(ast.parse(text)) for text in (f"{{'a name': {code.text}}}", "{\n" + "\n".join(lines) + "}")
    )
    assert broken == whole


def test_what_is_denied_is_the_whole_comparison() -> None:
    """The first side may be denied itself."""
    assert denied(infix(denied(LONG[0]), "==", LONG[1])).text == f"~(~{LONG[0].text} == {LONG[1].text})"
    assert denied(denied(LONG[0])) == LONG[0]
