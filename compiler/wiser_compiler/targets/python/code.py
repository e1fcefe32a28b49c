"""Python code as text and small trees, and its layout in lines.

Boolean code is a tree so that it can be simplified and broken at `and` and `or`. This module knows nothing of policies.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

WIDTH = 120
LONG = 80  # of one side of a comparison
STEP = "    "


@dataclass(frozen=True, slots=True)
class Breaks:
    """The break of an expression that is too long for a line: one item on each line, between `before` and `after`."""

    before: str
    items: tuple[str, ...]
    after: str
    commas: bool = True

    def lines(self, indent: str, before: str, after: str) -> list[str]:
        """The lines, with more before the first and after the last."""
        items = [f"{indent}{STEP}{item}{',' if self.commas else ''}" for item in self.items]
        return [f"{indent}{before}{self.before}", *items, f"{indent}{self.after}{after}"]


@dataclass(frozen=True, slots=True)
class Atom:
    """An expression that binds tighter than `and`. Atoms are compared by their text.

    `opposite` is the text of an expression that is true exactly where this one is false, if one is known.
    """

    text: str
    breaks: Breaks | None = field(default=None, compare=False)
    opposite: str = field(default="", compare=False)

    def then(self, more: str) -> Atom:
        """The expression with more behind it."""
        breaks = self.breaks and replace(self.breaks, after=self.breaks.after + more)
        return Atom(self.text + more, breaks)

    def negated(self) -> Atom:
        """`not` the expression."""
        breaks = self.breaks and replace(self.breaks, before="not " + self.breaks.before)
        return Atom("not " + self.text, breaks, self.text)


@dataclass(frozen=True, slots=True)
class Truth:
    """`value is True`, or False, or None."""

    value: Atom
    wanted: bool | None

    @property
    def atom(self) -> Atom:
        """The same as an ordinary expression."""
        return self.value.then(f" is {self.wanted}")

    @property
    def text(self) -> str:
        """The code."""
        return self.atom.text


@dataclass(frozen=True, slots=True)
class Joined:
    """Parts joined by `and` or `or`. They are compared by their text, which is written once."""

    text: str
    word: str = field(compare=False)
    parts: tuple[Code, ...] = field(compare=False)


Code: TypeAlias = Atom | Truth | Joined

YES, NO = Atom("True"), Atom("False")


def listing(before: str, items: Sequence[str], after: str) -> Atom:
    """Items between brackets: `before` ends with the opening bracket, `after` begins with the closing one."""
    return Atom(f"{before}{', '.join(items)}{after}", Breaks(before, tuple(items), after))


def called(function: str, arguments: Sequence[str]) -> Atom:
    """A call."""
    return listing(f"{function}(", arguments, ")")


def summed(parts: Sequence[Code]) -> Atom:
    """The number of true parts."""
    first, *others = (f"({part.text})" for part in parts)
    items = (first, *(f"+ {item}" for item in others))
    return Atom(" ".join(items), Breaks("(", items, ")", commas=False))


OPPOSITE: Mapping[str, str] = {
    "<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "==", "in": "not in", "not in": "in",
}  # fmt: skip


def compared(left: str, op: str, right: str) -> Atom:
    """A comparison, which breaks at its operator, and a long sum on its left side before the last of what it adds."""
    last = max(left.rfind(" - "), left.rfind(" + ")) if len(left) > LONG else -1
    parts = (left,) if last < 0 else (left[:last], left[last + 1 :])
    items = (*parts, f"{op} {right}")
    return Atom(" ".join(items), Breaks("(", items, ")", commas=False), f"{left} {OPPOSITE[op]} {right}")


def both(*parts: Code) -> Code:
    """Code that all parts are true, without what another part implies."""
    flat = _flat("and", parts)
    if NO in flat:
        return NO
    said: set[Code] = set()  # only earlier parts count: a guard must come before the part that it guards
    kept: list[Code] = []
    for part in flat:
        if not isinstance(part, Joined):
            said.add(part)
        kept.append(_beside(part, said) if isinstance(part, Joined) else part)
    return _joined("and", [part for part in kept if part != YES], YES)


def either(*parts: Code) -> Code:
    """Code that at least one part is true, with a common beginning written once."""
    flat = [part for part in _flat("or", parts) if part != NO]
    if YES in flat:
        return YES
    heads = {part.parts[0] if isinstance(part, Joined) and part.word == "and" else None for part in flat}
    head = heads.pop() if len(heads) == 1 and len(flat) > 1 else None
    if head is not None:
        return both(head, either(*(both(*part.parts[1:]) for part in flat if isinstance(part, Joined))))
    return _joined("or", flat, NO)


def _flat(word: str, parts: Iterable[Code]) -> list[Code]:
    flat: dict[Code, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part.parts if isinstance(part, Joined) and part.word == word else (part,)))
    return list(flat)


def _joined(word: str, parts: Sequence[Code], empty: Code) -> Code:
    if len(parts) < 2:
        return parts[0] if parts else empty
    return Joined(f" {word} ".join(_inner(part) for part in parts), word, tuple(parts))


def _beside(code: Joined, said: set[Code]) -> Code:
    """An alternative, simplified where `said` is known to be true."""
    return either(
        *(
            both(*(p for p in part.parts if p not in said)) if isinstance(part, Joined) and part.word == "and" else part
            for part in code.parts
        )
    )


def opposite(code: Code) -> Code | None:
    """Code that is true exactly where the given code is false, if every part has an opposite."""
    if isinstance(code, Joined):
        parts = [opposite(part) for part in code.parts]
        known = [part for part in parts if part is not None]
        join = either if code.word == "and" else both
        return join(*known) if len(known) == len(parts) else None
    return Atom(code.opposite) if isinstance(code, Atom) and code.opposite else None


def decided(met: Code, not_met: Code, guards: Collection[Code]) -> tuple[Code, Code] | None:
    """The guards and the test behind them, if the two halves are opposites once the guards hold; else None.

    The first half must need every guard too: *a is x, or b is x* is met as soon as one of the two is stated.
    """
    parts, needed = _flat("and", [not_met]), _flat("and", [met])
    asked = [part for part in parts if part in guards]
    test = both(*(part for part in needed if part not in asked))
    if not asked or opposite(test) != both(*(part for part in parts if part not in asked)):
        return None
    if not all(guard in needed or any(_reads(part, guard) for part in needed) for guard in asked):
        return None
    return both(*asked), test


def _reads(part: Code, guard: Code) -> bool:
    """Whether a test reads the variable that a guard asks for, and no other one could make it true."""
    name = guard.text.removesuffix(" is not None")
    return not isinstance(part, Joined) and re.search(rf"(?<![\w.]){re.escape(name)}(?!\w| or )", part.text) is not None


def denied(code: Code, test: Code) -> Code:
    """The code, simplified where `test` is known to be false."""
    if code == test:
        return NO
    if isinstance(code, Joined) and code.word == "or":
        return either(*(part for part in code.parts if part != test))
    return code


def flags_first(code: Code) -> Code:
    """The same code, where what only asks whether a variable is true comes first: it is quick, and needs no guard."""
    if not isinstance(code, Joined):
        return code
    return _joined(code.word, sorted(code.parts, key=lambda part: not _asks_flags(part)), code)


def _asks_flags(code: Code) -> bool:
    if isinstance(code, Joined):
        return all(map(_asks_flags, code.parts))
    return isinstance(code, Truth) and re.fullmatch(r"[\w.]+", code.value.text) is not None


def _inner(code: Code) -> str:
    return f"({code.text})" if isinstance(code, Joined) else code.text


def layout(code: Code, indent: str, before: str = "", after: str = "") -> list[str]:
    """Lines of `before CODE after`, broken at `and` and `or` where one line would be too long."""
    line = f"{indent}{before}{code.text}{after}"
    if len(line) <= WIDTH:
        return [line]
    if isinstance(code, Joined):
        return [f"{indent}{before}(", *_broken(code, indent + STEP), f"{indent}){after}"]
    return _broken_leaf(code, indent, before, after)


def bracketed(code: Code, indent: str, before: str) -> list[str]:
    """`before (CODE)`, with one pair of brackets however long it is."""
    line = f"{indent}{before}({code.text})"
    if len(line) <= WIDTH or not isinstance(code, Joined):
        return [line]
    return [f"{indent}{before}(", *_broken(code, indent + STEP), f"{indent})"]


def negated(code: Code, indent: str, before: str, after: str) -> list[str]:
    """The same for `not CODE`."""
    if code == NO:
        return [f"{indent}else{after}"]
    if isinstance(code, Truth):
        return layout(code.value.then(f" is not {code.wanted}"), indent, before, after)
    line = f"{indent}{before}not {_inner(code)}{after}"
    if len(line) <= WIDTH:
        return [line]
    if isinstance(code, Joined):
        return [f"{indent}{before}not (", *_broken(code, indent + STEP), f"{indent}){after}"]
    return _broken_leaf(code, indent, f"{before}not ", after)


def _broken(code: Joined, indent: str) -> list[str]:
    lines = []
    for number, part in enumerate(code.parts):
        word = f"{code.word} " if number else ""
        line = f"{indent}{word}{_inner(part)}"
        if len(line) <= WIDTH:
            lines.append(line)
        elif isinstance(part, Joined):
            lines += [f"{indent}{word}(", *_broken(part, indent + STEP), f"{indent})"]
        else:
            lines += _broken_leaf(part, indent, word, "")
    return lines


def _broken_leaf(code: Atom | Truth, indent: str, before: str, after: str) -> list[str]:
    """A call, a set of answers or a sum of tests that is too long for a line, with one part on each line."""
    atom = code.atom if isinstance(code, Truth) else code
    if atom.breaks is None:
        return [f"{indent}{before}{atom.text}{after}"]
    return atom.breaks.lines(indent, before, after)


# ---------------------------------------------------------------- literals, calls, definitions


def quoted(value: object) -> str:
    """A value as a literal, with double quotes where none has to be escaped."""
    written = repr(value)
    if isinstance(value, str) and written[0] == "'" and '"' not in written:
        return f'"{written[1:-1]}"'
    if isinstance(value, tuple):
        inside = ", ".join(quoted(item) for item in value)
        return f"({inside},)" if len(value) == 1 else f"({inside})"
    return written


def call(name: str, arguments: Sequence[str], indent: str, after: str = "") -> list[str]:
    """`name(a, b)` on one line, or with one argument on each line."""
    line = f"{indent}{name}({', '.join(arguments)}){after}"
    if len(line) <= WIDTH or not arguments:
        return [line]
    return [f"{indent}{name}(", *(f"{indent}{STEP}{argument}," for argument in arguments), f"{indent}){after}"]


def define(name: str, params: Sequence[tuple[str, str]], returns: str, doc: Sequence[str]) -> list[str]:
    """The head of a function with its docstring."""
    typed = [f"{param}: {kind}" for param, kind in params]
    return [*call(f"def {name}", typed, "", f" -> {returns}:"), *docstring(doc, STEP)]


def returning(code: Code, value: str) -> list[str]:
    """`if CODE: return value`; nothing where the code is never true."""
    if code == NO:
        return []
    if code == YES:
        return [f"{STEP}return {value}"]
    return [*layout(code, STEP, "if ", ":"), f"{STEP * 2}return {value}"]


def docstring(content: Sequence[str], indent: str) -> list[str]:
    """A docstring that holds this text and nothing else, whatever the text is."""
    safe = [_escaped(line) for line in content]
    if len(safe) == 1:
        return [f'{indent}"""{safe[0]}"""']
    return [f'{indent}"""{safe[0]}', *(f"{indent}{line}".rstrip() for line in safe[1:]), f'{indent}"""']


def _escaped(line: str) -> str:
    seen = line.replace("\\", "\\\\")
    if not seen.isprintable():
        seen = "".join(c if c.isprintable() else repr(c)[1:-1] for c in seen)
    return seen.replace('"', '\\"') if '""' in seen or seen.endswith('"') else seen
