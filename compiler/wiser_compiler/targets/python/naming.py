"""The names in a generated module: each is unique, whatever names authors give to facts.

Each name is the wanted one, with as many `_` behind it as distinguish it from every other name and from those of KEPT,
which the module needs itself: builtins, its own functions, its imports.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from keyword import iskeyword

from wiser_compiler.core.model import Shifted
from wiser_compiler.targets.python.imports import IMPORTS

BUILTINS = (
    "Exception", "all", "any", "bool", "dict", "float", "frozenset", "int", "isinstance", "len",
    "list", "max", "min", "object", "round", "set", "str", "super", "type",
)  # fmt: skip
OWN = (
    "Any", "Chart", "Final", "POLICY", "ProgramChart", "broken", "chart", "check", "is_valid", "judge", "request",
    "row", "rows", "self", "verdicts",
)  # fmt: skip
KEPT = frozenset((*BUILTINS, *OWN, *(name for names in IMPORTS.values() for name in names)))


class Naming:
    """The names of one module. State: the names given so far, and the names of IMPORTS that are used."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self.taken = {*KEPT, *taken}
        self.given: dict[Hashable, str] = {}
        self.used: set[str] = set()

    def of(self, kind: str, thing: Hashable, wish: str) -> str:
        """The name of a thing of some kind: the one that was given, or the wanted one made unique."""
        if (kind, thing) not in self.given:
            name = wish
            while name in self.taken or iskeyword(name):
                name += "_"
            self.taken.add(name)
            self.given[kind, thing] = name
        return self.given[kind, thing]

    def use(self, name: str) -> str:
        """A name of IMPORTS, which the module then imports."""
        self.used.add(name)
        return name

    def local(self, fact: str) -> str:
        """The variable of a fact or of a field."""
        return self.of("fact", fact, fact)

    def condition(self, name: str) -> str:
        """The variable of a named condition about a record."""
        return self.of("condition", name, name)

    def function(self, kind: str, id: str) -> str:
        """The function for a criterion, a condition or a list, such as `verdict_pain_duration`."""
        return self.of(kind, id, f"{kind}_{id.replace('-', '_')}")

    def moved(self, variable: str, term: Shifted) -> str:
        """The variable of a date that was moved, such as `service_date_minus_12_months`."""
        return self.of("moved", (variable, term.months, term.days), f"{variable}_{distance(term)}")

    def mover(self, term: Shifted) -> str:
        """The function that moves a date, such as `plus_3_months`."""
        return self.of("mover", (term.months, term.days), distance(term))


def module_name(version: str) -> str:
    """The module of a version: `6.0.0` is `v6_0_0`."""
    return "v" + version.replace(".", "_")


def attribute(name: str) -> str:
    """The attribute of a fact in the chart: its name, unless that is a keyword of Python."""
    return f"{name}_" if iskeyword(name.rstrip("_")) else name


def distance(term: Shifted) -> str:
    """How far a date is moved, as a part of a name."""
    amounts = [(term.months, "month"), (term.days, "day")]
    said = [f"{'plus' if n > 0 else 'minus'}_{abs(n)}_{unit}{'s' if abs(n) > 1 else ''}" for n, unit in amounts if n]
    return "_".join(said) or "unmoved"
