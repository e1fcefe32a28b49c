"""The parts of a program that its policies inherit: criteria, clocks, states, and the codes of services."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from wiser_compiler.core.model import Clock, Criterion, Policy, Service, State
from wiser_compiler.diagnostics import Report, Span
from wiser_compiler.reading.codes import Listed


@dataclass(frozen=True, slots=True)
class Inherited:
    """A program, with the criteria that were written there and the vocabularies that it `uses`.

    `listed` has the condition under which each code counts.
    """

    program: Policy
    written: tuple[Criterion, ...]
    uses: tuple[str, ...]
    listed: Mapping[str, str]

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria that the author of the program wrote, scope before advice."""
        ordered = sorted(self.written, key=lambda criterion: criterion.effect != "scope")
        return tuple(replace(criterion, origin="program") for criterion in ordered)

    @property
    def clocks(self) -> tuple[Clock, ...]:
        """The clocks of the program."""
        return tuple(replace(clock, origin="program") for clock in self.program.clocks)

    def states(self, id: str) -> tuple[State, ...]:
        """The states of the program, each with the document that governs a service there."""
        service = self._service(id)
        by_mac = dict(service.coverage) if service else {}
        return tuple(
            replace(state, coverage=by_mac.get(state.mac, by_mac.get("", ""))) for state in self.program.states
        )

    def same_codes(self, listed: Sequence[Listed], id: str, span: Span, report: Report) -> None:
        """Report codes of a service that differ from those of the program, or that count under other conditions."""
        service = self._service(id)
        if service is None:
            help = _meant({one.code.code for one in listed}, self.program.services)
            report.error("codes-differ", f"the program has no service `{id}`", span, help)
            return
        ours = {one.code.code: one for one in listed}
        if differ := sorted(ours.keys() ^ set(service.codes)):
            report.error(
                "codes-differ",
                f"the program and this policy do not list the same codes: {', '.join(differ)}",
                span,
                "find out in the source which of the two is wrong",
            )
        for code, one in ours.items():
            if code in service.codes and self.listed[code] != one.counts_when:
                report.error(
                    "codes-differ",
                    f"code {code} counts under another condition, or beside another code, in the program",
                    one.code.span,
                    "find out in the source which of the two is wrong",
                )

    def _service(self, id: str) -> Service | None:
        return next((service for service in self.program.services if service.id == id), None)


def _meant(codes: Set[str], services: Sequence[Service]) -> str:
    """The help for a policy whose id no service has: the service with its codes, if there is one."""
    shared = {service.id: len(codes & set(service.codes)) for service in services}
    best = max(shared, key=lambda id: shared[id], default="")
    if not best or not shared[best]:
        return "add the service there, with its codes"
    which = "these codes" if shared[best] == len(codes) else f"{shared[best]} of these {len(codes)} codes"
    return f"did you mean `{best}`, which has {which}?"
