"""The trial run of a build: a generated module must answer every example of its policy as `evaluate` does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import INVALID, Case, due, outcome_of, verdict
from wiser_compiler.core.model import Clock, Criterion, Policy
from wiser_compiler.core.walk import facts_read
from wiser_compiler.targets.python import INDEX, loaded, validator


class Faulty(Exception):
    """Generated code does not say what its policy says: a mistake of this tool. The message says where."""


def fault_of(policy: Policy, files: Mapping[str, str]) -> str:
    """How the module among the files of a policy is wrong, or an empty text.

    A wrong module is a mistake of this tool.
    """
    at = "as it is imported"
    try:
        module = validator(policy.key, files)
        (types,) = (text for path, text in files.items() if "/request_" in path)
        if set(loaded("types", types).Request.__annotations__) != {fact.name for fact in policy.facts}:
            return f"{policy.key}: the type of requests has other facts than the policy"
        meaning, explained = _Meaning(policy), set()
        for example in policy.examples:
            at = f"in the example “{example.name}” (line {example.span.line})"
            result = module.check(dict(example.request))
            answered = {
                "the outcome": result.outcome,
                **result.verdicts,
                **{deadline.clock.id: deadline.day or deadline.verdict for deadline in result.deadlines()},
            }
            meant = meaning.of(example.request)
            if answered != meant:
                return (
                    f"{policy.key}: {at} the Python module says otherwise than the policy of {_differ(answered, meant)}"
                )
            if not result.problems:
                verdicts = module.POLICY.interpreter.verdicts(example.request)
                read = dict(zip(result.verdicts, verdicts, strict=True))
                if read != result.verdicts:
                    named = _differ(read, result.verdicts)
                    return f"{policy.key}: {at} the compiled policy says otherwise than the policy of {named}"
            if result.outcome not in explained:  # explanations are computed by the same code for each example
                explained.add(result.outcome)
                result.as_dict()
    except Exception as error:  # a faulty module may raise anything
        return f"{policy.key}: {at} the Python module raises {type(error).__name__}: {error}"
    return ""


def _differ(answered: Mapping[str, str], meant: Mapping[str, str]) -> str:
    return ", ".join(name for name in {**meant, **answered} if answered.get(name) != meant.get(name))


def index_is_whole(policies: Sequence[Policy], texts: Mapping[str, str]) -> None:
    """The index of the generated package names every policy and version. Raises Faulty."""
    try:
        index = loaded("index", texts[INDEX])
        named = {(entry.id, known.version) for entry in (*index.POLICIES, *index.PROGRAMS) for known in entry.versions}
    except Exception as error:  # as above
        raise Faulty(f"{INDEX} raises {type(error).__name__}: {error}") from None
    if named != {(policy.id, policy.version) for policy in policies}:
        raise Faulty(f"{INDEX} does not name the policies and versions that there are")


class _Meaning:
    """The answers of `evaluate` for one example after another.

    Most examples differ from the first in a fact or two, so only criteria that read these facts are evaluated again.
    """

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        things: tuple[Criterion | Clock, ...] = (*policy.criteria, *policy.clocks)
        self.things = [(thing, {fact.name for fact in facts_read(thing)}) for thing in things]
        self.first: Mapping[str, str] = {}
        self.known: Mapping[str, str] = {}

    def of(self, request: Mapping[str, Any]) -> dict[str, str]:
        """The outcome, each verdict, and the day each clock ends."""
        case, problems = read_case(self.policy.facts, request)
        if problems:
            return {"the outcome": INVALID}
        texts = {name: repr(value) for name, value in request.items()}
        changed = {name for name, _ in texts.items() ^ self.first.items()}
        found = {
            thing.id: self.known[thing.id] if self.known and reads.isdisjoint(changed) else _answer(thing, case)
            for thing, reads in self.things
        }
        if not self.known:
            self.first, self.known = texts, found
        return {"the outcome": outcome_of(self.policy, lambda criterion: found[criterion.id]), **found}


def _answer(thing: Criterion | Clock, case: Case) -> str:
    return verdict(thing, case) if isinstance(thing, Criterion) else str(due(thing, case))
