"""The class of the chart that every function of a validator gets: the stated facts, and the results of look-ups in
lists.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from wiser_compiler.core.model import Extreme, Fact
from wiser_compiler.targets.python.code import STEP, quoted
from wiser_compiler.targets.python.naming import attribute
from wiser_compiler.targets.python.types import listed, python_type
from wiser_compiler.targets.python.units import Units

CHART_OF_PROGRAM = "ProgramChart"


def chart_class(facts: Sequence[Fact], units: Units, shared: Collection[str]) -> list[str]:
    """The code of the class. `shared` are the facts that the chart of the program has slots for."""
    typed = _looked(units)
    slots = [quoted(attribute(fact.name)) for fact in facts if fact.name not in shared]
    slots += [quoted(one) for one in typed]
    return [
        f"class Chart({CHART_OF_PROGRAM}):" if shared else "class Chart:",
        '    """What the chart states, None where it does not say; and what its lists show."""',
        "",
        *listed("__slots__ = (", slots, ")", STEP),
        "",
        *(f"    {one}: {kind}" for one, kind in typed.items()),
        *([""] if typed else []),
        "    def __init__(self, request: dict[str, Any]) -> None:",
        *([f"        {_stated(fact)}" for fact in facts] or ["        pass"]),
        "",
        "",
    ]


def _stated(fact: Fact) -> str:
    return f"self.{attribute(fact.name)}: {python_type(fact)} | None = request.get({quoted(fact.name)})"


def _looked(units: Units) -> dict[str, str]:
    """The type of the variable of each look-up."""
    typed: dict[str, str] = {}
    for term in (term for record_pass in units.record_passes for term in record_pass.terms):
        held = units.variables(term)
        kind = python_type(term.field) if isinstance(term, Extreme) else "int"
        typed |= {one: "bool | None" if one == held.exists else kind for one in held.all()}
    return typed
