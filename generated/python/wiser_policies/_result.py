"""The result of one request: its outcome, its verdicts, and on demand the reasons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn, cast

from wiser_policies._explanations import Deadline, Explanation, Gap, as_json, explanation
from wiser_policies._policy import AddOn, Edition, Instruction, Policy, Service, State
from wiser_policies._rules import Problem
from wiser_policies._verdicts import (
    CANNOT_TELL,
    IN_SCOPE,
    INCOMPLETE,
    INVALID,
    KNOWN,
    MET,
    MISSING,
    NOT_APPLICABLE,
    NOT_MET,
    OPEN,
    OUT_OF_SCOPE,
    READY,
    VERDICTS,
    Outcome,
    Verdict,
)

if TYPE_CHECKING:
    from wiser_policies.shapes import ResultDict, SummaryDict

NOTICE = "This is about documentation. It is not a coverage decision, and not medical or legal advice."


class Result:
    """The verdicts of one request. Explanations are made on demand.

    A result keeps the request for its explanations, so do not change the request before you have asked for them. A
    result never gives the request away: its text, `dict(result)`, `==` and `hash` know policy, version, outcome,
    verdicts and problems alone. It cannot be pickled, and a copy is the same object; store `as_dict()`.
    """

    __slots__ = ("_asked", "_policy", "_problems", "_verdicts")

    __iter__ = None  # `policy, outcome = result` is an error, so that unpacking shows nothing of the request

    def __init__(
        self,
        policy: Policy,
        verdicts: tuple[Verdict, ...],
        request: dict[str, Any],
        problems: tuple[Problem, ...] = (),
    ) -> None:
        self._policy = policy
        self._verdicts = verdicts
        # No slot holds the request, since tools that compare objects read slots.
        self._asked: Callable[[], dict[str, Any]] = request.copy
        self._problems = problems

    @property
    def policy(self) -> Policy:
        """The policy and version that was applied."""
        return self._policy

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Why the request is invalid; empty for a valid one."""
        return self._problems

    @property
    def outcome(self) -> Outcome:
        """`ready`, `incomplete`, `not met`, `out of scope` or `invalid`. None is a coverage decision.

        Of a program it is `in scope`, `cannot tell yet`, `out of scope` or `invalid`.
        """
        if self._problems:
            return INVALID
        if OPEN.isdisjoint(self._verdicts):
            return IN_SCOPE if self.policy.program else READY
        scope, required = [], []
        for criterion, verdict in zip(self.policy.criteria, self._verdicts, strict=True):
            if criterion.effect == "scope":
                scope.append(verdict)
            elif criterion.effect == "required":
                required.append(verdict)
        if NOT_MET in scope:
            return OUT_OF_SCOPE
        if self.policy.program:
            return CANNOT_TELL if MISSING in scope else IN_SCOPE
        if MISSING in scope:
            return INCOMPLETE
        if NOT_MET in required:
            return NOT_MET
        return INCOMPLETE if MISSING in required else READY

    @property
    def verdicts(self) -> dict[str, Verdict]:
        """The verdict of each criterion by its id; empty for an invalid request."""
        return dict(zip((c.id for c in self.policy.criteria), self._verdicts, strict=False))

    def explain(self) -> tuple[Explanation, ...]:
        """Every criterion with the facts that decided it, and those that are missing."""
        return () if self._problems else self._explained(VERDICTS, advisory=True)

    def gaps(self) -> tuple[Gap, ...]:
        """The criteria of scope and requirement that are missing or not met."""
        if OPEN.isdisjoint(self._verdicts):
            return ()
        return self._explained(OPEN, advisory=False)

    def _explained(self, wanted: frozenset[Verdict], advisory: bool) -> tuple[Explanation, ...]:
        policy, request = self._policy, self._asked()
        verdicts = [
            (number, verdict)
            for number, verdict in enumerate(self._verdicts)
            if verdict in wanted and (advisory or policy.criteria[number].effect != "advisory")
        ]
        stated = frozenset(request)
        return tuple([explanation(why, stated) for why in policy.interpreter.reasons(request, verdicts)])

    def still_open(self, criterion: str) -> Mapping[str, Any]:
        """The open part of a criterion, by its id: an expression in the form of a compiled policy.

        The facts of the request are worked out in it, so it holds values that follow from those of the request.
        `{"at_least": 0, "of": []}` is met, and so is a criterion that does not apply; `{"at_least": 1, "of": []}` is
        not met. Raises KeyError for an id that the policy does not have, and for every id if the request is invalid.
        """
        numbers = {} if self._problems else {found.id: at for at, found in enumerate(self._policy.criteria)}
        return self._policy.interpreter.still_open(self._asked(), numbers[criterion])

    def deadlines(self) -> tuple[Deadline, ...]:
        """The clocks that the dates of the request start, with the days they end."""
        if self._problems:
            return ()
        policy, request = self.policy, self._asked()
        found, facts = [], policy.interpreter.facts
        for clock, end in zip(policy.clocks, policy.interpreter.days(request), strict=True):
            if end == MISSING:
                waits = tuple([facts[name] for name in clock.facts if name not in request])
                found.append(Deadline(clock, MISSING, None, waits))
            elif end == NOT_APPLICABLE:
                found.append(Deadline(clock, NOT_APPLICABLE, None, ()))
            else:
                found.append(Deadline(clock, KNOWN, end, ()))
        return tuple(found)

    @property
    def state(self) -> State | None:
        """Who answers the request, in the state where the service is given; None outside the program."""
        named = None if self._problems else self._asked().get("state")
        return next((state for state in self.policy.states if state.id == named), None)

    @property
    def services(self) -> tuple[Service, ...]:
        """The services of a program whose codes are on the request."""
        codes = [] if self._problems else self._asked().get("codes", [])
        return tuple(service for service in self.policy.services if any(code in service.codes for code in codes))

    @property
    def later_editions(self) -> tuple[Edition, ...]:
        """Later editions that are known and not encoded, and concern the day of receipt. They change no outcome."""
        received = "" if self._problems else self._asked().get("received_date", "")
        return tuple(edition for edition in self.policy.known_editions if edition.since <= received)

    @property
    def reminders(self) -> tuple[Instruction, ...]:
        """The instructions for sending that a yes of the request calls for: those whose id is that fact."""
        stated = {} if self._problems else self._asked()
        return tuple(one for one in self.policy.sending if stated.get(one.id) is True)

    @property
    def left_off(self) -> tuple[AddOn, ...]:
        """The add-on codes that are not on the request while a primary code of theirs is.

        Those of which a criterion tells that they are not needed are left out.
        """
        known = self.policy.add_ons
        codes = () if self._problems or not known.codes else self._asked().get("codes", ())
        left = tuple(one for one in known.codes if one.code not in codes and not set(one.primaries).isdisjoint(codes))
        if left and known.told_by:
            ids = [criterion.id for criterion in self.policy.criteria]
            if self._verdicts[ids.index(known.told_by)] in (MET, NOT_APPLICABLE):
                return ()
        return left

    def as_summary(self) -> SummaryDict:
        """What an application needs of many results: ids alone as JSON values, in the shape of `summary.schema.json`.

        Titles, questions, reasons and sources are the same for every request: `policy` has them, and `as_dict`.
        """
        found = {
            "policy": self.policy.id,
            "version": self.policy.version,
            "meaning": self.policy.meaning,
            "outcome": self.outcome,
            "open": [
                {"id": gap.criterion.id, "verdict": gap.verdict, "missing": [fact.name for fact in gap.missing]}
                for gap in self.gaps()
            ],
            "problems": [problem._asdict() for problem in self._problems],
            "deadlines": {one.clock.id: one.day for one in self.deadlines() if one.verdict != NOT_APPLICABLE},
            "services": [service.id for service in self.services],
            "later_editions": [edition.name for edition in self.later_editions],
            "left_off": [code.code for code in self.left_off],
        }
        return cast("SummaryDict", found)

    def as_dict(self) -> ResultDict:
        """As JSON values, in the shape of `result.schema.json`."""
        state = self.state
        found = {
            "policy": self.policy.id,
            "version": self.policy.version,
            "meaning": self.policy.meaning,
            "outcome": self.outcome,
            "notice": NOTICE,
            "criteria": self._criteria_as_json(),
            "problems": [problem._asdict() for problem in self._problems],
            "deadlines": [deadline.as_dict() for deadline in self.deadlines()],
            "state": state.as_dict() if state else None,
            "services": [service.id for service in self.services],
            "later_editions": [edition.as_dict() for edition in self.later_editions],
            "left_off": [self.policy.add_ons.as_dict(code) for code in self.left_off],
        }
        return cast("ResultDict", found)

    def _criteria_as_json(self) -> list[dict[str, Any]]:
        """The answers of `explain` as JSON values, from copies of earlier ones."""
        if self._problems:
            return []
        request = self._asked()
        stated = frozenset(request)
        reasons = self._policy.interpreter.reasons(request, enumerate(self._verdicts))
        return [as_json(why, stated) for why in reasons]

    # ------------------------------------------------ what others may see of it: never the request

    def keys(self) -> tuple[str, ...]:
        """The keys of `dict(result)`, which is what a web framework sends for a result."""
        return ("policy", "version", "outcome", "verdicts", "problems")

    def __getitem__(self, key: str) -> object:
        """An entry of `dict(result)`. Raises KeyError for any other key."""
        match key:
            case "policy":
                return self.policy.id
            case "version":
                return self.policy.version
            case "outcome":
                return self.outcome
            case "verdicts":
                return self.verdicts
            case "problems":
                return [problem._asdict() for problem in self._problems]
            case _:
                raise KeyError(key)

    def _said(self) -> tuple[object, ...]:
        return self.policy.id, self.policy.version, self.policy.meaning, self._verdicts, self._problems

    def __eq__(self, other: object) -> bool:
        """Whether two results say the same. Their requests may differ."""
        return self._said() == other._said() if isinstance(other, Result) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._said())

    def __repr__(self) -> str:
        """The text shows nothing of the request, which may identify a patient."""
        if self._problems:
            why = [f" {problem.path or '/'}: {problem.code}" for problem in self._problems]
        else:
            verdicts = zip(self.policy.criteria, self._verdicts, strict=True)
            why = [f" {c.id}: {found}" for c, found in verdicts if found in OPEN and c.effect != "advisory"]
        return f"<Result of {self.policy.id} {self.policy.version}: {self.outcome}{','.join(why)}>"

    def __copy__(self) -> Result:
        return self

    def __deepcopy__(self, memo: object) -> Result:
        return self

    def __reduce__(self) -> NoReturn:
        """Pickling is refused: a stored result would store the request."""
        raise TypeError("a result keeps its request and is not pickled; store as_dict()")

    def __getstate__(self) -> NoReturn:
        """Refused likewise."""
        self.__reduce__()
