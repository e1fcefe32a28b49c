"""The code of an expression as a small tree, and its layout in lines: calls with one argument on each line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from wiser_compiler.targets.python.code import STEP, WIDTH, quoted


@dataclass(frozen=True, slots=True)
class Leaf:
    """Code that stands on one line. `infix` says that it has two sides, and needs brackets as an operand."""

    text: str
    infix: bool = False


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


Code: TypeAlias = Leaf | Call

TRUE, FALSE, NULL = Leaf("x.true"), Leaf("x.false"), Leaf("x.null")


def call(name: str, *parts: Code | str) -> Call:
    """A call of a method of `x`, which makes expressions."""
    return Call(f"x.{name}", tuple(Leaf(part) if isinstance(part, str) else part for part in parts))


def denied(code: Code) -> Code:
    """`~` the code, or the code without its own `~`."""
    if code in (TRUE, FALSE, NULL):
        return {TRUE: FALSE, FALSE: TRUE, NULL: NULL}[code]
    if isinstance(code, Call):
        name = code.name.removeprefix("~") if code.name.startswith("~") else f"~{code.name}"
        return Call(name, code.parts, code.after)
    if code.text.startswith("~"):
        return Leaf(code.text[1:])
    return Leaf(f"~({code.text})" if code.infix else f"~{code.text}")


def layout(code: Code, indent: str, before: str = "", after: str = "") -> list[str]:
    """Lines of `before CODE after`."""
    line = f"{indent}{before}{code.text}{after}"
    if len(line) <= WIDTH or isinstance(code, Leaf) or not code.parts:
        return [line]
    inner = [line for part in code.parts for line in layout(part, indent + STEP, after=",")]
    return [f"{indent}{before}{code.name}(", *inner, f"{indent}){code.after}{after}"]


def entries(named: Sequence[tuple[str, Code]], indent: str) -> list[str]:
    """The lines of the entries of a dict."""
    return [line for name, code in named for line in layout(code, indent, f"{quoted(name)}: ", ",")]
