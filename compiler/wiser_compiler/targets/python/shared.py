"""The criteria of a program as a module, which the validators of all its policies import.

Each policy generates the whole module from its own criteria, so it can be built and tried alone. A build checks that
all policies of a program generate the same module.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wiser_compiler.core.model import Criterion, Fact, Policy, Records
from wiser_compiler.core.walk import criterion_facts
from wiser_compiler.targets.python.chart import CHART_OF_PROGRAM
from wiser_compiler.targets.python.code import STEP, docstring, quoted
from wiser_compiler.targets.python.functions import constants, functions
from wiser_compiler.targets.python.imports import head
from wiser_compiler.targets.python.naming import Naming, attribute, module_name
from wiser_compiler.targets.python.types import listed, python_type
from wiser_compiler.targets.python.units import Units


@dataclass(frozen=True, slots=True)
class Shared:
    """The criteria of one program, by its id and version."""

    program: str
    version: str
    criteria: tuple[Criterion, ...]
    units: Units

    @property
    def module(self) -> str:
        """The path of the module in the package."""
        return f"{self.program}.program_{module_name(self.version)}"

    def functions(self) -> dict[str, str]:
        """The function of each criterion by its id."""
        return {id: unit.name for id, unit in self.units.verdicts.items()}

    def facts(self) -> list[Fact]:
        """The facts that the criteria read, in order of first use."""
        return list(_facts(self.criteria))

    def text(self) -> str:
        """The module."""
        units = self.units
        body = [
            *_chart(self.facts()),
            *functions(self.criteria, units),
            *constants(self.criteria, units),
        ]
        while not body[-1]:
            body.pop()
        title = [
            f"The criteria of the program {self.program}, version {self.version}, which its policies share.",
            "",
            f"Generated from policies/{self.program}/{self.version}.yaml; do not edit.",
        ]
        return (
            "\n".join(
                [
                    *docstring(title, ""),
                    *head(units.naming.used, ["Final"] if units.items or "mover" in units.naming.used else [], {}),
                    *body,
                ]
            )
            + "\n"
        )


def shared_by(policy: Policy) -> Shared | None:
    """The criteria that a policy shares with its program, except criteria about lists."""
    origin = "document" if policy.program else "program"
    found = [c for c in policy.criteria if c.origin == origin and not _reads_lists(c)]
    key = policy.key if policy.program else policy.part_of
    if not found or not key:
        return None
    found.sort(key=lambda criterion: criterion.effect != "scope")  # as policies inherit them
    program, _, version = key.partition("@")
    return Shared(program, version, tuple(found), Units(list(_facts(found)), found, Naming(), CHART_OF_PROGRAM))


def _reads_lists(criterion: Criterion) -> bool:
    return any(isinstance(fact.type, Records) for fact in criterion_facts(criterion))


def _facts(criteria: Sequence[Criterion]) -> Iterator[Fact]:
    """The facts that the criteria read, in order of first use."""
    yield from {fact.name: fact for criterion in criteria for fact in criterion_facts(criterion)}.values()


def _chart(facts: Sequence[Fact]) -> list[str]:
    """The part of the chart of a policy that these criteria read."""
    return [
        f"class {CHART_OF_PROGRAM}:",
        '    """What the chart states of the facts that the program asks for. None: it does not say."""',
        "",
        *listed("__slots__ = (", [quoted(attribute(fact.name)) for fact in facts], ")", STEP),
        "",
        *(f"    {attribute(fact.name)}: {python_type(fact)} | None" for fact in facts),
        "",
        "",
    ]
