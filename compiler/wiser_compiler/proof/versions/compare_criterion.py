"""One criterion in two versions: is the new one tighter, looser, both, or the same?

*Tighter* means: some request satisfied the old criterion (met or not applicable) and does not satisfy the new one. If
no request shows this in either direction, a request that was missing and is not met now counts as well. The examples of
the policy are tried first, then the solver.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Literal as OneOf
from typing import TypeAlias

from wiser_compiler.core.case import base_example, read_case, read_cases, write_case
from wiser_compiler.core.evaluate import MET, MISSING, NOT_APPLICABLE, NOT_MET, Case
from wiser_compiler.core.model import Criterion, Example, Policy
from wiser_compiler.core.walk import criterion_facts
from wiser_compiler.core.words import request_words
from wiser_compiler.proof.answers import Request
from wiser_compiler.proof.minimize import nearest
from wiser_compiler.proof.solver.encode import SymbolicVerdicts
from wiser_compiler.proof.solver.logic import Bit, both, no
from wiser_compiler.proof.solver.solver import Disagreement, Solver, SymbolicPolicy, Unknown
from wiser_compiler.proof.versions.model import WAYS, Shown, Turn, Way
from wiser_compiler.proof.versions.shared_facts import Side, judged, over_shared_facts

# What a request loses under the stricter version, from the easiest to read to the hardest.
Loss: TypeAlias = OneOf["plainly", "at all", "hope", "either"]
PLAINLY: Loss = "plainly"  # met, and not met
AT_ALL: Loss = "at all"  # satisfied, and not
HOPE: Loss = "hope"  # missing, and not met: a further document could have helped
EITHER: Loss = "either"  # met, and not applicable, which satisfies as well
SATISFIED = (MET, NOT_APPLICABLE)


def is_loss(loss: Loss, first: str, last: str) -> bool:
    """Whether a request loses something between the first verdict and the second."""
    match loss:
        case "plainly":
            return first == MET and last == NOT_MET
        case "at all":
            return first in SATISFIED and last not in SATISFIED
        case "hope":
            return first == MISSING and last == NOT_MET
        case "either":
            return first == MET and last == NOT_APPLICABLE


class BothVersions:
    """Two versions of a policy, with the solver and the examples that every question about them uses."""

    def __init__(self, old: Policy, new: Policy) -> None:
        shared = over_shared_facts(old, new)
        self.old, self.new, self.policy = shared.old, shared.new, shared.policy
        self.solver = Solver(self.policy)
        sides: dict[Way, Side] = {"tighter": self.old, "looser": self.new}
        self.examples = {way: _examples(side) for way, side in sides.items()}

    def sides(self, way: Way) -> tuple[Side, Side]:
        """The version that takes more requests, and the one that takes fewer."""
        pair = self.old, self.new
        return pair if way == "tighter" else (pair[1], pair[0])

    def tried(self, way: Way) -> Iterable[Request]:
        """The examples of both versions, those of the one that takes more requests first."""
        other: Way = "looser" if way == "tighter" else "tighter"
        return (dict(example.request) for each in (way, other) for example in self.examples[each])

    def limits(self, names: Iterable[str]) -> tuple[str, ...]:
        """How far the solver looks at requests about these facts."""
        return self.solver.symbolic().request.limits(names)

    def near(self, way: Way) -> Policy:
        """The facts of both versions, with the example that a shown request should be near to."""
        return replace(self.policy, examples=self.examples[way][:1])

    def nearest(self, way: Way, request: Request, holds: Callable[[Case], bool], about: Iterable[str]) -> Request:
        """A request for which `holds` is true, near to an example: facts outside `about` are those of the example."""
        rest = {name: value for name, value in base_example(self.near(way)).request.items() if name not in set(about)}
        whole = {**rest, **{name: value for name, value in request.items() if name in set(about)}}
        case, problems = read_case(self.policy.facts, whole)
        return nearest(self.near(way), request if problems or not holds(case) else whole, holds)


def _examples(side: Side) -> tuple[Example, ...]:
    """The valid examples of a version, with the shared names of facts."""
    examples = side.policy.examples
    read = read_cases(side.policy.facts, (example.request for example in examples))
    valid = (example for example, (_, problems) in zip(examples, read, strict=True) if not problems)
    return tuple(replace(example, request=side.shared(dict(example.request))) for example in valid)


class CriterionPair:
    """One criterion of each version. State: the requests that were found, and the questions without an answer."""

    def __init__(self, versions: BothVersions, old: Criterion, new: Criterion) -> None:
        self.versions = versions
        self.old, self.new = old, new
        self.shared = versions.old.criteria[old.id], versions.new.criteria[new.id]
        self.facts = criterion_facts(old), criterion_facts(new)
        self.names = tuple(dict.fromkeys(name for criterion in self.shared for name in _names(criterion)))
        self.found: dict[tuple[Way, Loss], Request] = {}
        self.unknown: dict[Way, str] = {}

    def ask(self, losses: Sequence[Loss]) -> None:
        """Look for requests that lose something, in both directions."""
        for way in WAYS:
            tried = [(request, self.verdicts(request)) for request in self.versions.tried(way)]
            for loss in losses:
                request = next((request for request, verdicts in tried if _loses(way, loss, *verdicts)), None)
                if request is not None:
                    self.found[way, loss] = request
        upto = {loss: losses[: at + 1] for at, loss in enumerate(losses)}
        unanswered = [(way, loss) for way in WAYS for loss in losses if self.best(way, upto[loss]) is None]
        goals = {key: partial(self._goal, *key) for key in unanswered}
        for (way, loss), answer in self.versions.solver.reach(goals, self.shared).items() if goals else ():
            match answer:
                case None:
                    pass
                case Unknown(reason=reason):
                    if loss != PLAINLY:  # the next question includes this one
                        self.unknown[way] = reason
                case _:
                    if not self.loses(way, loss, answer):
                        raise Disagreement(f"{self.new.id} is not {way} on the request that was found")
                    self.found[way, loss] = answer

    def best(self, way: Way, losses: Sequence[Loss] = (PLAINLY, AT_ALL, HOPE)) -> Request | None:
        """The request that is easiest to read among those that were found."""
        return next((self.found[way, loss] for loss in losses if (way, loss) in self.found), None)

    def verdicts(self, request: Request) -> tuple[str, str]:
        """The verdicts of the old and the new version on a request."""
        old, new = self.versions.old, self.versions.new
        read = {name: request[name] for name in self.names if name in request}
        return judged(self.old, self.facts[0], old.own(read)), judged(self.new, self.facts[1], new.own(read))

    def loses(self, way: Way, loss: Loss, request: Request) -> bool:
        """Whether a request loses something under the version that is stricter in this direction."""
        return _loses(way, loss, *self.verdicts(request))

    def shown(self, way: Way, losses: Sequence[Loss] = (PLAINLY, AT_ALL, HOPE)) -> Shown:
        """The best request of a direction, near to an example."""
        loss = next(loss for loss in losses if (way, loss) in self.found)

        def holds(case: Case) -> bool:
            return self.loses(way, loss, write_case({name: case[name] for name in self.names if name in case}))

        request = self.versions.nearest(way, self.found[way, loss], holds, self.names)
        before, after = self.verdicts(request)
        words = request_words(self.versions.near(way), request)
        return Shown(request, words, before, after, (Turn(self.new.id, before, after),))

    def neither(self) -> Shown | None:
        """A request on which one version is met and the other not applicable."""
        way = next((way for way in WAYS if (way, EITHER) in self.found), None)
        return None if way is None else self.shown(way, (EITHER,))

    # ------------------------------------------------------------ for the solver

    def _goal(self, way: Way, loss: Loss, symbolic: SymbolicPolicy) -> Bit:
        sides = zip((self.versions.old, self.versions.new), self.shared, strict=True)
        old, new = ((side.takes(symbolic.request, _names(each)), symbolic.verdicts(each)) for side, each in sides)
        (more, first), (fewer, last) = (old, new) if way == "tighter" else (new, old)
        return _loss_formula(loss, more, first, fewer, last)


def _loses(way: Way, loss: Loss, before: str, after: str) -> bool:
    return is_loss(loss, before, after) if way == "tighter" else is_loss(loss, after, before)


def _names(criterion: Criterion) -> tuple[str, ...]:
    return tuple(fact.name for fact in criterion_facts(criterion))


def _loss_formula(loss: Loss, more: Bit, first: SymbolicVerdicts, fewer: Bit, last: SymbolicVerdicts) -> Bit:
    """`is_loss` as a formula; `more` and `fewer` say that the version accepts the request."""
    match loss:
        case "plainly":
            return both(more, fewer, first.met, last.not_met)
        case "at all":
            return both(more, first.satisfied, no(both(fewer, last.satisfied)))
        case "hope":
            missing = no(first.satisfied), no(first.not_met)
            return both(more, fewer, *missing, last.not_met)
        case "either":
            return both(more, fewer, first.met, last.not_applicable)
