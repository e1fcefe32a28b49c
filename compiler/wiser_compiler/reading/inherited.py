"""The parts of a program that its policies inherit: criteria, clocks, states, and the codes of services."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from wiser_compiler.core.model import TRUE, Clock, Criterion, Expr, Policy, Sentence, Service, State, Worded
from wiser_compiler.diagnostics import Report, Span
from wiser_compiler.reading.codes import CodeGroup, Days, Listed, on_days


@dataclass(frozen=True, slots=True)
class Inherited:
    """A program, with the criteria that were written there and the vocabularies that it `uses`.

    `listed` has the codes of the program, each with the condition under which it counts.
    """

    program: Policy
    written: tuple[Criterion, ...]
    uses: tuple[str, ...]
    listed: Mapping[str, Listed]

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

    def completed(self, listed: Sequence[Listed], days: Days) -> list[CodeGroup]:
        """The codes of a policy. A code without a condition of its own has that of the program, without its quotes.

        What the program asks on other days than those of the version is left out.
        """
        groups: dict[int, list[Listed]] = {}
        shared: dict[int, tuple[Expr | None, Sentence]] = {}
        there: dict[int, Expr | None] = {}
        for one in listed:
            theirs = self.listed.get(one.code.code)
            code, only_when, together = one.code, one.only_when, None
            if theirs is not None and not code.add_on_to:
                code = replace(code, add_on_to=theirs.code.add_on_to)
            if theirs is not None and only_when is None:
                only_when, together = (_there(expr, theirs, days, there) for expr in (theirs.only_when, theirs.shared))
            says = one.says or (theirs.says if theirs is not None else ())
            shared[id(together)] = (together, theirs.shared_says if theirs is not None and together is not None else ())
            completed = replace(one, code=code, only_when=only_when, says=says)
            groups.setdefault(id(together), []).append(completed)
        return [
            CodeGroup(tuple(codes), shared[key][0], span=codes[0].code.span, says=shared[key][1])
            for key, codes in groups.items()
        ]

    def same_codes(self, listed: Sequence[Listed], id: str, days: Days, span: Span, report: Report) -> None:
        """Report codes of a service that differ from those of the program, or count under other conditions.

        Both are compared on the `days` of the version. A code that counts on none of them is not listed.
        """
        service = self._service(id)
        if service is None:
            help = _meant({one.code.code for one in listed}, self.program.services)
            report.error("codes-differ", f"the program has no service `{id}`", span, help)
            return
        ours = {one.code.code: one for one in listed}
        of_days = {code for code in service.codes if self.listed[code].counts_on_some_day(days)}
        for code in sorted(ours.keys() & set(service.codes) - of_days):
            report.error(
                "codes-differ",
                f"code {code} is in the program on none of the days of this version",
                ours[code].code.span,
                "take it out, or let the version begin earlier",
            )
        if differ := sorted(ours.keys() - set(service.codes) | of_days - ours.keys()):
            report.error(
                "codes-differ",
                f"the program and this policy do not list the same codes: {', '.join(differ)}",
                span,
                "find out in the source which of the two is wrong",
            )
        for code, one in ours.items():
            if code in of_days and self.listed[code].on_days(days).counts_when != one.on_days(days).counts_when:
                report.error(
                    "codes-differ",
                    f"code {code} counts under another condition, or beside another code, in the program",
                    one.code.span,
                    "find out in the source which of the two is wrong",
                )

    def _service(self, id: str) -> Service | None:
        return next((service for service in self.program.services if service.id == id), None)


def _there(expr: Expr | None, code: Listed, days: Days, there: dict[int, Expr | None]) -> Expr | None:
    """A condition of the program on these days, which says that it stands there; the same one for every code that has
    it, and none where it always holds.
    """
    if expr is None:
        return None
    if id(expr) not in there:
        found = on_days(expr, days)
        there[id(expr)] = None if found == TRUE else Worded(found, span=code.code.span, origin="program")
    return there[id(expr)]


def _meant(codes: Set[str], services: Sequence[Service]) -> str:
    """The help for a policy whose id no service has: the service with its codes, if there is one."""
    shared = {service.id: len(codes & set(service.codes)) for service in services}
    best = max(shared, key=lambda id: shared[id], default="")
    if not best or not shared[best]:
        return "add the service there, with its codes"
    which = "these codes" if shared[best] == len(codes) else f"{shared[best]} of these {len(codes)} codes"
    return f"did you mean `{best}`, which has {which}?"
