"""The code of an expression as a small tree, and its layout in lines.

A long call has one argument on each line; a long comparison or sum is broken before an operator.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from wiser_compiler.targets.python.code import STEP, WIDTH, quoted


@dataclass(frozen=True, slots=True)
class Leaf:
    """Code that stands on one line."""

    text: str


@dataclass(frozen=True, slots=True)
class Call:
    """A call, with what stands before and behind it."""

    name: str
    parts: tuple[Code, ...]
    after: str = ""

    @property
    def text(self) -> str:
        """The code on one line."""
        return f"{self.name}({', '.join(part.text for part in self.parts)}){self.after}"


@dataclass(frozen=True, slots=True)
class Infix:
    """A comparison, a sum or a multiple: its parts with an operator between them. As an operand it needs brackets."""

    operator: str
    parts: tuple[Code, ...]

    @property
    def text(self) -> str:
        """The code on one line."""
        return f" {self.operator} ".join(map(operand, self.parts))


Code: TypeAlias = Leaf | Call | Infix

TRUE, FALSE, NULL = Leaf("x.true"), Leaf("x.false"), Leaf("x.null")


def call(name: str, *parts: Code | str) -> Call:
    """A call of a method of `x`, which makes expressions."""
    return Call(f"x.{name}", tuple(Leaf(part) if isinstance(part, str) else part for part in parts))


def infix(left: Code, operator: str, right: Code | str) -> Infix:
    """Two sides with an operator between them."""
    return Infix(operator, (left, Leaf(right) if isinstance(right, str) else right))


def operand(code: Code) -> str:
    """The code as a part of other code, on one line."""
    return f"({code.text})" if isinstance(code, Infix) else code.text


def denied(code: Code) -> Code:
    """`~` the code, or the code without its own `~`."""
    if code in (TRUE, FALSE, NULL):
        return {TRUE: FALSE, FALSE: TRUE, NULL: NULL}[code]
    if isinstance(code, Call):
        name = code.name.removeprefix("~") if code.name.startswith("~") else f"~{code.name}"
        return Call(name, code.parts, code.after)
    if isinstance(code, Leaf) and code.text.startswith("~"):
        return Leaf(code.text[1:])
    return Leaf(f"~{operand(code)}")


def layout(code: Code, indent: str, before: str = "", after: str = "") -> list[str]:
    """Lines of `before CODE after`."""
    line = f"{indent}{before}{code.text}{after}"
    if len(line) <= WIDTH:
        return [line]
    if isinstance(code, Infix):
        return _broken(code, indent, before, after)
    if isinstance(code, Leaf) or not code.parts:
        return [line]
    inner = [line for part in code.parts for line in layout(part, indent + STEP, after=",")]
    return [f"{indent}{before}{code.name}(", *inner, f"{indent}){code.after}{after}"]


def _broken(code: Infix, indent: str, before: str, after: str) -> list[str]:
    """Code broken before its last operator. It stands inside a call or a dict, so it needs no brackets of its own."""
    *first, last = code.parts
    if len(first) == 1:
        lines = _operand(first[0], indent, before, "")
    else:
        lines = layout(Infix(code.operator, tuple(first)), indent, before)
    return [*lines, *_operand(last, indent + STEP, f"{code.operator} ", after)]


def _operand(code: Code, indent: str, before: str, after: str) -> list[str]:
    """Lines of `before OPERAND after`."""
    return layout(code, indent, *((f"{before}(", f"){after}") if isinstance(code, Infix) else (before, after)))


def entries(named: Sequence[tuple[str, Code]], indent: str) -> list[str]:
    """The lines of the entries of a dict."""
    return [line for name, code in named for line in layout(code, indent, f"{quoted(name)}: ", ",")]
