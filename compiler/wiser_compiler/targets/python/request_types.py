"""The type of a request: a TypedDict for type checkers and editors, with the question of each fact.

It is a module of its own, which no other generated module imports: a validator starts as fast as without it. Policy
text reaches it only through `quoted` or an escaped docstring.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from keyword import iskeyword
from textwrap import wrap
from typing import assert_never

from wiser_compiler.core.case import rule
from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.model import (
    Choice,
    Codes,
    Date,
    Fact,
    Findings,
    Note,
    Number,
    Option,
    OptionSet,
    Policy,
    Records,
    YesNo,
)
from wiser_compiler.targets.python.code import STEP, WIDTH, docstring, quoted
from wiser_compiler.targets.python.types import listed, options_of

ROOM = WIDTH - len(STEP) - len('"""')  # for a line of a docstring in a class

# Types that annotations name: in the body of a class, a key of such a name would hide the type.
TYPES = ("bool", "float", "int", "list", "str")


@dataclass(frozen=True, slots=True)
class _Key:
    """A key of a TypedDict: its type, the answers that stand in the type before its end, and what an editor shows."""

    name: str
    type: str
    answers: Sequence[str] = ()
    end: str = ""
    doc: Sequence[str] = ()

    @property
    def in_class(self) -> bool:
        """Whether a class can have it in its body."""
        return self.name.isidentifier() and not iskeyword(self.name) and self.name not in TYPES


class _Classes:
    """The TypedDicts of a module, innermost first. State: their code, their names, and those of `typing` they use."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.taken: set[str] = set()
        self.typing = {"TypedDict"}

    def add(self, wish: str, doc: str, keys: Sequence[_Key]) -> str:
        """Write a class. Returns its name, which is the wanted one made unique."""
        name = wish
        while name in self.taken:
            name += "_"
        self.taken.add(name)
        base = "TypedDict"
        if others := [
            f"{quoted(key.name)}: {key.type}{', '.join(key.answers)}{key.end}" for key in keys if not key.in_class
        ]:
            base = f"_KeysOf{name}"
            self.lines += [*listed(f'{base} = TypedDict("{base}", {{', others, "}, total=False)", ""), "", ""]
        self.lines += [f"class {name}({base}, total=False):", *docstring([doc], STEP), ""]
        for key in keys:
            if key.in_class:
                self.lines += listed(f"{key.name}: {key.type}", key.answers, key.end, STEP)
                self.lines += [*docstring(key.doc, STEP), ""] if key.doc else []
        self.lines += ["", ""] if self.lines[-1] else [""]
        return name

    def key(self, fact: Fact, owner: str = "") -> _Key:
        """The key of a fact, after the classes that its type needs. Their names begin with the list of the fact."""
        name, answers = f"{owner}{_camel(fact.name)}", [quoted(option) for option in options_of(fact)]
        match fact.type:
            case YesNo():
                return _Key(fact.name, "bool", doc=_doc(fact))
            case Note() | Date():
                return _Key(fact.name, "str", doc=_doc(fact))
            case Number(places=places):
                return _Key(fact.name, "float" if places else "int", doc=_doc(fact))
            case Choice():
                self.typing.add("Literal")
                return _Key(fact.name, "Literal[", answers, "]", _doc(fact))
            case OptionSet():
                self.typing.add("Literal")
                return _Key(fact.name, "list[Literal[", answers, "]]", _doc(fact))
            case Codes():
                return _Key(fact.name, "list[str]", doc=_doc(fact))
            case Findings(options=options):
                about = f"`{fact.name}`: found (true) or ruled out (false). What nobody looked for is left out."
                items = [_Key(one.id, "bool", doc=_wrapped([one.label]) if _tells(one) else ()) for one in options]
                return _Key(fact.name, self.add(f"{name}Findings", about, items), doc=_doc(fact))
            case Records(fields=fields):
                about = f"A record of the list `{fact.name}`. What the chart does not say of it is left out."
                record = self.add(f"{name}Record", about, [self.key(field, name) for field in fields])
                return _Key(fact.name, f"list[{record}]", doc=_doc(fact))
            case _:
                assert_never(fact.type)


def request_types(policy: Policy) -> str:
    """The module with `Request`, the type of a request for one version."""
    classes = _Classes()
    about = f"A request for {policy.id} {policy.version}. What the chart does not state is left out, and never None."
    classes.add("Request", about, [classes.key(fact) for fact in policy.facts])
    head = [
        f"The type of a request for {policy.id} {policy.version}.",
        "",
        *_wrapped([f"{policy.title}."]),
        "",
        "A type checker names a misspelt fact and an answer that is none. `check` looks at everything again, also at",
        "ranges and dates, which no type knows.",
        "",
        f"Generated from policies/{policy.id}/{policy.version}.yaml; do not edit.",
    ]
    lines = [
        *docstring(head, ""),
        "",
        f"from typing import {', '.join(sorted(classes.typing))}",
        "",
        "",
        *classes.lines,
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _doc(fact: Fact) -> list[str]:
    """The question, the rule of the value or the options that their ids do not tell, and where to look."""
    options = kind_of(fact.type).options
    ask = fact.ask if fact.ask.endswith(("?", ".", ":")) else f"{fact.ask}."
    said = [] if options else [f"{_upper(rule(fact.type))}."]
    told = [f"- `{one.id}`: {one.label}" for one in options if _tells(one)]
    where = [f"Chart: {fact.chart}."] if fact.chart else []
    line = " ".join([ask, *said, *where])
    if len(line) <= ROOM - len('"""'):
        return [line, "", *_wrapped(told)] if told else [line]
    return [*_wrapped([ask]), "", *_wrapped([" ".join([*said, *where])]), *([""] if told else []), *_wrapped(told)]


def _wrapped(lines: Sequence[str]) -> list[str]:
    return [part for line in lines for part in wrap(line, ROOM, subsequent_indent="  " if line[:2] == "- " else "")]


def _tells(option: Option) -> bool:
    """Whether the label says more than the id."""
    return option.label != option.id.replace("_", " ")


def _upper(words: str) -> str:
    return words[0].upper() + words[1:]


def _camel(name: str) -> str:
    return "".join(map(_upper, filter(None, name.split("_"))))
