"""Python code as text and small trees, and its layout in lines.

Boolean code is a tree so that it can be simplified and broken at `and` and
`or`. Knows nothing of policies.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

WIDTH = 100
STEP = "    "


@dataclass(frozen=True, slots=True)
class Atom:
    """An expression that binds tighter than `and`."""

    text: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Parts joined by `and` or `or`. Its text, written once, is what it is compared by."""

    text: str
    word: str = field(compare=False)
    parts: tuple[Code, ...] = field(compare=False)


Code: TypeAlias = Atom | Joined

YES, NO = Atom("True"), Atom("False")


def both(*parts: Code) -> Code:
    """All parts; what one part says already is left out of the others."""
    flat = _flat("and", parts)
    if NO in flat:
        return NO
    said: set[Atom] = set()  # only what stands before: a guard must come before what it guards
    kept: list[Code] = []
    for part in flat:
        if isinstance(part, Atom):
            said.add(part)
        kept.append(_beside(part, said) if isinstance(part, Joined) else part)
    return _joined("and", [part for part in kept if part != YES], YES)


def either(*parts: Code) -> Code:
    """At least one part; what all parts begin with is said once."""
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


def _beside(code: Joined, said: set[Atom]) -> Code:
    """An alternative, where `said` holds already."""
    return either(
        *(
            both(*(p for p in part.parts if p not in said)) if isinstance(part, Joined) and part.word == "and" else part
            for part in code.parts
        )
    )


def _inner(code: Code) -> str:
    return f"({code.text})" if isinstance(code, Joined) else code.text


def layout(code: Code, indent: str, before: str = "", after: str = "") -> list[str]:
    """Lines of `before CODE after`, broken at `and` and `or` where one line would be too long."""
    line = f"{indent}{before}{code.text}{after}"
    if len(line) <= WIDTH:
        return [line]
    if isinstance(code, Atom):
        return _broken_call(code.text, indent, before, after)
    return [f"{indent}{before}(", *_broken(code, indent + STEP), f"{indent}){after}"]


def bracketed(code: Code, indent: str, before: str) -> list[str]:
    """`before (CODE)`, with one pair of brackets however long it is."""
    line = f"{indent}{before}({code.text})"
    if len(line) <= WIDTH or isinstance(code, Atom):
        return [line]
    return [f"{indent}{before}(", *_broken(code, indent + STEP), f"{indent})"]


def negated(code: Code, indent: str, before: str, after: str) -> list[str]:
    """The same for `not CODE`."""
    if code == NO:
        return [f"{indent}else{after}"]
    if isinstance(code, Atom) and code.text.endswith((" is True", " is False")):
        code = Atom(" is not ".join(code.text.rsplit(" is ", 1)))
        return layout(code, indent, before, after)
    line = f"{indent}{before}not {_inner(code)}{after}"
    if len(line) <= WIDTH:
        return [line]
    if isinstance(code, Atom):
        return _broken_call(code.text, indent, f"{before}not ", after)
    return [f"{indent}{before}not (", *_broken(code, indent + STEP), f"{indent}){after}"]


def _broken(code: Joined, indent: str) -> list[str]:
    lines = []
    for number, part in enumerate(code.parts):
        word = f"{code.word} " if number else ""
        line = f"{indent}{word}{_inner(part)}"
        if len(line) <= WIDTH:
            lines.append(line)
        elif isinstance(part, Atom):
            lines += _broken_call(part.text, indent, word, "")
        else:
            lines += [f"{indent}{word}(", *_broken(part, indent + STEP), f"{indent})"]
    return lines


def _broken_call(code: str, indent: str, before: str, after: str) -> list[str]:
    """A call, a set of answers or a sum of tests that is too long for a line, a part a line."""
    tests, reaches, need = code.rpartition(" >= ")
    if tests.startswith("(") and tests.endswith(")") and ") + (" in tests:
        first, *others = tests.split(" + (")
        summands = [f"{indent}{STEP}{first}", *(f"{indent}{STEP}+ ({other}" for other in others)]
        return [f"{indent}{before}(", *summands, f"{indent}){reaches}{need}{after}"]
    opening = next((sign for sign in code if sign in "({["), "")
    closing = {"(": ")", "{": "}", "[": "]"}.get(opening, "")
    head, _, rest = code.partition(opening) if opening else (code, "", "")
    inside, found, tail = rest.rpartition(closing) if closing else ("", "", "")
    # Brackets that only group must not get a comma: it would make a tuple of what they hold.
    groups = opening == "(" and not (head[-1:].isalnum() or head[-1:] == "_")
    if not found or groups or any(sign in inside for sign in "({["):
        return [f"{indent}{before}{code}{after}"]
    arguments = (f"{indent}{STEP}{argument}," for argument in inside.split(", "))
    return [f"{indent}{before}{head}{opening}", *arguments, f"{indent}{closing}{tail}{after}"]


# ---------------------------------------------------------------- literals, calls, definitions


def quoted(value: object) -> str:
    """A value as a literal, with double quotes where nothing has to be escaped."""
    written = repr(value)
    if isinstance(value, str) and written[0] == "'" and '"' not in written and "\\" not in written:
        return f'"{written[1:-1]}"'
    if isinstance(value, tuple):
        inside = ", ".join(quoted(item) for item in value)
        return f"({inside},)" if len(value) == 1 else f"({inside})"
    return written


def call(name: str, arguments: Sequence[str], indent: str, after: str = "") -> list[str]:
    """`name(a, b)` on one line, or with an argument a line."""
    line = f"{indent}{name}({', '.join(arguments)}){after}"
    if len(line) <= WIDTH or not arguments:
        return [line]
    return [f"{indent}{name}(", *(f"{indent}{STEP}{argument}," for argument in arguments), f"{indent}){after}"]


def unpack(names: Sequence[str], value: list[str], indent: str) -> list[str]:
    """`a, b = value`, the names in brackets where the line would be too long."""
    line = f"{indent}{', '.join(names)} = {value[0].lstrip()}"
    if len(line) <= WIDTH:
        return [line, *value[1:]]
    return [f"{indent}(", *(f"{indent}{STEP}{name}," for name in names), f"{indent}) = {value[0].lstrip()}", *value[1:]]


def define(name: str, params: Sequence[tuple[str, str]], returns: str, doc: Sequence[str]) -> list[str]:
    """The head of a function with its docstring."""
    typed = [f"{param}: {kind}" for param, kind in params]
    head = call(f"def {name}", typed, "", f" -> {returns}:")
    if len(head[-1]) > WIDTH:  # a tuple of many
        outer, _, inner = head.pop().partition("[")
        head += [f"{outer}[", *(f"{STEP}{kind}," for kind in inner.removesuffix("]:").split(", ")), "]:"]
    return [*head, *docstring(doc, STEP)]


def returning(code: Code, value: str) -> list[str]:
    """`if CODE: return value`; nothing where it never holds."""
    if code == NO:
        return []
    if code == YES:
        return [f"{STEP}return {value}"]
    return [*layout(code, STEP, "if ", ":"), f"{STEP * 2}return {value}"]


def returned(values: Sequence[str], indent: str) -> list[str]:
    """`return a, b`, a value a line where it would be too long."""
    line = f"{indent}return {', '.join(values)}"
    if len(line) <= WIDTH:
        return [line]
    return [f"{indent}return (", *(f"{indent}{STEP}{value}," for value in values), f"{indent})"]


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
