"""How things are called in a generated module: each its own name, whatever authors call their facts.

A module is written twice. First with a mark on every name that comes from the
policy, which shows the names that the module needs itself: builtins, its own
functions, what it imports. Then for good, where each thing has the name it
would like, with as many `_` behind it as keep it apart from all of those and
from every other thing.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Hashable
from functools import cache
from importlib.resources import files
from keyword import iskeyword

from wiser_compiler.core.model import Shifted

MARK = "ø"  # a letter of Python that neither authors nor the targets use in a name


class Naming:
    """The names of one module. State: those given so far, by what they are names of.

    `needed` are names that the module needs itself; with `marked` every name given begins with MARK.
    """

    def __init__(self, needed: Collection[str] = (), marked: bool = False) -> None:
        self.taken = set(needed)
        self.mark = MARK if marked else ""
        self.given: dict[Hashable, str] = {}

    def of(self, kind: str, thing: Hashable, wish: str) -> str:
        """The name of a thing of some kind: the one it has, or the one it would like, as far as that is free."""
        if (kind, thing) not in self.given:
            name = self.mark + wish
            while name in self.taken or iskeyword(name):
                name += "_"
            self.taken.add(name)
            self.given[kind, thing] = name
        return self.given[kind, thing]

    def local(self, fact: str) -> str:
        """The variable of a fact or of a field."""
        return self.of("fact", fact, fact)

    def condition(self, name: str) -> str:
        """The variable of a named condition about a record."""
        return self.of("condition", name, name)

    def function(self, kind: str, id: str) -> str:
        """The function for a criterion, a condition, a clock or a list, such as `verdict_pain_duration`."""
        return self.of(kind, id, f"{kind}_{id.replace('-', '_')}")

    def moved(self, variable: str, term: Shifted) -> str:
        """The variable of a date that was moved, such as `service_date_minus_12_months`."""
        return self.of("moved", (variable, term.months, term.days), f"{variable}_{distance(term)}")

    def mover(self, term: Shifted) -> str:
        """The function that moves a date, such as `plus_3_months`."""
        return self.of("mover", (term.months, term.days), distance(term))


def distance(term: Shifted) -> str:
    """How far a date is moved, as a part of a name."""
    amounts = [(term.months, "month"), (term.days, "day")]
    said = [f"{'plus' if n > 0 else 'minus'}_{abs(n)}_{unit}{'s' if abs(n) > 1 else ''}" for n, unit in amounts if n]
    return "_".join(said) or "unmoved"


def needed_names(code: str) -> frozenset[str]:
    """The names that code uses or binds and that carry no mark; what stands behind a dot is none."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Name(id=name) | ast.arg(arg=name) | ast.FunctionDef(name=name):
                found.add(name)
            case _:
                pass
    return frozenset(name for name in found if not name.startswith(MARK))


@cache
def shared_names(module: str) -> tuple[str, ...]:
    """What a validator may import of a module of the package: constants, then classes, then functions."""
    source = (files("wiser_compiler.targets.python") / "package" / f"{module}.py").read_text("utf-8")
    found: set[str] = set()
    for node in ast.parse(source).body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                found.add(name)
            case ast.Assign(targets=targets):
                found |= {part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)}
            case ast.AnnAssign(target=ast.Name(id=name)):
                found.add(name)
            case _:
                pass
    return tuple(sorted(found, key=lambda name: (not name.isupper(), name[0].islower(), name)))
